"""What programs read: JSON-LD, CSV, llms.txt, OpenSearch, and the head of a page with and without an address."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from helpers.browser import Watched, expect
from helpers.rows import each_row
from helpers.support import glossary, source, term, topic
from site_gen.__main__ import main
from site_gen.export.archive import zipped
from site_gen.history.events import History
from site_gen.model.records import Metric, Origin, Site
from site_gen.model.records import Path as Course
from site_gen.pages.data.jsonld import set_jsonld, term_jsonld
from site_gen.pages.data.opensearch import opensearch_xml
from site_gen.pipeline import files_of

PLACE = "https://example.org/g/"
FREE = "https://creativecommons.org/licenses/by/4.0/"
AT_HOME = Site(name="Words & more", description="What we <say>.", url=PLACE, language="en-GB", license=FREE)
NOWHERE = Site(name="Words & more")
CORPUS = glossary(
    term("frt", name="First reply", abbreviations=["FRT", "FRTs"], aliases=["First answer"], formerly=["Echo"],
         definition="The time until </script> {{ a }} & so on.", discouraged=["Ping"], example="Ten *people* wait.",
         broader="plus", related=["plus"], contrast={"old": "It is new."},
         metric=Metric(formula="a / b", unit="h", better="lower", parts={"a": "time"}, worked={"a": "1", "result": "1"})),
    term("old", name="Old", status="deprecated", replaced_by="frt"),
    term("plus", name="=Plus", definition="@all", topics=("unsorted",), details="See [it](term:frt), *now*."),
    topics=(topic("basics", name="The basics"),),
    sources=(source("blue", {"First reply time": "frt"}, says="A time."),),
)  # fmt: skip


def _data(script: str) -> Any:
    found = re.fullmatch(r'<script type="application/ld\+json">([^<>&]*)</script>', script)
    assert found and "{{" not in script, script
    return json.loads(found[1])


def test_a_term_as_json_ld() -> None:
    assert _data(term_jsonld(CORPUS.by_slug["frt"], AT_HOME)) == {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "@id": PLACE + "terms/frt.html",
        "url": PLACE + "terms/frt.html",
        "name": "First reply",
        "alternateName": ["First answer", "Echo"],
        "termCode": ["FRT", "FRTs"],
        "description": "The time until </script> {{ a }} & so on.",
        "inLanguage": "en-GB",
        "license": FREE,
        "inDefinedTermSet": {
            "@type": "DefinedTermSet",
            "@id": PLACE + "az.html",
            "url": PLACE + "az.html",
            "name": "Words & more",
        },
    }


def test_json_ld_says_nothing_that_is_not_known() -> None:
    assert _data(term_jsonld(term("churn", abbreviations=["CH"]), NOWHERE)) == {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "name": "Churn",
        "termCode": "CH",
        "description": "Some meaning.",
        "inLanguage": "en",
        "inDefinedTermSet": {"@type": "DefinedTermSet", "name": "Words & more"},
    }
    assert _data(set_jsonld(NOWHERE)) == {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "name": "Words & more",
        "inLanguage": "en",
    }


def test_all_terms_as_json_ld() -> None:
    found = json.loads(_files(AT_HOME)["api/terms.jsonld"])
    assert found["@id"] == PLACE + "az.html" and found["@type"] == "DefinedTermSet"
    assert [one["name"] for one in found["hasDefinedTerm"]] == ["First reply", "=Plus"]
    whole = _data(term_jsonld(CORPUS.by_slug["frt"], AT_HOME))
    of_the_set = {"@context", "inLanguage", "license", "inDefinedTermSet"}
    assert found["hasDefinedTerm"][0] == {key: whole[key] for key in whole.keys() - of_the_set}
    assert json.loads(_files(NOWHERE)["api/terms.jsonld"])["hasDefinedTerm"][0]["name"] == "First reply"


def test_the_home_page_tells_of_the_set() -> None:
    page = _files(AT_HOME)["index.md"]
    (script,) = re.findall(r'<script type="application/ld\+json">.*?</script>', page)
    found = _data(script)
    assert found["@type"] == "DefinedTermSet" and found["@id"] == PLACE + "az.html"
    assert found["license"] == FREE and found["inLanguage"] == "en-GB"


def _files(site: Site) -> Mapping[str, str]:
    return {path: data.decode(errors="replace") for path, data in files_of(CORPUS, site).items()}


def test_the_table_opens_in_a_spreadsheet_without_running_anything() -> None:
    text = _files(AT_HOME)["glossary.csv"]
    assert text.startswith("\ufeff"), "Excel takes the table for another encoding without it"
    rows = list(csv.DictReader(StringIO(text[1:], newline="")))
    assert [row["name"] for row in rows] == ["First reply", "'=Plus"]
    assert rows[1]["definition"] == "'@all"
    assert rows[1]["related"] == "First reply", "a relation is told from both sides"
    assert rows[0] == {
        "name": "First reply",
        "abbreviations": "FRT; FRTs",
        "aliases": "First answer",
        "definition": "The time until </script> {{ a }} & so on.",
        "example": "Ten people wait.",
        "topics": "The basics",
        "broader": "'=Plus",
        "related": "'=Plus",
        "differences": "Old: It is new.",
        "level": "working",
        "status": "draft",
        "trust": "Draft",
        "url": PLACE + "terms/frt.html",
    }
    assert "terms/frt.html\r\n" in _files(NOWHERE)["glossary.csv"]


def test_the_map_for_language_models() -> None:
    text = _files(AT_HOME)["llms.txt"]
    assert text.startswith(
        "# Words & more\n\n> What we <say>.\n\n## The basics\n\n- [First reply (FRT, FRTs)]("
    )
    assert f"[First reply (FRT, FRTs)]({PLACE}terms/frt.html): The time until" in text
    assert f"## Other\n\n- [=Plus]({PLACE}terms/plus.html): @all (Draft)\n" in text
    assert "Old" not in text
    assert "](terms/frt.html)" in _files(NOWHERE)["llms.txt"]


def test_a_review_that_ran_out_before_the_build_is_due_wherever_no_script_compares_days() -> None:
    read = date(2025, 1, 15)
    approved: dict[str, Any] = {"status": "approved", "reviewed": read, "owner": "Ann"}
    corpus = glossary(
        term("lapsed", say_to_customer="Wait.", review_every="10 days", **approved),
        term("holds", review_every="10 years", **approved),
        term("taken-over", status="shipped"),
        topics=(topic("basics"),),
    )
    way = Course(
        id="way", title="The way", terms=tuple(corpus.by_slug), origin=Origin(path="glossary/paths.yaml")
    )
    history = History(today=date(2026, 11, 28))
    files = {
        path: data.decode(errors="replace")
        for path, data in files_of(replace(corpus, paths=(way,)), AT_HOME, history).items()
    }
    row = next(one for one in csv.DictReader(StringIO(files["glossary.csv"][1:])) if one["name"] == "Lapsed")
    due = f"Review due since {json.loads(files['api/terms/lapsed.json'])['trust']['until']}"
    assert row["trust"] == due
    for path in ("llms.txt", "llms-full.txt", "api/terms.json", "api/terms/lapsed.json", "api/snippets.json"):
        assert due in files[path], path
    for path in ("terms/lapsed.md", "all.html", "sheets/way.md"):
        assert '<span class="gl-trust__words">Review due since 2' in files[path], path
    for path in ("all.html", "sheets/way.md"):
        assert "✓ Approved · ○ Shipped, not yet reviewed here" in files[path]


def test_everything_for_language_models() -> None:
    text = _files(AT_HOME)["llms-full.txt"]
    assert "## First reply (FRT, FRTs)\n\nThe time until" in text
    assert "Also called: First answer.\n" in text
    assert "We do not say: Ping.\n" in text
    assert "Formula: a / b (h), where a = time.\n" in text
    assert "Not to be confused with Old: It is new.\n" in text
    assert "Details: See it, now.\n" in text


def test_a_browser_can_ask_and_no_server_hears_it() -> None:
    spaces = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    long = Site(name="A <name> of & many letters", url="https://example.org/g")
    tree = ElementTree.fromstring(opensearch_xml(long))
    assert tree.findtext("o:ShortName", namespaces=spaces) == "A <name> of & ma"
    address = tree.find("o:Url", spaces)
    assert address is not None
    assert address.get("template") == PLACE + "index.html#q={searchTerms}"


@pytest.mark.parametrize("written", ["first+response+time", "first%20response%20time"])
def test_the_page_that_browsers_ask_reads_what_they_send(page: Watched, served: str, written: str) -> None:
    page.goto(f"{served}index.html#q={written}")
    expect(page.locator(".gl-box__input")).to_have_value("first response time")
    expect(page.locator(".gl-box__option").first).to_contain_text("FRT")


def test_addresses_stand_only_where_the_site_has_one() -> None:
    assert "opensearch.xml" in _files(AT_HOME)
    assert f"{PLACE}sitemap.xml" in _files(AT_HOME)["machines.md"]
    alone = _files(NOWHERE)
    assert "opensearch.xml" not in alone
    assert not [path for path, text in alone.items() if "opensearch.xml" in text or "sitemap.xml" in text]


def test_the_same_files_make_the_same_zip() -> None:
    one = zipped({"b/c.txt": b"2", "a.txt": b"1"})
    assert one == zipped({"a.txt": b"1", "b/c.txt": b"2"})
    with ZipFile(BytesIO(one)) as archive:
        assert archive.namelist() == ["glossary/a.txt", "glossary/b/c.txt"]


def _build(root: Path, *settings: str) -> Path:
    config = root / "mkdocs.yml"
    config.write_text("\n".join((config.read_text(encoding="utf-8"), *settings)), encoding="utf-8")
    done = CliRunner().invoke(main, ["--root", str(root), "build"])
    assert done.exit_code == 0, done.output
    return root / "build" / "site"


def _head(site: Path, page: str) -> dict[str, str]:
    """The links and named metas of a head, by what they are."""
    text = (site / page).read_text(encoding="utf-8").partition("</head>")[0]
    links = dict(re.findall(r'<link rel="(\w+)"[^>]* href="([^"]*)"', text))
    return links | dict(re.findall(r'<meta (?:name|property)="([^"]*)" content="([^"]*)"', text))


def test_the_head_of_a_page_with_an_address(root: Path) -> None:
    site = _build(root, f"site_url: {PLACE}")
    head = _head(site, "terms/ticket.html")
    wanted = {
        "canonical": PLACE + "terms/ticket.html",
        "search": "../opensearch.xml",
        "description": "A record of one request.",
        "og:type": "website",
        "og:title": "Ticket",
        "og:description": "A record of one request.",
        "og:url": PLACE + "terms/ticket.html",
        "og:site_name": "Support Glossary",
    }
    assert {name: head.get(name) for name in wanted} == wanted
    assert (site / "opensearch.xml").is_file()
    assert PLACE + "terms/ticket.html" in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "og:url" not in _head(site, "404.html")


def test_the_head_of_a_page_without_one(root: Path) -> None:
    site = _build(root)
    head = _head(site, "terms/ticket.html")
    assert head["description"] == "A record of one request."
    assert not {name for name in head if name in ("canonical", "search") or name.startswith("og:")}
    assert not list(site.rglob("sitemap.xml*")) and not (site / "opensearch.xml").exists()
    first = (site / "glossary.zip").read_bytes()
    assert (_build(root) / "glossary.zip").read_bytes() == first


@each_row("name", ["terms.json", "lookup.json"])
def test_data_files_name_their_format(name: str) -> None:
    assert json.loads(_files(NOWHERE)[f"api/{name}"])["format"] == 1
