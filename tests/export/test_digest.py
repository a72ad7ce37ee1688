"""What changed, as a message to readers: which change stands in which group, and what each chat is handed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from helpers.corpora import TOPICS, term_yaml, tree
from helpers.repo import Repo
from helpers.rows import each_row
from site_gen.__main__ import main
from site_gen.corpus.load import load
from site_gen.export.digest import FORMS, Digest, as_json, as_slack, as_teams, as_text, digest
from site_gen.history.difference import compare
from site_gen.model.records import Site

SITE = Site(name="Words", url="https://words.example/")
TEXT = "A refund is money that goes back."


def refund(*lines: str, definition: str = TEXT) -> str:
    return term_yaml("Refund", *lines, definition=definition)


def told(before: dict[str, bytes], after: dict[str, bytes], site: Site = SITE) -> Digest:
    return digest(compare(load(before), load(after), lambda _: {}), site)


def groups(found: Digest) -> dict[str, list[tuple[str, str]]]:
    return {group.id: [(line.name, line.now) for line in group.lines] for group in found.groups}


def test_what_a_term_went_into_is_told_by_its_name() -> None:
    before = tree(refund=refund(), back=term_yaml("Money back"))
    moved = {**tree(refund=refund()), "glossary/redirects.yaml": b"back: refund\n"}
    assert groups(told(before, moved)) == {"gone": [("Money back", "now Refund")]}
    replaced = term_yaml("Money back", "status: deprecated", "since: 2026-01-01", "replaced_by: refund")
    assert groups(told(before, tree(refund=refund(), back=replaced))) == {
        "gone": [("Money back", "now Refund")]
    }


@each_row(
    "before, after, expected",
    [
        ("", "here: Up to 50 euros.", {"here": [("Refund", "Up to 50 euros.")]}),
        ("here: Up to 5.", "here: Up to [fifty](term:refund) euros.", {"here": [("Refund", "Up to fifty euros.")]}),
        ("here: Up to 5.", "", {"here": [("Refund", "")]}),
        ("", "say_to_customer: We pay it back.", {"customers": [("Refund", "We pay it back.")]}),
        ("", "say_to_customer: {email: We pay., chat: Soon.}", {"customers": [("Refund", "We pay.")]}),
        ("", "internal: Say money back.", {"customers": [("Refund", "Say money back.")]}),
        ("", "example: Ada gets money back.", {"wording": [("Refund", "Ada gets money back.")]}),
        (
            "",
            "here: Now.\nexample: Ada.",
            {"here": [("Refund", "Now.")], "wording": [("Refund", "Ada.")]},
        ),
        ("", "owner: Ann\nreviewed: 2026-01-01\nsearch_as: [money back]\nlevel: essential", {}),
        ("status: approved", "status: deprecated\nsince: 2026-01-01\nwhy: Gone.", {"gone": [("Refund", TEXT)]}),
    ],
)  # fmt: skip
def test_a_change_stands_where_readers_look_for_it(
    before: str, after: str, expected: dict[str, list[tuple[str, str]]]
) -> None:
    found = told(tree(refund=refund(*before.splitlines())), tree(refund=refund(*after.splitlines())))
    assert groups(found) == expected


def test_terms_that_come_go_and_change_their_name() -> None:
    before = tree({"redirects.yaml": ""}, refund=refund(), token=term_yaml("Token", definition="A coin."))
    after = tree(
        {"redirects.yaml": "refund: money-back\n"},
        money_back=term_yaml("Money back", definition=TEXT),
        queue=term_yaml("Queue", definition="A row of cases."),
    )
    after = {path.replace("money_back", "money-back"): data for path, data in after.items()}
    assert groups(told(before, after)) == {
        "new": [("Queue", "A row of cases.")],
        "renamed": [("Money back", "was Refund")],
        "gone": [("Token", "")],
    }


def everything() -> Digest:
    many = {
        f"t{n}": term_yaml(f"Term {n}", definition=f"<b>*{n}* & [x](y) @here #1 {'w' * 300}")
        for n in range(40)
    }
    return told(tree(refund=refund()), tree(refund=refund("here: 'Up to *50* <euros> & more.'"), **many))


def test_the_data_has_a_format_an_address_and_all_terms() -> None:
    data = json.loads(as_json(everything()))
    assert (data["format"], data["title"]) == (1, "Words: what changed")
    assert data["url"] == "https://words.example/new.html"
    assert [group["id"] for group in data["groups"]] == ["here", "new"]
    assert data["groups"][0]["terms"] == [
        {
            "slug": "refund", "name": "Refund", "url": "https://words.example/terms/refund.html",
            "now": "Up to *50* <euros> & more.",
        }
    ]  # fmt: skip
    assert len(data["groups"][1]["terms"]) == 40
    assert "\n" not in as_json(everything())


def test_slack_gets_blocks_in_which_no_text_formats_or_calls_anybody() -> None:
    data: dict[str, Any] = json.loads(as_slack(everything()))
    assert data["text"] == "Words: what changed (The rule here changed: 1, New: 40)"
    texts = [block["text"]["text"] for block in data["blocks"]]
    assert all(block["type"] == "section" and block["text"]["type"] == "mrkdwn" for block in data["blocks"])
    assert texts[0] == "*Words: what changed*\n<https://words.example/new.html|What's new>"
    assert texts[1] == (
        "*The rule here changed*\n• <https://words.example/terms/refund.html|Refund>: "
        "Up to *\u200b50*\u200b &lt;euros&gt; &amp; more."
    )
    assert max(map(len, texts)) <= 3000 and len(texts) <= 50
    assert texts[2].endswith("and 30 more")
    assert "@here" not in as_slack(everything())


def test_teams_gets_one_card_in_a_message() -> None:
    text = as_teams(everything())
    data: dict[str, Any] = json.loads(text)
    (attachment,) = data["attachments"]
    card = attachment["content"]
    assert data["type"] == "message"
    assert attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
    assert (card["type"], card["version"]) == ("AdaptiveCard", "1.4")
    assert {block["type"] for block in card["body"]} == {"TextBlock"}
    assert card["body"][2]["text"] == (
        r"- [Refund](https://words.example/terms/refund.html): Up to \*50\* \<euros\> & more."
    )
    assert card["actions"][0]["url"] == "https://words.example/new.html"
    assert len(text.encode()) < 28_000  # what Teams takes


def test_without_an_address_there_are_no_links() -> None:
    found = told(tree(refund=refund()), tree(refund=refund("here: Now.")), Site(name="Words"))
    assert as_text(found) == "Words: what changed\n\nThe rule here changed\n  Refund: Now.\n"
    for form in FORMS.values():
        assert "http" not in form(found).replace("http://adaptivecards.io", "")


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "diff", *arguments])


def test_the_command_tells_two_revisions_and_nothing_where_there_is_nothing(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "repo")
    first = repo.commit("2026-01-05", {"topics.yaml": TOPICS}, refund=refund())
    second = repo.commit("2026-01-06", refund=refund("here: Now."))
    third = repo.commit("2026-01-07", refund=refund("here: Now.", "owner: Ann"))
    done = run(repo.root, f"{first}..{second}", "--digest", "--format", "slack")
    assert done.exit_code == 1, done.output
    assert "The rule here changed" in json.loads(done.stdout)["text"]
    quiet = run(repo.root, f"{second}..{third}", "--digest", "--format", "slack")
    assert (quiet.exit_code, quiet.stdout) == (0, "")
    for wrong in (("--format", "slack"), ("--digest", "--format", "markdown")):
        refused = run(repo.root, *wrong)
        assert refused.exit_code == 2 and "--digest" in refused.output
