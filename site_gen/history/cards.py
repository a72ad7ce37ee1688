"""When cards changed, where git cannot tell: by a digest of each, kept in ``build/.cards.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import blake2s
from pathlib import Path

from site_gen.corpus.confine import first_link, write_own
from site_gen.history.events import LONG_AGO, card_of, card_time
from site_gen.model.problem import RefusedError
from site_gen.model.records import Term

KEPT = "build/.cards.json"


def kept_cards(root: Path, terms: Sequence[Term], now: int) -> Mapping[str, int]:
    """When what a card shows of each term changed, in seconds since 1970, by slug.

    A term that was not there the last time has the time ``now``, and so has one that reads otherwise; where
    nothing was kept yet, every term has the time of the latest review.
    """
    before = _read(root)
    first = card_time(max((term.reviewed for term in terms if term.reviewed), default=LONG_AGO))
    found: dict[str, int] = {}
    for term in terms:
        known = (before or {}).get(term.slug)
        same = known is not None and known[0] == _digest(term)
        found[term.slug] = known[1] if known and same else first if before is None else now
    return found


def keep_cards(root: Path, terms: Sequence[Term], changed: Mapping[str, int]) -> None:
    """Keep what each card shows and when that changed; a folder that cannot be written to keeps nothing."""
    found = {term.slug: (_digest(term), changed[term.slug]) for term in terms}
    if found != _read(root):
        with suppress(OSError, RefusedError):
            write_own(root, KEPT, json.dumps({"format": 1, "cards": found}, ensure_ascii=False).encode())


def _digest(term: Term) -> str:
    return blake2s(repr(card_of(term)).encode("utf-8", "replace"), digest_size=8).hexdigest()


def _read(root: Path) -> dict[str, tuple[str, int]] | None:
    """What was kept; None where it is not there or not ours."""
    if first_link(root, root / KEPT):
        return None
    try:
        data = json.loads((root / KEPT).read_text(encoding="utf-8"))
        if data["format"] != 1:
            return None
        return {str(slug): (str(digest), int(when)) for slug, (digest, when) in data["cards"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
