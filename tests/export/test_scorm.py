"""A path's test as a SCORM 1.2 package: its manifest, and what it tells a learning system that is recorded."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Browser, Page

from helpers.corpora import ROOT
from site_gen.__main__ import main

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
    out = tmp_path_factory.mktemp("scorm") / "test.zip"
    run = CliRunner().invoke(
        main, ["--root", str(ROOT), "export", "scorm", "--path", "week-one", "--out", str(out)]
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


def test_the_manifest_names_every_file_and_the_mark(package: bytes) -> None:
    archive = ZipFile(io.BytesIO(package))
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


def test_it_runs_without_a_learning_system_and_says_so(browser: Browser, unpacked: Path) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto((unpacked / "index.html").as_uri())
    assert Axe().run(page).violations_count == 0
    take(page)
    assert "No learning system is there" in page.locator("#test").inner_text()
    context.close()


def test_a_path_that_is_not_there_is_told(root: Path) -> None:
    path = "- {id: week-one, title: Week one, audience: New people, outcome: They know., terms: [ticket]}\n"
    (root / "glossary" / "paths.yaml").write_text(path)
    run = CliRunner().invoke(main, ["--root", str(root), "export", "scorm", "--path", "week-on"])
    assert run.exit_code == 2 and "week-one" in run.output
