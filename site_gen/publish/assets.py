"""The files that ship with the package: scripts and stylesheets of the pages, and templates for the theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from importlib import resources
from importlib.resources.abc import Traversable

import rcssmin
import rjsmin

from site_gen.model.memo import AFRESH, Memo


def assets(memo: Memo = AFRESH) -> Mapping[str, bytes]:
    """The stylesheets and scripts that pages use, as small as they are sent."""
    return {
        f"assets/{name}": memo.made("asset", name, (data,), partial(_as_loaded, name, data))
        for name, data in _shipped("assets").items()
    }


def _as_loaded(name: str, data: bytes) -> bytes:
    if name.endswith(".js"):
        return f"{rjsmin.jsmin(data.decode())}\n".encode()
    return f"{rcssmin.cssmin(data.decode())}\n".encode() if name.endswith(".css") else data


def theme() -> Mapping[str, bytes]:
    """Our templates on top of Material's."""
    return _shipped("theme")


def _shipped(folder: str) -> Mapping[str, bytes]:
    return dict(_files(resources.files("site_gen.pages") / folder, ""))


def _files(folder: Traversable, below: str) -> Iterator[tuple[str, bytes]]:
    for file in folder.iterdir():
        if file.is_file():
            yield below + file.name, file.read_bytes()
        else:
            yield from _files(file, f"{below}{file.name}/")
