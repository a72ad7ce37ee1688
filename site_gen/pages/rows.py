"""A term in a sentence and in the row of a list, as HTML: filters, since pages have them by the dozen.

``base`` leads from the page's folder to the root of the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from site_gen.model.records import Term
from site_gen.pages.words import Words

# Where a term's status is told behind its name: the class of the mark.
_MARKED = {"draft": "draft", "deprecated": "old"}


@dataclass(frozen=True, slots=True)
class Rows:
    """The pieces with the texts of a catalog; ``placed`` makes HTML of a value."""

    words: Words
    placed: Callable[[object], Markup]

    def link(self, term: Term, base: str) -> Markup:
        address, title = f"{base}terms/{term.slug}.html", term.title
        return Markup(f'<a class="gl-t" href="{self.placed(address)}">{self.placed(title)}</a>')

    def links(self, terms: Iterable[Term], base: str) -> Markup:
        """Links in a sentence."""
        return self.words.html("common.comma").join([self.link(term, base) for term in terms])

    def abbreviations(self, term: Term) -> Markup:
        shorts = [f'<span class="gl-abbr">{self.placed(short)}</span>' for short in term.abbreviations]
        return Markup("".join(shorts))

    def marks(self, term: Term) -> Markup:
        """What stands behind the name of a term."""
        kind = _MARKED.get(term.status)
        if not kind:
            return self.abbreviations(term)
        status = self.words.html(f"status.{term.status}")
        return Markup(f'{self.abbreviations(term)}<span class="gl-mark gl-mark--{kind}">{status}</span>')

    def named(self, term: Term, base: str) -> Markup:
        """The name alone, where a list of all terms has the definitions from assets/rows.js."""
        return Markup(f'<span class="gl-row__name">{self.link(term, base)}{self.marks(term)}</span>')

    def cells(self, term: Term, base: str) -> Markup:
        """Name, abbreviations, definition."""
        definition = self.placed(term.definition)
        return Markup(f'{self.named(term, base)}<span class="gl-row__def">{definition}</span>')

    def rows(self, terms: Iterable[Term], base: str) -> Markup:
        """Rows of a list."""
        return Markup("".join([f'<li class="gl-row">{self.cells(term, base)}</li>' for term in terms]))
