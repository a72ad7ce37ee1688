"""Circles in a graph of slugs, and chains of names that each lead to one other name."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

Graph = Mapping[str, Sequence[str]]


def circles(graph: Graph) -> Iterator[tuple[str, ...]]:
    """Circles that share no node; a graph without the nodes of these circles has no circle.

    Each circle is a tuple that starts with its alphabetically first node. Edges to nodes that are not keys of
    ``graph`` are ignored.
    """
    left = {node: tuple(after for after in graph[node] if after in graph) for node in sorted(graph)}
    while knot := _knot(left):
        found = min((_shortest_circle(node, left) for node in knot), key=lambda circle: (len(circle), circle))
        yield found
        left = {
            node: tuple(n for n in after if n not in found)
            for node, after in left.items()
            if node not in found
        }


def _knot(graph: Graph) -> tuple[str, ...]:
    """The nodes of any one circle; an empty tuple if the graph has no circle."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return tuple(error.args[1][1:])
    return ()


def _shortest_circle(start: str, graph: Graph) -> tuple[str, ...]:
    """A shortest circle through ``start``, beginning with its alphabetically first node."""
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while start not in came_from:
        node = waiting.popleft()
        for after in graph[node]:
            if after not in came_from:
                came_from[after] = node
                waiting.append(after)
    way = [came_from[start]]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    way.reverse()
    first = way.index(min(way))
    return (*way[first:], *way[:first])


SHOWN = 8  # a message with more names than this leaves out the middle ones


def walk(start: str, leads: Mapping[str, str]) -> Iterator[str]:
    """``start`` and each name that the name before it leads to; endless if there is a circle."""
    at: str | None = start
    while at is not None:
        yield at
        at = leads.get(at)


def ends(leads: Mapping[str, str]) -> dict[str, str]:
    """The last name of the chain that starts at each name; "" for a name whose chain runs into a circle.

    Takes time in proportion to the number of names, also for long chains.
    """
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


def chain_circles(leads: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Every circle in the chains of ``leads`` once, starting with its alphabetically first name."""
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
    """The names as ``a → b → c`` for a message, shortened in the middle if there are many."""
    if len(names) > SHOWN:
        names = (*names[: SHOWN - 2], "…", names[-1])
    return " → ".join(names)
