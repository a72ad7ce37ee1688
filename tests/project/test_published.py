"""The table of what a site publishes: made as it says, listed where it says, told in the docs."""

from __future__ import annotations

import re

from helpers.corpora import ROOT
from helpers.rows import each_row
from helpers.tiny import CORPUS
from site_gen.catalog import catalog, shipped
from site_gen.corpus.disk import Tree
from site_gen.export.archive import NAME
from site_gen.model.published import FILES, FOLDERS, NAMES, PUBLISHED, Published
from site_gen.model.records import Site
from site_gen.pipeline import EXPORTS, FAMILIES, build

SITES = {
    "without an address": Site(),
    "with an address": Site(url="https://example.org/"),
    "public": Site(url="https://example.org/", audience="public"),
}
DOCS = ROOT / "docs" / "machines.md"


def _kind(path: str) -> str:
    """The row of the table that a built file belongs to; "" for what pages load."""
    path = f"{path[:-3]}.html" if path.endswith(".md") else path
    folder = path.partition("/")[0]
    if folder == "assets":
        return ""
    below, _, last = path.rpartition("/")
    family = f"{below}/{{}}.{last.rpartition('.')[2]}"
    return family if path not in PUBLISHED and family in PUBLISHED else path


@each_row("name", SITES)
def test_a_site_has_what_the_table_says_and_nothing_else(name: str) -> None:
    site = SITES[name]
    files = {f"glossary/{path}": text.encode() for path, text in CORPUS.items()}
    built = build(Tree(files=files), site)
    assert {_kind(path) for path in built.files} - {""} == {
        path
        for path, one in PUBLISHED.items()
        if one.maker not in ("builder", "pack") and one.stands_on(site) and not one.line
    }


def test_each_export_is_made_and_each_archive_named() -> None:
    assert list(EXPORTS) == [path for path, one in PUBLISHED.items() if one.maker == "export"]
    assert list(FAMILIES) == [path for path, one in PUBLISHED.items() if one.maker == "exports"]
    assert [path for path, one in PUBLISHED.items() if one.maker == "pack"] == [NAME]


def test_every_path_is_kept_free_of_hand_written_pages() -> None:
    for path in PUBLISHED:
        folder, _, name = path.partition("/")
        assert folder in FOLDERS if name else path in FILES or path.removesuffix(".html") in NAMES, path


def test_every_file_has_a_form_and_what_is_listed_has_a_link() -> None:
    for one in PUBLISHED.values():
        assert one.media_type
        assert not one.listed or one.shown == one.path, "a page that lists it cannot link several files"


def test_what_is_listed_says_what_it_is_for() -> None:
    assert [
        path
        for path, one in PUBLISHED.items()
        if one.listed
        and not {f"published.{one.key}.name", f"published.{one.key}.what"} <= shipped("en").keys()
    ] == []


def _row(one: Published) -> str:
    held = catalog().text(f"published.{one.key}.{'holds' if one.for_programs else 'what'}").removesuffix(".")
    return f"| `{one.shown}` | {held}{'; only with `site_url`' if one.needs_address else ''} |"


def test_the_docs_have_a_line_for_each_file(update_golden: bool) -> None:
    """``--update-golden`` writes the lines anew."""
    rows = [_row(one) for one in PUBLISHED.values() if one.for_programs or one.listed == "copy"]
    text = DOCS.read_text(encoding="utf-8")
    whole = re.compile(r"(?<=\| File \| Holds \|\n\|---\|---\|\n)(?:\|.*\n)+")
    if update_golden:
        DOCS.write_text(whole.sub(lambda _: "\n".join(rows) + "\n", text), encoding="utf-8")
        text = DOCS.read_text(encoding="utf-8")
    found = whole.search(text)
    assert found and found[0].splitlines() == rows, "--update-golden, then read the diff"
