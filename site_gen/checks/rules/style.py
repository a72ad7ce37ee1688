"""Rules on how definitions are written (ISO 704): short, and never in a circle.

A style rule is a warning on a draft and an error on an approved term; ``allow`` excepts a term from one, with
the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from site_gen.checks.codes import EXCEPTABLE
from site_gen.checks.corpus import Corpus, still_in_english
from site_gen.corpus.load import Loaded
from site_gen.model import graph
from site_gen.model.placeholder import is_unwritten
from site_gen.model.problem import Problem, Severity
from site_gen.model.records import Term
from site_gen.model.schema import MARKDOWN, MAX_DEFINITION, PROSE
from site_gen.model.suggest import did_you_mean
from site_gen.text import mentions

_PLAIN = tuple(field for field in PROSE if field not in MARKDOWN)
_LINK = re.compile(r"\[(?P<words>[^\[\]\n]+)\]\([^\s()]*[:/.][^\s()]*\)")


def style(
    term: Term, field: str, code: str, message: str, hint: str, place: tuple[str | int, ...] = ()
) -> Iterator[Problem]:
    """A finding on how a term is written, unless the term is excepted from that rule.

    ``place``: keys and numbers of items that lead to the line, where it is not that of the field.
    """
    if code not in term.allow:
        severity: Severity = "error" if term.is_finished else "warning"
        yield Problem(
            path=term.origin.path,
            line=term.origin.at(*(place or (field,))),
            code=code,
            message=message,
            hint=hint,
            severity=severity,
        )


def definition_length(loaded: Loaded) -> Iterator[Problem]:
    for term in loaded.glossary.terms:
        length = len(term.definition)
        if length > MAX_DEFINITION:
            yield from style(
                term, "definition", "definition-length",
                f"the definition has {length} characters, at most {MAX_DEFINITION} fit a result",
                "say what it is; move the rest to 'details'",
            )  # fmt: skip


def link_in_plain_text(loaded: Loaded) -> Iterator[Problem]:
    """A link in a field that is no Markdown: readers would see its brackets and its address."""
    for term in loaded.glossary.terms:
        for field in _PLAIN:
            for text in term.texts(field).values():
                for link in _LINK.finditer(text):
                    yield from style(
                        term, field, "link-in-plain-text",
                        f"a link in '{field}', which is plain text: '{link[0][:60]}'",
                        f"write '{link['words'][:60]}' alone; terms are linked by themselves",
                    )  # fmt: skip


def unwritten_definition(loaded: Loaded) -> Iterator[Problem]:
    """A placeholder is no definition; an exception from this rule would make no sense."""
    for term in loaded.glossary.terms:
        if is_unwritten(term.definition) and term.definition:
            yield Problem(
                path=term.origin.path, line=term.origin.at("definition"), code="unwritten-definition",
                message="the definition is still to be written",
                hint="say what it is, in one or two sentences",
                severity="error" if term.is_finished else "warning",
            )  # fmt: skip


def _own_label(term: Term) -> str:
    return mentions.own_label(term, term.definition)


def own_name(loaded: Corpus) -> Iterator[Problem]:
    """A definition that uses the name it defines says nothing."""
    for term in loaded.glossary.terms:
        label = loaded.memo.made("own name", term.slug, (term,), partial(_own_label, term))
        if label and not is_unwritten(term.definition):
            yield Problem(
                path=term.origin.path, line=term.origin.at("definition"), code="circular-definition",
                message=f"the definition uses its own name: '{label}'",
                hint="say what it is in other words",
            )  # fmt: skip


def circular_definitions(loaded: Corpus) -> Iterator[Problem]:
    """The mentions among definitions form no circle, so that a reader can start somewhere."""
    by_slug = loaded.glossary.by_slug
    for circle in graph.circles(loaded.definitions.uses):
        if still_in_english((by_slug[slug] for slug in circle), loaded.glossary):
            continue
        term = by_slug[circle[0]]
        way = graph.shown([by_slug[slug].name for slug in (*circle, circle[0])])
        yield Problem(
            path=term.origin.path, line=term.origin.at("definition"), code="circular-definition",
            message=f"definitions in a circle: {way}",
            hint="define the wider or simpler term without the others",
        )  # fmt: skip


def exceptions(loaded: Loaded) -> Iterator[Problem]:
    for term in loaded.glossary.terms:
        for code in term.allow:
            if code not in EXCEPTABLE:
                yield Problem(
                    path=term.origin.path, line=term.origin.at("allow", code), code="unknown-exception",
                    message=f"'{code}' is no rule that a term can be excepted from",
                    hint=did_you_mean(code, EXCEPTABLE, "use one of " + ", ".join(EXCEPTABLE)),
                )  # fmt: skip
