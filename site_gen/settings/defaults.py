"""What the tool adds to the settings of a desk, so that mkdocs.yml holds only what is the desk's own.

The plugin adds it to MkDocs' configuration, and ``render`` writes all of it for builders that run no plugin.
Whatever a desk says itself comes first, and nothing that it says is added a second time.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from markupsafe import escape

from site_gen.catalog import Catalog, Text, catalog
from site_gen.model.published import FAVICON, ON_DEMAND, SCRIPTS, STYLESHEET, navigation, unlisted

THEME_NAME = "material"
SETTINGS: Mapping[str, Any] = {
    "use_directory_urls": False,  # the same site then works on a server and opened from disk
    "validation": {
        "omitted_files": "warn",
        "not_found": "warn",
        "anchors": "warn",
        "unrecognized_links": "warn",
        "absolute_links": "warn",
    },
}
LOOK: Mapping[str, Any] = {
    "name": THEME_NAME,
    "variant": "classic",  # read by Zensical only
    "font": False,  # no request to another host
    "language": "en",
    "favicon": FAVICON,
    "features": ["navigation.tabs", "navigation.top", "toc.follow"],
    "icon": {"logo": "material/book-open-page-variant-outline"},
}
EXTENSIONS: Mapping[str, Mapping[str, Any]] = {
    "admonition": {},
    "attr_list": {},
    "tables": {"use_align_attribute": True},  # no style attributes, which a content policy forbids
    "toc": {"permalink": False},
}
EXTRA: Mapping[str, Any] = {"generator": False}
WORDS = "glossary_words"  # in ``extra``: the texts of our templates for the theme, by key
LICENSE = "glossary_license"  # in ``extra``: the address of the licence of the texts, escaped
_OF_THEME = (
    "common.skip",
    "common.look_up",
    "home.all_terms",
    "menu.abbreviations",
    "menu.index",
    "published.new.name",
    "published.panel.name",
    "published.copy.name",
    "new.feed",
    "foot.label",
    "foot.keys",
    "foot.license",
    "foot.edition",
)
SEARCH: Mapping[str, Any] = {"enabled": False}  # the glossary has a lookup of its own


def completed(said: Mapping[str, Any], own: Mapping[str, Text] | None = None) -> dict[str, Any]:
    """What ``said`` (mkdocs.yml as data) comes to with the settings of the tool; plugins stay as said.

    ``own`` are the desk's own texts of the pages, by key.
    """
    words = catalog_of(said, own)
    menu = menu_of(said.get("nav"), words)
    whole = {**SETTINGS, **{key: value for key, value in said.items() if value is not None}}
    return {
        **whole,
        "theme": theme_of(said.get("theme"), words),
        "nav": menu,
        "not_in_nav": "".join(f"{line}\n" for line in unlisted_of(menu, said.get("not_in_nav"))),
        "markdown_extensions": [
            {name: options} if options else name
            for name, options in extensions_of(said.get("markdown_extensions")).items()
        ],
        "extra": {
            **EXTRA,
            WORDS: theme_words(words),
            LICENSE: str(escape(_license(said))),
            **_mapping(said.get("extra")),
        },
        "extra_css": stylesheets_of(_list(said.get("extra_css"))),
        "extra_javascript": scripts_of(_list(said.get("extra_javascript"))),
    }


def catalog_of(said: Mapping[str, Any], own: Mapping[str, Text] | None = None) -> Catalog:
    """The texts of the site in the language that ``said`` names."""
    language = _mapping(said.get("theme")).get("language")
    return catalog(language if isinstance(language, str) and language else "en", own)


def theme_words(words: Catalog) -> dict[str, str]:
    """The texts of our templates for the theme; dots in keys are underscores, as templates need it."""
    keys = (*_OF_THEME, *(key for key in words.texts if key.startswith("lost.")))
    return {key.replace(".", "_"): words.text(key) for key in keys}


def _license(said: Mapping[str, Any]) -> str:
    """The address of the licence that the plugin's settings name; "" where there is none."""
    plugins = said.get("plugins")
    entries = [plugins] if isinstance(plugins, dict) else _list(plugins)
    ours = [_mapping(_mapping(entry).get("glossary")).get("license") for entry in entries]
    found = (one for one in ours if isinstance(one, str) and one.startswith(("https://", "http://")))
    return next(found, "")


def theme_of(said: Any, words: Catalog) -> dict[str, Any]:
    """The theme with what the tool sets in it: a name alone, or its options by name."""
    theme = {"name": said} if isinstance(said, str) else _mapping(said)
    return {**look(words), **theme, "icon": {**LOOK["icon"], **_mapping(theme.get("icon"))}}


def look(words: Catalog) -> dict[str, Any]:
    """What the tool sets in the theme."""
    palette = [
        {
            "media": f"(prefers-color-scheme: {name})",
            "scheme": scheme,
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": "material/circle-half-full", "name": words.text(f"common.to_{other}")},
        }
        for name, scheme, other in (
            ("light", "default", "dark"),
            ("dark", "slate", "light"),
        )
    ]
    return {**LOOK, "palette": palette}


def menu_of(said: Any, words: Catalog) -> list[Any]:
    """The navigation: the desk's own where it names one of the tool's pages, else after the tool's."""
    ours, theirs = navigation(), _list(said)
    if not ours.keys().isdisjoint(paths_in(theirs)):
        return theirs
    return [*({words.text(key): page} for page, key in ours.items()), *theirs]


def unlisted_of(menu: Any, said: Any) -> list[str]:
    """Patterns of pages that no menu has to name: those of the tool first, then the desk's own."""
    ours = unlisted(frozenset(paths_in(menu)))
    theirs = said.splitlines() if isinstance(said, str) else []
    return [*ours, *(line for line in theirs if line.strip() and line.strip() not in ours)]


def extensions_of(said: Any) -> dict[str, dict[str, Any]]:
    """Each Markdown extension with its options; those that the desk sets win."""
    found: dict[str, dict[str, Any]] = {name: dict(options) for name, options in EXTENSIONS.items()}
    entries = list(said.items()) if isinstance(said, dict) else []
    for entry in _list(said):
        entries += entry.items() if isinstance(entry, dict) else [(entry, None)]
    for name, options in entries:
        found[str(name)] = {**found.get(str(name), {}), **_mapping(options)}
    return found


def stylesheets_of(said: Iterable[Any]) -> list[Any]:
    """Ours, then the desk's own, which win."""
    paths = list(said)
    return paths if STYLESHEET in paths else [STYLESHEET, *paths]


def scripts_of(said: Iterable[Any]) -> list[Any]:
    """All scripts: those of ours that are not named, each before the first that has to come after it."""
    scripts = [script for script in said if path_of(script) not in ON_DEMAND]
    for path in SCRIPTS:
        there = [path_of(script) for script in scripts]
        if path not in there:
            later = SCRIPTS[SCRIPTS.index(path) + 1 :]
            places = (there.index(script) for script in later if script in there)
            scripts.insert(min(places, default=len(there)), {"path": path, "defer": True})
    return scripts


def path_of(script: Any) -> str:
    """The path of a script, which may be a mapping, a text, or what MkDocs makes of either."""
    return str(script.get("path", "")) if isinstance(script, dict) else str(script)


def paths_in(nav: Any) -> Iterator[str]:
    """Pages that a navigation names, by path below the docs folder."""
    if isinstance(nav, str):
        yield posixpath.normpath(nav)
    elif isinstance(nav, (dict, list)):
        for entry in nav.values() if isinstance(nav, dict) else nav:
            yield from paths_in(entry)


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
