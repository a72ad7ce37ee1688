"""Programs in JavaScript, TypeScript, Python, PHP and Ruby: the lists of terms that they write out, as data.

A list or mapping is taken if its name, or the name of the file, has a word for a glossary, or if its records
have keys such as "term" and "definition". All else in a program is passed over: menus, settings, messages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import PurePosixPath

from site_gen.model import names
from site_gen.sources.draft import Reading
from site_gen.sources.formats import data, not_read, script_pages
from site_gen.sources.formats.data_kinds import STRONG_TEXT
from site_gen.sources.formats.data_meaning import TERM_KEYS, explains_topics, says
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.formats.decode import check_size
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.script_dialects import BY_ENDING, JAVASCRIPT, Dialect
from site_gen.sources.formats.script_values import Reader
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.scope import speaks_of_glossary

MAX_BYTES = 2_000_000
MANY = 8  # entries that a program needs where nothing says that they are terms
WHOLE = 0.9  # share of a program that is nothing but one list
MAX_REMARK = 200  # characters
FEW = 3  # entries from which the name of a file alone says that they are terms
_GIVEN = (  # … and an opening bracket
    r"(?:(?<![=!<>+*/|&?-])=(?![=>])|\b(?:default|return)|\.(?:concat|push)\(|\bObject\.assign\([\w$.]{1,60},)"
    r"\s{0,40}"
)
_WRAPPED = (
    r"(?:(?:new\s{1,5}Map|Object\.freeze|Object\.fromEntries|[\w$]{1,40})(?:<[^<>()]{0,80}>)?\(\s{0,40})?"
)
_NAME = re.compile(r"(?<![\w$])([\w$]+)\s{0,5}(?::[^=;{}()]{0,120})?\s{0,5}=?$")
_TRANSLATES = re.compile(r"\b(?:translat|locali[sz]|übersetz|traduc)")  # names of lists in other languages
_WORDS = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+")
_DEFINES = STRONG_TEXT | {"description", "text", "full", "expansion", "short definition"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A list or mapping of a program and the name that it has there."""

    name: str
    value: Value
    share: float  # of the signs of the program


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of the lists of terms in a program. Raises ``UnreadableError`` if it writes out none."""
    check_size(document.data, MAX_BYTES)
    if PurePosixPath(document.filename.lower()).suffix in _COMPONENTS:
        document = replace(document, text=_scripts(document.text))
    dialect = BY_ENDING.get(PurePosixPath(document.filename.lower()).suffix, JAVASCRIPT)
    written = [*_written(document.text, dialect), *_assigned(document.text, dialect)]
    called = _speaks(PurePosixPath(document.filename.replace("\\", "/")).stem) or _begins_called(
        document.text, dialect
    )
    own = [one for one in written if _speaks(one.name)]
    own = [one for one in own if not _TRANSLATES.search(_spaced(one.name))] or own
    with_terms = [one for one in written if has_terms(one.value)]
    if with_terms and not any(has_terms(one.value) or _maps_to_texts(one.value) for one in own):
        own, with_terms = with_terms, own  # what is called a glossary only labels or groups its terms
    if any(has_terms(one.value) for one in own):  # its groups of terms may stand beside them
        own = [one for one in own if not _groups_terms(one)]
    whole = called or (len(written) == 1 and written[0].share >= WHOLE)  # data that a page loads as a script
    others = [one for one in written if _holds(one.value)] if whole and not own + with_terms else []
    found, own = _first(document, chosen, (own, with_terms, others))
    drafts = tuple(draft for reading in found for draft in reading.drafts)
    least = (FEW if called else MANY) if own is others else 1
    if len(drafts) < least:
        if called and (page := script_pages.read(document, dialect, chosen)):
            return page
        raise not_read.error_of(not_read.CODE, document.filename)
    return Reading(
        title=_title(own),
        drafts=drafts,
        skipped=tuple(skip for reading in found for skip in reading.skipped),
        columns={key: field for reading in found for key, field in reading.columns.items()},
    )


def _first(
    document: Document, chosen: Chosen, groups: Sequence[list[_Written]]
) -> tuple[list[Reading], list[_Written]]:
    """The readings of the first group of lists that holds entries, and that group."""
    for group in groups:
        found = [_reading(one.value, chosen, document.language) for one in group]
        if any(reading.drafts for reading in found):
            return found, group
    return [], []


def _reading(value: Value, chosen: Chosen, language: str) -> Reading:
    return data.from_value(data.prepared(value), chosen, language)


def _title(own: list[_Written]) -> str:
    """The words of the name of a list: "glossaryTerms" is "Glossary terms"; they may say what it is."""
    said = next((one.name for one in own if _speaks(one.name)), "")
    return _spaced(said).capitalize()


_COMPONENTS = frozenset([".vue", ".svelte"])  # a page with its program in one file
_SCRIPT = re.compile(r"<script\b[^<>]{0,300}>", re.IGNORECASE)
SCRIPTS = 10  # of one file


def _scripts(page: str) -> str:
    """The programs of such a file in their lines."""
    out, at = list[str](), 0
    for found in islice(_SCRIPT.finditer(page), SCRIPTS):
        end = page.find("</script", found.end())
        if at <= found.end() <= end:
            out += ["\n" * page.count("\n", at, found.end()), page[found.end() : end]]
            at = end
    return "".join(out)


def _begins_called(source: str, dialect: Dialect) -> bool:
    """Whether the remark at the beginning of a program is short and speaks of a glossary: "// Glossary"."""
    found = dialect.aside.match(source)
    said = found[0].strip() if found else ""
    return 0 < len(said) <= MAX_REMARK and _speaks(re.sub(r"[^\w]+", " ", said).strip())


def _spaced(name: str) -> str:
    return " ".join(_WORDS.findall(name)).lower()


def _groups_terms(written: _Written) -> bool:
    """Whether a list says what the topics of a glossary are: ``glossaryCategories``."""
    return any(explains_topics(word, written.value) for word in _spaced(written.name).split())


def _speaks(name: str) -> bool:
    return speaks_of_glossary(_spaced(name)) or speaks_of_glossary(name)


def _written(source: str, dialect: Dialect) -> Iterator[_Written]:
    """The lists and mappings that stand behind an equals sign, a default export or a return."""
    reader, at, inside = Reader(source=source, dialect=dialect), 0, 0
    for start in _starts(source, dialect):
        if start.end() < at:
            continue
        reader.at = start.end()
        near = max(0, start.start() - 200)
        line = max(near, source.rfind("\n", 0, start.start()) + 1)
        before = _NAME.search(source, line, start.start()) or _NAME.search(source, near, start.start())
        value = reader.literal()
        at = reader.at
        if _is_component(value) and inside < INSIDE:
            at, inside = start.end(), inside + 1  # what its functions return is read on its own
        if value and (_holds(value) or (isinstance(value, Many) and before and _speaks(before[1]))):
            share = (at - start.start()) / len(source)
            yield _Written(name=before[1] if before else "", value=value, share=share)


_ASSIGNED = re.compile(r"^[ \t]{0,20}(?P<name>[A-Za-z_$][\w$.]{0,60})\[(?=[\"'])", re.MULTILINE)
_EQUALS = re.compile(r"\]\s{0,5}=(?![=>])\s{0,5}")


def _assigned(source: str, dialect: Dialect) -> Iterator[_Written]:
    """The texts that a program gives to the keys of a mapping one by one: ``terms["hold"] = "A wait …";``."""
    reader = Reader(source=source, dialect=dialect)
    found: dict[str, list[tuple[Leaf, Value]]] = {}
    for start in _ASSIGNED.finditer(source):
        reader.at = start.end()
        key = reader.leaf()
        if key and (equals := _EQUALS.match(source, reader.at)):
            reader.at = equals.end()
            if value := reader.leaf():
                found.setdefault(start["name"], []).append((key, value))
    for name, pairs in found.items():
        if len(pairs) >= FEW:
            share = sum(len(key.text) + len(value.text) for key, value in pairs if isinstance(value, Leaf))
            made = Named(pairs=tuple(pairs), line=pairs[0][0].line)
            yield _Written(name=name, value=made, share=share / len(source))


INSIDE = 50  # components of a program that are looked into


def _is_component(value: Value | None) -> bool:
    """Whether a mapping has texts alone beside functions: {name: "Words", data() { return … }}."""
    return isinstance(value, Named) and all(isinstance(inner, Leaf) for _, inner in value.pairs)


def _starts(source: str, dialect: Dialect) -> Iterator[re.Match[str]]:
    """Where values begin, outside of texts and comments."""
    signs = re.compile(
        rf"{dialect.text.pattern}|(?!\s){dialect.aside.pattern}|(?P<given>{_GIVEN}(?:{dialect.opens}|{_WRAPPED}{dialect.opens}))",
        re.DOTALL,
    )
    return (found for found in signs.finditer(source) if found["given"])


def _holds(value: Value) -> bool:
    """Whether a value may hold entries: it is a mapping, or a list of more than texts."""
    if isinstance(value, Named):
        return bool(value.pairs)
    return isinstance(value, Many) and any(not isinstance(item, Leaf) for item in value.items)


def _maps_to_texts(value: Value) -> bool:
    """Whether a value maps names to texts: {"Berth": "The place where a boat lies."}."""
    return isinstance(value, Named) and says(value)


def has_terms(value: Value) -> bool:
    """Whether a record in the value has keys such as "term" and "definition"."""
    waiting, seen = [value], 0
    while waiting and seen < 2_000:
        one, seen = waiting.pop(), seen + 1
        if isinstance(one, Many):
            waiting += one.items[:50]
        elif isinstance(one, Named):
            keys = {names.fold(key.text) for key, _ in one.pairs}
            if keys & TERM_KEYS and keys & _DEFINES:
                return True
            waiting += [inner for _, inner in one.pairs[:60] if not isinstance(inner, Leaf)]
    return False
