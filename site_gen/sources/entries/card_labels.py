"""Labels of groups at the start of texts, as cards have them: "Film technique" over many definitions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from site_gen.model import names
from site_gen.sources.draft import Draft, Skipped
from site_gen.sources.shape.blocks import count_words, is_name_like

OFTEN = 3  # entries with the same label
SHARE = 0.6  # share of the entries that have one
WORDS = 4  # most words of a label


def settled(found: Sequence[Draft]) -> tuple[list[Draft], list[Skipped]]:
    """The drafts without a first line that many share, as nearly all have such a line; and those lines."""
    first = [_first(draft) for draft in found]
    times = Counter(first)
    own = [label if times[label] >= OFTEN else "" for label in first]
    if sum(map(bool, own)) < max(OFTEN, SHARE * len(found)):
        return list(found), []
    left = [
        Skipped(line=draft.body[0].line, text=draft.body[0].text, why="label of a group")
        for draft, label in zip(found, own, strict=True)
        if label
    ]
    kept = [
        replace(draft, body=draft.body[1:]) if label else draft
        for draft, label in zip(found, own, strict=True)
    ]
    return kept, left


def _first(draft: Draft) -> str:
    """The folded first line of a text with further ones, if it is short and no sentence; else ""."""
    said = draft.body[0].text if len(draft.body) > 1 else ""
    short = is_name_like(said) and count_words(said) <= WORDS
    return names.fold(said) if short else ""
