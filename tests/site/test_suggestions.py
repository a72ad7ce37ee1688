"""What readers send to the desk: a correction in two clicks, without an account, script or storage needed."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from helpers.browser import Watched

TERM = "terms/ticket.html"
MAIL = "mailto:words@desk.example?subject={title}&body={body}"
NO_STORAGE = """
Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});
"""


def fields(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def parts(page: Watched) -> dict[str, str]:
    """The parts that "Something wrong?" shows, each with its address."""
    page.get_by_role("button", name="Something wrong?").click()
    page.locator(".gl-wrong__parts").wait_for()
    links = page.locator(".gl-wrong__parts a").all()
    return {link.inner_text(): str(link.get_attribute("href")) for link in links}


@pytest.fixture
def bare(browser: Browser) -> Watched:
    """A browser that keeps nothing."""
    context = browser.new_context()
    context.add_init_script(NO_STORAGE)
    page = Watched(context.new_page())
    page.set_default_timeout(10_000)
    return page


@pytest.mark.parametrize("where", ["served", "disk"])
def test_a_correction_takes_two_clicks(bare: Watched, tiny_site: Path, tiny_served: str, where: str) -> None:
    bare.goto((tiny_served if where == "served" else f"{tiny_site.as_uri()}/") + TERM)
    before = list(bare.trouble)  # the theme's own scripts, which want a storage
    found = parts(bare)
    assert list(found) == [
        "Definition",
        "Here",
        "Details",
        "Example",
        "What we say to customers",
        "Something else",
    ]
    asked = fields(found["What we say to customers"])
    assert asked["template"] == "correction.yml"
    assert asked["title"] == "Correction: Ticket"
    assert (asked["term"], asked["field"]) == ("Ticket", "What we say to customers")
    assert asked["text"] == "I have opened a ticket for you."
    assert "text" not in fields(found["Something else"])
    bare.keyboard.press("Escape")
    expect(bare.locator(".gl-wrong__parts")).to_be_hidden()
    assert bare.trouble == before
    if where == "served":  # from disk axe may not read the stylesheets
        bare.get_by_role("button", name="Something wrong?").click()
        assert Axe().run(bare.page).response["violations"] == []


def test_a_mail_has_all_in_words_and_is_no_longer_than_programs_take(page: Watched, tiny_served: str) -> None:
    page.goto(tiny_served + TERM)
    parts(page)
    long = "Ü" * 5000
    mail = page.evaluate(
        "([pattern, text]) => glossary.suggest.filled(pattern, {title: 'T & b', term: 'T', field: 'Details', text,"
        " edition: '2026-11-28 abc'})",
        [MAIL, long + "\ud83d"],
    )
    assert len(mail) <= 1900
    body = fields(mail)["body"]
    assert fields(mail)["subject"] == "T & b"
    assert body.startswith("Term: T\r\n\r\nPart of the term: Details\r\n\r\nText as read: ÜÜÜ")
    assert " …\r\n\r\nEdition of the site: 2026-11-28 abc\r\n\r\n" in body


def test_where_the_script_does_not_load_it_is_a_plain_link(page: Watched, tiny_served: str) -> None:
    asked: list[str] = []
    page.route("**/assets/suggest.js", lambda route: route.abort())
    page.route("https://github.com/**", lambda route: (asked.append(route.request.url), route.abort()))
    page.goto(tiny_served + TERM)
    page.get_by_role("button", name="Something wrong?").click()
    page.wait_for_timeout(500)
    assert [fields(url)["term"] for url in asked] == ["Ticket"]


def test_where_nobody_listens_nothing_is_offered(page: Watched, served: str) -> None:
    page.goto(served + TERM)
    expect(page.locator(".gl-wrong")).to_have_count(0)
