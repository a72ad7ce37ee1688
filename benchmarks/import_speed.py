"""Processor time that import takes for a glossary of many entries, by format.

python benchmarks/import_speed.py               # 5,000 entries in each format
python benchmarks/import_speed.py --entries 500
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from time import process_time

from site_gen.sources import importing

Entries = list[tuple[str, str]]


def entries(count: int) -> Entries:
    return [
        (f"Queue {i:05}", f"How long a caller of line {i} waits, before an agent answers; in seconds.")
        for i in range(count)
    ]


def lines(shape: str, before: str = "", after: str = "") -> Callable[[Entries], str]:
    return lambda found: before + "".join(shape.format(*one) for one in found) + after


WRITERS: Mapping[str, Callable[[Entries], str]] = {
    "list.txt": lines("{}: {}\n"),
    "list.md": lines("- **{}**: {}\n"),
    "headings.md": lines("## {}\n\n{}\n\n"),
    "table.md": lines("| {} | {} |\n", "| Term | Definition |\n| --- | --- |\n"),
    "dl.html": lines("<dt>{}</dt><dd>{}</dd>\n", "<dl>", "</dl>"),
    "br.html": lines("<p>{}<br>{}</p>\n"),
    "words.csv": lines('"{}","{}"\n', "Term,Definition\n"),
    "words.tsv": lines("{}\t{}\n", "Term\tDefinition\n"),
    "words.json": lambda found: json.dumps([{"term": name, "definition": text} for name, text in found]),
    "words.jsonl": lambda found: "\n".join(json.dumps({"term": n, "definition": t}) for n, t in found),
    "words.yaml": lines("- term: {}\n  definition: '{}'\n"),
    "anchors.yaml": lines("- <<: *b\n  term: {}\n  definition: '{}'\n", "- &b {status: new}\n"),
    "words.toml": lines('[[term]]\nname = "{}"\ndefinition = "{}"\n'),
    "words.xml": lines("<term><name>{}</name><definition>{}</definition></term>\n", "<terms>", "</terms>"),
    "chapter.xml": lines(
        "<section><title>{}</title><para>{}</para></section>\n", "<chapter><title>Words</title>", "</chapter>"
    ),
    "glossary.rst": lines("   {}\n      {}\n\n", ".. glossary::\n\n"),
    "list.adoc": lines("{}:: {}\n"),
    "list.mediawiki": lines("; {}\n: {}\n"),
    "table.dokuwiki": lines("| {} | {} |\n", "^ Term ^ Definition ^\n"),
    "table.jira": lines("|{}|{}|\n", "||Term||Definition||\n"),
    "list.org": lines("- {} :: {}\n"),
    "macros.tex": lines("\\newglossaryentry{{k}}{{name={{{}}},description={{{}}}}}\n"),
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--entries", type=int, default=5_000)
    found = entries(parser.parse_args().entries)
    print("| Document | Entries taken | Seconds |\n|---|---:|---:|")
    for name, write in WRITERS.items():
        data = write(found).encode()
        start = process_time()
        taken = importing.read(data, name, source="bench").entries
        print(f"| {name} | {len(taken):,} | {process_time() - start:.1f} |", flush=True)


if __name__ == "__main__":
    main()
