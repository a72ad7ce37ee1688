"""Headings of cards: a page sets the name apart from other words, a long form, a tag line, a sign."""

from __future__ import annotations

import copy
import re
from itertools import islice
from typing import Any

from site_gen.sources.formats.html_furniture import is_badge, is_mark
from site_gen.sources.shape.blocks import abbreviates, tidy
from site_gen.sources.shape.vocabulary import REMARKS

TITLED = re.compile(  # the last word of a class that sets off names
    r"(?:[\w-]*[-_]|gls|gloss|glossary)?(?:term|word|headword|lemma|question|trigger|expand-control(?:-text)?|"
    r"(?:term|word|lemma|concept)[-_]?(?:name|title|heading|label)|"
    r"(?:card|accordion|item|entry|glossary|faq|panel|toggle|tab|tooltip|definition|box)[-_]{0,2}"
    r"(?:title|name|head|header|heading|label|button|word|question|term))",
    re.IGNORECASE,
)
_TAGS = frozenset(["div", "p", "span", "a", "strong", "b", "label"])


def is_titled(element: Any | None) -> bool:
    """Whether the class of an element sets it off as a name."""
    return element is not None and element.tag in _TAGS and _has(element, TITLED)


_FULL = re.compile(
    r"(?:[\w-]{0,40}[-_])?(?:full(?:[-_]?(?:name|form))?|long(?:[-_]?(?:name|form))?|expan(?:sion|ded)|"
    r"acronym|abbr|abbreviation|aka|alias(?:es)?|synonyms?|also|alt(?:[-_]?name)?|orig(?:inal)?|"
    r"trans(?:lation)?|foreign|"
    r"lang(?:uage)?(?:[-_][a-z]{2,10})?|english|german|french|spanish|en|eng|de|fr|es|ru|pt|nl|pl|zh|ja|ko)",
    re.IGNORECASE,
)
_INLINE = frozenset(["span", "strong", "b", "em", "i", "small", "code", "a", "abbr"])


def name_apart(element: Any) -> Any | None:
    """The only part of a heading that its class calls the name, where other words stand beside it."""
    own = [part for part in element.iter(*_INLINE) if part is not element and _has(part, TITLED)]
    if len(own) != 1 or not _said(own[0]) or _said(own[0]) == _said(element):
        return None
    return own[0]


_COUNTS = re.compile(r"[\w-]{0,40}(?:num|count|index|idx|order|rank|step)[\w-]{0,40}|n[or]", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(?:#|nr?\.?\s?)?\d{1,3}\s*[.):]?", re.IGNORECASE)


def unnumbered(element: Any) -> Any:
    """The heading without the number that a part of its own sets before the name: "17 Queue"."""
    first = next(iter(element), None)
    if first is None or (element.text or "").strip() or not _has(first, _COUNTS):
        return element
    if not _NUMBER.fullmatch(_said(first)) or not re.search(r"[^\W\d_]", _said(element)):
        return element
    bare = copy.deepcopy(element)
    bare.text = bare[0].tail
    bare.remove(bare[0])
    return bare


_TOGGLE = re.compile(r"\s*[+＋−–×✕⊕⊖]\s*")


def without_toggle(element: Any) -> Any:
    """The heading without the sign of what opens its text, if a part of its own at the end shows it: "+"."""
    last = next(reversed([part for part in element if isinstance(part.tag, str)]), None)
    if last is None or last.tag not in ("span", "i", "em", "div") or (last.tail or "").strip():
        return element
    if not _TOGGLE.fullmatch(_said(last)) or _said(element).strip() == _said(last).strip():
        return element
    bare = copy.deepcopy(element)
    bare.remove(bare[-1])
    return bare


def with_other(element: Any) -> str:
    """The name of a heading with the other name that a part at its end gives; "" where none does.

    The class or language of that part tells so, or its script, or the name abbreviates it.
    """
    parts = [part for part in element if isinstance(part.tag, str)]
    last = parts[-1] if parts else None
    if (
        last is None
        or last.tag not in _INLINE
        or is_badge(last)
        or is_mark(last)
        or (last.tail or "").strip()
    ):
        return ""
    other = _OF_LANGUAGE.sub("", tidy(_said(last)).strip("()[] –—-:"))
    name = tidy(_said(element)[: -len(_said(last))]).rstrip(" –—-:(")
    if not name or not other or name.endswith(",") or re.fullmatch(REMARKS, other, re.IGNORECASE):
        return ""
    if abbreviates(name, other) or abbreviates(other, name):
        return f"{name} ({other})"
    other_words = (
        _has(last, _FULL)
        or (last.get("lang") and last.tag != "code")
        or bool(_LATIN.search(name)) != bool(_LATIN.search(other))
        or (last.tag == "span" and not last.attrib and _are_apart(element))
    )
    return f"{name}, also {other}" if other_words and _LETTER.search(other) else ""


LOOKED_AT, APART = 200, 3  # names of a page, and those with a part of their own that no other has


def _are_apart(element: Any) -> bool:
    """Whether the plain parts at the end of names differ from name to name: other names; groups repeat."""
    root = element.getroottree().getroot()
    lasts = (next(reversed(one), None) for one in islice(root.iter(element.tag), LOOKED_AT) if len(one))
    said = [_said(one).strip().lower() for one in lasts if one is not None and one.tag == "span"]
    return element.tag == "dt" and APART <= len(said) == len(set(said))


_OF_LANGUAGE = re.compile(r"^[A-Za-z]{2,5}(?:\.?\s?[:：]|\.)\s+")  # "EN: wait", "engl. wait"
_LETTER, _LATIN = re.compile(r"[^\W\d_]"), re.compile(r"[A-Za-zÀ-ɏ]")


_ALIASES = re.compile(
    r"(?:[\w-]{0,40}[-_])?(?:alias(?:es)?|aka|synonyms?|also[-_]?known(?:[-_]?as)?|other[-_]?names?|"
    r"alt(?:ernative)?[-_]?names?|alt[-_]?terms?)",
    re.IGNORECASE,
)
LEAD = re.compile(r"^\s*[^\W\d_]+(?: [^\W\d_]+){0,3} ?[:：]\s*")  # "Also known as:"


def is_of_aliases(element: Any) -> bool:
    """Whether an element lists other names, by its class."""
    return element.tag in ("div", "p", "span", "small", "em") and _has(element, _ALIASES)


def _has(element: Any, pattern: re.Pattern[str]) -> bool:
    return any(map(pattern.fullmatch, (element.get("class") or "").split()))


def _said(element: Any) -> str:
    return "".join(element.itertext()).rstrip()
