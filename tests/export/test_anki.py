"""Anki packages, opened as Anki opens them: a zip of an SQLite database."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from helpers.support import glossary, term
from helpers.tiny import write_corpus
from site_gen.__main__ import main
from site_gen.export.anki import FIELDS, NOTE_TYPE, packages
from site_gen.learning.course import course
from site_gen.model.records import Glossary, Origin, Site, Stop
from site_gen.model.records import Path as LearningPath
from site_gen.model.relations import relations
from site_gen.text.links import link

TODAY = date(2026, 11, 22)


def path(name: str, *slugs: str) -> LearningPath:
    origin = Origin(path="glossary/paths.yaml")
    stops = tuple(Stop(term=slug, origin=origin) for slug in slugs)
    return LearningPath(id=name, title=name.capitalize(), stops=stops, origin=origin)


WORDS = replace(
    glossary(
        term("ticket", definition="The record of a <b>request</b> & its answer.", level="essential"),
        term("queue", abbreviations=["Q"], definition="A queue of tickets.", topics=("basics", "calls"),
             contrast={"ticket": "A ticket waits in a queue."}, example="Ten *people* wait."),
        term("old", status="deprecated"),
        term("listed", level="reference"),
    ),
    paths=(path("first", "ticket", "queue"), path("second", "queue"), path("empty", "listed")),
)  # fmt: skip


def made(
    words: Glossary = WORDS, site: Site | None = None, today: date | None = TODAY
) -> Mapping[str, bytes]:
    return packages(words, relations(words), course(words, link(words)), site or Site(name="Words"), today)


def rows(package: bytes, query: str) -> list[tuple[Any, ...]]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive, closing(sqlite3.connect(":memory:")) as database:
        assert sorted(archive.namelist()) == ["collection.anki2", "media"]
        assert json.loads(archive.read("media")) == {}
        database.deserialize(archive.read("collection.anki2"))
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return database.execute(query).fetchall()


def notes(package: bytes) -> dict[str, dict[str, str]]:
    return {
        guid: dict(zip(FIELDS, text.split("\x1f"), strict=True))
        for guid, text in rows(package, "SELECT guid, flds FROM notes ORDER BY id")
    }


def test_a_deck_for_each_path_and_one_for_all() -> None:
    found = made()
    assert sorted(found) == [f"assets/anki/{name}.apkg" for name in ("all", "first", "second")]
    decks = {}
    for name, package in found.items():
        ((text,),) = rows(package, "SELECT decks FROM col")
        decks[name] = {deck["name"] for deck in json.loads(text).values()} - {"Default"}
    assert decks["assets/anki/all.apkg"] == {"Words"}
    assert decks["assets/anki/second.apkg"] == {"Words::Second"}
    assert list(notes(found["assets/anki/first.apkg"])) == ["glossary:ticket", "glossary:queue"]
    assert list(notes(found["assets/anki/second.apkg"])) == ["glossary:queue"]


def test_terms_out_of_use_are_no_cards() -> None:
    assert set(notes(made()["assets/anki/all.apkg"])) == {"glossary:ticket", "glossary:queue"}


def test_a_note_has_cards_both_ways_and_for_a_short_form() -> None:
    cards = rows(
        made()["assets/anki/all.apkg"],
        "SELECT guid, group_concat(ord) FROM cards JOIN notes ON notes.id = nid GROUP BY guid",
    )
    assert dict(cards) == {"glossary:ticket": "0,1", "glossary:queue": "0,1,2"}


def test_fields_are_text_for_a_page() -> None:
    found = notes(made(site=Site(name="Words", url="https://example.org/g"))["assets/anki/all.apkg"])
    ticket, queue = found["glossary:ticket"], found["glossary:queue"]
    assert ticket["Meaning"] == "The record of a &lt;b&gt;request&lt;/b&gt; &amp; its answer."
    assert queue["Meaning without the term"] == "A ___ of tickets."
    assert queue["Short form"] == "Q" and ticket["Short form"] == ""
    assert queue["Example"] == "Ten people wait."
    assert queue["Not to be confused with"] == "Ticket: A ticket waits in a queue."
    assert ticket["Page"] == "https://example.org/g/terms/ticket.html"
    assert notes(made()["assets/anki/all.apkg"])["glossary:ticket"]["Page"] == ""


def test_tags_tell_topic_level_and_path() -> None:
    tags = dict(rows(made()["assets/anki/second.apkg"], "SELECT guid, tags FROM notes"))
    assert tags["glossary:queue"].split() == [
        "topic::basics", "topic::calls", "level::working", "path::first", "path::second",
    ]  # fmt: skip


def test_another_export_updates_the_same_notes() -> None:
    """What Anki knows notes, note types and decks by stays; only the text and its date change."""
    changed = replace(WORDS, terms=tuple(replace(one, definition="Another text.") for one in WORDS.terms))
    for name, before in made().items():
        after = made(changed, today=date(2026, 12, 1))[name]
        assert list(notes(before)) == list(notes(after))
        assert {note["Meaning"] for note in notes(after).values()} == {"Another text."}
        for query in ("SELECT DISTINCT mid FROM notes", "SELECT DISTINCT did FROM cards"):
            assert rows(before, query) == rows(after, query)
        assert rows(before, "SELECT DISTINCT mid FROM notes") == [(NOTE_TYPE,)]
        assert rows(before, "SELECT max(mod) FROM notes") < rows(after, "SELECT min(mod) FROM notes")


def test_a_path_has_a_deck_id_that_never_changes() -> None:
    """Numbers as they were first published: another one would give every learner a second deck."""
    ids = {name: rows(package, "SELECT DISTINCT did FROM cards") for name, package in made().items()}
    assert ids == {
        "assets/anki/all.apkg": [(1088022716,)],
        "assets/anki/first.apkg": [(1079109114,)],
        "assets/anki/second.apkg": [(1087180837,)],
    }
    assert NOTE_TYPE == 1_478_205_311
    assert FIELDS[:3] == ("Term", "Short form", "Meaning")


def test_the_same_corpus_gives_the_same_bytes() -> None:
    assert made() == made()
    assert made(today=None) == made(today=None) != made()


def test_the_command_writes_one_deck(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795300000")
    (root / "glossary" / "terms" / "ticket.yaml").unlink()
    write_corpus(root)

    def run(*arguments: str) -> tuple[int, str]:
        done = CliRunner().invoke(main, ["--root", str(root), "export", "anki", *arguments])
        return done.exit_code, done.output

    whole, one = tmp_path / "all.apkg", tmp_path / "one.apkg"
    code, output = run("--out", str(whole))
    assert code == 0 and "Import it in Anki" in output
    assert len(notes(whole.read_bytes())) > 4
    assert rows(whole.read_bytes(), "SELECT DISTINCT mod FROM notes") == [(1795300000,)]
    first = whole.read_bytes()
    assert run("--out", str(whole))[0] == 0 and whole.read_bytes() == first
    assert run("--path", "first-day", "--out", str(one))[0] == 0
    assert len(notes(one.read_bytes())) == 2  # one for each of its terms
    assert set(notes(one.read_bytes())) < set(notes(first))
    code, output = run("--path", "first-dy", "--out", str(one))
    assert code == 2 and "did you mean 'first-day'?" in output
    assert run()[0] == 2


def test_a_public_site_gives_no_internal_term(root: Path, tmp_path: Path) -> None:
    settings = root / "mkdocs.yml"
    settings.write_text(
        settings.read_text().replace("- glossary:\n", "- glossary:\n      audience: public\n")
    )
    for name in ("secret", "open"):
        (root / "glossary" / "terms" / f"{name}.yaml").write_text(
            f"name: {name.capitalize()}\ndefinition: A word for a test of what is shown.\ntopics: [tickets]\n"
            + ("audience: internal\n" if name == "secret" else "")
        )
    out = tmp_path / "public.apkg"
    done = CliRunner().invoke(main, ["--root", str(root), "export", "anki", "--out", str(out)])
    assert done.exit_code == 0, done.output
    assert "glossary:open" in notes(out.read_bytes()) and "glossary:secret" not in notes(out.read_bytes())


def test_the_site_offers_the_decks(built_site: Path) -> None:
    files = sorted((built_site / "assets" / "anki").glob("*.apkg"))
    assert len(files) > 1
    assert len(notes((built_site / "assets" / "anki" / "all.apkg").read_bytes())) > 200
