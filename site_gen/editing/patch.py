"""Changes of files as a unified diff that ``git apply`` takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import unified_diff

_NO_END = "\\ No newline at end of file\n"


def unified(
    files: Mapping[str, bytes], changes: Mapping[str, bytes | None], renamed: Mapping[str, str]
) -> str:
    """The diff of all changes by path; ``renamed`` leads from the path of a file that goes to its new one."""
    came_from = {new: old for old, new in renamed.items() if new != old and new not in files}
    return "".join(
        line
        for path in sorted(changes)
        if path not in came_from.values()
        for line in _file(came_from.get(path, path), path, files, changes[path])
    )


def _file(old: str, new: str, files: Mapping[str, bytes], now: bytes | None) -> Iterator[str]:
    before = files.get(old)
    yield f"diff --git a/{old} b/{new}\n"
    if old != new:
        yield f"rename from {old}\nrename to {new}\n"
    elif before is None:
        yield "new file mode 100644\n"
    elif now is None:
        yield "deleted file mode 100644\n"
    yield from _ended(
        unified_diff(
            _lines(before),
            _lines(now),
            "/dev/null" if before is None else f"a/{old}",
            "/dev/null" if now is None else f"b/{new}",
        )
    )


def _lines(data: bytes | None) -> list[str]:
    """Lines end at line feeds only: what else ends a line for Python is a part of it for git."""
    text = (data or b"").decode(errors="replace")
    return [line for line in re.split(r"(?<=\n)", text) if line]


def _ended(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n{_NO_END}"
