"""Reviews come to people: the list for the workflow, and the workflow's scripts with GitHub's side made up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from helpers.browser import Watched
from helpers.corpora import term_yaml
from helpers.rows import each_row
from site_gen.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = ROOT / ".github" / "workflows" / "reviews.yml"
JOBS = yaml.load(WORKFLOW.read_text(encoding="utf-8"), yaml.BaseLoader)["jobs"]
STEPS = {step.get("name"): step for job in JOBS.values() for step in job["steps"]}
OLD = ["status: approved", "reviewed: 2020-01-01", "review_every: 1 year"]
FILES = {
    "owners.yaml": 'Ana Ruiz: "@Ana @desk/leads"\nBen: {handle: "@ben", mail: ben@example.org}\nZoe:\n',
    "terms/queue.yaml": term_yaml("Queue [x](y) @all", *OLD, "owner: Ana Ruiz", definition="A line of work."),
    "terms/pile.yaml": term_yaml("Pile", *OLD, "owner: Ana Ruiz, Ben", definition="All that lies about."),
    "terms/slip.yaml": term_yaml("Slip", *OLD, "owner: Zoe", definition="A small sheet."),
    "terms/tray.yaml": term_yaml("Tray", *OLD, definition="Where sheets lie."),
    "terms/fresh.yaml": term_yaml("Fresh", "owner: Ben", definition="What is new."),
}


@pytest.fixture
def root(root: Path) -> Path:
    (root / "glossary" / "terms" / "ticket.yaml").unlink()
    (root / "glossary" / "topics.yaml").write_text("- {id: desk, name: Desk}\n")
    for path, text in FILES.items():
        (root / "glossary" / path).write_text(text)
    return root


def due(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "health", "--due", *arguments])


# --- the same as text, for any host ---------------------------------------------------------------------------


@each_row(
    "owner, slugs",
    [("Ana Ruiz", ["pile", "queue"]), ("Ben", ["pile"]), ("Zoe", ["slip"]), ("Nobody", ["tray"]), ("Ana Ruiz, Ben", ["pile"])],
)  # fmt: skip
def test_what_is_due_of_one_owner(root: Path, owner: str, slugs: list[str]) -> None:
    data = json.loads(due(root, "--owner", owner, "--json").stdout)
    assert sorted(one["term"] for one in data) == slugs
    text, md = (due(root, "--owner", owner, "--format", form).stdout for form in ("text", "md"))
    assert (
        sorted(line.strip().partition(":")[0] for line in text.splitlines() if line.startswith("    "))
        == slugs
    )
    assert md.count("- [ ] ") == len(slugs)


def test_a_name_that_nothing_has_is_no_owner_without_work(root: Path) -> None:
    done = due(root, "--owner", "Ana Riuz")
    assert done.exit_code == 1 and "did you mean 'Ana Ruiz'?" in done.output
    assert CliRunner().invoke(main, ["--root", str(root), "health", "--owner", "Ben"]).exit_code == 2


def listed(root: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(due(root, "--format", "issues").stdout)
    return data


def test_the_list_has_each_owner_with_the_accounts_that_count(root: Path) -> None:
    data = listed(root)
    assert [(one["name"], one["users"], len(one["due"])) for one in data["owners"]] == [
        ("Ana Ruiz", ["ana"], 2), ("Ben", ["ben"], 1), ("Zoe", [], 1), ("Nobody", [], 1),
    ]  # fmt: skip
    assert data["people"] == {"ana": "Ana Ruiz", "ben": "Ben"}
    assert data["most"] == 20
    ana = data["owners"][0]
    assert ana["head"].startswith("@Ana @desk/leads: Read each against practice.")
    (line,) = [one["line"] for one in ana["due"] if one["slug"] == "queue"]
    assert line.startswith("`queue` ") and "[x](y)" not in line and "@all" not in line


# --- the issues -----------------------------------------------------------------------------------------------

MADE_UP = """async ([script, files, given]) => {
  const done = [];
  const fail = (status) => Object.assign(new Error(String(status)), {status});
  const note = (name, answer) => async (asked) => {
    done.push([name, asked]);
    const found = typeof answer === 'function' ? answer(asked) : answer;
    if (found instanceof Error) throw found;
    return {data: found};
  };
  let head = given.branch || '';
  let refuse = given.refuse || 0;
  const move = (asked) => {
    if (refuse-- > 0) { head = 'theirs'; return fail(422); }
    head = asked.sha;
    return {};
  };
  const github = {
    rest: {
      issues: {
        listForRepo: 'list', create: note('create', {number: 30}), update: note('update', {}),
        addAssignees: note('assign', given.stranger ? fail(422) : {}), createComment: note('comment', {}),
      },
      repos: {getCollaboratorPermissionLevel: note('ask', given.role ? {role_name: given.role} : fail(404))},
      pulls: {list: note('pulls', given.pulls || []), create: note('pull', {number: 31})},
      git: {
        getRef: async () => { if (!head) throw fail(404); return {data: {object: {sha: head}}}; },
        getCommit: note('parent', (asked) => ({tree: {sha: `tree of ${asked.commit_sha}`}})),
        createTree: note('tree', {sha: 'new tree'}), createCommit: note('commit', {sha: 'new commit'}),
        createRef: note('branch', move), updateRef: note('move', move),
      },
    },
    paginate: async (list, asked) => (given.issues || []).filter((one) => one.state === asked.state),
  };
  const context = {payload: given.payload || {}, repo: {owner: 'desk', repo: 'words'}};
  const core = {setOutput: (name, value) => done.push([name, value]), setFailed: (why) => done.push(['failed', why]), info: (why) => done.push(['info', why])};
  const need = () => ({readFileSync: (name) => files[name]});
  const Run = Object.getPrototypeOf(async function () {}).constructor;
  await new Run('github', 'context', 'core', 'require', 'process', script)(github, context, core, need, {env: given.env || {}});
  return done;
}"""
BOT = {"login": "github-actions[bot]", "type": "Bot"}


def run(page: Watched, step: str, files: dict[str, str], **given: Any) -> list[Any]:
    done: list[Any] = page.evaluate(MADE_UP, [STEPS[step]["with"]["script"], files, given])
    return done


def asked(page: Watched, data: dict[str, Any], **given: Any) -> list[Any]:
    return run(page, "Open or renew the issues", {"reviews/due.json": json.dumps(data)}, **given)


def of(name: str, count: int, key: str = "a" * 16, users: tuple[str, ...] = ("ana",)) -> dict[str, Any]:
    lines = [{"slug": f"term-{n}", "line": f"`term-{n}` Term {n}: due"} for n in range(count)]
    return {
        "key": key,
        "name": name,
        "users": list(users),
        "title": f"Due: {name}",
        "head": "@ana: read.",
        "due": lines,
    }


def issue(month: str, *slugs: str, key: str = "a" * 16, state: str = "open", **other: Any) -> dict[str, Any]:
    body = f"<!-- glossary reviews {key} {month} -->\r\n\r\n" + "".join(
        f"- [x] `{slug}` x\r\n" for slug in slugs
    )
    return {"number": 7, "user": BOT, "state": state, "body": body, **other}


def data_of(*owners: dict[str, Any], most: int = 20) -> dict[str, Any]:
    return {"month": "2026-11", "most": most, "people": {"ana": "Ana Ruiz"}, "owners": list(owners)}


def test_each_owner_with_something_due_gets_one_issue(page: Watched) -> None:
    done = asked(page, data_of(of("Ana", 2), of("Ben", 0, "b" * 16), of("Zoe", 1, "c" * 16, ())))
    assert [step[0] for step in done] == ["create", "assign", "create"]
    assert done[0][1]["title"] == "Due: Ana"
    assert done[0][1]["body"] == (
        f"<!-- glossary reviews {'a' * 16} 2026-11 -->\n\n@ana: read.\n\n"
        "- [ ] `term-0` Term 0: due\n- [ ] `term-1` Term 1: due"
    )
    assert done[1][1]["assignees"] == ["ana"]
    assert asked(page, data_of(of("Ana", 1)), stranger=True)[-1][0] == "info"  # who is no member is mentioned


def test_an_issue_holds_at_most_so_many_terms_a_month(page: Watched) -> None:
    (made, _) = asked(page, data_of(of("Ana", 9), most=3))
    assert made[1]["body"].count("- [ ] ") == 3
    assert made[1]["body"].endswith("6 more will come next month.")


def test_in_one_month_nothing_is_added_and_what_is_done_goes(page: Watched) -> None:
    (renewed,) = asked(
        page, data_of(of("Ana", 9), most=3), issues=[issue("2026-11", "term-4", "gone", "term-5")]
    )
    assert (renewed[0], renewed[1]["issue_number"], renewed[1]["state"]) == ("update", 7, "open")
    assert [line for line in renewed[1]["body"].splitlines() if line.startswith("- ")] == [
        "- [ ] `term-4` Term 4: due", "- [ ] `term-5` Term 5: due",
    ]  # fmt: skip
    (done,) = asked(page, data_of(of("Ana", 9)), issues=[issue("2026-11", "gone")])
    assert done[1]["state"] == "closed"
    assert asked(page, data_of(of("Ana", 9)), issues=[issue("2026-11", "gone", state="closed")]) == []


def test_the_next_month_renews_the_issue_that_is_open(page: Watched) -> None:
    (renewed,) = asked(page, data_of(of("Ana", 9), most=3), issues=[issue("2026-10", "term-4")])
    assert renewed[0] == "update" and renewed[1]["body"].count("- [ ] ") == 3
    (made, _) = asked(page, data_of(of("Ana", 9)), issues=[issue("2026-10", "gone", state="closed")])
    assert made[0] == "create"


@pytest.mark.parametrize(
    "other",
    [
        issue("2026-11", "term-1", user={"login": "stranger", "type": "User"}),
        issue("2026-11", "term-1", pull_request={}),
        issue("2026-11", "term-1", key="d" * 16),
        issue("2026-11", "term-1", body="No mark of ours."),
        issue("2026-11", "term-1", body=None),
    ],
)
def test_an_issue_of_somebody_else_is_left_alone(page: Watched, other: dict[str, Any]) -> None:
    assert [step[0] for step in asked(page, data_of(of("Ana", 1)), issues=[other])] == ["create", "assign"]


# --- a tick, a comment ----------------------------------------------------------------------------------------


def heard(page: Watched, login: str, body: str | None = None, before: str | None = None, now: str = "",
          role: str = "", key: str = "a" * 16) -> dict[str, str]:  # fmt: skip
    mark = f"<!-- glossary reviews {key} 2026-11 -->\n"
    payload: dict[str, Any] = {"issue": {"number": 7, "body": mark + now}, "sender": {"login": login}}
    if body is not None:
        payload["comment"] = {"body": body}
    else:
        payload["changes"] = {} if before is None else {"body": {"from": mark + before}}
    files = {"reviews/due.json": json.dumps(data_of(of("Ana", 4), of("Ben", 2, "b" * 16, ("ben",))))}
    done = run(page, "Hear what was reviewed", files, payload=payload, role=role)
    return {name: value for name, value in done if name in ("slugs", "by")}


@pytest.mark.parametrize(
    ("body", "slugs"),
    [
        ("reviewed: term-1", "term-1"),
        ("All fine.\r\n  Reviewed: `term-1`, term-0;term-1\r\nThanks!", "term-1 term-0"),
        ("reviewed: term-9, fresh, $(rm -rf /), ../../x, --by, term-3", "term-3"),
        ("reviewed:\nterm-1", ""),
        ("I have reviewed: term-1", ""),
        ("> reviewed: term-1", ""),
        ("reviewed: Term-1 TERM-2", ""),
        ("", ""),
    ],
)
def test_a_comment_names_what_was_reviewed(page: Watched, body: str, slugs: str) -> None:
    assert heard(page, "Ana", body) == ({"slugs": slugs, "by": "Ana Ruiz"} if slugs else {})


@pytest.mark.parametrize(
    ("before", "now", "slugs"),
    [
        ("- [ ] `term-1` x\n- [x] `term-2` x\n", "- [x] `term-1` x\n- [x] `term-2` x\n", "term-1"),
        ("- [ ] `term-1` x\r\n", "- [X] `term-1` x\r\n", "term-1"),
        ("- [x] `term-1` x\n", "- [ ] `term-1` x\n", ""),
        ("", "- [x] `term-9` x\n- [x] `term-0; rm` x\n", ""),
        (None, "- [x] `term-1` x\n", ""),  # only the title was changed
    ],
)
def test_a_tick_counts_for_who_made_it(page: Watched, before: str | None, now: str, slugs: str) -> None:
    assert heard(page, "ana", None, before, now) == ({"slugs": slugs, "by": "Ana Ruiz"} if slugs else {})


@pytest.mark.parametrize(
    ("login", "role", "key", "by"),
    [
        ("ana", "", "a", "Ana Ruiz"),
        ("ANA", "read", "a", "Ana Ruiz"),
        ("ana", "write", "b", ""),  # an owner, but not of that issue
        ("stranger", "", "a", ""),
        ("stranger", "read", "a", ""),
        ("stranger", "write", "a", ""),
        ("stranger", "triage", "a", ""),
        ("boss", "maintain", "a", "@boss"),
        ("boss", "admin", "b", "@boss"),
        ("ana", "admin", "b", "Ana Ruiz"),
        ("boss", "admin", "d", ""),  # a mark that no owner of ours has
    ],
)
def test_only_the_owner_or_a_maintainer_counts(
    page: Watched, login: str, role: str, key: str, by: str
) -> None:
    found = heard(page, login, "reviewed: term-1", role=role, key=key * 16)
    assert found == ({"slugs": "term-1", "by": by} if by else {})


def test_the_stamp_is_a_review_of_these_terms_alone(root: Path) -> None:
    (root / "bin").mkdir()
    (root / "bin" / "glossary").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m site_gen "$@"\n')
    (root / "bin" / "glossary").chmod(0o755)
    environment = {**os.environ, "PATH": f"{root / 'bin'}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT),
                   "SLUGS": "queue pile", "BY": "--help $(touch hacked) Ana"}  # fmt: skip
    (root / "reviews").mkdir()
    script = STEPS["Stamp"]["run"]
    subprocess.run(["bash", "-e", "-c", script], cwd=root, env=environment, check=True, capture_output=True)
    made = sorted(path.name for path in (root / "reviews" / "glossary" / "terms").iterdir())
    assert made == ["pile.yaml", "queue.yaml"] and not (root / "hacked").exists()
    text = (root / "reviews" / "glossary" / "terms" / "queue.yaml").read_text()
    assert "reviewed_by: --help $(touch hacked) Ana\n" in text or "'--help $(touch hacked) Ana'" in text
    assert "reviewed: 2020-01-01" not in text
    assert (root / "glossary" / "terms" / "slip.yaml").read_text() == FILES["terms/slip.yaml"]


# --- the pull request -----------------------------------------------------------------------------------------


def proposed(page: Watched, slugs: str = "term-1 term-2", **given: Any) -> list[Any]:
    payload = {"issue": {"number": 7}, "repository": {"default_branch": "main"}}
    files = {f"reviews/glossary/terms/term-{n}.yaml": f"name: {n}\n" for n in (1, 2)}
    environment = {"SLUGS": slugs, "BY": "Ana Ruiz", "COMMIT": "base"}
    return run(page, "Open or renew the pull request", files, payload=payload, env=environment, **given)


def test_a_review_becomes_a_pull_request(page: Watched) -> None:
    done = proposed(page)
    assert [step[0] for step in done] == ["pulls", "parent", "tree", "commit", "branch", "pull", "comment"]
    said = dict(done)
    assert said["tree"]["base_tree"] == "tree of base"
    assert [(one["path"], one["content"]) for one in said["tree"]["tree"]] == [
        ("glossary/terms/term-1.yaml", "name: 1\n"), ("glossary/terms/term-2.yaml", "name: 2\n"),
    ]  # fmt: skip
    assert said["commit"]["parents"] == ["base"]
    assert said["commit"]["message"] == "Review term-1, term-2\n\nRead by Ana Ruiz (#7)."
    assert said["branch"]["ref"] == "refs/heads/glossary-reviews/issue-7"
    assert (said["pull"]["head"], said["pull"]["base"]) == ("glossary-reviews/issue-7", "main")
    assert said["comment"]["body"] == "`term-1`, `term-2`: in #31."


def test_a_later_tick_goes_on_where_the_pull_request_is(page: Watched) -> None:
    done = proposed(page, branch="theirs", pulls=[{"number": 12}])
    said = dict(done)
    assert (said["commit"]["parents"], said["move"]["force"]) == (["theirs"], False)
    assert "pull" not in said and said["comment"]["body"].endswith("in #12.")


def test_a_branch_that_was_merged_begins_anew(page: Watched) -> None:
    said = dict(proposed(page, branch="merged"))
    assert (said["commit"]["parents"], said["move"]["force"]) == (["base"], True)


@pytest.mark.parametrize("given", [{}, {"branch": "theirs", "pulls": [{"number": 12}]}])
def test_two_ticks_at_once_lose_neither(page: Watched, given: dict[str, Any]) -> None:
    """The other run has moved the branch meanwhile: the host refuses, and this one builds on it."""
    done = proposed(page, refuse=1, **given)
    commits = [asked["parents"] for name, asked in done if name == "commit"]
    assert len(commits) == 2 and commits[-1] == ["theirs"]
    assert done[-1][0] == "comment"


@pytest.mark.parametrize("slugs", ["../x", "term-1 $(x)", "term_1", ""])
def test_what_is_no_slug_is_never_a_path(page: Watched, slugs: str) -> None:
    assert [step[0] for step in proposed(page, slugs)] == ["failed"]


def test_the_jobs_that_may_write_run_none_of_our_code() -> None:
    for name, job in JOBS.items():
        if "write" in job["permissions"].values():
            used = [step.get("uses", "").partition("@")[0] for step in job["steps"]]
            assert used == ["actions/download-artifact", "actions/github-script"], name
            assert not any("run" in step for step in job["steps"])
    assert JOBS["due"]["permissions"] == {"contents": "read"}
