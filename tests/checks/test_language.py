"""Plain language: the grade and the length of sentences, and that near-duplicates fail a pull request."""

from __future__ import annotations

from helpers.corpora import tree
from helpers.rows import each_row
from site_gen.checks.rules import CHECKS, check
from site_gen.checks.rules.editorial import EDITORIAL
from site_gen.corpus.load import load
from site_gen.text import readability

HARD = "Accumulated organizational communications necessitating multidisciplinary intervention procedures."
LONG = "The time " + "and the time " * 10 + "that a customer waits."


def findings(*files: tuple[str, str]) -> list[tuple[str, str, int]]:
    found = check(load(tree(dict(files))), EDITORIAL)
    return [(problem.code, problem.severity, problem.line) for problem in found]


@each_row(
    "definition, code",
    [(HARD, "reading-grade"), (LONG, "long-sentence"), ("The line of open requests.", "")],
)
@each_row("status, severity", [("approved", "error"), ("draft", "warning")])
def test_a_definition_that_is_hard_to_read_is_reported(
    definition: str, code: str, status: str, severity: str
) -> None:
    text = f"name: Queue\ndefinition: {definition}\ntopics: [desk]\nstatus: {status}\n"
    assert findings(("terms/queue.yaml", text)) == ([(code, severity, 2)] if code else [])


def test_an_exception_with_a_reason_is_heeded() -> None:
    text = f"name: Queue\ndefinition: {HARD}\ntopics: [desk]\nallow:\n  reading-grade: The law says so.\n"
    assert findings(("terms/queue.yaml", text)) == []


def test_a_near_duplicate_is_raised_once_and_on_the_draft() -> None:
    old = "name: Reply time\ndefinition: How long we take.\ntopics: [desk]\nstatus: approved\n"
    new = "name: Time of reply\ndefinition: The wait for an answer.\ntopics: [desk]\n"
    assert findings(("terms/reply-time.yaml", old), ("terms/time-of-reply.yaml", new)) == [
        ("near-duplicate", "warning", 1)
    ]
    ruled = new + "distinct: [reply-time]\n"
    assert findings(("terms/reply-time.yaml", old), ("terms/time-of-reply.yaml", ruled)) == []


def test_a_build_does_not_wait_for_the_slow_rules() -> None:
    assert not set(EDITORIAL) & set(CHECKS)


@each_row(
    "text, grade",
    [
        ("The cat sat.", round(0.39 * 3 + 11.8 - 15.59, 1)),
        ("The cat sat. The dog ran.", round(0.39 * 3 + 11.8 - 15.59, 1)),
        ("Well. The cat sat.", round(0.39 * 4 + 11.8 - 15.59, 1)),  # a word called out is no sentence
        ("The cat sat at 5 p.m. on a mat.", round(0.39 * 5 + 11.8 * 10 / 10 - 15.59, 1)),
        ("The paper ran.", round(0.39 * 3 + 11.8 * 4 / 3 - 15.59, 1)),
        ("A well-known cat’s hat.", round(0.39 * 4 + 11.8 * 5 / 4 - 15.59, 1)),
    ],
)
def test_the_grade_by_hand(text: str, grade: float) -> None:
    found = readability.reading(text)
    assert found and found.value == grade


@each_row("text, language", [("", "en"), ("!!!", "es"), ("何かが壊れた。", "ja")])
def test_what_has_no_words_to_count_has_no_reading(text: str, language: str) -> None:
    assert readability.reading(text, language) is None


def test_ascii_text_is_graded_as_text_with_other_letters_is() -> None:
    """Words are found in two ways; a letter that is not ASCII has the slow one taken."""
    for sign in map(chr, range(128)):
        text = f"paper{sign}cat {sign}mat sat{sign}{sign}on_the 1{sign}2 dog"
        assert readability.reading(f"{text} a") == readability.reading(f"{text} ö"), sign
