"""Turn the rows of a table into drafts: blank cells, several names in one cell, several texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from site_gen.model import names
from site_gen.sources.draft import Draft, Piece, Skipped, Version
from site_gen.sources.shape import array_cells, called, hint_rows, introduction, name_cells, stated_language
from site_gen.sources.shape.blocks import (
    Row,
    Table,
    abbreviates,
    clean_name,
    count_words,
    is_nothing,
    is_with_semicolon,
    tidy,
)
from site_gen.sources.shape.days import day_of
from site_gen.sources.shape.header_roles import is_exact, role_of
from site_gen.sources.shape.rows_without_names import PICTURE, goes_on, joined
from site_gen.sources.shape.table_layout import Layout, cell_at, cells_filled, is_sparse
from site_gen.sources.shape.text_roles import NONE
from site_gen.sources.shape.vocabulary import WORD_CLASSES

NO_TEXT = "name without a text, or a row that only groups others"
NO_NAME = "a name of marks only"
NO_WORDS = "a picture or a sound for a name"
WITHOUT_NAME = "table row without a name"
_SPLIT = re.compile(r"(?:(?<!\s)\s+)?[\n;•]\s*|(?<!\s)\s+[/|]\s+|(?<=\w)\|(?=\w)")
_LIST = re.compile(r"(?:(?<!\s)\s+)?[\n;,•|、，；،؛]\s*|(?<!\s)\s+/\s+|(?<=\w{3})/(?=\w{3})")
_BRACKETED = re.compile(r"^\(([^()]+)\)$")


def drafts(table: Table, plan: Layout, where: str = "") -> tuple[list[Draft], list[Skipped]]:
    """The entries of a table. A row without a name goes on with the entry above, or is told."""
    table = plan.table or table
    found: list[Draft] = []
    skipped = [
        left_out(row, "above the header of the table") for row in table.rows[: plan.start - plan.header]
    ]
    below = introduction.rows_below(table.rows[plan.start :])
    skipped += [left_out(row, introduction.WHY_BELOW) for row in table.rows[len(table.rows) - below :]]
    rows = _with_topics(table.rows[plan.start : len(table.rows) - below], plan)
    follows = True  # whether a row without a name belongs to the entry found last
    words = _words_for_nothing(rows, plan)
    for row in rows:
        draft = _draft(row, plan, where, words)
        if draft and plan.beside:
            column = plan.beside[next(i for i, own in enumerate(table.rows) if own is row)]
            draft = replace(draft, where=f"{where or f'table, line {row.line}'}, column {column}")
        if plan.header and row is rows[0] and hint_rows.is_of_hints(row):
            skipped.append(left_out(row, hint_rows.WHY))
        elif plan.header and (row.cells == plan.headers or _heads(row)):
            skipped.append(left_out(row, "the header once more"))
        elif PICTURE in row.cells[:1] and plan.roles[:1] == ("name",):
            skipped.append(left_out(replace(row, cells=row.cells[1:]), NO_WORDS))
            follows = False
        elif draft and (draft.name or draft.versions):
            found.append(draft)
            follows = True
        elif draft and found and follows and (draft.body or draft.also) and not _is_apart(row, plan):
            follows = goes_on(found[-1], draft)
            if follows:
                found[-1] = joined(found[-1], draft)
            else:
                skipped.append(left_out(row, WITHOUT_NAME))
        elif cells_filled(row):
            why = draft.says if draft and draft.says in (NO_TEXT, NO_NAME) else WITHOUT_NAME
            skipped.append(left_out(row, why))
            follows = follows and why != NO_TEXT
    return found, [*skipped, *_without_header(rows, plan)]


def _is_apart(row: Row, plan: Layout) -> bool:
    """Whether a row is only a line of words under a header of abbreviations: over a group, or a note."""
    filled = [column for column, cell in enumerate(row.cells) if cell.strip()]
    role = plan.roles[filled[0]] if len(filled) == 1 and filled[0] < len(plan.roles) else ""
    return role == "short" and count_words(row.cells[filled[0]]) > 1


def _heads(row: Row) -> bool:
    """Whether each filled cell of a row is a header, of names and of texts, as below a row of groups."""
    filled = [cell for cell in row.cells if cell.strip()]
    told = {role_of(cell).partition("@")[0] for cell in filled}
    return len(filled) > 2 and all(map(is_exact, filled)) and {"name", "text"} <= told


def _without_header(rows: Sequence[Row], plan: Layout) -> list[Skipped]:
    """What stands in columns that have no header, one for each of them."""
    out = []
    for column in range(max((len(row.cells) for row in rows), default=0) if plan.header else 0):
        named = column < len(plan.headers) and plan.headers[column].strip()
        if named or (column < len(plan.roles) and plan.roles[column]):
            continue
        held = [(row.line, row.cells[column].strip()) for row in rows if cell_at(row, column).strip()]
        if held:
            said = " · ".join(cell for _, cell in held[:20])[:200]
            out.append(Skipped(line=held[0][0], text=said, why="in a column without a header"))
    return out


def _with_topics(rows: Sequence[Row], plan: Layout) -> list[Row]:
    """The rows, with a topic that is printed only in the first row of a group repeated in the others."""
    out = list(rows)
    for column, role in enumerate(plan.roles):
        values = [cell_at(row, column).strip() for row in out]
        if role != "topics" or not is_sparse(values):
            continue
        last = ""
        for index, row in enumerate(out):
            last = values[index] or last
            if cells_filled(row) and column < len(row.cells):
                cells = (*row.cells[:column], last, *row.cells[column + 1 :])
                out[index] = replace(row, cells=cells)
    return out


def left_out(row: Row, why: str) -> Skipped:
    """A row that became no entry, and why."""
    filled = [place for place, cell in enumerate(row.cells) if cell.strip()] or [0]
    return Skipped(line=row.line, text=" | ".join(row.cells[filled[0] : filled[-1] + 1]), why=why)


_NAMED_SIGN = re.compile(r"[/.]{1,2}|x", re.IGNORECASE)  # a name where one stands, else nothing
_UNNAMED_SIGN = re.compile(r"\?{1,3}")  # of a name that nobody knew


def _is_blank(value: str, role: str) -> bool:
    """Whether a cell holds nothing; among names, a dash is one as above, but a sign such as ".." is not."""
    sign = _NAMED_SIGN.fullmatch(value) or _UNNAMED_SIGN.fullmatch(value)
    return is_nothing(value) and not (sign and role.partition("@")[0] == "name")


def own_names(cells: Sequence[str]) -> list[str]:
    """The names in cells of names that are not blank; a word such as "NA" is one where it stands alone."""
    return [cell for cell in cells if _is_kept(cell)] or printed_names(cells)


def _is_kept(cell: str) -> bool:
    return _NAMED_SIGN.fullmatch(cell) is not None or (is_word(cell) and is_nothing(cell))


_WORD = re.compile(r"(?i:n/[ad])|[^\W\d_]{2,}")


_TWO = re.compile(r"[A-Z]{2}")  # an abbreviation
_CLASS = re.compile(rf"(?:{WORD_CLASSES})(?<=\.)", re.IGNORECASE)  # "airbag, n. m."


def is_word(text: str) -> bool:
    """Whether a text is one word, or "n/a"."""
    return _WORD.fullmatch(text) is not None


def _words_for_nothing(rows: Sequence[Row], plan: Layout) -> frozenset[str]:
    """The words such as "None" and "N/A" that only one row has for its name, beside a text of some words.

    Where several rows have one, they have no name.
    """
    own = [i for i, role in enumerate(plan.roles) if role == "name"][:1]
    texts = [i for i, role in enumerate(plan.roles) if role.partition("@")[0] == "text"]
    said = Counter(names.fold(cell_at(row, i)) for row in rows for i in own)
    told = [row for row in rows if any(_is_told(cell_at(row, i)) for i in texts)]
    values = [cell_at(row, i).strip() for row in told for i in own]
    return frozenset(one for one in values if is_word(one) and is_nothing(one) and said[names.fold(one)] == 1)


_ONLY_REFERS = re.compile(rf"\W*(?:{called.SEE})\s", re.IGNORECASE)


def _is_told(text: str) -> bool:
    """Whether a text of some words stands in a cell, and does not only refer to another row."""
    return count_words(text) > 1 and not _ONLY_REFERS.match(text)


def _kept_or_listed(cells: Sequence[str]) -> list[str]:
    """The names in cells that list some; a word such as "NA" is one where its row spells it out."""
    return [cell for cell in cells if _is_kept(cell)] or other_names(cells)


_NAMING = frozenset(["name", "short", "also"])


def is_spelled_out(word: str, others: Iterable[str]) -> bool:
    """Whether a word for nothing is an abbreviation, since its row or record spells it out: NA, TBD."""
    letters = word.isupper() and word.isalpha()
    return letters and any(other != word and abbreviates(word, other) for other in others)


def _is_word_beside_text(value: str, row: Row, plan: Layout) -> bool:
    """Whether a word for nothing is a name: it begins with a capital as names do, under no header, "Na"."""
    texts = [cell_at(row, i) for i, role in enumerate(plan.roles) if role.partition("@")[0] == "text"]
    written = len(value) > 1 and value.isalpha() and value.istitle()
    return not plan.header and written and not all(map(is_nothing, texts))


_SIGN_FIRST = re.compile(r"^[:：–—]\s+(?=\S)")  # of a line that was cut in two columns


def _by_role(row: Row, plan: Layout, words: Collection[str]) -> dict[str, list[str]]:
    """What the cells of a row say, by the role of their column; ``words`` for nothing are names here."""
    cells: dict[str, list[str]] = {}
    for column, (role, cell) in enumerate(zip(plan.roles, row.cells, strict=False)):
        value = cell.strip()
        if role.partition("@")[0] == "text":
            value = _SIGN_FIRST.sub("", value)
        elif role.partition("@")[0] == "name":
            value = "\n".join(name_cells.parted(value, _header(plan, column)))
        named = role in _NAMING and is_spelled_out(value, row.cells)
        named = named or (role == "name" and (value in words or _is_word_beside_text(value, row, plan)))
        if role in ("also", "short") and _REFERS.match(value):
            role, value = "see", _REFERS.sub("", value)
        if role and (named or not _is_blank(value, role)):
            cells.setdefault(role, []).append(value)
    return cells


_REFERS = re.compile(  # "see also: Quay" among other names, and not "voir dire"
    r"(?:see|siehe|voir|véase|zie|vedi|se|см\.)(?:\s(?:also|auch|aussi|también|ook|anche|även|også)\s?:?\s|\s?:\s)\s*",
    re.IGNORECASE,
)


def _header(plan: Layout, column: int) -> str:
    return plan.headers[column] if plan.header and column < len(plan.headers) else ""


def _draft(row: Row, plan: Layout, where: str, words: Collection[str]) -> Draft | None:
    cells = _by_role(row, plan, words)
    printed = own_names(cells.get("name", []))
    shorts = _kept_or_listed(cells.get("short", []))
    longs = printed_names(cells.get("long", []))
    if any(map(is_with_semicolon, printed)):  # so is its long form
        longs = [clean_name(cell) for cell in cells.get("long", [])]
    text = different(cells.get("text", []))
    if not printed and (text or (shorts and longs)):  # the row has a name of its own in another column
        printed, longs, shorts = (longs, [], shorts) if longs else (shorts, [], [])
    if not printed and "name" in cells:
        return Draft(name="", line=row.line, how="table row", says=NO_NAME)
    more = [*shorts, *longs, *_kept_or_listed(cells.get("also", []))]
    versions = _versions(cells, row.line)
    text = text or [f"See {said}" for said in [" ".join(cells.get("see", []))] if said]
    if not printed and not {role for role in cells if role not in _BESIDE}:
        return None
    if printed and not text and not more and not versions and set(plan.roles) & _SAYING:
        return Draft(name="", line=row.line, how="table row", says=NO_TEXT)
    return Draft(
        name=printed[0] if printed else "",
        line=row.line,
        how="table row",
        body=tuple(Piece(line=row.line, text=part) for part in text),
        also=(*printed[1:], *more),
        says=tidy(" ".join(cells.get("says", []))),
        say_to_customer=tidy(" ".join(cells.get("say_to_customer", []))),
        term=" ".join(cells.get("term", [])),
        topics=tuple(other_names(cells.get("topics", []))),
        search_as=tuple(other_names(cells.get("search_as", []))),
        owner=", ".join(dict.fromkeys(printed_names(cells.get("owner", [])))),
        reviewed=next(filter(None, map(day_of, cells.get("reviewed", []))), None),
        versions=versions,
        stated=stated_language.of_pairs(zip(plan.headers, row.cells, strict=False)) if plan.header else "",
        where=where and f"{where}, row {row.line}",
    )


_BESIDE = frozenset([NONE, "topics", "see", "owner", "reviewed"])  # no entry has only these
_SAYING = frozenset(["text", "also", "short", "long"])


def different(said: Sequence[str]) -> list[str]:
    """The texts without those that stand there twice, or at the start of a longer one."""
    own = list({names.fold(text): text for text in reversed(said)}.values())[::-1]
    folded = [names.fold(text) for text in own]
    return [
        text
        for text, key in zip(own, folded, strict=True)
        if not any(other != key and other.startswith(f"{key} ") for other in folded)
    ]


def _versions(cells: dict[str, list[str]], line: int) -> tuple[Version, ...]:
    """The names and texts from columns in one language each."""
    languages = dict.fromkeys(role.split("@")[1] for role in cells if "@" in role)
    return tuple(
        Version(
            language=code,
            names=(
                *own_names(cells.get(f"name@{code}", [])),
                *printed_names(cells.get(f"short@{code}", [])),
                *other_names([v for kind in ("long", "also") for v in cells.get(f"{kind}@{code}", [])]),
            ),
            texts=tuple(Piece(line=line, text=text) for text in different(cells.get(f"text@{code}", []))),
        )
        for code in languages
    )


def printed_names(cells: Iterable[str]) -> list[str]:
    """The names in cells that contain one or several forms of a name."""
    parts = [clean_name(name) for cell in cells for part in _split(cell) for name in _called(part)]
    return [_BRACKETED.sub(r"\1", part) for part in parts if part and not is_nothing(part)]


def _split(cell: str) -> list[str]:
    """The parts of a cell with several names; a sign inside brackets parts nothing: "Memory (STM / LTM)"."""
    if is_with_semicolon(cell):
        return [cell]
    parts, start = list[str](), 0
    for sign in _SPLIT.finditer(cell):
        part = cell[start : sign.start()]
        if part.count("(") > part.count(")") and ")" in cell[sign.end() :]:
            continue
        parts.append(part)
        start = sign.end()
    return [*parts, cell[start:]]


_ALSO = re.compile(  # in brackets it needs no colon
    r"(?P<open>\()?(?:also|aka|a\.k\.a\.|syn\.?|synonyms?|auch|aussi|también|anche|ook|też|также)"
    r"(?(open)\s?:?|\s?:)\s+",
    re.IGNORECASE,
)


def _called(part: str) -> list[str]:
    """The names in a line below a name, if it lists several: "also: line, waiting list"."""
    label = _ALSO.match(part)
    whole = label and (not label["open"] or part.find(")") == len(part) - 1)
    return re.split(r"\s*[,;]\s*", part[label.end() :].rstrip(")")) if label and whole else [part]


def other_names(cells: Iterable[str]) -> list[str]:
    """The names in cells that list other names."""
    parts = [clean_name(part) for cell in cells for part in _listed(cell)]
    beside = len(parts) > 1  # other names, among which "NA" is one as well
    kept = [one for one in parts if one and not (is_nothing(one) and not (beside and _TWO.fullmatch(one)))]
    kept = [one for place, one in enumerate(kept) if not place or not _CLASS.fullmatch(one)]
    return [_BRACKETED.sub(r"\1", part) for part in kept]


_FULL_STOP = re.compile(  # of a sentence; "Co." and "D.P." keep their own
    r"(?:(?<=[^\W\d_A-ZÀ-Þ]{3})|(?<=\b[A-ZÀ-Þ]{2})|(?<=\b[A-ZÀ-Þ]{3}))\.\s*$"
)


def unstopped(text: str) -> str:
    """A text without the full stop of the sentence that it ends: "brook, or run."."""
    return _FULL_STOP.sub("", text)


def _listed(cell: str) -> list[str]:
    """The parts of a list; where several names with slashes in them are parted by commas, commas part."""
    written = array_cells.items(cell)
    if written is not None:
        return written
    by_comma = re.split(r"\s*[,;、，；،؛]\s*", cell)
    slashed = [part for part in by_comma if re.search(r"\w/\w", part)]
    return by_comma if len(by_comma) > 1 and len(slashed) > 1 else _LIST.split(cell)
