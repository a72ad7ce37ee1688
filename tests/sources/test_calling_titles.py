"""Titles that say in other words that a list of words follows, in many languages."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources.shape.calling_titles import says_how_called, speaks_of_concepts


@each_row("title", [
    "How we call things", "What we call things from now on", "How things are called here", "What means what",
    "So nennen wir das ab jetzt", "Wie wir das nennen", "Was heißt was", "Comment on appelle les choses",
    "Cómo llamamos a las cosas", "Come chiamiamo le cose", "Como chamamos as coisas", "Zo noemen we dat",
    "Så säger vi på lagret", "Sådan taler vi på kontoret", "Miten kutsumme asioita", "Jak nazywamy rzeczy",
    "Jak tomu u nás říkáme", "Ako hovoríme veciam", "Kako nazivamo stvari", "Как мы это называем", "Як ми це називаємо",
    "Как наричаме нещата", "Hogyan hívjuk a dolgokat", "Cum vorbim la ghișeu", "Πώς λέμε τα πράγματα", "Neye ne diyoruz",
    "Ne ne demek?", "Co jest co w naszej bibliotece", "Što je što", "Τι σημαίνει τι", "מה זה מה", "何と呼ぶか",
])  # fmt: skip
def test_titles_that_say_how_things_are_called(title: str) -> None:
    assert says_how_called(title)


@each_row("title", [
    "How we work", "What we do", "How to call the API", "What is new", "How to say thanks", "What people say about us",
    "Was wir machen", "Was sagen unsere Kunden", "So funktioniert es", "Comment nous travaillons",
    "Ce que disent nos clients", "Cómo llamar al servicio técnico", "Lo que dicen los clientes", "Jak nas najít",
    "Come funziona", "Hoe wij werken", "使用語言", "Как нас найти",
])  # fmt: skip
def test_titles_that_ask_how_and_name_nothing(title: str) -> None:
    assert not says_how_called(title)


@each_row("title, speaks", [
    ("Key concepts", True), ("ABC der Werkstatt", True), ("Conceptos clave", True), ("Азбука смены", True),
    ("核心概念", True), ("Concept art", True), ("Conception", False), ("Opening hours", False), ("Alphabetisch", False),
])  # fmt: skip
def test_titles_of_concepts_and_alphabets(title: str, speaks: bool) -> None:
    assert speaks_of_concepts(title) is speaks
