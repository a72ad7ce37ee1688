"""What a template makes of values: all is escaped but ``Markup``, and nothing that is missing goes unseen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError, nodes
from markupsafe import Markup

from helpers.rows import each_row
from site_gen.catalog import catalog
from site_gen.pages import templating
from site_gen.pages.render import environment
from site_gen.pages.templating import OPTIONS, Templates
from site_gen.pages.words import Words


@each_row(
    "template, html",
    [
        (
            "{{ text }}{{ html }}{{ text }}",
            "&lt;b&gt; &#123;&#123;<b> {{&lt;b&gt; &#123;&#123;",
        ),  # equal as texts
        ("{{ lines }}", "a b"),
        ("{{ one }} {{ yes }} {{ real }} {{ none }}", "1 True 1.0 None"),  # equal as numbers
        ("{{ row[0] }}{{ row[1:][0] }}{{ of['&'] }}", "xy&gt;"),
        ("{{ '&, '.join(row) }}{{ row|length }}", "x&amp;, y2"),
        ("{{ ', ' if not one }}.", "."),
        (
            "{% macro m(a, b='<', c=none) %}{{ a }}{{ b }}{{ c }};{% endmacro %}{{ m('>') }}{{ m(1, 2, 3) }}",
            "&gt;&lt;None;123;",
        ),
    ],
)
def test_values_are_placed_escaped(template: str, html: str) -> None:
    texts = {
        "text": "<b> {{",
        "html": Markup("<b> {{"),
        "lines": "a\nb\x02",
        "row": ["x", "y"],
        "of": {"&": ">"},
    }
    assert (
        environment(Words(catalog()))
        .from_string(template)
        .render(**texts, one=1, yes=True, real=1.0, none=None)
        == html
    )


@each_row(
    "template",
    [
        "{{ nothing }}",
        "{{ nothing.name }}",
        "{{ 'a'.wrong }}",
        "{{ [][1] }}",
        "{% for a in nothing %}{% endfor %}",
    ],
)
def test_what_is_not_there_fails(template: str) -> None:
    with pytest.raises((UndefinedError, AttributeError, IndexError)):
        environment(Words(catalog())).from_string(template).render()


def test_no_template_makes_markup_of_texts_past_the_escaping() -> None:
    # Jinja's own joining of a text with Markup escapes for HTML only, and leaves {{ to the builders.
    made = environment(Words(catalog()))
    trees = {name: made.parse(made.loader.get_source(made, name)[0]) for name in made.list_templates(["j2"])}
    assert len(trees) > 20
    filters = {found.name for tree in trees.values() for found in tree.find_all(nodes.Filter)}
    assert filters <= {
        "abbreviations",
        "cells",
        "link",
        "links",
        "marks",
        "named",
        "rows",
        "front",
        "day",
        "short_day",
        "number",
        "said",
        "month",
        "groupby_level",
        "listed",
        "in_lines",
        "without_stop",
        "means",
        "length",
        "string",
        "format",
        "safe",
    }
    assert [name for name, tree in trees.items() if any(tree.find_all(nodes.Concat))] == []


def test_kept_code_of_a_template_does_not_depend_on_a_site() -> None:
    def never(*_: object) -> str:
        raise AssertionError("a value that is known before a page is made")

    made = environment(Words(catalog()))
    bare = made.overlay(finalize=never)
    bare.filters = dict.fromkeys(made.filters, never)
    for name in made.list_templates(["j2"]):
        source, path, _ = made.loader.get_source(made, name)
        assert made.compile(source, name, path, raw=True) == bare.compile(source, name, path, raw=True)


def test_templates_are_compiled_once_and_again_when_they_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = tmp_path / "some" / "templates" / "page.md.j2"
    template.parent.mkdir(parents=True)
    (tmp_path / "some" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    compiled = []

    def page() -> str:
        made = Environment(loader=Templates("some"), **OPTIONS)
        compile_ = made.compile
        monkeypatch.setattr(made, "compile", lambda *of: compiled.append(of[1]) or compile_(*of))
        return made.get_template("page.md.j2").render(name="<b>")

    template.write_text("{{ name }}")
    assert (page(), page(), len(compiled)) == ("&lt;b&gt;", "&lt;b&gt;", 1)
    template.write_text("A {{ name }}")
    assert (page(), page(), len(compiled)) == ("A &lt;b&gt;", "A &lt;b&gt;", 2)
    monkeypatch.setattr(templating, "version", lambda _: "another")
    templating._compiler.cache_clear()
    assert (page(), page(), len(compiled)) == ("A &lt;b&gt;", "A &lt;b&gt;", 3)
    templating._compiler.cache_clear()
