"""Dictionaries in XML: TEI, LIFT and XDXF, with the word deep in a form and the text deep in a sense."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from site_gen.sources.draft import Draft, Piece, Reading, Skipped, Version
from site_gen.sources.formats import xml_left
from site_gen.sources.formats.xml_dialects import line_of, local, said
from site_gen.sources.shape.blocks import clean_name
from site_gen.sources.shape.language_codes import tag_of

_Told = list[tuple[str, str]]  # languages and words
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HEAD = frozenset(["title", "full_name", "teiheader", "header", "meta_info"])

_ENTRIES = frozenset(["entry", "entryfree", "ar"])
_WORDS = frozenset(["orth", "k", "lexical-unit"])
_TEXTS = frozenset(["def", "definition", "gloss"])
_NESTED = frozenset(["re", "xr", "relation", "example", "cit", "etym"])  # of other words


def read(root: Any) -> Reading:
    """The entries of a dictionary; a word without a text of its own is told, and what else it says."""
    drafts, skipped, taken = [], [], []
    several = len(_languages(root)) > 1
    for entry in root.iter():
        if local(entry) not in _ENTRIES:
            continue
        inner = list(_own(entry))
        words = [one for one in inner if local(one) in _WORDS]
        told = [one for one in inner if local(one) in _TEXTS and not _is_inside(one)]
        names = _said(words)
        texts = _said(told) or [("", text) for text in (_around(entry),) if text]
        taken += [*words, *told] if told else [entry]
        if names and not texts:
            skipped.append(Skipped(line=line_of(entry), text=names[0][1], why="name without a text"))
        elif names:
            drafts.append(_draft(entry, names, texts, several))
    title = next((said(one) for one in root.iter() if local(one) in ("title", "full_name")), "")
    left = xml_left.left_over(root, [*taken, *(one for one in root.iter() if local(one) in _HEAD)])
    return Reading(title=title, drafts=tuple(drafts), skipped=(*skipped, *left))


def _draft(entry: Any, names: _Told, texts: _Told, several: bool) -> Draft:
    """An entry of one language, or with a version for each of ``several``."""
    line = line_of(entry)
    if not several:
        body = tuple(Piece(line=line, text=text) for _, text in texts)
        also = tuple(name for _, name in names[1:])
        return Draft(name=names[0][1], line=line, how="entry", body=body, also=also)
    codes = dict.fromkeys(code for code, _ in (*names, *texts))
    versions = tuple(
        Version(
            language=code,
            names=tuple(name for own, name in names if own == code),
            texts=tuple(Piece(line=line, text=text) for own, text in texts if own == code),
        )
        for code in codes
    )
    return Draft(name="", line=line, how="entry", versions=versions)


def _languages(root: Any) -> set[str]:
    """The languages in which a dictionary explains: of its forms, or of its texts."""
    told = (one for one in root.iter() if local(one) in _TEXTS and not _is_inside(one))
    return {code for one in told for code, _ in _said([one])}


def _said(elements: Iterable[Any]) -> _Told:
    """The words of some elements with their languages, each once: LIFT has a form for each language."""
    out: dict[tuple[str, str], None] = {}
    for element in elements:
        for one in [form for form in element if local(form) == "form" and form.get("lang")] or [element]:
            text = said(one)
            if text:
                out[_language(one), clean_name(text) if local(element) in _WORDS else text] = None
    return list(out)


def _language(element: Any) -> str:
    """The language that an element or what is around it states; "" for none."""
    while element is not None and local(element) not in _HEAD and element.getparent() is not None:
        code = element.get(_LANG) or element.get("lang")
        if code:
            return tag_of(code) or str(code).lower()
        element = element.getparent()
    return ""


def _own(entry: Any) -> Iterator[Any]:
    """The elements of an entry without those of examples and other words inside it."""
    waiting = [entry]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [one for one in reversed(element) if local(one) and local(one) not in _NESTED | _ENTRIES]


def _around(entry: Any) -> str:
    """The text of an entry that stands beside its word without an element of its own, as in XDXF."""
    parts = [entry.text or "", *(one.tail or "" for one in entry)]
    return " ".join(" ".join(parts).split())


def _is_inside(text: Any) -> bool:
    """Whether a text stands inside another one, which tells it already."""
    return any(local(up) in _TEXTS for up in text.iterancestors())
