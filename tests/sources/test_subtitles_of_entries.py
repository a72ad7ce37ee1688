"""Headings right below a name that tell its other names, and no entry of their own."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing

SUBTITLES = (
    ("Also called: upper stone", ("upper stone",)),
    ("Synonyms: upper stone, top stone", ("upper stone", "top stone")),
    ("Abkürzung: LS", ("LS",)),
    ("Aussi appelé : pierre tournante", ("pierre tournante",)),
    ("a.k.a. upper stone", ("upper stone",)),
    ("Owner: the miller", ()),
)
CARD = '<div class="card"><h5 class="card-title">{}</h5>{}<p class="card-text">{}</p></div>'


def entries(document: str, name: str) -> list[tuple[str, tuple[str, ...], str]]:
    read = importing.read(document.encode(), name, source="mine").entries
    return [(entry.name, entry.also, entry.text) for entry in read]


def told(also: tuple[str, ...]) -> list[tuple[str, tuple[str, ...], str]]:
    return [("Runner", also, "The stone that turns."), ("Bolter", (), "A sieve of cloth for flour.")]


@each_row("subtitle, also", SUBTITLES)
def test_a_heading_below_a_name_may_tell_a_field_of_it(subtitle: str, also: tuple[str, ...]) -> None:
    lines = "# Words of the mill\n\n## Runner\n### {}\nThe stone that turns.\n\n## Bolter\n{}\n"
    found = entries(lines.format(subtitle, "A sieve of cloth for flour."), "mill.md")
    assert found == told(also)
    cards = CARD.format("Runner", f'<h6 class="card-subtitle">{subtitle}</h6>', "The stone that turns.")
    cards += CARD.format("Bolter", "", "A sieve of cloth for flour.")
    assert entries(f"<h1>Words of the mill</h1>{cards}", "mill.html") == told(also)


def test_several_subtitles_in_brackets_are_other_names() -> None:
    lines = "# Words of the mill\n\n## Runner\n### ({})\nThe stone that turns.\n\n"
    lines += "## Bolter\n### ({})\nA sieve of cloth for flour.\n"
    found = entries(lines.format("upper stone", "flour sieve"), "mill.md")
    assert [(name, also) for name, also, _ in found] == [
        ("Runner", ("upper stone",)),
        ("Bolter", ("flour sieve",)),
    ]


def test_an_entry_may_be_called_as_a_field_is() -> None:
    lines = (
        "# Words of the desk\n\n## Alias\nAnother name of a term.\n\n## Status\nHow far a term has come.\n"
    )
    assert [name for name, *_ in entries(lines, "desk.md")] == ["Alias", "Status"]
