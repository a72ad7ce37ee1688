"""Tell whether the texts of a document explain its names, where nothing calls it a glossary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import mean

from site_gen.model import names
from site_gen.sources.draft import Draft
from site_gen.sources.shape import defining, doubt, tongue
from site_gen.sources.shape.blocks import count_words
from site_gen.sources.shape.name_and_text import (
    EXPLAINED,
    FEW,
    KEY,
    Said,
    has_value,
    is_explained,
    is_odd,
    is_spelled_out,
    share,
)
from site_gen.sources.shape.sections import in_order

MARKED = frozenset(["entry", "concept", "outline", "definition list", "question"])  # shapes made for terms
TOO_FEW = 8  # words of all texts together, from which nothing can be told
ORDERED = 0.9  # share of neighbours in alphabetical order
CARD_WORDS = 4  # mean words of the backs of cards that tell what the fronts mean, and are no translations
LONG = 100  # mean words of a text from which a document has chapters
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


def explains(found: Sequence[Said], drafts: Sequence[Draft], of_page: bool) -> bool:
    """Whether the texts explain their names, or at least nothing tells of another kind of document."""
    told = [one for one in found if one.text]
    if not told:  # names alone, which other rules have let through
        return share(found, is_odd) < 0.3
    of_data = all(draft.how == "item" for draft in drafts)
    if not of_data and sum(count_words(one.text) for one in told) <= TOO_FEW:
        return True
    english = share(told, lambda one: tongue.ENGLISH.search(one.text))
    explained = share(told, is_explained)
    words = mean(count_words(one.text) for one in told)
    to_readers = share(told, lambda one: defining.speaks_to_readers(one.text))
    if words > LONG or (words > 40 and to_readers >= 0.5) or of_page:
        own = all(draft.how in ("page", "item") for draft in drafts)  # a record or a page each
        return explained >= (EXPLAINED if own else 0.6) and (own or to_readers < 0.5)
    enough = EXPLAINED if len(found) > FEW or words > 20 else 0.01  # of few short texts one is a sign
    if explained >= enough or share(found, is_spelled_out) >= 0.5:
        return True
    if share(told, has_value) >= EXPLAINED or words < 2:
        return False
    if all(draft.how == "card" for draft in drafts) and words >= CARD_WORDS:
        return share(found, lambda one: doubt.is_step(one.name, one.text)) < EXPLAINED
    sorted_ = len(found) >= 3 and in_order([one.name for one in found]) >= ORDERED
    if english < 0.5:
        return _reads_like_prose(told) and (sorted_ or explained > 0 or all(d.how in MARKED for d in drafts))
    steps = share(found, lambda one: doubt.is_step(one.name, one.text))
    if len(found) >= FEW and all(d.how == "definition list" for d in drafts) and _are_of_terms(found):
        return steps < 0.1 and to_readers < 0.1 and words <= 40
    return sorted_ and steps < EXPLAINED and (words <= 70 or len(found) >= 20)


def _are_of_terms(found: Sequence[Said]) -> bool:
    """Whether names of a definition list are words with a capital, as of terms, and no keys or options."""
    odd = share(found, lambda one: is_odd(one) or KEY.match(one.name) or one.name.endswith(":"))
    capital = share(found, lambda one: one.name[:1].isupper() and count_words(one.name) <= 4)
    return odd < 0.1 and capital >= 0.9


def _reads_like_prose(told: Sequence[Said]) -> bool:
    """Whether texts that are not English are sentences or phrases, as far as small words can tell."""
    latin = [one for one in told if _LATIN.search(one.text)]
    if 2 * len(latin) < len(told):
        return mean(len(one.text) for one in told) >= 12
    return share(latin, _is_phrase) >= 0.3


def _is_phrase(one: Said) -> bool:
    if tongue.ENGLISH.search(one.text) or not tongue.small_words().isdisjoint(
        names.fold(one.text[: tongue.MANY_SIGNS]).split()
    ):
        return True
    return one.text.endswith(".") and count_words(one.text) >= 3
