"""Columns of lists of translations: "Source | Target", "Term | Übersetzung", "영어 | 번역"."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.model import names
from site_gen.sources.shape.header_words import folded_set

_ORIGINALS = folded_set(
    "source, source term, source text, source word, source language, source language term, original, original term, "
    "ausgangsbegriff, quellbegriff, quelltext, terme source, texte source, término origen, término de origen, "
    "termo de origem, termine di origine, исходный термин, оригинал, оригінал, kaynak, kaynak terim, 原文, 原词, 源术语, 源语言, "
    "원문, 원어, 元の用語, термин оригинала, kanji, hanzi, 漢字, 汉字, hangul, japonais, japanisch, japonés, giapponese"
)
_READINGS = folded_set(
    "hiragana, katakana, kana, furigana, romaji, rōmaji, pinyin, transliteration, transcription"
)
_TRANSLATIONS = folded_set(
    "translation, translations, translated, translated term, target, target term, target text, target language, "
    "target language term, übersetzung, zielbegriff, traduction, terme cible, traducción, término destino, tradução, "
    "traduzione, vertaling, перевод, переклад, çeviri, çevirisi, hedef terim, karşılık, karşılığı, tłumaczenie, překlad, "
    "preklad, översättning, oversettelse, oversættelse, käännös, fordítás, traducere, μετάφραση, превод, prijevod, prevod, "
    "tõlge, tulkojums, vertimas, þýðing, bản dịch, dịch, terjemahan, คำแปล, अनुवाद, ترجمه, ترجمة, الترجمة, תרגום, "
    "译文, 译名, 译法, 翻译, 翻譯, 譯名, 中译, 訳, 訳語, 和訳, 日本語訳, 번역, 번역어, 번역문, 역어"
)


def with_translation(found: Sequence[str], headers: Sequence[str]) -> list[str]:
    """The roles with the original as name and its translation as text, where nothing else tells the two."""
    own = [names.fold(header) for header in headers]
    told = [role.partition("@")[0] for role in found]
    place = next((index for index, header in enumerate(own) if header in _TRANSLATIONS), None)
    if place is None or {"text", "note"} & {*told}:
        return list(found)
    first = next((index for index, header in enumerate(own) if header in _ORIGINALS), None)
    named = any(role.startswith(("name", "@")) for role in found)
    known = {place, first, *(index for index, header in enumerate(own) if header in _READINGS)}
    if any(not role and index not in known for index, role in enumerate(found)):
        return list(found)  # another column may hold sentences
    out = list(found)
    if named or first is not None:
        out[place] = "text"
    if not named and first is not None:
        out[first] = "name"
    return out


def are_of_translations(headers: Sequence[str]) -> bool:
    """Whether one header is that of originals and another that of their translations."""
    own = {names.fold(header) for header in headers}
    return not own.isdisjoint(_ORIGINALS) and not own.isdisjoint(_TRANSLATIONS)
