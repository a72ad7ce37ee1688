"""A to Z and the confusable pairs, narrowed down by topic, level and source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from helpers.browser import Watched, expect
from helpers.support import glossary, source, term, topic, world_of
from site_gen.pages.views import az_view, compare_view, home_view, topic_views

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

TOPICS = (topic("calls", "Calls"), topic("desk", "Desk"), topic("empty", "Empty"))


def test_only_choices_that_part_the_list_are_offered() -> None:
    corpus = glossary(
        term("one", topics=("calls", "desk"), level="essential"),
        term("two", topics=("desk",)),
        term("old", topics=("empty",), status="deprecated", level="reference"),
        topics=TOPICS,
        sources=(source("blue", {"One": "one", "Uno": "one", "Old": "old"}), source("red", {"Old": "old"})),
    )
    view = az_view(world_of(corpus))
    assert [(facet.key, [value for value, _ in facet.options]) for facet in view.facets] == [
        ("topic", ["calls", "desk"]),
        ("level", ["essential", "working"]),
    ]  # one source alone parts nothing that a reader would ask for
    one = view.items["one"]
    assert (one.topic, one.level, one.source) == ("calls desk", "essential", "blue")
    assert set(view.items) == {"one", "two"}


def test_the_home_page_counts_sources_that_terms_were_merged_from() -> None:
    sources = (source("blue", {"One": "one"}), source("kept", {"Uno": "", "Dos": ""}), source("bare", {}))
    assert home_view(world_of(glossary(term("one"), sources=sources)), ()).sources == 1
    assert home_view(world_of(glossary(term("one"), sources=sources[1:])), ()).sources == 0


def test_a_pair_is_found_by_either_side_and_stands_under_every_topic_that_both_have() -> None:
    corpus = glossary(
        term("one", topics=("calls", "desk"), contrast={"two": "x", "three": "y"}),
        term("two", topics=("desk", "calls"), level="essential"),
        term("three", topics=("calls",)),
        topics=TOPICS,
    )
    world = world_of(corpus)
    view = compare_view(world)
    found = [
        (line.term.slug, line.item.level, [other.slug for other in line.others])
        for letter in view.sections
        for line in letter.lines
    ]
    assert found == [
        ("one", "working", ["three", "two"]),
        ("three", "working", ["one"]),
        ("two", "essential", ["one"]),
    ]
    assert (view.pairs, view.count) == (2, 3)
    shown = {view.topic.id: [pair.anchor for pair in view.pairs] for view in topic_views(world)}
    assert shown == {"calls": ["one-vs-two", "one-vs-three"], "desk": ["one-vs-two"]}


def shown(page: Watched) -> int:
    return int(page.locator("[data-topic]:visible").count())


def test_choices_narrow_the_list_and_stand_in_the_address(page: Watched, served: str) -> None:
    page.goto(served + "az.html")
    status = page.locator(".gl-filter [role=status]")
    every = shown(page)
    expect(status).to_have_text(f"{every:,} terms")
    expect(page.get_by_role("button", name="Clear")).to_be_hidden()
    page.get_by_label("Topic").select_option(label="Metrics and targets")
    metrics = shown(page)
    assert 0 < metrics < every
    page.get_by_label("Level").select_option(label="Essential")
    both = shown(page)
    assert 0 < both < metrics
    assert page.url == served + "az.html#topic=metrics&level=essential"
    expect(status).to_have_text(f"{both} of {every:,} terms")
    page.reload()
    assert shown(page) == both
    assert page.get_by_label("Topic").input_value() == "metrics"
    page.get_by_role("button", name="Clear").click()
    page.wait_for_url(served + "az.html")
    assert shown(page) == every
    expect(page.get_by_label("Topic")).to_be_focused()
    assert page.trouble == []


def test_letters_without_terms_go_and_the_others_jump_with_the_choice_kept(
    page: Watched, served: str
) -> None:
    page.goto(served + "az.html#topic=knowledge")
    links = page.locator(".gl-letters a:visible")
    anchors = [text.lower() for text in links.all_inner_texts()]
    assert 0 < len(anchors) < 20
    assert anchors == [heading.lower() for heading in page.locator(".gl-letter h2:visible").all_inner_texts()]
    count = shown(page)
    links.last.click()
    page.wait_for_url(f"**/az.html#topic=knowledge&letter={anchors[-1]}")
    assert shown(page) == count
    top = page.locator(f"#{anchors[-1]}").bounding_box()["y"]
    assert top < 900
    page.go_back()
    assert shown(page) == count


def test_a_choice_is_kept_on_the_pages_of_other_letters(page: Watched, served: str) -> None:
    def lead_there(route: Route) -> None:
        found = re.sub(r'(class="gl-letters"[^>]*>)', r'\1<a href="az/b.html">B 2</a>', route.fetch().text())
        route.fulfill(body=found, content_type="text/html; charset=utf-8")

    page.route("**/az.html", lead_there)
    page.goto(served + "az.html")
    link = page.get_by_role("link", name="B 2")
    expect(link).to_be_visible()
    page.get_by_label("Level").select_option(label="Essential")
    expect(link).to_have_js_property("href", served + "az/b.html#level=essential")
    page.get_by_role("button", name="Clear").click()
    expect(link).to_have_js_property("href", served + "az/b.html")
    expect(link).to_be_visible()
    assert page.trouble == []


def test_the_choices_work_by_keyboard_alone(page: Watched, served: str) -> None:
    page.goto(served + "az.html")
    page.get_by_label("Level").focus()
    page.keyboard.press("e")  # Essential
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Clear")).to_be_focused()
    assert page.url.endswith("#level=essential")
    page.keyboard.press("Enter")
    page.wait_for_url(served + "az.html")


@pytest.mark.parametrize("hash_", ["#topic=nowhere", "#level=", "#s", "#q=sla", "#topic=%E0%A4%A"])
def test_an_address_that_asks_for_nothing_known_shows_all(page: Watched, served: str, hash_: str) -> None:
    page.goto(served + "az.html" + hash_)
    assert shown(page) == page.locator("[data-topic]").count()
    assert page.trouble == []


def test_pairs_are_narrowed_down_and_each_has_an_address_to_send(page: Watched, served: str) -> None:
    page.goto(served + "compare.html")
    every = shown(page)
    page.get_by_label("Level").select_option(label="Essential")
    assert 0 < shown(page) < every
    page.get_by_label("Words").fill("transfer cold")
    expect(page.locator(".gl-filter [role=status]")).to_have_text(re.compile(f"^[1-9] of {every:,} terms$"))
    page.locator(".gl-either__ask:visible").first.click()
    address = page.locator(".gl-pair__address").first
    anchor = address.get_attribute("href")
    assert "cold-transfer" in anchor
    address.click()
    expect(page.locator(".gl-pair--named")).to_have_count(1)
    assert page.url == served + "compare.html" + anchor
    assert page.trouble == []


def test_the_address_of_a_pair_opens_it_with_both_definitions(page: Watched, served: str) -> None:
    page.goto(served + "compare.html#cold-transfer-vs-warm-transfer")
    line = page.locator(".gl-either__open")
    expect(line.locator(".gl-pair--named .gl-pair__name")).to_contain_text(
        re.compile("^(Cold|Warm) transfer")
    )
    texts = line.locator(
        ".gl-either__own, .gl-pair--named .gl-pair__def, .gl-pair--named .gl-pair__difference"
    )
    assert [len(text.split()) > 8 for text in texts.all_inner_texts()] == [True] * 3
    button = line.locator(".gl-either__ask")
    expect(button).to_have_attribute("aria-expanded", "true")
    button.press("Enter")
    expect(line).to_have_count(0)
    expect(page.locator(".gl-pair--named")).to_be_hidden()
    assert page.trouble == []


def test_all_differences_show_each_pair_once(page: Watched, served: str) -> None:
    page.goto(served + "compare.html")
    page.get_by_role("button", name="Show every difference").click()
    pairs = page.locator("[data-pair]:visible")
    expect(pairs.last).to_be_visible(timeout=30_000)  # hundreds of them are made
    shown = pairs.evaluate_all("all => all.map((one) => one.dataset.pair)")
    told = int(page.locator(".gl-lead").inner_text().split()[0].replace(",", ""))
    assert len(shown) == len(set(shown)) == told > 100
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    assert sheets <= 13 * max(1, told / 850)
    assert page.trouble == []


def test_a_list_of_all_terms_gets_its_definitions(page: Watched, served: str) -> None:
    page.goto(served + "az.html")
    rows = page.locator(".gl-row")
    expect(page.locator(".gl-row__def")).to_have_count(rows.count())
    ticket = page.locator(".gl-row", has=page.locator("[href='terms/ticket.html']"))
    expect(ticket).to_contain_text("A record of one request")
    assert page.trouble == []


def test_without_scripts_the_whole_list_stands(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page: Any = context.new_page()
    page.goto(served + "compare.html")
    page.get_by_role("link", name="Cold transfer", exact=True).click()
    page.wait_for_url("**/terms/cold-transfer.html#dont-confuse-with")
    expect(page.locator(".gl-pair", has_text="Warm transfer")).to_contain_text("The difference ")
    page.goto(served + "az.html")
    assert page.locator(".gl-row:visible").count() == page.locator(".gl-row").count() > 200
    expect(page.locator(".gl-filter")).to_be_hidden()
    context.close()
