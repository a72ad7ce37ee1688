"""The commands that make the site: build, serve, render."""

from __future__ import annotations

import errno
import logging
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from site_gen.cli.app import command, count, main, report, said
from site_gen.corpus.confine import write_own
from site_gen.publish.swap import built_beside
from site_gen.settings import PLUGIN, SettingsError, load_config, load_settings, site_of
from site_gen.settings.places import refuse_elsewhere
from site_gen.settings.standalone import FILE, own_templates, standalone


@command(main, "glossary build\nglossary --root ../desk build")
def build(root: Path) -> None:
    """Build the site into build/site: as a whole, or the site that is there stays as it is.

    The plugins and hooks that mkdocs.yml names are run. With an error in the corpus nothing is written.
    """
    config = load_config(root)
    plugin = _plugin(config)
    click.echo(f"Building {config.site_name} …", err=True)
    site = Path(config.site_dir)
    try:
        with _log_shown(logging.WARNING, ours=False):
            plugin.on_startup(command="build", dirty=False)
            begun = time.perf_counter()
            _build_whole(config, site)
    finally:  # MkDocs ends the process itself where a plugin or strict mode stops it
        if plugin.last:
            report(plugin.last.built.problems, "text")
    for told in filter(None, (plugin.last.left_out, plugin.last.drafts_told)):
        click.echo(told)
    if plugin.packed:
        built = time.perf_counter() - begun - plugin.packed.seconds
        click.echo(
            f"Built in {built:.1f} s; glossary.zip ({plugin.packed.size / 1e6:.1f} MB) took another "
            f"{plugin.packed.seconds:.1f} s."
        )
    click.echo(
        f"{count(plugin.last.built.terms, 'term')}. Open {_near(site / 'index.html')} in a browser, "
        "or run: glossary serve"
    )


def _build_whole(config: Any, site: Path) -> None:
    """MkDocs' build beside ``site``, and in its place once it is whole. Says what stays where it fails."""
    from mkdocs.commands.build import build as mkdocs_build

    there = "stays as it was" if site.is_dir() else "was not made"
    try:
        with built_beside(site) as place:
            config.site_dir = str(place)
            mkdocs_build(config)
    except OSError as error:
        raise click.ClickException(f"{said(error)}; {_near(site)} {there}") from None
    except Exception as error:
        if isinstance(error, SystemExit):  # MkDocs has said why
            click.echo(f"{_near(site)} {there}.", err=True)
            raise
        what = " ".join(f"{type(error).__name__}: {error}".split())
        raise click.ClickException(f"the build failed with {what}; {_near(site)} {there}") from None


@command(main, "glossary serve\nglossary serve --port 8001")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Where the preview listens.",
)
def serve(root: Path, port: int) -> None:
    """Preview with live reload: saving a term shows the change. Errors leave the last good pages up."""
    from mkdocs.commands.serve import serve as mkdocs_serve
    from mkdocs.exceptions import BuildError

    _plugin(load_config(root))
    _refuse_taken(port)
    try:
        with _log_shown(logging.INFO, ours=True):
            mkdocs_serve(
                config_file=str(root / "mkdocs.yml"),
                livereload=True,
                build_type="dirty",  # as the plugin does it: exactly
                dev_addr=f"127.0.0.1:{port}",
            )
    except BuildError as error:
        raise click.ClickException(str(error)) from None


def _refuse_taken(port: int) -> None:
    """Said before anything is built; MkDocs says it only afterwards."""
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        other = port + 1 if port < 65535 else 8000
        raise click.ClickException(
            f"port {port} is taken by another program; name another one: glossary serve --port {other}"
        ) from None


@command(main, "glossary render\nglossary render && zensical build -f build/mkdocs.yml")
def render(root: Path) -> None:
    """Write the pages into build/docs, and build/mkdocs.yml for builders that run no plugin."""
    from site_gen.publish.generate import generate, write_theme

    config = load_settings(root)
    _plugin(config)
    refuse_elsewhere(config)
    settings = standalone(config)
    generated = generate(root, Path(config.docs_dir), site_of(config))
    report(generated.built.problems, "text")
    if generated.written is None:
        click.echo("Nothing was written.", err=True)
        sys.exit(1)
    write_theme(root, own_templates(config))
    write_own(root, FILE, settings.encode())
    if generated.left_out:
        click.echo(generated.left_out)
    done = generated.written
    click.echo(
        f"{count(generated.built.terms, 'term')}: {count(done.changed, 'file')} written, "
        f"{done.removed} removed, {done.same} as they were; "
        f"settings in {_near(root / FILE)}"
    )


@contextmanager
def _log_shown(level: int, *, ours: bool) -> Iterator[None]:
    """MkDocs' own messages on the terminal; with our problems, where nobody else prints them."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.addFilter(lambda record: ours or record.name != f"mkdocs.plugins.{PLUGIN}")
    handler.setLevel(level)
    logger = logging.getLogger("mkdocs")
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(level)
    try:
        yield
    finally:  # whoever calls the command from Python may close the stream before the next message
        logger.removeHandler(handler)
        logger.setLevel(before)


def _plugin(config: Any) -> Any:
    plugin = config.plugins.get(PLUGIN)
    if plugin is None:
        raise SettingsError(
            f"{config.config_file_path}: no '{PLUGIN}' under plugins; add the line '- {PLUGIN}'"
        )
    return plugin


def _near(path: Path) -> str:
    """The path as short as it can be said from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
