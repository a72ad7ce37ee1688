"""What a document prints around a name: word classes, numbers of senses, other names in brackets, anchors.

One place for all formats. Some decisions need all names of the document: brackets may hold another name
("Case owner (assignee)") or a qualifier that tells two terms apart ("Agent (software)").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import mean

from site_gen.model import names
from site_gen.sources.draft import Draft, Piece, Skipped
from site_gen.sources.entries import comma_names
from site_gen.sources.entries.other_names import LEAD, after_language, listed, parted, refers_to
from site_gen.sources.entries.stated_names import is_written_out
from site_gen.sources.shape.blocks import (
    DECORATION,
    MAX_LONG,
    abbreviates,
    clean_name,
    count_words,
    is_with_semicolon,
    tidy,
)
from site_gen.sources.shape.header_words import folded_set
from site_gen.sources.shape.page_actions import EDIT_BEHIND
from site_gen.sources.shape.vocabulary import REMARKS, WORD_CLASSES

_CLASS = re.compile(
    rf"[(\[（] ?(?P<inside>{REMARKS}) ?[)\]）]$|, (?P<after>(?:{WORD_CLASSES})(?<=\.)|(?-i:der|die|das))$|"
    r" (?P<bare>(?:n|v|adj|adv|vb|subst|sust|loc|сущ|гл|прил)\.|"
    r"(?:n|s|nm|nf|sm|sf|sust|subst|сущ)\.\s?[mfжс]\.(?:\s?(?:pl|inv)\.)?|nom [mf]\.|"
    r"loc\. (?:adj|adv|n|nom)\.|v\. (?:t|tr|i|intr|pr|pron)\.|nom (?:masculin|féminin))$",
    re.IGNORECASE,
)
_CLASS_IN_TEXT = re.compile(
    rf"^\s*[(\[（]\s*(?P<inside>{REMARKS})\s*[)\]）]\s*[:,–—-]?\s+(?=\S)|"
    rf"^(?P<bare>(?:{WORD_CLASSES})(?:\s?[,/]\s?(?:{WORD_CLASSES}))?)\s*[:,–—-]?\s+(?=\S)",
    re.IGNORECASE,
)
# "noun · sales"
_CLASS_LINE = re.compile(
    rf"(?:{WORD_CLASSES})(?:\s*[,;·|/–—-]\s*[^.!?]{{1,40}})?", re.IGNORECASE
)  # "noun · sales"
_SENSE = re.compile(r"(?:[(\[]\s*(?P<number>\d{1,2})\s*[)\]]|(?P<raised>[¹²³⁴⁵⁶⁷⁸⁹]))\s*[:.]?$")
_ANCHOR = re.compile(r"(?:\[#[^\[\]\s]{1,100}\]|\{#[^{}\s]{1,100}\}|\[\]\([^()\s]{0,200}\))$")
_SQUARE = re.compile(r"^(?=[^\[\]()]*\w)([^\[\]()]*?) \[([^\[\]()]{2,90})\]$")  # and not "TCLI[A/B]"
_CALL = re.compile(  # 'getItem("id")', "list.append(item)", "f('x')": brackets of a program
    r"[a-z_$][\w$]{0,40}(?:[a-z\d][A-Z]|[_.]\w)[\w$.]{0,40}\([^()]{0,120}\)|"
    r"[a-z_$][\w$.]{0,80}\((?:\"[^\"]{0,90}\"|'[^']{0,90}')\)"
)
_BRACKETS = re.compile(r"^(?P<outside>[^()（）]*)[(（](?P<inside>[^()（）]{1,120})[)）]$")
_SAYS = re.compile(  # brackets that say something about the term, and no other name
    r"^(?:see|siehe|s\. ?(?:auch|a\.)|voir|vgl|cf|zie|ver|véase|vedi|см|bkz|zob|"
    r"pronounced?|plural|pl|from|in|for|of|at|on|as|not|e\.?g|i\.?e|only|esp|especially|since|"
    r"(?:term|word|name|phrase|begriff|terme|mot|término|termino|palabra|termine|parola|termo) "
    r"(?:of|from|in|used|for|aus|von|de|des|du|del|di|en)|"
    r"excerpts?|extract|quoted|adapted|translated|based|"
    r"once|twice|every|each|daily|weekly|monthly|antes|después|desde|avant|après|depuis|prima|dopo|vor|"
    r"nach|seit|после|до|"
    r"opposite(?: of)?|antonym\w*|gegenteil|gegensatz|contraire|opposé|contrario|opuesto|contrário|oposto|"
    r"tegenovergestelde|motsats|modsat|motsatt|przeciwieństwo|opak|противоположн\w{2,3}|антоним\w*|zıttı|"
    r"formal|informal|when|where|with|used|bei|im|für|als|nicht|nur|mit|ohne|von|vom|zum|zur|am|aus|auf|"
    r"en|pour|dans|de|du|des|à|au|aux|sur|avec|sans|"
    r"selon|entre|para|por|con|sin|según|del|al|sobre|com|sem|di|da|della|dei|nel|nella|per|by|to|about|"
    r"between|"
    r"without|within|under|van|voor|met|op|bij|dla|na|w|z|по|для|в|на|с|из|от)\b",
    re.IGNORECASE,
)
_FIELDS = folded_set(  # words that tell homonyms apart
    "software, hardware, person, people, role, team, tool, process, document, event, state, status, "
    "field, feature, "
    "object, concept, general, technical, finance, financial, legal, law, sales, marketing, it, hr, "
    "accounting, billing, "
    "support, informal, slang, obsolete, archaic, outdated, deprecated, old, new, us, uk, usa, eu, "
    "british, american, "
    "computing, medicine, medical, statistics, mathematics, math, physics, chemistry, biology, "
    "music, sport, sports, "
    "network, networking, security, database, programming, web, email, phone, chat, agile, scrum, "
    "optional, required, "
    "person or team, recht, technik, medizin, informatik, veraltet, droit, informatique, médecine, "
    "derecho, informática"
)
LISTED = 5  # most further names in a name, and most words of each
MOST = 0.4  # share of names with one word in brackets from which it is a field
OFTEN = 0.5  # share of entries whose text begins with a word class


_GENDERS = frozenset(["m", "f", "n", "v"])


def settled(found: Sequence[Draft]) -> tuple[list[Draft], list[Skipped]]:
    """The drafts with plain names, and what of the names was left out.

    A name that a person has set stays as it is.
    """
    left: list[Skipped] = []
    out = [_anchored(draft) if _is_printed(draft) else draft for draft in _without_stops(found)]
    square = frozenset(new.name for old, new in zip(found, out, strict=True) if old.name.endswith("]"))
    out = [_with_listed(draft) if _is_printed(draft) and ";" in draft.name else draft for draft in out]
    signed = [_is_printed(draft) and _BEFORE_LONG.search(draft.name) for draft in out]
    out = [_with_long_form(draft) if sign else draft for draft, sign in zip(out, signed, strict=True)]
    out = [_with_short_form(draft) if _is_printed(draft) and "/" in draft.name else draft for draft in out]
    out = [_with_spelled_out(draft) if _is_printed(draft) else draft for draft in out]
    out = [
        _with_wide_colon(draft) if _is_printed(draft) and _COLONS.search(draft.name) else draft
        for draft in out
    ]
    genders = {
        mark["inside"] for draft in out if (mark := _CLASS.search(draft.name[-12:])) and mark["inside"]
    }
    units = len(genders & _GENDERS) == 1 and not genders - _GENDERS  # "Distance (m)", where no "(f)" stands
    bare = len(out) >= CLASSED and mean(_BARE_CLASS.search(draft.name) is not None for draft in out) >= ALL
    out = [_without_class(draft, left, bare) if _is_printed(draft) and not units else draft for draft in out]
    out = comma_names.parted(_without_shared_sign(_without_class_in_text(out, left)))
    out = _without_numbers(out)
    fields = _fields([draft.name for draft in out]) | _kinds(out)
    out = [_without_brackets(draft, fields) if _is_printed(draft) else draft for draft in out]
    return [_with_square(draft) if draft.name in square else draft for draft in out], left


def _with_square(draft: Draft) -> Draft:
    """The draft with square brackets around what is no other name, as it was printed."""
    if parted(draft.name)[1] or not (found := _bracketed(draft.name)):
        return draft
    return replace(draft, name=f"{found['outside'].rstrip()} [{found['inside']}]")


STOPPED, ENDED = 3, 0.8  # names with a full stop that show a habit, and their share
WHOLE_WORDS = 8  # mean characters of the last words of such names; shortened words have fewer
WHOLE_WORD = re.compile(r"[^\W\d_]{7,}\.")  # one that nobody shortens so


def _without_stops(found: Sequence[Draft]) -> list[Draft]:
    """The drafts without the full stop after their names, where nearly all names have one.

    A heading whose last word is too long for a shortened one loses it anyway.
    """
    ended = [draft.name.endswith(".") and not _DOTTED.search(draft.name[-6:]) for draft in found]
    last = [len(draft.name.split()[-1]) for draft, stop in zip(found, ended, strict=True) if stop]
    usual = len(last) >= max(STOPPED, ENDED * len(found)) and mean(last) >= WHOLE_WORDS  # "approx.", "dept."
    return [
        replace(draft, name=draft.name.rstrip(". "))
        if stop and _is_printed(draft) and (usual or _ends_whole(draft))
        else draft
        for draft, stop in zip(found, ended, strict=True)
    ]


def _ends_whole(draft: Draft) -> bool:
    """Whether the last word of a heading or label is too long for a shortened one."""
    return draft.how in ("heading", "label") and WHOLE_WORD.fullmatch(draft.name.split()[-1]) is not None


def _is_printed(draft: Draft) -> bool:
    """Whether a name is as the document prints it, and no longer than names are."""
    return not draft.given and len(draft.name) <= MAX_LONG


_OUTSIDE = re.compile(r";(?![^()]*\))")  # a semicolon that stands in no brackets


def _with_listed(draft: Draft) -> Draft:
    """The draft of a name that lists several with semicolons: "Queue; line; waiting list"."""
    if is_with_semicolon(draft.name):
        return draft
    first, *others = (clean_name(part) for part in _OUTSIDE.split(draft.name))
    if not first or len(others) > LISTED or any(not part or count_words(part) > LISTED for part in others):
        return draft
    return replace(draft, name=first, also=(*others, *draft.also))


_BEFORE_LONG = re.compile(r"(,|\s[-–—]\s)")


def _with_long_form(draft: Draft) -> Draft:
    """The draft of an abbreviation with its long form after a sign: "AL, annual leave", "FD - Front Desk"."""
    short, sign, long = (part.strip() for part in _BEFORE_LONG.split(draft.name, maxsplit=1))
    if not short.isupper() or sign in long or not abbreviates(short, long):
        return draft
    return replace(draft, name=short, also=(clean_name(long), *draft.also))


_SPELLED = re.compile(r"(?P<short>[A-ZÀ-Þ][\w&/.]{1,9})\s?(?::|\s[-–—])\s+(?P<long>\S.*)")


def _with_spelled_out(draft: Draft) -> Draft:
    """The draft of a heading with an abbreviation and its long form: "BIP - Building in progress"."""
    found = _SPELLED.fullmatch(draft.name) if draft.how == "heading" else None
    if not found or not abbreviates(found["short"], found["long"]):
        return draft
    return replace(draft, name=found["short"], also=(clean_name(found["long"]), *draft.also))


def _with_short_form(draft: Draft) -> Draft:
    """The draft of a name with its initials behind a slash: "Annual leave/AL"."""
    long, _, short = draft.name.partition("/")
    if "/" in short or " " not in long.strip() or not is_written_out(short.strip(), long):
        return draft
    return replace(draft, name=clean_name(long), also=(clean_name(short), *draft.also))


def _with_wide_colon(draft: Draft) -> Draft:
    """The draft of a heading with a name in another language behind a wide colon: "エンディアン：endian".

    A narrow colon counts beside signs of a script without spaces.
    """
    sides = [side.strip() for side in _WIDE_COLON.split(draft.name)]
    if draft.how != "heading" or len(sides) != 2 or not all(0 < count_words(one) <= LISTED for one in sides):
        return draft
    return replace(draft, name=clean_name(sides[0]), also=(clean_name(sides[1]), *draft.also))


_SCRIPT = "[\u3040-\u30ff\u3400-\u9fff]"
_COLONS = re.compile("[:：]")
_WIDE_COLON = re.compile(rf"：|(?<={_SCRIPT}):|(?<!\d):(?=\d{{0,3}}{_SCRIPT})")


def _anchored(draft: Draft) -> Draft:
    printed = EDIT_BEHIND.sub("", tidy(draft.name)) or draft.name
    plain = clean_name(_SQUARE.sub(r"\1 (\2)", _ANCHOR.sub("", printed)))
    name = DECORATION.sub("", plain) or plain
    return replace(draft, name=name) if name and name != draft.name else draft


_LAST_BRACKETS = re.compile(r"\s?\([^()]{1,60}\)$")
_BARE_CLASS = re.compile(rf"(?<=\S) (?:{WORD_CLASSES})$", re.IGNORECASE)
CLASSED, ALL = 3, 0.9  # names with a word in full for their class behind them, and their share


def _without_class(draft: Draft, left: list[Skipped], bare: bool) -> Draft:
    """The draft without a word class at the end of its name: "backlog (n)", "queue, n.".

    ``bare`` is true where nearly all names have one, which then needs no sign: "queue noun".
    """
    brackets = _LAST_BRACKETS.search(draft.name)  # "bail, n.m. (pl. baux)"
    if brackets and (inner := _CLASS.search(draft.name[: brackets.start()].rstrip())) and inner["after"]:
        left.append(Skipped(line=draft.line, text=inner[0].strip(" ,"), why="word class"))
        return replace(draft, name=f"{draft.name[: inner.start()].strip()} {brackets[0].strip()}")
    found = _CLASS.search(draft.name)
    inside = found["inside"] or "" if found else ""
    found = found or (_BARE_CLASS.search(draft.name) if bare else None)
    before = draft.name[: found.start()].strip() if found else ""
    if not found or not before or _is_initials(inside, before):
        return draft
    left.append(Skipped(line=draft.line, text=found[0].strip(" ,"), why="word class"))
    return replace(draft, name=draft.name[: found.start()].strip())


def _is_initials(inside: str, name: str) -> bool:
    """Whether the letters in brackets abbreviate the name, and are no word class: "Sacrifice fly (SF)"."""
    return len(inside) > 1 and inside.isupper() and abbreviates(inside, name)


def _without_class_in_text(found: Sequence[Draft], left: list[Skipped]) -> list[Draft]:
    """The drafts without a word class at the start of their texts: "(v.) To hand …", "noun All cases …"."""
    marks = [_CLASS_IN_TEXT.match(draft.body[0].text[:60]) if draft.body else None for draft in found]
    bare = sum(bool(mark and mark["bare"]) for mark in marks)
    usual = bare >= 2 and bare >= OFTEN * len(found)
    out = []
    for draft, mark in zip(found, marks, strict=True):
        first = draft.body[0] if draft.body else None
        if first and len(draft.body) > 1 and len(first.text) < 60 and _CLASS_LINE.fullmatch(first.text):
            left.append(Skipped(line=draft.line, text=first.text, why="word class"))
            draft = replace(draft, body=draft.body[1:])
        elif first and mark and (mark["inside"] or usual or _SIGNED_CLASS.search(mark[0])):
            left.append(Skipped(line=draft.line, text=mark[0].strip(), why="word class"))
            body = (Piece(line=first.line, text=first.text[mark.end() :]), *draft.body[1:])
            draft = replace(draft, body=body)
        out.append(draft)
    return out


_SIGNED_CLASS = re.compile(r"\.\s?[:,–—-]\s*$")  # "s.f. – A rope"


_SHARED = re.compile(r"[:;>~=+•@§¤·]+(?=\w)")


def _without_shared_sign(found: Sequence[Draft]) -> list[Draft]:
    """The drafts without a sign before every name; "@here" and similar names of one word keep theirs."""
    signs = [_SHARED.match(draft.name) for draft in found]
    if len(found) < 2 or not all(signs) or not any(" " in draft.name for draft in found):
        return list(found)
    return [
        replace(d, name=d.name[sign.end() :]) if sign else d for d, sign in zip(found, signs, strict=True)
    ]


def _without_numbers(found: Sequence[Draft]) -> list[Draft]:
    """The drafts without numbers of senses, if a name has several: "Handover (1)", "Handover (2)"."""
    marks = [_SENSE.search(draft.name) if _is_printed(draft) else None for draft in found]
    bare = [d.name[: m.start()].strip() if m else d.name for d, m in zip(found, marks, strict=True)]
    times = Counter(map(names.fold, bare))
    return [
        replace(draft, name=name) if mark and name and times[names.fold(name)] > 1 else draft
        for draft, mark, name in zip(found, marks, bare, strict=True)
    ]


def _fields(printed: Sequence[str]) -> frozenset[str]:
    """The folded words in brackets that tell terms apart: some repeat, or their names occur without them."""
    parts = [found for name in dict.fromkeys(printed) if (found := _bracketed(name))]
    inside = Counter(names.fold(found["inside"]) for found in parts)
    outside = Counter(names.fold(_outside(name)) for name in dict.fromkeys(printed))
    return frozenset(
        names.fold(found["inside"])
        for found in parts
        if inside[names.fold(found["inside"])] > 1 or outside[names.fold(found["outside"])] > 1
    )


KIND = 2  # words in brackets that tell a kind
SAID = 200  # characters of a text that may say a word again


def _kinds(found: Sequence[Draft]) -> frozenset[str]:
    """The folded words in brackets that tell the kind of a thing, as "Antenna (radio)" does.

    Such words are the name of another entry, or the text of their own entry uses them, not as its subject.
    """
    own = {names.key(draft.name) for draft in found if not refers_to(draft)}
    kinds = set()
    for draft in found:
        part = _bracketed(draft.name) if _is_printed(draft) else None
        inside = part["inside"].strip() if part else ""
        if not inside or inside.isupper() or count_words(inside) > KIND:
            continue
        words = names.words(inside)
        said = names.words(draft.body[0].text[:SAID]) if draft.body else ()
        used = _stand_in(words, said) and said[: len(words)] != words
        if words and len(words) > 1 and names.words(_outside(draft.name))[-1:] == words[-1:]:
            continue  # "Glove puppet (hand puppet)": two names of one thing
        if (names.key(inside) in own and inside[:1].isupper()) or (words and used):
            kinds.add(names.fold(inside))
    return frozenset(kinds)


def _stand_in(words: Sequence[str], said: Sequence[str]) -> bool:
    """Whether words stand in a text one behind the other."""
    size = len(words)
    return any(list(said[at : at + size]) == list(words) for at in range(len(said) - size + 1))


def _outside(name: str) -> str:
    found = _bracketed(name)
    return found["outside"].strip() if found else name


def _bracketed(name: str) -> re.Match[str] | None:
    """A name and the brackets at its end."""
    found = _BRACKETS.match(name.strip()) if len(name) <= MAX_LONG and not _CALL.match(name.strip()) else None
    return found if found and re.search(r"[^\W_]", found["outside"]) else None


def _without_brackets(draft: Draft, fields: frozenset[str]) -> Draft:
    found = _bracketed(draft.name)
    if not found or _ENDING.search(draft.name):
        return draft
    if parted(draft.name)[1]:  # an abbreviation or a long form: later, with all printings of the name
        return draft
    items = [] if _spells(found) else list(_names_in(found["inside"]))
    if names.fold(found["inside"]) in fields or not items:
        return draft
    outside = found["outside"].strip()
    return replace(draft, name=clean_name(outside), also=(*draft.also, *items))


_ENDING = re.compile(r"[^\W\d_]\([a-zà-ÿ]{1,4}\)$")  # of the plural: "Guest(s)", "Activador(es)"


def _spells(found: re.Match[str]) -> bool:
    """Whether brackets say what letters in a name stand for: "PCL stack (power, credit, likeness)"."""
    shorts = (word for word in found["outside"].split() if word.isupper() and len(word) > 2)
    return found["inside"].count(",") > 1 and any(abbreviates(short, found["inside"]) for short in shorts)


def parts(name: str) -> tuple[str, tuple[str, ...]]:
    """A printed name and all other names in its brackets, as far as one name tells them."""
    outside, inside = parted(name)
    found = _bracketed(name)
    if inside or not found:
        return outside, inside
    items = () if _spells(found) else tuple(_names_in(found["inside"]))
    return (clean_name(found["outside"]), items) if items else (name, ())


def _names_in(inside: str) -> Iterator[str]:
    """The other names in brackets; none if the brackets say something else about the term."""
    in_language = _IN_LANGUAGE.search(inside)
    if in_language:
        before = inside[: in_language.start()].strip(" ;,")
        yield from _names_in(before) if before else ()
        yield clean_name(in_language["name"])
        return
    if own := after_language(inside):
        yield from listed(own)
        return
    lead = LEAD.match(inside)
    if not lead and (_SAYS.match(inside) or names.fold(inside) in _FIELDS or inside.strip().isdigit()):
        return
    spoken = _SPOKEN.findall(inside) if not lead and _SAYING.search(_SPOKEN.sub("", inside)) else []
    if spoken:
        yield from map(clean_name, spoken)
        return
    items = list(listed(inside[lead.end() :] if lead else inside))
    if not lead and any(map(_NEGATED.match, items)):  # "(event, not identity)"
        return
    if not lead and _ARTICLE.match(inside):  # "(the share of good chips)"
        return
    ended = (item.endswith((".", "!")) and not _DOTTED.fullmatch(item) for item in items)
    if any(map(_YEAR.search, items)):  # "(Supreme Court, 2024)"
        return
    if all(0 < count_words(item) <= 5 and len(item) > 1 for item in items) and not any(ended):
        yield from items


_SPOKEN = re.compile(r"[\"“„«]\s?[^\"“”„«»]{1,60}?\s?[\"”“»]")
_SAYING = re.compile(  # 'some members say "pause" or "hold"'
    r"\b(?:say|says|said|call|calls|called|write|nennen|sagen|disent|appellent|dicen|llaman|dicono|chiamano|"
    r"dizem|chamam|zeggen|noemen|mówią|říkají|säger|kallar|sier|siger|говорят|называют)\b",
    re.IGNORECASE,
)
_IN_LANGUAGE = re.compile(  # "ADA; em português: Associação de Diabetes"
    r"(?:^|[;,]\s*)(?:em|en|in|auf|på|po|по)\s[^\W\d_]{5,14}\s?:\s*(?P<name>[^:;()]{2,90})$", re.IGNORECASE
)
_NEGATED = re.compile(r"(?:not|no|nicht|kein|keine|pas|non|no|não|не|niet) ", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\w.-])(?:1[5-9]|20)\d\d(?![\w-])")
_DOTTED = re.compile(r"(?:[^\W\d_]\.\s?){2,6}")  # "D.P."


_ARTICLE = re.compile(
    r"(?:the|der|die|das|le|la|les|el|los|las|il|lo)\s+\S+\s+\S|"
    r"(?:an?|eine?[nmrs]?|une?|una)\s+\S",  # "Call (a function)"
    re.IGNORECASE,
)
