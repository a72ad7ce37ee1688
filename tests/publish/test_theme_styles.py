"""Rules of the theme's stylesheet go where a site has nothing that they style, and only there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from helpers.rows import each_row
from site_gen.publish.placed import EXTENSIONS
from site_gen.publish.theme_styles import absent, fewer_rules

THEME = Path(str(files("material")))
WHOLE = next(THEME.glob("templates/assets/stylesheets/main.*.min.css"))
CLASSES = re.compile(r'class="?([^">]*)')


@each_row(
    "styles, fewer",
    [
        (".a{x:y}.b{x:y}", ".b{x:y}"),
        (".a-1 p,.b>p{x:y}", ".b>p{x:y}"),
        ("@media print{.a{x:y}}@media screen{.b{x:y}.a{x:y}}", "@media screen{.b{x:y}}"),
        (":is(.a,.b) p{x:y}", ":is(.a,.b) p{x:y}"),
        (".b:not(.a:is(:hover,.c)){x:y}", ".b:not(.a:is(:hover,.c)){x:y}"),
        (
            '@charset "UTF-8";html{x:y}@keyframes a{to{x:y}}',
            '@charset "UTF-8";html{x:y}@keyframes a{to{x:y}}',
        ),
        (
            ":root{--md-a-icon:url('data:,1');--md-b-icon:url('data:,2')}"
            ".a{i:var(--md-a-icon)}.b{i:var(--md-b-icon)}",
            ":root{--md-b-icon:url('data:,2')}.b{i:var(--md-b-icon)}",
        ),
        (
            ':root{--md-a-icon:url("data:,(1) c");--md-b-icon:url("data:,(2) c")}.b{i:var(--md-b-icon)}',
            ':root{--md-b-icon:url("data:,(2) c")}.b{i:var(--md-b-icon)}',
        ),
    ],
)
def test_rules_of_absent_classes_go(styles: str, fewer: str) -> None:
    assert fewer_rules(styles, ("a",)) == fewer


def test_what_is_left_are_whole_rules_and_declarations_of_the_theme() -> None:
    whole, fewer = (
        WHOLE.read_text("utf-8"),
        fewer_rules(WHOLE.read_text("utf-8"), tuple(absent((), "", EXTENSIONS))),
    )
    icon = re.compile(r"--md-[\w-]+:url\(\"[^\"]*\"\)")
    assert set(icon.findall(fewer)) < set(icon.findall(whole))
    assert '"' not in icon.sub("", "".join(re.findall(r":root\{([^{}]*)\}", fewer)))


def test_nothing_of_the_installed_theme_is_lost_on_the_way() -> None:
    whole = WHOLE.read_text("utf-8")
    assert fewer_rules(whole, ("no-such-class",)) == whole


@each_row(
    "asked, own, extensions, kept",
    [
        (["search.suggest"], "", [], "md-search"),
        (["navigation.footer"], "", [], "md-footer__link"),
        (["content.code.copy"], "", [], "md-clipboard"),
        (["repo_url"], "", [], "md-source"),
        ([], "!!! note", [], "admonition"),
        ([], "<table class=highlighttable>", [], "highlight"),
        ([], "", ["pymdownx.tabbed"], "tabbed-"),
    ],
)
def test_what_a_site_asks_for_keeps_its_styles(
    asked: Sequence[str], own: str, extensions: Sequence[str], kept: str
) -> None:
    assert kept in set(absent((), "", EXTENSIONS))
    assert kept not in set(absent(asked, own, [*EXTENSIONS, *extensions]))


def test_no_page_has_what_its_styles_lack(built_site: Path) -> None:
    (file,) = built_site.glob("assets/stylesheets/main.*.min.css")
    gone = tuple(absent((), "", EXTENSIONS))
    assert file.stat().st_size < WHOLE.stat().st_size / 2
    pages = [
        *built_site.glob("*.html"),
        *built_site.glob("[!t]*/*.html"),
        built_site / "terms" / "ticket.html",
    ]
    used = {
        name for page in pages for found in CLASSES.findall(page.read_text("utf-8")) for name in found.split()
    }
    assert [name for name in used if name.startswith(gone)] == []
