"""A raw document on its way into a reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What one reader gets: ``text`` is the decoded ``data``, "" where the format takes bytes.

    ``format`` is the name that the format has in the table, ``language`` the one of the site that the entries
    are for, ``files`` what a folder or an archive holds, by its path in there.
    """

    filename: str
    format: str
    data: bytes = b""
    text: str = ""
    language: str = "en"
    files: Mapping[str, bytes] = field(default_factory=dict)
