"""What pages for learners share (assets/learn.js): progress in the browser, and the result line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from helpers.browser import Watched

LINE = "glossary/1 kind=quiz path=week-one date=2026-11-22 score=8/10 missed=churn,backlog seed=4711"


@pytest.fixture
def learn(page: Watched, served: str) -> Watched:
    page.goto(served + "mini.html")
    page.add_script_tag(url=served + "assets/learn.js")
    return page


@pytest.fixture
def two_tabs(browser: Browser, served: str) -> Iterator[tuple[Watched, Watched]]:
    context = browser.new_context()
    tabs = Watched(context.new_page()), Watched(context.new_page())
    for tab in tabs:
        tab.goto(served + "mini.html")
        tab.add_script_tag(url=served + "assets/learn.js")
    yield tabs
    context.close()


def read(page: Watched, text: str) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("text => glossary.learn.readResults(text)", text)
    return found


def test_a_result_line_reads_back(learn: Watched) -> None:
    written = learn.evaluate(
        "() => glossary.learn.resultLine({kind: 'quiz', path: 'week-one', date: '2026-11-22', score: 8, of: 10,"
        " missed: ['churn', 'backlog'], seed: 4711})"
    )
    assert written == LINE
    (result,) = read(learn, written)["results"]
    assert result == {
        "line": 1, "who": "", "kind": "quiz", "path": "week-one", "date": "2026-11-22", "score": 8, "of": 10,
        "missed": ["churn", "backlog"], "seed": "4711", "asked": [], "edition": "",
    }  # fmt: skip
    plain = learn.evaluate(
        "() => glossary.learn.resultLine({kind: 'path', path: 'week-one', score: 3, of: 3, missed: []})"
    )
    today = learn.evaluate("new Date().toLocaleDateString('sv')")
    assert plain == f"glossary/1 kind=path path=week-one date={today} score=3/3"


@pytest.mark.parametrize(
    ("text", "who", "missed"),
    [
        (f"Ana: {LINE}", "Ana", 2),
        (f"[09:41] Ana Lopez > {LINE}", "[09:41] Ana Lopez", 2),
        (f'> "{LINE}"', "", 2),
        ("glossary/1 seed=1 new=field score=1/2 date=2026-11-22 path=calls", "", 0),
        ("Ana glossary/1 path=calls date=2026-11-22 score=1/2 missed=a,b,\r\nc-d", "Ana", 3),
        ("> glossary/1 path=calls date=2026-11-22\n> score=1/2 missed=\n> hold-time,queue seed=3", "", 2),
    ],
)
def test_lines_are_read_as_chats_and_mails_bring_them(
    learn: Watched, text: str, who: str, missed: int
) -> None:
    found = read(learn, text)
    assert found["troubles"] == []
    (result,) = found["results"]
    assert (result["who"], len(result["missed"])) == (who, missed)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Good morning!", "no result line"),
        ("glossary/1", "names no path"),
        ("glossary/1 path=<b>x</b> date=2026-11-22 score=1/2", "names no path"),
        ("glossary/1 path=calls date=yesterday score=1/2", "no date"),
        ("glossary/1 path=calls date=2026-13-41 score=1/2", "no date"),
        ("glossary/1 path=calls date=2026-11-22 score=many", "no score"),
        ("glossary/1 path=calls date=2026-11-22 score=3/2", "more than all"),
        ("glossary/1 path=calls date=2026-11-22 score=1/2 missed=a,<i>", "missed terms"),
        (f"Ana: {LINE}\nAna: {LINE}", "already"),
    ],
)
def test_a_broken_line_is_told_and_hurts_no_other(learn: Watched, text: str, why: str) -> None:
    found = read(learn, f"Bo: {LINE}\n\n{text}\nCy: {LINE}")
    assert [trouble["line"] for trouble in found["troubles"]] == [3 + text.count("\n")]
    assert why in found["troubles"][0]["why"]
    assert {"Bo", "Cy"} <= {result["who"] for result in found["results"]}


def test_two_tabs_lose_nothing_of_each_other(two_tabs: tuple[Watched, Watched]) -> None:
    for tab, name in zip(two_tabs, ("one", "other"), strict=True):  # both write at the same time
        tab.evaluate(
            "name => { let left = 40; (function write() { glossary.learn.put('path', name + left, {});"
            " if (--left) setTimeout(write, 5); })() }",
            name,
        )
    for tab in two_tabs:
        tab.wait_for_function("Object.keys(glossary.learn.all('path')).length === 80")


def test_a_tab_hears_what_another_one_does(two_tabs: tuple[Watched, Watched]) -> None:
    one, other = two_tabs
    other.evaluate("window.seen = []; glossary.learn.watch(store => seen.push(store))")
    one.evaluate("glossary.learn.put('path', 'a', {}); glossary.learn.put('path', 'b', {})")
    other.wait_for_function("Object.keys(glossary.learn.all('path')).length === 2")
    other.wait_for_function("seen.includes('path')")
    one.evaluate("glossary.learn.clear()")
    other.wait_for_function("Object.keys(glossary.learn.all('path')).length === 0")
    assert one.evaluate("Object.keys(localStorage).filter(key => key.startsWith('glossary.learn'))") == []


@pytest.mark.parametrize("wrong", ["{", "[1]", "null", '"x"', "", '{"at": "x"}'])
def test_what_cannot_be_read_counts_for_nothing(learn: Watched, wrong: str) -> None:
    learn.evaluate("wrong => localStorage.setItem('glossary.learn.1:/:path:a', wrong)", wrong)
    assert learn.evaluate("Object.keys(glossary.learn.all('path'))") == []
    learn.evaluate("glossary.learn.put('path', 'a', {})")
    assert learn.evaluate("Object.keys(glossary.learn.all('path'))") == ["a"]


def test_a_full_storage_loses_nothing_that_is_there(learn: Watched) -> None:
    learn.evaluate("glossary.learn.put('path', 'a', {})")
    learn.evaluate(
        "() => { const set = Storage.prototype.setItem; window.free = () => { Storage.prototype.setItem = set };"
        " Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };"
        " glossary.learn.notice(document.querySelector('main')) }"
    )
    assert learn.locator(".gl-unkept").is_hidden()
    learn.evaluate("glossary.learn.put('path', 'b', {})")
    assert "keeps no progress" in learn.locator(".gl-unkept").inner_text()
    assert learn.evaluate("Object.keys(glossary.learn.all('path'))") == ["a", "b"]
    learn.evaluate("free(); glossary.learn.put('cards', 'x', {})")  # room again: everything is stored
    assert learn.locator(".gl-unkept").is_hidden()
    stored = learn.evaluate(
        "Object.keys(localStorage).filter(key => key.startsWith('glossary.learn')).sort()"
    )
    assert stored == [f"glossary.learn.1:/:{record}" for record in ("cards:x", "path:a", "path:b")]


def test_clearing_asks_first(learn: Watched) -> None:
    learn.evaluate(
        "glossary.learn.put('path', 'a', {}); document.querySelector('main').prepend(glossary.learn.clearButton())"
    )
    learn.get_by_role("button", name="Clear my progress").click()
    learn.keyboard.press("Enter")  # the safe answer has the focus
    assert learn.evaluate("Object.keys(glossary.learn.all('path'))") == ["a"]
    learn.get_by_role("button", name="Clear my progress").click()
    learn.keyboard.press("Escape")
    learn.get_by_role("button", name="Clear my progress").click()
    learn.get_by_role("button", name="Clear everything").click()
    assert learn.evaluate("Object.keys(glossary.learn.all('path'))") == []
    learn.get_by_role("button", name="Undo").click()
    assert learn.evaluate("Object.keys(glossary.learn.all('path'))") == ["a"]
    learn.get_by_role("button", name="Clear my progress").click()
    learn.get_by_role("button", name="Clear everything").click()
    assert learn.evaluate("Object.keys(glossary.learn.all('path'))") == []
    assert "cleared" in learn.get_by_role("status").filter(has_text="cleared").inner_text()
