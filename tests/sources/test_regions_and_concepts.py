"""Languages with a region or script keep it, and records with one for each language of a concept are one entry."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence

from openpyxl import Workbook

from helpers.rows import each_row
from site_gen.sources import importing
from site_gen.sources.shape.language_codes import in_header, tag_of

CARGO = "Goods on a ship."
QUAY = "A wall where ships lie."
_TBX = (
    '<martif type="TBX"><text><body>{}</body></text></martif>',
    '<termEntry><langSet xml:lang="en-GB"><descrip type="definition">{2}</descrip><tig><term>{0}</term></tig></langSet>'
    '<langSet xml:lang="pt_br"><tig><term>{1}</term></tig></langSet></termEntry>',
)
_TMX = (
    '<tmx version="1.4"><body>{}</body></tmx>',
    '<tu><note>{2}</note><tuv xml:lang="en-GB"><seg>{0}</seg></tuv><tuv xml:lang="pt-BR"><seg>{1}</seg></tuv></tu>',
)
_SKOS = (
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n{}",
    '<urn:{0}> a skos:Concept ; skos:prefLabel "{0}"@en-GB, "{1}"@pt-BR ; skos:definition "{2}"@en-GB .\n',
)
_PO = ('msgid ""\nmsgstr "Language: pt_BR\\n"\n\n{}', '#. {2}\nmsgid "{0}"\nmsgstr "{1}"\n\n')
_JSON = ("[{}]", '{{"term": {{"en-GB": "{0}", "pt-BR": "{1}"}}, "definition": "{2}"}},')
_YAML = ("{}", "{0}:\n  definition: {2}\n  translations: {{pt-BR: {1}}}\n")
_XML = (
    "<terms>{}</terms>",
    '<term><name xml:lang="en-GB">{0}</name><name xml:lang="pt-BR">{1}</name><definition>{2}</definition></term>',
)
FORMATS: Sequence[tuple[str, tuple[str, str]]] = [
    ("x.tbx", _TBX), ("x.tmx", _TMX), ("x.ttl", _SKOS), ("x.po", _PO), ("x.json", _JSON), ("x.yaml", _YAML), ("x.xml", _XML),
    ("x.csv", ("en_GB,pt_BR,definition\n{}", "{0},{1},{2}\n")),
    ("x.csv", ("Term (en-GB),Term (pt-BR),Definition (en-GB)\n{}", "{0},{1},{2}\n")),
    ("x.csv", ("term_en_gb,term_pt_br,definition\n{}", "{0},{1},{2}\n")),
    ("x.csv", ("Entry_Subject;English_United_Kingdom;English_United_Kingdom_Def;Portuguese_Brazil\n{}", "Port;{0};{2};{1}\n")),
    ("x.csv", ("term,pos,comment,translation_pt_BR\n{}", "{0},noun,{2},{1}\n")),
    ("x.json", ("[{}]", '{{"term": "{0}", "definition": "{2}", "translations": [{{"language": "pt-br", "content": "{1}"}}]}},')),
    ("x.md", ("| English | pt-BR | Definition |\n|---|---|---|\n{}", "| {0} | {1} | {2} |\n")),
]  # fmt: skip


def _document(parts: tuple[str, str]) -> bytes:
    around, one = parts
    rows = one.format("cargo", "carga", CARGO) + one.format("quay", "cais", QUAY)
    return around.format(rows.rstrip(",")).encode()


@each_row("filename, parts", FORMATS)
def test_names_in_other_languages_keep_their_region(filename: str, parts: tuple[str, str]) -> None:
    found = importing.read(_document(parts), filename, source="x")
    told = [(one.name, dict(one.in_other_languages), one.text) for one in found.entries]
    assert told == [("cargo", {"pt-BR": ("carga",)}, CARGO), ("quay", {"pt-BR": ("cais",)}, QUAY)]


REGIONS = (
    "term_en-GB,term_en-US,term_pt-BR,term_pt-PT,definition_en-GB,definition_pt-BR\n"
    "lorry,truck,caminhão,camião,It carries goods on roads.,Leva cargas na estrada.\n"
    "quay,wharf,cais,molhe,A wall where ships lie.,Parede onde ficam os navios.\n"
)


@each_row(
    "language, names, others",
    [
        ("en", ["lorry", "truck"], {"pt-BR": ("caminhão",), "pt-PT": ("camião",)}),
        ("en-US", ["truck"], {"en-GB": ("lorry",), "pt-BR": ("caminhão",), "pt-PT": ("camião",)}),
        ("en-AU", ["lorry", "truck"], {"pt-BR": ("caminhão",), "pt-PT": ("camião",)}),
        ("pt", ["caminhão", "camião"], {"en-GB": ("lorry",), "en-US": ("truck",)}),
        ("pt-PT", ["camião"], {"en-GB": ("lorry",), "en-US": ("truck",), "pt-BR": ("caminhão",)}),
    ],
)
def test_the_regions_of_the_language_of_the_site(
    language: str, names: Sequence[str], others: Mapping[str, tuple[str, ...]]
) -> None:
    entry = importing.read(REGIONS.encode(), "x.csv", source="x", language=language).entries[0]
    assert [entry.name, *entry.also] == names
    assert dict(entry.in_other_languages) == others


def test_a_glossary_for_each_region_is_read_in_the_one_of_the_site() -> None:
    whole = {
        "en-GB": {"cargo": CARGO, "quay": QUAY},
        "pt-BR": {"carga": "Bens num navio.", "cais": "Parede."},
    }
    found = importing.read(json.dumps(whole).encode(), "x.json", source="x", language="pt-BR")
    assert [one.name for one in found.entries] == ["carga", "cais"]
    assert {one.why for one in found.skipped} == {"in another language (en-GB)"}


@each_row(
    "written, tag",
    [("pt_BR", "pt-BR"), ("zh-hant", "zh-Hant"), ("en-GB", "en-GB"), ("de", "de"), ("EN-US", "en-US"), ("es-419", "es-419"),
     ("zh-Hans-CN", "zh-Hans-CN"), ("en_de", "en"), ("English (US)", "en-US"), ("Portuguese_Brazil", "pt-BR"), ("word", ""),
     ("Français (Canada)", "fr-CA"), ("Chinese Traditional", "zh-Hant"), ("English words", "en")],
)  # fmt: skip
def test_a_tag_is_written_as_the_corpus_has_it(written: str, tag: str) -> None:
    assert tag_of(written) == tag


@each_row(
    "header, rest, tag",
    [("term_pt_BR", "term", "pt-BR"), ("Definition (zh-Hant)", "definition", "zh-Hant"), ("pt-BR term", "term", "pt-BR"),
     ("German_Austria_Def", "def", "de-AT"), ("term_de", "", ""), ("pt-BR", "", ""), ("term_en_de", "", ""), ("description_en_html", "", "")],
)  # fmt: skip
def test_a_header_that_begins_or_ends_with_a_tag(header: str, rest: str, tag: str) -> None:
    assert in_header(header) == (rest, tag)


ROWS = [
    {"id": "7", "lang": "en", "term": "cargo", "definition": CARGO},
    {"id": "7", "lang": "de", "term": "Ladung", "definition": "Waren auf einem Schiff."},
    {"id": "9", "lang": "de", "term": "Kai", "definition": "Mauer, an der Schiffe liegen."},
    {"id": "9", "lang": "en", "term": "quay", "definition": QUAY},
]


def _xml(rows: Sequence[Mapping[str, str]]) -> str:
    head = '<word id="{id}" lang="{lang}"><term>{term}</term><definition>{definition}</definition></word>\n'
    return "<words>" + "".join(head.format(**row) for row in rows) + "</words>"


def _csv(rows: Sequence[Mapping[str, str]]) -> str:
    return "".join(
        ",".join(f'"{cell}"' for cell in row) + "\n" for row in ([*rows[0]], *(r.values() for r in rows))
    )


@each_row(
    "filename, content",
    [
        ("x.json", json.dumps(ROWS)),
        ("x.jsonl", "".join(json.dumps(row) + "\n" for row in ROWS)),
        ("x.json", json.dumps({"words": ROWS})),
        ("x.yaml", "".join("- " + "\n  ".join(f"{k}: {v}" for k, v in row.items()) + "\n" for row in ROWS)),
        ("x.xml", _xml(ROWS)),
        ("x.csv", _csv(ROWS)),
        ("x.json", json.dumps([{"concept": row["id"], "lang": row["lang"], "name": row["term"], "text": row["definition"]} for row in ROWS])),
    ],
)  # fmt: skip
def test_records_of_one_concept_in_several_languages_are_one_entry(filename: str, content: str) -> None:
    found = importing.read(content.encode(), filename, source="x")
    told = [(one.name, dict(one.in_other_languages), one.text) for one in found.entries]
    assert told == [("cargo", {"de": ("Ladung",)}, CARGO), ("quay", {"de": ("Kai",)}, QUAY)]
    assert [one.text for one in found.skipped] == ["Waren auf einem Schiff.", "Mauer, an der Schiffe liegen."]


@each_row("filename", ["x.csv", "x.json"])
def test_a_word_that_two_languages_share_tells_no_concept(filename: str) -> None:
    rows = [{key: row[key] for key in ("term", "lang", "definition")} for row in ROWS]
    rows[1]["term"] = "cargo"
    content = _csv(rows) if filename == "x.csv" else json.dumps(rows)
    found = importing.read(content.encode(), filename, source="x")
    assert [one.name for one in found.entries] == ["cargo", "quay"]
    assert [one.why for one in found.skipped] == ["entry in another language (de)"] * 2


def test_the_key_of_translations_is_told_as_taken() -> None:
    content = json.dumps(
        [{"term": "quay", "definition": QUAY, "translations": {"de": "Kai", "fr": "quai"}}] * 2
    )
    found = importing.read(content.encode(), "x.json", source="x")
    assert found.columns["translations"] == "in_other_languages"
    assert not [one for one in found.problems if one.code == "import-column"]


EN = {"hold": ("Hold", "The goods lie below the deck."), "quay": ("Quay", "The ships lie at this wall.")}
PT = {"hold": ("Porão", "As cargas ficam abaixo do convés."), "quay": ("Cais", "Os navios ficam neste muro.")}


def _pages(pattern: str, words: Mapping[str, tuple[str, str]]) -> dict[str, bytes | None]:
    return {
        pattern.format(stem): f"---\ntitle: {name}\n---\n{text}\n".encode()
        for stem, (name, text) in words.items()
    }


def _sheets() -> bytes:
    book, content = Workbook(), io.BytesIO()
    book.remove(book.active)
    for title, words in (("en-GB", EN), ("pt-BR", PT)):
        sheet = book.create_sheet(title)
        sheet.append(("Term", "Definition"))
        for row in words.values():
            sheet.append(row)
    book.save(content)
    return content.getvalue()


def _chapters() -> bytes:
    parts = (("English (UK)", EN), ("Português (Brasil)", PT))
    said = (
        f"## {head}\n\n" + "".join(f"- **{n}**: {t}\n" for n, t in words.values()) for head, words in parts
    )
    return ("# Glossary\n\n" + "\n".join(said)).encode()


@each_row("language", ["en", "en-GB", "pt", "pt-BR"])
def test_parts_called_by_a_language_with_its_region(language: str) -> None:
    documents: Mapping[str, bytes | dict[str, bytes | None]] = {
        "folders": _pages("en/{}.md", EN) | _pages("pt-BR/{}.md", PT),
        "endings": _pages("{}.md", EN) | _pages("{}.pt-BR.md", PT),
        "translations": _pages("docs/{}.md", EN) | _pages("i18n/pt-br/docs/{}.md", PT),
        "x.xlsx": _sheets(),
        "x.md": _chapters(),
    }
    wanted = [name for name, _ in (EN if language.startswith("en") else PT).values()]
    for name, document in documents.items():
        found = importing.read(document, name, source="x", language=language)
        assert [one.name for one in found.entries] == wanted, name
        assert [one for one in found.skipped if "in another language" in one.why], name


def test_an_entry_of_the_only_sheet_in_the_language_is_told_with_its_sheet() -> None:
    found = importing.read(_sheets(), "x.xlsx", source="x")
    assert [one.at for one in found.entries] == ["sheet en-GB, row 2", "sheet en-GB, row 3"]


def test_concepts_stand_in_the_order_of_the_document_where_labels_follow_empty_addresses() -> None:
    head = "@base <http://a/> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    one = '<{0}> a skos:Concept ;\n  skos:inScheme <> ;\n  skos:prefLabel "{1}"@nl ;\n  skos:topConceptOf <> .\n'
    names = ["steiger", "kade", "meerpaal", "bolder", "helling", "boei"]
    document = head + "".join(one.format(place, name) for place, name in enumerate(names))
    found = importing.read(document.encode(), "x.ttl", source="x")
    assert [entry.name for entry in found.entries] == names
    assert [entry.at for entry in found.entries][:2] == ["concept, line 5", "concept, line 9"]


def test_a_column_of_texts_in_another_language_says_why_it_is_not_taken() -> None:
    content = f"Term,Definition,Definition (pt-BR)\ncargo,{CARGO},Bens num navio.\nquay,{QUAY},Um muro.\n"
    found = importing.read(content.encode(), "x.csv", source="x")
    (told,) = [one for one in found.problems if one.code == "import-column"]
    assert "another language" in told.hint
    assert [one.text for one in found.skipped] == ["Bens num navio.", "Um muro."]


def test_of_two_regions_of_the_language_of_the_site_the_first_row_names_the_entry() -> None:
    rows = [
        ("1", "en-US", "pier", QUAY),
        ("1", "en-GB", "quay", QUAY),
        ("2", "en-US", "freight", CARGO),
        ("2", "en-GB", "cargo", CARGO),
    ]
    content = "id,language,term,definition\n" + "".join(",".join(row) + "\n" for row in rows)
    found = importing.read(content.encode(), "x.csv", source="x")
    assert [(one.name, one.also) for one in found.entries] == [("pier", ("quay",)), ("freight", ("cargo",))]
