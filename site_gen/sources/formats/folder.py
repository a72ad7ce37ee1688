"""Folders of pages from sites, wikis, note collections and exports: one term or a list on each page.

A page about one term gives one entry: the name comes from the front matter, the first heading or the file
name, the text from the first section. A page that lists terms gives all of them. Templates, index pages and
files that are no text are reported; links between pages are reported as candidates for ``related``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from statistics import mean

from site_gen.model import names
from site_gen.model.import_formats import FORMATS
from site_gen.sources.draft import Draft, Reading, Skipped, UnreadableError
from site_gen.sources.formats import (
    asciidoc_languages,
    folder_fields,
    folder_lists,
    folder_records,
    joplin,
    one_term,
    other_files,
)
from site_gen.sources.formats import folder_left_out as left_out
from site_gen.sources.formats.decode import MAX_BYTES, to_text
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.folder_files import (
    DOCUMENTS,
    check_bounds,
    format_of,
    is_called_glossary,
    is_data,
    is_hidden,
    markup_of,
    of_entries,
    pages_of,
)
from site_gen.sources.formats.folder_kind import has_definition
from site_gen.sources.formats.folder_languages import in_language
from site_gen.sources.formats.front_matter import FrontMatter
from site_gen.sources.formats.page import (
    NUMBERED,
    Page,
    beside_terms,
    folders_of_several,
    is_called_index,
    is_index,
    is_letter,
    of_terms,
    only_lists_things,
    title_of,
    with_titles,
    without_shared_start,
)
from site_gen.sources.shape.blocks import (
    Block,
    Heading,
    Labelled,
    Prose,
    tidy,
)
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.header_roles import is_exact
from site_gen.sources.shape.language_codes import is_code
from site_gen.sources.shape.readings import ASKED
from site_gen.sources.shape.scope import names_glossary

BUNDLES = 2  # pages called "index" in folders of their own, which are terms
MEAN_PAGES = 3  # pages that a folder has on average where folders are areas
TOLD = 0.5  # share of the entries in a list beside pages that have a text there
MOST_NUMBERED = 0.75  # share of pages with a number from which it is no part of their names


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of all pages; a place is a page, or a page and a line.

    Raises ``UnreadableError`` if no file in the folder is a page.
    """
    reading = _read(document, chosen)
    skipped = (
        replace(one, where=one.text) if not one.where and one.text in document.files else one
        for one in reading.skipped
    )
    return replace(reading, skipped=tuple(skipped))


def _read(document: Document, chosen: Chosen) -> Reading:
    skipped: list[Skipped] = []
    kept: Mapping[str, bytes] = {
        path: data for path, data in sorted(document.files.items()) if not is_hidden(path)
    }
    if terms := of_entries(kept):
        skipped += left_out.files((path for path in kept if path not in terms), left_out.BESIDE)
        return _and(_each(document, terms, chosen), skipped)
    texts = pages_of(kept)
    check_bounds(kept, texts)
    kept, others = in_language(kept, document.language.split("-")[0].lower())
    skipped += left_out.files(others, left_out.IN_ANOTHER_LANGUAGE)
    texts = [path for path in texts if path in kept]
    whole = [path for path in kept if format_of(path) and path not in texts]
    if not texts and len(whole) == 1:
        return _alone(document, whole[0], chosen)
    data = [path for path in whole if is_data(path)]
    if data and _only_tell_of_others(texts):
        found = _of_data(document, data, Reading(), chosen) if texts else _each(document, data, chosen)
        if found.drafts or not texts:
            return _and(found, _told(path for path in kept if path not in (*texts, *data)))
    skipped += _told(path for path in kept if path not in texts)
    pages = _pages({path: kept[path] for path in texts}, skipped, document.language)
    reading = _of_texts(document, pages, chosen, skipped, alone=not data)
    if not reading.drafts:
        return _of_data(document, data, reading, chosen) if data else reading
    called = [path for path in data if is_called_glossary(path)]
    if called and not any(
        is_called_glossary(draft.where.partition(", line ")[0]) for draft in reading.drafts
    ):
        found = _of_data(document, called, reading, chosen)
        if sum(bool(draft.body) for draft in found.drafts) >= TOLD * len(found.drafts):
            return found  # else it only lists what the pages tell of
    return reading


def _told(paths: Iterable[str]) -> list[Skipped]:
    return [Skipped(line=1, text=path, why=left_out.no_page(path)) for path in paths]


def _of_texts(
    document: Document, pages: Sequence[Page], chosen: Chosen, skipped: list[Skipped], alone: bool
) -> Reading:
    """The reading of all pages; ``alone`` is whether there is no other file that may hold the glossary."""
    single = pages[0].path if len(pages) == 1 and format_of(pages[0].path) == "text" else ""
    if single and alone:
        return _alone(document, single, chosen)
    if single:
        return _of_data(document, [single], Reading(skipped=tuple(skipped)), chosen)
    if not pages and alone:
        raise UnreadableError(
            "import-nothing", "no page of Markdown, HTML or text is in it",
            "import the folder that holds the pages of terms, or the file with the glossary",
        )  # fmt: skip
    if not pages:
        return Reading(skipped=tuple(skipped))
    return _of_pages(without_shared_start(pages), chosen, skipped, document.language)


def _pages(texts: Mapping[str, bytes], skipped: list[Skipped], language: str) -> list[Page]:
    """The pages of a folder, without those of its site; what is left out is added to ``skipped``."""
    apart = left_out.apart(list(texts))
    skipped += [Skipped(line=1, text=path, why=why) for path, why in apart.items()]
    kept = {path: data for path, data in texts.items() if path not in apart}
    markup = markup_of({path: data for path, data in kept.items() if format_of(path) == "text"})
    read = (_page(path, data, skipped, language, markup) for path, data in kept.items())
    return with_titles([page for page in read if page])


def _only_tell_of_others(texts: Sequence[str]) -> bool:
    """Whether all pages are called like an index or a note for readers, and none is a page with a folder."""
    about = [path for path in texts if is_called_index(PurePosixPath(path).stem)]
    bundled = [path for path in about if PurePosixPath(path).stem == "index" and "/" in path]
    return len(about) == len(texts) and len(bundled) < BUNDLES


def _and(reading: Reading, skipped: Sequence[Skipped]) -> Reading:
    return replace(reading, skipped=(*skipped, *reading.skipped))


def _alone(document: Document, path: str, chosen: Chosen) -> Reading:
    """The reading of a folder with one data file or document, as if that file were imported itself."""
    from site_gen.sources.formats import reading

    inner = Document(filename=path, format="", data=document.files[path], language=document.language)
    return reading(inner, chosen)[1]


def _each(document: Document, paths: Sequence[str], chosen: Chosen) -> Reading:
    """The entries of several data files, some of which may be something else, such as a schema."""
    records = folder_records.read(document, paths, chosen)
    if records and records.drafts:
        return records
    found, read, left = [], [], []
    error: UnreadableError | None = None
    for path in paths:
        try:
            found.append(_one_record(document, path, chosen) or _alone(document, path, chosen))
            read.append(path)
        except UnreadableError as wrong:
            error = wrong
            left += left_out.files([path], str(wrong))
    if error and not found:
        raise error
    together = _together(found, read)
    return replace(together, skipped=(*left, *together.skipped))


def _of_data(document: Document, paths: Sequence[str], of_pages: Reading, chosen: Chosen) -> Reading:
    """The entries of the data files beside pages that only lay them out; the reading of the pages if none."""
    try:
        found = _each(document, paths, chosen)
    except UnreadableError:
        return of_pages
    pages = [one for one in of_pages.skipped if one.text not in paths]
    return _and(found, pages) if found.drafts else of_pages


def _one_record(document: Document, path: str, chosen: Chosen) -> Reading | None:
    """The entry of a data file that gives the text of one term, and its name only by the name of the file."""
    from site_gen.sources.formats import data

    form = format_of(path)
    if form not in ("json", "yaml", "toml"):
        return None
    text, _ = to_text(document.files[path])
    inner = Document(filename=path, format=form, text=text, data=b"", language=document.language)
    return data.of_one(inner, one_term.name_of_file(path), chosen)


def _together(found: Sequence[Reading], paths: Sequence[str]) -> Reading:
    """The entries of several data files, in the order of the files."""
    drafts = (
        _placed(draft, number, path)
        for number, (reading, path) in enumerate(zip(found, paths, strict=True))
        for draft in reading.drafts
    )
    return Reading(
        drafts=tuple(drafts),
        skipped=tuple(skip for reading in found for skip in reading.skipped),
        columns={name: field for reading in found for name, field in reading.columns.items()},
        places={
            name: replace(place, where=f"{path}, line {place.line}")
            for reading, path in zip(reversed(found), reversed(paths), strict=True)
            for name, place in reading.places.items()
        },
    )


def _page(path: str, data: bytes, skipped: list[Skipped], language: str, markup: str) -> Page | None:
    try:
        if len(data) > MAX_BYTES:
            raise UnreadableError("import-too-large", "larger than a page", "")
        if format_of(path) in DOCUMENTS:
            return _document(path, data)
        text, _ = to_text(data)
        text = joplin.as_page(text)
        if format_of(path) == "asciidoc":
            text, left = asciidoc_languages.in_language(text, language)
            skipped += [replace(one, where=f"{path}, line {one.line}") for one in left]
        front, blocks, title = _parsed(path, text, markup)
    except UnreadableError as error:
        skipped += left_out.files([path], str(error))
        return None
    return Page(path=path, text=text, front=front, blocks=tuple(blocks), title=title)


def _document(path: str, data: bytes) -> Page:
    """A document of a word processor as a page."""
    from site_gen.sources.formats import docx, odf

    blocks, title = (docx if format_of(path) == "docx" else odf).blocks(data)
    return Page(path=path, text="", front=FrontMatter(), blocks=tuple(blocks), title=title)


def _parsed(path: str, text: str, markup: str) -> tuple[FrontMatter, list[Block], str]:
    """The front matter, blocks and title of a page; ``markup`` is the format of plain texts of the folder."""
    from site_gen.sources.formats import book, html, markdown, plain, rst, tiddlers
    from site_gen.sources.formats.xml_tree import parsed

    form = format_of(path)
    form = markup if form == "text" else form
    if form == "xml":
        return FrontMatter(), book.blocks(parsed(text.encode(), entities=True)), ""
    if form == "html" and not re.match(r"\s*(?:---|\+\+\+)\s*\n", text):
        title = re.search(r"<title[^>]*>([^<]{1,300})</title>", text[:20_000], re.IGNORECASE)
        return FrontMatter(), html.blocks(text), tidy(title[1]) if title else ""
    if form == "tiddlywiki":
        return FrontMatter(), html.blocks(tiddlers.as_page(text)), ""
    if form == "text":
        return FrontMatter(), plain.blocks(text), ""
    if form == "rst":
        return FrontMatter(), rst.blocks(text), ""
    if form in ("markdown", "html"):
        return (*markdown.parts(text, path), "")
    from importlib import import_module

    page: Callable[[str], str] = import_module(f"site_gen.sources.formats.{FORMATS[form].reader}").page
    return FrontMatter(), html.blocks(page(text)), ""


def _of_pages(pages: Sequence[Page], chosen: Chosen, skipped: list[Skipped], language: str) -> Reading:
    drafts: list[Draft] = []
    ending = _shared_ending([page.title for page in pages])
    bundles = folders_of_several([page.path for page in pages])
    beside = beside_terms([page for page in pages if not is_index(page, bundles)])
    single = of_terms([page for page in pages if not is_index(page, bundles) and page.path not in beside])
    about_one = {page.path for page in single}
    spaced = any(" " in PurePosixPath(page.path).stem for page in pages)  # then a hyphen is a hyphen
    numbered = mean(bool(NUMBERED.match(PurePosixPath(page.path).stem)) for page in pages) >= MOST_NUMBERED
    lists = folder_lists.read(pages, single, chosen, language)
    by_letter = any(is_letter(page) for page in pages if page.path in lists)
    only = _glossaries(lists, pages)
    about: list[Page] = []
    for number, page in enumerate(pages, 1):
        if page.path in beside or (only and page.path not in only):
            skipped.append(Skipped(line=number, text=page.path, why=left_out.BESIDE))
        elif page.path in lists:
            found = lists[page.path]
            drafts += [_placed(draft, number, page.path, page.front.language) for draft in found.drafts]
            skipped += left_out.told(found.skipped, number, page.path)
        elif only_lists_things(page):
            skipped += left_out.files([page.path], left_out.WITHOUT_TEXT)
        elif by_letter and is_letter(page):
            skipped += left_out.files([page.path], left_out.WITHOUT_TERMS)
        elif page.path not in about_one or (names_glossary(title_of(page)) and not has_definition(page)):
            about.append(page)
            skipped.append(Skipped(line=number, text=page.path, why=left_out.no_term(page.path)))
        else:
            draft, left = _entry(page, ending, spaced, numbered)
            drafts += [_placed(draft, number, page.path)] if draft else []
            left += () if draft else left_out.files([page.path], left_out.WITHOUT_TEXT)
            skipped += left_out.told(left, number, page.path)
    skipped = other_files.of_pages(skipped, ((page.path, page.text) for page in pages), format_of)
    skipped += left_out.links(pages, drafts)
    title = _title(about, drafts) or (next(iter(lists.values())).title if len(lists) == 1 else "")
    columns = folder_fields.columns(single)
    return Reading(title=title, drafts=_grouped(drafts), skipped=tuple(skipped), columns=columns)


_OVER = re.compile(r"_?index|readme|home|start|overview|inhalt|startseite", re.IGNORECASE)  # in the path
_OF_ANY = re.compile(  # titles that pages of any site have
    r"(?:index|home|start|welcome|search|about|overview|contents?|readme|startseite|suche|willkommen|über|inhalt|"
    r"accueil|bienvenue|recherche|inicio|búsqueda|acerca|главная|поиск|ana sayfa|arama)\b.*",
    re.IGNORECASE,
)


def _title(about: Sequence[Page], drafts: Sequence[Draft]) -> str:
    """The title of a page about all others: one called a glossary, or the index of a folder with all terms.

    Of several, the one nearest to the terms tells. Pages about something else, as a search, tell nothing.
    """
    parents = [PurePosixPath(draft.where).parents for draft in drafts if draft.how == "page"]
    found: list[tuple[bool, int, str]] = []
    for page in about:
        path, said = PurePosixPath(page.path), page.front.title
        glossary = names_glossary(said or title_of(page))
        over = _OVER.fullmatch(path.stem) and all(path.parent in above for above in parents)
        if glossary or (over and parents and said and not _OF_ANY.fullmatch(said)):
            found.append((not glossary, -len(path.parts), said or title_of(page)))
    return min(found)[2] if found else ""


def _grouped(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with the folders of their pages as groups, where each of these holds several pages."""
    folders = {draft.where: _folder(draft.where) for draft in drafts if draft.how == "page"}
    said = {folder for folder in folders.values() if folder}
    if len(said) < 2 or len(folders) < MEAN_PAGES * len(said) or any(draft.topics for draft in drafts):
        return tuple(drafts)
    return tuple(
        replace(draft, topics=(folder,)) if (folder := folders.get(draft.where, "")) else draft
        for draft in drafts
    )


def _folder(path: str) -> str:
    """The folder of a page in words, "Out of hours" for "02-out-of-hours"; "" for a letter or a language."""
    pure = PurePosixPath(path)
    part = (pure.parent.parent if pure.stem == "index" else pure.parent).name
    words = " ".join(re.split(r"[-_\s]+", NUMBERED.sub("", part))).strip()
    is_name = len(words) > 2 or (len(words) == 2 and not is_code(words))
    return words[:1].upper() + words[1:] if is_name else ""


def _glossaries(lists: Mapping[str, Reading], pages: Sequence[Page]) -> frozenset[str]:
    """The pages called a glossary that list terms, in a folder whose other pages are about other things."""
    called = [page for page in pages if page.path in lists and names_glossary(title_of(page))]
    terms = {names.key(draft.name) for page in called for draft in lists[page.path].drafts}
    others = [page for page in pages if page not in called]
    if len(terms) < len(others) / 2:  # pages about the words "glossary" and "terminology"
        return frozenset()
    of_book = any(PurePosixPath(page.path).name == "SUMMARY.md" for page in pages)  # its glossary is one file
    if called and of_book and all(PurePosixPath(page.path).stem.isupper() for page in called):
        return frozenset(page.path for page in called)
    about = sum(names.key(title_of(page)) in terms for page in others)  # a chapter may be called as a term
    if not called or 2 * about > len(others) or any(page.front.of_a_term for page in others):
        return frozenset()
    return frozenset(page.path for page in called)


def _placed(draft: Draft, number: int, path: str, language: str = "") -> Draft:
    """The draft with its place and the number of its page, which sorts the entries of all pages.

    ``language`` is the one that the page states.
    """
    place = path if draft.how == "page" else f"{path}, line {draft.line}"
    return replace(draft, part=number, where=place, stated=draft.stated or language)


def _entry(page: Page, ending: str, spaced: bool, numbered: bool) -> tuple[Draft | None, list[Skipped]]:
    front = page.front
    if (
        not front.title
        and page.title
        and not any(isinstance(b, Heading) and b.depth == 1 for b in page.blocks)
    ):
        front = replace(front, title=page.title.removesuffix(ending).strip() if ending else page.title)
    path = PurePosixPath(page.path)
    name = path.parent.name if path.stem == "index" else path.name
    name = NUMBERED.sub("", name) if numbered else name
    draft, skipped = one_term.entry(front, _spoken(page.blocks), name, spaced)
    skipped += left_out.of_front_matter(front)
    return draft, skipped


def _spoken(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a page where doubtful headings after the first block become text, but for labels."""
    out: list[Block] = []
    for block in blocks:
        inner = (
            block.otherwise if isinstance(block, Labelled) and isinstance(block.otherwise, Heading) else block
        )
        if not isinstance(inner, Heading) or inner.sure or _is_field(block):
            out.append(block)
        elif not out:
            out.append(replace(inner, sure=True, depth=1))
        else:
            out.append(block if inner.style in ASKED else Prose(line=inner.line, text=inner.text))
    return out


def _is_field(block: Block) -> bool:
    """Whether a line is the label of a field, with its value or none: "Term: Hold", "**Synonyms:**"."""
    if isinstance(block, Labelled):
        return any(is_exact(option.name) for option in block.options)
    if not isinstance(block, Heading) or not block.style.startswith(("bold", "colon")):
        return False
    return is_exact(block.text)


def _shared_ending(titles: Sequence[str]) -> str:
    """The common ending of all page titles after a sign, such as the site name: " | Help center"."""
    ends = [re.search(r"\s+[|–—·»-]\s+[^|–—·»]+$", title) for title in titles if title]
    said = {end[0] for end in ends if end}
    return said.pop() if len(said) == 1 and len(ends) > 1 and all(ends) else ""
