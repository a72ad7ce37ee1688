"""The pages of those who follow or keep a glossary, as built from a repository with a history of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from helpers.browser import ONLY_WRONG, Watched, serving
from helpers.corpora import TOPICS, term_yaml
from helpers.repo import Repo

ENVIRONMENT = {**os.environ, "GLOSSARY_SITE_URL": "https://example.org/words/"}
ROOT = Path(__file__).resolve().parents[2]
CASE = term_yaml("Case", "status: approved", "reviewed: 2026-01-04", definition="The record of one request.")
QUEUE = term_yaml("Queue", "owner: Ann", "status: approved", definition="A row of cases that wait.")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built after half a year in which everything happened that can happen to a term."""
    repo = Repo(tmp_path_factory.mktemp("follow") / "repo", below="words")
    many = {
        f"thing_{n}": term_yaml(f"Thing {n}", definition=f"The thing with number {n}.") for n in range(20)
    }
    settings = (
        (ROOT / "mkdocs.yml")
        .read_text(encoding="utf-8")
        .replace("  - glossary:\n", "  - glossary:\n      review_every: 3 months\n      authors: true\n")
    )
    (repo.root / "mkdocs.yml").write_text(
        "site_url: https://example.org/words/\n" + settings, encoding="utf-8"
    )
    repo.commit("2026-01-05", {"topics.yaml": TOPICS}, case=CASE, queue=QUEUE, **many)
    repo.commit("2026-02-05", case=CASE.replace("one request", "one wish"), thing_1=None)
    repo.commit(
        "2026-03-05", {"redirects.yaml": "case: ticket\nthing-2: queue\n"}, case=None, thing_2=None,
        ticket=CASE.replace("Case", "Ticket").replace("one request", "one wish"),
    )  # fmt: skip
    repo.commit(
        "2026-06-05", thing_3=many["thing_3"] + "status: deprecated\nreplaced_by: queue\nsince: 2026-06-01\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "site_gen", "--root", str(repo.root), "build"],
        capture_output=True, text=True, check=False,
        env=ENVIRONMENT,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return repo.root / "build" / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


def test_a_reader_follows_a_change_to_its_term(page: Watched, address: str) -> None:
    page.goto(address + "index.html")
    page.locator(".gl-lately li").first.wait_for()
    assert page.locator(".gl-lately li").all_inner_texts()[0].split() == [
        "No", "longer", "used", "Thing", "3", "June", "5,", "2026",
    ]  # fmt: skip
    page.locator("a", has_text="All changes").click()
    page.wait_for_url("**/new.html")
    assert page.locator(".gl-news h2").all_inner_texts() == [
        "June 2026",
        "March 2026",
        "February 2026",
        "January 2026",
    ]
    march = page.locator(".gl-news", has=page.locator("#m2026-03"))
    assert "Case is now Ticket by Ann Editor" in march.inner_text()
    assert "Thing 2 now part of Queue" in march.inner_text()
    assert page.locator(".gl-news ins").all_inner_texts() == ["wish"]
    assert not page.locator("details a").first.is_visible()
    page.locator("details summary", has_text="The other 10").click()
    assert page.locator("details a").first.is_visible()
    march.locator("a", has_text="Ticket").first.click()
    assert "Changed on March 5, 2026" in page.locator(".gl-foot").inner_text()
    assert page.trouble == []


def test_an_editor_finds_what_is_due(page: Watched, address: str) -> None:
    page.goto(address + "about.html")
    page.locator("a", has_text="Health").click()
    page.wait_for_url("**/health.html")
    said = page.locator("article").inner_text()
    assert "as of June 5, 2026" in said
    assert "Queue: approved, but never reviewed" in said
    assert "Ticket: changed on Mar 5, 2026, after its review on Jan 4, 2026" in said
    heights = page.locator("td .gl-bar").evaluate_all(
        "bars => bars.map(bar => bar.getBoundingClientRect().height)"
    )
    assert heights and all(5 < height < 20 for height in heights)
    page.locator(".gl-fold summary").first.click()
    assert page.locator(".gl-fold a").first.is_visible()
    assert page.trouble == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_news_and_health(browser: Browser, address: str, theme: str) -> None:
    context = browser.new_context(color_scheme=theme)  # type: ignore[arg-type]
    tab = context.new_page()
    for name in ("new", "health"):
        tab.goto(f"{address}{name}.html")
        tab.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        found = Axe().run(tab, options=ONLY_WRONG).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_the_feed_is_found_from_every_page(site: Path) -> None:
    for page in ("new.html", "terms/ticket.html"):
        assert 'type="application/atom+xml"' in (site / page).read_text(encoding="utf-8")
    assert "Renamed: Case is now Ticket" in (site / "feed.xml").read_text(encoding="utf-8")


def test_the_same_commit_gives_the_same_pages(site: Path, tmp_path: Path) -> None:
    root = site.parent.parent
    before = {
        name: (root / "build" / "docs" / f"{name}.md").read_bytes() for name in ("new", "health", "index")
    }
    copy = tmp_path / "copy"
    shutil.copytree(root.parent, copy)
    shutil.rmtree(copy / "words" / "build")
    command = [sys.executable, "-m", "site_gen", "--root", str(copy / "words"), "render"]
    subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)
    after = {name: (copy / "words" / "build" / "docs" / f"{name}.md").read_bytes() for name in before}
    assert after == before
