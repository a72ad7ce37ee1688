"""Whether the committed sources are what import makes of the raw documents.

    python benchmarks/sources.py FOLDER      # FOLDER holds <id>.txt for each source of the corpus

The raw documents are other people's prose and no part of this project, so this is a command and no test.
Exits 1 where an entry is new, changed or gone.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from site_gen.corpus.load import load
from site_gen.sources import importing
from site_gen.sources.entries.update import update

SOURCES = Path(__file__).resolve().parent.parent / "glossary" / "sources"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    differs = False
    for path in sorted(SOURCES.glob("*.yaml")):
        if path.name.endswith(".import.yaml"):
            continue
        ruled = path.with_suffix(".import.yaml")
        rules = importing.rules(ruled.read_text("utf-8"), ruled.name)[0] if ruled.exists() else None
        raw = folder / f"{path.stem}.txt"
        found = importing.read(raw.read_bytes(), raw.name, source=path.stem, rules=rules)
        (kept,) = load({f"glossary/sources/{path.name}": path.read_bytes()}).glossary.sources
        changes = update(kept, found)
        counts = [len(changes.new), len(changes.changed), len(changes.gone)]
        differs = differs or any(counts)
        print(f"{path.stem:18}{len(found.entries):4} entries; new, changed, gone: {counts}")
    sys.exit(differs)


if __name__ == "__main__":
    main()
