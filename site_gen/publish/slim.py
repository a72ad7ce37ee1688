"""Pages without the theme's indentation, a twentieth of what a browser fetches of a term's page."""

from __future__ import annotations

import re

# What stays as it is: the page's own content, and whatever shows its blanks or is vouched for by its digest.
_KEPT = re.compile(r"<(article|script|style|pre|textarea)\b")
_INDENT = re.compile(r"\n\s+")


def slim(page: str) -> str:
    """The page with one line break wherever the theme has several with blanks after them."""
    found, at, after = [], 0, 0
    while kept := _KEPT.search(page, after):
        closing = f"</{kept[1]}>"
        end = page.find(closing, kept.end())
        after = kept.end() if end < 0 else end + len(closing)
        if end >= 0:
            found += [_INDENT.sub("\n", page[at : kept.start()]), page[kept.start() : after]]
            at = after
    return "".join([*found, _INDENT.sub("\n", page[at:])])
