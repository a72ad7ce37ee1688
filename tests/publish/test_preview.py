"""A preview keeps what did not change; docs folder and site are those of a whole build, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.preview import EDITS, rounds


@pytest.mark.slow  # a whole site after each edit
def test_after_any_edit_a_preview_is_a_whole_build(tmp_path: Path) -> None:
    rounds(tmp_path, len(EDITS), seed=1)
