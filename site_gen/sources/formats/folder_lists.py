"""Which pages of a folder list several terms, and what they list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from site_gen.model import names
from site_gen.sources.draft import Piece, Reading
from site_gen.sources.formats import markdown
from site_gen.sources.formats.by_shape import of_markup
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.folder_files import format_of
from site_gen.sources.formats.folder_kind import has_table, may_list
from site_gen.sources.formats.markdown_dialects import moved
from site_gen.sources.formats.page import Page, is_letter, title_of
from site_gen.sources.shape.columns import Chosen

FAR = 10_000_000  # more than the lines of a page
LISTS, MOST = 2, 0.5  # pages that list several terms, and their share, beside which others list one


def read(pages: Sequence[Page], single: Sequence[Page], chosen: Chosen, language: str) -> dict[str, Reading]:
    """The readings of the pages that list terms, by path; ``single`` are pages that may be about one term.

    A page may hold a single term where most others list several in the same look.
    """
    listing = may_list(single, pages)
    letters = _joined([page for page in listing if is_letter(page)], chosen)
    found = {page.path: letters.get(page.path) or of_markup(page.blocks, chosen) for page in listing}
    lists = {page.path: listed for page in pages if (listed := _of_front(page, chosen, language))}
    for page in listing:
        count = len(found[page.path].drafts)
        sure = not single or is_letter(page) or has_table(page)
        if page.path not in lists and (count > 1 or (count and sure)):
            lists[page.path] = found[page.path]
    if len(lists) >= max(LISTS, MOST * len(listing)):
        lists |= _with_one(listing, lists, chosen)
    return lists


def _with_one(listing: Sequence[Page], lists: Mapping[str, Reading], chosen: Chosen) -> Mapping[str, Reading]:
    """The readings of pages with a single term, which the look of those that list several gives away."""
    looks = {draft.how for reading in lists.values() for draft in reading.drafts}
    left = [page for page in listing if page.path not in lists]
    joined = _joined(listing, chosen) if left else {}
    return {
        page.path: joined[page.path]
        for page in left
        if page.path in joined and _is_alike(page, joined[page.path], looks)
    }


def _is_alike(page: Page, reading: Reading, looks: set[str]) -> bool:
    """Whether the only entry of a page has the look of those of other pages, and a name of its own."""
    if len(reading.drafts) != 1 or page.front.of_a_term:
        return False
    draft = reading.drafts[0]
    return draft.how in looks and names.fold(draft.name) != names.fold(title_of(page))


def _of_front(page: Page, chosen: Chosen, language: str) -> Reading | None:
    """The entries that the front matter of a page lists for its layout; None if it lists none."""
    if format_of(page.path) != "markdown":
        return None
    document = Document(filename=page.path, format="markdown", data=b"", text=page.text, language=language)
    return markdown.of_front(document, chosen)


def _joined(pages: Sequence[Page], chosen: Chosen) -> dict[str, Reading]:
    """The readings of pages that are parts of one list: a page may have a single entry."""
    blocks = [moved(block, number * FAR) for number, page in enumerate(pages) for block in page.blocks]
    found = of_markup(blocks, chosen) if len(pages) > 1 else Reading()
    out = {}
    for number, page in enumerate(pages):
        drafts = [draft for draft in found.drafts if draft.line // FAR == number]
        left = [one for one in found.skipped if one.line // FAR == number]
        out[page.path] = Reading(
            drafts=tuple(replace(d, line=d.line % FAR, body=_moved_back(d.body)) for d in drafts),
            skipped=tuple(replace(one, line=one.line % FAR) for one in left),
        )
    return {path: reading for path, reading in out.items() if reading.drafts}


def _moved_back(body: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(replace(piece, line=piece.line % FAR) for piece in body)
