"""The texts of the pages that nobody has written in a language yet, as lines to fill in glossary/words.yaml.

Each text stands below its English one, which stays as a comment::

    term:
      # Changed on {day}
      changed: ""

What the file holds stays as it is, byte for byte, but a group in braces: that is broken into lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_gen.catalog import Text
from site_gen.corpus.yaml import parse

_STEP = 2  # columns
_HEAD = """\
# The texts of the pages in '{language}'. Write each between its quotes, below the English one. The page fills
# what stands in {{braces}}, and makes a link of [words]{{name}}. A text that is left empty stands in English.
"""
_ORDER = ("zero", "one", "two", "few", "many", "other")


def with_texts_to_write(text: str, missing: Mapping[str, Text], forms: Iterable[str], language: str) -> str:
    """The file ``text`` with a line for each of the ``missing`` texts that it has none for, in their order.

    ``missing`` are the English texts by key, ``forms`` the plural forms that the language tells apart.
    ``text`` is a file that can be read, or empty.
    """
    node, _ = parse.parse(text, "words.yaml")
    plurals = [form for form in _ORDER if form in set(forms)]
    if not isinstance(node, parse.Mapping):
        lines = "".join(_lines(missing, "", plurals))
        return f"{text}{_line_end(text)}{'' if text.strip() else _HEAD.format(language=language)}{lines}"
    if node.flow:
        lines = "".join(f"{key.value}: {_in_one_line(text, value)}\n" for key, value in node.pairs)
        text = f"{text[: node.start]}{lines}{text[node.end :].lstrip()}"
        return with_texts_to_write(text, missing, plurals, language)
    made = text
    for start, end, new in sorted(_edits(text, node, missing, "", plurals), reverse=True):
        made = made[:start] + new + made[end:]
    if made == text:
        return made
    return with_texts_to_write(made, missing, plurals, language)  # a group in braces in another one


def _line_end(text: str) -> str:
    return "" if not text or text.endswith("\n") else "\n"


def _edits(
    text: str, group: parse.Mapping, missing: Mapping[str, Text], above: str, plurals: Sequence[str]
) -> Iterator[tuple[int, int, str]]:
    """(start, end, new text) of each place of the file that changes."""
    there = {key.value: (key, value) for key, value in group.pairs}
    absent: dict[str, Text] = {}
    for name in _names(missing, above):
        below = {key: said for key, said in missing.items() if key.startswith(f"{above}{name}.")}
        if name not in there:
            absent |= below or {above + name: missing[above + name]}
        elif below:
            yield from _inside(text, there[name], below, f"{above}{name}.", plurals)
    if absent:
        at = _after(text, group) if above else len(text)
        broken = "" if not at or text[at - 1] == "\n" else "\n"
        yield at, at, broken + "".join(_lines(absent, above, plurals))


def _inside(
    text: str,
    pair: tuple[parse.Scalar, parse.Node],
    below: Mapping[str, Text],
    above: str,
    plurals: Sequence[str],
) -> Iterator[tuple[int, int, str]]:
    key, value = pair
    if isinstance(value, parse.Mapping) and value.pairs and not value.flow:
        yield from _edits(text, value, below, above, plurals)
        return
    pairs = value.pairs if isinstance(value, parse.Mapping) else ()
    written = {name.value for name, _ in pairs}
    more = {one: said for one, said in below.items() if one[len(above) :].partition(".")[0] not in written}
    if more:
        depth = " " * (_STEP * above.count("."))
        kept = "".join(f"\n{depth}{name.value}: {_in_one_line(text, node)}" for name, node in pairs)
        start, end = key.end + 1, value.end if pairs else key.end + 1
        yield start, end, f"{kept}\n{''.join(_lines(more, above, plurals)).rstrip()}"


def _in_one_line(text: str, node: parse.Node) -> str:
    return re.sub(r"\s*\n\s*", " ", text[node.start : node.end])


def _after(text: str, group: parse.Mapping) -> int:
    """Where the line ends on which the last text of a group stands."""
    last: parse.Node = group
    while isinstance(last, parse.Mapping) and last.pairs and not last.flow:
        last = last.pairs[-1][1]
    if last.end and text[last.end - 1] == "\n":
        return last.end
    return text.find("\n", last.end) + 1 or len(text)


def _names(texts: Mapping[str, Text], above: str) -> list[str]:
    return list(dict.fromkeys(key[len(above) :].partition(".")[0] for key in texts if key.startswith(above)))


def _lines(texts: Mapping[str, Text], above: str, plurals: Sequence[str]) -> Iterator[str]:
    depth = " " * (_STEP * above.count("."))
    for name in _names(texts, above):
        english = texts.get(above + name)
        if english is None:
            yield f"{depth}{name}:\n"
            yield from _lines(texts, f"{above}{name}.", plurals)
        elif isinstance(english, str):
            yield f'{depth}# {english}\n{depth}{name}: ""\n'
        else:
            said = ", ".join(f"{form}: {_quoted(one)}" for form, one in english.items())
            blank = ", ".join(f"{form}: {_quoted('')}" for form in plurals)
            yield f"{depth}# {said}\n{depth}{name}: {{{blank}}}\n"


def _quoted(text: str) -> str:
    return f'"{text}"'
