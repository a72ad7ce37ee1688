"""What `glossary build` takes, beside plain MkDocs on the same folder; made-up corpora, in one run.

    python benchmarks/build.py                      # 226 (benchmarks/corpora/base), 2,000 and 10,000 terms
    python benchmarks/build.py --sizes 500 --rounds 1 --json

"Build" is the command `glossary build`, "MkDocs" is `mkdocs build` of the folder that it wrote, with the
settings for builders that run no plugin: the same pages, Markdown and theme. Each run of either side is a
process of its own, in turn, from start to end: processor seconds, and the most memory. What Python compiles
once and keeps (modules, templates) was compiled before. The zip is told apart: what `glossary zip` of the
built site takes beyond its start (`glossary zip --help`) is subtracted from "build". Seconds depend on the
machine; the ratios are those of one round, and the middle one counts. An optimisation has to save 5 % of
"build" at 2,000 terms, or be felt by a person (docs/figures.md).

A build may share its work out to two processes: processor seconds are those of both, memory that of the
larger one. "By the clock" is what somebody waits, the zip subtracted again; it means something on a machine
that does little else.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from site_gen.corpus import disk

ROOT = Path(__file__).resolve().parent.parent
BASE, BASE_SIZE = ROOT / "benchmarks" / "corpora" / "base" / "glossary", 226
SEED = 20
SYLLABLES = [a + b for a in "bcdfglmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il", "on")]
TOPICS = 12
ROUNDS = 3  # of which the middle ratio counts: what is compared runs side by side in time
WANTED = {BASE_SIZE: 0.9}  # build without the zip by MkDocs; any other size:
WANTED_LARGE = 0.6
MAX_ZIP = 0.15  # of MkDocs
MAX_MEMORY = 600  # MB at 10,000 terms
MAX_GROWTH = 1.15  # of the time a term, from 2,000 to 10,000 terms

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


def project(root: Path, size: int) -> Path:
    """A project with the settings of this one."""
    if size == BASE_SIZE:
        shutil.copytree(BASE, root / "glossary")
    else:
        write_corpus(root, size)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for folder in ("docs", "theme"):
        (root / "build" / folder).mkdir(parents=True)
    return root


@dataclass(frozen=True)
class Run:
    """Processor seconds of one process and of those it began, seconds by the clock, and most memory in MB."""

    seconds: float
    clock: float
    memory: float


def run(root: Path, module: str, *arguments: str) -> Run:
    """One command as a process of its own."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has the code of its modules
    begun = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments], cwd=root, env=environment, stdout=said, stderr=said
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(said.read().decode()[-2000:])
    return Run(used.ru_utime + used.ru_stime, time.perf_counter() - begun, used.ru_maxrss / 1024)


@dataclass
class Runs:
    """The runs of one corpus, a round after another."""

    size: int
    root: Path
    build: list[Run] = field(default_factory=list)
    zip: list[Run] = field(default_factory=list)  # what it takes beyond its start
    render: list[Run] = field(default_factory=list)
    mkdocs: list[Run] = field(default_factory=list)

    def round(self) -> None:
        shutil.rmtree(self.root / "build", ignore_errors=True)
        for folder in ("docs", "theme"):
            (self.root / "build" / folder).mkdir(parents=True)
        self.build.append(run(self.root, "site_gen", "build"))
        packed, start = (run(self.root, "site_gen", "zip", *only) for only in ((), ("--help",)))
        self.zip.append(Run(packed.seconds - start.seconds, packed.clock - start.clock, packed.memory))
        self.render.append(run(self.root, "site_gen", "render"))
        plain = ("build", "-f", "build/mkdocs.yml", "-d", str(self.root / "plain"))
        self.mkdocs.append(run(self.root, "mkdocs", *plain))

    @property
    def unpacked(self) -> list[float]:
        """Seconds of the builds without their zip."""
        return [one.seconds - packed.seconds for one, packed in zip(self.build, self.zip, strict=True)]

    @property
    def waited(self) -> list[float]:
        """The same by the clock."""
        return [one.clock - packed.clock for one, packed in zip(self.build, self.zip, strict=True)]

    def row(self) -> Record:
        plain, zips = [one.seconds for one in self.mkdocs], [one.seconds for one in self.zip]
        return {
            "terms": self.size,
            "build": median(self.unpacked),
            "zip": median(zips),
            "stages": median(one.seconds for one in self.render),
            "mkdocs": median(plain),
            "ratio": ratio(self.unpacked, plain),
            "clock": median(self.waited),
            "clock_ratio": ratio(self.waited, [one.clock for one in self.mkdocs]),
            "zip_ratio": ratio(zips, plain),
            "memory": max(one.memory for one in self.build),
            "mkdocs_memory": max(one.memory for one in self.mkdocs),
        }


def ratio(ones: Sequence[float], others: Sequence[float]) -> float:
    """The middle one of the ratios of all rounds: a shared machine is slow for minutes, then quick again."""
    return median(one / other for one, other in zip(ones, others, strict=True))


def measure(sizes: Sequence[int], rounds: int) -> list[Runs]:
    with tempfile.TemporaryDirectory() as folder:
        runs = [Runs(size, project(Path(folder, str(size)), size)) for size in sorted(sizes)]
        run(runs[0].root, "site_gen", "build")  # so that Python has compiled modules and templates
        for _ in range(rounds):
            for one in runs:
                one.round()
    return runs


def report(rows: Sequence[Record], growth: float | None) -> str:
    lines = [
        f"{'terms':>7} {'build s':>8} {'MkDocs s':>9} {'build/MkDocs':>13} {'wanted':>7}"
        f" {'clock s':>8} {'by the clock':>13} {'zip s':>6}"
        f" {'zip/MkDocs':>11} {'stages s':>9} {'MB':>5} {'MkDocs MB':>10}"
    ]
    lines += [
        f"{row['terms']:>7} {row['build']:>8.2f} {row['mkdocs']:>9.2f} {row['ratio']:>13.2f}"
        f" {WANTED.get(row['terms'], WANTED_LARGE):>7} {row['clock']:>8.2f} {row['clock_ratio']:>13.2f}"
        f" {row['zip']:>6.2f} {row['zip_ratio']:>11.2f}"
        f" {row['stages']:>9.2f} {row['memory']:>5.0f} {row['mkdocs_memory']:>10.0f}"
        for row in rows
    ]
    lines.append(f"wanted: zip/MkDocs at most {MAX_ZIP}, at most {MAX_MEMORY} MB at 10,000 terms")
    if growth is not None:
        lines.append(
            f"time a term, largest to smallest of the made-up ones: {growth:.2f}, at most {MAX_GROWTH}"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[BASE_SIZE, 2_000, 10_000])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--json", action="store_true", help="print figures as JSON")
    options = parser.parse_args()
    runs = measure(options.sizes, options.rounds)
    rows = [one.row() for one in runs]
    made_up = [one for one in runs if one.size != BASE_SIZE]
    growth = None
    if len(made_up) > 1:
        small, large = made_up[0], made_up[-1]
        growth = ratio(large.unpacked, small.unpacked) * small.size / large.size
    print(json.dumps({"sizes": rows, "growth": growth}) if options.json else report(rows, growth))


if __name__ == "__main__":
    main()
