"""The catalogs that ship with the package, and the one of a site: shipped texts below those of the desk."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import yaml

from site_gen.catalog.catalog import Catalog, Text

LANGUAGES = ("en", "de", "es", "fr")
FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})  # CLDR's plural forms
_SAY, _SAY_IN, _IN_CHANNEL = "term.say", "term.say_in", " {channel}"
_LOADER: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every value as text


@cache
def shipped(language: str) -> Mapping[str, Text]:
    """The texts of one of ``LANGUAGES`` by key, such as "term.also_called"."""
    data = pkgutil.get_data(__name__, f"{language}.yaml")
    assert data is not None, "the loader of the package reads its files"
    return dict(_flat(yaml.load(data, Loader=_LOADER), ""))  # a file of our own, and no value is built


def catalog(language: str = "en", own: Mapping[str, Text] | None = None) -> Catalog:
    """The catalog of a site. English stands where neither the desk nor the tool has a text.

    Numbers and days are written as the language of the site writes them, also beside borrowed texts.
    """
    written = {**shipped_for(language), **_with_both_sayings(own or {})}
    return Catalog(
        language=language,
        texts={**shipped("en"), **written},
        borrowed=frozenset() if _base(language) == "en" else frozenset(shipped("en").keys() - written.keys()),
    )


def _with_both_sayings(own: Mapping[str, Text]) -> Mapping[str, Text]:
    """A desk's own texts; what is said above a sentence for everywhere and for one channel is one heading."""
    said, said_in = own.get(_SAY), own.get(_SAY_IN)
    if isinstance(said, str) and said_in is None:
        return {**own, _SAY_IN: f"{said}{_IN_CHANNEL}"}
    if said is None and isinstance(said_in, str) and said_in.endswith(_IN_CHANNEL):
        return {**own, _SAY: said_in.removesuffix(_IN_CHANNEL)}
    return own


def shipped_for(language: str) -> Mapping[str, Text]:
    """The texts that ship for a language or its region ("pt-BR"); empty where none do."""
    base = _base(language)
    return shipped(base) if base in LANGUAGES else {}


def _base(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].casefold()


def is_plural(value: Any) -> bool:
    """Whether a mapping of a catalog holds plural forms, and not texts in a group."""
    return isinstance(value, Mapping) and "other" in value and FORMS.issuperset(value)


def _flat(group: Mapping[str, Any], above: str) -> Iterator[tuple[str, Text]]:
    for name, value in group.items():
        if isinstance(value, Mapping) and not is_plural(value):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield above + name, value
