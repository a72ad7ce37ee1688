"""The stage of a write to the corpus: how a change of many files is all or nothing, also when it is killed.

Every new text is staged in a folder of its own beside the corpus and flushed; then one rename of the journal
decides. Before that rename nothing has changed; after it the write is carried to its end, if need be by a
later command (``recover``). A write that the disk refuses half way is turned round by a second rename, and
carried back in the same manner.

A stage lies in the project, so a cloned repository or a pull request can bring one. It is therefore believed
only where this user's state folder, which no repository reaches, holds the token of the stage and the SHA-256
of its journal under the real path of the project; the journal in turn holds the SHA-256 of every staged text.
Any other stage is named and left alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from platformdirs import user_state_path

PREFIX = ".glossary-write"  # also the whole name of a stage of version 0.1, which nobody vouches for
FORTH, BACK = "journal.json", "back.json"  # which way to carry what is staged
_TOKEN = re.compile(r"[0-9a-f]{16}")


class DamagedError(Exception):
    """A stage of this machine cannot be carried out; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A leftover of a write: its folder, and whether this user on this machine made it for this project."""

    folder: Path
    origin: Literal["ours", "foreign"]


def stages(root: Path, corpus: Path) -> tuple[Stage, ...]:
    """What is left of writes in the folder ``corpus`` of the project ``root``, by name."""
    token = _Record(root).token()
    if corpus.is_symlink():  # what is left over elsewhere is none of ours
        return ()
    try:
        names = sorted(path.name for path in corpus.iterdir() if path.name.startswith(PREFIX))
    except OSError:
        return ()
    return tuple(
        Stage(folder=corpus / name, origin="ours" if token and name == f"{PREFIX}-{token}" else "foreign")
        for name in names
    )


def write(
    root: Path, corpus: Path, changes: Mapping[str, bytes | None], checked: Callable[[str], None]
) -> None:
    """Carry out ``changes`` (paths relative to ``root``; ``None`` removes a file), all or none.

    ``checked`` raises ``ValueError`` for a path that must not be written. Raises ``OSError`` when the disk
    refuses; every file is then as it was.
    """
    token = secrets.token_hex(8)
    stage = corpus / f"{PREFIX}-{token}"
    record = _Record(root)
    before = {
        path: (root / path).read_bytes() if (root / path).exists() else None for path in sorted(changes)
    }
    journal = json.dumps(
        [
            {"path": path, "old": _digest(before[path]), "new": _digest(changes[path])}
            for path in sorted(changes)
        ]
    ).encode()
    try:
        record.keep(token, journal)
        _fill(stage, journal, before, changes)
        _carry(root, stage, FORTH, checked, journal)
    except BaseException:
        if (stage / FORTH).exists():
            (stage / FORTH).rename(stage / BACK)
            _carry(root, stage, BACK, checked, journal)
        _clear(stage, record)
        raise
    with suppress(OSError):  # all is in place; what is left over is cleared by the next command
        _clear(stage, record)


def recover(root: Path, stage: Stage, checked: Callable[[str], None]) -> None:
    """Finish or undo the write that left ``stage``, which is ours.

    Raises ``DamagedError`` where the stage is not what its record in the state folder says, or where a path
    in it must not be written; nothing is then changed.
    """
    record = _Record(root)
    for way in (FORTH, BACK):
        journal = stage.folder / way
        if journal.is_symlink() or stage.folder.is_symlink():
            raise DamagedError(f"{journal.name} or its folder is a link")
        if journal.is_file():
            _carry(root, stage.folder, way, checked, record.journal(journal.read_bytes()))
    _clear(stage.folder, record)


def discard(stage: Stage) -> None:
    """Remove a stage without carrying out anything of it; of a link only the link."""
    if stage.folder.is_symlink() or not stage.folder.is_dir():
        stage.folder.unlink(missing_ok=True)
    else:
        shutil.rmtree(stage.folder)


class _Record:
    """What this user's state folder says of the one write that may be under way in a project."""

    def __init__(self, root: Path) -> None:
        home = os.path.realpath(root)
        name = hashlib.sha256(home.encode("utf-8", "surrogateescape")).hexdigest()
        self._path = user_state_path("support-glossary", appauthor=False) / "writes" / f"{name}.json"

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self._path.read_bytes())
            return {"token": str(found["token"]), "journal": str(found["journal"])}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def token(self) -> str:
        """The token of the stage that may be believed; empty where there is none."""
        token = self._read().get("token", "")
        return token if _TOKEN.fullmatch(token) else ""

    def journal(self, data: bytes) -> bytes:
        """``data`` again where it is the journal that was written. Raises ``DamagedError``."""
        if _digest(data) != self._read().get("journal"):
            raise DamagedError("its journal was changed since it was written")
        return data

    def keep(self, token: str, journal: bytes) -> None:
        if not self._path.parent.is_dir():
            self._path.parent.mkdir(parents=True, exist_ok=True)
        part = self._path.with_suffix(f".{token}")
        try:
            write_through(part, json.dumps({"token": token, "journal": _digest(journal)}).encode())
        except OSError as error:
            raise at(error, self._path) from None
        part.replace(self._path)
        flush_folder(self._path.parent)

    def drop(self) -> None:
        self._path.unlink(missing_ok=True)


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()


def _fill(
    stage: Path, journal: bytes, before: Mapping[str, bytes | None], after: Mapping[str, bytes | None]
) -> None:
    """New texts as ``new-N``, old ones as ``old-N``; the journal comes last, in one rename."""
    stage.mkdir()
    for number, path in enumerate(sorted(after)):
        for name, content in (("old", before[path]), ("new", after[path])):
            if content is not None:
                try:
                    write_through(stage / f"{name}-{number}", content)
                except OSError as error:
                    raise at(error, path) from None
    write_through(stage / "journal.part", journal)
    (stage / "journal.part").rename(stage / FORTH)
    flush_folder(stage)


def _carry(root: Path, stage: Path, way: str, checked: Callable[[str], None], journal: bytes) -> None:
    """Put the staged texts of one side in place; what an earlier try has done is not done again."""
    side = "new" if way == FORTH else "old"
    steps: list[dict[str, Any]] = json.loads(journal)
    for number, step in enumerate(steps):
        _refuse_odd(stage / f"{side}-{number}", step, side, checked)
    for number, step in enumerate(steps):
        target, staged = root / step["path"], stage / f"{side}-{number}"
        if step[side] is None:
            target.unlink(missing_ok=True)
        elif staged.exists():  # else it stands in its place already
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists():
                shutil.copymode(target, staged)
            staged.replace(target)
    for folder in {(root / step["path"]).parent for step in steps}:
        flush_folder(folder)


def _refuse_odd(staged: Path, step: Mapping[str, Any], side: str, checked: Callable[[str], None]) -> None:
    try:
        checked(step["path"])
    except ValueError as error:
        raise DamagedError(str(error)) from None
    if staged.is_symlink() or (staged.exists() and _digest(staged.read_bytes()) != step[side]):
        raise DamagedError(f"{staged.name} was changed since it was written")


def _clear(stage: Path, record: _Record) -> None:
    """Remove the stage, the journals first: without one, what is left of it means nothing."""
    for name in (FORTH, BACK):
        (stage / name).unlink(missing_ok=True)
    shutil.rmtree(stage, ignore_errors=True)
    if not stage.exists():  # else the next command has to know it for ours
        record.drop()


def at(error: OSError, path: str | Path) -> OSError:
    """The error with the file that it is about for a person, not the one beside it that was being written."""
    if error.errno is None:
        return error
    return OSError(error.errno, error.strerror, os.fspath(path))


def write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Have the disk keep the names in ``folder``; does nothing where the system opens no folders."""
    if os.name == "nt" or not folder.is_dir():
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
