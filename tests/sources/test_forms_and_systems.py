"""Answers to forms, records of content systems, pages for search engines and forums."""

from __future__ import annotations

import json

from helpers.rows import each_row
from site_gen.sources import importing

TOLD = [
    ("Crema", ("foam",), "The foam on an espresso."),
    ("Portafilter", (), "What holds the ground coffee."),
    ("Tamper", (), "What presses it."),
]


def entries(content: str, filename: str) -> list[tuple[str, tuple[str, ...], str]]:
    found = importing.read(content.encode(), filename, source="mine")
    return [(entry.name, entry.also, entry.text) for entry in found.entries]


QUESTIONS = (
    "Timestamp,What is the term?,How would you explain it to a new colleague?,Any other names for it?,Your name",
    "Zeitstempel,Wie lautet der Begriff?,Was bedeutet er?,Gibt es andere Namen?,Ihr Name",
    "Horodateur,Quel est le terme ?,Que signifie-t-il ?,Y a-t-il d'autres noms ?,Votre nom",
    "Marca temporal,¿Cuál es el término?,¿Qué significa?,¿Hay otros nombres?,Su nombre",
)


@each_row("head", QUESTIONS)
def test_questions_of_a_form_head_their_answers(head: str) -> None:
    rows = [f"2026/01/05 9:12:01,{name},{text},{';'.join(also)},Kim" for name, also, text in TOLD]
    assert entries("\n".join([head, *rows]), "answers.csv") == TOLD


def strapi(name: str, also: tuple[str, ...], text: str) -> object:
    other = [{"id": 1, "attributes": {"name": one}} for one in also]
    return {
        "id": 7,
        "attributes": {"term": name, "definition": text, "locale": "en", "synonyms": {"data": other}},
    }


def contentful(name: str, also: tuple[str, ...], text: str) -> object:
    words = {"nodeType": "text", "value": text}
    body = {"nodeType": "document", "content": [{"nodeType": "paragraph", "content": [words]}]}
    return {
        "sys": {"id": name, "type": "Entry"},
        "fields": {"term": name, "definition": body, "synonyms": list(also)},
    }


SYSTEMS = (
    {"data": [strapi(*one) for one in TOLD], "meta": {"pagination": {"page": 1, "total": 3}}},
    {"total": 3, "items": [contentful(*one) for one in TOLD]},
)


@each_row("value", SYSTEMS)
def test_records_of_content_systems_are_taken_out_of_their_boxes(value: object) -> None:
    assert entries(json.dumps(value), "export.json") == TOLD


def test_questions_for_meanings_that_a_page_tells_search_engines_are_entries() -> None:
    asked = [
        {
            "@type": "Question",
            "name": f"What is a {name}?",
            "acceptedAnswer": {"@type": "Answer", "text": f"<p>{text}</p>"},
        }
        for name, _, text in TOLD
    ]
    data = json.dumps({"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": asked})
    page = f'<title>Words of the bar</title><script type="application/ld+json">{data}</script><div id="root"></div>'
    assert [(name, text) for name, _, text in entries(page, "x.html")] == [
        (name, text) for name, _, text in TOLD
    ]


def test_facts_about_a_post_of_a_forum_are_no_text() -> None:
    said = "".join(f"<p><b>{name}</b><br>{text}</p>" for name, _, text in TOLD)
    page = (
        f'<h1>Words of the bar</h1><div class="post"><p>For newcomers.</p>{said}</div><div itemprop="interactionStatistic">14 Likes</div>'
        '<div class="crawler-post-meta"><a href="/u/jo">jo</a> March 3, 2026</div><div class="post"><p>Thanks, very useful!</p></div>'
    )
    assert [(name, text) for name, _, text in entries(page, "x.html")] == [
        (name, text) for name, _, text in TOLD
    ]


def test_a_word_class_with_a_sign_behind_it_is_no_part_of_a_text() -> None:
    document = "# Termini\n\n**Ancora**, s.f. - Ferro che tiene ferma la barca.\n\n**Cima** - Una corda.\n\n**Bitta** - Una colonna.\n"
    assert entries(document, "x.md")[0] == ("Ancora", (), "Ferro che tiene ferma la barca.")
