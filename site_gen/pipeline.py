"""The stages in order: load → check → link → render and export. What each does stands in its module."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from site_gen.checks.rules.pages import is_unvouched_script
from site_gen.checks.run import judge
from site_gen.corpus.disk import Tree
from site_gen.corpus.layout import HOME_INTRO
from site_gen.export.anki import packages
from site_gen.export.cards_tsv import cards_tsv
from site_gen.export.data_schemas import data_schema_names, data_schemas
from site_gen.export.index_json import index_json
from site_gen.export.llms_txt import llms_full_txt, llms_txt
from site_gen.export.snippets_json import snippets_json
from site_gen.export.terms_csv import terms_csv
from site_gen.export.terms_json import term_files, terms_json
from site_gen.history.audience import visible_history
from site_gen.history.events import History
from site_gen.learning.course import course
from site_gen.model.audience import LeftOut, left_out, shown_site, visible
from site_gen.model.memo import AFRESH, Memo
from site_gen.model.problem import Problem, errors
from site_gen.model.published import PUBLISHED
from site_gen.model.records import Glossary, Site, Term
from site_gen.model.relations import relations
from site_gen.pages.data.feed import feed
from site_gen.pages.data.jsonld import terms_jsonld
from site_gen.pages.data.lookup_js import LOOKUP_PATHS, lookup_files
from site_gen.pages.data.meaning_js import meaning_files, meaning_paths
from site_gen.pages.data.opensearch import opensearch_xml
from site_gen.pages.data.study_js import STUDY_PATHS, study_files
from site_gen.pages.data.words_js import words_files
from site_gen.pages.render import panel, set_pages, term_pages
from site_gen.pages.views import World
from site_gen.text.links import Definitions, link
from site_gen.text.page_links import resolved

Parts = Callable[[World], Mapping[str, bytes]]
Cards = Callable[[Sequence[Term]], Mapping[str, int]]  # seconds since 1970, by slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """The files of the docs folder, and every problem; no file where there is an error.

    ``terms`` are those of the site, ``drafts`` how many of them nobody has approved; ``left_out`` is what it
    does not show, None of an internal site.
    """

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    terms: int = 0
    drafts: int = 0
    left_out: LeftOut | None = None

    @property
    def failed(self) -> bool:
        return bool(errors(self.problems))


def build(
    tree: Tree,
    site: Site,
    history: History | None = None,
    memo: Memo = AFRESH,
    parts: Parts | None = None,
    cards: Cards | None = None,
) -> Built:
    """All files of the docs folder, or those of ``parts``; ``memo`` keeps what the stages make.

    ``cards`` tells when cards changed, where the history does not.
    """
    problems, corpus = judge(tree, site, memo=memo)
    if errors(problems):
        return Built(files={}, problems=problems)
    whole, told = corpus.glossary, history or History()
    if cards is not None:
        told = replace(told, card_changed=cards(whole.terms))
    shown = memo.made("visible", "", (whole, site), lambda: visible(whole, site))
    definitions = corpus.definitions if shown is whole else None  # a glossary with less has links of its own
    seen = visible_history(told, whole, site)
    hidden = replace(left_out(whole, shown), changes=len(told.changes) - len(seen.changes))
    world = world_of(shown, shown_site(site), seen, definitions, memo)
    if shown is whole:
        world = replace(world, undefined=lambda: corpus.undefined)  # a save makes no page that has them
    return Built(
        files=(parts or all_files)(world),
        problems=problems,
        terms=len(shown.terms),
        drafts=sum(term.status == "draft" for term in shown.terms),
        left_out=hidden if site.audience == "public" else None,
    )


def world_of(
    glossary: Glossary,
    site: Site,
    history: History | None = None,
    definitions: Definitions | None = None,
    memo: Memo = AFRESH,
) -> World:
    """What all files are made from; ``definitions`` are those of the glossary, where they are linked."""
    links = link(glossary, definitions, memo)
    return World(
        glossary=glossary,
        links=links,
        relations=relations(glossary),
        course=course(glossary, links),
        site=site,
        history=history or History(),
        memo=memo,
    )


def files_of(
    glossary: Glossary, site: Site, history: History | None = None, definitions: Definitions | None = None
) -> Mapping[str, bytes]:
    """All files of a glossary, by path below the docs folder."""
    return all_files(world_of(glossary, site, history, definitions))


def all_files(world: World) -> Mapping[str, bytes]:
    """Pages and data, by path below the docs folder."""
    return {**page_files(world), **data_files(world)}


def page_files(world: World) -> Mapping[str, bytes]:
    """All that a builder has to read, and the decks: two processes have as much to do each."""
    return {**_pages_of_terms(world), **_pages_of_the_set(world), **_decks(world)}


def data_files(world: World) -> Mapping[str, bytes]:
    """What pages load and what is taken away: a builder has to copy it only."""
    return _encoded({**_lookup_files(world), **_data(world)})


def first_files(world: World) -> Mapping[str, bytes]:
    """What an editor who saves looks at: pages of terms, hand-written pages, and what the box loads."""
    return {**_pages_of_terms(world), **_encoded(_lookup_files(world))}


def later_files(world: World) -> Mapping[str, bytes]:
    """What is made from the whole set of terms: lists, learning, and all that is taken away."""
    return {**_pages_of_the_set(world), **_decks(world), **_encoded(_data(world))}


def data_paths(of: World) -> frozenset[str]:
    """The paths of ``data_files``, known before these are made."""
    slugs = {"api/terms/{}.json": of.glossary.by_slug, "api/schemas/{}.json": data_schema_names()}
    return frozenset(
        (
            *LOOKUP_PATHS,
            *meaning_paths(of.site),
            *STUDY_PATHS,
            *(path for path in EXPORTS if PUBLISHED[path].stands_on(of.site)),
            *(path.replace("{}", slug) for path in FAMILIES for slug in slugs[path]),
        )
    )


def _pages_of_terms(world: World) -> Mapping[str, bytes]:
    # Each page is encoded before the next is made: as text and as bytes at once, they need twice the memory.
    made = {path: page.encode() for path, page in term_pages(world)}
    return {**_copied(world.glossary, world.site), **made, **_encoded(words_files(world.catalog))}


def _pages_of_the_set(world: World) -> Mapping[str, bytes]:
    """Lists, learning, health."""
    return {path: page.encode() for path, page in set_pages(world)}


def _decks(world: World) -> Mapping[str, bytes]:
    return packages(world.relations, world.course, world.site, world.history, world.catalog)


def _encoded(texts: Mapping[str, str]) -> dict[str, bytes]:
    return {path: text.encode() for path, text in texts.items()}


def api_files(whole: Glossary, site: Site, history: History) -> Mapping[str, str]:
    """The files below api/ that programs ask first, as the site of this glossary has them."""
    world = world_of(visible(whole, site), shown_site(site), visible_history(history, whole, site))
    made = {path: EXPORTS[path](world) for path in ("api/index.json", "api/terms.json")}
    return {**made, "api/lookup.json": _lookup_files(world)["api/lookup.json"]}


def panel_files(whole: Glossary, site: Site, history: History, scripts: Sequence[str]) -> Mapping[str, str]:
    """The panel ``mini.html`` and the data that it loads, for the readers of the site."""
    world = world_of(visible(whole, site), shown_site(site), visible_history(history, whole, site))
    return {
        "mini.html": panel(world, scripts),
        **_lookup_files(world),
        **meaning_files(world.glossary, world.site, world.memo),
        **words_files(world.catalog),
    }


def _copied(glossary: Glossary, site: Site) -> Mapping[str, bytes]:
    """Hand-written pages and their files; scripts only where the site trusts them: policies allow 'self'."""
    return {
        path: resolved(path, data, glossary.by_slug)
        for path, data in glossary.pages.items()
        if path != HOME_INTRO and not is_unvouched_script(path, site)
    }


def _lookup_files(of: World) -> Mapping[str, str]:
    return lookup_files(of.glossary, of.links, of.site, of.trust, of.catalog, of.history.edition, of.memo)


def _data(of: World) -> Mapping[str, str]:
    """What some pages load, and what is taken away."""
    return {
        **meaning_files(of.glossary, of.site, of.memo),
        **study_files(of.glossary, of.relations, of.links, of.course, of.catalog),
        **{path: export(of) for path, export in EXPORTS.items() if PUBLISHED[path].stands_on(of.site)},
        **{
            path.replace("{}", name): text
            for path, exports in FAMILIES.items()
            for name, text in exports(of).items()
        },
    }


# How each file is made that the table of published files calls an export.
EXPORTS: Mapping[str, Callable[[World], str]] = {
    "glossary.csv": lambda of: terms_csv(of.glossary, of.relations, of.site, of.trust),
    "cards.tsv": lambda of: cards_tsv(of.course),
    "api/index.json": lambda of: index_json(of.glossary, of.site, of.history.edition),
    "api/terms.json": lambda of: terms_json(of.glossary, of.relations, of.links, of.trust, of.catalog),
    "api/terms.jsonld": lambda of: terms_jsonld(of.glossary, of.listed, of.site),
    "api/snippets.json": lambda of: snippets_json(of.glossary, of.site, of.trust, of.catalog),
    "llms.txt": lambda of: llms_txt(of.glossary, of.site, of.trust, of.catalog),
    "llms-full.txt": lambda of: llms_full_txt(of.glossary, of.links, of.site, of.trust, of.catalog),
    "opensearch.xml": lambda of: opensearch_xml(of.site),
    "feed.xml": lambda of: feed(of.history, of.site, of.trust, of.catalog),
}
# The same for files of which each record of a kind has one: their texts by what stands in the place of {}.
FAMILIES: Mapping[str, Callable[[World], Mapping[str, str]]] = {
    "api/terms/{}.json": lambda of: term_files(of.glossary, of.relations, of.links, of.trust, of.catalog),
    "api/schemas/{}.json": lambda of: data_schemas(of.catalog),
}
