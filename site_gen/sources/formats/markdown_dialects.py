"""Convert dialects of Markdown to common Markdown, line by line, before parsing.

Every function keeps the number of lines, so that line numbers stay correct. Elements without an equivalent in
common Markdown (abbreviations, drawn tables, HTML lists) are replaced by a placeholder.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from site_gen.model import names
from site_gen.sources.formats import (
    colleague_notes,
    fragment,
    markdown_attributes,
    markdown_boxes,
    markdown_calls,
    markdown_cards,
    markdown_entry_calls,
    markdown_html,
    markdown_myst,
    markdown_properties,
    markdown_readme,
    markdown_rows,
    markdown_rules,
    raised,
)
from site_gen.sources.formats.drawn_tables import caption, drawn_table
from site_gen.sources.formats.inline_markup import heading
from site_gen.sources.shape.blocks import Block, Labelled, Noise, Pair, Table, clean_name, is_name_like, tidy
from site_gen.sources.shape.header_roles import is_exact
from site_gen.sources.shape.vocabulary import JOINED, MEANS, MEANS_OBJECT

MAX_OPEN = 20  # lists and tables in HTML that nothing closes, after which none is looked for
MAX_NAMES = 6  # most names that one definition can have
NAME_BREAK = "\ue002"  # private-use character between names
_PLACE = "\ue000{}\ue001"  # private-use characters, removed from the text first
PLACE = re.compile("^\\s*\ue000(\\d+)\ue001\\s*$")
_FENCE = re.compile(r"^\s*(?P<sign>`{3,}|~{3,})\s*(?P<what>[^`]*)$")
_COLON_FENCE = re.compile(r"^\s*(?P<sign>:{3,})\s*(?P<what>\{(?:glossary|list-table)\}[^\n]*)$")
_LISTED = re.compile(r"\{(?:glossary|list-table)\}(?:\s|$)|\{=html\}\s*$", re.IGNORECASE)
_ABBREVIATION = re.compile(r"^\s{0,3}(?:\*\[|\[[>?])(?P<name>[^\]\n]{1,90})\]:\s*(?P<text>\S.*)$")
_FOOTNOTE = re.compile(r"^\s{0,3}\[\^[^\]\s]{1,60}\]:")
_CONTENTS = re.compile(
    r"^\s*(?:\[\[_?TOC_?\]\]|\[TOC\]|\{:?\s*toc\s*\}|\{\{\s*toc\s*\}\}|\$\{toc\})\s*$", re.IGNORECASE
)
_PROPERTY = re.compile(  # of a block or page of an outliner
    r"^\s*(?:(?:id|collapsed|created-at|updated-at|card-[\w-]+|logseq\.[\w.-]+|background-color|public|icon|title|tags)::"
    r"(?:\s|$)|(?P<empty>[^\W\d][\w -]{0,40})::\s*$)"
)
_TIGHT = re.compile(r"^(#{2,6})(?=[^#\s!/])")
_ANCHORED = re.compile(r"^#{2,6}<a\s(?:name|id)=")
_HTML_INSIDE = re.compile(
    r"^\s{4,}(?=</?(?:summary|details|dl|dt|dd|table|thead|tbody|tr|td|th|p|div|br|li|ul|ol|blockquote|section|"
    r"h[1-6]|article|header|footer|main|nav|aside)\b)",
    re.IGNORECASE,
)
_LOOSE_BOLD = re.compile(r"(?<![\w*])(\*\*|__)[ \t]*(?=\S)((?:(?!\1)[^\n`]){1,150}?)[ \t]*\1(?![\w*])")
_OPEN_BOLD = re.compile(  # at the start of a line, closed after a blank: "**Name. **The text"
    r"^(?P<before>\s{0,12}(?:(?:[-*+>]|\d{1,3}[.)])\s+){0,3})(?P<mark>\*{2,3}|_{2,3})(?=[^\s*_])"
    r"(?P<name>[^\n`*_]{1,150}?)[ \t]{1,3}(?P=mark)(?=\w)"
)
_SCRIPT = re.compile(
    r"^\s*(?:import\s.+\sfrom\s+['\"].+['\"]|import\s+['\"].+['\"]|export\s+(?:const|default|let|function)\b.*)\s*;?\s*$"
)
INLINE_NOTE = re.compile(  # "Anchor^[see chapter 2]"
    r"(?:(?<!\s)[ \t]{1,3})?\^\[(?P<said>(?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){1,400})\]"
)


def _shown_in_link(found: re.Match[str]) -> str:
    """The words of a link between pages: behind the address of the page, or on some wikis before it."""
    first, second = found[1], found[2]
    is_address = " " not in second and re.search("[-_]", second) is not None
    is_address = is_address and not (
        first[:1].isupper() and second[:1].islower()
    )  # "Second line|second-line"
    return first if is_address and names.fold(re.sub("[-_]", " ", second)) == names.fold(first) else second


_INLINE = (  # inline syntax that is invisible or shown differently
    (re.compile(r"\{/\*.{0,500}?\*/\}"), ""),
    (re.compile(  # a component that shows one of its attributes: <Term t="events" id="event"/>
        r"<(?:[A-Z]\w{0,30})?(?:Term|Tooltip|Abbr|Link|Ref|Def)\w{0,20}\s[^<>\n]{0,200}?"
        r"\b(?:t|text|label|term|name|title|children|word)=[\"'{]{1,2}([^\"'{}<>\n]{1,200})[\"'}]{1,2}[^<>\n]{0,200}/>"
    ), r"\1"),
    (re.compile(r"\{(?:' ?'|\" ?\")\}"), " "),
    (re.compile(r"\\(?:index|label)\{[^{}\n]{0,100}\}"), ""),
    (re.compile(r"\{\{[<%][^\n]{0,300}?[>%]\}\}|\{%[^\n]{0,300}?%\}|\{\{[^{}\n]{0,300}\}\}"), ""),
    (re.compile(r"(?<![\w:])::(?=[^\s:])([^:\n]{1,120})(?<=\S)::(?![\w:])"), r"\1"),  # marked in Bear
    (re.compile(r"<xref:([\w.-]{1,90})[^<>\n]{0,90}>"), r"\1"),  # of DocFX
    (re.compile(r"(?:(?<!\s)[ \t]+)?\(\([0-9a-f]{8}-[0-9a-f-]{20,30}\)\)"), ""),  # a block of Logseq
    (re.compile(r"^(\s*>\s*)\[!(?:div|include|video|code)\b[^\]\n]{0,200}\]", re.IGNORECASE), r"\1"),
    (re.compile(r"\[!(?:INCLUDE|VIDEO)[ \t]{0,2}[^\[\]\n]{0,200}\]"), ""),
    (re.compile(r"\[![A-Z]{2,12}[ \t]{1,3}([^\[\]\n]{1,200})\](?!\()"), r"\1"),  # "[!UICONTROL Builder]"
    (re.compile(r"\[![A-Z]{2,12}[ \t]{1,3}([^\[\]\n]{1,200})\](?=\()"), r"[\1]"),
    (re.compile(r"!\[\[[^\]\n]{0,200}\]\]|%%[^%\n]{0,500}%%"), ""),
    (re.compile(
        r"\[\[([^\[\]\|\n#]{0,200})(?:#[^\[\]\|\n]{0,200})?\|([^\[\]\n]{1,200})\]\]"
    ), _shown_in_link),
    (re.compile(r"\[\[([^\[\]\n#]{1,200})#\^[^\[\]\n]{1,200}\]\]"), r"\1"),
    (re.compile(r"\[\[(?:[^\[\]\n#]{0,200}#)?([^\[\]\n]{1,200})\]\]"), r"\1"),
    (re.compile(r"(?<=\S)\[\^[^\]\s]{1,60}\]|\[\^[^\]\s]{1,60}\](?!:)"), ""),
    (INLINE_NOTE, ""),
    (re.compile(r"(?:(?<!\s)\s+)?\(see \\?@ref\([\w:-]{1,80}\)\)|\(ref:[\w-]{1,60}\)"), ""),
    (re.compile(r"\\?@ref\([\w:-]{1,80}\)"), ""),
    (re.compile(r"(?:(?<!\s)\s+)?\[-?@\w[^\[\]\n]{0,200}\](?!\()"), ""),  # "[@jones2019, p. 3]"
    (re.compile(r"(?:(?<!\s)\s+)?\{:[^{}\n]*\}"), ""),
    (re.compile(  # "==marked==", in scripts without spaces inside of words too
        r"(?:(?<![\w=])|(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]))==(?=\S)([^=\n]+)(?<=\S)=="
        r"(?:(?![\w=])|(?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]))"
    ), r"\1"),
    (re.compile(r"(?:(?<=\S)[ \t])?(?<![\w:/]):[a-z][a-z0-9_+-]{1,40}:(?![\w:/])"), ""),
    (re.compile(r"\{[a-z][\w:-]{1,20}\}`([^`<\n]*?)\s*(?:<[^`\n]*)?`"), r"\1"),
    (re.compile(r"(?:^\s*|(?<=\S)\s+|(?<=[.!?…)])(?<!\\.))\^[a-zA-Z][\w-]*\s*$"), ""),
    (re.compile(r"(?<!\+)\+\+([a-z0-9]{1,12}(?:[+-][a-z0-9]{1,12}){0,3})\+\+(?!\+)"), r"\1"),  # keys
    (re.compile(r"[ \t]{1,3}:id=[\w-]{1,80}\s*$"), ""),  # of Docsify
    (re.compile(r"^\s{0,3}[?!]>[ \t]+(?=\S)"), ""),
    (re.compile(
        r"^\s*\[\W{0,3}(?:(?:go )?back to (?:the )?top|to (?:the )?top|return to (?:the )?top|nach oben|"
        r"zum seitenanfang|zurück nach oben|haut de (?:la )?page|retour en haut|volver arriba|arriba|"
        r"torna su|voltar ao topo|naar boven|do góry|наверх|к началу|başa dön|回到顶部|返回顶部)\W{0,3}\]"
        r"\(#[^()\s]{0,80}\)\s*$",
        re.IGNORECASE,
    ), ""),
    (re.compile(r"^\s*\[\s*(?:id|anchor|name)\s*=[^\]\n]{1,80}\]\s*$"), ""),
)  # fmt: skip
_ROLE = re.compile(  # before code is looked for: a role ends with the sign of code
    r"\{[a-z][\w:-]{1,20}\}`([^`<\n]*?)\s*(?:<[^`\n]*)?`"
)
_TARGET = re.compile(r"^\([\w -]{1,80}\)=\s*$")  # "(glossary)=" over a heading
_CODE = re.compile(r"((?<![`}])`+[^`\n]*`+)")


@dataclass(slots=True, kw_only=True)
class Common:
    """A document as common Markdown.

    ``places`` are the blocks that the placeholders stand for.
    """

    lines: list[str]
    front: Mapping[str, object] = field(default_factory=dict)
    places: list[Sequence[Block]] = field(default_factory=list)
    open_regions: int = 0  # number of HTML lists and tables that are not closed
    body: int = 0  # index of the first line after the front matter
    boxes_name_terms: bool = False  # whether the titles of several boxes do
    in_box: bool = False  # whether the last heading is the title of a box


def common(text: str, html: Callable[[str], list[Block]], scripted: bool = False) -> Common:
    """The document as common Markdown.

    ``html`` reads a piece of HTML; ``scripted`` is true for MDX.
    """
    text = re.sub("[\ue000-\ue002]", "", text.replace("\r\n", "\n").replace("\r", "\n"))
    found = Common(lines=text.split("\n"))
    found.body = front_matter_end(found.lines)
    found.lines[: found.body] = [""] * found.body
    _comments(found.lines)
    found.boxes_name_terms = markdown_boxes.name_terms(found.lines)
    markdown_calls.without_drawings(found.lines)
    for reader in (markdown_readme.settled, markdown_entry_calls.settled):
        for start, end, made in reader(found.lines):
            _put(found, start, end, made)
    _set_bullets(found.lines)
    markdown_cards.settled(found.lines)
    markdown_myst.boxes(found.lines)
    markdown_rows.draw(found.lines)
    markdown_html.free_headings(found.lines)
    markdown_html.with_marks(found.lines)
    markdown_html.join_spans(found.lines)
    _fences(found, html)
    if scripted:
        found.lines = ["" if _SCRIPT.match(line) else line for line in found.lines]
    return found


_BULLET = re.compile(r"^(\s{0,8})[•●▪◦‣]\s*(?=[^\s•●▪◦‣])")
BULLETS = 3  # lines that begin with such a sign


def _set_bullets(lines: list[str]) -> None:
    """Begin lines with the sign of a list where they were typed or pasted with a round one."""
    if sum(_BULLET.match(line) is not None for line in lines) < BULLETS:
        return
    fenced = False
    for index, line in enumerate(lines):
        fenced = fenced != line.lstrip().startswith(("```", "~~~"))
        if not fenced:
            letter = re.fullmatch(r"\s*[^\W\d_]\s*", line) is not None  # over the next ones
            lines[index] = f"###### {line.strip()}" if letter else _BULLET.sub(r"\1- ", line)


def front_matter_end(lines: Sequence[str]) -> int:
    """The index of the first line after the front matter (dashes, pluses or braces around it), 0 without."""
    mark = lines[0].strip("\ufeff \t") if lines else ""
    if mark == "{":
        end = next((i for i, line in enumerate(lines[1:400], 1) if line.rstrip() == "}"), 0)
        return end + 1 if end and re.match(r'\s*"[\w-]+"\s*:', lines[1]) else 0
    if mark not in ("---", "+++"):
        return 0
    end = next((i for i, line in enumerate(lines[1:400], 1) if line.rstrip() in (mark, "...")), 0)
    keyed = any(re.match(r"[\w-]+\s*[:=]", line) for line in lines[1:end])
    return end + 1 if end and keyed else 0


def _comments(lines: list[str]) -> None:
    """Remove HTML and Obsidian comments, also over several lines; fenced code stays unchanged."""
    inside = ""
    fence = ""
    emptied: list[int] = []
    for index, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark and not inside:
            fence = "" if fence and mark["sign"].startswith(fence) else fence or mark["sign"]
        if fence or not (inside or "<!--" in line or "{/*" in line):
            continue
        out, rest = "", line
        while rest:
            if inside:
                _, found, rest = rest.partition(inside)
                inside = "" if found else inside
                continue
            opened = re.search(r"<!--|\{/\*", rest)
            if not opened:
                out += rest
                break
            out += rest[: opened.start()]
            rest = rest[opened.end() :]
            inside = "-->" if opened[0] == "<!--" else "*/}"
        lines[index] = out.rstrip() if out.strip() else ""
        if not lines[index]:
            emptied.append(index)
    done = 0
    for start in emptied:  # a blank line would end a table
        if start < max(done, 1) or not _is_row(lines[start - 1]):
            continue
        done = next((more for more in range(start, len(lines)) if lines[more]), len(lines))
        if done < len(lines) and _is_row(lines[done]):
            lines[start:done] = ["| |"] * (done - start)


def _is_row(line: str) -> bool:
    return line.lstrip().startswith("|")


def _fences(found: Common, html: Callable[[str], list[Block]]) -> None:
    """Convert all lines outside of fenced code; the fence of a glossary directive is removed."""
    lines = found.lines
    index, fence = 0, ""
    tight = sum(bool(_TIGHT.match(line)) for line in lines) >= 2
    while index < len(lines):
        mark = _FENCE.match(lines[index]) or (None if fence else _COLON_FENCE.match(lines[index]))
        if mark and (not fence or mark["sign"].startswith(fence)):
            if not fence and _LISTED.match(mark["what"]):
                markdown_myst.unfence(lines, index, mark["sign"])
                index += 1
                continue
            fence = "" if fence else mark["sign"]
        elif not fence:
            index = _line(found, index, html, tight)
            continue
        index += 1


def _line(found: Common, index: int, html: Callable[[str], list[Block]], tight: bool) -> int:
    """Convert one line and the lines that belong to it; return the index of the next line."""
    lines = found.lines
    markdown_rules.completed(lines, index)
    line = lines[index]
    if (end := _html_end(found, index)) > index:
        told = "\n".join(map(_said, markdown_html.with_markdown(lines[index:end])))
        made = html(f"<dl>{told}\n</dl>" if markdown_html.is_loose(line) else told)
        _put(found, index, end, [moved(block, index) for block in made])
        return end
    if end := _headed_html(found, index, html) or _drawn(found, index):
        return end
    if abbreviation := _ABBREVIATION.match(line):
        name, text = clean_name(abbreviation["name"]), tidy(_said(abbreviation["text"]))
        _put(found, index, index + 1, [Pair(line=index + 1, names=(name,), bodies=(text,))])
        return index + 1
    if (end := _told_apart(found, index)) > index:
        return end
    if _CONTENTS.match(line) or _TARGET.match(line):
        lines[index] = ""
        return index + 1
    if markdown_boxes.named(lines, index):
        return index + 1
    if (end := _remark(found, index)) > index:
        return end
    if markdown_boxes.unboxed(lines, index):
        return index + 1
    if index and _CLOSE_COLON.match(line) and _is_under_name(lines, index):
        line = lines[index] = f": {line.lstrip()[1:]}"
    if index and _DEFINITION.match(line):
        _several_names(lines, index)
    if not markdown_calls.headed(lines, index):
        lines[index] = _common_line(line, tight)
    return index + 1


def _told_apart(found: Common, index: int) -> int:
    """The index after a footnote, or a note to a colleague, that is no content; the same for other lines."""
    line, end = found.lines[index], index
    if colleague_notes.is_note(line):
        end, why = index + 1, colleague_notes.WHY
    elif _FOOTNOTE.match(line):
        end, why = _indented_end(found.lines, index), "footnote"
    if end > index:
        said = tidy(_said(" ".join(found.lines[index:end])))
        _put(found, index, end, [Noise(line=index + 1, text=said[:200], why=why)])
    return end


def _drawn(found: Common, index: int) -> int:
    """The index after the drawn table that begins here; 0 for other lines."""
    table = drawn_table(found.lines, index)
    if not table:
        return 0
    drawn, end = table
    rows = (replace(row, cells=tuple(map(fragment.shown, row.cells))) for row in drawn.rows)
    block, over = replace(drawn, rows=tuple(rows)), caption(found.lines, end)
    _put(found, index, end, [block, over] if over else [block])
    return end


def _html_end(found: Common, index: int) -> int:
    """The index after the list or table in HTML that begins here; at most ``index`` if there is none."""
    if markdown_html.is_loose(found.lines[index]):
        return markdown_html.loose_end(found.lines, index)
    tag = markdown_html.opens(found.lines[index]) if found.open_regions < MAX_OPEN else ""
    end = markdown_html.region_end(found.lines, index, tag) if tag else index
    found.open_regions += bool(tag) and not end
    return end


def _headed_html(found: Common, index: int, html: Callable[[str], list[Block]]) -> int:
    """The index after a list or table in HTML that begins in the line of its heading; 0 for other lines."""
    lines = found.lines
    opened = markdown_html.under_heading(lines[index]) if found.open_regions < MAX_OPEN else None
    if not opened:
        return 0
    head, region, tag = opened
    line, lines[index] = lines[index], region
    end = markdown_html.region_end(lines, index, tag)
    if not end:
        lines[index] = line
        found.open_regions += 1
        return 0
    made = html("\n".join(map(_said, markdown_html.with_markdown(lines[index:end]))))
    over = heading(index + 1, _said(head.lstrip("#")), len(head) - len(head.lstrip("#")))
    _put(found, index, end, [over, *(moved(block, index) for block in made)])
    return end


_CLOSE_COLON = re.compile(r"\s{0,3}:(?=[^\W\d_])(?![\w+-]{1,40}:)(?=[^\n]{5,})")


def _is_under_name(lines: Sequence[str], index: int) -> bool:
    """Whether the line above could be a name, so that ":The text" below it is a definition."""
    above = lines[index - 1].strip()
    return bool(above) and not _BLOCK.match(above.lstrip("*_")) and is_name_like(above.strip("*_`"))


def _several_names(lines: list[str], index: int) -> None:
    """Join the names above a definition, each on its own line, on the last of these lines."""
    if index > 1 and not lines[index - 1].strip():  # the definition may stand below a blank line
        index -= 1
    start = index
    while (
        start
        and index - start < MAX_NAMES
        and lines[start - 1].strip()
        and not _BLOCK.match(lines[start - 1])
    ):
        start -= 1
    said = lines[start:index]
    if len(said) < 2 or (start and lines[start - 1].strip()) or any(map(_DEFINITION.match, said)):
        return
    if all(is_name_like(name.strip().strip("*_`")) and not name.startswith("    ") for name in said):
        lines[start:index] = [*("" for _ in said[1:]), NAME_BREAK.join(name.strip() for name in said)]


_BOLD_NAME = r"\*\*[^*\n]{2,60}\*\*"
_CLAUSE = re.compile(  # a bold name of a contract, numbered or in quotes: '1.2 "**Hirer**" means …'
    rf"^(?:\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.?[ \t]+)?[\"“„«]?(?P<name>{_BOLD_NAME})[\"”“»]?"
    rf"(?P<others>(?:{JOINED}[\"“„«]{_BOLD_NAME}[\"”“»]){{0,3}})"
    r"(?=[ \t]+(?:\(|(?:means?|shall|has|is|bedeutet|bezeichnet|désigne|signifie|significa|betekent|"
    rf"означает|{MEANS}|{MEANS_OBJECT})\b))"
)
_BETWEEN = re.compile(rf"{JOINED}(?=[\"“„«]\*\*)")


def _bare_clause(found: re.Match[str]) -> str:
    """The name of a clause without its number and quotes, and its other names, each after "or"."""
    return found["name"] + _BETWEEN.sub(" or ", found["others"])


def _common_line(line: str, tight: bool) -> str:
    if (told := _PROPERTY.match(line)) and (not told["empty"] or is_exact(told["empty"])):
        return ""
    line = markdown_boxes.begun(markdown_properties.as_field(line))
    line = _CLAUSE.sub(_bare_clause, _HTML_INSIDE.sub("", line))
    if tight or _ANCHORED.match(line):
        line = _TIGHT.sub(r"\1 ", line)
    return _said(line, linked=True)


_WIKI_LINK = re.compile(
    r"(?<!!)\[\[(?:[^\[\]|\n#]{0,200}#(?!\^))?(?P<page>[^\[\]|\n#]{1,200})(?:#[^\[\]|\n]{0,200})?(?:\|(?P<said>[^\[\]\n]{1,200}))?\]\]"
)


def _of_wiki(link: re.Match[str]) -> str:
    return link["page"] if link["said"] is None else _shown_in_link(link)


def _said(line: str, linked: bool = False) -> str:
    """The visible text of a line; code between backticks stays unchanged.

    With ``linked``, links between pages of a wiki become common links.
    """
    line = markdown_attributes.shown(raised.in_line(line))
    if not any(sign in line for sign in "{[=%:*_^>\\+"):
        return line
    line = _ROLE.sub(r"\1", line) if "}`" in line else line
    line = markdown_attributes.without_attributes(line)
    parts = _CODE.split(line)
    for place in range(0, len(parts), 2):
        if linked and "[[" in parts[place] and "|" not in line.lstrip()[:1]:
            parts[place] = _WIKI_LINK.sub(lambda found: f"[{_of_wiki(found)}](#wiki)", parts[place])
        if "{{" in parts[place] or "{%" in parts[place]:
            parts[place] = markdown_calls.shown_by_calls(parts[place], line)
        for pattern, instead in _INLINE:
            parts[place] = pattern.sub(instead, parts[place])
    line = "".join(parts)
    if "**" not in line and "__" not in line:
        return line
    return _LOOSE_BOLD.sub(_tight_bold, _OPEN_BOLD.sub(r"\g<before>\g<mark>\g<name>\g<mark> ", line))


def _tight_bold(found: re.Match[str]) -> str:
    """Bold words without spaces inside the marks, which some editors write: "**Name **"."""
    mark, inner = found[1], found[2].strip()
    if found[0] == f"{mark}{inner}{mark}" or not inner:
        return found[0]
    return f"{mark}{inner}{mark}"


def _put(found: Common, start: int, end: int, blocks: Sequence[Block]) -> None:
    """Put a placeholder at ``start`` for the lines before ``end``, separate from neighbouring text."""
    found.lines[start:end] = [""] * (end - start)
    found.lines[start] = _PLACE.format(len(found.places))
    found.places.append(blocks)


def _indented_end(lines: Sequence[str], start: int) -> int:
    """The index after a footnote; its further lines are indented or follow without a blank line."""
    index = start + 1
    while index < len(lines):
        line = lines[index]
        if not line.strip():
            after = next((more for more in lines[index + 1 : index + 3] if more.strip()), "")
            if not after.startswith(("    ", "\t")):
                return index
        elif not line.startswith((" ", "\t")) and (_FOOTNOTE.match(line) or _BLOCK.match(line)):
            return index
        index += 1
    return index


_DEFINITION = re.compile(r"\s{0,3}[:~]\s+\S")
_BLOCK = re.compile(r"#{1,6}\s|[-*+]\s|\||>|\d+[.)]\s|\*\*|:::|!!!|\*\[")


def _remark(found: Common, index: int) -> int:
    """The index after a box without a title among those of terms, which is told; 0 for other lines."""
    line = found.lines[index]
    titled = markdown_boxes.is_titled(line)
    if titled or markdown_boxes.is_heading(line):
        found.in_box = titled
    among_terms = found.in_box and found.boxes_name_terms
    end = markdown_boxes.end_of_remark(found.lines, index) if among_terms else 0
    if end:
        said = tidy(" ".join(text.strip("> :") for text in found.lines[index + 1 : end]))
        _put(found, index, end, [Noise(line=index + 1, text=said[:200], why="box without a title")])
    return end


def moved(block: Block, by: int) -> Block:
    """The block with its line numbers increased by ``by``."""
    if isinstance(block, Table):
        rows = tuple(replace(row, line=row.line + by) for row in block.rows)
        return replace(block, line=block.line + by, rows=rows)
    if isinstance(block, Labelled):
        inner = replace(block.otherwise, line=block.otherwise.line + by)
        return replace(block, line=block.line + by, otherwise=inner)
    return replace(block, line=block.line + by)
