"""What the lookup finds by meaning with: scripts that a page loads when words find nothing or little."""

from __future__ import annotations

import json
import math
import pkgutil
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import rjsmin

from site_gen.meaning.pieces import LEVELS, little, pieces, record_signs, signs, told_sign
from site_gen.meaning.terms import term_vectors
from site_gen.meaning.words import ENDINGS, Vector, WordVectors, english, forms, notice
from site_gen.model.memo import AFRESH, Memo
from site_gen.model.records import Glossary, Site
from site_gen.pages.lookup import typed_keys
from site_gen.pages.lookup_english import CHAT, HURRIED

DATA = "assets/meaning-data.js"
NOTICE = "assets/meaning/NOTICE.txt"


def understands(site: Site) -> bool:
    """Whether the site is in a language that there are vectors for."""
    return site.language.partition("-")[0].lower() == "en"


def piece_path(name: str) -> str:
    return f"assets/meaning/en-{name}.js"


def meaning_files(glossary: Glossary, site: Site, memo: Memo = AFRESH) -> Mapping[str, str]:
    """The terms' vectors with what reads them, and the pieces of the words'; nothing in other languages."""
    if not understands(site):
        return {}
    return {DATA: _code() + _terms(glossary, memo), **_of_the_words()}


def meaning_paths(site: Site) -> Sequence[str]:
    """The paths of ``meaning_files``, known before these are made."""
    return [DATA, NOTICE, *map(piece_path, pieces(english()))] if understands(site) else []


@cache  # the same for every glossary, and more work than what a small one says
def _of_the_words() -> Mapping[str, str]:
    words = english()
    return {
        NOTICE: notice(),
        **{piece_path(name): _piece(name, part, words) for name, part in pieces(words).items()},
    }


@cache
def _told_of_the_words() -> Mapping[str, object]:
    words = english()
    return {
        "size": words.size,
        "levels": LEVELS,
        "typical": words.typical,
        "names": list(pieces(words)),
        "endings": " ".join(">".join(pair) for pair in ENDINGS),
        "informal": _informal(words),
        "little": " ".join((*little(words), *CHAT.split())),
    }


def _informal(words: WordVectors) -> str:
    """Words as they are typed in a hurry, and informal ones, by what they stand for: "money>dosh wonga,…".

    A word with a vector of its own stands for itself, though it be a form of one of these: "staging", "stag".
    """
    typed = {**dict(pair.split(">") for pair in HURRIED.split()), **words.informal}
    own = {word: word for word in words.records if not typed.keys().isdisjoint(forms(word))}
    by_plain: dict[str, list[str]] = {}
    for word, plain in {**typed, **own}.items():
        by_plain.setdefault(plain, []).append(word)
    return ",".join(f"{plain}>{' '.join(of_it)}" for plain, of_it in sorted(by_plain.items()))


def _terms(glossary: Glossary, memo: Memo) -> str:
    vectors = [
        (row, packed)
        for row, term in enumerate(glossary.terms)
        for packed in _signs(term_vectors(term, english()))
    ]
    data = {
        **_told_of_the_words(),
        "rows": [row for row, _ in vectors],
        "vectors": "".join(vector for _, vector in vectors),
        **_typed(glossary, memo),
    }
    return f"glossary.meaning = glossary.createMeaning({_json(data)});\n"


def _signs(vectors: Sequence[Vector]) -> Iterator[str]:
    """The vectors of one term, each with how long it is beside the longest of them."""
    lengths = [math.hypot(*vector) for vector in vectors]
    for vector, length in zip(vectors, lengths, strict=True):
        yield told_sign(round(255 * length / max(lengths))) + signs(vector)


def _typed(glossary: Glossary, memo: Memo) -> Mapping[str, object]:
    """What people type where the lookup's data has it cut: how many phrases a term, four bytes for each."""
    keys = [typed_keys(term, memo) for term in glossary.terms]
    marks = b"".join(mark(key).to_bytes(4) for of_term in keys for key in of_term)
    return {"typed": [len(of_term) for of_term in keys], "marks": b64encode(marks).decode()}


def mark(key: str) -> int:
    """A number of 32 bits for a text: FNV-1a of its characters; ``mark`` of meaning.js.

    With 24 bits a query in three thousand had the number of a phrase that it is not.
    """
    number = 0x811C9DC5
    for sign in key:
        number = (number ^ ord(sign)) * 0x01000193 & 0xFFFFFFFF
    return number


def _piece(name: str, part: list[str], words: WordVectors) -> str:
    """A piece may come before the terms' vectors or after them."""
    data = [" ".join(part), "".join(record_signs(words.records[word]) for word in part)]
    return (
        "var glossary = glossary || {};\n"
        "glossary.meaning = glossary.meaning || {words: {}};\n"
        f"glossary.meaning.words[{_json(name)}] = {_json(data)};\n"
    )


@cache
def _code() -> str:
    data = pkgutil.get_data("site_gen.pages.data", "meaning.js")
    assert data is not None, "the loader of the package reads its files"
    return f"{rjsmin.jsmin(data.decode())}\n"


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
