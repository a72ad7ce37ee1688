"""Which room may import which, and who may touch the world: read from the syntax trees."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter

from helpers.rows import each_row
from rooms import (
    MODULES,
    PICTURE,
    arrows,
    between_rooms,
    drawn_now,
    imports_of,
    nodes_of,
    of_ours,
    room,
    without_detours,
)

MAX_FUNCTION = 40  # lines
DOCUMENTED = {"model", "text", "match", "sources"}  # rooms where each public name has a docstring

# Rooms are the folders of site_gen/ and the modules beside them; each may import those that it names.
MAY_IMPORT: dict[str, set[str]] = {
    "catalog": set(),
    "model": {"catalog"},
    "corpus": {"catalog", "model"},
    "language": {"model"},
    "meaning": {"model"},
    "match": {"catalog", "model", "language", "meaning"},
    "text": {"model", "language", "corpus"},
    "learning": {"model", "text"},
    "history": {"model", "corpus", "match", "text"},
    "checks": {"catalog", "model", "language", "corpus", "match", "text", "learning", "history"},
    "sources": {"model", "language", "corpus", "match", "text", "checks"},
    "editing": {"model", "language", "corpus", "match", "text", "learning", "history", "checks", "sources"},
    "pages": {"catalog", "model", "language", "corpus", "meaning", "text", "learning", "history", "checks"},
    "export": {
        "catalog", "model", "corpus", "match", "text", "learning", "history", "checks", "sources", "pages",
    },
    "assistant": {"catalog", "model"},
    "settings": {"catalog", "model", "corpus", "checks"},
    "doctor": {"catalog", "model", "settings"},
    "pipeline": {"model", "corpus", "text", "learning", "history", "checks", "pages", "export"},
    "publish": {"model", "corpus", "history", "pages", "export", "settings", "pipeline"},
    "plugin": {"catalog", "model", "settings", "publish"},
    "cli": {
        "catalog", "model", "language", "corpus", "match", "text", "learning", "history", "checks", "sources",
        "editing", "pages", "export", "assistant", "settings", "doctor", "pipeline", "publish", "plugin",
    },
    "__main__": {"cli"},
}  # fmt: skip

# The rim: the only modules that touch a disk, a terminal or a framework, and which of them.
ADAPTERS = {
    "site_gen.corpus.confine": {"disk"},
    "site_gen.corpus.disk": {"disk"},
    "site_gen.corpus.stage": {"disk"},
    "site_gen.publish.beside": {"disk"},
    "site_gen.publish.sync": {"disk"},
    "site_gen.publish.swap": {"disk"},
    "site_gen.publish.generate": {"disk"},
    "site_gen.publish.kept": {"disk", "mkdocs"},
    "site_gen.publish.kept_code": {"disk"},
    "site_gen.publish.own_page": {"mkdocs"},
    "site_gen.publish.own_theme": {"disk", "mkdocs"},
    "site_gen.publish.promised": {"mkdocs"},
    "site_gen.publish.theme_styles": {"disk", "mkdocs"},
    "site_gen.publish.watch": {"disk", "mkdocs"},
    "site_gen.cli.diff": {"disk", "click"},
    "site_gen.cli.health": {"disk", "click"},
    "site_gen.cli.handed_over": {"click"},
    "site_gen.history.cards": {"disk"},
    "site_gen.history.git": {"disk"},
    "site_gen.history.revision": {"disk"},
    "site_gen.history.log": {"disk"},
    "site_gen.publish.pack": {"disk"},
    "site_gen.settings": {"disk", "mkdocs"},
    "site_gen.settings.file": {"disk"},
    "site_gen.settings.places": {"disk"},
    "site_gen.settings.navigation": {"disk"},
    "site_gen.settings.standalone": {"disk"},
    "site_gen.plugin": {"disk", "mkdocs"},
    "site_gen.cli.app": {"disk", "click"},
    "site_gen.cli.build": {"disk", "click", "mkdocs"},
    "site_gen.cli.check": {"disk", "click"},
    "site_gen.cli.schema": {"disk", "click"},
    "site_gen.cli.ask": {"click"},
    "site_gen.cli.init_answers": {"disk", "click"},
    "site_gen.cli.init_topics": {"click"},
    "site_gen.cli.match": {"disk", "click"},
    "site_gen.cli.mcp": {"disk", "click"},
    "site_gen.cli.merge": {"disk", "click"},
    "site_gen.cli.verdicts": {"click"},
    "site_gen.cli.export": {"disk", "click"},
    "site_gen.cli.codeowners": {"disk", "click"},
    "site_gen.cli.words": {"disk", "click"},
    "site_gen.cli.doctor": {"disk", "click", "mkdocs"},
    "site_gen.cli.import_": {"disk", "click"},
    "site_gen.cli.init": {"disk", "click"},
    "site_gen.cli.own_wheel": {"disk"},
    "site_gen.cli.docs": {"disk", "click"},
    "site_gen.cli.shipped": {"disk"},
    "site_gen.cli.upstream": {"disk", "click"},
    "site_gen.cli.new": {"disk", "click"},
    "site_gen.cli.rename": {"disk", "click"},
    "site_gen.cli.owners": {"disk", "click"},
    "site_gen.cli.set": {"disk", "click"},
    "site_gen.cli.corpus": {"disk", "click"},
    "site_gen.cli.change": {"disk", "click"},
    "site_gen.cli.recover": {"disk", "click"},
    "site_gen.cli.raw_document": {"disk", "click"},
    "site_gen.cli.site": {"disk", "click"},
    "site_gen.cli.sheet": {"disk", "click"},
    "site_gen.__main__": set(),
}
FORBIDDEN = {  # what the core must not import, and what kind of thing it is
    "click": "click",
    "mkdocs": "mkdocs",
    "material": "mkdocs",
    "pathlib": "disk",
    "os": "disk",
    "shutil": "disk",
    "tempfile": "disk",
    "glob": "disk",
    "fcntl": "disk",
    "subprocess": "disk",
    "socket": "disk",
    "urllib.request": "disk",
    "http": "disk",
    "logging": "disk",
}
# These load modules of their own room by name, as a table tells; no test sees such an import.
BY_NAME = {"site_gen.cli.app", "site_gen.sources.formats", "site_gen.sources.formats.folder"}
CORE = sorted(set(MODULES) - set(ADAPTERS))
IO_OF_MEMORY = {"BytesIO", "StringIO"}
PURE_NAMES = {"PurePath", "PurePosixPath", "PureWindowsPath"}  # a path as a value touches nothing
FORBIDDEN_CALLS = {"open", "print", "input", "exec", "eval", "__import__"}
# model/records.py is what every other program that reads the glossary starts from, with what it imports.
STANDARD_LIBRARY_ONLY = {
    "site_gen.model.import_formats",
    "site_gen.model.problem",
    "site_gen.model.records",
    "site_gen.model.field",
    "site_gen.model.schema",
}


def _kinds(module: str, name: str) -> set[str]:
    if module == "pathlib" and name in PURE_NAMES:
        return set()
    return {kind for bad, kind in FORBIDDEN.items() if module == bad or module.startswith(f"{bad}.")}


def test_every_adapter_is_there() -> None:
    assert set(ADAPTERS) <= set(MODULES)


def test_only_the_rim_touches_the_world() -> None:
    wrong = [
        f"{module}: {bad}.{name}"
        for module in MODULES
        for bad, name in imports_of(module)
        if not _kinds(bad, name) <= ADAPTERS.get(module, set())
    ]
    assert wrong == []


def test_no_more_is_allowed_than_is_used() -> None:
    used = {
        module: {kind for bad, name in imports_of(module) for kind in _kinds(bad, name)}
        for module in ADAPTERS
    }
    assert used == ADAPTERS


def test_the_core_uses_io_for_memory_only() -> None:
    wrong = [
        f"{module}:{node.lineno}: io.{node.attr}"
        for module in CORE
        for node in nodes_of(module)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "io"
        if node.attr not in IO_OF_MEMORY
    ]
    assert wrong == []
    assert [module for module in CORE for of, name in imports_of(module) if of == "io" and name] == []


def test_nothing_prints_and_only_who_may_touch_the_disk_opens() -> None:
    wrong = [
        f"{module}:{node.lineno}: {node.func.id}"
        for module in MODULES
        for node in nodes_of(module)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if node.func.id in FORBIDDEN_CALLS
        if node.func.id != "open" or "disk" not in ADAPTERS.get(module, ())
    ]
    assert wrong == []


def test_no_module_keeps_state() -> None:
    """What one glossary was told must not reach another in the same process: values are handed on."""
    wrong = [
        f"{module}:{line.lineno}: {ast.unparse(line)}"
        for module in MODULES
        for node in nodes_of(module)
        for line in (node.body if isinstance(node, ast.Module) else [node])
        if isinstance(line, ast.Global) or (isinstance(node, ast.Module) and _waits_to_be_filled(line))
    ]
    assert wrong == []


def _waits_to_be_filled(line: ast.stmt) -> bool:
    """Whether a line of a module makes an empty collection."""
    value = line.value if isinstance(line, (ast.Assign, ast.AnnAssign)) else None
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        return value.func.id in ("dict", "list", "set", "defaultdict", "Counter", "deque") and not value.args
    return (isinstance(value, ast.List) and not value.elts) or (
        isinstance(value, ast.Dict) and not value.keys
    )


def test_the_core_does_not_import_the_rim() -> None:
    # A value that the rim returns is no rim: the pipeline takes what corpus/disk.py has read.
    wrong = [
        f"{module}: {of_ours(imported, name)}"
        for module in CORE
        for imported, name in imports_of(module)
        if of_ours(imported, name) in ADAPTERS and name != "Tree"
    ]
    assert wrong == []


@each_row("module", sorted(STANDARD_LIBRARY_ONLY))
def test_records_need_the_standard_library_only(module: str) -> None:
    needed = {(of_ours(imported, name), imported) for imported, name in imports_of(module)}
    assert {ours for ours, _ in needed if ours} <= STANDARD_LIBRARY_ONLY
    assert {of.split(".")[0] for ours, of in needed if not ours} <= sys.stdlib_module_names


def _between_rooms() -> set[tuple[str, str]]:
    return {(room(one), room(of)) for one, of in arrows() if room(one) != room(of)}


def test_the_picture_of_the_rooms_is_up_to_date() -> None:
    assert PICTURE.read_text(encoding="utf-8") == drawn_now(), "python tools/rooms.py draws it anew"


def test_the_picture_leaves_out_only_arrows_that_others_stand_for() -> None:
    assert without_detours({"a": {"b", "c"}, "b": {"c"}, "c": set(), "d": {"c"}}) == {
        "a": {"b"}, "b": {"c"}, "c": set(), "d": {"c"},
    }  # fmt: skip
    drawn = without_detours(between_rooms(arrows()))
    text = drawn_now()
    assert text.count("<path d=") - 1 == sum(map(len, drawn.values()))
    for name in MAY_IMPORT:
        assert f">{name}/<" in text or f">{name}.py<" in text


def test_every_room_is_in_the_table() -> None:
    assert {room(module) for module in MODULES} - {""} == set(MAY_IMPORT)


def test_the_package_itself_imports_nothing() -> None:
    assert [of for one, of in arrows() if one == "site_gen"] == []


def test_rooms_import_only_what_the_table_lets_them() -> None:
    wrong = {
        (one, of)
        for one, of in arrows()
        if room(one) != room(of) and room(of) not in MAY_IMPORT.get(room(one), set())
    }
    assert sorted(wrong) == []


def test_only_these_import_by_name() -> None:
    found = {(module, of, name) for module in MODULES for of, name in imports_of(module)}
    assert {module for module, _, name in found if name == "import_module"} == BY_NAME
    assert not [module for module, of, name in found if (of, name) == ("importlib", "")]


def _circle(graph: dict[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _graph(arrows: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    graph: dict[str, set[str]] = {}
    for one, of in arrows:
        graph.setdefault(one, set()).add(of)
    return graph


def test_files_form_no_circle() -> None:
    assert _circle(_graph(arrows())) == []


def test_rooms_form_no_circle() -> None:
    assert _circle(_graph(_between_rooms())) == []
    assert _circle(MAY_IMPORT) == [], "the table itself lets rooms import in a circle"


def test_no_two_rooms_import_each_other() -> None:
    between = _between_rooms()
    assert sorted((one, of) for one, of in between if one < of and (of, one) in between) == []


def test_circles_are_found() -> None:
    assert _circle({"a": {"b"}, "b": {"c"}, "c": set()}) == []
    assert set(_circle({"a": {"b"}, "b": {"c"}, "c": {"a"}})) == {"a", "b", "c"}


def test_functions_fit_on_a_screen() -> None:
    too_long = [
        f"{module}:{node.lineno}: {node.name} has {lines} lines"
        for module in MODULES
        for node in nodes_of(module)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > MAX_FUNCTION
    ]
    assert too_long == []


def _undocumented(body: Iterable[ast.stmt], owner: str = "") -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if not ast.get_docstring(node):
                yield f"{owner}{node.name}"
            if isinstance(node, ast.ClassDef):
                yield from _undocumented(node.body, f"{node.name}.")


def test_public_names_say_what_they_are() -> None:
    bare = []
    for module in MODULES:
        if room(module) in DOCUMENTED:
            tree = nodes_of(module)[0]
            assert isinstance(tree, ast.Module)
            bare += [f"{module}: {name}" for name in _undocumented(tree.body)]
    assert bare == []
