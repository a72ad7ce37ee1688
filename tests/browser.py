"""Headless Chromium for tests: Debian's package, or the one that CHROMIUM names."""

from __future__ import annotations

import os
import shutil
from typing import Any

from playwright.sync_api import Browser, Page, Playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def launch(playwright: Playwright) -> Browser:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)


class Watched:
    """A page that keeps what went wrong: console errors, script errors, requests to other hosts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.trouble: list[str] = []
        page.on("console", lambda message: self._note(message.type == "error", message.text))
        page.on("pageerror", lambda error: self._note(True, str(error)))
        page.on("request", lambda request: self._note(not _is_local(request.url), request.url))

    def _note(self, wrong: bool, text: str) -> None:
        if wrong:
            self.trouble.append(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.page, name)


def _is_local(url: str) -> bool:
    return url.startswith(("http://127.0.0.1", "file:", "data:", "blob:", "about:"))
