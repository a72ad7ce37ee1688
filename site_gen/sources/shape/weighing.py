"""Weigh many small signs of names and texts for and against a glossary, where no word calls a document one.

No sign tells alone: a manual defines some words, and a glossary has some texts that define nothing. Each sign
is a number, mostly the share of the entries that show it, and has a weight. The weights were fitted (logistic
regression, rounded) on 380 glossaries without their titles and 540 other documents in 40 languages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from site_gen.model import names
from site_gen.sources.draft import Draft
from site_gen.sources.shape import chapters_by_language, defining, definitions_by_language, doubt
from site_gen.sources.shape.blocks import abbreviates, count_words, is_question, speaks_of
from site_gen.sources.shape.name_and_text import FIRST, Said, has_value, is_explained, is_spelled_out, share
from site_gen.sources.shape.sections import in_order
from site_gen.sources.shape.vocabulary import CHAPTERS, PARTS_OF_REPORTS

SORTED = 8  # names whose order is no chance
MANY = 20  # entries from which more tell nothing
LONG_TEXT, LONG_NAME = 50, 5  # words
_OTHER_NAME = re.compile(r"[(（\[][^()（）]{2,60}[)）\]]|\s/\s|\w, also ")
_BRACKETS = re.compile(r"\s?[(（\[][^()（）]{0,60}[)）\]]?")
_ODD = re.compile(r"[?!;=<>{}#\"…]|\d|[:,](?! also )|\.$")
_FULL_STOPS = (".", "。", "।", "؟", "!", "۔")
_CHAPTERS = CHAPTERS | PARTS_OF_REPORTS | chapters_by_language.CHAPTERS
_MARKED_SHORT = re.compile(r"[\u05d0-\u05ea]+[\"״׳'][\u05d0-\u05ea]|(?:\w\.){2}")
SMALL = 3  # letters of a name that stands in other words as well
MENTIONS = 300  # entries of which it is looked up which mention each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The entries of a document, those that have a text, and whether it is a page about a project."""

    found: Sequence[Said]
    told: Sequence[Said]
    drafts: Sequence[Draft]
    of_page: bool


def _opens_with_its_name(one: Said) -> bool:
    """Whether a text begins with its name, as sentences that define do in any language."""
    name = _BRACKETS.sub("", one.name).strip() or one.name
    length = len(names.fold(name).split()) + 3
    spaced = " " in one.text[:40]
    begin = " ".join(one.text[:300].split()[:length]) if spaced else one.text[: len(name) + 4]
    return not is_explained(one) and speaks_of(name, begin, whole=True)


def _is_clause(one: Said) -> bool:
    return definitions_by_language.has_clause(one.text)


def _is_chapter(one: Said) -> bool:
    return names.fold(one.name) in _CHAPTERS


def _asks(one: Said) -> bool:
    return definitions_by_language.asks(one.name) and not is_question(one.name)


def _ends(one: Said) -> bool:
    return definitions_by_language.ends_as_definition(one.text)


def _is_short(one: Said) -> bool:
    """Whether a name is an abbreviation of its text: capitals, or letters with a mark between them."""
    marked = sum(map(str.isupper, one.name)) > 1 or _MARKED_SHORT.search(one.name)
    return bool(marked and abbreviates(one.name, one.text[:FIRST])) or is_spelled_out(one)


def speaks_to_readers(one: Said) -> bool:
    """Whether a text has a word such as "you" or "our", in any of many languages."""
    text = one.text
    return defining.speaks_to_readers(text) or definitions_by_language.speaks_to_readers(text)


def _has_other_names(weighed: Weighed) -> float:
    both = zip(weighed.found, weighed.drafts, strict=True)
    return mean(bool(draft.also) or bool(_OTHER_NAME.search(one.name)) for one, draft in both)


def _mentions(weighed: Weighed) -> float:
    """The share of names that stand in the texts of other entries, as terms of one field do."""
    some = weighed.found[:MENTIONS]
    texts = [names.fold(one.text) for one in some]
    own = [names.fold(one.name) for one in some]
    return mean(
        len(name) >= SMALL and any(name in text for other, text in enumerate(texts) if other != place)
        for place, name in enumerate(own)
    )


def _in_order(weighed: Weighed) -> float:
    """How far names are in alphabetical order, from 0 to 1; of few names it tells little."""
    count = len(weighed.found)
    share_in_order = in_order([one.name for one in weighed.found]) if count >= 3 else 0.5
    return max(share_in_order - 0.5, 0) * 2 * min(count / SORTED, 1)


def _first_words(weighed: Weighed) -> float:
    first = [names.fold(one.name).partition(" ")[0] for one in weighed.found]
    return 1 - len(set(first)) / len(first)


def _repeated(weighed: Weighed) -> float:
    return (len(weighed.found) - len({one.name for one in weighed.found})) / max(len(weighed.found), MANY)


def _long_texts(weighed: Weighed) -> float:
    return min(mean(count_words(one.text) for one in weighed.told) / LONG_TEXT, 3)


def _long_names(weighed: Weighed) -> float:
    return mean(min(count_words(one.name) / LONG_NAME, 1) for one in weighed.found)


def _of_texts(holds: Callable[[Said], object]) -> Callable[[Weighed], float]:
    return lambda weighed: share(weighed.told, holds)


SIGNS: Mapping[str, tuple[Callable[[Weighed], float], float]] = {
    "text that defines": (_of_texts(is_explained), 3.4),
    "noun with a clause": (_of_texts(_is_clause), 2.6),
    "text that opens with its name": (_of_texts(_opens_with_its_name), 0.7),
    "copula or noun at the end": (_of_texts(_ends), 3.5),
    "other names": (_has_other_names, 4.2),
    "short form of its text": (_of_texts(_is_short), 3.4),
    "in order": (_in_order, 2.4),
    "names in other texts": (_mentions, 1.5),
    "many": (lambda weighed: min(len(weighed.found), MANY) / MANY, 2.2),
    "sentence": (_of_texts(lambda one: one.text.rstrip().endswith(_FULL_STOPS)), 1.5),
    "small letter": (_of_texts(lambda one: one.text[:1].islower() and one.name[:1].isupper()), 0.6),
    "long names": (_long_names, -4.0),
    "long texts": (_long_texts, -1.0),
    "name with a figure or sign": (_of_texts(lambda one: _ODD.search(one.name)), -0.8),
    "same first word": (_first_words, -2.8),
    "repeated": (_repeated, -11.2),
    "chapter": (lambda weighed: share(weighed.found, _is_chapter), -7.6),
    "value": (_of_texts(has_value), -4.2),
    "name that asks": (lambda weighed: share(weighed.found, _asks), -2),
    "step": (_of_texts(lambda one: doubt.is_step(one.name, one.text)), -3.6),
    "order": (_of_texts(lambda one: definitions_by_language.orders(one.text)), -3),
    "to readers": (_of_texts(speaks_to_readers), -2.1),
    "page of a project": (lambda weighed: float(weighed.of_page), -3.8),
}
BASE = -0.7  # 1.0 more than fitted: to refuse a glossary is worse than to read another document


def weight(found: Sequence[Said], drafts: Sequence[Draft], of_page: bool) -> float:
    """How much speaks for terms with their meanings: more than 0 if more than against it."""
    told = [one for one in found if one.text]
    weighed = Weighed(found=found, told=told, drafts=drafts, of_page=of_page)
    return BASE + sum(factor * sign(weighed) for sign, factor in SIGNS.values())
