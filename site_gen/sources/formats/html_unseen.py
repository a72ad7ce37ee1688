"""What a page does not show as its words: elements that its style hides, controls beside a name or text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml import etree

from site_gen.sources.shape.blocks import Noise, tidy
from site_gen.sources.shape.page_actions import is_control

HIDDEN = "hidden on the page"
_NONE = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_CLASSES = frozenset(["d-none", "hidden", "is-hidden"])
_ON_WIDE = re.compile(r"\w+:(?:inline|block|flex|grid)|d-\w\w-\w")  # what hides words on small screens only
_INLINE = frozenset(
    ["span", "small", "em", "i", "b", "strong", "a", "sup", "sub", "font", "code", "mark", "label"]
)
_BLOCKS = frozenset(["div", "p", "section", "article", "li", "dt", "dd", "tr", "ul", "ol", "dl", "table"])
_OPENED = frozenset(
    ["h1", "h2", "h3", "h4", "h5", "h6", "button", "summary", "a"]
)  # what opens the box below it
FEW = 3  # of so many elements alike, one that is hidden is meant so; where more are, a program opens them
MOST = 2  # times the words of a hidden block that are more than those of the page
_HEADS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary"])
_AROUND = _HEADS | {"dd", "td", "th", "li", "p"}
_NOTE, NEAR = (
    re.compile(r"(?:fn|footnote-?|endnote-?)[:-]?\d+"),
    3,
)  # ids of notes, and elements around a link
_OF_CONTROL = re.compile(
    r"[\w-]{0,60}(?:tooltip|copy|copied|btn|button|action|edit|share)[\w-]{0,60}", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]")
_WORD_OR_NUMBER = re.compile(r"\w")


def settle(root: Any) -> list[Noise]:
    """Take controls and hidden words out of a page, and mark hidden blocks so; return the hidden words."""
    unseen = [one for one in root.iter() if isinstance(one.tag, str) and _is_unseen(one)]
    told = []
    for element in unseen:
        if element.tag in _INLINE and element.getparent() is not None:
            said = tidy("".join(element.itertext()))
            if _WORD.search(said):
                told.append(Noise(line=int(element.sourceline or 1), text=said[:200], why=HIDDEN))
            _remove(element)
    for element in _meant([one for one in unseen if one.tag in _BLOCKS], root):
        element.set("hidden", "")
    for element in [*_controls(root), *filter(_is_icon, list(root.iter("button", "a")))]:
        if element.getparent() is not None:
            _remove(element)
    return told


def _is_icon(element: Any) -> bool:
    """Whether a button, or a link into the page, shows a sign alone: "🔗", "¶"."""
    said = "".join(element.itertext()).strip()
    into = element.tag == "button" or (element.get("href") or "").startswith("#")
    if any(_NOTE.fullmatch(up.get("id") or "") for up in islice(element.iterancestors(), NEAR)):
        return False  # the way back to the mark shows that it is a note
    return into and bool(said) and _WORD_OR_NUMBER.search(said) is None


def _is_unseen(element: Any) -> bool:
    if _NONE.search(element.get("style") or ""):
        return True
    classes = (element.get("class") or "").split() if element.tag in _INLINE else ()
    return not _CLASSES.isdisjoint(classes) and not any(map(_ON_WIDE.match, classes))


def _meant(unseen: list[Any], root: Any) -> Iterator[Any]:
    """The blocks that nothing shows; where most of a kind are hidden, what stands before each opens it."""
    if not unseen:
        return
    kinds = defaultdict[tuple[str, str], int](int)
    for element in root.iter(*_BLOCKS):
        kinds[_kind(element)] += 1
    hidden = defaultdict[tuple[str, str], int](int)
    for element in unseen:
        hidden[_kind(element)] += 1
    whole = len("".join(root.itertext()))
    for element in unseen:
        kind, before = _kind(element), element.getprevious()
        few = FEW * hidden[kind] <= kinds[kind]
        alone = kinds[kind] == 1 and (before is None or before.tag not in _OPENED)
        if (few or alone) and MOST * len("".join(element.itertext())) <= whole:
            yield element  # what most words of the page stand in is shown by a program


def _kind(element: Any) -> tuple[str, str]:
    return element.tag, next(iter((element.get("class") or "").split()), "")


def _controls(root: Any) -> list[Any]:
    """The buttons and links behind the words of a name or text that act on it: "Copy link", "[edit]"."""
    found = []
    around: list[
        tuple[Any, list[bool]]
    ] = []  # names and texts that are open, and whether words stand in them
    for event, element in etree.iterwalk(root, events=("start", "end")):
        said = element.text if event == "start" else element.tail
        if event == "start" and around and _is_control(element, around[-1]):
            found.append(element)
        if event == "start" and element.tag in _AROUND:
            around.append((element, [False]))
        elif event == "end" and around and around[-1][0] is element:
            _, told = around.pop()
            if around and told[0]:
                around[-1][1][0] = True
        if around and _WORD.search(said or ""):
            around[-1][1][0] = True
    return found


def _is_control(element: Any, around: tuple[Any, list[bool]]) -> bool:
    head, words = around
    if not words[0] or element.tag not in ("button", "a", "span", "small"):
        return False
    if element.tag != "button" and head.tag not in _HEADS:
        return False
    return _is_button(element) or _is_named_control(element)


def _is_button(element: Any) -> bool:
    acts = element.tag == "button" or element.get("role") == "button"
    opens = any(element.get(name) is not None for name in ("aria-expanded", "aria-controls", "data-target"))
    return acts and not opens and not _WORD.search(element.tail or "")


def _is_named_control(element: Any) -> bool:
    said = "".join(element.itertext())
    if element.tag in ("button", "a"):
        return is_control(said) or (element.tag == "a" and bool(said.strip()) and not _WORD.search(said))
    return is_control(said) and any(map(_OF_CONTROL.fullmatch, (element.get("class") or "").split()))


def _remove(element: Any) -> None:
    """Empty an element, and take the brackets around it out; the words behind it stay."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail or ""
    said = (parent.text if before is None else before.tail) or ""
    if said.rstrip().endswith("[") and tail.lstrip().startswith("]"):
        element.tail = tail.lstrip()[1:]
        if before is None:
            parent.text = said.rstrip()[:-1]
        else:
            before.tail = said.rstrip()[:-1]
    if element.tail:  # to join what stands around many of them takes the square of their number
        element.clear(keep_tail=True)
        element.tag = "span"
    else:
        parent.remove(element)
