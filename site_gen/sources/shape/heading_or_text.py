"""Decide whether lines of plain text are headings or text, by indents, blank lines and alternation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import mean

from site_gen.model import names
from site_gen.sources.shape.blocks import (
    Block,
    Heading,
    Labelled,
    Noise,
    Prose,
    Table,
    clean_name,
    count_words,
)
from site_gen.sources.shape.lines import Line
from site_gen.sources.shape.sections import is_facet


def settled(found: Sequence[Block], lines: dict[int, Line]) -> list[Block]:
    """The blocks with each doubtful line decided as heading or text."""
    for settle in (_hanging, _stanzas, _small_letters, _alternating):
        found = settle(list(found), lines)
    return list(found)


def _prose(block: Block) -> Block:
    if isinstance(block, Heading):
        return Prose(line=block.line, text=block.text, bullet=block.style == "bullet", listed=block.listed)
    if isinstance(block, Labelled) and isinstance(block.otherwise, Heading):
        inner = block.otherwise
        return replace(block, otherwise=Prose(line=block.line, text=inner.text, listed=inner.listed))
    return block


def _hanging(found: list[Block], lines: dict[int, Line]) -> list[Block]:
    """The blocks where text is indented under names: an indented line is text, not a name."""
    hung = [
        (i, j)
        for i, j in pairwise(range(len(found)))
        if isinstance(found[i], Heading)
        and not isinstance(found[j], Table)
        and lines[found[j].line].indent >= lines[found[i].line].indent + 2
        and lines[found[j].line].prefix in ("", "number1")
    ]
    found = _hanging_with_signs(found, lines, [lines[found[i].line].prefix for i, _ in hung])
    if len(hung) > 2 and _is_over(hung[0][0], [i for i, _ in hung[1:]], found, lines):
        del hung[0]
    if len(hung) < 2:
        return found
    base = min(lines[found[i].line].indent for i, _ in hung)
    plain = not any(lines[found[i].line].prefix for i, _ in hung)
    if _are_entries([block for block in found if lines[block.line].indent >= base + 2], len(hung)):
        return found
    out: list[Block] = []
    for block in found:
        inner = block.otherwise if isinstance(block, Labelled) else block
        deep = isinstance(block, Heading | Labelled) and lines[block.line].indent >= base + 2
        labelled = isinstance(block, Labelled) and any(is_facet(option.name) for option in block.options)
        if deep and isinstance(block, Heading) and lines[block.line].prefix.startswith("number") and plain:
            out.append(
                Prose(line=block.line, text=lines[block.line].mark + block.text)
            )  # a sense of the name
            continue
        out.append(_prose(inner) if deep and not labelled and not lines[block.line].prefix else block)
    for i, _ in hung:
        head = out[i]
        if isinstance(head, Heading):
            out[i] = replace(head, style="hanging")
    return out


def _are_entries(deep: Sequence[Block], heads: int) -> bool:
    """Whether indented lines have a sign and other names each, so that what stands over them are groups."""
    signed = [block for block in deep if isinstance(block, Labelled)]
    told = {names.fold(block.options[0].name) for block in signed}
    return len(told) == len(signed) >= max(2 * heads, LISTED * len(deep))


LISTED = 0.8  # share of indented lines with a sign
SIGNED = 5  # words behind the sign in a name


def _hanging_with_signs(found: list[Block], lines: dict[int, Line], over: Sequence[str]) -> list[Block]:
    """The blocks where a line "Name - word" over indented text is a name, as most lines over texts are.

    ``over``: the kinds of marks before these lines.
    """
    signed = [
        i
        for i, j in pairwise(range(len(found)))
        if isinstance(found[i], Labelled)
        and isinstance(found[j], Prose)
        and lines[found[j].line].indent >= lines[found[i].line].indent + 2
        and lines[found[i].line].prefix in over
        and not lines[found[j].line].prefix
    ]
    if not 0 < len(signed) < len(over):
        return found
    out = list(found)
    for i in signed:
        block = out[i]
        if isinstance(block, Labelled) and isinstance(block.otherwise, Heading):
            short = all(count_words(option.body) <= SIGNED for option in block.options)
            out[i] = replace(block.otherwise, style="hanging") if short else block
    return out


def _is_over(first: int, others: Sequence[int], found: Sequence[Block], lines: dict[int, Line]) -> bool:
    """Whether the first line of a document stands left of all names: it is a title over them."""
    margin = lines[found[first].line].indent
    return first == 0 and all(lines[found[i].line].indent >= margin + 2 for i in others)


def _stanzas(found: list[Block], lines: dict[int, Line]) -> list[Block]:
    """The blocks where groups between blank lines begin with a short line, which is the name of the rest."""
    groups = _groups(found, lines)
    many = [group for group in groups if len(group) > 1]
    named = [group for group in many if _is_stanza([found[i] for i in group])]
    heads = {_text(found[group[0]]) for group in named}
    forms = 2 * sum(_writes_out(found[group[0]], found[group[1]]) for group in named) >= len(named)
    short = [
        group
        for group in (many if forms else ())
        if group not in named and _is_short([found[i] for i in group]) and _text(found[group[1]]) not in heads
    ]
    both = sum(map(len, (*named, *short)))
    if len(named) < max(2, 0.5 * len(short)) or len(named) < 0.7 * (len(many) - len(short)):
        return found
    if both < 0.5 * len(found):
        return found
    out = list(found)
    for group in short:
        head = found[group[0]]
        out[group[0]] = Heading(line=head.line, text=clean_name(_text(head)), style="plain")
    for group in (*named, *short):
        for i in group[1:]:
            out[i] = _prose(out[i])
    return out


def _groups(found: Sequence[Block], lines: dict[int, Line]) -> list[list[int]]:
    groups: list[list[int]] = []
    for index, block in enumerate(found):
        if lines[block.line].gap or not groups:
            groups.append([])
        groups[-1].append(index)
    return groups


def _is_stanza(group: Sequence[Block]) -> bool:
    """Whether a group is a short line, then text (a sentence or a longer line), with no further heading."""
    head, text = group[0], group[1]
    if not isinstance(head, Heading) or any(isinstance(block, Heading) for block in group[2:]):
        return False
    if isinstance(text, Table | Noise):
        return False
    return isinstance(text, Prose) or count_words(_text(text)) > count_words(head.text)


def _is_short(group: Sequence[Block]) -> bool:
    """Whether a group is a short form over one line that writes it out: "G" over "Games", "Tm" over "Team".

    A letter over a sentence is a name too.
    """
    head, text = group[0], _unparted(group[1])
    letter = isinstance(head, Noise) and head.why == "letter heading"
    if len(group) > 2 or not (letter or isinstance(head, Heading)) or not isinstance(text, Heading | Prose):
        return False
    if " " in _text(head):
        return False
    return _writes_out(head, text) or (letter and isinstance(text, Prose))


def _writes_out(head: Block, text: Block) -> bool:
    """Whether a text begins as a shorter name does and has its letters in their order: "Tm" and "Team"."""
    own, said = (re.sub(r"[\W_]", "", _text(part)).casefold() for part in (head, text))
    rest = iter(said)
    return 0 < len(own) < len(said) and own[0] == said[0] and all(sign in rest for sign in own)


def _unparted(block: Block) -> Block:
    """The block as it is without a name of its own, where only a rare sign would part one: a semicolon."""
    if isinstance(block, Labelled) and all(option.style == "rare" for option in block.options):
        return block.otherwise
    return block


def _text(block: Block) -> str:
    if isinstance(block, Labelled):
        return block.otherwise.text
    return "" if isinstance(block, Table) or not hasattr(block, "text") else block.text


def _small_letters(found: list[Block], lines: dict[int, Line]) -> list[Block]:
    """The blocks where nearly all headings begin with a capital: a line in small letters is then text.

    A first word with a capital inside is a name as it is printed: "eFG%".
    """
    heads = [block for block in found if isinstance(block, Heading) and block.style == "plain"]
    small = [head for head in heads if head.text[0].islower() and head.text.split()[0].islower()]
    if not small or len(small) > 0.2 * len(heads):
        return found
    places = {id(head) for head in small}
    return [_prose(block) if id(block) in places else block for block in found]


def _alternating(found: list[Block], lines: dict[int, Line]) -> list[Block]:
    """The blocks where lines without full stops alternate between name and short definition.

    The pairs are counted from the end of each run of such lines, strictly where all runs fit.
    """
    out = list(found)
    if not _is_alternating(found):
        return out
    runs = list(_runs(found, lines))
    strict = _are_strict(runs[1:], found)
    for number, run in enumerate(runs):
        last = run.places[: len(run.places) - (run.end == _TEXT)]
        forced = strict and number and run.end != _OTHER
        for place in range(len(last) - 1, 0, -2) if forced else _texts([_text(found[i]) for i in last]):
            out[last[place]] = _prose(out[last[place]])
    return out


_TEXT, _GAP, _OTHER = "text", "gap", "other"


@dataclass(frozen=True, slots=True)
class _Run:
    """The indexes of neighbouring lines without full stops, and what ends them: a text, a blank line."""

    places: tuple[int, ...]
    end: str


def _runs(found: Sequence[Block], lines: dict[int, Line]) -> Iterator[_Run]:
    """The runs of lines without full stops; a blank line ends one where texts stand right below names."""
    below = [after for before, after in pairwise(found) if isinstance(before, Heading) and _is_prose(after)]
    parted = bool(below) and mean(lines[block.line].gap for block in below) <= PARTED
    run: list[int] = []
    for index, block in enumerate([*found, None]):
        inner = block.otherwise if isinstance(block, Labelled) else block
        if isinstance(inner, Heading) and inner.style == "plain":
            if run and parted and lines[inner.line].gap:
                yield _Run(tuple(run), _GAP)
                run = []
            run.append(index)
            continue
        if run:
            yield _Run(tuple(run), _TEXT if isinstance(inner, Prose) else _OTHER)
        run = []


PARTED = 0.2  # share of texts that a blank line may part from their names
STRICT = 5  # runs of lines before texts, from which it is no chance that each leaves one name over


def _is_prose(block: Block) -> bool:
    return isinstance(block.otherwise if isinstance(block, Labelled) else block, Prose)


def _are_strict(runs: Sequence[_Run], found: Sequence[Block]) -> bool:
    """Whether each run, behind the first, goes name, text, name … up to a text or a blank line.

    A line between two blank ones heads a group.
    """
    told = [run.places for run in runs if run.end == _TEXT]
    alone = [run.places for run in runs if run.end == _GAP and len(run.places) > 1]
    if len(told) < STRICT or not all(len(run) % 2 for run in told) or any(len(run) % 2 for run in alone):
        return False
    longer = [
        count_words(_text(found[text])) > count_words(_text(found[name]))
        for run in (*told, *alone)
        for name, text in zip(run[::2], run[1::2], strict=False)
    ]
    return not longer or 2 * sum(longer) >= len(longer)


def _is_alternating(found: Sequence[Block]) -> bool:
    """Whether most names have one line of text, so that runs without full stops are read as pairs."""
    said = [block.otherwise if isinstance(block, Labelled) else block for block in found]
    kinds = "".join(
        "h" if isinstance(block, Heading) else "p" if isinstance(block, Prose) else "x"
        for block in said
        if not isinstance(block, Noise)
    )
    single = len(re.findall("hp(?=h|$)", kinds))
    heads, texts = kinds.count("h"), kinds.count("p")
    return 3 * single >= 2 * texts and "x" not in kinds and heads >= 4


def _texts(run: Sequence[str]) -> list[int]:
    """The indexes of short definitions in a run, read as pairs (name, definition) from the end."""
    pairs = [(i - 1, i) for i in range(len(run) - 1, 0, -2)]
    fits = [count_words(run[j]) >= count_words(run[i]) + 2 for i, j in pairs]
    if pairs and mean(fits) >= 0.8:
        return [j for _, j in pairs]
    return [j for (_, j), fit in zip(pairs, fits, strict=True) if fit] if pairs and mean(fits) >= 0.6 else []
