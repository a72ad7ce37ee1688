"""The files for GitHub: valid by the published schemas, harmless to run, and in step with the commands."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import click
import pytest
import yaml
from markdown_it import MarkdownIt

from helpers.browser import Watched
from helpers.published import complaints
from helpers.rows import each_row
from site_gen.__main__ import main
from site_gen.catalog import catalog
from site_gen.model.records import Site
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
    ("release.yml", "publish", "id-token"),
    ("reviews.yml", "ask", "issues"),
    ("reviews.yml", "propose", "contents"),
    ("reviews.yml", "propose", "issues"),
    ("reviews.yml", "propose", "pull-requests"),
}


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def data(path: Path) -> Any:
    """BaseLoader: `on` is a key, not a truth."""
    return yaml.load(text(path), yaml.BaseLoader)


def jobs() -> Iterator[tuple[str, str, Any]]:
    for name, path in WORKFLOWS.items():
        yield from ((name, job, values) for job, values in data(path)["jobs"].items())


def steps() -> Iterator[tuple[str, Any]]:
    yield from ((name, step) for name, _, job in jobs() for step in job["steps"])


@each_row(
    "schema, files",
    [
        ("github-workflows", [*WORKFLOWS.values()]),
        ("github-issue-forms", [*FORMS.values()]),
        ("github-issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"]),
        ("dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_files_are_valid_by_the_published_schemas(schema: str, files: list[Path]) -> None:
    assert files
    assert complaints(schema, *files) == ""


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
            assert name == "comment.yml" and "actions/cache" not in used
            (checkout,) = [
                step for where, step in steps() if where == name and "checkout" in step.get("uses", "")
            ]
            assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
            with_rights = data(path)["jobs"]["comment"]["steps"]
            assert [step["uses"].partition("@")[0] for step in with_rights] == [
                "actions/download-artifact", "actions/github-script"
            ]  # fmt: skip
            assert not any("run-id" in step.get("with", {}) for step in with_rights), (
                "believes the proposal's run"
            )
    for name, step in steps():
        for code in (step.get("run", ""), step.get("with", {}).get("script", "")):
            assert "${{" not in code, f"{name}: put it into env, where no shell reads it"
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_jobs_end_and_run_on_a_named_system() -> None:
    for name, job, values in jobs():
        assert int(values["timeout-minutes"]) <= 30, (name, job)
        assert "latest" not in values["runs-on"], (name, job)


@each_row("name", ["pages.yml", "pull-request.yml"])
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
    context: click.Context | None = None
    rest = words[1:]
    while isinstance(command, click.Group):
        assert rest, f"no command {' '.join(words)}"
        # below one another as in a run: click keeps a command's help option as it is first asked for
        context = click.Context(command, parent=context, **command.context_settings)
        command = command.get_command(context, rest.pop(0))
    assert command, f"no command {' '.join(words)}"
    with command.make_context(command.name, rest, parent=context):
        pass


@each_row("line", ["glossary chek", "glossary export", "glossary export shet", "glossary check --fromat x"])
def test_a_command_that_does_not_exist_would_be_seen(line: str) -> None:
    with pytest.raises((AssertionError, click.UsageError)):
        understood(line.split())


def test_every_command_in_the_workflows_exists() -> None:
    code = "\n".join(step.get("run", "") for _, step in steps())
    ours = re.findall(r"^\s*(?:if )?(glossary [^|>&;\n]+)", code, re.MULTILINE)
    assert {line.split()[1] for line in ours} == {"check", "build", "codeowners", "diff", "health", "review"}
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
        assert tuple(fields) == repository.FORMS[name]
        url = repository.issue_url(
            Site(suggest_url="mailto:a@b.c?subject={title}&body={body}"),
            name,
            dict.fromkeys(fields, "X"),
            catalog(),
        )
        title, body = (unquote(part) for part in url.partition("?subject=")[2].split("&body="))
        assert title.startswith(form["title"])
        assert body.split("\n\n") == [f"{label}: X" for label in fields.values()]


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


def step_run(root: Path, name: str, **settings: str) -> int:
    """The exit code of a step of the workflows, run as it stands there."""
    (script,) = [step["run"] for _, step in steps() if step.get("name") == name]
    (root / "bin").mkdir(exist_ok=True)
    (root / "bin" / "glossary").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m site_gen "$@"\n')
    (root / "bin" / "glossary").chmod(0o755)
    path = f"{root / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "GITHUB_STEP_SUMMARY": str(root / "summary.md"),
                   "PYTHONPATH": str(ROOT), **settings}  # fmt: skip
    done = subprocess.run(["bash", "-e", "-c", script], cwd=root, env=environment, check=False)
    return done.returncode


def said(root: Path) -> tuple[int, str]:
    """What the trusted workflow leaves for the comment, from the objects of base and proposal alone."""
    git(root, "update-ref", "refs/proposal", "proposal")
    head, base = ("proposal", "main~1")
    git(root, "switch", "-q", "--detach", base)
    code = step_run(root, "Explain", NUMBER="12", BASE=base, HEAD=head)
    assert text(root / "change" / "number") == "12\n"
    return code, text(root / "change" / "change.md")


DEAD_AIR = "name: Dead air\ndefinition: Silence on a call.\ntopics: [tickets]\n"


def test_what_a_proposal_means_is_left_for_the_comment(root: Path) -> None:
    merged(root, DEAD_AIR)
    assert step_run(root, "Say what it means") == 0
    code, change = said(root)
    assert code == 0
    assert "Dead air" in change and "Silence on a call." in change
    assert text(root / "summary.md") == change


def test_a_proposal_that_changes_no_term_leaves_an_empty_text(root: Path) -> None:
    merged(root, None)
    assert said(root) == (0, "")


def test_the_comment_is_made_without_running_or_checking_out_the_proposal(root: Path, tmp_path: Path) -> None:
    (root / ".gitattributes").write_text("* filter=evil diff=evil\n")
    merged(root, DEAD_AIR)
    git(root, "switch", "-q", "proposal")
    (root / "site_gen").mkdir()
    (root / "site_gen" / "__init__.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    git(root, "add", "site_gen")
    git(root, "commit", "-qm", "Code of theirs")
    code, change = said(root)
    assert code == 0 and "Dead air" in change
    assert not (tmp_path / "ran").exists()


# --- the comment, run in a browser with GitHub's side made up ------------------------------------------------

MADE_UP = """async ([script, files, head, comments, pulls, from]) => {
  const done = [];
  const github = {
    rest: {
      pulls: {list: async (asked) => { done.push(['list', asked.head]); return {data: pulls}; },
              get: async (asked) => { done.push(['get', asked.pull_number]); return {data: {head: {sha: head}}}; }},
      issues: {
        listComments: 'list',
        createComment: async (asked) => { done.push(['create', asked.issue_number, asked.body]); },
        updateComment: async (asked) => { done.push(['update', asked.comment_id, asked.body]); },
      },
    },
    paginate: async () => comments,
  };
  const run = {head_sha: 'abc', head_branch: 'topic', head_repository: from, html_url: 'https://github.com/desk/words/actions/runs/7'};
  const context = {payload: {workflow_run: run}, repo: {owner: 'desk', repo: 'words'}};
  const core = {setOutput: (name, value) => done.push([name, value]), setFailed: (why) => done.push(['failed', why]), info: (why) => done.push(['info', why])};
  const need = () => ({readFileSync: (name) => files[name]});
  const Run = Object.getPrototypeOf(async function () {}).constructor;
  await new Run('github', 'context', 'core', 'require', script)(github, context, core, need);
  return done;
}"""
MARK = "<!-- glossary diff -->"


def posted(
    page: Watched, change: str, number: str = "12\n", head: str = "abc", comments: Any = ()
) -> list[Any]:
    files = {"change/number": number, "change/change.md": change}
    done: list[Any] = page.evaluate(MADE_UP, [script("Post it"), files, head, list(comments), [], None])
    return done


def script(name: str) -> str:
    (found,) = [step["with"]["script"] for _, step in steps() if step.get("name") == name]
    return str(found)


FORK = {"id": 5, "owner": {"login": "stranger"}}


def proposal(number: int = 12, sha: str = "abc", repository: int | None = 5) -> dict[str, Any]:
    repo = {"id": repository} if repository else None
    return {"number": number, "head": {"sha": sha, "repo": repo}, "base": {"sha": "fed"}}


@pytest.mark.parametrize(
    ("pulls", "fork", "found"),
    [
        ([proposal(11, sha="def"), proposal(12)], FORK, [["number", 12], ["base", "fed"], ["head", "abc"]]),
        ([proposal(12, repository=6)], FORK, ["info"]),  # the same branch name and commit in another fork
        ([proposal(12, repository=None)], FORK, ["info"]),
        ([], FORK, ["info"]),
        ([proposal(12)], None, ["info"]),
    ],
)
def test_the_pull_request_is_found_by_what_github_says(
    page: Watched, pulls: list[Any], fork: Any, found: list[Any]
) -> None:
    done = page.evaluate(MADE_UP, [script("Find the proposal"), {}, "", [], pulls, fork])
    if fork:
        assert done.pop(0) == ["list", "stranger:topic"]
    assert [step if step[0] != "info" else "info" for step in done] == found


def test_the_first_comment_is_new_and_a_later_one_takes_its_place(page: Watched) -> None:
    (_, (what, number, body)) = posted(page, "**New**: Dead air\n")
    assert (what, number) == ("create", 12)
    assert body == (
        f"{MARK}\n\n**New**: Dead air\n\n[Preview of the site](https://github.com/desk/words/actions/runs/7#artifacts), "
        "built by the code of this proposal: download *site*, unpack it, open `index.html`."
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


HOSTILE = """[a link](https://evil.example) ![a picture](https://evil.example/x.png) [ref][r] [^1]
\\[x](https://evil.example) \\\\[y](//evil.example)
[r]: https://evil.example
[^1]: https://evil.example
<a href="https://evil.example">x</a> <img src=x onerror=y> <https://evil.example> <details open ontoggle=x>
https://evil.example HTTP://evil.example www.evil.example ftp://evil.example a@evil.example mailto:a@evil.example
@someone @desk/team #12 GH-12 desk/words#12 desk/words@0123456789abcdef 0123456789abcdef <!-- glossary diff -->
<script>x</script> <DETAILS open>
"""


def test_nothing_in_a_text_becomes_a_link_an_image_or_a_mention(page: Watched) -> None:
    """Read by a parser of GitHub's Markdown, its links without syntax included."""
    body = posted(page, HOSTILE)[1][2]
    ours = body.rindex("[Preview")
    parser = MarkdownIt("gfm-like", {"linkify": False, "html": True})
    html = parser.render(body[:ours])
    assert not re.search(r"<(a|img|script)\b|<[^>]*\son\w+=", html, re.IGNORECASE)
    assert not re.search(r"@\w|(?<!&)#\w|\bGH-\d|\b[0-9a-f]{7,}\b|://|www\.", body[:ours], re.IGNORECASE)


def test_our_own_text_stays_as_it_is(page: Watched) -> None:
    text = (
        "### Glossary: 1 new\n\n- **Dead air** (`dead-air`): &#8203;<del>Old</del><ins>New</ins> *(draft)*\n"
    )
    folded = "<details><summary>Two</summary>\n\n- one\n\n</details>"
    assert text + folded in posted(page, text + folded)[1][2]
