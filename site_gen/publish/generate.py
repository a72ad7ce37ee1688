"""The rim of the pipeline: corpus folder in, docs folder out."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from site_gen import pipeline
from site_gen.corpus.confine import own_place
from site_gen.corpus.disk import CORPUS, cut_off, read_tree
from site_gen.export import archive
from site_gen.history.cards import keep_cards, kept_cards
from site_gen.history.events import NO_GIT, card_time
from site_gen.history.log import read_history
from site_gen.model.audience import NO_ACCESS_CONTROL
from site_gen.model.memo import AFRESH, Memo
from site_gen.model.problem import RefusedError
from site_gen.model.published import PUBLISHED
from site_gen.model.records import Site, Term
from site_gen.pages.views import World
from site_gen.publish import sync
from site_gen.publish.assets import assets, theme
from site_gen.publish.beside import Beside
from site_gen.settings.places import THEME, refuse_foreign

# What the zip holds until a built site is packed into it: the page with all definitions, and the data.
SMALL_COPY = {
    **{one.small_copy: path for path, one in PUBLISHED.items() if one.small_copy},
    "assets/all.css": "assets/all.css",
}


_HOLD_BACK = "glossary set audience internal --status draft"


class Rest:
    """Data that is still being made; ``names`` are the paths of all that ``docs`` does not have yet."""

    def __init__(
        self, docs: Path, data: Beside, paths: frozenset[str], pages: Mapping[str, bytes], site: Site
    ) -> None:
        self.docs, self.names = docs, paths | {archive.NAME}
        self._data, self._site = data, site
        self._small = {path: pages[path] for path in _copied(site).values() if path in pages}

    def files(self) -> Iterator[tuple[str, bytes]]:
        """By path; waits for them."""
        wanted = frozenset(_copied(self._site).values())
        for path, data in self._data.files():
            if path in wanted:
                self._small[path] = data
            yield path, data
        yield archive.NAME, _small_copy(self._small, self._site)


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """What was built, and what that changed on disk; ``written`` is None where there was an error.

    ``rest`` is what has to be written once it is made.
    """

    built: pipeline.Built
    written: sync.Written | None
    rest: Rest | None = None

    def without_files(self) -> Generated:
        """The same without the written files, which need memory while a builder runs."""
        return replace(self, built=replace(self.built, files={}))

    @property
    def left_out(self) -> str:
        """What a public site does not show, on one line; "" of an internal site."""
        found = self.built.left_out
        if found is None:
            return ""
        return f"Left out of this public site: {found}. {NO_ACCESS_CONTROL}"

    @property
    def drafts_told(self) -> str:
        """How many drafts everybody may read, and how to hold them back; "" on an internal site."""
        number = self.built.drafts
        if self.built.left_out is None or not number:
            return ""
        are = "1 draft is" if number == 1 else f"{number} drafts are"
        return f"{are} on this public site, marked as such. To hold back: {_HOLD_BACK}"


def corpus_folder(root: Path) -> Path:
    """The folder that a preview has to watch: a change in it means to build again."""
    return root / CORPUS


def generate(root: Path, docs: Path, site: Site) -> Generated:
    """Build the pages of ``root`` into ``docs``; on an error ``docs`` stays as it is.

    Raises ``SettingsError`` where ``docs`` holds somebody's own files, which would be lost, and
    ``RefusedError`` where it, or the folder of the theme, is a link.
    """
    begun = generate_pages(root, docs, site)
    return finished(begun)


def generate_pages(root: Path, docs: Path, site: Site) -> Generated:
    """As ``generate``, without waiting for data: ``docs`` keeps what it has of that until ``finished``."""
    begun: list[tuple[Beside, frozenset[str]]] = []

    def pages(world: World) -> Mapping[str, bytes]:
        data = Beside(lambda: pipeline.data_files(world), lambda: _data_again(root, docs, site))
        begun.append((data, pipeline.data_paths(world)))
        return pipeline.page_files(world)

    try:
        built = _built(root, docs, site, AFRESH, pages)
        if built.failed:
            return Generated(built=built, written=None)
        files = {**assets(), **built.files}
        rest = Rest(docs, *begun[0], files, site)
        _keep_theme(root)
        written = sync.sync(docs, files, rest.names)
        return Generated(built=built, written=written, rest=rest)
    except BaseException:
        for data, _ in begun:
            data.end()
        raise


def _data_again(root: Path, docs: Path, site: Site) -> Mapping[str, bytes]:
    built = _built(root, docs, site, AFRESH, pipeline.data_files)
    if built.failed:
        raise RefusedError(f"{CORPUS}/ was changed while the site was being made; build it again")
    return built.files


def finished(begun: Generated) -> Generated:
    """What ``generate_pages`` has begun, once its data is written too."""
    if begun.rest is None or begun.written is None:
        return begun
    return replace(begun, written=sync.add(begun.rest.docs, begun.rest.files(), begun.written), rest=None)


class Preview:
    """The pages of ``root`` again and again: what did not change is kept, the pages of terms come first."""

    def __init__(self) -> None:
        self.memo = Memo()
        self.later: Mapping[str, bytes] = {}  # files that are made after the pages of terms

    def first(self, root: Path, docs: Path, site: Site) -> Generated:
        """As ``generate``, with what is made from the whole set of terms as it was the last time."""
        if not self.later:
            return self.rest(root, docs, site)
        built = _built(root, docs, site, self.memo, pipeline.first_files)
        if built.failed:
            return Generated(built=built, written=None)
        return Generated(
            built=built, written=sync.sync(docs, {**assets(self.memo), **self.later, **built.files})
        )

    def is_later(self, path: str) -> bool:
        """Whether a file of the site, by its path there, is made after the pages of terms."""
        page = path or "index.html"
        return page in self.later or f"{page.removesuffix('.html')}.md" in self.later

    def rest(self, root: Path, docs: Path, site: Site) -> Generated:
        """As ``generate``, from the same memo."""
        made: dict[str, bytes] = {}

        def both(world: World) -> Mapping[str, bytes]:
            made.update(pipeline.later_files(world))
            return {**pipeline.first_files(world), **made}

        built = _built(root, docs, site, self.memo, both)
        if built.failed:
            return Generated(built=built, written=None)
        files = {**assets(self.memo), **built.files}
        small = _small_copy(files, site)
        self.later = {**made, archive.NAME: small}
        self.memo.forget()
        _keep_theme(root)
        return Generated(built=built, written=sync.sync(docs, {**files, archive.NAME: small}))


def _keep_theme(root: Path) -> None:
    """Our templates where ``write_theme`` has put them before, as they are now."""
    if (root / THEME).is_dir():
        sync.sync(root / THEME, theme())


def _built(
    root: Path, docs: Path, site: Site, memo: Memo, parts: pipeline.Parts | None = None
) -> pipeline.Built:
    refuse_foreign(docs)
    own_place(root, docs)
    own_place(root, root / THEME)
    tree = read_tree(root)
    tree = replace(tree, problems=(*tree.problems, *cut_off(root)))
    history = read_history(root)
    if history.note != NO_GIT:
        return pipeline.build(tree, site, history, memo, parts)
    # Where git knows nothing, what was kept of the cards.
    now = card_time(history.today) if history.today else int(time.time())
    found: list[tuple[Sequence[Term], Mapping[str, int]]] = []

    def cards(terms: Sequence[Term]) -> Mapping[str, int]:
        changed = kept_cards(root, terms, now)
        found.append((terms, changed))
        return changed

    built = pipeline.build(tree, site, history, memo, parts, cards)
    if not built.failed:
        keep_cards(root, *found[0])
    return built


def _small_copy(files: Mapping[str, bytes], site: Site) -> bytes:
    return archive.zipped(
        {to: files[path] for to, path in _copied(site).items() if path in files},
        level=0,  # packed with the site
    )


def _copied(site: Site) -> Mapping[str, str]:
    """The path of each file of the small copy, and of what it is a copy of."""
    return {**SMALL_COPY, site.favicon: site.favicon}


def write_theme(root: Path, own: Path | None) -> None:
    """Write our templates where builders that run no plugin read them; a desk's ``own`` come before ours."""
    place = own_place(root, root / THEME)
    sync.sync(place, {**theme(), **(dict(_templates(own)) if own else {})})


def _templates(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            yield name.as_posix(), path.read_bytes()
