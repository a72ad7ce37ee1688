"""The files of a corpus while a command changes several of them, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from site_gen.corpus.yaml.edit import EditError
from site_gen.model.problem import RefusedError

_MARK = b"\xef\xbb\xbf"  # a byte order mark stays where it is


class Rewrite:
    """Texts by path. What is not changed stays as it is, byte for byte."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._before = files
        self._now: dict[str, bytes | None] = {}

    def edit(self, path: str, change: Callable[[str], str]) -> None:
        """Change one file, which is empty where it is not there yet. Raises ``RefusedError``."""
        data = self.read(path)
        mark = _MARK if data.startswith(_MARK) else b""
        try:
            self._now[path] = mark + change(data.decode("utf-8-sig")).encode()
        except EditError as error:
            raise RefusedError(
                f"{path}: cannot be changed by a command: {error}; change it by hand"
            ) from None

    def read(self, path: str) -> bytes:
        found = self._now.get(path, self._before.get(path))
        return found or b""

    def write(self, path: str, data: bytes) -> None:
        self._now[path] = data

    def remove(self, path: str) -> None:
        self._now[path] = None

    def move(self, old: str, new: str) -> None:
        self.write(new, self.read(old))
        self.remove(old)

    def changes(self) -> dict[str, bytes | None]:
        """What has to be written, None for what goes; nothing for a file that is as it was."""
        return {path: data for path, data in self._now.items() if data != self._before.get(path)}
