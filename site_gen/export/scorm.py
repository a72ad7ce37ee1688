"""The test of a learning path as a SCORM 1.2 package: a zip that a learning system runs under its own login.

ADL, "SCORM Content Aggregation Model" and "SCORM Run-Time Environment", version 1.2 (2001). The package holds
its questions, so it needs no site beside it: one question a term, what was missed again until it is right,
and a score of first answers.
"""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterator, Mapping
from hashlib import blake2s
from html import escape
from typing import Any

from site_gen.catalog import Catalog
from site_gen.export.archive import zipped
from site_gen.learning.paths import Route
from site_gen.learning.quiz.masking import GAP
from site_gen.learning.quiz.questions import Bank, Compute, Meaning, Scene, Short
from site_gen.learning.quiz.wrong_answers import SHOWN
from site_gen.model.records import Term

PASS = 80  # percent, where the path does not say
_BLANK = "____"
_TEXTS = (
    "where", "right", "not_right", "next", "result", "passed", "not_passed", "score", "reported", "no_system",
)  # fmt: skip


def scorm(route: Route, questions: Bank, catalog: Catalog, glossary: str) -> bytes:
    """The zip; the same questions give the same bytes. ``glossary`` tells packages of several sites apart.

    Raises ``ValueError`` where there is no question on the path.
    """
    asked = [question for term in route.terms if (question := _question(term, questions, catalog))]
    if not asked:
        raise ValueError("no question")
    edition = blake2s(json.dumps(asked, sort_keys=True).encode(), digest_size=4).hexdigest()
    data = {
        "title": route.path.title,
        "edition": edition,
        "pass": route.path.pass_mark or PASS,
        "texts": {name: _raw(catalog, f"scorm.{name}") for name in _TEXTS},
        "questions": asked,
    }
    files = {
        "imsmanifest.xml": _manifest(route, glossary, edition),
        "index.html": _page(data, catalog.language),
        "player.js": _shipped("scorm_player.js"),
        "player.css": _shipped("scorm_player.css"),
    }
    return zipped({path: text.encode() for path, text in files.items()}, folder="")


def _raw(catalog: Catalog, key: str) -> str:
    """A text whose places the player fills."""
    places = ("number", "whole", "percent", "score", "edition")
    return catalog.text(key, **{name: f"{{{name}}}" for name in places})


def _shipped(name: str) -> str:
    data = pkgutil.get_data(__name__, name)
    assert data is not None, "the loader of the package reads its files"
    return data.decode()


def _question(term: Term, questions: Bank, words: Catalog) -> dict[str, Any] | None:
    """One question a term, of one of the kinds that there are for it, always the same."""
    kinds: list[dict[str, Any]] = [
        *(_scene(one, words) for one in questions.scenes if one.fits is term),
        *(_meaning(one, words) for one in questions.meanings if one.term is term),
        *(_compute(one, words) for one in questions.computes if one.term is term),
        *(_short(one, words) for one in questions.shorts if one.term is term),
    ]
    if not kinds:
        return None
    chosen = kinds[_number(term.slug) % len(kinds)]
    options = sorted(chosen["options"], key=lambda one: _number(f"{term.slug} {one['text']}"))
    return {**chosen, "options": options, "id": term.slug.replace("-", "_")}


def _number(text: str) -> int:
    return int.from_bytes(blake2s(text.encode(), digest_size=4).digest(), "big")


def _asked(ask: str, text: str, options: Iterator[tuple[str, bool, str]], *why: str) -> dict[str, Any]:
    return {
        "ask": ask,
        "text": text.replace(GAP, _BLANK),
        "parts": [],
        "options": [{"text": option, "right": right, "why": reason} for option, right, reason in options],
        "why": list(why),
    }


def _told(term: Term) -> str:
    return f"{term.title}: {term.definition}"


def _meaning(one: Meaning, words: Catalog) -> dict[str, Any]:
    def options() -> Iterator[tuple[str, bool, str]]:
        yield one.term.title, True, ""
        yield from ((other.title, False, _told(other)) for other in one.wrong[:SHOWN])

    return _asked(words.text("scripts.quiz.meaning"), one.text, options(), _told(one.term))


def _short(one: Short, words: Catalog) -> dict[str, Any]:
    def options() -> Iterator[tuple[str, bool, str]]:
        yield one.label, True, ""
        yield from ((reading, False, "") for reading in one.wrong[:SHOWN])

    return _asked(words.text("scripts.quiz.short"), one.short, options(), _told(one.term))


def _scene(one: Scene, words: Catalog) -> dict[str, Any]:
    options = ((term.title, term is one.fits, "") for term in (one.left, one.right))
    return _asked(words.text("scripts.quiz.scene"), one.text, options, one.contrast.difference)


def _compute(one: Compute, words: Catalog) -> dict[str, Any]:
    metric = one.term.metric
    assert metric is not None, "only metrics are computed"
    variant = one.sums[0]

    def options() -> Iterator[tuple[str, bool, str]]:
        yield _with_unit(variant.right, metric.unit), True, ""
        for number, slip in variant.wrong[:SHOWN]:
            yield _with_unit(number, metric.unit), False, words.text(f"slip.{slip.key}", part=slip.part)

    ask = words.text("scripts.quiz.compute", term=one.term.title)
    made = _asked(ask, words.text("scripts.quiz.numbers"), options(), _told(one.term))
    return {**made, "parts": list(zip(variant.numbers, metric.parts.values(), strict=True))}


def _with_unit(number: str, unit: str) -> str:
    """As the quiz of the site writes it: "$20", "-$5", "75%", "6 hours"."""
    if unit in ("$", "€", "£"):
        return f"-{unit}{number[1:]}" if number.startswith("-") else unit + number
    return number + ("%" if unit == "%" else f" {unit}")


def _page(data: Mapping[str, Any], language: str) -> str:
    held = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    title = escape(data["title"])
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head><meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        '<link rel="stylesheet" href="player.css"></head>\n'
        f'<body><main><h1>{title}</h1><div id="test"></div></main>\n'
        f'<script type="application/json" id="data">{held}</script>\n'
        '<script src="player.js"></script></body>\n</html>\n'
    )


def _manifest(route: Route, glossary: str, edition: str) -> str:
    title = escape(route.path.title)
    name = escape(f"{glossary}-{route.path.id}" if glossary else route.path.id)
    files = "".join(f'<file href="{one}"/>' for one in ("index.html", "player.js", "player.css"))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="glossary-{name}" version="{edition}"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="org">
    <organization identifier="org"><title>{title}</title>
      <item identifier="item" identifierref="test"><title>{title}</title>
        <adlcp:masteryscore>{route.path.pass_mark or PASS}</adlcp:masteryscore></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="test" type="webcontent" adlcp:scormtype="sco" href="index.html">{files}</resource>
  </resources>
</manifest>
"""
