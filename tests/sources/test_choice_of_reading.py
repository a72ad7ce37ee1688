"""Which reading of a document counts, and which documents are refused although their shape is that of a glossary."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing


def read(document: str, filename: str) -> importing.Imported:
    return importing.read(document.encode(), filename, source="mine")


OTHERS = {
    "steps": "# How to open the desk\n\n## Get the key\n\nAsk the office.\n\n## Switch on the phones\n\nPress the button.\n",
    "versions": "# Changes\n\n## 1.2.0\n\n- Added a queue\n\n## 1.1.0\n\n- Added a window\n",
    "minutes": "# Weekly\n\n## Agenda\n\nQueue, holidays.\n\n## Actions\n\nDana writes.\n\n## Notes\n\nNone so far.\n",
    "design": "# Gate\n\n## Problem\n\nNobody runs it.\n\n## Wire into CI\n\nAdd a job.\n\n## Pin the tools\n\nUse 1.2.\n",
}


@each_row("document", OTHERS.values())
def test_a_document_of_another_kind_is_refused_with_the_reason(document: str) -> None:
    found = read(document, "page.md")
    assert not found.entries
    assert "another kind of document" in found.problems[-1].message
    assert any("another kind of document" in one.why for one in found.skipped)


@each_row("document", OTHERS.values())
def test_the_same_document_called_a_glossary_is_one(document: str) -> None:
    title = document.split("\n")[0]
    assert read(document.replace(title, "# Glossary", 1), "page.md").entries


def test_headings_count_where_colons_in_few_texts_looked_like_names() -> None:
    document = "".join(
        f"<details>\n<summary>{name}</summary>\n\n{text}\n\n</details>\n\n"
        for name, text in [
            ("Ayant droit", "Personne couverte par le contrat d'un autre."),
            ("Délai", "Temps d'attente.\n\nOn dit aussi : stage."),
            ("Tiers payant", "Le patient n'avance pas les frais : la mutuelle paie."),
            ("Ticket", "Part du prix qui reste à payer."),
        ]
    )
    found = read(f"# Lexique\n\n{document}", "lexique.md")
    assert [entry.name for entry in found.entries] == ["Ayant droit", "Délai", "Tiers payant", "Ticket"]
    assert found.entries[1].also == ("stage",)


def test_a_table_with_two_entries_in_a_row() -> None:
    document = "| Word | Meaning | Word | Meaning |\n|---|---|---|---|\n| aft | behind | luff | an edge |\n| bow | front | | |\n"
    found = read(document, "words.md")
    assert {(e.name, e.text) for e in found.entries} == {
        ("aft", "behind"),
        ("luff", "an edge"),
        ("bow", "front"),
    }


@each_row(
    "document",
    [
        '{"bw.title": "Bow", "bw.text": "The front end of a boat.", "st.title": "Stern", "st.text": "The back end of a boat."}',
        '{"nodes": [{"node": {"frontmatter": {"title": "Bow", "aliases": ["nose"]}, "html": "<p>The front end of a boat.</p>"}}, '
        '{"node": {"frontmatter": {"title": "Stern", "aliases": []}, "html": "The back end of a boat."}}]}',
    ],
)
def test_records_by_path_and_in_wrappers(document: str) -> None:
    found = read(document, "glossary.json")
    said = [(entry.name, entry.text) for entry in found.entries]
    assert said == [("Bow", "The front end of a boat."), ("Stern", "The back end of a boat.")]
    assert found.entries[0].also == (("nose",) if "nose" in document else ())


@each_row(
    "shape",
    [
        '{{"{}": [{{"full": "{}", "desc": "{}", "teams": ["quay"]}}]',
        '{{"{}": [{{"meaning": "{}", "explanation": "{}"}}]',
        '{{"{}": {{"meaning": "{}", "explanation": "{}"}}',
    ],
)
def test_names_map_to_lists_with_a_long_form_and_a_text(shape: str) -> None:
    rows = [
        ("ETA", "Estimated time of arrival", "When a boat is to come in."),
        ("LOA", "Length over all", "From the bow to the stern."),
        ("VHF", "Very high frequency", "The radio of a boat."),
    ]
    document = ",".join(shape.format(*row)[0 if index == 0 else 1 :] for index, row in enumerate(rows)) + "}"
    found = read(document, "short.json")
    assert [(one.name, *one.also, one.text) for one in found.entries] == rows


def test_lists_with_names_of_their_own_stand_below_a_letter_or_topic() -> None:
    document = '{"Hull": [{"term": "Keel", "meaning": "The beam below."}], "Deck": [{"term": "Bow", "meaning": "The front end."}], "Sail": [{"term": "Jib", "meaning": "A sail in front."}]}'
    assert [one.name for one in read(document, "glossary.json").entries] == ["Keel", "Bow", "Jib"]


@each_row(
    "document, filename",
    [
        (
            "* Words\n** Quay\n   A place to moor.\n** Buoy\n   A float.\n   - Colour :: red or green\n** Lock\n   A box.\n",
            "a.org",
        ),
        (
            "= Words\n\n== Quay\n\nA place to moor.\n\n== Buoy\n\nA float.\n\nColour:: red or green\n\n== Lock\n\nA box.\n",
            "a.adoc",
        ),
        (
            "<h1>Glossary</h1><h2>Quay</h2><p>A place to moor.</p><h2>Buoy</h2><p>A float.</p><dl><dt>Colour</dt>"
            "<dd>red or green</dd></dl><h2>Lock</h2><p>A box.</p>",
            "a.html",
        ),
    ],
)
def test_a_definition_below_the_text_of_one_heading_among_many_belongs_to_it(
    document: str, filename: str
) -> None:
    found = read(document, filename)
    assert [entry.name for entry in found.entries] == ["Quay", "Buoy", "Lock"]
    assert " ".join(found.entries[1].text.split()) == "A float. Colour: red or green"


def test_definitions_below_one_chapter_among_others_are_the_entries() -> None:
    document = "= Handbook\n\n== Scope\n\nOnly the quay.\n\n== Parking\n\nBehind the hall.\n\n== Hours\n\nFrom six.\n\n"
    found = read(
        f"{document}== Words we use\n\nThese come up.\n\nQuay:: A place to moor.\nBuoy:: A float.\n", "a.adoc"
    )
    assert [entry.name for entry in found.entries] == ["Quay", "Buoy"]


@each_row(
    "document, filename",
    [
        (
            "<glossary><entry><head>Quay</head><abbr>Q</abbr><gloss>A place to moor.</gloss></entry><entry><head>Buoy</head>"
            "<gloss>A float.</gloss></entry><entry><head>Lock</head><gloss>A box.</gloss></entry></glossary>",
            "a.xml",
        ),
        (
            '[{"head": "Quay", "abbr": "Q", "gloss": "A place to moor."}, {"head": "Buoy", "gloss": "A float."}, '
            '{"head": "Lock", "gloss": "A box."}]',
            "a.json",
        ),
    ],
)
def test_an_abbreviation_that_one_record_has_is_not_the_name_of_all(document: str, filename: str) -> None:
    found = read(document, filename)
    assert [(one.name, one.also) for one in found.entries] == [("Quay", ("Q",)), ("Buoy", ()), ("Lock", ())]


def test_a_curriculum_vitae_in_latex_is_no_glossary() -> None:
    document = "\\section{Work}\n\\begin{itemize}\n\\item \\textbf{Analyst}: wrote reports.\n\\item \\textbf{Clerk}: sold shoes.\n\\end{itemize}\n"
    assert not read(document, "me.tex").entries


@each_row("document", [
    "\\section{Work}\n\\entry{Clerk}{A shop in Kiel}\n\\entry{Baker}{A bakery in Lübeck}\n\\entry{2021}{Cook of soups}\n",
    "\\section{Talk}\n\\term{queue}{a line of cases} is one word.\n\\term{stack}{a heap of cases} is one more.\n",
    "\\glossaryentry{Queue?\\glossentry{queue}}{1}\n\\glossaryentry{Stack?\\glossentry{stack}}{2}\n",
])  # fmt: skip
def test_macros_with_two_arguments_in_latex_are_no_entries_by_themselves(document: str) -> None:
    assert not read(document, "me.tex").entries


def test_an_invoice_in_json_is_refused() -> None:
    document = '{"customer": {"name": "Hafen"}, "vat": "1", "lines": [{"description": "Hours", "quantity": 1, "price": 4}]}'
    found = read(document, "invoice.json")
    assert not found.entries
    assert "invoice" in found.problems[-1].message


def test_an_example_under_its_own_heading_is_no_definition() -> None:
    document = "= Glossary\n\n== Breach\n\nA late answer.\n\n.Example\n====\nTwo days.\n====\n\n== Queue\n\nAll that wait.\n"
    found = read(document, "glossary.adoc")
    assert [(e.name, e.text) for e in found.entries] == [
        ("Breach", "A late answer."),
        ("Queue", "All that wait."),
    ]
    assert "Two days." in [one.text for one in found.skipped]


def test_a_reference_in_latex_shows_the_name_of_its_entry() -> None:
    document = (
        "\\newglossaryentry{naive}{name={naïve routing}, description={First come}}\n"
        "\\newglossaryentry{skill}{name={skill}, description={Not \\gls{naive}}}\n"
    )
    assert read(document, "words.tex").entries[1].text == "Not naïve routing"


def test_buttons_head_texts_where_most_of_them_do() -> None:
    page = (
        "<h1>Words</h1><div><button>Callback window <svg></svg></button><p hidden>The hours to ring.</p></div>"
        "<div><button>Case owner</button><div><p>Who answers.</p></div></div><button>Send</button>"
    )
    found = read(page, "words.html")
    assert [(e.name, e.text) for e in found.entries] == [
        ("Callback window", "The hours to ring."), ("Case owner", "Who answers."),
    ]  # fmt: skip


def test_records_by_language_under_a_key_are_one_entry() -> None:
    document = (
        '{"terms": [{"key": "cbw", "translations": {"en": {"name": "Callback window", "text": "The hours to ring."},'
        ' "fr": {"name": "Plage de rappel", "text": "Les heures."}}},'
        ' {"key": "co", "translations": {"en": {"name": "Case owner", "text": "Who answers."},'
        ' "fr": {"name": "Responsable", "text": "La personne."}}}]}'
    )
    found = read(document, "words.json")
    assert [(e.name, e.also, e.text) for e in found.entries] == [
        ("Callback window", (), "The hours to ring."), ("Case owner", (), "Who answers."),
    ]  # fmt: skip
    assert found.entries[1].in_other_languages == {"fr": ("Responsable",)}


def test_an_overview_of_chapters_is_no_glossary() -> None:
    document = "# Handbook\n\n" + "".join(
        f"- **{name}** ({where}) describes how a desk works with what it has.\n"
        for name, where in (("Queues", "@sec-queues"), ("Phones", "Chapter 2"), ("Shifts", "@sec-shifts"), ("Mails", "chapter 4"))
    )  # fmt: skip
    assert not read(document, "index.md").entries


def test_brackets_around_several_names_stay_whole() -> None:
    document = (
        "Term,Meaning\nMemory (STM / LTM),What a desk keeps in mind.\nBow / stem,The front end of a boat.\n"
    )
    found = [(entry.name, entry.also) for entry in read(document, "glossary.csv").entries]
    assert found == [("Memory", ("STM", "LTM")), ("Bow", ("stem",))]


def test_records_with_the_same_few_keys_are_no_glossary_whatever_the_file_is_called() -> None:
    pests = ",".join(
        f'{{"id": "p{n}", "local": "Bug {n}", "science": "Insectum {n}", "state": "kept"}}' for n in range(9)
    )
    document = f'{{"purpose": "Map the words of the farm.", "groups": {{"pests": {{"label": "Pests", "rows": [{pests}]}}}}}}'
    assert not any(
        entry.name in ("id", "local", "state") for entry in read(document, "glossary.json").entries
    )


def test_raw_html_with_a_script_is_no_text() -> None:
    document = '# Words\n\n```{=html}\n<script>\nconst a = "x";\n\nb.Term: c\n</script>\n```\n\n**Bow**: The front end.\n\n**Stern**: The back end.\n'
    assert [entry.name for entry in read(document, "glossary.md").entries] == ["Bow", "Stern"]


def test_lines_about_the_document_are_no_entries() -> None:
    words = ("Agent", "Bundle", "Case", "Desk", "Envelope", "Feed", "Group", "Handover")
    terms = "".join(f"## {word}\n\n{word} is a word of our desk.\n\n" for word in words)
    document = f"# Our words\n\n**Your dictionary**: This glossary explains what we say.\n\n{terms}---\n\n**Version**: 1.0\n\n**Author**: The desk\n"
    found = read(document, "page.md")
    assert [entry.name for entry in found.entries] == list(words)
    assert [one.text for one in found.skipped if one.why == "line about the document"]


BERTHS = [
    ("Guest berth", "A place for boats that stay a night or two."),
    ("Season berth", "A place that one boat has from May to October."),
    ("Dry berth", "A place on land, with a cradle."),
]


@each_row("line", ["- {}\n  {}\n", "1. `{}`\n   {}\n", "* _{}_\n  {}\n"])
def test_items_with_a_name_in_their_first_line(line: str) -> None:
    document = "# Words of the harbour\n\n" + "".join(line.format(*berth) for berth in BERTHS)
    assert [(entry.name, entry.text) for entry in read(document, "page.md").entries] == BERTHS


@each_row(
    "document",
    [
        "# Moor a boat\n\n1. `rope ready`\n   Lays out the ropes.\n2. `rope throw`\n   Throws them ashore.\n3. `rope check`\n   Checks them.\n",
        "# Words of the harbour\n\n- Please send us the words that you miss\n  in this list by mail.\n- We read all mails\n  on Mondays.\n- Thanks\n",
    ],
)
def test_wrapped_items_are_no_names(document: str) -> None:
    assert not read(document, "page.md").entries


ROWS = "".join(
    f"| {word} | What we call {word.lower()} at the pier. |\n"
    for word in ("Bow", "Buoy", "Cleat", "Fender", "Keel", "Mast", "Stern", "Tiller")
)


def test_facts_over_the_first_chapter_of_tables_are_no_entries() -> None:
    facts = "**Kept in:** `docs/words.md`\n**Aim:** one word for one thing\n**Guard:** the harbour office reads it.\n**What this is.** The words of our signs.\n"
    document = f"# Words of the harbour\n\n{facts}\n## Boats\n\n| Term | Meaning |\n|---|---|\n{ROWS}"
    names = [entry.name for entry in read(document, "page.md").entries]
    assert names == ["Bow", "Buoy", "Cleat", "Fender", "Keel", "Mast", "Stern", "Tiller"]
    terms = document.replace("docs/words.md", "the rope of the bow").replace("Kept in", "Painter")
    assert "Painter" in [entry.name for entry in read(terms, "page.md").entries]


def test_files_to_read_next_are_no_entries() -> None:
    more = "\n## See also\n\n- [exam/radio.md](exam/radio.md) — words for the radio.\n- [FLAGS.md](FLAGS.md) — what flags say.\n"
    document = f"# Words of the harbour\n\n## Boats\n\n| Term | Meaning |\n|---|---|\n{ROWS}{more}"
    found = read(document, "page.md")
    assert len(found.entries) == 8
    assert "link to another file" in {one.why for one in found.skipped}


def test_kinds_listed_under_one_of_many_headings_are_part_of_its_text() -> None:
    words = (
        "Guest berth",
        "Season berth",
        "Dry berth",
        "Swing mooring",
        "Pile mooring",
        "Visitor buoy",
        "Fuel berth",
    )
    terms = "".join(
        f"### {word}\n\nA {word.lower()} is a place that the office hands out.\n\n" for word in words
    )
    light = "### Signal lights\n\n- **Red:** Nobody may enter.\n- **Green:** The way is free.\n- **White:** Wait for the call.\n\n"
    fees = "### Fees\n\nA fee is what a boat pays for a night, by its size:\n\n- **Small boats**\n- **Long boats**\n"
    found = read(f"# Words of the harbour\n\n{terms}{light}{fees}", "page.md").entries
    assert [entry.name for entry in found] == [*words, "Signal lights", "Fees"]
    assert "Nobody may enter." in found[-2].text and "Long boats" in found[-1].text


def test_lines_with_colons_below_a_definition_list_are_no_entries() -> None:
    document = (
        "= Words\n\nBerth:: A place for a boat.\n\nBuoy:: A float on a chain.\n\nCleat:: A hook for ropes.\n\n"
        "== Plans\n\nIdea: rather than one list, the office keeps two.\n\nOpen: who prints the second list?\n"
    )
    assert [entry.name for entry in read(document, "words.adoc").entries] == ["Berth", "Buoy", "Cleat"]


def test_anchors_with_an_empty_mark_are_no_part_of_names() -> None:
    document = "= Words\n\n|===\n|Term |Definition\n\n|anchor:buoy[]####buoy |A float.\n\n|anchor:cleat[]####cleat |A hook.\n|===\n"
    assert [entry.name for entry in read(document, "words.adoc").entries] == ["buoy", "cleat"]


def test_items_below_an_item_that_announces_them_are_part_of_its_text() -> None:
    document = (
        "# Words of the harbour\n\n- **Berth** : A place for a boat.\n- **Lights** : The signals at the gate:\n"
        "    - `red` : Nobody may enter.\n    - `green` : The way is free.\n- **Buoy** : A float on a chain.\n"
    )
    found = read(document, "page.md").entries
    assert [entry.name for entry in found] == ["Berth", "Lights", "Buoy"]
    assert "Nobody may enter." in found[1].text and "The way is free." in found[1].text


def test_how_to_use_this_glossary_is_no_entry() -> None:
    terms = "".join(f"**{name}**\n{text}\n\n" for name, text in BERTHS)
    document = f"# Words of the harbour\n\n> **How to use this glossary** Look for a letter.\n\n{terms}"
    assert [entry.name for entry in read(document, "page.md").entries] == [name for name, _ in BERTHS]


def test_a_bold_end_of_a_sentence_is_no_entry() -> None:
    terms = "".join(f"- **{name}** — {text}\n" for name, text in BERTHS)
    document = f"# Words of the harbour\n\n{terms}\n**All who stay a season:**\n**Regulars**.\n"
    assert "Regulars" not in [entry.name for entry in read(document, "page.md").entries]


def test_brackets_of_a_call_stay_in_the_name() -> None:
    rows = '| `findBerth("id")` | Finds a berth. |\n| `crane.lift(boat)` | Lifts a boat. |\n| Guest berth (GB) | A place for a night. |\n'
    found = read(f"| Term | Meaning |\n|---|---|\n{rows}", "glossary.md").entries
    assert [(e.name, e.also) for e in found] == [
        ('findBerth("id")', ()), ("crane.lift(boat)", ()), ("Guest berth", ("GB",)),
    ]  # fmt: skip
