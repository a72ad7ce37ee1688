"""A language as a value, read from its file."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from typing import Any

import yaml

from site_gen.language.snowball import inflected, stemmed
from site_gen.model import names, word_forms

ENGLISH = "en"
# Letters that people of a language write with others where only a to z will do; elsewhere accents just go.
# German: https://www.duden.de (Umlaut); Danish, Norwegian: https://www.regjeringen.no and dk-hostmaster.dk
# allow ae, oe and aa in addresses. Swedes and Finns leave the dots out, as everywhere.
_LETTERS: Mapping[str, Mapping[str, str]] = {
    "de": {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ẞ": "ss"},
    **{code: {"æ": "ae", "ø": "oe", "å": "aa"} for code in ("da", "nb", "nn", "no")},
    **{code: {"'": " ", "’": " "} for code in ("fr", "it", "ca")},  # file d'attente: file-d-attente
}
# Small words inside a name, of a language that has no file.
_WITHIN = {"ca": "a al als amb d' de del dels el els en i l' la les per"}
_ELIDED_ARTICLE = re.compile(r"^\s*(?:l|un)['’ʼ](?=\w)", re.IGNORECASE)
_CAPITAL_NOUNS = ("de", "lb")
_LOADER: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every value as text
_FILES = ("da", "de", "es", "fi", "fr", "it", "nl", "no", "pt", "ru", "sv", "tr")
TAGS = _FILES  # the languages of which something is told here, beside English
_FILE_OF = {"nb": "no", "nn": "no"}  # both ways to write Norwegian have the stems of Bokmål
_AROUND = "".join(sign for sign in map(chr, range(33, 127)) if not sign.isalnum()) + "«»“”„‚‘’¿¡…–—"

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Language:
    """What is known of a language; an empty value is what nobody has told yet.

    A word is stemmed in steps: whole words of ``words``, patterns of ``rewrites`` (regular expressions that
    mean the same in Python and JavaScript; ``$1`` is the first group), then one ending of each table of
    ``endings`` (the first that fits, from words of more letters with each table). assets/lookup.js takes the
    same steps. A language with an ``algorithm`` of Snowball has none of the three: the lookup gets the stems
    of the site's own words, and may take one ending of ``after`` from another word where one of them is left.
    """

    tag: str
    letters: Mapping[str, str] = field(default_factory=dict)
    words: Pairs = ()
    shorts: Pairs = ()  # what people type short, and the word meant: for the lookup alone
    rewrites: Pairs = ()
    endings: tuple[Pairs, ...] = ()
    algorithm: str = ""
    after: str = ""
    little: str = ""  # words that tell little
    within: str = ""  # articles and prepositions that a name may have or lack, for the matcher; "d'" elides
    around: str = ""  # words around the subject of a question
    rings: tuple[str, ...] = ()  # words that may stand for one another
    forms: Mapping[str, str] = field(default_factory=dict)  # patterns, by the names that lookup.js has
    questions: Mapping[str, Pairs] = field(default_factory=dict)  # what questions are made of

    def __hash__(self) -> int:
        return hash(self.tag)

    @property
    def has_capital_nouns(self) -> bool:
        """Whether every noun has a capital, so that no name can be told to be in title case."""
        return self.tag in _CAPITAL_NOUNS

    def slug(self, name: str) -> str:
        """The address of a name, as people of the language write it where only a to z will do."""
        return names.slug(name, self.letters)

    def stem(self, word: str) -> str:
        """A word without its ending of number or case, folded; as ``word_forms.stem`` has it in English.

        Names with the same stems are one name. The word may be folded, or stand as it is written, which is
        truer in languages with an ``algorithm``.
        """
        if self.algorithm:
            return inflected(word, self.algorithm)
        folded = names.spelled(word).replace(" ", "")
        return word_forms.stem(folded) if self.tag == ENGLISH else _stemmed(self, folded)

    def root(self, word: str) -> str:
        """What the lookup takes a word for: its ``stem``, or what Snowball has for all of its family."""
        return stemmed(word, self.algorithm) if self.algorithm else self.stem(word)

    def key(self, name: str) -> str:
        """Equal for names that differ only in spelling, number or print: ``names.key`` of the language."""
        if self.tag == ENGLISH:
            return names.key(name)
        return "".join(map(self.stem, self._words_in(names.bare(name))))

    def unelided(self, name: str) -> str:
        """A name with its small words apart from what they lean on: "carte d embarquement".

        An article before the whole name is left out, since its apostrophe shows that it is one: "l'incident".
        """
        found = self._elided
        return found.sub(r"\1 ", _ELIDED_ARTICLE.sub("", name)) if found else name

    @cached_property
    def _elided(self) -> re.Pattern[str] | None:
        words = "|".join(word[:-1] for word in self.within.split() if word.endswith("'"))
        return re.compile(rf"(?<!\w)({words})['’ʼ](?=\w)", re.IGNORECASE) if words else None

    def _words_in(self, text: str) -> list[str]:
        if not self.algorithm:
            return names.spelled(text).split()
        return [written for _, written in written_words(text)]

    @cached_property
    def _known(self) -> Mapping[str, str]:
        return dict(self.words)

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple((re.compile(form), instead.replace("$", "\\")) for form, instead in self.rewrites)

    def without_ending(self, word: str) -> str:
        """A folded word by the rules of the language's file."""
        if word in self._known:
            return self._known[word]
        for pattern, instead in self._patterns:
            word = pattern.sub(instead, word)
        if word in self._known:
            return self._known[word]
        for place, table in enumerate(self.endings):
            if len(word) > 3 + place:
                ending, instead = next((pair for pair in table if word.endswith(pair[0])), ("", ""))
                word = word[: len(word) - len(ending)] + instead
        return word


@lru_cache(maxsize=1 << 15)  # a corpus says the same few thousand words over and over
def _stemmed(language: Language, word: str) -> str:
    return language.without_ending(word)


def written_words(text: str) -> list[tuple[str, str]]:
    """The words of a text, each folded and as it is written; where they cannot be paired, folded twice."""
    found = []
    for part in text.split():
        folded = names.spelled(part).split()
        written = part.strip(_AROUND)
        if len(folded) == 1 and names.spelled(written) == folded[0]:
            found.append((folded[0], written))
        else:
            found += [(word, word) for word in folded]
    return found


@cache
def language_of(tag: str) -> Language:
    """The language of a tag such as "de" or "de-CH"; without its region where that is not known."""
    base = tag.replace("_", "-").partition("-")[0].casefold()
    letters = _LETTERS.get(base, {})
    file = _FILE_OF.get(base, base)
    told = _read(file) if file in _FILES else {"within": _WITHIN.get(base, "")}
    return Language(tag=base, letters=letters, **told)


def _read(tag: str) -> Mapping[str, Any]:
    data = pkgutil.get_data(__name__, f"{tag}.yaml")
    assert data is not None, "the loader of the package reads its files"
    told = yaml.load(data, Loader=_LOADER)  # a file of our own, and no value is built
    return {
        "words": _pairs(told.get("words", "")),
        "shorts": _pairs(told.get("shorts", "")),
        "rewrites": tuple(told.get("rewrites", {}).items()),
        "endings": tuple(_pairs(table) for table in told.get("endings", ())),
        "algorithm": told.get("algorithm", ""),
        "after": " ".join(told.get("after", "").split()),
        "little": " ".join(told["little"].split()),
        "within": " ".join(told.get("within", "").split()),
        "around": " ".join(told["around"].split()),
        "rings": tuple(told["rings"].splitlines()),
        "forms": told["forms"],
        "questions": {name: tuple(forms.items()) for name, forms in told["questions"].items()},
    }


def _pairs(text: str) -> Pairs:
    found = (pair.partition(">") for pair in text.split())
    return tuple((one, other) for one, _, other in found)
