"""Folders and archives of pages: an entry a page, and what of them is told and left out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date

from helpers.rows import each_row
from helpers.word import word
from site_gen.model.problem import errors
from site_gen.sources import importing
from site_gen.sources.drafts import draft_of

WINDOW, OWNER, WARM = (
    "The hours in which we ring back.",
    "The person who answers for a case.",
    "A talk of two.",
)


def read(files: Mapping[str, str]) -> importing.Imported:
    data = {path: text.encode() for path, text in files.items()}
    return importing.read(data, "words", source="mine")


def entries(found: importing.Imported) -> list[tuple[str, tuple[str, ...], str]]:
    assert not errors(found.problems), found.problems
    return sorted((entry.name, entry.also, " ".join(entry.text.split())) for entry in found.entries)


EXPECTED = [("Callback window", (), WINDOW), ("Case owner", (), OWNER), ("Warm handover", (), WARM)]
FOLDERS = {
    "front matter": {
        "_index.md": "---\ntitle: Words\n---\nAll words.\n",
        "window.md": f"---\ntitle: Callback window\naliases: [/old/]\n---\n{WINDOW}\n\n## Why\n\nThey wait.\n",
        "owner.md": f"+++\ntitle = \"Case owner\"\n+++\n{OWNER}\n\n## Why\n\nIt helps.\n",
        "warm/index.md": f"---\ntitle: Warm handover\n---\n\n## Definition\n\n{WARM}\n\n## Why\n\nBetter.\n",
        "templates/term.md": "---\ntitle: '{{ title }}'\n---\nText\n",
    },
    "notes": {
        "Callback window 0123456789abcdef0123456789abcdef.md": f"# Callback window\n\nOwner: Dana\nStatus: new\n\n{WINDOW}\n",
        "Case owner 1123456789abcdef0123456789abcdef.md": f"# Case owner\n\nOwner: Sam\nStatus: new\n\n{OWNER}\n",
        "Warm handover 2123456789abcdef0123456789abcdef.md": f"# Warm handover\n\nStatus: new\n\n{WARM}\n",
        "Words 3.csv": "Name,Status\nCallback window,new\n",
    },
    "vault": {
        ".obsidian/app.json": "{}",
        "Callback window.md": f"{WINDOW}\n\n#phone #desk\n",
        "Case owner.md": f"{OWNER}\n\n![[picture.png]]\n",
        "Warm handover.md": f"{WARM}\n\n# See also\n\n[[Case owner]]\n",
        "Home.md": "- [[Case owner]]\n- [[Callback window]]\n- [[Warm handover]]\n",
    },
    "help center": {
        f"{name.lower().replace(' ', '-')}.html": f"<title>{name} | Help</title><nav>Home</nav><h1>{name}</h1>"
        f"<div class=article-meta>Updated today</div><p>{text}</p><h2>More</h2><p>Ask.</p><footer>Us</footer>"
        for name, _, text in EXPECTED
    } | {"index.html": "<h1>Words</h1><ul><li><a href=case-owner.html>Case owner</a></ul>"},
    "text": {
        "callback-window.txt": f"Callback window\n\n{WINDOW}\n",
        "Case owner.txt": f"{OWNER}\n",
        "Warm handover.txt": f"Warm handover: {WARM}\n",
    },
    "lists": {
        "Phone.md": f"# Phone\n\nWords for calls.\n\n## Callback window\n\n{WINDOW}\n\n## Warm handover\n\n{WARM}\n",
        "Desk.md": f"# Desk\n\nWords for all.\n\n## Case owner\n\n{OWNER}\n\n## Macro\n\nA text we keep.\n",
    },
}  # fmt: skip


@each_row("kind", FOLDERS)
def test_folders(kind: str) -> None:
    found = [entry for entry in entries(read(FOLDERS[kind])) if entry[0] != "Macro"]
    assert found == EXPECTED


def test_other_names_come_from_front_matter_and_links_are_told() -> None:
    found = read(
        {
            "a.md": f"---\nterm: Callback window\nabbreviation: CW\nowner: Dana\n---\n{WINDOW} See [owner](b.md).\n",
            "b.md": f"---\nterm: Case owner\nsynonyms:\n  - handler\n  - assignee\n---\n{OWNER}\n",
        }
    )
    assert entries(found) == [
        ("Callback window", ("CW",), f"{WINDOW} See owner."), ("Case owner", ("handler", "assignee"), OWNER),
    ]  # fmt: skip
    told = [skipped.text for skipped in found.skipped]
    assert "Callback window → Case owner" in told and any("owner: Dana" in text for text in told)
    assert [entry.at for entry in found.entries] == ["a.md", "b.md"]


def test_a_folder_without_a_page_is_refused() -> None:
    found = read({"picture.png": "x", "notes.bin": "y"})
    assert not found.entries and errors(found.problems)


def archive(files: Mapping[str, str], **options: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for path, text in files.items():
            file.writestr(path, text)
    return out.getvalue()


def test_archives_are_read_like_folders() -> None:
    files = {f"words/{path}": text for path, text in FOLDERS["front matter"].items()}
    found = importing.read(archive(files | {"__MACOSX/words/._a.md": "x"}), "words.zip", source="mine")
    assert found.format == "zip" and entries(found) == EXPECTED


def test_members_outside_of_an_archive_stay_there() -> None:
    files = {
        "a.md": f"# Case owner\n\n{OWNER}\n",
        "../b.md": "# Bad\n\nA thing.\n",
        "/c.md": "# Bad\n\nA thing.\n",
    }
    found = importing.read(archive(files), "words.zip", source="mine")
    assert entries(found) == [("Case owner", (), OWNER)]


@each_row(
    "files",
    [{"a.md": "x" * 60_000_000}, {f"{number}.md": "" for number in range(6_000)}],
)
def test_archives_that_unfold_to_too_much_are_refused(files: Mapping[str, str]) -> None:
    found = importing.read(archive(files), "words.zip", source="mine")
    assert not found.entries and errors(found.problems)


def test_pages_of_a_vault_that_are_no_terms_are_told() -> None:
    files = {
        "Daily/2024-05-03.md": "Talked to Petra.\n\n- [ ] order headsets\n",
        "Map.md": "- [[No-show]]\n- [[Unaccompanied minor]]\n",
        "No-show.md": "[[Map]] > [[Words]]\n\nA passenger who did not come.\n\nRelated: [[Unaccompanied minor]]\n",
        "Unaccompanied minor.md": "Up: [[Map]]\n\nA child who flies alone, see [[No-show|those who do not come]].\n",
    }
    found = importing.read({path: text.encode() for path, text in files.items()}, "vault", source="mine")
    assert [(e.name, e.text) for e in found.entries] == [
        ("No-show", "A passenger who did not come."),
        ("Unaccompanied minor", "A child who flies alone, see those who do not come."),
    ]
    assert {"Map.md", "Daily/2024-05-03.md"} <= {one.text for one in found.skipped}


def test_pages_named_by_letters_are_parts_of_one_list() -> None:
    files = {
        "a-e.md": "# A–E\n\n**Auszug**: Kopie aus dem Buch.\n",
        "f-k.md": "# F–K\n\n**Frist**: Ein Zeitraum.\n",
    }
    found = importing.read({path: text.encode() for path, text in files.items()}, "words", source="mine")
    assert [(e.name, e.text) for e in found.entries] == [
        ("Auszug", "Kopie aus dem Buch."),
        ("Frist", "Ein Zeitraum."),
    ]


def test_other_pages_beside_a_glossary_page_are_told() -> None:
    files = {
        "GLOSSARY.md": "# Glossary\n\n## Headway\nThe time between two trams.\n\n## Points\nWhere a track becomes two.\n",
        "doors.md": "# Doors\n\nOpen them when the lamp is green.\n",
    }
    found = importing.read({path: text.encode() for path, text in files.items()}, "book", source="mine")
    assert [e.name for e in found.entries] == ["Headway", "Points"]
    assert [(one.text, one.why) for one in found.skipped if one.text == "doors.md"] == [
        ("doors.md", "page beside the glossary")
    ]


def test_owner_and_day_of_review_of_a_page_are_taken_and_come_into_the_draft() -> None:
    files = {
        "a.md": "---\ntitle: Callback window\nowner: Team Phone\nreviewed: 2024-02-01\n---\nThe hours.\n",
        "b.md": "---\ntitle: Case owner\nzuständig: Dana\nlast_reviewed: soon\n---\nWho answers.\n",
    }
    found = importing.read({path: text.encode() for path, text in files.items()}, "export", source="mine")
    assert [(e.owner, e.reviewed) for e in found.entries] == [
        ("Team Phone", date(2024, 2, 1)),
        ("Dana", None),
    ]
    text = draft_of(found.entries[:1], ()).text({})
    assert "owner: Team Phone\n" in text
    assert "reviewed: 2024-02-01\n" in text


def test_hidden_labels_are_what_people_type() -> None:
    document = (
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<a> a skos:Concept ; skos:prefLabel "Callback window"@en ; skos:hiddenLabel "calback window"@en, "ruckruf"@de ;\n'
        '  skos:definition "The hours."@en .\n'
    )
    found = importing.read(document.encode(), "words.ttl", source="mine")
    assert (found.entries[0].also, found.entries[0].search_as) == ((), ("calback window",))
    assert [one.text for one in found.skipped] == ["ruckruf"]
    assert "search_as: [calback window]\n" in draft_of(found.entries, ()).text({})


def test_pages_in_another_language_than_the_site_are_told() -> None:
    files = {
        "en/a.md": "---\ntitle: Callback window\n---\nThe hours.\n",
        "de/a.md": "---\ntitle: Rückruffenster\n---\nDie Stunden.\n",
    }
    data = {path: text.encode() for path, text in files.items()}
    assert [e.name for e in importing.read(data, "site", source="mine").entries] == ["Callback window"]
    german = importing.read(data, "site", source="mine", language="de")
    assert [e.name for e in german.entries] == ["Rückruffenster"]
    assert [one.text for one in german.skipped if "another language" in one.why] == ["en/a.md"]


def test_data_files_beside_a_readme_are_read_together() -> None:
    files = {
        "README.md": "# Words\n\nOne file a team.\n",
        "a.csv": "Term,Definition\nQueue,All that wait.\nBot,A program.\n",
    }
    found = importing.read({path: text.encode() for path, text in files.items()}, "words", source="mine")
    assert [e.name for e in found.entries] == ["Queue", "Bot"]


@each_row(
    "folders, groups",
    [
        (("02-out-of-hours", "surgery"), {"Out of hours", "Surgery"}),
        (("a", "b"), set()),  # letters
        (("surgery", "surgery"), set()),  # one folder says nothing
    ],
)
def test_folders_of_pages_are_groups(folders: tuple[str, str], groups: set[str]) -> None:
    names = ("Fasting", "Spay", "Triage", "Booster", "Referral", "Excess")
    files = {
        f"{folders[place % 2]}/{name.lower()}.md": f"# {name}\n\nWhat it is, told in a line.\n"
        for place, name in enumerate(names)
    }
    found = read(files)
    assert {topic for entry in found.entries for topic in entry.topics} == groups
    assert len(found.entries) == len(names)


LISTED = {
    "tables": lambda rows: "| Term | Meaning |\n|---|---|\n" + "".join(f"| {n} | {t} |\n" for n, t in rows),
    "bullets": lambda rows: "".join(f"- **{n}**: {t}\n" for n, t in rows),
    "definition lists": lambda rows: "".join(f"{n}\n: {t}\n\n" for n, t in rows),
}


@each_row("look", LISTED)
def test_pages_called_by_teams_that_list_names_are_lists(look: str) -> None:
    teams = {
        "Desk": [("Case owner", OWNER), ("Macro", "A text that we keep.")],
        "Phone": [("Callback window", WINDOW), ("Warm handover", WARM)],
    }
    found = read({f"{team}.md": f"# {team}\n\n{LISTED[look](rows)}" for team, rows in teams.items()})
    assert sorted(e.name for e in found.entries) == [
        "Callback window",
        "Case owner",
        "Macro",
        "Warm handover",
    ]


def test_fields_that_pages_share_are_parts_of_one_term_each() -> None:
    files = {
        f"{name}.md": f"# {name}\n\n- **Definition**: {text}\n- **Owner**: Dana\n"
        for name, _, text in EXPECTED
    }
    assert entries(read(files)) == EXPECTED


def test_documents_in_a_folder_are_pages_and_a_single_one_is_read_alone() -> None:
    pages = {f"{name}.docx": word([f"# {name}", text]) for name, _, text in EXPECTED}
    assert entries(importing.read(pages, "words", source="mine")) == EXPECTED
    alone = {
        "README.md": b"# Words\n\nSee the document.\n",
        "Words.docx": word([[["Term", "Definition"], *([name, text] for name, _, text in EXPECTED)]]),
    }
    assert entries(importing.read(alone, "words", source="mine")) == EXPECTED


TOPICS = {
    "entries": "<glossentry id='e'><glossterm>{}</glossterm><glossdef>{}</glossdef></glossentry>",
    "concepts": "<concept id='c'><title>{}</title><shortdesc>{}</shortdesc></concept>",
}


@each_row("kind", TOPICS)
def test_topics_of_dita_are_pages_and_their_map_is_told(kind: str) -> None:
    files = {f"{name}.dita": TOPICS[kind].format(name, text) for name, _, text in EXPECTED}
    found = read(
        files | {"words.ditamap": "<map><title>Words</title><topicref href='a.dita' keys='a'/></map>"}
    )
    assert entries(found) == EXPECTED
    assert [one.text for one in found.skipped] == ["words.ditamap"]


def test_data_beside_pages_that_only_lay_it_out_is_read() -> None:
    files = {
        "index.html": "---\nlayout: page\n---\n<dl>{% for w in site.data.words %}<dt>{{ w.term }}</dt>{% endfor %}</dl>\n",
        "_data/words.yml": "".join(f"- term: {name}\n  definition: {text}\n" for name, _, text in EXPECTED),
        "_config.yml": "title: Words\n",
    }
    assert entries(read(files)) == EXPECTED


def test_the_glossary_of_a_book_is_one_file_though_a_chapter_is_called_as_a_term() -> None:
    files = {
        "SUMMARY.md": "# Summary\n\n* [Owners](owners.md)\n",
        "GLOSSARY.md": "".join(f"## {name}\n{text}\n\n" for name, _, text in EXPECTED),
        "owners.md": "# Case owners\n\nThere are three of them. Each has a desk.\n",
    }
    assert entries(read(files)) == EXPECTED


def test_entries_of_dita_stand_apart_from_the_other_topics_of_a_manual() -> None:
    files = {f"words/{name}.dita": TOPICS["entries"].format(name, text) for name, _, text in EXPECTED}
    others = {f"{n}.dita": TOPICS["concepts"].format(n, "How one does it.") for n in ("Setup", "Backup")}
    found = read(files | others | {"README.md": "# Manual\n\nOf the desk.\n"})
    assert entries(found) == EXPECTED
    assert {"Setup.dita", "Backup.dita"} <= {one.text for one in found.skipped}


def test_a_deeper_heading_that_is_called_as_its_file_is_the_title() -> None:
    files = {
        f"term-{name.lower().replace(' ', '-')}.adoc": f"[#x]\n\n// tag::EN[]\n==== {name}\n\n{text}\n// end::EN[]\n"
        f"// tag::DE[]\n==== Wort\n\nEin Wort von uns.\n// end::DE[]\n"
        for name, _, text in EXPECTED
    }
    found = read(files)
    assert entries(found) == EXPECTED
    assert [one.text for one in found.skipped] == ["Wort"] * 3
    parts = {f"{name}.md": f"## Why it matters\n\n{text}\n" for name, _, text in EXPECTED}
    assert entries(read(parts)) == EXPECTED


def test_pages_that_begin_with_a_name_in_a_heading_are_lists() -> None:
    files = {
        "prices.org": "* Rebate\nMoney that comes back.\n* Surcharge\nMoney on top of a price.\n",
        "services.org": "* Tariff\nA list of prices.\n* Retainer\nMoney paid before any work.\n",
    }
    assert [entry.name for entry in read(files).entries] == ["Rebate", "Surcharge", "Tariff", "Retainer"]


def test_a_glossary_among_the_parts_of_a_site_is_read() -> None:
    rows = "".join(f"{name} | {text}\n" for name, _, text in EXPECTED)
    files = {
        "source/includes/_glossary.md": f"# Glossary\n\nTerm | Meaning\n--- | ---\n{rows}",
        "source/includes/_errors.md": "# Errors\n\nCode | Meaning\n--- | ---\n400 | Bad request\n404 | Not found\n",
        "source/index.html.md": "---\ntitle: API\n---\n\n# Introduction\n\nHello.\n",
    }
    assert entries(read(files)) == EXPECTED


@each_row("line", [
    "synonyms:: wall, pier",
    "Aliases:: wall, pier",
    "[alias:: wall, pier]",
    "(synonym:: wall, pier)",
    "- also:: wall, pier",
])  # fmt: skip
def test_a_property_in_a_line_of_a_note_gives_other_names(line: str) -> None:
    files = {
        "Quay.md": f"A place for ships.\n{line}\n",
        "Berth.md": "A place for one ship.\n",
        "Hawser.md": "A thick rope.\n",
    }
    assert ("Quay", ("wall", "pier"), "A place for ships.") in entries(read(files))
    listed = "# Words\n\n" + "\n".join(f"## {path[:-3]}\n\n{text}" for path, text in files.items())
    found = importing.read(listed.encode(), "words.md", source="mine")
    assert ("Quay", ("wall", "pier"), "A place for ships.") in entries(found)


_CARDS = {  # a page for each term, its parts labelled; one has no other names
    "1.txt": "Term: {}\nMeaning: {}\nSynonyms: {}\n",
    "2.md": "**Term:** {}  \n**Meaning:** {}  \n**Synonyms:** {}\n",
    "3.md": "- Term: {}\n- Meaning: {}\n- Synonyms: {}\n",
    "4.md": "| Term | {} |\n|---|---|\n| Meaning | {} |\n| Synonyms | {} |\n",
    "5.md": "# {}\n\n**Definition:** {}\n\n**Synonyms:** {}\n",
    "6.txt": "{}\n=====\n\nDefinition: {}\nAlso: {}\n",
}


@each_row("kind", _CARDS)
def test_pages_with_labelled_parts_are_terms(kind: str) -> None:
    rows = [
        ("Hawser", "A thick rope.", "cable"),
        ("Tide", "The water rises.", ""),
        ("Quay", "A wall.", "wharf"),
    ]
    files = {f"{number}-{kind}": _CARDS[kind].format(*row) for number, row in enumerate(rows)}
    found = importing.read({path: text.encode() for path, text in files.items()}, "notes", source="mine")
    assert entries(found) == sorted((name, (also,) if also else (), text) for name, text, also in rows)
