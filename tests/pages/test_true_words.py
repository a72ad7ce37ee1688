"""What pages say of where things come from is true, and in the words of the site."""

from __future__ import annotations

from dataclasses import replace

from helpers.rows import each_row
from helpers.support import glossary, source, term, world_of
from site_gen.catalog import Text, catalog
from site_gen.checks.health import SHIPPED, health
from site_gen.model.records import Adopted, Glossary, Site
from site_gen.pages.render import pages
from site_gen.pages.views.panel import panel_ways
from site_gen.pages.views.sources import source_views


def page_of(made: Glossary, path: str, language: str = "de") -> str:
    made = replace(made, language=language)
    return dict(pages(world_of(made, Site(language=language))))[path]


@each_row(
    "language, at, shown",
    [
        ("de", "table row, line 4", "Tabellenzeile, Zeile 4"),
        ("fr", "heading, line 12; table row, line 4", "titre, ligne 12; ligne de tableau, ligne 4"),
        ("es", "line 7", "línea 7"),
        ("de", "docs/a.md, line 3", "docs/a.md, Zeile 3"),
        ("en", "label, line 3", "label, line 3"),
        ("de", "Kapitel 3", "Kapitel 3"),
        ("de", "", ""),
    ],
)
def test_where_an_entry_stands_is_told_in_the_language_of_the_site(
    language: str, at: str, shown: str
) -> None:
    ours = source("ours", {"Ticket": "ticket"})
    ours = replace(ours, entries=tuple(replace(entry, at=at) for entry in ours.entries))
    made = glossary(term("ticket"), sources=(ours,))
    world = world_of(replace(made, language=language), Site(language=language))
    assert source_views(world)[0].rows[0].at == shown


@each_row("says", ["", "It says so."])
def test_a_source_that_nobody_summed_up_has_no_column_for_that(says: str) -> None:
    made = glossary(term("ticket"), sources=(source("ours", {"Ticket": "ticket"}, says=says),))
    page = page_of(made, "sources/ours.md")
    assert (catalog("de").text("source.says") in page) == bool(says)
    head, body = page.count('<th scope="col">'), page.count("<td>") + page.count('<th scope="row">')
    assert head == body == (3 if says else 2)


def test_shipped_terms_are_a_source_of_their_own() -> None:
    adopted = Adopted(terms={"ticket": frozenset({"Ticket"}), "gone": frozenset()})
    made = replace(
        glossary(
            term("ticket", status="approved"), term("queue"), term("own"), term("fresh", status="shipped"),
            sources=(source("ours", {"Queue": "queue", "Ticket": "ticket"}),),
        ),
        adopted=adopted,
    )  # fmt: skip
    home = page_of(made, "index.md")
    assert "4 Begriffe, davon 2 mitgeliefert; 1 Quelle ist eingearbeitet." in home
    assert "davon" not in page_of(glossary(term("own")), "index.md")
    alone = replace(glossary(term("ticket"), term("own")), adopted=adopted)
    assert "2 terms, 1 of them shipped with the tool." in page_of(alone, "index.md", "en")
    whole = page_of(replace(glossary(term("ticket")), adopted=adopted), "index.md", "en")
    assert "1 term." in whole and "shipped with the tool" not in whole  # all of them: nothing to tell apart
    world = world_of(made)
    found = health(made, world.links, world.relations, world.site, world.history)
    assert {one.id: one.number for one in found.sources} == {SHIPPED: 2, "ours": 2, "": 1}
    assert "Mitgeliefertes Glossar" in page_of(made, "health.md")


@each_row(
    "own, say, say_in",
    [
        ({}, "Say to a customer", "Say to a customer {channel}"),
        ({"term.say": "For guests"}, "For guests", "For guests {channel}"),
        ({"term.say_in": "For guests {channel}"}, "For guests", "For guests {channel}"),
        ({"term.say_in": "{channel}: for guests"}, "Say to a customer", "{channel}: for guests"),
        ({"term.say": "A", "term.say_in": "B {channel}"}, "A", "B {channel}"),
    ],
)
def test_one_heading_over_sentences_reaches_the_other(own: dict[str, Text], say: str, say_in: str) -> None:
    texts = catalog("en", own).texts
    assert (texts["term.say"], texts["term.say_in"]) == (say, say_in)


def test_the_examples_of_the_panel_name_the_site() -> None:
    samples = " ".join(way.sample for way in panel_ways('Klinik "Nord" <x>'))
    assert samples.count("Klinik Nord x") == 3 and "NAME" not in samples and "Glossary" not in samples
