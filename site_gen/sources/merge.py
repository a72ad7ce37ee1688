"""Unclaimed entries to ``term:`` lines and draft terms; what is doubtful stays unclaimed and is listed.

Claiming an entry adds to what is known of its term, so the rest is judged again until nothing more is
certain. Running a merge once more therefore changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from site_gen.corpus.layout import TERMS
from site_gen.corpus.load import Loaded, load
from site_gen.corpus.yaml.edit import set_value, set_values
from site_gen.match import Candidate, Clustering, Group, Matcher, Progress, Query, Question, Verdict, cluster
from site_gen.model import names
from site_gen.model.graph import circles
from site_gen.model.placeholder import TO_BE_WRITTEN
from site_gen.model.records import Entry, Glossary, Source
from site_gen.sources.drafts import designations, draft_term
from site_gen.text.links import definition_graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a person says of two groups; ``contrast`` tells them apart where readers would confuse them."""

    same: bool
    contrast: str = ""


Decide = Callable[[Question], Answer | None]
Ref = tuple[str, str]  # source id and printed name: what identifies an entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What became of one entry that was unclaimed; ``drafted`` where its term is new."""

    source: str
    verdict: Verdict
    drafted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The files to write, by path, and a decision for each entry that was unclaimed."""

    changes: Mapping[str, bytes]
    decisions: tuple[Decision, ...]


def merge(
    files: Mapping[str, bytes], *, decide: Decide | None = None, progress: Progress | None = None
) -> Merged:
    """Claim what is certain, draft what is new; ``decide`` is a person who answers what is doubtful."""
    changes: dict[str, bytes] = {}
    claimed: dict[Ref, Decision] = {}
    answers = _Answers(decide) if decide else None
    while True:
        loaded = load({**files, **changes})
        waiting = unclaimed(loaded.glossary)
        step = _Step(loaded, waiting, answers)
        clustering = cluster(
            loaded.glossary, [_query(*pair) for pair in waiting], decide=answers, progress=progress
        )
        step.take(clustering)
        if not step.claims.keys() - claimed.keys():  # a claim that is no claim when read again ends it too
            break
        changes |= _without_circles({**files, **changes}, step.changes({**files, **changes}))
        claimed |= step.decisions()
    open_questions = step.questions(clustering)
    order = [(source.id, entry.name) for source, entry in unclaimed(load(files).glossary)]
    decided = {**claimed, **open_questions}
    return Merged(changes=changes, decisions=tuple(decided[ref] for ref in order))


def unclaimed(glossary: Glossary) -> tuple[tuple[Source, Entry], ...]:
    return tuple(
        (source, entry)
        for source in glossary.sources
        for entry in source.entries
        if entry.name and not entry.term
    )


def _query(source: Source, entry: Entry) -> Query:
    return Query(name=entry.name, text=entry.text or entry.says, source=source.id)


def _ref(query: Query) -> Ref:
    return query.source, query.name


class _Answers:
    """A person's answers, so that nothing is asked twice however often the rest is judged again."""

    def __init__(self, decide: Decide) -> None:
        self._decide = decide
        self._given: dict[frozenset[str], Answer | None] = {}
        self.told_apart: dict[Ref, dict[str, str]] = defaultdict(dict)

    def __call__(self, question: Question) -> bool | None:
        pair = asked_about(question)
        if pair not in self._given:
            self._given[pair] = self._decide(question)
        answer = self._given[pair]
        if answer and not answer.same and question.one.term:
            for query in question.other.members:
                self.told_apart[_ref(query)][question.one.term] = answer.contrast
        return answer.same if answer else None


def asked_about(question: Question) -> frozenset[str]:
    """What a question is about, the same however often it comes up and whatever else was merged meanwhile."""
    return frozenset((_identity(question.one), _identity(question.other)))


def _identity(group: Group) -> str:
    return group.term or "\n".join(_ref(group.members[0]))


class _Step:
    """One round: which entries get which term, and the texts that say so."""

    def __init__(
        self, loaded: Loaded, waiting: Sequence[tuple[Source, Entry]], answers: _Answers | None
    ) -> None:
        self._glossary = loaded.glossary
        self._taken = {*loaded.glossary.by_slug, *loaded.unread, *loaded.glossary.redirects}
        self._entries = {(source.id, entry.name): (source, entry) for source, entry in waiting}
        self._answers = answers
        self._drafts: dict[str, str] = {}
        self.claims: dict[Ref, str] = {}

    def take(self, clustering: Clustering) -> None:
        """Groups of a known term; then new ones, unless they may be a known or an earlier new one."""
        doubtful = {_identity(question.other) for question in clustering.questions}
        for group in clustering.groups:
            if group.term:
                self._claim(group, group.term)
            elif _identity(group) not in doubtful:
                self._claim(group, self._draft(group))

    def _claim(self, group: Group, slug: str) -> None:
        for query in group.members:
            if _ref(query) in self._entries:
                self.claims[_ref(query)] = slug

    def _draft(self, group: Group) -> str:
        entries = [self._entries[_ref(query)][1] for query in group.members]
        apart = {
            slug: text for query in group.members for slug, text in self._told_apart(_ref(query)).items()
        }
        slug = self._free_slug(names.slug(designations(entries[0].name)[0]) or "term")
        self._drafts[slug] = draft_term(entries, apart)
        return slug

    def _told_apart(self, ref: Ref) -> Mapping[str, str]:
        return self._answers.told_apart.get(ref, {}) if self._answers else {}

    def _free_slug(self, slug: str) -> str:
        free, number = slug, 2
        while free in self._taken:
            free, number = f"{slug[: names.MAX_SLUG - 4]}-{number}", number + 1
        self._taken.add(free)
        return free

    def changes(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """The new texts: a ``term:`` line for each claim, a file for each draft."""
        out = {f"{TERMS}{slug}.yaml": text.encode() for slug, text in self._drafts.items()}
        for source in self._glossary.sources:
            lines: dict[tuple[str | int, ...], str] = {
                ("entries", index, "term"): self.claims[source.id, entry.name]
                for index, entry in enumerate(source.entries)
                if (source.id, entry.name) in self.claims
            }
            if lines:
                path = source.origin.path
                out[path] = _with_lines(files[path], lines)
        return out

    def decisions(self) -> dict[Ref, Decision]:
        matcher = Matcher(self._glossary)
        return {ref: self._decision(ref, slug, matcher) for ref, slug in self.claims.items()}

    def _decision(self, ref: Ref, slug: str, matcher: Matcher) -> Decision:
        seen = matcher.match(_query(*self._entries[ref]))
        if slug in self._drafts:
            verdict = Verdict(
                name=ref[1],
                kind="new",
                term=slug,
                why="no name in the corpus is like it",
                candidates=seen.candidates,
            )
            return Decision(source=ref[0], verdict=verdict, drafted=True)
        found = next((one for one in seen.candidates if one.term == slug), None)
        verdict = Verdict(
            name=ref[1],
            kind="same",
            term=slug,
            score=found.score if found else 0,
            why=found.why if found else "joined with an entry that is the same",
            candidates=seen.candidates,
        )
        return Decision(source=ref[0], verdict=verdict)

    def questions(self, clustering: Clustering) -> dict[Ref, Decision]:
        """For each entry that stays unclaimed, what it may be."""
        asked: dict[Ref, list[Candidate]] = defaultdict(list)
        for question in clustering.questions:
            for query in question.other.members:
                candidate = Candidate(term=question.one.term, score=question.score, why=question.why)
                asked[_ref(query)].append(candidate)
        return {ref: _asked(ref, sorted(asked[ref], key=lambda one: -one.score)) for ref in self._entries}


def _asked(ref: Ref, candidates: list[Candidate]) -> Decision:
    best = candidates[0]
    verdict = Verdict(name=ref[1], kind="ask", score=best.score, why=best.why, candidates=tuple(candidates))
    return Decision(source=ref[0], verdict=verdict)


def _without_circles(files: Mapping[str, bytes], changes: Mapping[str, bytes]) -> dict[str, bytes]:
    """Drafts whose borrowed definitions would go in a circle wait for their own."""
    out = dict(changes)
    while True:
        glossary = load({**files, **out}).glossary
        circle = next(circles(definition_graph(glossary)), ())
        drafted = [slug for slug in circle if f"{TERMS}{slug}.yaml" in changes]
        if not drafted:
            return out
        path = f"{TERMS}{drafted[0]}.yaml"
        out[path] = set_value(out[path].decode(), ("definition",), TO_BE_WRITTEN).encode()


def _with_lines(data: bytes, lines: Mapping[tuple[str | int, ...], str]) -> bytes:
    """The file with the lines; a byte order mark stays where it is."""
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return mark + set_values(data.decode("utf-8-sig"), lines).encode()
