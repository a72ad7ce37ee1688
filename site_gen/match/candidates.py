"""An index that finds every label that may be similar to a given one, without comparing all pairs.

Nothing is missed: ``compare`` calls two labels similar for one of a few reasons, and for each reason both
labels have a common key here: the joined words, the joined core, the senses of the core words, a shared
abbreviation, or an abbreviation and the words that it may stand for. Words with a typing slip are found by
the keys of SymSpell: when two words are at most k edits apart, deleting at most k letters from the first
letters of each makes them equal.
https://wolfgarbe.medium.com/1000x-faster-spelling-correction-algorithm-2012-8701fcd87a5f
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, product

from site_gen.match.family import sense, slip, slips_allowed
from site_gen.match.field import Field
from site_gen.match.forms import Form, signature
from site_gen.match.label import Label
from site_gen.match.relation import MOST_SLIPS, MOST_WORDS

_PREFIX = 7  # how many first letters of a word the keys for slips are made of


class Index:
    """Labels by their keys. Each label belongs to an owner, a number that the caller chooses."""

    def __init__(self, field: Field) -> None:
        self._field = field
        self._owners: dict[str, list[int]] = defaultdict(list)
        self._words: dict[str, list[str]] = defaultdict(list)
        self._known: set[str] = set()
        self._slips: dict[str, tuple[str, ...]] = {}

    def add(self, owner: int, label: Label) -> None:
        """Add a label of ``owner``, and its words to those that a slip may mean."""
        for key in set(_offered(label)):
            self._owners[key].append(owner)
        for form in label.forms:
            for word in form.core:
                self._learn(word)

    def add_phrase(self, owner: int, joined: str) -> None:
        """Add a phrase, which only a name of the same words finds."""
        self._owners[f"words {joined}"].append(owner)

    def find(self, label: Label) -> set[int]:
        """The owners of all labels that may be similar to this one."""
        found: set[int] = set()
        for key in self._sought(label):
            found.update(self._owners.get(key, ()))
        return found

    def find_phrase(self, joined: str) -> list[int]:
        """The owners of the labels and phrases whose words, joined without spaces, are ``joined``."""
        return self._owners.get(f"words {joined}", [])

    def _sought(self, label: Label) -> Iterator[str]:
        yield from _shared(label)
        for letters, rest in label.contractions:
            yield f"long {letters} {rest}"
        for letters, rest in label.expansions:
            yield f"short {letters} {rest}"
        if not label.abbreviation:
            for form in label.forms:
                yield from self._with_slips(form)

    def _with_slips(self, form: Form) -> Iterator[str]:
        """The keys of the core with up to two of its words replaced by known words one slip away."""
        if len(form.core) > MOST_WORDS:
            return
        options = [self._slip_senses(word) for word in form.core]
        slipped = [at for at, senses in enumerate(options) if senses]
        for count in range(1, min(len(slipped), MOST_SLIPS) + 1):
            for places in combinations(slipped, count):
                for senses in product(*(options[at] for at in places)):
                    core = [sense(word, self._field) for word in form.core]
                    for at, instead in zip(places, senses, strict=True):
                        core[at] = instead
                    yield f"core {signature(core)}"

    def _learn(self, word: str) -> None:
        if word not in self._known and _may_slip(word):
            self._known.add(word)
            self._slips.clear()
            for beginning in _beginnings(word):
                self._words[beginning].append(word)

    def _slip_senses(self, word: str) -> tuple[str, ...]:
        """The senses of all known words that ``word`` may be a slip of."""
        if not _may_slip(word):
            return ()
        if word not in self._slips:
            near = {known for beginning in _beginnings(word) for known in self._words.get(beginning, ())}
            most = slips_allowed(len(word))
            senses = {
                sense(known, self._field)
                for known in near
                if abs(len(known) - len(word)) <= most and slip(word, known) is not None
            }
            self._slips[word] = tuple(sorted(senses - {sense(word, self._field)}))
        return self._slips[word]


def _offered(label: Label) -> Iterator[str]:
    yield from _shared(label)
    for letters, rest in label.contractions:
        yield f"short {letters} {rest}"
    for letters, rest in label.expansions:
        yield f"long {letters} {rest}"


def _shared(label: Label) -> Iterator[str]:
    """The keys that two labels share when they differ neither by a slip nor by initials."""
    if label.abbreviation:
        yield f"abbreviation {label.abbreviation}"
    if label.slashed:
        yield f"words {label.slashed}"
    for form in label.forms:
        yield f"words {form.joined}"
        yield f"joined {form.joined_core}"
        if not label.abbreviation:
            yield f"core {form.signature}"


def _may_slip(word: str) -> bool:
    """Whether ``slip`` can find anything: it accepts no slip in digits or in short words."""
    return word.isalpha() and slips_allowed(len(word)) > 0


@lru_cache(maxsize=1 << 16)
def _beginnings(word: str) -> frozenset[str]:
    """The first letters of a word, with as many of them deleted as slips are allowed, but never the first."""
    first = word[:_PREFIX]
    slips = slips_allowed(len(word))
    return frozenset(
        word[0] + "".join(first[at] for at in kept)
        for count in range(len(first) - 1 - slips, len(first))
        for kept in combinations(range(1, len(first)), count)
    )
