"""The history of the corpus from git: the main line only, so that a merge is one step, as it was landed.

A handful of calls of git, whatever the number of commits. What was told is kept in ``build/.history.json`` by
commit, and carried on from there when only commits were added.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from site_gen.corpus.confine import first_link, write_own
from site_gen.corpus.layout import REDIRECTS, TERMS
from site_gen.corpus.load import load_term
from site_gen.history.events import NO_GIT, SHALLOW, Event, History, State, Step, slug_of, tell
from site_gen.history.git import GitError, blobs, git, is_shallow
from site_gen.model.problem import RefusedError

KEPT = "build/.history.json"
_FORMAT = 4  # of what is kept; raise it when an event is told otherwise
_FILES = ("100644", "100755")  # modes of ordinary files
_HEAD = "\x02"  # begins a commit in the log
_SHORT = 10  # letters of a commit that name it
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def read_history(root: Path) -> History:
    """What git knows of ``root``'s corpus; empty, with a note, where it knows nothing or not all."""
    fixed = epoch()
    try:
        shallow = is_shallow(root)
        commit, day = git(root, "log", "-1", "--no-show-signature", "--format=%H%n%cI").decode().split()
    except GitError:
        return History(note=NO_GIT, today=fixed)
    today = fixed or _when(day).date()
    edition = f"{_when(day).date()} {commit[:_SHORT]}"
    if shallow:
        return History(note=SHALLOW, today=today, edition=edition)
    kept = _kept(root)
    if kept is None or kept[0] != commit:
        kept = commit, _read(root, commit, kept)
        _keep(root, *kept)
    return replace(kept[1], today=today, edition=edition)


def epoch() -> date | None:
    """https://reproducible-builds.org/specs/source-date-epoch/"""
    with suppress(ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "")), UTC).date()
    return None


def _when(text: str) -> datetime:
    """A commit can claim any date, also one that no calendar has."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return _EPOCH


def _read(root: Path, commit: str, kept: tuple[str, History] | None) -> History:
    if kept and kept[0] in git(root, "rev-list", "--first-parent", commit).decode().split():
        since, told = kept
        steps = _steps(root, f"{since}..{commit}")
        state = _state(root, since, steps, told)
        if state:
            new = tell(steps, state)
            return replace(new, changes=new.changes + told.changes)
    return tell(_steps(root, commit))


def _state(root: Path, commit: str, steps: Sequence[Step], told: History) -> State | None:
    """How the terms that the steps touch stood at a commit; None where one of them could not be read then."""
    slugs = {slug for step in steps for path in step.files if (slug := slug_of(path)) in told.text_changed}
    found = blobs(root, (f"{commit}:./{TERMS}{slug}.yaml" for slug in slugs))
    terms = {}
    for name, data in found.items():
        path = name.partition(":./")[2]
        if term := load_term(path, data):
            terms[term.slug] = term
    if len(terms) < len(slugs):
        return None
    return State(
        terms=terms,
        text_changed=dict(told.text_changed),
        called=dict(told.called),
        card_changed=dict(told.card_changed),
    )


def _steps(root: Path, revisions: str) -> list[Step]:
    """The commits of the main line that changed the corpus, the oldest first."""
    commits = list(_commits(git(
        root, "log", "--first-parent", "-m", "--raw", "-z", "--no-abbrev", "--no-renames", "--relative",
        "--reverse", "--no-color", "--no-ext-diff", "--no-show-signature", "--encoding=UTF-8",
        f"--format={_HEAD}%H%x1f%cI%x1f%an", "--end-of-options", revisions, "--", TERMS, REDIRECTS,
    )))  # fmt: skip
    texts = blobs(root, (new for _head, files in commits for new in files.values() if new))
    return [
        Step(
            commit=commit,
            when=_when(when),
            author=author,
            files={path: texts.get(new) for path, new in files.items() if not new or new in texts},
        )
        for (commit, when, author), files in commits
    ]


def _commits(log: bytes) -> Iterator[tuple[tuple[str, str, str], dict[str, str]]]:
    """Of each commit its id, date and author, and the blob that each file has after it, "" once removed.

    https://git-scm.com/docs/git-diff#_raw_output_format
    """
    parts = iter(log.decode("utf-8", "surrogateescape").split("\0"))
    head: tuple[str, str, str] = ("", "", "")
    files: dict[str, str] = {}
    for part in parts:
        part = part.lstrip("\n")
        if part.startswith(_HEAD):
            if files:
                yield head, files
            commit, when, author = part.removeprefix(_HEAD).strip("\n").split("\x1f", 2)
            head, files = (commit, when, author.encode("utf-8", "replace").decode()), {}
        elif part.startswith(":"):
            _mode, mode, _old, new, _status = part.removeprefix(":").split(" ")
            path = next(parts)
            if slug_of(path) or path == REDIRECTS:
                files[path] = new if mode in _FILES else ""
    if files:
        yield head, files


def _kept(root: Path) -> tuple[str, History] | None:
    """What an earlier build told, and up to which commit; None where it is not there or not ours."""
    if first_link(root, root / KEPT):
        return None
    try:
        data: Any = json.loads((root / KEPT).read_text(encoding="utf-8"))
        if data["format"] != _FORMAT:
            return None
        events = (Event(**{**one, "when": datetime.fromisoformat(one["when"])}) for one in data["changes"])
        text_changed = {slug: date.fromisoformat(day) for slug, day in data["text_changed"].items()}
        called = {
            slug: tuple((str(field), str(label)) for field, label in labels)
            for slug, labels in data["called"].items()
        }
        card_changed = {str(slug): int(when) for slug, when in data["card_changed"].items()}
        told = History(
            changes=tuple(events), text_changed=text_changed, called=called, card_changed=card_changed
        )
        return data["commit"], told
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _keep(root: Path, commit: str, history: History) -> None:
    """Leave it for the next build; a folder that cannot be written to costs that build its time again."""
    data: Mapping[str, Any] = {
        "format": _FORMAT,
        "commit": commit,
        "changes": [{**asdict(event), "when": event.when.isoformat()} for event in history.changes],
        "text_changed": {slug: day.isoformat() for slug, day in history.text_changed.items()},
        "called": history.called,
        "card_changed": history.card_changed,
    }
    with suppress(OSError, RefusedError):
        write_own(root, KEPT, json.dumps(data, ensure_ascii=False).encode())
