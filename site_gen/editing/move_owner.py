"""Somebody leaves, and somebody else takes over: every term, topic and deputy that names them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from site_gen.corpus.layout import OWNERS, TOPICS
from site_gen.corpus.load import Loaded
from site_gen.corpus.yaml import edit
from site_gen.editing.changeset import Rewrite
from site_gen.editing.rename import Changed
from site_gen.model.owners import names_in, owner_of, people
from site_gen.model.problem import RefusedError
from site_gen.model.records import Glossary, Site, Term
from site_gen.model.schema import TERM
from site_gen.model.suggest import did_you_mean

_ORDER = tuple(TERM)


def move_owner(
    files: Mapping[str, bytes], loaded: Loaded, site: Site, old: str, new: str, keep: bool = False
) -> Changed:
    """All that ``old`` owns is owned by ``new``; the entry of ``old`` leaves the list unless ``keep``.

    Who approved a term stays told: where only the owner's name said it, it is written as ``reviewed_by``.
    Raises ``RefusedError`` for a name that nothing has.
    """
    glossary, listed = loaded.glossary, people(loaded.glossary, site)
    _refuse(old, new, glossary, site)
    rewrite = Rewrite(files)
    for term in glossary.terms:
        _term(rewrite, term, glossary, old, new)
    for number, topic in enumerate(glossary.topics):
        if old in names_in(topic.owner):
            _set(rewrite, TOPICS, (number, "owner"), _swapped(topic.owner, old, new))
    _list(rewrite, glossary, old, new, keep)
    changes = rewrite.changes()
    if not changes:
        raise RefusedError(f"only mkdocs.yml names '{old}', under owner or owners; change that by hand")
    return Changed(changes=changes, notes=tuple(_notes(site, old, new, new in listed)))


def _refuse(old: str, new: str, glossary: Glossary, site: Site) -> None:
    listed = people(glossary, site)
    written = (*(term.owner for term in glossary.terms), *(topic.owner for topic in glossary.topics))
    known = {name for owner in written for name in names_in(owner)}
    known |= {*listed, *names_in(site.owner), *(one.deputy for one in listed.values() if one.deputy)}
    if old not in known:
        raise RefusedError(
            f"nobody is called '{old}' here; {did_you_mean(old, known, 'see glossary owners')}"
        )
    if names_in(new) != (new,):
        raise RefusedError(f"'{new}' is no name of one owner; write one name, without a comma")
    if old == new:
        raise RefusedError(f"'{old}' cannot take over from '{new}': that is the same name")


def _swapped(owner: str, old: str, new: str) -> str:
    """The names of a field with one exchanged, each once."""
    return ", ".join(dict.fromkeys(new if name == old else name for name in names_in(owner)))


def _term(rewrite: Rewrite, term: Term, glossary: Glossary, old: str, new: str) -> None:
    before = owner_of(term, glossary, Site())  # what mkdocs.yml says is not changed here
    if old not in names_in(before):
        return
    if term.owner:
        _set(rewrite, term.origin.path, ("owner",), _swapped(term.owner, old, new))
    if term.reviewed and not term.reviewed_by:
        _set(rewrite, term.origin.path, ("reviewed_by",), before)


def _list(rewrite: Rewrite, glossary: Glossary, old: str, new: str, keep: bool) -> None:
    written = edit.plain(rewrite.read(OWNERS).decode("utf-8-sig")) or {}
    keys = {" ".join(key.split()): key for key in written}
    for owner in glossary.owners:
        key = keys[owner.name]
        if owner.name == old and not keep:
            rewrite.edit(OWNERS, partial(edit.remove_key, keys=(key,)))
        elif owner.deputy == old and owner.name == new:
            rewrite.edit(OWNERS, partial(edit.remove_key, keys=(key, "deputy")))
        elif owner.deputy == old:
            _set(rewrite, OWNERS, (key, "deputy"), new)


def _set(rewrite: Rewrite, path: str, keys: tuple[edit.Key, ...], value: str) -> None:
    rewrite.edit(path, partial(edit.set_value, keys=keys, value=value, order=_ORDER))


def _notes(site: Site, old: str, new: str, is_listed: bool) -> list[str]:
    notes = []
    if not is_listed:
        notes.append(f"'{new}' is not in glossary/owners.yaml yet: add a mail or a chat there")
    if old in site.owners or old in names_in(site.owner):
        notes.append(f"mkdocs.yml names '{old}' under owner or owners; change that by hand")
    return notes
