"""The schema and the records agree, and what is done with a field follows from the schema."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_args

from helpers.corpora import ROOT
from helpers.rows import each_row
from helpers.support import glossary, term
from site_gen.catalog import catalog, shipped
from site_gen.export.terms_csv import terms_csv
from site_gen.export.terms_json import terms_json
from site_gen.model import records, schema
from site_gen.model.field import Field
from site_gen.model.records import Site
from site_gen.model.relations import relations
from site_gen.model.schema import TERM
from site_gen.model.trust import Trust
from site_gen.text.links import link


def _without(table: Mapping[str, Field], *names: str) -> Mapping[str, Field]:
    return {name: spec for name, spec in table.items() if name not in names}


# What a record has beside its file's fields: where it stands, and what its file name says.
RECORDS: Mapping[str, tuple[type, Mapping[str, Field], set[str]]] = {
    "term": (records.Term, schema.TERM, {"slug", "origin"}),
    "metric": (records.Metric, schema.METRIC, set()),
    "link": (records.Link, schema.LINK, {"origin"}),
    "contrast": (records.Contrast, _without(schema.CONTRAST, "scene", "fits"), {"to"}),  # an older form
    "source": (records.Source, schema.SOURCE, {"id", "origin"}),
    "entry": (records.Entry, schema.ENTRY, {"origin"}),
    "topic": (records.Topic, schema.TOPIC, {"origin"}),
    "stop": (records.Stop, schema.STOP, {"origin"}),
    "path": (records.Path, _without(schema.PATH, "pass"), {"origin", "pass_mark"}),  # a word of Python
}


def _names(record: type) -> set[str]:
    return {one.name for one in fields(record)}  # type: ignore[arg-type]


@each_row("name", RECORDS)
def test_schema_and_records_have_the_same_fields(name: str) -> None:
    record, table, beside = RECORDS[name]
    assert _names(record) == {*table, *beside}


@each_row(
    "field, literal",
    [
        ("kind", records.Kind),
        ("level", records.Level),
        ("status", records.Status),
        ("audience", records.Audience),
    ],
)
def test_schema_and_records_have_the_same_choices(field: str, literal: Any) -> None:
    assert TERM[field].choices == get_args(literal)


def test_labels_are_those_of_the_schema() -> None:
    every = term("a", **{name: [f"as {name}"] for name in schema.LABELS if name != "name"})
    assert tuple(name for name, _ in every.labels()) == schema.LABELS
    reasons = {key for key in shipped("en") if key.startswith("source.why_")}
    assert {f"source.why_{label}" for label in (*schema.LABELS, "ruled")} == reasons
    assert all(TERM[name].noun for name in schema.LABELS)


def test_every_text_that_readers_read_has_a_title() -> None:
    assert [name for name in schema.BESIDE_DEFINITION if not TERM[name].title] == []


def test_what_may_not_go_public_is_told() -> None:
    assert schema.term_fields(lambda spec: not spec.public) == (
        "internal",
        "here",
        "links",
        "owner",
        "reviewed_by",
    )


PUBLISHED = {"term": schema.TERM, "topic": schema.TOPIC, "path": schema.PATH, "stop": schema.STOP,
             "source": schema.SOURCE, "entry": schema.ENTRY}  # fmt: skip


def _row(name: str, table: Mapping[str, Field]) -> str:
    shown, left_out = (
        ", ".join(f"`{field}`" for field, spec in table.items() if spec.public is public)
        for public in (True, False)
    )
    return f"| {name} | {shown} | {left_out or '–'} |"


def test_the_docs_have_a_line_for_what_may_go_public_of_each_record(update_golden: bool) -> None:
    """``--update-golden`` writes the lines anew."""
    rows = [_row(name, table) for name, table in PUBLISHED.items()]
    page = ROOT / "docs" / "corpus.md"
    text = page.read_text(encoding="utf-8")
    whole = re.compile(r"(?<=names them \|\n\|---\|---\|---\|\n)(?:\|.*\n)*")
    if update_golden:
        text = whole.sub(lambda _: "\n".join(rows) + "\n", text)
        page.write_text(text, encoding="utf-8")
    found = whole.search(text)
    assert found and found[0].splitlines() == rows, "--update-golden, then read the diff"


def test_exports_hold_what_the_schema_says_and_the_docs_tell_of_it() -> None:
    corpus = glossary(term("a"))
    row = json.loads(
        terms_json(corpus, relations(corpus), link(corpus), {"a": Trust(mark="draft")}, catalog())
    )["terms"][0]
    assert set(row) - {"slug", "narrower", "url", "sources", "trust"} == {
        name for name, spec in TERM.items() if spec.in_json
    }
    heads = (
        terms_csv(corpus, relations(corpus), Site(), {"a": Trust(mark="draft")}).splitlines()[0].split(",")
    )
    heads[0] = heads[0].removeprefix("\ufeff")
    named = ["differences" if name == "contrast" else name for name, spec in TERM.items() if spec.in_csv]
    assert heads == [*named, "trust", "url"]
    told = (ROOT / "docs" / "machines.md").read_text(encoding="utf-8")
    assert [name for name in row if f"`{name}`" not in told] == []
