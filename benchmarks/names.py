"""How well names are told apart: equality, links, addresses, letters, abbreviations, pairs of ten glossaries.

    python benchmarks/names.py            # counts of both halves
    python benchmarks/names.py --misses   # what goes wrong in the half that was tuned to

The lists in benchmarks/data/names were written by somebody who had not seen the code. Each stands in two halves:
``NAME.tsv`` was looked at while building, ``NAME-report.tsv`` is only counted. The lists ``fields`` (names of law,
medicine, aviation, logistics, chemistry, music, sports and finance, without texts) were written later, by somebody
who knew the code, before they were run; ``strangers`` (names of any field) by somebody who did not;
``signs-…`` (signs, other scripts, abbreviations) by somebody who had not read it yet.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from site_gen.corpus import disk
from site_gen.corpus.load import load
from site_gen.match import ASK_FROM, Matcher, Query
from site_gen.match.field import field_for
from site_gen.match.profile import Profile, of_query, of_term
from site_gen.match.score import SAME_FROM, Context, score
from site_gen.match.search import Search
from site_gen.model import names
from site_gen.model.letters import letter
from site_gen.model.records import Glossary, Origin, Term
from site_gen.text.mentions import find, lexicon

DATA = Path(__file__).parent / "data" / "names"
ROOT = Path(__file__).resolve().parent.parent
FIELD = field_for(Glossary())
BASE = ROOT / "benchmarks/corpora/base"  # the corpus that the labels were written for
Row = list[str]


def rows(name: str) -> Iterator[Row]:
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return (line.split("\t") for line in lines)


def term(name: str, definition: str = "", **labels: tuple[str, ...]) -> Term:
    return Term(slug="it", name=name, definition=definition, topics=(), origin=Origin(path=""), **labels)


def equal(row: Row) -> tuple[str, str]:
    return row[2], "same" if names.key(row[0]) == names.key(row[1]) != "" else "different"


def links(row: Row) -> tuple[str, str]:
    name, text, *expected = row
    found = find(text, lexicon([term(name)]))
    return "".join(expected), "|".join(text[one.start : one.end] for one in found)


def signs_links(row: Row) -> tuple[str, str]:
    """A name that begins with "abbr:" is an abbreviation of a term with a name that no text has."""
    name, text, expected = row
    short = name.removeprefix("abbr:")
    known = term(name) if short == name else term("zzz word", abbreviations=(short,))
    found = find(text, lexicon([known]))
    return expected, "|".join(text[one.start : one.end] for one in found)


def signs_matches(row: Row) -> tuple[str, str]:
    known, name, also, text, expected = ("" if cell == "-" else cell for cell in row)
    printed, *labels = (part.strip() for part in known.split(";"))
    shorts = tuple(one[5:] for one in labels if one.startswith("abbr="))
    others = tuple(one[5:] for one in labels if one.startswith("also="))
    matcher = Matcher(Glossary(terms=(term(printed, abbreviations=shorts, aliases=others),)))
    return expected, matcher.match(Query(name=name, text=text, also=_items(also))).kind


def slugs(row: Row) -> tuple[str, str]:
    return row[1], names.slug(row[0]) or "?"


def letters(row: Row) -> tuple[str, str]:
    return row[1], letter(row[0])


def abbreviations(row: Row) -> tuple[str, str]:
    name, text, candidate, expected = row
    return expected, Matcher(Glossary(terms=(term(candidate),))).match(Query(name=name, text=text)).kind


EXACT: Mapping[str, Callable[[Row], tuple[str, str]]] = {
    "equal": equal, "links": links, "slugs": slugs, "letters": letters,
    "signs-equal": equal, "signs-links": signs_links,
}  # fmt: skip


# --- pairs of ten glossaries and the shipped one


class Glossaries:
    """The entries of each glossary as profiles, and what their texts tell of words."""

    def __init__(self) -> None:
        self.entries: dict[str, dict[str, dict[str, str]]] = {}
        self.profiles: dict[str, dict[str, Profile]] = {}
        for path in sorted((DATA / "glossaries").glob("*.csv")):
            with path.open(encoding="utf-8", newline="") as file:
                self.entries[path.name] = {row["name"]: row for row in csv.DictReader(file)}
            self.profiles[path.name] = {
                name: of_term(
                    term(
                        name,
                        row["text"],
                        abbreviations=_items(row["abbreviation"]),
                        aliases=_items(row["also"]),
                    ),
                    FIELD,
                )
                for name, row in self.entries[path.name].items()
            }
        shipped = load(disk.read_tree(BASE).files).glossary
        self.profiles["support"] = {
            one.slug: of_term(one, FIELD, shipped.entries_of.get(one.slug, ())) for one in shipped.terms
        }
        self.contexts = {file: _context(found.values()) for file, found in self.profiles.items()}

    def kind(self, row: Row) -> tuple[str, str]:
        file, name, other_file, other, expected, *_ = row
        entry = self.entries[file][name]
        query = Query(
            name=name, text=entry["text"], also=(*_items(entry["abbreviation"]), *_items(entry["also"]))
        )
        found = score(
            of_query(query, FIELD), self.profiles[other_file][other], self.contexts[other_file]
        ).score
        return expected, "same" if found >= SAME_FROM else "ask" if found >= ASK_FROM else "new"


def _items(text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split(";") if item.strip())


def _context(profiles: Iterable[Profile]) -> Context:
    search = Search(FIELD, profiles)
    return Context(vocabulary=search.vocabulary, subject=search.subject, rivals=search.has_rivals)


@cache
def glossaries() -> Glossaries:
    return Glossaries()


def pairs(row: Row) -> tuple[str, str]:
    return glossaries().kind(row)


def fields(row: Row) -> tuple[str, str]:
    name, other, expected = row
    return expected, Matcher(Glossary(terms=(term(name),))).match(Query(name=other)).kind


VERDICTS: Mapping[str, Callable[[Row], tuple[str, str]]] = {
    "abbreviations": abbreviations, "pairs": pairs, "fields": fields, "fields-abbreviations": abbreviations,
    "strangers": fields, "signs-matches": signs_matches,
}  # fmt: skip


def main(arguments: list[str]) -> None:
    for half in ("", "-report"):
        print(f"\n{'only counted' if half else 'tuned to'}")
        for name, judge in (EXACT | VERDICTS).items():
            found = [(row, *judge(row)) for row in rows(name + half)]
            if name in EXACT:
                print(f"  {name:20} {sum(wanted == got for _, wanted, got in found)} of {len(found)}")
            else:
                counts = Counter((wanted, got) for _, wanted, got in found)
                print(f"  {name:20} " + ", ".join(f"{a} as {b} {n}" for (a, b), n in sorted(counts.items())))
            if "--misses" in arguments and not half:
                for row, wanted, got in found:
                    if wanted != got and (wanted, got) != ("different", "new"):
                        print(f"    {' | '.join(row)}: {got}")


if __name__ == "__main__":
    main(sys.argv[1:])
