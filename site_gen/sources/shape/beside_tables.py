"""Notes about a document whose terms stand in tables: "**Source**: …" over a table is no entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from site_gen.sources.shape.blocks import Block, Heading, Label, Labelled, Noise, Prose, Table, is_value
from site_gen.sources.shape.header_roles import role_of
from site_gen.sources.shape.sections import is_facet, option_of
from site_gen.sources.shape.table_layout import Layout
from site_gen.sources.shape.text_roles import NONE

ROWS, SHARE = 8, 0.4  # rows of terms, and labelled lines for each of them at most
RUN = 3  # labelled lines one after another that may be a list of entries
_PATH = re.compile(r"[\w.-]*(?:/[\w.-]+){1,8}|[\w-]+\.[a-z]{2,5}")  # "docs/words.md"
FACTS = 0.4  # share of labels such as "Category" or "Audience" in the facts about a document
WHY = "note beside the tables of terms"


def settled(found: Sequence[Block], labels: frozenset[str], layouts: Mapping[int, Layout]) -> Sequence[Block]:
    """The blocks with such lines as noise: few in a row, over the first table or with a colon."""
    tables = [place for place, block in enumerate(found) if _is_of_terms(block, layouts)]
    rows = sum(len(block.rows) for place in tables if isinstance(block := found[place], Table))
    options = {
        place: option
        for place, block in enumerate(found)
        if isinstance(block, Labelled) and (option := option_of(block, labels))
    }
    if rows < ROWS or len(options) >= rows:
        return found
    few = len(options) <= SHARE * rows
    front = next((i for i, block in enumerate(found) if isinstance(block, Heading) and block.sure), 0)
    notes = {
        place
        for run in _runs(options, found)
        if not _adds(found, run[0])
        for place in run
        if (few and _are_notes(run, options))
        or (max(options) < front < tables[0] and any(_tells_fact(options[at]) for at in run))
        or (few and len(run) < RUN and (place < tables[0] or _has_colon(options[place], found[place])))
    }
    return [_as_note(block) if place in notes else block for place, block in enumerate(found)]


_ADDING = re.compile(
    r"\b(?:nachtrag|nachtr[äa]ge|ergänz|zusätzlich|noch in die|addend|addition|to add|"
    r"(?:newe?r?|more) (?:terms|words|entries)|ajout|complément|à ajouter|añad|adicional|por agregar|"
    r"aggiun|integrazion|adicion|acrescent|aanvulling|toe te voegen|uzupełn|dopis|tillägg|tilføj|"
    r"tillegg|дополн|добав|ekle|追記|追加|補足|补充|新增|추가)",
    re.IGNORECASE,
)


def _adds(found: Sequence[Block], first: int) -> bool:
    """Whether the line over a list below a table says that the list goes on: "To add to the table:"."""
    over = next((b for b in reversed(found[:first]) if not isinstance(b, Noise)), None)
    return isinstance(over, Heading | Prose) and bool(_ADDING.search(over.text))


def _is_of_terms(block: Block, layouts: Mapping[int, Layout]) -> bool:
    plan = layouts.get(id(block)) if isinstance(block, Table) else None
    return plan is not None and plan.known


def _runs(options: Mapping[int, Label], found: Sequence[Block]) -> Iterator[list[int]]:
    """The places of labelled lines that stand one after another."""
    run: list[int] = []
    for place, block in enumerate(found):
        if place in options:
            run.append(place)
        elif run and not isinstance(block, Noise):
            yield run
            run = []
    if run:
        yield run


def _are_notes(run: Sequence[int], options: Mapping[int, Label]) -> bool:
    """Whether the labels of a run are those of facts about a document."""
    names = [options[place].name for place in run]
    facts = [is_facet(name) or role_of(name) in (NONE, "topics", "note") for name in names]
    return sum(facts) >= FACTS * len(facts)


def _tells_fact(option: Label) -> bool:
    """Whether a label tells something of the document itself: where its file lies, its day, its version."""
    fact = is_facet(option.name) or role_of(option.name) in (NONE, "topics", "note")
    return fact or is_value(option.body) or _PATH.fullmatch(option.body.strip("`. ")) is not None


def _has_colon(option: Label, block: Block) -> bool:
    said = block.otherwise.text if isinstance(block, Labelled) else ""
    return said.startswith(option.name) and said[len(option.name) :].lstrip(" )*")[:1] in (":", "：")


def _as_note(block: Block) -> Block:
    said = block.otherwise.text if isinstance(block, Labelled) else ""
    return Noise(line=block.line, text=said, why=WHY)
