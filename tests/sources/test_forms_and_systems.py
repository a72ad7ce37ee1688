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


def test_concepts_with_a_record_for_each_language_give_one_entry() -> None:
    def of(code: str, text: str, *terms: str) -> object:
        return {"code": code, "definition": text, "terms": [{"text": one} for one in terms]}

    concepts = [
        {
            "id": 1,
            "languages": [
                of("en", "A track beside the line.", "siding", "side track"),
                of("fr", "Une voie.", "évitement"),
            ],
        },
        {"id": 2, "languages": [of("en", "What pulls a train.", "locomotive"), of("fr", "", "locomotive")]},
    ]
    assert entries(json.dumps({"concepts": concepts}), "terms.json") == [
        ("siding", ("side track",), "A track beside the line."),
        ("locomotive", (), "What pulls a train."),
    ]


def test_keys_may_begin_with_a_word_for_a_glossary() -> None:
    flat = "".join(f"glossary.{name.lower()}: {text}\n" for name, _, text in TOLD)
    assert [name for name, _, _ in entries(f"app.title: Bar\n{flat}", "words.yaml")] == [
        "crema",
        "portafilter",
        "tamper",
    ]


def test_of_the_posts_of_a_blog_those_of_its_glossary_are_read() -> None:
    def item(kind: str, title: str, text: str) -> str:
        told = f"<title>{title}</title><c:encoded><![CDATA[<p>{text}</p>]]></c:encoded>"
        return f"<item>{told}<wp:post_type>{kind}</wp:post_type></item>"

    posts = "".join(item("glossary", name, text) for name, _, text in TOLD) + item(
        "page", "About us", "We are a small bar."
    )
    spaces = 'xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"'
    feed = f'<?xml version="1.0"?><rss {spaces}><channel><title>Bar</title>{posts}</channel></rss>'
    found = importing.read(feed.encode(), "export.xml", source="mine")
    assert [entry.name for entry in found.entries] == [name for name, _, _ in TOLD]
    assert ("About us", "page, which is no page of the glossary") in [
        (one.text, one.why) for one in found.skipped
    ]


def test_xml_that_was_saved_anew_may_still_say_utf_16() -> None:
    records = "".join(
        f"<entry><term>{name}</term><definition>{text}</definition></entry>" for name, _, text in TOLD
    )
    found = entries(f'<?xml version="1.0" encoding="UTF-16"?>\n<terms>{records}</terms>', "x.xml")
    assert [name for name, _, _ in found] == [name for name, _, _ in TOLD]


LAST = (
    ("リード", "買うかもしれない人。{}とも言う。"),
    ("잠재 고객", "살지도 모르는 사람이다. {}이라고도 한다."),
)


@each_row("other, text", LAST)
def test_a_last_sentence_in_japanese_or_korean_may_tell_another_name(other: str, text: str) -> None:
    document = f"# Glossary\n\n**Aaa**: {text.format(other)}\n\n**Bbb**: {TOLD[1][2]}\n"
    assert entries(document, "x.md")[0][1] == (other,)


def test_a_pill_beside_a_name_is_no_name() -> None:
    card = '<div class="p-6 shadow"><div class="flex"><p class="text-lg">{}</p><span class="text-xs rounded-full">Core</span></div><p class="mt-2">{}</p></div>'
    page = "<h2>Words of the bar</h2>" + "".join(card.format(name, text) for name, _, text in TOLD)
    assert [name for name, _, _ in entries(page, "x.html")] == [name for name, _, _ in TOLD]


FOOTS = (
    "You receive this e-mail because you signed up.", "Sie erhalten diese E-Mail, weil Sie sich angemeldet haben.",
    "Vous recevez cet e-mail car vous êtes inscrit.", "Recibes este correo porque te suscribiste.",
)  # fmt: skip


@each_row("foot", FOOTS)
def test_the_foot_of_a_newsletter_is_no_text(foot: str) -> None:
    said = "".join(f"<p><b>{name}</b><br>{text}</p>" for name, _, text in TOLD)
    found = entries(f"<h2>Words of the month</h2>{said}<p><small>{foot}</small></p>", "mail.html")
    assert [text for _, _, text in found] == [text for _, _, text in TOLD]


def test_lines_that_keep_their_blanks_are_read_as_plain_text() -> None:
    rows = "\n".join(f"{name:<14}{text}" for name, _, text in TOLD)
    found = entries(f"<h3>Words of the bar</h3><pre>\n{rows}\n</pre>", "old.html")
    assert [(name, text) for name, _, text in found] == [(name, text) for name, _, text in TOLD]


SHARES = ("share-buttons", "social-media", "sharedaddy", "addtoany_share_save", "sharing-links")


@each_row("kind", SHARES)
def test_buttons_that_share_a_page_are_no_text(kind: str) -> None:
    said = "".join(f"<p><b>{name}</b> – {text}</p>" for name, _, text in TOLD)
    page = f'<h1>Words of the bar</h1><div>{said}<div class="{kind}">Share: <a href="#">VK</a></div></div>'
    assert [text for _, _, text in entries(page, "x.html")] == [text for _, _, text in TOLD]
