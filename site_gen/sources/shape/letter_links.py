"""Ways to the letters of a list, under a label: "Jump to: A | B | C" is no entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_gen.model import names
from site_gen.sources.shape.blocks import Block, Labelled, Noise, Pair
from site_gen.sources.shape.header_words import folded_set

WHY = "navigation"
FEW = 3  # letters at least
_LETTER = re.compile(r"[^\W\d_]")
_LETTERS = re.compile(r"\W*(?:[^\W\d_]|0\s?[-–—]\s?9|\d)(?:\W{1,9}(?:[^\W\d_]|0\s?[-–—]\s?9|\d)){2,60}\W*")
_ALONE = re.compile(r"\W{0,9}([^\W\d_])\W{0,9}")
_LEADING = folded_set(
    "jump to, jump to letter, jump to a letter, jump, go to, go to letter, go to a letter, goto, "
    "skip to, letters, letter, "
    "alphabet, index, a z, a to z, navigation, contents, browse, browse by letter, quick links, "
    "gehe zu, gehen sie zu, springe zu, springen zu, sprung zu, zum buchstaben, buchstaben, "
    "direkt zu, inhalt, "
    "aller a, aller à, aller à la lettre, accès direct, lettres, lettre, sommaire, sommaire alphabétique, "
    "ir a, ir a la letra, saltar a, letras, alfabeto, índice, vai a, vai alla lettera, salta a, "
    "lettere, indice, "
    "ga naar, ga naar letter, spring naar, letter kiezen, inhoud, ir para, перейти к, алфавит, буквы"
)


def settled(found: Sequence[Block]) -> Iterator[Block]:
    """The blocks with lines of letters under a label as no content, and names that lead to their letter."""
    told = [(block, _said(block)) for block in found]
    own = sum(said is not None and _is_its_letter(*said) for _, said in told) >= FEW
    for block, said in told:
        leads = said is not None and (_leads(*said) or (own and _is_its_letter(*said)))
        if said and leads:
            yield Noise(line=block.line, text=f"{said[0]}: {said[1]}"[:200], why=WHY)
        else:
            yield block


def _said(block: Block) -> tuple[str, str] | None:
    """The label and the text of a block that has one of each."""
    if isinstance(block, Labelled):
        return block.options[0].name, block.options[0].body
    if isinstance(block, Pair) and len(block.bodies) == 1:
        return block.names[0], block.bodies[0]
    return None


def _is_its_letter(label: str, text: str) -> bool:
    """Whether a text is nothing but the letter that its label begins with: "**Berth** → B"."""
    alone = _ALONE.fullmatch(text)
    return alone is not None and names.fold(label)[:1] == names.fold(alone[1])


def _leads(label: str, text: str) -> bool:
    """Whether a text has only letters in the order of the alphabet, and its label leads to them."""
    if names.fold(label) not in _LEADING or not _LETTERS.fullmatch(text):
        return False
    letters = [letter.lower() for letter in _LETTER.findall(text)]
    return len(letters) >= FEW and letters == sorted(letters)
