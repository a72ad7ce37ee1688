"""Run-in headings: bold words at the start of a line that name what the rest of it explains.

Other names that stand with the bold words belong to the heading: "**Churn** (also attrition) – customers who
leave", "**Churn** or **attrition**: …".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from site_gen.sources.formats.spans import Span, SpanLine, is_set_off, plain_text
from site_gen.sources.shape import called
from site_gen.sources.shape.blocks import (
    MAX_LONG,
    Block,
    Heading,
    Label,
    Labelled,
    Prose,
    abbreviates,
    clean_name,
    count_words,
    is_name_like,
    is_question,
)
from site_gen.sources.shape.defining import goes_on, is_sentence
from site_gen.sources.shape.vocabulary import WORD_CLASS

RunIn = tuple[str, Sequence[Span]]  # the bold words, with other names beside them, and the rest of the line
BRACKETS = re.compile(r"(?:(?<!\s)\s+)?[(（](?P<said>[^()（）]{1,80})[)）]")
_SQUARE = re.compile(r"\s*\[(?P<said>[A-ZÀ-Þ][\w&/.-]{1,9})\](?=\s*[:：=–—-])")  # "[NPS]"
_BESIDE = re.compile(  # "**Hold** / park: …", "**Average handle time**, AHT: …"
    r"\s*(?P<sign>[,/／])\s*(?P<said>[^\s:：–—,/／()][^:：–—,/／()\n]{0,60}?)\s*(?=[:：]|\s[–—-]\s)"
)
_SIGN = re.compile(r"^\s*(?::{1,2}|：|[-=]>|[→⇒]|[-–—―]{1,3}|=|\||\.{3,}|…+|[.,](?=\s))?\s*")
_ALSO = rf"a\.?k\.?a\.?|{called.ALSO}"
_OTHERS = re.compile(  # "**name**, also other name – text"
    rf"\s*(?P<comma>,?)\s*(?:also (?:known as|called)|{called.PHRASES}|{_ALSO})(?:\s?:)?\s+"
    r"(?P<said>[^:–—\n]{2,100}?)\s*(?:[:–—]|\s-)(?=\s)",
    re.IGNORECASE,
)
FEW = 4  # words of another name without a comma before "also"
_CALLED = re.compile(  # all that is left of the line or in brackets: "**A/B feed** *aka dual feed*"
    rf"\s*((?:{_ALSO}|or|oder)\s[^.!?:]{{2,60}})\s*"
)
_OTHER_NAMES = re.compile(  # at the start of brackets: "(also: …)", "(auch genannt …)"
    rf"(?:{_ALSO}|synonyms?|{called.WORDS})\s?[:：]|"
    rf"(?:also (?:known as|called|referred to as)|{called.PHRASES})\s",
    re.IGNORECASE,
)
_SIGN_AFTER = re.compile(r"\s*(?:[:：=|→⇒…]|->|\.{3}|[-–—―]{1,3}(?=\s|$)|$)")
_NUMBER = re.compile(  # "1.", "1.1", "(a)", "iv)", "§ 2", or a picture
    r"^\s*(?:[(\[]?\d{1,4}(?:\.\d{1,3})*[.)\]]+|\d{1,2}(?:\.\d{1,2}){1,3}|"
    r"[(\[]?(?:[a-z]|[ivx]{2,4})[)\]]|§ ?\d{1,4}[a-z]?|\d\ufe0f?\u20e3|"
    r"[\u2300-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]{1,6})\s*$"
)
SAID = 5  # words of a bold line with a full stop that is a sentence and no name


def run_in_of(spans: Sequence[Span]) -> RunIn | None:
    """The bold words at the start of a line (after a number, if any) and the rest of the line."""
    first = next((i for i, span in enumerate(spans) if span.text.strip()), len(spans))
    if first < len(spans) and _NUMBER.match(spans[first].text):
        first = next((i for i in range(first + 1, len(spans)) if spans[i].text.strip()), len(spans))
    said = spans[first:]
    if not said or not said[0].bold:
        return None
    end = next((i for i, span in enumerate(said) if not span.bold and span.text.strip()), len(said))
    said = _without_note(said, end)
    if end < len(said) and _is_part_of_word(said[end - 1].text, said[end].text):
        return None
    if end < len(said) and _ENDS_SENTENCE.fullmatch(plain_text(said[end:])):
        return None  # the last words of a sentence
    name, end = _with_others(said, end)
    own = name.rstrip(":：.–—- ")
    named = is_name_like(own, 12) or _are_forms(own) or is_question(name)
    return (name, said[end:]) if named else None


def _are_forms(name: str) -> bool:
    """Whether bold words are several forms of a name between slashes: "After call work / ACW / Wrap-up"."""
    parts = name.split(" / ")
    return len(parts) > 1 and len(name) <= MAX_LONG and all(is_name_like(part.strip(), 7) for part in parts)


_GLUED = re.compile(r"[^\W\d_]{2}[a-zà-ÿ] [A-ZÀ-Þ][^\W\d_]*\s.*", re.DOTALL)


def _is_part_of_word(bold: str, after: str) -> bool:
    """Whether bold words end inside a word: "**Hyper**text" but not "**Keel**The beam"."""
    glued = after[:1].isalnum() and bold[-1:].isalnum()
    return glued and not _GLUED.fullmatch(f"{bold[-3:]} {after[:40]}")


_NOTE = re.compile(r"(?:[¹²³⁴⁵⁶⁷⁸⁹]{1,2}|\[\d{1,3}\]|[†‡])(?=\s*[:：=–—-])")
_LONG = re.compile(r"[^\W\d_]{3}\s*$")  # no unit, as "**km**²" would be


def _without_note(said: Sequence[Span], end: int) -> Sequence[Span]:
    """The words without the mark of a note between bold words and the sign behind them: "**Rota**¹: …"."""
    mark = _NOTE.match(said[end].text) if 0 < end < len(said) else None
    if not mark or not _LONG.search(said[end - 1].text):
        return said
    return [*said[:end], replace(said[end], text=said[end].text[mark.end() :]), *said[end + 1 :]]


_ENDS_SENTENCE = re.compile(r"[)\]\"”»’]+[.,;!?]*")
_JOINS = re.compile(
    r"\s*(?:[,/]|,?\s*(?:or|oder|ou|o|ovvero|anche|também|también|of|ook(?: wel)?|eller|också|även|også|lub|"
    r"albo|też|także|nebo|též|tai|eli|vagy|sau|ή|или|либо|он[ао]? же|або|чи|veya|ya da|aka|a\.k\.a\.|also))"
    r"(?:\s+(?:simply|just|also|auch|aussi|encore))?\s*",
    re.IGNORECASE,
)
MAX_JOINED = 4  # names of one term in bold words


def forms(spans: Sequence[Span]) -> list[str]:
    """The forms of a name, each set off, that a cell joins: "**Hack box**, *hacking box*", "`o` or `obs`"."""
    said = [span for span in spans if span.text.strip()]
    own, between = said[::2], said[1::2]
    if len(said) < 3 or len(own) == len(between) or len(own) > MAX_JOINED:
        return []
    joined = all(not _is_form(span) and _JOINS.fullmatch(span.text) for span in between)
    return [plain_text([span]) for span in own] if joined and all(map(_is_form, own)) else []


def _is_form(span: Span) -> bool:
    return span.code or is_set_off(span)


_ENDS = re.compile(r"\s*(?:[:：=→⇒…]|->|\.{3}|[-–—―]{1,3}(?=\s)|\()")


def _with_others(said: Sequence[Span], end: int) -> tuple[str, int]:
    """The bold words, with further ones that "or" or a comma joins to them before the sign; and their end."""
    found, last = [plain_text(said[:end])], end
    while len(found) < MAX_JOINED and last + 1 < len(said) and is_set_off(said[last + 1]):
        if is_set_off(said[last]) or not _JOINS.fullmatch(said[last].text):
            break
        after = next((i for i in range(last + 1, len(said)) if not is_set_off(said[i])), len(said))
        found.append(plain_text(said[last + 1 : after]))
        last = after
    rest = said[last:]
    alone = not any(span.text.strip() for span in rest)
    signed = alone or _ENDS.match(rest[0].text) or goes_on(plain_text(rest))
    if len(found) < 2 or not (signed or found[-1].endswith((":", "："))):
        return found[0], end
    return f"{found[0].rstrip(':： ')}, also {', '.join(name.rstrip(':： ') for name in found[1:])}", last


_NOTE_MARK = re.compile(r"[*†‡]{1,3}(?![^\s:：.,–—-])")  # right after a bold name
REMARK = 6  # characters of a bracket around a class of words in any language: "(fn)"
_BRACKET = re.compile(r"\s*(\([^()]{1,60}\))\s*[:：–—-]?\s*")


def begun_by(rows: Sequence[SpanLine]) -> tuple[RunIn | None, Sequence[SpanLine]]:
    """The run-in heading of a paragraph with its brackets, and the lines without a note's mark behind it."""
    line, spans = rows[0]
    run_in = run_in_of(spans)
    if not run_in:
        return None, rows
    bold, rest = run_in
    if rest and (mark := _NOTE_MARK.match(rest[0].text)):
        rest = [replace(rest[0], text=rest[0].text[mark.end() :]), *rest[1:]]
        rows = [(line, [*spans[: -len(rest)], *rest]), *rows[1:]]
    return _with_bracket((bold, rest), rows[1:]), rows


def _with_bracket(run_in: RunIn, below: Sequence[SpanLine]) -> RunIn:
    """A bold start with a bracket that ends its line, as a part of the name: "**Aphid** (greenfly)"."""
    bold, rest = run_in
    others = _CALLED.fullmatch(plain_text(rest)) if rest else None
    if others:
        return f"{bold.rstrip()} ({others[1]})", []
    bracket = _BRACKET.fullmatch(plain_text(rest)) if below and rest else None
    if not bracket or not is_name_like(bracket[1], 6):
        return run_in
    under = plain_text(below[0][1]).strip()
    remark = WORD_CLASS.fullmatch(bracket[1].strip("() ")) is not None or len(bracket[1]) <= REMARK
    if under[:1].islower() and (not remark or goes_on(under)):
        return run_in
    return f"{bold.rstrip()} {bracket[1]}", []


_COLON = re.compile(r"[:：]\s*$")
_ARTICLE = re.compile(  # "An **adjuster** goes out", "L'**expéditeur** remet"
    r"\s*(?:an?|the|eine?|der|die|das|une?|les?|la|l['’]|un[ao]?|el|los|las|il|lo|gli|os?|as?|um|uma|een|de|het|en|"
    r"ett?|den|det)\s*",
    re.IGNORECASE,
)


def behind_article(spans: Sequence[Span]) -> str:
    """The bold words with which a sentence begins behind its article; "" for other lines."""
    said = [span for span in spans if span.text.strip()]
    if (
        len(said) < 3
        or not said[1].bold
        or said[0].bold
        or said[2].bold
        or not _ARTICLE.fullmatch(said[0].text)
    ):
        return ""
    name = clean_name(said[1].text)
    after = said[2].text.lstrip()[:1]
    return name if (after.islower() or after == "(") and is_name_like(name, 5) else ""


_OPEN = re.compile(r"\s*[:：–—-]?\s*(?P<sign>[(\[])$")
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]{1,90}")  # up to a closing mark, which is not bold
_COLON_TWICE = re.compile(r"\s*[:：]\s*(?=\([^()]{1,90}\)\s*(?:[:：–—]|$))")  # "PDF: (a format): Pages …"


def _mended(bold: str, rest: str) -> tuple[str, str]:
    """Bold words and the rest of a line, where the bold ends one sign too late or too early."""
    if _QUOTED.fullmatch(bold) and rest[:1] in tuple('"”“»'):
        bold, rest = bold[1:], rest[1:]
    if open_ := _OPEN.search(bold):
        bold, rest = bold[: open_.start()], f"{open_['sign']}{rest.lstrip()}"
    return _COLON_TWICE.sub(" ", bold), rest[found.end() :] if (found := _COLON_TWICE.match(rest)) else rest


def block_of(line: int, text: str, bold: str, rest: str, prefix: str) -> Block:
    """The block of a paragraph with the whole ``text`` that bold words begin, and ``rest`` follows.

    ``prefix`` is the style of the list that it is an item of.
    """
    bold, rest = _mended(bold, rest)
    name = clean_name(_unsigned(re.sub(r"^\d{1,4}[.)]\s+", "", bold))) or bold
    others = _OTHERS.match(rest)
    if others and is_name_like(others["said"], 12 if others["comma"] else FEW):
        name, rest = f"{name}, also {others['said']}", rest[others.end() - 1 :]
    beside = None if _COLON.search(bold) else _BESIDE.match(rest)
    if beside and _is_beside(beside["said"], name, beside["sign"]):
        name, rest = f"{name}{', ' if beside['sign'] == ',' else ' / '}{beside['said']}", rest[beside.end() :]
    inside = BRACKETS.match(rest) or _SQUARE.match(rest)
    if inside and _belongs(inside["said"], name, rest[inside.end() :], ended=bool(_COLON.search(bold))):
        name, rest = f"{name} ({inside['said'].strip()})", rest[inside.end() :]
    if (verb := _VERB.search(name)) and rest[:1].islower() and is_name_like(name[: verb.start()]):
        name, rest = name[: verb.start()], f"{verb['said']} {rest}"  # only a part of the sentence is bold
    ended = bool(_COLON.search(bold)) or (bold.rstrip().endswith(".") and not rest[:1].islower())
    ended = ended or rest.lstrip()[:1] in _ENDING
    body = text if is_sentence(rest) and not ended else _SIGN.sub("", rest, count=1)
    if re.fullmatch(r"[.!;,]+|\?", body):  # "We call them **handlers**."
        body = ""
    if not body and rest.strip(" .!?;,") and bold.rstrip().endswith((":", "：")):
        body = rest.strip()  # a dash after a label means no text
    if not body and not prefix and bold.rstrip().endswith(".") and count_words(bold) >= SAID:
        return Prose(line=line, text=text)
    if not body:
        style = "question" if is_question(name) else f"bold {prefix}".strip()
        return Heading(line=line, text=name, style=style)
    option = Label(style=f"bold {prefix}".strip(), name=name, body=body)
    return Labelled(line=line, options=(option,), otherwise=Prose(line=line, text=text, bullet=bool(prefix)))


_ENDING = ("=", "→", "⇒", ":", "：", "|", "–", "—")  # signs that end a name, whatever follows
_DOTTED = re.compile(r"(?:[^\W\d_]{1,4}\. ?){2,5}")  # "A.G.O.", "d. h."


def _unsigned(bold: str) -> str:
    """Bold words without the sign at their end; an abbreviation keeps its last dot."""
    bare = bold.rstrip(":：–—- ")
    return bare if _DOTTED.fullmatch(bare) else bold.rstrip(":：.–—- ")


def _is_beside(said: str, name: str, sign: str) -> bool:
    """Whether words between a bold name and the sign are a name: after a slash, or one that shortens it."""
    if sign == ",":
        return abbreviates(said, name) or abbreviates(name, said)
    return is_name_like(said, FEW)


_VERB = re.compile(
    r"\s+(?P<said>is|are|means|refers to|ist|sind|bedeutet|est|sont|désigne|es|son|significa|è|sono|é|são|"
    r"är|zijn)$"
)


def _belongs(said: str, name: str, rest: str, ended: bool) -> bool:
    """Whether brackets after a bold name are part of it: a sign follows, or they abbreviate it or
    give other names.

    So they are where they tell another name, and a sentence about it follows: "(also flies) is the room".

    ``ended``: a colon before them ends the name; all that follows it is text.
    """
    if said.lower().startswith(("see ", "e.g", "i.e")):
        return False
    told = rest.lstrip()
    if _OTHER_NAMES.match(said) or (_CALLED.fullmatch(said) and (told[:1].isupper() or is_sentence(told))):
        return True
    return (not ended and bool(_SIGN_AFTER.match(rest))) or abbreviates(said, name) or abbreviates(name, said)
