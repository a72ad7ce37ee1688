from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from helpers.rows import each_row
from helpers.support import table
from site_gen.model import letters, names

CASES = table("names.json")
PRINTED = st.text(max_size=60) | st.text("abcdeiosyzß'&-() éA1+#/.%@", max_size=60)


@each_row("written, folded", table("fold.json"))
def test_fold_is_what_the_browser_does(written: str, folded: str) -> None:
    assert names.fold(written) == folded


@each_row(
    "rule, written, wanted",
    [
        (rule, *case)
        for rule in ("stem", "spelled", "bare", "brackets", "slug", "initials")
        for case in CASES[rule]
    ],
)
def test_each_rule_on_names_gives_what_the_table_says(
    rule: str, written: str, wanted: str | list[str]
) -> None:
    found = getattr(names, rule)(written)
    assert (list(found) if isinstance(found, tuple) else found) == wanted


@each_row("rule, written, wanted", [(rule, *case) for rule in ("letter", "mixed") for case in CASES[rule]])
def test_letters(rule: str, written: str, wanted: str) -> None:
    assert getattr(letters, rule)(written) == wanted


@each_row("one, other", CASES["one key"])
def test_names_with_one_key(one: str, other: str) -> None:
    assert names.key(one) == names.key(other) != ""


@each_row("one, other", CASES["two keys"])
def test_names_with_two_keys(one: str, other: str) -> None:
    assert names.key(one) != names.key(other)


@each_row("group", ["one key, two names", "one key, one name"])
def test_capitals_tell_abbreviations_apart_that_differ_by_an_s(group: str) -> None:
    for one, other in CASES[group]:
        assert names.key(one) == names.key(other)
        assert names.contradict(one, other) is names.contradict(other, one) is (group == "one key, two names")


@given(PRINTED)
def test_folding_folded_text_changes_nothing(text: str) -> None:
    folded = names.fold(text)
    assert names.fold(folded) == folded == " ".join(folded.split())


@given(PRINTED)
def test_signs_stay_signs(text: str) -> None:
    spelled = names.spelled(text)
    assert names.spelled(spelled) == spelled
    assert not spelled or names.fold(text)


@given(PRINTED)
def test_case_tells_no_names_apart(text: str) -> None:
    assert names.spelled(text.upper()) == names.spelled(text.lower()) or not text.isascii()


@given(PRINTED)
def test_a_key_is_the_stems_of_the_bare_name(text: str) -> None:
    assert names.key(text) == "".join(names.words(text))
    assert names.key(f"  {text}  ") == names.key(text)


@given(PRINTED)
def test_a_slug_is_one_or_nothing(text: str) -> None:
    slug = names.slug(text)
    assert not slug or names.is_slug(slug)


def test_a_slug_is_no_device() -> None:
    assert names.slug("CON") == "con-term"


@each_row("text", ["", "-a", "a-", "a--b", "A", "a b", "é", "a" * 81])
def test_what_is_no_slug(text: str) -> None:
    assert not names.is_slug(text)


def test_a_long_name_is_cut_between_words() -> None:
    assert names.slug(" ".join(["resolution"] * 12)) == "-".join(["resolution"] * 7)
