"""What American and British English write differently, and what neither says: words as data, and finders.

A finder takes one text; ``checks.rules.english`` and ``checks.rules.customer_lines`` make problems of what it
finds.
"""

from __future__ import annotations

from typing import NamedTuple


class Correction(NamedTuple):
    """What stands in a text from ``start`` up to, not including, ``end``, and what to write instead.

    ``why`` ends the sentence "'parcel' …", as in "is British English"; ``instead`` is "" if it can only go.
    """

    start: int
    end: int
    found: str
    instead: str
    why: str
