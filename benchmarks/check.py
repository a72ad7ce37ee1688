"""How long an editor waits for `glossary check`, its start included.

    python benchmarks/check.py                 # the corpus of this project, and 10,000 made-up terms
    python benchmarks/check.py --sizes 2000 --json

Seconds are of the processor, the best of some runs: the command computes on one core, and a shared machine
disturbs the clock. The made-up corpus is that of build.py.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from build import ROOT, write_corpus

LIMITS = {"shipped": 1.0, "10000": 10.0}  # seconds wanted


def seconds(root: Path, runs: int) -> float:
    """Of the best of some runs, beginning with the start of the process."""
    spent = []
    for _ in range(runs):
        before = os.times()
        done = subprocess.run(
            [sys.executable, "-m", "site_gen", "--root", str(root), "check"],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        after = os.times()
        if done.returncode not in (0, 1) or b"Traceback" in done.stderr:
            sys.exit(done.stderr.decode())
        spent.append(
            after.children_user + after.children_system - before.children_user - before.children_system
        )
    return min(spent)


def measure(sizes: list[int]) -> dict[str, float]:
    found = {"shipped": seconds(ROOT, 5)}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            write_corpus(Path(folder), size)
            found[str(size)] = seconds(Path(folder), 2)
    return found


def report(found: dict[str, Any]) -> str:
    rows = (
        f"{name:>8} {spent:8.2f} s" + (f", at most {LIMITS[name]:g} wanted" if name in LIMITS else "")
        for name, spent in found.items()
    )
    return "\n".join(("   terms", *rows))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000], help="numbers of made-up terms")
    parser.add_argument("--json", action="store_true", help="print figures as JSON")
    options = parser.parse_args()
    found = measure(options.sizes)
    print(json.dumps(found) if options.json else report(found))


if __name__ == "__main__":
    main()
