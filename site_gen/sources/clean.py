"""Clean the texts that a reader has found, so that a corpus file can hold them.

The same cleaning applies to every format. (A reader may remove invisible characters earlier, where they would
hide the structure of the document.) Afterwards no text contains anything that ``check`` would report in the
written file: invisible and control characters are removed, unusual spaces and tabs become plain spaces, a
letter that was lost becomes a question mark, line ends become line feeds, and a name stands on one line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from site_gen.sources.draft import Draft, Piece, Reading, Skipped
from site_gen.sources.shape.lines import split, without_unseen

_PARTED = re.compile(r"(?<=[.!?。])\s?;$")  # a sign behind a whole sentence only parts it from the next entry


def one_line(text: str) -> str:
    """The text (a name, a place or a sentence) on one line, with single spaces between its words."""
    return " ".join(without_unseen(text).split())


def lines(text: str) -> str:
    """The text of several lines without spaces at line ends or blank lines at the start, tabs as spaces."""
    return "\n".join(line.expandtabs(4).rstrip() for line in split(text)).strip()


def cleaned(reading: Reading) -> Reading:
    """The reading with clean texts. Drafts whose name has no visible character are left out."""
    drafts = [_draft(draft) for draft in reading.drafts]
    nameless = [draft for draft in drafts if not draft.name]
    return replace(
        reading,
        title=one_line(reading.title),
        drafts=tuple(draft for draft in drafts if draft.name),
        skipped=(
            *(replace(one, text=without_unseen(one.text)) for one in reading.skipped),
            *(Skipped(line=draft.line, text=_said(draft), why="no name") for draft in nameless),
        ),
        headings=_pieces(reading.headings, without_unseen),
    )


def _draft(draft: Draft) -> Draft:
    also = (one_line(name) for name in draft.also)
    return replace(
        draft,
        name=one_line(draft.name),
        body=_pieces(draft.body, _alone if len(draft.body) == 1 else lines),
        also=tuple(dict.fromkeys(name for name in also if name)),
        says=one_line(draft.says),
        say_to_customer=one_line(draft.say_to_customer),
        term=one_line(draft.term),
        search_as=tuple(dict.fromkeys(name for one in draft.search_as if (name := one_line(one)))),
        owner=one_line(draft.owner),
        topics=tuple(dict.fromkeys(topic for one in draft.topics if (topic := one_line(one)))),
        in_other_languages={
            code: tuple(dict.fromkeys(name for one in labels if (name := one_line(one))))
            for code, labels in draft.in_other_languages.items()
        },
        where=one_line(draft.where),
    )


def _alone(text: str) -> str:
    """The one paragraph of a text, without the sign that parts it from the next entry."""
    return _PARTED.sub("", lines(text))


def _pieces(pieces: Iterable[Piece], clean: Callable[[str], str]) -> tuple[Piece, ...]:
    made = (Piece(line=piece.line, text=clean(piece.text)) for piece in pieces)
    return tuple(piece for piece in made if piece.text)


def _said(draft: Draft) -> str:
    return one_line(" ".join(piece.text for piece in draft.body))
