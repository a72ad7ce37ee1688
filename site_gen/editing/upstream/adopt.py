"""A glossary that starts with the shipped terms: its files, each marked as not yet reviewed here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from site_gen.corpus.layout import PATHS, PLAIN_WORDS, TERMS, TOPICS, UPSTREAM
from site_gen.corpus.yaml import write
from site_gen.editing.upstream.edition import (
    Edition,
    Values,
    cleaned,
    cleaned_paths,
    cleaned_topics,
    listed,
    taken,
)
from site_gen.editing.upstream.kept import Kept, as_bytes
from site_gen.editing.upstream.values import rewritten
from site_gen.model.schema import TERM


def adopted(edition: Edition, topics: Collection[str] = ()) -> dict[str, bytes]:
    """The files of a glossary that takes over the terms of some topics, or all. Raises ``RefusedError``."""
    slugs = taken(edition, topics)
    kept = kept_of(edition, slugs, topics or tuple(edition.topics))
    files = {f"{TERMS}{slug}.yaml": term_file(edition, slug, kept.terms[slug]) for slug in sorted(slugs)}
    files[TOPICS] = _list_file(edition, TOPICS, edition.topics, kept.topics)
    if kept.paths:
        files[PATHS] = _list_file(edition, PATHS, edition.paths, kept.paths)
    if kept.plain_words:
        files[PLAIN_WORDS] = edition.files[PLAIN_WORDS]
    files[UPSTREAM] = as_bytes(kept)
    return files


def kept_of(edition: Edition, slugs: Iterable[str], topics: Collection[str]) -> Kept:
    """What is taken over where these terms and topics are."""
    here = {slug: slug for slug in slugs}
    return Kept(
        edition=edition.name,
        terms={slug: cleaned(edition.terms[slug], here, topics) for slug in here},
        topics=cleaned_topics(edition.topics, topics),
        paths=cleaned_paths(edition.paths, here, topics),
        plain_words=edition.plain_words,
        at={},
    )


def term_file(edition: Edition, slug: str, values: Values) -> bytes:
    """The file of a term as the edition has it, made to say ``values``, not reviewed here."""
    text = edition.files[f"{TERMS}{slug}.yaml"].decode("utf-8-sig")
    new = rewritten(text, edition.terms[slug], {**values, "status": "shipped"}, TERM)
    return new.encode()


def _list_file(edition: Edition, path: str, all_: Mapping[str, Any], kept: Mapping[str, Values]) -> bytes:
    """A file with a list of records: as it is shipped where nothing of it is left out."""
    if all_ == kept:
        return edition.files[path]
    head = _comments(edition.files[path].decode("utf-8-sig"))
    return (head + listed(kept.values())).encode()


def _comments(text: str) -> str:
    """The comment at the top of a file, with the blank line after it."""
    lines = text.splitlines(keepends=True)
    count = next((at for at, line in enumerate(lines) if not line.startswith("#") and line.strip()), 0)
    return "".join(lines[:count])


def upstream_setting(edition: str, topics: Collection[str]) -> str:
    """The lines of mkdocs.yml, below the plugin, that say what was taken over."""
    said: dict[str, write.Value] = {"edition": edition}
    if topics:
        said["topics"] = list(topics)
    return "".join(f"{line}\n" for line in write.lines({"upstream": said}, 6))
