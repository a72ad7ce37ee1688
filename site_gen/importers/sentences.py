"""The last resort: a text without headings or labels whose sentences define ("A backlog is …")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.importers.blocks import Block, Labelled, Prose, clean_name, count_words, is_name_like
from site_gen.importers.values import Draft, Piece
from site_gen.importers.vocabulary import DEFINES, IS

_ARTICLE = re.compile(
    r"^(?:an?|the|eine?|der|die|das|une?|les?|la|un|el|los|las|il|lo|o|a|os|as)\s+", re.IGNORECASE
)
_PRONOUN = re.compile(
    r"^(?:this|that|these|those|it|they|there|here|he|she|we|you|i|what|who|es|dies|das|ce|c|il)\b", re.I
)
SHARE = 0.6  # of the paragraphs


def read(found: Sequence[Block]) -> list[Draft]:
    """An entry for each paragraph that begins by defining, where most do; else none."""
    texts = [block.otherwise if isinstance(block, Labelled) else block for block in found]
    prose = [block for block in texts if isinstance(block, Prose)]
    drafts = [draft for block in prose if (draft := _draft(block))]
    return drafts if len(drafts) >= 2 and len(drafts) >= SHARE * len(prose) else []


def _draft(prose: Prose) -> Draft | None:
    ends = [found.start() for sign in (DEFINES, IS) if (found := sign.search(prose.text[:90]))]
    name = clean_name(_ARTICLE.sub("", prose.text[: min(ends)])) if ends else ""
    if not name or count_words(name) > 5 or _PRONOUN.match(name) or not is_name_like(name):
        return None
    return Draft(name=name, line=prose.line, how="text", body=(Piece(line=prose.line, text=prose.text),))
