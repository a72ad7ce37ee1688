"""The commands for a site that is already built: zip and policy."""

from __future__ import annotations

from pathlib import Path

import click

from site_gen.cli.app import command, main
from site_gen.publish.content_policy import HOSTS
from site_gen.publish.content_policy import policy as policy_of
from site_gen.publish.pack import pack
from site_gen.settings import SettingsError, load_settings
from site_gen.settings.file import FileConfig
from site_gen.settings.places import refuse_elsewhere


@command(main, "glossary render && zensical build && glossary zip", name="zip")
def zip_(root: Path) -> None:
    """Pack the built site into its glossary.zip, after a builder that runs no plugin.

    `glossary build` and plain MkDocs do it by themselves.
    """
    config = load_settings(root)
    size = pack(_built(config), Path(config.docs_dir))
    click.echo(f"{size / 1e6:.1f} MB in {Path(config.site_dir) / 'glossary.zip'}")


@command(main, "glossary policy\nglossary policy --for headers > build/site/_headers")
@click.option(
    "--for",
    "host",
    type=click.Choice(tuple(HOSTS)),
    default="plain",
    show_default=True,
    help="As this kind of host wants it; headers is the file _headers of Netlify and Cloudflare Pages.",
)
def policy(root: Path, host: str) -> None:
    """Print the Content-Security-Policy of the built site."""
    pages = _built(load_settings(root)).rglob("*.html")
    click.echo(HOSTS[host](policy_of(page.read_text(encoding="utf-8") for page in pages)))


def _built(config: FileConfig) -> Path:
    refuse_elsewhere(config)
    site = Path(config.site_dir)
    if not (site / "index.html").is_file():
        raise SettingsError(f"{site} holds no site yet; run: glossary build")
    return site
