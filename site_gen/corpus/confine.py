"""Where a link leads, and whether a file may be written: nothing in a repository may point elsewhere.

``os.path.realpath`` is used throughout: of links that lead in a circle it makes a path that is not there,
where ``Path.resolve`` raises a ``RuntimeError`` (Python 3.11).
"""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from site_gen.corpus import stage
from site_gen.model.problem import RefusedError


def is_below(path: str | os.PathLike[str], folder: str | os.PathLike[str]) -> bool:
    """Whether a path, with every link on its way followed, stands below ``folder``."""
    real, home = os.path.realpath(path), os.path.realpath(folder)
    return real.startswith(home.rstrip(os.sep) + os.sep)


def is_in_view_of(path: str | os.PathLike[str], folder: str | os.PathLike[str]) -> bool:
    """Whether a path leads below ``folder``, and there to nothing hidden."""
    below = Path(os.path.relpath(os.path.realpath(path), os.path.realpath(folder))).parts
    return is_below(path, folder) and not any(part.startswith(".") for part in below)


def first_link(root: Path, place: Path) -> Path | None:
    """The first part of the way from ``root`` to ``place`` that is a link; None where there is none.

    What stands above ``root`` is the user's own, and may be a link.
    """
    way = Path(os.path.relpath(place, root)).parts
    steps = (root.joinpath(*way[: number + 1]) for number in range(len(way)))
    return next((step for step in steps if step.is_symlink()), None)


def own_place(root: Path, place: Path) -> Path:
    """``place`` again, where nothing on the way to it is a link. Raises ``RefusedError``."""
    link = first_link(root, place)
    if link is not None:
        raise RefusedError(
            f"{os.path.relpath(link, root)}: a link to {link.readlink()}; nothing is read or written through "
            "it; put the file or folder itself here"
        )
    return place


def write_own(root: Path, name: str, data: bytes) -> None:
    """Write a generated file of the project. Raises ``RefusedError`` for a link, a pipe or a device."""
    place = own_place(root, root / name)
    if place.exists() and not place.is_file():
        raise RefusedError(f"{name}: no ordinary file, so nothing is written into it; move it away")
    place.parent.mkdir(exist_ok=True)
    write_file(place, data)


def write_out(root: Path, path: Path, data: bytes) -> None:
    """Write a file where its user has said. Raises ``RefusedError`` where a link of the project stands there.

    A link elsewhere is the user's own, and what it leads to is written.
    """
    if Path(os.path.normpath(root.absolute())) in Path(os.path.normpath(path.absolute())).parents:
        own_place(root, path)
    write_file(path, data)


def write_file(path: Path, data: bytes) -> None:
    """Write one file that is no part of the corpus: whole or not at all.

    Raises ``OSError`` that names the file.
    """
    if path.exists() and not path.is_file():  # a pipe, or what the system keeps under such a name
        path.write_bytes(data)
        return
    place = Path(os.path.realpath(path))  # what a link leads to is written, and the link stays
    part = place.with_name(f".{place.name}.{secrets.token_hex(4)}.part")
    try:
        stage.write_through(part, data)
        if place.exists():
            shutil.copymode(place, part)
        part.replace(place)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise stage.at(error, path) from None
