"""What the watcher of a preview is told of: changed files, in folders that come and go too, and no reading."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from site_gen.publish.watch import Watcher

PATIENCE = 10.0  # seconds


class Told(FileSystemEventHandler):
    """Keeps the names of the files that it is told of."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def on_any_event(self, event: FileSystemEvent) -> None:
        self.names.append(Path(os.fsdecode(event.dest_path or event.src_path)).name)


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "berth.yaml").write_text("a")
    (tmp_path / "aside").mkdir()
    (tmp_path / "aside" / "quay.yaml").write_text("b")
    handler, watcher = Told(), Watcher()
    watcher.schedule(handler, str(tmp_path / "corpus"), recursive=True)
    watcher.start()
    yield handler
    watcher.stop()
    watcher.join()


def heard(told: Told, name: str, change: Callable[[], object]) -> bool:
    """Whether the watcher tells of a file of this name after the change."""
    told.names.clear()
    change()
    end = time.monotonic() + PATIENCE
    while name not in told.names and time.monotonic() < end:
        time.sleep(0.01)
    return name in told.names


def test_each_change_of_a_file_is_told_and_no_reading(told: Told, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    berth, new = corpus / "berth.yaml", tmp_path / "new.yaml"
    assert heard(told, "berth.yaml", lambda: berth.write_text("c"))
    new.write_text("d")
    assert heard(told, "berth.yaml", lambda: new.replace(berth))
    assert heard(told, "cleat.yaml", lambda: berth.rename(corpus / "cleat.yaml"))
    assert heard(told, "quay.yaml", lambda: (tmp_path / "aside").rename(corpus / "sub"))
    assert heard(told, "quay.yaml", lambda: (corpus / "sub" / "quay.yaml").write_text("e"))
    told.names.clear()
    for path in corpus.rglob("*.yaml"):
        path.read_bytes()
    assert heard(told, "quay.yaml", lambda: shutil.rmtree(corpus / "sub"))
    assert told.names == ["quay.yaml"]
    assert heard(told, "cleat.yaml", (corpus / "cleat.yaml").unlink)
