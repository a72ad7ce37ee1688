"""Texts of Android programs: lists of names beside lists of texts, keys in pairs, and what is no glossary."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing

TOLD = [
    ("Beacon", "A light on land that guides ships."),
    ("Buoy", "A float that doesn't move."),
    ("Fairway", "The deep part of a harbour."),
]


def items(texts: list[str]) -> str:
    return "".join(f"<item>{text}</item>".replace("'", "\\'") for text in texts)


def resources(inner: str) -> bytes:
    return f'<resources><string name="app_name">Port</string>{inner}</resources>'.encode()


NAMES, TEXTS = items([name for name, _ in TOLD]), items([text for _, text in TOLD])
WRITTEN = (
    f'<string-array name="terms">{NAMES}</string-array><string-array name="definitions">{TEXTS}</string-array>',
    f'<string-array name="glossaryTitles">{NAMES}</string-array><string-array name="days"><item>Monday</item>'
    f'</string-array><string-array name="glossaryDescriptions">{TEXTS}</string-array>',
    f'<string-array name="glossary">{items([f"{name} – {text}" for name, text in TOLD])}</string-array>',
    "".join(
        f'<string name="{name.lower()}_title">{name}</string><string name="{name.lower()}_description">{items([text])[6:-7]}</string>'
        for name, text in TOLD
    ),
)


@each_row("inner", WRITTEN)
def test_a_glossary_in_the_texts_of_a_program_is_read(inner: str) -> None:
    found = importing.read(resources(inner), "arrays.xml", source="mine")
    assert [(entry.name, entry.text) for entry in found.entries] == TOLD


def test_other_texts_of_a_program_are_refused() -> None:
    inner = '<string name="ok">OK</string><string name="cancel">Cancel</string><string-array name="days"><item>Monday</item><item>Tuesday</item><item>Friday</item></string-array>'
    found = importing.read(resources(inner), "strings.xml", source="mine")
    assert not found.entries
    assert "texts of a program" in str(found.problems[0])
