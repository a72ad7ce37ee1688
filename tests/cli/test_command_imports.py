"""What each command imports when it is called: rooms of ours and libraries, listed in a golden file.

Imports inside of functions are not followed: they are what a command loads only when it needs them.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from functools import cache

import pytest

from helpers.corpora import DATA, agrees_with_golden
from helpers.rows import each_row
from rooms import MODULES, of_ours, room
from site_gen.cli.commands import COMMANDS


@cache
def at_once(module: str) -> tuple[tuple[str, str], ...]:
    """(module, name) of each import that runs when a module is imported."""
    return tuple(_imports(ast.parse(MODULES[module].read_text(encoding="utf-8")).body))


def _imports(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for node in body:
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, ast.Try):
            yield from _imports(node.body)


def loaded(start: str) -> tuple[set[str], set[str]]:
    """Rooms of ours and libraries that come with a module."""
    seen: set[str] = set()
    libraries: set[str] = set()
    waiting = [start]
    while waiting:
        module = waiting.pop()
        if module in seen:
            continue
        seen.add(module)
        parts = module.split(".")
        waiting += (above for n in range(1, len(parts)) if (above := ".".join(parts[:n])) in MODULES)
        for imported, name in at_once(module):
            ours = of_ours(imported, name)
            if ours:
                waiting.append(ours)
            elif imported.partition(".")[0] not in sys.stdlib_module_names:
                libraries.add(imported.partition(".")[0])
    return {room(module) for module in seen} - {"", "cli"}, libraries


@cache
def imports_of_commands() -> dict[str, dict[str, list[str]]]:
    found = {}
    for name, (module, _help) in COMMANDS.items():
        rooms, libraries = loaded(f"site_gen.cli.{module}")
        found[name] = {"rooms": sorted(rooms), "libraries": sorted(libraries)}
    return found


@pytest.mark.golden
def test_each_command_imports_what_is_listed(update_golden: bool) -> None:
    text = json.dumps(imports_of_commands(), indent=1) + "\n"
    agrees_with_golden(DATA / "golden" / "command-imports.json", text, update_golden)


@each_row(
    "command, rooms, libraries",
    [
        ("match", {"checks", "sources", "editing", "pages", "export", "publish"}, {"mkdocs", "jinja2"}),
        ("check", {"sources", "pages", "export", "publish"}, {"mkdocs", "jinja2", "lxml", "openpyxl"}),
        ("new", {"sources", "pages", "export", "publish"}, {"mkdocs", "jinja2", "lxml", "openpyxl"}),
        ("rename", {"sources", "pages", "publish"}, {"mkdocs", "jinja2"}),
        ("recover", {"checks", "match", "sources", "pages", "publish"}, {"mkdocs", "jinja2", "rapidfuzz"}),
        ("serve", {"sources"}, {"lxml", "openpyxl", "docutils", "watchdog"}),
    ],
)
def test_no_command_imports_what_it_does_not_use(command: str, rooms: set[str], libraries: set[str]) -> None:
    found = imports_of_commands()[command]
    assert rooms.isdisjoint(found["rooms"])
    assert libraries.isdisjoint(found["libraries"])
