"""Headers of columns with other names that are clauses: "They may also say", "So sagen Kunden auch".

Such a header has a word of adding and a verb of naming of one language, or says what people call the thing.
"""

from __future__ import annotations

import re

from site_gen.model import names

MAX_WORDS = 8

# All words stand as ``names.fold`` gives them: without accents, and apostrophes leave no space ("lappelle").
_ADDING_AND_NAMING = (
    ("also|sometimes|often|otherwise", "say|says|said|call|calls|called|hear|heard|named|known"),
    ("auch|manchmal|sonst", r"sag\w*|gesagt|nenn\w*|genannt|heisst|hort|horen|bezeichnet"),
    ("aussi|parfois|egalement", r"dit|dites|disent|l?appel\w+|nomm\w+|entend\w*"),
    ("tambien|ademas", r"dice\w*|decir|dicho|llam\w+|oye\w*"),
    ("anche|talvolta", r"dice|dicono|detto|detta|dire|chiam\w+|sente|sentono"),
    ("tambem|as vezes", r"diz|dizem|dito|dizer|cham\w+|ouve\w*"),
    ("ook|soms", r"zeg\w*|gezegd|noem\w*|genoemd|heet|hoort"),
    ("также|еще|иногда", r"говор\w+|называ\w+"),
)
_PEOPLE = r"(?:\w+ ){0,2}?(?:they|people|everybody|others|some|\w{3,}s)"
_LEUTE = "(?:kunden|gaste|leute|andere|manche|viele)"
_IT = "(?:it|this|that|them)"
_CLAUSES = (
    *(
        re.compile(rf"(?=(?:.* )?(?:{adding})(?: |$))(?=(?:.* )?(?:{naming})(?: |$))")
        for adding, naming in _ADDING_AND_NAMING
    ),
    re.compile(rf"(?:(?:what|how) )?{_PEOPLE} (?:may|might|can|could|will) (?:say|call)(?: {_IT})?$"),
    re.compile(rf"(?:what|how) {_PEOPLE} calls?(?: {_IT})?$|{_PEOPLE} call {_IT}$"),
    re.compile(rf"(?:other|more) (?:words|names|terms) (?:that )?{_PEOPLE} (?:say|use)(?: for {_IT})?$"),
    re.compile(rf"(?:so|wie) (?:nennen|sagen) (?:es )?(?:\w+ )?{_LEUTE}(?: es)?$"),
    re.compile(rf"(?:wie |so )?(?:\w+ )?{_LEUTE} (?:es )?(?:nennen|sagen)(?: es)?$"),
)  # fmt: skip
_NOT = re.compile(r"\b(?:not|never|avoid|nicht|nie|niemals|pas|jamais|nunca|mai|nao|niet|nooit|не)\b")


def says_other_names(header: str) -> bool:
    """Whether a column or key with this header holds what else a thing is called."""
    own = names.fold(header)
    if not 1 < len(own.split()) <= MAX_WORDS or _NOT.search(own):
        return False
    return any(clause.match(own) for clause in _CLAUSES)
