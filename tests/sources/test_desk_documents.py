"""Documents of a desk as people have them: pages of printed manuals, mails, notes, chapters of a handbook."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing


def read(document: str, filename: str = "desk.txt") -> importing.Imported:
    return importing.read(document.encode(), filename, source="mine")


def pairs(document: str, filename: str = "desk.txt") -> list[tuple[str, str]]:
    return [(entry.name, " ".join(entry.text.split())) for entry in read(document, filename).entries]


PAGES = """Line Manual                                                 Page 8 of 9

Abbr.   Full term               Explanation

FDT     First dial tone         The sound before
        of a line               the first digit.

Line Manual                                                 Page 9 of 9

Abbr.   Full term               Explanation

MOH     Music on hold           What callers hear
                                meanwhile.
"""


def test_a_table_of_printed_pages_goes_on_below_their_heads_with_its_headers_once_more() -> None:
    found = read(PAGES).entries
    assert [(entry.name, entry.also, entry.text) for entry in found] == [
        ("FDT", ("First dial tone of a line",), "The sound before the first digit."),
        ("MOH", ("Music on hold",), "What callers hear meanwhile."),
    ]


def test_a_title_with_a_growing_number_is_the_foot_of_a_page() -> None:
    document = "Words of the desk\n\n"
    for page, name in enumerate(("Bank worker", "Garden leave", "Long absence"), 7):
        document += (
            f"{name}. Whoever is called when a colleague is ill.\n\nStaff guide               {page}\n\n"
        )
    assert [name for name, _ in pairs(document)] == ["Bank worker", "Garden leave", "Long absence"]


def test_three_columns_of_running_text_are_read_one_after_the_other() -> None:
    rows = [
        ("Bogie – The frame", "Gang – People who", "Points – Where"),
        ("with wheels.", "mend the track.", "trains turn off."),
        ("", "", ""),
        ("Cess – The path", "Gauge – How far", "Sleeper – It"),
        ("beside the track.", "rails are apart.", "carries the rails."),
    ]
    document = "\n".join(f"{one:<25}{two:<25}{three}".rstrip() for one, two, three in rows)
    assert sorted(pairs(f"Track words\n\n{document}\n")) == [
        ("Bogie", "The frame with wheels."),
        ("Cess", "The path beside the track."),
        ("Gang", "People who mend the track."),
        ("Gauge", "How far rails are apart."),
        ("Points", "Where trains turn off."),
        ("Sleeper", "It carries the rails."),
    ]


NOTE = """Quay words
Monday, March 9, 2026
10:42 AM

{}• Berth (a place for one boat)
{}• Cradle (the frame for a boat on land)
{}• Draft (how deep a boat goes; more when loaded)
{}• Lift-out (the crane takes a boat out)

Created with OneNote.
"""


@each_row("indent", ("", "    "))
def test_a_line_may_be_a_name_with_its_text_in_brackets(indent: str) -> None:
    assert pairs(NOTE.replace("{}", indent)) == [
        ("Berth", "a place for one boat"),
        ("Cradle", "the frame for a boat on land"),
        ("Draft", "how deep a boat goes; more when loaded"),
        ("Lift-out", "the crane takes a boat out"),
    ]


def test_names_with_short_brackets_are_no_names_with_texts() -> None:
    document = "Words of the quay\n\nBerth (BRT)\nCradle (CRD)\nDraft (DRF)\nLift-out (LFT)\n"
    assert not any(entry.text for entry in read(document).entries)


CHAPTERS = (
    ("1. Purpose", "2. Opening hours", "3. Glossary", "4. Contacts"),
    ("Chapter 1   Purpose", "Chapter 2   Opening hours", "Appendix A   Glossary", "Appendix B   Contacts"),
    ("PURPOSE", "OPENING HOURS", "GLOSSARY", "CONTACTS"),
)


@each_row("heads", CHAPTERS)
def test_only_the_chapter_called_a_glossary_of_a_plain_handbook_has_entries(heads: tuple[str, ...]) -> None:
    texts = (
        "This book is for new colleagues. It tells how the desk works.",
        "We open at eight. On Saturdays one of us is on call.",
        "Carrier: The company that runs a ferry.\nStopover: A long break on the way.",
        "Night desk: 01 234 567\nSuppliers: see the shared list",
    )
    body = "\n\n".join(f"{head}\n{text}" for head, text in zip(heads, texts, strict=True))
    assert pairs(f"Ferry desk manual\n\n{body}\n") == [
        ("Carrier", "The company that runs a ferry."),
        ("Stopover", "A long break on the way."),
    ]


LETTER = """Dear all,

here are the words that new colleagues ask for.

Excess
The part of a damage that the customer pays.

Reserve
What we think that a claim will cost.

It gets better with every report.

Salvage
What is left and can be sold.

I will bring printed copies on Monday.

Kind regards
Petra
"""


def test_what_the_writer_of_a_mail_says_of_himself_last_is_no_text() -> None:
    assert pairs(LETTER)[-1] == ("Salvage", "What is left and can be sold.")
    assert pairs(LETTER)[1][1].endswith("It gets better with every report.")


LAST_LINES = (
    "This page was written by the office in May.",
    "If a word is missing, tell Hanne.",
    "Still stuck? Write to desk@shop.example.",
    "-- printed 04.05.2026 --",
)


@each_row("line", LAST_LINES)
def test_last_lines_about_the_page_belong_to_no_entry(line: str) -> None:
    document = "Nursery words\n\nConsent\nA yes in writing.\n\nIt is kept for a year.\n\nRatio\nChildren for each adult.\n\n"
    assert pairs(document + line + "\n")[-1] == ("Ratio", "Children for each adult.")


def test_a_question_for_no_meaning_ends_the_answer_above_it() -> None:
    document = (
        "What is a back order?\nSomething you bought that we lack.\n\nHow do I return an item?\nBring it.\n\n"
        "What is a restocking fee?\nA tenth of the price.\n"
    )
    assert [text for _, text in pairs(document)] == [
        "Something you bought that we lack.",
        "A tenth of the price.",
    ]


def test_items_indented_under_an_item_with_a_text_belong_to_it() -> None:
    document = "Shop words\n\n- Facing: pulling goods to the front\n- Plan: what stands where\n    - comes on Mondays\n- Waste: what is thrown away\n"
    assert pairs(document)[1] == ("Plan", "what stands where comes on Mondays")


def test_one_item_among_others_may_have_another_sign() -> None:
    document = "Dispatch words\n\n• Blue run: with lights\n• Crew: four people\n• PTS – transport booked before\n• Handover: until a bed is free\n• Turnaround: until we are free\n"
    assert ("PTS", "transport booked before") in pairs(document)


def test_a_first_term_called_owner_is_no_note_about_the_list() -> None:
    document = (
        "Flats - what we mean\n\nOwner: The person whose name stands on the lease.\n"
        "Void: A flat without anybody in it.\nSnagging: Looking for small faults.\n"
    )
    assert pairs(document)[0] == ("Owner", "The person whose name stands on the lease.")
    note = document.replace("The person whose name stands on the lease.", "We, the desk, keep these words.")
    assert pairs(note)[0][0] == "Void"


def test_the_sign_of_a_balance_is_a_name() -> None:
    document = (
        "Glossary of the table\n\nGP -- Games played\n+/- -- Goals for less goals against\nPTS -- Points\n"
    )
    assert "+/-" in [name for name, _ in pairs(document)]


def html(body: str) -> list[tuple[str, str]]:
    return pairs(f"<html><body>{body}</body></html>", "desk.html")


def test_abbreviations_in_lines_stand_beside_terms_under_headings() -> None:
    lines = "".join(f"<p>{line}</p>" for line in ("LV – Leistungsverzeichnis", "NU – Nachunternehmer"))
    terms = "".join(
        f"<h2>{name}</h2><p>{text}</p>"
        for name, text in (
            ("Abnahme", "Der Bauherr nimmt die Arbeit an."),
            ("Bürgschaft", "Die Bank haftet für uns."),
            ("Nachtrag", "Angebot für weitere Arbeit."),
            ("Regie", "Arbeit nach Stunden."),
        )
    )
    body = f"<h1>Abkürzungen</h1>{lines}<h1>Begriffe</h1>{terms}"
    assert [name for name, _ in html(body)] == ["LV", "NU", "Abnahme", "Bürgschaft", "Nachtrag", "Regie"]


def test_a_list_below_one_of_several_bold_names_belongs_to_its_text() -> None:
    body = (
        "<h1>Nursery words</h1><p><b>Consent</b>: A yes in writing.</p><p><b>Key person</b>: Who knows a child.</p>"
        "<p><b>Ratio</b>: Children for each adult.</p><ul><li>under two: three</li><li>over two: eight</li></ul>"
        "<p><b>Settling in</b>: The first two weeks.</p><p><b>Term</b>: A third of the year.</p>"
    )
    assert [name for name, _ in html(body)] == ["Consent", "Key person", "Ratio", "Settling in", "Term"]
    assert "under two: three" in html(body)[2][1]


def test_a_mail_may_wish_a_good_day() -> None:
    document = (
        "Bonjour à tous,\n\nVoici le lexique :\n\n– Litige : colis perdu\n– Précommande : achat avant l'arrivée\n"
        "– Réassort : nouvelle livraison\n\nN'hésitez pas à compléter, je le mettrai en ligne.\n\nBonne journée,\nAnne\n"
    )
    assert pairs(document)[-1] == ("Réassort", "nouvelle livraison")


def test_questions_as_items_of_a_list_head_the_paragraphs_below_them() -> None:
    asked = (
        ("Qu’est-ce qu’un avoir ? Donner un exemple.", "Un bon sur le prochain achat."),
        ("Comment rendre un colis ?", "Le poser au guichet."),
        ("Qu’est-ce qu’une relance ?", "Un courrier après l’échéance."),
        ("Qu’est-ce qu’un devis ?", "Un prix annoncé par écrit."),
    )
    body = "".join(f"<ol><li>{question}</li></ol><p>{answer}</p>" for question, answer in asked)
    assert html(f"<h1>Glossaire</h1>{body}") == [
        ("avoir", "Un bon sur le prochain achat."),
        ("relance", "Un courrier après l’échéance."),
        ("devis", "Un prix annoncé par écrit."),
    ]


def test_a_long_list_of_names_is_refused_though_some_look_like_texts_of_others() -> None:
    names = [f"Tool {letter}" for letter in "abcdefghijklmnopqrstuvwxy"]
    found = read("\n".join([*names, "CSV", "d3.js", "Engine", "back-end"]) + "\n", "glossary.txt")
    assert not found.entries
    assert (
        "list of names" in found.problems[-1].message or "names without texts" in found.problems[-1].message
    )


def test_rows_between_tabs_may_have_line_breaks_in_their_cells() -> None:
    rows = [
        f"Term {letter}\tWhat people call it at desk {letter}.\tNote\tSource"
        for letter in "abcdefghijklmnopqrstuvw"
    ]
    rows.insert(4, 'Term x\t"One part,\nand another."\tNote\tSource')
    found = pairs("\n".join(rows) + "\n", "glossary.txt")
    assert len(found) == 24
    assert ("Term x", "One part, and another.") in found


OTHER_PAPERS = (
    "<table><tr><td>Actor</td><td>Clerk at the desk</td></tr><tr><td>Precondition</td><td>The clerk is logged in</td></tr>"
    "<tr><td>Main flow</td><td>The clerk opens a case</td></tr><tr><td>Postcondition</td><td>The case is open</td></tr></table>",
    "<p><b>Abel, A. (2011).</b> Queues in shops. Berlin.</p><p><b>Berg, B. (2014).</b> Waiting. Oslo.</p>"
    "<p><b>Desk Group. (2019).</b> Report on calls. Rome.</p>",
)


@each_row("body", OTHER_PAPERS)
def test_use_cases_and_lists_of_works_are_no_glossaries(body: str) -> None:
    assert not html(f"<h1>Opening a case</h1>{body}")


def test_numbers_of_questions_and_labels_of_answers_are_no_part_of_entries() -> None:
    document = (
        "Quiz de la boutique\n\n1) Qu’est-ce qu’un avoir ?\nR : Un bon sur le prochain achat.\n\n"
        "2) Comment rendre un colis ?\nR : Le poser au guichet.\n\n3) Qu’est-ce qu’une relance ?\nR : Un courrier.\n"
    )
    assert pairs(document) == [("avoir", "Un bon sur le prochain achat."), ("relance", "Un courrier.")]


COLUMNS = [
    ("ACR", "Actual reading", "What is on the meter"),
    ("", "of a customer", "when somebody looks."),
    ("COT", "Change of tenancy", "One moves in."),
    ("EAC", "Estimated annual", "How much is used"),
    ("", "consumption", "in a year."),
    ("PSR", "Priority register", "Who needs help."),
]


@each_row("between", ("\n", "\n\n"))
def test_cells_of_columns_without_headers_go_on_below_them(between: str) -> None:
    rows: list[str] = []
    for short, long, text in COLUMNS:
        line = f"{short:<6}{long:<22}{text}"
        rows.append(line) if short else rows.append(rows.pop() + "\n" + line)
    found = read("Energy glossary\n\n" + between.join(rows) + "\n").entries
    assert {entry.text for entry in found} == {
        "What is on the meter when somebody looks.",
        "One moves in.",
        "How much is used in a year.",
        "Who needs help.",
    }
    assert "Estimated annual consumption" in [name for entry in found for name in (entry.name, *entry.also)]


def test_questions_in_bold_words_that_ask_for_words_are_proof_enough() -> None:
    body = "".join(
        f"<p><b>{question}</b></p><p>{answer}</p>"
        for question, answer in (
            ("What is a zone code?", "Four digits on the white sign above the bay."),
            ("Can I park for somebody else?", "Yes, add the plate under Cars."),
            ("What does “grace period” mean?", "Five minutes before anybody writes."),
        )
    )
    assert [name for name, _ in html(f"<h1>Parking app</h1>{body}")] == ["zone code", "grace period"]
    asks = body.replace("a zone code", "the price").replace("does “grace period” mean", "are your hours")
    assert not html(f"<h1>Parking app</h1>{asks}")


def test_a_table_of_words_to_avoid_beside_one_of_terms_has_no_entries() -> None:
    body = (
        "<h2>Words we use</h2><table><tr><th>Word</th><th>Meaning</th></tr><tr><td>Member</td><td>Who pays.</td></tr>"
        "<tr><td>Freeze</td><td>A pause.</td></tr></table><h2>Others</h2><table><tr><td>Do not say</td>"
        "<td>Say instead</td></tr><tr><td>customer</td><td>member</td></tr><tr><td>cancel</td><td>leave</td></tr></table>"
    )
    assert [name for name, _ in html(f"<h1>Our words</h1>{body}")] == ["Member", "Freeze"]


def test_channel_sender_and_time_of_a_single_message_are_no_entry() -> None:
    entries = (
        ("Cross-dock", "goods go from one lorry to the next without being stored"),
        ("Milk run", "one lorry and many short stops"),
        ("Reefer", "a trailer that cools"),
        ("Tail lift", "a platform at the back that goes up and down"),
    )
    document = "#ask-freight\nFemke Boer\n4:11 PM\nBecause people keep asking :arrow_down:\n"
    assert pairs(document + "".join(f"*{name}*\n{text}\n" for name, text in entries)) == list(entries)


def test_a_line_in_quotes_begins_a_name_where_most_such_lines_do() -> None:
    document = (
        'Returns policy - definitions\n\nIn this policy:\n\n"customer" means any person who has bought a thing from us;\n'
        '"defect" means a fault that was there on the first day;\n"receipt" means a paper that says what was paid;\n'
        '"window" means 30 days from the day after delivery; and\n"credit" means a voucher for any of our branches.\n'
    )
    assert [name for name, _ in pairs(document)] == ["customer", "defect", "receipt", "window", "credit"]


def test_groups_of_abbreviations_that_run_on_behind_commas_are_entries_each() -> None:
    document = (
        "Ward abbreviations\n\nGeneral: NBM = nil by mouth, TTO = to take out, OT = other therapy\n"
        "Times: OD = once a day, PRN = when needed\n"
    )
    assert [name for name, _ in pairs(document)] == ["NBM", "TTO", "OT", "OD", "PRN"]


def test_lines_in_the_middle_above_all_others_are_no_entries() -> None:
    document = (
        "              Know your words\n      A leaflet by the council - autumn 2026\n\nGrievance - a complaint in writing\n"
        "Lieu day - a free day for a holiday\nSteward - who speaks for a team\n"
    )
    assert [name for name, _ in pairs(document)] == ["Grievance", "Lieu day", "Steward"]


def test_two_columns_may_hang_without_blank_lines_between_entries() -> None:
    rows = (
        ("Ageing: storing beer so that", "Fining: making beer clear"),
        ("   it changes", "Foam: what stands on it while"),
        ("Carboy: a bottle of 20 litres", "   it ferments"),
        ("Cask: a barrel without extra", "Lauter: to drain the water"),
        ("   gas", "   off"),
    )
    document = "\n".join(f"{left:<36}{right}" for left, right in rows)
    assert sorted(pairs(f"Brewery glossary\n\n{document}\n")) == [
        ("Ageing", "storing beer so that it changes"),
        ("Carboy", "a bottle of 20 litres"),
        ("Cask", "a barrel without extra gas"),
        ("Fining", "making beer clear"),
        ("Foam", "what stands on it while it ferments"),
        ("Lauter", "to drain the water off"),
    ]


def test_numbered_questions_over_indented_answers_end_each_other() -> None:
    document = (
        "FAQ: the words in your contract\n\n1. What is the notice period?\n   The time until your last day.\n\n"
        "2. Who do I call when I am ill?\n   Your manager, before nine.\n\n3. What is a fixed-term contract?\n"
        "   A contract that ends on a given day.\n"
    )
    assert [text for _, text in pairs(document)] == [
        "The time until your last day.",
        "A contract that ends on a given day.",
    ]


def test_what_somebody_else_answers_in_a_chat_belongs_to_no_entry() -> None:
    document = (
        "Sabine Keller\nGestern 16:20\nFür Jonas, die Begriffe vom Bau:\nAufmaß: was wirklich gemessen wurde\n"
        "Einbehalt: was der Kunde behält\nStundenzettel: muss jeden Freitag unterschrieben sein\n"
        "Jonas Wirth\nGestern 16:31\nsuper, danke!!\n2 Reaktionen\n👍\n"
    )
    assert pairs(document) == [
        ("Aufmaß", "was wirklich gemessen wurde"),
        ("Einbehalt", "was der Kunde behält"),
        ("Stundenzettel", "muss jeden Freitag unterschrieben sein"),
    ]


LETTERS = (
    ("Bună ziua,", "Dacă mai aveți întrebări, sunt la 204.", "Cu stimă,"),
    ("Sziasztok,", "Ha kérdésetek van, hívjatok.", "Üdvözlettel,"),
    ("Olá,", "Amanhã falamos disso na reunião.", "Com os melhores cumprimentos,"),
    ("Добрий день,", "Решту напишу завтра.", "З повагою"),
)


@each_row("letter", LETTERS)
def test_mails_greet_and_end_in_many_languages(letter: tuple[str, str, str]) -> None:
    greeting, last, farewell = letter
    document = (
        f"{greeting}\n\nGlossary:\n\n- Aviz: comes with the goods\n- Ramburs: paid to the courier\n"
        f"- Storno: a bill is undone\n\n{last}\n\n{farewell}\nIoana\n"
    )
    assert pairs(document)[-1] == ("Storno", "a bill is undone")


@each_row(
    "cover",
    [
        "| Item | Content |\n|---|---|\n| Product | Quay app |\n| Version | v1.0 |\n| Updated | 2026-04-17 |\n",
        "| 項目 | 内容 |\n|---|---|\n| 文書名 | 用語集 |\n| 版 | 1.1 |\n| 作成日 | 2026/04/01 |\n",
        "| 항목 | 내용 |\n|---|---|\n| 문서명 | 용어집 |\n| 버전 | 1.1 |\n",
    ],
)
def test_a_table_about_the_document_before_its_entries_has_none(cover: str) -> None:
    body = "### Quay\n\nA place to moor.\n\n### Buoy\n\nA float on a chain.\n\n### Fender\n\nWhat saves the hull.\n"
    found = importing.read(f"# Glossary\n\n{cover}\n{body}".encode(), "glossary.md", source="mine")
    assert [entry.name for entry in found.entries] == ["Quay", "Buoy", "Fender"]
    assert any("about the document" in one.why for one in found.skipped)


def test_terms_called_as_facts_about_a_document_are_entries() -> None:
    first = "| Item | Meaning |\n|---|---|\n| Status | where a case is |\n| Version | one state of a text |\n"
    second = (
        "| Term | Meaning |\n|---|---|\n| Quay | place to moor |\n| Buoy | float |\n| Fender | soft pad |\n"
    )
    found = importing.read(
        f"# Glossary\n\n{first}\n## Harbour\n\n{second}".encode(), "glossary.md", source="mine"
    )
    assert [entry.name for entry in found.entries] == ["Status", "Version", "Quay", "Buoy", "Fender"]


@each_row("head", ["To: all\nFrom: Grace\nDate: 4 Nov 2026", "An: alle\nVon: Grete\nDatum: 4.11.2026"])
def test_the_head_of_a_memo_without_a_subject_is_no_list(head: str) -> None:
    told = {"Over": "more money than there should be", "Short": "less money than that"}
    text = f"MEMO\n\n{head}\n\nPlease use these words:\n\n" + "\n".join(
        f"- {n} – {t}" for n, t in told.items()
    )
    assert dict(pairs(text)) == told
    page = "".join(f"<p>{line}</p>" for line in ("MEMO", *head.split("\n"), "Please use these words:"))
    items = "".join(f"<li><b>{name}</b> – {said}</li>" for name, said in told.items())
    assert dict(pairs(f"{page}<ul>{items}</ul>", "desk.html")) == told
