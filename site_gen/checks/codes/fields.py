"""Codes of fields that are misspelt, missing, of the wrong kind, or changed by YAML."""

from __future__ import annotations

from site_gen.checks.codes.rule import Rule, term_file

FIELDS = {
    "unknown-field": Rule(
        severity="error",
        why="A misspelt field would be left out without a word.",
        wrong="alias: [Phone line]",
        right="aliases: [Phone line]",
    ),
    "missing-field": Rule(
        severity="error",
        why="A page without it is of no use.",
        wrong="# glossary/terms/first-reply.yaml\nname: First reply\ntopics: [desk]",
        right=term_file("first-reply", "First reply", "What is answered first."),
    ),
    "wrong-type": Rule(
        severity="error",
        why="A list is written as a list and a text as a text, so that nothing has to be guessed.",
        wrong="aliases: Phone line",
        right="aliases: [Phone line]",
    ),
    "wrong-value": Rule(
        severity="error",
        why="The field takes certain words, a date, a period, or true and false.",
        wrong="reviewed: 21.11.2026",
        right="reviewed: 2026-11-21",
    ),
    "null-value": Rule(
        severity="error",
        why="In the corpus every value is text, elsewhere these words mean nothing; a person decides which.",
        wrong="owner: null",
        right="owner:",
    ),
    "not-a-slug": Rule(
        severity="error",
        why="Terms are named by their address, the file name without .yaml.",
        wrong="related: [Other Term]",
        right="related: [other]",
    ),
    "empty-item": Rule(
        severity="error",
        why="Somebody meant to write something here.",
        wrong="aliases:\n  - Phone line\n  -",
        right="aliases:\n  - Phone line",
    ),
    "repeated-item": Rule(
        severity="error",
        why="The second adds nothing; perhaps another was meant.",
        wrong="search_as: [a phone, a phone]",
        right="search_as: [a phone, a call]",
    ),
    "cut-value": Rule(
        severity="error",
        why="After a space, # begins a comment for YAML, and the rest of the sentence is lost.",
        wrong="owner: team #2",
        right='owner: "team #2"',
    ),
    "joined-lines": Rule(
        severity="error",
        why="Without | YAML joins lines, and a list becomes one long sentence.",
        wrong="details: >-\n  Two sorts:\n  - one\n  - two",
        right="details: |\n  Two sorts:\n  - one\n  - two",
    ),
    "swallowed-field": Rule(
        severity="error",
        why="A field that is indented belongs to the text above it and is no field any more.",
        wrong="details: |\n  It rings.\n  owner: Mia",
        right="details: |\n  It rings.\nowner: Mia",
    ),
    "curly-quotes": Rule(
        severity="error",
        why="Curly quotes do not quote in YAML: they become a part of the name.",
        wrong="aliases: [“Phone line”]",
        right='aliases: ["Phone line"]',
    ),
}
