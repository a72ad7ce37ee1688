"""An entry whose text only leads to another one becomes a further name of that one, if it is there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from helpers.rows import each_row
from site_gen.sources import importing

LEADS: Sequence[str] = [
    "= Rota", "vgl. Rota", "s. Rota", "v. rota", "cf. Rota.", "Synonym for Rota", "synonymous with Rota", "See Roster", "see under rota",
    "Another name for Rota.", "Anderes Wort für Rota", "Autre nom de Rota", "Sinónimo de Rota", "синоним Rota",
]  # fmt: skip


@each_row("text", LEADS)
def test_a_text_that_only_names_another_entry_leads_to_it(text: str) -> None:
    content = f'Term,Definition,Also\nRota,The plan of who works.,Roster\nWork plan,"{text}",\nSwap,An exchange of shifts.,\n'
    found = importing.read(content.encode(), "x.csv", source="mine")
    assert [one.name for one in found.entries] == ["Rota", "Swap"]
    assert set(found.entries[0].also) == {"Roster", "Work plan"}


DOTTED: Sequence[str] = ["node.js", "id.port", "St. Elmo's fire", "robots.txt"]


@each_row("name", DOTTED)
def test_a_reference_may_lead_to_a_name_with_a_dot_in_it(name: str) -> None:
    for text in (f"See {name}", f"siehe: {name}.", f"→ {name}", f"cf. {name}"):
        content = f'Term,Definition\n{name},What the desk calls so.\nOther word,"{text}"\n'
        found = importing.read(content.encode(), "x.csv", source="mine")
        assert [(one.name, one.also) for one in found.entries] == [(name, ("Other word",))]


OWN: Sequence[str] = [
    "= 60 seconds", "v. Nobody", "Another name for the plan of who works on Sundays", "Short for exchange of shifts",
    "s. oliver and rota", "= rota + swap",
]  # fmt: skip


@each_row("text", OWN)
def test_a_text_that_leads_nowhere_stays_a_text(text: str) -> None:
    content = (
        f'Term,Definition\nRota,The plan of who works.\nWork plan,"{text}"\nSwap,An exchange of shifts.\n'
    )
    found = importing.read(content.encode(), "x.csv", source="mine")
    assert [(one.name, one.text) for one in found.entries][1] == ("Work plan", text)


ROUND: Sequence[tuple[str, str]] = [
    ("x.csv", "Term,Definition\nRota,The plan of who works.\n{0},see {1}\n{1},see {2}\n{2},see {3}\n{4},see {4}\n"),
    ("x.md", "# Glossary\n\n## Rota\n\nThe plan of who works.\n\n## {0}\n\nSee {1}.\n\n## {1}\n\nSee {2}.\n\n## {2}\n\n"
     "See {3}.\n\n## {4}\n\nSee {4}.\n"),
    ("x.txt", "Glossar\n\nRota: The plan of who works.\n{0}: siehe {1}\n{1}: siehe {2}\n{2}: siehe {3}\n{4}: siehe {4}\n"),
]  # fmt: skip


@each_row("filename, content", ROUND)
def test_a_name_leads_to_an_entry_also_by_way_of_others(filename: str, content: str) -> None:
    text = content.format("Work plan", "Shift plan", "Roster", "Rota", "Swap")
    found = importing.read(text.encode(), filename, source="mine")
    assert [one.name for one in found.entries] == ["Rota", "Swap"]
    assert set(found.entries[0].also) == {"Work plan", "Shift plan", "Roster"}


@each_row("filename, content", ROUND)
def test_names_that_lead_nowhere_are_kept_and_told(filename: str, content: str) -> None:
    text = content.format("Work plan", "Shift plan", "Roster", "Work plan", "Swap")
    found = importing.read(text.encode(), filename, source="mine")
    assert [one.name for one in found.entries] == ["Rota", "Work plan", "Shift plan", "Roster", "Swap"]
    told = [one.message for one in found.problems if one.code == "import-reference"]
    assert told == [
        "'Work plan' only refers to 'Shift plan', which refers on in a circle",
        "'Shift plan' only refers to 'Roster', which refers on in a circle",
        "'Roster' only refers to 'Work plan', which refers on in a circle",
        "'Swap' only refers to itself",
    ]


@each_row(
    "text, told",
    [
        ("see Shift plan", ["'Swap' only refers to 'Shift plan', which is no entry here"]),
        ("See also Rota and Shift plan", []),
        ("= two shifts", []),
        ("another word for an exchange", []),
        ("An exchange of shifts, see Shift plan", []),
    ],
)
def test_only_a_bare_reference_to_what_is_no_entry_is_told(text: str, told: Sequence[str]) -> None:
    content = f'Term,Definition\nRota,The plan of who works.\nSwap,"{text}"\nDesk,Where people ask.\n'
    found = importing.read(content.encode(), "x.csv", source="mine")
    assert [one.message for one in found.problems if one.code == "import-reference"] == told
    assert len(found.entries) == 3


def test_a_folder_tells_drafts_tables_and_days_of_reviews() -> None:
    files = {
        "rota.md": b'+++\ntitle = "Rota"\nlastReviewed = 2024-03-01\n+++\nThe plan of who works.\n',
        "swap.md": b"---\ntitle: Swap\ndraft: true\n---\nAn exchange of shifts.\n",
        "more.csv": b"a,b\n1,2\n",
    }
    found = importing.read(files, "desk", source="mine")
    assert [(one.name, one.reviewed) for one in found.entries] == [("Rota", date(2024, 3, 1)), ("Swap", None)]
    told = {one.text: one.why for one in found.skipped}
    assert told["draft: true"] == "the page is a draft; its entry is taken"
    assert told["more.csv"] == "no page of text; import it by itself if it has terms"


def test_keys_in_one_word_tell_who_answers_and_when_a_term_was_reviewed() -> None:
    content = b"term,definition,lastReviewed,ContentOwner\nRota,The plan of who works.,2024-03-01,Dana\nSwap,An exchange.,2024-04-01,Ben\n"
    found = importing.read(content, "x.csv", source="mine")
    assert [(one.reviewed, one.owner) for one in found.entries] == [
        (date(2024, 3, 1), "Dana"),
        (date(2024, 4, 1), "Ben"),
    ]
