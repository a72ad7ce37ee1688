"""A glossary that begins with the shipped terms: sound at once, and nothing in it says that it was reviewed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helpers.corpora import ROOT
from helpers.rows import each_row
from site_gen.__main__ import main
from site_gen.checks.rules import CHECKS, coverage
from site_gen.checks.rules.editorial import EDITORIAL
from site_gen.checks.run import judge
from site_gen.cli.init_topics import chosen_topics, topics_of
from site_gen.cli.shipped import shipped
from site_gen.corpus.disk import Tree, read_tree
from site_gen.corpus.load import load
from site_gen.corpus.yaml import edit
from site_gen.editing.upstream.adopt import adopted
from site_gen.editing.upstream.edition import Edition, taken
from site_gen.model.memo import Memo
from site_gen.model.problem import RefusedError, as_text, errors
from site_gen.model.records import Site, Upstream
from site_gen.model.schema import term_fields
from site_gen.settings import load_site

MEMO = Memo()  # many choices of topics have the same terms
# Rules of coverage only warn.
ABLE_TO_FAIL = tuple(rule for rule in (*CHECKS, *EDITORIAL) if rule.__module__ != coverage.__name__)
DESKS_OWN = term_fields(lambda spec: spec.desks_own)


@pytest.fixture(scope="module")
def edition() -> Edition:
    return shipped()


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.mark.slow
def test_all_terms_are_taken_over_as_not_reviewed(tmp_path: Path, edition: Edition) -> None:
    done = run("init", tmp_path / "desk", "--from", "support")
    assert done.exit_code == 0, done.output
    assert f"A glossary with {len(edition.terms)} terms, not yet reviewed here," in done.output
    files = read_tree(tmp_path / "desk").files
    terms = load(files).glossary.terms
    assert [term.slug for term in terms] == sorted(edition.terms)
    assert {term.status for term in terms} == {"shipped"}
    assert not any(term.reviewed or term.reviewed_by or term.owner or term.here for term in terms)
    check = run("--root", tmp_path / "desk", "check", "--strict")
    assert check.exit_code == 0, check.output
    assert load_site(tmp_path / "desk").upstream == Upstream(edition=edition.name)
    assert "CC BY 4.0" in (tmp_path / "desk" / "LICENSE-shipped.md").read_text(encoding="utf-8")
    assert not (tmp_path / "desk" / "glossary" / "sources").exists()


def test_topics_are_asked_for_again_before_anything_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few_shipped: Edition, capsys: pytest.CaptureFixture[str]
) -> None:
    edition = few_shipped
    size = {topic: len(taken(edition, (topic,))) for topic in edition.topics}
    both = len(taken(edition, ("quality", "knowledge")))
    with pytest.raises(RefusedError, match=rf"no topic 'wrong'.*quality \({size['quality']}\)"):
        chosen_topics(edition, topics_of("quality,wrong"))
    assert chosen_topics(edition, topics_of("quality, knowledge,quality")) == ("quality", "knowledge")
    said = f"quality {size['quality']}, knowledge {size['knowledge']}: {both} terms"
    assert said in capsys.readouterr().out
    monkeypatch.setattr("site_gen.cli.init_topics.is_asked", lambda: True)
    given = iter(("wrong", "quality"))
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(given))
    assert chosen_topics(edition, ()) == ("quality",)
    told = capsys.readouterr()
    assert "no topic 'wrong'" in told.err and f"quality           {size['quality']:3}" in told.out
    assert topics_of("all") == topics_of("") == ()


@pytest.mark.slow
@pytest.mark.parametrize("language", ["de", "pt"])
def test_english_terms_on_a_site_in_another_language_are_sound_too(tmp_path: Path, language: str) -> None:
    desk = tmp_path / "desk"
    done = run("init", desk, "--from", "support", "--topics", "quality", "--language", language,
               "--people", "kundin kunden")  # fmt: skip
    assert done.exit_code == 0, done.output
    assert "The shipped terms stand in English" in done.output
    assert run("--root", desk, "check").exit_code == 0
    settings = desk / "mkdocs.yml"
    assert "severities" not in settings.read_text(
        encoding="utf-8"
    )  # so it holds for what earlier versions began
    assert load_site(desk).severities["label-collision"] == "warning"
    strict = settings.read_text(encoding="utf-8").replace(
        "upstream:", "severities: {label-collision: error}\n      upstream:"
    )
    settings.write_text(strict, encoding="utf-8")
    assert load_site(desk).severities["label-collision"] == "error"
    assert load_site(desk).severities["repeated-label"] == "warning"
    settings.write_text(strict.replace(f"language: {language}", "language: en-GB"), encoding="utf-8")
    assert load_site(desk).severities == {"label-collision": "error"}
    assert "people: kundin kunden" in (desk / "glossary" / "words.yaml").read_text(encoding="utf-8")


@pytest.mark.slow  # the whole corpus is taken over
def test_a_shipped_file_changes_in_the_lines_of_its_status_only(edition: Edition) -> None:
    ours = edition.files["glossary/terms/queue.yaml"].decode().splitlines()
    taken = adopted(edition)["glossary/terms/queue.yaml"].decode().splitlines()
    assert [line for line in taken if line not in ours] == []  # which is shipped here too
    assert {line.partition(":")[0] for line in ours if line not in taken} <= {"status", *DESKS_OWN}


@pytest.mark.slow
@pytest.mark.parametrize("number", [1, 2, 3])
def test_any_topics_make_a_glossary_without_errors(edition: Edition, number: int) -> None:
    ids = list(edition.topics)
    for first in range(0, len(ids), number):
        topics = ids[first : first + number]
        files = adopted(edition, topics)
        problems, found = judge(Tree(files=files), Site(), ABLE_TO_FAIL, MEMO)
        assert errors(problems) == (), as_text(problems)
        wanted = {slug for slug, term in edition.terms.items() if set(topics) & set(term["topics"])}
        assert set(found.glossary.by_slug) == wanted
        assert [topic.id for topic in found.glossary.topics] == topics
        assert {topic for term in found.glossary.terms for topic in term.topics} <= set(topics)
        for path in found.glossary.paths:
            assert {stop.term for stop in path.stops if stop.term} <= wanted


def test_what_is_kept_for_later_is_what_the_files_say(few_shipped: Edition) -> None:
    files = adopted(few_shipped, ["loyalty", "knowledge"])
    kept = json.loads(files["glossary/upstream.json"])
    assert kept["edition"] == few_shipped.name and len(kept["terms"]) > 5
    for slug, values in kept["terms"].items():
        assert edit.plain(files[f"glossary/terms/{slug}.yaml"].decode()) == {**values, "status": "shipped"}


@each_row(
    "arguments, said, code",
    [
        (("--from", "support", "--topics", "ticket"), "no topic 'ticket'; did you mean 'tickets'?", 1),
        (("--topics", "tickets"), "--topics chooses from shipped terms; add --from support", 2),
        (("--from", "hospital"), "'hospital' is not 'support'", 2),
    ],
)
@pytest.mark.usefixtures("few_shipped")
def test_what_is_not_shipped_is_told(
    tmp_path: Path, arguments: tuple[str, ...], said: str, code: int
) -> None:
    done = run("init", tmp_path / "desk", *arguments)
    assert done.exit_code == code and said in done.output
    assert not (tmp_path / "desk").exists()


@pytest.mark.parametrize(
    ("upstream", "said"),
    [
        ("{edition: 1.0}", "upstream: edition is 1.0, expected a version in quotes"),
        ("{edition: ../1}", "upstream: edition is '../1', expected a version"),
        ("{topics: [tickets]}", "expected an edition"),
        ("{edition: 0.2.0, topics: tickets}", "upstream: topics is 'tickets', expected a list of topics"),
        ("{edition: 0.2.0, topic: [tickets]}", "upstream is 'topic', expected edition and topics"),
        ("[0.2.0]", "upstream is ['0.2.0'], expected names with a value each"),
    ],
)
def test_a_setting_that_says_nothing_is_an_error(root: Path, upstream: str, said: str) -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        text.replace("- glossary:\n", f"- glossary:\n      upstream: {upstream}\n")
    )
    done = run("--root", root, "check")
    assert done.exit_code == 1 and said in done.output
