"""CODEOWNERS: one line a term, from its owner or its topic's; a stale file is an error."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helpers.rows import each_row
from helpers.support import glossary, term
from site_gen.__main__ import main
from site_gen.export.codeowners import codeowners
from site_gen.model.records import Glossary, Origin, Owner, Site, Topic

ROOT = Path(__file__).resolve().parents[2]


SUPPORT_OPS = Owner(name="Support Ops", handle="@desk/ops @ann", origin=Origin(path="mkdocs.yml"))


def lines(corpus: Glossary, site: Site | None = None) -> list[str]:
    text = codeowners(corpus, site or Site()).text
    return [line for line in text.splitlines() if not line.startswith("#")]


def topic(owner: str) -> Topic:
    return Topic(id="basics", name="Basics", owner=owner, origin=Origin(path="glossary/topics.yaml"))


@each_row(
    "owner, of_topic, line",
    [
        ("@ann", "", "/glossary/terms/queue.yaml @ann"),
        ("@desk/support-ops", "@bob", "/glossary/terms/queue.yaml @desk/support-ops"),
        ("", "@bob", "/glossary/terms/queue.yaml @bob"),
        ("ann@example.org", "", "/glossary/terms/queue.yaml ann@example.org"),
        ("@ann, @desk/ops,@ann", "", "/glossary/terms/queue.yaml @ann @desk/ops"),
        ("Support Ops", "", "/glossary/terms/queue.yaml @desk/ops @ann"),
        ("Workforce management", "", None),
        ("@ann (until May)", "", None),
        ("", "", None),
    ],
)
def test_the_owner_of_the_term_else_of_its_topic(owner: str, of_topic: str, line: str | None) -> None:
    corpus = glossary(term("queue", owner=owner), topics=(topic(of_topic),))
    assert lines(corpus, Site(owners={"Support Ops": SUPPORT_OPS})) == ([line] if line else [])


def test_a_name_without_a_handle_is_told_with_its_terms() -> None:
    corpus = glossary(term("queue", owner="Sam"), term("ticket", owner="@ann"), term("call", owner="Sam"))
    assert codeowners(corpus, Site()).unknown == {"Sam": ("call", "queue")}
    assert lines(corpus) == ["/glossary/terms/ticket.yaml @ann"]


def test_the_owner_of_the_site_stands_above_with_the_whole_folder() -> None:
    """The last line that fits counts on the host, so the lines of terms come after it."""
    corpus = glossary(term("queue", owner="@ann"), term("ticket"))
    assert lines(corpus, Site(owner="Support Ops", owners={"Support Ops": SUPPORT_OPS})) == [
        "/glossary/terms/ @desk/ops @ann", "/glossary/terms/queue.yaml @ann",
    ]  # fmt: skip


def test_a_handle_of_the_list_goes_before_that_of_the_settings() -> None:
    ours = replace(SUPPORT_OPS, handle="@ben")
    corpus = replace(glossary(term("queue", owner="Support Ops")), owners=(ours,))
    found = lines(corpus, Site(owners={"Support Ops": SUPPORT_OPS}))
    assert found == ["/glossary/terms/queue.yaml @ben"]


def test_paths_lead_from_the_top_of_the_repository() -> None:
    corpus = glossary(term("queue", owner="@ann"))
    found = lines(corpus, Site(repo_folder="our docs/words/"))
    assert found == ["/our\\ docs/words/glossary/terms/queue.yaml @ann"]


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "codeowners", *arguments])


def test_a_stale_file_is_an_error_with_its_line(root: Path) -> None:
    path = root / "glossary" / "terms" / "ticket.yaml"
    path.write_text(path.read_text() + "owner: '@ann'\n")
    assert run(root, "--write").exit_code == 0
    assert run(root, "--check").exit_code == 0
    path.write_text(path.read_text().replace("@ann", "@bob"))
    done = run(root, "--check")
    assert done.exit_code == 1
    assert done.stdout == (
        ".github/CODEOWNERS:4: found '/glossary/terms/ticket.yaml @ann', expected '/glossary/terms/ticket.yaml @bob'; "
        "run: glossary codeowners --write [stale-codeowners]\n"
    )
    assert run(root).stdout.endswith("/glossary/terms/ticket.yaml @bob\n")
    path.write_text(path.read_text().replace("'@bob'", "Bob"))
    done = run(root, "--check")
    assert "owner 'Bob' (ticket) is no handle on GitHub" in done.stderr
    assert "expected 'the end of the file'" in done.stdout


def test_without_owners_no_file_is_needed_and_with_one_it_is(root: Path) -> None:
    done = run(root, "--check")
    assert (done.exit_code, done.output) == (0, "")
    term_file = root / "glossary" / "terms" / "ticket.yaml"
    term_file.write_text(term_file.read_text() + "owner: '@ann'\n")
    done = run(root, "--check")
    assert done.exit_code == 1
    assert "run: glossary codeowners --write" in done.stdout


def test_a_file_that_is_left_over_is_stale(root: Path) -> None:
    (root / ".github").mkdir()
    (root / ".github/CODEOWNERS").write_text("/glossary/terms/gone.yaml @ann\n")
    assert run(root, "--check").exit_code == 1


@pytest.mark.slow  # the whole corpus is read
def test_the_shipped_file_is_up_to_date() -> None:
    assert run(ROOT, "--check").exit_code == 0
