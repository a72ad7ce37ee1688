"""The settings of a site: read as data, for a build by MkDocs itself, and handed on as a ``Site``.

May import model, corpus and checks.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from site_gen.checks.codes import CODES
from site_gen.corpus.layout import PAGES
from site_gen.model.period import is_period
from site_gen.model.published import FAVICON, STYLESHEET
from site_gen.model.records import Origin, Owner, Rating, Site, Upstream
from site_gen.model.schema import term_fields
from site_gen.model.suggest import did_you_mean
from site_gen.model.suggestions import unknown_placeholder, with_placeholders
from site_gen.settings.choices import DEFAULTS, SettingsError, checked
from site_gen.settings.file import FileConfig, read_config
from site_gen.settings.navigation import navigation
from site_gen.settings.places import refuse_elsewhere

__all__ = ["SettingsError", "load_config", "load_settings", "load_site", "site_of"]

CONFIG = "mkdocs.yml"
PLUGIN = "glossary"
_LOCAL = ("localhost", "127.0.0.1")  # to try it out
_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{2,38})[a-z0-9]")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?")

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice about MkDocs 2, which we pin away


def load_config(root: Path) -> Any:
    """MkDocs' configuration of ``root``, for a build alone: what it names is imported and run.

    Raises ``SettingsError``, also before any of that where a folder that it names is not the build's.
    """
    from mkdocs.config import load_config as mkdocs_config
    from mkdocs.exceptions import ConfigurationError

    file = root / CONFIG
    written = read_config(file)
    refuse_elsewhere(written)
    for folder in ("docs", "theme"):  # MkDocs checks for them before any plugin runs
        (root / "build" / folder).mkdir(parents=True, exist_ok=True)
    said = _Listener(logging.ERROR)  # MkDocs logs what is wrong and raises only that something is
    logging.getLogger("mkdocs").addHandler(said)
    try:
        config = mkdocs_config(str(file))
        config.site_dir = written.site_dir  # which is build/site, where MkDocs would take site
        return config
    except (ConfigurationError, SystemExit) as error:
        raise SettingsError(f"{file}: {'; '.join(said.messages) or error}") from None
    finally:
        logging.getLogger("mkdocs").removeHandler(said)


# The shipped terms are in English. What rules find in them by the words of another language only warns there,
# unless the settings say otherwise.
_TAKEN_OVER: Mapping[str, Rating] = dict.fromkeys(
    ("circular-definition", "label-collision", "near-duplicate", "reading-grade", "repeated-label"), "warning"
)


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
    options = checked(config.config_file_path, plugin.config if plugin else {})
    places = navigation(config)
    repository = options.get("repository") or config.repo_url or ""
    language = config.theme.get("language", "en") or "en"
    upstream = _upstream(options.get("upstream", {}))
    taken_over = _TAKEN_OVER if upstream and language.partition("-")[0] != "en" else {}
    return Site(
        name=config.site_name or "Glossary",
        description=config.site_description or "",
        url=_address(config, "site_url", config.site_url or ""),
        repo_url=_address(config, "repository", repository),
        repo_host=options.get("host"),
        repo_branch=options.get("branch") or "main",
        repo_folder=options.get("folder") or "",
        owner=" ".join(options.get("owner", "").split()),
        owners=_owners(options.get("owners", {})),
        suggest_url=_suggestions(config, options.get("suggest_url", "")),
        misses_url=_misses(config, options.get("misses_url", "")),
        license=_address(config, "license", options.get("license", "")),
        id=_identity(config, options.get("id", "")),
        upstream=upstream,
        language=language,
        favicon=_favicon(config.theme.get("favicon")),
        stylesheets=tuple(_own_stylesheets(config.extra_css)),
        audience=options.get("audience", "internal"),
        readers=options.get("readers"),
        public_fields=_public_fields(options.get("public_fields", [])),
        authors=options.get("authors", False),
        review_every=_period(config, options.get("review_every", "")),
        reviews_a_month=options.get("reviews_a_month", DEFAULTS["reviews_a_month"]),
        nav=places.pages if places else None,
        not_in_nav=places.left_out if places else "",
        trusted_scripts=tuple(_pages_named((*options.get("trusted_scripts", ()), *_scripts(config)))),
        english=options.get("english", "any"),
        severities={**taken_over, **_severities(options.get("severities", {}))},
    )


def _address(config: Any, name: str, address: str, *, mail: bool = False) -> str:
    """An address that may stand in a page. ``mail``: also one to write to, or one on the site's own host."""
    scheme, host = urlsplit(address).scheme, urlsplit(address).netloc
    whole = scheme in ("http", "https") and host
    own = mail and (scheme == "mailto" or not (scheme or host))
    if (address and not (whole or own)) or not address.isprintable() or " " in address:
        raise SettingsError(
            f"{config.config_file_path}: {name} is {address!r:.60}, which is no address that a page can "
            "hold; write https://…"
        )
    return address


def _owners(written: Mapping[str, str | Mapping[str, str]]) -> Mapping[str, Owner]:
    origin = Origin(path=CONFIG)
    return {
        name: Owner(name=name, origin=origin, **({"handle": value} if isinstance(value, str) else value))
        for name, value in written.items()
    }


def _upstream(written: Mapping[str, Any]) -> Upstream | None:
    return Upstream(edition=written["edition"], topics=tuple(written.get("topics", ()))) if written else None


def _suggestions(config: Any, address: str) -> str:
    """An address that suggestions can go to, with placeholders that the pages know."""
    if wrong := unknown_placeholder(address):
        raise SettingsError(f"{config.config_file_path}: suggest_url: {wrong}")
    return with_placeholders(_address(config, "suggest_url", address, mail=True))


def _misses(config: Any, address: str) -> str:
    """An address that unfound words are sent to, encrypted, whose host a content policy can name."""
    parts = urlsplit(_address(config, "misses_url", address))
    is_safe = parts.scheme == "https" or parts.hostname in _LOCAL
    if address and not (is_safe and _HOST.fullmatch(parts.netloc)):
        raise SettingsError(
            f"{config.config_file_path}: misses_url is {address!r:.60}, expected https:// and a plain host; "
            "write it like https://words.desk.example/missed"
        )
    return address


def _identity(config: Any, text: str) -> str:
    """What tells this glossary from every other one, in ids that leave it."""
    if text and not _ID.fullmatch(text):
        raise SettingsError(
            f"{config.config_file_path}: id is {text!r:.60}, expected 4 to 40 small letters, digits and "
            "hyphens; 'glossary init' writes one, and it should never change"
        )
    return text


def _favicon(path: str | None) -> str:
    """Ours where none is set, or only the theme has set one: pages without the theme show it too."""
    return path if path and path != "assets/images/favicon.png" else FAVICON


def _scripts(config: Any) -> Iterator[str]:
    """Scripts that mkdocs.yml itself has every page load."""
    return (str(getattr(one, "path", one)) for one in config.extra_javascript)


def _pages_named(paths: Iterable[str]) -> Iterator[str]:
    """Paths below glossary/pages/, which may be written in front of them."""
    return (path.removeprefix("./").removeprefix(PAGES) for path in paths)


def _severities(written: Mapping[str, Rating]) -> Mapping[str, Rating]:
    for code in written:
        if code not in CODES:
            hint = did_you_mean(code, CODES, "glossary docs checks has all of them")
            raise SettingsError(f"{CONFIG}: severities: there is no rule '{code}'; {hint}")
    return written


def _public_fields(written: Iterable[str]) -> tuple[str, ...]:
    kept_inside = term_fields(lambda spec: not spec.public)
    for name in written:
        if name not in kept_inside:
            hint = did_you_mean(name, kept_inside, "choose from " + ", ".join(kept_inside))
            raise SettingsError(
                f"{CONFIG}: public_fields: '{name}' is no field that a public site keeps; {hint}"
            )
    return tuple(written)


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


def load_settings(root: Path) -> FileConfig:
    """What mkdocs.yml of ``root`` says; nothing that it names is run. Raises ``SettingsError``."""
    return read_config(root / CONFIG)


def load_site(root: Path) -> Site:
    """The settings of ``root``, or the plain ones where it has no mkdocs.yml. Raises ``SettingsError``."""
    return site_of(load_settings(root)) if os.path.lexists(root / CONFIG) else Site()
