"""Pages that list their names in one part and hold the texts in another, joined by values of attributes."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing

TOLD = [
    ("Quern", "A pair of stones that grinds grain by hand."),
    ("Hopper", "The box above the stones that the grain falls from."),
    ("Bolter", "A sieve of cloth that parts flour from bran."),
]


def pairs(document: str) -> list[tuple[str, str]]:
    found = importing.read(document.encode(), "mill.html", source="mine")
    return [(entry.name, entry.text) for entry in found.entries]


def page(name: str, text: str) -> str:
    """A page with all names, then all texts, in elements with a place for each key and its words."""
    rows = [(f"m{number}", *pair) for number, pair in enumerate(TOLD)]
    above = "".join(name.format(key, said) for key, said, _ in rows)
    below = "".join(text.format(key, said) for key, _, said in rows)
    return f"<h1>Words of the mill</h1><div>{above}</div>\n<div>{below}</div>"


WRITTEN = (
    ('<div _key="{}"><span>{}</span></div>', '<div _key="{}"><i class="close"></i> {}</div>'),
    ('<li><a href="#{}">{}</a></li>', '<div id="{}"><p>{}</p></div>'),
    ('<button aria-controls="{}">{}</button>', '<section id="{}" hidden>{}</section>'),
    ('<span data-term="{}">{}</span>', '<p data-about="{}" style="display:none">{}</p>'),
    ('<p id="{}">{}</p>', '<p aria-labelledby="{}">{}</p>'),
    ('<a data-target="#{}">{}</a>', '<div class="panel" id="{}">{}</div>'),
)


@each_row("name, text", WRITTEN)
def test_a_value_that_both_have_joins_a_name_and_its_text(name: str, text: str) -> None:
    assert pairs(page(name, text)) == TOLD


def test_a_list_of_contents_over_chapters_names_no_entries() -> None:
    chapters = ("Tools", "Goods", "People")
    links = "".join(f'<li><a href="#{chapter}">{chapter}</a></li>' for chapter in chapters)
    lines = "<p><b>{0} one</b>: A thing of the mill.</p><p><b>{0} two</b>: Another thing of the mill.</p>"
    below = "".join(f'<div id="{one}">{lines.format(one)}</div>' for one in chapters)
    found = [name for name, _ in pairs(f"<h1>Words of the mill</h1><ul>{links}</ul>{below}")]
    assert found == [f"{one} {which}" for one in chapters for which in ("one", "two")]


def test_a_menu_of_a_page_with_a_list_of_its_own_names_no_entries() -> None:
    menu = "".join(f'<a href="#p{number}">{name}</a>' for number, (name, _) in enumerate(TOLD))
    parts = "".join(f'<div id="p{number}">{text}</div>' for number, (_, text) in enumerate(TOLD))
    own = "<dl><dt>Sack</dt><dd>A bag for flour.</dd><dt>Scale</dt><dd>A thing that weighs.</dd></dl>"
    found = pairs(f"<h1>Words of the mill</h1><div>{menu}</div>{parts}{own}")
    assert found == [("Sack", "A bag for flour."), ("Scale", "A thing that weighs.")]
