"""Words that name parts of a glossary, whatever its subject: parts of an entry or of a page.

The words are compared after ``names.fold``. They name parts of documents, never terms; but a heading that is
mentioned in its own text is an entry even if it is listed here ("FAQ", "Feedback").
"""

from __future__ import annotations

import re

from site_gen.model import names
from site_gen.sources.shape import question_words, words_by_language
from site_gen.sources.shape.header_words import folded_set, further

# labels of parts of one entry; in a glossary of labelled lines they continue the entry above
FACETS = further("text", "also", "see", "note") | folded_set(
    "bsp, beisp, bijv, voorb, напр, "
    "let op, attenzione, atenção, important note, note importante, nota importante, wichtiger hinweis, "
    "remarque importante, belangrijke opmerking, ważna uwaga, важное примечание, önemli not, "
    "definition, definitions, meaning, example, examples, for example, e g, note, notes, nb, tip, tips, "
    "pro tip, formula, calculation, how to calculate, why it matters, see, see also, related, "
    "related terms, synonym, synonyms, also known as, also called, aka, stands for, in practice, antonym, "
    "antonyms, opposite, pronunciation, etymology, beispiel, hinweis, bedeutung, siehe, siehe auch, "
    "synonyme, exemple, remarque, voir aussi, ejemplo, nota, vease tambien, esempio, vedi anche, "
    "for instance, in other words, by analogy, key points, key point, zum beispiel, z b, par exemple, "
    "par analogie, en d autres termes, por ejemplo, en otras palabras, per esempio, ad esempio, "
    "por exemplo, bijvoorbeeld, например, good to know, did you know, hint, hints, keep in mind, "
    "be careful, caveat, remark, remarks, todo, source, sources, quelle, gut zu wissen, bon a savoir, "
    "astuce, a noter, exemplo, voorbeeld, zie ook, please note, important, warning, caution, remember, "
    "disclaimer, usage, bitte beachten, achtung, wichtig, attention, important a savoir, importante, "
    "atencion, пример, примечание, важно, внимание, синонимы, см также, ornek, not, dikkat, onemli, "
    "es anlamlilar, ayrica bakiniz, erklärung, beispiele, anmerkung, abgrenzung, merke, définition, "
    "exemples, note bene, voir, synonymes, nota bene, à retenir, definición, ejemplos, véase, sinónimos, "
    "sinónimo, definizione, esempi, vedi, sinonimi, sinonimo, definição, exemplos, ver também, veja também, "
    "sinônimo, sinônimos, observação, definitie, betekenis, voorbeelden, opmerking, synoniemen, synoniem, "
    "exempel, anmärkning, se även, se också, synonymer, definisjon, eksempel, eksempler, merknad, se også, "
    "bemærk, bemærkning, määritelmä, esimerkki, esimerkkejä, esimerkiksi, huomautus, huom, katso myös, "
    "synonyymit, definicja, przykład, przykłady, uwaga, zobacz też, zobacz także, zob też, synonimy, "
    "definice, příklad, příklady, např, poznámka, viz také, viz též, "
    "souvisí, související, synonyma, definíció, "
    "példa, példák, "
    "például, megjegyzés, lásd még, szinonimák, definiție, de exemplu, notă, vezi și, sinonime, "
    "определение, примеры, синоним, смотри также, визначення, приклад, приклади, наприклад, примітка, "
    "див також, синоніми, tanım, örn, örnekler, örneğin, açıklama, eş anlamlısı, ορισμός, παράδειγμα, "
    "παραδείγματα, σημείωση, βλέπε επίσης, συνώνυμα, 定義, 例, 用例, 使用例, 例文, 例えば, 補足, 注, 注意, "
    "vegeu també, sinònims, exemplu, primjer, primjeri, napomena, vidi također, ví dụ, ghi chú, xem thêm, "
    "ตัวอย่าง, หมายเหตุ, ดูเพิ่มเติม, contoh, catatan, lihat juga, उदाहरण, टिप्पणी, primer, opomba, glej "
    "tudi, pavyzdys, pastaba, piemērs, piezīme, näide, märkus, vaata ka, dæmi, athugasemd, бележка, вижте "
    "също, напомена, shembull, mfano, adibidea, oharra, 関連項目, "
    "備考, 関連, 関連語, 関連用語, 参照, 参考, 別名, 同義語, 出典, 定义, 示例, 例如, 例子, 举例, 注释, "
    "备注, 参见, 另见, 别名, 同义词, 相关术语, 来源, 정의, 예, 예시, 예문, 예를 들어, 참고, 참조, 비고, "
    "동의어, 관련 용어, 출처, הגדרה, דוגמה, דוגמאות, לדוגמה, הערה, ראו גם, ראה גם, מילים נרדפות, תعريف, "
    "تعريف, مثال, أمثلة, مثلا, على سبيل المثال, ملاحظة, انظر أيضا, مرادفات"
)
# labels after which the text of an entry goes on: what they say is part of its meaning
WARNINGS = folded_set(
    "warning, caution, attention, important, achtung, wichtig, atencion, importante, attenzione, atenção, "
    "let op, внимание, важно, dikkat"
)
NOTE_LABELS = folded_set(  # in a sentence of the text itself; in capitals they head a box
    "note, nota, nota bene, nb, remarque, anmerkung, opmerking, obs, observação, observación, примечание"
)
# first words of labels that name a part of the text rather than a term
FACET_STARTS = folded_set(
    "definition, definitions, explanation, meaning, importance, benefits, benefit, advantages, purpose, "
    "how, why, when, what, where, who, strategies, strategy, types, examples, example, pros, cons, "
    "best, common, implementing, utilizing, using, understanding, measuring, improving, tips, steps, "
    "uses, role, vorteile, beispiele, warum, wie, definicion, beneficios, importancia, ventajas, "
    "avantages, pourquoi"
)
# headings of parts of a document
STRUCTURE = folded_set(
    "hinweise zur nutzung, hinweise zur benutzung, benutzungshinweise, nutzungshinweise, zur benutzung, "
    "legende, légende, leyenda, legenda, mode d'emploi, comment utiliser ce glossaire, modo de uso, "
    "cómo usar este glosario, instrucciones de uso, istruzioni per l'uso, modo de usar, instruções de uso, "
    "gebruiksaanwijzing, jak korzystać, sposób użycia, как пользоваться, условные обозначения, легенда, "
    "як користуватися, nasıl kullanılır, 使用说明, 使用說明, 使用方法, 凡例, 使い方, "
    "はじめに, 前言, 图例, 사용법, 사용 방법, 일러두기, 범례, "
    "introduction, intro, conclusion, conclusions, contents, table of contents, summary, overview, "
    "about, references, bibliography, appendix, comments, subscribe, newsletter, contributing, license, "
    "licence, acknowledgements, acknowledgments, changelog, foreword, preface, disclaimer, copyright, "
    "footnotes, sources, conventions, key takeaways, takeaways, final thoughts, next steps, legend, "
    "credits, faqs, background, terms, navigation, einleitung, einfuhrung, fazit, inhalt, "
    "inhaltsverzeichnis, zusammenfassung, vorwort, anhang, quellen, impressum, sommaire, annexe, "
    "introduccion, indice, resumen, introduzione, conclusione, introducao, conclusao, inleiding, "
    "conclusie, inhoud"
)
# headings of chapters in READMEs, design documents, reports and manuals
CHAPTERS = folded_set(
    "installation, install, setup, quick start, quickstart, usage, configuration, options, api, api "
    "reference, features, requirements, prerequisites, dependencies, development, building, testing, "
    "tests, deployment, release notes, roadmap, status, authors, maintainers, support, contact, "
    "contacts, help, troubleshooting, security, faq, build, documentation, motivation, goals, non "
    "goals, goals and non goals, context, problem, problem statement, scope, out of scope, "
    "assumptions, constraints, proposal, proposed design, proposed solution, solution, design, "
    "detailed design, high level design, architecture, data model, implementation, implementation "
    "plan, alternatives, alternatives considered, trade offs, drawbacks, risks, risks and "
    "mitigations, rollout, rollout plan, migration, monitoring, open questions, unresolved questions, "
    "questions, future work, decision, decisions, consequences, abstract, methods, methodology, "
    "results, discussion, timeline, milestones, agenda, attendees, action items, actions, purpose, "
    "objectives, history, privacy, performance, metrics, user stories, stakeholders, description, syntax, "
    "synopsis, arguments, arguments and values, parameters, return value, return values, returns, "
    "side effects, class precedence list, affected by, exceptional situations, checklist, expected behavior, "
    "expected behaviour, observed behavior, actual behavior, actual behaviour, current behavior, "
    "steps to reproduce, "
    "environment, additional context, screenshots, related issues, type of change, how has this been tested, "
    "possible solution, system information, versions, logs, reproduction, describe the bug"
)
# labels and headings in reports, minutes and letters
PARTS_OF_REPORTS = folded_set(words_by_language.REPORTS) | folded_set(
    "attendees, participants, present, apologies, minutes, date, time, place, location, venue, "
    "topic, topics, notes, "
    "next meeting, todo, to do, todos, follow up, author, owner, title, name, subject, from, to, cc, "
    "reference, ref, "
    "account, account number, customer number, invoice, invoice number, order number, total, amount, "
    "version, phase, "
    "step, task, tasks, deliverables, budget, schedule, added, changed, fixed, removed, deprecated, "
    "breaking changes, "
    "participating actors, primary actor, secondary actors, trigger, triggers, preconditions, precondition, "
    "postconditions, postcondition, entry condition, entry conditions, exit condition, exit conditions, "
    "flow of events, basic flow, main flow, alternative flow, alternative flows, main success scenario, "
    "goal, inputs, outputs, input, output, procedure, procedures, zielgruppe, zielgruppen, anwendungsgebiet, "
    "anwendungsgebiete, anwendungsbereich, betriebsbedingungen, produkteinsatz, zielbestimmung, "
    "bug fixes, new features, improvements, known issues, ingredients, directions, preparation, "
    "serves, cooking time, "
    "education, experience, skills, languages, hobbies, teilnehmer, tagesordnung, protokoll, datum, "
    "ort, beschluss, "
    "zutaten, zubereitung, participants, ordre du jour, lieu, ingrédients, asistentes, "
    "orden del día, fecha, lugar, "
    "участники, присутствовали, повестка, дата, место, katılımcılar, gündem, tarih, yer, "
    "use case, use case name, actor, actors, primary actor, secondary actors, participating actor, "
    "participating actors, participating actor s, precondition, preconditions, pre conditions, "
    "pre condition, "
    "postcondition, postconditions, post conditions, post condition, entry condition, entry conditions, "
    "exit condition, exit conditions, flow of events, main flow, basic flow, normal flow, alternative flow, "
    "alternate flow, main success scenario, acceptance criteria, acceptance criterion, the problem of, "
    "affects, "
    "the impact of which is, a successful solution would be, problem statement, product position statement, "
    "business opportunity, user environment, stakeholder summary, design constraints, "
    "functional requirements, non functional requirements, nonfunctional requirements, other requirements, "
    "source of stimulus, stimulus, artifact, environment, response, response measure, "
    "unit tests, system testing, integration testing, test case, test cases, expected result, actual result, "
    "nome caso d uso, attore primario, attori, pre condizioni, precondizioni, post condizioni, "
    "postcondizioni, "
    "garanzie di successo o post condizioni, scenario principale, caso de uso, actor principal, actores, "
    "precondiciones, postcondiciones, flujo principal, flujo normal, flujo alternativo, "
    "criterio de aceptacion, criterios de aceptacion, acteur, acteurs, acteur principal, scenario nominal, "
    "akteur, akteure, vorbedingung, vorbedingungen, nachbedingung, nachbedingungen, auslöser"
)
# keys of the texts that a program or web page shows
KEYS_OF_SCREENS = folded_set(
    "title, subtitle, heading, headline, tagline, slogan, lead, button, cta, cta primary, cta secondary, "
    "submit, cancel, save, close, back, next, previous, loading, placeholder, error message, "
    "success message, read more, learn more, welcome, login, logout, sign in, sign up, menu, footer, header, "
    "copyright, all rights reserved, home, tooltip, confirm, delete, edit, search, send, "
    "email placeholder, meta title, meta description"
)
# words for a glossary, and the words that join them in its heading
_TITLES = further("titles") | folded_set(words_by_language.HEADINGS)
GLOSSARY_WORDS = frozenset(title for title in _TITLES if " " not in title) | folded_set(
    "glossary, glossaries, dictionary, terms, terminology, lexicon, vocabulary, definitions, jargon, lingo, "
    "acronyms, acronymes, akronyme, acronimos, acronimi, "
    "abbreviations, nomenclature, glossar, begriffe, begriffserklarungen, abkurzungen, "
    "abkurzungsverzeichnis, worterbuch, lexikon, fachbegriffe, glossaire, lexique, abreviations, sigles, "
    "glosario, terminos, terminologia, definiciones, abreviaturas, siglas, glossario, termini, "
    "definizioni, abbreviazioni, lessico, dizionario, dizionarietto, vocabolario, dicionario, diccionario, "
    "dictionnaire, vocabulaire, woordenboek, ordbok, ordbog, forkortningar, forkortelser, begrepp, begreper, "
    "leksykon, skroty, pojecia, zkratky, slovar, slownictwo, "
    "woordenlijst, begrippenlijst, begrippen, afkortingen, sozluk, terimler, "
    "kisaltmalar, tanimlar, глоссарии, словарь, термины, определения, сокращения, сокращений, терминов, "
    "определений, сокращенных, сокращенные, обозначения, обозначений, аббревиатур, аббревиатуры, "
    "glosar, slownik, slowniczek, slovnik, slovnicek, pojmy, ordlista, ordliste, ordforklaringer, "
    "sanasto, sanakirja, "
    "szojegyzek, fogalomtar, ertelmezo, fogalmak, sonastik, zodynas, recnik, rjecnik, pojmovnik, "
    "γλωσσαρι, γλωσσαριο, λεξιλογιο, глосарій, словник, терміни, глоссарий, словарик, речник, مسرد, "
    "قاموس, القاموس, مصطلحات, المصطلحات, المسرد, معجم, المعجم, تعريفات, التعريفات, اختصارات, الاختصارات, "
    "מילון, מילונון, מונחון, מונחים, המונחים, הגדרות, קיצורים, glosarium, istilah, "
    "definitioner, definisjoner, "
    "definicje, definice, maaritelmat, kasitteet, termit, lyhenteet, definiciok, roviditesek, kifejezesek, "
    "definitii, termeni, abrevieri, ορισμοι, οροι, визначення, визначень, скорочення, термінів, понятия, "
    "понятий, "
    "поняття, понять, definities, termen, szoszedet, 용어, 약어, 用語, skracenice, съкращения, "
    "συντομογραφιες, קיצורים, "
    "worterverzeichnis, wortschatz, vokabeln, vaktaal, vaktermen, vakjargon, jerga, vocablos, gergo, girias, "
    "kavramlar, kelimeler, slovicka, hantyrka, slang, sleng, жаргон, сленг"
)
_GLOSSARY_STEMS = re.compile(  # of words for a glossary that languages inflect or join with others
    r"(?:gloss?ar|slowni[kc]|slovni[kc]|sozlu[kg]|terimler|szotar|szojegyz|fogalomt|fogalommagy|"
    r"sanasto|sanakirj|termist|терминолог|термінолог|словар|словник|глос+ар|γλωσσαρ|λεξικ|λεξιλογ|"
    r"ορολογ|lexik|"
    r"begriffs(?:list|lexik|erklar|verzeichn|klarung|bestimm|samml|ubersicht|worterb|definition)|"
    r"fachworter|"
    r"fachbegriff|abkurzungs|stichwortverz|begreps(?:list|ordlist|forklar)|begrebslist|"
    r"begrepps(?:list|ordlist|forklar)|termlist|ordforklar|ordlist|woordenlijst|begrippen|rjecni[kc]|"
    r"recni[kc]|"
    r"pojmovni[kc]|sonast|zodyn|dictionar(?:ul|e)|dizionar|vocabolar|diccionar|ordalist|ordasafn|слоўнік|"
    r"vardnic|"
    r"fjalor|hiztegi|ლექსიკონ|сөздіг|luget|واژهنامه|لغتنامه|woordelys)\w{0,6}|"
    r"\w{2,30}(?:glossar|lexikon|worterbuch|worterliste|wortliste|begriffsliste|ordlista|ordliste|ordbok|"
    r"ordbog|sanasto|sanakirja|szotar|woordenlijst|begrippenlijst)"
)


def is_glossary_word(word: str) -> bool:
    """Whether a folded word is one for a glossary, also inflected or joined: "słowniczka"."""
    return word in GLOSSARY_WORDS or is_glossary_stem(word)


def is_glossary_stem(word: str) -> bool:
    """Whether a folded word is "glossary" in a language that inflects or joins it, and not just "terms"."""
    return _GLOSSARY_STEMS.fullmatch(word) is not None


# what teams call the list of the words of their trade; folded as names are
_SHARED_LANGUAGE = re.compile(
    r"\b(?:ubiquitous (?:project )?language|ubiquitare sprache|gemeinsame fachsprache|lenguaje ubicuo|"
    r"linguagem (?:ubiqua|onipresente)|langage (?:ubiquitaire|omnipresent)|linguaggio ubiquo|"
    r"ubiquitaire taal|alomtegenwoordige taal|единый язык|повсеместный язык)\b"
)


def words_of_title(title: str) -> list[str]:
    """The folded words of a title, the ubiquitous language of a team as the glossary that it is."""
    return _SHARED_LANGUAGE.sub("glossary", names.fold(title)).split()


# words for a glossary in writing without spaces between words, and in several words
GLOSSARY_SIGNS = (
    "用語集", "用語解説", "用語一覧", "用語辞典", "略語", "术语表", "術語表",
    "术语", "術語", "词汇表", "詞彙表", "名词解释", "名詞解釋", "缩略语",
    "用語定義", "用語の定義", "用語説明", "用語の説明", "词汇", "詞彙", "名词表", "名詞表", "缩写", "縮寫",
    "용어집", "용어 사전", "용어사전", "용어 정리", "용어정리", "용어 해설", "용어 설명", "용어설명",
    "용어 정의", "용어정의", "약어",
    "ユビキタス言語", "统一语言", "統一語言", "通用语言", "유비쿼터스 언어", "thuật ngữ",
    "용어 목록", "용어목록", "용어표", "용어 모음", "용어모음", "단어장",
    "専門用語", "基本用語", "主要用語", "関連用語", "重要用語", "用語と", "用語辞書",
    "词典", "辞典", "辭典", "詞典", "生词", "名词对照",
    "อภิธาน", "คำศัพท์", "พจนานุกรม", "นิยามศัพท์", "อักษรย่อ", "คำย่อ",
    "ศัพท์เฉพาะ", "単語集", "単語帳", "グロッサリー", "專有名詞", "专有名词", "用語說明", "缩略词", "縮略詞",
    "黑话",
)  # fmt: skip
GLOSSARY_PHRASES = frozenset(title for title in _TITLES if " " in title)  # folded, of several words
JOINING = folded_set(words_by_language.JOINING) | folded_set(
    "and, of, the, our, my, a, to, in, for, key, common, used, short, important, main, list, und, der, die, "
    "courants, courantes, usuels, usuelles, gangige, haufige, comunes, frecuentes, comuni, frequenti, usual, "
    "frequent, wichtige, "
    "frequent, common, useful, new, typical, often, heard, our, neue, typische, nutzliche, unsere, "
    "frequents, frequentes, nouveaux, utiles, frecuentes, nuevas, utili, nuove, uteis, nuttige, "
    "nieuwe, "
    "et, des, les, de, du, y, los, las, e, i, dei, en, van, ve, и, список, перечень, принятых, "
    "используемых, условных, основных"
)
STRUCTURE_START = re.compile(
    r"(?:introduction to|about (?:this|the|us)|how (?:to|we)|what (?:to|comes|happens|now|s (?:next|new))|"
    r"why (?:you|we|is|are|it|does|do|this)|benefits? of|"
    r"the (?:benefits?|importance|power|role|future|history) of|"
    r"tips (?:for|on)|best practices|key takeaways|leave a|related (?:posts?|articles?|reading|links?|terms)|"
    r"further reading|getting started|wrapping up|ready to|sign up|subscribe to|share (?:this|on)|"
    r"read (?:more|next)|learn more|see also|try our|get started|"
    r"(?:book|request|schedule|get|start|try|claim) (?:an? |your |our |the )?(?:free )?(?:demo|trial|"
    r"consultation|quote)|"
    r"(?:talk|speak|chat) (?:to|with) (?:us|sales|an?|our)|get in touch|contact us|join our|subscribe now|"
    r"sign up|"
    r"jetzt (?:kostenlos|gratis|unverbindlich|testen|starten|anmelden|demo|kontakt|beraten)|"
    r"(?:kostenlos|gratis|unverbindlich)e?[rsn]? (?:testen|demo|erstgesprach|beratung|anfragen)|"
    r"demo (?:anfordern|buchen|vereinbaren|anfragen)|sprechen sie (?:uns|mit)|kontaktieren sie uns|"
    r"nehmen sie kontakt|"
    r"(?:essay\w+|test\w+) gratuit\w*|(?:demand|reserv)\w+ une (?:demo|demonstration)|contactez nous|"
    r"parlez a|"
    r"prueba gratis|pruebalo gratis|(?:solicit|reserv|pid)\w+ (?:una |tu )?(?:demo|prueba)|contactanos|"
    r"habla con|"
    r"prova gratis|provalo gratis|(?:richied|prenot)\w+ (?:una )?(?:demo|prova)|contattaci|parla con|"
    r"experimente gratis|(?:solicit|agend|peca)\w* (?:uma )?demo\w*|fale (?:conosco|com)|"
    r"(?:gratis|nu) (?:proberen|testen|demo)|probeer gratis|(?:plan|vraag) een demo|neem contact|"
    r"was this (?:page|article|answer|entry)|(?:war|hat) (?:diese[rs]?|ihnen diese[rs]?) (?:artikel|seite|"
    r"beitrag)|"
    r"cet article vous|cette page vous|(?:te|le) ha (?:sido|resultado)|fue util|"
    r"(?:when|while|if) (?:\w+ing|you|we|to|an?|the|your)\b|wenn (?:sie|du|man|wir|ein|eine|der|die|das)|"
    r"(?:quand|lorsque) (?:vous|on|nous|le|la|un|une)|cuando (?:se|el|la|un|una)|"
    r"table of|list of|using this|notes on|uber (?:dieses|diese|das|uns)|wie man|a propos|acerca de|"
    r"so (?:nutzen|lesen|verwenden|benutzen|funktioniert)|comment (?:utiliser|lire|se servir|contribuer)|"
    r"como (?:usar|utilizar|leer|ler)|come (?:usare|utilizzare|leggere)|sobre (?:este|esta)|"
    r"over (?:dit|deze)|"
    r"(?:uber|sobre|informazioni|over|om|o|о|об|про) (?:\w+ ){0,2}(?:glos|lexi|lessic|ordlist|slown|"
    r"slovn|словар|глоссар|глосар|словник|begrip|begriff|woord)\w*$)\b"
)
# calls to readers to bring terms; folded as names are
CALL = re.compile(
    r"(?:contribut(?:e|ing|ions?) (?:to|a)|contributions?$|how to contribute|contribuer (?:au|aux|a)|"
    r"contribuir (?:al?|en|com|para)|contribuire (?:al|alla|a)|bijdragen aan|"
    r"beitragen (?:zu|zum)|zu[mr] .{3,20} beitragen|mitmachen|"
    r"(?:want|wish) to (?:add|contribute|suggest)|"
    r"(?:please )?(?:add|suggest|propose|submit|request|report)(?:ing)? "
    r"(?:an?|new|the|your|missing|other|more)\b.{0,12}\b(?:terms?|entry|entries|words?|definitions?)|"
    r"missing (?:a |any )?(?:terms?|words?|something|anything)|"
    r"(?:ajouter|proposer|suggerer) (?:un|une|des|de nouveaux|d autres) "
    r"(?:nouveau )?(?:terme|mot|definition|entree)s?|"
    r"(?:anadir|agregar|proponer|sugerir) (?:un |una |nuev[oa]s )?(?:nuev[oa] )?"
    r"(?:terminos?|palabras?|definicion(?:es)?)|"
    r"(?:neuen? )?(?:begriffe?|eintrage?|wort) (?:vorschlagen|erganzen|hinzufugen|melden)|"
    r"(?:fehlt|fehlende?r?) (?:ein )?(?:begriffe?|wort)|"
    r"fehlt (?:noch )?(?:etwas|was)|"
    r"(?:is |are )?(?:we )?(?:something|anything|an? (?:term|word)|terms|words) missing|"
    r"did (?:we|i) (?:miss|forget)|"
    r"il manque|manque t il|falta algo|falta alguna?|manca qualcosa|manca un|mis je|ontbreekt er|"
    r"czegos brakuje|brakuje|"
    r"saknas (?:nagot|det)|mangler (?:noe|du)|чего то не хватает|не хватает|eksik)\b"
)
TITLE_WORDS = folded_set(
    "glossary, glossaries, dictionary, terms, terminology, lexicon, vocabulary, definitions, jargon, "
    "guide, acronyms, abbreviations, handbook, glossar, begriffe, worterbuch, lexikon, fachbegriffe, "
    "glossaire, lexique, dictionnaire, glosario, diccionario, terminos, terminologia, glossario, "
    "dizionario, termini, woordenlijst, begrippenlijst, words, vocab, lingo, slang, phrases, "
    "buzzwords, phrasebook, wordbook, jargonbuster"
)
# of them and beside them, those of lists of words in everyday language: "Helpline words"
WORDS_OF_TITLES = folded_set(
    "codebook, words, vocab, lingo, slang, phrases, buzzwords, phrasebook, wordbook, jargonbuster, worter, "
    "mots, palabras, palavras, woorden, ord, slowa, słówka, slova, slovíčka, слова, слов, словечки, "
    "kelimeler, kelimelerimiz, sanoja, "
    "szavak, szavaink, cuvinte, λέξεις, מילים, كلمات, sõnad, žodžiai, riječi, besede, думи, термины, терміни"
)
WORD_LIST = re.compile(
    r"\bword ?lists?\b|\bwortlisten?\b|\blistes? de mots\b|\blistas? de palabras\b|"
    r"\bwhat (?:we|they|people) (?:call|mean|say)\b|\bwas wir (?:sagen|meinen)\b|\bwas heisst was\b|"
    r"\bce que nous (?:disons|appelons)\b|\blo que (?:decimos|llamamos)\b|\bwat we bedoelen\b"
)
ORDINAL = re.compile(
    r"(?:level|part|chapter|section|module|unit|lesson|week|day|step|stage|phase|appendix|category|"
    r"teil|kapitel|abschnitt|partie|chapitre|parte|capitulo|nivel|seccion|sezione|capitolo|deel|"
    r"hoofdstuk)\s+(?:\d+|[ivxlc]+|[a-z])\b"
)
DEFINING_QUESTION = re.compile(
    r"^\s*(?!.*\b(?:differences?|unterschiede?|différences?|diferencias?|differenz[ae])\b)"
    r"(?!(?:\S+\s+){1,4}(?:…|\.{3})(?:\s+\S+)?\s?[?？؟]\s*$)"  # for no name
    r"(?:(?:what(?:'s|’s| is| are| was| were| does| do)|whats|how (?:is|are)|who (?:is|are) (?:an?|the)|"
    r"was (?:ist|sind|bedeutet|bedeuten|heißt|versteht man unter|verstehen wir unter|meint|meinen wir mit)|"
    r"wer (?:ist|sind)|que (?:signifie|veut dire)|c['’]est quoi|qu['’](?:appelle|enten)|"
    r"¿?\s*quién es|cosa significa|"
    r"qu['’]est[- ]ce qu['’e]|¿?\s*qué (?:es|son|significa|quiere decir)|(?:che )?cos['’]?\s?(?:è|é|sono)|"
    rf"o que (?:é|são|significa)|wat (?:is|zijn|betekent)|что такое|¿?\s*(?:{question_words.BEFORE})(?=\s)|"
    rf"{question_words.UNSPACED_BEFORE})\s*.+|"
    rf"¿?\s*(?:{'|'.join(question_words.AROUND).replace('(.+)', '.+')})|"
    rf".+\s(?:{question_words.AFTER})|"
    rf".+(?:{question_words.UNSPACED_AFTER}|{question_words.TELLING}))\s?[?？؟]\s*$",
    re.IGNORECASE,
)
ASKS_FOR_MEANING = re.compile(  # "What do we mean by …?", although "we" speaks to readers
    r"\s*(?:what (?:do|did) (?:we|you|they) mean|was (?:verstehen|meinen) wir|"
    r"que (?:veut-on|voulons-nous) dire|qu['’]entendons-nous|qué queremos decir|"
    r"wat (?:verstaan|bedoelen) we|¿?\s*(?:qué|a qué) (?:entendemos|llamamos))\b",
    re.IGNORECASE,
)
# words that address the reader, rare in names of terms
ADDRESS = folded_set(
    "us, we, our, ours, you, your, me, my, i, wir, uns, unser, unsere, ihr, ihre, nous, notre, vous, "
    "votre, vos"
)
# words that may follow the name in a defining sentence
MEANS = (
    r"означава|значи|betyder|innebär|avser|betyr|înseamnă|desemnează|berarti|nghĩa là"  # before a nominative
)
MEANS_OBJECT = (  # of languages whose objects have cases: "tarkoittaa tietojen yhdistämistä"
    r"oznacza|oznaczają|znamená|означают|означає|означають|tarkoittaa|tarkoittavat|znači|označava|pomeni|"
    r"reiškia|"
    r"nozīmē|tähendab|þýðir|merkir|σημαίνει"
)
_QUOTED_NAME = r"[\"“„«][^\"“”„«»\n]{1,60}[\"”“»]"
JOINED = r"(?:[,/]?\s*(?:or|and|oder|und|ou|et|o|e|y|of|lub|и|или)\s+|\s*[,/]\s*)"  # between names
DEFINED_VERBS = (
    r"(?:(?:shall |will )?(?:means?|refer to|have the meanings?)|refers to|has the meanings?|bedeutet|"
    rf"bezeichnet|meint|désigne|signifie|s['’]entend|significa|designa|indica|betekent|{MEANS}|{MEANS_OBJECT})\b"
)
DEFINED = re.compile(  # behind a name in quotes, as contracts have it: “Van” or “Vans” means …
    rf"(?:{JOINED}{_QUOTED_NAME}){{0,3}},?\s*{DEFINED_VERBS}", re.IGNORECASE
)
DEFINES = re.compile(
    r"(?<!\s)\s+(?:refers? to|means|stands? for|describes?|denotes?|is defined as|are defined as|"
    r"is the term for|bezeichnet|bedeutet|steht für|désigne|signifie|se refiere a|significa|si riferisce a|"
    r"refere-se a|verwijst naar|betekent|rozumí se|rozumie sa|reprezintă|adalah|ialah|merupakan|là|"
    rf"означает|{MEANS}|{MEANS_OBJECT})\b",
    re.IGNORECASE,
)
IS = re.compile(r"(?<!\s)\s+(?:is|are|was|were|ist|sind|est|sont|es|son|è|é|sono|são)\s+", re.IGNORECASE)
# abbreviations and names of word classes, as dictionaries print them
WORD_CLASSES = (
    r"nouns?|n\.?|verbs?|v\.?|vb\.?|v\.?\s?[ti]\.?|adj(?:ective)?\.?|adv(?:erb)?\.?|prep\.|phr(?:ase)?\.?|"
    r"(?:noun|verb) phrase|pl(?:ural)?\.?|sing\.?|abbr(?:eviation)?\.?|acr(?:onym)?\.?|acronym|initialism|"
    r"subst(?:antiv)?\.?|nomen|adjektiv|[mfn]\.?|[mfn]\.?\s?pl\.?|n\.?\s?[mf]\.?(?:\s?pl\.?)?|"
    r"nom (?:masculin|féminin)|"
    r"loc\.?(?:\s?(?:adj|adv|nom)\.?)?|s\.?\s?[mf]\.?(?:\s?pl\.?)?|sust\.?|сущ\.?|гл\.?|прил\.?|нареч\.?|"
    r"is\.|isim|fiil|sf\.|sıfat|zf\.|zn\.|ww\.|bn\.|rzecz\.|czas\.|przym\.|podst\.|příd\.|sloves\.|"
    r"fn\.?|ige|mn\.?|hsz\.?|sb\.|sbst\.|substantiv|verb(?:um|i)|verben|egen?navn|egennamn|eigenname|"
    r"proper noun|nom propre|"
    r"subst\.|м\.|ж\.|ср\.|ім\.|дієсл\.|名詞|動詞|形容詞|名词|动词|形容词|명사|동사|형용사"
)
# what dictionaries print in brackets behind a name: class, article, ending, language, how it is spoken;
# a plural in full is another name
_REMARKS = (
    rf"(?:{WORD_CLASSES}|(?-i:der|die|das|le|la|les|el|los|las|il|lo|het)|"
    r"gen\.?:? [^\W\d_]{2,30}|-\w{0,4}|[–¨]\w?|kein plural|no plural|sans pluriel|"
    r"(?:aus d(?:em|\.) )?(?:engl|lat|frz|franz|griech|ital|span|dt|angl|ingl|ang|англ|лат|нем|фр)\.|"
    r"/?[^()\[\]/\n]{0,40}?[ˈˌːʃʒɪʊɐɑɒʌɜɹɾʁɡ][^()\[\]/\n]{0,40}/?)"
)
REMARKS = rf"{_REMARKS}(?: ?[,;/·|+] ?{_REMARKS}){{0,3}}"
WORD_CLASS = re.compile(WORD_CLASSES, re.IGNORECASE)
