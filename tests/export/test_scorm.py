"""A path's test as a SCORM 1.2 package: its manifest, and what it tells a learning system.

A system is recorded in most tests; in one it is scorm-again (npm), which checks each call by the standard.
"""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from helpers.browser import expect, serving
from helpers.corpora import ROOT
from helpers.tiny import write_corpus
from site_gen.__main__ import main

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Frame, Page

CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
# A learning system that keeps what it is told, and wants the calls in the order of the standard.
SYSTEM = """
window.told = {}; window.calls = []; window.kept = KEPT;
window.API = {
  LMSInitialize(text) { calls.push('initialize'); return text === '' ? 'true' : 'false'; },
  LMSFinish() { calls.push('finish'); return 'true'; },
  LMSGetValue(name) { return told[name] || kept[name] || ''; },
  LMSSetValue(name, value) {
    const isOpen = calls[0] === 'initialize' && !calls.includes('finish');
    if (typeof value !== 'string' || !isOpen) calls.push('wrong ' + name);
    if (name === 'cmi.suspend_data' && value.length > 4096) calls.push('too long');
    told[name] = value; return 'true';
  },
  LMSCommit() { calls.push('commit'); return 'true'; },
  LMSGetLastError: () => '0', LMSGetErrorString: () => '', LMSGetDiagnostic: () => ''
};
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return exported(ROOT, "week-one", tmp_path_factory.mktemp("scorm") / "test.zip")


def exported(root: Path, path: str, out: Path) -> bytes:
    run = CliRunner().invoke(
        main, ["--root", str(root), "export", "scorm", "--path", path, "--out", str(out)]
    )
    assert run.exit_code == 0, run.output
    return out.read_bytes()


@pytest.fixture(scope="module")
def unpacked(package: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    ZipFile(io.BytesIO(package)).extractall(folder)
    return folder


@pytest.fixture
def opened(browser: Browser, unpacked: Path) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(SYSTEM.replace("KEPT", "{}"))
    page.goto((unpacked / "index.html").as_uri())
    yield page
    context.close()


def data_of(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(
        "JSON.parse(document.getElementById('data').textContent).questions"
    )
    return found


def answered(test: Frame, *wrong: int) -> None:
    """Answer all questions of a frame that are left, wrongly those at the places ``wrong``."""
    right: dict[str, list[bool]] = test.evaluate(
        """Object.fromEntries(JSON.parse(document.getElementById('data').textContent).questions.map(
            (one) => [one.ask + one.text, one.options.map(({right}) => right)]))"""
    )
    place = 0
    while test.locator("ol").count():
        asked = test.locator("h2").inner_text() + str(test.locator("#test > p").nth(1).text_content())
        options = right[asked]
        at = options.index(place not in wrong)
        test.locator("ol button").nth(at).click()
        test.locator("[role=status] button").click()
        place += 1


def take(page: Page, *wrong: int) -> None:
    """Answer all questions, wrongly those at the places ``wrong``."""
    right = {(one["text"], one["ask"]): [one["right"] for one in one["options"]] for one in data_of(page)}
    place = 0
    while page.locator("ol").count():
        key = (page.locator("#test > p").nth(1).text_content(), page.locator("h2").text_content())
        at = right[key].index(True)  # type: ignore[index]
        page.keyboard.press(str((at + 1) % len(right[key]) + 1 if place in wrong else at + 1))  # type: ignore[index]
        page.locator("[role=status] button").click()
        place += 1


def test_the_manifest_names_every_file_and_the_mark(tmp_path: Path) -> None:
    write_corpus(tmp_path)
    archive = ZipFile(io.BytesIO(exported(tmp_path, "first-day", tmp_path / "test.zip")))
    root = ElementTree.fromstring(archive.read("imsmanifest.xml"))
    assert root.findtext(f"{CP}metadata/{CP}schemaversion") == "1.2"
    (resource,) = root.iter(f"{CP}resource")
    assert resource.get(f"{ADL}scormtype") == "sco" and resource.get("href") == "index.html"
    named = {file.get("href") for file in resource.iter(f"{CP}file")}
    assert named | {"imsmanifest.xml"} == set(archive.namelist())
    (item,) = root.iter(f"{CP}item")
    assert item.get("identifierref") == resource.get("identifier")
    assert item.findtext(f"{ADL}masteryscore") == "80"


def test_each_term_is_asked_once_and_has_one_right_answer(opened: Page) -> None:
    questions = data_of(opened)
    assert len({one["id"] for one in questions}) == len(questions) >= 15
    for one in questions:
        options = one["options"]
        assert len(options) in (2, 4)
        assert [option["right"] for option in options].count(True) == 1
        assert len({option["text"] for option in options}) == len(options)


def test_a_learning_system_hears_how_it_went(opened: Page) -> None:
    count = len(data_of(opened))
    take(opened, 0, 1)
    told, calls = opened.evaluate("told"), opened.evaluate("calls")
    assert calls[0] == "initialize" and calls[-1] == "finish" and not [one for one in calls if " " in one]
    assert told["cmi.core.lesson_status"] == "passed"
    assert told["cmi.core.score.raw"] == str(round(100 * (count - 2) / count))
    assert re.fullmatch(r"\d{4}:\d\d:\d\d", told["cmi.core.session_time"])
    results = [told[f"cmi.interactions.{at}.result"] for at in range(3)]
    assert results == ["wrong", "wrong", "correct"]
    assert f"cmi.interactions.{count}.id" not in told  # only first answers are told
    assert "Passed" in opened.locator("#test").inner_text()


def test_too_many_wrong_answers_do_not_pass(opened: Page) -> None:
    take(opened, 0, 1, 2, 3, 4, 5)
    assert opened.evaluate("told['cmi.core.lesson_status']") == "failed"


def test_a_session_goes_on_where_the_last_one_stopped(browser: Browser, opened: Page, unpacked: Path) -> None:
    for _ in range(3):
        opened.keyboard.press("1")
        opened.locator("[role=status] button").click()
    kept = opened.evaluate("({'cmi.suspend_data': told['cmi.suspend_data']})")
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(SYSTEM.replace("KEPT", json.dumps(kept)))
    page.goto((unpacked / "index.html").as_uri())
    assert page.locator("#test > p").first.inner_text().startswith("Question 4 of")
    assert page.evaluate("told['cmi.core.lesson_status']") == "incomplete"
    context.close()


# A learning system of scorm-again's. It notes each call that the library refuses. The package is in a frame, or in
# a window that another one opened, itself in a frame there.
RUNTIME = """<!doctype html><title>System</title><script src="scorm12.js"></script>
<script>
  window.refused = [];
  window.API = new Scorm12API({autocommit: false, logLevel: 5});
  const before = localStorage.getItem('cmi');
  if (before) API.loadFromJSON(JSON.parse(before), '');
  for (const name of ['LMSInitialize', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSFinish']) {
    const call = API[name].bind(API);
    API[name] = (...values) => {
      const said = call(...values);
      const code = String(API.LMSGetLastError());
      if (code !== '0') refused.push([name, ...values, code].join(' '));
      localStorage.setItem('cmi', JSON.stringify(API.cmi));
      return said;
    };
  }
</script>
<a id="popup" href="frame.html" target="_blank" rel="opener">Open</a>
<iframe id="inside" src="FRAME" width="800" height="600"></iframe>
"""


def test_a_real_run_time_refuses_nothing_and_keeps_a_pass(
    browser: Browser, unpacked: Path, tmp_path: Path
) -> None:
    shutil.copytree(unpacked, tmp_path / "package")
    shutil.copy(ROOT / "node_modules" / "scorm-again" / "dist" / "scorm12.min.js", tmp_path / "scorm12.js")
    (tmp_path / "index.html").write_text(RUNTIME.replace("FRAME", "package/index.html"))
    (tmp_path / "opener.html").write_text(RUNTIME.replace("FRAME", "about:blank"))
    (tmp_path / "frame.html").write_text('<iframe id="inside" src="package/index.html"></iframe>')
    with serving(tmp_path) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(address + "index.html")
        test = page.frame(url=re.compile("package"))
        assert test is not None
        test.locator("ol button").nth(0).click()
        test.locator("[role=status] button").click()
        expect(test.locator("#test > p").first).to_contain_text("Question 2 of")
        page.reload()  # the next session of the same learner
        test = page.frame(url=re.compile("package"))
        assert test is not None
        expect(test.locator("#test > p").first).to_contain_text("Question 2 of")
        answered(test)
        assert page.evaluate("API.cmi.core.lesson_status") == "passed"
        assert page.evaluate("refused") == []
        score = page.evaluate("API.cmi.core.score.raw")
        count = page.evaluate("API.cmi.interactions.childArray.length")
        assert count == len(
            test.evaluate("JSON.parse(document.getElementById('data').textContent).questions")
        )

        page.goto(address + "opener.html")  # again, by a window, and failing this time
        with context.expect_page() as opened:
            page.locator("#popup").click()
        window = opened.value
        window.wait_for_load_state()
        test = window.frame(url=re.compile("package"))
        assert test is not None
        answered(test, *range(8))
        expect(test.locator("#test")).to_contain_text("Your learning system has this result")
        assert page.evaluate("API.cmi.core.lesson_status") == "passed"
        assert page.evaluate("API.cmi.core.score.raw") == score
        assert page.evaluate("refused") == []


FAULTS = [  # systems that do not do what the standard says
    "window.API = {}",
    "window.API = {LMSInitialize() { throw new Error('down'); }}",
    "window.API = {LMSInitialize: () => 'false', LMSGetLastError: () => '101'}",
    "window.API = {LMSInitialize: () => 'true', LMSGetValue: () => null, "
    "LMSSetValue() { throw new Error(); }, LMSCommit: () => 'false', LMSFinish: () => 'false'}",
    "window.API = {LMSInitialize: () => 'true', LMSGetValue: () => '{\"first\": 3}', "
    "LMSSetValue: () => 'false', LMSCommit: () => 'false', LMSFinish: () => 'false'}",
]


def test_a_faulty_system_does_not_end_the_test(browser: Browser, unpacked: Path) -> None:
    for fault in FAULTS:
        with browser.new_context() as context:
            page = context.new_page()
            failed: list[str] = []
            page.on("pageerror", lambda error, failed=failed: failed.append(str(error)))
            page.add_init_script(fault)
            page.goto((unpacked / "index.html").as_uri())
            page.keyboard.press("1")
            page.locator("[role=status] button").click()
            expect(page.locator("#test > p").first).to_contain_text("Question 2 of")
            assert failed == [], fault


def test_what_is_kept_of_a_long_path_fits(browser: Browser, unpacked: Path) -> None:
    """All answers wrong on a path of 500 terms."""
    with browser.new_context() as context:
        page = context.new_page()
        page.add_init_script(SYSTEM.replace("KEPT", "{}"))
        text = (unpacked / "index.html").read_text(encoding="utf-8")
        head, data, tail = re.split(r'(?<=id="data">)(.*?)(?=</script>)', text, maxsplit=1)
        held = json.loads(data)
        held["questions"] = [{**held["questions"][0], "id": f"q_{at}"} for at in range(500)]
        page.route("**/long.html", lambda route: route.fulfill(body=head + json.dumps(held) + tail))
        page.route(
            "**/player.*", lambda route: route.fulfill(path=unpacked / route.request.url.split("/")[-1])
        )
        page.goto("http://system.test/long.html")
        wrong = next(at for at, one in enumerate(held["questions"][0]["options"]) if not one["right"])
        page.evaluate(
            """(wrong) => { for (let at = 0; at < 500; at++) {
                document.querySelectorAll('ol button')[wrong].click();
                document.querySelector('[role=status] button').click();
            } }""",
            wrong,
        )
        kept = page.evaluate("told['cmi.suspend_data']")
        assert 1900 < len(kept) <= 4096
        assert "too long" not in page.evaluate("calls")


def test_it_runs_without_a_learning_system_and_says_so(browser: Browser, unpacked: Path) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto((unpacked / "index.html").as_uri())
    from axe_playwright_python.sync_playwright import Axe

    assert Axe().run(page).violations_count == 0
    take(page)
    assert "No learning system is there" in page.locator("#test").inner_text()
    context.close()


def test_a_path_that_is_not_there_is_told(root: Path) -> None:
    path = "- {id: week-one, title: Week one, audience: New people, outcome: They know., terms: [ticket]}\n"
    (root / "glossary" / "paths.yaml").write_text(path)
    run = CliRunner().invoke(main, ["--root", str(root), "export", "scorm", "--path", "week-on"])
    assert run.exit_code == 2 and "week-one" in run.output
