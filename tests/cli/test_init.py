"""Starting another glossary: it is sound from the first minute, and nobody's files are touched."""

from __future__ import annotations

import json
import re
import shutil
import textwrap
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import quote

import pytest
import yaml
from click.testing import CliRunner, Result

from helpers.corpora import ROOT, SETTINGS, agrees_with_golden
from helpers.faults import Disk, DiskError
from helpers.published import complaints
from helpers.rows import each_row
from site_gen.__main__ import main
from site_gen.catalog import LANGUAGES, catalog, shipped
from site_gen.cli import own_wheel
from site_gen.cli.init import starter
from site_gen.cli.init_answers import Answers
from site_gen.corpus.load import load_words
from site_gen.model.records import Site
from site_gen.settings import load_site
from site_gen.settings.defaults import completed
from site_gen.settings.file import read_config


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_the_settings_hold_only_what_is_the_desks_own() -> None:
    """About a dozen lines; what they come to is what older ones list."""
    ours = ROOT / "site_gen" / "cli" / "starter" / "mkdocs.yml"
    lines = [line for line in ours.read_text(encoding="utf-8").splitlines() if line.strip()[:1] != "#"]
    assert len(lines) <= 12
    for path in (ours, ROOT / "mkdocs.yml"):
        short, whole = read_config(path).values, read_config(SETTINGS).values
        own = {"site_name", "site_description", "plugins", "site_dir", "theme", "not_in_nav"}
        one, other = completed(short), completed(whole)
        other["extra"] = {**other["extra"], "glossary_license": one["extra"]["glossary_license"]}  # its own
        assert {**one, "site_dir": ""}.keys() == other.keys()
        assert [name for name in one.keys() - own if one[name] != other[name]] == []
        for theme in (one["theme"], other["theme"]):  # older ones list the sign of before; doctor mends that
            for shade in theme["palette"]:
                shade["toggle"] = {**shade["toggle"], "icon": ""}
        assert one["theme"] == {key: value for key, value in other["theme"].items() if key != "custom_dir"}
        assert set(one["not_in_nav"].split()) == set(other["not_in_nav"].split())


_COMMENT = re.compile(r"#(?: .*)?$", re.MULTILINE)
_OF_A_VERSION = re.compile(r"# v\d")


@each_row("language", [one for one in LANGUAGES if one != "en"])
@each_row("readers", ["public", "internal"])
@each_row("host", ["github", "gitlab"])
def test_comments_are_in_the_language_of_the_desk_and_nothing_else_is_other(
    host: str, readers: str, language: str
) -> None:
    place = f"https://{host}.com/desk/words"
    ours, theirs = (
        starter(Answers(readers=readers, repository=place, language=one)) for one in ("en", language)
    )
    jobs = [path for path in theirs if path.endswith(".yml") and "ISSUE_TEMPLATE" not in path]
    assert "mkdocs.yml" in jobs and len(jobs) > 1
    for path in jobs:
        english, own = ours[path].decode(), theirs[path].decode()
        said = {one for one in _COMMENT.findall(own) if len(one) > 1 and not _OF_A_VERSION.match(one)}
        assert said and not said.intersection(_COMMENT.findall(english)), path
        assert max(map(len, (line for line in own.splitlines() if line.lstrip().startswith("#")))) <= 120
        if path != "mkdocs.yml":
            due = [str(shipped(one)["health.due"]) for one in (language, "en")]
            assert _code(own.replace(f"title={due[0]}", f"title={due[1]}")) == _code(english), path


def _code(text: str) -> list[str]:
    return _COMMENT.sub("", text).split()


def test_the_workflow_for_reviews_is_ours_but_for_the_installation(update_golden: bool) -> None:
    ours = (ROOT / ".github" / "workflows" / "reviews.yml").read_text(encoding="utf-8")
    installs = re.compile(r"(?<=- name: Set up\n)        run: \|\n(?:          .*\n)+")
    assert len(installs.findall(ours)) == 1
    theirs = "        run: python -m pip install --quiet --find-links wheels support-glossary==VERSION # the folder wheels/ holds it where no index does\n"
    agrees_with_golden(
        ROOT / "site_gen" / "cli" / "starter" / "reviews.yml", installs.sub(theirs, ours), update_golden
    )


def test_the_workflow_that_tells_readers_is_ours_but_for_the_installation(update_golden: bool) -> None:
    ours = (ROOT / ".github" / "workflows" / "digest.yml").read_text(encoding="utf-8")
    ours = re.sub(r" +cache.*\n", "", ours)
    install = "        run: python -m pip install --quiet --find-links wheels support-glossary==VERSION # the folder wheels/ holds it where no index does\n"
    theirs, found = re.subn(r"(?<=name: Set up\n)        run: \|\n(?:          .*\n)+", install, ours)
    assert found == 1
    agrees_with_golden(ROOT / "site_gen" / "cli" / "starter" / "digest.yml", theirs, update_golden)


def test_suggestions_to_the_repository_find_the_forms_that_the_site_names(
    tmp_path: Path, update_golden: bool
) -> None:
    done = run("init", tmp_path / "desk", "--suggest-to", "repository")
    assert "Say in mkdocs.yml where that is" in done.output
    forms = tmp_path / "desk" / ".github" / "ISSUE_TEMPLATE"
    ours = ROOT / ".github" / "ISSUE_TEMPLATE"
    assert {path.name for path in forms.iterdir()} == {path.name for path in ours.iterdir()} - {"config.yml"}
    for path in forms.iterdir():
        text = (ours / path.name).read_text(encoding="utf-8")
        agrees_with_golden(ROOT / "site_gen" / "cli" / "starter_forms" / path.name, text, update_golden)
        assert path.read_text(encoding="utf-8") == text
    other = run("init", tmp_path / "other", "--suggest-to", "words@desk.example")
    assert "Say in mkdocs.yml" not in other.output
    assert not (tmp_path / "other" / ".github" / "ISSUE_TEMPLATE").exists()


def test_a_new_glossary_has_valid_workflows_for_reviews_and_what_changed(tmp_path: Path) -> None:
    assert run("init", tmp_path / "desk").exit_code == 0
    paths = [tmp_path / "desk" / ".github" / "workflows" / name for name in ("reviews.yml", "digest.yml")]
    for path in paths:
        assert f"support-glossary=={version('support-glossary')} #" in path.read_text(encoding="utf-8")
    assert complaints("github-workflows", *paths) == ""


def test_a_new_glossary_checks_and_builds_clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # where there is no glossary at all
    done = run("init", "desk", "--name", "Words: #1 of 'our' desk")
    assert done.exit_code == 0, done.output
    assert "1. cd desk, and see it: glossary serve" in done.stdout
    check = run("--root", "desk", "check", "--strict")
    assert check.exit_code == 0, check.output
    assert "3 terms, 0 errors, 0 warnings" in check.stderr
    assert run("--root", "desk", "new", "Zebra").exit_code == 0
    build = run("--root", "desk", "build")
    assert build.exit_code == 0, build.output
    home = (tmp_path / "desk" / "build" / "site" / "index.html").read_text(encoding="utf-8")
    assert "<title>Words: #1 of &#39;our&#39; desk" in home or "Words: #1 of 'our' desk" in home
    assert (tmp_path / "desk" / ".gitignore").is_file()
    assert (tmp_path / "desk" / "build" / "docs" / ".gitignore").is_file()


def test_an_empty_folder_with_a_repository_will_do(tmp_path: Path) -> None:
    (tmp_path / "desk" / ".git").mkdir(parents=True)
    assert run("init", tmp_path / "desk").exit_code == 0


@pytest.mark.parametrize("name", ["notes.txt", ".env", "glossary/terms/x.yaml"])
def test_a_folder_with_files_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("ours")
    done = run("init", tmp_path)
    assert done.exit_code == 1
    assert f"is not empty ({name.partition('/')[0]}); name a folder that is new or empty" in done.output
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / name]


def test_the_current_folder_needs_no_way_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (".", str(tmp_path / "other")):
        (tmp_path / "other").mkdir(exist_ok=True)
        monkeypatch.chdir(tmp_path / "other")
        done = run("init", name)
        assert done.exit_code == 0, done.output
        assert "stands in this folder" in done.stdout
        assert "1. See it: glossary serve" in done.stdout
        assert run("check", "--strict").exit_code == 0
        monkeypatch.chdir(tmp_path)
        shutil.rmtree(tmp_path / "other")


def test_a_clone_with_what_its_host_put_there_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = {"README.md": "# Ours", "LICENSE": "ours", ".gitignore": "*.log"}
    for name, text in theirs.items():
        (tmp_path / name).write_text(text)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    done = run("init", ".")
    assert done.exit_code == 0, done.output
    assert {name: (tmp_path / name).read_text() for name in theirs} == theirs
    assert "Left as they were: .gitignore, README.md." in done.stdout
    assert "Add to .gitignore: /build/*, !/build/docs/" in done.stdout
    assert "1. See it: glossary serve" in done.stdout
    assert "4. Keep it: commit everything" in done.stdout
    assert run("check", "--strict").exit_code == 0


@pytest.mark.parametrize(
    ("origin", "is_gitlab"),
    [
        ("https://gitlab.com/desk/words.git", True),
        ("git@gitlab.desk.example:it/words.git", True),
        ("https://github.com/desk/gitlab.tools.git", False),
        ("", False),
    ],
)
@pytest.mark.parametrize("readers", ["internal", "public"])
def test_a_clone_of_a_gitlab_gets_its_jobs(
    tmp_path: Path, origin: str, is_gitlab: bool, readers: str
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text(f'[remote "origin"]\n\turl = {origin}\n')
    done = run("init", tmp_path, "--readers", readers)
    assert done.exit_code == 0, done.output
    jobs = tmp_path / ".gitlab-ci.yml"
    assert jobs.exists() == is_gitlab
    assert (tmp_path / ".github").exists() == (not is_gitlab)
    if is_gitlab:
        written = yaml.safe_load(jobs.read_text(encoding="utf-8"))
        assert written["check"]["script"] == ["glossary check"]
        asks = written["reviews"]["script"]
        recipe = (ROOT / "docs" / "reviews.md").read_text(encoding="utf-8")
        assert asks[0] in recipe and textwrap.indent(asks[1], " " * 6).rstrip() in recipe, "as the docs say"
        assert "glossary diff" in written["digest"]["script"][0]
        assert "job `reviews`" in (tmp_path / "README.md").read_text(encoding="utf-8")
        (rule,) = written["pages"]["rules"]
        waits = '$GLOSSARY_PAGES == "members"' in rule["if"]
        assert waits == (readers == "internal"), (
            "what is internal goes nowhere before somebody has closed the door"
        )
        assert ("only once you have closed GitLab Pages" in done.output) == waits
        assert f"support-glossary=={version('support-glossary')}" in written["default"]["before_script"][0]
        assert ".github" not in (tmp_path / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "title"),
    [(code, str(shipped(code)["health.due"])) for code in LANGUAGES] + [("pt", "Reviews that are due")],
)
def test_a_public_gitlab_is_told_how_it_gets_its_address_and_asks_in_its_language(
    tmp_path: Path, language: str, title: str
) -> None:
    where = ("--repository", "https://gitlab.com/desk/words", "--readers", "public", "--language", language)
    done = run("init", tmp_path / "desk", *where)
    assert (
        "push to the default branch" in done.output and "Deploy, Pages then shows the address" in done.output
    )
    assert "It needs a runner" in done.output and "also build/docs/.gitignore" in done.output
    jobs = yaml.safe_load((tmp_path / "desk" / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert f'--data-urlencode "title={title}"' in jobs["reviews"]["script"][1]
    assert not set(title) & set('"$`\\'), "it stands between double quotes of a shell"


def test_a_gitlab_without_an_answer_publishes_nothing(tmp_path: Path) -> None:
    done = run("init", tmp_path / "desk", "--repository", "https://gitlab.com/desk/words")
    assert "nothing publishes it" in done.output
    assert "pages:" not in (tmp_path / "desk" / ".gitlab-ci.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "place", ["file:///{wheel}", "file:///{gone}", "https://host.example/x.whl", "file:///{folder}", ""]
)
def test_the_wheel_it_came_from_goes_along_for_the_jobs_of_the_host(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    folder = tmp_path / "with space"
    folder.mkdir()
    wheel = folder / "support_glossary-0.9-py3-none-any.whl"
    wheel.write_bytes(b"PK\xff")
    names = {"wheel": wheel, "gone": f"{wheel}.whl", "folder": folder}
    address = place.format(**{name: quote(str(path)).lstrip("/") for name, path in names.items()})
    noted = json.dumps({"url": address}) if address else None
    installed = SimpleNamespace(read_text=lambda _: noted)
    monkeypatch.setattr(own_wheel, "metadata", SimpleNamespace(distribution=lambda _: installed))
    done = run("init", tmp_path / "desk")
    assert done.exit_code == 0, done.output
    there = tmp_path / "desk" / "wheels" / wheel.name
    assert there.exists() == ("{wheel}" in place)
    assert ("install the tool from wheels/" in done.output) == there.exists()
    jobs = list((tmp_path / "desk" / ".github" / "workflows").iterdir())
    assert jobs and all(
        "--find-links wheels support-glossary==" in path.read_text(encoding="utf-8") for path in jobs
    )


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("ours")
    assert run("init", tmp_path / "x").exit_code == 2
    assert run("init").exit_code == 2
    assert run("init", tmp_path / "y", "--name", "a\u0007").exit_code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_disk_that_refuses_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = starter(Answers())
    monkeypatch.setattr("site_gen.cli.init.starter", lambda _: dict(made))  # the files are the same each time
    for step in range(1, 60):
        with pytest.MonkeyPatch.context() as patch:
            disk = Disk(patch, step, DiskError)
            done = run("init", tmp_path / "deep" / "desk")
        if done.exit_code == 0:  # nothing failed, or only making a folder that was there
            assert len(list((tmp_path / "deep" / "desk").rglob("*.*"))) == 18
            shutil.rmtree(tmp_path / "deep")
            if disk.count < step:
                return
        else:
            assert "the disk is gone" in done.output
        assert list(tmp_path.iterdir()) == [], step
    raise AssertionError("the disk never gave in")


def settings(folder: Path) -> Site:
    return load_site(folder)


def test_suggestions_go_where_the_option_says(tmp_path: Path) -> None:
    done = run("init", tmp_path / "desk", "--suggest-to", "words@desk.example")
    assert done.exit_code == 0, done.output
    address = "mailto:words@desk.example?subject={title}&body={body}"
    assert settings(tmp_path / "desk").suggest_url == address
    empty = run("init", tmp_path / "other", "--suggest-to", "https://forms.example/f?id=1")
    assert empty.exit_code == 1 and "write {body} where the address takes the text" in empty.output
    refused = run("init", tmp_path / "other", "--suggest-to", "nowhere")
    assert refused.exit_code == 1 and "expected 'repository', a mail address" in refused.output
    assert not (tmp_path / "other").exists()


def test_in_a_terminal_it_asks_until_the_answer_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_gen.cli.init_answers.is_asked", lambda: True)
    answers = (
        "Wörter der Station 4\ngerman\nde\nWas wir auf Station 4 sagen\nPatient, Patientin\neveryone\ninternal\n"
        "nowhere\njira https://desk.atlassian.net 1 2\nsomewhere\ngit@github.com:desk/words.git\n"
    )
    done = CliRunner().invoke(main, ["init", str(tmp_path / "desk")], input=answers)
    assert done.exit_code == 0, done.output
    assert "Where do readers' suggestions go?" in done.output
    assert "suggestions cannot go to 'nowhere'" in done.output
    assert "issuetype=2&summary={title}" in settings(tmp_path / "desk").suggest_url
    assert "'german' is no language; did you mean 'de'?" in done.output
    assert "'somewhere' is no address" in done.output
    site = settings(tmp_path / "desk")
    assert (site.name, site.language, site.readers) == ("Wörter der Station 4", "de", "internal")
    assert (site.description, site.repo_url) == (
        "Was wir auf Station 4 sagen",
        "https://github.com/desk/words",
    )
    words = yaml.safe_load((tmp_path / "desk" / "glossary" / "words.yaml").read_text(encoding="utf-8"))
    assert words["field"] == {"people": "patient patientin"}
    lines = (tmp_path / "desk" / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if line.strip()[:1] != "#"]) <= 15


@pytest.mark.parametrize("host", ["github.com", "gitlab.com"])
@pytest.mark.parametrize("begins", [[], ["--from", "support", "--topics", "quality"]])
@pytest.mark.usefixtures("few_shipped")
@each_row("language", ["de", "es", "fr", "de-CH"])
def test_what_colleagues_read_in_the_repository_is_in_their_language(
    tmp_path: Path, language: str, host: str, begins: list[str]
) -> None:
    desk, english = tmp_path / language, tmp_path / "english"
    places = {desk: language} if english.exists() else {english: "en", desk: language}
    for place, code in places.items():
        done = run("init", place, "--language", code, "--repository", f"https://{host}/a/b", *begins)
        assert done.exit_code == 0, done.output
    english_lines = {
        line.strip()
        for file in ("README.md", "LICENSE.md")
        for line in (english / file).read_text(encoding="utf-8").splitlines()
    }
    for file in ("README.md", "LICENSE.md"):
        lines = {line.strip() for line in (desk / file).read_text(encoding="utf-8").splitlines()}
        assert lines & english_lines <= {"", "```", "```sh", "# Our glossary"}, file
    text = (desk / "README.md").read_text(encoding="utf-8")
    assert ("reviews.yml" in text) == (host == "github.com") != ("`reviews`" in text)
    assert ("LICENSE-shipped.md" in text) == ("glossary set level essential" in done.output) == bool(begins)
    forms = sorted((desk / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
    assert len(forms) == (3 if host == "github.com" else 0)
    for form in forms:
        ours = yaml.safe_load(
            (english / ".github" / "ISSUE_TEMPLATE" / form.name).read_text(encoding="utf-8")
        )
        theirs = yaml.safe_load(form.read_text(encoding="utf-8"))
        assert [part["id"] for part in theirs["body"]] == [part["id"] for part in ours["body"]]
        said = shipped(language.partition("-")[0])
        group = form.stem.replace("-", "_")
        assert theirs["title"] == str(said[f"issue.{group}.title"]).partition("{")[0]
        for part, english_part in zip(theirs["body"], ours["body"], strict=True):
            label = {"one": "one_term", "other": "other_term"}.get(part["id"], part["id"])
            assert part["attributes"]["label"] == said[f"issue.{group}.{label}"], (
                "as the links of the site say"
            )
            assert part.get("validations") == english_part.get("validations")
            told = part["attributes"].get("description", "")
            assert bool(told) == ("description" in english_part["attributes"])
            assert not told or told != english_part["attributes"]["description"]
        assert theirs["description"] != ours["description"] and theirs["name"] != ours["name"]


@pytest.mark.parametrize("language", ["de", "fr", "es", "pl", "en-GB"])
def test_a_glossary_in_another_language_is_sound_too(tmp_path: Path, language: str) -> None:
    done = run("init", tmp_path / "desk", "--language", language)
    assert done.exit_code == 0, done.output
    assert ("topics.yaml stand in English" in done.output) == (language == "pl")
    assert ("glossary words" in done.output) == (language == "pl")
    assert settings(tmp_path / "desk").language == language
    names = {"de": "Unser Glossar", "fr": "Notre glossaire", "es": "Nuestro glosario"}
    assert settings(tmp_path / "desk").name == names.get(language, "Our glossary")
    terms = {path.stem for path in (tmp_path / "desk" / "glossary" / "terms").iterdir()}
    queue = {"de": "warteschlange", "fr": "file-d-attente", "es": "cola"}.get(language, "queue")
    assert queue in terms and len(terms) == 3
    has_english = language == "pl"  # of which check warns
    check = run("--root", tmp_path / "desk", "check", *(["--strict"] * (not has_english)))
    assert check.exit_code == 0 and "3 terms, 0 errors" in check.output, check.output


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--language", "english", "did you mean 'en'?"),
        ("--language", "xx", "expected a code such as en, de, fr, pt-BR"),
        ("--repository", "github", "expected one such as https://github.com/you/words"),
        ("--field", "a\u0007", "U+0007"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(tmp_path: Path, option: str, value: str, said: str) -> None:
    done = run("init", tmp_path / "desk", option, value)
    assert done.exit_code == 1 and said in done.output
    assert not (tmp_path / "desk").exists()


def test_pull_requests_are_checked_and_where_a_clone_came_from_is_known(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    remote = "https://name:secret@github.com/desk/words.git"
    (tmp_path / ".git" / "config").write_text(f'[remote "origin"]\n\turl = {remote}\n')
    (tmp_path / "COPYING").write_text("ours")
    assert run("init", tmp_path).exit_code == 0
    assert settings(tmp_path).repo_url == "https://github.com/desk/words"
    assert not (tmp_path / "LICENSE.md").exists()  # they have one
    path = tmp_path / ".github" / "workflows" / "check.yml"
    text = path.read_text(encoding="utf-8")
    assert (
        f"support-glossary=={version('support-glossary')} #" in text
        and "glossary check --format github" in text
    )
    for permissions in re.findall(r"permissions:(.*(?:\n {6}.*)*)", text):
        assert "write" not in permissions
    assert complaints("github-workflows", path) == ""


PUBLISHES = ".github/workflows/pages.yml"


@pytest.mark.parametrize("said", [(), ("--readers", "internal"), ("--readers", "public")])
def test_only_what_everybody_may_read_gets_what_publishes_it(tmp_path: Path, said: tuple[str, ...]) -> None:
    desk = tmp_path / "desk"
    done = run("init", desk, *said)
    assert done.exit_code == 0, done.output
    assert "'audience' is no access control" in done.output
    is_public = "public" in said
    assert ("To let only the desk in: GitLab Pages" in done.output) == (not is_public)
    workflows = [path for path in desk.rglob("*.yml") if "deploy-pages" in path.read_text(encoding="utf-8")]
    assert workflows == ([desk / PUBLISHES] if is_public else [])
    site = settings(desk)
    assert (site.audience, site.readers) == ((said[1], said[1]) if said else ("internal", None))
    license_of = desk / "LICENSE.md"  # whoever may read the site asks for it to be filled in
    assert run("--root", desk, "check", "--strict").exit_code == int(is_public)
    form = license_of.read_text(encoding="utf-8")
    license_of.write_text(form.replace("[year] [who]", "2026 The desk"), encoding="utf-8")
    assert run("--root", desk, "check", "--strict").exit_code == 0


def test_what_publishes_is_ours_but_for_the_installation(tmp_path: Path) -> None:
    run("init", tmp_path / "desk", "--readers", "public")
    written = yaml.load((tmp_path / "desk" / PUBLISHES).read_text(encoding="utf-8"), yaml.BaseLoader)
    ours = yaml.load((ROOT / PUBLISHES).read_text(encoding="utf-8"), yaml.BaseLoader)
    steps, expected = written["jobs"]["build"]["steps"], ours["jobs"]["build"]["steps"]
    install = next(step for step in steps if step.get("name") == "Set up")
    assert install["run"].strip().endswith(f"support-glossary=={version('support-glossary')}")
    for step in expected:
        if step.get("name") == "Set up":
            step["run"] = install["run"]
        if "setup-python" in step.get("uses", ""):
            step["with"] = {"python-version": step["with"]["python-version"]}
    assert written == ours


@pytest.mark.parametrize(
    ("audience", "readers", "said"),
    [
        ("public", "internal", "only the desk reads it (readers: internal)"),
        ("internal", "public", "everybody can read the site (readers: public)"),
        ("public", "public", ""),
        ("internal", "internal", ""),
        ("public", "", ""),
        ("internal", "", ""),
    ],
)
def test_check_warns_where_the_pages_do_not_fit_the_readers(
    root: Path, audience: str, readers: str, said: str
) -> None:
    options = f"      audience: {audience}\n" + (f"      readers: {readers}\n" if readers else "")
    text = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(text.replace("  - glossary:\n", f"  - glossary:\n{options}"))
    done = run("--root", root, "check")
    assert done.exit_code == 0
    assert ("[readers-audience]" in done.stdout) == bool(said)
    assert said in done.stdout


def test_the_texts_of_the_pages_name_the_people_of_the_desk(tmp_path: Path) -> None:
    done = run("init", tmp_path / "desk", "--people", "applicant applicants relative")
    assert done.exit_code == 0, done.output
    words = load_words((tmp_path / "desk" / "glossary" / "words.yaml").read_bytes())
    assert words["field.people"] == "applicant applicants relative"
    assert words["term.say_in"] == "Say to an applicant {channel}"
    assert words["scripts.texts.none"] == "There is no sentence for applicants yet."
    assert words["explain.title"] == "Explain this text"
    check = run("--root", tmp_path / "desk", "check", "--strict")
    assert check.exit_code == 0, check.output
    left = catalog("en", words).texts
    assert not [key for key, text in left.items() if "customer" in str(text) and not key.startswith("field.")]


@each_row("language", LANGUAGES)
def test_the_side_panel_stands_beside_any_work(language: str) -> None:
    """A library or a ward has no ticket tool; ticket_sidebar is what a vendor calls a place."""
    texts = {key: str(text) for key, text in shipped(language).items() if key.startswith(("panel.", "app."))}
    texts["published.panel.what"] = str(shipped(language)["published.panel.what"])
    assert not [key for key, text in texts.items() if re.search(r"ticket(?!_)", text, re.IGNORECASE)]


_CUSTOMERS = re.compile(r"\b(?:kunde|kundin|ticket|client)", re.IGNORECASE)


@pytest.mark.parametrize(("language", "people"), [("de", "bürger"), ("es", "viajero"), ("fr", "assuré")])
def test_no_text_of_the_pages_names_customers_where_a_desk_has_none(
    tmp_path: Path, language: str, people: str
) -> None:
    done = run("init", tmp_path / "desk", "--language", language, "--people", people)
    assert done.exit_code == 0, done.output
    words = load_words((tmp_path / "desk" / "glossary" / "words.yaml").read_bytes())
    found = {**catalog(language, words).texts}
    named = {key for key, text in found.items() if _CUSTOMERS.search(str(text))}
    assert {key for key in named if not key.startswith(("field.", "panel."))} == set()
    check = run("--root", tmp_path / "desk", "check", "--strict")
    assert not [
        line for line in check.stdout.splitlines() if "words.yaml" in line and "have no words" not in line
    ]
    run(
        "init",
        tmp_path / "customers",
        "--language",
        language,
        "--people",
        str(shipped(language)["field.people"]),
    )
    assert "term" not in yaml.safe_load(
        (tmp_path / "customers/glossary/words.yaml").read_text(encoding="utf-8")
    )
