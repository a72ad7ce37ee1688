"""One field of many terms at once: set, added to, taken from; and what has a date: reviews, deprecations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from site_gen.corpus.layout import PATHS
from site_gen.corpus.load import Loaded, load
from site_gen.corpus.yaml import edit
from site_gen.corpus.yaml.write import Value
from site_gen.editing.arguments import field_named
from site_gen.editing.changeset import Rewrite
from site_gen.editing.references import repoint_paths
from site_gen.editing.rename import Changed
from site_gen.model.field import Field
from site_gen.model.problem import RefusedError
from site_gen.model.records import Term
from site_gen.model.schema import TERM

ORDER = tuple(TERM)


def set_field(files: Mapping[str, bytes], terms: Sequence[Term], name: str, values: Sequence[str]) -> Changed:
    """The field gets the value in each term; none takes it out. Raises ``RefusedError``."""
    spec = field_named(name)
    if not values and spec.required:
        raise RefusedError(f"'{name}' is needed in every term; give it a value")

    def change(text: str) -> str:
        there = edit.plain(text).get(name)
        if not values:
            return text if there is None else edit.remove_key(text, (name,))
        if spec.many:
            return _relist(text, name, there or [], values)
        return text if there == values[0] else _set(text, name, _as_written(spec, values[0]))

    return _each(files, terms, change)


def add_to_field(
    files: Mapping[str, bytes], terms: Sequence[Term], name: str, values: Sequence[str]
) -> Changed:
    """The values join the list in each term where they are not in it. Raises ``RefusedError``."""
    _refuse_single(name)

    def change(text: str) -> str:
        there = edit.plain(text).get(name) or []
        new = [value for value in values if value not in there]
        return edit.append_items(text, (name,), new) if there else _set(text, name, new) if new else text

    return _each(files, terms, change)


def take_from_field(
    files: Mapping[str, bytes], terms: Sequence[Term], name: str, values: Sequence[str]
) -> Changed:
    """The values leave the list in each term that has them. Raises ``RefusedError``."""
    _refuse_single(name)

    def change(text: str) -> str:
        there = edit.plain(text).get(name) or []
        places = [place for place, value in enumerate(there) if value in values]
        return edit.remove_items(text, (name,), places) if places else text

    return _each(files, terms, change)


def review(files: Mapping[str, bytes], terms: Sequence[Term], day: date, by: str = "") -> Changed:
    """Someone, ``by`` or else the owner, has read the terms against practice on that day.

    A term that came with the shipped glossary is approved with it; a draft stays one, and is told, and so is
    a later review that is lost.
    """

    def fields_of(term: Term) -> dict[tuple[edit.Key, ...], Value]:
        fields: dict[tuple[edit.Key, ...], Value] = {("reviewed",): day}
        if by:
            fields["reviewed_by",] = by
        if term.status == "shipped":
            fields["status",] = "approved"
        return fields

    rewrite = Rewrite(files)
    for term in terms:
        change = partial(edit.set_values, changes=fields_of(term), order=ORDER)
        if not by and term.reviewed_by:  # who read it before is not who read it now
            rewrite.edit(term.origin.path, lambda text: edit.remove_key(text, ("reviewed_by",)))
        rewrite.edit(term.origin.path, change)
    later = [f"{term.slug} ({term.reviewed})" for term in terms if term.reviewed and term.reviewed > day]
    drafts = [term.slug for term in terms if term.status == "draft"]
    notes = (
        f"warning: {day} is before the last review of {', '.join(later)}; its later date is written over"
        if later
        else "",
        f"still a draft: {', '.join(drafts)}; approve with 'glossary set status approved SLUG'"
        if drafts
        else "",
    )
    return Changed(changes=rewrite.changes(), notes=tuple(filter(None, notes)))


def deprecate(
    files: Mapping[str, bytes],
    loaded: Loaded,
    terms: Sequence[Term],
    instead: Term | None,
    why: str,
    day: date,
) -> Changed:
    """The terms are out of use since that day, replaced by ``instead`` or for the reason ``why``.

    Terms that one of them replaced are replaced by ``instead`` now, and learning paths go by it.
    """
    gone = {term.slug for term in terms}
    fields: dict[tuple[edit.Key, ...], Value] = {("status",): "deprecated", ("since",): day}
    if instead:
        fields["replaced_by",] = instead.slug
    if why:
        fields["why",] = why
    rewrite = Rewrite(files)
    for term in terms:
        rewrite.edit(term.origin.path, partial(edit.set_values, changes=fields, order=ORDER))
    for term in loaded.glossary.terms if instead else ():
        if term.replaced_by in gone and term.slug not in gone and instead:
            rewrite.edit(term.origin.path, partial(edit.set_value, keys=("replaced_by",), value=instead.slug))
    paths = _repointed(rewrite, loaded, gone, instead.slug) if instead else []
    note = f"learning paths that go by {instead.slug} now: {', '.join(paths)}" if instead and paths else ""
    return Changed(changes=rewrite.changes(), notes=(note,) if note else ())


def _repointed(rewrite: Rewrite, loaded: Loaded, gone: Iterable[str], instead: str) -> list[str]:
    """The ids of the learning paths that had one of the terms as a stop and have ``instead`` now."""
    changed: dict[str, None] = {}
    glossary = loaded.glossary
    for slug in sorted(gone):
        before = rewrite.read(PATHS)
        repoint_paths(rewrite, glossary, slug, instead)
        if rewrite.read(PATHS) != before:
            changed |= dict.fromkeys(
                path.id
                for path in glossary.paths
                if slug in path.terms or any(slug in (s.term, s.after, s.before) for s in path.stops)
            )
            glossary = load({PATHS: rewrite.read(PATHS)}).glossary
    return list(changed)


def _refuse_single(name: str) -> None:
    if not field_named(name).many:
        raise RefusedError(f"'{name}' holds one value, no list; set it without --add and --remove")


def _relist(text: str, name: str, there: Sequence[str], values: Sequence[str]) -> str:
    """Items that stay are left as they are written, where those that come can stand behind them."""
    kept = [value for value in there if value in values]
    if not kept or list(values[: len(kept)]) != kept:
        return text if list(there) == list(values) else _set(text, name, list(values))
    gone = [place for place, value in enumerate(there) if value not in values]
    text = edit.remove_items(text, (name,), gone) if gone else text
    return edit.append_items(text, (name,), values[len(kept) :])


def _as_written(spec: Field, value: str) -> Value:
    """A date and a switch stand without quotes, as people write them."""
    if spec.kind == "date":
        return date.fromisoformat(value)
    return value == "true" if spec.kind == "flag" else value


def _set(text: str, name: str, value: Value) -> str:
    return edit.set_value(text, (name,), value, order=ORDER)


def _each(files: Mapping[str, bytes], terms: Sequence[Term], change: Callable[[str], str]) -> Changed:
    rewrite = Rewrite(files)
    for term in terms:
        rewrite.edit(term.origin.path, change)
    return Changed(changes=rewrite.changes())
