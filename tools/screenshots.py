"""Screenshots of the main pages in both themes and two widths.

    python tools/screenshots.py [FOLDER] [--full] [--readme]

Reads the built site in build/site from disk and writes to build/screenshots unless FOLDER says otherwise.
--full takes whole pages; --readme takes the pictures that the README shows into docs/images. Uses Debian's
chromium; CHROMIUM names another one.
"""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PAGES = {
    "lookup": "index.html#q=frt",
    "home": "index.html",
    "term": "terms/first-contact-resolution.html",
    "az": "az.html",
    "topic": "topics/metrics.html",
    "compare": "compare.html",
    "cards": "cards.html#topic=metrics",
    "quiz": "quiz.html#topic=metrics&seed=42",
    "source": "sources/groove.html",
    "new": "new.html",
    "health": "health.html",
}
WIDTHS = {"desktop": (1280, 800), "phone": (390, 844)}
THEMES = ("light", "dark")
README = (
    ("lookup", "desktop", "light"),
    ("term", "desktop", "light"),
    ("compare", "desktop", "dark"),
    ("lookup", "phone", "light"),
)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build" / "screenshots")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--readme", action="store_true")
    options = parser.parse_args()
    folder = ROOT / "docs" / "images" if options.readme else options.folder
    every = [(page, width, theme) for theme in THEMES for width in WIDTHS for page in PAGES]
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        installed = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        chromium = os.environ.get("CHROMIUM") or installed
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for page, width, theme in README if options.readme else every:
            path = folder / f"{page}-{width}-{theme}.png"
            take(browser, page, width, theme, path, options.full)
            print(path)
        browser.close()


def take(browser: Browser, page: str, width: str, theme: str, path: Path, full: bool) -> None:
    x, y = WIDTHS[width]
    tab = browser.new_page(viewport={"width": x, "height": y}, color_scheme=theme)  # type: ignore[arg-type]
    tab.goto((ROOT / "build" / "site").as_uri() + "/" + PAGES[page])
    if "#q=" in PAGES[page]:
        tab.wait_for_selector("[aria-selected=true] .gl-box__def:not(:empty)")
    tab.wait_for_timeout(300)
    tab.screenshot(path=path, full_page=full)
    tab.close()


if __name__ == "__main__":
    main()
