"""Work for a second processor: a copy of this process makes some files while this one makes the others.

The copy begins with all that is in memory, so nothing has to be handed to it, and what it makes comes back
through a pipe. It is made on Linux only: elsewhere there is none, or system libraries may break in it.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import NoReturn

Files = Mapping[str, bytes]


@contextmanager
def beside(make: Callable[[], Files]) -> Iterator[Callable[[], Files]]:
    """Begin to make files; what the block gets waits for them.

    Without a copy, and where it fails for whatever reason, they are made when they are waited for.
    """
    child, reading = _copy(make) if can_share() else (0, -1)
    if not child:
        yield make
        return
    waiting = True

    def made() -> Files:
        nonlocal waiting
        data = pipe.read()
        _, status = os.waitpid(child, 0)
        waiting = False
        files: Files = make() if status else pickle.loads(data)
        return files

    with os.fdopen(reading, "rb") as pipe:
        try:
            yield made
        finally:
            if waiting:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)


def can_share() -> bool:
    """Whether a copy of the process has a processor of its own, and no thread that it would lack."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _copy(make: Callable[[], Files]) -> tuple[int, int]:
    """The copy that makes the files, and where to read them from; 0 where the system allows no copy."""
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        child = 0
    else:
        if not child:
            os.close(reading)  # or it would wait for itself once nobody else reads
            _hand_over(make, writing)
    os.close(writing)
    return child, reading


def _hand_over(make: Callable[[], Files], writing: int) -> NoReturn:
    """Write the files into the pipe and end, whatever happens, without what programs do at their end."""
    status = 1
    try:
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(dict(make()), pipe)
        status = 0
    finally:
        os._exit(status)
