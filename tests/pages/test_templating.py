"""What a template makes of values: all is escaped but ``Markup``, and nothing that is missing goes unseen."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError, nodes
from markupsafe import Markup

from site_gen.catalog import catalog
from site_gen.pages.render import environment


@pytest.mark.parametrize(
    ("template", "html"),
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
        environment(catalog()).from_string(template).render(**texts, one=1, yes=True, real=1.0, none=None)
        == html
    )


@pytest.mark.parametrize(
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
        environment(catalog()).from_string(template).render()


def test_no_template_makes_markup_of_texts_past_the_escaping() -> None:
    # Jinja's own joining of a text with Markup escapes for HTML only, and leaves {{ to the builders.
    made = environment(catalog())
    trees = {name: made.parse(made.loader.get_source(made, name)[0]) for name in made.list_templates(["j2"])}
    assert len(trees) > 20
    filters = {found.name for tree in trees.values() for found in tree.find_all(nodes.Filter)}
    assert filters <= {
        "front",
        "day",
        "short_day",
        "said",
        "month",
        "groupby_level",
        "listed",
        "means",
        "length",
        "string",
        "format",
        "safe",
    }
    assert [name for name, tree in trees.items() if any(tree.find_all(nodes.Concat))] == []
