"""Words that are headers of table columns or keys of records, in the languages of common glossaries.

The words are compared after ``names.fold``, so case, accents and signs do not matter. They name parts of
documents, never terms. Each set starts with English, German, French, Spanish, Russian and Turkish.
"""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.model import names
from site_gen.sources.shape.words_by_language import words_for

_TRANSCRIBED = {
    ord(sign): letters
    for sign, letters in zip("äöüßåøæ", ("ae", "oe", "ue", "ss", "aa", "oe", "ae"), strict=True)
}


def folded_set(text: str) -> frozenset[str]:
    """The words of a list with commas, each folded as headers are, and as keys of programs write it: "erklaerung"."""
    parts = {written for part in text.split(",") for written in (part, part.lower().translate(_TRANSCRIBED))}
    return frozenset(folded for part in parts if (folded := names.fold(part)))


def further(*parts: str) -> frozenset[str]:
    """The folded words of further languages for some parts of glossaries."""
    return frozenset[str]().union(*(folded_set(words) for part in parts for words in words_for(part)))


NAME_HEADERS = further("name", "weak") | folded_set(
    "begrepp, begreper, begreber, udtryk, betegnelse, benämning, fagord, fagterm, fackterm, facktermer, fagudtryk, oppslagsord, uppslagsord, "
    "opslagsord, concetto, concetti, vocabolo, denominazione, locuzione, verbete, vocábulo, vakterm, begrippen, benaming, ilmaus, hakusana, "
    "nimike, wyrażenie, zwrot, określenie, címszó, обозначение, вираз, pojmovi, έκφραση, 概念, 名詞, 詞語, 詞彙, 专业术语, 專業術語, 专有名词, "
    "專有名詞, 术语名称, 術語名稱, 詞條, 专业名词, ことば, ワード, 専門用語, 표제어, 어휘, frasa, แนวคิด, คำเฉพาะ, संकल्पना, शब्दावली, מונחים, "
    "display name, term, terms, name, word, words, phrase, expression, concept, entry, head, headword, orth, hw, keyword, key term, title, "
    "glossary term, defined term, defined terms, item, variable, variables, variable name, var name, jargon, buzzword, term name, label, preferred term, preferred label, pref label, subject, "
    "voorkeursterm, voorkeurslabel, voorkeursbenaming, vorzugsbenennung, vorzugsbegriff, vorzugsterm, terme préféré, terme préférentiel, libellé préféré, término preferido, "
    "término preferente, termine preferito, termine preferenziale, termo preferido, termo preferencial, rekommenderad term, foretrukket term, foretrukken term, termin preferowany, предпочтительный термин, "
    "front, vorderseite, recto, anverso, frente, fronte, voorkant, framsida, forside, лицевая сторона, przód, ön yüz, "
    "question, vocable, vocabulary, lemma, designation, expression or abbreviation, glossaryterm, glossterm, "
    "begriff, begriffe, bezeichnung, wort, stichwort, schlagwort, fachbegriff, fachwort, benennung, ausdruck, vokabel, "
    "name des begriffs, titel, eintrag, terminus, vorzugsbenennung, "
    "terme, mot, notion, nom, expression, intitule, libelle, vocable, titre, concept, entree, appellation, mot cle, vedette, lemme, "
    "termino, palabra, concepto, nombre, expresion, vocablo, titulo, denominacion, entrada, voz, terminos, "
    "термин, термины, слово, понятие, название, наименование, имя, выражение, терминология, заголовок, "
    "terim, terimler, kelime, sözcük, kavram, ad, adı, isim, ifade, başlık, deyim, "
    "termine, parola, nome, voce, espressione, termo, palavra, conceito, expressão, título, begrip, woord, naam, term, "
    "uitdrukking, ord, begreb, begrep, uttryck, benämning, termi, sana, käsite, nimi, pojem, výraz, slovo, název, "
    "termin, hasło, słowo, pojęcie, nazwa, kifejezés, fogalom, szó, név, поняття, назва, όρος, λέξη, ορολογία, "
    "用語, 言葉, 単語, 名称, 术语, 词语, 词汇, 名词, 名称, 術語, 용어, 단어, المصطلح, مصطلح, الكلمة, מונח, מושג, "
    "thuật ngữ, từ, istilah, kata, cuvant, kaynak terim, اصطلاح, واژه, عبارت, لغت, المفردة, शब्द, पद, पारिभाषिक शब्द, "
    "คำศัพท์, คำ, pojam, izraz, riječ, reč, pojmy, термины и понятия, понятия, mõiste, sõna, terminas, "
    "concepte, paraula, noțiune, khái niệm, sąvoka, појам, fjala, neno, istilahi, hitza, terminoa, "
    "jēdziens, vārds, hugtak, termes, terme català, hitz, gair, "
    "term im original, stichwörter, mots, termes et expressions, expresión, vocablos, lemas, lema, hasła, wyraz, pojmy, slova, "
    "begreber, uttrykk, termit, sanat, käsitteet, szavak, fogalmak, kifejezések, cuvânt, termen, termeni, expresie, "
    "терміни, слова, όροι, έννοια, 项目, 用语, 用語名, 項目, 語句, 見出し語, 词条, 词汇, 용어명, 낱말, 항목, الكلمات, المصطلحات, مונחים, מילה, ביטוי, "
    "термін, heslo, heslá, szakkifejezés, szakszó, denumire, понятия и термины, λήμμα, лексема, словосочетание, назва терміну"
)
# headers of names that tables of people, files or products also have
WEAK_NAMES = further("weak") | folded_set(
    "betegnelse, benämning, denominazione, benaming, nimike, обозначение, 概念, 詞條, frasa, ワード, "
    "variable, variables, variable name, var name, display name, name, title, item, entry, subject, label, question, front, head, titel, nom, titre, libelle, nombre, titulo, название, "
    "наименование, имя, заголовок, ad, adı, isim, başlık, nome, título, naam, nimi, název, nazwa, név, назва, 名称, "
    "eintrag, entree, entrada, keyword, bezeichnung, designation, denominacion"
)
SHORT_HEADERS = further("short") | folded_set(
    "abr, forkorting, forkortinger, "
    "abbreviation, abbreviations, abbr, abbrev, acronym, acronyms, initialism, short form, short, shorthand, code, short name, "
    "name short, "
    "shortcut, initials, symbol, abk, "
    "abkürzung, abkürzungen, kürzel, kurzform, kurz, akronym, kurzzeichen, kurzbezeichnung, "
    "sigle, sigles, acronyme, acronymes, abréviation, abréviations, forme courte, abrégé, "
    "sigla, siglas, abreviatura, abreviaturas, acrónimo, acrónimos, abreviación, "
    "сокращение, сокращения, аббревиатура, аббревиатуры, акроним, кратко, сокр, краткая форма, "
    "kısaltma, kısaltmalar, kısa ad, kısa, kısaltması, akronim, "
    "abbreviazione, abreviação, abreviatura, acronimo, acrônimo, afkorting, afkortingen, förkortning, forkortelse, "
    "forkortelser, lyhenne, zkratka, skrót, skrótowiec, rövidítés, скорочення, абревіатура, συντομογραφία, ακρωνύμιο, "
    "略語, 略称, 缩写, 简称, 縮寫, 약어, 약자, اختصار, קיצור, viết tắt, singkatan, "
    "abrev, abrév, abbrev, afk, afkorting, förk, fork, lyh, zkr, skr, skrótowo, röv, prescurtare, abreviere, скор, акроним, "
    "kıs, kıst, συντ, ראשי תיבות, ر״ת, الاختصار, 略, 略記, 英略語, 简写, 英文缩写, 缩略语, 약칭, 줄임말, 영문 약어"
)
LONG_HEADERS = folded_set(
    "kepanjangan, "
    "stands for, full, full form, full name, long form, long, expansion, expanded, expanded form, full term, spelled out, "
    "written out, in full, full text, full title, long name, name long, what it stands for, meaning of abbreviation, "
    "langform, lang, ausgeschrieben, steht für, vollform, volle form, vollständiger name, vollständige bezeichnung, volle bezeichnung, langname, voller name, "
    "forme longue, forme complète, nom complet, développé, forme développée, signification du sigle, "
    "forma completa, forma larga, nombre completo, desarrollo, forma desarrollada, "
    "расшифровка, полное название, полная форма, полное наименование, "
    "açılım, açılımı, uzun hali, tam adı, tam hali, uzun form, "
    "forma estesa, forma completa, por extenso, voluit, volledige naam, rozwinięcie, pełna nazwa, розшифрування, 正式名称, "
    "全称, 全稱, "
    "volle naam, utskrivet, fullständigt namn, fuldt navn, fullt navn, koko nimi, plný název, teljes név, nume complet, "
    "повна назва, розшифровка, πλήρες όνομα, 正式名, フルスペル, 完整名称, 英文全称, 정식 명칭, 원어, 풀이, الاسم الكامل, שם מלא"
)
ALSO_HEADERS = further("also") | folded_set(
    "egyéb nevek, szin, eş anlam, toiselta nimeltä, sin, teised nimed, citi nosaukumi, kiti pavadinimai, מונח נרדף, هممعنی, هم معنی, "
    "दूसरा नाम, คำเหมือน, 別の言い方, 同意語, 같은 말, "
    "synonym, synonyms, syn, syns, alias, aliases, aka, a k a, also known as, also called, other names, other name, "
    "alternative, alternatives, alternate name, alternate names, alternative names, alternative name, variants, variant, "
    "known as, alias es, alternate term, alternative label, alternative labels, variation, variations, common name, common names, nickname, "
    "equivalent term, equivalent terms, non preferred term, non preferred terms, nonpreferred term, nonpreferred terms, colloquial, colloquial term, "
    "colloquial name, informal name, legacy name, legacy term, previous name, previous names, previous term, former term, old term, old terms, "
    "deprecated term, deprecated terms, alter name, alte bezeichnung, frühere bezeichnung, "
    "früherer name, ancien nom, anciens noms, ancien terme, appellations, nombre anterior, nombres anteriores, término anterior, vecchio nome, "
    "nome anterior, nome antigo, oude naam, dawna nazwa, gammalt namn, прежнее название, старое название, eski adı, "
    "alt label, alternative term, alternative terms, alternate terms, related names, nicknames, old name, former name, "
    "formerly, former names, admitted term, also, también, aussi, anche, também, ook, också, også, equivalent, equivalents, other term, other terms, spelling variants, spellings, "
    "term variants, term var, term forms, surface forms, other forms, word forms, variant forms, "
    "gleichbedeutend, gleichbedeutend mit, bedeutungsgleich, sinnverwandt, sinnverwandte wörter, same meaning, similar terms, "
    "synonyme, auch, auch bekannt als, auch genannt, andere namen, anderer name, alternativen, alternative bezeichnung, "
    "weitere namen, weitere bezeichnungen, nebenform, varianten, alternativbezeichnung, früher, "
    "synonymes, synonyme, autres noms, autre nom, aussi appelé, variantes, variante, alias, termes équivalents, "
    "également appelé, dit aussi, équivalent, équivalents, "
    "sinónimo, sinónimos, otros nombres, otro nombre, también llamado, también conocido como, variante, variantes, "
    "синоним, синонимы, другие названия, другое название, также, варианты, вариант, также называют, иначе, "
    "eş anlamlı, eş anlamlılar, eş anlamlısı, eşanlamlı, eşanlamlılar, diğer adı, diğer adları, diğer isimler, "
    "diğer ad, diğer adlar, ayrıca, "
    "sinònims, també anomenat, altres noms, синоними, sinonimai, sünonüümid, sünonüüm, samheiti, từ đồng "
    "nghĩa, tên khác, คำพ้อง, คำพ้องความหมาย, पर्यायवाची, समानार्थी, sopimenky, sinonimoak, druga imena, "
    "nama lain, istilah lain, jina lingine, visinonimu, "
    "sinonimo, sinonimi, sinônimo, sinônimos, altri nomi, outros nomes, synoniem, synoniemen, ook bekend als, "
    "other word, other words, other labels, other label, other spellings, other expressions, similar words, same as, alt, alts, "
    "alt name, alt names, alt term, alt terms, alt title, alt titles, alternative title, alternative titles, alt labels, "
    "andere wörter, andere begriffe, anderes wort, andere ausdrücke, autres mots, autre mot, autres termes, otras palabras, "
    "otra palabra, otros términos, другие слова, başka adlar, altre parole, outras palavras, andere woorden, "
    "também chamado, também chamada, também chamado de, também chamada de, também conhecido como, também conhecida como, "
    "conhecido como, outra designação, outras designações, detto anche, anche detto, noto anche come, conosciuto anche come, "
    "altro nome, altra denominazione, aussi nommé, aussi connu sous le nom de, appelé aussi, on dit aussi, autre appellation, "
    "autres appellations, autre désignation, également connu sous le nom de, también llamada, también conocida como, conocido "
    "como, conocida como, también se le llama, otra denominación, otras denominaciones, auch bekannt unter, bekannt als, "
    "andere bezeichnung, andere bezeichnungen, umgangssprachlich, ook wel, ook wel genoemd, ook genoemd, andere naam, "
    "также известен как, также известна как, также известно как, иное название, также называется, diğer isim, diğer adıyla, "
    "diğer adlarıyla, also referred to as, better known as, commonly known as, sometimes called, otherwise known as, "
    "muu nimi, muut nimet, toinen nimi, andra namn, annat namn, andre navne, andre navn, inne nazwy, inna nazwa, "
    "jiné názvy, jiný název, más néven, más név, egyéb név, інші назви, alte denumiri, άλλα ονόματα, andere namen, "
    "synonymer, synonyymi, synonyymit, synonymum, synonyma, synonimy, szinonima, szinonimák, синонім, синоніми, "
    "συνώνυμο, συνώνυμα, 同義語, 別名, 同义词, 别名, 동의어, مرادف, "
    "man sagt auch, wird auch genannt, auch genannt, sagt man auch, auch als, alltagssprachlich, kurz auch, "
    "dit également, on dit également, se dit aussi, aussi dit, appelé également, aussi appelée, également appelée, familièrement, "
    "también se dice, se dice también, también se conoce como, se conoce como, se llama también, también denominado, "
    "también denominada, también conocido, también conocida, coloquialmente, otras formas, otro término, "
    "si dice anche, anche chiamato, chiamato anche, noto come, detta anche, anche detta, altri termini, colloquialmente, "
    "também se diz, diz se também, também dito, também conhecido, também conhecida, outro nome, outros termos, coloquialmente, "
    "ook bekend onder, ook aangeduid als, anders genoemd, in de volksmond, andere term, andere termen, "
    "även kallat, även kallad, kallas även, också kallat, också kallad, även, alternativt namn, andra benämningar, "
    "også kaldet, også kaldt, også kalt, kaldes også, kalles også, også kjent som, også kendt som, andre ord, alternativt navn, "
    "inaczej, też, także, również, nazywany też, nazywana też, zwany też, zwana też, potocznie, inne określenia, synonim, "
    "též, také, rovněž, taktéž, jinak, hovorově, také známo jako, iné názvy, iný názov, synonymá, "
    "myös, tunnetaan myös, tunnetaan myös nimellä, kutsutaan myös, rinnakkaistermi, muita nimiä, puhekielessä, "
    "másképp, másként, más néven ismert, rokon értelmű, alte nume, denumire alternativă, cunoscut și ca, numit și, "
    "sinonim, sinonime, drugi naziv, drugi nazivi, drugo ime, "
    "иначе говоря, разг, разговорное, в обиходе, другое имя, он же, она же, альтернативное название, син, також, інакше, "
    "інша назва, інакше кажучи, так само, розмовне, bir diğer adı, diğer adıyla bilinir, halk arasında, günlük dilde, "
    "επίσης, αλλιώς, γνωστό και ως, λέγεται και, άλλο όνομα, άλλες ονομασίες, "
    "שם נוסף, שמות נוספים, נקרא גם, נקראת גם, מכונה גם, ידוע גם בשם, כינוי, כינויים, מילים נרדפות, מילה נרדפת, נרדפות, "
    "مرادفات, المرادفات, المرادف, يسمى أيضا, تسمى أيضا, يعرف أيضا باسم, تعرف أيضا باسم, أسماء أخرى, اسم آخر, "
    "別称, 異名, 別表記, 類義語, 類語, 通称, 俗称, 旧称, 言い換え, 同义词, 近义词, 别称, 又称, 又名, 亦称, 也称, 也叫, 俗称, "
    "又稱, 別稱, 同義詞, 유의어, 동의어, 비슷한 말, 다른 이름, 다른 말, 별칭, 별명, 이칭"
)
TEXT_HEADERS = further("text") | folded_set(
    "förtydligande, innebörd, tyding, hva det betyr, vad det betyder, hvad det betyder, accezione, chiarimento, o que é, acepción, c est quoi, "
    "cest quoi, verklaring, co oznacza, co to znamená, mit jelent, что означает, смысл, що означає, що це, какво означава, što znači, šta znači, "
    "解釋, 含義, 名词解释, 名詞解釋, 解说, 通俗解释, 详细解释, 解釈, 補足説明, uraian, "
    "definition, defn, descr, extract, encoded, definitions, meaning, meanings, description, explanation, def, desc, what it means, what is it, what it "
    "is, in plain english, plain english, details, text, body, content, gloss, glosses, summary, what we mean, explained, "
    "detail, what it is does, que veut dire, ce que c est, en pocas palabras, che cos e, o que significa, co to jest, co to znaczy, "
    "simple definition, definition text, "
    "in plain words, plain words, in simple words, in simple terms, in our words, in other words, in short, "
    "tooltip, tool tip, help text, help, "
    "in einfachen worten, in eigenen worten, en clair, en otras palabras, en palabras sencillas, простыми словами, "
    "explanations, scope note, back, rückseite, verso, reverso, dorso, retro, achterkant, baksida, bagside, оборот, tył, arka yüz, answer, interpretation, body html, description html, definition html, "
    "plain language, glossdef, long description, short definition, short description, "
    "bedeutung, erklärung, beschreibung, erläuterung, definitionen, inhalt, erklärungen, was es bedeutet, "
    "was ist das, das heißt, antwort, kurzbeschreibung, worterklärung, "
    "signification, explication, définition, définitions, sens, descriptif, contenu, texte, réponse, ce que ça veut dire, "
    "definición, definiciones, significado, descripción, explicación, contenido, texto, respuesta, "
    "qué significa, qué es, "
    "определение, определения, значение, описание, объяснение, пояснение, толкование, текст, содержание, что это, "
    "расшифровка и значение, что значит, разъяснение, "
    "tanım, tanımı, tanımlar, anlam, anlamı, açıklama, açıklaması, açıklamalar, metin, ne demek, nedir, içerik, "
    "definizione, significato, descrizione, spiegazione, testo, definição, significado, descrição, explicação, texto, "
    "definitie, betekenis, omschrijving, uitleg, beschrijving, betydelse, beskrivning, förklaring, definisjon, "
    "betydning, forklaring, beskrivelse, forklaring, määritelmä, selitys, merkitys, kuvaus, definice, význam, popis, "
    "vysvětlení, definicja, znaczenie, opis, wyjaśnienie, meghatározás, jelentés, leírás, magyarázat, визначення, "
    "значення, опис, пояснення, ορισμός, σημασία, επεξήγηση, περιγραφή, 定義, 意味, 説明, 解説, 内容, 定义, 含义, 解释, "
    "说明, 释义, 釋義, 註釋, 注释, 说明文, 정의, 의미, 설명, التعريف, تعريف, المعنى, شرح, הגדרה, פירוש, định nghĩa, giải thích, nghĩa, "
    "definisi, arti, penjelasan, definitie, تعریف, معنی, معنا, توضیح, توضیحات, شرح معنی, परिभाषा, अर्थ, विवरण, "
    "คำจำกัดความ, ความหมาย, คำอธิบาย, definicija, značenje, objašnjenje, razlaga, opredelitev, дефиниция, обяснение, "
    "descripció, explicació, significat, ý nghĩa, mô tả, คำนิยาม, makna, deskripsi, "
    "pojasnilo, skýring, објашњење, përkufizimi, kuptimi, ufafanuzi, maana, maelezo, azalpena, "
    "definizioa, esanahia, "
    "дефиниција, значење, selgitus, tähendus, apibrėžimas, paaiškinimas, definīcija, skaidrojums, skilgreining, definició, "
    "in kürze, kurz erklärt, kurz gesagt, erklärung in einfacher sprache, was bedeutet das, en bref, explicación breve, in breve, "
    "objaśnienie, objaśnienia, wyjaśnienia, definicje, opisy, definice, objasnění, popisy, vysvětlivka, výklad, vysvetlenie, "
    "forklaringer, definitioner, definisjoner, förklaringar, definitioner, beskrivning, ordförklaring, ordforklaring, "
    "selite, selitykset, määritelmät, kuvaukset, tarkoittaa, definíció, definíciók, értelmezés, jelentése, leírása, "
    "definiție, definiții, explicație, semnificație, descriere, înțeles, ce înseamnă, визначення терміна, тлумачення, пояснення терміна, "
    "описание термина, ορισμοί, εξήγηση, τι σημαίνει, περιγραφές, ερμηνεία, ne anlama gelir, tarif, izah, açıklama metni, "
    "概要, 用語説明, 意義, 語義, 説明内容, 释意, 定義と説明, 描述, 解說, 說明, 意思, 簡介, 简介, 定義內容, 뜻, 뜻풀이, 풀이말, 해설, 개념, 내용, "
    "الوصف, الشرح, معناها, معناه, التفسير, המשמעות, משמעות, הסבר, תיאור, ביאור"
)
# headers of sentences for customers
CUSTOMER_HEADERS = folded_set(
    "say to customer, say to customers, say to the customer, what to say, what to say to customers, what to tell customers, "
    "what we say to customers, what we tell customers, customer wording, wording for customers, text for customers, "
    "customer facing text, kundentext, text für kunden, was wir kunden sagen, formulierung für kunden, satz für kunden, "
    "phrase pour le client, à dire au client, qué decir al cliente, frase para el cliente, фраза для клиента, müşteriye söyle"
)
# headers of words that people type who do not know the name
SEARCH_HEADERS = folded_set(
    "search as, search term, search terms, search word, search words, search phrase, search phrases, search keywords, keywords, "
    "what people type, what people search, people type, users type, people say, what people say, misspellings, "
    "common misspellings, hidden label, hidden labels, "
    "suchwort, suchwörter, suchworte, suchbegriff, suchbegriffe, suche nach, schlagwörter, schlagworte, falsche schreibweisen, "
    "mots clés, mots de recherche, termes de recherche, palabras clave, palabras de búsqueda, términos de búsqueda, "
    "palavras chave, termos de pesquisa, termos de busca, parole chiave, termini di ricerca, parole di ricerca, "
    "ключевые слова, поисковые слова, anahtar kelimeler, anahtar sözcükler, arama terimleri, arama sözcükleri, "
    "trefwoorden, zoekwoorden, zoektermen, sökord, nyckelord, søgeord, nøgleord, søkeord, nøkkelord, hakusanat, avainsanat, "
    "słowa kluczowe, klíčová slova, kulcsszavak, ключові слова"
)
# headers of texts that only glossaries and dictionaries have
STRONG_TEXT_HEADERS = folded_set(
    "definition, definitions, def, meaning, meanings, gloss, glossdef, what it means, explanation, stands for, "
    "bedeutung, erklärung, worterklärung, signification, définition, définitions, définitions, definición, definiciones, "
    "significado, определение, определения, значение, толкование, tanım, tanımı, anlam, anlamı, definizione, significato, "
    "definição, definitie, betekenis, definicja, znaczenie, definice, význam, meghatározás, jelentés, määritelmä, merkitys, "
    "definisjon, betydning, betydelse, визначення, значення, ορισμός, 定義, 意味, 定义, 含义, 정의, 의미, تعريف, הגדרה, "
    "تعریف, معنی, परिभाषा, अर्थ, ความหมาย, คำจำกัดความ, definicija, značenje, дефиниция, definició, definiție"
)
# headers of pages: their text, and short texts about them
BODY_HEADERS = folded_set(
    "body, body html, html body, content, contents, article, text, html, inhalt, contenu, contenido, "
    "содержание, içerik, contenuto, conteúdo"
)
SUMMARY_HEADERS = folded_set(
    "summary, abstract, short description, kurzbeschreibung, zusammenfassung, résumé, resumen, özet, sintesi, resumo"
)
ABOUT_HEADERS = SUMMARY_HEADERS | folded_set(
    "description, excerpt, teaser, meta description, seo description, beschreibung, extrait, extracto, "
    "descripción, описание, açıklama"
)
# headers of texts that serve as definition only if there is no other
NOTE_HEADERS = further("note") | folded_set(
    "note, notes, comment, comments, remark, remarks, additional information, more, info, information, context, usage, "
    "anmerkung, anmerkungen, bemerkung, bemerkungen, kommentar, hinweis, hinweise, notiz, notizen, "
    "remarque, remarques, commentaire, commentaires, précisions, "
    "nota, notas, comentario, comentarios, observaciones, observación, "
    "примечание, примечания, комментарий, комментарии, заметка, заметки, "
    "not, notlar, yorum, yorumlar, osservazioni, commento, observação, opmerking, opmerkingen, poznámka, uwagi, 备注, 備考, "
    "annotation, à noter, notabene, aclaración, aclaraciones, nota bene, let op, toelichting, merknad, merknader, bemærkning, "
    "bemærkninger, anmärkning, anmärkningar, huom, huomautus, huomautuksia, lisätietoja, uwaga, poznámky, megjegyzés, "
    "megjegyzések, observații, notă, примітка, примітки, σημείωση, σημειώσεις, παρατηρήσεις, 補足, 注, 注記, 注意, 备注说明, "
    "備註, 비고, 참고, 메모, הערה, הערות, ملاحظة, ملاحظات"
)
TOPIC_HEADERS = further("topics") | folded_set(
    "topic, topics, category, categories, area, domain, theme, group, section, subject area, subject field, field, "
    "department, team area, business area, entry subject, entry domain, class, tag, tags, chapter, module, phase, "
    "bereich, thema, themen, kategorie, kategorien, gebiet, fachgebiet, sachgebiet, rubrik, gruppe, abteilung, themenfeld, "
    "catégorie, catégories, domaine, domaines, thème, thèmes, rubrique, service, secteur, "
    "categoría, categorías, área, tema, temas, ámbito, grupo, campo, "
    "категория, категории, раздел, тема, область, рубрика, группа, сфера, "
    "kategori, alan, konu, konular, bölüm, grup, "
    "categoria, argomento, ambito, settore, reparto, categorie, onderwerp, gebied, område, kategoria, dziedzina, obszar, téma, "
    "oblast, カテゴリ, 分類, 类别, 分类, 분류, "
    "rubriek, thema s, emne, emner, fagområde, ämne, ämnen, ämnesområde, aihe, aihealue, kategoria, dział, temat, kategorie, "
    "témakör, kategória, terület, domeniu, categorii, тематика, категорія, розділ, галузь, κατηγορία, θέμα, τομέας, "
    "カテゴリー, 分野, 類別, 領域, 领域, 主题, 분야, 카테고리, 주제, التصنيف, الفئة, المجال, קטגוריה, תחום, נושא"
)
# headers of other information about a term; not part of an entry
OTHER_HEADERS = further("beside") | folded_set(
    "no, nr, number, id, identifier, key, index, row, line, position, slug, ref, reference, references, url, uri, iri, link, links, "
    "path, version, status, state, type, kind, part of speech, pos, gender, language, lang, locale, owner, responsible, "
    "owned by, steward, contact, author, editor, approver, approved by, approved, created, created by, created at, "
    "date, last change, last changed, last updated, updated, updated at, updated by, modified, modified by, last modified, "
    "reviewed, review date, next review, last review, reviewer, valid from, since, source, sources, origin, "
    "example, examples, e g, sample, usage example, related, related terms, related term, related to, "
    "antonym, antonyms, opposite, opposites, pronunciation, ipa, etymology, image, picture, icon, priority, frequency, "
    "content type, item type, file, filename, format, flag, check, done, sense, sense no, level, audience, count, page, "
    "changed by, app created by, app modified by, app modified, team, "
    "lfd nr, nummer, quelle, quellen, stand, datum, zuständig, verantwortlich, verantwortliche, verantwortlicher, besitzer, "
    "ansprechpartner, autor, geändert, geändert am, geändert von, erstellt, erstellt am, erstellt von, status, typ, art, "
    "wortart, sprache, beispiel, beispiele, verwandt, verwandte begriffe, bild, letzte änderung, "
    "geprüft, geprüft am, freigabe, gegenteil, aussprache, "
    "numéro, source, sources, date, responsable, propriétaire, auteur, modifié le, créé le, statut, exemple, exemples, "
    "langue, genre, antonyme, termes liés, lien, mise à jour, dernière mise à jour, révision, "
    "número, núm, fuente, fecha, responsable, propietario, autor, modificado, estado, tipo, ejemplo, ejemplos, "
    "idioma, enlace, actualizado, revisado, antónimo, relacionados, "
    "номер, п п, источник, дата, ответственный, владелец, автор, изменено, создано, статус, тип, пример, примеры, "
    "язык, ссылка, обновлено, проверено, "
    "numara, sıra, sıra no, kaynak, tarih, sorumlu, sahibi, yazar, değiştirildi, durum, tür, örnek, örnekler, "
    "dil, bağlantı, güncelleme, "
    "fonte, data, responsabile, autore, stato, esempio, esempi, lingua, responsável, exemplo, exemplos, "
    "bron, datum, eigenaar, voorbeeld, voorbeelden, taal, źródło, przykład, zdroj, příklad, 例, 出典, 备注, 番号, "
    "verwandte begriffe, antonyme, gegenbegriff, übersetzung, fundstelle, seite, voir page, traduction, contraire, prononciation, "
    "traducción, pronunciación, término relacionado, términos relacionados, fuentes, categoría gramatical, género, "
    "termini correlati, correlati, contrario, pronuncia, pronúncia, termos relacionados, relacionado, tradução, "
    "gerelateerd, gerelateerde begrippen, gerelateerde termen, bronnen, källa, källor, exempel, relaterade termer, kilde, kilder, "
    "eksempel, eksempler, relaterte begreper, relaterede begreber, lähde, lähteet, esimerkki, esimerkit, liittyvät termit, "
    "przykłady, źródła, powiązane, powiązane pojęcia, pojęcia pokrewne, příklady, zdroje, související, související pojmy, "
    "példa, példák, forrás, kapcsolódó fogalmak, kapcsolódó, exemple de utilizare, sursă, surse, termeni înrudiți, "
    "родственные термины, связанные термины, связанные понятия, приклад, приклади, джерело, джерела, повязані терміни, "
    "ilgili terimler, ilgili kavramlar, ilişkili terimler, παράδειγμα, παραδείγματα, πηγή, πηγές, σχετικοί όροι, "
    "用例, 使用例, 例文, 関連, 関連語, 関連用語, 関連項目, 参考, 参考資料, 読み, 読み方, よみ, よみがな, ふりがな, 出所, 更新日, "
    "示例, 例子, 例句, 举例, 举例说明, 例如, 相关术语, 相关, 来源, 出处, 参考资料, 拼音, 예, 예시, 예문, 출처, 관련 용어, 관련, 참고 자료, "
    "דוגמה, דוגמאות, מקור, מקורות, מונחים קשורים, مثال, أمثلة, المصدر, المصادر, مصطلحات ذات صلة, "
    "termeni asociați, relaterade begrepp, relaterade ord, verwante begrippen, verwante termen, termes relacionats, termes associés, "
    "termes connexes, notions liées, واژههای مرتبط, واژه های مرتبط, संबंधित शब्द, คำที่เกี่ยวข้อง, σχετικά, σχετικές έννοιες, "
    "uid, uuid, guid, broader, broader term, broader terms, narrower, narrower term, narrower terms, oberbegriff, oberbegriffe, "
    "unterbegriff, unterbegriffe, terme générique, termes génériques, terme spécifique, termes spécifiques, término genérico, "
    "término específico, términos específicos, termine più ampio, bovenliggend begrip, вышестоящий термин, üst kavram, alt kavram, "
    "作者, 著者, 编号, 編號, 來源, 出處, 參考資料, 相關, 相關詞, 相關詞彙, 相關術語, 廣義詞, 狹義詞, 上位詞, 下位詞, 上位词, 下位词, 上位概念, 下位概念, "
    "上位語, 下位語, 作成者, 작성자, 저자, 번호, 상위어, 하위어, 상위 개념, 하위 개념, "
    "referencia, referencias, referência, referências, référence, références, riferimento, riferimenti, referenz, referenzen, referentie"
)
# headers of who answers for a term
OWNER_HEADERS = folded_set(
    "owner, owned by, content owner, page owner, term owner, responsible, maintainer, steward, zuständig, zuständige stelle, "
    "verantwortlich, verantwortliche, verantwortlicher, verantwortliche person, besitzer, "
    "responsable, propriétaire, propietario, ответственный, владелец, sorumlu, sahibi, responsabile, proprietario, "
    "responsável, proprietário, eigenaar, verantwoordelijke, verantwoordelijk, właściciel, odpowiedzialny, ansvarig, ägare, "
    "ansvarlig, ejer, eier, vastuuhenkilö, omistaja"
)
# headers of the day on which a term was last reviewed
REVIEWED_HEADERS = folded_set(
    "reviewed, reviewed on, review date, last reviewed, last review, date reviewed, verified, verified on, checked, "
    "geprüft, geprüft am, prüfdatum, zuletzt geprüft, letzte prüfung, révisé le, vérifié le, relu le, dernière révision, "
    "revisado, revisado el, última revisión, проверено, дата проверки, gözden geçirildi, rivisto, rivisto il, verificato il, "
    "revisto em, revisado em, gecontroleerd, gecontroleerd op, laatst gecontroleerd, sprawdzono, data przeglądu, granskad, "
    "senast granskad, gennemgået, sist gjennomgått, tarkistettu"
)
# headers of references; an entry without text becomes another name of the entry referred to
SEE_HEADERS = further("see") | folded_set(
    "see, see also, synonym of, alias of, variant of, spelling of, redirect, redirects to, redirect to, use, use instead, cross reference, refer to, siehe, siehe auch, verweis, s a, voir, voir aussi, renvoi, ver, "
    "véase, véase también, см, смотри, см также, bkz, bakınız, ayrıca bakınız, vedi, vedi anche, veja, zie, zie ook, "
    "siehe unter, vgl, vergleiche, s auch, cf, renvois, véanse, veja também, ver também, vea también, ver además, ver tambien, "
    "se även, se också, ses även, ses också, se også, zob, zob też, zobacz, zobacz też, zobacz także, patrz, patrz też, viz, viz také, viz též, pozri, "
    "ks, katso, katso myös, lásd, lásd még, ld, vezi, vezi și, a se vedea, смотри также, сравни, ср, див, див також, дивіться також, "
    "bkz ayrıca, βλ, βλέπε, βλέπε επίσης, vidi, vidi i, ראו, ראה, ראו גם, ראה גם, انظر, انظر أيضا, راجع, 参照, 参照先, 関連参照, "
    "参见, 另见, 参看, 參見, 另見, 참조, 参阅, 參閱, 另請參閱, 같이 보기, "
    "δείτε επίσης, δείτε, смотрите, смотрите также, см тж, дивись, дивись також, srov, pozri aj, porov, l még, vö, pogledaj, pogledati, usp, prim, "
    "ayrıca bkz, ks myös, vrt, jfr, jf, jämför, jævnfør, cfr, si veda, vide, v t, v tb, veure també, veure, voir également, v aussi, s a, skat arī, skatīt arī, žr taip pat, "
    "taip pat žr, همچنین ببینید, رک, ر ک, xem cả, ดูเพิ่ม, вж също, βλ επίσης, lásd még, srovnej, porównaj, por też"
)
# last words of headers that an entry does not use: "Item Type", "Content Owner", "Reviewed by"
OTHER_ENDS = folded_set(
    "id, by, at, on, date, type, owner, path, url, link, status, version, number, no, nr, von, am, datum, par, le, por, "
    "author, editor, time, count, am um, uuid, uid, guid"
)
# columns of a log of changes
LOG_HEADERS = folded_set(
    "date, version, change, changes, changed, changed by, author, revision, rev, who, when, editor, edited by, what changed, "
    "reason, modified, modified by, action, timestamp, "
    "datum, änderung, änderungen, autor, bearbeiter, geändert von, wer, wann, grund, revision, stand, "
    "modification, modifications, auteur, date, raison, qui, quand, "
    "fecha, cambio, cambios, versión, autor, motivo, quién, cuándo, "
    "дата, изменение, изменения, версия, автор, кто, когда, причина, "
    "tarih, değişiklik, değişiklikler, sürüm, yazar, kim, ne zaman, "
    "modifica, alteração, wijziging, wijzigingen, zmiana, změna, ändring"
)
# columns of lists of tasks, people and goods
THING_HEADERS = folded_set(
    "decision, decisions, who, action, actions, next step, next steps, discussion, agenda item, beschluss, beschlüsse, entscheidung, wer, "
    "bis wann, maßnahme, maßnahmen, nächster schritt, tagesordnungspunkt, décision, décisions, qui, prochaine étape, decisión, quién, acción, "
    "acuerdo, acuerdos, решение, решения, кто, действие, karar, kararlar, kim, besluit, wie, actie, decisione, chi, azione, "
    "task, tasks, action item, aufgabe, tâche, tarea, задача, görev, assignee, assigned to, due, due date, deadline, priority, price, cost, amount, quantity, qty, sku, stock, net, vat, gross, "
    "email, e mail, phone, mobile, address, salary, customer, supplier, invoice, order, serial, estimate, sprint, start, end, "
    "fällig, fällig am, frist, priorität, preis, kosten, menge, anzahl, bestand, telefon, adresse, kunde, lieferant, "
    "échéance, priorité, prix, quantité, courriel, téléphone, adresse, client, precio, cantidad, correo, teléfono, cliente, "
    "цена, количество, телефон, адрес, почта, клиент, срок, fiyat, miktar, telefon, adres, e posta, müşteri, son tarih"
)
# columns and keys that records of terms never have
OTHERS_HEADERS = folded_set(
    "repository url, repositoryurl, labor hours, laborhours, dev dependencies, devdependencies, main entry, permissions, "
    "venue, affiliation, company, employer, registration link, demo, avatar, photo, speaker, bio, repository, "
    "homepage, twitter, github, linkedin, salary, isbn, doi, latitude, longitude, capacity, ingredients, cuisine, "
    "birthdate, birthday, job title, achievements, ticket price, start date, end date, start time, end time, "
    "street, zip, postcode, postal code, iban, discount, in stock, "
    "given name, family name, first name, last name, surname, vorname, nachname, prénom, nom de famille, apellidos, "
    "node id, milestone, vendor, variant sku, variant price, option1 name, book title, book author, "
    "ticket, ticket id, ticket no, ticket number, issue key, issue type, reporter, story points, due date, "
    "director, starring, runtime, trainer, instructor, lecturer, room, seats, dozent, dozentin, kursleitung, raum, formateur, salle, formador, aula, "
    "firma, straße, plz, geburtsdatum, entreprise, rue, code postal, ville, empresa, ciudad, calle, "
    "код города, город, улица, компания, şirket, şehir, sokak"
)
PRICE_HEADERS = folded_set(
    "price, unit price, cost, amount, qty, quantity, salary, preis, einzelpreis, menge, prix, prix unitaire, quantité, "
    "precio, cantidad, prezzo, quantità, preço, prijs, цена, fiyat, cena, ár, pris, hinta"
)
CONTACT_HEADERS = folded_set(
    "requester, reporter, reported by, raised by, ticket id, ticket number, ticket no, case number, case id, "
    "melder, gemeldet von, anfragender, ticketnummer, vorgangsnummer, demandeur, numéro de ticket, solicitante, "
    "número de ticket, número de caso, richiedente, numero ticket, aanvrager, meldingsnummer, zgłaszający, "
    "numer zgłoszenia, заявитель, номер заявки, номер обращения, talep eden, bildirim no, 報告者, 报告人, 工单号, "
    "email, e mail, mail address, phone, mobile, telefon, handy, courriel, téléphone, correo, teléfono, телефон, e posta"
)
LOG_TITLES = folded_set(
    "log, change log, changelog, changes, history, versions, version history, revision history, revisions, archive, "
    "änderungen, änderungsprotokoll, historie, versionen, verlauf, protokoll, "
    "modifications, historique, versions, historial, cambios, control de cambios, versiones, "
    "журнал, изменения, история, история изменений, versionen, değişiklikler, sürümler, geçmiş, değişiklik günlüğü"
)
# beginnings of words of headers that are whole questions or sentences: "What we mean by it", "Was heißt das?"
TEXT_STEMS = tuple(
    names.fold(stem)
    for stem in (
        "mean", "defin", "descri", "expla", "explic", "bedeut", "erklär", "erläut", "beschreib", "heißt", "signif",
        "significa", "знач", "опис", "определ", "объясн", "поясн", "толков", "anlam", "tanım", "açıkla", "demek",
        "betek", "omschrij", "spiega", "descriz", "znacz", "wyjaś", "význam", "vysvět", "betyd", "förklar",
    )
)  # fmt: skip
SHORT_STEMS = tuple(
    names.fold(stem)
    for stem in (
        "abbrev", "abkürz", "akron", "acron", "abrév", "abrev", "abreviat", "сокращ", "аббрев", "kısalt", "afkort",
        "förkort", "forkort", "lyhen", "zkrat", "skrót", "skrat", "rövid", "скороч", "abrevier", "kratic", "συντομ",
    )
)  # fmt: skip
ALSO_STEMS = tuple(
    names.fold(stem)
    for stem in (
        "synon",
        "sinon",
        "sinôn",
        "sinón",
        "синоним",
        "eşanlam",
        "alias",
        "szinon",
        "συνών",
        "synony",
    )
)
NAME_STEMS = tuple(
    names.fold(stem)
    for stem in ("term", "begriff", "wort", "word", "термин", "слово", "понят", "terim", "kelime", "kavram", "palabra",
                 "mot", "pojem", "pojęc")
)  # fmt: skip

# ISO 639-1 codes with the names that columns and files use for them
_LANGUAGES: Mapping[str, str] = {
    folded: code
    for code, own in {
        "en": "en, eng, english, englisch, anglais, inglés, английский, ingilizce, inglese, inglês, engels, engelsk, , inggris, bahasa inggris, inggeris, bahasa inggeris, tiếng anh, anh, ภาษาอังกฤษ, อังกฤษ, अंग्रेज़ी, अंग्रेजी, انگلیسی, engleski, engleskom, angleško, angleščina, английски, на английски, енглески, англиски, anglų, angliškai, anglų kalba, angļu, angliski, angļu valoda, inglise, inglise keeles, enska, á ensku, ensku, anglès, ingelesa, ingelesez, saesneg, béarla, ingliż, anglisht, ingilis, ingilizcesi, ingilizce karşılığı, inglisce, ინგლისური, ინგლისურად, անգլերեն, англійська мова, англ, angielsku, po angielsku, engelsk term, kiingereza, עברית אנגלית, באנגלית, בעברית אנגלית, بالإنجليزية, الانجليزية, الإنكليزية, المصطلح الإنجليزي, ইংরেজি, இங்கிலீஷ், англискиот"
        "angielski, angličtina, anglicky, angol, angolul, engleză, englanti, englanniksi, engelska, engelsk, англійська, англійською, англ, английском, по английски, angielsku, angličtině, αγγλικά, אנגלית, الإنجليزية, إنجليزي, 英語, 英语, 英文, 영어, 영문",
        "de": "de, deu, ger, german, deutsch, allemand, alemán, немецкий, almanca, tedesco, alemão, duits, tysk, niemiecki, německy, saksa, saksaksi, немецком, tyska, német, германська, німецька, ドイツ語, 德语, 독일어, njemački, njemačkom, немски, немецк, vokiečių, vācu, saksa keeles, þýska, alemany, jerman, bahasa jerman, tiếng đức, ภาษาเยอรมัน, आलमानी, آلمانی, גרמנית, الألمانية, nemščina, nemecky, németül, germană, γερμανικά",
        "fr": "fr, fra, fre, french, französisch, français, francés, французский, fransızca, francese, francês, frans, francouzsky, francuski, французском, ranska, franska, francia, フランス語, 法语, 프랑스어, französich, bahasa prancis, prancis, tiếng pháp, ภาษาฝรั่งเศส, فرانسوی, צרפתית, الفرنسية, بالفرنسية, френски, француски, prancūzų, franču, prantsuse, franska, francès, frantsesa, ffrangeg, franciául, franceză, γαλλικά, francouzština, 法文, 프랑스어",
        "es": "es, spa, spanish, spanisch, espagnol, español, castellano, испанский, ispanyolca, spagnolo, espanhol, spaans, español castellano, hiszpański, španělsky, испански, ispanų, spāņu, hispaania, spanska, spænska, espanyol, castellà, gaztelania, espainiera, sbaeneg, spanyol, tiếng tây ban nha, ภาษาสเปน, اسپانیایی, ספרדית, الإسبانية, スペイン語, 西班牙语, 스페인어, spanski, španski, spanyolul, spaniolă, ισπανικά, espanjaksi, espanja, en español, spansk",
        "ru": "ru, rus, russian, russisch, russe, ruso, русский, rusça, russo, rosyjski, rosyjsku, po rosyjsku, рус, русск, по русски, на русском, русском, російська, російською, руски, rusų, krievu, vene, vene keeles, rússneska, rus, tiếng nga, รัสเซีย, روسی, רוסית, الروسية, ロシア語, 俄语, 러시아어, venäjäksi, venäjä, ryska, ruski, rusky, orosz, oroszul, rusă",
        "tr": "tr, tur, turkish, türkisch, turc, turco, турецкий, türkçe, turks, turecki, турски, türkçesi, türkçe karşılığı, turki, ภาษาตุรกี, ترکی, טורקית, التركية, トルコ語, 土耳其语, 터키어",
        "it": "it, ita, italian, italienisch, italien, italiano, итальянский, italyanca, italiaans",
        "pt": "pt, por, portuguese, portugiesisch, portugais, portugués, португальский, portekizce, português, portoghese",
        "nl": "nl, nld, dut, dutch, niederländisch, néerlandais, holandés, neerlandés, nederlands, olandese, hollandaca",
        "pl": "pl, pol, polish, polnisch, polonais, polaco, польский, polski, lehçe, полська, польською, polsku, po polsku, polsky, polština, puola, puolaksi, polska, lengyel, lengyelül, lenkų, poļu, poola, польски",
        "cs": "cs, ces, cze, czech, tschechisch, tchèque, checo, čeština, česky, çekçe",
        "uk": "uk, ukr, ukrainian, ukrainisch, ukrainien, ucraniano, українська, украинский, ukraynaca, українською, украинском, укр, ukraiński, ukraińsku, ukrajinsky, українська мова",
        "sv": "sv, swe, swedish, schwedisch, suédois, sueco, svenska, ruotsi, ruotsiksi, isveççe, švédsky, szwedzki, шведский, rootsi, sænska, zviedru, švedų",
        "da": "da, dan, danish, dänisch, danois, danés, dansk",
        "nb": "nb, nob, nor, norwegian, norwegisch, norvégien, noruego, norsk",
        "fi": "fi, fin, finnish, finnisch, finnois, finés, suomi, suomeksi, finska, soome, fiński, финский, suomen kieli",
        "hu": "hu, hun, hungarian, ungarisch, hongrois, húngaro, magyar, magyarul, węgierski, maďarsky, венгерский, ungerska",
        "ro": "ro, ron, rum, romanian, rumänisch, roumain, rumano, română, românește, rumuński, румынский, rumænsk",
        "el": "el, ell, gre, greek, griechisch, grec, griego, ελληνικά",
        "ja": "ja, jpn, japanese, japanisch, japonais, japonés, 日本語, 일본어, 日语, japonca, японский, японська, japoński, nhật, tiếng nhật, ภาษาญี่ปุ่น, jepang, bahasa jepang, 日文, 日本語名, 和名, ژاپنی, اليابانية",
        "zh": "zh, zho, chi, chinese, chinesisch, chinois, chino, 中文, 汉语, 漢語, 중국어, 中国語, chiński, китайский, китайська, çince, tiếng trung, ภาษาจีน, mandarin, bahasa mandarin, 汉语, 中文名, 中文名称, 简体中文, 繁體中文, 繁体中文, چینی, الصينية",
        "ko": "ko, kor, korean, koreanisch, coréen, coreano, 한국어, 韓国語, 韩语, koreański, корейский, korece, tiếng hàn, ภาษาเกาหลี, korea, bahasa korea, 한글, 국문, 韓文, 韩文, 한국어명",
        "ar": "ar, ara, arabic, arabisch, arabe, árabe, العربية, арабский, arapça, arapça karşılığı, عربي, عربى, بالعربية, المصطلح العربي, arabski, arapski, arab, bahasa arab, tiếng ả rập, ภาษาอาหรับ, ערבית, عربی, アラビア語, 阿拉伯语, 아랍어",
        "he": "he, heb, hebrew, hebräisch, hébreu, hebreo, עברית, בעברית, иврит, hebrajski, العبرية, ibranice",
        "ca": "ca, catalan, katalanisch, catalán, català",
        "eu": "eu, eus, baq, basque, baskisch, vasco, euskera, euskara",
        "gl": "gl, glg, galician, galicisch, galicien, gallego, galego",
        "cy": "cy, cym, welsh, walisisch, gallois, galés, cymraeg",
        "ga": "ga, gle, irish, irisch, irlandais, irlandés, gaeilge",
        "hr": "hr, hrv, croatian, kroatisch, croate, croata, hrvatski, hrvatskom",
        "sr": "sr, srp, serbian, serbisch, serbe, serbio, srpski, српски",
        "sl": "sl, slv, slovenian, slowenisch, slovène, esloveno, slovenščina, slovensko",
        "sk": "sk, slk, slovak, slowakisch, slovaque, eslovaco, slovenčina, slovensky, slovenčina, slovensky jazyk",
        "bg": "bg, bul, bulgarian, bulgarisch, bulgare, búlgaro, български, болгарский, на български",
        "lt": "lt, lithuanian, litauisch, lituanien, lituano, lietuvių, lietuviškai, lietuvių kalba",
        "lv": "lv, lav, latvian, lettisch, letton, letón, latviešu, latviski, latviešu valoda",
        "et": "et, estonian, estnisch, estonien, estonio, eesti, eesti keeles, eesti keel",
        "vi": "vi, vie, vietnamese, vietnamesisch, vietnamien, vietnamita, tiếng việt, tiếng việt nam, việt, वियतनामी",
        "th": "th, tha, thai, thailändisch, thaï, tailandés, ไทย, ภาษาไทย, thailandia",
        "hi": "hi, hin, hindi, हिन्दी, हिंदी, हिन्दी में, hindi dili",
        "fa": "fa, fas, persian, persisch, persan, persa, farsi, فارسی, معادل فارسی, به فارسی, farsça, персидский, الفارسية",
        "lb": "lb, ltz, luxembourgish, luxemburgisch, luxembourgeois, lëtzebuergesch",
        "af": "af, afr, afrikaans",
        "id": "indonesian, indonesisch, indonésien, indonesio, bahasa indonesia, indonesia, indonesian language",
        "is": "icelandic, isländisch, islandais, islandés, íslenska, á íslensku",
        "mt": "maltese, maltesisch, maltais, maltés, malti",
        "bn": "bn, bengali, bangla, বাংলা",
        "ta": "ta, tamil, தமிழ்",
        "te": "telugu, తెలుగు",
        "mr": "marathi, मराठी",
        "ur": "ur, urd, urdu, اردو",
        "ne": "nepali, नेपाली",
        "sw": "swahili, kiswahili",
        "ms": "malay, bahasa melayu",
        "tl": "tagalog, filipino",
        "km": "khmer, ភាសាខ្មែរ",
        "ka": "kat, georgian, ქართული",
        "hy": "hy, hye, armenian, հայերեն",
        "az": "az, aze, azerbaijani, azərbaycanca",
        "kk": "kk, kaz, kazakh, қазақша",
        "uz": "uz, uzb, uzbek",
        "sq": "sq, sqi, albanian, shqip",
        "mk": "mk, mkd, macedonian, македонски",
        "be": "belarusian, беларуская",
    }.items()
    for folded in folded_set(own)
}
_AS_ADJECTIVE = {"isch": ("ischer", "ische", "isches", "ischen"), "ский": ("ское", "ская", "ском")}
LANGUAGES: Mapping[str, str] = {
    **_LANGUAGES,
    **{
        folded.removesuffix(end) + ending: code
        for folded, code in _LANGUAGES.items()
        for end, endings in _AS_ADJECTIVE.items()
        for ending in endings
        if folded.endswith(end) and len(folded) > len(end) + 1
    },
    **{
        short: code
        for short, code in (("engl", "en"), ("frz", "fr"), ("franz", "fr"))
        if short not in _LANGUAGES
    },
}
