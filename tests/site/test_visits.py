"""What's new since the last visit: the browser knows when that was, and nobody else."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Route, expect

from helpers.browser import NO_STORAGE, ONLY_WRONG, Watched, ours

NEW = "new.html"
START = datetime(2026, 11, 28, 9)


def row(name: str, at: str, what: str = "New") -> str:
    return f'<li data-at="{at}" data-what="{what}"><a class="gl-t" href="terms/{name}.html">{name}</a></li>'


def with_changes(page: Watched, *rows: str) -> None:
    """The page of a site without a history, with changes as its template writes them."""

    def fill(route: Route) -> None:
        html = route.fetch().text()
        section = f'<section class="gl-news"><h2>November</h2><ul>{"".join(rows)}</ul></section>'
        place = html.index("</div>", html.index('class="gl-lead"')) + len("</div>")
        route.fulfill(body=html[:place] + section + html[place:], content_type="text/html")

    page.unroute(f"**/{NEW}")
    page.route(f"**/{NEW}", fill)


def visit(page: Watched, served: str, when: datetime) -> list[str]:
    """What stands under "Since your last visit"; nothing where that is not there."""
    page.clock.set_fixed_time(when)
    page.goto(served + NEW)
    return list(page.locator(".gl-news--since :is(li, p)").all_inner_texts())


OLD = row("queue", "2026-11-20T08:00:00Z")
CAME = row("ticket", "2026-11-28T10:00:00Z", "Definition changed")


def test_what_came_since_the_last_visit_stands_first_and_stays_for_the_visit(
    page: Watched, tiny_served: str
) -> None:
    with_changes(page, OLD)
    assert visit(page, tiny_served, START) == []  # nothing to compare with
    assert visit(page, tiny_served, START + timedelta(minutes=5)) == []
    assert visit(page, tiny_served, START + timedelta(days=1)) == ["Nothing since your last visit."]
    with_changes(page, CAME, OLD)
    assert visit(page, tiny_served, START + timedelta(days=2)) == ["ticket · Definition changed"]
    assert visit(page, tiny_served, START + timedelta(days=2, minutes=20)) == ["ticket · Definition changed"]
    expect(page.locator(".gl-page + .gl-news--since")).to_have_count(1)
    assert Axe().run(page.page, options=ONLY_WRONG).response["violations"] == []
    assert visit(page, tiny_served, START + timedelta(days=3)) == ["Nothing since your last visit."]
    assert page.trouble == []


def test_of_many_changes_the_first_are_named(page: Watched, tiny_served: str) -> None:
    with_changes(page, OLD)
    visit(page, tiny_served, START)
    with_changes(page, *(row(f"t{n}", "2026-11-29T10:00:00Z") for n in range(30)), OLD)
    found = visit(page, tiny_served, START + timedelta(days=2))
    assert (len(found), found[-1]) == (21, "and 10 more changes below")


@pytest.mark.parametrize(
    "kept", ['["x", 5, null]', "{}", "5", "null", "not json", '["2026", "2027", "soon"]']
)
def test_whatever_stands_in_the_storage_breaks_nothing(page: Watched, tiny_served: str, kept: str) -> None:
    page.goto(tiny_served + "mini.html")
    page.evaluate("kept => localStorage.setItem('glossary.visits', kept)", kept)
    with_changes(page, OLD)
    visit(page, tiny_served, START)
    assert page.trouble == []


def test_where_nothing_can_be_kept_the_page_is_as_it_is(page: Watched, tiny_served: str) -> None:
    page.add_init_script(NO_STORAGE)
    with_changes(page, OLD)
    visit(page, tiny_served, START)
    assert visit(page, tiny_served, START + timedelta(days=2)) == []
    expect(page.locator(".gl-news")).to_have_count(1)
    assert ours(page) == []
