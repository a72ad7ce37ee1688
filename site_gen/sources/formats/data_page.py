"""A data file that is one page of a site: its longest text is markup with many names, and it has a title."""

from __future__ import annotations

import re

from site_gen.sources.formats import record
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value


def titled(value: Value) -> str:
    """The title of a page in a value: the first text under such a key, plain or wrapped."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        pairs = one.pairs if isinstance(one, Named) else ()
        for key, inner in pairs:
            if key.text.lower() in ("title", "name", "heading") and (said := record.texts(inner)):
                return said[0]
        waiting += [inner for _, inner in pairs] + list(one.items if isinstance(one, Many) else ())
    return ""


_MARKED = re.compile(r"<(?:dt|tr|h[2-6]|summary|strong|b)\b", re.IGNORECASE)
MARKED = 3  # marks of names in a text that is a whole page


def page(value: Value, drafts: int) -> Leaf | None:
    """The longest text of a value, if it is a page with far more names than ``drafts`` were read."""
    longest: Leaf | None = None
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Leaf):
            longest = one if longest is None or len(one.text) > len(longest.text) else longest
        elif isinstance(one, Many):
            waiting.extend(one.items)
        else:
            waiting.extend(inner for _, inner in one.pairs)
    return longest if longest and len(_MARKED.findall(longest.text)) >= max(MARKED, 2 * drafts) else None
