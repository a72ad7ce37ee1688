"""How long a preview takes from saving a term to the reloaded page in Chromium, beside `mkdocs serve`.

    python benchmarks/preview.py                        # 226 and 2,000 terms, 10 saves each
    python benchmarks/preview.py --sizes 226 --saves 5 --json

226 terms are those of benchmarks/corpora/base, any other number a made-up corpus of benchmarks/build.py. "Plain"
is `mkdocs serve` of the folder that `glossary render` wrote, with the settings for builders that run no plugin, as
in benchmarks/build.py: its save writes the word into the page itself. "Plugin" is `mkdocs serve` of the project,
which gains from much that the plugin does. The servers run as processes of their own, each on a copy of the
project; saves go to them in turn. A save writes another word into a term; it is over when the page that stands
open shows it. The first save of a server is not counted. Seconds depend on the machine: compare the ratios.
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
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from build import BASE_SIZE, project, ratio, run

ROOT = Path(__file__).resolve().parent.parent
WORD = "previewed"  # and a number: what a save adds
PATIENCE = 300.0  # seconds
# Notes in each page that is opened which word it shows, and when, by the clock of the machine: the frame counts, not
# when the driver of the browser learns of it, which is later while the page's scripts run.
SEEN = """(() => {
  const look = () => {
    const found = document.body && document.body.innerText.match(/%s-\\d+/);
    if (found) window.seen = {word: found[0], at: Date.now() / 1000};
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()"""


@dataclass
class Side:
    """One server: its command, the project that it serves, the folder that saves go to, and the seconds of each."""

    name: str
    command: list[str]
    root: Path
    port: int
    saved: str  # the folder of the files that are saved
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


def save(side: Side, page: Page, term: str, number: int) -> float:
    """Seconds from the save of ``term`` until the page that stands open shows it."""
    [file] = (side.root / side.saved).glob(f"{term}.*")
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if WORD not in line]
    said = f"pronounced: {WORD}-{number}" if file.suffix == ".yaml" else f"\n{WORD}-{number}"
    text = "\n".join([*lines, said, ""])
    begun = time.time()
    file.write_text(text, encoding="utf-8")
    page.wait_for_function(
        "word => window.seen?.word === word", arg=f"{WORD}-{number}", timeout=PATIENCE * 1000
    )
    return float(page.evaluate("window.seen.at")) - begun


def sides_in(folder: Path, size: int) -> list[Side]:
    """Ours, plain MkDocs on the folder that ours wrote, and MkDocs with our plugin."""
    python, terms = [sys.executable, "-m"], "glossary/terms"
    roots = [project(folder / name, size) for name in ("ours", "plain", "plugin")]
    run(roots[1], "site_gen", "render")
    ports = [_free_port() for _ in roots]
    plain = ["mkdocs", "serve", "-f", "build/mkdocs.yml", "--dev-addr", f"127.0.0.1:{ports[1]}"]
    plugin = ["mkdocs", "serve", "--dev-addr", f"127.0.0.1:{ports[2]}"]
    return [
        Side("ours", [*python, "site_gen", "serve", "--port", str(ports[0])], roots[0], ports[0], terms),
        Side("plain", [*python, *plain], roots[1], ports[1], "build/docs/terms"),
        Side("plugin", [*python, *plugin], roots[2], ports[2], terms),
    ]


def measure(size: int, saves: int, browser: Browser) -> list[Side]:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        sides = sides_in(Path(folder), size)
        for side in sides:
            stack.enter_context(side.running())
        term = sorted((sides[0].root / sides[0].saved).glob("*.yaml"))[size // 2].stem
        pages = [browser.new_page() for _ in sides]
        for side, page in zip(sides, pages, strict=True):
            page.add_init_script(SEEN % WORD)
            page.goto(f"{side.address}terms/{term}.html")
        for number in range(saves + 1):
            for side, page in zip(sides, pages, strict=True):
                took = save(side, page, term, number)
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
    ours, plain, plugin = sides
    return {
        "terms": size,
        "ours": median(ours.seconds),
        "slowest": max(ours.seconds),
        "plain": median(plain.seconds),
        "sooner": ratio(plain.seconds, ours.seconds),
        "plugin": median(plugin.seconds),
        "sooner_than_plugin": ratio(plugin.seconds, ours.seconds),
        "first": ours.first,
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
    print(
        f"{'terms':>7} {'ours s':>8} {'slowest':>8} {'plain s':>8} {'plain/ours':>11} {'plugin s':>9}"
        f" {'plugin/ours':>12} {'first s':>8}"
    )
    for one in rows:
        print(
            f"{one['terms']:>7} {one['ours']:>8.2f} {one['slowest']:>8.2f} {one['plain']:>8.2f}"
            f" {one['sooner']:>11.1f} {one['plugin']:>9.2f} {one['sooner_than_plugin']:>12.1f}"
            f" {one['first']:>8.1f}"
        )


if __name__ == "__main__":
    main()
