"""The whole settings of a site for builders that run no plugin, as the text of build/mkdocs.yml.

All of it is plain data: mkdocs.yml was read as such, so its code tags, hooks and plugins are not in it, and
what a theme puts into pages as it stands is escaped.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup

from site_gen.settings.choices import SettingsError
from site_gen.settings.defaults import SEARCH, completed
from site_gen.settings.escape import escape_settings
from site_gen.settings.file import FileConfig, read_own_words
from site_gen.settings.places import BUILD, THEME

FILE = f"{BUILD}/mkdocs.yml"
_HEAD = "# Written by `glossary render` from mkdocs.yml, for builders that run no plugin. Change that one.\n"
_LEFT_OUT = ("hooks", "watch", "INHERIT", "plugins", "edit_uri_template")  # what runs, or means other folders
_MAX_VALUES = 100_000  # a few lines with aliases can stand for more than a machine holds


class _Settings(dict[str, Any]):
    """Settings under the names by which ``escape_settings`` asks MkDocs for them."""

    def __init__(self, values: Mapping[str, Any], file: str) -> None:
        super().__init__(values)
        self.config_file_path = file

    @property
    def theme(self) -> dict[str, Any]:
        return self["theme"]  # type: ignore[no-any-return]

    def __missing__(self, name: str) -> None:
        return None


def standalone(config: FileConfig) -> str:
    """Raises ``SettingsError`` for a setting that would run as a program, and for too many values."""
    try:
        said = _Plain(config.config_file_path).of(config.values)
    except RecursionError:
        raise SettingsError(f"{config.config_file_path}: lists or mappings too deep in one another") from None
    whole = _Settings(completed(said, read_own_words(config.root)), config.config_file_path)
    escape_settings(whole)
    folder = config.root / BUILD
    settings = {name: value for name, value in whole.items() if name not in _LEFT_OUT and value is not None}
    settings |= {
        "docs_dir": os.path.relpath(config.docs_dir, folder.absolute()),
        "site_dir": os.path.relpath(config.site_dir, folder.absolute()),
        "theme": {**whole["theme"], "custom_dir": os.path.relpath(config.root / THEME, folder)},
        "plugins": [{"search": {**SEARCH, **_search(config)}}],
        "markdown_extensions": [_without_nothing(one) for one in whole["markdown_extensions"]],
    }
    return _HEAD + yaml.dump(settings, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


def own_templates(config: FileConfig) -> Path | None:
    """The folder of the desk's own templates, where it names one."""
    custom = config.theme.get("custom_dir")
    folder = config.root / str(custom) if custom else None
    same = folder is None or os.path.normpath(folder) == os.path.normpath(config.root / THEME)
    return None if same else folder


def _search(config: FileConfig) -> Mapping[str, Any]:
    found = config.plugins.get("search")
    return {"enabled": found.config["enabled"]} if found and "enabled" in found.config else {}


def _without_nothing(extension: Any) -> Any:
    """An extension without options that are nothing, such as those with a code tag."""
    if not isinstance(extension, dict):
        return extension
    return {
        name: {key: value for key, value in options.items() if value is not None}
        for name, options in extension.items()
    }


class _Plain:
    """Makes any value of a YAML file one of texts, numbers, lists and mappings; counts them."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._count = 0

    def of(self, value: Any) -> Any:
        self._count += 1
        if self._count > _MAX_VALUES:
            raise SettingsError(
                f"{self._file}: stands for more than {_MAX_VALUES:,} values; write it plainly"
            )
        if isinstance(value, Mapping):
            return {str(key): self.of(one) for key, one in value.items()}
        if isinstance(value, (list, tuple, set)):
            return [self.of(one) for one in value]
        if value is None or isinstance(value, (str, bool, int, float)):
            return value
        return value.isoformat() if isinstance(value, date) else str(value)


class _Dumper(yaml.SafeDumper):
    """Every text in quotes, so that all versions of YAML read it as text; no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: _Dumper, value: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(value), style='"')


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Markup, _text)
