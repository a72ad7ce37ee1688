"""What a reader's browser has to fetch: counted from real requests, compressed as a host compresses."""

from __future__ import annotations

import gzip
from pathlib import Path

from playwright.sync_api import Response

from helpers.browser import Watched

KB = 1024
PAGE = 8 * KB  # a term page's HTML
ASSETS = 110 * KB  # all else that a first visit to one fetches
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")  # what hosts compress


def _sent(path: str, body: bytes) -> int:
    return len(gzip.compress(body, 6)) if path.endswith(PACKED) else len(body)


def test_no_term_page_is_heavy(built_site: Path) -> None:
    sizes = {path.name: _sent(path.name, path.read_bytes()) for path in built_site.glob("terms/*.html")}
    assert {name: size for name, size in sizes.items() if size > PAGE} == {}


def test_a_first_visit_to_a_term_fetches_little_and_from_here_only(page: Watched, served: str) -> None:
    fetched: dict[str, int] = {}

    def count(response: Response) -> None:
        fetched[response.url] = _sent(response.url.partition("?")[0], response.body())

    page.on("response", count)
    page.goto(served + "terms/ticket.html", wait_until="networkidle")
    document = fetched.pop(served + "terms/ticket.html")
    assert document <= PAGE
    assert sum(fetched.values()) <= ASSETS, fetched
    assert len(fetched) <= 14, sorted(fetched)
    assert {url for url in fetched if not url.startswith(served + "assets/")} == set()
    assert page.trouble == []
