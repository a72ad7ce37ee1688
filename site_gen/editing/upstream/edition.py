"""One edition of the shipped glossary, and what a glossary takes over of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from site_gen.corpus.layout import PATHS, PLAIN_WORDS, REDIRECTS, TERMS, TOPICS
from site_gen.corpus.yaml import edit, write
from site_gen.corpus.yaml.edit import EditError
from site_gen.editing.references import relinked
from site_gen.model import graph, names
from site_gen.model.problem import RefusedError
from site_gen.model.schema import MARKDOWN, ONE_TERM, PATH, SEVERAL_TERMS, STOP, TERM, TOPIC
from site_gen.model.suggest import did_you_mean
from site_gen.text import markdown

Values = Mapping[str, Any]
_IN_USE = ("approved", "shipped")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The shipped glossary as a version of the tool has it.

    ``terms``, ``topics`` and ``paths`` are values by slug or id; only terms in use are among them.
    ``moved`` leads from old addresses to those of today; ``replaced`` from terms that are no longer in use to
    those to use instead.
    """

    name: str
    files: Mapping[str, bytes]
    terms: Mapping[str, Values]
    topics: Mapping[str, Values]
    paths: Mapping[str, Values]
    plain_words: Mapping[str, str]
    moved: Mapping[str, str]
    replaced: Mapping[str, str]


def read_edition(name: str, files: Mapping[str, bytes]) -> Edition:
    """The edition in the files of a corpus. Raises ``RefusedError`` where one of them cannot be read."""
    every = {
        slug: _plain(files, path)
        for path in sorted(files)
        if path.startswith(TERMS) and names.is_slug(slug := path.removeprefix(TERMS).removesuffix(".yaml"))
    }
    replaced = {slug: values["replaced_by"] for slug, values in every.items() if values.get("replaced_by")}
    return Edition(
        name=name,
        files=files,
        terms={slug: values for slug, values in every.items() if values.get("status") in _IN_USE},
        topics=_by_id(_plain(files, TOPICS)),
        paths=_by_id(_plain(files, PATHS)),
        plain_words=_plain(files, PLAIN_WORDS) or {},
        moved=graph.ends(_plain(files, REDIRECTS) or {}),
        replaced=replaced,
    )


def _plain(files: Mapping[str, bytes], path: str) -> Any:
    try:
        return edit.plain(files.get(path, b"").decode("utf-8-sig"))
    except (EditError, UnicodeDecodeError) as error:
        raise RefusedError(f"the shipped {path} cannot be read: {error}; install the tool anew") from None


def _by_id(records: Iterable[Values]) -> dict[str, Values]:
    return {record["id"]: record for record in records}


def taken(edition: Edition, topics: Collection[str]) -> frozenset[str]:
    """The slugs of the terms that have one of the topics; with no topic, of all terms.

    Raises ``RefusedError`` for a topic that the edition does not have.
    """
    for topic in topics:
        if topic not in edition.topics:
            hint = did_you_mean(topic, edition.topics, "choose from " + ", ".join(edition.topics))
            raise RefusedError(f"the shipped glossary has no topic '{topic}'; {hint}")
    return frozenset(
        slug
        for slug, values in edition.terms.items()
        if not topics or not set(topics).isdisjoint(values["topics"])
    )


def cleaned(term: Values, here: Mapping[str, str], topics: Collection[str], own: str = "") -> dict[str, Any]:
    """A term without what is each desk's own, and without what leads to nothing here.

    ``here`` gives for the slug of each term that is taken over the slug that it has in this glossary;
    ``topics`` are the topics that this glossary has. Nothing leads from a term to itself, which is ``own``.
    """
    others = {slug: new for slug, new in here.items() if new != own}
    out = {name: value for name, value in term.items() if not TERM[name].desks_own} if term else {}
    for name in ONE_TERM:
        if name in out:
            out[name] = others.get(out[name])
    for name in SEVERAL_TERMS:
        if name in out:
            out[name] = _mapped(out[name], others)
    if "contrast" in out:
        out["contrast"] = {
            others[slug]: _contrast(value, here) for slug, value in out["contrast"].items() if slug in others
        }
    for name in MARKDOWN:
        if name in out:
            out[name] = _prose(out[name], here)
    if "topics" in out:
        out["topics"] = [topic for topic in out["topics"] if topic in topics]
    return {name: value for name, value in out.items() if value}


def without_ways_to(base: Values, left: Collection[str], theirs: Values) -> dict[str, Any]:
    """A term as adopted without what leads to terms that only this glossary still has.

    The later edition took that out because it took the terms out; where they stay, it is this glossary's own.
    A single term that the edition has exchanged for another (``theirs``) follows the edition.
    """
    out = dict(base)
    for name in ONE_TERM:
        if out.get(name) in left and name not in theirs:
            del out[name]
    for name in (*SEVERAL_TERMS, "contrast"):
        if name in out:
            rest = [slug for slug in out[name] if slug not in left]
            out[name] = {slug: out[name][slug] for slug in rest} if name == "contrast" else rest
    return {name: value for name, value in out.items() if value}


def _mapped(slugs: Iterable[str], here: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(here[slug] for slug in slugs if slug in here))


def _contrast(value: Any, here: Mapping[str, str]) -> Any:
    """The older form names in ``fits`` one of the two terms."""
    if isinstance(value, dict) and value.get("fits") in here:
        return {**value, "fits": here[value["fits"]]}
    return value


def _prose(value: Any, here: Mapping[str, str]) -> Any:
    """Markdown whose links lead to the terms of this glossary; one that leads to none keeps its words."""
    if isinstance(value, dict):
        return {channel: _prose(text, here) for channel, text in value.items()}
    for slug in _linked(value):
        new = here.get(slug, "")
        if new != slug:
            value = relinked(slug, new, value)
    return value


def _linked(text: str) -> Iterable[str]:
    if markdown.TERM_LINK not in text:
        return ()
    found = (address for address, _line in markdown.targets(markdown.parse(text)))
    slugs = (
        address.removeprefix(markdown.TERM_LINK)
        for address in found
        if address.startswith(markdown.TERM_LINK)
    )
    return [slug for slug in dict.fromkeys(slugs) if slug]


def cleaned_topics(edition_topics: Mapping[str, Values], topics: Collection[str]) -> dict[str, Values]:
    """The topics that are taken over, without what is each desk's own."""
    return {
        id_: {name: value for name, value in record.items() if name in TOPIC and not TOPIC[name].desks_own}
        for id_, record in edition_topics.items()
        if id_ in topics
    }


def cleaned_paths(
    paths: Mapping[str, Values], here: Mapping[str, str], topics: Collection[str]
) -> dict[str, Values]:
    """The learning paths as far as their stops are here; one that has no term left is left out."""
    ids = {stop["id"] for record in paths.values() for stop in record.get("stops", ()) if "id" in stop}
    every = {id_: _path(record, here, topics, ids) for id_, record in paths.items()}
    out = {id_: path for id_, path in every.items() if path}
    while lost := [id_ for id_, path in out.items() if path.get("extends", id_) not in out]:
        for id_ in lost:
            del out[id_]
    for path in out.values():
        if path.get("then", path["id"]) not in out:
            del path["then"]
    return dict(out)


def _path(
    record: Values, here: Mapping[str, str], topics: Collection[str], ids: Collection[str]
) -> dict[str, Any]:
    """One path; ``ids`` are the addresses of stops that are no terms, in all paths."""
    path = {name: value for name, value in record.items() if name in PATH}
    if "stops" in path:
        path["stops"] = _stops(path["stops"], here)
    if "terms" in path:
        path["terms"] = _mapped(path["terms"], here)
    if "topics" in path:
        path["topics"] = [topic for topic in path["topics"] if topic in topics]
    if "drops" in path:
        path["drops"] = [here.get(one, one) for one in path["drops"] if one in here or one in ids]
    path = {name: value for name, value in path.items() if value}
    ruled = path.get("topics") or (path.get("levels") and "topics" not in record)
    reads = any("term" in stop for stop in path.get("stops", ()))
    return path if ruled or reads or "terms" in path or "extends" in path else {}


def _stops(stops: Sequence[Values], here: Mapping[str, str]) -> list[dict[str, Any]]:
    """The stops that are here; what stood behind one that is not keeps its place in the list."""
    kept = [dict(stop) for stop in stops if stop.get("term") is None or stop["term"] in here]
    ids = {stop["id"] for stop in kept if "id" in stop}
    for stop in kept:
        if "term" in stop:
            stop["term"] = here[stop["term"]]
        for place in ("after", "before"):
            if place in stop and stop[place] not in ids:
                if stop[place] in here:
                    stop[place] = here[stop[place]]
                else:
                    del stop[place]
    return kept


_COUNTS = "|".join(name for fields in (PATH, STOP) for name, field in fields.items() if field.kind == "count")
_QUOTED_COUNT = re.compile(rf"^( *(?:- )?(?:{_COUNTS}): )'(\d+)'$")


def listed(records: Iterable[Values]) -> str:
    """A file that holds a list of records, such as topics.yaml; counts stand there as people write them."""
    lines = (line for record in records for line in write.listed(record, 0))
    return "".join(_QUOTED_COUNT.sub(r"\1\2", line) + "\n" for line in lines)
