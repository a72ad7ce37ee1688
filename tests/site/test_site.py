"""The real corpus as a built site: every page and anchor, and a walk through it in a real browser."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest
from playwright.sync_api import expect

from helpers.browser import Watched
from site_gen.model.schema import TERM

ROOT = Path(__file__).resolve().parents[2]


class Page:
    """The addresses that a page points to and loads, and the ids that it offers."""

    def __init__(self, html: str) -> None:
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        for one in lxml.html.document_fromstring(html).iter("*"):
            self._note(one.tag, one.attrib)
        self.anchors = frozenset(self.ids)

    def _note(self, tag: str, values: Mapping[str, str]) -> None:
        if values.get("id"):
            self.ids.append(values["id"])
        if tag == "a" and values.get("href") is not None:
            self.links.append(values["href"])
        for name in ("src", "srcset", "poster", "data"):
            if values.get(name) and tag != "a":
                self.loads.append(values[name])
        if tag == "link" and values.get("href") and values.get("rel") not in ("canonical", "next", "prev"):
            self.loads.append(values["href"])


@pytest.fixture(scope="module")
def crawled(built_site: Path) -> dict[str, Page]:
    return {
        path.relative_to(built_site).as_posix(): Page(path.read_text(encoding="utf-8"))
        for path in built_site.rglob("*.html")
    }


def _targets(pages: dict[str, Page]) -> Iterator[tuple[str, str, str]]:
    """(page, target page, anchor) of every link inside the site."""
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or name == "404.html":
                continue
            target = join("/", dirname(name), unquote(parts.path)) if parts.path else f"/{name}"
            yield name, normpath(target).lstrip("/") or ".", unquote(parts.fragment)


def test_no_link_and_no_anchor_is_broken(built_site: Path, crawled: dict[str, Page]) -> None:
    broken = []
    count = 0
    files = {path.relative_to(built_site).as_posix() for path in built_site.rglob("*") if path.is_file()}
    for name, target, anchor in _targets(crawled):
        count += 1
        if target == ".":
            target = "index.html"
        if target not in files:
            broken.append(f"{name} → {target}")
        elif (
            anchor
            and not anchor.startswith("__")
            and target in crawled
            and anchor not in crawled[target].anchors
        ):
            broken.append(f"{name} → {target}#{anchor}")
    assert not broken
    assert count > 5000


def test_ids_are_unique_on_each_page(crawled: dict[str, Page]) -> None:
    for name, page in crawled.items():
        own = [anchor for anchor in page.ids if not anchor.startswith("__")]
        assert len(own) == len(set(own)), name


def test_no_page_loads_anything_from_another_host(crawled: dict[str, Page]) -> None:
    for name, page in crawled.items():
        for address in page.loads:
            parts = urlsplit(address)
            assert not parts.netloc and parts.scheme in ("", "data"), (name, address)


def test_everything_that_a_page_loads_is_there(built_site: Path, crawled: dict[str, Page]) -> None:
    for name, page in crawled.items():
        folder = built_site if name == "404.html" else (built_site / name).parent
        for address in page.loads:
            path = unquote(urlsplit(address).path).lstrip("/" if name == "404.html" else "")
            assert address.startswith("data:") or (folder / path).is_file(), (name, address)


def test_every_term_source_and_topic_has_its_page(crawled: dict[str, Page]) -> None:
    for folder, suffix in (("terms", ".yaml"), ("sources", ".yaml")):
        for file in (ROOT / "glossary" / folder).glob("*.yaml"):
            if not file.name.endswith(".import.yaml"):
                assert f"{folder}/{file.name.removesuffix(suffix)}.html" in crawled
    for page in (
        "index",
        "az",
        "topics",
        "abbreviations",
        "compare",
        "sources",
        "about",
        "copy",
        "machines",
        "new",
        "health",
        "all",
        "404",
    ):
        assert f"{page}.html" in crawled


def test_no_term_page_grows_with_the_corpus(built_site: Path, crawled: dict[str, Page]) -> None:
    """Term pages stay out of the navigation, so each links to few others."""
    counts = sorted(len(page.links) for name, page in crawled.items() if name.startswith("terms/"))
    assert counts[len(counts) // 2] < 60


def test_terms_json_has_the_published_form(built_site: Path) -> None:
    data = json.loads((built_site / "api" / "terms.json").read_text(encoding="utf-8"))
    assert data["format"] == 1
    slugs = {term["slug"] for term in data["terms"]}
    assert len(slugs) == len(data["terms"]) > 200
    written = {name for name, spec in TERM.items() if spec.in_json}
    for term in data["terms"]:
        assert written <= set(term)
        assert (built_site / term["url"]).is_file()
        others = {term["broader"], term["replaced_by"], *(pair["term"] for pair in term["contrast"])}
        assert {*term["related"], *term["narrower"], *others} <= slugs | {""}
        for source in term["sources"]:
            assert set(source) == {"source", "name", "also", "says", "in_other_languages"}


def test_a_reader_walks_through_the_site(page: Watched, served: str) -> None:
    page.goto(served + "index.html")
    page.get_by_role("link", name="Metrics and targets").first.click()
    page.get_by_role("heading", name="Metrics and targets", level=1).wait_for()
    page.get_by_role("link", name="First contact resolution", exact=True).first.click()
    page.get_by_role("heading", level=1, name="First contact resolution").wait_for()
    assert page.locator(".gl-def__text").inner_text().startswith("The share of")
    page.get_by_text("in our summary").click()
    page.locator(".gl-said a", has_text="First Contact Resolution Rate (FCRR)").click()
    page.wait_for_url("**#e-first-contact-resolution-rate-fcrr")
    page.go_back()
    page.get_by_role("link", name="Often confused").first.click()
    page.locator(".gl-either__ask").first.click()
    expect(page.locator(".gl-either__own")).to_be_visible()
    expect(page.locator(".gl-pair__difference").first).to_be_visible()
    page.go_back()
    page.get_by_role("heading", level=1, name="First contact resolution").wait_for()
    before = page.url
    page.locator("a[rel=next]").click()
    page.wait_for_url(lambda url: url != before)
    page.locator(".gl-crumbs a").first.click()
    page.get_by_role("heading", name="The essential words").wait_for()
    assert page.trouble == []


def test_the_site_works_opened_from_disk(page: Watched, built_site: Path) -> None:
    page.goto((built_site / "index.html").as_uri())
    page.get_by_role("link", name="A to Z").first.click()
    page.locator(".gl-letters a", has_text="S").click()
    page.get_by_role("link", name="Service level agreement", exact=True).click()
    page.wait_for_url("file:**/terms/service-level-agreement.html")
    assert [line for line in page.trouble if "search" not in line] == []


def test_an_unknown_address_is_answered_in_the_look_of_the_site(page: Watched, served: str) -> None:
    page.goto(served + "terms/no-such-term.html")
    page.get_by_role("heading", name="This page is not here").wait_for()
    page.locator(".gl-lost a", has_text="A to Z").click()
    page.get_by_role("heading", name="A to Z", level=1).wait_for()


@pytest.mark.parametrize(
    "path", ["index.html", "az.html", "terms/churn.html", "compare.html", "sources/groove.html"]
)
def test_no_page_is_wider_than_a_phone(page: Watched, served: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_a_phone_the_magnifier_has_a_name(page: Watched, served: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served + "az.html")
    link = page.get_by_role("link", name="Look up a term")
    assert link.inner_text().strip() and link.bounding_box()["width"] < 60
