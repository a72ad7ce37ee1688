"""A later edition comes into a glossary that has adopted an earlier one: a three-way merge, as values.

What the desk has changed stays, what it has left alone follows the edition, and where both have changed one
thing otherwise the desk's stays and a question is left. Such a question is asked again by every later run,
until it is answered: until then ``upstream.json`` goes on holding the older value.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from site_gen.corpus.layout import PATHS, PLAIN_WORDS, TOPICS, UPSTREAM
from site_gen.corpus.load import Loaded, load
from site_gen.corpus.yaml import edit
from site_gen.editing.changeset import Rewrite
from site_gen.editing.new_problems import after
from site_gen.editing.rename import Changed, path_of, rename
from site_gen.editing.upstream.adopt import term_file
from site_gen.editing.upstream.edition import (
    Edition,
    Values,
    cleaned,
    cleaned_paths,
    cleaned_topics,
    listed,
    taken,
    without_ways_to,
)
from site_gen.editing.upstream.kept import Kept, as_bytes
from site_gen.editing.upstream.pairs import Matched, Pair, match
from site_gen.editing.upstream.values import Ask, Decide, Merged, Question, merged, rewritten
from site_gen.model.field import Field
from site_gen.model.problem import RefusedError
from site_gen.model.schema import PATH, TERM, TOPIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """The change, and what a person has to know of it.

    ``arrived`` are fields by what they belong to, ``reread`` approved terms that are due for a review by what
    arrived, ``held`` files that were left as they are, each with the reason.
    """

    changed: Changed
    arrived: Mapping[str, Sequence[str]]
    new: tuple[str, ...]
    reread: tuple[str, ...]
    questions: tuple[Question, ...]
    notes: tuple[str, ...]
    held: Mapping[str, str]


@dataclass(slots=True, kw_only=True)
class _Run:
    """What one merge starts from, and what it gathers. ``followed`` are the topics that are taken over."""

    kept: Kept
    edition: Edition
    followed: frozenset[str]
    rewrite: Rewrite
    decide: Decide
    held: dict[str, str]
    arrived: dict[str, Sequence[str]] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def record(self, name: str, state: Merged) -> None:
        """Note what came of one record."""
        if state.arrived:
            self.arrived[name] = state.arrived
        self.questions += state.open


def bring(
    files: Mapping[str, bytes],
    loaded: Loaded,
    kept: Kept,
    edition: Edition,
    topics: Sequence[str],
    decide: Decide,
    held: Mapping[str, str],
) -> Brought:
    """Merge ``edition`` into the corpus; ``topics`` are those that it takes over, none means all.

    Files that are ``held``, each with its reason, are left for another time. Raises ``RefusedError`` for a
    topic that the edition does not have.
    """
    wanted = _wanted(edition, topics, kept)
    matched = match(kept, edition, wanted, loaded.glossary, files, held)
    moved, now, started = _renamed(files, loaded, matched)
    run = _Run(
        kept=kept,
        edition=edition,
        followed=frozenset((*kept.topics, *(topics or edition.topics))),
        rewrite=Rewrite(started),
        decide=decide,
        held=dict(held),
        notes=list(matched.notes),
    )
    next_kept, new = _merged(run, matched, now)
    run.rewrite.write(UPSTREAM, as_bytes(next_kept))
    reread = [term.slug for term in now.glossary.terms if term.status == "approved"]
    return Brought(
        changed=Changed(changes=_changes(files, started, run.rewrite), moved=moved),
        arrived=run.arrived,
        new=tuple(new),
        reread=tuple(slug for slug in reread if _is_read(run.arrived.get(slug, ()))),
        questions=tuple(run.questions),
        notes=tuple(run.notes),
        held=run.held,
    )


def _merged(run: _Run, matched: Matched, now: Loaded) -> tuple[Kept, list[str]]:
    """Merge every file of the corpus; what to keep for next time, and the slugs of the new terms."""
    kept, here = run.kept, now.glossary
    theirs = cleaned_topics(run.edition.topics, run.followed)
    states = _States(path=TOPICS, fields=TOPIC, old=kept.topics, base=kept.topics, theirs=theirs)
    topics = _list(run, states, here.topics_by_id)
    live = {*here.topics_by_id, *(() if TOPICS in run.held else set(theirs) - set(kept.topics))}
    matched = _with_topics(matched, run.edition, live & run.followed, run)
    terms, new = _terms(run, matched, live)
    next_kept = Kept(
        edition=run.edition.name,
        terms=terms,
        topics=topics,
        paths=_paths(run, matched, live, now),
        plain_words=_words(run, kept.plain_words, run.edition.plain_words, here.plain_words),
        at={slug: here for slug, here in matched.at.items() if slug in terms},
    )
    return next_kept, new


def _wanted(edition: Edition, topics: Sequence[str], kept: Kept) -> frozenset[str]:
    """The terms to take over; a topic that was taken over and is no longer in the edition has none."""
    left = [topic for topic in topics if topic in edition.topics or topic not in kept.topics]
    return taken(edition, left) if left or not topics else frozenset()


def _is_read(fields: Iterable[str]) -> bool:
    return any(TERM[name].reviewed for name in fields)


def _renamed(
    files: Mapping[str, bytes], loaded: Loaded, matched: Matched
) -> tuple[Mapping[str, str], Loaded, Mapping[str, bytes]]:
    """The corpus with the addresses of the edition where they are free."""
    for old, new in matched.renames.items():
        changed = rename(files, loaded, loaded.glossary.by_slug[old], new)
        files = after(files, changed.changes)
        loaded = load(files)
    return dict(matched.renames), loaded, files


def _changes(
    files: Mapping[str, bytes], started: Mapping[str, bytes], rewrite: Rewrite
) -> dict[str, bytes | None]:
    """All that differs in the end from the files as they were."""
    now = after(started, rewrite.changes())
    gone: dict[str, bytes | None] = {path: None for path in files if path not in now}
    return gone | {path: data for path, data in now.items() if files.get(path) != data}


def _with_topics(matched: Matched, edition: Edition, live: Collection[str], run: _Run) -> Matched:
    """Without new terms whose topics have all been taken out here."""
    lost = {
        pair.theirs
        for pair in matched.pairs
        if not pair.base and not set(edition.terms[pair.theirs]["topics"]) & set(live)
    }
    run.notes += [
        f"{slug} is new upstream and was left out: its topics are not here" for slug in sorted(lost)
    ]
    pairs = tuple(pair for pair in matched.pairs if pair.base or pair.theirs not in lost)
    return replace(matched, pairs=pairs)


def _terms(run: _Run, matched: Matched, live: Collection[str]) -> tuple[dict[str, Values], list[str]]:
    """Merge every term; the terms to keep for next time, and the slugs of those that are new."""
    here_of_base, here_of_theirs = matched.by_base, matched.by_theirs
    same = {slug: slug for slug in matched.theirs}
    terms: dict[str, Values] = {}
    new: list[str] = []
    for pair in matched.pairs:
        if not pair.theirs:
            continue
        path = path_of(pair.here)
        theirs = cleaned(
            run.edition.terms[pair.theirs], here_of_theirs, run.followed.intersection(live), pair.here
        )
        as_kept = cleaned(run.edition.terms[pair.theirs], same, run.followed)
        if not pair.base:
            run.rewrite.write(path, term_file(run.edition, pair.theirs, theirs))
            new.append(pair.here)
        elif pair.here and path in run.held:
            as_kept = dict(run.kept.terms[pair.base])
        elif pair.here:
            base = cleaned(run.kept.terms[pair.base], here_of_base, live, pair.here)
            base = without_ways_to(base, matched.left, theirs)
            if "topics" not in theirs and "topics" in base:  # moved to topics that are not followed
                theirs["topics"] = base["topics"]
            as_kept = _term(run, pair, base, theirs, as_kept)
        terms[pair.theirs] = as_kept
    return terms, new


def _term(run: _Run, pair: Pair, base: Values, theirs: Values, as_kept: dict[str, Any]) -> dict[str, Any]:
    """Merge one term into its file; what to keep of it for next time."""
    path, old = path_of(pair.here), run.kept.terms[pair.base]
    ours = edit.plain(run.rewrite.read(path).decode("utf-8-sig"))
    state = merged(base, ours, theirs, TERM, Ask(name=pair.here, path=path, decide=run.decide))
    try:
        if state.arrived:
            change = partial(rewritten, before=ours, after=state.values, fields=TERM)
            run.rewrite.edit(path, change)
    except RefusedError as error:
        run.held[path] = str(error)
        return dict(old)
    run.record(pair.here, state)
    return _still_asked(as_kept, old, state.open)


def _still_asked(new: Mapping[str, Any], old: Values, questions: Iterable[Question]) -> dict[str, Any]:
    """What to keep: the new values, and the old one of each field with an open question."""
    out = dict(new)
    for question in questions:
        out.pop(question.field, None)
        if question.field in old:
            out[question.field] = old[question.field]
    return out


def _paths(run: _Run, matched: Matched, live: Collection[str], now: Loaded) -> dict[str, Values]:
    """Merge the learning paths; those to keep for next time."""
    kept = run.kept
    if PATHS in run.held:
        return dict(kept.paths)
    states = _States(
        path=PATHS,
        fields=PATH,
        old=kept.paths,
        base=cleaned_paths(kept.paths, matched.by_base, live),
        theirs=cleaned_paths(run.edition.paths, matched.by_theirs, run.followed.intersection(live)),
    )
    keep = _list(run, states, {path.id: path for path in now.glossary.paths})
    as_theirs = cleaned_paths(run.edition.paths, {slug: slug for slug in matched.theirs}, run.followed)
    asked = {question.about.partition(".yaml:")[2].partition(".")[0] for question in run.questions}
    return {
        id_: as_theirs[id_] if id_ in as_theirs and id_ not in asked else record
        for id_, record in keep.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _States:
    """A file that holds a list of records: as kept, the same in terms of this glossary, and the later one."""

    path: str
    fields: Mapping[str, Field]
    old: Mapping[str, Values]
    base: Mapping[str, Values]
    theirs: Mapping[str, Values]


def _list(run: _Run, states: _States, ours: Collection[str]) -> dict[str, Values]:
    """Merge such a file, which has records with the ids ``ours`` now; the records to keep for next time."""
    if states.path in run.held:
        return dict(states.old)
    file = states.path.rpartition("/")[2]
    gone = [id_ for id_ in states.base if id_ in ours and id_ not in states.theirs]
    run.notes += [f"{file}:{id_} is no longer upstream; it stays here" for id_ in gone]
    keep: dict[str, Values] = {}
    for id_, record in states.theirs.items():
        if id_ not in ours:
            if id_ not in states.base:
                run.rewrite.edit(states.path, partial(_with_record, record=record))
                run.arrived[f"{file}:{id_}"] = ("new",)
            keep[id_] = record
        elif id_ not in states.base:
            run.notes.append(f"{file}:{id_} is new upstream and was left out: you have one so named")
        else:
            keep[id_] = _one_of_list(run, states, f"{file}:{id_}", id_)
    return keep


def _with_record(text: str, record: Values) -> str:
    gap = "" if not text or text.endswith("\n") else "\n"
    return text + gap + listed([record])


def _one_of_list(run: _Run, states: _States, name: str, id_: str) -> Values:
    records = edit.plain(run.rewrite.read(states.path).decode("utf-8-sig"))
    place = next(at for at, record in enumerate(records) if record.get("id") == id_)
    ours, fields, theirs = records[place], states.fields, states.theirs[id_]
    state = merged(
        states.base[id_], ours, theirs, fields, Ask(name=name, path=states.path, decide=run.decide)
    )
    if state.arrived:
        change = partial(rewritten, before=ours, after=state.values, fields=fields, above=(place,))
        run.rewrite.edit(states.path, change)
    run.record(name, state)
    return _still_asked(theirs, states.old.get(id_, {}), state.open)


def _words(
    run: _Run, base: Mapping[str, str], theirs: Mapping[str, str], ours: Mapping[str, str]
) -> dict[str, str]:
    """Merge the phrases that need no term, each with its reason; those to keep for next time."""
    if PLAIN_WORDS in run.held:
        return dict(base)
    fields = {phrase: Field(kind="text", help="") for phrase in dict.fromkeys((*base, *theirs))}
    state = merged(
        base, ours, theirs, fields, Ask(name="plain-words.yaml", path=PLAIN_WORDS, decide=run.decide)
    )
    if state.arrived:
        change = partial(rewritten, before=ours, after=state.values, fields={})
        run.rewrite.edit(PLAIN_WORDS, change)
    run.record("plain-words.yaml", state)
    return _still_asked(theirs, base, state.open)
