"""Texts that editors save as trees of paragraphs and runs, put together again as one text each.

Editors name the parts differently, but all of them end in lists of mappings with one text each: ``text``,
``plain_text`` or ``insert``. Runs of a paragraph are joined, paragraphs stand in lines of their own.
"""

from __future__ import annotations

from site_gen.sources.formats import senses
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.shape.header_roles import role_of

_RUN = ("plain_text", "text", "insert")  # keys of the words of a run
_BESIDE = frozenset(  # keys beside the words of a run
    ["type", "_type", "_key", "marks", "annotations", "attributes", "href", "link", "version", "detail",
     "format", "mode", "style", "bold", "italic", "underline", "code", "strikethrough",
     "mention", "equation", "url", "nodeType", "data"]
)  # fmt: skip
_PARTS = ("content", "children", "blocks", "ops", "root", "rich_text", "paragraph", "data", "items")
_KINDS = frozenset(
    ["doc", "document", "root", "paragraph", "heading", "block", "blockquote", "bulletlist", "orderedlist",
     "listitem", "list", "list-item", "text", "span", "hardbreak", "header", "p", "bullet_list", "list_item",
     "ordered_list", "hard_break", "unstyled"]
)  # fmt: skip
_INLINE = frozenset(["text", "span", "hardbreak", "hard_break", "link", "mention", "emoji"])
_APART = "\n"


def flattened(value: Value) -> Value:
    """The value with each rich text in it as one text. Its depth is bounded by the parsers."""
    if isinstance(value, Leaf):
        return value
    said = _text(value)
    if said is not None:
        return Leaf(text=said.strip(), line=value.line)
    if isinstance(value, Many):
        return Many(items=tuple(flattened(item) for item in value.items), line=value.line)
    if (inner := _property(value)) is not None:
        return flattened(inner)
    return Named(pairs=tuple((key, _flat(key, part)) for key, part in value.pairs), line=value.line)


def _flat(key: Leaf, part: Value) -> Value:
    apart = role_of(key.text) in ("name", "also") or senses.is_of_meanings(key.text)
    of_names = _names(part) if apart else None
    return of_names or flattened(part)


def _names(value: Value) -> Many | None:
    """The texts of a list of names or meanings, each in a mapping of its own: [{"text": "wait"}, …]."""
    items = value.items if isinstance(value, Many) else ()
    texts = [one for item in items if (one := _alone(item)) is not None and one.text == one.text.strip()]
    return Many(items=tuple(texts), line=value.line) if 1 < len(texts) == len(items) else None


_OF_NAME = frozenset(["text", "type", "status", "id", "pos", "partOfSpeech", "gender", "preferred"])


def _alone(item: Value) -> Leaf | None:
    """The text of a mapping that has no other text and no mark of a run beside it."""
    parts = _parts(item) if isinstance(item, Named) else {}
    text = parts.get("text")
    return text if isinstance(text, Leaf) and set(parts) <= _OF_NAME else None


def _parts(value: Named) -> dict[str, Value]:
    return {key.text: part for key, part in value.pairs}


def _kind(parts: dict[str, Value]) -> str:
    kind = parts.get("type", parts.get("_type", parts.get("nodeType")))
    return kind.text.lower() if isinstance(kind, Leaf) else ""


def _property(value: Named) -> Value | None:
    """The content of a mapping that says its type and has the content under that key, as databases export."""
    parts = _parts(value)
    inner = parts.get(_kind(parts))
    return inner if inner is not None and set(parts) <= {"id", "type", "name", _kind(parts)} else None


def _text(value: Value) -> str | None:
    """The words of a rich text; None if the value is something else."""
    if isinstance(value, Many):
        runs = [_run(item) for item in value.items]
        if runs and all(run is not None for run in runs):
            return "".join(run or "" for run in runs)
        return _paragraphs(value)
    if isinstance(value, Named):
        parts = _parts(value)
        kind = _kind(parts)
        if kind and kind not in _KINDS:
            return None
        for key in _PARTS:
            inner = parts.get(key)
            if inner is None or not (kind or len(parts) <= 3):
                continue
            if isinstance(inner, Many) and inner.items:
                return _text(inner)
            if isinstance(inner, Named) and key in ("root", "data", "paragraph"):
                return _text(inner)
    return None


def _paragraphs(value: Many) -> str | None:
    """The words of a list in which each item is a paragraph, a list or a run."""
    out: list[str] = []
    for item in value.items:
        if not isinstance(item, Named):
            return None
        run = _run(item)
        said = run if run is not None else _text(item)
        if said is None:
            if _kind(_parts(item)) not in _KINDS:
                return None
            said = ""  # an empty paragraph, or a rule
        out.append(said if run is not None and _kind(_parts(item)) in _INLINE else _APART + said + _APART)
    return "".join(out) if any(part.strip() for part in out) else None


def _run(value: Value) -> str | None:
    """The words of a run: a mapping of one text and marks of it; None if it is something else."""
    if not isinstance(value, Named):
        return None
    parts = _parts(value)
    if _kind(parts) in ("hardbreak", "hard_break"):
        return _APART
    for key in _RUN:
        words = parts.get(key)
        beside = set(parts) - {*_RUN} - _BESIDE
        if isinstance(words, Leaf) and not beside and (len(parts) > 1 or key != "text"):
            return words.text
    if _kind(parts) == "text" and isinstance(words := parts.get("value"), Leaf):
        return words.text
    alone = parts.get("text")
    return alone.text if isinstance(alone, Leaf) and len(parts) == 1 else None
