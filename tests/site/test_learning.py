"""Learning paths as a reader meets them: read and ticked, resumed, finished, printed; and the team lead's page."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from helpers.browser import Watched

WEEK = "paths/week-one.html"
LINES = """\
Ana: glossary/1 kind=quiz path=week-one date=2026-11-22 score=8/10 missed=queue,backlog seed=7
Bo: glossary/1 kind=quiz path=week-one date=2026-11-22 score=6/10 missed=queue,no-such-term seed=7
Thanks!
Cy: glossary/1 kind=quiz path=week-one date=2026-11-22 score=10/10 seed=7
"""


def boxes(page: Watched) -> list[str]:
    """The addresses of the stops that are ticked."""
    found: list[str] = page.evaluate(
        "Array.from(document.querySelectorAll('.gl-stop')).filter(stop => stop.querySelector('input').checked)"
        ".map(stop => stop.id)"
    )
    return found


def test_a_path_is_read_ticked_resumed_finished_and_cleared(page: Watched, served: str) -> None:
    page.goto(served + "index.html")
    page.get_by_role("link", name="Week one: tickets").first.click()
    expect(page.locator(".gl-progress")).to_contain_text("0 of 20")
    page.get_by_role("link", name="Start: Ticket").click()
    page.get_by_label("Done: Ticket", exact=True).check()
    page.get_by_label("Done: Agent", exact=True).focus()
    page.keyboard.press("Space")
    page.reload()
    assert boxes(page) == ["ticket", "agent"]
    page.get_by_role("link", name="Go on: Queue").click()
    page.wait_for_url("**#queue")

    page.goto(served + "learn.html")
    page.get_by_role("link", name="Week one: tickets: 2 of 20, go on").click()
    page.wait_for_url("**/week-one.html#queue")
    page.get_by_label("Not sure yet: Queue").check()
    for box in page.get_by_label("Done:").all():
        box.check()
    expect(page.locator(".gl-progress")).to_contain_text("All 20 stops done")
    page.get_by_role("link", name="What comes next").click()
    finish = page.locator(".gl-finish")
    expect(finish).to_contain_text("You have finished this path.")
    expect(finish).to_contain_text("Not sure yet: Queue")
    line = page.locator(".gl-line").inner_text()
    today = page.evaluate("glossary.today()")
    assert line == f"glossary/1 kind=path path=week-one date={today} score=20/20 missed=queue"
    finish.get_by_role("button", name="Copy my result").click()
    expect(finish).to_contain_text("Copied")
    assert page.get_by_role("link", name="Test yourself in the quiz").get_attribute("href") == (
        "../quiz.html#path=week-one"
    )
    assert page.get_by_role("link", name="Go on: Week two").get_attribute("href") == "week-two.html"

    page.get_by_role("button", name="Clear my progress").click()
    page.get_by_role("button", name="Clear everything").click()
    assert boxes(page) == []
    page.reload()
    assert boxes(page) == []
    assert page.trouble == []


def test_what_changed_since_is_told_and_can_be_read_again(page: Watched, served: str) -> None:
    page.goto(served + WEEK)
    page.evaluate("glossary.learn.put('path.week-one', 'triage', {hash: 'before'})")
    changes = page.locator(".gl-path__changes")
    expect(changes).to_contain_text("Changed since you read it (1 term)")
    changes.get_by_role("link", name="Triage").click()
    page.locator("#triage").get_by_role("button", name="I have read it again").click()
    expect(changes).to_be_hidden()
    assert boxes(page) == ["triage"]


def test_a_tick_in_one_tab_shows_in_the_other(browser: Browser, served: str) -> None:
    context = browser.new_context()
    one, other = context.new_page(), context.new_page()
    for tab in (one, other):
        tab.goto(served + WEEK)
    one.get_by_label("Done: Ticket", exact=True).check()
    expect(other.get_by_label("Done: Ticket", exact=True)).to_be_checked()
    other.get_by_label("Done: Agent", exact=True).check()
    expect(one.locator(".gl-progress")).to_contain_text("2 of 20")
    context.close()


def test_blocked_storage_works_and_says_so(page: Watched, served: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    page.goto(served + WEEK)
    expect(page.locator(".gl-unkept")).to_contain_text("keeps no progress")
    for key in ("Ticket", "Agent"):
        page.get_by_label(f"Done: {key}", exact=True).check()
    assert boxes(page) == ["ticket", "agent"]
    expect(page.locator(".gl-progress")).to_contain_text("2 of 20")
    assert "score=2/20" in page.locator(".gl-line").inner_text()


@pytest.mark.parametrize("address", ["#stop-3", "#queue"])
def test_a_link_opens_a_path_at_a_stop(page: Watched, served: str, address: str) -> None:
    page.goto(served + WEEK + address)
    top = page.evaluate("document.getElementById('queue').getBoundingClientRect().top")
    below = page.evaluate("document.querySelector('.gl-progress').getBoundingClientRect().bottom")
    assert below - 5 <= top < below + 150


def test_without_scripts_it_is_a_reading_list(browser: Browser, built_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built_site / WEEK).as_uri())
    assert page.locator(".gl-stop").count() == 20
    assert page.locator(".gl-stop__def").first.is_visible()
    assert page.locator(".md-content :is(input, button, progress)").count() == 0
    page.locator(".gl-path__contents a", has_text="Escalation").click()
    assert page.url.endswith("#escalation")
    context.close()


def test_from_disk_everything_works(page: Watched, built_site: Path) -> None:
    page.goto((built_site / WEEK).as_uri())
    page.get_by_label("Done: Ticket", exact=True).check()
    page.reload()
    assert boxes(page) == ["ticket"]
    page.goto((built_site / "from-zero.html").as_uri())  # what a path has taught is known here
    expect(page.get_by_label("I know Ticket", exact=True)).to_be_checked()
    page.get_by_label("I know Ticket", exact=True).uncheck()
    page.get_by_label("I know Agent", exact=True).check()
    expect(page.locator(".gl-progress")).to_contain_text(re.compile(r"1 of [\d,]+ known"))
    page.get_by_role("link", name="Go on").click()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "I know Ticket"
    assert [line for line in page.trouble if "sitemap" not in line] == []


def test_a_path_prints_as_a_handout_with_all_definitions(page: Watched, served: str) -> None:
    page.goto(served + WEEK)
    page.emulate_media(media="print")
    assert all(one.is_visible() for one in page.locator(".gl-stop__def, .gl-stop__task").all())
    for hidden in (".gl-progress", ".gl-stop__ticks", ".gl-stop__details", ".gl-finish", ".md-header"):
        assert not any(one.is_visible() for one in page.locator(hidden).all()), hidden


def test_every_sheet_fits_one_printed_page(page: Watched, served: str, built_site: Path) -> None:
    sheets = sorted((built_site / "sheets").glob("*.html"))
    assert len(sheets) >= 7
    for sheet in sheets:
        page.goto(served + f"sheets/{sheet.name}")
        printed = page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "12mm"))
        assert printed.count(b"/Type /Page\n") == 1, sheet.name


def test_a_team_lead_sees_what_is_missed_most(page: Watched, served: str) -> None:
    page.goto(served + "team.html")
    page.get_by_label("Result lines").fill(LINES)
    rows = page.locator(".gl-team__results table").first.locator("tbody tr")
    assert rows.all_inner_texts() == [
        "Queue\t2 of 3\tAna, Bo", "Backlog\t1 of 3\tAna", "no-such-term (not in the glossary)\t1 of 3\tBo",
    ]  # fmt: skip
    assert (
        page.get_by_role("link", name="Queue", exact=True).get_attribute("href").endswith("terms/queue.html")
    )
    expect(page.locator(".gl-team__results")).to_contain_text("Week one: tickets")
    expect(page.locator(".gl-team__results")).to_contain_text("80%")
    expect(page.locator(".gl-team__troubles")).to_contain_text("Line 3: it is no result line. Thanks!")
    assert "Ana" not in page.evaluate("JSON.stringify(localStorage) + location.href")
    page.get_by_label("Result lines").fill("nothing")
    expect(page.locator(".gl-team__results table")).to_have_count(0)
    assert page.trouble == []


def test_on_a_phone_the_tables_of_results_say_what_their_cells_are(page: Watched, served: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served + "team.html")
    page.get_by_label("Result lines").fill(LINES)
    caption = page.locator(".gl-team__results caption").first
    assert caption.bounding_box()["width"] > 300
    assert [
        page.locator(".gl-team__results td")
        .nth(cell)
        .evaluate("td => getComputedStyle(td, '::before').content")
        for cell in (0, 1)
    ] == ['"Missed: "', '"By: "']


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_lies_upon_a_stop_that_one_goes_to_nor_upon_the_progress(
    page: Watched, served: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(served + WEEK)
    for box in page.locator(".gl-stop__ticks input").all()[:6:2]:
        box.check()
    page.locator(".gl-path__contents a").nth(6).click()
    page.wait_for_url("**#on-hold-ticket")
    page.wait_for_timeout(200)
    page.mouse.wheel(0, -5)  # the theme then offers the way to the top
    page.wait_for_timeout(200)
    over = """selector => {
      const box = document.querySelector(selector).getBoundingClientRect();
      const there = document.elementFromPoint(box.left + box.width / 2, box.top + 10);
      return there.closest(selector) ? '' : there.outerHTML.slice(0, 80);
    }"""
    assert page.evaluate(over, "[id=on-hold-ticket]") == ""
    assert page.evaluate(over, ".gl-progress") == ""
    assert page.locator(".md-top").is_hidden()


def test_one_seed_gives_a_class_the_same_questions(page: Watched, served: str) -> None:
    page.goto(served + "team.html")
    page.get_by_label("Path or topic").select_option(label="Metrics and targets")
    page.get_by_label("Seed", exact=True).fill("47x11")
    link = page.locator(".gl-seed a")
    assert "quiz.html#topic=metrics&seed=4711&edition=" in link.get_attribute("href")
    page.get_by_label("Path or topic").select_option(label="Week two: calls, chats, and tools")
    href = link.get_attribute("href")
    assert re.fullmatch(rf"{served}quiz.html#path=week-two&seed=4711&edition=[0-9a-z]{{6}}", href)
    page.get_by_role("button", name="Another seed").click()
    assert link.get_attribute("href") != href
    page.goto("about:blank")
    page.goto(href)
    expect(page.locator(".gl-study__where")).to_contain_text("question 1 of 10")
    expect(page.locator(".gl-study .gl-unkept:visible")).to_have_count(0)
    page.goto("about:blank")
    page.goto(href[:-6] + "000000")
    expect(page.locator(".gl-study__main .gl-unkept")).to_contain_text(
        "have changed since this link was made"
    )


def test_a_class_quiz_stays_the_same_when_other_terms_change(page: Watched, served: str) -> None:
    """Questions on terms outside the set come and go; the quiz of a seed hangs on those of the set alone."""
    page.goto(served + "quiz.html#path=week-one&seed=4711")
    edition = """() => {
      const {set} = glossary.studying.asked();
      return glossary.asking.editionOf(glossary.makeQuiz(set.rows, 4711));
    }"""
    before = page.evaluate(edition)
    page.evaluate(
        """() => {
          const inside = new Set(glossary.studying.asked().set.rows);
          for (const kind of ['meanings', 'defines', 'shorts', 'computes']) {
            glossary.quiz[kind] = glossary.quiz[kind].filter((one, i) => inside.has(one[0]) || i % 2).reverse();
          }
        }"""
    )
    assert page.evaluate(edition) == before


def test_a_team_lead_sees_people_and_counts_a_term_where_it_was_asked(page: Watched, served: str) -> None:
    page.goto(served + "team.html")
    page.get_by_label("Result lines").fill(
        "Ana: glossary/1 kind=quiz path=week-one date=2026-11-22 score=1/2 missed=queue asked=queue,tag edition=aaaaaa seed=7\n"
        "Ana: glossary/1 kind=quiz path=week-two date=2026-11-23 score=2/2 asked=tag,macro\n"
        "Bo: glossary/1 kind=quiz path=week-one date=2026-11-22 score=2/2 asked=queue,tag edition=bbbbbb seed=7\n"
        "glossary/1 kind=path path=no-such-path date=2026-11-22 score=2/3 missed=churn\n"
    )
    tables = page.locator(".gl-team__results table")
    missed, persons, ways = (tables.nth(place).locator("tbody tr").all_inner_texts() for place in range(3))
    assert missed == ["Churn\t1 of 1\t–", "Queue\t1 of 2\tAna"]
    assert persons == [
        "Ana\t2\t75%\tQueue", "Bo\t1\t100%\t–", "No name (line 4)\t1\t67%\tChurn",
    ]  # fmt: skip
    assert [row.split("\t")[1] for row in ways[:3]] == [
        "quiz, seed 7, edition aaaaaa", "quiz", "quiz, seed 7, edition bbbbbb",
    ]  # fmt: skip
    assert ways[3].startswith("no-such-path (no path or topic here)")


@pytest.mark.parametrize("path", [WEEK, "learn.html", "team.html", "from-zero.html", "sheets/week-one.html"])
def test_pages_for_learners_fit_a_phone(page: Watched, served: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_term_tells_what_to_understand_first_and_what_it_helps_with(page: Watched, served: str) -> None:
    page.goto(served + "terms/queue.html")
    names = page.locator(".gl-names")
    expect(names.locator("div", has_text="Understand first")).to_contain_text("Ticket")
    expect(names.locator("div", has_text="Helps you understand")).to_contain_text(
        "Interactive voice response"
    )
    names.get_by_role("link", name="Week one: tickets").click()
    page.wait_for_url("**/paths/week-one.html#queue")


def test_a_path_tells_what_is_todays_and_ends_the_day(page: Watched, served: str) -> None:
    page.clock.set_fixed_time(datetime(2026, 11, 23, 12))
    page.goto(served + WEEK)
    expect(page.locator(".gl-path__today")).to_be_hidden()
    day = page.locator(".gl-day").first
    for box in day.locator(".gl-stop__ticks label:first-of-type input").all():
        box.check()
    expect(page.locator(".gl-path__today")).to_contain_text("Done for today. Tomorrow: day 2")
    for address in ("learn.html", "index.html"):
        page.goto(served + address)
        expect(page.locator(".gl-today")).to_contain_text(
            "Week one: tickets: done for today; tomorrow: day 2"
        )
    page.clock.set_fixed_time(datetime(2026, 11, 24, 9))
    page.goto(served + WEEK)
    expect(page.locator(".gl-path__today")).to_contain_text("Today: day 2")
    page.evaluate("glossary.learn.put('path.week-one', 'ticket', {hash: '000000'})")
    page.evaluate("glossary.learn.put('cards', 'queue.meaning', {box: 2, due: '2026-11-24'})")
    page.evaluate("glossary.learn.put('asked', 'meaning.queue', {right: false})")
    page.goto(served + "learn.html")
    said = page.locator(".gl-today li")
    expect(said.nth(1)).to_have_text("Week one: tickets: 1 text has changed since you read it")
    expect(said.nth(2)).to_have_text("1 card is due")
    expect(said.nth(3)).to_have_text("1 question that you missed")
    assert page.trouble == []


def test_progress_goes_to_another_browser_as_a_file(
    page: Watched, browser: Browser, served: str, tmp_path: Path
) -> None:
    page.goto(served + WEEK)
    page.get_by_label("Done: Ticket", exact=True).check()
    page.goto(served + "learn.html")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Save my progress to a file").click()
    kept = tmp_path / "progress.json"
    coming.value.save_as(kept)
    context = browser.new_context()
    other = context.new_page()
    other.goto(served + "learn.html")
    files = other.locator("input[type=file]")
    files.set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": b"[1, 2"})
    expect(other.locator(".gl-clear").first).to_contain_text("no file with progress")
    files.set_input_files(kept)
    expect(other.locator(".gl-clear").first).to_contain_text("1 record taken over.")
    expect(other.locator(".gl-today")).to_contain_text("Week one: tickets: day 1")
    other.goto(served + WEEK)
    expect(other.get_by_label("Done: Ticket", exact=True)).to_be_checked()
    context.close()
