"""What the writer writes is read back as it is, and ``check`` finds nothing wrong with how it is written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.rows import each_row
from helpers.tried import tried
from site_gen.corpus.load import load
from site_gen.corpus.yaml import edit, write
from site_gen.corpus.yaml.write import NotWrittenError
from site_gen.model.problem import errors

SIGNS = [
    "-", "*", "+", "1.", "1)", "12.", "(a)", "a)", "key:", "name:", "text:", "term:", "entries:", "#", "##", ">", "|",
    "||", "?", ":", "---", "...", "===", "***", "%", "%YAML", "&", "&anchor", "!", "!!str", "@", "`", "```", "~~~", "~",
    '"', "'", '"a"', "'a'", "[", "]", "[a]", "[^1]:", "{", "}", ",", "<<", "<<:", "<<<<<<<", "=======", "null", "“a”",
    "“", "‘b’", "„c“", "no", "on", "1:1", "0x1f", "1e3", "2026-11-21", "\\", "\\n", "\\x41", "=", "é", "小", "😀",
]  # fmt: skip
# At the left edge of a line, where YAML, Markdown or a check could take the rest of the line for something else.
BEGINS = re.compile(r"\s*(?:[-*+?] |\d+[.)] |[\w-]+: |#|>|\||---|\.\.\.|[%&!@`\"'\[\]{}])")

words = st.sampled_from([*SIGNS, *("word",) * 40, "longer-word", "a"])
lines = st.lists(words, min_size=1, max_size=60).map(" ".join)
paragraphs = st.lists(lines | st.just(""), min_size=1, max_size=5).map("\n".join)
texts = (paragraphs | st.text(alphabet="ab:-#|>'\" \n*.1", max_size=120)).map(str.strip).filter(bool)


def a_source(**entry: object) -> dict[str, write.Value]:
    return {"title": "Words", "entries": [{"name": "Zebra"}, {**entry}, {"name": "Yak"}]}  # type: ignore[list-item]


@tried(400)
@given(name=lines, text=texts, also=st.lists(lines, unique=True, max_size=4))
def test_an_entry_comes_back_as_itself_and_without_a_problem(name: str, text: str, also: list[str]) -> None:
    values = a_source(name=name, **({"also": also} if also else {}), text=text)
    loaded = load({"glossary/sources/words.yaml": write.document(values).encode()})
    assert errors(loaded.problems) == ()
    entry = loaded.glossary.sources[0].entries[1]
    assert (entry.name, list(entry.also), entry.text) == (name, also, text)


@tried(200)
@given(texts, texts)
def test_a_text_set_in_a_file_comes_back_as_itself(before: str, after: str) -> None:
    written = write.document(a_source(name="Call", text=before))
    changed = edit.set_value(written, ("entries", 1, "text"), after)
    loaded = load({"glossary/sources/words.yaml": changed.encode()})
    assert errors(loaded.problems) == ()
    assert loaded.glossary.sources[0].entries[1].text == after


@each_row("sign", [*SIGNS, "https://desk.example/a", "iv.", "b)"])
def test_no_line_is_broken_before_a_sign(sign: str) -> None:
    for width in range(60, 110):
        start = ("word " * 40)[:width].rstrip()
        text = f"{start} {sign} word word word, and as many words as it takes for one more line of this."
        rows = write.document({"text": text}).split("\n")
        folded = rows[1:] if rows[0] == "text: >-" else []
        assert not [row for row in folded if BEGINS.match(row)], width


def test_a_text_of_nothing_but_signs_stays_on_one_line() -> None:
    text = " ".join(["word", *["-"] * 80])
    assert write.document({"text": text}) == f"text: >-\n  {text}\n"


@each_row("odd", ["a\x00b", "a\x1bb", "a\ufeffb", "a\u202eb"])
def test_what_no_file_may_hold_is_not_written(odd: str) -> None:
    with pytest.raises(NotWrittenError, match="invisible"):
        write.document({"text": odd})
