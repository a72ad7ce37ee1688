"""Other names that an entry itself states: "also known as …", "X, or Y, …", "ABC stands for …", "X (ABC)"."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from site_gen.model import names
from site_gen.sources.draft import Draft
from site_gen.sources.shape import called, slashed_names
from site_gen.sources.shape.blocks import abbreviates, clean_name, count_words
from site_gen.sources.shape.vocabulary import JOINED
from site_gen.text.words import words_of

SLASHED = 3  # words of each of several names with slashes between them
_ALSO = (
    r"(?:(?:also|sometimes|often|commonly|typically|frequently|usually|otherwise|formerly)\s+)*"
    r"(?:known as|called|referred to as|termed|named|described as|abbreviated (?:as|to)|shortened to|"
    r"written(?: as)?)|a\.?k\.?a\.?|auch(?: bekannt als| genannt)?(?!\s+(?:als|unter)\s)|"
    r"aussi (?:appelée?s?|connue? sous le nom de)|"
    r"también (?:conocid[oa]s? como|llamad[oa]s?)|anche (?:dett[oa]|chiamat[oa])|"
    r"também (?:conhecid[oa] como|chamad[oa](?: de)?)|ook wel"
)
_AFTER_NAME = re.compile(
    rf"^[\s,®™–—(]*(?:(?:(?:is|are)\s+)?(?:{_ALSO})|stands? for)[\s:]+"
    r"(?!to\s)(?P<list>[^.;()…]{2,120})",
    re.IGNORECASE,
)
_NUMBER_SIGN = r"(?<=\s(?-i:[A-Z][a-z]))\.(?=\))"  # of a shortened word that ends brackets: "(aka Fund No.)"
_AT_START = re.compile(  # "Auch beim Einsatz …" and "Named after …" name nothing
    rf"^(?!\s*(?:auch\s+(?!bekannt als|genannt)|(?:named|termed|described as|written)\s))"
    rf"[\s(]*(?:{_ALSO}|(?:synonyms?|synonyme|sinónimos|synonymes)(?!\s+(?:for|of|to|with|von|für|de|du)\s))\s*:?\s+"
    rf"(?P<list>(?:[^.;()]|{_NUMBER_SIGN}){{2,120}}?)\s*(?!{_NUMBER_SIGN})[.;)]",
    re.IGNORECASE,
)
_IN_NAME = re.compile(
    rf"(?:(?:(?:(?<!\s)\s+)?[,;]\s*|(?<!\s)\s+[–—-]\s+|(?:(?<!\s)\s+)?\(\s*)"
    rf"(?:{_ALSO}|{called.PHRASES}|{called.ALSO})"
    rf"|(?<!\s)\s+(?:a\.?k\.?a\.?|also known as|also called))"
    r"[\s:]+(?P<list>[^()]+?)\s*\)?$",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(  # "named carer" and "called party" are names
    rf"^(?!(?:named|called|termed|written)\s)(?:{_ALSO}|{called.PHRASES}|also|formerly|früher|anciennement)\s*:?\s+",
    re.IGNORECASE,
)
_SHORT = re.compile(r"^\s*\((?P<short>[^()\s]{2,8})\)")
_OR = re.compile(r"^\s*(?:and|or|und|oder|et|ou|y|o|e|en|of)\s", re.IGNORECASE)
_ITEMS = re.compile(
    r"(?:(?<!\s)\s+)?,\s*(?:(?:and|or|und|oder|et|ou|y|o|u|e|en|of)\s+)?"
    r"|(?<!\s)\s+(?:and|or|und|oder|ou|o|u)\s+|(?<!\s)\s+/\s*|(?<!\s)/\s+",
    re.IGNORECASE,
)
_DUTCH = re.compile(r"\book\b", re.IGNORECASE)
_DUTCH_OR = re.compile(r"(?<!\s)\s+of\s+")  # joins names in Dutch only: "bill of lading"
_QUOTED = re.compile(r"\s*[\"“„«‘']\s?([^\"“”„«»‘’\n]{2,90}?)[,\s]?[\"“”»’']")
_VERB = re.compile(
    r"\b(?:is|are|was|were|refers?|means|describes?|allows?|lets|helps|enables?|has|have|can|may|might|could|should|will|must|that|which|who|when)\b"
)
_CLAUSE = re.compile(
    r"\s*(?:this|that|it|these|they|he|she|which|who|where|is|are|an?|the|das|die|der|eine?|ce|cette|c'est|un|una|une)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:an?|the|eine?|der|die|das|une?|le|la|el)\s+", re.IGNORECASE)


_BEHIND = re.compile(r"^\s*\((?P<inside>[^().:;\n]{2,60})\)\s*\.\s+(?=\S)")
WORDS_BEHIND = 6  # words in brackets between a name and its full stop


def _with_brackets(draft: Draft) -> Draft:
    """The draft with brackets before a full stop as a part of its name: "**Hold** (or wait). A place"."""
    first = draft.body[0] if draft.body else None
    said = _BEHIND.match(first.text) if first and not names.brackets(draft.name) else None
    if not first or not said or count_words(said["inside"]) > WORDS_BEHIND:
        return draft
    body = (replace(first, text=first.text[said.end() :]), *draft.body[1:])
    return replace(draft, name=f"{draft.name} ({said['inside']})", body=body)


def with_also(draft: Draft) -> Draft:
    """The draft with the other names that its own name and its texts state."""
    draft = _with_brackets(draft)
    inside = _IN_NAME.search(draft.name)
    found = list(draft.also)
    if inside:
        draft = replace(draft, name=clean_name(draft.name[: inside.start()]))
        found += _items(inside["list"], inside[0])
    draft, long = _long_form(_without_repeated(draft))
    found += long
    draft, other = _or_at_start(draft)
    found += other
    for place, piece in enumerate(draft.body):
        found += _at_start(piece.text) or (_after_name(draft.name, piece.text) if not place else [])
    found = [_LEAD_IN.sub("", item) for item in found]
    draft, shorts = _alternatives(replace(draft, also=tuple(found[: len(draft.also)])))
    found += shorts
    own = {names.fold(part) for part in (draft.name, names.bare(draft.name), *names.brackets(draft.name))}
    abbreviations = {
        part for part in (*names.brackets(draft.name), *draft.also) if part.isupper() and len(part) > 1
    }
    new = [
        item
        for item in found[len(draft.also) :]
        if names.fold(item) not in own and not _adds_to(item, abbreviations)  # no "SLA machine" beside "SLA"
    ]
    return replace(draft, also=tuple(dict.fromkeys((*draft.also, *new))))


def _adds_to(item: str, shorts: Set[str]) -> bool:
    """Whether another name is only an abbreviation of the term with a further word: "SLA machine"."""
    words = item.split()
    return len(words) > 1 and not shorts.isdisjoint(words)


def _without_repeated(draft: Draft) -> Draft:
    """The draft without its name as a first line of its text, as pages repeat their title."""
    first = draft.body[0] if draft.body else None
    head, _, rest = first.text.partition("\n") if first else ("", "", "")
    more = rest.strip() or len(draft.body) > 1
    if first is None or not more or names.fold(head) != names.fold(draft.name):
        return draft
    body = (replace(first, text=rest.strip()), *draft.body[1:]) if rest.strip() else draft.body[1:]
    return replace(draft, body=body)


_INITIALS = frozenset(
    ["of", "the", "and", "for", "to", "in", "on", "der", "die", "das", "und", "de", "la", "y", "et"]
)


def _long_form(draft: Draft) -> tuple[Draft, list[str]]:
    """The draft without its long form on a line of its own above the text; that form.

    Before a full stop it is the first sentence of the text: "Domain Name System. Tells the addresses of …".
    """
    start = draft.body[0].text[:120] if draft.body and draft.name.isupper() else ""
    if len(draft.body) > 1 and start[-1:].isalnum() and is_written_out(draft.name, start):
        return replace(draft, body=draft.body[1:]), [clean_name(start)]
    return draft, []


def is_written_out(short: str, long: str) -> bool:
    """Whether the first letters of all words, small words aside, are those of the abbreviation."""
    words = re.findall(r"[^\W_]+", long.lower())
    letters = re.sub(r"[\W_]", "", short).lower()
    first = "".join(word[0] for word in words)
    return len(letters) > 1 and letters in (
        first, "".join(word[0] for word in words if word not in _INITIALS)
    )  # fmt: skip


_OR_JOINED = re.compile(rf"(?<!\s)\s+(?:{called.OR})\s+")  # "or" parts English texts too


_ALL_QUOTED = re.compile(rf"{_QUOTED.pattern}(?:{JOINED}{_QUOTED.pattern}){{1,3}}")  # “We”, “us”


def _alternatives(draft: Draft) -> tuple[Draft, list[str]]:
    """A name that lists alternatives ("AL or A/L", "Post/ bollard"), or three with slashes, as several."""
    if quoted := _ALL_QUOTED.fullmatch(draft.name):
        first, *others = (clean_name(part) for part in _QUOTED.findall(quoted[0]))
        return replace(draft, name=first), others
    joined = _OR_JOINED.split(draft.name) if draft.how != "concept" else []  # which states each name
    if len(joined) > 1 and all(0 < count_words(one) <= SLASHED and "(" not in one for one in joined):
        return replace(draft, name=clean_name(joined[0])), [clean_name(part) for part in joined[1:]]
    parts = re.split(r"\s+or\s+|\s+/\s+|\s*,\s+", draft.name)
    slashed = _slashed(draft.name)
    least = 2 if _UNEVEN.search(draft.name) or _are_two(draft, slashed) else 3
    if len(slashed) >= least and all(0 < count_words(part) <= SLASHED for part in slashed):
        return replace(draft, name=slashed[0].strip()), [clean_name(part) for part in slashed[1:]]
    if len(parts) < 2 or not all(re.fullmatch(r"[A-Z][A-Z0-9&/.+-]{0,9}s?", part) for part in parts):
        return draft, []
    return replace(draft, name=parts[0]), parts[1:]


_UNEVEN = re.compile(r"\S/\s|\s/\S")


def _are_two(draft: Draft, slashed: Sequence[str]) -> bool:
    """Whether a name is two for one thing, as a slash with blanks parts them."""
    text = draft.body[0].text if draft.body else ""
    if draft.given or len(slashed) != 2:
        return False
    return slashed_names.are_names_of_one(slashed[0], slashed[1], text)


def _slashed(name: str) -> list[str]:
    """The parts of a name between slashes with blanks; where one has a blank on one side, all part."""
    return re.split(" ?/ ?", name) if _UNEVEN.search(name) else name.split(" / ")


_OR_NAME = re.compile(
    rf"(?:or|oder|bzw\.|ou|o|u|of|ofwel|tai|sau|o sea|{called.OR})\s+"
    r"(?:(?:also|in short|short|kurz|auch|aussi|también|anche|ook|också|också|także|też|также)\s+)?"
    r"(?P<name>(?!(?:how|what|that|so|rather|wie|was|comment|como|come|как|jak)\s)[^\s:.,;()–—][^:.,;()–—\n]{0,50}?)"
    r"(?:\s*:\s+|\s[–—-]\s+|\.\s+(?=[A-ZÀ-ÞА-Я]))(?=\S)"
)


def _or_at_start(draft: Draft) -> tuple[Draft, list[str]]:
    """The draft without another name before a sign at the start of its text: "or counter: Where …"."""
    found = _OR_NAME.match(draft.body[0].text) if draft.body and draft.how == "label" else None
    most = 2 if found and found[0].startswith(("o ", "u ")) else 4  # in Portuguese "o" is an article
    if not found or count_words(found["name"]) > most:
        return draft, []
    first = replace(draft.body[0], text=draft.body[0].text[found.end() :])
    return replace(draft, body=(first, *draft.body[1:])), [clean_name(found["name"])]


_GENANNT = re.compile(r"^\s*auch\s+(?P<list>[^.;:()]{2,100}?)\s+genannt\b", re.IGNORECASE)


def _at_start(text: str) -> list[str]:
    found = _GENANNT.match(text[:140])
    if found and all(item[:1].isupper() for item in _items(found["list"])):
        return _items(found["list"])
    found = _AT_START.match(f"{text[:300]}.")
    return _items(_before_clause(found["list"]), found[0]) if found else []


_GOES_ON = re.compile(r"\s(?:and|or|but)\s(?:may|might|can|could|is|are|was|were|has|have|will|should)\s")
# "auch genannt Leine ein Seil": a German name ends where a text begins
_GERMAN_TEXT = re.compile(r"(?P<name>.*?\b[A-ZÄÖÜ][\w-]*)\seine?\s.*", re.DOTALL)


# "also known as "tooth decay," it is …": a text goes on behind the quotes
_QUOTED_TEXT = re.compile(
    r"\s*(?P<name>[\"“„«][^\"“”„«»\n]{2,90}[\"”“»])\s+(?!(?:and|or|und|oder|et|ou|y|o|e|en|of|и|или)\b)[^\W\d_]"
)


def _before_clause(text: str) -> str:
    """The list without a clause that begins after a comma: "queue debt, this is the sum of open cases"."""
    begun = _GERMAN_TEXT.fullmatch(text) or _QUOTED_TEXT.match(text)
    text = begun["name"] if begun else text
    parts = _GOES_ON.split(text, maxsplit=1)[0].split(",")
    told = next((i for i, part in enumerate(parts) if i and _CLAUSE.match(part)), len(parts))
    return ",".join(parts[:told])


def _after_name(name: str, text: str) -> list[str]:
    """Other names that a text which begins with the name of the entry says it has: "A hold, also called …".

    What only stands beside the name belongs to the sentence: "A hold (HLD) is …", "A hold or pause is …".
    """
    found = _AFTER_NAME.match(_SHORT.sub("", _rest(name, text), count=1))
    if not found:
        return []
    quoted = _QUOTED.match(found["list"])
    whole = clean_name(quoted[1] if quoted else _listed(found["list"]))
    if re.search(r"\band\b", whole, re.IGNORECASE) and name.isupper() and abbreviates(name, whole):
        return [whole]
    return _items(_listed(found["list"]), found[0])


def _rest(name: str, text: str) -> str:
    """The text after the name at its start (article and plural ignored); "" if the name is not there."""
    own = names.words(name)
    said = words_of(text[:160])
    start = 1 if said and _ARTICLE.match(text) and said[0].stem not in own[:1] else 0
    run = tuple(word.stem for word in said[start : start + len(own)])
    if not own or run != own:
        return ""
    return text[said[start + len(own) - 1].end : 300]


def _listed(text: str) -> str:
    """The list of names at the start of the rest of a sentence: up to a verb, or the comma that ends the
    list.
    """
    parts = re.split(r"\s[–—-]\s|[—–](?=\w)", text)[0].split(",")
    last = max((i for i, part in enumerate(parts) if i and _OR.match(part)), default=0)
    listed = ",".join(parts[: last + 1])
    verb = _VERB.search(listed)
    return _AND_AT_END.sub("", listed[: verb.start()]) if verb else listed


_AND_AT_END = re.compile(r",?\s(?:and|or|but)\s*$")  # "non-player character, and is …"


_LETTERS = re.compile(r"[^\W\d_](?:/[^\W\d_])+")  # one short form: "G/L"


def _parts_of(text: str) -> list[str]:
    """The parts of a list; a slash parts single words, and not "import/export request" or "G/L"."""
    parts = [part.strip() for part in _ITEMS.split(text)]
    whole = [" " in part or _LETTERS.fullmatch(part) is not None for part in parts]
    return [
        one for part, kept in zip(parts, whole, strict=True) for one in ([part] if kept else part.split("/"))
    ]


ELSEWHERE = re.compile(  # where a term has another name: "Head Node in other clusters"
    r"(?<!\s)\s+(?:in|on|at|by|among)\s+"
    r"(?:(?:some|other|many|most|older|earlier|various|certain|several)\s[^,;]*|(?-i:[A-Z])[\w-]{3,40}\.?$)",
    re.IGNORECASE,
)


_SHORTENED = re.compile(r"\s[A-Z][a-z]\.$")  # "Fund No."


def with_commas(text: str, whole: str) -> str:
    """A list of names with commas for the Dutch "of", if the words that introduce it are Dutch."""
    return _DUTCH_OR.sub(", ", text) if _DUTCH.search(whole) else text


def _items(text: str, said: str = "") -> list[str]:
    """The names in a list of other names; ``said`` is the list with the words before it."""
    found = []
    for part in _parts_of(ELSEWHERE.sub("", with_commas(text, said))):
        sign = "." if _SHORTENED.search(part) else ""
        item = clean_name(_ARTICLE.sub("", part.strip(" ,.;:–—"))).strip("“”\"' ,") + sign
        item = re.sub(r"[\"”’']?\s+(?:and|or|for short|genannt|bezeichnet)$", "", item)
        item = re.sub(r"[\"”]\s*\([^()]*\)?$", "", item)  # "Private Line" (a trademark)
        if 0 < len(item) <= 60 and count_words(item) <= 6 and not _NO_NAME.match(item):
            found.append(item)
    return found


_NO_NAME = re.compile(  # "(also see Queue)", "called 1K, and rounded down to 1000 bytes"
    r"(?:see|refer to|compare)\s|(?-i:[a-z]+ed)\s+(?:down|up|to|as|by|in|on|for|from|with|into)\s",
    re.IGNORECASE,
)
