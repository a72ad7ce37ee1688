"""What of a glossary came with the tool, and which of its texts still stand as they came: in English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from site_gen.model.records import Glossary, Path, Term, Topic
from site_gen.model.schema import LABELS, TERM

SHIPPED_IN = "en"  # the language of the shipped glossary
SHIPPED = "The Support Glossary"
SHIPPED_BY = "The Support Glossary authors"  # whom LICENSE-shipped.md asks to name
LICENSE = "https://creativecommons.org/licenses/by/4.0/"
_NAMES = (*(field for field in LABELS if field != "abbreviations"), "context", "pronounced")
_PROSE = tuple(
    field for field, spec in TERM.items() if spec.role in ("prose", "data") or field in ("contrast", "why")
)
_SAID = {Topic: ("name", "meaning"), Path: ("title", "audience", "outcome", "stops")}


def shipped_slugs(glossary: Glossary) -> frozenset[str]:
    """The terms that came with the tool, reviewed here or not."""
    marked = (term.slug for term in glossary.terms if term.status == "shipped")
    return frozenset(glossary.adopted.terms.keys() & glossary.by_slug.keys()).union(marked)


def credit_line(glossary: Glossary) -> str:
    """The same in English, for a file that programs exchange; "" where no term was taken over."""
    number = len(shipped_slugs(glossary))
    began = "1 term began as a text" if number == 1 else f"{number} terms began as texts"
    return f"{began} of {SHIPPED} by {SHIPPED_BY}, under CC BY 4.0 ({LICENSE})." if number else ""


def is_redefined(term: Term, glossary: Glossary) -> bool:
    """Whether an adopted term has another definition than the shipped glossary."""
    shipped = glossary.adopted.terms.get(term.slug, frozenset())
    return bool(shipped) and term.definition not in shipped


def credit(glossary: Glossary) -> Mapping[str, str | int]:
    """Whose texts the shipped terms are, as the values of the text that says so; {} where there are none."""
    number = len(shipped_slugs(glossary))
    return {"n": number, "source": SHIPPED, "authors": SHIPPED_BY, "address": LICENSE} if number else {}


def english_texts(glossary: Glossary) -> frozenset[str]:
    """The texts of terms, topics and paths that nobody has put into the language of the site yet.

    Each is known by standing as the shipped glossary has it. A name counts as long as the definition does:
    a desk that has written its own may have kept the name.
    """
    if glossary.language.partition("-")[0] == SHIPPED_IN:
        return frozenset()
    adopted = glossary.adopted
    found: set[str] = set()
    for term in glossary.terms:
        found.update(_of_term(term, adopted.terms.get(term.slug, frozenset())))
    for topic in glossary.topics:
        found.update(adopted.topics.get(topic.id, frozenset()).intersection(_said(topic, _SAID[Topic])))
    for path in glossary.paths:
        found.update(adopted.paths.get(path.id, frozenset()).intersection(_said(path, _SAID[Path])))
    return frozenset(found)


def _of_term(term: Term, shipped: frozenset[str]) -> Iterator[str]:
    if not shipped:
        return
    yield from shipped.intersection(_said(term, _PROSE))
    if term.definition in shipped:
        names = shipped.intersection(_said(term, _NAMES))
        yield from names
        if term.name in names:
            yield term.title


def _said(record: object, named: Iterable[str]) -> Iterator[str]:
    for field in named:
        yield from leaves(getattr(record, field))


def leaves(value: object) -> Iterator[str]:
    """Every text with a letter in a value of a record or of a file, without the keys."""
    if isinstance(value, str):
        if any(map(str.isalpha, value)):
            yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from leaves(inner)
    elif is_dataclass(value):
        for field in fields(value):
            yield from leaves(getattr(value, field.name))
    elif isinstance(value, Iterable):
        for inner in value:
            yield from leaves(inner)
