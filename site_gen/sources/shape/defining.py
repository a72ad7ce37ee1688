"""Test whether the opening of a short text reads like a definition, for documents that mix shapes.

The patterns cover openings of the main languages by their grammar: an indefinite article, a noun with its
modifiers, a person with a clause, a noun made from a verb, "when …" and "how …". A match is a hint and no
proof; callers count the matches.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import takewhile

from site_gen.model import names
from site_gen.sources.draft import Draft, Piece
from site_gen.sources.shape.blocks import (
    Block,
    Heading,
    Labelled,
    Prose,
    clean_name,
    count_words,
    is_name_like,
    speaks_of,
)
from site_gen.sources.shape.vocabulary import ADDRESS, DEFINES, IS

MAX_WORDS = 60  # length in words of a text about one term; chapters are longer
_OPENS = re.compile(
    r"(?:an?|one|any|when|where|how|what|whether|who|whoever|whatever|to) [^\W\d_]|"
    r"(?:some|any)(?:one|body|thing)\b|"
    r"(?!during|morning|evening|nothing|everything|anything|something|according|regarding|following|including|starting|"
    r"thing|bring|king|meeting|training)[^\W\d_]{2,}ing\b|"
    r"[^\W\d_]+ (?:of|that|which|who|whose)\b|[^\W\d_]{3,}s (?:where|in which|for which)\b|"
    r"(?:[\w-]+ ){1,3}[^\W\d_]{2,}s "
    r"(?:that|which|who|formed|made|caused|produced|consisting)\b|"
    r"[^\W\d_]{3,} (?:[^\W\d_]{2,}ed|set|kept|given|made|held|sent|left|taken|paid|put) "
    r"(?:aside|by|to|for|from|with|in|on|at|as|when|before|after|without)\b|"
    r"the (?:(?!(?:is|are|was|has|have|had|needs?|takes?|gets?|gives?)\b)[\w-]+ ){1,3}"
    r"(?:of|that|which|who|whose|when|where|how|in which|by which|between|an?|it|to)\b|"
    r"the [^\W\d_][\w -]{2,40}, (?:which|who|whose|where)\b|"
    r"all (?:of )?(?:the|possible) |every(?:thing|one|body)\b|"
    r"(?:eine?[rnms]?|jemand|wer|wenn|anteil|zahl|dauer|une?|quelqu['’]un|quand|una|alguien|cuando|uno|"
    r"qualcuno|um|uma|alguém|een|iemand|wanneer),? [^\W\d_]|"
    r"(?:der|die|das|dem|den) \w+(?:, | (?:der|des|von|für|eines?|einer) )|"
    r"(?:le|la|les|el|los|las|il|lo|o|a|de|het) \w+ (?:de|du|des|del|della|di|do|da|que|qui|che|van|die) |"
    r"[^\W\d_]+(?: [^\W\d_]+)?, (?:[^\W\d_]{1,4} )?"  # a relative clause
    r"(?:kter\w+|ktor\w+|któr\w+|jenž|jehož|aby|co|čo|kto|kdo|"
    r"котор\w+|кто|что|чтобы|який|яка|яке|які|яку|яких|яким|якому|якої|що|хто|ко[йя]то|което|които|"
    r"koj[aeiu]\w{0,2}|који|која|које|што|što|ki|kjer|kdaj|aki\w*|ami\w*|amely\w*|jo[kn]\w+|jota|jos\w+|"
    r"mis|kes|mida|mille|kur\w{1,3}|kas)\b|"
    r"l['’]\w+ (?:de|du|des|d['’]|que|qui|che) ?|"
    r"(?!pour|avec|sans|dans|lorsque|après|avant|elle|nous|vous|para|como|este|esta|después|antes|hasta|"
    r"desde|senza|dopo|prima|questo|questa|depois|isto)[^\W\d_]{4,}(?: [^\W\d_]{5,})? "
    r"(?:que|qui|che|de|del|della|du|des|di|para|pour|avec|con|com|donde|dove|où|onde|permettant|"
    r"destiné\w*|utilisé\w*)\b",
    re.IGNORECASE,
)
_TURKISH = re.compile("[ığşĞŞİ]")  # letters that few other languages have
_TURKISH_END = re.compile(  # of a sentence that says what something is
    r"(?:\w{3}[dt][ıiuü]r(?:l[ae]r)?|\b(?:denir|denilir|denilmektedir|adı verilir|ifade eder|"
    r"(?:anlamına|manasına) gel\w{1,8}|\w{2,20}(?:mekte|makta)dır))(?:\.|$)"
)
_RULES = re.compile(  # sentences about duties, unless a clause describes the thing
    r"(?:(?!\b(?:that|which|whom?|whose|when|where|how)\b)[^.])*"
    r"\b(?:must|should|shall|needs?|has to|have to)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"(?<!\s)\s+(?:involves?|measures?|encompass(?:es)?|focus(?:es)? on|occurs?|happens?|consists? of|"
    r"allows?|helps?|lets?|uses?|enables?|provides?|includes?|covers?)\b",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    r"(?:these|this|those|here|below|above|in this|the following|both|read|see|click|for more|please|"
    r"now|diese|dies|hier|im folgenden|voici|ces|ici|aquí|estos|estas|ecco|queste|questi|hieronder|deze)\b|"
    r".*\b(?:below|the following|(?:this|next) (?:section|chapter|part|page|table|list))\b",
    re.IGNORECASE | re.DOTALL,
)
_OF_PARTS = re.compile(
    r"\b(?:words?|terms?|abbreviations?|definitions?|tables?|lists?|figures?|begriffe?|wörter|termes?|mots|"
    r"términos|palabras|termini|parole|termos|palavras|begrippen|woorden)\b",
    re.IGNORECASE,
)
_ADDRESS = ADDRESS - {"i", "ihr", "ihre"}  # Italian "the", German "her": they speak to readers with a capital
_CAPITAL = re.compile(r"\bI(?=['’]| [a-z])|[a-zß-ÿ],? Ihre?[nmrs]?\b")
_UNFINISHED = (":", "…", "...", "?")


def defines(name: str, text: str) -> bool:
    """Whether a text opens like a definition, or with the name and a verb that defines."""
    if introduces(text) or _RULES.match(text[:400]):
        return False
    if _OPENS.match(text[:400]) or (_TURKISH.search(text[:400]) and _TURKISH_END.search(text[:400])):
        return True
    said = DEFINES.search(text[:100]) or IS.search(text[:100]) or _TELLS.search(text[:100])
    return said is not None and speaks_of(name, text[: said.start()], whole=True)


def names_thing(text: str) -> bool:
    """Whether a text opens like a definition and is no sentence: "A text that only colleagues see"."""
    opening = text[:100].partition(", or ")[0]
    return defines("", text) and not IS.search(opening) and not DEFINES.search(opening)


_COPULA = re.compile(r"\s*(?:是|指的是|指|即|とは|は(?=[^、]))")


def is_sentence(rest: str) -> bool:
    """Whether a text goes on after its name as a sentence: "is a line of callers"."""
    return bool((IS.match(f" {rest}") and not rest[:1].isupper()) or _COPULA.match(rest))


def goes_on(rest: str) -> bool:
    """Whether a text goes on after its name as a sentence that defines: "is a line", "refers to a line"."""
    return is_sentence(rest) or bool(DEFINES.match(f" {rest}"))


def introduces(text: str) -> bool:
    """Whether a text introduces the blocks below it, or ends in the middle of a sentence."""
    return text.rstrip().endswith(_UNFINISHED) or bool(_LEADS_IN.match(text[:400]))


def speaks_to_readers(text: str) -> bool:
    """Whether a text has a word such as "you" or "our"."""
    return any(word in _ADDRESS for word in names.fold(text).split()) or bool(_CAPITAL.search(text))


def tells_of_parts(text: str) -> bool:
    """Whether a text mentions words, lists or similar, like the introduction of a list of terms."""
    return bool(_OF_PARTS.search(text))


def is_short(text: str) -> bool:
    """Whether a text has few enough words to be a name."""
    return 0 < count_words(text) <= MAX_WORDS


_ARTICLE = re.compile(
    r"^(?:an?|the|eine?[mnrs]?|der|die|das|dem|den|een|het|de|une?|les?|la|un|el|los|las|il|lo|o|a|os|as)\s+",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"^(?:references? to|this|that|these|those|it|they|there|here|he|she|we|you|i|what|who|"
    r"es|dies|das|ce|c|il)\b",
    re.IGNORECASE,
)
SHARE = 0.6  # share of the paragraphs


def by_sentences(found: Sequence[Block]) -> list[Draft]:
    """An entry for each paragraph that begins with a definition, if most paragraphs do; else none."""
    texts = [block.otherwise if isinstance(block, Labelled) else block for block in found]
    prose = [block for block in texts if isinstance(block, Prose) and not _is_item(block)]
    lines = [block for block in texts if isinstance(block, Prose) and not block.bullet]
    if len(prose) < 2 <= len(lines):  # lines of a text, which stand below each other
        prose = lines
    drafts = [draft for block in prose if (draft := _draft(block))]
    if len(drafts) < 2 or len(drafts) < SHARE * len(prose):
        return []
    begun = {draft.line for draft in drafts}
    return [_with_items(draft, texts, begun) for draft in drafts]


SENTENCES, PARAGRAPHS = 3, 3  # sentences that define, at least, of paragraphs at most
_NEXT_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=[A-ZÀ-ÞА-Я])")


def in_sentences(found: Sequence[Block]) -> list[Draft]:
    """An entry for each sentence of a paragraph that defines, if most do; what others say stays with it."""
    texts = [block.otherwise if isinstance(block, Labelled) else block for block in found]
    prose = [block for block in texts if isinstance(block, Prose) and not _is_item(block)]
    if not 0 < len(prose) <= PARAGRAPHS:
        return []
    drafts = list[Draft]()
    said = [(block, one) for block in prose for one in _NEXT_SENTENCE.split(block.text)]
    for block, sentence in said:
        draft = _draft(replace(block, text=sentence))
        if draft and defines(draft.name, sentence):
            drafts.append(draft)
        elif drafts:
            last = drafts[-1]
            whole = Piece(line=last.line, text=f"{last.body[0].text} {sentence}")
            drafts[-1] = replace(last, body=(whole,))
    return drafts if len(drafts) >= max(SENTENCES, SHARE * len(said)) else []


def _is_item(block: Block) -> bool:
    return isinstance(block, Prose | Heading) and block.listed > 0


def _with_items(draft: Draft, texts: Sequence[Block], begun: Set[int]) -> Draft:
    """The draft with the items of a list below it, if its sentence is not finished: "It includes (a) …".

    ``begun`` are the lines of all drafts: no item of one begins another.
    """
    if draft.body[-1].text.rstrip().endswith((".", "!", "。")):
        return draft
    start = next(index for index, block in enumerate(texts) if block.line == draft.line) + 1
    items = takewhile(lambda block: _is_item(block) and block.line not in begun, texts[start:])
    said = (Piece(line=one.line, text=one.text) for one in items if isinstance(one, Prose | Heading))
    return replace(draft, body=(*draft.body, *said))


_SHORT = re.compile(r"^(?P<long>[^\W\d_][^()]{2,80}?)\s*\((?P<short>[A-ZÀ-Þ][\w&/.-]{1,9})\)\s*\.?$")


def by_abbreviations(found: Sequence[Block]) -> list[Draft]:
    """An entry without text for each line "Long form (LF)", if nearly all lines have this form; else none."""
    texts = [block.otherwise if isinstance(block, Labelled) else block for block in found]
    lines = [block for block in texts if isinstance(block, Prose | Heading)]
    drafts = [
        Draft(name=block.text, line=block.line, how="text")
        for block in lines
        if (said := _SHORT.match(block.text))
        and names.fold(said["short"])[:1] == names.fold(said["long"])[:1]
    ]
    return drafts if len(drafts) >= 3 and len(drafts) >= 0.8 * len(lines) else []


_KIND = re.compile(
    r"^(?:word|term|phrase|expression|abbreviation|acronym|begriff|mot|terme|término)\s+(?=\S)", re.I
)


_CLAUSE = re.compile(r"(?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3}){0,4}\.?\s+|\([a-z\d]{1,3}\)\s+")


_NAMED = re.compile(  # "Unter einer Rate verstehen wir …", "Por fianza se entiende …", "By a hold we mean …"
    r"(?:by|unter|als|mit|par|por|per|con|onder|met|med|pod pojęciem|przez|pod pojmem|под) "
    r"(?P<name>\S.{1,50}?),? "
    r"(?:we mean|is meant|verstehen wir|versteht man|bezeichnen wir|bezeichnet man|meinen wir|ist gemeint|"
    r"on entend|nous entendons|se entiende|entendemos|si intende|intendiamo|entende-se|verstaan (?:we|wij)|"
    r"verstaat men|bedoelen (?:we|wij)|wordt bedoeld|men(?:ar|er) vi|menas|menes|forstås|rozumiemy|"
    r"rozumie się|rozumíme|se rozumí|(?:мы )?понимаем|понимается|подразумева\w{2,4})\b|"
    r"(?:on appelle|se entiende por|entende-se por|s[ei] chiama|chiamiamo|se llama|llamamos|chama-se|"
    r"chamamos) (?P<other>\S.{1,40}?) "
    r"(?:an?|al?|ao|à|le|la|les|un|une|ce|tout|el|lo|los|las|una|il|ciò|chi|o|um|uma)\b",
    re.IGNORECASE,
)


def _draft(prose: Prose) -> Draft | None:
    text = _CLAUSE.sub("", prose.text, count=1) if _CLAUSE.match(prose.text) else prose.text
    ends = [found.start() for sign in (DEFINES, IS) if (found := sign.search(text[:90]))]
    named = _NAMED.match(text[:120])
    own = next(filter(None, named.groups()), "") if named else text[: min(ends)] if ends else ""
    name = clean_name(_KIND.sub("", _ARTICLE.sub("", own)))
    if not name or count_words(name) > 5 or _PRONOUN.match(name) or not is_name_like(name):
        return None
    return Draft(name=name, line=prose.line, how="text", body=(Piece(line=prose.line, text=text),))
