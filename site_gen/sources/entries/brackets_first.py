"""Short and long forms in brackets with which a text begins: "(FTFR) – the share of visits that …"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import permutations

from site_gen.sources.draft import Draft
from site_gen.sources.shape.blocks import abbreviates, clean_name

_BRACKETS = re.compile(
    r"\s*[(（](?P<said>[^()（）]{2,80})[)）]\s*(?:[–—:：-]\s+|(?:[.,]\s+)?(?=[A-ZÀ-Þ]))(?=\S)"
)
_PARTS = re.compile(r"\s*[,;/]\s*|\s+[–—-]\s+|\s*[:：]\s+")
CAPITALS = 2  # of a short form
LONGEST = 100  # characters of a text that may be such a beginning


def settled(draft: Draft) -> Draft:
    """The draft with such forms as other names, where one is the short form of another or of the name."""
    found = _BRACKETS.match(draft.body[0].text[:LONGEST]) if draft.body else None
    if not found:
        return draft
    forms = [clean_name(part) for part in _PARTS.split(found["said"]) if part.strip()]
    known = (draft.name, *draft.also, *forms)
    if not any(_is_short_for(one, other) for one, other in permutations(known, 2) if {one, other} & {*forms}):
        return draft
    first = replace(draft.body[0], text=draft.body[0].text[found.end() :])
    return replace(draft, body=(first, *draft.body[1:]), also=tuple(dict.fromkeys((*draft.also, *forms))))


def _is_short_for(short: str, long: str) -> bool:
    return sum(map(str.isupper, short)) >= CAPITALS and short != long and abbreviates(short, long)
