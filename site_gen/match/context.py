"""What lies outside two profiles that are compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from site_gen.match.subject import Subject
from site_gen.match.text import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """``vocabulary`` and ``subject`` count texts, the latter those of the corpus, when first needed.

    ``besides`` is how many texts of a profile the vocabulary counts; ``rivals`` whether a name, given as its
    core, is the head of other names ("data retention" beside "retention").
    """

    vocabulary: Callable[[], Vocabulary]
    subject: Callable[[], Subject] = lambda: Subject(())
    besides: int = 0
    rivals: Callable[[tuple[str, ...]], bool] = lambda _: False
