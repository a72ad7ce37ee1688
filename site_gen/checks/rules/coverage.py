"""Rules on the net of terms: none stands alone, and what many texts lean on is explained."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.checks import coverage
from site_gen.checks.corpus import Corpus, only_shipped
from site_gen.model.problem import Problem

FROM_TERMS = 20  # a glossary that has just begun has no net yet
_SHOWN = 3


def orphans(loaded: Corpus) -> Iterator[Problem]:
    """A warning once a term is approved: the term itself is sound, readers only never come by.

    Drafts wait, since a first import brings dozens of them that nobody has connected yet, and so do shipped
    terms, of which a desk may have taken over a part.
    """
    glossary = loaded.glossary
    if len(glossary.terms) < FROM_TERMS:
        return
    for slug in coverage.orphans(glossary, loaded.links):
        term = glossary.by_slug[slug]
        if term.name and term.status not in ("draft", "shipped") and "orphan-term" not in term.allow:
            yield Problem(
                path=term.origin.path,
                line=term.origin.at("name"),
                code="orphan-term",
                message=f"nothing leads to '{term.name}', and it leads to no other term",
                hint="name a related, broader or contrasting term, or use the word in a text",
                severity="warning",
            )


def everyday_names(loaded: Corpus) -> Iterator[Problem]:
    """A warning on the term whose label stands in the texts of far more terms than a term's usually does."""
    glossary = loaded.glossary
    for found in coverage.linked_everywhere(glossary, loaded.links):
        term = glossary.by_slug[found.term]
        if "everyday-name" not in term.allow and not only_shipped([term]):
            yield Problem(
                path=term.origin.path,
                line=term.origin.at("name"),
                code="everyday-name",
                message=f"'{found.label}' is linked in {found.places} of {len(glossary.terms)} terms; "
                f"a term is usually linked in {found.usual:g}",
                hint="if it is an everyday word, write 'autolink: false' or make it an abbreviation; "
                "if readers need all the links, allow everyday-name with the reason",
                severity="warning",
            )


def undefined_terms(loaded: Corpus) -> Iterator[Problem]:
    """Raised once, in the first term that uses the phrase."""
    for found in loaded.undefined:
        if only_shipped(loaded.glossary.by_slug[slug] for slug in found.terms):
            continue
        term = loaded.glossary.by_slug[found.terms[0]]
        field = "definition" if found.phrase in term.definition else "details"
        others = ", ".join(found.terms[1 : 1 + _SHOWN])
        if len(found.terms) > 1 + _SHOWN:
            others += f" and {len(found.terms) - 1 - _SHOWN} more"
        yield Problem(
            path=term.origin.path,
            line=term.origin.at(field),
            code="undefined-term",
            message=f"'{found.phrase}' is used in {len(found.terms)} terms and defined in none; "
            f"also in {others}",
            hint="define it, make it an alias, or rule in glossary/plain-words.yaml that it needs no entry",
            severity="warning",
        )
