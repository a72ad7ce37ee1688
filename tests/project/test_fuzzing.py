"""A minute of the fuzzing that `make fuzz` does for an hour, over inputs that are the same every time."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from helpers.corpora import ROOT
from site_gen.sources.importing import FORMATS


@pytest.mark.slow
def test_a_minute_of_made_up_documents_finds_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "tools/fuzz", "--minutes", "1", "--seed", "test"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=400,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("\n0 found\n")
    inputs = re.match(r"(\d+) inputs", done.stdout)
    assert inputs and int(inputs[1]) >= 2 * (len(FORMATS) + 3), done.stdout
    for form in FORMATS:
        assert f"  import {form}: " in done.stdout
