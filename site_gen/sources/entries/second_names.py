"""A name in another language between the name and its text, in nearly all entries: "Zeile - line: Was …".

It stands behind a sign at the end of the names, or before one at the start of the texts. In one language,
such a part may tell a kind ("Deposit - fixed"); so a title names two languages, their letters differ, or a
bar parts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.model import names
from site_gen.sources.draft import Draft
from site_gen.sources.shape.blocks import MAX_LONG, clean_name, count_words, is_name_like
from site_gen.sources.shape.header_words import LANGUAGES, folded_set
from site_gen.sources.shape.sections import is_facet
from site_gen.sources.shape.vocabulary import is_glossary_word

LEAST, NEARLY_ALL, MOST = 3, 0.8, 0.6  # entries with such a part, and their share of texts or names
LEAST_SAID = 2  # such entries below a title that says so
MAX_TITLE = 200  # characters of a title that is looked at
WORDS = 4  # of a name in either language
ACCENTED, FEW = 0.3, 4  # share of names with letters that none of at least so many other names has
_IN_NAME = re.compile(r"(?P<own>[^()\n]{1,60}?)\s(?:[-–—=/|·•]|[-=]>|→|⇒)\s(?P<other>[^()\n]{1,60})")
_BETWEEN = re.compile(r"\s[/·•]\s|,\s")
_IN_TEXT = re.compile(
    r"(?P<other>[^\s:：()–—=][^:：()–—=\n]{0,50}?)(?:\s?[:：]\s?|\s(?:[-–—=]|[-=]>|→)\s)(?=\S)"
)
_CODES = re.compile(r"\b(?P<one>[A-Z]{2})\b\W{1,5}\b(?P<other>[A-Z]{2})\b")  # "EN-FR"
_PARTS = re.compile(r"\s?[/|·•–—]\s?|\s-\s")
_BILINGUAL = folded_set(
    "bilingual, zweisprachig, zweisprachige, zweisprachiges, bilingue, bilingues, bilingüe, tweetalig, "
    "tweetalige, dwujęzyczny, двуязычный, двомовний, dvojjazyčný, tvåspråkig, tvåspråkiga, tosproget, "
    "tospråklig, kaksikielinen, kétnyelvű, bilingv, 二言語, 双语, 대역"
)
_SCRIPTS = re.compile(
    r"(?P<latin>[A-Za-zÀ-ɏ])|(?P<greek>[\u0370-\u03ff])|(?P<cyrillic>[\u0400-\u04ff])|(?P<hebrew>[\u0590-\u05ff])|"
    r"(?P<arabic>[\u0600-\u06ff])|(?P<indic>[\u0900-\u0dff])|(?P<thai>[\u0e00-\u0e7f])|"
    r"(?P<east>[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])"
)


def parted(found: Sequence[Draft], titles: Iterable[str]) -> list[Draft]:
    """The drafts with a second name of nearly all of them as another name."""
    two = any(map(_names_languages, titles))
    for split, share in ((_of_name, MOST), (_of_text, NEARLY_ALL), (_of_line, NEARLY_ALL)):
        told = [split(draft) for draft in found]
        new = [
            (draft.name, draft.also[len(old.also)]) for old, draft in zip(found, told, strict=True) if draft
        ]
        if len(new) < max(LEAST_SAID if two else LEAST, share * len(found)) or not _differ(new):
            continue
        barred = split is _of_name and all(
            "|" in old.name for old, one in zip(found, told, strict=True) if one
        )
        if two or barred or _are_of_two_scripts(new):
            return [draft or old for old, draft in zip(found, told, strict=True)]
    return list(found)


def _of_name(draft: Draft) -> Draft | None:
    said = _IN_NAME.fullmatch(draft.name) if len(draft.name) <= MAX_LONG and not draft.given else None
    others = [clean_name(other) for other in _BETWEEN.split(said["other"])] if said else []
    if not said or not draft.body or not _are_short(said["own"], *others):
        return None
    return replace(draft, name=clean_name(said["own"]), also=(*draft.also, *others))


def _of_text(draft: Draft) -> Draft | None:
    first = draft.body[0] if draft.body else None
    said = _IN_TEXT.match(first.text[:80]) if first and not draft.given else None
    if not first or not said or not _are_short(draft.name, said["other"]):
        return None
    body = (replace(first, text=first.text[said.end() :]), *draft.body[1:])
    return replace(draft, body=body, also=(*draft.also, clean_name(said["other"])))


def _of_line(draft: Draft) -> Draft | None:
    """The draft with what stands beside its name, above the text: "Zeile – line" over a paragraph."""
    first = draft.body[0].text if len(draft.body) > 1 and draft.how == "label" and not draft.given else ""
    if not first or not _are_short(draft.name, first) or not is_name_like(first, WORDS):
        return None
    label, colon, _ = draft.body[1].text.partition(":")
    if colon and is_facet(clean_name(label)):
        return None  # above an example, the one word is the text
    return replace(draft, body=draft.body[1:], also=(*draft.also, clean_name(first)))


def _are_short(*said: str) -> bool:
    return all(0 < count_words(name) <= WORDS for name in said)


def _differ(new: Sequence[tuple[str, str]]) -> bool:
    """Whether no name and no other name stands there twice."""
    return all(len({names.fold(pair[side]) for pair in new}) == len(new) for side in (0, 1))


def _names_languages(title: str) -> bool:
    """Whether a title names two languages: "Glossar Deutsch / Englisch", "Words, EN-FR"."""
    words = names.fold(title[:MAX_TITLE]).split()
    said = (*words, *(f"{one} {other}" for one, other in pairwise(words)))
    told = {LANGUAGES[word] for word in said if len(word) > 3 and word in LANGUAGES}
    codes = {
        LANGUAGES.get(code.lower()) for pair in _CODES.finditer(title[:MAX_TITLE]) for code in pair.groups()
    } - {None}
    parts = {names.fold(part) for part in _PARTS.split(title[:MAX_TITLE])}
    return (
        len(told) > 1
        or len(codes) > 1
        or not _BILINGUAL.isdisjoint(words)
        or (len(parts) == 2 and all(map(is_glossary_word, parts)))  # "Glossaire / Glossary"
    )


def _are_of_two_scripts(new: Sequence[tuple[str, str]]) -> bool:
    """Whether the names on both sides are in other letters, or only those of one side have accents."""
    if all(not _scripts(own) & _scripts(other) for own, other in new):
        return True
    accented = [sum(not pair[side].isascii() for pair in new) for side in (0, 1)]
    return len(new) >= FEW and max(accented) >= ACCENTED * len(new) and min(accented) == 0


def _scripts(name: str) -> set[str]:
    return {found.lastgroup or "" for found in _SCRIPTS.finditer(name)}
