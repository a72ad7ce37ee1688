"""Write a source as a YAML file in the order of the schema."""

from __future__ import annotations

from site_gen.corpus.yaml import write
from site_gen.model.records import Entry, Source


def to_yaml(source: Source) -> str:
    """The text of a new source file: keys in schema order, empty fields left out, long text folded.

    Loading the file gives an equal source, except for the recorded origins (places in files).
    """
    values: dict[str, write.Value] = {
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "retrieved": source.retrieved or "",
        "keep_text": "" if source.keep_text else False,
        "entries": [entry_values(entry, source.keep_text) for entry in source.entries],
    }
    return write.document({key: value for key, value in values.items() if value not in ("", [], {})})


def entry_values(entry: Entry, keep_text: bool) -> dict[str, write.Value]:
    """The filled fields of one entry in schema order; the source's own words only where they may be kept."""
    values: dict[str, write.Value] = {
        "name": entry.name,
        "also": list(entry.also),
        "at": entry.at,
        "text": entry.text if keep_text else "",
        "digest": "" if keep_text else entry.digest,
        "says": entry.says,
        "say_to_customer": entry.say_to_customer if keep_text else "",
        "in_other_languages": {code: list(labels) for code, labels in entry.in_other_languages.items()},
        "topics": list(entry.topics),
        "search_as": list(entry.search_as),
        "owner": entry.owner,
        "reviewed": entry.reviewed or "",
        "term": entry.term,
    }
    return {key: value for key, value in values.items() if value not in ("", [], {})}
