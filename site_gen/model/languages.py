"""Language codes in the form that the corpus uses: ``de``, ``pt-BR``, ``zh-Hant`` (BCP 47, RFC 5646)."""

from __future__ import annotations

import re

LANGUAGE = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"  # the same in JavaScript and Python
_SHAPE = re.compile(LANGUAGE.rstrip("$") + r"\Z")
# The two-letter codes of ISO 639-1: https://www.loc.gov/standards/iso639-2/php/code_list.php
_ISO_639_1 = """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee
    el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io
    is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn
    mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se
    sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo
    wa wo xh yi yo za zh zu
"""
_TWO_LETTERS = frozenset(_ISO_639_1.split())
# Common mistakes: country codes, old codes and English names of languages.
_MEANT = {
    "cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "il": "he", "iw": "he", "jp": "ja", "ua": "uk",
    "vn": "vi", "english": "en", "french": "fr", "german": "de", "italian": "it", "japanese": "ja",
    "portuguese": "pt", "spanish": "es",
}  # fmt: skip


def is_language(written: str) -> bool:
    """Whether the text is a language code in its usual spelling; two letters must be a code of ISO 639-1."""
    language = written.partition("-")[0]
    return bool(_SHAPE.match(written)) and (len(language) > 2 or language in _TWO_LETTERS)


def meant_language(written: str) -> str:
    """The language code that ``written`` was probably meant to be; "" if no code fits."""
    parts = re.split(r"[-_]", written.strip().lower())
    parts[0] = _MEANT.get(parts[0], parts[0])
    spelt = [part.title() if len(part) == 4 else part.upper() for part in parts[1:]]
    code = "-".join((parts[0], *spelt))
    return code if is_language(code) else ""
