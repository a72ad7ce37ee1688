"""The pages of a folder in the language of the site, where folders or files are called by languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import PurePosixPath

from site_gen.sources.shape.language_codes import base_of, is_code, nearest, tag_of


def in_language(files: Mapping[str, bytes], language: str) -> tuple[Mapping[str, bytes], list[str]]:
    """The files in the language of the site, and the others, if folders or files are called by languages.

    A file called by a language beside one without ("hold.de.md", "hold.md") is a translation of it, and so is
    one in a folder of translations ("i18n/de/docs/hold.md").
    """
    codes = {path: _language_of(path) for path in files}
    codes |= _by_stem([path for path, code in codes.items() if not code])
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


_STEM = re.compile(r"(?:(?P<base>.+?)[-_ ])?(?P<code>[A-Za-z]{2}(?:[-_][A-Za-z]{2})?)")


def _by_stem(paths: Sequence[str]) -> dict[str, str]:
    """The languages that end the names of files called alike for the rest: "words-de.csv", "fr.csv".

    A name alone says nothing: "opt-in.md".
    """
    alike: dict[tuple[PurePosixPath, str], dict[str, str]] = {}
    for path in map(PurePosixPath, paths):
        said = _STEM.fullmatch(path.stem)
        if said and is_code(said["code"]):
            alike.setdefault((path.parent, said["base"] or ""), {})[str(path)] = tag_of(said["code"])
    several = (codes for codes in alike.values() if len(set(codes.values())) > 1)
    return {path: code for codes in several for path, code in codes.items()}


def _plain(path: str) -> str:
    """The path without the code of a language before its ending: "hold.md" for "hold.de.md"; else ""."""
    name, _, ending = path.rpartition(".")
    own, _, code = name.rpartition(".")
    return f"{own}.{ending}" if is_code(code) else ""
