"""Labelled facts of a record below nearly every text, whatever their labels say: "Country: …", "Image: …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from statistics import mean

from site_gen.model import names
from site_gen.sources.draft import Draft, Piece, Skipped
from site_gen.sources.shape.blocks import count_words
from site_gen.sources.shape.header_roles import field_of, is_exact, role_of

ENTRIES, SHARE = 5, 0.8  # entries with a label, and their share of all
LABELS = 2  # labels that nearly all entries have; one is enough if its values repeat
REPEATED = 0.7  # most different values of such a label for each entry
OFTEN = 3  # entries with another label among these facts
WORDS = 10  # mean words of the values of a label
SENTENCES = 0.2  # most of them that end as sentences do
_LABEL = re.compile(
    r"[*_]{0,2}(?P<label>[^\W\d_][^:：.!?\n*]{0,30}?)[*_]{0,2}\s?[:：][*_]{0,2}(?:\s+(?P<said>.*)|$)"
)
_SENTENCE = re.compile(r"[.!?…。][\"”»)]?\s*$")


def settled(found: Sequence[Draft]) -> tuple[list[Draft], list[Skipped]]:
    """The drafts without lines of such facts below their texts, and those lines."""
    told = [_labels(draft) for draft in found]
    times = Counter(label for own in told for label in own)
    common = [label for label in times if times[label] >= max(ENTRIES, SHARE * len(found))]
    said = {label: [own[label] for own in told if label in own] for label in times}
    facts = {label for label in common if _are_facts(said[label])}
    if len(facts) < LABELS and not any(_repeat(said[label]) for label in facts):
        return list(found), []
    others = {label for label in times if times[label] >= OFTEN and label not in common}
    facts |= {label for label in others if _are_facts(said[label])}
    out, left = list[Draft](), list[Skipped]()
    for draft in found:
        made, skipped = _without(draft, facts)
        out.append(made)
        left += skipped
    return out, left


def _labels(draft: Draft) -> dict[str, str]:
    """The folded labels below the first line of a text, with what they say."""
    lines = [line for piece in draft.body for line in piece.text.split("\n")][1:]
    lines = lines if not _leads_to_list(draft) else []
    own = (found for line in lines if (found := _LABEL.match(line.strip())))
    return {
        names.fold(one["label"]): (one["said"] or "").strip() for one in own if not _is_read(one["label"])
    }


def _is_read(label: str) -> bool:
    """Whether a label has a meaning of its own, as other names and definitions have."""
    return is_exact(label) and field_of(role_of(label)) in ("also", "text", "name")


def _are_facts(said: Sequence[str]) -> bool:
    """Whether what stands behind a label is mostly short, and no sentence."""
    sentences = mean(_SENTENCE.search(one) is not None for one in said)
    return mean(map(count_words, said)) <= WORDS and sentences <= SENTENCES


def _repeat(said: Sequence[str]) -> bool:
    return len({names.fold(one) for one in said}) <= REPEATED * len(said)


def _leads_to_list(draft: Draft) -> bool:
    """Whether a text says that a list follows, whose items may have the same labels below each name."""
    return any(piece.text.rstrip().endswith((":", "：")) for piece in draft.body[:1])


def _without(draft: Draft, facts: Collection[str]) -> tuple[Draft, list[Skipped]]:
    """The draft without lines of facts and those that go on with them."""
    body, left, fact = list[Piece](), list[Skipped](), ""
    for piece in draft.body if not _leads_to_list(draft) else ():
        kept = list[str]()
        for place, line in enumerate(piece.text.split("\n")):
            label = _LABEL.match(line.strip()) if body or place else None
            goes_on = bool(fact) and (place > 0 or line[:1].islower())
            if not goes_on or (label and not line.strip()[0].islower()):
                fact = label["label"] if label and names.fold(label["label"]) in facts else ""
            if fact:
                left.append(Skipped(line=piece.line, text=line.strip(), why=f"'{fact}' of the entry above"))
            else:
                kept.append(line)
        if any(map(str.strip, kept)):
            body.append(replace(piece, text="\n".join(kept).rstrip()))
    return (replace(draft, body=tuple(body)), left) if body else (draft, [])
