"""What a first visit fetches and how soon the first key is answered, in Chromium, beside the stock theme.

    python benchmarks/visit.py                     # 226 (benchmarks/corpora/base), 2,000 and 10,000 terms
    python benchmarks/visit.py --sizes 226 --json
    python benchmarks/visit.py --site build/site   # one site that is built already, without the stock theme

"Ours" is the site that `glossary build` makes, "stock" the same folder under Material as it comes, with its own
search. A visit is a page opened in a fresh browser until nothing is fetched any more: bytes as a host sends
them, compressed with gzip, without what the box (lookup*.js) or the search loads for itself, which stand
apart. A key is one letter, with which names of terms begin, typed into the box of the home page until its first
answer is painted; "slowed" is with the processor slowed four times. Other work on the machine makes both longer;
"processor" is what the page's thread itself needed for them (not slowed). "At once" types the letter as soon as
the page has a box, on a slow 4G line, and counts from the beginning of the visit. Pages that grow with the
glossary are named by themselves; of a list in parts the heaviest counts, or the page that leads to them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from math import inf
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, TimeoutError, sync_playwright

from build import BASE_SIZE, project, run

PAGES = ("index", "az", "health", "compare", "abbreviations", "from-zero", "topics")
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")
LATER = ("assets/lookup", "search_index", "workers/search")
KEYS = 5
PATIENCE = 20  # seconds for an answer: the stock search of 10,000 terms needs longer, and gets infinity
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_638_400 / 8,
    "uploadThroughput": 750_000 / 8,
}
INPUTS = {"ours": ".gl-box__input", "stock": "[data-md-component=search-query]"}
ANSWERS = {"ours": ".gl-box__list [role=option]", "stock": ".md-search-result__item"}
STOCK = """site_name: Stock
docs_dir: build/docs
theme: {name: material, font: false}
use_directory_urls: false
markdown_extensions: [attr_list, admonition, tables, toc]
"""
# From a letter put into the box, or from the beginning of the visit, to the first answer that is painted.
TYPE = """([input, answer, letter, patience, visit]) => new Promise((done) => {
  const field = document.querySelector(input);
  field.focus();
  const begun = visit ? 0 : performance.now();
  const end = performance.now() + 1000 * patience;
  const painted = () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
  function look() {
    if (document.querySelector(answer)) painted();
    else if (performance.now() > end) done(Infinity);
    else setTimeout(look, 1);
  }
  field.value = letter;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  field.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true, key: letter}));
  look();
})"""


class Host(SimpleHTTPRequestHandler):
    """Sends what is text compressed, as hosts do; each file is compressed once."""

    protocol_version = "HTTP/1.1"

    @staticmethod
    @cache
    def packed(path: str) -> bytes:
        return gzip.compress(Path(path).read_bytes(), 6)

    def do_GET(self) -> None:
        path = self.translate_path(self.path)
        if not path.endswith(PACKED) or not Path(path).is_file():
            super().do_GET()
            return
        body = self.packed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(ConnectionError):  # the browser has been closed
            self.wfile.write(body)

    def log_message(self, *arguments: Any) -> None:
        pass


@contextmanager
def serving(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def visit(browser: Browser, address: str, site: Path) -> tuple[int, int]:
    """Bytes of a first visit to a page, and beside them of what box or search load for themselves."""
    page = browser.new_page()
    paths: list[str] = []
    page.on("response", lambda response: paths.append(urlsplit(response.url).path))
    page.goto(address, wait_until="networkidle")
    page.close()
    sizes = {True: 0, False: 0}
    for path in paths:
        file = site / path.lstrip("/")
        sent = len(Host.packed(str(file))) if path.endswith(PACKED) else file.stat().st_size
        sizes[any(part in path for part in LATER)] += sent
    return sizes[False], sizes[True]


@dataclass(frozen=True)
class Answer:
    """Milliseconds until the first answer is on the screen, and those of the page's thread for it."""

    shown: float
    processor: float


def key(
    browser: Browser, address: str, side: str, letter: str, *, slowed: int = 1, at_once: bool = False
) -> Answer:
    """The median answer to a first letter, each in a fresh browser; Infinity where none comes in time."""
    answers: list[Answer] = []
    while len(answers) < KEYS and (not answers or answers[-1].shown < inf):
        context = browser.new_context()
        page = context.new_page()
        page.set_default_timeout(1000 * PATIENCE)
        chromium = context.new_cdp_session(page)
        chromium.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
        if at_once:
            chromium.send("Network.emulateNetworkConditions", SLOW_4G)
        with suppress(TimeoutError):
            page.goto(address, wait_until="commit" if at_once else "networkidle")
        page.wait_for_selector(INPUTS[side], state="attached")
        chromium.send("Performance.enable", {"timeDomain": "threadTicks"})
        before = _busy(chromium)
        shown = page.evaluate(TYPE, [INPUTS[side], ANSWERS[side], letter, PATIENCE, at_once])
        answers.append(Answer(shown, _busy(chromium) - before))
        context.close()
    shown, processor = ([getattr(one, name) for one in answers] for name in ("shown", "processor"))
    return Answer(inf if inf in shown else round(median(shown), 1), round(median(processor), 1))


def _busy(chromium: CDPSession) -> float:
    """Milliseconds that the page's thread has worked so far."""
    metrics = {one["name"]: one["value"] for one in chromium.send("Performance.getMetrics")["metrics"]}
    return 1000 * float(metrics["TaskDuration"])


def measure(size: int, browser: Browser) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        root = project(Path(folder, "project"), size)
        run(root, "site_gen", "build")
        (root / "stock.yml").write_text(STOCK, encoding="utf-8")
        run(root, "mkdocs", "build", "-q", "-f", "stock.yml", "-d", str(root / "build" / "stock"))
        term = _middle(root / "build" / "site")
        return [
            measured(browser, root / "build" / place, side, size, term)
            for side, place in (("ours", "site"), ("stock", "stock"))
        ]


def _middle(site: Path) -> str:
    """The term in the middle of a site, whose first letter is typed."""
    terms = sorted((site / "terms").glob("*.html"))
    return f"terms/{terms[len(terms) // 2].stem}"


def _heaviest(site: Path, name: str) -> str:
    """The page of a list, by its address without the ending, or the heaviest of its parts."""
    parts = [f"{name}/{part.stem}" for part in (site / name).glob("*.html")] if name != "topics" else []
    return max([name, *parts], key=lambda one: len(Host.packed(str(site / f"{one}.html"))))


def measured(browser: Browser, site: Path, side: str, size: int, term: str) -> dict[str, Any]:
    with serving(site) as address:
        typed = partial(key, browser, f"{address}index.html", side, term.partition("/")[2][0])
        quick = typed()
        listed = {name: _heaviest(site, name) for name in PAGES}
        pages = {
            name: visit(browser, f"{address}{page}.html", site)
            for name, page in {term: term, **listed}.items()
        }
        return {
            "terms": size,
            "side": side,
            "visit": {name.partition("/")[0]: round(first / 1024, 1) for name, (first, _) in pages.items()},
            "later": round(pages[term][1] / 1024, 1),
            "html": {name: (site / f"{page}.html").stat().st_size // 1024 for name, page in listed.items()},
            "key": quick.shown,
            "processor": quick.processor,
            "slowed": typed(slowed=4).shown,
            "at once": typed(at_once=True).shown,
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[BASE_SIZE, 2_000, 10_000])
    parser.add_argument("--json", action="store_true", help="print figures as JSON")
    parser.add_argument("--site", type=Path, help="measure this site only")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        path = (
            os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
        )
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        rows = (
            [
                measured(
                    browser,
                    options.site,
                    "ours",
                    len([*options.site.glob("terms/*.html")]),
                    _middle(options.site),
                )
            ]
            if options.site
            else [row for size in options.sizes for row in measure(size, browser)]
        )
        browser.close()
    if options.json:
        json.dump(rows, sys.stdout)
        return
    for row in rows:
        print(
            f"{row['terms']} terms, {row['side']}: key {row['key']} ms (processor {row['processor']} ms),"
            f" slowed {row['slowed']} ms, at once on slow 4G {row['at once']} ms"
        )
        print("  first visit, KB gzipped: " + ", ".join(f"{name} {kb}" for name, kb in row["visit"].items()))
        print(f"  what box or search load for themselves: {row['later']} KB gzipped")
        print("  HTML, KB: " + ", ".join(f"{name} {kb}" for name, kb in row["html"].items()))


if __name__ == "__main__":
    main()
