"""Frames of old pages, exports of content systems, glossaries inside files of programs, encodings that none tells."""

from __future__ import annotations

from collections.abc import Mapping

from helpers.rows import each_row
from site_gen.model.problem import errors
from site_gen.sources import importing

_MENU = "<td><a href=a.htm>Start</a><br><a href=b.htm>Offers</a><br><a href=c.htm>Contact</a></td>"
_PLAIN = "<p>Bleed: Ink over the edge.</p><p>Creep: A shift of pages.</p><p>Nip: A fold pressed flat.</p>"
_PRESS = {"Bleed": "Ink over the edge.", "Creep": "A shift of pages.", "Nip": "A fold pressed flat."}
_LEVELS = "<b>High</b>: all are hit.<br><b>Medium</b>: some are hit.<br><b>Low</b>: one is hit."
_LEVEL_TEXT = "High: all are hit.\n\nMedium: some are hit.\n\nLow: one is hit."
_DOTS = (
    "<h1>Jargon</h1><p>What does … mean?</p><p>We hear this often.</p><h2>What is a nudge?</h2><p>A reminder.</p>"
    "<h2>What is a bump?</h2><p>A move up.</p>"
)
_TOGGLE = "<a class=box-title role=button{}>{}</a><div class=box-content><p>{}</p></div>"
_NUDGES = {"Nudge": "A reminder.", "Bump": "A move up."}


@each_row(
    "document, wanted",
    [
        (f"<title>Terms of print</title><table><tr>{_MENU}<td><p>Terms of print</p>{_PLAIN}</td></tr></table>",
         _PRESS),
        (f"<h1>Terms</h1><table><tr><td>The press</td></tr><tr><td>{_PLAIN}</td></tr><tr><td>2004</td></tr></table>",
         _PRESS),
        (f"<h1>Terms</h1><table><tr><th>Term<th>Meaning<tr><td>Severity<td>{_LEVELS}</table>",
         {"Severity": _LEVEL_TEXT}),
        (f"<h1>Terms</h1><table><tr><td>Severity<td>{_LEVELS}<tr><td>Queue<td>Calls that wait.</table>",
         {"Severity": _LEVEL_TEXT, "Queue": "Calls that wait."}),
        (_DOTS, {"nudge": "A reminder.", "bump": "A move up."}),
        ("<h1>Jargon</h1>" + _TOGGLE.format(" aria-expanded=false", "Nudge", "A reminder.")
         + _TOGGLE.format("", "Bump", "A move up."), _NUDGES),
    ],
)  # fmt: skip
def test_frames_and_boxes_hold_entries(document: str, wanted: Mapping[str, str]) -> None:
    found = importing.read(document.encode(), "page.html", source="mine")
    assert {entry.name: " ".join(entry.text.split()) for entry in found.entries} == {
        name: " ".join(text.split()) for name, text in wanted.items()
    }


_TERMS = '[{"term":"Nudge","definition":"A reminder."},{"term":"Bump","definition":"A move up."}]'
_MODELS = (
    '[{"model":"auth.user","fields":{"name":"Ada","description":"Writes."}},'
    '{"model":"kb.glossaryterm","fields":{"name":"Nudge","description":"A reminder."}},'
    '{"model":"kb.glossaryterm","fields":{"name":"Bump","description":"A move up."}}]'
)
_SPACE = (
    '{"contentTypes":[{"name":"Term","fields":[{"id":"title","name":"Title","type":"Symbol"}]}],"entries":['
    '{"fields":{"title":{"en":"Nudge"},"body":{"en":"A reminder."}}},'
    '{"fields":{"title":{"en":"Bump"},"body":{"en":"A move up."}}}]}'
)


@each_row(
    "document, wanted",
    [
        (_MODELS, _NUDGES),
        (_MODELS.replace('"model"', '"__typename"'), _NUDGES),
        ('[{"_type":"Term","name":"Nudge","text":"A reminder."},{"_type":"Acronym","name":"WIP","text":"A word."}]',
         {"Nudge": "A reminder.", "WIP": "A word."}),
        (_SPACE, _NUDGES),
        ('{"openapi":"3.1.0","info":{"title":"Trips","x-glossary":' + _TERMS + '},"paths":{}}', _NUDGES),
        ('{"name":"site","scripts":{"dev":"vite"},"glossary":' + _TERMS + "}", _NUDGES),
        ('{"name":"site","scripts":{"dev":"vite"},"glossary":{"path":"./terms","format":"md"}}', {}),
    ],
)  # fmt: skip
def test_only_the_terms_of_an_export_are_entries(document: str, wanted: Mapping[str, str]) -> None:
    found = importing.read(document.encode(), "export.json", source="mine")
    assert {entry.name: entry.text for entry in found.entries} == ({} if errors(found.problems) else wanted)
    assert bool(errors(found.problems)) is not wanted if not wanted else not errors(found.problems)


_LANGUAGES = {
    "Polish": ("Reklamacja;Zgłoszenie klienta, że towar ma wadę.", "cp1250 iso8859-2"),
    "Czech": ("Fronta;Řada hovorů, které čekají na volného operátora.", "cp1250 iso8859-2"),
    "Hungarian": ("Várólista;Az ügyfelek sora, akik egy ügyintézőre várnak.", "cp1250 iso8859-2"),
    "Croatian": ("Žalba;Pritužba na uslugu, na koju čeka odgovor.", "cp1250 iso8859-2"),
    "Turkish": ("Kuyruk;Boşta bir temsilci bekleyen çağrıların sırası.", "cp1254"),
    "Lithuanian": ("Eilė;Skambučiai, kurie laukia laisvo darbuotojo. Žodžių sąrašas.", "cp1257"),
    "Russian": ("Очередь;Звонки, которые ждут оператора.", "cp1251 koi8-r cp866"),
    "Ukrainian": ("Черга;Дзвінки, які чекають на вільного оператора.", "cp1251"),
    "Greek": ("Ουρά;Κλήσεις που περιμένουν έναν ελεύθερο εκπρόσωπο.", "cp1253 iso8859-7"),
    "Hebrew": ("תור;שיחות שממתינות לנציג פנוי.", "cp1255"),
    "German": ("Rückläufer;Brief, den wir zurückbekommen. Größe: groß.", "cp1252 mac-roman cp850"),
    "Icelandic": ("Biðröð;Símtöl sem bíða eftir lausum starfsmanni. Það er þjónusta.", "cp1252"),
    "Estonian": ("Järjekord;Kõned, mis ootavad vaba töötajat.", "cp1252 cp1257"),
    "Japanese": ("キュー;空いている担当者を待つ電話の列。", "shift_jis euc_jp iso2022_jp"),
}


@each_row(
    "text, encoding", [(text, one) for text, encodings in _LANGUAGES.values() for one in encodings.split()]
)
def test_short_files_tell_their_encoding_by_their_letters(text: str, encoding: str) -> None:
    name, meaning = text.split(";")
    document = f"Term;Definition\n{text}\nFax;A letter by telephone.\n"
    found = importing.read(document.encode(encoding), "glossary.csv", source="mine")
    assert [(entry.name, entry.text) for entry in found.entries][:1] == [(name, meaning)]


@each_row(
    "declared, encoding",
    [("windows-1251", "cp1251"), ("koi8-r", "koi8-r"), ("utf-8", "cp1251"), ("none-such", "cp1251")],
)
def test_the_encoding_that_a_page_declares_is_taken_if_it_can_be(declared: str, encoding: str) -> None:
    page = f'<meta charset="{declared}"><h1>Glossary</h1><dl><dt>Зов<dd>Тон в трубке<dt>Тон<dd>Звук без слов</dl>'
    found = importing.read(page.encode(encoding), "page.html", source="mine")
    assert [entry.name for entry in found.entries] == ["Зов", "Тон"]


_CARD = "<a href=/g/{0}><span>{0}</span><span>{1}</span></a>"
_SAILS = {
    "Tack": "To turn the bow through the wind.",
    "Reef": "To make a sail smaller.",
    "Luff": "To sail up.",
}


@each_row(
    "entry",
    [
        "<li><a class=link href=/g/{0}>{0}</a><div>{1} <a class=read-more-link href=/g/{0}>Read more</a></div></li>",
        "<li><a href=/g/{0}>{0}</a><p>{1}</p></li>",
        _CARD,
        "<li><a href=/g/{0}>{0}<small>{1}</small></a></li>",
        "<li>{0}<small>{1}</small></li>",
    ],
)
def test_names_may_be_links_to_pages_of_their_own(entry: str) -> None:
    entries = "".join(entry.format(name, text) for name, text in _SAILS.items())
    for title, wanted in (("Glossary of sailing", _SAILS), ("Trips", dict[str, str]())):
        page = (
            f"<h1>{title}</h1><ul>{entries}</ul>"
            if "<li>" in entry
            else f"<h1>{title}</h1><div>{entries}</div>"
        )
        found = importing.read(page.encode(), "page.html", source="mine")
        assert {entry.name: entry.text for entry in found.entries} == wanted or title == "Trips"


@each_row(
    "row, wanted",
    [
        ('"{}";"{}"', True), ("{};{}", True), ("{}\t{}", True), ('"{}"|"{}"', True), ('{},"{}"', True),
    ],
)  # fmt: skip
def test_a_comma_inside_of_texts_separates_no_columns(row: str, wanted: bool) -> None:
    terms = {
        "Tack": "A turn, through the wind.",
        "Reef": "A fold, of a sail.",
        "Luff": "The edge, at the front.",
    }
    rows = "\n".join(row.format(name, text) for name, text in terms.items())
    found = importing.read(rows.encode(), "glossary.csv", source="mine")
    assert ({entry.name: entry.text for entry in found.entries} == terms) is wanted


@each_row(
    "program, wanted",
    [
        ("// data/glossary.js\nmodule.exports = { 'Tack': { en: 'A turn.' }, 'Reef': { en: 'A fold.' },\n"
         " 'Luff': { en: 'An edge.' } };\n", {"Tack": "A turn.", "Reef": "A fold.", "Luff": "An edge."}),
        ("const TERMS = [{ term: 'Tack', def: <>A <b>turn</b>.</> }, { term: 'Reef', def: 'A fold.' }];\n",
         {"Tack": "A turn.", "Reef": "A fold."}),
        ("// Menu of the site\nexport const menu = { Home: 'Where you begin.', Blog: 'News.', Help: 'Ask us.' };\n", {}),
    ],
)  # fmt: skip
def test_programs_call_their_lists_in_a_remark_and_hold_elements(
    program: str, wanted: Mapping[str, str]
) -> None:
    found = importing.read(program.encode(), "data.jsx", source="mine")
    assert {entry.name: entry.text for entry in found.entries} == wanted


@each_row(
    "rows, wanted",
    [
        ('["Term","Definition","State"],["Tack","A turn.","new"],["Reef","A fold."]', ["Tack", "Reef"]),
        ('["tack-to","Tack to","A turn."],["reef-in","Reef in","A fold."]', ["Tack to", "Reef in"]),
    ],
)
def test_rows_may_lack_their_last_cells_and_begin_with_keys(rows: str, wanted: list[str]) -> None:
    found = importing.read(f'{{"values":[{rows}]}}'.encode(), "glossary.json", source="mine")
    assert [(entry.name, entry.text) for entry in found.entries] == list(
        zip(wanted, ["A turn.", "A fold."], strict=True)
    )


def test_the_label_of_a_choice_is_no_text() -> None:
    box = "<label>Keywords:</label> <select><option>wait</option></select>"
    page = f"<h1>Glossary</h1><h4>Hold</h4><div>A wait in a call.</div><div>{box}</div><h4>Fax</h4><div>A letter.</div>"
    found = importing.read(page.encode(), "page.html", source="mine")
    assert [(entry.name, entry.text) for entry in found.entries] == [
        ("Hold", "A wait in a call."), ("Fax", "A letter."),
    ]  # fmt: skip


@each_row(
    "filename, document, wanted",
    [
        ("page.html", "<h1>Begriffe</h1>" + "<dl><dt>Begriff<dd>Definition</dl>" * 4
         + "<dl><dt>Matcha<dd>Gemahlener Tee.<dt>Oolong<dd>Halb oxidierter Tee.</dl>", ["Matcha", "Oolong"]),
        ("page.html", "<h1>Glossaire</h1><h2>Attribut <code lang=en>title</code></h2><p>Texte d'aide.</p>"
         "<h2>Balise <code lang=en>main</code></h2><p>Contenu.</p>", ["Attribut title", "Balise main"]),
        ("glossary.js", "export const GLOSSARY = { MRR: { term: 'MRR', short: 'Total income', text: 'All payments.' },"
         " ARPU: { term: 'ARPU', short: 'Average revenue per user', text: 'MRR by users.' } };", ["MRR", "ARPU"]),
    ],
)  # fmt: skip
def test_patterns_code_and_short_texts_are_no_names(filename: str, document: str, wanted: list[str]) -> None:
    found = importing.read(document.encode(), filename, source="mine")
    assert [entry.name for entry in found.entries] == wanted
    assert not any(entry.also for entry in found.entries)


def test_a_query_inside_of_a_program_is_no_page() -> None:
    program = "const a = `\n  SELECT * FROM read_csv('glossary.csv',\n    header = true,\n    columns = {\n"
    program += (
        "      'term': 'VARCHAR',\n      'text': 'VARCHAR',\n      'owner': 'VARCHAR'\n    }\n  )\n`;\n"
    )
    assert errors(importing.read(program.encode(), "glossary.js", source="mine").problems)


_CALLS = {
    "Bump": "A reply that wakes a case.",
    "Merge": "One case made of two.",
    "Swarm": "Many on one case.",
}
_DATA = '<script id=__NEXT_DATA__ type="application/json">{{"props":{{"pageProps":{{"{}":[{}]}}}}}}</script>'
_RECORDS = ",".join(f'{{"title":"{name}","description":"{text}"}}' for name, text in _CALLS.items())
_TERM_RECORDS = _RECORDS.replace('"title"', '"term"').replace('"description"', '"definition"')
_ONE_COLUMN = "<tr><th>{}</th></tr><tr><td>{}</td></tr>"
_LAX = ",".join(f"{{ term: '{name}', definition: \"{text}\", }}" for name, text in _CALLS.items())


def _stack(around: str, entries: Mapping[str, str]) -> str:
    rows = (_ONE_COLUMN.format(name, text) for name, text in entries.items())
    return f"<h1>Calls</h1><table>{around.join(rows)}</table>"


@each_row(
    "filename, document, wanted",
    [
        ("page.html", "<title>Glossary - Desk</title>" + _DATA.format("rows", _RECORDS), _CALLS),
        ("page.html", "<title>Desk</title>" + _DATA.format("rows", _TERM_RECORDS), _CALLS),
        ("page.html", "<title>Plans - Desk</title>" + _DATA.format("rows", _RECORDS), {}),
        ("page.html", _stack("</table><table>", _CALLS), _CALLS),
        ("page.html", _stack("", _CALLS), _CALLS),
        ("page.html", _stack("</table><table>", {"Fruit": "Apples", "Bread": "Rolls", "Drinks": "Water"}), {}),
        ("terms.json", f"// terms\n{{ terms: [{_LAX}], }}\n", _CALLS),
        ("terms.json", f"{{ terms: [{_LAX}]", {}),
        ("terms.json", '{"terms": [{"term": "Bump", "text": "A reply."} {"term": "Swarm"}]}', {}),
        ("glossary.js", "const g = {};\n" + "".join(f"g['{n}'] =\n  '{t}';\n" for n, t in _CALLS.items()), _CALLS),
        ("glossary.py", "G = {}\n" + "".join(f'G["{n}"] = "{t}"\n' for n, t in _CALLS.items()), _CALLS),
        ("box.js", 'el.style["color"] = "red";\nel.style["top"] = "0";\nel.style["float"] = "left";\n', {}),
    ],
)  # fmt: skip
def test_terms_that_programs_hold_or_tables_stack(
    filename: str, document: str, wanted: Mapping[str, str]
) -> None:
    found = importing.read(document.encode(), filename, source="mine")
    assert {entry.name: entry.text for entry in found.entries} == wanted
    assert bool(errors(found.problems)) is (not wanted)


_GUARDED = "<div class=card><div><span class=verified>{}</span><h2>{}</h2></div><p>{}</p></div>"


def test_what_repeats_over_the_names_of_cards_is_no_text() -> None:
    states = ("Verified", "Verified", "Unverified")
    cards = "".join(_GUARDED.format(state, *one) for state, one in zip(states, _CALLS.items(), strict=True))
    found = importing.read(f"<h1>Glossary</h1>{cards}".encode(), "page.html", source="mine")
    assert {entry.name: entry.text for entry in found.entries} == _CALLS


def test_keys_may_be_short_for_the_first_text_of_their_lists() -> None:
    rows = '"FCR": ["First call resolution", "Solved in one call."], "AHT": ["Average handling time", "Minutes a call takes."]'
    found = importing.read(f"{{{rows}}}".encode(), "glossary.json", source="mine")
    assert [(entry.name, entry.also, entry.text) for entry in found.entries] == [
        ("FCR", ("First call resolution",), "Solved in one call."),
        ("AHT", ("Average handling time",), "Minutes a call takes."),
    ]


def test_a_page_of_blocks_is_no_entry() -> None:
    items = ",".join(f'{{"component":"item","term":"{n}","description":"{t}"}}' for n, t in _CALLS.items())
    blocks = f'{{"component":"hero","headline":"Words","text":"All words"}},{{"component":"glossary","items":[{items}]}}'
    story = f'{{"story":{{"name":"Glossary","content":{{"component":"page","body":[{blocks}]}}}}}}'
    found = importing.read(story.encode(), "story.json", source="mine")
    assert {entry.name: entry.text for entry in found.entries} == _CALLS


_LIEN = "<h1>Glossary</h1><p><b>Lien</b> – a right on a thing.<sup><a href=#fn1>1</a></sup></p><p><b>Fee</b> – a price.</p>"
_NOTES = '<ol><li id="fn1">In some states only. <a href="#r1">↩</a></li></ol>'
_TWO = "<div lang=en_US><h1>Glossary</h1><dl><dt>Lien<dd>a right on a thing.<dt>Fee<dd>a price.</dl></div>"
_TWO += "<div lang=es_MX><h1>Glosario</h1><dl><dt>Cuota<dd>un precio.<dt>Aval<dd>una firma.</dl></div>"
_SHUT = '<div class=x onclick="t({0})">{1} +</div><div id=x{0} style="display: none">{2}</div>'
_KNOTS = {"Bight": "A loop in a rope.", "Hitch": "A knot on a thing.", "Bend": "A knot of two ropes."}


@each_row(
    "document, wanted",
    [
        (_LIEN + _NOTES, {"Lien": "a right on a thing.", "Fee": "a price."}),
        (_TWO, {"Lien": "a right on a thing.", "Fee": "a price."}),
        ("<h1>Knots</h1>" + "".join(_SHUT.format(i, *one) for i, one in enumerate(_KNOTS.items())), _KNOTS),
        ("<h1>Glossary</h1>" + "".join(f"<div><div class=expand-control>{n}</div><div>{t}</div></div>"
         for n, t in _KNOTS.items()), _KNOTS),
        ("<h1>Fachwörter</h1><dl><dt>Akquise <small>[akˈviːzə]</small><dd>Suche nach Kunden."
         "<dt>Forecast <span lang=en>(engl.)</span><dd>Vorhersage.</dl>",
         {"Akquise": "Suche nach Kunden.", "Forecast": "Vorhersage."}),
    ],
)  # fmt: skip
def test_notes_languages_toggles_and_how_to_speak_are_no_parts(
    document: str, wanted: Mapping[str, str]
) -> None:
    found = importing.read(document.encode(), "page.html", source="mine", language="en")
    assert {entry.name: entry.text for entry in found.entries} == wanted
    assert not any(entry.also for entry in found.entries)


_COUNTRIES = "id,us,us-def,de,de-def,il,il-def\n1,Hire,To pay for use.,Miete,Geld für Gebrauch.,שכירות,תשלום עבור שימוש.\n"
_COUNTRIES += "2,Lorry,A large vehicle.,Lkw,Ein großes Fahrzeug.,משאית,כלי רכב גדול.\n"
_NORWAY = "const GLOSSARY = {{ en: [{}], no: null }};".format(
    ", ".join(
        f'{{ label: {{ en: "{name}", no: "Navn {name}" }}, definition: {{ en: "{text}", no: "Tekst." }} }}'
        for name, text in (("Hire", "To pay for use."), ("Lorry", "A large vehicle."))
    )
)
_FORMULA = "<div class=x><span class=y>{}</span><span class=f>\\(W = F\\cdot s\\)</span><p>{}</p></div>"
_HIRES = {"Hire": "To pay for use.", "Lorry": "A large vehicle."}


@each_row("filename, document", [("glossary.csv", _COUNTRIES), ("glossary.js", _NORWAY)])
def test_countries_and_the_code_no_stand_for_languages(filename: str, document: str) -> None:
    found = importing.read(document.encode(), filename, source="mine", language="en")
    assert {entry.name: entry.text for entry in found.entries} == _HIRES


def test_formulas_are_no_sign_of_settings() -> None:
    terms = {
        "Arbeit": "Energie, die übertragen wird.",
        "Auftrieb": "Kraft nach oben.",
        "Dichte": "Masse je Volumen.",
    }
    page = "<h1>Glossar</h1>" + "".join(_FORMULA.format(*one) for one in terms.items())
    found = importing.read(page.encode(), "page.html", source="mine")
    assert [entry.name for entry in found.entries] == list(terms)


_CLOTH = {"Hem": "The edge of a cloth.", "Seam": "A line of stitches.", "Tuck": "A fold that is sewn."}
_WORDS = ", ".join(f"{{ word: '{name}', meaning: '{text}' }}" for name, text in _CLOTH.items())
_BODY = f"export default {{ name: 'Words', data() {{ return {{ words: [{_WORDS}] }}; }} }};"
_KEYED = ",".join(
    f'"{name.lower()}":{{"title":"{name}","description":"{text}"}}' for name, text in _CLOTH.items()
)


def _calls(entry: str) -> str:
    return f"export const glossary = [{', '.join(entry.format(*one) for one in _CLOTH.items())}];"


@each_row(
    "filename, document",
    [
        ("words.vue", f"<template><h1>Don't panic</h1></template>\n<script>\n{_BODY}\n</script>\n"),
        ("words.svelte", f"<script>\n  const glossary = [{_WORDS}];\n</script>\n<h1>Don't panic</h1>\n"),
        ("words.js", _calls("new Term('{}', '{}')")),
        ("words.ts", _calls("{{ term: t`{}`, definition: html`{}` }}")),
        ("words.ts", "export const glossary: Record<Key, Entry> = {"
         + ", ".join(f"[Key.{n}]: {{ label: '{n}', tooltip: '{t}' }}" for n, t in _CLOTH.items()) + "};"),
        ("words.json", f'{{"glossary":{{"title":"Glossary","description":"All words","entries":{{{_KEYED}}}}}}}'),
        ("words.yaml", "glossaire:\n" + "".join(f"  {name}: {text}\n" for name, text in _CLOTH.items())),
    ],
)  # fmt: skip
def test_components_calls_and_the_only_key_of_a_file_hold_terms(filename: str, document: str) -> None:
    found = importing.read(document.encode(), filename, source="mine")
    assert {entry.name: entry.text for entry in found.entries} == _CLOTH


def test_quotes_behind_a_backslash_belong_to_the_text() -> None:
    rows = 'term,definition\nQuote,"An offer, or \\"estimate\\" of a price."\nFax,"A letter, by wire."\n'
    found = importing.read(rows.encode(), "a.csv", source="mine")
    assert [entry.text for entry in found.entries] == [
        'An offer, or "estimate" of a price.',
        "A letter, by wire.",
    ]
