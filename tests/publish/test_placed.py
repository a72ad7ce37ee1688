"""Pages placed without a Markdown parser: either as Python-Markdown makes them, byte for byte, or not at all."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown.extensions.toc import slugify_unicode
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from helpers.rows import each_row
from helpers.tiny import CORPUS
from helpers.tried import tried
from site_gen import pipeline
from site_gen.corpus.disk import Tree
from site_gen.model.records import Site
from site_gen.publish.own_page import OwnPage, anchors_for, titles_of
from site_gen.publish.placed import BLOCKS, EXTENSIONS, anchors_of, placed

OPTIONS: dict[str, dict[str, Any]] = {"toc": {"permalink": False}, "tables": {"use_align_attribute": True}}
NAMES = sorted(EXTENSIONS)

WORDS = [
    "Ticket",
    "Don&#39;t",
    "&amp;",
    "a &lt; b",
    "{{",
    "*not*",
    "_so_",
    "é",
    "a  b",
    "1.",
    "| a | b |",
    "&",
    "&x",
    "`",
]
PIECES = [
    *WORDS,
    "<div>", '<div class="x" id="one">', "</div>", "<p>", "</p>", "<ul><li>", "</li></ul>", "<b>", "</b>",
    "<br>", "<hr>", "<hr/>", '<img src="a.png" alt="">', '<a name="two" href="#one">', "</a>",
    '<a href="x.md#y">there</a>', "<svg viewBox='0 0'>", '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
    '<script type="application/ld+json">{"a": "b"}</script>', "<script>", "</script>", "<style>", "<title>",
    "<details><summary>", "</summary></details>", "<DIV>", "</DIV>", "<!-- no -->", "<?php", "<div", ">",
    '<p id="&quot;">', '<p ID="big">', "<p data-x=' id=\"'>", '<p title="a > b">', "<nav\nhidden>", "</nav>",
    "## Details", "## Don't confuse with", "## Details {: .x}", "## a_b_c", "### Deep", "# Top", "## ", "##x",
    "## One ##", "## Ä, ö (ü)", "## Müller – “so”", "```", "~~~", "!!! note", "    four", "\t", "- item", "[a](b)",
    "[TOC]", "https://example.org", "&copy;", "&#x27;", "&#X27;", "a\u00a0b", "\\", "---", "Term\n===",
]  # fmt: skip
BETWEEN = ["", "\n", "\n\n", "\n\n\n", " ", "\n \n", "  \n"]
texts = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(BETWEEN)), max_size=12).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)
# Of these most are taken: blocks and headings as our templates have them, with an odd piece here and there.
blocks = st.lists(
    st.one_of(
        st.lists(st.sampled_from(PIECES), max_size=4).map(lambda inner: f"<div>{' '.join(inner)}</div>"),
        st.sampled_from(["## Details", "## Don't confuse with", "## Müller", "<ul><li>a</li></ul>", *PIECES]),
    ),
    max_size=5,
)
pages = st.tuples(blocks, st.sampled_from(["\n\n", "\n\n\n", "\n"])).map(lambda made: made[1].join(made[0]))


@pytest.fixture(scope="module")
def config() -> Any:
    """MkDocs' settings with the extensions of which pages of ours know what they do."""
    made = MkDocsConfig()
    made.load_dict(
        {"site_name": "Words", "markdown_extensions": [{name: OPTIONS.get(name, {})} for name in NAMES]}
    )
    made.validate()
    return made


def rendered(page: Page, text: str, config: Any) -> dict[str, Any]:
    """What a page of MkDocs holds once it is rendered."""
    page.markdown = text
    with logs_off():
        page.render(config, Files([page.file]))
    return {
        "content": page.content,
        "toc": [
            (one.level, one.id, one.title, getattr(one, "active", None), one.children) for one in page.toc
        ],
        "ids": page.present_anchor_ids - {None},
        "title": page.title,
    }


@contextmanager
def logs_off() -> Iterator[None]:
    """MkDocs warns of links of made-up pages."""
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


def agree(text: str, config: Any) -> bool:
    """Whether a page was placed; it then has to be what MkDocs makes of the same text."""
    files = [File("terms/a.md", "docs", "site", use_directory_urls=False) for _ in range(2)]
    anchors = anchors_for(config)
    assert anchors is not None
    if placed(text, anchors) is None:
        return False
    assert rendered(OwnPage(None, files[0], config, anchors), text, config) == rendered(
        Page(None, files[1], config), text, config
    )
    return True


@tried(400)
@given(st.one_of(texts, pages))
@example("<div>a</div>\n<ul><li>b</li></ul>\n\n\n## One\n\n## One\n\n<p>c</p>")
@example("<div><p>a</div>\n\n<div><span><div></span></div>\n\n")
@example('<div><script>{"a": 1}</script><hr>b<br></div>')
@example("## One\n<div>a</div>")
@example("<div>a</div> \n\n<div>b</div>")
@example("## Entschuldigungsschreibenvordruckverwaltung der Schule {#an-anchor}\n\n<p>a</p>")  # in no time
def test_an_odd_page_is_what_markdown_makes_of_it(config: Any, text: str) -> None:
    agree(text.lstrip("\n"), config)


@tried(150)
@given(pages)
def test_what_is_placed_is_placed_alike_with_anchors_of_a_sites_own(text: str) -> None:
    options = {**OPTIONS, "toc": {"slugify": slugify_unicode, "separator": "_"}}
    anchors = anchors_of(NAMES, options)
    assert anchors is not None
    made = placed(text.lstrip("\n"), anchors)
    if made is not None:
        parser = markdown.Markdown(extensions=NAMES, extension_configs=options)
        assert made.content == parser.convert(text.lstrip("\n"))


def test_the_pages_of_a_small_corpus_are_placed(config: Any) -> None:
    tree = Tree(files={f"glossary/{path}": text.encode() for path, text in CORPUS.items()}, problems=())
    built = pipeline.build(tree, Site(name="Words", url="https://example.org/"))
    made = {path: page.decode() for path, page in built.files.items() if path.endswith(".md")}
    assert len(made) > 20
    assert [path for path, page in made.items() if not agree(meta.get_data(page)[0], config)] == []


@each_row(
    "extensions, options",
    [
        (["toc", "abbr"], {}),
        (["toc", "md_in_html"], {}),
        (["tables"], {}),
        (["toc"], {"toc": {"permalink": True}}),
        (["toc"], {"toc": {"toc_depth": 1}}),
        (["toc"], {"toc": {"title": "Contents"}}),
    ],
)
def test_settings_that_may_change_our_pages_leave_them_to_the_parser(
    extensions: list[str], options: dict[str, Any]
) -> None:
    assert anchors_of(extensions, options) is None


def test_every_block_begins_with_a_tag_that_markdown_takes_for_one() -> None:
    parser = markdown.Markdown()
    assert [tag for tag in sorted(BLOCKS) if not parser.is_block_level(tag)] == []


def test_the_navigation_names_pages_by_its_first_title() -> None:
    nav = [{"Home": "index.md"}, "az.md", {"Learn": [{"Cards": "cards.md"}, {"Again": "index.md"}]}]
    assert titles_of(nav) == {"index.md": "Home", "cards.md": "Cards"}
