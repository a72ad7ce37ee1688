"""The wheel and the source distribution, made and used as somebody does who has never seen this project.

    python tools/release_check.py [--tag v0.2.0]

Builds both into dist/, looks into them, installs the wheel with what it needs into an empty environment,
starts a glossary there, checks it, builds its site and looks a term up in Chromium, opened from disk.
--tag also asks that the tag, the version and the changelog agree. Needs the registry that pip is set to.
Exits 1 with a line for whatever is wrong.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import venv
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
# What somebody who packs it for a system needs beside the code: to build, to test, to read.
PACKAGERS = (
    "pyproject.toml", "README.md", "LICENSE", "LICENSE-corpus.md", "CHANGELOG.md", "CONTRIBUTING.md",
    "Makefile", "mkdocs.yml", "requirements.lock", "requirements-dev.lock", "docs/contributing-code.md",
    "docs/commands.md", "glossary/topics.yaml", "schema/term.json", "site_gen/plugin.py",
    "tests/conftest.py", "tools/package_metadata.py",
)  # fmt: skip
RELATIVE = re.compile(r"\]\((?!https?:|mailto:|#)([^)]+)\)")


def main() -> None:
    parser = argparse.ArgumentParser(description="Make wheel and source distribution, and use them.")
    parser.add_argument("--tag", default="", help="the tag that is to be released, such as v0.2.0")
    tag = parser.parse_args().tag
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    with tempfile.TemporaryDirectory(prefix="glossary-release-") as place:
        wrong = [*version_problems(version, tag), *_built(Path(place))] or [*_used(Path(place), version)]
    for line in wrong:
        print(line, file=sys.stderr)
    if wrong:
        sys.exit(1)
    print(
        f"{version}: "
        + " and ".join(sorted(path.name for path in DIST.iterdir()))
        + " are fit to be published"
    )


def version_problems(version: str, tag: str) -> Iterator[str]:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    if not re.search(rf"^## {re.escape(version)} - \d{{4}}-\d\d-\d\d$", changes, re.MULTILINE):
        yield f"CHANGELOG.md: no section '## {version} - YYYY-MM-DD'; write it"
    if tag and tag != f"v{version}":
        yield f"pyproject.toml: version is {version}, and the tag is {tag}; they must agree"


def _built(place: Path) -> Iterator[str]:
    """Both are made, hold what they should, and the wheel made from the source distribution is the same."""
    shutil.rmtree(DIST, ignore_errors=True)
    _run(sys.executable, "-m", "hatchling", "build", "-d", DIST, cwd=ROOT)
    (wheel,), (source,) = DIST.glob("*.whl"), DIST.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        archive.extractall(place, filter="data")
    unpacked = place / source.name.removesuffix(".tar.gz")
    yield from (f"{source.name}: {name} is missing" for name in PACKAGERS if not (unpacked / name).is_file())
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", place / "again", cwd=unpacked)
    ours, again = _held(wheel), _held(place / "again" / wheel.name)
    yield from (
        f"{wheel.name}: {name} is not what the source distribution makes"
        for name in sorted(ours.keys() | again.keys())
        if ours.get(name) != again.get(name)
    )
    outside = [name for name in ours if not name.startswith(("site_gen/", "support_glossary-"))]
    yield from (f"{wheel.name}: {name} does not belong there" for name in outside)
    (metadata,) = (text for name, text in ours.items() if name.endswith("/METADATA"))
    yield from (f"{wheel.name}: the README links to {link}" for link in RELATIVE.findall(metadata.decode()))


def _held(wheel: Path) -> dict[str, bytes]:
    with ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/RECORD")}


def _used(place: Path, version: str) -> Iterator[str]:
    """The first quarter of an hour of somebody who has the wheel alone."""
    (wheel,) = DIST.glob("*.whl")
    venv.create(place / "venv", with_pip=True)
    python, glossary = place / "venv" / "bin" / "python", place / "venv" / "bin" / "glossary"
    _run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=place)
    _run(python, "-m", "pip", "check", cwd=place)
    if version not in (said := _run(glossary, "--version", cwd=place)):
        yield f"glossary --version says {said.strip()}, expected {version}"
    _run(glossary, "init", "desk", cwd=place)
    for command in ("check", "build"):
        _run(glossary, command, cwd=place / "desk")
    yield from _looked_up(place / "desk" / "build" / "site" / "index.html")


def _looked_up(page: Path) -> Iterator[str]:
    from playwright.sync_api import expect, sync_playwright  # long to load, and not for the versions

    installed = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    chromium = os.environ.get("CHROMIUM") or installed
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        tab = browser.new_page()
        trouble: list[str] = []
        tab.on("pageerror", lambda error: trouble.append(f"the page: {error}"))
        tab.goto(page.as_uri())
        tab.keyboard.press("/")
        tab.keyboard.type("FR")
        try:
            expect(tab.get_by_role("option").first).to_contain_text("First reply")
        except AssertionError as error:
            trouble.append(f"the lookup: {error}")
        browser.close()
    yield from trouble


def _run(*command: str | Path, cwd: Path) -> str:
    """What a command prints. Ends this program with all that it said where it fails."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=own, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
