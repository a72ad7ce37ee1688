"""The tuned halves of benchmarks/data/names, which somebody else wrote: nothing that was right gets lost."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from helpers.rows import each_row

PATH = Path(__file__).resolve().parents[2] / "benchmarks" / "names.py"


@pytest.fixture(scope="module")
def lists() -> ModuleType:
    spec = importlib.util.spec_from_file_location("names_benchmark", PATH)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@each_row("name", ["equal", "links", "slugs", "letters", "signs-links"])
def test_names_are_told_apart(lists: ModuleType, name: str) -> None:
    judged = [(row, *lists.EXACT[name](row)) for row in lists.rows(name)]
    assert [row for row, wanted, got in judged if wanted != got] == []


def test_an_abbreviation_is_the_expansion_in_its_text_and_no_other(lists: ModuleType) -> None:
    judged = [lists.abbreviations(row) for row in lists.rows("abbreviations")]
    assert judged.count(("different", "same")) == 0
    assert judged.count(("different", "ask")) <= 5
    assert judged.count(("same", "same")) >= 0.9 * sum(wanted == "same" for wanted, _ in judged)
