"""Word statistics of a whole glossary: how well a text under a known name fits the term of that name.

As in information retrieval, a word weighs more the fewer terms it is used for. What a term is about is read
from its own texts, from its related terms and from the other terms of its topics. The words of the name
itself do not count, since every text under it has them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from site_gen.match.profile import Profile, name_words
from site_gen.match.text_likeness import Vocabulary, content
from site_gen.model.records import UNSORTED

_ENOUGH_TERMS = 5  # terms, the fewest for statistics
_ENOUGH_TOLD = 5  # words of a term, the fewest to judge what fits it
_MOST_COUNTED = 1000  # terms; of a larger glossary, so many evenly spread ones are enough
_ENOUGH_IN_TOPIC = 5
_UNSEEN = 0.05  # what a word that no term uses counts as, in terms


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a text fits a term.

    ``own``: the share of the text's words, by weight, that the term's names, definition or sources use.
    ``shared``: the weight of the text's words that any text of the term, or a definition of its related
    terms, uses; divided by the square root of the text's weight, since longer texts share more by chance.
    ``usual``: the mean, over the text's words, of the logarithm of the share of the topic's terms that use
    the word. ``home``: the largest share of all terms that use one and the same word of the text.
    ``told``: the logarithm of the number of words known of the term: where it is small, a text that shares
    nothing proves little.
    """

    own: float
    shared: float
    usual: float
    home: float
    told: float


@dataclass(frozen=True, slots=True)
class _Counted:
    """A number of terms, and for each word how many of these terms use it."""

    terms: int
    told: Mapping[str, int]

    def weight(self, word: str) -> float:
        """From about 0 (every term uses the word) to about 1 (none does)."""
        every = self.terms + 1
        return math.log(every / (self.told.get(word, 0) + 0.5)) / math.log(2 * every)

    def usual(self, word: str) -> float:
        return (self.told.get(word, 0) + _UNSEEN) / (self.terms + 1)


class Subject:
    """The word statistics of all terms of a glossary, and of each topic."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        self._terms = {profile.term: profile for profile in profiles if profile.term and profile.texts}
        self._beside = _both_ways(self._terms.values())
        every = list(self._terms.values())
        some = every[:: max(1, -(-len(every) // _MOST_COUNTED))]
        words = {profile.term: found for profile in some if _is_enough(found := _all_told(profile))}
        self._all = _counted(words.values())
        by_topic: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
        for profile in some:
            for topic in profile.topics if profile.term in words else ():
                by_topic[topic].append(words[profile.term])
        self._topics = {
            topic: _counted(found) for topic, found in by_topic.items() if len(found) >= _ENOUGH_IN_TOPIC
        }

    def can_judge(self, term: Profile) -> bool:
        """Whether the term and the glossary have enough words to judge a text by.

        False for a draft that has no topic yet: all that is known of it is the text of one source.
        """
        sorted_in = term.topics != (UNSORTED,)
        return sorted_in and self._all.terms >= _ENOUGH_TERMS and _is_enough(_all_told(term))

    def fit(self, text: frozenset[str], term: Profile, names: frozenset[str]) -> Fit | None:
        """How well the words of a text fit a term, leaving out ``names``; None where no word is left."""
        text = text - names
        if not text:
            return None
        own = _what_it_is(term)
        near = _all_told(term) | self._told_beside(term.term)
        weights = {word: self._all.weight(word) for word in text}
        whole = sum(weights.values())
        return Fit(
            own=sum(weights[word] for word in text & own) / whole,
            shared=sum(weights[word] for word in text & near) / math.sqrt(whole + 1),
            usual=sum(math.log(self._usual(word, term)) for word in text) / (len(text) + 1),
            home=max(map(self._all.usual, text)),
            told=math.log(len(_all_told(term)) + 1),
        )

    def _told_beside(self, slug: str) -> frozenset[str]:
        beside = (self._terms[one] for one in self._beside.get(slug, ()) if one in self._terms)
        return frozenset().union(*map(_what_it_is, beside))

    def _usual(self, word: str, term: Profile) -> float:
        topics = [self._topics[topic] for topic in term.topics if topic in self._topics]
        return max(counted.usual(word) for counted in topics or [self._all])


def _both_ways(profiles: Iterable[Profile]) -> Mapping[str, frozenset[str]]:
    """The related terms of each term, whichever of the two names the other."""
    pairs = [(profile.term, other) for profile in profiles for other in profile.beside]
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in chain(pairs, ((other, one) for one, other in pairs)):
        found[one].add(other)
    return {slug: frozenset(others) for slug, others in found.items()}


def _what_it_is(profile: Profile) -> frozenset[str]:
    searched = (content(text, profile.field) for text in profile.searched.values())
    return profile.known() | name_words(profile) | frozenset().union(*searched)


def _all_told(profile: Profile) -> frozenset[str]:
    return _what_it_is(profile) | profile.told()


def _is_enough(words: frozenset[str]) -> bool:
    return len(words) >= _ENOUGH_TOLD


def _counted(found: Iterable[frozenset[str]]) -> _Counted:
    words = list(found)
    return _Counted(len(words), Counter(chain.from_iterable(words)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a comparison needs to know of the whole glossary.

    ``vocabulary`` and ``subject`` return statistics, of all texts and of the terms of the corpus; they count
    at the first call. ``besides`` is how many texts of each profile the vocabulary includes. ``rivals`` says
    whether other names end in the words of a core ("data retention" for "retention").
    """

    vocabulary: Callable[[], Vocabulary]
    subject: Callable[[], Subject] = lambda: Subject(())
    besides: int = 0
    rivals: Callable[[tuple[str, ...]], bool] = lambda _: False
