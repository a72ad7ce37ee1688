"""Rules on lines for customers (``say_to_customer``): a template tells only what is true of every case.

What only the moment knows (a time, an amount, a number) is a blank in brackets, which the copy button names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from site_gen.checks.corpus import Corpus
from site_gen.checks.english import lines
from site_gen.checks.rules.style import style
from site_gen.corpus.load import Loaded
from site_gen.language import ENGLISH
from site_gen.model.problem import Problem
from site_gen.text.markdown import running_text

FIELD = "say_to_customer"
_BLANK = re.compile(r"\[[^\]\n]{0,300}\]|\{[^}\n]{0,300}\}|<[^>\n]{0,300}>")
_ADDRESS = re.compile(r"(?<!\S)\S*(?:://|@|\bwww\.|\w\.[a-z]{2,4}/)\S*")


def figures(loaded: Loaded) -> Iterator[Problem]:
    """A figure, day or time in a line is right for one case, and wrong when it is copied for the next."""
    is_english = loaded.glossary.language.partition("-")[0] == ENGLISH
    yield from _problems(
        loaded, "line-figure", lines.figures if is_english else lines.figures_elsewhere,
        "is true of one case only", "put a blank there, such as [time], [day] or [amount]",
    )  # fmt: skip


def promises(loaded: Loaded) -> Iterator[Problem]:
    """What nobody at a desk can keep does not stand in a line that everybody copies."""
    yield from _problems(
        loaded, "line-promise", lines.promises,
        "promises what a desk may not be able to keep", "say what you do, or what comes next",
    )  # fmt: skip


def own_scores(loaded: Loaded) -> Iterator[Problem]:
    """An agent who asks for his own score spoils it; the survey does the asking."""
    yield from _problems(
        loaded, "line-score", lines.scores,
        "has agents ask for their own score", "only say that a survey will come",
    )  # fmt: skip


def full_forms(loaded: Corpus) -> Iterator[Problem]:
    """In a line that is said or typed, "we will" sounds like a form letter."""
    if loaded.site.english != "any":
        yield from _problems(
            loaded, "line-full-form", lines.full_forms,
            "is stiffer than speech", "write the short form, such as we'll, don't or I've",
        )  # fmt: skip


def _problems(
    loaded: Loaded, code: str, found_in: Callable[[str], Iterator[str]], says: str, hint: str
) -> Iterator[Problem]:
    for term in loaded.glossary.terms:
        for channel, markdown in term.texts(FIELD).items():
            text = _ADDRESS.sub("…", _BLANK.sub("…", running_text(markdown)))
            for found in dict.fromkeys(found_in(text)):
                message = f"'{found}' in a line for customers {says}"
                yield from style(term, FIELD, code, message, hint, place=(FIELD, channel))
