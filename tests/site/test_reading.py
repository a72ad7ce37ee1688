"""Reading a term's page: what stands above the fold, cards on links, nothing that jumps, a sheet of paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from helpers.browser import Watched
from helpers.support import from_yaml

ROOT = Path(__file__).resolve().parents[2]
PHONE = {"width": 390, "height": 844}
FCR = "terms/first-contact-resolution.html"


@pytest.fixture
def touch(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    page = Watched(context.new_page())
    page.set_default_timeout(10_000)
    yield page
    context.close()


def _longest() -> list[str]:
    """The terms whose definition and sentence for customers take the most room."""
    terms = {
        path.stem: from_yaml(path.read_text(encoding="utf-8"))
        for path in (ROOT / "glossary" / "terms").glob("*.yaml")
    }

    def room(slug: str) -> int:
        term = terms[slug]
        said = term.get("say_to_customer") or term.get("internal") or ""
        return len(term["definition"]) + len(said) + 2 * len(term["name"])

    return sorted(terms, key=room)[-3:]


@pytest.mark.parametrize("slug", _longest())
def test_what_a_hurried_reader_needs_stands_above_the_fold_of_a_phone(
    touch: Watched, served: str, slug: str
) -> None:
    touch.goto(f"{served}terms/{slug}.html")
    expect(touch.locator(".gl-def .gl-copy")).to_be_visible()
    for part in ("h1", ".gl-def__text", ".gl-def .gl-copy", ".gl-say"):
        box = touch.locator(part).bounding_box()
        assert box["y"] + box["height"] <= PHONE["height"], part


@pytest.mark.parametrize("width", [390, 360])
def test_the_mark_of_trust_takes_one_line_of_a_phone(touch: Watched, served: str, width: int) -> None:
    touch.set_viewport_size({"width": width, "height": 844})
    touch.goto(served + FCR)
    mark = touch.locator(".gl-def .gl-trust")
    expect(mark).to_be_visible()
    assert mark.bounding_box()["height"] < 24


def test_our_own_rule_stands_above_the_fold_right_under_the_definition(
    touch: Watched, tiny_served: str
) -> None:
    touch.goto(tiny_served + "terms/ticket.html")
    parts = [touch.locator(part).bounding_box() for part in ("h1", ".gl-def", "#here", "#say", ".gl-names")]
    tops = [part["y"] for part in parts]
    assert tops == sorted(tops)
    assert parts[-1]["y"] + parts[-1]["height"] <= PHONE["height"]


SHIFTS = """
  window.shifts = [];
  new PerformanceObserver(function (list) {
    list.getEntries().forEach(function (entry) {
      shifts.push(entry.value + ' ' + entry.sources.map(function (s) { return s.node && (s.node.className || s.node.nodeName); }));
    });
  }).observe({type: 'layout-shift', buffered: true});
"""


@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 900}])
@pytest.mark.parametrize("path", [FCR, "az.html", "compare.html", "index.html"])
def test_nothing_moves_while_a_page_loads_or_a_card_opens(
    page: Watched, served: str, path: str, size: dict[str, int]
) -> None:
    page.set_viewport_size(size)
    page.add_init_script(SHIFTS)

    def late(route: object) -> None:
        page.wait_for_timeout(150)
        route.continue_()  # type: ignore[attr-defined] # Playwright's Route

    page.route("**/assets/*.js", late)  # the page is painted before its scripts run
    page.goto(served + path)
    page.wait_for_timeout(300)
    if path == FCR:
        page.locator(".gl-text a.gl-t").first.hover()
        expect(page.locator("#gl-card")).to_be_visible()
        page.wait_for_timeout(100)
    page.wait_for_function(
        "globalThis.glossary?.createLookup && glossary.data?.searchAs"
    )  # no script on its way
    if path == "az.html":
        page.wait_for_function("glossary.data.definitions")
    assert page.evaluate("shifts") == []


def test_a_pointer_that_only_passes_by_opens_nothing(page: Watched, served: str) -> None:
    page.goto(served + FCR)
    box = page.locator(".gl-text a.gl-t").first.bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.move(box["x"] + 5, box["y"] + 90)
    page.wait_for_timeout(400)
    expect(page.locator("#gl-card")).to_be_hidden()


def test_a_card_stands_over_what_has_been_read_and_under_no_header(page: Watched, served: str) -> None:
    page.goto(served + FCR)
    link = page.locator(".gl-text a.gl-t").last
    link.hover()
    card = page.locator("#gl-card")
    expect(card).to_be_visible()
    at, over = link.bounding_box(), card.bounding_box()
    assert over["y"] + over["height"] <= at["y"]
    page.keyboard.press("Escape")
    page.evaluate("top => scrollBy(0, top - 60)", at["y"])  # right under the header: no room above
    page.mouse.move(5, 500)
    link.hover()
    expect(card).to_be_visible()
    at, over = link.bounding_box(), card.bounding_box()
    assert over["y"] >= at["y"] + at["height"]


def test_a_card_goes_when_the_focus_or_the_pointer_goes_on(page: Watched, served: str) -> None:
    page.goto(served + FCR)
    link = page.locator(".gl-text a.gl-t").first
    card = page.locator("#gl-card")
    link.hover()
    expect(card).to_be_visible()
    page.mouse.move(640, 20)
    expect(card).to_be_hidden()
    page.locator(".gl-crumbs a").last.focus()
    while not page.evaluate("document.activeElement.matches('.gl-text a.gl-t')"):
        page.keyboard.press("Tab")
    expect(card).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(card).to_be_hidden()


def test_a_label_of_several_terms_shows_each_meaning(page: Watched, tiny_served: str) -> None:
    page.goto(tiny_served + "terms/key-to-door.html")
    link = page.locator(".gl-def__text a.gl-t")
    assert link.get_attribute("href").endswith("abbreviations.html#ag")
    link.hover()
    card = page.locator("#gl-card")
    expect(card).to_contain_text("“AG” has 2 meanings")
    assert card.locator(".gl-pop__name").all_inner_texts() == ["AgentAG", "Automatic greetingAG"]
    card.locator(".gl-pop__name").last.click()
    page.wait_for_url("**/terms/automatic-greeting.html")


def test_a_link_beside_its_definition_needs_no_card_and_no_second_tap(touch: Watched, served: str) -> None:
    touch.goto(served + "az.html")
    touch.locator(".gl-row a.gl-t").first.tap()
    touch.wait_for_url("**/terms/*.html")


def test_a_tap_beside_the_card_closes_it(touch: Watched, served: str) -> None:
    touch.goto(served + FCR)
    touch.locator(".gl-text a.gl-t").first.tap()
    expect(touch.locator("#gl-card")).to_be_visible()
    touch.locator("h1").tap()
    expect(touch.locator("#gl-card")).to_be_hidden()


def test_a_deprecated_term_keeps_its_page_leaves_the_lists_and_is_still_found(
    page: Watched, tiny_served: str
) -> None:
    page.goto(tiny_served + "terms/pile.html")
    banner = page.locator(".gl-banner")
    expect(banner).to_contain_text("No longer used since December 1, 2025. We say Backlog.")
    for path in ("index.html", "az.html", "topics/numbers.html", "compare.html", "abbreviations.html"):
        page.goto(tiny_served + path)
        assert "Pile" not in page.locator("main").inner_text(), path
    page.goto(tiny_served + "index.html#q=pile")
    expect(page.locator(".gl-box__option").first).to_contain_text("Pile")


def test_a_draft_says_so(page: Watched, tiny_served: str) -> None:
    page.goto(tiny_served + "terms/automatic-greeting.html")
    expect(page.locator(".gl-def .gl-trust")).to_contain_text("Draft")
    expect(page.locator("h1")).to_contain_text("draft")


def test_the_foot_leads_to_the_file_of_the_term(page: Watched, tiny_served: str) -> None:
    page.goto(tiny_served + "terms/ticket.html")
    foot = page.locator(".gl-foot")
    expect(foot).to_contain_text("Reviewed on March 9, 2026")
    link = foot.get_by_role("link", name="Suggest a change")
    expect(link).to_have_attribute("href", "https://github.com/us/words/edit/main/glossary/terms/ticket.yaml")


def test_the_card_of_a_link_over_two_lines_stands_at_its_first(page: Watched, served: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(served + FCR)
    link = page.locator("p a.gl-t").first
    link.evaluate("link => { link.before('Before it '); link.textContent = 'word '.repeat(25); }")
    lines = link.evaluate("link => Array.from(link.getClientRects(), line => line.left)")
    assert lines[0] > lines[1]
    link.focus()
    card = page.locator("#gl-card")
    expect(card).to_be_visible()
    assert card.bounding_box()["x"] == pytest.approx(lines[0], abs=1)


def test_a_long_name_in_the_header_of_a_phone_ends_before_the_lookup(page: Watched, served: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served + FCR)
    title = page.locator(".md-header__title").bounding_box()
    assert title["x"] + title["width"] <= page.locator(".gl-open").bounding_box()["x"] + 1


@pytest.mark.parametrize("path", [FCR, "topics/incidents.html"])
def test_paper_gets_the_sheet_alone_dark_on_light(browser: Browser, served: str, path: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(served + path)
    page.emulate_media(media="print")
    chrome = ".md-header, .md-tabs, .md-footer, .md-sidebar, .gl-crumbs, .gl-turn, .gl-copy, .gl-open, .gl-said, [data-asks]"
    assert page.locator(chrome).count() > 4
    assert page.locator(f":is({chrome}):visible").count() == 0
    assert page.locator("h1").is_visible()
    ink, sheet = page.evaluate(
        """[document.querySelector('h1'), document.body].map(function (element, i) {
          var canvas = document.createElement('canvas').getContext('2d');
          canvas.fillStyle = getComputedStyle(element)[i ? 'backgroundColor' : 'color'];
          canvas.fillRect(0, 0, 1, 1);
          return Math.max.apply(null, canvas.getImageData(0, 0, 1, 1).data.slice(0, 3));
        })"""
    )
    assert ink < 80 and sheet > 240
    assert len(page.pdf(format="A4")) > 10_000
    context.close()
