"""Which words, numbers and commas are told of, by the English that a site writes: tables of sentences."""

from __future__ import annotations

import json
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from helpers.corpora import ROOT, term_yaml, tree
from helpers.rows import each_row
from site_gen.checks.english import Correction, lines
from site_gen.checks.english.commas import missing_commas
from site_gen.checks.english.numbers import house_forms, other_numbers
from site_gen.checks.english.words import FILES, Judged, other_words, rows, stiff_words
from site_gen.checks.rules import CHECKS, check
from site_gen.checks.rules.editorial import EDITORIAL
from site_gen.corpus.load import load
from site_gen.model.problem import Problem
from site_gen.model.records import English, Site

CODES = {"other-english", "stiff-wording", "number-form", "serial-comma", "line-full-form"}


def words(text: str, english: Judged) -> dict[str, str]:
    return {one.found: one.instead for one in other_words(text, english)}


def problems(english: English, *lines: str, name: str = "Hold music", **more: str) -> list[Problem]:
    files = tree({"terms/hold-music.yaml": term_yaml(name, *lines), **more})
    return [one for one in check(load(files), EDITORIAL, Site(english=english)) if one.code in CODES]


@each_row(
    "text, wanted",
    [
        ("The colour of the parcel.", {"colour": "color", "parcel": "package"}),
        ("Organisations realise, analyse and cancelled.", {"Organisations": "Organizations", "realise": "realize",
                                                            "analyse": "analyze", "cancelled": "canceled"}),
        ("The centre's licence", {"centre": "center", "licence": "license"}),
        ("a programme, a cheque, a catalogue", {"programme": "program", "cheque": "check", "catalogue": "catalog"}),
        ("whilst amongst friends, straight away", {"whilst": "while", "amongst": "among", "straight away": "right away"}),
        ("At the till they said", {"the till": "the register"}),
        ("She rang us, then we rang\nback.", {"rang us": "called us", "rang\nback": "called back"}),
        ("two fortnights, a rota", {"fortnights": "two weeks", "rota": "schedule"}),
        ("colour-coded labels/colours", {"colour": "color", "colours": "colors"}),
        ("Travelling agents", {"Travelling": "Traveling"}),
    ],
)  # fmt: skip
def test_british_words_are_told_with_the_american_one(text: str, wanted: dict[str, str]) -> None:
    assert words(text, "american") == wanted
    assert words(text, "british") == {}


@each_row(
    "text, wanted",
    [
        ("The color of the center", {"color": "colour", "center": "centre"}),
        ("We analyze behavior", {"analyze": "analyse", "behavior": "behaviour"}),
        ("She analyzes the ZIP code.", {"analyzes": "analyses", "ZIP code": "postcode"}),
        ("canceled toward the end", {"canceled": "cancelled", "toward": "towards"}),
        ("in the parking lot", {"parking lot": "car park"}),
    ],
)
def test_american_words_are_told_with_the_british_one(text: str, wanted: dict[str, str]) -> None:
    assert words(text, "british") == wanted
    assert words(text, "american") == {}


@each_row(
    "text",
    [
        "Open the queue, check the license, practice the program, meter and story.",  # in both
        "Analyses of exercise and advice; promise, surprise, supervise, compromise, otherwise, expertise.",
        "We organize, customize and personalize.",  # British too
        "Open till five; the phone rang; the phone rang for a minute.",
        "Members of the Labour Party met the Royal Centre of Excellence.",  # names
        "See colour.css, /colour/red/x, favourite_colour, www.colour.example, help@centre.example.",
        'The field is called "Favourite colour"; the button says “Cancelled”.',
        "Match the #favourite tag and @colour.",
        "COLOUR",
        "",
        "Two cautions were given. One trap is speed.",
    ],
)
def test_no_word_is_told_of(text: str) -> None:
    assert words(text, "american") == {}
    assert stiff_words(text) == []


@each_row(
    "text, found",
    [
        ("They need not call.", "need not"),
        ("To whom it goes.", "whom"),
        ("Two cautions: the first.", "Two cautions"),
        ("It works. Three traps. The first.", "Three traps"),
        ("Send us feedbacks.", "feedbacks"),
        ("They needn’t call.", "needn’t"),
        ("This shows how it looks like.", "how it looks like"),
    ],
)
def test_stiff_wording_is_told_of(text: str, found: str) -> None:
    assert [one.found for one in stiff_words(text)] == [found]


def test_the_tables_do_not_contradict_themselves() -> None:
    for english in ("american", "british"):
        for row in rows(english).values():
            assert not set(words(row.instead, english)), row
    assert len(rows("american")) > 2000 and len(rows("british")) > 800
    for name in FILES:
        path = ROOT / "site_gen/checks/english" / name
        text = path.read_text(encoding="utf-8").splitlines()
        left = [line for line in text if line and line[0] != "#"]
        assert len(left) == len(set(left))
        assert all(any(f" {sign} " in line for sign in "=<>!") for line in left)


@each_row(
    "text, wanted",
    [
        ("45 percent and 3.5 per cent", ["45%", "3.5%"]),
        ("45 % of them", ["45%"]),
        ("15 dollars, a 200 dollar limit, a 20-dollar fee", ["$15", "$200", "$20"]),
        ("at 14:30", ["2:30 p.m."]),
        ("by 9:15", ["9:15 a.m.' or '9:15 p.m."]),
        ("from 00:15 on", ["12:15 a.m."]),
        ("The 14:05 batch failed", ["2:05 p.m."]),
        ("3pm, 3:30 PM, 11AM", ["3 p.m.", "3:30 p.m.", "11 a.m."]),
        ("12 500 calls", ["12,500"]),
        ("4,5 stars", ["4.5"]),
        ("45%, $15, 3 p.m., 10:30 a.m., 12,500 calls, 4.5 stars, at noon", []),
        ("9:30 minutes, 1:45 each, a ratio of 1:30, in 14:30 on average", []),
        ("By 4 p.m. it was open; at 3:50 nobody wrote.", []),
        ("Chapter 3:16; 10.0.0.1; v2.45; 24/7; 15:30:20", []),
        ("Call 555 0199 or order 1234 5678", []),
        ("the percent sign; a few dollars", []),
    ],
)
def test_american_numbers(text: str, wanted: list[str]) -> None:
    house = house_forms(["3 p.m. and 4 p.m., 5 p.m., 6 p.m."])
    assert [one.instead for one in other_numbers(text, "american", house)] == wanted


def test_the_form_of_most_numbers_is_that_of_the_house() -> None:
    house = house_forms(["at 15:00, at 16:00, at 9:30", "3pm", "45 percent", "1 percent", "2%"])
    assert house == {"time of day": "15:00", "share": "45 percent"}
    told = [one.instead for one in other_numbers("at 15:30, 3pm, 12am, 5%", "british", house)]
    assert sorted(told) == ["0:00", "15:00", "5 percent"]


@each_row(
    "text, wanted",
    [
        ("It has phone, chat, email and text.", ["email, and"]),
        ("Some channels, such as phone, chat or email.", ["chat, or"]),
        ("Three things count: speed, tone and facts.", ["tone, and"]),
        ("Ask the agent, the lead and the manager.", ["the lead, and"]),
        ("It tells who called, who answered and who waited.", ["who answered, and"]),
        ("Some channels (phone, live chat and email).", []),  # two words before "and": not told
        ("It has phone, chat, email, and text.", []),
        ("For most desks, calls and emails come first.", []),
        ("When the queue is long, agents, leads and managers help out.", []),
        ("In the queue, the agent and the lead wait.", []),
        ("Calls and chats, or emails and texts.", []),
        ("He called, waited and she wrote.", []),
        ("", []),
    ],
)
def test_missing_commas(text: str, wanted: list[str]) -> None:
    assert [one.instead for one in missing_commas(text)] == wanted


def test_nothing_is_asked_unless_the_site_says_which_english() -> None:
    lines = ["details: |", "  The parcel need not come at 15:30: calls, chats, texts and mails."]
    assert problems("any", *lines) == []
    assert {one.code for one in problems("american", *lines)} == CODES - {"line-full-form"}
    assert {one.code for one in problems("british", *lines)} == {"stiff-wording"}
    assert Site().english == "any"


@each_row(
    "lines, line",
    [
        (["details: The colour."], 4),
        (["example: The colour."], 4),
        (["here: The colour."], 4),
        (["say_to_customer: The colour."], 4),
        (["say_to_customer:", "  chat: The hue.", "  call: The colour."], 6),
        (["internal: The colour."], 4),
        (["contrast:", "  other: The colour."], 5),
        (["contrast:", "  other:", "    difference: The hue.", "    scene: The colour.", "    fits: other"], 5),
        (["metric:", "  formula: a", '  unit: "%"', "  better: higher", "  parts: {a: the colour}",
          '  worked: {a: "1", result: "1"}'], 8),
    ],
)  # fmt: skip
def test_every_text_is_read_and_told_with_its_line(lines: list[str], line: int) -> None:
    other = {"terms/other.yaml": term_yaml("Other")}
    files = tree({"terms/hold-music.yaml": term_yaml("Hold music", *lines), **other})
    found = check(load(files), EDITORIAL, Site(english="american"))
    assert [(one.line, one.hint) for one in found if one.code == "other-english"] == [(line, "write 'color'")]


def test_names_code_and_other_languages_are_not_judged() -> None:
    lines = [
        "aliases: [Centre of colour]",
        "search_as: [colour centre]",
        "in_other_languages: {en-GB: [Parcel colour]}",
        "details: |",
        "  Ask the centre of colour for `colour` and [it](https://colour.example/parcel).",
        "",
        "      parcel: colour",
    ]
    assert problems("american", *lines, name="Parcel") == []


def test_a_finding_is_weighted_by_status_and_can_be_excepted() -> None:
    (draft,) = problems("american", "details: The colour and the colour.")
    assert (draft.severity, draft.message) == ("warning", "'colour' in 'details' is British English")
    (approved,) = problems("american", "details: The colour.", "status: approved")
    assert approved.severity == "error"
    assert problems("american", "details: The colour.", "allow: {other-english: the brand's word}") == []


def test_the_base_corpus_of_the_benchmarks_stays_silent_without_the_setting() -> None:
    definition = json.dumps("A record of the colour of a parcel.")
    files = tree({"terms/a.yaml": term_yaml("Hue", definition=definition)})
    assert not {one.code for one in check(load(files), (*CHECKS, *EDITORIAL))} & CODES


def corrections(text: str) -> list[Correction]:
    found = [*stiff_words(text), *missing_commas(text)]
    for english in ("american", "british"):
        found += [*other_words(text, english), *other_numbers(text, english, house_forms([text]))]
    return found


@given(st.text(st.sampled_from("aI colour whom parcel12:.,%$“\"'-/@ \n:and or such as the pm")))
def test_a_correction_stands_where_it_says(text: str) -> None:
    for one in corrections(text):
        assert text[one.start : one.end] == one.found != one.instead


@each_row(
    "text",
    [
        "a, ",
        "a",
        "1 000 ",
        "a.",
        "/a",
        '"a ',
        ": a a, ",
        "the a, ",
        "at 9:30 ",
        "_a",
        "1.",
        "colour ",
        "I'll x ",
        "[ ",
    ],
)
def test_a_long_text_takes_no_longer_than_its_length(text: str) -> None:
    long = text * (10_000 // len(text))
    began = process_time()
    corrections(long)
    for finder in (lines.figures, lines.promises, lines.scores, lines.full_forms):
        list(finder(long))
    assert process_time() - began < 1.7
