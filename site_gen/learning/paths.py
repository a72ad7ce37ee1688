"""Learning paths resolved: rules and extensions to stops, in an order that builds up.

A path's stops are those of the path that it extends without what it ``drops``, then its own: ``stops``,
``terms``, and what its rule chooses. A stop that is there already is replaced in its place, or moved where
``after`` or ``before`` says so. Slugs of terms that the glossary does not show are passed over: the checks
tell editors of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2s

from site_gen.learning.reading_order import Order, builds_up
from site_gen.model.graph import Graph
from site_gen.model.records import Contrast, Glossary, Path, Stop, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteStop:
    """One stop where it has come to stand; ``key`` is its address on the path's page, unique there.

    ``differences`` tell its term from easily confused ones that the path has had before.
    """

    key: str
    stop: Stop
    term: Term | None = None
    differences: tuple[tuple[Term, Contrast], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A path with all its stops; what it does not say itself comes from the path that it extends."""

    path: Path
    stops: tuple[RouteStop, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        return tuple(stop.term for stop in self.stops if stop.term)


def routes(glossary: Glossary, order: Order, uses: Graph) -> tuple[Route, ...]:
    """Every path that has a stop, in the order of the file."""
    found = (_route(path, glossary, uses) for path in whole_paths(glossary, order).values())
    return tuple(route for route in found if route.stops)


def whole_paths(glossary: Glossary, order: Order) -> Mapping[str, Path]:
    """The paths by id with all their stops, in the order of writing."""
    resolver = _Resolver(glossary, order)
    return {path.id: resolver.path(path.id) for path in glossary.paths}


def _route(path: Path, glossary: Glossary, uses: Graph) -> Route:
    stops = {key: stop for stop in path.stops for key in [stop_key(stop)]}
    listed = stops if path.order == "as-written" else builds_up(stops, uses)
    terms = {key: glossary.by_slug[key] for key in listed if stops[key].term}
    differences = _differences(terms)
    return Route(
        path=path,
        stops=tuple(
            RouteStop(
                key=key, stop=stops[key], term=terms.get(key), differences=tuple(differences.get(key, ()))
            )
            for key in listed
        ),
    )


def _differences(terms: Mapping[str, Term]) -> Mapping[str, Sequence[tuple[Term, Contrast]]]:
    """For each term, given in the order of the path, the earlier ones that it is easily confused with."""
    place = {slug: number for number, slug in enumerate(terms)}
    found: dict[str, list[tuple[Term, Contrast]]] = defaultdict(list)
    for slug, term in terms.items():
        for contrast in term.contrast:
            if contrast.to in place:
                early, late = sorted((slug, contrast.to), key=place.__getitem__)
                found[late].append((terms[early], contrast))
    return found


def stop_key(stop: Stop) -> str:
    """The address of a stop: the term's slug, the stop's id, or a hash of what it says."""
    if stop.term or stop.id:
        return stop.term or stop.id
    kind = "link" if stop.link else "task"
    return f"{kind}-{blake2s((stop.link or stop.task).encode(), digest_size=3).hexdigest()}"


class _Resolver:
    """Paths with all their stops, as ``Path`` values without rule or extension."""

    def __init__(self, glossary: Glossary, order: Order) -> None:
        self.order = order
        self.written: Mapping[str, Path] = {path.id: path for path in reversed(glossary.paths)}
        self.done: dict[str, Path] = {}
        self.entered: set[str] = set()

    def path(self, name: str) -> Path:
        """The path of that id. One that extends itself in a circle is taken as if it extended nothing."""
        if name not in self.done:
            self.entered.add(name)
            path = self.written[name]
            extends = path.extends in self.written and path.extends not in self.entered - self.done.keys()
            base = self.path(path.extends) if extends else None
            self.done[name] = self._whole(path, base)
        return self.done[name]

    def _whole(self, path: Path, base: Path | None) -> Path:
        stops = {stop_key(stop): stop for stop in base.stops} if base else {}
        for key in path.drops:
            stops.pop(key, None)
        for stop in self._own(path):
            stops = _placed(stops, stop)
        inherited = {
            name: getattr(base, name)
            for name in ("audience", "outcome", "order", "days", "minutes_a_day", "pass_mark", "then")
            if base and not getattr(path, name)
        }
        return replace(
            path, stops=tuple(stops.values()), terms=(), topics=(), levels=(), drops=(), extends="",
            **inherited,
        )  # fmt: skip

    def _own(self, path: Path) -> Iterator[Stop]:
        """The stops that a path has of its own, those of deprecated and missing terms left out."""
        yield from (stop for stop in path.stops if not stop.term or stop.term in self.order.place)
        slugs = [slug for slug in path.terms if slug in self.order.place]
        slugs += [term.slug for term in chosen(path, self.order)]
        yield from (Stop(term=slug, origin=path.origin) for slug in dict.fromkeys(slugs))


def chosen(path: Path, order: Order) -> Iterator[Term]:
    """What the path's rule chooses, in the order that builds up."""
    return filter(path.chooses, order.terms)


def _placed(stops: Mapping[str, Stop], stop: Stop) -> dict[str, Stop]:
    """The stops with one more, or with one replaced or moved; a bare term keeps the note that it had."""
    key, beside, behind = stop_key(stop), stop.after or stop.before, bool(stop.after)
    if stop.term and not stop.note:
        stop = stops.get(key, stop)
    if beside not in stops or beside == key:
        return {**stops, key: stop}
    keys = [other for other in stops if other != key]
    keys.insert(keys.index(beside) + behind, key)
    return {other: stop if other == key else stops[other] for other in keys}
