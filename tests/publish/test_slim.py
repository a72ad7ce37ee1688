"""Indentation is left out where nobody can see it, and nowhere else."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.publish.slim import slim


@each_row(
    "page, slimmed",
    [
        ("<p>\n    a\n\n  b</p>", "<p>\na\nb</p>"),
        ("<script>\n  a</script>\n  <b>", "<script>\n  a</script>\n<b>"),
        (
            "<article>\n  <pre>\n  a</pre>\n  </article>\n  x",
            "<article>\n  <pre>\n  a</pre>\n  </article>\nx",
        ),
        ("<textarea>\n  a</textarea>", "<textarea>\n  a</textarea>"),
        ("a  b", "a  b"),
    ],
)
def test_only_indentation_between_elements_goes(page: str, slimmed: str) -> None:
    assert slim(page) == slimmed
    assert slim(slimmed) == slimmed
