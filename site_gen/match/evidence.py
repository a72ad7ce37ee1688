"""What texts and sources say for or against two names that are alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from site_gen.match.compare import SAME_FROM, Likeness
from site_gen.match.profile import Profile, name_words
from site_gen.match.text import Vocabulary, content, speaks_of_a_figure

_APART = 12  # points for each source that defines both
_STATED_APART = 4  # ... though one text says that they are one
_MOST_APART = 3
_SET_AGAINST = 24
_DOUBTFUL = 88
_ODD_FROM = (0.62, 0.72, 0.8)  # a text tells of something else: names of one, two, more words
# Of a text under one word, hardly anything is shared with what definitions and sources say of that word's
# concept; with all that the corpus tells of it, a little more must be. Two words need an odd text besides.
_LITTLE_SHARED, _ENOUGH_TO_SHARE, _ENOUGH_KNOWN = 0.12, 4, 12
_LITTLE_OF_ALL, _ENOUGH_TOLD = 0.2, 30
_TWO_WORDS_ODD, _TWO_WORDS_SHARE = 0.65, 5
_ALIKE_TEXTS = 0.3
_LIFT, _LIFT_FROM = 8, 76


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What lies outside the two profiles.

    ``besides`` is how many texts of a profile the vocabulary counts; ``rivals`` whether a name, given as its
    core, is the head of other names ("data retention" beside "retention").
    """

    vocabulary: Callable[[], Vocabulary]  # counted when first needed
    besides: int = 0
    rivals: Callable[[tuple[str, ...]], bool] = lambda _: False


def by_texts(likeness: Likeness, one: Profile, other: Profile, context: Context) -> Likeness:
    """Texts raise a doubt about names that agree, or confirm names that nearly do."""
    if not one.texts or not other.texts:
        return likeness
    if likeness.score >= SAME_FROM:
        if not likeness.stated and (_is_foreign(one, other, context) or _is_foreign(other, one, context)):
            return likeness.at_most(_DOUBTFUL, "its text tells of something else")
        return likeness
    names = name_words(one) | name_words(other)
    left, right = one.known() - names, other.known() - names
    if likeness.drops_measure:
        if speaks_of_a_figure(left) and speaks_of_a_figure(right):
            return likeness.changed(_LIFT, "both texts speak of a figure")
    elif (
        likeness.score >= _LIFT_FROM
        and not likeness.changes_type
        and context.vocabulary().overlap(left, right) >= _ALIKE_TEXTS
    ):
        return likeness.changed(_LIFT, "the texts are alike")
    return likeness


def _is_foreign(profile: Profile, other: Profile, context: Context) -> bool:
    """Whether all texts of an entry tell of something else than what is known of the other.

    Never of a term of the corpus: it is what the glossary is about. One word, and a bare abbreviation, has
    other senses elsewhere; longer names hardly ever.
    """
    names = name_words(profile) | name_words(other)
    known = other.known() - names
    if profile.term or not known:
        return False
    words = max((len(form.words) for label in profile.labels[:1] for form in label.forms), default=1)
    return all(_is_odd(content(text) - names, known, words, other, context) for text in profile.texts)


def _is_odd(
    text: frozenset[str], known: frozenset[str], words: int, other: Profile, context: Context
) -> bool:
    vocabulary = context.vocabulary()
    odd_from = _ODD_FROM[min(words, len(_ODD_FROM)) - 1]
    if vocabulary.oddness(text, known, besides=context.besides) >= odd_from:
        return True
    return bool(other.term) and _hardly_shares(text, known, words, other, context)


def _hardly_shares(
    text: frozenset[str], known: frozenset[str], words: int, other: Profile, context: Context
) -> bool:
    vocabulary, told = context.vocabulary(), known | other.told()
    if words == 1 and len(text) >= _ENOUGH_TO_SHARE:
        defined = len(known) >= _ENOUGH_KNOWN and vocabulary.share(text, known) < _LITTLE_SHARED
        return defined or _shares_little(text, told, vocabulary)
    if words == 2 and len(text) >= _TWO_WORDS_SHARE and _shares_little(text, told, vocabulary):
        return vocabulary.oddness(text, told, besides=context.besides) >= _TWO_WORDS_ODD
    return False


def _shares_little(text: frozenset[str], told: frozenset[str], vocabulary: Vocabulary) -> bool:
    return len(told) >= _ENOUGH_TOLD and vocabulary.share(text, told) < _LITTLE_OF_ALL


def by_sources(likeness: Likeness, one: Profile, other: Profile) -> Likeness:
    """A source that defines both counts against, and so does a text that sets one against the other."""
    apart = len({source for source, _ in one.entries} & {source for source, _ in other.entries})
    if apart:
        each = _STATED_APART if likeness.stated else _APART
        likeness = likeness.changed(-each * min(apart, _MOST_APART), "a source defines both")
    if _set_against(one, other) or _set_against(other, one):
        likeness = likeness.changed(-_SET_AGAINST, "a text sets them against each other")
    return likeness


def _set_against(one: Profile, other: Profile) -> bool:
    """Whether a text of ``one`` says "unlike" before a name of ``other`` that is no name of ``one``."""
    own = {label.forms[0].words for label in one.labels}
    names = [label.forms[0].words for label in other.labels if label.forms[0].words not in own]
    return any(_is_within(name, piece) for piece in one.against() for name in names)


def _is_within(name: tuple[str, ...], piece: tuple[str, ...]) -> bool:
    return any(piece[at : at + len(name)] == name for at in range(len(piece) - len(name) + 1))
