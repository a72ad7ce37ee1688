"""What became of terms: renamed, merged, redefined; and the words that changed."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from helpers.rows import each_row
from helpers.support import term
from site_gen.history.changes import FieldChange, TermChange, compare_terms
from site_gen.history.flat_fields import Relation
from site_gen.history.word_diff import Edit, word_diff
from site_gen.model.records import Term


def compared(before: list[Term], after: list[Term], **redirects: str) -> dict[str, TermChange]:
    changes = compare_terms({one.slug: one for one in before}, {one.slug: one for one in after}, redirects)
    return {change.slug: change for change in changes}


LONG = "The share of issues that are solved in the first contact, with no second call."
CASES: list[tuple[str, dict[str, Any], dict[str, Any], tuple[str, ...]]] = [
    ("nothing", {}, {}, ()),
    ("a new definition", {"definition": "One."}, {"definition": "Two."}, ("redefined",)),
    ("a new name", {"name": "Case"}, {"name": "Ticket"}, ("renamed",)),
    ("a word in brackets", {"name": "Case"}, {"name": "Case", "context": "legal"}, ("renamed",)),
    ("no longer used", {"status": "approved"}, {"status": "deprecated"}, ("deprecated",)),
    ("used again", {"status": "deprecated"}, {"status": "draft"}, ("restored",)),
    ("approved", {"status": "draft"}, {"status": "approved"}, ("edited",)),
    ("an example", {}, {"example": "A scene."}, ("edited",)),
    ("a relation", {"related": ["x"]}, {"related": ["y"]}, ("edited",)),
    (
        "everything", {"name": "Case", "definition": "One."},
        {"name": "Ticket", "definition": "Two.", "status": "deprecated"}, ("renamed", "redefined", "deprecated"),
    ),
]  # fmt: skip


@each_row("before, after, kinds", [case[1:] for case in CASES])
def test_a_change_is_told_by_the_kind_of_field(
    before: dict[str, Any], after: dict[str, Any], kinds: tuple[str, ...]
) -> None:
    found = compared([term("a", **before)], [term("a", **after)])
    assert (found["a"].kinds if found else ()) == kinds


def test_new_and_removed() -> None:
    found = compared([term("a", definition="One thing.")], [term("b", definition="Quite another matter.")])
    assert {slug: change.kinds for slug, change in found.items()} == {"a": ("removed",), "b": ("new",)}
    assert not found["a"].redirected


def test_an_address_that_leads_on_was_renamed() -> None:
    found = compared([term("a", name="Case")], [term("c", name="Ticket")], a="b", b="c")
    assert found["c"].kinds == ("renamed",)
    assert found["c"].redirected
    assert found["c"].before is not None and found["c"].before.slug == "a"


def test_an_address_that_leads_to_a_term_that_was_there_was_merged() -> None:
    found = compared([term("a"), term("b")], [term("b", aliases=["A"])], a="b")
    assert (found["a"].kinds, found["a"].into) == (("merged",), "b")
    assert found["b"].fields[0] == FieldChange("aliases", "", "A")


def test_of_two_that_lead_to_one_new_term_the_liker_was_renamed() -> None:
    before = [term("call-rate", definition="Something else."), term("first-fix", definition=LONG)]
    found = compared(
        before, [term("first-contact-resolution", definition=LONG)],
        **{"call-rate": "first-contact-resolution", "first-fix": "first-contact-resolution"},
    )  # fmt: skip
    assert found["first-contact-resolution"].kinds == ("renamed",)
    assert found["call-rate"].kinds == ("merged",)


@each_row(
    "old, new",
    [
        (term("fcr", name="First fix"), term("ffr", name="First fix", definition="Other words altogether.")),
        (term("fcr", name="First fix", definition=LONG), term("x", name="Other", definition=LONG[:-1])),
        (term("fcr", name="First fix"), term("x", name="Other", definition="New.", formerly=["First fix"])),
    ],
)
def test_without_a_redirect_likeness_tells_and_the_dead_address_is_told(old: Term, new: Term) -> None:
    found = compared([old], [new])
    assert "renamed" in found[new.slug].kinds
    assert not found[new.slug].redirected


def test_a_circle_of_redirects_leads_nowhere() -> None:
    assert compared([term("a", definition=LONG)], [], a="b", b="a")["a"].kinds == ("removed",)


def test_a_reference_that_followed_a_renaming_did_not_change() -> None:
    before = [term("a", name="Case"), term("b", related=["a"], contrast={"a": "The difference."})]
    after = [term("c", name="Case"), term("b", related=["c"], contrast={"c": "The difference."})]
    assert set(compared(before, after, a="c")) == {"c"}


def test_a_reference_that_stayed_behind_did_not_change_either() -> None:
    """The check says that it leads nowhere."""
    before = [term("a", name="Case"), term("b", related=["a"], contrast={"a": "The difference."})]
    assert set(compared(before, [term("c", name="Case"), before[1]])) == {"c"}


def test_relations_gained_and_lost() -> None:
    before = term("a", related=["x", "y"], broader="z")
    after = term("a", related=["x"], contrast={"w": "Not the same."})
    change = compared([before], [after])["a"]
    assert change.gained == (Relation("contrast", "w"),)
    assert change.lost == (Relation("broader", "z"), Relation("related", "y"))
    assert [field.name for field in change.fields] == ["contrast.w"]


def test_a_whole_glossary_replaced_takes_no_time() -> None:
    old = [term(f"old-{n}", definition=f"{LONG} {n * 7919}") for n in range(1500)]
    new = [term(f"new-{n}", definition=f"{LONG} {n * 104729}", name=f"Old {n}") for n in range(1500)]
    found = compared(old, new)
    assert sum("renamed" in change.kinds for change in found.values()) == 1500


def test_a_change_of_text_is_told_word_by_word() -> None:
    assert word_diff("A share of issues, solved.", "The share of cases, solved.") == (
        Edit("gone", "A"), Edit("come", "The"), Edit("same", " share of "),
        Edit("gone", "issues"), Edit("come", "cases"), Edit("same", ", solved."),
    )  # fmt: skip
    assert word_diff("one two three", "four five three")[:2] == (
        Edit("gone", "one two"),
        Edit("come", "four five"),
    )
    assert word_diff("", "New.") == (Edit("come", "New."),)
    assert word_diff("x " * 3000, "y " * 3000) == (Edit("gone", "x " * 3000), Edit("come", "y " * 3000))


@given(st.text(alphabet="ab ,.\n"), st.text(alphabet="ab ,.\n"))
def test_edits_hold_both_texts_whole(before: str, after: str) -> None:
    edits = word_diff(before, after)
    assert "".join(text for kind, text in edits if kind != "come") == before
    assert "".join(text for kind, text in edits if kind != "gone") == after
