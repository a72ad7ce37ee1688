"""A disk that fails at one call, and a process that dies there."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from typing import Any

import pytest


class DiskError(OSError):
    pass


class Killed(BaseException):
    pass


class Disk:
    """Counts the calls that change the disk; fails number ``fatal``, and once dead every later one."""

    CALLS = ("mkdir", "rename", "replace", "unlink", "rmdir", "fsync", "chmod")

    def __init__(self, monkeypatch: pytest.MonkeyPatch, fatal: int, error: type[BaseException]) -> None:
        self.count, self.fatal, self.error = 0, fatal, error
        for name in self.CALLS:
            monkeypatch.setattr(os, name, self._counted(getattr(os, name), name))
        monkeypatch.setattr(io, "open", self._counted(io.open, "open"))

    def _counted(self, real: Callable[..., Any], name: str) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            if name == "open" and set(args[1] if len(args) > 1 else "r").isdisjoint("wxa"):
                return real(*args, **kwargs)
            self.count += 1
            dead = self.error is Killed and self.count > self.fatal
            if self.count == self.fatal or dead:
                if name == "fsync" and not dead:
                    self._tear(args[0])
                raise self.error("the disk is gone")
            return real(*args, **kwargs)

        return call

    @staticmethod
    def _tear(descriptor: int) -> None:
        """What was not flushed may be there in part only."""
        if os.fstat(descriptor).st_mode & 0o100000:
            os.truncate(descriptor, os.fstat(descriptor).st_size // 2)
