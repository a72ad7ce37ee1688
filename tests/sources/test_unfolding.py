"""Documents whose short lines stand for long ones: measured before they are written out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from time import process_time

from helpers.rows import each_row
from site_gen.sources import importing

_PREFIX = "http://example.org/" + "x" * 100_000 + "/"
_SKOS = "http://www.w3.org/2004/02/skos/core#"


def _nested(times: int) -> str:
    lines = [f".. |k{i}| replace:: |k{i + 1}| and |K{i + 1}|" for i in range(times)]
    return "\n".join(lines) + f"\n.. |k{times}| replace:: x\n\nGlossary\n========\n\nHold\n   |k0|\n"


UNFOLDING: Mapping[str, Callable[[], str]] = {
    "nested.rst": lambda: _nested(24),
    "wide.rst": lambda: ".. |p| replace:: " + "long text " * 1_500 + "\n\nHold\n   A call.\n\n" + "Queue\n   |p| |p| |p|\n\n" * 30,
    "attributes.adoc": lambda: ":a: " + "long text " * 20 + "\n\nHold:: A call.\n" + ("Queue:: " + "{a} " * 200 + "\n") * 100,
    "argument.tex": lambda: "\\newcommand{\\t}[2]{\\newglossaryentry{#1}{name=#1,description={" + "#2" * 90_000 + "}}}\n\\t{a}{" + "long text " * 9_000 + "}\n",
    "names.tex": lambda: "\\newglossaryentry{a}{name={" + "long name " * 800 + "},description={A thing}}\n" + "\\gls{a} " * 100_000,
    "texts.yaml": lambda: "long: &l '" + "long text " * 10_000 + "'\nterms:\n" + "".join(f"- term: Name {i}\n  text: *l\n" for i in range(5_000)),
    "prefix.ttl": lambda: f"@prefix skos: <{_SKOS}> .\n@prefix a: <{_PREFIX}> .\n"
    + "".join(f'a:t{i} a skos:Concept; skos:prefLabel "Term {i}"@en; skos:definition "Text."@en .\n' for i in range(9_000)),
    "prefix.rdf": lambda: f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="{_SKOS}" xml:base="{_PREFIX}">'
    + "".join(f'<skos:Concept rdf:ID="t{i}"><skos:prefLabel>Term {i}</skos:prefLabel></skos:Concept>' for i in range(9_000)) + "</rdf:RDF>",
    "prefix.jsonld": lambda: json.dumps(
        {"@context": {"skos": _SKOS, "a": {"@id": _PREFIX, "@prefix": True}},
         "@graph": [{"@id": f"a:{i}", "@type": "skos:Concept", "skos:prefLabel": f"Term {i}"} for i in range(9_000)]}
    ),
}  # fmt: skip


@each_row("name", UNFOLDING)
def test_what_would_unfold_to_too_much_is_refused_in_bounded_time(name: str) -> None:
    document = UNFOLDING[name]().encode()
    start = process_time()
    found = importing.read(document, name, source="mine")
    assert process_time() - start < 5
    assert not found.entries
    assert [p.code for p in found.problems if p.severity == "error"] == ["import-too-large"], found.problems


SHORT: Mapping[str, tuple[str, str]] = {
    "x.rst": (".. |product| replace:: Voice |brand|\n.. |brand| replace:: Box\n\nHold\n   Waiting in |product|.\n\nQueue\n   Calls.\n", "Waiting in Voice Box."),
    "itself.rst": (".. |a| replace:: the |b|\n.. |b| replace:: near |a|\n\nHold\n   Waiting in |a|.\n\nQueue\n   Calls.\n", "Waiting in the b."),
    "x.adoc": (":product: Voice {brand}\n:brand: Box\n\nHold:: Waiting in {product}.\nQueue:: Calls.\n", "Waiting in Voice Box."),
    "x.tex": ("\\newcommand{\\t}[2]{\\newglossaryentry{#1}{name=#1,description={#2 #2}}}\n\\t{Hold}{Wait.}\n\\t{Queue}{Calls.}\n", "Wait. Wait."),
    "x.yaml": ("same: &s Waiting.\nterms:\n- term: Hold\n  text: *s\n- term: Queue\n  text: *s\n", "Waiting."),
}  # fmt: skip


@each_row("name", SHORT)
def test_what_unfolds_to_some_words_is_written_out(name: str) -> None:
    document, text = SHORT[name]
    found = importing.read(document.encode(), name, source="mine")
    assert {entry.name: entry.text for entry in found.entries}["Hold"] == text
