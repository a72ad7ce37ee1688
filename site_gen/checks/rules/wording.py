"""Rules on how a definition begins and what it does not say (ISO 704: genus first, then the difference).

They look at the form of a sentence only, so each can be excepted with ``allow`` where the form misleads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.checks.rules.style import style
from site_gen.corpus.load import Loaded
from site_gen.model.problem import Problem
from site_gen.model.records import Term
from site_gen.model.schema import PROSE
from site_gen.text.words import words_of

_ABOUT_THE_WORD = re.compile(
    r"(?:(?:it|this|that|these|they) )?"
    r"(?:is|are|was|refers?|means?|describes?|denotes?|stands? for|involves?)\b"
    r"|(?:an?|the) (?:\w+ )?(?:term|word|phrase|expression|name) "
    r"(?:for|used|that|which|describing|given|meaning)\b"
    r"|(?:(?:an )?(?:abbreviation|acronym)|short) (?:for|of)\b"
    r"|(?:(?!(?:that|which|who)\b)\S+ ){1,6}(?:refers? to|(?:is|are) (?:when|where))\b",
    re.IGNORECASE,
)
_NO_GENUS = re.compile(r"(?:when|whenever|where|wherever|if|to|because|by|used)\b", re.IGNORECASE)
# Words that can be counted, and so need an article in front; English allows no "Share of tickets that …".
_BARE = re.compile(
    r"(?:share|percentage|number|rate|ratio|score|person|team|group|tool|process|practice|method|measure"
    r"|metric|list|message|ticket|role|status|state|way|system|period|record|form|page|channel|program"
    r"|strategy|set|type|kind|part|place|document|level|rule|customer|amount|figure|average|degree)"
    r" (?:of|who|whose|that|which|in|on|at|for|to|where|with|between|by|from|used)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(?P<subject>[^,.;:]{1,80}?)(?<!\s)(?:\s+(?:is|are|means?|refers? to|describes?)\s|\s*[:–—]\s)"
)
_WHOLE = re.compile(r"""["'“‘(]?[^\W_a-z].*[.!?]["'”’)]?""", re.DOTALL)
_ARTICLES = frozenset(("a", "an", "the", "this"))

# Praise and sales talk: what is said of every product tells nothing of any.
PRAISE = (
    "award-winning", "best-in-class", "best-of-breed", "bleeding-edge", "cutting-edge", "effortless",
    "effortlessly", "frictionless", "future-proof", "game-changer", "game-changing", "groundbreaking",
    "hassle-free", "industry-leading", "innovative", "leading-edge", "market-leading", "mission-critical",
    "next-gen", "next-generation", "one-stop shop", "paradigm shift", "pivotal", "revolutionary",
    "revolutionize", "robust", "seamless", "seamlessly", "state-of-the-art", "supercharge", "superior",
    "synergy", "top-notch", "transformative", "turnkey", "unparalleled", "unrivaled", "world-class",
)  # fmt: skip
# In a definition these only say that the thing matters.
STRESS = ("crucial", "crucially", "essential", "indispensable", "invaluable", "key to", "paramount", "vital")
# What is typed in one go has no comma; "two or more", "make or break" and questions are one all the same.
_LISTED = re.compile(
    r",(?!\d{3}\b)|;| or (?!(?:more|less|fewer|not|no|else|so|never|later|nothing|break|miss)\b)",
    re.IGNORECASE,
)
_ONE_ALL_THE_SAME = re.compile(
    r"^(?:is|are|was|do|does|should|can|which|what|why|how|when|who|either|difference|whether)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]{0,300}”|`[^`]*`")


def _whole_words(phrases: tuple[str, ...]) -> re.Pattern[str]:
    some = "|".join(re.escape(phrase).replace(r"\-", "[- ]") for phrase in phrases)
    return re.compile(rf"(?<![\w-])(?:{some})(?![\w-])", re.IGNORECASE)


_PRAISE, _STRESS = _whole_words(PRAISE), _whole_words((*PRAISE, *STRESS))
_WRITTEN = tuple({form for phrase in (*PRAISE, *STRESS) for form in (phrase, phrase.replace("-", " "))})


def openings(loaded: Loaded) -> Iterator[Problem]:
    """A definition begins with what the thing is, not with a word about the word."""
    for term in loaded.glossary.terms:
        text = term.definition
        about, bare = _ABOUT_THE_WORD.match(text), _BARE.match(text)
        if about:
            yield from _opening(term, about[0], "say what it is: 'The share of …', 'A person who …'")
        elif _NO_GENUS.match(text):
            yield from _opening(term, text.split()[0], "begin with what it is: 'The moment when …'")
        elif bare:
            yield from _opening(term, bare[0], "put 'A', 'An' or 'The' in front")


def _opening(term: Term, begins: str, hint: str) -> Iterator[Problem]:
    yield from style(term, "definition", "definition-opening", f"the definition begins with '{begins}'", hint)


def restated_names(loaded: Loaded) -> Iterator[Problem]:
    """A definition does not repeat its name as its subject ("Churn: …", "The rate is …")."""
    for term in loaded.glossary.terms:
        found = _SAYS.match(term.definition)
        subject = _stems(found["subject"]) - _ARTICLES if found else frozenset()
        if found and subject and any(subject <= _stems(label) for _, label in term.labels()):
            yield from style(
                term, "definition", "restated-name",
                f"the definition says '{found['subject']}' again, which stands above it",
                "leave it out and begin with what the thing is",
            )  # fmt: skip


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in words_of(text))


def whole_sentences(loaded: Loaded) -> Iterator[Problem]:
    for term in loaded.glossary.terms:
        if term.definition and not _WHOLE.fullmatch(term.definition):
            yield from style(
                term, "definition", "definition-sentence",
                "the definition is no sentence with a capital and a full stop",
                "begin with a capital letter, end with a full stop",
            )  # fmt: skip


def praise(loaded: Loaded) -> Iterator[Problem]:
    """Words in quotes are quoted, so they may stand."""
    for term in loaded.glossary.terms:
        texts = {field: "\n".join(term.texts(field).values()) for field in PROSE}
        low = "\n".join(texts.values()).lower()
        if not any(map(low.__contains__, _WRITTEN)):
            continue  # a quick test: without one of these words no pattern can match
        for field, text in texts.items():
            words = _STRESS if field == "definition" else _PRAISE
            found = words.search(_QUOTED.sub("", text))
            if found:
                yield from _praise(term, field, found[0])


def _praise(term: Term, field: str, word: str) -> Iterator[Problem]:
    yield from style(
        term, field, "praise-word", f"'{word}' in '{field}' praises and explains nothing",
        "delete it, or say what it does",
    )  # fmt: skip


def lists_to_search(loaded: Loaded) -> Iterator[Problem]:
    """Each item of ``search_as`` is one phrase that somebody types, not several in a row."""
    for term in loaded.glossary.terms:
        for index, phrase in enumerate(term.search_as):
            found = _LISTED.search(phrase)
            if found and not (found[0].startswith(" ") and _ONE_ALL_THE_SAME.match(phrase)):
                yield from style(
                    term, "search_as", "search-as-list",
                    f"'{phrase}' in 'search_as' holds several phrases, joined by '{found[0].strip()}'",
                    "write each as an item of its own, as somebody types it", place=("search_as", index),
                )  # fmt: skip
