"""A walk with the accessibility tree: what a screen reader is told on each kind of page, and what a finger can hit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from helpers.browser import Watched

KINDS = (
    "index.html", "az.html", "topics.html", "compare.html", "abbreviations.html", "learn.html", "explain.html",
    "about.html", "panel.html", "new.html", "copy.html", "machines.html", "sources.html", "cards.html", "quiz.html",
    "terms/ticket.html", "terms/backlog.html", "404.html", "mini.html",
)  # fmt: skip
# What stands by itself; a link within a sentence may be as small as its words (WCAG 2.2, 2.5.8).
TARGETS = """() => Array.from(document.querySelectorAll(
    '.gl-crumbs a, .gl-end a, .gl-letters a, .gl-table tbody th a, .gl-mini h1 a, .gl-either a, .gl-turn a, ' +
    '.gl-panel__bar a, button, select, summary, main input'))
  .filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true}) && !one.disabled)
  .map(one => [one.getBoundingClientRect(), one.outerHTML.slice(0, 90)])
  .filter(([box]) => box.width > 1 && (box.width < 23.5 || box.height < 23.5))
  .map(([box, html]) => `${Math.round(box.width)}x${Math.round(box.height)} ${html}`)"""


class Tree:
    """The accessibility tree of a page as Chromium hands it to a screen reader."""

    def __init__(self, page: Watched) -> None:
        session = page.context.new_cdp_session(page.page)
        nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
        session.detach()
        self.nodes = {node["nodeId"]: node for node in nodes}

    def of(self, role: str) -> list[dict[str, Any]]:
        return [node for node in self.nodes.values() if _role(node) == role]

    def below(self, node: dict[str, Any]) -> Iterator[dict[str, Any]]:
        for child in node.get("childIds", ()):
            if child in self.nodes:
                yield self.nodes[child]
                yield from self.below(self.nodes[child])


def _role(node: dict[str, Any]) -> str:
    return "" if node.get("ignored") else str(node.get("role", {}).get("value", ""))


def _name(node: dict[str, Any]) -> str:
    return str(node.get("name", {}).get("value", ""))


@pytest.mark.parametrize("path", KINDS)
def test_each_page_tells_its_parts_and_has_the_lookup_within_three_stops(
    page: Watched, tiny_served: str, path: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(tiny_served + path)
    tree = Tree(page)
    assert len(tree.of("main")) == 1
    assert "Look up a term" in [_name(node) for node in tree.of("search")]
    nameless = [node for role in ("link", "button", "combobox", "textbox", "searchbox", "checkbox", "radio", "img")
                for node in tree.of(role) if not _name(node).strip()]  # fmt: skip
    assert nameless == []
    assert page.evaluate(TARGETS) == []
    # from the beginning of the page, wherever it has put the focus
    page.evaluate(
        "const {body} = document; body.tabIndex = -1; body.focus(); body.removeAttribute('tabindex')"
    )
    inside = []
    for _ in range(3):
        page.keyboard.press("Tab")
        inside.append(page.evaluate("Boolean(document.activeElement.closest('[role=search]'))"))
    assert any(inside)


def test_the_neighbors_are_read_as_the_list_that_they_are(page: Watched, tiny_served: str) -> None:
    page.goto(tiny_served + "terms/ticket.html")
    tree = Tree(page)
    (star,) = [node for node in tree.of("list") if _name(node).startswith("Neighbors of")]
    items = [node for node in tree.below(star) if _role(node) == "listitem"]
    links = [_name(node) for node in tree.below(star) if _role(node) == "link"]
    assert len(items) == len(links) >= 3
    assert all(": " in name for name in links)
    page.locator(".gl-star a").first.click()
    page.wait_for_url("**/terms/*.html")


def test_the_parts_of_an_option_are_told_apart(page: Watched, tiny_served: str) -> None:
    page.goto(tiny_served)
    page.locator(".gl-box__input").fill("agent")
    expect(page.locator(".gl-box__option .gl-box__def").first).not_to_have_text("")
    option = Tree(page).of("option")[0]
    assert _name(option).startswith("Agent, AG, ")


@pytest.mark.parametrize("path", ["terms/ticket.html", "compare.html", "az.html", "panel.html"])
@pytest.mark.parametrize("width", [360, 820])
def test_no_page_scrolls_sideways(page: Watched, tiny_served: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(tiny_served + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
