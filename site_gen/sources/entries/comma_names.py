"""Names with commas: an abbreviation or a form of the name is another name, "Stock, FG", "Run, runner".

What only turns a name round stays in it: "Transfer, warm", "Smith, John". An abbreviation that is none of the
name before it may do so too ("Cable, HDMI"); the other names of the document decide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from site_gen.model import names
from site_gen.sources.draft import Draft
from site_gen.sources.shape.blocks import MAX_LONG, abbreviates, clean_name, count_words

MOST = 5  # parts of a name
WORDS = 3  # of each part after the first
STEM = 3  # signs that two forms of a word share at least
_HEADED = frozenset(["heading", "label", "table row", "card", "definition list", "item", "entry", "text"])
_ABBREVIATION = re.compile(r"(?=[^\s]*[A-ZÀ-Þ]{2})[A-ZÀ-Þ0-9][A-ZÀ-Þ0-9&/.-]{1,7}s?(?: \d{1,6})?")
_OF_FIRMS_AND_PLACES = re.compile(
    r"INC|LL[CP]|LTD|PLC|SAS?|SARL|AG|SE|KG|A[BS]|[BN]V|SPA|SRL|OY|UK|USA?|EU|U[NE]|DC|PHD|[JS]R|I{2,3}|IV"
)


def parted(found: Sequence[Draft]) -> list[Draft]:
    """The drafts, with abbreviations and forms after commas as other names."""
    listed = [_parts(draft) for draft in found]
    after = Counter(parts[1] for parts in listed if len(parts) == 2)
    kinds = [_kind(parts, after) for parts in listed]
    turned = kinds.count("turned")
    taken = (
        {"other name"}
        if turned > 1 and turned >= kinds.count("abbreviation")
        else {"other name", "abbreviation"}
    )
    return [
        replace(draft, name=parts[0], also=(*draft.also, *parts[1:])) if kind in taken else draft
        for draft, parts, kind in zip(found, listed, kinds, strict=True)
    ]


def _parts(draft: Draft) -> list[str]:
    """The parts of a name between commas, if there are as many and as short ones as in a list of names."""
    name = draft.name
    if draft.given or draft.how not in _HEADED or ", " not in name or len(name) > MAX_LONG:
        return []
    parts = [clean_name(part) for part in name.split(", ")]
    short = len(parts) <= MOST and all(0 < count_words(part) <= WORDS for part in parts[1:])
    return parts if short and all(parts) and not re.search(r"[(){}\[\]\"“”«»?!:]", name) else []


def _kind(parts: Sequence[str], after: Counter[str]) -> str:
    """What the parts of a name are: "other name", "abbreviation", "turned"; "" for a name without commas."""
    if not parts:
        return ""
    name, *others = parts
    if any(_is_form(part, name) or _shortens(part, name) for part in others):
        return "other name"
    told = [part for part in others if _ABBREVIATION.fullmatch(part) and after[part] < 2]
    known = [part for part in told if not _OF_FIRMS_AND_PLACES.fullmatch(re.sub(r"\W", "", part))]
    return "abbreviation" if known else "turned"


def _shortens(part: str, name: str) -> bool:
    """Whether a part in capitals abbreviates the name before it."""
    return _ABBREVIATION.fullmatch(part) is not None and not name.isupper() and abbreviates(part, name)


def _is_form(part: str, name: str) -> bool:
    """Whether the first word of a part is another form of the first of the name: "runner", "pumped out"."""
    one, other = names.fold(name).split(), names.fold(part).split()
    if not one or not other or one[0] == other[0] or part.isupper():
        return False
    stem = one[0][: max(STEM, len(one[0]) - 1)]
    return len(stem) >= STEM and other[0].startswith(stem) and len(other[0]) >= len(one[0])
