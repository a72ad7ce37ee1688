"""Time grows with the length of a text, and not with its square: patterns, and readers of what others wrote."""

from __future__ import annotations

import importlib
import io
import pkgutil
import re
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from re import _constants as signs  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from lxml import etree
from openpyxl import Workbook

import site_gen
from helpers.rows import each_row
from helpers.word import W, word
from site_gen.sources import importing
from site_gen.sources.formats import delimited, docx_tables, fragment, not_read
from site_gen.sources.shape.lines import MAX_BLANKS, without_unseen

LENGTH = 1_600  # characters of an attack
STEEP = 9.0  # times as long for four times the length: 4 is in proportion, 16 is the square
SEEN = 0.0006  # seconds from which an attack is measured again: in proportion it takes a tenth of that
SAMPLES = " \na1A.-_*#([{<\"'`|=:/,>+~@&\x01é"  # what a repeated piece may consist of
MATCHING, SEARCHING = {"match", "fullmatch"}, {"search", "split", "sub", "subn", "findall", "finditer"}
FEW_BLANKS = "site_gen.sources."  # documents, of which ``decode`` keeps at most 400 blanks in a row
# Patterns that may take long, and why no text that they get is long.
SHORT: Mapping[str, str] = {
    "site_gen.sources.formats.html._TEMPLATE": "it gives up after 500 characters",
    "site_gen.sources.formats.plain._LEADERS": "the last 40 characters of a line",
    "site_gen.sources.shape.blocks._DOTS": "the first 160 characters of a line",
    "site_gen.sources.shape.blocks._ADDRESS": "lines of at most 90 characters",
    "site_gen.sources.formats.mediawiki._HIDDEN": "references end within 5,000 characters",
    "site_gen.sources.formats.epub._NOTE": "notes end within 5,000 characters",
    "site_gen.sources.shape.blocks._INNER_END": "lines of at most 90 characters",
    "site_gen.match.label._SLASHED": "names, of which 500 characters are compared",
    "site_gen.match.statements": "the first 400 characters of a text, with single blanks",
    "site_gen.checks.english.words._ROW": "rows of our own tables",
    "site_gen.cli.init_answers._REMOTE": "the settings of one's own repository",
    "site_gen.pages.borrowed": "pages that we wrote",
    "site_gen.publish.theme_styles._ICON": "the style sheet of the theme",
    "site_gen.publish.content_policy": "templates that we wrote",
}


def test_no_pattern_has_two_ways_to_match_one_text() -> None:
    found = dict(_slow())
    assert not found, f"{len(found)} patterns: " + "\n".join(f"{name}: {found[name]!r}" for name in found)


@each_row(
    "filename, head, piece",
    [
        ("x.txt", "{panel:title=a}\nb\n{panel}\n", "{panel:title="),
        ("x.txt", "", "a   "),
        ("x.rst", "A\n=\n\n", "{"),
        ("x.rst", "A\n=\n\n", "a_ "),
        ("x.rst", "", ".. _a:\n"),
        ("x.org", "- a :: b\n|" + " |" * 60, "x"),
        ("x.md", "- **a**: b\n- **c** ", ' or "d" '),
        ("x.md", "## What is a" + " " * 60_000, "b"),
        ("x.mediawiki", "", "#"),
    ],
)
def test_a_document_of_one_repeated_piece_is_read_in_seconds(filename: str, head: str, piece: str) -> None:
    begun = time.process_time()
    importing.read((head + piece * (40_000 // len(piece)) + "x\n").encode(), filename, source="x")
    assert time.process_time() - begun < 5


@each_row(
    "filename, head, piece",
    [
        ("x.html", "<p>", "<b>a</b> - b<br>"),
        ("x.html", "<p>", "a - b<br>"),
        ("x.md", "", "a:\n"),
        ("x.txt", "", "a\n\n"),
        ("x.txt", "", "3.1\n\n"),
        ("x.txt", "", "Term   Meaning   Team\n"),
        ("x.txt", "", "a   b   c\n"),
        ("x.txt", "Short forms: ", "AB = cd ef; "),
        ("x.md", "", "# a\n## b\n"),
    ],
)
def test_four_times_a_document_is_not_read_in_sixteen_times_the_time(
    filename: str, head: str, piece: str
) -> None:
    def taken(size: int) -> float:
        begun = time.process_time()
        importing.read((head + piece * (size // len(piece))).encode(), filename, source="x")
        return time.process_time() - begun

    taken(2_000)  # what is imported once
    short = min(taken(3_000), taken(3_000))
    assert any(taken(12_000) < STEEP * max(short, 0.008) for _ in range(2)), (
        "twice: what else runs here adds to it"
    )


def test_a_long_word_table_is_taken_out_in_proportion_to_its_rows() -> None:
    def taken(rows: int) -> float:
        cell = "<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>"
        text = f"<w:document xmlns:w='{W}'><w:body><w:tbl>{cell * rows}</w:tbl></w:body></w:document>"
        body = etree.fromstring(text)[0]
        begun = time.process_time()
        docx_tables.taken_out(body)
        return time.process_time() - begun

    assert any(taken(16_000) < 7 * taken(4_000) for _ in range(3)), "11 is what it took"


BLANKS = "A" + "\u00a0 \u2003" * 7_000 + "b"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def _packed(files: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for path, text in files.items():
            file.writestr(path, text)
    return out.getvalue()


def _workbook(text: str) -> bytes:
    book, out = Workbook(), io.BytesIO()
    for row in (["Term", "Definition"], [text[:30_000], "A thing."], ["Queue", text[:30_000]]):
        book.worksheets[0].append(row)
    book.save(out)
    return out.getvalue()


def _text_document(text: str) -> bytes:
    said = f"<t:p>{text}</t:p><t:p>{text}: {text}</t:p>"
    return _packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml":
        f"<o:document-content xmlns:o='{OFFICE}:office:1.0' xmlns:t='{OFFICE}:text:1.0'><o:body><o:text>{said}</o:text>"
        "</o:body></o:document-content>"})  # fmt: skip


def _book(text: str) -> bytes:
    rootfile = "<container><rootfiles><rootfile full-path='b.opf'/></rootfiles></container>"
    items = "<package><manifest><item id='g' href='g.xhtml'/></manifest><spine><itemref idref='g'/></spine></package>"
    page = f"<html><body><dl><dt>{text}</dt><dd>A thing.</dd><dt>Queue</dt><dd>{text}</dd></dl></body></html>"
    return _packed({"mimetype": "application/epub+zip", "META-INF/container.xml": rootfile, "b.opf": items,
        "g.xhtml": page})  # fmt: skip


def _word(text: str) -> bytes:
    return word([[["Term", "Definition"], [text, "A thing."], ["Queue", text]], text, f"**{text}** {text}"])


@each_row(
    "filename, made",
    [("x.xlsx", _workbook), ("x.docx", _word), ("x.odt", _text_document), ("x.epub", _book)],
)
@each_row("text", [BLANKS, "A" + "\t" * 20_000 + "b"])
def test_cells_and_paragraphs_of_blanks_are_read_in_seconds(
    filename: str, made: Callable[[str], bytes], text: str
) -> None:
    data = made(text)
    begun = time.process_time()
    found = importing.read(data, filename, source="x")
    assert time.process_time() - begun < 2
    assert "import-unreadable" not in {problem.code for problem in found.problems}


@each_row("sign", [" ", "\t", "\u00a0", "\u2003"])
def test_very_many_blanks_never_reach_a_block(sign: str) -> None:
    for shown in (without_unseen, fragment.shown, delimited.shown):
        assert len(shown(f"a{sign * 5_000}b")) <= MAX_BLANKS + 2
    assert without_unseen(f"a{sign * 5}b") == f"a{(' ' if sign != chr(9) else sign) * 5}b"


@each_row("lines", ["\n \n" * 1_200, "--\n \n" * 700, "'\\\" a\n" * 500])
def test_lines_above_a_dump_or_a_manual_are_read_in_one_way(lines: str) -> None:
    not_read.refuse_text(f"{lines}Hold: A pause.", "words.txt")  # which took years


def _slow() -> Iterator[tuple[str, str]]:
    """Patterns with the beginning of a text for which the time grows too fast."""
    for (written, flags), name in _patterns().items():
        if name in SHORT or name.rpartition(".")[0] in SHORT:
            continue
        used = _methods(name) or MATCHING  # patterns in a list
        pattern = re.compile(written, flags)
        tries = [getattr(pattern, one) for one in ("match", "fullmatch") if one in used]
        if used & SEARCHING:
            tries.append(partial(pattern.sub, ""))
        for head, piece, tail in dict.fromkeys(_attacks(parser.parse(written, flags), flags)):
            if piece.isspace() and name.startswith(FEW_BLANKS):
                continue
            if any(_is_steep(one, head, piece, tail) for one in tries):
                yield name, head + piece * 3 + "…" + tail
                break


def _is_steep(run: Callable[[str], object], head: str, piece: str, tail: str) -> bool:
    times = LENGTH // len(piece)
    long, short = (head + piece * n + tail for n in (times, times // 4))
    return _seconds(run, long) > SEEN and (
        (took := min(_seconds(run, long) for _ in range(4))) > SEEN
        and took > STEEP * min(_seconds(run, short) for _ in range(6))
    )


def _seconds(run: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    run(text)
    return time.process_time() - begun


def _attacks(parsed: Any, flags: int, head: str = "") -> Iterator[tuple[str, str, str]]:
    """(beginning, piece to repeat, end) for each part of a pattern that may be repeated without limit."""
    for operator, value in parsed:
        if operator in (signs.MAX_REPEAT, signs.MIN_REPEAT, signs.POSSESSIVE_REPEAT):
            if value[1] > LENGTH:
                pieces = _pieces(value[2], flags)
                for piece in pieces:
                    yield from ((head, piece, "\0"), ("", piece, ""), ("a", piece, "\0"))
                if head and pieces:
                    yield "", head, "\0"
                    yield "", head + pieces[0], ""
            yield from _attacks(value[2], flags, head)
        elif operator is signs.BRANCH:
            for branch in value[1]:
                yield from _attacks(branch, flags, head)
        elif operator is signs.SUBPATTERN:
            yield from _attacks(value[3], flags, head)
        head += _example(operator, value, flags)


def _pieces(part: Any, flags: int) -> list[str]:
    """Texts that a repeated part matches: one letter of each kind, or the shortest text for several."""
    if len(part) == 1 and part[0][0] in (signs.IN, signs.LITERAL, signs.NOT_LITERAL, signs.ANY):
        return [sample for sample in SAMPLES if _holds(part[0], sample, flags)][:3]
    shortest = "".join(_example(operator, value, flags) for operator, value in part)
    return [shortest] if shortest else []


def _example(operator: Any, value: Any, flags: int) -> str:
    """A short text that one part of a pattern matches; "" for what only looks."""
    if operator is signs.SUBPATTERN:
        return "".join(_example(*one, flags) for one in value[3])
    if operator is signs.ATOMIC_GROUP:
        return "".join(_example(*one, flags) for one in value)
    if operator is signs.BRANCH:
        return "".join(_example(*one, flags) for one in value[1][0])
    if operator in (signs.MAX_REPEAT, signs.MIN_REPEAT, signs.POSSESSIVE_REPEAT):
        return "".join(_example(*one, flags) for one in value[2]) * min(value[0], 5)
    if operator is signs.LITERAL:
        return chr(value)
    if operator in (signs.IN, signs.NOT_LITERAL, signs.ANY):
        return next((sample for sample in reversed(SAMPLES) if _holds((operator, value), sample, flags)), "")
    return ""


def _holds(part: tuple[Any, Any], sample: str, flags: int) -> bool:
    """Whether one sign is what a part of a pattern for one sign matches."""
    operator, value = part
    if operator is signs.LITERAL:
        return ord(sample) == value
    if operator is signs.NOT_LITERAL:
        return ord(sample) != value
    if operator is signs.ANY:
        return sample != "\n" or bool(flags & re.DOTALL)
    hits = False
    for kind, what in value:
        hits |= kind is signs.LITERAL and ord(sample) == what
        hits |= kind is signs.RANGE and what[0] <= ord(sample) <= what[1]
        hits |= kind is signs.CATEGORY and re.match(_CATEGORIES[str(what)], sample) is not None
    return hits != (value[0][0] is signs.NEGATE)


_CATEGORIES = {
    f"CATEGORY_{no}{kind}": sign.upper() if no else sign
    for no in ("", "NOT_")
    for kind, sign in (("SPACE", r"\s"), ("DIGIT", r"\d"), ("WORD", r"\w"))
}
_CATEGORIES = {name: "\\" + sign[1:] for name, sign in _CATEGORIES.items()}


@cache
def _patterns() -> Mapping[tuple[str, int], str]:
    """Every compiled pattern that a module keeps, with its name."""
    found: dict[tuple[str, int], str] = {}
    for info in pkgutil.walk_packages(site_gen.__path__, "site_gen."):
        if not info.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(info.name)).items():
                for pattern in _within(value):
                    found.setdefault((pattern.pattern, pattern.flags), f"{info.name}.{name}")
    return found


def _within(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, (list, tuple, set, frozenset, dict)) and depth < 4 and len(value) < 500:
        for one in value.values() if isinstance(value, dict) else value:
            yield from _within(one, depth + 1)


def _methods(name: str) -> set[str]:
    """What is asked of a pattern: in its module where its name is private, else in any."""
    module, _, own = name.rpartition(".")
    asked = _asked()
    within = [module] if own.startswith("_") else list(asked)
    return {method for one in within for said, method in asked.get(one, ()) if said == own}


@cache
def _asked() -> Mapping[str, Sequence[tuple[str, str]]]:
    """(name, method) of each use of a pattern, by module."""
    use = re.compile(r"\b([A-Z_]+)(?:\[\w+\])?\.(match|fullmatch|search|split|subn?|findall|finditer)\b")
    root = Path(site_gen.__path__[0])
    return {
        ".".join(("site_gen", *path.relative_to(root).with_suffix("").parts)).removesuffix(".__init__"): (
            use.findall(path.read_text(encoding="utf-8"))
        )
        for path in root.rglob("*.py")
    }
