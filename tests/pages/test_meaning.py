"""Finding by meaning, in headless Chromium: the scripts of a site, and what they weigh."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from helpers import real
from helpers.rows import each_row
from site_gen.corpus.disk import read_tree
from site_gen.corpus.load import load
from site_gen.model.records import Glossary, Origin, Site, Term
from site_gen.pages.data.meaning_js import DATA, NOTICE, meaning_files, piece_path
from site_gen.pages.lookup import lookup_data

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = (ROOT / "site_gen/pages/assets/lookup.js").read_text(encoding="utf-8")
KB = 1024
# An index of terms of which nothing but the names is known, and that the second has these words.
TEXTS = """((names, words = []) => ({names, rows: [1], little: new Set(), asked: new Map(), weights: new Float32Array(0), byStem: new Map(
  words.map((word) => [glossary.stem(word), {labels: [0], defined: [], weight: 1}]))}))"""


def term(slug: str, name: str, definition: str) -> Term:
    return Term(slug=slug, name=name, definition=definition, topics=("x",), origin=Origin(path="t.yaml"))


DESK = Glossary(
    terms=(
        term("callback", "Callback", "A phone call that we make to a customer who asked for one."),
        term("carrier", "Carrier", "The company that brings a parcel to its address."),
        term("rota", "Rota", "The list that shows which people work on which days."),
    )
)  # no phrases: a desk's own terms, as they are


@pytest.fixture(scope="module")
def files() -> Mapping[str, str]:
    return meaning_files(DESK, Site())


@pytest.fixture
def page(browser: Browser, files: Mapping[str, str]) -> Iterator[Page]:
    """The lookup of the desk with the terms' vectors, and no words' yet."""
    page = browser.new_page()
    page.add_script_tag(content=SCRIPT)
    page.add_script_tag(content=files[DATA])
    page.evaluate("(data) => { glossary.lookup = glossary.createLookup(data); }", lookup_data(DESK, {}))
    yield page
    page.close()


def load_for(page: Page, files: Mapping[str, str], query: str) -> list[str]:
    names: list[str] = page.evaluate("(query) => glossary.meaning.needs(query)", query)
    for name in names:
        page.add_script_tag(content=files[piece_path(name)])
    return names


def search(page: Page, query: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("(query) => glossary.lookup.search(query)", query)
    return found


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("mail delivery service", "carrier"),
        ("employees schedule", "rota"),
    ],
)
def test_a_term_is_found_without_one_of_its_words(
    page: Page, files: Mapping[str, str], query: str, slug: str
) -> None:
    before = search(page, query)
    assert slug not in [one["slug"] for one in before[:1]]
    load_for(page, files, query)
    page.evaluate("glossary.lookup.understand(glossary.meaning)")
    found = search(page, query)
    assert found[0]["slug"] == slug
    assert len(found) <= 3
    assert {one["reason"] for one in found} == {"by meaning"}


def test_by_meaning_stands_chosen_only_what_the_words_do_not_speak_against(
    page: Page, files: Mapping[str, str]
) -> None:
    query = "firm delivers parcels by mail"
    load_for(page, files, query)
    carrier = {"row": 1, "score": 0.85, "reason": "described"}
    callback = {"row": 0, "score": 0.86, "reason": "described"}
    labelled = {**carrier, "reason": "alias"}  # by a part of a label: "mail delivery failure"
    [alone, beside, lacking] = page.evaluate(
        """([query, ...all]) => all.map((said) =>
          glossary.meaning.join(query, [], () => said, TEXTS(['Callback', 'Carrier', 'Rota'], query.split(' ')), () => [1])[0])""".replace(
            "TEXTS", TEXTS
        ),
        [query, [carrier], [callback, carrier], [labelled]],
    )
    assert [alone["row"], beside["row"], lacking["row"]] == [1, 1, 1]
    assert [alone["sure"], beside["sure"], lacking["sure"]] == [1, 0, 0]


@pytest.mark.parametrize(("terms", "rows"), [(3, [1]), (1000, [])])
def test_words_that_no_term_has_speak_against_a_guess_where_there_are_many_terms(
    page: Page, files: Mapping[str, str], terms: int, rows: list[int]
) -> None:
    query = "mail delivery service"
    load_for(page, files, query)
    known, strange = page.evaluate(
        """([query, terms, said]) => [[1], []].map((read) => glossary.meaning
          .join(query, [], () => said, TEXTS(Array(terms).fill('Carrier')), () => read).map(({row}) => row))""".replace(
            "TEXTS", TEXTS
        ),
        [query, terms, [{"row": 1, "score": 0.5, "reason": "described"}]],
    )
    assert (known, strange) == ([1], rows)


@pytest.mark.parametrize(
    ("word", "rows"), [("courier", [1]), ("roster", [2]), ("apple", []), ("volcano", [])]
)
def test_one_word_that_no_term_has_is_a_guess_by_what_it_means(
    page: Page, files: Mapping[str, str], word: str, rows: list[int]
) -> None:
    load_for(page, files, word)
    found = page.evaluate(
        """(word) => glossary.meaning.join(word, [], () => [], TEXTS(Array(1000).fill('Carrier')), () => [])""".replace(
            "TEXTS", TEXTS
        ),
        word,
    )
    assert [one["row"] for one in found] == rows
    assert not any(one["sure"] for one in found)


@pytest.mark.parametrize(("known", "rows"), [(["mail"], [1]), (["mail", "wombat"], []), ([], [])])
def test_what_people_type_stays_a_guess_beside_a_word_that_no_term_has(
    page: Page, files: Mapping[str, str], known: list[str], rows: list[int]
) -> None:
    found = page.evaluate(
        """([known, said]) => glossary.meaning.join('mail wombat', [], () => said,
          {...TEXTS(Array(1000).fill('Carrier')), asked: new Map([['mail', [1]]])}, (word) => known.filter((one) => one === word))""".replace(
            "TEXTS", TEXTS
        ),
        [known, [{"row": row, "score": 0.3, "reason": "described", "sure": 0} for row in (0, 1)]],
    )
    assert [one["row"] for one in found] == rows
    assert not any(one["sure"] for one in found)


@pytest.mark.parametrize(
    ("query", "plain", "slug"),
    [
        ("sched for my colleagues", "schedule for my colleagues", "rota"),
        ("brings my pkg mailman", "brings my package mail carrier", "carrier"),
    ],
)
def test_an_informal_word_finds_what_its_plain_ones_find(
    page: Page, files: Mapping[str, str], query: str, plain: str, slug: str
) -> None:
    for one in (query, plain):
        load_for(page, files, one)
    page.evaluate("glossary.lookup.understand(glossary.meaning)")
    informal, meant = search(page, query), search(page, plain)
    assert informal[0]["slug"] == slug == meant[0]["slug"]
    assert not informal[0]["chosen"]


def test_an_informal_word_alone_is_no_slip_and_stands_never_chosen(
    page: Page, files: Mapping[str, str]
) -> None:
    load_for(page, files, "mailman")
    slip = {"row": 2, "score": 0.8, "reason": "spelling", "sure": 0}
    asked = {"row": 1, "score": 0.96, "reason": "asked", "sure": 2}
    [found, queries] = page.evaluate(
        """([slip, asked]) => {
          const queries = [];
          const say = (query) => { queries.push(query); return [asked]; };
          return [glossary.meaning.join('mailman', [slip], say, TEXTS(['Callback', 'Carrier', 'Rota']), () => []), queries];
        }""".replace("TEXTS", TEXTS),
        [slip, asked],
    )
    assert queries == ["mail carrier"]
    assert [(one["row"], one["sure"]) for one in found] == [(1, 0)]


@pytest.mark.parametrize(("word", "rows"), [("apple", []), ("applu", [2])])
def test_a_word_by_itself_that_english_has_is_no_slip_of_another(
    page: Page, files: Mapping[str, str], word: str, rows: list[int]
) -> None:
    load_for(page, files, word)
    found = page.evaluate(
        """([word, slip]) => glossary.meaning.join(word, [slip], () => [], TEXTS(['Callback', 'Carrier', 'Rota']), () => [])""".replace(
            "TEXTS", TEXTS
        ),
        [word, {"row": 2, "score": 0.55, "reason": "spelling", "sure": 0}],
    )
    assert [one["row"] for one in found] == rows


def test_an_informal_word_that_a_text_has_stays(page: Page) -> None:
    queries = page.evaluate(
        """() => ['dosh', 'wombat'].flatMap((word) => {
          const queries = [];
          glossary.meaning.join('dosh', [], (query) => { queries.push(query); return []; },
            TEXTS(['Callback', 'Carrier', 'Rota'], [word]), () => []);
          return queries;
        })""".replace("TEXTS", TEXTS)
    )
    assert queries == ["dosh", "money"]


def test_whoever_types_a_phrase_exactly_gets_its_term_chosen(browser: Browser) -> None:
    base = load(read_tree(ROOT / "benchmarks/corpora/base").files).glossary
    page = browser.new_page()
    page.add_script_tag(content=SCRIPT)
    page.add_script_tag(content=meaning_files(base, Site())[DATA])
    phrases = [(row, phrase) for row, term in enumerate(base.terms) for phrase in term.search_as]
    missed = page.evaluate(
        """([data, phrases]) => {
          const lookup = glossary.createLookup(data);
          lookup.understand(glossary.meaning);
          return phrases.filter(([row, phrase]) =>
            !lookup.search(phrase).some((one) => one.row === row && one.chosen));
        }""",
        [lookup_data(base, {}), phrases],
    )
    page.close()
    assert missed == []


def test_pieces_are_asked_for_once_and_those_of_little_words_never(
    page: Page, files: Mapping[str, str]
) -> None:
    assert load_for(page, files, "the parcel") != []
    assert load_for(page, files, "a parcel of the") == []


def test_a_piece_may_come_before_the_vectors_of_the_terms(browser: Browser, files: Mapping[str, str]) -> None:
    page = browser.new_page()
    page.add_script_tag(content=SCRIPT)
    for path in files:
        if path not in (DATA, NOTICE):
            page.add_script_tag(content=files[path])
    page.add_script_tag(content=files[DATA])
    assert page.evaluate("glossary.meaning.needs('the parcel never came to the house')") == []
    page.close()


@pytest.mark.parametrize("query", ["qwrtz zxcv", "n/a", ":-)", "", "мыло", "a" * 300])
def test_nothing_is_found_in_what_has_no_meaning(page: Page, files: Mapping[str, str], query: str) -> None:
    load_for(page, files, query)
    page.evaluate("glossary.lookup.understand(glossary.meaning)")
    assert search(page, query) == []


def test_a_name_is_found_as_before(page: Page, files: Mapping[str, str]) -> None:
    before = search(page, "callback")
    load_for(page, files, "callback")
    page.evaluate("glossary.lookup.understand(glossary.meaning)")
    assert search(page, "callback") == before


def test_no_query_loads_much(page: Page, files: Mapping[str, str]) -> None:
    sizes = {path: len(gzip.compress(text.encode(), 6)) for path, text in files.items()}
    assert sum(sizes.values()) <= 500 * KB
    query = " ".join(
        [
            "apple",
            "bridge",
            "castle",
            "dragon",
            "engine",
            "forest",
            "garden",
            "hammer",
            "island",
            "jungle",
            "kitchen",
            "lemon",
            "mirror",
            "needle",
            "orange",
            "pencil",
            "quarter",
            "river",
            "silver",
            "tiger",
            "umbrella",
            "village",
            "window",
            "yellow",
        ]
    )
    names = page.evaluate("(query) => glossary.meaning.needs(query)", query)
    assert sum(sizes[piece_path(name)] for name in names) <= 60 * KB
    assert max(sizes[piece_path(name)] for name in names) <= 4 * KB


@pytest.mark.slow
def test_the_terms_of_the_corpus_weigh_little() -> None:
    shipped = real.glossary()
    data = meaning_files(shipped, Site())[DATA]
    words = 19 * KB  # informal ones, the same for every site
    assert len(gzip.compress(data.encode(), 6)) <= 3 * KB + words + 105 * len(shipped.terms)


@each_row("language, there", [("en", True), ("en-GB", True), ("de", False), ("eo", False)])
def test_only_sites_in_english_have_them(language: str, there: bool) -> None:
    assert bool(meaning_files(DESK, Site(language=language))) is there


def test_the_licences_go_along(files: Mapping[str, str]) -> None:
    assert "Princeton University" in files[NOTICE]
