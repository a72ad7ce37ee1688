"""Tell whether a document is called a glossary: by a title, a heading, a column, its file or folder."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from statistics import mean

from site_gen.model import names
from site_gen.sources.draft import Reading
from site_gen.sources.shape import doubt
from site_gen.sources.shape.header_words import (
    NAME_HEADERS,
    SHORT_HEADERS,
    STRONG_TEXT_HEADERS,
    WEAK_NAMES,
    folded_set,
)
from site_gen.sources.shape.name_and_text import EXPLAINED, said_by, share
from site_gen.sources.shape.scope import OVER, names_glossary, says_words, speaks_of_glossary

LINE = 4  # words of a paragraph that is a heading
IN_CHAPTER = 3  # entries in the chapter of a page about a project
LISTED = 20  # entries of such a page that is called a glossary: pages on a program for glossaries have fewer
_NOT_STRONG = folded_set(
    "code, short, symbol, initials, shortcut, short name, phrase, expression, key term, ad, label"
)
STRONG_HEADERS = ((NAME_HEADERS - WEAK_NAMES) | SHORT_HEADERS | STRONG_TEXT_HEADERS) - _NOT_STRONG
_OF_PAGES = re.compile(  # file names of pages about a project
    r"readme|contributing|changelog|(?:issue|pull[-_ ]?request|pr|mr)[-_ ]template|"
    r"bug[-_ ]report|feature[-_ ]request|changes|history|licen[sc]e|copying|authors|contributors|credits|"
    r"code[-_ ]of[-_ ]conduct|security|support|todo|roadmap|release[-_ ]?notes|minutes|agenda|install|"
    r"installation|privacy|imprint|impressum|summary|requirements|persona|settings|config|package|manifest|sitemap|robots",
    re.IGNORECASE,
)


def is_proven(reading: Reading, filename: str) -> bool:
    """Whether a title, a heading, the file name or a column says that this is a glossary,
    or names in several languages do.
    """
    if any(role and is_strong(column) for column, role in reading.columns.items()):
        return True
    if is_page_of_project(filename):
        if reading.title:
            listed = len(reading.drafts) >= LISTED and speaks_of_glossary(reading.title)
            return listed or _is_chapter(reading)
        return any(names_glossary(head.text) for head in reading.headings)
    several = [bool(draft.versions or draft.in_other_languages) for draft in reading.drafts]
    if mean(several) >= EXPLAINED:
        return True
    if says_words(reading.title) or any(names_glossary(head.text) for head in reading.headings):
        return True
    if any(skip.why == "introduction" and _is_a_line_over_words(skip.text) for skip in reading.skipped):
        return True
    return is_called_glossary(filename) or _is_in_folder_of_words(reading)


def _is_a_line_over_words(text: str) -> bool:
    """Whether a paragraph is a heading that is not marked as one: "Definitions"."""
    return len(text.split()) <= LINE and names_glossary(text)


def _is_chapter(reading: Reading) -> bool:
    """Whether all entries come from a chapter that is called a glossary, and few of them say what to do."""
    found = [said_by(draft) for draft in reading.drafts]
    of_chapter = any(skip.why == OVER for skip in reading.skipped) and len(found) >= IN_CHAPTER
    return of_chapter and share(found, lambda one: doubt.is_step(one.name, one.text)) < EXPLAINED


def _is_in_folder_of_words(reading: Reading) -> bool:
    """Whether all entries come from one folder that is called a list of words: "Desk words 1a2b…"."""
    folders = {PurePosixPath(draft.where.split(",")[0]).parent.name for draft in reading.drafts}
    return len(folders) == 1 and says_words(folders.pop())


def is_strong(column: str) -> bool:
    """Whether a header says by itself that its table is a glossary: "Term", "Definition"."""
    folded = names.fold(column)
    return folded in STRONG_HEADERS or any(word in STRONG_HEADERS for word in folded.split())


def is_page_of_project(filename: str) -> bool:
    """Whether a file has the name of a page about a project: "README.md", "CHANGELOG.rst"."""
    return _OF_PAGES.match(PurePosixPath(filename).stem.lstrip("._")) is not None


_CALLED = re.compile(
    r"gloss|acron|abbrev|lexi[ck]|vocab|jargon|terminolog|begriff|sozluk|sözlük|"
    r"code[-_ ]?book|data[-_ ]?dict",
    re.IGNORECASE,
)


def is_called_glossary(filename: str) -> bool:
    """Whether the name of a file says that it is a list of words."""
    stem = PurePosixPath(filename.replace("\\", "/")).stem
    return bool(_CALLED.search(stem)) or speaks_of_glossary(re.sub(r"[\W\d_]+", " ", stem))
