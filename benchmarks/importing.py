"""How well import reads glossaries that people have: F1 over entries against a careful reader's.

    python benchmarks/importing.py                 # a table by format, and the mean of the files
    python benchmarks/importing.py --misses        # with what is missed in the files that may be looked at
    python benchmarks/importing.py --only docx     # files whose name holds this

benchmarks/data/importing/ holds two sets of two halves and the cases of our tests. `tuned` and `third-tuned` may be
looked at. `reported` and `third-reported` were written by somebody who has not seen the code, and nobody may look at
their files or single misses: only means are shown. Beside each file (or folder) stands NAME.expected.yaml:
`refused: true`, or `entries` with `name`, `also` and `text`; `accept` gives alternatives of each, independent of one
another.

An entry is right when its name, other names and text are, white space, markup and the order of other names aside;
an abbreviation has to survive in the name or beside it. A refused file counts 1 where it should be refused, else 0.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

import yaml

from site_gen.model.problem import errors
from site_gen.model.records import Entry
from site_gen.sources import importing

DATA = Path(__file__).resolve().parent / "data" / "importing"
HALVES = ("cases", "tuned", "third-tuned", "reported", "third-reported")
SECRET = "reported"
SUFFIX = ".expected.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    path: Path
    half: str
    expected: Mapping[str, Any]

    @property
    def kind(self) -> str:
        return "folder" if self.path.is_dir() else self.path.suffix.lstrip(".").lower() or "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    case: Case
    f1: float
    seconds: float
    missed: tuple[Mapping[str, Any], ...] = ()
    wrong: tuple[Entry, ...] = ()
    said: tuple[str, ...] = ()


def cases(halves: Sequence[str], only: str) -> Iterator[Case]:
    for half in halves:
        for told in sorted((DATA / half).glob(f"*{SUFFIX}")):
            path = told.with_name(told.name.removesuffix(SUFFIX))
            if only in path.name and not (only and half.endswith(SECRET)):
                yield Case(path=path, half=half, expected=yaml.safe_load(told.read_text("utf-8")))


def content(path: Path) -> bytes | dict[str, bytes]:
    """A file, or the files of a folder by their paths in it."""
    if not path.is_dir():
        return path.read_bytes()
    files = sorted(file for file in path.rglob("*") if file.is_file())
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in files}


def judged(case: Case) -> Result:
    start = time.perf_counter()
    found = importing.read(content(case.path), case.path.name, source="bench")
    seconds = time.perf_counter() - start
    said = tuple(str(problem) for problem in errors(found.problems))
    if case.expected.get("refused"):
        return Result(case=case, f1=float(bool(said)), seconds=seconds, said=said, wrong=found.entries)
    entries = () if said else found.entries
    wanted = list(case.expected["entries"])
    left = list(entries)
    missed = []
    for want in wanted:
        got = next((entry for entry in left if is_right(entry, want, entries, case.kind)), None)
        if got is None:
            missed.append(want)
        else:
            left.remove(got)
    right = len(wanted) - len(missed)
    f1 = 2 * right / (len(wanted) + len(entries)) if wanted or entries else 1.0
    return Result(case=case, f1=f1, seconds=seconds, missed=tuple(missed), wrong=tuple(left), said=said)


def is_right(entry: Entry, want: Mapping[str, Any], all_found: Sequence[Entry], kind: str) -> bool:
    stop = "." if kind == "tex" else ""  # which the glossaries package sets itself
    accept = want.get("accept") or {}
    names = [want["name"], *accept.get("name", ())]
    also = [want.get("also") or [], *accept.get("also", ())]
    texts = [want.get("text") or "", *accept.get("text", ())]
    return (
        shown(own_name(entry, all_found)) in [shown(str(name)) for name in names]
        and {shown(name) for name in entry.also} in [{shown(str(name)) for name in some} for some in also]
        and shown(entry.text).removesuffix(stop) in [shown(str(text)).removesuffix(stop) for text in texts]
        and keeps_abbreviations(entry, want)
    )


def own_name(entry: Entry, all_found: Sequence[Entry]) -> str:
    """The name without the number that import gives to a second definition of one name."""
    bare = re.sub(r" \(\d+\)$", "", entry.name)
    return bare if any(other.name == bare for other in all_found) else entry.name


_ABBREVIATION = re.compile(r"\b[A-Z][A-Z0-9&]+\b")


def keeps_abbreviations(entry: Entry, want: Mapping[str, Any]) -> bool:
    printed = [str(part) for part in (want["name"], *(want.get("also") or ()))]
    shorts = {short for part in printed for short in _ABBREVIATION.findall(part)}
    if (want.get("accept") or {}).get("also") == [[]] and shorts <= set(_ABBREVIATION.findall(entry.text)):
        return True
    return shorts <= set(_ABBREVIATION.findall(" ".join((entry.name, *entry.also))))


_MARKUP = (
    (re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)"), r"\1"),  # links
    (re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1", re.DOTALL), r"\2"),
    (re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"`+([^`\n]+)`+"), r"\1"),
    (re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*(?:[-*+•]|\d+[.)])[ \t]+", re.MULTILINE), ""),
)


def shown(text: str) -> str:
    """A text without its markup and with single blanks."""
    for pattern, instead in _MARKUP:
        text = pattern.sub(instead, text)
    return " ".join(text.split())


def table(results: Sequence[Result]) -> Iterator[str]:
    """One line a format, a column a half."""
    halves = [half for half in HALVES if any(result.case.half == half for result in results)]
    by_kind: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        by_kind[result.case.kind].append(result)
    yield "| Format | " + " | ".join(f"{half}: files | F1" for half in halves) + " |"
    yield "|---|" + "---:|---:|" * len(halves)
    for kind, own in (*sorted(by_kind.items()), ("all", list(results))):
        cells = []
        for half in halves:
            found = [result.f1 for result in own if result.case.half == half]
            cells += [str(len(found)) if found else "", f"{mean(found):.3f}" if found else ""]
        yield f"| {kind} | " + " | ".join(cells) + " |"


def misses(results: Sequence[Result]) -> Iterator[str]:
    for result in results:
        if result.case.half.endswith(SECRET) or result.f1 == 1:
            continue
        yield f"--- {result.case.half}/{result.case.path.name}: F1 {result.f1:.2f}"
        yield from (f"    said: {said}" for said in result.said)
        for want in result.missed:
            yield f"    missed: {want['name']} | {want.get('also') or []} | {want.get('text')!r}"
        for entry in result.wrong:
            yield f"    found:  {entry.name} | {list(entry.also)} | {entry.text!r}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--half", choices=HALVES, action="append", help="only this one; may be given again")
    parser.add_argument("--only", default="", help="files whose name holds this; none of the reported half")
    parser.add_argument("--misses", action="store_true", help="what is missed, but for the reported half")
    options = parser.parse_args()
    results = [judged(case) for case in cases(options.half or HALVES, options.only)]
    if options.misses:
        print("\n".join(misses(results)))
    print("\n".join(table(results)))
    print(f"slowest: {max((result.seconds for result in results), default=0):.1f} s")


if __name__ == "__main__":
    main()
