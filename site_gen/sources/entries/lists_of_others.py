"""Lists of other entries at the end of a text, below a line such as "Related"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.model.names import fold
from site_gen.sources.draft import Piece, Skipped
from site_gen.sources.shape.header_words import folded_set

WHY = "reference to other entries"
_HEADS = folded_set(
    "related, related terms, related entries, related pages, related words, see also, links, sources, "
    "references, further reading, siehe auch, verwandte begriffe, quellen, weiterführende links, voir aussi, "
    "termes liés, références, liens, véase también, términos relacionados, referencias, enlaces, vedi anche, "
    "termini correlati, fonti, ver também, veja também, termos relacionados, zie ook, verwante begrippen, "
    "bronnen, zobacz też, viz také, se även, se også, katso myös, см. также, связанные термины, ссылки, "
    "ayrıca bakınız, 関連用語, 相关术语"
)
_ITEM = re.compile(r"\s*(?:[-*•·]|\d{1,2}[.)])\s+\S")


def parted(piece: Piece) -> tuple[Sequence[str], list[Skipped]]:
    """The lines of a text without such a list, and the lines of the list."""
    lines = piece.text.split("\n")
    heads = (at for at in range(len(lines) - 1, -1, -1) if lines[at].strip() and not _ITEM.match(lines[at]))
    head = next(heads, 0)
    listed, told = any(map(_ITEM.match, lines[head + 1 :])), any(map(str.strip, lines[:head]))
    if not (listed and told and fold(lines[head].strip("#* :：")) in _HEADS):
        return lines, []
    left = (one.strip() for one in lines[head:] if one.strip())
    return lines[:head], [Skipped(line=piece.line, text=one, why=WHY) for one in left]
