"""Labels, references, short forms and signs of glossaries in many languages, as people there write them."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing


def read(document: str, filename: str = "glossary.md") -> importing.Imported:
    return importing.read(document.encode(), filename, source="mine")


@each_row("label, others", [
    ("También se dice", "fila"),
    ("Abrev.", "CE"),
    ("Se dit aussi", "file"),
    ("Man sagt auch", "Schlange"),
    ("Ook wel genoemd", "rij"),
    ("Inaczej", "ogonek"),
    ("Hovorově", "fronta lidí"),
    ("Kaldes også", "række"),
    ("Tunnetaan myös", "rivi"),
    ("Más néven", "várólista"),
    ("Также называют", "хвост"),
    ("Інша назва", "хвіст"),
    ("Halk arasında", "sıra bekleyenler"),
    ("נקרא גם", "טור"),
    ("مرادفات", "صف"),
    ("別名", "待ち行列"),
    ("又称", "排队"),
    ("다른 이름", "줄"),
])  # fmt: skip
def test_labels_of_other_names(label: str, others: str) -> None:
    found = read(
        f"# Glossary\n\n## Queue\n\nAll that wait.\n\n**{label}:** {others}\n\n## Case\n\nOne question.\n"
    )
    assert [(e.name, e.also, e.text) for e in found.entries] == [
        ("Queue", (others,), "All that wait."),
        ("Case", (), "One question."),
    ]


@each_row("sentence, others", [
    ("También llamada fila.", ("fila",)),
    ("Anche detta fila.", ("fila",)),
    ("Ook wel aangeduid als rij.", ("rij",)),
    ("Zwana też ogonkiem.", ("ogonkiem",)),
    ("Także: ogonek, rząd.", ("ogonek", "rząd")),
    ("Också kallat rad.", ("rad",)),
    ("Også kaldt række.", ("række",)),
    ("Más néven várólista.", ("várólista",)),
    ("Также: хвост.", ("хвост",)),
    ("נקרא גם: טור.", ("טור",)),
])  # fmt: skip
def test_last_sentences_with_other_names(sentence: str, others: tuple[str, ...]) -> None:
    found = read(f"- **Queue**: All that wait. {sentence}\n- **Case**: One question.\n- **Desk**: A table.\n")
    kept = "All that wait." if ":" in sentence else f"All that wait. {sentence}"  # a field, or a sentence
    assert (found.entries[0].also, found.entries[0].text) == (others, kept)


@each_row("text, others", [
    ("順番を待つ人の列。別名：待ち行列", ("待ち行列",)),
    ("等待的人。又称“排队”。", ("排队",)),
    ("等待的人。又称排队。", ("排队",)),
])  # fmt: skip
def test_last_sentences_in_scripts_without_spaces(text: str, others: tuple[str, ...]) -> None:
    found = read(f"- **列**：{text}\n- **件**：一つの質問。\n- **机**：物を置く台。\n")
    kept = text[: text.index("。") + 1] if "：" in text else text
    assert (found.entries[0].also, found.entries[0].text) == (others, kept)


@each_row("reference", [
    "Siehe unter Queue.", "Véase: Queue", "Se även Queue", "Zobacz też: Queue", "Viz Queue.", "Katso Queue",
    "Lásd még: Queue", "Vezi Queue", "Βλ. Queue", "Див. Queue", "ראה Queue", "انظر Queue", "→ Queue を参照",
    "Queueを参照。", "Queue 참조", "见Queue。", "参见：Queue",
])  # fmt: skip
def test_references_to_other_entries(reference: str) -> None:
    found = read(f"- **Queue**: All that wait.\n- **Line**: {reference}\n- **Case**: One question.\n")
    assert [(e.name, e.also) for e in found.entries] == [("Queue", ("Line",)), ("Case", ())]


@each_row("printed, also", [
    ("Очередь (сокр. ОЧ)", "ОЧ"),
    ("Очередь (разг. «хвост»)", "хвост"),
    ("Warteschlange (ugs. Schlange)", "Schlange"),
    ("Fila de espera (también llamada cola)", "cola"),
    ("Kolejka (skr. KL)", "KL"),
    ("待ち行列（別名 キュー）", "キュー"),
])  # fmt: skip
def test_marks_before_other_names_in_brackets(printed: str, also: str) -> None:
    found = read(f"- **{printed}**: All that wait.\n- **Case**: One question.\n- **Desk**: A table.\n")
    assert found.entries[0].also == (also,)


@each_row("mark", ["n. m.", "n. f.", "n.m.", "s. f.", "adj.", "v. tr.", "loc. adv."])
def test_grammar_after_a_name_is_no_part_of_it(mark: str) -> None:
    html = f"<h1>Lexique</h1><dl><dt>Appel <em>{mark}</em></dt><dd>Une question.</dd><dt>File</dt><dd>Ceux qui attendent.</dd></dl>"
    assert [e.name for e in read(html, "lexique.html").entries] == ["Appel", "File"]


def test_commas_and_wide_brackets_after_bold_names() -> None:
    commas = read(
        "## Slovník\n\n* **Fronta**, všichni, kdo čekají\n* **Pult**, stůl na chodbě\n* **Věc**, jedna otázka\n"
    )
    assert (commas.entries[0].name, commas.entries[0].text) == ("Fronta", "všichni, kdo čekají")
    wide = read(
        "- **行列**（ぎょうれつ）：順番を待つ人の列。\n- **机**：物を置く台。\n- **件**：一つの質問。\n"
    )
    entry = wide.entries[0]
    assert (entry.name, entry.also, entry.text) == (
        "行列", ("ぎょうれつ",), "順番を待つ人の列。",
    )  # fmt: skip


@each_row("heading", ["Über das Glossar", "Sobre este glosario", "O słowniku", "Om ordlistan", "О словаре"])
def test_headings_about_the_list_are_no_entries(heading: str) -> None:
    found = read(
        f"# Glossary\n\n## {heading}\n\nThe words that we use here.\n\n## Queue\n\nAll that wait.\n\n"
        "## Case\n\nOne question.\n\n## Desk\n\nA table.\n"
    )
    assert [e.name for e in found.entries] == ["Queue", "Case", "Desk"]


def test_an_empty_label_of_other_names_is_no_text() -> None:
    found = read(
        "## Queue\n- **Meaning:** All that wait.\n- **Synonyms:**\n\n## Case\n- **Meaning:** One question.\n"
    )
    assert [(e.name, e.text) for e in found.entries] == [
        ("Queue", "All that wait."),
        ("Case", "One question."),
    ]


@each_row("cell, others", [
    ("بلاغ، طلب", ("بلاغ", "طلب")),
    ("列、行", ("列", "行")),
    ("排队，队列；等候", ("排队", "队列", "等候")),
    ("TO DO...", ()),
    ("por completar", ()),
    ("brak", ()),
])  # fmt: skip
def test_lists_of_other_names_with_commas_of_other_scripts(cell: str, others: tuple[str, ...]) -> None:
    found = read(f"| Term | Synonyms | Definition |\n|---|---|---|\n| Queue | {cell} | All that wait. |\n")
    assert found.entries[0].also == others


def test_a_name_in_other_case_is_told_once() -> None:
    found = read(
        "- **Case**: One question. Also known as ticket.\n- **Ticket**: See Case.\n- **Desk**: A table.\n"
    )
    assert [(e.name, e.also) for e in found.entries] == [("Case", ("ticket",)), ("Desk", ())]


def test_keys_of_records_in_ukrainian() -> None:
    found = read('[{"термін": "Черга", "визначення": "Усі, хто чекає.", "синоніми": ["хвіст"]},'
                 ' {"термін": "Справа", "визначення": "Одне запитання."}]', "glossary.json")  # fmt: skip
    assert [(e.name, e.also, e.text) for e in found.entries] == [
        ("Черга", ("хвіст",), "Усі, хто чекає."),
        ("Справа", (), "Одне запитання."),
    ]


def test_an_anchor_right_after_the_signs_of_a_heading() -> None:
    found = read(
        '## Queue\n\nAll that wait.\n\n##<a name="case"></a> Case\n\nOne question.\n\n## Desk\n\nA table.\n'
    )
    assert [e.name for e in found.entries] == ["Queue", "Case", "Desk"]


@each_row("title", [
    "Ağ terimleri sözlüğü", "Mały słowniczek urzędu", "Kundenglossar", "Begriffsklärung", "Fogalommagyarázat",
    "Asiakaspalvelun termistö", "Výkladový slovníček", "Ordförklaringar", "Begrepsliste", "Terminologia robocza i słownika część",
    "Ορολογία", "Словник термінів", "معجم المصطلحات", "מונחון", "用語の説明", "용어 설명", "词汇",
])  # fmt: skip
def test_titles_of_glossaries(title: str) -> None:
    found = read(
        f"# {title}\n\nQueue: waits wait wait\n\nDesk: table table wood\n\nCase: one two three\n\nArc: seven lines wide\n"
    )
    assert len(found.entries) == 4


@each_row("mark", ["sb., -en, -er", "vb.", "egennavn", "nom propre"])
def test_grammar_in_brackets_as_nordic_dictionaries_print_it(mark: str) -> None:
    found = read(
        f"# Ordforklaring\n\n**sag** *({mark})*: Et spørgsmål.\n\n**kø** *(sb.)*: Dem, der venter.\n"
    )
    assert [e.name for e in found.entries] == ["sag", "kø"]


@each_row("printed", [
    "«Первая линия» (далее — 1Л) — ", "Первая линия (далее – 1Л) — ", "Première ligne (ci-après « 1Л ») – ",
    "Erstlinie (im Folgenden: 1Л) – ", "First line (hereinafter 1Л) – ", "Pierwsza linia (dalej: 1Л) – ",
])  # fmt: skip
def test_short_names_that_a_regulation_sets(printed: str) -> None:
    found = read(
        f"1.1. «Очередь» — все, кто ждёт.\n1.2. {printed}те, кто отвечает первыми.\n1.3. «Стол» — место работы.\n",
        "glossary.txt",
    )
    assert found.entries[1].also == ("1Л",)
    assert found.entries[1].text == "те, кто отвечает первыми."


def test_of_two_columns_of_sentences_the_first_is_the_text() -> None:
    found = read(
        "# Ordlista\n\n| Begrepp | Vardag | I appen |\n|---|---|---|\n"
        "| **Kö** | Alla som väntar på att någon svarar. | Listan med samtal som ingen har tagit ännu i systemet. |\n"
        "| **Ärende** | En fråga från en kund som vill ha svar. | En rad i databasen med nummer och status för frågan. |\n"
    )
    assert [e.text for e in found.entries] == [
        "Alla som väntar på att någon svarar.",
        "En fråga från en kund som vill ha svar.",
    ]


def test_a_term_beside_its_place_in_the_alphabet_stays() -> None:
    terms = [
        "Anruf",
        "Beleg",
        "Case",
        "Dienst",
        "Ende",
        "Fall",
        "Internet",
        "Instanz",
        "Karte",
        "Last",
        "Mappe",
        "Nummer",
    ]
    texts = {name: f"{name} ist ein Teil der Arbeit." for name in terms} | {
        "Internet": "weltweite Vernetzung von Rechnern."
    }
    found = read("# Glossar\n\n" + "".join(f"## {name}\n\n{texts[name]}\n\n" for name in terms))
    assert [e.name for e in found.entries] == terms


@each_row(
    "label, code",
    [
        ("영어", "en"),
        ("英語", "en"),
        ("Englisch", "en"),
        ("Англ.", "en"),
        ("Ruotsiksi", "sv"),
        ("На немецком", "de"),
    ],
)
def test_labels_that_name_a_language(label: str, code: str) -> None:
    found = read(
        f"# Glossary\n\n## Queue\n\nAll that wait.\n\n- {label}: rad\n\n## Case\n\nOne question.\n\n## Desk\n\nA table.\n"
    )
    assert found.entries[0].in_other_languages == {code: ("rad",)}
    assert found.entries[0].text == "All that wait."


def test_a_reference_after_a_full_stop_of_its_own_is_no_other_name() -> None:
    found = read(
        "- **Возврат** — выплата покупателю. См. также: обмен.\n- **Дело** — один вопрос.\n- **Стол** — мебель.\n"
    )
    assert found.entries[0].also == ()


def test_bold_names_joined_by_words_of_other_languages() -> None:
    found = read(
        "- **Трек-номер**, он же **трек** — номер посылки.\n- **Kolejka** lub **ogonek** — ci, którzy czekają.\n"
        "- **Dossier** ook wel **map** – alle stukken.\n"
    )
    assert [(e.name, e.also) for e in found.entries] == [
        ("Трек-номер", ("трек",)), ("Kolejka", ("ogonek",)), ("Dossier", ("map",)),
    ]  # fmt: skip


def test_one_line_without_a_sign_does_not_join_many_with_one() -> None:
    lines = "<br>".join([*(f"Name{n} – the thing number {n}" for n in range(9)), "Odd -thing"])
    found = read(f"<html><body><h1>Słownik</h1><p>{lines}</p></body></html>", "slownik.html")
    assert [e.name for e in found.entries] == [f"Name{n}" for n in range(9)]


def test_lines_under_the_same_label_are_no_entries_by_another_sign() -> None:
    terms = ["Queue", "Case", "Desk", "Line"]
    found = read("# Slovník\n\n" + "".join(
        f"## {name}\n\nThe thing that we call {name} at work.\n\nSouvisí: {other} · Shelf\n\n"
        for name, other in zip(terms, terms[1:] + terms[:1], strict=True)
    ))  # fmt: skip
    assert [e.name for e in found.entries] == terms


@each_row("sentence, short", [
    ("Abk.: ZÄ", "ZÄ"), ("Abrév. : ZÄ", "ZÄ"), ("Kısaltması: ZÄ.", "ZÄ"), ("Skrót: ZÄ.", "ZÄ"), ("Сокр.: ZÄ.", "ZÄ"),
    ("Förkortning: ZÄ.", "ZÄ"), ("Sigla: ZÄ.", "ZÄ"),
])  # fmt: skip
def test_last_sentences_with_an_abbreviation(sentence: str, short: str) -> None:
    found = read(f"- **Queue**: All that wait. {sentence}\n- **Case**: One question.\n- **Desk**: A table.\n")
    assert (found.entries[0].also, found.entries[0].text) == ((short,), "All that wait.")


@each_row("last", [
    "Hazırlayan: Eğitim Birimi, Ocak 2026", "Opracowała: Anna Kot", "Составил: отдел обучения", "Készítette: Nagy Anna",
    "Erstellt von: Team Schulung", "Établi par : le service formation",
    "Dziękujemy za uwagi.", "Спасибо за внимание!", "Teşekkürler!", "Máte dotaz? Volejte linku 214.", "Есть вопросы? Звоните 214.",
])  # fmt: skip
def test_last_lines_about_the_list_are_no_entries_and_no_text(last: str) -> None:
    found = read(
        f"SŁOWNIK\n\nQueue: All that wait.\nCase: One question.\nDesk: A table.\nArc: A line.\n\n{last}\n",
        "slownik.txt",
    )
    assert [(e.name, e.text) for e in found.entries] == [
        ("Queue", "All that wait."), ("Case", "One question."), ("Desk", "A table."), ("Arc", "A line."),
    ]  # fmt: skip


def test_a_bold_word_that_ends_a_sentence_begins_no_entry() -> None:
    found = read(
        "# Glossary\n\n**Queue**\nAll that wait at the desk (see\n**Desk**).\n\n**Desk**\nA table.\n"
    )
    assert [(e.name, e.text) for e in found.entries] == [
        ("Queue", "All that wait at the desk (see Desk)."),
        ("Desk", "A table."),
    ]


def test_headings_of_kinds_below_their_term_are_entries() -> None:
    found = read(
        "# Glossary\n\n## Handover\n\nGiving a case to a colleague.\n\n### Warm handover\n\nOne with a talk before.\n\n"
        "### Cold handover\n\nOne without.\n\n### Rules\n\nAsk first.\n\n## Queue\n\nAll that wait.\n\n## I:C ratio\n\nA share of two.\n"
    )
    assert [e.name for e in found.entries] == [
        "Handover",
        "Warm handover",
        "Cold handover",
        "Queue",
        "I:C ratio",
    ]


def test_a_wrapped_line_that_begins_bold_goes_on() -> None:
    found = read(
        "# Glossary\n\n- **Container** — a mark that we set on a case; a container is an\n  **ordinary case** — the same rules"
        " hold.\n- **Queue** — all that wait.\n- **Desk** — a table.\n"
    )
    assert [e.name for e in found.entries] == ["Container", "Queue", "Desk"]


def test_names_in_the_first_column_beside_their_translation() -> None:
    found = read(
        "# Ordlista\n\n| Pythia | svenska | förklaring |\n|---|---|---|\n"
        "| case | ärende | En fråga från en kund som vill ha svar. |\n"
        "| queue | kö | Alla som väntar på att någon svarar. |\n"
        "| desk | disk | Ett bord där kunder får hjälp av oss. |\n"
    )
    assert [(e.name, e.in_other_languages) for e in found.entries] == [
        ("case", {"sv": ("ärende",)}),
        ("queue", {"sv": ("kö",)}),
        ("desk", {"sv": ("disk",)}),
    ]


def test_headings_that_hold_the_text_between_others() -> None:
    long = "Ein Fach ist ein Ort, an dem wir alles sammeln, was uns Kundinnen am Abend schreiben, " * 3
    found = read(
        "# Glossar\n\n### Beleg:\nEin Blatt mit einer Zahl.\n\n### Dienst: Eine Zeit, in der jemand da ist.\n\n"
        f"### Fach: {long}und mehr.\n\n### Hinweis: Mehr kommt später noch dazu.\n\n### Kasse:\nEin Ort zum Zahlen.\n"
    )
    assert [(e.name, e.text) for e in found.entries] == [
        ("Beleg", "Ein Blatt mit einer Zahl."),
        ("Dienst", "Eine Zeit, in der jemand da ist."),
        ("Fach", f"{long}und mehr."),
        ("Kasse", "Ein Ort zum Zahlen."),
    ]


def test_the_ends_of_a_long_list_nearly_in_order_stay() -> None:
    names = [f"{a}{b}rt" for a in "bcdfghklmn" for b in "aeo"]
    for i in (4, 10, 16, 22):
        names[i - 1], names[i] = names[i], names[i - 1]
    list_ = "".join(
        f"## {n}\n\nA {n} is a thing of ours, the one with number {i}.\n\n" for i, n in enumerate(names)
    )
    found = read(f"# Glossary\n\n{list_}## Nurt\n\nOnce put there by Kim, and people liked it very much.\n")
    assert found.entries[-1].name == "Nurt"


def test_a_label_that_two_texts_repeat_names_a_part_of_them() -> None:
    found = read(
        "# Glossary\n\n## Ticket\n\nA request of a customer.\n\n**Zorks:** incident\n\n## Queue\n\nAll that wait.\n\n"
        "## Shift\n\nThe hours of one person.\n\n**Zorks:** guard\n\n## Desk\n\nA table.\n"
    )
    assert [e.name for e in found.entries] == ["Ticket", "Queue", "Shift", "Desk"]
    assert found.entries[0].text == "A request of a customer.\n\nZorks: incident"


@each_row("line", [
    "Zuletzt aktualisiert: 3. Mai 2024",
    "Mis à jour le 3 mai 2024",
    "Ultimo aggiornamento: 3 maggio 2024",
    "Ostatnia aktualizacja: 3 maja 2024",
    "Последнее обновление: 3 мая 2024 г.",
    "Son güncelleme: 3 Mayıs 2024",
    "最終更新日：2024年5月3日",
    "최종 수정일: 2024년 5월 3일",
    "Τελευταία ενημέρωση: 3 Μαΐου 2024",
    "آخر تحديث: 3 مايو 2024",
])  # fmt: skip
def test_the_day_of_the_last_change_is_no_part_of_the_last_entry(line: str) -> None:
    found = read(f"# Glosario\n\n## Fila\n\nTodos los que esperan.\n\n## Caso\n\nUna pregunta.\n\n{line}\n")
    assert [e.text for e in found.entries] == ["Todos los que esperan.", "Una pregunta."]


def test_a_term_called_like_a_state_of_a_list_stays() -> None:
    found = read(
        "Glossar\n\nLager: Ein Ort für Ware.\n\nStand: Ein Tisch auf der Messe 2024.\n\nTheke: Ein Tisch.\n",
        "g.txt",
    )
    assert [e.name for e in found.entries] == ["Lager", "Stand", "Theke"]


@each_row("title, name, text", [
    ("Orðalisti", "Hugtak", "Skýring"),
    ("Sõnastik", "Mõiste", "Seletus"),
    ("Terminų žodynas", "Terminas", "Paaiškinimas"),
    ("ტერმინთა განმარტება", "ტერმინი", "განმარტება"),
    ("Слоўнік тэрмінаў", "Тэрмін", "Азначэнне"),
    ("Hiztegia", "Hitza", "Azalpena"),
    ("Geirfa", "Gair", "Ystyr"),
    ("शब्दावली", "शब्द", "अर्थ"),
    ("คำศัพท์ของเรา", "คำศัพท์", "ความหมาย"),
    ("Từ điển nội bộ", "Từ khóa", "Giải nghĩa"),
])  # fmt: skip
def test_titles_and_headers_of_further_languages(title: str, name: str, text: str) -> None:
    table = f"| {name} | {text} |\n|---|---|\n| zzqu | qqzu wwe |\n| aaru | rruw qqa |\n| mmop | ppom wwo |\n"
    for document in (
        f"# Qwx\n\n{table}",
        f"# {title}\n\n- zzqu - qqzu wwe\n- aaru - rruw qqa\n- mmop - ppom wwo\n",
    ):
        found = read(document, "x.md")
        assert [(e.name, e.text) for e in found.entries] == [
            ("zzqu", "qqzu wwe"), ("aaru", "rruw qqa"), ("mmop", "ppom wwo"),
        ]  # fmt: skip


@each_row("sentence, other", [
    ("Nimetatakse ka rivi.", "rivi"),
    ("Također poznat kao niz.", "niz"),
    ("Нарича се още опашка.", "опашка"),
    ("Disebut juga antrean.", "antrean"),
    ("Còn gọi là hàng chờ.", "hàng chờ"),
    ("També anomenada fila.", "fila"),
])  # fmt: skip
def test_other_names_in_last_sentences_of_further_languages(sentence: str, other: str) -> None:
    found = read(f"- **Queue**: All that wait. {sentence}\n- **Case**: One question.\n- **Desk**: A table.\n")
    assert (found.entries[0].also, found.entries[0].text) == ((other,), f"All that wait. {sentence}")


@each_row("title", ["使用語言", "Termeni și condiții", "Klávesové skratky", "Termos de uso", "Wyrażenia"])
def test_titles_that_only_look_like_those_of_glossaries(title: str) -> None:
    found = read(
        f"# {title}\n\n- zzqu: qqzu wwe\n- aaru: rruw qqa\n- mmop: ppom wwo\n- bbax: axx uuv\n- ccux: xuu aav\n",
        "x.md",
    )
    assert not found.entries


@each_row("header, text", [
    ("Термін | Англійською | Визначення", "Усі, хто чекає на відповідь."),
    ("Termi | Englanniksi | Selitys", "Kaikki, jotka odottavat vuoroaan jonossa, myös puhelimessa."),
    ("Hugtak | Enska | Skýring", "Allir sem bíða eftir svari."),
])  # fmt: skip
def test_names_in_the_language_of_the_only_texts(header: str, text: str) -> None:
    rows = "".join(f"| Nimi {place} | name {place} | {text} |\n" for place in "ABC")
    found = read(f"| {header} |\n|---|---|---|\n{rows}")
    assert [(e.name, e.in_other_languages) for e in found.entries] == [
        (f"Nimi {place}", {"en": (f"name {place}",)}) for place in "ABC"
    ]


def test_names_of_the_site_beside_english_texts() -> None:
    rows = "".join(
        f"| Wort {place} | word {place} | A thing that we need, the one of {place}. |\n" for place in "ABC"
    )
    found = read(f"| Begriff | Englisch | Bedeutung |\n|---|---|---|\n{rows}")
    assert [e.name for e in found.entries] == ["word A", "word B", "word C"]


@each_row("line", [
    "Disusun oleh: Tim Gudang", "编写：培训部", "Xin vui lòng bổ sung từ mới vào danh sách này.",
    "لطفاً واژه‌های تازه را به این فهرست بیفزایید.", "Terima kasih atas perhatiannya.", "Molimo dopunite ovaj popis.",
])  # fmt: skip
def test_last_lines_in_further_languages(line: str) -> None:
    found = read(
        f"Glosarium\n\nQueue: All that wait.\nCase: One question.\nDesk: A table.\nArc: A line.\n\n{line}\n",
        "x.txt",
    )
    assert [(e.name, e.text) for e in found.entries][-1] == ("Arc", "A line.")
    assert len(found.entries) == 4


@each_row("printed, other", [
    ("Prigovor (ili žalba)", "žalba"), ("Taotlus (või avaldus)", "avaldus"), ("Retur, disebut juga balik", "balik"),
    ("Antrean (singkatan: AN)", "AN"), ("Waybill (short: WB)", "WB"),
])  # fmt: skip
def test_other_names_in_names_of_further_languages(printed: str, other: str) -> None:
    found = read(f"- **{printed}**: All that wait.\n- **Case**: One question.\n- **Desk**: A table.\n")
    assert found.entries[0].also == (other,)


def test_a_name_with_a_colon_in_its_brackets_over_its_text() -> None:
    found = read("GLOSSARY\n\n1. Count\n   Counting all goods.\n2. Waybill (short: WB)\n   A paper for drivers.\n"
                 "3. Pallet\n   A board.\n", "x.txt")  # fmt: skip
    assert [(e.name, e.also) for e in found.entries] == [("Count", ()), ("Waybill", ("WB",)), ("Pallet", ())]


@each_row("header", [
    "Term,Translation", "Source,Target", "source term,target term", "영어,번역문", "原文,译文", "Original,Übersetzung",
])  # fmt: skip
def test_headers_of_lists_of_translations(header: str) -> None:
    found = read(f"{header}\nqueue,cola\nrefund,reembolso\nshift,turno\n", "glossary.csv")
    assert [(e.name, e.text) for e in found.entries] == [
        ("queue", "cola"), ("refund", "reembolso"), ("shift", "turno"),
    ]  # fmt: skip


@each_row("header", ["英文(单数) | 英文(复数) | 中文", "English (singular) | English (plural) | 中文"])
def test_languages_in_headers_with_brackets(header: str) -> None:
    rows = "".join(f"| {name} | {name}s | 公司 |\n" for name in ("queue", "case", "desk"))
    found = read(f"| {header} |\n|---|---|---|\n{rows}")
    first = found.entries[0]
    assert (first.name, first.also, first.in_other_languages) == ("queue", ("queues",), {"zh": ("公司",)})


def test_languages_in_headers_without_spaces() -> None:
    found = read(
        "中文词汇,中文定义,英文词汇,英文定义\n队列,等待的人。,queue,All that wait.\n案件,一个问题。,case,One question.\n",
        "x.csv",
    )
    assert [(e.name, e.text, e.in_other_languages) for e in found.entries] == [
        ("queue", "All that wait.", {"zh": ("队列",)}), ("case", "One question.", {"zh": ("案件",)}),
    ]  # fmt: skip


def test_a_clause_of_terms_in_a_regulation() -> None:
    found = read(
        "# Điều 1. Phạm vi\n\nQuy định này áp dụng cho mọi nhân viên.\n\n# Điều 2. Giải thích từ ngữ\n\n"
        "1. Khách hàng là người dùng dịch vụ.\n\n2. Ca trực là giờ làm việc của một người.\n\n"
        "3. Khiếu nại là phản ánh của khách hàng.\n\n# Điều 3. Nguyên tắc\n\nTrả lời nhanh.\n", "x.md"
    )  # fmt: skip
    assert [e.name for e in found.entries] == ["Khách hàng", "Ca trực", "Khiếu nại"]


@each_row("label, code", [("En español", "es"), ("Inglés", "en"), ("Auf Deutsch", "de")])
def test_labels_of_languages_before_the_text(label: str, code: str) -> None:
    found = read(
        f"# Glosario\n\n### Caso\n\n*{label}:* wort\n\nUna pregunta.\n\n### Fila\n\nTodos.\n\n### Mesa\n\nUn mueble.\n"
    )
    first = found.entries[0]
    assert (first.text, first.in_other_languages) == ("Una pregunta.", {code: ("wort",)})


@each_row("question, name", [
    ("Mikä on omavastuu?", "omavastuu"), ("Vad är en faktura?", "faktura"), ("Hvad er moms?", "moms"), ("Co to jest zaliczka?", "zaliczka"),
    ("Co je to záloha?", "záloha"), ("Šta je rabat?", "rabat"), ("Какво е фактура?", "фактура"), ("Що таке рахунок?", "рахунок"),
    ("Mi az a kötbér?", "kötbér"), ("Ce este o factură?", "factură"), ("Τι είναι η αίτηση?", "αίτηση"), ("Kas yra sąskaita?", "sąskaita"),
    ("Apa itu kuitansi?", "kuitansi"), ("מהו ותק?", "ותק"), ("ما هي الفاتورة؟", "الفاتورة"), ("بارنامه چیست؟", "بارنامه"), ("रसीद क्या है?", "रसीद"),
    ("Phiếu là gì", "Phiếu"), ("มัดจำคืออะไร", "มัดจำ"), ("直帰とは", "直帰"), ("直帰とは何ですか？", "直帰"), ("什么是物业费？", "物业费"),
    ("物业费是什么？", "物业费"), ("민원이란 무엇인가요?", "민원"), ("SLA란?", "SLA"), ("계란", "계란"),
])  # fmt: skip
def test_questions_for_a_meaning(question: str, name: str) -> None:
    found = read(
        f"# Glossary\n\n## {question}\n\nOne thing.\n\n## Desk\n\nA table.\n\n## Shift\n\nHours of work.\n"
    )
    assert [e.name for e in found.entries] == [name, "Desk", "Shift"]


@each_row("title", [
    "1. Дефиниции", "Pojmy a zkratky", "Seznam zkratek", "Wykaz skrótów", "Перелік скорочень", "Fogalommeghatározások", "Listă de termeni",
    "Λεξικό όρων", "Lyhenneluettelo", "Termer och definitioner", "Termos e definições", "Termes i definicions", "Daftar singkatan",
    "Thuật ngữ và định nghĩa", "Значення термінів та скорочення",
])  # fmt: skip
def test_chapters_with_terms_of_a_larger_document(title: str) -> None:
    found = read(
        f"# Qqor wwes\n\n## {title}\n\nWwe qqo:\n\n1. „Zzqu“ – qqzu wwe.\n2. „Aaru“ – rruw qqa.\n3. „Mmop“ – ppom wwo.\n\n"
        "## 2. Rruw\n\nQqzu wwe rruw qqa ppom.\n", "x.md"
    )  # fmt: skip
    assert [(e.name, e.text) for e in found.entries] == [
        ("Zzqu", "qqzu wwe."),
        ("Aaru", "rruw qqa."),
        ("Mmop", "ppom wwo."),
    ]


@each_row("lines", ["【{}】\n{}\n\n", "「{}」とは、{}\n", "「{}」{}\n"])
def test_names_in_brackets_of_east_asia(lines: str) -> None:
    told = (
        ("直帰", "会社に戻らずに帰ること。"),
        ("日報", "その日の報告。"),
        ("稟議", "許可を書類でもらうこと。"),
    )
    found = read("社内用語集\n\n" + "".join(lines.format(*one) for one in told), "x.txt")
    assert [(e.name, e.text) for e in found.entries] == list(told)


def test_a_line_that_announces_names_in_quotes() -> None:
    found = read(
        '# Definitions\n\nIn this contract:\n\n"Zzqu" means a desk.\n\n"Aaru" means a shift.\n\n"Mmop" means a case.\n'
    )
    assert [(e.name, e.text) for e in found.entries] == [
        ("Zzqu", "a desk."),
        ("Aaru", "a shift."),
        ("Mmop", "a case."),
    ]


@each_row("marks", [
    "1、 2、 3、", "1. 2. 3.", "1． 2． 3．", "（1） （2） （3）", "(1) (2) (3)", "1） 2） 3）", "① ② ③", "一、 二、 三、", "（九） （十） （十一）",
])  # fmt: skip
def test_numbers_before_names_in_east_asia(marks: str) -> None:
    told = (("工单", "记录客户问题的单子。"), ("首响", "第一次回复客户。"), ("结案", "问题解决后关闭工单。"))
    lines = [f"{mark}{name}：{text}" for mark, (name, text) in zip(marks.split(), told, strict=True)]
    for document, filename in (
        ("名词解释\n\n" + "\n".join(lines), "x.txt"),
        ("# 名词解释\n\n" + "\n\n".join(lines), "x.md"),
    ):
        assert [(e.name, e.text) for e in read(document, filename).entries] == list(told)
    heads = "".join(
        f"## {mark}{name}\n\n{text}\n\n" for mark, (name, text) in zip(marks.split(), told, strict=True)
    )
    assert [e.name for e in read(f"# 名词解释\n\n{heads}").entries] == [name for name, _ in told]


def test_numbers_that_belong_to_names() -> None:
    found = read(
        "# 名词解释\n\n- **5）制**：五天工作。\n- **一、二线**：两种城市。\n- **结案**：关闭工单。\n"
    )
    assert [e.name for e in found.entries] == ["5）制", "一、二线", "结案"]


@each_row("ask, tell", [
    ("P", "O"), ("Pytanie", "Odpowiedź"), ("Otázka", "Odpověď"), ("Kysymys", "Vastaus"), ("K", "V"), ("Питання", "Відповідь"), ("П", "В"),
    ("Kérdés", "Válasz"), ("Întrebare", "Răspuns"), ("Ερώτηση", "Απάντηση"), ("Pertanyaan", "Jawaban"), ("س", "ج"), ("שאלה", "תשובה"),
    ("Hỏi", "Đáp"), ("ถาม", "ตอบ"), ("問", "答"),
])  # fmt: skip
def test_labels_of_questions_and_answers_in_further_languages(ask: str, tell: str) -> None:
    told = (
        ("grafik", "Lista, kto kiedy pracuje."),
        ("nadgodzina", "Godzina ponad plan."),
        ("L4", "Zwolnienie od lekarza."),
    )
    found = read(
        "Qqor\n\n" + "".join(f"{ask}: Co to jest {name}?\n{tell}: {text}\n\n" for name, text in told), "x.txt"
    )
    assert [(e.name, e.text) for e in found.entries] == list(told)


@each_row("days", [
    "Monday Tuesday Friday", "Lunedì Martedì Mercoledì", "Понедельник Вторник Среда", "月曜日 火曜日 水曜日", "Styczeń Luty Marzec",
])  # fmt: skip
def test_plans_by_day_or_month(days: str) -> None:
    found = read(
        "# Qqor\n\n" + "".join(f"## {day}\n\nPasta, salad and fruit.\n\n" for day in days.split()), "x.md"
    )
    assert not found.entries


def test_a_name_with_equals_that_notes_are_called_as_well() -> None:
    found = read(
        "KAMUS KASIR\n\nnota = kertas bukti belanja\nretur = barang kembali\nshift = jam kerja\n", "x.txt"
    )
    assert [e.name for e in found.entries] == ["nota", "retur", "shift"]


@each_row("label", [
    "См. также", "Див. також", "Вж. също", "Zob. też", "Srov.", "Pozri aj", "L. még", "Βλ. επίσης", "Δείτε επίσης", "Ks. myös", "Vrt.", "Jfr", "Cfr.",
    "Voir également", "S. auch", "Skat. arī", "Žr. taip pat", "Ayrıca bkz.", "همچنین ببینید", "参阅", "같이 보기", "Termes associés", "Relaterade begrepp",
])  # fmt: skip
def test_labels_of_references_with_short_words(label: str) -> None:
    for line in (f"**{label}:** Desk", f"{label}: Desk"):
        found = read(
            f"# Glossary\n\n## Case\n\nOne question.\n\n{line}\n\n## Desk\n\nA table.\n\n## Shift\n\nHours.\n"
        )
        assert [(e.name, e.also, e.text) for e in found.entries] == [
            ("Case", (), "One question."), ("Desk", (), "A table."), ("Shift", (), "Hours."),
        ]  # fmt: skip


def test_numbered_definitions_of_a_contract_before_its_other_clauses() -> None:
    found = read(
        "# Договор\n\n## 1. Термины и определения\n\n1.1. Используются термины:\n\n1.2. Заказчик – лицо, которое платит.\n\n"
        "1.3. Исполнитель – компания.\n\n1.4. Акт – документ.\n\n1.5. Кабинет – страница.\n\n1.6. Счёт – бумага.\n\n"
        "## 2. Предмет\n\n2.1. Исполнитель оказывает услуги.\n\n2.2. Срок – один год.\n", "x.md"
    )  # fmt: skip
    assert [e.name for e in found.entries] == ["Заказчик", "Исполнитель", "Акт", "Кабинет", "Счёт"]


@each_row(
    "parts",
    [
        "Ingredientes Preparación Presentación",
        "Składniki Przygotowanie Ustalenia",
        "Ингредиенты Приготовление Место",
    ],
)
def test_recipes_in_further_languages(parts: str) -> None:
    found = read(
        "# Qqor\n\n" + "".join(f"## {part}\n\nZzqu wwe, qqa rru.\n\n" for part in parts.split()), "x.md"
    )
    assert not found.entries


@each_row("text, name", [
    ("Förklaring", "Begrepp"), ("Forklaring", "Begreper"), ("Descrizione", "Concetto"), ("解釋", "名詞"), ("含義", "專有名詞"), ("通俗解释", "专业术语"),
    ("Смысл", "Термин"), ("Що означає", "Вираз"), ("Mit jelent", "Címszó"), ("補足説明", "専門用語"), ("Kepanjangan", "Singkatan"),
])  # fmt: skip
def test_more_headers_of_names_and_texts(text: str, name: str) -> None:
    found = read(
        f"{text},{name}\nqqzu wwe rru ppo,Zzqu\nrruw qqa wwo ppo,Aaru\nppom wwo qqe rro,Mmop\n", "x.csv"
    )
    assert [e.name for e in found.entries] == ["Zzqu", "Aaru", "Mmop"]


def test_columns_of_how_words_are_read_aloud() -> None:
    found = read(
        "| Kanji | Hiragana | Romaji | Traduction |\n|---|---|---|---|\n| 犬 | いぬ | inu | chien |\n| 猫 | ねこ | neko | chat |\n"
    )
    assert [(e.name, e.also, e.text) for e in found.entries] == [("犬", (), "chien"), ("猫", (), "chat")]
