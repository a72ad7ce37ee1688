"""What is unknown, missing or set for nothing in mkdocs.yml."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from site_gen.doctor.finding import Finding, diagnosis
from site_gen.doctor.trim import Trimmed
from site_gen.model.suggest import did_you_mean
from site_gen.settings.choices import CHOICES, DEFAULTS
from site_gen.settings.defaults import THEME_NAME, extensions_of

FILE = "mkdocs.yml"
_OWN = {"INHERIT"}  # which MkDocs reads before it looks at settings


def settings(
    values: Mapping[str, Any],
    options: Mapping[str, Any],
    *,
    plugins: Collection[str],
    known: Collection[str],
    line_of: Callable[[str], int],
    is_there: Callable[[str], bool],
    trim: Trimmed,
) -> Iterator[Finding]:
    """``options`` are those of the plugin ``glossary``, ``plugins`` all that the file names.

    ``known``: the settings of MkDocs. ``is_there``: whether an extension, or a plugin (``plugin:name``), is
    installed.
    """
    yield from _unknown(values, options, known, line_of)
    theme = values.get("theme")
    name = theme.get("name") if isinstance(theme, dict) else theme
    if name != THEME_NAME:
        yield diagnosis("not-the-theme", FILE, line_of("theme"), f"the theme is {name or 'not named'}",
                      f"write theme: {{name: {THEME_NAME}}}")  # fmt: skip
    for plugin in plugins:
        if not is_there(f"plugin:{plugin}"):
            yield diagnosis("not-installed", FILE, line_of(plugin), f"the plugin '{plugin}' is not installed",
                          "install the package that has it, or take the line out")  # fmt: skip
    for extension in extensions_of(values.get("markdown_extensions")):
        if not is_there(extension):
            line = line_of(extension)
            yield diagnosis("not-installed", FILE, line, f"extension '{extension}' is not installed",
                          "install the package that has it, or take the line out")  # fmt: skip
    if not values.get("site_url"):
        yield diagnosis("no-address", FILE, line_of("site_url"), "site_url is not set",
                      "write the address of the site once it has one")  # fmt: skip
    if values.get("strict") is not True:
        yield diagnosis("not-strict", FILE, line_of("strict"), "a build passes over broken links",
                      "write strict: true")  # fmt: skip
    yield from _id(options, line_of)
    for line, what in trim.taken:
        yield diagnosis("settings-ours", FILE, line, f"{what}: the tool brings it by now",
                      "glossary doctor --fix takes it out")  # fmt: skip


def _id(options: Mapping[str, Any], line_of: Callable[[str], int]) -> Iterator[Finding]:
    if not options.get("id"):
        message = "glossary: id is not set; notes for Anki could be taken for those of another glossary"
        hint = "write one, as in id: our-desk-4f2a, before people learn with them: it makes new notes"
        yield diagnosis("no-id", FILE, line_of("glossary"), message, hint)


def _unknown(
    values: Mapping[str, Any],
    options: Mapping[str, Any],
    known: Collection[str],
    line_of: Callable[[str], int],
) -> Iterator[Finding]:
    ours = [*CHOICES, *DEFAULTS]
    for name in options:
        if name not in ours:
            hint = did_you_mean(name, ours, "glossary docs commands#settings has all of them")
            yield diagnosis(
                "unknown-option", FILE, line_of(name), f"glossary: there is no option '{name}'", hint
            )
    for name in values:
        if name not in known and name not in _OWN:
            hint = did_you_mean(name, [*known, *ours], "take it out; what is yours stands under extra")
            yield diagnosis("unknown-setting", FILE, line_of(name), f"there is no setting '{name}'", hint)
