from __future__ import annotations

import asyncio
import atexit
import gc
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pytest

from helpers.browser import Watched, launch, serving
from helpers.corpora import ROOT, SETTINGS, TERM
from helpers.shared import made_once
from helpers.tiny import write_corpus
from helpers.tried import register_profiles

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from site_gen.editing.upstream.edition import Edition

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
for setting in ("GLOSSARY_REPOSITORY", "GLOSSARY_SITE_URL"):
    os.environ.pop(setting, None)  # of whoever runs the tests; mkdocs.yml reads them

# Thousands of small files are made and removed; in memory that takes half of what a disk's file system does.
MEMORY = Path("/dev/shm")
ROOM = 4 * 2**30  # bytes; a container often has less, and a whole run needs a part of them
if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

# What the writing commands remember of a write stays out of the home folder of whoever runs the tests.
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(
    prefix="glossary-state-", dir=os.environ.get("PYTEST_DEBUG_TEMPROOT")
)
atexit.register(shutil.rmtree, os.environ["XDG_STATE_HOME"], ignore_errors=True)

register_profiles()

# Nothing here leaves much behind that only the collector finds; by Python's own measure it took a tenth of the run.
gc.set_threshold(100_000, 20, 20)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew; review the diff"
    )


# Fixtures and folders that tell what a test needs, as a marker; `make quick` runs the tests that need no browser,
# no Java and no site that is built whole, `make golden` those that compare with files which can be made anew.
NEEDS = {
    "browser": "browser",
    "java": "java",
    "built_site": "slow",
    "tiny_site": "slow",
    "update_golden": "golden",
}
SLOW = ROOT / "tests" / "site"
# Begun first: a worker that comes to one of these last leaves the others waiting.
LONG = {"test_valid.py", "test_builders.py", "test_accessible.py", "test_wheel.py"}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    with _without_loop(item):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    with _without_loop(item):
        return (yield)


@contextmanager
def _without_loop(item: pytest.Item) -> Iterator[None]:
    """Between two calls of Playwright its loop counts as running; tests without a browser see none."""
    loop = asyncio._get_running_loop()
    if loop is None or "browser" in getattr(item, "fixturenames", ()):
        yield
        return
    asyncio._set_running_loop(None)
    try:
        yield
    finally:
        asyncio._set_running_loop(loop)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.name not in LONG)
    for item in items:
        for fixture in NEEDS.keys() & set(getattr(item, "fixturenames", ())):
            item.add_marker(NEEDS[fixture])
        if item.path.is_relative_to(SLOW):
            item.add_marker("slow")


def pytest_collection_finish() -> None:
    """Modules and tests live as long as the run: Python need not look through them for what can go."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of one term with settings that list everything, as older ones do, to run commands on."""
    (tmp_path / "glossary" / "terms").mkdir(parents=True)
    (tmp_path / "glossary" / "terms" / "ticket.yaml").write_text(TERM)
    (tmp_path / "glossary" / "topics.yaml").write_text("- id: tickets\n  name: Tickets\n")
    for folder in ("docs", "theme"):  # tracked in a clone, since MkDocs asks for them
        (tmp_path / "build" / folder).mkdir(parents=True)
    shutil.copy(SETTINGS, tmp_path / "mkdocs.yml")
    return tmp_path


@pytest.fixture(scope="session", autouse=True)
def _templates_of_the_theme_are_compiled_once() -> Iterator[None]:
    """In a process, not in each of its builds: MkDocs makes an environment for each, which remembers nothing."""
    from jinja2 import BytecodeCache, Environment
    from jinja2.bccache import Bucket
    from mkdocs.theme import Theme

    class Remembered(BytecodeCache):
        kept: ClassVar[dict[tuple[str, str], bytes]] = {}

        def load_bytecode(self, bucket: Bucket) -> None:
            if code := self.kept.get((bucket.key, bucket.checksum)):
                bucket.bytecode_from_string(code)

        def dump_bytecode(self, bucket: Bucket) -> None:
            self.kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()

    made = Theme.get_env

    def remembering(theme: Theme) -> Environment:
        environment = made(theme)
        environment.bytecode_cache = Remembered()
        return environment

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Theme, "get_env", remembering)
        yield


@pytest.fixture
def few_shipped(monkeypatch: pytest.MonkeyPatch) -> Edition:
    """What commands take for the shipped glossary: three terms of each topic, which are read in no time."""
    import site_gen.cli.upstream  # which has the name from there
    from helpers.few import few_terms

    monkeypatch.setattr("site_gen.cli.shipped.shipped", few_terms)
    monkeypatch.setattr(site_gen.cli.upstream, "shipped", few_terms)
    return few_terms()


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real corpus and settings, built by the command that users type; all workers read it."""

    def make(root: Path) -> None:
        shutil.copytree(ROOT / "glossary", root / "glossary")
        build(root)

    return made_once(tmp_path_factory, "project", make)


def build(root: Path, **environment: str) -> None:
    shutil.copy(ROOT / "mkdocs.yml", root)
    done = subprocess.run(
        [sys.executable, "-m", "site_gen", "--root", str(root), "build"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def built_site(project: Path) -> Path:
    return project / "build" / "site"


@pytest.fixture(scope="session")
def tiny_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny corpus as a site: drafts, a deprecated term, homonyms, a repository to suggest changes to."""

    def make(root: Path) -> None:
        write_corpus(root)
        build(root, GLOSSARY_REPOSITORY="https://github.com/us/words")

    return made_once(tmp_path_factory, "tiny", make) / "build" / "site"


@pytest.fixture(scope="session")
def served(built_site: Path) -> Iterator[str]:
    """The address of the built site on a local port, with the 404 page of the site."""
    with serving(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def tiny_served(tiny_site: Path) -> Iterator[str]:
    with serving(tiny_site) as address:
        yield address


@pytest.fixture(scope="session")
def java() -> str:
    """Where Java is, for the checker of HTML."""
    path = shutil.which("java")
    assert path, "the checker needs Java: `make java` installs it"
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # a third of a second, which only this needs

    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = Watched(context.new_page())
    page.set_default_timeout(10_000)
    yield page
    context.close()
