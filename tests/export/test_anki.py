"""Anki packages, opened as Anki opens them: a zip of an SQLite database."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from helpers.repo import Repo
from helpers.support import glossary, term
from helpers.tiny import write_corpus
from site_gen.__main__ import main
from site_gen.catalog import catalog
from site_gen.export.anki import FIELDS, FORM_CHANGED, NOTE_TYPE, SHORT_FIELDS, SHORT_TYPE, packages
from site_gen.history.cards import keep_cards, kept_cards
from site_gen.history.events import Event, History
from site_gen.history.log import read_history
from site_gen.learning.course import course
from site_gen.model.records import Glossary, Metric, Origin, Site, Stop, Term
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
    words: Glossary = WORDS, site: Site | None = None, history: History | None = None
) -> Mapping[str, bytes]:
    taught = course(words, link(words))
    return packages(
        relations(words), taught, site or Site(name="Words"), history or History(today=TODAY), catalog()
    )


def rows(package: bytes, query: str) -> list[tuple[Any, ...]]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive, closing(sqlite3.connect(":memory:")) as database:
        assert sorted(archive.namelist()) == ["collection.anki2", "media"]
        assert json.loads(archive.read("media")) == {}
        database.deserialize(archive.read("collection.anki2"))
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return database.execute(query).fetchall()


def notes(package: bytes, kind: int = NOTE_TYPE) -> dict[str, dict[str, str]]:
    names = FIELDS if kind == NOTE_TYPE else SHORT_FIELDS
    return {
        guid: dict(zip(names, text.split("\x1f"), strict=True))
        for guid, text in rows(package, f"SELECT guid, flds FROM notes WHERE mid = {kind} ORDER BY id")
    }


def times(package: bytes) -> dict[str, int]:
    return dict(rows(package, "SELECT guid, mod FROM notes"))


def test_a_deck_for_each_path_and_one_for_all() -> None:
    found = made()
    assert sorted(found) == [f"assets/anki/{name}.apkg" for name in ("all", "first", "second")]
    for package in found.values():
        ((text,),) = rows(package, "SELECT decks FROM col")
        assert {deck["name"] for deck in json.loads(text).values()} - {"Default"} == {"Words"}
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
    """What Anki knows notes, note types and decks by stays; only the text and its time change."""
    changed = replace(WORDS, terms=tuple(replace(one, definition="Another text.") for one in WORDS.terms))
    for name, before in made().items():
        after = made(changed, history=History(today=date(2026, 12, 1)))[name]
        assert list(notes(before)) == list(notes(after))
        assert {note["Meaning"] for note in notes(after).values()} == {"Another text."}
        for query in ("SELECT DISTINCT mid FROM notes", "SELECT DISTINCT did FROM cards"):
            assert rows(before, query) == rows(after, query)
        assert rows(before, "SELECT max(mod) FROM notes") < rows(after, "SELECT min(mod) FROM notes")


def test_a_note_has_the_time_at_which_its_own_fields_changed() -> None:
    since = FORM_CHANGED + 1000
    told = History(today=date(2026, 12, 1), card_changed={"ticket": since + 7, "queue": since + 9})
    assert times(made(history=told)["assets/anki/all.apkg"]) == {
        "glossary:ticket": since + 7,
        "glossary:queue": since + 9,
    }
    later = replace(told, today=date(2027, 1, 1))
    assert made(history=told) == made(history=later), "another day changes no note"
    old = History(card_changed={"ticket": 5, "queue": 5})
    assert times(made(history=old)["assets/anki/all.apkg"]) == {
        "glossary:ticket": 5,
        "glossary:queue": FORM_CHANGED,
    }


def test_ids_without_a_setting_are_those_of_today() -> None:
    """Numbers as they were first published: another one would give every learner a second deck."""
    for package in made().values():
        assert rows(package, "SELECT DISTINCT did FROM cards") == [(1088022716,)]
    assert (NOTE_TYPE, SHORT_TYPE) == (1_478_205_311, 1_478_205_312)
    assert FIELDS == (
        "Term", "Short form", "Meaning", "Meaning without the term", "Formula", "Example",
        "Not to be confused with", "Page",
    )  # fmt: skip
    assert SHORT_FIELDS == ("Short form", "Stands for", "Term", "Meaning", "Page")


def test_two_sites_share_no_note_and_no_deck() -> None:
    one, other = (made(site=Site(name="Words", id=id)) for id in ("desk-1a2b", "desk-3c4d"))
    for name, package in one.items():
        assert set(notes(package)) & set(notes(other[name])) == set()
        assert set(notes(package)) & set(notes(made()[name])) == set()
        query = "SELECT DISTINCT did FROM cards"
        assert len({*rows(package, query), *rows(other[name], query), *rows(made()[name], query)}) == 3
    assert "glossary:desk-1a2b:ticket" in notes(one["assets/anki/all.apkg"])


def test_a_renamed_term_keeps_its_note_and_a_merged_one_does_not_take_it_over() -> None:
    renamed = replace(WORDS, redirects={"job": "ticket", "case": "ticket", "line": "queue"})
    assert set(notes(made(renamed)["assets/anki/all.apkg"])) == {"glossary:job", "glossary:line"}
    event = Event(
        kind="merged", slug="job", name="Job", when=datetime(2026, 1, 1, tzinfo=UTC), commit="1", author="A"
    )
    told = History(today=TODAY, changes=(event,))
    assert set(notes(made(renamed, history=told)["assets/anki/all.apkg"])) == {
        "glossary:case",
        "glossary:line",
    }


def test_each_short_form_has_one_card_that_says_what_its_letters_stand_for() -> None:
    words = glossary(
        term("fcr", name="First contact resolution", aliases=["First contact resolution rate", "Once and done"],
             abbreviations=["FCRR", "FCR", "OAD"]),
        term("ntl", name="No time left", abbreviations=["NTL"]),
    )  # fmt: skip
    package = made(words)["assets/anki/all.apkg"]
    first = notes(package)["glossary:fcr"]["Short form"]
    assert first == 'FCRR <span class="stands">First contact resolution rate</span>'
    assert notes(package)["glossary:ntl"]["Short form"] == "NTL", "the answer is the name itself"
    others = notes(package, SHORT_TYPE)
    assert {guid: (one["Short form"], one["Stands for"], one["Term"]) for guid, one in others.items()} == {
        "glossary:fcr:FCR": ("FCR", "First contact resolution", ""),
        "glossary:fcr:OAD": ("OAD", "Once and done", "First contact resolution"),
    }
    cards = dict(rows(package, "SELECT guid, count(*) FROM cards JOIN notes ON notes.id = nid GROUP BY guid"))
    assert cards == {"glossary:fcr": 3, "glossary:ntl": 3, "glossary:fcr:FCR": 1, "glossary:fcr:OAD": 1}


def test_a_formula_stands_as_on_the_site() -> None:
    metric = Metric(formula="waiting_time / all * 100", unit="%", better="lower", parts={"waiting_time": "x", "all": "y"},
                    worked={"waiting_time": "1", "all": "4", "result": "25"})  # fmt: skip
    package = made(glossary(term("wait", metric=metric)))["assets/anki/all.apkg"]
    assert notes(package)["glossary:wait"]["Formula"] == (
        "<var>waiting time</var> ÷ <var>all</var> × 100 (%)<br>1 ÷ 4 × 100 = 25%"
    )


def test_the_same_corpus_gives_the_same_bytes() -> None:
    assert made() == made()
    assert made(history=History()) == made(history=History()) != made()


def test_cards_are_timed_by_git(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    ticket, queue = ("name: Ticket\ndefinition: A record.\n", "name: Queue\ndefinition: A line.\n")
    topics = "topics: [desk]\n"
    repo.commit(
        "2026-01-02",
        {"topics.yaml": "- {id: desk, name: Desk}\n"},
        ticket=ticket + topics,
        queue=queue + topics,
    )
    first, second = (int(datetime(2026, 1, day, 8, tzinfo=UTC).timestamp()) for day in (2, 4))
    repo.commit("2026-01-03", queue=queue + topics + "related: [ticket]\n")
    assert set(read_history(repo.root).card_changed.values()) == {first}, "no card shows what is related"
    repo.commit("2026-01-04", queue=queue + topics + "contrast: {ticket: It differs.}\n")
    assert read_history(repo.root).card_changed == {"queue": second, "ticket": second}, (
        "both show the difference"
    )
    assert read_history(repo.root) == read_history(repo.root), "as it was kept"
    repo.commit(
        "2026-01-05",
        {"redirects.yaml": "queue: line\n"},
        queue=None,
        line=queue.replace("Queue", "Line") + topics,
    )
    assert set(read_history(repo.root).card_changed) == {"line", "ticket"}


def test_without_git_a_digest_tells_what_changed(tmp_path: Path) -> None:
    one, two = term("one", reviewed=date(1970, 1, 2)), term("two")
    first = 24 * 60 * 60

    def told(*terms: Term, now: int) -> Mapping[str, int]:
        changed = kept_cards(tmp_path, terms, now)
        keep_cards(tmp_path, terms, changed)
        return changed

    assert told(one, two, now=7) == {"one": first, "two": first}
    assert told(one, replace(two, example="Now."), now=9) == {"one": first, "two": 9}
    assert told(one, term("three"), now=11) == {"one": first, "three": 11}
    for text in ("", "[]", '{"format": 1, "cards": {"one": 1}}', '{"format": 2}', "[" * 100_000):
        (tmp_path / "build" / ".cards.json").write_text(text)
        assert told(one, now=4) == {"one": first}


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
