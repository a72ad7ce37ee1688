"""A raw document, the input of a reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The input of a reader.

    ``text`` is the decoded ``data``, "" for formats that are read as bytes. ``format`` is the name in the
    table of formats. ``language`` is the language of the site that imports the entries. ``files`` holds the
    files of a folder or archive by their path inside it.
    """

    filename: str
    format: str
    data: bytes = b""
    text: str = ""
    language: str = "en"
    files: Mapping[str, bytes] = field(default_factory=dict)
