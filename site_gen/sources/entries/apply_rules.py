"""Apply a person's import rules to the drafts of one document: name, skip or join lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_gen.corpus.import_rules import Rule, Rules
from site_gen.model.problem import Problem
from site_gen.sources.draft import Draft, Piece, Reading, Skipped


def applied(reading: Reading, rules: Rules) -> Reading:
    """The reading after every rule. A rule that points to a line without content becomes a problem."""
    for rule in sorted(rules.lines, key=lambda rule: rule.line):
        change = _skip if rule.skip else _name if rule.name else _also
        after = change(reading, rule)
        if after is None:
            problem = Problem(
                path=rules.path, line=rule.at, code="import-rule", severity="warning",
                message=f"nothing of the document stands in line {rule.line}",
                hint="correct the line, or delete the rule",
            )  # fmt: skip
            after = replace(reading, problems=(*reading.problems, problem))
        reading = after
    return reading


def _skip(reading: Reading, rule: Rule) -> Reading | None:
    """Skip the line of the rule: a draft with all its text, or a single paragraph of a draft."""
    out: list[Draft] = []
    gone: list[Skipped] = []
    for draft in reading.drafts:
        if draft.line == rule.line:
            gone.extend(_all_of(draft, rule.skip))
            continue
        inner = [piece for piece in draft.body if piece.line == rule.line]
        gone.extend(Skipped(line=piece.line, text=piece.text, why=rule.skip) for piece in inner)
        out.append(replace(draft, body=tuple(piece for piece in draft.body if piece not in inner)))
    known = [s for s in reading.skipped if s.line != rule.line]
    if not gone and len(known) == len(reading.skipped):
        return None
    again = [replace(s, why=rule.skip) for s in reading.skipped if s.line == rule.line]
    headings = tuple(piece for piece in reading.headings if piece.line != rule.line)
    return replace(reading, drafts=tuple(out), skipped=(*known, *again, *gone), headings=headings)


def _all_of(draft: Draft, why: str) -> Iterator[Skipped]:
    if not any(piece.line == draft.line for piece in draft.body):
        yield Skipped(line=draft.line, text=draft.name, why=why)
    for piece in draft.body:
        yield Skipped(line=piece.line, text=piece.text, why=why)


def _name(reading: Reading, rule: Rule) -> Reading | None:
    here = [draft for draft in reading.drafts if draft.line == rule.line]
    if here:
        printed = here[0].name
        also = tuple(p for p in (printed,) if p not in rule.name)
        new = [replace(here[0], name=name, given=True, also=(*here[0].also, *also)) for name in rule.name]
        return replace(reading, drafts=_exchanged(reading.drafts, here, new))
    for draft in reading.drafts:
        split = next((i for i, piece in enumerate(draft.body) if piece.line == rule.line), None)
        if split is not None:
            new = [replace(draft, body=draft.body[:split]), *_named(rule, draft.body[split:])]
            return replace(reading, drafts=_exchanged(reading.drafts, [draft], new))
    return _from_skipped(reading, rule)


def _named(rule: Rule, body: Sequence[Piece]) -> list[Draft]:
    return [Draft(name=name, line=rule.line, how="text", body=tuple(body), given=True) for name in rule.name]


def _exchanged(found: Sequence[Draft], old: Sequence[Draft], new: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with ``old`` taken out and ``new`` in the place of the first of them."""
    place = next(index for index, draft in enumerate(found) if draft in old)
    return (*found[:place], *new, *(draft for draft in found[place:] if draft not in old))


def _from_skipped(reading: Reading, rule: Rule) -> Reading | None:
    """Make an entry from text that was left out, up to the next heading or entry."""
    ordered = sorted(reading.skipped, key=lambda s: s.line)
    start = next((i for i, s in enumerate(ordered) if s.line == rule.line), None)
    if start is None:
        return None
    stops = {draft.line for draft in reading.drafts} | {piece.line for piece in reading.headings}
    end = start + 1
    while end < len(ordered) and not any(ordered[end - 1].line < stop <= ordered[end].line for stop in stops):
        end += 1
    heading = any(piece.line == rule.line for piece in reading.headings)
    taken = ordered[start + heading : end]
    body = [Piece(line=s.line, text=s.text) for s in taken]
    left = tuple(ordered[:start] + ordered[end:])
    return replace(reading, drafts=(*reading.drafts, *_named(rule, body)), skipped=left)


def _also(reading: Reading, rule: Rule) -> Reading | None:
    """Use the line as a further occurrence of each term that the rule names.

    A draft on the line brings its name and text, any other line only its place.
    """
    here = [draft for draft in reading.drafts if draft.line == rule.line]
    if here:
        new = [replace(here[0], name=name, also=(*here[0].also, here[0].name)) for name in rule.also]
        return replace(reading, drafts=_exchanged(reading.drafts, here, new))
    heading = any(piece.line == rule.line for piece in reading.headings)
    if not heading and not _is_known(reading, rule.line):
        return None
    how = "heading" if heading else "text"
    new = [Draft(name=name, line=rule.line, how=how) for name in rule.also]
    skipped = tuple(s for s in reading.skipped if s.line != rule.line)
    return replace(reading, drafts=(*reading.drafts, *new), skipped=skipped)


def _is_known(reading: Reading, line: int) -> bool:
    return any(s.line == line for s in reading.skipped) or any(
        piece.line == line for draft in reading.drafts for piece in draft.body
    )
