"""How the lookup stems English words: here what it is given, and as tables what a browser types.

The tables hold what a site needs; a stem made here is one that the browser, which stems again, leaves alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from site_gen.model import names, word_forms
from site_gen.model.records import Term
from site_gen.pages.lookup_english import HURRIED, PAST, RINGS

_PAST = {form: verb for form, _, verb in (pair.partition(">") for pair in f"{PAST} {HURRIED}".split())}


def words_of_site(terms: Iterable[Term]) -> set[str]:
    """Each folded word by which the lookup may find something."""
    texts = chain.from_iterable(
        ((label for _, label in term.labels()), term.search_as, (term.definition,)) for term in terms
    )
    return set(names.fold(" ".join((RINGS, *chain(*texts)))).split())


def stem_tables(known: set[str]) -> list[str]:
    """How the browser stems: whole words, plural endings, British endings.

    Of irregular, British and hurried words only those that stand in the site in one form or the other: for
    what is not there, a typed word need not be stemmed.
    """
    words, plurals, british = word_forms.stem_tables()
    ends = f"{' '.join(known)} "
    near = [pair for pair in british if any(f"{end} " in ends for end in pair)]
    stood = [pair for pair in words if not known.isdisjoint(pair)]
    hurried = [pair for pair in HURRIED.split() if not known.isdisjoint(pair.split(">"))]
    whole = " ".join((as_pairs(stood), PAST, *hurried))
    return [whole, *(as_pairs(table) or "~>~" for table in (plurals, near))]


def as_pairs(table: Iterable[tuple[str, str]]) -> str:
    return " ".join(">".join(pair) for pair in table)


@lru_cache(maxsize=1 << 16)  # a corpus has few words, each in many texts
def stable_stem(word: str) -> str:
    """The stem that the browser, which stems again, leaves alone."""
    word = _PAST.get(word, word)
    short = word_forms.stem(word)
    return short if word_forms.stem(short) == short else word


def whole_stem(word: str) -> str:
    """The stem of a typed word as the browser finds it."""
    return _PAST.get(word) or word_forms.stem(word)
