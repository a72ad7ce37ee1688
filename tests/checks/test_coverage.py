"""Terms that stand alone, and phrases in use that no term explains."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from helpers.corpora import term_yaml, tree
from helpers.rows import each_row
from site_gen.__main__ import main
from site_gen.checks import coverage
from site_gen.checks.rules import check
from site_gen.checks.rules.coverage import everyday_names, orphans, undefined_terms
from site_gen.corpus.load import load

# Enough terms that all hang together, so that the rules are asked.
WORDS = [
    "anvil",
    "bucket",
    "candle",
    "drum",
    "easel",
    "funnel",
    "garnet",
    "hammer",
    "igloo",
    "jacket",
    "kettle",
    "ladder",
    "mirror",
    "needle",
    "oar",
    "pail",
    "quill",
    "rope",
    "saddle",
    "tongs",
]
RING = {
    f"terms/{word}.yaml": term_yaml(word.capitalize(), f"related: [{after}]", definition="Some tool.")
    for word, after in zip(WORDS, [*WORDS[1:], WORDS[0]], strict=True)
}


def findings(files: Mapping[str, str], code: str) -> list[str]:
    found = check(load(tree({**RING, **files})), (orphans, undefined_terms))
    return [str(problem) for problem in found if problem.code == code]


def alone(*lines: str, definition: str = "A flag on a pole.") -> dict[str, str]:
    return {"terms/banner.yaml": term_yaml("Banner", "status: approved", *lines, definition=definition)}


def test_a_term_that_nothing_leads_to() -> None:
    assert findings(alone(), "orphan-term") == [
        "glossary/terms/banner.yaml:1: warning: nothing leads to 'Banner', and it leads to no other term; "
        "name a related, broader or contrasting term, or use the word in a text [orphan-term]"
    ]


EVERYDAY = {
    f"terms/{word}.yaml": term_yaml(
        word.capitalize(),
        f"related: [{after}]",
        definition="A tool that they can use." if at % 3 else "Some tool.",
    )
    for at, (word, after) in enumerate(zip(WORDS, [*WORDS[1:], WORDS[0]], strict=True))
}


def test_a_name_that_is_an_everyday_word() -> None:
    def told(name: str, *lines: str) -> list[str]:
        files = {**EVERYDAY, "terms/can.yaml": term_yaml(name, *lines, definition="A tin.")}
        found = check(load(tree(files)), (everyday_names,))
        return [str(problem) for problem in found]

    assert told("Can") == [
        "glossary/terms/can.yaml:1: warning: 'Can' is linked in 13 of 21 terms; a term is usually linked in 13; "
        "if it is an everyday word, write 'autolink: false' or make it an abbreviation; "
        "if readers need all the links, allow everyday-name with the reason [everyday-name]"
    ]
    assert told("CAN") == told("Tin") == told("Can", "autolink: false") == []
    assert told("Can", "allow: {everyday-name: We make cans.}") == []


@each_row("places, told", [(9, 0), (12, 1), (30, 1)])
def test_an_everyday_word_is_linked_ten_times_as_often_as_a_term_usually_is(places: int, told: int) -> None:
    words = [
        one + other
        for one in "bdfgklmnpr"
        for other in ("abe", "ilo", "ude", "ope", "ime", "arn", "elt", "ong", "unk")
    ]
    files = {
        f"terms/{word}.yaml": term_yaml(
            word.capitalize(), definition=f"A {after} that they {'can' if at < places else 'may'} use."
        )
        for at, (word, after) in enumerate(pairwise([*words, words[0]]))
    }
    files["terms/can.yaml"] = term_yaml("Can", definition="A tin.")
    assert len([*check(load(tree(files)), (everyday_names,))]) == told


@each_row(
    "files",
    [
        alone("related: [rope]"),
        alone("broader: rope"),
        alone("contrast: {rope: The one flies.}"),
        alone(definition="A flag on a rope."),
        alone("details: It hangs on a rope."),
        alone("allow: {orphan-term: It is new.}"),
        {"terms/banner.yaml": ""},
        alone() | {"terms/rope.yaml": term_yaml("Rope", "related: [banner]")},
        alone() | {"terms/rope.yaml": term_yaml("Rope", "related: [saddle]", definition="It holds banners.")},
        alone() | {"paths.yaml": "- id: first\n  title: First\n  stops:\n    - term: banner\n"},
    ],
)
def test_a_term_that_hangs_together_with_others(files: Mapping[str, str]) -> None:
    assert findings(files, "orphan-term") == []


@each_row("line", ["distinct: [rope]", "related: [banner]", "related: [nothing]"])
def test_what_leads_no_reader_anywhere(line: str) -> None:
    assert len(findings(alone(line), "orphan-term")) == 1


def test_drafts_are_asked_once_they_are_approved() -> None:
    draft = {"terms/banner.yaml": term_yaml("Banner", "status: draft", definition="A flag on a pole.")}
    assert findings(draft, "orphan-term") == []
    assert (
        findings({"terms/banner.yaml": term_yaml("Banner", definition="A flag on a pole.")}, "orphan-term")
        == []
    )


def test_a_glossary_that_has_just_begun_is_not_nagged() -> None:
    assert check(load(tree(alone())), (orphans,)) == ()


def users(phrase: str, count: int, field: str = "details") -> dict[str, str]:
    """Files of the first terms, changed so that they use the phrase."""
    return {
        f"terms/{word}.yaml": term_yaml(
            word.capitalize(), f"related: [{WORDS[0]}]", f"{field}: It needs {phrase} now."
        )
        for word in WORDS[1 : count + 1]
    }


ROOM = {"terms/waiting-room.yaml": term_yaml("Waiting room", "related: [rope]")}  # "room" now ends a label


@each_row(
    "phrase, shown",
    [
        ("a tool room", "tool room"),
        ("tool rooms", "tool rooms"),
        ("a `code` tool room", "tool room"),
        ("the XYZ", "XYZ"),
        ("a waiting room", ""),  # a label
        ("a waiting  room", ""),
        ("a new room", ""),  # an everyday word
        ("a tool, room", ""),
        ("a `tool room`x", ""),  # code
        ("a tool chest", ""),  # no label ends in it
        ("the X", ""),
    ],
)
def test_which_phrases_are_suggested(phrase: str, shown: str) -> None:
    files = {**users(phrase, coverage.IN_TERMS), **ROOM}
    found = coverage.undefined(load(tree({**RING, **files})).glossary)
    assert [row.phrase for row in found] == ([shown] if shown else [])
    assert all(row.terms == tuple(WORDS[1 : coverage.IN_TERMS + 1]) for row in found)


def test_the_problem_stands_in_the_first_term_and_names_others() -> None:
    assert findings({**users("a tool room", 6), **ROOM}, "undefined-term") == [
        "glossary/terms/bucket.yaml:5: warning: 'tool room' is used in 6 terms and defined in none; also in "
        "candle, drum, easel and 2 more; define it, make it an alias, or rule in glossary/plain-words.yaml "
        "that it needs no entry [undefined-term]"
    ]


def test_few_terms_may_use_what_they_like() -> None:
    assert findings({**users("a tool room", coverage.IN_TERMS - 1), **ROOM}, "undefined-term") == []


@each_row(
    "ruling",
    [
        {"plain-words.yaml": "tool room: says what it is\n"},
        {"plain-words.yaml": "Tool-rooms: says what it is\n"},
        {"terms/store.yaml": term_yaml("Store", "aliases: [Tool room]")},
    ],
)
def test_a_phrase_that_is_ruled_on_is_not_suggested(ruling: Mapping[str, str]) -> None:
    assert findings({**users("a tool room", 6), **ROOM, **ruling}, "undefined-term") == []


def test_plain_words_are_read_like_every_file() -> None:
    broken = load(tree({"plain-words.yaml": "tool room:\ncall: [a, b]\ndesk: number # 2\n"}))
    assert [(problem.line, problem.code) for problem in broken.problems] == [
        (1, "empty-item"),
        (2, "wrong-type"),
        (3, "cut-value"),
    ]


@pytest.mark.usefixtures("few_shipped")
def test_what_only_shipped_terms_lack_waits_until_one_is_reviewed(tmp_path: Path) -> None:
    """Shipped terms in a desk's own language: rules have nothing to say of what nobody has read."""

    def run(*arguments: str) -> str:
        return CliRunner().invoke(main, [str(one) for one in arguments]).output

    desk = tmp_path / "desk"
    run("init", desk, "--from", "support", "--language", "de")
    first = run("--root", desk, "check")
    assert ", 0 errors, 0 warnings" in first
    run("--root", desk, "review", "--topic", "tickets")  # now these are the desk's own
    later = run("--root", desk, "check")
    assert "[orphan-term]" in later and ", 0 warnings" not in later
