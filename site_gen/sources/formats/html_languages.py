"""Parts of a page beside each other that say the same in several languages: sections, tabs, texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from site_gen.model import names
from site_gen.sources.formats.html_parts import line_of
from site_gen.sources.shape import language_codes, language_parts
from site_gen.sources.shape.blocks import Noise, tidy
from site_gen.sources.shape.header_words import LANGUAGES

_PARTS = ("div", "section", "article", "dl", "dd", "p", "ul", "table", "blockquote")
_CLASS = re.compile(r"(?:lang|language|locale|i18n|tab|panel)[-_]{1,2}(?P<code>[a-z]{2})", re.IGNORECASE)


def others(root: Any, language: str) -> Mapping[Any, str]:
    """The parts in other languages than the site's (or the first), each with its language."""
    labels = _labels(root)
    out: dict[Any, str] = {}
    for run in _runs(root, labels):
        codes = {code: part for part, code, _ in run}
        said = {
            code: [text for text in part.itertext() if len(text.split()) > 2] for code, part in codes.items()
        }
        stated = all(stated for *_, stated in run)
        kept = language if language in codes else next(iter(codes))
        if stated or (kept := language_parts.taken(said, language)):
            out |= {part: code for code, part in codes.items() if code != kept}
    return out


def taken_away(parts: Mapping[Any, str]) -> list[Noise]:
    """Take those of the parts out of the page that stand in a list or table of names, and tell them."""
    told = []
    for part, code in parts.items():
        if next(part.iterancestors("dl", "table"), None) is not None:
            said = tidy(" ".join(part.itertext()))[:200]
            told.append(Noise(line=line_of(part), text=said, why=language_parts.why(code)))
            before = part.getprevious()
            if part.tail and before is not None:
                before.tail = (before.tail or "") + part.tail
            part.getparent().remove(part)
    return [one for one in told if one.text]


Part = tuple[Any, str, bool]  # an element, its language, and whether its attribute states that


def _runs(root: Any, labels: Mapping[str, str]) -> Iterator[list[Part]]:
    """Neighbours of one kind in a language each, all different."""
    parents = dict.fromkeys(one.getparent() for one in root.iter(*_PARTS) if _language(one, labels)[0])
    for parent in parents:
        if parent is None:
            continue
        kinds = ((one, *_language(one, labels)) for one in parent if isinstance(one.tag, str))
        for key, same in groupby(kinds, key=lambda kind: (kind[0].tag, bool(kind[1]))):
            run = list(same)
            if key[1] and key[0] in _PARTS and len({code for _, code, _ in run}) == len(run) > 1:
                yield run


def _language(part: Any, labels: Mapping[str, str]) -> tuple[str, bool]:
    """The language of an element, "" if nothing says it, and whether its attribute does."""
    stated = LANGUAGES.get(names.fold(re.split("[-_]", part.get("lang") or "")[0]), "")
    if stated:
        return stated, True
    if code := labels.get(part.get("id") or ""):
        return code, False
    found = (_CLASS.fullmatch(name) for name in (part.get("class") or "").split())
    return next((LANGUAGES.get(one["code"].lower(), "") for one in found if one), ""), False


def _labels(root: Any) -> Mapping[str, str]:
    """The languages that tabs and links are called by, by the id of what they open."""
    out: dict[str, str] = {}
    for link in root.iter("a", "button", "li"):
        to = link.get("aria-controls") or link.get("data-target") or link.get("data-bs-target")
        to = (to or link.get("href") or "").strip()
        said = "".join(link.itertext()) if len(to) > 1 and len(link) < 3 else ""
        if said and (code := language_codes.of_title(said)):
            out[to.removeprefix("#")] = code
    return out
