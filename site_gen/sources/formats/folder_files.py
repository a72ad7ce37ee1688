"""Which files of a folder or archive are read: pages and documents that are not hidden, within bounds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from site_gen.model.import_formats import FORMATS
from site_gen.sources.draft import UnreadableError

MAX_FILES, MAX_TOTAL = 5_000, 40_000_000  # number of pages, and total bytes
PAGES = ("markdown", "html", "text", "rst", "asciidoc", "mediawiki", "dokuwiki", "org", "jira")
DATA = ("json", "yaml", "toml", "csv", "tsv")
_HIDDEN = re.compile(r"(?:^|/)(?:\.[^/]+|__MACOSX|node_modules)(?:/|$)")
_OF_SYSTEM = re.compile(r"(?:^|/)(?:\._[^/]*|\.DS_Store|__MACOSX|node_modules|\.git)(?:/|$)")


def format_of(path: str) -> str:
    """The format of a file by its ending, "" if none is known."""
    ending = PurePosixPath(path.lower()).suffix
    return next((name for name, form in FORMATS.items() if ending in form.endings), "")


def is_hidden(path: str) -> bool:
    """Whether a file, or a folder around it, is hidden or made by a program."""
    return _HIDDEN.search(f"/{path}") is not None


def is_read(path: str) -> bool:
    """Whether the bytes of a file are needed: it is a page or a document, and not hidden."""
    return bool(format_of(path)) and not is_hidden(path)


def is_kept_away(path: str) -> bool:
    """Whether somebody hid a page or document: it is none of those that systems put beside the others."""
    return bool(format_of(path)) and is_hidden(path) and not _OF_SYSTEM.search(f"/{path}")


def check_bounds(files: Mapping[str, bytes], texts: Sequence[str]) -> None:
    """Refuse folders with too many files or bytes. Raises ``UnreadableError``."""
    if len(files) > MAX_FILES or sum(len(files[path]) for path in texts) > MAX_TOTAL:
        raise UnreadableError(
            "import-too-large", f"more than {MAX_FILES:,} files or {MAX_TOTAL:,} bytes",
            "import the folder that holds the pages of terms",
        )  # fmt: skip
