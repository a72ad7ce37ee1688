"""The data of quiz and cards, as scripts that only their pages load.

Terms are rows of ``Glossary.terms``, as in the lookup's data, which every page has: names, definitions
and abbreviations are not said again. What tells a confusable pair apart is in assets/lookup-texts.js.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from site_gen.catalog import Catalog
from site_gen.learning import schedule
from site_gen.learning.course import Course
from site_gen.learning.paths import Route
from site_gen.learning.quiz.questions import Bank, Compute, bank
from site_gen.learning.quiz.wrong_answers import asked
from site_gen.learning.quiz.wrong_formulas import Slip
from site_gen.model.adopted import english_texts
from site_gen.model.records import Glossary, Term
from site_gen.model.relations import Relations
from site_gen.pages.data.words_js import more_words, study_words
from site_gen.text.links import Links

_STUDY, _QUIZ, _WAYS = STUDY_PATHS = ("assets/study-data.js", "assets/quiz-data.js", "assets/ways-data.js")
_GLOBAL = "var glossary = glossary || {};\n"


def study_files(
    glossary: Glossary, relations: Relations, links: Links, course: Course, words: Catalog
) -> Mapping[str, str]:
    rows = {term.slug: row for row, term in enumerate(glossary.terms)}
    english = english_texts(glossary)
    study = _study(glossary, course, rows)
    ways = [{term.slug for term in route.terms} for route in course.routes]
    questions = bank(glossary, relations, links, course.masks, ways)
    quiz = quiz_data(questions, rows, words)
    if english:
        titles = _places(title in english for _, _, title, *_ in study["sets"])
        study, quiz = {**study, "english": titles}, {**quiz, "english": _english(questions, english)}
    ways_by_day = [_way(route) for route in course.routes]
    return {
        _STUDY: f"{_GLOBAL}glossary.study = {_json(study)};\n{more_words(study_words(words))}",
        _QUIZ: f"{_GLOBAL}glossary.quiz = {_json(quiz)};\n",
        _WAYS: f"{_GLOBAL}glossary.ways = {_json(ways_by_day)};\n",
    }


def _study(glossary: Glossary, course: Course, rows: Mapping[str, int]) -> Mapping[str, Any]:
    """``all``: the rows to learn, in the order that builds up; ``sets``: those of each path and topic.

    ``masked``: by row, the definitions that would name their own term, with gaps; "" where none can be read.
    """
    learned = {term.slug: rows[term.slug] for term in course.order.terms if asked(term)}
    of_topics: dict[str, list[int]] = defaultdict(list)
    for slug, row in learned.items():
        for topic in dict.fromkeys(glossary.by_slug[slug].topics):
            of_topics[topic].append(row)
    sets = [
        *(
            ("path", way.path.id, way.path.title, _rows(way.terms, learned), way.path.pass_mark)
            for way in course.routes
        ),
        *(("topic", topic.id, topic.name, of_topics.get(topic.id, []), 0) for topic in glossary.topics),
    ]
    return {
        "format": 1,
        "all": list(learned.values()),
        "sets": [one for one in sets if one[3]],
        "masked": {
            row: course.masked[slug]
            for slug, row in learned.items()
            if course.masked[slug] != glossary.by_slug[slug].definition
        },
    }


def _way(route: Route) -> tuple[str, str, list[list[tuple[str, str]]]]:
    """The stops of a path by day, each with the hash of its text."""
    days = [[(stop.key, schedule.text_hash(stop)) for stop in day] for day in schedule.days(route)]
    return route.path.id, route.path.title, days


def _rows(terms: Iterable[Term], rows: Mapping[str, int]) -> list[int]:
    """Of the terms that have one."""
    return [rows[term.slug] for term in terms if term.slug in rows]


def quiz_data(questions: Bank, rows: Mapping[str, int], words: Catalog) -> Mapping[str, Any]:
    """Every question as a short row; what stands where is told in assets/quiz.js."""
    whys: dict[Slip, int] = {}
    return {
        "format": 1,
        "meanings": [(rows[one.term.slug], _rows(one.wrong, rows)) for one in questions.meanings],
        "defines": [(rows[one.term.slug], _rows(one.wrong, rows)) for one in questions.defines],
        "shorts": [(rows[one.term.slug], one.short, one.label, one.wrong) for one in questions.shorts],
        "scenes": [
            (rows[one.left.slug], rows[one.right.slug], rows[one.fits.slug], one.text)
            for one in questions.scenes
        ],
        "computes": [_compute(one, rows, whys) for one in questions.computes],
        "whys": [words.text(f"slip.{why.key}", part=why.part) for why in whys],
    }


def _english(questions: Bank, english: frozenset[str]) -> Mapping[str, list[int]]:
    """The places of scenes, and of sums with all meanings of their parts, that stand in English."""
    told = [one.contrast.scenes.get(one.fits.slug) in english for one in questions.scenes]
    metrics = [one.term.metric for one in questions.computes]
    parts = [bool(metric and english.issuperset(metric.parts.values())) for metric in metrics]
    return {"scenes": _places(told), "parts": _places(parts)}


def _places(marked: Iterable[bool]) -> list[int]:
    return [place for place, is_marked in enumerate(marked) if is_marked]


def _compute(one: Compute, rows: Mapping[str, int], whys: dict[Slip, int]) -> tuple[Any, ...]:
    metric = one.term.metric
    assert metric is not None, "only metrics are computed"
    return (
        rows[one.term.slug],
        metric.formula,
        metric.unit,
        list(metric.parts.items()),
        [
            (
                variant.numbers,
                variant.right,
                [(text, whys.setdefault(why, len(whys))) for text, why in variant.wrong],
            )
            for variant in one.sums
        ],
    )


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
