"""Rules on the hand-written pages in glossary/pages/."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from pathspec.gitignore import GitIgnoreSpec

from site_gen.corpus.layout import HOME_INTRO, PAGES
from site_gen.corpus.load import Loaded
from site_gen.model.problem import Problem
from site_gen.model.published import FILES, FOLDERS, NAMES
from site_gen.model.records import Site
from site_gen.model.suggest import did_you_mean
from site_gen.text.markdown import TERM_LINK
from site_gen.text.page_links import PageLink, page_links


def taken_names(loaded: Loaded) -> Iterator[Problem]:
    """No page stands where the site puts one of its own; builders make index.html of README.md."""
    for page in sorted(loaded.glossary.pages):
        path = PurePosixPath(page.casefold())
        at_top = len(path.parts) == 1 and path.suffix in (".md", ".html")
        if len(path.parts) > 1 and path.parts[0] in FOLDERS:
            yield _page(page, "page-collision", f"the folder {path.parts[0]}/ belongs to generated pages",
                        "put it in another folder")  # fmt: skip
        elif at_top and (path.stem in NAMES or path.stem == "readme"):
            yield _page(page, "page-collision", f"the site has a page '{path.stem}' of its own", "rename it")
        elif str(path) in FILES:
            yield _page(page, "page-collision", f"the site has a file '{path}' of its own", "rename it")
        elif path.suffix == ".md" and f"{page[:-3]}.html" in loaded.glossary.pages:
            yield _page(page, "page-collision", f"{PurePosixPath(page).stem}.html stands beside it",
                        "rename one: both become the same page")  # fmt: skip


SCRIPTS = (".js", ".mjs", ".cjs")


def is_unvouched_script(page: str, site: Site) -> bool:
    """Whether a file below glossary/pages/ is a script that the site does not name as trusted."""
    return page.casefold().endswith(SCRIPTS) and page not in site.trusted_scripts


def readable(loaded: Loaded) -> Iterator[Problem]:
    """A builder stops at a page that is no UTF-8."""
    for page, data in loaded.glossary.pages.items():
        if page.endswith(".md"):
            try:
                data.decode("utf-8-sig")
            except UnicodeDecodeError as error:
                line = data.count(b"\n", 0, error.start) + 1
                yield _page(page, "not-utf8", f"byte 0x{data[error.start]:02x} is not UTF-8 text",
                            "save the file as UTF-8", line)  # fmt: skip


def links(loaded: Loaded) -> Iterator[Problem]:
    """Links of hand-written pages lead to terms that there are, and to nothing that runs."""
    for page, data in loaded.glossary.pages.items():
        for link in page_links(page, data.decode("utf-8-sig", "replace")):
            yield from _link(loaded, page, link)


def _link(loaded: Loaded, page: str, link: PageLink) -> Iterator[Problem]:
    if link.runs:
        message = f"a link to '{link.address[:60]}', which is no address that a page can hold"
        hint = f"write https://…, mailto:…, {TERM_LINK}slug or the name of a page"
        yield _page(page, "link-target", message, hint, link.line)
    elif link.address.startswith(TERM_LINK):
        slug = link.address.removeprefix(TERM_LINK).partition("#")[0]
        if slug and slug not in loaded.glossary.by_slug and slug not in loaded.unread:
            hint = did_you_mean(slug, loaded.glossary.by_slug, "write the term first", limit=3)
            yield _page(page, "unknown-term", f"a link to no term: '{slug}'", hint, link.line)


def without_place(loaded: Loaded, site: Site) -> Iterator[Problem]:
    """In strict mode MkDocs stops at a page that no line of ``nav`` or ``not_in_nav`` names."""
    if site.nav is None:
        return
    passed = GitIgnoreSpec.from_lines(site.not_in_nav.splitlines())
    for page in sorted(loaded.glossary.pages):
        if not page.endswith(".md") or page == HOME_INTRO or page in site.nav or passed.match_file(page):
            continue
        message = "a page that the navigation does not name, so the build would stop"
        hint = f"add a line such as '- Its name: {page}' under nav in mkdocs.yml, or /{page} under not_in_nav"
        yield _page(page, "page-place", message, hint)


def left_out_scripts(loaded: Loaded, site: Site) -> Iterator[Problem]:
    """A script among the pages is published only where the site says that it is meant to run."""
    for page in sorted(loaded.glossary.pages):
        if is_unvouched_script(page, site):
            problem = _page(page, "page-script", "a script that the site does not trust, so it is left out",
                            "name it under trusted_scripts in mkdocs.yml, or take it away")  # fmt: skip
            yield replace(problem, severity="warning")


def _page(page: str, code: str, message: str, hint: str, line: int = 1) -> Problem:
    return Problem(path=PAGES + page, line=line, code=code, message=message, hint=hint)
