"""The corpus on disk; with ``stage``, which carries writes out, the only module that touches it."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from site_gen.corpus import stage
from site_gen.corpus.confine import first_link, is_below, is_in_view_of
from site_gen.corpus.layout import MAX_UPSTREAM, PAGES, UPSTREAM, is_passed_over
from site_gen.corpus.yaml.parse import MAX_BYTES
from site_gen.model.problem import Problem, SavedSinceError

try:
    import fcntl
except ImportError:  # Windows: nothing keeps two writing commands apart there
    fcntl = None  # type: ignore[assignment]

CORPUS = "glossary"
_PROJECT = re.compile(  # settings, and what commands of the tool write beside the corpus
    r"mkdocs\.yml|\.gitignore|\.gitlab-ci\.yml|schema/[\w-]+\.json"
    r"|\.github/(?:CODEOWNERS|workflows/[\w-]+\.ya?ml)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The files of glossary/ by path relative to the root, and what could not be read."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()


def read_tree(root: Path) -> Tree:
    """Every file below ``root``/glossary; hidden files and folders are left out.

    YAML files are read up to one byte over the limit, so that a huge file costs no memory. A corpus that is a
    link, links that lead out of it, linked folders and what cannot be read become problems.
    """
    corpus = root / CORPUS
    if corpus.is_symlink():
        return Tree(files={}, problems=tuple(linked_corpus(root)))
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
                found = _read(entry, f"{name}/{entry.name}", root)
                if isinstance(found, Problem):
                    problems.append(found)
                else:
                    files[f"{name}/{entry.name}"] = found
    return Tree(files=files, problems=tuple(problems))


def _visible(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        shown = [entry for entry in entries if not is_passed_over(entry.name)]
    return sorted(shown, key=lambda entry: entry.name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _read(entry: os.DirEntry[str], name: str, root: Path) -> bytes | Problem:
    if entry.is_symlink() and not is_in_view_of(entry.path, root / _home_of(name)):
        return _leads_out(name, _home_of(name))
    try:
        if not entry.is_file():  # a linked folder, a link to nothing, a pipe that would be waited for
            return _unreadable(name, "no ordinary file", "put the file itself here")
        with open(entry.path, "rb") as file:  # noqa: PTH123 # a Path for each file takes longer than reading
            return file.read(_most(name))
    except OSError as error:
        if error.errno == errno.ELOOP:
            return _unreadable(name, "a link that leads to itself", "put the file itself here")
        return _refused(name, error)


def _most(name: str) -> int:
    """How many bytes of a file are read: all of a page, and one over the limit of what is parsed."""
    if name == UPSTREAM:
        return MAX_UPSTREAM + 1
    return MAX_BYTES + 1 if name.endswith(".yaml") else -1


def _home_of(name: str) -> str:
    """Where a link may lead: what stands in pages/ is published as it is, so not to a term, say."""
    return PAGES if name.startswith(PAGES) else CORPUS


def linked_corpus(root: Path) -> Iterator[Problem]:
    """A problem where the whole corpus is a link, so that it stands where no command may write."""
    if (root / CORPUS).is_symlink():
        yield _unreadable(CORPUS, "a link, expected a folder", "put the folder itself here")


def _leads_out(name: str, home: str) -> Problem:
    return _unreadable(name, f"a link that leads out of {home.rstrip('/')}/", "put the file itself here")


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
    _write(root, changes, read, _refuse_outside)


def write_project(root: Path, changes: Mapping[str, bytes | None], *, read: Mapping[str, bytes]) -> None:
    """As ``write_tree``, for settings and other files beside the corpus that the tool itself has written."""
    _write(root, changes, read, _refuse_foreign)


def _write(
    root: Path,
    changes: Mapping[str, bytes | None],
    read: Mapping[str, bytes] | None,
    refuse: Callable[[Path, str], None],
) -> None:
    for path in changes:
        refuse(root, path)
    with _locked(root):
        _recover(root)
        if read is not None:
            _refuse_saved_since(root, changes, read)
        changes = {path: data for path, data in changes.items() if _differs(root / path, data)}
        if changes:
            stage.write(root, root / CORPUS, changes, partial(refuse, root))


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What became of the leftovers of earlier writes: whether one was completed or undone, and what stays."""

    whole_again: bool = False
    left: tuple[Problem, ...] = ()


def recover(root: Path, *, discard: bool = False) -> Recovered:
    """Finish or undo a write of this machine that was cut off; ``discard`` removes what cannot be recovered.

    A stage without this machine's token, or one that was changed since, is never carried out.
    """
    with _locked(root):
        found = _recover(root)
        if discard:
            for left in stage.stages(root, root / CORPUS):
                stage.discard(left)
        return found


def _recover(root: Path) -> Recovered:
    whole_again, left = False, []
    for one in stage.stages(root, root / CORPUS):
        if one.origin == "foreign":
            left.append(_left(one, "a stage that no command of yours on this machine has left here"))
            continue
        try:
            stage.recover(root, one, partial(_refuse_foreign, root))
            whole_again = True
        except stage.DamagedError as error:
            left.append(_left(one, f"a command was cut off here, and its stage is damaged: {error}"))
    return Recovered(whole_again=whole_again, left=tuple(left))


def cut_off(root: Path) -> tuple[Problem, ...]:
    """A problem for each write that was cut off and not recovered: the corpus may hold a half of it."""
    with _locked(root):
        found = stage.stages(root, root / CORPUS)
    return tuple(
        Problem(
            path=f"{CORPUS}/{one.folder.name}",
            line=0,
            code="cut-off",
            message="a command was cut off here",
            hint="run `glossary recover`",
        )
        for one in found
    )


def _left(one: stage.Stage, what: str) -> Problem:
    return Problem(
        path=f"{CORPUS}/{one.folder.name}",
        line=0,
        code="cut-off",
        message=f"{what}; it was left alone",
        hint="look at the corpus (git status, git diff), then remove it with `glossary recover --discard`",
    )


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    """Waits for another command that is writing right now, so that nobody takes its stage for a leftover."""
    if fcntl is None or not (root / CORPUS).is_dir() or (root / CORPUS).is_symlink():
        yield
        return
    folder = os.open(root / CORPUS, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _refuse_outside(root: Path, path: str) -> None:
    """Raises ``ValueError`` for a path not below glossary/, hidden there, or led elsewhere by a link."""
    parts = PurePosixPath(path).parts
    hidden = any(part.startswith(".") for part in parts)
    linked = (root / CORPUS).is_symlink() or not is_below((root / path).parent / "x", root / CORPUS)
    if len(parts) < 2 or parts[0] != CORPUS or hidden or linked or not is_below(root / path, root / CORPUS):
        raise ValueError(f"{path} is no place for a file of the corpus, which is below {CORPUS}/")


def _refuse_foreign(root: Path, path: str) -> None:
    """Raises ``ValueError`` for a path that is neither of the corpus nor one of ``_PROJECT``."""
    if not _PROJECT.fullmatch(path):
        _refuse_outside(root, path)
    elif first_link(root, root / path) is not None:
        raise ValueError(f"{path} is a link, or stands behind one; put the file itself there")


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
