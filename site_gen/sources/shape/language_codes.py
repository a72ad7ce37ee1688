"""Codes of the languages that documents name: by a whole value, a title, the start of a tag, or a path.

Each place has a rule of its own, since codes are words as well: the chapter "It" is not in Italian. Headers
that name the languages of their columns are for ``header_roles``, the languages of texts for ``tongue``.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from site_gen.model import names
from site_gen.model.languages import meant_language
from site_gen.sources.shape.header_words import LANGUAGES

CODE = 3  # characters of a code; longer words are names of languages
_REGIONAL = re.compile(r"(?P<own>[A-Za-z]{2})[-_][A-Za-z0-9]{2,4}")  # "de-AT", "zh_Hans"


def of_value(value: str) -> str:
    """The language that a whole value names, also with a region ("de-AT"); "" for anything else."""
    own = value.partition("(")[0].strip()
    if is_tag(own):
        return tag_of(own)
    regional = _REGIONAL.fullmatch(own)
    return LANGUAGES.get(names.fold(regional["own"] if regional else own), "")


def nearest(codes: Collection[str], language: str) -> str:
    """The code of those that is the language, else one of another region of it, else the first."""
    near = (code for code in codes if base_of(code) == base_of(language))
    return language if language in codes else next(near, next(iter(codes)))


def base_of(code: str) -> str:
    """The language of a code without script and region."""
    return code.partition("-")[0].lower()


def of_title(title: str) -> str:
    """The code of the language that a heading, a tab or a sheet is called by, without its region; else ""."""
    if is_tag(title):
        return base_of(tag_of(title))
    folded = names.fold(title)
    if len(folded) <= CODE:
        return LANGUAGES.get(folded, "") if title.strip().isupper() else ""
    bare = names.fold(names.bare(title))  # "Português (Brasil)"
    return LANGUAGES.get(folded, "") or (LANGUAGES.get(bare, "") if len(bare) > CODE else "")


def of_tag(tag: str) -> str:
    """The code of the language that a tag begins with, whatever follows: "de-CH", "English (US)"; else ""."""
    return LANGUAGES.get(names.fold(tag).split(" ")[0], "")


_SCRIPT = "Hans|Hant|Latn|Cyrl|Arab|Deva|Grek|Hebr|Jpan|Kore"
_REGION = "br|pt|us|gb|uk|ca|mx|cn|tw|hk|at|ch|be|ar|au|nz|ie|za|co|cl"  # "en_de" is a pair of languages
_TAG = (
    rf"(?P<own>[A-Za-z]{{2,3}})(?:[-_](?:{_SCRIPT}|{_SCRIPT.lower()}))?"
    rf"(?:[-_](?:(?<=[a-z][-_])[A-Z]{{2}}|{_REGION}|{_REGION.upper()}|\d{{3}}))?"
)
_WHOLE_TAG = re.compile(_TAG)
_TAG_IN_HEADER = (
    re.compile(rf"(?<=[\s_.:(\[/@-])(?P<tag>{_TAG})\W{{0,2}}$"),
    re.compile(rf"^\W{{0,2}}(?P<tag>{_TAG})(?=[\s_.:)\]/-])"),
)


def tag_of(written: str) -> str:
    """The language that a tag tells, with its script and region ("pt_br" is "pt-BR"), or as ``of_tag``."""
    found = _WHOLE_TAG.fullmatch(written.strip())
    base = LANGUAGES.get(found["own"].lower(), "") if found else ""
    if not found or not base:
        return of_tag(written)
    return meant_language(base + written.strip()[len(found["own"]) :]) or base


def is_tag(written: str) -> bool:
    """Whether a text is a tag with a script or region: "pt-BR", and not "pt"."""
    return _WHOLE_TAG.fullmatch(written.strip()) is not None and "-" in tag_of(written)


def in_header(header: str) -> tuple[str, str]:
    """The header without such a tag at its end or start, and that tag: "term_pt_BR"; else two empty texts."""
    for pattern in _TAG_IN_HEADER:
        found = pattern.search(header)
        if found and is_tag(found["tag"]):
            rest = names.fold(header[: found.start()] + " " + header[found.end() :])
            if rest:
                return rest, tag_of(found["tag"])
    return "", ""


def is_code(part: str) -> bool:
    """Whether a part of a path is the two letters of a language, also with a region: "pt-br"."""
    return is_tag(part) or (len(part) == 2 and part.isalpha() and part.lower() in LANGUAGES)
