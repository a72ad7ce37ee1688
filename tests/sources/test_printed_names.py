"""What stands around a name, and what of a text is no definition, in every format."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing


def read(document: str, filename: str = "glossary.txt") -> importing.Imported:
    return importing.read(document.encode(), filename, source="mine")


@each_row("printed", ["cold (adj.)", "cold (adj)", "cold [adjective]", "cold, adj.", "cold adj."])
def test_a_word_class_is_no_part_of_a_name(printed: str) -> None:
    found = read(f"{printed}: Said of a handover without a briefing.\nQueue: All that wait.\n")
    assert found.entries[0].name == "cold"
    assert any(one.why == "word class" for one in found.skipped)


@each_row("name", ["Plan B", "Agent (software)", "Type (n)umber", "N", "(v)"])
def test_other_signs_of_a_name_stay(name: str) -> None:
    found = read(f"{name}: One of many things.\nQueue: All that wait.\nWell: Deep water.\n")
    assert name in [entry.name for entry in found.entries]


def test_word_classes_after_a_bold_name_are_no_part_of_the_text() -> None:
    found = read("**backlog** *noun*\nAll cases.\n\n**escalate** *verb*\nTo hand on.\n", "glossary.md")
    assert [(e.name, e.text) for e in found.entries] == [
        ("backlog", "All cases."),
        ("escalate", "To hand on."),
    ]


def test_brackets_between_a_bold_name_and_a_full_stop_belong_to_the_name() -> None:
    text = "**Fundus.** Ort für Kostüme.\n\n**Generalprobe** (auch Hauptprobe). Letzte Probe.\n\n**Pult.** Ein Tisch.\n"
    found = read(text, "glossar.md")
    told = [(e.name, e.also, e.text) for e in found.entries]
    assert told[1] == ("Generalprobe", ("Hauptprobe",), "Letzte Probe.")


def test_numbers_of_senses_are_no_part_of_a_name() -> None:
    found = read("Handover (1): Handing on.\nHandover (2): The end of a shift.\nLevel (1): A floor.\n")
    assert [e.name for e in found.entries] == ["Handover", "Handover (2)", "Level (1)"]


@each_row("printed, name, also", [
    ("Stock, FG", "Stock", ("FG",)),
    ("Scolaire, SCO", "Scolaire", ("SCO",)),
    ("Run, runner", "Run", ("runner",)),
    ("Pump, pumped out", "Pump", ("pumped out",)),
    ("Étude, études", "Étude", ("études",)),
    ("Bus, ISO 118, lines", "Bus", ("ISO 118", "lines")),
    ("Transfer, warm", "Transfer, warm", ()),
    ("Smith, John", "Smith, John", ()),
    ("Johnson, John", "Johnson, John", ()),
    ("Austin, UK", "Austin, UK", ()),
    ("Case, case file", "Case, case file", ()),
    ("Name, street, town", "Name, street, town", ()),
    ("Dead/ Out / Gone", "Dead", ("Out", "Gone")),
    ("Dead/Out/ Gone", "Dead", ("Out", "Gone")),
    ("Dead/Out/Gone", "Dead/Out/Gone", ()),
    ("Inbound/outbound call", "Inbound/outbound call", ()),
    ("HAT (highest astronomical tide, höchster Stand)", "HAT", ("highest astronomical tide", "höchster Stand")),
    ("LOA (length over all; Länge)", "LOA", ("length over all", "Länge")),
    ("LOA (length over all, law)", "LOA", ("length over all, law",)),
    ("LOA (length over all, e.g. of a boat)", "LOA", ("length over all, e.g. of a boat",)),
    ("RGB (red, green, blue)", "RGB", ("red, green, blue",)),
])  # fmt: skip
def test_commas_and_slashes_part_names_where_both_sides_are_names(
    printed: str, name: str, also: tuple[str, ...]
) -> None:
    found = read(f"# Glossary\n\n**{printed}**: One of many things.\n\n**Queue**: All that wait.\n", "g.md")
    assert (found.entries[0].name, found.entries[0].also) == (name, also)


def test_abbreviations_after_commas_that_only_turn_names_round_stay() -> None:
    turned = (
        "Cable, HDMI: A line.\nCable, spare: Another.\nTransfer, warm: A call.\nTransfer, cold: One more.\n"
    )
    assert read(turned).entries[0].name == "Cable, HDMI"
    repeated = "Austin, TX: One office.\nDallas, TX: Another.\nQueue: All that wait.\n"
    assert [e.name for e in read(repeated).entries] == ["Austin, TX", "Dallas, TX", "Queue"]


def test_words_in_brackets_that_repeat_tell_terms_apart() -> None:
    found = read(
        "Bank (river): The side.\nBank (money): A house.\nLead (handler): Who leads.\nOwner: Who owns.\n"
    )
    assert [(e.name, e.also) for e in found.entries] == [
        ("Bank (river)", ()), ("Bank (money)", ()), ("Lead", ("handler",)), ("Owner", ()),
    ]  # fmt: skip


@each_row(
    "text, kept, also",
    [
        ("The hours.\n\nAlso known as: ring-back time, CBH", "The hours.", ("ring-back time", "CBH")),
        ("The hours. Also called slot time.", "The hours. Also called slot time.", ("slot time",)),
        ("The hours. (also: ring-back time)", "The hours.", ("ring-back time",)),
        ("The hours.\n\nOn dit aussi : plage de rappel", "The hours.", ("plage de rappel",)),
        ("The hours.\n\n* *aka* ring-back time, slot", "The hours.", ("ring-back time", "slot")),
        ("The hours.\n\n- Também chamado de: ring-back time", "The hours.", ("ring-back time",)),
        ("The hours.\n\nExample: We ring at nine.", "The hours.", ()),
        ("The hours. Example: we ring at nine.", "The hours. Example: we ring at nine.", ()),
        ("The hours. Also the field on the form.", "The hours. Also the field on the form.", ()),
        ("The hours. Also called a mess of lines.", "The hours. Also called a mess of lines.", ()),
    ],
)
def test_parts_of_a_text_that_do_not_define(text: str, kept: str, also: tuple[str, ...]) -> None:
    found = read(f"## Callback window\n\n{text}\n\n## Owner\n\nThe owner is a person.\n", "glossary.md")
    assert (found.entries[0].text, found.entries[0].also) == (kept, also)


@each_row(
    "line, is_entry",
    [
        ("**Note:** a text in a case that only colleagues read.", True),
        ("**Note:** A ring-back is never promised for a Sunday.", False),
        ("**Note:** A queue with nobody in it.", False),
        ("**Note:** Only on weekdays.", False),
    ],
)
def test_a_line_with_the_label_of_a_part_may_be_a_term(line: str, is_entry: bool) -> None:
    lines = ("**Ticket:** what a person wants.", "**Hold:** waiting on the line.", "**Queue:** all that wait.", line,
             "**Macro:** an answer that is kept.")  # fmt: skip
    found = [entry.name for entry in read("# Words\n\n" + "\n\n".join(lines), "glossary.md").entries]
    assert found == ["Ticket", "Hold", "Queue", *(["Note"] * is_entry), "Macro"]


@each_row("text, count", [("A case to learn from.", 3), ("We ring at nine.", 2)])
def test_a_last_heading_called_example_may_be_a_term(text: str, count: int) -> None:
    found = read(
        f"# Words\n\n## Hold\n\nWaiting.\n\n## Queue\n\nAll that wait.\n\n## Example\n\n{text}\n", "words.md"
    )
    assert len(found.entries) == count


def test_numbers_of_rows_are_no_names() -> None:
    said = "Concept,FR,EN,Definition\nc1,file,queue,All that wait.\nc2,attente,hold,Waiting on the line.\nc4,appel,call,Talking.\n"
    assert [(e.name, e.also) for e in read(said, "words.csv").entries] == [
        ("queue", ()),
        ("hold", ()),
        ("call", ()),
    ]


@each_row("form", ["<{}> {}", "[{}] {}", '"{}" {}', "«{}» — {}", "„{}“ {}"])
def test_names_in_signs_before_their_texts(form: str) -> None:
    said = [
        ("Callback window", "The hours to ring."),
        ("Case owner", "Who answers."),
        ("Queue", "All that wait."),
    ]
    found = read("\n".join(form.format(*pair) for pair in said))
    assert [(entry.name, entry.text) for entry in found.entries] == said


def test_a_list_quoted_in_a_mail() -> None:
    mail = (
        "From: Dana <dana@example.org>\nTo: Sam <sam@example.org>\nSubject: words\n\nHi Sam,\nhere they are.\n\n"
        "> Callback window: The hours to ring.\n> Case owner: Who answers.\n>\n> Queue: All that wait.\n\nBest,\nDana\n"
    )
    found = read(mail)
    assert [(entry.name, entry.text) for entry in found.entries] == [
        ("Callback window", "The hours to ring."), ("Case owner", "Who answers."), ("Queue", "All that wait."),
    ]  # fmt: skip
    assert {"head of a mail", "greeting", "end of a letter"} <= {one.why for one in found.skipped}


def test_reference_numbers_are_no_entries() -> None:
    assert not read("Reference: BW-55120\nAccount: 7781 0021\nDate: 2 May 2021\n").entries


SAID_OF = ("Ausgleich (von Konten)", "Alternative (à un composant)", "Aval (del cliente)")


@each_row("name", SAID_OF)
def test_brackets_that_begin_with_a_preposition_are_no_other_name(name: str) -> None:
    [entry] = read(f"{name}: What the desk writes down.\n\nCase owner: Who answers.\n").entries[:1]
    assert (entry.name, entry.also) == (name, ())


ARTICLES = (
    ("Words of ships", ("Anchor light a white light", "Fender a soft cushion", "Galley the kitchen", "Hawser a thick rope")),
    ("Glossar", ("Kette die Fäden, die längs laufen", "Litze ein Draht mit Öse", "Rapport die kleinste Einheit", "Schuss der Faden")),
    ("Lexique", ("Avoir un montant rendu", "Bon de livraison le papier du colis", "Devis le prix annoncé", "Reçu la preuve")),
)  # fmt: skip


@each_row("title, lines", ARTICLES)
@each_row("mark", ("- ", ""))
def test_an_article_may_begin_the_text_of_a_line_without_signs(
    title: str, lines: tuple[str, ...], mark: str
) -> None:
    found = read(
        f"# {title}\n\n" + "\n".join(f"{mark}{line}" for line in lines)
        if mark
        else f"{title}\n\n" + "\n".join(lines)
    )
    assert [f"{entry.name} {entry.text}" for entry in found.entries] == list(lines)


def test_what_readers_are_asked_to_do_is_no_entry() -> None:
    lines = (
        "Read the manual first.",
        "Add a term to the list.",
        "Open a ticket for it.",
        "Close the ticket after it.",
    )
    assert not read("# Glossary\n\n" + "\n".join(f"- {line}" for line in lines)).entries


@each_row("said, also", [
    ("engl. quay", ("quay",)),
    ("engl.: quay", ("quay",)),
    ("en: quay", ("quay",)),
    ("frz. quai", ("quai",)),
    ("Abk.: KM", ("KM",)),
    ("syn. Mole", ("Mole",)),
    ("(auch Mole, Pier)", ("Mole", "Pier")),
    ("Kai: klein", ("Kai: klein",)),
    ("AND gate", ("AND gate",)),
])  # fmt: skip
def test_a_word_that_introduces_another_name_is_no_part_of_it(said: str, also: tuple[str, ...]) -> None:
    rows = f"<tr><td>Kaimauer<br>{said}</td><td>Eine Wand am Wasser.</td></tr><tr><td>Poller</td><td>Ein Pfosten.</td></tr>"
    page = f"<table><tr><th>Begriff</th><th>Bedeutung</th></tr>{rows}</table>"
    assert read(page, "glossar.html").entries[0].also == also


def test_word_classes_without_a_sign_are_no_part_of_names_that_all_have_one() -> None:
    rows = (("fender", "noun", "A guard."), ("luff", "verb", "To steer."), ("leeward", "adjective", "Away."))
    page = "".join(f"<dt><b>{name}</b> <em>{kind}</em></dt><dd>{text}</dd>" for name, kind, text in rows)
    found = read(f"<h1>Glossary</h1><dl>{page}</dl>", "words.html")
    assert [entry.name for entry in found.entries] == ["fender", "luff", "leeward"]
    grammar = read(
        "Noun: A word for a thing.\nProper noun: A name.\nPhrasal verb: Two words.\nTense: The time.\n"
    )
    assert [entry.name for entry in grammar.entries] == ["Noun", "Proper noun", "Phrasal verb", "Tense"]
