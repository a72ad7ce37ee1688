"""For everyone: every kind of page in both themes under axe, and by keyboard alone.

The tiny corpus has each kind of page; of the real one the longest pages are looked at as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from helpers.browser import ONLY_WRONG, Watched

THEMES = ("light", "dark")
REAL = (
    "index.html", "az.html", "learn.html", "from-zero.html", "team.html", "paths/week-one.html",
    "terms/ticket.html", "terms/ticket-status.html", "terms/first-contact-resolution.html",
)  # fmt: skip
KEYBOARD = (
    "index.html",
    "az.html",
    "compare.html",
    "explain.html",
    "paths/first-day.html",
    "terms/ticket.html",
    "terms/backlog.html",
)
REDIRECTS = re.compile(r'http-equiv="refresh"')


class Tab:
    """A page in one theme, judged by axe: by every rule in the light, by those about colour in the dark."""

    def __init__(self, page: Page, theme: str) -> None:
        self.page = page
        colours = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
        self.options = ONLY_WRONG | ({"runOnly": colours} if theme == "dark" else {})

    def violations(self, address: str) -> list[str]:
        self.page.goto(address)
        self.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        return [f"{address}: {found}" for found in self.found()]

    def found(self) -> list[str]:
        return [
            f"{found['id']}: {[node['html'][:160] for node in found['nodes'][:3]]}"
            for found in Axe().run(self.page, options=self.options).response["violations"]
        ]


@pytest.fixture(scope="module", params=THEMES)
def tab(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Tab]:
    context = browser.new_context(color_scheme=request.param)
    yield Tab(context.new_page(), request.param)
    context.close()


def _pages(site: Path) -> list[str]:
    return sorted(
        page.relative_to(site).as_posix()
        for page in site.rglob("*.html")
        if not REDIRECTS.search(page.read_text(encoding="utf-8"))
    )


def test_axe_finds_nothing_on_any_kind_of_page(tab: Tab, tiny_site: Path, tiny_served: str) -> None:
    pages = _pages(tiny_site)
    pages = [page for page in pages if page.count("/") == 0 or page.startswith("terms/")] + [
        next(page for page in pages if page.startswith(folder))
        for folder in sorted({page.split("/")[0] + "/" for page in pages if "/" in page} - {"terms/"})
    ]
    assert {"404.html", "mini.html", "index.html", "terms/pile.html", "terms/backlog.html"} <= set(pages)
    assert [found for page in pages for found in tab.violations(tiny_served + page)] == []


def test_axe_finds_nothing_on_the_longest_pages(tab: Tab, served: str) -> None:
    assert [found for page in REAL for found in tab.violations(served + page)] == []


def test_axe_finds_nothing_with_a_card_open(tab: Tab, served: str) -> None:
    tab.page.goto(served + REAL[-1])
    tab.page.locator(".gl-text a.gl-t").first.hover()
    tab.page.locator("#gl-card").wait_for(state="visible")
    assert tab.found() == []


def test_headings_go_down_by_one_step_and_begin_with_one_first(tiny_site: Path) -> None:
    wrong = []
    for page in _pages(tiny_site):
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", (tiny_site / page).read_text("utf-8"))]
        steps = all(after <= before + 1 for before, after in pairwise(levels))
        if levels[:1] != [1] or levels.count(1) != 1 or not steps:
            wrong.append((page, levels))
    assert wrong == []


def test_every_page_names_its_language_and_its_main_part(tiny_site: Path) -> None:
    for page in _pages(tiny_site):
        text = (tiny_site / page).read_text("utf-8")
        assert '<html lang="en"' in text, page
        assert len(re.findall(r"<main\b", text)) == 1, page


# What a reader can see and work, and has not turned off; of one group of radio buttons, one.
STOPS = """() => Array.from(document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]'))
  .filter(one => !one.disabled && one.tabIndex >= 0 && (one.checked && one.type === 'radio' ||
    one.checkVisibility({visibilityProperty: true, opacityProperty: true}) && one.type !== 'radio'))
  .map((one, i) => { one.dataset.stop = i; return i; })"""

SEEN = """() => {
  const one = document.activeElement;
  const looks = [getComputedStyle(one), getComputedStyle(one, '::after')];
  if (one.nextElementSibling) looks.push(getComputedStyle(one.nextElementSibling));
  const ring = looks.some(look => look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2 ||
    look.boxShadow !== 'none');
  const box = one.getBoundingClientRect();
  const there = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
  return [one.dataset.stop === undefined ? -1 : +one.dataset.stop, ring && there, one.outerHTML.slice(0, 120)];
}"""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", KEYBOARD)
def test_the_tab_key_reaches_every_control_and_shows_where_it_is(
    page: Watched, tiny_served: str, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(tiny_served + path)
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    stops = set(page.evaluate(STOPS))
    assert len(stops) >= 3
    reached: set[int] = set()
    unseen = []
    for _ in range(len(stops) + 10):
        page.keyboard.press("Tab")
        stop, ring, html = page.evaluate(SEEN)
        reached.add(stop)
        if stop >= 0 and not ring:
            unseen.append(html)
    assert unseen == []
    missed = [
        page.locator(f"[data-stop='{stop}']").evaluate("one => one.outerHTML.slice(0, 120)")
        for stop in stops - reached
    ]
    assert missed == []


def test_the_menu_of_a_narrow_screen_opens_by_keyboard(page: Watched, tiny_served: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(tiny_served + "terms/ticket.html")
    menu = page.get_by_role("button", name="Menu")
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("document.activeElement.textContent").strip() == "Home"
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    page.keyboard.press(" ")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/az.html")
    assert page.trouble == []


def test_the_first_stop_leads_past_the_header_to_the_content(page: Watched, tiny_served: str) -> None:
    page.goto(tiny_served + "terms/ticket.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Skip to content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('article').contains(document.activeElement)")


def test_nothing_moves_for_readers_who_ask_for_stillness(browser: Browser, tiny_served: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    tab = context.new_page()
    for path in ("index.html", "terms/ticket.html", "mini.html"):
        tab.goto(tiny_served + path)
        moving = tab.evaluate(
            """Array.from(document.querySelectorAll('*')).filter(one => {
              const look = getComputedStyle(one);
              return parseFloat(look.transitionDuration) > 0 || look.animationName !== 'none';
            }).map(one => one.className)"""
        )
        assert moving == [], path
    context.close()
