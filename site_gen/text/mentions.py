"""Labels in running text: which names of terms can become links, and where a text has them.

Only whole words are found, with the signs that belong to them, and the longest label at each place. Names and
aliases are found in any case, in singular and plural, and with or without spaces ("e-mail", "email",
"e mails"); abbreviations and names in capitals only as written. A label may continue after a line end or a
hyphen, but is never found inside a longer hyphenated word, a compound of short forms ("TCP/IP"), an address
or a file name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import NamedTuple

from site_gen.language import ENGLISH, language_of
from site_gen.model import names, word_forms
from site_gen.model.letters import MARKS
from site_gen.model.ranges import one_by_one
from site_gen.model.records import Term
from site_gen.text.words import Stemmer, Word, words_of

Stems = tuple[str, ...]

_GAP = re.compile(r"[\s\-‐‑–]{0,3}")
_HYPHEN_BEFORE = re.compile(r"\w[-‐‑]\Z")
_HYPHEN_AFTER = re.compile(r"[-‐‑]\w")
_ADDRESS = re.compile(r"[@\\_#]|//|\w[.:]\w|^[(\[\"'“‘]*(?:~|\.{0,2})/|/\d")
_BEGINNING = 8  # letters: labels are looked up by their beginning first
# A label of one word is not found in two words if the first is one of these: "in voice" is not "invoice".
_SMALL_WORDS = """
    a all an any as at be but by can do each every few for go he her his i if in is it its may me my no not
    of on one or our out over own per so some than that the their them they this to too under up us we you
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_PARTICLES = frozenset(("away", "back", "by", "down", "in", "off", "on", "out", "over", "through", "up"))
_SHOUTED = 5  # letters: a word of so many capitals is emphasis, not an abbreviation
_POSSESSIVE = re.compile(r"(?:['’]?s)\Z")
_LETTER = re.compile(rf"[^\W_]|[{MARKS}]")  # or a mark of one
_SENTENCE_END = re.compile(r"[.!?:\n]")
_LONGEST_CHUNK = 200  # characters examined on each side of a label


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name as a sequence of words, and the slugs of all terms that have it."""

    key: str  # the stems of its words, joined
    written: Stems = ()  # for abbreviations and names in capitals: the exact words
    shown: str
    breaks: frozenset[int]  # numbers of letters of the key after which a word of the label ends
    joints: frozenset[str]  # signs between its words other than space or hyphen
    slugs: tuple[str, ...]
    linked: bool  # False if all its terms say ``autolink: false``


@dataclass(frozen=True, slots=True)
class Found:
    """A label found in a text from character ``start`` up to, not including, ``end``."""

    start: int
    end: int
    label: Label


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lexicon:
    """Labels by their keys; labels that are found only as written come first.

    ``longest`` maps each beginning of a key to the length of the longest key with this beginning.
    """

    labels: Mapping[str, tuple[Label, ...]]
    longest: Mapping[str, int]
    stemmer: Stemmer = word_forms.stem


@dataclass(slots=True)
class _Owners:
    """The terms that have one label; collected term by term."""

    shown: str
    breaks: set[int] = field(default_factory=set)
    joints: set[str] = field(default_factory=set)
    slugs: dict[str, bool] = field(default_factory=dict)  # slug -> autolink


def lexicon(terms: Iterable[Term], language: str = ENGLISH) -> Lexicon:
    """All labels that can become links: none of deprecated terms, and no discouraged words."""
    stemmer = stemmer_of(language)
    owners: dict[tuple[str, Stems], _Owners] = {}
    as_written: dict[Stems, dict[str, bool]] = defaultdict(dict)  # names and aliases only
    for term in terms:
        for kind, label in _linkable(term):
            spelt = spelling(label, stemmer)
            if spelt is None:
                continue
            shapes = tuple(map(_shape, spelt.written))
            if kind != "abbreviations":
                as_written[shapes][term.slug] = term.autolink
            exact = kind == "abbreviations" or _in_capitals(shapes)
            key = ("".join(spelt.stems), shapes if exact else ())
            owner = owners.get(key)
            if owner is None:
                owner = owners[key] = _Owners(label)
            owner.slugs[term.slug] = term.autolink
            owner.joints.update(spelt.joints)
            owner.breaks.update(accumulate(map(len, spelt.stems)))
    for (_key, written), owner in owners.items():
        if written in as_written:  # the abbreviation of one term is exactly the name of another
            owner.slugs = {**as_written[written], **owner.slugs}
    found = (_label(key, written, owner) for (key, written), owner in owners.items())
    return _lexicon(found, stemmer)


def stemmer_of(language: str) -> Stemmer:
    """What removes endings of folded words in a language."""
    known = language_of(language)
    return word_forms.stem if known.tag == ENGLISH else known.stem


def _in_capitals(shapes: Stems) -> bool:
    """Whether a name has capitals or dotted letters alone.

    "who" may be an everyday word, and "am" is no "a.m.".
    """
    whole = "".join(shapes)
    return (whole.isalpha() and whole.isupper()) or all(map(names.DOTTED.fullmatch, shapes))


def _shape(written: str) -> str:
    """A word as exact comparison uses it: "U.S." as "US", "&" as "and"; "a.m." is no "AM"."""
    if written == "&":
        return "and"
    return written.replace(".", "") if written.isupper() and names.DOTTED.fullmatch(written) else written


def _linkable(term: Term) -> Iterator[tuple[str, str]]:
    if term.status != "deprecated":
        yield from ((kind, label) for kind, label in one_by_one(term.labels()) if kind != "discouraged")


@dataclass(frozen=True, slots=True)
class Spelling:
    """The words of a label, and the signs between them other than space or hyphen (``joints``)."""

    stems: Stems
    written: Stems
    joints: tuple[str, ...]


def spelling(label: str, stemmer: Stemmer = word_forms.stem) -> Spelling | None:
    """The words of a label, as found in running text; None if it has no word."""
    label = names.closed(label)
    words = words_of(label, stemmer)
    if not words:
        return None
    gaps = (label[before.end : after.start] for before, after in pairwise(words))
    return Spelling(
        stems=tuple(word.stem for word in words),
        written=tuple(word.written for word in words),
        joints=tuple(gap for gap in gaps if not _GAP.fullmatch(gap)),
    )


def _label(key: str, written: Stems, owner: _Owners) -> Label:
    return Label(
        key=key,
        written=written,
        shown=owner.shown,
        breaks=frozenset(owner.breaks),
        joints=frozenset(owner.joints),
        slugs=tuple(sorted(owner.slugs)),
        linked=any(owner.slugs.values()),
    )


def _lexicon(found: Iterable[Label], stemmer: Stemmer) -> Lexicon:
    labels: dict[str, tuple[Label, ...]] = {}
    longest: dict[str, int] = {}
    for label in found:
        same = labels.get(label.key, ())
        labels[label.key] = (label, *same) if label.written else (*same, label)
        for letters in range(1, min(len(label.key), _BEGINNING) + 1):
            begins = label.key[:letters]
            longest[begins] = max(len(label.key), longest.get(begins, 0))
    return Lexicon(labels=labels, longest=longest, stemmer=stemmer)


def own_label(term: Term, text: str) -> str:
    """The first label of ``term`` that the text mentions; "" if it mentions none."""
    letters = "".join(word.stem for word in words_of(text))
    spelt = (spelling(label) for _, label in _linkable(term))
    if not any("".join(label.stems) in letters for label in spelt if label):
        return ""  # most terms: no need for a lexicon of one
    mentions = find(text, lexicon([term]))
    return mentions[0].label.shown if mentions else ""


def naming(labels: Iterable[tuple[str, str]], language: str = ENGLISH) -> Callable[[str], bool]:
    """A function that tells whether a text has one of the ``labels`` anywhere, also inside a compound.

    ``labels`` are pairs (field, label). The function finds more than ``find``: ``find`` is for links, this
    one for names that readers must not see. Abbreviations are found only as written.
    """
    stemmer = stemmer_of(language)
    stems: set[str] = set()
    shorts: set[str] = set()
    for kind, label in labels:
        if kind == "abbreviations":
            shorts.add("".join(word.written for word in words_of(label)))
        else:
            stems.add("".join(word.stem for word in words_of(label, stemmer)))
    stems.discard("")
    shorts.discard("")
    longest = max(map(len, stems | shorts), default=0) + len("'s")

    def is_named(text: str) -> bool:
        words = words_of(text, stemmer)
        for first in range(len(words)):
            stem = written = ""
            for word in words[first:]:
                stem, written = stem + word.stem, written + word.written
                if stem in stems or written in shorts or _POSSESSIVE.sub("", written) in shorts:
                    return True
                if min(len(stem), len(written)) > longest:
                    break
        return False

    return is_named


def find(text: str, lexicon: Lexicon) -> list[Found]:
    """Non-overlapping labels in running text, from left to right, the longest at each place."""
    words = words_of(text, lexicon.stemmer)
    mentions: list[Found] = []
    after = 0  # index of the word after the last label
    for index, word in enumerate(words):
        if index < after or word.stem[:_BEGINNING] not in lexicon.longest:
            continue
        for behind, same in reversed(_beginning_at(words, index, lexicon)):
            found = _standing(same, _Place(text, words, index, behind))
            if found:
                mentions.append(found)
                after = behind
                break
    return mentions


def _beginning_at(
    words: Sequence[Word], index: int, lexicon: Lexicon
) -> Sequence[tuple[int, tuple[Label, ...]]]:
    """(index of the next word, labels) for the labels that begin at a word; the shortest label first."""
    found: list[tuple[int, tuple[Label, ...]]] = []
    letters = ""
    for behind in range(index + 1, len(words) + 1):
        letters += words[behind - 1].stem
        if len(letters) > lexicon.longest.get(letters[:_BEGINNING], 0):
            break
        if same := lexicon.labels.get(letters):
            found.append((behind, same))
    return found


class _Place(NamedTuple):  # a tuple: it is unpacked where its words are read
    """The words of a text from index ``first`` up to, not including, index ``after``."""

    text: str
    words: Sequence[Word]
    first: int
    after: int

    @property
    def start(self) -> int:
        return self.words[self.first].start

    @property
    def end(self) -> int:
        return self.words[self.after - 1].end

    def inside(self) -> Sequence[Word]:
        return self.words[self.first : self.after]

    def written(self) -> list[str]:
        return [word.written for word in self.inside()]


def _standing(labels: Iterable[Label], place: _Place) -> Found | None:
    """The label that the words at this place really mention; None if none of ``labels`` fits.

    The words must be joined and written as the label requires, and must not be part of a longer name.
    """
    written = place.written()
    for label in labels:
        if not _is_joined(label, place):
            continue
        if label.written and not (_as_written(written, label.written) and _tells_by_capitals(place)):
            continue
        if not _is_verb(written, label):
            return Found(place.start, place.end, label) if _stands_free(place) else None
    return None


def _is_joined(label: Label, place: _Place) -> bool:
    """Whether only spaces, hyphens or signs of the label itself are between the words."""
    letters = 0
    for one, two in pairwise(place.inside()):
        gap = place.text[one.end : two.start]
        letters += len(one.stem)
        if not _GAP.fullmatch(gap):
            if gap not in label.joints:
                return False
        elif letters not in label.breaks and (
            (" " in gap and one.stem in _SMALL) or (one.stem[-1].isdigit() and two.stem[0].isdigit())
        ):
            return False
    return True


def _as_written(words: Sequence[str], label: Sequence[str]) -> bool:
    """Whether the words are the label as written, or its plural or genitive ("KPIs", "SLA's")."""
    shapes = [_shape(word) for word in words]
    if len(shapes) != len(label):
        return _is_shaped("".join(shapes), "".join(label))
    return all(map(_is_shaped, shapes, label))


def _is_shaped(word: str, wanted: str) -> bool:
    endings = ("s", "'s", "’s", "es") if wanted[-1:] in "SX" else ("s", "'s", "’s")
    return word == wanted or (word.startswith(wanted) and word[len(wanted) :] in endings)


def _tells_by_capitals(place: _Place) -> bool:
    """Whether the capitals mean an abbreviation.

    They do not in "CALL US TODAY", nor in the "A" at the beginning of a sentence.
    """
    text, words, first, after = place
    if not "".join(place.written()).isupper():
        return True
    before = [word.written for word in words[max(0, first - 1) : first]]
    behind = [word.written for word in words[after : after + 1]]
    if any(len(word) >= _SHOUTED and word.isupper() for word in (*before, *behind)):
        return False
    begins = first == 0 or bool(_SENTENCE_END.search(text[words[first - 1].end : place.start]))
    return not (place.written() == ["A"] and begins and "".join(behind).islower())


def _is_verb(words: Sequence[str], label: Label) -> bool:
    """Whether the words are a verb, not the noun of the label: "she logs in", where the noun is "log-in".

    Nouns for persons have the plural s inside ("passers-by", "runners-up"), so they are not taken for verbs.
    """
    if len(words) < 2 or words[-1].lower() not in _PARTICLES:
        return False
    verb = words[-2].lower()
    return verb.endswith("s") and not verb.endswith(("ss", "ers", "ors")) and verb not in label.shown.lower()


def _stands_free(place: _Place) -> bool:
    """Whether the words are not part of a compound or an address, judged by the text directly around them."""
    text, words, first, after = place
    if _is_compound(words, first, first - 1) or _is_compound(words, after - 1, after):
        return False
    before = text[max(0, place.start - _LONGEST_CHUNK) : place.start]
    behind = text[place.end : place.end + _LONGEST_CHUNK]
    left = before.rsplit(None, 1)[-1] if before and not before[-1].isspace() else ""
    right = behind.split(None, 1)[0] if behind and not behind[0].isspace() else ""
    hyphenated = _HYPHEN_BEFORE.search(left) or _HYPHEN_AFTER.match(right)
    return not hyphenated and not _ADDRESS.search(f"{left}x{right}")


def _is_compound(words: Sequence[Word], edge: int, sign: int) -> bool:
    """Whether a sign without spaces joins the first or last word of the label to a word of a longer name.

    ``edge`` is the index of the word of the label, ``sign`` the index of the sign next to it. True in "AT&T",
    "TCP/IP" and "C++11"; false in "chat/phone", which only offers a choice.
    """
    beyond = 2 * sign - edge
    if not _adjoin(words, edge, sign):
        return False
    if words[sign].written == "&":
        return True
    if words[sign].written != "/":
        left, right = (words[at].written for at in sorted((edge, sign)))
        return not _LETTER.fullmatch(left[-1]) or not right[0].isalnum()
    return _adjoin(words, sign, beyond) and all(_is_short_form(words[at].written) for at in (edge, beyond))


def _adjoin(words: Sequence[Word], one: int, other: int) -> bool:
    left, right = sorted((one, other))
    return left >= 0 and right < len(words) and words[left].end == words[right].start


def _is_short_form(word: str) -> bool:
    return len(word) < 3 or not any(map(str.islower, word.removesuffix("s")))
