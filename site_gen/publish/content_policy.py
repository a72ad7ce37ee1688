"""The Content-Security-Policy of a built site.

Everything comes from the site itself, but for a few inline scripts of the theme. They differ by theme version
and by the depth of the page, so their hashes are computed from the pages as built
(https://www.w3.org/TR/CSP3/#grammardef-hash-source).
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from html.parser import HTMLParser

_HEADER = "Content-Security-Policy"
_RUN = {"", "module", "text/javascript", "application/javascript"}  # types that a browser runs


def policy(pages: Iterable[str]) -> str:
    """The strictest policy under which these HTML pages work."""
    scripts = sorted({_hash(script) for page in pages for script in _inline(page)})
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self'", *scripts)),
            "img-src 'self' data:",  # the theme's icons
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def _netlify(value: str) -> str:
    return f"/*\n  {_HEADER}: {value}"


def _nginx(value: str) -> str:
    return f'add_header {_HEADER} "{value}" always;'


def _apache(value: str) -> str:
    return f'Header always set {_HEADER} "{value}"'


def _caddy(value: str) -> str:
    return f'header {_HEADER} "{value}"'


# How each kind of host is told, by the name that `glossary policy --for` takes.
HOSTS: Mapping[str, Callable[[str], str]] = {
    "plain": str,
    "headers": _netlify,  # the file _headers of Netlify, Cloudflare Pages and others
    "nginx": _nginx,
    "apache": _apache,
    "caddy": _caddy,
}


class _Scripts(HTMLParser):
    """The texts of the inline scripts that a browser runs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self.open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.open = tag == "script" and "src" not in values and (values.get("type") or "") in _RUN
        if self.open:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self.open = False

    def handle_data(self, data: str) -> None:
        if self.open:
            self.found[-1] += data


def _inline(page: str) -> list[str]:
    parser = _Scripts()
    parser.feed(page)
    parser.close()
    return parser.found


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
