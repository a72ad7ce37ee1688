"""Texts of programs that hold a glossary: ``.resx``, XLIFF, ``.arb`` of Flutter, string catalogs of Apple.

A glossary is told in three ways: keys that belong together ("queue_term", "queue_text"), keys that are the
names themselves, or notes that say what the words beside them mean. The last two need a word for a glossary:
in the name of the file, or before the keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import mean
from typing import Any

from site_gen.sources.draft import Draft, Piece, Reading, Skipped, UnreadableError, Version
from site_gen.sources.formats import data, translations
from site_gen.sources.formats.data_tree import Leaf, Named, Value
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.xml_tree import HINT
from site_gen.sources.shape.blocks import clean_name, count_words, tidy
from site_gen.sources.shape.called_glossary import is_called_glossary
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.language_codes import tag_of
from site_gen.sources.shape.lines import without_unseen
from site_gen.sources.shape.scope import speaks_of_glossary

FEWEST = 2  # entries
OWN = 3  # keys with a word for a glossary before them, beside those of other texts
PROSE = 3  # mean words of texts that say what their keys mean
_WORDS = re.compile(r"[A-Za-z][a-z]+|[A-Z]+(?![a-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One text of a program: its key, what stands for it in another language, and notes about it."""

    line: int
    key: str
    text: str
    note: str = ""
    others: tuple[tuple[str, str], ...] = ()  # languages and texts


def read(messages: Sequence[Message], document: Document, chosen: Chosen, *, called: bool = False) -> Reading:
    """The entries of such texts, ``called`` a glossary. Raises ``UnreadableError`` for those of a program."""
    said = [one for one in messages if one.text.strip()]
    own = [one for one in said if _is_of_glossary(one.key)]
    kept = own if OWN <= len(own) < len(said) else said
    called = called or is_called_glossary(document.filename)
    called = called or all(speaks_of_glossary(_first(one.key)) for one in kept)
    for found in _ways(kept, document, chosen, called=called):
        if len(found.drafts) >= FEWEST:
            return replace(found, skipped=(*found.skipped, *_beside(said, kept)))
    raise UnreadableError("import-format", "these are texts of a program, no terms", HINT)


def _ways(said: Sequence[Message], document: Document, chosen: Chosen, *, called: bool) -> Iterator[Reading]:
    """The readings of texts: by keys that belong together, by notes, by keys that are names."""
    if not said:
        return
    pairs = tuple((Leaf(text=one.key, line=one.line), Leaf(text=one.text, line=one.line)) for one in said)
    value, file = data.prepared(Named(pairs=pairs, line=said[0].line)), document.filename
    yield data.from_value(value, chosen, document.language, records_only=True, file=file)
    words = mean(count_words(one.text) for one in said)
    noted = mean(bool(one.note) for one in said)
    if called and words <= translations.WORDS and noted >= translations.NOTED:
        yield Reading(
            drafts=tuple(map(_noted, (one for one in said if one.note))), skipped=tuple(_bare(said))
        )
    elif called and words >= PROSE:
        yield data.from_value(value, chosen, document.language, file=file)


_OF_TERMS = frozenset(["term", "terms", "def", "definition"])


def _is_of_glossary(key: str) -> bool:
    """Whether a key of several words begins with one for a glossary: "glossaryHold", "term_hold"."""
    first = _first(key)
    return first != key.lower() and (first in _OF_TERMS or speaks_of_glossary(first))


def _first(key: str) -> str:
    found = _WORDS.search(key)
    return found[0].lower() if found else ""


def _noted(one: Message) -> Draft:
    versions = tuple(Version(language=code, names=(clean_name(text),)) for code, text in one.others)
    body = (Piece(line=one.line, text=one.note),)
    return Draft(name=clean_name(one.text), line=one.line, how="concept", body=body, versions=versions)


def _bare(said: Sequence[Message]) -> Iterator[Skipped]:
    for one in said:
        if not one.note:
            yield Skipped(line=one.line, text=one.text[:200], why="name without a text")


def _beside(said: Sequence[Message], kept: Sequence[Message]) -> Iterator[Skipped]:
    taken = {id(one) for one in kept}
    for one in said:
        if id(one) not in taken:
            yield Skipped(line=one.line, text=one.text[:200], why="text of a program beside the glossary")


def of_resx(root: Any) -> list[Message]:
    """The texts of a ``.resx`` file with their comments."""
    return [
        Message(
            line=int(one.sourceline or 1), key=one.get("name", ""), text=_text(one.find("value")),
            note=_text(one.find("comment")),
        )
        for one in root.iter("data")
    ]  # fmt: skip


def of_qt(root: Any) -> list[Message]:
    """The texts of a program with Qt, with comments and translations."""
    code = tag_of(root.get("language") or "") or (root.get("language") or "").split("_")[0].lower()
    out = []
    for one in root.iter("message"):
        note = " ".join(filter(None, (_text(one.find(name)) for name in ("comment", "extracomment"))))
        other = _text(one.find("translation"))
        others = ((code, other),) if code and other else ()
        source, line = _text(one.find("source")), int(one.sourceline or 1)
        out.append(Message(line=line, key=one.get("id") or source, text=source, note=note, others=others))
    return out


def of_xliff(root: Any) -> list[Message]:
    """The texts of an XLIFF file, of version 1 or 2, with notes and translations."""
    out = []
    codes = {key.lower(): value for one in (root, *root.iter("{*}file")) for key, value in one.attrib.items()}
    code = codes.get("target-language") or codes.get("trglang") or ""
    for unit in root.iter("{*}trans-unit", "{*}unit"):
        source, target = (_text(next(unit.iter(f"{{*}}{name}"), None)) for name in ("source", "target"))
        note = " ".join(filter(None, map(_text, unit.iter("{*}note"))))
        key = unit.get("resname") or unit.get("name") or unit.get("id") or ""
        others = ((tag_of(code) or code.split("-")[0].lower(), target),) if code and target else ()
        line = int(unit.sourceline or 1)
        out.append(Message(line=line, key=key, text=source, note=note, others=others))
    return out


def is_glossary(root: Any) -> bool:
    """Whether an XLIFF file says of what it translates, or of its notes, that they are a glossary."""
    told = [one.get(key, "") for one in root.iter("{*}file") for key in ("original", "id")]
    kinds = {one.get("category", "") or one.get("from", "") for one in root.iter("{*}note")}
    return any(map(is_called_glossary, filter(None, told))) or "definition" in kinds


def glossary_of_xliff(root: Any) -> Reading | None:
    """The entries of the glossary that XLIFF 2 keeps beside its texts; None without one."""
    codes = {key.lower(): value for key, value in root.attrib.items()}
    code = codes.get("trglang", "")
    drafts = []
    for one in root.iter("{*}glossEntry"):
        line, text = int(one.sourceline or 1), _text(one.find("{*}definition"))
        names = tuple(filter(None, (clean_name(_text(other)) for other in one.iterfind("{*}translation"))))
        versions = (Version(language=tag_of(code) or code, names=names),) if code and names else ()
        body = (Piece(line=line, text=text),) if text else ()
        name = clean_name(_text(one.find("{*}term")))
        if name and (body or versions):
            drafts.append(Draft(name=name, line=line, how="concept", body=body, versions=versions))
    return Reading(drafts=tuple(drafts)) if drafts else None


def _text(element: Any) -> str:
    return "" if element is None else tidy(without_unseen("".join(element.itertext())))


def of_arb(value: Value) -> list[Message] | None:
    """The texts of a Flutter program with their descriptions; None for other data."""
    pairs = value.pairs if isinstance(value, Named) else ()
    held: Mapping[str, Value] = {key.text: inner for key, inner in pairs}
    about = [key for key in held if key.startswith("@") and key != "@context"]
    if "@@locale" not in held and not (about and all(key.lstrip("@") in held for key in about)):
        return None
    return [
        Message(line=key.line, key=key.text, text=inner.text, note=_described(held.get(f"@{key.text}")))
        for key, inner in pairs
        if isinstance(inner, Leaf) and not key.text.startswith("@")
    ]


def _described(value: Value | None) -> str:
    pairs = value.pairs if isinstance(value, Named) else ()
    told = (inner.text for key, inner in pairs if key.text == "description" and isinstance(inner, Leaf))
    return next(told, "")


def of_catalog(value: Value, language: str) -> list[Message] | None:
    """The texts of a string catalog of Apple's in one language; None for other data."""
    held = dict(_by_key(value))
    own, texts = held.get("sourceLanguage"), held.get("strings")
    if not isinstance(own, Leaf) or not isinstance(texts, Named):
        return None
    out = []
    for key, inner in texts.pairs:
        fields = dict(_by_key(inner))
        localized = {code: _unit(one) for code, one in _by_key(fields.get("localizations"))}
        text = localized.get(language) or localized.get(own.text) or key.text
        note = fields.get("comment")
        said = note.text if isinstance(note, Leaf) else ""
        others = tuple((code, one) for code, one in localized.items() if one and one != text)
        out.append(Message(line=key.line, key=key.text, text=text, note=said, others=others))
    return out


def _by_key(value: Value | None) -> Iterator[tuple[str, Value]]:
    for key, inner in value.pairs if isinstance(value, Named) else ():
        yield key.text, inner


def _unit(value: Value) -> str:
    unit = dict(_by_key(dict(_by_key(value)).get("stringUnit"))).get("value")
    return unit.text if isinstance(unit, Leaf) else ""
