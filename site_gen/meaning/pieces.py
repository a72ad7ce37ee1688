"""Vectors as pages load them: the words' in pieces by first letters, so that a query takes only its own."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping

from site_gen.meaning.words import WordVectors

AT_MOST = 110  # words a piece: 3.5 KB gzipped at 48 numbers a word
_SAYS_LITTLE = 0.45  # of the typical length: "the", "what"; no piece is loaded for them


def little(words: WordVectors) -> list[str]:
    """The words that tell next to nothing."""
    return [word for word in words.records if words.told(word) < 255 * words.typical * _SAYS_LITTLE]


def pieces(words: WordVectors) -> Mapping[str, list[str]]:
    """The other words, in their order, by the name of their piece.

    A name is as much of the piece's first word as tells it from the word before; the first one is "a". So a
    word stands, if anywhere, in the last piece whose name does not come after it.
    """
    without = set(little(words))
    kept = [word for word in sorted(words.records) if word not in without]
    starts = range(0, len(kept), AT_MOST)
    names = ["a", *(_apart(kept[start - 1], kept[start]) for start in starts[1:])]
    ends = [*starts[1:], len(kept)]
    return {name: kept[start:end] for name, start, end in zip(names, starts, ends, strict=True)}


def _apart(before: str, word: str) -> str:
    """The shortest beginning of a word that the word before it comes before."""
    return next(word[:length] for length in range(1, len(word) + 1) if before < word[:length])


def base64(records: Iterable[bytes]) -> str:
    return b64encode(b"".join(records)).decode()
