"""Codes of the languages that documents name: by a whole value, a title, the start of a tag, or a path.

Each place has a rule of its own, since codes are words as well: the chapter "It" is not in Italian. Headers
that name the languages of their columns are for ``header_roles``, the languages of texts for ``tongue``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from site_gen.model import names
from site_gen.model.languages import meant_language
from site_gen.sources.shape.header_words import LANGUAGES, folded_set

CODE = 3  # characters of a code; longer words are names of languages
_REGIONAL = re.compile(r"(?P<own>[A-Za-z]{2})[-_][A-Za-z0-9]{2,4}")  # "de-AT", "zh_Hans"


def of_value(value: str) -> str:
    """The language that a whole value names, also with a region ("de-AT"); "" for anything else."""
    own = value.partition("(")[0].strip()
    if is_tag(value):
        return tag_of(value)
    regional = _REGIONAL.fullmatch(own)
    return LANGUAGES.get(names.fold(regional["own"] if regional else own), "")


def nearest(codes: Collection[str], language: str) -> str:
    """The code of those that is the language, else one of another region of it, else the first."""
    near = (code for code in codes if base_of(code) == base_of(language))
    return language if language in codes else next(near, next(iter(codes)))


def base_of(tag: str) -> str:
    """The language of a tag without script and region."""
    return tag.partition("-")[0].lower()


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


# regions and scripts as programs and people write them behind a language; folded as names are
_REGIONS: Mapping[str, str] = {
    folded: code
    for code, said in {
        "US": "united states, usa, us, u s, etats unis, estados unidos, vereinigte staaten",
        "GB": "united kingdom, uk, great britain, british, grossbritannien, royaume uni, reino unido",
        "BR": "brazil, brasil, bresil, brasilien, brazilian", "PT": "portugal, european portuguese",
        "DE": "germany, deutschland, allemagne, alemania", "AT": "austria, osterreich, autriche",
        "CH": "switzerland, schweiz, suisse, svizzera", "FR": "france, frankreich, francia",
        "CA": "canada, kanada, canadian", "BE": "belgium, belgien, belgique, belgie",
        "ES": "spain, espana, spanien",
        "MX": "mexico, mexiko, mexique", "AR": "argentina", "419": "latin america, latinoamerica",
        "IN": "india",
        "IT": "italy, italia, italien", "NL": "netherlands, nederland, niederlande", "IE": "ireland",
        "AU": "australia, australien", "CN": "china", "TW": "taiwan", "HK": "hong kong",
        "Hans": "simplified, vereinfacht, simplifie", "Hant": "traditional, traditionell, traditionnel",
    }.items()
    for folded in folded_set(said)
}  # fmt: skip


def _spoken(written: str) -> tuple[str, str]:
    """The tag of a language with a region behind it in words, and what else there is: "English (UK) term"."""
    words = names.fold(written).split()
    for place, word in enumerate(words[:-1]):
        base = LANGUAGES.get(word, "") if len(word) > CODE else ""
        for count in (2, 1) if base else ():
            region = _REGIONS.get(" ".join(words[place + 1 : place + 1 + count]), "")
            if region and len(words) > place + count:
                return f"{base}-{region}", " ".join([*words[:place], *words[place + 1 + count :]])
    return "", ""


@lru_cache(maxsize=1 << 12)  # keys of records repeat very often
def tag_of(written: str) -> str:
    """The language that a tag tells, with its script and region ("pt_br" is "pt-BR"), or as ``of_tag``."""
    found = _WHOLE_TAG.fullmatch(written.strip())
    base = LANGUAGES.get(found["own"].lower(), "") if found else ""
    if not found or not base:
        tag, rest = _spoken(written)
        return tag if tag and not rest else of_tag(written)
    return meant_language(base + written.strip()[len(found["own"]) :]) or base


def is_tag(written: str) -> bool:
    """Whether a text is a tag with a script or region, or says that in words: "pt-BR", and not "pt"."""
    return "-" in tag_of(written)


def in_header(header: str) -> tuple[str, str]:
    """The header without such a tag at its end or start, and that tag: "term_pt_BR"; else two empty texts."""
    for pattern in _TAG_IN_HEADER:
        found = pattern.search(header)
        if found and is_tag(found["tag"]):
            rest = names.fold(header[: found.start()] + " " + header[found.end() :])
            if rest:
                return rest, tag_of(found["tag"])
    tag, rest = _spoken(header)
    return (rest, tag) if rest else ("", "")


def is_code(part: str) -> bool:
    """Whether a part of a path is the two letters of a language, also with a region: "pt-br"."""
    return is_tag(part) or (len(part) == 2 and part.isalpha() and part.lower() in LANGUAGES)
