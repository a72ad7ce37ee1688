"""What readers send to the desk: a correction in two clicks, without an account, script or storage needed."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Route, expect

from helpers.browser import NO_STORAGE, ONLY_WRONG, Watched, ours

TERM = "terms/ticket.html"
MAIL = "mailto:words@desk.example?subject={title}&body={body}"


def fields(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def parts(page: Watched) -> dict[str, str]:
    """The parts that "Something wrong?" shows, each with its address."""
    page.get_by_role("button", name="Something wrong?").click()
    page.locator(".gl-wrong__parts").wait_for()
    links = page.locator(".gl-wrong__parts a").all()
    return {link.inner_text(): str(link.get_attribute("href")) for link in links}


@pytest.fixture
def bare(browser: Browser) -> Watched:
    """A browser that keeps nothing."""
    context = browser.new_context()
    context.add_init_script(NO_STORAGE)
    page = Watched(context.new_page())
    page.set_default_timeout(10_000)
    return page


@pytest.mark.parametrize("where", ["served", "disk"])
def test_a_correction_takes_two_clicks(bare: Watched, tiny_site: Path, tiny_served: str, where: str) -> None:
    bare.goto((tiny_served if where == "served" else f"{tiny_site.as_uri()}/") + TERM)
    found = parts(bare)
    assert list(found) == [
        "Definition",
        "Here",
        "Details",
        "Example",
        "What we say to customers",
        "Something else",
    ]
    asked = fields(found["What we say to customers"])
    assert asked["template"] == "correction.yml"
    assert asked["title"] == "Correction: Ticket"
    assert (asked["term"], asked["field"]) == ("Ticket", "What we say to customers")
    assert asked["text"] == "I have opened a ticket for you."
    assert "text" not in fields(found["Something else"])
    bare.keyboard.press("Escape")
    expect(bare.locator(".gl-wrong__parts")).to_be_hidden()
    assert ours(bare) == []
    if where == "served":  # from disk axe may not read the stylesheets
        bare.get_by_role("button", name="Something wrong?").click()
        assert Axe().run(bare.page, options=ONLY_WRONG).response["violations"] == []


def test_a_mail_has_all_in_words_and_is_no_longer_than_programs_take(page: Watched, tiny_served: str) -> None:
    page.goto(tiny_served + TERM)
    parts(page)
    long = "Ü" * 5000
    mail = page.evaluate(
        "([pattern, text]) => glossary.suggest.filled(pattern, {title: 'T & b', term: 'T', field: 'Details', text,"
        " edition: '2026-11-28 abc'})",
        [MAIL, long + "\ud83d"],
    )
    assert len(mail) <= 1900
    body = fields(mail)["body"]
    assert fields(mail)["subject"] == "T & b"
    assert body.startswith("Term: T\r\n\r\nPart of the term: Details\r\n\r\nText as read: ÜÜÜ")
    assert " …\r\n\r\nEdition of the site: 2026-11-28 abc\r\n\r\n" in body


def test_where_the_script_does_not_load_it_is_a_plain_link(page: Watched, tiny_served: str) -> None:
    asked: list[str] = []
    page.route("**/assets/suggest.js", lambda route: route.abort())
    page.route("https://github.com/**", lambda route: (asked.append(route.request.url), route.abort()))
    page.goto(tiny_served + TERM)
    with page.expect_event("requestfailed", lambda request: request.url.startswith("https://github.com/")):
        page.get_by_role("button", name="Something wrong?").click()
    assert [fields(url)["term"] for url in asked] == ["Ticket"]


def test_where_the_site_names_no_address_a_mistake_goes_by_mail_to_whom_the_page_says_to_ask(
    page: Watched, tiny_served: str
) -> None:
    page.route(
        "**/assets/lookup-data.js",
        lambda route: route.fulfill(
            body=route.fetch().text() + "\nglossary.site.correct = '';", content_type="text/javascript"
        ),
    )
    page.goto(tiny_served + "terms/queue.html")
    found = parts(page)
    assert {urlsplit(address)[:3] for address in found.values()} == {("mailto", "", "ann@example.org")}
    sent = fields(found["Definition"])
    assert sent["subject"] == "Correction: Queue"
    assert "Text as read: A line in which work waits" in sent["body"]


@pytest.mark.parametrize("where", ["served", "disk"])
def test_where_no_address_is_set_a_note_is_copied_by_keyboard_and_nothing_moves(
    bare: Watched, built_site: Path, served: str, where: str
) -> None:
    root = served if where == "served" else f"{built_site.as_uri()}/"
    bare.add_init_script("navigator.clipboard.writeText = async (text) => { window.taken = text; };")
    bare.goto(root + TERM)
    ask = bare.get_by_role("button", name="Something wrong?")
    ask.press("Enter")
    told = bare.locator(".gl-wrong__told")
    expect(told).to_have_text("Copy a note for the editors about:")
    bare.keyboard.press("Tab")
    first = bare.get_by_role("button", name="Definition", exact=True)
    expect(first).to_be_focused()
    where_it_stood = first.bounding_box()
    bare.keyboard.press("Enter")
    expect(told).to_have_text("Copied. Send it to the editors.")
    assert first.bounding_box() == where_it_stood
    title, address, *said = str(bare.evaluate("window.taken")).split("\n\n")
    assert (title, address) == ("Correction: Ticket", root + TERM)
    assert [line.partition(":")[0] for line in said] == [
        "Term", "Part of the term", "Text as read", "What is wrong, or what it should say",
    ]  # fmt: skip
    assert ours(bare) == []
    if where == "served":
        assert Axe().run(bare.page, options=ONLY_WRONG).response["violations"] == []


def test_without_scripts_the_page_says_whom_to_tell(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + TERM)
    expect(page.locator(".gl-wrong")).to_have_text(
        "Something wrong? Send the editors the address of this page, and what it should say."
    )
    expect(page.locator(".gl-wrong .gl-plain")).to_be_visible()
    context.close()


def test_where_what_copies_does_not_load_the_page_says_whom_to_tell(page: Watched, served: str) -> None:
    page.route("**/assets/suggest.js", lambda route: route.abort())
    page.goto(served + TERM)
    page.get_by_role("button", name="Something wrong?").click()
    expect(page.locator(".gl-wrong__parts")).to_have_text(
        "Send the editors the address of this page, and what it should say."
    )


KEPT = "() => glossary.memory.read('missed').map(one => [one.query, one.count, one.page, !!one.not_meant])"
FIVE = ("zzyzx", "qwrtpsd", "grmblfx", "vvvkkk", "pltzrm")


def look_up(page: Watched, *words: str) -> None:
    for word in words:
        page.locator(".gl-box__input").fill(word)
        expect(page.locator(".gl-box__note")).to_contain_text(f"“{word}”")


def test_words_that_found_nothing_are_counted_and_handed_over_from_five_on(
    page: Watched, tiny_served: str
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=tiny_served.rstrip("/"))
    for word in FIVE[:3]:
        page.goto(tiny_served + "mini.html")
        look_up(page, word)
    look_up(page, "zzyzx")
    page.locator(".gl-box__input").fill("")  # a panel stays open all day: the next question is a new one
    expect(page.locator(".gl-box__note")).to_have_count(0)
    look_up(page, "zzyzx")
    assert page.evaluate(KEPT) == [
        ["zzyzx", 3, "mini.html", False],
        ["grmblfx", 1, "mini.html", False],
        ["qwrtpsd", 1, "mini.html", False],
    ]
    page.locator(".gl-box__note summary").click()
    expect(page.locator(".gl-box__note")).to_contain_text("With 2 more words you can hand them over")
    look_up(page, *FIVE[3:])
    page.goto(tiny_served + "about.html")
    panel = page.locator(".gl-missed")
    expect(panel.locator("li")).to_have_count(5)
    panel.get_by_role("button", name="Copy all").click()
    expect(panel.get_by_role("status")).to_have_text("Copied.")
    text = str(page.evaluate("navigator.clipboard.readText()"))
    today = page.evaluate("new Date().toLocaleDateString('en', {dateStyle: 'medium'})")
    assert f"- zzyzx (3 times, last on {today}, mini.html)" in text.splitlines()
    sent = fields(str(panel.get_by_role("link", name="Send to the desk").get_attribute("href")))
    assert (sent["template"], sent["heard"]) == ("new-term.yml", text)
    assert Axe().run(page.page, options=ONLY_WRONG).response["violations"] == []
    panel.get_by_role("button", name="Clear").click()
    expect(panel).to_contain_text("No word was missed in this browser.")
    assert page.evaluate(KEPT) == []
    assert page.trouble == []


def test_an_answer_that_was_not_meant_is_kept_with_its_question(page: Watched, tiny_served: str) -> None:
    page.goto(tiny_served + TERM)
    page.keyboard.press("/")
    page.keyboard.type("queue")
    page.get_by_role("button", name="Not what I meant").click()
    expect(page.locator(".gl-box__note")).to_contain_text("“queue” did not lead to what you meant.")
    assert page.evaluate(KEPT) == [["queue", 1, TERM, True]]
    expect(page.get_by_role("link", name="Suggest it")).to_be_visible()
    assert Axe().run(page.page, options=ONLY_WRONG).response["violations"] == []


@pytest.mark.parametrize(
    "text",
    ["zz jane@desk.example", "zzorder 12345", "zz 123 456", "zz +49 (30) 12", "zz ١٢٣٤٥", "zz https://x.example/a",
     "zz www.x.example", "z" * 61],
)  # fmt: skip
def test_what_looks_like_personal_data_is_not_kept(page: Watched, tiny_served: str, text: str) -> None:
    page.goto(tiny_served + "mini.html")
    page.locator(".gl-box__input").press_sequentially(text)
    expect(page.locator(".gl-box__note")).to_contain_text(f"“{text}”")
    for _ in range(3):
        page.keyboard.press("Backspace")
    assert page.evaluate(KEPT) == []


def test_a_long_list_is_cut_to_what_a_mail_takes(page: Watched, tiny_served: str) -> None:
    page.goto(tiny_served + "about.html")
    page.evaluate(
        "pattern => { glossary.site.suggest = pattern; glossary.memory.write('missed',"
        " Array.from({length: 50}, (_, i) => ({query: `${'ü'.repeat(40)} ${i}`, count: 1, day: '2026-11-28',"
        " page: 'index.html'}))); document.querySelector('.gl-missed').append(glossary.misses.panel()); }",
        MAIL,
    )
    link = page.get_by_role("link", name="Send to the desk")
    address = str(link.get_attribute("href"))
    lines = fields(address)["body"].splitlines()
    assert len(address) <= 1900
    assert lines[-1] == f"… and {50 - (len(lines) - 2)} more"


@pytest.mark.parametrize("kept", ["{}", "null", "[1, null, {}, {query: 2}]", "['old word']", "not json"])
def test_whatever_stands_in_the_storage_breaks_nothing(page: Watched, tiny_served: str, kept: str) -> None:
    page.goto(tiny_served + "mini.html")
    page.evaluate("kept => localStorage.setItem('glossary.missed', kept)", kept.replace("'", '"'))
    page.goto(tiny_served + "about.html")
    there = page.locator(".gl-missed")
    expect(there).to_contain_text("old word (1 time)" if "old" in kept else "No word was missed")
    assert page.trouble == []


@pytest.mark.parametrize("where", ["served", "disk"])
def test_where_nothing_can_be_kept_all_works(
    bare: Watched, tiny_site: Path, tiny_served: str, where: str
) -> None:
    root = tiny_served if where == "served" else f"{tiny_site.as_uri()}/"
    bare.goto(root + "mini.html")
    look_up(bare, *FIVE)
    bare.locator(".gl-box__note summary").click()  # as long as the page, five can be handed over
    expect(bare.locator(".gl-box__note li")).to_have_count(5)
    expect(bare.get_by_role("link", name="Send to the desk")).to_be_visible()
    bare.locator(".gl-box__input").fill("queue")
    bare.get_by_role("button", name="Not what I meant").click()
    expect(bare.locator(".gl-box__note")).to_contain_text("Suggest it")
    bare.goto(root + "about.html")
    expect(bare.locator(".gl-missed")).to_contain_text("No word was missed in this browser.")
    assert ours(bare) == []


ADDRESS = "https://words.example/missed"


def listening(page: Watched) -> list[tuple[str, dict[str, str]]]:
    """What is sent to the desk's address: body and headers."""
    sent: list[tuple[str, dict[str, str]]] = []

    def take(route: Route) -> None:
        sent.append((route.request.post_data or "", route.request.headers))
        route.fulfill(status=204)

    page.route("https://words.example/**", take)
    page.route(
        "**/assets/lookup-data.js",
        lambda route: route.fulfill(
            body=route.fetch().text() + f"\nglossary.site.misses = '{ADDRESS}';",
            content_type="text/javascript",
        ),
    )
    return sent


def test_where_the_desk_asks_for_it_an_unfound_word_alone_is_sent_and_the_box_says_so(
    page: Watched, tiny_served: str
) -> None:
    sent = listening(page)
    page.clock.install()
    page.goto(tiny_served + "mini.html")
    told = page.locator(".gl-box__told")
    expect(told).to_have_text("A word that finds nothing is sent to words.example, and nothing else.")
    box = page.locator(".gl-box__input")
    with page.expect_response(ADDRESS):  # by then it was taken down
        box.press_sequentially("zzyzx")
        expect(page.locator(".gl-box__note")).to_contain_text("“zzyzx” is not")
        page.clock.run_for(3100)
    look_up(page, "zz jane@desk.example")
    page.clock.run_for(4000)
    look_up(page, "zzyzx")
    page.clock.run_for(4000)
    ((body, headers),) = sent
    assert body == "zzyzx"
    assert not {"cookie", "referer"} & set(headers)
    assert headers["content-type"].startswith("text/plain")


def test_what_is_found_in_the_end_is_not_sent(page: Watched, tiny_served: str) -> None:
    sent = listening(page)
    page.clock.install()
    page.goto(tiny_served + "mini.html")
    box = page.locator(".gl-box__input")
    with page.expect_response(ADDRESS):  # by then it was taken down
        box.fill("automatix zzz")
        expect(page.locator(".gl-box__note")).to_contain_text("“automatix zzz”")
        box.fill("queue")
        expect(page.locator(".gl-box__option").first).to_contain_text("Queue")
        page.clock.run_for(4000)
    assert [body for body, _ in sent] == ["automatix zzz"]  # another word: this one rested
    box.fill("ticke")
    box.fill("ticket")
    page.clock.run_for(4000)
    assert len(sent) == 1


def test_where_nobody_asks_nothing_is_sent_and_nothing_said(page: Watched, tiny_served: str) -> None:
    page.goto(tiny_served + "mini.html")
    look_up(page, "zzyzx")
    page.wait_for_timeout(3300)
    expect(page.locator(".gl-box__told")).to_be_hidden()
    assert page.trouble == []
