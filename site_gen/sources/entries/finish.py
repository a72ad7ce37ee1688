"""Turn drafts into entries: join the occurrences of one term, distinguish names that occur twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from site_gen.model import names
from site_gen.model.problem import Problem
from site_gen.model.records import Entry, Origin
from site_gen.sources.draft import Draft, Piece, Reading, Skipped
from site_gen.sources.entries import (
    card_labels,
    note_marks,
    parts_of_texts,
    printed_names,
    record_labels,
    second_names,
)
from site_gen.sources.entries.other_names import (
    asked_for,
    keys,
    parted,
    refers_in_name,
    refers_to,
    says_see,
    without_leads,
)
from site_gen.sources.entries.stated_names import is_written_out, with_also
from site_gen.sources.shape.blocks import MAX_LONG, abbreviates, tidy

MEANINGS = 20  # at most so many meanings of one name are compared
SHARED = 0.8  # share of entries; a name that so many have identifies none
LONG_WORDS = 6  # of a long form
LONG_FORM = 80  # characters of a text that may be the name of another entry
POINTER = "reference"  # shape of an entry that only refers to another one
JOINED = re.compile(
    r"(?<!\s)\s+(?:and|vs\.?|versus|und|et|y|e|en)\s+|(?:(?<!\s)\s+)?[&,]\s*|(?<!\s)\s+/\s+", re.IGNORECASE
)


_SIGNS = re.compile(r"[*+#^~†‡′″]")


@dataclass(slots=True, kw_only=True)
class _Group:
    """The occurrences ("printings") of one term.

    ``twin`` is the place of the first entry with the same name, "" if there is none. ``said`` is the text of
    each shape (heading, table row …) that gives the term with a text.
    """

    printings: list[Draft] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    twin: str = ""

    def takes(self, draft: Draft) -> bool:
        """Whether the draft belongs to this group.

        One shape gives a term once: a second text is a second meaning. Signs tell names apart: "weak*".
        """
        if _SIGNS.findall(draft.name) != _SIGNS.findall(self.printings[0].name):
            return False
        text = _said(draft)
        return not text or self.said.get(draft.how, text) == text

    def add(self, draft: Draft) -> None:
        self.printings.append(draft)
        if draft.body:
            self.said.setdefault(draft.how, _said(draft))


def finished(reading: Reading, path: str) -> tuple[list[Entry], list[Skipped], list[Problem]]:
    """The entries in the order of the document, the text still left out, and a problem for each repeated
    name.
    """
    asked = [one for d in reading.drafts for one in refers_in_name(replace(d, name=asked_for(d.name)))]
    titles = (reading.title, *(piece.text for piece in reading.headings))
    plain = second_names.parted([without_leads(draft) for draft in asked], titles)
    plain, left = printed_names.settled(note_marks.settled(plain))
    plain, labels = card_labels.settled(plain)
    plain, facts = record_labels.settled(plain)
    plain, more = parts_of_texts.settled(plain)
    short = without_shared([draft for draft in plain if 0 < len(draft.name) <= MAX_LONG])
    drafts = _resolved(_with_long_forms([with_also(draft) for draft in short]))
    joined = _joined(drafts, reading)
    groups = _grouped(sorted([*drafts, *joined], key=lambda draft: (draft.part, draft.line)))
    taken = {piece for piece in reading.headings if any(draft.line == piece.line for draft in joined)}
    long = [draft for draft in reading.drafts if len(draft.name) > MAX_LONG]
    skipped = [Skipped(line=draft.line, text=draft.name, why="too long for a name") for draft in long]
    skipped += [s for s in reading.skipped if Piece(line=s.line, text=s.text) not in taken]
    entries, problems, nameless = _entries(groups, path)
    problems = sorted([*problems, *_unresolved(drafts, path)], key=lambda problem: problem.line)
    skipped += [*left, *labels, *facts, *more, *nameless]
    return entries, _in_reading_order(skipped), problems


def _in_reading_order(found: Sequence[Skipped]) -> list[Skipped]:
    """What was left out, sheet by sheet, by line."""
    sheets = [one.where.rpartition(", row ")[0] for one in found]
    order = {sheet: place for place, sheet in enumerate(dict.fromkeys(sheets))}
    pairs = sorted(zip(sheets, found, strict=True), key=lambda pair: (order[pair[0]], pair[1].line))
    return [one for _, one in pairs]


def without_shared(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without the part that all names share, such as the title of the site."""
    times = Counter(name for draft in drafts for name in set(draft.also))
    shared = {name for name, count in times.items() if count > 1 and count >= SHARED * len(drafts)}
    if not shared:
        return list(drafts)
    return [replace(d, also=tuple(name for name in d.also if name not in shared)) for d in drafts]


def _with_long_forms(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; where one only writes out what another explains, its text is another name: "ATS"."""
    written = [_writes_itself_out(draft.name, _text(draft)) for draft in drafts]
    explained = {draft.name for draft, bare in zip(drafts, written, strict=True) if draft.body and not bare}
    return [
        replace(draft, also=(*draft.also, _text(draft)), body=())
        if bare and draft.name in explained
        else draft
        for draft, bare in zip(drafts, written, strict=True)
    ]


def _writes_itself_out(name: str, text: str) -> bool:
    short = name.isupper() and len(text.split()) <= LONG_WORDS and abbreviates(name, text)
    return short or is_written_out(name, text)


def _text(draft: Draft) -> str:
    return " ".join(piece.text for piece in draft.body).strip().rstrip(".")


def _resolved(drafts: Sequence[Draft]) -> list[Draft]:
    """Entries that only point to another one become further printings of that one, also by way of a third."""
    referred = [(draft, refers_to(draft)) for draft in drafts]
    told = [draft.name for draft, name in referred if not name]
    known = {names.key(other): d.name for d, name in referred if not name for other in d.also}
    known |= {names.key(part): name for name in told for part in (*names.brackets(name), names.bare(name))}
    known |= {key: name for name in told for key in keys(name)}
    whole = {names.fold(name): name for name in told}
    led = {key: name for draft, name in referred if name for key in keys(draft.name)}
    out = []
    for draft, name in referred:
        target = _target(name or _writes_out(draft, whole), known, led)
        printed = names.bare(draft.name) if _repeats(draft.name, target) else draft.name
        also = (printed, *draft.also)
        out.append(replace(draft, name=target, body=(), also=also, how=POINTER) if target else draft)
    return out


def _target(name: str, known: Mapping[str, str], led: Mapping[str, str]) -> str:
    """The entry that a name means, by way of those that only refer to another; "" if there is none."""
    seen = set[str]()
    while name and name not in seen:
        seen.add(name)
        if target := next((known[key] for key in keys(name) if key in known), ""):
            return target
        name = next((led[key] for key in keys(name) if key in led), "")
    return ""


def _unresolved(drafts: Sequence[Draft], path: str) -> Iterator[Problem]:
    """A warning for each entry that only refers to itself, in a circle, or to what is no entry."""
    known = {key for draft in drafts for key in keys(draft.name)}
    for draft in drafts:
        name = refers_to(draft)
        parts = _SEVERAL.split(name)
        if not name or (len(parts) > 1 and any(known.intersection(keys(part)) for part in parts)):
            continue
        found = known.intersection(keys(name))
        if not found and not says_see(draft):
            continue
        itself = found.intersection(keys(draft.name))
        other = f"'{name}', which refers on in a circle" if found else f"'{name}', which is no entry here"
        yield Problem(
            path=f"{path}:{draft.where}" if draft.where else path, line=0 if draft.where else draft.line,
            code="import-reference", severity="warning",
            message=f"'{draft.name}' only refers to {'itself' if itself else other}",
            hint="give it a text, or make it another name of the entry that it means",
        )  # fmt: skip


_SEVERAL = re.compile(r"\s?[,;/]\s?|\s(?:and|or|und|oder|et|ou|y|o|e|en|of|и|или|ve)\s")


def _writes_out(draft: Draft, whole: Mapping[str, str]) -> str:
    """The name of another entry that is the whole text of an abbreviation; "" for other texts."""
    text = draft.body[0].text if len(draft.body) == 1 and draft.how != "entry" else ""
    name = whole.get(names.fold(text), "") if len(text) <= LONG_FORM else ""
    return name if name and name != draft.name and abbreviates(draft.name, name) else ""


def _repeats(name: str, target: str) -> bool:
    """Whether the brackets of a name only repeat the name referred to: "MHT (Mean hold time)"."""
    own = {names.fold(target), names.fold(names.bare(target))} if target else set()
    return any(names.fold(part) in own for part in names.brackets(name))


def _joined(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """Treat headings that are no entries but contain names of entries as places of those entries.

    Examples for an entry "Churn": "Churn", "Churn: a look", "Churn and Loyalty".
    """
    known = {names.fold(part) for draft in drafts for part in (draft.name, names.bare(draft.name))}
    whole = {names.fold(draft.name).upper(): draft.name for draft in drafts}  # "TOUR" over "Tour"
    out: list[Draft] = []
    for piece in reading.headings:
        for parts in ([piece.text], piece.text.split(":")[:1], JOINED.split(piece.text)):
            if all(names.fold(part) in known for part in parts):
                printed = (
                    whole.get(names.fold(part).upper(), part) if part.isupper() else part
                    for part in map(tidy, parts)
                )
                out.extend(Draft(name=name, line=piece.line, how="heading") for name in printed)
                break
    return out


def _grouped(drafts: Iterable[Draft]) -> list[_Group]:
    groups: list[_Group] = []
    by_key: dict[str, list[_Group]] = {}
    for draft in drafts:
        near = [group for key in keys(draft.name) for group in by_key.get(key, ())[:MEANINGS]]
        group = next((group for group in near if group.takes(draft)), None)
        if group is None:
            twins = [one for other in near if (one := other.printings[0]).name == draft.name]
            first = min(twins, key=lambda one: (one.part, one.line), default=None)
            group = _Group(twin=(first.where or f"line {first.line}") if first else "")
            groups.append(group)
        group.add(draft)
        for key in keys(draft.name):
            if all(group is not other for other in by_key.setdefault(key, [])[:MEANINGS]):
                by_key[key].append(group)
    return groups


def _said(draft: Draft) -> str:
    return names.fold(" ".join(piece.text for piece in draft.body))


def _entries(groups: Sequence[_Group], path: str) -> tuple[list[Entry], list[Problem], list[Skipped]]:
    """The entries, a problem for each repeated name, and the texts for which no name is left."""
    times: Counter[str] = Counter()
    taken = {_first(group).name for group in groups}
    entries, problems, nameless = [], [], []
    for group in sorted(groups, key=lambda group: (_first(group).part, _first(group).line)):
        entry = _entry(group, path)
        if not entry.name:
            nameless.append(Skipped(line=_first(group).line, text=entry.text[:200], why="no name"))
            continue
        times[entry.name] += 1
        if times[entry.name] > 1:
            number = times[entry.name]
            while f"{entry.name} ({number})" in taken:
                number += 1
            problems.append(_twice(entry, number, group, path))
            entry = replace(entry, name=f"{entry.name} ({number})")
        entries.append(entry)
    return entries, problems, nameless


def _twice(entry: Entry, number: int, group: _Group, path: str) -> Problem:
    first = f"; the first is in {group.twin}" if group.twin else ""
    where = _first(group).where
    return Problem(
        path=f"{path}:{where}" if where else path, line=0 if where else entry.origin.line,
        code="import-same-name", severity="warning",
        message=f"'{entry.name}' stands here once more with another text{first}",
        hint=f"kept apart as '{entry.name} ({number})': merge both into one term, or into two",
    )  # fmt: skip


def _first(group: _Group) -> Draft:
    """The occurrence that names the entry: one named by a person if there is one, else the first."""
    own = [p for p in group.printings if p.how != POINTER] or group.printings
    return next((p for p in own if p.given), own[0])


def _entry(group: _Group, path: str) -> Entry:
    first = _first(group)
    same = first.name.casefold()
    printed = [n for p in group.printings for n in (p.name, *p.also) if n in p.also or n.casefold() != same]
    bodies = dict.fromkeys("\n\n".join(piece.text for piece in p.body).strip() for p in group.printings)
    name, inside = (first.name, ()) if first.given else parted(first.name)
    if not name.strip():  # nothing but signs that parting takes away
        name, inside = next(filter(str.strip, (first.name, *first.also)), ""), ()
    printed = [*inside, *(part for one in printed for part in _without_own(one, name, inside))]
    return Entry(
        name=name,
        origin=Origin(path=path, line=first.line),
        also=_apart(name, printed),
        at="; ".join(dict.fromkeys(_place(p) for p in group.printings)),
        text="\n\n".join(body for body in bodies if body),
        says=next((p.says for p in group.printings if p.says), ""),
        say_to_customer=next((p.say_to_customer for p in group.printings if p.say_to_customer), ""),
        in_other_languages=_in_other_languages(group),
        topics=tuple(dict.fromkeys(topic for p in group.printings for topic in p.topics)),
        search_as=tuple(dict.fromkeys(label for p in group.printings for label in p.search_as)),
        owner=next((p.owner for p in group.printings if p.owner), ""),
        reviewed=next((p.reviewed for p in group.printings if p.reviewed), None),
        term=next((p.term for p in group.printings if p.term), ""),
    )


def _apart(name: str, printed: Sequence[str]) -> tuple[str, ...]:
    """The other names without the name and repetitions, also in other case: "Ticket" beside "ticket"."""
    found: dict[str, str] = {}
    for other in printed:
        if other and other != name:
            found.setdefault(other.casefold(), other)
    return tuple(found.values())


def _without_own(printed: str, name: str, inside: Sequence[str]) -> tuple[str, ...]:
    """The parts of a printed name that the entry lacks (none for "Name (ABC)" with Name and ABC)."""
    bare, more = parted(printed)
    return (
        tuple(part for part in (bare, *more) if part.casefold() != name.casefold() and part not in inside)
        if more
        else (printed,)
    )


def _in_other_languages(group: _Group) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for printing in group.printings:
        for code, labels in printing.in_other_languages.items():
            found.setdefault(code, []).extend(labels)
    return {code: tuple(dict.fromkeys(labels)) for code, labels in found.items()}


def _place(draft: Draft) -> str:
    return draft.where or f"{draft.how}, line {draft.line}"
