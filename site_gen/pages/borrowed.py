"""Texts that stand in English on a page of another language, marked as such for those who hear the page.

``t`` puts a sign on each side of such a text, since it does not know where a template places it; on the whole
page the signs become ``<span lang="en">``, but not inside a tag or where only text may stand.
"""

from __future__ import annotations

import re

from markupsafe import Markup

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"  # are no characters by Unicode, so no text of an editor has them
_SIGNS = re.compile(f"[{_OPEN}{_CLOSE}]")
_FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_PART = re.compile(
    rf"<(script|style|title|option|textarea)\b.*?</\1>|<[^<>]*>"
    rf"|{_OPEN}(?:(?!{_OPEN}|{_CLOSE}|<(?!/?(?:a|code|strong)\b)).)*{_CLOSE}",
    re.DOTALL,
)


def borrowed(text: Markup) -> Markup:
    """The text between the two signs."""
    return Markup(f"{_OPEN}{text}{_CLOSE}")


def without_signs(text: str) -> str:
    """The text as it is read."""
    return _SIGNS.sub("", text)


def told(page: str) -> str:
    """The page with the language of its English texts; one in which another stands goes without."""
    front = _FRONT.match(page)
    at = front.end() if front else 0
    return without_signs(page[:at]) + without_signs(_PART.sub(_told, page[at:]))


def _told(found: re.Match[str]) -> str:
    part = found[0]
    return f'<span lang="en">{part}</span>' if part.startswith(_OPEN) else part
