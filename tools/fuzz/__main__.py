"""Fuzzing of all that reads what strangers wrote: `make fuzz`, `make fuzz MINUTES=5`.

Inputs are told by a seed and a number. They are tried in child processes, each under a limit of memory and of
time: a wall clock here (an input that is over it is tried once more by itself, since a busy machine is no
hang), and the processor time that it took, in the child. What is found is printed with the command that tries
it again.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SECONDS = 10.0  # for one input
SLOW = 3.0  # seconds from which an input is told, though it is no finding
BATCH = 300  # inputs of one child, so that no leak adds up


@dataclass(slots=True)
class Seen:
    """What a run has come to."""

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    found: list[tuple[int, str, str]] = field(default_factory=list)  # number, name, what
    slow: list[tuple[float, int, str]] = field(default_factory=list)
    peak: int = 0

    @property
    def inputs(self) -> int:
        return sum(self.outcomes.values())


class Child:
    """A child process whose lines come through a queue, so that waiting for one has an end."""

    def __init__(self, seed: str, first: int, last: int, cpu: float) -> None:
        command = [sys.executable, str(HERE / "child.py"), seed, str(first), str(last), str(cpu)]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=_environment()
        )
        self.lines: queue.Queue[str | None] = queue.Queue()
        self.said: list[str] = []
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._listen, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self.lines.put(line)
        self.lines.put(None)

    def _listen(self) -> None:
        self.said = list(self.process.stderr or ())[-20:]

    def next(self, seconds: float) -> dict[str, Any] | None:
        """The next thing that it says, None where it has ended. Raises ``queue.Empty`` after the time."""
        line = self.lines.get(timeout=seconds)
        return None if line is None else json.loads(line)

    def end(self) -> int:
        self.process.kill()
        return self.process.wait()


def _environment() -> dict[str, str]:
    path = os.pathsep.join([str(ROOT), str(HERE), os.environ.get("PYTHONPATH", "")])
    return {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"}


def batch(seed: str, first: int, last: int, seen: Seen, deadline: float, wall: float = SECONDS) -> int:
    """Try inputs until the last, the deadline or the end of the child; returns the number to go on with."""
    child = Child(seed, first, last, SECONDS)
    number, name, began = first, "", 0.0
    try:
        while time.monotonic() < deadline:
            try:
                said = child.next(wall if name else 60)
            except queue.Empty:
                child.end()
                _again(seed, number, name, seen, wall)
                return number + 1
            if said is None:
                if name:
                    _ended(number, name, child, seen)
                    return number + 1
                return last if number + 1 >= last else number + 1
            if "outcome" not in said:
                number, name, began = said["number"], said["name"], time.monotonic()
                continue
            _took(said, time.monotonic() - began, seen)
            name = ""
            if number + 1 >= last:
                return last
        return number if name else number + 1
    finally:
        child.end()


def _took(said: dict[str, Any], seconds: float, seen: Seen) -> None:
    seen.outcomes[said["name"], said["outcome"]] += 1
    seen.peak = max(seen.peak, said["peak"])
    if said["wrong"]:
        seen.found.append((said["number"], said["name"], said["wrong"]))
    if seconds > SLOW:
        seen.slow.append((seconds, said["number"], said["name"]))


def _ended(number: int, name: str, child: Child, seen: Seen) -> None:
    code = child.process.wait()
    time.sleep(0.1)  # for the thread that reads what it said last
    said = "".join(child.said)[-1500:]
    what = (
        f"took more than {SECONDS:g} s of processor time"
        if code == -27
        else f"ended the process ({code})\n{said}"
    )
    seen.outcomes[name, "wrong"] += 1
    seen.found.append((number, name, what))


def _again(seed: str, number: int, name: str, seen: Seen, wall: float) -> None:
    """An input over the wall clock, once more by itself: only what is slow by its own fault is found."""
    if wall > SECONDS:
        seen.outcomes[name, "wrong"] += 1
        seen.found.append((number, name, f"still at it after {wall:g} s"))
        return
    batch(seed, number, number + 1, seen, time.monotonic() + 8 * SECONDS, wall=6 * SECONDS)


def report(seen: Seen, seed: str, minutes: float) -> None:
    print(f"{seen.inputs} inputs in {minutes:.1f} minutes, seed {seed}; peak {seen.peak / 1e6:.0f} MB")
    names = sorted({name for name, _ in seen.outcomes})
    for name in names:
        shown = ", ".join(
            f"{count} {what}" for (one, what), count in sorted(seen.outcomes.items()) if one == name
        )
        print(f"  {name}: {shown}")
    for seconds, number, name in sorted(seen.slow, reverse=True)[:10]:
        print(f"  slow: {seconds:.1f} s for input {number} ({name})")
    for number, name, what in seen.found:
        again = f"python tools/fuzz --seed {seed} --only {number}"
        print(f"\nFound by input {number} ({name}); again: {again}\n{what}")
    print(f"{len(seen.found)} found")


def main() -> int:
    arguments = argparse.ArgumentParser(
        description="Fuzz the loader, every importer and the writing commands."
    )
    arguments.add_argument("--minutes", type=float, default=60, help="how long (default: 60)")
    arguments.add_argument(
        "--inputs", type=int, help="how many at most (default: as many as come in the time)"
    )
    arguments.add_argument("--seed", default="", help="a word that tells the inputs; by chance otherwise")
    arguments.add_argument("--only", type=int, help="try one input again, by its number")
    given = arguments.parse_args()
    seed = given.seed or str(random.SystemRandom().randrange(10**6))
    began, seen = time.monotonic(), Seen()
    end = began + 60 * given.minutes
    number, last = (0, given.inputs or sys.maxsize) if given.only is None else (given.only, given.only + 1)
    while number < last and time.monotonic() < end:
        number = batch(seed, number, min(number + BATCH, last), seen, end)
    report(seen, seed, (time.monotonic() - began) / 60)
    return 1 if seen.found else 0


if __name__ == "__main__":
    sys.exit(main())
