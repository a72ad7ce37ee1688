"""What no line for customers should have, as patterns: figures and days, promises, scores, full forms.

A template holds for every case. A pattern is a row of a table, in small letters unless capitals matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SMALL = (
    "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty-five|sixty"
    "|ninety|(?:a )?hundred|a dozen)"
)
_UNIT = (
    "(?:(?:business|working|calendar|full|whole|more) )?(?:seconds?|minutes?|hours?|days?|nights?|weeks?"
    "|months?|years?|percent|per cent|dollars?|euros?|pounds?|cents)"
)
_BEFORE = "(?:(?:about|around|within|in|after|for|by|every|another|at least|at most|up to|under|over|than) )?"
_LONG = "(?:hour|day|week|month|year)"
_DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DIGITS = rf"(?<![\w.,/])\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|k|x)?(?:\s?(?:%|percent|[ap]\.?m\b\.?|{_UNIT}\b))?"

FIGURES = (
    rf"(?P<digits>[$€£]\s?\d[\d.,]*|{_DIGITS}(?!\w|-way\b))",
    rf"\bnumber {_SMALL}\b",
    rf"\b{_BEFORE}{_SMALL}(?: to {_SMALL})?[ -]{_UNIT}\b",  # "two days", "five-minute"
    rf"\b(?:within|in|in under|in less than|for|after|every|over|under|than|about|another) "
    rf"(?:an?|one|the(?: next)?|half an?)(?: (?:full|whole|business|working))? {_LONG}\b(?! of\b)",
    r"\b(?:within|in under|in less than) (?:an?|one|the(?: next)?) (?:minute|second)\b",
    r"\bhalf an hour\b",
    r"\b(?:one|a) (?:business|working) day\b",
    r"\b(?:tomorrow|tonight|yesterday|overnight|noon|midnight|o['’]clock)\b",
    r"\b(?:this|tomorrow|next|last|later this) "
    r"(?:morning|afternoon|evening|week(?:end)?|month|quarter|year)\b",
    r"\b(?:end|close|start) of (?:the |this |next )?(?:(?:business )?day|business|week|month|quarter|year)\b",
    r"\bEOD\b",
    r"\b(?P<today>today)\b(?!['’]s (?:call|chat|conversation|visit|message))",
)
DATES = (  # with their capitals: "may" and "march" are verbs
    rf"(?<!Black )(?<!Cyber )\b{_DAY}\b",
    rf"\b(?i:in|by|on|until|till|since|before|after|from|early|late|this|next|last|of) {_MONTH}\b",
    rf"\b{_MONTH} \d+\b",
)
# An hour of the clock in other languages: "dalle 14 alle 18", "ab 14 Uhr", "a las 9", "à 14 h 30", "14:00".
_HOUR = r"(?:[01]?\d|2[0-4])(?:[.:h ][0-5]\d)?"
_CLOCK = re.compile(
    rf"\b(?:(?:d?alle(?: ore)?|ore|las|às|kl\.?|klo)\s{_HOUR}(?:\s?(?:h|horas?|ore))?"
    rf"|{_HOUR}\s?(?:Uhr|uur|h|heures?|horas|óra|godz\.?)(?:\s[0-5]\d)?|(?:[01]?\d|2[0-4]):[0-5]\d)(?!\w|\s?[%€$£])",
    re.IGNORECASE,
)
_ALWAYS = re.compile(r"24/7|24x7|365")
# "Windows 11", "Tier 2", "error 404" are names; a month, a day or the first word of a sentence makes none.
_NAMED = re.compile(
    r"(?<![.!?:] )(?<!\A)\b[A-Z][a-zA-Z]+[ -]\Z"
    r"|\b(?:step|error|code|option|page|line|version|chapter|part) \Z"
)
_DATED = re.compile(rf"(?:{_MONTH}|{_DAY}),? \Z")
# "How can I help you today?", "Thank you for calling today": right on every day.
_ANY_DAY = re.compile(
    r"\b(?:help|assist|do for|calling|contacting|reaching|writing|chatting|speaking|talking|patience|time)\b",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\b(?:thank|thanks|appreciate)\b", re.IGNORECASE)
_SEEN_BEFORE = 200  # characters that tell what a figure is
_SENTENCE = re.compile(r"[.!?\n]")

_WE = "(?:i|we)"
_WILL = "(?: will|['’]ll)"
PROMISES = (
    rf"{_WE}(?:['’]ll| can| do| will)? (?:promise|guarantee|swear|vow)(?!\w)",
    r"(?:is|are|it['’]s|we['’]re|fully|100%) guaranteed",
    rf"{_WE} (?:can |do )?assure you",
    r"rest assured",
    r"you have my word|my word on it|without fail|no matter what|never again",
    r"(?:will not|won['’]t|(?:will |['’]ll )?never|does not|doesn['’]t|cannot|can['’]t) (?:ever )?"
    r"(?:happen|occur)(?: to you)? again",
    r"(?:your|the|all) (?:\w+ )?(?:data|information|details|money|payment|account|files|funds)"
    r"(?: and (?:\w+ )?\w+)? (?:is|are|stays?|remains?|will be|will stay|will remain)"
    r" (?:\w+ly |all )?(?:safe|secure|protected)",
    r"(?:nothing|none of (?:it|this)|no data) (?:is|was|will be|has been) (?:lost|affected|exposed)",
    r"you (?:will not|won['’]t) (?:lose|have to (?:wait|worry)|need to (?:wait|worry))",
    rf"{_WE}{_WILL} (?:personally )?stay (?:with you|[^.!?\n]{{0,40}}\b(?:until|till))",
    rf"{_WE}{_WILL} [^.!?\n]{{0,40}}\b(?:until|till) (?:it|this|everything|your \w+)(?: is|['’]s) "
    "(?:resolved|fixed|solved|working)",
    rf"{_WE}{_WILL} (?:always|never(?! ask)|definitely|certainly|personally)",
    r"(?:will|['’]ll) (?:definitely|certainly|always|surely)",
    r"(?:will|['’]ll) be (?:fixed|resolved|solved|repaired|refunded|delivered) "
    r"(?:soon|shortly|in no time|right away|immediately)",
)
_MARK = (
    "(?:ten|10|five|5|nine|9|top|good|great|high|highest|perfect|positive|full|stars?|thumbs|rating|score|marks?"
    "|points?|review)"
)
SCORES = (
    r"\b(?:please|to|(?:can |could |would |will )?you|and|just|kindly|how (?:would|do|did) you) "
    r"rate (?:me|my|us|our|this|the|your|it|how|what)\b",
    r"(?:\A|[.!?:\n] )rate (?:me|my|us|our|this|the|your)\b",
    rf"\b(?:give|leave|mark|score|grade) (?:me|us|my|our|this|it)\b[^.!?\n]{{0,30}}?\b{_MARK}\b",
    r"\b(?:score|grade|rate) me\b",
    r"\b(?:10|ten|five|5) out of (?:10|ten|5|five)\b",
    r"\bon a scale (?:of|from)\b",
    r"\bhow (?:likely|satisfied|happy|pleased) (?:are|were|would) you\b",
    r"\bhow (?:easy|difficult|helpful|good|friendly) (?:was|were|did)\b",
    r"\bhow (?:did|was) (?:i|my|we|our|your (?:experience|chat|call))\b[^.?!\n]{0,60}\?",
    r"\b(?:was i|were we) (?:helpful|of help|any help)\b",
    r"(?P<mark>\b(?:(?:good|great|positive|top|high|perfect|nice|glowing) "
    r"(?:score|rating|review|survey|mark)s?|positive feedback|(?:five|5)[- ]stars?)\b)",
    r"\ball (?:fives|tens|5s|10s)\b",
)
FULL_FORMS = (
    r"\b(?:do|does|did|is|are|was|were|will|would|could|should|has|have|had|can) not\b",
    r"\bcannot\b",
    r"\b(?:i|you|we|they) (?:will|would)(?= \w)",
    r"(?<!what )(?<!who )(?<!how )\bi am(?= \w)",
    r"(?<!\w )\bwe are(?= \w)",
    r"\bi have (?=(?!need)\w+ed\b|sent\b|made\b|put\b|found\b|seen\b|just\b|now\b|also\b|already\b)",
    r"\b(?:we|you) have (?=been\b|(?!need)\w+ed\b|sent\b|made\b|found\b|seen\b|just\b|already\b)",
)  # not "I have a question", nor "as soon as I have"


def _any_of(rows: tuple[str, ...], *flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row})" for row in rows), *flags)


_FIGURES = re.compile(rf"(?i:{_any_of(FIGURES).pattern})|{_any_of(DATES).pattern}")
_PROMISES = re.compile(rf"\b(?:{'|'.join(PROMISES)})\b|(?<=\w)['’]ll definitely\b", re.IGNORECASE)
_SCORES, _FULL_FORMS = _any_of(SCORES, re.IGNORECASE), _any_of(FULL_FORMS, re.IGNORECASE)


def figures_elsewhere(text: str) -> Iterator[str]:
    """Figures of a line in another language than English, where an hour is told that holds on any day."""
    yield from figures(_CLOCK.sub("…", text))


def figures(text: str) -> Iterator[str]:
    """Digits, amounts, lengths of time, days and dates; no names with a number, such as "Windows 11"."""
    for found in _FIGURES.finditer(text):
        before = text[max(0, found.start() - _SEEN_BEFORE) : found.start()]
        named = found["digits"] and _NAMED.search(before) and not _DATED.search(before)
        greeting = found["today"] and _ANY_DAY.search(_SENTENCE.split(before)[-1])
        if not (named or greeting or _ALWAYS.fullmatch(found[0])):
            yield found[0].strip()


def promises(text: str) -> Iterator[str]:
    """What nobody at a desk can keep for every customer."""
    return (found[0] for found in _PROMISES.finditer(text))


def scores(text: str) -> Iterator[str]:
    """Words by which an agent asks for, or about, a score of his own; thanks for one ask for nothing."""
    for found in _SCORES.finditer(text):
        before = text[max(0, found.start() - _SEEN_BEFORE) : found.start()]
        if not (found["mark"] and _THANKS.search(_SENTENCE.split(before)[-1])):
            yield found[0].strip(" .!?:\n")


def full_forms(text: str) -> Iterator[str]:
    """Two words that speech makes one of."""
    return (found[0].strip() for found in _FULL_FORMS.finditer(text))
