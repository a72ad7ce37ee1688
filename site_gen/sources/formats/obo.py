"""OBO files, the plain text of ontologies: a stanza for each term, with its name, definition and synonyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from site_gen.sources.draft import Draft, Piece, Reading, Skipped
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.blocks import clean_name, tidy
from site_gen.sources.shape.columns import Chosen

STANZA = re.compile(r"\[(?P<kind>\w+)\]\s*$")
_TAG = re.compile(r"(?P<tag>[\w-]+):[ \t]*(?P<value>.*)")
_QUOTED = re.compile(r'"(?P<text>(?:[^"\\]|\\.)*+)"[ \t]*(?P<scope>[A-Z]+)?')
_AFTER = re.compile(r"(?:(?<!\s)[ \t]+)?(?:!|\{\w)[^\n]*$")  # a comment, or qualifiers of the value
_ESCAPED = re.compile(r"\\(.)")
_SIGNS = {"n": "\n", "W": " ", "t": "\t"}
_NO_OTHER_NAME = frozenset(["RELATED", "BROAD", "NARROW"])
_ALSO = frozenset(["synonym", "exact_synonym"])
_TAKEN = _ALSO | {"id", "alt_id", "name", "def", "is_obsolete", "namespace"}
_NO_PART = "what is said with it is no part of an entry"
_NO_NAME, _OBSOLETE, _OTHER = (
    "stanza without a name",
    "term out of use, as its source says",
    "no term, but a relation or the like",
)


@dataclass(slots=True, kw_only=True)
class _Stanza:
    """One stanza: its kind, its line, and its tags with their values and lines."""

    kind: str
    line: int
    tags: list[tuple[str, str, int]] = field(default_factory=list)

    def first(self, tag: str) -> str:
        return next((value for own, value, _ in self.tags if own == tag), "")


def read(document: Document, chosen: Chosen) -> Reading:
    """The terms with their definitions; obsolete terms and stanzas of other kinds are told."""
    head, *stanzas = _stanzas(document.text.split("\n"))
    drafts, skipped = list[Draft](), list[Skipped]()
    for stanza in stanzas:
        name = clean_name(_shown(_AFTER.sub("", stanza.first("name"))))
        if why := _left_out(stanza, name):
            skipped.append(Skipped(line=stanza.line, text=name or stanza.first("id"), why=why))
        else:
            drafts.append(_draft(stanza, name))
    skipped += _not_taken(stanza for stanza in stanzas if stanza.kind == "Term")
    return Reading(title=head.first("ontology"), drafts=tuple(drafts), skipped=tuple(skipped))


def _not_taken(stanzas: Iterable[_Stanza]) -> Iterator[Skipped]:
    """What terms say in tags that entries have no place for, each once with how often."""
    lines: dict[str, list[int]] = {}
    for stanza in stanzas:
        for tag, _, line in stanza.tags:
            if tag not in _TAKEN:
                lines.setdefault(tag, []).append(line)
    for tag, found in lines.items():
        yield Skipped(line=found[0], text=f"{tag} ({len(found)})", why=_NO_PART)


def _left_out(stanza: _Stanza, name: str) -> str:
    """Why a stanza is no entry; "" if it is one."""
    if stanza.kind != "Term":
        return _OTHER
    if stanza.first("is_obsolete").startswith("true"):
        return _OBSOLETE
    return "" if name else _NO_NAME


def _stanzas(lines: Sequence[str]) -> Iterator[_Stanza]:
    """The head of the file and its stanzas."""
    stanza = _Stanza(kind="", line=1)
    for number, line in enumerate(lines, 1):
        if begun := STANZA.match(line):
            yield stanza
            stanza = _Stanza(kind=begun["kind"], line=number)
        elif found := _TAG.match(line):
            stanza.tags.append((found["tag"], found["value"].strip(), number))
    yield stanza


def _draft(stanza: _Stanza, name: str) -> Draft:
    line = next((number for tag, _, number in stanza.tags if tag == "name"), stanza.line)
    told = [(value, number) for tag, value, number in stanza.tags if tag == "def"]
    body = [Piece(line=number, text=text) for value, number in told if (text := _text(value))]
    others = [_QUOTED.match(value) for tag, value, _ in stanza.tags if tag in _ALSO]
    also = (clean_name(_shown(one["text"])) for one in others if one and one["scope"] not in _NO_OTHER_NAME)
    return Draft(name=name, line=line, how="concept", body=tuple(body), also=tuple(dict.fromkeys(also)))


def _text(value: str) -> str:
    """What stands in the quotes of a definition."""
    found = _QUOTED.match(value)
    return tidy(_shown(found["text"] if found else value))


def _shown(text: str) -> str:
    return _ESCAPED.sub(lambda found: _SIGNS.get(found[1], found[1]), text)
