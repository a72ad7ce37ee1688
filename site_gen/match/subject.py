"""What a glossary as a whole tells of its terms: how a text of a name that is known fits the term.

Like retrieval: a word counts by how few terms it is told of, and what a term is about is told on its own
page, on those beside it and by the other terms of its topics. The words of the name itself say nothing.
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

_ENOUGH_TERMS = 5  # to say what is usual in a glossary
_ENOUGH_TOLD = 5  # words of a term, to say what fits it
_MOST_COUNTED = 1000  # of a large glossary these are enough, evenly spread
_ENOUGH_IN_TOPIC = 5
_UNSEEN = 0.05  # terms that a word is told of which is told of none


@dataclass(frozen=True, slots=True)
class Fit:
    """How a text fits a term.

    ``own`` is the share of its words, by weight, in the term's names, its definition and what sources say;
    ``shared`` is what the words weigh that stand in these, in what else is told of it or in what says what
    the terms beside it are, over the root of the text's weight, since longer texts share more by chance.
    ``usual`` is the mean logarithm of the share of the topic's terms that each word is told of, ``home`` the
    largest share of all terms that one word is told of. ``told`` is the logarithm of the number of words that
    could have been shared: where little is told of a term, sharing nothing means little.
    """

    own: float
    shared: float
    usual: float
    home: float
    told: float


@dataclass(frozen=True, slots=True)
class _Counted:
    """Some terms, and how many of them each word is told of."""

    terms: int
    told: Mapping[str, int]

    def weight(self, word: str) -> float:
        """About 0 (told of every term) to about 1 (of none)."""
        every = self.terms + 1
        return math.log(every / (self.told.get(word, 0) + 0.5)) / math.log(2 * every)

    def usual(self, word: str) -> float:
        return (self.told.get(word, 0) + _UNSEEN) / (self.terms + 1)


class Subject:
    """The terms of a glossary, counted."""

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
        """Whether enough is told of the term, and of others beside which it stands.

        Not of a draft that nobody has sorted: all that is told of it is one source's text.
        """
        sorted_in = term.topics != (UNSORTED,)
        return sorted_in and self._all.terms >= _ENOUGH_TERMS and _is_enough(_all_told(term))

    def fit(self, text: frozenset[str], term: Profile, names: frozenset[str]) -> Fit | None:
        """How the words of a text fit a term, both without ``names``; None where no word is left."""
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
    """The terms beside each term, whichever of the two names the other."""
    pairs = [(profile.term, other) for profile in profiles for other in profile.beside]
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in chain(pairs, ((other, one) for one, other in pairs)):
        found[one].add(other)
    return {slug: frozenset(others) for slug, others in found.items()}


def _what_it_is(profile: Profile) -> frozenset[str]:
    return profile.known() | name_words(profile) | frozenset().union(*map(content, profile.searched.values()))


def _all_told(profile: Profile) -> frozenset[str]:
    return _what_it_is(profile) | profile.told()


def _is_enough(words: frozenset[str]) -> bool:
    return len(words) >= _ENOUGH_TOLD


def _counted(found: Iterable[frozenset[str]]) -> _Counted:
    words = list(found)
    return _Counted(len(words), Counter(chain.from_iterable(words)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """``vocabulary`` and ``subject`` count texts, the latter those of the corpus, when first needed.

    ``besides`` is how many texts of a profile the vocabulary counts; ``rivals`` whether a name, given as its
    core, is the head of other names ("data retention" beside "retention").
    """

    vocabulary: Callable[[], Vocabulary]
    subject: Callable[[], Subject] = lambda: Subject(())
    besides: int = 0
    rivals: Callable[[tuple[str, ...]], bool] = lambda _: False
