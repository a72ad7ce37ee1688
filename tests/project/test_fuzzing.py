"""The first inputs of the fuzzing that `make fuzz` does for an hour, a few of each kind, the same every time."""

from __future__ import annotations

import subprocess
import sys

import pytest

from helpers.corpora import ROOT
from site_gen.sources.importing import FORMATS

KINDS = len(FORMATS) + 3  # a reader each, the corpus, single values and the sheet
EACH = 3


@pytest.mark.slow
def test_some_made_up_documents_of_each_kind_find_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "tools/fuzz", "--inputs", str(EACH * KINDS), "--seed", "test"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=400,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("\n0 found\n")
    assert done.stdout.startswith(f"{EACH * KINDS} inputs"), done.stdout
    for form in FORMATS:
        assert f"  import {form}: " in done.stdout
