"""Each word is told where the pattern of words finds it, whatever signs stand around it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_gen.text import words

# Signs that may begin a word or stand alone, letters of scripts with and without spaces, marks and signs
# that nobody sees; a few of each, so that the same word stands in a text again.
PIECES = st.sampled_from(
    ["a", "B", "s", "ab", "5", ".", "-", "−", "&", "/", "№", "%", "#", "+", "*", "$", "€", "_", "'", "’", ":", " ", "\n",
     "ü", "\u0301", "\u200d", "\u00ad", "語", "カ", "고객", "이", "ก", "T&Cs", "and"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=24).map("".join))
def test_words_stand_where_the_pattern_finds_them(text: str) -> None:
    found = [(word.start, word.end) for word in words.words_of(text)]
    assert found == [match.span() for match in words._WORD.finditer(text)]


def test_letters_behind_a_sign_are_what_they_stand_for() -> None:
    assert [word.stem for word in words.words_of("T&Cs, Q/As and more")] == [
        "t",
        "and",
        "c",
        "q",
        "/",
        "a",
        "and",
        "more",
    ]
