"""Glossaries whose writers had several habits, and what stands in a document beside its entries."""

from __future__ import annotations

import json
from io import BytesIO

from helpers.rows import each_row
from site_gen.sources import importing
from site_gen.sources.shape.columns import roles


def read(document: str, filename: str = "words.md") -> importing.Imported:
    return importing.read(document.encode(), filename, source="mine")


def pairs(document: str, filename: str = "words.md") -> list[tuple[str, str]]:
    return [(entry.name, " ".join(entry.text.split())) for entry in read(document, filename).entries]


LONG_FORMS = ["Vollständige Bezeichnung", "Full term", "Forme longue", "Açık hali", "Pełna nazwa", "Langform"]


@each_row("header", LONG_FORMS)
def test_a_header_of_long_forms_is_known_by_its_parts(header: str) -> None:
    assert roles(["Akronym", header, "Bedeutung"], {})[1] == "long"


def test_a_full_description_is_no_long_form() -> None:
    assert "long" not in roles(["Term", "Full description"], {})


def test_cells_copied_one_a_line_keep_the_column_with_the_abbreviation() -> None:
    cells = ["Kürzel", "Voller Name", "Deutscher Begriff / Beschreibung"]
    cells += ["LTB", "Luggage Transfer Belt", "Das Band zwischen zwei Hallen."]
    cells += ["GHA", "Ground Handling Agent", "Die Firma, die Flugzeuge belädt."]
    cells += ["OOG", "Out Of Gauge", "Gepäck, das auf kein Band passt."]
    cells += ["RTO", "Return To Owner", "Ein Fund geht an den, der ihn verloren hat."]
    found = read("8 Anhang\n" + "\n\n".join(cells) + "\n", "words.txt").entries
    assert [(entry.name, entry.also) for entry in found] == [
        ("LTB", ("Luggage Transfer Belt",)),
        ("GHA", ("Ground Handling Agent",)),
        ("OOG", ("Out Of Gauge",)),
        ("RTO", ("Return To Owner",)),
    ]


NOTES = """# Words of the quay (unsorted)

**slack water** – the half hour in which the tide stands still
**spring tide** – the highest tide, twice a month

- *bollard*: a post for ropes on the quay
- cleat: a hook for ropes on a boat
- [ ] fender - tbd

### Berthing fee

The skipper pays it for each night at the quay.

### Raft up

Boats lie side by side, the inner one alone is made fast.

### Shore power (hook-up)

Current from the quay for the boats.

| short | long | meaning |
|--|--|--|
| ETA | estimated time of arrival | when a boat is expected |
| VHF | very high frequency | the radio of boats |
"""


def test_all_habits_of_a_glossary_give_entries() -> None:
    assert [name for name, _ in pairs(NOTES)] == [
        "slack water", "spring tide", "bollard", "cleat", "Berthing fee", "Raft up", "Shore power", "ETA", "VHF",
    ]  # fmt: skip


def test_what_no_title_calls_a_glossary_is_read_by_one_habit() -> None:
    document = NOTES.replace("# Words of the quay (unsorted)", "# The quay")
    assert "Berthing fee" not in [name for name, _ in pairs(document)]


def test_entries_on_the_level_of_the_letters_are_entries() -> None:
    document = "# Glossary\n\n" + "".join(
        f"### {letter}\n#### {letter}ame\nA word with {letter}.\n" for letter in "ABCDE"
    )
    document = document.replace("#### Dame", "### Dame")
    assert [name for name, _ in pairs(document)] == ["Aame", "Bame", "Came", "Dame", "Eame"]


def test_a_name_without_room_for_dots_has_its_text_in_the_column() -> None:
    document = (
        "HARBOR OFFICE - TERMS\n\n"
        "BERTH ............ The place where a boat lies.\n"
        "CLEAT ............ A hook for ropes.\n"
        "SHIP'S MANIFEST    The list of what is on board, with\n"
        "                   the names of those who travel.\n"
        "QUAY ............. A wall in the harbor.\n"
    )
    found = dict(pairs(document, "terms.txt"))
    assert found["SHIP'S MANIFEST"] == "The list of what is on board, with the names of those who travel."
    assert found["QUAY"] == "A wall in the harbor."


MAIL = """From: Ana <ana@quay.example>
To: Bo
Subject: RE: all those words

Hi Bo,

here they are:

ETA - estimated time of arrival, when a boat is expected
VHF: very high frequency, the radio of boats
Raft = boats side by side
Slack water - the half hour without tide
Neap - ?? ask Kim

And those that Kim asked for:

 * Bollard: a post for ropes
 * Cleat: a hook for ropes

Cheers
Ana

--
Ana Silva
Harbor office
Hours: Mon-Thu 9-5

-----Original Message-----
From: Bo
Sent: 3 March 2026
To: Ana
Subject: all those words

> Hi Ana, I have these so far:
>
> HW - high water, when the tide is up
> LW - low water, when it is out
>
> can you add the rest?
"""


def test_lines_with_several_signs_in_a_mail_are_entries_and_its_signature_is_none() -> None:
    found = dict(pairs(MAIL, "mail.txt"))
    assert list(found) == [
        "ETA", "VHF", "Raft", "Slack water", "Neap", "Bollard", "Cleat", "HW", "LW",
    ]  # fmt: skip
    assert found["Neap"] == "?? ask Kim"
    left = [piece.text for piece in read(MAIL, "mail.txt").skipped]
    assert "And those that Kim asked for" in left and "Hours: Mon-Thu 9-5" in left


def test_reactions_with_signs_are_no_text() -> None:
    chat = (
        "#words\nAna Silva\n  9:14 AM\n*Berth* – the place where a boat lies\n:+1: 5\n\n"
        "Bo Lund\n  9:20 AM\n*Cleat* – a hook for ropes\n:100: 2  :-1:\n*Quay* – a wall in the harbor\n"
    )
    assert pairs(chat, "chat.txt") == [
        ("Berth", "the place where a boat lies"),
        ("Cleat", "a hook for ropes"),
        ("Quay", "a wall in the harbor"),
    ]


KEEPERS = ["Owners", "Zuständigkeiten", "Responsables", "責任者", "Ответственные"]


@each_row("heading", KEEPERS)
def test_who_keeps_a_glossary_is_no_entry(heading: str) -> None:
    document = (
        "# Glossary\n\n## Words\n\n- **ETA**: when a boat is expected\n- **VHF**: the radio of boats\n"
        f"- **HW**: when the tide is up\n\n## {heading}\n\n- **Tides**: the pilot\n- **Radio**: the watch\n"
    )
    assert [name for name, _ in pairs(document)] == ["ETA", "VHF", "HW"]


def test_a_day_in_brackets_below_the_title_is_no_text() -> None:
    document = (
        "GLOSSAR HAFENAMT\n================\n(Stand: März 2026)\n\nKai\n---\nEine Mauer im Hafen.\n\n"
        "Liegeplatz\n----------\nWo ein Boot liegt.\n"
    )
    assert [name for name, _ in pairs(document, "glossar.txt")] == ["Kai", "Liegeplatz"]


def test_labels_without_values_are_fields_of_a_form() -> None:
    fields = ("naam", "andere naam", "definitie", "hoger begrip", "bron")
    terms = {
        "Kade": "Een muur in de haven.",
        "Ligplaats": "Waar een boot ligt.",
        "Steiger": "",
        "Boei": "Een drijver.",
    }
    document = "# Haven\n\n" + "\n".join(
        f"## {name}\n"
        + "\n\n".join(
            f"**{field}**: {value}"
            for field, value in zip(fields, (name, "", text, "Haven", "havenboek"), strict=True)
        )
        + "\n"
        for name, text in terms.items()
    )
    assert pairs(document) == [(name, text) for name, text in terms.items() if text]


def test_a_script_that_is_one_list_is_read_like_the_data_that_it_is() -> None:
    words = {
        f"{letter}-rope": [f"{letter}-rope", f"A rope that holds the boat at its {letter} side."]
        for letter in "ABCDEFGH"
    }
    document = f"var palabras = {json.dumps(words, indent=4)};\n"
    assert [name for name, _ in pairs(document, "palabras.js")] == list(words)
    assert not read(document.replace("\n", "\nfoo(1);\n") + "bar(2);\n" * 40, "palabras.js").entries


TABLE = (
    "# Words\n\n| Term | Meaning |\n|---|---|\n"
    + "".join(f"| {name} | {text} |\n" for name, text in (
        ("Bollard", "A post for ropes."), ("Berth", "Where a boat lies."), ("Buoy", "A float on a chain."),
        ("Cleat", "A hook for ropes."), ("Fender", "A cushion."), ("Jetty", "A wall into the sea."),
        ("Pier", "A bridge into the sea."), ("Quay", "A wall of the harbor."), ("Raft", "Boats side by side."),
    ))
    + "\n%s\n\n**Slip**: A ramp into the water.\n\n**Tender**: A small boat.\n"
)  # fmt: skip


@each_row("over", ["To add to the table:", "Nachtrag (gehört in die Tabelle):", "À ajouter :", "Дополнение:"])
def test_a_table_that_goes_on_below_has_further_entries(over: str) -> None:
    assert [name for name, _ in pairs(TABLE % over)][-2:] == ["Slip", "Tender"]


def test_notes_below_a_table_are_none() -> None:
    assert [name for name, _ in pairs(TABLE % "Last seen by the office:")][-1] == "Raft"


LOGS = [
    ("Release notes", "2.4.1 – 14 November 2025", "2.4.0 – 3 October 2025"),
    ("Journal des versions", "2.1 – 14 novembre 2025", "2.0 – 3 octobre 2025"),
    ("Neues", "14. Mai 2026", "3. April 2026"),
    ("Novedades", "14 de mayo de 2026", "abril 2026"),
]


@each_row("title, new, old", LOGS)
def test_a_log_of_changes_is_no_glossary(title: str, new: str, old: str) -> None:
    found = read(
        f"# {title}\n\n## {new}\n\n- **Login**: works with blanks\n- **Bills**: open again on phones\n\n"
        f"## {old}\n\n- **Search**: sorted by day\n- **Photos**: can be added\n"
    )
    assert not found.entries


def test_names_that_lead_to_their_letter_are_no_entries() -> None:
    document = (
        "# Glossary\n\n### Most wanted\n\n- **Berth** → [B](#b)\n- **Cleat** → [C](#c)\n- **Quay** → [Q](#q)\n\n"
        "## B\n\n- **Berth**: where a boat lies\n\n## C\n\n- **Cleat**: a hook for ropes\n\n"
        "## Q\n\n- **Quay**: a wall in the harbor\n"
    )
    assert pairs(document) == [
        ("Berth", "where a boat lies"),
        ("Cleat", "a hook for ropes"),
        ("Quay", "a wall in the harbor"),
    ]


def test_links_of_an_outline_over_properties_and_texts_are_names() -> None:
    document = "title:: Harbor glossary\ntype:: [[reference]]\n\n" + "".join(
        f"- [[{name}]]\n  id:: 65f0c1aa-7b10\n{alias}\t- {text}\n\t- Ask the office.\n"
        for name, alias, text in (
            ("Berth", "  alias:: mooring, slip\n", "The place where a boat lies."),
            ("Cleat", "", "A hook for the ropes of a boat."),
            ("Raft", "  alias:: raft-up\n", "Boats that lie side by side at a buoy."),
            ("Quay", "", "A wall of stone beside which boats lie."),
        )
    )
    found = read(document, "glossary.md").entries
    assert [(entry.name, entry.also) for entry in found] == [
        ("Berth", ("mooring", "slip")),
        ("Cleat", ()),
        ("Raft", ("raft-up",)),
        ("Quay", ()),
    ]


STOPS = [
    ("A small river. (Also called brook, or run.)", ("brook", "run")),
    ("A firm (also called Smith & Co.)", ("Smith & Co.",)),
]


@each_row("text, also", STOPS)
def test_the_full_stop_of_brackets_is_no_part_of_a_name(text: str, also: tuple[str, ...]) -> None:
    [entry] = read(f"# Glossary\n\n**Creek** – {text}\n\n**Delta** – The end of a river.\n").entries[:1]
    assert entry.also == also


def test_marks_inside_words_without_spaces_are_no_text() -> None:
    document = "# 术语\n\n- **泊位**: 船舶==停靠==的地方。\n- **缆桩**: 系缆绳的柱子。\n- **a==b**: 相等。\n"
    assert dict(pairs(document))["泊位"] == "船舶停靠的地方。"


USE = ["使用说明", "Mode d'emploi", "Hinweise zur Nutzung", "使い方", "Как пользоваться"]


@each_row("title", USE)
def test_a_box_on_how_to_use_a_list_is_no_entry(title: str) -> None:
    document = f"# Words\n\n> [!info] {title}\n> Open a card.\n\n" + "".join(
        f"> [!abstract]- {name}\n> {text}\n\n"
        for name, text in (("Berth", "Where a boat lies."), ("Cleat", "A hook."), ("Quay", "A wall."))
    )
    assert [name for name, _ in pairs(document, "glossary.md")] == ["Berth", "Cleat", "Quay"]


MYST = """# Glossary

:::{glossary}

ETA
Estimated time of arrival
    The hour at which a boat
    is expected.

    See also:
    * the tide table

    Related topic(s):
    * Tides, {term}`Quay`

Quay
    A wall in the harbor.
:::
"""


def test_a_fence_of_colons_around_a_glossary_is_a_definition_list() -> None:
    found = read(MYST, "terms.md")
    assert [(entry.name, entry.also, entry.text) for entry in found.entries] == [
        ("ETA", ("Estimated time of arrival",), "The hour at which a boat is expected."),
        ("Quay", (), "A wall in the harbor."),
    ]
    assert "the tide table" in [piece.text for piece in found.skipped]


def test_headers_down_the_side_may_stand_beside_a_blank_column() -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        (), (None, "Term", "Berth", "Cleat", "Quay"), (None, "Abbreviation", "BTH", None, "n/a"),
        (None, "Meaning", "Where a boat lies.", "A hook for ropes.", "A wall in the harbor."),
        (None, "Last reviewed", "2026-03-01", "2026-03-01", None),
    ):  # fmt: skip
        sheet.append(row)
    kept = BytesIO()
    book.save(kept)
    found = importing.read(kept.getvalue(), "terms.xlsx", source="mine").entries
    assert [(entry.name, entry.also, entry.text) for entry in found] == [
        ("Berth", ("BTH",), "Where a boat lies."),
        ("Cleat", (), "A hook for ropes."),
        ("Quay", (), "A wall in the harbor."),
    ]


def test_an_abbreviation_on_the_second_line_of_a_name_belongs_to_it() -> None:
    document = (
        "ANNEX B   TERMS USED IN THIS HANDBOOK\n\nTerm                     Meaning\n\n"
        "Berth                    The place where a boat lies, with water and\n"
        "                         light.\n\n"
        "Estimated time           The hour at which a boat is expected in the\n"
        "of arrival (ETA)         harbor.\n\n"
        "Slack water              The half hour in which the tide stands still,\n"
        "                         twice a day.\n"
    )
    found = read(document, "terms.txt").entries
    assert [(entry.name, entry.also) for entry in found][1] == ("Estimated time of arrival", ("ETA",))
    assert found[1].text == "The hour at which a boat is expected in the harbor."


NOTES_OF_TEXTS = ["Note 1", "Note importante", "Wichtiger Hinweis", "Remarque 2"]


@each_row("label", NOTES_OF_TEXTS)
def test_a_counted_note_is_no_entry(label: str) -> None:
    page = "<h1>Glossaire</h1>" + "".join(
        f"<h3>{name}</h3><p>{text}</p>"
        + (f"<p><strong>{label} :</strong> voir le plan.</p>" * (name == "Quai"))
        for name, text in (("Bouée", "Un flotteur."), ("Quai", "Un mur du port."), ("Radoub", "Un bassin."))
    )
    assert [name for name, _ in pairs(page, "glossaire.html")] == ["Bouée", "Quai", "Radoub"]


def test_words_in_quotes_speak_to_nobody() -> None:
    document = "# Glossary\n\n" + "".join(
        f"## {name}\n\n**Definition:** {text}\n\n"
        for name, text in (
            ("“We are looking into it” reply", "A first answer without a time."),
            ("Berth", "Where a boat lies."),
            ("Quay", "A wall in the harbor."),
        )
    )
    assert len(pairs(document)) == 3


def test_counts_of_reactions_are_no_entry() -> None:
    document = "*Berth* – where a boat lies\n*Cleat* – a hook for ropes\n*Quay* – a wall\n\n:thumbsup: 9   :eyes: 2\n"
    assert [name for name, _ in pairs("Words of the quay\n\n" + document, "pin.txt")] == [
        "Berth",
        "Cleat",
        "Quay",
    ]


def test_groups_names_and_texts_of_an_outline_stand_at_three_depths() -> None:
    document = (
        "WORDS OF THE HARBOR\n(from the board)\n\nBOATS\n\tRaft\n\t\tBoats that lie side by side.\n\tTender\n"
        "\t\tA small boat.\n\t\tAsk for the key.\nTIDES\n\tSlack water\n\t\tThe tide stands still.\n\tNeap\n"
    )
    assert pairs(document, "board.txt") == [
        ("Raft", "Boats that lie side by side."),
        ("Tender", "A small boat. Ask for the key."),
        ("Slack water", "The tide stands still."),
    ]


def test_an_export_of_tickets_is_no_glossary() -> None:
    head = "ID,Subject,Description,Requester,Status,Created\n"
    rows = "".join(
        f"{number},{subject},{text},kim@example.org,Open,2026-03-03\n"
        for number, subject, text in (
            (17, "Cannot log in", "The customer gets an error after the reset."),
            (18, "Invoice missing", "The invoice of May was not sent."),
            (19, "Wrong address", "The parcel went to the old address."),
        )
    )
    assert not read(head + rows, "export.csv").entries
    terms = (
        "Term,Definition,Requester\n" + "Berth,Where a boat lies.,Kim\nQuay,A wall.,Kim\nCleat,A hook.,Kim\n"
    )
    assert len(read(terms, "export.csv").entries) == 3


def test_the_head_of_a_mail_in_a_page_is_no_entry() -> None:
    page = (
        "<p><b>De:</b> Ana &lt;ana@example.org&gt;<br><b>Enviado el:</b> jueves, 6 de marzo de 2026 10:21<br>"
        "<b>Para:</b> Equipo<br><b>Asunto:</b> palabras del puerto</p><p><b>Amarre</b>: donde queda un barco</p>"
        "<p><b>Boya</b>: un flotador</p><p><b>Muelle</b>: un muro del puerto</p>"
    )
    assert [name for name, _ in pairs(page, "correo.htm")] == ["Amarre", "Boya", "Muelle"]


DL = "<h1>Lexique</h1><dl>%s</dl>"


def test_plain_parts_of_names_that_differ_are_other_names_and_groups_are_none() -> None:
    terms = (("ARN guide", "sgRNA"), ("Cassure double brin", "DSB"), ("Crible", "screen"))
    page = DL % "".join(
        f"<dt>{name} <span>{other}</span></dt><dd>Un mot de labo.</dd>" for name, other in terms
    )
    assert [(entry.name, entry.also) for entry in read(page, "lexique.html").entries] == [
        (name, (other,)) for name, other in terms
    ]
    page = DL % "".join(f"<dt>{name} <span>labo</span></dt><dd>Un mot.</dd>" for name, _ in terms)
    assert not any(entry.also for entry in read(page, "lexique.html").entries)


def test_bold_names_with_full_stops_may_follow_each_other_in_a_line() -> None:
    document = (
        "# Jargon\n\n**Pull request.** A change that waits for a look.\n\n"
        "**Kay.** The store of files. **Bin.** A store for what is old. **Clerk.** A program that answers.\n"
    )
    assert [name for name, _ in pairs(document)] == ["Pull request", "Kay", "Bin", "Clerk"]


IMPRINT = "**Version du guide :** 1.0.0\n**Mise à jour :** mai 2026\n**Auteur :** le port\n"


def test_facts_of_a_document_below_its_entries_are_none() -> None:
    terms = (
        "**Quai** : un mur du port\n**Bouée** : un flotteur\n**Radoub** : un bassin\n**Cale** : une rampe\n"
    )
    names = [name for name, _ in pairs(f"# Lexique\n\n{terms}\n---\n\n{IMPRINT}")]
    assert names == ["Quai", "Bouée", "Radoub", "Cale"]


def test_terms_of_a_list_in_order_may_be_called_version() -> None:
    document = "# Lexique\n\n**Cale** : une rampe\n**Quai** : un mur\n**Radoub** : un bassin\n**Version** : une édition\n"
    assert [name for name, _ in pairs(document)][-1] == "Version"


def test_senses_below_the_label_of_a_definition_are_the_text() -> None:
    document = "# Words\n\n" + "".join(
        f"### {name}\n\n- **Definition:**{text}\n- **Owner:** the office\n\n"
        for name, text in (
            ("Berth", " Where a boat lies."),
            ("Hold", "\n  1. The state of a call.\n  2. The state of a case."),
            ("Quay", " A wall."),
        )
    )
    assert dict(pairs(document))["Hold"] == "The state of a call. The state of a case."


def test_paragraphs_over_labelled_definitions_are_names() -> None:
    terms = (("aube,n.f.", "Roue à palettes."), ("bac,n.m.", "Bateau plat."), ("cale,n.f.", "Rampe du port."))
    document = "# Annexe\n\n" + "".join(
        f"{name}\n\nDomaine : Port.\n\nDéfinition : {text}\n\n" for name, text in terms
    )
    found = pairs(document, "glossaire.md")
    assert [text for _, text in found] == [text for _, text in terms]
    assert [name.split(",")[0] for name, _ in found] == ["aube", "bac", "cale"]


@each_row("header", ["Eş anlamlıları", "Eşanlamlısı", "Eş anlamlı kelimeler"])
def test_turkish_headers_of_synonyms_may_have_any_ending(header: str) -> None:
    assert roles(["Terim", "Açıklama", header], {})[2] == "also"


def test_a_dash_that_ends_a_name_is_no_part_of_it() -> None:
    page = "<h1>Tooth terms</h1><h3>Dentin - </h3><p>The material around the pulp.</p><h3>Enamel:</h3><p>The hard coat.</p>"
    page += "<h3>Pulp</h3><p>The soft core.</p>"
    assert [name for name, _ in pairs(page, "glossary.html")] == ["Dentin", "Enamel", "Pulp"]


def test_a_text_goes_on_behind_another_name_in_quotes() -> None:
    document = (
        '# Glossary\n\n**Caries**: also known as "tooth decay," it is the slow, steady loss of a tooth.\n\n'
        '**Floss**: also called "tape" or "thread".\n\n**Pulp**: the soft core.\n'
    )
    assert [entry.also for entry in read(document).entries] == [("tooth decay",), ("tape", "thread"), ()]


def test_marks_of_a_chat_program_are_no_text() -> None:
    document = (
        "Words of the quay\n\n• *ETA* (_estimated time of arrival_): when a boat is expected.\n"
        "• *Berth* / *slip*: where a _boat_ lies.\n• *file_name_of_it*: a name.\n• *Quay*: a wall.\n"
    )
    assert [(entry.name, entry.also, entry.text) for entry in read(document, "canvas.txt").entries] == [
        ("ETA", ("estimated time of arrival",), "when a boat is expected."),
        ("Berth", ("slip",), "where a boat lies."),
        ("file_name_of_it", (), "a name."),
        ("Quay", (), "a wall."),
    ]
