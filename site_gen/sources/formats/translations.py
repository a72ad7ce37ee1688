"""Word lists of translators: gettext (``.po``) and TMX, where notes say what the words mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import mean
from typing import Any

from site_gen.sources.draft import Draft, Piece, Reading, Skipped, UnreadableError, Version
from site_gen.sources.formats import grouped_keys, translated_pages
from site_gen.sources.formats.data_tree import Leaf, Named
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.blocks import clean_name, count_words, is_nothing, tidy
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.header_roles import is_exact, role_of
from site_gen.sources.shape.language_codes import tag_of
from site_gen.sources.shape.lines import without_unseen

WORDS = 4  # mean words of a name; the texts of a program and whole sentences have more
HEAD = 3  # words of the header of the notes
NOTED = 0.5  # share of the words that have notes, below which they are labels of a program
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STRING = re.compile(r'"((?:[^"\\]|\\.)*+)"')
_KEYWORD = re.compile(r"(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+(?=\")")
_OLD = re.compile(r'^#~[ \t]{0,9}msgid[ \t]{1,9}"(?P<said>(?:[^"\\\n]|\\.)*+)"', re.MULTILINE)
_LANGUAGE = re.compile(r"^Language: *([A-Za-z]{2,3}(?:[-_][A-Za-z\d]{2,4}){0,2})", re.MULTILINE)
_TO_TRANSLATORS = re.compile(r"\A(?:to |for )?translators?: +", re.IGNORECASE)
_SIGNS = {"n": "\n", "t": "\t", "r": ""}


@dataclass(slots=True, kw_only=True)
class _Unit:
    """One word in several languages, "" for the one that no header tells, with its notes."""

    line: int
    said: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    place: tuple[str, int] | None = None  # the page and the line from which it comes


def read(document: Document, chosen: Chosen) -> Reading:
    """The words of a gettext file whose comments explain them. Raises ``UnreadableError`` for others."""
    units = list(_of_gettext(document.text.split("\n")))
    head = next((unit.said.pop("msgstr", "") for unit in units if not unit.said.get("msgid")), "")
    found = _LANGUAGE.search(head)
    language = (tag_of(found[1]) or found[1].lower()) if found else ""
    if page := translated_pages.read([one for unit in units for one in _messages(unit)], language):
        return page
    if keyed := _by_keys(units, chosen):
        return keyed
    for unit in units:
        own, other = unit.said.pop("msgid", ""), unit.said.pop("msgstr", "")
        unit.said = {"": own} | ({language: other} if language and other and other != own else {})
        unit.notes = _unquoted(unit.notes)
    reading = _reading([unit for unit in units if unit.said[""].strip()])
    return replace(reading, skipped=(*reading.skipped, *_out_of_use(document.text)))


_QUOTED = re.compile(r"[\"“„«](?P<said>[^\"“”„«»]*+)[\"“”»]")


def _unquoted(notes: list[str]) -> list[str]:
    """The notes of a word without quotes around them all."""
    quoted = _QUOTED.fullmatch("\n".join(notes).strip())
    return quoted["said"].split("\n") if quoted else notes


def _heads(unit: _Unit) -> bool:
    """Whether a unit heads the words and notes of a list: "Term (Dear translator: …)", "Definition"."""
    heads = [
        re.sub(r"\s*\(.*", "", text, flags=re.DOTALL) for text in (unit.said.get("", ""), *unit.notes[:1])
    ]
    short = len(heads) > 1 and is_exact(heads[0]) and count_words(heads[1]) <= HEAD and heads[1][-1:] != "."
    return short and [role_of(head).partition("@")[0] for head in heads] == ["name", "text"]


_KEY = re.compile(r"[A-Za-z][A-Za-z\d-]*+(?:[._]++[A-Za-z\d-]++)+")


def _by_keys(units: Sequence[_Unit], chosen: Chosen) -> Reading | None:
    """The entries of messages whose ids are keys of records: "glossary.hold.term"; None for others."""
    from site_gen.sources.formats import data

    told = [unit for unit in units if unit.said.get("msgid")]
    keys = [unit.said["msgid"] for unit in told]
    if not all(map(_KEY.fullmatch, keys)) or not grouped_keys.says_words(keys):
        return None
    pairs = ((unit.line, unit.said["msgid"], unit.said.get("msgstr", "")) for unit in told)
    leaves = tuple((Leaf(text=key, line=line), Leaf(text=text, line=line)) for line, key, text in pairs)
    reading = data.from_value(data.prepared(Named(pairs=leaves, line=1)), chosen)
    return reading if reading.drafts else None


def _out_of_use(text: str) -> Iterator[Skipped]:
    """The messages that a gettext file keeps in comments since its program has them no more."""
    for found in _OLD.finditer(text):
        said = _shown(found["said"])
        if said:
            line = text.count("\n", 0, found.start()) + 1
            yield Skipped(line=line, text=said[:200], why="message out of use")


def _messages(unit: _Unit) -> Iterator[translated_pages.Message]:
    own = unit.said.get("msgid", "")
    if own.strip() and unit.place:
        path, at = unit.place
        other = unit.said.get("msgstr", "")
        yield translated_pages.Message(line=unit.line, path=path, at=at, text=own, other=other)


def tmx(root: Any) -> Reading:
    """The words of a TMX file: names in several languages. Raises ``UnreadableError`` for sentences."""
    units = []
    for one in root.iter("{*}tu"):
        unit = _Unit(line=int(one.sourceline or 1))
        notes = [note for note in one.iterchildren("{*}note", "{*}prop") if _explains(note)]
        unit.notes = [tidy("".join(note.itertext())) for note in notes]
        for version in one.iterchildren("{*}tuv"):
            code = str(version.get(_LANG) or version.get("lang") or "")
            segment = version.find("{*}seg")
            text = "" if segment is None else tidy(without_unseen("".join(segment.itertext())))
            if text:
                unit.said.setdefault(tag_of(code) or code.split("-")[0].lower(), text)
        units.append(unit)
    return _reading([unit for unit in units if unit.said])


def _explains(note: Any) -> bool:
    """Whether an element beside a word tells what it means: a note, or a property that says so."""
    said = note.get("type") or ""
    return note.tag.endswith("note") or (is_exact(said) and role_of(said) == "text")


def _reading(units: Sequence[_Unit]) -> Reading:
    words = [count_words(text) for unit in units for text in unit.said.values()]
    noted = [any(map(str.strip, unit.notes)) for unit in units]
    if not units or mean(words) > WORDS or mean(noted) < NOTED:
        raise UnreadableError(
            "import-format", "these are texts of a program or of a translator, no terms with their meanings",
            "export the glossary with its definitions as CSV or TBX, and import that",
        )  # fmt: skip
    drafts, skipped = list[Draft](), list[Skipped]()
    for index, unit in enumerate(units):
        if index == 0 and _heads(unit):
            skipped.append(Skipped(line=unit.line, text=unit.said[""], why="header of the words below"))
        elif not all(map(is_nothing, unit.notes)):
            drafts.append(_draft(unit))
        else:
            name = next(iter(unit.said.values()))
            skipped.append(Skipped(line=unit.line, text=name, why="name without a text"))
    return Reading(drafts=tuple(drafts), skipped=tuple(skipped))


def _draft(unit: _Unit) -> Draft:
    return Draft(
        name=clean_name(unit.said.get("", "")), line=unit.line, how="concept",
        body=tuple(Piece(line=unit.line, text=note) for note in unit.notes if note.strip()),
        versions=tuple(
            Version(language=code, names=(clean_name(text),)) for code, text in unit.said.items() if code
        ),
    )  # fmt: skip


def _of_gettext(lines: Sequence[str]) -> Iterator[_Unit]:
    """The messages of a gettext file with their comments; those out of use ("#~") are left out."""
    unit, key = _Unit(line=1), ""
    for number, line in enumerate(lines, 1):
        bare = line.strip()
        keyword = _KEYWORD.match(bare)
        if (
            bare.startswith("#") or (keyword and keyword[1] in ("msgctxt", "msgid"))
        ) and "msgstr" in unit.said:
            yield unit
            unit, key = _Unit(line=number), ""
        if bare.startswith(("#.", "# ")):
            note = _TO_TRANSLATORS.sub("", bare[2:].strip())
            if unit.notes and note[:1].islower():  # a sentence goes on in the next line
                unit.notes[-1] += f" {note}"
            else:
                unit.notes.append(note)
        elif bare.startswith("#: "):
            unit.place = unit.place or translated_pages.place(bare)
        elif keyword:
            key = keyword[1].partition("[")[0]
            unit.said.setdefault(key, "")
            if key == "msgid":
                unit.line = number
        if key in ("msgid", "msgstr") and not bare.startswith("#"):
            unit.said[key] += "".join(map(_shown, _STRING.findall(bare)))
    if "msgstr" in unit.said:
        yield unit


def _shown(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: _SIGNS.get(found[1], found[1]), text)
