"""Text boxes of Word documents: what belongs to the list stands below its paragraph, the rest is told.

A box with a table, a heading or a bold word before its text holds entries; so does every box of a document
that has most of its words in boxes. Any other box is a hint, which would end up in the entry above it.
"""

from __future__ import annotations

from typing import Any

from site_gen.sources.formats import docx_unseen

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BOX = f"{_W}txbxContent"
_PARAGRAPH = f"{_W}p"
_OFF = ("0", "false", "off")


def settled(root: Any) -> None:
    """Move the paragraphs of boxes with entries below their places; mark the others as not in the text."""
    for drawn in root.iter("{*}AlternateContent"):
        if any(next(one.iter(_BOX), None) is not None for one in drawn.iterchildren("{*}Choice")):
            for again in [*drawn.iterchildren("{*}Fallback")]:  # for programs that do not know the choices
                drawn.remove(again)
    boxes = [box for box in root.iter(_BOX) if not _in_a_box(box)]
    if not boxes:
        return
    inside = sum(map(_length, boxes))
    most = 2 * inside > _length(root)
    last: dict[Any, Any] = {}  # by the paragraph that a box is anchored in: what was put below it last
    for box in boxes:
        anchor = next(box.iterancestors(_PARAGRAPH), None)
        if anchor is None:
            continue
        if not most and not _has_entries(box):
            docx_unseen.tell("b", anchor, _words_of(box))
            continue
        for child in [*box]:
            last.get(anchor, anchor).addnext(child)
            last[anchor] = child


def _in_a_box(element: Any) -> bool:
    return next(element.iterancestors(_BOX), None) is not None


def _length(part: Any) -> int:
    return sum(len(text.text or "") for text in part.iter(f"{_W}t"))


def _has_entries(box: Any) -> bool:
    if next(box.iter(f"{_W}tbl"), None) is not None:
        return True
    return any(_is_led(paragraph) for paragraph in box.iter(_PARAGRAPH))


def _is_led(paragraph: Any) -> bool:
    """Whether a paragraph is a heading, or bold at its start and plain after it."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    if style is not None and (style.get(f"{_W}val") or "").lower().startswith("heading"):
        return True
    bold = [_is_bold(run) for run in paragraph.iter(f"{_W}r") if _length(run)]
    return bold[:1] == [True] and not all(bold)


def _is_bold(run: Any) -> bool:
    bold = run.find(f"{_W}rPr/{_W}b")
    return bold is not None and bold.get(f"{_W}val") not in _OFF


def _words_of(box: Any) -> str:
    """The words of a box, its paragraphs joined by blanks."""
    lines = ("".join(text.text or "" for text in one.iter(f"{_W}t")) for one in box.iter(_PARAGRAPH))
    return " ".join(" ".join(lines).split())
