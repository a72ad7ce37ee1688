"""The blocks that every text-like format is reduced to, and tests that show what a line may be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from site_gen.model import names, word_forms
from site_gen.sources.shape.vocabulary import DEFINED, DEFINING_QUESTION
from site_gen.text.words import words_of

MAX_NAME = 90  # characters of a line that could be a name
MAX_LONG = 200  # characters of a name marked by markup or a column
NAME_WORDS = 9
LABEL_WORDS = 7
OPENS = "opens"  # style of the headings that open and close a text on a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line that may stand over text.

    ``sure`` is true if markup says that the line is a heading. ``depth`` 1 is the highest level. ``listed``,
    here and in other blocks, is the number of nested lists around the line.
    """

    line: int
    text: str
    style: str
    depth: int = 0
    sure: bool = False
    listed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Running text that begins at ``line``.

    ``bullet``: it is an item of a list. ``listed`` is the number of the list that the item belongs to, 0
    outside of lists.
    """

    line: int
    text: str
    bullet: bool = False
    listed: int = 0
    verbatim: bool = False  # a block of code
    depth: int = 0  # of the heading as which a sentence is set


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One way to read a line as name and text. ``style`` names the sign between them, after a prefix."""

    style: str
    name: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A line that may contain both name and text. ``otherwise`` is the block to use if it does not."""

    line: int
    options: tuple[Label, ...]
    otherwise: Heading | Prose
    listed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A name and its texts from a definition list in markup, and other names of the same term."""

    line: int
    names: tuple[str, ...]
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table, and the line where it begins."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table. ``header`` is None if the format does not say whether the first row is a header."""

    line: int
    rows: tuple[Row, ...]
    header: bool | None = None
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise:
    """A line without meaning for the glossary: a horizontal rule, a single letter, navigation."""

    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A labelled part of the entry above.

    ``field`` is one of FIELDS, "@" and a language for names in that, or "" for a part that is not imported.
    ``items`` are the names, if the part lists other names.
    """

    line: int
    label: str
    field: str
    text: str
    items: tuple[str, ...] = ()


Block = Heading | Prose | Labelled | Pair | Table | Noise | Field

_SPOKEN = frozenset([*"@&%€$§", "+/-", "±"])
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_MARKS = re.compile(  # vowels of their own, as in Hindi, which are no letters to ``re``
    f"[{''.join(chr(c) for c in range(0x900, 0xE00) if unicodedata.category(chr(c)).startswith('M'))}]"
)
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_END = (".", ",", ";", ":", "!", "…", "。", "、", "；", "：", "！", "؟")
_CLOSED = '"”’»'  # quotes around a sentence
_INNER_END = re.compile(r"[^\W\d_]{3,}(?:[.!?]| [!?]) +[A-ZÀ-Þ]|。.")
_IN_BRACKETS = re.compile(r"[(（][^()（）]{1,60}[)）]$")
_DATE = re.compile(
    r"\W*(?:\d{4}-\d\d(?:-\d\d)?|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|[vV]?\d+(?:\.\d+){1,3})\W*"
)
_TO_ALL = re.compile(r"\s@(?:channel|here|everyone|all|team)\b")  # "hey @channel – here are our words"
_ADDRESS = re.compile(r"https?://|www\.|\S@\S+\.\w", re.IGNORECASE)


def count_words(text: str) -> int:
    """The number of words; in scripts without spaces, two characters count as one word."""
    if not text.isascii():
        text = _MARKS.sub("", text)
    wide = len(_WIDE.findall(text))
    return len(_WORD.findall(_WIDE.sub(" ", text) if wide else text)) + (wide + 1) // 2


def is_unspaced(text: str) -> bool:
    """Whether a text is in a script that has no spaces between words."""
    return 2 * len(_WIDE.findall(text)) > len(text)


def is_name_like(text: str, words: int = NAME_WORDS) -> bool:
    """Whether a line could be a name on its own: short, no sentence, no web or mail address."""
    if not 0 < len(text) <= MAX_NAME or text.rstrip(_CLOSED).endswith(_SENTENCE_END):
        return False
    if not re.search(r"[^\W_]", text):
        return False
    if text.endswith(("?", "？", "؟")) and not is_question(text):
        return False
    if _DATE.fullmatch(text) or _TO_ALL.search(text):
        return False
    said = _IN_BRACKETS.sub("", text)  # where abbreviations may stand: "(engl. queue)"
    return count_words(text) <= words and not _ADDRESS.search(text) and not _INNER_END.search(said)


def is_numbered(text: str) -> bool:
    """Whether a name is a number with a point, as those of standards and versions: "802.11"."""
    return re.fullmatch(r"\d{1,4}\.\d{1,4}", text) is not None


def is_sign(name: str) -> bool:
    """Whether a name is one sign that people speak of, and none that marks a line: "@", "&", "+/-"."""
    return name in _SPOKEN


def is_question(text: str) -> bool:
    """Whether a line asks for a definition: "What is churn?"."""
    return len(text) <= MAX_LONG and DEFINING_QUESTION.match(text) is not None


_PLACEHOLDER = re.compile(
    r"[\W_]*(?:(?:still )?to be (?:written|defined|done|added|agreed|confirmed|completed)|tbd|tba|tbc|"
    r"to ?do|fixme|coming soon|(?:write|add|put|insert) (?:the |a |your )?(?:definition|text|description) "
    r"here|placeholder|lorem ipsum\b.*|folgt(?: noch)?|noch offen|[àa] (?:définir|compléter|venir)|"
    r"por (?:definir|completar)|pendiente|da (?:definire|completare)|a definir|"
    r"nog (?:in|aan) te vullen|noch zu ergänzen|"
    r"в разработке|нужно дополнить|будет дополнено|do uzupełnienia|k doplnění|eklenecek|"
    r"未定|待补充|작성 예정|(?-i:TODO|TBD|TBC|TBA|FIXME)(?:\s?[:–—(-][^\n]{0,80})?|\?{2,5}|\.{3}|…)[\W_]*",
    re.IGNORECASE,
)


def is_placeholder(text: str) -> bool:
    """Whether a text only says that somebody has yet to write it."""
    return len(text) <= 100 and _PLACEHOLDER.fullmatch(text) is not None


_VALUE = re.compile(
    r"[\W\d_]*|(?=[^\n]*\d)[A-Z\d][A-Z\d./ _-]*|\S+@\S+|(?:https?://|www\.)\S+|[$€£¥]?\s?\d[\d.,]*\s?\S{0,4}|"
    r"\d{1,2}\.? [^\W\d_]{3,12}\.? \d{4}|\d{4}-\d\d-\d\d.{0,20}|"
    r"\d{1,2}[:.h]\d{0,2}\s?(?:[–-]|to|till|bis|a|à|até|tot|do|до|til)\s?\d{1,2}[:.h]?\d{0,2}(?: \S{1,4})?",
)


def is_value(text: str) -> bool:
    """Whether a text is a number, a date, a code or an address, as records of other things have them."""
    return len(text) <= 80 and _VALUE.fullmatch(text.strip()) is not None


_NOTHING = re.compile(
    r"(?:[-–—−.…/?x]{1,3}|n[/.]?\s?[ad]\.?|n[/.]?v[/.]?t\.?|n\.\s?v\.|н[/.]?д\.?|s/[da]|b\.\s?d\.|none|"
    r"not applicable|nicht zutreffend|trifft nicht zu|niet van toepassing|sans objet|non applicable|"
    r"no aplica|no procede|"
    r"n(?:ão|ao) (?:se aplica|aplicável)|non applicabile|nie dotyczy|neuvádí se|netýká se|не применимо|"
    r"неприменимо|не застосовується|uygulanamaz|ej tillämpligt|ikke relevant|ei sovellu|nem alkalmazható|"
    r"nu se aplică|該当なし|不适用|不適用|해당 ?없음|לא רלוונטי|لا ينطبق|"
    r"null|nil|nan|tbd|k\.\s?a\.|entfällt|keiner?|aucune?|néant|"
    r"ningun[oa]|нет|yok|geen|nessun[oa]?|nenhum[a]?|brak|žádn[ýáé]|"
    r"ingen|inget|ei ole|nincs|немає|なし|無し?|无|없음|אין|لا يوجد)$",
    re.IGNORECASE,
)


def is_nothing(text: str) -> bool:
    """Whether a cell only says that there is nothing, or nothing yet: a dash, "n/a", "none", "TODO …"."""
    return not text.strip() or _NOTHING.match(text.strip()) is not None or is_placeholder(text)


_CLASSES = r"noun|verb|adjective|adverb|phrase|n\.?|v\.?|vb\.?|adj\.?|adv\.?|abbr\.?"
_SEPARATORS = (  # (style, sign); each is tried at its first place in the line
    (
        "colon",
        re.compile(
            r"\s*(?::(?=\s)|：|::|(?<=[^\W\d_][^\W\d_]|\w\)):(?=[A-ZÀ-Þ]?[a-zß-ÿ]{0,14} [a-zß-ÿ])|"
            r":(?=\d{0,3}[\u3040-\u30ff\u3400-\u9fff])|(?<=[\u3040-\u30ff\u3400-\u9fff]):(?=\S))\s*"
        ),
    ),
    (
        "dash",
        re.compile(
            r"\s+(?:-{1,3}|[–—―−])\s+|\s*[—―]{1,4}\s*|(?<=\w)[–]\s+|(?<=[\w)])-\s+|"
            r"(?:(?<=[^\W\d_]{3})|(?<=[^\W\d_]{2}\)))\.[-–—]{1,2}\s+"
        ),
    ),
    ("equals", re.compile(r"\s+(?:==?|=>|->|-->|==>|⇒|→|↔|<->|:=)\s+")),
    (
        "leaders",
        re.compile(
            r"\s*(?:\.{4,}|(?<=\))\s\.{3}(?=\s)|(?:\s\.){3,}|…{2,}|_{4,})\s*"
            r"(?=[(\[]?(?:\d\S*\s+(?:[%€$£°‰]\s+)?)?[^\W\d_])"
        ),
    ),
    ("tab", re.compile(r"\s*\t\s*|(?<=\S) {3,}(?=\S)")),
    ("double", re.compile(r"\s+(?:&&|##|%%|\+\+|~~|//|\$\$|@@|<>)\s+")),  # needs nearly every line
    ("bar", re.compile(r"\s+[•·]\s+|\s*\|\s*")),
    ("caps", re.compile(r"(?<=[A-ZÀ-Þ0-9])\s+(?=[A-ZÀ-Þ]?[a-zß-ÿ]|[A-ZÀ-Þ] [a-zß-ÿ])")),
    (  # "queue 队列", "队列 queue"; needs nearly every line
        "script",
        re.compile(
            r"(?<=[A-Za-z0-9)\]])\s+(?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])|"
            r"(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af）])\s+(?=[A-Za-z])"
        ),
    ),
    (  # "jam, n.  paper in the machine", "jam (noun) …"; needs nearly every line
        "class",
        re.compile(
            rf",?\s+(?:\((?:{_CLASSES})(?:\s?[,;/&]\s?(?:{_CLASSES})){{0,3}}\)[.:]?|"
            r"(?:n|v|vb|v\.\s?[ti]|adj|adv|abbr|phr|pl|prep)\.)\s+(?=\S)"
        ),
    ),
    ("stop", re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=\w\)))\.\s+(?=[^\W\d_a-z])")),  # needs nearly every line
    (
        "rare",
        re.compile(r"\s+(?:[~/^¦#;&]|\.{3}|…)\s+|\s*(?:>{1,3}|~|¦|;)\s*"),
    ),  # as "stop", and only if the line has no other sign
)
_ENCLOSING = frozenset('<["“„«‹「『【*_')
_ENCLOSED = re.compile(  # "<name> text", "[name] text"; needs nearly every line
    r"(?:<(?P<a>[^<>/=\n]{2,90})>|\[(?P<b>[^\[\]\n]{2,90})\]|[\"“„](?P<c>[^\"“”„\n]{2,90})[\"”“]|«\s?(?P<d>[^«»\n]{2,90}?)\s?»|"
    r"[「『【](?P<e>[^「」『』【】\n]{1,90})[」』】]|"
    r"\*{1,2}(?=[^\s*])(?P<f>[^*\n]{2,90})(?<=\S)\*{1,2}(?!\w)|_{1,2}(?=[^\s_])(?P<g>[^_\n]{2,90})(?<=\S)_{1,2}(?!\w))"
    r"(?P<more>\s?[(（][^()（）\n]{1,60}[)）](?=\s?[:=：–—-]))?"
    r"\s*(?P<sign>[:=：]\s|[-=]>\s|[→⇒]|\.{3,}\s|…+|[-–—]{1,2}\s)?\s*(?=\S)"
)
_BEHIND = {**dict.fromkeys(":：", "colon"), **dict.fromkeys("=→⇒", "equals"), **dict.fromkeys("-–—", "dash")}
_DOTS = re.compile(r"\s*(?:[._·…]{3,}|…+|(?:\s[.·]){2,})$")  # leaders between a name and the sign
SHOUTED = 2  # words of a name that may end like a call: "Re!"
SIGNS = 3  # that are looked at for one that stands in no brackets
_HEAD = 160  # last position, in characters, of a separator after a name


def _outside_brackets(sign: re.Pattern[str], head: str) -> re.Match[str] | None:
    """The first sign that stands in no brackets, else the first one: "Line (from now on — L) — text"."""
    found = list(islice(sign.finditer(head), SIGNS))
    return next((one for one in found if _is_balanced(head[: one.start()])), next(iter(found), None))


def _is_balanced(text: str) -> bool:
    return text.count("(") + text.count("（") <= text.count(")") + text.count("）")


def labels(text: str, prefix: str) -> Iterator[Label]:
    """Every way to read a line as name, sign and text. The style of each begins with ``prefix``."""
    head = text[:_HEAD]
    enclosed = _ENCLOSED.match(head) if text[:1] in _ENCLOSING else None
    if enclosed:
        name, body = next(filter(None, enclosed.groups())).strip(), text[enclosed.end() :].strip()
        bare = "defined" if DEFINED.match(body) else "enclosed"
        style = _BEHIND.get((enclosed["sign"] or "").strip()[:1], bare)
        if (
            body
            and (body[0] not in ",;" or bare == "defined")
            and "=" not in name
            and is_name_like(name, LABEL_WORDS + 1)
        ):
            whole = f"{name} {enclosed['more'].strip()}" if enclosed["more"] else name
            for told in dict.fromkeys((style, "enclosed")):
                yield Label(style=f"{prefix}{told}", name=tidy(whole), body=tidy(body))
    signs = int(enclosed is not None)
    for style, sign in _SEPARATORS:
        found = _outside_brackets(sign, head)
        if not found or found.start() == 0 or (style == "rare" and signs):
            continue
        if enclosed and found.end() > enclosed.end():  # the sign is part of the text
            continue
        name, body = _DOTS.sub("", head[: found.start()].strip()), text[found.end() :].strip()
        if style == "caps" and not (name.isupper() and len(name) > 1):
            continue
        if not _is_balanced(name) and _CLOSES.match(body):  # "Waybill (short: WB)", "peak (FR: pic) - …"
            continue
        called = name.rstrip(".! ") if count_words(name) <= SHOUTED else name.rstrip(".")
        outside = _LONG_BRACKETS.sub(
            "", called
        )  # "API (Application Programming Interface, en français …) : …"
        named = is_name_like(called, LABEL_WORDS + 1) or is_numbered(name) or is_sign(name)
        named = named or (outside != called and is_name_like(outside, SHORT_BEFORE))
        if body and named and not (name.startswith("(") and ")" not in name):
            signs += 1
            yield Label(style=f"{prefix}{style}", name=tidy(name), body=tidy(body))


_LONG_BRACKETS = re.compile(r"\s?[(（][^()（）.!?]{20,110}[)）]$")
SHORT_BEFORE = 3  # words of a name before long brackets
_CLOSES = re.compile(r"[^()（）]*[)）]")  # the brackets that a sign stands in


_QUOTES = {  # with the signs that may close them
    **{"“": "”", '"': '"', "«": "»", "»": "«", "„": '“”"', "”": "”", "‘": "’", "'": "'"},
    **{"「": "」", "『": "』", "【": "】"},
}
_SPACES = re.compile(r"\s+")


def tidy(text: str) -> str:
    """The text with single spaces, none at its ends."""
    return _SPACES.sub(" ", text).strip()


_DRAWN = re.compile(r"^[-=~#*+•◆●■]{2,}\s+(?=\S)|(?<=\S)\s+[-=~#*+•◆●■]{2,}$")


DECORATION = re.compile(  # emoji before or after a name, and marks that stand before Japanese ones
    r"^(?:[・･※\U0001f000-\U0001faff\u25a0-\u27bf\u2b00-\u2bff\u23e9-\u23fa\ufe0f\u200d]+\s*)+|"
    r"(?:\s+[\U0001f000-\U0001faff\u25a0-\u27bf\u2b00-\u2bff\u23e9-\u23fa\ufe0f\u200d]+)+$"
)


_BEFORE_BRACKETS = re.compile(r"^([*_`]{1,2})([^*_`\s][^*_`]{0,90})\1(?=\s?[(\[（])")  # "*Hold* (HLD)"


_SHORT_ALONE = re.compile(r"\([A-ZÀ-Þ][A-ZÀ-Þ\d&]{1,7}\)")


def clean_name(text: str) -> str:
    """The name without quotes, emphasis marks and other signs around it."""
    name = _DRAWN.sub("", _BEFORE_BRACKETS.sub(r"\2", tidy(text)).strip("*_`")).strip()
    if len(name) > 2 and name[-1] in _QUOTES.get(name[0], "") and name[-1] not in name[1:-1]:
        name = name[1:-1].strip()
    if name[:1] == "[" and name.find("]") == len(name) - 1 > 1:
        name = name[1:-1].strip()
    if _SHORT_ALONE.fullmatch(name):  # "Hold time / (HT)"
        name = name[1:-1]
    return _DASH_AT_END.sub("", name.rstrip(":：")).strip()


_DASH_AT_END = re.compile(r"(?<=\S)\s+[-–—]+\s*$")  # "Dentin - " over its text


def speaks_of(name: str, text: str, whole: bool = False) -> bool:
    """Whether a text mentions a name near its beginning: one word of the name, or with ``whole`` all words.

    Words are compared by their first letters, so that inflected forms match in languages without a stemmer.
    """
    said = [word.stem for word in words_of(text[:400])]
    own = [word for word in names.words(name) if len(word) > 2] or list(names.words(name))
    if not own:
        return name in text
    if any(word_forms.stem(names.fold(short)) in said for short in _CAPITALS.findall(name)):
        return True
    if names.key(name) in "".join(said):
        return True
    hits = [any(_akin(word, other) for other in said) for word in own]
    return all(hits) if whole else any(hits)


_CAPITALS = re.compile(r"\b[A-ZÀ-Þ][A-ZÀ-Þ0-9&]+s?\b")


def _akin(word: str, other: str) -> bool:
    length = max(4, min(len(word), len(other)) - 2)
    return word == other or (len(word) >= 4 and len(other) >= 4 and word[:length] == other[:length])


_WITH_SEMICOLON = re.compile(r"[A-Z]{1,2};[A-Z]{1,2}")


def is_with_semicolon(name: str) -> bool:
    """Whether a name is one abbreviation with a semicolon, and no list of two: "TL;DR"."""
    return _WITH_SEMICOLON.fullmatch(name.strip()) is not None


def abbreviates(short: str, long: str) -> bool:
    """Whether the letters of ``short`` occur in ``long`` in order, starting with its first letter."""
    letters = re.sub(r"[\W_]", "", short).removesuffix("s").lower()
    said = names.fold(long)
    if not 1 < len(letters) <= 7 or " " in short.strip() or not said.startswith(letters[:1]):
        return False
    rest = iter(said.replace(" ", ""))
    return all(letter in rest for letter in letters)
