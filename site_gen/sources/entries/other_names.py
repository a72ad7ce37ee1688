"""Keys of an entry's name, references to other entries, and numbered meanings of one name."""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.model import names
from site_gen.sources.draft import Draft, Piece
from site_gen.sources.entries.stated_names import is_written_out
from site_gen.sources.shape import called, question_words
from site_gen.sources.shape.blocks import abbreviates, clean_name, count_words
from site_gen.sources.shape.header_words import LANGUAGES
from site_gen.sources.shape.tables import unstopped

MAX_LISTED = 5  # words of a name in a list of other names
MAX_ASKED = 160  # length in characters of a question at most
_INNER_DOT = r"\.(?=[^\s.;])|(?-i:(?<=\b[A-Z])|(?<=\b[A-Z][a-z]))\.(?=\s)"  # "node.js", "St. Elmo's fire"
_SEE = re.compile(
    rf"^\W*(?:{called.SEE})[\s:]+(?P<name>(?:[^.;]|{_INNER_DOT}){{1,90}}?)\s*[.)]*$|"
    rf"^\W*(?:→|⇒|=>|->)\s*(?P<arrow>(?:[^.;。]|{_INNER_DOT}){{1,90}}?)\s*(?:を?参照)?[.。]?$|"
    r"^\W*(?:参见|另见|参看|见|詳見|参照)\s?[:：]?\s*(?P<unspaced>[^.;。]{1,40}?)[.。]?$|"
    r"^(?P<before>[^.;。]{1,40}?)\s?(?:の項)?(?:を参照|を見よ|参照|참조|참고)(?:のこと)?[.。]?$",
    re.IGNORECASE,
)
_SAME = re.compile(  # what only says that a name is another name; it counts where the other one is there
    r"^\W*(?:[=≙≈]|(?:vgl|s|s\. ?a|v|vd|vid|cfr|conf|zie|bkz|zob|ld|см|див|ср)\.|vgl|cfr|"
    r"(?:an?other|alternative|old|older|former|short|long) (?:name|word|term) (?:for|of)|"
    r"synonyms? (?:for|of|with|to)|synonymous with|"
    r"see (?:under|at)|synonym(?:e|er)? (?:für|von|zu|mit)|(?:anderes|älteres|altes|früheres) wort für|"
    r"andere (?:bezeichnung|benennung) für|"
    r"synonyme (?:de|pour)|(?:autre|ancien) nom (?:de|pour)|"
    r"sinónimo de|otro nombre (?:de|para)|sinonimo di|altro nome (?:di|per)|"
    r"sinônimo de|outro nome (?:de|para)|synoniem (?:voor|van)|ander woord voor|synonym (?:till|til|for)|"
    rf"синоним(?: к)?|то же,? что(?: и)?|eş ?anlamlısı)\s*:?\s+(?P<name>(?:[^.;]|"
    rf"{_INNER_DOT}){{1,90}}?)\s*[.)]*$",
    re.IGNORECASE,
)


_ASKED = (  # questions that ask for a definition; the group is the name
    *(
        re.compile(rf"(?:¿\s*)?{form.replace('(.+)', '(?P<name>.+)')}", re.IGNORECASE)
        for form in question_words.AROUND
    ),
    re.compile(
        r"(?:what(?:\s+(?:is|are|was|were|does|do(?:\s+(?:we|you|they)\s+mean\s+(?:by|with|"
        r"when\s+we\s+say))?)|['’]?s|['’]re)"
        r"|who(?:\s+(?:is|are)|['’]s))\s+(?P<name>.+?)"
        r"(?:\s+(?:mean|stand for|refer to|and (?:how|why|when|what|where)\b.*))?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:was\s+(?:ist|sind|bedeutet|bedeuten|heißt|meint|meinen wir mit|versteht man unter|"
        r"verstehen wir unter)|wer\s+(?:ist|sind))\s+(?P<name>.+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:qu['’]est[- ]ce (?:qu['’]|que? (?:c['’]est que )?)|"
        r"que (?:signifie(?:nt)?|veut dire|veulent dire)\s+|c['’]est quoi,?\s+|"
        r"qu['’]appelle-t-on\s+|qu['’]enten(?:d-on|dons-nous) par\s+)(?P<name>.+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:¿\s*)?(?:qué (?:es|son|significan?|quiere decir)|quién(?:es)? (?:es|son))\s+(?P<name>.+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:che )?cos(?:['’]?\s?(?:è|é|sono)|a (?:è|significa))\s+(?P<name>.+)|"
        r"o que (?:é|são|significa)\s+(?P<other>.+)",
        re.IGNORECASE,
    ),
    re.compile(r"wat (?:is|zijn|betekent)\s+(?P<name>.+)", re.IGNORECASE),
    re.compile(
        rf"(?P<name>.+?)(?:\s+(?:{question_words.AFTER})|{question_words.TELLING}|"
        rf"{question_words.UNSPACED_AFTER})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:¿\s*)?(?:(?:{question_words.BEFORE})\s+|(?:{question_words.UNSPACED_BEFORE})\s*)(?P<name>.+)",
        re.IGNORECASE,
    ),
    re.compile(r"что такое\s+(?P<name>.+)", re.IGNORECASE),
)
_TOLD = re.compile(rf"(?P<name>.+?)(?:{question_words.TELLING})", re.IGNORECASE)
_MEANT = re.compile(
    r"^(?:(?:(?:the|die|der|das|den|l['’]|la|le|el|il|lo|o|a|de|het)\s*)?"
    r"(?:abbreviation|acronym|term|word|abkürzung|begriff|ausdruck|wort|sigle|abréviation|terme|mot|sigla|"
    r"abreviatura|término|palabra|termo|palavra|termine|parola|abbreviazione|afkorting|begrip|woord|skrót|"
    r"pojęcie|słowo|termin|zkratka|pojem|slovo|förkortningen|ordet|förkortelsen|forkortelsen|"
    r"сокращение|термин|слово|аббревиатура)(?=\s+(?:[\"“„«'‘]|(?-i:[A-ZÀ-Þ\d]{2,}\b)))|"
    r"(?:is\s+)?meant by|(?:einem?r?|einen)|the (?:meaning|definition) of|(?:a|the) term)\s+|"
    r"^(?:an?|the|eine?|der|die|das|"
    r"une?|le|la|les|el|los|las|un|una|il|lo|o|os|um|uma|een|de|het)\s+(?=\S)|^l['’](?=\w)",
    re.IGNORECASE,
)


_CLAUSE = re.compile(
    r"(?:que|that|if|when|dass|wenn|si|quand|cuando|quando|se|che|если|когда)\s", re.IGNORECASE
)


_OPENS = re.compile(r"(?<=[?？؟])\s?[\[(]?[-+−–▲▼▾▸►⌄›»>×✕→↓]{1,2}[\])]?$")  # the sign of a box that opens


def asked_for(name: str) -> str:
    """The name inside a question, "What is a backlog?" → "backlog". Other names stay unchanged."""
    said = _OPENS.sub("", name.strip())
    if len(said) > MAX_ASKED:
        return name
    if not said.endswith(("?", "？", "؟")):
        told = _TOLD.fullmatch(said)
        return clean_name(told["name"]) or name if told else name
    found = next((found for form in _ASKED if (found := form.fullmatch(said.rstrip("?？؟ ")))), None)
    own = next(filter(None, found.groupdict().values()), "") if found else ""
    for _ in range(2):  # "meant by a …"
        own = _MEANT.sub("", own)
    if _CLAUSE.match(own):  # "¿Qué significa que un caso esté abierto?"
        return name
    return clean_name(own.strip()) or name


_LAST_BRACKETS = re.compile(r"(?=[^()]*[^\W_])(?P<name>[^()]*(?<!\s))\s*\((?P<inside>[^()]{1,90})\)\s*$")
_JOINS = re.compile(  # between names in brackets
    r"(?:(?<!\s)\s+)?[,;、，；،؛]\s*|(?<!\s)\s+/\s+|(?<=(?-i:[A-Z]{2})) = (?=[^\W\d_]{2})|"
    rf"(?<!\s)\s+(?:or|o|u|и|tai|sau|{called.OR})\s+",
    re.IGNORECASE,
)
_CALLED = (
    r"known as|called|genannt|appelée?|llamad[oa]|chamad[oa]|dett[oa]|chiamat[oa]|kalla[dts]|kald(?:et|t)|"
    r"kalt|zwan[aey]"
)
_ENGLISH = r"(?:от |von |du |de l['’]|dal |del |do )?(?:англ|engl|angl|ang|anglais|ingl|inglés|inglese|ing)"
_LANGUAGE = (  # of another name, or the country that has it: "(FR: arriéré)", "(US: deductible)"
    r"[a-z]{2}(?<!re|ex|id|no)(?:-[a-z]{2})?|usa|eng|deu|fra|spa|english|englisch|anglais|inglés|inglese|inglês|engels|"
    r"engelska?|angielski|anglicky|английский|ingilizce|deutsch|german|français|french|español|spanish|italiano"
)
LEAD = re.compile(  # words before other names
    rf"^(?:(?:{called.STANDS_FOR})\s+|"
    r"(?:(?:sing(?:ular)?|pl(?:ural)?|also|and|sometimes|or|syn(?:onyms?)?|aka|a\.k\.a|alias|formerly|"
    r"auch|oder|früher|kurz|ou|aussi|o|también|também|anche|ook(?: wel)?|också|även|også|też|także|inaczej|"
    rf"skrót|также|иначе|ayrıca|{called.OR})(?:\s+(?:{_CALLED}))?|"
    r"(?:previously|before|once|old(?: name)?|vorher|bisher|alt|avant|ehemals|vormals|"
    r"anciennement|autrefois|antes|antiguamente|antigamente|un tempo|già|"
    r"vroeger|voorheen|tidigare|tidligere|dawniej|ранее|раньше|прежде|eskiden|diğer adı)"  # of time as well
    rf"(?:\s+(?:{_CALLED})|(?=[:：]))|{_ENGLISH}(?=[.:]))(?:[\s:,：]|\.(?!\w))+|"
    rf"[=≙≈]\s+|(?:{_LANGUAGE}):\s+|(?:{called.PHRASES})\s+|{called.MARKS}\.\s*:?\s*|(?:{called.WORDS}|{called.SHORTS})\s?[:：]\s*|"
    rf"(?:{called.HEREINAFTER})[\s,:–—-]*|(?:{called.UNSPACED})[\s:：]*|英(?:語|语|文|名)?[:：]\s*)",
    re.IGNORECASE,
)


_SIGNED = re.compile(r"[.:：]\s*")
_TONGUE = re.compile(  # a language before a name in it: "en: return", "frz. retour"
    r"(?:(?:dt|deutsch|frz|franz|fr|span|esp|ital|it|lat|griech|gr|russ|türk|poln|ndl|niederl|port|nem|tysk|нем|"
    rf"фр|исп|лат|{_ENGLISH})\.|(?P<language>[^\W\d_]{{2,14}})(?=\s?[:：]))(?:\s?[:：])?\s*(?=\S)",
    re.IGNORECASE,
)


def after_language(text: str) -> str:
    """What follows the name of a language and a sign at the start of another name; "" if there is none."""
    found = _TONGUE.match(text)
    known = found and (not found["language"] or names.fold(found["language"]) in LANGUAGES)
    return text[found.end() :] if found and known else ""


def listed(text: str) -> tuple[str, ...]:
    """The names after a word such as "also", in brackets: joined by "or", commas or slashes."""
    bare = (LEAD.sub("", part) for part in _JOINS.split(unstopped(text)))
    parts = (clean_name(after_language(part) or part) for part in bare)
    return tuple(name for name in parts if name)


def without_leads(draft: Draft) -> Draft:
    """The draft with its other names without a word and a sign that introduce them: "Abk.: RL"."""
    return replace(draft, also=tuple(own for name in draft.also for own in _introduced(name)))


def _introduced(name: str) -> tuple[str, ...]:
    lead = LEAD.match(name)
    told = after_language(name) or (lead is not None and _SIGNED.search(lead[0]) is not None)
    return listed(name) if told else (name,)


_OR = re.compile(
    r"^(?:or|oder|ou|o|also|a\.?k\.?a\.?|auch|aussi|también|syn\.|formerly|früher)[\s:]+"
    r"(?:(?:just|simply|plain|einfach|nur|simplement|simplemente|semplicemente|gewoon)\s+)?",
    re.IGNORECASE,
)


def parted(name: str) -> tuple[str, tuple[str, ...]]:
    """A printed name and the other name in its brackets: "Rack unit (RU)", "RU (rack unit)", "Pit (or well)".

    A qualifier stays where it is: "Agent (software)".
    """
    found = _LAST_BRACKETS.match(name)
    if not found:
        return name, ()
    outside, inside = found["name"].strip(), found["inside"].strip()
    said = _OR.sub("", inside)
    if said != inside:
        several = listed(said)
        return outside, several if all(count_words(one) <= MAX_LISTED for one in several) else (said,)
    shorts = re.split(r"\s*[,;]\s*", inside)
    if len(shorts) > 1 and all(map(_SHORT.fullmatch, shorts)) and any(_shortens(s, outside) for s in shorts):
        return outside, tuple(shorts)  # "Rack unit (U, RU)"
    if _shortens(inside, outside) or _shortens(outside, inside) or _is_initial(inside, outside):
        if written := _written_out_first(outside, inside):
            return outside, written
        whole = "/" in outside  # "CI/CD (continuous integration / continuous delivery)"
        return _OR_AT_END.sub("", outside), (said,) if whole else tuple(re.split(r"\s+/\s+", said))
    return name, ()


_NO_NAME = re.compile(
    r"[^\W\d_]{1,4}\.|(?:not|for|in|of|from|bei|im|für|pour|dans|en|para|per|see)\s", re.IGNORECASE
)


def _written_out_first(short: str, inside: str) -> tuple[str, ...]:
    """The long form of an abbreviation and the names after it: "LEO (low Earth orbit, niedrige Umlaufbahn)".

    A single small word may be the field of the term, as "law" is; then nothing is taken apart.
    """
    first, *others = (part.strip() for part in re.split(r"[,;]\s+", inside))
    if not is_written_out(short, first) or not 0 < len(others) < MAX_LISTED:
        return ()
    names_too = (
        count_words(one) <= MAX_LISTED
        and not any(map(str.isdigit, one))
        and not _NO_NAME.match(one)
        and (" " in one or (one[:1].isupper() and not one.isupper()))
        for one in others
    )
    return (first, *others) if all(names_too) else ()


_OR_AT_END = re.compile(r"\s(?:or|oder|ou|of|lub|eller|или)$")  # "Call centre or (CC)"


def _is_initial(short: str, long: str) -> bool:
    """Whether a capital is the first letter of a name: "Withdrawal (W)"."""
    return len(short) == 1 and short.isupper() and long.startswith(short)


def _shortens(short: str, long: str) -> bool:
    """Whether a name abbreviates another, or begins by abbreviating it and shares the rest: "DI box"."""
    first, _, rest = short.partition(" ")
    shared = bool(rest) and first.isupper() and set(names.words(rest)) <= set(names.words(long))
    return abbreviates(first if shared else short, long) or _begins(names.fold(short), names.fold(long))


_SHORT = re.compile(r"[A-Z][A-Z0-9&/-]{0,6}")


def _begins(short: str, long: str) -> bool:
    """Whether a name is another one cut short: "in mem" of "In memoriam"."""
    return (
        len(short) > 3 and long.startswith(short) and long[len(short)].isalpha() if short != long else False
    )


def refers_to(draft: Draft) -> str:
    """The name that a draft only refers to ("See Churn rate"); "" if the draft has its own text."""
    text = " ".join(piece.text for piece in draft.body).strip()
    found = (_SAME.match(text) or _SEE.match(text)) if len(text) <= 120 else None
    name = clean_name(next(filter(None, found.groups()), "")) if found else ""
    return name if 0 < count_words(name) <= 8 else ""


def says_see(draft: Draft) -> bool:
    """Whether a draft refers to another one by a word such as "see", which tells nothing by itself."""
    text = " ".join(piece.text for piece in draft.body).strip()
    found = _SEE.match(text)
    return found is not None and not found["arrow"] and not _SAME.match(text)


_SEE_IN_NAME = re.compile(
    rf"(?P<name>.*\S)\s*[(\[](?:{called.SEE})[\s:]+(?P<other>[^()\[\]]{{1,90}})[)\]]", re.IGNORECASE
)


def refers_in_name(draft: Draft) -> list[Draft]:
    """The draft, with names that tell where to look, "ACE (See …)", as references of their own."""
    said = [] if draft.given else [draft.name, *draft.also]
    read = {name: _SEE_IN_NAME.fullmatch(name) for name in said if len(name) <= MAX_ASKED}
    found = {name: told for name, told in read.items() if told}
    if not found or (draft.body and draft.name in found and len(said) == 1):
        return [draft]
    kept = [name for name in said if name not in found]
    out = [
        replace(
            draft,
            name=clean_name(told["name"]),
            also=(),
            body=(Piece(line=draft.line, text=f"See {told['other'].strip()}"),),
        )
        for told in found.values()
    ]
    return [*out, replace(draft, name=kept[0], also=tuple(kept[1:]))] if kept else out


def keys(name: str) -> tuple[str, ...]:
    """The keys of a printed name: the key of the name, and of the abbreviation or long form in its brackets.

    A qualifier in brackets ("Agent (software)") makes another key, so such names stay distinct.
    """
    outside = names.bare(name)
    shorts, qualifiers = [], []
    for part in names.brackets(name):
        for item in re.split(r"\s*(?:,|/|\bor\b)\s*", part):
            if abbreviates(item, outside) or abbreviates(outside, item):
                shorts.append(names.key(item))
            elif len(item) > 2:
                qualifiers.append(names.fold(item))
    own = names.key(name) or names.fold(name) or name
    return ("|".join([own, *qualifiers]), *(short for short in shorts if short))
