"""The app for a help desk: by the vendor's published rules, and as a panel that works from its zip."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from helpers.browser import Watched, expect, serving
from helpers.rows import each_row
from helpers.support import glossary, term
from helpers.tiny import CORPUS
from site_gen.__main__ import main
from site_gen.catalog import catalog
from site_gen.corpus.load import load
from site_gen.export.snippets_json import snippets_json
from site_gen.export.zendesk_app import PANEL, SCRIPTS, SDK, app_files, broken_rules, locale_of, zendesk_app
from site_gen.history.events import History
from site_gen.model.records import Glossary, Site
from site_gen.model.trust import trust
from site_gen.pipeline import panel_files
from site_gen.publish.assets import assets

SITE = Site(name='Words & "more"', url="https://desk.example/g", language="en")
Files = dict[str, bytes]


@cache
def _corpus() -> Glossary:
    return load({f"glossary/{path}": text.encode() for path, text in CORPUS.items()}).glossary


@cache
def _made(language: str = "en") -> Mapping[str, str]:
    return panel_files(_corpus(), replace(SITE, language=language), History(), SCRIPTS)


@cache
def _assets() -> Mapping[str, bytes]:
    return assets()


def _files(language: str = "en") -> Files:
    return app_files(_made(language), _assets(), replace(SITE, language=language), "1.2.3")


@each_row("language", ["en", "pt-BR", "zh-Hant", "gsw", "de_CH"])
def test_an_app_keeps_the_published_rules(language: str) -> None:
    files = _files(language)
    assert list(broken_rules(files)) == []
    manifest = json.loads(files["manifest.json"])
    assert manifest["private"] is True and manifest["version"] == "1.2.3"
    assert f"translations/{manifest['defaultLocale']}.json" in files


def test_locales_as_the_vendor_writes_them() -> None:
    found = {one: locale_of(one) for one in ("en", "de_CH", "pt-BR", "zh-Hant", "gsw", "")}
    assert found == {"en": "en", "de_CH": "de-CH", "pt-BR": "pt-BR", "zh-Hant": "zh", "gsw": "en", "": "en"}


def _with(change: Callable[[dict[str, Any]], object]) -> Files:
    files = _files()
    manifest = json.loads(files["manifest.json"])
    change(manifest)
    return {**files, "manifest.json": json.dumps(manifest).encode()}


def _place(manifest: dict[str, Any], place: object) -> None:
    manifest["location"] = {"support": {"ticket_sidebar": place}}


BROKEN: Mapping[str, tuple[Callable[[], Files], str]] = {
    "no manifest": (lambda: {}, "manifest.json is not at the top"),
    "no JSON": (lambda: {"manifest.json": b"{"}, "is no JSON"),
    "no object": (lambda: {"manifest.json": b"[]"}, "is no object"),
    "no author": (lambda: _with(lambda one: one.pop("author")), "author is missing"),
    "author's number": (lambda: _with(lambda one: one["author"].update(name=1)), "name, email and url are texts"),
    "author's address": (lambda: _with(lambda one: one["author"].update(url="desk")), "url is no address"),
    "framework": (lambda: _with(lambda one: one.pop("frameworkVersion")), "frameworkVersion"),
    "private": (lambda: _with(lambda one: one.update(private="yes")), "private is neither"),
    "version": (lambda: _with(lambda one: one.update(version=1)), "version is no text"),
    "hosts": (lambda: _with(lambda one: one.update(domainWhitelist="x")), "domainWhitelist"),
    "parameters": (lambda: _with(lambda one: one.update(parameters={})), "parameters is no list"),
    "no locale": (lambda: _with(lambda one: one.pop("defaultLocale")), "defaultLocale is missing"),
    "locale": (lambda: _with(lambda one: one.update(defaultLocale="English")), "or no locale"),
    "translation": (lambda: _with(lambda one: one.update(defaultLocale="pl")), "translations/pl.json is missing"),
    "no location": (lambda: _with(lambda one: one.pop("location")), "location is missing"),
    "product": (lambda: _with(lambda one: one.update(location={"desk": {}})), "no product 'desk'"),
    "no page": (lambda: _with(lambda one: _place(one, {})), "has no url"),
    "page that is not there": (lambda: _with(lambda one: _place(one, "assets/no.html")), "no file below assets/"),
    "page elsewhere in it": (lambda: _with(lambda one: _place(one, "manifest.json")), "no file below assets/"),
    "another host": (lambda: _with(lambda one: _place(one, "https://evil.example/")), "frames another host"),
    "flexible": (lambda: _with(lambda one: _place(one, {"url": PANEL, "flexible": 1})), "flexible"),
    "a locale's name": (lambda: {**_files(), "translations/English.json": b"{}"}, "is no locale"),
    "no app": (lambda: {**_files(), "translations/en.json": b"{}"}, "no object with 'app'"),
    "no name": (lambda: {**_files(), "translations/en.json": b'{"app": {}}'}, "app needs name"),
}  # fmt: skip


@each_row("what", BROKEN)
def test_each_broken_rule_is_told(what: str) -> None:
    files, told = BROKEN[what]
    assert [line for line in broken_rules(files()) if told in line]


def test_the_panel_frames_nothing_and_loads_from_the_vendor_alone() -> None:
    text = _files()[PANEL].decode()
    assert "<iframe" not in text and "<frame" not in text
    loaded = re.findall(r'(?:src|href)="([^"]*)"', "".join(re.findall(r"<(?:script|link)[^>]*>", text)))
    assert [one for one in loaded if "//" in one] == [SDK]
    files = _files()
    for one in loaded:
        assert one == SDK or f"assets/{one}" in files, one
    assert "Words &amp; &#34;more&#34;" in text and "<script>alert" not in text


def test_whatever_its_scripts_load_later_is_in_it() -> None:
    files = _files()
    text = "".join(
        data.decode() for path, data in files.items() if path.endswith(".js") and "meaning/" not in path
    )
    later = {
        name
        for one in re.findall(r"withScripts\(\[([^\]]*)\]", text)
        for name in re.findall(r"'([\w-]+)'", one)
    }
    assert "lookup-texts" in later and len(later) > 3
    assert [name for name in later if f"assets/assets/{name}.js" not in files] == []


def test_a_public_site_gives_no_internal_word() -> None:
    words = glossary(term("open"), term("hushword", audience="internal", definition="GEHEIM"))
    site = Site(name="W", url="https://desk.example/", audience="public")
    files = app_files(panel_files(words, site, History(), SCRIPTS), _assets(), site, "1")
    assert not [path for path, data in files.items() if b"hushword" in data.lower() or b"GEHEIM" in data]


def test_the_same_glossary_gives_the_same_zip() -> None:
    data = zendesk_app(_made(), _assets(), SITE, "1")
    assert data == zendesk_app(_made(), _assets(), SITE, "1")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert "manifest.json" in archive.namelist() and PANEL in archive.namelist()


def test_the_command_needs_an_address_and_writes_the_zip(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*arguments: str) -> Any:
        return CliRunner().invoke(main, ["--root", str(root), "export", "zendesk-app", *arguments])

    done = run()
    assert done.exit_code == 1 and "site_url in mkdocs.yml is no https address" in done.output
    (root / "mkdocs.yml").write_text(
        (root / "mkdocs.yml").read_text() + "\nsite_url: https://desk.example/g/\n"
    )
    done = run()
    assert done.exit_code == 0, done.output
    assert zipfile.is_zipfile(root / "build" / "zendesk-app.zip")


def test_the_panel_works_from_its_zip(page: Watched, tmp_path: Path) -> None:
    """In a folder with a name that nobody knows before, as the help desk serves it; the vendor's script is not there."""
    with zipfile.ZipFile(io.BytesIO(zendesk_app(_made(), _assets(), SITE, "1"))) as archive:
        archive.extractall(tmp_path / "1a2b3c")
    with serving(tmp_path) as place:
        page.route(SDK, lambda route: route.fulfill(body="", content_type="text/javascript"))
        page.goto(f"{place}1a2b3c/{PANEL}")
        page.locator(".gl-box__input").fill("queue")
        option = page.locator(".gl-box__option").first
        expect(option).to_contain_text("Queue")
        expect(option).to_contain_text("A line in which work waits")
        assert (
            page.evaluate("glossary.address('queue', 'example')")
            == "https://desk.example/g/terms/queue.html#example"
        )


SAYING = {"chat": "A moment, please.", "email": "We *will* write."}


def _snippets(words: Glossary, site: Site = SITE) -> list[dict[str, Any]]:
    told = snippets_json(words, site, trust(words, site, {}), catalog())
    found: list[dict[str, Any]] = json.loads(told)["snippets"]
    return found


def test_snippets_have_a_name_a_text_and_a_shortcut_each_once() -> None:
    words = glossary(
        term("hold", say_to_customer=SAYING),
        term("hold-chat", say_to_customer="Wait for the chat.", status="shipped"),
        term("none"), term("old", say_to_customer="Gone.", status="deprecated"),
    )  # fmt: skip
    found = _snippets(words)
    assert [one.pop("trust")["mark"] for one in found] == ["draft", "draft", "shipped"]
    assert found == [
        {"name": "Hold: in a chat", "text": "A moment, please.", "shortcut": "hold.chat", "term": "hold",
         "channel": "chat", "url": "https://desk.example/g/terms/hold.html"},
        {"name": "Hold: in an email", "text": "We will write.", "shortcut": "hold.email", "term": "hold",
         "channel": "email", "url": "https://desk.example/g/terms/hold.html"},
        {"name": "Hold chat", "text": "Wait for the chat.", "shortcut": "hold-chat", "term": "hold-chat",
         "channel": "", "url": "https://desk.example/g/terms/hold-chat.html"},
    ]  # fmt: skip
    assert _snippets(words, Site())[0]["url"] == "terms/hold.html"
