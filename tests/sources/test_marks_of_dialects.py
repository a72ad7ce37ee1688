"""Signs that a renderer shows or hides: keys, bare attributes, links of wikis, unknown attributes, code names."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing


def entries(document: str, name: str = "glossary.md") -> list[tuple[str, tuple[str, ...], str]]:
    read = importing.read(document.encode(), name, source="test").entries
    return [(entry.name, entry.also, " ".join(entry.text.split())) for entry in read]


TEXTS = (
    ("Press ++ctrl+k++ to find it.", "Press ctrl+k to find it."),
    ("Begins in the [[waiting room|Waiting-room]].", "Begins in the waiting room."),
    ("Begins in the [[waiting-room|Waiting room]].", "Begins in the Waiting room."),
    ("Begins in [[Team/Rooms|the waiting room]].", "Begins in the waiting room."),
    ("All that `desk.calls.*` stops and starts.", "All that desk.calls.* stops and starts."),
    ("A sum of C++ and more.", "A sum of C++ and more."),
)


@each_row("written, shown", TEXTS)
def test_texts_are_what_their_renderer_shows(written: str, shown: str) -> None:
    document = f"# Glossary\n\n**Hold** - {written}\n\n**Ping** - A knock on the door.\n"
    assert entries(document)[0][2] == shown


def test_names_stand_without_bare_attributes() -> None:
    document = "# Glossary\n\nHold { data-preview }\n:   A pause.\n\nPing { #ping }\n:   A knock.\n"
    assert [name for name, _, _ in entries(document)] == ["Hold", "Ping"]


def test_numbers_with_a_dash_before_headings_are_no_part_of_them() -> None:
    document = "# Glossary\n\n### 1-1. Hold\nA pause.\n\n### 1-2. Ping\nA knock.\n\n### 2-1. Queue\nA line.\n"
    assert [name for name, _, _ in entries(document)] == ["Hold", "Ping", "Queue"]


def test_names_that_a_program_joins_are_no_other_names_beside_those_that_it_shows() -> None:
    sheet = (
        (
            "name,displayName,description\nCallQueue,Очередь,Звонки, которые ждут ответа.\n"
            "FirstLine,Первая линия,Кто отвечает первым.\nChurn,Отток,Доля ушедших клиентов.\n"
        )
        .replace("Звонки, которые", '"Звонки, которые')
        .replace("ждут ответа.", 'ждут ответа."')
    )
    assert [entry[:2] for entry in entries(sheet, "g.csv")] == [
        ("Очередь", ()),
        ("Первая линия", ()),
        ("Отток", ()),
    ]


def test_a_short_body_goes_on_with_its_summary() -> None:
    data = (
        '[{"title": "Berth", "summary": "A place for a ship.", "body": "It may be taken by the ferry."},'
        ' {"title": "Tug", "summary": "A ship that pulls.", "body": "It needs deep water to turn."}]'
    )
    assert entries(data, "g.json")[0][2] == "A place for a ship. It may be taken by the ferry."


def test_preferred_names_of_concepts_may_have_a_word_for_or() -> None:
    concepts = (
        '@prefix s: <http://www.w3.org/2004/02/skos/core#> .\n<x:g> a s:ConceptScheme ; s:prefLabel "Glossary"@en .\n'
        '<x:a> a s:Concept ; s:prefLabel "Objekt nebo subjekt"@cs ; s:definition "O kom se vedou údaje."@cs .\n'
        '<x:b> a s:Concept ; s:prefLabel "Agenda"@cs ; s:definition "Souhrn činností."@cs .\n'
    )
    assert [name for name, _, _ in entries(concepts, "g.ttl")] == ["Objekt nebo subjekt", "Agenda"]


def test_an_item_may_be_a_name_that_fills_its_line() -> None:
    document = (
        "Petit glossaire du bureau\n\n* Quai : endroit où les bateaux se rangent, le long du mur ou\n  d'un ponton.\n"
        "* RASED (réseau d'aides spécialisées aux élèves en difficulté) :\n  marins et pilote qui viennent à la demande.\n"
        "* Ponton : pont de bois sur l'eau, qui monte et descend avec\n  la marée.\n"
    )
    found = entries(document, "glossaire.txt")
    assert [name for name, _, _ in found] == ["Quai", "RASED", "Ponton"]
    assert found[1][2] == "marins et pilote qui viennent à la demande."


def test_a_name_may_be_parted_before_its_text_in_a_column() -> None:
    document = (
        "Glossar\n\nAnschlussheil-\nbehandlung (AHB)      Aufenthalt nach der Klinik, der innerhalb\n"
        "                      von 14 Tagen beginnt.\n\nBelegarzt             Arzt mit eigenen Betten.\n\n"
        "Konsil                Beratung durch Ärzte eines anderen Fachs.\n\nZuzahlung             Anteil je Tag.\n"
    )
    assert entries(document, "glossar.txt")[0][:2] == ("Anschlussheilbehandlung", ("AHB",))


def test_lines_that_are_quoted_as_a_whole_are_rows() -> None:
    sheet = '"term,definition"\n"Berth,A place for a ship, at a quay or a buoy."\n"Tug,A ship that pulls, often two of them."\n'
    assert [(name, text) for name, _, text in entries(sheet, "g.csv")] == [
        ("Berth", "A place for a ship, at a quay or a buoy."), ("Tug", "A ship that pulls, often two of them.")
    ]  # fmt: skip


def test_round_bullets_and_letters_part_lines_of_markdown() -> None:
    document = (
        "# Glossário\n\nA\n\n• 👀Amarra: Corda grossa de um navio.\n• Âncora: Peso que segura um navio.\nB\n•👀 Boia: Sinal na água.\n"
        "• Bote: Barco pequeno.\n"
    )
    assert [(name, text) for name, _, text in entries(document)] == [
        ("Amarra", "Corda grossa de um navio."), ("Âncora", "Peso que segura um navio."),
        ("Boia", "Sinal na água."), ("Bote", "Barco pequeno."),
    ]  # fmt: skip


def test_a_link_may_show_the_name_of_its_page_in_small_letters() -> None:
    document = (
        "# Glossary\n\n**Hold** - What the [[Second line|second-line]] agent sees.\n\n**Ping** - A knock.\n"
    )
    assert entries(document)[0][2] == "What the second-line agent sees."


def test_a_long_form_before_a_full_stop_is_the_first_sentence_of_a_text() -> None:
    document = (
        "# Glossary\n\n**DNS** - Domain Name System. Tells the addresses of servers.\n\n**Ping** - A knock.\n"
    )
    assert entries(document)[0] == ("DNS", (), "Domain Name System. Tells the addresses of servers.")
