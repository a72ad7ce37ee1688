"""TiddlyWiki as files, as the page of a wiki and as JSON; dictionaries of Lingvo."""

from __future__ import annotations

import json

from helpers.rows import each_row
from site_gen.sources import importing

TOLD = [
    ("Beacon", "A light on land."),
    ("Buoy", "A float that marks a way. See Beacon."),
    ("Fairway", "The deep part of a harbour."),
]
WRITTEN = [
    ("Beacon", "A ''light'' on //land//."),
    ("Buoy", "A float that marks a way. See [[Beacon]]."),
    TOLD[2],
]
TIDDLERS = [
    {"title": name, "text": text, "tags": "Glossary", "created": "20240301120000000"}
    for name, text in WRITTEN
]
SYSTEM = {"title": "$:/SiteTitle", "text": "Harbour words", "created": "20240301120000000"}
STORE = json.dumps([*TIDDLERS, SYSTEM]).replace("<", "\\u003C")


def pairs(content: bytes | dict[str, bytes], filename: str) -> list[tuple[str, str]]:
    found = importing.read(content, filename, source="mine")
    return sorted((entry.name, entry.text) for entry in found.entries)


FORMS = (
    ("wiki.json", STORE),
    (
        "wiki.html",
        f'<!doctype html><title>Harbour</title><script class="tiddlywiki-tiddler-store" type="application/json">{STORE}</script>',
    ),
    (
        "old.html",
        '<title>Harbour</title><div id="storeArea" style="display:none">'
        + "".join(f'<div title="{name}" tags="x"><pre>{text}</pre></div>' for name, text in WRITTEN)
        + '<div title="$:/core"><pre>{}</pre></div></div>',
    ),
)


@each_row("filename, content", FORMS)
def test_a_wiki_gives_an_entry_for_each_tiddler_with_a_text(filename: str, content: str) -> None:
    assert pairs(content.encode(), filename) == TOLD


def test_a_folder_of_tiddlers_is_a_folder_of_pages() -> None:
    files = {
        f"tiddlers/{name}.tid": f"created: 2024\ntitle: {name}\ntags: x\n\n{text}\n".encode()
        for name, text in WRITTEN
    }
    files["tiddlers/$__SiteTitle.tid"] = b"title: $:/SiteTitle\n\nHarbour words"
    assert pairs(files, "wiki") == TOLD


LISTS = (
    "; Beacon\n: A light on land.\n; Buoy\n: A float that marks a way. See Beacon.\n; Fairway\n: The deep part of a harbour.\n",
    "|!Term |!Meaning |\n|Beacon |A light on land. |\n|[[Buoy|Buoys]] |A float that marks a way. See [[Beacon]]. |\n|''Fairway'' |The deep part of a harbour. |\n",
    "!! Beacon\nA light on land.\n\n!! Buoy\nA float that marks a way. See Beacon.\n\n!! Fairway\nThe deep part of a harbour.\n",
)


@each_row("text", LISTS)
def test_a_tiddler_may_list_terms(text: str) -> None:
    assert pairs(f"title: Harbour glossary\ntags: x\n\n{text}".encode(), "Harbour glossary.tid") == TOLD


LINGVO = """#NAME "Harbour words"
#INDEX_LANGUAGE "English"
#CONTENTS_LANGUAGE "English"
{{ made by hand }}
beacon
\t[m1][p]n.[/p] [trn]A light on land.[/trn] [ex]The [b]beacon[/b] went out.[/ex][/m]
fairway{s}
channel
\t[m1]1) The deep part of a harbour.[/m]
\t[m2]\\[old\\] a road; see <<beacon>>[/m]
pier
"""


def test_a_dictionary_of_lingvo_is_read_without_its_marks_and_examples() -> None:
    found = importing.read(LINGVO.encode("utf-16"), "harbour.dsl", source="mine")
    assert [(entry.name, entry.also, entry.text) for entry in found.entries] == [
        ("beacon", (), "A light on land."),
        ("fairway", ("channel",), "1) The deep part of a harbour.\n\n[old] a road; see beacon"),
    ]
    assert [(one.text, one.why) for one in found.skipped] == [("pier", "name without a text")]
    assert found.entries[1].origin.line == 7
