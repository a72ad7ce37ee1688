"""Tell the role that one header states for its column, or one key for its value: "Term", "definition_de"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from site_gen.model import names
from site_gen.sources.shape.blocks import is_unspaced
from site_gen.sources.shape.clause_headers import asked_for, role_in_words, says_long_form
from site_gen.sources.shape.customer_headers import is_for_customers
from site_gen.sources.shape.header_words import (
    ALSO_HEADERS,
    ALSO_STEMS,
    CUSTOMER_HEADERS,
    LANGUAGES,
    LONG_HEADERS,
    NAME_HEADERS,
    NAME_STEMS,
    NOTE_HEADERS,
    OTHER_ENDS,
    OTHER_HEADERS,
    SEARCH_HEADERS,
    SEE_HEADERS,
    SHORT_HEADERS,
    SHORT_STEMS,
    TEXT_HEADERS,
    TEXT_STEMS,
    TOPIC_HEADERS,
    folded_set,
)
from site_gen.sources.shape.language_codes import in_header, is_tag, tag_of
from site_gen.sources.shape.text_roles import NONE
from site_gen.sources.shape.vocabulary import FACET_STARTS

MAX_HEADER = 100  # characters
# Further roles besides the fields of an entry: "short" and "long" are an abbreviation and its long form,
# "note" is a text only where there is no other, "see" names an entry to look under. "name@de" is a name in a
# language that its header tells.
_ALSO = frozenset(["short", "long"])


def folded(header: str) -> str:
    """A column header ready for comparison; a header of signs only stays as it is."""
    return names.fold(header) or header.strip()


def field_of(role: str) -> str:
    """The field of an entry that a role fills; texts in other languages are handled later."""
    return "also" if role in _ALSO else "" if role in ("note", "see", NONE) or "@" in role else role


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
JOINS = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")  # "termEn", "shortDescription"
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
    if own.startswith(_RELATED) or _OF_PICTURE.match(names.fold(JOINS.sub(" ", header))):
        return NONE
    if _offers_names(header):
        return "also"
    if JOINS.search(header) and (in_own := _in_language(header)):  # "definitionEn" is no "Definitionen"
        return in_own
    whole = _exact(own) or _exact(names.fold(JOINS.sub(" ", header))) or _exact(_NUMBER.sub("", own))
    if whole:
        return whole
    if is_for_customers(header):
        return "say_to_customer"
    if in_words := role_in_words(JOINS.sub(" ", header)):
        return in_words
    outside = names.fold(_IN_BRACKETS.sub("", header))
    if is_tag(header):
        return f"@{tag_of(header)}"
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
    words = names.fold(JOINS.sub(" ", header)).split()
    if not 1 < len(words) <= 3 or words[-1] in _WHOLE_ONLY:
        return ""
    return NONE if words[-1] in OTHER_ENDS else _exact(words[-1])


_OR = re.compile(
    r"\s+(?:[/|&+]|(?:or|oder|ou|или|veya|o|of|eller|tai|lub|nebo|vagy|або|sau)(?!\w))\s+", re.IGNORECASE
)


def _offers_names(header: str) -> bool:
    """Whether a header leaves open which kind of other name a cell holds: "Abbreviation or English name"."""
    parts = _OR.split(header)
    if len(parts) < 2:
        return False
    roles = [role_of(part) for part in parts]
    short = any(role in ("short", "also") for role in roles)
    foreign = any(role.startswith("@") or "@" in role or role == "long" for role in roles)
    return short and foreign and not any(role.startswith("text") for role in roles) and all(roles)


_TRANSLATED = folded_set(
    "translation, translated term, translated, target term, target, übersetzung, traduction, traducción, "
    "equivalent, equivalente, équivalent, entsprechung, эквивалент, karşılığı"
)


def _in_language(header: str) -> str:
    """The role of a header that begins or ends with a language, "" if none does: "term_de"."""
    rest, language = language_of(header)
    rest = _SPOKEN_IN.sub("", rest)
    if language and rest in _TRANSLATED:
        return f"@{language}"
    role = (_exact(rest) or _by_words(rest, rest)) if language else ""
    return f"{role}@{language}" if role in ("name", "text", "also", "short", "long") else role


_IN_BRACKETS = re.compile(r"\s?[(（][^()（）]{1,40}[)）]\s*$")
_IN_A_LANGUAGE = re.compile(r"^(?:in|en|em|auf|po|на|pa) (?=\w{4})")
_SPOKEN_IN = re.compile(r" (?:in|en|em|auf|na|på|in het|op)$")  # "term in English", less its language
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
    known = _exact(own) or own in LANGUAGES or _exact(language_of(header)[0]) or says_long_form(header)
    asked = known or all(parts) or asked_for(header)
    return bool(asked or (_TWICE.fullmatch(header.strip()) and role_of(header)))


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
    bare, tag = in_header(JOINS.sub(" ", header))
    if tag:
        return bare, tag
    words = names.fold(JOINS.sub(" ", header)).split()
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


_SAYS = re.compile(  # of folded headers: "Ce que ça veut dire", "What it tells us"
    r"\b(?:veu(?:t|lent) dire|quieren? decir|vuol(?:e|no)? dire|vogliono dire|quer(?:em)? dizer|vol dir|"
    r"what (?:it|this|that|they) (?:tells?|says?)|was (?:das|es|er|sie) (?:ist|sagt)|gemeint ist|"
    r"wat (?:het|dit|dat) (?:is|zegt)|vad (?:det|den) ar|hva[d]? (?:det|den) er|co to je|cos e|mi ez)\b"
)


def _by_stem(text: str) -> str:
    words = text.split()
    if not 0 < len(words) <= 10:
        return ""
    if _SAYS.search(text) or any(word.startswith(TEXT_STEMS) for word in words):
        return "text"
    for role, stems in (("short", SHORT_STEMS), ("also", ALSO_STEMS)):
        if len(words) <= 5 and any(word.startswith(stems) for word in words):
            return role
    return "name" if len(words) <= 4 and any(word.startswith(NAME_STEMS) for word in words) else ""


def in_language_of_others(role: str, header: str, languages: set[str]) -> str:
    """The role with its language, if the header begins with one that other columns have: "en definition"."""
    first, _, rest = names.fold(header).partition(" ")
    code = f"@{LANGUAGES.get(first, '')}"
    own = _exact(rest) or _by_words(rest, rest) if rest and code in languages and "@" not in role else ""
    return f"{own}{code}" if own in ("name", "text", "also", "short", "long") else role
