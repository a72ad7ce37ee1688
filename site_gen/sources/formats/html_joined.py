"""Names in one part of a page and their texts in another, joined by a value that both have as an attribute.

Programs show the text of the name that a reader chooses: ``data-key="7"`` on both, or ``href="#t7"`` and
``id="t7"``. Tabs and buttons that say so by their role are read elsewhere, where their panels have headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product
from statistics import mean
from typing import Any

from lxml import etree

from site_gen.model import names
from site_gen.sources.formats.html_heads import is_titled
from site_gen.sources.formats.html_parts import text_of
from site_gen.sources.shape.blocks import MAX_NAME, count_words, is_value, tidy

ENOUGH, ALIKE = 3, 0.9  # pairs of a group, and their share that reads as names and texts
NAME, TEXT = 8, 4  # most words of a name, and least mean words of a text
LOOKED_UP, PAIRS, TRIED = 1_000_000, 5_000, 8  # values, pairs and groups; more of them are not compared
_OWN = frozenset(
    [
        *("class", "style", "src", "alt", "title", "lang", "type", "role", "rel", "target", "tabindex"),
        *("width", "height", "name", "content", "hidden", "charset", "value", "placeholder", "onclick"),
        *("aria-hidden", "aria-expanded", "aria-selected", "aria-label", "colspan", "rowspan"),
    ]
)
_HELD = ("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary", "table")  # parts that have names of their own
_BOXES = ("div", "li", "section", "article")
_LABELLED = re.compile(r"^\s*[^:\n]{1,40}?(?::| [–—-]) ", re.MULTILINE)  # "Keel: …" and "Rib: …" in a text

_Pair = tuple[Any, Any]


def set_pairs(root: Any) -> None:
    """Bring such names and their texts together, as a list of terms where the first name stands.

    On a page with a list or table of its own, such pairs are its menu and its parts.
    """
    by_attribute = _values(root)
    most = max(map(len, by_attribute.values()), default=0)
    if len(by_attribute) ** 2 * most > LOOKED_UP or next(root.iter("dt", "th", "details"), None) is not None:
        return
    place = {element: number for number, element in enumerate(root.iter())}
    made = (
        list(_pairs(names_by, texts_by, first == second, place))
        for (first, names_by), (second, texts_by) in product(by_attribute.items(), repeat=2)
    )
    tried = (found for found in made if _are_apart(found, place))
    if found := next(filter(_are_entries, islice(tried, TRIED)), None):
        _gather(found)


def _values(root: Any) -> Mapping[str, Mapping[str, Sequence[Any]]]:
    """The elements by attribute and value, without the sign of a link into the page."""
    out: dict[str, dict[str, list[Any]]] = {}
    for element in root.iter():
        for name, value in element.attrib.items() if isinstance(element.tag, str) else ():
            link = name == "href" and not value.startswith("#")
            if name not in _OWN and not link and 0 < len(value) <= MAX_NAME:
                out.setdefault(name, {}).setdefault(value.removeprefix("#").strip(), []).append(element)
    return {name: by_value for name, by_value in out.items() if len(by_value) >= ENOUGH}


def _pairs(
    firsts: Mapping[str, Sequence[Any]],
    seconds: Mapping[str, Sequence[Any]],
    same: bool,
    place: Mapping[Any, int],
) -> Iterator[_Pair]:
    for value, one in firsts.items():
        both = [*one] if same else [*one, *seconds.get(value, ())]
        if len(both) == 2 and both[0] is not both[1] and place[both[0]] < place[both[1]]:
            yield both[0], both[1]


def _are_apart(found: Sequence[_Pair], place: Mapping[Any, int]) -> bool:
    """Whether elements of one kind all stand before those of another, and none inside another."""
    if not ENOUGH <= len(found) <= PAIRS:
        return False
    if max(place[name] for name, _ in found) > min(place[text] for _, text in found):
        return False
    if any(len({pair[side].tag for pair in found}) > 1 for side in (0, 1)):
        return False
    own = {part for pair in found for part in pair}
    return not any(up in own for part in own for up in part.iterancestors())


def _are_entries(found: Sequence[_Pair]) -> bool:
    """Whether different short names stand before texts that do not name them again and hold no entries."""
    if any(map(_holds_entries, (part for pair in found for part in pair))):
        return False
    said = [(tidy(text_of(name)), text_of(text).strip()) for name, text in found]
    if len({names.fold(name) for name, _ in said}) < ALIKE * len(said):
        return False
    lists = mean(len(_LABELLED.findall(text)) > 1 for _, text in said)
    words = mean(count_words(text) for _, text in said)
    return lists < 1 - ALIKE and words >= TEXT and mean(map(_reads, said)) >= ALIKE


def _holds_entries(part: Any) -> bool:
    """Whether an element holds names that a page sets off, or several boxes of several parts."""
    named = next(part.iter(*_HELD), None) is not None or any(map(is_titled, part.iterdescendants()))
    return named or sum(len(box) > 1 for box in part.iterdescendants(*_BOXES)) > 1


def _reads(pair: tuple[str, str]) -> bool:
    name, text = pair
    short = len(name) <= MAX_NAME and 0 < count_words(name) <= NAME and not is_value(name)
    return short and len(name) > 1 and bool(text) and not names.fold(text).startswith(names.fold(name))


def _gather(found: Sequence[_Pair]) -> None:
    """Move the pairs into a list of terms before the first name."""
    terms = etree.Element("dl")
    first = found[0][0]
    for up in first.iterancestors("ul", "ol", "nav", "tr", "table", "a", "p"):
        first = up
    first.addprevious(terms)
    for pair in found:
        for tag, part in zip(("dt", "dd"), pair, strict=True):
            _take(part)
            part.tag = tag
            part.attrib.clear()
            terms.append(part)


def _take(part: Any) -> None:
    """Take an element out of its place; the words behind it stay."""
    parent, before = part.getparent(), part.getprevious()
    if (part.tail or "").strip() and before is not None:
        before.tail = (before.tail or "") + part.tail
    elif (part.tail or "").strip():
        parent.text = (parent.text or "") + part.tail
    part.tail = None
    parent.remove(part)
