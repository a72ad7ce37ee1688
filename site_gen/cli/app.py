"""The command line: reads options, calls one function, prints what it returned."""

from __future__ import annotations

import errno
import logging
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

import click

from site_gen.corpus.disk import cut_off, linked_corpus, recover
from site_gen.model.problem import Problem, RefusedError, as_github, as_json, as_text, printable
from site_gen.publish.swap import built_beside
from site_gen.settings import PLUGIN, SettingsError, load_config, load_settings, site_of
from site_gen.settings.places import refuse_elsewhere

EXIT_CODES = "Exit codes: 0 done, 1 the corpus or the input has problems, 2 wrong use of the command."


class Group(click.Group):
    """Turns what can go wrong around us into one line; a traceback helps nobody at the desk.

    ``modules`` hold further commands; that of the command's own name is loaded first, the others while
    none before them has the command that is asked for: a quick command need not wait for what others need.
    """

    modules: tuple[str, ...] = ()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        word = cmd_name.partition("-")[0]
        named = [name for name in self.modules if word in name.rpartition(".")[2].split("_")]
        for module in dict.fromkeys((*named, *self.modules)):
            if cmd_name in self.commands:
                break
            import_module(module)
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self.every())

    def every(self) -> Mapping[str, click.Command]:
        """All commands by name."""
        for module in self.modules:
            import_module(module)
        return self.commands

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # whoever read our output has seen enough
            sys.exit(0)
        except (SettingsError, RefusedError) as error:
            raise click.ClickException(_safe(str(error))) from None
        except OSError as error:
            raise click.ClickException(_safe(_said(error))) from None


def _safe(message: str) -> str:
    """A message that may hold the name of a stranger's file, with nothing in it that steers a terminal."""
    return "\n".join(map(printable, message.split("\n")))


def command(
    group: click.Group,
    example: str,
    name: str = "",
    exits: str = EXIT_CODES,
    leftovers: Literal["tell", "recover", "own"] = "tell",
) -> Callable[[Callable[..., Any]], click.Command]:
    """A command whose help ends with examples and the exit codes.

    ``leftovers`` is what it does about a write that was cut off: a command that reads the corpus tells of it
    and ends, one that writes recovers it (not with --dry-run), and a few look after it on their own.
    """

    def wrap(function: Callable[..., Any]) -> click.Command:
        @wraps(function)
        def called(root: Path, *args: Any, **kwargs: Any) -> Any:
            if leftovers == "recover" and not kwargs.get("dry_run"):
                recover_cut_off(root)
            elif leftovers != "own":
                end_where_cut_off(root)
            return function(root, *args, **kwargs)

        lines = "\n".join(f"  {line}" for line in example.strip().splitlines())
        epilog = f"\b\nExamples:\n{lines}\n\n{exits}"
        return group.command(name or function.__name__.rstrip("_"), epilog=epilog)(click.pass_obj(called))

    return wrap


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="\b\nExamples:\n  glossary check\n  glossary build\n  glossary --root ../desk serve\n\n"
    + EXIT_CODES,
)
@click.option(
    "--root",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="The project: the folder with glossary/ and mkdocs.yml. Default: this folder.",
)
@click.version_option(package_name="support-glossary")
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """A glossary kept as YAML, checked, merged and published as a site."""
    if context.invoked_subcommand == "init":  # needs no glossary yet
        context.obj = root
        return
    if not (root / "glossary").is_dir():
        raise click.UsageError(
            f"{root / 'glossary'} is not there; run this in the project's folder or name it with --root "
            "(glossary init starts a new one)"
        )
    linked = tuple(linked_corpus(root))
    if linked and context.invoked_subcommand != "check":  # which tells of it as of any other problem
        report(linked, "text", err=True)
        context.exit(1)
    context.obj = root


def recover_cut_off(root: Path) -> None:
    """Complete or undo what an earlier command of this machine left half done; name any other leftover."""
    found = recover(root)
    if found.whole_again:
        click.echo("An earlier command was cut off while writing; the corpus is whole again.", err=True)
    report(found.left, "text", err=True)


def end_where_cut_off(root: Path) -> None:
    """End a command that only reads where the corpus may hold a half of a change."""
    problems = cut_off(root)
    if problems:
        report(problems, "text", err=True)
        sys.exit(1)


@command(main, "glossary build\nglossary --root ../desk build")
def build(root: Path) -> None:
    """Build the site into build/site: as a whole, or the site that is there stays as it is.

    The plugins and hooks that mkdocs.yml names are run. With an error in the corpus nothing is written.
    """
    config = load_config(root)
    plugin = _plugin(config)
    click.echo(f"Building {config.site_name} …", err=True)
    _show_log(logging.WARNING, ours=False)
    plugin.on_startup(command="build", dirty=False)
    site = Path(config.site_dir)
    try:
        _build_whole(config, site)
    finally:  # MkDocs ends the process itself where a plugin or strict mode stops it
        if plugin.last:
            report(plugin.last.built.problems, "text")
    if plugin.last.left_out:
        click.echo(plugin.last.left_out)
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
        raise click.ClickException(f"{_said(error)}; {_near(site)} {there}") from None
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
    _show_log(logging.INFO, ours=True)
    try:
        mkdocs_serve(config_file=str(root / "mkdocs.yml"), livereload=True, dev_addr=f"127.0.0.1:{port}")
    except BuildError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise click.ClickException(
            f"port {port} is taken by another program; name another one: glossary serve --port {port + 1}"
        ) from None


@command(main, "glossary render\nglossary render && zensical build")
def render(root: Path) -> None:
    """Write the pages into build/docs only, for any builder that reads mkdocs.yml."""
    from site_gen.plugin import unnamed
    from site_gen.publish.generate import generate

    config = load_settings(root)
    _plugin(config)
    refuse_elsewhere(config)
    if missing := unnamed(config.extra_javascript):
        what = f"mkdocs.yml does not name {', '.join(missing)} under extra_javascript"
        click.echo(f"{what}; a builder without plugins needs it there (docs/builders.md).", err=True)
    generated = generate(root, Path(config.docs_dir), site_of(config))
    report(generated.built.problems, "text")
    if generated.written is None:
        click.echo("Nothing was written.", err=True)
        sys.exit(1)
    if generated.left_out:
        click.echo(generated.left_out)
    done = generated.written
    click.echo(
        f"{count(generated.built.terms, 'term')}: {count(done.changed, 'file')} written, "
        f"{done.removed} removed, {done.same} as they were"
    )


def _said(error: OSError) -> str:
    """What the disk refused, and where; for what people can mend themselves also how."""
    if not error.filename:
        return error.strerror or str(error)
    hint = {
        errno.ENOENT: "; make the folder first, or name another place",
        errno.EACCES: "; check the permissions of the file and of its folder",
        errno.EROFS: "; the disk lets nobody write",
        errno.ENOSPC: "; make room on the disk, and run it again",
    }.get(error.errno or 0, "")
    return f"{error.filename}: {error.strerror}{hint}"


def _show_log(level: int, *, ours: bool) -> None:
    """MkDocs' own messages on the terminal; with our problems, where nobody else prints them."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.addFilter(lambda record: ours or record.name != f"mkdocs.plugins.{PLUGIN}")
    handler.setLevel(level)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(level)


_FORMS: Mapping[str, Callable[[Iterable[Problem]], str]] = {"text": as_text, "json": as_json}


def report(problems: tuple[Problem, ...], form: str, err: bool = False, below: str = "") -> None:
    """Print problems in one of their forms; nothing where there is none. ``below`` is for GitHub alone."""
    text = as_github(problems, below=below) if form == "github" else _FORMS[form](problems)
    if text:
        click.echo(text, err=err)


def count(number: int, what: str, several: str = "") -> str:
    return f"{number} {what if number == 1 else several or what + 's'}"


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
