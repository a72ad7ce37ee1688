"""The corpus as the rules see it: as it was loaded, with the values that several rules need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from site_gen.checks.coverage import Undefined, undefined
from site_gen.checks.texts import Text, texts_of
from site_gen.corpus.load import Loaded
from site_gen.language import ENGLISH, language_of
from site_gen.learning.paths import whole_paths
from site_gen.learning.reading_order import Order, reading_order
from site_gen.model.memo import AFRESH, Memo
from site_gen.model.ranges import expanded, one_by_one
from site_gen.model.records import Glossary, Path, Site, Term
from site_gen.text.links import Definitions, Links, definitions, link


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelUse:
    """One label of a term: ``field`` is the field of the term that holds it."""

    term: Term
    field: str
    label: str

    @property
    def line(self) -> int:
        if self.field == "name":
            return self.term.origin.at("name")
        written: tuple[str, ...] = getattr(self.term, self.field)
        index = next(i for i, label in enumerate(written) if self.label in (label, *expanded(label)))
        return self.term.origin.at(self.field, index)


@dataclass(frozen=True, kw_only=True)
class Corpus(Loaded):
    """A loaded corpus and the settings of its site. Each further value is made when a rule asks for it.

    ``named`` are the terms whose names texts may mention; others than those of the glossary where only some
    terms are judged.
    """

    site: Site = field(default_factory=Site)
    memo: Memo = AFRESH
    named: tuple[Term, ...] | None = None

    def only(self, slugs: Collection[str]) -> Corpus:
        """Some of its terms, for rules that look at each term by itself."""
        terms = tuple(term for term in self.glossary.terms if term.slug in slugs)
        return replace(
            self, glossary=replace(self.glossary, terms=terms), named=self.named or self.glossary.terms
        )

    @cached_property
    def key(self) -> Callable[[str], str]:
        """Equal for names that differ in spelling, number or print only, in the site's language."""
        return language_of(self.glossary.language).key

    @cached_property
    def label_uses(self) -> Mapping[str, list[LabelUse]]:
        """Every use of a label, by the key of the label."""
        uses: dict[str, list[LabelUse]] = defaultdict(list)
        for term in self.glossary.terms:
            for kind, label in one_by_one(term.labels()):
                key = self.key(label)
                if key:
                    uses[key].append(LabelUse(term=term, field=kind, label=label))
        return uses

    @cached_property
    def texts(self) -> Mapping[str, tuple[Text, ...]]:
        """The texts of each term, by its slug."""
        return {term.slug: tuple(texts_of(term)) for term in self.glossary.terms}

    @cached_property
    def definitions(self) -> Definitions:
        return definitions(self.glossary, self.memo)

    @cached_property
    def links(self) -> Links:
        return link(self.glossary, self.definitions, self.memo)

    @cached_property
    def undefined(self) -> tuple[Undefined, ...]:
        return undefined(self.glossary, self.memo)

    @cached_property
    def order(self) -> Order:
        return reading_order(self.glossary, self.definitions.uses)

    @cached_property
    def whole_paths(self) -> Mapping[str, Path]:
        """The learning paths by id, with all their stops."""
        return whole_paths(self.glossary, self.order)


def in_language(glossary: Glossary, language: str) -> Glossary:
    """The glossary with the language of its site; itself where it has that already."""
    return glossary if glossary.language == language else replace(glossary, language=language)


def only_shipped(terms: Iterable[Term]) -> bool:
    """Whether nobody at this desk has made any of the terms their own yet.

    What they lack together is no work of the desk until it reviews one of them.
    """
    return all(term.status == "shipped" for term in terms)


def still_in_english(terms: Iterable[Term], glossary: Glossary) -> bool:
    """Whether shipped terms wait to be put into the language of the site, by which they cannot be judged."""
    return glossary.language.partition("-")[0] != ENGLISH and only_shipped(terms)


def corpus_of(loaded: Loaded, site: Site | None = None, memo: Memo = AFRESH) -> Corpus:
    language = site.language if site else loaded.glossary.language
    return Corpus(
        glossary=in_language(loaded.glossary, language),
        problems=loaded.problems,
        unread=loaded.unread,
        topics_read=loaded.topics_read,
        site=site or Site(),
        memo=memo,
    )
