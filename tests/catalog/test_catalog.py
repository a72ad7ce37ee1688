"""Texts of ours by key: places, plural forms, and what stands in every catalog."""

from __future__ import annotations

import pkgutil
from datetime import date

import pytest
import yaml
from markupsafe import Markup

from helpers.rows import each_row
from site_gen.catalog import LANGUAGES, Catalog, catalog, shipped
from site_gen.catalog.pattern import loose_brace, places
from site_gen.catalog.shipped import FORMS, is_plural
from site_gen.pages.words import Words

TEXTS = {
    "plain": "Don't & do",
    "day": "Changed on {day}",
    "count": {"one": "{n} term of {name}", "other": "{n} terms of {name}"},
    "link": "Read [by <topic>]{topics}, {name}",
    "home.new_here": "Neu *hier*?",
}


def made(language: str = "en") -> Catalog:
    return Catalog(language=language, texts=TEXTS)


@each_row(
    "language, key, values, text",
    [
        ("en", "plain", {}, "Don't & do"),
        ("en", "day", {"day": date(2026, 11, 1)}, "Changed on November 1, 2026"),
        ("en-GB", "day", {"day": date(2026, 11, 1)}, "Changed on 1 November 2026"),
        ("de", "day", {"day": date(2026, 11, 1)}, "Changed on 1. November 2026"),
        ("en", "count", {"n": 1, "name": "x"}, "1 term of x"),
        ("en", "count", {"n": 0, "name": "x"}, "0 terms of x"),
        ("de", "count", {"n": 1234, "name": "x"}, "1.234 terms of x"),
        ("fr", "count", {"n": 0, "name": "x"}, "0 term of x"),  # French counts nothing as one
        ("en", "link", {"name": "{x}", "topics": None}, "Read by <topic>, {x}"),
        ("qqq", "day", {"day": date(2026, 11, 1)}, "Changed on November 1, 2026"),  # no such language
    ],
)
def test_a_text_is_filled(language: str, key: str, values: dict[str, object], text: str) -> None:
    assert made(language).text(key, **values) == text


@each_row("key, values", [("nothing", {}), ("day", {}), ("count", {"name": "x"})])
def test_what_is_missing_fails(key: str, values: dict[str, object]) -> None:
    with pytest.raises(KeyError):
        made().text(key, **values)


def test_a_text_is_placed_as_html() -> None:
    words = Words(made())
    linked = words.html("link", topics=words.link("t.html?a&b", data_asks="x"), name="<b>")
    assert linked == ('Read <a data-asks="x" href="t.html?a&amp;b">by &lt;topic&gt;</a>, &lt;b&gt;')
    assert words.html("day", day=Markup("<time>")) == "Changed on <time>"
    assert words.html("plain") == "Don't &amp; do"


def test_a_heading_keeps_its_address_in_every_language() -> None:
    assert Words(catalog()).heading("home.new_here") == "## New here?"
    assert Words(made("de")).heading("home.new_here") == "## Neu &#42;hier&#42;? {#new-here}"


def test_every_language_has_the_same_texts_with_the_same_places() -> None:
    english = shipped("en")
    for language in LANGUAGES:
        texts = shipped(language)
        assert texts.keys() == english.keys(), language
        for key, text in texts.items():
            forms = list(text.values()) if is_plural(text) else [text]
            known = {one for form in _forms(english[key]) for one in places(form)}
            for form in map(str, forms):
                assert places(form) | {("n", False)} == known | {("n", False)}, f"{language}: {key}"
                assert not loose_brace(form), f"{language}: {key}"
            if is_plural(text):
                assert set(text) == catalog(language).plurals, f"{language}: {key}"


def _forms(text: object) -> list[str]:
    return list(text.values()) if isinstance(text, dict) else [str(text)]


def test_no_name_of_a_key_could_be_a_plural_form() -> None:
    assert [key for key in shipped("en") if FORMS.intersection(key.split("."))] == []


@each_row(
    "language, own, formats, direction",
    [
        ("en", {}, "en", "ltr"),
        ("en-GB", {}, "en-GB", "ltr"),
        ("fr", {}, "fr", "ltr"),
        ("pl", {}, "pl", "ltr"),
        ("fa", {}, "fa", "rtl"),
        ("ar", {"term.here": "هنا"}, "ar", "rtl"),
    ],
)
def test_the_catalog_of_a_site(language: str, own: dict[str, str], formats: str, direction: str) -> None:
    found = catalog(language, own)
    assert (found.language, found.direction) == (formats, direction)
    assert found.text("term.here") == own.get("term.here", {"fr": "Ici"}.get(language, "Here"))
    files = {"fr": "Tout en un fichier"}.get(language, "Everything in one file")
    assert found.text("llms.files") == files  # English where there is no other


def test_a_borrowed_text_has_days_of_the_site_and_plural_forms_of_its_own() -> None:
    portuguese = catalog("pt", {"common.terms": {"one": "{n} termo", "other": "{n} termos"}})
    assert portuguese.text("term.changed", day=date(2026, 11, 1)) == "Changed on 1 de novembro de 2026"
    assert portuguese.text("common.terms", n=0) == "0 termo"  # none is one in Portuguese
    assert catalog("pt").text("common.terms", n=0) == "0 terms"


@each_row("language", LANGUAGES)
def test_no_plural_form_is_empty(language: str) -> None:
    forms = {key: text for key, text in shipped(language).items() if not isinstance(text, str)}
    assert forms and not [key for key, text in forms.items() if not all(map(str.strip, text.values()))]


@each_row("language", LANGUAGES)
def test_no_group_stands_in_a_file_twice(language: str) -> None:
    data = pkgutil.get_data("site_gen.catalog", f"{language}.yaml")
    assert data is not None
    tree = yaml.compose(data, Loader=yaml.CSafeLoader)
    assert isinstance(tree, yaml.MappingNode)
    groups = [
        tree,
        *(node for _, node in tree.value),
        *(inner for _, node in tree.value for _, inner in node.value),
    ]
    for group in groups:
        if isinstance(group, yaml.MappingNode):
            names = [key.value for key, _ in group.value]
            assert len(names) == len(set(names)), sorted(name for name in set(names) if names.count(name) > 1)
