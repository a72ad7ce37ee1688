"""The title in the head of a page: it may call a glossary what the first heading calls "Core concepts"."""

from __future__ import annotations

import re
from html import unescape

from site_gen.sources.shape.blocks import tidy
from site_gen.sources.shape.scope import names_glossary

HEAD = 20_000  # characters of a page in which its title stands
_TITLE = re.compile(r"<title[^<>]{0,80}>([^<>]{1,300})</title", re.IGNORECASE)
_PARTS = re.compile(r"\s[-–—|:·•»/]\s|\s?[|·»:]\s")


def title_of_glossary(page: str) -> str:
    """The title of a page of which a part names a glossary: "Glossary - Harbor guide"; else ""."""
    found = _TITLE.search(page[:HEAD])
    title = tidy(unescape(found[1])) if found else ""
    return title if any(map(names_glossary, filter(None, _PARTS.split(title)))) else ""
