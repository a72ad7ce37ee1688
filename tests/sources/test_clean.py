"""Whatever a document holds, an entry of it is text that a corpus file can hold: one way for every format."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.rows import each_row
from helpers.tried import tried
from site_gen.corpus.load import load
from site_gen.corpus.yaml.characters import signs
from site_gen.model.problem import errors
from site_gen.model.records import Origin, Source
from site_gen.sources import importing
from site_gen.sources.clean import lines, one_line

ODD = [
    "\x00", "\x07", "\x0b", "\x0c", "\x1b[31m", "\x7f", "\x85", "\x9d", "\xa0", "\xad", "\u1680", "\u2003", "\u200b",
    "\u200d", "\u200e", "\u2028", "\u2029", "\u202e", "\u2060", "\u2066", "\u3000", "\ufeff", "\ufffd", "\ufffe",
    "\uffff", "\ud800", "\udfff", "\U000e0001", "\U0010ffff", "Ã", "Â", "â€", "€", "™", "’", "é", "£", "\t", "\r",
]  # fmt: skip
odd_texts = st.lists(
    st.sampled_from(ODD) | st.sampled_from(["a", "Word", " ", "\n", "- ", "x: "]), max_size=12
).map("".join)


@tried(300)
@given(odd_texts | st.text(max_size=40))
def test_a_clean_text_holds_nothing_that_check_finds_fault_with(text: str) -> None:
    for clean in (one_line, lines):
        found = clean(text)
        assert not list(signs(f"key: {found}\n", ""))
        assert clean(found) == found
        found.encode()
    assert "\n" not in one_line(text)


@each_row(
    "text, clean",
    [
        ("CAFÉ’S", "CAFÉ’S"),
        ("“CAFÉ” und «ÜBER»", "“CAFÉ” und «ÜBER»"),
        ("customerâ€™s RÃ¼ckruf", "customer’s Rückruf"),
        ("Ä™", "ę"),
        ("Â££", "££"),
        ("ÃƒÂ¼", "ü"),
        ("a\u00a0b\u2003c\td", "a b c d"),
        ("a\u200bb\u00adc", "abc"),
        ("\ud800lost\ufffd", "?lost?"),
        ("می‌خواهم", "می‌خواهم"),
        ("👩‍💻", "👩‍💻"),
    ],
)
def test_names_of_all_sorts(text: str, clean: str) -> None:
    assert one_line(text) == clean


def by_format(name: str, text: str) -> dict[str, bytes]:
    """One entry in each format that can hold any text."""
    row = [name.replace('"', "'"), text.replace('"', "'")]
    flat = [cell.replace("\t", " ").replace("\n", " ").replace("\r", " ") for cell in row]
    html = [cell.replace("&", "&amp;").replace("<", "&lt;") for cell in (name, text)]
    return {
        "json": json.dumps([{"term": name, "definition": text}]).encode(),
        "yaml": json.dumps([{"term": name, "definition": text}]).encode(),
        "csv": f'Term,Definition\n"{row[0]}","{row[1]}"\n'.encode("utf-8", "surrogatepass"),
        "tsv": f"Term\tDefinition\n{flat[0]}\t{flat[1]}\n".encode("utf-8", "replace"),
        "html": f"<dl><dt>{html[0]}</dt><dd>{html[1]}</dd></dl>".encode("utf-8", "xmlcharrefreplace"),
        "markdown": f"## {flat[0]}\n\n{text}\n".encode("utf-8", "replace"),
        "rst": f".. glossary::\n\n   {flat[0]}\n      {flat[1]}\n".encode("utf-8", "replace"),
        "text": f"{flat[0]}: {flat[1]}\nOther: A text of another.\n".encode("utf-8", "replace"),
    }


@pytest.mark.parametrize("form", by_format("", ""))
@tried(60)
@given(name=odd_texts, text=odd_texts)
def test_every_format_yields_what_comes_back_from_disk(form: str, name: str, text: str) -> None:
    data = by_format(f"Word {name}", f"Said {text} of it.")[form]
    found = importing.read(data, f"raw.{form}", source="raw", format=form)
    if not found.entries:
        return
    source = Source(id="raw", title=found.title or "raw", origin=Origin(path=""), entries=found.entries)
    loaded = load({"glossary/sources/raw.yaml": importing.to_yaml(source).encode()})
    assert loaded.problems == ()
    kept = [(one.name, one.also, one.at, one.text) for one in loaded.glossary.sources[0].entries]
    assert kept == [(one.name, one.also, one.at, one.text) for one in found.entries]
    assert errors(found.problems) == ()
