"""Places in a document without lines: paragraph number, or chapter and line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from site_gen.sources.draft import Reading


def placed(reading: Reading, place: Callable[[int], str]) -> Reading:
    """The reading with places that readers understand; ``place`` turns a line number into one."""
    drafts = tuple(
        draft if draft.where else replace(draft, where=f"{draft.how}, {place(draft.line)}")
        for draft in reading.drafts
    )
    skipped = tuple(skip if skip.where else replace(skip, where=place(skip.line)) for skip in reading.skipped)
    heads = {
        head: one if one.where else replace(one, where=place(one.line))
        for head, one in reading.places.items()
    }
    return replace(reading, drafts=drafts, skipped=skipped, places=heads)
