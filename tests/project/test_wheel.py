"""The built wheel in an environment of its own, on another root than this project; and what it says it needs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from collections.abc import Iterator
from functools import cache
from importlib.metadata import metadata, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from helpers.rows import each_row

ROOT = Path(__file__).resolve().parents[2]
DEBIAN_12 = "3.11.2"  # the Python that a fresh Debian machine has


def run(*command: str | Path, cwd: Path) -> str:
    own = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=own, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_the_wheel_builds_the_site_of_another_root(tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "dist", cwd=ROOT)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    venv.create(tmp_path / "venv", with_pip=False)
    python = tmp_path / "venv" / "bin" / "python"
    install = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps")
    run(*install, wheel, cwd=tmp_path)
    (libraries,) = (tmp_path / "venv" / "lib").glob("*/site-packages")
    # What the wheel needs is here already; a path in a .pth file comes after the wheel's own files.
    (libraries / "here.pth").write_text(sysconfig.get_path("purelib") + "\n")
    found = run(python, "-c", "import site_gen; print(site_gen.__file__)", cwd=tmp_path)
    assert Path(found.strip()).is_relative_to(tmp_path)

    glossary = tmp_path / "venv" / "bin" / "glossary"
    run(glossary, "init", tmp_path / "ours", "--from", "support", cwd=tmp_path)
    shipped, ours = ROOT / "glossary" / "terms", tmp_path / "ours" / "glossary" / "terms"
    assert {file.name for file in ours.iterdir()} == {file.name for file in shipped.iterdir()}
    run(glossary, "--root", tmp_path / "ours", "check", "--strict", cwd=tmp_path)

    root = tmp_path / "desk"  # of another field, in another language
    shutil.copytree(ROOT / "examples" / "university-it", root, ignore=shutil.ignore_patterns("build"))
    run(glossary, "--root", root, "check", "--strict", cwd=tmp_path)
    run(glossary, "--root", root, "build", cwd=tmp_path)
    site = root / "build" / "site"
    page = (site / "terms" / "spam.html").read_text(encoding="utf-8")
    assert "Unerwünschte Werbung, die massenhaft per Mail verschickt wird." in page
    assert '<html lang="de"' in page and "Das sagen wir Ratsuchenden" in page
    assert (site / "assets" / "glossary.css").is_file()
    assert "Diese Seite gibt es nicht" in (site / "404.html").read_text(encoding="utf-8")


def _needed() -> set[str]:
    """The distributions that the project says it needs to run."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {canonicalize_name(Requirement(needed).name) for needed in project["dependencies"]}


def _extra(name: str) -> set[str]:
    """The distributions that come with one of the project's extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {canonicalize_name(Requirement(one).name) for one in project["optional-dependencies"][name]}


def _locked(lock: str) -> set[str]:
    return set(re.findall(r"^([a-z0-9._-]+)==", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))


@cache
def _imported(folder: str) -> frozenset[str]:
    """Every distribution of others that the code of a folder imports, wherever the import stands."""
    return frozenset(_imports(folder))


_distributions = cache(packages_distributions)


_IMPORT = re.compile(r"^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import\b|import[ \t]+([\w., \t]+))", re.MULTILINE)


def _imports(folder: str) -> Iterator[str]:
    """Read by the line, which takes a twentieth of the time that syntax trees take."""
    of = _distributions()
    for path in (ROOT / folder).rglob("*.py"):
        for first, several in _IMPORT.findall(path.read_text(encoding="utf-8")):
            for name in (first or several).split(","):
                top = name.split()[0].partition(".")[0]
                if not (ROOT / folder / f"{top}.py").is_file():  # else a neighbour
                    yield from map(canonicalize_name, of.get(top, ()))


def test_what_the_package_imports_is_what_it_says_it_needs() -> None:
    theme = {"mkdocs-material"}  # named in mkdocs.yml, imported by MkDocs
    extras = _extra("skos") | _extra("mcp")
    assert _imported("site_gen") - {"support-glossary"} - extras == _needed() - theme
    assert extras <= _imported("site_gen")


def test_the_lock_files_hold_all_that_is_imported() -> None:
    assert _needed() <= _locked("requirements.lock") <= _locked("requirements-dev.lock")
    for folder in ("tests", "tools", "benchmarks"):
        assert _imported(folder) - {"support-glossary"} <= _locked("requirements-dev.lock"), folder


@pytest.mark.locked
@each_row("lock", ["requirements.lock", "requirements-dev.lock"])
def test_what_is_pinned_installs_on_the_python_of_debian(lock: str) -> None:
    pins = re.findall(r"^([\w.-]+)==", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)
    wanted = {pin: metadata(pin).get("Requires-Python") or "" for pin in pins}
    assert [
        f"{pin} wants {need}" for pin, need in wanted.items() if DEBIAN_12 not in SpecifierSet(need)
    ] == []
