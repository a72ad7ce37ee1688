"""What came back against what had been exported and what the corpus says now: changes, and conflicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_gen.corpus.scalars import WrongValueError, short
from site_gen.editing.sheet.columns import COLUMNS, SLUG, cells
from site_gen.editing.sheet.read import Row, Sheet
from site_gen.editing.sheet.values import Value, alike, straightened, value
from site_gen.language import language_of
from site_gen.model import names
from site_gen.model.problem import Problem
from site_gen.model.records import Glossary
from site_gen.model.suggest import did_you_mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A term whose row was changed: the new value of each column that was."""

    slug: str
    row: int
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Rows that change a term, rows that are new terms, and slugs whose row is gone.

    ``conflicts`` are cells that both sides changed, each as a problem at its cell; they change nothing.
    """

    edited: tuple[Edited, ...] = ()
    new: tuple[Edited, ...] = ()
    gone: tuple[str, ...] = ()
    conflicts: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()


def compare(sheet: Sheet, glossary: Glossary) -> Compared:
    """Three ways, cell by cell: what nobody changed stays, what one side changed holds."""
    work = _Comparison(sheet, glossary)
    for row in sheet.rows:
        work.take(row)
    gone = [slug for slug in sheet.base if slug not in work.rows and slug in glossary.by_slug]
    problems = [*sheet.problems, *work.problems, *work.renamed(gone)]
    return Compared(
        edited=tuple(work.edited),
        new=tuple(work.new),
        gone=tuple(gone),
        conflicts=tuple(work.conflicts),
        problems=tuple(problems),
    )


class _Comparison:
    """Gathers what the rows of one sheet mean."""

    def __init__(self, sheet: Sheet, glossary: Glossary) -> None:
        self.sheet, self.glossary = sheet, glossary
        self.rows: dict[str, int] = {}
        self.edited: list[Edited] = []
        self.new: list[Edited] = []
        self.conflicts: list[Problem] = []
        self.problems: list[Problem] = []

    def take(self, row: Row) -> None:
        name = row.texts.get("name", "")
        slug = row.slug or language_of(self.glossary.language).slug(name)
        if name and not slug:
            message = names.without_slug(short(name))
            hint = "write one into this cell, in Latin letters: first-contact-resolution"
            self._problem(row, SLUG, "sheet-row", message, hint)
            return
        if not names.is_slug(slug):
            hint = f"did you mean '{names.slug(slug)}'?" if names.slug(slug) else "give the row a name"
            self._problem(row, SLUG, "sheet-row", f"'{short(slug)}' names no term", hint)
            return
        if slug in self.rows:
            first = self.rows[slug]
            hint = "keep one of the two; a new term has a name of its own"
            self._problem(row, SLUG, "sheet-row", f"'{slug}' stands in row {first} already", hint)
            return
        self.rows[slug] = row.number
        if slug in self.sheet.base:
            self._known(row, slug)
        elif slug in self.glossary.by_slug:
            now = cells(self.glossary.by_slug[slug])
            if all(
                alike(text, now[title]) for title, text in row.texts.items() if text and title != "status"
            ):
                return  # this sheet has been brought in before; the term began as a draft
            hint = f"export {self.sheet.called} again to change that term"
            self._conflict(row, SLUG, f"'{slug}' was made here since {self.sheet.called} was exported", hint)
        else:
            self._new(row, slug)

    def _known(self, row: Row, slug: str) -> None:
        base = self.sheet.base[slug]
        changed = {title: text for title, text in row.texts.items() if not alike(text, base.get(title, ""))}
        term = self.glossary.by_slug.get(slug)
        if term is None:
            if changed:
                to = self.glossary.redirects.get(slug)
                hint = f"it is '{to}' now: change it there" if to else "it was taken out of the corpus"
                self._conflict(row, SLUG, f"'{slug}' is no longer here", hint)
            return
        now = cells(term)
        values = dict(self._values(row, changed, base, now))
        if values:
            self.edited.append(Edited(slug=slug, row=row.number, values=values))

    def _values(
        self, row: Row, changed: Mapping[str, str], base: Mapping[str, str], now: Mapping[str, str]
    ) -> Iterator[tuple[str, Value]]:
        for title, text in changed.items():
            known = _names(now[title], base, title)
            found = self._value(row, title, straightened(text, now[title]), known)
            if found is None or _reads_as(now[title], title, found, known):
                continue  # wrong, or both sides changed it to the same
            if not alike(base.get(title, ""), now[title]):
                message = (
                    f"'{title}' was changed here to '{short(now[title])}', "
                    f"in {self.sheet.called} to '{short(text)}'"
                )
                self._conflict(row, title, message, "decide which holds, and change it in the corpus")
                continue
            found = self._value(row, title, straightened(text, now[title]), _names(now[title], base, title))
            if found is not None:
                yield title, found

    def _new(self, row: Row, slug: str) -> None:
        filled = {title: straightened(text, "") for title, text in row.texts.items() if text}
        values = {title: self._value(row, title, text) for title, text in filled.items()}
        read = {title: found for title, found in values.items() if found is not None}
        self.new.append(Edited(slug=slug, row=row.number, values=read))

    def _value(self, row: Row, title: str, text: str, known: tuple[str, ...] = ()) -> Value | None:
        try:
            return value(text, COLUMNS[title], known)
        except WrongValueError as wrong:
            self._problem(row, title, wrong.code, wrong.message, wrong.hint)
            return None

    def renamed(self, gone: list[str]) -> Iterator[Problem]:
        """Rows whose slug was typed over: a new term with the name of one whose row is gone."""
        key = language_of(self.glossary.language).key
        by_name = {key(self.glossary.by_slug[slug].name): slug for slug in gone}
        for row in self.new:
            name = str(row.values.get("name", ""))
            old = by_name.get(key(name), "") or ""
            if old or not name:
                near = did_you_mean(row.slug, gone, "delete the row, or give it a name")
                hint = f"write '{old}' again; to rename it: glossary rename {old} {row.slug}" if old else near
                message = f"'{row.slug}' is no term" + (f", and the row of '{old}' is gone" if old else "")
                yield self.sheet.finding(row.row, SLUG, "sheet-row", message, hint)

    def _conflict(self, row: Row, title: str, message: str, hint: str) -> None:
        self.conflicts.append(self.sheet.finding(row.number, title, "sheet-conflict", message, hint))

    def _problem(self, row: Row, title: str, code: str, message: str, hint: str) -> None:
        self.problems.append(self.sheet.finding(row.number, title, code, message, hint))


def _reads_as(text: str, title: str, found: Value, known: tuple[str, ...]) -> bool:
    try:
        return value(text, COLUMNS[title], known) == found
    except WrongValueError:
        return False


def _names(now: str, base: Mapping[str, str], title: str) -> tuple[str, ...]:
    """What a column has: the items of a list, the names at the beginnings of the lines of a mapping."""
    shape = COLUMNS[title].shape
    lines = (line.strip() for text in (now, base.get(title, "")) for line in text.split("\n"))
    if shape == "list":
        return tuple(lines)
    return tuple(line.partition(": ")[0] for line in lines) if shape in ("map", "contrast") else ()
