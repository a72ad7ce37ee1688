"""The health of a glossary as Markdown: a report, or the due reviews as an issue that owners tick off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from site_gen.checks.health import Health
from site_gen.checks.reviews import Due, by_owner
from site_gen.export.diff_md import escaped
from site_gen.export.health_text import NEVER_DUE, Section, sections, summary
from site_gen.model.owners import handles_of
from site_gen.model.records import Owner, Site
from site_gen.pages.repository import edit_url


def health_md(health: Health, site: Site, listed: Mapping[str, Owner]) -> str:
    parts = [
        f"# Health of {escaped(site.name)}",
        f"{escaped(summary(health))}.",
        due_md(health.due, site, listed, level=2, never_due=health.never_due),
    ]
    return "\n\n".join((*(part.rstrip() for part in parts), *map(_table, sections(health)))) + "\n"


def due_md(
    due: Iterable[Due],
    site: Site,
    listed: Mapping[str, Owner],
    level: int = 1,
    *,
    never_due: bool = False,
) -> str:
    """A list to tick off for each owner; a handle on the host stands beside the name, and calls its owner."""
    none = f"None. {NEVER_DUE if never_due else 'Every review still holds.'}"
    return "\n".join(_due_lines(tuple(due), site, listed, "#" * level, none)) + "\n"


def _due_lines(
    due: tuple[Due, ...], site: Site, listed: Mapping[str, Owner], mark: str, none: str
) -> Iterator[str]:
    yield f"{mark} Reviews that are due"
    yield ""
    if not due:
        yield none
        return
    yield "Read each against practice. Then stamp it: `glossary review SLUG…`, or set `reviewed` in its file."
    for owner, group in by_owner(due):
        handles = [handle for handle in handles_of(owner, listed) if handle.startswith("@")]
        name = owner if owner in handles else " ".join([escaped(owner), *handles])
        yield f"\n{mark}# {name} ({len(group)})\n"
        for one in group:
            yield f"- [ ] {linked(one, site)}: {one.said()}"


def linked(due: Due, site: Site, with_slug: bool = True) -> str:
    """The term of a due review in Markdown, with its page or its slug, and the place where it is edited."""
    name = escaped(due.term.title)
    page = f"{site.url.rstrip('/')}/terms/{due.term.slug}.html" if site.url else ""
    edit = edit_url(site, due.term.origin.path)
    text = f"[{name}]({page})" if page else f"{name} (`{due.term.slug}`)" if with_slug else name
    return f"{text} ([edit]({edit}))" if edit else text


def _table(section: Section) -> str:
    if not section.rows:
        return f"## {section.title}\n\n{section.none}"
    rows = [section.head, ["---"] * len(section.head), *(map(escaped, row) for row in section.rows)]
    return f"## {section.title}\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows)
