"""The labels of fields on the pages of a folder: what most pages have is like a column of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from site_gen.sources.formats.page import Page
from site_gen.sources.shape.blocks import Labelled, Table
from site_gen.sources.shape.header_roles import is_exact, role_of

MOST = 0.6  # share of pages
LEAST = 2  # pages
_SAYING = frozenset(["name", "text", "also", "short", "long"])


def columns(pages: Sequence[Page]) -> dict[str, str]:
    """The field of an entry for each label of names or texts that most pages have: "Term", "Meaning"."""
    times = Counter(label for page in pages for label in set(_labels(page)))
    least = max(LEAST, MOST * len(pages))
    return {label: role_of(label) for label, count in times.items() if count >= least}


def _labels(page: Page) -> Iterator[str]:
    for block in page.blocks:
        if isinstance(block, Labelled):
            said = [option.name for option in block.options]
        else:
            said = [row.cells[0] for row in block.rows if row.cells] if isinstance(block, Table) else []
        yield from (label for label in said if is_exact(label) and role_of(label) in _SAYING)
