"""Read the lists and mappings that a program writes out, in any of the dialects: nothing is run.

A text, a number, a list and a mapping are taken as they stand; texts joined with + are one text, and elements
of JSX are kept as markup. Whatever else stands for a value (a name, a call, a function) is passed over up to
the next comma or bracket.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field

from site_gen.sources.draft import UnreadableError
from site_gen.sources.formats.data_tree import MAX_DEPTH, MAX_VALUES, Leaf, Many, Named, Value
from site_gen.sources.formats.script_dialects import JAVASCRIPT, Dialect

_CONSTRUCTED = re.compile(r"array\s{0,5}(?=\()")  # how PHP begins a list in brackets
_TAGGED = re.compile(r"[A-Za-z_$][\w$.]{0,40}(?=`)")  # what makes a text of another: t`…`
_MADE = re.compile(r"new\s{1,5}[A-Z][\w$.]{0,60}(?=\()")  # new Term("Hold", "A wait …")
_COMPUTED = re.compile(r"\[\s{0,5}(?:[\w$]{1,60}\.){0,4}(?P<key>[\w$]{1,60})\s{0,5}\]")  # [Key.Hold]: …
_NUMBER = re.compile(r"-?\d[\d_.]*")
_ELEMENT = re.compile(r"<(?=[A-Za-z>])")
_TAG = re.compile(
    r"<(?:(?P<end>/)|(?=[A-Za-z>]))(?:[^<>\"'{}]|\"[^\"]*+\"|'[^']*+'|\{[^{}]*+\})*+(?P<alone>/)?>"
)
_FRAGMENT = re.compile(r"</?>")  # JSX around several elements
_PLACE = re.compile(r"\$\{[^{}]*+\}")
_ESCAPE = re.compile(
    r"\\(?:u\{(?P<long>[0-9A-Fa-f]{1,6})\}|u(?P<code>[0-9A-Fa-f]{4})|x(?P<byte>[0-9A-Fa-f]{2})|(?P<sign>.))",
    re.DOTALL,
)
_SIGNS = {"n": "\n", "t": "\t", "r": "", "b": "", "f": "", "v": "", "0": "", "\n": ""}
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")


@dataclass(slots=True, kw_only=True)
class Reader:
    """Read values of one program, each character once. ``at`` is where the next value is looked for."""

    source: str
    dialect: Dialect = JAVASCRIPT
    at: int = 0
    seen: int = 0
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts = [0, *(found.end() for found in re.finditer("\n", self.source))]

    def literal(self) -> Value | None:
        """The list or mapping that begins at ``at``."""
        return self._value(0)

    def leaf(self) -> Leaf | None:
        """The text in quotes that begins at ``at``; None where none does."""
        return self._text() if self.dialect.text.match(self.source, self.at) else None

    def _value(self, depth: int) -> Value | None:
        """The value at ``at``, and whatever stands behind it up to a comma or bracket; None for no data."""
        if depth > MAX_DEPTH:
            raise UnreadableError("import-unreadable", "nested too deep to be read", "export it more plainly")
        self.seen += 1
        if self.seen > MAX_VALUES:
            raise UnreadableError(
                "import-too-large", f"more than {MAX_VALUES:,} values", "export the terms by themselves"
            )
        self._skip_aside()
        if self.dialect is JAVASCRIPT and (tag := _TAGGED.match(self.source, self.at)):
            self.at = tag.end()
        if self.dialect.paired and (array := _CONSTRUCTED.match(self.source, self.at)):
            self.at = array.end()
        start, sign = self.at, self._sign()
        found: Value | None = None
        if self.dialect is JAVASCRIPT and (made := _MADE.match(self.source, self.at)):
            self.at = made.end()
            found = self._list(depth, ")")
        elif sign in self.dialect.lists:
            found = self._list(depth, self.dialect.lists[sign])
        elif sign == "{":
            found = self._mapping(depth)
        elif self.dialect.text.match(self.source, self.at):
            found = self._text()
        elif number := _NUMBER.match(self.source, self.at):
            found, self.at = self._leaf(number[0], start), number.end()
        elif _ELEMENT.match(self.source, self.at):
            found = self._leaf(self._element(), start)
        if depth:  # the whole list or mapping ends with its own bracket: not each program has semicolons
            self._to_end()
        return found

    def _sign(self) -> str:
        return self.source[self.at : self.at + 1]

    def _leaf(self, text: str, at: int) -> Leaf:
        return Leaf(text=text, line=bisect.bisect_right(self.starts, at))

    def _skip_aside(self) -> None:
        if found := self.dialect.aside.match(self.source, self.at):
            self.at = found.end()

    def _list(self, depth: int, close: str) -> Value:
        start, items, pairs = self.at, list[Value](), list[tuple[Leaf, Value]]()
        self.at += 1
        while self._more(close):
            key = self._key_before_arrow() if self.dialect.paired else None
            item = self._value(depth + 1)
            if item and key:
                pairs.append((key, item))
            elif item:
                items.append(item)
            self._next(close)
        if close == ")" and len(items) == 1:  # brackets around a long text
            return items[0]
        line = self._leaf("", start).line
        return Named(pairs=tuple(pairs), line=line) if pairs else Many(items=tuple(items), line=line)

    def _mapping(self, depth: int) -> Named:
        start, pairs = self.at, list[tuple[Leaf, Value]]()
        self.at += 1
        while self._more("}"):
            if key := self._key_before_arrow():
                value = self._value(depth + 1)
                pairs += [(key, value)] if value else []
            else:
                self._to_end()
            self._next("}")
        return Named(pairs=tuple(pairs), line=self._leaf("", start).line)

    def _key_before_arrow(self) -> Leaf | None:
        """The key at ``at``, if the sign behind a key follows, which is passed; else nothing is passed."""
        start, key = self.at, self._key()
        self._skip_aside()
        if key and (arrow := self.dialect.arrow.match(self.source, self.at)):
            self.at = arrow.end()
            return key
        self.at = start
        return None

    def _more(self, close: str) -> bool:
        """Whether another item stands before the closing bracket; if not, the bracket is passed."""
        self._skip_aside()
        if self._sign() == close:
            self.at += 1
            return False
        return self.at < len(self.source)

    def _next(self, close: str) -> None:
        """Pass the sign behind an item; a bracket of another kind is passed too, so that reading goes on."""
        if self._sign() and self._sign() != close:
            self.at += 1

    def _key(self) -> Leaf | None:
        if self.dialect.text.match(self.source, self.at):
            return self._text()
        start = self.at
        computed = _COMPUTED.match(self.source, self.at) if self.dialect is JAVASCRIPT else None
        if found := computed or self.dialect.key.match(self.source, self.at):
            self.at = found.end()
            return self._leaf(found["key"], start)
        return None

    def _text(self) -> Leaf:
        """A text in quotes, with the texts that are joined to it."""
        start, parts = self.at, list[str]()
        while found := self.dialect.text.match(self.source, self.at):
            parts.append(unquoted(found[0]))
            self.at = found.end()
            self._skip_aside()
            if self._sign() == (self.dialect.follows or "+"):
                self.at += 1
                self._skip_aside()
            elif self.dialect.follows:
                break
        return self._leaf("".join(parts), start)

    def _element(self) -> str:
        """The markup of an element of JSX with all that it holds."""
        start, depth = self.at, 0
        while found := _TAG.search(self.source, self.at):
            self.at = found.end()
            depth += 0 if found["alone"] else -1 if found["end"] else 1
            if depth <= 0:
                break
        else:
            self.at = len(self.source)
        return _FRAGMENT.sub("", self.source[start : self.at])

    def _to_end(self) -> None:
        """Go on to the comma, semicolon or bracket that ends a value, past all brackets in between."""
        open_signs = 0
        while self.at < len(self.source):
            sign = self.source[self.at]
            if sign in "\"'`" and (found := self.dialect.text.match(self.source, self.at)):
                self.at = found.end()
                continue
            if sign in "/# \n\t\r" and (found := self.dialect.aside.match(self.source, self.at)):
                self.at = found.end()
                continue
            if not open_signs and (sign in ",;" or sign in _CLOSE):
                return
            open_signs += (sign in _OPEN) - (sign in _CLOSE)
            self.at += 1


def unquoted(quoted: str) -> str:
    """What a text in quotes says; the place of an expression in it is shown as dots."""
    quoted = quoted.lstrip("rRuUbBfF") if quoted[0].isalpha() else quoted
    if quoted[:3] in ('"""', "'''"):
        return _ESCAPE.sub(_sign_of, quoted[3:].removesuffix(quoted[:3]))
    inside = quoted[1:-1] if len(quoted) > 1 and quoted[-1] == quoted[0] else quoted[1:]
    if quoted[0] == "`":
        inside = _PLACE.sub("…", inside)
    return _ESCAPE.sub(_sign_of, inside)


def _sign_of(found: re.Match[str]) -> str:
    code = found["long"] or found["code"] or found["byte"]
    if code:
        number = int(code, 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else ""
    return _SIGNS.get(found["sign"], found["sign"])


_LAX = re.compile(r"[{,]\s{0,200}(?:[A-Za-z_$][\w$]{0,80}|'[^'\n]{0,200}')\s{0,5}:")
_AROUND = re.compile(r"\s*(?P<open>[\[{]).*(?P<close>[\]}])[\s;]*", re.DOTALL)


def from_lax_json(text: str) -> Value | None:
    """The value of JSON as programs write it, with keys without quotes or in single ones; else None."""
    start = JAVASCRIPT.aside.match(text)
    at = start.end() if start else 0
    around = _AROUND.fullmatch(text, at) if _LAX.search(text) else None
    if around is None or around["open"] + around["close"] not in ("[]", "{}"):
        return None
    reader = Reader(source=text, at=at)
    found = reader.literal()
    return found if not text[reader.at :].strip("; \t\r\n") else None
