"""One page of a folder: its title, and whether it is about a term, other pages, or something else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from statistics import mean

from site_gen.model import names
from site_gen.sources.formats import one_term
from site_gen.sources.formats.front_matter import FrontMatter
from site_gen.sources.formats.line_noise import noise_of
from site_gen.sources.shape.blocks import Block, Heading, Labelled, Noise, Pair, Prose, Table, count_words
from site_gen.sources.shape.header_words import folded_set
from site_gen.sources.shape.no_entries import REFERENCES
from site_gen.sources.shape.scope import names_glossary
from site_gen.sources.shape.vocabulary import STRUCTURE, STRUCTURE_START

_INDEX = re.compile(
    r"index|(?:.*[-_ ])?read[-_ ]?me(?:[-_ ].*)?|home|nav(?:bar)?|sidebar|footer|header|summary|contents?|"
    r"_*(?:lies|bitte|please|oku|lisez|lees|läs|les)[-_ ]?(?:me|mich|lesen|read|beni|moi|mij|mig|meg)"
    r"(?:[-_ ].{0,30})?|"
    r"_*(?:leggimi|l[eé]eme|leiame|anleitung|instructions?|how[-_ ]to[-_ ].{1,30})|"
    r"table[-_ ]of[-_ ]contents|toc|search|contributing|contributors|licen[cs]e(?:[-_ ].*)?|changelog|"
    r"code[-_]of[-_]conduct|404|about|_coverpage|all|tags|categories|"
    r"inhalt|startseite|overview|start[-_ ]here|welcome|style[-_ ]?guide",
    re.IGNORECASE,
)
_TEMPLATE = re.compile(
    r"(?:\w+[- ])?(?:template|vorlage|plantilla|sjabloon|szablon|[sš]ablona?|şablon|predlošak|шаблон|"
    r"テンプレート|模板|範本|템플릿)",
    re.IGNORECASE,
)
_HIDDEN_TEMPLATE = re.compile(  # behind a line; alone these words may be terms
    r"mod[eèé]le|modelo|modello|mall?|skabelon|malli|muster|new", re.IGNORECASE
)
_BUNDLED = re.compile(r"index|readme", re.IGNORECASE)  # the only page of a folder of its own
_READ_ME = folded_set(  # notes for readers, and first pages of wikis
    "main page, start page, home page, hauptseite, accueil, page d'accueil, portada, página principal, "
    "pagina principale, hoofdpagina, startpagina, startsida, huvudsida, forside, hovedside, etusivu, "
    "strona główna, hlavní strana, заглавная страница, головна сторінка, ana sayfa, メインページ, 首页, "
    "대문, "
    "read me, liesmich, lies mich, bitte lesen, lisezmoi, lisez moi, a lire, leeme, leame, leggimi, leiame, "
    "leia me, leesmij, lees mij, lasmig, las mig, laesmig, lesmeg, czytajto, czytaj to, ctimne, cti me, "
    "olvass el, lueminut, lue minut, benioku, beni oku, прочти, прочти меня, прочитай меня, прочитай, "
    "お読みください, 读我, 讀我"
)
THINGS, THING = 2, 3  # bullets of a page that lists things, and words of each
DAY = re.compile(r"\d{4}[-_]\d\d(?:[-_]\d\d)?|\d{4}-W\d\d|\d{1,2}\.\d{1,2}\.\d{4}")  # daily notes
DATED = re.compile(r"\d{4}-\d\d-\d\d[ _]+\S")  # notes of a day: "2023-03-01 Weekly"
NUMBERED = re.compile(
    r"^(?:\d{8,14}[-_]|\d{1,4}(?:[-_.)]+\s*|\s+(?=\D)))(?=\w)"
)  # the place of a page among the others


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as parsed: its front matter and its blocks."""

    path: str
    text: str
    front: FrontMatter
    blocks: tuple[Block, ...]
    title: str = ""  # the title element of a web page


def is_called_index(stem: str) -> bool:
    """Whether the name of a file, or a title, is that of an index, a template or a note for readers."""
    bare = stem.lstrip("_") or "_"
    told = _TEMPLATE.fullmatch(bare.replace("_", "-")) or (bare != stem and _HIDDEN_TEMPLATE.fullmatch(bare))
    told = told or _INDEX.fullmatch(stem) or _INDEX.fullmatch(bare)
    return bool(told) or names.fold(re.sub(r"[-_]", " ", stem)) in _READ_ME


def is_letter(page: Page) -> bool:
    """Whether a page is called by letters, "A" or "F–K", as a part of one list."""
    title = title_of(page)
    return _is_of_letters(title) or any(
        _is_of_letters(letters) and (names_glossary(rest) or names.fold(rest) in _LETTER)
        for letters, rest in _ends(title)
    )


def _is_of_letters(text: str) -> bool:
    return noise_of(text) in ("letter heading", "navigation")


def _ends(title: str) -> Iterator[tuple[str, str]]:
    """The first and the last word of a title, each with the rest: "Glossary B", "B – our words"."""
    words = title.split()
    if len(words) > 1:
        yield words[0], " ".join(words[1:]).strip(":–—-| ")
        yield words[-1], " ".join(words[:-1]).strip(":–—-| ")


_LETTER = folded_set("letter, buchstabe, lettre, letra, lettera, буква, harf, litera, bokstav, kirjain")


def title_of(page: Page) -> str:
    """The title in the front matter, else the first heading, else a name from the path."""
    head = next((block for block in page.blocks if isinstance(block, Heading) and block.depth == 1), None)
    return page.front.title or (head.text if head else "") or one_term.name_of_file(page.path)


def folders_of_several(paths: Sequence[str]) -> set[PurePosixPath]:
    """The folders that hold more than a page called "index", which is about what they hold."""
    files = [PurePosixPath(path) for path in paths]
    inside = {path.parent for path in files if not _BUNDLED.fullmatch(path.stem)}
    return inside | {over for path in files for over in path.parent.parents}


def only_lists_things(page: Page) -> bool:
    """Whether a page has nothing but bullets of a few words, as a list of things to buy."""
    title = names.fold(page.title or title_of(page))
    body = [block for block in page.blocks if not isinstance(block, Noise | Heading)]
    body = [block for block in body if not (isinstance(block, Prose) and names.fold(block.text) == title)]
    items = [block.text for block in body if isinstance(block, Prose) and block.bullet]
    return len(items) == len(body) >= THINGS and all(
        count_words(text) <= THING and not text.endswith(".") for text in items
    )


def is_index(page: Page, bundles: set[PurePosixPath]) -> bool:
    """Whether a page only lists other pages: by its name, or because it has little except links."""
    path = PurePosixPath(page.path)
    own_folder = _BUNDLED.fullmatch(path.stem) and path.parent not in bundles and len(path.parts) > 1
    if own_folder and ((page.front.title and path.stem == "index") or _is_called_as_its_folder(page)):
        return False
    if "{{" in page.front.title or "<%" in page.front.title:
        return True
    first = next((block for block in page.blocks if not isinstance(block, Noise)), None)
    title = names.fold(
        page.front.title or (first.text if isinstance(first, Heading) and first.depth < 2 else path.stem)
    )
    if not page.front.of_a_term and (title in STRUCTURE or STRUCTURE_START.match(title)):
        return True
    if (is_called_index(NUMBERED.sub("", path.stem)) or is_called_index(title)) and not (
        page.front.of_a_term and page.front.title and not path.stem.startswith("_")
    ):
        return True
    body = [block for block in _above_references(page.blocks) if not isinstance(block, Heading)]
    if DAY.fullmatch(path.stem) or DATED.match(path.stem):
        return True
    body = [block for block in body if not (isinstance(block, Noise) and block.why == "front matter")]
    lonely = [isinstance(block, Noise) and block.why == "navigation" for block in body]
    return bool(lonely) and (all(lonely) or (sum(lonely) >= 3 and mean(lonely) > 0.5))


def _above_references(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks above a last heading such as "Related" or "Sources", whose links tell nothing of a page."""
    ends = (
        at
        for at, block in enumerate(blocks)
        if isinstance(block, Heading) and names.fold(block.text) in REFERENCES
    )
    return blocks[: next(ends, len(blocks))]


def _is_called_as_its_folder(page: Page) -> bool:
    """Whether the heading of a page says the name of its folder: "Dew point" in "dew-point/index.html"."""
    folder = PurePosixPath(page.path).parent.name
    return names.key(title_of(page)) == names.key(one_term.name_of_file(folder))


_START = re.compile(r"[^:|–—-]{1,60}?\s*[:|–—]\s+|[^:|–—-]{1,60}?\s+-\s+")


def with_titles(pages: Sequence[Page]) -> list[Page]:
    """The pages, of which those whose only top heading is deeper have it as their title: "==== Tariff".

    The file has to be called alike, or by a number: "## Why it matters" heads a part of a page.
    """
    return [_titled(page) if not page.front.title else page for page in pages]


def _titled(page: Page) -> Page:
    heads = [block for block in page.blocks if isinstance(block, Heading) and block.sure]
    first = next((block for block in page.blocks if not isinstance(block, Noise)), None)
    if (
        not heads
        or heads[0] is not first
        or heads[0].depth < 2
        or any(h.depth <= heads[0].depth for h in heads[1:])
    ):
        return page
    words = {word for word in re.split(r"[\W_]+", names.fold(PurePosixPath(page.path).stem)) if len(word) > 2}
    if words and words.isdisjoint(re.split(r"[\W_]+", names.fold(heads[0].text))):
        return page
    blocks = (replace(block, depth=1) if block is first else block for block in page.blocks)
    return replace(page, blocks=tuple(blocks))


def without_shared_start(pages: Sequence[Page]) -> Sequence[Page]:
    """The pages without the name of the space or site before all titles: "OPS : Failover"."""
    heads = {
        page.path: head
        for page in pages
        if not is_index(page, set())
        for head in page.blocks
        if isinstance(head, Heading) and head.depth == 1
    }
    starts = {found[0] if (found := _START.match(head.text)) else "" for head in heads.values()}
    if len(heads) < 2 or len(starts) != 1 or starts == {""}:
        return pages
    start = starts.pop()
    return [
        replace(
            page,
            blocks=tuple(
                _cut(block, start) if isinstance(block, Heading) else block for block in page.blocks
            ),
        )
        for page in pages
    ]


def _cut(head: Heading, start: str) -> Heading:
    return replace(head, text=head.text.removeprefix(start) or head.text)


_KIND = ("type", "kind", "content type", "category", "categories", "class")  # keys of the kind of a page
_OF_GLOSSARY = frozenset(["term", "terms", "glossary", "glossary term"])
_OF_TERMS = frozenset(
    ["term", "terms", "glossary", "glossary term", "concept", "definition", "word", "entry"]
)


TITLED, SHARE, LISTED = 3, 0.8, 4  # pages of terms with a title, their share; labelled lines of a list


def beside_terms(pages: Sequence[Page]) -> frozenset[str]:
    """The paths of pages beside the folder of the terms: one without a title over a folder of titled ones.

    A page that is called a glossary, or lists what it has, may hold further terms.
    """
    folders = [PurePosixPath(page.path).parent for page in pages]
    titled = Counter(folder for page, folder in zip(pages, folders, strict=True) if page.front.title)
    home, count = titled.most_common(1)[0] if titled else (PurePosixPath(), 0)
    if count < max(TITLED, SHARE * titled.total(), SHARE * folders.count(home)):
        return frozenset()
    return frozenset(
        page.path
        for page, folder in zip(pages, folders, strict=True)
        if folder in home.parents and not page.front.title and not _lists(page)
    )


def _lists(page: Page) -> bool:
    labelled = sum(isinstance(block, Labelled) for block in page.blocks)
    listed = labelled >= LISTED or any(isinstance(block, Pair | Table) for block in page.blocks)
    return listed or names_glossary(title_of(page))


def of_terms(pages: Sequence[Page]) -> list[Page]:
    """The pages about terms: those whose kind, or whose folder, says so, if there are several; else all."""
    kinds = _with_tags([_kind(page) for page in pages], pages)
    of_terms = {page.path for page, kind in zip(pages, kinds, strict=True) if kind in _OF_TERMS}
    if len(of_terms) > 1:
        homes = {PurePosixPath(path).parent for path in of_terms}
        unsaid = {page.path for page, kind in zip(pages, kinds, strict=True) if not kind}
        return [
            page
            for page in pages
            if page.path in of_terms or (page.path in unsaid and PurePosixPath(page.path).parent in homes)
        ]
    inside = [page for page in pages if any(map(names_glossary, _folders(page.path)))]
    return inside if len(inside) > 1 else list(pages)


def _folders(path: str) -> list[str]:
    """The folders of a page, also where a note program writes them before its name: "words.cold chain.md"."""
    pure = PurePosixPath(path)
    return [NUMBERED.sub("", part) for part in (*pure.parts[:-1], *pure.stem.split(".")[:-1])]


_TAGGED = _OF_TERMS | folded_set(
    "begriff, begriffe, glossar, terme, termes, glossaire, término, términos, glosario, termine, termini, "
    "glossario, termo, termos, begrip, begrippen, термин, глоссарий, terim, pojęcie, hasło"
)
OTHERWISE = "tagged otherwise"


def _with_tags(kinds: Sequence[str], pages: Sequence[Page]) -> list[str]:
    """The kinds of pages, also by their tags, if most of those with tags say that they are terms."""
    tagged = [not _TAGGED.isdisjoint(map(names.fold, page.front.tags)) for page in pages]
    if sum(tagged) < TITLED or 2 * sum(tagged) < sum(bool(page.front.tags) for page in pages):
        return list(kinds)
    return [
        kind or ("term" if own else OTHERWISE if page.front.tags else "")
        for kind, own, page in zip(kinds, tagged, pages, strict=True)
    ]


def _kind(page: Page) -> str:
    """The kind of a page. A category, which may be "concept" beside "tool", has to say "glossary"."""
    said = {key: names.fold(page.front.values[key]) for key in _KIND if page.front.values.get(key)}
    return next((kind for key, kind in said.items() if key in _KIND[:3] or kind in _OF_GLOSSARY), "")
