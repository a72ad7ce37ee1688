"""Headless Chromium for tests: Debian's, or the one that CHROMIUM names; and sites served to it."""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright


# A Chromium with windows draws the suggestions below its address line as pages, two for each window; nobody sees them
# here, and they cost nearly as much as the pages that are tested. It hears the last list only, so Playwright's own is in ours.
POPUPS = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup")
PLAYWRIGHTS = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "TcpPortRandomizationWin",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-features=" + ",".join((*PLAYWRIGHTS, *POPUPS)),
]


# For axe, which otherwise writes down every node that passes a rule: half its time on a long page.
ONLY_WRONG = {"resultTypes": ["violations"]}


def chromium() -> str:
    """Where it is. The one without windows needs half the time for a visit."""
    there = (shutil.which(name) for name in ("chromium-headless-shell", "chromium"))
    return os.environ.get("CHROMIUM") or next(filter(None, there), "/usr/bin/chromium")


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)


def expect(of: Any) -> Any:
    """Playwright's, which is imported with the first browser: tests without one do without it."""
    from playwright.sync_api import expect

    return expect(of)


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


# A browser that keeps nothing; who wanted a storage stands in the message.
NO_STORAGE = """
Object.defineProperty(window, 'localStorage', {get() {
  throw new DOMException(`no ${String(new Error().stack).replaceAll('\\n', ' ')}`, 'SecurityError');
}});
"""


def ours(page: Watched) -> list[str]:
    """What went wrong, but for the theme's own scripts, which want a storage."""
    theme = re.compile(r"assets/javascripts/|__md_")
    return [said for said in page.trouble if not ("no Error" in said and theme.search(said))]


class _Handler(SimpleHTTPRequestHandler):
    """Answers with the site's own 404 page, and with a policy where there is one."""

    def __init__(self, *args: Any, policy: str, **kwargs: Any) -> None:
        self.policy = policy
        super().__init__(*args, **kwargs)

    def log_message(self, *args: Any) -> None:
        pass

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving(folder: Path, policy: str = "") -> Iterator[str]:
    """The address of a folder on a local port."""
    handler = partial(_Handler, directory=str(folder), policy=policy)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
