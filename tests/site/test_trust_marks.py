"""The mark of trust in the browser: what was approved when the site was built may be due by now."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from playwright.sync_api import expect

from helpers.browser import Watched

BEFORE, AFTER = datetime(2036, 1, 19, 12), datetime(2036, 1, 20, 12)
APPROVED, DUE = "Approved by Ann on ", "Review due since "


@pytest.mark.parametrize(("day", "words", "sign"), [(BEFORE, APPROVED, "✓"), (AFTER, DUE, "◷")])
def test_a_review_runs_out_without_a_new_build(
    page: Watched, tiny_served: str, day: datetime, words: str, sign: str
) -> None:
    page.clock.set_fixed_time(day)
    page.goto(tiny_served + "terms/queue.html")
    mark = page.locator(".gl-def .gl-trust")
    expect(mark.locator(".gl-trust__words")).to_contain_text(words)
    expect(mark.locator(".gl-trust__sign")).to_have_text(sign)
    page.goto(tiny_served)
    page.locator(".gl-box__input").fill("queue")
    row = page.locator(".gl-box__option").first.locator(".gl-trust")
    expect(row).to_contain_text(
        re.compile(words + r"[A-Z][a-z]{2} \d{1,2}, 20\d\d")
    )  # in English: Jan 20, 2036
    expect(row.locator(".gl-trust__sign")).to_have_text(sign)


def test_a_draft_says_so_wherever_it_is_read(page: Watched, tiny_served: str) -> None:
    page.goto(tiny_served + "terms/automatic-greeting.html")
    expect(page.locator(".gl-def .gl-trust")).to_have_text("✎ Draft")
    page.goto(tiny_served + "mini.html")
    page.locator(".gl-box__input").fill("automatic greeting")
    expect(page.locator(".gl-box__option").first.locator(".gl-trust")).to_have_text("✎ Draft")
    assert page.evaluate("glossary.forColleague(glossary.term(glossary.rowOf('automatic-greeting')))") == (
        "Automatic greeting (AG): A first reply that no person writes. (Draft)\n"
        f"{tiny_served}terms/automatic-greeting.html"
    )
