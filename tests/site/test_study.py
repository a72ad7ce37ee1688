"""Flip cards and the quiz on the built site, by keyboard and touch, over days, and where nothing is kept."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from helpers.browser import ONLY_WRONG, Watched

CARDS = "cards.html#topic=incidents"
QUIZ = "quiz.html#topic=metrics&seed=42"
NOON = datetime(2026, 11, 22, 12)
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"
FULL = "Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError'); };"


def start(page: Watched, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name=re.compile("^Start with")).click()


def front(page: Watched) -> str:
    text: str = page.locator(".gl-flip__name").first.inner_text()
    return text


def boxes(page: Watched) -> list[int]:
    return [int(text) for text in page.locator(".gl-boxes strong").all_inner_texts()]


def answer(page: Watched, *keys: str) -> None:
    for key in keys:
        page.keyboard.press("Space")
        page.keyboard.press(key)


def within_a_round(page: Watched, served: str) -> str:
    """The address of a deck whose cards, eight of them at the least, are all asked in one round of twenty."""
    page.goto(served + CARDS)
    decks: list[str] = page.evaluate(
        """glossary.studying.sets().filter(({rows}) => rows.length > 8 && rows.length <= 20)
        .map((deck) => glossary.studying.fragment(deck))"""
    )
    return served + "cards.html" + decks[0]


# ---- cards ------------------------------------------------------------------------------------------


def test_a_round_of_cards_goes_on_after_a_reload(page: Watched, served: str) -> None:
    start(page, served + CARDS)
    expect(page.locator(".gl-study__count")).to_have_text(re.compile("^0 of "))
    expect(page.locator(".gl-flip__back")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator(".gl-flip__back")).to_be_focused()
    expect(page.get_by_role("status").first).to_contain_text("Answer: ")
    page.keyboard.press("2")
    answer(page, "1")
    expect(page.locator(".gl-study__count")).to_have_text(re.compile("^1 of "))
    third = front(page)
    page.reload()
    expect(page.locator(".gl-study__count")).to_have_text(re.compile("^1 of "))
    assert front(page) == third
    assert page.trouble == []


def test_a_card_comes_back_after_the_days_of_its_box(page: Watched, served: str) -> None:
    def on(days: int) -> list[int]:
        page.clock.set_fixed_time(NOON + timedelta(days=days))
        page.goto("about:blank")
        page.goto(deck)
        return boxes(page)

    deck = within_a_round(page, served)
    new = on(0)[0]
    assert new > 8 and boxes(page) == [new, 0, 0, 0, 0, 0]
    start(page, deck)
    first = front(page)
    answer(page, "1", *["2"] * new)  # the missed one comes again at the end
    expect(page.get_by_role("heading", name="Round done")).to_be_focused()
    expect(page.locator(".gl-row")).to_have_count(1)
    expect(page.locator(".gl-row")).to_contain_text(first)
    assert on(0) == [0, 1, new - 1, 0, 0, 0]
    expect(page.locator(".gl-study__main")).to_contain_text("Nothing is due here until November 23, 2026.")
    assert on(1) == [0, 1, new - 1, 0, 0, 0]
    expect(page.get_by_role("button", name=f"Start with {new} cards")).to_be_visible()
    page.get_by_role("button", name="Start with").click()
    answer(page, "2", "2")  # the one that failed to box 2, another one to box 3, for three days
    page.get_by_role("button", name="Stop here").click()
    assert boxes(page) == [0, 0, new - 1, 1, 0, 0]
    on(3)
    expect(page.locator(".gl-study__count")).to_have_text(f"{new - 1} due, 0 new, 1 resting")
    on(4)
    expect(page.locator(".gl-study__count")).to_have_text(f"{new} due, 0 new, 0 resting")
    page.get_by_role("button", name="Start with").click()
    answer(page, *["2"] * (new - 1), "1")  # the one that was due last falls from box 3 to box 1
    page.get_by_role("button", name="Stop here").click()
    assert boxes(page) == [0, 1, 0, new - 1, 0, 0]


def test_a_card_can_be_hard_or_taken_back_and_one_that_failed_stays_behind(
    page: Watched, served: str
) -> None:
    page.clock.set_fixed_time(NOON)
    deck = within_a_round(page, served)
    start(page, deck)
    places = "Object.values(glossary.learn.all('cards')).map(({box, due}) => `${box} ${due}`).sort().join()"
    first = front(page)
    answer(page, "3")
    assert page.evaluate(places) == "1 2026-11-23"
    page.get_by_role("button", name="Undo the last card").click()
    assert front(page) == first
    assert page.evaluate(places) == "0 "
    answer(page, "2")
    assert page.evaluate(places) == "2 2026-11-23"
    answer(page, "1")
    page.keyboard.press("z")
    size = int(page.locator(".gl-study__count").inner_text().split()[2])
    answer(page, "1", *["2"] * (size - 1))
    expect(page.get_by_role("heading", name="Round done")).to_be_focused()
    found = page.evaluate(places).split(",")
    assert found.count("1 2026-11-23") == 1  # failed, then known: not as far as the others
    assert found.count("2 2026-11-23") == size - 1


def test_cards_by_touch_and_the_other_ways_round(browser: Browser, served: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = Watched(context.new_page())
    page.goto(served + "cards.html#topic=metrics")
    page.get_by_label("Meaning to term").tap()
    page.get_by_role("button", name="Start with").tap()
    page.locator(".gl-flip").tap()
    expect(page.locator(".gl-flip__back a.gl-t")).to_be_visible()
    page.get_by_role("button", name="I knew it").tap()
    expect(page.locator(".gl-study__count")).to_have_text("1 of 20 known")
    page.get_by_role("button", name="Stop here").tap()
    page.get_by_label("Short form to name").tap()
    page.get_by_role("button", name="Start with").tap()
    assert re.fullmatch(r"[A-Z][A-Za-z]+", front(page))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.trouble == []
    context.close()


def test_the_cards_lead_to_their_deck_for_anki(page: Watched, served: str) -> None:
    for fragment, file in (("#path=week-one", "week-one.apkg"), ("#topic=metrics", "all.apkg")):
        page.goto("about:blank")
        page.goto(served + "cards.html" + fragment)
        with page.expect_download() as download:
            page.get_by_role("link", name="for Anki").click()
        assert download.value.suggested_filename == file


def test_progress_is_cleared_on_request(page: Watched, served: str) -> None:
    start(page, served + CARDS)
    answer(page, "2", "2")
    page.get_by_role("button", name="Clear my progress").click()
    page.get_by_role("button", name="Keep it").click()
    expect(page.locator(".gl-study__count")).to_have_text(re.compile("^2 of "))
    page.get_by_role("button", name="Clear my progress").click()
    page.get_by_role("button", name="Clear everything").click()
    assert set(boxes(page)[1:]) == {0}
    page.reload()
    assert set(boxes(page)[1:]) == {0}


@pytest.mark.parametrize("trouble", [BLOCKED, FULL], ids=["blocked", "full"])
def test_cards_and_quiz_work_where_nothing_is_kept(page: Watched, served: str, trouble: str) -> None:
    page.add_init_script(trouble)
    start(page, served + CARDS)
    expect(page.locator(".gl-unkept")).to_contain_text("keeps no progress")
    answer(page, "2", "2", "1")
    expect(page.locator(".gl-study__count")).to_have_text(re.compile("^2 of "))
    page.get_by_role("button", name="Stop here").click()
    assert boxes(page)[1:3] == [1, 2]
    page.goto(served + QUIZ)
    expect(page.locator(".gl-unkept")).to_be_visible()
    for _ in quiz_of(page):
        page.keyboard.press("1")
        page.keyboard.press("Enter")
    expect(page.locator(".gl-result code")).to_contain_text("glossary/1 kind=quiz path=metrics")
    assert set(page.trouble) <= {"no"}  # the theme asks for its colours and does not take a no


@pytest.mark.parametrize(
    "rubbish", ["", "{", "[]", '{"at":1,"queue":[7,"gone.meaning"],"again":[],"side":"meaning"}']
)
def test_a_damaged_round_is_forgotten(page: Watched, served: str, rubbish: str) -> None:
    page.goto(served + CARDS)
    page.evaluate(
        "text => { glossary.learn.put('round', 'now', {}); const key = Object.keys(localStorage).find(k => k.endsWith(':round:now'));"
        " localStorage.setItem(key, text); }",
        rubbish,
    )
    page.reload()
    expect(page.get_by_role("button", name="Start with")).to_be_visible()
    assert page.trouble == []


# ---- quiz -------------------------------------------------------------------------------------------


def quiz_of(page: Watched) -> list[dict[str, Any]]:
    """The questions of the quiz that the page shows, as the page makes them."""
    found: list[dict[str, Any]] = page.evaluate(
        "() => { const asked = glossary.studying.asked(); return glossary.makeQuiz(asked.set.rows, asked.seed); }"
    )
    return found


def right_key(question: dict[str, Any]) -> str:
    return str(1 + [option["right"] for option in question["options"]].index(True))


def test_a_quiz_answered_right_and_wrong(page: Watched, served: str) -> None:
    page.goto(served + QUIZ)
    questions = quiz_of(page)
    assert len(questions) == 10
    missed = []
    for place, question in enumerate(questions):
        expect(page.locator(".gl-study__where")).to_contain_text(f"question {place + 1} of 10")
        right = int(right_key(question))
        given = right if place % 2 else 1 + right % len(question["options"])
        slug = page.evaluate("row => glossary.term(row).slug", question["row"])
        if place % 3:
            page.keyboard.press(str(given))
        else:
            page.locator(".gl-option").nth(given - 1).click()
        why = page.locator(".gl-quiz__why")
        expect(why.locator(".gl-quiz__verdict")).to_have_text("Right." if place % 2 else "Not quite.")
        expect(why.locator(f"a[href$='terms/{slug}.html']").first).to_be_visible()
        expect(page.locator(".gl-option--right")).to_contain_text(
            question["options"][right - 1]["text"].replace("___", "blank")
        )
        expect(page.locator(".gl-option--wrong")).to_have_count(0 if place % 2 else 1)
        expect(page.get_by_role("status").first).to_contain_text("Right." if place % 2 else "Not quite.")
        if question["kind"] == "scene":
            expect(why.locator(".gl-quiz__difference")).to_be_visible()
        if question["kind"] == "compute":
            expect(why.locator("code")).to_have_text(re.compile(r"[×÷]|\+"))
        if not place % 2:
            missed.append(slug)
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="5 of 10 right")).to_be_focused()
    expect(page.locator(".gl-row")).to_have_count(5)
    line = page.locator(".gl-result code").inner_text()
    assert re.fullmatch(
        rf"glossary/1 kind=quiz path=metrics date=\d{{4}}-\d\d-\d\d score=5/10 missed={','.join(missed)} "
        r"asked=[a-z0-9,-]+ edition=[0-9a-z]{6} seed=42",
        line,
    )
    page.get_by_role("button", name="Choose other terms").click()
    expect(page.locator(".gl-study__main")).to_contain_text("Last time: 5 of 10")
    assert page.trouble == []


def test_a_quiz_goes_on_after_a_reload_and_asks_first_what_was_missed(page: Watched, served: str) -> None:
    page.goto(served + "quiz.html#topic=metrics")
    page.get_by_role("button", name="Start the quiz").click()
    now = "glossary.learn.all('quizround').now.ids"
    first: list[str] = page.evaluate(now)
    for place in range(10):
        if place == 4:
            page.reload()
            expect(page.locator(".gl-study__where")).to_contain_text("question 5 of 10")
            assert page.evaluate(now) == first
        right = page.evaluate(
            """place => {
              const {ids, salt} = glossary.learn.all('quizround').now;
              const rows = glossary.studying.asked().set.rows;
              return glossary.asking.questionsOf(rows, ids, salt)[place].options.findIndex(one => one.right);
            }""",
            place,
        )
        page.keyboard.press("1" if place < 2 and right else str(right + 1) if place >= 2 else "2")
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="8 of 10 right")).to_be_focused()
    page.get_by_role("button", name="Go on with more questions").click()
    following: list[str] = page.evaluate(now)
    assert set(first[:2]) <= set(following)
    assert set(first[2:]).isdisjoint(following)
    assert page.trouble == []


def test_a_test_asks_again_until_right_and_prints_a_result(page: Watched, served: str) -> None:
    page.goto(served + "quiz.html#path=week-one")
    page.get_by_role("button", name="Take the test").click()
    for place in range(40):
        if page.locator(".gl-quiz__ask").count() == 0:
            break
        right = page.evaluate(
            """() => {
              const {ids, salt, answers} = glossary.learn.all('quizround').now;
              const rows = glossary.studying.asked().set.rows;
              return glossary.asking.questionsOf(rows, ids, salt)[answers.length].options.findIndex(one => one.right);
            }"""
        )
        page.keyboard.press(str(right + 1) if place else str(1 + (right + 1) % 2))
        page.keyboard.press("Enter")
    rows = page.evaluate("glossary.studying.asked().set.rows.length")
    assert place == rows + 1  # the one that was missed came again
    expect(page.locator(".gl-paper")).to_contain_text("Passed (mark: 80%)")
    expect(page.locator(".gl-paper")).to_contain_text("Self-reported")
    page.get_by_label("Your name for the printout").fill("Ana Ruiz")
    expect(page.locator(".gl-paper__name")).to_have_text("Ana Ruiz")
    assert "Ana" not in page.evaluate("JSON.stringify(localStorage)")
    page.reload()
    expect(page.locator(".gl-study__main")).to_contain_text("Passed on")
    again = page.get_by_role("button", name="Test yourself on")
    expect(again).to_have_count(0)
    changes = [  # what a question shows of one term or two, and what none of the path's shows
        ("scene[3] += ' Today.'", 1),
        ("glossary.texts.differences[pair] += ' So it is.'", 1),
        ("glossary.quiz.scenes.find(([one, other]) => !rows.has(one) && !rows.has(other))[3] += ' Now.'", 0),
    ]
    for change, count in changes:
        page.reload()
        page.evaluate(
            f"""() => {{
              const rows = new Set(glossary.studying.asked().set.rows);
              const scene = glossary.quiz.scenes.find(([one, other, fits]) => rows.has(fits) && fits === one);
              const pair = scene.slice(0, 2).map(row => glossary.term(row).slug).sort().join('-vs-');
              {change};
              dispatchEvent(new HashChangeEvent('hashchange'));
            }}"""
        )
        expect(again).to_have_count(count)
    assert page.trouble == []


def test_an_answer_can_be_typed_as_the_lookup_takes_it(page: Watched, served: str) -> None:
    page.goto(served + "quiz.html#path=week-one")
    page.get_by_label("Type the name where a meaning is asked").check()
    page.evaluate(
        """() => glossary.learn.put('quizround', 'now', {set: '#path=week-one', ids: ['meaning.pending-ticket',
          'meaning.escalation'], salt: 1, seed: 0, answers: [], test: false})"""
    )
    page.reload()
    page.get_by_label("Your answer").fill("pendng ticket")
    page.keyboard.press("Enter")
    expect(page.locator(".gl-quiz__verdict")).to_have_text("Right.")
    page.get_by_role("button", name="Next question").click()
    page.get_by_label("Your answer").fill("queue")
    page.keyboard.press("Enter")
    expect(page.locator(".gl-quiz__verdict")).to_have_text("Not quite.")


def test_feedback_is_in_the_words_of_the_contrast(page: Watched, served: str) -> None:
    """On a meaning: a confusable wrong answer is met with the sentence that tells the two apart."""
    page.goto(served + "quiz.html")
    found = page.evaluate(
        """() => {
          const asked = glossary.studying.sets().find(set => set.id === 'metrics');
          for (let seed = 1; seed < 200; seed++) {
            const quiz = glossary.makeQuiz(asked.rows, seed);
            if (quiz[0].kind !== 'meaning') continue;
            for (const [place, option] of quiz[0].options.entries()) {
              const pair = [quiz[0].row, option.row].map(row => glossary.term(row).slug).sort().join('-vs-');
              const text = glossary.texts.differences[pair];
              if (!option.right && text) return {seed: seed, key: String(place + 1), text: text};
            }
          }
        }"""
    )
    page.goto("about:blank")
    page.goto(f"{served}quiz.html#topic=metrics&seed={found['seed']}")
    page.keyboard.press(found["key"])
    expect(page.locator(".gl-quiz__difference")).to_have_text("The difference: " + found["text"])


def test_the_same_seed_gives_the_same_quiz(page: Watched, served: str) -> None:
    def shown() -> list[str]:
        texts = []
        for _ in quiz_of(page):
            texts.append(page.locator(".gl-study__main").inner_text())
            page.keyboard.press("1")
            page.keyboard.press("Enter")
        return texts

    page.goto(served + QUIZ)
    first = shown()
    page.goto("about:blank")
    page.goto(served + QUIZ)
    assert shown() == first
    page.evaluate("location.hash = '#topic=metrics&seed=43'")
    expect(page.locator(".gl-study__where")).to_contain_text("question 1 of")
    assert shown() != first


def test_every_quiz_of_every_set_is_sound(page: Watched, served: str) -> None:
    """Whatever the seed: one right answer, no two equal ones, no term twice, twenty seeds of each set."""
    page.goto(served + "quiz.html")
    wrong = page.evaluate(
        """() => {
          const wrong = [];
          for (const set of glossary.studying.sets()) for (let seed = 1; seed <= 20; seed++) {
            const quiz = glossary.makeQuiz(set.rows, seed), rows = quiz.map(question => question.row);
            const rest = set.rows.length >= 12;
            if (rest && quiz.length !== 10) wrong.push([set.id, seed, quiz.length]);
            if (new Set(rows).size !== rows.length) wrong.push([set.id, seed, 'a term twice']);
            for (const question of quiz) {
              const texts = question.options.map(option => option.text);
              const count = question.kind === 'scene' ? 2 : 4;
              if (texts.length !== count || new Set(texts).size !== count) wrong.push([set.id, seed, texts]);
              if (question.options.filter(option => option.right).length !== 1) wrong.push([set.id, seed, texts]);
              if (!set.rows.includes(question.row)) wrong.push([set.id, seed, question.row]);
            }
          }
          return wrong;
        }"""
    )
    assert wrong == []


def test_a_path_leads_to_its_own_quiz_and_cards(page: Watched, served: str) -> None:
    for start_at, name, address in (
        ("paths/week-one.html", "Test yourself in the quiz", "quiz.html#path=week-one"),
        ("topics/metrics.html", "flip cards", "cards.html#topic=metrics"),
    ):
        page.goto(served + start_at)
        page.get_by_role("link", name=name, exact=True).first.click()
        page.wait_for_url("**/" + address)
        wanted = "Week one" if "week" in address else "Metrics and targets"
        expect(page.get_by_label("What to learn").locator("option:checked")).to_contain_text(wanted)


def test_a_set_without_questions_says_so(page: Watched, served: str) -> None:
    page.goto(served + "quiz.html")
    page.evaluate(
        """for (const kind of ['meanings', 'defines', 'shorts', 'scenes', 'computes']) glossary.quiz[kind] = []"""
    )
    page.get_by_role("button", name="Start the quiz").click()
    expect(page.locator(".gl-study__main")).to_contain_text("There is no question on these terms yet.")
    page.get_by_role("button", name="Choose others").click()
    expect(page.get_by_label("What to learn")).to_be_focused()


# ---- both -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_cards_and_quiz(browser: Browser, served: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()

    def judge() -> None:
        found = Axe().run(page, options=ONLY_WRONG)
        assert found.violations_count == 0, found.generate_report()

    page.goto(served + CARDS)
    judge()
    page.get_by_role("button", name="Start with").click()
    page.keyboard.press("Space")
    assert page.locator(".gl-flip__back").evaluate("one => getComputedStyle(one).animationName") == "none"
    judge()
    page.goto(served + QUIZ)
    judge()
    page.keyboard.press("1")
    judge()
    for _ in range(10):
        page.keyboard.press("Enter")
        page.keyboard.press("1")
    expect(page.locator(".gl-result")).to_be_visible()
    judge()
    context.close()


def test_cards_and_quiz_work_opened_from_disk(page: Watched, built_site: Path) -> None:
    start(page, (built_site / "cards.html").as_uri() + "#topic=metrics")
    answer(page, "2")
    expect(page.locator(".gl-study__count")).to_have_text("1 of 20 known")
    page.goto((built_site / "quiz.html").as_uri() + "#all&seed=3")
    page.keyboard.press("1")
    expect(page.locator(".gl-quiz__why")).to_be_visible()
    assert page.trouble == []


@pytest.mark.parametrize("path", ["cards.html", "quiz.html"])
def test_without_javascript_the_pages_lead_to_lists(browser: Browser, served: str, path: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + path)
    expect(page.locator(".gl-study")).to_contain_text("need" if path == "cards.html" else "needs")
    page.locator(".gl-study a").first.click()
    page.wait_for_url(re.compile("topics|compare"))
    context.close()
