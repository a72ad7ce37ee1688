r"""Entries by a macro of the document's own: lines such as ``\gloss{name}{text}``, wherever it is defined.

Its name tells that it makes terms, or a heading of the document that it is a glossary; and it must begin
several lines that hold a name and a text, and nothing else.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from site_gen.model import names
from site_gen.sources.formats.latex_text import group, shown
from site_gen.sources.shape import defining
from site_gen.sources.shape.blocks import count_words
from site_gen.sources.shape.scope import names_glossary

LEAST = 2  # uses of a macro with different names
MAX_NAME = 8  # words of a name
MOST_OTHER = 0.2  # share of uses that are no entry, in sentences or with more arguments
_USE = re.compile(r"^[ \t]*\\(?P<macro>[A-Za-z]{2,40})(?=\s?\{)", re.MULTILINE)
_OF_TERMS = re.compile(r"gloss|vocab|lexi|defn|definition", re.IGNORECASE)
_OF_ENTRIES = re.compile(
    r"(?:[a-z]{1,3})?(?:term|entry|word|acro(?:nym)?|abbr(?:ev(?:iation)?)?|begriff|eintrag|mot|terme|termino|voz|voce)",
    re.IGNORECASE,
)
_OTHER = re.compile(  # what defines or sets something, and what refers to entries
    r"(?:re)?new|provide|declare|set|def(?!in|n)|add|use|print|make|gls|bib|cv|begin|end|href|text",
    re.IGNORECASE,
)
_HEADING = re.compile(r"\\(?:title|chapter|(?:sub)*section)\*?\s*\{(?P<said>[^{}\n]{1,200})\}")
_ENDS = re.compile(r"[ \t]*(?:\\\\|\\par(?![A-Za-z])|\{\}|[.,;])?[ \t]*(?:\n|\Z)")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One use of such a macro: where it begins, and its two arguments as they are written."""

    place: int
    name: str
    text: str


def uses(text: str) -> list[Use]:
    """The entries that macros of the document's own make, in order."""
    entries: dict[str, list[Use]] = defaultdict(list)
    others: Counter[str] = Counter()
    done = 0
    for found in _USE.finditer(text):
        macro = found["macro"]
        if found.start() < done or _OTHER.match(macro):
            continue
        name, place = group(text, found.end())
        said, end = group(text, place)
        if name and said and _ENDS.match(text, end) and _may_be(name, said):
            entries[macro].append(Use(place=found.start(), name=name, text=said))
            done = end
        elif "#" not in (name or ""):  # and not in the definition of another macro
            others[macro] += 1
    heads = [(head.start(), shown(head["said"])) for head in _HEADING.finditer(text)]
    out = [
        use
        for macro, some in entries.items()
        if others[macro] <= MOST_OTHER * len(some) and _makes_terms(macro, some, heads)
        for use in some
    ]
    return sorted(out, key=lambda use: use.place)


def _may_be(name: str, text: str) -> bool:
    """Whether two arguments may be a name and what it means: no days, pages, styles or definitions."""
    return (
        "#" not in name + text
        and 0 < count_words(shown(name)) <= MAX_NAME
        and _LETTER.search(shown(name)) is not None
        and len(_WORD.findall(shown(text))) >= 2
    )


def _makes_terms(macro: str, some: Sequence[Use], heads: Sequence[tuple[int, str]]) -> bool:
    """Whether a macro makes terms: by its name, or because it stands in a glossary or its texts define."""
    if len({names.fold(use.name) for use in some}) < LEAST:
        return False
    over = [said for place, said in heads if place < some[0].place and len(said) > 1]  # and no letter
    headed = bool(over) and names_glossary(over[-1])
    if _OF_TERMS.search(macro) or (headed and len(some) > LEAST):
        return True
    of_entries = _OF_ENTRIES.fullmatch(macro) is not None
    if over:
        return headed and of_entries
    defined = sum(defining.defines(shown(use.name), shown(use.text)) for use in some)
    return of_entries and 2 * defined > len(some)
