"""Tell by many names and texts that a document is no glossary: settings, a log, works, parts of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.model import names
from site_gen.sources.shape import things_told
from site_gen.sources.shape.calendar_words import DAYS_AND_MONTHS
from site_gen.sources.shape.name_and_text import (
    EXPLAINED,
    FEW,
    Said,
    asks_otherwise,
    has_value,
    is_explained,
    is_key,
    is_odd,
    is_part,
    share,
)
from site_gen.sources.shape.vocabulary import KEYS_OF_SCREENS

VALUES = "its texts are values, paths or code, as in settings, data or programs"
REPEATED = "few names stand there again and again, as in a log or in records of other things"
PARTS = "its names are parts of a manual, a report or a web page"
NAMES = "its names are numbers, paths, versions or keys of a program"
ASKED = "{} of its {} names ask something, as in answers to questions that are often asked"
OF_SCREENS = "its names are keys of texts on a screen, as in translations of a program"
SAME = "its texts only repeat the names, as in labels of a program"
DAYS = "its names are days or months"
DATED = 0.7  # share of such names
_OF_WORK = re.compile(  # a name of authors with a year: "Miller, A. (2011)"
    r"[A-ZÀ-Þ][^()]{1,80}\.,? \((?:19|20)\d\d\w?\)\.?$"
)
_OF_CHAPTER = re.compile(  # an overview of chapters: "**Queues** (chapter 3) tells …"
    r"this (?:section|chapter|document) (?:describes|presents|provides|contains|gives|lists|covers)\b|"
    r"\((?:@(?:sec|ch|chap)-|(?:chapters?|sections?|sect\.|ch\.|kapitel|abschnitt|chapitre|capítulo|capitolo)\s+\d)",
    re.IGNORECASE,
)


def reason_against(found: Sequence[Said], proven: bool) -> str:
    """The reason that speaks against a glossary, whatever its title says; "" if there is none."""
    told = [one for one in found if one.text]
    explained = share(told, is_explained)
    if len(told) >= 2 and explained < EXPLAINED and share(told, has_value) >= (0.8 if proven else 0.5):
        return VALUES
    if (
        len(found) >= 4
        and 1 - len({(one.where, names.fold(one.name)) for one in found}) / len(found)
        >= (0.8 if proven else 0.4)
        and told
    ):
        return REPEATED
    if len(told) >= 2 and share(told, lambda one: _OF_CHAPTER.match(one.text)) >= 0.5:
        return PARTS
    if len(told) >= FEW and share(told, lambda one: _letters(one.name) == _letters(one.text)) >= 0.5:
        return SAME
    if len(found) >= 3 and share(found, lambda one: _OF_WORK.match(one.name)) >= 0.5:
        return PARTS
    parts = share(found, is_part)
    if explained < 0.5 and (parts >= 0.5 if len(found) >= 3 else parts == 1 and not proven):
        return PARTS
    if len(found) >= 3 and explained < EXPLAINED and share(found, is_odd) >= 0.5:
        return NAMES
    asking = sum(asks_otherwise(one.name) for one in found)
    if len(found) >= 2 and asking >= 0.3 * len(found):
        return ASKED.format(asking, len(found))
    if proven or len(found) < 2:
        return ""
    if len(found) >= 3 and share(found, lambda one: names.fold(one.name) in DAYS_AND_MONTHS) >= DATED:
        return DAYS
    if share(found, lambda one: is_key(one.name)) >= 0.5 or are_parameters(told):
        return NAMES
    if share(told, lambda one: _FILLED_IN.search(one.text)) >= FILLED_IN and explained < EXPLAINED:
        return OF_SCREENS
    of_screens = len({names.fold(one.name) for one in found} & KEYS_OF_SCREENS)
    if of_screens >= max(SCREENS, 0.08 * len(found)) and explained < EXPLAINED:
        return OF_SCREENS
    return things_told.reason(found, explained)


def _letters(text: str) -> str:
    return names.fold(text).replace(" ", "")


FILLED_IN = 0.03  # share of texts with a place that a program fills in
_FILLED_IN = re.compile(r"\{\{? ?[a-zA-Z_]\w* ?\}|%\d?\$?[sd]\b|\$\{\w+\}")
_LOWER = re.compile(r"[a-z][a-z\d]*(?:[_.-][a-z\d]+)*")
_OF_PARAMETER = re.compile(
    r"\W{0,3}(?:optional|required|mandatory|deprecated)\b|"
    r".{0,300}\b(?:defaults? (?:to|is|value|:)|valid (?:values?|are)|(?:set|true|false) (?:to|if)|"
    r"(?:if|when) (?:omitted|unset|not set|true|false)|the (?:key|flag|option|value) )",
    re.IGNORECASE | re.DOTALL,
)
SCREENS = 3  # keys of texts on a screen


def are_parameters(told: Sequence[Said]) -> bool:
    """Whether names are words of a program in small letters, and texts say how to set them."""
    keys = share(told, lambda one: _LOWER.fullmatch(one.name))
    return keys >= 0.8 and share(told, lambda one: _OF_PARAMETER.match(one.text)) >= EXPLAINED
