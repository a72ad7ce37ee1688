"""Paragraphs with emphasis and links to blocks: shared by Markdown and HTML."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from site_gen.sources.formats.plain import noise_of
from site_gen.sources.shape import called
from site_gen.sources.shape.blocks import (
    DECORATION,
    MAX_LONG,
    Block,
    Heading,
    Label,
    Labelled,
    Noise,
    Prose,
    abbreviates,
    clean_name,
    count_words,
    is_name_like,
    is_question,
    labels,
    tidy,
)
from site_gen.sources.shape.defining import goes_on, is_sentence
from site_gen.sources.shape.header_roles import is_exact, role_of
from site_gen.sources.shape.lines import without_unseen
from site_gen.sources.shape.sections import is_facet
from site_gen.sources.shape.vocabulary import WORD_CLASS


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A piece of a line with one emphasis: whether it is bold, in italics, a link, or code."""

    text: str
    bold: bool = False
    link: bool = False
    italic: bool = False
    code: bool = False


Lead = tuple[str, Sequence[Span]]  # the bold start of a line, and the rest of it
SpanLine = tuple[int, Sequence[Span]]  # the line of the raw document, and what stands in it

_ATTRIBUTES = re.compile(r"(?:(?<!\s)\s+)?\{(?:-|[#.:][^{}]*)\}$")  # "{#anchor}" or "{-}" after a heading
SAID = 5  # words of a bold line with a full stop that is a sentence and no name
SENTENCE = 10  # words of a heading with a full stop that is text
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.(?: +[A-ZÀ-Þ]|$)")
BOX = "{.box}"  # after the title of an admonition
_PERMALINK = re.compile(r"(?:(?<!\s)\s+)?(?:(?<=\s)#|[¶🔗⚓])[\s\ufe0f]*$")
_SIGN = re.compile(r"^\s*(?::{1,2}|：|[-–—―]{1,3}|=|\||[.,](?=\s))?\s*")
_OTHERS = re.compile(  # "**name**, also other name – text"
    r"\s*,?\s*(?:also(?: known as| called)?|a\.?k\.?a\.?|auch|aussi|también)\s*:?\s*"
    r"(?P<said>[^:–—\n]{2,100}?)\s*(?:[:–—]|\s-)(?=\s)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"(?:(?<!\s)\s+)?[(（](?P<said>[^()（）]{1,80})[)）]")
_SIGN_AFTER = re.compile(r"\s*(?:[:：=|]|[-–—―]{1,3}(?=\s|$)|$)")
_TYPED = re.compile(r"\d{1,3}[.)]\s+(?=[^\W\d])")  # the number of an item, typed by hand
_NUMBER = re.compile(r"^\s*[(\[]?\d{1,4}(?:\.\d{1,3})*[.)\]]+\s*$")


def heading(line: int, text: str, depth: int) -> Heading | Prose:
    """A heading from markup, without its number."""
    said = tidy(without_unseen(text))
    if said.endswith(BOX):
        return Heading(line=line, text=clean_name(said.removesuffix(BOX)), style="box", depth=7, sure=True)
    said = _PERMALINK.sub("", _ATTRIBUTES.sub("", said))
    name = clean_name(_without_number(DECORATION.sub("", said) or said))
    if len(name) > MAX_LONG or _is_text(said):
        return Prose(line=line, text=said.strip(), depth=depth)
    return Heading(line=line, text=name, style=f"h{depth}", depth=depth, sure=True)


def _is_text(said: str) -> bool:
    """Whether what is set as a heading is a long sentence with a full stop: the style is a mistake."""
    return count_words(said) >= SENTENCE and bool(_FULL_STOP.search(said.strip()))


def _without_number(text: str) -> str:
    head, _, rest = text.partition(" ")
    return rest if rest and head.rstrip(".)").replace(".", "").isdigit() and head[-1] in ".)" else text


def paragraph(
    rows: Sequence[SpanLine], prefix: str = "", listed: int = 0, broken: bool = False
) -> Iterator[Block]:
    """The blocks of one paragraph or list item; a line with a bold start begins a new block.

    ``broken`` is true if the author broke the lines, so that the first may be a name over its text.
    """
    rows = [row for row in rows if _plain(row[1])] or rows  # a break at the end of a line makes an empty one
    made = list(_paragraph(rows, prefix))
    for block in made:
        if broken and len(rows) > 1 and len(made) == 1:
            block = _with_first_line(block, rows, prefix)
        if listed and isinstance(block, Labelled):
            block = replace(block, listed=listed, otherwise=replace(block.otherwise, listed=listed))
        elif listed and isinstance(block, Heading | Prose):
            block = replace(block, listed=listed)
        yield block


def _paragraph(rows: Sequence[SpanLine], prefix: str) -> Iterator[Block]:
    rows, fields = (rows, ()) if prefix else _fields_last(rows)
    group: list[SpanLine] = []
    item = prefix and (_only_first_is_bold(rows) or _is_one_sentence(rows))
    labelled = len(rows) > 1 and _all_labelled(rows) and not item
    wrapped = bool(prefix) or 2 * sum(_lead(spans) is None for _, spans in rows) >= len(rows)
    over_parts = _is_over_parts(rows)
    for row in rows:
        leads = _lead(row[1]) and not _ends_bold(group[-1][1]) and not _goes_on(group, row) if group else None
        if leads and wrapped and _breaks_off(group[-1][1]):
            leads = None
        if group and (
            labelled
            or leads
            or (over_parts and (_is_part(row[1]) or _are_fields([row])))
            or (not item and len(group) == 1 and _ends_field(group[0][1], row[1]))
        ):
            yield from _one(group, prefix)
            group = []
        group.append(row)
    for left in (group, *([row] for row in fields)):
        if left:
            yield from _one(left, prefix)


def _fields_last(rows: Sequence[SpanLine]) -> tuple[Sequence[SpanLine], Sequence[SpanLine]]:
    """The lines without fields between a bold name and its text, and those fields."""
    lead = _lead(rows[0][1])
    if not lead or _plain(lead[1]):
        return rows, ()
    end = 1
    while end + 1 < len(rows) and _ends_field(rows[end][1], rows[end + 1][1]):
        end += 1
    return [rows[0], *rows[end:]], rows[1:end]


_PART = re.compile(r"(?P<label>[^\W\d_][^:：.!?;,()]{1,40}?)\s?(?::\s|：)\s*(?=\S)")
FIELD = 2  # words of the label of a field beside such parts
LABEL = 4  # words of the label of a part of an entry at most


def _is_over_parts(rows: Sequence[SpanLine]) -> bool:
    """Whether a bold name, alone in its line, stands over a labelled part of its entry: "Definition: …"."""
    lead = _lead(rows[0][1]) if len(rows) > 1 else None
    if not lead or lead[0].rstrip().endswith((":", "：")):
        return False
    if not _is_part(rows[1][1]) and not (_are_fields(rows[1:]) and any(_is_part(spans) for _, spans in rows)):
        return False
    rest = _plain(lead[1])
    return not rest or (rest.startswith("(") and _BRACKETS.fullmatch(rest) is not None)


def _are_fields(rows: Sequence[SpanLine]) -> bool:
    """Whether each line begins with a label of a word or two: "Type: noun"."""
    found = [_PART.match(_plain(spans)) for _, spans in rows]
    return all(label is not None and count_words(label["label"]) <= FIELD for label in found)


def _is_part(spans: Sequence[Span]) -> bool:
    """Whether a line begins with the label of a part of an entry: "Short definition: …", "Example: …"."""
    found = _PART.match(_plain(spans))
    label = found["label"] if found else ""
    if not label or count_words(label) > LABEL:
        return False
    return is_facet(label) or (is_exact(label) and role_of(label) != "name") or role_of(label) == "text"


VALUE = 5  # words of the value of a field


def _ends_field(spans: Sequence[Span], under: Sequence[Span]) -> bool:
    """Whether a line is a field of its entry with a short value, "Category: Vessel", over another line."""
    found, below = _FIELD.fullmatch(_plain(spans)), _plain(under)
    label, value = (found["label"], found["value"]) if found else ("", "")
    if not is_exact(label) or role_of(label) not in _FIELDS:
        return False
    if role_of(label) == "-" and is_facet(label):  # "Example: …" goes on
        return False
    return count_words(value) <= VALUE and not _OPEN.search(value) and not below[:1].islower()


_FIELDS = frozenset(["also", "short", "topics", "-"])  # roles of fields with short values
_FIELD = re.compile(r"(?P<label>[^\W\d_][^:：]{1,25}?)\s?[:：]\s?(?P<value>\S.{0,60})")
_OPEN = re.compile(r"[,;.!?:]$")  # the value goes on, or is a sentence
_STOP = re.compile(r"[.!?:;…。][\"”’»)\]]*$")


def _goes_on(group: Sequence[SpanLine], row: SpanLine) -> bool:
    """Whether a line that begins with bold words goes on with the text above: "a short **access** token".

    A bold name with a sign leads that text; these words have none, and no sentence ended before them.
    """
    first, lead = _lead(group[0][1]), _lead(row[1])
    if not first or not lead or _STOP.search(_plain(group[-1][1])):
        return False
    below = _plain(lead[1])
    signed = _SIGN_BEHIND.match(_plain(first[1])) or first[0].endswith((":", "："))
    unsigned = below and below[0].islower() and not lead[0].endswith((":", "：", "."))
    return bool(signed and unsigned and not goes_on(below))


_SIGN_BEHIND = re.compile(r"(?:\([^()]*\)\s*)?(?:[:：=]|[-–—―]{1,3}(?=\s))")


def _ends_bold(spans: Sequence[Span]) -> bool:
    """Whether bold words in the middle of a line go on over its end."""
    said = [span for span in spans if span.text.strip()]
    return len(said) > 1 and said[-1].bold and not all(span.bold for span in said)


WRAPPED = 50  # characters of a line from which its margin may have broken it off


def _is_one_sentence(rows: Sequence[SpanLine]) -> bool:
    """Whether all lines of an item but the last one break off in the middle of a sentence."""
    return all(_breaks_off(spans) for _, spans in rows[:-1])


def _breaks_off(spans: Sequence[Span]) -> bool:
    """Whether a long line ends in the middle of a sentence, so that the next one goes on."""
    text = _plain(spans)
    return len(text) >= WRAPPED and text[-1:].isalnum()


def _with_first_line(block: Block, rows: Sequence[SpanLine], prefix: str) -> Block:
    """The block with a further way to read it: the first line as name, the other lines as text."""
    name, body = _plain(rows[0][1]), _rest((), rows[1:])
    plain = block.otherwise if isinstance(block, Labelled) else block
    if not isinstance(plain, Prose) or not is_name_like(name) or not body:
        return block
    option = Label(style=f"{prefix}break", name=clean_name(name), body=body)
    options = block.options if isinstance(block, Labelled) else ()
    if any(option.style.startswith("bold") for option in options):
        return block
    return Labelled(line=plain.line, options=(*options, option), otherwise=plain)


def _only_first_is_bold(rows: Sequence[SpanLine]) -> bool:
    """Whether an item of a list begins with a bold name and no other line of it does: they belong to it."""
    leads = [_lead(spans) is not None for _, spans in rows]
    return leads[0] and not any(leads[1:])


def _all_labelled(rows: Sequence[SpanLine]) -> bool:
    """Whether there are several lines, all "name: text": these are entries, not wrapped text.

    A first line that is bold altogether is a name over its text.
    """
    lead = _lead(rows[0][1])
    if lead and not _plain(lead[1]):
        return False
    styles = [{label.style for label in labels(_plain(spans), "")} for _, spans in rows]
    if len(styles) > 1 and set.intersection(*styles):
        return True
    times = Counter(style for own in styles for style in own)
    return len(rows) >= MANY_ROWS and max(times.values(), default=0) >= NEARLY_ALL * len(rows)


def _plain(spans: Sequence[Span]) -> str:
    return tidy("".join(without_unseen(span.text) for span in spans))


def _lead(spans: Sequence[Span]) -> Lead | None:
    """The bold words at the start of a line (after a number, if any) and the rest of the line."""
    first = next((i for i, span in enumerate(spans) if span.text.strip()), len(spans))
    if first < len(spans) and _NUMBER.match(spans[first].text):
        first = next((i for i in range(first + 1, len(spans)) if spans[i].text.strip()), len(spans))
    said = spans[first:]
    if not said or not said[0].bold:
        return None
    end = next((i for i, span in enumerate(said) if not span.bold and span.text.strip()), len(said))
    said = _without_note(said, end)
    if end < len(said) and said[end].text[:1].isalnum() and said[end - 1].text[-1:].isalnum():
        return None  # only a part of a word is bold
    if end < len(said) and _ENDS_SENTENCE.fullmatch(_plain(said[end:])):
        return None  # the last words of a sentence
    name, end = _with_others(said, end)
    own = name.rstrip(":：.–—- ")
    named = is_name_like(own, 12) or _are_forms(own) or is_question(name)
    return (name, said[end:]) if named else None


def _are_forms(name: str) -> bool:
    """Whether bold words are several forms of a name between slashes: "After call work / ACW / Wrap-up"."""
    parts = name.split(" / ")
    return len(parts) > 1 and len(name) <= MAX_LONG and all(is_name_like(part.strip(), 7) for part in parts)


_NOTE = re.compile(r"(?:[¹²³⁴⁵⁶⁷⁸⁹]{1,2}|\[\d{1,3}\]|[†‡])(?=\s*[:：=–—-])")
_LONG = re.compile(r"[^\W\d_]{3}\s*$")  # no unit, as "**km**²" would be


def _without_note(said: Sequence[Span], end: int) -> Sequence[Span]:
    """The words without the mark of a note between bold words and the sign behind them: "**Rota**¹: …"."""
    mark = _NOTE.match(said[end].text) if 0 < end < len(said) else None
    if not mark or not _LONG.search(said[end - 1].text):
        return said
    return [*said[:end], replace(said[end], text=said[end].text[mark.end() :]), *said[end + 1 :]]


_JOINS = re.compile(
    r"\s*(?:[,/]|,?\s*(?:or|oder|ou|o|ovvero|anche|também|también|of|ook(?: wel)?|eller|också|även|også|lub|"
    r"albo|też|także|nebo|též|tai|eli|vagy|sau|ή|или|либо|он[ао]? же|або|чи|veya|ya da|aka|a\.k\.a\.|also))"
    r"(?:\s+(?:simply|just|also|auch|aussi|encore))?\s*",
    re.IGNORECASE,
)


_ENDS_SENTENCE = re.compile(r"[)\]\"”»’]+[.,;!?]*")


def is_set_off(span: Span) -> bool:
    """Whether words are bold or in italics."""
    return span.bold or span.italic


def forms(spans: Sequence[Span]) -> list[str]:
    """The forms of a name, each set off, that a cell joins: "**Hack box**, *hacking box*", "`o` or `obs`"."""
    said = [span for span in spans if span.text.strip()]
    own, between = said[::2], said[1::2]
    if len(said) < 3 or len(own) == len(between) or len(own) > MAX_JOINED:
        return []
    joined = all(not _is_form(span) and _JOINS.fullmatch(span.text) for span in between)
    return [_plain([span]) for span in own] if joined and all(map(_is_form, own)) else []


def _is_form(span: Span) -> bool:
    return span.code or is_set_off(span)


_ENDS = re.compile(r"\s*(?:[:：=]|[-–—―]{1,3}(?=\s)|\()")
MANY_ROWS, NEARLY_ALL = 8, 0.9  # lines of one paragraph, and the share of those with the same sign
MAX_JOINED = 4  # names of one term in bold words


def _with_others(said: Sequence[Span], end: int) -> tuple[str, int]:
    """The bold words, with further ones that "or" or a comma joins to them before the sign; and their end."""
    found, last = [_plain(said[:end])], end
    while len(found) < MAX_JOINED and last + 1 < len(said) and is_set_off(said[last + 1]):
        if is_set_off(said[last]) or not _JOINS.fullmatch(said[last].text):
            break
        after = next((i for i in range(last + 1, len(said)) if not is_set_off(said[i])), len(said))
        found.append(_plain(said[last + 1 : after]))
        last = after
    rest = said[last:]
    alone = not any(span.text.strip() for span in rest)
    signed = alone or _ENDS.match(rest[0].text) or goes_on(_plain(rest))
    if len(found) < 2 or not (signed or found[-1].endswith((":", "："))):
        return found[0], end
    return f"{found[0].rstrip(':： ')}, also {', '.join(name.rstrip(':： ') for name in found[1:])}", last


def _one(rows: Sequence[SpanLine], prefix: str) -> Iterator[Block]:
    line, lead = rows[0][0], _lead(rows[0][1])
    if lead and lead[1] and (mark := _NOTE_MARK.match(lead[1][0].text)):
        after = [replace(lead[1][0], text=lead[1][0].text[mark.end() :]), *lead[1][1:]]
        rows = [(line, [*rows[0][1][: -len(after)], *after]), *rows[1:]]
        lead = (lead[0], after)
    lead = _with_bracket(lead, rows[1:]) if lead else None
    said = _joined([_plain(spans) for _, spans in rows])
    text = tidy(said)
    if not text:
        return
    spans = [span for _, spans in rows for span in spans if span.text.strip()]
    below = [span for _, spans in ((line, lead[1] if lead else ()), *rows[1:]) for span in spans]
    leads_on = _only_leads_to_letters(below) if lead else _only_leads_on(spans)
    why = noise_of(text) or ("navigation" if leads_on else "sign" if _ORNAMENT.fullmatch(text) else "")
    if why:
        yield Noise(line=line, text=text, why=why)
    elif lead:
        yield _bold(line, text, lead[0], _rest(lead[1], rows[1:]), prefix)
    else:
        yield _unset(line, said, prefix)


_CALLED = re.compile(
    r"\s*((?:aka|a\.k\.a\.|also|or|auch|oder|aussi|également|también|anche|ook)\s[^.!?:]{2,60})\s*"
)
REMARK = 6  # characters of a bracket around a class of words in any language: "(fn)"
_BRACKET = re.compile(r"\s*(\([^()]{1,60}\))\s*[:：–—-]?\s*")


def _with_bracket(lead: Lead, below: Sequence[SpanLine]) -> Lead:
    """A bold start with a bracket that ends its line, as a part of the name: "**Aphid** (greenfly)"."""
    called = _CALLED.fullmatch(_plain(lead[1])) if lead[1] else None
    if called:  # "**A/B feed** *aka dual feed*"
        return f"{lead[0].rstrip()} ({called[1]})", []
    bracket = _BRACKET.fullmatch(_plain(lead[1])) if below and lead[1] else None
    if not bracket or not is_name_like(bracket[1], 6):
        return lead
    under = _plain(below[0][1]).strip()
    remark = WORD_CLASS.fullmatch(bracket[1].strip("() ")) is not None or len(bracket[1]) <= REMARK
    if under[:1].islower() and (not remark or goes_on(under)):
        return lead
    return f"{lead[0].rstrip()} {bracket[1]}", []


_ORNAMENT = re.compile(  # between or beside texts: signs, pictures, flags
    "[+×÷−›»‹«✕|•·\u25a0-\u27bf\u2b00-\u2bff\u200d\ufe0f\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\\s]{1,8}"
)

_WAY = re.compile(  # words before links to other pages
    r"\W*(?:up|parents?|back(?: to)?|home|prev(?:ious)?|next|moc|index|see also|related(?: (?:terms|"
    r"notes|pages))?|links?|"
    r"tags?|children|zurück(?: zu)?|hoch|oben|weiter|siehe auch|précédent|suivant|retour|voir aussi|"
    r"anterior|siguiente|"
    r"véase también|см\. также|ayrıca bakınız)?\W*",
    re.IGNORECASE,
)


_COLON = re.compile(r"[:：]\s*$")
_NOTE_MARK = re.compile(r"[*†‡]{1,3}(?![^\s:：.,–—-])")  # right after a bold name
_LETTER = re.compile(r"\W*(?:[^\W\d_]|0\s?[-–—]\s?9|\d|#)\W*")
LETTERS = 3  # links to letters at least


def _only_leads_to_letters(below: Sequence[Span]) -> bool:
    """Whether what stands below a bold label is only links to letters: "Jump to:" over "A | B | C"."""
    linked = [span for span in below if span.link and span.text.strip()]
    others = (span.text for span in below if not span.link)
    return (
        len(linked) >= LETTERS
        and all(_LETTER.fullmatch(span.text) for span in linked)
        and not any(re.search(r"\w", text) for text in others)
    )


_SOURCE = re.compile(r"\s*(?:[—―]|-{1,3}(?=\s))")


def _only_leads_on(spans: Sequence[Span]) -> bool:
    """Whether a paragraph has only links, with signs between them or a word such as "Up:" before them.

    A link after a dash tells the source of a quotation.
    """
    rest = [span.text for span in spans if not span.link]
    linked = any(span.link for span in spans)
    first = rest[0] if rest and not spans[0].link else ""
    others = rest[1:] if first else rest
    if _SOURCE.match(first):
        return False
    return linked and _WAY.fullmatch(first) is not None and not any(re.search(r"\w", text) for text in others)


def _rest(spans: Sequence[Span], rows: Sequence[SpanLine]) -> str:
    return _joined([_plain(spans), *(_plain(more) for _, more in rows)])


_TYPED_BULLET = re.compile(r"[•·・･▪‣●○◦–-]\s*(?=[^\W\d])")
BULLETS = 2  # lines of a typed list


def _joined(lines: Sequence[str]) -> str:
    """The lines as one text; where several begin with a typed bullet, each of these stays a line."""
    items = [index for index, line in enumerate(lines) if index and _TYPED_BULLET.match(line)]
    if len(items) < BULLETS:
        return tidy(" ".join(lines))
    return "".join(
        ("\n" if index in items else " ") + tidy(line) for index, line in enumerate(lines) if line.strip()
    ).strip()


def _bold(line: int, text: str, lead: str, rest: str, prefix: str) -> Block:
    name = clean_name(_unsigned(re.sub(r"^\d{1,4}[.)]\s+", "", lead))) or lead
    others = _OTHERS.match(rest)
    if others and is_name_like(others["said"], 12):
        name, rest = f"{name}, also {others['said']}", rest[others.end() - 1 :]
    inside = _BRACKETS.match(rest)
    if inside and _belongs(inside["said"], name, rest[inside.end() :], ended=bool(_COLON.search(lead))):
        name, rest = f"{name} ({inside['said'].strip()})", rest[inside.end() :]
    if (verb := _VERB.search(name)) and rest[:1].islower() and is_name_like(name[: verb.start()]):
        name, rest = name[: verb.start()], f"{verb['said']} {rest}"  # only a part of the sentence is bold
    ended = bool(_COLON.search(lead)) or (lead.rstrip().endswith(".") and not rest[:1].islower())
    body = text if is_sentence(rest) and not ended else _SIGN.sub("", rest, count=1)
    if re.fullmatch(r"[.!?;,]+", body):  # "We call them **handlers**."
        body = ""
    if not body and rest.strip(" .!?;,") and lead.rstrip().endswith((":", "：")):
        body = rest.strip()  # a dash after a label means no text
    if not body and not prefix and lead.rstrip().endswith(".") and count_words(lead) >= SAID:
        return Prose(line=line, text=text)
    if not body:
        style = "question" if is_question(name) else f"bold {prefix}".strip()
        return Heading(line=line, text=name, style=style)
    option = Label(style=f"bold {prefix}".strip(), name=name, body=body)
    return Labelled(line=line, options=(option,), otherwise=Prose(line=line, text=text, bullet=bool(prefix)))


_DOTTED = re.compile(r"(?:[^\W\d_]{1,4}\. ?){2,5}")  # "A.G.O.", "d. h."


def _unsigned(lead: str) -> str:
    """Bold words without the sign at their end; an abbreviation keeps its last dot."""
    bare = lead.rstrip(":：–—- ")
    return bare if _DOTTED.fullmatch(bare) else lead.rstrip(":：.–—- ")


_VERB = re.compile(
    r"\s+(?P<said>is|are|means|refers to|ist|sind|bedeutet|est|sont|désigne|es|son|significa|è|sono|é|são|"
    r"är|zijn)$"
)


_OTHER_NAMES = re.compile(  # "(also: …)", "(auch genannt …)"
    rf"(?:also|a\.?k\.?a\.?|synonyms?|{called.WORDS})\s?[:：]|"
    rf"(?:also (?:known as|called|referred to as)|{called.PHRASES})\s",
    re.IGNORECASE,
)


def _belongs(said: str, name: str, rest: str, ended: bool) -> bool:
    """Whether brackets after a bold name are part of it: a sign follows, or they abbreviate it or
    give other names.

    So they are where they tell another name, and a sentence about it follows: "(also flies) is the room".

    ``ended``: a colon before them ends the name; all that follows it is text.
    """
    if said.lower().startswith(("see ", "e.g", "i.e")):
        return False
    if _OTHER_NAMES.match(said) or (_CALLED.fullmatch(said) and is_sentence(rest.lstrip())):
        return True
    return (not ended and bool(_SIGN_AFTER.match(rest))) or abbreviates(said, name) or abbreviates(name, said)


def _unset(line: int, said: str, prefix: str) -> Block:
    text = tidy(said)
    prose = Prose(line=line, text=said, bullet=prefix == "bullet")
    if is_question(text) and not prefix:
        return Heading(line=line, text=text, style="question")
    typed = None if prefix else _TYPED.match(text)
    options = tuple(labels(text[typed.end() :], "number1") if typed else labels(text, prefix))
    return Labelled(line=line, options=options, otherwise=prose) if options else prose
