"""How fast the lookup is in Chromium: getting ready, and each keystroke with its results drawn."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from typing import Any

from playwright.sync_api import Page

from site_gen.model.records import LEVELS, Glossary, Origin, Term
from site_gen.pages.lookup import lookup_data

SEED = 4
STEP = 3  # letters: of what is typed, every third beginning is asked of all engines
SYLLABLES = [a + b for a in "bcdfghklmnprstvw" for b in ("a", "e", "i", "o", "u", "al", "en", "ing", "or")]
Dice = random.Random


def made_up(size: int) -> Glossary:
    """A corpus like the real one in the length and number of its labels, with words as skewed as in a language."""
    dice = Dice(SEED)
    words = sorted({"".join(dice.choices(SYLLABLES, k=dice.choice((2, 2, 3, 3, 4)))) for _ in range(9000)})
    dice.shuffle(words)

    def phrase(least: int, most: int) -> str:
        return " ".join(
            words[int(len(words) * dice.random() ** 2.2)] for _ in range(dice.randint(least, most))
        )

    def term(number: int) -> Term:
        name = phrase(1, 4)
        return Term(
            slug=f"t{number}",
            name=name.capitalize(),
            definition=phrase(15, 30),
            topics=("made-up",),
            origin=Origin(path=""),
            abbreviations=("".join(word[0] for word in name.split()).upper(),) if dice.random() < 0.2 else (),
            aliases=tuple(phrase(1, 3) for _ in range(dice.randint(0, 4))),
            search_as=tuple(phrase(2, 6) for _ in range(dice.randint(3, 6))),
            level=dice.choice(LEVELS),
        )

    return Glossary(terms=tuple(term(number) for number in range(size)))


def typed(data: Mapping[str, Any]) -> list[str]:
    """What people type at this corpus: names, questions, words of definitions, two terms."""
    names, definitions, dice = data["names"], data["definitions"], Dice(SEED)
    picked = [dice.randrange(len(names)) for _ in range(12)]
    return [
        *(names[row].lower() for row in picked),
        *(f"what is {names[row]}" for row in picked[:6]),
        *(" ".join(definitions[row].split()[2:8]) for row in picked[:6]),
        *(f"{names[one]} vs {names[two]}" for one, two in zip(picked[:4], picked[4:8], strict=True)),
    ]


def percentile(times: Sequence[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def measure(page: Page, data: Mapping[str, Any]) -> dict[str, float]:
    """Milliseconds: getting ready (median of five) and a keystroke (median, 95th percentile, slowest)."""
    given = {"text": json.dumps(data), "data": data, "queries": typed(data)}
    ready = [page.evaluate("({text}) => engines.ready(text)", given) for _ in range(5)]
    times = page.evaluate("({data, queries}) => engines.keystrokes(data, queries)", given)
    return {
        "ready": percentile(ready, 0.5),
        "median": percentile(times, 0.5),
        "p95": percentile(times, 0.95),
        "slowest": max(times),
    }


def beside(
    page: Page, data: Mapping[str, Any], documents: Sequence[Mapping[str, Any]], engines: Sequence[str]
) -> dict[str, dict[str, float]]:
    """Milliseconds of each engine, without drawing: getting ready, and a keystroke (median, 95th percentile)."""
    beginnings = [query[:end] for query in typed(data) for end in range(1, len(query) + 1, STEP)]
    found = {}
    for name in engines:
        told = page.evaluate(
            "({name, data, documents, beginnings}) => engines.times(name, data, documents, beginnings)",
            {"name": name, "data": data, "documents": documents, "beginnings": beginnings},
        )
        found[name] = {
            "ready": told["ready"],
            "median": percentile(told["taken"], 0.5),
            "p95": percentile(told["taken"], 0.95),
        }
    return found


def made_up_data(size: int) -> Mapping[str, Any]:
    return lookup_data(made_up(size), {})
