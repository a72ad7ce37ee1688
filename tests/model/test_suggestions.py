"""Where suggestions go: what a person may answer, and what a setting may hold."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from helpers.rows import each_row
from site_gen.model.problem import RefusedError
from site_gen.model.suggestions import destination, filled, unknown_placeholder, with_placeholders

MAIL = "mailto:words@desk.example?subject={title}&body={body}"


@each_row(
    "said, setting",
    [
        ("repository", ""),
        (" Repository ", ""),
        ("", ""),
        ("words@desk.example", MAIL),
        ("mailto:words@desk.example", MAIL),
        ("mailto:w@desk.example?subject={title}", "mailto:w@desk.example?subject={title}"),
        ("wörter+neu@desk.example", "mailto:w%C3%B6rter+neu@desk.example?subject={title}&body={body}"),
        (" https://desk.example/f?t={title}&b={body} ", "https://desk.example/f?t={title}&b={body}"),
        ("https://desk.example/f?e1={term}&e2={field}", "https://desk.example/f?e1={term}&e2={field}"),
        (
            "jira https://desk.atlassian.net/ 10001 10002",
            "https://desk.atlassian.net/secure/CreateIssueDetails!init.jspa?pid=10001&issuetype=10002"
            "&summary={title}&description={body}",
        ),
    ],
)
def test_an_answer_becomes_a_setting(said: str, setting: str) -> None:
    assert destination(said) == setting


@each_row(
    "said, why",
    [
        ("somewhere", "expected 'repository'"),
        ("javascript:alert(1)", "expected 'repository'"),
        ("https://desk.example/f with words", "expected 'repository'"),
        ("https://desk.example/f?t={titel}", "did you mean 'title'?"),
        ("https://desk.example/f?t={zzz}", "there are {title}"),
        ("jira https://desk.atlassian.net DESK Bug", "both ids as numbers"),
        ("jira desk.atlassian.net 1 2", "expected https://"),
        ("jira", "both ids as numbers"),
    ],
)
def test_another_answer_says_what_was_expected(said: str, why: str) -> None:
    with pytest.raises(RefusedError) as raised:
        destination(said)
    assert why in str(raised.value)


def test_values_are_filled_in_so_that_none_can_add_to_the_address() -> None:
    values = {"title": "A & b=c {body}", "body": "x\n#y"}
    query = parse_qs(urlsplit(filled("https://d.example/?t={title}&b={body}&e={edition}", values)).query)
    assert query == {"t": ["A & b=c {body}"], "b": ["x\n#y"]}


def test_only_a_mail_gets_placeholders_by_itself() -> None:
    assert with_placeholders("https://desk.example/form") == "https://desk.example/form"
    assert with_placeholders("mailto:words@desk.example") == MAIL
    assert unknown_placeholder(MAIL) == ""
