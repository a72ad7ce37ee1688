"""Draft of a new term, made from entries that fit no existing term: a few lines for an editor to complete."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from site_gen.corpus.yaml import write
from site_gen.language import ENGLISH, Language, language_of
from site_gen.match.abbreviations import folded, is_within, looks_like_one, spells
from site_gen.model import names
from site_gen.model.placeholder import TO_BE_WRITTEN
from site_gen.model.records import UNSORTED, Entry, Origin, Term, Topic
from site_gen.model.schema import MAX_DEFINITION, MAX_LABEL
from site_gen.text import mentions

_BLANK: Mapping[str, Any] = {"definition": "", "topics": (), "origin": Origin(path="")}
_OPENING = re.compile(
    r"(?P<subject>[^.!?]{1,90}?),? (?:is|are|was|refers? to|stands? for|means?|describes?|involves?"
    r"|encompass(?:es)?|measures?)\s+"
)
_IS_WORD = re.compile(r"[^\W\d_]{3,}")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A new term that a merge proposes: its name, and the entries that it is made from."""

    name: str
    abbreviations: Sequence[str]
    aliases: Sequence[str]
    entries: Sequence[Entry]

    def labels(self) -> list[str]:
        """All names of the new term, the preferred one first."""
        return [self.name, *self.abbreviations, *self.aliases]

    def _hidden(self) -> list[str]:
        """The hidden labels of the entries that are no labels of the term."""
        known = {names.key(label) for label in self.labels()}
        found = (label for entry in self.entries for label in entry.search_as)
        return list(dict.fromkeys(label for label in found if names.key(label) not in known))

    def _in_other_languages(self) -> dict[str, write.Value]:
        """The names that the entries have in other languages, by language."""
        found: dict[str, dict[str, None]] = {}
        for entry in self.entries:
            for code, labels in entry.in_other_languages.items():
                found.setdefault(code, {}).update(dict.fromkeys(labels))
        return {code: list(labels) for code, labels in sorted(found.items())}

    def topics(self, topics: Sequence[Topic]) -> list[str]:
        """The ids of those of ``topics`` that groups of the entries have the name of."""
        known = {names.fold(label): topic.id for topic in topics for label in (topic.id, topic.name)}
        groups = (names.fold(group) for entry in self.entries for group in entry.topics)
        return list(dict.fromkeys(known[group] for group in groups if group in known))

    def _by_wider_word(self) -> tuple[str, list[str]]:
        """A definition that begins with a short name of one word, and that name: "chip" of a microchip.

        What serves to define the term is a wider word than the term: people type it, and it is no other name.
        """
        wider = [label for label in self.aliases if _IS_WORD.fullmatch(label)]
        definition = _definition(self.entries, [one for one in self.labels() if one not in wider])
        used = [one for one in wider if _mentions(definition, [one])]
        return (definition, used) if used else (TO_BE_WRITTEN, [])

    def text(self, apart: Mapping[str, str], topics: Sequence[Topic] = (), *, borrow: bool = True) -> str:
        """The YAML text of the draft.

        ``apart`` maps terms that a person has declared different to the sentence that states the difference.
        If a group of the sources has the name of one of ``topics``, the draft gets that topic. With
        ``borrow``, a sentence of the entries serves as definition until an editor writes one.
        """
        definition = _definition(self.entries, self.labels()) if borrow else TO_BE_WRITTEN
        wider: list[str] = []
        if borrow and definition == TO_BE_WRITTEN:
            definition, wider = self._by_wider_word()
        values: dict[str, write.Value] = {
            "name": self.name,
            "abbreviations": list(self.abbreviations),
            "aliases": [label for label in self.aliases if label not in wider],
            "search_as": [*wider, *self._hidden()],
            "definition": definition,
            "say_to_customer": next((e.say_to_customer for e in self.entries if e.say_to_customer), ""),
            "topics": self.topics(topics) or [UNSORTED],
            "contrast": {slug: text for slug, text in sorted(apart.items()) if text},
            "distinct": sorted(slug for slug, text in apart.items() if not text),
            "in_other_languages": self._in_other_languages(),
            "status": "draft",
            "owner": next((entry.owner for entry in self.entries if entry.owner), ""),
            "reviewed": next((entry.reviewed for entry in self.entries if entry.reviewed), ""),
        }
        return write.document({key: value for key, value in values.items() if value})


def draft_of(
    entries: Sequence[Entry], is_taken: Callable[[str], bool], language: Language | None = None
) -> Draft:
    """A draft for entries of one concept; the first entry gives the name.

    All names in the entries become labels, except those that another term has: the page of the term shows
    them only in the text of the source. ``is_taken`` tells that of the key of a name, which is made, like the
    case of its words, by the ``language`` of the site; without one by English.
    """
    own = language or language_of(ENGLISH)
    key_of = own.key
    cased = str if own.has_capital_nouns else sentence_case
    name, abbreviations = designations(entries[0].name, cased)
    long = next((also for also in entries[0].also if _spells_out(name, also)), "")
    if long:
        name, abbreviations = cased(names.bare(long)), [name, *abbreviations]
    known = {key_of(name), *map(key_of, abbreviations), ""}
    aliases: list[str] = []
    for printed in (*entries[0].also, *(one for entry in entries[1:] for one in (entry.name, *entry.also))):
        other, more = designations(printed, cased)
        shorts = [other, *more] if looks_like_one(other) else more
        for label, kept in (*((short, abbreviations) for short in shorts), (other, aliases)):
            key = key_of(label)
            if key not in known and not is_taken(key) and len(label) <= MAX_LABEL:
                known.add(key)
                kept.append(label)
    return Draft(name=name, abbreviations=abbreviations, aliases=aliases, entries=entries)


def _spells_out(short: str, long: str) -> bool:
    if not looks_like_one(short) or looks_like_one(long):
        return False
    letters, words = folded(short), names.fold(names.bare(long)).split()
    return spells(letters, words) or (len(words) == 1 and is_within(letters, words[0]))


def designations(printed: str, cased: Callable[[str], str] | None = None) -> tuple[str, list[str]]:
    """Name in sentence case and abbreviations of a printed name: "BPO (Business Process Outsourcing)".

    ``cased`` writes the name where the language has another rule.
    """
    cased = cased or sentence_case
    outside, inside = names.bare(printed), names.brackets(printed)
    shorts = [
        part for text in inside for part in re.split(r"\s*(?:,|/|\bor\b)\s*", text) if looks_like_one(part)
    ]
    longs = [text for text in inside if not looks_like_one(text) and " " in text]
    if looks_like_one(outside) and longs:
        return cased(longs[0]), [outside, *shorts]
    return cased(outside), shorts


def sentence_case(name: str) -> str:
    """Title Case to sentence case; words with capitals inside (API, iPhone) stay."""
    words = name.split(" ")
    if len(words) > 1 and all(
        word[:1].isupper() or not word[:1].isalpha() or len(word) < 4 for word in words
    ):
        words = [words[0], *(word if word[1:] != word[1:].lower() else word.lower() for word in words[1:])]
    return " ".join(words)


def _definition(entries: Sequence[Entry], labels: Sequence[str]) -> str:
    """A definition from the text of a source, cut at the end of a sentence. An editor has to rewrite it."""
    for text in (*(entry.text for entry in entries), *(entry.says for entry in entries)):
        kept = ""
        for sentence in _SENTENCE_END.split(_without_opening(" ".join(text.split()), labels[0])):
            if len(kept) + len(sentence) + 1 > MAX_DEFINITION or _mentions(sentence, labels):
                break
            kept = f"{kept} {sentence}".strip()
        if kept:
            return kept
    return TO_BE_WRITTEN


def _mentions(text: str, labels: Sequence[str]) -> bool:
    own = mentions.lexicon([Term(slug="", name=labels[0], aliases=tuple(labels), **_BLANK)])
    return bool(mentions.find(text, own))


def _without_opening(text: str, name: str) -> str:
    """The definition without its opening words.

    Example: "Average handle time (AHT) is the average of …" → "The average of …".
    """
    opening = _OPENING.match(text)
    if not opening or names.key(name) not in names.key(opening["subject"]):
        return text
    rest = text[opening.end() :]
    return rest[:1].upper() + rest[1:]
