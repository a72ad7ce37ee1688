"""Which topics of the shipped glossary `init` begins with: said as an option, else asked in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

import click

from site_gen.cli.app import count
from site_gen.cli.init_answers import is_asked
from site_gen.editing.upstream.edition import Edition, taken
from site_gen.model.problem import RefusedError
from site_gen.model.suggest import did_you_mean

_ALL = "all"


def topics_of(said: str) -> tuple[str, ...]:
    """The topics in an answer, each once; all of them where it says so."""
    return tuple(
        dict.fromkeys(topic for part in said.split(",") if (topic := part.strip()) not in ("", _ALL))
    )


def chosen_topics(edition: Edition, said: Sequence[str]) -> Sequence[str]:
    """The topics to begin with, none for all: as said, else as asked for in a terminal until they are some.

    Tells how many terms that is. Raises ``RefusedError`` for an unknown topic where nobody can be asked.
    """
    sizes = {topic: len(taken(edition, (topic,))) for topic in edition.topics}
    if not said and is_asked():
        listed = "\n".join(f"  {topic:16} {sizes[topic]:4}" for topic in sizes)
        click.echo(
            f"Which topics of the shipped glossary? Parted by commas; with the number of terms:\n{listed}"
        )
        said = _asked()
    while unknown := [topic for topic in said if topic not in sizes]:
        listed = ", ".join(f"{topic} ({number})" for topic, number in sizes.items())
        hint = did_you_mean(unknown[0], sizes, f"choose from {_ALL}")
        told = f"the shipped glossary has no topic '{unknown[0]}'; {hint}; it has, with their terms: {listed}"
        if not is_asked():
            raise RefusedError(told)
        click.echo(told, err=True)
        said = _asked()
    each = ", ".join(f"{topic} {sizes[topic]}" for topic in said)
    click.echo(f"{each or 'All topics'}: {count(len(taken(edition, said)), 'term')}")
    return said


def _asked() -> tuple[str, ...]:
    return topics_of(click.prompt("Topics", default=_ALL))
