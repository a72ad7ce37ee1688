"""Lighthouse on the home, a term and the A to Z page of build/site.

    python tools/lighthouse.py

Serves the site with gzip, as a host would, and runs Lighthouse (npm, for a phone) in Debian's chromium;
CHROMIUM names another one. Prints the four scores of each page (median of three runs, since a busy
machine slows one) and what keeps one from 100; exit 1 below 95.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

SITE = Path(__file__).resolve().parent.parent / "build" / "site"
VERSION = "12"
PAGES = ("index.html", "terms/first-contact-resolution.html", "az.html")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3
LEAST = 95


class Compressed(SimpleHTTPRequestHandler):
    """Answers with gzip."""

    def log_message(self, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def report(address: str) -> dict[str, Any]:
    installed = shutil.which("chromium") or shutil.which("chromium-headless-shell") or "/usr/bin/chromium"
    chromium = os.environ.get("CHROMIUM") or installed
    done = subprocess.run(
        [
            "npx", "--yes", f"lighthouse@{VERSION}", address, "--quiet", "--output=json",
            f"--only-categories={','.join(CATEGORIES)}",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        ],
        env={**os.environ, "CHROME_PATH": chromium},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def score(found: dict[str, Any], category: str) -> int:
    return round(100 * found["categories"][category]["score"])


def weak(found: dict[str, Any], category: str) -> list[str]:
    """The audits that count and are not perfect."""
    audits = [
        (ref["weight"], found["audits"][ref["id"]]) for ref in found["categories"][category]["auditRefs"]
    ]
    return [
        f"{audit['title']} ({audit.get('displayValue') or audit['score']})"
        for weight, audit in audits
        if weight and audit["score"] is not None and audit["score"] < 1
    ]


def main() -> int:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressed, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    lowest = 100
    for page in PAGES:
        address = f"http://127.0.0.1:{server.server_address[1]}/{page}"
        runs = sorted((report(address) for _ in range(RUNS)), key=lambda run: score(run, "performance"))
        found = runs[RUNS // 2]
        scores = {name: score(found, name) for name in CATEGORIES}
        lowest = min(lowest, *scores.values())
        print(page, *(f"{name} {score}" for name, score in scores.items()), sep="  ")
        for name in CATEGORIES:
            for audit in weak(found, name):
                print(f"    {name}: {audit}")
    server.shutdown()
    return 0 if lowest >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
