"""Parts of MkDocs' pages that are the same on many pages of ours, made once: menu, scripts, foot.

Most pages of a glossary are in no menu, and to the theme they differ in title, headings and content only.
The theme made its menu anew for each, which took a sixth of a build of 2,000 terms. ``theme/own_page.html``
says which blocks of the theme are made once for all pages that are alike to them
(tests/publish/test_common_parts.py compares the pages with those that ``main.html`` gives).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

TEMPLATE = "own_page.html"
_TITLE = "<title of the page>"  # stands for it; what our pages put into a template is escaped


class CommonParts:
    """The blocks of one build's pages; ``listed`` are the pages of its menu, of which each has its own."""

    def __init__(self, listed: Collection[Any]) -> None:
        self._listed = frozenset(page.file.src_uri for page in listed)
        self._made: dict[tuple[object, ...], str] = {}

    def __call__(self, block: str, make: Callable[[], str], page: Any) -> str:
        """What ``make`` gives for a block of a page, or gave for one that is alike to it."""
        if page.file.src_uri in self._listed:
            return make()
        folder = page.url.rpartition("/")[0]  # addresses are relative
        toc = _headings(page.toc) if block == "site_nav" else ()
        key = block, folder, repr(page.meta.get("hide")), toc
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]

    def titled(self, block: str, make: Callable[[], str], page: Any) -> str:
        """The same for a block that has the page's title, too."""
        title = page.meta.get("title")
        if not isinstance(title, str):
            return make()
        try:
            page.meta["title"] = _TITLE
            shared = self(block, make, page)
        finally:
            page.meta["title"] = title
        return shared.replace(_TITLE, title)


def _headings(entries: Iterable[Any]) -> tuple[object, ...]:
    return tuple((one.level, one.id, one.title, _headings(one.children)) for one in entries)


def may_share(config: Any) -> bool:
    """Whether all templates are Material's and ours: what others take from a page is not known."""
    return config.theme.name == "material" and config.theme.custom_dir is None
