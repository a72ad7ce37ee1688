"""Small files in many shapes, as people and programs write them, give the entries that a careful reader takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from helpers.rows import each_row
from helpers.word import word, zipped
from site_gen.sources import importing

DATA = Path(__file__).parent.parent / "data" / "shapes"
Shown = tuple[str, frozenset[str], str]


def cases() -> Iterator[Mapping[str, Any]]:
    for path in sorted(DATA.glob("*.yaml")):
        for case in yaml.load(path.read_text("utf-8"), yaml.CSafeLoader):
            yield case
            if "files" in case:
                yield {**case, "file": f"{case['file']}.zip"}


def content(case: Mapping[str, Any]) -> bytes | dict[str, bytes]:
    if "word" in case:
        return word(case["word"])
    if "files" not in case:
        return str(case["content"]).encode()
    files = {path: text.encode() for path, text in case["files"].items()}
    return zipped(files) if case["file"].endswith(".zip") else files


def shown(entry: list[Any]) -> Shown:
    name, also, text = entry
    return name, frozenset(also), " ".join(str(text).split())


def taken(case: Mapping[str, Any]) -> list[Shown] | str:
    found = importing.read(content(case), case["file"], source="mine")
    errors = [str(problem) for problem in found.problems if problem.severity == "error"]
    return errors[0] if errors else [shown([e.name, list(e.also), e.text]) for e in found.entries]


def wanted(case: Mapping[str, Any], got: list[Shown]) -> set[Shown]:
    """The entries of a case; where ``accept`` gives other forms of an entry, the form that was taken."""
    instead = {shown(entry) for some in case.get("accept", ()) for entry in some} & set(got)
    names = {name.casefold().replace("-", " ") for name, _, _ in instead}
    plain = {shown(entry) for entry in case["entries"]}
    return instead | {one for one in plain if one[0].casefold().replace("-", " ") not in names}


@each_row("case", list(cases()))
def test_the_entries_of_a_careful_reader(case: Mapping[str, Any]) -> None:
    got = taken(case)
    if case.get("refused"):
        assert isinstance(got, str)
    else:
        assert not isinstance(got, str), got
        assert set(got) == wanted(case, got)


def test_headings_between_the_names_of_a_definition_list() -> None:
    page = (
        "<h1>Glossary</h1><dl><h2>C</h2><dt>Case</dt><dd>One question.</dd><dt>Call</dt><dd>A talk.</dd>"
        "<h2>Q</h2><dt>Queue</dt><dd>All that wait.</dd></dl>"
    )
    found = importing.read(page.encode(), "g.html", source="mine")
    assert [(e.name, e.text) for e in found.entries] == [
        ("Case", "One question."), ("Call", "A talk."), ("Queue", "All that wait."),
    ]  # fmt: skip


def test_numbers_of_lines_in_bold_names() -> None:
    for numbers, names in (
        (("2.1.", "2.2.", "2.3."), ["Case", "Queue", "Desk"]),
        (("1.", "2.", "3."), ["Case", "Queue", "Desk"]),
        (("802.1", "802.3", "802.11"), ["802.1 Case", "802.3 Queue", "802.11 Desk"]),
        (("3.5", "6.3", "7.1"), ["3.5 Case", "6.3 Queue", "7.1 Desk"]),
    ):
        lines = zip(numbers, ("Case", "Queue", "Desk"), strict=True)
        text = "# Glossary\n\n" + "\n\n".join(
            f"**{number} {name}** – a thing of ours" for number, name in lines
        )
        found = importing.read(text.encode(), "g.md", source="mine")
        assert [e.name for e in found.entries] == names
