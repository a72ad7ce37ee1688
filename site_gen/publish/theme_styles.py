"""The theme's stylesheet without the rules for what this site does not have: half of what it weighs.

Material styles its search, a blog, tabs, annotations and more in one file, which every first visit fetches.
A rule goes only where nothing can show what it styles: neither the settings nor a hand-written page ask for
it. Where somebody else's plugin, hook or templates take part in the build, the file stays as it comes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from fnmatch import fnmatch
from functools import lru_cache
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

from site_gen.corpus.layout import PAGES
from site_gen.publish.kept import is_plain
from site_gen.publish.placed import EXTENSIONS

STYLES = "assets/stylesheets/main.*.min.css"
_TEXTS = (".md", ".html", ".css", ".js")
# What classes begin with, and the settings that bring such elements: the theme's features, keys of ``extra``.
_OF_SETTINGS: Sequence[tuple[tuple[str, ...], tuple[str, ...]]] = (
    (("md-search",), ("search",)),
    (("md-source",), ("repo_url",)),
    (("md-version",), ("version",)),
    (("md-select",), ("alternate", "version")),
    (("md-consent",), ("consent",)),
    (("md-feedback",), ("analytics",)),
    (("md-social",), ("social",)),
    (("md-status",), ("status",)),
    (("md-tag",), ("tags",)),
    (("md-tooltip", "md-clipboard", "md-code", "md-annotation"), ("content.",)),
    (("md-content__button",), ("content.action",)),
    (("md-path",), ("navigation.path",)),
    (("md-progress",), ("navigation.instant",)),
    (("md-nav__item--section",), ("navigation.sections",)),
    (("md-nav--integrated",), ("toc.integrate",)),
    (("md-footer__link",), ("navigation.footer",)),
    (("md-author", "md-post", "md-content--post", "md-sidebar--post", "md-pagination", "md-profile"), ()),
)
# What only Markdown extensions make that no setting of ours names, or signs in a hand-written page.
_OF_MARKDOWN: Sequence[tuple[tuple[str, ...], tuple[str, ...]]] = (
    (("admonition",), ("!!!", "???")),
    (("tabbed-", "highlight", "linen", "filename", "footnote"), ()),
    (("task-list", "arithmatex", "critic", "keys"), ()),
)
_CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")
_CHOICE = re.compile(r":(?:not|is|where)\([^()]*(?:\([^()]*\)[^()]*)*\)")  # holds whatever else may be meant
_ICON = re.compile(r"""(--md-[\w-]+):url\((?:"[^"]*"|'[^']*'|[^)"']*)\);?""")


def with_fewer_styles(files: Files, config: Any) -> Files:
    """The same files, the theme's stylesheet as short as the settings allow."""
    if config.theme.custom_dir or not is_plain(config):
        return files
    gone = tuple(absent(_asked(config), _own_text(config), config.markdown_extensions))
    for file in [one for one in files if fnmatch(one.src_uri, STYLES) and one.abs_src_path]:
        whole = Path(file.abs_src_path or "").read_text(encoding="utf-8")
        files.remove(file)
        files.append(File.generated(config, file.src_uri, content=fewer_rules(whole, gone)))
    return files


def absent(asked: Sequence[str], own: str, extensions: Collection[str]) -> Iterator[str]:
    """What the classes begin with that no page can have.

    ``asked`` are names of settings, ``own`` is the text of the hand-written pages with their scripts and
    styles, ``extensions`` are those of Python-Markdown.
    """
    for classes, settings in _OF_SETTINGS:
        if not any(name.startswith(settings) for name in asked):
            yield from (name for name in classes if name not in own)
    if EXTENSIONS.issuperset(extensions):
        for classes, signs in _OF_MARKDOWN:
            if not any(sign in own for sign in signs):
                yield from (name for name in classes if name not in own)


@lru_cache(maxsize=2)
def fewer_rules(styles: str, absent: tuple[str, ...]) -> str:
    """Minified styles without rules for classes that begin with one of ``absent``, nor their icons."""
    text = "".join(_kept(styles, absent)) if absent else styles
    return _ICON.sub(lambda icon: icon[0] if f"var({icon[1]}" in text else "", text)


def _asked(config: Any) -> list[str]:
    extra = [name for name, value in config.extra.items() if value]
    return [*config.theme.get("features", ()), *extra, *(["repo_url"] if config.repo_url else [])]


def _own_text(config: Any) -> str:
    folder = Path(config.config_file_path).parent / PAGES
    paths = sorted(path for path in folder.rglob("*") if path.suffix in _TEXTS and path.is_file())
    return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths)


def _kept(styles: str, absent: tuple[str, ...]) -> Iterator[str]:
    for head, body in _rules(styles):
        if head.startswith(("@media", "@supports")):
            inner = "".join(_kept(body, absent))
            if inner:
                yield f"{head}{{{inner}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        else:
            shown = [one for one in _selectors(head) if not _is_absent(one, absent)]
            if shown:
                yield f"{','.join(shown)}{{{body}}}"


def _is_absent(selector: str, absent: tuple[str, ...]) -> bool:
    return any(name.startswith(absent) for name in _CLASS.findall(_CHOICE.sub("", selector)))


def _rules(styles: str) -> Iterator[tuple[str, str]]:
    """Each rule's head and what its braces hold; a statement without braces goes with the next head."""
    depth = start = opened = 0
    for found in re.finditer("[{}]", styles):
        if found[0] == "{":
            opened = opened if depth else found.start()
            depth += 1
        else:
            depth -= 1
            if not depth:
                yield styles[start:opened], styles[opened + 1 : found.start()]
                start = found.end()


def _selectors(head: str) -> Iterator[str]:
    """The parts of a list of selectors, without taking commas in brackets for its own."""
    depth = start = 0
    for found in re.finditer(r"[(),]", head):
        if found[0] == ",":
            if not depth:
                yield head[start : found.start()]
                start = found.end()
        else:
            depth += 1 if found[0] == "(" else -1
    yield head[start:]
