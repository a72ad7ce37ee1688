"""A to Z of a glossary that one page would not carry well: a page for each letter, and one that leads there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from html import unescape
from itertools import dropwhile, takewhile
from urllib.parse import urldefrag, urljoin

from helpers.rows import each_row
from helpers.support import glossary, term, world_of
from site_gen.model.letters import letter
from site_gen.pages.render import set_pages
from site_gen.pages.views import World, letters

KB = 1024
LIGHT = 130 * KB  # a page of at most 150 KB, without what the theme puts around it
ABOVE = world_of(glossary()).most_lines("az")
NAMES: Mapping[str, tuple[int, Callable[[int], str]]] = {  # how many, and the name of each
    "an alphabet": (5_000, lambda n: f"{chr(ord('a') + n * n % 26)}word {n}"),
    "one letter": (ABOVE + 100, lambda n: f"Same {n:05}"),
    "one letter and others": (ABOVE + 100, lambda n: f"{'SSSSSЖ1'[n % 7]}b {n}"),
    "a sign for each few": (ABOVE + 100, lambda n: f"{chr(0x4E00 + n % 1500)}{n}"),
}


def is_az(page: tuple[str, str]) -> bool:
    return page[0].startswith(("az.", "az/"))


def az(world: World) -> dict[str, str]:
    """A to Z and the pages of letters, by their address; the pages after them are not made."""
    made = takewhile(is_az, dropwhile(lambda page: not is_az(page), set_pages(world)))
    return {path.replace(".md", ".html"): text for path, text in made}


@cache
def large(kind: str) -> tuple[World, dict[str, str]]:
    found = world(*NAMES[kind])
    return found, az(found)


def world(count: int, name: Callable[[int], str]) -> World:
    return world_of(glossary(*(term(f"t{n}", name=name(n)) for n in range(count))))


def of(text: str, attribute: str) -> list[str]:
    return [unescape(value) for value in re.findall(rf'\b{attribute}="([^"]*)"', text)]


def terms_on(text: str) -> list[str]:
    return re.findall(r'class="gl-t" href="(?:\.\./)?terms/(\w+)\.html"', text)


@each_row("kind", NAMES)
def test_each_letter_has_a_light_page_and_each_term_stands_on_one(kind: str) -> None:
    world, pages = large(kind)
    first, *others = pages
    assert first == "az.html"
    assert all(re.fullmatch(r"az/[a-z0-9-]+\.html", path) for path in others)
    assert len(others) < 30
    assert {path: len(text) for path, text in pages.items() if len(text.encode()) > LIGHT} == {}
    found = [slug for path in others for slug in terms_on(pages[path])]
    assert found == [one.slug for group in letters(world.listed) for one in group.lines]
    assert terms_on(pages[first]) == []


@each_row("kind", NAMES)
def test_letters_keep_their_addresses_and_every_page_leads_to_every_other(kind: str) -> None:
    world, pages = large(kind)
    ids = {path: Counter(of(text, "id")) for path, text in pages.items()}
    anchors = {"other" if name == "0–9" else name.lower() for name in (letter(t.name) for t in world.listed)}
    assert ids["az.html"] == Counter(anchors)
    for path, text in pages.items():
        to = {urljoin(path, href) for href in of(text, "href") if "az" in href or "/" not in href}
        linked = {urldefrag(address) for address in to if address.startswith("az")}
        assert {address.url for address in linked} >= pages.keys() - {path}
        assert all(ids[one.url][one.fragment] == 1 for one in linked if one.fragment)
        assert all(one.url in pages for one in linked)
        assert text.count('aria-current="page"') == (
            0 if path == "az.html" else 2
        )  # the way here, and the row


def test_the_page_of_a_letter_has_the_choices_of_all_and_counts_its_own() -> None:
    terms = [
        term(f"t{n}", name=f"{'AB'[n % 2]} {n}", level=("essential", "working")[n % 2])
        for n in range(ABOVE + 2)
    ]
    page = az(world_of(glossary(*terms)))["az/b.html"]
    assert 'value="essential"' in page and 'value="working"' in page
    assert len(terms_on(page)) == page.count('data-level="working"')
    assert f'<p role="status">{len(terms_on(page))} terms</p>' in page


def test_below_that_one_page_has_them_all() -> None:
    pages = az(world(ABOVE, lambda n: f"Word {n}"))
    assert list(pages) == ["az.html"]
    assert len(terms_on(pages["az.html"])) == ABOVE
