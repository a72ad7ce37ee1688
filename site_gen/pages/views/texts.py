"""The texts of a term as HTML, with addresses as the page writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from site_gen.corpus.layout import built, page_of
from site_gen.model.adopted import leaves
from site_gen.model.records import Term
from site_gen.model.schema import BESIDE_DEFINITION, MARKDOWN, TERM
from site_gen.pages.borrowed import borrowed
from site_gen.pages.views.world import World
from site_gen.text import markdown
from site_gen.text.field_links import SHARED
from site_gen.text.markdown import Parsed
from site_gen.text.plain import Linked

_NOTHING = Markup("")
_BLOCK = re.compile(r"<(p|ul|ol|table|pre|blockquote|h[1-6])\b")


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence for customers; ``title`` says where it is said."""

    title: str
    text: Markup


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one term for a page in a folder below the root.

    ``terms`` leads from there to the folder of term pages, "" on a term page.
    """

    world: World
    term: Term
    terms: str = ""

    def all(self) -> Mapping[str, Any]:
        """The texts by their field of a page's view; made from term, links, and what they may lead to."""
        world, slug = self.world, self.term.slug
        known = world.words.english  # none on a site in English
        english = known and known.intersection(leaves(self.term))
        source = self.term, world.links.terms[slug], world.targets, world.short_parts, world.catalog, english
        return world.memo.made("texts", slug, source, self._all)

    def _all(self) -> dict[str, Any]:
        return {"definition": self.definition(), "texts": self.beside(), "says": self.says()}

    def definition(self) -> Markup:
        text = self.linked(self.world.links.terms[self.term.slug].definition)
        return borrowed(text) if self._is_english(self.term.definition) else text

    def beside(self) -> Mapping[str, str]:
        """The texts beside the definition by field, in the order in which readers meet them.

        Markdown is ``Markup``; a plain text stays one, so that the template makes it inert.
        """
        return {name: self.field(name) for name in BESIDE_DEFINITION if not TERM[name].fields}

    def says(self) -> tuple[Saying, ...]:
        """What an agent may say to a customer: one text, or one for each channel."""
        words = self.world.catalog.text
        return tuple(
            Saying(
                title=words("term.say_in", channel=words(f"channel.{channel}"))
                if channel
                else words("term.say"),
                text=self._told(text, self.html(markdown.unlinked(text))),
            )
            for channel, text in self.term.texts("say_to_customer").items()
        )

    def field(self, name: str) -> str:
        text: str = getattr(self.term, name)
        if not text or name not in MARKDOWN:
            return text
        return self._told(text, self.html(self.world.links.terms[self.term.slug].fields.get(name, [])))

    def _is_english(self, text: str) -> bool:
        return text in self.world.words.english

    def _told(self, text: str, html: Markup) -> Markup:
        """Markdown as HTML, with its language where that is not the one of the site."""
        return Markup(_BLOCK.sub(r'<\1 lang="en"', str(html))) if self._is_english(text) else html

    def html(self, parsed: Parsed) -> Markup:
        return Markup(markdown.render(parsed, self._url)) if parsed else _NOTHING

    def linked(self, text: Linked) -> Markup:
        return Markup(text.html(self._url))

    def links(self) -> Iterator[tuple[str, str]]:
        """(address, text) of what belongs to the term, such as a macro or a dashboard."""
        for link in self.term.links:
            slug = link.to.removeprefix(markdown.TERM_LINK)
            other = self.world.glossary.by_slug.get(slug) if slug != link.to else None
            if slug != link.to or page_of(link.to)[0]:
                to = self._url(slug)
            else:
                to = link.to if markdown.is_safe_link(link.to) else ""
            if to:
                yield to, link.what or (other.title if other else to)

    def _url(self, target: str) -> str:
        if (
            target in self.world.glossary.by_slug
        ):  # the slug of a term; the other kinds of target are never slugs
            return f"{self.terms}{target}.html"
        if target.startswith(SHARED):
            return f"../{self.world.short_form(target.removeprefix(SHARED))}"
        page, anchor = page_of(target)
        return f"../{built(page)}{anchor}" if page and page in self.world.glossary.pages else ""
