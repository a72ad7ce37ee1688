"""Tell whether the texts of a document explain its names, where nothing calls it a glossary."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean

from site_gen.sources.draft import Draft
from site_gen.sources.shape import doubt
from site_gen.sources.shape.blocks import count_words
from site_gen.sources.shape.name_and_text import EXPLAINED, Said, is_explained, is_odd, share
from site_gen.sources.shape.weighing import speaks_to_readers, weight

MARKED = frozenset(["entry", "concept", "outline", "definition list", "question"])  # shapes made for terms
TOO_FEW = 8  # words of all texts together, from which nothing can be told
CARD_WORDS = 4  # mean words of the backs of cards that tell what the fronts mean, and are no translations
NEARLY_ALL, HALF = 0.8, 0.5  # share of texts that open like a definition: of any texts, of short ones
SHORT = 20  # mean words of texts
TITLED = 1.5  # what such a title weighs


def explains(found: Sequence[Said], drafts: Sequence[Draft], of_page: bool, titled: bool = False) -> bool:
    """Whether the texts explain their names, as far as many signs together can tell.

    ``titled``: a title or heading speaks of concepts or of an alphabet.
    """
    told = [one for one in found if one.text]
    if not told:  # names alone, which other rules have let through
        return share(found, is_odd) < 0.3
    of_data = all(draft.how == "item" for draft in drafts)
    if not of_data and sum(count_words(one.text) for one in told) <= TOO_FEW:
        return True
    words = mean(count_words(one.text) for one in told)
    enough = NEARLY_ALL if of_page or words > SHORT else HALF
    if share(told, is_explained) >= enough and share(told, speaks_to_readers) < 0.5:
        return True
    if all(draft.how == "card" for draft in drafts) and words >= CARD_WORDS:
        return share(found, lambda one: doubt.is_step(one.name, one.text)) < EXPLAINED
    return weight(found, drafts, of_page) + TITLED * titled >= 0
