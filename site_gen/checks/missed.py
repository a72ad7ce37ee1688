"""Words that readers looked up in vain: read from what they handed over, grouped, ranked by how often.

Two kinds of lines are read: JSON with ``query``, ``count``, ``day`` and ``page``, which a desk's own
collector may write, and those of the text that assets/misses.js hands over. A mail may have quoted or wrapped
the text.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rapidfuzz.distance import OSA

from site_gen.catalog import LANGUAGES, shipped
from site_gen.language import language_of
from site_gen.match import Candidate, Matcher, Query
from site_gen.model.problem import Problem
from site_gen.model.records import Glossary

_LONGEST = 200  # letters of a query; more is no name
_MOST = 10**9  # of a count
# What the text says in words, in each language that the pages can have by themselves.
_SAID = [shipped(language) for language in LANGUAGES]
_FORMS = [said["scripts.misses.times"] for said in _SAID]
_TIMES = {text[len("{n} ") :] for forms in _FORMS if isinstance(forms, Mapping) for text in forms.values()}
_NOT_MEANT = [said["scripts.misses.not_meant"] for said in _SAID]
_FRAMES = [str(said[f"scripts.misses.{key}"]) for said in _SAID for key in ("head", "left_out")]


def _any_of(texts: Iterable[object]) -> str:
    return "|".join(map(re.escape, sorted(map(str, texts))))


_ENTRY = re.compile(
    rf"(?P<query>\S.*) \((?P<count>\d{{1,10}}) (?:{_any_of(_TIMES)})"
    rf"(?:, (?P<day>\d{{4}}-\d\d-\d\d))?(?P<page>, (?!(?:{_any_of(_NOT_MEANT)})\))[^()]*?)?"
    rf"(?P<meant>, (?:{_any_of(_NOT_MEANT)}))?\)"
)
_FRAME = re.compile(
    "|".join(
        re.escape(frame.rstrip(":").rstrip()).replace(re.escape("{count}"), r"\d+")
        + r"\b.*" * frame.endswith(":")
        for frame in _FRAMES
    ),
    re.IGNORECASE,
)
_QUOTED = re.compile(r"^(?:\s*[>|])+\s?")
_BULLET = re.compile(r"[-*•·–]\s+")
_SLIP_FROM, _SLIPS_FROM = 5, 9  # letters from which two writings may differ by one slip, and by two


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A query that found nothing, or that was answered with something else (``not_meant``)."""

    query: str
    count: int = 1
    day: date | None = None
    page: str = ""
    not_meant: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Queries that ask for one thing: the most frequent first in ``queries``, all of them in ``count``.

    ``near`` are terms that it may mean, the best first.
    """

    queries: tuple[str, ...]
    count: int
    last: date | None
    pages: tuple[str, ...]
    near: tuple[Candidate, ...]

    @property
    def name(self) -> str:
        """What a term for it would be called: the most frequent query, with a capital as names have it."""
        query = self.queries[0]
        first = query.split(" ", 1)[0]
        return query[:1].upper() + query[1:] if first.islower() else query


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """What is missing, what was answered otherwise, and which queries find a term by now: query -> slug."""

    missing: tuple[Missing, ...]
    not_meant: tuple[Missing, ...]
    found: Mapping[str, str]


def read_missed(path: str, data: bytes) -> tuple[tuple[Miss, ...], tuple[Problem, ...]]:
    """The misses of one file, and a problem for each line that is none."""
    found: list[Miss] = []
    problems: list[Problem] = []
    for number, line in _lines(data):
        if line is None:
            problems.append(_problem(path, number, "is not UTF-8 text", "save the file as UTF-8"))
        elif miss := _miss(line):
            found.append(miss)
        elif not _FRAME.fullmatch(line):
            problems.append(
                _problem(
                    path,
                    number,
                    f"'{line[:40]}' is no missed word",
                    'expected JSON such as {"query": "ghost ticket", "count": 3, "day": "2026-11-28", '
                    '"page": "index.html"}, or a line of the text that the page hands over, such as '
                    "- ghost ticket (3 times, 2026-11-28, index.html)",
                )
            )
    return tuple(found), tuple(problems)


def _problem(path: str, line: int, message: str, hint: str) -> Problem:
    return Problem(
        path=path, line=line, code="missed-line", message=f"the line {message}", hint=hint, severity="warning"
    )


def _lines(data: bytes) -> Iterator[tuple[int, str | None]]:
    """Lines with their numbers, without quote marks; an entry that a mail wrapped is one line again."""
    begun: tuple[int, str] | None = None
    for number, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        try:
            line = _QUOTED.sub("", raw.decode()).strip()
        except UnicodeDecodeError:
            yield number, None
            continue
        is_new = not line or line.startswith("{") or bool(_BULLET.match(line) or _FRAME.fullmatch(line))
        if begun and not is_new:
            line = f"{begun[1]} {line}"
            number = begun[0]
        elif begun:
            yield begun
        wraps = bool(_BULLET.match(line)) and not line.endswith(")") and len(line) <= _LONGEST
        begun = (number, line) if wraps else None
        if line and not begun:
            yield number, line
    if begun:
        yield begun


def _miss(line: str) -> Miss | None:
    """A line as a miss; None where it is none."""
    try:
        return _of_json(json.loads(line)) if line.startswith("{") else _of_text(line)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _of_json(values: Any) -> Miss:
    """Raises ``ValueError``, ``TypeError`` or ``KeyError``."""
    count, day, page = values.get("count", 1), values.get("day") or "", values.get("page") or ""
    if isinstance(count, bool) or not isinstance(count, int) or not 0 < count <= _MOST:
        raise ValueError(count)
    if not isinstance(values["query"], str) or not isinstance(page, str):
        raise TypeError(values)
    return _checked(values["query"], count, str(day), page, values.get("not_meant") is True)


def _of_text(line: str) -> Miss:
    """Raises ``ValueError``."""
    found = _ENTRY.fullmatch(_BULLET.sub("", line, count=1))
    if not found:
        raise ValueError(line)
    page = (found["page"] or "").removeprefix(", ")
    return _checked(found["query"], int(found["count"]), found["day"] or "", page, bool(found["meant"]))


def _checked(query: str, count: int, day: str, page: str, not_meant: bool) -> Miss:
    query = " ".join(query.split())
    if not query or len(query) > _LONGEST or not query.isprintable() or not 0 < count <= _MOST:
        raise ValueError(query)
    when = date.fromisoformat(day) if day else None
    return Miss(query=query, count=count, day=when, page=page, not_meant=not_meant)


Key = Callable[[str], str]  # equal for two spellings of a name, in the language of the site


def rank(misses: Iterable[Miss], glossary: Glossary) -> Ranked:
    """What is missing, the most asked first; what the glossary finds by now is set apart."""
    key = language_of(glossary.language).key
    matcher, labels = Matcher(glossary), _labels(glossary, key)
    lacking: list[Missing] = []
    found: dict[str, str] = {}
    listed = tuple(misses)
    for group in _grouped((miss for miss in listed if not miss.not_meant), key):
        queries = _by_frequency(group)
        terms = {query: matcher.match(Query(name=query)) for query in queries}
        slugs = {query: labels.get(key(query), verdict.term) for query, verdict in terms.items()}
        known = {query: slug for query, slug in slugs.items() if slug}
        found |= known
        left = [miss for miss in group if miss.query not in known]
        if left:
            lacking.append(_missing(left, terms[_by_frequency(left)[0]].candidates))
    otherwise = [
        _missing(group, matcher.match(Query(name=_by_frequency(group)[0])).candidates)
        for group in _grouped((miss for miss in listed if miss.not_meant), key)
    ]
    return Ranked(missing=_ranked(lacking), not_meant=_ranked(otherwise), found=found)


def _labels(glossary: Glossary, key: Key) -> Mapping[str, str]:
    """What finds a term by itself: every label and what people type for it, folded -> slug."""
    found: dict[str, str] = {}
    for term in glossary.terms:
        for text in (*(label for _, label in term.labels()), *term.search_as):
            if folded := key(text):
                found.setdefault(folded, term.slug)
    return found


def _ranked(found: Iterable[Missing]) -> tuple[Missing, ...]:
    return tuple(
        sorted(found, key=lambda one: (-one.count, -(one.last or date.min).toordinal(), one.queries[0]))
    )


def _missing(group: Sequence[Miss], near: tuple[Candidate, ...]) -> Missing:
    return Missing(
        queries=_by_frequency(group),
        count=sum(miss.count for miss in group),
        last=max((miss.day for miss in group if miss.day), default=None),
        pages=tuple(sorted({miss.page for miss in group if miss.page})),
        near=near,
    )


def _by_frequency(group: Iterable[Miss]) -> tuple[str, ...]:
    """The writings in a group, the most frequent first, and the first of the alphabet among equals."""
    counts: Counter[str] = Counter()
    for miss in group:
        counts[miss.query] += miss.count
    return tuple(sorted(counts, key=lambda query: (-counts[query], query)))


def _grouped(misses: Iterable[Miss], key_of: Key) -> list[list[Miss]]:
    """Misses by what they are folded to; a writing with a slip joins the more frequent one."""
    by_key: dict[str, list[Miss]] = {}
    for miss in misses:
        by_key.setdefault(key_of(miss.query) or miss.query, []).append(miss)
    counts = {key: sum(miss.count for miss in group) for key, group in by_key.items()}
    by_length: dict[int, list[str]] = {}
    groups: dict[str, list[Miss]] = {}
    for key in sorted(by_key, key=lambda key: (-counts[key], key)):
        home = _near(key, by_length)
        if home:
            groups[home] += by_key[key]
        else:
            groups[key] = list(by_key[key])
            by_length.setdefault(len(key), []).append(key)
    return list(groups.values())


def _near(key: str, by_length: Mapping[int, Iterable[str]]) -> str:
    """A more frequent key from which this one differs by a slip; "" without one. A number is no slip."""
    most = (len(key) >= _SLIP_FROM) + (len(key) >= _SLIPS_FROM)
    if not most or any(sign.isdigit() for sign in key):
        return ""
    for length in range(len(key) - most, len(key) + most + 1):
        for other in by_length.get(length, ()):
            if OSA.distance(key, other, score_cutoff=most) <= most and not any(map(str.isdigit, other)):
                return other
    return ""
