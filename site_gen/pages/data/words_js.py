"""The texts of the scripts as the browser loads them: one script, with the keys that scripts use."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Mapping

import rjsmin

from site_gen.catalog import Catalog, Text

GROUP = "scripts."  # the group of the catalog that scripts take; its name is left out of the keys
_STUDY = ("study.", "flip.", "quiz.", "team.")  # what only pages with assets/study-data.js say
_EXPLAIN = "explain."
# What only these scripts say, and those after them: it comes with them, since most pages need none of it.
_WITH: Mapping[str, tuple[str, ...]] = {
    "learn.js": ("learn.", "path."),
    "misses.js": ("misses.",),
    "suggest.js": ("suggest.",),
    "today.js": ("today.",),
    "visits.js": ("visits.",),
    "panel.js": ("panel.",),
    "explain.js": (_EXPLAIN,),
    "study.js": (f"{_EXPLAIN}loading",),
}
_GLOBAL = "var glossary = glossary || {};\n"  # scripts of single pages stand above assets/words.js
_LATER = (*_STUDY, *(group for groups in _WITH.values() for group in groups))


def words_files(catalog: Catalog) -> Mapping[str, str]:
    """By path: ``assets/words.js``, which chooses and fills texts and has what scripts say on most pages; and
    the scripts that bring their own texts with them, as ``publish.assets`` has them, behind their texts."""
    said = {key: text for key, text in _texts(catalog).items() if not key.startswith(_LATER)}
    made = f"glossary.createWords({json.dumps(catalog.language)},{_json(said)})"
    words = f"{_script('data', 'words.js')}\nObject.assign(glossary,{made});\n"
    others = {
        f"assets/{name}": f"{_GLOBAL}{more_words(_of(catalog, groups))}{_script('assets', name)}\n"
        for name, groups in _WITH.items()
    }
    days = f"{_script('data', 'days.js')}\nglossary.writeDays({json.dumps(catalog.language)});\n"
    return {"assets/words.js": words + days + _borrowed(catalog), **others}


def _borrowed(catalog: Catalog) -> str:
    """Texts of scripts that stand in English on a site of another language, as data/english.js marks them.

    A text with a place is left out: it is never the whole of what an element holds.
    """
    found = {key: catalog.texts[key] for key in catalog.borrowed if key.startswith(GROUP)}
    texts = sorted({text for text in found.values() if isinstance(text, str) and "{" not in text})
    return f"glossary.borrowed = {json.dumps(texts)};\n" if texts else ""


def _script(folder: str, name: str) -> str:
    data = pkgutil.get_data("site_gen.pages", f"{folder}/{name}")
    assert data is not None, "the loader of the package reads its files"
    return f"{rjsmin.jsmin(data.decode())}"


def study_words(catalog: Catalog) -> Mapping[str, Text]:
    """What the cards and the page of a team say beside that."""
    return _of(catalog, _STUDY)


def more_words(texts: Mapping[str, Text]) -> str:
    """A line of a script that adds texts to those of ``assets/words.js``."""
    return f"glossary.moreWords = Object.assign(glossary.moreWords || {{}}, {_json(texts)});\n"


def _of(catalog: Catalog, groups: tuple[str, ...]) -> Mapping[str, Text]:
    return {key: text for key, text in _texts(catalog).items() if key.startswith(groups)}


def _json(texts: Mapping[str, Text]) -> str:
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))


def _texts(catalog: Catalog) -> Mapping[str, Text]:
    return {key.removeprefix(GROUP): text for key, text in catalog.texts.items() if key.startswith(GROUP)}
