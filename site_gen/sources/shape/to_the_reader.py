"""Last paragraphs that speak to the reader: "Please put this sheet back.", "Thanks!"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from site_gen.sources.shape import invitations
from site_gen.sources.shape.blocks import Block, Heading, Labelled, Noise, Pair, Prose, Table, count_words

MAX_LENGTH = 240  # characters of such a paragraph
MOST = 3  # such paragraphs at the end of a document
INVITED = 4  # last blocks among which one may offer more
_FLAGS = re.IGNORECASE
_THANKS = re.compile(  # thanks and wishes
    r"(?:i )?hope (?:this|that|it) helps|(?:ich )?hoffe,? (?:das|dass das) hilft|"
    r"espero que (?:te |os |les |esto )?(?:sirva|ayude|ajude)|spero (?:che )?(?:sia utile|aiuti|ti aiuti)|"
    r"en espérant que (?:ça|cela) (?:t['’])?aide|"
    r"hopelijk helpt|"
    r"(?:(?:many|with) )?(?:thanks|thank you)\b(?! to (?!all|every|you))|"
    r"(?:(?:vielen|besten|herzlichen|lieben) dank|danke)\b|"
    r"(?:un grand |grand )?merci\b(?! de\b| à (?!tou))|"
    r"(?:muchas |mil )?gracias\b(?! al? (?!tod))|(?:molte |mille )?grazie\b(?! al?(?:la|le)?\b (?!tutt))|"
    r"(?:hartelijk |heel erg )?(?:bedankt|dank (?:je|u))\b|"
    r"(?:see you|good luck|have (?:fun|a (?:good|great|nice))|happy \w+ing|enjoy (?:the|your)|cheers)\b|"
    r"(?:viel (?:spaß|erfolg|glück|freude)|bis bald|gutes gelingen|schöne[ns]? (?:tag|abend|woche|"
    r"wochenende|zeit))\b|"
    r"(?:bonne (?:lecture|chance|journée|visite)|bon (?:courage|travail)|à bientôt|au revoir)\b|"
    r"(?:buena suerte|que (?:lo )?disfrutes?|hasta (?:pronto|luego)|buen trabajo|feliz \w+)\b|"
    r"obrigad[oa]\b|boa (?:leitura|sorte)\b|dziękuj|dzięki\b|děkuj|díky\b|ďakuj|tack(?: för|!|\.|$)|"
    r"tak(?: for\b|!)|"
    r"takk(?: for\b|!)|kiitos\b|köszön(?:jük|öm)\b|mulțumi|спасибо\b|благодар(?:им|ю)\b|дякує|дякую|"
    r"teşekkür|ευχαριστ|"
    r"(?:どうも)?ありがとう|谢谢|感谢|감사합니다|תודה|شكر|"
    r"terima kasih|cảm ơn|xin cảm ơn|ขอบคุณ|धन्यवाद|با تشکر|متشکر|سپاس|"
    r"hvala\b|aitäh|tänan|paldies|ačiū|takk fyrir|gràcies|faleminderit|diolch|go raibh maith|"
    r"(?:buon[ao]? (?:lettura|fortuna|lavoro|giornata)|a presto)\b|(?:veel (?:succes|plezier)|tot ziens)\b",
    _FLAGS,
)
_ASKS = re.compile(  # a question to the reader, with whom to ask after it
    r"(?:(?:any|more|other|further|still|got|have|do you have)\s(?:an?\s|any\s|more\s)?)?"
    r"(?:questions?|comments?|doubts|feedback|ideas|suggestions?|corrections?|problems?|not sure|"
    r"unsure|unclear|lost|stuck)"
    r"[^.?!:]{0,40}\?|"
    r"(?:noch |haben sie |hast du |habt ihr |weitere )?(?:noch )?(?:fragen|eine frage|rückfragen|"
    r"unklar|unsicher|ideen|"
    r"fehler gefunden)[^.?!:]{0,40}\?|"
    r"(?:des |une |d['’]autres |avez-vous (?:des|une) )?(?:questions?|doutes?|remarques?|"
    r"suggestions?)[^.?!:]{0,40}\?|"
    r"¿?\s?(?:alguna |tienes |tiene |más )?(?:alguna )?(?:preguntas?|dudas?|sugerencias?)[^.?!:]{0,40}\?|"
    r"(?:hai |avete |altre )?(?:domande|dubbi|suggerimenti)[^.?!:]{0,40}\?|"
    r"(?:tem |alguma |mais )?(?:dúvidas?|perguntas?|sugest(?:ão|ões)|não encontrou)[^.?!:]{0,40}\?|"
    r"(?:masz |macie |jakieś )?(?:pytani[ea]|uwagi|wątpliwości)[^.?!:]{0,40}\?|"
    r"(?:máte |nějaké )?(?:dotaz\w*|otázk\w*|připomínk\w*)[^.?!:]{0,40}\?|"
    r"(?:har du |några )?(?:frågor|synpunkter)[^.?!:]{0,40}\?|(?:har du )?sp(?:ørgs|ørs)mål[^.?!:]{0,40}\?|"
    r"(?:onko )?kysyttävää[^.?!:]{0,40}\?|(?:van )?kérdés\w*[^.?!:]{0,40}\?|"
    r"(?:aveți )?întrebări[^.?!:]{0,40}\?|"
    r"(?:есть |остались )?вопросы[^.?!:]{0,40}\?|не нашли[^.?!:]{0,40}\?|(?:є )?(?:питання|"
    r"запитання)[^.?!:]{0,40}\?|"
    r"(?:bir )?soru(?:n|nuz|larınız)\b[^.?!:]{0,40}\?|"
    r"(?:nog |heb je |heeft u )?(?:nog )?(?:vragen|een vraag|opmerkingen)[^.?!:]{0,40}\?|"
    r"[※*]?\s?(?:ご不明な?点|ご質問|不明点|お問い?合わせ)(?:は|が|など)|"
    r"[※*]?\s?(?:如有|如果有|若有)[^。]{0,12}(?:请|請)|"
    r"[※*]?\s?(?:문의|궁금한 ?(?:점|사항)|질문)(?:은|는|이|사항)",
    _FLAGS,
)
_WHOM = re.compile(  # "Questions: Ann (ext. 214)", "Source: intranet, version 3"
    r"(?:(?:questions?|queries|corrections|feedback|contact|fragen|rückfragen|kontakt|questions? à|"
    r"pour toute question|dudas|"
    r"for questions|bei fragen|preguntas|consultas|contacto|domande|contatti|dúvidas|perguntas|vragen|"
    r"pytania|dotazy|otázky|frågor|spørgsmål|spørsmål|kysymykset|kérdés(?:ek)?|"
    r"întrebări|вопросы|питання|sorular)\s?:\s.{0,60}(?:@|\d{3}|#\w|\b(?:ask|fragen|demander|preguntar|"
    r"chiedere|perguntar|vragen)\b)|"
    r"(?:sources?|quellen?|bron|bronnen|fuentes?|font[ei]|źródł[oa]|zdroje?|käll(?:a|or)|kilder?|источник|"
    r"джерело|kaynak)\s?:\s"
    r".{0,60}(?:\b(?:intranet|version|versie|versión|versione|versão|wersja|verze|stand)\b|https?://|www\.|"
    r"20\d\d))",
    _FLAGS,
)
_COPIES = re.compile(  # "Printed copies are …", "If you would like this leaflet in large print …"
    r"th(?:is|ese) (?:page|list|document|sheet|glossary|handout|paper|file|booklet|leaflet)s? "
    r"(?:was|were|has been|have been|will be|"
    r"is (?:kept|maintained|owned|reviewed|updated|checked|part of|not))\b|"
    r"if (?:an? |any |some |your |one )?(?:words?|terms?|abbreviations?|acronyms?|entry|entries|definitions?|"
    r"(?:some|any)thing) (?:is|are) (?:missing|wrong|unclear|out of date)\b|"
    r"dieses? (?:seite|liste|datei|dokument|glossar|blatt|handbuch) (?:wird|wurde|ist teil)\b|"
    r"(?:wenn|falls) (?:dir |euch |ihnen )?"
    r"(?:etwas|(?:noch )?eine? (?:wort|begriff|abkürzung|eintrag)) fehlt\b|"
    r"ce(?:tte)? (?:document|page|liste|glossaire|fiche) (?:est (?:tenu|mis|révisé)|a été|sera)\w*\b|"
    r"est[ea] (?:documento|página|lista|glosario|hoja) (?:fue|ha sido|se (?:revisa|actualiza))\b|"
    r"(?:printed|paper|old(?:er)?) (?:copies|copy|versions?|lists?) (?:of this |are |is |may |go )|"
    r"(?:issued|published|compiled|maintained|prepared) by .{2,60}\b(?:19|20)\d\d\b.{0,80}$|"
    r"(?:uwagi|pytania|zastrzeżenia|poprawki) (?:prosimy|proszę) (?:kierować|zgłaszać|wysyłać)|"
    r".{0,30}\b(?:ouverte?s?|geöffnet|öffnungszeiten|abiert[oa]s?|horario|apert[oa]|orario?|opening hours)\b"
    r".{0,20}\b(?:lundi|montags?|lunes|lunedì|monday|mo)\b|"
    r"uncontrolled (?:if|when|once) printed\b|"
    r"you(?:['’]re| are)? (?:get|got|receiv(?:e|ed|ing)|getting) this (?:e-?mail|mail|newsletter|message)\b|"
    r"(?:sie erhalten|du erhältst|du bekommst) diese[ns]? (?:e-?mail|mail|newsletter|nachricht)\b|"
    r"(?:vous recevez|tu reçois) ce(?:t|tte)? (?:e-?mail|courriel|newsletter|message)\b|"
    r"(?:recibes?|has recibido) este (?:correo|e-?mail|boletín|mensaje)\b|"
    r"(?:ricevi|hai ricevuto) questa (?:e-?mail|newsletter|mail)\b|"
    r"(?:você )?(?:recebeu|está recebendo) este e-?mail\b|(?:u ontvangt|je ontvangt) deze (?:e-?mail|"
    r"nieuwsbrief)\b|"
    r".{0,40}\bthis (?:leaflet|booklet|brochure|document|page|list) "
    r"(?:in|is also available in|can be had in) (?:large|other|another|braille|easy)",
    _FLAGS,
)
_INTERNAL = re.compile(  # "Internal document, do not pass on."
    r"(?:(?:strictly |company )?(?:internal|confidential)(?: document| paper| list)?|"
    r"for internal use(?: only)?|"
    r"(?:nur )?(?:für den internen gebrauch|zum internen gebrauch)|internes (?:dokument|papier)|vertraulich|"
    r"document interne|(?:à )?usage interne|documento (?:interno|de uso interno)|(?:para )?uso interno|"
    r"intern (?:document|gebruik|dokument)|interní dokument|dokument wewnętrzny|do użytku wewnętrznego|"
    r"для (?:внутреннего|служебного) пользования|для внутрішнього користування|dahili kullanım)"
    r"(?:\s?[,;:.–—-].{0,60})?",
    _FLAGS,
)
_PLEASE = re.compile(
    r"(?:please|kindly|bitte|merci de|veuillez|prière de|s['’]il (?:vous|te) pla[iî]t|por favor|se ruega|"
    r"per favore|si prega di|alstublieft|gelieve|graag|prosimy|proszę|prosím[e]?|vänligen|venligst|vennligst|"
    r"kérjük|kérem|molimo|prosimo|palun|lūdzu|prašome|моля|молимо|vinsamlegast|si us plau|"
    r"mohon|harap|tolong|silakan|"
    r"vui lòng|xin (?:hãy|vui lòng)|xin|กรุณา|โปรด|कृपया|لطفاً?|خواهشمند|يرجى|الرجاء|נא|אנא|請|请|부탁|"
    r"kérjük|kérem|vă rugăm|пожалуйста|просьба|просим|будь ласка|просимо|прохання|lütfen|παρακαλ\w+)\b",
    _FLAGS,
)
_IMPERATIVE = re.compile(  # what is done with a paper or a page
    r"(?:put|return|bring|leave|keep|print|pin|hang|update|check|correct|copy|share|send|give|take|"
    r"read|tell|write|shout|holler|ping|"
    r"ask|contact|email|mail|call|ring|let|feel free|don['’]t|do not|if you|for questions|"
    r"legt?|hängt?|gebt?|gib|schickt?|sagt?|bringt?|lasst?|druckt?|fragt?|meldet?|melde|wer |wenn (?:sie|"
    r"du|ihr)|bei (?:fragen|rückfragen|unklarheiten|problemen)|"
    r"remettez|rangez|laissez|gardez|rendez|envoyez|écrivez|demandez|contactez|imprimez|"
    r"n['’]oubliez pas|si vous|"
    r"pour toute question|devuelv[ae]n?|dej[ae]n?|guard[ae]n?|escrib[ae]n?|pregunt[ae]n?|envíen?|"
    r"no olvid\w+|si tiene[ns]?|"
    r"rimett\w+|riport\w+|lasci\w+|scriv\w+|chied\w+|contatt\w+|se avete|per domande|"
    r"leg|hang|breng|laat|stuur|vraag|mail|als je|als u|bij vragen)\b",
    _FLAGS,
)
_OF_DOCUMENT = re.compile(  # the paper or page itself, and what its readers have
    r"\b(?:th(?:is|ese) (?:sheets?|lists?|pages?|papers?|documents?|files?|glossary|notes?|words|"
    r"copy|binder|cards?)|"
    r"(?:contact|e-?mail|write to|get in touch with|chat with|reach|let) (?:us|me)\b|"
    r"(?:any |your )?(?:questions|feedback|corrections|suggestions)|"
    r"if (?:any|some)thing(?:['’]s| is| looks| seems| sounds)? ?(?:unclear|missing|wrong|odd|out of date)|"
    r"(?:wenn|falls) (?:et)?was (?:unklar|falsch|fehlt|nicht stimmt)|si quelque chose manque|"
    r"si (?:falta )?algo|se (?:manca )?qualcosa|als er iets|"
    r"diese[sn]?r? (?:blatt|liste|zettel|seite|dokument|datei|glossar|heft|karten?)|fragen|unklarheiten|"
    r"rückmeldung(?:en)?|"
    r"(?:cette|ce|ces) (?:feuilles?|listes?|pages?|documents?|fichiers?|glossaire|lexique|fiches?)|"
    r"questions?|"
    r"(?:esta|este|estas) (?:hojas?|listas?|páginas?|documento|archivo|glosario|fichas?)|preguntas|dudas|"
    r"(?:quest[oaei]) (?:fogli[oa]?|list[ae]|pagin[ae]|document[oi]|file|glossario|sched[ae])|domande|"
    r"(?:esta|este) (?:folha|lista|página|documento|ficheiro|glossário)|dúvidas|perguntas|"
    r"(?:t[aąeęo]) (?:list[aęy]|kartk[aę]|stron[aęy]|słownik)|pytani[aeu]|uwagi|tento (?:seznam|slovník|"
    r"dokument)|dotazy|"
    r"(?:den här|denna) (?:listan?|sidan?|ordlistan?)|frågor|denne (?:liste|side|ordliste)|spørgsmål|"
    r"(?:этот|этом|данный) (?:список|словар\w+|глоссари\w+|документ)|вопрос(?:ы|ам|ов)|bu (?:liste|sayfa|"
    r"sözlük|belge)|"
    r"(?:daftar|halaman|dokumen|glosarium) ini|(?:danh sách|trang|tài liệu|bảng) này|"
    r"این (?:فهرست|صفحه|سند|واژه‌نامه)|"
    r"هذه? (?:القائمة|الصفحة|الوثيقة|المسرد)|(?:הרשימה|הדף|המסמך) (?:הזה|הזאת)|"
    r"(?:ovaj|ovu|ovom|ta|tej) (?:popis|stranicu|list\w*|seznam\w*)|"
    r"(?:dit|deze) (?:blad|lijst|pagina|document|bestand|woordenlijst|kaart)|vragen)\b",
    _FLAGS,
)


_MENTION = re.compile(r"^(?:\[~[\w.@-]{1,40}\]|@[\w.-]{2,40})[,:]?\s+")  # of a colleague


_ANSWERS = re.compile(  # to thanks, and on leaving a talk
    r"(?:you['’]?re welcome|no (?:problem|worries)|np\b|anytime|my pleasure|gern(?:e| geschehen)?\b|bitte\b|"
    r"keine ursache|de rien|pas de (?:quoi|souci)|je (?:t|vous) en prie|(?:de )?nada\b|"
    r"no hay de qué|un placer|prego\b|di niente|figurati|"
    r"graag gedaan|geen dank|ingen orsak|varsågod|selv tak|bare hyggelig|ole hyvä|"
    r"nie ma za co|nie ma sprawy|není zač|nemáš zač|szívesen|cu plăcere|не за что|пожалуйста|прошу\b|"
    r"rica ederim|bye\b|see (?:you|u)|bis (?:dann|später|morgen|gleich)|tschüss|ciao\b|"
    r"à (?:demain|plus|tout)|hasta (?:mañana|luego)|a domani|tot (?:morgen|straks)|vi ses|"
    r"do jutra|zatím|пока\b|görüşürüz)",
    _FLAGS,
)


def is_closing(text: str) -> bool:
    """Whether what somebody says in a talk thanks, answers thanks or takes leave."""
    return _THANKS.match(text) is not None or _ANSWERS.match(text) is not None


def from_place(found: Sequence[Block]) -> int:
    """The index from which all blocks with content speak to the reader; their number if none do."""
    invited = _from_invitation(found)
    first, told = invited, 0
    for index in range(invited - 1, 0, -1):
        if isinstance(found[index], Noise):
            continue
        if told == MOST or not _speaks(found, index):
            break
        first, told = index, told + 1
    return first


def _from_invitation(found: Sequence[Block]) -> int:
    """The index of a paragraph near the end that offers readers more, as all after it does; else the end."""
    content = [index for index in range(1, len(found)) if not isinstance(found[index], Noise)][-INVITED:]
    own = [_own_text(found, index) for index in content]
    starts = (place for place, text in enumerate(own) if text and invitations.invites(text))
    place = next(starts, None)
    if place is None or not all(own[place:]):
        return len(found)
    before = next((one for one in reversed(found[: content[place]]) if not isinstance(one, Noise)), None)
    return content[place] if isinstance(before, Prose | Labelled | Pair | Table) else len(found)


_QUESTIONS = re.compile(
    r"(?:any )?questions|(?:noch )?fragen|rückfragen|preguntas|dudas|domande|vragen|perguntas|dúvidas|"
    r"bei (?:fragen|rückfragen|unklarheiten)|(?:for|with) questions|pour toute question|per domande|"
    r"bij vragen|para (?:preguntas|dudas)|pytania|dotazy|otázky|frågor|spørgsmål|spørsmål|"
    r"kysymykset|kérdések|întrebări|вопросы|питання|sorular",
    _FLAGS,
)
SHORT = 8  # words that say whom to ask


def _says_whom_to_ask(block: Block) -> bool:
    """Whether a labelled line only tells who answers questions: "Questions → Ida (ext. 12)"."""
    if not isinstance(block, Labelled):
        return False
    option = block.options[0]
    return bool(_QUESTIONS.fullmatch(option.name)) and count_words(option.body) <= SHORT


def _speaks(found: Sequence[Block], index: int) -> bool:
    """Whether the block at ``index`` speaks to the reader, and the entry above it has a text without it."""
    if _says_whom_to_ask(found[index]):
        return True
    text = _MENTION.sub("", _own_text(found, index), count=1)
    before = next((one for one in reversed(found[:index]) if not isinstance(one, Noise)), None)
    if not text or len(text) > MAX_LENGTH or not isinstance(before, Prose | Labelled | Pair | Table):
        return False
    if any(told.match(text) for told in (_THANKS, _ASKS, _WHOM, _COPIES)) or _INTERNAL.fullmatch(text):
        return True
    asked = _PLEASE.match(text) or _IMPERATIVE.match(text)
    if not asked or _goes_on_elsewhere(found[:index]):
        return False
    headed = any(isinstance(one, Heading) and one.sure and one.depth > 1 for one in found[1:index])
    return bool(_OF_DOCUMENT.search(text)) or (not headed and _PLEASE.match(text) is not None)


def _own_text(found: Sequence[Block], index: int) -> str:
    """The text of a block that is a paragraph of its own, "" if it may be an entry like others."""
    block = found[index]
    if isinstance(block, Labelled):
        others = {
            one.style for other in found[:index] if isinstance(other, Labelled) for one in other.options
        }
        if block.listed or not others.isdisjoint(option.style for option in block.options):
            return ""
        block = block.otherwise
    if isinstance(block, Heading):
        return "" if block.sure or block.style == "number" else block.text.strip()
    return block.text.strip() if isinstance(block, Prose) and not (block.bullet or block.verbatim) else ""


def _goes_on_elsewhere(above: Sequence[Block]) -> bool:
    """Whether an entry has a second paragraph, so that a last one may belong to its entry as well."""
    content = [one for one in above if not isinstance(one, Noise)]
    heads = (place for place, one in enumerate(content) if place and isinstance(one, Heading | Labelled))
    entries = content[next(heads, len(content)) :]
    return any(
        isinstance(after, Prose) and not after.bullet and isinstance(one, Prose | Labelled)
        for one, after in pairwise(entries)
    )
