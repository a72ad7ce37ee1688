"""Lists of the whole set of terms that one page would not carry well: parts, and a page that leads to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from math import ceil
from pathlib import Path
from posixpath import normpath
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as some

from helpers.browser import Watched, expect, serving
from helpers.rows import each_row
from helpers.support import glossary, term, world_of
from helpers.tried import tried
from site_gen.catalog import catalog
from site_gen.model.published import LIST_WEIGHT, PUBLISHED, SCRIPTS
from site_gen.pages.render import pages, set_pages
from site_gen.pages.views import World
from site_gen.pages.views.parts import SHARE, Part, Section, by_letter, by_number, under_letters
from site_gen.pipeline import all_files
from site_gen.publish.assets import assets

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LISTS = ("az", "compare", "abbreviations", "from-zero")
SMALL = 640  # so that a page has 11, 8, 4 and 12 lines


def world(terms: int, weight: int = SMALL) -> World:
    """Terms that are each in every list; each two share an abbreviation, which the text of others names."""
    shared = [f"{'QQé1'[n % 4]}{n}X" for n in range(ceil(terms / 2))]
    made = glossary(
        *(
            term(
                f"t{n}",
                name=f"{'ABBBж1'[n % 6]}{n} word",
                abbreviations=(shared[n // 2], f"S{n}X"),
                details=f"See {shared[(n // 2 + 1) % len(shared)]}.",
                level=("essential", "working")[n % 2],
                contrast={f"t{(n + 1) % terms}": "The one differs."},
            )
            for n in range(terms)
        )
    )
    return replace(world_of(made), list_weight=weight)


def made(of: World, name: str) -> dict[str, str]:
    """The pages of a list by their addresses."""
    folder = f"{name}/"
    every = ((path.replace(".md", ".html"), text) for path, text in set_pages(of))
    return {path: text for path, text in every if path == f"{name}.html" or path.startswith(folder)}


def addresses(text: str) -> list[str]:
    return [unescape(found) for found in re.findall(r'href="([^"]*)"', text)]


def ids(text: str) -> list[str]:
    return [unescape(found) for found in re.findall(r'\bid="([^"]*)"', text)]


def lines(text: str) -> list[str]:
    """The first term of each of a list's lines, in order."""
    rows = re.findall(r'<li class="gl-row".*?</li>|<div data-topic.*?</div>|<tr id=.*?</tr>', text)
    return [found for row in rows for found in re.findall(r"terms/(\w+)\.html", row)[:1]]


@each_row("name", LISTS)
def test_the_parts_have_the_lines_of_the_whole_list(name: str) -> None:
    (whole,) = made(world(40, LIST_WEIGHT), name).values()
    first, *others = made(world(40), name).values()
    most = ceil(world(40).most_lines(name) / SHARE)
    assert lines(first) == []
    assert sorted(line for text in others for line in lines(text)) == sorted(lines(whole))
    if name != "abbreviations":  # whose rows stand in the order of their labels, not under letters
        assert [line for text in others for line in lines(text)] == lines(whole)
    assert all(len(re.findall(r"<tr id|<li class|<div data", text)) <= most for text in others)
    assert len(others) > 3


@each_row("name", LISTS)
def test_every_part_leads_to_every_other_and_the_first_page_to_all(name: str) -> None:
    found = made(world(40), name)
    for path, text in found.items():
        to = {urldefrag(urljoin(path, one)).url for one in addresses(text)}
        assert to >= found.keys() - {path}
        assert all(one in found for one in to if one.startswith(f"{name}/"))
        assert text.count('aria-current="page"') == (path.count("/") * 2 or int(name == "from-zero"))


def test_addresses_of_rows_lead_to_the_part_that_has_them() -> None:
    of = world(40)
    every = {path.replace(".md", ".html"): text for path, text in pages(of)}
    rows = {(path, one) for path, text in every.items() for one in ids(text) if "abbreviations" in path}
    linked = [
        urldefrag(normpath(urljoin(path, to)))
        for path, text in every.items()
        if path.startswith("terms/")
        for to in addresses(text)
        if "abbreviations" in to
    ]
    assert len(linked) > 20
    assert {tuple(one) for one in linked} <= rows


@each_row("name", ["compare", "abbreviations"])
def test_the_data_says_which_part_has_a_line(name: str) -> None:
    every = dict(set_pages(world(40)))
    found = re.findall(r'"([^"]+)":"([^"]*)"', every[f"assets/parts-{name}.js"])
    assert [f"{name}/{part}.md" for part, _ in found] == [
        path for path in every if path.startswith(f"{name}/")
    ]
    for part, anchors in found:
        text = every[f"{name}/{part}.md"]
        assert anchors.split() == (lines(text) if name == "compare" else ids(text))
    assert not [path for path, _ in set_pages(world(40, LIST_WEIGHT)) if path.startswith("assets/")]


NAMES = some.lists(some.text("ABCÄж1 ", min_size=1, max_size=3), max_size=60)


@given(names=NAMES, most=some.integers(1, 20))
@tried(150)
def test_no_line_is_lost_and_no_part_too_long(names: list[str], most: int) -> None:
    words = catalog()
    sections = under_letters(names, str)
    assert sorted(line for one in sections for line in one.lines) == sorted(names)
    for parts in (by_letter(sections, most, words, str), by_number(sections, most, words, str)):
        assert bool(parts) == (len(names) > most)
        whole = [(one.label, line) for one in sections for line in one.lines]
        shown = [(one.label, line) for part in parts for one in part.sections for line in one.lines]
        assert shown == (whole if parts else [])
        assert len({part.name for part in parts}) == len(parts)
        assert all(0 < part.count <= ceil(most / SHARE) for part in parts)


def test_many_letters_share_pages() -> None:
    sections = tuple(Section(label=chr(0x4E00 + n), anchor="x", lines=("a",)) for n in range(100))
    parts: tuple[Part[str], ...] = by_letter(sections, 60, catalog(), str)
    assert [part.count for part in parts] == [10] * 10  # a heading beside each line
    assert parts[0].label == f"{sections[0].label} – {sections[9].label}"


def test_lists_are_in_parts_above_their_weight_only() -> None:
    for name in LISTS:
        most = world(1, LIST_WEIGHT).most_lines(name)
        assert most * PUBLISHED[f"{name}/{{}}.html"].line <= LIST_WEIGHT


SHELL = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Words</title><body>
{body}
{scripts}</body></html>"""


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages and scripts of a site whose lists are in parts, without a theme around them."""
    root = tmp_path_factory.mktemp("parted")
    for path, data in {**assets(), **all_files(world(40))}.items():
        file = root / path.replace(".md", ".html")
        file.parent.mkdir(parents=True, exist_ok=True)
        if path.endswith(".md"):
            base = "../" * path.count("/")
            scripts = "".join(f'<script defer src="{base}{one}"></script>' for one in SCRIPTS)
            body = data.decode().split("\n---\n", 1)[1]
            data = SHELL.format(body=body, scripts=scripts).encode()
        file.write_bytes(data)
    return root


@pytest.fixture(scope="module", params=["served", "from disk"])
def address(request: pytest.FixtureRequest, parted: Path) -> Iterator[str]:
    if request.param == "from disk":
        yield f"{parted.as_uri()}/"
        return
    with serving(parted) as where:
        yield where


def test_the_address_of_a_pair_leads_on_to_its_part(page: Watched, address: str) -> None:
    page.goto(f"{address}compare.html#t18-vs-t19")
    page.wait_for_url("**/compare/*.html#t18-vs-t19")
    expect(page.locator(".gl-pair--named")).to_have_count(1)
    page.goto(f"{address}compare.html#t99-vs-t1")
    expect(page.locator("[data-list]")).to_have_count(1)
    assert page.url.endswith("compare.html#t99-vs-t1")
    assert page.trouble == []


def test_the_address_of_an_abbreviation_leads_on_to_its_part(page: Watched, address: str) -> None:
    for anchor in ("q1x", "13x", "e2x", "s7x"):
        page.goto(f"{address}abbreviations.html#{anchor}")
        page.wait_for_url(f"**/abbreviations/*.html#{anchor}")
        expect(page.locator(f"tr[id='{anchor}']")).to_be_attached()
    page.goto(f"{address}terms/t1.html")
    link = page.locator("a[href*='abbreviations/']").first
    link.hover()
    expect(page.locator("#gl-card .gl-pop__label")).to_be_visible()
    link.click()
    expect(page.locator("tr:target")).to_have_count(1)
    assert page.trouble == []


def test_a_part_is_narrowed_down_and_keeps_what_is_known(page: Watched, address: str) -> None:
    page.goto(f"{address}az/b-2.html")
    rows = page.locator(".gl-row")
    every = rows.count()
    expect(page.locator(".gl-row__def")).to_have_count(every)
    names = page.locator(".gl-row__name a").all_text_contents()
    word = names[-1].split()[0]
    page.get_by_label("Words").fill(word)
    found = [name for name in names if word in name]
    assert len(found) < every
    expect(page.locator(".gl-row:visible")).to_have_count(len(found))
    page.goto(f"{address}from-zero/2.html")
    page.locator(".gl-row input").first.press("Space")  # without the theme they overlap
    expect(page.locator(".gl-progress span[role=status]")).to_contain_text("1 of")
    page.goto(f"{address}from-zero/1.html")
    expect(page.locator(".gl-progress span[role=status]")).to_contain_text("0 of")
    assert page.trouble == []


def test_parts_are_read_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page: Any = context.new_page()
    for name in LISTS:
        page.goto(f"{address}{name}.html")
        page.locator(f"[data-list] a[href^='{name}/']").first.click()
        page.wait_for_url(f"**/{name}/*.html")  # with it the whole page, not its first bytes
        assert lines(page.content())
    context.close()
