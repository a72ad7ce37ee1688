"""Rules on the desk's own texts of the pages: what needs to know the language of the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_gen.catalog import LANGUAGES, catalog, shipped, shipped_for
from site_gen.checks.corpus import Corpus
from site_gen.model.problem import Problem


def plural_forms(loaded: Corpus) -> Iterator[Problem]:
    """A text that depends on a number has each form that the language of the site tells apart."""
    glossary, language = loaded.glossary, loaded.site.language
    forms = catalog(language, glossary.words).plurals
    for key, text in glossary.words.items():
        written = set(text) if isinstance(text, Mapping) else {"other"}
        missing = sorted(forms - written) if isinstance(shipped("en")[key], Mapping) else []
        if missing:
            yield Problem(
                path=glossary.words_origin.path,
                line=glossary.words_origin.lines.get(key, 1),
                code="missing-field",
                message=f"'{key}' has no plural form {', '.join(missing)}, which '{language}' tells apart",
                hint="add a text for each",
            )


def untranslated(loaded: Corpus) -> Iterator[Problem]:
    """In a language that does not wholly ship, texts that the desk has not written stand in English."""
    glossary, language = loaded.glossary, loaded.site.language
    if language.partition("-")[0].casefold() in LANGUAGES:
        return
    written = {**shipped_for(language), **glossary.words}
    missing = [key for key in shipped("en") if key not in written]
    if missing:
        yield Problem(
            path=glossary.words_origin.path,
            line=1,
            code="missing-field",
            severity="warning",
            message=f"{len(missing)} texts of the pages have no words in '{language}' and stand in English",
            hint="'glossary words' lays them out in this file, each below its English text",
        )
