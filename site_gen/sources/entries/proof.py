"""Check a source file before it is written: whether it reads back as meant, and which entry has a problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from site_gen.corpus.load import load
from site_gen.model.problem import Problem, RefusedError
from site_gen.model.records import Entry, Source
from site_gen.sources.entries.update import Changes
from site_gen.sources.entries.write import to_yaml

_FIELDS = (
    "name",
    "also",
    "at",
    "text",
    "digest",
    "says",
    "say_to_customer",
    "search_as",
    "owner",
    "reviewed",
    "term",
)


def meant(old: Source, changes: Changes) -> list[Entry]:
    """The entries that the file should contain after the import, in order."""
    after = {pair.index: pair.after for pair in (*changes.changed, *changes.same)}
    kept = [after.get(index, entry) for index, entry in enumerate(old.entries)]
    return [*kept, *changes.new]


def refuse_untrue(path: str, data: bytes, source: Source, entries: Sequence[Entry]) -> None:
    """Raise ``RefusedError`` if entries would read back from disk differently; the error names them."""
    found = _read(path, data)
    if found is None:
        wrong = [entry.name for entry in entries if not _alone(source, entry)]
    else:
        same = len(found) == len(entries)
        wrong = [one.name for one, other in zip(entries, found, strict=False) if not _alike(one, other)]
        wrong = wrong or ([] if same else ["the list of entries"])
    if wrong:
        shown = ", ".join(f"'{name}'" for name in wrong[:3])
        more = f" and {len(wrong) - 3} more" if len(wrong) > 3 else ""
        raise RefusedError(
            f"{path}: {shown}{more} would not come back from the file as imported; nothing was written; "
            "write that entry by hand, and report its text"
        )


def with_entry(problems: Iterable[Problem], path: str, data: bytes) -> Iterator[Problem]:
    """The problems of the file, each with the name of the entry on whose lines it occurs."""
    source = next(iter(load({path: data}).glossary.sources), None)
    for problem in problems:
        before = [one for one in (source.entries if source else ()) if one.origin.line <= problem.line]
        if problem.path != path or not before or f"'{before[-1].name}'" in problem.message:
            yield problem
        else:
            yield replace(problem, message=f"in the entry '{before[-1].name}': {problem.message}")


def _read(path: str, data: bytes) -> tuple[Entry, ...] | None:
    source = next(iter(load({path: data}).glossary.sources), None)
    return source.entries if source else None


def _alone(source: Source, entry: Entry) -> bool:
    """Whether an entry reads back unchanged if it is the only entry of its source."""
    try:
        text = to_yaml(replace(source, entries=(entry,)))
    except RefusedError:
        return False
    found = _read(source.origin.path, text.encode("utf-8", "surrogatepass"))
    return found is not None and len(found) == 1 and _alike(entry, found[0])


def _alike(one: Entry, other: Entry) -> bool:
    return all(getattr(one, field) == getattr(other, field) for field in _FIELDS)
