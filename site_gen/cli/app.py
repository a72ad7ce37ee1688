"""The command line: reads options, calls one function, prints what it returned."""

from __future__ import annotations

import errno
import gc
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Literal

import click

from site_gen.model.problem import Problem, RefusedError, as_github, as_json, as_text, printable

EXIT_CODES = "Exit codes: 0 done, 1 the corpus or the input has problems, 2 wrong use of the command."


# New objects between two looks for garbage: records live as long as a command, and with Python's 700 a build
# spends a twelfth of its time looking through them in vain.
SELDOM = 100_000

_HELP = f"{__name__}.help"  # whether help is asked for, on any command


class Group(click.Group):
    """Turns what can go wrong around us into one line; a traceback helps nobody at the desk.

    ``modules`` tells for each command the module of this folder that holds it and the first words of its
    help: a command is imported when it is called, and the list of all commands needs none of them.
    """

    modules: Mapping[str, tuple[str, str]] = {}

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.commands and cmd_name in self.modules:
            import_module(f"site_gen.cli.{self.modules[cmd_name][0]}")
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({**self.commands, **self.modules})

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if not self.modules:
            super().format_commands(ctx, formatter)
            return
        with formatter.section("Commands"):
            formatter.write_dl([(name, f"{self.modules[name][1]}.") for name in sorted(self.modules)])

    def every(self) -> Mapping[str, click.Command]:
        """All commands by name."""
        for module, _ in self.modules.values():
            import_module(f"site_gen.cli.{module}")
        return self.commands

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ours = args[: args.index("--")] if "--" in args else args
        ctx.meta[_HELP] = any(word in ctx.help_option_names for word in ours)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # whoever read our output has seen enough
            sys.exit(0)
        except RefusedError as error:
            raise click.ClickException(_safe(str(error))) from None
        except OSError as error:
            raise click.ClickException(_safe(said(error))) from None


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
    say_any_sign()
    gc.set_threshold(SELDOM, *gc.get_threshold()[1:])
    if context.invoked_subcommand in ("docs", "init") or context.meta[_HELP]:  # they need no glossary
        context.obj = root
        return
    if not (root / "glossary").is_dir():
        raise click.UsageError(
            f"{root / 'glossary'} is not there; run this in the project's folder or name it with --root "
            "(glossary init starts a new one)"
        )
    from site_gen.corpus.disk import linked_corpus

    linked = tuple(linked_corpus(root))
    if linked and context.invoked_subcommand != "check":  # which tells of it as of any other problem
        report(linked, "text", err=True)
        context.exit(1)
    context.obj = root


def say_any_sign() -> None:
    """Have a stream print "?" for a sign that it lacks: in Windows, what is piped has mostly Latin ones."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="replace")


def recover_cut_off(root: Path) -> None:
    """Complete or undo what an earlier command of this machine left half done; name any other leftover."""
    from site_gen.corpus.disk import recover

    found = recover(root)
    if found.whole_again:
        click.echo("An earlier command was cut off while writing; the corpus is whole again.", err=True)
    report(found.left, "text", err=True)


def end_where_cut_off(root: Path) -> None:
    """End a command that only reads where the corpus may hold a half of a change."""
    from site_gen.corpus.disk import cut_off

    problems = cut_off(root)
    if problems:
        report(problems, "text", err=True)
        sys.exit(1)


def said(error: OSError) -> str:
    """What the disk refused, and where; for what people can mend themselves also how."""
    if not error.filename:
        return error.strerror or str(error)
    has_folder = Path(str(error.filename)).parent.is_dir()
    hint = {
        errno.ENOENT: "; check its name" if has_folder else "; make the folder first, or name another place",
        errno.EACCES: "; check the permissions of the file and of its folder",
        errno.EROFS: "; the disk lets nobody write",
        errno.ENOSPC: "; make room on the disk, and run it again",
    }.get(error.errno or 0, "")
    return f"{error.filename}: {error.strerror}{hint}"


_FORMS: Mapping[str, Callable[[Iterable[Problem]], str]] = {"text": as_text, "json": as_json}


def report(problems: tuple[Problem, ...], form: str, err: bool = False, below: str = "") -> None:
    """Print problems in one of their forms; nothing where there is none. ``below`` is for GitHub alone."""
    text = as_github(problems, below=below) if form == "github" else _FORMS[form](problems)
    if text:
        click.echo(text, err=err)


def count(number: int, what: str, several: str = "") -> str:
    return f"{number} {what if number == 1 else several or what + 's'}"
