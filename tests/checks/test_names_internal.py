"""A text that goes public and names an internal term is told, wherever it stands."""

from __future__ import annotations

from helpers.corpora import term_yaml, tree
from helpers.rows import each_row
from site_gen.checks.run import judge
from site_gen.corpus.disk import Tree
from site_gen.model.records import Audience, Site

PLAN = term_yaml("Quiet plan", "abbreviations: [QP]", "aliases: [Night plan]", "audience: internal")
SAID = "names 'Quiet plan', an internal term, where everybody can read it"


def told(files: dict[str, str], audience: Audience = "public") -> list[str]:
    corpus = tree({"terms/plan.yaml": PLAN, **files})
    problems, _ = judge(Tree(files=corpus), Site(audience=audience))
    assert all(SAID in one.message for one in problems if one.code == "names-internal")
    return [f"{one.path}:{one.line}" for one in problems if one.code == "names-internal"]


@each_row(
    "line",
    [
        "details: Ask for the Quiet plan.",
        "details: '## The QP'",  # also where no link may stand
        "example: See `night plan` there.",
        "say_to_customer: {chat: We have a quiet-plan.}",
        "search_as: [the night plans]",
        "in_other_languages: {de: [QP]}",
        "contrast: {other: A QP is none.}",
        "metric: {formula: a, unit: '%', better: higher, parts: {a: all in the QP}, worked: {a: '1', result: '1'}}",
    ],
)
def test_every_text_of_a_term_counts(line: str) -> None:
    files = {"terms/queue.yaml": term_yaml("Queue", line), "terms/other.yaml": term_yaml("Other")}
    assert told(files) == ["glossary/terms/queue.yaml:4"]
    assert told(files, "internal") == []
    marked = {**files, "terms/queue.yaml": files["terms/queue.yaml"] + "audience: public\n"}
    assert told(marked, "internal") == ["glossary/terms/queue.yaml:4"]
    allowed = {**files, "terms/queue.yaml": files["terms/queue.yaml"] + "allow: {names-internal: Known.}\n"}
    assert told(allowed) == []


@each_row(
    "line",
    [
        "here: We follow the Quiet plan.",  # stays inside
        "owner: Quiet plan",
        "related: [plan]",
        "details: More [about it](term:plan).",  # becomes its text
        "allow: {definition-length: As the QP has it.}",  # stands on no page
        "details: A very quiet planet.",
        "audience: internal",
    ],
)
def test_what_does_not_go_public_or_names_nothing_is_not_told(line: str) -> None:
    assert told({"terms/queue.yaml": term_yaml("Queue", line)}) == []


def test_a_field_that_is_let_through_counts() -> None:
    corpus = tree({"terms/plan.yaml": PLAN, "terms/queue.yaml": term_yaml("Queue", "here: The QP.")})
    site = Site(audience="public", public_fields=("here",))
    assert "names-internal" in [one.code for one in judge(Tree(files=corpus), site)[0]]


def test_topics_paths_sources_and_pages_count() -> None:
    found = told({
        "terms/queue.yaml": term_yaml("Queue"),
        "topics.yaml": "- id: desk\n  name: The desk\n  meaning: Not the QP.\n  owner: QP\n",
        "paths.yaml": "- id: way\n  title: A way\n  outcome: You know the QP.\n"
        "  stops:\n  - {term: queue, note: As in the night plan.}\n",
        "sources/book.yaml": "title: A book\nentries:\n- name: Queue\n  says: A part of the QP.\n  text: QP\n"
        "  term: queue\n- {name: Plan, says: The QP., term: plan}\n",
        "pages/help.md": "# Help\n\nThe first QP.\n\n[It](terms/plan.md) and [more](term:plan).\n",
    })  # fmt: skip
    assert found == [
        "glossary/pages/help.md:3",
        "glossary/pages/help.md:5",
        "glossary/paths.yaml:3",
        "glossary/paths.yaml:5",
        "glossary/sources/book.yaml:4",
        "glossary/topics.yaml:3",
    ]


def test_a_name_that_a_public_term_shares_is_no_secret() -> None:
    assert told({"terms/queue.yaml": term_yaml("Queue", "abbreviations: [QP]", "details: A QP.")}) == []


def test_words_that_are_not_linked_are_everyday_words() -> None:
    files = {
        "terms/plan.yaml": PLAN + "autolink: false\n",
        "terms/queue.yaml": term_yaml("Queue", "details: QP."),
    }
    assert told(files) == []
