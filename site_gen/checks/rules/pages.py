"""Rules on the hand-written pages in glossary/pages/."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from site_gen.corpus.layout import PAGES
from site_gen.corpus.load import Loaded
from site_gen.model.problem import Problem
from site_gen.model.published import PUBLISHED
from site_gen.model.records import Site

# What the site itself puts into the docs folder; ``assets`` is what its pages load.
FOLDERS = frozenset(("assets", *(path.partition("/")[0] for path in PUBLISHED if "/" in path)))
NAMES = frozenset(
    path.removesuffix(".html") for path in PUBLISHED if "/" not in path and path.endswith(".html")
)
FILES = frozenset(path for path in PUBLISHED if "/" not in path and not path.endswith(".html"))


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


def _page(page: str, code: str, message: str, hint: str, line: int = 1) -> Problem:
    return Problem(path=PAGES + page, line=line, code=code, message=message, hint=hint)
