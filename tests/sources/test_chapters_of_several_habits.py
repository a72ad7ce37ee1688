"""Documents whose chapters hold entries in a shape each, and tables whose first column is a status."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing


def found(document: str, filename: str = "words.md") -> list[tuple[str, tuple[str, ...], str]]:
    made = importing.read(document.encode(), filename, source="mine").entries
    return [(entry.name, entry.also, " ".join(entry.text.split())) for entry in made]


CHAPTERS = """%s

## %s

**Bollard** – A post to which ropes are made fast.

**Cleat** – A hook for ropes.

## On the water

### Raft

Boats side by side.

### Slack water

We wait for it to turn.

## On the radio

| Short | Meaning |
|---|---|
| ETA | the hour at which a boat is expected |
| VHF | the radio of boats |
"""
ALL = ["Bollard", "Cleat", "Raft", "Slack water", "ETA", "VHF"]
TITLES = [
    ("# Words we use at the quay", "At the quay"),
    ("# Words we use at the quay", "Short words"),
    ("# Harbour glossary", "Abbreviations"),
    ("# Quay", "At the quay"),
    ("![](logo.png)\n\nThis page is for beginners.\n\n# Words of the quay", "Ropes"),
]


@each_row("title, chapter", TITLES)
def test_each_chapter_may_have_a_habit_of_its_own(title: str, chapter: str) -> None:
    assert [name for name, *_ in found(CHAPTERS % (title, chapter))] == ALL


def test_chapters_that_instruct_are_no_entries() -> None:
    document = CHAPTERS % ("# Words we use at the quay", "At the quay")
    document = document.replace("Boats side by side.", "Please ask your colleagues before you add a word.")
    document = document.replace("### Raft", "### Adding words").replace("We wait", "You wait")
    assert [name for name, *_ in found(document)] == ["Bollard", "Cleat", "ETA", "VHF"]


def test_a_page_with_other_chapters_keeps_to_one_habit() -> None:
    document = CHAPTERS % ("# Quay", "At the quay") + "\n## Visits\n\nThe office is open from nine.\n"
    assert "Raft" not in [name for name, *_ in found(document)]


EXPLAINED = [
    ("Status | Short | What it tells you", "Parked | PK | We wait.", "Read | | We know.", ("Parked", ("PK",))),
    ("Priorität | Kürzel | Was das heißt", "Sofort | P1 | Alle eilen.", "Später | | Wenn Zeit ist.", ("Sofort", ("P1",))),
    ("Estado | Significado", "En pausa | Esperamos.", "Cerrado | Está hecho.", ("En pausa", ())),
    ("Team | Abbreviation | What it tells you", "Night desk | ND | It works after eight.", "Day desk | | It works before.", ("Night desk", ("ND",))),
]  # fmt: skip


@each_row("head, first, second, entry", EXPLAINED)
def test_a_status_that_a_table_explains_is_a_name(
    head: str, first: str, second: str, entry: tuple[str, tuple[str, ...]]
) -> None:
    rule = " | ".join("---" for _ in head.split("|"))
    made = found(f"# Words\n\n| {head} |\n| {rule} |\n| {first} |\n| {second} |\n")
    assert len(made) == 2
    assert made[0][:2] == entry


OTHERS = [
    ("Type | Abbreviation | Meaning", "Radio | VHF | The radio of boats.", "Radio | MMSI | The number of a radio."),
    ("Abbreviation | Status | Meaning", "VHF | new | The radio of boats.", "MMSI | old | The number of a radio."),
]  # fmt: skip


@each_row("head, first, second", OTHERS)
def test_a_status_beside_names_or_over_several_is_none(head: str, first: str, second: str) -> None:
    made = found(f"# Words\n\n| {head} |\n| --- | --- | --- |\n| {first} |\n| {second} |\n")
    assert [name for name, *_ in made] == ["VHF", "MMSI"]


def test_a_label_for_other_names_is_none_beside_bold_names() -> None:
    document = (
        "# Quay words\n\n## Ropes\n\n**Bollard** – A post.\n\n**Cleat** – A hook.\n\n## Boats\n\n### Raft\n\n"
        "**Also:** raft-up\n\nBoats side by side.\n\n### Tender\n\nA small boat.\n"
    )
    assert found(document)[2:] == [
        ("Raft", ("raft-up",), "Boats side by side."),
        ("Tender", (), "A small boat."),
    ]


LINES = """Wörter im Hafen
Verantwortlich: Hafenamt

== Am Kai ==

Poller - hält ein Tau
Fender - ein Kissen aus Gummi

== Auf dem Wasser ==

Päckchen
  Boote liegen Seite an Seite.

Stauwasser
  Das Wasser steht still.

== Am Funk ==

VHF = Funk der Boote
ETA = Ankunft eines Bootes
"""


def test_lines_over_texts_in_a_chapter_are_names_beside_other_habits() -> None:
    names = [name for name, *_ in found(LINES, "hafen.txt")]
    assert names == ["Poller", "Fender", "Päckchen", "Stauwasser", "VHF", "ETA"]


PAGE = """<html><head><title>Words of the quay</title></head><body><h1>Words of the quay</h1><h2>Boats</h2>
<p>Raft</p><p>Boats that lie side by side.</p><p>Tender</p><p>A small boat that goes ashore.</p>
<h2>Ropes</h2><ul><li><b>Bollard</b>: a post for ropes</li><li><b>Cleat</b>: a hook for ropes</li></ul></body></html>"""


def test_paragraphs_that_alternate_in_a_chapter_are_names_and_texts() -> None:
    assert [name for name, *_ in found(PAGE, "quay.html")] == ["Raft", "Tender", "Bollard", "Cleat"]


TITLED = """# Vocabulaire du quai

Propriétaire: capitainerie
Tags: interne

# Amarrage

- **Bitte** : un poteau pour les cordes
- **Taquet** : un crochet pour les cordes

# Bateaux

> Un mot manque ? Écrivez au bureau.

### Ponton

Un quai qui flotte.

### Barque

**Synonymes :** youyou, canot

Un petit bateau.
"""


def test_chapters_on_the_level_of_the_title_are_those_of_the_document() -> None:
    made = found(TITLED)
    assert [name for name, *_ in made] == ["Bitte", "Taquet", "Ponton", "Barque"]
    assert made[-1][1:] == (("youyou", "canot"), "Un petit bateau.")


SHORTS = [
    ("Sigla | Significado | Explicación", "FCR | primer contacto | Casos que se cierran pronto."),
    ("Acronym | Meaning | Description", "NP | unpaid | A bill that nobody has paid."),
    ("Abkürzung | Bedeutung | Erläuterung", "GA | Bankomat | Das Gerät, das Geld ausgibt."),
]


@each_row("head, row", SHORTS)
def test_what_abbreviations_mean_is_a_name_where_a_column_explains_them(head: str, row: str) -> None:
    more = "ETA | expected arrival | The hour at which a boat comes."
    made = found(f"# Glossary\n\n| {head} |\n|---|---|---|\n| {row} |\n| {more} |\n")
    short, long, text = row.split(" | ")
    assert made[0] == (short, (long,), text)


def test_two_texts_of_an_abbreviation_stay_texts() -> None:
    made = found(
        "# Glossary\n\n| Abbreviation | Meaning | Explanation |\n|---|---|---|\n"
        "| ETA | The hour at which a boat comes. | Ask the watch. |\n| VHF | The radio of boats. | Channel 12. |\n"
    )
    assert made[0] == ("ETA", (), "The hour at which a boat comes. Ask the watch.")


BESIDE = "# Words\n\n- **Bollard**: a post\n- **Cleat**: a hook\n- **Quay**: a wall\n\n"


def test_a_line_that_opens_a_text_is_a_name_beside_a_list() -> None:
    opened = "<details><summary>%s</summary>\n\n%s\n\n</details>\n"
    assert found(BESIDE + opened % ("Raft", "Boats side by side."))[-1][0] == "Raft"
    assert found(BESIDE + opened % ("Click to see who made it", "First made by Bo."))[-1][0] == "Quay"


MACROS = [
    ("\\newAcronym{eta}{ETA}{expected arrival}{The hour.}", ("ETA", ("expected arrival",), "The hour.")),
    ("\\abk{ETA}{expected arrival}{The hour.}", ("ETA", ("expected arrival",), "The hour.")),
    ("\\addacro{ETA}{expected arrival}", ("ETA", (), "expected arrival")),
    ("\\glossterm{eta}{Arrival}{The hour.}", ("Arrival", (), "The hour.")),
]


@each_row("use, entry", MACROS)
def test_macros_of_a_document_for_abbreviations_make_entries(
    use: str, entry: tuple[str, tuple[str, ...], str]
) -> None:
    other = use.replace("ETA", "VHF").replace("eta", "vhf").replace("Arrival", "Radio")
    made = found(f"{use}\n\n{other.replace('expected arrival', 'high frequency')}\n", "words.tex")
    assert len(made) == 2
    assert made[0] == entry


def test_a_box_with_a_title_of_the_document_is_no_entry() -> None:
    document = (
        "h1. Quay vocabulary\n\n{info:title=Owner}\nThe office, ask in #quay\n{info}\n\n"
        "||Term||What we mean||\n|*Bollard*|A post for ropes.|\n|*Cleat*|A hook for ropes.|\n"
    )
    assert [name for name, *_ in found(document, "words.jira")] == ["Bollard", "Cleat"]


CODES = [("Kod", "Betydelse"), ("Code", "Signification"), ("コード", "意味")]


@each_row("head, means", CODES)
def test_codes_that_a_table_explains_are_entries_beside_others(head: str, means: str) -> None:
    document = f"# Glossary\n\n- **Bollard**: a post\n- **Cleat**: a hook\n\n## Codes\n\n| {head} | {means} |\n|---|---|\n| RE | back again |\n| BR | not enough |\n"
    assert [name for name, *_ in found(document)] == ["Bollard", "Cleat", "RE", "BR"]


SHOP = "# Words of the quay\n\n**Bollard** – a post\n\n**Cleat** – a hook\n\n**Quay** – a wall\n\n"
NO_ENTRIES = [
    "## Hours\n\n- Monday: from nine in the morning to five\n- Saturday: from ten in the morning to two\n",
    "## Whom to ask\n\n- Ropes: Kim\n- Boats: Lee\n",
    "## Team\n\n| | |\n|---|---|\n| Kim | ropes and boats |\n| Lee | the radio |\n",
    "## Contact\n\n### Kim Lund\nThe watch, extension 12.\n\n### Lee Berg\nThe office, extension 13.\n",
    "## Changes\n\n### March 2026\nAdded Quay.\n\n### January 2026\nFirst list.\n",
]


@each_row("chapter", NO_ENTRIES)
def test_chapters_on_people_and_hours_hold_no_entries(chapter: str) -> None:
    assert [name for name, *_ in found(SHOP + chapter)] == ["Bollard", "Cleat", "Quay"]


MORE = [
    ("## Codes\n\n- NP: not paid\n- RT: returned\n", ["NP", "RT"]),
    (
        "## Stores\n\n- Pallet: a wooden deck on which goods stand\n- Cage: a cart with walls of wire\n",
        ["Pallet", "Cage"],
    ),
    (
        "## Stores\n\n| | |\n|---|---|\n| Pallet | A deck for goods. |\n| Cage | A cart of wire. |\n",
        ["Pallet", "Cage"],
    ),
]


@each_row("chapter, names", MORE)
def test_lists_and_tables_that_are_a_chapter_hold_entries(chapter: str, names: list[str]) -> None:
    made = [
        name
        for name, *_ in found(
            SHOP.replace("# Words of the quay", "# Words of the quay\n\n## Ropes") + chapter
        )
    ]
    assert made == ["Bollard", "Cleat", "Quay", *names]


def test_a_list_of_contents_below_the_title_is_no_chapter() -> None:
    document = (
        "Quay glossary\n=============\n\n.. contents::\n\nRopes\n-----\n\nBollard\n   A post.\n\nCleat\n   A hook.\n\n"
        "Boats\n-----\n\nRaft\n^^^^\n\nBoats side by side.\n\nTender\n^^^^^^\n\nA small boat.\n"
    )
    assert [name for name, *_ in found(document, "words.rst")] == ["Bollard", "Cleat", "Raft", "Tender"]


KINDS = [
    ("Estado", "Código", "Significado"),
    ("Статус", "Код", "Что значит"),
    ("Zustand", "Kode", "Bedeutung"),
]


@each_row("kind, code, means", KINDS)
def test_codes_of_kinds_are_their_short_forms(kind: str, code: str, means: str) -> None:
    table = (
        f"| {kind} | {code} | {means} |\n|---|---|---|\n| Open | O | We wait. |\n| Shut | S | It is done. |\n"
    )
    made = found(f"# Glossary\n\n{table}")
    assert made == [("Open", ("O",), "We wait."), ("Shut", ("S",), "It is done.")]


REMARKS = ["Notas", "Anmerkungen", "Remarques", "Uwagi"]


@each_row("heading", REMARKS)
def test_remarks_below_a_table_are_no_entry(heading: str) -> None:
    table = "| Term | Meaning |\n|---|---|\n| Bollard | A post. |\n| Cleat | A hook. |\n| Quay | A wall. |\n"
    made = found(f"# Glossary\n\n## Ropes\n\n{table}\n## {heading}\n\nA name is in the singular.\n")
    assert [name for name, *_ in made] == ["Bollard", "Cleat", "Quay"]


def test_chapters_beside_one_of_abbreviations_are_read_without_a_title_that_calls_them() -> None:
    document = CHAPTERS % ("# Quay ABC", "Ropes")
    document += "\n## Abbreviations\n\n- **MOB** – man over board\n- **POB** – pilot on board\n"
    assert {"Bollard", "Cleat", "ETA", "MOB"} <= {name for name, *_ in found(document)}


def test_a_box_in_a_chapter_of_headings_ends_none_of_them() -> None:
    document = (
        "= Words of the quay\n\n== Ropes\n\nBollard:: A post.\nCleat:: A hook.\n\n== Boats\n\n.Pilot\n****\nA guide.\n****\n\n"
        "=== Raft\n_Abbreviation:_ RF\n\nBoats side by side.\n\n=== Tender\nA small boat.\n"
    )
    assert {("Raft", ("RF",), "Boats side by side."), ("Tender", (), "A small boat.")} <= set(
        found(document, "words.adoc")
    )


def test_a_term_called_note_is_an_entry_beside_other_shapes() -> None:
    document = (
        "# Words of the quay\n\n## Paper\n\n### Log\n\nThe book of the watch.\n\n### Note\n\n"
        "A text that only the office can read.\n\n## Ropes\n\n**Bollard** – A post.\n\n**Cleat** – A hook.\n"
    )
    assert "Note" in [name for name, *_ in found(document)]
