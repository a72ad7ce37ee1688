"""Periods such as "12 months": how they are written, and the days on which they end."""

from __future__ import annotations

import calendar
import re
import zlib
from datetime import date, timedelta

EARLIEST = 4  # a spread end is at most this part, a quarter, of its period before the end
_WRITTEN = re.compile(r"[1-9][0-9]{0,3} (?:day|week|month|year)s?")


def is_period(text: str) -> bool:
    """Whether a text is a number from 1 to 9999 and a unit: "12 months", "1 year"."""
    return _WRITTEN.fullmatch(text) is not None


def after(day: date, period: str) -> date:
    """The day on which a period that begins on ``day`` ends.

    If the month of the end has no such day, the last day of that month. ``period`` must pass ``is_period``.
    A day after ``date.max`` is returned as ``date.max``.
    """
    number, unit = period.split()
    count = int(number)
    try:
        if unit.startswith(("day", "week")):
            return day + timedelta(days=count * (7 if unit.startswith("week") else 1))
        months = day.year * 12 + day.month - 1 + count * (12 if unit.startswith("year") else 1)
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return date.max


def spread_after(day: date, period: str, key: str) -> date:
    """The day on which a period ends for ``key``: in its last quarter, never after ``after(day, period)``.

    Keys with one ``day`` and one ``period`` get days that are spread evenly over that quarter, and a key gets
    the same one each time: the checksum of the key counts the days back from the end.
    """
    end = after(day, period)
    return end - timedelta(days=zlib.crc32(key.encode()) % ((end - day).days // EARLIEST + 1))
