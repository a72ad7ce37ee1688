"""The substitutions of reStructuredText, measured before docutils writes them out.

A definition may name others, whose texts name others again, so that a few lines unfold to gigabytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docutils import nodes
from docutils.transforms import Transform

from site_gen.sources.draft import UnreadableError

MOST = 1_000_000  # signs that all uses of substitutions may make
USE = 40  # signs that the work for one use counts for


class Measured(Transform):
    """Raise ``UnreadableError`` for substitutions that would make a text too large.

    Where a definition leads back to itself, its name stands there as a word.
    """

    default_priority = 219  # right before those of docutils are written out

    def apply(self) -> None:
        """Measure the document; docutils calls it."""
        sizes = _Sizes(definitions=self.document.substitution_defs, keys=self.document.substitution_names)
        made = sum(sizes.of_use(use, set()) for use in _uses(self.document))
        if made > MOST:
            message = f"its substitutions make more than {MOST:,} signs"
            raise UnreadableError("import-too-large", message, "write out what they stand for")


def _uses(node: nodes.Element) -> list[nodes.substitution_reference]:
    return list(node.findall(nodes.substitution_reference))


@dataclass(slots=True, kw_only=True)
class _Sizes:
    """The number of signs that a use of each substitution makes, in whole."""

    definitions: Mapping[str, nodes.substitution_definition]
    keys: Mapping[str, str]  # the definition of a name in small letters
    known: dict[str, int] = field(default_factory=dict)

    def of_use(self, use: nodes.substitution_reference, open_: set[str]) -> int:
        """The size of a use inside the definitions ``open_``; one of these itself becomes a word."""
        name = use["refname"]
        key = name if name in self.definitions else self.keys.get(name.lower(), "")
        if key in open_:
            use.replace_self(nodes.Text(use.astext()))
        if not key or key in open_:
            return 0
        if key not in self.known:
            definition = self.definitions[key]
            inside = sum(self.of_use(other, open_ | {key}) for other in _uses(definition))
            self.known[key] = min(MOST + 1, USE + len(definition.astext()) + inside)
        return self.known[key]
