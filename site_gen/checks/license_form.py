"""The license of a glossary's texts, while it is still the form that ``glossary init`` wrote."""

from __future__ import annotations

import re

from site_gen.model.problem import Problem

PLACE = "LICENSE.md"
_UNFILLED = re.compile(
    r"^Copyright \(c\) \[[^\]\n]+\] \[[^\]\n]+\]", re.MULTILINE
)  # in every language of the forms


def unfilled(text: str) -> Problem | None:
    """What everybody who reads the site cannot know yet, with the line that is to be filled in."""
    found = _UNFILLED.search(text)
    return found and Problem(
        path=PLACE,
        line=text.count("\n", 0, found.start()) + 1,
        code="license-form",
        message="everybody may read the site, and nobody has said yet who may use its texts",
        hint="write year and name, keep the line that fits, and take the comment and the other line out",
        severity="warning",
    )
