"""Rules on the links that editors write in Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from site_gen.corpus.layout import PAGE_LINK, page_of
from site_gen.corpus.load import Loaded
from site_gen.model.problem import Problem
from site_gen.model.records import Origin, Term
from site_gen.model.schema import MARKDOWN
from site_gen.model.suggest import did_you_mean
from site_gen.text import markdown


def targets(loaded: Loaded) -> Iterator[Problem]:
    for term in loaded.glossary.terms:
        for field in MARKDOWN:
            for channel, text in term.texts(field).items():
                place = f"{field}.{channel}" if channel else field
                for address, _ in markdown.targets(markdown.parse(text)) if _may_link(text) else ():
                    written = term.origin.lines.get(f"{place}({address.removeprefix('!')})")
                    yield from _target(loaded, term, written or term.origin.at(place), address)


def _may_link(text: str) -> bool:
    """Whether the parser may find a link: of most texts it need not be asked."""
    return "](" in text or "<" in text


def addresses(loaded: Loaded) -> Iterator[Problem]:
    """What a field gives as an address can stand in a page."""
    for address, origin, field in _addresses(loaded):
        if field == "to" and page_of(address)[0]:
            yield from _page(loaded, origin.path, origin.at(field), address)
        elif address and not markdown.is_safe_link(address):
            yield Problem(
                path=origin.path, line=origin.at(field), code="link-target",
                message=f"'{field}' is '{address[:60]}', which is no address that a page can hold",
                hint="write https://… or mailto:…",
            )  # fmt: skip


def _addresses(loaded: Loaded) -> Iterator[tuple[str, Origin, str]]:
    for term in loaded.glossary.terms:
        yield from ((link.to, link.origin, "to") for link in term.links)
    for source in loaded.glossary.sources:
        yield source.url, source.origin, "url"
    for path in loaded.glossary.paths:
        yield from ((stop.link, stop.origin, "link") for stop in path.stops)


def _target(loaded: Loaded, term: Term, line: int, address: str) -> Iterator[Problem]:
    if address.startswith("!"):
        yield Problem(
            path=term.origin.path, line=line, code="image",
            message=f"an image in a term: {address[1:60]}",
            hint="put it on a page in glossary/pages/ and link there",
        )  # fmt: skip
    elif address.startswith(markdown.TERM_LINK):
        slug = address.removeprefix(markdown.TERM_LINK)
        if slug and slug not in loaded.glossary.by_slug and slug not in loaded.unread:
            hint = did_you_mean(slug, loaded.glossary.by_slug, "write the term first", limit=3)
            yield Problem(
                path=term.origin.path,
                line=line,
                code="unknown-term",
                message=f"a link to no term: '{slug}'",
                hint=hint,
            )
    elif page_of(address)[0]:
        yield from _page(loaded, term.origin.path, line, address)
    elif not markdown.is_safe_link(address):
        yield Problem(
            path=term.origin.path, line=line, code="link-target",
            message=f"a link to '{address[:60]}', which is no address that a page can hold",
            hint=_meant(address, loaded),
        )  # fmt: skip


def _page(loaded: Loaded, path: str, line: int, address: str) -> Iterator[Problem]:
    page, _ = page_of(address)
    if page not in loaded.glossary.pages:
        hint = did_you_mean(page, loaded.glossary.pages, "put the file into glossary/pages/")
        message = f"a link to no page: glossary/pages/{page[:60]} is not there"
        yield Problem(path=path, line=line, code="link-target", message=message, hint=hint)


def _meant(address: str, loaded: Loaded) -> str:
    """What a relative address was probably to lead to."""
    name = PurePosixPath(address.partition("#")[0]).name
    if name in loaded.glossary.pages:
        return f"write {PAGE_LINK}{name}"
    slug = name.partition(".")[0]
    if slug in loaded.glossary.by_slug:
        return f"write {markdown.TERM_LINK}{slug}"
    return f"write https://…, mailto:…, {markdown.TERM_LINK}slug or {PAGE_LINK}name.md"
