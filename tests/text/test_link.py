from __future__ import annotations

import re
from collections.abc import Sequence
from graphlib import CycleError, TopologicalSorter
from html import unescape
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.rows import each_row
from helpers.support import glossary, table, term
from site_gen.model import graph, names
from site_gen.model.letters import visible
from site_gen.model.records import Glossary
from site_gen.text import markdown, mentions
from site_gen.text.links import definitions, link
from site_gen.text.paragraphs import Run
from site_gen.text.plain import Linked, escaped
from site_gen.text.words import ANY_WORD, words_of

CASES = table("links.yaml")
_LINK = re.compile(r'<a class="gl-t" href="([^"]*)">(.*?)</a>')


def _links(case: dict[str, object], field: str) -> list[str]:
    """The links that ``text`` gets as ``words > target``, read from the rendered HTML."""
    terms = {slug: dict(fields) for slug, fields in case["terms"].items()}
    inside = case.get("in", "elsewhere")
    terms.setdefault(inside, {"name": "Zyx"})[field] = case["text"]
    linked = link(glossary(*(term(slug, **fields) for slug, fields in terms.items()))).terms[inside]
    if field == "definition":
        html = linked.definition.html(lambda target: target)
    else:
        html = markdown.render(linked.fields[field], lambda target: target)
    return [f"{re.sub('<.*?>', '', unescape(words))} > {target}" for target, words in _LINK.findall(html)]


@each_row("case", CASES)
def test_mentions_in_markdown_become_links(case: dict[str, object]) -> None:
    assert _links(case, "details") == case["links"]


@each_row("case", [case for case in CASES if not case.get("markdown")])
def test_mentions_in_a_definition_become_links(case: dict[str, object]) -> None:
    assert _links(case, "definition") == case["links"]


def test_first_mention_in_each_field() -> None:
    texts = dict.fromkeys(("definition", "details", "example", "here"), "A queue and a queue.")
    links = link(glossary(term("elsewhere", **texts), term("queue")))
    assert links.made == {"Queue": 4}
    assert links.terms["elsewhere"].mentions == ("queue",)


def test_an_explicit_link_stands_for_the_whole_field() -> None:
    text = "The queue first.\n\nThen [a line](term:queue)."
    linked = link(glossary(term("elsewhere", details=text), term("queue"))).terms["elsewhere"]
    html = markdown.render(linked.fields["details"], lambda slug: slug)
    assert html == '<p>The queue first.</p><p>Then <a class="gl-t" href="queue">a line</a>.</p>'


CORPUS = glossary(
    term("agent", definition="A person who works a queue.", details="AR, tone and churn."),
    term("queue", definition="A line.", example="An agent, [again](term:churn), sets the tone."),
    term("churn", definition="A loss.", here="Ask an agent about [nothing](term:no-such-term)."),
    term("tone", definition="A sound.", autolink=False),
    term("annual-rate", abbreviations=["AR"]),
    term("augmented-reality", abbreviations=["AR"]),
)


def test_a_term_knows_what_mentions_it() -> None:
    links = link(CORPUS)
    assert links.mentioned_in == {
        "queue": ("agent",),
        "churn": ("agent", "queue"),
        "agent": ("churn", "queue"),
    }
    assert links.terms["agent"].mentions == ("queue", "churn")
    assert links.terms["agent"].defined_by == ("queue",)
    assert links.terms["churn"].mentions == ("agent",)


def test_links_made_skipped_and_ambiguous_are_counted() -> None:
    links = link(CORPUS)
    assert links.made == {"Queue": 1, "AR": 1, "Churn": 1, "Agent": 2}
    assert links.skipped == {"Tone": 2}


def test_backlinks_are_the_inverse_of_mentions() -> None:
    links = link(CORPUS)
    forward = {(slug, other) for slug, linked in links.terms.items() for other in linked.mentions}
    assert forward == {(slug, other) for other, slugs in links.mentioned_in.items() for slug in slugs}


def test_definition_graph_holds_definitions_only() -> None:
    assert definitions(CORPUS).uses == {
        slug: ("queue",) if slug == "agent" else () for slug in CORPUS.by_slug
    }


def test_a_shared_label_is_no_part_of_the_definition_graph() -> None:
    corpus = glossary(
        term("one", definition="See AR."),
        term("two", abbreviations=["AR"]),
        term("three", abbreviations=["AR"]),
    )
    assert definitions(corpus).uses["one"] == ()


_WORDS = st.lists(
    st.sampled_from(["queue", "ticket", "Ticket", "QA", "qa", "line", "-", ",", "tickets"]), max_size=12
)
_NAMES = st.lists(st.sampled_from(["Queue", "Ticket", "Ticket queue", "Line of tickets", "QA"]), unique=True)


@given(_WORDS, _NAMES)
def test_what_is_found_is_the_label_and_never_overlaps(words: list[str], labels: list[str]) -> None:
    text = " ".join(words)
    lexicon = mentions.lexicon(term(f"t{number}", name=name) for number, name in enumerate(labels))
    after = 0
    for found in mentions.find(text, lexicon):
        assert found.start >= after
        after = found.end
        assert names.key(text[found.start : found.end]) == names.key(found.label.shown)


@given(st.text(alphabet="aab1A, -_.;:'’é&/+#%@$漢カ\u0301\u00ad\n", max_size=40))
def test_words_stand_where_they_say_found_quickly_or_not(text: str) -> None:
    words = words_of(text)
    assert [(word.start, word.end) for word in words] == [word.span() for word in re.finditer(ANY_WORD, text)]
    assert all(visible(text[word.start : word.end]) == word.written for word in words)
    assert all(one.end <= two.start for one, two in pairwise(words))


@given(st.text(max_size=80), st.lists(st.text(min_size=1, max_size=12), max_size=4))
def test_linking_loses_no_character_of_a_definition(text: str, names: list[str]) -> None:
    terms = [term(f"t{number}", name=name) for number, name in enumerate(names)]
    linked = link(glossary(term("elsewhere", name="Zyx", definition=text), *terms)).terms["elsewhere"]
    assert linked.definition.html(lambda target: "") == escaped(text)


_NODES = "abcdef"
_GRAPHS = st.dictionaries(
    st.sampled_from(_NODES), st.lists(st.sampled_from(_NODES), unique=True, max_size=4).map(tuple)
)


def _all_circles(graph: dict[str, tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Every simple circle by trying every row of nodes; starts at its first node."""
    return {
        row
        for length in range(1, len(graph) + 1)
        for row in permutations(sorted(graph), length)
        if row[0] == min(row) and all(b in graph[a] for a, b in zip(row, (*row[1:], row[0]), strict=True))
    }


def _is_acyclic(graph: dict[str, Sequence[str]]) -> bool:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError:
        return False
    return True


@given(_GRAPHS)
def test_circles_against_brute_force(edges: dict[str, tuple[str, ...]]) -> None:
    found = list(graph.circles(edges))
    real = _all_circles(edges)
    assert set(found) <= real
    assert bool(found) == bool(real)
    nodes = [node for circle in found for node in circle]
    assert len(nodes) == len(set(nodes))
    left = {
        n: [a for a in after if a not in nodes and a in edges] for n, after in edges.items() if n not in nodes
    }
    assert _is_acyclic(left)
    for first in found[:1]:
        assert any(len(first) == min(len(circle) for circle in real if node in circle) for node in first)


def test_circles_of_definitions_are_named_in_order() -> None:
    corpus: Glossary = glossary(
        term("ticket", definition="What a queue holds."),
        term("queue", definition="A row of tickets."),
        term("agent", definition="Who works a queue."),
    )
    assert list(graph.circles(definitions(corpus).uses)) == [("queue", "ticket")]


def test_a_long_chain_is_no_circle_and_takes_no_time() -> None:
    chain = {f"n{number:05}": (f"n{number + 1:05}",) for number in range(20_000)}
    assert list(graph.circles(chain)) == []


_PROSE = st.lists(
    st.sampled_from(
        [
            "Words of a text",
            "a line, and. more",
            "“Quoted” words",
            "(in brackets)",
            '"so"',
            "12 days",
            "1. one",
            "- two",
            "- three **bold** words",
            "  more of it",
            "  “more” of it",
            "  - less",
            "- 4 of it",
            "- 5. it",
            "3) x",
            "| a | b |",
            "|---|---|",
            "a | b",
            "---",
            "===",
            "# head",
            "> quote",
            "    code",
            "```",
            "**bold** `code`",
            "a\\",
            "b  ",
            "c &amp; d",
            "[x](term:y)",
            "<https://a.test>",
            "",
            " ",
            "\t",
            "é",
            "_it_",
            "! no",
            "~~gone~~",
            "+",
            "1234567890. x",
            "a\u00a0b",
            "a\tb",
            "a\rb",
            "1\x07. one",
        ]
    ),
    max_size=9,
)


@given(st.text("a<>&\"{}'\n\r\t\x07\x7fé ", max_size=12))
def test_plain_text_is_escaped_where_it_has_to_be(text: str) -> None:
    seen = re.sub("[\x07\x7f]", "", re.sub("[\n\r]", " ", text))
    assert unescape(escaped(text)) == seen
    assert not re.search(r'[<>"{}]|&(?!#?\w+;)', escaped(text))


@given(_PROSE)
def test_the_short_way_of_parsing_prose_gives_what_the_parser_gives(lines: list[str]) -> None:
    text = "\n".join(lines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "runs", lambda text: [Run(0, text, "other")])
        whole = markdown.parse(text)
    short = markdown.parse(text)
    assert markdown.render(short, str) == markdown.render(whole, str)
    assert [token.map for token in short if token.type == "inline"] == [
        t.map for t in whole if t.type == "inline"
    ]
    assert list(markdown.targets(short)) == list(markdown.targets(whole))
    paragraphs = markdown.paragraphs(text)
    if paragraphs is not None:
        prose = markdown.Prose(tuple(map(Linked, paragraphs)))
        assert markdown.render(prose, str) == markdown.render(whole, str)
