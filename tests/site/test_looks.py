"""How pages look: edges and measures, what is not said twice, what paper gets, what the panel offers."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from helpers.browser import Watched

WIDE = {"width": 1440, "height": 900}
AHT = "terms/average-handle-time.html"
SHEETS = re.compile(rb"/Type\s*/Page\b")
# Where the blocks of a term's page end at the right, those beside each other left out.
RIGHTS = """() => Array.from(document.querySelectorAll('.gl-term > *, .md-content__inner > *'))
  .filter(one => one.checkVisibility() && one.getClientRects().length)
  .map(one => one.getBoundingClientRect().right)"""


@pytest.mark.parametrize("path", [AHT, "terms/ticket-status.html", "terms/chargeback.html"])
def test_all_of_a_terms_page_ends_at_one_right_edge(page: Watched, served: str, path: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(served + path)
    edge = page.locator(".gl-def").evaluate("one => one.getBoundingClientRect().right")
    rights = page.evaluate(RIGHTS)
    assert len(rights) > 8
    assert max(rights) == edge


def test_no_page_says_its_definition_again_in_a_pair_nor_a_label_in_its_sentence(built_site: Path) -> None:
    pairs = 0
    for path in built_site.glob("terms/*.html"):
        text = path.read_text("utf-8")
        own = re.search(r'name="description" content="([^"]*)"', text)
        others = re.findall(r'gl-pair__def">([^<]*)<', text)
        assert own is None or own[1] not in others, path.name
        said = re.findall(r'gl-pair__difference">(?:<strong>)?([^<:]*):?(?:</strong>)? ([^<]*)', text)
        assert [line for label, line in said if label and line.startswith(label)] == [], path.name
        pairs += len(others)
    assert pairs > 1000


@pytest.mark.parametrize("slug", ["ticket-status", "response-time", "support-tier"])
def test_states_clocks_and_tiers_are_drawn_and_told_in_words(built_site: Path, slug: str) -> None:
    text = (built_site / "terms" / f"{slug}.html").read_text("utf-8")
    figure = re.search(r'<figure class="gl-diagram" tabindex="0">.*?</figure>', text, re.S)
    assert figure
    assert "<script" not in figure[0]
    assert figure[0].count("<line ") == figure[0].count("<li>") >= 2


@pytest.mark.parametrize("path", ["az.html", "topics/metrics.html", "abbreviations.html"])
def test_lines_of_a_list_have_a_readable_measure(page: Watched, served: str, path: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(served + path)
    lines = page.locator(".gl-row__def, .gl-table td:last-child")
    expect(lines.nth(20)).to_have_text(re.compile("."))
    letters = lines.nth(20).evaluate(
        """one => { const pen = document.createElement('canvas').getContext('2d');
          const look = getComputedStyle(one);
          pen.font = `${look.fontSize} ${look.fontFamily}`;
          return one.getBoundingClientRect().width / pen.measureText('a message from the desk').width * 23; }"""
    )
    assert letters <= 90


def test_the_foot_of_each_page_says_what_the_site_is(page: Watched, served: str) -> None:
    page.goto(served + AHT)
    foot = page.locator(".gl-end")
    for name in ("Side panel", "What's new", "Take a copy", "License"):
        expect(foot.get_by_role("link", name=name)).to_be_visible()
    expect(foot.locator(".gl-end__edition")).to_be_hidden()  # a copy without history has none to tell
    foot.get_by_role("button", name="Keys").click()
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()


def test_the_foot_says_the_edition_of_a_site_with_history(page: Watched, served: str) -> None:
    def with_edition(route: Route) -> None:
        data = route.fetch().text()
        assert '"edition": ""' in data
        told = data.replace('"edition": ""', '"edition": "2026-11-28 0123456789"')
        route.fulfill(body=told, content_type="text/javascript")

    page.route("**/lookup-data.js*", with_edition)
    page.goto(served + AHT)
    expect(page.locator(".gl-end .gl-end__edition")).to_have_text("Edition November 28, 2026")


@pytest.mark.parametrize("path", ["topics/metrics.html", "terms/ticket.html"])
def test_what_can_be_opened_shows_it(page: Watched, served: str, path: str) -> None:
    page.goto(served + path)
    sign = page.locator("main summary").first.evaluate(
        "one => { const {content, maskImage} = getComputedStyle(one, '::after'); return [content, maskImage]; }"
    )
    assert sign[0] == '""' and sign[1].startswith("url(")


def test_the_longest_terms_take_one_sheet_and_no_heading_keeps_its_bar(
    page: Watched, served: str, built_site: Path
) -> None:
    longest = sorted(built_site.glob("terms/*.html"), key=lambda path: -path.stat().st_size)
    in_large_letters = (path for path in longest if "gl-term--small" not in path.read_text("utf-8"))
    for path in (*longest[:5], *islice(in_large_letters, 5)):
        page.goto(f"{served}terms/{path.name}")
        assert len(SHEETS.findall(page.pdf(format="A4"))) == 1, path.name
    page.emulate_media(media="print")
    bar = "one => getComputedStyle(one, '::before').display"
    assert page.locator(".md-content__inner > h2").first.evaluate(bar) == "none"


def test_all_terms_print_with_numbers_of_pages_and_formulas_in_words(
    page: Watched, served: str, built_site: Path
) -> None:
    page.goto(served + "all.html")
    page.emulate_media(media="print")
    expect(page.locator("header .day")).to_have_count(0)  # likewise
    expect(page.locator("#average-handle-time .formula")).to_contain_text("÷ contacts handled")
    numbers = page.evaluate(
        "Array.from(document.styleSheets).some(sheet => Array.from(sheet.cssRules).some("
        "rule => rule.cssText.includes('counter(page)')))"
    )
    assert numbers


SELECTED = "<p>The customer asks for a refund today.</p>"


def test_the_bookmark_opens_the_panel_with_what_is_selected(page: Watched, served: str) -> None:
    page.goto(served + "panel.html")
    bookmark = page.locator(".gl-bookmarklet")
    expect(bookmark).to_have_attribute("href", re.compile("^javascript:"))
    code = str(bookmark.get_attribute("href")).removeprefix("javascript:")
    page.route("**/ticket", lambda route: route.fulfill(body=SELECTED, content_type="text/html"))
    page.goto(served + "ticket")
    page.evaluate(
        "getSelection().setBaseAndExtent(document.querySelector('p').firstChild, 24, document.querySelector('p').firstChild, 30)"
    )
    with page.context.expect_page() as opened:
        page.evaluate(f"{code}")
    panel = opened.value
    expect(panel.locator(".gl-box__option").first).to_contain_text("Refund")
    assert panel.url == f"{served}mini.html#q=refund"


def test_each_way_beside_a_tool_names_the_vendors_page_its_day_and_that_it_is_not_tried(
    page: Watched, served: str
) -> None:
    page.goto(served + "panel.html")
    expect(page.locator("h3")).to_have_text(
        ["Zendesk", "Freshdesk", "Salesforce", "The browser's side bar", "The browser's address bar"]
    )
    told = page.locator("p", has_text="From the vendor's page").all_inner_texts()
    assert len(told) == 5
    assert [text for text in told if not re.search(r"read on \w+ \d+, \d{4} · not tried$", text)] == []
