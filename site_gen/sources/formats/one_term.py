"""A page about one term, as sites and note collections have it: title as name, first section as text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from site_gen.model import names
from site_gen.sources.draft import Draft, Piece, Reading, Skipped
from site_gen.sources.formats.front_matter import FrontMatter
from site_gen.sources.formats.record_drafts import spelled_as
from site_gen.sources.shape import defining, labelled_fields
from site_gen.sources.shape.blocks import (
    Block,
    Field,
    Heading,
    Labelled,
    Noise,
    Pair,
    Prose,
    Table,
    clean_name,
    count_words,
    is_name_like,
)
from site_gen.sources.shape.header_roles import is_exact, role_of
from site_gen.sources.shape.header_words import STRONG_TEXT_HEADERS
from site_gen.sources.shape.sections import is_title

_TAGS = re.compile(r"(?:#[\w/-]+\s*)+")
ABOVE = "above the definition of the page"
SECTION = "further section of the page about this term"
HEAD_WORDS = 3  # of a paragraph that is a head
LISTING = 4  # headings with text: so many suggest a list of terms


def whole(front: FrontMatter, found: Sequence[Block], filename: str) -> Reading | None:
    """The document as one entry, if its front matter names a term and its text has no name at the start."""
    if not front.title or (is_title(front.title) and not front.of_a_term):
        return None
    body = [block for block in found if not isinstance(block, Noise)]
    if body and isinstance(body[0], Heading) and names.fold(body[0].text) == names.fold(front.title):
        body = body[1:]
    first = body[0].otherwise if body and isinstance(body[0], Labelled) else body[0] if body else None
    listing = any(isinstance(block, Pair | Table) for block in body)
    heads = sum(isinstance(block, Heading) for block in body)
    labelled = sum(isinstance(block, Labelled) for block in body)
    if is_title(front.title) and (listing or labelled > 1):
        return None  # other names of a list, as a collection of notes gives them to any page
    if not front.of_a_term and (listing or labelled > 1 or heads >= LISTING or not isinstance(first, Prose)):
        return None
    if not front.of_a_term and not is_name_like(front.title):
        return None
    draft, skipped = entry(front, found, filename)
    return Reading(drafts=(draft,), skipped=tuple(skipped), title="") if draft else None


def entry(
    front: FrontMatter, found: Sequence[Block], filename: str, spaced: bool = False
) -> tuple[Draft | None, list[Skipped]]:
    """The entry of a page, and the parts left out: further sections, navigation.

    ``spaced`` is true if file names of the folder have spaces, so that a hyphen in them is a hyphen.
    """
    settled = labelled_fields.settled(list(found), single=True)
    name, rest = _named(front, settled, filename, spaced)
    of_file = name == name_of_file(filename, spaced)
    skipped = [Skipped(line=b.line, text=b.text, why=b.why) for b in settled if isinstance(b, Noise)]
    also, body, ended, defined = list(front.also), list[Piece](), False, False
    for block in rest:
        inner = block.otherwise if isinstance(block, Labelled) else block
        if isinstance(inner, Noise):
            continue
        if isinstance(inner, Field) and _gives_name(inner) and not front.title and of_file and not body:
            name = clean_name(inner.text) or name
        elif isinstance(inner, Field) and inner.field == "also":
            also.extend(inner.items)
        elif isinstance(inner, Field) and inner.field == "text" and not ended:
            if names.fold(inner.label) in STRONG_TEXT_HEADERS and not defined:
                skipped, body, defined = [*skipped, *_above(body)], [], True
            body.append(Piece(line=inner.line, text=inner.text))
        elif isinstance(inner, Heading) and _is_title(inner.text, name) and not ended:
            skipped, body = [*skipped, *_above(body)], []
            name = max(name, clean_name(inner.text), key=len)
        elif isinstance(inner, Heading) and inner.style != "box":
            defining = not body and not ended
            ended = ended or not defining
            skipped.append(Skipped(line=inner.line, text=inner.text, why=SECTION))
        elif ended or isinstance(inner, Field):
            skipped.append(Skipped(line=inner.line, text=_said(inner)[:200], why=SECTION))
        elif not (isinstance(inner, Prose) and (_TAGS.fullmatch(inner.text) or _is_again(inner, name, body))):
            body.append(Piece(line=inner.line, text=_own(block, inner, name)))
    body, again = _without_lead(body)
    body, beside = _with_front(body, front)
    skipped += again
    return (_draft(name, also, body, front) if name and body else None), [*skipped, *beside]


def _with_front(body: list[Piece], front: FrontMatter) -> tuple[list[Piece], list[Skipped]]:
    """The text of a page, or that of its front matter if it has none; and what is left out for that."""
    if front.text and (not body or _is_head(body[0].text)):
        left = [Skipped(line=one.line, text=one.text[:200], why=SECTION) for one in body]
        return [Piece(line=1, text=front.text)], left
    if front.summary and not body:
        return [Piece(line=1, text=front.summary)], []
    return body, []


def _without_lead(body: list[Piece]) -> tuple[list[Piece], list[Skipped]]:
    """The text of a page without a lead, as help centers print it, that says how the text begins."""
    lead = body[0].text.rstrip("…. ") if len(body) > 1 else ""
    if count_words(lead) <= HEAD_WORDS or not names.fold(body[1].text).startswith(names.fold(lead)):
        return body, []
    return body[1:], _above(body[:1])


def _is_head(text: str) -> bool:
    """Whether a paragraph is the head of a further section, such as "Used for" in bold letters."""
    return count_words(text) <= HEAD_WORDS and text[-1:].isalnum()


def _is_title(head: str, name: str) -> bool:
    """Whether a heading is the name of the page, which one of the two may give with an abbreviation."""
    return names.fold(names.bare(head) or head) == names.fold(names.bare(name) or name)


def _is_again(block: Prose, name: str, before: Sequence[Piece]) -> bool:
    """Whether the first paragraph of a page is its name again, as note programs write it over the text."""
    return not before and names.fold(block.text) == names.fold(name)


def _above(body: Sequence[Piece]) -> list[Skipped]:
    """What stands above the title or the definition of a page, which is about the page."""
    return [Skipped(line=one.line, text=one.text, why=ABOVE) for one in body]


def _gives_name(field: Field) -> bool:
    return is_exact(field.label) and role_of(field.label) == "name"


def _draft(name: str, also: Sequence[str], body: Sequence[Piece], front: FrontMatter) -> Draft:
    spelled = spelled_as(name, also)
    name = spelled or name
    own = names.fold(name)
    others = dict.fromkeys(part for part in map(clean_name, also) if part and names.fold(part) != own)
    return Draft(
        name=name,
        line=body[0].line,
        how="page",
        body=tuple(body),
        also=tuple(others),
        owner=front.owner,
        reviewed=front.reviewed,
        stated=front.language,
    )


def _named(
    front: FrontMatter, found: Sequence[Block], filename: str, spaced: bool
) -> tuple[str, list[Block]]:
    """The name from the front matter, first heading or file name, and the blocks below it."""
    rest = list(found)
    first = next((i for i, block in enumerate(rest) if not isinstance(block, Noise | Field)), None)
    head = rest[first] if first is not None else None
    same = isinstance(head, Heading) and names.fold(head.text) == names.fold(name_of_file(filename))
    if isinstance(head, Heading) and head.sure and (head.depth == 1 or same):
        del rest[first or 0]
        name = front.title if front.of_a_term and front.title else head.text
        return clean_name(front.title or name), rest
    if front.title:
        return clean_name(front.title), rest
    return name_of_file(filename, spaced), rest


def name_of_file(filename: str, spaced: bool = False) -> str:
    """A name from a file name: "Off-the-record.md" gives "Off the record", but for ``spaced`` names."""
    stem = re.sub(r"\s+[0-9a-f]{32}$", "", PurePosixPath(filename).stem)  # exports of notes add an id
    stem = re.sub(r"^(?:\d{4}-\d\d-\d\d-|\d{8,14}[-_])(?=\w)", "", stem)  # the date of a post or note
    text = re.sub(r"[_+]|%20" if spaced else r"[_+]|%20|(?<=\w)-(?=\w)", " ", stem).strip()
    return text[:1].upper() + text[1:] if text.islower() else text


def _own(block: Block, inner: Block, name: str) -> str:
    """The text of a paragraph without the name of the page and a sign at its start, or a whole sentence."""
    for option in block.options if isinstance(block, Labelled) else ():
        if names.fold(option.name) == names.fold(name) and not defining.goes_on(option.body):
            return option.body
    return _said(inner)


def _said(block: Block | Field) -> str:
    if isinstance(block, Table):
        return "\n".join(" | ".join(row.cells) for row in block.rows)
    if isinstance(block, Pair):
        return f"{', '.join(block.names)}: {' '.join(block.bodies)}"
    return block.text if isinstance(block, Heading | Prose | Noise | Field) else ""
