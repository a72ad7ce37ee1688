"""Days as tables and pages write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

# "29.11.2026" has its day first everywhere; "11/29/2026" only where the numbers allow one reading.
_NUMBERS = re.compile(r"(\d{1,2})\s?([./-])\s?(\d{1,2})\s?[./-]\s?(\d{4})\b")
_MONTHS = 12


def day_of(text: str) -> date | None:
    """The day at the start of a text, in figures; None where there is none, or it can be read in two ways."""
    text = text.strip()
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        found = _NUMBERS.match(text)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] != "." and first != second and max(first, second) <= _MONTHS:
        return None
    day, month = (second, first) if found[2] != "." and second > _MONTHS else (first, second)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def are_days(cells: Sequence[str]) -> bool:
    """Whether each cell that is filled is a day."""
    return all(day_of(cell) for cell in cells if cell.strip())
