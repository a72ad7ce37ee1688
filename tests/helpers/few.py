"""The shipped glossary with few of its terms, where what a test looks at is the same for a handful and for all."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from helpers.real import files
from site_gen.corpus.layout import FILES, TERMS
from site_gen.editing.upstream.edition import Edition, read_edition

OF_EACH_TOPIC = 3
_TOPICS = re.compile(r"^topics:\n((?:  - [a-z-]+\n)+)", re.MULTILINE)


@cache
def few_terms() -> Edition:
    """An edition of the shipped files with the first terms of each topic, by their addresses."""
    kept: dict[str, bytes] = {path: files()[path] for path in FILES if path in files()}
    count: Counter[str] = Counter()
    for path in sorted(files()):
        found = _TOPICS.search(files()[path].decode()) if path.startswith(TERMS) else None
        topics = found[1].split()[1::2] if found else []
        if any(count[topic] < OF_EACH_TOPIC for topic in topics):
            count.update(topics)
            kept[path] = files()[path]
    return read_edition("0.2.0", kept)
