"""Screenshots of the main pages in both themes and two widths: `python tools/screenshots.py [FOLDER]`.

Reads the built site in build/site from disk; uses Debian's chromium (CHROMIUM names another one).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PAGES = {
    "home": "index.html",
    "term": "terms/first-contact-resolution.html",
    "az": "az.html",
    "topic": "topics/metrics.html",
    "compare": "compare.html",
    "source": "sources/groove.html",
}
WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}


def main(folder: Path, full: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for theme in ("light", "dark"):
            for width, (x, y) in WIDTHS.items():
                page = browser.new_page(viewport={"width": x, "height": y}, color_scheme=theme)
                for name, path in PAGES.items():
                    page.goto((ROOT / "build" / "site" / path).as_uri())
                    page.screenshot(path=folder / f"{name}-{width}-{theme}.png", full_page=full)
                    print(folder / f"{name}-{width}-{theme}.png")
        browser.close()


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "--full"]
    main(Path(arguments[0]) if arguments else ROOT / "build" / "screenshots", "--full" in sys.argv)
