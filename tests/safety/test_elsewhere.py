"""Nothing that a repository brings makes a command read, write or run anything outside glossary/ and build/."""

from __future__ import annotations

import logging
import os
import shutil
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from helpers.corpora import SETTINGS, TERM
from helpers.preview import Said
from helpers.repo import Repo
from helpers.rows import each_row
from site_gen.__main__ import main
from site_gen.corpus.disk import read_tree, write_tree
from site_gen.history.log import KEPT
from site_gen.publish import sync
from site_gen.publish.pack import pack

SECRET = "the-text-of-a-secret"


def run(root: Path, *arguments: str) -> Result:
    done = CliRunner().invoke(main, ["--root", str(root), *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.fixture
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder elsewhere with a secret in it, and a file that nobody may change."""
    folder = tmp_path_factory.mktemp("outside")
    (folder / "secret.md").write_text(f"# {SECRET}\n")
    (folder / "secret.yaml").write_text(f"name: {SECRET}\ndefinition: A.\ntopics: [tickets]\n")
    return folder


def state(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- links in the corpus ------------------------------------------------------------------------------------

LEADS_OUT: dict[str, Callable[[Path, Path], str | Path]] = {
    "absolute": lambda root, outside: outside / "secret.md",
    "relative": lambda root, outside: os.path.relpath(outside / "secret.md", root / "glossary" / "pages"),
    "to git's settings": lambda root, outside: "../../.git/config",
    "to the environment": lambda root, outside: "../../.env",
    "to the settings": lambda root, outside: "../../mkdocs.yml",
    "to itself": lambda root, outside: "x.md",
    "in a circle": lambda root, outside: "y.md",
    "by a chain": lambda root, outside: "far.md",
    "to nothing": lambda root, outside: "no-such-file.md",
    "to a folder": lambda root, outside: outside,
    "to a folder of the corpus": lambda root, outside: "../terms",
    "to something hidden": lambda root, outside: ".hidden.md",
    "to a term, which may be internal": lambda root, outside: "../terms/ticket.yaml",
    "to a device": lambda root, outside: "/dev/zero",
    "to the project itself": lambda root, outside: "../..",
    "to glossary/": lambda root, outside: "..",
}


@pytest.mark.parametrize("case", LEADS_OUT)
def test_a_link_out_of_the_corpus_is_a_problem_and_is_never_published(
    root: Path, outside: Path, case: str
) -> None:
    pages = root / "glossary" / "pages"
    pages.mkdir()
    (root / ".git").mkdir()
    for name in (".git/config", ".env", "glossary/pages/.hidden.md"):
        (root / name).write_text(SECRET)
    if case == "in a circle":
        (pages / "y.md").symlink_to("x.md")
    if case == "by a chain":
        (pages / "far.md").symlink_to(outside / "secret.md")
    (pages / "x.md").symlink_to(LEADS_OUT[case](root, outside))
    done = run(root, "check")
    assert done.exit_code == 1
    assert "glossary/pages/x.md:1: " in done.stdout and "[unreadable]" in done.stdout
    assert ("leads to itself" in done.stdout) == (case in ("to itself", "in a circle"))
    assert "Traceback" not in done.output and SECRET not in done.output
    assert run(root, "render").exit_code == 1
    assert SECRET.encode() not in b"".join(state(root / "build").values())


@pytest.mark.parametrize("place", ["terms/secret.yaml", "topics.yaml", "sources/x.yaml", "paths.yaml"])
def test_so_is_a_link_in_any_other_folder(root: Path, outside: Path, place: str) -> None:
    target = root / "glossary" / place
    target.parent.mkdir(exist_ok=True)
    target.unlink(missing_ok=True)
    target.symlink_to(outside / "secret.yaml")
    done = run(root, "check", "--json")
    assert done.exit_code == 1
    assert f"glossary/{place}" in done.stdout and SECRET not in done.output


@pytest.mark.parametrize("target", ["real.md", "sub/../real.md", "chain.md"])
def test_a_link_to_a_sibling_is_read_as_that_file(root: Path, target: str) -> None:
    pages = root / "glossary" / "pages"
    (pages / "sub").mkdir(parents=True)
    (pages / "real.md").write_text("# Here\n")
    (pages / "chain.md").symlink_to(pages / "real.md")
    (pages / "x.md").symlink_to(target)
    assert read_tree(root).problems == ()
    assert read_tree(root).files["glossary/pages/x.md"] == b"# Here\n"


def test_pipes_sockets_and_names_with_line_ends_are_told_in_one_line_each(root: Path) -> None:
    pages = root / "glossary" / "pages"
    pages.mkdir()
    os.mkfifo(pages / "pipe.md")
    (pages / "two\nlines\u2028.md").symlink_to("/etc/passwd")
    here = Path.cwd()
    os.chdir(pages)
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind("s.md")
            done = run(root, "check")
    finally:
        os.chdir(here)
    lines = [line for line in done.stdout.splitlines() if "[unreadable]" in line]
    assert len(lines) == 3 and all(line.startswith("glossary/pages/") for line in lines)


@pytest.mark.parametrize("command", [["check"], ["render"], ["set", "ticket", "owner=Mia"], ["recover", "--discard"],
                                     ["check", "--fix"], ["match", "Ticket"], ["schema"], ["diff"], ["build"]])  # fmt: skip
def test_a_corpus_that_is_a_link_is_refused_by_every_command(
    root: Path, outside: Path, command: list[str]
) -> None:
    shutil.copytree(root / "glossary", outside / "glossary")
    (outside / "glossary" / ".glossary-write-0123456789abcdef").mkdir()
    shutil.rmtree(root / "glossary")
    (root / "glossary").symlink_to(outside / "glossary")
    before = state(outside)
    done = run(root, *command)
    assert done.exit_code == 1
    assert "glossary:1: a link, expected a folder" in done.output
    assert state(outside) == before
    assert (outside / "glossary" / ".glossary-write-0123456789abcdef").is_dir()


def test_nothing_is_written_into_a_linked_folder_of_the_corpus(root: Path, outside: Path) -> None:
    (root / "glossary" / "sources").symlink_to(outside)
    before = state(outside)
    with pytest.raises(ValueError, match="no place"):
        write_tree(root, {"glossary/sources/new.yaml": b"x"})
    assert state(outside) == before


# --- links in what is generated -----------------------------------------------------------------------------


def _link(place: Path, target: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    place.symlink_to(target)


def _by_mkdocs(root: Path) -> tuple[int, str]:
    """What `mkdocs build` does, in this process: its code, and what it says."""
    said = Said()
    logging.getLogger("mkdocs").addHandler(said)
    try:
        config = load_config(str(root / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except (Abort, ConfigurationError, PluginError) as error:
        return 1, "\n".join((*said.messages, str(error)))
    finally:
        logging.getLogger("mkdocs").removeHandler(said)
    return 0, "\n".join(said.messages)


@pytest.mark.parametrize("place", ["build", "build/docs", "build/theme", "build/site"])
@pytest.mark.parametrize("command", ["render", "build", "mkdocs"])
def test_no_page_is_written_through_a_linked_folder(
    root: Path, outside: Path, place: str, command: str
) -> None:
    _link(root / place, outside)
    before = state(outside)
    if command == "mkdocs":
        for folder in ("docs", "theme"):
            (root / "build" / folder).mkdir(parents=True, exist_ok=True)
        before = state(outside)
        code, output = _by_mkdocs(root)
    else:
        result = run(root, command)
        code, output = result.exit_code, result.output
    assert code == 1
    assert f"{place}: a link" in output and "Traceback" not in output
    assert state(outside) == before


def test_mkdocs_itself_says_so_in_a_line(root: Path, outside: Path) -> None:
    _link(root / "build" / "site", outside)
    command = [sys.executable, "-m", "mkdocs", "build"]
    done = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert "build/site: a link" in done.stderr and "Traceback" not in done.stderr
    assert list(outside.rglob("*.html")) == []


def test_links_in_the_docs_folder_are_removed_also_hidden_ones(tmp_path: Path, outside: Path) -> None:
    docs = tmp_path / "docs"
    (docs / ".keep").mkdir(parents=True)
    (docs / ".keep" / "note").write_text("mine")
    for name in ("a.md", ".secret", ".keep/secret", "terms"):
        (docs / name).symlink_to(outside if name == "terms" else outside / "secret.md")
    os.mkfifo(docs / "pipe.md")
    before = state(outside)
    sync.sync(docs, {"a.md": b"ours", "terms/x.md": b"ours", "pipe.md": b"ours"})
    assert state(outside) == before
    assert state(docs) == {"a.md": b"ours", "terms/x.md": b"ours", "pipe.md": b"ours", ".keep/note": b"mine"}
    assert not any(path.is_symlink() for path in docs.rglob("*"))


def test_the_zip_holds_nothing_that_a_link_leads_to(tmp_path: Path, outside: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("ours")
    (site / "x.html").symlink_to(outside / "secret.md")
    (site / "glossary.zip").symlink_to(outside / "written.zip")
    pack(site, tmp_path)
    assert not (outside / "written.zip").exists()
    assert b"glossary/x.html" not in (site / "glossary.zip").read_bytes()


def test_what_is_kept_of_the_history_is_not_written_through_a_link(tmp_path: Path, outside: Path) -> None:
    repo = Repo(tmp_path / "repo")
    repo.commit("2026-01-02", ticket=TERM)
    _link(repo.root / KEPT, outside / "kept.json")
    (repo.root / "mkdocs.yml").write_text(SETTINGS.read_text())
    assert run(repo.root, "health").exit_code in (0, 1)
    assert not (outside / "kept.json").exists()


@pytest.mark.parametrize("command", [["schema"], ["codeowners", "--write"], ["check", "--fix"]])
def test_files_for_others_are_not_written_through_a_link(
    root: Path, outside: Path, command: list[str]
) -> None:
    (outside / "names.json").write_text("{}")
    for place in ("schema", ".github"):
        _link(root / place, outside)
    before = state(outside)
    done = run(root, *command)
    assert done.exit_code == 1
    assert "a link to" in done.output
    assert state(outside) == before


# --- folders that mkdocs.yml names --------------------------------------------------------------------------


@each_row("command", ["render", "build"])
@each_row(
    "setting, value",
    [
        (name, value)
        for name in ("docs_dir", "site_dir")
        for value in ("..", "../..", ".", "glossary", "glossary/terms", "build", ".git", "/tmp", "build/../..",
                      "build/../site_gen", "site")
    ],
)  # fmt: skip
def test_folders_outside_build_are_refused(root: Path, setting: str, value: str, command: str) -> None:
    usual = {"docs_dir": "build/docs", "site_dir": "build/site"}[setting]
    text = SETTINGS.read_text()
    (root / "mkdocs.yml").write_text(text.replace(f"{setting}: {usual}", f"{setting}: {value}"))
    before = state(root)
    done = run(root, command)
    assert done.exit_code == 1
    assert "below build/" in done.output or "holds files that are not generated" in done.output
    assert state(root) == before


@each_row(
    "setting, value",
    [("docs_dir", "build/site"), ("docs_dir", "build/site/x"), ("site_dir", "build/docs/x"), ("site_dir", "build/theme"),
     ("site_dir", "build/theme/x"), ("docs_dir", "build/theme")],
)  # fmt: skip
def test_the_folders_of_a_build_do_not_hold_one_another(root: Path, setting: str, value: str) -> None:
    usual = {"docs_dir": "build/docs", "site_dir": "build/site"}[setting]
    text = SETTINGS.read_text()
    (root / "mkdocs.yml").write_text(text.replace(f"{setting}: {usual}", f"{setting}: {value}"))
    for command in ("build", "render"):
        done = run(root, command)
        assert done.exit_code == 1 and "three folders" in done.output


@pytest.mark.parametrize("command", [["sheet"], ["sheet", "--force"], ["sheet", "--output", "{root}/terms.xlsx"],
                                     ["anki", "--out", "{root}/terms.xlsx"]])  # fmt: skip
@pytest.mark.parametrize("target", ["secret.md", "not-there"])
def test_what_is_handed_out_is_not_written_through_a_link_of_the_project(
    root: Path, outside: Path, command: list[str], target: str
) -> None:
    for place in ("terms.xlsx", "build/terms.xlsx", "export/terms.xlsx"):
        _link(root / place, outside / target)
    before = state(outside)
    done = run(root, "export", *(part.format(root=root) for part in command))
    assert state(outside) == before
    assert done.exit_code != 0 or (root / "terms.xlsx").is_symlink()


def test_a_hostile_name_in_a_message_steers_no_terminal(root: Path, outside: Path) -> None:
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text().replace("build/theme", "x"))
    (root / "x").mkdir()
    (root / "x" / "\x1b[2Jy\u202e.css").symlink_to(outside / "secret.md")
    done = run(root, "build")
    assert done.exit_code == 1 and "leads out of custom_dir" in done.output
    assert "\x1b" not in done.output and "\u202e" not in done.output


def test_the_project_may_be_named_by_any_way(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root.parent / "by-a-link").symlink_to(root)
    monkeypatch.chdir(root / "glossary")
    for way in ("..", f"../../{root.name}", "../../by-a-link", f"{root}/glossary/.."):
        assert run(Path(way), "render").exit_code == 0
    monkeypatch.chdir(root)
    assert run(Path(), "render").exit_code == 0


@pytest.mark.parametrize("value", ["..", ".", "/etc", "../x", "glossary", ".git", "linked", "holds-a-link"])
def test_a_theme_elsewhere_is_refused(root: Path, outside: Path, value: str) -> None:
    (root / "linked").symlink_to(outside)
    (root / "holds-a-link" / "deep").mkdir(parents=True)
    (root / "holds-a-link" / "deep" / "x.css").symlink_to(outside / "secret.md")
    text = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(text.replace("custom_dir: build/theme", f"custom_dir: {value}"))
    done = run(root, "build")
    assert done.exit_code == 1
    assert "custom_dir" in done.output
    assert not (root / "build" / "site").exists()


@pytest.mark.parametrize("place", [".secret", ".well-known/secret"])
def test_a_hidden_link_out_of_the_site_is_refused(root: Path, outside: Path, place: str) -> None:
    _link(root / "build" / "site" / place, outside / "secret.md")
    for command in ("build", "zip", "policy"):
        done = run(root, command)
        assert done.exit_code == 1 and f"build/site/{place}: a link that leads out of the site" in done.output


@pytest.mark.parametrize("name", ["INHERIT: ../other.yml\n", "INHERIT: linked.yml\n"])
def test_settings_inherit_from_nothing_outside(root: Path, outside: Path, name: str) -> None:
    (root.parent / "other.yml").write_text("site_name: X\n")
    (root / "linked.yml").symlink_to(outside / "secret.yaml")
    (root / "mkdocs.yml").write_text(name + (root / "mkdocs.yml").read_text())
    for command in ("check", "build"):
        done = run(root, command)
        assert done.exit_code == 1 and "INHERIT names" in done.output


# --- code that a repository names ---------------------------------------------------------------------------

HOSTILE = """
hooks: [evil.py]
plugins:
  - search: {enabled: false}
  - glossary: {severities: {orphan: ignore}}
  - evil
x-one: !!python/object/apply:os.system ["touch ran"]
x-two: !!python/name:evil.run
x-three: !!python/module:evil
markdown_extensions: [evil]
theme: {name: evil, language: en}
"""
READ_ONLY = [
    ["check"], ["check", "--strict"], ["match", "Ticket"], ["health"], ["codeowners"], ["schema"],
    ["export", "anki", "--out", "x.apkg"], ["export", "sheet", "--output", "x.xlsx"], ["set", "ticket", "owner=Mia"],
    ["review", "ticket"], ["new", "Another"], ["rename", "ticket", "case"], ["render"], ["merge", "--dry-run"],
]  # fmt: skip


@pytest.mark.parametrize("command", READ_ONLY, ids=" ".join)
def test_commands_that_do_not_build_run_nothing_that_mkdocs_yml_names(
    root: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = "from pathlib import Path\nPath(__file__).with_name('ran').touch()\nrun = 1\n"
    (root / "evil.py").write_text(mark)
    (root / "mkdocs.yml").write_text(f"site_name: X\ndocs_dir: build/docs\nsite_dir: build/site\n{HOSTILE}")
    monkeypatch.chdir(root)
    monkeypatch.syspath_prepend(str(root))
    done = run(root, *command)
    assert not (root / "ran").exists()
    assert "evil" not in done.output


GIT_RUNS = {
    "core.fsmonitor": "{script}",
    "core.hooksPath": "{hooks}",
    "core.pager": "{script}",
    "pager.log": "{script}",
    "diff.external": "{script}",
    "diff.evil.command": "{script}",
    "diff.evil.textconv": "{script}",
    "filter.evil.smudge": "{script}",
    "filter.evil.clean": "{script}",
    "log.showSignature": "true",
    "gpg.program": "{script}",
    "core.sshCommand": "{script}",
    "core.gitProxy": "{script}",
    "core.askPass": "{script}",
    "core.editor": "{script}",
    "core.alternateRefsCommand": "{script}",
    "credential.helper": "!{script}",
    "alias.log": "!{script}",
    "alias.ls-files": "!{script}",
    "extensions.partialClone": "origin",
    "remote.origin.promisor": "true",
    "remote.origin.url": "ext::{script}",
    "protocol.ext.allow": "always",
    "uploadpack.packObjectsHook": "{script}",
}


def test_git_runs_nothing_that_the_repository_names(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "repo")
    repo.commit("2026-01-02", ticket=TERM, queue=TERM.replace("Ticket", "Queue"))
    (repo.root / ".gitattributes").write_text("* diff=evil filter=evil\n")
    (repo.root / "mkdocs.yml").write_text(SETTINGS.read_text())
    repo.commit("2026-01-03", queue=TERM.replace("Ticket", "Queue").replace("record", "line"))
    blob = repo.git("rev-parse", "HEAD~1:glossary/terms/queue.yaml").strip()
    script = repo.root / "evil.sh"
    script.write_text(f"#!/bin/sh\ntouch '{tmp_path}/ran'\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    hooks = repo.root / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "post-checkout", "fsmonitor-watchman", "reference-transaction"):
        shutil.copy(script, hooks / name)
    for name, value in GIT_RUNS.items():
        repo.git("config", name, value.format(script=script, hooks=hooks))
    (repo.root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()  # to be fetched, by a promise
    (tmp_path / "ran").unlink(missing_ok=True)  # while the settings were made
    for command in (
        ["check"],
        ["diff"],
        ["diff", "HEAD~1"],
        ["health"],
        ["render"],
        ["check", "--format", "github"],
    ):
        run(repo.root, *command)
        assert not (tmp_path / "ran").exists(), command


def test_git_is_not_taken_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = Repo(tmp_path / "repo")
    repo.commit("2026-01-02", ticket=TERM)
    (repo.root / "git").write_text(f"#!/bin/sh\ntouch '{tmp_path}/ran'\n")
    (repo.root / "git").chmod(0o755)
    monkeypatch.chdir(repo.root)
    monkeypatch.setenv("PATH", os.pathsep.join((".", "", os.environ["PATH"])))
    assert run(repo.root, "diff").exit_code == 0
    assert not (tmp_path / "ran").exists()


# --- names of files -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("ticket.yaml.orig", "glossary/terms/ticket.yaml is there already: delete this file, or move it"),
        ("Ticket.yml", "glossary/terms/ticket.yaml is there already"),
        ("TICKET.YAML", "glossary/terms/ticket.yaml is there already"),
        ("ticket.yaml.rej", "glossary/terms/ticket.yaml is there already"),
        ("other.yaml.bak", "rename it to glossary/terms/other.yaml"),
    ],
)
def test_no_name_is_proposed_that_is_taken(root: Path, name: str, hint: str) -> None:
    (root / "glossary" / "terms" / name).write_text(TERM)
    assert hint in run(root, "check").stdout


def test_no_name_is_proposed_twice_nor_that_of_a_file_that_cannot_be_read(root: Path) -> None:
    terms = root / "glossary" / "terms"
    (terms / "lost.yaml").symlink_to("nothing")
    for name in ("lost.yaml.orig", "two.yaml.a", "two.yaml.b"):
        (terms / name).write_text(TERM)
    said = run(root, "check").stdout
    assert "lost.yaml is there already" in said
    assert said.count("rename it to glossary/terms/two.yaml") == 1


@each_row("name", ["Thumbs.db", "desktop.ini", ".DS_Store", "Desktop.ini", "ticket.yaml~"])
@each_row("folder", ["", "terms/", "pages/", "pages/sub/"])
def test_what_file_managers_leave_is_passed_over(root: Path, folder: str, name: str) -> None:
    (root / "glossary" / folder).mkdir(parents=True, exist_ok=True)
    (root / "glossary" / folder / name).write_bytes(b"\x00")
    assert not any(path.endswith(name) for path in read_tree(root).files)
    assert run(root, "check").exit_code == 0
