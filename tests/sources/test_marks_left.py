"""Marks, controls and notes that a page does not show as its words, in the ways that programs write them."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.rows import each_row
from site_gen.sources import importing

Entries = Sequence[tuple[str, str]]  # names and texts


def entries(filename: str, content: str) -> list[tuple[str, str]]:
    found = importing.read(content.encode(), filename, source="mine")
    return [(one.name, " ".join(one.text.split())) for one in found.entries]


ATTRIBUTES: Sequence[tuple[str, Entries]] = [
    ("**Rota**{ .term }\n:   The [plan](x.md){ target=_blank } of who works.\n\n"
     "[Swap]{#swap}\n:   An exchange :octicons-sync-16:{ .icon }.\n",
     [("Rota", "The plan of who works."), ("Swap", "An exchange.")]),
    ("Rota { .term }\n:   The `plan.yml`{ .yaml } of who works.\n\n## Swap { #swap data-x=\"a b\" }\n\nAn exchange.\n",
     [("Rota", "The plan.yml of who works."), ("Swap", "An exchange.")]),
    ("| Term | Definition |\n|---|---|\n| Rota { #rota } | The [plan](y.md){ .md-button rel=noopener }. |\n"
     "| Swap | An exchange.{ .note } |\n",
     [("Rota", "The plan."), ("Swap", "An exchange.")]),
    ("## [Rota]{.term}\n\nThe plan of [who]{.smallcaps} works.\n\n## Swap\n\nAn **exchange**{ .x }.\n{ .lead }\n",
     [("Rota", "The plan of who works."), ("Swap", "An exchange.")]),
    ("**Rota**[^1]{ .term }: The plan.\n\n**Swap**[^1]: An exchange.\n\n[^1]: Of the desk.\n",
     [("Rota", "The plan."), ("Swap", "An exchange.")]),
    # Braces that are words of a text or stand in code stay.
    ("## Rota\n\nThe plan of {name} that we print; its mark is `[a]{.b}` and nothing else.\n\n"
     "## Swap\n\nAn exchange of shifts (see below){x}, with {y=1} on the plan.\n",
     [("Rota", "The plan of {name} that we print; its mark is [a]{.b} and nothing else."),
      ("Swap", "An exchange of shifts (see below){x}, with {y=1} on the plan.")]),
]  # fmt: skip


@each_row("content, expected", ATTRIBUTES)
def test_lists_of_attributes_in_markdown_are_no_words(content: str, expected: Entries) -> None:
    assert entries("x.md", f"# Glossary\n\n{content}") == expected
