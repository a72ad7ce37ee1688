"""A desk's own texts in glossary/words.yaml: what they replace, and every mistake with its line."""

from __future__ import annotations

from helpers.corpora import tree as files_of
from helpers.rows import each_row
from site_gen.checks.run import judge
from site_gen.corpus.disk import Tree
from site_gen.model.records import Site
from site_gen.pipeline import build

TERM = """name: Ticket
definition: A record of one request.
say_to_customer: I have opened a ticket.
topics: [desk]
"""
TOPICS = "- {id: desk, name: Desk}\n"


def tree(words: str) -> Tree:
    return Tree(files=files_of({"terms/ticket.yaml": TERM, "topics.yaml": TOPICS, "words.yaml": words}))


def told(words: str, language: str = "en") -> list[str]:
    problems, _ = judge(tree(words), Site(language=language))
    return [f"{one.line}: {one.sentence()}" for one in problems if one.path == "glossary/words.yaml"]


def test_a_desk_replaces_a_text_of_pages_and_scripts() -> None:
    words = (
        "term: {say: Say to a <patient>}\nmenu: {index: Start}\nscripts: {box: {say: Copy for a patient}}\n"
    )
    files = build(tree(words), Site()).files
    page = files["terms/ticket.md"].decode()
    assert "Say to a &lt;patient&gt;" in page and "Say to a customer" not in page
    assert ">Start</a>" in page
    assert '"box.say":"Copy for a patient"' in files["assets/words.js"].decode()


def test_a_language_of_the_desks_own() -> None:
    words = 'term: {our_definition: תעריף}\ncommon: {terms: {one: "x {n}", two: "y {n}", other: "z {n}"}}\n'
    files = build(tree(words), Site(language="he")).files
    assert "תעריף" in files["terms/ticket.md"].decode()
    assert '<html lang="he" dir="rtl"' in files["mini.html"].decode()
    assert 'createWords("he"' in files["assets/words.js"].decode()
    assert told(words, "he") == [line for line in told(words, "he") if "stand in English" in line]


@each_row(
    "words, line, said",
    [
        ("term:\n  sey: x\n", 2, "no page has a text 'term.sey'; did you mean 'term.say'?"),
        ("trem: {say: x}\n", 1, "no page has a text 'trem'"),
        ("term: x\n", 1, "'term' is "),
        ("term:\n  say: [x]\n", 2, "'term.say' is a list, expected a text"),
        ("term:\n  say: {one: x, other: y}\n", 2, "'term.say' is "),
        ("term:\n  say:\n", 2, "'term.say' has no text"),
        ("term:\n  changed: Changed\n", 2, "'term.changed' has no {day}, which the page fills"),
        (
            'term:\n  changed: "{day} {hour}"\n',
            2,
            "'term.changed' has {hour}, which no page fills; it may have {day}",
        ),
        ('term:\n  changed: "{day} }"\n', 2, "'term.changed' has a '}' that belongs to no place"),
        ("topic:\n  learn: Learn with {cards} or a [quiz]{quiz}\n", 2, "'topic.learn' has no [words]{cards}"),
        ('common:\n  terms: {one: "{n} x"}\n', 2, "'common.terms' has no form 'other'"),
        (
            'common:\n  terms: {ones: "{n} x", other: "{n} y"}\n',
            2,
            "'common.terms' has no plural form 'ones'",
        ),
        ('common:\n  terms: {one: "x", other: "y"}\n', 2, "'common.terms.other' has no {n}"),
        (
            'common:\n  terms: {other: "{n} y"}\n',
            2,
            "'common.terms' has no plural form one, which 'en' tells apart",
        ),
        ("- x\n", 1, "the file is a list, expected texts by their keys"),
        ("term:\n  say: Say # to a patient\n", 2, "'term.say' ends at ' #'"),
    ],
)
def test_each_mistake_is_told_with_its_line(words: str, line: int, said: str) -> None:
    found = told(words)
    assert any(one.startswith(f"{line}: {said}") for one in found), found


def test_all_mistakes_are_told_in_one_run() -> None:
    found = told("term:\n  sey: x\n  changed: y\nmenu: z\n")
    assert [one.partition(":")[0] for one in found] == ["2", "3", "4"]


def test_plural_forms_follow_the_language() -> None:
    polish = 'common: {terms: {one: "{n} a", few: "{n} b", other: "{n} c"}}\n'
    assert any("no plural form many, which 'pl' tells apart" in one for one in told(polish, "pl"))
    japanese = 'common: {terms: "{n} x"}\n'
    assert [one for one in told(japanese, "ja") if "plural" in one] == []
