"""Paragraphs with emphasis and links to blocks: shared by Markdown, HTML and reStructuredText."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.model import names
from site_gen.sources.formats.line_noise import noise_of
from site_gen.sources.formats.run_in_headings import BRACKETS, begun_by, behind_article, block_of, run_in_of
from site_gen.sources.formats.spans import Span, SpanLine, closed, is_set_off, plain_text
from site_gen.sources.shape.blocks import (
    DECORATION,
    MAX_LONG,
    Block,
    Heading,
    Label,
    Labelled,
    Noise,
    Prose,
    clean_name,
    count_words,
    is_name_like,
    is_question,
    labels,
    tidy,
)
from site_gen.sources.shape.defining import goes_on
from site_gen.sources.shape.header_roles import is_exact, role_of
from site_gen.sources.shape.lines import without_unseen
from site_gen.sources.shape.sections import is_facet

_ATTRIBUTES = re.compile(r"(?:(?<!\s)\s+)?\{(?:-|[#.:][^{}]*)\}$")  # "{#anchor}" or "{-}" after a heading
SENTENCE = 10  # words of a heading with a full stop that is text
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.(?: +[A-ZÀ-Þ]|$)")
BOX = "{.box}"  # after the title of an admonition
_PERMALINK = re.compile(r"(?:(?<!\s)\s+)?(?:(?<=\s)#|[¶🔗⚓])[\s\ufe0f]*$")
_TYPED = re.compile(r"\d{1,3}[.)]\s+(?=[^\W\d])")  # the number of an item, typed by hand


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
    # A break at the end of a line makes an empty one.
    rows = [row for row in rows if plain_text(row[1])] or rows
    rows = [part for row in rows for part in _run_on(closed(row))]
    made = list(_paragraph(rows, prefix))
    for block in made:
        if broken and len(rows) > 1 and len(made) == 1:
            block = _with_first_line(block, rows, prefix)
        if listed and isinstance(block, Labelled):
            block = replace(block, listed=listed, otherwise=replace(block.otherwise, listed=listed))
        elif listed and isinstance(block, Heading | Prose):
            block = replace(block, listed=listed)
        yield block


RUN_ON = 3  # bold names of one line, each after the end of a sentence
NEAR = 8  # pieces of a line in which a name and its sign stand


def _run_on(row: SpanLine) -> Sequence[SpanLine]:
    """A line in which bold names with signs and their texts follow each other, as a line for each."""
    line, spans = row
    starts = [
        at
        for at in range(1, len(spans) - 1)
        if not spans[at - 1].bold
        and _STOP.search(spans[at - 1].text.rstrip())
        and _is_signed(spans[at : at + NEAR])
    ]
    if len(starts) + 1 < RUN_ON or not _is_signed(spans[:NEAR]):
        return [row]
    return [(line, spans[start:end]) for start, end in pairwise([0, *starts, len(spans)])]


def _is_signed(spans: Sequence[Span]) -> bool:
    """Whether words begin with a bold name and a sign behind it, or at its end."""
    lead = run_in_of(spans)
    ended = lead is not None and lead[0].rstrip().endswith((":", "：", "."))
    return lead is not None and (ended or bool(_SIGN_BEHIND.match(plain_text(lead[1]))))


def _paragraph(rows: Sequence[SpanLine], prefix: str) -> Iterator[Block]:
    rows, fields = (rows, ()) if prefix else _fields_last(rows)
    group: list[SpanLine] = []
    item = prefix and (_only_first_is_bold(rows) or _is_one_sentence(rows))
    labelled = len(rows) > 1 and _all_labelled(rows) and not item
    wrapped = bool(prefix) or 2 * sum(run_in_of(spans) is None for _, spans in rows) >= len(rows)
    over_parts = _is_over_parts(rows)
    for row in rows:
        if group and (
            labelled
            or _begins(group, row, wrapped)
            or (over_parts and (_is_part(row[1]) or _are_fields([row])))
            or (not item and len(group) == 1 and _ends_field(group[0][1], row[1]))
        ):
            yield from _one(group, prefix)
            group = []
        group.append(row)
    for left in (group, *([row] for row in fields)):
        if left:
            yield from _one(left, prefix)


def _begins(group: Sequence[SpanLine], row: SpanLine, wrapped: bool) -> bool:
    """Whether a line begins with a run-in heading, and with it a block of its own below the lines above."""
    last = group[-1][1]
    if run_in_of(row[1]) is None or _ends_bold(last) or _goes_on(group, row):
        return False
    return not (wrapped and _breaks_off(last))


def _fields_last(rows: Sequence[SpanLine]) -> tuple[Sequence[SpanLine], Sequence[SpanLine]]:
    """The lines without fields between a bold name and its text, and those fields."""
    run_in = run_in_of(rows[0][1])
    if not run_in or plain_text(run_in[1]):
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
    run_in = run_in_of(rows[0][1]) if len(rows) > 1 else None
    if not run_in or run_in[0].rstrip().endswith((":", "：")):
        return False
    if not _is_part(rows[1][1]) and not (_are_fields(rows[1:]) and any(_is_part(spans) for _, spans in rows)):
        return False
    rest = plain_text(run_in[1])
    return not rest or (rest.startswith("(") and BRACKETS.fullmatch(rest) is not None)


def _are_fields(rows: Sequence[SpanLine]) -> bool:
    """Whether each line begins with a label of a word or two: "Type: noun"."""
    found = [_PART.match(plain_text(spans)) for _, spans in rows]
    return all(label is not None and count_words(label["label"]) <= FIELD for label in found)


def _is_part(spans: Sequence[Span]) -> bool:
    """Whether a line begins with the label of a part of an entry: "Short definition: …", "Example: …"."""
    found = _PART.match(plain_text(spans))
    label = found["label"] if found else ""
    if not label or count_words(label) > LABEL:
        return False
    return is_facet(label) or (is_exact(label) and role_of(label) != "name") or role_of(label) == "text"


VALUE = 5  # words of the value of a field


def _ends_field(spans: Sequence[Span], under: Sequence[Span]) -> bool:
    """Whether a line is a field of its entry with a short value, "Category: Vessel", over another line."""
    found, below = _FIELD.fullmatch(plain_text(spans)), plain_text(under)
    label, value = (found["label"], found["value"]) if found else ("", "")
    role = role_of(label) if is_exact(label) else ""
    if role not in _FIELDS and not role.startswith("@"):  # "EN: quay"
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
    first, run_in = run_in_of(group[0][1]), run_in_of(row[1])
    if not first or not run_in or _STOP.search(plain_text(group[-1][1])):
        return False
    below = plain_text(run_in[1])
    signed = _SIGN_BEHIND.match(plain_text(first[1])) or first[0].endswith((":", "："))
    unsigned = below and below[0].islower() and not run_in[0].endswith((":", "：", "."))
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
    text = plain_text(spans)
    return len(text) >= WRAPPED and text[-1:].isalnum()


def _with_first_line(block: Block, rows: Sequence[SpanLine], prefix: str) -> Block:
    """The block with a further way to read it: the first line as name, the other lines as text."""
    name, body = plain_text(rows[0][1]), _rest((), rows[1:])
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
    bold = [run_in_of(spans) is not None for _, spans in rows]
    return bold[0] and not any(bold[1:])


def _all_labelled(rows: Sequence[SpanLine]) -> bool:
    """Whether there are several lines, all "name: text": these are entries, not wrapped text.

    A first line that is bold altogether is a name over its text.
    """
    run_in = run_in_of(rows[0][1])
    if run_in and not plain_text(run_in[1]):
        return False
    styles = [{label.style for label in labels(plain_text(spans), "")} for _, spans in rows]
    if len(styles) > 1 and set.intersection(*styles):
        return True
    if len(rows) >= MIXED and _have_own_signs(rows):
        return True
    times = Counter(style for own in styles for style in own)
    return len(rows) >= MANY_ROWS and max(times.values(), default=0) >= NEARLY_ALL * len(rows)


MIXED, SHORT = 3, 3  # lines with a name and some sign each, and words of each name
_BY_SIGN = ("colon", "dash", "equals")


def _have_own_signs(rows: Sequence[SpanLine]) -> bool:
    """Whether each line begins with a short name and some sign, and is no part of the entry above."""
    set_off = [is_set_off(first) or first.code for _, spans in rows if (first := _first(spans))]
    bold = run_in_of(rows[0][1]) is not None
    return (not bold or sum(set_off) > 1) and all(
        _has_sign(spans) and not _is_part(spans) for _, spans in rows
    )


def _first(spans: Sequence[Span]) -> Span | None:
    return next((span for span in spans if span.text.strip()), None)


def _has_sign(spans: Sequence[Span]) -> bool:
    read = (label.name for label in labels(plain_text(spans), "") if label.style in _BY_SIGN)
    return any(count_words(names.bare(name)) <= SHORT for name in read)


MANY_ROWS, NEARLY_ALL = 8, 0.9  # lines of one paragraph, and the share of those with the same sign


def _one(rows: Sequence[SpanLine], prefix: str) -> Iterator[Block]:
    line, (run_in, rows) = rows[0][0], begun_by(rows)
    said = _joined([plain_text(spans) for _, spans in rows])
    text = tidy(said)
    if not text:
        return
    spans = [span for _, spans in rows for span in spans if span.text.strip()]
    below = [span for _, spans in ((line, run_in[1] if run_in else ()), *rows[1:]) for span in spans]
    leads_on = _only_leads_to_letters(below) if run_in else _only_leads_on(spans)
    why = noise_of(text) or ("navigation" if leads_on else "sign" if _ORNAMENT.fullmatch(text) else "")
    if why:
        yield Noise(line=line, text=text, why=why)
    elif run_in:
        yield block_of(line, text, run_in[0], _rest(run_in[1], rows[1:]), prefix)
    else:
        yield _with_article(_unset(line, said, prefix), behind_article(rows[0][1]), prefix)


def _with_article(block: Block, name: str, prefix: str) -> Block:
    """The block of a sentence with the bold name behind its article as a further way to read it."""
    plain = block.otherwise if isinstance(block, Labelled) else block
    if not name or not isinstance(plain, Prose):
        return block
    options = block.options if isinstance(block, Labelled) else ()
    option = Label(style=f"{prefix}article", name=name, body=tidy(plain.text))
    return Labelled(line=plain.line, options=(*options, option), otherwise=plain)


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
    return _joined([plain_text(spans), *(plain_text(more) for _, more in rows)])


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


def _unset(line: int, said: str, prefix: str) -> Block:
    text = tidy(said)
    prose = Prose(line=line, text=said, bullet=prefix == "bullet")
    if is_question(text) and not prefix:
        return Heading(line=line, text=text, style="question")
    typed = None if prefix else _TYPED.match(text)
    options = tuple(labels(text[typed.end() :], "number1") if typed else labels(text, prefix))
    return Labelled(line=line, options=options, otherwise=prose) if options else prose
