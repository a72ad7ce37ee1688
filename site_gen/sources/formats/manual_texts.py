"""POD of Perl and Texinfo as MediaWiki text, line by line: headings, and lists whose items are names."""

from __future__ import annotations

import re

from site_gen.sources.formats.line_marks import Marks, joined, lines, marked

ENOUGH = 3  # lines with such marks
_POD_MARK = lines(r"^=(?:pod|head[1-4]|over|item|back|cut|encoding)\b")
_TEXI_MARK = lines(
    r"^@(?:node|chapter|settitle|table|v?table|unnumbered\w*|item|end table)\b|^\\input texinfo"
)


def is_pod(text: str) -> bool:
    """Whether a text has documentation of Perl."""
    return len(_POD_MARK.findall(text)) >= ENOUGH


def is_texinfo(text: str) -> bool:
    """Whether a text is a manual in Texinfo."""
    return len(_TEXI_MARK.findall(text)) >= ENOUGH


_POD_INLINE: Marks = (
    (re.compile(r"L<(?:([^<>|\n]{1,200})\|[^<>\n]{1,300}|([^<>|\n]{1,300}))>"), r"\1\2"),
    (re.compile(r"[BCFISZ]<<? ?([^<>\n]{0,300}?) ?>>?"), r"\1"),
    (re.compile(r"X<[^<>\n]{0,200}>"), ""),
    (re.compile(r"E<lt>"), "&lt;"),
    (re.compile(r"E<gt>"), "&gt;"),
)
_TEXI_INLINE: Marks = (
    (re.compile(r"@(?:x|px|info)?ref\{(?:[^{},\n]{0,200},){0,2}([^{},\n]{1,200})[^{}\n]{0,200}\}"), r"\1"),
    (re.compile(r"@footnote\{[^{}\n]{0,500}\}"), ""),
    (re.compile(r"@anchor\{[^{}\n]{0,300}\}[ \t]?"), ""),
    (re.compile(r"@(?:[a-z]?index|c|comment)(?:\{[^{}\n]{0,300}\}|[ \t][^\n]*)?$"), ""),
    (re.compile(r"@(?:dots|enddots)\{\}"), "…"),
    (re.compile(r"@(?:emph|strong|i|b|code|samp|kbd|var|dfn|cite|file|command|option|acronym|abbr|asis|w|r|sc|t)"
                r"\{([^{}\n]{0,300})\}"), r"\1"),
    (re.compile(r"@(?:url|uref)\{[^{},\n]{0,300},[ \t]?([^{}\n]{1,300})\}"), r"\1"),
    (re.compile(r"@([@{}])"), r"\1"),
)  # fmt: skip
_POD_LINE = re.compile(
    r"=(?P<kind>head[1-4]|item|over|back|cut|pod|encoding|for|begin|end)\b[ \t]*(?P<said>[^\n]*)"
)
_TEXI_HEADS = {
    "settitle": 1, "title": 1, "top": 1, "chapter": 2, "unnumbered": 2, "appendix": 2, "section": 3,
    "unnumberedsec": 3, "appendixsec": 3, "heading": 3, "subsection": 4, "unnumberedsubsec": 4,
    "subheading": 4,
}  # fmt: skip
_TEXI_LINE = re.compile(r"@(?P<kind>[a-z]+)(?![a-z{])[ \t]*(?P<said>[^\n]*)|\\input[^\n]*")


def of_pod(text: str) -> str:
    """The documentation in a program of Perl, or in a file of its own; code beside it is left out."""
    out, inside, named = [], False, False
    for line in text.split("\n"):
        found = _POD_LINE.match(line)
        if found:
            kind, said = found["kind"], found["said"].strip()
            inside, named = kind != "cut", kind == "item"
            depth = "=" * int(kind[4:] or 1) if kind.startswith("head") else ""
            name = re.sub(r"^(?:\*|\d{1,3}\.?)(?:[ \t]+|$)", "", said)
            out.append(f"{depth} {said} {depth}" if depth else f"; {name}" if named and name else "")
        elif not inside or line[:1].isspace():
            out.append("")
        else:
            out.append(f": {line}" if named and line.strip() else line)
    return marked(_POD_INLINE)("\n".join(joined(out)))


def of_texinfo(text: str) -> str:
    """The tables of a manual in Texinfo, whose items are names, and its headings."""
    out, named, table = [], False, 0
    for line in text.split("\n"):
        bare = marked(_TEXI_INLINE)(line)
        found = _TEXI_LINE.match(bare)
        kind = (found["kind"] or "") if found else ""
        said = (found["said"] or "").strip() if found else ""
        table += (kind in ("table", "vtable", "ftable")) - (kind == "end" and said.endswith("table"))
        if kind in ("item", "itemx") and table > 0:
            named = True
            out.append(f"; {said}")
        elif kind in _TEXI_HEADS and said:
            named = False
            out.append(f"{'=' * _TEXI_HEADS[kind]} {said} {'=' * _TEXI_HEADS[kind]}")
        elif found:
            named = named and kind not in ("end", "table")
            out.append(f"* {said}" if kind == "item" and said else "")
        else:
            out.append(f": {bare.strip()}" if named and bare.strip() else bare)
    return "\n".join(joined(out))
