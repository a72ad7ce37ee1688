"""What a command reads as a raw glossary: a file, or the files of a folder that are its own."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from site_gen.cli import raw_document


def test_a_folder_gives_its_files_but_hidden_ones_and_names_links_without_following_them(
    tmp_path: Path,
) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("secret")
    folder = tmp_path / "words"
    (folder / "a").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / "a" / "one.md").write_text("One.")
    (folder / ".git" / "config").write_text("x")
    (folder / "link.md").symlink_to(outside)
    (folder / "others").symlink_to(tmp_path, target_is_directory=True)
    found = {"a/one.md": b"One.", "link.md": None, "others": None}
    assert raw_document.read(folder) == (found, str(folder))


def test_a_folder_that_holds_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw_document, "MAX_INPUT", 10)
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("x" * 8)
    with pytest.raises(click.ClickException, match="larger than"):
        raw_document.read(tmp_path)
