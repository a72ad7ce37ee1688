"""Every question that the real corpus gives has one right answer; by which rules, small glossaries show."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from rapidfuzz import fuzz

from helpers import real
from helpers.quiz import questions_of
from helpers.shared import value_made_once
from site_gen.learning.course import course
from site_gen.learning.quiz.masking import (
    GAP,
    one_family,
    stems_of_name,
)
from site_gen.learning.quiz.questions import Bank, masked
from site_gen.learning.quiz.wrong_answers import SHOWN
from site_gen.model import names
from site_gen.model.formula import number, result
from site_gen.model.records import Glossary, Term
from site_gen.model.relations import relations
from site_gen.text.links import link
from site_gen.text.words import words_of

pytestmark = pytest.mark.slow  # the whole corpus is judged


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
