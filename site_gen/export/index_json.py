"""``api/index.json``: every file that a site publishes for programs, made from the table of them."""

from __future__ import annotations

import json
from typing import Any

from site_gen.catalog import Catalog, catalog
from site_gen.model.adopted import credit
from site_gen.model.published import PUBLISHED, Published
from site_gen.model.records import Glossary, Site

FORMAT = 1


def index_json(glossary: Glossary, site: Site, edition: str) -> str:
    """What the glossary is, which edition of it this is ("" if not known), and its files.

    A path with ``{name}`` stands for several files: of terms by their slugs, of schemas by the names that
    ``schema`` has.
    """
    words = catalog(site.language, glossary.words)
    data = {
        "format": FORMAT,
        "name": site.name,
        "description": site.description,
        "url": site.url,
        "language": site.language,
        "license": site.license,
        **_credit(glossary),
        "audience": site.audience,
        "edition": edition,
        "terms": len(glossary.terms),
        "files": [
            _file(one, words) for one in PUBLISHED.values() if one.for_programs and one.stands_on(site)
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _credit(glossary: Glossary) -> dict[str, Any]:
    """Whose the terms are that came with the tool, since the license of the site is not theirs."""
    of = credit(glossary)
    if not of:
        return {}
    told = {"terms": of["n"], "name": of["source"], "authors": of["authors"], "license": of["address"]}
    return {"shipped": told}


def _file(one: Published, words: Catalog) -> dict[str, Any]:
    found: dict[str, Any] = {
        "path": one.shown,
        "type": one.media_type,
        "holds": words.text(f"published.{one.key}.holds"),
    }
    if one.schema:
        found |= {"format": FORMAT, "schema": schema_path(one.schema)}
    return found


def schema_path(name: str) -> str:
    """Where the schema of this name stands on the site."""
    return f"api/schemas/{name}.json"
