"""What the logs of the web server tell of a site, as text and as data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from site_gen.checks.use import Dead, Use

_SHOWN = 20  # rows of a list; the rest is a number
NOTE = (
    "An undercount: browsers and proxies answer from their copies, and neither offline copies nor side "
    "panels that stay open ask the server."
)


def use_text(found: Use) -> str:
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Use) -> Iterator[str]:
    if not found.requests:
        yield "No line is a request in the common or the combined format."
        return
    yield f"{found.requests} requests from {found.first} to {found.last}; {found.bots} of programs, left out."
    yield NOTE
    if not found.has_agents:
        yield "The log does not name browsers, so requests of programs are counted as well."
    if found.unknown:
        yield f"{found.unknown} lines are no requests, and were passed over."
    yield from _section(
        "Most read", [f"{count:>6}  {term.title}" for term, count in found.reads], "No term was read."
    )
    yield from _section(
        "Dead addresses",
        [
            f"{one.count:>6}  {one.path}  last on {one.last}"
            + (f"; see terms/{one.now}.html" if one.now else "")
            for one in found.dead
        ],
        "Every page that was asked for is there.",
    )
    since = f"since {found.since}"
    if found.first and found.since and found.first > found.since:
        since += f" (the log begins only on {found.first})"
    yield from _section(
        f"Never read {since}", [f"        {term.title}" for term in found.unread], "Every term was read."
    )


def _dead(one: Dead) -> str:
    said = f"{one.count:>6}  {one.path}  last on {one.last}"
    return f"{said}; the term is at terms/{one.now}.html" if one.now else said


def _section(title: str, rows: list[str], none: str) -> Iterator[str]:
    yield f"\n{title} ({len(rows)})" if rows else f"\n{title}"
    yield from rows[:_SHOWN] or [f"        {none}"]
    if len(rows) > _SHOWN:
        yield f"        and {len(rows) - _SHOWN} more; --json has all"


def use_json(found: Use) -> str:
    data: Mapping[str, object] = {
        "note": NOTE,
        "first": found.first and found.first.isoformat(),
        "last": found.last and found.last.isoformat(),
        "since": found.since and found.since.isoformat(),
        "requests": found.requests,
        "bots": found.bots,
        "unknown": found.unknown,
        "has_agents": found.has_agents,
        "reads": [{"term": term.slug, "count": count} for term, count in found.reads],
        "dead": [
            {"path": one.path, "count": one.count, "last": one.last.isoformat(), "now": one.now}
            for one in found.dead
        ],
        "unread": [term.slug for term in found.unread],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)
