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


_DOCUMENTS = {
    "a list and a table": "<topic id='t'><title>Glossary</title><body><dl><dlentry><dt>Berth</dt><dd>A place for one boat.</dd></dlentry></dl>"
    "<simpletable><sthead><stentry>Term</stentry><stentry>Meaning</stentry></sthead><strow><stentry>Quay</stentry>"
    "<stentry>A wall where ships lie.</stentry></strow></simpletable></body></topic>",
    "names and texts in turns": "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><list type='gloss'><head>Words</head>"
    "<label>Berth</label><item>A place for one boat.</item><label>Quay</label><item>A wall where ships lie.</item></list></body></text></TEI>",
    "a property list": "<plist version='1.0'><dict><key>Berth</key><string>A place for one boat.</string>"
    "<key>Quay</key><string>A wall where ships lie.</string></dict></plist>",
    "properties of a memory": "<tmx version='1.4'><body><tu><prop type='definition'>A place for one boat.</prop><tuv xml:lang='en'>"
    "<seg>Berth</seg></tuv></tu><tu><note>A wall where ships lie.</note><prop type='client'>us</prop><tuv xml:lang='en'><seg>Quay</seg></tuv></tu></body></tmx>",
}  # fmt: skip


@each_row("kind", _DOCUMENTS)
def test_entries_of_documents_lists_and_memories(kind: str) -> None:
    found = entries(_DOCUMENTS[kind])
    assert {name: entry.text for name, entry in found.items()} == {
        "Berth": "A place for one boat.", "Quay": "A wall where ships lie.",
    }  # fmt: skip


def test_an_export_of_wordpress_gives_the_pages_of_its_glossary() -> None:
    def item(title: str, text: str, kind: str = "glossary", status: str = "publish") -> str:
        return (
            f"<item><title>{title}</title><content:encoded><![CDATA[<p>{text}</p>]]></content:encoded>"
            f"<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type></item>"
        )

    document = (
        '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
        + item("Berth", "A place for one boat.") + item("About", "We are a harbour.", "page")
        + item("Quay", "A wall where ships lie.") + item("Dock", "An old word.", status="trash") + "</channel></rss>"
    )  # fmt: skip
    found = importing.read(document.encode(), "words.xml", source="mine")
    assert [entry.name for entry in found.entries] == ["Berth", "Quay"]
    assert {(skip.text, skip.why) for skip in found.skipped} >= {
        ("About", "page, which is no page of the glossary"), ("Dock", "its status is trash"),
    }  # fmt: skip


def test_texts_of_a_program_in_xml_are_refused_by_what_they_are() -> None:
    document = (
        '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file><unit/></file></xliff>'
    )
    found = importing.read(document.encode(), "x.xlf", source="mine")
    assert "texts of a program" in str(found.problems[0])
