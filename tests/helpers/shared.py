"""What takes long to make and is only read: made once in a run, by whichever worker process comes first."""

from __future__ import annotations

import fcntl
import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

T = TypeVar("T")


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """The folder ``name`` that ``make`` fills; the other workers of the run wait for it and take the same."""
    own = factory.getbasetemp()
    run = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, done = run / name, run / f"{name}.done"
    with (run / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)  # of a worker in which it failed
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


def value_made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[], T]) -> T:
    """The value that ``make`` gives, for the other workers as well."""
    folder = made_once(factory, name, lambda folder: _keep(folder / "value", make()))
    value: T = pickle.loads((folder / "value").read_bytes())
    return value


def _keep(file: Path, value: object) -> None:
    file.write_bytes(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
