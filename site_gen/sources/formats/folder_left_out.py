"""What a folder of pages has beside entries, each with the reason why it is left out.

These are files that are no pages, pages about no term, what a page says of itself, and links between
terms, which may become ``related``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from site_gen.model import names
from site_gen.sources.draft import Draft, Skipped
from site_gen.sources.formats import one_term
from site_gen.sources.formats.folder_files import DOCUMENTS, format_of
from site_gen.sources.formats.front_matter import FrontMatter
from site_gen.sources.formats.page import Page
from site_gen.sources.shape.scope import names_glossary

BESIDE = "page beside the glossary"
IN_ANOTHER_LANGUAGE = "page in another language"
WITHOUT_TEXT = "page without a text of its own"
WITHOUT_TERMS = "page of a letter without terms"
_TELLING = ("updated", "last updated", "next review", "review by")
_APART = re.compile(
    r"(?:^|/)_?(?:templates?|archetypes|layouts?|includes?|partials|themes?|static|assets|snippets|scripts|"
    r"vorlagen?|mod[eèé]les?|plantillas?|modelli|modelos?|sjablonen|mallar|skabeloner|maler|mallit|mallid|szablony|"
    r"šablon[ya]|sablonok|şablon(?:lar)?|predloge|predlošci|șabloane|шаблон[иы]?|πρότυπα|テンプレート|模板|範本|템플릿)/",
    re.IGNORECASE,
)
_OF_PROGRAMS = re.compile(  # texts for programs that visit, build or check a site
    r"(?:^|/)(?:robots|humans|ads|app-ads|security|cmakelists|constraints|requirements[\w-]*)\.txt$",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\[\[(?P<wiki>[^\[\]|#\n]{1,200})(?:[#|][^\[\]\n]{0,200})?\]\]|\]\((?!https?:|mailto:|#)(?P<path>[^()\s]{1,300})\)|"
    r"href=[\"'](?!https?:|mailto:|#)(?P<href>[^\"'\s]{1,300})[\"']"
)


def files(paths: Iterable[str], why: str) -> list[Skipped]:
    """Files that are left out for one reason."""
    return [Skipped(line=1, text=path, why=why) for path in paths]


def apart(texts: Sequence[str]) -> dict[str, str]:
    """The paths of pages that are no terms by their folder, each with the reason."""
    out = {path: "template or part of the site" for path in texts if _is_part_of_site(path)}
    posts = [path for path in texts if "/_posts/" in f"/{path}" and path not in out]
    return out | dict.fromkeys(posts, "post of a blog") if len(posts) + len(out) < len(texts) else out


def _is_part_of_site(path: str) -> bool:
    called = names_glossary(one_term.name_of_file(PurePosixPath(path).name.lstrip("_")))
    apart = _APART.search(f"/{path}") or _OF_PROGRAMS.search(path)
    return apart is not None and not called


def no_page(path: str) -> str:
    """Why a file of a folder of pages is not read."""
    if format_of(path) in (*DOCUMENTS, "csv", "tsv", "xlsx", "ods"):
        return "no page of text; import it by itself if it has terms"
    return "no page of text"


def no_term(path: str) -> str:
    """Why a page is about no term."""
    dated = re.match(r"\d{4}-(?:\d\d-\d\d|W\d\d)(?!\d)", PurePosixPath(path).stem)
    return "note or post of a day" if dated else "index, template or page about the others"


def told(found: Sequence[Skipped], number: int, path: str) -> Iterator[Skipped]:
    """What is left out of the page with this number, in the order of its lines."""
    for one in sorted(found, key=lambda one: one.line):
        yield replace(one, where=f"{path}, line {one.line}", line=number)


def of_front_matter(front: FrontMatter) -> Iterator[Skipped]:
    """What a page says of itself that no entry has: that it is a draft, when it was updated."""
    if front.values.get("draft", "").lower() == "true":
        yield Skipped(line=1, text="draft: true", why="the page is a draft; its entry is taken")
    for key in _TELLING:
        if said := front.values.get(key):
            yield Skipped(
                line=1, text=f"{key}: {said}", why="told of the page; a term has it, a source has not"
            )


def links(pages: Sequence[Page], drafts: Sequence[Draft]) -> Iterator[Skipped]:
    """Links from the page of one term to the page of another."""
    by_path = {draft.where: draft.name for draft in drafts if draft.how == "page"}
    by_key: dict[str, str] = {}
    for path, name in by_path.items():
        pure = PurePosixPath(path)
        stem = pure.parent.name if pure.stem == "index" else pure.stem
        by_key[names.key(stem.replace("-", " ").replace("_", " "))] = name
        by_key[names.key(name)] = name
    for number, page in enumerate(pages, 1):
        own = by_path.get(page.path)
        seen = {own}
        for link in _LINK.finditer(page.text[:200_000]) if own else ():
            target = link["wiki"] or link["path"] or link["href"]
            stem = PurePosixPath(target.split("#")[0].rstrip("/")).name.rsplit(".", 1)[0]
            other = by_key.get(names.key(stem.replace("-", " ").replace("_", " ")))
            if other and other not in seen:
                seen.add(other)
                yield Skipped(
                    line=number,
                    text=f"{own} → {other}",
                    why="link to another term: a candidate for 'related'",
                    where=page.path,
                )
