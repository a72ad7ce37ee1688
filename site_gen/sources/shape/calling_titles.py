"""Titles that say "glossary" in other words: "How we call things", "What means what", "Concepts".

All is matched against titles as ``names.fold`` leaves them: in small letters, without accents and signs.
"""

from __future__ import annotations

import re

from site_gen.model import names

WORDS = 9  # of such a title
_WE_CALL = (  # how or what, and a verb of naming that says "we": between them at most three words
    (r"how|what", r"we (?:call|say|mean|understand)|(?:are|is) called"),
    (
        r"so|wie|was",
        r"nennen|sagt man|heisst (?:was|das|es|bei)|(?:sagen|reden|sprechen|meinen|verstehen) wir",
    ),
    (r"comment|ce qu\w?", r"(?:on|nous) (?:appel|dit|dis|nomm|parl|entend)\w*|s appellent?|se disent"),
    (r"como|lo que|que", r"llamamos|decimos|nombramos|se llaman?|se dice"),
    (r"como|o que", r"chamamos|dizemos|falamos|se chamam?|se diz"),
    (r"come|cosa|che cosa", r"chiamiamo|diciamo|parliamo|intendiamo|si chiamano?|si dice"),
    (r"hoe|zo|wat", r"noemen|zeggen|bedoelen"),
    (r"sa|hur|vad", r"(?:sager|kallar|menar|pratar|talar) vi|vi (?:sager|kallar|menar)"),
    (
        r"sadan|hvordan|hvad|slik|hva",
        r"(?:siger|kalder|mener|taler|sier|kaller|snakker) vi|vi (?:siger|kalder|mener|sier|kaller)",
    ),
    (r"miten|mita|nain", r"kutsumme|sanomme|tarkoitamme|puhumme"),
    (r"hvernig|svona|hvad", r"kollum|segjum|tolum"),
    (r"kuidas|mida", r"nimetame|utleme|kutsume"),
    (r"ka|ko", r"saucam|sakam|runajam"),
    (r"kaip|ka", r"vadiname|sakome|kalbame"),
    (r"jak|co", r"nazywamy|mowimy|okreslamy|rozumiemy|rikame|nazyvame|myslime|rozumime|se rika"),
    (r"ako|co", r"hovorime|volame|nazyvame|myslime"),
    (r"kako|kaj|sto|sta", r"pravimo|imenujemo|recemo|zovemo|kazemo|nazivamo|govorimo|se (?:kaze|rece|zove)"),
    (r"како|шта|што", r"зовемо|кажемо|називамо|говоримо|нарекуваме|велиме"),
    (r"как|какво", r"наричаме|казваме|разбираме"),
    (r"как|что|так", r"называем|говорим|понимаем|зовем|именуем|(?:это |что )?называется"),
    (r"як|що|так", r"називаємо|кажемо|говоримо|розуміємо"),
    (r"hogyan|hogy|igy|mit|minek", r"hivjuk|hivunk|mondjuk|mondunk|nevezzuk|nevezunk|ertunk"),
    (r"cum|ce", r"numim|spunem|zicem|vorbim|intelegem"),
    (r"πω[ςσ]|τι|ετσι", r"λεμε|ονομαζουμε|εννοουμε|αποκαλουμε"),
    (r"ne|neye|nasil", r"diyoruz|deriz|denir|dedigimiz|adlandiriyoruz|anlama gelir|anlama geliyor"),
    (r"ماذا|كيف|ما", r"نسمي|نقول|نعني|نقصد"),
    (r"איך|מה|כך", r"(?:אנחנו |אנו )?(?:קוראים|אומרים|מתכוונים|מדברים)"),
    (r"چه|چگونه|چی", r"می ?گوییم|می ?نامیم|می ?گویند"),
    (r"क्या|किसे|कैसे", r"कहते|बुलाते|बोलते"),
    (r"apa|cara|bagaimana", r"(?:kita|kami) (?:menyebut|sebut|maksud|namai)"),
    (r"cach|goi|chung ta", r"goi la gi|goi ten|goi"),
)
_MEANS = (
    r"(?:which|what) (?:word|name|term)s? for what|welche[ns]? (?:wort|begriff) (?:fur was|wofur)|"
    r"quels? (?:mot|nom) pour quoi|que palabra para que|quale parola per cosa|que palavra para que|"
    r"welk woord waarvoor|"
    r"what (?:(?:it|things|these|this|that|everything|words) )?(?:all )?means?(?: what)?|what ?s what|"
    r"was (?:bedeutet|heisst|ist) was|quoi veut dire quoi|que es que|que significa (?:que|cada \w+)|"
    r"cosa significa cosa|o que e o que|o que significa cada \w+|wat (?:is|betekent) wat|"
    r"vad (?:ar|betyder) vad|hvad (?:er|betyder) hvad|hva (?:er|betyr) hva|mika on mika|"
    r"mita mikin tarkoittaa|co (?:jest|to|oznacza|znaczy) co|co (?:je|znamena) co|kaj je kaj|sto je sto|"
    r"sta je sta|шта је шта|што е што|что есть что|что (?:что )?(?:значит|означает)|що є що|"
    r"що (?:що )?означає|кое какво (?:е|означава)|mi micsoda|mi mit jelent|ce (?:e|este|inseamna) ce|"
    r"τι (?:σημαινει|ειναι) τι|ne ne(?:dir| demek)|kas (?:yra|ir) kas|mis on mis|apa itu apa|מה זה מה"
)
_CALLED = "|".join(rf"(?:{ask}) (?:[^ ]+ ){{0,3}}(?:{verb})" for ask, verb in _WE_CALL)
_CALLS = re.compile(rf"(?:{_CALLED}|{_MEANS})(?: .{{1,60}})?")
_UNSPACED = re.compile(
    r"(?:何と|なんと)(?:呼|言|い)|の呼び方|ことばの意味|言葉の意味|我[们們]怎[么麼][叫称稱]|怎[么麼]称呼|叫法|"
    r"(?:뭐라고|무엇이라) 부|부르는 (?:말|이름)|เรียกว่าอะไร|เราเรียก"
)
_AGREED = re.compile(  # "Words we agreed on"
    r"(?:words|terms|names|wording|vocabulary|language) (?:we|that we|as) agreed\b.*|"
    r"agreed (?:words|terms|wording|vocabulary|language)|sprachregelung(?:en)?|"
    r"afspraken over (?:woorden|termen)|"
    r"(?:договорились|условились|домовились) .{0,20}\b(?:слова\w*|термин\w*|назв\w*)|"
    r"(?:domluvili jsme se|dohodli jsme|ustaliliśmy|ustalenia|dogovor\w*|afspraken|vereinbart\w*|accord|"
    r"acuerdos?|accordi|acordos?|overens\w*|avtal\w*) .{0,24}\b(?:slov\w*|pojm\w*|slow\w*|poje\w*|woord\w*|"
    r"term\w*|wort\w*|begriff\w*|mots|palabras|parole|palavras|ord\w*)"
)
_WORDS_ALONE = re.compile(  # without blanks between words: "よく出る言葉"
    r".{0,8}(?:言葉|ことば|単語|常用词|常见词|行话|叫法|词语|常用詞|行話|詞語|用语|用語)(?:一覧|集|リスト|表|列表)?|"
    r".{0,10}(?:용어|단어)(?: ?(?:모음|정리|목록))?"
)
_AGREED_SIGNS = (
    "呼び方",
    "用語の統一",
    "言葉の統一",
    "统一叫法",
    "统一说法",
    "統一說法",
    "용어 통일",
    "용어 합의",
)
BESIDE = 4  # signs beside one of these in a title at most
_CONCEPTS = re.compile(  # other documents have chapters with such titles
    r"\b(?:concepts?|konzepte?|grundbegriffe|notions|conceptos?|concetti|conceitos?|konsep|concepte|notiuni|"
    r"εννοιε[ςσ]|kavramlar\w*|(?:ال)?مفاهيم|مفاهیم|अवधारणाए\w*|koncepty|koncepcie|khai niem|basics|"
    r"abc|abece|abeceda|abecadlo|азбука|абетка|alfabe\w*|αλφαβητ\w+|aakkoset|from a to z|von a bis z|"
    r"de (?:la )?a a (?:la )?z|dalla a alla z|van a tot z|fran a till o|fra a til a|od a do z|"
    r"от а до я|від а до я|a dan z ye|"
    r"(?:cheat|crib) ?sheets?|spickzettel|antiseche|aide memoire|pense bete|chuleta|spiekbriefje|lathund|"
    r"sciaga|tahak|шпаргалка)\b"
)
_CONCEPT_SIGNS = ("概念", "개념", "แนวคิด", "基本知识", "基礎知識")


def says_how_called(title: str) -> bool:
    """Whether a title says how things are called or what words mean, in one of many languages."""
    folded = names.fold(title)
    if len(folded.split()) > WORDS:
        return False
    if any(sign in folded and len(folded) <= len(sign) + BESIDE for sign in _AGREED_SIGNS):
        return True
    told = any(pattern.fullmatch(folded) for pattern in (_CALLS, _AGREED, _WORDS_ALONE))
    return told or _UNSPACED.search(title) is not None


_MEANT = re.compile(  # "lo que significa cada cosa del tablero", "was die Kürzel bedeuten"
    r"\b(?:what|was|que|qu|cosa|wat|vad|hvad|hva|co|ce|что|що|какво|τι|ne|neyin|hangi|mi|mit|mita) "
    r"(?!(?:this|that|it|das|dies|es|cela|ceci|ca|esto|eso|questo|cio|isto|isso|dit|dat|det|dette|to|это) )"
    r"(?:[^ ]+ ){0,6}?"
    r"(?:means?|stands? for|bedeute[nt]|heiss(?:t|en)|steh(?:t|en) fur|veu(?:t|lent) dire|"
    r"signifi(?:e|ent|ca|can|cano|cam)|qui?ere?[mn]? (?:decir|dizer)|vuol(?:e)? dire|vogliono dire|"
    r"beteken(?:t|en)|bety(?:der|r)|znacz[ya]|oznacza\w*|znamen(?:a|aji)|znaci|знач\w{1,3}|означа\w{1,4}|"
    r"σημαιν\w{2,4}|demek|anlama gel\w+|jelent\w*|tarkoitta\w*|inseamna)\b|"
    r"\b(?:meanings?|bedeutung(?:en)?|significations?|significados?|significat[oi]|betekenis(?:sen)?|znaczeni[ea]|"
    r"vyznam\w*|значени[ея]|значення|anlam(?:i|lari)?|betydelse\w*|betydning\w*|σημασι\w+) "
    r"(?:of|der|des|von|de|del|della|dei|delle|van|av|af|\w+)\b|"
    r"の意味|的意思|什么意思|뜻"
)


def says_what_means(text: str) -> bool:
    """Whether a line says that it leads to what things mean: "what the labels on the board mean:"."""
    return _MEANT.search(names.fold(text)) is not None


def speaks_of_concepts(title: str) -> bool:
    """Whether a title speaks of concepts, an alphabet or a crib, as glossaries and other documents do."""
    folded = names.fold(title)
    if len(folded.split()) > WORDS:
        return False
    return _CONCEPTS.search(folded) is not None or any(sign in title for sign in _CONCEPT_SIGNS)
