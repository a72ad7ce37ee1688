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
