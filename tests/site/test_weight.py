"""What a reader's browser has to fetch: counted from real requests, compressed as a host compresses."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Response

from helpers.browser import Watched

KB = 1024
PAGE = 8 * KB  # a term page's HTML
VISIT = (
    110 * KB
)  # all that a first visit fetches, but for what scripts load when it is needed: lookup and quiz
FILES = 15
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")  # what hosts compress
LATER = {  # what pages load beside the lookup's first parts
    "az": ["lookup-definitions.js"],
    "quiz": ["lookup-definitions.js", "lookup-texts.js", "study-data.js", "quiz-data.js", "questions.js"],
}
LOADED = re.compile(r'<(?:script\b[^>]*?\bsrc|link rel="stylesheet" href)="([^"]+)"')


@cache
def _packed(file: Path) -> int:
    return _sent(file.name, file.read_bytes())


def _named(folder: Path, address: str) -> Path:
    return (folder / address.lstrip("/")).resolve()


def _sent(path: str, body: bytes) -> int:
    return len(gzip.compress(body, 6)) if path.endswith(PACKED) else len(body)


def test_no_term_page_is_heavy(built_site: Path) -> None:
    sizes = {path.name: _packed(path) for path in built_site.glob("terms/*.html")}
    assert {name: size for name, size in sizes.items() if size > PAGE} == {}


@pytest.mark.parametrize(
    ("name", "row", "limit"),
    [
        ("compare", '<div data-topic="', 24),
        ("az", 'class="gl-row"', 24),
        ("from-zero", 'class="gl-row"', 24),
        ("all", "<dt>", 72),
    ],
)
def test_a_list_of_everything_weighs_little_a_row(built_site: Path, name: str, row: str, limit: int) -> None:
    """What such a page weighs grows with the corpus: ``limit`` bytes a row, beside what every page has."""
    page = (built_site / f"{name}.html").read_bytes()
    rows = page.count(row.encode())
    assert rows > 400
    assert _sent(f"{name}.html", page) <= PAGE + limit * rows


def test_no_page_is_heavy_on_a_first_visit(built_site: Path) -> None:
    """Of every page: itself, its scripts and styles; the tests below see in a browser that there is no more."""
    heavy = {}
    for path in built_site.rglob("*.html"):
        names = LOADED.findall(path.read_text("utf-8"))  # from the root on the page for wrong addresses
        files = {path, *(_named(built_site if name[0] == "/" else path.parent, name) for name in names)}
        weight = sum(map(_packed, files))
        if weight > VISIT or len(files) > FILES:
            heavy[path.relative_to(built_site).as_posix()] = (weight, len(files))
    assert heavy == {}


@pytest.mark.parametrize(
    "name", ["index", "terms/ticket", "az", "compare", "abbreviations", "explain", "mini", "learn", "quiz"]
)
def test_a_first_visit_fetches_little_and_from_here_only(
    page: Watched, served: str, built_site: Path, name: str
) -> None:
    """Whatever the size of the corpus: no page waits for the lookup and its data, which come when it is idle."""
    fetched: dict[str, int] = {}
    late: set[str] = set()

    def count(response: Response) -> None:
        file = response.url.rpartition("/")[2]
        if file.startswith("lookup") or file.endswith(("-data.js", "questions.js")):
            late.add(file)
        else:
            fetched[response.url] = _sent(response.url.partition("?")[0], response.body())

    page.on("response", count)
    page.goto(f"{served}{name}.html", wait_until="networkidle")
    page.wait_for_function("globalThis.glossary?.createLookup && glossary.data?.searchAs")
    assert sum(fetched.values()) <= VISIT, fetched
    assert len(fetched) <= FILES, sorted(fetched)
    others = set(fetched) - {f"{served}{name}.html"}
    assert {url for url in others if not url.startswith(served + "assets/")} == set()
    assert late == {"lookup.js", "lookup-data.js", "lookup-phrases.js", *LATER.get(name, ())}
    assert page.trouble == []
