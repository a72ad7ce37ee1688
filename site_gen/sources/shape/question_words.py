"""How further languages ask for a meaning: before the name ("mikä on", "co to jest") or after it ("là gì").

Several languages of Asia write such headings without a question mark as well.
"""

from __future__ import annotations

MEANT = (  # "what is meant by", "what do we mean by"
    r"(?:che )?(?:cosa )?si intende (?:per|con)|(?:che )?cosa (?:vuol dire|indica)|"
    r"che (?:significa|vuol dire)|"
    r"qué (?:se entiende|entendemos) por|cu[áa]l es el significado de|"
    r"o que (?:se entende por|entendemos por|quer dizer|vem a ser)|"
    r"wat (?:wordt (?:er )?(?:bedoeld met|verstaan onder)|"
    r"(?:verstaan|bedoelen) (?:we|wij|jullie) (?:onder|met))|"
    r"was meint man mit|co (?:rozumiemy|rozumie się|się rozumie) przez|"
    r"co se (?:rozumí|míní)(?: pod| pojmem)?|co (?:rozumíme|myslíme) (?:pod|pojmem)|"
    r"čo (?:sa rozumie|rozumieme) pod|što se podrazumijeva pod|šta se podrazumeva pod|"
    r"что (?:понимается|понимают) под|що (?:розуміють|розуміємо) під|ce se înțelege prin|"
    r"hvad (?:forstår vi ved|menes der med)"
)
_ROLES = (  # of persons, whose names have an article in some languages
    r"qui (?:est|sont)(?= (?:les?|la|une?|l['’]))|chi (?:è|sono)(?= (?:il|lo|la|i|gli|le|une?|una|l['’]))|"
    r"quem (?:é|são)(?= (?:os?|as?|uma?) )|wie (?:is|zijn)(?= (?:de|het|een) )|vem är|hvem er|kuka on|"
    r"kdo (?:je|jsou)|kto (?:to jest|je|są)|kim (?:jest|są)|tko je|кто так(?:ой|ая|ие)|хто так(?:ий|а|і)|"
    r"ki az az?|cine este"
)
_IS = (
    r"mikä (?:on|tarkoittaa)|mitkä ovat|mitä (?:on|ovat|tarkoittaa|tarkoittavat)|"
    r"(?:vad (?:är|betyder|menas med)|hvad? (?:er|betyder|betyr))(?: en| ett?| ei)?|"
    r"hvað (?:er|eru|þýðir|merkir)|co to (?:jest|są|znaczy)|czym (?:jest|są)|"
    r"co (?:oznacza|je to|jsou to|je|jsou|znamená)|čo (?:je to|sú to|je|sú|znamená)|kaj (?:je|so|pomeni)|"
    r"(?:što|šta) (?:je|su|znači)|(?:што|шта) (?:је|су|значи|е|се)|какво (?:е|са|означава|представлява)|"
    r"що (?:таке|означає|означають)|што такое|что (?:означает|значит)|mik? azok az?|mi az? az?|mi az?|"
    r"mit jelent(?: az?)?|ce (?:este|sunt|înseamnă|reprezintă)(?: o)?|"
    r"τι (?:είναι|σημαίνει)(?: (?:η|ο|το|οι|τα))?|"
    r"mis on|mida tähendab|kas ir|ko nozīmē|kas yra|ką reiškia|què (?:és|són|significa)|zer da|"
    r"apa (?:itu|yang dimaksud dengan|arti)|ano ang|çfarë është|מה (?:זה|זאת|הוא|היא|הם|פירוש)|מה[ויםן]|"
    r"ما (?:هو|هي|هما|معنى)"
)
BEFORE = rf"{MEANT}|{_ROLES}|{_IS}"
AROUND = (  # with the name between: "waar staat SLA voor"; each has one group
    r"was (?:ist|wird) mit (.+) gemeint",
    r"wofür steh(?:t|en) (.+)",
    r"waar (?:staat|staan) (.+) voor",
    r"wat houdt (.+) in",
    r"hva(?:d)? står (.+) for",
    r"vad står (.+) för",
    r"mit értünk (.+) alatt",
    r"a qué (?:se llama|llamamos) (.+)",
)
AFTER = (
    r"nelerdir|ne anlama gelir|kimdir|nedir|"
    r"ne demek(?:tir)?|nə deməkdir|nədir|چیست|یعنی چه|क्या (?:है|हैं|होता है|होती है)|"
    r"là (?:gì|ai)|nghĩa là gì"
)
UNSPACED_BEFORE = r"什么是|什麼是|什么叫|什麼叫|何为|何為|何谓|何謂"
UNSPACED_AFTER = r"이란|란|とは|[은는]? ?(?:뭐예요|뭔가요)"
TELLING = (  # after a name, also without a question mark
    r"(?:คือ|หมายถึง|แปลว่า)อะไร|とは(?:何|なに|なん)?(?:ですか|でしょうか|か)?|って(?:何|なに|なん)(?:ですか|でしょうか)?|"
    r"(?:是|指|指的是)什[么麼](?:意思)?|(?:이란|란|은|는)? ?무엇(?:인가요|인가|입니까)|"
    r"\s+là gì|\s+nghĩa là gì"
)
