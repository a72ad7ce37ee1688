"""What the tool adds to a desk's settings, and the file with all of them for builders that run no plugin."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from helpers.corpora import ROOT, SETTINGS
from helpers.rows import each_row
from site_gen.__main__ import main
from site_gen.catalog import catalog
from site_gen.model.published import PUBLISHED, SCRIPTS, navigation, unlisted
from site_gen.settings.defaults import completed, extensions_of, menu_of, paths_in, scripts_of
from site_gen.settings.file import read_config

FEW = "site_name: Words\ndocs_dir: build/docs\nstrict: true\ntheme: {name: material}\nplugins: [glossary]\n"


def render(root: Path, settings: str) -> Result:
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return CliRunner().invoke(main, ["--root", str(root), "render"])


def written(root: Path) -> Any:
    return yaml.safe_load((root / "build" / "mkdocs.yml").read_text(encoding="utf-8"))


def test_each_generated_page_is_in_the_menu_or_need_not_be() -> None:
    pages = {path.removesuffix(".html") + ".md" for path, one in PUBLISHED.items() if one.maker == "render"}
    told = {
        *navigation(),
        *(f"{name[1:]}{{}}.md" if name.endswith("/") else name[1:] for name in unlisted(navigation())),
    }
    assert pages - told == {"mini.md", "all.md"}  # no sources: a builder copies both files as they are
    assert told <= pages


def test_older_settings_come_to_the_same_and_nothing_twice() -> None:
    whole = completed(read_config(SETTINGS).values)
    assert list(paths_in(whole["nav"])) == list(navigation())
    assert [one["path"] for one in whole["extra_javascript"]] == list(SCRIPTS)
    assert whole["extra_css"] == ["assets/glossary.css"]
    assert [one if isinstance(one, str) else next(iter(one)) for one in whole["markdown_extensions"]] == [
        "admonition", "attr_list", "tables", "toc",
    ]  # fmt: skip
    lines = whole["not_in_nav"].split()
    assert len(lines) == len(set(lines))


@each_row(
    "said, pages",
    [
        (None, list(navigation())),
        ([{"Rules": "rules.md"}], [*navigation(), "rules.md"]),  # only the desk's own: after ours
        ([{"Us": [{"Rules": "rules.md"}]}], [*navigation(), "rules.md"]),
        ([{"Start": "index.md"}, {"Rules": "rules.md"}], ["index.md", "rules.md"]),  # the whole of it
        ([{"All": "./az.md"}], ["az.md"]),
    ],
)
def test_a_menu_is_the_desks_where_it_names_ours(said: Any, pages: list[str]) -> None:
    assert list(paths_in(menu_of(said, catalog()))) == pages


def test_options_of_the_desk_win() -> None:
    assert extensions_of([{"toc": {"permalink": True}}, "footnotes"])["toc"] == {"permalink": True}
    assert extensions_of({"tables": None})["tables"] == {"use_align_attribute": True}
    assert scripts_of(["own.js"])[0] == "own.js"
    look = completed({"theme": {"name": "material", "palette": {"primary": "red"}, "icon": {"repo": "x"}}})[
        "theme"
    ]
    assert look["palette"] == {"primary": "red"}
    assert look["icon"] == {"logo": "material/book-open-page-variant-outline", "repo": "x"}


@pytest.mark.slow
def test_a_few_lines_build_in_mkdocs_and_a_page_of_the_desk_stands_in_its_menu(root: Path) -> None:
    (root / "glossary" / "pages").mkdir()
    (root / "glossary" / "pages" / "rules.md").write_text("# Rules\n\nOurs.\n")
    (root / "mkdocs.yml").write_text(FEW)
    check = CliRunner().invoke(main, ["--root", str(root), "check"])
    assert "a page that the navigation does not name" in check.output
    (root / "mkdocs.yml").write_text(FEW + "nav: [{Rules: rules.md}]\n")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=root, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    home = (root / "build" / "site" / "index.html").read_text(encoding="utf-8")
    assert 'href="rules.html"' in home and 'href="az.html"' in home
    assert [home.count(f'src="{path}"') for path in SCRIPTS] == [1] * len(SCRIPTS)
    assert not (root / "site").exists()


def test_the_whole_settings_are_data_whatever_the_file_holds(root: Path) -> None:
    evil = (
        "hooks: [hook.py]\nwatch: [/etc]\ncopyright: '<script>x</script>'\n"
        "extra: {day: 2026-01-02, 'on': off, other: !!python/object/apply:os.system [id]}\n"
        "markdown_extensions: [{pymdownx.emoji: {emoji_index: !!python/name:os.system }}]\n"
        "nav: [{'<b>Rules': 'https://example.org/?a=1&b=2'}]\n"
    )
    done = render(root, FEW.replace("[glossary]", "[glossary, {search: {enabled: true}}, other]") + evil)
    assert done.exit_code == 0, done.output
    text = (root / "build" / "mkdocs.yml").read_text(encoding="utf-8")
    assert not [
        line for line in text.splitlines() if "!!" in line or line.lstrip().startswith(("!", "&", "*"))
    ]
    found = written(root)
    assert found["plugins"] == [{"search": {"enabled": True}}]
    assert {"hooks", "watch"}.isdisjoint(found)
    assert "<" not in found["copyright"]
    assert found["extra"]["day"] == "2026-01-02"
    assert {"pymdownx.emoji": {}} in found["markdown_extensions"]
    assert {"&lt;b&gt;Rules": "https://example.org/?a=1&amp;b=2"} in found["nav"]


@each_row(
    "lines, said",
    [
        ("extra: {homepage: 'javascript:x'}\n", "runs as a program"),
        ("extra: &a [*a]\n", "too deep"),
        ("a: &a [1,1,1,1,1,1,1,1,1,1]\n"
         + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)),
         "stands for more than 100,000 values"),
    ],
)  # fmt: skip
def test_settings_that_run_or_never_end_are_refused(root: Path, lines: str, said: str) -> None:
    done = render(root, FEW + lines)
    assert done.exit_code == 1
    assert said in done.output
    assert "Traceback" not in done.output
    assert not (root / "build" / "mkdocs.yml").exists()


def test_paths_are_those_of_the_folder_it_stands_in(root: Path) -> None:
    (root / "look" / "partials").mkdir(parents=True)
    (root / "look" / "partials" / "footer.html").write_text("ours")
    (root / "look" / ".hidden").write_text("x")
    settings = FEW.replace("build/docs", "build/words").replace(
        "{name: material}", "{name: material, custom_dir: look}"
    )
    done = render(root, settings + "site_dir: build/out\n")
    assert done.exit_code == 0, done.output
    found = written(root)
    assert (found["docs_dir"], found["site_dir"], found["theme"]["custom_dir"]) == ("words", "out", "theme")
    assert (root / "build" / "theme" / "partials" / "footer.html").read_text() == "ours"
    assert (root / "build" / "theme" / "main.html").is_file()
    assert not (root / "build" / "theme" / ".hidden").exists()
