"""Addresses by which a term names a hand-written page: as its file stands, seen from the term's file."""

from __future__ import annotations

from urllib.parse import quote, unquote

from site_gen.layout import HOME_INTRO

PAGE_LINK = "../pages/"


def page_of(address: str) -> tuple[str, str]:
    """The page below glossary/pages/ that an address names, and its "#anchor"; ("", "") for any other."""
    if not address.startswith(PAGE_LINK):
        return "", ""
    path, sign, anchor = address.removeprefix(PAGE_LINK).partition("#")
    return unquote(path), sign + anchor


def built(page: str) -> str:
    """Where builders put a hand-written page; home.md becomes a part of the home page."""
    return quote(
        "index.html" if page == HOME_INTRO else page.removesuffix(".md") + ".html" * page.endswith(".md")
    )
