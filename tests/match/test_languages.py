"""Names in the language of a site: small words inside them, and names in other languages."""

from __future__ import annotations

from dataclasses import replace

from helpers.rows import each_row
from helpers.support import glossary, term
from site_gen.match import Matcher, Query, near_duplicates
from site_gen.model.records import Glossary


def known(language: str, *names: str) -> Glossary:
    found = glossary(*(term(f"t{number}", name=name) for number, name in enumerate(names)))
    return replace(found, language=language)


@each_row(
    "language, name, asked, kind",
    [
        ("es", "Tarjeta de embarque", "Tarjeta embarque", "same"),
        ("es", "Recargo por el pago con tarjeta", "Recargo pago con tarjeta", "same"),
        ("it", "Carta d'imbarco", "Biglietto", "new"),
        ("fr", "Carte d'embarquement", "Carte embarquement", "same"),
        ("fr", "Carte d’embarquement", "Cartes de embarquement", "same"),
        ("fr", "Service après l'achat", "Service après achat", "same"),
        ("fr", "L'incident majeur", "Incident majeur", "same"),
        ("fr", "D'accord", "Accord", "new"),  # before a name only an article is small
        ("fr", "Aujourd'hui", "Aujourd hui", "same"),  # no small word
        ("it", "Durata dell'attesa", "Durata attesa", "same"),
        ("it", "Accesso all'account", "Accesso account", "same"),
        ("ca", "Targeta d'embarcament", "Targeta embarcament", "same"),
        ("ca", "Hora de l'enviament", "Hora enviament", "same"),
        ("en", "Carte d'embarquement", "Carte embarquement", "new"),
        ("it", "Tassa di soggiorno", "Tassa soggiorno", "same"),
        ("pt", "Cartão de embarque", "Cartao embarque", "same"),
        ("fr", "Délai de réponse", "Délai réponse", "same"),
        ("nl", "Reden van de storing", "Reden storing", "same"),
        ("de", "Anmeldung im Portal", "Anmeldung Portal", "same"),
        ("ru", "Договор на поставку", "Договор поставку", "same"),
        ("es", "Pago con tarjeta", "Pago sin tarjeta", "new"),  # what it is with is no small word
        ("es", "Plan y", "Plan", "new"),  # at the end of a name it is no small word either
        ("de", "An- und Abmeldung", "Abmeldung", "new"),
        ("en", "Tarjeta de embarque", "Tarjeta embarque", "new"),
    ],
)
def test_small_words_inside_a_name_make_no_other_name(
    language: str, name: str, asked: str, kind: str
) -> None:
    for one, other in ((name, asked), (asked, name)):
        found = Matcher(known(language, one)).match(Query(name=other)).kind
        assert found == kind or (kind == "new" and found == "ask"), found


def test_a_name_in_another_language_is_a_question_both_ways() -> None:
    english = known("de", "Complaint", "Queue")
    asked = Query(name="Beschwerde", elsewhere={"en": ("Complaint",)})
    verdict = Matcher(english).match(asked)
    assert (verdict.kind, [one.term for one in verdict.candidates]) == ("ask", ["t0"])
    assert verdict.why == "“Complaint” is its name in 'en'"
    assert Matcher(english).match(Query(name="Beschwerde")).kind == "new"
    own = replace(
        glossary(term("beschwerde", name="Beschwerde", in_other_languages={"en": ("Complaint",)})),
        language="de",
    )
    back = Matcher(own).match(Query(name="Complaints"))
    assert (back.kind, [one.term for one in back.candidates]) == ("ask", ["beschwerde"])


def test_check_asks_about_two_terms_that_are_one_in_two_languages() -> None:
    both = glossary(
        term("beschwerde", name="Beschwerde", in_other_languages={"en": ("Complaint",)}),
        term("complaint", name="Complaint"),
        term("queue", name="Queue"),
    )
    [pair] = near_duplicates(replace(both, language="de"))
    assert (pair.one, pair.other, pair.score) == ("beschwerde", "complaint", 88)
    ruled = term("complaint", name="Complaint", distinct=("beschwerde",))
    assert not list(near_duplicates(replace(both, language="de", terms=(both.terms[0], ruled))))
