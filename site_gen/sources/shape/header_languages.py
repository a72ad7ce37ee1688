"""Which languages are two names and two texts in, by the language of their headers: "Begriff | Term | …"?

No header names a language here, as "Term (EN)" does: those are for ``header_roles``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from site_gen.model import names
from site_gen.sources.shape.header_words import folded_set
from site_gen.sources.shape.language_codes import base_of

# headers of names and of texts by the language that they are in; some are words of several
_WORDS: Mapping[str, frozenset[str]] = {
    "en": folded_set(
        "term, word, name, title, expression, concept, phrase, definition, definitions, meaning, description, "
        "explanation, english term, english definition, text"
    ),
    "de": folded_set(
        "begriff, wort, bezeichnung, benennung, fachbegriff, fachwort, ausdruck, stichwort, terminus, definition, "
        "bedeutung, beschreibung, erklärung, erläuterung, text"
    ),
    "fr": folded_set(
        "terme, mot, notion, nom, expression, définition, signification, description, explication, texte"
    ),
    "es": folded_set(
        "término, palabra, concepto, nombre, expresión, definición, significado, descripción, explicación, texto"
    ),
    "it": folded_set(
        "termine, parola, nome, voce, definizione, significato, descrizione, spiegazione, testo"
    ),
    "pt": folded_set(
        "termo, palavra, conceito, nome, expressão, definição, significado, descrição, explicação, texto"
    ),
    "nl": folded_set("begrip, woord, term, naam, definitie, betekenis, omschrijving, beschrijving, uitleg"),
    "ru": folded_set(
        "термин, слово, понятие, название, определение, значение, описание, объяснение, пояснение"
    ),
    "tr": folded_set("terim, kelime, kavram, ad, tanım, anlam, açıklama"),
    "pl": folded_set("termin, słowo, pojęcie, nazwa, definicja, znaczenie, opis, wyjaśnienie"),
}


_COUNTRIES: Mapping[str, str] = {
    "us": "en-US", "gb": "en-GB", "au": "en-AU", "nz": "en-NZ", "ie": "en-IE", "at": "de-AT", "mx": "es-MX",
    "il": "he", "jp": "ja", "cn": "zh", "tw": "zh-TW", "kr": "ko", "cz": "cs", "dk": "da", "se": "sv", "no": "nb",
    "gr": "el", "ua": "uk",
}  # fmt: skip
_PART = re.compile(r"(?P<code>[a-z]{2})(?P<rest>[\W_]{1,3}[^\W_]{3,20})?", re.IGNORECASE)


def of_countries(headers: Sequence[str]) -> list[str]:
    """The headers with languages where countries stand for them: "us | us-def | de | de-def".

    That is so where each of two or more codes heads two columns.
    """
    parts = [_PART.fullmatch(header.strip()) for header in headers]
    own = {part["code"].lower() for part in parts if part and not part["rest"]}
    both = own & {part["code"].lower() for part in parts if part and part["rest"]}
    if len(both) < 2 or not both & _COUNTRIES.keys():
        return list(headers)
    return [
        _COUNTRIES.get(part["code"].lower(), part["code"]) + (part["rest"] or "")
        if part and part["code"].lower() in both
        else header
        for part, header in zip(parts, headers, strict=True)
    ]


def paired(found: Sequence[str], headers: Sequence[str]) -> list[str]:
    """The roles with the language of two names and two texts, where their headers are in two languages."""
    named = [index for index, role in enumerate(found) if role == "name"]
    told = [index for index, role in enumerate(found) if role == "text"]
    if len(named) != 2 or len(told) != 2:
        return _beside(found, headers, told)
    both = next(_languages([names.fold(headers[index]) for index in (*named, *told)]), None)
    if both is None:
        return list(found)
    out = list(found)
    for index, code in zip((*named, *told), both, strict=True):
        out[index] = f"{out[index]}@{code}"
    return out


def _beside(found: Sequence[str], headers: Sequence[str], told: Sequence[int]) -> list[str]:
    """The roles with texts in the languages of the names beside them: "English | Definition | Español | …".

    Where all names come first, the headers of the texts have to be in these languages.
    """
    out = list(found)
    named = [(index, role[len("name@") :]) for index, role in enumerate(found) if role.startswith("name@")]
    if len(named) < 2 or len(named) != len(told):
        return out
    heads = [names.fold(headers[index]) for index in told]
    beside = all(index == name + 1 for (name, _), index in zip(named, told, strict=True))
    own = all(head in _WORDS.get(base_of(code), ()) for (_, code), head in zip(named, heads, strict=True))
    if beside or (own and len(set(heads)) == len(heads)):
        for (_, code), index in zip(named, told, strict=True):
            out[index] = f"text@{code}"
    return out


def _languages(heads: Sequence[str]) -> Iterator[tuple[str, str, str, str]]:
    """The languages that the headers of two names and two texts can be in, each once in a pair.

    A pair needs a header that no other language of the two has.
    """
    first, second, one, other = heads
    for a, words in _WORDS.items():
        for b, others in _WORDS.items():
            if a == b or first not in words or second not in others or {first, second} <= words & others:
                continue
            if one in words and other in others:
                yield a, b, a, b
            elif other in words and one in others:
                yield a, b, b, a
