"""Addresses on the host of the repository, and that nothing is asked of it while reading."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from helpers.browser import Watched
from helpers.rows import each_row
from site_gen.catalog import catalog
from site_gen.model import suggestions
from site_gen.model.records import Site
from site_gen.pages import repository

PATH = "glossary/terms/churn.yaml"
GITHUB = "https://github.com/desk/glossary"


def site(repo_url: str = GITHUB, **settings: str) -> Site:
    return Site(repo_url=repo_url, **settings)  # type: ignore[arg-type]


@each_row(
    "where, edit, history",
    [
        (site(), f"{GITHUB}/edit/main/{PATH}", f"{GITHUB}/commits/main/{PATH}"),
        (site(GITHUB + ".git"), f"{GITHUB}/edit/main/{PATH}", f"{GITHUB}/commits/main/{PATH}"),
        (site(GITHUB + "/"), f"{GITHUB}/edit/main/{PATH}", f"{GITHUB}/commits/main/{PATH}"),
        (
            site("https://code.example.org/desk/words"),  # most other names are GitHub Enterprise
            f"https://code.example.org/desk/words/edit/main/{PATH}",
            f"https://code.example.org/desk/words/commits/main/{PATH}",
        ),
        (
            site(repo_branch="next/one", repo_folder="/docs/our words/"),
            f"{GITHUB}/edit/next/one/docs/our%20words/{PATH}",
            f"{GITHUB}/commits/next/one/docs/our%20words/{PATH}",
        ),
        (
            site("https://gitlab.example.org/a/b/words"),
            f"https://gitlab.example.org/a/b/words/-/edit/main/{PATH}",
            f"https://gitlab.example.org/a/b/words/-/commits/main/{PATH}",
        ),
        (
            site("https://codeberg.org/desk/words"),
            f"https://codeberg.org/desk/words/_edit/main/{PATH}",
            f"https://codeberg.org/desk/words/commits/branch/main/{PATH}",
        ),
        (
            site("https://git.example.org/desk/words", repo_host="gitea"),
            f"https://git.example.org/desk/words/_edit/main/{PATH}",
            f"https://git.example.org/desk/words/commits/branch/main/{PATH}",
        ),
        (
            site("https://bitbucket.org/desk/words"),
            f"https://bitbucket.org/desk/words/src/main/{PATH}?mode=edit",
            f"https://bitbucket.org/desk/words/history-node/main/{PATH}",
        ),
        (site(""), "", ""),
        (site("", repo_host="gitlab"), "", ""),
    ],
)
def test_a_file_is_edited_and_its_history_read_on_the_host(where: Site, edit: str, history: str) -> None:
    assert repository.edit_url(where, PATH) == edit
    assert repository.history_url(where, PATH) == history


WORDS = {"term": "Churn & co", "wrong": "50 % is said, 5 % meant", "right": "a=b#c"}


def _query(url: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query, strict_parsing=True).items()}


def test_an_issue_form_is_filled_in_field_by_field() -> None:
    url = repository.issue_url(site(), "correction", WORDS, catalog())
    assert url.startswith(f"{GITHUB}/issues/new?template=correction.yml&")
    title = {"template": "correction.yml", "title": "Correction: Churn & co"}
    assert _query(url) == {**title, **WORDS}


BODY = "Term: Churn & co\n\nWhat is wrong: 50 % is said, 5 % meant\n\nWhat it should say: a=b#c"


@each_row(
    "where, page, title, body",
    [
        ("https://gitlab.com/desk/words", "/-/issues/new", "issue[title]", "issue[description]"),
        ("https://codeberg.org/desk/words", "/issues/new", "title", "body"),
    ],
)
def test_where_there_are_no_forms_the_text_is_filled_in(where: str, page: str, title: str, body: str) -> None:
    url = repository.issue_url(site(where), "correction", WORDS, catalog())
    assert url.startswith(f"{where}{page}?")
    assert _query(url) == {title: "Correction: Churn & co", body: BODY}


def test_ones_own_form_comes_before_the_host() -> None:
    where = site(suggest_url="https://desk.example.org/form?subject={title}&text={body}")
    assert _query(repository.issue_url(where, "correction", WORDS, catalog())) == {
        "subject": "Correction: Churn & co",
        "text": BODY,
    }
    assert repository.suggest_pattern(where) == where.suggest_url


@each_row("where", [site(""), site("https://bitbucket.org/desk/words")])
def test_where_nobody_listens_there_is_no_link(where: Site) -> None:
    assert repository.issue_url(where, "new-term", {"term": "x"}, catalog()) == ""
    assert repository.suggest_pattern(where) == ""


def test_the_lookup_fills_in_the_word_that_was_not_found() -> None:
    values = {
        "title": "New term: ghost ticket", "term": "ghost ticket", "body": "Looked up and not found: ghost ticket",
    }  # fmt: skip
    filled = suggestions.filled(repository.suggest_pattern(site()), values)
    assert _query(filled) == {
        "template": "new-term.yml",
        "title": "New term: ghost ticket",
        "term": "ghost ticket",
        "heard": "Looked up and not found: ghost ticket",
    }


@each_row("form", ["new-term", "correction"])
@each_row("where", ["https://gitlab.com/desk/words", "https://codeberg.org/desk/words"])
def test_a_pattern_has_the_same_placeholders_on_every_host(where: str, form: str) -> None:
    assert set(_query(repository.suggest_pattern(site(where), form)).values()) == {"{title}", "{body}"}


def test_a_correction_fills_in_the_form_but_for_what_the_reader_writes() -> None:
    query = _query(repository.suggest_pattern(site(), "correction"))
    assert query == {"template": "correction.yml", "title": "{title}"} | {
        name: f"{{{name}}}" for name in ("term", "field", "text", "edition")
    }
    assert {"wrong", "right"} == set(repository.FORMS["correction"]) - set(query)


def _build(root: Path, top: str) -> Path:
    """A site of one term with ``top`` before everything else in its settings."""
    (root / "glossary" / "terms").mkdir(parents=True)
    (root / "glossary" / "topics.yaml").write_text("- id: desk\n  name: Desk\n")
    (root / "glossary" / "terms" / "queue.yaml").write_text(
        "name: Queue\ndefinition: The line in which requests wait.\ntopics: [desk]\n"
    )
    shutil.copy(Path(__file__).resolve().parents[2] / "mkdocs.yml", root)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(top + settings, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "site_gen", "--root", str(root), "build"], check=True)
    return root / "build" / "site"


def test_with_a_repository_the_lookup_suggests_and_no_host_is_asked(page: Watched, tmp_path: Path) -> None:
    built = _build(tmp_path, f"repo_url: {GITHUB}\n")
    page.goto((built / "terms" / "queue.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("zzghost")
    link = page.locator("a", has_text="Suggest it")
    link.wait_for()
    assert _query(link.get_attribute("href") or "")["term"] == "zzghost"
    assert page.locator(".md-header .md-source").count() == 1
    page.wait_for_timeout(300)
    assert page.trouble == []
