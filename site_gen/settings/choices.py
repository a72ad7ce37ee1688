"""The options under ``plugins: - glossary:`` and what each may hold, however mkdocs.yml is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from site_gen.model.contact import EXPECTED, is_contact
from site_gen.model.problem import RefusedError
from site_gen.model.records import is_edition
from site_gen.model.schema import OWNER


class SettingsError(RefusedError):
    """mkdocs.yml is not there or cannot be used; the message says what to do."""


CHOICES: Mapping[str, tuple[str, ...]] = {
    "audience": ("internal", "public"),
    "readers": ("internal", "public"),
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
    "misses_url": "",
    "license": "",
    "id": "",
    "authors": False,
    "review_every": "",
    "reviews_a_month": 20,
    "owner": "",
    "owners": {},
    "upstream": {},
    "severities": {},
    "trusted_scripts": [],
    "public_fields": [],
}
_KINDS = {
    str: "text",
    bool: "true or false",
    int: "a whole number",
    dict: "names with a value each",
    list: "a list",
}


def checked(file: str, written: Mapping[str, Any]) -> Mapping[str, Any]:
    """The options that are set. Raises ``SettingsError`` for a value that none of them may have."""
    options = {name: value for name, value in written.items() if value is not None}
    for name, value in options.items():
        if name in CHOICES and value not in CHOICES[name]:
            _refuse(file, name, value, " or ".join(CHOICES[name]))
        kind = type(DEFAULTS.get(name, value))
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
            _refuse(file, name, value, _KINDS.get(kind, kind.__name__))
        inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if (
            name in DEFAULTS
            and name not in ("owners", "upstream")
            and not all(isinstance(one, str) for one in inside)
        ):
            _refuse(file, name, value, f"{_KINDS[kind]}, all of them texts")
    for owner, value in options.get("owners", {}).items():
        _check_owner(file, owner, value)
    _check_upstream(file, options.get("upstream", {}))
    if options.get("reviews_a_month", 1) < 1:
        _refuse(file, "reviews_a_month", options["reviews_a_month"], "a number from 1 on")
    for code, rating in options.get("severities", {}).items():
        if rating not in RATINGS:
            _refuse(file, f"severities: {code}", rating, ", ".join(RATINGS))
    return options


def _check_owner(file: str, name: Any, value: Any) -> None:
    """An owner is an account on the host, as it always was, or what glossary/owners.yaml has for one."""
    if not isinstance(name, str) or not isinstance(value, (str, dict)):
        _refuse(file, f"owners: {name}", value, f"an account on the host, or {', '.join(OWNER)}")
    for field, text in value.items() if isinstance(value, dict) else ():
        spec = OWNER.get(field)
        if spec is None:
            _refuse(file, f"owners: {name}", field, " or ".join(OWNER))
        elif not isinstance(text, str):
            _refuse(file, f"owners: {name}: {field}", text, "text")
        elif spec.kind in ("mail", "https", "handle") and not is_contact(spec.kind, text):
            expected, hint = EXPECTED[spec.kind]
            _refuse(file, f"owners: {name}: {field}", text, f"{expected}; {hint}")


def _check_upstream(file: str, written: Mapping[str, Any]) -> None:
    """Which edition of the shipped glossary this one has, and which of its topics (none named: all)."""
    for name, value in written.items():
        if name == "edition":
            if not isinstance(value, str) or not is_edition(value):
                _refuse(file, "upstream: edition", value, "a version in quotes, such as '0.2.0'")
        elif name == "topics":
            if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
                _refuse(file, "upstream: topics", value, "a list of topics, such as [tickets, calls]")
        else:
            _refuse(file, "upstream", name, "edition and topics")
    if written and "edition" not in written:
        _refuse(file, "upstream", written, "an edition, such as '0.2.0'; 'glossary init --from' writes it")


def _refuse(file: str, name: str, value: Any, expected: str) -> None:
    raise SettingsError(f"{file}: glossary: {name} is {value!r:.60}, expected {expected}")
