"""How hard a text is to read, by the formula that is published for its language.

Each formula has a scale of its own; ``limit`` is where, by its author's table, what people read who have
finished school ends and what needs more begins. W is the words of a sentence on average, S the syllables of
a word.

- English: J. P. Kincaid and others, "Derivation of New Readability Formulas", 1975 (Research Branch Report
  8-75): 0.39 W + 11.8 S - 15.59, in years of school in the United States.
- German: R. Bamberger and E. Vanecek, "Lesen - Verstehen - Lernen - Schreiben", 1984, first Wiener
  Sachtextformel: 0.1935 x words of three or more syllables in percent + 0.1672 W + 0.1297 x words of more
  than six letters in percent - 0.0327 x words of one syllable in percent - 0.875, in years of school; the
  same numbers stand in koRpus (https://rdrr.io/cran/koRpus/man/nWS.html).
- Spanish: J. Fernández Huerta, "Medidas sencillas de lecturabilidad", Consigna 214, 1959, with W as its
  author's examples have it: 206.84 - 60 S - 1.02 W (https://linguistlist.org/issues/22/22-2332 tells why F,
  which many print, is W).
- French: L. Kandel and A. Moles, "Application de l'indice de Flesch à la langue française", Cahiers Études
  de Radio-Télévision 19, 1958: 207 - 73.6 S - 1.015 W, as https://www.cordial.fr tells it and most programs
  have it; a few have 209 - 68 S - 1.15 W under the same names.
- Portuguese: T. B. F. Martins and others, "Readability formulas applied to textbooks in Brazilian
  Portuguese", 1996 (Notas do ICMSC 28): 248.835 - 84.6 S - 1.015 W.
- Dutch: W. H. Douma, "De leesbaarheid van landbouwbladen", 1960: 206.84 - 77 S - 0.93 W.
- Turkish: E. Ateşman, "Türkçede okunabilirliğin ölçülmesi", Dil Dergisi 58, 1997, pages 71 to 74: 198.825 -
  40.175 S - 2.61 W, the same in textacy (textacy.text_stats); his table, in which 50 to 59 are grades 11 and
  12, stands at http://okunabilirlikindeksi.com.
- Russian: I. V. Oborneva, 2006 (thesis on Flesch's formula for Russian): 206.835 - 65.14 S - 1.52 W; without
  a limit, since plain Russian sentences, with their long words, are far below Flesch's table.
- Italian: P. Lucisano and M. E. Piemontese, "GULPEASE", Scuola e città 3, 1988: 89 - 10 x letters of a word
  on average + 300 x sentences / words, as https://pro.corrige.it/ortografia/lindice-gulpease has it; below 40
  it is hard with a school leaving certificate (https://italianacontemporanea.com/indice-gulpease).
- All others: C. H. Björnsson, "Läsbarhet", 1968, LIX: W + words of more than six letters in percent. Its
  table is for Swedish, and serves for Danish and Norwegian; elsewhere nobody has told where hard begins, so
  there is no limit.

Syllables are counted by a hyphenation dictionary in English and German (the places where it divides a word,
plus one), and elsewhere as vowels that are spoken apart, as far as spelling tells them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pyphen import Pyphen

_END = re.compile(r"(?<![.!?])[.!?]++(?=\s|[\"”’)]|$)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_APOSTROPHE = re.compile("['’]")
_FEW = 2  # words: a sentence with no more words is not counted as a sentence
_LONG = 6  # letters: a word with more is long
_UNPARTED = frozenset(("ja", "km", "lo", "my", "th", "zh"))  # no spaces between words: none of this holds

_DICTIONARIES: Mapping[str, str] = {"en": "en_US", "de": "de_DE"}
_VOWELS: Mapping[str, str] = {
    "es": "[aeoáéíóú]|(?<![aeoáéíóúiuü])[iuü]+(?![aeoáéíóú])",
    "fr": r"é|(?!(?<=\w\w)es?$)[aeiouyàâèêëîïôûùüœ]+",
    "nl": "[ëïöü][aeiouy]*|[aeiouyáéè]+",
    "pt": "ã[oe]|õe|[aeoáâãàéêíóôõú]|(?<![aeoáâãàéêíóôõúiu])[iu]+(?![aeoáâãéêíóôõú])",
    "ru": "[аеёиоуыэюя]",
    "tr": "[aeıioöuüâîû]",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How a formula counts. ``limit`` is the hardest that is easy enough, None where nobody has told it.

    ``name`` is that of the formula; "" where the scale is years of school, and needs no other name.
    """

    name: str
    limit: float | None
    is_ease: bool = False  # more is easier


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a formula says of a text, with one decimal place."""

    value: float
    scale: Scale

    @property
    def hardness(self) -> float:
        """More is harder, whichever way the scale runs."""
        return -self.value if self.scale.is_ease else self.value

    @property
    def is_hard(self) -> bool:
        """Whether the text is above what is easy enough."""
        limit = self.scale.limit
        return limit is not None and self.hardness > (-limit if self.scale.is_ease else limit)


@dataclass(frozen=True, slots=True)
class _Counted:
    """The words of a text, its sentences, and the syllables of each word."""

    words: Sequence[str]
    sentences: int
    syllables: Sequence[int]

    @property
    def length(self) -> float:
        return len(self.words) / self.sentences

    @property
    def spoken(self) -> float:
        return sum(self.syllables) / len(self.words)

    def share(self, count: int) -> float:
        return 100 * count / len(self.words)

    def long(self) -> float:
        return self.share(sum(len(word) > _LONG for word in self.words))


def _linear(base: float, syllables: float, length: float) -> Callable[[_Counted], float]:
    return lambda text: base + syllables * text.spoken + length * text.length


def _kincaid(text: _Counted) -> float:
    syllables, words = sum(text.syllables), len(text.words)
    return 0.39 * words / text.sentences + 11.8 * syllables / words - 15.59


def _vienna(text: _Counted) -> float:
    many = text.share(sum(count > 2 for count in text.syllables))
    one = text.share(sum(count == 1 for count in text.syllables))
    return 0.1935 * many + 0.1672 * text.length + 0.1297 * text.long() - 0.0327 * one - 0.875


def _gulpease(text: _Counted) -> float:
    letters = sum(sum(letter.isalnum() for letter in word) for word in text.words)
    return 89 - 10 * letters / len(text.words) + 300 * text.sentences / len(text.words)


def _lix(text: _Counted) -> float:
    return text.length + text.long()


_Formula = tuple[Scale, Callable[[_Counted], float]]
_SCHOOL = Scale(name="", limit=12)
_FORMULAS: Mapping[str, _Formula] = {
    "en": (_SCHOOL, _kincaid),
    "de": (_SCHOOL, _vienna),
    "ru": (Scale(name="Flesch-Oborneva", limit=None, is_ease=True), _linear(206.835, -65.14, -1.52)),
    "es": (Scale(name="Fernández Huerta", limit=50, is_ease=True), _linear(206.84, -60, -1.02)),
    "fr": (Scale(name="Kandel-Moles", limit=50, is_ease=True), _linear(207, -73.6, -1.015)),
    "nl": (Scale(name="Flesch-Douma", limit=45, is_ease=True), _linear(206.84, -77, -0.93)),
    "pt": (Scale(name="Flesch-Martins", limit=25, is_ease=True), _linear(248.835, -84.6, -1.015)),
    "tr": (Scale(name="Ateşman", limit=50, is_ease=True), _linear(198.825, -40.175, -2.61)),
    "it": (Scale(name="Gulpease", limit=40, is_ease=True), _gulpease),
    **{tag: (Scale(name="LIX", limit=60), _lix) for tag in ("sv", "da", "nb", "nn", "no")},
}
_OTHER: _Formula = (Scale(name="LIX", limit=None), _lix)


def _base(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].casefold()


def scale_of(language: str) -> Scale:
    """The scale that texts of a language are measured by."""
    return _FORMULAS.get(_base(language), _OTHER)[0]


def reading(text: str, language: str = "en") -> Reading | None:
    """How hard a text is to read; None without words, and in a language that has no spaces between them."""
    base = _base(language)
    parts = [_WORD.findall(sentence) for sentence in _END.split(text)]
    words = [word for part in parts for word in part]
    if not words or base in _UNPARTED:
        return None
    sentences = sum(len(part) > _FEW for part in parts) or 1
    scale, formula = _FORMULAS.get(base, _OTHER)
    counted = _Counted(words, sentences, [_syllables(word, base) for word in words])
    return Reading(value=round(formula(counted), 1), scale=scale)


@lru_cache(maxsize=1 << 14)
def _syllables(word: str, language: str) -> int:
    parts = _APOSTROPHE.sub("", word.lower()).split("-")
    if language in _DICTIONARIES:
        return sum(len(_dictionary(language).positions(part)) + 1 for part in parts)
    vowels = _VOWELS.get(language)
    return sum(max(1, len(re.findall(vowels, part))) for part in parts) if vowels else 1


@lru_cache(maxsize=len(_DICTIONARIES))
def _dictionary(language: str) -> Pyphen:  # loaded only when needed
    return Pyphen(lang=_DICTIONARIES[language])
