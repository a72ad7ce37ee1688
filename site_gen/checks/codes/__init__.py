"""Every problem code with its reason and examples: what docs/checks.md is made from."""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.checks.codes.corpus import RECORDS
from site_gen.checks.codes.english import ENGLISH
from site_gen.checks.codes.fields import FIELDS
from site_gen.checks.codes.files import FILES
from site_gen.checks.codes.importing import IMPORTING
from site_gen.checks.codes.rule import Rule
from site_gen.checks.codes.wording import WORDING

GROUPS: Mapping[str, Mapping[str, Rule]] = {
    "Files": FILES,
    "Fields": FIELDS,
    "Records and relations": RECORDS,
    "Names and wording": WORDING,
    "English and lines for customers": ENGLISH,
    "Imported glossaries": IMPORTING,
}
CODES: Mapping[str, Rule] = {code: rule for group in GROUPS.values() for code, rule in group.items()}
# What ``allow`` may name: rules on how a term is written first, those on what it lacks after them.
EXCEPTABLE = tuple(
    sorted((code for code, rule in CODES.items() if rule.exceptable), key=lambda c: (CODES[c].severity, c))
)

__all__ = ["CODES", "EXCEPTABLE", "GROUPS", "Rule"]
