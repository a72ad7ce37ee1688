from __future__ import annotations

import builtins
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from helpers.faults import Disk, DiskError, Killed
from helpers.rows import each_row
from site_gen.corpus import stage
from site_gen.corpus.confine import write_file
from site_gen.corpus.disk import Recovered, cut_off, read_tree, recover, write_tree
from site_gen.corpus.stage import stages
from site_gen.corpus.yaml.parse import MAX_BYTES
from site_gen.model.problem import RefusedError

BEFORE = {
    "glossary/terms/gone.yaml": b"name: Gone\n",
    "glossary/terms/kept.yaml": b"name: Kept\n",
    "glossary/terms/other.yaml": b"name: Other\n",
}
CHANGES = {
    "glossary/terms/gone.yaml": None,
    "glossary/terms/kept.yaml": b"name: Kept and changed\n",
    "glossary/sources/new.yaml": b"title: New\n",
}
AFTER = {
    "glossary/sources/new.yaml": b"title: New\n",
    "glossary/terms/kept.yaml": b"name: Kept and changed\n",
    "glossary/terms/other.yaml": b"name: Other\n",
}


def _corpus(root: Path) -> Path:
    for name, data in BEFORE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def _now(root: Path) -> dict[str, bytes]:
    found = read_tree(root)
    assert found.problems == ()
    return dict(found.files)


def _leftovers(root: Path) -> list[str]:
    return [path.name for path in (root / "glossary").iterdir() if path.name.startswith(".")]


# --- reading


def test_reads_every_file_but_hidden_ones(tmp_path: Path) -> None:
    root = _corpus(tmp_path)
    for name in (".hidden.yaml", "terms/.x.yaml", ".git/config", "terms/kept.yaml~", "pages/a/b.png"):
        (root / "glossary" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "glossary" / name).write_bytes(b"x")
    assert _now(root) == {**BEFORE, "glossary/pages/a/b.png": b"x"}


def test_a_file_over_the_limit_is_read_no_further(tmp_path: Path) -> None:
    root = _corpus(tmp_path)
    (root / "glossary/terms/huge.yaml").write_bytes(b"x" * (MAX_BYTES + 5000))
    (root / "glossary/pages").mkdir()
    (root / "glossary/pages/huge.png").write_bytes(b"x" * (MAX_BYTES + 5000))
    files = _now(root)
    assert len(files["glossary/terms/huge.yaml"]) == MAX_BYTES + 1
    assert len(files["glossary/pages/huge.png"]) == MAX_BYTES + 5000


def _link_file(root: Path) -> str:
    (root.parent / "secret.yaml").write_text("name: Secret\n")
    (root / "glossary/terms/out.yaml").symlink_to(root.parent / "secret.yaml")
    return "glossary/terms/out.yaml"


def _link_folder(root: Path) -> str:
    (root.parent / "elsewhere").mkdir()
    (root / "glossary/pages").symlink_to(root.parent / "elsewhere")
    return "glossary/pages"


def _link_inner_folder(root: Path) -> str:
    (root / "glossary/pages").symlink_to(root / "glossary/terms")
    return "glossary/pages"


def _link_to_nothing(root: Path) -> str:
    (root / "glossary/terms/lost.yaml").symlink_to("no-such-file")
    return "glossary/terms/lost.yaml"


def _pipe(root: Path) -> str:
    os.mkfifo(root / "glossary/terms/pipe.yaml")
    return "glossary/terms/pipe.yaml"


@pytest.mark.parametrize("make", [_link_file, _link_folder, _link_inner_folder, _link_to_nothing, _pipe])
def test_what_is_no_file_of_the_corpus_is_a_problem(tmp_path: Path, make: Callable[[Path], str]) -> None:
    root = _corpus(tmp_path / "root")
    name = make(root)
    found = read_tree(root)
    assert found.files == BEFORE
    assert [(problem.path, problem.code) for problem in found.problems] == [(name, "unreadable")]


def test_a_link_inside_the_corpus_is_read(tmp_path: Path) -> None:
    root = _corpus(tmp_path)
    (root / "glossary/terms/alias.yaml").symlink_to("kept.yaml")
    assert _now(root)["glossary/terms/alias.yaml"] == BEFORE["glossary/terms/kept.yaml"]


def test_a_corpus_that_is_a_link_out_of_the_root(tmp_path: Path) -> None:
    _corpus(tmp_path / "real")
    (tmp_path / "root").mkdir()
    (tmp_path / "root/glossary").symlink_to(tmp_path / "real/glossary")
    found = read_tree(tmp_path / "root")
    assert found.files == {}
    assert [problem.path for problem in found.problems] == ["glossary"]


@pytest.mark.parametrize("refused", ["terms", "terms/kept.yaml"])
def test_what_the_disk_refuses_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    root = _corpus(tmp_path)
    bad = str(root / "glossary" / refused)

    def refuse(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any, *args: Any, **kwargs: Any) -> Any:
            if os.fspath(path) == bad:
                raise PermissionError(13, "Permission denied")
            return real(path, *args, **kwargs)

        return call

    monkeypatch.setattr(os, "scandir", refuse(os.scandir))
    monkeypatch.setattr(builtins, "open", refuse(open))
    found = read_tree(root)
    assert [(problem.path, problem.line) for problem in found.problems] == [(f"glossary/{refused}", 1)]
    assert "Permission denied" in found.problems[0].message


def test_a_root_without_a_corpus_is_a_problem(tmp_path: Path) -> None:
    assert [problem.path for problem in read_tree(tmp_path).problems] == ["glossary"]


# --- writing


def test_writes_adds_and_removes(tmp_path: Path) -> None:
    root = _corpus(tmp_path)
    write_tree(root, CHANGES)
    assert _now(root) == AFTER
    assert _leftovers(root) == []


def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    root = _corpus(tmp_path)
    (root / "glossary/terms/kept.yaml").chmod(0o640)
    write_tree(root, CHANGES)
    assert (root / "glossary/terms/kept.yaml").stat().st_mode & 0o777 == 0o640


def test_a_change_that_changes_nothing_touches_nothing(tmp_path: Path) -> None:
    root = _corpus(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in (root / "glossary").rglob("*")}
    write_tree(root, {"glossary/terms/kept.yaml": b"name: Kept\n", "glossary/terms/never.yaml": None})
    assert {path: path.stat().st_mtime_ns for path in (root / "glossary").rglob("*")} == before


@each_row(
    "path",
    [
        "mkdocs.yml", "/etc/passwd", "glossary", "glossary/", "glossary/../mkdocs.yml", "../glossary/x.yaml",
        "", "glossary-2/x.yaml", "glossary/terms/../../x", "glossary/.glossary-write/journal.json", "glossary/.x",
    ],
)  # fmt: skip
def test_paths_that_are_not_below_the_corpus_are_refused(tmp_path: Path, path: str) -> None:
    root = _corpus(tmp_path)
    with pytest.raises(ValueError, match="no place for a file"):
        write_tree(root, {**CHANGES, path: b"x"})
    assert _now(root) == BEFORE


def test_a_link_that_leads_out_is_not_written_through(tmp_path: Path) -> None:
    root = _corpus(tmp_path / "root")
    name = _link_file(root)
    with pytest.raises(ValueError, match="no place for a file"):
        write_tree(root, {name: b"x"})
    assert (tmp_path / "secret.yaml").read_text() == "name: Secret\n"


# --- faults: every call that changes the disk fails once, and is the last of a killed process once


def _steps(tmp_path: Path) -> int:
    """How many calls of a whole write change the disk."""
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch, 0, DiskError)
        write_tree(_corpus(tmp_path / "count"), CHANGES)
    shutil.rmtree(tmp_path / "count")
    return disk.count


def _attempts(tmp_path: Path, error: type[BaseException]) -> Iterator[tuple[int, Path, bool]]:
    """(step, root, whether the write said it failed) with the fault at every step in turn."""
    for step in range(1, _steps(tmp_path) + 1):
        root, failed = _corpus(tmp_path / f"root{step}"), False
        with pytest.MonkeyPatch.context() as patch:
            Disk(patch, step, error)
            try:
                write_tree(root, CHANGES)
            except error:
                failed = True
        yield step, root, failed


def test_a_write_that_fails_leaves_the_corpus_as_it_was(tmp_path: Path) -> None:
    for step, root, failed in _attempts(tmp_path, DiskError):
        assert _now(root) == (BEFORE if failed else AFTER), step
        recover(root)
        assert _now(root) == (BEFORE if failed else AFTER), step
        assert _leftovers(root) == [], step


def test_a_write_that_fails_can_be_done_again(tmp_path: Path) -> None:
    for step, root, _failed in _attempts(tmp_path, DiskError):
        write_tree(root, CHANGES)
        assert _now(root) == AFTER, step


def test_a_killed_write_is_whole_after_recovery(tmp_path: Path) -> None:
    ends = []
    for step, root, _failed in _attempts(tmp_path, Killed):
        recover(root)
        ends.append(_now(root))
        assert ends[-1] in (BEFORE, AFTER), step
        assert _leftovers(root) == [], step
        assert recover(root) == Recovered()
    turn = ends.index(AFTER)
    assert ends[:turn] == [BEFORE] * turn
    assert ends[turn:] == [AFTER] * (len(ends) - turn)


@pytest.mark.slow
def test_a_recovery_that_is_killed_is_recovered(tmp_path: Path) -> None:
    for step, root, _failed in _attempts(tmp_path, Killed):
        again, home = 0, Path(os.environ["XDG_STATE_HOME"])
        shutil.copytree(root, tmp_path / "kept/root")
        shutil.copytree(home, tmp_path / "kept/home")  # a stage is believed at its place only
        while stages(root, root / "glossary"):
            again += 1
            with pytest.MonkeyPatch.context() as patch:
                disk = Disk(patch, again, Killed)
                with suppress(Killed):
                    recover(root)
            recover(root)
            assert _now(root) in (BEFORE, AFTER), (step, again)
            assert _leftovers(root) == [], (step, again)
            if disk.count < again:
                break
            for name, place in (("root", root), ("home", home)):
                shutil.rmtree(place)
                shutil.copytree(tmp_path / "kept" / name, place)
        shutil.rmtree(tmp_path / "kept")


def test_a_way_back_that_is_killed_is_recovered(tmp_path: Path) -> None:
    """The disk refuses a rename half way, and the process dies while it carries the old texts back."""

    class FailsThenDies(Disk):
        def _counted(self, real: Callable[..., Any], name: str) -> Callable[..., Any]:
            inner = super()._counted(real, name)

            def call(*args: Any, **kwargs: Any) -> Any:
                if name == "replace" and self.error is DiskError and "/new-" in str(args[0]):
                    self.error, self.fatal = Killed, self.count + 1 + self.fatal
                    raise DiskError("refused")
                return inner(*args, **kwargs)

            return call

    for lives in range(12):
        root = _corpus(tmp_path / f"root{lives}")
        with pytest.MonkeyPatch.context() as patch:
            FailsThenDies(patch, lives, DiskError)
            with suppress(DiskError, Killed):
                write_tree(root, CHANGES)
        recover(root)
        assert _now(root) in (BEFORE, AFTER), lives
        assert _leftovers(root) == [], lives


def test_a_new_write_finishes_a_cut_off_one_first(tmp_path: Path) -> None:
    """What equals the disk before the recovery may differ after it."""
    name = "glossary/terms/kept.yaml"
    for step, root, _failed in _attempts(tmp_path, Killed):
        write_tree(root, {name: BEFORE[name]})
        assert _now(root) in (BEFORE, {**AFTER, name: BEFORE[name]}), step


def test_nothing_to_recover(tmp_path: Path) -> None:
    assert recover(_corpus(tmp_path)) == Recovered()
    assert recover(tmp_path / "no-such-root") == Recovered()


# --- stages that a repository brings, or that were changed since


def _brought(root: Path, path: str, name: str = ".glossary-write", new: str = "x\n") -> None:
    """The folder that an attacker commits: in the form of 0.1, and in today's with a journal that fits."""
    folder = root / "glossary" / name
    folder.mkdir()
    digest = hashlib.sha256(new.encode()).hexdigest()
    old_form = [{"path": path, "old": False, "new": True}, {"path": "/etc/motd", "old": True, "new": False}]
    steps = [{"path": path, "old": None, "new": digest}]
    (folder / "journal.json").write_text(json.dumps(old_form if name == ".glossary-write" else steps))
    (folder / "new-0").write_text(new)


@pytest.mark.parametrize("name", [".glossary-write", ".glossary-write-0123456789abcdef"])
@pytest.mark.parametrize(
    "path", ["../outside.txt", ".git/hooks/pre-commit", "glossary/terms/kept.yaml", "mkdocs.yml"]
)
def test_a_stage_that_a_repository_brings_is_never_carried_out(tmp_path: Path, path: str, name: str) -> None:
    root = _corpus(tmp_path / "root")
    _brought(root, path, name)
    before = _everything(tmp_path)
    assert [one.path for one in cut_off(root)] == [f"glossary/{name}"]
    found = recover(root)
    assert (found.whole_again, [one.path for one in found.left]) == (False, [f"glossary/{name}"])
    assert "no command of yours on this machine" in str(found.left[0])
    assert _everything(tmp_path) == before
    write_tree(root, CHANGES)  # it blocks nothing
    assert _now(root) == AFTER
    assert _leftovers(root) == [name]
    recover(root, discard=True)
    assert (_now(root), _leftovers(root)) == (AFTER, [])


def _everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _cut_off(root: Path) -> Path:
    """A write of ours that was killed after its journal was in place; the folder of its stage."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stage, "_carry", _die)
        patch.setattr(stage, "_clear", _die)
        with suppress(Killed):
            write_tree(root, CHANGES)
    (folder,) = (one.folder for one in stages(root, root / "glossary"))
    (folder / "back.json").rename(folder / "journal.json")  # a killed process would not have turned round
    return folder


def _die(*_: Any) -> None:
    raise Killed


def _other_path(folder: Path) -> None:
    journal = folder / "journal.json"
    journal.write_text(journal.read_text().replace("glossary/terms/kept.yaml", "../outside.yaml"))


def _other_text(folder: Path) -> None:
    (folder / "new-0").write_text("title: Somebody else's\n")


def _no_json(folder: Path) -> None:
    (folder / "journal.json").write_text("{")


def _a_link(folder: Path) -> None:
    (folder / "journal.json").rename(folder / "real.json")
    (folder / "journal.json").symlink_to("real.json")


def _text_is_a_link(folder: Path) -> None:
    (folder / "new-0").rename(folder / "real")
    (folder / "new-0").symlink_to("real")


@pytest.mark.parametrize("damage", [_other_path, _other_text, _no_json, _a_link, _text_is_a_link])
def test_a_damaged_stage_is_one_line_and_blocks_nothing(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    root = _corpus(tmp_path / "root")
    damage(_cut_off(root))
    found = recover(root)
    assert not found.whole_again
    assert ["its stage is damaged" in str(one) for one in found.left] == [True]
    assert _now(root) == BEFORE
    write_tree(root, CHANGES)
    assert _now(root) == AFTER
    recover(root, discard=True)
    assert (_now(root), _leftovers(root)) == (AFTER, [])


def test_a_stage_without_damage_is_carried_out(tmp_path: Path) -> None:
    """The control of the test above."""
    root = _corpus(tmp_path / "root")
    _cut_off(root)
    assert recover(root) == Recovered(whole_again=True)
    assert (_now(root), _leftovers(root)) == (AFTER, [])


def test_a_stage_is_believed_at_its_place_only(tmp_path: Path) -> None:
    """A copy of a project is another project: its owner decides."""
    root = _corpus(tmp_path / "root")
    _cut_off(root)
    shutil.copytree(root, tmp_path / "copy")
    assert [one.origin for one in stages(tmp_path / "copy", tmp_path / "copy/glossary")] == ["foreign"]


def test_a_stage_that_is_a_link_is_removed_as_a_link(tmp_path: Path) -> None:
    root = _corpus(tmp_path / "root")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/kept.txt").write_text("mine")
    (root / "glossary/.glossary-write-0123456789abcdef").symlink_to(tmp_path / "mine")
    assert len(recover(root).left) == 1
    recover(root, discard=True)
    assert _leftovers(root) == []
    assert (tmp_path / "mine/kept.txt").read_text() == "mine"


# --- somebody else saves a file meanwhile


@pytest.mark.parametrize(
    ("path", "saved"),
    [
        ("glossary/terms/kept.yaml", b"name: Saved meanwhile\n"),
        ("glossary/terms/gone.yaml", b"name: Saved meanwhile\n"),
        ("glossary/sources/new.yaml", b"title: Another one\n"),
        ("glossary/terms/kept.yaml", None),
    ],
)
def test_what_was_saved_meanwhile_is_not_written_over(tmp_path: Path, path: str, saved: bytes | None) -> None:
    root = _corpus(tmp_path)
    read = read_tree(root).files
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).unlink() if saved is None else (root / path).write_bytes(saved)
    meanwhile = _now(root)
    with pytest.raises(RefusedError, match=f"{path}: saved by somebody else .* nothing was written; run it"):
        write_tree(root, CHANGES, read=read)
    assert (_now(root), _leftovers(root)) == (meanwhile, [])


def test_what_was_saved_elsewhere_does_not_stop_a_write(tmp_path: Path) -> None:
    root = _corpus(tmp_path)
    read = read_tree(root).files
    (root / "glossary/terms/other.yaml").write_bytes(b"name: Saved meanwhile\n")
    write_tree(root, CHANGES, read=read)
    assert _now(root) == {**AFTER, "glossary/terms/other.yaml": b"name: Saved meanwhile\n"}


# --- a file beside the corpus


@pytest.mark.parametrize("error", [DiskError, Killed])
def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, error: type[BaseException]) -> None:
    place, steps = tmp_path / "terms.xlsx", 0
    for step in range(1, 20):
        place.write_bytes(b"old")
        with pytest.MonkeyPatch.context() as patch:
            disk = Disk(patch, step, error)
            with suppress(error):
                write_file(place, b"new")
        steps += disk.count >= step
        assert place.read_bytes() == (b"new" if disk.count < step else b"old"), step
        if error is DiskError:
            assert [path.name for path in tmp_path.iterdir()] == ["terms.xlsx"], step
    assert steps >= 3


def test_a_disk_that_is_full_is_told_with_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        if "new-0" in path.name or "terms.xlsx" in path.name:
            raise OSError(28, "No space left on device")
        path.write_bytes(data)

    root = _corpus(tmp_path)
    monkeypatch.setattr(stage, "write_through", full)
    with pytest.raises(OSError, match=r"No space left on device: 'glossary/sources/new\.yaml'"):
        write_tree(root, CHANGES)
    with pytest.raises(OSError, match=r"No space left on device: '.*terms\.xlsx'"):
        write_file(tmp_path / "terms.xlsx", b"x")
    monkeypatch.undo()
    assert _now(root) == BEFORE
    assert _leftovers(root) == []


def test_a_link_to_a_file_stays_one_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far/terms.xlsx").write_bytes(b"old")
    (tmp_path / "terms.xlsx").symlink_to("far/terms.xlsx")
    write_file(tmp_path / "terms.xlsx", b"new")
    assert (tmp_path / "terms.xlsx").is_symlink()
    assert (tmp_path / "far/terms.xlsx").read_bytes() == b"new"
