"""Entries of XML: references between them, languages inside them, and what they say besides."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.model.records import Entry
from site_gen.sources import importing

_END = "<glossentry><glossterm>Zone</glossterm><glossdef><para>A part of the map.</para></glossdef></glossentry></glossary>"


def entries(document: str, filename: str = "x.xml", language: str = "en") -> dict[str, Entry]:
    found = importing.read(document.encode(), filename, source="mine", language=language)
    return {entry.name: entry for entry in found.entries}


def _docbook(attributes: str, reference: str, term: str = "") -> str:
    return (
        '<glossary xmlns:xlink="http://www.w3.org/1999/xlink"><title>Glossary</title>'
        f"<glossentry><glossterm>Berth</glossterm>{reference}</glossentry>"
        f"<glossentry {attributes}><glossterm {term}>Mooring</glossterm><glossdef><para>A place for one boat.</para>"
        f"</glossdef></glossentry>{_END}"
    )


@each_row(
    "document",
    [
        _docbook("", "<glosssee>Mooring</glosssee>"),
        _docbook('id="m"', '<glosssee otherterm="m"/>'),
        _docbook("", '<glosssee otherterm="m"/>', 'id="m"'),
        _docbook('xml:id="m"', '<glosssee xlink:href="#m">the mooring</glosssee>'),
        _docbook('xml:id="m"', '<glosssee><link linkend="m">the mooring</link></glosssee>'),
        _docbook('id="m"', '<glosssee otherterm="gone">Mooring</glosssee>'),
    ],
)
def test_a_reference_in_docbook_leads_to_the_term_that_it_names(document: str) -> None:
    found = entries(document)
    assert list(found) == ["Mooring", "Zone"]
    assert found["Mooring"].also == ("Berth",)
    assert not found["Zone"].also


_LIFT = (
    '<lift version="0.13"><entry><lexical-unit><form lang="en"><text>berth</text></form></lexical-unit><sense>{}<definition>'
    '<form lang="en"><text>A place for one boat.</text></form><form lang="de"><text>Ein Platz für ein Boot.</text></form>'
    "</definition></sense></entry></lift>"
)
_TEI = (
    "<TEI><text><body><entry><form><orth>berth</orth></form><sense><def xml:lang='en'>A place for one boat.</def>"
    "<def xml:lang='de'>Ein Platz für ein Boot.</def></sense></entry></body></text></TEI>"
)


@each_row(
    "document, language, text, left",
    [
        (_LIFT.format(""), "en", "A place for one boat.", ["Ein Platz für ein Boot."]),
        (_LIFT.format(""), "de", "Ein Platz für ein Boot.", ["A place for one boat."]),
        (_LIFT.format('<gloss lang="fr"><text>le quai</text></gloss>'), "en", "A place for one boat.",
         ["Ein Platz für ein Boot.", "le quai"]),
        (_TEI, "en", "A place for one boat.", ["Ein Platz für ein Boot."]),
    ],
)  # fmt: skip
def test_a_dictionary_gives_the_text_in_the_language_of_the_site(
    document: str, language: str, text: str, left: list[str]
) -> None:
    name = "x.lift" if document.startswith("<lift") else "x.xml"
    found = importing.read(document.encode(), name, source="mine", language=language)
    assert [(entry.name, entry.text) for entry in found.entries] == [("berth", text)]
    assert sorted(one.text for one in found.skipped) == left
