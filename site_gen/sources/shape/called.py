"""Words that introduce other names or refer to other entries, in the languages of common glossaries.

All are patterns without groups that capture. Phrases need no colon before the names ("también llamado X"),
words need one ("Också: X"), and marks are short forms with a point, as dictionaries print them ("сокр. X").
"""

from __future__ import annotations


def _any(*patterns: str) -> str:
    """One of the patterns; the order counts where one begins as another does."""
    return "|".join(patterns)


OR = (  # between two names; words that no other language has between the words of a name
    r"oder|ou|или|veya|ya da|lub|albo|eller|nebo|anebo|alebo|ili|або|чи|või|arba|eða|atau|hoặc|vagy|"
    r"یا|या|หรือ|או|أو|또는"
)
ALSO = (  # "also" alone, before another name
    r"also|auch|aussi|également|también|anche|também|ook|också|även|også|myös|też|także|również|inaczej|též|"
    r"také|taktiež|tiež|также|тоже|иначе|також|інакше|ayrıca|επίσης|també|tamén"
)
PHRASES = _any(  # beside the English ones
    r"(?:wird |werden )?auch (?:bekannt als|genannt|bezeichnet als)|man sagt auch",
    r"on dit aussi|se dit aussi|"
    r"(?:aussi|également) (?:appelée?s?|nommée?s?|dite?s?|connue?s? sous le nom de)|"
    r"(?:appelée?s?|nommée?s?|dite?s?) (?:aussi|également)|(?:parfois|souvent) appelée?s?",
    r"se (?:le |les )?(?:dice|llama|conoce) también(?: como)?|"
    r"también (?:conocid[oa]s? como|llamad[oa]s?|denominad[oa]s?|se (?:le |les )?(?:dice|llama|conoce como))",
    r"(?:anche|altrimenti) (?:dett[oaie]|chiamat[oaie]|denominat[oaie]|not[oaie] come|conosciut[oaie] come)|"
    r"si dice anche|dett[oa] anche|not[oa] anche come",
    r"também (?:chamad[oa]s?(?: de)?|dit[oa]s?|denominad[oa]s?|conhecid[oa]s? (?:como|por))|"
    r"(?:conhecid[oa]|chamad[oa]) também (?:como|de|por)",
    r"ook wel (?:genoemd|bekend als|aangeduid als|afgekort (?:tot|als))|ook (?:genoemd|bekend als)|ook wel",
    r"(?:även|också) (?:kalla[tds]|känt? som|benämnt)|kallas (?:även|också|ibland)",
    r"også (?:kaldet|kaldt|kalt|kjent som|kendt som|benævnt)|kald?l?es også",
    r"(?:inaczej|też|także|również|potocznie) (?:zwan[aey]|nazywan[aey]|znan[aey] jako)|"
    r"(?:zwan[aey]|nazywan[aey]|znan[aey]) (?:też|także|również)(?: jako)?",
    r"(?:též|také|rovněž|někdy) (?:zvan[ýáé]|nazývan[ýáé]|znám[ýáé] jako|označovan[ýáé] jako)",
    r"tunnetaan myös (?:nimellä|nimillä)|kutsutaan myös",
    r"más néven|más nevén|más szóval",
    r"(?:numit|denumit|cunoscut)ă?(?: și| şi)(?: ca| sub numele de)?",
    r"(?:также|иногда|ещё|еще) (?:называют|называется|называемый|называемая|известен как|известна как|"
    r"известно как|именуется)|(?:он|она|оно|они) же",
    r"(?:також|ще|інколи) (?:називають|називається|відомий як|відома як|відоме як)",
    r"diğer adıyla|bir diğer adıyla|namıdiğer",
    r"(?:γνωστ(?:ός|ή|ό)|λέγεται|ονομάζεται|αποκαλείται) (?:και|επίσης)(?: ως)?",
    r"(?:נקרא|נקראת|מכונה|ידוע|ידועה|מוכר|מוכרת) גם(?: בשם| בתור| כ)?",
    r"(?:нарича(?:т|н|на|но|ни)? (?:се )?|известн?(?:а|о|и)? )(?:още|също)(?: като)?|"
    r"познат(?:а|о)? и као|назива се и|"
    r"назива се и|наричан(?:а|о)? (?:още|също)|нарича се(?: още| също)|також звати",
    r"(?:također|takođe|još) (?:poznat[aeo]? kao|zvan[aeo]?|se naziva)|poznat[aeo]? i kao|naziva se i|"
    r"imenovan[ao]? tudi|znan[ao]? tudi kot|"
    r"(?:tiež|taktiež) (?:nazývan[ýáé]|znám[yae] ako|označovan[ýáé] ako)",
    r"(?:dar|taip pat) vadinam(?:a|as|i|os)|sauk(?:ts|ta|ti|tas) arī|dēvē(?:ts|ta) arī|nimetatakse ka|"
    r"tuntud ka (?:kui|nime all)|einnig (?:kalla[ðr]ur|kallað|kölluð|nefnt)|"
    r"(?:quhet|njihet) (?:edhe|gjithashtu)(?: si)?|gelwir hefyd yn|a elwir hefyd yn|magħruf ukoll bħala",
    r"també (?:anomena(?:t|da|ts|des)|conegu(?:t|da|ts|des) com(?: a)?)|"
    r"tamén (?:chamad[oa]s?|coñecid[oa]s? como|denominad[oa]s?)",
    r"(?:juga|sering|biasa) (?:disebut|dikenal)(?: juga)?(?: sebagai| dengan)?|"
    r"(?:disebut|dikenal) juga(?: sebagai| dengan)?",
    r"(?:hay )?còn (?:được )?gọi là|hay gọi là|còn được biết đến (?:là|với tên)|còn có tên(?: là)?",
    r"و?(?:يسمى|يسمّى|تسمى|تسمّى|يعرف|يُعرف|تعرف|تُعرف|يطلق عليه) أيض[ًا]{1,2}(?: باسم| بـ)?",
)
UNSPACED = (  # of scripts without spaces between words; neither blank nor colon has to follow
    r"เรียกอีก(?:อย่าง|ชื่อ)(?:หนึ่ง)?ว่า|หรือ(?:ที่)?เรียกว่า|別名|別称|異名|略称|略語|同義語|類義語|旧称|通称|俗称|または|又称(?:为)?|又名|又叫|亦称|也称(?:为|作)?|也叫(?:做)?|"
    r"别名|别称|简称|俗称|旧称|全称|又稱|亦稱|也稱|別稱|簡稱|俗稱"
)
WORDS = _any(  # beside the English ones
    r"auch|oder|synonyme?n?|weitere (?:namen|bezeichnung(?:en)?)|andere (?:namen?|bezeichnung(?:en)?)",
    r"aussi|synonymes?|autres? (?:noms?|appellations?|dénominations?)",
    r"también|sinónimos?|otr[oa]s? (?:nombres?|denominaci(?:ón|ones))",
    r"anche|sinonim[io]|altr[io] nom[ei]",
    r"também|sinônimos?|outros? nomes?",
    r"ook|synoniem(?:en)?",
    r"även|också|synonym(?:er)?",
    r"også",
    r"też|także|również|inaczej|synonimy?",
    r"též|také|rovněž|synonyma?",
    r"myös|synonyymi[t]?",
    r"szinonim[aá]k?",
    r"sinonime?",
    r"также|иначе|иное название|другое название|другие названия|синонимы?|разговорное|разг\.",
    r"також|інакше|інша назва|інші назви|синоніми?",
    r"ayrıca|eş anlamlısı|eş anlamlıları|diğer adı|diğer adları",
    r"επίσης|συνώνυμ[οα]|αλλιώς",
    r"גם|שם נוסף|שמות נוספים|מילים נרדפות|מילה נרדפת",
    r"مرادف(?:ات)?|أيض[ًا]{1,2}|اسم آخر|أسماء أخرى",
    r"einnig|samheiti|sünonüümi?d?|teised nimetused|sinonīm[si]?|sinonimai|sinonimas|taip pat",
    r"tudi|sopomenk[ae]|također|takođe",
    r"също|синонима?|друго име|други имена|такође|други назив|таксама|сінонімы?|іншая назва",
    r"també|sinònims?|altres noms|tamén|outros? nomes?|sinonim|nama lain|istilah lain",
    r"tên (?:gọi )?khác|(?:từ )?đồng nghĩa|ชื่ออื่น(?:ๆ)?|คำพ้อง(?:ความหมาย)?|पर्यायवाची|समानार्थी|पर्याय|अन्य नाम",
    r"مترادف(?:‌ها)?|نام دیگر|نام‌های دیگر|همچنین",
    r"다른 이름|다른 말|이칭|별칭|별명|동의어|유의어|약칭|약어|줄임말",
)
SHORTS = _any(  # before an abbreviation, with a colon
    r"abbr?\.|abbreviation|abbreviated|short(?: form)?|abk\.|abkürzung|kurz(?:form)?|abrév\.|abréviation|"
    r"sigle|abrev\.|"
    r"abr\.|abreviatura|abreviação|sigla|abbreviazione|acronimo|afk\.|afkorting|förk\.|förkortning|fork\.|"
    r"forkortelse|lyh\.|lyhenne|skr\.|skrót|zkr\.|zkratka|skratka|röv\.|rövidítés(?:e)?|prescurtare|сокр\.|"
    r"сокращение|сокращённо|сокращенно|скор\.|скорочення|скорочено|kıs\.|kısaltma(?:sı)?|kısaca|συντ\.|συντομογραφία|"
    r"skammst\.|skammstöfun|lüh\.|lühend|saīs\.|saīsinājums|santrumpa|sutrump\.|trumpinys|krat\.|kratica|okrajšava|"
    r"skraćenica|skraćeno|скраћеница|скраћено|съкр\.|съкращение|скарач\.|скарачэнне|acrònim|singkatan|disingkat|"
    r"viết tắt(?: là)?|ตัวย่อ|คำย่อ|อักษรย่อ|संक्षेप|संक्षिप्त रूप|مخفف|اختصارا?|الاختصار|קיצור|ראשי תיבות"
)
STANDS_FOR = _any(  # in brackets, between a short form and what it is short for
    r"(?:short(?:ened)?|stands?|standing) for|"
    r"(?:an? )?(?:abbreviation|acronym|initialism|contraction|short form) (?:of|for)",
    r"(?:abk\.|abkürzung|kurzform|kürzel|kurzwort|akronym|kurz|steht) (?:für|von)",
    r"(?:abréviation|abrégé|acronyme|sigle|contraction|diminutif) (?:de|du|pour)(?: l[ae])?",
    r"(?:abreviatura|acrónimo|siglas?|abreviación|contracción) (?:de|del)|"
    r"(?:abbreviazione|acronimo|sigla|contrazione) (?:di|del|della|per)|"
    r"(?:abreviatura|acrónimo|acrônimo|sigla) (?:de|do|da)",
    r"(?:afkorting|acroniem) (?:van|voor)|(?:förkortning|akronym) (?:av|för)|"
    r"(?:forkortelse|akronym) (?:for|av)",
    r"(?:сокращение|сокр\.|аббревиатура|скорочення|абревіатура) (?:от|від)|skrót od|"
    r"zkratka (?:za|pro|od)|skratka (?:za|pre|od)",
)
MARKS = (  # in brackets, before a short form, an everyday word or another name
    r"(?:skst|lüh|saīs|santr|krat|съкр|abbr|abk|abr|abrev|abrév|abbrev|afk|förk|fork|lyh|zkr|skr|skt|röv|prescurt|сокр|скор|аббр|kıs|kıst|συντ|"
    r"ugs|umg|umgs|fam|coloq|colloq|pop|pot|hovor|vard|puhek|разг|прост|розм|спец|проф|kon|halk|"
    r"syn|sin|sinón|sinôn|syng|zob|син|eşanl|συν)"
)
HEREINAFTER = (  # before the short name of a contract or regulation, mostly with a dash
    r"hereinafter(?: (?:referred to as|called|also))?|hereafter|im folgenden|nachfolgend|nachstehend|"
    r"ci-après|dénommée? ci-après|en adelante|en lo sucesivo|di seguito|in seguito|doravante|adiante|"
    r"hierna(?: te noemen)?|далее(?: по тексту)?|надалі|далі|dalej|zwan[aey] dalej|dále(?: jen)?|"
    r"ďalej(?: len)?|a továbbiakban|în continuare|denumit[ăe]? în continuare|bundan sonra|kısaca|"
    r"nedan kallat|nedenfor|jäljempänä|以下|下称"
)
SEE_ALSO = _any(  # of them, those that follow the text of an entry
    "see also|siehe auch|voir aussi|voir également|véase también|ver también|vea también|vedi anche|"
    "sjá einnig|vt ka|vaata ka|skat\\. arī|skatīt arī|žr\\. taip pat|glej tudi|vidi i|vidi također|"
    "виж също|вижте също|види и|shih edhe|vegeu també|véxase tamén|"
    "lihat juga|xem thêm|ดูเพิ่มเติม|यह भी देखें|همچنین ببینید|"
    "veja também|ver também|zie ook|se även|se också|se også|zob\\. też|zobacz też|zobacz także|viz také|"
    "viz též|viz tiež|katso myös|ks\\. myös|lásd még|vezi și|см\\. также|смотри также|див\\. також|"
    "дивіться також|ayrıca bakınız|ayrıca bkz\\.?|βλ\\. επίσης|βλέπε επίσης|ראו גם|ראה גם|انظر أيض[ًا]{1,2}"
)
SEE = _any(
    SEE_ALSO,
    "see|refer to|same as|vide|siehe unter|siehe|s\\. ?u\\.|voir|cf\\.|véase|vea|ver|vedi|zie|veja",
    "смотри(?:те)?|см\\.|див\\.|дивись|bkz\\.?|bakınız|bakın|se under|se|zob\\.|zobacz|patrz|viz|pozri",
    "sjá|vt|vaata|skat\\.|skatīt|žr\\.|glej|вижте|вж\\.|види|shih|"
    "vegeu|véxase|gweler|féach|ikus|lihat|xem|ดู|देखें|ببینید|"
    "vidi|ks\\.|katso|lásd|ld\\.|vezi|a se vedea|виж|βλ\\.|βλέπε|ראו|ראה|انظر|راجع",
)
UPDATED = _any(  # before the day on which a list was last changed
    r"(?:last|latest) (?:change|update|edit|revision|modification)",
    r"date of (?:last )?(?:change|issue|revision)",
    r"(?:zuletzt )?aktualisiert|zuletzt geändert|letzter stand|stand(?=:? (?:[^\W\d_]{3,9} )?\d)",
    r"(?:dernière )?(?:mise|mis) à jour|dernière révision|última (?:actualización|revisión)",
    r"actualizado|última modificación|ultimo aggiornamento|aggiornato",
    r"ultima (?:modifica|revisione|actualizare|modificare)|última (?:atualização|revisão)",
    r"atualizado|darrera actualització|(?:laatst|voor het laatst) (?:bijgewerkt|gewijzigd)",
    r"laatste (?:wijziging|update)|(?:senast )?uppdatera[dt]|senast ändrad",
    r"(?:sist|sidst) (?:oppdatert|opdateret|endret|ændret)|viimeksi (?:päivitetty|muokattu)",
    r"päivitetty(?: viimeksi)?|(?:ostatnia|data) aktualizacj[ai]|ostatnia zmiana|zaktualizowano",
    r"(?:naposledy|poslední|posledná) (?:aktualizován[oa]|upraven[oýé]|upravila?|"
    r"změněno|aktualizace|aktualizácia|změna|zmena)",
    r"(?:utolsó|legutóbbi) (?:frissítés|módosítás)",
    r"(?:posljednje|zadnja|zadnje) (?:ažuriranje|promjena|sprememba)",
    r"последнее (?:обновление|изменение)|обновлено|дата обновления",
    r"останн(?:є|я) (?:оновлення|зміна)|оновлено|последна (?:актуализация|промяна)",
    r"последње ажурирање|son (?:güncelleme|değişiklik)(?: tarihi)?|güncellenme tarihi",
    r"τελευταία (?:ενημέρωση|αλλαγή)|ενημερώθηκε|آخر تحديث|עודכן לאחרונה|עדכון אחרון|最終更新日?",
    r"更新日|最后(?:更新|修改)(?:时间|日期)?|更新(?:时间|日期)|最後更新|마지막 (?:업데이트|수정)",
    r"최종 (?:수정일?|업데이트)|cập nhật lần cuối|terakhir diperbarui|pembaruan terakhir",
    r"ปรับปรุงล่าสุด|अंतिम अद्यतन",
)
