"""The files below ``api/``, and the table in two columns: what they hold, and that their schemas say so."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft7Validator

from helpers.support import glossary, term
from helpers.tiny import CORPUS
from site_gen.corpus.disk import Tree
from site_gen.model.published import PUBLISHED
from site_gen.model.records import Site
from site_gen.pipeline import build, files_of

FILES = {f"glossary/{path}": text.encode() for path, text in CORPUS.items()}
SITE = Site(name="Words", url="https://example.org/g/", license="https://example.org/license")


@pytest.fixture(scope="module")
def made() -> Mapping[str, bytes]:
    return build(Tree(files=FILES), SITE).files


def _read(made: Mapping[str, bytes], path: str) -> Any:
    return json.loads(made[path])


def test_each_schema_is_one_and_the_files_are_as_it_says(made: Mapping[str, bytes]) -> None:
    for one in PUBLISHED.values():
        if not one.schema:
            continue
        schema = _read(made, f"api/schemas/{one.schema}.json")
        Draft7Validator.check_schema(schema)
        begin, _, end = one.path.partition("{}")
        paths = [path for path in made if path.startswith(begin) and path.endswith(end or begin)]
        assert paths
        for path in paths:
            assert list(Draft7Validator(schema).iter_errors(_read(made, path))) == [], path


@pytest.mark.parametrize(
    "path", ["api/terms.json", "api/lookup.json", "api/index.json", "api/terms/ticket.json"]
)
def test_a_schema_names_every_key_and_refuses_a_file_without_it(made: Mapping[str, bytes], path: str) -> None:
    found = _read(made, path)
    name = "term" if "/terms/" in path else path.removeprefix("api/").removesuffix(".json")
    schema = _read(made, f"api/schemas/{name}.json")
    for key in found:
        assert key in schema["properties"], key
        left = {other: value for other, value in found.items() if other != key}
        assert Draft7Validator(schema).is_valid(left) is (key not in schema["required"]), key
        wrong = {**found, key: [0.5]}
        assert not Draft7Validator(schema).is_valid(wrong), key


def test_the_index_tells_every_file_with_its_form_and_edition(made: Mapping[str, bytes]) -> None:
    index = _read(made, "api/index.json")
    assert (index["name"], index["license"], index["terms"]) == ("Words", SITE.license, 8)
    rows = {row["path"]: row for row in index["files"]}
    assert set(rows) == {one.shown for one in PUBLISHED.values() if one.for_programs}
    assert rows["api/terms/{name}.json"] == {
        "path": "api/terms/{name}.json",
        "type": "application/json",
        "holds": "One term with all its fields, by its slug.",
        "format": 1,
        "schema": "api/schemas/term.json",
    }
    assert rows["glossary.csv"]["type"] == "text/csv" and "schema" not in rows["glossary.csv"]
    assert all(row["schema"] in made for row in rows.values() if "schema" in row)
    without = _read(build(Tree(files=FILES), Site()).files, "api/index.json")
    assert "feed.xml" not in {row["path"] for row in without["files"]}


def test_a_term_has_a_file_with_what_the_whole_says_of_it(made: Mapping[str, bytes]) -> None:
    whole = _read(made, "api/terms.json")["terms"]
    assert len(whole) == 8
    for record in whole:
        assert _read(made, f"api/terms/{record['slug']}.json") == {"format": 1, **record}


def test_a_public_site_has_no_file_of_an_internal_term() -> None:
    words = glossary(term("open", related=["hushword"]), term("hushword", audience="internal"))
    public = build_public(words)
    assert "api/terms/open.json" in public and "api/terms/hushword.json" not in public
    assert not [path for path, data in public.items() if b"hushword" in data.lower()]


def build_public(words: Any) -> Mapping[str, bytes]:
    from site_gen.model.audience import visible

    site = Site(audience="public")
    return {
        path: data for path, data in files_of(visible(words, site), site).items() if path.startswith("api/")
    }


def test_cards_in_two_columns() -> None:
    words = glossary(
        term("queue", abbreviations=["Q"], definition="A line\tof\nwork."),
        term("sum", name="=SUM(A1)", definition="A formula."),
        term("old", status="deprecated"),
        term("rare", level="reference"),
    )
    text = files_of(replace(words), Site())["cards.tsv"].decode()
    assert text == "Queue (Q)\tA line of work.\n'=SUM(A1)\tA formula.\n"
