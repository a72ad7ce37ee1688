"""A difference as a short message to readers: as text, for Slack, for Teams, or as plain data.

Slack takes blocks (https://docs.slack.dev/reference/block-kit/blocks/section-block), Teams an adaptive card
in a message (https://learn.microsoft.com/power-automate/teams/send-a-message-in-teams); docs/hosting.md says
what stands in each, and tests hold it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from site_gen.history.changes import TermChange
from site_gen.history.difference import Difference
from site_gen.model.records import Site
from site_gen.text.plain import plain

FORMAT = 1
_NAMED = 10  # terms of a group; the rest is a number
_LONGEST = 200  # letters of what a rule, a sentence or a definition says now
_BLOCK = 2900  # characters of a block; Slack takes 3000
_SPACE = re.compile(r"\s+")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")  # Markdown's, of which the words are read


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One term of a group: its address, "" where it has none, and what it says now, "" where it is gone."""

    slug: str
    name: str
    url: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Terms to which the same happened."""

    id: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What changed for readers; without a group there is nothing to tell."""

    title: str
    url: str
    groups: tuple[Group, ...]


# By the part of the term that changed. ``internal`` says why a word is not said to customers.
_FIELDS: Mapping[str, tuple[str, frozenset[str]]] = {
    "here": ("The rule here changed", frozenset(("here", "links"))),
    "customers": ("What we say to customers changed", frozenset(("say_to_customer", "internal"))),
    "wording": (
        "Wording",
        frozenset(("definition", "details", "example", "metric", "contrast", "pronounced")),
    ),
}
_KINDS: Mapping[str, tuple[str, frozenset[str]]] = {
    "new": ("New", frozenset(("new", "restored"))),
    "renamed": ("Renamed", frozenset(("renamed",))),
    "gone": ("No longer used", frozenset(("deprecated", "merged", "removed"))),
}


def digest(difference: Difference, site: Site) -> Digest:
    """What readers should know of a difference; changes of order, owners, and reviews are none of it."""
    return Digest(
        title=f"{site.name}: what changed",
        url=site.absolute("new.html"),
        groups=tuple(group for group in _groups(difference, site) if group.lines),
    )


def _groups(difference: Difference, site: Site) -> Iterator[Group]:
    for name, (title, fields) in _FIELDS.items():
        touched = ((change, _now(change, fields)) for change in difference.terms if _stays(change))
        lines = tuple(_line(change, now, site) for change, now in touched if now is not None)
        yield Group(id=name, title=title, lines=lines)
    for name, (title, kinds) in _KINDS.items():
        changes = [change for change in difference.terms if kinds & set(change.kinds)]
        lines = tuple(_line(one, _became(one, difference.heirs), site) for one in changes)
        yield Group(id=name, title=title, lines=lines)


def _stays(change: TermChange) -> bool:
    return bool(change.before and change.after)


def _now(change: TermChange, fields: frozenset[str]) -> str | None:
    """What the first of the fields that changed says now; None where none of them changed."""
    for field in change.fields:
        if field.name.partition(".")[0] in fields:
            return field.after
    return None


def _became(change: TermChange, heirs: Mapping[str, str]) -> str:
    if "renamed" in change.kinds and change.before:
        return f"was {change.before.title}"
    if change.into:
        return f"now {heirs.get(change.into, change.into)}"
    return change.after.definition if change.after else ""


def _line(change: TermChange, now: str, site: Site) -> Line:
    text = _SPACE.sub(" ", plain(_LINK.sub(r"\1", now))).strip()
    return Line(
        slug=change.slug,
        name=change.name,
        url=site.absolute(f"terms/{change.slug}.html") if change.after else "",
        now=text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …",
    )


# ---- in the form of each place


def as_text(told: Digest) -> str:
    """For people: a group a paragraph."""
    return "\n".join((told.title, *_texts(told, _plain_line))) + "\n"


def _texts(told: Digest, line: Callable[[Line], str]) -> Iterator[str]:
    for group in told.groups:
        yield f"\n{group.title}"
        yield from map(line, group.lines[:_NAMED])
        if len(group.lines) > _NAMED:
            yield f"  and {len(group.lines) - _NAMED} more"


def _plain_line(line: Line) -> str:
    return f"  {line.name}" + (f": {line.now}" if line.now else "")


def as_json(told: Digest) -> str:
    """For any other program: all of it, with a format number."""
    groups = [
        {
            "id": group.id,
            "title": group.title,
            "terms": [
                {"slug": line.slug, "name": line.name, "url": line.url, "now": line.now}
                for line in group.lines
            ],
        }
        for group in told.groups
    ]
    return _dumped({"format": FORMAT, "title": told.title, "url": told.url, "groups": groups})


def as_slack(told: Digest) -> str:
    """Blocks with Slack's own markup; ``text`` is what a notification shows."""
    more = f"\n<{told.url}|What's new>" if told.url else ""
    blocks = [_slack_block(f"*{_slack(told.title)}*{more}")]
    blocks += [_slack_block(_paragraph(group, _slack_line, f"*{group.title}*")) for group in told.groups]
    summary = ", ".join(f"{group.title}: {len(group.lines)}" for group in told.groups)
    return _dumped({"text": _slack(f"{told.title} ({summary})"), "blocks": blocks})


def _slack_block(text: str) -> Mapping[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def _slack(text: str) -> str:
    """https://docs.slack.dev/messaging/formatting-message-text#escaping, and no sign that formats."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([*_~`@#])", "\\1\u200b", text)


def _slack_line(line: Line) -> str:
    name = f"<{line.url}|{_slack(line.name)}>" if line.url else _slack(line.name)
    return f"• {name}" + (f": {_slack(line.now)}" if line.now else "")


def as_teams(told: Digest) -> str:
    """An adaptive card, as incoming webhooks of Teams' workflows take it."""
    body: list[Mapping[str, Any]] = [_teams_block(_teams(told.title), weight="Bolder", size="Medium")]
    for group in told.groups:
        body.append(_teams_block(group.title, weight="Bolder"))
        body.append(_teams_block(_paragraph(group, _teams_line)))
    card: dict[str, Any] = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": body,
    }
    if told.url:
        card["actions"] = [{"type": "Action.OpenUrl", "title": "What's new", "url": told.url}]
    kind = "application/vnd.microsoft.card.adaptive"
    attachment = {"contentType": kind, "contentUrl": None, "content": card}
    return _dumped({"type": "message", "attachments": [attachment]})


def _teams_block(text: str, **looks: str) -> Mapping[str, Any]:
    return {"type": "TextBlock", "text": text, "wrap": True, **looks}


def _teams(text: str) -> str:
    """A text block takes some Markdown: what would format or link is quoted."""
    return re.sub(r"([\\*_\[\]()#`~|<>-])", r"\\\1", text)


def _teams_line(line: Line) -> str:
    name = f"[{_teams(line.name)}]({line.url})" if line.url else _teams(line.name)
    return f"- {name}" + (f": {_teams(line.now)}" if line.now else "")


def _paragraph(group: Group, line: Callable[[Line], str], head: str = "") -> str:
    """The first lines of a group, as many as a block takes; the rest is a number."""
    said: list[str] = [head] if head else []
    shown = 0
    for one in group.lines[:_NAMED]:
        text = line(one)
        if sum(map(len, said)) + len(text) > _BLOCK:
            break
        said.append(text)
        shown += 1
    more = len(group.lines) - shown
    return "\n".join((*said, *((f"and {more} more",) if more else ())))


def _dumped(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)


FORMS: Mapping[str, Callable[[Digest], str]] = {
    "text": as_text,
    "json": as_json,
    "slack": as_slack,
    "teams": as_teams,
}
