"""The published data as the answers need it, whatever it was read from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from site_gen.model.problem import RefusedError

FORMAT = 1
FILES = ("api/index.json", "api/terms.json", "api/lookup.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """``about`` is what the index says of the glossary, ``lookup`` the data of the ranker as JSON text."""

    about: Mapping[str, Any]
    terms: Mapping[str, Mapping[str, Any]]  # by slug
    lookup: str

    def address(self, record: Mapping[str, Any]) -> str:
        """Where people read a term; relative to the site where its address is not known."""
        site = str(self.about.get("url", "")).rstrip("/")
        return f"{site}/{record['url']}" if site else str(record["url"])


def api_of(files: Mapping[str, str]) -> Api:
    """The data from the texts of ``FILES``. Raises ``RefusedError`` for what no site publishes."""
    index, terms = _read(files, "api/index.json"), _read(files, "api/terms.json")
    _read(files, "api/lookup.json")
    try:
        by_slug = {str(record["slug"]): record for record in terms["terms"]}
        if not all(isinstance(record["trust"], dict) and record["url"] for record in by_slug.values()):
            raise TypeError
    except (KeyError, TypeError):
        raise _refused("api/terms.json", "does not hold the terms of a glossary") from None
    return Api(about=index, terms=by_slug, lookup=files["api/lookup.json"])


def _read(files: Mapping[str, str], path: str) -> dict[str, Any]:
    if path not in files:
        raise _refused(path, "is not there")
    try:
        found = json.loads(files[path])
    except (ValueError, RecursionError):
        raise _refused(path, "is no JSON") from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise _refused(path, f"is not of the format {FORMAT}")
    return found


def _refused(path: str, what: str) -> RefusedError:
    return RefusedError(f"{path} {what}; name the folder of a site that this version of the tool has built")
