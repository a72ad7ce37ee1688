"""Whole pages of a tiny corpus that has every kind of page and most of what can stand on one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from helpers.corpora import DATA, agrees_with_golden
from helpers.rows import each_row
from helpers.support import glossary, source, term, topic, world_of
from helpers.tiny import CORPUS
from site_gen.corpus.disk import Tree
from site_gen.model.audience import visible
from site_gen.model.records import Glossary, Site
from site_gen.pages.render import set_pages
from site_gen.pages.views.lists import ESSENTIAL_SHOWN
from site_gen.pages.views.world import entry_ids, pair_id
from site_gen.pipeline import build, files_of
from site_gen.publish.assets import assets
from site_gen.text.markdown import plain_text

GOLDEN = DATA / "golden" / "render"
# Files that are not made from the corpus alone.
ASSETS = dict.fromkeys((*assets(), "glossary.zip"), "")
SITE = Site(name="Tiny glossary", description="Words of a small desk.")


@cache
def _built() -> Mapping[str, str]:
    files = {f"glossary/{path}": text.encode() for path, text in CORPUS.items()}
    built = build(Tree(files=files), SITE)
    assert not built.failed, "\n".join(map(str, built.problems))
    return {path: data.decode(errors="replace") for path, data in built.files.items()}


def test_whole_pages_are_as_the_golden_files(update_golden: bool) -> None:
    pages = {path: text for path, text in _built().items() if path.endswith((".md", "terms.json"))}
    for path, text in pages.items():
        agrees_with_golden(GOLDEN / path, text, update_golden)
    there = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    assert there == set(pages), "delete the golden pages that are no longer made"


def _broken(files: Mapping[str, str]) -> set[str]:
    """Links of pages that lead to no page, or to no place on it."""
    ids = {path: {*re.findall(r'\bid="([^"]*)"', text), *_headings(text)} for path, text in files.items()}
    broken = set()
    for path, text in files.items():
        for href in re.findall(r'\bhref="([^"]*)"', text) if path.endswith(".md") else ():
            parts = urlsplit(urljoin(path, href.replace("&amp;", "&")))
            target = (
                str(PurePosixPath(parts.path).with_suffix(".md"))
                if parts.path.endswith(".html") and parts.path not in files
                else parts.path
            )
            known = target in files and (not parts.fragment or unquote(parts.fragment) in ids[target])
            if not parts.scheme and not known:
                broken.add(f"{path}: {href}")
    return broken


def _headings(text: str) -> list[str]:
    """The addresses that a builder gives the headings of a page."""
    named = re.findall(r"(?m)^## (.+)$", text)
    return [re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", name).strip().lower()) for name in named]


def _repeated_ids(files: Mapping[str, str]) -> set[str]:
    found = {path: re.findall(r'\bid="([^"]*)"', text) for path, text in files.items()}
    return {f"{path}#{name}" for path, names in found.items() for name in names if names.count(name) > 1}


def _files(corpus: Glossary, site: Site = SITE) -> dict[str, str]:
    return {path: data.decode(errors="replace") for path, data in files_of(corpus, site).items()}


ODD: Mapping[str, Glossary] = {
    "nothing": glossary(),
    "a topic of deprecated terms only": glossary(
        term("old", status="deprecated", replaced_by="new", topics=("past",)),
        term("new"),
        topics=(topic("basics"), topic("past")),
    ),
    "a contrast with a deprecated term": glossary(
        term("new", contrast={"old": "It is new."}),
        term("old", status="deprecated", contrast={"other": "No."}),
        term("other"),
    ),
    "a narrower term of a deprecated one": glossary(
        term("old", status="deprecated", details="See the new."),
        term("new", broader="old", definition="Not the old."),
    ),
    "shared labels in scripts without ASCII": glossary(
        term("one", abbreviations=["客服", "C++"]),
        term("two", abbreviations=["客服", "C#"]),
        term("three", abbreviations=["工单", "😀", "🎉"], details="客服, C++, C#, 工单"),
    ),
    "a label shared by an abbreviation and a name": glossary(
        term("one", abbreviations=["API"]),
        term("two", name="API", context="team"),
        term("three", definition="An API."),
    ),
    "entries with like names": glossary(
        term("foo"),
        sources=(
            source(
                "first",
                {"Foo": "foo", "Foo 3": "foo", "foo!": "foo", "FOO": "", "客": "", "服": "", "!": "foo"},
            ),
        ),
    ),
    "a draft without a sorted topic": glossary(
        term("foo", topics=("unsorted",)), term("bar", topics=("unsorted",))
    ),
    "unknown slugs everywhere": glossary(
        term(
            "foo",
            topics=("nowhere",),
            related=["gone"],
            broader="gone",
            replaced_by="gone",
            status="deprecated",
            contrast={"gone": "x"},
            details="[x](term:gone) [y](term:)",
        ),
        term("bar", topics=(), related=["gone", "foo"]),
        sources=(source("first", {"A": "gone"}),),
    ),
}


@each_row("name", ODD)
def test_no_link_is_broken_and_no_anchor_stands_twice(name: str) -> None:
    files = _files(ODD[name])
    assert _broken({**files, **ASSETS}) == set()
    assert _repeated_ids(files) == set()


def test_the_golden_pages_hold_together() -> None:
    assert _broken({**_built(), **ASSETS}) == set()
    assert _repeated_ids(_built()) == set()


def test_previous_and_next_follow_the_alphabet() -> None:
    files = _files(glossary(term("b", name="alpha"), term("a", name="Beta"), term("c", name="Álpha two")))
    turns = {
        path: re.findall(r'rel="(prev|next)" href="([^"]*)"', files[f"terms/{path}.md"]) for path in "bca"
    }
    assert turns == {
        "b": [("next", "c.html")],
        "c": [("prev", "b.html"), ("next", "a.html")],
        "a": [("prev", "c.html")],
    }


PACKED = r'"[!#-[\]-~]{500,}"'  # vectors as signs, which any three letters may stand in


def test_a_public_site_has_no_trace_of_internal_terms() -> None:
    corpus = glossary(
        term("secret-plan", name="Skunkworks", abbreviations=["SKW"], audience="internal", related=["open"],
             contrast={"open": "Skunkworks is hidden."}, details="Skunkworks again, and open."),
        term("open", broader="secret-plan", related=["secret-plan"], replaced_by="secret-plan",
             contrast={"secret-plan": "It is no skunkworks."}, details="Our [team](term:secret-plan)."),
        sources=(source("first", {"Skunkworks entry": "secret-plan", "Open entry": "open"}),),
    )  # fmt: skip
    public = Site(name="Public", audience="public")

    shown = _files(visible(corpus, public), public)
    hidden = {
        path
        for path, text in shown.items()
        if re.search(r"skunkworks|skw|secret-plan", re.sub(PACKED, "", text), re.IGNORECASE)
    }
    assert hidden == set()
    assert "Open entry" in shown["sources/first.md"]
    assert "terms/secret-plan.md" in _files(visible(corpus, SITE))


def test_the_same_corpus_in_another_order_gives_the_same_pages() -> None:
    files = {f"glossary/{path}": text.encode() for path, text in CORPUS.items()}
    again = build(Tree(files=dict(reversed(files.items()))), SITE).files
    assert {path: data.decode(errors="replace") for path, data in again.items()} == _built()


def test_anchors_are_unique_and_stable() -> None:
    assert pair_id("b", "a") == pair_id("a", "b") == "a-vs-b"
    ids = entry_ids(source("first", {"Foo": "", "Foo 3": "", "foo!": ""}))
    assert ids == {"Foo": "e-foo", "Foo 3": "e-foo-3", "foo!": "e-foo-3-3"}


def test_our_own_rule_goes_into_the_lookup_as_plain_words() -> None:
    assert plain_text("We act *above* [2 %](https://example.org),\nwith `code`.\n\n- a\n- b") == (
        "We act above 2 %, with code. a b"
    )


def test_home_and_health_do_not_grow_with_the_glossary() -> None:
    """Lists are cut there, and say how many more there are; all of them stand on pages of their own."""

    def pages_of(count: int) -> Mapping[str, bytes]:
        terms = (term(f"thing-{n}", level="essential", owner="Ann", status="approved") for n in range(count))
        made = set_pages(world_of(glossary(*terms)))
        return {path: text.encode() for path, text in made if path in ("index.md", "health.md")}

    few, many = pages_of(200), pages_of(400)
    for path in ("index.md", "health.md"):
        assert abs(len(many[path]) - len(few[path])) < 500
    assert many["index.md"].count(b'class="gl-t"') == ESSENTIAL_SHOWN
    assert b"and 300 more" in many["index.md"]
    assert b"and 340 more" in many["health.md"]
