"""The topics that a merge adds: the areas by which a source groups its entries, where the desk has none so
named.

A column such as "Department" or "Sachgebiet" has few values, for several entries on average, though one may
have a single entry; a column of tags, or of notes, has many values, most of them once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from site_gen.corpus.layout import TOPICS
from site_gen.corpus.yaml import write
from site_gen.corpus.yaml.edit import insert_items, plain
from site_gen.language import Language
from site_gen.model import names
from site_gen.model.records import UNSORTED, Entry, Origin, Source, Topic

MAX_AREAS = 24  # more are no areas of one desk but tags
MEAN_ENTRIES = 2  # entries that a value has on average
MAX_NAME = 60


def areas(
    waiting: Sequence[tuple[Source, Entry]], topics: Sequence[Topic], language: Language
) -> tuple[Topic, ...]:
    """New topics for the groups of entries that no term has yet, in the order of the sources."""
    known = {names.fold(label) for topic in topics for label in (topic.id, topic.name)}
    taken = {topic.id for topic in topics} | {UNSORTED}
    found: list[Topic] = []
    for entries in _by_source(waiting).values():
        for group in _groups(entries):
            address = language.slug(group)
            if names.fold(group) in known or not address or address in taken:
                continue
            known.add(names.fold(group))
            taken.add(address)
            found.append(Topic(id=address, name=group, origin=Origin(path=TOPICS)))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ungrouped:
    """Groups of a source that become no topics, and why."""

    groups: tuple[str, ...]
    why: str


def without_topics(waiting: Sequence[tuple[Source, Entry]], topics: Sequence[Topic]) -> dict[str, Ungrouped]:
    """For each source, the groups of its entries that become no topics since they are no areas."""
    known = {names.fold(label) for topic in topics for label in (topic.id, topic.name)} | {UNSORTED}
    found: dict[str, Ungrouped] = {}
    for source, entries in _by_source(waiting).items():
        printed, times = _printed(entries)
        groups = tuple(group for folded, group in printed.items() if folded not in known)
        if groups and not _groups(entries):
            found[source] = Ungrouped(groups=groups, why=_why(times))
    return found


def _why(times: Counter[str]) -> str:
    """Why groups are no areas."""
    if len(times) == 1:
        return "all entries are in one"
    if len(times) > MAX_AREAS:
        return f"more than {MAX_AREAS} are tags"
    if times.total() < MEAN_ENTRIES * len(times):
        return f"they have fewer than {MEAN_ENTRIES} entries each, on average"
    return "they are letters or whole sentences"


def _by_source(waiting: Sequence[tuple[Source, Entry]]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for source, entry in waiting:
        found.setdefault(source.id, []).append(entry)
    return found


def _printed(entries: Sequence[Entry]) -> tuple[dict[str, str], Counter[str]]:
    """The groups of entries, folded and as they are first printed, and how many entries each has."""
    printed: dict[str, str] = {}
    times: Counter[str] = Counter()
    for entry in entries:
        for group in dict.fromkeys(entry.topics):
            folded = names.fold(group)
            printed.setdefault(folded, group)
            times[folded] += 1
    return printed, times


def _groups(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The groups of a source where they are areas, as they are first printed; else none."""
    printed, times = _printed(entries)
    is_few = 1 < len(times) <= MAX_AREAS and times.total() >= MEAN_ENTRIES * len(times)
    are_names = all(1 < len(group) <= MAX_NAME for group in printed.values())
    return tuple(printed.values()) if is_few and are_names else ()


def with_topics(files: Mapping[str, bytes], topics: Iterable[Topic]) -> dict[str, bytes]:
    """The file of the topics with some more at its end; nothing where there are none to add."""
    items: list[write.Value] = [{"id": topic.id, "name": topic.name} for topic in topics]
    if not items:
        return {}
    text = files.get(TOPICS, b"").decode("utf-8-sig")
    there = plain(text)
    if there:
        return {TOPICS: insert_items(text, (), {len(there): items}).encode()}
    lines = [line for item in items for line in write.listed(item, 0)]
    return {TOPICS: "\n".join([*text.splitlines(), *lines, ""]).encode()}
