"""Chapters before the terms of a document: the parts of its introduction are no entries."""

from __future__ import annotations

from collections.abc import Callable

from helpers.rows import each_row
from helpers.word import word
from site_gen.sources import importing

TERMS = [("Hatch", "An opening in a deck."), ("Winch", "A drum for ropes."), ("Berth", "A place for a ship.")]
LOOKS: dict[str, tuple[Callable[[str, str], str], Callable[[str, str], str]]] = {
    "headings": (lambda n, t: f"# {n} {t}", lambda n, t: f"## {n} {t}"),
    "bold lines": (lambda n, t: f"**{n}. {t}**", lambda n, t: f"**{n} {t}**"),
    "bold lines with tabs": (lambda n, t: f"**{n}.\t{t}**", lambda n, t: f"**{n}\t{t}**"),
}


@each_row("look", LOOKS)
def test_parts_of_an_introduction_are_no_terms(look: str) -> None:
    chapter, part = LOOKS[look]
    blocks = [
        chapter("1", "Einleitung (Introduction)"),
        "Dieses Dokument hat zwei Teile.",
        part("1.1", "Wofür (Purpose)"),
        "Es hilft allen im Hafen.",
        part("1.2", "Wo es gilt (Scope)"),
        "Im ganzen Hafen.",
        chapter("2", "Begriffe (Definitions)"),
        *(said for n, (name, text) in enumerate(TERMS, 1) for said in (part(f"2.{n}", name), text)),
    ]
    found = importing.read(word(["**Glossar**", *blocks]), "words.docx", source="mine")
    assert [(entry.name, entry.text) for entry in found.entries] == TERMS


def test_a_term_may_be_called_introduction() -> None:
    blocks = [
        part for name, text in [("Introduction", "The first talk."), *TERMS] for part in (f"## {name}", text)
    ]
    found = importing.read(word(["# Glossary", *blocks]), "words.docx", source="mine")
    assert {"Hatch", "Winch", "Berth"} <= {entry.name for entry in found.entries}


@each_row("line, name", [
    ("1.\tHatch\tAn opening.", "Hatch"),
    ("2.1\tHatch – An opening.", "Hatch"),
    ("404\tA page that is not there.", "404"),
    ("V\tThe volt, a unit.", "V"),
])  # fmt: skip
def test_a_tab_after_a_typed_number_parts_no_name(line: str, name: str) -> None:
    numbers = {"1.": ("2.", "3."), "2.1": ("2.2", "2.3")}.get(line.split("\t")[0], ())
    others = [
        f"{n}\t{rest}" for n, rest in zip(numbers, ("Winch – A drum.", "Berth – A place."), strict=False)
    ]
    found = importing.read(
        word(["# Glossary", line, *(others or ["A\tThe ampere.", "W\tThe watt."])]),
        "words.docx",
        source="mine",
    )
    assert name in [entry.name for entry in found.entries]
