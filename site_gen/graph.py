"""Circles in a graph of slugs."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

Graph = Mapping[str, Sequence[str]]


def circles(graph: Graph) -> Iterator[tuple[str, ...]]:
    """Circles that share no node, short ones first at each knot, until what is left has none.

    Each starts at its alphabetically first node; an edge to a node that the graph does not have counts for
    nothing.
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
    """The nodes of some circle; none where there is no circle."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return tuple(error.args[1][1:])
    return ()


def _shortest_circle(start: str, graph: Graph) -> tuple[str, ...]:
    """A shortest way from ``start``, which lies on a circle, back to it, turned to its first node."""
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
