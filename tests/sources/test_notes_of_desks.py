"""Notes that grew over years: several signs in one file, two languages in one line, minutes, remarks, open ends."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing


def read(document: str, filename: str) -> list[tuple[str, tuple[str, ...], str]]:
    found = importing.read(document.encode(), filename, source="mine").entries
    return [(entry.name, tuple(entry.also), " ".join(entry.text.split())) for entry in found]


def names_in(document: str, filename: str) -> list[str]:
    return [name for name, _, _ in read(document, filename)]


MIXED = [  # lines, each with a name before some sign
    (
        "words.txt",
        "Anker: hält das Schiff\nBoje - zeigt den Weg\nDalbe → Pfahl im Hafen\nEbbe: das Wasser geht",
    ),
    (
        "words.txt",
        "anker: holds it\nboje\tshows the way\ndalbe\ta pile\nebbe = water goes\nflut\twater comes",
    ),
    ("words.md", "1. Anker: holds it\n2. Boje – shows it\n3. Dalbe = a pile\n4. Ebbe: goes\n5. Flut – comes"),
    (
        "words.md",
        "- Anker : tient\n- Boje = montre\n- *Dalbe* : un pieu\n- Ebbe : part\n- **Flut** (marée) - vient",
    ),
    ("words.txt", "anker: holds it\nboje ... shows it\ndalbe -> a pile\nebbe: goes\nflut: comes"),
]


@each_row("filename, lines", MIXED)
def test_lines_with_another_sign_among_entries(filename: str, lines: str) -> None:
    names = ["Anker", "Boje", "Dalbe", "Ebbe", "Flut"][: lines.count("\n") + 1]
    said = names_in(f"Glossary of the harbour\n\n{lines}\n", filename)
    assert [name.title() for name in said] == names


def test_what_goes_on_with_an_entry_is_none_by_its_sign() -> None:
    document = (
        "Glossary\n\nBerth: where a ship lies\nLock: it has gates and\na pump - in winter\n"
        "Mole: a wall\nPier: a bridge\n"
    )
    assert names_in(document, "words.txt") == ["Berth", "Lock", "Mole", "Pier"]


LANGUAGES = [
    ("Glossar Deutsch / Englisch", "Zeile - line: was da steht\nBlatt - sheet: worauf es steht\nHeft - booklet: viele davon\n"),
    ("Słownik PL-EN", "Zeile → line: co tam jest\nBlatt → sheet: na czym\nHeft → booklet: dużo tego\n"),
    ("Glossary", "Zeile (EN: line): what stands there\nBlatt (US: sheet): on which\nHeft (EN: booklet): many\n"),
    ("Словарь", "Строка - line: что там стоит\nЛист - sheet: на чём\nТетрадь - booklet: много листов\n"),
    ("术语", "行 line：写在那里的\n页 sheet：写在上面的\n册 booklet：很多页\n"),
]  # fmt: skip


@each_row("title, lines", LANGUAGES)
def test_a_name_in_another_language_before_the_text(title: str, lines: str) -> None:
    found = read(f"{title}\n\n{lines}", "words.txt")
    assert [also for _, also, _ in found] == [("line",), ("sheet",), ("booklet",)]


def test_kinds_behind_a_dash_are_no_names_in_another_language() -> None:
    document = (
        "Glossary\n\nTier 1 - front: who answers\nTier 2 - expert: who knows\nTier 3 - maker: who mends\n"
    )
    assert all(not also for _, also, _ in read(document, "tiers.txt"))


POINTS = ["TOP {}: {}", "Agendapunt {}: {}", "Punkt {} - {}", "Item {}. {}", "議題{}：{}"]


@each_row("point", POINTS)
def test_points_of_an_agenda_are_no_entries(point: str) -> None:
    first, second = point.format(1, "Glossar"), point.format(2, "Rest")
    document = f"Protokoll\n\n{first}\nAnker: hält das Schiff\nBoje: zeigt den Weg\nDalbe: ein Pfahl\n\n{second}\nNichts.\n"
    assert names_in(document, "protokoll.txt") == ["Anker", "Boje", "Dalbe"]


def test_dotted_lines_below_a_title_and_a_rule_are_not_joined() -> None:
    document = "Woordenlijst balie\n==================\n\nafhaalbewijs ........ papier waarmee de klant zijn pakket krijgt\nbon ................. bewijs van betaling\nretour .............. pakket dat terugkomt\n"
    assert names_in(document, "woorden.txt") == ["afhaalbewijs", "bon", "retour"]


REVERSED = ["{} - {}", "- {}: **{}**", "{} → {}", "{} = {}"]


@each_row("line", REVERSED)
def test_a_name_behind_its_text_in_every_line(line: str) -> None:
    said = {
        "mooring": "the rope that holds a ship at the wall",
        "lock": "a basin with two gates between two levels of water",
        "tug": "a small ship that pulls larger ones into the harbour",
    }
    document = "# Harbour words\n\n" + "\n".join(line.format(text, name) for name, text in said.items())
    assert {
        name: text for name, _, text in read(document, "words.md" if "*" in line else "words.txt")
    } == said


NOT_REVERSED = [
    "Harbour master of the day: Ana\nPilot for the large ships: Ben\nCrew of the small tug boat: Cleo",
    "Automatic number identification - ANI\nInteractive voice response - IVR\nPrivate branch exchange - PBX",
]


@each_row("lines", NOT_REVERSED)
def test_short_ends_of_lines_that_are_no_names(lines: str) -> None:
    assert not {"Ana", "ANI"} & set(names_in(f"Who does what\n\n{lines}\n", "who.txt"))


def test_bold_names_below_their_texts() -> None:
    document = (
        "# Glossary\n\nA wall that keeps waves out.\n\n**Mole**\n\nA ship that pulls others.\n\n**Tug**\n\n"
        "A place where a ship lies.\n\n**Berth**\n"
    )
    assert read(document, "glossary.md")[0] == ("Mole", (), "A wall that keeps waves out.")


LEADING = [
    "what the labels on our board mean:",
    "Kurz, was die Kürzel im Plan bedeuten:",
    "ce que veulent dire les mots du tableau :",
    "lo que significa cada cosa del tablero:",
    "Co znaczą skróty w grafiku:",
    "Что значат пометки в журнале:",
]


@each_row("line", LEADING)
def test_a_line_that_says_that_it_leads_to_what_words_mean(line: str) -> None:
    document = f"{line}\n\nhot: today, before all others\ncold: when there is time\nsoft: may still change\n"
    assert names_in(document, "board.txt") == ["hot", "cold", "soft"]


def test_signs_of_quotation_before_names_over_indented_texts() -> None:
    document = (
        "GLOSSARY\n\n>> Berth\n   A place where a ship lies.\n\n>> Mole\n   A wall.\n\n>> Tug\n   It pulls.\n"
    )
    assert [text for _, _, text in read(document, "words.txt")] == [
        "A place where a ship lies.",
        "A wall.",
        "It pulls.",
    ]


def test_letters_with_full_stops_before_names() -> None:
    document = "a. anker = houdt het schip\nb. boei = wijst de weg\nc. dukdalf = paal in de haven\n"
    assert names_in(f"Woordenlijst\n\n{document}", "woorden.txt") == ["anker", "boei", "dukdalf"]


def test_drawn_heads_of_groups_make_no_wiki() -> None:
    document = "WORDS\n\n=== SHIPS ===\nbow - the front\nstern - the back\ntug - it pulls\n\n=== WALLS ===\nmole - in the sea\npier - on piles\nquay - on land\n"
    assert names_in(document, "words.txt") == ["bow", "stern", "tug", "mole", "pier", "quay"]


def test_senses_with_numbers_indented_below_names() -> None:
    document = (
        "Dictionary of the harbour\n\nbow\n  1. the front of a ship\n  2. a knot\n\nlock\n  a basin with gates\n\n"
        "watch\n  1. four hours of work\n  2. the people who work them\n"
    )
    found = {name: text for name, _, text in read(document, "words.txt")}
    assert found["bow"] == "1. the front of a ship 2. a knot"
    assert list(found) == ["bow", "lock", "watch"]


def test_numbered_items_below_a_lettered_entry_belong_to_it() -> None:
    document = "Begriffe\n\na) Anker: hält das Schiff\n   1. Kette\n   2. Winde\nb) Boje: zeigt den Weg\nc) Dalbe: Pfahl\n"
    assert read(document, "begriffe.txt")[0][2] == "hält das Schiff 1. Kette 2. Winde"


FURTHER = ["And a tug?", "What about tug?", "Und Tug?", "¿Y tug?", "E tug?", "А tug?"]


@each_row("question", FURTHER)
def test_a_further_question_for_a_meaning_after_others(question: str) -> None:
    document = f"Words\n\nWhat is a mole?\nA wall in the sea.\n\nWhat is a pier?\nA bridge on piles.\n\n{question}\nIt pulls.\n"
    assert [name.lower() for name in names_in(document, "words.txt")] == ["mole", "pier", "tug"]


NOTES = ["// Kai: is this still so?", "@Ute please check", ">> Paul : which one?", "@Ute: please check"]


@each_row("note", NOTES)
def test_notes_of_colleagues_to_each_other_are_no_content(note: str) -> None:
    text = f"Glossary\n\nBow: the front\n{note}\nMole: a wall\nStern: the back\nTug: it pulls\n"
    marked = f"# Glossary\n\n**Bow** – the front\n{note}\n\n**Mole** – a wall\n\n**Tug** – it pulls\n"
    assert read(text, "words.txt")[0] == ("Bow", (), "the front")
    assert "Paul" in note or read(marked, "words.md")[0] == ("Bow", (), "the front")


def test_names_with_a_sign_of_addresses_stay() -> None:
    document = "Glossary\n\n@Channel: tells all people\n@Here: tells those who are online\nBot: a program that answers\n"
    assert len(names_in(document, "words.txt")) == 3


def test_the_last_words_of_a_message_with_a_list() -> None:
    document = "Sofie, Today at 09:14\nwords from the training\n\nbow: the front\nmole: a wall\ntug: it pulls\n\nsee you at lunch\n\nMats, Today at 09:20\nthanks\n"
    assert read(document, "chat.txt")[-1] == ("tug", (), "it pulls")


def test_items_below_one_of_many_bold_entries_are_its_kinds() -> None:
    document = (
        "# Words\n\n1. **Bow** — the front\n2. **Hydrant** — water for fires:\n   - red — broken\n   - blue — strong\n"
        "3. **Mole** — a wall\n4. **Tug** — it pulls\n"
    )
    found = read(document.replace("fires:", "fires"), "words.md")
    assert [name for name, _, _ in found] == ["Bow", "Hydrant", "Mole", "Tug"]
    assert found[1][2] == "water for fires - red — broken - blue — strong"


def test_opposites_in_brackets_are_no_other_names() -> None:
    document = (
        "Glossary\n\nBow (opposite: stern): the front\nEbb (Gegenteil: flood): water goes\nMole: a wall\n"
    )
    assert not any(also for _, also, _ in read(document, "words.txt"))


SIGNS = ["**{}** ... {}", "**{}** → {}", "**{}**…{}", "🟢 **{}** – {}", "✅ **{}**: {}"]


@each_row("line", SIGNS)
def test_signs_behind_bold_names_and_pictures_before_them(line: str) -> None:
    said = {"Bow": "the front of a ship", "Mole": "a wall in the sea", "Tug": "it pulls ships"}
    document = "# Glossary\n\n" + "\n\n".join(line.format(name, text) for name, text in said.items())
    assert {name: text for name, _, text in read(document, "words.md")} == said


def test_lines_of_one_paragraph_with_a_sign_of_their_own_each() -> None:
    document = (
        "# Glossary\n\n**Bow** - the front of a ship\n*Mole*: a wall in the sea\n`ETA`: when a ship comes\n"
        "Quay = a wall on land\n__Tug__ - it pulls\n"
    )
    assert names_in(document, "words.md") == ["Bow", "Mole", "ETA", "Quay", "Tug"]


def test_a_wrapped_text_with_a_sign_in_it_stays_whole() -> None:
    document = "# Glossary\n\n**Bow**: the front of a ship, which\nsailors call fore - or\njust head at times.\n**Tug**: it pulls\n"
    assert names_in(document, "words.md") == ["Bow", "Tug"]


ARTICLES = [("A", "The"), ("Ein", "Die"), ("Un", "La"), ("Un", "L'"), ("Een", "De")]


@each_row("one, other", ARTICLES)
def test_bold_names_behind_an_article_in_most_paragraphs(one: str, other: str) -> None:
    gap = "" if other.endswith("'") else " "
    document = f"# Glossary\n\n{one} **bow** cuts the water.\n\n{other}{gap}**anchor** holds the ship.\n\n{one} **tug** pulls it.\n"
    assert names_in(document, "words.md") == ["bow", "anchor", "tug"]


FAREWELLS = ["Hilsen\nLone", "LG Petra", "Saludos,\nMarta", "Cheers\nAna"]


@each_row("farewell", FAREWELLS)
def test_a_farewell_ends_notes_without_a_greeting(farewell: str) -> None:
    marked = f"# Glossary\n\n**Bow** – the front\n**Mole** – a wall\n**Tug** – it pulls\n\n{farewell}\n"
    plain = f"Glossary\n\nBow: the front\nMole: a wall\nTug: it pulls\n\n{farewell}\n"
    assert read(marked, "words.md")[-1] == read(plain, "words.txt")[-1] == ("Tug", (), "it pulls")


def test_a_remark_is_no_name_in_norwegian() -> None:
    document = (
        "# Glossary\n\n**Bow** – the front\n> NB: not the knot\n\n**Mole** – a wall\n\n**Tug** – it pulls\n"
    )
    found = importing.read(document.encode(), "words.md", source="mine")
    assert not any(entry.in_other_languages for entry in found.entries)


@each_row("other", ["How does a ship sail? Ask the crew.", "Who pays for it? The owner."])
def test_a_question_for_something_else_with_its_answer_ends_an_entry(other: str) -> None:
    document = (
        f"# Words\n\n**What is a mole?**\nA wall in the sea.\n\n**What is a tug?**\nIt pulls.\n\n{other}\n"
    )
    assert read(document, "words.md")[-1] == ("tug", (), "It pulls.")


PLAIN_SIGNS = ["{} :: {}", "*{}* {}", "_{}_ {}", "1️⃣ {}: {}"]


@each_row("line", PLAIN_SIGNS)
def test_signs_of_plain_texts(line: str) -> None:
    said = {"Bow": "The front of a ship.", "Mole": "A wall in the sea.", "Tug": "It pulls ships."}
    document = "Glossary\n\n" + "\n".join(line.format(name, text) for name, text in said.items())
    assert {name: text for name, _, text in read(document, "words.txt")} == said


SENTENCES = [
    "Unter einer Mole verstehen wir eine Mauer im Meer.",
    "Als Mole bezeichnet man eine Mauer im Meer.",
    "Mit Mole ist gemeint, was im Meer steht.",
    "Par mole, on entend un mur dans la mer.",
    "On appelle mole un mur dans la mer.",
    "Por mole se entiende un muro en el mar.",
    "Per mole si intende un muro nel mare.",
    "Onder een mole verstaan we een muur in zee.",
    "By a mole we mean a wall in the sea.",
]


@each_row("sentence", SENTENCES)
def test_sentences_that_name_inside_of_them_what_they_define(sentence: str) -> None:
    document = f"Glossary\n\nA bow is the front of a ship.\n\n{sentence}\n\nA tug is a ship that pulls.\n"
    assert [name.lower() for name in names_in(document, "words.txt")] == ["bow", "mole", "tug"]


def test_the_class_of_a_word_before_brackets() -> None:
    document = "Glossary\n\nbow: the front\nlease, n. (pl. leases): a contract\nmole, n.: a wall\n"
    assert names_in(document, "words.txt") == ["bow", "lease", "mole"]


def test_doubled_signs_between_names_and_texts() -> None:
    document = "Glossaire\n\nA\n\nAPI && ce qui relie. Deux programmes.\n\nC\n\nCSS print && des règles\n\nCode && un texte\n"
    assert names_in(document, "mots.txt") == ["API", "CSS print", "Code"]


def test_names_with_a_colon_over_texts_beside_lines_with_both() -> None:
    document = (
        "Glosario\n\nbase :\nDatos ordenados.\n La usan todos.\n\ntabla :\nFilas y columnas.\n\n"
        "uno a uno : cada fila tiene otra\n\nuno a muchos : cada fila tiene varias\n"
    )
    assert names_in(document, "glosario.txt") == ["base", "tabla", "uno a uno", "uno a muchos"]


def test_names_in_another_language_behind_dots_in_headings() -> None:
    said = {
        "live coding · canlı kodlama": ("canlı kodlama",),
        "cps — cycles per second · saniyedeki döngü": ("cycles per second", "saniyedeki döngü"),
        "sample · örneklem, ses örneği": ("örneklem", "ses örneği"),
        "stack · yığın": ("yığın",),
        "algorave": (),
    }
    document = "# Sözlük\n\n" + "\n\n".join(f"### {head}\nBir açıklama {len(head)}." for head in said)
    assert {also for _, also, _ in read(document, "sozluk.md")} == set(said.values())


def test_a_heading_in_capitals_does_not_rename_its_entry() -> None:
    document = "GLOSSAIRE\n\nTOURNEE\n\nEntrepot : départ\n\nTournée : suite\n\nVille : rues\n"
    assert "Tournée" in names_in(document, "mots.txt")


def test_a_question_in_a_chat_shows_that_the_answers_explain_words() -> None:
    document = (
        "12/03/2026 08:11 - Rui: bom dia! dúvidas do primeiro dia\n"
        '12/03/2026 08:12 - Rui: o que é "sangria"?\n'
        "12/03/2026 08:14 - Carla: sangria: tirar dinheiro da caixa durante o turno\n"
        "12/03/2026 08:15 - Carla: fundo: o dinheiro com que se começa\n"
        "12/03/2026 08:19 - Carla: 😂 troco: o que se devolve ao cliente\n"
        "12/03/2026 08:20 - Rui: obrigado!!\n"
    )
    assert names_in(document, "chat.txt") == ["sangria", "fundo", "troco"]


AROUND = ['"{}" -> {}', "«{}» → {}", "„{}“ ... {}", "{}.- {}", "{}.— {}"]


@each_row("line", AROUND)
def test_signs_behind_quoted_names_and_full_stops(line: str) -> None:
    said = {
        "Carencia": "tiempo sin cubrir",
        "Franquicia": "parte que paga uno mismo",
        "Peritaje": "una visita",
    }
    document = "Glosario\n\n" + "\n\n".join(line.format(name, text) for name, text in said.items())
    assert {name: text for name, _, text in read(document, "glosario.txt")} == said


OTHERS = ["myös", "också", "också", "także", "také", "также", "anche", "ook"]


@each_row("word", OTHERS)
def test_another_name_behind_a_comma_in_a_name(word: str) -> None:
    document = f"# Words\n\n**callback**, {word} *ring-back*\n: we call later\n\n**queue**\n: all who wait\n"
    assert read(document, "words.md")[0][:2] == ("callback", ("ring-back",))


def test_words_in_hindi_are_counted_as_words() -> None:
    document = (
        "हिंदी-अंग्रेज़ी शब्द सूची\n\nबिल - invoice: ग्राहक को दिया गया हिसाब\nरसीद - receipt: पैसे मिलने का काग़ज़\n"
        "बकाया - arrears: जो पैसा देना बाकी है\n"
    )
    assert [also for _, also, _ in read(document, "list.txt")] == [("invoice",), ("receipt",), ("arrears",)]


def test_a_name_longer_than_its_column_in_a_list_that_is_set_off() -> None:
    document = (
        "Hej alle\n\nHer er ordene fra mødet:\n\n  svind         varer, der forsvinder\n  kassedifference\n"
        "                når kassen ikke stemmer\n  bon           kvitteringen til kunden\n"
        "  vare          det, vi sælger\n\nSig til, hvis noget mangler.\n\nKh Mette\n"
    )
    assert names_in(document, "ord.txt") == ["svind", "kassedifference", "bon", "vare"]


def test_one_line_with_a_colon_beside_names_over_indented_texts() -> None:
    document = (
        "LEXIQUE DE L'ATELIER\n\nBavure :\n    Petit bord de métal.\n\nChanfrein :\n    Bord en biais.\n\n"
        "Jeu :\n    Petit espace.\n\nRebut : pièce que l'on jette.\n"
    )
    assert names_in(document, "lexique.txt") == ["Bavure", "Chanfrein", "Jeu", "Rebut"]


def test_facts_above_names_over_texts_are_no_entries() -> None:
    document = (
        "GLOSARIO\n========\nProyecto : Riego\nAutora : Ana\n\nAcequia\n  Canal de riego.\n\nCompuerta\n  Puerta.\n\n"
        "Fango\n  Suelo con agua.\n"
    )
    assert names_in(document, "glosario.txt") == ["Acequia", "Compuerta", "Fango"]


def test_numbers_without_a_sign_that_count_the_lines() -> None:
    document = "Wortschatz\n\n1 Anfahrt: Weg zum Kunden\n2 Kulanz: wir zahlen\n3 Pauschale: fester Preis\n4 Termin: Tag und Stunde\n"
    assert names_in(document, "worte.txt") == ["Anfahrt", "Kulanz", "Pauschale", "Termin"]


@each_row("last", ["À lundi,\nSonia", "Bis morgen\nPaul", "Hasta luego,\nMarta", "Tot straks\nBram"])
def test_farewells_until_a_day(last: str) -> None:
    document = f"Salut Léo,\n\nles mots :\n\nbac : une caisse\nquai : une porte\nretour : un colis renvoyé\n\n{last}\n"
    assert read(document, "mots.txt")[-1] == ("retour", (), "un colis renvoyé")
