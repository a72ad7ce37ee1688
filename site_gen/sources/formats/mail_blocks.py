"""Mails and letters as pages or documents: heads, greetings and signatures around a list, as no content."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.sources.formats import letters
from site_gen.sources.shape.blocks import Block, Heading, Labelled, Noise, Prose
from site_gen.sources.shape.scope import speaks_of_glossary

FIRST = 40  # blocks in which a head and a greeting stand
LAST = 3  # blocks in which a short farewell and a name stand on one line
HEADS = 3  # lines of a head: from, to, subject


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks with the parts of a mail or letter as no content; those of other documents unchanged."""
    said = [_text(block) for block in found]
    heads = [i for i, text in enumerate(said[:FIRST]) if letters.is_head(text)]
    memo = heads[:HEADS] == list(range(heads[0], heads[0] + HEADS)) if heads else False  # without a subject
    mail = len(heads) >= HEADS and (any(letters.subject(said[i]) for i in heads) or memo)
    greeting = [i for i, text in enumerate(said[:FIRST]) if letters.greets(text)]
    farewell = [i for i, text in enumerate(said) if letters.says_farewell(text)]
    farewell += [i for i in range(len(said))[-LAST:] if i not in farewell and letters.signs_off(said[i])]
    if not mail and not (greeting and farewell):
        return _without_farewell(found, said)
    if mail and heads[0] and letters.calls_memo(said[heads[0] - 1]):
        heads = [heads[0] - 1, *heads]
    gone = {**dict.fromkeys(heads if mail else (), letters.HEAD), **dict.fromkeys(greeting, "greeting")}
    for index in farewell:
        gone.update(dict.fromkeys(_around(found, index), letters.END))
    return [
        _gone(block, said[index], gone[index]) if index in gone else block
        for index, block in enumerate(found)
    ]


def _without_farewell(found: Sequence[Block], said: Sequence[str]) -> list[Block]:
    """The blocks without a farewell and a name that end notes, which have no greeting."""
    out = list(found)
    for index in range(max(1, len(found) - 2), len(found)):
        rest = found[index:]
        own = isinstance(rest[0], Prose | Labelled) and all(isinstance(b, Prose | Noise) for b in rest[1:])
        if own and letters.ends_notes(said[index]):
            both = zip(rest, said[index:], strict=True)
            out[index:] = [Noise(line=block.line, text=text, why=letters.END) for block, text in both]
            break
    return out


def _gone(block: Block, text: str, why: str) -> Block:
    """A part of a letter as no content; a subject that says what the list is stands as its title."""
    subject = letters.subject(text) if why == letters.HEAD else ""
    if speaks_of_glossary(subject):
        return Heading(line=block.line, text=subject, style="h1", depth=1, sure=True)
    return Noise(line=block.line, text=text, why=why)


def _text(block: Block) -> str:
    inner = block.otherwise if isinstance(block, Labelled) else block
    return inner.text if isinstance(inner, Heading | Prose) else ""


def _around(found: Sequence[Block], farewell: int) -> list[int]:
    """The indexes of a farewell, of the signature after it, and of the closing words between list and it."""
    out = [farewell]
    for index in range(farewell + 1, min(farewell + 1 + letters.SIGNATURE, len(found))):
        if not isinstance(found[index], Prose | Heading | Noise):
            break
        out.append(index)
    start = farewell
    while start and farewell - start < letters.CLOSING and isinstance(found[start - 1], Prose):
        start -= 1
    listed = start and isinstance(found[start - 1], Labelled)
    return [*out, *range(start, farewell)] if listed else out
