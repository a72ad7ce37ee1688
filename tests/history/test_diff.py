"""The difference between two states of a glossary, as a reviewer reads it; from real git repositories."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt

from helpers.corpora import DATA, TOPICS, term_yaml, tree
from helpers.repo import Repo
from helpers.rows import each_row
from site_gen.__main__ import main
from site_gen.cli.diff import pages_of
from site_gen.corpus.disk import read_tree
from site_gen.corpus.load import load
from site_gen.export.diff_json import diff_json
from site_gen.export.diff_md import diff_md
from site_gen.export.diff_text import diff_text
from site_gen.history.difference import Difference, compare

CASE = term_yaml("Case", "aliases: [Request, Matter]", definition="The record of one request.")
QUEUE = term_yaml("Queue", definition="A row of cases that wait.")
WAIT = term_yaml("Waiting time", definition="How long a person in the row has to stay there.")


def difference(before: dict[str, bytes], after: dict[str, bytes]) -> Difference:
    return compare(load(before), load(after), pages_of)


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "diff", *arguments])


def everything(root: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = Repo(tmp_path / "repo")
    repo.commit("2026-01-05", {"topics.yaml": TOPICS}, case=CASE, queue=QUEUE, waiting_time=WAIT)
    return repo


def test_what_a_reviewer_reads() -> None:
    entries = "title: Words\nentries:\n  - {name: Case file, term: case, says: It is a file.}\n"
    before = tree(
        {"sources/words.yaml": entries, "pages/team.md": "We are five.\n"},
        case=CASE, queue=QUEUE, waiting_time=WAIT, token=term_yaml("Token", definition="A coin for the phone."),
        hold=term_yaml("Hold", "related: [case, queue]", definition="A pause in a call."),
    )  # fmt: skip
    after = tree(
        {
            "sources/words.yaml": entries.replace("term: case", "term: queue"),
            "pages/team.md": "We are six.\n",
            "redirects.yaml": "case: ticket\nwaiting-time: queue\nfolder: ticket\n",
            "topics.yaml": TOPICS.replace("The desk", "Our desk"),
            "paths.yaml": "- id: first\n  title: Week one\n  stops:\n    - term: ticket\n",
            "plain-words.yaml": "due time: everybody knows\n",
        },
        ticket=CASE.replace("name: Case", "name: Ticket").replace("Matter", "Case"),
        queue=QUEUE.replace("A row of cases", "A line of tickets") + "status: deprecated\nreplaced_by: hold\n",
        hold=term_yaml("Hold", "related: [ticket]", "broader: queue", definition="A pause in a call."),
        callback=term_yaml("Callback", definition="A call that the desk makes later."),
    )  # fmt: skip
    *said, pages = diff_text(difference(before, after)).splitlines()
    assert pages.startswith("Pages that read differently: ")
    assert said == [
        "New (1)",
        "  Callback (callback)",
        "      A call that the desk makes later.",
        "      draft; topics: desk",
        "Renamed (1)",
        "  Case (case) → Ticket (ticket)",
        "      aliases: [-Matter-] {+Case+}",
        "Redefined (1)",
        "  Queue (queue), deprecated, replaced by hold",
        "      definition: A [-row-]{+line+} of [-cases-]{+tickets+} that wait.",
        "Merged (1)",
        "  Waiting time (waiting-time), into queue",
        "Removed (1)",
        "  Token (token), its old address leads nowhere: "
        "add 'token: the term to read instead' to redirects.yaml",
        "Other changes of terms (1)",
        "  Hold (hold)",
        "      + broader: queue",
        "      - related: queue",
        "Topics (1)",
        "  changed: desk",
        "      name: [-The-]{+Our+} desk",
        "Paths (1)",
        "  new: first",
        "      title: {+Week one+}",
        "Entries of sources (1)",
        "  changed: words: Case file",
        "      term: [-ticket-]{+queue+}",
        "Redirects (1)",  # those of the terms above are told with them
        "  new: folder",
        "      to: {+ticket+}",
        "Phrases ruled to need no term (1)",
        "  new: due time",
        "      why: {+everybody knows+}",
        "Pages written by hand (1)",
        "  changed: team.md",
        "      text: We are [-five-]{+six+}.",
    ]


def test_the_pages_that_read_differently() -> None:
    before = tree(case=CASE, queue=QUEUE, other=term_yaml("Other", definition="Not near to it."))
    after = tree(
        case=CASE.replace("one request", "one wish"),
        queue=QUEUE,
        other=before["glossary/terms/other.yaml"].decode(),
    )
    found = difference(before, after)
    assert {"terms/case", "az", "topics/desk"} <= set(found.pages)
    assert "terms/other" not in found.pages
    new = difference({path: data for path, data in before.items() if "case" not in path}, before)
    assert "queue" in new.affected  # its definition links to the new term
    assert "Pages that read differently" in diff_text(new)


def test_near_duplicates_that_came_with_the_change() -> None:
    twin = term_yaml("Waiting times", definition="How long a person in the line has to stay there.")
    before, after = tree(waiting_time=WAIT), tree(waiting_time=WAIT, waiting_times=twin)
    (pair,) = difference(before, after).duplicates
    assert (pair.one, pair.other) == ("waiting-time", "waiting-times") and pair.score >= 70
    said = diff_text(difference(before, after))
    assert said.startswith(
        f"May be one concept, not seen before\n  waiting-time and waiting-times, score {pair.score:g}: "
    )
    known = tree(waiting_time=WAIT, waiting_times=twin.replace("stay", "remain"))
    assert difference(after, known).duplicates == ()
    ruled = tree(waiting_time=WAIT, waiting_times=twin + "distinct: [waiting-time]\n")
    assert difference(before, ruled).duplicates == ()
    assert difference(ruled, after).duplicates == (pair,)  # a ruling that was taken back


def test_a_broken_file_on_a_side_is_told_and_not_taken_for_a_removal() -> None:
    before, after = tree(case=CASE, queue="name: [\n"), tree(case="name: [\n", queue=QUEUE)
    found = difference(before, after)
    assert found.terms == ()
    said = diff_text(found)
    assert "Not read (before)\n  glossary/terms/queue.yaml:" in said
    assert "Not read (now)\n  glossary/terms/case.yaml:" in said


def test_a_file_that_became_unreadable_is_a_change() -> None:
    broken = tree(case="name: [\n")
    found = difference(tree(case=CASE), broken)
    assert found.changed
    assert diff_md(found).startswith(
        "### Glossary: files that cannot be read\n\n**Not read (after the change)**"
    )
    assert not difference(broken, broken).changed


def test_whatever_is_broken_ends_in_a_difference() -> None:
    horrible = dict(read_tree(DATA / "horrible").files)
    for before, after in ((horrible, {}), ({}, horrible), (horrible, tree(case=CASE)), (horrible, horrible)):
        found = difference(before, after)
        assert found.changed == (before is not after)
        assert diff_md(found) and json.loads(diff_json(found)) and isinstance(diff_text(found), str)


def test_line_breaks_and_order_are_told_as_such() -> None:
    before = CASE + "details: |\n  One line\n  and more.\n"
    after = CASE.replace("[Request, Matter]", "[Matter, Request]") + "details: |\n  One line and\n  more.\n"
    said = diff_text(difference(tree(case=before), tree(case=after)))
    assert "aliases: in another order\n" in said
    assert "details: line breaks only\n" in said


def test_diff_says_when_nothing_changed(repo: Repo) -> None:
    done = run(repo.root)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Nothing changed" in done.stderr
    assert (
        run(repo.root, "--format", "markdown").stdout == "### Glossary\n\nNothing changed in the glossary.\n"
    )
    assert json.loads(run(repo.root, "--json").stdout)["changed"] is False


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_the_files_as_they_are_now_are_compared_and_left_alone(repo: Repo, form: str) -> None:
    repo.write(
        {"terms/case.yaml": CASE.replace("one request", "one wish"), "terms/new.yaml": term_yaml("New one")}
    )
    before = everything(repo.root), repo.git("status", "--porcelain")
    done = run(repo.root, "--format", form)
    assert done.exit_code == 1
    assert "wish" in done.stdout and "New one" in done.stdout
    assert (everything(repo.root), repo.git("status", "--porcelain")) == before


def test_any_revision_of_git_can_be_compared_with(repo: Repo) -> None:
    first = repo.git("rev-parse", "HEAD").strip()
    repo.git("tag", "v1")
    repo.git("switch", "-q", "-c", "work")
    repo.commit("2026-02-01", case=CASE.replace("one request", "one wish"))
    repo.git("switch", "-q", "main")
    repo.commit("2026-02-02", queue=QUEUE.replace("row", "line"))
    assert "Queue" in run(repo.root, "v1").stdout and "Case" not in run(repo.root, "v1").stdout
    assert "Queue" in run(repo.root, "HEAD~1..").stdout
    assert "Queue" in run(repo.root, f"{first[:10]}..main").stdout
    both = run(repo.root, "main..work").stdout
    assert "Queue" in both and "Case" in both
    since = run(repo.root, "main...work").stdout
    assert "Case" in since and "Queue" not in since
    assert run(repo.root, "main..main").exit_code == 0


def test_a_project_below_the_top_of_its_repository(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "repo", below="docs/words")
    repo.commit("2026-01-05", {"topics.yaml": TOPICS}, case=CASE)
    assert run(repo.root).exit_code == 0
    repo.write({"terms/case.yaml": CASE.replace("one request", "one wish")})
    assert "definition: The record of one [-request-]{+wish+}." in run(repo.root).stdout


def test_what_git_holds_besides_plain_files(repo: Repo) -> None:
    (repo.root / "glossary" / "terms" / "linked.yaml").symlink_to("case.yaml")
    repo.write({"terms/.hidden.yaml": CASE, "terms/case.yaml~": CASE, "terms/Caf\u00e9.yaml": CASE})
    repo.commit("2026-02-01")
    (repo.root / "glossary" / "terms" / "linked.yaml").unlink()
    done = run(repo.root)
    assert "glossary/terms/linked.yaml:1: a link or a repository of its own" in done.stdout
    assert "hidden" not in done.stdout


@each_row("base", ["nowhere", "--output=x", "HEAD~99", "v1..nowhere", "nowhere...HEAD", ""])
def test_a_revision_that_is_none_is_wrong_use(repo: Repo, base: str) -> None:
    done = run(repo.root, "--", base)
    if base:
        assert done.exit_code == 2
        assert "no revision '" in done.output and "Traceback" not in done.output
    else:
        assert done.exit_code == 0  # nothing said is HEAD


def test_a_shallow_clone_says_how_to_get_the_rest(repo: Repo, tmp_path: Path) -> None:
    repo.commit("2026-02-01", case=CASE.replace("one request", "one wish"))
    repo.git("clone", "-q", "--depth", "1", f"file://{repo.top}", str(tmp_path / "shallow"))
    done = run(tmp_path / "shallow", "HEAD~1")
    assert done.exit_code == 2
    assert "which is a shallow clone; run: git fetch --unshallow" in done.output
    assert "shallow" not in run(repo.root, "HEAD~9").output


def test_two_histories_have_no_commit_in_common(repo: Repo) -> None:
    repo.git("checkout", "-q", "--orphan", "other")
    repo.commit("2026-02-01", queue=QUEUE)
    done = run(repo.root, "main...other")
    assert done.exit_code == 2
    assert "Error: the two revisions have no commit in common" in done.output


def test_without_git_it_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
    done = run(root)
    assert done.exit_code == 2
    assert "not a git repository" in done.output
    monkeypatch.setenv("PATH", str(root))
    assert "git is not installed" in run(root).output


EVIL = term_yaml(
    "'*Bold* <img src=x> | [a](http://b) `c`'",
    "aliases: ['@octocat', 'Fix #12', '</details>', '$x$']",
    definition="'<script>alert(1)</script> _so_ ![p](q) ~~no~~ \\ &amp; @team/desk'",
)


def test_markdown_shows_any_text_and_does_nothing_else() -> None:
    said = diff_md(
        difference(tree(case=CASE), tree(case=CASE, evil=EVIL, queue=QUEUE + "example: See @bob, #7.\n"))
    )
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(said)
    assert re.findall(r"<(?!/?(?:h3|p|strong|em|ul|li|code|details|summary|ins|del)\b)[^>]*>", shown) == []
    assert "http:\u200b//b" in shown  # else GitHub would make a link of it
    text = re.sub(r"<[^>]+>", "", shown)
    shown = shown.replace("\u200b", "")
    assert "*Bold* &lt;img src=x&gt; | [a](http://b) `c`" in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt; _so_ ![p](q) ~~no~~ \\ &amp;amp;" in shown
    assert not re.search(r"[@#]\w", text)
    assert shown.count("<details>") == shown.count("</details>")
    quick = diff_md(difference(tree(case=CASE), tree(case=EVIL)))
    assert not re.search(
        r"[@#]\w", re.sub(r"<[^>]+>", "", MarkdownIt("gfm-like", {"linkify": False}).render(quick))
    )


def test_markdown_folds_what_is_long_and_says_what_was_cut() -> None:
    many = {
        f"term_{n}": term_yaml(f"Term number {n}", definition=f"The thing that bears number {n}.")
        for n in range(60)
    }
    found = difference(tree(case=CASE), tree(case=CASE, **many))
    whole = diff_md(found)
    assert whole.startswith("### Glossary: 60 new\n")
    assert whole.count("\n- **Term number") == 60
    short = diff_md(found, limit=1500)
    assert len(short) <= 1500
    shown = short.count("\n- **Term number")
    left, of = map(int, re.search(r"(\d+) of (\d+) changes are not shown here", short).groups())
    assert 0 < shown < 60 and of - left >= shown
    assert short.count("<details>") == short.count("</details>")
    busy = CASE + "example: A scene.\nowner: Ann\nlevel: essential\nkind: role\n"
    said = diff_md(difference(tree(case=CASE), tree(case=busy)))
    assert "<details><summary>Case: 4 more changes</summary>" in said


def test_a_difference_as_json() -> None:
    before, after = (
        tree(case=CASE),
        tree({"redirects.yaml": "case: ticket\nfolder: ticket\n"}, ticket=CASE + "related: [x]\n"),
    )
    data = json.loads(diff_json(difference(before, after)))
    assert data["format"] == 1 and data["changed"] is True
    (term,) = data["terms"]
    assert (term["slug"], term["old_slug"], term["kinds"], term["redirected"]) == (
        "ticket",
        "case",
        ["renamed"],
        True,
    )
    assert term["gained"] == [{"kind": "related", "to": "x"}]
    assert data["others"] == [
        {
            "what": "redirect",
            "name": "folder",
            "kind": "new",
            "fields": [{"field": "to", "before": "", "after": "ticket"}],
        }
    ]
