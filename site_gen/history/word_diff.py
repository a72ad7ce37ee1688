"""What changed between two texts, word by word, as a reviewer reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_LONGEST = 2_000  # words; a longer pair is shown whole, since comparing takes the square of the length


class Edit(NamedTuple):  # a tuple: it is unpacked wherever it is read
    """A run of text that stayed, went or came; the runs that did not come make up the text before."""

    kind: Literal["same", "gone", "come"]
    text: str


def word_diff(before: str, after: str) -> tuple[Edit, ...]:
    """The edits that lead from one text to the other.

    Short stretches between two changes count as changed: a sentence cut to confetti cannot be read.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    if max(len(old), len(new)) > _LONGEST:
        return _replaced(before, after)
    edits: list[Edit] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        gone, come = "".join(old[i1:i2]), "".join(new[j1:j2])
        edits.extend((Edit("same", gone),) if kind == "equal" else _replaced(gone, come))
    return tuple(_joined(edits))


def _replaced(gone: str, come: str) -> tuple[Edit, ...]:
    found = (Edit("gone", gone), Edit("come", come))
    return tuple(edit for edit in found if edit.text)


def _joined(edits: list[Edit]) -> list[Edit]:
    """Edits with what stands between two of them taken in where that is no word of its own."""
    done: list[Edit] = []
    gone = come = ""
    for at, edit in enumerate(edits):
        inside = edit.kind == "same" and 0 < at < len(edits) - 1 and not any(map(str.isalnum, edit.text))
        if edit.kind == "same" and not inside:
            done += (*_replaced(gone, come), edit)
            gone = come = ""
            continue
        gone += edit.text if edit.kind != "come" else ""
        come += edit.text if edit.kind != "gone" else ""
    return [*done, *_replaced(gone, come)]


def around(edits: Iterable[Edit], keep: int = 60, most: int = 600) -> Iterator[Edit]:
    """The edits with ``keep`` characters of what stayed at each side, ``most`` of what went or came."""
    shown = list(edits)
    for at, (kind, text) in enumerate(shown):
        before = keep if at else 0
        after = keep if at < len(shown) - 1 else 0
        if kind != "same":
            yield Edit(kind, text if len(text) <= most else text[: most - 1] + "…")
        elif len(text) > before + after + 3:
            yield Edit(kind, text[:before] + " … " + (text[-after:] if after else ""))
        else:
            yield Edit(kind, text)
