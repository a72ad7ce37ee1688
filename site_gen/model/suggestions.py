"""Where a reader's suggestion goes: an address with placeholders, which a page fills in.

The address may be a mail address (``mailto:``), a form of any kind, or Jira's page for a new issue
(https://confluence.atlassian.com/jirakb/how-to-create-issues-using-direct-html-links-in-jira-server-159474.html).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, urlsplit

from site_gen.model.problem import RefusedError
from site_gen.model.suggest import did_you_mean

# What a page can put into the address of a suggestion.
PLACEHOLDERS: Mapping[str, str] = {
    "title": "one line that says what it is about",
    "body": "all that follows, in words",
    "term": "the name of the term, or the word that found nothing",
    "field": "the part of the term that is wrong: definition, details, example, what we say to customers",
    "text": "this part as the reader read it, cut where an address would get too long",
    "edition": "the day and the commit from which the site was built",
}
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_MAIL = re.compile(r"[^\s@/?:,;<>\"]+@[^\s@/?:,;<>\"]+\.[^\s@/?:,;<>\"]+")
_JIRA = "{base}/secure/CreateIssueDetails!init.jspa?pid={project}&issuetype={kind}"
_EXPECTED = (
    "expected 'repository', a mail address, an address with {title} and {body}, or "
    "'jira ADDRESS PROJECT-ID TYPE-ID'"
)


def unknown_placeholder(address: str) -> str:
    """What is wrong with the placeholders of an address, and what to do; "" where all are known."""
    for name in _PLACEHOLDER.findall(address):
        if name not in PLACEHOLDERS:
            known = ", ".join(f"{{{one}}}" for one in PLACEHOLDERS)
            return f"{{{name}}} is no placeholder; {did_you_mean(name, PLACEHOLDERS, f'there are {known}')}"
    return ""


def with_placeholders(address: str) -> str:
    """A mail address that says nothing of subject and text has both filled in; any other stays as it is."""
    if urlsplit(address).scheme == "mailto" and "?" not in address:
        return f"{address}?subject={{title}}&body={{body}}"
    return address


def filled(address: str, values: Mapping[str, str]) -> str:
    """The address with each placeholder as its value, "" where there is none."""
    return _PLACEHOLDER.sub(lambda found: quote(values.get(found[1], ""), safe=""), address)


def destination(said: str) -> str:
    """The setting ``suggest_url`` for what a person answers; "" for the forms of the repository.

    Raises ``RefusedError`` for an answer that is none of the four kinds.
    """
    words = said.split()
    if said.strip().lower() in ("", "repository"):
        return ""
    if words[0].lower() == "jira":
        return _jira(said, words[1:])
    address = said.strip()
    if _MAIL.fullmatch(address):
        return with_placeholders(f"mailto:{quote(address, safe='@+')}")
    if len(words) > 1 or urlsplit(address).scheme not in ("http", "https", "mailto"):
        raise RefusedError(f"suggestions cannot go to {said!r:.60}; {_EXPECTED}")
    if wrong := unknown_placeholder(address):
        raise RefusedError(f"suggestions cannot go to {said!r:.60}: {wrong}")
    address = with_placeholders(address)
    if not _PLACEHOLDER.search(address):
        raise RefusedError(
            f"suggestions cannot go to {said!r:.60}: nothing would stand in them; write {{body}} where the "
            "address takes the text, such as https://forms.example/f?text={body}"
        )
    return address


def _jira(said: str, words: list[str]) -> str:
    """Jira takes numbers for the project and the type of the issue, which its settings show."""
    if len(words) != 3 or not (words[1].isdecimal() and words[2].isdecimal()):
        raise RefusedError(
            f"suggestions cannot go to {said!r:.60}; write 'jira ADDRESS PROJECT-ID TYPE-ID', both ids as "
            "numbers, such as 'jira https://desk.atlassian.net 10001 10002'"
        )
    base, project, kind = words
    if urlsplit(base).scheme not in ("http", "https") or not urlsplit(base).netloc:
        raise RefusedError(f"Jira's address is {base!r:.60}, expected https://…")
    address = _JIRA.format(base=base.rstrip("/"), project=project, kind=kind)
    return f"{address}&summary={{title}}&description={{body}}"
