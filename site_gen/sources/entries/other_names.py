"""What an entry's name is known by, where it only points elsewhere, and which meanings it numbers."""

from __future__ import annotations

import re

from site_gen.model import names
from site_gen.sources.draft import Draft
from site_gen.sources.shape.blocks import abbreviates, clean_name, count_words

_SEE = re.compile(
    r"^\W*(?:see also|see|siehe auch|siehe|voir aussi|voir|véase|ver|vedi|zie|veja|refer to|same as)"
    r"[\s:]+(?P<name>[^.;]{1,90}?)\s*[.)]*$|^\W*(?:→|⇒|=>|->)\s*(?P<arrow>[^.;]{1,90}?)\s*\.?$",
    re.IGNORECASE,
)


def refers_to(draft: Draft) -> str:
    """The name that an entry only points to ("See Churn rate"); empty where it has a text of its own."""
    text = " ".join(piece.text for piece in draft.body).strip()
    found = _SEE.match(text) if len(text) <= 120 else None
    name = clean_name(found["name"] or found["arrow"] or "") if found else ""
    return name if 0 < count_words(name) <= 8 else ""


def keys(name: str) -> tuple[str, ...]:
    """What a printed name is known by: its key, and that of the abbreviation or long form in its brackets.

    A qualifier in brackets ("Agent (software)") makes another key: such names are told apart.
    """
    outside = names.bare(name)
    shorts, qualifiers = [], []
    for part in names.brackets(name):
        for item in re.split(r"\s*(?:,|/|\bor\b)\s*", part):
            if abbreviates(item, outside) or abbreviates(outside, item):
                shorts.append(names.key(item))
            elif len(item) > 2:
                qualifiers.append(names.fold(item))
    own = names.key(name) or names.fold(name) or name
    return ("|".join([own, *qualifiers]), *(short for short in shorts if short))
