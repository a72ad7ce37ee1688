"""The shipped glossary: a part of the installed package, or in a checkout the repository's own corpus."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

from site_gen.corpus.layout import FILES, ROOT, TERMS
from site_gen.corpus.yaml.parse import MAX_BYTES
from site_gen.editing.upstream.edition import Edition, read_edition
from site_gen.model.problem import RefusedError

PACKAGE = "support-glossary"


def shipped() -> Edition:
    """The edition that this version of the tool has. Raises ``RefusedError`` where it is not installed."""
    installed = _installed()
    if installed.is_dir():
        return read_edition(metadata.version(PACKAGE), dict(_files(installed)))
    return read_edition(_version(), dict(_files(_checkout() / ROOT)))


def license_text() -> bytes:
    """The license of the shipped texts."""
    installed = _installed()
    return (
        installed / "LICENSE.md" if installed.is_dir() else _checkout() / "LICENSE-corpus.md"
    ).read_bytes()


def _installed() -> Traversable:
    return resources.files("site_gen") / "shipped"  # pyproject.toml puts it there


def _checkout() -> Path:
    folder = Path(__file__).resolve().parents[2]
    if (folder / "pyproject.toml").is_file() and (folder / TERMS).is_dir():
        return folder
    raise RefusedError("this installation has no shipped glossary; install the tool from its wheel")


def _version() -> str:
    project = tomllib.loads((_checkout() / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def _files(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    """Terms, topics, paths and what belongs to them; sources tell how the terms were made, and stay here."""
    below = folder / TERMS.removeprefix(ROOT)
    for file in sorted(below.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yaml") and not file.name.startswith("."):
            yield f"{TERMS}{file.name}", _read(file)
    for path in FILES:
        file = folder / path.removeprefix(ROOT)
        if file.is_file():
            yield path, _read(file)


def _read(file: Traversable) -> bytes:
    with file.open("rb") as opened:
        return opened.read(MAX_BYTES + 1)
