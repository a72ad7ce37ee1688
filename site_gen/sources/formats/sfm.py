"""Standard format markers, the text files of Toolbox and other programs for dictionaries: ``\\lx word``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from site_gen.sources.draft import Draft, Piece, Reading, Skipped
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.blocks import clean_name, tidy
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.lines import without_unseen

_MARKER = re.compile(r"\\(?P<marker>[A-Za-z]\w{0,7})(?:[ \t]+(?P<text>.*))?$")
_ALSO = ("va", "sy", "lc", "se")  # variants, synonyms, citation forms
_TEXTS = ("de", "dn", "dv", "ge", "gn", "gv")  # definitions before glosses, in English first


def read(document: Document, chosen: Chosen) -> Reading:
    """The words with their definitions, or with their glosses where they have none."""
    drafts, skipped = list[Draft](), list[Skipped]()
    for line, fields in _records(document.text.split("\n")):
        name = clean_name(fields["lx"][0])
        texts = next((fields[marker] for marker in _TEXTS if fields.get(marker)), [])
        if not name or not texts:
            skipped.append(Skipped(line=line, text=name, why="name without a text" if name else "no name"))
            continue
        also = dict.fromkeys(clean_name(text) for marker in _ALSO for text in fields.get(marker, ()))
        body = tuple(Piece(line=line, text=text) for text in texts)
        drafts.append(Draft(name=name, line=line, how="entry", body=body, also=tuple(also)))
    return Reading(drafts=tuple(drafts), skipped=tuple(skipped))


def _records(lines: Sequence[str]) -> Iterator[tuple[int, Mapping[str, list[str]]]]:
    """The records with their lines: texts by marker; a line without a marker goes on with the text above."""
    first, fields, marker = 0, dict[str, list[str]](), ""
    for number, line in enumerate(lines, 1):
        found = _MARKER.match(line.strip())
        if found and found["marker"] == "lx":
            if fields:
                yield first, fields
            first, fields = number, {}
        if found:
            marker = found["marker"]
        text = tidy(without_unseen((found["text"] or "") if found else line))
        if first and text and marker:
            held = fields.setdefault(marker, [])
            held[-1:] = [f"{held[-1]} {text}"] if held and not found else [*held[-1:], text]
        elif first and marker == "lx":
            fields.setdefault("lx", [""])
    if fields:
        yield first, fields
