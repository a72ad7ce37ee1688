"""Which pages of a folder are about one term each, and which may list several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import mean

from site_gen.model import names
from site_gen.sources.formats.page import Page, is_letter, title_of
from site_gen.sources.shape import defining, table_layout
from site_gen.sources.shape.blocks import (
    Block,
    Heading,
    Labelled,
    Noise,
    Pair,
    Prose,
    Table,
    is_name_like,
    speaks_of,
)
from site_gen.sources.shape.header_words import STRONG_TEXT_HEADERS
from site_gen.sources.shape.sections import is_title

MOST = 0.6  # share of pages named like terms from which each page is one term


def may_list(single: Sequence[Page], pages: Sequence[Page]) -> Sequence[Page]:
    """The pages that may list terms: pages not named like a term, or all if few are named so.

    In a folder where most pages are named like terms, each page is about its own term, even with many
    sections.
    """
    if not single:
        return pages
    named = [page for page in single if _is_called_like_a_term(page)]
    if len(named) >= MOST * len(single) and not _are_lists(named):
        told = {page.path for page in named}
        return [page for page in single if page.path not in told]
    return [page for page in single if not page.front.of_a_term]


def _are_lists(named: Sequence[Page]) -> bool:
    """Whether pages have names with a text each, and no introduction about the page title."""
    heads = [_headings(page) or _bold_lines(page) or _labels(page) for page in named]
    times = Counter(names.fold(head) for own in heads for head in set(own))
    own = [head for part in heads for head in part]
    several = sum(len(part) >= 2 or has_table(page) for part, page in zip(heads, named, strict=True))
    if several < MOST * len(named) or mean(times[names.fold(head)] > 1 for head in own) >= 0.2:
        return False
    return mean(_begins_about_itself(page) for page in named) < 0.5


def has_table(page: Page) -> bool:
    """Whether a page has a table with headers for names and for texts, which lists terms even in one row."""
    plans = (table_layout.layout(block, {}) for block in page.blocks if isinstance(block, Table))
    return any({"name", "text"} <= set(plan.roles) and plan.known and plan.header for plan in plans if plan)


def _headings(page: Page) -> list[str]:
    return [b.text for b in page.blocks if isinstance(b, Heading) and b.sure and b.depth > 1]


def _bold_lines(page: Page) -> list[str]:
    """The bold lines over texts of a page that begins with one, right below its title."""
    body = [block for block in page.blocks if not isinstance(block, Noise)]
    body = body[1:] if body and isinstance(body[0], Heading) and body[0].sure else body
    if not body or not _is_bold_line(body[0]):
        return []
    return [block.text for block in body if isinstance(block, Heading) and _is_bold_line(block)]


def _is_bold_line(block: Block) -> bool:
    return isinstance(block, Heading) and not block.sure and block.style.startswith("bold")


def _labels(page: Page) -> list[str]:
    """The names with a text each of which a page consists: lines, definition lists or rows of a table."""
    body = [block for block in page.blocks if not isinstance(block, Noise | Heading)]
    found = [list(_names_in(block)) for block in body]
    return [name for own in found for name in own] if sum(map(bool, found)) >= MOST * len(body) else []


def _names_in(block: Block) -> Iterator[str]:
    if isinstance(block, Labelled):
        yield from (option.name for option in block.options[:1])
    elif isinstance(block, Pair):
        yield from block.names[:1]
    elif isinstance(block, Table) and (plan := table_layout.layout(block, {})) and plan.known:
        at = next(index for index, role in enumerate(plan.roles) if role.startswith("name"))
        yield from (row.cells[at] for row in (plan.table or block).rows[plan.start :] if at < len(row.cells))


def _begins_about_itself(page: Page) -> bool:
    at = next((i for i, block in enumerate(page.blocks) if not isinstance(block, Noise | Heading)), 0)
    first = page.blocks[at] if page.blocks else None
    title = title_of(page)
    heads = (block for block in page.blocks[:at] if isinstance(block, Heading))
    over = [head for head in heads if head.sure or _is_bold_line(head)]
    if over and (over[-1].depth > 1 or not over[-1].sure) and not speaks_of(title, over[-1].text):
        return False  # what stands over it is the name of an entry
    if isinstance(first, Labelled) and not _headings(page) and not speaks_of(title, first.options[0].name):
        return False
    said = first.otherwise if isinstance(first, Labelled) else first
    if not isinstance(said, Prose) or defining.tells_of_parts(said.text):
        return False
    return speaks_of(title, said.text, whole=True) or defining.defines(title, said.text)


def _is_called_like_a_term(page: Page) -> bool:
    title = title_of(page)
    if is_letter(page):
        return False
    return (
        page.front.of_a_term
        or has_definition(page)
        or (is_name_like(title, 12) and len(title) > 1 and not is_title(title))
    )


def has_definition(page: Page) -> bool:
    """Whether one section of a page is called "Definition", so that the page is about one term."""
    heads = [
        names.fold(block.text) for block in page.blocks if isinstance(block, Heading) and block.depth > 1
    ]
    return sum(head in STRONG_TEXT_HEADERS for head in heads) == 1
