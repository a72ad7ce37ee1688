"""The corpus on disk, and the only module that touches it.

A write is all or nothing, also when the process is killed: every new text is staged and flushed first, then
one rename of the journal decides. Before that rename nothing has changed; after it the write is carried to
its end, if need be by the next command (``recover``). A write that the disk refuses half way is turned round
by a second rename, and carried back in the same manner.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from site_gen.problem import Problem, SavedSinceError
from site_gen.yamltext import MAX_BYTES

try:
    import fcntl
except ImportError:  # Windows: nothing keeps two writing commands apart there
    fcntl = None  # type: ignore[assignment]

CORPUS = "glossary"
_STAGE = ".glossary-write"
_FORTH, _BACK = "journal.json", "back.json"  # which way to carry what is staged


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The files of glossary/ by path relative to the root, and what could not be read."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()


def read_tree(root: Path) -> Tree:
    """Every file below ``root``/glossary; hidden files and folders are left out.

    YAML files are read up to one byte over the limit, so that a huge file costs no memory. Links that lead
    out of the root, linked folders and what cannot be read become problems.
    """
    home, corpus = root.resolve(), root / CORPUS
    if corpus.is_symlink() and not corpus.resolve().is_relative_to(home):
        return Tree(files={}, problems=(_leads_out(CORPUS),))
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    folders = [(CORPUS, os.fspath(corpus))]
    for name, folder in folders:
        try:
            entries = _visible(folder)
        except OSError as error:
            problems.append(_refused(name, error))
            continue
        folders += ((f"{name}/{entry.name}", entry.path) for entry in entries if _is_folder(entry))
        for entry in entries:
            if not _is_folder(entry):
                found = _read(entry, f"{name}/{entry.name}", home)
                if isinstance(found, Problem):
                    problems.append(found)
                else:
                    files[f"{name}/{entry.name}"] = found
    return Tree(files=files, problems=tuple(problems))


def _visible(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        shown = [
            entry for entry in entries if not entry.name.startswith(".") and not entry.name.endswith("~")
        ]
    return sorted(shown, key=lambda entry: entry.name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _read(entry: os.DirEntry[str], name: str, home: Path) -> bytes | Problem:
    if entry.is_symlink() and not Path(entry).resolve().is_relative_to(home):
        return _leads_out(name)
    if not entry.is_file():  # a linked folder, a link to nothing, a pipe that would be waited for
        return _unreadable(name, "no ordinary file", "put the file itself here")
    try:
        with open(entry.path, "rb") as file:  # noqa: PTH123 # a Path for each file takes longer than reading
            return file.read(MAX_BYTES + 1 if name.endswith(".yaml") else -1)
    except OSError as error:
        return _refused(name, error)


def _leads_out(name: str) -> Problem:
    return _unreadable(name, "a link that leads out of the project", "put the file itself here")


def _refused(name: str, error: OSError) -> Problem:
    return _unreadable(name, f"cannot be read: {error.strerror}", "check its permissions")


def _unreadable(path: str, message: str, hint: str) -> Problem:
    return Problem(path=path, line=1, code="unreadable", message=message, hint=hint)


def write_tree(
    root: Path, changes: Mapping[str, bytes | None], *, read: Mapping[str, bytes] | None = None
) -> None:
    """Write all ``changes`` or none; ``None`` removes a file.

    ``read`` holds the files that the changes were made from. Raises ``SavedSinceError`` where somebody has
    saved one of those to be written since, ``OSError`` when the disk refuses (the corpus is then as it was)
    and ``ValueError`` for a path that is not below glossary/, or hidden there.
    """
    for path in changes:
        _refuse_outside(root, path)
    with _locked(root):
        _recover(root)
        if read is not None:
            _refuse_saved_since(root, changes, read)
        changes = {path: data for path, data in changes.items() if _differs(root / path, data)}
        if changes:
            _write(root, root / CORPUS / _STAGE, changes)


def _write(root: Path, stage: Path, changes: Mapping[str, bytes | None]) -> None:
    try:
        _stage(root, stage, changes)
        _carry(root, stage, _FORTH)
    except BaseException:
        if (stage / _FORTH).exists():
            (stage / _FORTH).rename(stage / _BACK)
            _carry(root, stage, _BACK)
        _clear(stage)
        raise
    with suppress(OSError):  # all is in place; what is left over is cleared by the next command
        _clear(stage)


def recover(root: Path) -> bool:
    """Finish or undo a write that was cut off; True where there was one."""
    with _locked(root):
        return _recover(root)


def _recover(root: Path) -> bool:
    stage = root / CORPUS / _STAGE
    if not stage.is_dir():
        return False
    for way in (_FORTH, _BACK):
        if (stage / way).is_file():
            _carry(root, stage, way)
    _clear(stage)
    return True


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    """Waits for another command that is writing right now, so that nobody takes its stage for a leftover."""
    if fcntl is None or not (root / CORPUS).is_dir():
        yield
        return
    folder = os.open(root / CORPUS, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _refuse_outside(root: Path, path: str) -> None:
    parts = PurePosixPath(path).parts
    hidden = any(part.startswith(".") for part in parts)
    if len(parts) < 2 or hidden or not (root / path).resolve().is_relative_to((root / CORPUS).resolve()):
        raise ValueError(f"{path} is no place for a file of the corpus, which is below {CORPUS}/")


def _refuse_saved_since(root: Path, paths: Iterable[str], read: Mapping[str, bytes]) -> None:
    """A change made from an old text would silently undo what somebody saved meanwhile."""
    saved = [path for path in sorted(paths) if _differs(root / path, read.get(path))]
    if saved:
        others = f" and {len(saved) - 1} more" if len(saved) > 1 else ""
        raise SavedSinceError(
            f"{saved[0]}{others}: saved by somebody else while this command ran; nothing was written; "
            "run it again"
        )


def _differs(path: Path, data: bytes | None) -> bool:
    if not path.exists():
        return data is not None
    return data is None or path.read_bytes() != data


def _stage(root: Path, stage: Path, changes: Mapping[str, bytes | None]) -> None:
    """New texts as ``new-N``, old ones as ``old-N``; the journal comes last, in one rename."""
    stage.mkdir()
    journal = []
    for number, (path, data) in enumerate(sorted(changes.items())):
        target = root / path
        journal.append({"path": path, "old": target.exists(), "new": data is not None})
        for name, content in (("old", target.read_bytes() if target.exists() else None), ("new", data)):
            if content is not None:
                _write_through(stage / f"{name}-{number}", content)
    _write_through(stage / "journal.part", json.dumps(journal).encode())
    (stage / "journal.part").rename(stage / _FORTH)
    _flush_folder(stage)


def _carry(root: Path, stage: Path, way: str) -> None:
    """Put the staged texts of one side in place; what an earlier try has done is not done again."""
    side = "new" if way == _FORTH else "old"
    steps: list[dict[str, Any]] = json.loads((stage / way).read_text(encoding="utf-8"))
    for number, step in enumerate(steps):
        target, staged = root / step["path"], stage / f"{side}-{number}"
        if not step[side]:
            target.unlink(missing_ok=True)
        elif staged.exists():  # else it stands in its place already
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists():
                shutil.copymode(target, staged)
            staged.replace(target)
    for folder in {(root / step["path"]).parent for step in steps}:
        _flush_folder(folder)


def _clear(stage: Path) -> None:
    """Remove the stage, the journals first: without one, what is left of it means nothing."""
    for name in (_FORTH, _BACK):
        (stage / name).unlink(missing_ok=True)
    shutil.rmtree(stage, ignore_errors=True)


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name == "nt" or not folder.is_dir():  # Windows opens no folders
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
