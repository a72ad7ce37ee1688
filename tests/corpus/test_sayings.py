"""What an agent may say to a customer: one text, or one for each channel, from the file to the page."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from helpers.corpora import checked, printed, term_yaml, tree
from helpers.rows import each_row
from site_gen.corpus.load import load
from site_gen.corpus.yaml import edit
from site_gen.editing.merge_terms import merge_terms
from site_gen.editing.rename import rename
from site_gen.editing.sheet.change import changed, drafted
from site_gen.editing.sheet.columns import cells
from site_gen.history.changes import compare_terms
from site_gen.model.records import Site
from site_gen.pipeline import files_of

CHANNELS = """\
say_to_customer:
  chat: We [answer](term:bell) in [time].
  email: |
    Thank you.

    We answer in [time].
"""


def corpus(said: str = CHANNELS) -> dict[str, bytes]:
    return tree(
        call=term_yaml("Call", said.rstrip(), definition="What is said by phone."),
        bell=term_yaml("Bell", definition="A thing of brass."),
    )


def files_for(said: str = CHANNELS) -> Mapping[str, str]:
    made = files_of(load(corpus(f"{said.rstrip()}\nstatus: approved")).glossary, Site())
    return {path: data.decode() for path, data in made.items() if not path.endswith(".apkg")}


@each_row(
    "said, texts",
    [
        ("say_to_customer: Hello.", {"": "Hello."}),
        ("say_to_customer: {call: Hello.}", {"call": "Hello."}),
        ("say_to_customer:", {}),
        ("say_to_customer: {}", {}),
    ],
)
def test_both_forms_are_read(said: str, texts: Mapping[str, str]) -> None:
    assert printed(checked(corpus(said))) == []
    assert load(corpus(said)).glossary.by_slug["call"].texts("say_to_customer") == texts


@each_row(
    "said, expected",
    [
        (
            "say_to_customer: {chta: Hello.}",
            "unknown field 'chta'; did you mean 'chat'? [unknown-field]",
        ),
        (
            "say_to_customer: {chat: [Hello.]}",
            "'say_to_customer.chat' is a list, expected text; write one value [wrong-type]",
        ),
        (
            "chat: Hello.",
            "unknown field 'chat'; it belongs under 'say_to_customer' [unknown-field]",
        ),
    ],
)
def test_what_is_wrong_is_told(said: str, expected: str) -> None:
    assert [str(problem) for problem in checked(corpus(said))] == [f"glossary/terms/call.yaml:4: {expected}"]


def test_links_and_wording_of_every_channel_are_checked() -> None:
    said = (
        "say_to_customer:\n  chat: Hello.\n  email: |\n    A seamless\n    [day](term:bel).\nstatus: approved"
    )
    assert [(one.line, one.code) for one in checked(corpus(said)) if one.code == "unknown-term"] == [
        (8, "unknown-term")
    ]


def test_pages_and_data_show_each_channel() -> None:
    files = files_for()
    page = files["terms/call.md"]
    assert '<div class="gl-say" id="say"><p class="gl-label">Say to a customer in a chat</p><p>We <a' in page
    assert (
        '<div class="gl-say"><p class="gl-label">Say to a customer in an email</p><p>Thank you.</p>' in page
    )
    (row,) = (one for one in json.loads(files["api/terms.json"])["terms"] if one["slug"] == "call")
    assert row["say_to_customer"] == (
        "In a chat: We answer in [time].\nIn an email: Thank you. We answer in [time]."
    )
    assert row["sayings"] == {"chat": "We answer in [time].", "email": "Thank you. We answer in [time]."}
    assert "Say to a customer in a chat: We answer in [time].\n" in files["llms-full.txt"]
    assert (
        '"says":[["in a chat","We [answer](term:bell) in [time]."],["in an email",'
        in files["assets/lookup-texts.js"]
    )


def test_one_text_needs_no_channel() -> None:
    files = files_for("say_to_customer: Hello.")
    assert '<p class="gl-label">Say to a customer</p><p>Hello.</p>' in files["terms/call.md"]
    assert '"sayings"' not in files["api/terms.json"]
    assert '"call":{"say":"Hello."}' in files["assets/lookup-texts.js"]


def test_a_rename_repoints_links_in_every_channel() -> None:
    files = corpus()
    loaded = load(files)
    done = rename(files, loaded, loaded.glossary.by_slug["bell"], "gong")
    assert b"chat: We [answer](term:gong)" in (done.changes["glossary/terms/call.yaml"] or b"")


def test_a_merge_carries_them_over() -> None:
    files = corpus()
    loaded = load(files)
    call, bell = loaded.glossary.by_slug["call"], loaded.glossary.by_slug["bell"]
    done = merge_terms(files, loaded, call, bell)
    kept = edit.plain((done.changes["glossary/terms/bell.yaml"] or b"").decode())
    assert kept["say_to_customer"]["chat"] == "We [answer](term:bell) in [time]."


def test_a_change_is_told_by_channel() -> None:
    before, after = (
        load(corpus(text)).glossary.by_slug for text in (CHANNELS, CHANNELS.replace("Thank", "Bless"))
    )
    (change,) = compare_terms(before, after, {})
    assert [field.name for field in change.fields] == ["say_to_customer.email"]


def test_the_sheet_has_a_column_for_each_channel() -> None:
    files = corpus()
    text = files["glossary/terms/call.yaml"].decode()
    shown = cells(load(files).glossary.by_slug["call"])
    chat, call = "say_to_customer.chat", "say_to_customer.call"
    assert (shown["say_to_customer"], shown[call]) == ("", "")
    assert shown[chat] == "We [answer](term:bell) in [time]."
    grown = edit.plain(changed(text, {chat: "Hi.", call: "Hello."}))["say_to_customer"]
    assert (grown["chat"], grown["call"]) == ("Hi.", "Hello.")
    assert edit.plain(changed(text, {"say_to_customer": "Hi."}))["say_to_customer"] == "Hi."
    assert edit.plain(drafted({"name": "X", chat: "Hi."}))["say_to_customer"] == {"chat": "Hi."}


def test_one_text_and_a_channel_do_not_stand_together_in_the_sheet() -> None:
    text = "name: Call\nsay_to_customer: Hello.\n"
    with pytest.raises(edit.EditError, match="empty its cell"):
        changed(text, {"say_to_customer.chat": "Hi."})
    assert edit.plain(changed(text, {"say_to_customer": "", "say_to_customer.chat": "Hi."}))[
        "say_to_customer"
    ] == {"chat": "Hi."}
    with pytest.raises(edit.EditError, match="both filled"):
        drafted({"name": "X", "say_to_customer": "Hello.", "say_to_customer.chat": "Hi."})
