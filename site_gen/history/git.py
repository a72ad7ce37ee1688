"""Reading a git repository without touching its work tree.

What a user's configuration or a surrounding hook would change about the output is shut out here, and so is
every program that the repository's own configuration could name: an archive can bring a ``.git/config``.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

# Set inside hooks for the repository they run in, which need not be the one that is read.
_OF_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")
_ALONE = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",  # an object that is not there is not asked for elsewhere, by any transport
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_ASKPASS": "",
}
# Settings (https://git-scm.com/docs/git-config) that name a program or a file elsewhere, set to none.
_SETTINGS = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.pager": "cat",
    "core.alternateRefsCommand": "",
    "core.attributesFile": os.devnull,
    "log.showSignature": "false",
    "log.mailmap": "false",
    "log.showRoot": "true",
    "protocol.allow": "never",
    "uploadpack.packObjectsHook": "",
}


class GitError(Exception):
    """There is no git, no repository, or no such thing in it; the message is git's own last line."""


def git(root: Path, *arguments: str, feed: bytes = b"") -> bytes:
    """What git prints. Raises ``GitError``."""
    environment = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS} | _ALONE
    settings = [part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")]
    command = [_program(), "--no-pager", *settings, "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, input=feed, capture_output=True, check=False, env=environment)
    except OSError as error:
        raise GitError(f"git cannot be started: {error.strerror}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(said[0].removeprefix("fatal: ") if said else f"git {arguments[0]} failed")
    return done.stdout


def _program() -> str:
    """Where git is. Windows would look into the current folder first, which may be the stranger's."""
    names = ("git.exe", "git.cmd") if os.name == "nt" else ("git",)
    folders = [Path(folder) for folder in os.get_exec_path() if folder]
    places = (folder / name for folder in folders if folder.is_absolute() for name in names)
    found = next((place for place in places if place.is_file() and os.access(place, os.X_OK)), None)
    if found is None:
        raise GitError("git is not installed")
    return str(found)


def blobs(root: Path, objects: Iterable[str]) -> Mapping[str, bytes]:
    """The contents of many objects, by the names they were asked for; absent ones are left out.

    One process for all: https://git-scm.com/docs/git-cat-file#_batch_output
    """
    wanted = list(dict.fromkeys(objects))
    if not wanted:
        return {}
    answer = git(root, "cat-file", "--batch", feed="".join(f"{name}\n" for name in wanted).encode())
    found: dict[str, bytes] = {}
    at = 0
    for name in wanted:
        end = answer.index(b"\n", at)
        head = answer[at:end].split(b" ")
        at = end + 1
        if len(head) == 3 and head[1] == b"blob":
            size = int(head[2])
            found[name] = answer[at : at + size]
            at += size + 1
        elif len(head) == 3 and head[2].isdigit():
            at += int(head[2]) + 1
    return found


def commit_of(root: Path, revision: str) -> str:
    """The id of a commit. Raises ``GitError`` with a sentence for whoever named it."""
    try:
        name = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitError:
        git(root, "rev-parse", "--git-dir")  # says what is wrong where there is no repository at all
        raise GitError(f"no revision '{revision}' in this repository{_where_to_get(root)}") from None
    return name.decode().strip()


def parted(root: Path, one: str, other: str) -> str:
    """The commit from which two others went their ways. Raises ``GitError`` where there is none here."""
    try:
        return git(root, "merge-base", one, other).decode().strip()
    except GitError:
        raise GitError(f"the two revisions have no commit in common{_where_to_get(root)}") from None


def is_shallow(root: Path) -> bool:
    """Whether a part of the history was never fetched. Raises ``GitError``."""
    return git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def folder_in_repository(root: Path) -> str:
    """The way from the repository's top to ``root``, as ``desk/``; "" at the top. Raises ``GitError``."""
    return git(root, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").strip("\n")


def _where_to_get(root: Path) -> str:
    return ", which is a shallow clone; run: git fetch --unshallow" if is_shallow(root) else ""
