"""The fields of every corpus file, in one table that all code about fields uses.

Only this table says what a field of a term contains, what role it has and who may see it. The code derives
from it which fields are reviewed, merged, checked for wording, exported, compared side by side and shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from site_gen.model import import_formats
from site_gen.model.field import Field, Kind

MAX_DEFINITION = 240  # characters: the most that a search result or a card can show in full
MAX_LABEL = 100  # characters: the most that a heading, a result and a file name can show in full


def _line(text: str, required: bool = False) -> Field:
    return Field(kind="line", help=text, required=required)


def _text(text: str, required: bool = False) -> Field:
    return Field(kind="text", help=text, required=required)


def _lines(text: str) -> Field:
    return Field(kind="line", many=True, help=text)


def _slugs(text: str) -> Field:
    return Field(kind="slug", many=True, help=text)


def _labels(text: str, noun: str, title: str = "", in_csv: bool = False) -> Field:
    return Field(
        kind="line", many=True, help=text, role="label", reviewed=True, noun=noun, title=title, in_csv=in_csv
    )


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

DIAGRAM: Mapping[str, Field] = {
    "states": Field(kind="line", many=True, required=True, help="the states, each by the words to show"),
    "arrows": Field(
        kind="row", many=True, required=True, help="what leads from where to where: [from, to, label]"
    ),
}

SCENES: Mapping[str, Field] = {
    "own": _text("a situation that fits only this term, naming neither", required=True),
    "other": _text("a situation that fits only the other term, naming neither", required=True),
}

CHANNELS: Mapping[str, Field] = {
    "chat": Field(kind="markdown", help="what to write in a chat", title="in a chat"),
    "call": Field(kind="markdown", help="what to say on the phone", title="on a call"),
    "email": Field(kind="markdown", help="what to write in an email", title="in an email"),
}

CONTRAST: Mapping[str, Field] = {
    "difference": _text("the sentence that tells the two apart", required=True),
    "scenes": Field(kind="record", fields=SCENES, help="a situation for each of the two"),
    "scene": _text("the older form: a situation that fits only one of the two, naming neither"),
    "fits": Field(kind="slug", help="which of the two that one fits"),
}

IN_OTHER_LANGUAGES = Field(
    kind="map",
    keys="language",
    lists=True,
    help="what it is called in other languages: a code such as de or pt-BR, and the names",
    role="naming",
)

TERM: Mapping[str, Field] = {
    "name": Field(
        kind="line",
        help="preferred name, sentence case",
        required=True,
        role="label",
        reviewed=True,
        noun="the name",
        in_csv=True,
    ),
    "context": Field(
        kind="line",
        help="only for homonyms: the word in brackets that tells terms with one name apart",
        role="naming",
        reviewed=True,
        joined=False,
    ),
    "kind": Field(
        kind="choice",
        choices=("concept", "role", "status", "tool", "team", "product", "code"),
        help="what sort of thing it is; concept unless said",
        role="sorting",
        joined=False,
    ),
    "abbreviations": _labels("short forms, matched only as written", noun="an abbreviation", in_csv=True),
    "aliases": _labels(
        "other current names, shown to readers", noun="an alias", title="Also called", in_csv=True
    ),
    "formerly": _labels("earlier names, shown as such", noun="an earlier name", title="Formerly"),
    "discouraged": _labels(
        'found, and answered with "we say …"', noun="a discouraged word", title="Do not say"
    ),
    "search_as": Field(
        kind="line",
        many=True,
        help="what people type who do not know the name; found, never shown",
        role="hidden-label",
        in_json=False,
    ),
    "pronounced": Field(
        kind="line", help="how it is said, where that helps", role="naming", reviewed=True, in_json=False
    ),
    "definition": Field(
        kind="text",
        help=f"what it is, in one or two sentences of at most {MAX_DEFINITION} characters",
        required=True,
        role="prose",
        reviewed=True,
        in_csv=True,
    ),
    "details": Field(
        kind="markdown",
        help="how it works, what moves it, where it misleads",
        role="prose",
        reviewed=True,
        empty_counts=True,
        title="Details",
    ),
    "example": Field(
        kind="markdown",
        help="one concrete scene from a support desk",
        role="prose",
        reviewed=True,
        empty_counts=True,
        title="Example",
        in_csv=True,
    ),
    "say_to_customer": Field(
        kind="markdown",
        help="a sentence an agent may send, or one for each channel; [time] is a blank to fill in",
        fields=CHANNELS,
        role="prose",
        reviewed=True,
        linked=False,
        empty_counts=True,
        title="Say to a customer",
    ),
    "internal": Field(
        kind="text",
        help="why this word stays inside",
        role="prose",
        reviewed=True,
        public=False,
        instead_of="say_to_customer",
        title="Stays inside",
    ),
    "here": Field(
        kind="markdown",
        help="how we do it: target, window, who acts",
        role="prose",
        reviewed=True,
        public=False,
        leading=True,
        empty_counts=True,
        title="Here",
        desks_own=True,
    ),
    "links": Field(
        kind="record",
        many=True,
        fields=LINK,
        help="macros, procedures, dashboards",
        role="data",
        reviewed=True,
        public=False,
        in_json=False,
        desks_own=True,
    ),
    "metric": Field(
        kind="record",
        fields=METRIC,
        help="how the number is made; only a metric has it",
        role="data",
        reviewed=True,
        joined=False,
    ),
    "diagram": Field(
        kind="record",
        fields=DIAGRAM,
        help="states and arrows between them, drawn on the page",
        role="data",
        reviewed=True,
        joined=False,
    ),
    "topics": Field(
        kind="id",
        many=True,
        required=True,
        help="ids from topics.yaml, home topic first",
        role="sorting",
        in_csv=True,
    ),
    "broader": Field(
        kind="slug", help="the one term that this is a kind or a part of", role="relation", in_csv=True
    ),
    "related": Field(
        kind="slug",
        many=True,
        help="terms that a reader would want next; written once, shown both ways",
        role="relation",
        in_csv=True,
    ),
    "contrast": Field(
        kind="map",
        keys="slug",
        fields=CONTRAST,
        help="easily confused terms, each with the difference",
        role="relation",
        reviewed=True,
        in_csv=True,
    ),
    "distinct": Field(
        kind="slug",
        many=True,
        help="ruled not a duplicate; nothing to tell readers",
        role="relation",
        in_json=False,
    ),
    "level": Field(
        kind="choice",
        choices=("essential", "working", "specialist", "reference"),
        help="who needs it; working unless said",
        role="sorting",
        joined=False,
        in_csv=True,
    ),
    "status": Field(
        kind="choice",
        choices=("draft", "shipped", "approved", "deprecated"),
        help="draft unless said; shipped until this desk has reviewed what it took over",
        joined=False,
        in_csv=True,
        desks_own=True,
    ),
    "since": Field(kind="date", help="deprecated since", joined=False, in_json=False, desks_own=True),
    "replaced_by": Field(
        kind="slug",
        help="the term to use instead of a deprecated one",
        role="relation",
        joined=False,
        desks_own=True,
    ),
    "why": Field(
        kind="text",
        help="why it is deprecated, where nothing replaces it",
        joined=False,
        in_json=False,
        desks_own=True,
    ),
    "audience": Field(
        kind="choice",
        choices=("internal", "public"),
        help="who may see it",
        joined=False,
        in_json=False,
        desks_own=True,
    ),
    "owner": Field(kind="line", help="who answers for it", public=False, desks_own=True),
    "reviewed": Field(
        kind="date", help="the day someone last read it against practice", joined=False, desks_own=True
    ),
    "reviewed_by": Field(
        kind="line",
        help="who that was; its owner unless said",
        joined=False,
        public=False,
        in_json=False,
        desks_own=True,
    ),
    "review_every": Field(
        kind="period", help='how long a review holds: "12 months"', in_json=False, desks_own=True
    ),
    "in_other_languages": IN_OTHER_LANGUAGES,
    "autolink": Field(
        kind="flag",
        help="false keeps everyday words from being linked in running text",
        joined=False,
        in_json=False,
    ),
    "allow": Field(kind="map", keys="code", help="exceptions to style rules: code and reason", in_json=False),
}


def term_fields(where: Callable[[Field], bool]) -> tuple[str, ...]:
    """The names of the fields of a term for which ``where`` is true, in the order of a corpus file."""
    return tuple(name for name, spec in TERM.items() if where(spec))


LABELS = term_fields(lambda spec: spec.role == "label")
NAMES = term_fields(lambda spec: spec.role in ("label", "hidden-label"))
PROSE = term_fields(lambda spec: spec.role == "prose")
MARKDOWN = term_fields(lambda spec: spec.kind == "markdown")
RELATIONS = term_fields(lambda spec: spec.role == "relation")
ONE_TERM = term_fields(lambda spec: spec.kind == "slug" and not spec.many)
SEVERAL_TERMS = term_fields(lambda spec: spec.kind == "slug" and spec.many)
# The prose fields other than the definition, in the order in which a page shows them.
BESIDE_DEFINITION = tuple(
    sorted((name for name in PROSE if name != "definition"), key=lambda name: not TERM[name].leading)
)

ENTRY: Mapping[str, Field] = {
    "name": _line("the name as printed", required=True),
    "also": _lines("the other ways this source prints it"),
    "at": Field(kind="line", help="where it stands in the source", role="evidence"),
    "text": Field(kind="markdown", help="the source's own words, written by import", role="evidence"),
    "digest": Field(
        kind="line",
        help="a digest of its words where they are not kept, written by import",
        role="evidence",
    ),
    "says": _text("our one-sentence summary of what this source says"),
    "say_to_customer": _text("a sentence for customers in the source; the draft that a merge makes has it"),
    "in_other_languages": IN_OTHER_LANGUAGES,
    "topics": _lines("its groups in the source; a merge takes topics of ours with these names"),
    "search_as": _lines("what people type for it, by the source; the draft that a merge makes has them"),
    "owner": Field(
        kind="line", help="who answers for its page in the source; the draft has it", public=False
    ),
    "reviewed": Field(kind="date", help="the day its page was last reviewed; the draft has it"),
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
    "owner": Field(kind="line", help="who answers for its terms", public=False, desks_own=True),
    "review_every": Field(kind="period", help="how long a review holds", desks_own=True),
}

OWNER: Mapping[str, Field] = {
    "mail": Field(kind="mail", help="where readers can write", public=False),
    "chat": Field(kind="https", help="where readers can chat: an https address", public=False),
    "handle": Field(kind="handle", help='the account on the code host: "@ana"', public=False),
    "deputy": Field(kind="line", help="the name of another owner, who stands in", public=False),
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
        choices=TERM["level"].choices,
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
    "pass": Field(kind="percent", help="how much of its test must be right to pass; no test unless said"),
    "then": Field(kind="id", help="the path to go on with"),
}

IMPORT_FIELDS = (
    "name",
    "also",
    "text",
    "say_to_customer",
    "says",
    "term",
    "topics",
    "search_as",
    "owner",
    "reviewed",
)  # fields that a column can be mapped to

LINE: Mapping[str, Field] = {
    "line": _line("line of the raw document, counted from 1", required=True),
    "name": _lines("an entry of this name (or these names) begins in the line"),
    "skip": _text("what begins in the line is no entry; the reason"),
    "also": _lines("the line is another printing of this entry (or these)"),
}

RULES: Mapping[str, Field] = {
    "format": Field(
        kind="choice",
        choices=tuple(import_formats.FORMATS),
        help="the format, where it would be taken for another",
    ),
    "columns": Field(kind="map", help="column or key: " + " | ".join(IMPORT_FIELDS) + ", or - for none"),
    "lines": Field(kind="record", many=True, fields=LINE, help="what single lines are"),
}

FREE_TEXT: frozenset[Kind] = frozenset({"line", "text", "markdown", "map"})
