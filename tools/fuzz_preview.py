"""Random edits of a small project, after each of which a preview has to be what a whole build makes of it.

    python tools/fuzz_preview.py --edits 200
    python tools/fuzz_preview.py --edits 200 --seed 7    # the same edits again

`make fuzz` runs it. The edits stand in tests/helpers/preview.py.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from helpers.preview import rounds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    options = parser.parse_args()
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        rounds(Path(folder), options.edits, options.seed)
    print(f"{options.edits} edits of seed {options.seed}: each preview is the whole build")


if __name__ == "__main__":
    main()
