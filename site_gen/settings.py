"""The settings of a site: read through MkDocs' own configuration, handed on as a frozen ``Site``."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from site_gen.model import Site
from site_gen.scalars import is_period

CONFIG = "mkdocs.yml"
PLUGIN = "glossary"

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice about MkDocs 2, which we pin away


class SettingsError(Exception):
    """mkdocs.yml is not there or cannot be used; the message says what to do."""


def load_config(root: Path) -> Any:
    """MkDocs' configuration of ``root``. Raises ``SettingsError``."""
    from mkdocs.config import load_config as mkdocs_config
    from mkdocs.exceptions import ConfigurationError

    file = root / CONFIG
    if not file.is_file():
        raise SettingsError(f"{file}: no such file; run this in the project's folder or name it with --root")
    for folder in ("docs", "theme"):  # MkDocs checks for them before any plugin runs
        (root / "build" / folder).mkdir(parents=True, exist_ok=True)
    said = _Listener(logging.ERROR)  # MkDocs logs what is wrong and raises only that something is
    logging.getLogger("mkdocs").addHandler(said)
    try:
        return mkdocs_config(str(file))
    except (ConfigurationError, SystemExit) as error:
        raise SettingsError(f"{file}: {'; '.join(said.messages) or error}") from None
    finally:
        logging.getLogger("mkdocs").removeHandler(said)


class _Listener(logging.Handler):
    """Keeps messages for whoever reports them."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(" ".join(record.getMessage().split()))


def site_of(config: Any) -> Site:
    plugin = config.plugins.get(PLUGIN)
    options = plugin.config if plugin else {}
    return Site(
        name=config.site_name or "Glossary",
        description=config.site_description or "",
        url=config.site_url or "",
        repo_url=options.get("repository") or config.repo_url or "",
        repo_host=options.get("host"),
        repo_branch=options.get("branch") or "main",
        repo_folder=options.get("folder") or "",
        owners=options.get("owners", {}),
        suggest_url=options.get("suggest_url", ""),
        language=config.theme.get("language", "en") or "en",
        audience=options.get("audience", "internal"),
        authors=options.get("authors", False),
        review_every=_period(config, options.get("review_every", "")),
        severities=options.get("severities", {}),
    )


def _period(config: Any, text: str) -> str:
    if text and not is_period(text):
        raise SettingsError(
            f"{config.config_file_path}: review_every is '{text}', expected a number and a unit; "
            "write it like 12 months"
        )
    return text


def load_site(root: Path) -> Site:
    """The settings of ``root``, or the plain ones where it has no mkdocs.yml. Raises ``SettingsError``."""
    return site_of(load_config(root)) if (root / CONFIG).is_file() else Site()
