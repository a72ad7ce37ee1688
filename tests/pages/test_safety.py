"""Whatever an editor writes reaches the page as text or as safe Markdown, in every builder's Markdown."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import markdown as python_markdown
import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from helpers.rows import each_row
from helpers.support import table
from helpers.tried import tried
from site_gen import pipeline
from site_gen.catalog import catalog
from site_gen.model.records import (  # fmt: skip
    Contrast,
    Entry,
    Glossary,
    Link,
    Metric,
    Origin,
    Site,
    Source,
    Stop,
    Term,
    Topic,
)
from site_gen.model.records import Path as LearningPath
from site_gen.pages.data import lookup_js
from site_gen.pages.data.meaning_js import DATA as MEANING
from site_gen.pages.data.meaning_js import meaning_files
from site_gen.pages.data.words_js import words_files
from site_gen.pages.render import term_pages
from site_gen.pipeline import world_of
from site_gen.settings import load_config

ROOT = Path(__file__).resolve().parents[2]
ATTACKS: Mapping[str, str] = {
    **table("attacks.yaml"),
    "very long word": "x" * 5000,
    "very long text": "ab " * 5000,
}
TAKES_SECONDS = "very long text"
SECRET = "the-text-of-a-secret-file"
HARMLESS = "harmless"


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(name, marks=[pytest.mark.slow] if name == TAKES_SECONDS else []) for name in ATTACKS
    ],
)
def attack(request: pytest.FixtureRequest) -> str:
    """Of the module, so that all that is tried with one stands together."""
    return ATTACKS[request.param]


@pytest.fixture(scope="module")
def secrets(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("snippets")
    (folder / "secret.txt").write_text(SECRET)
    return str(folder)


def glossary(plain: str, prose: str = HARMLESS) -> Glossary:
    """Two terms and all that can be said of them: ``plain`` in each plain text, ``prose`` in Markdown."""
    origin = Origin(path="glossary/x.yaml")
    term = Term(
        slug="evil", name=plain, context=plain, definition=plain, topics=("basics",), origin=origin,
        abbreviations=(plain,), aliases=(plain,), formerly=(plain,), discouraged=(plain,), search_as=(plain,),
        pronounced=plain, details=prose, example=prose, say_to_customer=prose, here=prose,
        links=(Link(to="https://example.org/", what=plain, origin=origin),),
        metric=Metric(
            formula=plain, unit=plain, better="higher", parts={plain: plain}, worked={"result": plain},
            edges={plain: plain},
        ),
        contrast=(Contrast(to="other", difference=plain, scenes={"evil": plain, "other": plain}),),
        related=("other",), broader="other", owner=plain, why=plain, level="essential",
    )  # fmt: skip
    other = Term(
        slug="other", name="Zebra", definition="Qqq.", topics=("basics",), origin=origin,
        internal=plain, related=("evil",), level="essential",
    )  # fmt: skip
    old = Term(
        slug="old",
        name="Zulu",
        definition="Qqq.",
        topics=("basics",),
        origin=origin,
        status="deprecated",
        why=plain,
    )
    entries = (
        Entry(name=plain, also=(plain,), at=plain, text=plain, says=plain, term="evil", origin=origin),
        Entry(name="Loose", says=plain, origin=origin),
    )
    return Glossary(
        terms=(term, old, other),
        topics=(Topic(id="basics", name=plain, meaning=plain, owner=plain, origin=origin),),
        sources=(
            Source(id="first", title=plain, publisher=plain, url=plain, origin=origin, entries=entries),
        ),
        paths=(
            LearningPath(
                id="way", title=plain, audience=plain, outcome=plain, origin=origin,
                stops=(Stop(task=plain, note=plain, link=plain, origin=origin),),
            ),
        ),
        redirects={"was": "evil"},
    )  # fmt: skip


@lru_cache(maxsize=8)  # several tests look at the same files for each attack, one after the other
def pages_of(plain: str, prose: str = HARMLESS) -> dict[str, str]:
    return _texts(plain, prose, "_data", "_lookup_files", "words_files")


@lru_cache(maxsize=8)
def data_of(plain: str, prose: str) -> dict[str, str]:
    return _texts(plain, prose, "term_pages", "set_pages")


def _texts(plain: str, prose: str, *left_out: str) -> dict[str, str]:
    """The files of the site but for what is left out, and decks of cards, which are no text."""
    with pytest.MonkeyPatch.context() as patch:
        for made in ("packages", *left_out):
            patch.setattr(pipeline, made, lambda *_: {})  # no pair of path and text
        files = pipeline.files_of(glossary(plain, prose), Site(name=plain, description=plain))
    return {path: data.decode() for path, data in files.items()}


def page_of(words: Glossary) -> dict[str, str]:
    """The page of the term that is attacked, as ``pages_of`` has it."""
    path = "terms/evil.md"
    return {path: dict(term_pages(world_of(words, Site(name=HARMLESS, description=HARMLESS))))[path]}


def seen(text: str) -> str:
    """What a reader sees of a text: no control characters, white space as single spaces."""
    kept = (c for c in text if c in "\t\n\r" or unicodedata.category(c) not in ("Cc", "Cs", "Zl", "Zp"))
    return " ".join("".join(kept).replace("\ufffe", "").replace("\uffff", "").split())


class Shape(HTMLParser):
    """The tags of a page with the names of their attributes, the addresses in them, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: Counter[tuple[str, tuple[str, ...]]] = Counter()
        self.addresses: list[str] = []
        self.texts: list[str] = []
        self.other: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag, tuple(sorted(name for name, _ in attrs))] += 1
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())


PYMDOWNX = (
    "arithmatex", "betterem", "caret", "critic", "details", "emoji", "escapeall", "highlight", "inlinehilite",
    "keys", "magiclink", "mark", "progressbar", "smartsymbols", "superfences", "tabbed", "tasklist", "tilde",
    "blocks.admonition", "blocks.details", "blocks.html", "blocks.tab", "blocks.definition", "blocks.caption",
)  # fmt: skip
BUILT_IN = (
    "abbr",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "smarty",
    "admonition",
)


@cache
def _project_markdown() -> python_markdown.Markdown:
    config = load_config(ROOT)
    return python_markdown.Markdown(
        extensions=config.markdown_extensions, extension_configs=config.mdx_configs
    )


@cache
def _rich_markdown(folder: str) -> python_markdown.Markdown:
    snippets = {"base_path": [folder], "check_paths": False, "restrict_base_path": False}
    extensions = [*BUILT_IN, *(f"pymdownx.{name}" for name in PYMDOWNX), "pymdownx.snippets"]
    return python_markdown.Markdown(extensions=extensions, extension_configs={"pymdownx.snippets": snippets})


# Many of the pages hold nothing of what is tried, so they are the same each time.
@lru_cache(maxsize=256)
def _project_shape(body: str) -> Shape:
    return Shape(_project_markdown().reset().convert(body))


@lru_cache(maxsize=256)
def _rich_shape(body: str, folder: str) -> Shape:
    return Shape(_rich_markdown(folder).reset().convert(body))


# Whose Markdown makes the page: that of our settings, or one with all that builders offer, which takes longer.
MARKDOWNS = ("project", "rich")
EACH_MARKDOWN = [
    (by,) if by == "project" else pytest.param((by,), marks=pytest.mark.slow) for by in MARKDOWNS
]


def shapes(
    files: Mapping[str, str], folder: str, markdowns: Sequence[str] = MARKDOWNS
) -> Iterator[tuple[str, Shape]]:
    """Each page as each Markdown makes it."""
    for path, text in files.items():
        if path.endswith(".md"):
            body, _meta = get_data(text)
            for by in markdowns:
                made = _project_shape(body) if by == "project" else _rich_shape(body, folder)
                yield f"{path} ({by})", made
        elif path.endswith(".html"):
            yield path, Shape(text)


@cache
def _baseline(folder: str, markdowns: Sequence[str]) -> dict[str, Shape]:
    return dict(shapes(pages_of(HARMLESS), folder, markdowns))


# How many there are depends on the text: of the numbers of a formula, and of a name's lines in the picture of neighbors.
OF_THE_TEXT = {("var", ()), ("text", ("x", "y")), ("text", ("class", "x", "y"))}


def counted(shape: Shape) -> Counter[tuple[str, tuple[str, ...]]]:
    return Counter({tag: count for tag, count in shape.tags.items() if tag not in OF_THE_TEXT})


def assert_only_text(plain: str, folder: str, markdowns: Sequence[str] = MARKDOWNS) -> None:
    """The page has the tags, attributes and nothing else that it has around a harmless word."""
    for path, shape in shapes(pages_of(plain), folder, markdowns):
        wanted = _baseline(folder, markdowns)[path]
        # how many letters and owners there are depends on the name
        if path.startswith(("az.md", "all.html", "compare.md", "health.md")):
            assert set(counted(shape)) == set(counted(wanted)), path
        else:
            assert counted(shape) == counted(wanted), path
        assert shape.other == wanted.other, path
        assert all(map(_is_safe, shape.addresses)), path
        assert SECRET not in shape.text
        if path.startswith("terms/evil.md"):
            assert seen(plain) in shape.text, path


@pytest.mark.parametrize("markdowns", EACH_MARKDOWN, ids=MARKDOWNS)
def test_an_address_that_a_page_cannot_hold_is_left_out(
    attack: str, secrets: str, markdowns: Sequence[str]
) -> None:
    corpus = glossary(HARMLESS)
    evil, *others = corpus.terms
    assert evil.slug == "evil"
    linked = replace(evil, links=(Link(to=attack, what="Macro", origin=evil.origin),))
    for path, shape in shapes(page_of(replace(corpus, terms=(linked, *others))), secrets, markdowns):
        more = set(shape.tags - _baseline(secrets, markdowns)[path].tags)
        assert more <= {("ul", ("class",)), ("li", ()), ("a", ("href", "rel"))}, path
        assert all(map(_is_safe, shape.addresses)), path


# What Markdown may become. Everything else on the page must be what it is around a harmless word.
FROM_MARKDOWN = {
    (tag, ()) for tag in (
        "p", "br", "hr", "em", "strong", "s", "code", "pre", "ul", "ol", "li", "blockquote",
        "h3", "h4", "h5", "h6",
        "table", "thead", "tbody", "tr", "th", "td",
    )
} | {("ol", ("start",)), ("th", ("align",)), ("td", ("align",)),
     ("a", ("href", "rel")), ("a", ("class", "href")), ("a", ("href",))}  # fmt: skip


def assert_safe_markdown(prose: str, folder: str, markdowns: Sequence[str] = MARKDOWNS) -> None:
    for path, shape in shapes(page_of(glossary(HARMLESS, prose)), folder, markdowns):
        wanted = _baseline(folder, markdowns)[path]
        more, less = shape.tags - wanted.tags, wanted.tags - shape.tags
        assert set(more) <= FROM_MARKDOWN, path
        assert set(less) <= {("p", ())}, path  # around the harmless word itself
        assert shape.other == wanted.other, path
        assert all(map(_is_safe, shape.addresses)), path
        assert SECRET not in shape.text


def _is_safe(address: str) -> bool:
    parts = urlsplit(re.sub(r"[\x00-\x20]", "", address))
    if parts.scheme or parts.netloc:
        return parts.scheme in ("http", "https", "mailto")
    return not address.startswith("//")


@pytest.mark.parametrize("markdowns", EACH_MARKDOWN, ids=MARKDOWNS)
def test_plain_text_stays_text(attack: str, secrets: str, markdowns: Sequence[str]) -> None:
    assert_only_text(attack, secrets, markdowns)


@pytest.mark.parametrize("markdowns", EACH_MARKDOWN, ids=MARKDOWNS)
def test_markdown_stays_safe(attack: str, secrets: str, markdowns: Sequence[str]) -> None:
    assert_safe_markdown(attack + "\n\nend", secrets, markdowns)


_PIECES = st.sampled_from(
    [*ATTACKS.values(), "\n", "\n\n", "\r", "    ", "<", ">", '"', "'", "&", "`", "[", "](", ")", "{:", "}",
     "#", "|",
     "*", "_", "---", "```", "x", "term:other", "&#13;", "&#10;", "\\"]
) | st.text(st.characters(exclude_categories=["Cs"]), max_size=6)  # fmt: skip
EVIL = st.lists(_PIECES.filter(lambda text: len(text) < 500), min_size=1, max_size=6).map("".join)
SLOW = tried(25, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.slow
@SLOW
@given(EVIL.filter(seen))
def test_any_plain_text_stays_text(secrets: str, text: str) -> None:
    assert_only_text(text, secrets)


@SLOW
@given(EVIL)
def test_any_markdown_stays_safe(secrets: str, text: str) -> None:
    assert_safe_markdown(text + "\n\nend", secrets)


def assert_front_matter_survives(text: str) -> None:
    """MkDocs reads YAML 1.1, and puts title and description into the page as they stand."""
    files = pages_of(text)
    for path, field, wanted in (
        ("terms/evil.md", "title", f"{text} ({text})"), ("terms/evil.md", "description", text),
        ("topics/basics.md", "title", text), ("sources/first.md", "title", text), ("index.md", "title", text),
    ):  # fmt: skip
        _body, meta = get_data(files[path])
        assert isinstance(meta.get(field), str), path
        assert not re.search(r"""[<>"']""", meta[field]), path
        assert unescape(meta[field]) == seen(wanted), path


def test_front_matter_survives(attack: str) -> None:
    assert_front_matter_survives(attack)


@pytest.mark.slow
@tried(60)
@given(EVIL.filter(seen))
def test_any_front_matter_survives(text: str) -> None:
    assert_front_matter_survives(text)


# a value of the global, or a part of one that comes in several files
_ASSIGNED = re.compile(r"glossary\.(\w+) = (?:Object\.assign\(glossary\.\1 \|\| \{\}, (.*)\)|(.*));")


@cache
def _scripts_of_ours() -> Mapping[str, str]:
    return {**meaning_files(Glossary(), Site()), **words_files(catalog())}


def assert_data_survives(text: str) -> None:
    files = data_of(text, text)
    data = {path: json.loads(files[path]) for path in files if path.endswith(".json")}
    first = data["api/terms.json"]["terms"][0]
    assert (first["name"], first["definition"], first["aliases"]) == (text, text, [text])
    assert first["sources"] == [
        {"source": "first", "name": text, "also": [text], "says": text, "in_other_languages": {}}
    ]
    assert data["api/lookup.json"]["definitions"][0] == text
    # texts of the scripts are ours; what the lookup finds by meaning with is but for its last line, numbers
    ours = _scripts_of_ours()
    code, _, vectors = (
        files[MEANING].removesuffix(";\n").rpartition("glossary.meaning = glossary.createMeaning(")
    )
    assert code and ours[MEANING].startswith(code)
    assert re.fullmatch(r"[#-\[\]-t]*", json.loads(vectors.removesuffix(")"))["vectors"])
    assert {path: files[path] for path in ours if path != MEANING} == {
        path: text for path, text in ours.items() if path != MEANING
    }
    scripts = {path: value for path, value in files.items() if path.endswith(".js") and path not in ours}
    assert scripts
    for path, script in scripts.items():
        lines = script.replace(lookup_js.script("begun"), "").rstrip("\n").split("\n")
        values = [_ASSIGNED.fullmatch(line) for line in lines[1:]]
        assert all(values), path
        assert all(json.loads(value[2] or value[3]) is not None for value in values if value), path


def test_data_files_survive(attack: str) -> None:
    assert_data_survives(attack)


@pytest.mark.slow
@tried(60)
@given(EVIL)
def test_any_data_file_survives(text: str) -> None:
    assert_data_survives(text)


@pytest.mark.slow
@tried(60)
@given(EVIL, EVIL)
def test_no_line_of_a_page_begins_with_what_an_editor_wrote(plain: str, prose: str) -> None:
    """Builders look for their own syntax at line starts: every line must be one of our templates'."""
    for path, text in pages_of(plain, prose).items():
        if path.endswith(".md"):
            body, _meta = get_data(text)
            assert [line for line in body.split("\n") if line and not line.startswith(("<", "## "))] == [], (
                path
            )


def _deep(sign: str, close: str = "") -> str:
    return sign * 10_000 + close * 10_000


@each_row(
    "text",
    [
        _deep("> "),
        _deep("[", "]"),
        _deep("*a "),
        _deep("`"),
        _deep("- "),
        _deep("<"),
        _deep("![", "](x)"),
        _deep("_"),
    ],
)
def test_deep_nesting_ends(text: str) -> None:
    from time import process_time

    from site_gen.text import markdown

    before = process_time()
    markdown.render(markdown.parse(text), lambda slug: slug)
    assert process_time() - before < 5
