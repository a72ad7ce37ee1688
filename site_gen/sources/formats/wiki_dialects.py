"""Wikis and manuals that write lists of terms with other marks, as MediaWiki text, line by line.

MoinMoin and Trac, TWiki and Foswiki, PmWiki, Tiki, Wikidot and txt2tags; manuals and Typst have modules of
their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from site_gen.sources.formats import manual_texts, typst
from site_gen.sources.formats.line_marks import Marks, lines, marked

ENOUGH = 2  # lines with a mark that only one dialect has
ROWS = 3  # of a table whose rows all begin with two bars


_BARS = lines(r"^\|\|[^\n]{1,2000}\|\|[ \t]*$")
_BAR = lines(r"^\|(?!\|)")
_MOIN_TERM = lines(r"^[ \t]{1,8}(?P<name>[^\s:*|#-][^\n:|]{0,90}?)::(?:[ \t]+(?P<text>\S[^\n]*))?[ \t]*$")
_MOIN_PAGE = lines(
    r"^#(?:acl|format|pragma|language)\b|^={1,5} [^=\n]+ ={1,5}[ \t]*$|<<TableOfContents|"
    r"\[\[(?:PageOutline|TOC)\b"
)
_MOIN: Marks = (
    (lines(r"^##[^\n]*$|^/!\\ "), ""),
    (lines(r"<<FootNote\(([^()\n]{0,300})\)>>"), r"<ref>\1</ref>"),
    (lines(r"^#(?:acl|format|pragma|language|redirect)\b[^\n]*$"), ""),
    (
        lines(r"<<[A-Za-z]+(?:\([^()\n]{0,200}\))?>>|\[\[(?:PageOutline|TOC|BR)(?:\([^()\n]{0,200}\))?\]\]"),
        "",
    ),
    (lines(r"^Category[A-Z]\w+(?:[ \t]+Category[A-Z]\w+)*[ \t]*$"), ""),
    (lines(r"^[ \t]{1,8}([^\s:*|#-][^\n:|]{0,90}?)::[ \t]*\n[ \t]{2,}(?=\S)"), "; \\1\n: "),
    (_MOIN_TERM, r"; \g<name> : \g<text>"),
    (lines(r"\[(?:wiki|ticket|source|attachment):[^\s\]]{1,300}[ \t]+([^\]\n]{1,300})\]"), r"\1"),
    (lines(r"\[\[wiki:[^\]|\n]{1,300}\|([^\]\n]{1,300})\]\]"), r"\1"),
    (lines(r"`([^`\n]{1,300})`|\{\{\{([^{}\n]{1,300})\}\}\}"), r"\1\2"),
    (lines(r"(?<![\w!])!(?=[A-Z][a-z]+[A-Z])"), ""),
)
_CELLS: Marks = (  # rows between two bars, as rows of Creole
    (lines(r"^\|\|[ \t]*(?:\w+=[^\s|]{1,60}[ \t]*){1,9}$"), ""),  # how PmWiki draws the table
    (lines(r"^\|\|(?P<cells>[^\n]{1,2000})\|\|[ \t]*$"), r"|\g<cells>|"),
    (lines(r"\|\|[ \t]*(?:<[^<>\n]{0,200}>)?[ \t]*"), "|"),
    (lines(r"^\|(?:<[^<>\n|]{0,200}>)+"), "|"),
    (lines(r"\|[ \t]*(?:=|~|!(?=[ \t]))[ \t]*([^|\n]{1,200}?)[ \t]*=?(?=\|)"), r"|=\1"),
)
_TWIKI_PAGE = lines(r"^---\+{1,6}(?:!!)?[ \t]*\S|%(?:TOC|META|STARTINCLUDE)\b")
_TWIKI: Marks = (
    (lines(r"[ \t]*%BR%[ \t]*"), "<br>"),
    (lines(r"%[A-Z]{3,30}(?:\{[^{}\n]{0,1000}\})?%"), ""),
    (lines(r"^%META:[^\n]*$|^--[ \t]+(?:Main\.|Users\.|\[\[)[^\n]*$"), ""),
    (lines(r"^---\+{4,6}(?:!!)?[ \t]*(\S[^\n]*?)[ \t]*$"), r"==== \1 ===="),
    (lines(r"^---\+{3}(?:!!)?[ \t]*(\S[^\n]*?)[ \t]*$"), r"=== \1 ==="),
    (lines(r"^---\+{2}(?:!!)?[ \t]*(\S[^\n]*?)[ \t]*$"), r"== \1 =="),
    (lines(r"^---\+(?:!!)?[ \t]*(\S[^\n]*?)[ \t]*$"), r"= \1 ="),
    (lines(r"^(?: {3}|\t)+\$[ \t]+([^:\n]{1,120}):[ \t]+(?=\S)"), r"; \1 : "),
    (lines(r"^(?: {3}|\t)+\*[ \t]+"), "* "),
    (lines(r"\[\[[^\[\]\n]{1,300}\]\[([^\[\]\n]{1,300})\]\]"), r"\1"),
    (lines(r"(?<=\|)[ \t]*\*([^*|\n]{1,120})\*[ \t]*(?=\|)"), r"=\1"),
    (lines(r"(?<![\w*|=])\*(?=[^\s*])([^*\n]{1,300}?)(?<=\S)\*(?![\w*])"), r"'''\1'''"),
    (lines(r"(?<![\w_])_{1,2}(?=[^\s_])([^_\n]{1,300}?)(?<=\S)_{1,2}(?![\w_])"), r"\1"),
    (lines(r"(?<![\w=|])={1,2}(?=[^\s=])([^=\n]{1,300}?)(?<=[^\s=])={1,2}(?![\w=])(?![ \t]*$)"), r"\1"),
    (lines(r"(?<![\w!])(?:!|<nop>)(?=\w)"), ""),
)
_PM_TERM = lines(r"^:+(?P<name>[^:\s][^:\n]{0,90}):[ \t]*(?=[^\s:])")
_PM_PAGE = lines(r"^\(:[a-z]+\b[^\n]*:\)|^!{1,6}[ \t]?\w[^\n]{0,90}$")
_HEADS: Marks = (
    (lines(r"^!{3,6}[ \t]?(\w[^\n]{0,200}?)[ \t]*$"), r"=== \1 ==="),
    (lines(r"^!!#?[ \t]?(\w[^\n]{0,200}?)[ \t]*$"), r"== \1 =="),
    (lines(r"^!#?[ \t]?(\w[^\n]{0,200}?)[ \t]*$"), r"= \1 ="),
)
_PM: Marks = (
    (lines(r"\(:title[ \t]+([^\n]{1,200}?)[ \t]*:\)"), ""),
    (lines(r"\(:[a-z][^\n]{0,300}?:\)|^>>[^\n<>]{0,90}<<[ \t]*$|\[\[(?:#[\w-]{1,60}|<<)\]\]"), ""),
    *_HEADS,
    (_PM_TERM, r"; \g<name> : "),
)
_TIKI_MARK = lines(
    r"\(\([^()|\n]{1,200}(?:\|[^()\n]{1,200})?\)\)|^\{(?:maketoc|TOC)\b|(?<!\w)__(?![A-Z]+__)(?=\S)[^_\n]{1,90}__(?!\w)"
)
_TIKI: Marks = (
    (lines(r"^\{[A-Za-z]{3,20}(?:\([^()\n]{0,200}\))?\}[ \t]*$"), ""),
    *_HEADS,
    (lines(r"\(\((?:[^()|\n]{1,200}\|)?([^()|\n]{1,200})\)\)"), r"\1"),
    (lines(r"(?<!\w)__(?=\S)([^_\n]{1,200}?)__(?!\w)"), r"'''\1'''"),
)
_DOT_TERM = lines(r"^:[ \t]+(?P<name>[^:\s][^:\n]{0,90}?)[ \t]+:[ \t]+(?=\S)")
_DOT_PAGE = lines(r"^\+{1,6}[ \t]+\S|^\[\[toc\b|^\|\|~")
_DOT: Marks = (
    (lines(r"^\[\[/?[a-z][^\[\]\n]{0,200}\]\][ \t]*$"), ""),
    (lines(r"^\+{3,6}[ \t]+(\S[^\n]*?)[ \t]*$"), r"=== \1 ==="),
    (lines(r"^\+\+[ \t]+(\S[^\n]*?)[ \t]*$"), r"== \1 =="),
    (lines(r"^\+[ \t]+(\S[^\n]*?)[ \t]*$"), r"= \1 ="),
    (_DOT_TERM, r"; \g<name> : "),
)
_TAGS_TERM = lines(r"^:[ \t]+(?P<name>\S[^\n:]{0,90}?)[ \t]*\n(?=[ \t]{2,}\S)")
_TAGS: Marks = ((_TAGS_TERM, "; \\g<name>\n: "),)
_MEDIAWIKI = lines(r"^(?:;|\{\|)|\{\{|\[\[|'{3}")


_MOIN_HEAD = lines(r"^#(?:acl [A-Za-z]|format wiki\b|pragma [a-z])|<<(?:TableOfContents|FootNote)\b")


def _is_moin(text: str) -> bool:
    if _MOIN_HEAD.search(text):
        return True
    return len(_MOIN_TERM.findall(text)) >= ENOUGH and bool(_MOIN_PAGE.search(text))


def _is_barred(text: str) -> bool:
    """Whether a text has a table whose rows, and not only those with headers, begin with two bars."""
    return len(_BARS.findall(text)) >= ROWS and not _BAR.search(text)


def _is_pm(text: str) -> bool:
    return len(_PM_TERM.findall(text)) >= ENOUGH and bool(_PM_PAGE.search(text)) and "{|" not in text


def _is_tiki(text: str) -> bool:
    items = lines(r"^;[^;\n]{1,120}:[^\n]|^!{1,6}[ \t]?\w").findall(text)
    return bool(_TIKI_MARK.search(text)) and len(items) >= ENOUGH


def _is_dot(text: str) -> bool:
    return len(_DOT_TERM.findall(text)) >= ENOUGH and bool(_DOT_PAGE.search(text))


def _is_tags(text: str) -> bool:
    return len(_TAGS_TERM.findall(text)) >= ENOUGH and not _MEDIAWIKI.search(text)


_DIALECTS: Sequence[tuple[Callable[[str], object], Callable[[str], str]]] = (
    (manual_texts.is_pod, manual_texts.of_pod),
    (manual_texts.is_texinfo, manual_texts.of_texinfo),
    (_TWIKI_PAGE.search, marked(_TWIKI)),
    (_is_moin, marked([*_CELLS, *_MOIN])),
    (_is_pm, marked([*_CELLS, *_PM])),
    (_is_dot, marked([*_CELLS, *_DOT])),
    (_is_barred, marked([*_CELLS, *_MOIN, *_HEADS])),
    (_is_tags, marked(_TAGS)),
    (typst.is_typst, typst.of_typst),
    (_is_tiki, marked(_TIKI)),
)


def as_mediawiki(text: str) -> str | None:
    """The text of another dialect with the marks of MediaWiki, in as many lines; None for others."""
    return next((written(text) for is_written, written in _DIALECTS if is_written(text)), None)


def is_dialect(head: str) -> bool:
    """Whether the beginning of a text is in one of the dialects."""
    return any(is_written(head) for is_written, _ in _DIALECTS)
