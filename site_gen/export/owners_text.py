"""The owners of a glossary as text and as data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from site_gen.checks.owners import Ownership
from site_gen.model.records import Term
from site_gen.model.schema import OWNER

WIDTH = 100


def owners_text(owners: Iterable[Ownership], unowned: Sequence[Term]) -> str:
    """Each owner, how to reach them, and their terms by slug; terms of nobody come last."""
    lines = [line for one in owners for line in (f"{one.owner.name}: {contact(one)}", *_terms(one.terms))]
    if unowned:
        lines += ["Nobody:", *_terms(unowned), *_not_asked(unowned)]
    return "\n".join(lines or ["No owner is listed, and no term has one."]) + "\n"


def contact(one: Ownership) -> str:
    """How to reach an owner, or what is missing."""
    known = ", ".join(f"{field} {value}" for field in OWNER if (value := getattr(one.owner, field)))
    if not one.is_known:
        return "not in glossary/owners.yaml"
    return known if one.owner.is_reachable else f"{known or 'nothing known'}; no mail and no chat"


def _terms(terms: Sequence[Term]) -> Iterator[str]:
    count = f"{len(terms)} term{'' if len(terms) == 1 else 's'}"
    text = f"{count}: {', '.join(term.slug for term in terms)}" if terms else "no term"
    yield from wrap(text, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)


def _not_asked(unowned: Sequence[Term]) -> Iterator[str]:
    """Why the health of the glossary counts fewer terms of nobody."""
    count = sum(term.level == "reference" for term in unowned)
    if count:
        yield f"  {count} of them only for reference; `glossary health` asks for no owner of such a term"


def owners_json(owners: Iterable[Ownership], unowned: Iterable[Term]) -> str:
    """``{owners: [{name, mail, chat, handle, deputy, known, terms}], unowned}``; terms by slug."""
    data = {
        "owners": [
            {
                "name": one.owner.name,
                **{field: getattr(one.owner, field) for field in OWNER},
                "known": one.is_known,
                "terms": [term.slug for term in one.terms],
            }
            for one in owners
        ],
        "unowned": [term.slug for term in unowned],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)
