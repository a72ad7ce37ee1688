"""Which pages the navigation in mkdocs.yml names, where a build stops at any other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pathspec.gitignore import GitIgnoreSpec

from site_gen.settings.choices import SettingsError
from site_gen.settings.defaults import completed, paths_in
from site_gen.settings.file import FileConfig, read_config

_QUIET = {"search", "material/search", "glossary"}  # plugins that do not touch the navigation
_TEMPLATES = "/templates/"  # which MkDocs leaves out by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Navigation:
    """Pages that it names, by path below the docs folder, and patterns of those that it may leave out."""

    pages: frozenset[str]
    left_out: str


def navigation(config: Any) -> Navigation | None:
    """None where no build would stop at a page without a place, or a plugin makes the navigation."""
    file = config if isinstance(config, FileConfig) else read_config(Path(config.config_file_path))
    whole = completed(file.values)
    validation = whole["validation"]
    if file.values.get("strict") is not True or not isinstance(validation, dict):
        return None
    of_nav = validation.get("nav")
    omitted = of_nav.get("omitted_files") if isinstance(of_nav, dict) else validation.get("omitted_files")
    if omitted != "warn" or not set(file.plugins) <= _QUIET:
        return None
    patterns = (whole.get(name) for name in ("not_in_nav", "exclude_docs", "draft_docs"))
    left_out = "\n".join((_TEMPLATES, *(text for text in patterns if isinstance(text, str))))
    try:
        GitIgnoreSpec.from_lines(left_out.splitlines())
    except ValueError as error:
        raise SettingsError(f"{file.config_file_path}: not_in_nav: {error}") from None
    return Navigation(pages=frozenset(paths_in(whole["nav"])), left_out=left_out)
