"""Data files that are still being made while MkDocs makes the pages.

MkDocs knows their names, so that links to them are sound, and they come into the site after the pages.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from mkdocs.structure.files import File, Files


class PromisedFile(File):
    """A static file that MkDocs copies before it is there; ``keep`` does it then."""

    wanted = False  # MkDocs copies none that its settings leave out

    def copy_file(self, dirty: bool = False) -> None:
        self.wanted = True

    def keep(self) -> None:
        if self.wanted:
            super().copy_file()


def with_promised(files: Files, names: Collection[str], config: Any) -> tuple[Files, list[PromisedFile]]:
    """The files with those of ``names`` as promises, and these; MkDocs then tells which it leaves out."""
    promised = [
        PromisedFile(name, config.docs_dir, config.site_dir, config.use_directory_urls) for name in names
    ]
    return Files([*(one for one in files if one.src_uri not in names), *promised]), promised
