"""Import a source again: find new, changed and removed entries; keep a person's ``says`` and ``term``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from site_gen.corpus.yaml import edit
from site_gen.model import names
from site_gen.model.records import Entry, Source
from site_gen.sources.draft import Imported
from site_gen.sources.entries.other_names import asked_for
from site_gen.sources.entries.printed_names import parts
from site_gen.sources.entries.write import entry_values

DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An entry before and after; ``index`` is its place in the source file."""

    index: int
    before: Entry
    after: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The differences between a source file and a new import.

    ``gone`` entries stay in the file until a person deletes them. ``same`` entries may have moved in the
    document.
    """

    new: tuple[Entry, ...] = ()
    changed: tuple[Pair, ...] = ()
    gone: tuple[Entry, ...] = ()
    same: tuple[Pair, ...] = ()


def update(old: Source, imported: Imported) -> Changes:
    """The changes between the source file and a new import.

    Entries are the same if their printed names are equal. If the text itself is not kept, its digest is
    compared. An entry that the file has under its full printed name, "Rack unit (RU)", keeps this name.
    """
    fresh = _as_printed(imported.entries, old.entries)
    known = {entry.name for entry in old.entries}
    pairs = [_pair(old, index, before, fresh) for index, before in enumerate(old.entries)]
    found = [pair for pair in pairs if pair]
    return Changes(
        new=tuple(_kept(entry, old) for name, entry in fresh.items() if name not in known),
        changed=tuple(pair for pair in found if _differs(pair, old)),
        gone=tuple(entry for entry in old.entries if entry.name not in fresh),
        same=tuple(pair for pair in found if not _differs(pair, old)),
    )


def _as_printed(found: Sequence[Entry], before: Sequence[Entry]) -> dict[str, Entry]:
    """The entries by name, or by the name used in the file: a question, or a name with others in brackets."""
    own = {entry.name for entry in found}
    printed = {parts(asked_for(entry.name))[0]: entry.name for entry in before if entry.name not in own}
    taken = {entry.name for entry in before}
    return {
        entry.name if entry.name in taken else printed.get(entry.name, entry.name): entry for entry in found
    }


def _borne(entry: Entry) -> set[str]:
    """All names of an entry; names in brackets and in questions count as separate names."""
    bare = [parts(asked_for(name)) for name in (entry.name, *entry.also)]
    return {part for name, inside in bare for part in (name, *inside)}


def _pair(old: Source, index: int, before: Entry, fresh: dict[str, Entry]) -> Pair | None:
    after = fresh.get(before.name)
    if after is None:
        return None
    kept = replace(
        _kept(after, old),
        name=before.name,
        also=before.also if _borne(before) == _borne(after) else after.also,
        says=before.says,
        term=before.term,
        say_to_customer=after.say_to_customer or before.say_to_customer,
        topics=after.topics or before.topics,
        search_as=after.search_as or before.search_as,
        owner=after.owner or before.owner,
        reviewed=after.reviewed or before.reviewed,
        in_other_languages={**before.in_other_languages, **after.in_other_languages},
    )
    return Pair(index=index, before=before, after=kept)


def _kept(entry: Entry, source: Source) -> Entry:
    return (
        entry if source.keep_text else replace(entry, text="", say_to_customer="", digest=digest(entry.text))
    )


def digest(text: str) -> str:
    """The first characters of the SHA-256 of the words of a text, for sources that do not keep texts; "" if
    empty.
    """
    words = names.fold(text)
    return hashlib.sha256(words.encode()).hexdigest()[:DIGITS] if words else ""


def _differs(pair: Pair, source: Source) -> bool:
    before, after = pair.before, pair.after
    if set(before.also) != set(after.also) or before.topics != after.topics:
        return True
    if (before.search_as, before.owner, before.reviewed) != (after.search_as, after.owner, after.reviewed):
        return True
    if before.say_to_customer != after.say_to_customer:
        return True
    if dict(before.in_other_languages) != dict(after.in_other_languages):
        return True
    if source.keep_text:
        return names.fold(pair.before.text) != names.fold(pair.after.text)
    return bool(pair.before.digest) and pair.before.digest != pair.after.digest


def updated(text: str, source: Source, changes: Changes) -> str:
    """The text of the source file after the changes; all other bytes stay unchanged.

    Raises ``EditError`` if the text differs from the file that ``source`` was loaded from.
    """
    spans: dict[tuple[edit.Key, ...], str | list[str]] = {}
    for pair in (*changes.changed, *changes.same):
        for field, value in _fields(pair):
            spans["entries", pair.index, *field.split(".")] = value
    text = edit.set_values(text, spans)
    return edit.append_items(
        text, ("entries",), [entry_values(entry, source.keep_text) for entry in changes.new]
    )


def _fields(pair: Pair) -> Iterator[tuple[str, str | list[str]]]:
    if pair.before.also != pair.after.also:
        yield "also", list(pair.after.also)
    if pair.before.topics != pair.after.topics:
        yield "topics", list(pair.after.topics)
    if pair.before.search_as != pair.after.search_as:
        yield "search_as", list(pair.after.search_as)
    if pair.before.say_to_customer != pair.after.say_to_customer:
        yield "say_to_customer", pair.after.say_to_customer
    if pair.before.owner != pair.after.owner:
        yield "owner", pair.after.owner
    if pair.before.reviewed != pair.after.reviewed:
        yield "reviewed", str(pair.after.reviewed)
    for code, labels in pair.after.in_other_languages.items():
        if pair.before.in_other_languages.get(code) != labels:
            yield f"in_other_languages.{code}", list(labels)
    for field, before, after in (
        ("at", pair.before.at, pair.after.at),
        ("text", pair.before.text, pair.after.text),
        ("digest", pair.before.digest, pair.after.digest),
    ):
        if before != after:
            yield field, after
