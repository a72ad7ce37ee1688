"""Files to records: what each field becomes, and which names files may have."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, fields, is_dataclass
from datetime import date
from typing import Any

import pytest

from helpers.corpora import DATA, TOPICS, agrees_with_golden, printed, term_yaml, tree
from helpers.rows import each_row
from site_gen.corpus.disk import read_tree
from site_gen.corpus.load import load
from site_gen.model.field import Field
from site_gen.model.problem import errors
from site_gen.model.records import Glossary, Term
from site_gen.model.schema import OWNER, PATH, SOURCE, TERM, TOPIC

SMALL = DATA / "golden" / "load"


def plain(value: Any) -> Any:
    """Records as JSON holds them, with what is empty or unsaid left out."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode()
    if is_dataclass(value):
        return {
            field.name: plain(inner)
            for field in fields(value)
            if _is_said(inner := getattr(value, field.name))
        }
    if hasattr(value, "_asdict"):
        value = {name: inner for name, inner in value._asdict().items() if _is_said(inner)}
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value


def _is_said(value: Any) -> bool:
    return value is not None and value != "" and value != () and value != {}


def test_a_small_corpus_with_every_field(update_golden: bool) -> None:
    found = load(read_tree(SMALL).files)
    assert printed(found.problems) == []
    text = json.dumps(plain(found.glossary), ensure_ascii=False, indent=1) + "\n"
    agrees_with_golden(SMALL / "records.json", text, update_golden)


def test_the_small_corpus_has_every_field_of_the_schema() -> None:
    """A field that the golden case leaves out is a field that nobody has tried."""
    files = read_tree(SMALL).files
    whole = b"\n".join(files.values()).decode()
    assert [name for name in _names(TERM, SOURCE, TOPIC, OWNER, PATH) if f"{name}:" not in whole] == []


def _names(*records: Mapping[str, Field]) -> list[str]:
    inner = [name for record in records for spec in record.values() for name in _names(spec.fields)]
    return [name for record in records for name in record] + inner


def test_an_empty_folder_is_an_empty_glossary() -> None:
    found = load({})
    assert found.glossary == Glossary()
    assert found.problems == ()
    assert found.topics_read


@each_row(
    "path, expected",
    [
        ("terms/churn-2.yaml", []),
        ("terms/404.yaml", []),
        ("sources/a.import.yaml", []),
        ("pages/Über uns/Das Team.md", []),
        ("terms/Churn.yaml", ["'Churn.yaml' is no file name for the corpus, expected <slug>.yaml; "
                              "rename it to glossary/terms/churn.yaml"]),
        ("terms/churn.yml", ["'churn.yml' is no file name for the corpus, expected <slug>.yaml; "
                             "rename it to glossary/terms/churn.yaml"]),
        ("terms/churn.import.yaml", ["'churn.import.yaml' is no file name for the corpus, expected <slug>.yaml; "
                                     "rename it to glossary/terms/churn.yaml"]),
        ("terms/-churn.yaml", ["'-churn.yaml' is no file name for the corpus, expected <slug>.yaml; "
                               "rename it to glossary/terms/churn.yaml"]),
        ("terms/…/churn.yaml", ["'…/churn.yaml' is no file name for the corpus, expected <slug>.yaml; "
                                "rename it to glossary/terms/churn.yaml"]),
        ("terms/★.yaml", ["'★.yaml' is no file name for the corpus, expected <slug>.yaml; "
                          "use lower-case letters, digits, hyphens"]),
        ("terms/aux.yaml", ["Windows cannot hold a file named 'aux.yaml'; add a word to the name"]),
        ("sources/Words.import.yaml", ["'Words.import.yaml' is no file name for the corpus, expected <slug>.yaml; "
                                       "rename it to glossary/sources/words.import.yaml"]),
        ("topic.yaml", ["nothing reads this file; "
                        "glossary/ holds terms/, sources/, pages/, topics.yaml, paths.yaml, redirects.yaml, owners.yaml, plain-words.yaml, words.yaml"]),
        ("terms.yaml", ["nothing reads this file; "
                        "glossary/ holds terms/, sources/, pages/, topics.yaml, paths.yaml, redirects.yaml, owners.yaml, plain-words.yaml, words.yaml"]),
    ],
)  # fmt: skip
def test_file_names_that_no_corpus_can_have_are_reported(path: str, expected: list[str]) -> None:
    text = "title: Words\nentries:\n  - name: Call\n" if path.startswith("sources/") else term_yaml("Call")
    found = load(tree({path: text}))
    assert [problem.sentence() for problem in found.problems if problem.code == "file-name"] == expected


def test_names_that_differ_only_in_case() -> None:
    found = load({f"glossary/pages/{name}": b"x" for name in ("Team.md", "team.md", "TEAM.MD", "other.md")})
    assert printed(found.problems) == [
        "glossary/pages/Team.md:1: the name differs from glossary/pages/TEAM.MD only in case; "
        "rename one of the two [same-file-name]",
        "glossary/pages/team.md:1: the name differs from glossary/pages/TEAM.MD only in case; "
        "rename one of the two [same-file-name]",
    ]


def test_line_ends_and_byte_order_mark_change_nothing() -> None:
    text = term_yaml("Call", "details: |", "  One.", "", "  Two.", "aliases: [Ring]")
    plain_term = load(tree(call=text)).glossary.terms
    for data in (text.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + text.encode()):
        assert load(tree({"terms/call.yaml": data})).glossary.terms == plain_term


def test_lines_of_fields_and_items() -> None:
    text = term_yaml(
        "Call", "aliases:", "  - Ring", "  - ''", "  - Bell", "metric:", "  parts:", "    calls: all"
    )
    origin = load(tree(call=text)).glossary.terms[0].origin
    assert origin.at("aliases", 1) == 7  # the second value, not the second item
    assert origin.at("metric", "parts", "calls") == 10
    assert origin.at("metric", "parts", "none") == 9
    assert origin.at("owner") == 1


def test_terms_stand_in_the_order_of_their_slugs_and_topics_as_written() -> None:
    found = load(
        tree(
            {"topics.yaml": TOPICS + "- {id: a, name: Another}\n"},
            c=term_yaml("C"),
            a_b=term_yaml("B"),
            a=term_yaml("A"),
        )
    )
    assert [term.slug for term in found.glossary.terms] == ["a", "a-b", "c"]
    assert [topic.id for topic in found.glossary.topics] == ["desk", "a"]


@each_row(
    "topics, read",
    [
        ("", True),
        (TOPICS, True),
        ("- {id: b, name: B, x: y}\n", True),
        ("- name: B\n", False),
        ("a: b\n", False),
        ("'", False),
    ],
)
def test_topics_that_cannot_be_read_are_known_to_be_unread(topics: str, read: bool) -> None:
    assert load({"glossary/topics.yaml": topics.encode()}).topics_read is read


def test_a_file_with_one_wrong_field_keeps_the_others() -> None:
    found = load(tree(call=term_yaml("Call", "level: expert", "owner: Zo\ufffd", "owner: Mia", "kind: tool")))
    assert [problem.code for problem in errors(found.problems)] == [
        "lost-character",
        "duplicate-key",
        "wrong-value",
    ]
    assert (found.glossary.terms[0].kind, found.glossary.terms[0].level) == ("tool", "working")


def test_what_a_term_leaves_unsaid_is_as_the_model_has_it() -> None:
    term = load(tree(call="name: Call\ndefinition: A talk.\ntopics: [basics]\n")).glossary.terms[0]
    said = {"slug": "call", "name": "Call", "definition": "A talk.", "topics": ("basics",)}
    assert term == Term(**said, origin=term.origin)
    assert term.title == "Call"
    with pytest.raises(FrozenInstanceError):
        term.name = "Phone"  # type: ignore[misc]
