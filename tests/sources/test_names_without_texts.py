"""A name of which a document says nothing is told, whatever the format; a list of names alone is another thing."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing

_SKOS = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix a: <http://a/> .\n"
_TBX = (
    "<martif type='TBX'><text><body><termEntry><descrip type='definition'>A place for one boat.</descrip><langSet xml:lang='en'><tig>"
    "<term>Berth</term></tig></langSet></termEntry><termEntry><langSet xml:lang='{}'><tig><term>Slip</term></tig></langSet></termEntry></body></text></martif>"
)


@each_row(
    "filename, document",
    [
        ("x.xml", "<GLOSSARY><INFO><NAME>Words</NAME><ENTRIES><ENTRY><CONCEPT>Berth</CONCEPT><DEFINITION>A place for one boat.</DEFINITION></ENTRY>"
         "<ENTRY><CONCEPT>Slip</CONCEPT><DEFINITION></DEFINITION></ENTRY></ENTRIES></INFO></GLOSSARY>"),
        ("x.obo", 'format-version: 1.2\n\n[Term]\nid: A:1\nname: Berth\ndef: "A place for one boat." []\n\n[Term]\nid: A:2\nname: Slip\n'),
        ("x.ttl", f'{_SKOS}a:b a skos:Concept ; skos:prefLabel "Berth" ; skos:definition "A place for one boat." .\na:c a skos:Concept ; skos:prefLabel "Slip" .\n'),
        ("x.toml", '[berth]\nname = "Berth"\ndefinition = "A place for one boat."\n[slip]\nname = "Slip"\n'),
        ("x.tbx", _TBX.format("en")),
        ("x.tbx", _TBX.format("de")),
        ("x.csv", "EN term,DE term,EN definition,DE definition\nBerth,,A place for one boat.,\n,Slip,,Eine Rampe.\n"),
    ],
)  # fmt: skip
def test_a_name_without_a_text_beside_others_is_told(filename: str, document: str) -> None:
    found = importing.read(document.encode(), filename, source="mine")
    assert [(entry.name, entry.text) for entry in found.entries] == [("Berth", "A place for one boat.")]
    told = [one.why for one in found.skipped if one.text == "Slip"]
    assert told and "without a text" in told[0], found.skipped


def test_a_name_with_its_name_in_another_language_is_an_entry_without_a_text() -> None:
    rows = "EN term,DE term,EN definition\nBerth,Liegeplatz,A place for one boat.\nSlip,Rampe,\n"
    found = importing.read(rows.encode(), "x.csv", source="mine")
    assert [(entry.name, entry.text) for entry in found.entries] == [
        ("Berth", "A place for one boat."),
        ("Slip", ""),
    ]


def test_a_reason_tells_how_many_names_ask() -> None:
    pages = {
        "berth.html": b"<h1>Berth</h1><p>A place for one boat.</p>", "slip.html": b"<h1>Slip</h1><p>A ramp for boats.</p>",
        "how.html": b"<h1>How do I moor?</h1><p>Take a rope, and tie it.</p>",
    }  # fmt: skip
    said = " ".join(problem.message for problem in importing.read(pages, "help", source="mine").problems)
    assert "its names are questions" not in said
    assert "1 of its 3 names ask" in said or not said


@each_row(
    "filename, document, what",
    [
        ("x.txt", "INFO: The server is up\nWARNING: A file that was not found\nINFO: A call that ended\n", "a log of a program"),
        ("x.txt", "[ERROR] A port that is in use\n[DEBUG] A try that failed\n[ERROR] The end\n", "a log of a program"),
        ("x.txt", "--- a/words\n+++ b/words\n@@ -1 +1 @@\n-slip: A ramp\n+slip: A ramp for boats\n", "a list of changes to files"),
        ("words.diff", "-slip: A ramp\n+slip: A ramp for boats\n", "a list of changes to files"),
        ("x.json", '{"type": "FeatureCollection", "features": [{"properties": {"name": "Pier", "description": "A walk over water."}},'
         ' {"properties": {"name": "Quay", "description": "A wall for boats."}}]}', "a map of places"),
    ],
)  # fmt: skip
def test_logs_patches_and_maps_are_called_by_their_names(filename: str, document: str, what: str) -> None:
    found = importing.read(document.encode(), filename, source="mine")
    assert not found.entries
    assert what in found.problems[0].message


def test_a_glossary_of_levels_is_no_log() -> None:
    levels = "INFO: A message that tells what goes on.\nDEBUG: A message for those who look for faults.\nERROR: A message that something failed.\n"
    found = importing.read(f"Glossary\n\n{levels}".encode(), "x.txt", source="mine")
    assert [entry.name for entry in found.entries] == ["INFO", "DEBUG", "ERROR"]
