"""One folder, more than one builder: what MkDocs and Zensical make of the same build/docs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from helpers.browser import Watched, serving
from helpers.compare import article, differences, pages
from helpers.shared import made_once
from helpers.walk import use_every_control
from site_gen.publish.content_policy import policy


@pytest.fixture(scope="module")
def other_project(project: Path, built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same settings, pages and templates, built by Zensical, which runs no plugin of ours."""

    def make(root: Path) -> None:
        shutil.copy(project / "mkdocs.yml", root)
        for folder in ("glossary", "build/docs", "build/theme"):
            shutil.copytree(project / folder, root / folder)
        done = subprocess.run(
            [Path(sys.executable).parent / "zensical", "build"],
            cwd=root,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

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
    done = subprocess.run(
        [sys.executable, "-m", "site_gen", "--root", str(other_project), "zip"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    with ZipFile(other_site / "glossary.zip") as archive:
        assert "glossary/terms/churn.html" in archive.namelist()
