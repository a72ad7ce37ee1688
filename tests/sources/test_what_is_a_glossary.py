"""Which documents count as a glossary by their title, a chapter or a line, and which are a remnant of another."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing

BERTHS = {
    "Berth": "Where the harbour lets a boat lie.",
    "Buoy": "Floats on a chain.",
    "Cleat": "Ropes go around it.",
    "Fender": "Keeps the hull off the wall.",
}


def read(document: str, filename: str) -> importing.Imported:
    return importing.read(document.encode(), filename, source="mine")


def names_in(document: str, filename: str) -> list[str]:
    return [entry.name for entry in read(document, filename).entries]


@each_row(
    "title",
    [
        "Harbour: ubiquitous language",
        "Ubiquitäre Sprache des Hafens",
        "Lenguaje ubicuo del puerto",
        "Linguagem ubíqua do porto",
        "港のユビキタス言語",
    ],
)
def test_the_ubiquitous_language_of_a_team_is_a_glossary(title: str) -> None:
    terms = list(reversed(BERTHS))
    parts = "".join(
        f"### {name}\n\n{'Walk along the wall until you see the next boat. ' * 4}\n\n" for name in terms
    )
    assert names_in(f"# {title}\n\n{parts}", "page.md") == terms


def test_a_language_of_another_kind_is_none() -> None:
    steps = "## Get the key\n\nAsk the office.\n\n## Switch on the phones\n\nPress the button.\n"
    assert not names_in(f"# A domain-specific language\n\n{steps}", "page.md")


def test_a_chapter_of_a_readme_that_has_a_title() -> None:
    items = "".join(f"- {name} : {text}\n" for name, text in BERTHS.items())
    document = f"# Harbour\n\n## Install\n\nRun the script.\n\n## Glossary\n\nWords of the office.\n\n{items}"
    assert names_in(document, "README.md") == list(BERTHS)


def test_a_chapter_of_a_readme_that_says_what_to_do_is_none() -> None:
    document = (
        "# Harbour\n\n## Install\n\nRun the script.\n\n## Glossary\n\nA page of words.\n\n"
        "- First : Open the page of words.\n- Then : Click a letter.\n- Last : Choose a word.\n"
    )
    assert not names_in(document, "README.md")


def test_a_readme_called_a_glossary_needs_many_entries() -> None:
    parts = [
        f"## Word {letter}\n\nKeeps boat number {letter} off the wall.\n\n"
        for letter in "ABCDEFGHIJKLMNOPQRSTUVW"
    ]
    assert len(names_in(f"# Glossary\n\n{''.join(reversed(parts))}", "README.md")) == len(parts)
    app = "## Build it\n\nRun `npm run build`.\n\n## Deploy\n\nThe main branch is deployed at once.\n"
    assert not names_in(f"# Glossary\n\nA viewer of words.\n\n{app}", "README.md")


def test_a_line_of_its_own_may_say_that_definitions_follow() -> None:
    document = (
        "Background\n\nBoats come and go.\n\nDefinitions\n\nBerth:  Room on the wall for one boat.\n"
        "Buoy:  Iron ball on a chain.\n"
    )
    assert names_in(document, "4-mooring.md") == ["Berth", "Buoy"]


def test_letters_between_the_terms_of_a_list() -> None:
    listed = "".join(f"<h2>{name[0]}</h2><dt>{name}</dt><dd>{text}</dd>" for name, text in BERTHS.items())
    found = read(f"<h1>Glossary</h1><dl>{listed}</dl>", "page.html").entries
    assert {entry.name: entry.text for entry in found} == BERTHS


def test_headings_right_below_the_tags_of_a_box() -> None:
    parts = "".join(f"### {name}\n- {text}\n\n" for name, text in BERTHS.items())
    document = f"# Glossary\n\n<details open><summary>\n## Boats\n</summary>\n{parts}</details>\n"
    assert names_in(document, "page.md") == list(BERTHS)


@each_row("name", ["Sources", "Examples"])
def test_a_heading_for_parts_of_texts_is_an_entry_where_its_text_says_so(name: str) -> None:
    told = f"{name}\n-------\n\n{name} are pages on boats that we keep.\n\n"
    others = "".join(f"{term}\n-------\n\n{text}\n\n" for term, text in BERTHS.items())
    assert names_in(f"Terminology\n===========\n\n{told}{others}", "page.rst") == [name, *BERTHS]


def test_a_list_of_contents_is_no_entry_although_it_holds_the_word_itself() -> None:
    heads = [
        "Alge",
        "Anker",
        "Ankerplatz",
        "Barkasse",
        "Bootsmann",
        "Brücke",
        "Dalben",
        "Fender",
        "Freier Inhalt",
    ]
    links = "".join(f"[{head}](#{head[:3]})  \n" for head in heads)
    parts = "".join(f"## {head}\n\nWas der Hafen so nennt.\n\n" for head in heads)
    assert names_in(f"# Glossar\n\n## Inhalt\n\n{links}\n{parts}", "page.md") == heads


def test_few_pieces_of_a_document_that_is_called_a_glossary_are_a_remnant() -> None:
    empty = "".join(f"## Boat number {number}\n\n" for number in range(20))
    document = f"# Glossary of the harbour\n\n{empty}## Plan A\n\nRoom 12.\n\n## Plan B\n\nRoom 14.\n"
    found = read(document, "page.md")
    assert not found.entries
    assert "a small part of it" in found.problems[-1].message


@each_row(
    "head",
    [
        "Glossary of the harbour",
        "Glossaire relatif au port",
        "Definitions used in this policy",
        "Acronyms (boats)",
    ],
)
def test_a_chapter_that_is_called_a_glossary_of_something(head: str) -> None:
    items = "".join(f"- {name} : {text}\n" for name, text in BERTHS.items())
    other = "## {}\n\nThe office tells who does what, and when it is done.\n\n"
    document = f"# Step seven\n\n{other.format('Who decides')}## {head}\n\nOur words:\n\n{items}\n{other.format('Papers')}"
    assert names_in(document, "seven.md") == list(BERTHS)


def test_lists_beside_the_terms_of_a_style_guide_are_none() -> None:
    items = "".join(f"- `{name}`: {text}\n" for name, text in BERTHS.items())
    document = (
        f"# Style Guide\n\n## Colours\n\n- Base: dark navy.\n- Accent: pink.\n\n## Terminology\n\n{items}\n"
        "## Sources\n\n- Notion: for the desk only.\n- Chat: never quoted.\n"
    )
    assert names_in(document, "styleguide.md") == list(BERTHS)


def test_lists_of_sources_behind_the_entries_are_none() -> None:
    rows = "".join(f"| {name} | {text} |\n" for name, text in BERTHS.items())
    document = (
        f"# Glossary\n\n| Term | Meaning |\n|---|---|\n{rows}\n"
        "## Sources\n\n- `spec-3`: Words of the first office.\n- `style`: A list that is kept by hand.\n"
    )
    found = read(document, "page.md")
    assert [entry.name for entry in found.entries] == list(BERTHS)
    assert {"spec-3", "style"} <= {skip.text for skip in found.skipped}


def test_headings_with_texts_count_rather_than_the_parts_listed_below_them() -> None:
    parts = [
        f"## {name}\n\n{text} The office keeps a card of each in the drawer by the door, and one at the gate.\n\n"
        f"{name} cards have\n\n* A **title**: shown on the wall.\n* **Content**: words\n"
        f"* **Owner of {number}**: a name, may be empty\n\n"
        for number, (name, text) in enumerate(BERTHS.items())
    ]
    assert names_in(f"# Glossary\n\nWhat we call things.\n\n{''.join(parts)}", "page.md") == list(BERTHS)


def test_a_chapter_called_a_glossary_proves_nothing_about_the_others_if_no_entry_stands_in_it() -> None:
    parts = "".join(
        f"### {name}\n\n{'You walk along the wall until you see the next boat. ' * 4}\n\n" for name in BERTHS
    )
    document = f"# Tour\n\n## Places\n\n{parts}## Glossary\n\nThe words are on a page of their own, which opens at the gate.\n"
    assert not names_in(document, "tour.md")
    before = document.replace("## Places", "## Glossary", 1).replace(
        "## Glossary\n\nThe words", "## Papers\n\nThe words"
    )
    assert names_in(before, "tour.md") == list(BERTHS)


def test_rows_of_cells_without_a_line_of_dashes() -> None:
    rows = "".join(f"| **{name}** | {text} |\n" for name, text in BERTHS.items())
    for document in (
        f"| Term | Definition |\n{rows}",
        f"Words of the harbour\n\n{rows}",
        f"| A | B |\n{rows}",
    ):
        found = read(document, "page.md").entries
        assert {entry.name: entry.text for entry in found} == BERTHS
        assert [entry.at.rsplit(" ", 1)[-1] for entry in found] == [
            str(document.split("\n").index(row) + 1) for row in rows.splitlines()
        ]


def test_lines_between_lists_of_entries_are_no_part_of_the_texts() -> None:
    first, *others = (f"- {name}: {text}" for name, text in BERTHS.items())
    document = f"# Glossary\n\nOn the wall\n{first}\n\nOn the water\n" + "\n".join(others) + "\n"
    assert {entry.name: entry.text for entry in read(document, "page.md").entries} == BERTHS


def test_a_page_with_the_template_for_glossaries() -> None:
    terms = {"1-up": "One more boat.", "100%": "All boats.", "2D": "A flat sea."}
    parts = "".join(f"{{{{Term|{name}}}}}\n{{{{Defn|{text}}}}}\n" for name, text in terms.items())
    document = (
        f"The harbour has words of its own.\n\n==0-9==\n{{{{Glossary}}}}\n{parts}{{{{Glossary end}}}}\n"
    )
    assert names_in(document, "harbour.mediawiki") == list(terms)


def test_all_entries_in_one_paragraph() -> None:
    said = " ".join(f"{name}: {text}" for name, text in BERTHS.items())
    document = f"TERMS Anchor: Holds a boat; it is iron. {said}\n"
    found = read(document, "page.txt").entries
    assert [entry.name for entry in found] == ["Anchor", *BERTHS]
    assert found[0].text == "Holds a boat; it is iron." and found[-1].text == BERTHS["Fender"]


def test_names_in_small_letters_before_the_capital_of_a_text() -> None:
    entries = {
        "2h": "A boat that needs two hands.",
        "anchor": "The iron that holds a boat.",
        "berth (guest)": "A place for one night.",
        "buoy": "A float on a chain that marks the way.",
        "crane": "Any machine that lifts a boat.",
        "guest berth": "A place where a visitor may stay.",
    }
    document = "Harbour Dictionary\n\n" + "".join(f"{name} {text}\n\n" for name, text in entries.items())
    assert [entry.text for entry in read(document, "page.txt").entries] == list(entries.values())


def test_a_dash_below_a_name_where_others_stand_in_one_line() -> None:
    first, second, *others = BERTHS.items()
    lines = [f"{first[0]} - {first[1]}", f"{second[0]}\n- {second[1]}", *(f"{n} - {t}" for n, t in others)]
    document = "Glossary of the harbour\n\n" + "\n\n".join(lines) + "\n\nHarp - A bird.\n"
    found = read(document, "page.txt").entries
    assert {entry.name: entry.text for entry in found} == {**BERTHS, "Harp": "A bird."}


def test_footnotes_of_a_page_are_no_part_of_the_last_text() -> None:
    parts = "".join(f"{name}\n------\n\n{text} [#f1]_\n\n" for name, text in BERTHS.items())
    notes = ".. rubric:: Footnotes\n\n.. [#f1] As the harbour says,\n   and the office.\n.. [OLD90] A book of ropes.\n"
    found = read(f"Terms\n=====\n\n{parts}{notes}", "terms.rst").entries
    assert {entry.name: entry.text for entry in found} == BERTHS


def test_a_bracket_after_a_bold_name_that_ends_its_line() -> None:
    document = (
        "# Words of the harbour\n\n**Berth** *(mooring)*\nWhere a boat lies.\n\n**Buoy** (noun)\nA float.\n\n"
        "**Crane** (it lifts\nboats) in spring.\n\n**Quay** (of stone)\nwhere the ferry stops.\n"
    )
    found = read(document, "page.md").entries
    assert [(entry.name, entry.also) for entry in found[:2]] == [("Berth", ("mooring",)), ("Buoy", ())]
    assert [entry.text for entry in found[:2]] == ["Where a boat lies.", "A float."]
    assert found[3].text == "(of stone) where the ferry stops."


def test_plain_items_below_bold_entries_that_stand_in_no_list_are_part_of_the_text() -> None:
    entries = ["Rope", "Anchor", "Storm", "Berth", "Crane", "Alarm", "Gate", "Buoy", "Dock"]
    kinds = "- Wind - it comes from the sea.\n- Flood - it comes up the river.\n- Fire - it starts in the galley.\n"
    parts = [f"**{name}** - A word of the office.\n{kinds if name == 'Alarm' else ''}\n" for name in entries]
    found = read("# Definitions\n\n" + "".join(parts), "page.md").entries
    assert [entry.name for entry in found] == entries
    assert "it comes up the river." in found[5].text


def test_a_few_labels_in_a_long_guide_are_no_glossary() -> None:
    told = "The desk opens the gate from the panel, and the boat waits outside until the green light is on. "
    parts = (
        "- **Gate code**: The code of the gate that the guard has sent to the boat.\n"
        "- **Lamp**: The lamp is the light that is on when the gate is open.\n"
        "- **Panel**: A panel is the board with the switches of the gate.\n"
    )
    guide = f"# How a boat gets in\n\n{told * 3}\n\n{told * 3}\n\nThese have a part in it:\n\n{parts}\n{told * 3}\n"
    assert names_in(guide, "gates.md") == []
    assert names_in(f"# Gates\n\n{parts}", "gates.md") == ["Gate code", "Lamp", "Panel"]
