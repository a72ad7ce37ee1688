"""Programs that hold a page about terms as one long text in Markdown or HTML: the entries of that page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from textwrap import dedent

from site_gen.sources.draft import Reading, UnreadableError
from site_gen.sources.formats import html, markdown
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.script_dialects import Dialect
from site_gen.sources.formats.script_values import unquoted
from site_gen.sources.shape.columns import Chosen

LINES, FEW = 5, 3  # of a text that may be a page, and entries from which it is one
_SERVED = re.compile(r"<\?(?:php\b|=).*?(?:\?>|\Z)", re.DOTALL)  # what a server puts in its place
_MARKUP = re.compile(r"<(?:dl|dt|table|h[1-6]|li|p|div)\b", re.IGNORECASE)


def read(document: Document, dialect: Dialect, chosen: Chosen) -> Reading | None:
    """The entries of the text that holds most of them; None if none holds a few."""
    best: Reading | None = None
    for page in _pages(document, dialect):
        reader = html if page.format == "html" else markdown
        try:
            found = reader.read(page, chosen)
        except UnreadableError:
            continue
        if len(found.drafts) >= max(FEW, len(best.drafts) if best else 0):
            best = found
    return best


def _is_program(text: str) -> bool:
    """Whether the lines of a text end as those of programs do, such as queries of a database."""
    lines = [line.rstrip() for line in text.strip("`\"'").splitlines() if line.strip()]
    return sum(line.endswith(_ENDS) for line in lines) >= PROGRAM * len(lines)


_ENDS = (",", "(", ")", "{", "}", ";")  # of lines of programs
PROGRAM = 0.4  # share of such lines


def _pages(document: Document, dialect: Dialect) -> Iterator[Document]:
    """The whole file where it is a page with some program in it, and each long text of the program."""
    source = document.text
    if source.lstrip().startswith(("<?php", "<!")) and _MARKUP.search(_SERVED.sub("", source)):
        shown = _SERVED.sub(lambda found: "\n" * found[0].count("\n"), source)
        yield replace(document, text=shown, format="html")
        return
    signs = re.compile(rf"(?P<text>{dialect.text.pattern})|(?!\s){dialect.aside.pattern}", re.DOTALL)
    for found in signs.finditer(source):
        text = found["text"] or ""
        if text.count("\n") >= LINES and not _is_program(text):
            above = "\n" * source.count("\n", 0, found.start())
            said = above + dedent(unquoted(text))
            yield replace(document, text=said, format="html" if _MARKUP.search(said) else "markdown")
