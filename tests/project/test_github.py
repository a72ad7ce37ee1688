"""The files for GitHub: valid by the published schemas, harmless to run, and in step with the commands."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from helpers.browser import Watched
from site_gen.__main__ import main
from site_gen.pages import repository

ROOT = Path(__file__).resolve().parents[2]
GITHUB = ROOT / ".github"
WORKFLOWS = {path.name: path for path in sorted((GITHUB / "workflows").glob("*.yml"))}
FORMS = {
    path.stem: path for path in sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")) if path.stem != "config"
}
# The only rights to write, and the jobs that have them.
MAY_WRITE = {
    ("comment.yml", "comment", "pull-requests"),
    ("pages.yml", "publish", "pages"),
    ("pages.yml", "publish", "id-token"),
}


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def data(path: Path) -> Any:
    """BaseLoader: `on` is a key, not a truth."""
    return yaml.load(text(path), yaml.BaseLoader)


def jobs() -> Iterator[tuple[str, str, Any]]:
    for name, path in WORKFLOWS.items():
        yield from ((name, job, values) for job, values in data(path)["jobs"].items())


def steps() -> Iterator[tuple[str, Any]]:
    yield from ((name, step) for name, _, job in jobs() for step in job["steps"])


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", [*WORKFLOWS.values()]),
        ("github-issue-forms", [*FORMS.values()]),
        ("github-issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"]),
        ("dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_files_are_valid_by_the_published_schemas(schema: str, files: list[Path]) -> None:
    assert files
    checked = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        f"vendor.{schema}",
        *map(str, files),
    ]
    done = subprocess.run(checked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hooks_are_valid_and_run_commands_that_exist() -> None:
    for what, name in (("config", ".pre-commit-config.yaml"), ("manifest", ".pre-commit-hooks.yaml")):
        checked = [sys.executable, "-m", "pre_commit", f"validate-{what}", str(ROOT / name)]
        done = subprocess.run(checked, capture_output=True, text=True, check=False, cwd=ROOT)
        assert done.returncode == 0, done.stdout + done.stderr
    (local,) = data(ROOT / ".pre-commit-config.yaml")["repos"]
    hooks = [*local["hooks"], *data(ROOT / ".pre-commit-hooks.yaml")]
    ours = [hook["entry"] for hook in hooks if hook["id"].startswith("glossary")]
    assert len(ours) == 5
    for line in ours:
        understood(shlex.split(line))


def test_actions_are_pinned_by_commit_with_their_version() -> None:
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS.values():
        for line in text(path).splitlines():
            if re.search(r"\buses:", line):
                found = re.fullmatch(r"\s*(?:- )?uses: ([\w/-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+", line)
                assert found, line
                pins.setdefault(found[1], set()).add(found[2])
    assert len(pins) >= 7
    assert {name: len(commits) for name, commits in pins.items() if len(commits) > 1} == {}


def test_permissions_are_the_least() -> None:
    for name, path in WORKFLOWS.items():
        assert data(path)["permissions"] == {}, name
    written = {
        (name, job, right)
        for name, job, values in jobs()
        for right, level in values["permissions"].items()
        if level == "write"
    }
    assert written == MAY_WRITE


def test_nothing_that_was_proposed_runs_with_rights() -> None:
    for name, path in WORKFLOWS.items():
        triggers = data(path)["on"]
        assert "pull_request_target" not in triggers, name
        if "workflow_run" in triggers:
            used = [step.get("uses", "").partition("@")[0] for where, step in steps() if where == name]
            assert set(used) <= {"actions/download-artifact", "actions/github-script"}
    for name, step in steps():
        for code in (step.get("run", ""), step.get("with", {}).get("script", "")):
            assert "${{" not in code, f"{name}: put it into env, where no shell reads it"
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_jobs_end_and_run_on_a_named_system() -> None:
    for name, job, values in jobs():
        assert int(values["timeout-minutes"]) <= 30, (name, job)
        assert "latest" not in values["runs-on"], (name, job)


@pytest.mark.parametrize("name", ["pages.yml", "pull-request.yml"])
def test_the_history_is_fetched_where_the_site_is_built(name: str) -> None:
    (checkout,) = [
        step
        for where, step in steps()
        if where == name and step.get("uses", "").startswith("actions/checkout@")
    ]
    assert checkout["with"]["fetch-depth"] == "0"


def understood(words: list[str]) -> None:
    """That `glossary` takes these words: click reads them as it would, and runs nothing."""
    assert words[0] == "glossary"
    command: click.Command | None = main
    rest = words[1:]
    while isinstance(command, click.Group):
        assert rest, f"no command {' '.join(words)}"
        command = command.get_command(click.Context(command), rest.pop(0))
    assert command, f"no command {' '.join(words)}"
    with command.make_context(command.name, rest):
        pass


@pytest.mark.parametrize(
    "line", ["glossary chek", "glossary export", "glossary export shet", "glossary check --fromat x"]
)
def test_a_command_that_does_not_exist_would_be_seen(line: str) -> None:
    with pytest.raises((AssertionError, click.UsageError)):
        understood(line.split())


def test_every_command_in_the_workflows_exists() -> None:
    code = "\n".join(step.get("run", "") for _, step in steps())
    ours = re.findall(r"^\s*(?:if )?(glossary [^|>&;\n]+)", code, re.MULTILINE)
    assert {line.split()[1] for line in ours} == {"check", "build", "codeowners", "diff"}
    for line in ours:
        understood(shlex.split(line))


def test_what_else_the_workflows_run_is_here() -> None:
    for name in ("requirements.lock", ".ci/run"):
        assert (ROOT / name).is_file()
        assert any(name in step.get("run", "") for _, step in steps())


def test_the_issue_forms_have_the_fields_that_the_site_fills_in() -> None:
    assert set(FORMS) == set(repository.FORMS)
    for name, path in FORMS.items():
        form = data(path)
        fields = {field["id"]: field["attributes"]["label"] for field in form["body"]}
        assert fields == repository.FORMS[name]
        assert repository.TITLES[name].startswith(form["title"])


def test_the_pull_request_asks_three_questions() -> None:
    assert len(re.findall(r"^\*\*.+\?\*\*", text(GITHUB / "PULL_REQUEST_TEMPLATE.md"), re.MULTILINE)) == 3


# --- what a proposal means, run as the workflow runs it ------------------------------------------------------


def git(root: Path, *arguments: str) -> None:
    person = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *person, "-C", str(root), *arguments], check=True, capture_output=True)


def merged(root: Path, proposed: str | None) -> None:
    """A repository whose HEAD is a proposal merged into its base, as the workflow's checkout is."""
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "Base")
    git(root, "switch", "-qc", "proposal")
    if proposed is not None:
        (root / "glossary" / "terms" / "dead-air.yaml").write_text(proposed)
    (root / "README.md").write_text("Not a term.")
    git(root, "add", ".")
    git(root, "commit", "-qm", "Proposal")
    git(root, "switch", "-q", "main")
    git(root, "commit", "-q", "--allow-empty", "-m", "Meanwhile")
    git(root, "merge", "-q", "--no-ff", "proposal", "-m", "Merge")


def said(root: Path) -> tuple[int, str]:
    """The exit code of the step in the workflow, and what it leaves for the comment."""
    (script,) = [step["run"] for _, step in steps() if step.get("name") == "Say what it means"]
    (root / "bin").mkdir()
    (root / "bin" / "glossary").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m site_gen "$@"\n')
    (root / "bin" / "glossary").chmod(0o755)
    path = f"{root / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "NUMBER": "12", "GITHUB_STEP_SUMMARY": str(root / "summary.md"),
                   "PYTHONPATH": str(ROOT)}  # fmt: skip
    done = subprocess.run(
        ["bash", "-e", "-c", script], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert text(root / "change" / "number") == "12\n"
    return done.returncode, text(root / "change" / "change.md")


def test_what_a_proposal_means_is_left_for_the_comment(root: Path) -> None:
    merged(root, "name: Dead air\ndefinition: Silence on a call.\ntopics: [tickets]\n")
    code, change = said(root)
    assert code == 0
    assert "Dead air" in change and "Silence on a call." in change
    assert text(root / "summary.md") == change


def test_a_proposal_that_changes_no_term_leaves_an_empty_text(root: Path) -> None:
    merged(root, None)
    assert said(root) == (0, "")


# --- the comment, run in a browser with GitHub's side made up ------------------------------------------------

MADE_UP = """async ([script, files, head, comments]) => {
  const done = [];
  const github = {
    rest: {
      pulls: {get: async (asked) => { done.push(['get', asked.pull_number]); return {data: {head: {sha: head}}}; }},
      issues: {
        listComments: 'list',
        createComment: async (asked) => { done.push(['create', asked.issue_number, asked.body]); },
        updateComment: async (asked) => { done.push(['update', asked.comment_id, asked.body]); },
      },
    },
    paginate: async () => comments,
  };
  const run = {head_sha: 'abc', html_url: 'https://github.com/desk/words/actions/runs/7'};
  const context = {payload: {workflow_run: run}, repo: {owner: 'desk', repo: 'words'}};
  const core = {setFailed: (why) => done.push(['failed', why]), info: (why) => done.push(['info', why])};
  const need = () => ({readFileSync: (name) => files[name]});
  const Run = Object.getPrototypeOf(async function () {}).constructor;
  await new Run('github', 'context', 'core', 'require', script)(github, context, core, need);
  return done;
}"""
MARK = "<!-- glossary diff -->"


def posted(
    page: Watched, change: str, number: str = "12\n", head: str = "abc", comments: Any = ()
) -> list[Any]:
    (script,) = [step["with"]["script"] for name, step in steps() if "script" in step.get("with", {})]
    files = {"change/number": number, "change/change.md": change}
    done: list[Any] = page.evaluate(MADE_UP, [script, files, head, list(comments)])
    return done


def test_the_first_comment_is_new_and_a_later_one_takes_its_place(page: Watched) -> None:
    (_, (what, number, body)) = posted(page, "**New**: Dead air\n")
    assert (what, number) == ("create", 12)
    assert body == (
        f"{MARK}\n\n**New**: Dead air\n\n[Preview of the site](https://github.com/desk/words/actions/runs/7#artifacts): "
        "download *site*, unpack it, open `index.html`."
    )
    there = [
        {"id": 1, "user": {"type": "User"}, "body": f"{MARK} quoted by a person"},
        {"id": 2, "user": {"type": "Bot"}, "body": body},
    ]
    assert posted(page, "More", comments=there)[1][:2] == ["update", 2]
    assert "No term changes." in posted(page, "\n", comments=there)[1][2]


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"change": ""}, ["get"]),
        ({"change": "x", "head": "def"}, ["get", "info"]),  # another pull request, or a newer commit
        ({"change": "x", "number": "12; rm"}, ["failed"]),
        ({"change": "x", "number": "-1"}, ["failed"]),
    ],
)
def test_there_is_no_comment_without_a_reason(page: Watched, given: dict[str, str], what: list[str]) -> None:
    assert [step[0] for step in posted(page, **given)] == what


def test_a_proposal_calls_nobody_and_forges_no_mark(page: Watched) -> None:
    body = posted(page, f"{MARK} @desk/everyone " + "long " * 20_000)[1][2]
    assert "@desk" not in body and "@\u200bdesk" in body
    assert body.count("<!--") == 1
    assert len(body) < 65_000
