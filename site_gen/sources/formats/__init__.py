"""Find the format of a document and call its reader. Parsers are imported only when needed.

The table of formats is ``model/import_formats.py``. Each row names a module of this folder. The ``read`` of
that module turns a ``Document`` into blocks, tables or values, and those, by the rules of ``shape``, into a
``Reading``.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from site_gen.model.import_formats import FORMATS
from site_gen.model.problem import Problem
from site_gen.sources.draft import Reading, UnreadableError
from site_gen.sources.formats import not_read, other_files, sniff
from site_gen.sources.formats.decode import check_size, to_text
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.columns import Chosen


def reading(document: Document, chosen: Chosen) -> tuple[str, Reading]:
    """The format of a document, whose ``format`` may be "", and the result of its reader.

    Raises ``UnreadableError`` for a document that cannot be read or contains no glossary.
    """
    check_size(document.data)
    if not document.files and not document.data.removeprefix(codecs.BOM_UTF8).strip():
        raise UnreadableError("import-nothing", "the file is empty", "check that it was saved and sent whole")
    kind = document.format or sniff.of_bytes(document)
    if kind and FORMATS[kind].binary:
        return kind, reader(kind)(replace(document, format=kind), chosen)
    try:
        text, encoding = to_text(document.data)
    except UnreadableError:
        not_read.refuse_ending(document.filename)
        raise
    kind = kind or sniff.of_text(text, document.filename)
    found = reader(kind)(replace(document, format=kind, text=text), chosen)
    guessed = kind in ("csv", "tsv") and not document.format and document.filename.endswith(".txt")
    if guessed and not found.drafts:  # each line has one comma, as it happens
        lines = reader("text")(replace(document, format="text", text=text), chosen)
        kind, found = ("text", lines) if lines.drafts else (kind, found)
    shown = [draft for draft in found.drafts if not draft.name.startswith("{")]  # and no code of a component
    if kind == "markdown" and len(shown) < 2 and document.filename.lower().endswith(".mdx"):
        found = _of_components(replace(document, format=kind, text=text), chosen) or found
    found = replace(found, skipped=tuple(other_files.added(found.skipped, text, kind)))
    if encoding.startswith("utf"):
        return kind, found
    problem = Problem(
        path=document.filename, line=1, code="import-encoding", severity="warning",
        message=f"not UTF-8; read as {encoding}", hint="check names with accents, or save the file as UTF-8",
    )  # fmt: skip
    return kind, replace(found, problems=(problem, *found.problems))


def _of_components(document: Document, chosen: Chosen) -> Reading | None:
    """The entries that a page in MDX writes out for its components: "items={[{ term: …"; None without any."""
    text = document.text.replace("={[", "=[").replace("={{", "={")
    try:
        found = reader("javascript")(
            replace(document, text=text, filename=f"{document.filename}.jsx"), chosen
        )
    except UnreadableError:
        return None
    return found if len(found.drafts) > 1 else None


def reader(format: str) -> Callable[[Document, Chosen], Reading]:
    """The ``read`` function of the module that the table of formats names for this format."""
    module = import_module(f"{__name__}.{FORMATS[format].reader}")
    read: Callable[[Document, Chosen], Reading] = module.read
    return read
