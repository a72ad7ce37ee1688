"""The result of an import (entries, skipped text with reasons) and the values that lead to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from site_gen.model.import_formats import FORMATS as _TABLE
from site_gen.model.problem import Problem
from site_gen.model.records import Entry
from site_gen.model.schema import IMPORT_FIELDS
from site_gen.sources.entries.near import Near

FORMATS, FIELDS = tuple(_TABLE), IMPORT_FIELDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A piece of the raw document that became no entry. ``line`` counts from 1 (rows in a workbook)."""

    line: int
    text: str
    why: str
    where: str = ""  # place for readers, where line numbers mean nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One raw document as entries.

    ``columns`` maps each column or key found in the document to a field of an entry, "" for none. ``near``
    lists pairs of names that may mean the same term.
    """

    title: str
    format: str
    entries: tuple[Entry, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    near: tuple[Near, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One paragraph of the raw document."""

    line: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """Names and texts of one term in one language, a code such as "de" or "pt-BR"."""

    language: str
    names: tuple[str, ...] = ()
    texts: tuple[Piece, ...] = ()
    beside: bool = False  # whether all names are further ones of a term whose name stands elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One occurrence ("printing") of a term in a document, before the occurrences of a term are joined.

    ``how`` is the shape in which the document prints the term (heading, label, table row …). ``given`` is
    true for a name that a person set in the import rules. ``versions`` are in languages that the document
    states; once the version in the language of the site has been taken, ``in_other_languages`` holds the
    names in the other languages.
    """

    name: str
    line: int
    how: str
    body: tuple[Piece, ...] = ()
    also: tuple[str, ...] = ()
    says: str = ""
    say_to_customer: str = ""
    term: str = ""
    given: bool = False
    topics: tuple[str, ...] = ()
    search_as: tuple[str, ...] = ()  # hidden labels
    owner: str = ""
    reviewed: date | None = None
    versions: tuple[Version, ...] = ()
    in_other_languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stated: str = ""  # the language that its row, record or page states for all of it
    part: int = 0  # number of the part (sheet, file) whose lines count from 1
    where: str = ""  # place for readers, where line numbers mean nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands; ``where`` is the place for readers, where line numbers mean nothing."""

    line: int
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The result of one reader for one document.

    ``places`` tell where the header of a column, or a key, stands first. ``headings`` are lines over text
    that are no entries. ``declined`` gives the reason why the whole document is certainly no glossary, ""
    otherwise. ``unproven`` is true if that is so only for lack of proof.
    """

    title: str = ""
    drafts: tuple[Draft, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    headings: tuple[Piece, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    declined: str = ""
    unproven: bool = False


class UnreadableError(Exception):
    """The document cannot be read at all; ``read`` turns it into a problem."""

    def __init__(self, code: str, message: str, hint: str, line: int = 1) -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.line = code, message, hint, line
