"""Names with their language before them: "EN: quay", "DE: Kai", below a name or as the names of a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_gen.sources.shape.blocks import Block, Field, Heading, Label, Labelled, Prose, is_name_like
from site_gen.sources.shape.header_roles import is_exact, role_of
from site_gen.sources.shape.language_codes import base_of, nearest, of_title
from site_gen.sources.shape.tables import other_names

TIMES = 2  # that a language stands before a name
RECORDS = 2  # runs of names in several languages, each over a text
WORDS = 5  # of a name


@dataclass(frozen=True, kw_only=True, slots=True)
class _Run:
    """Neighbouring names in languages: the index of each by its language, in their order."""

    places: dict[str, int]

    @property
    def start(self) -> int:
        return min(self.places.values())


def settled(found: Sequence[Block], language: str) -> list[Block]:
    """The blocks with names in other languages as fields of their entry.

    Where nothing but such names stands over the texts, those in the language of the site name the entries.
    """
    runs = list(_runs(found))
    times = Counter(code for run in runs for code in run.places)
    runs = [run for run in runs if all(times[code] >= TIMES for code in run.places)]
    if not runs:
        return list(found)
    named = _name_records(found, runs)
    out = list(found)
    for run in runs:
        kept = nearest(list(run.places), language) if named else ""
        said = sorted(run.places.items(), key=lambda one: one[0] != kept)  # the name stands over the others
        made = [_named(found[place], code, kept) for code, place in said]
        out[run.start : run.start + len(made)] = made
    return [_as_text(block) for block in out] if named else out


def _runs(found: Sequence[Block]) -> Iterator[_Run]:
    places: dict[str, int] = {}
    for place, block in enumerate(found):
        code = _language(block)
        if places and (not code or code in places):
            yield _Run(places=places)
            places = {}
        if code:
            places[code] = place
    if places:
        yield _Run(places=places)


def _label(block: Block) -> Label:
    return block.options[0] if isinstance(block, Labelled) else Label(style="", name="", body="")


def _language(block: Block) -> str:
    """The language of a line that holds a name in it; "" for other lines."""
    label = _label(block)
    if not label.body or not is_name_like(label.body, WORDS) or not is_exact(label.name):
        return ""
    role, _, code = role_of(label.name).partition("@")
    if not code or role not in ("", "name"):
        return ""
    return base_of(code) if role or of_title(label.name) or len(label.name) == len(code) else ""


def _name_records(found: Sequence[Block], runs: Sequence[_Run]) -> bool:
    """Whether names in several languages stand over nearly each text, and hardly anything else names one."""
    told = {place for run in runs for place in run.places.values()}
    others = [
        place
        for place, block in enumerate(found)
        if place and place not in told and (isinstance(block, Heading) or _names(block))
    ]
    several = [run for run in runs if len(run.places) > 1]
    return len(several) >= max(RECORDS, 0.8 * len(runs)) and 3 * len(others) <= len(several)


def _names(block: Block) -> bool:
    """Whether a line has a label that names no part of an entry."""
    return isinstance(block, Labelled) and not any(is_exact(option.name) for option in block.options)


def _named(block: Block, code: str, kept: str) -> Block:
    """A name in the language that is kept as the heading of its entry, one in another as a field of it."""
    label = _label(block)
    if code == kept:
        return Heading(line=block.line, text=label.body, style="record")
    items = tuple(other_names([label.body]))
    return Field(line=block.line, label=label.name, field=f"@{code}", text=label.body, items=items)


def _as_text(block: Block) -> Block:
    """A line of a record with the label of a text, "Definition: …", as that text."""
    label = _label(block)
    if isinstance(block, Labelled) and is_exact(label.name) and role_of(label.name) == "text":
        return Prose(line=block.line, text=label.body)
    return block
