"""The lookup's box on the built real site: by keyboard and by touch, in headless Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Route, expect

from helpers.browser import ONLY_WRONG, Watched

CHURN = "terms/churn.html"


@pytest.fixture
def touch(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = Watched(context.new_page())
    page.set_default_timeout(10_000)
    yield page
    context.close()


def clipboard(page: Watched) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def with_clipboard(page: Watched, served: str) -> Watched:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served.rstrip("/"))
    return page


def names(page: Watched) -> list[str]:
    return [text.strip() for text in page.locator(".gl-box__option .gl-box__name").all_inner_texts()]


def test_three_letters_on_the_home_page_show_the_definition(page: Watched, served: str) -> None:
    page.goto(served)
    page.keyboard.type("frt")  # the box has the focus already
    first = page.locator(".gl-box__option").first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(first).to_contain_text("First response time")
    expect(first.locator(".gl-box__def")).to_contain_text("waits")
    page.keyboard.press("Enter")
    page.wait_for_url("**/terms/first-response-time.html")
    assert page.trouble == []


def test_slash_opens_arrows_choose_and_escape_gives_the_focus_back(page: Watched, served: str) -> None:
    page.goto(served + CHURN)
    link = page.locator(".gl-turn a").first
    link.focus()
    page.keyboard.press("/")
    page.keyboard.type("ticket")
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".gl-dialog [role=status]")).to_have_text("8 terms")
    first = box.get_attribute("aria-activedescendant")
    page.keyboard.press("ArrowDown")
    second = box.get_attribute("aria-activedescendant")
    assert first != second and second
    expect(page.locator(f"#{second}")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") == first
    page.keyboard.press("Escape")
    expect(page.locator(".gl-dialog")).to_be_hidden()
    expect(link).to_be_focused()


def test_a_slash_by_habit_does_not_stand_in_the_box_that_has_the_focus_already(
    page: Watched, served: str
) -> None:
    page.goto(served + "index.html")
    box = page.get_by_role("combobox")
    expect(box).to_be_focused()
    page.keyboard.type("/24/7")
    expect(box).to_have_value("24/7")


def test_control_k_opens_from_within_a_field(page: Watched, served: str) -> None:
    page.goto(served + "explain.html")
    expect(page.locator(".gl-explain textarea")).to_be_focused()
    page.keyboard.type("a/b")
    expect(page.locator(".gl-dialog")).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox")).to_be_focused()


def test_copy_gives_a_colleague_name_definition_and_link(page: Watched, served: str) -> None:
    with_clipboard(page, served).goto(served + CHURN)
    page.keyboard.press("/")
    page.keyboard.type("fcr")
    page.keyboard.press("Control+c")
    expect(page.locator(".gl-dialog .gl-box__note")).to_contain_text("Copied: First contact resolution")
    text = clipboard(page)
    assert text.startswith("First contact resolution (FCR")
    assert text.endswith(f"\n{served}terms/first-contact-resolution.html")
    assert "): The share of" in text


def test_copying_works_from_the_dialog_on_plain_http_too(page: Watched, served: str) -> None:
    with_clipboard(page, served).add_init_script(
        "Object.defineProperty(window, 'isSecureContext', {value: false})"
    )
    page.goto(served + CHURN)
    page.keyboard.press("/")
    page.keyboard.type("fcr")
    page.keyboard.press("Control+c")
    expect(page.locator(".gl-dialog .gl-box__note")).to_contain_text("Copied: First contact resolution")
    assert clipboard(page).startswith("First contact resolution (FCR")
    expect(page.get_by_role("combobox")).to_be_focused()


def test_what_could_not_be_copied_is_not_said_to_be(page: Watched, served: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'isSecureContext', {value: false}); document.execCommand = () => false"
    )
    page.goto(served + CHURN)
    page.locator(".gl-copy").first.click()
    expect(page.locator(".gl-copy").first).to_have_text("Not copied")
    page.keyboard.press("/")
    page.keyboard.type("fcr")
    page.keyboard.press("Control+c")
    expect(page.locator(".gl-dialog .gl-box__note")).to_contain_text("does not let the page copy")


def test_the_sentence_for_a_customer_is_copied_alone(page: Watched, served: str) -> None:
    with_clipboard(page, served).goto(served)
    page.keyboard.type("warm transfer")
    page.keyboard.press("Control+Shift+Enter")
    expect(page.locator(".gl-box__note")).to_contain_text("Copied for a customer:")
    said = page.locator(".gl-box__note").inner_text().removeprefix("Copied for a customer: ").strip()
    assert clipboard(page) == said.partition(" · fill in ")[0] and "\n" not in said


def test_a_word_that_stays_inside_is_not_copied(page: Watched, served: str) -> None:
    with_clipboard(page, served).goto(served)
    page.evaluate("navigator.clipboard.writeText('before')")
    page.locator(".gl-box__input").fill("churn")
    page.get_by_role("button", name="Copy for a customer").click()
    expect(page.locator(".gl-box__note")).to_contain_text("Stays inside:")
    assert clipboard(page) == "before"


def test_two_terms_show_both_and_their_difference_first(page: Watched, served: str) -> None:
    page.goto(served)
    page.keyboard.type("pending or on hold")
    expect(page.locator(".gl-box__note")).to_contain_text("The difference:")
    assert set(names(page)[:2]) == {"Pending ticket", "On-hold ticket"}
    page.get_by_role("link", name="Side by side", exact=True).click()
    page.wait_for_url("**/compare.html#on-hold-ticket-vs-pending-ticket")


def test_a_question_opens_the_term_at_its_part(page: Watched, served: str) -> None:
    page.goto(served)
    page.keyboard.type("how do I calculate csat")
    expect(page.locator(".gl-box__option").first).to_contain_text("Customer satisfaction")
    expect(page.locator(".gl-box__why").first).to_have_text("opens at: how it is computed")
    assert page.evaluate("localStorage.getItem('glossary.missed') || '[]'") == "[]"  # "how do" was on the way
    page.keyboard.press("Enter")
    page.wait_for_url("**/terms/customer-satisfaction.html#how-it-is-computed")
    expect(page.locator("#how-it-is-computed")).to_be_visible()


def test_what_is_not_found_is_kept_here_and_can_be_cleared(page: Watched, served: str) -> None:
    with_clipboard(page, served).goto(served)
    for word in ("zzyzx", "qwrtpsd"):
        page.locator(".gl-box__input").fill(word)
        expect(page.locator(".gl-box__note")).to_contain_text(f"“{word}” is not in the glossary")
    expect(page.get_by_role("link", name="Suggest it")).to_have_count(0)  # the site names no repository
    page.get_by_role("button", name="Copy a note to suggest it").click()
    expect(page.locator(".gl-box__note span[role=status]")).to_have_text(
        re.compile("^Copied. Send it to the editors")
    )
    assert clipboard(page).startswith("New term: qwrtpsd\n")
    page.locator(".gl-box__note summary").click()
    expect(page.locator(".gl-box__note li")).to_have_text([re.compile("^qwrtpsd"), re.compile("^zzyzx")])
    page.get_by_role("button", name="Clear").click()
    assert page.evaluate("localStorage.getItem('glossary.missed')") == "[]"
    assert page.trouble == []


def test_of_a_word_that_is_typed_only_the_whole_is_kept(page: Watched, served: str) -> None:
    page.goto(served)
    box = page.locator(".gl-box__input")
    box.press_sequentially("zzyzxqq", delay=20)
    expect(page.locator(".gl-box__note")).to_contain_text("“zzyzxqq” is not in the glossary")
    for _ in range(3):
        box.press("Backspace")
    box.fill("qwrtpsd")
    expect(page.locator(".gl-box__note")).to_contain_text("“qwrtpsd” is not in the glossary")
    assert page.evaluate("glossary.memory.read('missed').map(one => [one.query, one.count])") == [
        ["qwrtpsd", 1],
        ["zzyzxqq", 1],
    ]


def test_a_word_that_only_stands_in_a_text_is_neither_chosen_nor_opened(page: Watched, served: str) -> None:
    page.goto(served + "mini.html")
    page.locator(".gl-box__input").fill("germs")
    expect(page.locator(".gl-box__note")).to_contain_text("“germs” has no entry")
    expect(page.locator(".gl-box__option").first).to_be_visible()
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    expect(page.locator(".gl-box__tools")).to_be_hidden()
    page.locator(".gl-box__input").press("Enter")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    assert page.url.startswith(served + "mini.html")


def test_two_abbreviations_stand_side_by_side(page: Watched, served: str) -> None:
    page.goto(served)
    page.locator(".gl-box__input").fill("sla ola")
    expect(page.locator(".gl-box__note")).to_contain_text("The difference:")
    assert names(page) == ["Service level agreementSLA", "Operational level agreementOLA"]


def test_explain_lists_each_term_once_and_copies_all(page: Watched, served: str) -> None:
    with_clipboard(page, served).goto(served + "explain.html")
    page.locator(".gl-explain textarea").fill("Escalated: SLA missed. The SLA ticket was merged and tagged.")
    expect(page.locator(".gl-explain__text a.gl-t").first).to_have_text("Escalated")
    assert page.locator(".gl-explain__text a.gl-t").all_inner_texts().count("SLA") == 1
    page.get_by_role("button", name="Copy all definitions").click()
    expect(page.locator(".gl-explain__count")).to_contain_text("Copied:")
    assert "Escalation: " in clipboard(page)
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(".gl-explain__list")).to_have_count(0)


def test_near_names_are_offered_but_never_chosen(page: Watched, served: str) -> None:
    asked = held_back(page, "definitions")
    page.goto(served)
    page.keyboard.type("hyper-pl")
    expect(page.locator(".gl-box__list")).to_have_attribute("data-heading", "Did you mean")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    page.keyboard.press("ArrowDown")
    expect(page.locator("[aria-selected=true]")).to_have_count(1)
    let_through(page, asked["definitions"])
    expect(page.locator(".gl-box__option .gl-box__def").first).not_to_have_text("")
    expect(page.locator("[aria-selected=true]")).to_have_count(1)  # by the reader


def test_an_empty_box_shows_the_last_five_looked_up(page: Watched, served: str) -> None:
    looked_up = ("churn", "backlog", "triage", "macro", "queue", "ticket")
    for word in looked_up:
        page.goto(served)
        page.locator(".gl-box__input").fill(word)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/terms/{word}.html")
    page.goto(served)
    expect(page.locator(".gl-box__list")).to_have_attribute("data-heading", "Looked up lately")
    assert names(page) == [word.capitalize() for word in reversed(looked_up[1:])]


def test_the_query_stands_after_the_hash_and_back_restores_it(page: Watched, served: str) -> None:
    page.goto(served + "?q=aht")
    page.wait_for_url(served + "#q=aht")
    expect(page.locator(".gl-box__option").first).to_contain_text("Average handle time")
    page.keyboard.press("Enter")
    page.wait_for_url("**/terms/average-handle-time.html")
    page.go_back()
    expect(page.locator(".gl-box__input")).to_have_value("aht")
    expect(page.locator(".gl-box__option").first).to_contain_text("Average handle time")
    for written, meant in (("a+b", "a b"), ("R%26D", "R&D"), ("R&D", "R&D"), ("100%", "100%")):
        page.evaluate("written => { location.hash = `q=${written}`; }", written)
        expect(page.locator(".gl-box__input")).to_have_value(meant)


def test_the_404_page_offers_the_nearest_terms(page: Watched, served: str) -> None:
    page.goto(served + "terms/escallation.html")
    expect(page.locator(".gl-lost .gl-row").first).to_contain_text("Escalation")
    assert page.locator(".gl-lost :is(h1, h2)").all_inner_texts() == [
        "This page is not here",
        "Did you mean",
        "Or start from",
    ]
    expect(page.get_by_role("link", name="Look up a term")).to_be_visible()
    page.locator(".gl-lost .gl-row a").first.click()
    page.wait_for_url("**/terms/escalation.html")


def test_an_address_that_is_no_code_keeps_the_404_page_working(page: Watched, served: str) -> None:
    page.goto(served + "escalation%zz.html")
    expect(page.locator("[role=button][aria-label=Menu]")).to_have_count(1)
    assert [text for text in page.trouble if "404" not in text] == []


def test_a_full_or_forbidden_store_breaks_nothing(page: Watched, served: str) -> None:
    page.add_init_script(
        "Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new Error('no'); }"
    )
    page.goto(served + "az.html")
    page.keyboard.press("/")
    page.keyboard.type("sla")
    page.keyboard.press("Enter")
    page.wait_for_url("**/terms/service-level-agreement.html")
    assert set(page.trouble) <= {"no"}  # the theme's own scripts do not expect this; ours must


def test_by_touch_the_magnifier_opens_and_a_tap_chooses(touch: Watched, served: str) -> None:
    touch.goto(served)
    expect(touch.locator(".gl-box__input")).not_to_be_focused()  # no keyboard in the reader's face
    touch.goto(served + CHURN)
    touch.locator(".gl-open").tap()
    touch.locator(".gl-box__input").fill("esclation")
    option = touch.locator(".gl-box__option").first
    expect(option).to_contain_text("you typed “esclation”")
    option.tap()
    touch.wait_for_url("**/terms/escalation.html")


def test_the_first_tap_on_a_term_shows_its_card_the_second_goes(touch: Watched, served: str) -> None:
    touch.goto(served + CHURN)
    link = touch.locator(".gl-text a.gl-t").first
    target = link.get_attribute("href")
    link.tap()
    expect(touch.locator("#gl-card")).to_be_visible()
    assert touch.url.endswith(CHURN)
    link.tap()
    touch.wait_for_url(f"**/terms/{target}")


def test_a_card_by_hover_stays_under_the_pointer_and_goes_with_escape(page: Watched, served: str) -> None:
    page.goto(served + CHURN)
    link = page.locator(".gl-text a.gl-t").first
    link.hover()
    card = page.locator("#gl-card")
    expect(card).to_be_visible()
    at, over = link.bounding_box(), card.bounding_box()
    assert over["y"] >= at["y"] + at["height"] or over["y"] + over["height"] <= at["y"]
    card.hover()
    page.wait_for_timeout(400)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_card_by_keyboard_describes_its_link(page: Watched, served: str) -> None:
    page.goto(served + CHURN)
    page.locator(".gl-crumbs a").last.focus()
    while not page.evaluate("document.activeElement.matches('.gl-text a.gl-t')"):
        page.keyboard.press("Tab")
    expect(page.locator("#gl-card")).to_be_visible()
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "gl-card"
    page.keyboard.press("Escape")
    expect(page.locator("#gl-card")).to_be_hidden()


def test_mini_is_the_lookup_alone_in_a_narrow_panel(page: Watched, served: str) -> None:
    page.set_viewport_size({"width": 320, "height": 600})
    page.goto(served + "mini.html")
    page.locator(".gl-box__input").fill("sla")
    expect(page.locator(".gl-box__option").first).to_contain_text("Service level agreement")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    with page.context.expect_page() as opened:
        page.locator(".gl-box__input").press("Control+Enter")
    assert opened.value.url.endswith("terms/service-level-agreement.html")
    page.locator(".gl-box__input").press("Enter")
    page.wait_for_url("**/terms/service-level-agreement.html?panel")
    expect(page.locator(".md-header")).to_be_hidden()
    page.get_by_role("link", name="Back to the lookup").click()
    page.wait_for_url("**/mini.html#q=sla")
    expect(page.locator(".gl-box__option").first).to_contain_text("Service level agreement")
    assert page.trouble == []


def test_explain_underlines_what_is_known_and_keeps_the_text_to_itself(page: Watched, served: str) -> None:
    page.goto(served + "explain.html")
    text = "FRT is up; the canned responses breach our SLA, says XQZ. <b>csat</b>"
    page.locator(".gl-explain textarea").fill(text)
    expect(page.locator(".gl-explain a.gl-t").first).to_be_visible()
    marked = page.locator(".gl-explain a.gl-t").all_inner_texts()
    assert marked == ["FRT", "canned responses", "breach", "SLA", "csat"]
    expect(page.locator(".gl-explain__rest")).to_contain_text("No entry under this name")
    expect(page.locator(".gl-explain__rest")).to_contain_text("XQZ")
    expect(page.locator(".gl-explain__list dt").first).to_contain_text("First response time")
    expect(page.locator(".gl-explain__text")).to_have_text(text)
    assert (
        page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + location.href").count(
            "XQZ"
        )
        == 0
    )
    page.locator(".gl-explain a.gl-t").first.hover()
    expect(page.locator("#gl-card")).to_contain_text("First response time")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("FRT and **csat** or CSAT", ["FRT", "CSAT"]),
        ("FRT, csat/NPS", ["FRT", "csat", "NPS"]),
        ("(CSAT) `FRT` _NPS_ ~~SLA~~", ["CSAT", "FRT", "NPS", "SLA"]),
        ("FRT: #csat, @NPS, SLA*", ["FRT", "csat", "NPS", "SLA"]),
        ("<i class='queue'>FRT</i> at https://csat.example/NPS?q=SLA", ["FRT"]),
        ("The SLA was never in danger of a breach. FRT", ["SLA", "FRT"]),
        ("CSAT at 9 a.m., NPS at 5 p.m. from the AM", ["CSAT", "NPS", "AM"]),
        ("Keep the ticket pending, says QA. FRT", ["ticket", "pending", "QA", "FRT"]),
        ("The SLA macro sets solved. FRT", ["SLA", "macro", "sets solved", "FRT"]),
        # both are typed for a term; in prose words that many terms are asked by tell of none
        ("FRT: send it back, people say. A death certificate came.", ["FRT", "death certificate"]),
    ],
)
def test_explain_marks_words_without_the_signs_around_them(
    page: Watched, served: str, text: str, marked: list[str]
) -> None:
    page.goto(served + "explain.html")
    page.locator(".gl-explain textarea").fill(text)
    expect(page.locator(".gl-explain a.gl-t").first).to_be_visible()
    assert page.locator(".gl-explain a.gl-t").all_inner_texts() == marked
    expect(page.locator(".gl-explain__text")).to_have_text(text)


def test_explain_takes_a_text_before_the_terms_are_there(page: Watched, served: str) -> None:
    asked = held_back(page, "definitions")
    page.goto(served + "explain.html")
    page.locator(".gl-explain textarea").fill("The SLA is ours.")
    expect(page.locator(".gl-explain__count")).to_have_text("Loading the terms …")
    let_through(page, asked["definitions"])
    expect(page.locator(".gl-explain a.gl-t")).to_have_text("SLA")
    expect(page.locator(".gl-explain__count")).to_have_text("1 term explained")


def test_explain_works_from_disk(page: Watched, built_site: Path) -> None:
    page.goto((built_site / "explain.html").as_uri())
    page.locator(".gl-explain textarea").fill("The SLA is ours.")
    expect(page.locator(".gl-explain a.gl-t")).to_have_text("SLA")
    assert page.trouble == []


def test_from_disk_everything_about_the_lookup_works(page: Watched, built_site: Path) -> None:
    page.goto((built_site / CHURN).as_uri())
    page.keyboard.press("/")
    page.keyboard.type("difference between warm and cold transfer")
    expect(page.locator(".gl-dialog .gl-box__note")).to_contain_text(
        "The difference"
    )  # the sentence says so itself
    page.keyboard.press("Enter")
    page.wait_for_url("file:**-transfer.html")
    assert page.trouble == []


def test_without_javascript_the_box_is_a_link_to_a_to_z(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path, link in (("index.html", ".gl-box a"), (CHURN, ".gl-open")):
        page.goto(served + path)
        page.locator(link).click()
        page.wait_for_url("**/az.html")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["index.html", CHURN, "mini.html", "explain.html"])
def test_axe_finds_nothing_with_the_box_open(browser: Browser, served: str, path: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(served + path)
    if path == "explain.html":
        page.locator("textarea").fill("Our SLA and CSAT")
    else:
        page.keyboard.press("Control+k")
        page.keyboard.type("time")
        expect(page.locator(".gl-box__option").first).to_be_visible()
    found = Axe().run(page, options=ONLY_WRONG)
    context.close()
    assert found.violations_count == 0, found.generate_report()


def test_the_box_holds_at_double_zoom(page: Watched, served: str) -> None:
    page.set_viewport_size({"width": 640, "height": 400})
    page.goto(served)
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    page.locator(".gl-box__input").fill("service level")
    expect(page.locator(".gl-box__option").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_a_term_page_gives_its_definition_and_its_sentence_along(page: Watched, served: str) -> None:
    with_clipboard(page, served).goto(served + "terms/warm-transfer.html")
    page.locator(".gl-def .gl-copy").click()
    expect(page.locator(".gl-def .gl-copy")).to_have_text("Copied")
    assert clipboard(page).startswith("Warm transfer: ") and clipboard(page).endswith(
        "terms/warm-transfer.html"
    )
    page.locator(".gl-say .gl-copy").click()
    expect(page.locator(".gl-say .gl-copy")).to_have_text("Copied · fill in [time]")
    said = page.locator(".gl-say p:not(.gl-label)").inner_text()
    assert clipboard(page) == said
    page.locator("h1").click()
    page.keyboard.press("Control+c")
    expect(page.locator(".gl-def .gl-copy")).to_have_text("Copied")
    assert clipboard(page).startswith("Warm transfer: ")


def test_nothing_moves_while_a_term_page_loads(page: Watched, served: str) -> None:
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.moved += e.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    for path in ("index.html", "terms/escalation.html", "az.html"):
        page.goto(served + path)
        page.wait_for_timeout(400)
        assert page.evaluate("window.moved") < 0.01, path


def test_our_own_rule_stands_under_the_definition(page: Watched, served: str) -> None:
    page.goto(served)
    page.evaluate(
        """glossary.need('names', 'definitions').then(() => {
          glossary.data.here = {[glossary.rowOf('churn')]: 'The account team acts above 2%.'};
        })"""
    )
    page.locator(".gl-box__input").fill("churn")
    expect(page.locator(".gl-box__option").first.locator(".gl-box__here")).to_have_text(
        "Here: The account team acts above 2%."
    )


def test_what_is_copied_for_a_customer_tells_its_blanks_and_its_channels(page: Watched, served: str) -> None:
    saying = '{"says": [["in a chat", "We answer in [time]."], ["in an email", "[Name], thank you."]]}'
    script = f'glossary.texts = {{"sayings": {{"escalation": {saying}}}, "differences": {{}}}};'
    page.route("**/assets/lookup-texts.js", lambda route: route.fulfill(body=script))
    with_clipboard(page, served).goto(served)
    page.locator(".gl-box__input").fill("escalation")
    expect(page.locator(".gl-box__option").first).to_be_visible()
    page.keyboard.press("Control+Shift+Enter")
    note = page.locator(".gl-box__note")
    expect(note).to_contain_text("Copied for a customer, in a chat: We answer in [time]. · fill in [time]")
    assert clipboard(page) == "We answer in [time]."
    note.get_by_role("button", name="Copy in an email").click()
    expect(note).to_contain_text("· fill in [Name]")
    assert clipboard(page) == "[Name], thank you."


def test_a_link_is_no_blank(page: Watched, served: str) -> None:
    page.goto(served)
    assert page.evaluate("glossary.copied('Copied', 'See [this](that) in [time], [time] or [day].')") == (
        "Copied · fill in [time], [day]"
    )
    assert page.evaluate("glossary.copied('Copied', 'Plain.')") == "Copied"


def held_back(page: Watched, *names: str) -> dict[str, list[Route]]:
    """Keeps scripts of the lookup's data on their way; what is asked for stands here."""
    asked: dict[str, list[Route]] = {name: [] for name in names}

    def keep(route: Route) -> None:
        asked[route.request.url.rpartition("-")[2].removesuffix(".js")].append(route)

    for name in names:
        page.route(f"**/assets/lookup-{name}.js", keep)
    return asked


def let_through(page: Watched, asked: list[Route]) -> None:
    while not asked:
        page.wait_for_timeout(20)
    for route in asked:
        route.continue_()


def test_keys_are_taken_before_any_data_and_answered_with_each_part(page: Watched, served: str) -> None:
    asked = held_back(page, "data", "phrases", "definitions")
    page.goto(served)
    box = page.get_by_role("combobox")
    page.keyboard.type("frt")
    expect(box).to_have_value("frt")
    expect(page.locator(".gl-box__option")).to_have_count(0)
    let_through(page, asked["data"])
    first = page.locator(".gl-box__option").first
    expect(first).to_contain_text("First response time")
    expect(first.locator(".gl-box__def")).to_have_text("")
    box.fill("customers leaving us")
    let_through(page, asked["phrases"])
    expect(first).to_contain_text("Churn")
    let_through(page, asked["definitions"])
    expect(first.locator(".gl-box__def")).not_to_have_text("")
    assert page.trouble == []


# The index of the box's ranker is made only when `held` is false.
HELD = """
globalThis.held = true;
globalThis.glossary = {};
let made;
Object.defineProperty(glossary, 'createLookup', {
  configurable: true,
  enumerable: true,
  get: () => made,
  set(create) {
    made = (data) => {
      const lookup = create(data);
      const {take} = lookup;
      return Object.assign(lookup, {take: (most) => (held ? 0 : take(most))});
    };
  }
});
"""


def test_the_first_key_is_answered_from_the_labels_before_the_index_is_made(
    page: Watched, served: str
) -> None:
    page.add_init_script(HELD)
    page.goto(served)
    names = page.locator(".gl-box__name")
    page.keyboard.type("esc")
    expect(names.first).to_contain_text("Escalation")
    expect(page.locator(".gl-box__option[aria-selected=true]")).to_have_count(0)
    page.keyboard.press("ArrowDown")
    chosen = page.locator(".gl-box__option[aria-selected=true] .gl-box__name").inner_text()
    page.get_by_role("combobox").fill("frt")
    expect(names).to_have_text(["First response timeFRT"])
    page.keyboard.press("Enter")  # kept until it is known what is meant
    page.get_by_role("combobox").fill("esc")
    expect(names.first).to_contain_text("Escalation")
    page.evaluate("held = false")
    expect(page.locator(".gl-box__option[aria-selected=true] .gl-box__name")).to_have_text(chosen)
    page.keyboard.press("Enter")
    page.wait_for_url("**/terms/escalation.html")
    assert page.trouble == []


def test_what_is_chosen_stays_chosen_when_more_data_comes(page: Watched, served: str) -> None:
    asked = held_back(page, "definitions")
    page.goto(served)
    page.keyboard.type("ticket")
    expect(page.locator(".gl-box__option").nth(2)).to_be_visible()
    page.keyboard.press("ArrowDown")
    chosen = page.locator(".gl-box__option[aria-selected=true] .gl-box__name")
    name = chosen.inner_text()
    let_through(page, asked["definitions"])
    expect(page.locator(".gl-box__option[aria-selected=true] .gl-box__def")).not_to_have_text("")
    assert chosen.inner_text() == name


def test_what_was_copied_stays_told_when_more_data_comes_and_when_the_window_comes_back(
    page: Watched, served: str
) -> None:
    asked = held_back(page, "definitions")
    with_clipboard(page, served).goto(served)
    page.locator(".gl-box__input").fill("escalation")
    expect(page.locator(".gl-box__option").first).to_be_visible()
    page.keyboard.press("Control+Shift+Enter")
    note = page.locator(".gl-box__note")
    expect(note).to_contain_text("Copied for a customer")
    told = note.locator("p").element_handle()
    let_through(page, asked["definitions"])
    expect(page.locator(".gl-box__option .gl-box__def").first).not_to_have_text("")
    assert told.is_visible() and page.get_by_role("status").first.inner_text().startswith("Copied")
    page.locator(".gl-box__input").dispatch_event("focus")
    assert told.is_visible()
    page.keyboard.press("Backspace")
    expect(note).to_be_hidden()


WATCH_HEADINGS = """
headings = [];
new MutationObserver(() => headings.push(document.querySelector('.gl-box__list').dataset.heading || ''))
  .observe(document.querySelector('.gl-box__list'), {childList: true, attributes: true});
"""


def test_no_heading_comes_and_goes_above_a_first_answer(page: Watched, served: str) -> None:
    asked = held_back(page, "data", "phrases")
    page.goto(served)
    page.keyboard.type("escalation")
    page.evaluate(WATCH_HEADINGS)
    let_through(page, asked["data"])
    first = page.locator(".gl-box__option").first
    expect(first).to_contain_text("Escalation")
    let_through(page, asked["phrases"])
    expect(first).to_have_attribute("aria-selected", "true")
    assert set(page.evaluate("headings")) == {""}


def test_data_that_comes_while_the_mouse_is_down_takes_nothing_from_under_it(
    page: Watched, served: str
) -> None:
    asked = held_back(page, "definitions")
    page.goto(served)
    page.keyboard.type("escalation")
    option = page.locator(".gl-box__option").first
    option.hover()
    page.mouse.down()
    let_through(page, asked["definitions"])
    page.wait_for_function("glossary.data.definitions")
    page.wait_for_timeout(100)
    expect(option.locator(".gl-box__def")).to_have_text("")
    page.mouse.up()
    page.wait_for_url("**/terms/escalation.html")


def test_data_that_came_while_the_mouse_was_down_is_shown_when_it_goes_up(page: Watched, served: str) -> None:
    asked = held_back(page, "definitions")
    page.goto(served)
    page.keyboard.type("escalation")
    expect(page.locator(".gl-box__option").first).to_be_visible()
    page.locator(".gl-box__input").hover()
    page.mouse.down()
    let_through(page, asked["definitions"])
    page.wait_for_function("glossary.data.definitions")
    page.mouse.up()
    expect(page.locator(".gl-box__option .gl-box__def").first).not_to_have_text("")


def test_enter_and_copying_ahead_of_the_answer_are_kept_for_it(page: Watched, served: str) -> None:
    asked = held_back(page, "data", "definitions")
    with_clipboard(page, served).goto(served)
    page.keyboard.type("frt")
    page.keyboard.press("Control+c")
    let_through(page, asked["data"])
    let_through(page, asked["definitions"])
    expect(page.locator(".gl-box__note")).to_contain_text("Copied: First response time")
    page.unroute("**/assets/lookup-data.js")
    asked = held_back(page, "data")
    page.goto(served + CHURN)
    page.keyboard.press("/")
    page.keyboard.type("frt")
    page.keyboard.press("Enter")
    let_through(page, asked["data"])
    page.wait_for_url("**/terms/first-response-time.html")


def test_a_word_is_not_missed_before_all_is_known_and_what_did_not_load_is_told(
    page: Watched, served: str
) -> None:
    asked = held_back(page, "definitions")
    page.goto(served)
    box = page.locator(".gl-box__input")
    box.fill("qwxzqwxz")
    page.wait_for_timeout(300)
    expect(page.locator(".gl-box__note")).to_be_hidden()
    assert page.evaluate("glossary.memory.read('missed')") == []
    let_through(page, asked["definitions"])
    expect(page.locator(".gl-box__note")).to_contain_text("is not in the glossary")
    page.route("**/assets/lookup-data.js", lambda route: route.abort())
    page.goto(served + CHURN)
    page.keyboard.press("/")
    page.keyboard.type("frt")
    expect(page.locator(".gl-dialog .gl-box__note")).to_contain_text("The terms did not load.")
    page.unroute("**/assets/lookup-data.js")
    page.keyboard.press("Backspace")
    page.keyboard.type("t")
    expect(page.locator(".gl-dialog .gl-box__option").first).to_contain_text("First response time")


def test_what_a_key_asked_for_while_a_try_was_on_its_way_is_tried_once_more(
    page: Watched, served: str
) -> None:
    asked = held_back(page, "data")["data"]
    page.goto(served + CHURN)
    page.keyboard.press("/")
    page.keyboard.type("frt")
    while not asked:
        page.wait_for_timeout(20)
    asked.pop().abort()
    let_through(page, asked)
    expect(page.locator(".gl-dialog .gl-box__option").first).to_contain_text("First response time")


BESIDE = """<!doctype html><title>Ticket</title><textarea autofocus></textarea><script>
setTimeout(() => { const frame = document.createElement('iframe'); frame.src = '%smini.html';
  frame.width = 360; frame.height = 640; document.body.append(frame); }, 100);
</script>"""


def test_in_a_frame_the_panel_takes_no_key_from_a_reply(page: Watched, served: str) -> None:
    page.route("**/ticket", lambda route: route.fulfill(body=BESIDE % served, content_type="text/html"))
    page.goto(served + "ticket")
    reply = page.locator("textarea")
    reply.focus()
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("combobox")).to_be_visible()
    page.wait_for_timeout(300)
    page.keyboard.type("Dear Marta, I have looked")
    expect(reply).to_have_value("Dear Marta, I have looked")
    page.evaluate("document.querySelector('iframe').src += '#q=frt'")
    expect(frame.locator(".gl-box__option").first).to_contain_text("First response time")
    page.keyboard.type(" into it")
    expect(reply).to_have_value("Dear Marta, I have looked into it")
    frame.get_by_role("combobox").click()
    page.keyboard.press("End")
    page.keyboard.type("x")
    expect(frame.get_by_role("combobox")).to_have_value("frtx")


@pytest.mark.parametrize(
    ("path", "width", "height"),
    [("mini.html", 360, 640), ("index.html", 1280, 720), ("index.html", 390, 480), (CHURN, 1280, 720)],
)
def test_the_copying_keys_are_always_in_sight_and_copying_moves_nothing(
    page: Watched, served: str, path: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    with_clipboard(page, served).goto(served + path)
    page.keyboard.press("Control+k")
    page.locator(".gl-box__input").fill("ticket")
    copy = page.locator(".gl-box__tools button").first
    expect(copy).to_be_visible()
    expect(page.locator(".gl-box__option")).to_have_count(8)
    expect(page.locator(".gl-box__option .gl-box__def").first).not_to_have_text("")
    before = copy.bounding_box()
    assert before["y"] + before["height"] <= height
    copy.click()
    expect(page.locator(".gl-box__tools .gl-box__note")).to_contain_text("Copied: Ticket")
    assert copy.bounding_box() == before
    page.locator(".gl-box__tools > button").nth(2).click()
    expect(page.get_by_role("button", name="Markdown")).to_be_visible()


def test_a_term_is_copied_in_other_forms_and_with_its_difference(page: Watched, served: str) -> None:
    with_clipboard(page, served).goto(served + "terms/warm-transfer.html")
    address = f"{served}terms/warm-transfer.html"
    page.get_by_role("button", name="Copy as …").click()
    forms = page.locator(".gl-def__more")
    expect(forms.get_by_role("button", name="Link")).to_be_visible()
    assert page.get_by_role("button", name="Keep as a favorite").count() == 1
    taken = {}
    for name in ("Link", "Markdown", "HTML for chat or wiki", "With the difference to Cold transfer"):
        page.get_by_role("button", name="Copy as …").click()
        forms.get_by_role("button", name=name).click()
        expect(forms).to_contain_text("Copied as")
        taken[name] = clipboard(page)
    assert taken["Link"] == address
    assert taken["Markdown"].startswith(f"[**Warm transfer**]({address}): ")
    assert taken["HTML for chat or wiki"].startswith("Warm transfer: ")
    assert len(taken["With the difference to Cold transfer"].split("\n")) == 4


def test_a_favourite_is_kept_and_offered_by_the_empty_box(page: Watched, served: str) -> None:
    page.goto(served + CHURN)
    star = page.get_by_role("button", name="Keep as a favorite")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    page.goto(served)
    page.locator(".gl-box__input").focus()
    expect(page.locator(".gl-box__why").first).to_contain_text("★")
    assert names(page) == ["Churn"]
    page.goto(served + CHURN)
    star.click()
    expect(star).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("glossary.memory.read('favourites')") == []


def test_an_empty_box_offers_examples_that_find_something(page: Watched, served: str) -> None:
    page.goto(served)
    tries = page.locator(".gl-box__tries a")
    expect(tries).to_have_count(3)
    for one in range(3):
        tries.nth(one).click()
        expect(page.locator("[aria-selected=true]")).to_have_count(1)
        page.locator(".gl-box__input").fill("")


def test_a_question_mark_shows_the_keys(page: Watched, served: str) -> None:
    page.goto(served + CHURN)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    page.goto(served + "explain.html")
    page.locator("textarea").press("?")
    expect(page.locator("textarea")).to_have_value("?")
