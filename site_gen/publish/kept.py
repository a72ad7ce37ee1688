"""What a preview keeps of MkDocs' build: pages whose text did not change are not made again.

MkDocs can leave out files that say they were not modified (``mkdocs serve --dirty``), and asks their times.
Here a file says so by what it is made from: its text, the settings, the theme, the navigation, and for a page
that went through Python-Markdown the set of files too. The result is a whole build's, byte for byte
(tests/publish/test_preview.py compares them after random edits).
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import clean_directory

from site_gen.publish.own_page import OwnPage
from site_gen.publish.placed import EXTENSIONS

_NOT_ALWAYS = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)  # marked in a preview, each time they are made
_UNLISTED = (*_NOT_ALWAYS, InclusionLevel.NOT_IN_NAV)
_INSTALLED = "site-packages"  # what stands there does not change while a preview runs


class KeptFile(File):
    """A file that is told whether it has to be made again."""

    modified = True

    def is_modified(self) -> bool:
        return self.modified


class KeptSite:
    """The files and pages of the last build; each method answers one event of MkDocs' plugins."""

    def __init__(self) -> None:
        self._files: dict[str, KeptFile] = {}
        self._env: Any = None
        self._made_from: object = None
        self._nav: Any = None
        self._menu: object = None
        self._pending: set[str] = set()
        self._whole = True
        self._finished = True
        self._succeeded = True

    def begin(self, config: Any, said: object, changed: Collection[str]) -> None:
        """Before each build: ``said`` are the settings as written, ``changed`` files with other content."""
        made_from = repr(said), config.site_dir, config.site_url, date.today(), tuple(_theme(config))
        self._whole = not self._finished or made_from != self._made_from or not is_plain(config)
        self._made_from, self._finished = made_from, False
        if self._succeeded:
            self._pending.clear()
        self._pending.update(changed)
        if self._whole:
            clean_directory(config.site_dir)
            self._files, self._env, self._menu = {}, None, None

    def files(self, found: Files, config: Any) -> Files:
        """The same files as ``found``; those that did not change with the pages of the last build."""
        before, self._files = self._files, {}
        every = [self._file(one, before.get(one.src_uri)) for one in found]
        for name in before.keys() - self._files.keys():
            Path(before[name].abs_dest_path).unlink(missing_ok=True)
        known = before.keys() == self._files.keys() and EXTENSIONS.issuperset(config.markdown_extensions)
        listed = {page.file.src_uri for page in self._nav.pages} if self._nav else set()
        for file in every:
            if file.page is None or _is_placed(file.page):
                continue
            is_missed = file.src_uri not in listed and file.inclusion not in _UNLISTED  # MkDocs warns of it
            if is_missed or not known:
                _renew(file)
        return Files(every)

    def _file(self, found: File, kept: KeptFile | None) -> KeptFile:
        if kept is None:
            kept = KeptFile(
                found.src_uri,
                found.src_dir,
                found.dest_dir,
                found.use_directory_urls,
                dest_uri=found.dest_uri,
                inclusion=found.inclusion,
            )
        elif found.src_uri in self._pending or found.inclusion in _NOT_ALWAYS:
            _renew(kept)
        else:
            kept.modified = False
        kept.inclusion = found.inclusion
        self._files[kept.src_uri] = kept
        return kept

    def menu(self, nav: Any) -> None:
        self._nav = nav

    def env(self, env: Any) -> Any:
        """The templates compiled before; all pages are made again where the navigation has changed."""
        menu = [(page.url, page.title, repr(page.meta)) for page in self._nav.pages]
        if self._menu is not None and menu != self._menu:
            for file in self._files.values():
                file.modified = file.modified or file.is_documentation_page()
        self._menu = menu
        self._env = self._env or env
        return self._env

    def end(self) -> None:
        """After a whole or partial build; strict mode may fail it still."""
        self._finished = self._succeeded = True

    def failed(self) -> None:
        """What was made stays to be made, so that it is warned of again until it is mended."""
        self._succeeded = False
        self._finished = self._finished and not self._whole


def _renew(file: KeptFile) -> None:
    file.modified, file.page = True, None


def _is_placed(page: Any) -> bool:
    return isinstance(page, OwnPage) and page.placed


def is_plain(config: Any) -> bool:
    """Whether nothing but the glossary takes part in the build: what others keep or make is not known."""
    return set(config.plugins) == {"glossary"} and not config.hooks


def _theme(config: Any) -> Iterator[tuple[str, bytes]]:
    """The templates that may change while a preview runs, each with a hash of its text."""
    for folder in config.theme.dirs:
        if _INSTALLED not in Path(folder).parts:
            for path in sorted(Path(folder).rglob("*")):
                if path.is_file():
                    yield str(path), hashlib.blake2b(path.read_bytes()).digest()


def quiet_about_dirty(record: logging.LogRecord) -> bool:
    """A filter of MkDocs' log: its warning that a dirty build is inexact is not true of this one."""
    return "'dirty' build" not in record.getMessage()
