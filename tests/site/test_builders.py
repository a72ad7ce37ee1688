"""One folder, more than one builder: what MkDocs and Zensical make of the same build/docs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from helpers.browser import Watched, serving
from helpers.compare import article, differences, pages
from helpers.corpora import ROOT
from helpers.shared import made_once
from helpers.walk import use_every_control
from site_gen.__main__ import main
from site_gen.cli.init import starter
from site_gen.cli.init_answers import Answers
from site_gen.publish.content_policy import policy
from site_gen.publish.generate import write_theme
from site_gen.settings import load_settings
from site_gen.settings.standalone import standalone

HERE = {**os.environ, "PYTHONPATH": str(ROOT)}


def zensical(root: Path) -> None:
    """Build ``root`` with the whole settings that ``render`` writes, since Zensical runs no plugin."""
    done = CliRunner().invoke(main, ["--root", str(root), "render"])
    assert done.exit_code == 0, done.output
    _zensical_alone(root)


def _zensical_alone(root: Path) -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "zensical", "build", "-f", "build/mkdocs.yml"],
        cwd=root, capture_output=True, text=True, check=False, env=HERE,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def mkdocs(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=root, capture_output=True, text=True, check=False, env=HERE,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def other_project(project: Path, built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same settings, pages and templates, built by Zensical, which runs no plugin of ours."""

    def make(root: Path) -> None:
        shutil.copy(project / "mkdocs.yml", root)
        for folder in ("glossary", "build/docs"):
            shutil.copytree(project / folder, root / folder)
        write_theme(root, None)
        (root / "build" / "mkdocs.yml").write_text(standalone(load_settings(root)), encoding="utf-8")
        _zensical_alone(
            root
        )  # the pages are there; that `render` writes all this, the few settings show below

    return made_once(tmp_path_factory, "zensical", make)


@pytest.fixture(scope="module")
def other_site(other_project: Path) -> Path:
    return other_project / "build" / "site"


def test_both_make_the_same_pages_words_links_and_heads(built_site: Path, other_site: Path) -> None:
    ours, theirs = pages(built_site), pages(other_site)
    assert list(differences(ours, theirs)) == []
    assert len(ours) > 200
    assert sum("<a " in article(page) for page in ours.values()) > 200


def test_a_difference_would_be_seen() -> None:
    page = "<head><title>A</title></head><article><a href='b'>B</a></article>"
    changed = {
        "gone": {},
        "words": {"a.html": page.replace("B", "C")},
        "links": {"a.html": page.replace("'b'", "'c'")},
        "head": {"a.html": page.replace(">A<", ">B<")},
    }
    assert list(differences({"a.html": page}, {"a.html": page})) == []
    for name, other in changed.items():
        assert len(list(differences({"a.html": page}, other))) == 1, name


def test_both_hold_the_same_files_of_ours(project: Path, built_site: Path, other_site: Path) -> None:
    docs = project / "build" / "docs"
    names = [path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()]
    files = [name for name in names if not name.endswith(".md") and not name.startswith(".")]
    assert "assets/lookup-data.js" in files
    for name in files:
        assert (other_site / name).read_bytes() == (docs / name).read_bytes()
        if name != "glossary.zip":  # which MkDocs' build has packed
            assert (built_site / name).read_bytes() == (docs / name).read_bytes()


def test_every_control_works_in_the_other_build_too(page: Watched, other_site: Path) -> None:
    with serving(other_site, policy=policy(pages(other_site).values())) as place:
        use_every_control(page, place)
        page.goto(place + "terms/no-such-term.html")
        page.get_by_role("heading", name="This page is not here").wait_for()
    assert [text for text in page.trouble if "404 (Not Found)" not in text] == []


def test_the_other_build_works_from_disk(page: Watched, other_site: Path) -> None:
    use_every_control(page, other_site.as_uri() + "/")
    assert page.trouble == []


def test_the_other_build_is_packed_by_a_command(other_project: Path, other_site: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(other_project), "zip"])
    assert done.exit_code == 0, done.output
    with ZipFile(other_site / "glossary.zip") as archive:
        assert "glossary/terms/churn.html" in archive.namelist()


def properdocs(root: Path) -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "properdocs", "build", "-f", "mkdocs.yml"],
        cwd=root, capture_output=True, text=True, check=False, env=HERE,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("build", [mkdocs, properdocs, zensical])
def test_the_few_settings_of_a_desk_are_enough_for_a_lookup(
    page: Watched, tmp_path: Path, build: Callable[[Path], None]
) -> None:
    name = "Words & <b>more</b>"
    for path, data in starter(Answers(name=name)).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    build(tmp_path)
    with serving(tmp_path / "build" / "site") as place:
        page.goto(place)
        assert page.title() == name
        page.keyboard.press("/")
        page.keyboard.type("ticket")
        page.get_by_role("option").filter(has_text="Ticket").first.wait_for()
        page.keyboard.press("Enter")
        page.wait_for_url("**/terms/ticket.html")
    assert page.trouble == []
