"""The texts of the scripts as the browser loads them: one script, with the keys that scripts use."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Mapping

import rjsmin

from site_gen.catalog import Catalog, Text

GROUP = "scripts."  # the group of the catalog that scripts take; its name is left out of the keys
_STUDY = ("study.", "flip.", "quiz.", "team.")  # what only pages with assets/study-data.js say


def words_files(catalog: Catalog) -> Mapping[str, str]:
    """``assets/words.js``, by path: what chooses and fills a text, and what scripts say on most pages."""
    said = {key: text for key, text in _texts(catalog).items() if not key.startswith(_STUDY)}
    texts = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    made = f"glossary.createWords({json.dumps(catalog.language)},{texts})"
    words = f"{_script('words.js')}\nObject.assign(glossary,{made});\n"
    return {"assets/words.js": words + _days(catalog.language)}


def _days(language: str) -> str:
    """What writes days as the language does; "" in English, where scripts show them as they are."""
    if language.partition("-")[0] == "en":
        return ""
    return f"{_script('days.js')}\nglossary.writeDays({json.dumps(language)});\n"


def _script(name: str) -> str:
    data = pkgutil.get_data("site_gen.pages.data", name)
    assert data is not None, "the loader of the package reads its files"
    return f"{rjsmin.jsmin(data.decode())}"


def study_words(catalog: Catalog) -> Mapping[str, Text]:
    """What the cards and the page of a team say beside that."""
    return {key: text for key, text in _texts(catalog).items() if key.startswith(_STUDY)}


def _texts(catalog: Catalog) -> Mapping[str, Text]:
    return {key.removeprefix(GROUP): text for key, text in catalog.texts.items() if key.startswith(GROUP)}
