"""Walk once through all blocks of a document and collect the entries, when the styles of names are known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from site_gen.model import names
from site_gen.sources.draft import Draft, Piece, Skipped
from site_gen.sources.shape import defining, edges_of_lists, nested_items, table_layout, tables
from site_gen.sources.shape.blocks import (
    Block,
    Field,
    Heading,
    Label,
    Labelled,
    Noise,
    Pair,
    Prose,
    Table,
    abbreviates,
    clean_name,
    count_words,
    is_name_like,
    is_placeholder,
    is_question,
    speaks_of,
)
from site_gen.sources.shape.header_roles import role_of
from site_gen.sources.shape.sections import in_order, is_facet, is_structure, option_of, sections
from site_gen.sources.shape.vocabulary import ASKS_FOR_MEANING, CALL, DEFINES, ORDINAL, STRUCTURE

_SMALL = frozenset(["a", "an", "the", "of", "in", "on", "for", "to", "and", "or", "&", "with", "as"])
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{4,300}|[\w.-]{2,60}@[\w.-]{3,60}|[\w-]{2,60}(?:\.[\w<>-]{2,60}){2,9}"
)
_SHORT = re.compile(r"\((?P<short>[^()\s]{2,10})\)")
_SEE = re.compile(  # "Backlog, see Queue", "Backlog → Queue"
    r"(?P<name>[^,;:→⇒]{1,80}?)(?:[,;:.]|\s[–—-])?\s+"
    r"(?:see(?: under)?|siehe|vgl\.|voir|véase|vedi|zie|см\.|bkz\.?|→|⇒|=>|"
    r"-+>)\s+(?P<other>[^\s,;:].{0,80}?)\.?",
    re.IGNORECASE,
)
_SEE_INSIDE = re.compile(
    r"(?:\b(?:see|siehe|voir|véase|vedi|zie|см)\b|→)", re.IGNORECASE
)  # "Byte (see Units)"
_SIGN_FIRST = re.compile(r"^\s*(?:[:：–—→⇒]|={1,2}>?|->)\s+(?=\S)")  # "\\item[Queue] : the cases that wait"
ORDERED = 0.8  # share of neighbours in alphabetical order
CLOSING = frozenset(
    ["letter heading", "navigation", "footnote", "end of a section", "end of a letter", "foot of the page"]
)
NO_TEXT = "heading without text of its own"
NO_TEXT_IN_LIST = "name without a text"
ANNOUNCING = 3  # words of a label; longer texts before a list are sentences
MAX_ITEMS = 12  # of a list inside a text
BARE = 3  # words of a name that stands alone in a list
BEGUN = 5  # words of a text that a page breaks within a sentence
CONTENTS_SIGNS = 5_000  # of a text, enough to know a list of contents
CONTENTS, MOSTLY = 5, 0.7  # headings that a list of contents has, and their share of its characters
PART = "heading over a part of the document"
_CLAUSE = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+[^\W\d_a-zß-ÿ]")
OTHER = "heading of another kind than the entries"


@dataclass(kw_only=True, slots=True)
class Walk:
    """Goes through the blocks once; the last draft is open until something ends it."""

    blocks: Sequence[Block]
    labels: frozenset[str]
    heads: frozenset[str]
    beside: frozenset[int]  # by identity: headings that are entries although their style is not
    layouts: Mapping[int, table_layout.Layout]  # by identity of the table
    drafts: list[Draft] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    headings: list[Piece] = field(default_factory=list)
    body: list[Piece] = field(default_factory=list)
    open: bool = False
    depth: int = 0
    listed: int = 0  # number of nested lists around the open entry
    broad: str = ""  # last entry that is a heading, and no kind of the one above
    aside: str = ""  # heading of an example or note inside the open entry
    said: str = ""  # last text of the open entry that is no list of links
    why: str = "introduction"
    times: Counter[str] = field(default_factory=Counter)
    bodies: dict[int, str] = field(default_factory=dict)  # by identity; line numbers may repeat
    known: frozenset[str] = frozenset()
    over: frozenset[int] = frozenset()  # headings, by identity, right over a table of entries
    ended: frozenset[int] = frozenset()  # texts, by identity, after the last entry of a list
    after_lines: frozenset[int] = frozenset()  # texts, by identity, after the last of entries in lines
    over_lists: frozenset[int] = frozenset()  # texts, by identity, between two lists of entries
    inner: frozenset[int] = frozenset()  # by identity: items of lists inside the texts of entries
    among: frozenset[int] = frozenset()  # by identity: entries named like a part of an entry
    bare: frozenset[int] = frozenset()  # by identity: headings with nothing below them

    def run(self) -> None:
        """Go through all blocks once; afterwards the drafts and the text left out are complete."""
        parts = sections(self.blocks, self.labels)
        self.times = Counter(names.fold(part.head.text) for part in parts)
        self.bodies = {id(part.head): part.text for part in parts if part.body}
        self.known = frozenset(names.key(part.head.text) for part in parts)
        self.over = frozenset(id(p.head) for p in parts if not p.body and id(p.after) in self.layouts)
        self.bare = frozenset(
            id(part.head) for part in parts if not part.body and isinstance(part.after, Heading | None)
        )
        self.ended = frozenset(edges_of_lists.after_lists(self.blocks, self.labels))
        self.after_lines = frozenset(edges_of_lists.after_lines(self.blocks, self.labels))
        self.over_lists = frozenset(edges_of_lists.between_lists(self.blocks, self.labels))
        inside = (edges_of_lists.inside_others, nested_items.inside)
        self.inner = frozenset(one for find in inside for one in find(self.blocks, self.labels))
        self.among = frozenset(self._among([part.head for part in parts]))
        for block in self.blocks:
            self._take(block)
        self._close()

    def _among(self, found: Sequence[Heading]) -> Iterator[int]:
        """Headings that could name a part of an entry but are entries.

        Such a heading occurs once, and the entries around it are similar.
        """
        own = [head for head in found if head.style in self.heads]
        folded = [names.fold(head.text) for head in own]
        ordered = in_order([head.text for head in own]) >= ORDERED
        odd = [is_facet(head.text) for head in own]
        for place, head in enumerate(own):
            inside = 0 < place < len(own) - 1
            fits = ordered and inside and folded[place - 1] < folded[place] < folded[place + 1]
            fits = fits or (ordered and self._begins(place, folded, self.bodies.get(id(head), "")))
            alone = self.times[folded[place]] == 1
            thing = defining.names_thing(self.bodies.get(id(head), ""))
            addresses = thing and is_structure(head.text) and not CALL.match(folded[place])  # "Pay as you go"
            named = odd[place] or addresses or folded[place] in STRUCTURE
            said = odd[place] and place and thing
            if alone and ((fits and named) or said or (odd[place] and (inside or sum(odd) > 1))):
                yield id(head)

    def _begins(self, place: int, folded: Sequence[str], text: str) -> bool:
        """Whether the first of the headings stands in order before the next, over a definition."""
        first = place == 0 and len(folded) > 2 and folded[0] < folded[1]
        return first and defining.names_thing(text)

    def _take(self, block: Block) -> None:
        if isinstance(block, Labelled):
            option = option_of(block, self.labels)
            if option and (self._continues(block) or self._tells_address(option)):
                bold = option.style.startswith("bold")
                said = f"{option.name}: {option.body}" if bold else block.otherwise.text
                self._more(block.line, f"- {said}" if block.listed or not bold else said)
                return
            if option:
                self._start(option.name, block.line, "label", [Piece(line=block.line, text=option.body)])
                self.listed = block.listed
                return
            block = block.otherwise
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Prose):
            self._prose(block)
        elif isinstance(block, Field):
            self._field(block)
        elif isinstance(block, Pair):
            self._pair(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Noise):
            if block.why == "navigation" and self._announced():
                self.body.append(Piece(line=block.line, text=block.text))
                return
            if block.text:
                self._skip(block.line, block.text, block.why)
            if block.why in CLOSING or (block.why == "rule" and self.body):
                self._end_entry()

    def _continues(self, block: Labelled) -> bool:
        """Whether an item is part of the text above it, which announces a list: "Three kinds:"."""
        if id(block) in self.inner:
            return self.open and bool(self.body)
        if not self.open or self.drafts[-1].how != "label" or self.listed >= block.listed or not self.body:
            return False
        return self.body[0].text.rstrip().endswith((":", "：")) and len(self.body) <= MAX_ITEMS

    def _tells_address(self, option: Label) -> bool:
        """Whether a line only tells where the thing is that a heading above names: "Demo: https://…"."""
        headed = self.open and bool(self.body) and self.drafts[-1].how == "heading"
        return headed and _ADDRESS.fullmatch(option.body.strip()) is not None

    def _lists_kinds(self) -> bool:
        """Whether a definition list is part of the text under a heading that defines a term: "…, one of:"."""
        if not self.open or self.aside or not self.body or self.drafts[-1].how != "heading":
            return False
        last = self.body[-1].text
        if last.startswith("- "):  # an item of such a list
            return True
        first, name = self.body[0].text, self.drafts[-1].name
        told = defining.defines(name, first) or (". " in first and speaks_of(name, first, whole=True))
        return told and last.rstrip().endswith((":", "："))

    def _announced(self) -> bool:
        """Whether a line of links is part of the text under a heading: the sentence before announced it."""
        headed = self.open and self.drafts[-1].how == "heading" and not self.aside
        return headed and self.said.endswith((":", "：")) and count_words(self.said) > ANNOUNCING

    def _start(self, name: str, line: int, how: str, body: Sequence[Piece] = (), depth: int = 0) -> None:
        self._close()
        self.aside = self.said = ""
        self.drafts.append(Draft(name=clean_name(name), line=line, how=how))
        self.body = list(body)
        self.open, self.depth = True, depth

    def _close(self) -> None:
        """End the last draft: give it the text collected for it."""
        if self.body:
            first = replace(self.body[0], text=_SIGN_FIRST.sub("", self.body[0].text))
            self.drafts[-1] = replace(self.drafts[-1], body=(first, *self.body[1:]))
        self.body, self.open, self.listed = [], False, 0

    def _end_entry(self) -> None:
        if self.open:
            self.why = "after the text of the entry above"
        self._close()

    def _skip(self, line: int, text: str, why: str) -> None:
        self.skipped.append(Skipped(line=line, text=text, why=why))

    def _heading(self, head: Heading) -> None:
        why = self._no_name(head)
        if why == NO_TEXT and (see := _SEE.fullmatch(head.text)):
            self._start(
                see["name"], head.line, "heading", [Piece(line=head.line, text=f"See {see['other']}")]
            )
            self._close()
        elif not why:
            how = "question" if head.style == "question" else "heading"
            self._start(head.text, head.line, how, depth=head.depth)
            self.listed, self.broad = head.listed, head.text
        elif self.open and self.body and is_facet(head.text) and self._is_aside(head, why):
            self.aside = head.text  # an example or a note is no definition
            self._skip(head.line, head.text, f"'{head.text[:40]}' of the entry above")
        elif self.open and self._is_item(head):
            self._more(head.line, f"- {head.text}")
        elif self.open and self._is_narrower(head):
            self._start(head.text, head.line, "heading", depth=self.depth)
        elif self.open and self._is_inner(head):
            self.aside = ""
            if id(head) in self.bare:
                self._skip(head.line, head.text, NO_TEXT)
            else:
                self._more(head.line, head.text)
        else:
            self._skip(head.line, head.text, why)
            self.headings.append(Piece(line=head.line, text=head.text))
            self._close()
            self.why = f"under '{head.text[:60]}', which is no entry"

    def _is_aside(self, head: Heading, why: str) -> bool:
        """Whether a heading names a part that entries do not keep, or one with nothing in it."""
        return why == NO_TEXT or role_of(head.text) not in ("text", "also")

    def _no_name(self, head: Heading) -> str:
        """The reason why a heading names no entry, "" if it does."""
        text = self.bodies.get(id(head), "")
        folded = names.fold(head.text)
        if id(head) in self.beside:
            return ""
        if head.style not in self.heads and not (head.style == "question" and self.heads):
            return OTHER if text else NO_TEXT
        if not text:
            return NO_TEXT
        if id(head) in self.among:
            return ""
        if head.text.endswith(("?", "？", "؟")) and not is_question(head.text):
            return PART
        if is_placeholder(text):
            return NO_TEXT
        if self.times[folded] > 2 or CALL.match(folded):
            return PART
        if is_facet(head.text) and not self._is_told(head, text):
            return PART
        if ORDINAL.match(folded) and not self._is_own(head, text):
            return PART
        if ASKS_FOR_MEANING.match(head.text):
            return ""
        if not is_structure(head.text):
            return ""
        return "" if speaks_of(head.text, text, whole=True) and not self._lists_headings(text) else PART

    def _lists_headings(self, text: str) -> bool:
        """Whether a text is little more than headings of the document, as a list of contents."""
        folded = names.fold(text[:CONTENTS_SIGNS])
        said = [head for head in self.times if f" {head} " in f" {folded} "]
        return len(said) >= CONTENTS and sum(len(head) + 1 for head in said) >= MOSTLY * len(folded)

    def _is_own(self, head: Heading, text: str) -> bool:
        """Whether a text begins with its heading, as that of a term: "Section 508 refers to …"."""
        return names.fold(text).startswith(names.fold(head.text) + " ") and bool(DEFINES.search(text[:100]))

    def _is_told(self, head: Heading, text: str) -> bool:
        """Whether a text says what its heading is, also a part of others: "Sources are sites"."""
        own, said = head.text.casefold(), text[:100].casefold()
        return said.startswith(f"{own} ") and defining.goes_on(text[len(own) + 1 :][:100])

    def _is_narrower(self, head: Heading) -> bool:
        """Whether a heading inside an entry names a kind of what the entry names: "Warm handover"."""
        own, name = names.words(head.text), names.words(self.broad)
        kind = len(own) > len(name) > 0 and own[-len(name) :] == name and not is_structure(head.text)
        return kind and head.sure and head.depth > self.depth > 0 and bool(self.bodies.get(id(head)))

    def _is_item(self, head: Heading) -> bool:
        """Whether a bold item without a text is one of a list that the text under a heading announces."""
        announced = self.said.endswith((":", "：")) or self.said.startswith("- ")
        return head.listed > 0 and not head.sure and announced and self.drafts[-1].how == "heading"

    def _is_inner(self, head: Heading) -> bool:
        """Whether a heading that is no name is part of the open entry: "Example", or a heading of a lower
        level.
        """
        if is_facet(head.text) or self.times[names.fold(head.text)] > 2:
            return True
        return head.sure and head.depth > self.depth > 0 and id(head) not in self.over | self.bare

    def _prose(self, prose: Prose) -> None:
        if self._is_rest(prose):
            self.body[-1] = replace(self.body[-1], text=f"{self.body[-1].text.rstrip()} {prose.text}")
            return
        if self.body and (
            id(prose) in self.after_lines or (self.listed and id(prose) in self.ended | self.over_lists)
        ):
            self._end_entry()
        if self.body and self._is_next_clause(prose):
            self._end_entry()
        if prose.bullet and 0 < prose.listed < self.listed and self.body:  # an item over a list of entries
            self._close()
            self.why = "item that only groups others"
        if not self.open:
            self._skip(prose.line, prose.text, self.why)
            return
        if self._is_bare(prose):
            self._close()
            self.why = NO_TEXT_IN_LIST
            self._skip(prose.line, prose.text, self.why)
            return
        short = _SHORT.fullmatch(prose.text) if not self.body else None
        if short and abbreviates(short["short"], self.drafts[-1].name):
            self.drafts[-1] = replace(self.drafts[-1], also=(*self.drafts[-1].also, short["short"]))
            return
        if self.aside:
            self._skip(prose.line, prose.text, f"'{self.aside[:40]}' of the entry above")
            return
        name = self._unheaded(prose)
        if name:
            self._start(name, prose.line, "text without heading")
        self._more(prose.line, prose.text)

    def _is_rest(self, prose: Prose) -> bool:
        """Whether a paragraph ends the sentence that the one above begins, as pages break them."""
        if not self.open or not self.body or self.aside or prose.bullet or prose.verbatim:
            return False
        begun = self.body[-1].text.rstrip()
        unended = begun[-1:].isalpha() or begun.endswith(",")
        if prose.text.rstrip().endswith((":", "：", "?")):  # which announces or asks something else
            return False
        return unended and prose.text[:1].islower() and count_words(begun) >= BEGUN

    def _is_next_clause(self, prose: Prose) -> bool:
        """Whether a numbered paragraph follows what a contract has defined in quotes."""
        defined = any(style.endswith("defined") for style in self.labels)
        return defined and self.drafts[-1].how == "label" and _CLAUSE.match(prose.text) is not None

    def _is_bare(self, prose: Prose) -> bool:
        """Whether an item beside the open entry in a list is only a name: "* AMP", or "* At night:"."""
        beside = prose.bullet and prose.listed == self.listed > 0 and bool(self.body)
        name = prose.text.rstrip(" :：")
        return beside and self.drafts[-1].how == "label" and is_name_like(name, BARE)

    def _field(self, field: Field) -> None:
        """Add a labelled part to the open entry: text, other names in any language, or what is left out."""
        if not self.open:
            self._skip(field.line, f"{field.label}: {field.text}", self.why)
        elif field.field == "also":
            last = self.drafts[-1]
            self.drafts[-1] = replace(last, also=(*last.also, *field.items))
        elif field.field.startswith("@"):
            last, code = self.drafts[-1], field.field.removeprefix("@")
            told = (*last.in_other_languages.get(code, ()), *field.items)
            self.drafts[-1] = replace(last, in_other_languages={**last.in_other_languages, code: told})
        elif field.field == "text":
            self._more(field.line, field.text)
        else:
            self._skip(
                field.line, f"{field.label}: {field.text}", f"field '{field.label[:40]}' of the entry above"
            )

    def _more(self, line: int, text: str) -> None:
        self.said = text.rstrip()
        self.body.append(Piece(line=line, text=text))

    def _unheaded(self, prose: Prose) -> str:
        """The name that a paragraph defines under another term's heading, as if its own were lost."""
        last = self.drafts[-1]
        if not self.heads or last.how not in ("heading", "text without heading") or not self.body:
            return ""
        found = DEFINES.search(prose.text[:100])
        name = re.sub(r"^(?:An?|The)\s+", "", prose.text[: found.start()]) if found else ""
        words = [word for word in names.bare(name).split() if word.lower() not in _SMALL]
        if len(words) < 2 or len(words) > 6 or not all(word[0].isupper() for word in words):
            return ""
        key = names.key(name)
        return "" if key in self.known or key == names.key(last.name) else name

    def _pair(self, pair: Pair) -> None:
        if self._lists_kinds():
            for text in (text for text in pair.bodies if text.strip()):
                self._more(pair.line, f"- {pair.names[0]}: {text}")
            return
        bare = len(pair.names) == 1 and not any(text.strip() for text in pair.bodies)
        if bare and not _SEE_INSIDE.search(pair.names[0]):
            self._close()
            self.why = "after a definition list"
            self._skip(pair.line, pair.names[0], NO_TEXT_IN_LIST)
            return
        self._start(
            pair.names[0],
            pair.line,
            "definition list",
            [Piece(line=pair.line, text=text) for text in pair.bodies],
        )
        self.drafts[-1] = replace(self.drafts[-1], also=pair.names[1:])
        self._close()
        self.why = "after a definition list"

    def _table(self, table: Table) -> None:
        plan = self.layouts.get(id(table))
        if not plan and self.open and self.body and self.drafts[-1].how == "heading":
            for row in table.rows:  # rows belong to the entry around the table
                self._more(row.line, " | ".join(row.cells))
            return
        self._close()
        self.why = "after a table"
        if not plan:
            self.skipped.extend(tables.left_out(row, table_layout.NO_COLUMNS) for row in table.rows)
            return
        drafts, skipped = tables.drafts(table, plan)
        self.drafts.extend(drafts)
        self.skipped.extend(skipped)
