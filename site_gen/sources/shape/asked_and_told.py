"""Questions and answers behind labels: "Q: What is a queue?", "A: …", also in bold words and other languages.

A letter is a label of questions only where the letter of answers repeats with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from site_gen.model import names
from site_gen.sources.shape.blocks import Block, Label, Labelled, Prose
from site_gen.sources.shape.header_words import NAME_HEADERS, TEXT_HEADERS

_PAIRS = (  # folded labels of a question and of its answer
    ("q", "a"), ("q", "r"), ("f", "a"), ("p", "r"), ("d", "r"), ("v", "a"), ("в", "о"), ("s", "c"),
    ("frage", "antwort"), ("question", "reponse"), ("pregunta", "respuesta"), ("domanda", "risposta"),
    ("pergunta", "resposta"), ("vraag", "antwoord"), ("вопрос", "ответ"), ("soru", "cevap"),
    ("p", "o"), ("k", "v"), ("f", "s"), ("п", "в"), ("з", "в"), ("س", "ج"), ("ש", "ת"), ("ε", "α"),
    ("pytanie", "odpowiedz"), ("otazka", "odpoved"), ("kysymys", "vastaus"), ("fraga", "svar"),
    ("sporgsmal", "svar"), ("sporsmal", "svar"), ("kerdes", "valasz"), ("intrebare", "raspuns"),
    ("ερωτηση", "απαντηση"), ("питання", "відповідь"), ("запитання", "відповідь"), ("въпрос", "отговор"),
    ("pitanje", "odgovor"), ("vprasanje", "odgovor"), ("kusimus", "vastus"), ("klausimas", "atsakymas"),
    ("jautajums", "atbilde"), ("سؤال", "جواب"), ("السؤال", "الجواب"), ("السؤال", "الإجابة"),
    ("שאלה", "תשובה"), ("پرسش", "پاسخ"), ("प्रश्न", "उत्तर"), ("pertanyaan", "jawaban"), ("tanya", "jawab"),
    ("hoi", "dap"), ("hoi", "đap"), ("ถาม", "ตอบ"), ("คำถาม", "คำตอบ"), ("問", "答"), ("问", "答"),
    ("質問", "回答"), ("問題", "回答"), ("问题", "回答"), ("问题", "答案"), ("질문", "답변"), ("문", "답"),
)  # fmt: skip
_SAID = re.compile(r"(?P<label>[^\W\d_]{1,10}) ?[:：] ?(?P<said>\S.*)", re.DOTALL)


def is_of_answers(label: str) -> bool:
    """Whether a folded label is one of answers: "a", "antwort"."""
    return any(label == tell for _, tell in _PAIRS)


def labels_of_records(found: Sequence[Block], known: Set[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The labels that head names and texts of records, of those that repeat; none without records."""
    pairs = [(ask, tell) for ask, tell in _PAIRS if {ask, tell} <= known and _asks(found, ask)]
    asks = NAME_HEADERS | {ask for ask, _ in pairs}
    tells = TEXT_HEADERS | {tell for _, tell in pairs}
    return (asks, tells) if known & asks and known & tells else (frozenset(), frozenset())


def _asks(found: Sequence[Block], ask: str) -> bool:
    """Whether a label is that of questions: a word or "Q", or a letter before lines that mostly ask."""
    if len(ask) > 1 or ask == "q":
        return True
    said = [
        option.body.rstrip().endswith(("?", "？", "؟"))
        for block in found
        if isinstance(block, Labelled)
        for option in block.options[:1]
        if names.fold(option.name) == ask
    ]
    return 2 * sum(said) > len(said)


def parted(found: Sequence[Block]) -> list[Block]:
    """The blocks, with a question in bold words and its answer below it as a labelled line each."""
    return [one for block in found for one in (_both(block) if isinstance(block, Labelled) else (block,))]


def _both(block: Labelled) -> Iterator[Block]:
    option = block.options[0]
    ask, tell = _SAID.fullmatch(option.name), _SAID.fullmatch(option.body)
    if not ask or not tell or (names.fold(ask["label"]), names.fold(tell["label"])) not in _PAIRS:
        yield block
        return
    for said in (ask, tell):
        label = Label(style="colon", name=said["label"], body=said["said"])
        yield replace(block, options=(label,), otherwise=Prose(line=block.line, text=said[0]))
