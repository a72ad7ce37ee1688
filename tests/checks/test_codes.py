"""The registry of problem codes: complete, with examples that do what they say, and the page made from it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

from helpers.broken import BROKEN, LOSING
from helpers.corpora import ROOT, agrees_with_golden, term_yaml, tree
from helpers.examples import SHOWN, files_of
from helpers.rows import each_row
from rooms import MODULES, nodes_of
from site_gen.checks.codes import CODES, EXCEPTABLE, Rule
from site_gen.checks.rules import CHECKS, OF_THE_SITE, Check, check, duplicates
from site_gen.checks.rules.editorial import EDITORIAL
from site_gen.corpus.load import load
from site_gen.doctor import finding as doctor
from site_gen.export.checks_md import checks_page
from site_gen.model.problem import Problem
from site_gen.model.records import Site

Takers = dict[str, set[int]]  # callable -> the positions at which it may take a code


@cache
def takers(module: str) -> tuple[tuple[str, int], ...]:
    """What is called with a ``code``: functions, and classes by their ``__init__`` or their fields."""
    return tuple(_takers(module))


def _takers(module: str) -> Iterator[tuple[str, int]]:
    for node in nodes_of(module):
        if isinstance(node, ast.FunctionDef) and node.name != "__init__":
            yield from _positions(node.name, [argument.arg for argument in node.args.args])
        elif isinstance(node, ast.ClassDef):
            fields = [item.target.id for item in node.body if isinstance(item, ast.AnnAssign)]
            yield from _positions(node.name, fields)
            for item in node.body:
                if isinstance(item, ast.FunctionDef) and item.name == "__init__":
                    yield from _positions(node.name, [argument.arg for argument in item.args.args])


def _positions(name: str, arguments: list[str]) -> Iterator[tuple[str, int]]:
    if "code" in arguments:
        yield name, arguments.index("code") - (arguments[0] == "self")


def codes_given(module: str, everywhere: Takers) -> Iterator[ast.expr]:
    """Every expression that a module hands on as a code, and every default."""
    here: Takers = {}
    for name, place in takers(module):
        here.setdefault(name, set()).add(place)
    for node in nodes_of(module):
        if isinstance(node, ast.FunctionDef):
            with_default = node.args.args[len(node.args.args) - len(node.args.defaults) :]
            yield from (d for a, d in zip(with_default, node.args.defaults, strict=True) if a.arg == "code")
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            yield from (keyword.value for keyword in node.keywords if keyword.arg == "code")
            for place in here.get(name, everywhere.get(name, set()) if not name.startswith("_") else set()):
                if len(node.args) > place and not any(
                    isinstance(a, ast.Starred) for a in node.args[: place + 1]
                ):
                    yield node.args[place]


def used_codes() -> set[str]:
    everywhere: Takers = {}
    modules = [module for module, path in MODULES.items() if "codes" not in path.parts]
    for module in modules:
        for name, place in takers(module):
            everywhere.setdefault(name, set()).add(place)
    found: set[str] = set()
    for module in modules:
        for given in codes_given(module, everywhere):
            if isinstance(given, ast.Constant):
                found.add(str(given.value))
            else:  # handed on: the name has to say that it is a code
                assert getattr(given, "id", getattr(given, "attr", "")) == "code", f"{module}:{given.lineno}"
    return found


def test_every_code_is_registered_and_every_registered_code_is_used() -> None:
    assert sorted(used_codes()) == sorted({*CODES, *doctor.CODES})  # those of a project beside the corpus


def test_codes_are_words_joined_by_hyphens() -> None:
    assert all(
        re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+|tab|image|redirect|deprecation|unreadable", code)
        for code in CODES
    )


ALL = (*CHECKS, *EDITORIAL)


def codes_of(example: str) -> set[str]:
    files = tree({"terms/other.yaml": term_yaml("Other"), **files_of(example)})
    rules = [rule for rule in ALL if rule is not duplicates.near]  # a pair raises it besides
    return {problem.code for problem in found(files, tuple(rules))}


def found(files: dict[str, bytes], rules: tuple[Check, ...] = ALL) -> tuple[Problem, ...]:
    """The problems on an internal site that writes American, with those of the rules that ask for the site."""
    loaded, site = load(files), Site(english="american")
    of_the_site = (problem for rule in OF_THE_SITE for problem in rule(loaded, site))
    return (*check(loaded, rules, site), *of_the_site)


@each_row("code, rule", SHOWN)
def test_wrong_examples_raise_their_code_only_and_right_ones_nothing(code: str, rule: Rule) -> None:
    assert codes_of(rule.wrong) == {code}
    assert codes_of(rule.right) == set()


def test_what_no_example_shows_is_tested_elsewhere() -> None:
    told = {
        code
        for code, rule in CODES.items()
        if rule.wrong.startswith("(") and not code.startswith(("import-", "sheet-"))
    }
    broken = {row.split()[1] for case in (*BROKEN, *LOSING) for row in case.expected.split(", ")}
    in_checks = (ROOT / "tests" / "checks" / "test_checks.py").read_text(encoding="utf-8")
    elsewhere = {  # test_disk.py, since it needs a disk; test_match.py; test_language.py; test_coverage.py
        "unreadable", "cut-off", "tracked-stage", "license-form", "stale-codeowners", "near-duplicate", "reading-grade", "long-sentence", "orphan-term", "undefined-term",
        "everyday-name", "adopted-name",  # the last: editing/test_left_behind.py
        "missed-line",  # test_missed.py, since no corpus holds it
        "readers-audience",  # cli/test_init.py, since it needs settings
        "page-place", "page-script",  # safety/test_pages.py, since they need settings
    }  # fmt: skip
    assert {code for code in told - broken - elsewhere if f"[{code}]" not in in_checks} == set()


def test_what_can_be_excepted_is_no_error_of_a_draft() -> None:
    assert {CODES[code].severity for code in EXCEPTABLE} == {"by status", "warning"}


@each_row("code", [code for code, _ in SHOWN if code in EXCEPTABLE])
def test_an_exception_silences_its_rule(code: str) -> None:
    files = files_of(CODES[code].wrong)
    raised = next(one for one in found(tree(files)) if one.code == code)
    path = raised.path.removeprefix("glossary/")
    excepted = {**files, path: f"{files[path].rstrip()}\nallow:\n  {code}: A reason.\n"}
    assert not {one.code for one in found(tree(excepted))} & {code, "unknown-exception"}


def test_the_page_is_made_from_the_registry(update_golden: bool) -> None:
    agrees_with_golden(ROOT / "docs" / "checks.md", checks_page(), update_golden)
