"""Fields below bold names, and questions for a meaning behind labels, among questions for other things."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing


def pairs(document: str, filename: str) -> list[tuple[str, str]]:
    found = importing.read(document.encode(), filename, source="mine").entries
    return [(entry.name, " ".join(entry.text.split())) for entry in found]


@each_row("first, label", [("Tipo", "Definizione"), ("Nature", "Sens"), ("Owner", "Meaning")])
def test_a_field_of_any_kind_above_the_text_of_a_bold_name(first: str, label: str) -> None:
    document = "# Cards\n\n" + "\n".join(
        f"**{name}**\n*{first}:* {kind}\n*{label}:* {text}\n"
        for name, kind, text in (
            ("Bow", "noun", "the front of a ship"),
            ("Moor", "verb", "to tie a ship up"),
            ("Stern", "noun", "the back of a ship"),
        )
    )
    assert pairs(document, "cards.md") == [
        ("Bow", "the front of a ship"),
        ("Moor", "to tie a ship up"),
        ("Stern", "the back of a ship"),
    ]


def test_fields_below_bold_names_without_a_text_are_no_entries() -> None:
    document = (
        "# Dishes\n\n**Bread**\nTime: 3 hours\nParts: flour, salt\n\n**Soup**\nTime: 1 hour\nParts: leek\n"
    )
    assert pairs(document, "dishes.md") == []


def test_labelled_questions_for_a_meaning_prove_a_glossary_in_italian() -> None:
    document = (
        "DOMANDE E RISPOSTE\n\nD: Che cos'è la lista nera?\nR: I numeri che non accettiamo.\n\n"
        "D: Come si inoltra una chiamata?\nR: Premendo il tasto verde.\n\n"
        'D: Cosa vuol dire "fuori soglia"?\nR: Il cliente aspetta da dieci minuti.\n\n'
        'D: Che cosa si intende con "prima linea"?\nR: I colleghi che rispondono per primi.\n'
    )
    assert [name for name, _ in pairs(document, "domande.txt")] == [
        "lista nera",
        "fuori soglia",
        "prima linea",
    ]


def test_further_questions_for_a_meaning_in_chinese() -> None:
    document = "# 问答\n\n## 什么叫回访？\n\n事后给客户打电话。\n\n## 怎么请假？\n\n找组长。\n\n## 何为首响？\n\n第一次回复客户。\n"
    assert [name for name, _ in pairs(document, "faq.md")] == ["回访", "首响"]


def test_the_day_of_a_post_is_no_part_of_the_last_text() -> None:
    document = (
        "*Bounce:* a ticket that comes back\n*Cold case:* nobody has touched it\n*VIP:* a customer with a flag\n\n"
        "_posted 3 Nov_\n"
    )
    assert pairs(document, "glossary.md")[-1] == ("VIP", "a customer with a flag")
