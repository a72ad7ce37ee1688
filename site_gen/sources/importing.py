"""Turn raw glossaries into entries: one public function, one small module for each format and shape.

``read`` finds the format; a reader turns the document into blocks, tables or values, and those into drafts.
Then all formats take the same steps: apply the rules of ``<id>.import.yaml``, clean the texts, join the
occurrences of one term, make entries. Parser packages are imported only when a document needs them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from site_gen.corpus.import_rules import Rule, Rules, rules
from site_gen.model.problem import Problem
from site_gen.sources import formats
from site_gen.sources.clean import cleaned
from site_gen.sources.draft import FIELDS, FORMATS, Imported, Place, Reading, Skipped, UnreadableError
from site_gen.sources.entries import bare_names
from site_gen.sources.entries.apply_rules import applied
from site_gen.sources.entries.finish import finished
from site_gen.sources.entries.languages import in_language
from site_gen.sources.entries.near import near_names
from site_gen.sources.entries.update import Changes, Pair, update, updated
from site_gen.sources.entries.write import to_yaml
from site_gen.sources.formats.document import Document
from site_gen.sources.shape import ONLY_NAMES, proof, sheets
from site_gen.sources.shape.blocks import is_name_like
from site_gen.sources.shape.called_glossary import is_called_glossary
from site_gen.sources.shape.columns import Chosen, chosen_field
from site_gen.sources.shape.header_roles import folded, role_of
from site_gen.sources.shape.header_words import REVIEWED_HEADERS
from site_gen.sources.shape.language_codes import base_of
from site_gen.sources.shape.table_layout import NO_COLUMNS
from site_gen.sources.shape.text_roles import NONE

Progress = Callable[[int, int], None]  # (done, of how many)
READ, CLEANED, STEPS = 65, 75, 100  # share of the time after which a document is read, and its texts clean

__all__ = [
    "FIELDS",
    "FORMATS",
    "Changes",
    "Imported",
    "Pair",
    "Progress",
    "Rule",
    "Rules",
    "Skipped",
    "read",
    "rules",
    "to_yaml",
    "update",
    "updated",
]


def read(
    data: bytes | Mapping[str, bytes | None],
    filename: str,
    *,
    source: str,
    format: str = "",
    language: str = "en",
    columns: Mapping[str, str] | None = None,
    rules: Rules | None = None,
    progress: Progress | None = None,
) -> Imported:
    """A raw document as entries. Bad content never raises an error: it becomes a problem.

    ``data`` is the bytes of a file, or the files of a folder by path, None for a link. ``language`` is the
    language of the site: in a document with several languages, its names and texts are used.

    ``format`` and ``columns`` (header or key -> field, "" or "-" for none) override ``rules``, and both
    override what the content suggests. ``filename`` appears in problems and is a hint for the format.
    ``progress`` is told how much of the work is done, of ``STEPS``.
    """
    own, step = rules or Rules(), progress or _in_silence
    chosen = {**own.columns, **(columns or {})}
    chosen = {column: field.removeprefix("-") for column, field in chosen.items()}
    form = format or own.format
    try:
        found, reading, links = _read(data, filename, form, language, chosen)
    except UnreadableError as error:
        return _failed(filename, format, error)
    except Exception as error:  # a parser's own failure on a hostile document must not end the command
        message = f"the parser gave up: {type(error).__name__}"
        return _failed(filename, format, UnreadableError("import-unreadable", message, "export it anew"))
    step(READ, STEPS)
    if not (form or chosen or own.lines):  # else a person has said what the document is
        reading = proof.settled(reading, filename)
    reading = bare_names.told(cleaned(applied(in_language(reading, language), own)))
    reading = replace(reading, skipped=(*reading.skipped, *links))
    step(CLEANED, STEPS)
    imported = _imported(reading, found, source, filename, chosen)
    step(STEPS, STEPS)
    return imported


def _read(
    data: bytes | Mapping[str, bytes | None], filename: str, form: str, language: str, chosen: Chosen
) -> tuple[str, Reading, list[Skipped]]:
    """The format of a document, what its reader found, and the links of a folder."""
    files, links = ({}, []) if isinstance(data, bytes) else _without_links(data)
    content = data if isinstance(data, bytes) else b""
    document = Document(filename=filename, format=form, data=content, files=files, language=base_of(language))
    found, reading = formats.reading(document, chosen)
    return found, reading, links


def _in_silence(done: int, total: int) -> None:
    """Tell nobody how far the work is."""


def _without_links(data: Mapping[str, bytes | None]) -> tuple[dict[str, bytes], list[Skipped]]:
    """The files of a folder, and its links, which are not followed.

    Raises ``UnreadableError`` where there are only links.
    """
    links = [path for path, content in data.items() if content is None]
    if len(links) == len(data):
        said = "the folder holds only links, which are not followed" if links else "the folder is empty"
        raise UnreadableError("import-nothing", said, "name the folder that holds the pages of terms")
    left = [Skipped(line=1, text=path, why="a link, which is not followed", where=path) for path in links]
    return {path: content for path, content in data.items() if content is not None}, left


def _imported(reading: Reading, format: str, source: str, filename: str, chosen: Chosen) -> Imported:
    entries, skipped, problems = finished(reading, filename)
    nothing = () if entries else (_nothing(reading, filename, format, source),)
    return Imported(
        title=reading.title,
        format=format,
        entries=tuple(entries),
        skipped=tuple(skipped),
        columns=reading.columns,
        near=near_names(entries),
        problems=(*reading.problems, *_columns(reading, chosen, filename), *problems, *nothing),
    )


TABULAR = frozenset(["csv", "tsv", "xlsx", "ods"])


def _failed(filename: str, format: str, error: UnreadableError) -> Imported:
    problem = Problem(path=filename, line=error.line, code=error.code, message=error.message, hint=error.hint)
    return Imported(title="", format=format, problems=(problem,))


_DO = {  # for each format, how names and texts are told apart
    "text": "write a line 'Name: text' for each, or each name in a line over its text",
    "markdown": "write '- **Name**: text', a heading over each text, or a table headed Term | Definition",
    "html": "use <dl>, a table headed Term and Definition, or a heading over each text",
    "docx": "use a table headed Term and Definition, bold names with a dash, or a heading over each text",
    "odt": "use a table headed Term and Definition, bold names with a dash, or a heading over each text",
    "json": 'give records like {"term": "…", "definition": "…"}, or names that map to texts',
    "yaml": "give records with the keys 'term' and 'definition', or names that map to texts",
}


_NO_TEXTS = "an entry needs a text, which import does not make up: add one to each name; "
_SHOWN = {  # what to do with a page whose programs write all that readers see
    "html": "open the page in a browser, select all that it shows, and save that as text or .docx"
}


def _nothing(reading: Reading, filename: str, format: str, source: str) -> Problem:
    hint = _DO.get(format, "try another --format")
    hint += f"; or name its lines in glossary/sources/{source}.import.yaml"
    if format in TABULAR:
        hint = "say which columns hold names and texts: --columns 'COLUMN=name' --columns 'COLUMN=text'"
    message = f"no entry found, reading it as {format}"
    if reading.unproven:
        message = f"this does not look like a glossary, reading it as {format}: {reading.declined}"
        named = "" if is_called_glossary(filename) else "give it a title or a file name with 'glossary', or "
        hint = f"if it is one, {named}say --format {format}"
        if format in TABULAR:
            hint = "if it is one, say which columns: --columns 'COLUMN=name' --columns 'COLUMN=text'"
    elif reading.declined == ONLY_NAMES:
        message += f": {reading.declined}"
        hint = _NO_TEXTS + hint
    elif reading.declined:
        message += f": {reading.declined}"
        hint = "import the file with the glossary, or put it under a heading 'Glossary'; " + hint
    elif why := _of_table(reading):
        message += f": {why}"
    elif names := _bare_names(reading):
        message += f": a list of {names} names without texts"
        hint = _NO_TEXTS + hint
    elif reading.skipped:
        several = len(reading.skipped) > 1
        which = f"its {len(reading.skipped)} lines or rows do" if several else "its text does"
        message += f": {which} not part names from texts"
    else:
        message += ": it shows no text"
        hint = _SHOWN.get(format, hint)
    return Problem(path=filename, line=1, code="import-nothing", message=message, hint=hint)


_OF_TABLES = frozenset([sheets.THINGS, sheets.LOG, sheets.KEPT, NO_COLUMNS])


def _of_table(reading: Reading) -> str:
    """What the rows of a table are instead of terms, if that holds for most of a document; else ""."""
    times = Counter(skip.why for skip in reading.skipped)
    why = max(_OF_TABLES, key=lambda one: times[one])
    return why if 2 * times[why] > len(reading.skipped) else ""


def _bare_names(reading: Reading) -> int:
    """How many names a document lists, if it holds nothing else."""
    said = [skip for skip in reading.skipped if skip.why not in ("title", "front matter", "letter heading")]
    short = [skip for skip in said if is_name_like(skip.text, 6)]
    return len(short) if len(said) >= 3 and len(short) >= 0.9 * len(said) else 0


_NO_FIELD = "an entry has none for it; level and status of its term are set in the sheet after the merge"
_NO_DAYS = (
    "not every cell is a day such as 2026-11-29 or 29.11.2026; "
    "--columns '{column}=reviewed' takes those that are"
)
_OTHER_LANGUAGE = "its texts are in another language than the one that is taken; each is listed as not taken"
_NO_GROUPS = (
    "each entry has a value of its own, so that it groups nothing; --columns '{column}=topics' takes it"
)


def _columns(reading: Reading, chosen: Chosen, filename: str) -> Iterator[Problem]:
    """A warning for each column that was not used, unless a person chose so, and for each wrong choice."""
    for column, field in reading.columns.items():
        if not field and chosen_field(column, chosen) is None:
            place = reading.places.get(column, Place(line=1))
            yield Problem(
                path=f"{filename}:{place.where}" if place.where else filename,
                line=0 if place.where else place.line,
                code="import-column", severity="warning",
                message=f"column '{column[:60]}' is mapped to no field", hint=_unused(column),
            )  # fmt: skip
    known = {folded(column) for column in reading.columns}
    for column, field in chosen.items():
        if field not in ("", *FIELDS):
            yield Problem(
                path=filename, line=1, code="import-column", hint="use one of " + ", ".join(FIELDS),
                message=f"column '{column[:60]}' is mapped to '{field[:60]}', which is no field of an entry",
            )  # fmt: skip
        elif reading.columns and folded(column) not in known:
            yield Problem(
                path=filename, line=1, code="import-column", message=f"there is no column '{column[:60]}'",
                hint="columns: " + ", ".join(reading.columns),
            )  # fmt: skip


def _unused(column: str) -> str:
    """Why no field holds a column, and what to do."""
    role = role_of(column)
    if role == "topics":
        return _NO_GROUPS.format(column=column[:60])
    if role.startswith("text@"):
        return _OTHER_LANGUAGE
    if folded(column) in REVIEWED_HEADERS:
        return _NO_DAYS.format(column=column[:60])
    return _NO_FIELD if role == NONE else "map it with --columns, or to -"
