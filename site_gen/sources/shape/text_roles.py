"""Roles of columns that their cells show to be texts: sentences under a header for names or other names."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean

from site_gen.model import names
from site_gen.sources.shape.blocks import abbreviates, count_words
from site_gen.sources.shape.column_contents import prose, written_out
from site_gen.sources.shape.header_words import folded_set

NONE = "-"  # role of a known header that an entry does not use


def with_customer_text(found: list[str], by_hand: Sequence[str | None]) -> list[str]:
    """The roles with what customers are told as the text, where there is no other: "Begriff | Für Kunden"."""
    if any((role or "").partition("@")[0] == "text" for role in (*found, *by_hand)):
        return found
    return ["text" if role == "say_to_customer" else role for role in found]


def with_entry(found: list[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles with a further column of names as the text, if it holds sentences: "Headword | Entry"."""
    if "text" in found:
        return found
    later = [i for i, role in enumerate(found) if role == "name"][1:]
    entry = next((i for i in later if _are_sentences(below, i)), None)
    return ["text" if i == entry else role for i, role in enumerate(found)]


def _are_sentences(rows: Sequence[Sequence[str]], index: int) -> bool:
    """Whether the cells of a column are texts: they end as sentences do, or are long beside short names."""
    said = [row[index].strip() for row in rows if index < len(row) and row[index].strip()]
    if prose(rows, [index]) is None:
        return False
    if mean(text.endswith((".", "!", "。")) for text in said) > 0.5:
        return True
    beside = [row[index - 1].strip() for row in rows if index < len(row) and row[index].strip()]
    return mean(map(count_words, said)) >= LONGER * mean(map(count_words, beside))


LONGER = 2.5  # times as many words as names have


def with_sentences(found: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles without other names in columns that hold sentences: a short text beside the text.

    Such a column is the text if no other one is, in its language.
    """
    out = list(found)
    for index, role in enumerate(found):
        base, _, language = role.partition("@")
        told = base == "long" and _are_explained(found, below, index)
        told = told or (base == "short" and _are_phrases(found, below, index))
        if told or (base in ("also", "short", "long") and _said_in_sentences(below, index)):
            text = f"text@{language}" if language else "text"
            out[index] = NONE if text in found else text
    return out


WORDS = 7  # of the cells of a column on average that explains, under a header for long forms


def _are_explained(found: Sequence[str], below: Sequence[Sequence[str]], index: int) -> bool:
    """Whether a column of long forms explains the names, beside no text: "Term | What it stands for"."""
    said = [row[index].strip() if index < len(row) else "" for row in below]
    if not said or "text" in found or mean(map(count_words, said)) < WORDS:
        return False
    others = [i for i, role in enumerate(found) if role in ("name", "short")]
    beside = ([row[i].strip() if i < len(row) else "" for row in below] for i in others)
    return not any(written_out(cells, said) for cells in beside)


_TRANSLATION = folded_set(
    "translation, translations, translated, translated term, target, target term, übersetzung, "
    "übersetzungen, traduction, traductions, traducción, traducciones, traduzione, traduzioni, "
    "tradução, traduções, traducció, перевод, переводы, çeviri, çevirisi, vertaling, vertalingen, "
    "översättning, oversættelse, oversettelse, käännös, tłumaczenie, překlad, preklad, fordítás, "
    "traducere, переклад, μετάφραση, prevod, prijevod, terjemahan, bản dịch, 翻訳, 訳, 訳語, 翻译, "
    "译文, 译名, 译法, 翻譯, 譯名, 번역, 번역어, 역어, ترجمة, الترجمة, ترجمه, תרגום"
)


def with_translation(found: Sequence[str], headers: Sequence[str]) -> list[str]:
    """The roles with a column called "translation" as the text, where nothing else is said of the names."""
    kinds = {role.partition("@")[0] for role in found}
    if "name" not in kinds or {"text", "also", "short", "long", "says", "see"} & kinds:
        return list(found)
    index = next((i for i, head in enumerate(headers) if names.fold(head) in _TRANSLATION), None)
    return ["text" if i == index else role for i, role in enumerate(found)]


ENOUGH, KINDS = 5, 3  # cells of a column of kinds; how often each stands there on average
KIND = 2  # words


def without_kinds(found: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles without a second text whose cells are words that repeat: "technical", "common"."""
    texts = [index for index, role in enumerate(found) if role == "text"]
    kinds = {index for index in texts if _are_kinds(below, index)}
    return [NONE if index in kinds < {*texts} else role for index, role in enumerate(found)]


def _are_kinds(rows: Sequence[Sequence[str]], index: int) -> bool:
    said = [row[index].strip() for row in rows if index < len(row) and row[index].strip()]
    short = all(count_words(cell) <= KIND and not cell.endswith(".") for cell in said)
    return len(said) >= ENOUGH and short and KINDS * len({*said}) <= len(said)


PHRASE, PHRASES = 2.5, 0.8  # words on average of short texts, and least share of those with more than one


def _are_phrases(found: Sequence[str], below: Sequence[Sequence[str]], index: int) -> bool:
    """Whether a column of short forms holds short texts: "Total monthly income"; long forms are none."""
    rows = [row for row in below if index < len(row) and row[index].strip()]
    said = [row[index].strip() for row in rows]
    counts = [sum(not word.isupper() for word in text.split()) for text in said]  # "SV ETA" in two languages
    if not said or mean(counts) < PHRASE or mean(count > 1 for count in counts) < PHRASES:
        return False
    others = [i for i, role in enumerate(found) if role == "name"]
    pairs = [(row[i].strip(), row[index].strip()) for row in rows for i in others if i < len(row)]
    return not pairs or mean(abbreviates(name, text) for name, text in pairs) <= 0.5


SENTENCES = 0.6  # share of the cells that are sentences


def _said_in_sentences(rows: Sequence[Sequence[str]], index: int) -> bool:
    said = [row[index].strip() for row in rows if index < len(row) and row[index].strip()]
    ended = [cell.endswith((".", "!", "?", "。")) and count_words(cell) >= 3 for cell in said]
    return bool(said) and mean(ended) >= SENTENCES
