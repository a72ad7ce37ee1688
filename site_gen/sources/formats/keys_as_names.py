"""Mappings of data files whose keys are names, and not the keys of one record."""

from __future__ import annotations

from collections import Counter
from statistics import mean

from site_gen.sources.formats.data_tree import Leaf, Named
from site_gen.sources.shape.blocks import count_words
from site_gen.sources.shape.header_roles import is_exact

NAMES, FEW_KEYS, WORDS = 12, 0.1, 5  # texts of names, share of known keys among them, words of a text
WRITTEN = 0.8  # share of keys written as names are, and not as programs write keys
MANY = 60  # keys that no record has; each is a name, however short its text
KEYED, MOST_KEYS, SHARED = (
    5,
    0.5,
    0.8,
)  # records of names, share of known keys among the names, of a key inside


def maps_names(value: Named) -> bool:
    """Whether the keys of a mapping are not those of a record but names, each with a text or a record.

    Texts: the mapping is too long for one record. Records: most of them have a key in common.
    """
    kinds = {type(inner) for _, inner in value.pairs}
    exact = sum(is_exact(key.text) for key, _ in value.pairs)
    if kinds == {Named} and len(value.pairs) >= KEYED:
        inside = Counter(
            key.text for _, inner in value.pairs if isinstance(inner, Named) for key, _ in inner.pairs
        )
        return exact <= MOST_KEYS * len(value.pairs) and max(inside.values(), default=0) >= SHARED * len(
            value.pairs
        )
    if kinds != {Leaf} or len(value.pairs) < NAMES:
        return False
    said = mean(count_words(inner.text) for _, inner in value.pairs if isinstance(inner, Leaf))
    written = mean(key.text[:1].isupper() and "_" not in key.text for key, _ in value.pairs) >= WRITTEN
    return exact <= FEW_KEYS * len(value.pairs) and (said >= WORDS or written or len(value.pairs) >= MANY)
