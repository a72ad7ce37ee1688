"""A public site tells nothing internal: every byte of every file that it publishes, with what is packed in it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from helpers.corpora import ROOT
from helpers.repo import Repo
from helpers.secrets import TABLES, TOKEN, corpus, fields_with_tokens, leaks, past
from site_gen.corpus.disk import Tree, read_tree
from site_gen.history.events import SHALLOW
from site_gen.history.log import read_history
from site_gen.model.records import Site
from site_gen.pipeline import Built, build

PUBLIC = Site(
    name="Desk",
    url="https://example.org/",
    repo_url="https://github.com/you/desk",
    audience="public",
    authors=True,
)
INTERNAL = Site(name="Desk", url="https://example.org/")


def built(site: Site) -> Built:
    made = build(Tree(files={f"glossary/{path}": text.encode() for path, text in corpus().items()}), site)
    assert not made.failed, [str(problem) for problem in made.problems if problem.severity == "error"]
    return made


def test_the_corpus_has_every_field_of_the_schema() -> None:
    exempt = {
        "entry": {"digest"},
        "path": {"levels", "drops"},
        "stop": {"minutes", "before"},
        "rules": {"format"},
    }
    for name, found in fields_with_tokens().items():
        assert found >= set(TABLES[name]) - exempt.get(name, set()), name


def test_no_byte_of_a_public_site_tells_anything_internal() -> None:
    assert leaks(built(PUBLIC).files) == {}
    assert len(leaks(built(INTERNAL).files)) > 40  # the test looks where such things stand


def test_a_field_is_let_through_by_its_name_only() -> None:
    site = Site(audience="public", public_fields=("here",))
    found = leaks(built(site).files)
    assert found and all(b"zzleakhere" in around for around in found.values()), found


@pytest.fixture(scope="module")
def repo(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    made = Repo(tmp_path_factory.mktemp("past"))
    past(made)
    return made


def of(repo: Repo, site: Site) -> Mapping[str, bytes]:
    made = build(read_tree(repo.root), site, read_history(repo.root))
    assert not made.failed, made.problems
    return made.files


def test_no_byte_tells_what_was_public_before_it_became_internal(repo: Repo) -> None:
    files = of(repo, PUBLIC)
    assert leaks(files) == {}
    assert b"New: Open" in files["feed.xml"] and b"Shut" in files["new.md"]
    assert b"zzleak" in of(repo, INTERNAL)["feed.xml"]
    assert b"Plain" not in files["new.md"]  # it was internal when it came


def test_a_history_that_is_carried_on_hides_the_same(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    commit = repo.commit

    def read_after(*given: object, **terms: object) -> str:
        done = commit(*given, **terms)  # type: ignore[arg-type]
        read_history(repo.root)
        return done

    repo.commit = read_after  # type: ignore[method-assign]
    past(repo)
    assert leaks(of(repo, PUBLIC)) == {}


def test_a_shallow_clone_tells_no_history(repo: Repo, tmp_path: Path) -> None:
    subprocess.run(
        ["git", "clone", "-q", "--depth", "2", f"file://{repo.top}", str(tmp_path / "clone")], check=True
    )
    found = read_history(tmp_path / "clone")
    assert found.changes == () and found.note == SHALLOW


@pytest.mark.slow
def test_the_command_builds_such_a_site_and_says_what_it_left_out(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.commit("2026-01-05", dict(corpus()))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("- glossary:\n", "- glossary:\n      audience: public\n      authors: true\n")
    settings = settings.replace("site_url: !ENV GLOSSARY_SITE_URL", "site_url: https://example.org/")
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "site_gen", "--root", str(tmp_path), "build"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    site = tmp_path / "build" / "site"
    files = {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }
    assert {"glossary.zip", "sitemap.xml.gz", "assets/anki/all.apkg", "feed.xml"} <= set(files)
    assert leaks(files) == {}
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("Left out")]
    assert line == (
        "Left out of this public site: 2 terms, 2 topics, 4 learning paths, 1 source, 4 entries of sources, "
        "2 old addresses, 'internal' of 1, 'here' of 1, 'links' of 1, 'owner' of 2, 2 changes in the history. "
        "'audience' is no access control: whoever can read the repository, or an internal site, reads all of it."
    )
    assert TOKEN not in line
