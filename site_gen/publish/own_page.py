"""A page of ours for MkDocs, placed without its Markdown parser wherever that makes no difference."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from site_gen.publish.placed import Anchors, anchors_of, placed


class OwnPage(Page):
    """A page whose text is blocks of HTML and plain headings; MkDocs renders any other text."""

    def __init__(self, title: str | None, file: Any, config: Any, anchors: Anchors) -> None:
        super().__init__(title, file, config)
        self.anchors = anchors
        self.placed = False

    def render(self, config: Any, files: Any) -> None:
        made = placed(self.markdown, self.anchors) if self.markdown else None
        self.placed = made is not None
        if made is None:
            super().render(config, files)
            return
        self.content = made.content
        self.toc = get_toc(
            [{"level": 2, "id": one.id, "name": one.name, "children": []} for one in made.headings]
        )
        self.present_anchor_ids = set(made.ids)
        self.links_to_anchors = {}


def anchors_for(config: Any) -> Anchors | None:
    """How anchors are made under these settings of MkDocs; None where pages of ours need its parser."""
    return anchors_of(config.markdown_extensions, config.mdx_configs or {})


def titles_of(nav: Any) -> Mapping[str, str]:
    """What the navigation calls each page that it names with a title, by its path; the first title counts."""
    found: dict[str, str] = {}
    _collect(nav, found)
    return found


def _collect(nav: Any, found: dict[str, str]) -> None:
    for entry in nav if isinstance(nav, list) else [nav]:
        for title, what in entry.items() if isinstance(entry, dict) else ():
            if isinstance(what, str):
                found.setdefault(what, title)
            else:
                _collect(what, found)
