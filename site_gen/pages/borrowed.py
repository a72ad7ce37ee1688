"""Texts that stand in English on a page of another language, marked as such for those who hear the page.

What places such a text puts a sign on each side of it, since it does not know where in a template that is; on
the whole page the signs become ``<bdi lang="en">``, but not inside a tag. Where only text may stand, the
element itself says it that holds nothing else. ``bdi`` stands apart from what is written from right to left,
and no style of a ``span`` meets it.
"""

from __future__ import annotations

import re

from markupsafe import Markup

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"  # are no characters by Unicode, so no text of an editor has them
_SIGNS = re.compile(f"[{_OPEN}{_CLOSE}]")
_FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_TEXT_ONLY = re.compile(rf"<((?:title|option|text)\b[^<>]*)>{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}<")
_PART = re.compile(
    rf"<(script|style|title|option|textarea|text)\b.*?</\1>|<[^<>]*>"
    rf"|{_OPEN}(?:(?!{_OPEN}|{_CLOSE}|<(?!/?(?:a|code|strong|var)\b)).)*{_CLOSE}",
    re.DOTALL,
)


def borrowed(text: Markup) -> Markup:
    """The text between the two signs."""
    return Markup(f"{_OPEN}{text}{_CLOSE}")


def without_signs(text: str) -> str:
    """The text as it is read."""
    return _SIGNS.sub("", text)


def told(page: str) -> str:
    """The page with the language of its English texts."""
    front = _FRONT.match(page)
    at = front.end() if front else 0
    return without_signs(page[:at]) + without_signs(_PART.sub(_told, page[at:]))


def _told(found: re.Match[str]) -> str:
    part = found[0]
    if part.startswith(_OPEN):
        return f'<bdi lang="en">{part}</bdi>'
    return _TEXT_ONLY.sub(r'<\1 lang="en">\2<', part) if found[1] else part
