"""By which rules the questions are made, each shown by a small glossary; test_quiz_of_corpus.py has the real one."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from helpers.quiz import questions_of
from helpers.rows import each_row
from helpers.support import glossary, term
from site_gen.catalog import catalog
from site_gen.learning.quiz.expansions import Expansions
from site_gen.learning.quiz.masking import (
    masked_text,
    without_names_of,
    without_words_of,
)
from site_gen.learning.quiz.number_questions import sums, written
from site_gen.learning.quiz.questions import Bank
from site_gen.learning.quiz.wrong_answers import SHOWN
from site_gen.learning.quiz.wrong_formulas import mistakes
from site_gen.model import names
from site_gen.model.records import Contrast, Metric, Term


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


@each_row("fields, text, wanted", MASKS)
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


@each_row("alpha, beta, allowed", FITTING)
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


@each_row(
    "name, text, reads",
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


@each_row("worked", NO_NUMBERS)
def test_a_metric_without_numbers_is_not_asked(worked: Mapping[str, str]) -> None:
    metric = Metric(formula=RATE.formula, unit="%", better="higher", parts=RATE.parts, worked=worked)
    assert sums(term("rate", metric=metric)) == ()


@each_row(
    "value, text",
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
