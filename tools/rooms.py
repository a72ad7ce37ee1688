"""The picture of the rooms in docs/images/rooms.svg, drawn from the imports of site_gen/.

    python tools/rooms.py

A room is a folder of site_gen/ or a module beside the folders. tests/project/test_architecture.py reads the
imports with the functions of this file, and holds that the picture is up to date.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "site_gen"
PICTURE = ROOT / "docs" / "images" / "rooms.svg"
MODULES = {  # a package goes by its name: that is how its __init__ is imported
    path.relative_to(ROOT).with_suffix("").as_posix().removesuffix("/__init__").replace("/", "."): path
    for path in sorted(PACKAGE.rglob("*.py"))
}

Graph = Mapping[str, set[str]]  # room: the rooms that it imports
WIDTH, HEIGHT, GAP, STEP, EDGE = 104, 30, 22, 62, 16  # of a box, between boxes, from row to row, the margin


@cache
def nodes_of(module: str) -> tuple[ast.AST, ...]:
    """All nodes of a module's syntax tree."""
    return tuple(ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))))


@cache
def imports_of(module: str) -> tuple[tuple[str, str], ...]:
    """(module, name) of each import wherever it stands; "" for the module itself."""
    return tuple(_imports(module))


def _imports(module: str) -> Iterator[tuple[str, str]]:
    for node in nodes_of(module):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name their package"
            yield from ((node.module or "", alias.name) for alias in node.names)


def of_ours(module: str, name: str) -> str:
    """The module of ours that an import names; "" for any other."""
    for candidate in (f"{module}.{name}", module):
        if candidate in MODULES:
            return candidate
    return "site_gen" if module == "site_gen" else ""


@cache
def arrows() -> set[tuple[str, str]]:
    """(module, module that it imports), wherever the import stands; an ``__init__`` goes by its package."""
    return {
        (module, of)
        for module in MODULES
        for imported, name in imports_of(module)
        if (of := of_ours(imported, name)) and of != module
    }


def room(module: str) -> str:
    """The folder or module right below site_gen/; "" for the package itself."""
    return module.split(".")[1] if "." in module else ""


def between_rooms(modules: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    graph: dict[str, set[str]] = {room(module): set() for module in MODULES if room(module)}
    for one, of in modules:
        if room(one) and room(of) and room(one) != room(of):
            graph[room(one)].add(room(of))
    return graph


def reach(graph: Graph) -> dict[str, set[str]]:
    """By room, all that it imports, directly or over others. CycleError where rooms form a circle."""
    all_of: dict[str, set[str]] = {}
    for name in TopologicalSorter(graph).static_order():
        all_of[name] = graph[name].union(*(all_of[of] for of in graph[name]))
    return all_of


def without_detours(graph: Graph) -> dict[str, set[str]]:
    """Only the arrows that no way over other rooms stands for already."""
    all_of = reach(graph)
    return {
        name: {of for of in below if not any(of in all_of[other] for other in below)}
        for name, below in graph.items()
    }


def rows(graph: Graph) -> list[list[str]]:
    """Rooms from the lowest up: each stands one row above the highest that it imports."""
    row: dict[str, int] = {}
    for name in TopologicalSorter(graph).static_order():
        row[name] = max((row[of] + 1 for of in graph[name]), default=0)
    return [sorted(name for name in row if row[name] == number) for number in range(max(row.values()) + 1)]


def _label(name: str) -> str:
    return f"{name}/" if (PACKAGE / name).is_dir() else f"{name}.py"


def picture(graph: Graph) -> str:
    """The rooms as SVG text, the lowest at the bottom; colours do for light and dark pages alike."""
    drawn, levels = without_detours(graph), rows(graph)
    slots, ways = _slots(drawn, levels)
    most = max(map(len, slots))
    width = 2 * EDGE + most * WIDTH + (most - 1) * GAP
    height = 2 * EDGE + (len(levels) - 1) * STEP + HEIGHT
    middle = {
        name: (
            width / 2 + (place - (len(slot) - 1) / 2) * (WIDTH + GAP),
            height - EDGE - HEIGHT / 2 - row * STEP,
        )
        for row, slot in enumerate(slots)
        for place, name in enumerate(slot)
    }
    lines = [_line([middle[name] for name in way]) for way in ways]
    boxes = [_box(name, *middle[name]) for level in levels for name in level]
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" '
        'role="img" aria-labelledby="title" font-family="sans-serif" font-size="13">',
        '<title id="title">The rooms of site_gen and what they import: each only rooms below it</title>',
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" '
        'markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0 8 4 0 8Z" fill="#5b6b7f"/></marker></defs>',
        f'<rect width="{width}" height="{height}" rx="8" fill="#fff"/>',
        *lines, *boxes, "</svg>", "",
    ])  # fmt: skip


def _slots(drawn: Graph, levels: Sequence[Sequence[str]]) -> tuple[list[list[str]], list[list[str]]]:
    """What stands in each row from left to right, and each arrow as the places that it passes.

    An arrow over several rows gets a place of its own in each of them, so that it crosses no box. A row is
    sorted by the mean place of what its rooms lead to.
    """
    row = {name: number for number, level in enumerate(levels) for name in level}
    slots, below = [list(level) for level in levels], {name: sorted(of) for name, of in drawn.items()}
    ways = []
    for name, of in sorted((one, other) for one in drawn for other in drawn[one]):
        passed = [f"{name}>{of}@{number}" for number in range(row[name] - 1, row[of], -1)]
        way = [name, *passed, of]
        ways.append(way)
        for number, place in zip(range(row[name] - 1, row[of], -1), passed, strict=True):
            slots[number].append(place)
        for one, other in pairwise(way[1:]):
            below[one] = [other]
        below[name] = [way[1] if other == of else other for other in below[name]]
    centre: dict[str, float] = {}
    for slot in slots:
        slot.sort(key=lambda name: (sum(centre[of] for of in below[name]) / max(len(below[name]), 1), name))
        centre.update((name, place - (len(slot) - 1) / 2) for place, name in enumerate(slot))
    return slots, ways


def _line(points: Sequence[tuple[float, float]]) -> str:
    """From the foot of the first box to the head of the last, straight down in each row that is passed."""
    path, last = "", len(points) - 1
    for number, (x, y) in enumerate(points):
        top, foot = f"{x:g} {y - HEIGHT / 2:g}", f"{x:g} {y + HEIGHT / 2:g}"
        if number:
            before, start = points[number - 1][0], points[number - 1][1] + HEIGHT / 2
            half = (start + y - HEIGHT / 2) / 2
            path += f"C{before:g} {half:g} {x:g} {half:g} {top}"
        if number < last:
            path += f"L{foot}" if number else f"M{foot}"
    return f'<path d="{path}" fill="none" stroke="#5b6b7f" marker-end="url(#tip)"/>'


def _box(name: str, x: float, y: float) -> str:
    left, top = x - WIDTH / 2, y - HEIGHT / 2
    return (
        f'<rect x="{left:g}" y="{top:g}" width="{WIDTH}" height="{HEIGHT}" rx="5" '
        'fill="#eef2f7" stroke="#5b6b7f"/>'
        f'<text x="{x:g}" y="{y + 4.5:g}" text-anchor="middle" fill="#1c2733">{_label(name)}</text>'
    )


def drawn_now() -> str:
    return picture(between_rooms(arrows()))


if __name__ == "__main__":
    PICTURE.write_text(drawn_now(), encoding="utf-8")
