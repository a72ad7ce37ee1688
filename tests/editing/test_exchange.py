"""SKOS and TBX: what goes out is as the standards ask, and comes back field by field as people edited it."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SKOS

from helpers.corpora import DATA
from helpers.rows import each_row
from helpers.support import glossary, term, topic
from helpers.tried import tried
from site_gen.__main__ import main
from site_gen.editing.exchange import skos_read, tbx_read
from site_gen.editing.exchange.bring_back import as_sheet
from site_gen.editing.exchange.skos_write import OWN, skos_graph, skos_text
from site_gen.editing.exchange.tbx_write import LANG, NAMESPACE, STATUSES, tbx_bytes
from site_gen.editing.sheet.compare import compare
from site_gen.model.records import Glossary, Site
from site_gen.sources.formats.xml_tree import parsed

pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph)")  # pyshacl asks rdflib for these
SITE = Site(name="Words", url="https://example.org/g", language="en")
BASE = "https://example.org/g/terms/"
QUEUE = """\
# why this file is as it is
name: Queue
abbreviations: [Q]
aliases:  # current ones
  - Line
  - 'Waiting line'   # on the phone floor
formerly: [Row]
discouraged: [Heap]
search_as: [who is next]
definition: The line in which requests wait.
example: Ten *people* wait.
topics: [desk, calls]
broader: work
related: [ticket]
contrast:
  ticket: A ticket is one request, a queue holds many.
in_other_languages:
  de: [Warteschlange, Schlange]
  pt-BR: [Fila]
status: draft
"""
TICKET = "name: Ticket\ndefinition: A record of one request.\ntopics: [desk]\nautolink: false\n"
WORK = "name: Work\ndefinition: What people do at a desk.\ntopics: [desk]\nbroader: everything\nrelated: [queue, ticket]\n"
EVERYTHING = "name: Everything\ndefinition: All that there is.\ntopics: [desk]\n"
FILES = {"queue": QUEUE, "ticket": TICKET, "work": WORK, "everything": EVERYTHING}
FORMS = ("ttl", "jsonld", "tbx")


@pytest.fixture
def desk(root: Path) -> Path:
    for slug, text in FILES.items():
        _file(root, slug).write_text(text, encoding="utf-8")
    (root / "glossary" / "topics.yaml").write_text("- id: desk\n  name: Desk\n- id: calls\n  name: Calls\n")
    return root


def _file(root: Path, slug: str) -> Path:
    return root / "glossary" / "terms" / f"{slug}.yaml"


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def exported(root: Path, form: str) -> Path:
    out = root / f"out.{form}"
    done = run(root, "export", "tbx" if form == "tbx" else "skos", "--out", str(out))
    assert done.exit_code == 0, done.output
    return out


def bring_back(root: Path, file: Path, *options: str) -> Result:
    return run(root, "import", "--update", str(file), *options)


# ---- what goes out

TRAPS = glossary(
    term("a", name="Same", context="one", aliases=["Also", "Same (one)"], search_as=["Also", "typed"], broader="b",
         related=["b", "d", "e"], contrast={"d": "Not d."}, in_other_languages={"de": ["Gleich", "Gleich", "Also"], "en": ["X"]}),
    term("b", broader="c", abbreviations=["BB"], discouraged=["BB"]),
    term("c", related=["a"], status="deprecated", replaced_by="b"),
    term("d", name="Same", context="two", definition="A 'quoted' \"text\" & <b> \x01.", example="See [it](term:a)."),
    term("e", topics=("nowhere",)), term("1st"),
    topics=(topic("basics"), topic("empty", name="Empty")),
)  # fmt: skip


def _conforms(graph: Graph) -> tuple[bool, str]:
    from pyshacl import validate  # half a second, which only these need

    conforms, _, told = validate(graph, shacl_graph=str(DATA / "skos-shapes.ttl"), inference="none")
    return bool(conforms), str(told)


@each_row("site", [SITE, Site(name="No address"), Site(name="W", id="desk-1a2b", language="de")])
def test_the_scheme_holds_what_the_reference_asks_for(site: Site) -> None:
    conforms, told = _conforms(skos_graph(TRAPS, site))
    assert conforms, told


BROKEN = {
    "S9": "x:s a skos:ConceptScheme, skos:Concept .",
    "S13": 'x:a skos:prefLabel "A"@en ; skos:hiddenLabel "A"@en .',
    "S14": 'x:a skos:prefLabel "A"@en, "B"@en .',
    "S27": "x:a skos:broader x:b ; skos:related x:c . x:b skos:broader x:c .",
    "S37": "x:a a skos:Collection, skos:Concept .",
    "S46": "x:a skos:exactMatch x:b ; skos:broadMatch x:b .",
}


@each_row("condition", BROKEN)
def test_each_shape_refuses_what_breaks_its_condition(condition: str) -> None:
    text = f"@prefix skos: <{SKOS}> . @prefix x: <urn:x:> . {BROKEN[condition]}"
    conforms, told = _conforms(Graph().parse(data=text, format="turtle"))
    assert not conforms and condition in told


def test_a_concept_says_all_that_skos_has_a_word_for() -> None:
    graph = skos_graph(TRAPS, SITE)
    a, b, c, d = (URIRef(f"{BASE}{slug}.html") for slug in "abcd")

    def labels(kind: str, node: URIRef = a) -> set[tuple[str, str | None]]:
        return {(str(one), one.language) for one in graph.objects(node, SKOS[kind])}  # type: ignore[attr-defined]

    assert labels("prefLabel") == {("Same (one)", "en"), ("Gleich", "de")}
    assert labels("altLabel") == {("Also", "en"), ("Also", "de")}
    assert labels("hiddenLabel") == {("typed", "en")}
    assert labels("altLabel", b) == {("BB", "en")} and not labels("hiddenLabel", b)
    assert (a, SKOS.broader, b) in graph and (a, SKOS.related, d) in graph
    assert (a, SKOS.related, b) not in graph and (c, SKOS.related, a) not in graph, (
        "they stand above one another"
    )
    assert (a, SKOS.closeMatch, d) in graph
    assert str(graph.value(a, SKOS.notation)) == "a"
    assert {str(one) for one in graph.objects(d, SKOS.example)} == {"See it."}
    assert "\x01" not in str(graph.value(d, SKOS.definition))
    basics = URIRef("https://example.org/g/topics/basics.html")
    assert (basics, RDF.type, SKOS.Collection) in graph and (basics, SKOS.member, a) in graph
    assert (c, URIRef("http://purl.org/dc/terms/isReplacedBy"), b) in graph
    assert str(graph.value(c, URIRef("http://www.w3.org/2002/07/owl#deprecated"))) == "true"
    assert str(graph.value(c, URIRef(f"{OWN}status"))) == "deprecated"


@each_row("form", ["turtle", "json-ld"])
def test_the_same_glossary_gives_the_same_text_in_both_forms(form: Any) -> None:
    text = skos_text(TRAPS, SITE, form)
    assert text == skos_text(TRAPS, SITE, form)
    again = Graph().parse(data=text, format=form)
    assert len(again) == len(skos_graph(TRAPS, SITE))


_ORDER = {  # the children of each element in the order that the dialect's schema has them
    "tbx": ("tbxHeader", "text"),
    "tbxHeader": ("fileDesc",),
    "fileDesc": ("titleStmt", "publicationStmt", "sourceDesc"),
    "text": ("body", "back"),
    "conceptEntry": ("descrip ref xref note", "langSec"),
    "langSec": ("descrip", "termSec"),
    "termSec": ("term", "termNote", "descrip"),
    "refObjectSec": ("refObject",),
    "refObject": ("item",),
}
_TYPES = {
    "descrip": {"definition", "subjectField", "context"},
    "ref": {"relatedConcept"},
    "xref": {"externalCrossReference"},
    "termNote": {"termType", "administrativeStatus"},
}


def _local(element: Any) -> str:
    name = etree.QName(element)
    assert name.namespace == NAMESPACE
    return str(name.localname)


def test_the_termbase_has_the_form_of_the_dialect() -> None:
    """What the schema of TBX-Basic in DCA style asks for, as far as we write it."""
    root = etree.fromstring(tbx_bytes(TRAPS, SITE))
    assert (_local(root), root.get("style"), root.get("type"), root.get(LANG)) == (
        "tbx",
        "dca",
        "TBX-Basic",
        "en",
    )
    for element in root.iter():
        name = _local(element)
        places = [next(i for i, names in enumerate(_ORDER[name]) if _local(child) in names.split())
                  for child in element if name in _ORDER]  # fmt: skip
        assert places == sorted(places), name
        if name in _TYPES:
            assert element.get("type") in _TYPES[name]
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
    assert set(ids.values()) == {1} and all(re.fullmatch(r"[A-Za-z_][\w.-]*", one) for one in ids)
    assert all(element.get("target") in ids for element in root.iter("{*}ref"))
    assert all(element.get("target").startswith("https://") for element in root.iter("{*}xref"))
    for entry in root.iter("{*}conceptEntry"):
        assert entry.get("id") and [_local(one) for one in entry].count("langSec") >= 1
    for section in root.iter("{*}langSec"):
        assert section.get(LANG) and list(section.iter("{*}termSec"))
    told = {one.text for one in root.iter("{*}termNote") if one.get("type") == "administrativeStatus"}
    assert told <= set(STATUSES.values())
    assert tbx_bytes(TRAPS, SITE) == tbx_bytes(TRAPS, SITE)


# ---- and comes back


@pytest.mark.parametrize("form", FORMS)
def test_what_nobody_edited_changes_nothing(desk: Path, form: str) -> None:
    done = bring_back(desk, exported(desk, form))
    assert done.exit_code == 0, done.output
    assert "0 terms changed in 0 fields, 0 new, 0 conflicts" in done.stderr
    assert {slug: _file(desk, slug).read_text() for slug in FILES} == FILES


def _edit_graph(file: Path, edit: Callable[[Graph], None]) -> None:
    kind = "turtle" if file.suffix == ".ttl" else "json-ld"
    graph = Graph().parse(data=file.read_text(), format=kind)
    edit(graph)
    file.write_text(graph.serialize(format=kind))


def _edit_tree(file: Path, edit: Callable[[Any], None]) -> None:
    root = etree.fromstring(file.read_bytes())
    edit(root)
    file.write_bytes(etree.tostring(root))


def _queue(graph: Graph) -> Any:
    return next(node for node, one in graph.subject_objects(SKOS.notation) if str(one) == "queue")


@pytest.mark.parametrize("form", ["ttl", "jsonld"])
def test_edits_of_a_scheme_go_into_their_fields_and_nothing_else_moves(desk: Path, form: str) -> None:
    file = exported(desk, form)

    def edit(graph: Graph) -> None:
        queue = _queue(graph)
        graph.remove((queue, SKOS.altLabel, Literal("Line", lang="en")))
        graph.add((queue, SKOS.altLabel, Literal("Stack", lang="en")))
        graph.add((queue, SKOS.hiddenLabel, Literal("my turn", lang="en")))
        graph.add((queue, SKOS.altLabel, Literal("File", lang="fr")))
        graph.set((queue, SKOS.definition, Literal("A line of work.", lang="en")))
        graph.remove((queue, SKOS.related, None))
        graph.add((queue, SKOS.related, URIRef(str(queue).replace("queue", "everything"))))
        graph.remove((queue, SKOS.broader, None))

    _edit_graph(file, edit)
    done = bring_back(desk, file)
    assert done.exit_code == 0, done.output
    text = _file(desk, "queue").read_text()
    assert "# why this file is as it is" in text and "- 'Waiting line'   # on the phone floor" in text
    wanted = ["definition: A line of work.", "- Stack", "my turn", "fr: [File]", "related: [everything]"]
    assert [part for part in wanted if part not in text] == []
    assert "- Line" not in text and "broader" not in text
    assert "Q]" in text and "formerly: [Row]" in text and "example: Ten *people* wait." in text
    assert {slug: _file(desk, slug).read_text() for slug in FILES if slug != "queue"} == {
        slug: text for slug, text in FILES.items() if slug != "queue"
    }
    assert "0 terms changed" in bring_back(desk, file).stderr, "the same file once more changes nothing"


def test_edits_of_a_termbase_go_into_their_fields(desk: Path) -> None:
    file = exported(desk, "tbx")

    def edit(root: Any) -> None:
        entry = next(one for one in root.iter("{*}conceptEntry") if one.get("id") == "c-queue")
        section = next(one for one in entry.iter("{*}langSec") if one.get(LANG) == "de")
        new = etree.SubElement(section, f"{{{NAMESPACE}}}termSec")
        etree.SubElement(new, f"{{{NAMESPACE}}}term").text = "Reihe"
        for one in entry.iter("{*}term"):
            if one.text == "Waiting line":
                one.text = "Wait line"
        next(one for one in entry.iter("{*}descrip") if one.get("type") == "context").text = "Nine wait."

    _edit_tree(file, edit)
    done = bring_back(desk, file)
    assert done.exit_code == 0, done.output
    assert "changed   queue: aliases, example, in_other_languages" in done.stdout
    text = _file(desk, "queue").read_text()
    assert "Reihe" in text and "Wait line'   # on the phone floor" in text and "example: Nine wait." in text
    assert "search_as: [who is next]" in text, "a termbase has no place for it"


def _define(file: Path, text: str) -> None:
    if file.suffix == ".tbx":
        _edit_tree(file, lambda root: _define_in_tree(root, text))
    else:
        _edit_graph(file, lambda graph: graph.set((_queue(graph), SKOS.definition, Literal(text, lang="en"))))  # type: ignore[arg-type,return-value]


def _define_in_tree(root: Any, text: str) -> None:
    entry = next(one for one in root.iter("{*}conceptEntry") if one.get("id") == "c-queue")
    next(one for one in entry.iter("{*}descrip") if one.get("type") == "definition").text = text


@pytest.mark.parametrize("form", FORMS)
def test_what_both_changed_is_left_to_a_person(desk: Path, form: str) -> None:
    file = exported(desk, form)
    _file(desk, "queue").write_text(QUEUE.replace("in which requests wait", "in which we put requests"))
    assert "0 terms changed" in bring_back(desk, file).stderr, "what changed here alone stays"
    _define(file, "The line of all.")
    done = bring_back(desk, file)
    assert done.exit_code == 1 and "1 conflict left to you" in done.stderr
    assert (
        "'definition' was changed here to" in done.stdout
        and "in the file to 'The line of all.'" in done.stdout
    )
    assert "in which we put requests" in _file(desk, "queue").read_text()


@pytest.mark.parametrize("form", ["ttl", "tbx"])
def test_a_file_without_our_digests_holds_only_where_somebody_says_so(desk: Path, form: str) -> None:
    file = exported(desk, form)
    if form == "tbx":
        _edit_tree(file, lambda root: [one.getparent().remove(one) for one in list(root.iter("{*}back"))])  # type: ignore[arg-type,return-value]
    else:
        _edit_graph(file, lambda graph: graph.remove((None, URIRef(f"{OWN}exported"), None)))  # type: ignore[arg-type,return-value]
    assert "0 terms changed" in bring_back(desk, file).stderr
    _define(file, "The line of all.")
    assert bring_back(desk, file).exit_code == 1
    assert bring_back(desk, file, "--yes").exit_code == 0
    assert "definition: The line of all." in _file(desk, "queue").read_text()


def test_a_new_concept_becomes_a_draft(desk: Path) -> None:
    file = exported(desk, "ttl")

    def edit(graph: Graph) -> None:
        new = URIRef("https://elsewhere.example/terms/new")
        graph.add((new, RDF.type, SKOS.Concept))
        graph.add((new, SKOS.prefLabel, Literal("Call back", lang="en")))
        graph.add((new, SKOS.definition, Literal("A call that the desk makes.", lang="en")))
        calls = next(node for node, one in graph.subject_objects(SKOS.notation) if str(one) == "calls")
        graph.add((calls, SKOS.member, new))

    _edit_graph(file, edit)
    done = bring_back(desk, file)
    assert done.exit_code == 0, done.output
    assert _file(desk, "call-back").read_text() == (
        "name: Call back\ndefinition: A call that the desk makes.\ntopics: [calls]\nstatus: draft\n"
    )


@pytest.mark.parametrize("form", FORMS)
def test_a_public_export_takes_nothing_out_of_the_internal_corpus(desk: Path, form: str) -> None:
    settings = desk / "mkdocs.yml"
    settings.write_text(
        settings.read_text().replace("- glossary:\n", "- glossary:\n      audience: public\n")
    )
    _file(desk, "ticket").write_text(TICKET + "audience: internal\n")
    file = exported(desk, form)
    assert b"record of one request" not in file.read_bytes()
    _define(file, "The line of all.")
    done = bring_back(desk, file)
    assert done.exit_code == 0, done.output
    text = _file(desk, "queue").read_text()
    assert "related: [ticket]" in text and "  ticket: A ticket is one request" in text


HOSTILE = {
    "entity.tbx": b'<!DOCTYPE tbx [<!ENTITY a "aaaa">]><tbx><text><body><conceptEntry id="c-queue">&a;</conceptEntry></body></text></tbx>',
    "broken.tbx": b"<tbx><text>",
    "empty.tbx": b"<tbx/>",
    "far.jsonld": b'{"@context": "https://evil.example/context", "@id": "x"}',
    "imports.jsonld": b'{"@context": {"@import": "https://evil.example/c"}, "@id": "x"}',
    "broken.jsonld": b"{",
    "broken.ttl": b"@prefix skos: <",
    "latin.ttl": b"# \xe9\n",
    "deep.jsonld": b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
    "text.txt": b"Queue: a line",
    "entity.rdf": b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
}


@each_row("name", HOSTILE)
def test_a_file_that_is_no_export_is_told_and_changes_nothing(desk: Path, name: str) -> None:
    file = desk / name
    file.write_bytes(HOSTILE[name])
    done = bring_back(desk, file, "--yes")
    assert done.exit_code == 1 and not done.stdout
    assert f"{name}: " in done.stderr and "Nothing was written." in done.stderr
    assert {slug: _file(desk, slug).read_text() for slug in FILES} == FILES


def test_odd_values_from_a_file_are_refused_like_those_of_a_sheet(desk: Path) -> None:
    file = exported(desk, "ttl")

    def edit(graph: Graph) -> None:
        graph.set((_queue(graph), SKOS.definition, Literal("x" * 4_000, lang="en")))
        graph.set((_queue(graph), SKOS.notation, Literal("../../etc/passwd")))
        graph.add((URIRef("urn:x:1"), RDF.type, SKOS.Concept))
        graph.add((URIRef("urn:x:1"), SKOS.notation, Literal("../up")))
        graph.add((URIRef("urn:x:1"), SKOS.prefLabel, Literal("name\nstatus: approved", lang="en")))

    _edit_graph(file, edit)
    done = bring_back(desk, file, "--yes")
    assert done.exit_code == 1 and "Nothing was written." in done.stderr
    assert {path.name for path in (desk / "glossary" / "terms").iterdir()} == {
        f"{slug}.yaml" for slug in FILES
    }


def test_without_the_extra_the_command_says_what_to_install(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rdflib", None)
    done = run(desk, "export", "skos", "--out", str(desk / "out.ttl"))
    assert done.exit_code == 1 and "pip install 'support-glossary[skos]'" in done.output
    assert not (desk / "out.ttl").exists()


def test_as_a_source_names_and_texts_come_in_and_the_rest_is_told(desk: Path) -> None:
    for form in ("ttl", "tbx"):
        done = run(desk, "import", str(exported(desk, form)), "--source", "theirs", "--dry-run", "--json")
        assert done.exit_code == 0, done.output
        told = json.loads(done.stdout)
        queue = next(one for one in told["entries"] if one["name"] == "Queue")
        assert queue["text"] == "The line in which requests wait."
        assert {"Line", "Waiting line", "Q"} <= set(queue["also"])
        assert queue["in_other_languages"]["de"] == ["Warteschlange", "Schlange"]
        left = {one["text"].partition(" (")[0]: one["why"] for one in told["skipped"]}
        assert {"related" if form == "ttl" else "relatedConcept"} <= set(left)
        assert ("example" if form == "ttl" else "context") in left


# ---- whatever terms hold

_SIGNS = st.sampled_from(
    [
        *"aZ09 ;:,|#'\"\\<>&@=[]{}()*_`-+.%$€ßéİıﬀ漢🙂",
        "\u00a0",
        "\u200b",
        "ﾀ",
        "\n",
        "\t",
        "term:",
        "]]>",
        "^^",
        "@en",
    ]
)
_TEXT = st.lists(_SIGNS, min_size=1, max_size=12).map("".join).filter(lambda text: bool(text.strip()))
_LINE = _TEXT.map(lambda text: " ".join(text.split())).filter(lambda text: bool(text.strip("\u200b")))
_NAMES = st.lists(_LINE, max_size=3, unique=True).map(tuple)
_LANGUAGES = st.dictionaries(
    st.sampled_from(["de", "pt-BR", "zh-Hant", "en", "en-GB"]), _NAMES.filter(bool), max_size=3
)


@st.composite
def _made_up(draw: st.DrawFn) -> Glossary:
    slugs = ["a", "b", "c-1", "9"]
    terms = [
        term(
            slug, name=draw(_LINE), definition=draw(_LINE), example=draw(_TEXT),
            **{field: draw(_NAMES) for field in ("abbreviations", "aliases", "formerly", "discouraged", "search_as")},
            topics=draw(st.sampled_from([("basics",), ("unsorted",), ("other", "basics")])),
            broader=draw(st.sampled_from(["", *slugs])), related=draw(st.sampled_from([(), ("b", "9"), ("gone",)])),
            contrast=draw(st.dictionaries(st.sampled_from([*slugs, "gone"]), _LINE, max_size=2)),
            in_other_languages=draw(_LANGUAGES), context=draw(st.sampled_from(["", "door"])),
        )
        for slug in slugs
    ]  # fmt: skip
    return glossary(*terms, topics=(topic("basics"), topic("other", name=draw(_LINE))))


@tried(40)
@given(_made_up(), st.sampled_from(["turtle", "json-ld", "tbx"]))
def test_whatever_a_term_holds_comes_back_as_it_went(words: Glossary, form: Any) -> None:
    site = Site(name="Words", url="https://example.org/g")
    if form == "tbx":
        found = tbx_read.concepts(parsed(tbx_bytes(words, site)), words, site)
    else:
        name = f"x.{'ttl' if form == 'turtle' else 'jsonld'}"
        found = skos_read.concepts(skos_text(words, site, form), name, words, site)
    assert [one.slug for one in sorted(found, key=lambda one: one.slug)] == sorted(words.by_slug)
    sheet = as_sheet(found, "x", words, words, site, is_sure=False)
    assert {row.slug: dict(row.texts) for row in sheet.rows if row.texts} == {}
    told = compare(sheet, words)
    assert (told.edited, told.new, told.conflicts, told.problems) == ((), (), (), ())
