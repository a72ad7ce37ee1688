"""Data that is made beside the pages: its names are known before, and the site is the same as without that."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from mkdocs.commands import build as mkdocs_build

from helpers.preview import URL, Desk, built, differing, files_in
from helpers.tiny import CORPUS
from site_gen import pipeline
from site_gen.corpus.disk import Tree
from site_gen.model.records import Site
from site_gen.pages.views import World
from site_gen.plugin import GlossaryPlugin
from site_gen.publish import generate


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def _whole(desk: Desk, site: str) -> tuple[str, ...]:
    """What `glossary build` makes in that folder; the warnings."""
    plugin = GlossaryPlugin()
    plugin.on_startup(command="build", dirty=False)
    return built(desk.config(site), plugin)


def _at_once(desk: Desk, site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same with all data before the pages."""
    with monkeypatch.context() as changed:
        changed.setattr("site_gen.plugin.is_plain", lambda config: False)
        _whole(desk, site)


@pytest.mark.parametrize(
    "site",
    [Site(), Site(url=URL, language="de"), Site(url=URL, audience="public")],
    ids=lambda one: one.language,
)
@pytest.mark.parametrize("corpus", [CORPUS, {}], ids=["tiny", "empty"])
def test_the_paths_of_data_are_known_before_it_is_made(site: Site, corpus: dict[str, str]) -> None:
    seen: list[World] = []

    def asked(world: World) -> dict[str, bytes]:
        seen.append(world)
        return {}

    tree = Tree(files={f"glossary/{path}": text.encode() for path, text in corpus.items()})
    assert not pipeline.build(tree, site, parts=asked).failed
    [world] = seen
    assert pipeline.data_paths(world) == pipeline.data_files(world).keys()
    assert {**pipeline.first_files(world), **pipeline.later_files(world)} == pipeline.all_files(world)


def test_the_site_is_the_same_as_with_data_before_the_pages(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _at_once(desk, "before", monkeypatch)
    docs = files_in(desk.root / "build" / "docs")
    _whole(desk, "after")
    assert files_in(desk.root / "build" / "docs") == docs
    assert differing(desk.root / "before", desk.root / "after") == []


def test_a_first_build_knows_the_data_that_pages_link_to(desk: Desk) -> None:
    desk.write(
        "pages/own.md", "# Our page\n\n[All](glossary.csv), [one](api/terms/ticket.json), [no](x.csv)\n"
    )
    settings = desk.root / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "exclude_docs: /cards.tsv\n", encoding="utf-8")
    docs = desk.root / "build" / "docs"
    (docs / "glossary.csv").unlink()
    shutil.rmtree(docs / "api")
    old = docs / "assets" / "anki" / "gone.apkg"
    old.write_bytes(b"of a path that is no more")
    said = _whole(desk, "made")
    assert ["x.csv" in one for one in said if ".csv" in one or ".json" in one] == [True]
    made = files_in(desk.root / "made")
    assert {"glossary.csv", "api/terms/ticket.json", "glossary.zip"} <= made.keys()
    assert not {"cards.tsv", "assets/anki/gone.apkg"} & made.keys()
    assert "cards.tsv" in files_in(docs)
    assert not old.exists()


def test_the_docs_folder_is_whole_where_mkdocs_fails(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    _at_once(desk, "site", monkeypatch)
    docs = desk.root / "build" / "docs"
    before = files_in(docs)
    (docs / "glossary.csv").unlink()

    def failing(*given: object, **named: object) -> None:
        raise OSError("no more room")

    monkeypatch.setattr(mkdocs_build, "_build_page", failing)
    with pytest.raises(OSError, match="no more room"):
        _whole(desk, "made")
    assert files_in(docs) == before
    assert not files_in(desk.root / "made")
    monkeypatch.setattr(pipeline, "data_files", failing)  # the data cannot be made either
    with pytest.raises(OSError, match="no more room"):
        _whole(desk, "again")
    assert not files_in(desk.root / "again"), "a part of a site must not look like the whole"


def test_data_that_cannot_be_made_ends_the_build(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(world: World) -> dict[str, bytes]:
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "data_files", failing)
    with pytest.raises(ZeroDivisionError):
        _whole(desk, "made")
    assert not files_in(desk.root / "made")
    with pytest.raises(ZeroDivisionError):
        generate.generate(desk.root, desk.root / "other", Site())
