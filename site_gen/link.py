"""Mentions of terms in definitions and Markdown fields, and what follows from them.

Rules: whole words, longest label first, the first mention in each field; names and aliases whatever their
case and number, abbreviations only as written; never in headings, code, quotes or links, never to the term
itself. A label that several terms share links to its row on the abbreviations page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markdown_it.token import Token

from site_gen import markdown, names
from site_gen.model import Glossary, Term

SHARED = "?"  # marks the target of a label that several terms share: "?" and the label's key
MARKDOWN_FIELDS = ("details", "example", "here")

_GAP = re.compile(r"[\s\-‐‑–/]{1,3}")
_GLUE_BEFORE = re.compile(r"[\w][\-‐‑@.]$|[@/\\#_]$")
_GLUE_AFTER = re.compile(r"[\-‐‑@.][\w]|[@\\_]")


@dataclass(frozen=True, slots=True)
class Label:
    """A name as a row of words, and the terms that have it; none for a word that is not to be linked."""

    stems: tuple[str, ...]
    written: tuple[str, ...]  # for abbreviations: the words as they must stand; else empty
    shown: str
    slugs: tuple[str, ...]

    @property
    def target(self) -> str:
        return self.slugs[0] if len(self.slugs) == 1 else SHARED + row_id(self.shown)


def row_id(label: str) -> str:
    """The anchor of a label's row on the abbreviations page."""
    return names.slug(label) or "label"


@dataclass(frozen=True, slots=True)
class Found:
    start: int
    end: int
    label: Label


Lexicon = Mapping[str, tuple[Label, ...]]  # by first stem, longest label first


def lexicon(terms: Iterable[Term]) -> Lexicon:
    """Every label that running text may be linked by."""
    owners: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, dict[str, bool]]] = {}
    for term in terms:
        if term.status == "deprecated":
            continue
        for kind, label in term.labels():
            if kind == "discouraged":
                continue
            words = names.running_words(label)
            if not words:
                continue
            written = tuple(word.written for word in words) if kind == "abbreviations" else ()
            key = (tuple(word.stem for word in words), written)
            owners.setdefault(key, (label, {}))[1][term.slug] = term.autolink
    by_first: dict[str, list[Label]] = defaultdict(list)
    for (stems, written), (shown, slugs) in owners.items():
        linked = tuple(sorted(slug for slug, autolink in slugs.items() if autolink))
        by_first[stems[0]].append(Label(stems, written, shown, linked))
    return {
        first: tuple(sorted(labels, key=lambda label: (-len(label.stems), not label.written)))
        for first, labels in by_first.items()
    }


def find(text: str, labels: Lexicon) -> Iterator[Found]:
    """Non-overlapping labels in running text, from left to right, the longest at each place."""
    words = names.running_words(text)
    stems = tuple(word.stem for word in words)
    index = 0
    while index < len(words):
        for label in labels.get(stems[index], ()):
            end = index + len(label.stems)
            if stems[index:end] == label.stems and _stands(label, words[index:end], text):
                yield Found(words[index].start, words[end - 1].end, label)
                index = end
                break
        else:
            index += 1


def _stands(label: Label, row: Sequence[names.Word], text: str) -> bool:
    """The words are one unbroken row, written as the label demands, and no part of something longer."""
    if label.written and not all(map(_as_written, (word.written for word in row), label.written)):
        return False
    if not all(_GAP.fullmatch(text, before.end, after.start) for before, after in pairwise(row)):
        return False
    return _stands_free(text, row[0].start, row[-1].end)


def _as_written(word: str, wanted: str) -> bool:
    """An abbreviation as written, or in the plural or genitive ("KPIs", "SLA's")."""
    return word == wanted or (word.startswith(wanted) and word[len(wanted) :] in ("s", "'s", "’s"))


def _stands_free(text: str, start: int, end: int) -> bool:
    """Not a part of a longer hyphenated word, an address or a file name."""
    return not _GLUE_BEFORE.search(text[max(0, start - 2) : start]) and not _GLUE_AFTER.match(
        text[end : end + 2]
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of plain text; ``target`` is the slug (or shared label) it links to, "" for none."""

    text: str
    target: str = ""


@dataclass(slots=True)
class _Field:
    """What has been linked in one field so far."""

    slug: str
    labels: Lexicon
    seen: set[str] = field(default_factory=set)
    mentions: dict[str, str] = field(default_factory=dict)  # slug -> label as written, in order
    shared: list[str] = field(default_factory=list)
    made: list[str] = field(default_factory=list)

    def targets(self, text: str) -> Iterator[tuple[Found, str]]:
        """Each label in the text with the target it should link to."""
        for found in find(text, self.labels):
            slugs = found.label.slugs
            if not slugs or self.slug in slugs:
                continue
            target = found.label.target
            if target in self.seen:
                continue
            self.seen.add(target)
            self.made.append(found.label.shown)
            if len(slugs) == 1:
                self.mentions.setdefault(slugs[0], text[found.start : found.end])
            else:
                self.shared.append(found.label.shown)
            yield found, target

    def pieces(self, text: str) -> tuple[Piece, ...]:
        out: list[Piece] = []
        at = 0
        for found, target in self.targets(text):
            if found.start > at:
                out.append(Piece(text[at : found.start]))
            out.append(Piece(text[found.start : found.end], target))
            at = found.end
        if at < len(text) or not out:
            out.append(Piece(text[at:]))
        return tuple(out)

    def link_block(self, tokens: list[Token]) -> None:
        closed = 0  # depth of headings and quotes
        for token in tokens:
            if token.type in ("heading_open", "blockquote_open"):
                closed += 1
            elif token.type in ("heading_close", "blockquote_close"):
                closed -= 1
            elif token.type == "inline" and token.children:
                self._explicit(token.children)
                if not closed:
                    token.children = list(self._inline(token.children))

    def _explicit(self, children: Sequence[Token]) -> None:
        for child in children:
            href = str(child.attrs.get("href", "")) if child.type == "link_open" else ""
            slug = href.removeprefix(markdown.TERM_LINK) if href.startswith(markdown.TERM_LINK) else ""
            if slug and slug != self.slug:
                self.seen.add(slug)
                self.mentions.setdefault(slug, slug)

    def _inline(self, children: Iterable[Token]) -> Iterator[Token]:
        inside = 0
        for child in children:
            inside += child.type == "link_open"
            inside -= child.type == "link_close"
            if child.type != "text" or inside:
                yield child
                continue
            for piece in self.pieces(child.content):
                yield from _tokens(piece, child.level)


def _tokens(piece: Piece, level: int) -> Iterator[Token]:
    text = Token("text", "", 0, content=piece.text, level=level + bool(piece.target))
    if not piece.target:
        yield text
        return
    yield Token("link_open", "a", 1, attrs={"href": markdown.TERM_LINK + piece.target}, level=level)
    yield text
    yield Token("link_close", "a", -1, level=level)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedTerm:
    """One term's texts with their links; ``fields`` are Markdown tokens by field name."""

    definition: tuple[Piece, ...]
    fields: Mapping[str, list[Token]]
    mentions: tuple[str, ...]  # terms that any field mentions, in order
    defined_by: tuple[str, ...]  # terms that the definition mentions


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """All links of the corpus: per term, the inverse, and a report by label."""

    terms: Mapping[str, LinkedTerm]
    mentioned_in: Mapping[str, tuple[str, ...]]
    made: Mapping[str, int]  # label -> number of links
    shared: tuple[tuple[str, str], ...]  # (slug, label) where a label did not name one term


def link(glossary: Glossary) -> Links:
    labels = lexicon(glossary.terms)
    linked: dict[str, LinkedTerm] = {}
    made: Counter[str] = Counter()
    shared: list[tuple[str, str]] = []
    backwards: dict[str, list[str]] = defaultdict(list)
    for term in glossary.terms:
        linked[term.slug], states = _link_term(term, labels)
        for state in states:
            made.update(state.made)
            shared.extend((term.slug, label) for label in state.shared)
        for slug in linked[term.slug].mentions:
            backwards[slug].append(term.slug)
    return Links(
        terms=linked,
        mentioned_in={slug: tuple(sources) for slug, sources in backwards.items()},
        made=made,
        shared=tuple(shared),
    )


def _link_term(term: Term, labels: Lexicon) -> tuple[LinkedTerm, list[_Field]]:
    first = _Field(term.slug, labels)
    definition = first.pieces(term.definition)
    states = [first]
    fields: dict[str, list[Token]] = {}
    for name in MARKDOWN_FIELDS:
        text = getattr(term, name)
        if text:
            state = _Field(term.slug, labels)
            fields[name] = markdown.parse(text)
            state.link_block(fields[name])
            states.append(state)
    mentions = dict.fromkeys(slug for state in states for slug in state.mentions)
    linked = LinkedTerm(
        definition=definition, fields=fields, mentions=tuple(mentions), defined_by=tuple(first.mentions)
    )
    return linked, states


def definition_graph(glossary: Glossary) -> Mapping[str, tuple[str, ...]]:
    """For each term, the terms that its definition mentions."""
    labels = lexicon(glossary.terms)
    graph: dict[str, tuple[str, ...]] = {}
    for term in glossary.terms:
        state = _Field(term.slug, labels)
        state.pieces(term.definition)
        graph[term.slug] = tuple(state.mentions)
    return graph


def circles(graph: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """A shortest circle through each knot of the graph, each starting at its alphabetically first term."""
    left = _without_loose_ends(graph)
    done: set[str] = set()
    found = sorted(
        (circle for start in sorted(left) if (circle := _shortest_circle(start, left))),
        key=lambda c: (len(c), c),
    )
    for circle in found:
        if done.isdisjoint(circle):
            done.update(circle)
            first = circle.index(min(circle))
            yield circle[first:] + circle[:first]


def _without_loose_ends(graph: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    left = {node: tuple(n for n in after if n in graph) for node, after in graph.items()}
    while True:
        reached = {node for after in left.values() for node in after}
        kept = {
            node: tuple(n for n in after if n in left)
            for node, after in left.items()
            if node in reached and any(n in left for n in after)
        }
        if len(kept) == len(left):
            return kept
        left = kept


def _shortest_circle(start: str, graph: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for after in graph.get(node, ()):
            if after == start:
                path = [node]
                while path[-1] != start:
                    path.append(came_from[path[-1]])
                return tuple(reversed(path))
            if after not in came_from:
                came_from[after] = node
                waiting.append(after)
    return ()
