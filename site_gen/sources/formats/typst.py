"""Typst as MediaWiki text, line by line: lists of terms, and the records that packages take."""

from __future__ import annotations

import re

from site_gen.sources.formats.line_marks import Marks, lines, marked

ENOUGH = 2  # terms
_TYPST_TERM = lines(r"^/[ \t]+(?P<name>[^\s:/][^:\n]{0,90}):[ \t]+(?=\S)")
_TYPST: Marks = (
    (lines(r"^#(?:import|show|set|let|include|outline|pagebreak)\b[^\n]*$|^//[^\n]*$"), ""),
    (_TYPST_TERM, r"; \g<name> : "),
    (lines(r"^(={1,5})[ \t]+(\S[^\n]*?)[ \t]*$"), r"\1 \2 \1"),
    (lines(r"(?<![\w*])\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*(?![\w*])"), r"'''\1'''"),
    (lines(r"(?<![\w_])_(?=\S)([^_\n]{1,300}?)(?<=\S)_(?![\w_])"), r"\1"),
    (
        lines(
            r"#(?:emph|strong|link\(\"[^\"\n]{1,300}\"\))\[([^\[\]\n]{1,300})\]|#(?:gls|glspl)\(\"([^\"\n]{1,90})\"\)"
        ),
        r"\1\2",
    ),
    (lines(r"[ \t]*<[a-z][\w-]{0,60}>[ \t]*$"), ""),
)
_TYPST_CODE = lines(r"^#(?:import|let|show|print-glossary|gls)\b")
_PAIR = r'[\w-]{1,30}\s*+:\s*+(?:"(?:[^"\\]|\\.)*+"|\[(?:[^\[\]]|\[[^\[\]]*+\])*+\]|[\w.]++)\s*+,?\s*+'
_TYPST_RECORD = re.compile(rf"\(\s*+(?P<pairs>(?:{_PAIR})++)\),?")
_TYPST_PAIR = re.compile(r'([\w-]{1,30})\s*+:\s*+(?:"((?:[^"\\]|\\.)*+)"|\[((?:[^\[\]]|\[[^\[\]]*+\])*+)\])')


def is_typst(text: str) -> bool:
    """Whether a text has terms with the marks of Typst."""
    records = _TYPST_RECORD.finditer(text) if _TYPST_CODE.search(text) else ()
    return len(_TYPST_TERM.findall(text)) + sum(bool(_of_record(found)) for found in records) >= ENOUGH


def _of_record(found: re.Match[str]) -> str:
    """A record of a list of terms, as packages of Typst take it, as an item of a list; "" for others."""
    told = {
        key: " ".join((quoted or said).split()) for key, quoted, said in _TYPST_PAIR.findall(found["pairs"])
    }
    short, long = (told.get(key, "") for key in ("short", "long"))
    name = told.get("term") or told.get("name") or short or long
    text = told.get("description") or told.get("desc") or told.get("definition") or ""
    if not text and short and long:
        text, long = long, ""
    beside = f" ({long})" if long and long != name else ""
    return f"; {name}{beside} : {text}" if name and text else ""


def of_typst(text: str) -> str:
    """The document with the records of a list of terms as items of a list."""
    if _TYPST_CODE.search(text):
        text = _TYPST_RECORD.sub(_in_its_line, text)
        text = lines(
            r"^(?:[ \t]*[\w-]{1,60}:)?[ \t]*(?=; )|^[ \t]*#print-glossary\([^\n]*$|^[ \t]*\){1,3}[ \t]*$"
        ).sub("", text)
    return _WRAPPED.sub(_unwrapped, marked(_TYPST)(text))


_WRAPPED = lines(r"^; [^\n]*(?:\n[ \t]{2,}[^\s+/-][^\n]*)+")


def _unwrapped(found: re.Match[str]) -> str:
    """A term whose text goes on in indented lines, in its first line."""
    return " ".join(found[0].split()) + "\n" * found[0].count("\n")


def _in_its_line(found: re.Match[str]) -> str:
    made = _of_record(found)
    return made + "\n" * found[0].count("\n") if made else found[0]
