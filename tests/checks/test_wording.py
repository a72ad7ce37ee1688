"""How definitions are worded (ISO 704): tables of sentences, and what is said of each."""

from __future__ import annotations

import json

from helpers.corpora import term_yaml, tree
from helpers.rows import each_row
from site_gen.checks.rules import check, wording
from site_gen.checks.rules.editorial import EDITORIAL
from site_gen.corpus.load import load


def said_of(definition: str, *lines: str, name: str = "Hold music") -> list[tuple[str, str]]:
    """(code, what was found) of a draft's definition and fields."""
    files = tree({"terms/hold-music.yaml": term_yaml(name, *lines, definition=json.dumps(definition))})
    return [(problem.code, problem.message) for problem in check(load(files), EDITORIAL)]


@each_row(
    "definition, begins",
    [
        ("Is what callers hear.", "Is"),
        ("It is what callers hear.", "It is"),
        ("Refers to what callers hear.", "Refers"),
        ("Means that a caller waits.", "Means"),
        ("This describes what callers hear.", "This describes"),
        ("A term for what callers hear.", "A term for"),
        ("The common word used by callers.", "The common word used"),
        ("An abbreviation of a longer name.", "An abbreviation of"),
        ("Short for a longer name.", "Short for"),
        ("Waiting on the line is when a song plays.", "Waiting on the line is when"),
        ("A pause is where a song plays.", "A pause is where"),
        ("Waiting refers to a pause.", "Waiting refers to"),
        ("When a caller hears a song.", "When"),
        ("Where a caller hears a song.", "Where"),
        ("If a caller has to wait.", "If"),
        ("To play a song while someone waits.", "To"),
        ("Used while someone waits.", "Used"),
        ("Share of callers who wait.", "Share of"),
        ("Person who waits.", "Person who"),
    ],
)
def test_an_opening_that_says_nothing_is_reported(definition: str, begins: str) -> None:
    assert said_of(definition) == [("definition-opening", f"the definition begins with '{begins}'")]


@each_row(
    "definition",
    [
        "The song that a caller hears while waiting.",
        "A person who waits.",
        "What a caller hears while waiting.",
        "How long a caller waits.",
        "Software that plays a song. It is switched on when a caller waits.",
        "Playing a song to callers who wait.",
        "One of the songs that callers hear.",
        "The moment when a song begins to play.",
        "A list of songs, kept where agents find it.",
        "Customer records that refer to one call.",
        "Shares in a firm, given to its staff.",
        "Songs: the ones that callers hear.",
    ],
)
def test_an_opening_that_says_what_it_is_is_fine(definition: str) -> None:
    assert said_of(definition) == []


@each_row(
    "definition, subject",
    [
        ("The music is what a caller hears.", "The music"),
        ("Music means a song for callers.", "Music"),
        ("Music: a song that callers hear.", "Music"),
        ("Holding music is a song.", ""),
        ("The song is played to callers.", ""),
        ("Callers who are on the line.", ""),
    ],
)
def test_a_definition_that_repeats_its_name_is_reported(definition: str, subject: str) -> None:
    wanted = [("restated-name", f"the definition says '{subject}' again, which stands above it")]
    assert said_of(definition) == (wanted if subject else [])


@each_row(
    "definition, whole",
    [
        ("A song for callers.", True),
        ("“Please hold” and what follows.", True),
        ("24 songs for callers!", True),
        ("Étude that callers hear.", True),
        ("a song for callers.", False),
        ("A song for callers", False),
        ("A song for callers,", False),
    ],
)
def test_a_definition_is_one_whole_sentence(definition: str, whole: bool) -> None:
    code = "definition-sentence"
    assert [found for found, _ in said_of(definition)] == ([] if whole else [code])


@each_row(
    "lines, word",
    [
        (["details: A seamless song."], "seamless"),
        (["details: A Seamlessly played song."], "Seamlessly"),
        (["here: |", "  A world class song."], "world class"),
        (["example: The cutting-edge song played."], "cutting-edge"),
        (["details: A robustly built song."], ""),
        (["details: The vital part is the song."], ""),  # said of the thing, and no definition
        (["details: The brochure says “seamless”."], ""),
        (["details: The brochure says `seamless`."], ""),
        (['details: The brochure says "world-class".'], ""),
        (["details: A seamless song.", "allow: {praise-word: the product's name}"], ""),
    ],
)
def test_words_of_praise_are_reported(lines: list[str], word: str) -> None:
    found = [message for code, message in said_of("A song for callers.", *lines) if code == "praise-word"]
    assert [message.split("'")[1] for message in found] == ([word] if word else [])


def test_praise_in_a_definition_includes_words_that_only_stress() -> None:
    assert said_of("A vital song for callers.") == [
        ("praise-word", "'vital' in 'definition' praises and explains nothing")
    ]


def test_approved_terms_fail_and_exceptions_are_heeded() -> None:
    lines = ["status: approved"]
    text = term_yaml("Hold music", *lines, definition="When a song plays.")
    (problem,) = check(load(tree({"terms/hold-music.yaml": text})), EDITORIAL)
    assert (problem.line, problem.severity) == (2, "error")
    excepted = text + "allow:\n  definition-opening: The law's own words.\n"
    assert check(load(tree({"terms/hold-music.yaml": excepted}))) == ()
    assert check(load(tree({"terms/hold-music.yaml": excepted})), EDITORIAL) == ()


def test_every_word_of_praise_is_found() -> None:
    for word in wording.PRAISE:
        assert said_of("A song.", f"details: It is {word} here.") == [
            ("praise-word", f"'{word}' in 'details' praises and explains nothing")
        ]


@each_row(
    "phrase, joined",
    [
        ("serious, grave", ","),
        ("serious; grave", ";"),
        ("call or email", "or"),
        ("Call OR email", "OR"),
        ("two or more calls", ""),
        ("yes or no question", ""),
        ("make or break moment", ""),
        ("is it a bug or a feature", ""),
        ("over 1,000 calls", ""),
        ("for sure", ""),
        ("which is worse, late or never", ","),
    ],
)
def test_each_item_of_search_as_is_one_phrase(phrase: str, joined: str) -> None:
    found = said_of("A song for callers.", f"search_as: [{json.dumps(phrase)}]")
    told = f"'{phrase}' in 'search_as' holds several phrases, joined by '{joined}'"
    assert found == ([("search-as-list", told)] if joined else [])
