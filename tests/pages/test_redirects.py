"""Old addresses on the site: each leads to the term that stands there now, on a server and from disk."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from helpers.browser import Watched
from helpers.corpora import TERM, around
from helpers.rows import each_row
from helpers.support import glossary, term
from site_gen.__main__ import main
from site_gen.model.audience import visible
from site_gen.model.records import Site
from site_gen.pipeline import files_of


def pages(redirects: Mapping[str, str], site: Site) -> dict[str, str]:
    """The pages at old addresses, by file name."""
    corpus = replace(
        glossary(term("now", name='Now & "here"'), term("hidden", audience="internal")), redirects=redirects
    )
    files = files_of(visible(corpus, site), site)
    return {
        path.removeprefix("terms/"): text.decode()
        for path, text in files.items()
        if path.startswith("terms/") and path.endswith(".html")
    }


def test_an_old_address_leads_to_the_end_of_its_chain() -> None:
    made = pages({"first": "second", "second": "third", "third": "now"}, Site())
    assert set(made) == {"first.html", "second.html", "third.html"}
    for text in made.values():
        assert '<meta http-equiv="refresh" content="0; url=now.html">' in text
        assert '<link rel="canonical" href="now.html">' in text
        assert '<meta name="robots" content="noindex">' in text
        assert '<a href="now.html">Now &amp; &#34;here&#34;</a>' in text


@each_row("url", ["https://example.org/g/", "https://example.org/g"])
def test_the_canonical_address_is_absolute_where_the_site_has_one(url: str) -> None:
    (page,) = pages({"was": "now"}, Site(url=url)).values()
    assert '<link rel="canonical" href="https://example.org/g/terms/now.html">' in page


def test_what_leads_nowhere_has_no_page() -> None:
    assert pages({"a": "b", "b": "a", "c": "nothing", "now": "hidden"}, Site()) == {}


def test_a_public_site_leads_to_no_hidden_term() -> None:
    assert set(pages({"first": "second", "second": "hidden", "was": "now"}, Site(audience="public"))) == {
        "was.html"
    }


def test_a_reader_with_an_old_link_reads_the_term(root: Path, page: Watched) -> None:
    (root / "glossary" / "redirects.yaml").write_text("slip: case\ncase: ticket\n")
    (root / "glossary" / "terms" / "queue.yaml").write_text(
        TERM.replace("Ticket", "Queue") + "details: See [the slip](term:ticket).\n"
    )
    done = CliRunner().invoke(main, ["--root", str(root), "build"])
    assert done.exit_code == 0, done.output
    moved = shutil.move(root / "build" / "site", root / "elsewhere")
    page.goto((Path(moved) / "terms" / "slip.html").as_uri())
    page.wait_for_url("**/terms/ticket.html")
    assert page.locator("h1").first.inner_text().startswith("Ticket")
    sitemap = Path(moved) / "sitemap.xml"
    assert not sitemap.is_file() or "slip" not in sitemap.read_text()


NO_ADDRESSES = [
    "../x", "..", "/etc/x", "a/b", "a\\b", "C:x", "Ticket", "x" * 81, "con", "lpt1", "a b", "-a", "a.html", "%2e%2e",
]  # fmt: skip
LINE = {
    "redirects.yaml": "'{}': ticket\n",
    "topics.yaml": "- {{id: '{}', name: Others}}\n",
    "paths.yaml": "- {{id: '{}', title: Way, terms: [ticket]}}\n",
}


@pytest.mark.parametrize("place", LINE)
def test_an_address_that_is_none_is_a_problem_and_never_a_file(root: Path, place: str) -> None:
    kept = "- {id: tickets, name: Tickets}\n" if place == "topics.yaml" else "# from here on\n"
    (root / "glossary" / place).write_text(kept + "".join(map(LINE[place].format, NO_ADDRESSES)))
    before = around(root)
    done = CliRunner().invoke(main, ["--root", str(root), "check"])
    assert done.exit_code == 1
    told = {line.split(": ")[0] for line in done.stdout.splitlines() if line.endswith("[not-a-slug]")}
    assert told == {f"glossary/{place}:{number}" for number in range(2, len(NO_ADDRESSES) + 2)}
    assert CliRunner().invoke(main, ["--root", str(root), "render"]).exit_code == 1
    assert {path for path in around(root) if path.is_file()} <= before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: b\nb: a\n", "'a' leads in a circle"),
        ("a: a\n", "'a' leads in a circle"),
        ("ticket: other\n", "'ticket' is the address of a term"),
        ("a: nothing\n", "'a' leads to 'nothing', which is no term"),
        ("a: ../../x\n", "[not-a-slug]"),
    ],
)
def test_lines_that_lead_nowhere_are_errors(root: Path, text: str, said: str) -> None:
    (root / "glossary" / "redirects.yaml").write_text(text)
    done = CliRunner().invoke(main, ["--root", str(root), "check"])
    assert done.exit_code == 1 and said in done.stdout
