"""Texts of the shipped glossary that nobody has translated yet are marked as English, and only those."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from helpers.rows import each_row
from helpers.support import glossary, term, topic, world_of
from site_gen.catalog import catalog, shipped
from site_gen.corpus.adopted import adopted
from site_gen.corpus.layout import UPSTREAM
from site_gen.corpus.load import load
from site_gen.language import language_of
from site_gen.model.adopted import english_texts, shipped_slugs
from site_gen.model.records import Adopted, Contrast, Glossary, Metric, Site
from site_gen.pages.borrowed import told
from site_gen.pages.data.lookup_js import examples, lookup_files
from site_gen.pages.data.study_js import study_files
from site_gen.pages.data.words_js import words_files
from site_gen.pages.lookup import lookup_data
from site_gen.pages.render import pages
from site_gen.pages.views import home_view
from site_gen.pages.words import Words

QUEUE = {
    "name": "Queue",
    "aliases": ["Waiting line"],
    "abbreviations": ["QU"],
    "definition": "A line in which work waits.",
    "details": "Two kinds:\n\n- by skill\n- by age",
    "say_to_customer": {"chat": "You are next."},
    "topics": ["basics"],
    "contrast": {"pile": {"difference": "A pile is not sorted."}},
}
KEPT: Mapping[str, Any] = {
    "format": 1,
    "edition": "0.2.0",
    "terms": {"queue": QUEUE, "pile": {"name": "Pile", "definition": "Work on a desk."}},
    "topics": {"basics": {"id": "basics", "name": "The basics", "meaning": "What comes first."}},
    "at": {"pile": "stapel"},
}


def desk(language: str = "de", changed: Mapping[str, object] = MappingProxyType({})) -> Glossary:
    """A desk with the shipped queue, its pile under another name, and a term of its own."""
    texts: Mapping[str, object] = {**QUEUE, **changed}
    queue = term("queue", status="shipped", **{
        key: tuple(value) if isinstance(value, list) else value for key, value in texts.items() if key != "contrast"
    })  # fmt: skip
    made = glossary(
        queue,
        term("stapel", name="Stapel", definition="Arbeit auf dem Tisch.", status="approved"),
        term("eigen", name="Eigener", definition="Von uns.", status="approved"),
        topics=(topic("basics", name="The basics", meaning="Was zuerst kommt."),),
    )
    return replace(made, language=language, adopted=adopted(json.dumps(KEPT).encode()))


def page_of(made: Glossary, path: str = "terms/queue.md") -> str:
    return dict(pages(world_of(made, Site(language=made.language))))[path]


@each_row(
    "changed, english, own",
    [
        ({}, ["Queue", "Waiting line", "A line in which work waits.", "The basics"], ["QU", "Was zuerst kommt."]),
        ({"name": "Schlange"}, ["Waiting line", "A line in which work waits."], ["Schlange", "Queue"]),
        ({"definition": "Hier wartet Arbeit."}, ["You are next."], ["Queue", "Hier wartet Arbeit."]),
        ({"details": "Zwei Arten."}, ["A line in which work waits."], ["Zwei Arten."]),
    ],
)  # fmt: skip
def test_a_text_is_english_as_long_as_it_stands_as_it_came(
    changed: Mapping[str, object], english: list[str], own: list[str]
) -> None:
    found = english_texts(desk(changed=changed))
    assert found.issuperset(english) and found.isdisjoint(own)
    assert not english_texts(desk("en-GB", changed))


def test_the_page_of_a_term_says_what_of_it_is_english() -> None:
    page = page_of(desk())
    assert '<h1 class="gl-name"><bdi lang="en">Queue</bdi>' in page
    assert '<bdi lang="en">A line in which work waits.</bdi>' in page
    assert '<p lang="en">Two kinds:</p><ul lang="en"><li>by skill</li>' in page
    assert '<p lang="en">You are next.</p>' in page and '<span class="gl-abbr">QU</span>' in page
    assert '<bdi lang="en">Waiting line</bdi>' in page and '"inLanguage": "en"' in page
    assert "Auch genannt" in page
    own = page_of(desk(), "terms/stapel.md")
    assert '<h1 class="gl-name">Stapel' in own and '"inLanguage": "de"' in own
    assert 'lang="en"' not in page_of(desk("en"))


def test_a_formula_is_in_the_language_of_its_names() -> None:
    shares = Metric(
        formula="calls * 100 / chats",
        unit="%",
        better="higher",
        parts={"calls": "Anrufe", "chats": "C"},
        worked={},
        edges={"no calls": "It is 0."},
    )
    kept = {
        **KEPT,
        "terms": {
            "share": {"name": "Share", "metric": {"formula": shares.formula, "edges": dict(shares.edges)}}
        },
    }
    made = glossary(term("share", name="Anteil", metric=shares, status="shipped"))
    for source, is_marked in ((kept, True), (KEPT, False)):
        page = page_of(
            replace(made, language="de", adopted=adopted(json.dumps(source).encode())), "terms/share.md"
        )
        assert (
            '"gl-metric__formula"><bdi lang="en"><var>calls</var> × 100 ÷ <var>chats</var></bdi><' in page
        ) is is_marked
        assert (
            '<dt><bdi lang="en">no calls</bdi></dt><dd><bdi lang="en">It is 0.</bdi></dd>' in page
        ) is is_marked
        assert ('<th scope="row"><bdi lang="en">calls</bdi></th><td>Anrufe' in page) is is_marked


@each_row("path", ["az.md", "topics.md", "topics/basics.md", "all.html"])
def test_lists_say_it_too(path: str) -> None:
    assert 'lang="en">' in page_of(desk(), path)


def test_a_term_came_with_the_tool_however_it_is_called_now() -> None:
    made = desk()
    assert shipped_slugs(made) == {"queue", "stapel"}
    assert shipped_slugs(replace(made, adopted=Adopted())) == {"queue"}  # by its mark alone


@each_row("data", [b"", b"no json", b"[1]", b'{"terms": [], "at": 3}', b'{"terms": {"a": 1}}', b"[" * 9000])
def test_a_file_that_nobody_can_read_tells_nothing(data: bytes) -> None:
    found = load({UPSTREAM: data}).glossary
    assert not english_texts(replace(found, language="de")) and not shipped_slugs(found)


def test_the_desks_own_words_come_first() -> None:
    made = desk()
    made = replace(
        made,
        terms=tuple(
            replace(one, level="essential", search_as=(f"was ist ein {one.slug}",)) for one in made.terms
        ),
    )
    names = [one.name for one in home_view(world_of(made, Site(language="de")), ()).essential]
    assert names == ["Eigener", "Stapel", "Queue"]
    assert examples(made, {"queue": 9, "stapel": 1}) == ["qu", "was ist ein stapel"]
    english = replace(made, language="en")
    assert [one.name for one in home_view(world_of(english), ()).essential] == ["Eigener", "Queue", "Stapel"]
    assert examples(english, {"queue": 9, "stapel": 1})[-1] == "was ist ein queue"


def test_scripts_know_what_stands_in_english() -> None:
    made = desk()
    world = world_of(made, Site(language="de"))
    data = lookup_data(made, {}, language=language_of("de"))
    assert data["names"] == ["Eigener", "Queue", "Stapel"] and data["inEnglish"] == "030"
    renamed = desk(changed={"name": "Schlange"})
    assert lookup_data(renamed, {}, language=language_of("de"))["inEnglish"] == "020"
    assert "inEnglish" not in lookup_data(desk("en"), {})
    for made, is_marked in ((desk(), True), (desk("en"), False)):
        files = lookup_files(made, world.links, Site(language=made.language), world.trust, world.catalog)
        assert ("markEnglish" in files["assets/lookup-data.js"]) == is_marked


SCENES = {"queue": "Work has come and waits.", "stapel": "Work lies on a desk."}


def test_scripts_know_it_of_what_is_learned_too() -> None:
    made = desk()
    told = Contrast(to="stapel", difference="A pile is not sorted.", scenes=SCENES)
    texts = {**KEPT, "terms": {**KEPT["terms"], "queue": {**QUEUE, "scene": SCENES["queue"]}}}
    queue = replace(made.terms[1], contrast=(told,))
    assert queue.slug == "queue"
    made = replace(
        made,
        terms=(made.terms[0], queue, made.terms[2]),
        adopted=adopted(json.dumps(texts).encode()),
    )
    for language in ("de", "en"):
        world = world_of(replace(made, language=language), Site(language=language))
        of = world.glossary, world.relations, world.links, world.course, world.catalog
        study, quiz, *_ = map(_value, study_files(*of).values())
        files = lookup_files(world.glossary, world.links, world.site, world.trust, world.catalog)
        texts = _value(files["assets/lookup-texts.js"])
        if language == "en":
            assert not {"english"}.intersection(study, quiz, texts)
            continue
        assert [study["sets"][place][2] for place in study["english"]] == ["The basics"]
        assert [quiz["scenes"][place][3] for place in quiz["english"]["scenes"]] == [SCENES["queue"]]
        assert texts["english"] == ["queue-vs-stapel"]


def _value(script: str) -> Any:
    """What the first line that begins with a name of ours gives to it."""
    return json.JSONDecoder().raw_decode(re.split(r"^glossary\.\w+ = ", script, flags=re.MULTILINE)[1])[0]


def test_a_sentence_goes_on_in_its_language() -> None:
    words = Words(catalog("de"), english=frozenset({"New colleagues."}))
    assert told(words.without_stop("New colleagues.")) == '<bdi lang="en">New colleagues</bdi>'
    assert words.without_stop("Neue <b>.") == "Neue &lt;b&gt;"


def test_scripts_know_which_of_their_own_texts_nobody_has_translated() -> None:
    polish = catalog("pl", {"scripts.common.copied": "Skopiowano"})
    made = words_files(polish)["assets/words.js"]
    borrowed = json.loads(made.rpartition("glossary.borrowed = ")[2].removesuffix(";\n"))
    texts = shipped("en")
    assert texts["scripts.quiz.begin"] in borrowed and texts["scripts.common.copied"] not in borrowed
    assert (
        'createWords("pl"' in made
        and "glossary.borrowed" not in words_files(catalog("de"))["assets/words.js"]
    )
    world = world_of(glossary(term("queue")), Site(language="pl"))
    for words, is_marked in ((polish, True), (catalog("de"), False)):
        files = lookup_files(world.glossary, world.links, world.site, world.trust, words)
        assert ("markEnglish" in files["assets/lookup-data.js"]) == is_marked


def test_both_lines_of_a_name_are_in_its_language() -> None:
    words = Words(catalog("de"), english=frozenset({"Know your customer"}))
    marked = [told(f"<text>{line}</text>") for line in words.in_lines(("Know your", "customer"))]
    assert marked == ['<text lang="en">Know your</text>', '<text lang="en">customer</text>']
    assert words.in_lines(("Der <b>", "customer")) == ["Der &lt;b&gt;", "customer"]


def test_a_language_without_texts_of_the_tool_has_all_of_them_marked() -> None:
    page = page_of(desk("pl"), "machines.md")
    assert f'<bdi lang="en">{catalog("en").text("published.llms_txt.holds")}</bdi>' in page
    assert f'<bdi lang="en">{catalog("en").text("machines.lead")}</bdi>' in page
    assert not catalog("en").borrowed_sentences and not catalog("de").borrowed_sentences
