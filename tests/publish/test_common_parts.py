"""Blocks of the theme that are made once for many pages: the site is what ``main.html`` gives, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2.runtime import Context
from mkdocs.commands.build import build

from helpers.tiny import write_corpus
from site_gen.publish import common_parts
from site_gen.settings import PLUGIN, load_config

SETTINGS = """
site_name: Words & more
site_url: https://example.org/words/
docs_dir: build/docs
repo_url: https://example.org/repository
copyright: Us
theme:
  name: material
  features: [navigation.tabs, navigation.sections, navigation.footer, navigation.top, toc.follow]
plugins: [glossary]
nav:
  - Home: index.md
  - Desk:
      - One: terms/ticket.md
      - All: az.md
      - Elsewhere: https://example.org
  - topics.md
"""


def site(root: Path, folder: str) -> dict[str, bytes]:
    config = load_config(root)
    config.site_dir = str(root / folder)
    config.plugins[PLUGIN].on_startup(command="build", dirty=False)
    build(config)
    pages = (root / folder).rglob("*.html")
    return {path.relative_to(root / folder).as_posix(): path.read_bytes() for path in pages}


# Settings that the theme puts a page's address or title into, and whether pages are made whole for several.
MORE = {
    "": True,
    "site_url: ''\n": True,
    "edit_uri: edit/main/\nrepo_url: https://github.com/us/words\n": False,
    "extra: {analytics: {feedback: {title: Good, ratings: [{icon: material/close, name: No, data: 0, "
    "note: '{title} {url}'}]}}}\n": False,
}


@pytest.mark.parametrize("more", MORE)
def test_pages_are_those_of_the_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str) -> None:
    write_corpus(tmp_path)
    (tmp_path / "build" / "docs").mkdir(parents=True)
    (tmp_path / "glossary" / "pages").mkdir()
    (tmp_path / "glossary" / "pages" / "own.md").write_text("---\nhide: [toc]\n---\n# Own\n\n## Part\n")
    said = (line for line in SETTINGS.splitlines(keepends=True) if line.split(":")[0] not in more)
    (tmp_path / "mkdocs.yml").write_text("".join(said) + more)
    made: list[str] = []
    call, whole, render = (
        common_parts.CommonParts.__call__,
        common_parts.CommonParts.is_slim,
        common_parts._rendered,
    )

    def counted(self: common_parts.CommonParts, block: str, *rest: object) -> str:
        made.append(block)
        return call(self, block, *rest)  # type: ignore[arg-type]

    def told(self: common_parts.CommonParts, page: object) -> bool:
        made.append("page")
        return whole(self, page)

    monkeypatch.setattr(common_parts.CommonParts, "__call__", counted)

    def rendered(context: Context) -> str:
        made.append("rendered")
        return render(context)

    monkeypatch.setattr(common_parts.CommonParts, "is_slim", told)
    monkeypatch.setattr(common_parts, "_rendered", rendered)
    ours = site(tmp_path, "ours")
    assert {"header", "tabs", "site_nav", "footer", "scripts"} <= set(made)
    hand_written = 1
    assert (made.count("rendered") + hand_written < made.count("page")) == MORE[more]
    made.clear()
    monkeypatch.setattr(common_parts, "may_share", lambda _config: False)
    plain = site(tmp_path, "plain")
    assert set(made) == {"page"}
    assert len(plain) > 20
    assert ours == plain


def test_a_theme_with_templates_of_its_own_is_left_alone(tmp_path: Path) -> None:
    write_corpus(tmp_path)
    (tmp_path / "own").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        SETTINGS.replace("name: material", "name: material\n  custom_dir: own")
    )
    assert not common_parts.may_share(load_config(tmp_path))
