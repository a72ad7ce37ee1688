"""Statements about names in a text: "also known as", "stands for", "unlike".

Only statements about the subject of the text itself count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_gen.match.abbreviations import folded, initials, is_within, looks_like_one, spells
from site_gen.match.family import sense
from site_gen.match.field import Field
from site_gen.match.forms import forms, is_tool, written_words
from site_gen.match.label import taken_apart
from site_gen.match.lexicon import AS_DIGITS, STOP
from site_gen.model.names import fold, key, singular

_HEAD = 400  # characters: the beginning of a text, where names are explained
_TURN = 80  # characters after "unlike", within which the other name stands
_CALLED = re.compile(
    r",?\s*\(?(?:(?:or|also|sometimes|often|commonly|typically|generally|formerly|previously|otherwise"
    r"|better|which is)\s+)*(?:called|known as|referred to as|described as|termed|abbreviated (?:as|to)"
    r"|shortened to|aka|a\.k\.a\.|synonymous with)\s+(?P<names>.+)",
    re.IGNORECASE,
)
_OR = re.compile(r",?\s*or\s+(?P<names>.+)", re.IGNORECASE)
_VERB = re.compile(
    r",?\s+(?:is|are|was|were|refers?|means?|describes?|measures?|involves?|allows?|has|have)\b",
    re.IGNORECASE,
)
_STANDS_FOR = re.compile(
    r"^(?P<short>[\w&/.-]{2,8})\s+(?:stands for|is short for|is an (?:abbreviation|acronym) (?:of|for))"
    r"\s+(?P<long>[\w][\w \-/’']*)",
)
_SUBJECT = re.compile(
    r"^(?:(?:an?|the)\s+)?(?P<name>[^.,;:()–—]{2,60}?)\s+"
    r"(?:(?:is|are)\s+(?:an?|the|one|any|all)\b"
    r"|(?:in [\w ]{2,30} )?(?:refers?|means?|describes?|measures?|provides?|involves?) )",
    re.IGNORECASE,
)
_UNLIKE = re.compile(
    r"\b(?:unlike|not to be confused with|as opposed to|in contrast to|contrary to|differs? from"
    r"|different (?:from|than)|rather than|versus|vs\.?|not just)\s+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*[®™]?")
_NAMES = re.compile(r"\s*(?:,\s*(?:or|and)\s+|,|\bor\b|\band\b)\s*", re.IGNORECASE)
_QUOTES = re.compile(r"[“”\"]|(?<!\w)['‘]|['’](?!\w)")
_MOST_WORDS = 6
STATED = 4  # points that a match with a name loses if only a text states the name
SPELT = 3  # ... or if the text that explains an abbreviation gives its long form
_DEFINED = 14  # ... if the text only begins with it


@dataclass(frozen=True, slots=True)
class Stated:
    """Another name that a text states for its own subject."""

    name: str
    cost: int
    why: str


def stated(printed: str, text: str, field: Field) -> tuple[Stated, ...]:
    """The other names that the text under a printed name states, without repetitions."""
    head = " ".join(_QUOTES.sub("", text[:_HEAD]).split())
    if not head:  # a source may forbid to keep its text, and then has names only
        return ()
    parts = taken_apart(printed)
    own = {key(name) for name in (printed, *parts.names, *parts.abbreviations)}
    found: dict[str, Stated] = {}
    expansions = expansion(printed, head)
    for one in (
        *expansions,
        *_spelled_out(printed, head, field),
        *_also(printed, head, field),
        *_defined(printed, head, field),
    ):
        if 0 < len(written_words(one.name)) <= _MOST_WORDS and key(one.name) not in own:
            found.setdefault(key(one.name), one)
    return tuple(found.values())


def expansion(printed: str, text: str) -> tuple[Stated, ...]:
    """The long form of an abbreviation in the text that explains it: "Software as a Service" for "SaaS".

    The long form is a sequence of words with the letters of the abbreviation. Any text may have words with
    the same two letters by chance, so the words for two letters count only if they begin and end a part of
    a sentence. Empty if ``printed`` is no abbreviation or the text has no long form.
    """
    if not looks_like_one(printed):
        return ()
    letters = folded(printed)
    runs = [*_runs(text[:_HEAD], len(letters))]
    for loosely, freely in ((False, True), (False, False), (True, True)):
        if not freely and len(letters) < _TELLING:
            continue
        for words, is_free in runs:
            if is_free >= freely and _gives(letters, words, loosely):
                return (Stated(" ".join(words), SPELT, f"its text spells {printed} out"),)
    return ()


def _runs(text: str, letters: int) -> Iterator[tuple[list[str], bool]]:
    """Pairs (sequence of words within a sentence, flag), the longest sequence first at each place.

    ``letters`` is the length of the abbreviation. The flag is true if a name may begin and end at the places
    where the sequence begins and ends.
    """
    for sentence in _PARTS.split(text):
        found = [*_RUN_WORD.finditer(sentence)]
        begins = True
        for at, word in enumerate(found):
            for behind in range(min(len(found), at + letters + _BETWEEN), at, -1):
                rest = sentence[found[behind - 1].end() :]
                is_free = begins and _NAME_ENDS.match(rest) is not None
                yield [one[0] for one in found[at:behind]], is_free
            begins = begins and word[0].lower() in _ARTICLES


def _gives(letters: str, words: Sequence[str], loosely: bool) -> bool:
    parts = [part for word in words for part in fold(word.replace("/", " ")).split()]
    if not parts or parts[0] in _ARTICLES or parts[-1] in STOP - _LAST:
        return False
    if len(parts) == 1:
        return loosely and is_within(letters, parts[0])
    if loosely:
        return spells(letters, parts, whole=True) or _gives_hyphenated(letters, words)
    telling = [part for part in parts if part not in STOP]
    numbered = [AS_DIGITS.get(part, part) for part in parts if part not in STOP or part in AS_DIGITS]
    return letters in ("".join(initials(one)) for one in (parts, telling, numbered))


def _gives_hyphenated(letters: str, words: Sequence[str]) -> bool:
    """Whether the letters are those of the words where one with a hyphen counts once: "RTP"."""
    joined = [fold(word.replace("-", "")) for word in words]
    return any("-" in word for word in words) and letters == "".join(initials(joined))


_PARTS = re.compile(r"(?<=[.!?])\s+|[:;()–—]\s*")
_RUN_WORD = re.compile(r"[^\W_]+(?:['’/-][^\W_]+)*")
_ARTICLES = frozenset(("a", "an", "the"))
_NAME_ENDS = re.compile(
    r"\s*(?:$|[.,;:!?()–—]|(?:is|are|was|were|has|have|had|can|may|must|will|in|on|at|as|about|by|between|during|over|under"
    r"|with|without|from|for|to|of|also|which|that|who|whose|where|when|and|or)\b)"
)
_TELLING = 3  # letters: so many do not match by chance
_BETWEEN = 4  # how many more words than letters a long form may have
_LAST = frozenset(("of", "to"))  # small words that may end a long form: "Care of"


def _spelled_out(printed: str, head: str, field: Field) -> Iterator[Stated]:
    """ "EOL stands for “end of life”" under "EOL support" gives "end of life support"."""
    for sentence in re.split(r"(?<=[.?!])\s+", head):
        match = _STANDS_FOR.match(sentence)
        if not match:
            continue
        long = re.split(r"\s+(?:and|is|which|or)\s+", match["long"])[0].strip()
        if spells(folded(match["short"]), written_words(long)):
            name = re.sub(rf"\b{re.escape(match['short'])}\b", long, printed)
            why = f"its text spells {match['short']} out"
            if name != printed:
                yield Stated(name, STATED, why)
            if all(is_tool(word, field) for word in written_words(name)[len(written_words(long)) :]):
                yield Stated(long, STATED, why)
                yield Stated(match["short"], 0, "")


def _also(printed: str, head: str, field: Field) -> Iterator[Stated]:
    """The names between the subject and its verb: "Resolution time, also known as time to fix, is …"."""
    begin = _end_of_subject(printed, head, field)
    if not begin:
        return
    bracket = re.match(r"\s*\(([^()]{2,20})\)", head[begin:])
    if bracket and looks_like_one(bracket[1]):
        begin += bracket.end()
        if _spells_one_of(bracket[1], printed):
            yield Stated(bracket[1], 0, "")
    match = _CALLED.match(head[begin:]) or _OR.match(head[begin:])
    if not match:
        return
    for name in _NAMES.split(_listed(match["names"])):
        name = re.sub(r"^(?:an?|the|or|simply)\s+", "", name.strip(" ()"), flags=re.IGNORECASE)
        if looks_like_one(name):
            if _spells_one_of(name, printed):
                yield Stated(name, 0, "")
        elif not set(name) & set("()"):
            yield Stated(name, STATED, f"its text calls it “{name}”")


def _end_of_subject(printed: str, head: str, field: Field) -> int:
    """The position where the subject ends, if the text begins with its own printed name; else 0."""
    begin = re.match(r"(?:an?|the)\s+", head, re.IGNORECASE)
    spoken = list(_WORD.finditer(head, begin.end() if begin else 0))
    parts = taken_apart(printed)
    for name in (printed, *parts.names, *parts.abbreviations):
        words = [field.stem(word) for word in written_words(name)]
        said = spoken[: len(words)]
        if words and [field.stem(fold(singular(word[0]))) for word in said] == words:
            return said[-1].end()
    return 0


def _spells_one_of(abbreviation: str, printed: str) -> bool:
    return any(spells(folded(abbreviation), written_words(name)) for name in taken_apart(printed).names)


def _listed(text: str) -> str:
    """The names after "called" and so on: up to the verb or, without a verb, to the end of the list."""
    sentence = re.split(r"[.;)](?:\s|$)", text)[0]
    verb = _VERB.search(sentence)
    segments = (sentence[: verb.start()] if verb else sentence).split(", ")
    if not verb and len(segments) == 1 and not text[len(sentence) :].startswith(")"):
        return ""
    if not re.search(r"\b(?:or|and)\b", segments[0]):
        for at, segment in enumerate(segments):
            if segment.startswith(("or ", "and ")):
                return ", ".join(segments[: at + 1])
    return segments[0]


def _defined(printed: str, head: str, field: Field) -> Iterator[Stated]:
    """Another form of the name as the subject of the first sentence: "Operational efficiency is the …"."""
    match = None if _STANDS_FOR.match(head) else _SUBJECT.match(head)
    if match and _senses(match["name"], field) & _senses(printed, field):
        yield Stated(match["name"].strip(), _DEFINED, f"its text defines “{match['name']}”")


def _senses(name: str, field: Field) -> frozenset[str]:
    return frozenset(sense(word, field) for form in forms(name, field)[:1] for word in form.core)


def set_against(text: str) -> tuple[str, ...]:
    """The pieces of a text after "unlike" and so on; a name in them is that of another concept."""
    return tuple(text[match.end() : match.end() + _TURN] for match in _UNLIKE.finditer(text))
