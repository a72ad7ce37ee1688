"""Texts under known names: of the term, or of something else of that name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.rows import each_row
from helpers.support import term
from site_gen.corpus import disk
from site_gen.corpus.load import load
from site_gen.match import Matcher, Query
from site_gen.match.field import field_for
from site_gen.match.foreign import is_foreign
from site_gen.match.profile import Profile, joined, of_query, of_term
from site_gen.match.search import Search
from site_gen.match.subject import Context, Subject
from site_gen.match.text_likeness import content
from site_gen.model.records import Glossary

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "benchmarks" / "corpora" / "base"  # the corpus that the labels were written for
TEXTS = ROOT / "benchmarks" / "data" / "match"
DETAILS = (
    "A mill grinds {what} between stones while wind or water turns its wheel. Farmers bring sacks on carts, "
    "wait in a yard and pay with flour. The miller checks weight and moisture, sets both stones, sieves bran "
    "from meal, keeps ledgers, mends sails, greases axles and chases mice. Grain that is damp clogs everything; a "
    "hopper feeds it by gravity, a crane lifts millstones for dressing."
)
FIELD = field_for(Glossary())
PLACES = (
    "barley", "rye", "wheat", "oats", "millet", "spelt", "maize", "lentils", "mustard", "acorns", "chestnuts",
    "buckwheat", "sorghum", "teff", "rice", "peas",
)  # fmt: skip


def mill(count: int) -> list[Profile]:
    terms = [
        term(f"{what}-mill", definition=f"A mill for {what}.", details=DETAILS.format(what=what))
        for what in PLACES[:count]
    ]
    return [of_term(one, FIELD) for one in terms]


@pytest.fixture(scope="module")
def shipped() -> Matcher:
    return Matcher(load(disk.read_tree(BASE).files).glossary)


def told(file: str) -> Iterator[tuple[str, str, str]]:
    for line in (TEXTS / file).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            sign, name, text = line.split("\t")
            yield sign, name, text


@pytest.mark.slow  # judges the whole corpus by all labelled texts
@pytest.mark.parametrize("file", ["texts.tsv", "texts-report.tsv"])
def test_figures_on_labelled_texts(file: str, shipped: Matcher) -> None:
    """The figures that the benchmark must reach; it prints them."""
    kinds = [(sign, shipped.match(Query(name=name, text=text)).kind) for sign, name, text in told(file)]
    foreign = [kind for sign, kind in kinds if sign == "!"]
    own = [kind for sign, kind in kinds if sign == "="]
    assert foreign.count("same") / len(foreign) <= 0.03
    assert own.count("same") / len(own) >= 0.85


@each_row(
    "name, text, kind",
    [
        ("Channel", "A furrow that a stream has cut into soft rock.", "ask"),
        ("Channel", "How a customer reaches the team: by phone, chat or email.", "same"),
        ("Channel", "A channel is what we call a channel.", "same"),
        ("Channel", "Groundwater.", "ask"),
        ("Quality assurance", "Tasting of olive oil by a panel before the harvest is bottled.", "ask"),
        ("Quality assurance", "Reading agents' conversations and scoring them against a standard.", "same"),
        ("SLA", "A printer that hardens resin layer by layer with a laser.", "ask"),
        ("SLA", "What a contract promises about reply times.", "same"),
    ],
)
def test_the_text_decides_about_a_known_name(name: str, text: str, kind: str, shipped: Matcher) -> None:
    verdict = shipped.match(Query(name=name, text=text))
    assert verdict.kind == kind
    assert ("tells of something else" in verdict.why) is (kind == "ask")


def test_a_glossary_needs_enough_terms_with_enough_told() -> None:
    profiles = mill(5)
    assert Subject(profiles).can_judge(profiles[0])
    assert not Subject(profiles[:4]).can_judge(profiles[0])
    assert not Subject(profiles).can_judge(of_term(term("mill-stone", definition="It grinds."), FIELD))
    assert not Subject(profiles).can_judge(replace(profiles[0], topics=("unsorted",)))


def test_a_text_of_the_subject_fits_better_than_another() -> None:
    profiles = mill(16)
    subject, names = Subject(profiles), content("Rye mill", FIELD)
    own, other = (
        subject.fit(content(text, FIELD), profiles[1], names)
        for text in ("Where farmers bring sacks of rye.", "An engine that bores a tunnel.")
    )
    assert own and other
    assert own.shared > other.shared and own.usual > other.usual and own.home > other.home


def test_the_words_of_the_name_say_nothing() -> None:
    profiles = mill(16)
    assert (
        Subject(profiles).fit(content("A rye mill.", FIELD), profiles[1], content("Rye mill", FIELD)) is None
    )


def test_what_stands_beside_a_term_is_told_of_it_whichever_names_the_other() -> None:
    filled = DETAILS.format(what="seed")
    sail = term("sail", definition="Canvas that catches gusts.", details=filled)
    shaft = term("shaft", definition="A beam that hums.", details=filled, related=["sail"])
    profiles = [*mill(16), of_term(sail, FIELD), of_term(shaft, FIELD)]
    subject, gusts, hums = Subject(profiles), content("It catches gusts.", FIELD), content("It hums.", FIELD)
    for text, at in ((gusts, -1), (hums, -2)):
        fit = subject.fit(text, profiles[at], frozenset())
        assert fit and fit.shared > 0 == fit.own


def test_one_fitting_text_of_several_is_enough() -> None:
    fitting = Query(name="Channel", text="How a customer reaches the team: by phone, chat or email.")
    foreign = Query(name="Channel", text="A furrow that a stream has cut into soft rock.")
    corpus = load(disk.read_tree(BASE).files).glossary
    subject = Subject(of_term(one, FIELD, corpus.entries_of.get(one.slug, ())) for one in corpus.terms)
    context, known = (
        Context(vocabulary=Search(FIELD).vocabulary, subject=lambda: subject),
        of_term(corpus.by_slug["channel"], FIELD),
    )
    both = joined(of_query(foreign, FIELD), of_query(fitting, FIELD))
    assert is_foreign(of_query(foreign, FIELD), known, context)
    assert not is_foreign(both, known, context)
    assert not is_foreign(known, known, context)
