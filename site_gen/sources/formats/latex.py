"""LaTeX to drafts: glossary and acronym packages, description lists, acronym environments.

Macros are never executed: a reader of brace groups finds the arguments, and commands in a text are replaced
by the words that they show. Macros of the document itself are written out where they make entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from site_gen.model import names
from site_gen.sources import shape
from site_gen.sources.draft import Draft, Piece, Reading, Skipped, UnreadableError
from site_gen.sources.formats import struck
from site_gen.sources.formats.by_shape import of_markup
from site_gen.sources.formats.decode import check_lines, check_size, put_in
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.latex_bib import as_macros
from site_gen.sources.formats.latex_macros import expanded
from site_gen.sources.formats.latex_own_macros import uses
from site_gen.sources.formats.latex_page import page
from site_gen.sources.formats.latex_text import group, shown
from site_gen.sources.shape import defining
from site_gen.sources.shape.blocks import Block, Noise, Pair, clean_name, count_words, tidy
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.scope import names_glossary, speaks_of_glossary

MAX_BYTES = 2_000_000
MAX_ENVIRONMENT = 10_000  # characters of the text of one term
MAX_OPEN = 100  # number of unclosed braces
_COMMENT = re.compile(r"(?<!\\)%.*$", re.MULTILINE)
_VERBATIM = re.compile(r"\\begin\{(verbatim|lstlisting|comment|minted)\}.*?(?:\\end\{\1\}|\Z)", re.DOTALL)
_OVERLAY = re.compile(r"\\item\s?<[^<>\n]{1,30}>")  # on which slides an item stands
_MACRO = re.compile(
    r"\\(?P<name>longnewglossaryentry|newglossaryentry|provideglossaryentry|newdualentry|newacronym|newabbreviation|"
    r"longprovideglossaryentry|newterm|newabbr|DeclareAcronym|acrodef|acro|acroextra|newacro|nomenclature|"
    r"glsxtrnewsymbol|newsym|item|begin|end|newcommand|renewcommand|providecommand|def|newenvironment)"
    r"(?![A-Za-z])\*?"
)


@dataclass(slots=True, kw_only=True)
class _Found:
    drafts: list[Draft] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    lists: list[Block] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)  # by label: a sense of a term names only its parent


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of a LaTeX document. Raises ``UnreadableError``, also for a document without any."""
    from site_gen.sources.formats import html as pages

    check_size(document.text.encode(), MAX_BYTES)
    text = document.text.replace("\r\n", "\n").replace("\r", "\n")
    text = as_macros(text, document.filename)
    text = _VERBATIM.sub(lambda found: "\n" * found[0].count("\n"), _COMMENT.sub("", text))
    if text.count("{") > text.count("}") + MAX_OPEN:
        raise UnreadableError("import-unreadable", "braces are opened that nothing closes", "check the file")
    text = _OVERLAY.sub(r"\\item", text)
    found = _Found()
    text = _referred(expanded(text))
    _scan(text, found)
    starts = _line_starts(text)
    for use in uses(text):
        _add(found, _line_at(starts, use.place), use.name, list(use.also), use.text)
    found.skipped += _footnotes(text, starts)
    found.drafts.sort(key=lambda draft: draft.line)
    if not found.drafts and found.lists:
        return shape.read(found.lists, chosen)
    if not found.drafts:
        check_lines(text)
        marked = of_markup(pages.blocks(page(text)), chosen)
        if marked.drafts and _is_glossary(marked):
            return marked
        raise UnreadableError(
            "import-nothing",
            "this is LaTeX, of which glossary packages, acronyms, description lists and tables are read; "
            "none is in it",
            "convert it with 'pandoc FILE -t html -o glossary.html', or import the file that defines entries",
        )
    left = [_beside(block) for block in found.lists]
    return Reading(drafts=tuple(_with_acronyms(found.drafts)), skipped=(*found.skipped, *left))


def _beside(block: Block) -> Skipped:
    """An item of a list that describes something in a document whose entries macros make."""
    if isinstance(block, Pair):
        said = f"{block.names[0]}: {' '.join(block.bodies)}"
        return Skipped(line=block.line, text=tidy(said)[:200], why="list beside the entries of a package")
    return Skipped(line=block.line, text=getattr(block, "text", ""), why=getattr(block, "why", ""))


def _footnotes(text: str, starts: list[int]) -> Iterator[Skipped]:
    for mark in _FOOTNOTE.finditer(text):
        said, _ = group(text, mark.end())
        if said and (words := tidy(shown(said))):
            yield Skipped(line=_line_at(starts, mark.start()), text=words[:200], why="footnote")


def _is_glossary(reading: Reading) -> bool:
    """Whether a page is a glossary and no article or letter: a heading, a column or most texts say so."""
    if speaks_of_glossary(reading.title) or any(names_glossary(head.text) for head in reading.headings):
        return True
    said = [defining.defines(draft.name, piece.text) for draft in reading.drafts for piece in draft.body[:1]]
    return bool(reading.columns) or 2 * sum(said) > len(reading.drafts)


_LABELLED = re.compile(
    r"\\(?:new|provide|longnew)glossaryentry\*?\s*\{(?P<label>[^{}\n]{1,100})\}|"
    r"\\new(?:acronym|abbreviation)\s*(?:\[(?:[^\[\]]|\[[^\[\]]{0,100}\]){0,300}\])?\s*\{(?P<key>[^{}\n]{1,100})\}\s*\{(?P<short>[^{}\n]{1,100})\}"
)
_REFERENCE = re.compile(
    r"\\(?P<macro>(?:[Gg]ls|GLS)(?:pl|first|name|entryname|entrytext|text)?|[Aa]cr(?:short|long|full)(?:pl)?|[Aa]c[slf]?p?)\*?"
    r"\{(?P<label>[^{}]{1,100})\}"
)


def _referred(text: str) -> str:
    """The text with the name of an entry in the place of each reference to it: ``\\gls{label}``."""
    names_of: dict[str, str] = {}
    plurals: dict[str, str] = {}
    for found in _LABELLED.finditer(text):
        if found["label"]:
            values, _ = group(text, found.end())
            keys, label = _keys(values or ""), _joined(found["label"])
            names_of[label], plurals[label] = keys.get("text") or keys.get("name", ""), keys.get("plural", "")
        else:
            names_of[_joined(found["key"])] = found["short"]

    def name(found: re.Match[str]) -> str:
        label = _joined(found["label"])
        known = names_of.get(label)
        if not known:
            return found[0]
        if found["macro"].endswith("pl"):
            known = plurals.get(label) or f"{known}s"
        known = known.replace(" ", "\n", found["label"].count("\n"))  # the lines keep their numbers
        return f"{{{known[:1].upper() + known[1:] if found['macro'][0].isupper() else known}}}"

    return put_in(_REFERENCE, name, text, MAX_BYTES)


def _joined(label: str) -> str:
    """A label as LaTeX reads it, where a line may end inside of it."""
    return " ".join(label.split())


def _with_acronyms(drafts: list[Draft]) -> Iterator[Draft]:
    """The drafts, where an entry for the long form of an acronym gets the acronym as another name.

    An acronym that one macro makes together with such an entry is no entry itself.
    """
    shorts = {
        names.fold(piece.text): draft.name for draft in drafts for piece in draft.body if len(draft.body) == 1
    }
    told = {(draft.line, names.fold(draft.name)) for draft in drafts if draft.body}
    for draft in drafts:
        long = names.fold(draft.body[0].text) if len(draft.body) == 1 else ""
        if (draft.line, long) in told and long != names.fold(draft.name):
            continue
        short = shorts.get(names.fold(draft.name))
        fits = short and short != draft.name and (short.isupper() or count_words(short) == 1)
        yield replace(draft, also=(*draft.also, short)) if short and fits else draft


def _scan(text: str, found: _Found) -> None:
    """Read the macros in order. Each one consumes its arguments, so that nothing is read twice."""
    place = 0
    starts = _line_starts(text)
    environments: list[str] = []
    while mark := _MACRO.search(text, place):
        line, name = _line_at(starts, mark.start()), mark["name"]
        place = mark.end()
        if name in ("begin", "end"):
            inner, place = group(text, place)
            if name == "begin":
                environments.append(inner or "")
                _of_environment(text, place, line, inner or "", found)
            elif environments:
                environments.pop()
        elif name == "item":
            place = _item(text, place, line, environments, found)
        elif name in ("newcommand", "renewcommand", "providecommand", "newenvironment", "def"):
            place = _skip_definition(text, place)
        else:
            place = _entry(text, place, name, line, found)


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", text))]


def _line_at(starts: list[int], place: int) -> int:
    from bisect import bisect_right

    return bisect_right(starts, place)


def _skip_definition(text: str, place: int) -> int:
    """The position after the definition of a macro, whose body contains no entry."""
    name = re.compile(r"\s*(?:\{\\?\w+\}|\\\w+)").match(text, place)
    place = name.end() if name else place
    for _ in range(3):
        _, place = group(text, place, "[]")
    for _ in range(2):
        _, place = group(text, place)
    return place


def _entry(text: str, place: int, macro: str, line: int, found: _Found) -> int:
    options, place = group(text, place, "[]")
    first, place = group(text, place)
    if macro in ("acro", "acrodef", "newacro") and options is None:
        options, place = group(text, place, "[]")
    if first is None:
        return place
    if macro in ("newglossaryentry", "provideglossaryentry", "DeclareAcronym") or macro.startswith("long"):
        return _with_keys(text, place, macro, first, line, found)
    if macro == "glsxtrnewsymbol":
        sign, place = group(text, place)
        _add(found, line, sign or first, [], _keys(options or "").get("description", ""))
        return place
    if macro == "newterm":
        keys = _keys(options or "")
        _add(found, line, keys.get("name", first), [], keys.get("description", ""))
        return place
    if macro == "nomenclature":
        second, place = group(text, place)
        _add(found, line, first, [], second or "")
        return place
    second, place = group(text, place)
    if macro in ("acro", "acrodef", "newacro", "acroextra"):
        _acronym(found, line, options or first, second or "", {})
        return place
    third, place = group(text, place)
    fourth, after = group(text, place) if macro == "newdualentry" else (None, place)
    keys = _keys(options or "")
    if fourth:
        _add(found, line, f"{third} ({second})", [], fourth)
        return after
    _acronym(found, line, second or first, third or "", keys)
    return place


def _with_keys(text: str, place: int, macro: str, label: str, line: int, found: _Found) -> int:
    values, place = group(text, place)
    keys = _keys(values or "")
    description = keys.get("description", "")
    if macro.startswith("long"):
        body, place = group(text, place)
        description = body or description
    short, long = keys.get("short", ""), keys.get("long", "")
    if macro == "DeclareAcronym":
        _acronym(found, line, short or label, long, {"description": keys.get("extra", "")})
        return place
    name = keys.get("name", "") or keys.get("text", "") or found.named.get(keys.get("parent", ""), label)
    found.named[_joined(label)] = name
    also = [
        keys[key]
        for key in ("first", "long", "short", "symbol2")
        if key in ("long", "short") and keys.get(key)
    ]
    _add(found, line, name, also, description)
    return place


def _acronym(found: _Found, line: int, short: str, long: str, keys: dict[str, str]) -> None:
    """Add an acronym; its text is the long form, or the description if there is one."""
    description = keys.get("description", "")
    if description:
        _add(found, line, f"{short}", [long], description)
    else:
        _add(found, line, short, [], long)


def _pair(line: int, name: str, said: str) -> Pair | Noise:
    """An item of a list, unless its name is struck through."""
    label = clean_name(tidy(shown(name)))
    if _STRUCK.match(name):
        return Noise(line=line, text=f"{label} {tidy(said)}"[:200], why=struck.WHY)
    return Pair(line=line, names=(label,), bodies=(said,))


_FOOTNOTE = re.compile(r"\\footnote(?:text)?(?![A-Za-z])(?:\[[^\[\]]{0,20}\])?")
_STRUCK = re.compile(r"\s*\\(?:sout|st|strike)\s*\{[^{}]*\}\s*$")


def _add(found: _Found, line: int, name: str, also: list[str], text: str) -> None:
    shown_name, shown_text = clean_name(tidy(shown(name))), shown(text).strip()
    if _STRUCK.match(name):
        said = f"{shown_name} {tidy(shown_text)}"
        found.skipped.append(Skipped(line=line, text=said[:200], why=struck.WHY))
        return
    if "#" in name or not shown_name:
        found.skipped.append(
            Skipped(line=line, text=tidy(text)[:200] or name, why="part of a macro's definition")
        )
        return
    others = tuple(other for part in also if (other := tidy(shown(part))))
    body = (Piece(line=line, text=shown_text),) if shown_text else ()
    if not body and not others:
        found.skipped.append(Skipped(line=line, text=shown_name, why="name without a text"))
        return
    found.drafts.append(Draft(name=shown_name, line=line, how="entry", body=body, also=others))


_KEY = (  # of an entry, which may follow without a comma
    r"(?:name|text|description|plural|first|firstplural|symbol|sort|type|parent|see|seealso|short|long|"
    r"shortplural|longplural|category|user[1-6])\s{0,9}="
)


def _keys(text: str) -> dict[str, str]:
    """The keys and values of "name={…}, description={…}"; braces around a value are optional."""
    out: dict[str, str] = {}
    place = 0
    while found := re.compile(r"\s*,?\s*([A-Za-z][\w -]*?)\s*(=|,|$)").match(text, place):
        if found.end() == place:
            break
        place = found.end()
        if found[2] != "=":
            continue
        value, after = group(text, place)
        rest = re.compile(rf"\s*(?:,|$|{_KEY})").match(text, after) if value is not None else None
        if value is None or not rest:
            stop = _comma(text, place)
            following = re.compile(rf"\s{_KEY}\s{{0,9}}\{{").search(text, place, stop)
            stop = following.start() if following else stop
            value, after = text[place:stop].strip(), stop
        out[found[1].lower()] = value
        place = after
    return out


def _comma(text: str, place: int) -> int:
    """The position of the next comma outside of braces and of "[…, …]", or the end of the text."""
    depth = 0
    for mark in re.compile(r"\\.|[{},]", re.DOTALL).finditer(text, place):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if mark[0] == "," and depth <= 0 and not _in_brackets(text, place, mark.start()):
            return mark.start()
    return len(text)


def _in_brackets(text: str, start: int, place: int) -> bool:
    """Whether a position is inside of square brackets, which close before another key."""
    rest = re.compile(r"[^\[\]=\n]{0,80}\]").match(text, place)
    return rest is not None and text.rfind("[", start, place) > text.rfind("]", start, place)


def _item(text: str, place: int, line: int, environments: list[str], found: _Found) -> int:
    """Read an item of a description list: the name in brackets, and the text up to the next item."""
    name, after = group(text, place, "[]")
    inside = environments[-1] if environments else ""
    if name is None or inside in ("itemize", "enumerate"):
        return place
    stop = re.compile(
        r"\\item(?![A-Za-z])|\\end\s*\{(?:description|acronym|labeling|glossary)|\\(?:sub)*section\b"
    ).search(text, after)
    end = stop.start() if stop else len(text)
    end = _outer_end(text, after, end)
    said = shown(text[after:end]).strip()
    found.lists.append(_pair(line, name, said))
    return after


_OF_TERMS = frozenset(
    [
        "vocabulary",
        "vocab",
        "term",
        "keyterm",
        "glossentry",
        "glossaryentry",
        "glossterm",
        "definition",
        "defn",
    ]
)


def _of_environment(text: str, place: int, line: int, kind: str, found: _Found) -> None:
    """Read the entry in an environment for one term, whose argument is the name."""
    if kind.rstrip("*").lower() not in _OF_TERMS:
        return
    name, after = group(text, place, "[]")
    if name is None and kind.rstrip("*").lower() not in ("definition", "defn"):
        name, after = group(text, place)
    end = text.find(f"\\end{{{kind}}}", after, after + MAX_ENVIRONMENT)
    if name and end > 0:
        said = shown(text[after:end]).strip()
        found.lists.append(_pair(line, name, said))


def _outer_end(text: str, start: int, end: int) -> int:
    """The end of an item, moved further if the item contains a list itself."""
    nested = re.compile(r"\\begin\s*\{(itemize|enumerate)\}").search(text, start, end)
    if not nested:
        return end
    close = re.compile(r"\\end\s*\{" + nested[1] + r"\}").search(text, nested.end())
    stop = re.compile(r"\\item\s*\[|\\end\s*\{description").search(text, close.end()) if close else None
    return stop.start() if stop else end
