"""The corpus as it stood at a revision, read from git's objects as ``corpus/disk.py`` reads it from disk."""

from __future__ import annotations

from pathlib import Path

from site_gen.corpus.disk import CORPUS, Tree
from site_gen.corpus.layout import is_passed_over
from site_gen.corpus.yaml.parse import MAX_BYTES
from site_gen.history.git import blobs, git
from site_gen.model.problem import Problem

_FILES = ("100644", "100755")  # modes of ordinary files: https://git-scm.com/docs/git-ls-tree


def read_revision(root: Path, commit: str) -> Tree:
    """The files of ``root``/glossary at a commit; empty where it had none. Raises ``GitError``."""
    listed = git(root, "ls-tree", "-r", "-z", commit, "--", f"{CORPUS}/")
    objects: dict[str, str] = {}
    problems: list[Problem] = []
    for row in listed.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        head, _tab, path = row.partition("\t")
        mode, _kind, name = head.split(" ")
        if any(map(is_passed_over, path.split("/"))):
            continue
        if mode in _FILES:
            objects[path] = name
        else:
            problems.append(_no_file(path))
    found = blobs(root, objects.values())
    files = {
        path: found[name][: MAX_BYTES + 1] if path.endswith(".yaml") else found[name]
        for path, name in objects.items()
        if name in found
    }
    return Tree(files=files, problems=tuple(problems))


def _no_file(path: str) -> Problem:
    return Problem(
        path=path,
        line=1,
        code="unreadable",
        message="a link or a repository of its own, no ordinary file",
        hint="put the file itself here",
    )
