"""Which files glossary/ may hold, and what is wrong with the name of any other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import quote, unquote

from site_gen.model import names
from site_gen.model.problem import Problem

ROOT = "glossary/"
TERMS, SOURCES, PAGES = ROOT + "terms/", ROOT + "sources/", ROOT + "pages/"
TOPICS, PATHS, REDIRECTS = ROOT + "topics.yaml", ROOT + "paths.yaml", ROOT + "redirects.yaml"
OWNERS, PLAIN_WORDS = ROOT + "owners.yaml", ROOT + "plain-words.yaml"
SHEET = "build/terms.xlsx"  # all terms as a spreadsheet, where nobody names another place
WORDS = ROOT + "words.yaml"  # the desk's own texts of the pages
UPSTREAM = (
    ROOT + "upstream.json"
)  # the edition of the shipped glossary that this one has; written by commands
MAX_UPSTREAM = 20_000_000  # bytes: twenty times what an edition has
FILES = (TOPICS, PATHS, REDIRECTS, OWNERS, PLAIN_WORDS, WORDS)
IMPORT_RULES = ".import.yaml"
HOME_INTRO = "home.md"  # below PAGES; becomes a part of the home page, not a page of its own
_OF_SYSTEMS = {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx"}


def is_passed_over(name: str) -> bool:
    """Whether a file or folder is none of the corpus: hidden, an editor's copy, or left by a file manager."""
    return name.startswith(".") or name.endswith("~") or name.casefold() in _OF_SYSTEMS


def file_names(paths: Iterable[str], unread: Iterable[str] = ()) -> Iterator[Problem]:
    """Names in glossary/ that are no address, that no rule reads, or that differ only in case.

    ``unread`` are files that are there and could not be read. A name that is proposed is free: no file,
    folder or earlier proposal has it.
    """
    paths = sorted(paths)
    seen: dict[str, str] = {}
    there = {*paths, *unread, *(path.rpartition("/")[0] for path in paths)}
    taken = Counter(path.casefold() for path in there)
    for path in paths:
        first = seen.setdefault(path.casefold(), path)
        if first != path:
            yield _problem(
                path, f"the name differs from {first} only in case", "rename one of the two", "same-file-name"
            )
        if not path.startswith(PAGES):
            yield from _file_name(path, taken)


def _file_name(path: str, taken: Counter[str]) -> Iterator[Problem]:
    if path in FILES or path == UPSTREAM:
        return
    folder = next((folder for folder in (TERMS, SOURCES) if path.startswith(folder)), "")
    if not folder:
        known = ", ".join(name.removeprefix(ROOT) for name in (TERMS, SOURCES, PAGES, *FILES))
        yield _problem(path, "nothing reads this file", f"glossary/ holds {known}")
        return
    name = path[len(folder) :]
    ending = IMPORT_RULES if folder == SOURCES and name.endswith(IMPORT_RULES) else ".yaml"
    stem = name.removesuffix(ending)
    if stem in names.DEVICES:
        yield _problem(path, f"Windows cannot hold a file named '{name}'", "add a word to the name")
    elif not name.endswith(ending) or not names.is_slug(stem):
        hint = _better_name(path, f"{folder}{meant_slug(path)}{ending}", taken)
        yield _problem(path, f"'{name}' is no file name for the corpus, expected <slug>.yaml", hint)


def _better_name(path: str, proposed: str, taken: Counter[str]) -> str:
    if not meant_slug(path):
        return "use lower-case letters, digits, hyphens"
    if taken[proposed] > (proposed == path.casefold()):
        return f"{proposed} is there already: delete this file, or move it out of glossary/"
    taken[proposed] += 1
    return f"rename it to {proposed}"


def meant_slug(path: str) -> str:
    """The slug that a file is for, or was meant for."""
    return names.slug(path.rpartition("/")[2].partition(".")[0])


def _problem(path: str, message: str, hint: str, code: str = "file-name") -> Problem:
    return Problem(path=path, line=1, code=code, message=message, hint=hint)


PAGE_LINK = "../pages/"


def page_of(address: str) -> tuple[str, str]:
    """The page below glossary/pages/ that an address names, and its "#anchor"; ("", "") for any other."""
    if not address.startswith(PAGE_LINK):
        return "", ""
    path, sign, anchor = address.removeprefix(PAGE_LINK).partition("#")
    return unquote(path), sign + anchor


def built(page: str) -> str:
    """Where builders put a hand-written page; home.md becomes a part of the home page."""
    return quote(
        "index.html" if page == HOME_INTRO else page.removesuffix(".md") + ".html" * page.endswith(".md")
    )
