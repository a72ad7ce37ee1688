"""The lookup's data as the browser loads it: scripts, since a page opened from disk may not fetch."""

from __future__ import annotations

import json
import pkgutil
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, islice

import rjsmin

from site_gen.catalog import Catalog
from site_gen.language import language_of
from site_gen.model.adopted import english_texts
from site_gen.model.memo import AFRESH, Memo
from site_gen.model.owners import Part, asked, owner_of, people, said
from site_gen.model.ranges import expanded
from site_gen.model.records import Glossary, Site, Term
from site_gen.model.trust import MARKS, Trust
from site_gen.pages.data.meaning_js import understands
from site_gen.pages.lookup import as_json, lookup_data
from site_gen.pages.repository import suggest_pattern
from site_gen.pages.views import pair_id
from site_gen.text.links import Links

_GLOBAL = "var glossary = glossary || {};\n"
# What pages load later, in this order and when it is needed; lookup-data.js has all other columns.
LATER: Mapping[str, Sequence[str]] = {
    "assets/lookup-phrases.js": ("around", "questions", "rings", "searchAs"),
    "assets/lookup-definitions.js": ("here", "trust", "asked", "definitions"),
}
_MACHINES, _LABELS, _TEXTS = "api/lookup.json", "assets/lookup-data.js", "assets/lookup-texts.js"
LOOKUP_PATHS = (_MACHINES, _LABELS, *LATER, _TEXTS)


def lookup_files(
    glossary: Glossary,
    links: Links,
    site: Site,
    trust: Mapping[str, Trust],
    words: Catalog,
    edition: str = "",
    memo: Memo = AFRESH,
) -> Mapping[str, str]:
    """The data for machines (api/lookup.json) and the scripts that pages load when they need them.

    A box answers from the labels as soon as they are there, then from phrases, then from definitions; the
    scripts of one page may come in any order.
    """
    data = {
        **lookup_data(glossary, leaned_on(links), memo, words, language_of(site.language)),
        "trust": _trust(glossary, trust, words),
        "asked": _asked(glossary, site, words),
    }
    later = {column for columns in LATER.values() for column in columns}
    first = {column: values for column, values in data.items() if column not in later}
    told = {**_settings(site, edition), "examples": examples(glossary, leaned_on(links))}
    settings = json.dumps(told, ensure_ascii=False)
    return {
        _MACHINES: as_json(data) + "\n",
        _LABELS: _adding(first, f"glossary.site = {settings};\n{script('begun')}")
        + _language(data)
        + (script("english") if "inEnglish" in data or words.borrowed else ""),
        **{path: _adding({column: data[column] for column in columns}) for path, columns in LATER.items()},
        _TEXTS: f"{_GLOBAL}glossary.texts = {_texts(glossary, words)};\n",
    }


def _language(data: Mapping[str, object]) -> str:
    """What ranks in another language; "" in English, which lookup.js itself knows."""
    if "forms" not in data:
        return ""
    return script("language")


def script(name: str) -> str:
    """A script of ours that stands with the data, as it stands there."""
    script = pkgutil.get_data("site_gen.pages.data", f"{name}.js")
    assert script is not None, "the loader of the package reads its files"
    return f"{rjsmin.jsmin(script.decode())}\n"


def _settings(site: Site, edition: str) -> Mapping[str, str | bool]:
    """What scripts know of the site: where what is missing (``suggest``) or wrong (``correct``) is told.

    ``misses`` gets each word that found nothing; "" where no word leaves the browser.
    """
    return {
        "suggest": suggest_pattern(site),
        "correct": suggest_pattern(site, "correction"),
        "edition": edition,
        "misses": site.misses_url,
        "meaning": understands(site),
    }


def examples(glossary: Glossary, leaned: Mapping[str, int]) -> list[str]:
    """What the empty box offers to type: an abbreviation, two terms that are confused, somebody's own words.

    Each is of the current term that most definitions lean on, essential ones first; before these come terms
    whose texts are in the language of the site and reviewed there. A glossary that has none of a kind offers
    fewer.
    """
    known, english = glossary.by_slug, english_texts(glossary)
    terms = sorted(
        (term for term in glossary.terms if term.status != "deprecated"),
        key=lambda term: (
            term.definition in english,
            bool(english) and term.status != "approved",
            term.level != "essential",
            -leaned.get(term.slug, 0),
            term.slug,
        ),
    )
    shorts = (short.lower() for term in terms for short in term.abbreviations)
    pairs = (
        f"{term.name.lower()} / {known[one.to].name.lower()}"
        for term in terms
        for one in term.contrast
        if one.to in known and not _alike(term.slug, one.to)
    )
    phrases = (
        phrase
        for term in terms
        for phrase in chain(*map(expanded, term.search_as))
        if len(phrase.split()) > 2
    )
    return [found for kind in (shorts, pairs, phrases) for found in islice(kind, 1)]


def _alike(one: str, other: str) -> bool:
    """Whether a word of one slug begins with a word of the other."""
    words, others = one.split("-"), other.split("-")
    return any(a.startswith(b) or b.startswith(a) for a in words for b in others)


def _adding(columns: Mapping[str, object], first: str = "") -> str:
    return f"{_GLOBAL}{first}glossary.data = Object.assign(glossary.data || {{}}, {as_json(columns)});\n"


def leaned_on(links: Links) -> Mapping[str, int]:
    """For each term, how many definitions use it."""
    return Counter(slug for linked in links.terms.values() for slug in linked.defined_by)


def _trust(glossary: Glossary, trust: Mapping[str, Trust], words: Catalog) -> dict[str, object]:
    """What is said of trust: ``kinds`` has each [mark, sign, words, until] once, ``rows`` which a term has.

    ``due`` is [sign, words] of an approved term whose day ``until`` (ISO 8601, "" for never) has come.
    """
    kinds: dict[tuple[str, ...], int] = {}
    rows = [kinds.setdefault(_kind(trust[term.slug], words), len(kinds)) for term in glossary.terms]
    due = words.text("trust.due_since", day="").strip()
    return {"kinds": list(kinds), "rows": rows, "due": [MARKS["due"].sign, due]}


def _kind(trust: Trust, words: Catalog) -> tuple[str, ...]:
    until = trust.until.isoformat() if trust.until and trust.mark == "approved" else ""
    return trust.mark, trust.meaning.sign, trust.said(words, words.short_day), until


def _asked(glossary: Glossary, site: Site, words: Catalog) -> dict[str, object]:
    """Whom readers can ask: ``kinds`` has each answer once, ``rows`` which of them a term has.

    An answer is made of texts and links, [text, address, name]; a term that nobody owns is not in ``rows``.
    """
    listed = people(glossary, site)
    kinds: dict[tuple[Part, ...], int] = {}
    rows: dict[str, int] = {}
    for row, term in enumerate(glossary.terms):
        found = said(asked(owner_of(term, glossary, site), listed), words)
        if found:
            rows[str(row)] = kinds.setdefault(found, len(kinds))
    return {"kinds": list(kinds), "rows": rows}


def _texts(glossary: Glossary, words: Catalog) -> str:
    """Longer texts, loaded when first asked for.

    ``sayings``: what an agent may send to a customer (``say``, or ``says`` with one for each channel), or why
    the word stays inside, by slug;
    ``differences``: what tells a confusable pair apart, by the pair's anchor on the compare page;
    ``english``: the pairs whose difference still stands in English on a site of another language.
    """
    sayings = {term.slug: saying for term in glossary.terms if (saying := _saying(term, words))}
    differences = {
        pair_id(term.slug, contrast.to): contrast.difference
        for term in glossary.terms
        for contrast in term.contrast
    }
    english = english_texts(glossary)
    found = [pair for pair, difference in differences.items() if difference in english]
    texts = {"sayings": sayings, "differences": differences, **({"english": found} if found else {})}
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))


def _saying(term: Term, words: Catalog) -> Mapping[str, object]:
    texts = {key: " ".join(text.split()) for key, text in term.texts("say_to_customer").items()}
    if "" in texts:
        return {"say": texts[""]}
    if texts:
        return {"says": [[words.text(f"channel.{channel}"), text] for channel, text in texts.items()]}
    return {"internal": term.internal} if term.internal else {}
