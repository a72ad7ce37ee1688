"""Merge unclaimed entries: add ``term:`` lines and draft terms; leave doubtful entries unclaimed and list
them.

A claimed entry adds to the knowledge about its term, so the remaining entries are judged again until no
further claim is certain. A second run of the same merge therefore changes nothing.

A draft that ``check`` would report as an error is not written. If only the borrowed definition causes the
error, the draft leaves the definition for an editor. An entry that cannot become a draft (its name has no
letter, or belongs to another term) is left to a person, and so is an entry whose text does not match the term
with its name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from site_gen.corpus.layout import TERMS
from site_gen.corpus.load import Loaded, load
from site_gen.corpus.yaml.edit import set_value, set_values
from site_gen.corpus.yaml.write import NotWrittenError
from site_gen.language import ENGLISH, language_of
from site_gen.match import Candidate, Clustering, Group, Matcher, Progress, Query, Question, Verdict, cluster
from site_gen.match.evidence import ELSEWHERE
from site_gen.model import names
from site_gen.model.graph import circles
from site_gen.model.placeholder import TO_BE_WRITTEN
from site_gen.model.records import Entry, Glossary, Rating, Source, Topic
from site_gen.sources.areas import Ungrouped, areas, with_topics, without_topics
from site_gen.sources.decisions import Answer, Decide, Decision, Merged, Ref
from site_gen.sources.drafts import Draft, draft_of
from site_gen.sources.new_errors import loaded_in, new_errors, offences, wrong_claims
from site_gen.text.links import definitions


def merge(
    files: Mapping[str, bytes],
    *,
    decide: Decide | None = None,
    progress: Progress | None = None,
    severities: Mapping[str, Rating] | None = None,
    language: str = ENGLISH,
) -> Merged:
    """Claim the certain entries and draft new terms; ``decide`` gives a person's answers for doubtful
    entries.

    ``severities`` are the severities that the site sets for the rules that a draft must not break; new
    addresses are made as in ``language``.
    """
    kept = _Kept(language=language)
    while True:
        merged, drafts = _merge(files, kept, _Answers(decide) if decide else None, progress)
        found = new_errors(files, merged.changes, severities or {}, language)
        wrong = [*offences(found, drafts)]
        for ref, in_definition, why in wrong:
            if in_definition and ref not in kept.bare:
                kept.bare.add(ref)
            else:
                kept.back.setdefault(ref, why)
        if not wrong:  # else the next round may be without errors
            claims = dict(wrong_claims(found, merged.decisions))
            if not claims:
                return merged
            kept.unclaimed |= claims


@dataclass(slots=True)
class _Kept:
    """Entries that a merge treats otherwise, because ``check`` would report an error.

    ``bare``: the draft borrows no definition. ``back``: no draft, with the reason. ``unclaimed``: the entry
    cannot belong to the term that it matches, with the reason. ``areas`` are topics that drafts may begin,
    ``ungrouped`` the groups of sources that begin none.
    """

    language: str = ENGLISH
    areas: tuple[Topic, ...] = ()
    ungrouped: Mapping[str, Ungrouped] = field(default_factory=dict)
    bare: set[Ref] = field(default_factory=set)
    back: dict[Ref, str] = field(default_factory=dict)
    unclaimed: dict[Ref, str] = field(default_factory=dict)


def _merge(
    files: Mapping[str, bytes], kept: _Kept, answers: _Answers | None, progress: Progress | None
) -> tuple[Merged, Mapping[str, Ref]]:
    """The merge result, and the first entry of each draft by the draft's slug."""
    changes: dict[str, bytes] = {}
    claimed: dict[Ref, Decision] = {}
    drafts: dict[str, Ref] = {}
    sorted_into: set[str] = set()
    while True:
        loaded = loaded_in({**files, **changes}, kept.language)
        waiting = unclaimed(loaded.glossary)
        if not changes:
            kept.areas = areas(waiting, loaded.glossary.topics, language_of(kept.language))
            kept.ungrouped = without_topics(waiting, loaded.glossary.topics)
        step = _Step(loaded, waiting, answers, kept)
        clustering = cluster(
            loaded.glossary, [_query(*pair) for pair in waiting], decide=answers, progress=progress
        )
        step.take(clustering)
        if not step.claims.keys() - claimed.keys():  # also ends if a new claim is lost when read again
            break
        changes |= _without_circles({**files, **changes}, step.changes({**files, **changes}))
        claimed |= step.decisions()
        drafts |= step.drafted
        sorted_into |= step.sorted_into
    added = tuple(topic for topic in kept.areas if topic.id in sorted_into)
    changes |= with_topics(files, added)
    open_questions = step.questions(clustering)
    order = [(source.id, entry.name) for source, entry in unclaimed(load(files).glossary)]
    decided = {**claimed, **open_questions}
    decisions = tuple(decided[ref] for ref in order)
    return Merged(changes=changes, decisions=decisions, topics=added, ungrouped=kept.ungrouped), drafts


def unclaimed(glossary: Glossary) -> tuple[tuple[Source, Entry], ...]:
    """The entries that belong to no term yet, each with its source, in the order of the files."""
    return tuple(
        (source, entry)
        for source in glossary.sources
        for entry in source.entries
        if entry.name and not entry.term
    )


def _query(source: Source, entry: Entry) -> Query:
    return Query(
        name=entry.name,
        text=entry.text or entry.says,
        source=source.id,
        also=entry.also,
        elsewhere=entry.in_other_languages,
    )


def _ref(query: Query) -> Ref:
    return query.source, query.name


class _Answers:
    """The answers of a person, stored so that no question is repeated when entries are judged again."""

    def __init__(self, decide: Decide) -> None:
        self._decide = decide
        self._given: dict[frozenset[str], Answer | None] = {}
        self.told_apart: dict[Ref, dict[str, str]] = defaultdict(dict)
        self.told_same: set[Ref] = set()

    def __call__(self, question: Question) -> bool | None:
        pair = asked_about(question)
        if pair not in self._given:
            self._given[pair] = self._decide(question)
        answer = self._given[pair]
        if answer and answer.same:
            self.told_same.update(map(_ref, (*question.one.members, *question.other.members)))
        if answer and not answer.same and question.one.term:
            for query in question.other.members:
                self.told_apart[_ref(query)][question.one.term] = answer.contrast
        return answer.same if answer else None


def asked_about(question: Question) -> frozenset[str]:
    """The identity of a question, equal each time the question occurs, whatever was merged in between."""
    return frozenset((_identity(question.one), _identity(question.other)))


def _identity(group: Group) -> str:
    return group.term or "\n".join(_ref(group.members[0]))


class _Step:
    """One round of a merge: which entries get which term, and the texts that record the claims."""

    def __init__(
        self, loaded: Loaded, waiting: Sequence[tuple[Source, Entry]], answers: _Answers | None, kept: _Kept
    ) -> None:
        self._glossary = loaded.glossary
        self._taken = {*loaded.glossary.by_slug, *loaded.unread, *loaded.glossary.redirects}
        self._entries = {(source.id, entry.name): (source, entry) for source, entry in waiting}
        self._answers, self._kept = answers, kept
        self._language = language_of(kept.language)
        self._key = self._language.key
        self._names = {
            self._key(label)
            for term in loaded.glossary.terms
            for kind, label in term.labels()
            if kind != "abbreviations"
        }
        self._own: Mapping[
            str, int
        ] = {}  # the key of each name that a draft may get, and how many groups have it
        self._topics = (*loaded.glossary.topics, *kept.areas)
        self._drafts: dict[str, str] = {}
        self.sorted_into: set[str] = set()
        self.drafted: dict[str, Ref] = {}
        self.claims: dict[Ref, str] = {}

    def take(self, clustering: Clustering) -> None:
        """Claim groups of a known term, then draft new groups, unless they may be a known or an earlier new
        term.
        """
        doubtful = {_identity(question.other) for question in clustering.questions}
        self._own = Counter(
            self._key(self._drafted(group, lambda _: False).name)
            for group in clustering.groups
            if not group.term
        )
        for group in clustering.groups:
            if group.term:
                free = [
                    query
                    for query in group.members
                    if _ref(query) not in self._kept.unclaimed
                    and not self._tells_of_else(_ref(query), group.term)
                ]
                self._claim(free, group.term)
            elif _identity(group) not in doubtful and _ref(group.members[0]) not in self._kept.back:
                slug = self._draft(group)
                if slug:
                    self._claim(group.members, slug)

    def _tells_of_else(self, ref: Ref, slug: str) -> bool:
        """Whether the entry's text fits another term than ``slug``, and no person has said that both are the
        same.
        """
        if ref not in self._entries or (self._answers and ref in self._answers.told_same):
            return False
        found = next((one for one in self._seen(ref).candidates if one.term == slug), None)
        if found is None or ELSEWHERE not in found.why:
            return False
        self._kept.back[ref] = found.why
        return True

    def _claim(self, members: Sequence[Query], slug: str) -> None:
        for query in members:
            if _ref(query) in self._entries:
                self.claims[_ref(query)] = slug

    def _draft(self, group: Group) -> str:
        """The slug of a new draft, "" where none can be written."""
        apart = {
            slug: text for query in group.members for slug, text in self._told_apart(_ref(query)).items()
        }
        first = _ref(group.members[0])
        own = self._key(self._drafted(group, lambda _: False).name)
        drafted = self._drafted(
            group, lambda name: name in self._names or self._own.get(name, 0) > (name == own)
        )
        address = self._language.slug(drafted.name)
        if not address and self._key(drafted.name):
            self._kept.back[first] = _NO_ADDRESS.format(
                reason=names.without_slug(drafted.name), name=drafted.name
            )
            return ""
        try:
            text = drafted.text(apart, self._topics, borrow=first not in self._kept.bare)
        except NotWrittenError as error:
            self._kept.back[first] = f"no draft can be made of it: {error}"
            return ""
        self._names.update(map(self._key, (drafted.name, *drafted.aliases)))
        self.sorted_into.update(drafted.topics(self._topics))
        slug = self._free_slug(address or "term")
        self._drafts[slug] = text
        self.drafted[slug] = first
        return slug

    def _drafted(self, group: Group, is_taken: Callable[[str], bool]) -> Draft:
        entries = [self._entries[_ref(query)][1] for query in group.members]
        return draft_of(entries, is_taken, self._language)

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
        return {ref: self._decision(ref, slug) for ref, slug in self.claims.items()}

    def _seen(self, ref: Ref) -> Verdict:
        return self._matcher.match(_query(*self._entries[ref]))

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self._glossary)

    def _decision(self, ref: Ref, slug: str) -> Decision:
        seen = self._seen(ref)
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
        """For each entry that stays unclaimed, the terms that it may belong to."""
        asked: dict[Ref, list[Candidate]] = defaultdict(list)
        turns: dict[Ref, int] = {}
        for turn, question in enumerate(clustering.questions):
            for query in question.other.members:
                turns.setdefault(_ref(query), turn)
                candidate = Candidate(term=question.one.term, score=question.score, why=question.why)
                asked[_ref(query)].append(candidate)
        for group in clustering.groups:
            for query in group.members:  # entries grouped with an entry without a draft get the same reason
                if not asked[_ref(query)]:
                    self._kept.back.setdefault(_ref(query), self._kept.back.get(_ref(group.members[0]), ""))
        last = len(clustering.questions)
        return {ref: self._asked(ref, asked[ref], turns.get(ref, last)) for ref in self._entries}

    def _asked(self, ref: Ref, candidates: list[Candidate], turn: int) -> Decision:
        candidates = sorted(candidates or self._seen(ref).candidates, key=lambda one: -one.score)
        score, why = (candidates[0].score, candidates[0].why) if candidates else (0, "")
        why = self._kept.unclaimed.get(ref) or self._kept.back.get(ref) or why
        verdict = Verdict(name=ref[1], kind="ask", score=score, why=why, candidates=tuple(candidates))
        return Decision(source=ref[0], verdict=verdict, turn=turn)


_NO_ADDRESS = "{reason}; begin its term yourself: glossary new '{name}' --slug its-address"


def _without_circles(files: Mapping[str, bytes], changes: Mapping[str, bytes]) -> dict[str, bytes]:
    """The changes without borrowed definitions that would refer to each other in a circle."""
    out = dict(changes)
    while True:
        glossary = load({**files, **out}).glossary
        circle = next(circles(definitions(glossary).uses), ())
        drafted = [slug for slug in circle if f"{TERMS}{slug}.yaml" in changes]
        if not drafted:
            return out
        path = f"{TERMS}{drafted[0]}.yaml"
        out[path] = set_value(out[path].decode(), ("definition",), TO_BE_WRITTEN).encode()


def _with_lines(data: bytes, lines: Mapping[tuple[str | int, ...], str]) -> bytes:
    """The file with the lines added; a byte order mark at the start is kept."""
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return mark + set_values(data.decode("utf-8-sig"), lines).encode()
