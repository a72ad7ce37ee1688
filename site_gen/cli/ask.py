"""Asks a person in the terminal whether two groups of entries are one concept."""

from __future__ import annotations

import click

from site_gen.match import Group, Question
from site_gen.model.records import Glossary
from site_gen.sources.merge import Answer, asked_about

_TEXT_SHOWN = 300  # characters


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
        answer = click.prompt(
            "One concept?",
            type=click.Choice(("y", "n", "s", "q")),
            default="s",
            prompt_suffix=" (yes, no, skip, quit and keep the answers) ",
        )
        if answer == "q":
            self._stopped = True
        if answer in ("s", "q"):
            return None
        contrast = ""
        if answer == "n" and question.one.term:
            contrast = click.prompt(
                "If readers would confuse the two, one sentence that tells them apart",
                default="",
                show_default=False,
            )
        return Answer(same=answer == "y", contrast=contrast)


def _show(glossary: Glossary, group: Group) -> None:
    term = glossary.by_slug.get(group.term)
    click.echo(f"  {group.name}" + (f"  [{group.term}]" if group.term else ""))
    if term:
        click.echo(f"      {term.definition}")
    for query in group.members:
        click.echo(f"      {query.source}: {query.name}. {query.text[:_TEXT_SHOWN]}")
