"""Exports of help desks, dictionaries, code systems, translators and journals: what in them is an entry."""

from __future__ import annotations

import json

from helpers.rows import each_row
from site_gen.sources import importing

Told = dict[str, tuple[list[str], str]]
_BERTH, _PILOT, _TUG = "The place where one ship lies.", "A person who advises the master.", "A strong boat."
_THREE = [("Berth", _BERTH), ("Pilot", _PILOT), ("Tug", _TUG)]
_ALL: Told = {name: ([], text) for name, text in _THREE}


def told(filename: str, document: str) -> Told:
    found = importing.read(document.encode(), filename, source="mine")
    return {entry.name: (list(entry.also), entry.text) for entry in found.entries}


def _articles(name: str, text: str, **more: str) -> str:
    rows = [
        {"number": f"KB{i}", name: own, text: f"<p>{said}</p>", **more}
        for i, (own, said) in enumerate(_THREE)
    ]
    return json.dumps({"records": rows})


def _unload(more: str) -> str:
    rows = "".join(
        f"<kb_knowledge action='INSERT_OR_UPDATE'>{more}<short_description>{name}</short_description>"
        f"<text>&lt;p&gt;{text}&lt;/p&gt;</text></kb_knowledge>"
        for name, text in _THREE
    )
    return f"<unload unload_date='2026-02-01'>{rows}</unload>"


@each_row(
    "filename, document",
    [
        ("kb.json", _articles("short_description", "text", workflow_state="published")),
        ("kb.json", _articles("headline", "body")),
        ("kb.json", _articles("Kurzbeschreibung", "Text", Status="offen")),
        ("kb.xml", _unload("<active>true</active><number>KB1</number>")),
        ("kb.csv", "Nummer;Kurzbeschreibung;Text\n" + "".join(f"KB{n[0]};{n};{t}\n" for n, t in _THREE)),
    ],
)
def test_short_descriptions_beside_texts_are_names(filename: str, document: str) -> None:
    assert told(filename, document) == _ALL


def test_a_short_description_beside_a_name_is_none() -> None:
    rows = [{"name": name, "short_description": f"{name} here", "text": text} for name, text in _THREE]
    assert list(told("kb.json", json.dumps(rows))) == [name for name, _ in _THREE]


def _words(key: str, name: str = "word") -> str:
    """Words with their meanings under a key, each with quotations."""
    quotes = [{"text": f"Seen in the {i} o'clock news.", "source": "Radio"} for i in range(2)]
    rows = [{name: own, key: [{"text": text, "in_use": quotes}]} for own, text in _THREE]
    return json.dumps({"word_list": rows})


@each_row(
    "key", ["definition_list", "senseList", "meanings-list", "bedeutungsliste", "definitionArray", "senses"]
)
def test_keys_of_meanings_may_say_that_they_are_lists(key: str) -> None:
    assert told("words.json", _words(key)) == _ALL


def test_meanings_without_anything_beside_their_texts_stay_apart() -> None:
    rows = [{"word": name, "senseList": [{"text": text}, {"text": "a flag"}]} for name, text in _THREE]
    assert told("words.json", json.dumps(rows))["Pilot"] == ([], f"{_PILOT}\n\na flag")


_CODED = [
    {"code": "b1", "display": "Berth", "definition": _BERTH,
     "designation": [{"language": "en", "use": {"code": "synonym"}, "value": "slip"}]},
    {"code": "p1", "display": "Pilot", "definition": _PILOT,
     "designation": [{"language": "de", "value": "Lotse"}, {"language": "en", "value": "guide"}]},
    {"code": "t1", "display": "Tug", "definition": _TUG},
]  # fmt: skip
_CODED_SAYS = {"Berth": (["slip"], _BERTH), "Pilot": (["guide"], _PILOT), "Tug": ([], _TUG)}


@each_row(
    "document",
    [
        {"resourceType": "CodeSystem", "title": "Harbour", "concept": _CODED},
        {"resourceType": "CodeSystem", "concept": [{**_CODED[0], "concept": _CODED[1:]}]},
        {"resourceType": "ValueSet", "compose": {"include": [{"system": "x", "concept": _CODED}]}},
    ],
)
def test_designations_of_a_code_are_other_names_of_its_display(document: dict[str, object]) -> None:
    assert told("codes.json", json.dumps(document)) == _CODED_SAYS


def test_designations_of_a_code_in_xml_have_their_values_in_attributes() -> None:
    named = "<concept><code value='{}'/><display value='{}'/><definition value='{}'/>{}</concept>".format
    other = "<designation><language value='en'/><value value='slip'/></designation>"
    rows = "".join(named(f"x{i}", *pair, "" if i else other) for i, pair in enumerate(_THREE))
    document = f"<CodeSystem xmlns='http://hl7.org/fhir'><status value='active'/>{rows}</CodeSystem>"
    assert told("codes.xml", document) == {**_ALL, "Berth": (["slip"], _BERTH)}


def test_codes_that_abbreviate_their_displays_are_other_names() -> None:
    rows = [
        {
            "code": "ETA",
            "display": "Estimated time of arrival",
            "definition": "When a ship is thought to come.",
        },
        {
            "code": "ETD",
            "display": "Estimated time of departure",
            "definition": "When it is thought to leave.",
        },
    ]
    assert [also for also, _ in told("codes.json", json.dumps({"concept": rows})).values()] == [
        ["ETA"],
        ["ETD"],
    ]


_PO = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n'


@each_row(
    "messages, wanted",
    [
        ('#. "A strong boat."\nmsgid "tug"\nmsgstr "Schlepper"\n', {"tug": ([], _TUG)}),
        ("#. „A strong\n#. boat.“\nmsgid \"tug\"\nmsgstr \"Schlepper\"\n", {"tug": ([], _TUG)}),
        ('#. "Tug" is short for "tugboat"\nmsgid "tug"\nmsgstr ""\n',
         {"tug": ([], '"Tug" is short for "tugboat"')}),
        ('#. "Definition (for translators)"\nmsgid "Term (for translators)"\nmsgstr "Wort"\n\n'
         '#. TRANSLATORS: A strong boat.\nmsgid "tug"\nmsgstr "Schlepper"\n', {"tug": ([], _TUG)}),
        ('#. "-"\nmsgid "quay"\nmsgstr "Kai"\n\n#. "A strong boat."\nmsgid "tug"\nmsgstr "Schlepper"\n',
         {"tug": ([], _TUG)}),
        ('#. Definition of a row in a list.\nmsgid "Entry"\nmsgstr "Eintrag"\n',
         {"Entry": ([], "Definition of a row in a list.")}),
    ],
)  # fmt: skip
def test_comments_of_translators_in_quotes_over_several_lines_and_in_a_header(
    messages: str, wanted: Told
) -> None:
    assert told("glossary.po", f"{_PO}\n{messages}") == wanted


_TERMS = [{"term": name, "definition": text, "category": name[0]} for name, text in _THREE]
_TOPICS = {
    name[0]: {"label": f"Topic {name}", "color": "#08c", "description": "Words of a kind."}
    for name, _ in _THREE
}


@each_row(
    "filename, document",
    [
        ("terms.js", f"const glossary = {json.dumps(_TERMS)};\nconst glossaryCategories = {json.dumps(_TOPICS)};\n"),
        ("terms.js", f"const glossary = {json.dumps(_TERMS)};\nconst topicsOfGlossary = {json.dumps([*_TOPICS.values()])};\n"),
        ("terms.json", json.dumps({"terms": _TERMS, "categories": _TOPICS})),
        ("terms.json", json.dumps({"terms": {t["term"].lower(): t for t in _TERMS}, "categories": _TOPICS})),
    ],
)  # fmt: skip
def test_what_describes_the_topics_of_a_glossary_is_no_entry(filename: str, document: str) -> None:
    assert told(filename, document) == _ALL


def test_further_lists_of_a_glossary_are_entries() -> None:
    more = json.dumps([{"name": name, "meaning": text} for name, text in _THREE[1:]])
    document = f"const GLOSSARY_A = {json.dumps(_TERMS[:1])};\nconst GLOSSARY_B = {more};\n"
    assert told("terms.js", document) == _ALL


_JATS = "".join(f"<def-item><term>{name}</term><def><p>{text}</p></def></def-item>" for name, text in _THREE)


@each_row(
    "document",
    [
        f"<article><back><glossary><label>Glossary 2</label><def-list>{_JATS}</def-list></glossary></back></article>",
        f"<article><body><sec><p>We use words.</p></sec></body><back><glossary><title>Words</title><def-list>"
        f"<title>Ships</title><term-head>Word</term-head><def-head>Sense</def-head>{_JATS}</def-list></glossary></back></article>",
        f"<back><glossary><def-list>{_JATS.replace('<term>', '<label>7</label><term>')}</def-list></glossary></back>",
    ],
)  # fmt: skip
def test_labels_and_heads_of_definition_lists_in_journals_are_no_names(document: str) -> None:
    assert told("paper.xml", document) == _ALL


def _of_standard(number: str, terms: str, text: str) -> str:
    return (
        f"<term-sec><label>{number}</label><tbx:termEntry><tbx:langSet xml:lang='en'><tbx:definition>{text}</tbx:definition>"
        f"{terms}</tbx:langSet></tbx:termEntry></term-sec>"
    )


def test_terms_of_a_standard_are_entries_and_those_not_to_be_used_are_none() -> None:
    tig = "<tbx:tig><tbx:term>{}</tbx:term><tbx:normativeAuthorization value='{}Term'/></tbx:tig>".format
    terms = tig("Tug", "preferred") + tig("tugboat", "admitted") + tig("towboat", "deprecated")
    document = (
        "<standard xmlns:tbx='urn:iso:std:iso:30042:ed-1'><body><sec><label>3</label><title>Terms and definitions</title>"
        f"{_of_standard('3.1', tig('Berth', 'preferred'), _BERTH)}{_of_standard('3.2', terms, _TUG)}</sec></body></standard>"
    )
    assert told("standard.xml", document) == {"Berth": ([], _BERTH), "Tug": (["tugboat"], _TUG)}


def test_a_short_form_in_a_definition_of_docbook_is_a_mention() -> None:
    entry = "<glossentry><glossterm>{}</glossterm>{}<glossdef><para>{}</para></glossdef></glossentry>"
    document = entry.format("Berth", "<acronym>BTH</acronym>", "A place with an <acronym>ID</acronym>.")
    found = told("words.xml", f"<glossary>{document}{entry.format('Tug', '', _TUG)}</glossary>")
    assert found == {"Berth": (["BTH"], "A place with an ID."), "Tug": ([], _TUG)}


@each_row(
    "keys",
    [
        "name={tug},\n description={A strong boat.}\n plural={tugs}",
        "name={tug}\n description={A strong boat.} plural=tugs, sort=t",
        "name=tug description={A strong boat.}",
        "description={A strong boat.} name=tug",
    ],
)
def test_a_comma_between_keys_of_latex_may_be_missing(keys: str) -> None:
    assert told("words.tex", f"\\newglossaryentry{{tug}}{{{keys}}}") == {"tug": ([], _TUG)}
