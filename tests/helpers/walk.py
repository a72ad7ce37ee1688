"""One reader's walk over every control of the site, the same wherever the pages come from."""

from __future__ import annotations

from helpers.browser import Watched, expect

TERM = "terms/first-contact-resolution.html"


def use_every_control(page: Watched, place: str) -> None:
    """Look up, hover, unfold, switch and explain, from the root of a site that holds the real corpus."""
    _look_up(page, place)
    _read_a_term(page)
    _move_on(page, place)
    _explain(page, place)
    _in_a_side_panel(page, place)


def _look_up(page: Watched, place: str) -> None:
    page.goto(place + "index.html")
    page.locator(".gl-box input").fill("fcr")
    expect(page.locator(".gl-box__option").first).to_contain_text("First contact resolution")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{TERM}")


def _read_a_term(page: Watched) -> None:
    page.locator("article a.gl-t").first.hover()
    expect(page.locator(".gl-pop")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".gl-pop")).to_be_hidden()
    said = page.locator("details.gl-said")
    said.locator("summary").click()
    expect(said.locator("a").first).to_be_visible()
    page.locator("label[title='Switch to dark']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.keyboard.press("/")
    page.keyboard.type("churn")
    expect(page.locator(".gl-dialog .gl-box__option").first).to_contain_text("Churn")
    page.keyboard.press("Escape")
    expect(page.locator(".gl-dialog")).to_be_hidden()


def _move_on(page: Watched, place: str) -> None:
    for link in ("a[rel=next]", "a[rel=prev]"):
        before = page.url
        page.locator(f".gl-turn {link}").click()
        page.wait_for_url(lambda url, before=before: url != before)
    page.goto(place + "az.html")
    page.locator(".gl-letters a").last.click()
    assert "#" in page.url


def _explain(page: Watched, place: str) -> None:
    page.goto(place + "explain.html")
    page.locator(".gl-explain textarea").fill("The SLA was missed and the ticket went to churn.")
    expect(page.locator(".gl-explain a.gl-t").first).to_be_visible()


def _in_a_side_panel(page: Watched, place: str) -> None:
    page.goto(place + "mini.html")
    page.locator("input").fill("sla")
    expect(page.locator(".gl-box__option").first).to_contain_text("Service level agreement")
