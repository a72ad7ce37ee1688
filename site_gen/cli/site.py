"""The commands for a site that is already built: zip and policy."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import click

from site_gen.cli.app import command, main
from site_gen.corpus.confine import first_link, is_below
from site_gen.corpus.layout import PAGES, built
from site_gen.model.problem import printable
from site_gen.publish.content_policy import HOSTS, known_scripts, vouched
from site_gen.publish.pack import pack
from site_gen.settings import SettingsError, load_settings, load_site
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
    """Print the Content-Security-Policy of the built site.

    It vouches for the scripts of the theme and ours. Any other is named on standard error and left out,
    unless trusted_scripts in mkdocs.yml names its page.
    """
    config = load_settings(root)
    site, settings = _built(config), load_site(root)
    trusted = settings.trusted_scripts
    paths = (path for path in site.rglob("*.html") if first_link(site, path) is None)
    pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    known = known_scripts(_templates(config, trusted))
    value, refused = vouched(pages, known, {*map(built, trusted)}, settings.misses_url)
    for one in refused:
        what = f"it loads '{one.loads}'" if one.loads else "an inline script, which the policy leaves out"
        said = (
            f"{_written(root, one.page)}: {what}; it is not the theme's nor ours; if it should run, name the "
        )
        click.echo(printable(f"{said}page under trusted_scripts in mkdocs.yml"), err=True)
    click.echo(HOSTS[host](value))


def _templates(config: FileConfig, trusted: tuple[str, ...]) -> Iterator[str]:
    """The templates of the installed themes, of which nothing is imported, and the site's trusted ones."""
    for name in _THEMES:
        spec = find_spec(name)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            for file in Path(place, "templates").rglob("*.html"):
                yield file.read_text(encoding="utf-8", errors="replace")
    custom = config.root / str(config.theme.get("custom_dir") or "build/theme")
    for name in trusted:
        if name.endswith(".html") and (custom / name).is_file() and is_below(custom / name, custom):
            yield (custom / name).read_text(encoding="utf-8", errors="replace")


_THEMES = ("material", "zensical")


def _written(root: Path, page: str) -> str:
    """The hand-written page that became a page of the site; of any other the built page."""
    below = f"{PAGES}{page.removesuffix('.html')}"
    return next((f"{below}{end}" for end in (".md", ".html") if (root / f"{below}{end}").is_file()), page)


def _built(config: FileConfig) -> Path:
    refuse_elsewhere(config)
    site = Path(config.site_dir)
    if not (site / "index.html").is_file():
        raise SettingsError(f"{site} holds no site yet; run: glossary build")
    return site
