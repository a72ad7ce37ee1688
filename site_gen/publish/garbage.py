"""Python's search for garbage, put off while there can be none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_thrown_away() -> Iterator[None]:
    """The stages only make values that live to the end; looking for garbage takes a quarter of their time.

    What they made is not looked through afterwards either, until the next time (a preview builds again and
    again): https://docs.python.org/3/library/gc.html#gc.freeze
    """
    collecting = gc.isenabled()
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collecting:
            gc.enable()
