"""The pages of a folder in the language of the site, where folders or files are called by languages."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from site_gen.sources.shape.language_codes import base_of, is_code, nearest, tag_of


def in_language(files: Mapping[str, bytes], language: str) -> tuple[Mapping[str, bytes], list[str]]:
    """The files in the language of the site, and the others, if folders or files are called by languages.

    A file called by a language beside one without ("hold.de.md", "hold.md") is a translation of it, and so is
    one in a folder of translations ("i18n/de/docs/hold.md").
    """
    codes = {path: _language_of(path) for path in files}
    twins = _twins(codes)
    if twins and not all(codes[path] for path in files if path not in twins):
        own = {twin for path, twin in twins.items() if base_of(codes[path]) == language}
        beside = [path for path in twins if base_of(codes[path]) != language]
        left = [path for path in files if path in own or path in beside]
        return {path: data for path, data in files.items() if path not in left}, left
    said = {code for code in codes.values() if code}
    if len(said) < 2 or 2 * sum(map(bool, codes.values())) < len(files):
        return files, []
    taken = nearest(sorted(said), language)
    others = [path for path, code in codes.items() if code not in ("", taken)]
    return {path: data for path, data in files.items() if codes[path] in ("", taken)}, others


_TRANSLATIONS = frozenset(["i18n", "l10n", "locale", "locales", "translation", "translations", "translated"])


def _twins(codes: Mapping[str, str]) -> dict[str, str]:
    """The translations among files, each with the file that it translates; ``codes`` are their languages."""
    plain = {path.rpartition("/")[2]: path for path, code in codes.items() if not code}
    found: dict[str, str] = {}
    for path, code in codes.items():
        *folders, name = path.split("/")
        apart = any(over.lower() in _TRANSLATIONS and is_code(one) for over, one in pairwise(folders))
        twin = _plain(path) if _plain(path) in codes else plain.get(name, "") if apart else ""
        if code and twin:
            found[path] = twin
    return found


def _language_of(path: str) -> str:
    """The language of a file: of the folder that is called by it, or before its ending ("index.en.md")."""
    *folders, name = path.split("/")
    parts = name.split(".")
    return next((tag_of(part) for part in (*folders, *parts[1:-1][-1:]) if is_code(part)), "")


def _plain(path: str) -> str:
    """The path without the code of a language before its ending: "hold.md" for "hold.de.md"; else ""."""
    name, _, ending = path.rpartition(".")
    own, _, code = name.rpartition(".")
    return f"{own}.{ending}" if is_code(code) else ""
