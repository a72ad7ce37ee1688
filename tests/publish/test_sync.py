from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from site_gen.model.published import STYLESHEET
from site_gen.publish.sync import Written, add, sync

ROOT = Path(__file__).resolve().parents[2]
FILES = {"index.md": b"home", "terms/a.md": b"a", "terms/b.md": b"b", "api/terms.json": b"{}"}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A synced folder in which every file is old enough to show a rewrite."""
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / ".gitignore").write_bytes(b"*\n!.gitignore\n")
    sync(folder, FILES)
    for path in folder.rglob("*"):
        os.utime(path, (1, 1))
    return folder


def _there(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    return {p.name: (p.stat().st_ino, p.stat().st_mtime_ns) for p in folder.rglob("*") if p.is_file()}


def test_the_folder_holds_exactly_the_files(docs: Path) -> None:
    assert _there(docs) == {**FILES, ".gitignore": b"*\n!.gitignore\n"}


def test_sync_makes_the_folder(tmp_path: Path) -> None:
    assert sync(tmp_path / "build" / "docs", FILES) == Written(changed=4, removed=0, same=0)


def test_the_same_files_again_touch_nothing(docs: Path) -> None:
    before, folder = _stamps(docs), docs.stat().st_mtime_ns
    assert sync(docs, FILES) == Written(changed=0, removed=0, same=4)
    assert _stamps(docs) == before
    assert docs.stat().st_mtime_ns == folder


def test_only_what_differs_is_written(docs: Path) -> None:
    before = _stamps(docs)
    changed = {**FILES, "terms/a.md": b"A", "terms/b.md": b"longer"}
    assert sync(docs, changed) == Written(changed=2, removed=0, same=2)
    assert {name for name, stamp in _stamps(docs).items() if stamp != before[name]} == {"a.md", "b.md"}
    assert _stamps(docs)["a.md"][0] == before["a.md"][0]  # in place: watchers lose no file
    assert _there(docs)["terms/a.md"] == b"A"


def test_stale_files_and_folders_go(docs: Path) -> None:
    (docs / "old" / "deep").mkdir(parents=True)
    (docs / "old" / "deep" / "page.md").write_bytes(b"x")
    left = {"index.md": b"home"}
    assert sync(docs, left) == Written(changed=0, removed=4, same=1)
    assert _there(docs) == {**left, ".gitignore": b"*\n!.gitignore\n"}
    assert [path.name for path in docs.iterdir() if path.is_dir()] == []


def test_hidden_files_and_the_folders_they_are_in_stay(docs: Path) -> None:
    (docs / "terms" / ".keep").write_bytes(b"")
    (docs / ".cache" / "empty").mkdir(parents=True)
    sync(docs, {})
    assert _there(docs) == {"terms/.keep": b"", ".gitignore": b"*\n!.gitignore\n"}
    assert (docs / ".cache" / "empty").is_dir()


def test_a_file_becomes_a_folder_and_back(docs: Path) -> None:
    sync(docs, {"terms": b"one file"})
    assert _there(docs)["terms"] == b"one file"
    sync(docs, FILES)
    assert _there(docs)["terms/a.md"] == b"a"


def test_a_link_is_replaced_and_not_written_through(docs: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_bytes(b"a")
    (docs / "terms" / "a.md").unlink()
    (docs / "terms" / "a.md").symlink_to(outside)
    sync(docs, {**FILES, "terms/a.md": b"new"})
    assert outside.read_bytes() == b"a"
    assert not (docs / "terms" / "a.md").is_symlink()
    assert _there(docs)["terms/a.md"] == b"new"


_GENERATE = """
import sys
from pathlib import Path
from site_gen.publish.generate import generate
from site_gen.model.records import Site
done = generate(Path(sys.argv[1]), Path(sys.argv[2]), Site(name="Twice"))
assert done.written, done.built.problems
"""

CORPUS = {
    "topics.yaml": "- {id: basics, name: Basics}\n- {id: more, name: More}\n",
    "terms/agent.yaml": "name: Agent\ndefinition: Who works.\ntopics: [basics, more]\n"
    "abbreviations: [AA, BB]\n",
    "terms/queue.yaml": "name: Queue\ndefinition: A line for an agent.\ntopics: [basics]\nrelated: [agent]\n"
    "details: Agents, AA and [a churn](term:churn).\nstatus: approved\n",
    "terms/churn.yaml": "name: Churn\ndefinition: A loss.\ntopics: [more]\nabbreviations: [AA, CC]\n"
    "contrast: {queue: One is a line.}\n",
    "sources/first.yaml": "title: First\nentries:\n"
    "- {name: Agents, term: agent}\n- {name: Line, term: queue}\n",
}


@pytest.mark.slow
def test_same_corpus_same_bytes_in_another_process(tmp_path: Path) -> None:
    for name, text in CORPUS.items():
        path = tmp_path / "root" / "glossary" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    for seed in ("1", "2", "77"):
        subprocess.run(
            [sys.executable, "-c", _GENERATE, str(tmp_path / "root"), str(tmp_path / seed)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            check=True,
        )
    first = _there(tmp_path / "1")
    assert "terms/queue.md" in first
    assert _there(tmp_path / "2") == first
    assert _there(tmp_path / "77") == first


def test_an_error_in_the_corpus_leaves_the_pages_as_they_are(tmp_path: Path) -> None:
    from site_gen.model.records import Site
    from site_gen.publish.generate import generate

    root, docs = tmp_path / "root", tmp_path / "docs"
    (root / "glossary" / "terms").mkdir(parents=True)
    (root / "glossary" / "terms" / "broken.yaml").write_text("name: [\n")
    before = {**FILES, STYLESHEET: b"", "api/later.json": b"{}"}
    sync(docs, before)
    assert generate(root, docs, Site()).written is None
    assert _there(docs) == before


def test_others_stay_until_they_are_added(tmp_path: Path) -> None:
    """Data that comes after the pages: an older file of that name stays, one of no name goes."""
    sync(tmp_path, {"page.md": b"old", "data.json": b"old", "same.json": b"same", "gone.json": b"gone"})
    begun = sync(tmp_path, {"page.md": b"new"}, {"data.json", "same.json", "new/more.json"})
    assert _there(tmp_path) == {"page.md": b"new", "data.json": b"old", "same.json": b"same"}
    data = {"data.json": b"new", "same.json": b"same", "new/more.json": b"more"}
    assert add(tmp_path, data.items(), begun) == Written(changed=3, removed=1, same=1)
    assert _there(tmp_path) == {"page.md": b"new", **data}
