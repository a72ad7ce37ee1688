"""The fields of every corpus file: one table that reading, the JSON Schema and the docs share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from site_gen.model.records import LEVELS

Kind = Literal[
    "line",  # plain text on one line
    "text",  # plain text, line breaks folded
    "markdown",  # text with its line breaks
    "slug",  # the slug of a term
    "id",  # the id of a topic, source or path
    "choice",
    "date",  # 2026-11-21
    "flag",  # true | false
    "period",  # "12 months"
    "count",  # a whole number from 1 on
    "map",  # name: text
    "record",  # a mapping with fields of its own
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What may stand in one field; ``many`` for a list of it."""

    kind: Kind
    help: str
    many: bool = False
    required: bool = False
    choices: tuple[str, ...] = ()
    fields: Mapping[str, Field] = field(default_factory=dict)


def _line(text: str, required: bool = False) -> Field:
    return Field(kind="line", help=text, required=required)


def _text(text: str, required: bool = False) -> Field:
    return Field(kind="text", help=text, required=required)


def _markdown(text: str) -> Field:
    return Field(kind="markdown", help=text)


def _labels(text: str) -> Field:
    return Field(kind="line", many=True, help=text)


def _slugs(text: str) -> Field:
    return Field(kind="slug", many=True, help=text)


METRIC: Mapping[str, Field] = {
    "formula": _line("arithmetic over the names in parts: + - * / and brackets", required=True),
    "unit": _line('what the result counts, in quotes: "%", "minutes"', required=True),
    "better": Field(
        kind="choice", choices=("higher", "lower", "range"), required=True, help="which direction is good"
    ),
    "parts": Field(kind="map", required=True, help="each name in the formula and what it counts"),
    "worked": Field(kind="map", required=True, help='numbers for each part, in quotes, and the "result"'),
    "edges": Field(kind="map", help="what is counted and what is not"),
}

LINK: Mapping[str, Field] = {
    "to": _line("address of a macro, procedure or dashboard", required=True),
    "what": _line("what stands there"),
}

CONTRAST: Mapping[str, Field] = {
    "difference": _text("the sentence that tells the two apart", required=True),
    "scene": _text("a situation that fits only one of the two, naming neither"),
    "fits": Field(kind="slug", help="which of the two the scene fits"),
}

TERM: Mapping[str, Field] = {
    "name": _line("preferred name, sentence case", required=True),
    "context": _line("only for homonyms: the word in brackets that tells terms with one name apart"),
    "kind": Field(
        kind="choice",
        choices=("concept", "role", "status", "tool", "team", "product", "code"),
        help="what sort of thing it is; concept unless said",
    ),
    "abbreviations": _labels("short forms, matched only as written"),
    "aliases": _labels("other current names, shown to readers"),
    "formerly": _labels("earlier names, shown as such"),
    "discouraged": _labels('found, and answered with "we say …"'),
    "search_as": _labels("what people type who do not know the name; found, never shown"),
    "pronounced": _line("how it is said, where that helps"),
    "definition": _text("what it is, in one or two sentences of at most 240 characters", required=True),
    "details": _markdown("how it works, what moves it, where it misleads"),
    "example": _markdown("one concrete scene from a support desk"),
    "say_to_customer": _markdown("a sentence an agent may send"),
    "internal": _text("why this word stays inside"),
    "here": _markdown("how we do it: target, window, who acts"),
    "links": Field(kind="record", many=True, fields=LINK, help="macros, procedures, dashboards"),
    "metric": Field(kind="record", fields=METRIC, help="how the number is made; only a metric has it"),
    "topics": Field(kind="id", many=True, required=True, help="ids from topics.yaml, home topic first"),
    "broader": Field(kind="slug", help="the one term that this is a kind or a part of"),
    "related": _slugs("terms that a reader would want next; written once, shown both ways"),
    "contrast": Field(kind="map", fields=CONTRAST, help="easily confused terms, each with the difference"),
    "distinct": _slugs("ruled not a duplicate; nothing to tell readers"),
    "level": Field(kind="choice", choices=LEVELS, help="who needs it; working unless said"),
    "status": Field(kind="choice", choices=("draft", "approved", "deprecated"), help="draft unless said"),
    "since": Field(kind="date", help="deprecated since"),
    "replaced_by": Field(kind="slug", help="the term to use instead of a deprecated one"),
    "why": _text("why it is deprecated, where nothing replaces it"),
    "audience": Field(kind="choice", choices=("internal", "public"), help="who may see it"),
    "owner": _line("who answers for it"),
    "reviewed": Field(kind="date", help="the day someone last read it against practice"),
    "review_every": Field(kind="period", help='how long a review holds: "12 months"'),
    "autolink": Field(kind="flag", help="false keeps everyday words from being linked in running text"),
    "allow": Field(kind="map", help="exceptions to style rules: code and reason"),
}

ENTRY: Mapping[str, Field] = {
    "name": _line("the name as printed", required=True),
    "also": _labels("the other ways this source prints it"),
    "at": _line("where it stands in the source"),
    "text": _markdown("the source's own words, written by import"),
    "digest": _line("a digest of its words where they are not kept, written by import"),
    "says": _text("our one-sentence summary of what this source says"),
    "term": Field(kind="slug", help="the term it was merged into"),
}

SOURCE: Mapping[str, Field] = {
    "title": _line("title of the glossary", required=True),
    "publisher": _line("who published it"),
    "url": _line("where it stands"),
    "retrieved": Field(kind="date", help="the day it was read"),
    "keep_text": Field(kind="flag", help="false keeps the source's own words out of the corpus"),
    "entries": Field(kind="record", many=True, fields=ENTRY, required=True, help="every entry it has"),
}

TOPIC: Mapping[str, Field] = {
    "id": Field(kind="id", required=True, help="its address"),
    "name": _line("its name", required=True),
    "meaning": _text("what belongs here"),
    "owner": _line("who answers for its terms"),
    "review_every": Field(kind="period", help="how long a review holds"),
}

STOP: Mapping[str, Field] = {
    "term": Field(kind="slug", help="a term to read"),
    "link": _line("something to open"),
    "what": _line("what stands at the link, or the task in a few words"),
    "task": _text("something to do"),
    "note": _text("a word for the learner"),
    "id": Field(kind="id", help="an address for a link or a task; a term's is its slug"),
    "minutes": Field(kind="count", help="how long a link or a task takes"),
    "after": Field(kind="id", help="the stop to stand behind"),
    "before": Field(kind="id", help="the stop to stand in front of"),
}

PATH: Mapping[str, Field] = {
    "id": Field(kind="id", required=True, help="its address"),
    "title": _line("its title", required=True),
    "audience": _text("for whom"),
    "outcome": _text("what one can do afterwards"),
    "stops": Field(kind="record", many=True, fields=STOP, help="what to read or do"),
    "terms": _slugs("stops without a word: terms to read"),
    "topics": Field(kind="id", many=True, help="a rule: all terms of these topics"),
    "levels": Field(
        kind="choice",
        many=True,
        choices=LEVELS,
        help="a rule: of these levels; all but reference unless said",
    ),
    "extends": Field(kind="id", help="the path that this one takes its stops from"),
    "drops": Field(kind="id", many=True, help="stops of that path to leave out"),
    "order": Field(
        kind="choice",
        choices=("builds-up", "as-written"),
        help="builds-up unless said: a term that another one's definition uses is moved in front of it",
    ),
    "days": Field(kind="count", help="the working days over which it is spread"),
    "minutes_a_day": Field(kind="count", help="the most minutes that one of these days may take"),
    "then": Field(kind="id", help="the path to go on with"),
}

IMPORT_FORMATS = ("text", "markdown", "html", "csv", "tsv", "xlsx", "yaml", "json", "rst")
IMPORT_FIELDS = ("name", "also", "text", "says", "term")  # what a column can be mapped to

LINE: Mapping[str, Field] = {
    "line": _line("line of the raw document, counted from 1", required=True),
    "name": _labels("an entry of this name (or these names) begins in the line"),
    "skip": _text("what begins in the line is no entry; the reason"),
    "also": _labels("the line is another printing of this entry (or these)"),
}

RULES: Mapping[str, Field] = {
    "format": Field(
        kind="choice", choices=IMPORT_FORMATS, help="the format, where it would be taken for another"
    ),
    "columns": Field(kind="map", help="column or key: " + " | ".join(IMPORT_FIELDS) + ", or - for none"),
    "lines": Field(kind="record", many=True, fields=LINE, help="what single lines are"),
}

FREE_TEXT: frozenset[Kind] = frozenset({"line", "text", "markdown", "map"})
