"""The command that brings a later edition of the shipped glossary."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import click

from site_gen.cli.app import command, count, main
from site_gen.cli.change import Corpus, carry_out, dry_run_option, opened, yes_option
from site_gen.cli.shipped import shipped
from site_gen.corpus.confine import write_own
from site_gen.corpus.layout import UPSTREAM
from site_gen.editing.new_problems import new_problems
from site_gen.editing.upstream.bring import Brought, bring
from site_gen.editing.upstream.edition import Edition
from site_gen.editing.upstream.hold import to_hold
from site_gen.editing.upstream.kept import Kept, read_kept
from site_gen.editing.upstream.left_behind import left_behind
from site_gen.editing.upstream.values import Question, Side
from site_gen.model.problem import RefusedError, errors, printable
from site_gen.settings import CONFIG
from site_gen.settings.edition import with_edition

_TRIES = 25  # each leaves out what would bring an error
_SHOWN = 300  # characters of a value
_BEFORE = 30  # characters that are shown before the first difference of two long values
_KEYS = """\
  o  Ours: keep what this glossary says. It is not asked about again until it changes upstream once more.
  t  Theirs: take what the edition says.
  s  No answer now (Enter does the same): ours stays, and the next run asks again.
  q  Stop asking. What you have answered up to here is written."""


@command(
    main,
    "glossary upstream --dry-run\nglossary upstream\nglossary upstream --interactive\n"
    "glossary upstream --take ours --take theirs:queue.definition",
    leftovers="recover",
)
@click.option(
    "--take",
    "takes",
    multiple=True,
    metavar="SIDE[:WHAT]",
    help="Answer questions: ours or theirs, for all of them or for a term (theirs:queue) or a field of one "
    "(theirs:queue.definition). The narrower answer counts.",
)
@click.option("--interactive", is_flag=True, help="Ask about each thing that both sides have changed.")
@yes_option
@dry_run_option
def upstream(root: Path, takes: tuple[str, ...], interactive: bool, yes: bool, dry_run: bool) -> None:
    """Bring a later edition of the shipped glossary into one that began with it.

    The edition is the one that this version of the tool has. What you have changed stays, and what you have
    left alone follows. Where both have changed the same thing yours stays, and a question is listed until you
    answer it; the exit code is then 1. New terms come marked as not yet reviewed here. What would bring an
    error is left out, and told.
    """
    corpus = opened(root, whole=True)
    kept, topics = _adopted(corpus)
    edition = shipped()
    _refuse_older(edition, kept)
    asker = _Asker(answers=_answers(takes), is_asking=interactive)
    brought = _brought(corpus, kept, edition, topics, asker)
    asker.refuse_unused()
    if dry_run:
        changes = {path: data for path, data in brought.changed.changes.items() if path != UPSTREAM}
        brought = replace(brought, changed=replace(brought.changed, changes=changes))
    if brought.changed.changes or not (brought.questions or brought.held):
        carry_out(
            corpus, brought.changed, dry_run=dry_run, say=_said(brought, kept, edition, dry_run), yes=yes
        )
    if dry_run:
        click.echo(_said(brought, kept, edition, dry_run), err=True)
    else:
        _write_edition(root, corpus, edition)
    _tell(brought, err=dry_run)
    for problem in left_behind(corpus.tree.files, corpus.loaded.glossary, kept):
        click.echo(f"look      {problem}", err=dry_run)
    sys.exit(1 if brought.questions or brought.held else 0)


def _adopted(corpus: Corpus) -> tuple[Kept, Sequence[str]]:
    """What was taken over, and the topics to follow. Raises ``RefusedError``."""
    said, data = corpus.site.upstream, corpus.tree.files.get(UPSTREAM)
    if said is None:
        raise RefusedError(
            f"{CONFIG} has no 'upstream': this glossary did not begin with the shipped one "
            "(glossary init DIR --from support)"
        )
    if data is None:
        raise RefusedError(
            f"{UPSTREAM} is not there, so nobody knows what you have changed; bring back the one that git has"
        )
    return read_kept(data), said.topics


def _refuse_older(edition: Edition, kept: Kept) -> None:
    if _order(edition.name) < _order(kept.edition):
        raise RefusedError(
            f"this tool has edition {edition.name}, and you have {kept.edition} already; upgrade the tool"
        )


def _order(version: str) -> list[int]:
    """Versions in their order, as far as numbers and dots tell it."""
    found = re.match(r"[0-9.]+", version)
    numbers = [int(part) for part in found[0].split(".") if part] if found else []
    return numbers + [0] * (4 - len(numbers))


def _brought(corpus: Corpus, kept: Kept, edition: Edition, topics: Sequence[str], asker: _Asker) -> Brought:
    """The merge that brings in no error. Raises ``RefusedError`` where there is none."""
    held: dict[str, str] = {}
    for _ in range(_TRIES):
        brought = bring(corpus.tree.files, corpus.loaded, kept, edition, topics, asker.decide, held)
        found = errors(
            new_problems(corpus.tree, brought.changed.changes, corpus.site, brought.changed.moved or {})
        )
        more = {path: why for path, why in to_hold(found, brought).items() if path not in held}
        held |= more
        if not more:
            return brought  # with errors that nobody can tell the cause of, the change is refused as a whole
    raise RefusedError(f"too much of the edition would bring errors: {', '.join(sorted(held)[:12])}, …")


def _write_edition(root: Path, corpus: Corpus, edition: Edition) -> None:
    """mkdocs.yml says which edition it is now."""
    if corpus.site.upstream is None or corpus.site.upstream.edition == edition.name:
        return
    file = root / CONFIG
    text = with_edition(file.read_bytes().decode("utf-8"), edition.name)
    if text:
        write_own(root, CONFIG, text.encode())
    else:
        click.echo(f"Write 'edition: {edition.name}' where your settings say 'upstream'.", err=True)


def _answers(takes: Sequence[str]) -> dict[str, Side]:
    answers: dict[str, Side] = {}
    for take in takes:
        side, _, what = take.partition(":")
        if side not in ("ours", "theirs"):
            raise click.UsageError(f"--take is {take!r:.60}, expected ours or theirs, such as theirs:queue")
        answers[what] = cast(Side, side)
    return answers


@dataclass(slots=True, kw_only=True)
class _Asker:
    """Answers as the command line has them, else a person's; each question is asked once."""

    answers: Mapping[str, Side]
    is_asking: bool
    used: set[str] = field(default_factory=set)
    given: dict[str, Side | None] = field(default_factory=dict)

    def decide(self, question: Question) -> Side | None:
        for what in _wider(question.about):
            if what in self.answers:
                self.used.add(what)
                return self.answers[what]
        if question.about not in self.given and self.is_asking:
            self.given[question.about] = self._ask(question)
        return self.given.get(question.about)

    def _ask(self, question: Question) -> Side | None:
        click.echo()
        click.secho(question.about, bold=True)
        names = ("base", "ours", "theirs")
        for name, value in zip(names, shown(*(getattr(question, name) for name in names)), strict=True):
            click.echo(f"  {name + ':':8}{value}")
        while True:
            key: str = click.prompt(
                "Which one?",
                type=click.Choice(("o", "t", "s", "q", "?")),
                default="s",
                prompt_suffix=" (ours, theirs, skip, quit and keep the answers, ? explains) ",
            )
            if key != "?":
                break
            click.echo(_KEYS)
        self.is_asking = key != "q"
        return cast("Side | None", {"o": "ours", "t": "theirs"}.get(key))

    def refuse_unused(self) -> None:
        """Raises ``RefusedError`` for an answer to no question, which may be a slip."""
        unused = sorted(what for what in self.answers if what and what not in self.used)
        if unused:
            raise RefusedError(f"--take answers no question: {', '.join(unused)}; nothing was written")


def _wider(about: str) -> list[str]:
    """What an answer may name, the narrowest first: a key, a field, a term; "" for everything."""
    parts = re.split(r"\.(?!yaml[:.])", about)
    return [".".join(parts[:end]) for end in range(len(parts), 0, -1)] + [""]


def shown(*values: Any) -> list[str]:
    """Each value on one line; long ones from shortly before the place where they differ."""
    texts = [value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for value in values]
    there = [text for text, value in zip(texts, values, strict=True) if value]
    pairs = enumerate(zip(*there, strict=False))
    alike = next((at for at, signs in pairs if len(set(signs)) > 1), min(map(len, there), default=0))
    start = alike - _BEFORE if max(map(len, texts)) > _SHOWN and alike > 2 * _BEFORE else 0
    return [
        "(nothing)" if value is None else _cut(text, start) for text, value in zip(texts, values, strict=True)
    ]


def _cut(text: str, start: int) -> str:
    part = text[start : start + _SHOWN]
    return printable("…" * (start > 0) + part + "…" * (len(text) > start + _SHOWN))


def _said(brought: Brought, kept: Kept, edition: Edition, dry_run: bool) -> str:
    fields = sum(map(len, brought.arrived.values()))
    done = "would change" if dry_run else "changed"
    way = f"Edition {edition.name}" + (f" after {kept.edition}" if kept.edition != edition.name else "")
    return (
        f"{way}: {len(brought.arrived)} of yours {done} in {count(fields, 'field')}, "
        f"{count(len(brought.new), 'new term')}, {count(len(brought.questions), 'question')} left to you."
    )


def _tell(brought: Brought, *, err: bool) -> None:
    for slug, fields in brought.arrived.items():
        click.echo(f"changed   {slug}: {', '.join(fields)}", err=err)
    for slug in brought.new:
        click.echo(f"new       {slug}: not yet reviewed here", err=err)
    for slug in brought.reread:
        click.echo(f"review    {slug}: changed upstream since your review", err=err)
    for note in brought.notes:
        click.echo(f"note      {note}", err=err)
    for path, why in brought.held.items():
        click.echo(f"left out  {path}: {why}", err=err)
    for question in brought.questions:
        click.echo(f"question  {question.about}: both have changed it, yours stays", err=err)
        ours, theirs = shown(question.ours, question.theirs)
        click.echo(f"            ours:   {ours}", err=err)
        click.echo(f"            theirs: {theirs}", err=err)
    if brought.questions:
        click.echo(
            "Answer with --interactive, or with --take ours or theirs; what is left is asked again.",
            err=True,
        )
