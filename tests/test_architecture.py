"""Who may import what, and how large a piece of code may grow: read from the syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "site_gen"
MODULES = {
    path.relative_to(PACKAGE.parent).with_suffix("").as_posix().replace("/", "."): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
MAX_MODULE = 250  # lines
MAX_FUNCTION = 40

# The rim: the only modules that touch a disk, a terminal or a framework, and which of them.
ADAPTERS = {
    "site_gen.tree": {"disk"},
    "site_gen.stage": {"disk"},
    "site_gen.output": {"disk"},
    "site_gen.generate": {"disk"},
    "site_gen.cli_diff": {"disk", "click"},
    "site_gen.cli_health": {"disk", "click"},
    "site_gen.git": {"disk"},
    "site_gen.revision": {"disk"},
    "site_gen.history": {"disk"},
    "site_gen.copies": {"disk"},
    "site_gen.settings": {"disk", "mkdocs"},
    "site_gen.plugin": {"disk", "mkdocs"},
    "site_gen.cli": {"disk", "click", "mkdocs"},
    "site_gen.cli_check": {"disk", "click"},
    "site_gen.cli_schema": {"disk", "click"},
    "site_gen.cli_asker": {"click"},
    "site_gen.cli_corpus": {"disk", "click"},
    "site_gen.cli_export": {"disk", "click"},
    "site_gen.cli_host": {"disk", "click"},
    "site_gen.cli_import": {"disk", "click"},
    "site_gen.cli_init": {"disk", "click"},
    "site_gen.cli_new": {"disk", "click"},
    "site_gen.cli_reading": {"disk", "click"},
    "site_gen.cli_recover": {"disk", "click"},
    "site_gen.cli_rename": {"disk", "click"},
    "site_gen.cli_set": {"disk", "click"},
    "site_gen.cli_writing": {"disk", "click"},
    "site_gen.cli_site": {"disk", "click"},
    "site_gen.cli_sheet": {"disk", "click"},
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
IO_OF_MEMORY = {"BytesIO", "StringIO"}
PURE_NAMES = {"PurePath", "PurePosixPath", "PureWindowsPath"}  # a path as a value touches nothing
FORBIDDEN_CALLS = {"open", "print", "input", "exec", "eval", "__import__"}
# model.py is what every other program that reads the glossary starts from.
STANDARD_LIBRARY_ONLY = {"site_gen.model", "site_gen.problem"}


def _tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def _imports(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """(module, name) of each import wherever it stands; "" for the module itself."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name their package"
            yield from ((node.module or "", alias.name) for alias in node.names)


def _kinds(module: str, name: str) -> set[str]:
    if module == "pathlib" and name in PURE_NAMES:
        return set()
    return {kind for bad, kind in FORBIDDEN.items() if module == bad or module.startswith(f"{bad}.")}


def test_every_adapter_is_there() -> None:
    assert set(ADAPTERS) <= set(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_only_the_rim_touches_the_world(module: str) -> None:
    allowed = ADAPTERS.get(module, set())
    wrong = {f"{bad}.{name}" for bad, name in _imports(_tree(module)) if not _kinds(bad, name) <= allowed}
    assert not wrong


@pytest.mark.parametrize("module", sorted(ADAPTERS))
def test_no_more_is_allowed_than_is_used(module: str) -> None:
    assert {kind for bad, name in _imports(_tree(module)) for kind in _kinds(bad, name)} == ADAPTERS[module]


@pytest.mark.parametrize("module", sorted(set(MODULES) - set(ADAPTERS)))
def test_the_core_uses_io_for_memory_only(module: str) -> None:
    used = {
        node.attr
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "io"
    }
    assert used <= IO_OF_MEMORY
    assert not [name for imported, name in _imports(_tree(module)) if imported == "io" and name]


@pytest.mark.parametrize("module", MODULES)
def test_nothing_prints_and_only_who_may_touch_the_disk_opens(module: str) -> None:
    allowed = {"open"} if "disk" in ADAPTERS.get(module, ()) else set()
    called = {
        node.func.id
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not called & FORBIDDEN_CALLS - allowed


def _of_ours(module: str, name: str) -> str:
    """The module of ours that an import names; "" for any other."""
    for candidate in (f"{module}.{name}", module):
        if candidate in MODULES:
            return candidate
    return "site_gen" if module == "site_gen" else ""


@pytest.mark.parametrize("module", sorted(set(MODULES) - set(ADAPTERS)))
def test_the_core_does_not_import_the_rim(module: str) -> None:
    # A value that the rim returns is no rim: the pipeline takes what tree.py has read.
    wrong = {
        _of_ours(imported, name)
        for imported, name in _imports(_tree(module))
        if _of_ours(imported, name) in ADAPTERS and name != "Tree"
    }
    assert not wrong


@pytest.mark.parametrize("module", sorted(STANDARD_LIBRARY_ONLY))
def test_records_need_the_standard_library_only(module: str) -> None:
    assert {
        imported for imported, _ in _imports(_tree(module)) if imported.split(".")[0] in THIRD_PARTY
    } == set()
    assert {imported for imported, _ in _imports(_tree(module)) if imported.startswith("site_gen")} == set()


THIRD_PARTY = {
    "yaml",
    "jinja2",
    "markupsafe",
    "markdown_it",
    "rapidfuzz",
    "click",
    "mkdocs",
    "docutils",
    "openpyxl",
    "genanki",
}


def test_modules_form_no_circle() -> None:
    from graphlib import TopologicalSorter

    TopologicalSorter(
        {
            module: {of for imported, name in _imports(_tree(module)) if (of := _of_ours(imported, name))}
            - {module}
            for module in MODULES
            if MODULES[module].name != "__init__.py"
        }
    ).prepare()


@pytest.mark.parametrize("module", MODULES)
def test_modules_fit_in_the_head(module: str) -> None:
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= MAX_MODULE


@pytest.mark.parametrize("module", MODULES)
def test_functions_fit_on_a_screen(module: str) -> None:
    too_long = {
        node.name: lines
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > MAX_FUNCTION
    }
    assert not too_long
