"""The health of a glossary as tables, and these as text; ``health_md.py`` makes Markdown of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from site_gen.checks.health import STATUSES, Count, Health
from site_gen.checks.reviews import Due, by_owner
from site_gen.model.records import Term

NEVER_DUE = (
    "No review ever runs out here: write 'review_every: 12 months' into mkdocs.yml, below 'glossary', "
    "or into a topic or a term."
)
_NAMED = 8  # terms of a long list; the rest is a number


@dataclass(frozen=True, slots=True)
class Section:
    """A table with what it is for; ``rows`` may be empty, and then ``none`` is said."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    none: str = ""


def sections(health: Health) -> Iterator[Section]:
    """Everything about the glossary but the due reviews, what to act on first."""
    yield Section(
        "Missing", ("What", "Terms", "Such as"),
        [(one.what, str(len(one.terms)), named(one.terms)) for one in health.missing],
        "Every term has what staff need.",
    )  # fmt: skip
    yield Section(
        "Owners", ("What is missing", "Who", "Terms", "Such as"), list(_owners(health)),
        "Every term has an owner who can be reached.",
    )  # fmt: skip
    yield Section(
        "Orphans", ("Term", "File"), [(term.title, term.origin.path) for term in health.orphans],
        "Every term leads to another, or is led to.",
    )  # fmt: skip
    yield Section(
        "In use but not defined", ("Phrase", "Terms that use it", "Such as"),
        [(one.phrase, str(len(one.terms)), cut(one.terms)) for one in health.undefined],
        "No phrase that many terms use is without a term.",
    )  # fmt: skip
    yield Section(
        "Longest definitions", ("Term", "Characters"),
        [(one.term.title, f"{one.value:g}") for one in health.longest],
    )  # fmt: skip
    yield Section(
        "Hardest definitions", ("Term", health.formula or "Reading grade"),
        [(one.term.title, f"{one.value:g}") for one in health.hardest],
    )  # fmt: skip
    yield Section(
        f"Most linked names, of {health.links} links", ("Name", "Leads to", "Links", "Share"),
        [(one.label, cut(one.slugs), str(one.number), f"{one.share:g}%") for one in health.linked],
        "No text mentions a term.",
    )  # fmt: skip
    for title, counts in (
        ("By level", health.levels), ("By topic", health.topics), ("By source", health.sources),
    ):  # fmt: skip
        yield Section(
            title, ("", "Terms", *(status.capitalize() for status in STATUSES)), list(map(_row, counts))
        )


def _row(count: Count) -> Sequence[str]:
    return count.name, str(count.number), *map(str, count.parts)


def _owners(health: Health) -> Iterator[Sequence[str]]:
    for one in health.unreachable:
        yield "no mail and no chat", one.owner.name, *_counted(one.terms)
    for one in health.unlisted:
        yield "not in owners.yaml", one.owner.name, *_counted(one.terms)
    if health.unowned:
        yield "no owner, nor one of its topic or the site", "nobody", *_counted(health.unowned)


def _counted(terms: Sequence[Term]) -> tuple[str, str]:
    return str(len(terms)), named(terms)


def named(terms: Sequence[Term]) -> str:
    return cut([term.title for term in terms])


def cut(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def summary(health: Health) -> str:
    by_status = ", ".join(f"{count.number} {count.name.lower()}" for count in health.statuses)
    noun = "term" if health.terms == 1 else "terms"
    return f"{health.terms} {noun}: {by_status or 'none'}"


def health_text(health: Health) -> str:
    parts = [summary(health), due_text(health.due, health.note, never_due=health.never_due).rstrip()]
    for section in sections(health):
        lines = [section.title, *_columns(section)] if section.rows else [section.title, f"  {section.none}"]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def due_text(due: Iterable[Due], note: str = "", *, never_due: bool = False) -> str:
    """The due reviews by owner; ``never_due``: none ever runs out, so that "none" tells nothing."""
    lines = [f"Reviews that are due{': none' if not due else ''}"]
    for owner, group in by_owner(due):
        lines.append(f"  {owner} ({len(group)})")
        lines += [f"    {one.term.slug}: {one.said()}" for one in group]
    if never_due and not due:
        lines.append(f"  {NEVER_DUE}")
    if note:
        lines.append(
            "  Texts that changed after their review could not be told: git has no history here, or only "
            "a part of it, to which 'git fetch --unshallow' adds the rest."
        )
    return "\n".join(lines) + "\n"


def _columns(section: Section) -> Iterator[str]:
    rows = [section.head, *section.rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(section.head) - 1)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield "  " + "  ".join((*cells, row[-1])).rstrip()
