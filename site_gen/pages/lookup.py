"""The data of the lookup: what the browser ranks and shows, as small as it can be told.

One column per field and one row per term, in the order of ``Glossary.terms``: columns of like values
pack to about half of what a record per term takes. Phrases and definitions are the long columns; whatever
serves them apart loses nothing but what they match. Labels stand as written, since
assets/lookup.js folds labels and queries alike; only what people type for a term, which is never shown, is
folded here and said as shortly as finds the term.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import chain, filterfalse
from typing import Any

from rapidfuzz.distance import OSA

from site_gen.catalog import Catalog
from site_gen.catalog import catalog as shipped_catalog
from site_gen.language import ENGLISH, Language, language_of, written_words
from site_gen.meaning.words import english
from site_gen.model import names
from site_gen.model.adopted import english_texts
from site_gen.model.memo import AFRESH, Memo
from site_gen.model.ranges import expanded, one_by_one
from site_gen.model.records import Glossary, Term
from site_gen.pages.english import english_near
from site_gen.pages.lookup_english import AROUND, LITTLE, PEOPLE, QUESTIONS, RINGS, WHO
from site_gen.pages.lookup_signs import without_signs
from site_gen.pages.lookup_stems import as_pairs, stable_stem, stem_tables, whole_stem, words_of_site
from site_gen.text.markdown import plain_text

FORMAT = 1
CUT = "~"
TURNING = frozenset(("no", "not", "too"))  # they tell little, but turn what stands beside them
_NEGATED = re.compile(r"(?:ca|could|did|do|does|has|have|is|are|was|were|wo|would)nt|cannot")
# How much a word tells, of what most words tell, that English uses often, and one that it uses every day.
COMMON = 0.96
EVERYDAY = 0.78
_AS_MOST = 1.0
FACETS = ("formula", "example", "here", "say")  # bit 0 to bit 3 of a digit in the column "facets"


def lookup_data(
    glossary: Glossary,
    mentions: Mapping[str, int],
    memo: Memo = AFRESH,
    catalog: Catalog | None = None,
    language: Language | None = None,
) -> dict[str, Any]:
    """The columns, ready for JSON; ``mentions`` counts by slug the terms whose definition leans on it."""
    terms = glossary.terms
    topics = [topic.id for topic in glossary.topics]
    words = catalog or shipped_catalog()
    knows = language or language_of(ENGLISH)
    return {
        "format": FORMAT,
        **_known_of(knows, words, terms),
        "topics": [[topic.id, topic.name] for topic in glossary.topics],
        "names": [term.name for term in terms],
        "slugs": [
            "" if term.slug == names.fold(term.name).replace(" ", "-") else term.slug for term in terms
        ],
        "contexts": _sparse(term.context for term in terms),
        "abbreviations": [[*chain(*map(expanded, term.abbreviations))] for term in terms],
        "aliases": [term.aliases for term in terms],
        "formerly": _sparse(term.formerly for term in terms),
        "discouraged": _sparse(term.discouraged for term in terms),
        "inSources": _sparse(_in_sources(glossary, knows.key)),
        "searchAs": _searched(terms, knows, memo),
        "levels": "".join(_level(term) for term in terms),
        "facets": "".join(f"{_facets(term):x}" for term in terms),
        "topic": [_home(term, topics) for term in terms],
        "mentions": [mentions.get(term.slug, 0) for term in terms],
        "codes": [row for row, term in enumerate(terms) if term.kind == "code"],
        "contrasts": _contrasts(terms),
        "here": _sparse(plain_text(term.here) for term in terms),
        "definitions": [term.definition for term in terms],
        **_translations(terms, words.language_name, knows.key),
        **_in_english(terms, english_texts(glossary)),
    }


def as_json(columns: Mapping[str, Any]) -> str:
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":"))


def _known_of(language: Language, catalog: Catalog, terms: Iterable[Term]) -> dict[str, object]:
    """What the ranker knows of the site's language, and of the people of its field."""
    people = names.fold(catalog.text("field.people"))
    who = WHO if people == PEOPLE else f"(?:{people.replace(' ', '|')})"
    if language.tag == ENGLISH:
        told = tuple((form.replace(WHO, who), instead) for form, instead in QUESTIONS["told"])
        return {
            "little": LITTLE,
            "around": AROUND,
            "questions": {**QUESTIONS, "told": told},
            "rings": ",".join(_rings(people, _rings_of_field(catalog))),
            "english": " ".join(_marked(_label_words(terms))),
            "stems": stem_tables(words_of_site(terms)),
        }
    named = {word for term in terms for _, label in term.labels() for word in names.spelled(label).split()}
    shorts = [(short, language.root(word)) for short, word in language.shorts if short not in named]
    questions = {
        name: [(form.replace("PEOPLE", who), instead) for form, instead in forms]
        for name, forms in language.questions.items()
    }
    stems = site_stems(terms, language)
    told = tuple(_told_stems(stems, language))
    tables = ((*language.words, *shorts, *told), *language.endings, ())
    others = sorted({*stems.values()} - {stem for _, stem in told} - {""})
    own = {"after": language.after, "known": " ".join(others)} if stems else {}
    return {
        "little": language.little,
        "around": language.around,
        "questions": {**{name: [] for name in QUESTIONS}, **questions},
        "rings": ",".join((*language.rings, *_rings_of_field(catalog), people)),
        "english": "",
        "stems": [as_pairs(table) or "~>~" for table in tables],
        "rewrites": language.rewrites,
        "forms": {**language.forms, **own},
    }


def _rings_of_field(catalog: Catalog) -> list[str]:
    return [ring for ring in map(names.fold, catalog.text("field.rings").split(",")) if ring]


def _rings(people: str, of_field: Iterable[str]) -> Iterator[str]:
    """The rings of English, with those of the field in their places, and at the end where it has more."""
    own = iter(of_field)
    for ring in RINGS.split("\n")[1:-1]:
        found = next(own, "") if ring == "FIELD" else people if ring == PEOPLE else ring
        if found:
            yield found
    yield from own


def site_stems(terms: Iterable[Term], language: Language) -> Mapping[str, str]:
    """The stem of each word of a site, folded, for the lookup, which has no stemmer of the language.

    Where two words differ in accents only, the first decides. Words of the names of several terms stay as far
    apart as names do: "facture", "facturation". Empty where the language needs none of this.
    """
    if not language.algorithm:
        return {}
    terms = list(terms)
    apart = _named_apart(terms, language)
    texts = chain.from_iterable(
        ((label for _, label in term.labels()), term.search_as, (term.definition,)) for term in terms
    )
    words = chain.from_iterable(map(written_words, chain(*texts)))
    found: dict[str, str] = {}
    for folded, written in words:
        if folded not in found:
            root = language.root(written)
            found[folded] = language.stem(written) if root in apart else root
    return found


def _named_apart(terms: Iterable[Term], language: Language) -> frozenset[str]:
    """The roots that different words share which stand in the names of several terms."""
    named: dict[str, dict[str, set[str]]] = {}
    for term in terms:
        for word in chain.from_iterable(written_words(label) for _, label in term.labels()):
            stems = named.setdefault(language.root(word[1]), {})
            stems.setdefault(language.stem(word[1]), set()).add(term.slug)
    return frozenset(
        root for root, stems in named.items() if len(stems) > 1 and len(set().union(*stems.values())) > 1
    )


def _told_stems(stems: Mapping[str, str], language: Language) -> Iterator[tuple[str, str]]:
    """The words whose stem the browser does not find by taking an ending away, as language.js does it."""
    known = frozenset(stems.values())
    for word, stem in sorted(stems.items()):
        by_ending = word if word in known else _without_ending(word, known, language.after)
        if stem and by_ending != stem:
            yield word, stem


def _without_ending(word: str, known: Collection[str], endings: str) -> str:
    cut = (word[: -len(end)] for end in endings.split() if word.endswith(end))
    return next((rest for rest in cut if rest in known), word)


def _in_english(terms: Iterable[Term], english: Collection[str]) -> dict[str, object]:
    """A digit for each term: bit 0 where its name stands in English on a site of another language, bit 1
    where its definition does; no column where none does.
    """
    if not english:
        return {}
    return {"inEnglish": "".join(str((t.title in english) + 2 * (t.definition in english)) for t in terms)}


def _translations(
    terms: Iterable[Term], language_name: Callable[[str], str], key: Callable[[str], str]
) -> dict[str, object]:
    """For each term, [name of a language, what the term is called in it]; no column where no term has any."""
    found = _sparse(
        [
            [language_name(code), label]
            for code, labels in term.in_other_languages.items()
            for label in labels
            if key(label) not in {key(own) for _, own in term.labels()}
        ]
        for term in terms
    )
    return {"inOtherLanguages": found} if found else {}


def _in_sources(glossary: Glossary, key: Callable[[str], str]) -> Iterator[list[str]]:
    """For each term, what sources call it and it does not itself, and no other term either."""
    labelled = {key(label) for term in glossary.terms for _, label in term.labels()}
    for term in glossary.terms:
        printed = (
            label
            for _, entry in glossary.entries_of.get(term.slug, ())
            for name in (entry.name, *entry.also)
            for label in (names.bare(name), *filter(_is_short, names.brackets(name)))
        )
        yield [
            label for one, label in {key(label): label for label in printed}.items() if one not in labelled
        ]


def _label_words(terms: Iterable[Term]) -> set[str]:
    """The words of all labels; no slip leads to an abbreviation."""
    labels = (label for term in terms for kind, label in term.labels() if kind != "abbreviations")
    return {word for label in labels for word in names.spelled(label).split() if word.isalpha()}


def _marked(words: set[str]) -> Iterator[str]:
    """English words near these; of those among them the common ones begin with a capital, everyday ones have
    capitals only: Explain takes neither for half of a name ("third" for a third party). An informal word is
    English ("uber" is no slip of "user") unless it is a slip of its own plain word ("passwrd")."""
    vectors = english()
    most = 255 * vectors.typical
    for word in english_near(words):
        plain = words.intersection(vectors.informal.get(word, "").split())
        if any(_is_slip([word], [one]) for one in plain):
            continue
        told = vectors.told(word) / most if word in words and word in vectors.records else _AS_MOST
        yield word.upper() if told < EVERYDAY else word.capitalize() if told < COMMON else word


def _is_short(label: str) -> bool:
    """Whether what stands in brackets is a short form: "(FCR)", but not "(software)"."""
    return label.isupper() and " " not in label


def _searched(terms: Iterable[Term], language: Language, memo: Memo) -> list[str]:
    if language.algorithm:
        known = site_stems(terms, language)
        own = partial(_telling, language=language, stem=lambda word: known.get(word, word), is_stemmed=False)
        return [own(term) for term in terms]
    return [_told(term, language, memo) for term in terms]


def _told(term: Term, language: Language, memo: Memo) -> str:
    stem = stable_stem if language.tag == ENGLISH else language.root
    return memo.made("telling", term.slug, (term, language), partial(_telling, term, language, stem))


def _telling(term: Term, language: Language, stem: Callable[[str], str], *, is_stemmed: bool = True) -> str:
    """What people type for the term, as little as finds it.

    Folded and stemmed; without words that tell little where two others are left ("when can I call" is not
    "call"), without words that a label, the definition or an earlier phrase has where two others are left,
    and without what differs from a label by slips only, since the ranker sees through them. What lost words
    begins with ``CUT``: it finds the term, and whoever types the rest alone may mean another. "not" and the
    like always stay, and stand for "can't", "doesn't" too. Words stand as they are where the browser has a
    table of stems (not ``is_stemmed``), or where it would take another ending from a stem ("rechn").
    """
    little = _little(language)
    labels = [_words(text) for _, text in term.labels()]
    given = set(map(stem, chain(_words(term.definition), *labels)))
    said: set[str] = set()
    kept = []

    def typed(word: str) -> str:
        found = stem(word)
        return found if is_stemmed and stem(found) == found else word

    for phrase in chain(*map(expanded, term.search_as)):
        words = _spoken(phrase)
        if little.issuperset(words) or any(_is_slip(words, label) for label in labels):
            continue
        words = _without(little, words)
        stems = list(map(stem, words))
        short = _without(given - TURNING, _without(said - TURNING, stems))
        if little.issuperset(short):
            short = stems
        written = " ".join(typed(words[stems.index(one)]) for one in short)
        kept.append(("" if short == stems else CUT) + written)
        said.update(stems)
    ways = chain(*(without_signs(label) for _, label in one_by_one(term.labels())))
    kept += [" ".join(map(typed, way.split())) for way in ways]
    return "|".join(dict.fromkeys(kept))


def typed_keys(term: Term, memo: Memo = AFRESH) -> list[str]:
    """What people type for the term, if the data does not hold it whole; ``asKey`` of assets/lookup.js."""
    language = language_of(ENGLISH)
    whole = {phrase for phrase in _told(term, language, memo).split("|") if not phrase.startswith(CUT)}
    phrases = map(_spoken, chain(*map(expanded, term.search_as)))
    keys = (" ".join(map(whole_stem, _but_little(words, language))) for words in phrases)
    return [key for key in dict.fromkeys(keys) if key and key not in whole]


@cache
def _little(language: Language) -> frozenset[str]:
    return frozenset((LITTLE if language.tag == ENGLISH else language.little).split()) - TURNING


def _words(text: str) -> list[str]:
    return [word for word in names.spelled(text).split() if word != "/"]


def _spoken(phrase: str) -> list[str]:
    return ["not" if _NEGATED.fullmatch(word) else word for word in _words(phrase)]


def _but_little(words: list[str], language: Language) -> list[str]:
    left = list(filterfalse(_little(language).__contains__, words))
    return left if sum(word not in TURNING for word in left) > 1 else words


def _without(known: Collection[str], words: list[str]) -> list[str]:
    left = list(filterfalse(known.__contains__, words))
    return left if len(set(left) - TURNING) > 1 else words


def _is_slip(words: list[str], label: list[str]) -> bool:
    return len(words) == len(label) and all(
        OSA.distance(one, other) <= _slips(min(len(one), len(other)))
        for one, other in zip(words, label, strict=True)
    )


def _slips(length: int) -> int:
    """How many slips the ranker sees through in a word; ``slipsIn`` of assets/lookup.js."""
    return 0 if length < 4 else 1 if length < 6 else 2 if length < 12 else 3


def _sparse(values: Iterable[object]) -> dict[str, object]:
    """{row: value} for the rows that have one."""
    return {str(row): value for row, value in enumerate(values) if value}


def _level(term: Term) -> str:
    """First letter of the level; deprecated terms rank behind all others, whatever their level."""
    return "d" if term.status == "deprecated" else term.level[0]


def _facets(term: Term) -> int:
    has = (term.metric, term.example, term.here, term.say_to_customer or term.internal)
    return sum(1 << bit for bit, value in enumerate(has) if value)


def _home(term: Term, topics: list[str]) -> int:
    """The row of the term's first topic in "topics"; -1 where it has none there."""
    return topics.index(term.topics[0]) if term.topics and term.topics[0] in topics else -1


def _contrasts(terms: tuple[Term, ...]) -> str:
    """For each row, parted by commas, how many rows further down those stand that it is confused with."""
    rows = {term.slug: row for row, term in enumerate(terms)}
    apart: list[set[int]] = [set() for _ in terms]
    for row, term in enumerate(terms):
        for other in (rows[to.to] for to in term.contrast if to.to in rows):
            apart[min(row, other)].add(abs(row - other))
    return ",".join(" ".join(map(str, sorted(steps - {0}))) for steps in apart)
