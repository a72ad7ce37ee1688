"""Names that nothing parts from what follows them: bold names of old pages, headings over HTML in one line."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing

Pairs = list[tuple[str, str]]


def pairs(document: str, filename: str) -> Pairs:
    found = importing.read(document.encode(), filename, source="mine")
    return [(entry.name, entry.text) for entry in found.entries]


KEEL = [
    ("Keel", "The lowest beam of a hull."),
    ("Boom", "The spar along the foot of a sail."),
    ("Jib", "A sail before the mast."),
]
LOW = [(name, text[0].lower() + text[1:].rstrip(".")) for name, text in KEEL]


def lines(each: str, told: Pairs, after: str = "") -> str:
    return "<h1>Words of the yard</h1>" + "".join(each.format(*pair) for pair in told) + after


WRITTEN = (
    (lines("<p><b>{}</b>{}</p>\n", KEEL), KEEL),
    (lines("<b>{}</b>{}<br>\n", LOW), LOW),
    (lines("<li><strong>{}</strong>{}</li>", KEEL), KEEL),
    (lines("<p><b><u>{}</u></b>{}</p>", LOW), LOW),
    (lines("<div><font size=2><b>{}</b></font>{}</div>", KEEL), KEEL),
)


@each_row("document, told", WRITTEN)
def test_a_bold_name_may_touch_its_text_on_a_page_that_does_so(document: str, told: Pairs) -> None:
    assert pairs(document, "yard.html") == told


def test_a_bold_name_may_touch_a_capital_in_markdown() -> None:
    document = "# Words of the yard\n\n" + "\n\n".join(f"**{name}**{text}" for name, text in KEEL)
    assert pairs(document, "yard.md") == KEEL


def test_a_bold_part_of_a_word_is_no_name() -> None:
    document = lines("<p><b>{}</b>: {}</p>", KEEL, "<p><b>Sail</b>s are made here. <b>Rope</b>s are not.</p>")
    assert [name for name, _ in pairs(document, "yard.html")] == ["Keel", "Boom", "Jib"]


ROWS = "".join(f"<tr><td>{name}</td><td>{text}</td></tr>\n" for name, text in KEEL)
TERMS = "".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in KEEL)
HEADED = (
    f"# Words of the yard <table>\n{ROWS}</table>\n",
    f"# Words of the yard\n\n## Boats <table><tr><th>Term</th><th>Meaning</th></tr>\n{ROWS}</table>\n",
    f"# Words of the yard\n\n### Boats <dl>{TERMS}</dl>\n",
)


@each_row("document", HEADED)
def test_a_list_of_html_may_begin_in_the_line_of_its_heading(document: str) -> None:
    assert pairs(document, "yard.md") == KEEL


def test_typed_bullets_of_all_lines_of_a_paragraph_are_no_part_of_names() -> None:
    said = "<br>".join(f"• {name} – {text}" for name, text in KEEL)
    assert pairs(f"<h1>Words of the yard</h1><p>{said}</p>", "yard.html") == KEEL


def test_other_names_in_brackets_stand_before_a_text_without_a_verb() -> None:
    document = (
        "# Words\n\n**Keel** (also spine) The lowest beam of a hull.\n\n**Jib** (or foresail) A sail.\n"
    )
    found = importing.read(document.encode(), "yard.md", source="mine")
    assert [entry.also for entry in found.entries] == [("spine",), ("foresail",)]
