"""The options under ``plugins: - glossary:`` and what each may hold, however mkdocs.yml is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from site_gen.model.problem import RefusedError


class SettingsError(RefusedError):
    """mkdocs.yml is not there or cannot be used; the message says what to do."""


CHOICES: Mapping[str, tuple[str, ...]] = {
    "audience": ("internal", "public"),
    "host": ("github", "gitlab", "gitea", "bitbucket"),
    "english": ("american", "british", "any"),
}
RATINGS = ("error", "warning", "ignore")
# The rest by the value it has where nothing is said, which also tells what kind of value it is.
DEFAULTS: Mapping[str, Any] = {
    "repository": "",
    "branch": "main",
    "folder": "",
    "suggest_url": "",
    "authors": False,
    "review_every": "",
    "owners": {},
    "severities": {},
    "trusted_scripts": [],
    "public_fields": [],
}
_KINDS = {str: "text", bool: "true or false", dict: "names with a value each", list: "a list"}


def checked(file: str, written: Mapping[str, Any]) -> Mapping[str, Any]:
    """The options that are set. Raises ``SettingsError`` for a value that none of them may have."""
    options = {name: value for name, value in written.items() if value is not None}
    for name, value in options.items():
        if name in CHOICES and value not in CHOICES[name]:
            _refuse(file, name, value, " or ".join(CHOICES[name]))
        kind = type(DEFAULTS.get(name, value))
        if not isinstance(value, kind):
            _refuse(file, name, value, _KINDS.get(kind, kind.__name__))
        inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if name in DEFAULTS and not all(isinstance(one, str) for one in inside):
            _refuse(file, name, value, f"{_KINDS[kind]}, all of them texts")
    for code, rating in options.get("severities", {}).items():
        if rating not in RATINGS:
            _refuse(file, f"severities: {code}", rating, ", ".join(RATINGS))
    return options


def _refuse(file: str, name: str, value: Any, expected: str) -> None:
    raise SettingsError(f"{file}: glossary: {name} is {value!r:.60}, expected {expected}")
