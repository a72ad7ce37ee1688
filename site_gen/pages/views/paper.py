"""How large a term is set on paper: all of it stands on one sheet, and most leave room for larger letters.

What a sheet holds was measured in Chromium, on A4 and in a wide font, over the pages of 1,188 terms: with no
more than ``SMALL_FROM`` letters, none filled more than nine tenths of it in the larger letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from site_gen.model.records import Contrast, Term

SMALL_FROM = 2_400  # letters; a term with more is set in the smaller size
_LINE = 110  # letters that fill a line of the larger size
_ROWS_AROUND = 3  # of a table: its formula, its head, its result
_PICTURE = 8  # lines that a diagram takes
_BREAK = re.compile(r"\n\n|\n(?=[-*] |\d+[.)] )")  # in Markdown: before a paragraph, or an item of a list


def needs_small_letters(
    term: Term, differences: Iterable[tuple[Term, Contrast]], narrower: Sequence[Term]
) -> bool:
    """Whether a printed term needs them, with what tells it from others and the names of its kinds."""
    texts = [term.definition, term.details, term.example, term.here, term.internal]
    letters = sum(map(len, [*texts, *term.texts("say_to_customer").values()]))
    letters += sum(
        _LINE // 2 + len(other.title) + len(contrast.difference) for other, contrast in differences
    )
    letters += sum(len(one.title) + 6 for one in narrower)
    return letters + _LINE * _lines(term) > SMALL_FROM


def _lines(term: Term) -> int:
    """The lines that are not full: ends of paragraphs, rows of tables, a picture."""
    lines = len(_BREAK.findall(term.details)) + (_PICTURE if term.diagram else 0)
    if term.metric:
        rows = [*term.metric.parts.values(), *term.metric.edges.values()]
        lines += _ROWS_AROUND + sum(1 + len(text) // _LINE for text in rows)
    return lines
