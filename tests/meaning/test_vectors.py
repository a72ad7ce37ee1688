"""Vectors of words and terms: packing, forms, pieces, and what the shipped ones know."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.rows import each_row
from site_gen.meaning.pieces import AT_MOST, LEVELS, little, pieces, record_signs, signs, told_sign
from site_gen.meaning.terms import term_vectors
from site_gen.meaning.words import (
    ENDINGS,
    WordVectors,
    _unpacked,
    english,
    forms,
    only,
    read,
    total,
    unit,
    written,
)
from site_gen.model.names import fold
from site_gen.model.records import Origin, Term

WORDS = english()
numbers = st.floats(-1, 1).map(lambda number: round(number, 3))
vectors = st.lists(numbers, min_size=8, max_size=8).filter(lambda vector: math.hypot(*vector) > 0.1)


def likeness(one: str, other: str) -> float:
    a, b = WORDS.of_text(one), WORDS.of_text(other)
    assert a is not None and b is not None
    return product(a, b)


def product(a: Sequence[float], b: Sequence[float]) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


@given(st.dictionaries(st.from_regex(r"[a-z]{1,9}", fullmatch=True), vectors, min_size=1))
def test_what_is_written_is_read_with_little_loss(given: dict[str, list[float]]) -> None:
    words = read(written(given, {"model": "none"}))
    longest = max(math.hypot(*vector) for vector in given.values())
    assert list(words.records) == sorted(given)
    for word, vector in given.items():
        told = math.hypot(*vector) / longest
        found = words.of_word(word)
        assert abs(words.told(word) / 255 - told) <= 1 / 255
        # eight numbers of which one stands out are cut the most
        assert found is not None and product(unit(found) or found, unit(vector) or vector) > 0.9


@each_row(
    "word, short",
    [("calls", "call"), ("called", "call"), ("tries", "try"), ("tried", "try"), ("closing", "close"),
     ("stopped", "stop"), ("biggest", "biggest"), ("callers", "caller")],
)  # fmt: skip
def test_a_form_leads_to_its_word(word: str, short: str) -> None:
    assert short in forms(word)


@each_row("word", ["as", "bed", "used", "sing", "only"])
def test_what_is_left_of_a_word_has_three_letters(word: str) -> None:
    assert min(map(len, forms(word))) >= min(3, len(word))


@each_row(
    "text, nearer, farther",
    [
        ("waiting for the repair people to answer", "time until somebody replies", "a cake with apples"),
        ("the caller hung up", "ending a phone call", "the weather is warm today"),
        ("customers leave us", "clients go to a competitor", "the teacher drew a circle"),
    ],
)
def test_what_means_alike_lies_near(text: str, nearer: str, farther: str) -> None:
    assert likeness(text, nearer) > likeness(text, farther) + 0.1


@pytest.mark.parametrize(
    ("word", "plain"),
    [("dosh", "money"), ("prang", "car crash"), ("hubbys", "husband"), ("staging", "staging")],
)
def test_an_informal_word_means_what_its_plain_ones_do(word: str, plain: str) -> None:
    assert WORDS.of_word(word) == total(_unpacked(WORDS.records[one]) for one in plain.split())


def test_plain_words_are_known_and_informal_ones_have_no_record() -> None:
    plain = {word for meant in WORDS.informal.values() for word in meant.split()}
    assert plain <= WORDS.records.keys()
    assert WORDS.records.keys().isdisjoint(WORDS.informal)
    assert list(map(fold, WORDS.informal)) == list(WORDS.informal)


def test_an_informal_word_stands_on_one_line() -> None:
    text = (resources.files("site_gen.meaning") / "informal.txt").read_text(encoding="utf-8")
    lines = [line.partition(": ") for line in text.splitlines() if not line.startswith("#")]
    assert [plain for plain, _, _ in lines] == sorted(plain for plain, _, _ in lines)
    assert sum(len(words.split()) for _, _, words in lines) == len(WORDS.informal)


def test_words_are_left_out_and_the_others_stay_as_they_are() -> None:
    given = {"a": [1.0, 0.2], "b": [0.1, 1.0], "c": [0.5, 0.5]}
    data = written(given, {"model": "none"})
    assert read(only(data, {"a", "c", "x"})).records == {
        word: record for word, record in read(data).records.items() if word != "b"
    }
    assert only(data, given) == data


def test_words_that_are_not_known_have_no_vector() -> None:
    assert WORDS.of_word("qwrtz") is None
    assert WORDS.of_text("qwrtz zxcv") is None
    assert WORDS.of_text("") is None


def test_pieces_hold_every_word_that_tells_once_and_where_its_letters_lead() -> None:
    parts = pieces(WORDS)
    held = [word for part in parts.values() for word in part]
    assert sorted([*held, *little(WORDS)]) == sorted(WORDS.records)
    assert max(map(len, parts.values())) <= AT_MOST
    assert list(parts) == sorted(parts)
    for name, part in parts.items():
        for word in part:
            assert max(other for other in parts if other <= word) == name


def test_a_word_of_two_letters_is_in_a_piece_too() -> None:
    words = WordVectors(size=2, typical=0.5, records={"a": b"\xff\x00", "b": b"\xff\x00", "ba": b"\x01\x00"})
    assert pieces(words) == {"a": ["a", "b"]}
    assert little(words) == ["ba"]


def term(**fields: object) -> Term:
    return Term(slug="t", topics=("x",), origin=Origin(path="glossary/terms/t.yaml"), **fields)  # type: ignore[arg-type]


def test_texts_that_are_alike_share_a_vector() -> None:
    alike = term(name="Phone call", aliases=("Telephone call",), definition="A talk by telephone.")
    apart = term(name="Queue", definition="People in a line.", search_as=("apple cake recipe",))
    assert len(term_vectors(alike, WORDS)) == 1
    assert len(term_vectors(apart, WORDS)) == 2


def test_a_word_by_itself_makes_no_vector_where_a_term_has_enough() -> None:
    records = {"box": b"\xff\xf7", "cake": b"\xff\x7f", "tree": b"\xff\x17", "wool": b"\xff\x71"}
    words = WordVectors(size=2, typical=0.5, records=records)
    box = term(name="Box", definition="Box.")
    for typed, count in (
        (("cake", "tree"), 3),
        (("cake", "tree", "wool"), 3),
        (("cake", "tree", "wool wool"), 4),
    ):
        assert len(term_vectors(replace(box, search_as=typed), words)) == count


def test_a_term_has_its_names_in_plain_words_and_what_people_type_as_it_is() -> None:
    words = WordVectors(
        size=2, typical=0.5, records={"money": b"\xff\xf7", "box": b"\xff\x7f"}, informal={"dosh": "money"}
    )
    assert len(term_vectors(term(name="Box", definition="Box.", aliases=("Dosh",)), words)) == 2
    assert len(term_vectors(term(name="Box", definition="Box.", search_as=("dosh",)), words)) == 1


def test_a_term_of_unknown_words_has_no_vector() -> None:
    assert term_vectors(term(name="Qwrtz", definition="Zxcv."), WORDS) == []


def test_endings_are_told_to_pages_as_pairs() -> None:
    assert all(ending and not set(" >") & set(ending + instead) for ending, instead in ENDINGS)


@given(vectors)
def test_a_page_gets_a_direction_in_two_numbers_a_sign(vector: list[float]) -> None:
    told = signs(vector)
    pairs = [ord(sign) - (36 if sign > "\\" else 35) for sign in told]
    read = [step - LEVELS // 2 for pair in pairs for step in divmod(pair, LEVELS)]
    assert len(told) == len(vector) / 2
    assert '"' not in told and "\\" not in told
    # eight numbers of which one stands out are cut the most
    assert product(unit(read) or read, unit(vector) or vector) > 0.85


def test_a_record_is_written_for_pages_as_its_vector_is() -> None:
    for word in sorted(WORDS.records)[::7]:
        vector = WORDS.of_word(word)
        assert vector is not None
        assert record_signs(WORDS.records[word]) == told_sign(WORDS.told(word)) + signs(vector)
