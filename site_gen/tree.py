"""The corpus on disk, and the only module that touches it.

A write is all or nothing, also when the process is killed: every new text is staged and flushed first, then
one rename of the journal decides. Before that rename nothing has changed; after it the write is carried to
its end, if need be by the next command (``recover``).
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from site_gen.problem import Problem
from site_gen.yamltext import MAX_BYTES

CORPUS = "glossary"
_STAGE = ".glossary-write"
_JOURNAL = "journal.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The files of glossary/ by path relative to the root, and what could not be read."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()


def read_tree(root: Path) -> Tree:
    """Every file below ``root``/glossary; hidden files and folders are left out.

    YAML files are read up to one byte over the limit, so that a huge file costs no memory. Links that lead
    out of the root and unreadable files become problems.
    """
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in _walk(root / CORPUS):
        name = path.relative_to(root).as_posix()
        try:
            if not path.resolve().is_relative_to(root.resolve()):
                problems.append(
                    _unreadable(name, "a link that leads out of the project", "put the file itself here")
                )
                continue
            with path.open("rb") as file:
                files[name] = file.read(MAX_BYTES + 1) if path.suffix == ".yaml" else file.read()
        except OSError as error:
            problems.append(_unreadable(name, f"cannot be read: {error.strerror}", "check its permissions"))
    return Tree(files=files, problems=tuple(problems))


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and not name.endswith("~"):
                yield Path(place, name)


def _unreadable(path: str, message: str, hint: str) -> Problem:
    return Problem(path=path, line=1, code="unreadable", message=message, hint=hint)


def write_tree(root: Path, changes: Mapping[str, bytes | None]) -> None:
    """Write all ``changes`` or none; ``None`` removes a file.

    Raises ``OSError`` when the disk refuses (the corpus is then as it was) and ``ValueError`` for a path
    that is not below glossary/.
    """
    changes = {path: data for path, data in changes.items() if _differs(root / _inside(root, path), data)}
    if not changes:
        return
    recover(root)
    stage = root / CORPUS / _STAGE
    try:
        _stage(root, stage, changes)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    try:
        _carry_out(root, stage)
    except BaseException:
        _roll_back(root, stage)
        raise
    shutil.rmtree(stage, ignore_errors=True)


def recover(root: Path) -> bool:
    """Finish or undo a write that was cut off; True where there was one."""
    stage = root / CORPUS / _STAGE
    if not stage.is_dir():
        return False
    if (stage / _JOURNAL).is_file():
        _carry_out(root, stage)
    shutil.rmtree(stage)
    return True


def _inside(root: Path, path: str) -> str:
    target = (root / path).resolve()
    if not target.is_relative_to((root / CORPUS).resolve()):
        raise ValueError(f"{path} is not below {CORPUS}/")
    return path


def _differs(path: Path, data: bytes | None) -> bool:
    if not path.exists():
        return data is not None
    return data is None or path.read_bytes() != data


def _stage(root: Path, stage: Path, changes: Mapping[str, bytes | None]) -> None:
    """New texts as ``new-N``, old ones as ``old-N``; the journal comes last, in one rename."""
    stage.mkdir()
    journal = []
    for number, (path, data) in enumerate(sorted(changes.items())):
        if (root / path).exists():
            _write_through(stage / f"old-{number}", (root / path).read_bytes())
        if data is not None:
            _write_through(stage / f"new-{number}", data)
        journal.append({"path": path, "remove": data is None})
    _write_through(stage / "journal.part", json.dumps(journal).encode())
    (stage / "journal.part").rename(stage / _JOURNAL)
    _flush_folder(stage)


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _carry_out(root: Path, stage: Path) -> None:
    for number, step in enumerate(json.loads((stage / _JOURNAL).read_text())):
        target, new = root / step["path"], stage / f"new-{number}"
        if step["remove"]:
            target.unlink(missing_ok=True)
        elif new.exists():  # gone when this step was done before the cut
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists():
                shutil.copymode(target, new)
            new.replace(target)


def _roll_back(root: Path, stage: Path) -> None:
    for number, step in enumerate(json.loads((stage / _JOURNAL).read_text())):
        target, old = root / step["path"], stage / f"old-{number}"
        if old.exists():
            old.replace(target)
        else:
            target.unlink(missing_ok=True)
    shutil.rmtree(stage, ignore_errors=True)
