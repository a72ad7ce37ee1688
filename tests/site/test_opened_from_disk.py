"""The site without a server: opened from disk, and out of the zip that it offers."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

from helpers.browser import Watched
from helpers.walk import use_every_control
from site_gen.__main__ import main


@pytest.fixture(scope="module")
def unpacked(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("a copy with spaces & signs")
    with ZipFile(built_site / "glossary.zip") as archive:
        archive.extractall(folder)
    return folder / "glossary"


def test_from_disk_every_control_works(page: Watched, built_site: Path) -> None:
    use_every_control(page, built_site.as_uri() + "/")
    assert page.trouble == []


def test_the_unpacked_zip_works_like_the_site(page: Watched, unpacked: Path) -> None:
    use_every_control(page, unpacked.as_uri() + "/")
    for name in (
        "about",
        "copy",
        "machines",
        "new",
        "health",
        "all",
        "compare",
        "abbreviations",
        "sources/groove",
    ):
        page.goto(f"{unpacked.as_uri()}/{name}.html")
    assert page.trouble == []


def test_the_zip_holds_every_page_and_file_that_pages_lead_to(built_site: Path, unpacked: Path) -> None:
    def pages(folder: Path) -> set[str]:
        return {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}

    assert pages(unpacked) == pages(built_site)
    for name in ("glossary.csv", "api/terms.json", "llms.txt", "assets/all.css"):
        assert (unpacked / name).read_bytes() == (built_site / name).read_bytes()


def test_the_zip_inside_the_zip_is_the_small_one(page: Watched, unpacked: Path, tmp_path: Path) -> None:
    with ZipFile(unpacked / "glossary.zip") as archive:
        archive.extractall(tmp_path)
    small = tmp_path / "glossary"
    page.goto((small / "index.html").as_uri())
    page.locator("nav a", has_text="C").click()
    page.locator("#churn dt").wait_for()
    assert (
        page.locator("h1").evaluate("it => getComputedStyle(it).marginTop") == "0px"
    )  # it has its stylesheet
    for link in page.locator("a").evaluate_all("all => all.map(a => a.getAttribute('href'))"):
        assert link.startswith("#") or (small / link).is_file()
    assert (small / "glossary.csv").is_file()
    assert page.trouble == []


def test_packing_again_changes_no_byte(project: Path, built_site: Path) -> None:
    before = (built_site / "glossary.zip").read_bytes()
    done = CliRunner().invoke(main, ["--root", str(project), "zip"])
    assert done.exit_code == 0, done.output
    assert (built_site / "glossary.zip").read_bytes() == before


def test_from_disk_the_lookup_finds_what_is_meant(page: Watched, built_site: Path) -> None:
    page.goto(built_site.as_uri() + "/index.html")
    pieces = page.locator('script[src*="/meaning/en-"]')
    page.keyboard.type("the server cannot be reached by anybody")
    expect(pieces).not_to_have_count(0)  # words alone may say "Perhaps" before
    expect(page.locator(".gl-box__list")).to_have_attribute("data-heading", "Perhaps")
    expect(page.locator(".gl-box__option").first).to_contain_text(re.compile("^(?:Outage|Downtime)"))
    expect(page.locator('.gl-box__option[aria-selected="true"]')).to_have_count(0)
    expect(page.locator(".gl-box__note")).to_contain_text(
        re.compile("Perhaps you mean “(?:Outage|Downtime)”\\.")
    )
    assert 0 < pieces.count() <= 16
    assert page.locator(".gl-box__option").count() <= 3
    assert page.trouble == []


def test_a_name_loads_no_vectors(page: Watched, built_site: Path) -> None:
    page.goto(built_site.as_uri() + "/index.html")
    page.keyboard.type("csat")
    expect(page.locator(".gl-box__option").first).to_have_attribute("aria-selected", "true")
    page.wait_for_timeout(400)  # longer than the box waits before it asks
    assert page.locator('script[src*="meaning"]').count() == 0
