"""What a defining text looks like in many languages: a noun and a clause about it, or a verb at its end.

``defining`` knows the openings of the languages that most glossaries are in. The words here are those that a
grammar lists (relative words, indefinite articles and pronouns, copulas), and none that belong to a trade.
"""

from __future__ import annotations

import re
from itertools import islice

OPENING = 400  # characters of a text that are looked at
IN_OPENING = 8  # words of it
_AFTER_COMMA = re.compile(  # relative words of languages that put a comma before a clause
    r"kter\w{1,4}|jen[žz]|jeho[žz]|jejíž|co|kdo|kdy|kde|ktor\w{1,4}|čo|kto|keď|kt[óo]r\w{1,4}|gdy|gdzie|kiedy|"
    r"котор\w{2,3}|кто|что|где|когда|чь[яёе]\w?|як(?:ий|а|е|і|ого|ої|ому|ій|им|ою|их|у|ими)|що|хто|де|коли|"
    r"ко(?:й|я|е|и)то|когото|където|когато|чи[ийяе]то|ко[јяе]\w{0,3}|што|koj\w{1,3}|što|tko|ko|gdje|gde|kada?|"
    r"ki|kjer|kdor|kar|kater\w{1,3}|a(?:mely|mi|ki|hol|mikor)\w{0,6}|"
    r"jo(?:ka|nka|ta|ssa|sta|hon|lla|lle|lta|tka|iden|ita|issa|illa)|mis|mida|mille\w{0,3}|kes|kelle\w{0,3}|kus|"
    r"kas|kam|kur\w{0,4}|kai|der|die|das|dem|den|dessen|deren|denen|wer|was|wo\w{0,7}|wenn|wie",
    re.IGNORECASE,
)
_WITHOUT_COMMA = re.compile(
    r"care|koj[iaeu]\w{0,2}|που|όπου|όταν|οποί\w{1,3}|yang|mà|để|som|hvor|där|sem|þegar|die|dat|waar\w{0,5}|wanneer|"
    r"که|الذي|التي|الذين|حيث|אשר|ש[\u05d0-\u05ea]{2,9}|जो|जिस\w{0,4}|जब|جو|جس|যা|যে|যেখানে|যখন|amba\w{2,3}|që|"
    r"que|qui|che|quem|that|which|who|whose|where|when",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(  # articles and pronouns before a genus, and "it is" at the beginning
    r"(?:něco|někdo|coko\w+|kdoko\w+|niečo|niekto|čoko\w+|coś|ktoś|то,|тот,|те,|нечто|щось|хтось|той,|нещо|някой|"
    r"nešto|net?ko|nekaj|nekdo|valami|valaki|olyan|egy|jokin|joku|miski|keegi|kažkas|cineva|ceva|"
    r"bir|herhangi|sebuah|suatu|seorang|sejenis|một|sự|việc|người|en|ett|et|noget|nogen|något|någon|noe|"
    r"noen|iets|'n|ένας|μία|μια|ένα|κάτι|κάποιος|eitt|einn|एक|वह|वे|कोई|किसी|ऐसा|ऐसी|একটি|এমন|کسی|یک|ایک|وہ|nje|një|"
    r"هو|هي|هم|הוא|היא|זהו|ke)\s",
    re.IGNORECASE,
)
_STOPS = re.compile(r"[.;:!?。।؟۔]")
# how a first sentence ends in languages whose verb stands last, or in which a noun ends the definition
_ENDS = (
    re.compile(
        r"(?:[dt][ıiuü]r|denir|denilir|denmektedir|ifade eder|anlamına gelir|kastedilir)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:こと|もの|を指\w{0,2}|をい[うい]\w{0,2}|を言う|意味\w{0,2}|総称|略称?|一種|名称|呼称|概念|"
        r"[\u4e00-\u9fff\u30a1-\u30fa\u30fc])(?:です|である|だ)?$"
    ),
    re.compile(  # Korean: a verb that stands before its noun
        r"[가-힣](?:는|은|을|된|한|할|인|던|운|온|른|진|난|린|긴|킨|낸|힌) [가-힣]{1,5}"
        r"(?:이다|입니다|[을를] (?:말한다|뜻한다|말합니다|뜻합니다))?$"
    ),
    re.compile(r"(?:है|हैं|कहते हैं|होता है|होती है|जाता है|জন্য|হয়|হল|হলো|বলে|নাম)$"),
    re.compile(r"(?:است|هستند|می‌گویند|می‌شود|ہے|ہیں|کہتے ہیں)$"),
)
_KANA = re.compile(r"[\u3040-\u30ff]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_GENUS = re.compile(  # Chinese: "指…", "一种…", "用于…", and a clause before its noun: "…的队列"
    r"指|是指|即|一[种種个個类類份]|用[于來来以]|[^，。；,.;]{2,40}[的之]\s?[\u4e00-\u9fffA-Za-z ]{1,14}$"
)
_TO_READERS = re.compile(
    r"(?<!\w)(?:du|dich|dir|dein\w{0,2}|usted(?:es)?|tú|puedes|nuestr[oa]s?|tuo|tua|tuoi|puoi|vostr[oaie]|nostr[oaie]|"
    r"você|vocês|noss[oa]s?|jij|jouw|uw|onze|dig|deg|ditt|dina|dine|vår|vårt|våra|vores|sinun|voit|voitte|"
    r"twój|twoj\w{1,3}|możesz|nasz\w{0,3}|váš|vaš\w{0,4}|můžete|môžete|máte|možete|naš\w{0,3}|ön|önnek|önt|"
    r"dumneavoastră|puteți|poți|вы|вас|вам|ваш\w{0,3}|ты|твой|твои|мы|наш\w{0,3}|ви|ми|можете|siz\w{0,4}|biz\w{0,3}|"
    r"\w{2,12}[ıiuü]n[ıiuü]z\w{0,4}|σας|μας|μπορείτε|anda|kamu|kami|bạn|chúng tôi|أنت|يمكنك|لديك|عليك|"
    r"אתה|אתם|שלך|שלכם|לך|לכם|אנחנו|תוכלו?|شما|आप\w{0,3}|हम\w{0,3}|আপনি|আপনার|আমরা)(?!\w)|"
    r"คุณ|あなた|私たち|ください|ましょう|您|你|我们|我們|请|당신|우리|세요|십시오|드립니다|드려요",
    re.IGNORECASE,
)

_ASKS = re.compile(
    r"(?:how|what|why|who|where|when|which|wie|was|warum|wer|wo|wann|wozu|welche[rs]?|comment|pourquoi|qui|où|"
    r"quand|quel(?:le)?s?|cómo|qué|por qué|quién(?:es)?|dónde|cuándo|cuál(?:es)?|come|"
    r"cosa|perché|chi|dove|quando|quale|"
    r"como|por que|quem|onde|qual|quais|hoe|wat|waarom|waar|wanneer|welke|hur|vad|varför|vem|när|"
    r"hvordan|hvad|hva|hvorfor|hvem|hvor|hvornår|miten|mitä|miksi|kuka|missä|milloin|"
    r"jak|jak[ýáéaie]|proč|kdo|kde|kdy|komu|"
    r"dlaczego|kto|gdzie|kiedy|ako|čo|prečo|kako|što|zašto|tko|gdje|kada|zakaj|kje|как(?:ие|ой|ая)?|что|почему|"
    r"кто|где|когда|зачем|як[іиа]?|що|чому|хто|коли|какво|защо|кой|къде|hogyan|miért|hol|mikor|"
    r"cum|ce|de ce|cine|"
    r"unde|când|nasıl|ne|neden|niçin|kim|nerede|bagaimana|apa|mengapa|siapa|kapan|πώς|τι|γιατί|ποιος|πού|πότε|"
    r"كيف|ما|لماذا|من|أين|متى|איך|מה|למה|מי|איפה|מתי|چگونه|چرا|چه|क्या|कैसे|क्यों|कौन|कहाँ|कब|"
    r"tại sao|làm thế nào)\s|"
    r"如何|怎[么麼樣样]|为什么|為什麼|什[么麼]",
    re.IGNORECASE,
)
_ORDERS = re.compile(  # an imperative as the first word
    r"(?!chez|assez|dite|arte|carte|note|suite|poste|porte|liste|perte|visite|vente|site|kate)"
    r"(?:[а-яё]{3,}(?:йте|ите|ьте)|[а-яіїєґ]{3,}(?:іть|йте)|[a-zà-ÿ]{3,}ez|"
    r"[a-zà-ž]{3,}(?:ě|ej|uj|aj|ň|ij)te|[a-zäö]{2,}k(?:aa|ää))\b|"
    r"[^\W\d_]{3,}(?:en|n) Sie\b",
    re.IGNORECASE,
)


def has_clause(text: str) -> bool:
    """Whether a text begins with a noun and a clause about it: "něco, co fungovalo", "jemand, der"."""
    if _INDEFINITE.match(text):
        return True
    said = _STOPS.split(text[:OPENING], maxsplit=1)[0].split()[:IN_OPENING]
    for place, word in enumerate(islice(said, 1, None), start=1):
        bare = word.strip(",()«»„“”\"'")
        if _WITHOUT_COMMA.fullmatch(bare):
            return True
        after = said[place - 1].endswith(",") or (place > 1 and said[place - 2].endswith(","))
        if after and _AFTER_COMMA.fullmatch(bare):
            return True
    return False


def ends_as_definition(text: str) -> bool:
    """Whether the first sentence ends with a copula or a noun, where the language puts these at its end."""
    first = _STOPS.split(text[:OPENING], maxsplit=1)[0].partition("（")[0].partition("(")[0].strip()
    if _HAN.search(first) and not _KANA.search(first):
        return bool(_GENUS.match(first))
    return any(end.search(first[-24:]) for end in _ENDS)


def speaks_to_readers(text: str) -> bool:
    """Whether a text has a word such as "you" or "our" of a language that ``defining`` does not know."""
    return bool(_TO_READERS.search(text[:OPENING]))


def asks(name: str) -> bool:
    """Whether a name begins with a word that asks: "Jaké údaje sbíráme"."""
    return _ASKS.match(name) is not None


def orders(text: str) -> bool:
    """Whether a text begins with an imperative: "Cliquez sur …", "Включите кабель"."""
    return _ORDERS.match(text[:OPENING]) is not None
