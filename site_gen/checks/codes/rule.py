"""What every problem code stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Weight = Literal["error", "warning", "error or warning", "by status"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One code: how bad it is, why the rule exists, and the smallest example of wrong and right.

    An example is the part of a term file that matters; a line ``# glossary/…`` starts another file. In round
    brackets stands what no example can show. ``by status``: a warning on drafts, an error on approved terms.
    ``exceptable``: a term can be excepted from it with ``allow``.
    """

    severity: Weight
    why: str
    wrong: str
    right: str
    exceptable: bool = False


def term_file(slug: str, name: str, definition: str, *fields: str, topic: str = "desk") -> str:
    """A whole term file for an example."""
    lines = (
        f"# glossary/terms/{slug}.yaml",
        f"name: {name}",
        f"definition: {definition}",
        f"topics: [{topic}]",
    )
    return "\n".join((*lines, *fields))
