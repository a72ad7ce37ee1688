"""The stages in order: load → check → link → render and export. What each does stands in its module."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from site_gen.checks.run import judge
from site_gen.corpus.disk import Tree
from site_gen.corpus.layout import HOME_INTRO
from site_gen.export.anki import packages
from site_gen.export.llms_txt import llms_full_txt, llms_txt
from site_gen.export.terms_csv import terms_csv
from site_gen.export.terms_json import terms_json
from site_gen.history.audience import visible_history
from site_gen.history.events import History
from site_gen.learning.course import course
from site_gen.model.audience import visible
from site_gen.model.problem import Problem, errors
from site_gen.model.published import PUBLISHED
from site_gen.model.records import Glossary, Site
from site_gen.model.relations import Relations, relations
from site_gen.pages.data.feed import feed
from site_gen.pages.data.lookup_js import lookup_files
from site_gen.pages.data.opensearch import opensearch_xml
from site_gen.pages.data.study_js import study_files
from site_gen.pages.render import pages
from site_gen.pages.views import World
from site_gen.text.links import Links, link


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """The files of the docs folder, and every problem; no file where there is an error."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    terms: int = 0

    @property
    def failed(self) -> bool:
        return bool(errors(self.problems))


def build(tree: Tree, site: Site, history: History | None = None) -> Built:
    problems, glossary = judge(tree, site)
    if errors(problems):
        return Built(files={}, problems=problems)
    told = visible_history(history or History(), glossary, site)
    files = files_of(visible(glossary, site), site, told)
    return Built(files=files, problems=problems, terms=len(glossary.terms))


class Whole(NamedTuple):
    """What an export is made from."""

    glossary: Glossary
    relations: Relations
    links: Links
    site: Site
    history: History


# How each file is made that the table of published files calls an export.
EXPORTS: Mapping[str, Callable[[Whole], str]] = {
    "glossary.csv": lambda of: terms_csv(of.glossary, of.site),
    "api/terms.json": lambda of: terms_json(of.glossary, of.relations, of.links),
    "llms.txt": lambda of: llms_txt(of.glossary, of.site),
    "llms-full.txt": lambda of: llms_full_txt(of.glossary, of.links, of.site),
    "opensearch.xml": lambda of: opensearch_xml(of.site),
    "feed.xml": lambda of: feed(of.history, of.site),
}


def files_of(glossary: Glossary, site: Site, history: History | None = None) -> Mapping[str, bytes]:
    """Pages and data, by path below the docs folder."""
    history = history or History()
    inverse = relations(glossary)
    links = link(glossary)
    taught = course(glossary, links)
    world = World(
        glossary=glossary, links=links, relations=inverse, course=taught, site=site, history=history
    )
    # Each page is encoded before the next is made: as text and as bytes at once, they need twice the memory.
    files = {path: page.encode() for path, page in pages(world)}
    whole = Whole(glossary=glossary, relations=inverse, links=links, site=site, history=history)
    texts = {
        **lookup_files(glossary, links, site),
        **study_files(glossary, inverse, links, taught),
        **{path: export(whole) for path, export in EXPORTS.items() if PUBLISHED[path].stands_on(site)},
    }
    files.update((path, text.encode()) for path, text in texts.items())
    copied = {path: data for path, data in glossary.pages.items() if path != HOME_INTRO}
    return {**copied, **packages(glossary, inverse, taught, site, history.today), **files}
