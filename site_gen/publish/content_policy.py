"""The Content-Security-Policy of a built site.

Everything comes from the site itself, but for a few inline scripts of the theme. They differ by theme version
and by the depth of the page, so their hashes are computed from the pages as built
(https://www.w3.org/TR/CSP3/#grammardef-hash-source). A script that somebody wrote into a page is none of
them: what the theme's templates could not have made is named, and has no hash.
"""

from __future__ import annotations

import posixpath
import re
from base64 import b64encode
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

_HEADER = "Content-Security-Policy"
_RUN = {"", "module", "text/javascript", "application/javascript"}  # types that a browser runs


def policy(pages: Iterable[str], misses_url: str = "") -> str:
    """The strictest policy under which these HTML pages work.

    ``misses_url``: where unfound words go; its host, and no other, may be sent something.
    """
    scripts = sorted({_hash(script) for page in pages for script in _inline(page)})
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self'", *scripts)),
            "img-src 'self' data:",  # the theme's icons
            *((f"connect-src 'self' {_origin(misses_url)}",) if misses_url else ()),
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


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
        self.loaded: list[str] = []
        self.open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        runs = tag == "script" and (values.get("type") or "").strip().lower() in _RUN
        sources = [values[name] or "" for name in ("src", "href", "xlink:href") if name in values]
        self.loaded += sources if runs else []
        self.open = runs and not sources
        if self.open:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self.open = False

    def handle_data(self, data: str) -> None:
        if self.open:
            self.found[-1] += data


def _inline(page: str) -> list[str]:
    return _scripts(page).found


def _scripts(page: str) -> _Scripts:
    parser = _Scripts()
    parser.feed(page)
    parser.close()
    return parser


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unvouched:
    """A script that is not the theme's nor ours: the page it stands in, and what it loads ("" if inline)."""

    page: str
    loads: str = ""


_INLINE = re.compile(r"<script\b(?![^>]*\bsrc\b)([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_VALUE = r'[^"\\<\n]*'  # what may stand in a text of JavaScript without ending it


def known_scripts(templates: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """The inline scripts of a theme's templates, each as it may come out.

    A template may place a value between double quotes; a script that is put together otherwise is not known.
    """
    found = []
    for template in templates:
        for attributes, script in _INLINE.findall(template):
            pieces = _EXPRESSION.split(script)
            quoted = all(one.endswith('"') for one in pieces[:-1]) and all(
                one.startswith('"') for one in pieces[1:]
            )
            if quoted and "{%" not in script and "json" not in attributes:
                found.append(re.compile(_VALUE.join(map(re.escape, pieces))))
    return tuple(found)


def vouched(
    pages: Mapping[str, str],
    known: Sequence[re.Pattern[str]],
    trusted: Container[str],
    misses_url: str = "",
) -> tuple[str, tuple[Unvouched, ...]]:
    """The policy that lets run the known scripts and those of trusted pages; and what it does not let run.

    ``pages`` are built pages by path below the site, ``trusted`` such paths.
    """
    allowed, refused = [], []
    for path, page in sorted(pages.items()):
        found = _scripts(page)
        for script in found.found:
            if path in trusted or any(pattern.fullmatch(script) for pattern in known):
                allowed.append(script)
            else:
                refused.append(Unvouched(page=path))
        if path not in trusted:
            refused += [Unvouched(page=path, loads=src) for src in found.loaded if not _is_ours(path, src)]
    vouched_for = (f"<script>{script}</script>" for script in allowed)
    return policy(vouched_for, misses_url), tuple(dict.fromkeys(refused))


def _is_ours(page: str, address: str) -> bool:
    """Whether a page loads a script from assets/, where only the theme's and ours stand, or elsewhere."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return True  # no policy of ours allows it
    path = posixpath.normpath(posixpath.join("/", posixpath.dirname(page), unquote(parts.path)))
    return path.startswith("/assets/")
