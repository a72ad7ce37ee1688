"""The questions of a glossary, as the quiz page asks them."""

from __future__ import annotations

from site_gen.learning.course import course
from site_gen.learning.quiz.questions import Bank, bank, masked
from site_gen.model.records import Glossary
from site_gen.model.relations import relations
from site_gen.text.links import link


def questions_of(words: Glossary) -> Bank:
    links = link(words)
    routes = course(words, links).routes
    ways = [{one.slug for one in route.terms} for route in routes]
    return bank(words, relations(words), links, masked(words), ways)
