"""The table of formats: each format has its reader, and a document finds its format."""

from __future__ import annotations

import io
import json
import socket
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from helpers.rows import each_row
from helpers.word import word
from site_gen.model.import_formats import FORMATS
from site_gen.sources import formats, importing


@each_row("name", FORMATS)
def test_each_format_has_a_reader(name: str) -> None:
    assert callable(formats.reader(name))


def test_no_ending_stands_for_two_formats() -> None:
    times = Counter(ending for form in FORMATS.values() for ending in form.endings)
    assert [ending for ending, count in times.items() if count > 1] == []


# --- what a reader takes --------------------------------------------------------------------------------


def taken(data: str | bytes, filename: str, **options: Any) -> list[tuple[str, tuple[str, ...], str]]:
    found = importing.read(
        data.encode() if isinstance(data, str) else data, filename, source="mine", **options
    )
    assert not [p for p in found.problems if p.severity == "error"], found.problems
    return [(entry.name, entry.also, entry.text) for entry in found.entries]


HOLD, BOT = ("Hold", (), "Waiting on the line."), ("Bot", (), "A program that answers.")
BOTH = {
    "wordpress.json": '[{"id": 1, "title": {"rendered": "Hold"}, "content": {"rendered": "<p>Waiting <b>on</b> the line.</p>"}},'
    '{"id": 2, "title": {"rendered": "Bot"}, "content": {"rendered": "<p>A program that answers.</p>"}}]',
    "columns.json": '{"term": {"0": "Hold", "1": "Bot"}, "meaning": {"0": "Waiting on the line.", "1": "A program that answers."}}',
    "rows.json": '[["Term", "Meaning"], ["Hold", "Waiting on the line."], ["Bot", "A program that answers."]]',
    "split.json": '{"columns": ["Term", "Meaning"], "data": [["Hold", "Waiting on the line."], ["Bot", "A program that answers."]]}',
    "pairs.json": '[{"key": "Hold", "value": "Waiting on the line."}, {"key": "Bot", "value": "A program that answers."}]',
    "comments.json": '{\n  // ours\n  "Hold": "Waiting on the line.",\n  "Bot": "A [program](#x) that `answers`.",\n}\n',
    "groups.json": '{"groups": [{"name": "Phone", "description": "All about phones.", "terms": [{"term": "Hold", "definition": '
    '"Waiting on the line."}, {"term": "Bot", "definition": "A program that answers."}]}]}',
    "groups.yaml": "Phone:\n  Hold: Waiting on the line.\nChat:\n  Bot: A program that answers.\n",
    "words.toml": '[[term]]\nname = "Hold"\ndefinition = "Waiting on the line."\n[[term]]\nname = "Bot"\ndefinition = "A program that answers."\n',
    "sep.csv": "sep=;\nTerm;Definition\nHold;Waiting on the line.\nBot;A program that answers.\n",
    "preamble.csv": "Export of today\n\nTerm,Definition,Owner\nHold,Waiting on the line.,Dana\nBot,A program that answers.,Ali\n",
    "markup.csv": 'Title,Definition,Item Type\nHold,"<div><p>Waiting on the <b>line</b>.&#160;</p></div>",Item\nBot,A **program** that answers.,Item\n',
    "question.csv": "Palabra;En pocas palabras\nHold;Waiting on the line.\nBot;A program that answers.\n",
    "side.csv": "Term,Hold,Bot\nDefinition,Waiting on the line.,A program that answers.\n",
    "records.csv": "Term,Hold\nDefinition,Waiting on the line.\nOwner,Dana\nTerm,Bot\nDefinition,A program that answers.\nOwner,Ali\n",
    "any.xml": "<words><item><title>Hold | Desk</title><description>Waiting on the line.</description></item>"
    "<item><title>Bot | Desk</title><description>A program that answers.</description></item></words>",
    "docbook.xml": '<glossary xmlns="http://docbook.org/ns/docbook"><glossentry><glossterm>Hold</glossterm><glossdef><para>Waiting on '
    "the <emphasis>line</emphasis>.<footnote><para>Aside.</para></footnote></para></glossdef></glossentry><glossentry><glossterm>Bot"
    "</glossterm><glossdef><para>A program that answers.</para></glossdef></glossentry></glossary>",
    "docutils.xml": "<document><definition_list><definition_list_item><term>Hold<index entries='x'/></term><definition><paragraph>Waiting on "
    "the line.</paragraph></definition></definition_list_item><definition_list_item><term>Bot</term><definition><paragraph>A program that "
    "answers.</paragraph></definition></definition_list_item></definition_list></document>",
    "senses.xml": "<words><word nr='1'><headword>Hold</headword><sense><gloss>Waiting on the line.</gloss></sense></word>"
    "<word nr='2'><headword>Bot</headword><sense><gloss>A program that answers.</gloss></sense></word></words>",
    "entities.xml": '<!DOCTYPE glossary [<!ENTITY % more SYSTEM "more.ent"> %more; <!-- ]> --> <!ENTITY on "on the">]><glossary><glossentry>'
    "<glossterm>Hold</glossterm><glossdef><para>Waiting &on; &line;.</para></glossdef></glossentry><glossentry><glossterm>Bot</glossterm>"
    "<glossdef><para>A program that answers.</para></glossdef></glossentry></glossary>",
    "outline.opml": '<opml><body><outline text="Phone"><outline text="Hold" _note="Waiting on the line."/></outline>'
    '<outline text="Bot – A program that answers."/></body></opml>',
    "moodle.xml": "<GLOSSARY><INFO><ENTRIES><ENTRY><CONCEPT>Hold</CONCEPT><DEFINITION>&lt;p&gt;Waiting on the line.&lt;/p&gt;</DEFINITION></ENTRY>"
    "<ENTRY><CONCEPT>Bot</CONCEPT><DEFINITION>A program that answers.</DEFINITION></ENTRY></ENTRIES></INFO></GLOSSARY>",
    "words.ttl": '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<urn:b> skos:prefLabel "Hold"@en ; skos:definition "Waiting on the '
    'line."@en .\n<urn:a> skos:prefLabel "Bot"@en ; skos:definition "A program that answers."@en .\n',
    "graphs.trig": '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<urn:g> { <urn:b> skos:prefLabel "Hold"@en ; skos:definition "Waiting on '
    'the line."@en . <urn:a> skos:prefLabel "Bot"@en ; skos:definition "A program that answers."@en . }\n',
    "vocabulary.tex": "\\chapter*{Glossary}\n\\begin{vocabulary}[Hold]\nWaiting on the line.\n\\end{vocabulary}\n"
    "\\begin{vocabulary}[Bot]\nA program that answers.\n\\end{vocabulary}\n",
    "badges.html": "<header><h1>The site</h1><p>Learn about desks.</p></header><h1>Glossary</h1><article><div><h2>Hold</h2><span class=pill>Phone"
    "</span></div><p>Waiting on the line.</p><p>See also Bot.</p></article><article><div><h2><i class=term-letter>B</i> Bot</h2>"
    "<span class=term-category>Chat</span></div><p>A program that answers.</p></article>",
    "over.opml": '<opml><head><title>Words</title></head><body><outline text="Words" _note="Of all shifts."><outline text="Hold" '
    '_note="Waiting on the line."/><outline text="Bot" _note="A program that answers."/></outline></body></opml>',
    "fields.xml": '<resultset><row><field name="term">Hold</field><field name="definition">Waiting on the line.</field></row>'
    '<row><field name="term">Bot</field><field name="definition">A program that answers.</field></row></resultset>',
    "columns.xml": '<FMPXMLRESULT xmlns="http://www.filemaker.com/fmpxmlresult"><METADATA><FIELD NAME="Term"/><FIELD NAME="Definition"/>'
    "</METADATA><RESULTSET><ROW><COL><DATA>Hold</DATA></COL><COL><DATA>Waiting on the line.</DATA></COL></ROW>"
    "<ROW><COL><DATA>Bot</DATA></COL><COL><DATA>A program that answers.</DATA></COL></ROW></RESULTSET></FMPXMLRESULT>",
    "letters.xml": '<glossaire><lettre valeur="H"><article><vedette lang="fr">Hold</vedette><definition>Waiting on the line.</definition>'
    '</article></lettre><lettre valeur="B"><article><vedette lang="fr">Bot</vedette><definition>A program that answers.</definition>'
    "</article></lettre></glossaire>",
    "records.bib": '@entry{h,\n  name = {Hold},\n  description = {Waiting on the line.}\n}\n@index{x, name={Duck}}\n'
    '@entry{b, name = "Bot", description = "A program that answers."}\n',
    "items.tex": "\\newcommand{\\word}[2]{\\item[\\textbf{#1}] #2}\n\\begin{description}\n\\word{Hold}{Waiting on the line.}\n"
    "\\item[Bot] A program that answers.\n\\end{description}\n",
    "data.adoc": '= Words\n\n[%header,format=csv]\n|===\nTerm,Definition\nHold,"Waiting on the line."\nBot,A program that answers.\n|===\n',
    "short.adoc": "= Words\n\n[%header]\n,===\nTerm,Definition\nHold,Waiting on the line.\nBot,A program that answers.\n,===\n",
    "colons.adoc": "= Words\n\n[%header]\n:===\nTerm:Definition\nHold:Waiting on the line.\nBot:A program that answers.\n:===\n",
    "signs.adoc": "= Words\n\n[%header,separator=¦]\n|===\n¦Term ¦Definition\n\n¦Hold ¦Waiting on the line.\n¦Bot ¦A program that answers.\n|===\n",
    "boxes.jira": "h2. Hold\n{panel:bgColor=#deebff}Waiting on the line.{panel}\n\nh2. Bot\n{quote}\nA program that answers.\n{quote}\n",
    "term.dita": '<reference id="r"><title>Words</title><refbody><simpletable><sthead><stentry>Term</stentry><stentry>Description</stentry>'
    "</sthead><strow><stentry>Hold</stentry><stentry>Waiting on the <term>line</term>.</stentry></strow>"
    "<strow><stentry>Bot</stentry><stentry>A program that answers.</stentry></strow></simpletable></refbody></reference>",
    "flat.fodt": '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:'
    'xmlns:text:1.0"><office:body><office:text><text:h text:outline-level="1">Words</text:h><text:h text:outline-level="2">Hold</text:h>'
    '<text:p>Waiting on the line.</text:p><text:h text:outline-level="2">Bot</text:h><text:p>A program that answers.</text:p></office:text>'
    "</office:body></office:document>",
    "least.tbx": '<TBX dialect="TBX-Min"><body>'
    + "".join(
        f'<entry id="{name}"><langGroup xml:lang="en"><termGroup><term>{name}</term><note><noteValue>{text}</noteValue></note></termGroup>'
        "</langGroup></entry>"
        for name, text in (("Hold", "Waiting on the line."), ("Bot", "A program that answers."))
    )
    + "</body></TBX>",
    "keyed.dita": '<glossgroup id="g"><title>Words</title><glossentry id="h"><glossterm>Hold</glossterm><glossdef>Waiting on the '
    '<term keyref="line"/>.</glossdef></glossentry><glossentry id="b"><glossterm>Bot</glossterm><glossdef>A program that answers.</glossdef>'
    "</glossentry></glossgroup>",
    "first.csv": "KPI,Abbreviation,Description\nHold,,Waiting on the line.\nBot,,A program that answers.\n",
    "rows.wiki": '{| class="wikitable"\n! Topic !! Term !! Definition\n|-\n| rowspan="2" | Phone || Hold || Waiting on the line.\n|-\n'
    "| Bot || A program that answers.\n|}\n",
    "inside.mediawiki": "== Words ==\n<dl>\n<dt>Hold</dt>\n<dd>Waiting on the line.</dd>\n<dt>Bot</dt>\n<dd>A program that answers.\n</dl>\n",
    "query.md": "# Words\n\n## Hold\n\nWaiting on the line.\n\n```dataview\nlist from [[]]\n```\n\n## Bot\n\nA program that answers.\n",
    "word.xml": '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml" '
    'pkg:contentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"><pkg:xmlData><w:document '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    + "".join(
        f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{name}</w:t></w:r><w:r><w:t xml:space='preserve'> – {text}</w:t></w:r></w:p>"
        for name, text in (("Hold", "Waiting on the line."), ("Bot", "A program that answers."))
    )
    + "</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>",
    "line.tex": "\\begin{table}\\caption{Glossary}\\begin{tabular}{ll}\n\\hline Term & Meaning \\\\ \\hline\n"
    "Hold & Waiting on the line. \\\\\nBot & A program that answers. \\\\ \\hline\\end{tabular}\\end{table}\n",
    "gap.tex": "\\section*{Glossary}\n\\noindent\\textbf{Hold}\\quad Waiting on the line.\n\n\\noindent\\textbf{Bot}\\quad A program that answers.\n",
    "titles.adoc": "= Words\n\n== Glossary\n\n[[hold]]\n.Hold\nWaiting on the line.\n\n.Bot\nA program that answers.\n",
    "single.csv": "'Hold','Waiting on the line.'\n'Bot','A program that answers.'\n",
    "broken.md": "# Words\n\nHold  \nWaiting on the line.\n\nBot  \nA program that answers.\n",
    "tei.xml": '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><entry xml:id="a"><form type="lemma"><orth>Hold</orth></form><sense><def>Waiting '
    "on the line.</def><cit><quote>Please hold.</quote></cit></sense></entry><entry><form><orth>Bot</orth></form><sense><def>A program that "
    "answers.</def></sense></entry></body></text></TEI>",
    "tuples.json": '{"entries": [["Hold", [], "Waiting on the line."], ["Bot", [], "A program that answers."]]}',
    "words.xdxf.xml": "<xdxf><ar><k>Hold</k> Waiting on the line.</ar><ar><k>Bot</k> A program that answers.</ar></xdxf>",
    "page.json": '{"title": {"rendered": "Glossary"}, "content": {"rendered": "<dl><dt>Hold</dt><dd>Waiting on the line.</dd><dt>Bot</dt>'
    '<dd>A program that answers.</dd></dl><h2>See</h2>"}}',
    "below.csv": "Term,Definition\nHold,Waiting on the line.\nBot,A program that answers.\n\nLegend,Words of ours\nStatus,draft\n",
    "arabic.yaml": "groups:\n- title: Telefon\n  items:\n  - {en: Hold, ar: انتظار, meaning: Waiting on the line.}\n"
    "  - {en: Bot, ar: روبوت, meaning: A program that answers.}\n",
    "calls.md": '{{< term "Hold" >}}\nWaiting on the line.\n{{< /term >}}\n\n{{< term name="Bot" >}}\nA program that answers.\n{{< /term >}}\n',
    "persian.json": '[{"اصطلاح": "Hold", "تعریف": "Waiting on the line."}, {"اصطلاح": "Bot", "تعریف": "A program that answers."}]',
    "words.jsonld": '{"@context": "https://schema.org", "@type": "DefinedTermSet", "name": "Words", "hasDefinedTerm": [{"@type": "DefinedTerm", '
    '"name": "Hold", "description": "Waiting on the line."}, {"@type": "DefinedTerm", "name": "Bot", "description": "A program that answers."}]}',
    "words.mht": 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset=utf-8\n'
    "Content-Transfer-Encoding: quoted-printable\n\n<dl><dt>Hold</dt><dd>Waiting on =\nthe line.</dd><dt>Bot</dt><dd>A program that answers.</dd></dl>\n--b--\n",
    "mail.eml": "From: Ann <ann@shop.example>\nTo: Ben <ben@shop.example>\nSubject: Our words\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
    "Content-Transfer-Encoding: quoted-printable\n\nHi Ben,\n\n* Hold - Waiting on =\nthe line.\n* Bot - A program that answers.\n\nCheers\nAnn\n",
    "attached.eml": 'From: Ann <ann@shop.example>\nSubject: Our words\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n'
    "Content-Type: text/plain; charset=utf-8\n\nHi Ben, the list is attached.\n\n--b\n"
    'Content-Type: text/csv; charset=utf-8\nContent-Disposition: attachment; filename="words.csv"\n\n'
    "Term,Definition\nHold,Waiting on the line.\nBot,A program that answers.\n\n--b--\n",
    "both.eml": 'From: Ann <ann@shop.example>\nSubject: Our words\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n--b\n'
    "Content-Type: text/html; charset=utf-8\n\n<p><img src=x></p>\n--b\nContent-Type: text/plain; charset=utf-8\n\n"
    "Hold: Waiting on the line.\nBot: A program that answers.\n\n--b--\n",
}  # fmt: skip


@each_row("name", BOTH)
def test_two_entries_whatever_the_shape(name: str) -> None:
    assert taken(BOTH[name], name) == [HOLD, BOT]


def test_boxes_that_are_alike_hold_a_name_and_a_text_each() -> None:
    said = {
        "Hold": "Waiting on the line.",
        "Bot": "A program that answers.",
        "Queue": "Callers who wait in turn.",
    }
    boxes = "".join(
        f'<li><a class="x1" href="/{n}">{n}</a><div class="x2">{t}</div></li>' for n, t in said.items()
    )
    assert taken(f"<h1>Words</h1><ul>{boxes}</ul>", "words.html") == [
        (name, (), text) for name, text in said.items()
    ]


def test_a_list_that_a_text_announces_belongs_to_it() -> None:
    page = (
        "# Words\n\n**Hold** —\nWaiting on the line. Syn. : pause.\n\n**Bot** —\nThree kinds of programs:\n\n"
        "- **Chat** — it writes\n- **Voice** — it talks\n\n**Queue** —\nCallers who wait.\n"
    )
    found = taken(page, "words.md")
    assert [name for name, _, _ in found] == ["Hold", "Bot", "Queue"]
    assert found[0][1:] == (("pause",), "Waiting on the line.") and "Voice: it talks" in found[1][2]


def test_names_in_italics_and_lists_out_of_order_inside_of_texts() -> None:
    said = {name: f"a word for the {name.lower()} of the desk." for name in ("Agent", "Bot", "Case", "Desk")}
    italic = "".join(f"*{name}* {text}\n\n" for name, text in said.items())
    assert taken(f"# Words\n\n{italic}", "words.md") == [(name, (), text) for name, text in said.items()]
    letters = "ABCDEFGHI"
    bold = "".join(f"**{letter}ist** —\nA text of {letter}.\n\n" for letter in letters)
    listed = bold.replace("A text of D.\n", "A text of D.\n\n- **Zulu** — it is one\n- **Yard** — another\n")
    assert [name for name, _, _ in taken(f"# Words\n\n{listed}", "words.md")] == [
        f"{letter}ist" for letter in letters
    ]


def test_names_parted_by_semicolons_and_a_greeting_at_the_end() -> None:
    lines = [
        "Hold; wait - Waiting on the line.",
        "Bot - A program that answers.",
        "Queue - Callers who wait.",
    ]
    page = "".join(
        f"<p><b>{line.split(' - ')[0]}</b> = {line.split(' - ')[1]}</p>"
        for line in [*lines, "Turn - A place in it."]
    )
    found = taken(f"<h1>Words</h1>{page}<p>Best regards,<br>Dana</p>", "words.html")
    assert found[0] == ("Hold", ("wait",), "Waiting on the line.") and found[-1] == (
        "Turn",
        (),
        "A place in it.",
    )


LANGUAGES = {
    "columns.csv": "term_en,term_de,definition_en,definition_de\nQueue,Schlange,All who wait.,Alle Wartenden.\nHold,Halten,To wait.,Zu warten.\n",
    "over.csv": ",English,,German,\nNo.,Term,Meaning,Begriff,Bedeutung\n1,Queue,All who wait.,Schlange,Alle Wartenden.\n2,Hold,To wait.,Halten,Zu warten.\n",
    "records.json": '[{"term": {"en": "Queue", "de": "Schlange"}, "definition": {"en": "All who wait.", "de": "Alle Wartenden."}},'
    '{"term": {"en": "Hold", "de": "Halten"}, "definition": {"en": "To wait.", "de": "Zu warten."}}]',
    "list.json": '[{"terms": [{"lang": "en", "term": "Queue", "definition": "All who wait."}, {"lang": "de", "term": "Schlange", "definition": '
    '"Alle Wartenden."}]}, {"terms": [{"lang": "en", "term": "Hold", "definition": "To wait."}, {"lang": "de", "term": "Halten", "definition": "Zu warten."}]}]',
    "base.tbx": '<tbx><text><body><conceptEntry><langSec xml:lang="en"><descrip type="definition">All who wait.</descrip><termSec><term>Queue</term></termSec>'
    '</langSec><langSec xml:lang="de"><descrip type="definition">Alle Wartenden.</descrip><termSec><term>Schlange</term></termSec></langSec></conceptEntry>'
    '<conceptEntry><langSec xml:lang="en"><descrip type="definition">To wait.</descrip><termSec><term>Hold</term></termSec></langSec>'
    '<langSec xml:lang="de"><descrip type="definition">Zu warten.</descrip><termSec><term>Halten</term></termSec></langSec></conceptEntry></body></text></tbx>',
}  # fmt: skip


@each_row("name", LANGUAGES)
def test_the_language_of_the_site_is_taken_and_names_in_others_are_kept(name: str) -> None:
    found = importing.read(LANGUAGES[name].encode(), name, source="mine", language="en")
    assert [(e.name, e.text, dict(e.in_other_languages)) for e in found.entries] == [
        ("Queue", "All who wait.", {"de": ("Schlange",)}),
        ("Hold", "To wait.", {"de": ("Halten",)}),
    ]
    assert [s.text for s in found.skipped if "(de)" in s.why] == ["Alle Wartenden.", "Zu warten."]
    german = importing.read(LANGUAGES[name].encode(), name, source="mine", language="de")
    assert [(e.name, e.text) for e in german.entries] == [
        ("Schlange", "Alle Wartenden."),
        ("Halten", "Zu warten."),
    ]


def test_a_column_whose_values_repeat_groups_the_entries() -> None:
    table = "Term,Meaning,Bereich\nHold,Waiting.,Phone\nBot,A program.,Chat\nQueue,All who wait.,Phone\n"
    found = importing.read(table.encode(), "a.csv", source="mine")
    assert [entry.topics for entry in found.entries] == [("Phone",), ("Chat",), ("Phone",)]


@each_row(
    "name, data",
    [
        ("tasks.csv", "Title,Description,Assignee,Due date\nFix,The page shows an error.,Dana,today\nTest,The page is not tested.,Ali,today\n"),
        ("minutes.csv", "Topic,Decision,Who\nCoffee,We buy a new machine.,Sam\nRota,Nights are shared.,Dana\n"),
        ("goods.csv", "Product,SKU,Price\nRed chair,RC-1,20.00\nBlue chair,BC-1,25.00\n"),
        ("package.json", '{"name": "x", "description": "A tool for words", "scripts": {"test": "jest --ci"}}'),
        ("dump.txt", "-- words\nINSERT INTO `words` VALUES (1,'Queue','Who waits.'),(2,'Hold','Music.');\n"),
        ("settings.yaml", "server:\n  host: localhost\n  port: 80\n"),
        ("any.xml", "<config><host>localhost</host><port>80</port></config>"),
        ("menu.ts", "export const menu = [{title: 'Home', description: 'Where all begins.'}, {title: 'About', description: 'Who we are.'}];\n"),
        ("GlossaryPage.tsx", "export default function Page() { return <Terms columns={[{label: 'Letters', text: 'of a word'}]} /> }\n"),
        ("tool.py", '"""Count: the parcels."""\nDEPOTS = {}  # name: number\n'),
    ],
)  # fmt: skip
def test_what_is_no_glossary_is_refused(name: str, data: str) -> None:
    found = importing.read(data.encode(), name, source="mine")
    assert not found.entries
    assert [p for p in found.problems if p.severity == "error" and p.hint]


def test_a_mapping_of_very_many_keys_is_no_record_though_some_are_words_for_columns() -> None:
    short = {f"Q{number}": f"signal {number}" for number in range(80)} | {
        "AD": "Aerodrome",
        "ALT": "Altitude",
    }
    document = json.dumps({"acronyms": short, "definitions": {"Apron": "Where aircraft stand."}})
    found = importing.read(document.encode(), "abbreviations.json", source="mine")
    taken = {entry.name: entry.text for entry in found.entries}
    assert len(taken) == 83 and taken["Q7"] == "signal 7" and taken["AD"] == "Aerodrome"


def test_names_that_are_nearly_the_same_are_told() -> None:
    table = "Term,Meaning\nCallback window,One.\nCall back windows,Two.\nCase owner,Three.\nCase ownr,Four.\nLevel 1,Five.\nLevel 2,Six.\n"
    found = importing.read(table.encode(), "a.csv", source="mine")
    assert {(pair.name, pair.other) for pair in found.near} == {("Case owner", "Case ownr")} | {
        (pair.name, pair.other) for pair in found.near if "back" in pair.other.lower()
    }
    assert ("Case owner", "Case ownr") in {(pair.name, pair.other) for pair in found.near}


def test_second_definitions_of_two_names_are_not_told_as_near() -> None:
    rows = "Acronym,Meaning\nCR,Change request.\nCR,Conversion rate.\nPO,Purchase order.\nPO,Product owner.\n"
    found = importing.read(rows.encode(), "a.csv", source="mine")
    assert [entry.name for entry in found.entries] == ["CR", "CR (2)", "PO", "PO (2)"]
    assert found.near == ()


def test_what_is_left_out_of_a_word_document_is_told_by_paragraph() -> None:
    words = word(
        ["# Desk words", "This list is kept by Mara.", "## Queue", "Who waits.", "## Hold", "Music."]
    )
    found = importing.read(words, "a.docx", source="mine")
    assert [one.where for one in found.skipped] == ["paragraph 1", "paragraph 2"]


def test_titles_and_descriptions_of_drawings_are_no_text_of_a_letter() -> None:
    office = "urn:oasis:names:tc:opendocument:xmlns"
    names = ("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible")
    spaces = " ".join(f'xmlns:{short}="{office}:{name}:1.0"' for short, name in names)
    drawn = "<draw:g><svg:title>Formula</svg:title><svg:desc>12/w(t)/svg</svg:desc></draw:g>"
    words = ("Wait: A time", " in minutes."), ("Load: Calls", " in an hour."), ("Queue: People", " who wait.")
    body = "".join(f"<text:p>{before}{drawn}{after}</text:p>" for before, after in words)
    content = f"<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    got = taken(packed({"mimetype": _ODT, "content.xml": content}), "words.odt")
    assert [text for _, _, text in got] == ["A time in minutes.", "Calls in an hour.", "People who wait."]


def test_what_is_left_out_of_a_folder_is_told_by_page_and_line() -> None:
    pages = {
        f"{name}.md": f"---\ntags: [a]\n---\n\n# {name}\n\nA thing to see.\n".encode()
        for name in ("Hold", "Queue")
    }
    found = importing.read(pages, "words", source="mine")
    assert {one.where for one in found.skipped} == {"Hold.md, line 1", "Queue.md, line 1"}
    more = importing.read({**pages, "README.md": b"# About\n\nWords.\n"}, "words", source="mine")
    assert "README.md" in {one.where for one in more.skipped}


# --- hostile documents ----------------------------------------------------------------------------------


def packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return out.getvalue()


_BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
_CONTAINER = '<container><rootfile full-path="a.opf"/></container>'
_ODT = "application/vnd.oasis.opendocument.text"
# Made when its test comes: not by every worker, and not for the tests of something else.
HOSTILE: Mapping[str, Callable[[], bytes]] = {
    "size.docx": lambda: packed({"word/document.xml": "a" * 13_000_000}),
    "many.docx": lambda: packed({"word/document.xml": "<a>" + "<b/>" * 130_000 + "</a>"}),
    "entities.docx": lambda: packed({"word/document.xml": _BOMB + "<a>&c;</a>"}),
    "entities.odt": lambda: packed({"mimetype": _ODT, "content.xml": _BOMB + "<a>&c;</a>"}),
    "deep.odt": lambda: packed({"mimetype": _ODT, "content.xml": "<a>" * 9_000 + "</a>" * 9_000}),
    "size.odt": lambda: packed({"mimetype": _ODT, "content.xml": "a" * 31_000_000}),
    "size.epub": lambda: packed({"mimetype": "application/epub+zip", "META-INF/container.xml": _CONTAINER, "a.opf": "a" * 13_000_000}),
    "outside.epub": lambda: packed({"mimetype": "application/epub+zip", "META-INF/container.xml": '<c><rootfile full-path="/etc/passwd"/></c>'}),
    "parts.mht": lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n" + b"--x\n\na\n" * 50_000,
    "entities.xml": lambda: (_BOMB + "<words><item><title>&c;</title></item></words>").encode(),
    "of-file.xml": lambda: b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><words><item><title>&e;</title></item></words>',
    "used.xml": lambda: b'<!DOCTYPE x [<!ENTITY e "' + b"a" * 150 + b'">]><x>' + b"&e;" * 400_000 + b"</x>",
    "open.xml": lambda: b"<!DOCTYPE x [" + b"<!--<!ENTITY \"'" * 40_000,
    "deep.xml": lambda: b"<a>" * 200_000,
    "attributes.xml": lambda: b"<a " + b" ".join(b'x%d="y"' % i for i in range(100_000)) + b"/>",
    "elements.xml": lambda: b"<a>" + b"<b/>" * 300_000 + b"</a>",
    "address.jsonld": lambda: b'{"@context": "http://127.0.0.1:9/c.json", "@graph": []}',
    "file.jsonld": lambda: b'{"@context": "file:///etc/passwd", "@graph": []}',
    "import.jsonld": lambda: b'{"@context": {"@import": "http://127.0.0.1:9/x"}, "@graph": [{"@type": "DefinedTerm", "name": "x"}]}',
    "deep.ttl": lambda: b"@prefix s: <http://x/> . <http://x/a> s:b " + b"[" * 50_000,
    "entities.rdf": lambda: (_BOMB + '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">&c;</rdf:RDF>').encode(),
    "deep.toml": lambda: b"a = " + b"[" * 100_000,
    "key.toml": lambda: b".".join([b"a"] * 50_000) + b" = 1",
    "comment.json": lambda: b"{" + b"/*" * 400_000,
    "scripts.html": lambda: b"<script type=application/ld+json>DefinedTerm " * 40_000,
    "dump.xml": lambda: b"<mediawiki>" + b"<page><title>T</title><text>{{</text></page>" * 10_000 + b"</mediawiki>",
    "values.json": lambda: b'{"a":[' + b'{"b":{"c":[1]}},' * 100_000 + b"1]}",
    "deep.js": lambda: b"x = " + b"[" * 200_000,
    "open.ts": lambda: b"x = {a: `" + b"${" * 200_000,
    "elements.jsx": lambda: b"x = {a: " + b"<a b={" * 100_000,
    "begun.js": lambda: b"x = {'a': " * 30_000,
    "messages.txt": lambda: b"word: text\r\n" * 60,
    "numbers.txt": lambda: b"3.1\n\n" * 2_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_documents_end_in_an_error_in_bounded_time(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("an address was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    document = HOSTILE[name]()
    start = time.process_time()
    found = importing.read(document, name, source="mine")
    assert time.process_time() - start < 10
    assert not found.entries
    assert [p for p in found.problems if p.severity == "error"], found.problems
