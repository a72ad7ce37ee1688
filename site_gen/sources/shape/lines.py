"""Turn plain text into logical lines: detect indents, numbers and bullets, and join wrapped lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from string import ascii_lowercase, ascii_uppercase

from site_gen.sources.draft import UnreadableError
from site_gen.sources.shape import east_asian_numbers
from site_gen.sources.shape.blocks import is_unspaced, is_value
from site_gen.sources.shape.header_roles import role_of

_BREAK = re.compile(r"\r\n|\r|\n")
# the zero-width joiners stay: emoji and Persian are written with them
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
_SPACE = re.compile("[\x0b\x0c\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_ANCHOR = re.compile(r"^\s*(?:\[(?:bookmark|anchor|id|#)[^\]\n]{0,80}\]|\{#[^}\n]{0,80}\})\s*")
_BULLET = re.compile(
    r"(?:[-*+•‣▪▫●○◦◆■□▶►»✓✔❖➢·]|[–—](?=\s)|:[a-z][a-z0-9_+-]{2,30}:(?=\s)|"
    r"[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff]\ufe0f?|\d\ufe0f?\u20e3)\s+(?=\S)|"
    r"[・･]\s*(?=\S)|[◆◇■□●○◎▼▶►▪▫•](?=[^\W\d_])"  # no name begins with one of these
)
_ROUND = re.compile(r"o\s+(?=[A-ZÀ-Þ])")  # the round bullet of word processors, copied as a letter
_NUMBER = re.compile(
    r"[(\[]?(?P<number>\d{1,4}(?:\.\d{1,3})*|[ivx]{1,5}(?=[.)])|[a-z](?=\)))"
    r"(?:[.)\]]+|(?<=\.\d)(?=\s))\s+(?=\S)",
    re.I,
)
_EAST_ASIAN_NUMBER = re.compile(rf"(?:{east_asian_numbers.PLAIN})\s*(?=\S)")
MAX_LINES = 60_000
_HYPHENATED = re.compile(r"(?<!\w)\w{1,60}-\w{1,60}")  # bounded: a file may be one word
Columns = Callable[[list[tuple[int, str]]], tuple[list[tuple[int, str]], bool]]
WRAP_AT = range(60, 121)  # line widths at which a person may have wrapped text
NARROW = 25  # characters of the narrowest page that a person would wrap text for
FULL, WRAPPED = 0.7, 3  # share of a narrow page that is a full line; such lines that go on in the next one


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A logical line.

    ``prefix`` is the kind of ``mark`` before the text, or ""; ``gap``: a blank line precedes.
    """

    number: int
    text: str
    indent: int = 0
    prefix: str = ""
    mark: str = ""
    gap: bool = False
    width: int = 0


MAX_BLANKS = 400  # that are kept in a row; patterns may look at each of them from each one before it
_BLANKS = re.compile(rf"(?<![^\S\r\n])[^\S\r\n]{{{MAX_BLANKS + 1},}}")


def with_few_blanks(text: str) -> str:
    """The text; of very many blanks in a row, the first ones."""
    if len(text) <= MAX_BLANKS or (text.isprintable() and _MANY not in text and text.isascii()):
        return text
    return _BLANKS.sub(lambda found: found[0][:MAX_BLANKS], text)


_MANY = " " * (MAX_BLANKS + 1)


def without_unseen(text: str) -> str:
    """The text without invisible characters, with plain spaces, few in a row, and decoding errors repaired.

    A letter that cannot be recovered becomes a question mark. Line feeds, carriage returns and tabs stay.
    """
    text = with_few_blanks(text)
    if text.isascii() and text.isprintable():
        return text
    before = ""
    while text != before:  # a removal may create a new sequence to repair
        before = text
        text = _SPACE.sub(" ", _UNSEEN.sub("", _MOJIBAKE.sub(_decoded, text)))
    return _LOST.sub("?", text)


# UTF-8 decoded as Windows-1252, the most common damage in copied texts: "customerâ€™s", "RÃ¼ckruf". A
# capital before a quote or a dash is not damage: "CAFÉ’S".
_FURTHER = "\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u20ac\u2122"
_MOJIBAKE = re.compile(
    f"[\u00c2\u00c3][{_FURTHER}\u2013-\u203a]|[\u00c4-\u00df](?![«»])[{_FURTHER}]"
    f"|[\u00e0-\u00ef][{_FURTHER}\u2013-\u203a]{{2}}|[\u00f0-\u00f4][{_FURTHER}\u2013-\u203a]{{3}}"
)
_LOST = re.compile("[\ufffd\ud800-\udfff]|â€(?=[\u0080-\uffff])")


def _decoded(found: re.Match[str]) -> str:
    try:
        return b"".join(_byte(sign) for sign in found[0]).decode("utf-8")
    except UnicodeError:
        return found[0]


def _byte(sign: str) -> bytes:
    """The byte that Windows-1252 shows as this character; its five undefined bytes count as in Latin-1."""
    return sign.encode("latin-1" if ord(sign) < 0x100 else "cp1252")


def split(text: str) -> list[str]:
    """The physical lines, for every kind of line end."""
    return [without_unseen(line) for line in _BREAK.split(text)]


def logical(text: str, columns: Columns | None = None) -> list[Line]:
    """The lines with content, numbered from 1, with paragraphs that were wrapped by hand joined.

    ``columns`` separates text columns that stand side by side and returns whether it found any.
    """
    found: list[Line] = []
    gap = True
    physical = split(text)
    if len(physical) > MAX_LINES:
        raise UnreadableError(
            "import-too-large", f"the text has {len(physical):,} lines; at most {MAX_LINES:,} are read",
            "import the part that holds the glossary",
        )  # fmt: skip
    numbered, parted = list(enumerate(physical, 1)), False
    if columns:
        numbered, parted = columns(numbered)
    for number, raw in numbered:
        if raw.strip():
            line = _line(number, raw, gap)
            found.append(_with_word(line) if found and _goes_on_round(found[-1], line) else line)
        gap = not raw.strip()
    return _joined(_lettered(_counted(found)), parted)


def _goes_on_round(last: Line, line: Line) -> bool:
    """Whether "o" before a line is a word of the sentence that the line above leaves open."""
    open_ = not line.gap and not last.mark.startswith("o") and not _ENDED.search(last.text)
    return open_ and line.mark.startswith("o")


def _with_word(line: Line) -> Line:
    return replace(line, text=f"{line.mark}{line.text}", prefix="", mark="")


_COUNT = re.compile(r"(?P<number>\d{1,3})[ \t]+(?=[^\W\d_])")
COUNTED = 4  # lines that begin with 1, 2, 3 … and no sign behind the number


def _counted(found: list[Line]) -> list[Line]:
    """The lines, with the numbers before most of them as such, where they count from one on."""
    read = [(place, mark) for place, line in enumerate(found) if (mark := _COUNT.match(line.text))]
    counts = [int(mark["number"]) for _, mark in read]
    plain = not any(found[place].prefix for place, _ in read)
    if (
        len(read) < max(COUNTED, LISTED * (len(found) - 1))
        or counts != list(range(1, len(read) + 1))
        or not plain
    ):
        return found
    return _with_numbers(found, read)


def _with_numbers(found: list[Line], read: Sequence[tuple[int, re.Match[str]]]) -> list[Line]:
    """The lines, with what was ``read`` before some of them, by place, as their numbers."""
    out = list(found)
    for place, mark in read:
        text = found[place].text[mark.end() :]
        out[place] = replace(found[place], text=text, prefix="number1", mark=mark[0])
    return out


_LETTER = re.compile(r"(?P<letter>[A-Za-z])\.[ \t]+(?=\S)")
_RESTARTED = re.compile(r"(?=[aA])")  # they begin anew in each part
LETTERED = 3  # lines that begin with letters in their order: "a. ", "b. ", "c. "


def _lettered(found: list[Line]) -> list[Line]:
    """The lines, with letters and full stops before them as numbers where they follow the alphabet.

    So they may in each of several parts.
    """
    read = [(place, mark) for place, line in enumerate(found) if (mark := _LETTER.match(line.text))]
    letters = "".join(mark["letter"] for _, mark in read)
    runs = _RESTARTED.split(letters)[1:] if letters[:1] in ("a", "A") else []
    several = len(runs) == 1 or (len(runs) > 1 and min(map(len, runs[:-1])) > 1)
    if len(read) < LETTERED or not several or any(run not in _ALPHABETS for run in runs):
        return found
    return _with_numbers(found, read)


_ALPHABETS = f"{ascii_lowercase} {ascii_uppercase}"


_LONG_GAP = re.compile(r"[ \t]{41,}")


def _line(number: int, raw: str, gap: bool) -> Line:
    raw = _LONG_GAP.sub(" " * 40, raw)  # enough for a gap, fast to search
    raw = _ANCHOR.sub("", raw.expandtabs(4) if raw[:1] == "\t" else raw)
    text = raw.strip()
    indent = len(raw) - len(raw.lstrip())
    prefix, mark = "", ""
    if found := _BULLET.match(text) or (_ROUND.match(text) if indent else None):
        prefix, mark = "bullet", found[0]
    elif found := _NUMBER.match(text):
        prefix, mark = f"number{found['number'].count('.') + 1}", found[0]
    elif found := _EAST_ASIAN_NUMBER.match(text):
        prefix, mark = "number1", found[0]
    text = text[len(mark) :]
    return Line(number=number, text=text, indent=indent, prefix=prefix, mark=mark, gap=gap, width=len(raw))


_ENDED = re.compile(r"[.!?:;。！？…][\"”’»)\]]*$")
ITEMS, LISTED = 3, 0.7  # lines with a sign, and their share, from which each is an item of its own
_EQUALS = re.compile(r"[^=\n]{1,60}\s(?:=|=>|->|→)\s+(?=\S)")  # no sentence goes on so
_NEW_ITEM = re.compile(
    r"[^:\n]{1,60}(?::{1,2}\s|\s(?:[–—=]|-{1,3}|[-=]>|→)\s|\t|,\s(?:n|v|vb|adj|adv|abbr|phr)\.\s|"
    r"\s\((?:n|v|vb|adj|adv|abbr|phr|noun|verb)\b[^()\n]{0,12}\)[.:]?\s|"
    r"\s?(?:(?:\.{4,}|(?:\s\.){3,}|…{2,})(?:\s|(?=[^\W\d_]))| {3,}))|[|]"
)


def _joined(lines: Sequence[Line], narrow: bool) -> list[Line]:
    """The lines, each joined with the next if only the page margin separated them.

    Text with long lines is not joined. ``narrow`` is true if the text is known to come from columns.
    """
    margin = max((line.width for line in lines), default=0)
    wrapped = margin in WRAP_AT or (margin < WRAP_AT[0] and (narrow or _is_wrapped(lines, margin)))
    known = frozenset(word for line in lines for word in _HYPHENATED.findall(line.text.lower()))
    spaced = _are_spaced(lines)
    listed = _are_listed(lines) and not spaced
    quoted = _are_quoted(lines)
    joined: list[tuple[Line, list[str]]] = []
    last: Line | None = None
    for line in lines:
        first, parts = joined[-1] if joined else (line, [])
        if last is not None and (
            (
                wrapped
                and not (quoted and line.text[0] in _QUOTES)
                and _continues(last, line, margin, listed, spaced)
            )
            or _hangs(first, last, line)
        ):
            _append(parts, line.text, known)
        else:
            joined.append((line, [line.text]))
        last = line
    return [replace(line, text="".join(parts)) for line, parts in joined]


def _is_wrapped(lines: Sequence[Line], margin: int) -> bool:
    """Whether lines of a narrow text go on in small letters where they are full, and end short elsewhere."""
    if margin < NARROW:
        return False
    pairs = [(line, after) for line, after in pairwise(lines) if not (after.gap or after.prefix)]
    going_on = [line for line, after in pairs if after.text[0].islower() and not _ENDED.search(line.text)]
    full = sum(line.width >= FULL * margin or _HALF_WORD.search(line.text) is not None for line in going_on)
    return full >= WRAPPED and full >= 0.8 * len(going_on)


_LAST_WORD = re.compile(r"(?<!\w)(?<!\s-)\w{1,60}\Z")  # "-overpowered-" is emphasis


def _append(parts: list[str], more: str, known: frozenset[str]) -> None:
    """Add a line to the parts of a text.

    A hyphen added at the margin is removed; a hyphen found in the word elsewhere is kept.
    """
    before = parts[-1]
    word = _LAST_WORD.search(before[-61:-1]) if before.endswith("-") and more[:1].islower() else None
    if not word:
        parts.append(f" {more}")
        return
    rest = re.split(r"[^\w-]", more, maxsplit=1)[0]
    compound = before[-61:-1][: word.start()].endswith("-")  # "state-of-the-"
    compound = compound or word[0].isupper()  # "HELMET-malli"
    if not compound and f"{word[0]}-{rest}".lower() not in known:
        parts[-1] = before[:-1]
    parts.append(more)


_LABELLED = re.compile(
    r"(?:[^:(\n]|\([^()\n]{0,60}\)){1,60}:\s+\S"
)  # no colon in brackets: "Waybill (short: WB)"
DEEP = 6  # blanks more before what goes on with a text than before its name, also below a colon
FIELD = 4  # words and a sign that name a part of an entry: "Also known as -"


def _hangs(first: Line, last: Line, after: Line) -> bool:
    """Whether a line continues the one that it is indented under: a name, a colon and a text at the margin.

    Under a name with another sign it has to begin small, behind a line without a full stop.
    """
    if after.gap or after.prefix or "|" in after.text or "\t" in after.text:
        return False
    if not first.indent and after.indent >= 2 and _LABELLED.match(first.text):
        said = _NEW_ITEM.match(after.text)
        sentence = not said or (":" not in said[0] and len(said[0].split()) > FIELD)
        return sentence or (said is not None and is_value(after.text[said.end() :]))
    announces = last.text.endswith((":", "：")) and after.indent >= first.indent + DEEP
    if _ENDED.search(last.text) and not announces:
        return False
    under = after.indent >= first.indent + 2 and bool(_NEW_ITEM.match(first.text))
    return under and after.text[0].islower() and not _NEW_ITEM.match(after.text)


_WORD = re.compile(r"[^\W_]")


def _are_listed(lines: Sequence[Line]) -> bool:
    """Whether nearly all lines at the margin begin with a word in small letters or a name, and a sign.

    The first line may be the title, and lines without words are rules.
    """
    left = [line for line in lines if not line.indent and _WORD.search(line.text)]
    left = left[1:] if left and not _NEW_ITEM.match(left[0].text) else left
    return len(left) >= ITEMS and sum(bool(_NEW_ITEM.match(line.text)) for line in left) >= LISTED * len(left)


def _are_spaced(lines: Sequence[Line]) -> bool:
    """Whether nearly all lines that begin with a name and a sign stand behind a blank line."""
    items = [line.gap for line in lines if not line.prefix and _NEW_ITEM.match(line.text)]
    return sum(items) >= SPACED and sum(items) >= MOST_SPACED * len(items)


SPACED, MOST_SPACED = 4, 0.8


def _are_quoted(lines: Sequence[Line]) -> bool:
    """Whether most lines that begin with a quote begin a sentence: names, as contracts have them."""
    begun = [
        line.gap or bool(_ENDED.search(before.text))
        for before, line in pairwise(lines)
        if line.text[0] in _QUOTES
    ]
    return sum(begun) >= ITEMS and sum(begun) >= LISTED * len(begun)


_GAPPED = re.compile(r"\S+(?: \S+){0,4} {3,}\S+(?: \S+)*")  # a name and a text in columns
_QUOTES = '"“„«'  # before names
_AROUND = '*_"“„«'  # signs around words that stand out


_HALF_WORD = re.compile(r"[^\W\d_]-$")
_NAMED_FIELD = re.compile(r"(?P<label>[^\W\d_][^:：\n]{1,30}?)\s?[:：]\s?\S")


def _lists_names(text: str) -> bool:
    """Whether a line is a field of other names that ends there, "Synonyms: rota", and no part of a text."""
    found = None if text.endswith((",", ";")) else _NAMED_FIELD.match(text)
    return found is not None and role_of(found["label"]) in ("also", "short")


def _is_name_in_full_line(line: Line, after: Line, margin: int) -> bool:
    """Whether an item is a name with a colon that fills its line, so that its text hangs below it."""
    hangs = line.prefix and line.text.endswith((":", "：")) and after.indent >= line.indent + len(line.mark)
    return bool(hangs) and line.width + 1 + len(after.text.split(" ", 1)[0]) >= FULL_LINE * margin


FULL_LINE = 0.85  # share of the margin


def _continues(line: Line, after: Line, margin: int, listed: bool, spaced: bool) -> bool:
    """Whether a line goes on with the one above, which reaches the ``margin``; see the callers' names."""
    if after.gap or after.prefix or "|" in after.text or "\t" in after.text:
        return False
    if _ENDED.search(line.text) and not _is_name_in_full_line(line, after, margin):
        return False
    if after.indent < line.indent and after.text[0].isupper() and _NEW_ITEM.match(line.text):
        return False
    if after.text[0].isupper() and _lists_names(line.text):
        return False
    if _GAPPED.fullmatch(after.text) and (after.indent == 0 or after.indent < line.indent + 2):
        return False
    if _HALF_WORD.search(line.text) and after.text[0].islower():
        return True
    next_word = 1 if is_unspaced(after.text[:1]) else len(after.text.split(" ", 1)[0])
    full = line.width + 1 + next_word >= FULL_LINE * margin
    begun = after.text.lstrip(_AROUND)[:1] or after.text[0]  # "*Name* - text" begins with a capital
    begins_small = begun.islower() or not begun.isalnum()
    if after.text.isupper() and not line.text.isupper():  # a name in capitals below a long line
        return False
    if _EQUALS.match(after.text) or (listed and not after.indent and _NEW_ITEM.match(after.text)):
        return False
    return full and (begins_small or spaced or not _NEW_ITEM.match(after.text))
