"""Headings over words that people have agreed on: "What we call things", "So nennen wir das ab jetzt"."""

from __future__ import annotations

import re

_WE_CALL = re.compile(  # folded, as ``names.fold`` leaves it
    r"(?:what|how) we (?:call|say)\b.*|"
    r"(?:words|terms|names|wording|vocabulary|language) (?:we|that we|as) agreed\b.*|"
    r"agreed (?:words|terms|wording|vocabulary|language)|"
    r"(?:so|wie|was) nennen wir\b.*|"
    r"(?:wie|was) wir .{0,30}\b(?:nennen|sagen|meinen)\b.*|sprachregelung(?:en)?|"
    r"comment (?:on|nous) (?:appel|di|nomm)\w+\b.*|ce que (?:nous|on) (?:appel|entend|dit|dis)\w*\b.*|"
    r"(?:como|lo que|que) (?:llamamos|decimos)\b.*|(?:come|cosa) (?:chiamiamo|diciamo|intendiamo)\b.*|"
    r"(?:como|o que) (?:chamamos|dizemos|entendemos)\b.*|"
    r"(?:hoe|wat) (?:we|wij)\b.{0,30}\b(?:noemen|bedoelen)\b.*|"
    r"zo noemen we\b.*|afspraken over (?:woorden|termen)|"
    r"(?:hur|vad|sa|hvad|hva|hvordan|slik) (?:vi (?:kalla|kald|kall)\w*|kall?\w* vi)\b.*|"
    r"(?:jak|co) (?:nazywamy|mowimy|rozumiemy)\b.*|(?:jak|co|cemu) (?:rikame|nazyvame)\b.*|"
    r"(?:ako|co) (?:hovorime|nazyvame|volame)\b.*|(?:kako|sto|sta) (?:zovemo|nazivamo|kazemo)\b.*|"
    r"(?:как|что) (?:мы )?(?:договорились называть|называем|говорим|понимаем)\b.*|"
    r"(?:як|що) (?:ми )?(?:називаємо|кажемо|розуміємо)\b.*|"
    r"(?:как|какво) (?:наричаме|казваме)\b.*|(?:hogyan|hogy|minek|mit) (?:nevez\w+|hivj\w+|mondun\w+)\b.*|"
    r"(?:miten|mita|nain) (?:kutsumme|sanomme)\b.*|.{0,30}\bne diyoruz|.{0,30}\bnasil adlandiriyoruz|"
    r"(?:договорились|условились|домовились) .{0,20}\b(?:слова\w*|термин\w*|назв\w*)|"
    r"(?:domluvili jsme se|dohodli jsme|ustaliliśmy|ustalenia|dogovor\w*|afspraken|vereinbart\w*|accord|"
    r"acuerdos?|accordi|acordos?|overens\w*|avtal\w*) .{0,24}\b(?:slov\w*|pojm\w*|slow\w*|poje\w*|woord\w*|"
    r"term\w*|wort\w*|begriff\w*|mots|palabras|parole|palavras|ord\w*)|"
    r"cum (?:numim|spunem|le spunem)\b.*|πως (?:λεμε|ονομαζουμε|αποκαλουμε)\b.*"
)
_WORDS_ALONE = re.compile(  # without blanks between words: "よく出る言葉"
    r".{0,8}(?:言葉|ことば|単語|常用词|常见词|行话|叫法|词语|常用詞|行話|詞語)(?:一覧|集|リスト|表|列表)?|"
    r".{0,10}(?:용어|단어)(?: ?(?:모음|정리|목록))?"
)
_SIGNS = ("呼び方", "用語の統一", "言葉の統一", "统一叫法", "统一说法", "統一說法", "용어 통일", "용어 합의")
WORDS, BESIDE = 9, 4  # of such a heading at most: words, and signs beside one in writing without blanks


def tells(folded: str) -> bool:
    """Whether the folded words of a heading say that what stands below is called so."""
    if any(sign in folded and len(folded) <= len(sign) + BESIDE for sign in _SIGNS):
        return True
    if _WORDS_ALONE.fullmatch(folded):
        return True
    return len(folded.split()) <= WORDS and _WE_CALL.fullmatch(folded) is not None
