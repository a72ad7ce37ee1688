"""Mails and letters as plain text: marks of quotation, heads, greetings and signatures around a list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from site_gen.sources.draft import Reading
from site_gen.sources.shape.blocks import Noise
from site_gen.sources.shape.scope import speaks_of_glossary

_QUOTE = re.compile(r"\s{0,3}(?:>\s?)+")
_HEAD = re.compile(
    r"\s*(?:From|To|Cc|Bcc|Subject|Date|Sent(?: on)?|Enviado el|Gesendet am|"
    r"Envoyé le|Inviato il|Data de envio|Reply-To|When|Where|Required|Importance|Attachments|Wann|Wo|Anlagen|"
    r"Von|An|Betreff|Gesendet|Datum|Fecha|Dato|Päivämäärä|Dátum|Ημερομηνία|De|À|Objet|Envoyé|Para|Asunto|Enviado|"
    r"Da|A|Oggetto|Van|Aan|Verzonden|Onderwerp|Från|Till|Skickat|Ämne|Fra|Til|Sendt|Emne|Wysłano|Temat|"
    r"Odesláno|Komu|Předmět|Assunto|Enviad[ao] em|Inviato|Lähettäjä|Vastaanottaja|Aihe|"
    r"От|Кому|Тема|Дата|Kimden|Kime|Konu|Tarih|De la|Către|Subiect|Feladó|Címzett|Tárgy|Predmet|Від|"
    r"Από|Προς|Θέμα|Od|Do|DW|Data|Kopia|Kopie|Za|差出人|宛先|件名|日時|送信日時|发件人|收件人|主题|抄送|发送时间|寄件者|收件者|主旨|"
    r"보낸 ?사람|받는 ?사람|제목|날짜|من|إلى|الموضوع|التاريخ|מאת|אל|נושא|תאריך)(?:\s?:\s|：)",
    re.IGNORECASE,
)
_MEMO = re.compile(  # over the head of a message inside of a firm
    r"\s*(?:(?:internal )?memo(?:randum)?|(?:interne )?mitteilung|hausmitteilung|aktennotiz|note de service|"
    r"note interne|nota interna|circular|comunicado|promemoria)\s*",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"\s*(?:-{3,}.{0,10}(?:original (?:message|appointment)|forwarded message|"
    r"ursprüngliche nachricht|message d['’]origine|mensaje original|"
    r"oorspronkelijk bericht|doorgestuurd bericht|ursprungligt meddelande|opprinnelig melding|"
    r"oprindelig meddelelse|wiadomość oryginalna|původní zpráva|mensagem original|messaggio originale|"
    r"alkuperäinen viesti|исходное сообщение|пересылаемое сообщение).{0,10}-{3,}|"
    r".{5,120}\b(?:wrote|schrieb\b.{0,40}|a écrit|escribió|ha scritto|"
    r"написал[аи]?|yazdı)\s?:)\s*",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"\s*(?:hi|hello|hey|dear|good (?:morning|afternoon)|hallo|liebe[rs]?|sehr geehrte[rs]?|guten tag|"
    r"bonjour|chers?|chère|hola|"
    r"estimad[oa]s?|ciao|gentile|здравствуйте|привет|уважаем\w+|merhaba|sayın|"
    r"bună ziua|bună|dragi|stimat[ăei]?|"
    r"szia(?:sztok)?|kedves|tisztelt|dobrý den|ahoj|dzień dobry|cześć|hej|hei|god morgen|добрий день|"
    r"вітаю|доброго дня|καλημέρα|bom dia|boa tarde|olá|caros?|"
    r"buongiorno|goedemorgen|beste)\b[^.:;?=–—-]{0,40}[,!]\s*|"
    r"\s*(?:hi|hello|hey|dear|hallo|liebe|bonjour|hola|ciao|hej|hei|hoi|ahoj|cześć|oi|olá|привет|merhaba) "
    r"(?:all|everyone|everybody|both|team|folks|colleagues|"
    r"zusammen|alle|kolleg\w{2,5}|à tous|à toutes et à tous|todos|equipo|a tutti|alla|allihopa?|"
    r"alle ?sammen|allemaal|všichni|všem|wszystkim|всем|arkadaşlar|pessoal|chicos|gente|tutti)\s*",
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    r"\s*(?:(?:all the |with )?best(?: wishes)?|(?:with )?(?:kind|best|warm)?\s?regards|cheers|"
    r"thanks(?: a lot| again)?|many thanks|(?:see|talk to|speak to) you\b.{0,24}|"
    r"(?:bis|à|a|al|hasta(?: el| la)?|até|tot|do|до|vi ses|ses) (?:bald|dann|nachher|später|morgen|montag|"
    r"dienstag|mittwoch|donnerstag|freitag|lundi|mardi|mercredi|jeudi|vendredi|demain|plus(?: tard)?|luego|"
    r"mañana|pronto|lunes|martes|miércoles|jueves|viernes|domani|lunedì|martedì|mercoledì|giovedì|venerdì|"
    r"amanhã|logo|já|breve|segunda|terça|quarta|quinta|sexta|maandag|dinsdag|woensdag|donderdag|vrijdag|straks|zobaczenia|jutra|"
    r"встречи|завтра|связи|понедельника|imorgon|i morgen|mandag|måndag)|"
    r"thank you|yours(?: (?:sincerely|faithfully|truly))?|sincerely|viele grüße|beste grüße|"
    r"liebe grüße|(?:schöne|herzliche|freundliche) grüße|gruß|mfg|lg|vg|"
    r"(?:einen )?schönen? (?:tag|abend|feierabend|woche|wochenende)(?: noch| euch| ihnen)?|"
    r"(?:très )?(?:bonne|belle|excellente) (?:journée|soirée|semaine|fin de (?:journée|semaine))(?: à tous)?|"
    r"bien cordialement|à bientôt|un abrazo|abrazos|buen día|buona giornata|a presto|bom dia|um abraço|"
    r"fijne (?:dag|avond)|have a (?:good|great|nice|lovely) (?:one|day|weekend|week|evening)|talk soon|"
    r"mit freundlichen grüßen|cordialement|bien à vous|saludos|un saludo|atentamente|cordiali saluti|"
    r"saluti|с уважением|beij(?:o|inho)s|bjs|abraços|besos|un beso|bisous|baci|bacioni|"
    r"saygılarımla|sevgiler|selamlar|"
    r"(?:med )?(?:vennlig |venlig |kjærlig )?hilsen|mvh|kh|vh|knus|kram|(?:med )?(?:vänliga )?hälsningar|"
    r"(?:met )?(?:vriendelijke )?groet(?:en|jes)?|pozdrawiam|atenciosamente|terveisin|"
    r"cu (?:stimă|drag|respect)|"
    r"(?:tisztelettel|üdvözlettel|üdv)|z poważaniem|pozdrowienia|s pozdravem|s pozdravom|"
    r"(?:srdačan )?pozdrav|"
    r"з повагою|поздрави|με εκτίμηση|χαιρετισμούς|(?:ystävällisin )terveisin|(?:com os )?(?:melhores )?"
    r"cumprimentos|iyi çalışmalar|lugupidamisega|pagarbiai|ar cieņu)\s*[,.!]?\s*|"
    r"\s*(?:lg|vg|mfg|kh|vh|mvh|hilsen|(?:viele|liebe|beste) grüße|(?:kind|best|warm) regards|cordialement|"
    r"saludos)(?:,?\s+[^\W\d_]{2,20}){1,3}\s*",
    re.IGNORECASE,
)
_SIGNED = re.compile(  # where lines of a paragraph are one
    r"(?i:best|cheers|thanks|many thanks|thank you|gruß|grüße|(?:viele|liebe|beste) grüße|lg|vg|merci|bises|"
    r"cordialement|gracias|saludos|un saludo|abrazos?|saluti|ciao|abraços?|cumprimentos|groet|groetjes|"
    r"hilsen|kh|vh|knus|mvh|hälsningar|terveisin|pozdrawiam|pozdrowienia|s pozdravem|díky|с уважением|"
    r"спасибо|sevgiler|selamlar|χαιρετισμούς|üdv|mulțumesc|cu drag),?\s+"
    r"[A-ZÀ-ÞА-ЯΑ-Ω][^\W\d_]{1,20}(?: [A-ZÀ-ÞА-ЯΑ-Ω][^\W\d_]{1,20})?"
)
_CONTACT = re.compile(  # a line of a signature
    r"\s*(?:tel(?:efon|ephone|éfono|efono|\.)?|phone|fax|mobile|mobil|cell|e-?mail|mail|web(?:site)?|www|office|ext)"
    r"\s?[.:]\s?(?=\S{0,40}[\d@.])",
    re.IGNORECASE,
)
_SUBJECT = frozenset(
    [
        "subject",
        "betreff",
        "objet",
        "asunto",
        "oggetto",
        "тема",
        "konu",
        "onderwerp",
        "ämne",
        "emne",
        "temat",
        "předmět",
        "assunto",
        "aihe",
        "subiect",
        "tárgy",
        "predmet",
        "θέμα",
        "件名",
        "主题",
        "主旨",
        "제목",
        "الموضوع",
        "נושא",
    ]
)
HEAD, END, QUOTED = "head of a mail", "end of a letter", "quoted from an earlier mail"
SIGNATURE = 6  # lines after a farewell
LONGEST = 12  # lines of a signature below its delimiter
CLOSING, LISTED = 10, 3  # most lines before a farewell that belong to the letter; least lines of its list
_SIGNS = {  # between a name and its text, and before items
    "colon": re.compile(r":\s"),
    "equals": re.compile(r"\s(?:=|=>|->|→)\s"),
    "dash": re.compile(r"\s[-–—]\s"),
    "leaders": re.compile(r"\.{4,}|…{2,}"),
    "gap": re.compile(r"\t|(?<=\S) {3,}(?=\S)"),
    "bullet": re.compile(r"\s{0,8}[-*•]\s"),
}


@dataclass(slots=True, kw_only=True)
class Plain:
    """The lines of a text, blank where they were no content, and what stood there."""

    lines: list[str]
    noise: list[Noise] = field(default_factory=list)

    def blank(self, index: int, why: str) -> None:
        """Empty the line at ``index`` and note its text as no content, with the reason."""
        if self.lines[index].strip():
            self.noise.append(Noise(line=index + 1, text=self.lines[index].strip()[:200], why=why))
            self.lines[index] = ""


def plain(text: Sequence[str]) -> Plain:
    """A text without the marks of mails and letters; texts that are none stay unchanged."""
    found = Plain(lines=list(text))
    quoted = _unquote(found)
    heads = [index for index, line in enumerate(found.lines[:400]) if _HEAD.match(line)]
    mail = [index for index in heads if _is_head(found.lines, index, heads)]
    for index in mail:
        found.blank(index, HEAD)
    over = next((i for i in range(min(mail, default=0) - 1, -1, -1) if found.lines[i].strip()), -1)
    if over >= 0 and calls_memo(found.lines[over]):
        found.blank(over, HEAD)
    for index, line in enumerate(found.lines):
        if len(line) < 160 and _WROTE.fullmatch(line):
            mail.append(index)
            found.blank(index, HEAD)
    if mail or quoted or _is_letter(found.lines):
        _greetings(found)
    else:
        _without_farewell(found)
    return found


LAST = 3  # last lines of notes, which may be a farewell and a name


def _without_farewell(found: Plain) -> None:
    """Leave out a farewell that ends notes without a greeting: "Cheers", "Ana" behind a blank line."""
    filled = [index for index, line in enumerate(found.lines) if line.strip()]
    for index in filled[-LAST:]:
        own, after = found.lines[index], [found.lines[i] for i in filled if i > index]
        apart = index > 0 and not found.lines[index - 1].strip() and index != filled[0]
        if apart and ends_notes(own) and not any(map(_signs, after)):
            for place in range(index, len(found.lines)):
                found.blank(place, END)
            return


def is_head(text: str) -> bool:
    """Whether a line is one of the head of a mail: "From: …"."""
    return len(text) < 300 and _HEAD.match(text) is not None


def subject(text: str) -> str:
    """What a line of the head of a mail tells as its subject, "" if it tells something else."""
    label, _, said = text.replace("：", ":").partition(":")
    return said.strip() if label.strip().lower() in _SUBJECT else ""


def titled(reading: Reading) -> Reading:
    """The reading with the subject of a mail as its title, where it has no title that says what it is."""
    heads = (subject(skip.text) for skip in reading.skipped if skip.why == HEAD)
    said = next(filter(None, heads), "")
    return replace(reading, title=said) if said and not speaks_of_glossary(reading.title) else reading


def greets(text: str) -> bool:
    """Whether a line is a greeting, and nothing else: "Hi all,"."""
    return 0 < len(text) < 80 and _GREETING.fullmatch(text) is not None


def says_farewell(text: str) -> bool:
    """Whether a line ends a letter: "Best regards"."""
    return 0 < len(text) < 80 and _FAREWELL.fullmatch(text) is not None


def signs_off(text: str) -> bool:
    """Whether a text is a short farewell with a name: "Best, Ana". At the end of a mail only."""
    return len(text) < 80 and _SIGNED.fullmatch(text.strip()) is not None


def ends_notes(text: str) -> bool:
    """Whether a text is a farewell, with or without a name."""
    return says_farewell(text) or signs_off(text)


def calls_memo(text: str) -> bool:
    """Whether a line says that a message inside of a firm follows: "MEMO"."""
    return _MEMO.fullmatch(text) is not None


def _is_head(lines: Sequence[str], index: int, heads: Sequence[int]) -> bool:
    """Whether a line stands in the head of a mail: several such lines, with a subject or an address.

    Three in a row need neither, as at the top of a memo.
    """
    near = [lines[other].strip() for other in heads if abs(other - index) <= 4]
    beside = index + 1 in heads or index - 1 in heads
    told = any(bool(subject(line)) or "@" in line for line in near)
    in_a_row = any({*range(start, start + 3)} <= {*heads} for start in range(index - 2, index + 1))
    return beside and (told or in_a_row)


def _unquote(found: Plain) -> bool:
    """Remove the marks before quoted lines, if there are several; mark where a quotation begins or ends."""
    quoted = [bool(_QUOTE.match(line)) for line in found.lines]
    if sum(quoted) < 2:
        return False
    first = quoted.index(True)
    if _answers(found.lines, quoted, first):
        for index in range(first, len(quoted)):
            found.blank(index, QUOTED)
        return True
    for index, line in enumerate(found.lines):
        if quoted[index]:
            found.lines[index] = _QUOTE.sub("", line, count=1)
        elif line.startswith("  ") and index and quoted[index - 1]:  # ">> Name" over its text
            continue
        elif line.strip() and index and any(quoted[max(0, index - 2) : index]):
            found.noise.append(Noise(line=index + 1, text="", why="end of a section"))
    return True


def _answers(lines: Sequence[str], quoted: Sequence[bool], first: int) -> bool:
    """Whether the quotation at the end of a mail is the earlier mail, and the list stands above it."""
    if any(line.strip() and not sign for line, sign in zip(lines[first:], quoted[first:], strict=True)):
        return False
    own, earlier = lines[:first], [_QUOTE.sub("", line, count=1) for line in lines[first:]]
    near = (*own[-SIGNATURE:], *earlier[:2])
    ended = any(len(line) < 160 and (_WROTE.fullmatch(line) or says_farewell(line)) for line in near)
    return ended and _lists(own) and not _lists(earlier, 2)


def _lists(lines: Sequence[str], least: int = LISTED) -> bool:
    """Whether ``least`` lines have the same sign between a name and its text, heads of mails aside."""
    times = Counter(sign for line in lines if not _HEAD.match(line[:200]) for sign in _signs(line))
    return any(count >= least for count in times.values())


def _is_letter(lines: Sequence[str]) -> bool:
    greeting = any(_GREETING.fullmatch(line) for line in lines[:30] if len(line) < 80)
    return greeting and any(_FAREWELL.fullmatch(line) for line in lines if len(line) < 60)


def _greetings(found: Plain) -> None:
    _signatures(found)
    signature = 0
    times: Counter[str] = Counter()
    for index, line in enumerate(found.lines):
        short = len(line) < 80
        times.update(_signs(line))
        if short and line.strip() and _GREETING.fullmatch(line):
            found.blank(index, "greeting")
        elif short and line.strip() and _FAREWELL.fullmatch(line):
            _closing(found, index, {sign for sign, count in times.items() if count >= LISTED})
            found.noise.append(Noise(line=index + 1, text="", why="end of a section"))
            found.blank(index, END)
            signature = SIGNATURE
        elif signature:
            signature -= 1
            if short and line.strip() and (_CONTACT.match(line) or not re.search(r"[:=–]|\s-\s", line)):
                found.blank(index, END)


_DELIMITER = re.compile(r"-- ?")  # RFC 3676, 4.3


def _signatures(found: Plain) -> None:
    """Blank signatures below their delimiter, up to the head of another mail."""
    heads = {noise.line - 1 for noise in found.noise if noise.why == HEAD}
    for index in [place for place, line in enumerate(found.lines) if _DELIMITER.fullmatch(line)]:
        for place in range(index, min(index + LONGEST, len(found.lines))):
            if place in heads:
                break
            found.blank(place, END)


_FIRST_PERSON = re.compile(
    r"\b(?:I|I['’](?:ll|m|ve|d)|[Ii]ch|[Mm]i[rc]h?|[Jj]e|[Yy]o|[Ii]k|[Jj]ag|[Jj]eg)\b(?![/&])"
)


def _last_words(found: Plain, farewell: int) -> None:
    """Blank the paragraph above the farewell if its writer speaks of himself in it: "I will bring copies"."""
    end = next((index for index in range(farewell - 1, 0, -1) if found.lines[index].strip()), 0)
    start = next((index for index in range(end, 0, -1) if not found.lines[index].strip()), end) + 1
    if end - start < CLOSING and _FIRST_PERSON.search(" ".join(found.lines[start : end + 1])):
        for index in range(start, end + 1):
            found.blank(index, END)


def _signs(line: str) -> set[str]:
    return {sign for sign, looks in _SIGNS.items() if looks.search(line[:200])}


def _closing(found: Plain, farewell: int, listed: set[str]) -> None:
    """Blank the paragraphs between a list of lines with signs and the farewell, which have no such sign."""
    if not listed:
        _last_words(found, farewell)
        return
    inside: list[int] = []
    for index in range(farewell - 1, max(farewell - CLOSING, -1), -1):
        line = found.lines[index]
        if line.strip() and _signs(line) & listed:
            return
        if line.strip():
            inside.append(index)
            continue
        for place in reversed(inside):
            found.blank(place, END)
        inside = []
