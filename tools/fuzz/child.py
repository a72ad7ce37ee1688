"""The process that tries inputs, one after the other, and says of each when it begins and how it ended.

Bounds are set from inside, where no input can get past them: memory, and the processor time of one input, by
a signal that ends the process also in the middle of a library.
"""

from __future__ import annotations

import json
import random
import resource
import signal
import sys
import tempfile
import traceback
from pathlib import Path

from tries import TRIES, FoundError

MEMORY = 1_500_000_000  # bytes of address space, libraries included


def main() -> None:
    seed, first, last, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    for number in range(first, last):
        rng = random.Random(f"{seed}:{number}")
        name = sorted(TRIES)[number % len(TRIES)]
        _say(number=number, name=name)
        signal.setitimer(signal.ITIMER_PROF, seconds)
        with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
            wrong = ""
            try:
                outcome = TRIES[name](Path(folder), rng)
            except FoundError as finding:
                outcome, wrong = "wrong", str(finding)
            except BaseException:  # a traceback is what this is for
                outcome, wrong = "wrong", traceback.format_exc(limit=-12)
        signal.setitimer(signal.ITIMER_PROF, 0)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        _say(number=number, name=name, outcome=outcome, wrong=wrong[-3000:], peak=peak)


def _say(**values: object) -> None:
    sys.__stdout__.write(json.dumps(values) + "\n")  # type: ignore[union-attr]
    sys.__stdout__.flush()  # type: ignore[union-attr]


if __name__ == "__main__":
    main()
