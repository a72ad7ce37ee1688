"""Names that a page sets off by its structure alone: boxes alike, each with a short part and a long one.

Cards, lists of plugins and answers of accordions have classes of their own on every site. What they share
is a box with a name in its first part and a text in the others, and several boxes alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from statistics import mean
from typing import Any

from site_gen.model import names
from site_gen.sources.formats.html_furniture import LEFT_OUT, is_furniture, is_mark
from site_gen.sources.formats.html_heads import LEAD
from site_gen.sources.formats.html_parts import text_of
from site_gen.sources.shape.blocks import MAX_NAME, count_words, is_value

ENOUGH = 3  # boxes alike
MAX_BOXES = 3_000
NAME, TEXT = 8, 4  # most words of a name, and least mean words of a text
MAX_ELEMENTS = 150  # of a box
PARTS = 6  # parts of a box at most
DIFFERENT = 0.9  # share of the names
_BOXES = frozenset(["div", "li", "article", "section"])
_FIRST = frozenset(["div", "p", "span", "a", "header"])
_AFTER = frozenset(["div", "p", "span", "section", "ul", "ol", "footer", "a", "small", "em"])
_READ = ("h1", "h2", "h3", "h4", "h5", "h6", "dt", "table", "summary", "button", "label")  # are read anyway
_TIMES = frozenset(["time", "img", "input", "pre"])

Kind = tuple[str, str, str, str]


def heads(root: Any, whole: int) -> frozenset[Any]:
    """The first parts of boxes that are alike and hold a name and a text each; links around are boxes."""
    groups: dict[Kind, list[tuple[Any, str, str]]] = {}
    for count, box in enumerate(_boxes(root, whole)):
        if count > MAX_BOXES:
            return frozenset()
        if told := _told(box):
            groups.setdefault(_kind(box, told[0]), []).append(told)
    found = frozenset(head for group in groups.values() if _are_entries(group) for head, _, _ in group)
    for card in {head.getparent() for head in found}:  # a link that is a box, and no words in a line
        card.tag = "div" if card.tag == "a" else card.tag
    return found


def _boxes(root: Any, whole: int) -> Iterator[Any]:
    """The boxes of the page that are not inside its navigation."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str) or is_furniture(element, whole):
            continue
        boxed = element.tag in (*_BOXES, "a") and 1 < len(element) <= PARTS and _is_small(element)
        if boxed or (element.tag == "p" and _are_glued(element)):
            yield element
        waiting.extend(element)


def _are_glued(paragraph: Any) -> bool:
    """Whether a paragraph is two runs of words without a blank between: only a style sheet parts them."""
    parts = list(paragraph)
    if len(parts) != 2 or any(
        part.tag not in ("span", "b", "strong", "em", "i") or len(part) for part in parts
    ):
        return False
    first, second = (part.text or "" for part in parts)
    return first[-1:].strip() != "" and (second[:1].isalnum() or second[:1] in '("“„«')


def _is_small(box: Any) -> bool:
    """Whether a box has no more elements than one entry, so boxes in boxes are read once."""
    return next(islice(box.iter(), MAX_ELEMENTS, None), None) is None


def _told(box: Any) -> tuple[Any, str, str] | None:
    """The first part of a box with its words, and the words of the other parts."""
    if (box.text or "").strip() or any((part.tail or "").strip() for part in box):
        return None
    parts = [part for part in box if isinstance(part.tag, str) and part.tag not in LEFT_OUT]
    parts = [part for part in parts if not is_mark(part) and "".join(part.itertext()).strip()]
    if len(parts) < 2 or parts[0].tag not in _FIRST or any(part.tag not in _AFTER for part in parts[1:]):
        return None
    if next(box.iter(*_READ), None) is not None or next(parts[0].iter(*_TIMES), None) is not None:
        return None
    if any(inner.tag in _BOXES | {"p"} for inner in parts[0].iterdescendants()):
        return None
    return parts[0], text_of(parts[0]), " ".join(text_of(part) for part in parts[1:])


def _kind(box: Any, head: Any) -> Kind:
    return box.tag, box.get("class") or "", head.tag, head.get("class") or ""


def _are_entries(group: Sequence[tuple[Any, str, str]]) -> bool:
    """Whether boxes alike hold different short names over texts."""
    first = group[0][0].getparent()
    others = 0 if first.tag != "p" else sum(part.tag == "p" for part in first.getparent()) - len(group)
    if len(group) < max(ENOUGH, others + 1):
        return False
    if sum(next(head.iter("code"), None) is None for head, _, _ in group) < ENOUGH:
        return False  # options and commands with their descriptions
    said = [name for _, name, _ in group]
    labels = {found[0] for name in said if (found := LEAD.match(name))}
    if len(labels) == 1 and all(map(LEAD.match, said)):  # "Also known as: …" above the text of an answer
        return False
    if any(count_words(name) > NAME or len(name) > MAX_NAME or "\n" in name for name in said):
        return False
    if len({names.fold(name) for name in said}) < DIFFERENT * len(said) or mean(map(is_value, said)) > 0.2:
        return False
    texts = [count_words(text) for _, _, text in group]
    longer = mean(count_words(name) < words for name, words in zip(said, texts, strict=True))
    return mean(texts) >= TEXT and longer >= DIFFERENT
