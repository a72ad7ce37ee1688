"""The history of a glossary as its readers would tell it: what came, changed its meaning or name, and went.

Pure: steps of history in (``log.py`` reads them from git), events out. A step holds the files that it
changed, before and after, so that telling a history takes no more than what was ever changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Literal

from site_gen.corpus.layout import REDIRECTS, TERMS
from site_gen.corpus.load import load, load_term
from site_gen.history.changes import Kind, TermChange, compare_terms
from site_gen.history.flat_fields import read_of
from site_gen.model.names import is_slug
from site_gen.model.records import Term
from site_gen.model.schema import LABELS
from site_gen.text.markdown import plain_text

# Why a site knows no changes; pages say it in their language.
NO_GIT = "This site was built from a folder without a history, so what changed cannot be told."
SHALLOW = "This site was built from a copy with a part of the history only, so what changed cannot be told."
Told = Literal[
    "new", "renamed", "redefined", "merged", "deprecated", "restored", "removed", "here", "customers"
]  # fmt: skip
_TOLD: Mapping[Kind, Told] = {
    "new": "new", "renamed": "renamed", "redefined": "redefined", "merged": "merged",
    "deprecated": "deprecated", "restored": "restored", "removed": "removed",
}  # fmt: skip
# What else of a term is told when its text changes: the rule of the desk, and what agents may send.
_TEXTS: Mapping[Told, str] = {"here": "here", "customers": "say_to_customer"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One commit of the main line; ``files`` are those of the corpus that it changed, None once removed.

    ``when`` has the offset of whoever committed, so that ``when.date()`` is the day they saw.
    """

    commit: str
    when: datetime
    files: Mapping[str, bytes | None]
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened to one term.

    ``slug`` and ``name`` are those after it, ``was`` the name before a renaming, ``into`` the slug that a
    term was merged into or is replaced by, ``before`` and ``after`` texts: definitions, or the rule of the
    desk (``here``) and what is said to customers (``customers``), as plain text. ``old`` is the slug before a
    renaming, ``internal`` what the term said of its readers then.
    """

    kind: Told
    slug: str
    name: str
    when: datetime
    commit: str
    author: str = ""
    old: str = ""
    was: str = ""
    into: str = ""
    before: str = ""
    after: str = ""
    internal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What happened, newest first.

    ``text_changed`` is the day on which what a reader reads of a term last changed, by slug. A change that
    sets ``reviewed`` as well counts as made on the day of the review. ``called`` has every name that a term
    ever had, as (field, label), by the slug that it has now or had last. ``note`` says why there is no
    history, ``today`` is the clock of a build: same corpus, same pages. ``edition`` names the state of the
    corpus by day and commit, "" where no commit is known. ``card_changed`` is when what a card shows of a
    term last changed, by slug, in seconds since 1970.
    """

    changes: tuple[Event, ...] = ()
    text_changed: Mapping[str, date] = field(default_factory=dict)
    called: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    today: date | None = None
    note: str = ""
    edition: str = ""
    card_changed: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class State:
    """How the terms stood after a step; a file that cannot be read leaves its term as it last was."""

    terms: MutableMapping[str, Term] = field(default_factory=dict)
    text_changed: MutableMapping[str, date] = field(default_factory=dict)
    called: MutableMapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    card_changed: MutableMapping[str, int] = field(default_factory=dict)


def tell(steps: Iterable[Step], state: State | None = None) -> History:
    """The history of the steps, which come oldest first; ``state`` is carried on where it is given."""
    state = state or State()
    told = [tuple(_events(step, _take(step, state))) for step in steps]
    changes = tuple(event for events in reversed(told) for event in events)
    return History(
        changes=changes,
        text_changed=dict(state.text_changed),
        called=dict(state.called),
        card_changed=dict(state.card_changed),
    )


def _take(step: Step, state: State) -> tuple[TermChange, ...]:
    """Carry the state over one step."""
    before: dict[str, Term] = {}
    after: dict[str, Term] = {}
    for path, data in step.files.items():
        slug = slug_of(path)
        if not slug:
            continue
        term = load_term(path, data) if data is not None else None
        if data is not None and term is None:
            continue
        if slug in state.terms:
            before[slug] = state.terms.pop(slug)
        if term:
            after[slug] = state.terms[slug] = term
    data = step.files.get(REDIRECTS)  # most steps do not touch it
    redirects = _redirects(data) if data else {}
    changes = compare_terms(before, after, redirects)
    for change in changes:
        _date(change, step.when.date(), state.text_changed)
        _call(change, state.called)
        _time_card(change, int(step.when.timestamp()), state.card_changed)
    return changes


def slug_of(path: str) -> str:
    """The slug of a term's file; "" for any other file."""
    name = path.removeprefix(TERMS).removesuffix(".yaml")
    return name if path == f"{TERMS}{name}.yaml" and is_slug(name) else ""


def _redirects(data: bytes) -> Mapping[str, str]:
    return load({REDIRECTS: data}).glossary.redirects


def _date(change: TermChange, day: date, text_changed: MutableMapping[str, date]) -> None:
    before, after = change.before, change.after
    if before and before.slug != change.slug:
        text_changed[change.slug] = text_changed.pop(before.slug, day)
    if after is None:
        text_changed.pop(change.slug, None)
    elif before is None or read_of(before) != read_of(after):
        stamped = after.reviewed if before is None or before.reviewed != after.reviewed else None
        text_changed[change.slug] = min(day, stamped) if stamped else day


# What a card for learners shows of a term, and what its gaps are made from.
CARD = (*LABELS, "context", "definition", "example", "metric", "contrast")


LONG_AGO = date(2000, 1, 1)  # of cards whose time nobody knows


def card_time(day: date) -> int:
    """The beginning of a day as cards carry it, in seconds since 1970."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def card_of(term: Term) -> tuple[object, ...]:
    """What a card shows of a term, to tell whether that changed."""
    return tuple(getattr(term, name) for name in CARD)


def _time_card(change: TermChange, when: int, card_changed: MutableMapping[str, int]) -> None:
    """A difference stands on the cards of both terms that it tells apart."""
    before, after = change.before, change.after
    known = card_changed.pop(before.slug, None) if before else None
    if after is None:
        return
    changed = before is None or known is None or card_of(before) != card_of(after)
    card_changed[after.slug] = when if changed or known is None else known
    told = {one.to: one for one in before.contrast} if before else {}
    for contrast in after.contrast:
        if told.pop(contrast.to, None) != contrast and contrast.to in card_changed:
            card_changed[contrast.to] = when
    card_changed.update({slug: when for slug in told if slug in card_changed})


def _call(change: TermChange, called: MutableMapping[str, tuple[tuple[str, str], ...]]) -> None:
    """Names stay with a term wherever it goes, and with the slug of one that went."""
    terms = [term for term in (change.before, change.after) if term]
    slugs = dict.fromkeys((*(term.slug for term in terms), change.slug))
    known = [label for slug in slugs for label in called.get(slug, ())]
    known += [label for term in terms for label in (("name", term.title), *term.labels())]
    called[change.slug] = tuple(dict.fromkeys(known))
    for slug in slugs:
        if slug != change.slug:
            called.pop(slug, None)


def _events(step: Step, changes: Iterable[TermChange]) -> Iterator[Event]:
    for change in changes:
        before, after = change.before, change.after
        for kind in (_TOLD[one] for one in change.kinds if one in _TOLD):
            yield _event(
                step,
                change,
                kind,
                before.definition if before and kind == "redefined" else "",
                after.definition if after and kind in ("new", "redefined") else "",
            )
        for told, name in _TEXTS.items() if before and after else ():
            was, now = _plain(before, name), _plain(after, name)
            if was != now:
                yield _event(step, change, told, was, now)


def _plain(term: Term | None, name: str) -> str:
    """A text of the term without formatting; those of several channels in one line."""
    return " / ".join(plain_text(text) for text in term.texts(name).values()) if term else ""


def _event(step: Step, change: TermChange, kind: Told, was: str, now: str) -> Event:
    """``was`` and ``now`` are the texts that the event tells of."""
    before, after = change.before, change.after
    return Event(
        kind=kind,
        slug=change.slug,
        name=change.name,
        when=step.when,
        commit=step.commit,
        author=step.author,
        old=before.slug if before and kind == "renamed" else "",
        was=before.title if before and kind == "renamed" else "",
        into=change.into,
        before=was,
        after=now,
        internal=any(term.audience == "internal" for term in (before, after) if term),
    )
