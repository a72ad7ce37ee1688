"""`glossary owners`: who owns what, and what becomes of it when somebody leaves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helpers.corpora import term_yaml
from site_gen.__main__ import main

FILES = {
    "topics.yaml": "- {id: desk, name: Desk, owner: Ana Ruiz} # hers\n- {id: calls, name: Calls}\n",
    "owners.yaml": "# Who we are\nAna Ruiz:\n  mail: ana@example.org\n  deputy: Ben Okafor\n"
    "Ben Okafor:\n  mail: ben@example.org\n  deputy: 'Ana Ruiz' # for now\n"
    "Zoe: {chat: 'https://chat.example.org/zoe', deputy: Ana Ruiz}\nKim: '@kim'\n",
    "terms/queue.yaml": term_yaml("Queue", "owner: 'Ana Ruiz' # since May", definition="A line of work."),
    "terms/pile.yaml": term_yaml("Pile", "owner: Zoe, Ana Ruiz", "status: approved", "reviewed: 2026-01-01",
                                 definition="All that lies about."),
    "terms/slip.yaml": term_yaml("Slip", "status: approved", "reviewed: 2026-01-01", definition="A small sheet."),
    "terms/tray.yaml": term_yaml("Tray", "owner: Kim", "reviewed_by: Ana Ruiz", "reviewed: 2026-01-01",
                                 definition="Where sheets lie."),
    "terms/ring.yaml": term_yaml("Ring", definition="A sound.").replace("desk", "calls"),
    "terms/bell.yaml": term_yaml("Bell", "owner: Lee", definition="What makes a sound."),
}  # fmt: skip


@pytest.fixture
def root(root: Path) -> Path:
    (root / "glossary" / "terms" / "ticket.yaml").unlink()
    for path, text in FILES.items():
        (root / "glossary" / path).write_text(text)
    return root


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "owners", *arguments])


def files(root: Path) -> dict[str, str]:
    return {path: (root / "glossary" / path).read_text() for path in FILES}


def test_owners_are_listed_with_their_terms_and_how_to_reach_them(root: Path) -> None:
    assert run(root).stdout == (
        "Ana Ruiz: mail ana@example.org, deputy Ben Okafor\n  3 terms: pile, queue, slip\n"
        "Ben Okafor: mail ben@example.org, deputy Ana Ruiz\n  no term\n"
        "Kim: handle @kim; no mail and no chat\n  1 term: tray\n"
        "Lee: not in glossary/owners.yaml\n  1 term: bell\n"
        "Zoe: chat https://chat.example.org/zoe, deputy Ana Ruiz\n  1 term: pile\n"
        "Nobody:\n  1 term: ring\n"
    )
    assert "reference" not in run(root).stdout
    ring = root / "glossary" / "terms" / "ring.yaml"
    ring.write_text(ring.read_text() + "level: reference\n")
    assert run(root).stdout.endswith(
        "Nobody:\n  1 term: ring\n  1 of them only for reference; `glossary health` asks for no owner of such a term\n"
    )
    data = json.loads(run(root, "--json").stdout)
    assert data["unowned"] == ["ring"]
    assert data["owners"][3] == {
        "name": "Lee", "mail": "", "chat": "", "handle": "", "deputy": "", "known": False, "terms": ["bell"],
    }  # fmt: skip


def test_who_leaves_hands_over_terms_topics_and_deputyships(root: Path) -> None:
    before = files(root)
    done = run(root, "--from", "Ana Ruiz", "--to", "Ben Okafor")
    assert done.exit_code == 0, done.output
    changed = {
        "topics.yaml": before["topics.yaml"].replace("Ana Ruiz", "Ben Okafor"),
        "owners.yaml": "# Who we are\nBen Okafor:\n  mail: ben@example.org\n"
        "Zoe: {chat: 'https://chat.example.org/zoe', deputy: Ben Okafor}\nKim: '@kim'\n",
        "terms/queue.yaml": before["terms/queue.yaml"].replace("Ana Ruiz", "Ben Okafor"),
        # Who approved these stays told, though the owner is another one now.
        "terms/pile.yaml": before["terms/pile.yaml"].replace("Zoe, Ana Ruiz", "Zoe, Ben Okafor")
        + "reviewed_by: Zoe, Ana Ruiz\n",
        "terms/slip.yaml": before["terms/slip.yaml"] + "reviewed_by: Ana Ruiz\n",
    }
    assert files(root) == {**before, **changed}
    assert run(root, "--from", "Ana Ruiz", "--to", "Ben Okafor").exit_code == 1


def test_the_file_for_the_host_follows_where_the_command_wrote_it(root: Path) -> None:
    place = root / ".github" / "CODEOWNERS"
    place.parent.mkdir()
    assert CliRunner().invoke(main, ["--root", str(root), "codeowners", "--write"]).exit_code == 0
    assert "/tray.yaml @kim\n" in place.read_text()
    assert run(root, "--from", "Kim", "--to", "Zoe", "--keep", "--dry-run").exit_code == 0
    assert "/tray.yaml @kim\n" in place.read_text()
    done = run(root, "--from", "Kim", "--to", "Zoe", "--keep")
    assert "written  .github/CODEOWNERS" in done.stdout
    assert "@kim" not in place.read_text()
    place.write_text("* @lea\n")
    assert "CODEOWNERS" not in run(root, "--from", "Zoe", "--to", "Kim", "--keep").stdout
    assert place.read_text() == "* @lea\n"


def test_an_owner_is_known_by_name_mail_or_handle_however_written(root: Path) -> None:
    def due(owner: str) -> Result:
        return CliRunner().invoke(main, ["--root", str(root), "health", "--due", "--owner", owner])

    for owner in ("ana ruiz", "ANA@example.org", "@Kim", "Lee"):
        assert due(owner).exit_code == 0, owner
    assert "did you mean 'Ana Ruiz'?" in due("Ana Riuz").output


def test_a_dry_run_shows_the_change_and_writes_nothing(root: Path) -> None:
    before = files(root)
    done = run(root, "--from", "Kim", "--to", "Zoe", "--dry-run")
    assert (done.exit_code, files(root)) == (0, before)
    assert "-owner: Kim\n+owner: Zoe\n" in done.stdout and "-Kim: '@kim'\n" in done.stdout
    assert run(root, "--from", "Kim", "--to", "Zoe", "--keep").exit_code == 0
    assert "Kim: '@kim'\n" in files(root)["owners.yaml"]


def test_a_successor_that_nobody_can_reach_is_told(root: Path) -> None:
    done = run(root, "--from", "Lee", "--to", "Ana")
    assert done.exit_code == 0
    assert "'Ana' is not in glossary/owners.yaml yet: add a mail or a chat there" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (
            ["--from", "Ana Riuz", "--to", "Zoe"],
            1,
            "nobody is called 'Ana Riuz' here; did you mean 'Ana Ruiz'?",
        ),
        (["--from", "Zoe", "--to", "Zoe"], 1, "that is the same name"),
        (["--from", "Zoe", "--to", "Kim, Lee"], 1, "'Kim, Lee' is no name of one owner"),
        (["--from", "Zoe", "--to", "Kim\u200b"], 1, "Kim"),
        (["--from", "Zoe"], 2, "--from and --to go together"),
        (["--keep"], 2, "are for moving"),
        (["--from", "Kim", "--to", "Lee"], 1, "cannot be read"),
    ],
)
def test_what_is_refused_leaves_every_file_as_it_was(
    root: Path, arguments: list[str], code: int, message: str
) -> None:
    if "cannot be read" in message:
        (root / "glossary" / "owners.yaml").write_text("Kim: [\n")
        message = "Mend these first; nothing was written."
    before = files(root)
    done = run(root, *arguments)
    assert (done.exit_code, files(root)) == (code, before)
    assert message in done.output


def test_what_only_the_settings_name_is_told(root: Path) -> None:
    path = root / "mkdocs.yml"
    path.write_text(path.read_text().replace("  - glossary:\n", "  - glossary:\n      owner: The desk\n"))
    done = run(root, "--from", "The desk", "--to", "Zoe")
    assert done.exit_code == 1
    assert "only mkdocs.yml names 'The desk', under owner or owners; change that by hand" in done.output
    assert "The desk: not in glossary/owners.yaml\n  1 term: ring\n" in run(root).stdout
