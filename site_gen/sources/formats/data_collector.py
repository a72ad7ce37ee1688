"""Keep what is known and found while the values of a data file are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from site_gen.sources.draft import Draft, Place, Skipped
from site_gen.sources.formats import data_meaning, record
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.shape.columns import Chosen


@dataclass(slots=True, kw_only=True)
class Collector:
    """What one file has given so far, and what its keys and values have shown to be."""

    chosen: Chosen
    language: str
    records_only: bool
    of_words: bool  # whether a title or a field of all records says so
    columns: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    peers: dict[frozenset[str], dict[str, str]] = field(default_factory=dict)  # roles of keys in like lists
    holding: dict[int, bool] = field(default_factory=dict)  # by identity: whether records stand inside
    called: set[int] = field(default_factory=set)  # by identity: mappings that are called a glossary
    of_synonyms: set[int] = field(default_factory=set)  # by identity: mappings that are called so

    def skip(self, value: Value, text: str, why: str) -> None:
        """Note a text of a value that gives no entry, and why."""
        self.skipped.append(Skipped(line=value.line, text=text[:200], why=why))


def learn(value: Value, found: Collector) -> None:
    """Note what the keys of records hold in all lists together: one list of many may have a single record."""
    alike: dict[frozenset[str], list[Named]] = {}
    several: set[frozenset[str]] = set()  # keys of the records in a list
    waiting: list[Value] = [value]
    while waiting:
        one = waiting.pop()
        parts = [part for _, part in one.pairs] if isinstance(one, Named) else []
        inner = one.items if isinstance(one, Many) else parts
        waiting += inner
        for part in inner:
            if isinstance(part, Named) and len(part.pairs) > 1:
                keys = frozenset(key.text for key, _ in part.pairs)
                alike.setdefault(keys, []).append(part)
                several |= {keys} if len(inner) > 1 and isinstance(one, Many) else set()
    for keys in several:
        if len(alike[keys]) > 1:
            found.peers[keys] = record.key_roles(alike[keys][:200], found.chosen)


def holds_records(value: Value, found: Collector) -> bool:
    """Whether full records, with their own names, are nested in the value."""
    known = found.holding.get(id(value))
    if known is not None:
        return known
    inner = (
        value.items
        if isinstance(value, Many)
        else [part for _, part in value.pairs]
        if isinstance(value, Named)
        else []
    )
    maps = [part for part in inner if isinstance(part, Named)]
    key_role = record.key_roles(maps[:20], found.chosen) if maps else {}
    holds = any(
        record.is_record(part, key_role) and len(part.pairs) > 1 and data_meaning.speaks(part)
        for part in maps[:20]
    )
    holds = holds or any(holds_records(part, found) for part in inner if not isinstance(part, Leaf))
    found.holding[id(value)] = holds
    return holds
