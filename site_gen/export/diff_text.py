"""A difference for the terminal: a block for each term, what to act on first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from site_gen.history.changes import KINDS, FieldChange, Kind, TermChange
from site_gen.history.difference import Difference, Other
from site_gen.history.flat_fields import Relation
from site_gen.history.word_diff import Edit, around, word_diff
from site_gen.model.schema import PATH, TERM

HEADINGS: Mapping[Kind, str] = {
    "new": "New",
    "renamed": "Renamed",
    "redefined": "Redefined",
    "merged": "Merged",
    "deprecated": "Deprecated",
    "restored": "In use again",
    "removed": "Removed",
    "edited": "Other changes of terms",
}
WHAT = {
    "topic": "Topics",
    "path": "Paths",
    "source": "Sources",
    "entry": "Entries of sources",
    "owner": "Owners",
    "redirect": "Redirects",
    "word": "Phrases ruled to need no term",
    "page": "Pages written by hand",
}
# Fields that are lists of names: what came and went says more than words inside them.
LISTS = {
    *(name for name, field in TERM.items() if field.many and not field.fields),
    *(name for name, field in PATH.items() if field.many),
    "also",
}
Mark = Callable[[Edit], str]


def plain_mark(edit: Edit) -> str:
    """As ``git diff --word-diff`` prints it."""
    return {"same": "{}", "gone": "[-{}-]", "come": "{{+{}+}}"}[edit.kind].format(edit.text)


def diff_text(difference: Difference, mark: Mark = plain_mark) -> str:
    """``mark`` shows an edit: a terminal has colours."""
    lines = list(_lines(difference, mark))
    return "\n".join(lines) + "\n" if lines else ""


def _lines(difference: Difference, mark: Mark) -> Iterator[str]:
    for side, problems in (("before", difference.unread_before), ("now", difference.unread_after)):
        if problems:
            yield f"Not read ({side})"
            yield from (f"  {problem}" for problem in problems)
    if difference.duplicates:
        yield "May be one concept, not seen before"
        for pair in difference.duplicates:
            yield f"  {pair.one} and {pair.other}, score {pair.score:g}: {pair.why}"
    for kind in KINDS:
        changes = [change for change in difference.terms if change.kinds[0] == kind]
        if changes:
            yield f"{HEADINGS[kind]} ({len(changes)})"
        for change in changes:
            yield f"  {headline(change)}"
            yield from (f"      {line}" for line in _details(change, mark))
    for what, heading in WHAT.items():
        others = [other for other in difference.others if other.what == what]
        if others:
            yield f"{heading} ({len(others)})"
        for other in others:
            yield f"  {other.kind}: {other.name}"
            yield from (f"      {_field(field, mark)}" for field in telling(other))
    if difference.pages:
        yield f"Pages that read differently: {len(difference.pages)}"
        if difference.affected:
            yield f"  of terms that did not change themselves: {', '.join(difference.affected)}"


def headline(change: TermChange) -> str:
    """One line on what became of a term."""
    before, said = change.before, [HEADINGS[kind].lower() for kind in change.kinds[1:]]
    name = f"{change.name} ({change.slug})"
    if before and change.after and (before.title, before.slug) != (change.name, change.slug):
        old = before.title if before.slug == change.slug else f"{before.title} ({before.slug})"
        name = f"{old} → {name}"
    if change.into:
        said.append(f"into {change.into}" if change.after is None else f"replaced by {change.into}")
    if not change.redirected:
        said.append(dead_address(change))
    return ", ".join((name, *said))


def dead_address(change: TermChange) -> str:
    old = change.before.slug if change.before else change.slug
    to = change.slug if change.after else "the term to read instead"
    return f"its old address leads nowhere: add '{old}: {to}' to redirects.yaml"


def _details(change: TermChange, mark: Mark) -> Iterator[str]:
    if "new" in change.kinds and change.after:
        yield change.after.definition
        yield f"{change.after.status}; topics: {', '.join(change.after.topics)}"
    fields = [field for field in change.fields if field.name not in said_in_headline(change)]
    yield from (_field(field, mark) for field in fields)
    yield from (f"{sign} {kind}: {to}" for sign, (kind, to) in relations_told(change))


def said_in_headline(change: TermChange) -> Iterable[str]:
    renamed = ("name", "context") if "renamed" in change.kinds else ()
    return (*renamed, "status") if {"deprecated", "restored"} & set(change.kinds) else renamed


def relations_told(change: TermChange) -> Iterator[tuple[str, Relation]]:
    """Relations gained (+) and lost (-), but for what is said already: of contrasts the sentences."""
    if change.after:
        signed = [("+", one) for one in change.gained] + [("-", one) for one in change.lost]
        said = {"contrast", "replaced_by"} if change.into else {"contrast"}
        yield from ((sign, one) for sign, one in signed if one.kind not in said)


def telling(other: Other) -> tuple[FieldChange, ...]:
    """The fields of a change that a reviewer needs; of a new record its title is enough."""
    whole = other.kind == "changed" or other.what in ("entry", "redirect")
    return other.fields if whole else other.fields[:1]


def edits_of(field: FieldChange, keep: int = 60) -> Iterator[Edit]:
    """What changed in a field, with ``keep`` characters of what stayed around it."""
    if field.name in LISTS:
        return _list_edits(field.before.split("; "), field.after.split("; "))
    before, after = " ".join(field.before.split()), " ".join(field.after.split())
    if before == after:
        return iter((Edit("same", "line breaks only"),))
    return around(word_diff(before, after), keep)


def _list_edits(before: Sequence[str], after: Sequence[str]) -> Iterator[Edit]:
    gone = "; ".join(item for item in before if item not in after)
    come = "; ".join(item for item in after if item not in before)
    if gone:
        yield Edit("gone", gone)
    if gone and come:
        yield Edit("same", " ")
    if come:
        yield Edit("come", come)
    if not gone and not come:
        yield Edit("same", "in another order")


def _field(field: FieldChange, mark: Mark) -> str:
    return f"{field.name}: " + " ".join("".join(map(mark, edits_of(field))).split())
