# `make site` builds the site, `make test` runs every test, `make serve` previews with live reload. While changing
# code: `make quick`, `make format`, `make golden`; before a release: `make release-check`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1
# Compiled once, not anew by every worker of the tests and every command that they start.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: site serve test quick check fuzz lint format golden browser java node anki properdocs lighthouse screenshots lock \
  release-check clean

site: $(VENV)/.site
	@$(BIN)/glossary build

serve: $(VENV)/.site
	@$(BIN)/glossary serve

check: $(VENV)/.site
	@$(BIN)/glossary check

test: $(VENV)/.test browser java lint
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist worksteal

# Without browser, Java, Node and network; what a test needs, tests/conftest.py tells from its fixtures. Properties are
# tried with a twentieth of the examples that `make test` tries.
quick: $(VENV)/.test
	$(BIN)/pytest -m "not browser and not java and not slow" --ignore tests/site --hypothesis-profile quick --numprocesses auto --maxprocesses 4 --dist worksteal

# An hour of made-up documents and damaged files, in child processes; MINUTES=5 is shorter, SEED=a repeats a run.
# Then 200 edits of a preview, each compared with a whole build.
MINUTES ?= 60
SEED ?=
fuzz: $(VENV)/.test
	$(BIN)/python tools/fuzz --minutes "$(MINUTES)" --seed "$(SEED)"
	$(BIN)/python tools/fuzz_preview.py --edits 200

lint: $(VENV)/.test node_modules/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	node_modules/.bin/biome ci --error-on-warnings
	node_modules/.bin/tsc

format: $(VENV)/.test node_modules/.installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	node_modules/.bin/biome check --write

# What tests compare with and what is made from tables: written anew, to be judged by its diff.
golden: $(VENV)/.test
	$(BIN)/python tools/rooms.py
	$(BIN)/glossary schema
	$(BIN)/pytest -m golden --update-golden

# Before a tag: the wheel and the source distribution as strangers get them (docs/contributing-code.md). With TAG=v0.2.0
# in the environment the version and the changelog must agree with it.
release-check: $(VENV)/.test browser
	$(BIN)/python tools/release_check.py --tag "$$TAG"

screenshots: $(VENV)/.test browser site
	$(BIN)/python tools/screenshots.py
	$(BIN)/python tools/screenshots.py --readme

# By hand, on an idle machine: needs npm.
lighthouse: $(VENV)/.test browser site
	$(BIN)/python tools/lighthouse.py

# The fork of MkDocs builds the same folder, in an environment of its own; its pages are compared with ours.
properdocs: site
	@test -x $(VENV)-properdocs/bin/python || $(PYTHON) -m venv $(VENV)-properdocs
	@$(VENV)-properdocs/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.lock "properdocs>=1.6,<2"
	@$(VENV)-properdocs/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(VENV)-properdocs/bin/properdocs build -f mkdocs.yml -d build/properdocs
	@$(BIN)/python tests/helpers/compare.py build/site build/properdocs

# Cards as learners meet them: Anki's own backend, in an environment of its own, imports and studies what we write.
anki: $(VENV)/.test
	@test -x $(VENV)-anki/bin/python || $(PYTHON) -m venv $(VENV)-anki
	@$(VENV)-anki/bin/python -m pip install --quiet --disable-pip-version-check "anki>=25,<27"
	@$(BIN)/python tools/anki_backend.py $(VENV)-anki/bin/python

# Debian's package as root; elsewhere a person decides. Chromium without windows needs half the time for a page; where it
# cannot be had, the one with windows serves.
browser:
	@has() { command -v "$$1" >/dev/null 2>&1; }; \
	install() { apt-get update -qq -o Acquire::http::Timeout=20 && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$$1" >/dev/null; }; \
	if [ -z "$$CHROMIUM" ] && ! has chromium-headless-shell; then \
	  if [ "$$(id -u)" = 0 ] && has apt-get; then \
	    install chromium-headless-shell 2>/dev/null || has chromium || install chromium; \
	  elif ! has chromium; then \
	    echo "The tests need Chromium: install it (Debian: sudo apt-get install chromium-headless-shell), or set CHROMIUM to its path."; exit 1; \
	  fi; \
	fi

# For the checker of HTML; again Debian's package as root.
java:
	@if ! command -v java >/dev/null 2>&1; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends default-jre-headless >/dev/null; \
	  else \
	    echo "The tests need Java: install it (Debian: sudo apt-get install default-jre-headless)."; exit 1; \
	  fi; \
	fi

# For what checks the scripts; again Debian's packages as root.
node:
	@if ! command -v npm >/dev/null 2>&1; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null; \
	  else \
	    echo "The checks of the scripts need Node 16.20 or newer with npm: install it (Debian: sudo apt-get install nodejs npm)."; exit 1; \
	  fi; \
	fi

node_modules/.installed: package.json package-lock.json | node
	@npm ci --silent --no-audit --no-fund
	@touch $@

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name it with PYTHON=…"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv is needed (Debian: sudo apt-get install python3-venv)"; exit 1; }

$(VENV)/.site: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Setting up (once) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements-dev.lock $(VENV)/.site
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.lock
	@touch $@

# Exact versions from the ranges in pyproject.toml; the lock files name no registry. requirements-lowest.lock has the
# lowest version of each range, with the tools for the tests beside them: of check-jsonschema one that runs with our
# lowest Click, since later ones want 8.4 and do not say so.
lock: | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet pip-tools uv
	$(BIN)/python -m piptools compile --quiet --upgrade --strip-extras --no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --allow-unsafe --extra build --constraint constraints.txt --output-file requirements.lock pyproject.toml
	$(BIN)/python -m piptools compile --quiet --strip-extras --no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --allow-unsafe --extra build --extra dev --extra builders --constraint constraints.txt --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --python-version 3.11 --resolution lowest-direct --no-header --no-annotate --extra build --extra skos --constraint constraints.txt --output-file build/lowest.txt pyproject.toml
	echo "check-jsonschema<0.38" >> build/lowest.txt
	$(BIN)/uv pip compile --quiet --python-version 3.11 --no-header --no-annotate --extra build --extra dev --constraint constraints.txt --constraint build/lowest.txt --output-file requirements-lowest.lock pyproject.toml

clean:
	rm -rf $(VENV) $(VENV)-properdocs $(VENV)-anki node_modules build/site build/properdocs build/screenshots dist
