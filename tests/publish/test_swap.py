"""A site is replaced as a whole or not at all, whatever stops the build."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_gen.__main__ import main
from site_gen.publish.swap import built_beside


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def state(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / ".git").mkdir(parents=True)
    (folder / ".git" / "config").write_text("mine")
    (folder / "index.html").write_text("old")
    (folder / "gone.html").write_text("old")
    return folder


def test_a_whole_site_takes_the_place_of_the_old_one_and_spares_what_is_hidden(site: Path) -> None:
    with built_beside(site) as new:
        (new / "index.html").write_text("new")
        assert (site / "index.html").read_text() == "old"
    assert state(site) == {"index.html": b"new", ".git/config": b"mine"}
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "full"), SystemExit(1), KeyboardInterrupt(), ValueError()]
)
def test_after_any_failure_the_old_site_is_what_it_was(site: Path, error: BaseException) -> None:
    before = state(site)
    with pytest.raises(type(error)), built_beside(site) as new:
        (new / "index.html").write_text("half")
        raise error
    assert state(site) == before
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("refused", [1, 2, 3])
def test_after_a_rename_that_the_disk_refuses_too(
    site: Path, monkeypatch: pytest.MonkeyPatch, refused: int
) -> None:
    before, real, calls = state(site), Path.rename, []

    def rename(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == refused:
            raise OSError(errno.EBUSY, "busy")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError, match="busy"), built_beside(site) as new:
        (new / "index.html").write_text("new")
    assert state(site) == before


@pytest.mark.parametrize("left", ["new", "old"])
def test_what_a_killed_build_has_left_is_taken_up_by_the_next(site: Path, left: str) -> None:
    before = state(site)
    if left == "old":
        site.rename(site.with_name(".site.old"))
    shutil.copytree(site.with_name(".site.old") if left == "old" else site, site.with_name(".site.new"))
    with pytest.raises(ValueError), built_beside(site):
        assert state(site) == before
        raise ValueError
    assert state(site) == before


def test_leftovers_that_are_links_are_not_followed(site: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "x").write_text("mine")
    for name in (".site.new", ".site.old"):
        (tmp_path / name).symlink_to(tmp_path / "mine")
    with built_beside(site) as new:
        (new / "index.html").write_text("new")
    assert state(tmp_path / "mine") == {"x": b"mine"}
    assert (site / "index.html").read_text() == "new"


def _strict_warning(root: Path) -> None:
    (root / "glossary" / "pages" / "x.md").write_text("# X\n\n[gone](gone.md)\n")
    (root / "mkdocs.yml").write_text(
        (root / "mkdocs.yml").read_text().replace("nav:\n", "nav:\n  - X: x.md\n")
    )


def _exception(root: Path) -> None:
    (root / "hook.py").write_text(
        "def on_post_page(output, page, config):\n    raise ValueError('a slip\\nof theirs')\n"
    )
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text() + "hooks: [hook.py]\n")


def _disk_full(root: Path) -> None:
    (root / "hook.py").write_text(
        "def on_post_page(output, page, config):\n"
        "    if page.url.startswith('terms'):\n        raise OSError(28, 'No space left on device', page.url)\n"
    )
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text() + "hooks: [hook.py]\n")


def _late(root: Path) -> None:
    (root / "hook.py").write_text("def on_post_build(config):\n    raise ValueError('late')\n")
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text() + "hooks: [hook.py]\n")


def _corpus_error(root: Path) -> None:
    (root / "glossary" / "terms" / "ticket.yaml").write_text("name: [\n")


@pytest.mark.slow
@pytest.mark.parametrize("fail", [_strict_warning, _exception, _disk_full, _late, _corpus_error])
@pytest.mark.parametrize("command", ["glossary", "mkdocs"])
def test_a_build_that_fails_leaves_the_old_site_or_none(root: Path, fail, command: str) -> None:
    (root / "glossary" / "pages").mkdir()
    if command == "glossary":
        assert run(root, "build").exit_code == 0
    site = root / "build" / "site"
    site.mkdir(exist_ok=True)
    (site / "sign.html").write_text("of the build before")
    before = state(site)
    fail(root)
    if command == "glossary":
        done = run(root, "build")
        assert done.exit_code == 1
        assert "site stays as it was" in done.output
        assert state(site) == before
        assert not list((root / "build").glob(".site*"))
        output = done.output
    else:
        shell = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build"], cwd=root, capture_output=True, text=True, check=False
        )
        assert shell.returncode == 1
        untouched = fail is _corpus_error  # told before MkDocs empties the folder
        assert state(site) == (before if untouched else {})
        output = "" if fail in (_exception, _disk_full, _late) else shell.stderr
    assert "Traceback" not in output


def test_without_a_site_before_there_is_none_after_a_failure(root: Path) -> None:
    _corpus_error(root)
    done = run(root, "build")
    assert done.exit_code == 1 and "site was not made" in done.output
    assert not (root / "build" / "site").exists()
