"""What every reading goes through, whatever its format: texts as a corpus file can hold them.

Readers take unseen signs out where these would hide a shape from them; that is their own affair. Here
nothing may pass that ``check`` would find fault with once it is written: unseen and control characters go,
odd spaces and tabs become plain ones, a letter that was lost becomes a question mark, line ends become line
feeds, a name stands on one line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from site_gen.sources.draft import Draft, Piece, Reading, Skipped
from site_gen.sources.shape.lines import split, without_unseen


def one_line(text: str) -> str:
    """A name, a place or a sentence: words with single spaces between them."""
    return " ".join(without_unseen(text).split())


def lines(text: str) -> str:
    """A text of several lines: no blanks at their ends, none before the first, tabs as spaces."""
    return "\n".join(line.expandtabs(4).rstrip() for line in split(text)).strip()


def cleaned(reading: Reading) -> Reading:
    """The reading with clean texts; a draft whose name has no sign that can be seen is left out."""
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
        body=_pieces(draft.body, lines),
        also=tuple(dict.fromkeys(name for name in also if name)),
        says=one_line(draft.says),
        term=one_line(draft.term),
        topics=tuple(dict.fromkeys(topic for one in draft.topics if (topic := one_line(one)))),
        in_other_languages={
            code: tuple(dict.fromkeys(name for one in labels if (name := one_line(one))))
            for code, labels in draft.in_other_languages.items()
        },
        where=one_line(draft.where),
    )


def _pieces(pieces: Iterable[Piece], clean: Callable[[str], str]) -> tuple[Piece, ...]:
    made = (Piece(line=piece.line, text=clean(piece.text)) for piece in pieces)
    return tuple(piece for piece in made if piece.text)


def _said(draft: Draft) -> str:
    return one_line(" ".join(piece.text for piece in draft.body))
