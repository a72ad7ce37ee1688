"""What a first visit fetches and how soon the first key is answered, in Chromium, beside the stock theme.

    python benchmarks/visit.py                     # 226 (benchmarks/corpora/base), 2,000 and 10,000 terms
    python benchmarks/visit.py --sizes 226 --json

"Ours" is the site that `glossary build` makes, "stock" the same folder under Material as it comes, with its own
search. A visit is a page opened in a fresh browser until nothing is fetched any more: bytes as a host sends
them, compressed with gzip, without what the box (lookup-*.js) or the search loads for itself, which stand
apart. A key is one letter typed into the box of the home page, until its first answer is painted;
"slowed" is with the processor slowed four times. Pages that grow with the glossary are named by themselves.
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
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Response, sync_playwright

from build import BASE_SIZE, project, run

PAGES = ("index", "az", "health", "compare", "abbreviations", "from-zero", "topics")
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")
LATER = ("lookup-", "search_index", "workers/search")
KEYS = 5
INPUTS = {"ours": ".gl-box__input", "stock": "[data-md-component=search-query]"}
ANSWERS = {"ours": ".gl-box__list [role=option]", "stock": ".md-search-result__item"}
STOCK = """site_name: Stock
docs_dir: build/docs
theme: {name: material, font: false}
use_directory_urls: false
markdown_extensions: [attr_list, admonition, tables, toc]
"""
# From a letter put into the box to the first answer that is painted.
TYPE = """([input, answer, letter]) => new Promise((done) => {
  const field = document.querySelector(input);
  field.focus();
  const begun = performance.now();
  const painted = () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
  const look = () => (document.querySelector(answer) ? painted() : setTimeout(look, 1));
  field.value = letter;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  field.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true, key: letter}));
  look();
})"""


@contextmanager
def serving(site: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *arguments: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def visit(browser: Browser, address: str) -> tuple[int, int]:
    """Bytes of a first visit to a page, and beside them of what box or search load for themselves."""
    context = browser.new_context()
    page = context.new_page()
    sizes = {True: 0, False: 0}

    def count(response: Response) -> None:
        path, body = response.url.partition("?")[0], response.body()
        sent = len(gzip.compress(body, 6)) if path.endswith(PACKED) else len(body)
        sizes[any(part in path for part in LATER)] += sent

    page.on("response", count)
    page.goto(address, wait_until="networkidle")
    context.close()
    return sizes[False], sizes[True]


def key(browser: Browser, address: str, side: str, slowed: int) -> float:
    """Milliseconds from a first letter to its first answer on the screen; each in a fresh browser."""
    took = []
    for _ in range(KEYS):
        context = browser.new_context()
        page = context.new_page()
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
        page.goto(address, wait_until="networkidle")
        page.wait_for_selector(INPUTS[side], state="attached")
        took.append(page.evaluate(TYPE, [INPUTS[side], ANSWERS[side], "a"]))
        context.close()
    return median(took)


def measure(size: int, browser: Browser) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        root = project(Path(folder, "project"), size)
        run(root, "site_gen", "build")
        (root / "stock.yml").write_text(STOCK, encoding="utf-8")
        run(root, "mkdocs", "build", "-q", "-f", "stock.yml", "-d", str(root / "build" / "stock"))
        term = sorted((root / "build" / "site" / "terms").glob("*.html"))[size // 2].stem
        return [
            measured(browser, root / "build" / place, side, size, f"terms/{term}")
            for side, place in (("ours", "site"), ("stock", "stock"))
        ]


def measured(browser: Browser, site: Path, side: str, size: int, term: str) -> dict[str, Any]:
    with serving(site) as address:
        pages = {name: visit(browser, f"{address}{name}.html") for name in (term, *PAGES)}
        return {
            "terms": size,
            "side": side,
            "visit": {name.partition("/")[0]: round(first / 1024, 1) for name, (first, _) in pages.items()},
            "later": round(pages[term][1] / 1024, 1),
            "html": {name: (site / f"{name}.html").stat().st_size // 1024 for name in PAGES},
            "key": round(key(browser, f"{address}index.html", side, 1), 1),
            "slowed": round(key(browser, f"{address}index.html", side, 4), 1),
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[BASE_SIZE, 2_000, 10_000])
    parser.add_argument("--json", action="store_true", help="print figures as JSON")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        rows = [row for size in options.sizes for row in measure(size, browser)]
        browser.close()
    if options.json:
        json.dump(rows, sys.stdout)
        return
    for row in rows:
        print(f"{row['terms']} terms, {row['side']}: key {row['key']} ms, slowed {row['slowed']} ms")
        print("  first visit, KB gzipped: " + ", ".join(f"{name} {kb}" for name, kb in row["visit"].items()))
        print(f"  what box or search load for themselves: {row['later']} KB gzipped")
        print("  HTML, KB: " + ", ".join(f"{name} {kb}" for name, kb in row["html"].items()))


if __name__ == "__main__":
    main()
