"""Settings as they may stand in a page: the theme puts most of them there as they are.

MkDocs renders its templates without escaping. Each text becomes ``Markup`` of itself, escaped: a template
that does escape leaves it alone, so nothing is escaped twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from markupsafe import Markup, escape

from site_gen.settings.choices import SettingsError
from site_gen.settings.defaults import path_of

TEXTS = ("site_name", "site_description", "site_author", "copyright", "repo_name")
ADDRESSES = ("site_url", "repo_url", "edit_uri", "edit_uri_template")
_RUNS = re.compile(r"[\s\x00-\x20]*(?:javascript|vbscript|data)[\s\x00-\x20]*:", re.IGNORECASE)
_BREAKS_OUT = re.compile(r"[\"'<>`\\\s\x00-\x1f]")


def escaped(value: Any) -> Any:
    """``value`` with every text in it escaped; a text that has nothing to escape stays the same object."""
    if isinstance(value, dict):
        return {escaped(key): escaped(one) for key, one in value.items()}
    if isinstance(value, list):
        return [escaped(one) for one in value]
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    safe = escape(value)
    return safe if safe != value else value


def escape_settings(config: Any) -> None:
    """Escape what the theme shows of MkDocs' configuration. Raises ``SettingsError`` for what would run."""
    for name, address in _addresses(config):
        if _RUNS.match(unescape(address)) or _RUNS.match(re.sub(r"[\t\r\n]", "", unescape(address))):
            raise SettingsError(
                f"{config.config_file_path}: {name} is {address!r:.60}, which runs as a program; write https://…"
            )
    for name, path in _paths(config):
        if _BREAKS_OUT.search(path):
            raise SettingsError(f"{config.config_file_path}: {name} is {path!r:.60}, which is no address")
    for name in TEXTS:
        config[name] = escaped(config[name])
    if isinstance(config["copyright"], Markup):  # mostly written with &copy;
        config["copyright"] = config["copyright"].replace("&amp;copy;", Markup("&copy;"))
    config["extra"] = escaped(dict(config["extra"]))
    config["nav"] = escaped(config["nav"])
    for key in list(config.theme):
        if isinstance(config.theme[key], (str, dict, list)):
            config.theme[key] = escaped(config.theme[key])


def _addresses(config: Any) -> Iterator[tuple[str, str]]:
    """Every setting that may become a link, with its name."""
    yield from ((name, config[name]) for name in ADDRESSES if config.get(name))
    yield from (("nav", text) for text in _texts(config["nav"]))
    yield from (("extra", text) for text in _texts(dict(config["extra"])))


def _paths(config: Any) -> Iterator[tuple[str, str]]:
    """Settings that the theme puts where no escaping helps: into addresses of files, and into a script."""
    for name in ("extra_css", "extra_javascript"):
        yield from ((name, path_of(one)) for one in config[name])
    extra = dict(config["extra"])
    yield from (("extra: scope", text) for text in _texts(extra.get("scope")))
    yield from (("extra: analytics", text) for text in _texts((extra.get("analytics") or {}).get("property")))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str):
        yield value
