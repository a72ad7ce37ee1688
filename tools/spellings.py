"""Makes site_gen/checks/english/spellings.txt anew from the word lists of SCOWL, as Debian's package scowl
brings them.

    python tools/spellings.py /usr/share/dict/scowl

SCOWL lists the words of one English only; which British word is which American one is found by the letters in
which the two differ. What finds no partner, or a wrong one, is left out.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from english_words import NOTICE

TARGET = Path(__file__).resolve().parent.parent / "site_gen/checks/english/spellings.txt"
COMMON, KNOWN = 60, 80  # SCOWL's sizes: of words that many people know, and of nearly all that there are
HEAD = """\
# "colour = color": each is wrong in the other English. "licence > license": the first is British only, the
# second stands in both. What differs in more than its spelling is in words.txt.
"""
# British letters and American ones.
LETTERS = (
    ("our", "or"), ("is", "iz"), ("ys", "yz"), ("re", "er"), ("ll", "l"), ("l", "ll"), ("ae", "e"),
    ("oe", "e"),
    ("ogue", "og"), ("ence", "ense"), ("ise", "ice"), ("ising", "icing"), ("ised", "iced"), ("grey", "gray"),
    ("mme", "m"), ("plough", "plow"), ("cheque", "check"), ("kerb", "curb"), ("sc", "sk"), ("ould", "old"),
    ("oult", "olt"), ("aught", "aft"), ("ium", "um"), ("moust", "must"), ("pyj", "paj"), ("cosy", "cozy"),
    ("cosi", "cozi"), ("arte", "arti"), ("dgem", "dgm"), ("age", "ag"), ("iali", "ial"), ("vre", "ver"),
    ("oeu", "eu"), ("phur", "fur"), ("ph", "f"), ("ller", "l"), ("orey", "ory"), ("xion", "ction"),
    ("tt", "t"), ("ey", "y"), ("yk", "ik"),
)  # fmt: skip
# Written by Americans too, or too rare or ambiguous to be worth a word.
LEFT_OUT = """
    chocolatey fogey flyer flyers haem matt matts phoney phoneys prise prised prises prising preterite
    preterites reprised slyer slyest spilt defenced defencing tyre tyres worshipped worshipper worshippers
    worshipping
"""


def main() -> int:
    folder = Path(sys.argv[1])
    american, both = _words(folder, "american", KNOWN), _words(folder, "english", KNOWN)
    british = _words(folder, "british", KNOWN) | _words(folder, "british_z", KNOWN)
    common = _words(folder, "british", COMMON) | _words(folder, "british_z", COMMON)
    lines = []
    for word in sorted(common - american - both - set(LEFT_OUT.split())):
        only = _partner(word, american - british - both)
        other = only or _partner(word, american | both)
        oxford = other.replace("iz", "is") == word.replace("iz", "is")  # British too, listed or not
        if other:
            lines.append(f"{word} {'=' if only and not oxford else '>'} {other}\n")
    notice = NOTICE.replace("Stems of English words", "Spellings").replace("english_words.py", "spellings.py")
    TARGET.write_text(notice + HEAD + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} spellings in {TARGET.name}")
    return 0


def _words(folder: Path, name: str, size: int) -> set[str]:
    """The small words of one English up to a size; files are called ``british-words.35``."""
    files = (file for file in folder.glob(f"{name}-words.*") if int(file.suffix[1:]) <= size)
    lines = (line for file in files for line in file.read_text(encoding="latin-1").split())
    return {line for line in lines if re.fullmatch("[a-z]{3,}", line)}


def _partner(word: str, good: set[str]) -> str:
    """The word of ``good`` that one or two exchanges of letters make of ``word``; "" where there is none."""
    one = list(dict.fromkeys(_exchanged(word)))
    two = (other for first in one for other in _exchanged(first) if other != word)
    return next((other for other in (*one, *two) if other in good), "")


def _exchanged(word: str) -> Iterator[str]:
    for theirs, ours in LETTERS:
        for found in re.finditer(theirs, word):
            yield word[: found.start()] + ours + word[found.end() :]


if __name__ == "__main__":
    sys.exit(main())
