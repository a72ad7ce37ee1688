"""The theme without a walk through its icons: MkDocs finds the same files and templates in it."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from site_gen.publish.own_theme import OwnTheme


def files_of(theme: Theme) -> list[tuple[str, str]]:
    config = MkDocsConfig()
    config.load_dict({"site_name": "Words", "use_directory_urls": False})
    config.validate()
    config.theme = theme
    found = Files([])
    found.add_files_from_theme(theme.get_env(), config)
    return [(file.src_uri, file.abs_src_path) for file in found]


def test_mkdocs_finds_the_same_files(tmp_path: Path) -> None:
    (tmp_path / "assets" / ".hidden").mkdir(parents=True)
    (tmp_path / ".icons").mkdir()
    for name in (
        "own.css",
        ".dot.css",
        "assets/own.js",
        "assets/.hidden/x.css",
        ".icons/own.svg",
        "main.html",
    ):
        (tmp_path / name).write_text("own")
    theme = Theme(
        "material", custom_dir=str(tmp_path), locale="de", static_templates=["more.html"], font=False
    )
    theme.dirs.append(str(tmp_path / "assets"))
    ours = OwnTheme.of(theme)
    assert files_of(ours) == files_of(theme)
    assert {"own.css", "assets/.hidden/x.css", "x.css"} & {name for name, _ in files_of(ours)}
    assert dict(ours) == dict(theme)
    assert (ours.name, ours.custom_dir, ours.dirs, ours.static_templates) == (
        theme.name,
        theme.custom_dir,
        theme.dirs,
        theme.static_templates,
    )
    assert ours.get_env().get_template(".icons/own.svg").render() == "own"
