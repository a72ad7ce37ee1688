"""Calls of site generators and components that tell a name: entries whole, and boxes around a text.

``<Card title="Name">text</Card>``, ``{{< term "Name" >}}text{{< /term >}}``, ``{% tab title="Name" %}``, and
those that tell name and text at once: ``<Term name="Name" definition="Text" />``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_gen.sources.formats import fragment
from site_gen.sources.formats.inline_markup import BOX, heading, paragraph
from site_gen.sources.formats.spans import Span
from site_gen.sources.shape.blocks import Block, Pair, clean_name, count_words, is_unspaced, tidy
from site_gen.sources.shape.header_roles import JOINS, field_of, is_exact, role_of

MAX_LINES = 24  # over which the arguments of a call go
NEAR_END = 60  # lines within which a call has to end
MAX_NAME = 90
TEXT = 3  # words of a text that an argument tells
OFTEN = 2  # names that calls without a telling tag have to give
_OPEN = re.compile(
    r"\s{0,16}(?:\{\{[<%]|\{%|<(?=[A-Z]))-?\s?(?:include(?:_cached)?\s+|component\s+)?"
    r"(?P<tag>[\w./:-]{1,60}?)(?=[\s>%/]|-%|$)"
)
_GIVEN = re.compile(
    r"\s*(?:(?P<key>[@:\w.-]{1,40})\s*=\s*)?(?:\"(?P<double>(?:[^\"\\]|\\.)*)\"|'(?P<single>(?:[^'\\]|\\.)*)'|"
    r"“(?P<curly>[^”]*)”|\{(?P<code>(?:[^{}]|\{[^{}]*\})*)\}|(?P<bare>(?:[^\s\"'{}<>=%/]|/(?!>))+))\s*,?"
)
_SHUT = re.compile(r"\s*(?P<alone>/?)\s?-?(?:[>%]\}\}|%\}|>)")
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|`([^`]*)`")
_TELLING = re.compile(
    r"term|gloss|definition|entry|accordion|expand|details|collapse|toggle", re.IGNORECASE
)  # in the tag of a call that is about a term, or folds a text
_INLINE = re.compile(
    r"link|button|btn|image|img|icon|badge|tooltip|abbr|ref$|video|figure|frame|hero|banner|code|youtube|head$|"
    r"seo|meta|download|mermaid|chart|diagram|callout|alert|admonition|aside|note|hint|warning|tip$|"
    r"param|field|prop(?:s|erty)?$|argument|option|endpoint|step",
    re.IGNORECASE,
)  # in that of one inside of a sentence, beside the text, or around what is no term
_TITLES = frozenset(["summary", "header", "heading", "subject"])  # names where no argument tells one else
_TARGETS = frozenset(["href", "link", "to", "url", "src"])
_KEY = re.compile(r"(?:\w{0,20}[_-])?(?:id|key|slug|ref)")
_LIST = re.compile(r"<(?:(?:Definition|Description|Desc|Glossary|Term)List|Dl)\b")
_OF_LIST = (  # components that show a definition list, as its elements
    (re.compile(r"<(/?)(?:Definition|Description|Desc|Glossary|Term)List\b"), r"<\1dl"),
    (re.compile(r"<(/?)(?:Definition|Description|Glossary)?(?:Term|Title|Dt)\b"), r"<\1dt"),
    (re.compile(r"<(/?)(?:Definition|Description|Glossary)?(?:D(?:escription|efinition|etails|d)|Text)\b"),
     r"<\1dd"),
    (re.compile(r"<(/?)Dl\b"), r"<\1dl"),
)  # fmt: skip
_TABLE = re.compile(r"<Table(?:Row|Body)\b|<Tr>")
_OF_TABLE = (  # components that show a table, as its elements
    (re.compile(r"<(/?)Table(?:Container)?\b(?=[ >])"), r"<\1table"),
    (re.compile(r"<(/?)(?:TableRow|Tr)\b"), r"<\1tr"),
    (re.compile(r"<(/?)(?:TableCell|Td)\b"), r"<\1td"),
    (re.compile(r"<(/?)(?:TableHeaderCell|Th)\b"), r"<\1th"),
    (re.compile(r"<(/?)(?:TableHeader|Thead)\b"), r"<\1thead"),
    (re.compile(r"<(/?)(?:TableBody|Tbody)\b"), r"<\1tbody"),
)  # fmt: skip
_HEAD = (re.compile(r"<(/?)TableHead\b"), r"<\1th")  # the cell, or the part of a table in other libraries
_CONTAINER = re.compile(r"\s*</?[A-Z][\w.]{0,40}(?:\s[^<>]{0,300}(?<!/))?>\s*")
_HEADING = re.compile(r"#{2,6}\s+(?!\W?\w(?:\s?\W\s?\w)?\s*#*$)\S")  # but no letter
_FENCE = re.compile(r"\s{0,16}(?P<sign>`{3,}|~{3,})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call in the lines ``start`` to ``last`` with what it tells, and what stands behind it.

    ``end`` is the line that closes it, ``last`` if that is in ``rest``; 0 if no line closes it.
    """

    start: int
    last: int
    tag: str
    name: str
    also: tuple[str, ...]
    text: str
    rest: str
    end: int

    @property
    def is_whole(self) -> bool:
        """Whether its arguments tell the text, and nothing stands in it."""
        return bool(self.text) and not self.end and not self.rest.strip()


def settled(lines: list[str]) -> Iterator[tuple[int, int, Sequence[Block]]]:
    """Write the names that calls tell over their texts; yield the lines of others with their blocks."""
    if any(map(_LIST.search, lines)):
        lines[:] = (_with_elements(line, _OF_LIST) for line in lines)
    if any(map(_TABLE.search, lines)):
        is_cell = any("<TableHeader" in line for line in lines)
        head = _HEAD if is_cell else (_HEAD[0], r"<\1thead")
        lines[:] = (_with_elements(line, (*_OF_TABLE, head)) for line in lines)
    calls = list(_calls(lines))
    times = Counter(tag for tag, _ in {(call.tag, call.name) for call in calls})
    heads = sum(_HEADING.match(line) is not None for line in lines)
    least = max(OFTEN, heads)  # else the headings are the names, and calls stand in their texts
    taken = [one for one in calls if _TELLING.search(one.tag) or times[one.tag] >= least]
    if any(lines[call.start].lstrip().startswith("<") for call in taken):
        starts = {call.start for call in taken}
        for index, line in enumerate(lines):
            lines[index] = "" if index not in starts and _CONTAINER.fullmatch(line) else line
    for call in taken:
        yield from _written(lines, call)


def _with_elements(line: str, parts: Sequence[tuple[re.Pattern[str], str]]) -> str:
    """A line with components of a list or table as its elements in HTML."""
    for pattern, instead in parts if "<" in line else ():
        line = pattern.sub(instead, line)
    return line


def _calls(lines: Sequence[str]) -> Iterator[Call]:
    """The calls outside of code that tell a name and have a text."""
    index, fence = 0, ""
    while index < len(lines):
        mark = _FENCE.match(lines[index])
        if mark and (not fence or mark["sign"].startswith(fence)):
            fence = "" if fence else mark["sign"]
        call = None if fence else _call(lines, index)
        if call:
            yield call
        index = call.last + 1 if call else index + 1


def _call(lines: Sequence[str], start: int) -> Call | None:
    opened = _OPEN.match(lines[start])
    if not opened or (_INLINE.search(opened["tag"]) and not _TELLING.search(opened["tag"])):
        return None
    if "tooltip" in opened["tag"].lower():
        return None
    whole = "\n".join(lines[start : start + MAX_LINES])
    place, given = opened.end(), list[tuple[str, str]]()
    while not (shut := _SHUT.match(whole, place)):
        argument = _GIVEN.match(whole, place)
        if not argument or argument.end() == place:
            return None
        given.append(((argument["key"] or "").lower(), _value(argument)))
        place = argument.end()
    last = start + whole.count("\n", 0, shut.end())
    rest = whole[shut.end() :].partition("\n")[0]
    names, also, text = _told(given)
    if not names or not 0 < len(names) <= MAX_NAME:
        return None
    end = 0 if shut["alone"] else _end(lines, last, rest, opened["tag"])
    if any(key in _TARGETS for key, _ in given) and not _TELLING.search(opened["tag"]):
        return None  # to another page
    call = Call(
        start=start, last=last, tag=opened["tag"], name=names, also=also, text=text, rest=rest, end=end,
    )  # fmt: skip
    return call if call.is_whole or _has_body(lines, call) else None


def _value(argument: re.Match[str]) -> str:
    """The words of an argument; those of a list of JavaScript in lines."""
    if argument["code"] is not None:
        parts = ("".join(part) for part in _QUOTED.findall(argument["code"]))
        return "\n".join(filter(None, map(str.strip, parts)))
    said = next((s for s in (argument["double"], argument["single"], argument["curly"]) if s is not None), "")
    return re.sub(r"\\([\"'])", r"\1", said).strip()


def _told(given: Sequence[tuple[str, str]]) -> tuple[str, tuple[str, ...], str]:
    """The name, the other names and the text that the arguments of a call tell."""
    by_field: dict[str, list[str]] = {"name": [], "also": [], "text": [], "title": []}
    for key, value in given:
        words = JOINS.sub(" ", key).replace("-", " ").replace("_", " ")
        field = "title" if words in _TITLES else field_of(role_of(words)) if is_exact(words) else ""
        if value and key and field in by_field and not _KEY.fullmatch(key):
            by_field[field].append(value)
    bare = [value for key, value in given if not key and value]
    names = by_field["name"] or by_field["title"] or bare[:1]
    texts = by_field["text"] or (bare[1:2] if not by_field["name"] else [])
    text = next((value for value in texts if count_words(value) >= TEXT or is_unspaced(value)), "")
    also = (part.strip() for value in by_field["also"] for part in re.split(r"[,;\n]", value))
    name = fragment.shown(" ".join(names[0].split())) if names else ""
    return name, tuple(filter(None, also)), fragment.shown(text)


def _end(lines: Sequence[str], last: int, rest: str, tag: str) -> int:
    """The line that closes a call; 0 if none does."""
    shut = _closing(tag)
    if shut.search(rest):
        return last
    near = range(last + 1, min(last + NEAR_END, len(lines)))
    return next((index for index in near if shut.search(lines[index])), 0)


def _closing(tag: str) -> re.Pattern[str]:
    said = re.escape(tag)
    return re.compile(
        rf"</\s?{said}\s?>|\{{\{{[<%]-?\s?/\s?{said}\s?-?[>%]\}}\}}|\{{%-?\s?(?:end|/\s?){said}\s?-?%\}}"
    )


def _has_body(lines: Sequence[str], call: Call) -> bool:
    """Whether words stand in a call; code in one without a telling tag is a step of an instruction."""
    if not call.end:
        return False
    body = (call.rest, *lines[call.last + 1 : call.end + 1])
    first = next(filter(str.strip, (_closing(call.tag).sub("", line) for line in body)), "")
    return bool(first) and (not _FENCE.match(first) or _TELLING.search(call.tag) is not None)


def _written(lines: list[str], call: Call) -> Iterator[tuple[int, int, Sequence[Block]]]:
    """Write the name of a call over its text, without the indent of the text."""
    line, shut = call.start + 1, _closing(call.tag)
    if call.is_whole:
        pair = Pair(line=line, names=(clean_name(call.name), *call.also), bodies=(call.text,))
        yield call.start, call.last + 1, [pair]
        return
    body = [shut.sub("", text).expandtabs(4).rstrip() for text in lines[call.last + 1 : call.end + 1]]
    deep = min((len(text) - len(text.lstrip()) for text in body if text.strip()), default=0)
    lines[call.last + 1 : call.end + 1] = [text[deep:] for text in body]
    also = f"Also known as: {', '.join(call.also)}" if call.also else ""
    beside = [
        tidy(part) for part in (also, call.text, fragment.shown(shut.sub("", call.rest))) if part.strip()
    ]
    if not beside and call.last == call.start:
        lines[call.start] = f"###### {call.name} {BOX}"
        return
    rows = [paragraph([(line, [Span(text=part)])]) for part in beside]
    yield (
        call.start,
        call.last + 1,
        [heading(line, f"{call.name} {BOX}", 6), *(b for row in rows for b in row)],
    )
