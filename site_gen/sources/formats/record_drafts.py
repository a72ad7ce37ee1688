"""Turn one record of a data file into drafts: the values of its keys, in one or several languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from site_gen.model import names
from site_gen.sources.draft import Draft, Piece, Version
from site_gen.sources.formats.data_kinds import STRONG_TEXT
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.formats.record import (
    IN_LANGUAGES,
    WRAPPING,
    by_language,
    is_plain,
    key_roles,
    language_of_key,
    stated_language,
    texts,
    translated,
)
from site_gen.sources.shape.blocks import clean_name, count_words, is_nothing, is_with_semicolon, tidy
from site_gen.sources.shape.days import day_of
from site_gen.sources.shape.header_roles import role_of
from site_gen.sources.shape.header_words import STRONG_TEXT_HEADERS, folded_set
from site_gen.sources.shape.stated_language import HEADERS as STATED_LANGUAGE
from site_gen.sources.shape.tables import (
    different,
    is_spelled_out,
    is_word,
    other_names,
    own_names,
    printed_names,
)

# keys of lists in which each text is a meaning of its own; other lists are the paragraphs of one text
_SENSES = STRONG_TEXT | STRONG_TEXT_HEADERS | folded_set("sense, senses, glosses")


@dataclass(slots=True, kw_only=True)
class _Parts:
    """The texts of a record by role; ``meanings`` are several texts for one name."""

    said: dict[str, list[str]] = field(default_factory=dict)
    meanings: list[str] = field(default_factory=list)
    listed: set[str] = field(default_factory=set)  # roles whose values were a list
    lines: dict[str, int] = field(default_factory=dict)  # where texts in one of several languages stand

    def put(self, role: str, value: Value, whole: bool = False) -> None:
        """Add a value; a list of texts is several meanings, or ``whole``: paragraphs of one text."""
        base, _, language = role.partition("@")
        if isinstance(value, Named) and not base:  # the whole mapping is in one language
            inner = key_roles([value], {})
            for key, part in value.pairs:
                own = inner.get(key.text, "")
                if own and "@" not in own:
                    self.put(f"{own}@{language}", part)
        elif isinstance(value, Named) and by_language(value):
            told: set[str] = set()
            for key, part in value.pairs:
                code = language_of_key(key.text)
                if code not in told or base != "text":  # else another wording: "en", "enSimple"
                    self.put(f"{base}@{code}", part)
                told.add(code)
        elif isinstance(value, Many) and translated(value):
            for item in value.items:
                self.translation(item, base)
        elif role == "text" and isinstance(value, Many) and _lists_codes(value):
            return
        elif role == "text" and isinstance(value, Many) and len(value.items) > 1 and not whole:
            self.meanings += texts(value)
        elif role:
            if isinstance(value, Many):
                self.listed.add(role)
            self.said.setdefault(role or "name", []).extend(texts(value))
            if language and isinstance(value, Leaf):
                self.lines |= dict.fromkeys(texts(value), value.line)

    def translation(self, item: Value, base: str) -> None:
        """Add one record of a list in which each record states its language."""
        if not isinstance(item, Named):
            return
        language = stated_language(item)
        inner = key_roles([item], {})
        for key, part in item.pairs:
            own = inner.get(key.text, "")
            if names.fold(key.text) in STATED_LANGUAGE or not language:
                continue
            if base and (
                names.fold(key.text) in WRAPPING
                or (base == "also" and own in ("text", "name", "short"))
                or (base == "name" and names.fold(key.text) in _CONTENT and _is_short(part))
            ):
                own = base
            if own in ("name", "short", "long", "also", "text"):
                self.put(f"{own}@{language}", part)


_CONTENT = frozenset(["content", "text", "translation"])  # keys of a name in one language, and of texts


def _is_short(value: Value) -> bool:
    return isinstance(value, Leaf) and count_words(value.text) <= SHORT_NAME


SHORT_NAME = 4  # words of a translation that is a name
CODES, NAMES = 3, 12  # items of a list that is no text: codes, or short names


def _lists_codes(value: Many) -> bool:
    """Whether a list holds codes ("gre", "sat-2") or many short names, and no sentences of a text."""
    said = [item.text.strip() for item in value.items if isinstance(item, Leaf)]
    if len(said) < len(value.items) or any(text.endswith((".", "!", "?", "。")) for text in said):
        return False
    codes = len(said) >= CODES and all(text.isascii() and " " not in text and text.islower() for text in said)
    return codes or (len(said) >= NAMES and all(count_words(text) <= 4 for text in said))


_OWN_FIELDS = folded_set(  # keys under which programs keep the fields that a desk has added
    "acf, fields, custom fields, customfields, custom, meta, metadata, attributes, properties, extra, "
    "additional, data"
)
_SWITCHES = frozenset(["true", "false"])  # values of a setting, under a key such as "tooltip"


def _said(value: Named, key_role: Mapping[str, str]) -> _Parts:
    """The texts of a record, also those that it gives in several languages."""
    parts = _Parts()
    for key, inner in value.pairs:
        role = key_role.get(key.text, "")
        if role == "text" and isinstance(inner, Leaf) and inner.text.strip().lower() in _SWITCHES:
            continue
        if isinstance(inner, Many) and translated(inner) and role in ("", "-", "name", "also"):
            parts.put("name" if role == "-" else role or "name", inner)
        elif names.fold(key.text) in IN_LANGUAGES and isinstance(inner, Named) and by_language(inner):
            for code, part in inner.pairs:
                own = language_of_key(code.text)
                whole = isinstance(part, Named) and not is_plain(part)
                parts.put(f"@{own}" if whole else f"name@{own}", part)
        elif role == "also" and role_of(key.text) == "name" and isinstance(inner, Leaf):
            if not inner.text.strip().isdigit():  # else the number of its entry
                parts.said.setdefault("called", []).extend(texts(inner))  # beside the key that is its name
        elif role in ("name", "short") and isinstance(inner, Leaf) and _is_word(inner.text, value):
            parts.said.setdefault(role, []).append(inner.text.strip())
        elif role not in ("", "-", "note") and not (
            role == "text" and _is_beside_definition(key, inner, value)
        ):
            parts.put(role, inner, whole=names.fold(key.text) not in _SENSES)
        elif role == "" and isinstance(inner, Named) and names.fold(key.text) in _OWN_FIELDS:
            for under, part in inner.pairs:
                if (told := role_of(under.text)) in ("also", "short"):
                    parts.put(told, part)
    return parts


def _is_beside_definition(key: Leaf, inner: Value, value: Named) -> bool:
    """Whether a list is more about a term whose text stands under a key such as "definition"."""
    if not isinstance(inner, Many) or names.fold(key.text) in STRONG_TEXT:
        return False
    return any(isinstance(part, Leaf) and names.fold(own.text) in STRONG_TEXT for own, part in value.pairs)


def _is_word(text: str, value: Named) -> bool:
    """Whether a text that may stand for nothing is a name, which its record spells out or explains."""
    said = [inner.text for key, inner in value.pairs if isinstance(inner, Leaf)]
    texts = [i.text for k, i in value.pairs if isinstance(i, Leaf) and role_of(k.text) == "text"]
    explained = is_word(text.strip()) and any(count_words(one) > 1 for one in texts)
    return is_nothing(text) and (explained or is_spelled_out(text.strip(), said))


def drafts(value: Named, key_role: Mapping[str, str], line: int, name: str = "") -> list[Draft]:
    """The entry of a record, or one for each of its meanings; an empty list if it has no name."""
    parts = _said(value, key_role)
    said = parts.said
    printed = [name] if name else own_names(_clean(said.get("name", [])))
    shorts, longs = (own_names(_clean(said.get(role, []))) for role in ("short", "long"))
    if any(map(is_with_semicolon, printed)):  # so is its long form
        longs = _clean(said.get("long", []))
    told = said.get("also", [])
    listed = [clean_name(text) for text in told] if "also" in parts.listed else other_names(told)
    called = own_names(_clean(said.get("called", [])))
    if not printed and (shorts or longs):
        printed, shorts, longs = (longs, shorts, []) if longs else (shorts, [], [])
    others = [*printed[1:], *longs, *called, *(listed if name else ())]
    own = [inner.text.strip() for _, inner in value.pairs if name and isinstance(inner, Leaf)]
    if printed and (spelled := spelled_as(printed[0], others, own)):
        printed = [spelled, *printed[1:]]
    also = [other for other in (*printed[1:], *shorts, *longs, *called, *listed) if other not in printed[:1]]
    versions = _versions(said, line, parts.lines)
    if any(one.names and not one.beside for one in versions) and not (name or _is_named(value, key_role)):
        printed = []  # a key that only identifies the record
    if not printed and not any(version.names for version in versions):
        return []
    draft = Draft(
        name=printed[0] if printed else "",
        line=line,
        how="item",
        also=tuple(also),
        says=tidy(" ".join(said.get("says", []))),
        say_to_customer=tidy(" ".join(said.get("say_to_customer", []))),
        term=" ".join(said.get("term", [])).strip(),
        topics=tuple(other_names(said.get("topics", []))),
        search_as=tuple(other_names(said.get("search_as", []))),
        owner=", ".join(dict.fromkeys(printed_names(said.get("owner", [])))),
        reviewed=next(filter(None, map(day_of, said.get("reviewed", []))), None),
        versions=versions,
        stated=stated_language(value),
    )
    bodies = [[meaning] for meaning in parts.meanings] or [different(_text_of(said))]
    return [replace(draft, body=pieces(body, line)) for body in bodies]


def _text_of(said: Mapping[str, list[str]]) -> list[str]:
    """The text of a record; where it has none in any language, the entry to look under."""
    has_text = any(role.partition("@")[0] == "text" and one for role, one in said.items())
    return (
        said.get("text", [])
        if has_text or "see" not in said
        else [f"See {', '.join(dict.fromkeys(said['see']))}"]
    )


def spelled_as(name: str, others: Sequence[str], own: Sequence[str] = ()) -> str:
    """The value that is the same in words, if a name is a key of programs ("queue-time"); else "".

    ``own`` are the values of its record, which may differ from a key of one word in their capitals.
    """
    if " " in name or not name.islower():
        return ""
    told = (*own, *others) if "-" in name or "_" in name else own
    return next((other for other in told if names.key(other) == names.key(name) and other != name), "")


def _is_named(value: Named, key_role: Mapping[str, str]) -> bool:
    """Whether a key that is known as one for names or abbreviations gives the name of a record."""
    own = (key.text for key, _ in value.pairs if key_role.get(key.text) == "name")
    return any(role_of(key) in ("name", "short") for key in own)


def _clean(said: Iterable[str]) -> list[str]:
    return [text.replace("\n", " ") for text in said]


def pieces(said: Iterable[str], line: int) -> tuple[Piece, ...]:
    """The texts as paragraphs of one line of the document, without the blank ones."""
    return tuple(Piece(line=line, text=text.strip()) for text in said if text.strip())


def _versions(said: Mapping[str, Sequence[str]], line: int, lines: Mapping[str, int]) -> tuple[Version, ...]:
    codes = dict.fromkeys(role.split("@")[1] for role in said if "@" in role)
    return tuple(
        Version(
            language=code,
            names=tuple(
                label
                for kind in ("name", "short", "long", "also")
                for label in other_names_or_one(kind, said.get(f"{kind}@{code}", ()))
            ),
            texts=tuple(
                piece
                for text in different(said.get(f"text@{code}", ()))
                for piece in pieces([text], lines.get(text, line))
            ),
            beside=not any(said.get(f"{kind}@{code}") for kind in ("name", "short", "long")),
        )
        for code in codes
    )


def other_names_or_one(kind: str, said: Sequence[str]) -> list[str]:
    """The names in the values of a key: a list if its role ``kind`` is "also", else the forms of one name."""
    return other_names(said) if kind == "also" else printed_names(_clean(said))
