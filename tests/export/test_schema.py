"""The JSON Schemas for editors: as committed, true to the corpus, and no stricter or laxer than the loader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator
from referencing import Registry, Resource

from helpers import real
from helpers.corpora import ROOT, term_yaml, tree
from helpers.examples import SHOWN, files_of
from helpers.rows import each_row
from site_gen.__main__ import main
from site_gen.checks.rules import check
from site_gen.corpus.load import load
from site_gen.export.json_schema import FILES, NAMES, schemas
from site_gen.model.problem import errors
from site_gen.model.records import Glossary


@cache
def made(whole: bool = False) -> dict[str, Any]:
    """The schemas of a small corpus, or of the whole one: what they offer differs, and nothing else."""
    words = real.glossary() if whole else load(tree(call=term_yaml("Call"))).glossary
    return {name: json.loads(text) for name, text in schemas(words).items()}


class Core(yaml.CSafeLoader):
    """YAML 1.2 as editors read it: dates are texts, and so are yes and no."""


Core.yaml_implicit_resolvers = {
    sign: [(tag, form) for tag, form in found if tag in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:null")]
    for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for sign in "tf":
    Core.yaml_implicit_resolvers.setdefault(sign, []).append(
        ("tag:yaml.org,2002:bool", re.compile("(?:true|false)$"))
    )


def wrong(path: str, text: str, whole: bool = False) -> list[str]:
    """What the schema of a file has against it."""
    name = next(name for name, globs in FILES.items() if any(fnmatch(path, glob) for glob in globs))
    return [error.message for error in validator(name, whole).iter_errors(yaml.load(text, Loader=Core))]


@cache
def validator(name: str, whole: bool) -> Draft7Validator:
    found = made(whole)
    registry = Registry().with_resources(
        (name, Resource.from_contents(schema)) for name, schema in found.items()
    )
    return Draft7Validator(found[name], registry=registry)


def test_the_committed_schemas_are_the_generated_ones() -> None:
    """But for the offered names: those may lag behind, or every new term would need a second file."""
    committed = {path.name: json.loads(path.read_text("utf-8")) for path in (ROOT / "schema").iterdir()}
    assert set(committed) == set(made())
    assert {name: schema for name, schema in committed.items() if name != NAMES} == {
        name: schema for name, schema in made().items() if name != NAMES
    }
    assert shape(committed[NAMES]) == shape(made()[NAMES])


def shape(names: dict[str, Any]) -> dict[str, Any]:
    """The offered names with what is offered taken out."""
    names = json.loads(json.dumps(names))
    for found in names["definitions"].values():
        assert found["anyOf"][0].pop("enum")
    return names


def test_the_schemas_are_sound_json_schemas() -> None:
    for schema in made().values():
        Draft7Validator.check_schema(schema)


def test_visual_studio_code_finds_them() -> None:
    wired = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    assert wired == {f"./schema/{name}": ", ".join(globs) for name, globs in FILES.items()}
    recommended = json.loads((ROOT / ".vscode" / "extensions.json").read_text("utf-8"))["recommendations"]
    assert "redhat.vscode-yaml" in recommended


@pytest.mark.slow
def test_every_file_of_the_corpus_is_valid() -> None:
    paths = [path for path in sorted((ROOT / "glossary").rglob("*.yaml")) if "pages" not in path.parts]
    assert len(paths) > 600
    names = [path.relative_to(ROOT).as_posix() for path in paths]
    found = {
        name: wrong(name, path.read_text("utf-8"), True) for name, path in zip(names, paths, strict=True)
    }
    assert {name: said for name, said in found.items() if said} == {}


def properties(schema: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for inner in schema.values():
            yield from properties(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from properties(inner)


def test_every_field_has_help() -> None:
    for schema in made().values():
        for name, field in properties(schema):
            assert field["description"].endswith("."), name
            assert "$ref" not in field, "draft 7 shows no help beside a reference"


TERM = "glossary/terms/call.yaml"
SOURCE = "glossary/sources/words.yaml"
WRONG = {
    "no name": (TERM, "definition: A talk.\ntopics: [desk]\n"),
    "an empty name": (TERM, "name:\ndefinition: A talk.\ntopics: [desk]\n"),
    "no topic": (TERM, "name: Call\ndefinition: A talk.\ntopics: []\n"),
    "a misspelt field": (TERM, term_yaml("Call", "alias: [Bell]")),
    "a text for a list": (TERM, term_yaml("Call", "aliases: Bell")),
    "a list for a text": (TERM, term_yaml("Call", "owner: [Mia]")),
    "a mapping for a text": (TERM, term_yaml("Call", "owner: {name: Mia}")),
    "an item twice": (TERM, term_yaml("Call", "aliases: [Bell, Bell]")),
    "an empty item": (TERM, term_yaml("Call", "aliases: [Bell, ]", "search_as:", "  -")),
    "two lines": (TERM, term_yaml("Call", "owner: |", "  Mia", "  Ben")),
    "an unknown kind": (TERM, term_yaml("Call", "kind: persona")),
    "an unknown level": (TERM, term_yaml("Call", "level: expert")),
    "an unknown status": (TERM, term_yaml("Call", "status: done")),
    "a date in another order": (TERM, term_yaml("Call", "reviewed: 21.11.2026")),
    "a month too many": (TERM, term_yaml("Call", "reviewed: 2026-13-01")),
    "a period without a number": (TERM, term_yaml("Call", "review_every: yearly")),
    "a yes for a true": (TERM, term_yaml("Call", "autolink: yes")),
    "a name for a slug": (TERM, term_yaml("Call", "broader: Other Term")),
    "a path for a slug": (TERM, term_yaml("Call", "related: [../other]")),
    "a slug too long": (TERM, term_yaml("Call", f"broader: {'a' * 81}")),
    "a topic in capitals": (TERM, "name: Call\ndefinition: A talk.\ntopics: [Desk]\n"),
    "half a metric": (TERM, term_yaml("Call", "metric: {formula: a / b}")),
    "a metric as text": (TERM, term_yaml("Call", "metric: fast")),
    "a direction of its own": (TERM, term_yaml("Call", "metric: {formula: a, unit: b, better: up, parts: {a: b}, worked: {a: 1}}")),
    "a link without address": (TERM, term_yaml("Call", "links: [{what: Macro}]")),
    "a contrast without its sentence": (TERM, term_yaml("Call", "contrast: {other: {scene: It rang., fits: other}}")),
    "a contrast with a list": (TERM, term_yaml("Call", "contrast: {other: [a]}")),
    "a rule that is none": (TERM, term_yaml("Call", "allow: {reading-level: by law}")),
    "a list as the term": (TERM, "- name: Call\n"),
    "a source without a title": (SOURCE, "entries: [{name: Call}]\n"),
    "an entry without a name": (SOURCE, "title: Words\nentries: [{term: call}]\n"),
    "entries as text": (SOURCE, "title: Words\nentries: many\n"),
    "a rule for no line": ("glossary/sources/words.import.yaml", "lines: [{name: Call}]\n"),
    "a rule with a misspelt field": ("glossary/sources/words.import.yaml", "lines: [{line: 3, nme: Call}]\n"),
    "a format of its own": ("glossary/sources/words.import.yaml", "format: doc\n"),
    "topics as a mapping": ("glossary/topics.yaml", "desk: Desk\n"),
    "a topic without an id": ("glossary/topics.yaml", "- name: Desk\n"),
    "a path without a title": ("glossary/paths.yaml", "- id: first\n"),
    "a stop with a misspelt field": ("glossary/paths.yaml", "- {id: first, title: A, stops: [{trem: call}]}\n"),
    "a redirect out of the site": ("glossary/redirects.yaml", "old: https://example.org\n"),
    "redirects as a list": ("glossary/redirects.yaml", "- old: call\n"),
    "plain words as a list": ("glossary/plain-words.yaml", "- tool room\n"),
    "a plain word without a reason": ("glossary/plain-words.yaml", "tool room:\n"),
}  # fmt: skip


@each_row("path, text", WRONG.values())
def test_what_the_loader_rejects_is_rejected_while_typing(path: str, text: str) -> None:
    assert wrong(path, text)
    files = tree({path.removeprefix("glossary/"): text}, other=term_yaml("Other"))
    assert [problem for problem in found_in(files) if problem.path == path]


def found_in(files: dict[str, bytes]) -> tuple[Any, ...]:
    return errors(check(load(files)))


SOUND = {
    "numbers as texts": (TERM, "name: 404\ndefinition: A talk.\ntopics: [desk]\naliases: [500, true]\n"),
    "empty fields": (TERM, term_yaml("Call", "owner:", "aliases:", "metric:", "contrast:", "reviewed:")),
    "a term that was added a minute ago": (TERM, term_yaml("Call", "related: [brand-new]")),
    "a topic that was": (TERM, "name: Call\ndefinition: A talk.\ntopics: [brand-new]\n"),
    "one name without a list": ("glossary/sources/words.import.yaml", "lines: [{line: 3, name: Call}]\n"),
    "numbers in quotes": ("glossary/sources/words.import.yaml", 'lines: [{line: "3", also: [Call, Bell]}]\n'),
    "nothing yet": ("glossary/topics.yaml", ""),
    "no redirect yet": ("glossary/redirects.yaml", "# none\n"),
}


@each_row("path, text", SOUND.values())
def test_what_the_loader_takes_is_taken_while_typing(path: str, text: str) -> None:
    assert wrong(path, text) == []
    assert load({path: text.encode()}).problems == ()


@each_row("code, rule", SHOWN)
def test_right_examples_are_valid(code: str, rule: Any) -> None:
    for path, text in files_of(rule.right).items():
        if path.endswith(".yaml"):
            assert wrong(f"glossary/{path}", text) == []


def test_a_corpus_without_terms_offers_none() -> None:
    names = json.loads(schemas(Glossary())[NAMES])["definitions"]
    assert "anyOf" not in names["term"]
    assert names["topic"]["anyOf"][0] == {"enum": ["unsorted"]}


def run(root: Path, *arguments: str) -> Any:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def test_the_command_writes_what_changed(root: Path) -> None:
    assert run(root, "schema").stdout == f"8 of 8 files written to {root / 'schema'}\n"
    assert run(root, "schema").stdout.startswith("0 of 8 ")
    names = json.loads((root / "schema" / NAMES).read_text())
    assert names["definitions"]["term"]["anyOf"][0] == {"enum": ["ticket"]}
    assert run(root, "schema", "--stdout", "term.json").stdout == (root / "schema" / "term.json").read_text()
    assert run(root, "schema", "--stdout", "tern.json").exit_code == 2


def test_a_new_term_is_offered_after_fix(root: Path) -> None:
    term = root / "glossary" / "terms" / "queue.yaml"
    assert "schema" not in run(root, "check", "--fix").stderr
    assert not (root / "schema").exists()
    run(root, "schema")
    term.write_text("name: Queue\ndefinition: The row of those who wait.\ntopics: [tickets]\n")
    before = (root / "schema" / NAMES).read_text()
    assert "schema/names.json:1: would be fixed" in run(root, "check", "--fix", "--dry-run").stderr
    assert (root / "schema" / NAMES).read_text() == before
    assert "schema/names.json:1: fixed" in run(root, "check", "--fix").stderr
    assert '"queue"' in (root / "schema" / NAMES).read_text()
    assert "schema" not in run(root, "check", "--fix").stderr
