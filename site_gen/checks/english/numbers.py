"""How numbers are written: the forms of one thing, of which a glossary should have one only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from site_gen.checks.english import Correction
from site_gen.checks.english.words import Judged

Kind = Literal["share", "time of day"]

_NUMBER = r"\d+(?:[.,]\d+)*"
_SHARE = re.compile(rf"(?<![\w.,])(?P<number>{_NUMBER})(?P<sign>%| %|[ -]per ?cent)(?![\w%])")
_HALF_DAY = re.compile(
    r"(?<![\w.,:])(?P<clock>(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?)"
    r"(?P<sign> ?(?:[ap]\.m\.?|[ap]m|[AP]M|[AP]\.M\.?))(?!\w)"
)
_CLOCK = re.compile(
    r"(?<![\w.,:/$€£-])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?![\w%]|[.,:]\d| ?[ap]\.?m)"
)
# "9:30" may be a time of day, or nine minutes and a half: the words around it tell.
_AT = re.compile(
    r"\b(?:at|by|from|until|till|before|after|since|around|between|past|(?:\d[:.]\d\d (?:to|and|or)))\s\Z",
    re.IGNORECASE,
)
_LASTING = re.compile(r"\b(?:of|in|took|takes|for|to)\s\Z")
_LASTS = re.compile(
    r"\s?(?:min(?:ute)?s?|sec(?:ond)?s?|h(?:ou)?rs?|each|long|on average|per|mm:ss|less|more|longer"
    r"|shorter)\b"
)
_SEEN = 30  # characters on each side that tell what a clock is
_DOLLARS = re.compile(rf"(?<![\w.,$])(?P<number>{_NUMBER})[ -](?:US )?dollars?\b", re.IGNORECASE)
_SPACED = re.compile(r"(?<![\w.,])[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?![.,]?\w)")
_DECIMAL_COMMA = re.compile(
    r"(?<![\w.,])\d+,\d{1,2}(?=%| %|\s(?:percent|seconds?|minutes?|hours?|days?|stars?|points?|times)\b)"
)


class Form(NamedTuple):
    """A number in a text: what it tells, in which form (told by the example in ``_EXAMPLES``), and where."""

    kind: Kind
    form: str
    start: int
    end: int
    found: str


def forms(text: str) -> Iterator[Form]:
    """Shares and times of day, of which each can be written in several ways."""
    for share in _SHARE.finditer(text):
        sign = " percent" if "cent" in share["sign"] else share["sign"]
        yield Form("share", f"45{sign}", *share.span(), share[0])
    half_days = list(_HALF_DAY.finditer(text))
    for time in half_days:
        yield Form("time of day", _half_day(time["sign"]), *time.span(), time[0])
    for clock in _clocks(text):
        if not half_days or int(clock["hour"]) > 12:  # "by 4 p.m. At 3:50 …" tells its half of the day
            yield Form("time of day", "15:00", *clock.span(), clock[0])


def _half_day(sign: str) -> str:
    """The form of a time of day, told by an afternoon: "3 p.m.", "3pm", "3 PM"."""
    afternoon = sign.replace("a", "p").replace("A", "P").rstrip(".")
    return f"3{afternoon}{'.' * ('.' in afternoon)}"


def _clocks(text: str) -> Iterator[re.Match[str]]:
    """Times of day by the 24-hour clock, or without a half of the day."""
    for clock in _CLOCK.finditer(text):
        before = text[max(0, clock.start() - _SEEN) : clock.start()]
        after = text[clock.end() : clock.end() + _SEEN]
        is_time = bool(_AT.search(before))
        if ":" in clock[0] and len(clock["hour"]) == 2 and int(clock["hour"]) > 12:
            is_time = is_time or not _LASTING.search(before)
        if is_time and not _LASTS.match(after):
            yield clock


def house_forms(texts: Iterable[str]) -> Mapping[str, str]:
    """Of each kind the form that most numbers of a glossary have."""
    counts: dict[str, Counter[str]] = {}
    for text in texts:
        for one in forms(text):
            counts.setdefault(one.kind, Counter())[one.form] += 1
    return {kind: max(sorted(found), key=lambda form: found[form]) for kind, found in counts.items()}


def other_numbers(text: str, english: Judged, house: Mapping[str, str]) -> Iterator[Correction]:
    """Numbers in another form than American English has, or than most numbers of the glossary have."""
    for one in forms(text):
        wanted = house.get(one.kind, one.form)
        if english == "american" and one.kind == "share":
            wanted = "45%"
        elif english == "american" and wanted == "15:00":
            wanted = "3 p.m."
        if one.form != wanted:
            instead = _written_as(one, wanted)
            yield Correction(one.start, one.end, one.found, instead, f"is no number like {wanted}")
    if english == "american":
        for money in _DOLLARS.finditer(text):
            yield Correction(*money.span(), money[0], f"${money['number']}", "is no amount like $15")
    for spaced in _SPACED.finditer(text):
        yield Correction(
            *spaced.span(), spaced[0], re.sub(r"\s", ",", spaced[0]), "has a space for its comma"
        )
    for comma in _DECIMAL_COMMA.finditer(text):
        yield Correction(*comma.span(), comma[0], comma[0].replace(",", "."), "has a comma for its point")


def _written_as(one: Form, wanted: str) -> str:
    """The number in the form that is wanted; where the half of the day is not told, both halves."""
    number = re.match(r"[\d.,:]+", one.found)
    figures = number[0].rstrip(".,") if number else one.found
    if one.kind == "share":
        return wanted.replace("45", figures)
    morning = bool(re.search(r"\d ?a", one.found, re.IGNORECASE))
    hour, _, minutes = figures.replace(".", ":").partition(":")
    if wanted == "15:00":
        late = 0 if morning else 12
        return f"{int(hour) % 12 + late}:{minutes or '00'}"
    told = wanted[1:]
    early = told.replace("p", "a").replace("P", "A")
    clock = f"{(int(hour) - 1) % 12 + 1}" + (f":{minutes}" if minutes.strip("0") else "")
    if one.form != "15:00":
        return clock + (early if morning else told)
    if int(hour) > 12 or hour in ("0", "00"):
        return clock + (told if int(hour) else early)
    return f"{clock}{early}' or '{clock}{told}"
