"""Labels that name parts of an entry: in records ("Term: …", "Definition: …") and under names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from site_gen.model import names
from site_gen.sources.shape import (
    asked_and_told,
    defining,
    heading_parts,
    lines_over_fields,
    qualified_labels,
)
from site_gen.sources.shape.blocks import (
    Block,
    Field,
    Heading,
    Labelled,
    Noise,
    Pair,
    Prose,
    Table,
    clean_name,
    is_nothing,
    speaks_of,
)
from site_gen.sources.shape.header_roles import field_of, is_exact, role_of
from site_gen.sources.shape.header_words import NAME_HEADERS, TEXT_HEADERS, WEAK_NAMES
from site_gen.sources.shape.prose import is_prose
from site_gen.sources.shape.sections import in_order, is_facet
from site_gen.sources.shape.tables import other_names, unstopped

LABELS = 2  # lines with other names in a section, at most
OFTEN = 3  # a label that occurs at least so often is no name
ENTRIES = 4  # labelled lines that show how entries look
USUAL = 0.6  # share of the records with a label that is one of their fields
SORTED = 0.8  # share of neighbours in alphabetical order


@dataclass(frozen=True, slots=True, kw_only=True)
class _Labels:
    """Facts about the labels of the whole document. ``single`` is true if the document is about one term.

    ``asks`` and ``tells`` head the names and texts of records; they are empty without records.
    """

    times: Counter[str]
    asks: frozenset[str]
    tells: frozenset[str]
    single: bool
    in_order: frozenset[int] = field(default_factory=frozenset)  # by identity: lines that are entries
    headed: frozenset[str] = frozenset()  # styles of headings over texts, all of whose labels name parts


def settled(found: Sequence[Block], single: bool = False) -> list[Block]:
    """The blocks with records as heading and text, parts of entries as fields, other labels as text."""
    found = list(_without_empty_forms(_with_lists(lines_over_fields.settled(found))))
    found = [_without_head(block) for block in _with_properties(heading_parts.levelled(found), single)]
    found = qualified_labels.settled(asked_and_told.parted(found))
    times = _times(found)
    found = list(_without_empty(found, times))
    known = {label for label, count in times.items() if count > 1}
    asks, tells = asked_and_told.labels_of_records(found, known)
    labels = _Labels(
        times=times,
        asks=asks,
        tells=tells,
        single=single,
        in_order=frozenset() if single else _in_their_order(found) | _like_the_others(found, times),
        headed=frozenset() if single or asks else frozenset(_over_parts_alone(found)),
    )
    out: list[Block] = []
    for part in _parts(list(_gathered(found, single))):
        out.extend(
            _fields(part, labels) if labels.single or _tells_of_one(part, labels) else _plain(part, labels)
        )
    return out


def _with_properties(found: Sequence[Block], single: bool) -> Iterator[Block]:
    """The blocks with tables of properties, such as "Owner | Desk", as fields of the entry around them."""
    tables = [block for block in found if isinstance(block, Table) and _tells_properties(block, single)]
    several = single or len(tables) > 1
    for block in found:
        if several and any(block is table for table in tables) and isinstance(block, Table):
            yield from (made_field(row.line, row.cells[0], row.cells[1]) for row in block.rows)
        else:
            yield block


EMPTY = "field without a value"


def _without_empty(found: Sequence[Block], times: Counter[str]) -> Iterator[Block]:
    """The blocks, with labels of parts that have a value elsewhere but none here as no content."""
    for block, after in zip(found, [*found[1:], None], strict=False):
        said = _alone(block)
        label = names.fold(said)
        if label and times[label] and _role(block, label) and not isinstance(after, Prose | Table | Pair):
            yield Noise(line=block.line, text=said, why=EMPTY)
        else:
            yield block


def _with_lists(found: Sequence[Block]) -> list[Block]:
    """The blocks with items such as "Definition:" over a list of senses as fields that hold the list."""
    out: list[Block] = []
    held: list[str] = []
    label: Heading | None = None
    for block in [*found, None]:
        inner = block.otherwise if isinstance(block, Labelled) else block
        if label and isinstance(inner, Prose) and inner.listed > label.listed:
            held.append(inner.text)
            continue
        if label:
            whole = Field(line=label.line, label=label.text, field="text", text="\n\n".join(held))
            out.append(whole if held else label)
        own = isinstance(block, Heading) and bool(_alone(block)) and block.listed > 0
        label = block if own and isinstance(block, Heading) and _is_definition(block.text) else None
        held = []
        if block is not None and label is None:
            out.append(block)
    return out


def _is_definition(label: str) -> bool:
    return is_exact(label) and role_of(label) == "text"


def _without_empty_forms(found: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with bold labels of forms, often without a value, as no content where they have none."""
    pairs = list(zip(found, [*found[1:], None], strict=False))
    empty = Counter(
        names.fold(block.text)
        for block, after in pairs
        if isinstance(block, Heading) and _alone(block) and not isinstance(after, Prose | Table | Pair)
    )
    said = Counter(label for block in found for label in _labels(block))
    for block, after in pairs:
        label = names.fold(_alone(block)) if isinstance(block, Heading) else ""
        form = empty[label] >= OFTEN or (empty[label] and said[label] >= OFTEN)
        if label and form and not isinstance(after, Prose | Table | Pair):
            yield Noise(line=block.line, text=_alone(block), why=EMPTY)
        else:
            yield block


def _alone(block: Block) -> str:
    """The words of a line that may be a label without a value: in bold, or before a colon; else ""."""
    if isinstance(block, Heading):
        return block.text if not block.sure and block.style.startswith("bold") else ""
    return block.text if isinstance(block, Prose) and block.text.endswith((":", "：")) else ""


def _tells_properties(table: Table, single: bool) -> bool:
    """Whether a table of two columns has the names of properties in the first.

    Where a document is not about a ``single`` term, none of them may be the name of one.
    """
    rows = [row.cells for row in table.rows if any(cell.strip() for cell in row.cells)]
    if not rows or any(len(cells) != 2 for cells in rows):
        return False
    roles = [role_of(label) if is_exact(label) else "" for label, _ in rows]
    return (single or "name" not in roles) and 2 * sum(map(bool, roles)) > len(roles)


def _without_head(block: Block) -> Block:
    """A line that only names the columns, "Word: Explanation", as no content."""
    for option in block.options if isinstance(block, Labelled) else ():
        name, text = names.fold(option.name), names.fold(option.body)
        if name in NAME_HEADERS - WEAK_NAMES and text in TEXT_HEADERS:
            said = f"{option.name}: {option.body}"
            return Noise(line=block.line, text=said, why="head of a page or of columns")
    return block


def _labels(block: Block) -> list[str]:
    if isinstance(block, Pair):
        return [names.fold(block.names[0])] if block.names else []
    return [names.fold(option.name) for option in block.options] if isinstance(block, Labelled) else []


def _parts(found: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks from one heading to the next."""
    part: list[Block] = []
    for block in found:
        if isinstance(block, Heading) and part:
            yield part
            part = []
        part.append(block)
    if part:
        yield part


def _role(block: Block, label: str) -> str:
    """The role of a label that names a part of an entry; "-" for parts that entries do not keep."""
    if is_facet(label) or is_exact(label):
        role = role_of(label)
        return "-" if role in ("name", "") else role
    return ""


def _tells_of_one(part: Sequence[Block], labels: _Labels) -> bool:
    """Whether all labels under a heading name parts of one entry, and some occur in other sections too."""
    if not isinstance(part[0], Heading) or labels.asks:
        return False
    if part[0].style in labels.headed or _gives_other_names(part):
        return True
    said = [_labels(block) for block in part if _labels(block)]
    if not said:
        return False
    roles = [next((role for label in own if (role := _role(part[0], label))), "") for own in said]
    again = [any(labels.times[label] > 1 for label in own) for own in said]
    strange = sum(not (role or more) for role, more in zip(roles, again, strict=True))
    if strange and not (3 * strange <= len(said) and again[0] and field_of(roles[0]) == "text"):
        return False
    told = any(role and more for role, more in zip(roles, again, strict=True)) or _begins_with_text(part)
    return told and any(field_of(role) in ("text", "also") for role in roles)


def _over_parts_alone(found: Sequence[Block]) -> Iterator[str]:
    """The styles of several headings, over paragraphs, where each label below them names a part of an entry.

    A label may stand there once: "Also called: …" under one of them, "Owner: …" under another.
    """
    by_style = defaultdict[str, list[Sequence[Block]]](list)
    for part in _parts(found):
        if isinstance(part[0], Heading) and part[0].sure:
            by_style[part[0].style].append(part[1:])
    for style, bodies in by_style.items():
        told = sum(any(isinstance(b, Prose) and not b.bullet for b in body) for body in bodies)
        said = [block for body in bodies for block in body if isinstance(block, Labelled | Noise)]
        if (
            any(isinstance(block, Labelled) for block in said)
            and told >= OFTEN
            and 2 * told > len(bodies)
            and all(map(_names_own_part, said))
        ):
            yield style


def _gives_other_names(part: Sequence[Block]) -> bool:
    """Whether other names stand beside a paragraph under a heading, in the only lines with labels there."""
    said = [block for block in part if isinstance(block, Labelled)]
    told = any(isinstance(block, Prose) and not block.bullet for block in part)
    others = (block for block in part[1:] if not isinstance(block, Labelled | Prose | Noise))
    if not said or len(said) > LABELS or not told or next(others, None):
        return False
    return all(map(_names_own_part, said)) and all(map(_is_of_other_names, said))


def _is_of_other_names(block: Labelled) -> bool:
    option = block.options[0]
    label = is_exact(option.name) and field_of(role_of(option.name)) == "also"
    return label and not option.body.endswith(".") and not is_prose(option.body)


def _names_own_part(block: Labelled | Noise) -> bool:
    """Whether a line out of lists begins with the label of a part, and its text defines nothing.

    What stands below a rule may tell of the document.
    """
    if isinstance(block, Noise):
        return block.why != "rule"
    parts = [option for option in block.options if _role(block, option.name)]
    told = [option.body for option in parts if field_of(_role(block, option.name)) != "text"]
    return bool(parts) and not block.listed and not any(map(defining.names_thing, told))


def _begins_with_text(part: Sequence[Block]) -> bool:
    """Whether the first line under a heading is labelled as its text: "Definition: …"."""
    first = next((block for block in part[1:] if not isinstance(block, Noise)), None)
    return any(is_facet(label) and role_of(label) == "text" for label in (_labels(first) if first else ()))


def _fields(part: Sequence[Block], labels: _Labels) -> Iterator[Block]:
    """The section with its labels as fields.

    If one field is the text, parts that entries do not keep are dropped.
    """
    made = [_field(block) for block in part]
    roles = [any(_role(block, label) for label in _labels(block)) for block in part if _labels(block)]
    sheet = labels.single and len(roles) > 1 and any(roles)  # the section lists the properties of a page
    has_text = any(isinstance(block, Field) and block.field == "text" for block in made)
    for block, own in zip(part, made, strict=True):
        if (
            isinstance(own, Field)
            and not own.field
            and not has_text
            and not sheet
            and not _is_metadata(own.label)
        ):
            yield from _plain([block], labels) if isinstance(block, Labelled) else [block]
        elif own is not None:
            yield own


def _field(block: Block) -> Block | None:
    if isinstance(block, Pair) and block.names:
        label, text = block.names[0], "\n\n".join(block.bodies)
    elif isinstance(block, Labelled):
        option = next((o for o in block.options if _role(block, o.name)), block.options[0])
        label, text = option.name, option.body
        if (
            not _role(block, label)
            and isinstance(block.otherwise, Prose)
            and ":" not in block.otherwise.text[:40]
        ):
            return block
    else:
        return block
    return made_field(block.line, label, text)


def made_field(line: int, label: str, text: str) -> Field:
    """The part of an entry that a label names. Text such as "none" or "n/a" gives no names."""
    kind = field_of(role_of(label)) if is_exact(label) else ""
    if kind == "also" and not is_prose(text):
        return Field(
            line=line, label=label, field="also", text=text, items=tuple(other_names([unstopped(text)]))
        )
    return Field(
        line=line, label=label, field=kind if kind == "text" and not is_nothing(text) else "", text=text
    )


def _gathered(found: Sequence[Block], single: bool) -> Iterator[Block]:
    """The blocks where each heading for a part of an entry ("### Synonyms") and its text become one field."""
    heads = [block for block in found if isinstance(block, Heading) and block.sure]
    times = Counter(names.fold(head.text) for head in heads)
    first = min((head.depth for head in heads), default=0)
    parts = heading_parts.found(heads, times)
    open_head: Heading | None = None
    body: list[str] = []
    for block in [*found, None]:
        if open_head and isinstance(block, Prose | Labelled):
            inner = block.otherwise if isinstance(block, Labelled) else block
            body.append(inner.text)
            continue
        if open_head and block is not None and isinstance(block, Noise):
            continue
        if open_head:
            yield _headed(open_head, body, parts)
            open_head, body = None, []
        if (
            isinstance(block, Heading)
            and block.sure
            and (block.depth == parts.depth or _names_part(block, times, single, first))
        ):
            open_head = block
        elif block is not None:
            yield block


def _headed(head: Heading, body: Sequence[str], parts: heading_parts.Parts) -> Field:
    text = "\n\n".join(body)
    if head.depth == parts.depth and names.fold(head.text) == parts.text:
        return Field(line=head.line, label=head.text, field="text", text=text)
    made = made_field(head.line, head.text, text)
    if made.field != "also":
        return made
    return replace(made, items=tuple(other_names(body)))


def _names_part(head: Heading, times: Counter[str], single: bool, first: int) -> bool:
    again = times[names.fold(head.text)] > 1
    if not (again or (single and head.depth > 1)) or (head.depth <= first and not single):
        return False
    return _is_taken(head.text) or (again and _is_metadata(head.text))


def _is_taken(label: str) -> bool:
    return is_exact(label) and field_of(role_of(label)) in ("text", "also")


def _is_metadata(label: str) -> bool:
    """Whether a label is about the record (status, owner, date) and not about the meaning of the term."""
    return is_exact(label) and role_of(label) in ("-", "topics") and not is_facet(label)


def _plain(part: Sequence[Block], labels: _Labels) -> Iterator[Block]:
    """The section that may contain entries itself, with labels for parts of them as fields or text."""
    pairs = [block for block in part if isinstance(block, Pair)]
    headed = isinstance(part[0], Heading) and any(isinstance(block, Prose | Labelled) for block in part)
    fields = headed and all(len(p.names) == 1 and _role(p, p.names[0]) for p in pairs)
    for block in part:
        if isinstance(block, Pair) and fields:
            yield made_field(block.line, block.names[0], "\n\n".join(block.bodies))
        else:
            yield _settled(block, labels) if isinstance(block, Labelled) else block


def _settled(block: Labelled, labels: _Labels) -> Block:
    own = _labels(block)
    for option, label in zip(block.options, own, strict=True):
        if label in labels.asks:
            return Heading(line=block.line, text=clean_name(option.body), style="record")
        if label in labels.tells:
            return Prose(line=block.line, text=option.body)
        known = _is_taken(label) or _is_metadata(label)
        if option.style.endswith("equals"):  # "index = …" in a list of commands
            continue
        if known and (labels.asks or labels.times[label] > 1 or block.listed > 1):  # inside an item
            return made_field(block.line, option.name, option.body)
        if labels.asks and _is_of_records(label, labels):
            return Field(line=block.line, label=option.name, field="", text=option.body)
    if id(block) in labels.in_order:
        return block
    parts = tuple(
        f"{o.name}:" for o, label in zip(block.options, own, strict=True) if _is_part(label, labels.times)
    )
    kept = tuple(
        option
        for option, label in zip(block.options, own, strict=True)
        if option.style.endswith("equals")  # "NB = network operator"
        or not (_is_part(label, labels.times) or (parts and option.name.startswith(parts)))
    )
    if len(kept) == len(block.options):
        return block
    text = f"{block.options[0].name}: {block.options[0].body}"
    prose = Prose(
        line=block.line,
        text=block.otherwise.text if isinstance(block.otherwise, Prose) else text,
        bullet=isinstance(block.otherwise, Prose) and block.otherwise.bullet,
        listed=max(block.listed, block.otherwise.listed),
    )
    return replace(block, options=kept, otherwise=prose) if kept else prose


def _is_of_records(label: str, labels: _Labels) -> bool:
    """Whether a label stands in most records, and is none of the usual parts of a text: "Herkomst"."""
    records = max(labels.times[ask] for ask in labels.asks)
    return not is_facet(label) and labels.times[label] >= max(OFTEN, USUAL * records)


def _times(found: Sequence[Block]) -> Counter[str]:
    """How often each label stands in the document; several meanings of a name in a row count once."""
    times: Counter[str] = Counter()
    before: set[str] = set()
    for block in found:
        own = set(_labels(block))
        times.update(own - before)
        before = own
    return times


def _is_part(label: str, times: Counter[str]) -> bool:
    return is_facet(label) or times[label] >= OFTEN


def _in_their_order(found: Sequence[Block]) -> frozenset[int]:
    """Labelled lines in alphabetical order in a sorted document, by identity: a term may be called "Note"."""
    lines = [block for block in found if isinstance(block, Labelled)]
    said = [_labels(block)[0] for block in lines]
    if len(lines) < 4 or in_order(said) < SORTED:
        return frozenset()
    return frozenset(
        id(lines[i])
        for i in range(1, len(lines) - 1)
        if said[i - 1] < said[i] < said[i + 1]
        and not said[i].startswith("see")
        and {o.style for o in lines[i].options} & {o.style for o in lines[i - 1].options}
    )


def _like_the_others(found: Sequence[Block], times: Counter[str]) -> frozenset[int]:
    """Labelled lines, by identity, with the label of a part ("Note") but the look and text of an entry.

    Such a label occurs once, all lines around it are bold labels in a line each, and its text opens like a
    definition, makes no sentence and does not speak of the entry above.
    """
    lines = [block for block in found if isinstance(block, Labelled) and _looks(block)]
    said = [(_labels(line)[0], line.options[0].body, _looks(line), line.listed) for line in lines]
    others = [label for label, *_ in said if not is_facet(label)]
    texts = [block for block in found if isinstance(block, Labelled | Prose)]
    first = next(iter(texts), None)
    whole = len(lines) == len(texts) - (first not in lines)  # all but an introduction
    if len(others) < ENTRIES or any(times[label] > 1 for label in others) or not whole:
        return frozenset()
    gaps = [after.line - line.line for line, after in pairwise(lines)]
    return frozenset(
        id(lines[place])
        for place, (label, body, look, listed) in enumerate(said)
        if place
        and is_facet(label)
        and (listed or gaps[place - 1] >= median(gaps))  # not closer to the entry above than others
        and times[label] == 1
        and (look, listed) == said[place - 1][2:]
        and defining.names_thing(body)
        and not speaks_of(said[place - 1][0], body)
    )


def _looks(line: Labelled) -> str:
    """The style of a line that begins with bold words, else ""."""
    return line.options[0].style if line.options[0].style.startswith("bold") else ""
