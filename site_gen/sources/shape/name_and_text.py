"""Tell what one name and its text say of themselves: an explanation, a value, a key of a program, a part."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import mean

from site_gen.model import names
from site_gen.sources.draft import Draft
from site_gen.sources.shape import defining, question_words
from site_gen.sources.shape.blocks import (
    abbreviates,
    count_words,
    is_question,
    is_unspaced,
    is_value,
    speaks_of,
)
from site_gen.sources.shape.sections import is_facet, is_structure
from site_gen.sources.shape.vocabulary import CHAPTERS, PARTS_OF_REPORTS

FIRST = 100  # characters of a text in which an abbreviation is spelled out
EXPLAINED = 0.3  # share of texts that explain their names from which nothing else is needed
FEW = 6  # entries
_CODE = re.compile(r"[{}\\]|\$\w|=>|\(\)|(?<!\w)--\w|/\w{1,40}/")
_SIGN = re.compile(r"[./_@:+\d].")  # inside of a word without blanks: a path, a number, a key
_NAME = re.compile(
    r"[\\{}<>$=@]|/\w{1,40}/|\w\.\w{2,4}$|^[a-z]{1,40}[A-Z]\w*$|^\W{0,9}\d[\d\s.:,/-]*$|^--?\w|\b(?:19|20)\d\d-\d\d|"
    r" - (?:[Ss]tatic )?(?:[Cc]lass|[Ii]nterface|[Ee]num|[Mm]ethod|[Vv]ariable|[Cc]onstructor) (?:in|for) |"
    r"^(?:[Ff]ig(?:ure|\.)?|[Tt]able|[Tt]ab\.|Abb(?:ildung|\.)|Tabelle|[Tt]ableau|[Ff]igura|[Tt]abla) \d+$"
)
_TYPE = re.compile(  # a type of a programming language, or several
    r"(?:string|number|bool(?:ean)?|int(?:eger)?|float|double|object|array|date(?:time)?|null|undefined|any|void|"
    r"promise|uint8array|list|dict|map|enum|uuid)\b[\W\d]*(?:[\w<>\[\]]+\W*){0,3}",
    re.IGNORECASE,
)
_WORK = re.compile(  # a reference to a work: "Jung et al., 2019"
    r"[A-ZÀ-Þ][\w’'-]+(?:,? (?:et al\.?|and|&|und|et) ?[\w’'-]*)?,? \(?(?:19|20)\d\d[a-z]?\)?\.?"
)
_ASKS_OF_TERMS = re.compile(  # a question about words, and not about "your opening hours"
    r"^(?:what(?:['’]?s| is| are) an? |was ist eine? |qu['’]est[ -]ce qu['’]une? |qué es una? |"
    r"(?:che )?cos['’]è un|o que é uma? |wat is een |czym jest |hvad er en |vad är en |hva er en )|"
    r"\b(?:mean|stand for|bedeutet|heißt|veut dire|signifie|significa|betekent|oznacza)\s?\?|"
    rf"^(?:what (?:is meant by|do (?:we|you|they) mean by)|qu['’]enten\w+|¿?\s*(?:{question_words.MEANT}))\s|"
    rf"^¿?\s*(?:{'|'.join(question_words.AROUND).replace('(.+)', '.+')})\s?\?",
    re.IGNORECASE,
)
_OF_THE_DESK = re.compile(  # "What is the price?" asks for no meaning
    r"(?:what(?:['’]?s| is| are)|was (?:ist|sind)|quel(?:le)?s? est|qu['’]est[ -]ce que|"
    r"cu[aá]l(?:es)? (?:es|son)) "
    r"(?:the|your|our|my|der|die|das|eure?|ihre?|le|la|les|vos|votre|el|los|su)\b",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"\W{0,3}\s*(?:means?|is|are|refers?|stands? for|shall mean|denotes?|abbreviation)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One name with its whole text."""

    name: str
    text: str
    where: str = ""


def said_by(draft: Draft) -> Said:
    """The name and the text of a draft; of its first version with names, if it has none of its own."""
    version = next((version for version in draft.versions if version.names), None)
    name = draft.name or (version.names[0] if version else "")
    pieces = draft.body or (version.texts if version else ())
    text = " ".join(piece.text for piece in pieces)
    return Said(name=name, text=text, where=draft.where.split(",")[0])


def share(found: Sequence[Said], holds: Callable[[Said], object]) -> float:
    """The share of names with their texts for which something holds."""
    return mean(bool(holds(one)) for one in found) if found else 0.0


def is_odd(one: Said) -> bool:
    """Whether a name is a path, a number, a version, a name of a program or of a figure, and no word."""
    return _NAME.search(one.name) is not None


def asks_of_terms(one: Said) -> bool:
    """Whether a name is a question for what a word means: "What is a hold?"."""
    return _ASKS_OF_TERMS.search(one.name) is not None


def asks_otherwise(name: str) -> bool:
    """Whether a name is a question, and not one for a meaning: "How do I pay?"."""
    return name.endswith(("?", "？", "؟")) and not is_question(name)


KEY = re.compile(  # "goal_name", "name (optional)"
    r"[a-z][a-z\d]*(?:_[a-z\d]+)+\b|.*\((?:optional|required)\)|\W{0,3}(?:optional|required)\b", re.I
)


def is_key(name: str) -> bool:
    """Whether a name is a key of a program, or a code with numbers: "goal_name", "A00-A09"."""
    return KEY.match(name) is not None or (is_value(name) and any(map(str.isdigit, name)))


def is_explained(one: Said) -> bool:
    """Whether a text says what its name means, spells it out or answers it as a question."""
    if not one.text:
        return False
    short = one.name.isupper() and _begins_with_words_of(one.name, one.text[:FIRST])
    asked = is_question(one.name) and not _OF_THE_DESK.match(one.name)
    return short or asked or defining.defines(one.name, one.text) or bool(_MEANS.match(one.text))


def _begins_with_words_of(short: str, text: str) -> bool:
    """Whether the first words of a text have the letters of an abbreviation: "OOO" and "out of order, …"."""
    letters = [letter for letter in short.lower() if letter.isalpha()]
    words = re.findall(r"[^\W\d_]+", text.lower())[: len(letters)]
    return len(letters) > 1 and [word[0] for word in words] == letters


_MATH = re.compile(r"\\\(.{1,300}?\\\)|\\\[.{1,300}?\\\]|\$[^$\n]{1,200}\$", re.DOTALL)


def has_value(one: Said) -> bool:
    """Whether a text is a value, a path, a type, code or a reference to a work, its formulas aside."""
    if "\\" in one.text[:300] and (bare := _MATH.sub(" ", one.text).strip()):
        one = replace(one, text=bare)
    if abbreviates(one.name, one.text) or is_spelled_out(one):
        return False
    text = one.text[:300].strip()
    if (" " not in text and _SIGN.search(text) and not is_unspaced(text)) or _TYPE.fullmatch(text[:60]):
        return True
    if _WORK.fullmatch(text):
        return True
    return is_value(one.text) or (bool(_CODE.search(text)) and not is_explained(one))


def is_spelled_out(one: Said) -> bool:
    """Whether the name is an abbreviation, and its text some words."""
    return one.name.isupper() and 2 <= count_words(one.text) <= 8 and not any(map(str.isdigit, one.text))


def is_part(one: Said) -> bool:
    """Whether a name is that of a part of a manual or a report, and its text does not speak of it."""
    folded = names.fold(one.name)
    if folded not in CHAPTERS | PARTS_OF_REPORTS and not is_structure(one.name) and not is_facet(one.name):
        return False
    return not speaks_of(one.name, one.text, whole=True)
