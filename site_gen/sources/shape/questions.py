"""Questions as lines or items of lists: those that ask for a meaning head an entry, others end one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from site_gen.model import names
from site_gen.sources.shape import asked_and_told
from site_gen.sources.shape.blocks import (
    Block,
    Heading,
    Labelled,
    Noise,
    Prose,
    clean_name,
    count_words,
    is_question,
)

ASKED = 2  # questions for a meaning from which on a document asks and tells
WORDS = range(3, 19)  # of a question
_SIGNS = ("?", "？")
_NUMBER = re.compile(r"\(?\d{1,3}[.)]\s+(?=\S)")
OTHER = "other question"


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks with questions over paragraphs as headings, where several ask for a meaning."""
    told = {place: asked for place, block in enumerate(found) if (asked := _asked(found, place, block))}
    unsure = {place for place, block in enumerate(found) if _is_unsure(block)}
    asking = sum(
        (isinstance(block, Heading) and (block.style == "question" or place in unsure)) or _is_labelled(block)
        for place, block in enumerate(found)
    )
    if asking + len(told) < ASKED:
        return list(found)
    out: list[Block] = []
    answering = False
    for place, block in enumerate(found):
        above = next((one for one in reversed(out) if not isinstance(one, Noise)), None)
        style = above.style if isinstance(above, Heading) else ""
        if isinstance(block, Prose) and place in told:
            block = Heading(line=block.line, text=told[place], style="question")
        elif isinstance(block, Heading) and place in unsure:
            block = replace(block, style="question", text=_first_question(block.text))
        elif isinstance(block, Heading) and block.style == "question":
            block = replace(block, text=_first_question(block.text))
        elif answering and isinstance(block, Prose | Labelled) and (name := _also_asked(block)):
            block = Heading(line=block.line, text=name, style="question")
        elif isinstance(block, Prose) and answering and style != "question" and (both := _with_answer(block)):
            out.append(both[0])
            block = both[1]
        elif isinstance(block, Prose) and _asks(block.text) and style != "question":
            block = Heading(line=block.line, text=block.text, style=OTHER)
        elif isinstance(block, Labelled) and style in ("question", OTHER):
            block = _answer(block)
        asks = isinstance(block, Heading) and block.style == "question"
        answering = answering or asks or _is_labelled(block)
        out.append(block)
    return out


_AND = re.compile(  # after a question for a meaning: "And a refund?", "¿Y morosidad?", "Was ist mit Change?"
    r"(?:and|what about|how about|und|was ist mit|et|et pour|¿?\s?y|¿?\s?qué hay de|e|en|och|og|a co je|"
    r"a|i|а|и|а что такое|ve|peki|și|και)\s+(?:an?\s|the\s|eine?\s|une?\s|una?\s|l['’]|de\s|een\s)?"
    r"(?P<name>[^?？]{2,60}?)\s?[?？]",
    re.IGNORECASE,
)
NAME = 3  # words of a name after "and"


def _also_asked(block: Prose | Labelled) -> str:
    """The name in a further question for a meaning, which only has "and" before it; else ""."""
    text = block.otherwise.text if isinstance(block, Labelled) else block.text
    found = _AND.fullmatch(text.strip())
    return clean_name(found["name"]) if found and count_words(found["name"]) <= NAME else ""


def _with_answer(block: Prose) -> tuple[Block, Block] | None:
    """A question for something else and its answer in one paragraph; the question ends the entry above."""
    end = min((block.text.find(sign) for sign in _SIGNS if sign in block.text), default=-1) + 1
    question, answer = block.text[:end], block.text[end:].strip()
    if not answer or block.listed or not _asks(question) or re.search(r"[.!:]\s", question):
        return None
    return Heading(line=block.line, text=question, style=OTHER), replace(block, text=answer)


def _is_labelled(block: Block) -> bool:
    """Whether bold words before a text ask for a meaning."""
    return isinstance(block, Labelled) and is_question(block.options[0].name)


def _is_unsure(block: Block) -> bool:
    """Whether a line in bold words, or over indented lines, asks for a meaning."""
    return isinstance(block, Heading) and not block.sure and is_question(block.text)


def _answer(block: Labelled) -> Block:
    """A line below a question without the label of an answer: "A: a line of callers"."""
    option = block.options[0]
    labelled = asked_and_told.is_of_answers(names.fold(option.name)) and option.style == "colon"
    return Prose(line=block.line, text=option.body) if labelled else block


def _asked(found: Sequence[Block], place: int, block: Block) -> str:
    """The question for a meaning that a paragraph begins with, over a paragraph that answers it; else ""."""
    if not isinstance(block, Prose) or block.verbatim or count_words(block.text) not in WORDS:
        return ""
    question = _first_question(block.text)
    if not _asks(question):
        return ""
    after = next((one for one in found[place + 1 :] if not isinstance(one, Noise)), None)
    text = after if isinstance(after, Prose) else getattr(after, "otherwise", None)
    answers = isinstance(text, Prose) and not _asks(text.text) and not (block.listed and text.listed)
    return question if question and answers and is_question(question) else ""


def _first_question(text: str) -> str:
    """The first question of a text, without a number before it."""
    end = min((text.find(sign) for sign in _SIGNS if sign in text), default=-1)
    return _NUMBER.sub("", text[: end + 1] if end > 0 else text, count=1)


def _asks(text: str) -> bool:
    return text.endswith(_SIGNS) and count_words(text) in WORDS
