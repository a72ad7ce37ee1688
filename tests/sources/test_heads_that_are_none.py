"""First rows that are entries although they are set as headers, and facts about the document over a table."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing

TOLD = [
    ("Quern", "A pair of stones that grinds grain by hand."),
    ("Hopper", "A box above the stones that the grain falls from."),
    ("Bolter", "A sieve of cloth that parts flour from bran."),
]
HEADS = (("Document Metadata",), ("Metadaten",), ("About this page",), ("Información del documento",))


def read(document: str, name: str) -> list[tuple[str, str]]:
    found = importing.read(document.encode(), name, source="mine").entries
    return [(entry.name, entry.text) for entry in found]


def rows(told: list[tuple[str, str]]) -> str:
    return "".join(f"| **{name}** | {text} |\n" for name, text in told)


def test_a_first_row_that_reads_as_the_others_is_an_entry() -> None:
    document = f"# Words of the mill\n\n{rows(TOLD[:1])}|---|---|\n{rows(TOLD[1:])}"
    assert read(document, "mill.md") == TOLD
    cells = "".join(f"<tr><td>{name}</td><td>{text}</td></tr>" for name, text in TOLD[1:])
    head = f"<tr><th>{TOLD[0][0]}</th><th>{TOLD[0][1]}</th></tr>"
    page = f"<h1>Words</h1><table><thead>{head}</thead><tbody>{cells}</tbody></table>"
    assert read(page, "mill.html") == TOLD


def test_a_first_row_of_headers_is_none() -> None:
    document = f"# Mill\n\n| Say this | What we understand by it at the mill |\n|---|---|\n{rows(TOLD)}"
    assert read(document, "mill.md") == TOLD


@each_row("head", HEADS)
def test_facts_below_a_heading_for_them_are_no_entries(head: str) -> None:
    facts = "**Category**: Words<br>\n**Difficulty**: Beginner<br>\n**Next Steps**: Use the words.<br>\n"
    box = f"<details><summary><strong>{head}</strong></summary>\n\n{facts}\n</details>\n\n"
    table = f"| Term | Definition |\n|---|---|\n{rows(TOLD)}"
    assert read(f"# Words of the mill\n\n{box}{table}", "mill.md") == TOLD
    facts = "**Category**: Words\n\n**Difficulty**: Beginner\n\n"
    assert read(f"# Words of the mill\n\n## {head}\n\n{facts}## Terms\n\n{table}", "mill.md") == TOLD


def test_a_term_may_be_called_metadata() -> None:
    document = (
        "# Words\n\n## Metadata\n\nWhat is told about a file.\n\n## Header\n\nThe first line of a file.\n"
    )
    assert [name for name, _ in read(document, "words.md")] == ["Metadata", "Header"]
