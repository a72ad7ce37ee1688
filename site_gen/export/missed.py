"""What readers looked up in vain, as text and as data, with the commands that begin the terms."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Mapping

from site_gen.checks.missed import Missing, Ranked

_NEAR = 2  # terms told of a word


def missed_text(ranked: Ranked) -> str:
    """A block for each word, the most asked first."""
    return "\n".join(_lines(ranked)) + "\n"


def _lines(ranked: Ranked) -> Iterator[str]:
    if ranked.missing:
        yield "Missing, the most asked first:"
    for one in ranked.missing:
        yield f"{one.count:>6}  {_told(one)}"
        for near in one.near[:_NEAR]:
            then = find_command(one, near.term)
            yield f"        perhaps {near.term} ({near.score:g}, {near.why}); then: {then}"
        yield f"        {new_command(one.name)}"
    if ranked.not_meant:
        yield "Answered, but not what was meant:"
    for one in ranked.not_meant:
        finds = ", ".join(near.term for near in one.near[:_NEAR])
        yield f"{one.count:>6}  {_told(one)}" + (f"; it finds {finds}" if finds else "")
    if ranked.found:
        yield f"Found by now, so left out: {', '.join(sorted(ranked.found))}"
    if not (ranked.missing or ranked.not_meant or ranked.found):
        yield "No word was missed."


def _told(one: Missing) -> str:
    also = f" (also: {', '.join(one.queries[1:])})" if len(one.queries) > 1 else ""
    return f"{one.queries[0]}{also}" + (f", last on {one.last}" if one.last else "")


def new_command(name: str) -> str:
    """The command that begins a term of this name, whatever signs the name has."""
    return f"glossary new {'-- ' if name.startswith('-') else ''}{shlex.quote(name)}"


def find_command(one: Missing, slug: str) -> str:
    """The command by which a term is found by the words that were missed."""
    query = one.queries[0]
    return f"glossary set --add search_as {'-- ' if query.startswith('-') else ''}{shlex.quote(query)} {slug}"


def missed_json(ranked: Ranked) -> str:
    """The same as data."""
    data = {
        "missing": [{**_data(one), "new": new_command(one.name)} for one in ranked.missing],
        "not_meant": [_data(one) for one in ranked.not_meant],
        "found": [{"query": query, "term": term} for query, term in sorted(ranked.found.items())],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _data(one: Missing) -> Mapping[str, object]:
    return {
        "name": one.name,
        "queries": one.queries,
        "count": one.count,
        "last": one.last.isoformat() if one.last else "",
        "pages": one.pages,
        "near": [{"term": near.term, "score": near.score, "why": near.why} for near in one.near],
    }
