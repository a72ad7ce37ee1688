"""Chains in which each name leads to at most one other: redirects, broader terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

SHOWN = 8  # names that a message lists before it leaves out the middle


def walk(start: str, leads: Mapping[str, str]) -> Iterator[str]:
    """``start`` and what follows it, without end where there is a circle."""
    at: str | None = start
    while at is not None:
        yield at
        at = leads.get(at)


def ends(leads: Mapping[str, str]) -> dict[str, str]:
    """Where each name leads in the end; "" for one that leads into a circle. Linear in all names."""
    found: dict[str, str] = {}
    for start in leads:
        way: dict[str, None] = {}
        for at in walk(start, leads):
            if at in found or at in way or at not in leads:
                break
            way[at] = None
        end = found.get(at, "" if at in way else at)
        found.update(dict.fromkeys(way, end))
    return {start: found[start] for start in leads}


def circles(leads: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Every circle once, from its alphabetically first name on."""
    done: set[str] = set()
    for start in sorted(name for name, end in ends(leads).items() if not end):
        way: dict[str, None] = {}
        for at in walk(start, leads):
            if at in way or at in done:
                break
            way[at] = None
        done.update(way)
        if at in way:
            names = list(way)
            circle = names[names.index(at) :]
            first = circle.index(min(circle))
            yield (*circle[first:], *circle[:first])


def shown(names: Sequence[str]) -> str:
    """``a → b → c`` for a message."""
    if len(names) > SHOWN:
        names = (*names[: SHOWN - 2], "…", names[-1])
    return " → ".join(names)
