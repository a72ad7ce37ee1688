"""The title of a source: what names all entries, and not a page, group or person beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from helpers.rows import each_row
from site_gen.sources import importing

ROTA = "---\ntitle: Rota\n---\nThe plan of who works.\n"
SWAP = "---\ntitle: Swap\n---\nAn exchange of shifts.\n"
TERMS = {"words/rota.md": ROTA, "words/swap.md": SWAP}
OF_FOLDERS: Sequence[tuple[Mapping[str, str], str]] = [
    ({"search.md": "---\ntitle: Search\nlayout: search\n---\n", "words/index.md": "---\ntitle: Words of the desk\n---\nAll.\n"},
     "Words of the desk"),
    ({"about.md": "---\ntitle: About us\n---\nWe are a desk.\n", "words/_index.md": "---\ntitle: Glossary\n---\nAll.\n"}, "Glossary"),
    ({"_posts/2024-01-01-hello.md": "---\ntitle: Hello\n---\nWe begin.\n", "index.md": "---\ntitle: Home\n---\n- [Rota](words/rota)\n"}, ""),
    ({"README.md": "---\ntitle: Desk handbook\n---\nAll.\n", "other/index.md": "---\ntitle: Other things\n---\n- [x](x)\n"},
     "Desk handbook"),
    ({"suche.md": "---\ntitle: Suche\nlayout: search\n---\n", "404.md": "---\ntitle: Not found\n---\nNothing here.\n"}, ""),
]  # fmt: skip


@each_row("beside, title", OF_FOLDERS)
def test_a_folder_has_the_title_of_the_page_about_its_terms(beside: Mapping[str, str], title: str) -> None:
    files = {path: text.encode() for path, text in {**TERMS, **beside}.items()}
    found = importing.read(files, "desk", source="mine")
    assert (found.title, [one.name for one in found.entries]) == (title, ["Rota", "Swap"])


def test_notes_of_days_are_told_as_such() -> None:
    files = {
        path: text.encode() for path, text in {**TERMS, "2024-01-02.md": "# 2024-01-02\n\nMet Ben.\n"}.items()
    }
    found = importing.read(files, "desk", source="mine")
    assert [one.why for one in found.skipped if one.text == "2024-01-02.md"] == ["note or post of a day"]


GRAPH = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix ex: <http://example.org/> .
ex:dana a foaf:Person ; foaf:name "Dana Reed" ; skos:prefLabel "Dana Reed" .
ex:g1 a skos:Collection ; skos:prefLabel "Night words"@en ; skos:member ex:c1 .
{}ex:c1 a skos:Concept ; skos:prefLabel "Rota"@en ; skos:definition "The plan."@en .
ex:c2 a skos:Concept ; skos:prefLabel "Swap"@en ; skos:definition "An exchange."@en .
"""
SCHEME = 'ex:all a skos:ConceptScheme ; skos:prefLabel "Dienstwörter"@de , "Desk words"@en .\n'


@each_row("scheme, title", [(SCHEME, "Desk words"), ("", "Night words")])
def test_a_vocabulary_has_the_title_of_its_scheme(scheme: str, title: str) -> None:
    found = importing.read(GRAPH.format(scheme).encode(), "x.ttl", source="mine")
    assert (found.title, [one.name for one in found.entries]) == (title, ["Rota", "Swap"])
