"""A difference as a comment on a pull request: short, folded, and safe whatever the texts hold.

Texts are escaped for GitHub's Markdown (https://github.github.com/gfm/), and a zero-width space keeps
``@name`` and ``#12`` from calling people and linking to issues, addresses and commits from becoming links.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from site_gen.export.diff_text import (
    HEADINGS,
    WHAT,
    dead_address,
    edits_of,
    relations_told,
    said_in_headline,
    telling,
)
from site_gen.history.changes import KINDS, FieldChange, TermChange
from site_gen.history.difference import Difference, Other
from site_gen.history.word_diff import Edit
from site_gen.model.problem import Problem

LIMIT = 60_000  # characters; GitHub takes 65,536 in a comment
_SYNTAX = re.compile(r"([\\`*_\[\]#!|<>~&$])")
_SPACE = re.compile(r"\s+")
_CALLS = re.compile(  # the first letters of what GitHub makes a mention or a link of without any syntax
    r"(@|#)(?=\w)|(:)(?=//)|\b(www|mailto|xmpp)(?=[.:])|\b(GH)(?=-\d)|([0-9a-f]{4})(?=[0-9a-f]{3})",
    re.IGNORECASE,
)
_OPEN = 2  # changes of one term that are shown; more are folded
_NAMED = 20  # of a long list of names; the rest is a number


def diff_md(difference: Difference, limit: int = LIMIT) -> str:
    """At most ``limit`` characters; what does not fit is left out block by block, and said at the end."""
    if not difference.changed:
        return "### Glossary\n\nNothing changed in the glossary.\n"
    blocks = list(_blocks(difference))
    cut = "\n{} of {} changes are not shown here; `glossary diff` shows all.\n"
    room = limit - len(cut) - 20
    text, left = f"### Glossary: {_summary(difference)}\n", 0
    for block in blocks:
        if left or len(text) + len(block) + 1 > room:
            left += 1
        else:
            text += "\n" + block
    return text + (cut.format(left, len(blocks)) if left else "")


def _summary(difference: Difference) -> str:
    counts = {kind: sum(kind in change.kinds for change in difference.terms) for kind in KINDS}
    said = [f"{number} {_KIND.get(kind, kind)}" for kind, number in counts.items() if number]
    if difference.others:
        said.append(f"{len(difference.others)} beside the terms")
    return ", ".join(said) or "files that cannot be read"


_KIND = {"restored": "in use again", "edited": "otherwise edited"}


def _blocks(difference: Difference) -> Iterator[str]:
    """Each is whole by itself, so that any may be left out; what to act on comes first."""
    for side, problems in (("before", difference.unread_before), ("after", difference.unread_after)):
        if problems:
            yield f"**Not read ({side} the change)**, so not compared:\n" + "".join(
                map(_problem, problems[:20])
            )
    if difference.duplicates:
        rows = (
            f"- `{pair.one}` and `{pair.other}`, score {pair.score:g}: {escaped(pair.why)}\n"
            for pair in difference.duplicates
        )
        yield "**May be one concept**, not seen before. Merge the two or rule on the pair:\n" + "".join(rows)
    for kind in KINDS:
        changes = [change for change in difference.terms if change.kinds[0] == kind]
        for number, change in enumerate(changes):
            heading = f"**{HEADINGS[kind]}**\n\n" if not number else ""
            yield heading + _term(change)
    for what, heading in WHAT.items():
        others = [other for other in difference.others if other.what == what]
        for number, other in enumerate(others):
            yield (f"**{heading}**\n\n" if not number else "") + _other(other)
    if difference.pages:
        yield _pages(difference)


def _problem(problem: Problem) -> str:
    return f"- {_code(problem.path)} line {problem.line}: {escaped(problem.sentence())}\n"


def _term(change: TermChange) -> str:
    fields = [field for field in change.fields if field.name not in said_in_headline(change)]
    definition = next((field for field in fields if field.name == "definition"), None)
    line = f"- {_name(change)}"
    if change.after and "new" in change.kinds:
        line += f": {escaped(change.after.definition)} *({change.after.status})*"
    elif definition:
        line += f": {_edits(definition, keep=240)}"
    rest = [f"{escaped(field.name)}: {_edits(field)}" for field in fields if field is not definition]
    said = {"+": "gained", "-": "lost"}
    rest += [f"{said[sign]} {kind} {_code(to)}" for sign, (kind, to) in relations_told(change)]
    if not change.redirected:
        line += f"\n  - ⚠️ {escaped(dead_address(change))}"
    if len(rest) <= _OPEN:
        return "".join(f"{one}\n" for one in (line, *(f"  - {one}" for one in rest)))
    return f"{line}\n\n" + _folded(f"{change.name}: {len(rest)} more changes", rest)


def _name(change: TermChange) -> str:
    before, said = change.before, [HEADINGS[kind].lower() for kind in change.kinds[1:]]
    name = f"**{escaped(change.name)}** ({_code(change.slug)})"
    if before and change.after and (before.title, before.slug) != (change.name, change.slug):
        name = f"{escaped(before.title)} ({_code(before.slug)}) → {name}"
    if change.into:
        said.append(f"{'replaced by' if change.after else 'into'} {_code(change.into)}")
    return ", ".join((name, *said))


def _other(other: Other) -> str:
    fields = [f"{escaped(field.name)}: {_edits(field)}" for field in telling(other)]
    line = f"- {other.kind}: {escaped(other.name)}"
    if len(fields) == 1:
        return f"{line}, {fields[0]}\n"
    return "".join(f"{one}\n" for one in (line, *(f"  - {one}" for one in fields)))


def _pages(difference: Difference) -> str:
    terms, number = difference.affected, len(difference.pages)
    said = [
        f"{number} page{'' if number == 1 else 's'} of the site read{'s' if number == 1 else ''} differently"
    ]
    if terms:
        named = ", ".join(map(_code, terms[:_NAMED]))
        more = f" and {len(terms) - _NAMED} more" if len(terms) > _NAMED else ""
        said.append(f"Terms that did not change themselves: {named}{more}")
    return _folded(said[0], said[1:]) if terms else f"{said[0]}.\n"


def _folded(summary: str, items: Iterable[str]) -> str:
    lines = "".join(f"- {item}\n" for item in items)
    return f"<details><summary>{_quiet(escape(_SPACE.sub(' ', summary)))}</summary>\n\n{lines}\n</details>\n"


def _edits(field: FieldChange, keep: int = 60) -> str:
    return "".join(map(_edit, edits_of(field, keep)))


def _edit(edit: Edit) -> str:
    tag = {"same": "", "gone": "del", "come": "ins"}[edit.kind]
    text = escaped(edit.text)
    return f"<{tag}>{text}</{tag}>" if tag else text


def escaped(text: str) -> str:
    """Any text on one line, as Markdown that shows it and does nothing else."""
    return _quiet(_SYNTAX.sub(r"\\\1", _SPACE.sub(" ", text)))


def _quiet(text: str) -> str:
    return _CALLS.sub(r"\g<0>&#8203;", text)


def _code(slug: str) -> str:
    return f"`{_SPACE.sub(' ', slug).replace('`', '')}`"
