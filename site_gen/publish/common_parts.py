"""What MkDocs' pages of ours have alike, made once: whole pages but for their texts, and blocks of the theme.

Most pages of a glossary are in no menu, and to the theme they differ in title, description, address and
content only. The theme made its menu anew for each, which took a sixth of a build of 2,000 terms, and then
the rest of each page, which took a twelfth. Pages with the same headings are made once, with a mark for each
text that a page has of its own; ``theme/own_blocks.html`` says which blocks of the theme pages with other
headings have alike, too (tests/publish/test_common_parts.py compares the pages with those that ``main.html``
gives).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from site_gen.publish.slim import slim

TEMPLATE = "own_page.html"
_BLOCKS = "own_blocks.html"
# Marks stand for texts of a page; what our pages put into a template is escaped, and holds none.
_TITLE, _DESCRIPTION = "<title of the page>", "<description of the page>"
_ADDRESS, _CONTENT = "<address of the page>", "<h1>content of the page"
_MARK = re.compile(f"({_TITLE}|{_DESCRIPTION}|{_ADDRESS}|{_CONTENT})")
_OWN = ("title", "description")


class CommonParts:
    """What one build's pages have alike; ``listed`` are the pages of its menu, of which each has its own."""

    def __init__(self, listed: Collection[Any]) -> None:
        self._listed = frozenset(page.file.src_uri for page in listed)
        self._made: dict[tuple[object, ...], str] = {}
        self._around: dict[tuple[object, ...], list[str]] = {}
        self._slim: set[str] = set()

    @pass_context
    def page(self, context: Context) -> str:
        """A whole page as the theme makes it: around its texts as one that is alike, where there is one."""
        page = context["page"]
        if not self._may_share_all(page, context["config"]):
            return _rendered(context)
        rest = [(name, repr(said)) for name, said in sorted(page.meta.items()) if name not in _OWN]
        key = _folder(page), _headings(page.toc), page.canonical_url is None, tuple(rest)
        if key not in self._around:
            with _marked(page):
                self._around[key] = _MARK.split(slim(_rendered(context)))
        self._slim.add(page.file.src_uri)
        texts = {
            _TITLE: page.meta["title"],
            _DESCRIPTION: page.meta["description"],
            _ADDRESS: page.canonical_url,
            _CONTENT: page.content,
        }
        return "".join([texts.get(part, part) for part in self._around[key]])

    def _may_share_all(self, page: Any, config: Any) -> bool:
        """Whether the theme takes texts and headings of a page only; of one in no folder it takes more."""
        return (
            page.file.src_uri not in self._listed
            and "/" in page.url
            and all(page.meta.get(name) and isinstance(page.meta[name], str) for name in _OWN)
            and "<h1" in page.content  # or the theme adds one
            and "</article" not in page.content
            and not (config.use_directory_urls or page.edit_url or config.extra.get("analytics"))
        )

    def is_slim(self, page: Any) -> bool:
        """Whether the page is without the theme's indentation already."""
        return page.file.src_uri in self._slim

    def __call__(self, block: str, make: Callable[[], str], page: Any) -> str:
        """What ``make`` gives for a block of a page, or gave for one that is alike to it."""
        if page.file.src_uri in self._listed:
            return make()
        toc = _headings(page.toc) if block == "site_nav" else ()
        key = block, _folder(page), repr(page.meta.get("hide")), toc
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


def _rendered(context: Context) -> str:
    return context.environment.get_template(_BLOCKS).render(context.get_all())


@contextmanager
def _marked(page: Any) -> Iterator[None]:
    """The page with marks in place of its texts."""
    meta, address, content = dict(page.meta), page.canonical_url, page.content
    try:
        page.meta.update(title=_TITLE, description=_DESCRIPTION)
        page.canonical_url, page.content = address and _ADDRESS, _CONTENT
        yield
    finally:
        page.meta.update(meta)
        page.canonical_url, page.content = address, content


def _folder(page: Any) -> str:
    """Where a page stands: what it leads to is told from there."""
    return str(page.url).rpartition("/")[0]


def _headings(entries: Iterable[Any]) -> tuple[object, ...]:
    return tuple((one.level, one.id, one.title, _headings(one.children)) for one in entries)


def may_share(config: Any) -> bool:
    """Whether all templates are Material's and ours: what others take from a page is not known."""
    return config.theme.name == "material" and config.theme.custom_dir is None
