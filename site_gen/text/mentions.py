"""Labels in running text: which names a text may be linked by, and where they stand in it.

Whole words with the signs that belong to them, the longest label at each place; names and aliases whatever
their case, number and spaces ("e-mail", "email", "e mails"), abbreviations and names in capitals only as
written. A label may run over a line end or a hyphen, but is never found inside a longer hyphenated word, a
compound of short forms ("TCP/IP"), an address or a file name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import NamedTuple

from site_gen.model import names
from site_gen.model.ranges import one_by_one
from site_gen.model.records import Term
from site_gen.text.words import Word, words_of

Stems = tuple[str, ...]

_GAP = re.compile(r"[\s\-‐‑–]{0,3}")
_HYPHEN_BEFORE = re.compile(r"\w[-‐‑]\Z")
_HYPHEN_AFTER = re.compile(r"[-‐‑]\w")
_ADDRESS = re.compile(r"[@\\_#]|//|\w[.:]\w|^[(\[\"'“‘]*(?:~|\.{0,2})/|/\d")
_BEGINNING = 8  # letters that labels are first looked up by
# A label in one word is not found in two where the first of them is one of these: "in voice" is no invoice.
_SMALL_WORDS = """
    a all an any as at be but by can do each every few for go he her his i if in is it its may me my no not
    of on one or our out over own per so some than that the their them they this to too under up us we you
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_PARTICLES = frozenset(("away", "back", "by", "down", "in", "off", "on", "out", "over", "through", "up"))
_SHOUTED = 5  # letters; a word of so many capitals is no abbreviation
_POSSESSIVE = re.compile(r"(?:['’]?s)\Z")
_SENTENCE_END = re.compile(r"[.!?:\n]")
_LONGEST_CHUNK = 200  # characters looked at on each side; a longer row without a space is no prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name as a row of words, and every term that has it."""

    key: str  # its stems in one
    written: Stems = ()  # for abbreviations and names in capitals: the words as they must stand
    shown: str
    breaks: frozenset[int]  # after how many letters of the key a word of its own ends
    joints: frozenset[str]  # what stands between its own words and would not be taken for a space
    slugs: tuple[str, ...]
    linked: bool  # False where every term that has it says ``autolink: false``


class Found(NamedTuple):
    """A label at ``start`` to ``end`` of a text."""

    start: int
    end: int
    label: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Labels by their keys, those that stand only as written first.

    ``longest`` has the beginnings of all keys, each with the length of the longest that begins so.
    """

    labels: Mapping[str, tuple[Label, ...]]
    longest: Mapping[str, int]


@dataclass(slots=True)
class _Owners:
    """Who has one label; filled term by term."""

    shown: str
    breaks: set[int] = field(default_factory=set)
    joints: set[str] = field(default_factory=set)
    slugs: dict[str, bool] = field(default_factory=dict)  # slug -> autolink


def lexicon(terms: Iterable[Term]) -> Lexicon:
    """Every label that running text may be linked by; deprecated terms and discouraged words have none."""
    owners: dict[tuple[str, Stems], _Owners] = {}
    as_written: dict[Stems, dict[str, bool]] = defaultdict(dict)  # names and aliases only
    for term in terms:
        for kind, label in _linkable(term):
            spelt = spelling(label)
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
        if written in as_written:  # one term's abbreviation is, letter for letter, another's name
            owner.slugs = {**as_written[written], **owner.slugs}
    return _lexicon(_label(key, written, owner) for (key, written), owner in owners.items())


def _in_capitals(shapes: Stems) -> bool:
    """Whether a name is written in capitals alone, so that small letters may be an everyday word: "WHO"."""
    whole = "".join(shapes)
    return whole.isalpha() and whole.isupper()


def _shape(written: str) -> str:
    """A word for comparison as written: "U.S." and "a.m." as capitals, "&" as "and"."""
    if written == "&":
        return "and"
    return written.replace(".", "").upper() if names.DOTTED.fullmatch(written) else written


def _linkable(term: Term) -> Iterator[tuple[str, str]]:
    if term.status != "deprecated":
        yield from ((kind, label) for kind, label in one_by_one(term.labels()) if kind != "discouraged")


class Spelling(NamedTuple):
    """The words of a label, and what stands between them and would not be taken for a space."""

    stems: Stems
    written: Stems
    joints: tuple[str, ...]


def spelling(label: str) -> Spelling | None:
    """None where a label has no word."""
    words = words_of(label)
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


def _lexicon(found: Iterable[Label]) -> Lexicon:
    labels: dict[str, tuple[Label, ...]] = {}
    longest: dict[str, int] = {}
    for label in found:
        same = labels.get(label.key, ())
        labels[label.key] = (label, *same) if label.written else (*same, label)
        for letters in range(1, min(len(label.key), _BEGINNING) + 1):
            begins = label.key[:letters]
            longest[begins] = max(len(label.key), longest.get(begins, 0))
    return Lexicon(labels=labels, longest=longest)


def own_label(term: Term, text: str) -> str:
    """The first label of the term itself in a text, "" where it has none of them."""
    mentions = find(text, lexicon([term]))
    return mentions[0].label.shown if mentions else ""


def naming(labels: Iterable[tuple[str, str]]) -> Callable[[str], bool]:
    """Tells of a text whether it has one of the (field, label) anywhere, also as a part of a compound.

    Stricter than ``find``, which looks for what readers would want to follow: this looks for what they must
    not read. Abbreviations count only as written.
    """
    stems: set[str] = set()
    shorts: set[str] = set()
    for kind, label in labels:
        if kind == "abbreviations":
            shorts.add("".join(word.written for word in words_of(label)))
        else:
            stems.add("".join(word.stem for word in words_of(label)))
    stems.discard("")
    shorts.discard("")
    longest = max(map(len, stems | shorts), default=0) + len("'s")

    def is_named(text: str) -> bool:
        words = words_of(text)
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
    words = words_of(text)
    mentions: list[Found] = []
    after = 0  # the word behind the last label
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
    """The labels whose letters stand from a word on, each with the word behind it, the shortest first."""
    found: list[tuple[int, tuple[Label, ...]]] = []
    letters = ""
    for behind in range(index + 1, len(words) + 1):
        letters += words[behind - 1].stem
        if len(letters) > lexicon.longest.get(letters[:_BEGINNING], 0):
            break
        if same := lexicon.labels.get(letters):
            found.append((behind, same))
    return found


class _Place(NamedTuple):
    """The words from ``first`` up to ``after`` of a text."""

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
    """The label whose words stand there in one unbroken row, as it demands, and no part of more."""
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
    """Whether nothing but a space or a hyphen, or what the label has itself, stands between the words."""
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
    """A label as written, or in the plural or genitive ("KPIs", "SLA's")."""
    shapes = [_shape(word) for word in words]
    if len(shapes) != len(label):
        return _is_shaped("".join(shapes), "".join(label))
    return all(map(_is_shaped, shapes, label))


def _is_shaped(word: str, wanted: str) -> bool:
    return word == wanted or (word.startswith(wanted) and word[len(wanted) :] in ("s", "'s", "’s"))


def _tells_by_capitals(place: _Place) -> bool:
    """Whether capitals tell anything there: not in "CALL US TODAY", nor of the "A" that begins a sentence."""
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
    """Whether the words are the verb to a noun like "log-in": "she logs in"; plurals are "log-ins".

    Persons keep their plural inside: "passers-by", "runners-up".
    """
    if len(words) < 2 or words[-1].lower() not in _PARTICLES:
        return False
    verb = words[-2].lower()
    return verb.endswith("s") and not verb.endswith(("ss", "ers", "ors")) and verb not in label.shown.lower()


def _stands_free(place: _Place) -> bool:
    """Whether what adjoins the words without a space leaves them no part of a compound or an address."""
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
    """Whether a sign without spaces joins the word at the label's edge to one that makes a name with it.

    "AT&T", "TCP/IP", "C++11"; "chat/phone" only offers a choice.
    """
    beyond = 2 * sign - edge
    if not _adjoin(words, edge, sign):
        return False
    if words[sign].written == "&":
        return True
    if words[sign].written != "/":
        left, right = (words[at].written for at in sorted((edge, sign)))
        return not left[-1].isalnum() or not right[0].isalnum()
    return _adjoin(words, sign, beyond) and all(_is_short_form(words[at].written) for at in (edge, beyond))


def _adjoin(words: Sequence[Word], one: int, other: int) -> bool:
    left, right = sorted((one, other))
    return left >= 0 and right < len(words) and words[left].end == words[right].start


def _is_short_form(word: str) -> bool:
    return len(word) < 3 or not any(map(str.islower, word.removesuffix("s")))
