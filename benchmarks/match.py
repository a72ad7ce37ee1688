"""How well names are matched, and how fast, beside simpler ways; every figure names its input.

    python benchmarks/match.py                              # names only
    python benchmarks/match.py --sources ../shared/sources  # raw documents, imported: names with texts
    python benchmarks/match.py --entries entries.jsonl      # the same from JSON lines: name, text, source
    python benchmarks/match.py --speed                      # 20,000 names, as ratios to brute force

Labels are in benchmarks/data/match: ``sources.tsv`` (printed names of five glossaries with their concepts),
``pairs-tune.txt`` and ``pairs-report.txt`` (pairs of names), ``texts.tsv`` and ``texts-report.tsv`` (known names with
fitting and with foreign texts). Everything was tuned on but the two report files. Figures over entries
count pairs of entries of one concept.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path

from rapidfuzz import fuzz, process, utils

from site_gen.corpus import disk
from site_gen.corpus.load import load
from site_gen.match import Clustering, Matcher, Query, Question, cluster, near_duplicates
from site_gen.match.field import field_for
from site_gen.match.profile import of_term
from site_gen.match.score import Context, score
from site_gen.match.search import Search
from site_gen.model.names import key
from site_gen.model.records import Glossary, Origin, Term
from site_gen.sources import importing

ROOT = Path(__file__).resolve().parent.parent
BASE = ROOT / "benchmarks/corpora/base"  # the corpus that the labels were written for
DATA = Path(__file__).parent / "data" / "match"
MOST_QUESTIONS = 25
NOWHERE = Origin(path="made-up")


@cache
def folded(name: str) -> str:
    return str(utils.default_process(name))


LIKENESS: dict[str, Callable[[str, str], bool]] = {
    "exact": lambda a, b: a == b,
    "token_sort_ratio from 90": lambda a, b: fuzz.token_sort_ratio(folded(a), folded(b)) >= 90,
    "WRatio from 90": lambda a, b: fuzz.WRatio(folded(a), folded(b)) >= 90,
    "normalised key": lambda a, b: key(a) == key(b),
}


def rows(name: str) -> Iterator[list[str]]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


# --- entries of five glossaries, sorted from nothing


@dataclass(frozen=True)
class Entries:
    """Entries with their concepts; ``unlabelled`` counts those that no label knows."""

    queries: tuple[Query, ...]
    concepts: tuple[str, ...]
    unlabelled: int = 0

    def pairs(self) -> set[tuple[int, int]]:
        return {
            (a, b)
            for a, b in combinations(range(len(self.queries)), 2)
            if self.concepts[a] == self.concepts[b]
        }


def labelled(found: Iterable[Query]) -> Entries:
    concepts = {(source, key(name)): concept for source, name, concept in rows("sources.tsv")}
    every = [(query, concepts.get((query.source, key(query.name)))) for query in found]
    known = [(query, concept) for query, concept in every if concept]
    return Entries(tuple(q for q, _ in known), tuple(c for _, c in known), len(every) - len(known))


def from_labels() -> Entries:
    return labelled(Query(name=name, source=source) for source, name, _ in rows("sources.tsv"))


def from_lines(path: Path) -> Entries:
    """JSON lines with name, text, source; other fields are let be."""
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line)
    return labelled(
        Query(name=line["name"], text=line.get("text", ""), source=line.get("source", "")) for line in lines
    )


def from_documents(folder: Path) -> Entries:
    """Raw documents as ``glossary import`` reads them, with the rules that stand beside our sources."""
    found: list[Query] = []
    for path in sorted(folder.glob("*.txt")):
        own = ROOT / "glossary" / "sources" / f"{path.stem}.import.yaml"
        rules = importing.rules(own.read_text(encoding="utf-8"), str(own))[0] if own.exists() else None
        imported = importing.read(path.read_bytes(), path.name, source=path.stem, rules=rules)
        found += [Query(name=e.name, text=e.text, source=path.stem, also=e.also) for e in imported.entries]
    return labelled(found)


def joined(entries: Entries, clustering: Clustering) -> set[tuple[int, int]]:
    number = {id(query): at for at, query in enumerate(entries.queries)}
    return {
        (min(a, b), max(a, b))
        for group in clustering.groups
        for a, b in combinations((number[id(member)] for member in group.members), 2)
    }


def figures(found: set[tuple[int, int]], right: set[tuple[int, int]]) -> str:
    hits = len(found & right)
    precision, recall = hits / max(1, len(found)), hits / len(right)
    harmonic = 2 * precision * recall / max(1e-9, precision + recall)
    return f"precision {precision:.3f}  recall {recall:.3f}  F1 {harmonic:.3f}"


def from_scratch(entries: Entries, input_name: str) -> None:
    right = entries.pairs()
    print(f"\nFive glossaries from scratch. Input: {input_name}; {len(entries.queries)} entries,")
    print(f"{len(set(entries.concepts))} concepts, {len(right)} pairs; unlabelled {entries.unlabelled}")
    names = [query.name for query in entries.queries]
    for name, alike in LIKENESS.items():
        found = {(a, b) for a, b in combinations(range(len(names)), 2) if alike(names[a], names[b])}
        print(f"  {name:34} {figures(found, right)}")
    print(f"  {'ours, by itself':34} {figures(joined(entries, cluster(Glossary(), entries.queries)), right)}")
    number = {id(query): at for at, query in enumerate(entries.queries)}
    asked: list[bool] = []

    def decide(question: Question) -> bool | None:
        if len(asked) == MOST_QUESTIONS:
            return None
        sides = (
            {entries.concepts[number[id(member)]] for member in group.members}
            for group in (question.one, question.other)
        )
        asked.append(len(set.union(*sides)) == 1)
        return asked[-1]

    after = cluster(Glossary(), entries.queries, decide=decide)
    name = f"ours, after {len(asked)} questions"
    print(f"  {name:34} {figures(joined(entries, after), right)}  left to ask {len(after.questions)}")


def against_the_rest(entries: Entries) -> None:
    """Each source as if it came new, beside the shipped glossary without what that source says."""
    whole = load(disk.read_tree(BASE).files).glossary
    kinds: list[str] = []
    for source in {query.source for query in entries.queries}:
        rest = replace(whole, sources=tuple(one for one in whole.sources if one.id != source))
        matcher = Matcher(rest)
        kinds += [matcher.match(query).kind for query in entries.queries if query.source == source]
    shares = ", ".join(f"{kind} {kinds.count(kind)}" for kind in ("same", "ask", "new"))
    print(f"\nEach source against the shipped glossary without it: {shares}")


# --- pairs of names never seen


def alone(name: str) -> Matcher:
    term = Term(slug="it", name=name, definition="", topics=(), origin=NOWHERE)
    return Matcher(Glossary(terms=(term,)))


def pairs(file: str) -> None:
    split = [line[0][1:].split("|") for line in rows(file)]
    names = [(one.strip(), other.strip()) for one, other in split]
    same = [line[0].startswith("=") for line in rows(file)]
    kinds = [alone(one).match(Query(name=other)).kind for one, other in names]
    print(
        f"\nPairs of names. Input: names only, {file}; {sum(same)} of one concept, {same.count(False)} of two"
    )
    for name, alike in LIKENESS.items():
        row(same, [alike(one, other) for one, other in names], name)
    row(same, [kind == "same" for kind in kinds], "ours, same")
    found = sum(one and kind != "new" for one, kind in zip(same, kinds, strict=True))
    asked = sum(not one and kind == "ask" for one, kind in zip(same, kinds, strict=True))
    print(f"  {'ours, same or ask':34} recall {found / sum(same):.3f}  asked in vain {asked}")


def row(same: Sequence[bool], taken: Sequence[bool], name: str) -> None:
    hits = sum(one and other for one, other in zip(same, taken, strict=True))
    print(f"  {name:34} precision {hits / max(1, sum(taken)):.3f}  recall {hits / sum(same):.3f}")


def foreign_texts(file: str) -> None:
    """Known names over texts of their own and of something else."""
    matcher = Matcher(load(disk.read_tree(BASE).files).glossary)
    kinds = [(sign, matcher.match(Query(name=name, text=text)).kind) for sign, name, text in rows(file)]
    print(f"\nKnown names with texts. Input: the shipped glossary, {file}")
    for sign, what in (("=", "its own"), ("!", "something else's")):
        said = [kind for own, kind in kinds if own == sign]
        if not said:
            continue
        shares = ", ".join(f"{kind} {said.count(kind)}" for kind in ("same", "ask", "new"))
        print(f"  {'known name, text ' + what:34} {shares}")


# --- speed


def made_up(count: int, seed: int) -> list[str]:
    """Names as the field makes them, from its own words and made-up ones, a twentieth with a slip."""
    dice = random.Random(seed)
    letters = [a + b for a in "bcdfglmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il")]
    words = sorted(field_for(Glossary()).usual) + [
        "".join(dice.choices(letters, k=dice.choice((2, 3)))) for _ in range(1500)
    ]
    found: dict[str, None] = {}
    while len(found) < count:
        name = " ".join(dice.sample(words, dice.choice((1, 2, 2, 3, 3, 4))))
        found[name.capitalize()] = None
        if dice.random() < 0.05:
            at = dice.randrange(1, len(name) - 1)
            found[(name[:at] + name[at + 1] + name[at] + name[at + 2 :]).capitalize()] = None
    return list(found)[:count]


def glossary_of(names: Sequence[str]) -> Glossary:
    return Glossary(
        terms=tuple(
            Term(slug=f"t{at}", name=name, definition="", topics=(), origin=NOWHERE)
            for at, name in enumerate(names)
        )
    )


def seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def brute_force(names: Sequence[str], sample: int) -> float:
    """Seconds that scoring all pairs with our score would take, from a sample of rows."""
    field = field_for(Glossary())
    profiles = [of_term(term, field) for term in glossary_of(names).terms]
    context = Context(vocabulary=Search(field).vocabulary)
    some = profiles[:: len(profiles) // sample][:sample]
    spent = seconds(lambda: [score(one, other, context) for one in some for other in profiles[:2000]])
    return spent / len(some) / 2000 * len(names) * (len(names) - 1) / 2


def ratio_matrix(names: Sequence[str], sample: int) -> float:
    """Seconds that rapidfuzz's token_sort_ratio over all pairs would take, from a sample of rows."""
    every = [folded(name) for name in names]
    some = every[:: len(every) // sample][:sample]
    spent = seconds(
        lambda: [process.extract(one, every, scorer=fuzz.token_sort_ratio, score_cutoff=80) for one in some]
    )
    return spent / len(some) * len(names) / 2


def speed(many: int, corpus: int) -> None:
    names = made_up(many, seed=7)
    ours = seconds(lambda: list(near_duplicates(glossary_of(names))))
    print(f"\nSpeed. Input: {many:,} made-up names, all pairs")
    print(f"  {'ours':34} {ours:8.2f} s")
    for name, spent in (
        ("our score on all pairs", brute_force(names, 20)),
        ("token_sort_ratio on all pairs", ratio_matrix(names, 40)),
    ):
        print(f"  {name + ', projected':34} {spent:8.2f} s, {spent / ours:.0f} times ours")
    glossary, new = glossary_of(made_up(corpus, seed=8)), [Query(name=n) for n in made_up(100, seed=9)]
    spent = seconds(lambda: Matcher(glossary).match_all(new))
    print(f"  {f'100 names, {corpus:,} terms, from nothing':34} {spent:8.2f} s")


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sources", type=Path, help="folder of raw documents, one file a source")
    parser.add_argument("--entries", type=Path, help="JSON lines with name, text, source")
    parser.add_argument("--speed", action="store_true", help="measure speed instead")
    chosen = parser.parse_args(arguments)
    if chosen.speed:
        speed(20_000, 10_000)
        return
    from_scratch(from_labels(), "names only")
    if chosen.sources:
        entries = from_documents(chosen.sources)
        from_scratch(entries, f"names and texts from {chosen.sources}")
        against_the_rest(entries)
    if chosen.entries:
        from_scratch(from_lines(chosen.entries), f"names and texts from {chosen.entries}")
    pairs("pairs-tune.txt")
    pairs("pairs-report.txt")
    foreign_texts("texts.tsv")
    foreign_texts("texts-report.tsv")


if __name__ == "__main__":
    main(sys.argv[1:])
