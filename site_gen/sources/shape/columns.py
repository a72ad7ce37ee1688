"""Find the field for each column of a table or key of a record, by its header or else by its content."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from statistics import mean

from site_gen.model import names
from site_gen.sources.shape.blocks import abbreviates, count_words, is_value
from site_gen.sources.shape.customer_headers import is_for_customers
from site_gen.sources.shape.header_words import (
    ABOUT_HEADERS,
    ALSO_HEADERS,
    ALSO_STEMS,
    BODY_HEADERS,
    CUSTOMER_HEADERS,
    LANGUAGES,
    LONG_HEADERS,
    NAME_HEADERS,
    NAME_STEMS,
    NOTE_HEADERS,
    OTHER_ENDS,
    OTHER_HEADERS,
    SEE_HEADERS,
    SHORT_HEADERS,
    SHORT_STEMS,
    TEXT_HEADERS,
    TEXT_STEMS,
    TOPIC_HEADERS,
    folded_set,
)
from site_gen.sources.shape.vocabulary import FACET_STARTS

MAX_HEADER = 100  # characters
Chosen = Mapping[str, str]  # header -> field, as a person set it
PROSE = 3.5  # mean number of words in the cells of a text column
NONE = "-"  # role of a known header that an entry does not use
# Further roles besides the fields of an entry: "short" and "long" are an abbreviation and its long form,
# "note" is a text only where there is no other, "see" names an entry to look under. "name@de" is a name in a
# language that its header tells.
_ALSO = frozenset(["short", "long"])


def folded(header: str) -> str:
    """A column header ready for comparison; a header of signs only stays as it is."""
    return names.fold(header) or header.strip()


def chosen_field(header: str, chosen: Chosen) -> str | None:
    """The field that a person set for a header; None where nothing is set."""
    own = folded(header)
    return next((field for column, field in chosen.items() if folded(column) == own), None)


def by_header(headers: Sequence[str], chosen: Chosen) -> list[str]:
    """The field of each column by its header, "" if the header does not identify a field."""
    return [field_of(role) for role in roles(headers, chosen)]


def field_of(role: str) -> str:
    """The field of an entry that a role fills; texts in other languages are handled later."""
    return "also" if role in _ALSO else "" if role in ("note", "see", NONE) or "@" in role else role


def roles(headers: Sequence[str], chosen: Chosen, below: Sequence[Sequence[str]] = ()) -> list[str]:
    """The role of each column by its header; a person's choice has priority.

    At most one column is the name in each language. A column whose cells ``below`` are sentences is no name,
    though its header has such a word: "In plain words".
    """
    found = [role_of(header) for header in headers]
    for index, role in enumerate(found):
        if role == "name" and not is_exact(headers[index]) and prose(below, [index]) is not None:
            found[index] = "text"
    if any(role == "name" and is_exact(header) for role, header in zip(found, headers, strict=True)):
        pairs = zip(found, headers, strict=True)  # then a header with such a word is no second name column
        found = ["" if role == "name" and not is_exact(header) else role for role, header in pairs]
    found = _with_entry(_without_subject(found, headers), below)
    bare = [index for index, role in enumerate(found) if role.startswith("@")]
    if len(bare) > 1:
        found = [
            _beside(role, header, {found[i] for i in bare})
            for role, header in zip(found, headers, strict=True)
        ]
    for index in bare:  # "en | de | fr": columns of names, where there is more than one
        found[index] = f"name{found[index]}" if len(bare) > 1 or len(headers[index]) > 3 else ""
    by_hand = [chosen_field(header, chosen) for header in headers]
    if not any(role.startswith("name") for role in (*found, *(field or "" for field in by_hand))):
        for kind in ("short", "long"):
            if kind in found:
                found[found.index(kind)] = "name"
                break
    if any(
        role == "text" and folded(header) in BODY_HEADERS for role, header in zip(found, headers, strict=True)
    ):
        found = [  # a page has its text in its body, and tells of it in a description
            "note" if role == "text" and folded(header) in ABOUT_HEADERS else role
            for role, header in zip(found, headers, strict=True)
        ]
    is_text = any((role or "").partition("@")[0] == "text" for role in (*found, *by_hand))
    if "say_to_customer" in found and not is_text:
        found[found.index("say_to_customer")] = "text"  # "Begriff | Erklärung für Kunden"
    for index, field in enumerate(by_hand):
        if field is not None:
            found = ["" if other == field == "name" else other for other in found]
            found[index] = field or NONE
    return _one_name(found)


_SUBJECT = folded_set("subject, question, keyword, frage, sujet, asunto, тема, konu")


def _without_subject(found: list[str], headers: Sequence[str]) -> list[str]:
    """The roles with no name in a column for what names belong to, beside the names: "subject | title"."""
    called = [index for index, role in enumerate(found) if role == "name"]
    of_subjects = [index for index in called if folded(headers[index]) in _SUBJECT]
    kept = len(called) > len(of_subjects)
    return [NONE if kept and index in of_subjects else role for index, role in enumerate(found)]


def _with_entry(found: list[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles with a further column of names as the text, if it holds sentences: "Headword | Entry"."""
    if "text" in found:
        return found
    later = [i for i, role in enumerate(found) if role == "name"][1:]
    entry = next((i for i in later if _are_sentences(below, i)), None)
    return ["text" if i == entry else role for i, role in enumerate(found)]


def _are_sentences(rows: Sequence[Sequence[str]], index: int) -> bool:
    """Whether the cells of a column are texts that end as sentences do."""
    said = [row[index].strip() for row in rows if index < len(row) and row[index].strip()]
    return prose(rows, [index]) is not None and mean(text.endswith((".", "!", "。")) for text in said) > 0.5


def with_long_as_text(found: Sequence[str], headers: Sequence[str]) -> list[str]:
    """The roles with the long forms as texts, where abbreviations and their long forms are all there is."""
    out = list(found)
    short = any(role == "name" and _is_for_shorts(head) for role, head in zip(out, headers, strict=True))
    if short and "long" in out and not {"text", "also", "says", "see", "note"} & set(out):
        out[out.index("long")] = "text"
    return out


def _is_for_shorts(header: str) -> bool:
    own = folded(header)
    return own in SHORT_HEADERS or own.startswith(SHORT_STEMS)


def with_sentences(found: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles without other names in columns that hold sentences: a short text beside the text.

    Such a column is the text if no other one is, in its language.
    """
    out = list(found)
    for index, role in enumerate(found):
        base, _, language = role.partition("@")
        if base in ("also", "short", "long") and _said_in_sentences(below, index):
            text = f"text@{language}" if language else "text"
            out[index] = NONE if text in found else text
    return out


SENTENCES = 0.6  # share of the cells that are sentences


def _said_in_sentences(rows: Sequence[Sequence[str]], index: int) -> bool:
    said = [row[index].strip() for row in rows if index < len(row) and row[index].strip()]
    ended = [cell.endswith((".", "!", "?", "。")) and count_words(cell) >= 3 for cell in said]
    return bool(said) and mean(ended) >= SENTENCES


def _beside(role: str, header: str, languages: set[str]) -> str:
    """The role with its language, if the header begins with one that other columns have: "en definition"."""
    first, _, rest = names.fold(header).partition(" ")
    code = f"@{LANGUAGES.get(first, '')}"
    own = _exact(rest) or _by_words(rest, rest) if rest and code in languages and "@" not in role else ""
    return f"{own}{code}" if own in ("name", "text", "also", "short", "long") else role


def _one_name(found: Sequence[str]) -> list[str]:
    """The roles with at most one name for each language; further ones become other names."""
    return [
        role.replace("name", "also") if role.startswith("name") and role in found[:index] else role
        for index, role in enumerate(found)
    ]


_KNOWN = (
    ("name", NAME_HEADERS), ("text", TEXT_HEADERS), ("long", LONG_HEADERS), ("also", ALSO_HEADERS),
    ("short", SHORT_HEADERS), ("topics", TOPIC_HEADERS), ("note", NOTE_HEADERS),
    ("say_to_customer", CUSTOMER_HEADERS),
    ("see", SEE_HEADERS), (NONE, OTHER_HEADERS),
)  # fmt: skip
_WHOLE_ONLY = folded_set(
    "title, item, short, code, text, word, name, group, class, state, type, field, more, long, lang"
)
_WORDS = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")  # "termEn", "shortDescription"
_PARTS = re.compile(
    r"\s*(?:[/|&+\n]|\b(?:or|oder|ou|или|veya|and|und|et|y|e|o|en|of|og|och|eller|tai|ja|lub|i|a|nebo|"
    r"vagy|és|és|або|та|sau|și|ve)\b)\s*",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 12)  # keys of records repeat very often
def role_of(header: str) -> str:
    """The role that a header states: by the whole header, without its language, by its parts, or by its
    words.
    """
    if len(header) > MAX_HEADER:
        return ""
    own = names.fold(header)
    whole = _exact(own) or _exact(names.fold(_WORDS.sub(" ", header)))
    if whole:
        return whole
    if is_for_customers(header):
        return "say_to_customer"
    if own in LANGUAGES:
        return f"@{LANGUAGES[own]}"
    twice = _TWICE.fullmatch(header.strip())
    if twice:
        return _in_two_scripts(*filter(None, twice.groups()))
    rest, language = language_of(header)
    if language:
        role = _exact(rest) or _by_words(rest, rest)
        return f"{role}@{language}" if role in ("name", "text", "also", "short", "long") else role
    parts = [_exact(names.fold(part)) for part in _PARTS.split(header)]
    if len(parts) > 1 and all(parts):
        return min(parts, key=lambda role: [kind for kind, _ in _KNOWN].index(role))
    return _by_words(names.fold(names.bare(header)), own)


_SIGNS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TWICE = re.compile(  # "术语 Term", "Definition (定义)"
    rf"([{_SIGNS}]{{1,12}})\s?[/(（]?\s?([A-Za-z][A-Za-z ]{{1,30}})[)）]?|([A-Za-z][A-Za-z ]{{1,30}}?)\s?[/(（]?\s?([{_SIGNS}]{{1,12}})[)）]?"
)


def _in_two_scripts(one: str, other: str) -> str:
    """The role of a header that stands there in two languages: that of both, or of the one that is known."""
    found = [role_of(one), role_of(other)]
    ends = tuple(text for text in TEXT_HEADERS if not text.isascii() and len(text) > 1)
    if any(part.endswith(ends) and not part.isascii() for part in (one, other)):
        found = [role if role.startswith("@") else "text" for role in found]
    language = next((role for role in found if role.startswith("@")), "")
    own = next((role for role in found if role and not role.startswith("@")), "")
    return f"{own}{language}" if own in ("", "name", "text", "also", "short", "long") else own


def is_exact(header: str) -> bool:
    """Whether a header identifies its role by more than a single word of the header."""
    own = names.fold(header)
    parts = [_exact(names.fold(part)) for part in _PARTS.split(header[:MAX_HEADER])]
    known = _exact(own) or own in LANGUAGES or _exact(language_of(header)[0]) or all(parts)
    return bool(known or (_TWICE.fullmatch(header.strip()) and role_of(header)))


def _exact(text: str) -> str:
    return next((role for role, known in _KNOWN if text in known), "")


def language_of(header: str) -> tuple[str, str]:
    """The folded header without a language at its start or end, and that language: "term_de"."""
    words = names.fold(_WORDS.sub(" ", header)).split()
    for rest, word in ((words[:-1], words[-1:]), (words[1:], words[:1])):
        if rest and word and word[0] in LANGUAGES and (len(word[0]) > 3 or _is_code(word[0], header)):
            return " ".join(rest), LANGUAGES[word[0]]
    if len(words) > 2 and words[-2] in LANGUAGES and len(words[-1]) == 2:  # "term_en_us"
        return " ".join(words[:-2]), LANGUAGES[words[-2]]
    return " ".join(words), ""


def _is_code(word: str, header: str) -> bool:
    """Whether a short word is written like a language code: "term_en", "Term EN", "termEn"."""
    code = re.escape(word)
    set_off = re.search(rf"[_.:(\[/-]\s*{code}\b|\b{code}[_.:/-]", header, re.IGNORECASE)
    return bool(set_off or re.search(rf"\b{code.upper()}\b|(?<=[a-z]){code.title()}$", header))


def _by_words(bare: str, whole: str) -> str:
    """The role by the last or first word ("Support term", "Definition (short)"), else by a word's start."""
    words = bare.split()
    if not 0 < len(words) <= 4 or words[0] in FACET_STARTS - {"definition", "meaning", "explanation"}:
        return _by_stem(whole)
    if len(words) > 1 and words[-1] in OTHER_ENDS:
        return NONE
    for word in (words[-1], words[0]):
        role = _exact(word)
        if role and word not in _WHOLE_ONLY:
            return role if role not in ("note", "see", NONE) or word == words[-1] else ""
    return _by_stem(whole)


def _by_stem(text: str) -> str:
    words = text.split()
    if not 0 < len(words) <= 10:
        return ""
    if any(word.startswith(TEXT_STEMS) for word in words):
        return "text"
    for role, stems in (("short", SHORT_STEMS), ("also", ALSO_STEMS)):
        if len(words) <= 5 and any(word.startswith(stems) for word in words):
            return role
    return "name" if len(words) <= 4 and any(word.startswith(NAME_STEMS) for word in words) else ""


def by_content(rows: Sequence[Sequence[str]]) -> list[str]:
    """The field of each column by its content: short, different values are names, the longest texts are
    texts.

    An empty list if no two columns look like names and texts.
    """
    width = max((len(row) for row in rows), default=0)
    columns = [[row[i] for row in rows if i < len(row) and row[i].strip()] for i in range(width)]
    named = [i for i, values in enumerate(columns) if are_names(values, len(rows))]
    name = next((i for i in named if not _are_keys(columns[i]) or len(named) == 1), None)
    if name is None:
        return []
    own = [i != name and (width < 3 or _are_different(column)) for i, column in enumerate(columns)]
    lengths = [
        mean(map(len, values)) if values and other else 0.0
        for values, other in zip(columns, own, strict=True)
    ]
    text = max(range(width), key=lambda i: lengths[i])
    if not lengths[text] or not _are_texts(columns[text], width):
        return []
    others = (i for i in range(width) if i not in (name, text) and _write_out(columns[name], columns[i]))
    beside = next(others, None)
    others = (
        i for i in range(width) if i not in (name, text, beside) and _are_other_names(columns[i], len(rows))
    )
    also = next(others, None) if width == 3 else None
    kinds = {name: "name", text: "text", beside: "long", also: "also"}
    return [kinds.get(i, "") for i in range(width)]


def _are_other_names(values: Sequence[str], rows: int) -> bool:
    """Whether a column without a header lists other names: in small letters, some cells with several."""
    listed = any(re.search(r"\w[,;] \w", value) for value in values)
    short = all(count_words(value) <= 8 and not value.endswith(".") for value in values)
    small = mean(value[:1].islower() for value in values) if values else 0.0
    return listed and short and small >= 0.7 and are_names(values, rows)


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


def written_out(shorts: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether the cells of a column of texts write out the abbreviations beside them, row by row."""
    pairs = [(a.strip(), b.strip()) for a, b in zip(shorts, texts, strict=True) if a.strip() and b.strip()]
    if len(pairs) < 2 or any(count_words(text) > 8 for _, text in pairs):
        return False
    return mean(abbreviates(short, text) for short, text in pairs) >= 0.6


def _write_out(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one of two columns contains abbreviations and the other their long forms."""
    for short, long in ((one, other), (other, one)):
        if short and long and mean(map(_is_short, short)) >= 0.6 and mean(map(count_words, long)) > 1.4:
            return all(count_words(text) <= 8 for text in long) and not any(map(is_value, long))
    return False


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
    """The index of the column among ``free`` that contains sentences (the longest if several), else None."""
    lengths = {}
    for index in free:
        values = [row[index] for row in rows if index < len(row) and row[index].strip()]
        if values and mean(count_words(value) for value in values) >= PROSE and _are_texts(values, 3):
            lengths[index] = mean(map(len, values))
    return max(lengths, key=lambda index: lengths[index], default=None)


_ASKING = re.compile(
    r"(?:what|how|who|when|why|which|was|wie|wer|wann|que|quoi|qui|comment|qué|cómo|quién|che|cosa|что|как|кто|wat|hoe)\b|"
    r".*[?？]$",
    re.IGNORECASE,
)


def _asks(cells: Sequence[str]) -> bool:
    said = [cell.strip() for cell in cells if cell.strip()]
    return len(said) > 1 and all(map(_ASKING.match, said))


def is_header(first: Sequence[str], rest: Sequence[Sequence[str]]) -> bool:
    """Whether a first row of unknown words is a header: short cells above long texts, or only questions."""
    fields = by_content(rest)
    if "text" in fields and _asks(first) and not any(map(_asks, rest)):
        return True
    if "text" not in fields or any(count_words(cell) > 3 for cell in first) or len(rest) < 2:
        return False
    column = fields.index("text")
    below = [count_words(row[column]) for row in rest if column < len(row)]
    return column < len(first) and 0 < 2.5 * count_words(first[column]) <= mean(below)
