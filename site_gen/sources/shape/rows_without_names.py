"""Rows of a table with a blank cell for the name: they go on with the entry above, or lost their name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from site_gen.sources.draft import Draft
from site_gen.sources.shape import called
from site_gen.sources.shape.blocks import Row, count_words

PICTURE = "\ufffc"  # what readers put into a first cell that shows a picture or a sound, and no words
MOST = 3  # one in so many rows may begin with a picture; more of them are a column of pictures
MAX_REFERENCE = 9  # words of a text that only refers to another entry
_SEE = re.compile(rf"(?:{called.SEE})[\s:]", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?(?P<number>[1-9]|[a-h])[.)]\s")
_GOES_ON = re.compile(  # examples of the text before, and what is said of the same thing
    r"(?:for example|e\.\s?g\.|example|note|zum beispiel|z\.\s?b\.|beispiel|"
    r"hinweis|par exemple|exemple|por ejemplo|ejemplo|например|пример|örneğin|esempio|per esempio|exemplo|"
    r"por exemplo|bijvoorbeeld|przykład|przykłady|till exempel|for eksempel|esimerkiksi|például|наприклад|"
    r"it|they|this|these|such|also|es|dies\w{0,2}|auch|il|elle|ils|elles|cela|este|esto|también|он[аио]?|это)\b",
    re.IGNORECASE,
)


def with_few_pictures(rows: Sequence[Row]) -> list[Row]:
    """The rows with the marks of pictures in the place of names, and without those of a whole column."""
    marked = sum(row.cells[:1] == (PICTURE,) for row in rows)
    if not marked or MOST * marked <= len(rows):
        return list(rows)
    return [replace(row, cells=("", *row.cells[1:])) if row.cells[:1] == (PICTURE,) else row for row in rows]


def goes_on(last: Draft, more: Draft) -> bool:
    """Whether a row without a name says more of the entry above.

    Nothing goes on below a reference to another entry, or in another topic. A whole sentence below a whole
    sentence is the text of another term, whose name was lost, unless it speaks of the same thing or has the
    next number.
    """
    if more.topics and last.topics and not set(more.topics) & set(last.topics):
        return False
    if not more.body:
        return True
    return not _refers(last) and (not _is_whole(last, more) or _is_next(last, more) or _speaks_of(more))


def _refers(draft: Draft) -> bool:
    """Whether a draft only tells where to look."""
    said = " ".join(piece.text for piece in draft.body)
    return _SEE.match(said) is not None and count_words(said) <= MAX_REFERENCE


def _is_next(last: Draft, more: Draft) -> bool:
    """Whether two texts are numbered meanings of one name."""
    before, own = (_NUMBERED.match(draft.body[0].text) if draft.body else None for draft in (last, more))
    return before is not None and own is not None and own["number"] > before["number"]


def _speaks_of(more: Draft) -> bool:
    return _GOES_ON.match(more.body[0].text) is not None


def _is_whole(last: Draft, more: Draft) -> bool:
    text = more.body[0].text
    ended = bool(last.body) and last.body[-1].text.endswith((".", "!", "…", "。"))
    return ended and (text[0].isupper() or not text[0].isascii())


def joined(last: Draft, more: Draft) -> Draft:
    """The entry above, with what a row without a name says of it."""
    return replace(
        last, body=last.body + more.body, also=last.also + more.also,
        says=last.says or more.says, term=last.term or more.term,
        say_to_customer=last.say_to_customer or more.say_to_customer,
        search_as=last.search_as + more.search_as,
        owner=last.owner or more.owner,
        reviewed=last.reviewed or more.reviewed,
    )  # fmt: skip
