"""The settings of a site: read through MkDocs' own configuration, handed on as a frozen ``Site``."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from site_gen.checks.codes import CODES
from site_gen.corpus.scalars import is_period
from site_gen.model.records import Rating, Site
from site_gen.model.suggest import did_you_mean

CONFIG = "mkdocs.yml"
PLUGIN = "glossary"
STYLESHEET = "assets/glossary.css"
FAVICON = "assets/favicon.svg"

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
    """The settings as a value. Raises ``SettingsError`` where they name a rule that there is none of."""
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
        favicon=config.theme.get("favicon") or FAVICON,
        stylesheets=tuple(_own_stylesheets(config.extra_css)),
        audience=options.get("audience", "internal"),
        authors=options.get("authors", False),
        review_every=_period(config, options.get("review_every", "")),
        severities=_severities(options.get("severities", {})),
    )


def _severities(written: Mapping[str, Rating]) -> Mapping[str, Rating]:
    for code in written:
        if code not in CODES:
            hint = did_you_mean(code, CODES, "docs/checks.md has all of them")
            raise SettingsError(f"{CONFIG}: severities: there is no rule '{code}'; {hint}")
    return written


def _period(config: Any, text: str) -> str:
    if text and not is_period(text):
        raise SettingsError(
            f"{config.config_file_path}: review_every is '{text}', expected a number and a unit; "
            "write it like 12 months"
        )
    return text


def _own_stylesheets(paths: Iterable[str]) -> Iterator[str]:
    """Those that pages without the theme need as well, to be in the site's colours."""
    return (path for path in paths if path != STYLESHEET and not urlsplit(path).scheme)


def load_site(root: Path) -> Site:
    """The settings of ``root``, or the plain ones where it has no mkdocs.yml. Raises ``SettingsError``."""
    return site_of(load_config(root)) if (root / CONFIG).is_file() else Site()


def load_severities(root: Path) -> Mapping[str, Rating]:
    """What the site makes of the rules. Raises ``SettingsError``.

    MkDocs, which takes longer to start than all the rules together, is asked only where its file speaks of
    severities, or of another file that may.
    """
    file = root / CONFIG
    if not file.is_file():
        return {}
    written = file.read_text(encoding="utf-8", errors="replace")
    speaks = any(word in written for word in ("severities", "INHERIT"))
    return site_of(load_config(root)).severities if speaks else {}
