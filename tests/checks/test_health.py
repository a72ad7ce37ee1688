"""Due reviews and the health of a glossary: as values, as a page, and on the command line."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt

from helpers.corpora import TOPICS, term_yaml
from helpers.repo import Repo
from helpers.rows import each_row
from helpers.support import glossary, source, term, topic
from site_gen.__main__ import main
from site_gen.checks.health import Health, health
from site_gen.checks.reviews import NOBODY, due_reviews, never_due
from site_gen.export.health_json import health_json
from site_gen.export.health_md import due_md, health_md
from site_gen.export.health_text import due_text, health_text
from site_gen.history.events import History
from site_gen.model.owners import people
from site_gen.model.period import after
from site_gen.model.records import Glossary, Origin, Owner, Site
from site_gen.model.relations import relations
from site_gen.pipeline import files_of
from site_gen.settings import SettingsError, load_site
from site_gen.text.links import link

TODAY = date(2026, 11, 22)
MONTHLY = Site(review_every="1 month")


def healthy(corpus: Glossary, site: Site | None = None, **history: Any) -> Health:
    told = History(today=history.pop("today", TODAY), **history)
    return health(corpus, link(corpus), relations(corpus), site or Site(), told)


@each_row(
    "day, period, then",
    [
        ("2026-01-31", "1 month", "2026-02-28"),
        ("2024-02-29", "12 months", "2025-02-28"),
        ("2024-02-29", "4 years", "2028-02-29"),
        ("2026-11-30", "14 months", "2028-01-30"),
        ("2026-01-01", "10 days", "2026-01-11"),
        ("2026-01-01", "2 weeks", "2026-01-15"),
        ("2026-01-01", "9999 years", "9999-12-31"),
        ("2026-01-01", "9999999 days", "9999-12-31"),
    ],
)
def test_a_review_holds_for_its_period(day: str, period: str, then: str) -> None:
    assert after(date.fromisoformat(day), period) == date.fromisoformat(then)


REVIEWED = date(2026, 1, 15)
CASES: list[tuple[str, dict[str, Any], str, str, str]] = [
    # what the term says, what its topic says, what the site says, and why it is due ("" for not)
    ("nobody says how long", {"reviewed": REVIEWED}, "", "", ""),
    (
        "the term says, and it ran out",
        {"reviewed": REVIEWED, "review_every": "6 months"},
        "",
        "",
        "overdue 2026-06-30",
    ),
    (
        "the term goes before its topic",
        {"reviewed": REVIEWED, "review_every": "2 years"},
        "1 day",
        "1 day",
        "",
    ),
    ("the topic goes before the site", {"reviewed": REVIEWED}, "2 years", "1 day", ""),
    ("the site says", {"reviewed": REVIEWED}, "", "3 months", "overdue 2026-03-31"),
    ("it ends today", {"reviewed": date(2026, 10, 25)}, "", "1 month", "overdue 2026-11-22"),
    ("it ends tomorrow", {"reviewed": date(2026, 10, 26)}, "", "1 month", ""),
    ("approved, never read again", {"status": "approved"}, "", "1 year", "never None"),
    ("a draft has no review yet", {"status": "draft"}, "", "1 year", ""),
    ("approved, and nobody asks", {"status": "approved"}, "", "", ""),
    ("no longer used", {"status": "deprecated", "reviewed": REVIEWED}, "", "1 day", ""),
]


@each_row("fields, topics, site, why", [case[1:] for case in CASES])
def test_when_a_review_is_due_and_why(fields: dict[str, Any], topics: str, site: str, why: str) -> None:
    corpus = glossary(term("a", **fields), topics=(replace(topic("basics"), review_every=topics),))
    found = due_reviews(corpus, Site(review_every=site), {}, TODAY)
    assert " ".join(f"{one.why} {one.since}" for one in found) == why


def test_a_text_that_changed_after_its_review_is_due_at_once() -> None:
    corpus = glossary(term("a", reviewed=REVIEWED), term("b", reviewed=REVIEWED), term("c"))
    changed = {"a": date(2026, 1, 16), "b": REVIEWED, "c": TODAY}
    (due,) = due_reviews(corpus, Site(), changed, TODAY)
    assert (due.term.slug, due.why, due.said()) == (
        "a", "changed", "changed on 2026-01-16, after its review on 2026-01-15",
    )  # fmt: skip


OWNED = glossary(
    term("a", name="A*", owner="Zoe", reviewed=REVIEWED),
    term("b", reviewed=REVIEWED),
    term("c", reviewed=REVIEWED, topics=("none",)),
    term("d", owner="@ann", reviewed=date(2025, 1, 1)),
    term("e", status="approved", owner="Zoe"),
    topics=(replace(topic("basics"), owner="Desk [team]"),),
)


def test_by_owner_with_nobody_last() -> None:
    due = due_reviews(OWNED, MONTHLY, {}, TODAY)
    assert [(one.owner, one.term.slug) for one in due] == [
        ("@ann", "d"), ("Desk [team]", "b"), ("Zoe", "e"), ("Zoe", "a"), (NOBODY, "c"),
    ]  # fmt: skip
    assert due_text(due).splitlines()[:3] == [
        "Reviews that are due", "  @ann (1)", "    d: due since 2025-01-28, last reviewed on 2025-01-01",
    ]  # fmt: skip
    assert due_text(()) == "Reviews that are due: none\n"


def test_none_is_no_news_where_no_review_ever_runs_out() -> None:
    assert never_due(OWNED, Site()) and not never_due(OWNED, MONTHLY)
    assert not never_due(glossary(term("a", review_every="2 years")), Site())
    topics = (replace(topic("basics"), review_every="2 years"),)
    assert not never_due(glossary(term("a"), topics=topics), Site())
    for said in (due_text((), never_due=True), due_md((), Site(), {}, never_due=True)):
        assert "No review ever runs out here: write 'review_every: 12 months' into mkdocs.yml" in said
    found = healthy(OWNED)
    for whole in (health_text(found), health_md(found, Site(), {})):
        assert "No review ever runs out here" in whole


def test_an_issue_to_tick_off() -> None:
    site = Site(
        url="https://example.org/w/",
        repo_url="https://github.com/you/words",
        owners={"Zoe": Owner(name="Zoe", handle="@zoe @desk/leads", origin=Origin(path="mkdocs.yml"))},
    )
    said = due_md(due_reviews(OWNED, MONTHLY, {}, TODAY), site, people(OWNED, site))
    assert "## @ann (1)\n" in said and "## Zoe @zoe @desk/leads (2)\n" in said
    assert (
        "- [ ] [A\\*](https://example.org/w/terms/a.html) "
        "([edit](https://github.com/you/words/edit/main/glossary/terms/a.yaml)): due since 2026-02-12" in said
    )
    assert "<h2>Desk [team] (1)</h2>" in MarkdownIt().render(said)
    assert "`e`" in due_md(due_reviews(OWNED, MONTHLY, {}, TODAY), Site(), {})
    assert due_md((), site, {}) == "# Reviews that are due\n\nNone. Every review still holds.\n"


CORPUS = glossary(
    term(
        "ticket",
        definition="A record.",
        status="approved",
        level="essential",
        related=["queue"],
        example="So.",
    ),
    term("queue", definition="A row of tickets.", topics=("basics", "more"), status="approved"),
    term("case", definition="A ticket that waits in a queue, among tickets.", level="reference"),
    term(
        "alone", definition="Incomprehensible organisational communication responsibilities notwithstanding."
    ),
    term("old", definition="A ticket.", status="deprecated"),
    topics=(topic("basics"), topic("more", "More of it")),
    sources=(source("red", {"Ticket": "ticket", "Case": "case"}), source("blue", {"Ticket": "ticket"})),
)


def test_terms_are_counted_by_status_and_by_what_they_lack() -> None:
    found = healthy(CORPUS)
    assert found.terms == 5
    assert [(one.name, one.number) for one in found.statuses] == [
        ("Approved", 2),
        ("Draft", 2),
        ("Deprecated", 1),
    ]
    assert [(one.id, one.number, one.parts) for one in found.topics] == [
        ("basics", 5, (2, 0, 2, 1)), ("more", 1, (1, 0, 0, 0)),
    ]  # fmt: skip
    assert {one.name: one.number for one in found.levels} == {"Essential": 1, "Working": 3, "Reference": 1}
    assert {one.id: one.number for one in found.sources} == {"red": 2, "blue": 1, "": 3}
    missing = {one.what: [term.slug for term in one.terms] for one in found.missing}
    assert missing["no example"] == ["alone", "queue"]  # not the one for reference, nor the deprecated one
    assert missing["no relation to another term"] == ["alone"]
    assert [term.slug for term in found.orphans] == ["alone"]
    assert found.hardest[0].term.slug == "alone" and found.hardest[0].value > 12
    assert found.longest[0].term.slug == "alone" and len(found.longest) == 4


def test_owners_who_cannot_be_reached_are_told_everywhere() -> None:
    listed = {
        name: Owner(name=name, origin=Origin(path="mkdocs.yml"), **fields)
        for name, fields in {"Ann": {"mail": "a@example.org"}, "Bo": {"handle": "@bo"}, "Zoe": {}}.items()
    }
    corpus = glossary(
        term("a", owner="Ann"), term("b", owner="Bo"), term("c", owner="Ana, Ann"), term("d"),
        term("e", owner="zoe@example.org"), term("f", level="reference"), term("g", owner="Lee", status="deprecated"),
    )  # fmt: skip
    found = healthy(corpus, Site(owners=listed))
    assert [one.owner.name for one in found.unreachable] == ["Bo"]  # Zoe owns nothing
    assert [(one.owner.name, [t.slug for t in one.terms]) for one in found.unlisted] == [("Ana", ["c"])]
    assert [one.slug for one in found.unowned] == ["d"]
    rows = [("no mail and no chat", "Bo"), ("not in owners.yaml", "Ana"),
            ("no owner, nor one of its topic or the site", "nobody")]  # fmt: skip
    for what, who in rows:
        assert re.search(rf"{what} +{who} +1 ", health_text(found))
        assert f"| {what} | {who} | 1 |" in health_md(found, Site(), {})
    page = files_of(corpus, Site(owners=listed))["health.md"].decode()
    assert [re.search(rf"<td[^>]*>{who}</td><td[^>]*>1</td>", page) is not None for _, who in rows] == [
        True
    ] * 3
    assert json.loads(health_json(found))["owners"] == {
        "without_contact": [{"name": "Bo", "terms": ["b"]}],
        "not_listed": [{"name": "Ana", "terms": ["c"]}],
        "terms_without_owner": ["d"],
    }
    assert healthy(corpus, Site(owner="Ann", owners=listed)).unowned == ()


def test_links_between_terms_are_counted() -> None:
    found = healthy(CORPUS)
    assert (found.linked[0].label, found.linked[0].slugs) == ("Ticket", ("ticket",))
    assert found.links == sum(one.number for one in found.linked)
    assert found.linked[0].share == round(100 * found.linked[0].number / found.links, 1)
    plain = glossary(*(replace(one, autolink=one.slug != "ticket") for one in CORPUS.terms))
    assert [one.label for one in healthy(plain).never_linked] == ["Ticket"]


def test_a_clock_from_git_or_else_from_the_corpus() -> None:
    corpus = glossary(term("a", reviewed=REVIEWED), term("b", reviewed=date(2020, 1, 1)))
    assert healthy(corpus, Site(review_every="1 year"), today=None).today == REVIEWED
    assert [one.term.slug for one in healthy(corpus, Site(review_every="1 year"), today=None).due] == ["b"]
    assert healthy(glossary(), today=None).today is None


def test_the_page_of_health_tells_what_is_due() -> None:
    page = files_of(CORPUS, Site(review_every="1 year"), History(today=TODAY))["health.md"].decode()
    assert "as of November 22, 2026" in page
    assert re.search(
        r"<h3>Nobody .*?2</span></h3>\n<ul><li><a [^>]*>Queue</a>: approved, but never reviewed</li>", page
    )
    assert 'width="' in page and "style=" not in page
    bars = re.findall(r'<rect class="gl-bar__(\w+)" x="([\d.]+)" y="0" width="([\d.]+)"', page)
    assert (
        ("approved", "0.0", "40.0") in bars
        and ("draft", "40.0", "40.0") in bars
        and ("deprecated", "80.0", "20.0") in bars
    )
    assert "<span>2 approved, 2 draft, 1 deprecated</span>" in page
    assert "“Ticket” is " in page
    assert '<a href="sources/red.html">' in page and '<a href="topics/more.html">' in page
    assert (
        "without the whole history" in files_of(CORPUS, Site(), History(note="None."))["health.md"].decode()
    )


def test_an_empty_glossary_has_a_page() -> None:
    page = files_of(glossary(), Site())["health.md"].decode()
    assert "None. No review ever runs out here: write review_every: 12 months into mkdocs.yml" in page
    page = files_of(glossary(term("a")), MONTHLY)["health.md"].decode()
    assert "None. Every review still holds." in page
    assert health_text(healthy(glossary())).startswith("0 terms: none\n")


def test_a_public_site_has_no_page_for_editors() -> None:
    files = files_of(CORPUS, Site(audience="public"))
    assert "health.md" not in files
    assert "health.html" not in files["about.md"].decode()
    assert "health.html" in files_of(CORPUS, Site())["about.md"].decode()


def test_markdown_holds_any_text() -> None:
    corpus = glossary(term("a", name="A | <b> *x*"), term("b", name="B", example="So."))
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(
        health_md(healthy(corpus), Site(name="W & [x]"), {})
    )
    assert "<td>A | &lt;b&gt; *x*</td>" in shown
    assert "<h1>Health of W &amp; [x]</h1>" in shown


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "health", *arguments])


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = Repo(tmp_path / "repo")
    old = term_yaml(
        "Case",
        "status: approved",
        "reviewed: 2026-01-04",
        "owner: Ann",
        definition="The record of one request.",
    )
    repo.commit("2026-01-05", {"topics.yaml": TOPICS}, case=old)
    repo.commit("2026-02-05", case=old.replace("one request", "one wish"))
    return repo


def test_the_command_health_prints_what_is_due_by_owner(repo: Repo) -> None:
    done = run(repo.root)
    assert done.exit_code == 0
    assert done.stdout.startswith(
        "1 term: 1 approved\n\nReviews that are due\n  Ann (1)\n    case: changed on 2026-02-05"
    )
    assert run(repo.root, "--due").stdout.startswith("Reviews that are due\n  Ann (1)\n")
    assert run(repo.root, "--due", "--format", "markdown").stdout.startswith("# Reviews that are due\n")
    assert run(repo.root, "--format", "markdown").stdout.startswith("# Health of Glossary\n")
    data = json.loads(run(repo.root, "--json").stdout)
    assert data["format"] == 1 and data["by_topic"][0]["terms"] == 1
    due = {"term": "case", "owner": "Ann", "why": "changed", "since": "2026-02-05", "reviewed": "2026-01-04"}
    assert data["due"] == json.loads(run(repo.root, "--due", "--json").stdout) == [due]


def test_what_is_due_goes_by_the_day(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    (repo.root / "glossary" / "topics.yaml").write_text(TOPICS + "  review_every: 6 months\n")
    repo.git("checkout", "-q", "HEAD~1", "--", "glossary/terms")
    repo.commit(
        "2026-03-01", case=(repo.root / "glossary/terms/case.yaml").read_text().replace("01-04", "03-01")
    )
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1785500000")  # July 31, 2026
    assert run(repo.root, "--due").stdout == "Reviews that are due: none\n"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")  # September 21, 2026
    assert "case: due since 2026-08-03, last reviewed on 2026-03-01" in run(repo.root, "--due").stdout


def test_a_file_that_cannot_be_read(repo: Repo) -> None:
    repo.write({"terms/case.yaml": "name: [\n"})
    done = run(repo.root)
    assert done.exit_code == 1
    assert "glossary/terms/case.yaml:" in done.stdout


def test_a_period_in_the_settings_that_is_none(root: Path) -> None:
    file = root / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    assert "  - glossary:\n" in text
    file.write_text(
        text.replace("  - glossary:\n", "  - glossary:\n      review_every: often\n"), encoding="utf-8"
    )
    with pytest.raises(
        SettingsError, match="review_every is 'often', expected a number and a unit; write it like 12 months"
    ):
        load_site(root)


def test_the_command_health_reads_in_the_language_of_the_site(root: Path) -> None:
    (root / "mkdocs.yml").write_text("theme: {name: material, language: fr}\nplugins: [glossary]\n")
    assert "Kandel-Moles" in run(root).stdout
