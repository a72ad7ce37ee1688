"""A term gets another address, another name, or both; whatever named it goes along."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from site_gen.corpus.layout import TERMS
from site_gen.corpus.load import Loaded
from site_gen.corpus.yaml import edit
from site_gen.editing.changeset import Rewrite
from site_gen.editing.references import redirect, repoint
from site_gen.language import language_of
from site_gen.model import graph, names
from site_gen.model.problem import RefusedError
from site_gen.model.records import Term
from site_gen.model.schema import NAMES, TERM

OldName = Literal["formerly", "aliases", "search_as", "drop"]
_NAMES = tuple(name for name in NAMES if name not in ("name", "abbreviations"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """The files to write, None for those that go, and what a person has to know of it.

    ``moved`` are slugs that a command gave up, with those that stand for them now.
    """

    changes: Mapping[str, bytes | None]
    notes: tuple[str, ...] = ()
    moved: Mapping[str, str] | None = None


def path_of(slug: str) -> str:
    return f"{TERMS}{slug}.yaml"


def rename(
    files: Mapping[str, bytes],
    loaded: Loaded,
    term: Term,
    slug: str,
    name: str = "",
    keep: OldName = "formerly",
) -> Changed:
    """Give ``term`` the address ``slug`` and, where it is not empty, the name ``name``.

    ``keep`` is the field that its old name goes into. Raises ``RefusedError``.
    """
    rewrite = Rewrite(files)
    if name and name != term.name:
        key = language_of(loaded.glossary.language).key
        rewrite.edit(term.origin.path, partial(_named, term=term, name=name, keep=keep, key=key))
    if slug != term.slug:
        refuse_taken(slug, loaded, files, term.slug)
        repoint(rewrite, loaded.glossary, term.slug, slug)
        redirect(rewrite, loaded.glossary.redirects, term.slug, slug)
        rewrite.move(term.origin.path, path_of(slug))
    changes = rewrite.changes()
    if not changes:
        raise RefusedError(f"'{term.slug}' has that name and address already; nothing to do")
    return Changed(changes=changes, moved={term.slug: slug})


def refuse_taken(slug: str, loaded: Loaded, files: Mapping[str, bytes], old: str = "") -> None:
    """Raises ``RefusedError`` where ``slug`` cannot become an address; of a term that is ``old`` so far."""
    if not names.is_slug(slug):
        meant = names.slug(slug)
        hint = f"did you mean '{meant}'?" if meant else "use lower-case letters, digits and single hyphens"
        raise RefusedError(f"'{slug}' is no address of a term; {hint}")
    taken = [path for path in files if path.casefold() == path_of(slug)]
    if taken:
        other = loaded.glossary.by_slug.get(slug)
        shown = f"'{other.title}'" if other else "a file that cannot be read"
        merge = f", or join the two: glossary merge-terms {old} {slug}" if old and other else ""
        raise RefusedError(f"{taken[0]} is there already: {shown}; choose another address{merge}")
    end = graph.ends(loaded.glossary.redirects).get(slug, old)
    if end != old:
        raise RefusedError(
            f"'{slug}' is an old address of '{end or 'nothing'}', and links to it must go on leading there; "
            "choose another address"
        )


def _named(text: str, term: Term, name: str, keep: OldName, key: Callable[[str], str]) -> str:
    """The old name is kept, the new one leaves the lists in which it stood."""

    def same(field: str, label: str) -> bool:  # what people type may be another spelling; a label may not
        alike = names.fold if field == "search_as" else key
        return alike(label) == alike(name)

    for field in _NAMES:
        there = [place for place, label in enumerate(getattr(term, field)) if same(field, label)]
        if there:
            text = edit.remove_items(text, (field,), there)
    text = edit.set_value(text, ("name",), name)
    if keep == "drop" or key(term.name) == key(name):
        return text
    left = [label for label in getattr(term, keep) if not same(keep, label)]
    if key(term.name) in map(key, left):
        return text
    if left:
        return edit.append_item(text, (keep,), term.name)
    return edit.set_value(text, (keep,), [term.name], order=tuple(TERM))
