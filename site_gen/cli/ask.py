"""Asks a person in the terminal whether two groups of entries are one concept."""

from __future__ import annotations

import click

from site_gen.editing.arguments import refuse_odd
from site_gen.match import Group, Question
from site_gen.model.problem import RefusedError
from site_gen.model.records import Glossary
from site_gen.sources.decisions import Answer
from site_gen.sources.merge import asked_about

_TEXT_SHOWN = 300  # characters
_KEYS = """\
  y  One concept. The entry gets the line 'term:' of the other one's term; where neither has a term yet, both
     get the same new draft. The definition of a term stays as it is, and what the entry says stays in its
     source; a new draft borrows its definition from the entry that is shown first. Where the term came with
     the tool, the commands that give it your text, name and owner are told at the end.
  n  Two concepts. The entry gets a term of its own. Next to a known term you may then write the sentence that
     tells the two apart, which goes into the draft as 'contrast'; without one the draft says 'distinct'. They
     are not asked about again.
  s  No answer now (Enter does the same). Nothing is written for the two; the next run asks again.
  q  Stop asking. What you have answered up to here is written."""


class Asker:
    """A person's answers, kept for as long as the command runs; who stops keeps what was answered."""

    def __init__(self) -> None:
        self._given: dict[frozenset[str], Answer | None] = {}
        self._stopped = False

    def answer(self, glossary: Glossary, question: Question) -> Answer | None:
        """The answer to a question, asked for once; None where it is left open."""
        about = asked_about(question)
        if about not in self._given and not self._stopped:
            self._given[about] = self._ask(glossary, question)
        return self._given.get(about)

    def _ask(self, glossary: Glossary, question: Question) -> Answer | None:
        click.echo()
        click.secho(f"{question.score:g}  {question.why}", bold=True)
        for group in (question.one, question.other):
            _show(glossary, group)
        answer = _key()
        if answer == "q":
            self._stopped = True
        if answer in ("s", "q"):
            return None
        contrast = ""
        if answer == "n" and question.one.term:
            contrast = _sentence()
        return Answer(same=answer == "y", contrast=contrast)


def _key() -> str:
    """One of the keys; ``?`` explains them, and asks again."""
    while True:
        answer: str = click.prompt(
            "One concept?",
            type=click.Choice(("y", "n", "s", "q", "?")),
            default="s",
            prompt_suffix=" (yes, no, skip, quit and keep the answers, ? explains) ",
        )
        if answer != "?":
            return answer
        click.echo(_KEYS)


def _sentence() -> str:
    """What tells the two apart, or ""; asked again where no file of the corpus may hold it."""
    while True:
        typed: str = click.prompt(
            "If readers would confuse the two, one sentence that tells them apart",
            default="",
            show_default=False,
        )
        try:
            refuse_odd(typed)
        except RefusedError as error:
            click.echo(f"{error}", err=True)
            continue
        return " ".join(typed.split())


def _show(glossary: Glossary, group: Group) -> None:
    term = glossary.by_slug.get(group.term)
    click.echo(f"  {group.name}" + (f"  [{group.term}]" if group.term else ""))
    if term:
        click.echo(f"      {term.definition}")
    for query in group.members:
        click.echo(f"      {query.source}: {query.name}. {query.text[:_TEXT_SHOWN]}")
