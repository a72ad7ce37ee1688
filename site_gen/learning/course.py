"""What a glossary offers to learners: the values that pages, quiz, cards and decks share, made once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from site_gen.learning.paths import Route, routes
from site_gen.learning.quiz.masking import Masked
from site_gen.learning.quiz.questions import masked
from site_gen.learning.reading_order import Order, reading_order
from site_gen.model.records import Glossary
from site_gen.text.links import Links


@dataclass(frozen=True, kw_only=True)
class Course:
    """``order`` is the reading order, ``routes`` are the learning paths with all their stops."""

    glossary: Glossary
    order: Order
    routes: tuple[Route, ...]

    @cached_property
    def masks(self) -> Mapping[str, Masked]:
        """The definition of each term that may be asked about, with gaps for its own names."""
        return masked(self.glossary)

    @cached_property
    def masked(self) -> Mapping[str, str]:
        """The texts of these; "" for one that reads as broken, which is not asked."""
        return {slug: one.text if one.reads else "" for slug, one in self.masks.items()}


def course(glossary: Glossary, links: Links) -> Course:
    order = reading_order(glossary, links.uses)
    return Course(glossary=glossary, order=order, routes=routes(glossary, order, links.uses))
