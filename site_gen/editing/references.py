"""Everything in the corpus that names one term, made to name another: nothing may point at what is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from textwrap import wrap

from site_gen.corpus.layout import PAGES, PATHS, REDIRECTS
from site_gen.corpus.yaml import edit
from site_gen.corpus.yaml.remove import with_words
from site_gen.corpus.yaml.write import WIDTH, Value
from site_gen.editing.changeset import Rewrite
from site_gen.model import graph
from site_gen.model.records import Contrast, Glossary, Path, Term
from site_gen.model.schema import MARKDOWN, ONE_TERM, SEVERAL_TERMS
from site_gen.text import markdown

_PAGE_ENDINGS = (".md", ".html")


def repoint(files: Rewrite, glossary: Glossary, old: str, new: str) -> None:
    """Every reference to ``old`` leads to ``new``.

    Where one to ``new`` stands beside it, that one stays; words that this leaves without a place become a
    comment in their file.
    """
    target = glossary.by_slug.get(new)
    for term in glossary.terms:
        _fields(files, term, old, new, target)
        _contrasts(files, term, old, new, target)
        _prose(files, term, old, new)
    for source in glossary.sources:
        for index, entry in enumerate(source.entries):
            if entry.term == old:
                _swap(files, source.origin.path, ("entries", index, "term"), old, new)
    repoint_paths(files, glossary, old, new)
    for page in glossary.pages:
        if page.endswith(_PAGE_ENDINGS):
            _page(files, PAGES + page, old, new)


def repoint_paths(files: Rewrite, glossary: Glossary, old: str, new: str) -> None:
    """Learning paths that have ``old`` as a stop go by ``new``."""
    ids = {stop.id for path in glossary.paths for stop in path.stops}
    for number, path in enumerate(glossary.paths):
        if old not in ids:  # else a link or a task is meant
            _places_of_path(files, number, path, old, new)
        _terms_of_path(files, number, path, old, new)  # last: a stop that goes shifts those behind it


def _swap(files: Rewrite, path: str, keys: tuple[edit.Key, ...], old: str, new: str) -> None:
    """A slug becomes another one, in the quotes or the block that it is written in."""
    files.edit(path, partial(edit.replace_words, keys=keys, old=old, new=new, which=[0]))


def redirect(files: Rewrite, redirects: Mapping[str, str], old: str, new: str) -> None:
    """``old`` and all that ended there lead to ``new``, which is a live address and so needs no line."""
    lines: dict[tuple[edit.Key, ...], Value] = {
        (key,): new for key, end in graph.ends(redirects).items() if end == old and key != new
    }
    files.edit(REDIRECTS, partial(edit.set_values, changes={**lines, (old,): new}))
    if new in redirects:
        files.edit(REDIRECTS, partial(edit.remove_key, keys=(new,)))


def _fields(files: Rewrite, term: Term, old: str, new: str, target: Term | None) -> None:
    path = term.origin.path
    for field in ONE_TERM:
        if getattr(term, field) == old:
            _swap(files, path, (field,), old, new)
    for field in SEVERAL_TERMS:
        slugs: Sequence[str] = getattr(term, field)
        if old not in slugs:
            continue
        place = slugs.index(old)
        if new in slugs or (target and (target is term or term.slug in getattr(target, field))):
            files.edit(path, partial(edit.remove_items, keys=(field,), places=[place]))
        else:
            _swap(files, path, (field, place), old, new)


def told_apart(term: Term, other: Term) -> bool:
    """Whether one of the two files says what tells them apart."""
    return any(one.to == other.slug for one in term.contrast) or any(
        one.to == term.slug for one in other.contrast
    )


def _contrasts(files: Rewrite, term: Term, old: str, new: str, target: Term | None) -> None:
    """The contrasts of one term, keys and ``fits`` alike."""
    path = term.origin.path
    for contrast in term.contrast:
        if contrast.to == old and target and (target is term or told_apart(term, target)):
            files.edit(path, partial(edit.remove_key, keys=("contrast", old)))
            files.edit(path, partial(edit.add_comment, lines=list(_left_over(contrast, old, new))))
            continue
        if contrast.fits == old:  # in the older form: the other one tells the two by their place
            _swap(files, path, ("contrast", contrast.to, "fits"), old, new)
        if contrast.to == old:
            files.edit(path, partial(edit.rename_key, keys=("contrast", old), name=new))


def _left_over(contrast: Contrast, old: str, new: str) -> Iterator[str]:
    yield f"The contrast with {old}, which is {new} now; take over what helps, then delete these lines:"
    yield from wrap(contrast.difference, WIDTH)
    for fits, scene in contrast.scenes.items():
        yield from wrap(f"Scene: {scene} (fits {fits})", WIDTH)


def _prose(files: Rewrite, term: Term, old: str, new: str) -> None:
    for field in MARKDOWN:
        for channel, text in term.texts(field).items():
            keys = (field, channel) if channel else (field,)
            if which := links_to(old, new, text):
                files.edit(
                    term.origin.path,
                    partial(edit.replace_words, keys=keys, old=_target(old), new=_target(new), which=which),
                )


def _target(slug: str) -> str:
    return markdown.TERM_LINK + slug


def relinked(old: str, new: str, text: str) -> str:
    """Markdown whose links to ``old`` lead to ``new``."""
    return with_words(text, _target(old), _target(new), links_to(old, new, text))


def links_to(old: str, new: str, text: str) -> list[int]:
    """Which occurrences of ``term:old`` are links, from 0: those whose exchange makes one to ``new``."""
    if _target(old) not in text:
        return []
    before = _count(text, new)
    exchanged = (
        with_words(text, _target(old), _target(new), [number]) for number in range(text.count(_target(old)))
    )
    return [number for number, other in enumerate(exchanged) if _count(other, new) > before]


def _count(text: str, slug: str) -> int:
    return sum(address == _target(slug) for address, _line in markdown.targets(markdown.parse(text)))


def _terms_of_path(files: Rewrite, number: int, path: Path, old: str, new: str) -> None:
    there = {stop.term: stop for stop in path.stops}
    if old in path.terms:
        place = path.terms.index(old)
        _exchange(files, (number, "terms"), place, old, new, new in path.terms or new in there)
    if old not in there:
        return
    place = path.stops.index(there[old])
    if new not in there and new not in path.terms:
        _swap(files, PATHS, (number, "stops", place, "term"), old, new)
        return
    files.edit(PATHS, partial(edit.remove_items, keys=(number, "stops"), places=[place]))
    note = there[old].note
    if note and not (new in there and there[new].note == note):
        line = f"The note of {old} in '{path.id}', which is {new} now: {note}"
        files.edit(PATHS, partial(edit.add_comment, lines=[line]))


def _places_of_path(files: Rewrite, number: int, path: Path, old: str, new: str) -> None:
    """Where a path names the place of a stop, which for a term is its slug."""
    for place, stop in enumerate(path.stops):
        for field in ("after", "before"):
            if getattr(stop, field) == old:
                _swap(files, PATHS, (number, "stops", place, field), old, new)
    if old in path.drops:
        _exchange(files, (number, "drops"), path.drops.index(old), old, new, new in path.drops)


def _exchange(
    files: Rewrite, keys: tuple[edit.Key, ...], place: int, old: str, new: str, there: bool
) -> None:
    """An item of a list in paths.yaml becomes ``new``, or goes where that is ``there`` already."""
    if there:
        files.edit(PATHS, partial(edit.remove_items, keys=keys, places=[place]))
    else:
        _swap(files, PATHS, (*keys, place), old, new)


def _page(files: Rewrite, path: str, old: str, new: str) -> None:
    """A hand-written page: ``term:`` links, and links to the address of the term."""
    data = files.read(path)
    address = re.compile(rb"(?<![\w-])terms/" + old.encode() + rb"(?=\.(?:html|md)\b)")
    data = address.sub(b"terms/" + new.encode(), data)
    if path.endswith(".md") and _target(old).encode() in data:
        try:
            text = data.decode()
        except UnicodeDecodeError:  # a check reports it
            return
        data = relinked(old, new, text).encode()
    if data != files.read(path):
        files.write(path, data)
