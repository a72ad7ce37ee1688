"""What a page repeats beside every name, such as a button "Copy link" or a sign "+": no part of the names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from site_gen.sources.formats.html_buttons import is_action
from site_gen.sources.shape.blocks import tidy

HEADS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "dt", "td", "th", "summary", "button"])
NEAR = 4  # elements between a name and a part of it
BUTTONS, OTHERS, SHARE = 2, 3, 0.8  # names with the same button; with another part, and their share of all
MAX_NAME = 200  # characters of a name with its buttons
_OPENED = frozenset(["h2", "h3", "h4", "h5", "h6", "dt", "summary", "button"])
_SIGNS = re.compile(r"[\[(]?[-+−–▲▼▾▸►△▽⌃⌄∧∨^›»>×✕→↓↑…]{1,2}[\])]?")  # of boxes that open
Kind = tuple[str, str, bool]


def remove(root: Any) -> None:
    """Take such parts out of the names of a page; a button that is the whole name stays."""
    heads: dict[str, int] = {}
    for head in root.iter(*HEADS):
        heads[head.tag] = heads.get(head.tag, 0) + 1
    found: dict[Kind, list[Any]] = {}
    for part in root.iter("button", "a", "span", "i", "b", "em", "small"):
        head = next((up for up in islice(part.iterancestors(), NEAR) if up.tag in HEADS), None)
        if head is None or not (kind := _kind(part, head)):
            continue
        found.setdefault(kind, []).append(part)
    for kind in _repeated(found, heads):
        for part in found[kind]:
            _take_out(part)


def _kind(part: Any, head: Any) -> Kind | None:
    """The name's tag, the words of a part, and whether it is a button; None for what may be a name."""
    said, whole = (tidy("".join(islice(one.itertext(), MAX_NAME))) for one in (part, head))
    button = part.tag == "button" or part.get("role") == "button"
    ends = not (part.tail or "").strip()
    if _SIGNS.fullmatch(said):
        return (head.tag, said, False) if ends and head.tag in _OPENED and said != whole else None
    if part.tag not in ("button", "a", "span"):
        return None
    other = button or (head.tag not in ("td", "th") and ends)
    if not other or len(whole) > MAX_NAME or not any(map(str.isalpha, whole.replace(said, "", 1))):
        return None
    return (head.tag, said, button) if any(map(str.isalpha, said)) else None


def _repeated(found: dict[Kind, list[Any]], heads: dict[str, int]) -> Iterator[Kind]:
    for (tag, said, button), parts in found.items():
        often = len(parts) >= max(OTHERS, SHARE * heads[tag])
        if often or (button and (len(parts) >= BUTTONS or is_action(said))):
            yield tag, said, button


def _take_out(part: Any) -> None:
    """Remove an element, but not what follows it."""
    parent = part.getparent()
    if parent is None:
        return
    before, space = part.getprevious(), " " if part.tail and part.tail[:1].isalnum() else ""
    if before is None:
        parent.text = f"{parent.text or ''}{space}{part.tail or ''}"
    else:
        before.tail = f"{before.tail or ''}{space}{part.tail or ''}"
    part.tail = None
    parent.remove(part)
