"""What repeats a name, writes it out or says how it sounds, and names that are the tags of XML."""

from __future__ import annotations

import json

from helpers.rows import each_row
from site_gen.sources import importing

Found = list[tuple[str, tuple[str, ...], str]]


def entries(content: str, filename: str) -> Found:
    found = importing.read(content.encode(), filename, source="mine")
    return [(entry.name, entry.also, " ".join(entry.text.split())) for entry in found.entries]


def test_a_line_that_writes_an_abbreviation_out_is_another_name() -> None:
    page = "<h1>Glossary</h1><h3>MDF</h3><p>Market development funds</p><p>Money for campaigns.</p><h3>Tier</h3><p>The level of a partner.</p>"
    assert entries(page, "x.html") == [
        ("MDF", ("Market development funds",), "Money for campaigns."),
        ("Tier", (), "The level of a partner."),
    ]


def test_a_name_over_its_own_text_is_no_text() -> None:
    pages = {
        "coupon": ("Coupon", "The interest of a bond."),
        "par": ("Par", "What a bond is worth in the end."),
    }
    data = {key: {"title": name, "content": f"## {name}\n\n{text}"} for key, (name, text) in pages.items()}
    assert entries(json.dumps(data), "x.json") == [(name, (), text) for name, text in pages.values()]


SOUNDS = ("pron", "ipa", "term-pronunciation", "phonetic")


@each_row("kind", SOUNDS)
def test_how_a_name_sounds_is_no_other_name(kind: str) -> None:
    page = f'<h1>Glossary</h1><h3>Kirnu <span class="{kind}">[kirnu]</span></h3><p>Where butter is made.</p><h3>Rehu</h3><p>What cows eat.</p>'
    assert entries(page, "x.html")[0] == ("Kirnu", (), "Where butter is made.")


TAGS = "<dry>Wine without sugar in it</dry><oak_aged>Wine that lay in barrels</oak_aged><tannin>What makes a mouth dry</tannin><young>Wine of this year only</young>"


@each_row("inner", (TAGS, f"<group>{TAGS}</group>"))
@each_row("version", ("1.0", "10", "2.0"))
def test_names_may_be_the_tags_of_a_glossary(inner: str, version: str) -> None:
    found = entries(f'<?xml version="{version}" encoding="UTF-8"?>\n<glossary>{inner}</glossary>', "x.xml")
    assert [name for name, _, _ in found] == ["dry", "oak aged", "tannin", "young"]


RUN_ON = ("<strong>{}</strong>: {}", "<strong>{}:</strong> {}", "<b>{}</b> – {}")
SHORT = [("AHT", "How long a call takes."), ("FCR", "Solved at the first call."), ("SLA", "What we promise.")]


@each_row("form", RUN_ON)
def test_bold_names_with_their_texts_may_follow_each_other_in_a_line(form: str) -> None:
    line = " ".join(form.format(*pair) for pair in SHORT)
    assert [(name, text) for name, _, text in entries(f"<h1>Glossary</h1><p>{line}</p>", "x.html")] == SHORT


def test_bold_words_within_a_text_part_nothing() -> None:
    text = "A call. **Note** that it rings. It has **two** ends. It is **not** a chat."
    [entry] = entries(f"# Glossary\n\n**Call**: {text}\n\n**Chat**: Words on a screen.\n", "x.md")[:1]
    assert entry[2].startswith("A call. ") and entry[2].endswith("a chat.")


def test_keys_that_records_have_may_be_names() -> None:
    told = {
        "Body": "The part that people see.",
        "Form": "What sends words to a server.",
        "Head": "The part that they do not see.",
        "Link": "What leads to another page.",
        "Name": "What a field of a form is called.",
        "Title": "What a tab shows of a page.",
    }
    assert [(name, text) for name, _, text in entries(json.dumps(told), "x.json")] == list(told.items())


def test_a_call_to_action_below_the_entries_is_no_entry() -> None:
    page = "<h1>Banking terms</h1><h4>Float</h4><p>Money that is on its way.</p><h4>Lien</h4><p>A right to keep a thing.</p><h4>Rate</h4><p>What a loan costs.</p>"
    cta = '<div class="cta-box"><h4>Open an account today</h4><p>It takes five minutes.</p></div>'
    assert [name for name, _, _ in entries(page + cta, "x.html")] == ["Float", "Lien", "Rate"]


HEADS = ("## Related", "**See also:**", "## Siehe auch", "Voir aussi :")


@each_row("head", HEADS)
def test_a_list_of_other_entries_below_a_text_is_told(head: str) -> None:
    data = [
        {"term": "Churn", "text": f"Customers who leave.\n\n{head}\n\n- [Seat](seat.md)\n- Cohort"},
        {"term": "Seat", "text": "A licence.\n\n- for one person\n- for a year"},
    ]
    found = importing.read(json.dumps(data).encode(), "x.json", source="mine")
    assert found.entries[0].text == "Customers who leave."
    assert found.entries[1].text.endswith("- for a year")
    assert {"- Seat", "- Cohort"} <= {one.text for one in found.skipped}
