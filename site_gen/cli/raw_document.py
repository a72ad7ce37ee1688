"""The raw glossary that a command reads: a file, standard input, or what a folder holds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import click

MAX_INPUT = 64_000_000  # bytes; more is no glossary
MAX_FILES = 20_000  # that are looked at in a folder


class FileOrFolder(click.File):
    """A file that is opened for reading, or a folder as its path."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if isinstance(value, str | os.PathLike) and Path(value).is_dir():
            return Path(value)
        return super().convert(value, param, ctx)


def read(file: BinaryIO | Path) -> tuple[bytes | dict[str, bytes | None], str]:
    """The content with its name for messages; a link in a folder has none.

    Raises ``ClickException`` where it is too much.
    """
    name = str(file) if isinstance(file, Path) else str(getattr(file, "name", "-"))
    data = dict(_files(file)) if isinstance(file, Path) else file.read(MAX_INPUT + 1)
    size = sum(len(one or b"") for one in data.values()) if isinstance(data, dict) else len(data)
    if size > MAX_INPUT:
        raise click.ClickException(f"{name}: larger than {MAX_INPUT:,} bytes; split it")
    return data, name


def _files(folder: Path) -> Iterator[tuple[str, bytes | None]]:
    """The files of a folder by their path in it, None for a link, which is not followed.

    Hidden ones stay out.
    """
    left, count = MAX_INPUT + 1, 0
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith(".") and one != "node_modules")
        links = [one for one in folders if Path(path, one).is_symlink()]
        for name in sorted([*names, *links]):
            inner = Path(path, name)
            count += 1
            if count > MAX_FILES:
                raise click.ClickException(f"{folder}: more than {MAX_FILES:,} files; choose a smaller one")
            if not name.startswith(".") and inner.is_symlink():
                yield inner.relative_to(folder).as_posix(), None
            if name.startswith(".") or inner.is_symlink() or not inner.is_file():
                continue
            with inner.open("rb") as file:
                data = file.read(left)
            left -= len(data)
            yield inner.relative_to(folder).as_posix(), data
            if left <= 0:
                return
