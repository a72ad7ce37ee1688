"""What ``init --from support`` writes: the shipped terms in place of the starter's three."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from site_gen.cli.app import count
from site_gen.cli.init_answers import is_asked
from site_gen.cli.init_readme import README, with_shipped_terms
from site_gen.corpus.layout import PAGES, ROOT, UPSTREAM, WORDS
from site_gen.editing.upstream.adopt import adopted, upstream_setting
from site_gen.editing.upstream.edition import Edition, taken
from site_gen.model.problem import RefusedError
from site_gen.model.suggest import did_you_mean

_PLUGIN = "  - glossary:\n"
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


def with_shipped(
    files: Mapping[str, bytes], edition: Edition, topics: Sequence[str], license_text: bytes
) -> Mapping[str, bytes]:
    """The files of ``starter`` with shipped terms in place of its own. Raises ``RefusedError``."""
    own = {
        path: data
        for path, data in files.items()
        if path.startswith((PAGES, WORDS)) or not path.startswith(ROOT)
    }
    terms = adopted(edition, topics)
    settings = upstream_setting(edition.name, topics)
    return {
        **own,
        **terms,
        "mkdocs.yml": files["mkdocs.yml"].replace(_PLUGIN.encode(), (_PLUGIN + settings).encode()),
        README: with_shipped_terms(files[README].decode()).encode(),
        "LICENSE-shipped.md": license_text,
        ".gitattributes": f"{UPSTREAM} -diff\n".encode(),  # written by commands, and long
    }
