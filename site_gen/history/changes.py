"""What became of terms between two states of a glossary, in the words of a glossary rather than of files.

A term that left one address and stands at another was renamed or merged where ``redirects.yaml`` says so;
where it says nothing, a term that came with the same name or nearly the same definition is taken for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

from site_gen.history.flat_fields import Relation, flat, relations_of
from site_gen.model import names
from site_gen.model.records import Term

Kind = Literal["new", "renamed", "redefined", "merged", "deprecated", "restored", "removed", "edited"]
KINDS: tuple[Kind, ...] = (
    "new", "renamed", "redefined", "merged", "deprecated", "restored", "removed", "edited",
)  # fmt: skip

_ALIKE = 90  # of 100: definitions this near are one text with a word changed
_MOST_PAIRS = 250_000  # comparisons of texts; where a whole glossary was replaced, only names are looked at


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field with its text before and after, "" where it was absent; ``name`` as in ``contrast.churn``."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermChange:
    """What became of one term; ``slug`` and ``name`` as they are now, or were last.

    ``into`` is the slug that the term was merged into, or that replaces it; ``redirected`` tells whether the
    old address of a renamed or removed term leads on.
    """

    slug: str
    name: str
    kinds: tuple[Kind, ...]
    before: Term | None
    after: Term | None
    into: str = ""
    redirected: bool = True
    fields: tuple[FieldChange, ...] = ()
    gained: tuple[Relation, ...] = ()
    lost: tuple[Relation, ...] = ()


def compare_terms(
    before: Mapping[str, Term], after: Mapping[str, Term], redirects: Mapping[str, str]
) -> tuple[TermChange, ...]:
    """The changes by slug; terms that are alike on both sides may be left out of the mappings.

    ``redirects`` are those of the later state.
    """
    gone = {slug: term for slug, term in before.items() if slug not in after}
    came = {slug: term for slug, term in after.items() if slug not in before}
    heirs = {slug: end for slug in gone if (end := _end(slug, redirects))}
    moved = _moved(gone, came, heirs)
    was = {new: old for old, new in moved.items()}
    changes = [_change(before.get(was.get(slug, slug)), term, moved, heirs) for slug, term in after.items()]
    changes += [_gone(term, heirs.get(slug, "")) for slug, term in gone.items() if slug not in moved]
    return tuple(sorted((c for c in changes if c), key=lambda c: c.slug))


def _change(
    before: Term | None, after: Term, moved: Mapping[str, str], heirs: Mapping[str, str]
) -> TermChange | None:
    """None where nothing changed."""
    if before is None:
        return TermChange(slug=after.slug, name=after.title, kinds=("new",), before=None, after=after)
    if before == after:  # what is compared most often; the lines of a file count too, so it may be too strict
        return None
    old, new = _with_new_slugs(flat(before), moved), _with_new_slugs(flat(after), moved)
    fields = tuple(
        FieldChange(name, old.get(name, ""), new.get(name, ""))
        for name in dict.fromkeys((*new, *old))
        if old.get(name, "") != new.get(name, "")
    )
    had, has = (
        {Relation(kind, moved.get(to, to)) for kind, to in relations_of(term)} for term in (before, after)
    )
    kinds = tuple(_kinds(before, after))
    if not (kinds or fields or had != has):
        return None
    return TermChange(
        slug=after.slug,
        name=after.title,
        kinds=kinds or ("edited",),
        before=before,
        after=after,
        into=after.replaced_by if "deprecated" in kinds else "",
        redirected=before.slug == after.slug or before.slug in heirs,
        fields=fields,
        gained=tuple(sorted(has - had)),
        lost=tuple(sorted(had - has)),
    )


def _with_new_slugs(fields: Mapping[str, str], moved: Mapping[str, str]) -> dict[str, str]:
    """Fields named by the slugs of now; the later state may still name an old one, which changed nothing."""
    found: dict[str, str] = {}
    for name, text in fields.items():
        if name.startswith("contrast."):
            field, slug, *part = name.split(".")
            name = ".".join((field, moved.get(slug, slug), *part))
            text = moved.get(text, text) if name.endswith(".fits") else text
        found[name] = text
    return found


def _kinds(before: Term, after: Term) -> Iterator[Kind]:
    if before.title != after.title or before.slug != after.slug:
        yield "renamed"
    if before.definition != after.definition:
        yield "redefined"
    if before.status != after.status:
        if after.status == "deprecated":
            yield "deprecated"
        elif before.status == "deprecated":
            yield "restored"


def _gone(term: Term, into: str) -> TermChange:
    kind: Kind = "merged" if into else "removed"
    return TermChange(
        slug=term.slug,
        name=term.title,
        kinds=(kind,),
        before=term,
        after=None,
        into=into,
        redirected=bool(into),
        lost=tuple(sorted(relations_of(term))),
    )


def _end(slug: str, redirects: Mapping[str, str]) -> str:
    """Where an old address leads in the end; "" where it leads nowhere."""
    seen = {slug}
    while (after := redirects.get(slug, "")) and after not in seen:
        seen.add(after)
        slug = after
    return slug if len(seen) > 1 and not after else ""


def _moved(gone: Mapping[str, Term], came: Mapping[str, Term], heirs: Mapping[str, str]) -> dict[str, str]:
    """Old slug to new slug of the terms that only changed their address; no new one is taken twice."""
    moved: dict[str, str] = {}
    by_heir: dict[str, list[str]] = {}
    for old, new in heirs.items():
        if new in came:
            by_heir.setdefault(new, []).append(old)
    for new, olds in by_heir.items():
        moved[max(olds, key=lambda old: (_likeness(gone[old], came[new]), old))] = new
    left = {slug: term for slug, term in came.items() if slug not in by_heir}
    likest = _Likest(left, texts=len(gone) * len(left) <= _MOST_PAIRS)
    for old in sorted(set(gone) - set(heirs)):
        if new := likest.take(gone[old]):
            moved[old] = new
    return moved


class _Likest:
    """Terms that came without a redirect, each given to at most one that went."""

    def __init__(self, terms: Mapping[str, Term], *, texts: bool) -> None:
        self._texts = {slug: term.definition for slug, term in terms.items()} if texts else {}
        self._names: dict[str, list[str]] = {}
        self._taken: set[str] = set()
        for slug, term in terms.items():
            for key in {names.key(name) for name in (term.title, *term.formerly)} - {""}:
                self._names.setdefault(key, []).append(slug)

    def take(self, term: Term) -> str:
        """The slug of the one that has the term's name or nearly its definition; "" where none has."""
        by_name = [slug for slug in self._names.get(names.key(term.title), ()) if slug not in self._taken]
        found = by_name[0] if len(by_name) == 1 else self._by_text(term.definition)
        if found:
            self._taken.add(found)
            self._texts.pop(found, None)
        return found

    def _by_text(self, definition: str) -> str:
        if not definition:
            return ""
        best = process.extractOne(definition, self._texts, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return best[2] if best else ""


def _likeness(one: Term, other: Term) -> float:
    return fuzz.ratio(one.definition, other.definition) + fuzz.ratio(one.name, other.name)
