"""The lookup's ranker in headless Chromium, and the data it ranks."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rapidfuzz import process
from rapidfuzz.distance import OSA

from helpers.support import table
from site_gen.catalog import catalog
from site_gen.corpus.disk import read_tree
from site_gen.corpus.load import load
from site_gen.model import names, word_forms
from site_gen.model.records import Contrast, Entry, Glossary, Metric, Origin, Site, Source, Term, Topic
from site_gen.model.trust import trust
from site_gen.pages import english
from site_gen.pages.data.lookup_js import LATER, lookup_files
from site_gen.pages.english import english_near
from site_gen.pages.lookup import FACETS, as_json, lookup_data, typed_keys
from site_gen.pages.lookup_english import HURRIED, PAST
from site_gen.publish.assets import assets
from site_gen.text.links import link

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "benchmarks" / "corpora" / "base"  # the corpus that the labels were written for
ASSETS = ROOT / "site_gen/pages/assets"
SCRIPT = (ASSETS / "lookup.js").read_text(encoding="utf-8")
LOOKUP = table("lookup.json")
LIMITS = table("lookup_limits.json")  # bytes, gzipped; benchmarks/lookup.py reads them too
NOWHERE = Origin(path="glossary/terms/x.yaml")
A_METRIC = Metric(formula="a / b", unit="%", better="higher", parts={"a": "…", "b": "…"}, worked={})


def term(**fields: Any) -> Term:
    lists = ("abbreviations", "aliases", "formerly", "discouraged", "search_as")
    return Term(
        **{
            "topics": ("post",),
            "origin": NOWHERE,
            **fields,
            **{name: tuple(fields.get(name, ())) for name in lists},
            "metric": A_METRIC if fields.get("metric") else None,
            "contrast": tuple(Contrast(to=slug, difference="…") for slug in fields.get("contrast", ())),
        }
    )


def glossary_of(*terms: Term) -> Glossary:
    return Glossary(terms=terms, topics=(Topic(id="post", name="Post and parcels", origin=NOWHERE),))


@pytest.fixture(scope="module")
def real() -> Glossary:
    return load(read_tree(BASE).files).glossary


@pytest.fixture(scope="module")
def files(real: Glossary) -> Mapping[str, str]:
    return lookup_files(real, link(real), Site(), trust(real, Site(), {}), catalog())


@pytest.fixture(scope="module")
def ranker(browser: Browser, miniature: Mapping[str, Any]) -> Iterator[Page]:
    page = browser.new_page()
    page.add_script_tag(content=SCRIPT)
    page.evaluate("(data) => { glossary.data = data; }", miniature)  # its tables of stems, as on a page
    yield page
    page.close()


def ask(
    ranker: Page, data: Mapping[str, Any], queries: list[str], verb: str = "search"
) -> list[list[dict[str, Any]]]:
    found: list[list[dict[str, Any]]] = ranker.evaluate(
        "({data, queries, verb}) => { const lookup = glossary.createLookup(data); return queries.map((q) => lookup[verb](q)); }",
        {"data": data, "queries": queries, "verb": verb},
    )
    return found


@pytest.fixture(scope="module")
def miniature() -> Mapping[str, Any]:
    return lookup_data(glossary_of(*(term(**fields) for fields in LOOKUP["terms"])), LOOKUP["mentions"])


@pytest.mark.parametrize("case", LOOKUP["cases"], ids=lambda case: f"{case['query']}: {case['rule']}")
def test_the_lookup_ranks_as_the_table_says(
    ranker: Page, miniature: Mapping[str, Any], case: Mapping[str, Any]
) -> None:
    [results] = ask(ranker, miniature, [case["query"]])
    slugs = [result["slug"] for result in results]
    wanted = case["slugs"]
    assert slugs[: len(wanted)] == wanted if wanted and not case.get("only") else slugs == wanted
    for name in ("label", "reason", "chosen", "facet", "contrast", "shared"):
        if name in case:
            assert results[0][name] == case[name]


def test_not_and_one_word_more_are_no_phrase_of_their_own(ranker: Page) -> None:
    burnout = term(slug="burnout", name="Burnout", definition="…", search_as=["i can't do this anymore"])
    assert "not anymore" not in typed_keys(burnout)
    queries = ["i can't do this anymore", "we don't have it anymore"]
    [same, other] = ask(ranker, lookup_data(glossary_of(burnout), {}), queries)
    assert [one["reason"] for one in same] == ["asked"]
    assert not any(one["chosen"] for one in other)


@pytest.mark.parametrize("query", ["taxis", "fake IDs", "fake ids", "big rickshaws", "Rikshis"])
def test_a_plural_that_has_no_stem_is_its_singular(ranker: Page, query: str) -> None:
    ride = term(
        slug="ride",
        name="Ride",
        aliases=["Rikshi"],
        definition="…",
        search_as=["taxi", "fake id", "big rickshaw"],
    )
    [[found]] = ask(ranker, lookup_data(glossary_of(ride), {}), [query])
    assert (found["slug"], found["chosen"]) == ("ride", True)


def test_what_is_only_likely_stands_chosen_with_a_clear_lead(ranker: Page) -> None:
    handed = term(
        slug="handed",
        name="Handed",
        definition="A call in which one speaks before passing it.",
        search_as=["nobody picks before one speaks"],
    )
    silent = term(
        slug="silent",
        name="Silent",
        definition="A call in which nobody speaks after the pick up.",
        search_as=["nobody says a word"],
    )
    query = ["nobody speaks when i pick up"]
    [[alone]] = ask(ranker, lookup_data(glossary_of(handed), {}), query)
    [beside] = ask(ranker, lookup_data(glossary_of(handed, silent), {}), query)
    assert alone["chosen"]
    assert [(one["slug"], one["chosen"]) for one in beside] == [("handed", False), ("silent", False)]


@pytest.mark.parametrize("case", LOOKUP["near"], ids=lambda case: case["query"])
def test_the_lookup_suggests_the_nearest_label(
    ranker: Page, miniature: Mapping[str, Any], case: Mapping[str, Any]
) -> None:
    [results] = ask(ranker, miniature, [case["query"]], "near")
    assert results[0]["label"] == case["label"]


PARTS = glossary_of(
    term(slug="pending-charge", name="Pending charge", definition="Money set aside."),
    term(slug="pending-ticket", name="Pending ticket", definition="It waits.", contrast=["on-hold-ticket"]),
    term(slug="on-hold-ticket", name="On-hold ticket", definition="It rests."),
    term(slug="open-ticket", name="Open ticket", definition="It is worked on."),
    term(slug="closed-ticket", name="Closed ticket", definition="It is done."),
    term(slug="closing", name="Closing", definition="The last words of a call."),
    term(slug="hold-music", name="Hold music", definition="What is played."),
)


@pytest.mark.parametrize(
    ("query", "slugs", "contrast"),
    [
        ("pending or on hold", ["pending-ticket", "on-hold-ticket"], ["on-hold-ticket"]),
        ("on hold vs pending", ["on-hold-ticket", "pending-ticket"], ["pending-ticket"]),
        ("open or closed", ["open-ticket", "closed-ticket"], []),
        ("closing or hold music", ["closing", "hold-music"], []),
    ],
)
def test_parts_of_two_names_mean_the_pair_that_they_fit(
    ranker: Page, query: str, slugs: list[str], contrast: list[str]
) -> None:
    [found] = ask(ranker, lookup_data(PARTS, {}), [query])
    assert [one["slug"] for one in found[:2]] == slugs
    assert found[0]["contrast"] == contrast


JOINED = glossary_of(
    term(
        slug="merged-ticket",
        name="Merged ticket",
        definition="Two of one matter.",
        search_as=["merge"],
        contrast=["split-ticket"],
    ),
    term(slug="split-ticket", name="Split ticket", definition="One of two matters."),
    term(slug="carrier-claim", name="Carrier claim", definition="…", contrast=["insurance-claim"]),
    term(slug="insurance-claim", name="Insurance claim", definition="…"),
    term(slug="customer", name="Customer", definition="Who buys."),
    term(
        slug="supervisor-call",
        name="Supervisor call",
        definition="A call with a manager.",
        search_as=["wants manager", "customer wants my manager"],
    ),
    term(slug="code-complaint", name="Code complaint", definition="…"),
)


def test_halves_of_two_names_that_readers_confuse_stand_side_by_side(ranker: Page) -> None:
    [both, other] = ask(ranker, lookup_data(JOINED, {}), ["merge split", "car insurance"])
    assert [(one["slug"], one["chosen"]) for one in both] == [("merged-ticket", True), ("split-ticket", True)]
    assert "carrier-claim" not in [
        one["slug"] for one in other if one["chosen"]
    ]  # a car is half of no carrier


def test_a_label_in_what_people_type_is_no_term_beside_it(ranker: Page) -> None:
    [found] = ask(ranker, lookup_data(JOINED, {}), ["customer wants manager"])
    assert found[0]["slug"] == "supervisor-call"


def test_a_word_that_goes_on_into_the_next_of_a_name_is_not_chosen(ranker: Page) -> None:
    [found] = ask(ranker, lookup_data(JOINED, {}), ["codec"])
    assert not any(one["chosen"] for one in found)


@pytest.mark.parametrize(
    ("query", "slugs", "chosen"),
    [
        ("is it down", ["downtime"], True),
        ("is it", [], None),
        ("how to take a picture of the screen", ["screenshot"], True),
        ("take a picture", ["screenshot"], False),
        ("how to how to", [], None),
    ],
)
def test_a_phrase_counts_as_a_whole_and_a_rest_of_it_does_not(
    ranker: Page, query: str, slugs: list[str], chosen: bool | None
) -> None:
    terms = glossary_of(
        term(
            slug="downtime", name="Downtime", definition="Time in which it is down.", search_as=["is it down"]
        ),
        term(
            slug="screenshot",
            name="Screenshot",
            definition="An image of a screen.",
            search_as=["how to take a picture of the screen"],
        ),
    )
    [found] = ask(ranker, lookup_data(terms, {}), [query])
    assert [one["slug"] for one in found] == slugs
    assert (found[0]["chosen"] if found else None) is chosen


TYPED = glossary_of(
    term(slug="proof", name="Proof of payment", definition="It shows who paid.", search_as=["receipt"]),
    term(slug="gift", name="Gift receipt", definition="It shows no price.", search_as=["tier 1", "recital"]),
    term(slug="second", name="Second line", definition="It helps the first.", search_as=["tier 2"]),
)


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("receit", ["proof"]),  # a slip of what people type, where a label has the word too
        ("recitel", []),  # which English words are near is known of the words of labels only
        ("tier1 tier2", ["gift", "second"]),
    ],
)
def test_what_people_type_may_have_slips_and_no_blanks(ranker: Page, query: str, slugs: list[str]) -> None:
    [found] = ask(ranker, lookup_data(TYPED, {}), [query])
    assert [one["slug"] for one in found if one["chosen"]] == slugs


def test_a_name_that_ends_like_a_question_stays_whole(ranker: Page) -> None:
    named = glossary_of(
        term(slug="customer", name="Customer", definition="Who buys."),
        term(slug="need", name="Customer need", definition="What is lacking."),
        term(slug="touchpoint", name="Touchpoint", aliases=["Contact point"], definition="Where we meet."),
        term(slug="contact", name="Contact", definition="A person."),
    )
    found = ask(
        ranker, lookup_data(named, {}), ["the customer need", "what is contact point", "what is contact"]
    )
    assert [one[0]["slug"] for one in found] == ["need", "touchpoint", "contact"]


TEXTS = glossary_of(
    term(slug="vendor", name="Vendor", aliases=["Third party"], definition="It sells to us."),
    term(slug="newsletter", name="Newsletter", aliases=["Marketing email"], definition="News by post."),
    term(slug="call-transfer", name="Call transfer", definition="A call goes to somebody else."),
    term(slug="quality-scorecard", name="Quality scorecard", definition="How good a call was."),
    term(slug="invoice", name="Invoice", aliases=["Bill"], definition="What is owed for a call."),
    term(slug="process", name="Process", definition="Steps in an order."),
    term(slug="terms", name="Terms of service", abbreviations=["ToS"], definition="What holds."),
    term(slug="escalation", name="Escalation", definition="Up to somebody else."),
    term(slug="declined", name="Declined payment", definition="No money.", search_as=["card refused"]),
)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Escalated for a third time at the market, says a process", ["Escalated"]),
        ("Escalated to a third party by marketing email", ["Escalated", "third party", "marketing email"]),
        ("Transferred or escalated, see scorecard", ["Transferred", "escalated", "scorecard"]),
        ("Escalated: bills of a billion, toss", ["Escalated", "bills"]),
        ("Escalated, so was the card refused to her", ["Escalated", "card refused"]),
    ],
)
def test_everyday_words_are_no_halves_of_names_in_a_text(
    browser: Browser, text: str, marked: list[str]
) -> None:
    page = browser.new_page()
    for script in (SCRIPT, (ASSETS / "explain.js").read_text(encoding="utf-8")):
        page.add_script_tag(content=script)
    found = page.evaluate(
        """([data, text]) => {
          Object.assign(glossary, {data, ranker: () => glossary.createLookup(data)});
          document.dispatchEvent(new Event('DOMContentLoaded'));
          return glossary.explained(text).found.map(({start, end}) => text.slice(start, end));
        }""",
        [lookup_data(TEXTS, {}), text],
    )
    page.close()
    assert found == marked


DESK = glossary_of(
    term(slug="first-contact", name="First call resolution", definition="Done at once."),
    term(slug="workforce", name="Workforce management", definition="Who works when."),
    term(slug="cart", name="Abandoned cart", definition="Nothing was bought."),
    term(slug="cost", name="Cost per contact", aliases=["Cost per call"], definition="Money for each."),
    term(slug="declined", name="Declined payment", definition="No money.", search_as=["card does not work"]),
    term(slug="opt-out", name="Opt-out", definition="A choice.", search_as=["no more marketing emails"]),
    term(slug="erlang", name="Erlang C", definition="A formula.", search_as=["how many agents do I need"]),
    term(slug="return", name="Return", definition="Goods go back."),
    term(slug="ticket", name="Ticket", definition="A record.", contrast=["case"]),
    term(slug="case", name="Case", definition="A matter of somebody."),
    term(slug="click", name="Click to call", definition="A button.", search_as=["click call"]),
    term(slug="response", name="First response time", abbreviations=["FRT"], definition="Until a word."),
    term(slug="resolution", name="Resolution time", abbreviations=["TTR"], definition="Until the end."),
)


@pytest.mark.parametrize(
    ("query", "slug", "chosen"),
    [
        ("first cal resolution", "first-contact", True),  # a slip in a word of three letters
        ("workforce managment", "workforce", True),  # which has the root of the word too
        ("workforce manag", "workforce", True),
        ("abandoned car", "cart", False),  # English knows the word
        ("abandoned cart", "cart", True),
        ("cost per click", "cost", False),
        ("how many agents", "erlang", True),
        ("too many agents", "erlang", False),
        ("no more marketing emails", "opt-out", True),
        ("marketing emails", "opt-out", False),
        ("card doesn't work", "declined", True),
        ("card won’t work", "declined", True),
        ("card cannot work", "declined", True),
        ("card works", "declined", False),
        ("return ticket", "return", False),  # one thing that is not here, or two that are
        ("ticket case", "ticket", True),  # a pair that readers confuse
        ("return, ticket", "return", True),
        ("frt ttr", "response", True),
    ],
)
def test_another_word_is_passed_over_only_where_it_is_a_slip(
    ranker: Page, query: str, slug: str, chosen: bool
) -> None:
    [found] = ask(ranker, lookup_data(DESK, {}), [query])
    assert [(one["slug"], one["chosen"]) for one in found[:1]] == [(slug, chosen)]


FAMILIES = glossary_of(
    term(slug="tier", name="Tier", definition="A step.", search_as=["T1..T3"]),
    term(slug="first-line", name="First line", definition="It answers first.", search_as=["T1"]),
    term(slug="second-line", name="Second line", definition="It knows more.", search_as=["T2"]),
    term(slug="urgency", name="Urgency", definition="How soon.", search_as=["P1..P5"], aliases=["Priority"]),
    term(slug="guest", name="Guest", definition="Somebody who visits."),
    term(slug="guest-group", name="Guest group", definition="Some.", search_as=["important guest", "vip"]),
)


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("t1 t2", ["first-line", "second-line"]),  # each before the family of both
        ("t2 t3", ["second-line", "tier"]),
        ("p1 p2", ["urgency"]),  # asked twice, shown once
        ("important guest vip", ["guest-group"]),
        ("important guest", ["guest-group"]),  # "important" stands around subjects, but here it is one's own
    ],
)
def test_what_several_parts_mean_stands_side_by_side_and_chosen(
    ranker: Page, query: str, slugs: list[str]
) -> None:
    [found] = ask(ranker, lookup_data(FAMILIES, {}), [query])
    assert [one["slug"] for one in found if one["chosen"]] == slugs


def test_words_from_here_and_there_are_chosen_only_where_no_other_term_is_likelier(ranker: Page) -> None:
    sun = term(
        slug="sun",
        name="Follow the sun",
        definition="Offices hand work to each other.",
        search_as=["cover without night shift", "hand over to the next office"],
    )
    handover = term(
        slug="handover",
        name="Shift handover",
        definition="The passing of open work to those coming on.",
        aliases=["Shift handoff"],
        search_as=["hand over at end of shift", "next shift takes over"],
    )
    query = "hand over to next shift"
    [alone], [beside] = (
        ask(ranker, lookup_data(glossary_of(*terms), {}), [query]) for terms in ((sun,), (sun, handover))
    )
    assert [one["slug"] for one in alone if one["chosen"]] == ["sun"]
    assert [one["slug"] for one in beside][:1] == ["handover"]
    assert not any(one["chosen"] for one in beside if one["slug"] == "sun")


SIGNED = glossary_of(
    *(
        term(slug=slug, name=name, definition="A thing of its own.", kind=kind, aliases=aliases)
        for slug, name, kind, aliases in (
            ("c", "C", "concept", ()),
            ("c-plus-plus", "C++", "concept", ()),
            ("c-sharp", "C#", "concept", ()),
            ("dot-net", ".NET", "concept", ()),
            ("n-a", "N/A", "concept", ()),
            ("round-the-clock", "24/7 support", "concept", ("24/7",)),
            ("at-and-t", "AT&T", "concept", ()),
            ("e-mail", "E-mail", "concept", ()),
            ("follow-up", "Follow-up", "concept", ()),
            ("lodz", "Łódź", "concept", ()),
            ("error-5003", "Error 5003", "code", ()),
            ("http-404", "HTTP 404", "code", ()),
            ("hash-news", "#news-desk", "code", ()),
            ("cors", "CORS", "concept", ()),
            ("cor", "COR", "concept", ()),
        )
    )
)


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("c", "c"), ("c++", "c-plus-plus"), ("C#", "c-sharp"), ("what is c#?", "c-sharp"), (".net", "dot-net"),
        ("net", "dot-net"), ("n/a", "n-a"), ("n / a", "n-a"), ("24/7", "round-the-clock"), ("at & t", "at-and-t"),
        ("email", "e-mail"), ("e mails", "e-mail"), ("follow-ups", "follow-up"), ("lodz", "lodz"), ("5003", "error-5003"),
        ("404", "http-404"), ("404 error", "http-404"), ("status code 404", "http-404"), ("error code 5003", "error-5003"),
        ("cors", "cors"), ("cor", "cor"), ("CORS", "cors"), ("news-desk", "hash-news"), ("#news", "hash-news"),
        ("c sharp", "c-sharp"), ("c plus plus", "c-plus-plus"), ("C ++", "c-plus-plus"), ("dotnet", "dot-net"),
        ("247", "round-the-clock"), ("24 7", "round-the-clock"), ("att", "at-and-t"), ("#5003", "error-5003"),
    ],
)  # fmt: skip
def test_signs_and_numbers_lead_to_their_term(ranker: Page, query: str, slug: str) -> None:
    [results] = ask(ranker, lookup_data(SIGNED, {}), [query])
    assert results[0]["slug"] == slug


def test_names_in_other_languages_find_a_term_and_say_which_language(ranker: Page) -> None:
    queue = term(
        slug="queue",
        name="Queue",
        definition="…",
        in_other_languages={"de": ("Queue", "Warteschlange"), "es": ("cola",)},
    )
    data = lookup_data(glossary_of(queue), {}, catalog=catalog("en"))
    assert data["inOtherLanguages"] == {"0": [["German", "Warteschlange"], ["Spanish", "cola"]]}
    found = ask(ranker, data, ["cola", "Warteschlange", "warteschl"])
    assert [(one[0]["slug"], one[0]["reason"]) for one in found] == [("queue", "in another language")] * 3
    assert "inOtherLanguages" not in lookup_data(glossary_of(replace(queue, in_other_languages={})), {})


def test_what_only_a_source_calls_it_finds_a_term(ranker: Page) -> None:
    card = term(slug="health-card", name="Health card", definition="A card with a chip.")
    entry = Entry(name="eGK", also=("Versichertenkarte (VK)",), term="health-card", origin=NOWHERE)
    known = replace(
        glossary_of(card),
        sources=(Source(id="theirs", title="Theirs", entries=(entry,), origin=NOWHERE),),
    )
    found = ask(ranker, lookup_data(known, {}), ["egk", "versichertenkarte", "VK", "versich"])
    assert [(one[0]["slug"], one[0]["reason"]) for one in found] == [("health-card", "in a source")] * 4


def test_what_is_too_little_for_an_answer_is_a_guess(ranker: Page, miniature: Mapping[str, Any]) -> None:
    queries = ["a box for neighbours who were out", "banana bread recipe", "qwxz"]
    assert ask(ranker, miniature, queries) == [[], [], []]
    described, *nothing = ask(ranker, miniature, queries, "near")
    assert described[0]["slug"] == "parcel-locker" and described[0]["score"] < 0.55
    assert nothing == [[], []]


def test_a_query_that_comes_early_gets_what_a_late_one_gets(ranker: Page, real: Glossary) -> None:
    early, late, unhurried = ranker.evaluate(
        """async (data) => {
          const queries = ['t', 'first', 'software that helps a person answer customers', 'how long until an answer', 'escal'];
          const at = (lookup, query) => lookup.search(query).map(({slug, score}) => `${slug} ${score}`);
          const early = queries.map((query) => at(glossary.createLookup(data), query));
          const lookup = glossary.createLookup(data);
          queries.forEach((query) => lookup.search(query));
          const other = glossary.createLookup(data);
          while (other.take(1) < 3) await new Promise((done) => setTimeout(done));
          return [early, queries.map((query) => at(lookup, query)), queries.map((query) => at(other, query))];
        }""",
        lookup_data(real, {}),
    )
    assert early == late == unhurried
    assert all(early)


def test_answers_come_from_what_is_there(ranker: Page, real: Glossary) -> None:
    parts = ranker.evaluate(
        """(all) => {
          const {searchAs, around, rings, definitions, ...data} = all;
          const lookup = glossary.createLookup(data);
          const queries = ['frt', 'tickit', 'customers leaving us', 'share of customers who stop buying'];
          const answers = () => queries.map((query) => lookup.search(query, {now: true}).map(({slug}) => slug));
          const taken = [lookup.take(0), lookup.take(Infinity)];
          const labels = answers();
          Object.assign(data, {searchAs, around, rings});
          taken.push(lookup.take(Infinity));
          const phrases = answers();
          Object.assign(data, {definitions});
          taken.push(lookup.take(0));
          const meanwhile = answers();
          taken.push(lookup.take(Infinity));
          return {taken, labels, phrases, meanwhile, definitions: answers(), again: lookup.take(0)};
        }""",
        lookup_data(real, {}),
    )
    assert parts["taken"] == [0, 1, 2, 2, 3] and parts["again"] == 3
    assert [found[0] for found in parts["labels"][:2]] == ["first-response-time", "ticket"]
    assert parts["labels"][2][:1] != ["churn"] and parts["phrases"][2][0] == "churn"
    assert parts["meanwhile"] == parts["phrases"] != parts["definitions"]
    queries = ["frt", "tickit", "customers leaving us", "share of customers who stop buying"]
    at_once = ask(ranker, lookup_data(real, {}), queries)
    assert parts["definitions"] == [[one["slug"] for one in results] for results in at_once]


def test_scores_fall_and_the_limit_holds(ranker: Page, real: Glossary) -> None:
    [results] = ask(ranker, lookup_data(real, {}), ["customer"])
    scores = [result["score"] for result in results]
    assert scores == sorted(scores, reverse=True) and len(scores) == 8
    assert 0 < scores[-1] <= scores[0] <= 1


def test_words_a_slip_or_two_away_are_those_of_the_plain_way() -> None:
    """Likely ones are found by their first and last letters; the plain way measures each word."""
    every = sorted(english._words())
    for word in (*every[::15_000], "receptionn", "acknowlege", "zzzzzzzzzz", "über-ticket", "ticketing1"):
        starts = [word[:end] for end in range(5, len(word) + 1)] or [word]
        near = {
            other
            for slips, of in ((1, starts), (2, [word] if len(word) > 7 else []))
            for one in of
            for other, away, _ in process.extract(
                one, every, scorer=OSA.distance, score_cutoff=slips, limit=None
            )
            if away
        }
        assert english._slips_of(word) == (near if len(word) > 3 else set())


def test_what_a_form_stands_for_is_no_form_itself() -> None:
    words = [pair.partition(">")[2] for pair in f"{PAST} {HURRIED}".split()]
    assert [word for word in words if word_forms.stem(word) != word] == []


def test_english_words_near_labels_are_told_and_no_others() -> None:
    near = english_near({"triage", "slot", "escalation", "agent"})
    assert {"trial", "slow", "blot"} <= {*near}
    assert not {"banana", "triagge", "escallation"} & {*near}


def test_an_informal_word_is_a_slip_of_its_own_plain_word_and_of_no_other(ranker: Page) -> None:
    slugs = ["user", "product-demo", "callback", "headset", "password", "bandwidth"]
    terms = [
        term(slug=slug, name=slug.replace("-", " "), definition="Some thing.", level="working")
        for slug in slugs
    ]
    data = lookup_data(glossary_of(*terms), {})
    typed = ["uber", "defo", "wallhack", "deadset", "passwrd", "bandwith"]
    chosen = [[one["slug"] for one in found if one["chosen"]] for found in ask(ranker, data, typed)]
    assert chosen == [[], [], [], [], ["password"], ["bandwidth"]]


def test_every_label_finds_its_term_first(ranker: Page, real: Glossary) -> None:
    labels = [(label, term.slug) for term in real.terms for _, label in term.labels()]
    answers = ask(ranker, lookup_data(real, {}), [label for label, _ in labels])
    lost = [
        label
        for (label, slug), results in zip(labels, answers, strict=True)
        if slug not in [result["slug"] for result in results if result["score"] == results[0]["score"]]
    ]
    assert lost == []


def test_a_wrong_letter_never_leads_to_an_abbreviation(ranker: Page, real: Glossary) -> None:
    dice = random.Random(11)
    short = [abbreviation.lower() for term in real.terms for abbreviation in term.abbreviations]
    wrong = []
    for word in short:
        at = dice.randrange(len(word))
        wrong.append(word[:at] + dice.choice("bjkqxz") + word[at + 1 :])
        wrong.append(word[:at] + dice.choice("bjkqxz") + word[at:])
    for query, results in zip(wrong, ask(ranker, lookup_data(real, {}), wrong), strict=True):
        reached = [one["label"] for one in results if one["reason"] == "abbreviation"]
        assert all(label.lower().startswith(query.rstrip("s")) for label in reached), query


def test_it_needs_no_page(ranker: Page, miniature: Mapping[str, Any]) -> None:
    answer = ranker.evaluate(
        """({script, data}) => new Promise((done) => {
          const code = script + `;onmessage = ({data}) => postMessage(glossary.createLookup(data).search('dlt'))`;
          const worker = new Worker('data:text/javascript,' + encodeURIComponent(code));
          worker.onmessage = ({data}) => done(data[0].slug);
          worker.onerror = (event) => done(event.message);
          worker.postMessage(data);
        })""",
        {"script": SCRIPT, "data": miniature},
    )
    assert answer == "delivery-time"


def test_a_page_pasted_into_the_box_is_no_trouble(ranker: Page, miniature: Mapping[str, Any]) -> None:
    [results] = ask(ranker, miniature, ["parcel " * 5000])
    assert [result["slug"] for result in results][:1] == ["parcel"]


def test_the_browser_folds_as_the_table_says(ranker: Page) -> None:
    cases = table("fold.json")
    assert in_browser(ranker, "fold", [text for text, _ in cases]) == [folded for _, folded in cases]


def test_the_browser_spells_names_as_the_table_says(ranker: Page) -> None:
    cases = table("names.json")["spelled"]
    assert in_browser(ranker, "spelled", [name for name, _ in cases]) == [spelled for _, spelled in cases]


@pytest.mark.parametrize("group", ["one key", "two keys"])
def test_the_browser_tells_names_apart_as_the_table_says(ranker: Page, group: str) -> None:
    pairs = [tuple(map(names.bare, pair)) for pair in table("names.json")[group]]
    keys = in_browser(ranker, "key", [name for pair in pairs for name in pair])
    alike = [one == other for one, other in zip(keys[::2], keys[1::2], strict=True)]
    assert alike == [group == "one key"] * len(pairs)


def test_the_browser_stems_as_the_table_says(ranker: Page) -> None:
    cases = table("names.json")["stem"]
    assert in_browser(ranker, "stem", [word for word, _ in cases]) == [stemmed for _, stemmed in cases]


def test_every_ending_gives_the_same_stem_in_the_browser(ranker: Page) -> None:
    whole, *tables = word_forms.stem_tables()
    endings = [ending for pairs in tables for ending, _ in pairs]
    words = [word for word, _ in whole] + [
        start + end for end in endings for start in ("", "b", "qu", "mon", "treas")
    ]
    assert in_browser(ranker, "stem", words) == [word_forms.stem(word) for word in words]


def test_made_up_texts_fold_alike(ranker: Page) -> None:
    dice = random.Random(7)
    letters = (
        "".join(map(chr, [*range(32, 127), *range(160, 384), *range(0x391, 0x3CA), *range(0x410, 0x460)]))
        + "‘’“”–—…ﬁ™"
    )
    texts = ["".join(dice.choices(letters, k=dice.randint(1, 12))) for _ in range(3000)]
    assert in_browser(ranker, "fold", texts) == [names.fold(text) for text in texts]
    signs = ["".join(dice.choices("abC1S+#%@./:&-* '", k=dice.randint(1, 9))) for _ in range(3000)]
    assert in_browser(ranker, "spelled", signs) == [names.spelled(text) for text in signs]
    assert in_browser(ranker, "key", texts + signs) == [
        "".join(names.words_of(text)) for text in texts + signs
    ]


def in_browser(ranker: Page, verb: str, texts: list[str]) -> list[str]:
    """What a function of the script gives for each text, with the whole tables of ``word_forms.stem``."""
    stems = [" ".join(map(">".join, pairs)) for pairs in word_forms.stem_tables()]
    ranker.evaluate("(data) => glossary.createLookup(data)", {**lookup_data(Glossary(), {}), "stems": stems})
    found: list[str] = ranker.evaluate(
        "({verb, texts}) => texts.map((text) => glossary[verb](text))", {"verb": verb, "texts": texts}
    )
    return found


def test_one_row_per_term_in_every_column(real: Glossary) -> None:
    data = lookup_data(real, {})
    columns = (
        *(
            "names",
            "slugs",
            "abbreviations",
            "aliases",
            "searchAs",
            "levels",
            "facets",
            "topic",
            "mentions",
            "definitions",
        ),
    )
    assert {len(data[column]) for column in columns} == {len(real.terms)}


def test_the_data_of_the_lookup_stands_in_columns() -> None:
    first = term(
        slug="dead-letter",
        name="Dead letter",
        definition="Nobody can be found for it.",
        aliases=["Lost letter"],
        search_as=[
            *("it is a letter to nobody", "to whom", "Letter, to nobody!", "who is the writer"),
            *("letter that nobody reads", "stamps on a letter sent to nobody", "Daed leter"),
        ],
        example="…",
        say_to_customer="…",
        contrast=["stray"],
        metric=True,
    )
    second = term(
        slug="stray",
        name="Stray post (bag)",
        definition="…",
        context="bag",
        formerly=["Loose post"],
        internal="…",
        level="specialist",
        contrast=["dead-letter", "gone"],
        kind="code",
        topics=("elsewhere",),
    )
    third = term(slug="gone", name="Gone", definition="…", status="deprecated", level="essential", here="…")
    data = lookup_data(glossary_of(first, second, third), {"stray": 4})
    assert data["slugs"] == ["", "stray", ""]
    assert data["searchAs"] == ["letter nobody|who is the writer|letter nobody read|~stamp send", "", ""]
    assert (data["contexts"], data["formerly"]) == ({"1": "bag"}, {"1": ("Loose post",)})
    assert (data["levels"], data["mentions"], data["codes"]) == ("wsd", [0, 4, 0], [1])
    assert (data["topics"], data["topic"]) == ([["post", "Post and parcels"]], [0, -1, 0])
    assert data["contrasts"] == "1,1,"  # each pair once
    parts = [
        {name for bit, name in enumerate(FACETS) if int(digit, 16) >> bit & 1} for digit in data["facets"]
    ]
    assert parts == [{"formula", "example", "say"}, {"say"}, {"here"}]


def test_json_is_the_columns(real: Glossary) -> None:
    columns = json.loads(json.dumps(lookup_data(real, {"churn": 3})))
    assert json.loads(as_json(lookup_data(real, {"churn": 3}))) == columns


def test_the_scripts_of_the_data_add_up_to_it(files: Mapping[str, str]) -> None:
    added = [columns_of(files[path]) for path in ("assets/lookup-data.js", *LATER)]
    assert [list(columns) for columns in added[1:]] == [list(columns) for columns in LATER.values()]
    together = {name: column for columns in added for name, column in columns.items()}
    assert together == json.loads(files["api/lookup.json"])
    assert sum(map(len, added)) == len(together)


def columns_of(script: str) -> Mapping[str, Any]:
    columns: Mapping[str, Any] = json.loads(script.partition("glossary.data || {}, ")[2].removesuffix(");\n"))
    return columns


def test_labels_and_phrases_are_small_as_served(files: Mapping[str, str], real: Glossary) -> None:
    terms = len(real.terms)
    first = columns_of(files["assets/lookup-data.js"])
    assert packed(as_json({**first, "english": ""})) <= LIMITS["labels a term"] * terms
    assert packed(files["assets/lookup-phrases.js"]) <= LIMITS["phrases a term"] * terms


def test_the_data_of_the_lookup_is_small_as_served(real: Glossary) -> None:
    data = {
        name: column
        for name, column in lookup_data(real, {}).items()
        if name not in ("definitions", "english")
    }
    assert packed(as_json(data)) <= LIMITS["data a term"] * len(real.terms)
    ranker, common, box = (assets()[f"assets/{name}.js"].decode() for name in ("lookup", "common", "box"))
    assert packed(ranker) + packed(box) <= LIMITS["ranker and box"]
    assert packed(common) <= LIMITS["common.js"]
    assert packed(lookup_data(real, {})["english"]) <= LIMITS["English words near labels"]


def packed(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))
