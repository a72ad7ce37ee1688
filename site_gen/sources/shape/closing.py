"""What stands after the end of a list: a signature, the day of the document, other texts after "…"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.model import names
from site_gen.sources.shape import invitations, to_the_reader
from site_gen.sources.shape.blocks import (
    Block,
    Heading,
    Labelled,
    Noise,
    Pair,
    Prose,
    Row,
    Table,
    count_words,
)
from site_gen.sources.shape.header_words import folded_set
from site_gen.sources.shape.sections import in_order
from site_gen.sources.shape.vocabulary import CALL, TITLE_WORDS

WHY = "after the end of the list"
OF_DOCUMENT = "line about the document"
OFFERS = 2  # headings on a page that offer readers more; questions of customers are more of them
ENTRIES = 3  # items of a list that may end with dots
SIGNATURE, LINE = 6, 80  # words and characters of a signature at most
ALIKE = 2  # lines that look like the one that tells where a page is filed
CAPITALS = 4  # characters of a heading in capitals at least
_DOTS = re.compile(r"[(\[]?\s*(?:\.{3,}|…)\s*[)\]]?")
_DAY = re.compile(r"\W*(?:\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\d{4}-\d\d(?:-\d\d)?)\W*")
_SIGNED = re.compile(r"[A-ZÀ-Þ©](?P<name>[^.!?:;]*)[\s,©](?:19|20)\d\d")
_COUNTED = re.compile(r"\W*(?P<number>\d{1,5})\s+(?P<word>[^\W\d_]+)\W*")


CLOSING = re.compile(  # about the list, not about a term
    r"\W*(?:end of (?:the )?(?:list|glossary|document)|p\.\s?s\.|ps:|questions\b|contact\b|feedback\b|"
    r"(?:last )?(?:updated|changed|reviewed)\b|powered by\b|"
    r"(?:created|generated|built|made|exported) (?:with|by|from|using)\b|"
    r"version \d|(?:something|a (?:word|term)) missing|missing (?:a )?(?:word|term)|opening hours|"
    r"(?:best|kind|warm|many)? ?(?:regards|wishes|thanks)\b|cheers\b|cordialement\b|"
    r"(?:mit freundlichen|viele|beste) grüße?n?\b|(?:un )?saludos?\b|с уважением\b|"
    r"(?:all )?prices\b.{1,40}$|(?:alle )?preise\b.{1,40}$|fragen\b|stand:|ende\b|"
    r"fin de |préguntas|preguntas\b|contacto\b|вопросы\b|конец\b|sorular)|[^.!?]{0,80}\S@\S+\.\w|©",
    re.IGNORECASE,
)


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks, with those after the end of the list as no content."""
    own = _without_sources(_without_resources(_without_offers(found)))
    rest = _without_signature(_without_day(_without_rest(_without_last_line(own))))
    return _without_call(_without_address(rest))


_CONTACT = folded_set(  # headings of a last part that tells whom to ask
    "contact, contacts, contact us, contact details, contact information, get in touch, help, need help, "
    "get help, further help, support, feedback, questions, kontakt, kontakte, ansprechpartner, rückfragen, "
    "fragen, hilfe, nous contacter, contactez nous, aide, besoin d'aide, des questions, contacto, "
    "contáctenos, ayuda, preguntas, contatti, contattaci, aiuto, contato, contatos, fale conosco, ajuda, "
    "hulp, vragen, контакты, связаться с нами, обратная связь, помощь, iletişim, yardım, yhteystiedot, "
    "kontaktuppgifter, お問い合わせ, 联系我们, 문의"
)
_REACHED = re.compile(r"\w@\w|\+?\d[\d ()/–-]{5,20}\d|\d{1,2}[:.]\d\d|\b(?:we|us|you|wir|uns|nous|vous)\b")
OTHERS, SORTED = 3, 0.9  # headings of the same style before it, and share of neighbours in the alphabet


def without_contact(found: Sequence[Block]) -> Sequence[Block]:
    """The blocks without a last part or paragraph that tells whom to ask: "## Contact", "Questions? …@…"."""
    last = next((at for at in range(len(found) - 1, 0, -1) if not isinstance(found[at], Noise)), 0)
    plain = found[last] if last else None
    plain = plain.otherwise if isinstance(plain, Labelled) else plain
    if isinstance(plain, Prose) and not plain.listed and asks(plain.text) and last > ENTRIES:
        found = [*found[:last], _noise(found[last], OF_DOCUMENT), *found[last + 1 :]]
    heads = [at for at, block in enumerate(found) if isinstance(block, Heading) and block.sure]
    if not heads or not _is_contact(found, heads):
        return found
    return [*found[: heads[-1]], *(_noise(one, OF_DOCUMENT) for one in found[heads[-1] :])]


def asks(text: str) -> bool:
    """Whether a last paragraph tells whom to ask, with an address."""
    return "@" in text[: LINE * 2] and CLOSING.match(text) is not None


def _is_contact(found: Sequence[Block], heads: Sequence[int]) -> bool:
    """Whether the last heading is none of a list: out of its order, or over the ways to reach somebody."""
    head = found[heads[-1]]
    if not isinstance(head, Heading) or names.fold(head.text) not in _CONTACT:
        return False
    own = [one.text for at in heads if isinstance(one := found[at], Heading) and one.style == head.style]
    if len(own) <= OTHERS or not all(
        isinstance(one, Prose | Labelled | Noise) for one in found[heads[-1] + 1 :]
    ):
        return False
    ordered = in_order(own[:-1]) >= SORTED
    out_of_order = ordered and names.fold(own[-2]) > names.fold(own[-1])
    return out_of_order or (
        not ordered and any(_REACHED.search(_said(one)) for one in found[heads[-1] + 1 :])
    )


def _without_offers(found: Sequence[Block]) -> Sequence[Block]:
    """The blocks without paragraphs below a text that ask whether a term is missing, and those after them."""
    heads = [one for one in found if isinstance(one, Heading) and one.sure and invitations.invites(one.text)]
    out, offered, above = list[Block](), False, False
    for block in found:
        plain = isinstance(block, Prose) and not (block.listed or block.bullet or block.verbatim)
        offered = plain and (offered or (above and invitations.asks_what_lacks(_said(block))))
        offered = offered or (above and len(heads) <= OFFERS and any(block is head for head in heads))
        above = above if isinstance(block, Noise) else isinstance(block, Prose | Labelled | Pair | Table)
        out.append(_noise(block, OF_DOCUMENT) if offered else block)
    return out


_SOURCES = folded_set(
    "sources, references, bibliography, works cited, further reading, quellen, quellenverzeichnis, "
    "literatur, literaturverzeichnis, références, bibliographie, fuentes, referencias, bibliografía, "
    "fonti, riferimenti, bibliografia, fontes, referências, bronnen, источники, литература, "
    "kaynaklar, kaynakça"
)
LABELLED = 0.6  # share of the lines before that are entries


def _without_sources(found: Sequence[Block]) -> Sequence[Block]:
    """The blocks without a last list of sources below its line, where entries are lines with a sign."""
    heads = (place for place, block in enumerate(found) if isinstance(block, Heading) and block.sure)
    first = max(heads, default=-1) + 1
    ends = (place for place in range(first, len(found)) if _is_over_sources(found[place]))
    end = next(ends, None)
    if end is None:
        return found
    told = sum(isinstance(block, Labelled) for block in found[:end])
    lines = sum(isinstance(block, Labelled | Prose) for block in found[:end])
    after = sum(isinstance(block, Labelled) for block in found[end:])
    if told < max(ENTRIES, LABELLED * lines) or 2 * after >= told:
        return found
    return [*found[:end], *(_noise(block, OF_DOCUMENT) for block in found[end:])]


_RESOURCES = re.compile(  # of headings, folded
    r"(?:(?:further|additional|other|more|useful|external|related|helpful|online) )?"
    r"(?:resources|links|references|reading|sources)|"
    r"(?:ressources|liens|references|lectures)(?: (?:complementaires|utiles|externes|supplementaires))?|"
    r"(?:weiterfuhrende|nutzliche|externe|weitere) (?:links|informationen|literatur|quellen|ressourcen)|"
    r"(?:links|quellen|ressourcen)|"
    r"(?:otros |mas )?(?:recursos|enlaces|referencias)(?: (?:adicionales|utiles|externos))?|"
    r"(?:risorse|link|riferimenti)(?: (?:aggiuntiv[ei]|utili|estern[ei]))?|"
    r"(?:recursos|ligacoes|links|referencias)(?: (?:adicionais|uteis|externos))?|"
    r"(?:verdere|nuttige|externe) (?:bronnen|links)|"
    r"(?:(?:полезные|внешние|дополнительные) )?(?:ссылки|ресурсы|материалы|источники)"
)
_BEFORE = 3  # blocks that hold entries before such a part


def _without_resources(found: Sequence[Block]) -> Sequence[Block]:
    """The blocks without a part of links or works below its heading, "Further resources", "Literatur"."""
    out = list(found)
    for place, block in enumerate(found):
        if not isinstance(block, Heading) or not block.sure:
            continue
        resources, sources = _RESOURCES.fullmatch(names.fold(block.text)), _is_over_sources(block)
        if not resources and not sources:
            continue
        part, before = _part(found, place), found[:place]
        listed, cited = resources and _is_list(part), sources and _are_cited(part)
        if (listed and sum(map(_may_hold, before)) > _BEFORE) or (cited and _told(before) > _BEFORE):
            out[place : place + 1 + len(part)] = [_noise(one, OF_DOCUMENT) for one in (block, *part)]
    return out


def _may_hold(block: Block) -> bool:
    return isinstance(block, Heading | Labelled)


def _told(found: Sequence[Block]) -> int:
    """The number of blocks and rows that may hold an entry."""
    rows = sum(len(one.rows) for one in found if isinstance(one, Table))
    return rows + sum(_may_hold(one) or isinstance(one, Pair) for one in found)


def _part(found: Sequence[Block], place: int) -> Sequence[Block]:
    """The blocks below a heading, up to the next one that is no deeper."""
    depth = getattr(found[place], "depth", 0)
    ends = (
        index
        for index in range(place + 1, len(found))
        if isinstance(one := found[index], Heading) and one.sure and one.depth <= depth
    )
    return found[place + 1 : next(ends, len(found))]


def _is_list(part: Sequence[Block]) -> bool:
    """Whether all texts of a part are items of lists: a term called "Links" has a text of its own."""
    told = [one for one in part if isinstance(one, Labelled | Prose)]
    plain = (one.otherwise if isinstance(one, Labelled) else one for one in told)
    items = [isinstance(one, Prose) and bool(one.listed) for one in plain]
    return bool(told) and sum(items) >= len(items) / 2 and bool(items[0])


_CITED = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|https?://|\bdoi\b|\bISBN\b|\(n\.\s?d\.\)")
WORKS, CITED = 2, 0.7  # works of a bibliography at least, and the share that has a year or an address


def _are_cited(part: Sequence[Block]) -> bool:
    """Whether the paragraphs of a part are works with a year or an address each, and no other blocks."""
    if not all(isinstance(one, Labelled | Prose | Noise) for one in part):
        return False
    told = [one.otherwise if isinstance(one, Labelled) else one for one in part]
    lines = [line for one in told if isinstance(one, Prose) for line in one.text.split("\n") if line.strip()]
    return len(lines) >= WORKS and sum(map(bool, map(_CITED.search, lines))) >= CITED * len(lines)


def _is_over_sources(block: Block) -> bool:
    return isinstance(block, Prose | Heading) and names.fold(block.text) in _SOURCES


def _without_address(found: list[Block]) -> list[Block]:
    """The blocks without last paragraphs that speak to the reader: "Please put this sheet back."."""
    first = to_the_reader.from_place(found)
    return [*found[:first], *(_noise(block, OF_DOCUMENT) for block in found[first:])]


def _without_call(found: list[Block]) -> list[Block]:
    """The blocks without a last line that asks for more: "Something missing? Write to the desk."."""
    last = next((index for index in range(len(found) - 1, 0, -1) if not isinstance(found[index], Noise)), 0)
    block = found[last] if last else None
    plain = block.otherwise if isinstance(block, Labelled) else block
    if (
        block is None
        or not isinstance(plain, Prose)
        or plain.listed
        or not CALL.match(names.fold(plain.text))
    ):
        return found
    return [*found[:last], _noise(block, OF_DOCUMENT), *found[last + 1 :]]


_LAST_LINE = re.compile(  # "-- end of appendix --", "Ende der Liste", "*** FIN ***"
    r"\W*(?:the )?end of (?:the |this )?[^\W\d_]+(?: [a-z\d]{1,12})?\W*|\W*ende (?:der|des) [^\W\d_]+\W*|"
    r"\W*(?:fin (?:du|de la|de l['’]|del|de los)|fine (?:del|della|dell['’])|fim d[aeo]s?|"
    r"einde (?:van )?(?:de|het)|koniec|konec|конец|кінець|slut på|slutt på) ?[^\W\d_]+\W*|"
    r"[^\w\s]{1,5}\s?(?:the )?"
    r"(?:end|ende|fin|fine|fim|einde|koniec|konec|конец|кінець|slut|slutt|loppu|vége|son)\s?[^\w\s]{1,5}|以上|(?:[-–—*]\s?)?(?:終わり|完|끝)(?:\s?[-–—*])?",
    re.IGNORECASE,
)


_FILED = re.compile(  # "Filed under: Harbour, Words", as systems for pages write it
    r"(?P<label>registrado em|arquivado em|categorias?|marcadores|filed (?:under|in)|posted (?:in|under)|"
    r"published (?:in|under)|categor(?:y|ies)|categori[sz]ed (?:in|under|as)|tagged(?: with| as)?|tags?|"
    r"schlagw(?:ort|örter|orte)|stichw(?:ort|örter|orte)|kategorien?|(?:veröffentlicht|abgelegt|gepostet) "
    r"(?:in|unter)|publiée? dans|classée? (?:dans|sous)|catégories?|étiquettes?|mots[- ]clés|archivado en|"
    r"publicado en|categorías?|etiquetas?|palabras clave|palavras[- ]chave|pubblicato in|archiviato in|"
    r"categori[ae]|etichett[ae]|parole chiave|geplaatst in|categorieën|trefwoorden|kategori[ae]|tagi|"
    r"etykiety|słowa kluczowe|štítky|klíčová slova|рубрик[аи]|метки|категори[яи]|теги|ключевые слова|"
    r"kategori(?:ler)?|etiketler|カテゴリー?|タグ|分类|標籤|标签|카테고리|태그)\s?[:：]\s*\S[^.!?]*",
    re.IGNORECASE,
)


def _is_filed(found: Sequence[Block], place: int) -> bool:
    """Whether a line tells where a page is filed, as no other line of it does, and no other looks like it."""
    block = found[place]
    filed = _FILED.fullmatch(_said(block).strip())
    if not filed or not isinstance(block, Prose | Labelled) or block.listed:
        return False
    others = [other for other in found if other is not block]
    label, styles = filed["label"].casefold(), _styles(block)
    alike = sum(bool(styles & _styles(other)) for other in others)
    return alike < ALIKE and not any(_said(other).casefold().startswith(label) for other in others)


def _styles(block: Block) -> set[str]:
    return {option.style for option in block.options} if isinstance(block, Labelled) else set()


def _without_last_line(found: Sequence[Block]) -> Sequence[Block]:
    """The blocks without a last one that only says that the document, or a part of it, ends there."""
    last = max((place for place, block in enumerate(found) if not isinstance(block, Noise)), default=-1)
    said = _said(found[last]).strip() if last > 0 else ""
    if not said or len(said) > LINE or not (_LAST_LINE.fullmatch(said) or _is_filed(found, last)):
        return found
    return [*found[:last], _noise(found[last], OF_DOCUMENT), *found[last + 1 :]]


def _without_rest(found: Sequence[Block]) -> list[Block]:
    """The blocks without those after a list that ends with dots, over lines in capitals: "OTHER TEXTS:"."""
    out, items, ended = list[Block](), 0, False
    for index, block in enumerate(found):
        if isinstance(block, Heading) and block.sure:
            items, ended = 0, False
        items = items + 1 if isinstance(block, Labelled) and block.listed else items
        over = found[index + 1] if index + 1 < len(found) else None
        if isinstance(block, Noise) and _DOTS.fullmatch(block.text) and items >= ENTRIES and _is_over(over):
            ended = True
        out.append(Noise(line=block.line, text=text, why=WHY) if ended and (text := _said(block)) else block)
    return out


def _is_over(block: Block | None) -> bool:
    said = _said(block) if isinstance(block, Heading | Prose) and not block.listed else ""
    return said.isupper() and len(said) >= CAPITALS and said.endswith(":")


def _said(block: Block) -> str:
    if isinstance(block, Labelled):
        return block.otherwise.text
    return block.text if isinstance(block, Heading | Prose) else ""


def _without_day(found: list[Block]) -> list[Block]:
    """The blocks without a last heading that has nothing but a day under it, as no other heading has."""
    days = [index for index in range(len(found) - 1) if _is_over_day(found, index)]
    if len(days) != 1 or any(isinstance(block, Heading) for block in found[days[0] + 1 :]):
        return found
    return [*found[: days[0]], *(_noise(block, OF_DOCUMENT) for block in found[days[0] :])]


def _is_over_day(found: Sequence[Block], index: int) -> bool:
    under, after = found[index + 1], found[index + 2] if index + 2 < len(found) else None
    dated = isinstance(under, Noise | Prose) and _DAY.fullmatch(under.text)
    return isinstance(found[index], Heading) and bool(dated) and (after is None or isinstance(after, Heading))


def _noise(block: Block, why: str) -> Block:
    text = _said(block)
    return Noise(line=block.line, text=text, why=why) if text else block


def _without_signature(found: list[Block]) -> list[Block]:
    """The blocks without a last line such as "Miller and sons, 2023", if no other line ends so."""
    last = found[-1] if found else None
    if len(found) <= ENTRIES or not isinstance(last, Prose | Heading) or not _is_signature(last):
        return found
    if any(_is_signature(block) for block in found[:-1]) or not isinstance(found[-2], Labelled | Prose):
        return found
    return [*found[:-1], _noise(last, OF_DOCUMENT)]


def _is_signature(block: Block) -> bool:
    if not isinstance(block, Prose | Heading) or block.listed or (isinstance(block, Heading) and block.sure):
        return False
    short = len(block.text) <= LINE and count_words(block.text) <= SIGNATURE
    signed = _SIGNED.fullmatch(block.text.strip()) if short else None
    return signed is not None and any(map(str.isalpha, signed["name"]))


COUNT = 7  # digits of a number of rows
_SUM = re.compile(  # "tot. 6", "Summe: 12", "Итого 9"
    r"(?:(?:grand )?total|tot|ges|合計|合计|총계|всего|celkem|összesen|"
    r"sum|count|number of|anzahl|gesamt|summe|insgesamt|nombre|número|suma|totale|"
    r"numero|aantal|totaal|итого|количество|toplam|razem|antal|totalt)\b[^\d:]{0,40}:?\s{0,9}"
    r"(?P<number>\d{1,6})?",
    re.IGNORECASE,
)


def sum_of(row: Row) -> int | None:
    """The number of a row that only counts others: "Total terms | 12"; None for other rows."""
    told = [cell.strip() for cell in row.cells if cell.strip()]
    found = _SUM.fullmatch(told[0]) if told else None
    numbers = [one for one in (found["number"], *told[1:]) if one] if found else []
    counts = len(numbers) == 1 and numbers[0].isdecimal() and len(numbers[0]) < COUNT
    return int(numbers[0]) if counts else None


def is_total(row: Row, entries: int) -> bool:
    """Whether a last row without a name counts the ``entries`` rows above it: "9 words"."""
    told = [cell for cell in row.cells if cell.strip()]
    found = _COUNTED.fullmatch(told[0]) if len(told) == 1 and not row.cells[0].strip() else None
    if not found:
        return len(told) == 1 and not row.cells[0].strip() and sum_of(row) is not None
    return int(found["number"]) == entries or names.fold(found["word"]) in TITLE_WORDS
