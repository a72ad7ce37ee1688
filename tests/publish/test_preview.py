"""A preview keeps what did not change; docs folder and site are those of a whole build, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.preview import EDITS, SETTINGS, Desk, as_if_built_whole, rounds


@pytest.mark.slow  # a whole site after each edit
def test_after_any_edit_a_preview_is_a_whole_build(tmp_path: Path) -> None:
    rounds(tmp_path, len(EDITS), seed=1)


def test_strict_mode_fails_after_every_save_until_the_page_is_mended(tmp_path: Path) -> None:
    """Other settings make all pages anew: what MkDocs warned of then, it has to warn of at the next save."""
    desk = Desk(tmp_path)
    desk.write("pages/own.md", "# Ours\n\n[nowhere](missing.md)\n")
    strict = SETTINGS.replace("strict: false", "strict: true\nnot_in_nav: '*.md'")
    (tmp_path / "mkdocs.yml").write_text(strict, encoding="utf-8")
    assert any("missing.md" in one for one in desk.save())
    desk.write("plain-words.yaml", "busy queue: An everyday phrase.\n")
    assert as_if_built_whole(desk) == ""
    assert any("missing.md" in one for one in desk.save())
    desk.write("pages/own.md", "# Ours\n")
    assert as_if_built_whole(desk) == ""


def test_a_page_taken_away_beside_a_broken_term_stays_as_it_was(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("terms/queue.yaml", "name: [\n")
    (tmp_path / "glossary" / "pages" / "own.md").unlink()
    assert as_if_built_whole(desk) == ""
    assert "Our page" in (tmp_path / "whole" / "own.html").read_text(encoding="utf-8")
