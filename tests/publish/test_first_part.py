"""What a preview makes before the reload asks for nothing that only later pages show."""

from __future__ import annotations

import pytest

from helpers.tiny import CORPUS
from site_gen.checks import corpus
from site_gen.corpus.disk import Tree
from site_gen.model.records import Site
from site_gen.pipeline import build, first_files, later_files


def test_phrases_without_a_term_are_looked_for_by_later_pages_only(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    find = corpus.undefined
    monkeypatch.setattr(corpus, "undefined", lambda *given: asked.append(1) or find(*given))
    tree = Tree(files={f"glossary/{path}": text.encode() for path, text in CORPUS.items()})
    assert build(tree, Site(), parts=first_files).files
    assert asked == []
    assert build(tree, Site(), parts=later_files).files
    assert asked == [1]
