"""What a language brings: stems for links, addresses, and how hard a text is to read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from helpers.rows import each_row
from helpers.support import glossary, term
from site_gen.checks.rules.language import reading_grade
from site_gen.corpus.load import Loaded, load
from site_gen.editing.arguments import term_named
from site_gen.editing.merge_terms import merge_terms
from site_gen.editing.rename import rename
from site_gen.language import language_of
from site_gen.model import names
from site_gen.model.problem import RefusedError
from site_gen.pages.lookup import lookup_data, site_stems
from site_gen.sources.merge import merge
from site_gen.text import readability
from site_gen.text.links import link


@each_row(
    "language, name, slug",
    [
        ("de", "Rückruf", "rueckruf"),
        ("de", "Öffnungszeiten für Gäste", "oeffnungszeiten-fuer-gaeste"),
        ("de-CH", "Größe", "groesse"),
        ("de", "U\u0308bertragung", "uebertragung"),  # decomposed
        ("da", "Åben køreplan", "aaben-koereplan"),
        ("nb", "Færre åpne saker", "faerre-aapne-saker"),
        ("sv", "Återställning", "aterstallning"),
        ("fr", "Délai", "delai"),
        ("en", "Über-user", "uber-user"),
    ],
)
def test_addresses_are_written_as_people_of_the_language_write_them(
    language: str, name: str, slug: str
) -> None:
    assert language_of(language).slug(name) == slug


@each_row(
    "forms",
    [
        "Passwort Passwörter Passwörtern Passworts Passwoerter",
        "Konto Konten Kontos",
        "Rechner Rechners Rechnern",
        "Überweisung Überweisungen Ueberweisung",
        "zurücksetzen zurückgesetzt zurückzusetzen zuruecksetzen zurückgesetzte",
        "einrichten eingerichtet einzurichten",
        "Gerät Geräte Geräten Geraet",
        "Zertifikat Zertifikate Zertifikats Zertifikaten",
        "Lizenz Lizenzen",
        "Ausweis Ausweise Ausweisen",
        "Handy Handys",
        "Chip Chips",
    ],
)
def test_german_forms_of_a_word_have_one_stem(forms: str) -> None:
    stem = language_of("de").stem
    assert len({stem(names.spelled(form)) for form in forms.split()}) == 1


@each_row(
    "language, forms",
    [
        ("fr", "verrouillé verrouillée verrouillés verrouiller"),
        ("fr", "incident incidents l'incident d’incidents"),
        ("it", "richiesta richieste dell'richiesta"),
        ("es", "contraseña contraseñas"),
        ("pt", "pedido pedidos"),
        ("nl", "melding meldingen"),
        ("sv", "ärende ärenden"),
        ("da", "sag sager sagen"),
        ("nn", "sak saker"),
        ("fi", "jono jonot jonossa"),
        ("ru", "очередь очереди очередей"),
        ("tr", "KAYIT kayıt kayıtlar"),
        ("fr", "facturation facturations"),
        ("fr", "journal journaux"),
        ("es", "escalado escalados"),
        ("it", "fatturazione fatturazioni"),
        ("pt", "solicitação solicitações"),
    ],
)
def test_snowball_takes_the_forms_of_a_word_together(language: str, forms: str) -> None:
    assert len({language_of(language).stem(form) for form in forms.split()}) == 1


def test_plurals_of_a_language_with_snowball_become_links() -> None:
    corpus = glossary(
        term("verrou", name="Verrouiller"), term("b", name="B", definition="Des comptes sont verrouillés.")
    )
    assert link(corpus).terms["b"].defined_by == ()
    assert link(replace(corpus, language="fr")).terms["b"].defined_by == ("verrou",)


def test_an_unknown_language_leaves_words_alone() -> None:
    assert [language_of("pl").stem(word) for word in ("kolejki", "users")] == ["kolejki", "users"]
    assert language_of("en-GB").stem("users") == "user"


def test_german_plurals_become_links_on_a_german_site_only() -> None:
    corpus = glossary(term("befund", name="Befund"), term("akte", name="Akte", definition="Alle Befunde."))
    assert link(corpus).terms["akte"].defined_by == ()
    assert link(replace(corpus, language="de")).terms["akte"].defined_by == ("befund",)


EASY_AND_HARD = {
    "de": (
        "Das Netz ist weg. Wir sehen nach.",
        "Bereitstellungsverzögerungen widersprechen vertraglichen Verfügbarkeitszusicherungen.",
    ),
    "es": ("La cola es larga. Espere aquí.", "Incumplimientos contractuales imposibilitan compensaciones."),
    "fr": (
        "La file est longue. Restez là.",
        "L’indisponibilité contractuelle occasionne des indemnisations.",
    ),
    "pt-BR": ("A fila é longa. Espere aqui.", "Indisponibilidades contratuais impossibilitam compensações."),
    "nl": ("De rij is lang. Wacht hier.", "Beschikbaarheidsverplichtingen veroorzaken schadevergoedingen."),
    "tr": ("Sıra uzun. Burada bekle.", "Yükümlülüklerinin gerçekleştirilememesinden sorumlulardır."),
    "it": (
        "La fila è lunga. Resta qui.",
        "Indisponibilità contrattualmente documentate comportano risarcimenti.",
    ),
    "sv": ("Kön är lång. Vänta här.", "Tillgänglighetsåtaganden förutsätter dokumenterade ersättningar."),
}


@each_row(
    "language, forms",
    [
        ("fr", "facture facturation"),
        ("es", "escalado escalamiento"),
        ("es", "incidencia incidente"),
        ("it", "fattura fatturazione"),
        ("pt", "solicitação solicitante"),
    ],
)
def test_words_of_one_family_are_names_of_their_own_and_one_root_for_the_lookup(
    language: str, forms: str
) -> None:
    told = language_of(language)
    words = forms.split()
    assert len({told.key(word) for word in words}) == len(words)
    assert len({told.root(word) for word in words}) < len(words)


def test_the_lookup_keeps_words_apart_that_name_several_terms() -> None:
    french = language_of("fr")
    both = [term("facture", name="Facture"), term("facturation", name="Facturation")]
    apart = site_stems(both, french)
    assert (apart["facture"], apart["facturation"]) == ("factur", "facturation")
    assert (
        site_stems([*both[:1], term("x", name="x", search_as=("facturation",))], french)["facturation"]
        == "factur"
    )


@each_row("language", EASY_AND_HARD)
def test_easy_and_hard_texts_are_told_apart(language: str) -> None:
    easy, hard = (readability.reading(text, language) for text in EASY_AND_HARD[language])
    assert easy and hard and not easy.is_hard and hard.is_hard and easy.hardness < hard.hardness


@each_row(
    "language, text, value",
    [
        ("es", "La tienda abre el lunes.", 206.84 - 60 * 8 / 5 - 1.02 * 5),
        ("es", "Un país y una ciudad.", 206.84 - 60 * 8 / 5 - 1.02 * 5),
        ("fr", "La porte reste fermée.", 207 - 73.6 * 5 / 4 - 1.015 * 4),
        ("pt", "A ligação não volta.", 248.835 - 84.6 * 7 / 4 - 1.015 * 4),
        ("nl", "De coëfficiënt is hoog.", 206.84 - 77 * 8 / 4 - 0.93 * 4),
        ("tr", "Müşteri hizmetleri açık.", 198.825 - 40.175 * 9 / 3 - 2.61 * 3),
        ("ru", "Линия сейчас занята.", 206.835 - 65.14 * 8 / 3 - 1.52 * 3),
        ("it", "La linea è occupata.", 89 - 10 * 16 / 4 + 300 / 4),
        ("da", "Linjen er optaget lige nu.", 5 + 100 * 1 / 5),
        ("fi", "Linja on varattu juuri nyt.", 5 + 100 * 1 / 5),
    ],
)
def test_each_language_has_its_formula(language: str, text: str, value: float) -> None:
    found = readability.reading(text, language)
    assert found and found.value == round(value, 1)


@each_row(
    "language, easy, hard",
    [
        ("fi", "Jono on pitkä.", "Järjestelmätoimittajakohtainen epäkäytettävyysaikakirjaus."),
        ("ru", "Очередь длинная.", "Неудовлетворительное обслуживание предусматривает возмещение."),
    ],
)
def test_where_nobody_told_what_is_hard_nothing_is(language: str, easy: str, hard: str) -> None:
    one, other = (readability.reading(text, language) for text in (easy, hard))
    assert one and other and one.hardness < other.hardness and not other.is_hard


def test_a_hard_definition_is_told_on_the_scale_of_the_language() -> None:
    corpus = glossary(term("cola", definition=EASY_AND_HARD["es"][1]))
    [problem] = reading_grade(Loaded(glossary=replace(corpus, language="es"), problems=()))
    assert " (Fernández Huerta), at least 50 is easy enough mid-call" in problem.message


CALL = "name: Rückruf\ndefinition: Jemand meldet sich.\ntopics: [desk]\n"
PRICE = "name: Preis\naliases: [Rückrufe, Prei]\ndefinition: Was etwas kostet.\ntopics: [desk]\n"


def corpus_in(language: str, **files: str) -> tuple[dict[str, bytes], Loaded]:
    tree = {f"glossary/{path.replace('__', '/')}.yaml": text.encode() for path, text in files.items()}
    loaded = load(tree)
    return tree, replace(loaded, glossary=replace(loaded.glossary, language=language))


def labels_of(text: bytes | None) -> set[str]:
    (only,) = load({"glossary/terms/it.yaml": text or b""}).glossary.terms
    return {label for _, label in only.labels()}


def test_a_german_plural_is_one_name_with_its_singular_in_all_that_edits() -> None:
    files, loaded = corpus_in("de", terms__call=CALL, terms__price=PRICE)
    call, price = (loaded.glossary.by_slug[slug] for slug in ("call", "price"))
    merged = merge_terms(files, loaded, call, price).changes["glossary/terms/price.yaml"]
    assert labels_of(merged) == {"Preis", "Prei", "Rückrufe"}
    renamed = rename(files, loaded, call, "call", "Rückrufe").changes["glossary/terms/call.yaml"]
    assert labels_of(renamed) == {"Rückrufe"}
    renamed = rename(files, loaded, price, "price", "Preise").changes["glossary/terms/price.yaml"]
    assert labels_of(renamed) == {"Preise", "Prei", "Rückrufe"}
    with pytest.raises(RefusedError, match="did you mean 'call'"):
        term_named("Rückrufen", loaded)


def test_a_merge_drafts_german_names_by_german_number() -> None:
    entries = "title: T\nentries:\n  - name: Rückruf\n    also: [Rückrufe]\n  - name: Preis\n    also: [Prei, Preise]\n"
    files, _ = corpus_in("de", sources__t=entries)
    changes = merge(files, language="de").changes
    assert labels_of(changes["glossary/terms/rueckruf.yaml"]) == {"Rückruf"}
    assert labels_of(changes["glossary/terms/preis.yaml"]) == {"Preis", "Prei"}


def test_the_lookup_keeps_what_only_a_source_calls_it_by_german_number() -> None:
    source = "title: T\nentries:\n  - {name: Prei, also: [Preise], term: price}\n"
    price = PRICE.replace("Rückrufe, Prei", "Kosten")
    _, loaded = corpus_in("de", terms__price=price, sources__t=source)
    assert lookup_data(loaded.glossary, {}, language=language_of("de"))["inSources"] == {"0": ["Prei"]}
