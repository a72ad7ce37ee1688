"""What was taken over and changed by hand so that its old name or address leads nowhere any more.

`glossary rename` keeps both; an editor does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from shlex import quote
from typing import Any

from site_gen.corpus.layout import REDIRECTS
from site_gen.corpus.yaml import edit
from site_gen.corpus.yaml.edit import EditError
from site_gen.editing.upstream.edition import Values
from site_gen.editing.upstream.kept import Kept
from site_gen.editing.upstream.pairs import here_of
from site_gen.language import ENGLISH, language_of
from site_gen.model.problem import Problem
from site_gen.model.records import Glossary, Term

_SAID_BY_MANY = frozenset(["name", "topics", "level", "status", "broader"])  # terms have these in common
_ALIKE = 0.5  # the share of a term's other fields that its file under a new address still has


def left_behind(files: Mapping[str, bytes], glossary: Glossary, kept: Kept) -> Iterator[Problem]:
    """A warning for each name and each address of an adopted term that finds nothing here."""
    here = {base: here_of(base, kept, glossary) for base in kept.terms}
    yield from _names(glossary, kept, here)
    yield from _addresses(files, glossary, kept, here)


def _names(glossary: Glossary, kept: Kept, here: Mapping[str, str]) -> Iterator[Problem]:
    key = language_of(glossary.language).key
    known = {key(label) for term in glossary.terms for label in _found_by(term)}
    for base, slug in here.items():
        old = str(kept.terms[base].get("name", ""))
        if slug and key(old) not in known and "adopted-name" not in (term := glossary.by_slug[slug]).allow:
            also = "" if glossary.language == ENGLISH else f", or write in_other_languages: {{en: [{old}]}}"
            yield Problem(
                path=term.origin.path,
                line=term.origin.at("name"),
                code="adopted-name",
                message=f"'{old}', its name in the shipped glossary, finds '{term.name}' no more",
                hint=f"glossary set --add search_as {quote(old)} {slug}{also}; glossary rename keeps a name",
                severity="warning",
            )


def _found_by(term: Term) -> Iterator[str]:
    yield from (label for _, label in term.labels())
    yield from term.search_as
    yield from (label for labels in term.in_other_languages.values() for label in labels)


def _addresses(
    files: Mapping[str, bytes], glossary: Glossary, kept: Kept, here: Mapping[str, str]
) -> Iterator[Problem]:
    """Terms that are no longer where they were, and whose text stands at an address that nobody knows."""
    lost = [
        base for base, slug in here.items() if not slug and kept.at.get(base, base) not in glossary.redirects
    ]
    if not lost:
        return
    own = [term for term in glossary.terms if term.slug not in here.values()]
    values = {term.slug: _plain(files, term) for term in own}
    for term in own:
        alike = {base: _likeness(kept.terms[base], values[term.slug]) for base in lost}
        base = max(lost, key=lambda one: alike[one])
        if alike[base] >= _ALIKE and "adopted-name" not in term.allow:
            was = kept.at.get(base, base)
            yield Problem(
                path=term.origin.path,
                line=1,
                code="adopted-name",
                message=f"this is the shipped term '{base}' at another address: links to '{was}' find "
                "nothing, and glossary upstream brings it no changes",
                hint=f"write '{was}: {term.slug}' into {REDIRECTS}; glossary rename does it by itself",
                severity="warning",
            )


def _plain(files: Mapping[str, bytes], term: Term) -> Values:
    try:
        found: Any = edit.plain(files[term.origin.path].decode("utf-8-sig"))
    except (EditError, UnicodeDecodeError, KeyError):
        return {}
    return found if isinstance(found, dict) else {}


def _likeness(base: Values, own: Values) -> float:
    """The share of the fields of an adopted term that another file has, too; one field proves nothing."""
    told = [name for name in base if name not in _SAID_BY_MANY]
    same = sum(own.get(name) == base[name] for name in told)
    return same / len(told) if same > 1 else float(own.get("definition") == base.get("definition"))
