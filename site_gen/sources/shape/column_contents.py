"""Find the columns of names and of texts by what stands in their cells, where no header tells them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import mean

from site_gen.model import names
from site_gen.sources.shape.blocks import abbreviates, count_words, is_nothing, is_value

LONG_FORM, FEW_LONGER = 8, 0.05  # words of a long form, and the share of cells that may have more
PROSE = 3.5  # mean number of words in the cells of a text column
SENTENCE = 6  # mean number of words in the cells of a column of sentences
FAR = 2  # times as long: a column of texts beside one of short remarks


def by_content(rows: Sequence[Sequence[str]]) -> list[str]:
    """The field of each column by its content: short, different values are names, the longest texts are
    texts.

    An empty list if no two columns look like names and texts.
    """
    width = max((len(row) for row in rows), default=0)
    columns = [_said([row[i] for row in rows if i < len(row) and row[i].strip()]) for i in range(width)]
    seldom = [len(column) < SELDOM * max(map(len, columns)) for column in columns]
    columns = [[] if rare else column for rare, column in zip(seldom, columns, strict=True)]
    used = sum(map(bool, columns))
    named = [i for i, values in enumerate(columns) if are_names(values, len(rows))]
    name = next((i for i in named if not _are_keys(columns[i]) or len(named) == 1), None)
    if name is None:
        return []
    name = next((i for i in named if i != name and _are_slugs(rows, name, i)), name)
    if remarked := _with_remarks(columns, name, len(rows)):
        return ["name" if i == name else "text" if i in remarked else "" for i in range(width)]
    own = [i != name and (used < 3 or _are_different(column)) for i, column in enumerate(columns)]
    lengths = [
        mean(map(len, values)) if values and other else 0.0
        for values, other in zip(columns, own, strict=True)
    ]
    text = _first_text(columns, lengths)
    if not lengths[text] or not _are_texts(columns[text], used):
        return []
    others = (i for i in range(width) if i not in (name, text) and _write_out(columns[name], columns[i]))
    beside = next(others, None)
    others = (
        i for i in range(width) if i not in (name, text, beside) and _are_other_names(columns[i], len(rows))
    )
    also = next(others, None) if used == 3 else None
    left = (i for i in range(width) if i not in (name, text, beside, also) and _abbreviate(rows, i, name))
    kinds = {name: "name", text: "text", beside: "long", also: "also", next(left, None): "short"}
    return [kinds.get(i, "") for i in range(width)]


FULL, SPARSE = 0.9, 0.5  # share of rows of a column of meanings, and of remarks on some of them


def _with_remarks(columns: Sequence[Sequence[str]], name: int, rows: int) -> tuple[int, ...]:
    """The columns of short meanings and of remarks on some of them: "quay, Kai, in ports only"."""
    held = [i for i, column in enumerate(columns) if column and i != name]
    full = [i for i in held if len(columns[i]) >= FULL * rows and are_names(columns[i], rows)]
    sparse = [i for i in held if len(columns[i]) < SPARSE * rows]
    return (full[0], sparse[0]) if rows > 4 and len(held) == 2 and len(full) == len(sparse) == 1 else ()


def _first_text(columns: Sequence[Sequence[str]], lengths: Sequence[float]) -> int:
    """The index of the column of the longest texts, or of sentences before it that are not far shorter."""
    longest = max(range(len(lengths)), key=lambda i: lengths[i])
    told = (
        i for i in range(longest)
        if FAR * lengths[i] >= lengths[longest] and mean(map(count_words, columns[i])) >= SENTENCE
    )  # fmt: skip
    return next(told, longest)


_CODE = re.compile(r"\\[a-zA-Z]+\{")  # LaTeX that a formula puts together of the other cells
SELDOM = 0.05  # share of the fullest column below which a column only holds remarks


def _said(values: Sequence[str]) -> Sequence[str]:
    """The values of a column; none if it only holds signs between the others ("-", "="), or code."""
    told = [any(map(str.isalnum, value)) and not _CODE.search(value) for value in values]
    return values if any(told) and 2 * sum(told) >= len(told) else []


def _are_other_names(values: Sequence[str], rows: int) -> bool:
    """Whether a column without a header lists other names: in small letters, some cells with several."""
    listed = any(re.search(r"\w[,;] \w", value) for value in values)
    short = all(count_words(value) <= 8 and not value.endswith(".") for value in values)
    small = mean(value[:1].islower() for value in values) if values else 0.0
    return listed and short and small >= 0.7 and are_names(values, rows)


_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
SLUGS = 0.7  # share of rows


def _are_slugs(rows: Sequence[Sequence[str]], column: int, shown: int) -> bool:
    """Whether the values of a column are keys made of those of another: "clientserver", "Client-server"."""
    both = (row for row in rows if max(column, shown) < len(row))
    pairs = [(row[column], row[shown]) for row in both if row[shown].strip()]
    made = [bool(_SLUG.fullmatch(key)) and _letters(key)[:4] == _letters(name)[:4] for key, name in pairs]
    bare = sum(key != name and " " not in key for key, name in pairs)
    spaced = any(" " in name for _, name in pairs)
    return spaced and bool(pairs) and bare == len(pairs) and sum(made) >= SLUGS * len(pairs)


def _letters(text: str) -> str:
    return names.fold(text).replace(" ", "")


ROWS, DIFFERENT = 8, 0.5  # rows from which texts are expected to differ, and the share of different ones


def _are_different(values: Sequence[str]) -> bool:
    """Whether the values of a column are texts of one row each, and no groups of rows."""
    return len(values) < ROWS or len(set(values)) >= DIFFERENT * len(values)


_KEY = re.compile(r"[A-Za-z]{0,8}[-_./ ]?\d{2,10}|[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}")


def _are_keys(values: Sequence[str]) -> bool:
    """Whether values only number the rows: "T-001", or keys of a program."""
    starts = {re.sub(r"\d+$", "", value.strip()) for value in values}
    told = len(values) > 1 and all(_KEY.fullmatch(value.strip()) for value in values)
    return told and (len(starts) == 1 or any(len(value) >= 32 for value in values))


_COUNTED = re.compile(r"(?P<start>[A-Za-z]{0,12}[-_./ ]?)(?P<number>\d{1,10})")


def number_rows(values: Sequence[str]) -> bool:
    """Whether values count the rows: one start for all, and numbers that go up ("c1", "c2", "c5")."""
    told = [_COUNTED.fullmatch(value.strip()) for value in values]
    if not all(told):
        return False
    pairs = [(found["start"], int(found["number"])) for found in told if found]
    return len({start for start, _ in pairs}) == 1 and all(a[1] < b[1] for a, b in pairwise(pairs))


def written_out(shorts: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether the cells of a column of texts write out the abbreviations beside them, row by row."""
    told = [(a.strip(), b.strip()) for a, b in zip(shorts, texts, strict=True)]
    pairs = [(short, text) for short, text in told if short and not is_nothing(text)]
    if len(pairs) < 2 or mean(count_words(text) > LONG_FORM for _, text in pairs) > FEW_LONGER:
        return False
    return mean(abbreviates(short, text) for short, text in pairs) >= 0.6


def _write_out(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one of two columns contains abbreviations and the other their long forms."""
    for short, long in ((one, other), (other, one)):
        if short and long and mean(map(_is_short, short)) >= 0.6 and mean(map(count_words, long)) > 1.4:
            return all(count_words(text) <= 8 for text in long) and not any(map(is_value, long))
    return False


def _abbreviate(rows: Sequence[Sequence[str]], column: int, name: int) -> bool:
    """Whether a column has abbreviations of the names, or nothing."""
    told = [(row[column], row[name]) for row in rows if max(column, name) < len(row) and row[column].strip()]
    fit = sum(_is_short(short) and _shortens(short.lower(), long.lower()) for short, long in told)
    return len(told) > 1 and all(_is_short(short) for short, _ in told) and 2 * fit >= len(told)


def _shortens(short: str, long: str) -> bool:
    """Whether a name has the letters of an abbreviation in their order: "AP", "Aanvalsploeg"."""
    rest = iter(long)
    return long[:1] == short[:1] and all(letter in rest for letter in short)


def _is_short(text: str) -> bool:
    return len(text) <= 8 and " " not in text.strip() and sum(map(str.isupper, text)) >= 2


def are_names(values: Sequence[str], rows: int) -> bool:
    """Whether values look like names: in at least half of the ``rows``, short, different, no numbers."""
    if len(values) < 0.5 * rows or not values:
        return False
    words = mean(count_words(value) for value in values)
    different = len({names.fold(value) for value in values}) / len(values)
    numbers = mean(value.strip().replace(".", "").isdigit() for value in values)
    said = mean(is_value(value) and not re.search(r"[A-Z]", value) for value in values)  # prices, dates
    return words <= 5 and different >= 0.7 and numbers < 0.5 and said < 0.5


def _are_texts(values: Sequence[str], width: int) -> bool:
    """Whether the values are words rather than numbers; in tables with many columns, whether they are
    sentences.
    """
    words = mean(count_words(value) for value in values)
    letters = mean(_share_of_letters(value) for value in values)
    values_only = mean(is_value(value) for value in values)  # numbers, dates, addresses
    return letters > 0.5 and values_only < 0.5 and words >= (1 if width <= 2 else PROSE)


def _share_of_letters(value: str) -> float:
    said = [sign for sign in value if not sign.isspace()]
    return mean(sign.isalpha() for sign in said) if said else 0.0


def prose(rows: Sequence[Sequence[str]], free: Sequence[int]) -> int | None:
    """The index of the column among ``free`` that contains sentences, else None.

    Of several it is the first, unless another is far longer.
    """
    lengths = {}
    for index in free:
        values = [row[index] for row in rows if index < len(row) and row[index].strip()]
        if values and mean(count_words(value) for value in values) >= PROSE and _are_texts(values, 3):
            lengths[index] = mean(map(len, values))
    longest = max(lengths.values(), default=0)
    return next((index for index, length in lengths.items() if FAR * length >= longest), None)


_ASKING = re.compile(
    r"(?:what|how|who|when|why|which|was|wie|wer|wann|que|quoi|qui|comment|qué|cómo|quién|che|cosa|что|как|кто|wat|hoe)\b|"
    r".*[?？]$",
    re.IGNORECASE,
)


ASKED = 0.6  # share of questions among the headers of answers to a form, which has the time and a name too


def _asks(cells: Sequence[str]) -> bool:
    said = [cell.strip() for cell in cells if cell.strip()]
    asked = sum(_ASKING.match(cell) is not None for cell in said)
    return asked > 1 and asked >= ASKED * len(said)


SENTENCE = 8  # words of a text in a first row, from which that is no header


def is_entry(first: Sequence[str], rest: Sequence[Sequence[str]]) -> bool:
    """Whether a first row, set as a header, reads as those below: a short name and a sentence as the text."""
    fields = by_content(rest)
    if "name" not in fields or "text" not in fields or len(first) <= max(map(fields.index, ("name", "text"))):
        return False
    name, text = (first[fields.index(field)].strip() for field in ("name", "text"))
    told = text.endswith((".", "。", "…")) and count_words(text) >= SENTENCE
    return told and 0 < count_words(name) < count_words(text) and not name.endswith((".", "?", ":"))


def is_header(first: Sequence[str], rest: Sequence[Sequence[str]]) -> bool:
    """Whether a first row of unknown words is a header: short cells above long texts, or only questions."""
    fields = by_content(rest)
    if "text" in fields and _asks(first) and not any(map(_asks, rest)):
        return True
    if "text" not in fields or any(count_words(cell) > 3 for cell in first) or len(rest) < 2:
        return False
    column = fields.index("text")
    name = first[fields.index("name")] if fields.index("name") < len(first) else ""
    if name.isupper() and any(abbreviates(name, cell) for cell in first if cell != name):
        return False  # "DC | Dry clean" is a row as all others
    below = [count_words(row[column]) for row in rest if column < len(row)]
    return column < len(first) and 0 < 2.5 * count_words(first[column]) <= mean(below)
