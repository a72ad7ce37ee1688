"""What stands after a list or around it: works that it cites, lines of letters, options of directives."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing

TOLD = [
    ("Quern", "A pair of stones that grinds grain."),
    ("Hopper", "A box above the stones."),
    ("Bolter", "A sieve of cloth for flour."),
    ("Runner", "The stone that turns."),
]
LIST = "<h1>Words of the mill</h1><dl>" + "".join(f"<dt>{n}</dt><dd>{t}</dd>" for n, t in TOLD) + "</dl>"
SECTIONS = "# Words of the mill\n\n" + "".join(f"## {n}\n\n{t}\n\n" for n, t in TOLD)
WORKS = ("Mill, A. (2010). Stones and sieves. Harbour Press.", "Miller, B. (1998). The eye of the stone.")


def read(document: str, name: str) -> list[tuple[str, str]]:
    found = importing.read(document.encode(), name, source="mine").entries
    return [(entry.name, entry.text) for entry in found]


@each_row("head", [("References",), ("Literatur",), ("Bibliographie",), ("Источники",), ("Kaynaklar",)])
def test_works_below_a_heading_for_them_are_no_entries(head: str) -> None:
    assert read(f"{LIST}<h2>{head}</h2>{'<br>'.join(WORKS)}", "mill.html") == TOLD
    assert read(f"{SECTIONS}## {head}\n\n" + "\n\n".join(WORKS) + "\n", "mill.md") == TOLD


def test_a_term_may_be_called_as_a_part_of_works_is() -> None:
    document = f"{SECTIONS}## Literatur\n\nAlles, was Müller lesen.\n"
    assert read(document, "mill.md")[-1] == ("Literatur", "Alles, was Müller lesen.")


def test_a_title_over_a_line_of_letters_is_no_entry() -> None:
    lines = "".join(f"{name}\n{text} It stands in the mill by the river.\n\n" for name, text in TOLD)
    document = f"You are here: home\n\nMill words -A-\n\n\nA   B   C   D   E   F   G\n\n \n\n{lines}"
    assert [name for name, _ in read(document, "mill.txt")] == [name for name, _ in TOLD]


def test_a_role_may_touch_the_word_before_it() -> None:
    entry = ".. glossary::\n\n   Quern:sup:`2`\n      A pair of stones:sup:`®` that grinds grain.\n\n"
    other = "   Hopper\n      A box above the stones.\n"
    assert read(f"Words\n=====\n\n{entry}{other}", "mill.rst") == [
        ("Quern2", "A pair of stones® that grinds grain."),
        ("Hopper", "A box above the stones."),
    ]


def test_options_below_a_directive_are_no_entries() -> None:
    terms = "".join(f"   {name}\n      {text}\n\n" for name, text in TOLD)
    document = f"Words\n=====\n\n.. glossary::\n\n{terms}\n.. comments::\n\n:thread_id: 12\n"
    assert read(document, "mill.rst") == TOLD
    fields = "".join(f":{name.lower()}: {text}\n" for name, text in TOLD)
    assert len(read(f"Words\n=====\n\n.. contents::\n\n{fields}", "mill.rst")) == len(TOLD)
