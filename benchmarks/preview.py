"""How long a preview takes from saving a term to the reloaded page in Chromium, beside plain `mkdocs serve`.

    python benchmarks/preview.py                        # 226 and 2,000 terms, 10 saves each
    python benchmarks/preview.py --sizes 226 --saves 5 --json

226 terms are those of benchmarks/corpora/base, any other number a made-up corpus of benchmarks/build.py. Both
servers run as processes of their own, each on a copy of the project; saves go to one and the other in turn. A
save writes another word into the definition of a term; it is over when the page that stands open shows it. The
first save of a server is not counted. Seconds depend on the machine: compare the ratio.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from build import BASE_SIZE, project

ROOT = Path(__file__).resolve().parent.parent
WORD = "previewed"  # and a number: what a save adds
PATIENCE = 300.0  # seconds


@dataclass
class Side:
    """One server: its command, the project that it serves, and the seconds of each save."""

    name: str
    command: list[str]
    root: Path
    port: int
    seconds: list[float] = field(default_factory=list)
    first: float = 0.0  # seconds until it answers

    @contextmanager
    def running(self) -> Iterator[None]:
        begun = time.perf_counter()
        with (self.root / "log").open("w") as log:
            server = subprocess.Popen(
                self.command, cwd=self.root, stdout=log, stderr=subprocess.STDOUT, env=_environment()
            )
            try:
                self._wait(server)
                self.first = time.perf_counter() - begun
                yield
            finally:
                server.terminate()
                server.wait(timeout=60)

    def _wait(self, server: subprocess.Popen[bytes]) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if server.poll() is not None:
                raise RuntimeError((self.root / "log").read_text())
            try:
                with urllib.request.urlopen(f"{self.address}index.html", timeout=PATIENCE):
                    return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError(f"{self.name} did not answer")

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"


def _environment() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}


def save(side: Side, page: Page, term: Path, number: int) -> float:
    """Seconds from the save of ``term`` until the page that stands open shows it."""
    lines = [line for line in term.read_text(encoding="utf-8").splitlines() if WORD not in line]
    text = "\n".join(lines) + f"\npronounced: {WORD}-{number}\n"
    begun = time.perf_counter()
    term.write_text(text, encoding="utf-8")
    page.wait_for_function(
        "word => document.body && document.body.innerText.includes(word)",
        arg=f"{WORD}-{number}",
        timeout=PATIENCE * 1000,
    )
    return time.perf_counter() - begun


def measure(size: int, saves: int, browser: Browser) -> list[Side]:
    with tempfile.TemporaryDirectory() as folder:
        ports = [_free_port(), _free_port()]
        sides = [
            Side(
                "glossary serve",
                [sys.executable, "-m", "site_gen", "serve", "--port", str(ports[0])],
                project(Path(folder, "ours"), size),
                ports[0],
            ),
            Side(
                "mkdocs serve",
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{ports[1]}"],
                project(Path(folder, "plain"), size),
                ports[1],
            ),
        ]
        with sides[0].running(), sides[1].running():
            term = sorted((sides[0].root / "glossary" / "terms").glob("*.yaml"))[size // 2].name
            pages = [browser.new_page() for _ in sides]
            for side, page in zip(sides, pages, strict=True):
                page.goto(f"{side.address}terms/{term.removesuffix('.yaml')}.html")
            for number in range(saves + 1):
                for side, page in zip(sides, pages, strict=True):
                    took = save(side, page, side.root / "glossary" / "terms" / term, number)
                    if number:
                        side.seconds.append(took)
                    time.sleep(5 if size > BASE_SIZE else 2)  # the rest is made meanwhile
            for page in pages:
                page.close()
        return sides


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def row(size: int, sides: list[Side]) -> dict[str, Any]:
    ours, plain = sides
    ratios = [one / other for one, other in zip(ours.seconds, plain.seconds, strict=True)]
    return {
        "terms": size,
        "ours": median(ours.seconds),
        "slowest": max(ours.seconds),
        "mkdocs": median(plain.seconds),
        "ratio": median(ratios),
        "first": ours.first,
        "mkdocs_first": plain.first,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[BASE_SIZE, 2_000], help="numbers of terms")
    parser.add_argument("--saves", type=int, default=10)
    parser.add_argument("--json", action="store_true", help="print figures as JSON")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        path = (
            os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
        )
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        rows = [row(size, measure(size, options.saves, browser)) for size in options.sizes]
        browser.close()
    if options.json:
        print(json.dumps(rows))
        return
    print(f"{'terms':>7} {'ours s':>8} {'slowest':>8} {'mkdocs s':>9} {'mkdocs / ours':>14} {'first s':>8}")
    for one in rows:
        print(
            f"{one['terms']:>7} {one['ours']:>8.2f} {one['slowest']:>8.2f} {one['mkdocs']:>9.2f}"
            f" {1 / one['ratio']:>14.1f} {one['first']:>8.1f}"
        )


if __name__ == "__main__":
    main()
