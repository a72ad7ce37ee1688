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
from site_gen.sources.shape.blocks import abbreviates, count_words
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
ARGUMENTS = 4  # of such a macro at most: key, abbreviation, long form, text
_OF_SHORTS = re.compile(r"acro|abb?r|abk|abrev|sigl|gloss|dualentry|term(?:e|in)?$", re.IGNORECASE)
_OF_PACKAGES = frozenset(  # which are read by their rules, or refer to entries
    ["newacronym", "newabbreviation", "newglossaryentry", "longnewglossaryentry",
     "provideglossaryentry", "newdualentry", "acro", "acrodef", "acronym", "abbreviation",
     "newacro", "acroplural", "newacroplural", "DeclareAcronym", "newterm", "newabbr", "glossary",
     "glossaryentry", "printglossary", "printacronyms", "newglossary", "newglossarystyle",
     "newacronymstyle", "setacronymstyle", "setabbreviationstyle", "glossarysection",
     "glossaryname", "acronymname", "acronymtype", "abbreviationname"]
)  # fmt: skip
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
    also: tuple[str, ...] = ()


def uses(text: str) -> list[Use]:
    """The entries that macros of the document's own make, in order."""
    entries: dict[str, list[Use]] = defaultdict(list)
    others: Counter[str] = Counter()
    longer: dict[str, list[tuple[int, list[str]]]] = defaultdict(list)
    done = 0
    for found in _USE.finditer(text):
        macro = found["macro"]
        if found.start() < done:
            continue
        if _OF_SHORTS.search(macro) and macro not in _OF_PACKAGES:
            parts, end = _parts(text, found.end())
            if len(parts) > 1 and _ENDS.match(text, end) and not any("#" in part for part in parts):
                longer[macro].append((found.start(), parts))
                done = end if len(parts) > 2 else done
        if found.start() < done or _OTHER.match(macro):
            continue
        name, place = group(text, found.end())
        said, end = group(text, place)
        third, last = group(text, end)
        if name and said is not None and third and (beside := _beside(name, said)) is not None:
            name, said, end = f"{name}{beside}", third, last
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
    known = {use.place for use in out}
    out += [use for some in longer.values() for use in _with_shorts(some) if use.place not in known]
    return sorted(out, key=lambda use: use.place)


def _parts(text: str, place: int) -> tuple[list[str], int]:
    """The arguments of a macro, four at most, and the end of the last."""
    parts = list[str]()
    while len(parts) < ARGUMENTS:
        part, end = group(text, place)
        if part is None:
            break
        parts.append(part)
        place = end
    return parts, place


def _with_shorts(some: Sequence[tuple[int, Sequence[str]]]) -> list[Use]:
    """The entries of a macro for abbreviations or terms, with a key before each or not."""
    wide = {len(parts) for _, parts in some}
    if len(some) < LEAST or len(wide) > 1 or not all(all(map(str.strip, parts)) for _, parts in some):
        return []
    number = wide.pop()
    keyed = sum(_is_key(parts[0], parts[1]) for _, parts in some) > len(some) / 2
    out = []
    for place, (first, *more) in some:
        if number == 2 and not keyed:
            out.append(Use(place=place, name=first, text=more[0]))
        elif number == 3:
            name, also = (more[0], ()) if keyed else (first, (more[0],))
            out.append(Use(place=place, name=name, text=more[-1], also=also))
        elif number == ARGUMENTS and keyed:
            out.append(Use(place=place, name=more[0], text=more[2], also=(more[1],)))
    return out if len({names.fold(shown(use.name)) for use in out}) >= LEAST else []


def _is_key(first: str, second: str) -> bool:
    """Whether a first argument only names an entry in the source: "sla", as the second says "SLA"."""
    return (
        names.fold(first) == names.fold(second) or re.fullmatch(r"[a-z0-9_:.-]+", first.strip()) is not None
    )


_CLASS = re.compile(r"[^\W\d_]{1,6}\.(?:\s?[^\W\d_]{1,6}\.)?|noun|verb|adjective|adverb")


def _beside(name: str, second: str) -> str | None:
    """What the second of three arguments adds to the name: its other form in brackets, "" for its word class.

    None if it is anything else.
    """
    one, other = shown(name), shown(second).strip()
    if not other or _CLASS.fullmatch(other):
        return ""
    return f" ({second})" if abbreviates(one, other) or abbreviates(other, one) else None


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
