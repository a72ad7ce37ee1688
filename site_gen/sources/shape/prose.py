"""Tell a list of names from sentences about names, which people write in its place."""

from __future__ import annotations

import re

from site_gen.sources.shape.blocks import count_words

_PARTS = re.compile(r"(?:(?<!\s)\s+)?[\n;,•|]\s*")
_PROSE = re.compile(  # words of sentences, which lists of names do not have
    r"\b(?:we|you|they|it|is|are|was|were|may|might|can|should|must|do not|don['’]t|does|that|which|"
    r"because|but|says?|calls?|used|wir|man|ist|sind|wird|werden|nicht|sondern|weil|aber|nous|vous|est|sont|mais|"
    r"es|son|pero|porque|que|qui|che|kter\w{1,4}|któr\w{1,4}|котор\w{1,5}|мы|это|но)\b",
    re.IGNORECASE,
)
_NEXT_SENTENCE = re.compile(r"[^\W\d_]{4}[.!?]\s+[^\W\d_]")
CLAUSE, LONG = 4, 9  # words of a part that may be a clause, and of one that is no name


def is_prose(text: str) -> bool:
    """Whether a text that should list names has sentences instead: "Some say wrap, but we do not."."""
    parts = [part for part in _PARTS.split(text.strip()) if part]
    if not parts:
        return False
    clauses = [part for part in parts if count_words(part) >= CLAUSE and _PROSE.search(part)]
    return (
        any(count_words(part) >= LONG for part in parts)
        or (bool(clauses) and (len(parts) == len(clauses) or text.rstrip().endswith((".", "!"))))
        or (_NEXT_SENTENCE.search(text) is not None and bool(_PROSE.search(text)))
    )
