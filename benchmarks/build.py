"""How long a build takes on made-up corpora: our stages, and MkDocs beside them, in one run.

    python benchmarks/build.py                      # 2,000 and 10,000 terms
    python benchmarks/build.py --sizes 500 --json

"Ours" is one process from reading the corpus to the written pages with all data that pages load; the
near-duplicate check is left out. "MkDocs" is its build of the same folder with the settings of this project.
Each run of either side is a new process. Imports are left out of both, and with them what is read once a
process, such as templates: it has built a tiny corpus before. "All" is ours with the files to take away,
which no page needs: the decks for Anki, the CSV, llms.txt. "Build" is all of it and MkDocs together, nearly
what `glossary build` takes. Seconds depend on the machine; compare runs of one machine only. An optimisation
has to save 5 % of "build" at 2,000 terms, or be felt by a person (docs/figures.md).
"""

from __future__ import annotations

import argparse
import gc
import json
import multiprocessing
import random
import shutil
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from site_gen import pipeline
from site_gen.corpus import disk
from site_gen.model.records import Site
from site_gen.publish.generate import generate
from site_gen.settings import PLUGIN, load_config

TAKEN_AWAY = ("packages", "terms_csv", "llms_txt", "llms_full_txt")  # stages of the pipeline
ROOT = Path(__file__).resolve().parent.parent
SEED = 20
SYLLABLES = [a + b for a in "bcdfglmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il", "on")]
TOPICS = 12
TINY = 20  # terms
ROUNDS = 3  # of which the middle ratio counts: what is compared runs side by side in time
MAX_GROWTH = 1.3  # of the time a term, from the smallest corpus to the largest

Record = dict[str, Any]


class Writer:
    """Made-up words and sentences; the same seed gives the same corpus."""

    def __init__(self, size: int) -> None:
        self.dice = random.Random(SEED)
        self.common = [self._word() for _ in range(400)]
        heads = (f"{self._word()}{number}q" for number in range(size))  # in no running text but as a mention
        self.first = self.common[40:100]  # a word in six of a text begins a label, as in the real corpus
        self.names = [f"{self.dice.choice(self.first)} {head}".capitalize() for head in heads]
        self.slugs = [name.lower().replace(" ", "-") for name in self.names]

    def _word(self) -> str:
        return "".join(self.dice.choices(SYLLABLES, k=self.dice.choice((1, 2, 2, 3))))

    def sentence(self, words: int, names: Sequence[str] = ()) -> str:
        """``words`` words, common ones often, as in any language; each of ``names`` stands in it once."""
        row = [self.common[int(400 * self.dice.random() ** 2)] for _ in range(words)]
        for name in names:
            row[self.dice.randrange(1, words)] = name
        return " ".join(row).capitalize() + "."

    def text(self, sentences: int, mentions: int = 0) -> str:
        some = self.dice.sample(self.names, min(mentions, len(self.names)))
        words = " ".join(self.sentence(13, some[index::sentences]) for index in range(sentences))
        return textwrap.fill(words, 88, break_on_hyphens=False)


def term(writer: Writer, index: int) -> Record:
    """About 150 words and four mentions, each a little more or less than in the real corpus.

    One in five has a list. A definition leans on an earlier term only: no circle.
    """
    dice, earlier = writer.dice, writer.names[:index]
    others = dice.sample([n for n in range(len(writer.names)) if n != index], 4)
    dash, note = ("", "note") if index % 5 else ("- ", "**note**")
    middle = f"{dash}{writer.sentence(13)}\n{dash}{writer.common[0]} {note} {writer.sentence(11)}"
    record: Record = {
        "name": writer.names[index],
        "aliases": [f"{dice.choice(writer.first)} alias{index}q".capitalize()],
        "search_as": [writer.sentence(4).rstrip("."), writer.sentence(5).rstrip(".")],
        "definition": writer.sentence(18, dice.sample(earlier, min(1, index))),
        "details": f"{writer.text(3, 1)}\n\n{middle}\n\n{writer.text(2, 1)}\n",
        "example": writer.text(2, 1) + "\n",
        "topics": [f"topic-{dice.randrange(TOPICS)}"],
        "related": [writer.slugs[n] for n in others[:3]],
        "level": dice.choice(("essential", "working", "working", "specialist")),
        "status": "approved",
    }
    if index % 3 == 0:
        record["abbreviations"] = [f"Q{index}X"]
    if index % 2 == 0:
        record["contrast"] = {writer.slugs[others[3]]: writer.sentence(20)}
    return record


def source(writer: Writer, name: str, start: int) -> Record:
    entries = [
        {"name": writer.names[n], "says": writer.sentence(15), "term": writer.slugs[n]}
        for n in range(start, len(writer.names), 2)
    ]
    return {"title": name.capitalize(), "keep_text": "false", "entries": entries}


def corpus(size: int) -> Iterator[tuple[str, object]]:
    """Path and content of each file of a made-up corpus with ``size`` terms."""
    writer = Writer(size)
    for index, slug in enumerate(writer.slugs):
        yield f"terms/{slug}.yaml", term(writer, index)
    for start, name in enumerate(("first", "second")):
        yield f"sources/{name}.yaml", source(writer, name, start)
    yield "topics.yaml", [{"id": f"topic-{n}", "name": f"Topic {n}"} for n in range(TOPICS)]


class Dumper(yaml.SafeDumper):
    """Texts of several lines as people write them."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


Dumper.add_representer(str, _text)


def write_corpus(root: Path, size: int) -> None:
    for path, content in corpus(size):
        file = root / disk.CORPUS / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.dump(content, Dumper=Dumper, sort_keys=False, width=90), encoding="utf-8")


def our_stages(root: Path) -> None:
    generated = generate(root, root / "docs", Site(name="Benchmark"))
    if generated.written is None:
        raise RuntimeError("\n".join(map(str, generated.built.problems[:20])))


def mkdocs_build(root: Path) -> None:
    """MkDocs' build of what ``our_stages`` wrote, with this project's settings, without generating it again."""
    from mkdocs.commands.build import build

    config = load_config(ROOT)
    config.docs_dir, config.site_dir, config.strict = str(root / "docs"), str(root / "site"), False
    before = config.plugins.events["pre_build"]
    before[:] = [hook for hook in before if getattr(hook, "__self__", None) is not config.plugins[PLUGIN]]
    build(config)


class Stopwatch:
    """The CPU seconds spent in some stages of the pipeline."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def watch(self, stages: Sequence[str]) -> None:
        for name in stages:
            setattr(pipeline, name, self._timed(getattr(pipeline, name)))

    def _timed(self, stage: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any) -> Any:
            start = time.process_time()
            made = stage(*args)
            self.seconds += time.process_time() - start
            return made

        return timed


def seconds(stage: Callable[[Path], None], root: Path, tiny: Path) -> tuple[float, float]:
    """CPU seconds of a stage for ``root`` after one for ``tiny``: without and with the files to take away.

    Both sides compute on one core, and a shared machine disturbs the clock.
    """
    taking = Stopwatch()
    taking.watch(TAKEN_AWAY)
    stage(tiny)
    gc.collect()
    taking.seconds, start = 0.0, time.process_time()
    stage(root)
    every = time.process_time() - start
    return every - taking.seconds, every


def alone(stage: Callable[[Path], None], root: Path, tiny: Path) -> tuple[float, float]:
    """``seconds`` in a new process, as every build is one: nothing is remembered from an earlier run."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(seconds, (stage, root, tiny))


@dataclass
class Runs:
    """CPU seconds for one corpus, a round after another."""

    size: int
    root: Path
    ours: list[float] = field(default_factory=list)
    every: list[float] = field(default_factory=list)
    theirs: list[float] = field(default_factory=list)
    unchanged: float = 0.0

    def row(self) -> Record:
        return {
            "terms": self.size,
            "ours": median(self.ours),
            "all": median(self.every),
            "all_unchanged": self.unchanged,
            "mkdocs": median(self.theirs),
            "build": median(ours + theirs for ours, theirs in zip(self.every, self.theirs, strict=True)),
        }


def ratio(ones: Sequence[float], others: Sequence[float]) -> float:
    """The middle one of the ratios of all rounds: a shared machine is slow for minutes, then quick again."""
    return median(one / other for one, other in zip(ones, others, strict=True))


def measure(sizes: Sequence[int]) -> list[Runs]:
    """In each round our stages for all corpora, then MkDocs for all."""
    with tempfile.TemporaryDirectory() as folder:
        tiny = Path(folder, "tiny")
        write_corpus(tiny, TINY)
        runs = [Runs(size, Path(folder, str(size))) for size in sorted(sizes)]
        for run in runs:
            write_corpus(run.root, run.size)
        for _ in range(ROUNDS):
            for run in runs:
                shutil.rmtree(run.root / "docs", ignore_errors=True)
                ours, every = alone(our_stages, run.root, tiny)
                run.ours.append(ours)
                run.every.append(every)
            for run in runs:
                run.theirs.append(alone(mkdocs_build, run.root, tiny)[1])
        for run in runs:
            run.unchanged = alone(our_stages, run.root, tiny)[1]
    return runs


def report(rows: Sequence[Record], growth: float) -> str:
    lines = [f"{'terms':>7} {'ours s':>8} {'all s':>8} {'unchanged s':>12} {'MkDocs s':>9} {'build s':>8}"]
    lines += [
        f"{row['terms']:>7} {row['ours']:>8.2f} {row['all']:>8.2f} {row['all_unchanged']:>12.2f}"
        f" {row['mkdocs']:>9.2f} {row['build']:>8.2f}"
        for row in rows
    ]
    if len(rows) > 1:
        lines.append(f"time a term, largest to smallest: {growth:.2f}, at most {MAX_GROWTH} wanted")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[2_000, 10_000], help="numbers of terms")
    parser.add_argument("--json", action="store_true", help="print figures as JSON")
    options = parser.parse_args()
    runs = measure(options.sizes)
    rows = [run.row() for run in runs]
    growth = ratio(runs[-1].ours, runs[0].ours) * runs[0].size / runs[-1].size
    print(json.dumps({"sizes": rows, "growth": growth}) if options.json else report(rows, growth))


if __name__ == "__main__":
    main()
