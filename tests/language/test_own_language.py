"""What a language brings: stems for links, addresses, and how hard a text is to read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from helpers.support import glossary, term
from site_gen.language import language_of
from site_gen.model import names
from site_gen.text import readability
from site_gen.text.links import link


@pytest.mark.parametrize(
    ("language", "name", "slug"),
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


@pytest.mark.parametrize(
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
    ],
)
def test_german_forms_of_a_word_have_one_stem(forms: str) -> None:
    stem = language_of("de").stem
    assert len({stem(names.spelled(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("language", "forms"),
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


def test_a_language_without_a_formula_has_no_grade() -> None:
    easy = "Das Netz ist weg. Wir sehen nach."
    hard = "Bereitstellungsverzögerungen widersprechen vertraglichen Verfügbarkeitszusicherungen."
    assert readability.grade(easy, "de") < 5 < 12 < readability.grade(hard, "de")
    assert readability.grade(hard, "fi") == 0
