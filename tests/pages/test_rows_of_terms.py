"""A term in a sentence and in a row: what stands there, and that no text is more than text."""

from __future__ import annotations

from helpers.rows import each_row
from helpers.support import term
from site_gen.catalog import catalog
from site_gen.model.records import Term
from site_gen.pages.rows import Rows
from site_gen.pages.words import Words, placed

ROWS = Rows(Words(catalog()), placed)
HOLD = term("hold-time", abbreviations=["HT"], status="draft", definition="How long a caller waits.")
LINK = '<a class="gl-t" href="../terms/hold-time.html">Hold time</a>'
MARKS = '<span class="gl-abbr">HT</span><span class="gl-mark gl-mark--draft">draft</span>'
NAMED = f'<span class="gl-row__name">{LINK}{MARKS}</span>'
CELLS = f'{NAMED}<span class="gl-row__def">How long a caller waits.</span>'


def test_the_pieces_of_a_row() -> None:
    assert ROWS.link(HOLD, "../") == LINK
    assert ROWS.links([HOLD, HOLD], "../") == f"{LINK}, {LINK}"
    assert ROWS.abbreviations(HOLD) == '<span class="gl-abbr">HT</span>'
    assert (ROWS.named(HOLD, "../"), ROWS.cells(HOLD, "../")) == (NAMED, CELLS)
    assert ROWS.rows([HOLD, HOLD], "../") == f'<li class="gl-row">{CELLS}</li>' * 2


@each_row(
    "status, mark",
    [
        ("approved", ""),
        ("shipped", ""),
        ("draft", '<span class="gl-mark gl-mark--draft">draft</span>'),
        ("deprecated", '<span class="gl-mark gl-mark--old">no longer used</span>'),
    ],
)
def test_a_name_has_the_mark_of_its_status(status: str, mark: str) -> None:
    assert ROWS.marks(term("hold-time", status=status)) == mark


def test_texts_of_editors_stay_text() -> None:
    odd: Term = term("odd", name="<b>{{ name }}", abbreviations=['"<i>'], definition="<script>{% x %}")
    row = ROWS.rows([odd], "")
    assert not any(sign in row for sign in ("<b>", "<i>", "<script>", "{{", "{%"))
    assert "&lt;b&gt;" in row and "&lt;i&gt;" in row and "&lt;script&gt;" in row
