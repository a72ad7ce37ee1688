"""The pages of a folder in the language of the site, where folders or files are called by languages."""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.sources.shape.language_codes import is_code


def in_language(files: Mapping[str, bytes], language: str) -> tuple[Mapping[str, bytes], list[str]]:
    """The files in the language of the site, and the others, if folders or files are called by languages.

    A file called by a language beside one without ("hold.de.md", "hold.md") is a translation of it.
    """
    codes = {path: _language_of(path) for path in files}
    beside = [path for path in files if codes[path] not in ("", language) and _plain(path) in files]
    if beside and not all(codes[path] for path in files if path not in beside):
        return {path: data for path, data in files.items() if path not in beside}, beside
    said = {code for code in codes.values() if code}
    if len(said) < 2 or 2 * sum(map(bool, codes.values())) < len(files):
        return files, []
    taken = language if language in said else min(said)
    others = [path for path, code in codes.items() if code not in ("", taken)]
    return {path: data for path, data in files.items() if codes[path] in ("", taken)}, others


def _language_of(path: str) -> str:
    """The language of a file: of the folder that is called by it, or before its ending ("index.en.md")."""
    *folders, name = path.split("/")
    parts = name.split(".")
    return next((part.lower() for part in (*folders, *parts[1:-1][-1:]) if is_code(part)), "")


def _plain(path: str) -> str:
    """The path without the code of a language before its ending: "hold.md" for "hold.de.md"; else ""."""
    name, _, ending = path.rpartition(".")
    own, _, code = name.rpartition(".")
    return f"{own}.{ending}" if is_code(code) else ""
