"""Whether a text under a known name describes another concept: under "Channel", a strait of water."""

from __future__ import annotations

from functools import lru_cache

from site_gen.match.family import root
from site_gen.match.field import Field
from site_gen.match.label import labels
from site_gen.match.profile import Profile, name_words
from site_gen.match.subject import Context
from site_gen.match.text_likeness import content
from site_gen.model.names import fold

# A logistic regression, fitted by benchmarks/foreign.py on the entries of five glossaries, each beside the
# shipped corpus without that source, and on benchmarks/data/match/texts.tsv.
START = -7.74
PER_MARK = (-4.73, -3.9, -0.45, -3.54, 1.38, 5.63, 1.07)  # in the order of marks()
# Below even odds on purpose: a needless question costs one answer, a wrong merge spoils a page.
FOREIGN_FROM = -1.0

# In a glossary too small for statistics, how odd a text may be under a name of one, two, or more words.
_ODD_FROM = (0.62, 0.72, 0.8)
_SENTENCE = 4  # words: a text with fewer is no sentence
# Under a name of one word, at most this share of the text is in the definitions and sources of the concept.
_LITTLE_SHARED, _ENOUGH_TO_SHARE, _ENOUGH_KNOWN = 0.12, 4, 12


def marks(text: str, profile: Profile, term: Profile, context: Context) -> tuple[float, ...] | None:
    """The features of a text under the name of an entry, compared with a term; None for a text of no words.

    They measure how well the text fits the term and its topics, how odd it is among the definitions and in
    the field, and whether the name is one word, since single words have other senses more often.
    """
    words = content(text, profile.field)
    fit = context.subject().fit(words, term, _words_of(profile.name, profile.field))
    if fit is None:
        return None
    names = name_words(profile) | name_words(term)
    odd = context.vocabulary().oddness(words - names, term.known() - names, besides=context.besides)
    one_word = float(_longest(profile) == 1)
    return fit.own, fit.shared, fit.usual, fit.home, fit.told, odd, one_word


def strangeness(found: tuple[float, ...]) -> float:
    """The log-odds that a text is about another concept, if such texts were as frequent as all others."""
    return START + sum(weight * mark for weight, mark in zip(PER_MARK, found, strict=True))


def is_foreign(profile: Profile, other: Profile, context: Context) -> bool:
    """Whether all texts of an entry describe another concept than the profile ``other`` does.

    False for a term of the corpus, whose texts define what the glossary is about.
    """
    if profile.term:
        return False
    if other.term and context.subject().can_judge(other):
        return _is_strange(profile, other, context)
    return _is_odd(profile, other, context)


def _is_strange(profile: Profile, term: Profile, context: Context) -> bool:
    every = (marks(text, profile, term, context) for text in profile.texts)
    return all(found is not None and strangeness(found) >= FOREIGN_FROM for found in every)


def _longest(profile: Profile) -> int:
    """The most words in a name of an entry, as it is printed or split into its parts."""
    return max((len(form.words) for label in profile.labels[:1] for form in label.forms), default=1)


@lru_cache(maxsize=1 << 12)
def _words_of(name: str, field: Field) -> frozenset[str]:
    """The roots of all words of a printed name; as evidence in the text under that name they are ignored."""
    apart = {word for label in labels(name, field) for form in label.forms for word in form.words}
    return frozenset(root(word, field) for word in {*map(field.stem, fold(name).split()), *apart})


def _is_odd(profile: Profile, other: Profile, context: Context) -> bool:
    names = name_words(profile) | name_words(other)
    known = other.known() - names
    words = _longest(profile)
    if other.term and _is_everyday(profile) and _speaks(profile) and not known & profile.known():
        return True
    return bool(known) and all(
        _is_odd_text(content(text, profile.field) - names, known, words, other, context)
        for text in profile.texts
    )


def _is_everyday(profile: Profile) -> bool:
    """Whether the name is one plain word, which may mean something else in another subject."""
    label = profile.labels[0]
    return not label.abbreviation and label.printed.isalpha()


def _speaks(profile: Profile) -> bool:
    """Whether a text is long enough to be a sentence, from which its subject can be seen."""
    return any(len(text.split()) >= _SENTENCE for text in profile.texts)


def _is_odd_text(
    text: frozenset[str], known: frozenset[str], words: int, other: Profile, context: Context
) -> bool:
    vocabulary = context.vocabulary()
    odd_from = _ODD_FROM[min(words, len(_ODD_FROM)) - 1]
    if vocabulary.oddness(text, known, besides=context.besides) >= odd_from:
        return True
    if not other.term or words > 1 or len(text) < _ENOUGH_TO_SHARE or len(known) < _ENOUGH_KNOWN:
        return False
    return vocabulary.share(text, known) < _LITTLE_SHARED
