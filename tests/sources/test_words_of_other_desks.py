"""Small habits in other desks' lists: headers in their own words, brackets, names over fields, page numbers."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing
from site_gen.sources.formats.page import is_called_index
from site_gen.sources.shape.header_roles import role_of


def _read(document: str, name: str) -> list[tuple[str, tuple[str, ...], str]]:
    found = importing.read(document.encode(), name, source="mine").entries
    return [(entry.name, tuple(entry.also), entry.text) for entry in found]


@each_row("header, role", [
    ("Word we use", "name"),
    ("The term our team uses", "name"),
    ("What we call it", "name"),
    ("Wir sagen", "name"),
    ("So heißt es bei uns", "name"),
    ("Nous disons", "name"),
    ("Nosotros decimos", "name"),
    ("Мы говорим", "name"),
    ("Users also use", "also"),
    ("Guests also say", "also"),
    ("Use instead", "see"),
])  # fmt: skip
def test_headers_that_tell_who_says_it(header: str, role: str) -> None:
    assert role_of(header) == role


@each_row("inside, others", [
    ("short for binary digit", ("binary digit",)),
    ("an abbreviation of binary digit", ("binary digit",)),
    ("Kurzform von Binärziffer", ("Binärziffer",)),
    ("contraction de chiffre binaire", ("chiffre binaire",)),
    ("sigla de dígito binario", ("dígito binario",)),
    ("skrót od cyfra binarna", ("cyfra binarna",)),
])  # fmt: skip
def test_brackets_tell_what_a_short_form_stands_for(inside: str, others: tuple[str, ...]) -> None:
    document = (
        f"# Glossary\n\n**BIT ({inside})**: the least of all data.\n\n**Byte**: eight of them in a row.\n"
    )
    assert _read(document, "words.md")[0] == ("BIT", others, "the least of all data.")


def test_bold_words_end_before_the_bracket_that_they_opened() -> None:
    document = (
        "# Glossary\n\n**Code PIN (number of the card**): four digits.\n\n**Card**: what one pays with.\n"
    )
    assert _read(document, "words.md")[0] == ("Code PIN", ("number of the card",), "four digits.")


@each_row("also", ["named guest", "called party", "termed loan"])
def test_participles_begin_names_as_well(also: str) -> None:
    document = f"glossary:\n  Key person:\n    definition: Whom we ring first.\n    aka: {also}\n  Desk:\n    definition: Where we sit.\n    aka: []\n"
    assert _read(document, "words.yaml")[0] == ("Key person", (also,), "Whom we ring first.")


def test_word_classes_behind_names_over_fields() -> None:
    parts = (
        f"{name},n. f.\n\nDomaine : Port.\n\n{more}Définition : {text}\n"
        for name, more, text in (
            ("amarre", "", "Un cordage qui tient le bateau."),
            ("bouée", "Synonyme : flotteur, n. m.\n\n", "Un corps qui flotte sur une chaîne."),
            ("cale", "", "Une pente qui descend dans la mer."),
            ("darse", "Abréviation : DRS.\n\n", "Un bassin entre deux quais."),
        )
    )
    found = _read("# Vocabulaire\n\n" + "\n".join(parts), "mots.md")
    assert [(name, also) for name, also, _ in found] == [
        ("amarre", ()), ("bouée", ("flotteur",)), ("cale", ()), ("darse", ("DRS",)),
    ]  # fmt: skip


def test_a_list_of_notes_with_other_names_is_no_term_itself() -> None:
    front = "---\ntitle: Glossary\naliases: [words, terms]\n---\n\n"
    document = f"{front}# Glossary\n\nAll our words.\n\n## Sea\n\n- **Berth** — a place for a boat.\n- **Buoy** — a float.\n"
    assert [name for name, _, _ in _read(document, "glossary.md")] == ["Berth", "Buoy"]


def test_a_text_below_a_short_name_that_is_indented_as_the_others() -> None:
    document = (
        "WORDS OF THE CREW                          Rev. 2\n\nANCHOR WATCH (AW)\n        Who looks after the boat at night,\n"
        "        hour by hour.\n\nBOOM\n        The pole under the sail.\n\nCLEW\n        The corner of a sail that points\n"
        "        to the stern.\n"
    )
    assert [name for name, _, _ in _read(document, "words.txt")] == ["ANCHOR WATCH", "BOOM", "CLEW"]


def test_a_title_far_from_the_number_of_its_page_is_no_entry() -> None:
    lines = ("Berth ....... A place for a boat.\nBuoy ........ A float on a chain.\nCleat ....... A hook for ropes.\n",
             "Harbour handbook                                    Page 7\n",
             "Dues ........ The price of a night.\nFender ...... A cushion at the wall.\n")  # fmt: skip
    found = _read("GLOSSARY\n\n" + "\n".join(lines), "words.txt")
    assert [name for name, _, _ in found] == ["Berth", "Buoy", "Cleat", "Dues", "Fender"]


@each_row("name", ["_sablon.md", "_Vorlage.md", "Term template.md", "_modèle.md", "plantilla.md"])
def test_templates_of_folders_in_other_languages(name: str) -> None:
    import io
    import zipfile

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(f"words/{name}", "---\ntitle: Name\naliases: []\n---\n\nA sentence.\n")
        for term in ("Berth", "Buoy", "Cleat"):
            archive.writestr(f"words/{term}.md", f"---\ntitle: {term}\naliases: []\n---\n\nA thing at sea.\n")
    found = importing.read(made.getvalue(), "words.zip", source="mine").entries
    assert [entry.name for entry in found] == ["Berth", "Buoy", "Cleat"]


@each_row("lines, names", [
    (5, ["Berth", "Buoy", "Cleat", "Dues", "Fender", "Mooring", "Quay"]),
    (3, ["Berth", "Buoy", "Cleat", "Mooring", "Quay"]),
])  # fmt: skip
def test_pairs_of_paragraphs_behind_a_list(lines: int, names: list[str]) -> None:
    listed = [f"* **{one}** A thing that one finds at sea.\n" for one in names[:lines]]
    pairs = "Mooring\n\nA rope that holds a boat. It is checked.\n\nQuay\n\n[Port] The wall at the water.\n"
    found = _read("# Glossary\n\n" + "\n".join([*listed, pairs]), "words.md")
    assert [name for name, _, _ in found] == names


@each_row("sign", [" — ", ": ", " = ", "\t"])
def test_a_sign_parts_names_from_texts_that_end_with_brackets(sign: str) -> None:
    words = ("ABR", "Average berth rate (price of one night)"), ("OCC", "Occupied berths (share of all)")
    more = ("PPN", "Price per night (of all berths)"), ("RPB", "Revenue per berth (in a month)")
    document = "Harbour glossary\n\n" + "\n".join(f"{short}{sign}{text}" for short, text in (*words, *more))
    assert [name for name, _, _ in _read(document, "words.txt")] == ["ABR", "OCC", "PPN", "RPB"]


def test_a_badge_behind_a_bold_name_is_no_part_of_the_text() -> None:
    items = "".join(
        f'<li><strong>{name}</strong> <span class="badge">New</span><br>A thing at sea.</li>'
        for name in ("Berth", "Buoy")
    )
    found = _read(f"<h1>Glossary</h1><ul>{items}</ul>", "words.html")
    assert found == [("Berth", (), "A thing at sea."), ("Buoy", (), "A thing at sea.")]


@each_row("name", ["Guest(s)", "Marinero(s)", "Activador(es)", "Bateau(x)"])
def test_endings_in_brackets_are_no_other_names(name: str) -> None:
    document = f"# Glossary\n\n**{name}**: who comes to the harbour.\n\n**Berth**: a place for a boat.\n"
    assert _read(document, "words.md")[0][:2] == (name, ())


def test_a_file_that_is_called_a_glossary_is_not_doubted() -> None:
    lines = ("**Start date**: The day on which we open. We write to you before.",
             "**Dues**: You pay them each month, and we may ask you for more.",
             "**Agents**: The company that owns the wall. We cannot ring them for you.")  # fmt: skip
    assert len(_read("\n\n".join(lines), "glossary.md")) == 3


def test_headings_that_address_readers_stand_in_their_place_in_the_alphabet() -> None:
    terms = ("Berth", "Buoy", "Pay as you go", "Quay", "Rendez-vous", "Slip")
    document = "# Glossary\n\n" + "\n\n".join(f"## {term}\n\nA thing at sea." for term in terms)
    assert [name for name, _, _ in _read(document, "words.md")] == list(terms)


@each_row("text, joined", [
    ("O serviço que recebe os pedidos é\n            o Balcão do porto.", "O serviço que recebe os pedidos é o Balcão do porto."),
    ("Ein Rahmen namens DOCK-\n            modell der Werft.", "Ein Rahmen namens DOCK-modell der Werft."),
])  # fmt: skip
def test_words_at_the_edges_of_lines(text: str, joined: str) -> None:
    document = f"Glossary\n\nBalcão .... {text}\nCais ...... The wall at the water.\nDoca ...... A basin with two gates.\n"
    assert _read(document, "words.txt")[0] == ("Balcão", (), joined)


def test_wrapped_texts_whose_lines_look_like_names() -> None:
    document = (
        "Glossary\n\n"
        "Berth: a place where a boat lies for a night or for a whole year.\n\n"
        "Dues: what a night costs. We have two prices for those who stay long,\n"
        "Small boats: ten a night, and great ones: twenty for each night of stay.\n\n"
        "Fender: a cushion that hangs between the wall and the side of a boat.\n\n"
        "Quay: the wall along which boats lie, and where cars may stop as well.\n"
    )
    assert [name for name, _, _ in _read(document, "words.txt")] == ["Berth", "Dues", "Fender", "Quay"]


TERMS = ("Berth", "Buoy", "Quay", "Slip", "Tug")
ASKING = "Questions? Write to the harbour desk at desk@example.org."


@each_row("document, name", [
    ("# Glossary\n\n" + "\n\n".join(f"## {term}\n\nA thing at sea." for term in TERMS)
     + "\n\n## Contact\n\nWrite to the desk.\n", "words.md"),
    ("# Glossary\n\n" + "\n\n".join(f"## {term}\n\nA thing at sea." for term in reversed(TERMS))
     + "\n\n## Noch Fragen?\n\n## Kontakt\n\nWir helfen: 555-0170.\n", "words.md"),
    ("GLOSSARY\n\n" + "\n\n".join(f"{term}\n\nA thing that is at sea." for term in TERMS) + f"\n\n{ASKING}\n", "words.txt"),
    ("GLOSSARY\n\nSEA\n" + "".join(f"\t{term}\n\t\tA thing that is at sea.\n" for term in TERMS)
     + f"LAND\n\tShed\n\t\tA house for boats.\n\n{ASKING}\n", "words.txt"),
])  # fmt: skip
def test_a_last_part_that_tells_whom_to_ask_changes_nothing(document: str, name: str) -> None:
    found = [one for one, _, _ in _read(document, name)]
    assert set(found) - {"Shed"} == set(TERMS)


def test_a_contact_in_its_place_in_the_alphabet_is_a_term() -> None:
    terms = ("Berth", "Buoy", "Contact")
    document = "# Glossary\n\n" + "\n\n".join(f"## {term}\n\nA thing that the desk counts." for term in terms)
    assert [name for name, _, _ in _read(document, "words.md")] == list(terms)


def test_a_text_that_is_indented_as_a_whole_and_has_hard_blanks() -> None:
    lines = (
        "GLOSSARY",
        "",
        "Berth .... A place.\u00a0It costs money.",
        "Buoy ..... A float.",
        "Quay ..... A wall.",
    )
    found = _read("\n".join(f"    {line}" if line else "" for line in lines), "words.txt")
    assert found[0] == ("Berth", (), "A place. It costs money.") and len(found) == 3


def test_a_translation_above_an_example_is_the_text() -> None:
    terms = ("Berth", "Причал"), ("Buoy", "Буй"), ("Quay", "Набережная"), ("Slip", "Слип")
    items = (f"1. **{own}** — {other}\n   * *Example:* They stay at it.\n" for own, other in terms)
    found = _read("# English-Russian words of the harbour\n\n" + "\n".join(items), "words.md")
    assert [(name, also) for name, also, _ in found] == [(own, ()) for own, _ in terms]
    assert all(text.startswith(other) for (_, _, text), (_, other) in zip(found, terms, strict=True))


def test_headings_over_paragraphs_in_two_scripts_are_the_names() -> None:
    texts = "Space に入ったもの。", "Rollback の結果。", "Map の部品。", "Log の行。"
    heads = "Shard", "Replica", "Tenant", "Trace"
    parts = (f"## {head}\n\n{text}\n" for head, text in zip(heads, texts, strict=True))
    found = _read("# 用語集\n\n" + "\n".join(parts), "words.md")
    assert [name for name, _, _ in found] == list(heads)


def test_a_short_form_among_others_is_no_header() -> None:
    rows = (("AAS", "Abdominal acute series"), ("ABG", "Arterial blood gases"), ("ACS", "Acute coronary syndrome"),
            ("AD", "Autonomic dysreflexia"), ("ADL", "Activities of daily living"))  # fmt: skip
    found = _read("".join(f"{short}\t{long}\n" for short, long in rows), "medical_abbreviations.txt")
    assert [name for name, _, _ in found] == [short for short, _ in rows]


def test_a_page_of_markdown_that_takes_components_shows_no_imports() -> None:
    document = (
        "---\ntitle: Glossary\n---\n\nimport Figure from '@site/src/Figure';\n\n"
        "## Berth\n\nA place for a boat.\n\n<Figure src='/berth.png' />\n\n## Buoy\n\nA float on a chain.\n"
    )
    assert _read(document, "glossary.md") == [
        ("Berth", (), "A place for a boat."),
        ("Buoy", (), "A float on a chain."),
    ]


@each_row("title, told", [
    ("Main Page", True), ("Hauptseite", True), ("Заглавная страница", True), ("_modelo", True), ("modelo", False),
    ("Ana sayfa", True), ("Main pager", False), ("Mall", False),
])  # fmt: skip
def test_first_pages_of_wikis_and_templates(title: str, told: bool) -> None:
    assert is_called_index(title) is told


def test_a_topic_in_the_last_rows_of_a_table_is_no_note_about_it() -> None:
    rows = (("Port", "Berth", "A place."), ("Port", "Buoy", "A float."),
            ("Changes", "Tide", "What moves:<ul><li>the sea</li><li>the boats</li></ul>"), ("Changes", "Storm", "A wind."))  # fmt: skip
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
    table = f"<h1>Glossary</h1><table><tr><th>Subject</th><th>Term</th><th>Meaning</th></tr>\n{cells}</table>"
    assert [name for name, _, _ in _read(table, "words.html")] == ["Berth", "Buoy", "Tide", "Storm"]


def test_a_name_that_stands_only_in_its_anchor() -> None:
    document = (
        "= Glossary\n\n[[BRT]]Berth:: A place.\n\n[[QW]]:: A wall.\n\n[[TG,Tug]]:: A boat that pulls.\n"
    )
    assert [name for name, _, _ in _read(document, "words.adoc")] == ["Berth", "QW", "TG"]


def test_signs_tell_names_apart_where_the_texts_differ_in_them_only() -> None:
    document = "Term,Definition\nweak knot,a loose knot\nweak* knot,a loose* knot\nhitch,a knot on a post\n"
    assert [name for name, _, _ in _read(document, "words.csv")] == ["weak knot", "weak* knot", "hitch"]


@each_row("file, told", [("harbour-glossary.md", False), ("harbour.md", True)])
def test_a_refused_file_is_not_told_to_be_called_what_it_is_called(file: str, told: bool) -> None:
    heads = "Installation", "Configuration", "Usage", "License"
    document = "".join(f"## {head}\n\n一回の結果。\n\n" for head in heads)
    problems = importing.read(f"# 用語集\n\n{document}".encode(), file, source="mine").problems
    assert [problem.code for problem in problems] == ["import-nothing"]
    assert ("'glossary'" in problems[0].hint) is told
