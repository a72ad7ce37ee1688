"""The lookup in a language that nobody has told about, and with other people than customers."""

from __future__ import annotations

import pytest

from helpers.support import glossary, term
from site_gen.assistant.scripts import Scripts
from site_gen.catalog import catalog
from site_gen.language import language_of
from site_gen.pages.lookup import as_json, lookup_data


@pytest.mark.parametrize("query", ["jono", "Jonot", "rivi", "odottaa vuoroa"])
def test_a_language_that_is_not_known_works_with_words_as_they_are(query: str) -> None:
    terms = (
        term("jono", name="Jono", search_as=("odottaa vuoroa",), definition="Rivi, jossa tiketit odottavat."),
        term("tiketti", name="Tiketti", definition="Yhden pyynnön tiedot."),
    )
    data = lookup_data(glossary(*terms), {}, catalog=catalog("fi"), language=language_of("fi"))
    found = Scripts(as_json(data)).search(query, 3)
    assert "jono" in [one["slug"] for one in found]


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
