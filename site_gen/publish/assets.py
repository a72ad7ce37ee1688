"""The files that ship with the package: scripts and stylesheets of the pages, and templates for the theme.

Scripts and stylesheets go out without comments and indentation: a fifth less to load, and no tool to build.
Removed are comments that fill whole lines, that end a line, or that tell the type checker what a value is.
Nothing is parsed for this: no text in our files runs over several lines, where such a line could be part of
it, and none holds " // " or such a type (a test looks).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable

_COMMENTS = re.compile(r"^[ \t]*(?:/\*(?:[^*]|\*(?!/))*\*/[ \t]*|//[^\n]*)\n", re.MULTILINE)
_ENDS = re.compile(r"[ \t]+// [^\n]*$", re.MULTILINE)
_TYPES = re.compile(r"/\*\* @type \{[^\n]*?\} \*/ ")
_INDENTATION = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


def assets() -> Mapping[str, bytes]:
    """The stylesheets and scripts that pages use, as small as they are sent."""
    return {f"assets/{name}": _as_loaded(name, data) for name, data in _shipped("assets").items()}


def _as_loaded(name: str, data: bytes) -> bytes:
    return squeezed(data.decode()).encode() if name.endswith((".js", ".css")) else data


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


def squeezed(text: str) -> str:
    """The same script or stylesheet in fewer bytes; each line of code stays a line."""
    for comments in (_COMMENTS, _ENDS, _TYPES):
        text = comments.sub("", text)
    return _INDENTATION.sub("", text)
