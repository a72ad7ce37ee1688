"""Two terms become one: nothing that either file says is lost.

Names, lists and texts that only one of the two has are carried over. What would need a sentence to be written
(two definitions, two examples) is no work for a program: the text of the term that goes stays in the other's
file as comment lines, for the editor who reviews the change. So does its metric, since the number of one term
is seldom that of another. All that moved is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from site_gen.corpus.load import Loaded
from site_gen.corpus.yaml import edit, parse
from site_gen.editing.changeset import Rewrite
from site_gen.editing.references import redirect, relinked, repoint, told_apart
from site_gen.editing.rename import Changed
from site_gen.language import language_of
from site_gen.model import names
from site_gen.model.placeholder import is_unwritten
from site_gen.model.problem import RefusedError
from site_gen.model.records import UNSORTED, Term
from site_gen.model.schema import NAMES, ONE_TERM, SEVERAL_TERMS, TERM, term_fields

_ORDER = tuple(TERM)
_SHOWN = 6  # items of a list that are named one by one
_LABELS = tuple(name for name in NAMES if name != "name")
_LISTS = term_fields(lambda spec: spec.many and spec.role not in ("label", "hidden-label"))
_MAPS = term_fields(lambda spec: spec.kind == "map" and not spec.many)
_SINGLE = term_fields(lambda spec: spec.joined and not spec.many and spec.kind != "map")


def merge_terms(files: Mapping[str, bytes], loaded: Loaded, gone: Term, kept: Term) -> Changed:
    """``gone`` goes into ``kept``, and everything that named it names ``kept``. Raises ``RefusedError``."""
    if gone.slug == kept.slug:
        raise RefusedError(f"'{gone.slug}' cannot be merged with itself")
    if kept.replaced_by == gone.slug:
        raise RefusedError(
            f"'{kept.slug}' is replaced by '{gone.slug}'; merge the other way round: "
            f"glossary merge-terms {kept.slug} {gone.slug}"
        )
    rewrite = Rewrite(files)
    others = tuple(term for term in loaded.glossary.terms if term.slug != gone.slug)
    repoint(rewrite, replace(loaded.glossary, terms=others), gone.slug, kept.slug)
    redirect(rewrite, loaded.glossary.redirects, gone.slug, kept.slug)
    text = files[gone.origin.path].decode("utf-8-sig")
    joining = _Joining(rewrite, loaded, gone, kept, edit.plain(text))
    joining.carry()
    left = [field for field in joining.values if field not in joining.carried]
    rest = list(_left_over(text, joining.carried))
    if rest:
        head = f"From {gone.slug}, merged in here; take over what helps, then delete these lines:"
        rewrite.edit(kept.origin.path, partial(edit.add_comment, lines=[head, *rest]))
    rewrite.remove(gone.origin.path)
    notes = tuple(_notes(joining.moved, left, gone, kept, others))
    return Changed(changes=rewrite.changes(), notes=notes, moved={gone.slug: kept.slug})


def _notes(
    moved: Mapping[str, Sequence[str]], left: Sequence[str], gone: Term, kept: Term, others: Sequence[Term]
) -> Iterator[str]:
    """What an editor has to look at: all of it was said of another term."""
    if moved:
        shown = "; ".join(f"{field} {_shown(items)}".strip() for field, items in moved.items())
        yield f"carried over into {kept.origin.path}: {shown}"
    apart = [term.slug for term in others if any(one.to == gone.slug for one in term.contrast)]
    if apart:
        yield f"contrasts that told {gone.slug} apart and now name {kept.slug}: {', '.join(apart)}"
    scenes = [f"{term.slug} ({one.to})" for term in others for one in term.contrast if one.fits == gone.slug]
    if scenes:
        yield f"scenes whose answer is {kept.slug} now: {', '.join(scenes)}"
    if left:
        yield f"kept as comment lines in {kept.origin.path}: {', '.join(left)}"


def _shown(items: Sequence[str]) -> str:
    shown = ", ".join(f"'{item}'" if " " in item else item for item in items[:_SHOWN])
    return shown + (f" and {len(items) - _SHOWN} more" if len(items) > _SHOWN else "")


class _Joining:
    """The fields of one file on their way into the other; ``carried`` are those of which nothing is left.

    ``moved`` is what the other file has gained.
    """

    def __init__(
        self, files: Rewrite, loaded: Loaded, gone: Term, kept: Term, values: Mapping[str, Any]
    ) -> None:
        self.files, self.loaded, self.gone, self.kept, self.values = files, loaded, gone, kept, values
        self.carried: set[str] = set()
        self.moved: dict[str, list[str]] = {}  # what the other file gained, by field; no items for a text
        self._own = (gone.slug, kept.slug)

    def carry(self) -> None:
        self._labels()
        if is_unwritten(self.gone.definition):
            self.carried.add("definition")
        elif is_unwritten(self.kept.definition):
            self._set("definition", self.values["definition"])
        for field, value in self.values.items():
            there = self._there(field)
            if not value or value == there:
                self.carried.add(field)
            elif field in _SINGLE and not there and value not in self._own:
                self._set(field, self._relinked(value))
        for field in _LISTS:
            self._list(field)
        for field in _MAPS:
            self._map(field)
        if self.gone.broader in self._own or self.gone.replaced_by in self._own:
            self.carried.update(field for field in ONE_TERM if self.values.get(field) in self._own)

    def _relinked(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self._relinked(inner) for key, inner in value.items()}
        return relinked(*self._own, value) if isinstance(value, str) else value

    def _there(self, field: str) -> Any:
        return edit.plain(self.files.read(self.kept.origin.path).decode("utf-8-sig")).get(field)

    def _set(self, field: str, value: Any) -> None:
        self.files.edit(
            self.kept.origin.path, partial(edit.set_value, keys=(field,), value=value, order=_ORDER)
        )
        self.carried.add(field)
        self.moved.setdefault(field, [])

    def _add(self, field: str, items: Sequence[Any]) -> None:
        if items and self._there(field):
            self.files.edit(self.kept.origin.path, partial(edit.append_items, keys=(field,), items=items))
        elif items:
            self._set(field, items)
        if items:
            shown = [item if isinstance(item, str) else str(item.get("to", "")) for item in items]
            self.moved.setdefault(field, []).extend(shown)
        self.carried.add(field)

    def _labels(self) -> None:
        """Each name once. A name of a term that is out of use is an earlier name."""
        key_of = language_of(self.loaded.glossary.language).key
        known = {key_of(label) for field, label in self.kept.labels() if field != "abbreviations"}
        shorts, phrases = set(self.kept.abbreviations), {*map(names.fold, self.kept.search_as)}
        current = "formerly" if self.gone.status == "deprecated" else "aliases"
        for field in _LABELS:
            new = []
            for label in ((self.gone.name,) if field == current else ()) + getattr(self.gone, field):
                seen, key = known, key_of(label)
                if field == "abbreviations":
                    seen, key = shorts, label
                elif field == "search_as":
                    seen, key = phrases, names.fold(label)
                if key not in seen:
                    seen.add(key)
                    new.append(label)
            self._add(field, new)
        self.carried.add("name")

    def _list(self, field: str) -> None:
        by_slug = self.loaded.glossary.by_slug
        there = self._there(field) or []
        new = [item for item in self.values.get(field) or [] if item not in (*there, *self._own)]
        if field in SEVERAL_TERMS:
            new = [slug for slug in new if self.kept.slug not in getattr(by_slug.get(slug), field, ())]
        if field == "topics" and there and UNSORTED in new:
            new.remove(UNSORTED)
        self._add(field, new)

    def _map(self, field: str) -> None:
        """What the other file does not say of the same pair; else all of it is left to a person."""
        there, values = self._there(field) or {}, self.values.get(field) or {}
        self.carried.add(field)
        for key, value in values.items():
            other = self.loaded.glossary.by_slug.get(key)
            if key not in there and not (field == "contrast" and self._is_settled(key, other)):
                value = _fits(value, *self._own)
                self.files.edit(
                    self.kept.origin.path,
                    partial(edit.set_value, keys=(field, key), value=value, order=_ORDER),
                )
                self.moved.setdefault(field, []).append(key)
            elif isinstance(value, list):
                new = [item for item in value if item not in there[key]]
                self.files.edit(
                    self.kept.origin.path, partial(edit.append_items, keys=(field, key), items=new)
                )
            elif value != there.get(key):
                self.carried.discard(field)

    def _is_settled(self, slug: str, other: Term | None) -> bool:
        return slug in self._own or (other is not None and told_apart(self.kept, other))


def _fits(value: Any, old: str, new: str) -> Any:
    return {**value, "fits": new} if isinstance(value, dict) and value.get("fits") == old else value


def _left_over(text: str, carried: set[str]) -> Iterator[str]:
    """The lines of a file that say what was not carried over, as they are written, and all with comments."""
    root, _problems = parse.parse(text, "")
    if not isinstance(root, parse.Mapping):
        return
    if root.flow:
        if "#" in text or any(key.value not in carried for key, _ in root.pairs):
            yield from text.splitlines()
        return
    starts = [text.rfind("\n", 0, key.start) + 1 for key, _ in root.pairs]
    if "#" in text[: starts[0]]:
        yield from text[: starts[0]].splitlines()
    for (key, _), start, end in zip(root.pairs, starts, [*starts[1:], len(text)], strict=True):
        block = text[start:end]
        if key.value not in carried or "#" in block:
            yield from block.rstrip().splitlines()
