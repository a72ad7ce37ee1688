"""What an assistant is told: terms with address, trust and edition, or that there is no entry.

A definition is given only for what the lookup would choose for a reader. Whatever is merely near is named and
marked as such, so that no assistant explains one word by another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from site_gen.assistant.api import Api
from site_gen.assistant.scripts import Ranker
from site_gen.catalog import Catalog
from site_gen.model.trust import MARKS, Mark, Trust

MOST_LETTERS = 200  # of a query; the ranker reads no more
MOST_TEXT = 20_000  # characters of a text to explain
NEAR = 5
Record = Mapping[str, Any]
Answer = dict[str, Any]


class AskedWronglyError(ValueError):
    """A question that cannot be answered as it was put; the message says how to put it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """All answers from one state of a glossary. ``today`` is compared with the days of reviews."""

    api: Api
    ranker: Ranker
    words: Catalog
    today: Callable[[], date] = date.today

    def look_up(self, query: str, limit: int = 5) -> Answer:
        """What a word or question means here."""
        query = self._asked(query)
        results = self.ranker.search(query, max(1, min(limit, 20)))
        chosen = [self._entry(one) for one in self._records(results, chosen=True)]
        near = self._records(results, chosen=False) if results else self._nearest(query)
        return self._answer(query, chosen, near)

    def term(self, name: str) -> Answer:
        """All that the glossary says of one term, by its slug, its name or another label."""
        name = self._asked(name)
        records = self._named(name)
        return self._answer(name, [self._whole(one) for one in records], self._nearest(name))

    def compare(self, one: str, other: str) -> Answer:
        """What tells two terms apart."""
        asked = [self._asked(one), self._asked(other)]
        found = [self._one(name) for name in asked]
        missing = [name for name, record in zip(asked, found, strict=True) if record is None]
        if missing:
            near = [record for name in missing for record in self._nearest(name)]
            return self._answer(" / ".join(missing), [], near)
        left, right = (record for record in found if record is not None)
        told = next((pair for pair in left["contrast"] if pair["term"] == right["slug"]), None)
        answer = self._answer(" / ".join(asked), [self._entry(left), self._entry(right)], ())
        if left is right:
            answer["difference"] = ""
            answer["note"] = self.words.text("assistant.same")
        elif told:
            answer["difference"] = told["difference"]
            answer |= {"scenes": told["scenes"]} if "scenes" in told else {}
        else:
            answer["difference"] = ""
            answer["note"] = self.words.text("assistant.undifferent")
        return answer

    def explain_text(self, text: str) -> Answer:
        """The terms that stand in a text, and short forms in it that the glossary does not have."""
        if not text.strip():
            raise AskedWronglyError(self.words.text("assistant.ask_text"))
        if len(text) > MOST_TEXT:
            raise AskedWronglyError(self.words.text("assistant.long_text", n=MOST_TEXT))
        found = self.ranker.explained(text)
        terms = [
            {"written": one["written"], **self._entry(self.api.terms[one["slug"]])}
            for one in found["terms"]
            if one["slug"] in self.api.terms
        ]
        return {**self._about(), "found": bool(terms), "terms": terms, "no_entry": list(found["unknown"])}

    def whole(self, slug: str) -> Answer:
        """One term by its slug alone. Raises ``KeyError`` where there is none."""
        return {**self._about(), **self._whole(self.api.terms[slug])}

    def names(self) -> Answer:
        """Every term by name and slug."""
        terms = [{"name": _title(record), "slug": slug} for slug, record in self.api.terms.items()]
        return {**self._about(), "terms": terms}

    def _about(self) -> Answer:
        return {"glossary": self.api.about.get("name", ""), "edition": self.api.about.get("edition", "")}

    def _answer(self, asked: str, terms: Sequence[Answer], near: Iterable[Record]) -> Answer:
        named = {term["slug"] for term in terms}
        others = {one["slug"]: one for one in near if one["slug"] not in named}
        answer: Answer = {**self._about(), "asked": asked, "found": bool(terms), "terms": list(terms)}
        if not terms:
            answer["say"] = self.words.text("assistant.not_found")
        if others:
            answer["near"] = [
                {"name": _title(one), "slug": slug, "address": self.api.address(one)}
                for slug, one in list(others.items())[:NEAR]
            ]
            answer["near_means"] = self.words.text("assistant.near")
        return answer

    def _records(self, results: Iterable[Mapping[str, Any]], *, chosen: bool) -> list[Record]:
        return [
            self.api.terms[one["slug"]]
            for one in results
            if one["chosen"] is chosen and one["slug"] in self.api.terms
        ]

    def _nearest(self, name: str) -> list[Record]:
        results = self.ranker.near(name, NEAR)
        return [self.api.terms[one["slug"]] for one in results if one["slug"] in self.api.terms]

    def _named(self, name: str) -> list[Record]:
        """The terms with this slug, title or label."""
        if name in self.api.terms:
            return [self.api.terms[name]]
        titled = [one for one in self.api.terms.values() if _title(one).casefold() == name.casefold()]
        return titled or [self.api.terms[slug] for slug in self.ranker.known(name) if slug in self.api.terms]

    def _one(self, name: str) -> Record | None:
        """The term that a word means, as far as that is sure."""
        named = self._named(name)
        if len(named) == 1:
            return named[0]
        return next(iter(self._records(self.ranker.search(name, 3), chosen=True)), None)

    def _entry(self, record: Record) -> Answer:
        """What every answer says of a term."""
        trust = _trust(record["trust"]).at(self.today())
        found: Answer = {
            "name": _title(record),
            "slug": record["slug"],
            "definition": record["definition"],
            "address": self.api.address(record),
            "trust": trust.said(self.words),
            "mark": trust.mark,
            "reviewed": trust.on.isoformat() if trust.on else "",
        }
        optional = {
            "abbreviations": record["abbreviations"],
            "also_called": record["aliases"],
            "here": record["here"],
            "instead": self._title_of(record["replaced_by"]),
        }
        return found | {name: value for name, value in optional.items() if value}

    def _whole(self, record: Record) -> Answer:
        texts = ("details", "example", "say_to_customer", "internal", "owner", "level")
        found = self._entry(record) | {name: record[name] for name in texts if record[name]}
        others = {
            "formerly": record["formerly"],
            "do_not_say": record["discouraged"],
            "metric": record["metric"],
            "broader": self._title_of(record["broader"]),
            "narrower": [self._title_of(slug) for slug in record["narrower"]],
            "related": [self._title_of(slug) for slug in record["related"]],
            "not_to_confuse_with": [
                {"name": self._title_of(pair["term"]), "difference": pair["difference"]}
                for pair in record["contrast"]
            ],
            "in_other_languages": record["in_other_languages"],
            "topics": record["topics"],
        }
        return found | {name: value for name, value in others.items() if value}

    def _asked(self, text: str) -> str:
        """A query on one line, as long as the ranker reads."""
        text = " ".join(text.split())
        if not text:
            raise AskedWronglyError(self.words.text("assistant.ask_word"))
        if len(text) > MOST_LETTERS:
            raise AskedWronglyError(self.words.text("assistant.long_word", n=MOST_LETTERS))
        return text

    def _title_of(self, slug: str) -> str:
        return _title(self.api.terms[slug]) if slug in self.api.terms else ""


def _title(record: Record) -> str:
    return f"{record['name']} ({record['context']})" if record["context"] else str(record["name"])


def _trust(told: Mapping[str, str]) -> Trust:
    mark: Mark = next((one for one in MARKS if one == told["mark"]), "draft")
    return Trust(mark=mark, by=told["by"], on=_day(told["on"]), until=_day(told["until"]))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
