"""The commands that hand the corpus on: ``glossary export WHAT``. Each kind of file is a command below it."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import click

from site_gen.catalog import catalog
from site_gen.cli.app import EXIT_CODES, command, count, main
from site_gen.cli.corpus import readable
from site_gen.corpus.confine import write_out, write_own
from site_gen.corpus.layout import SHEET
from site_gen.editing.sheet.write import TooLongError, workbook
from site_gen.export.anki import decks, package
from site_gen.history.audience import visible_history
from site_gen.history.cards import keep_cards, kept_cards
from site_gen.history.events import NO_GIT, History
from site_gen.history.log import read_history
from site_gen.learning.course import course
from site_gen.learning.quiz.questions import bank
from site_gen.model.audience import visible
from site_gen.model.problem import RefusedError
from site_gen.model.records import Glossary, Site
from site_gen.model.relations import relations
from site_gen.model.suggest import did_you_mean
from site_gen.settings import load_site
from site_gen.text.links import link

_APP = "build/zendesk-app.zip"
_FILE = click.Path(dir_okay=False, writable=True, path_type=Path)


@main.group(
    epilog="\b\nExamples:\n  glossary export sheet\n  glossary export skos --out glossary.ttl\n"
    f"  glossary export anki --out all.apkg\n\n{EXIT_CODES}"
)
def export() -> None:
    """Hand the corpus on in another form."""


@command(export, "glossary export sheet\nglossary export sheet --output ~/terms.csv")
@click.option(
    "--output", type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help=f"The file to write.  [default: {SHEET} in the project, which git passes over]",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def sheet(root: Path, output: Path | None, force: bool) -> None:
    """All terms as a spreadsheet (.xlsx, or .csv by the ending of --output): a row a term, a column a field.

    Edit it in any spreadsheet program and bring it back with: glossary import --update FILE
    """
    place = output or root / SHEET
    if place.exists() and not force:
        raise click.UsageError(f"{place} is there already; name another with --output, or add --force")
    glossary = readable(root).glossary
    try:
        data = _table(glossary) if output and output.suffix.lower() == ".csv" else workbook(glossary.terms)
    except TooLongError as error:
        raise click.ClickException(str(error)) from None
    if output:
        write_out(root, output, data)
    else:
        write_own(root, SHEET, data)
    click.echo(
        f"{place}: {count(len(glossary.terms), 'term')}. Bring it back with: glossary import --update {place}"
    )


def _table(glossary: Glossary) -> bytes:
    """The sheet as CSV: with semicolons where numbers have a comma, as spreadsheets do."""
    from site_gen.editing.exchange.csv_sheet import csv_bytes  # it loads what reads tables

    return csv_bytes(glossary.terms, ";" if "," in catalog(glossary.language).number(1.5) else ",")


@command(
    export,
    "glossary export skos --out glossary.ttl\nglossary export skos --form json-ld --out glossary.jsonld",
)
@click.option(
    "--form", type=click.Choice(("turtle", "json-ld")),
    help="Turtle or JSON-LD; told by the ending of the file unless said.",
)  # fmt: skip
@click.option(
    "--out", "--output", "out", type=_FILE, required=True, help="The file to write over or to make."
)
def skos(root: Path, form: str | None, out: Path) -> None:
    """All terms as a SKOS concept scheme, for vocabulary tools. Needs the extra 'skos'.

    Bring back what was edited there with: glossary import --update FILE
    """
    from site_gen.editing.exchange.skos_write import skos_text

    chosen = form or ("json-ld" if out.suffix.lower() in (".jsonld", ".json") else "turtle")
    site, glossary = _seen(root)
    try:
        text = skos_text(glossary, site, "json-ld" if chosen == "json-ld" else "turtle")
    except ImportError:
        raise RefusedError("this needs rdflib: pip install 'support-glossary[skos]'") from None
    write_out(root, out, text.encode())
    click.echo(
        f"{out}: {count(len(glossary.terms), 'concept')} in {count(len(glossary.topics), 'collection')}."
    )


@command(export, "glossary export tbx --out glossary.tbx")
@click.option(
    "--out", "--output", "out", type=_FILE, required=True, help="The file to write over or to make."
)
def tbx(root: Path, out: Path) -> None:
    """All terms as a TBX-Basic termbase (ISO 30042:2019), for translation and terminology tools.

    Bring back what was edited there with: glossary import --update FILE
    """
    from site_gen.editing.exchange.tbx_write import tbx_bytes

    site, glossary = _seen(root)
    if not glossary.terms:
        raise RefusedError("there is no term to export; a termbase needs one")
    write_out(root, out, tbx_bytes(glossary, site))
    click.echo(f"{out}: {count(len(glossary.terms), 'concept')}.")


@command(export, "glossary export zendesk-app\nglossary export zendesk-app --out app.zip", name="zendesk-app")
@click.option("--out", "--output", "out", type=_FILE, help=f"The file to write.  [default: {_APP}]")
def zendesk_app_(root: Path, out: Path | None) -> None:
    """An app for Zendesk Support as a zip: the lookup beside each ticket, for a private upload.

    It brings its data along; links lead to the pages at site_url. Not tried in a live account.
    """
    from site_gen.export.zendesk_app import SCRIPTS, zendesk_app
    from site_gen.pipeline import panel_files
    from site_gen.publish.assets import assets

    site = load_site(root)
    if not site.url.startswith("https://"):
        raise RefusedError("site_url in mkdocs.yml is no https address; the panel leads to the pages there")
    made = panel_files(readable(root).glossary, site, read_history(root), SCRIPTS)
    data = zendesk_app(made, assets(), site, metadata.version("support-glossary"))
    if out:
        write_out(root, out, data)
    else:
        write_own(root, _APP, data)
    click.echo(f"{out or root / _APP}: {len(data) / 1e6:.1f} MB, to upload as a private app.")


def _seen(root: Path) -> tuple[Site, Glossary]:
    """The site, and the glossary as its readers may see it."""
    site = load_site(root)
    return site, visible(readable(root).glossary, site)


@command(
    export,
    "glossary export anki --out glossary.apkg\nglossary export anki --path week-one --out week-one.apkg",
)
@click.option("--path", "path", default="", help="Id of a learning path; without it, all terms are taken.")
@click.option(
    "--out", "--output", "out", type=_FILE, required=True,
    help="The file to write, such as glossary.apkg; one that is there is written over.",
)  # fmt: skip
def anki(root: Path, path: str, out: Path) -> None:
    """A deck of cards for Anki, in each direction: term, meaning and short form.

    Import the file again after terms have changed: Anki takes over what changed and keeps what was learned.
    When a card changed is known from git, else from what build/.cards.json keeps.
    """
    site, glossary = _seen(root)
    taught = course(glossary, link(glossary))
    history = _history(root, glossary, site)
    words = catalog(site.language, glossary.words)
    made = {deck.id: deck for deck in decks(relations(glossary), taught, site, history, words)}
    wanted = path or "all"
    if wanted not in made:
        hint = did_you_mean(wanted, tuple(made), "the ids are in glossary/paths.yaml")
        raise click.UsageError(f"no learning path '{path}' with terms; {hint}")
    write_out(root, out, package(made[wanted]))
    cards = count(len(made[wanted].notes), "note")
    click.echo(f"{out}: {cards}. Import it in Anki with File, Import.")


@command(
    export, "glossary export scorm --path week-one\nglossary export scorm --path week-two --out test.zip"
)
@click.option("--path", "path", required=True, help="Id of a learning path.")
@click.option(
    "--out", "--output", "out", type=_FILE, help="The file to write.  [default: build/scorm-ID.zip]"
)
def scorm(root: Path, path: str, out: Path | None) -> None:
    """The test of a learning path as a SCORM 1.2 package, for a learning system that knows who takes it.

    One question a term; what was missed comes again until it is right, and first answers count. The mark
    to pass is the path's `pass`, else 80%.
    """
    from site_gen.export.scorm import scorm as packed

    site, glossary = _seen(root)
    links = link(glossary)
    taught = course(glossary, links)
    routes = {route.path.id: route for route in taught.routes}
    if path not in routes:
        hint = did_you_mean(path, tuple(routes), "the ids are in glossary/paths.yaml")
        raise click.UsageError(f"no learning path '{path}' with terms; {hint}")
    ways = [{term.slug for term in route.terms} for route in taught.routes]
    questions = bank(glossary, relations(glossary), links, taught.masks, ways)
    try:
        data = packed(routes[path], questions, catalog(site.language, glossary.words), site.id)
    except ValueError:
        raise RefusedError(f"no question can be made about the terms of the path '{path}'") from None
    if out:
        write_out(root, out, data)
    else:
        write_own(root, f"build/scorm-{path}.zip", data)
    place = out or root / "build" / f"scorm-{path}.zip"
    click.echo(f"{place}: a SCORM 1.2 package for your learning system.")


def _history(root: Path, glossary: Glossary, site: Site) -> History:
    history = read_history(root)
    if history.note == NO_GIT:
        changed = kept_cards(root, glossary.terms, _now())
        keep_cards(root, glossary.terms, changed)
        return replace(history, card_changed=changed)
    return visible_history(history, glossary, site)


def _now() -> int:
    """https://reproducible-builds.org/specs/source-date-epoch/"""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(given) if given.isascii() and given.isdigit() else int(time.time())
