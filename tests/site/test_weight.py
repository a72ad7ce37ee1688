"""What a reader's browser has to fetch: counted from real requests, compressed as a host compresses."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Response

from helpers.browser import Watched

KB = 1024
PAGE = 8 * KB  # a term page's HTML
VISIT = 110 * KB  # all that a first visit fetches, but for what the lookup's box loads when it is needed
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")  # what hosts compress


def _sent(path: str, body: bytes) -> int:
    return len(gzip.compress(body, 6)) if path.endswith(PACKED) else len(body)


def test_no_term_page_is_heavy(built_site: Path) -> None:
    sizes = {path.name: _sent(path.name, path.read_bytes()) for path in built_site.glob("terms/*.html")}
    assert {name: size for name, size in sizes.items() if size > PAGE} == {}


@pytest.mark.parametrize(
    ("name", "row", "limit"),
    [
        ("compare", 'class="gl-pair"', 144),
        ("az", 'class="gl-row"', 72),
        ("from-zero", 'class="gl-row"', 72),
        ("all", "<dt>", 72),
    ],
)
def test_a_list_of_everything_weighs_little_a_row(built_site: Path, name: str, row: str, limit: int) -> None:
    """What such a page weighs grows with the corpus: ``limit`` bytes a row, beside what every page has."""
    page = (built_site / f"{name}.html").read_bytes()
    rows = page.count(row.encode())
    assert rows > 400
    assert _sent(f"{name}.html", page) <= PAGE + limit * rows


@pytest.mark.parametrize(
    "name", ["index", "terms/ticket", "topics", "abbreviations", "explain", "mini", "learn"]
)
def test_a_first_visit_fetches_little_and_from_here_only(
    page: Watched, served: str, built_site: Path, name: str
) -> None:
    """Whatever the size of the corpus: no page waits for the data of the lookup, which comes when it is idle."""
    fetched: dict[str, int] = {}
    late: set[str] = set()

    def count(response: Response) -> None:
        file = response.url.rpartition("/")[2]
        if file.startswith("lookup-"):
            late.add(file)
        else:
            fetched[response.url] = _sent(response.url.partition("?")[0], response.body())

    page.on("response", count)
    page.goto(f"{served}{name}.html", wait_until="networkidle")
    assert sum(fetched.values()) <= VISIT, fetched
    assert len(fetched) <= 15, sorted(fetched)
    others = set(fetched) - {f"{served}{name}.html"}
    assert {url for url in others if not url.startswith(served + "assets/")} == set()
    assert late == {"lookup-data.js", "lookup-phrases.js"}
    assert page.trouble == []
