"""Makes site_gen/pages/english.txt anew from a word list of SCOWL, as Debian's package
wamerican-large brings it.

    python tools/english_words.py /usr/share/dict/american-english-large

Only plain small words of three letters or more are taken, as their stems. Of those with three letters only
common ones are, which have a vector in site_gen/meaning: the others are short for something or hardly known
("cal", "kex"), and more often slips.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from site_gen.meaning.words import english
from site_gen.model import word_forms

TARGET = Path(__file__).resolve().parent.parent / "site_gen/pages/english.txt"
NOTICE = """\
# Stems of English words, made by tools/english_words.py from the Spell Checker Oriented Word Lists (SCOWL).
# Copyright 2000-2011 by Kevin Atkinson
# Permission to use, copy, modify, distribute and sell these word lists, the associated scripts, the output
# created from the scripts, and its documentation for any purpose is hereby granted without fee, provided that
# the above copyright notice appears in all copies and that both that copyright notice and this permission
# notice appear in supporting documentation. Kevin Atkinson makes no representations about the suitability of
# this array for any purpose. It is provided "as is" without express or implied warranty.
"""


def main() -> int:
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").split()
    common = english().records
    stems = {word_forms.stem(line) for line in lines if re.fullmatch("[a-z]{3,}", line)}
    words = {word for word in stems if len(word) > 3 or word in common}
    TARGET.write_text(NOTICE + "".join(f"{word}\n" for word in sorted(words)), encoding="utf-8")
    print(f"{len(words)} words in {TARGET.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
