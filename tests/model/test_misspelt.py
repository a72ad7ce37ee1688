"""Suggestions for a misspelt word."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.model.suggest import did_you_mean

KNOWN = ("snooze", "tag", "type", "churn", "owner", "definition", "related", "ticket-deflection")


@each_row(
    "word, meant",
    [
        ("tpye", "type"),
        ("tags", "tag"),
        ("chrun", "churn"),
        ("Ownr", "owner"),
        ("snoze", "snooze"),
        ("defintion", "definition"),
        ("relatd_terms", "related"),
        ("tiket-deflecton", "ticket-deflection"),
    ],
)
def test_a_slip_is_seen_through(word: str, meant: str) -> None:
    assert did_you_mean(word, KNOWN, "write one of them") == f"did you mean '{meant}'?"


@each_row("word", ["nope", "tip", "bug", "xyz", ""])
def test_a_short_word_is_no_slip_of_another(word: str) -> None:
    assert did_you_mean(word, KNOWN, "write one of them") == "write one of them"
