"""YAML, JSON and TOML as one kind of tree with line numbers, before entries are searched in it."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from site_gen.sources.draft import UnreadableError
from site_gen.sources.shape.lines import without_unseen

MAX_BYTES = 2_000_000
MAX_DEPTH = 50
MAX_VALUES = 200_000  # texts, lists and mappings of one file; 5,000 records of 20 fields have 105,000
MAX_KEY = 1_000  # characters of a key in TOML, whose parts are counted
MOST = 0.6  # share of readable lines from which a file has one JSON value a line
NEAR = 20_000  # characters to search for the next JSON text


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One text value with its line number."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    """A list with the line where it begins."""

    items: tuple[Value, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A mapping, as pairs in the order of the file, with the line where it begins."""

    pairs: tuple[tuple[Leaf, Value], ...]
    line: int


Value = Leaf | Many | Named


_COMMENT = re.compile(r'"(?:[^"\\]|\\.)*"|//[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)')
_LAST_COMMA = re.compile(r'"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])')


def strict(text: str) -> str:
    """JSON text without comments and trailing commas, which people and editors add."""
    for pattern in (_COMMENT, _LAST_COMMA):
        text = pattern.sub(lambda found: found[0] if found[0][0] == '"' else "", text)
    return text


class _Twice(dict[str, object]):
    """A mapping of JSON with all its pairs, of which several may have the same key."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.pairs = pairs if len(pairs) > len(self) else None


def _loaded(text: str) -> object:
    found: object = json.loads(text, object_pairs_hook=_Twice)
    return found


def json_value(text: str) -> object | None:
    """The JSON value, one document or one value in each line; None if the text is no JSON."""
    try:
        return _loaded(text)
    except RecursionError:
        raise _too_deep() from None
    except ValueError:
        pass
    if len(joined := _values(text)) > 1:
        return joined
    rows = [_row(row) for row in text.splitlines() if row.strip()]
    read = [row for row in rows if row is not None]
    return read if len(read) > 1 and len(read) >= MOST * len(rows) else None


_BETWEEN = re.compile(r"\s*,?\s*")


def _values(text: str) -> list[object]:
    """The mappings of a text that only has mappings, one after another in as many lines as each needs."""
    found: list[object] = []
    decoder, at = json.JSONDecoder(object_pairs_hook=_Twice), 0
    try:
        while at < len(text):
            at = between.end() if (between := _BETWEEN.match(text, at)) else at
            if at < len(text):
                value, at = decoder.raw_decode(text, at)
                if not isinstance(value, dict):
                    return []
                found.append(value)
    except (ValueError, RecursionError):
        return []
    return found


def _row(line: str) -> object | None:
    """The list, mapping or text in a line; None for anything else, also for a line that is cut off."""
    try:
        found = _loaded(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, list | dict | str) else None


def broken_rows(text: str) -> list[tuple[int, str]]:
    """The lines that are not readable, with their numbers, in a file of one JSON value a line."""
    try:
        json.loads(strict(text))
    except (ValueError, RecursionError):
        if _values(text) or _values(strict(text)):
            return []
        lines = enumerate(text.splitlines(), 1)
        return [(number, line) for number, line in lines if line.strip() and _row(line) is None]
    return []


def _too_many() -> UnreadableError:
    message = f"more than {MAX_VALUES:,} values, which no glossary has"
    return UnreadableError("import-too-large", message, "export the terms by themselves")


def _too_deep() -> UnreadableError:
    return UnreadableError("import-unreadable", "nested too deep to be read", "export it more plainly")


def from_json(text: str) -> Value | None:
    """The tree of JSON, of JSON with comments, or of one JSON value a line. Raises ``UnreadableError``."""
    if text.count('":') + text.count("{") > MAX_VALUES:
        raise _too_many()
    found = json_value(text)
    if found is None:
        found = json_value(strict(text))
    if found is None:
        try:
            json.loads(text)
        except ValueError as error:
            line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
            said = error if isinstance(error, json.JSONDecodeError) else "a number has thousands of digits"
            message = f"not readable as JSON: {said}"[:200]
            hint = "check the brackets, commas and quotes"
            raise UnreadableError("import-unreadable", message, hint, line) from None
    return _Lines(text=text).value(found, 0)


def from_toml(text: str) -> Value | None:
    """The tree of a TOML text. Raises ``UnreadableError``."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_KEY and line[:MAX_KEY].count(".") > MAX_DEPTH and '"' not in line[:MAX_KEY]:
            message = "a key has more parts than anybody writes"
            raise UnreadableError("import-unreadable", message, "check that it is the right file", number)
    try:
        found = tomllib.loads(text.replace("\r\n", "\n"))
    except RecursionError:
        raise _too_deep() from None
    except tomllib.TOMLDecodeError as error:
        message = f"not readable as TOML: {error}"[:200]
        raise UnreadableError("import-unreadable", message, "check the quotes and brackets") from None
    return _Lines(text=text).value(found, 0)


@dataclass(slots=True, kw_only=True)
class _Lines:
    """Find line numbers for values of JSON and TOML: search each text after the previous one."""

    text: str
    at: int = 0
    line: int = 1
    seen: int = 0

    def _leaf(self, value: object) -> Leaf:
        shown = value if isinstance(value, str) else json.dumps(value, default=str).strip('"')
        for written in (json.dumps(shown, ensure_ascii=False)[1:-1], json.dumps(shown)[1:-1]):
            place = self.text.find(written, self.at, self.at + NEAR) if written else -1
            if place >= 0:
                self.line += self.text.count("\n", self.at, place)
                self.at = place
                break
        return Leaf(text=without_unseen(shown), line=self.line)

    def value(self, found: object, depth: int) -> Value:
        if depth > MAX_DEPTH:
            raise _too_deep()
        self.seen += 1
        if self.seen > MAX_VALUES:
            raise _too_many()
        if isinstance(found, Mapping):
            all_pairs = (found.pairs if isinstance(found, _Twice) else None) or found.items()
            pairs = tuple((self._leaf(key), self.value(value, depth + 1)) for key, value in all_pairs)
            return Named(pairs=pairs, line=pairs[0][0].line if pairs else self.line)
        if isinstance(found, list):
            items = tuple(self.value(item, depth + 1) for item in found)
            return Many(items=items, line=items[0].line if items else self.line)
        return self._leaf("" if found is None else found)
