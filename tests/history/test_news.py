"""What is told of a history: by month on a page, in a few lines on the home page, as a feed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree as ET

from helpers.rows import each_row
from helpers.support import glossary, term
from site_gen.catalog import catalog
from site_gen.history.audience import visible_history
from site_gen.history.events import Event, History
from site_gen.history.news import lately, months, settled
from site_gen.model.audience import visible
from site_gen.model.records import Site
from site_gen.model.trust import Trust
from site_gen.pages.data.feed import ATOM, feed
from site_gen.pipeline import files_of

SITE = Site(name="Words & more", url="https://example.org/words")


def event(kind: Any, slug: str, day: str = "2026-03-02", **fields: Any) -> Event:
    when = datetime.fromisoformat(f"{day}T10:00:00+00:00")
    name = fields.pop("name", slug.capitalize())
    return Event(kind=kind, slug=slug, name=name, when=when, commit=fields.pop("commit", "c" * 40), **fields)


def short(events: Any) -> list[str]:
    return [f"{one.kind} {one.slug}" for one in events]


SETTLED: list[tuple[str, list[Event], list[str]]] = [
    ("came and changed", [event("new", "a", after="x"), event("redefined", "a", after="y")], ["new a"]),
    ("came and went", [event("new", "a"), event("removed", "a")], []),
    ("came and was merged", [event("new", "a"), event("merged", "a", into="b")], []),
    ("went and came back", [event("removed", "a"), event("new", "a")], []),
    ("changed and went", [event("redefined", "a", before="x", after="y"), event("removed", "a")], ["removed a"]),
    (
        "changed there and back",
        [event("redefined", "a", before="x", after="y"), event("redefined", "a", before="y", after="x")], [],
    ),
    (
        "renamed there and back",
        [event("renamed", "b", old="a", was="A", name="B"), event("renamed", "a", old="b", was="B", name="A")], [],
    ),
    ("a new address only", [event("renamed", "b", old="a", was="A", name="A")], []),
    (
        "changed, then renamed",
        [event("redefined", "a", before="x", after="y"), event("renamed", "b", old="a", was="A")],
        ["redefined b", "renamed b"],
    ),
    ("came, then renamed", [event("new", "a"), event("renamed", "b", old="a", was="A")], ["new b"]),
    ("out of use and back", [event("deprecated", "a"), event("restored", "a")], []),
    ("back in use", [event("restored", "a")], ["restored a"]),
    ("came with a rule that changed", [event("new", "a", after="x"), event("here", "a", before="x", after="y")], ["new a"]),
    (
        "ruled anew twice, and said anew",
        [event("here", "a", before="x", after="y"), event("customers", "a", after="z"), event("here", "a", before="y", after="z")],
        ["here a", "customers a"],
    ),
    (
        "ruled there and back, then renamed",
        [event("here", "a", before="x", after="y"), event("customers", "a", before="x"), event("here", "a", before="y", after="x"), event("renamed", "b", old="a", was="A")],
        ["customers b", "renamed b"],
    ),
    ("back and out", [event("restored", "a"), event("deprecated", "a")], ["deprecated a"]),
]  # fmt: skip


@each_row("events, told", [case[1:] for case in SETTLED])
def test_each_term_is_told_once(events: list[Event], told: list[str]) -> None:
    assert short(settled(events)) == told


def test_two_changes_of_a_definition_are_one() -> None:
    events = [
        event("redefined", "a", before="x", after="y"),
        event("renamed", "b", old="a", was="A"),
        event("renamed", "c", old="b", was="B"),
        event("redefined", "c", before="y", after="z"),
    ]
    redefined, renamed = sorted(settled(events), key=lambda one: one.kind)
    assert (redefined.before, redefined.after, redefined.name) == ("x", "z", "C")
    assert (renamed.was, renamed.name) == ("A", "C")


def test_months_hold_kinds_in_order_whatever_the_order_of_the_commits() -> None:
    history = History(
        changes=(
            event("redefined", "b", "2026-03-09", before="x", after="y"),
            event("new", "z", "2026-03-08"),
            event("new", "q", "2026-01-31"),
            event("new", "a", "2026-03-01"),
        )
    )
    first, second = months(history)
    assert [(kind, [one.slug for one in events]) for kind, events in first.groups] == [
        ("new", ["a", "z"]), ("redefined", ["b"]),
    ]  # fmt: skip
    assert (first.first.isoformat(), first.count) == ("2026-03-01", 3)
    assert second.first.isoformat() == "2026-01-01"


def test_lately_counts_what_came_at_once() -> None:
    history = History(
        changes=(event("redefined", "b", before="x"), *(event("new", f"n{n}") for n in range(226)))
    )
    lines = lately(history, 5)
    assert [(line.kind, line.number) for line in lines] == [("new", 226), ("redefined", 1)]
    assert (
        len(lately(History(changes=tuple(event("redefined", f"n{n}", before="x") for n in range(9))), 5)) == 5
    )


HISTORY = History(
    changes=(
        event("deprecated", "case", "2026-05-01", into="ticket", author="Ann"),
        event("redefined", "ticket", "2026-04-03", before="A <b>record</b>.", after="The record."),
        event("renamed", "ticket", "2026-04-02", was="Slip & co", old="slip"),
        event("merged", "chit", "2026-04-01", into="ticket"),
        event("removed", "token", "2026-03-09"),
        *(event("new", f"n{n}", "2026-02-01") for n in range(40)),
        *(event("new", "old", f"{year}-01-01", after="x", commit=f"{year}", name="Bad \x0b name") for year in range(2025, 2010, -1)),
    ),
)  # fmt: skip
CORPUS = glossary(
    term("ticket", name="Ticket", definition="The record."),
    term("case", status="deprecated", replaced_by="ticket"),
    *(term(f"n{n}", level="essential" if n > 35 else "working") for n in range(40)),
)


def test_the_page_of_news_tells_months_and_terms() -> None:
    files = files_of(CORPUS, SITE, HISTORY)
    page = files["new.md"].decode()
    assert page.index('id="m2026-05"') < page.index('id="m2026-04"') < page.index('id="m2026-02"')
    assert '<del>Slip &amp; co</del> is now <a class="gl-t" href="terms/ticket.html">Ticket</a>' in page
    assert "<del>A &lt;b&gt;</del><ins>The </ins>record<del>&lt;/b&gt;</del>." in page
    assert 'we say <a class="gl-t" href="terms/ticket.html">' in page
    assert 'now part of <a class="gl-t" href="terms/ticket.html">' in page
    assert "<strong>Token</strong>" in page
    assert re.search(r'40 terms, among them <span data-at="[^"]+Z" data-what="New"><a [^>]*>N36</a>', page)
    assert "<summary>The other 28</summary>" in page
    assert "January 2011: 1 change<" in page
    assert "Ann" not in page and "Ann" not in files["feed.xml"].decode()
    named = files_of(CORPUS, Site(url="https://example.org", authors=True), HISTORY)
    assert "by Ann" in named["new.md"].decode() and "Ann" in named["feed.xml"].decode()


def test_the_home_page_tells_the_latest() -> None:
    page = files_of(CORPUS, SITE, HISTORY)["index.md"].decode()
    lines = page[page.index("## What changed lately") :].partition("</ul>")[0]
    assert lines.count("<li>") == 5
    assert 'href="terms/case.html"' in lines
    assert "What changed lately" not in files_of(CORPUS, SITE)["index.md"].decode()


def test_without_a_history_the_page_says_why() -> None:
    page = files_of(CORPUS, SITE, History(note="No history here."))["new.md"].decode()
    assert "<p>No history here.</p>" in page
    assert "No change of a term" in files_of(CORPUS, SITE)["new.md"].decode()


def test_a_public_site_tells_nothing_of_internal_terms() -> None:
    corpus = glossary(term("open"), term("hushed", audience="internal"))
    history = History(
        changes=(
            event("deprecated", "open", into="hushed"),
            event("redefined", "hushed", before="x", after="hidden text"),
            event("removed", "bygone", internal=True),
            event("new", "open"),
        ),
    )
    site = Site(audience="public", url="https://example.org")
    shown = visible_history(history, corpus, site)
    assert short(shown.changes) == ["deprecated open", "new open"]
    files = files_of(visible(corpus, site), site, shown)
    assert not [
        path for path, data in files.items() if b"hushed" in data.lower() or b"bygone" in data.lower()
    ]
    assert visible_history(history, corpus, Site()) == history


def test_what_an_address_of_a_hidden_term_was_is_told_to_nobody() -> None:
    """It went before the redirect was written, so that no event says where to."""
    corpus = replace(
        glossary(term("open"), term("hushed", audience="internal")),
        redirects={"older": "hushed", "old": "open"},
    )
    history = History(
        changes=(
            event("removed", "older"),
            event("removed", "old"),
            event("new", "older"),
            event("new", "old"),
        )
    )
    shown = visible_history(history, corpus, Site(audience="public"))
    assert short(shown.changes) == ["removed old", "new old"]


def test_what_is_ruled_here_and_said_to_customers_stands_on_the_page_and_in_the_feed() -> None:
    history = History(
        changes=(
            event("here", "ticket", before="Within two hours.", after="Within three hours."),
            event("customers", "ticket", after="We write <soon>."),
        )
    )
    files = {
        path: data.decode()
        for path, data in files_of(CORPUS, SITE, history).items()
        if path in ("new.md", "feed.xml")
    }
    page, told = files["new.md"], files["feed.xml"]
    assert page.index("The rule here changed") < page.index("What we say to customers changed")
    assert "Within <del>two</del><ins>three</ins> hours." in page
    assert "<ins>We write &lt;soon&gt;.</ins>" in page
    assert "Within three hours. (Before: Within two hours.)" in told
    assert "What we say to customers changed: Ticket" in told and "We write &lt;soon&gt;." in told
    public = Site(audience="public")
    assert short(visible_history(history, CORPUS, public).changes) == ["customers ticket"]
    shown = visible_history(history, CORPUS, replace(public, public_fields=("here",)))
    assert short(shown.changes) == ["here ticket", "customers ticket"]


def test_the_feed_is_as_rfc_4287_asks() -> None:
    root = ET.fromstring(feed(HISTORY, SITE, {"ticket": Trust(mark="draft")}, catalog()))
    atom = {"a": ATOM}
    assert root.tag == f"{{{ATOM}}}feed"
    for one in (root, *root.findall("a:entry", atom)):
        for tag in ("id", "title", "updated"):
            assert len(one.findall(f"a:{tag}", atom)) == 1, tag
        assert (one.findtext("a:id", "", atom)).startswith("https://example.org/words/")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one.findtext("a:updated", "", atom))
        assert len(one.findall("a:link[@rel='alternate']", atom)) == 1
    assert root.find("a:author/a:name", atom) is not None
    assert root.find("a:link[@rel='self']", atom) is not None
    entries = root.findall("a:entry", atom)
    ids = [entry.findtext("a:id", "", atom) for entry in entries]
    assert len(ids) == len(set(ids)) > 5
    assert all(entry.findtext("a:summary", "", atom) for entry in entries)
    titles = [entry.findtext("a:title", "", atom) for entry in entries]
    marks = [entry.find("a:category", atom) for entry in entries]
    assert [mark.get("label") if mark is not None else "" for mark in marks[:4]] == [
        "",
        "Draft",
        "Draft",
        "Draft",
    ]
    assert titles[:6] == [
        "No longer used: Case", "Redefined: Ticket", "Renamed: Slip & co is now Ticket", "Merged: Chit",
        "Removed: Token", "40 new terms",
    ]  # fmt: skip
    assert root.findtext("a:updated", "", atom) == "2026-05-01T10:00:00Z"
    assert "feed.xml" not in files_of(CORPUS, Site(), HISTORY)


def test_an_empty_feed_is_a_feed() -> None:
    assert ET.fromstring(feed(History(), SITE, {}, catalog())).find(f"{{{ATOM}}}updated") is not None


def test_a_term_links_to_its_history() -> None:
    site = Site(repo_url="https://github.com/you/words")
    history = History(text_changed={"ticket": datetime(2026, 4, 3, tzinfo=UTC).date()})
    page = files_of(CORPUS, site, history)["terms/ticket.md"].decode()
    assert "Changed on April 3, 2026" in page
    assert 'href="https://github.com/you/words/commits/main/glossary/terms/ticket.yaml"' in page
    assert "Changed on" not in files_of(CORPUS, SITE)["terms/ticket.md"].decode()
