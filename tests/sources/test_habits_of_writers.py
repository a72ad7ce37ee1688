"""How people write lists of words in Markdown and plain text: labels, questions, boxes, notes, bold words."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing


def read(document: str, filename: str = "words.md") -> importing.Imported:
    return importing.read(document.encode(), filename, source="mine")


def pairs(document: str, filename: str = "words.md") -> list[tuple[str, str]]:
    return [(entry.name, " ".join(entry.text.split())) for entry in read(document, filename).entries]


LABELS = [  # of the text, as the writer qualifies it
    "Definition",
    "Short definition",
    "Kurze Erklärung",
    "Définition simple",
    "Definición breve",
    "Krótka definicja",
    "Plain meaning",
]


@each_row("label", LABELS)
def test_a_label_below_a_bold_name_is_no_part_of_it(label: str) -> None:
    document = "## Glossary\n\n" + "\n".join(
        f"**{name}**\n{label}: {text}\nSee: page 4\n"
        for name, text in (
            ("Jetty", "a wall into the sea"),
            ("Pier (landing stage)", "a bridge into it"),
            ("Quay", "a wall beside which ships lie"),
        )
    )
    assert pairs(document) == [
        ("Jetty", "a wall into the sea"),
        ("Pier", "a bridge into it"),
        ("Quay", "a wall beside which ships lie"),
    ]


def test_a_label_with_a_further_word_that_stands_once_may_be_a_term() -> None:
    document = "# Glossary\n\n- Definition query: what a layer shows\n- Layer: one sheet of a map\n"
    assert [name for name, _ in pairs(document)] == ["Definition query", "Layer"]


QUESTIONS = [
    ('What is meant by "dry run"?', "dry run"),
    ('Cosa si intende per "prova a secco"?', "prova a secco"),
    ("Chi è il capoturno?", "capoturno"),
    ("¿Qué se entiende por prueba en seco?", "prueba en seco"),
    ("Qu'entend-on par « essai à sec » ?", "essai à sec"),
    ("Qui est le chef de quart ?", "chef de quart"),
    ("Was ist mit „Trockenlauf“ gemeint?", "Trockenlauf"),
    ("Wofür steht TL?", "TL"),
    ("O que se entende por ensaio?", "ensaio"),
    ("Wat wordt bedoeld met 'proefrit'?", "proefrit"),
    ("Waar staat PR voor?", "PR"),
    ("Wat verstaan we onder proefrit?", "proefrit"),
    ("Co rozumiemy przez „próbę”?", "próbę"),
    ("Kim jest brygadzista?", "brygadzista"),
    ("Vem är skiftledare?", "skiftledare"),
    ("Что понимается под пробой?", "пробой"),
    ("Prova ne anlama gelir?", "Prova"),
]


@each_row("question, name", QUESTIONS)
def test_questions_for_a_meaning_among_others(question: str, name: str) -> None:
    document = (
        f"# FAQ\n\n## What is a gangway?\n\nThe bridge from ship to land.\n\n## {question}\n\n"
        "A start without any load.\n\n## How do I book?\n\nBy phone.\n\n## What is a fender?\n\nA cushion.\n"
    )
    assert [found for found, _ in pairs(document)] == ["gangway", name, "fender"]


@each_row(
    "question",
    ["Qui est concerné ?", "Chi deve pagare?", "Wie ist das Wetter?", "Quem deve assinar?"],
)
def test_questions_that_ask_for_no_meaning(question: str) -> None:
    document = (
        f"# FAQ\n\n## What is a gangway?\n\nThe bridge from ship to land.\n\n## {question}\n\nAll.\n\n"
        "## What is a fender?\n\nA cushion.\n"
    )
    assert [found for found, _ in pairs(document)] == ["gangway", "fender"]


@each_row(
    "titled, bare",
    [
        ('!!! note "{}"\n    {}\n', "!!! danger\n    Keep the door shut.\n"),
        ("> [!NOTE] {}\n> {}\n", "> [!WARNING]\n> Keep the door shut.\n"),
        ("::: tip {}\n{}\n:::\n", "::: warning\nKeep the door shut.\n:::\n"),
    ],
)
def test_a_box_without_a_title_among_those_of_terms_is_a_remark(titled: str, bare: str) -> None:
    boxes = [titled.format(*pair) for pair in (("Lobby", "The first room."), ("Annex", "The house behind."))]
    last = titled.format("Attic", "The room under the roof.")
    found = read("# Words of the house\n\n" + "\n".join([*boxes, bare, last]))
    assert [(entry.name, entry.text) for entry in found.entries] == [
        ("Lobby", "The first room."),
        ("Annex", "The house behind."),
        ("Attic", "The room under the roof."),
    ]
    assert "Keep the door shut." in [skip.text for skip in found.skipped]


def test_notes_inside_of_lines_are_told_and_no_part_of_names_and_texts() -> None:
    found = read(
        "# Glossary\n\n- **Jib**^[front sail]: a small sail.\n- **Boom** ^[see [Mast](#mast)] – a pole.\n\n"
        "| Term | Meaning |\n|---|---|\n| Halyard^[rope] | pulls a sail up^[or down] |\n"
    )
    assert [(entry.name, entry.text) for entry in found.entries] == [
        ("Jib", "a small sail."),
        ("Boom", "a pole."),
        ("Halyard", "pulls a sail up"),
    ]
    notes = [skip.text for skip in found.skipped if skip.why == "footnote"]
    assert notes == ["front sail", "see [Mast](#mast)", "rope", "or down"]


def test_bold_names_that_close_after_a_blank_before_a_text() -> None:
    document = (
        "# Glossar\n\n**Fuge. **Der Spalt zwischen zwei Steinen.\n\n**Mörtel: **was die Steine hält.\n\n"
        "***Sturz. ***Der Balken über einer Tür.\n\n__Zarge. __Der Rahmen einer Tür.\n"
    )
    assert pairs(document) == [
        ("Fuge", "Der Spalt zwischen zwei Steinen."),
        ("Mörtel", "was die Steine hält."),
        ("Sturz", "Der Balken über einer Tür."),
        ("Zarge", "Der Rahmen einer Tür."),
    ]


def test_stars_of_a_product_close_no_bold_name() -> None:
    document = "# Glossary\n\n**Power**: x ** 2 and y **3 are powers.\n\n**Root**: the other way.\n"
    assert [name for name, _ in pairs(document)] == ["Power", "Root"]


def test_rows_of_dots_before_references_and_behind_long_names() -> None:
    document = (
        "Abbreviations\n\nACD ............. Automatic call distribution\nCLI ............. Calling line\n"
        "IVR ............. (see Voice menu)\nVoice menu of the desk ... What a caller hears first\n"
        "Voice menu ...... What is heard first\nZZ .............. The ways to pay:\n"
        "                  cash or card\n"
    )
    assert pairs(document, "short.txt") == [
        ("ACD", "Automatic call distribution"),
        ("CLI", "Calling line"),
        ("Voice menu of the desk", "What a caller hears first"),
        ("Voice menu", "What is heard first"),
        ("ZZ", "The ways to pay: cash or card"),
    ]


AGREED = [  # headings over words that a team has agreed on
    "What we call things from now on",
    "So nennen wir das ab jetzt",
    "Vocabulaire retenu",
    "Cómo llamamos a las cosas",
    "Zo noemen we het voortaan",
    "Jak říkáme věcem (odsouhlaseno)",
    "Jak nazywamy sprawy",
    "Как мы называем дела",
]


@each_row("heading", AGREED)
def test_words_that_a_meeting_has_agreed_on(heading: str) -> None:
    document = (
        "# Tuesday round\n\n**Present:** Mia, Jo\n\n## 1. Figures\n\n- Two people are ill.\n- It was a quiet week.\n\n"
        f"## 2. {heading}\n\n- **Rush** – dock, kter\n- **Lull** – quiet hour\n- **Relay** – shift, both there\n\n"
        "## 3. Tasks\n\n- Mia: call the yard\n- Jo: order rope\n"
    )
    assert [name for name, _ in pairs(document, "round.md")] == ["Rush", "Lull", "Relay"]


@each_row("heading", ["Decisions (agreed)", "How we name branches", "Was wir noch tun"])
def test_other_lists_of_a_meeting(heading: str) -> None:
    document = (
        "# Tuesday round\n\n## 1. Figures\n\n- Two people are ill.\n- It was a quiet week.\n\n"
        f"## 2. {heading}\n\n- **Budget** – we stay with 20,000 a month.\n"
        "- **Hiring** – one more person in May.\n- **Office** – we move in June.\n"
    )
    assert pairs(document, "round.md") == []


@each_row(
    "line", ["Glossary of the yard:", "Yard terms:", "מילון מונחים כלליים:", "Термины верфи:", "Lexique :"]
)
def test_a_line_that_announces_words_inside_of_instructions(line: str) -> None:
    document = (
        "You answer questions of visitors.\n\nRules:\n1. Be short.\n2. Promise nothing.\n\n"
        f"{line}\n- NB = new berth\n- Slip = slope for boats\n- DWT = dead weight\n\nStyle:\n- No jokes.\n"
    )
    assert [name for name, _ in pairs(document, "prompt.txt")] == ["NB", "Slip", "DWT"]


def test_the_title_of_the_front_matter_tells_what_a_page_is() -> None:
    document = (
        "---\ntitle: 术语表\n---\n\n## 怎么读\n\n- 先看名称。\n- 再看说明。\n\n## 船\n\n<dl>\n<dt>锚</dt><dd>固定船只。</dd>\n"
        "<dt>桨</dt><dd>划水前进。</dd>\n</dl>\n"
    )
    assert [name for name, _ in pairs(document, "page.md")] == ["锚", "桨"]


def chat(*messages: tuple[str, str]) -> str:
    return "".join(f"[3/5/26, 10:{minute:02}] {who}: {said}\n" for minute, (who, said) in enumerate(messages))


def test_a_chat_without_what_people_say_around_its_words() -> None:
    document = chat(
        ("Mia", "hey, here are the words from yesterday"),
        ("Mia", "Float: a person without a fixed desk"),
        ("Mia", "gets one every morning"),
        ("Mia", "Buddy: who sits beside you in your first week"),
        ("Tom", "and huddle?"),
        ("Mia", "sure, one second"),
        ("Mia", "Huddle: five minutes on our feet at nine"),
        ("Tom", "thanks a lot!"),
        ("Mia", "you're welcome, see you at lunch in the canteen"),
    )
    assert pairs(document, "chat.txt") == [
        ("Float", "a person without a fixed desk gets one every morning"),
        ("Buddy", "who sits beside you in your first week"),
        ("Huddle", "five minutes on our feet at nine"),
    ]


def test_the_last_words_of_a_chat_belong_to_no_entry() -> None:
    words = [("Jan", "Springer = wer keinen festen Platz hat"), ("Jan", "Pate = wer neben dir sitzt")]
    ends = [("Jan", "Runde = fünf Minuten um neun"), ("Jan", "so, das war's"), ("Jan", "bis später!")]
    assert [text for _, text in pairs(chat(*words, ("Ute", "super"), *ends), "chat.txt")] == [
        "wer keinen festen Platz hat",
        "wer neben dir sitzt",
        "fünf Minuten um neun",
    ]


def test_answers_between_lines_of_words_below_senders() -> None:
    document = (
        "Nora Feld  9:41 AM\nWords for the new ones:\nKanban: cards on a wall\nSprint: two weeks of work\n\n"
        "Tim Ost  9:44 AM\ngreat, and retro?\n\nNora Feld  9:45 AM\nRetro: we talk about the last sprint\n\n"
        "Tim Ost  9:46 AM\nthx!\n\nNora Feld  9:50 AM\nnp, coffee at ten?\n"
    )
    assert pairs(document, "talk.txt") == [
        ("Kanban", "cards on a wall"),
        ("Sprint", "two weeks of work"),
        ("Retro", "we talk about the last sprint"),
    ]


@each_row(
    "cell, also",
    [
        ('["landing stage", "skipper\'s wall"]', ("landing stage", "skipper's wall")),
        ("['landing stage', \"skipper's wall\"]", ("landing stage", "skipper's wall")),
        ("['skipper's wall', 'stage']", ("skipper's wall", "stage")),
        ('{"landing stage",wall}', ("landing stage", "wall")),
        ("[“landing stage”, “wall”]", ("landing stage", "wall")),
        ("landing stage;#12;#wall;#3", ("landing stage", "wall")),
        ("{}", ()),
    ],
)
def test_a_cell_may_hold_a_list_as_programs_write_it(cell: str, also: tuple[str, ...]) -> None:
    doubled = cell.replace('"', '""')
    document = (
        f'Term,Meaning,Other names\nBuoy,A float on a chain.,float\nQuay,A place to moor.,"{doubled}"\n'
    )
    found = importing.read(document.encode(), "words.csv", source="mine")
    assert [one.also for one in found.entries] == [("float",), also]


@each_row(
    "line, name, also, text",
    [
        ("**Quay** oder kurz **Q** – place to moor.", "Quay", ("Q",), "place to moor."),
        ("**Quay** bzw. Kai – place to moor.", "Quay", ("Kai",), "place to moor."),
        ("**Quay** or **wharf**. Where boats moor.", "Quay", ("wharf",), "Where boats moor."),
        ("**Quay** или **причал** — место.", "Quay", ("причал",), "место."),
        ("**Quay** – or how we say it – for boats.", "Quay", (), "or how we say it – for boats."),
    ],
)
def test_a_second_name_stands_between_the_first_and_a_sign(
    line: str, name: str, also: tuple[str, ...], text: str
) -> None:
    body = f"# Glossary\n\n**Buoy** – float on a chain.\n\n{line}\n\n**Fender** – soft pad.\n"
    found = importing.read(body.encode(), "words.md", source="mine")
    assert (found.entries[1].name, found.entries[1].also, found.entries[1].text) == (name, also, text)


WRAPPED = """Glossary

Term                 Meaning

Automatic call       The system picks an agent.
distribution (ACD)   It looks at skills first.
Busy hour            Sixty minutes with most calls.
Electronic           A message to the customer, what
Delivery Note        Driver and van will bring.
Grade of service     Share of calls that get a line.
Trunk                A line to the phone company.
"""


def test_names_and_texts_that_both_go_on_in_the_next_line_of_two_columns() -> None:
    assert pairs(WRAPPED, "page.txt") == [
        ("Automatic call distribution", "The system picks an agent. It looks at skills first."),
        ("Busy hour", "Sixty minutes with most calls."),
        ("Electronic Delivery Note", "A message to the customer, what Driver and van will bring."),
        ("Grade of service", "Share of calls that get a line."),
        ("Trunk", "A line to the phone company."),
    ]


def test_texts_without_a_full_stop_that_end_before_their_margin() -> None:
    document = WRAPPED.replace("A message to the customer, what", "A message to him")
    assert [name for name, _ in pairs(document, "page.txt")][2:4] == ["Electronic", "Delivery Note"]


def test_turkish_texts_that_end_as_definitions_do() -> None:
    document = (
        "## Hastanede Neler Var?\n\nYeni gelenler için kısa bir yazı.\n\n## Sık Duyulan Sözler\n\n"
        "**Poliklinik (Ayakta Bakım)**\n\n* Hastaların yatmadan muayene edildiği bölümdür.\n\n"
        "**Vizite**\n\nDoktorun her sabah hastaları dolaşmasına denir.\n\n"
        "**Günlük Hasta Kabul Formu / Hasta Kayıt Formu / Kabul Formu / Intake Form / Patient Intake Form / (PIF)**\n\n"
        "* Gelen hastanın yazıldığı kâğıttır.\n"
    )
    found = [(entry.name, entry.also) for entry in read(document, "page.md").entries]
    assert found[:2] == [("Poliklinik", ("Ayakta Bakım",)), ("Vizite", ())]
    assert found[2][0].startswith("Günlük Hasta Kabul Formu") and len(found) == 3


def test_what_the_people_of_a_meeting_do_is_no_term() -> None:
    document = (
        "# Встреча\n\nБыли: Оля Пример, Дима\n\n## Договорились о словах\n\n"
        "- **Обращение** — всё, что пришло.\n- **Дубль** — второе о том же.\n- **Тишина** — нет ответа три дня.\n\n"
        "## Кто что делает\n\n- Оля — шаблоны писем\n- Дима — отчёт\n"
    )
    assert [name for name, _ in pairs(document, "notes.md")] == ["Обращение", "Дубль", "Тишина"]


def test_words_of_a_page_in_japanese_below_their_heading() -> None:
    document = (
        "# メモ\n\n## 出社したら\n\n- 名札をつける\n- 勤怠を入力する\n\n## よく出る言葉\n\n"
        "- 折り返し：あとでかけ直すこと\n- 保留：電話を切らずに待つこと\n- 後処理：通話のあとの記録\n\n"
        "## 困ったら\n\n- 先輩に聞く\n- 内線にかける\n"
    )
    assert [name for name, _ in pairs(document, "memo.md")] == ["折り返し", "保留", "後処理"]


def test_classes_of_words_below_bold_names_in_small_letters_and_numbered_senses() -> None:
    document = (
        "# Szótár\n\n**átirányítás** *(fn)*\n1. hívás továbbítása másnak\n2. levél továbbítása másnak\n\n"
        "**sor** *(fn)*\na várakozó hívások\n\n**visszahívás** *(fn)*\nmi hívjuk az ügyfelet\n"
    )
    assert [name for name, _ in pairs(document)] == ["átirányítás", "sor", "visszahívás"]


def test_a_nested_item_with_other_names_above_further_entries() -> None:
    document = (
        "# Begreber\n\n- **Kø** – kunder, der venter.\n  - synonym: venteliste\n- **Sag** – et spørgsmål.\n"
    )
    found = [(entry.name, entry.also) for entry in read(document).entries]
    assert found == [("Kø", ("venteliste",)), ("Sag", ())]


@each_row(
    "question, name",
    [
        ("Wofür steht die Abkürzung KDB?", "KDB"),
        ('What does the word "hold" mean?', "hold"),
        ("What is a word count?", "word count"),
    ],
)
def test_questions_that_call_a_name_a_word(question: str, name: str) -> None:
    document = f"# FAQ\n\n## {question}\n\nA list of customers.\n\n## What is a fender?\n\nA cushion.\n"
    assert [found for found, _ in pairs(document)] == [name, "fender"]


@each_row(
    "document, filename",
    [
        (
            "用語集\n\n・パレット：木でできた台。\n・納品書：商品に付く紙。\n・返品：戻ってくる商品。\n",
            "a.txt",
        ),
        (
            "# 用語集\n\n・パレット：木でできた台。\n\n・納品書：商品に付く紙。\n\n・返品：戻ってくる商品。\n",
            "a.md",
        ),
        (
            "<h1>用語集</h1><p>・パレット：木でできた台。</p><p>・納品書：商品に付く紙。</p><p>・返品：戻ってくる商品。</p>",
            "a.html",
        ),
        ("用語集\n\n※パレット：木でできた台。\n※納品書：商品に付く紙。\n※返品：戻ってくる商品。\n", "a.txt"),
    ],
)
def test_a_mark_before_japanese_names_is_no_part_of_them(document: str, filename: str) -> None:
    found = importing.read(document.encode(), filename, source="mine")
    assert [entry.name for entry in found.entries] == ["パレット", "納品書", "返品"]


@each_row(
    "head",
    [
        "Od: Ola Przykład\nDo: zespół\nTemat: słówka z nabrzeża",
        "差出人：山田\n宛先：チーム\n件名：港の用語集",
        "发件人：李明\n收件人：团队\n主题：港口术语表",
    ],
)
def test_the_head_of_a_mail_is_no_entry_in_further_languages(head: str) -> None:
    body = "* Quay - a place to moor\n* Buoy - a float on a chain\n* Fender - what saves the hull\n"
    found = importing.read(f"{head}\n\n{body}".encode(), "mail.txt", source="mine")
    assert [entry.name for entry in found.entries] == ["Quay", "Buoy", "Fender"]


@each_row("names", [
    ("“Crew”, “hands”", "“Deck”", "“Quay” / “Wharf”"),
    ("“Crew” or “hands”", "“Deck”", "“Quay”, “Wharf”"),
    ("“**Crew**”, “**hands**”", "“**Deck**”", "“**Quay**” or “**Wharf**”"),
    ("**“Crew”** or **“hands”**", "**“Deck”**", "**“Quay”**, **“Wharf”**"),
    ("**“Crew”, “hands”**", "**“Deck”**", '**"Quay", "Wharf"**'),
])  # fmt: skip
def test_two_names_in_quotes_before_a_definition_are_both_taken(names: tuple[str, str, str]) -> None:
    texts = ("all on board.", "a floor.", "a wall.")
    lines = [f"{name} means {text}" for name, text in zip(names, texts, strict=True)]
    found = read("# Definitions\n\n" + "\n\n".join(lines) + "\n").entries
    assert [(entry.name, entry.also, entry.text) for entry in found] == [
        ("Crew", ("hands",), "all on board."),
        ("Deck", (), "a floor."),
        ("Quay", ("Wharf",), "a wall."),
    ]


def test_a_name_parted_at_the_edge_of_its_column_is_whole() -> None:
    document = (
        "Moor-             What a boat pays for\ning fee           a night.\n"
        "Tides             The water rises and falls.\nWater taxi        A boat for guests.\n"
        "Swell             Waves from afar.\n"
        "Miet-             What a boat costs\nund Liegegeld     in a week.\n"
    )
    assert pairs(document, "words.txt") == [
        ("Mooring fee", "What a boat pays for a night."),
        ("Tides", "The water rises and falls."),
        ("Water taxi", "A boat for guests."),
        ("Swell", "Waves from afar."),
        ("Miet- und Liegegeld", "What a boat costs in a week."),
    ]


@each_row("first, second", [("•", "•"), ("-", "-"), ("1.", "2."), ("a)", "b)")])
def test_items_in_a_column_of_texts_belong_to_the_text_above(first: str, second: str) -> None:
    document = (
        "Words\n\nBerth            A place for one boat.\nMooring          A rope or a buoy.\n"
        f"                 {first} by the day\n                 {second} by the year\n"
        "Swell            Waves from afar.\nTides            The water rises and falls.\n"
    )
    found = dict(pairs(document, "words.txt"))
    assert list(found) == ["Berth", "Mooring", "Swell", "Tides"]
    said = [found["Mooring"].find(part) for part in ("A rope or a buoy.", "by the day", "by the year")]
    assert said[0] == 0 < said[1] < said[2]


@each_row(
    "numbers", [("1.1", "1.2", "1.3"), ("(a)", "(b)", "(c)"), ("i)", "ii)", "iii)"), ("§ 1", "§ 2", "§ 3")]
)
def test_a_number_before_a_bold_name_is_no_part_of_it(numbers: tuple[str, str, str]) -> None:
    told = {"Crew": "all on board", "Deck": "a floor", "Quay": "a wall"}
    lines = [
        f"<p>{number} <b>{name}</b>: {text}</p>"
        for number, (name, text) in zip(numbers, told.items(), strict=True)
    ]
    assert dict(pairs(f"<h1>Definitions</h1>{''.join(lines)}", "words.html")) == told


@each_row("line", [
    "<b>LOA: (</b><i>length over all</i>): how long a ship is",
    "<b>LOA (</b><i>length over all</i>): how long a ship is",
    "<b>LOA (</b><i>length over all</i><b>)</b>: how long a ship is",
    "<b>LOA</b>: (length over all): how long a ship is",
    "<b>LOA: (length over all)</b>: how long a ship is",
    "<b>“LOA</b>” (length over all): how long a ship is",
])  # fmt: skip
def test_a_bold_name_that_ends_one_sign_too_late_or_too_early_is_mended(line: str) -> None:
    page = f"<h1>Glossary</h1><p>{line}</p><p><b>Berth</b>: a place</p><p><b>Quay</b>: a wall</p>"
    entry = read(page, "words.html").entries[0]
    assert (entry.name, entry.also, entry.text) == ("LOA", ("length over all",), "how long a ship is")


_EXPLAINED = (
    "<table><tr><th>Term / Abbreviation</th><th>What it stands for</th></tr>"
    "<tr><td>Harbour due</td><td>The money that each ship pays for every day in the harbour</td></tr>"
    "<tr><td>Harbour Office System (HOS)</td><td>The program in which all ships and their berths are kept</td></tr>"
    "<tr><td>Tide table</td><td>A list of the hours at which the water is high or low</td></tr></table>"
)


def test_long_cells_under_a_header_for_long_forms_are_texts() -> None:
    assert pairs(_EXPLAINED, "words.html")[1] == (
        "Harbour Office System", "The program in which all ships and their berths are kept",
    )  # fmt: skip
    short = "<table><tr><th>Term</th><th>Stands for</th></tr><tr><td>LOA</td><td>Length over all</td></tr><tr><td>HW</td><td>High water</td></tr></table>"
    assert [entry.also for entry in read(short, "words.html").entries] == [
        ("Length over all",),
        ("High water",),
    ]


def test_a_line_over_a_table_of_terms_parts_it_from_the_chapters_of_a_document() -> None:
    page = (
        "<h1>New quay: what it has to do</h1><p>This paper says what the builders have promised.</p>"
        f"<p>Glossary of terms</p>{_EXPLAINED}<h1>Lighting</h1><p>The quay is lit at night by lamps on poles.</p>"
        "<h1>Water</h1><p>There is a tap at each berth.</p>"
    )
    assert [name for name, _ in pairs(page, "words.html")] == [
        "Harbour due", "Harbour Office System", "Tide table",
    ]  # fmt: skip


def test_a_name_parted_at_the_end_of_its_line_over_its_text_is_whole() -> None:
    document = (
        "Words\n\nMoor-\ning fee (MF)\nThe price of a night.\n\nSwell\nWaves that come from afar.\n\n"
        "Berth-\nand crane dues\nThe price of a place and a lift.\n"
    )
    assert pairs(document, "words.txt") == [
        ("Mooring fee", "The price of a night."),
        ("Swell", "Waves that come from afar."),
        ("Berth- and crane dues", "The price of a place and a lift."),
    ]


@each_row("sign", [":", " :", " –", ""])
def test_a_sign_behind_a_name_that_its_class_tells_is_no_part_of_the_text(sign: str) -> None:
    told = {"Berth": "a place for one boat", "Quay": "a wall for boats", "Swell": "waves from afar"}
    lines = (f"<p><span class='term'>{name}</span>{sign} {text}</p>" for name, text in told.items())
    assert dict(pairs(f"<h1>Glossary</h1>{''.join(lines)}", "words.html")) == told
