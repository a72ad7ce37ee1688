"""Where a build may read and write: mkdocs.yml can name any folder, so it is held to the build's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

from site_gen.corpus.confine import first_link, is_below
from site_gen.model.published import STYLESHEET
from site_gen.settings.choices import SettingsError
from site_gen.settings.file import FileConfig

BUILD = "build"
THEME = f"{BUILD}/theme"  # our templates for builders that run no plugin; they read it as custom_dir


def refuse_elsewhere(config: FileConfig) -> None:
    """Raises ``SettingsError`` where generated files would leave build/, or a theme has a way out."""
    root = config.root
    for place in (root / BUILD, root / BUILD / "theme", root / BUILD / "docs"):
        _refuse_link(root, place, BUILD)
    refuse_foreign(Path(config.docs_dir))
    for name, folder in (("docs_dir", config.docs_dir), ("site_dir", config.site_dir)):
        if Path(os.path.normpath((root / BUILD).absolute())) not in Path(folder).parents:
            raise SettingsError(
                f"{config.config_file_path}: {name} is {folder}, expected a folder below {BUILD}/; "
                f"set it to {BUILD}/{name.removesuffix('_dir')}"
            )
        _refuse_link(root, Path(folder), name)
    folders = [
        Path(config.docs_dir),
        Path(config.site_dir),
        Path(os.path.normpath((root / THEME).absolute())),
    ]
    for one, other in permutations(folders, 2):
        if one == other or one in other.parents:
            raise SettingsError(
                f"{config.config_file_path}: {one} would hold {other}; docs_dir, site_dir and {THEME} must "
                "be three folders beside one another"
            )
    _refuse_hidden_links(root, Path(config.site_dir))
    custom = config.theme.get("custom_dir")
    if custom:
        _refuse_theme(config, root / str(custom))


def refuse_foreign(docs: Path) -> None:
    """Raises ``SettingsError`` where ``docs`` holds somebody's own files, which would be lost."""
    there = [path.name for path in docs.glob("*") if not path.name.startswith(".")] if docs.is_dir() else []
    if there and not (docs / STYLESHEET).is_file():  # which stands in every folder of ours, before all else
        raise SettingsError(
            f"{docs} holds files that are not generated ({', '.join(sorted(there)[:3])}); "
            "set docs_dir to a folder of its own, such as build/docs"
        )


def _refuse_link(root: Path, place: Path, name: str) -> None:
    link = first_link(root, place)
    if link is not None:
        raise SettingsError(
            f"{os.path.relpath(link, root)}: a link to {link.readlink()}, so nothing was written ({name} "
            "must be a folder of the project itself); remove the link"
        )


def _refuse_theme(config: FileConfig, folder: Path) -> None:
    """What lies in a theme is published: it must be a folder of its own in the project, without ways out."""
    below = Path(os.path.relpath(folder, config.root)).parts
    if not below or below[0].casefold() in ("..", "glossary") or any(part.startswith(".") for part in below):
        raise SettingsError(
            f"{config.config_file_path}: custom_dir is {folder}, expected a folder of its own in the "
            f"project; set it to {BUILD}/theme, or to one with your templates"
        )
    _refuse_link(config.root, folder, "custom_dir")
    for link in _links(folder):
        if not is_below(link, folder):
            raise SettingsError(
                f"{os.path.relpath(link, config.root)}: a link that leads out of custom_dir, so its content "
                "would be published; put the file itself there"
            )


def _refuse_hidden_links(root: Path, site: Path) -> None:
    """What is hidden in a site is spared by each build, and a host may follow the links in it."""
    for link in _links(site):
        hidden = any(part.startswith(".") for part in link.relative_to(site).parts)
        if hidden and not is_below(link, site):
            raise SettingsError(
                f"{os.path.relpath(link, root)}: a link that leads out of the site, so its content could be "
                "published; remove the link"
            )


def _links(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        yield from (path for name in (*folders, *files) if (path := Path(place, name)).is_symlink())
