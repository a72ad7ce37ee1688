"""What a merge decides of each entry, and what a person answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from site_gen.match import Question, Verdict
from site_gen.model.records import Topic
from site_gen.sources.areas import Ungrouped


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A person's answer about two groups.

    ``contrast`` states the difference where readers may confuse them.
    """

    same: bool
    contrast: str = ""


Decide = Callable[[Question], Answer | None]
Ref = tuple[str, str]  # source id and printed name: what identifies an entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The result for one entry that was unclaimed; ``drafted`` is true if its term is new.

    ``turn`` is the position, from 0, of the question to a person; the most likely matches come first.
    """

    source: str
    verdict: Verdict
    drafted: bool = False
    turn: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The files to write, by path, and a decision for each entry that was unclaimed.

    ``topics`` are those that the files begin, for groups of a source; ``ungrouped`` has, for a source, the
    groups that become no topics.
    """

    changes: Mapping[str, bytes]
    decisions: tuple[Decision, ...]
    topics: tuple[Topic, ...] = ()
    ungrouped: Mapping[str, Ungrouped] = field(default_factory=dict)
