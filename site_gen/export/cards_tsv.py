"""``cards.tsv``: the terms as two columns, for any program that learns with flash cards."""

from __future__ import annotations

from site_gen.learning.course import Course
from site_gen.learning.quiz.wrong_answers import asked
from site_gen.model.records import Term
from site_gen.text.plain import visible
from site_gen.text.table_cell import safe_cell


def cards_tsv(course: Course) -> str:
    """A line a term, in reading order: the term with its short forms, a tab, its definition.

    There is no header, since programs would make a card of it, and no byte order mark, since they would show
    it. Terms that are no cards on the site are none here.
    """
    return "".join(
        f"{_cell(_front(term))}\t{_cell(term.definition)}\n" for term in course.order.terms if asked(term)
    )


def _front(term: Term) -> str:
    return f"{term.title} ({', '.join(term.abbreviations)})" if term.abbreviations else term.title


def _cell(text: str) -> str:
    return safe_cell(" ".join(visible(text).split()))
