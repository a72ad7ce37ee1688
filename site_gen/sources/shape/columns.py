"""Find the field for each column of a table or key of a record, by its header or else by its content."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from statistics import mean

from site_gen.model import names
from site_gen.sources.shape.blocks import is_unspaced
from site_gen.sources.shape.clause_headers import says_other_names
from site_gen.sources.shape.column_contents import are_names, number_rows, prose
from site_gen.sources.shape.customer_headers import is_for_customers
from site_gen.sources.shape.days import are_days
from site_gen.sources.shape.header_languages import paired
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
    OWNER_HEADERS,
    REVIEWED_HEADERS,
    SEARCH_HEADERS,
    SEE_HEADERS,
    SHORT_HEADERS,
    SHORT_STEMS,
    TEXT_HEADERS,
    TEXT_STEMS,
    TOPIC_HEADERS,
    WEAK_NAMES,
    folded_set,
)
from site_gen.sources.shape.text_roles import NONE, with_customer_text, with_entry
from site_gen.sources.shape.translation_headers import with_translation
from site_gen.sources.shape.vocabulary import FACET_STARTS

MAX_HEADER = 100  # characters
Chosen = Mapping[str, str]  # header -> field, as a person set it
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
    by_hand = [chosen_field(header, chosen) for header in headers]
    found = _without_links(_without_keys([role_of(header) for header in headers], below), below)
    for index, role in enumerate(found):
        if role == "name" and not is_exact(headers[index]) and prose(below, [index]) is not None:
            found[index] = NONE if "text" in found and _asks(below, index) else "text"
    heads = list(zip(found, headers, strict=True))
    if any(role == "name" and is_exact(header) for role, header in heads):
        found = ["" if role == "name" and not is_exact(header) else role for role, header in heads]
    found = _of_cards(_of_codebook(with_translation(found, headers), headers), headers)
    found = with_entry(_without_subject(_without_asides(found, headers), headers), below)
    found = with_customer_text(found, by_hand)
    bare = [index for index, role in enumerate(found) if role.startswith("@")]
    if len(bare) > 1:
        found = [
            _beside(role, header, {found[i] for i in bare})
            for role, header in zip(found, headers, strict=True)
        ]
    for index in bare:  # "en | de | fr": columns of names, where there is more than one
        found[index] = f"name{found[index]}" if len(bare) > 1 or len(headers[index]) > 3 else ""
    for settled in (_without_persons, _with_names_before, with_shown_names, with_summary):
        found = settled(found, headers, below)
    if not any(role.startswith("name") for role in (*found, *(field or "" for field in by_hand))):
        found = _with_other_as_name(found, headers)
    found = _with_care(_of_pages(found, headers), headers, below)
    for index, field in enumerate(by_hand):
        if field is not None:
            found = ["" if other == field == "name" else other for other in found]
            found[index] = field or NONE
    return _one_name(paired(found, headers))


_FOR_US = re.compile(  # "Explanation (agents only)"
    r"\((?:for )?(?:agents?|staff|team|internal|intern\w*|nur intern|interne?|interno|us)"
    r"(?: only| use(?: only)?)?\)\s*$",
    re.IGNORECASE,
)


def _without_asides(found: list[str], headers: Sequence[str]) -> list[str]:
    """The roles without texts for the desk alone, where there is a text for everybody."""
    pairs = zip(found, headers, strict=True)
    aside = [role == "text" and _FOR_US.search(header) is not None for role, header in pairs]
    if found.count("text") <= sum(aside):
        return found
    return [NONE if own else role for role, own in zip(found, aside, strict=True)]


def _with_other_as_name(found: list[str], headers: Sequence[str]) -> list[str]:
    """The roles where short or long forms, or the first other names, stand for names that are missing."""
    kind = next((kind for kind in ("short", "long") if kind in found), "")
    if not kind and found.count("also") > 1 and says_other_names(headers[found.index("also")]):
        kind = "also"  # "What they call it", beside other names
    place = found.index(kind) if kind else len(found)
    return ["name" if index == place else role for index, role in enumerate(found)]


def _asks(below: Sequence[Sequence[str]], index: int) -> bool:
    """Whether the cells of a column are questions, which the text beside them answers."""
    said = [row[index].strip() for row in below if index < len(row) and row[index].strip()]
    return bool(said) and all(cell.endswith(("?", "？")) for cell in said)


def _with_names_before(found: list[str], headers: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles with names in the first column, where all that is called so is its translation beside it:
    "Kotlin | suomi | kuvaus".
    """
    called = [index for index, role in enumerate(found) if role.startswith("name")]
    if len(called) != 1 or called == [0] or "@" not in found[called[0]] or found[0] or "text" not in found:
        return found
    cells = [row[0] for row in below if row and row[0].strip()]
    if len(cells) < 2 or not headers[0].strip() or not are_names(cells, len(below)) or number_rows(cells):
        return found
    return ["name", *found[1:]]


def _with_care(found: list[str], headers: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles with who answers for a term, and with the day of its review where the cells are days."""
    out = list(found)
    for index, header in enumerate(headers):
        own = folded(header)
        if out[index] not in ("", NONE):
            continue
        if own in OWNER_HEADERS and "owner" not in out:
            out[index] = "owner"
        elif own in REVIEWED_HEADERS and "reviewed" not in out:
            days = are_days([row[index] for row in below if index < len(row)])
            out[index] = "reviewed" if days else NONE
    return out


def _of_pages(found: list[str], headers: Sequence[str]) -> list[str]:
    """The roles of a list of pages: a page has its text in its body, and tells of it in a description."""
    texts = [folded(header) for role, header in zip(found, headers, strict=True) if role == "text"]
    if BODY_HEADERS.isdisjoint(texts):
        return found
    return [
        "note" if role == "text" and folded(header) in ABOUT_HEADERS else role
        for role, header in zip(found, headers, strict=True)
    ]


def _without_keys(found: list[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles with no names in a column that only numbers the rows ("c1", "T-02"), beside other names."""
    out = list(found)
    several = sum(role.startswith(("name", "@")) for role in found) > 1
    for index, role in enumerate(found):
        if role != "short" and (role != "name" or not several):
            continue
        cells = [row[index] for row in below if index < len(row) and row[index].strip()]
        if len(cells) > 2 and number_rows(cells):
            out[index] = NONE
    return out


_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
LINKS = 0.8  # share of cells that are addresses from which a column is no text


def _without_links(found: list[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles with nothing in a column of addresses: "Further explanation" with a link in each row."""
    out = list(found)
    for index, role in enumerate(found):
        cells = [row[index].strip() for row in below if index < len(row) and row[index].strip()]
        if role and cells and mean(_LINK.fullmatch(cell) is not None for cell in cells) >= LINKS:
            out[index] = NONE
    return out


def of_words(headers: Sequence[str], below: Sequence[Sequence[str]], chosen: Chosen) -> list[str]:
    """The headers of columns that hold words; "" for one whose cells are addresses or count the rows."""
    told = list(map(role_of, headers))
    kept = _without_links(_without_keys(told, below), below)
    pairs = zip(headers, told, kept, strict=True)
    return [
        "" if old == "name" != new and chosen_field(head, chosen) is None else head
        for head, old, new in pairs
    ]


_VARIABLES = folded_set("variable, variables, variable name, var name")
_LABELS = folded_set("label, labels, variable label, question, title, item")


def _of_codebook(found: list[str], headers: Sequence[str]) -> list[str]:
    """The roles of a codebook: its variables are the names, and what labels them is the text."""
    own = [folded(header) for header in headers]
    if "text" in found or _VARIABLES.isdisjoint(own):
        return found
    label = next((i for i, header in enumerate(own) if header in _LABELS and found[i] == "name"), None)
    return ["text" if i == label else role for i, role in enumerate(found)]


FEW_PERSONS = 0.5  # share of different cells below which a column called "Name" tells who wrote the rows


def _without_persons(found: list[str], headers: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles with no name in a column "Name" whose cells repeat, beside one for terms: "Name | Term"."""
    strong = any(
        role == "name" and folded(header) in NAME_HEADERS - WEAK_NAMES
        for role, header in zip(found, headers, strict=True)
    )
    out = list(found)
    for index, role in enumerate(found):
        cells = [row[index].strip() for row in below if index < len(row) and row[index].strip()]
        weak = role == "name" and folded(headers[index]) in WEAK_NAMES
        if strong and weak and len(cells) > 2 and len({*cells}) < FEW_PERSONS * len(cells):
            out[index] = NONE
    return out


_SHOWN = folded_set(
    "display name, anzeigename, nom affiché, nombre para mostrar, отображаемое имя, görünen ad"
)
_KEY = re.compile(r"[a-z\d]+(?:[_.-][a-z\d]+)*")


def with_shown_names(found: list[str], headers: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles with the names that a program shows, where it has others beside them: "displayName"."""
    shown = next((i for i, header in enumerate(headers) if folded(_WORDS.sub(" ", header)) in _SHOWN), None)
    called = [i for i, role in enumerate(found) if role == "name" and i != shown]
    if shown is None or found[shown] not in ("name", "also") or len(called) != 1:
        return found
    pairs = [
        (row[called[0]].strip(), row[shown].strip()) for row in below if max(shown, called[0]) < len(row)
    ]
    if len(pairs) < 2 or not all(own for _, own in pairs):
        return found
    keys = all(_KEY.fullmatch(key) or names.fold(key) == names.fold(own) for key, own in pairs)
    return [
        "name" if i == shown else (NONE if keys else "also") if i in called else role
        for i, role in enumerate(found)
    ]


_SUMMARY = folded_set("summary, subject, zusammenfassung, resumen, résumé, riepilogo, samenvatting, özet")


def with_summary(found: list[str], headers: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles with names in what trackers call a summary, beside a description of each.

    That is so where nothing else holds names, or where each name ends with it: "[KEY-1] Hold" and "Hold".
    """
    index = next((i for i, header in enumerate(headers) if folded(header) in _SUMMARY), None)
    if (
        index is None
        or found[index] not in ("text", "name")
        or "text" not in (*found[:index], *found[index + 1 :])
    ):
        return found
    rows = [row for row in below if index < len(row) and row[index].strip()]
    own = [row[index].strip() for row in rows]
    called = [i for i, role in enumerate(found) if role.startswith("name") and i != index]
    if len(own) < 2 or not are_names(own, len(below)):
        return found
    ends = [
        i for i in called if all(row[i].strip().endswith(cell) for row, cell in zip(rows, own, strict=True))
    ]
    if len(ends) < len(called):
        return found
    return ["name" if i == index else NONE if i in ends else role for i, role in enumerate(found)]


_SUBJECT = folded_set("subject, question, keyword, frage, sujet, asunto, тема, konu")


_ANSWERS = folded_set("answer, antwort, réponse, respuesta, ответ, cevap, risposta, resposta, antwoord")


OF_CARD = 4  # keys of a card; a question of an exam has more


def _of_cards(found: list[str], headers: Sequence[str]) -> list[str]:
    """The roles of cards whose front is called a text: {"text": "Hold", "answer": "Waiting on the line."}."""
    if "name" in found or not are_of_card(headers):
        return found
    return ["name" if folded(head) == "text" else role for role, head in zip(found, headers, strict=True)]


def are_of_card(headers: Sequence[str]) -> bool:
    """Whether keys are those of a card, with a text on its front and an answer on its back."""
    own = {folded(header) for header in headers}
    return "text" in own and not _ANSWERS.isdisjoint(own) and len(own) <= OF_CARD


def _without_subject(found: list[str], headers: Sequence[str]) -> list[str]:
    """The roles with no name in a column for what names belong to, beside the names: "subject | title"."""
    called = [index for index, role in enumerate(found) if role == "name"]
    of_subjects = [index for index in called if folded(headers[index]) in _SUBJECT]
    kept = len(called) > len(of_subjects)
    return [NONE if kept and index in of_subjects else role for index, role in enumerate(found)]


def with_long_as_text(found: Sequence[str], headers: Sequence[str]) -> list[str]:
    """The roles with the long forms as texts, where abbreviations and their long forms are all there is."""
    out = list(found)
    short = any(role == "name" and _is_for_shorts(head) for role, head in zip(out, headers, strict=True))
    said = {role.partition("@")[0] for role in out}
    if short and "long" in out and not {"text", "also", "says", "see", "note"} & said:
        out[out.index("long")] = "text"
    return out


def _is_for_shorts(header: str) -> bool:
    own = folded(header)
    return own in SHORT_HEADERS or own.startswith(SHORT_STEMS)


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
    ("say_to_customer", CUSTOMER_HEADERS), ("search_as", SEARCH_HEADERS),
    ("see", SEE_HEADERS), (NONE, OTHER_HEADERS),
)  # fmt: skip
_WHOLE_ONLY = folded_set(
    "title, item, short, code, text, word, name, group, class, state, type, field, more, long, lang"
)
_RELATED = ("related to ", "related terms ", "links to ", "verknüpft mit ", "lié à ", "relacionado con ")
_OF_PICTURE = re.compile(  # its size, the text in its place, who made it: "image_alt", "iconTitle"
    r"(?:image|img|picture|photo|icon|logo|thumbnail|avatar|bild|foto|imagen|imagem|immagine) "
    r"(?:alt|alt text|alternative|caption|credits?|title|text|description|desc|name|label|licen[cs]e)\b"
)
_WORDS = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")  # "termEn", "shortDescription"
_PARTS = re.compile(
    r"(?:(?<!\s)\s+)?(?:[/|&+\n]|\b(?:or|oder|ou|или|veya|and|und|et|y|e|o|en|of|og|och|eller|tai|ja|lub|i|a|nebo|"
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
    header = _OPTION.sub("", header)
    own = names.fold(header)
    if own.startswith(_RELATED) or _OF_PICTURE.match(names.fold(_WORDS.sub(" ", header))):
        return NONE
    if _WORDS.search(header) and (in_own := _in_language(header)):  # "definitionEn" is no "Definitionen"
        return in_own
    whole = _exact(own) or _exact(names.fold(_WORDS.sub(" ", header))) or _exact(_NUMBER.sub("", own))
    if whole:
        return whole
    if is_for_customers(header):
        return "say_to_customer"
    if says_other_names(header):
        return "also"
    outside = names.fold(_IN_BRACKETS.sub("", header))
    for spoken in (_IN_A_LANGUAGE.sub("", own), outside):  # "in English", "auf Englisch", "英文(单数)"
        if spoken in LANGUAGES and (spoken == own or len(spoken) > 3 or is_unspaced(spoken)):
            return f"@{LANGUAGES[spoken]}"
    twice = _TWICE.fullmatch(header.strip())
    if twice:
        return _in_two_scripts(*filter(None, twice.groups()))
    if in_language := _in_language(header):
        return in_language
    parts = [_exact(names.fold(part)) for part in _PARTS.split(header)]
    if len(parts) > 1 and all(parts):
        return min(parts, key=lambda role: [kind for kind, _ in _KNOWN].index(role))
    return _by_words(names.fold(names.bare(header)), own) or _by_last_word(header)


def _by_last_word(header: str) -> str:
    """The role of a key of a program by the last of its words: "itemLabel", "textContent"."""
    words = names.fold(_WORDS.sub(" ", header)).split()
    if not 1 < len(words) <= 3 or words[-1] in _WHOLE_ONLY:
        return ""
    return NONE if words[-1] in OTHER_ENDS else _exact(words[-1])


def _in_language(header: str) -> str:
    """The role of a header that begins or ends with a language, "" if none does: "term_de"."""
    rest, language = language_of(header)
    role = (_exact(rest) or _by_words(rest, rest)) if language else ""
    return f"{role}@{language}" if role in ("name", "text", "also", "short", "long") else role


_IN_BRACKETS = re.compile(r"\s?[(（][^()（）]{1,40}[)）]\s*$")
_IN_A_LANGUAGE = re.compile(r"^(?:in|en|em|auf|po|на|pa) (?=\w{4})")
_NUMBER = re.compile(r"\s?\d{1,2}$")  # "Other word 2"
_OPTION = re.compile(  # 'skos:altLabel(separator=",")', "T_TERM"
    r"^(?:skos|rdfs|dct|dc|dcterms|schema):(?=[a-zA-Z])|^[A-Z]_(?=[A-Z]{4})|\((?:separator|delimiter|sep)=[^()]{1,20}\)$"
)
_QUOTED = re.compile(
    r"[a-z]{2,7}:[a-zA-Z]+"
)  # "skos:prefLabel" is explained in texts, and heads no column alone
_SIGNS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TWICE = re.compile(  # "术语 Term", "Definition (定义)"
    rf"([{_SIGNS}]{{1,12}})\s?[/(（]?\s?([A-Za-z][A-Za-z ]{{1,30}})[)）]?|"
    rf"([A-Za-z][A-Za-z ]{{1,30}}?)\s?[/(（]?\s?([{_SIGNS}]{{1,12}})[)）]?"
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
    header = header if _QUOTED.fullmatch(header) else _OPTION.sub("", header)
    own = names.fold(header)
    parts = [_exact(names.fold(part)) for part in _PARTS.split(header[:MAX_HEADER])]
    known = _exact(own) or own in LANGUAGES or _exact(language_of(header)[0]) or all(parts)
    return bool(known or (_TWICE.fullmatch(header.strip()) and role_of(header)))


def _exact(text: str) -> str:
    return next((role for role, known in _KNOWN if text in known), "") or _JOINED.get(text, "")


_JOINED = {  # headers of several words that keys of programs write as one: "longform", "shortdescription"
    head.replace(" ", ""): role
    for role, known in reversed(_KNOWN)
    for head in known
    if " " in head and len(head) > 7
}


_WRITTEN_AS = frozenset(["html", "markdown", "plain", "raw", "text"])  # ends of keys for one text twice


def language_of(header: str) -> tuple[str, str]:
    """The folded header without a language at its start or end, and that language: "term_de"."""
    words = names.fold(_WORDS.sub(" ", header)).split()
    if (joined := _joined(words)) is not None:
        return joined
    for rest, word in ((words[:-1], words[-1:]), (words[1:], words[:1])):
        if rest and word and word[0] in LANGUAGES and (len(word[0]) > 3 or _is_code(word[0], header)):
            return " ".join(rest), LANGUAGES[word[0]]
    if (
        len(words) > 2
        and words[-2] in LANGUAGES
        and (  # "term_en_us", "description_en_html"
            len(words[-1]) == 2 or words[-1] in _WRITTEN_AS
        )
    ):
        return " ".join(words[:-2]), LANGUAGES[words[-2]]
    return " ".join(words), ""


LONGEST = 4  # signs of the name of a language in a script without spaces


def _joined(words: Sequence[str]) -> tuple[str, str] | None:
    """The header without a language that it begins with in a script without spaces: "英文定义", "영문명"."""
    if len(words) != 1 or not is_unspaced(words[0]):
        return None
    for end in range(min(LONGEST, len(words[0]) - 1), 1, -1):
        if words[0][:end] in LANGUAGES:
            return words[0][end:], LANGUAGES[words[0][:end]]
    return None


def _is_code(word: str, header: str) -> bool:
    """Whether a short word is written like a language code: "term_en", "Term EN", "termEn"."""
    code = re.escape(word)
    set_off = re.search(rf"[_.:(\[/@-]\s*{code}\b|\b{code}[_.:/-]", header, re.IGNORECASE)
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
