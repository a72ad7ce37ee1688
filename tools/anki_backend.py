"""Proves with Anki's own backend what docs/learning.md says of decks: `make anki`.

Called with the Python of an environment that has the package ``anki``, it writes packages of a small glossary
in several states, then has that Python import and study them as a learner does.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

LATER = 2_000_000_000  # after whatever a learner does today


def write(folder: Path) -> None:
    """The packages: of a site, of it after changes, of another site, and as they were before ids and times."""
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "tests")]
    from helpers.support import glossary, term
    from site_gen.catalog import catalog
    from site_gen.export.anki import FORM_CHANGED, decks, package
    from site_gen.history.events import History
    from site_gen.learning.course import course
    from site_gen.model.records import Glossary, Metric, Origin, Site, Stop
    from site_gen.model.records import Path as LearningPath
    from site_gen.model.relations import relations
    from site_gen.text.links import link

    stop = Origin(path="glossary/paths.yaml")
    way = LearningPath(id="first", title="First", stops=(Stop(term="ticket", origin=stop),), origin=stop)
    metric = Metric(
        formula="a / b",
        unit="%",
        better="lower",
        parts={"a": "x", "b": "y"},
        worked={"a": "1", "b": "2", "result": "0.5"},
    )
    words = replace(
        glossary(
            term("ticket", definition="The record of one request.", example="Ada opens one."),
            term(
                "queue",
                abbreviations=["Q", "QU"],
                aliases=["Quick unit"],
                definition="A line.",
                example="Ten wait.",
            ),
            term("share", metric=metric, definition="A part of all."),
            term("chatbot", definition="A program that talks."),
        ),
        paths=(way,),
    )
    before = dict.fromkeys(words.by_slug, FORM_CHANGED)

    def put(name: str, words: Glossary, site: Site, changed: dict[str, int]) -> None:
        taught = course(words, link(words))
        for deck in decks(relations(words), taught, site, History(card_changed=changed), catalog()):
            (folder / f"{name}-{deck.id}.apkg").write_bytes(package(deck))

    main, other = Site(name="Words"), Site(name="Other words", id="other-1a2b")
    put("one", words, main, before)
    changed = [
        replace(one, definition="The record of one request, from first to last.")
        if one.slug == "ticket"
        else one
        for one in words.terms
    ]
    put("two", replace(words, terms=tuple(changed)), main, before | {"ticket": LATER})
    bot = words.by_slug["chatbot"]
    renamed = [one for one in words.terms if one is not bot]
    renamed.append(replace(bot, slug="bot", name="Bot"))
    moved = replace(
        words, terms=tuple(sorted(renamed, key=lambda one: one.slug)), redirects={"chatbot": "bot"}
    )
    put("three", moved, main, before | {"bot": LATER + 1})
    put("other", words, other, before)


def study(folder: Path) -> Iterator[str]:
    """What is not as the docs say; this runs with the package ``anki`` and nothing of ours."""
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

    def learner() -> Any:
        return Collection(str(Path(tempfile.mkdtemp(dir=folder)) / "collection.anki2"))

    def take(learns: Any, name: str) -> Any:
        request = ImportAnkiPackageRequest(
            package_path=str(folder / f"{name}.apkg"), options=ImportAnkiPackageOptions()
        )
        return learns.import_anki_package(request).log

    def empty(learns: Any) -> list[str]:
        own = [deck for deck in learns.decks.all_names_and_ids() if deck.name != "Default"]
        return [deck.name for deck in own if not learns.decks.cids(deck.id, children=True)]

    def note(learns: Any, term: str) -> Any:
        return learns.get_note(learns.find_notes(f'"Term:{term}" note:"Glossary term"')[0])

    def wrong(what: str, found: Any, wanted: Any) -> Iterator[str]:
        if found != wanted:
            yield f"{what}: found {found!r}, wanted {wanted!r}"

    learns = learner()
    log = take(learns, "one-all")
    yield from wrong("notes of the first import", len(log.new), 5)
    yield from wrong(
        "cards: two ways, a short form, one for each further short form", learns.card_count(), 10
    )
    yield from wrong(
        "the same package again", [len(take(learns, "one-all").updated), learns.note_count()], [0, 5]
    )
    card = note(learns, "Ticket").cards()[0]
    card.start_timer()
    learns.sched.answerCard(card, 3)
    queue = note(learns, "Queue")
    queue.tags.append("mine")
    queue["Example"] = "My own example."
    learns.update_note(queue)
    log = take(learns, "two-all")
    yield from wrong("an update touches what changed", (len(log.updated), len(log.new)), (1, 0))
    yield from wrong(
        "the changed text",
        note(learns, "Ticket")["Meaning"],
        "The record of one request, from first to last.",
    )
    yield from wrong("what was learned", learns.get_card(card.id).reps, 1)
    queue = note(learns, "Queue")
    yield from wrong(
        "own tag and edit of another note",
        ("mine" in queue.tags, queue["Example"]),
        (True, "My own example."),
    )
    kept = note(learns, "Chatbot").id
    log = take(learns, "three-all")
    yield from wrong("a renamed term keeps its note", (len(log.new), note(learns, "Bot").id), (0, kept))
    count = learns.note_count()
    take(learns, "other-all")
    yield from wrong("a second site has notes of its own", learns.note_count(), 2 * count)
    yield from wrong("and leaves the first alone", "mine" in note(learns, "Queue").tags, True)
    names = sorted(deck.name for deck in learns.decks.all_names_and_ids())
    yield from wrong("a deck for each site", names, ["Default", "Other words", "Words"])
    yield from wrong(
        "types of notes", sum("Glossary" in kind.name for kind in learns.models.all_names_and_ids()), 2
    )
    for order in (
        ("one-all", "one-first"),
        ("one-first", "one-all"),
        ("one-first", "two-first", "three-all"),
    ):
        learns = learner()
        for name in order:
            take(learns, name)
        yield from wrong(f"empty decks after {order}", empty(learns), [])
        yield from wrong(f"notes after {order}", learns.note_count(), 5)
    fronts = [learns.get_card(one).question() for one in learns.find_cards("")]
    yield from wrong(
        "cards with an empty front", [one for one in fronts if not one.rpartition("</style>")[2].strip()], []
    )
    yield from wrong("empty cards", [one.note_id for one in learns.get_empty_cards().notes], [])
    short = learns.get_card(learns.find_cards('"Short form:QU"')[0])
    yield from wrong(
        "what letters stand for",
        "Quick unit" in short.answer() and "Quick unit" not in short.question(),
        True,
    )


def main() -> None:
    if sys.argv[1] == "study":
        found = list(study(Path(sys.argv[2])))
        print("\n".join(found) or "Anki takes the decks as the docs say.")
        sys.exit(1 if found else 0)
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder))
        done = subprocess.run([sys.argv[1], __file__, "study", folder], check=False)
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
