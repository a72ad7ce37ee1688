"""A file in an exchange format as a sheet that came back, for the same comparison field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from site_gen.editing.exchange.carried import DIFFERENCE, SEVERAL, Concept, carried, is_as_exported, normal
from site_gen.editing.sheet.columns import cells
from site_gen.editing.sheet.read import Row, Sheet
from site_gen.model.problem import Problem
from site_gen.model.records import Glossary, Site, Term

UNKNOWN = "\0"  # a text that no file holds: what the corpus or the file had is not what was exported


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged(Sheet):
    """A sheet whose rows are the concepts of a file; a row's number is the line of its concept."""

    called: str = "the file"

    def finding(
        self, row: int, column: str, code: str, message: str, hint: str, severity: Any = "error"
    ) -> Problem:
        """A finding at the line of a concept."""
        return Problem(path=self.name, line=row, code=code, message=message, hint=hint, severity=severity)


def as_sheet(
    concepts: Iterable[Concept], name: str, whole: Glossary, shown: Glossary, site: Site, *, is_sure: bool
) -> Exchanged:
    """The concepts as rows, each with the columns that the file has changed.

    ``shown`` is what an export of ``whole`` has. Where a concept does not say how it was exported, nobody
    can tell who changed a field: it is a conflict, unless ``is_sure`` lets the file hold.
    """
    rows, base = [], {}
    for concept in concepts:
        term = whole.by_slug.get(concept.slug)
        seen = shown.by_slug.get(concept.slug)
        if term is None:
            rows.append(Row(number=concept.line, slug=concept.slug, texts=dict(concept.texts)))
            if concept.exported:
                base[concept.slug] = dict(_as_exported(concept))
            continue
        now = carried(seen, shown, site, concept.texts) if seen else {}
        row, was = _compared(concept, term, now, is_sure)
        rows.append(Row(number=concept.line, slug=concept.slug, texts=row))
        base[concept.slug] = was
    return Exchanged(name=name, rows=tuple(rows), base=base, letters={})


def _as_exported(concept: Concept) -> Iterator[tuple[str, str]]:
    for title, text in concept.texts.items():
        same = is_as_exported(title, normal(title, text), concept.exported)
        yield title, text if same else UNKNOWN


def _compared(
    concept: Concept, term: Term, now: Mapping[str, str], is_sure: bool
) -> tuple[dict[str, str], dict[str, str]]:
    """The columns that the file changes, with their whole text, and what each is to be compared with."""
    row: dict[str, str] = {}
    was: dict[str, str] = {}
    own = cells(term)
    for title, text in concept.texts.items():
        said = normal(title, text)
        if said == now.get(title) or is_as_exported(title, said, concept.exported):
            continue
        row[title] = _merged(title, text, now.get(title, ""), own[title])
        kept = is_as_exported(title, now.get(title, ""), concept.exported) or (
            is_sure and title not in concept.exported
        )
        was[title] = own[title] if kept else UNKNOWN
    return row, was


def _merged(title: str, said: str, now: str, own: str) -> str:
    """The text of a column with what the file says; what an export leaves out of several values stays."""
    if title not in SEVERAL:
        return said
    wanted = {_key(title, line): line for line in said.split("\n") if line.strip()}
    shown = {_key(title, line) for line in now.split("\n")}
    lines = [
        wanted.pop(key, line)
        for line in own.split("\n")
        if (key := _key(title, line)) in wanted or key not in shown
    ]
    return "\n".join((*filter(None, lines), *wanted.values()))


def _key(title: str, line: str) -> str:
    """What tells a value from others: of a difference, the other term."""
    return line.partition(":")[0].strip() if title == DIFFERENCE else " ".join(line.split())
