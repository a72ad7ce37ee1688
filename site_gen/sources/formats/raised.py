"""Digits that a page raises, as the signs for raised digits: "10<sup>3</sup>" is 10³ and not 103."""

from __future__ import annotations

import re
from typing import Any

_SIGNS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_DIGITS = re.compile(r"\s*([+-]?\d{1,3})\s*")
_TAG = re.compile(r"<sup\b[^<>]{0,200}>\s*([+-]?\d{1,3})\s*</sup\s*>", re.IGNORECASE)
_TO_NOTE = re.compile(
    r"<sup\b[^<>]{0,200}>\s*<a\s[^<>]{0,200}#[^<>]{0,200}>[^<>]{1,9}</a>\s*</sup\s*>", re.IGNORECASE
)


def signs(said: str) -> str:
    """Raised words: a number as signs, others as they are."""
    return said.translate(_SIGNS) if _DIGITS.fullmatch(said) else said


def in_line(line: str) -> str:
    """A line of Markdown with its raised digits as signs, and without raised links to notes."""
    if "<sup" not in line.lower():
        return line
    return _TAG.sub(lambda found: found[1].translate(_SIGNS), _TO_NOTE.sub("", line))


def set_signs(root: Any) -> None:
    """Write the raised digits of a page as signs."""
    for element in root.iter("sup"):
        digits = _DIGITS.fullmatch(element.text or "")
        if digits and not len(element):
            element.text = digits[1].translate(_SIGNS)
