"""Which reader takes which format; parsers are imported when their format comes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from site_gen.model.problem import Problem
from site_gen.sources import shape
from site_gen.sources.draft import Reading, Skipped
from site_gen.sources.formats.decode import check_paragraphs, check_size, format_of, is_workbook, to_text
from site_gen.sources.shape import tables
from site_gen.sources.shape.blocks import Block, Table
from site_gen.sources.shape.columns import Chosen


def reading(data: bytes, filename: str, format: str, chosen: Chosen) -> tuple[str, Reading]:
    """The format and what its reader made of the document. Raises UnreadableError."""
    check_size(data)
    if format == "xlsx" or (not format and is_workbook(data)):
        return "xlsx", _workbook(data, chosen)
    text, encoding = to_text(data)
    kind = format or format_of(text, filename)
    found = _READERS[kind](text, chosen)
    if encoding.startswith("utf"):
        return kind, found
    problem = Problem(
        path=filename, line=1, code="import-encoding", severity="warning",
        message=f"not UTF-8; read as {encoding}", hint="check names with accents, or save the file as UTF-8",
    )  # fmt: skip
    return kind, replace(found, problems=(problem, *found.problems))


def _text(text: str, chosen: Chosen) -> Reading:
    from site_gen.sources.formats.plain import blocks

    return shape.read(blocks(text), chosen)


def _markdown(text: str, chosen: Chosen) -> Reading:
    from site_gen.sources.formats import markdown

    check_size(text.encode(), markdown.MAX_BYTES)
    check_paragraphs(text)
    return _marked(markdown.blocks(text), chosen)


def _html(text: str, chosen: Chosen) -> Reading:
    from site_gen.sources.formats import html

    return _marked(html.blocks(text), chosen)


def _marked(found: Sequence[Block], chosen: Chosen) -> Reading:
    """By markup; a page whose markup tells nothing is read as the text that it shows."""
    from site_gen.sources.formats import unmarked

    marked = shape.read(found, chosen)
    if marked.drafts:
        return marked
    plain = shape.read(unmarked.blocks(found), chosen)
    return plain if plain.drafts else marked


def _rst(text: str, chosen: Chosen) -> Reading:
    from site_gen.sources.formats import rst

    check_size(text.encode(), rst.MAX_BYTES)
    check_paragraphs(text)
    return shape.read(rst.blocks(text), chosen)


def _csv(text: str, chosen: Chosen) -> Reading:
    from site_gen.sources.formats.delimited import separated

    return _sheets(separated(text), chosen)


def _tsv(text: str, chosen: Chosen) -> Reading:
    from site_gen.sources.formats.delimited import separated

    return _sheets(separated(text, tabs=True), chosen)


def _workbook(data: bytes, chosen: Chosen) -> Reading:
    from site_gen.sources.formats.xlsx import sheets

    return _sheets(sheets(data), chosen)


def _sheets(found: Sequence[Table], chosen: Chosen) -> Reading:
    """All tables whose headers are known; without any, those that look like names and texts."""
    layouts = {id(table): tables.layout(table, chosen) for table in found}
    known = any(plan and plan.known for plan in layouts.values())
    skipped: list[Skipped] = []
    plans, drafts = [], []
    for table in found:
        plan = layouts[id(table)]
        if plan is None or (known and not plan.known):
            skipped.extend(tables.left_out(row, tables.NO_COLUMNS) for row in table.rows)
            continue
        more, left = tables.drafts(table, plan, f"sheet {table.title}" if len(found) > 1 else "")
        plans.append(plan)
        drafts.extend(more)
        skipped.extend(left)
    return Reading(drafts=tuple(drafts), skipped=tuple(skipped), columns=tables.columns(plans))


def _yaml(text: str, chosen: Chosen) -> Reading:
    from site_gen.sources.formats import data, data_tree

    check_size(text.encode(), data_tree.MAX_BYTES)
    return data.read(data_tree.from_yaml(text), chosen)


def _json(text: str, chosen: Chosen) -> Reading:
    from site_gen.sources.formats import data, data_tree

    return data.read(data_tree.from_json(text), chosen)


_READERS: Mapping[str, Callable[[str, Chosen], Reading]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _html,
    "csv": _csv,
    "tsv": _tsv,
    "yaml": _yaml,
    "json": _json,
    "rst": _rst,
}
