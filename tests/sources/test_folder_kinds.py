"""Folders that hold their terms in other ways than a page each: in data, on pages of letters and areas."""

from __future__ import annotations

from collections.abc import Mapping

from helpers.rows import each_row
from helpers.word import word
from site_gen.model.problem import errors
from site_gen.sources import importing

ROWS = [
    ("Bollard", "A short post to which a ship is tied."),
    ("Fender", "A cushion between a ship and a wall."),
    ("Hold", "The space for cargo below the deck."),
]
EXPECTED = [(name, (), text) for name, text in ROWS]
TABLE = "Term,Definition\n" + "".join(f"{name},{text}\n" for name, text in ROWS)
LISTED = "".join(f"- **{name}**: {text}\n" for name, text in ROWS)
RECORDS = "".join(f"  - term: {name}\n    definition: {text}\n" for name, text in ROWS)


def read(files: Mapping[str, str | bytes]) -> list[tuple[str, tuple[str, ...], str]]:
    data = {path: said if isinstance(said, bytes) else said.encode() for path, said in files.items()}
    found = importing.read(data, "harbour", source="mine")
    assert not errors(found.problems), found.problems
    return [(entry.name, entry.also, " ".join(entry.text.split())) for entry in found.entries]


FOLDERS: Mapping[str, Mapping[str, str | bytes]] = {
    "data beside a note": {
        "glossary.csv": TABLE,
        "todo.txt": "ring the pilot\nbuy paint\n",
        "Minutes.docx": word(["# Minutes", "We met on Monday."]),
    },
    "the note for readers lists them": {
        "README.md": f"# Words of the harbour\n\n{LISTED}",
        "CONTRIBUTING.md": "# Contributing\n\nSend a patch.\n",
        "package.json": '{"name": "words", "scripts": {}}',
    },
    "data beside templates only": {"templates/term.md": "# {{ title }}\n", "words.csv": TABLE},
    "a program called a glossary": {
        "README.md": "# Site\n\nStart it.\n",
        "src/glossary.ts": "export const terms = ["
        + "".join(f'{{ term: "{name}", definition: "{text}" }},\n' for name, text in ROWS)
        + "];\n",
    },
    "a page of a letter without terms": {
        "b.md": "# B\n\n**Bollard** – A short post to which a ship is tied.\n",
        "f.md": "# F\n\n**Fender** – A cushion between a ship and a wall.\n",
        "h.md": "# H\n\n**Hold** – The space for cargo below the deck.\n",
        "x.md": "# X\n\n*Nothing here yet.*\n",
    },
    "records in front matter": {
        "content/glossary.md": f"---\ntitle: Glossary\nterms:\n{RECORDS}---\n",
        "content/news/crane.md": "---\ntitle: The new crane\n---\nIt lifts forty tons.\n",
    },
    "descriptions in front matter": {
        "_layouts/term.html": "<p>{{ content }}</p>",
        "index.md": "---\ntitle: Home\ndescription: Our words.\n---\n",
    }
    | {f"_terms/{name}.md": f"---\ntitle: {name}\ndescription: {text}\n---\n" for name, text in ROWS},
    "notes with dots for folders": {
        "root.md": "---\ntitle: Root\n---\n# Welcome\n\nThe root of our notes.\n",
        "glossary.md": "---\ntitle: Glossary\n---\n",
    }
    | {f"glossary.{name.lower()}.md": f"---\ntitle: {name}\n---\n\n{text}\n" for name, text in ROWS},
    "notes of another kind in other folders": {"inbox.md": "# Inbox\n\n- ring Ann\n"}
    | {f"words/{name}.md": f"---\ntype: term\n---\n# {name}\n\n{text}\n" for name, text in ROWS},
    "a wiki in text files": {
        f"{name}.txt": f"====== {name} ======\n\n{text}\n\n===== See also =====\n\n  * [[start]]\n"
        for name, text in ROWS
    }
    | {"start.txt": "====== Glossary ======\n\n  * [[bollard]]\n  * [[fender]]\n"},
    "a site as fetched": {
        "robots.txt": "User-agent: *\nDisallow: /admin\n",
        "index.html": "<title>Port</title><h1>Port</h1><p>Welcome.</p>",
        "glossary/index.html": "<h1>Glossary</h1><ul><li><a href='hold/'>Hold</a></ul>",
    }
    | {f"glossary/{name.lower()}/index.html": f"<h1>{name}</h1><p>{text}</p>" for name, text in ROWS},
    "tables called by languages": {"en.csv": TABLE, "de.csv": "Begriff,Definition\nPoller,Ein Pfosten.\n"},
    "tables with languages at the end": {
        "words_en.csv": TABLE,
        "words_de.csv": "Begriff,Definition\nPoller,Ein Pfosten.\n",
    },
    "a note for readers in German": {
        "LIES_MICH.txt": "Neue Wörter bitte unten.\n",
        **{f"{name}.txt": f"{text}\n" for name, text in ROWS},
    },
    "a file of data for each term, with more in it": {
        "README.md": "# Port words\n\n## Scope\n\nOnly of this port.\n\n## License\n\nFree for all to use.\n",
        **{
            f"terms/{name.lower()}.yaml": f"term: {name}\ndefinition: {text}\nmapping:\n  relation: none\n  notes: Not in it.\n"
            f"history:\n  - date: 2024-01-02\n    change: First version of it.\n"
            for name, text in ROWS
        },
    },
    "texts under numbers": {
        f"{name.lower()}.yml": f"term: {name}\ndefinition:\n  1: {text}\nsource: null\n" for name, text in ROWS
    },
    "data in two languages": {
        f"{name}.json": f'{{"term_en": "{name}", "term_fr": "Mot", "definition_en": "{text}", "definition_fr": "Chose."}}'
        for name, text in ROWS
    },
    "folders with numbers": {"00-about.md": "# How we write\n\nShort.\n"}
    | {f"1-terms/{name[0]}/{name}.md": f"## {name}\n\n{text}\n" for name, text in ROWS},
    "pages with many links at the end": {
        f"{name}.md": f"# {name}\n\n{text}\n\n## Related\n\n- [[Bollard]]\n- [[Fender]]\n- [[Hold]]\n"
        for name, text in ROWS
    },
    "pages called a glossary and a letter": {
        "1.html": "<h1>Glossary B</h1><h2>Bollard</h2><p>A short post to which a ship is tied.</p>",
        "2.html": "<h1>Glossary F–H</h1><h2>Fender</h2><p>A cushion between a ship and a wall.</p>"
        "<h2>Hold</h2><p>The space for cargo below the deck.</p>",
    },
    "documents with a table each": {
        "~$Quay.docx": b"x",
        "Cargo.docx": word(["# Words of the cargo team", [["Term", "Definition"], ROWS[2]]]),
        "Quay.docx": word(["# Words of the quay team", [["Term", "Definition"], *ROWS[:2]]]),
    },
    "notes of which most have a tag of terms": {
        "Call.md": "---\ntags: [meeting]\n---\nWe spoke of the crane. It is broken.\n",
        **{f"{name}.md": f"---\ntags:\n  - term\n  - port\n---\n{text}\n" for name, text in ROWS},
    },
    "a book with a chapter called as a term": {
        "index.md": "# Port book\n\nA short book.\n",
        "1.md": "# The hold\n\nLoad it slowly.\n\n## Lashing\n\nTie all boxes.\n",
        "2.md": "# The crew\n\nThere are ten of us.\n\n## Watches\n\nFour hours each.\n",
        "glossary.md": f"# Glossary\n\n{LISTED}",
    },
    "raw notes of Joplin": {
        f"{number:032x}.md": f"{name}\n\n{text}\n\nid: {number:032x}\nparent_id: \nauthor: \nis_todo: 0\nsource: x\n"
        "order: 0\nis_shared: 0\ntype_: 1"
        for number, (name, text) in enumerate(ROWS)
    }
    | {f"{9:032x}.md": f"Words\n\nid: {9:032x}\nparent_id: \nicon: \nis_shared: 0\norder: 0\nshare_id: \ntype_: 2"},
    "a document and a page of letters": {
        "A–F.docx": word(["# A–F", *(f"**{name}**: {text}" for name, text in ROWS[:2])]),
        "G–Z.md": "# G–Z\n\n**Hold**: The space for cargo below the deck.\n",
    },
    "a note for readers in a folder of its own for each": {"README.md": "# Words of the port\n"}
    | {f"{name.lower()}/README.md": f"# {name}\n\n{text}\n" for name, text in ROWS},
    "a schema beside a file for each term": {
        "schema.json": '{"type": "object", "properties": {"name": {"type": "string"}}}',
        **{f"{name}.yaml": f"name: {name}\ndefinition: {text}\n" for name, text in ROWS},
    },
}  # fmt: skip


@each_row("kind", FOLDERS)
def test_kinds_of_folders(kind: str) -> None:
    assert sorted(read(FOLDERS[kind])) == EXPECTED


@each_row("look", ["- **{}**: {}\n", "## {}\n\n{}\n\n", "**{}**\n\n{}\n\n", "{}\n:   {}\n\n"])
def test_an_area_may_hold_one_term_where_others_list_several(look: str) -> None:
    areas = {
        "quay": ROWS[:2],
        "cargo": ROWS[2:],
        "crew": [("Watch", "Four hours of duty."), ("Mate", "An officer.")],
    }
    files = {
        f"{a}.md": f"# {a.title()}\n\n" + "".join(look.format(*row) for row in of) for a, of in areas.items()
    }
    assert {name for name, _, _ in read(files)} == {"Bollard", "Fender", "Hold", "Watch", "Mate"}


def test_pages_that_list_things_are_no_terms() -> None:
    files = {
        "words.html": "<h1>Words</h1><ul>" + "".join(f"<li><b>{n}</b>: {t}</li>" for n, t in ROWS) + "</ul>",
        "shopping.html": "<title>Shopping</title><p>Shopping</p><ul><li>Paint</li><li>New brushes</li></ul>",
    }
    assert read(files) == EXPECTED


def test_a_single_letter_is_a_name_beside_names() -> None:
    files = {f"{name}.md": f"# {name}\n\nA language of programs.\n" for name in ("C", "R", "Perl")}
    assert [name for name, _, _ in read(files)] == ["C", "Perl", "R"]


def test_codes_of_languages_end_names_that_stand_alone() -> None:
    files = {
        "opt-in.md": "# Opt-in\n\nA yes that somebody gives.\n",
        "log-it.md": "# Log-it\n\nA program.\n",
        "sign-no.md": "# Sign no\n\nA hand that says no.\n",
    }
    assert len(read(files)) == 3


def test_pages_about_one_term_may_list_parts_of_it() -> None:
    files = {
        "rope.md": "# Rope\n\nA line made of fibres.\n\n- **Static**: It does not stretch.\n- **Dynamic**: It does.\n",
        "knot.md": "# Knot\n\nA way to tie a rope.\n\n- **Eight**: It looks like an 8.\n- **Clove**: It holds.\n",
        "hook.md": "# Hook\n\nA bent piece of steel.\n\n- **Note**: Check it.\n",
    }
    assert [name for name, _, _ in read(files)] == ["Hook", "Knot", "Rope"]


def test_several_numbered_texts_are_entries() -> None:
    files = {
        f"{name}.yml": f"term: {name}\ndefinition:\n  1: {text}\n  2: Something else.\n"
        for name, text in ROWS
    }
    assert [name for name, _, _ in read(files)].count("Bollard (2)") == 1


def test_a_lead_that_says_how_a_page_begins_is_not_said_twice() -> None:
    files = {
        f"{name}.html": f"<h1>{name}</h1><div class='desc'>{text}</div><p>{text} Ask at the desk.</p>"
        for name, text in ROWS
    }
    assert read(files) == [(name, (), f"{text} Ask at the desk.") for name, text in ROWS]
