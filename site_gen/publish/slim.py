"""Pages without the theme's indentation, a twentieth of what a browser fetches of a term's page."""

from __future__ import annotations

import re

# What stays as it is: the page's own content, and whatever shows its blanks or is vouched for by its digest.
_KEPT = re.compile(r"(<article\b.*?</article>|<(script|style|pre|textarea)\b.*?</\2>)", re.DOTALL)
_INDENT = re.compile(r"\n\s+")


def slim(page: str) -> str:
    """The page with one line break wherever the theme has several with blanks after them."""
    found, at = [], 0
    for kept in _KEPT.finditer(page):
        found += [_INDENT.sub("\n", page[at : kept.start()]), kept[0]]
        at = kept.end()
    return "".join([*found, _INDENT.sub("\n", page[at:])])
