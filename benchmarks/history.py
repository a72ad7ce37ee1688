"""How long the history of a corpus takes to tell: from nothing, from what was kept, and with one commit more.

    python benchmarks/history.py                    # 1,000 commits on the corpus as it stands
    python benchmarks/history.py --commits 5000

The commits are made up, one to three terms each, half of them another definition. Times are processor seconds of
this process and of git.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from site_gen.history import log

ROOT = Path(__file__).resolve().parent.parent
SEED = 20
DEFINITION = "definition: >-\n  "


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--commits", type=int, default=1000)
    commits: int = parser.parse_args().commits
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
        terms = {path.name: path.read_text("utf-8") for path in (ROOT / "glossary" / "terms").glob("*.yaml")}
        steps = list(_steps(terms, commits + 1))
        _import(root, steps[:-1])
        told = log.read_history(root)
        (root / log.KEPT).unlink()
        print(f"{commits} commits, {len(told.changes)} changes told")
        print(f"from nothing     {_seconds(lambda: log.read_history(root)):.2f} s")
        print(f"as it was kept   {_seconds(lambda: log.read_history(root)):.2f} s")
        _import(root, steps[-1:], number=commits)
        print(f"one commit more  {_seconds(lambda: log.read_history(root)):.2f} s")


def _steps(terms: Mapping[str, str], commits: int) -> Iterator[Mapping[str, str]]:
    """The files of each commit; the first has them all."""
    dice, state = random.Random(SEED), dict(terms)
    yield dict(state)
    for number in range(1, commits):
        names = dice.sample(sorted(state), dice.randint(1, 3))
        for name in names:
            if dice.random() < 0.5:
                state[name] = state[name].replace(DEFINITION, f"{DEFINITION}W{number} ", 1)
            else:
                state[name] += f"# {number}\n"
        yield {name: state[name] for name in names}


def _import(root: Path, steps: list[Mapping[str, str]], number: int = 0) -> None:
    """https://git-scm.com/docs/git-fast-import"""
    parts: list[bytes] = []
    for at, files in enumerate(steps, number):
        parts.append(
            b"commit refs/heads/main\ncommitter A <a@example.org> %d +0000\n" % (1_600_000_000 + at * 9000)
        )
        parts.append(b"data 1\nx\n" + (b"from refs/heads/main^0\n" if at and at == number else b""))
        for name, text in files.items():
            data = text.encode()
            parts.append(b"M 100644 inline glossary/terms/%s\n" % name.encode())
            parts.append(b"data %d\n%s\n" % (len(data), data))
    subprocess.run(["git", "-C", str(root), "fast-import", "--quiet"], input=b"".join(parts), check=True)


def _seconds(run: Callable[[], object]) -> float:
    before = _spent()
    run()
    return _spent() - before


def _spent() -> float:
    """Of this process and of those it waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


if __name__ == "__main__":
    main()
