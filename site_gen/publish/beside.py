"""Work for a second processor: a copy of this process makes some files while this one makes the others.

The copy begins with all that is in memory, so nothing has to be handed to it, and what it makes comes back
through a pipe, one file after another: the process itself can forget what they are made from. It is made on
Linux only: elsewhere there is none, or system libraries may break in it.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import BinaryIO, NoReturn

Make = Callable[[], Mapping[str, bytes]]


class Beside:
    """Files that are being made; without a copy they are made at once.

    Where the copy fails, perhaps for want of memory, ``again`` makes them when they are wanted.
    """

    def __init__(self, make: Make, again: Make) -> None:
        self._child, self._pipe = _copy(make) if can_share() else (0, None)
        self._made = make() if self._pipe is None else {}
        self._again = again

    def files(self) -> Iterator[tuple[str, bytes]]:
        """What was to be made, by path; waits for it. After a failure some come a second time."""
        yield from self._made.items()
        if self._pipe is None:
            return
        try:
            yield from _handed(self._pipe)
        except BaseException:  # also where nobody takes the next one
            self.end()
            raise
        self._pipe.close()
        if self._ended():
            yield from self._again().items()

    def end(self) -> None:
        """Nobody wants the files any more."""
        if self._pipe is not None:
            self._pipe.close()
            os.kill(self._child, signal.SIGKILL)
            self._ended()

    def _ended(self) -> int:
        _, status = os.waitpid(self._child, 0)
        self._child, self._pipe = 0, None
        return status


def can_share() -> bool:
    """Whether a copy of the process has a processor of its own, and no thread that it would lack."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _copy(make: Make) -> tuple[int, BinaryIO | None]:
    """The copy that makes the files, and where to read them from; none where the system allows no copy."""
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return 0, None
    if not child:
        os.close(reading)  # or it would wait for itself once nobody else reads
        _hand_over(make, writing)
    os.close(writing)
    return child, os.fdopen(reading, "rb")


def _hand_over(make: Make, writing: int) -> NoReturn:
    """Write the files into the pipe and end, whatever happens, without what programs do at their end."""
    status = 1
    try:
        with os.fdopen(writing, "wb") as pipe:
            for one in make().items():
                pickle.dump(one, pipe)
        status = 0
    finally:
        os._exit(status)


def _handed(pipe: BinaryIO) -> Iterable[tuple[str, bytes]]:
    """The files from the pipe, until it ends or a file in it is cut off."""
    while True:
        try:
            yield pickle.load(pipe)
        except (EOFError, pickle.UnpicklingError):
            return
