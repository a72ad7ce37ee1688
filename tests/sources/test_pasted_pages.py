"""Texts pasted from pages and printed sheets: strict pairs of lines, lists within texts, broken sentences."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing
from site_gen.sources.shape.header_roles import role_of


def entries(document: str, name: str = "glossary.txt") -> list[tuple[str, tuple[str, ...], str]]:
    read = importing.read(document.encode(), name, source="test").entries
    return [(entry.name, entry.also, " ".join(entry.text.split())) for entry in read]


_PAIRS = """Harbour glossary

The words that our pilots use most.

Berth (mooring place)
A place for one ship
Lee side (sheltered side)
The side of a ship that is turned away from the wind
Fender line
Hangs between ship and quay wall on board
Bollard
A post on the quay to which the ropes of a ship are tied
Spring line
A rope that keeps a ship from moving along the quay
Draught mark
Figures on the hull
Ballast
Water that a ship without cargo takes in to lie deeper
Tug
A small strong ship that pulls large ones into the harbour
Slack water
No current
Heaving line
A thin rope with a weight that is thrown to the quay first
"""


def test_lines_that_strictly_alternate_are_names_and_texts_however_short() -> None:
    found = {name: text for name, _, text in entries(_PAIRS)}
    assert found["Draught mark"] == "Figures on the hull"
    assert found["Fender line"] == "Hangs between ship and quay wall on board"
    assert found["Slack water"] == "No current"
    assert len(found) == 10


_GROUPED = """Harbour glossary

Ships

Tug
A small strong ship that pulls large ones into the harbour
Barge
A flat ship without an engine of its own

On land

Bollard
A post on the quay to which the ropes of a ship are tied
Crane
A machine that lifts loads from a ship to the quay
Gangway
A bridge of boards on which people go on board
"""


def test_headings_of_groups_stay_no_entries_between_pairs_of_lines() -> None:
    assert [name for name, _, _ in entries(_GROUPED)] == ["Tug", "Barge", "Bollard", "Crane", "Gangway"]


_LISTED = """Words of our club

  • Early return

    Handing a boat back before its time is over. What you then get back depends:

    - with a day ticket: nothing

    - with a season ticket: one free hour

    Ask at the desk if in doubt.

  • Guest

    Somebody who sails with a member.

  • Late return

    Handing a boat back after its time. We wait for ten minutes.

  • Skipper / Boat leader

    The person who answers for the boat.
"""


def test_items_with_another_mark_belong_to_the_text_that_they_stand_in() -> None:
    found = entries(_LISTED)
    assert [name for name, _, _ in found] == ["Early return", "Guest", "Late return", "Skipper"]
    assert found[0][2].endswith("with a season ticket: one free hour Ask at the desk if in doubt.")


def test_a_blank_line_within_a_sentence_ends_no_text() -> None:
    document = (
        "Glossary\n\n1. Excess: the part of a loss that the insured person pays, whatever it was that\n\n"
        "caused the damage.\n\n2. Rider: an addition to a contract which for an extra price covers\n\n"
        "losses that the contract itself leaves out.\n"
    )
    assert [text for _, _, text in entries(document)] == [
        "the part of a loss that the insured person pays, whatever it was that caused the damage.",
        "an addition to a contract which for an extra price covers losses that the contract itself leaves out.",
    ]


def test_groups_of_letters_in_brackets_are_navigation() -> None:
    document = "Index\n[ A ][ B ][ C ][ DEF ][ GHI ][ JK etc ]\nBerth\nA place for one ship.\nTug\nA ship that pulls.\n"
    assert [name for name, _, _ in entries(document)] == ["Berth", "Tug"]


def test_names_keep_square_brackets_around_what_is_no_other_name() -> None:
    document = (
        "# Glossary\n\n1. Price \\[meal\\] – the amount to pay for one meal.\n"
        "2. Meal – what the kitchen sends.\n3. Order – a meal that somebody asked for.\n"
    )
    assert [name for name, _, _ in entries(document, "glossary.md")] == ["Price [meal]", "Meal", "Order"]


def test_bullets_and_colons_stand_without_blanks_in_east_asian_texts() -> None:
    document = (
        "◆FCR(First Contact Resolution):初回解決率\n最初の連絡で解決した割合。\n折り返しは数えない。\n"
        "◆保留:1回の待ち\n電話を切らずに相手に待ってもらうこと。\n"
        "◆転送:取り次ぎ\n別の担当者に電話を渡すこと。\n"
    )
    assert entries(document, "用語.txt") == [
        (
            "FCR",
            ("First Contact Resolution", "初回解決率"),
            "最初の連絡で解決した割合。 折り返しは数えない。",
        ),
        ("保留", ("1回の待ち",), "電話を切らずに相手に待ってもらうこと。"),
        ("転送", ("取り次ぎ",), "別の担当者に電話を渡すこと。"),
    ]


HEADERS = (
    ("Siglas o nombre inglés", "also"),
    ("Kürzel oder englischer Name", "also"),
    ("Abbreviation / English term", "also"),
    ("Сокращение или английское название", "also"),
    ("Acronym or full name", "also"),
    ("Term or abbreviation", "name"),
    ("Term / English", "name@en"),
    ("Englischer Begriff", "name@en"),
    ("nombre en inglés", "name@en"),
    ("Abbreviation", "short"),
)


@each_row("header, role", HEADERS)
def test_a_header_may_leave_open_which_other_name_a_cell_holds(header: str, role: str) -> None:
    assert role_of(header) == role


_LINES = "Desk shorthand\n\n" + "".join(
    f"{name} - {text}\n"
    for name, text in (
        ("ACE", "Another customer error"), ("BOX", "The parcel that a customer sends"),
        ("CAP", "The most that we pay back"), ("DAY", "Until midnight at the depot"),
        ("HUB", "The place where parcels meet"),
    )
)  # fmt: skip


def test_paragraphs_below_a_list_of_lines_belong_to_no_entry() -> None:
    rest = "\nWe never write these into a case, and nobody ever will.\n\nI wondered what they all mean.\n"
    assert entries(_LINES + rest)[-1] == ("HUB", (), "The place where parcels meet")


def test_a_kind_beside_a_name_in_a_card_is_no_part_of_it() -> None:
    cards = "".join(
        f'<div class="card"><div class="card-head"><span class="card-name">{name}</span>'
        f'<span class="card-type">{kind}</span></div><p>{text}</p></div>'
        for name, kind, text in (
            ("Bollard", "on land", "A post to which ropes are tied."),
            ("Tug", "ship", "A small ship that pulls large ones."),
            ("Fender", "on board", "A cushion between ship and wall."),
        )
    )
    page = f"<html><body><h1>Harbour glossary</h1>{cards}</body></html>"
    assert [name for name, _, _ in entries(page, "g.html")] == ["Bollard", "Tug", "Fender"]


def test_signs_before_a_text_are_no_part_of_it() -> None:
    page = (
        "<h1>Glossary</h1><ul><li><span style='font-weight:bold'>Pink form</span><span> = the form for claims</span>"
        "</li><li><span style='font-weight:bold'>Blue form</span><span>: the form for orders</span></li>"
        "<li><span style='font-weight:bold'>Red form</span><span> → what we send back</span></li></ul>"
    )
    assert [text for _, _, text in entries(page, "g.html")] == [
        "the form for claims", "the form for orders", "what we send back"
    ]  # fmt: skip


TOPICS = ("[desk] [3 May 2024]", "[desk] [phones]", "#desk #phones", "#desk")


@each_row("topics", TOPICS)
def test_lines_of_topics_belong_to_no_text(topics: str) -> None:
    document = "Words of a blog\n\n" + "".join(
        f"{name}\n\n{text}\n\n{topics}\n\n"
        for name, text in (
            ("Cold call", "A call that nobody asked for."), ("Ghost call", "A call in which nobody speaks."),
            ("Warm line", "A number for people who want to talk."),
        )
    )  # fmt: skip
    assert entries(document)[1] == ("Ghost call", (), "A call in which nobody speaks.")


def test_names_in_brackets_are_no_topics() -> None:
    document = "Glossary\n\n[Cold call]\nA call that nobody asked for.\n\n[Ghost call]\nNobody speaks.\n"
    assert [name for name, _, _ in entries(document)] == ["Cold call", "Ghost call"]


def test_a_half_word_at_the_end_of_a_narrow_line_goes_on_in_the_next() -> None:
    document = (
        "Wörter\n\nABLÖSE\nDer Kunde zahlt den Rest seines Ver-\ntrages auf einmal. Die Gebühr steht im\nAushang.\n\n"
        "EINWURF\nBrief mit Beleg. Die Nummer kommt in\ndie Akte, die der Empfang für das Lager\nund die Kasse "
        "führt.\n\nPAKETE\nMehrere Pakete;\nnur für Firmen-\nkunden.\n"
    )
    assert entries(document)[0][2].startswith("Der Kunde zahlt den Rest seines Vertrages auf")
    assert entries(document)[2][2] == "Mehrere Pakete; nur für Firmenkunden."


def test_a_row_with_a_sum_is_no_text() -> None:
    sheet = "No.;Word;Meaning\n1;Berth;A place for one ship\n2;Tug;A ship that pulls\n;;\n;;tot. 2\n"
    assert entries(sheet, "g.csv")[-1] == ("Tug", (), "A ship that pulls")


BRACKETS = (
    ("first time fix rate", "(FTFR) – the share of visits that need no other.", ("FTFR",)),
    (
        "one door",
        "(single point of contact – SPOC) – one place for all questions.",
        ("single point of contact", "SPOC"),
    ),
    ("SLA", "(service level agreement): what we promise in writing.", ("service level agreement",)),
    ("Wallboard", "(phones) – the screen on which all can see the queue.", ()),
)


@each_row("name, text, also", BRACKETS)
def test_a_text_may_begin_with_forms_of_its_name(name: str, text: str, also: tuple[str, ...]) -> None:
    document = (
        f"Glossary\n\n{name}\n\n{text}\n\nqueue\n\nThe cases that wait.\n\nshift\n\nSix hours of work.\n"
    )
    found = entries(document)[0]
    assert set(found[1]) == set(also)
    assert found[2].startswith("(") == (not also)


def test_lines_with_addresses_tell_where_the_thing_above_them_is() -> None:
    page = (
        "<h1>Glossary</h1><h2>Portal</h2><p>The page on which customers see their cases.</p>"
        "<p><strong>Portal for tests</strong>: <a href='https://t.example.org'>https://t.example.org</a></p>"
        "<p><strong>Storage</strong>: files.test.example</p><h2>Queue</h2><p>The cases that nobody has taken.</p>"
        "<p><strong>Backlog</strong>: The cases that have waited for a day.</p><h2>Shift</h2><p>Six hours of work.</p>"
    )
    found = entries(page, "g.html")
    assert "Portal for tests" not in [name for name, _, _ in found]
    assert found[0][2].endswith("Portal for tests: https://t.example.org Storage: files.test.example")


def test_a_short_name_may_have_long_brackets_before_its_sign() -> None:
    document = (
        "Lexique du port\n\nAgent (nommé aussi vigie) : personne qui répond aux appels.\n\n"
        "API (Application Programming Interface, en français interface de programmation) : lien entre deux programmes.\n\n"
        "Quai : mur le long duquel les bateaux se rangent.\n"
    )
    found = entries(document, "lexique.txt")
    assert [name for name, _, _ in found] == ["Agent", "API", "Quai"]
    assert found[0][1] == ("vigie",)
