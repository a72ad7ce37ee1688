"""What stands on a term's page beside its texts: the figure of a metric, the foot, what is left out."""

from __future__ import annotations

import json
from dataclasses import replace

from helpers import corpora
from helpers.rows import each_row
from helpers.support import glossary, term, topic, world_of
from site_gen.catalog import catalog
from site_gen.corpus.disk import Tree
from site_gen.model.records import Glossary, Link, Metric, Origin, Owner, Site
from site_gen.pages.views import TermView, term_views
from site_gen.pages.views.metric import metric_view
from site_gen.pages.views.term import MENTIONS_SHOWN
from site_gen.pipeline import build

METRIC = Metric(
    formula="(won - lost_again) / all_cases * 100",
    unit="%",
    better="higher",
    parts={"won": "cases won", "lost_again": "of these, lost later", "all_cases": "cases"},
    worked={"won": "1,250", "lost_again": "50", "all_cases": "2,400", "result": "50"},
)


def view_of(corpus: Glossary, slug: str, site: Site | None = None) -> TermView:
    return next(view for view in term_views(world_of(corpus, site)) if view.term.slug == slug)


def test_a_formula_is_typeset_with_words_and_with_its_numbers() -> None:
    view = metric_view(METRIC, catalog())
    assert view.formula == ("(<var>won</var> − <var>lost again</var>) ÷ <var>all cases</var> × 100")
    assert view.worked == "(1,250 − 50) ÷ 2,400 × 100"
    assert [(part.name, part.worked) for part in view.parts] == [
        ("won", "1,250"), ("lost again", "50"), ("all cases", "2,400"),
    ]  # fmt: skip
    assert view.better == "↑ higher is better"


@each_row(
    "language, shown",
    [("en", ["German", "Portuguese (Brazil)"]), ("de", ["Deutsch", "Portugiesisch (Brasilien)"])],
)
def test_names_in_other_languages_stand_under_the_name_of_each_language(
    language: str, shown: list[str]
) -> None:
    queue = term("queue", in_other_languages={"pt-BR": ("fila",), "de": ("Schlange", "Reihe")})
    view = view_of(glossary(queue), "queue", Site(language=language))
    assert [(one.code, one.names) for one in view.translations] == [
        ("de", ("Schlange", "Reihe")),
        ("pt-BR", ("fila",)),
    ]
    assert [one.language for one in view.translations] == shown


@each_row(
    "result, unit, shown, share",
    [
        ("50", "%", "50%", 50.0),
        ("7.5", "minutes", "7.5 minutes", None),
        ("1,250", "$", "$1,250", None),
        ("-5", "€", "-€5", None),
        ("130", "%", "130%", None),  # no part of a whole
        ("-4", "%", "-4%", None),
        ("many", "%", "many%", None),
        ("", "%", "", None),
    ],
)
def test_the_bar_shows_a_share_of_a_whole_only(
    result: str, unit: str, shown: str, share: float | None
) -> None:
    view = metric_view(replace(METRIC, unit=unit, worked={"result": result}), catalog())
    assert (view.result, view.share) == (shown, share)


@each_row(
    "language, written, shown",
    [
        ("en", "90000", "90,000"),
        ("de", "90000", "90.000"),
        ("en", "9000", "9000"),
        ("en", "90 000", "90 000"),
        ("en", "02134", "02134"),
        ("en", "90000.5", "90000.5"),
    ],
)
def test_long_numbers_are_parted_as_the_language_does(language: str, written: str, shown: str) -> None:
    worked = {"won": written, "result": "1"}
    view = metric_view(replace(METRIC, formula="won / 2", worked=worked), catalog(language))
    assert view.worked == f"{shown} ÷ 2"


def test_markup_in_a_formula_or_a_number_is_text() -> None:
    view = metric_view(replace(METRIC, formula="<b>won", worked={"won": "<i>", "result": "1"}), catalog())
    assert view.formula == "&lt;<var>b</var>&gt;<var>won</var>"
    assert view.worked == "&lt;<var>b</var>&gt;&lt;i&gt;"


def test_the_owner_of_a_term_goes_before_the_owner_of_its_topic() -> None:
    topics = (replace(topic("basics"), owner="The desk"),)
    corpus = glossary(term("own", owner="Ada"), term("other"), topics=topics)
    assert view_of(corpus, "own").foot.asked == ("Ask Ada",)
    assert view_of(corpus, "other").foot.asked == ("Ask The desk",)


ANN = Owner(name="Ann", mail="ann@example.org", deputy="Bo", origin=Origin(path="glossary/owners.yaml"))


@each_row(
    "site, said",
    [
        (Site(), True),
        (Site(audience="public"), False),
        (Site(audience="public", public_fields=("owner",)), True),
        (Site(audience="public", public_fields=("here",)), False),
    ],
)
def test_who_can_be_asked_stands_on_the_page_and_in_the_lookup_but_not_in_public(
    site: Site, said: bool
) -> None:
    site = replace(site, owner="Zoe", owners={"Zoe": replace(ANN, name="Zoe", mail="zoe@example.org")})
    tree = Tree(files=corpora.tree({
        "owners.yaml": "Ann: {mail: ann@example.org, deputy: Bo}\nBo: {chat: 'https://chat.example.org/bo'}\n",
        "terms/own.yaml": corpora.term_yaml("Own", "owner: Ann"), "terms/rest.yaml": corpora.term_yaml("Rest"),
    }))  # fmt: skip
    made = build(tree, site).files
    page, other = made["terms/own.md"].decode(), made["terms/rest.md"].decode()
    lookup = json.loads(made["api/lookup.json"])
    assert ("Ask Ann" in page, "Ask Zoe" in other) == (said, said)
    assert any(b"example.org" in data for data in made.values()) is said
    if said:
        assert 'Ask Ann (<a href="mailto:ann@example.org"' in page
        bo = ["; deputy: Bo", " (", ["chat", "https://chat.example.org/bo", "chat with Bo"], ")"]
        assert lookup["asked"]["kinds"] == [
            ["Ask Ann", " (", ["mail", "mailto:ann@example.org", "mail to Ann"], ")", *bo],
            ["Ask Zoe", " (", ["mail", "mailto:zoe@example.org", "mail to Zoe"], ")", *bo],
        ]
    else:
        assert lookup["asked"] == {"kinds": [], "rows": {}}


def test_changes_are_suggested_only_where_a_repository_listens() -> None:
    corpus = glossary(term("churn"))
    nowhere = view_of(corpus, "churn").foot
    assert (nowhere.edit, nowhere.report, nowhere.history) == ("", "", "")
    there = view_of(corpus, "churn", Site(repo_url="https://github.com/us/words")).foot
    assert there.edit == "https://github.com/us/words/edit/main/glossary/terms/churn.yaml"
    assert "Correction%3A%20Churn" in there.report


def test_a_deprecated_parent_is_no_place_to_send_a_reader() -> None:
    corpus = glossary(term("old", status="deprecated", why="x"), term("new", broader="old"))
    assert view_of(corpus, "new").parent is None
    assert view_of(glossary(term("old"), term("new", broader="old")), "new").parent is not None


def test_a_word_that_every_page_mentions_names_the_most_telling_of_them() -> None:
    others = [
        term(f"w{n:02}", name=f"Word {n:02}", details="About a ticket.",
             level="essential" if n > 30 else "working")
        for n in range(40)
    ]  # fmt: skip
    view = view_of(glossary(term("ticket"), *others), "ticket")
    shown = [one.slug for one in view.mentioned_in]
    assert len(shown) == MENTIONS_SHOWN and view.more_mentions == 40 - MENTIONS_SHOWN
    assert {f"w{n:02}" for n in range(31, 40)} <= set(shown)
    assert shown == sorted(shown)


def test_what_belongs_to_a_term_is_linked_where_the_address_is_safe() -> None:
    origin = term("x").origin
    links = tuple(
        Link(to=to, what=what, origin=origin)
        for to, what in (
            ("https://example.org/macro", "The macro"),
            ("term:two", ""),
            ("javascript:alert(1)", "Bad"),
            ("term:gone", "Gone"),
        )
    )
    view = view_of(glossary(term("one", links=links), term("two")), "one")
    assert view.links == (("https://example.org/macro", "The macro"), ("two.html", "Two"))


@each_row(
    "fields, small",
    [
        ({}, False),
        ({"details": "A sentence of the desk. " * 90}, False),
        ({"details": "A sentence\nof the desk. " * 90}, False),
        ({"details": "A sentence of the desk. " * 110}, True),
        ({"details": "It may be:\n\n" + "- a line\n" * 25}, True),
        ({"metric": METRIC}, False),
        ({"metric": METRIC, "details": "A sentence of the desk. " * 90}, True),
    ],
)
def test_a_term_is_set_in_small_letters_on_paper_only_where_it_is_long(
    fields: dict[str, object], small: bool
) -> None:
    assert view_of(glossary(term("queue", **fields)), "queue").is_small_on_paper is small
