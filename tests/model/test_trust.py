"""How far readers may rely on a term: the mark, its words, and the day on which it changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from helpers.corpora import ROOT
from helpers.rows import each_row
from helpers.support import glossary, term, topic
from site_gen.catalog import catalog
from site_gen.model.period import after, spread_after
from site_gen.model.records import Site
from site_gen.model.trust import MARKS, trust, trust_of

READ = date(2026, 1, 15)
TODAY = date(2026, 11, 28)
CASES: list[tuple[str, dict[str, Any], str, str]] = [
    # what the term says, how long a review holds on the site, and what readers are told today
    ("nothing", {}, "", "Draft"),
    ("a draft that was read", {"reviewed": READ}, "1 year", "Draft"),
    ("taken over", {"status": "shipped", "reviewed": READ}, "1 month", "Shipped, not yet reviewed here"),
    ("out of use", {"status": "deprecated", "reviewed": READ}, "1 month", "No longer used"),
    ("approved, no more", {"status": "approved"}, "", "Approved"),
    ("by whom", {"status": "approved", "owner": "Ann", "reviewed": READ}, "", "Approved by Ann on 2026-01-15"),
    ("by another than its owner", {"status": "approved", "owner": "Ann", "reviewed_by": "Bo", "reviewed": READ}, "", "Approved by Bo on 2026-01-15"),
    ("nobody's", {"status": "approved", "reviewed": READ, "topics": ("other",)}, "2 years", "Approved on 2026-01-15"),
    ("its topic's", {"status": "approved", "reviewed": READ}, "2 years", "Approved by Tia on 2026-01-15"),
    ("ran out", {"status": "approved", "reviewed": READ}, "3 months", "Review due since 2026-04-12"),
    ("runs out today", {"status": "approved", "reviewed": date(2026, 2, 8)}, "1 year", "Review due since 2026-11-28"),
    ("never read, and somebody should", {"status": "approved"}, "1 year", "Review due: never reviewed"),
]  # fmt: skip


@each_row("fields, every, said", [case[1:] for case in CASES])
def test_what_readers_are_told(fields: dict[str, Any], every: str, said: str) -> None:
    one = term("case", **{"topics": ("desk",), **fields})
    corpus = glossary(one, topics=(replace(topic("desk"), owner="Tia"), topic("other")))
    assert trust_of(one, corpus, Site(review_every=every)).at(TODAY).said(catalog()) == said


def test_what_is_said_instead_goes_with_the_mark() -> None:
    old, gone = (
        term(slug, status="deprecated", replaced_by=to) for slug, to in (("old", "new"), ("gone", "?"))
    )
    told = trust(glossary(old, gone, term("new", name="New", context="phone")), Site(), {})
    assert told["old"].said(catalog()) == "No longer used; we say New (phone)"
    assert told["gone"].said(catalog()) == "No longer used"


def test_a_text_that_changed_after_its_review_is_due_whatever_the_day() -> None:
    one = term("case", status="approved", reviewed=READ)
    told = trust(glossary(one), Site(review_every="9 years"), {"case": date(2026, 2, 1)})["case"]
    assert told.at(None).said(catalog()) == "Review due since 2026-02-01"
    assert trust(glossary(one), Site(review_every="9 years"), {"case": READ})["case"].mark == "approved"


def test_a_day_that_has_not_come_is_published_for_the_browser() -> None:
    one = term("case", status="approved", reviewed=READ)
    told = trust_of(one, glossary(one), Site(review_every="1 year"))
    assert (told.mark, told.until) == ("approved", date(2026, 11, 4))
    assert told.at(date(2026, 11, 3)).mark == "approved"
    assert told.at(date(2026, 11, 4)).mark == "due"


PERIODS = st.one_of(
    st.builds("{} days".format, st.integers(1, 9999)),
    st.builds("{} months".format, st.integers(1, 9999)),
    st.builds("{} years".format, st.integers(1, 9999)),
)


@given(st.dates(), PERIODS, st.text(max_size=80))
def test_a_review_ends_in_the_last_quarter_of_its_period_and_never_later(
    day: date, period: str, slug: str
) -> None:
    end, found = after(day, period), spread_after(day, period, slug)
    assert found == spread_after(day, period, slug)
    assert found <= end
    assert (end - found).days * 4 <= (end - day).days


@given(
    st.integers(40, 400),
    st.sampled_from(["6 months", "12 months", "2 years"]),
    st.dates(date(2000, 1, 1), date(2090, 1, 1)),
)
def test_a_batch_of_one_day_does_not_fall_due_on_one_day(count: int, period: str, day: date) -> None:
    """No day has more than a few of a batch, and the quarter is used from its begin to its end."""
    slugs = [f"term-{number}" for number in range(count)]
    due = Counter(spread_after(day, period, slug) for slug in slugs)
    quarter = (after(day, period) - day).days // 4
    assert max(due.values()) <= 4 + 3 * count / quarter
    assert (max(due) - min(due)).days >= quarter * 0.8


def test_each_mark_has_a_sign_of_its_own() -> None:
    assert len({meaning.sign for meaning in MARKS.values()}) == len(MARKS)


def test_the_docs_have_the_table(update_golden: bool) -> None:
    page = ROOT / "docs" / "trust.md"
    words = catalog().text
    rows = [
        f"| {m.sign} {words(f'trust.{mark}.short')} | {words(f'trust.{mark}.means')} | {m.how} |"
        for mark, m in MARKS.items()
    ]
    text = page.read_text(encoding="utf-8")
    head, rest = text.split("|---|---|---|\n")
    after = "\n".join(line for line in rest.split("\n") if not line.startswith("|"))
    made = f"{head}|---|---|---|\n" + "\n".join(rows) + "\n" + after
    if update_golden:
        page.write_text(made, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == made, "--update-golden, then read the diff"
