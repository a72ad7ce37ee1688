"""The command that serves the glossary to assistants."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path
from typing import Any

import click

from site_gen.assistant.answers import Answers
from site_gen.assistant.api import FILES, Api, api_of
from site_gen.assistant.scripts import Scripts
from site_gen.assistant.server import server
from site_gen.catalog import catalog
from site_gen.cli.app import command, main
from site_gen.model.problem import RefusedError, errors
from site_gen.settings import load_site

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_MISSING = (
    "this needs packages that are not installed: pip install 'support-glossary[mcp]' adds them to the tool "
    "that is here, also where that came from a wheel"
)
MAX_BYTES = 100_000_000  # of one file of api/


@command(
    main,
    "glossary mcp\nglossary mcp --data build/site\nglossary mcp --http --port 8765\n"
    "glossary mcp --http --host 0.0.0.0 --allow-host words.desk.example",
)
@click.option(
    "--data", type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of a built site, with api/ in it; without it, the terms are read from the corpus.",
)  # fmt: skip
@click.option("--http", is_flag=True, help="Serve over streamable HTTP at /mcp instead of stdio.")
@click.option("--host", default="127.0.0.1", show_default=True, help="With --http: the address to listen at.")
@click.option(
    "--port", type=click.IntRange(1, 65_535), default=8765, show_default=True, help="With --http: the port."
)
@click.option(
    "--allow-host", "allowed", multiple=True, metavar="NAME",
    help="With --host: a name that requests may come to, with its port if it is not the usual one.",
)  # fmt: skip
def mcp(root: Path, data: Path | None, http: bool, host: str, port: int, allowed: tuple[str, ...]) -> None:
    """Serve the glossary to assistants by the Model Context Protocol. Needs the extra 'mcp'.

    Without --http it talks over standard input and output, as assistants start it. It only reads, and a
    public site's terms are all that it tells. It asks nobody who they are: anywhere but on this machine,
    put it behind the desk's own login.
    """
    if not http and (host != "127.0.0.1" or allowed):
        raise click.UsageError("--host and --allow-host go with --http")
    if host not in _LOOPBACK and not allowed:
        raise click.UsageError("--host needs --allow-host NAME, the name under which readers reach it")
    site = load_site(root)
    try:
        version, words = metadata.version("support-glossary"), catalog(site.language)
        served = server(lambda: _answers(root, data), site.name, version, words)
    except ImportError:
        raise RefusedError(_MISSING) from None
    if data:
        _read(data)  # what cannot be served is told at once
    if not http:
        served.run("stdio")
        return
    click.echo(f"http://{host}:{port}/mcp  (Ctrl-C ends it)", err=True)
    if host not in _LOOPBACK:
        click.echo("Nobody is asked who they are: put this behind the desk's own login.", err=True)
    _serve(served, host, port, allowed)


def _serve(served: Any, host: str, port: int, allowed: tuple[str, ...]) -> None:
    """Serve over HTTP, to requests that name a host which is allowed: no page elsewhere can ask."""
    from mcp.server.transport_security import TransportSecuritySettings

    names = None  # the names of this machine
    if host not in _LOOPBACK:
        names = TransportSecuritySettings(
            allowed_hosts=[*allowed], allowed_origins=[f"https://{name}" for name in allowed]
        )
    served.run(
        "streamable-http",
        host=host,
        port=port,
        stateless_http=True,
        json_response=True,
        transport_security=names,
    )


def _answers(root: Path, data: Path | None) -> Answers:
    api = _read(data) if data else _made(root)
    return Answers(api=api, ranker=Scripts(api.lookup), words=catalog(str(api.about.get("language") or "en")))


def _read(folder: Path) -> Api:
    """The data of a built site. Raises ``RefusedError``."""
    files: dict[str, str] = {}
    for path in FILES:
        place = folder / path
        if place.is_file():
            if place.stat().st_size > MAX_BYTES:
                raise RefusedError(f"{place}: larger than {MAX_BYTES:,} bytes")
            files[path] = place.read_text(encoding="utf-8", errors="replace")
    return api_of(files)


def _made(root: Path) -> Api:
    """The same data from the corpus, for the readers of its site. Nothing is printed: output is answers.

    Raises ``RefusedError``.
    """
    from site_gen.corpus.disk import read_tree
    from site_gen.corpus.load import load
    from site_gen.history.log import read_history
    from site_gen.pipeline import api_files

    tree = read_tree(root)
    loaded = load(tree.files)
    wrong = errors((*tree.problems, *loaded.problems))
    if wrong:
        more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
        raise RefusedError(f"the glossary cannot be read: {wrong[0]}{more}")
    return api_of(api_files(loaded.glossary, load_site(root), read_history(root)))
