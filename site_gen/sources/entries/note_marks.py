"""Marks of notes behind names and texts, whose notes stand elsewhere: "Queue[1]", "Hold†", "waits.²".

A mark behind the end of a sentence is always one. Elsewhere a raised digit may be part of a unit or name (m²,
chi²), so that it counts where marks behind sentences or several numbers show that the document has notes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from site_gen.model import names
from site_gen.sources.draft import Draft

_RAISED = "[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]?"
_NUMBER = r"\[\d{1,3}\]"
_CALLED = re.compile(  # "(note 1)", "(siehe Fußnote 2)"
    r"\s?[(\[](?:see |siehe |voir |ver |vedi |zie )?(?:foot)?"
    r"(?:notes?|noten?|nota|anm(?:erkung)?\.?|fu(?:ß|ss)note|voetnoot|noot|przypis|pozn(?:ámka)?\.?|примечание|прим\.|"
    r"not|dipnot)\s?\d{1,3}[)\]]$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    rf"([^\W\d_][^\w\s]{{0,2}}[.!?…][”\"»’')\]]?|[。！？])(?P<mark>(?:{_NUMBER})+|{_RAISED}(?:[,;]{_RAISED})*|[†‡]{{1,3}}|"
    r"\*{1,3}(?!\w))(?=\s|$)"
)
_IN_TEXT = re.compile(rf"(?<=[^\W\d_]{{4}})(?:(?:{_NUMBER})+|{_RAISED})(?=[\s.,;:!?)]|$)")
_BEHIND_NAME = re.compile(rf"(?<=[^\W_]{{2}})\s?(?P<mark>{_NUMBER}|(?<=[^\W_]{{3}}){_RAISED}|[†‡]{{1,3}})$")
SEVERAL = 2  # names with different numbers that show notes


def settled(found: Sequence[Draft]) -> list[Draft]:
    """The drafts without marks of notes. Numbers that tell homonyms apart stay: "Bank[1]", "Bank[2]"."""
    found = [replace(draft, name=_CALLED.sub("", draft.name)) for draft in found]
    texts = [_SENTENCE.search(piece.text) for draft in found for piece in draft.body]
    behind = [_BEHIND_NAME.search(draft.name) if not draft.given else None for draft in found]
    if not any(texts) and not any(behind):
        return list(found)
    bare = [d.name[: m.start()] if m else d.name for d, m in zip(found, behind, strict=True)]
    times = Counter(map(names.fold, bare))
    numbers = {m["mark"] for m, name in zip(behind, bare, strict=True) if m and times[names.fold(name)] == 1}
    noted = any(texts) or len(numbers) >= SEVERAL
    out = []
    for draft, mark, name in zip(found, behind, bare, strict=True):
        sure = mark is not None and (noted or mark["mark"][0] in "[†‡") and times[names.fold(name)] == 1
        out.append(_without(replace(draft, name=name) if sure else draft, noted=any(texts)))
    return out


def _unmarked(found: re.Match[str]) -> str:
    """What a mark stands behind; a star behind a name with full stops in it is one of its signs: "desk.*"."""
    word = found.string[: found.end(1)].rpartition(" ")[2]
    return found[0] if found["mark"].startswith("*") and "." in word[:-1] else found[1]


def _without(draft: Draft, noted: bool) -> Draft:
    """The draft without marks in its text; inside of sentences too where others show that they are marks."""
    body = tuple(replace(piece, text=_SENTENCE.sub(_unmarked, piece.text)) for piece in draft.body)
    if noted:
        body = tuple(replace(piece, text=_IN_TEXT.sub("", piece.text)) for piece in body)
    return replace(draft, body=body) if body != draft.body else draft
