"""What the matcher takes for granted is the field's and the language's: a hospital is no support desk."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner

from helpers.support import glossary, term
from site_gen.__main__ import main
from site_gen.assistant.scripts import Scripts
from site_gen.catalog import catalog
from site_gen.match import Matcher, Query, near_duplicates
from site_gen.match.field import field_for
from site_gen.model.records import Glossary
from site_gen.pages.lookup import as_json, lookup_data

HOSPITAL = {
    "field.people": "patient patients relative",
    "field.leads": "patient 6, clinic 16",
    "field.phrases": "patient clinic",
    "field.alike": "4 ward unit, 8 doctor physician, odd words",
    "field.rings": "ward unit station, bed berth",
}


def verdict(known: Glossary, name: str) -> tuple[str, str]:
    found = Matcher(known).match(Query(name=name))
    return found.kind, found.term


def test_first_words_and_exchangeable_words_are_those_of_the_field() -> None:
    terms = glossary(
        term("satisfaction", name="Satisfaction survey"),
        term("ward-round", name="Ward round plan"),
        term("journey", name="Customer journey map"),
    )
    hospital = replace(terms, words=HOSPITAL)
    asked = ["Patient satisfaction survey", "Unit round plan", "Client journey map"]
    support = [verdict(terms, name) for name in asked]
    theirs = [verdict(hospital, name) for name in asked]
    assert [kind for kind, _ in support] == ["new", "new", "same"]
    assert theirs[:2] == [("same", "satisfaction"), ("same", "ward-round")]
    assert theirs[2][0] != "same"
    assert [verdict(terms, name) for name in asked] == support  # and back again


def test_two_fields_in_one_process_know_nothing_of_each_other() -> None:
    terms = glossary(term("satisfaction", name="Satisfaction survey"), term("konto", name="Konto"))
    known = {
        "support": terms,
        "hospital": replace(terms, words=HOSPITAL),
        "german": replace(terms, language="de"),
    }
    matchers = {field: Matcher(one) for field, one in known.items()}  # all there before any of them is asked
    asked = [
        Query(name=name) for name in ("Patient satisfaction survey", "Client satisfaction survey", "Konten")
    ]
    kinds = {
        "support": ["new", "same", "new"],
        "hospital": ["same", "new", "new"],
        "german": ["new", "new", "same"],
    }
    for order in (list(kinds), list(reversed(kinds))):
        found = {field: [matchers[field].match(query).kind for query in asked] for field in order}
        assert found == kinds
    by_turns = [[matchers[field].match(query).kind for field in kinds] for query in asked]
    assert by_turns == [[kinds[field][at] for field in kinds] for at in range(len(asked))]


def test_glossaries_with_the_same_words_have_one_field() -> None:
    own = {"field.people": "guest", "term.say": "Say to a guest"}  # no words that names are compared by
    assert field_for(glossary()) is field_for(replace(glossary(term("bed")), words=own))
    assert field_for(glossary()) is not field_for(replace(glossary(), words=HOSPITAL))


def test_the_lookup_has_the_words_of_the_field() -> None:
    bed = term("bed", name="Bed on the ward", definition="A place to lie.")
    found = [
        Scripts(as_json(lookup_data(glossary(bed), {}, catalog=catalog("en", own)))).search("berth unit", 1)
        for own in (HOSPITAL, None)
    ]
    assert [[one["slug"] for one in first] for first in found] == [["bed"], []]


def test_names_are_compared_as_their_language_writes_them() -> None:
    terms = glossary(
        term("stoerung", name="Störung"), term("passwort", name="Passwort"), term("konto", name="Konto")
    )
    german = replace(terms, language="de")
    for name, slug in {"Stoerungen": "stoerung", "Passwörter": "passwort", "Konten": "konto"}.items():
        assert verdict(german, name) == ("same", slug)
        assert verdict(terms, name) != ("same", slug)


def test_two_terms_that_differ_by_a_german_plural_are_near_duplicates() -> None:
    terms = glossary(term("konto", name="Konto"), term("konten", name="Konten"))
    assert [(one.one, one.other) for one in near_duplicates(replace(terms, language="de"))] == [
        ("konten", "konto")
    ]
    assert list(near_duplicates(terms)) == []


def test_the_command_compares_names_as_the_site_is_written(tmp_path: Path) -> None:
    (tmp_path / "glossary" / "terms").mkdir(parents=True)
    text = "name: Passwort\ndefinition: Ein geheimes Wort.\ntopics: [x]\n"
    (tmp_path / "glossary" / "terms" / "passwort.yaml").write_text(text)
    for settings, kind in {
        "theme: {name: material, language: de-CH}\nx: !ENV Y\n": "same",
        "theme: material\n": "new",
    }.items():
        (tmp_path / "mkdocs.yml").write_text(settings)
        done = CliRunner().invoke(main, ["--root", str(tmp_path), "match", "Passwoerter", "--json"])
        assert [one["verdict"] for one in json.loads(done.stdout)] == [kind]
