"""The documentation names what there is, and its pictures and links are there."""

from __future__ import annotations

import re
from pathlib import Path

import click

from helpers.corpora import checked, tree
from helpers.rows import each_row
from site_gen.__main__ import main
from site_gen.checks.codes import CODES
from site_gen.model.import_formats import FORMATS
from site_gen.model.schema import METRIC, PATH, SOURCE, STOP, TERM

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "CHANGELOG.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "LICENSE-corpus.md",
]


def test_every_command_and_option_is_documented() -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    inner = {
        f"{name} {below}": command
        for name, group in main.every().items()
        if isinstance(group, click.Group)
        for below, command in group.commands.items()
    }
    for name, command in {**main.every(), **inner}.items():
        assert f"`{name}`" in text, name
        for option in command.params:
            for flag in getattr(option, "opts", ()):
                if flag.startswith("--"):
                    assert flag in text, f"{name} {flag}"


def test_every_problem_code_is_documented() -> None:
    text = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert [
        code for code in CODES if not re.search(rf"(^#+ |`){re.escape(code)}(`|$)", text, re.MULTILINE)
    ] == []


def test_every_field_is_documented() -> None:
    text = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")
    for name in (*TERM, *METRIC, *SOURCE, *PATH, *STOP):
        assert f"`{name}`" in text or f"{name}:" in text, name


def test_every_format_to_import_is_documented() -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for name, form in FORMATS.items():
        endings = ", ".join(f"`{ending}`" for ending in form.endings)
        assert f"| `{name}` | {endings or '–'} | {form.reads} |" in text


def test_every_module_and_folder_has_its_place_in_how_it_is_built() -> None:
    text = (ROOT / "docs" / "contributing-code.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `(\w+(?:\.py|/))`", text, re.MULTILINE))
    there = {f"{path.name}/" if path.is_dir() else path.name for path in (ROOT / "site_gen").iterdir()}
    assert named == {name for name in there if not name.startswith(("__init__", "__pycache__"))}


def test_the_files_that_a_recipe_names_exist() -> None:
    text = (ROOT / "docs" / "contributing-code.md").read_text(encoding="utf-8")
    recipes = text.partition("\n## Recipes\n")[2].partition("\n## ")[0]
    parts = recipes.split("\n### ")[1:]
    assert [part.partition("\n")[0] for part in parts] == [
        "A check", "An importer", "An export", "A page", "A field", "A command",
    ]  # fmt: skip
    for part in parts:
        files = [
            name
            for name in re.findall(r"`([\w./-]+)`", part)
            if "/" in name or name.endswith((".yml", ".toml"))
        ]
        assert len(files) >= 5, part
        assert [name for name in files if not (ROOT / name).exists() and name != "api/terms.json"] == []


def test_every_make_target_that_the_docs_name_exists() -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    named = {
        target
        for page in PAGES
        for target in re.findall(r"`make ([a-z-]+)`", page.read_text(encoding="utf-8"))
    }
    assert {"quick", "test", "golden", "release-check"} <= named <= set(targets)


def test_the_readme_shows_what_check_says_to_a_slip() -> None:
    slip = (ROOT / "glossary/terms/churn.yaml").read_bytes().replace(b"definition:", b"defintion:", 1)
    first, *_ = checked(tree({"terms/churn.yaml": slip}))
    assert first.severity == "error"
    assert f"   {first}\n" in (ROOT / "README.md").read_text(encoding="utf-8")


@each_row("page", PAGES)
def test_links_between_pages_and_to_pictures_lead_somewhere(page: Path) -> None:
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)", prose):
        if not re.match(r"https?:|mailto:", target):
            assert (page.parent / target).exists(), target


def test_the_readme_gives_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in ("site", "test", "serve", "check"):
        assert f"make {command}" in text
        assert re.search(rf"^{command}:", targets, re.MULTILINE)
