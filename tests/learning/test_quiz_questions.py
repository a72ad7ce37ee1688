"""Every question of the real corpus has one right answer; small glossaries show by which rule."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from helpers import real
from helpers.shared import value_made_once
from helpers.support import glossary, term
from site_gen.catalog import catalog
from site_gen.learning.course import course
from site_gen.learning.quiz.expansions import Expansions
from site_gen.learning.quiz.masking import (
    GAP,
    masked_text,
    one_family,
    stems_of_name,
    without_names_of,
    without_words_of,
)
from site_gen.learning.quiz.number_questions import sums, written
from site_gen.learning.quiz.questions import Bank, bank, masked
from site_gen.learning.quiz.wrong_answers import SHOWN
from site_gen.learning.quiz.wrong_formulas import mistakes
from site_gen.model import names
from site_gen.model.formula import number, result
from site_gen.model.records import Contrast, Glossary, Metric, Term
from site_gen.model.relations import relations
from site_gen.text.links import link
from site_gen.text.words import words_of

ROOT = Path(__file__).resolve().parents[2]


def questions_of(words: Glossary) -> Bank:
    links = link(words)
    routes = course(words, links).routes
    ways = [{one.slug for one in route.terms} for route in routes]
    return bank(words, relations(words), links, masked(words), ways)


@pytest.fixture(scope="module")
def corpus() -> Glossary:
    return real.glossary()


@pytest.fixture(scope="module")
def questions(tmp_path_factory: pytest.TempPathFactory, corpus: Glossary) -> Bank:
    return value_made_once(tmp_path_factory, "questions", lambda: questions_of(corpus))


def _answers(questions: Bank) -> list[tuple[str, Term, tuple[Term, ...]]]:
    """(what is asked, right answer, all its wrong answers) of every question with terms as answers."""
    asked = (*questions.meanings, *questions.defines)
    return [(f"meaning of {one.term.slug}", one.term, one.wrong) for one in asked]


def test_the_corpus_gives_questions_of_every_kind(questions: Bank) -> None:
    counts = {
        kind: len(getattr(questions, kind))
        for kind in ("meanings", "defines", "shorts", "scenes", "computes")
    }
    assert counts["meanings"] > 180
    assert counts["defines"] > 180
    assert counts["shorts"] > 30
    assert counts["scenes"] > 60
    assert counts["computes"] > 24


def test_no_wrong_answer_is_right_by_a_name(questions: Bank) -> None:
    """No name, abbreviation or everyday phrase of the right answer is one of a wrong one's."""

    def known(term: Term) -> set[str]:
        return {names.key(label) for label in (*(label for _, label in term.labels()), *term.search_as)}

    for asked, right, wrong in _answers(questions):
        for other in wrong:
            assert known(right).isdisjoint(known(other)), (asked, other.slug)


def test_no_wrong_answer_stands_above_or_below_the_right_one(questions: Bank, corpus: Glossary) -> None:
    def above(term: Term) -> set[str]:
        found: set[str] = set()
        while term.broader in corpus.by_slug and term.broader not in found:
            found.add(term.broader)
            term = corpus.by_slug[term.broader]
        return found

    for asked, right, wrong in _answers(questions):
        for other in wrong:
            assert other.slug not in above(right), (asked, other.slug)
            assert right.slug not in above(other), (asked, other.slug)


def test_a_wrong_answer_near_the_right_one_has_a_ruling(questions: Bank) -> None:
    """Related terms, kinds of one thing and terms with much the same definition need a ``contrast``."""

    def ruled(one: Term, other: Term) -> bool:
        return any(contrast.to == b.slug for a, b in ((one, other), (other, one)) for contrast in a.contrast)

    for asked, right, wrong in _answers(questions):
        for other in wrong:
            if ruled(right, other):
                continue
            assert other.slug not in right.related and right.slug not in other.related, (asked, other.slug)
            assert not right.broader or right.broader != other.broader, (asked, other.slug)
            assert fuzz.token_set_ratio(right.definition, other.definition) < 70, (asked, other.slug)
            assert f" {right.name.lower()} " not in f" {other.definition.lower()}", (asked, other.slug)
            assert f" {other.name.lower()} " not in f" {right.definition.lower()}", (asked, other.slug)


def test_answers_are_distinct_and_enough(questions: Bank) -> None:
    for asked, right, wrong in _answers(questions):
        shown = [names.fold(one.title) for one in (right, *wrong)]  # the context tells homonyms apart
        assert len(shown) == len(set(shown)) > SHOWN, asked


def test_confusable_terms_come_first(questions: Bank, corpus: Glossary) -> None:
    contrasts = relations(corpus).contrasts
    with_ruling = 0
    for asked, right, wrong in _answers(questions):
        ruled = {other.slug for other, _ in contrasts.get(right.slug, ())}
        flags = [other.slug in ruled for other in wrong]
        assert flags == sorted(flags, reverse=True), asked
        with_ruling += any(flags)
    assert with_ruling > 100


def test_only_terms_in_use_are_asked_about(questions: Bank) -> None:
    shown = [one for _, right, wrong in _answers(questions) for one in (right, *wrong)]
    shown += [one for scene in questions.scenes for one in (scene.left, scene.right)]
    shown += [one.term for one in questions.computes]
    assert all(one.level != "reference" and one.status != "deprecated" for one in shown)


def test_no_definition_gives_its_term_away(questions: Bank, corpus: Glossary) -> None:
    """A word of its own name stands in a text only where names of three wrong answers have one of these, too."""
    texts = masked(corpus)
    for one in questions.meanings:
        told = {word.stem for word in words_of(one.text)}
        left = told & stems_of_name(one.term)
        assert left <= texts[one.term.slug].plain, (one.term.slug, one.text)
        if texts[one.term.slug].plain:
            shared = [other for other in one.wrong if stems_of_name(other) & texts[one.term.slug].plain]
            assert len(shared) >= SHOWN, (one.term.slug, one.text)


def test_no_gap_hides_what_tells_two_answers_apart(questions: Bank, corpus: Glossary) -> None:
    contrasts = relations(corpus).contrasts
    texts = masked(corpus)
    for one in questions.meanings:
        told = {other.slug: contrast.difference for other, contrast in contrasts.get(one.term.slug, ())}
        for other in one.wrong:
            hidden = texts[one.term.slug].hidden - {word.stem for word in words_of(other.name)}
            assert hidden.isdisjoint(word.stem for word in words_of(told.get(other.slug, ""))), (
                one.term.slug,
                other.slug,
            )


def test_a_gap_does_not_tell_its_answer_by_the_name_that_fits(questions: Bank, corpus: Glossary) -> None:
    """At least two other names have the hidden word, unless nothing else is asked of a term on a path."""
    texts = masked(corpus)
    kept = []
    for one in questions.meanings:
        hidden = texts[one.term.slug].hidden & stems_of_name(one.term)
        if hidden and sum(not hidden.isdisjoint(stems_of_name(other)) for other in one.wrong) < 2:
            kept.append(one.term.slug)
    others = {one.term.slug for one in questions.defines} | {one.fits.slug for one in questions.scenes}
    assert others.isdisjoint(kept)
    assert len(kept) < len(questions.meanings) / 20


def test_no_whole_definition_gives_its_term_away(questions: Bank) -> None:
    """A word of the name stands in all definitions beside, too."""
    for one in questions.defines:
        own = stems_of_name(one.term) & {word.stem for word in words_of(one.term.definition)}
        for other in one.wrong:
            said = {word.stem for word in words_of(other.definition)}
            assert all(any(one_family(stem, word) for word in said) for stem in own), (
                one.term.slug,
                other.slug,
            )


def test_wrong_answers_are_of_the_sort_of_the_right_one() -> None:
    """Of a topic, the terms that are about the same come first, whatever they are called."""
    terms = [
        term("expert", definition="A person who knows one product better than the rest."),
        term("lead", definition="A person who coaches the agents of a team."),
        term("guest", definition="A person who writes without having an account."),
        term("owner", definition="A person who answers for one product."),
        term("tester", definition="A person who tries what is new."),
        *(
            term(f"a-{n}", definition=f"The {word} of calls.")
            for n, word in enumerate(("sum", "end", "cost"))
        ),
    ]
    question = next(one for one in questions_of(glossary(*terms)).meanings if one.term.slug == "expert")
    assert {one.slug for one in question.wrong} == {"lead", "guest", "owner", "tester"}


def test_a_pending_ticket_can_be_told_from_one_on_hold(questions: Bank) -> None:
    """The word "customer" is the whole difference, and was hidden as a word of an alias."""
    one = next(one for one in questions.meanings if one.term.slug == "pending-ticket")
    assert "customer" in one.text and "on-hold-ticket" in [other.slug for other in one.wrong]


def test_no_text_reads_as_broken(questions: Bank) -> None:
    """Gaps in a text stand for one and the same, and none of them where only a verb can stand."""
    for one in questions.meanings:
        assert not re.search(rf"\b(?:to|can|it|who|they|people) {GAP}", one.text), (one.term.slug, one.text)
        assert len(one.text.replace(GAP, " ").split()) >= 4, (one.term.slug, one.text)
        assert one.text.count(GAP) <= 3, (one.term.slug, one.text)


def test_short_forms_are_asked_among_readings_of_the_same_letters(questions: Bank, corpus: Glossary) -> None:
    labels = {names.fold(label) for one in corpus.terms for _, label in one.labels()}
    for one in questions.shorts:
        shown = (one.label, *one.wrong)
        assert len({names.fold(text) for text in shown}) == len(shown) > SHOWN, shown
        assert {names.initials(text) for text in shown} == {one.short.upper()}, shown
        assert labels.isdisjoint(map(names.fold, one.wrong)), shown


def test_wrong_numbers_are_of_the_same_scale_and_no_powers_of_ten(questions: Bank) -> None:
    for one in questions.computes:
        for variant in one.sums:
            for text, _ in variant.wrong:
                share = number(text) / number(variant.right)
                assert Fraction(19, 100) < share < Fraction(51, 10), (one.term.slug, variant.right, text)
                assert share not in (Fraction(1, 10), 10), (one.term.slug, text)


def test_a_path_asks_of_every_term_and_offers_every_term(questions: Bank, corpus: Glossary) -> None:
    """25 questions at the least; each term is right in one of them, and a wrong answer in another."""
    for route in course(corpus, link(corpus)).routes:
        way = {one.slug for one in route.terms if one.level != "reference"}
        meanings = [one for one in questions.meanings if one.term.slug in way]
        scenes = [one for one in questions.scenes if one.fits.slug in way]
        defines = [one for one in questions.defines if one.term.slug in way]
        others = [one for one in (*questions.shorts, *questions.computes) if one.term.slug in way]
        right = {one.term.slug for one in (*meanings, *defines, *others)} | {one.fits.slug for one in scenes}
        wrong = {other.slug for one in (*meanings, *defines) for other in one.wrong}
        wrong |= {one.slug for scene in scenes for one in (scene.left, scene.right) if one is not scene.fits}
        assert way <= right, (route.path.id, way - right)
        assert way <= wrong, (route.path.id, way - wrong)
        assert len(meanings) + len(defines) + len(scenes) + len(others) >= 25, route.path.id


def test_both_sides_of_a_pair_are_asked_where_both_scenes_stand(questions: Bank) -> None:
    asked = {(scene.left.slug, scene.right.slug, scene.fits.slug) for scene in questions.scenes}
    for scene in questions.scenes:
        for slug in scene.contrast.scenes:
            assert (scene.left.slug, scene.right.slug, slug) in asked


def test_no_scene_names_its_terms(questions: Bank) -> None:
    for scene in questions.scenes:
        padded = f" {names.fold(scene.text)} "
        for one in (scene.left, scene.right):
            for label in (one.name, *one.aliases):
                assert f" {names.fold(label)} " not in padded, (scene.left.slug, label)
        assert scene.fits in (scene.left, scene.right)
        assert scene.contrast.scenes[scene.fits.slug] and scene.contrast.difference


def test_numbers_are_worked_out_right_and_no_two_answers_are_equal(questions: Bank) -> None:
    for one in questions.computes:
        metric = one.term.metric
        assert metric is not None
        for variant in one.sums:
            values = dict(zip(metric.parts, map(number, variant.numbers), strict=True))
            assert result(metric.formula, values) == number(variant.right), one.term.slug
            options = [number(text) for text in (variant.right, *(text for text, _ in variant.wrong))]
            assert len(options) > SHOWN, one.term.slug
            assert len(set(options)) == len(options), one.term.slug
            assert all(
                abs(a - b) > Fraction(1, 100) * min(a, b)
                for place, a in enumerate(options)
                for b in options[:place]
            ), (one.term.slug, options)


def test_numbers_are_plausible(questions: Bank) -> None:
    for one in questions.computes:
        metric = one.term.metric
        assert metric is not None
        wanted = number(metric.worked["result"])
        for variant in one.sums:
            right = number(variant.right)
            assert wanted * Fraction(3, 4) <= right <= wanted * Fraction(6, 5)
            assert metric.unit != "%" or right < 100 or wanted > 100
            assert all(number(text) >= 1 and "." not in text for text in variant.numbers)


# ---- the rules, one by one --------------------------------------------------------------------------

MASKS = [  # (names of the term, text, text with gaps)
    ({"name": "Escalation"}, "Passing an escalated case to an expert.", "Passing an ___ case to an expert."),
    ({"name": "Chatbot"}, "Software that chats with people.", "Software that ___ with people."),
    ({"name": "First contact"}, "The first of all contacts.", "The ___ of all ___."),
    ({"name": "Wait", "aliases": ["Time in line"]}, "The time in a line.", "The time in a line."),
    ({"name": "Wait", "aliases": ["Time in line"]}, "The time in line of one.", "The ___ of one."),
    ({"name": "Live chat"}, "A live chat, held at once.", "A ___, held at once."),
    ({"name": "Self-service"}, "Help that customers get by self-service.", "Help that customers get by ___."),
    ({"name": "Metric", "abbreviations": ["KPI"]}, "A KPI is a number.", "A ___ is a number."),
    ({"name": "Queue"}, "A line of people.", "A line of people."),
    (
        {"name": "Out of office"},
        "A person who is out of the building.",
        "A person who is out of the building.",
    ),
]


@pytest.mark.parametrize(("fields", "text", "wanted"), MASKS)
def test_the_words_of_a_term_become_gaps(fields: Mapping[str, object], text: str, wanted: str) -> None:
    assert without_words_of(term("one", **fields), text) == wanted


def test_a_scene_loses_whole_names_only() -> None:
    pair = (term("live-chat", name="Live chat", aliases=["Web chat"]), term("call", abbreviations=["TEL"]))
    text = "She opens a web chat, dials TEL for help and chats live."
    assert without_names_of(pair, text) == "She opens a ___, dials ___ for help and chats live."


FITTING = [  # (what ties the two terms, whether the second may be a wrong answer for the first)
    ({}, {}, True),
    ({"broader": "beta"}, {}, False),
    ({}, {"broader": "alpha"}, False),
    ({"related": ["beta"]}, {}, False),
    ({}, {"related": ["alpha"]}, False),
    ({"related": ["beta"], "contrast": {"beta": "They differ."}}, {}, True),
    ({"broader": "beta", "contrast": {"beta": "They differ."}}, {}, False),
    ({"aliases": ["Gamma"]}, {"aliases": ["Gammas"]}, False),
    ({"abbreviations": ["AB"]}, {"abbreviations": ["AB"]}, False),
    ({}, {"definition": "An alpha of a special sort."}, False),
    ({"definition": "What a beta never has been."}, {}, False),
    ({}, {"name": "Quick alpha"}, False),
    ({}, {"level": "reference"}, False),
    ({}, {"status": "deprecated"}, False),
    ({}, {"topics": ("elsewhere",)}, False),
    ({"broader": "other-0"}, {"broader": "other-0"}, False),
]


@pytest.mark.parametrize(("alpha", "beta", "allowed"), FITTING)
def test_what_may_be_a_wrong_answer(
    alpha: Mapping[str, object], beta: Mapping[str, object], allowed: bool
) -> None:
    others = [
        term(f"other-{n}", name=f"{letter} thing", level="specialist") for n, letter in enumerate("qrst")
    ]
    told = {"definition": "Nothing but an example for a rule."}
    words = glossary(term("alpha", **{**told, **alpha}), term("beta", **{**told, **beta}), *others)
    made = questions_of(words)
    question = next(one for one in made.meanings if one.term.slug == "alpha")
    assert ("beta" in [other.slug for other in question.wrong]) is allowed


def test_an_abbreviation_of_two_terms_is_not_asked() -> None:
    words = glossary(
        term("service-level", abbreviations=["SL"]),
        term("shift-left", name="Shift left"),
        term("service-desk", abbreviations=["SD"]),
        *(term(name) for name in ("open-door", "sales-call", "any-dance", "self-test", "big-device")),
    )
    assert [one.short for one in questions_of(words).shorts] == ["SD"]


def test_other_readings_change_words_and_keep_letters() -> None:
    terms = [term(name) for name in ("customer-sale", "call-success", "contact-rate", "open-report", "s-r")]
    found = Expansions(terms).beside("CSR", "Customer service representative")
    assert found == Expansions(terms).beside("CSR", "Customer service representative")
    assert len(found) >= SHOWN and "Customer service report" in found
    assert {names.initials(one) for one in found} == {"CSR"}
    assert Expansions(terms).beside("KPI", "Kiosk") == ()


@pytest.mark.parametrize(
    ("name", "text", "reads"),
    [
        ("Troubleshooting", "Step-by-step work to find out why something fails.", True),
        ("Knowledge management", "The way an organization gathers what it knows.", False),
        ("Email support", "Help by email. Support people write to an address.", False),
        ("Change request", "A proposal to change a service.", False),
        ("Closed ticket", "A ticket that is finished; a later message starts a new ticket.", True),
    ],
)
def test_a_text_that_reads_as_broken_is_known(name: str, text: str, reads: bool) -> None:
    assert masked_text(term("one", name=name), text).reads is reads


def test_a_scene_is_asked_only_where_it_fits_one_of_the_pair() -> None:
    def pair(**scenes: str) -> Bank:
        one = term("queue")
        contrast = Contrast(to="ticket", difference="They differ.", scenes=scenes)
        words = glossary(
            Term(
                slug="queue",
                name="Queue",
                definition="A line.",
                topics=("basics",),
                origin=one.origin,
                contrast=(contrast,),
            ),
            term("ticket"),
        )
        return questions_of(words)

    assert not pair().scenes
    assert not pair(macro="Ten people wait.").scenes
    assert [scene.fits.slug for scene in pair(queue="Ten people wait.").scenes] == ["queue"]
    both = pair(queue="Ten people wait.", ticket="One of them wrote.").scenes
    assert [(scene.fits.slug, scene.text) for scene in both] == [
        ("queue", "Ten people wait."),
        ("ticket", "One of them wrote."),
    ]


RATE = Metric(
    formula="solved / received * 100",
    unit="%",
    better="higher",
    parts={"solved": "what was solved", "received": "what came in"},
    worked={"solved": "45", "received": "60", "result": "75"},
)


def test_mistakes_say_what_went_wrong() -> None:
    found = {
        catalog().text(f"slip.{why.key}", part=why.part): written(value)
        for value, why in mistakes(RATE.formula, "%", {"solved": Fraction(45), "received": Fraction(60)})
    }
    assert found == {
        "that is the rest, up to 100%": "25",
        "the × 100 is left out": "0.75",
        "the division is upside down": "133.3",
        "“solved” is counted in what it is divided by": "42.9",
        "it is divided by the rest, without “solved”": "300",
        "the digits of “solved” are mixed up": "90",
        "“received” is taken for another part": "133.3",
        "a part of “solved” is forgotten": "56.2",
        "“solved” is counted twice": "150",
        "a part of “received” is forgotten": "100",
        "“received” is counted twice": "37.5",
    }


def test_the_same_term_gets_the_same_numbers() -> None:
    one, again = sums(term("rate", metric=RATE)), sums(term("rate", metric=RATE))
    assert one == again and len(one) == 4
    assert sums(term("share", metric=RATE)) != one
    assert len({variant.right for variant in one}) == 4


NO_NUMBERS = [{}, {"solved": "45"}, {"solved": "many", "received": "60", "result": "75"}]


@pytest.mark.parametrize("worked", NO_NUMBERS)
def test_a_metric_without_numbers_is_not_asked(worked: Mapping[str, str]) -> None:
    metric = Metric(formula=RATE.formula, unit="%", better="higher", parts=RATE.parts, worked=worked)
    assert sums(term("rate", metric=metric)) == ()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1250", "1,250"),
        ("75", "75"),
        ("400/3", "133.3"),
        ("20/3", "6.67"),
        ("5.8", "5.8"),
        ("1/30", "0.0333"),
    ],
)
def test_numbers_are_written_as_people_do(value: str, text: str) -> None:
    assert written(Fraction(value)) == text


def test_gaps_leave_something_to_go_by(questions: Bank) -> None:
    for one in questions.meanings:
        assert len(re.findall(r"\w{4,}", one.text.replace(GAP, " "))) >= 3, (one.term.slug, one.text)


def test_every_metric_that_is_asked_about_has_a_sum(questions: Bank, corpus: Glossary) -> None:
    """Terms of the level ``reference`` are looked up and not learned: nothing is asked about them."""
    asked = {one.term.slug for one in questions.computes}
    missing = {
        one.slug for one in corpus.terms if one.metric and one.metric.worked and one.level != "reference"
    }
    assert missing == asked
