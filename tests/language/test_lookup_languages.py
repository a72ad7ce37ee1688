"""The lookup in a language that nobody has told about, and with other people than customers."""

from __future__ import annotations

from helpers.rows import each_row
from helpers.support import glossary, term
from site_gen.assistant.scripts import Scripts
from site_gen.catalog import catalog
from site_gen.language import language_of
from site_gen.pages.lookup import as_json, lookup_data


@each_row("query", ["kolejka", "Kolejki", "rząd", "czekać na swoją kolej"])
def test_a_language_that_is_not_known_works_with_words_as_they_are(query: str) -> None:
    terms = (
        term("kolejka", name="Kolejka", search_as=("czekać na swoją kolej",), definition="Rząd zgłoszeń."),
        term("zgloszenie", name="Zgłoszenie", definition="Zapis jednej prośby."),
    )
    data = lookup_data(glossary(*terms), {}, catalog=catalog("pl"), language=language_of("pl"))
    found = Scripts(as_json(data)).search(query, 3)
    assert "kolejka" in [one["slug"] for one in found]


# Name, what people type for it, definition; then what finds it: other forms, accents left out, questions.
SITES: dict[str, tuple[list[tuple[str, str, str]], dict[str, int]]] = {
    "fr": (
        [
            ("File d'attente", "clients qui patientent", "Les demandes qui attendent une réponse."),
            ("Réinitialisation du mot de passe", "mot de passe oublié", "Donner un nouveau mot de passe."),
            ("Incident", "rien ne marche", "Une panne d'un service."),
        ],
        {"files d'attente": 0, "mots de passe oubliés": 1, "reinitialiser mes mots de passe": 1}
        | {"l'incident": 2, "les incidents": 2, "qu'est-ce qu'un incident ?": 2},
    ),
    "es": (
        [
            ("Cola de espera", "clientes esperando", "Las solicitudes que esperan."),
            ("Restablecimiento de contraseña", "olvidé mi contraseña", "Una contraseña nueva."),
        ],
        {"colas de espera": 0, "¿qué es una cola de espera?": 0, "restablecer contrasenas": 1, "he olvidado la contraseña": 1},
    ),
    "it": (
        [
            ("Coda d'attesa", "clienti in attesa", "Le richieste che aspettano."),
            ("Richiesta", "aprire un ticket", "Una domanda all'assistenza."),
        ],
        {"code d'attesa": 0, "le richieste": 1, "che cosa significa richiesta": 1, "clienti attesa": 0},
    ),
    "pt": (
        [
            ("Fila de espera", "clientes esperando", "Os pedidos que esperam."),
            ("Redefinição de senha", "esqueci minha senha", "Uma senha nova."),
        ],
        {"filas de espera": 0, "o que é uma fila de espera": 0, "redefinicao das senhas": 1},
    ),
    "nl": (
        [
            ("Wachtrij", "klanten die wachten", "De meldingen die op antwoord wachten."),
            ("Melding", "iets doorgeven", "Een bericht aan de servicedesk."),
        ],
        {"wachtrijen": 0, "meldingen": 1, "wat betekent melding": 1},
    ),
    "sv": (
        [
            ("Kö", "vänta på sin tur", "Ärenden som väntar."),
            ("Ärende", "öppna en fråga", "En begäran från början till slut."),
        ],
        {"ärenden": 1, "arendet": 1, "vad är ett ärende": 1, "väntar på tur": 0},
    ),
    "da": (
        [("Kø", "vente på tur", "Sager, der venter."), ("Sag", "åbne en henvendelse", "En henvendelse.")],
        {"sager": 1, "sagen": 1, "hvad betyder kø": 0},
    ),
    "nb": (
        [("Kø", "vente på tur", "Saker som venter."), ("Sak", "åpne en henvendelse", "En henvendelse.")],
        {"saker": 1, "saken": 1, "hva betyr kø": 0},
    ),
    "fi": (
        [
            ("Jono", "odottaa vuoroa", "Rivi, jossa tiketit odottavat."),
            ("Salasana", "salasana unohtui", "Sana, jolla kirjaudutaan."),
        ],
        {"jonossa": 0, "jonot": 0, "salasanat": 1, "mikä on salasana": 1},
    ),
    "ru": (
        [
            ("Сброс пароля", "забыл пароль", "Новый пароль вместо забытого."),
            ("Очередь", "ждать ответа", "Заявки, которые ждут ответа."),
        ],
        {"сброс паролей": 0, "сбросить пароль": 0, "очереди": 1, "что такое очередь?": 1},
    ),
    "tr": (
        [
            ("Parola sıfırlama", "parolamı unuttum", "Unutulan parolanın yerine yenisi."),
            ("Kuyruk", "sıra beklemek", "Yanıt bekleyen talepler."),
        ],
        {"parola sifirlama": 0, "parolalar": 0, "kuyruklar": 1, "kuyruk nedir": 1},
    ),
}  # fmt: skip


@each_row("tag", sorted(SITES))
def test_other_forms_of_a_word_find_it_by_the_stems_of_the_language(tag: str) -> None:
    told, queries = SITES[tag]
    terms = [
        term(f"t{at}", name=name, search_as=(typed,), definition=definition)
        for at, (name, typed, definition) in enumerate(told)
    ]
    scripts = Scripts(
        as_json(lookup_data(glossary(*terms), {}, catalog=catalog(tag), language=language_of(tag)))
    )
    first = {query: [one["slug"] for one in scripts.search(query, 1)] for query in queries}
    assert first == {query: [f"t{at}"] for query, at in queries.items()}


def test_a_desk_names_the_people_whom_answers_are_told_to() -> None:
    triage = term("triage", name="Triage", say_to_customer="We look who is in a hurry.", definition="…")
    own = catalog("en", {"field.people": "patient patients"})
    facets = [
        Scripts(as_json(lookup_data(glossary(triage), {}, catalog=words))).search(
            "how do I explain triage to a patient", 1
        )[0]["facet"]
        for words in (own, catalog("en"))
    ]
    assert facets == ["say", ""]
