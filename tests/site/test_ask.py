"""Whom to ask: beside the definition, on the term's page, in the lookup and in the panel."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from helpers.browser import Watched

ASKED = "Ask Ann (mail, chat); deputy: Bo (mail)"


def leads_to_people(place: Locator) -> None:
    expect(place).to_have_text(ASKED)
    to = [one.get_attribute("href") for one in place.get_by_role("link").all()]
    assert to == [
        "mailto:ann@example.org",
        "https://chat.example.org/ann?a=1&b=2",
        "mailto:bo@example.org",
    ]
    assert place.get_by_role("link", name="chat with Ann").get_attribute("rel") == "noopener"


def test_the_page_of_a_term_says_whom_to_ask(page: Watched, tiny_served: str) -> None:
    page.goto(tiny_served + "terms/queue.html")
    leads_to_people(page.locator(".gl-foot .gl-ask"))
    page.goto(tiny_served + "terms/agent.html")
    expect(page.locator(".gl-foot .gl-ask")).to_have_count(0)


@pytest.mark.parametrize("where", ["", "mini.html"])
def test_the_lookup_says_it_for_the_chosen_term(page: Watched, tiny_served: str, where: str) -> None:
    page.goto(tiny_served + where)
    page.locator(".gl-box__input").fill("queue")
    leads_to_people(page.locator(".gl-box__tools .gl-ask"))
    page.locator(".gl-box__input").fill("agent")
    expect(page.locator(".gl-box__option").first).to_contain_text("Agent")
    expect(page.locator(".gl-ask")).to_have_text("")


def test_on_a_phone_the_lookup_says_it_in_the_line_of_its_buttons(page: Watched, tiny_served: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(tiny_served)
    page.locator(".gl-box__input").fill("queue")
    leads_to_people(page.locator(".gl-box__tools .gl-ask"))
    tools, button = page.locator(".gl-box__tools"), page.locator(".gl-box__tools button").first
    heights = [place.evaluate("one => one.offsetHeight") for place in (tools, button)]
    assert heights[0] < 70 and heights[1] < 50, (
        heights
    )  # in a column of letters it made them higher than a page
