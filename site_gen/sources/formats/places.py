"""Where something stands in a document that has no lines: by paragraph, by chapter and line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from site_gen.sources.draft import Reading


def placed(reading: Reading, place: Callable[[int], str]) -> Reading:
    """The reading with places as a reader of the document knows them; ``place`` turns a line into one."""
    drafts = tuple(
        draft if draft.where else replace(draft, where=f"{draft.how}, {place(draft.line)}")
        for draft in reading.drafts
    )
    return replace(reading, drafts=drafts)
