"""No template says anything that is in no catalog, and no catalog has what nobody says."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from jinja2 import nodes

from site_gen.catalog import catalog
from site_gen.pages.render import environment

MADE = environment(catalog())
TEMPLATES = sorted(MADE.list_templates(["j2"]))
SPOKEN = re.compile(r'\b(?:aria-label|title|alt|placeholder|content)="([^"]*)"')
TAG = re.compile(r"<[^<>]*>")
WORD = re.compile(r"[^\W\d_]{2,}")
PLACED = "\u0001"  # stands for what a template places
# What stands in templates and is no language: front matter, and what a page declares to browsers.
NOT_SAID = re.compile(
    r"^title: |^description: |^hide: .*$|<!doctype html>"
    r'|content="(?:width=device-width[^"]*|noindex|0; url=[^"]*)"|\bdata-[\w-]+="[^"]*"',
    re.MULTILINE,
)


def words_in(template: str) -> Iterator[str]:
    """What a template says itself: between tags, in attributes that are read out, as a choice of its own."""
    tree = MADE.parse(template)
    text = PLACED.join(part.data for part in tree.find_all(nodes.TemplateData))
    text = NOT_SAID.sub("", text)
    found = [*SPOKEN.findall(text), *TAG.split(text)]
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            found += constants(node)
    yield from (
        words.strip(f"{PLACED} \n")
        for words in found
        if WORD.search(words) and not words.strip().startswith("gl-")
    )


def constants(node: nodes.Node) -> Iterator[str]:
    """Texts that an expression itself places, and none that it hands to a function or a filter."""
    if isinstance(node, nodes.Const):
        yield str(node.value)
    elif isinstance(node, nodes.CondExpr):
        for part in (node.expr1, node.expr2):
            yield from constants(part) if part else ()
    elif isinstance(node, (nodes.Or, nodes.And, nodes.Add)):
        yield from constants(node.left)
        yield from constants(node.right)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_no_words_of_its_own(name: str) -> None:
    assert MADE.loader is not None
    assert list(words_in(MADE.loader.get_source(MADE, name)[0])) == []


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ('<p class="some class" data-a="b">{{ t("term.here") }}</p>', []),
        ("<p>{{ x }} terms</p>", ["terms"]),
        ('<p title="Say {{ x }}">', ["Say"]),
        ('{{ "an entry" if x == "one" else t("entries") }}', ["an entry"]),
        ('{{ x or "Nobody" }}', ["Nobody"]),
        ("## Details\n", ["## Details"]),
    ],
)
def test_words_in_a_template_are_found(template: str, words: list[str]) -> None:
    assert list(words_in(template)) == words
