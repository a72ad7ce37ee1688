"""The doctor: what it finds, what it mends, and that it never changes what settings come to."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpora import DATA, ROOT, SETTINGS
from helpers.faults import Disk, DiskError, Killed
from helpers.rows import each_row
from helpers.upgrade import EDITIONS, first_version, made_by
from site_gen.__main__ import main
from site_gen.cli import doctor
from site_gen.cli.init import starter
from site_gen.cli.init_answers import Answers
from site_gen.doctor.environment import environment
from site_gen.doctor.finding import CODES
from site_gen.doctor.trim import trimmed
from site_gen.plugin import GlossaryConfig
from site_gen.settings.choices import CHOICES, DEFAULTS
from site_gen.settings.defaults import completed
from site_gen.settings.file import values_of

DOCS = ROOT / "docs" / "upgrade.md"


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


installed = cache(doctor._version)


@pytest.fixture(autouse=True)
def _what_is_installed_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each run of the command reads two dozen distributions."""
    monkeypatch.setattr(doctor, "_version", installed)


@cache
def begun() -> Mapping[str, bytes]:
    return starter(Answers(name="Words", id="words-4f2a"))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A glossary as `init` makes it today."""
    for path, data in begun().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def test_a_new_glossary_has_nothing_behind(desk: Path) -> None:
    done = run(desk, "doctor")
    assert done.exit_code == 0, done.output
    assert "Nothing is behind." in done.stderr
    assert [line.rpartition("[")[2] for line in done.stdout.splitlines()] == ["no-address]"]


def replaced(old: str, new: str) -> tuple[str, str, str]:
    return "mkdocs.yml", old, new


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (replaced("- glossary:", "- glossary:\n      audiense: public"), "unknown-option", "did you mean 'audience'"),
        (replaced("strict: true", "strickt: true"), "unknown-setting", "did you mean 'strict'"),
        (replaced("strict: true", "strict: true\nextra_css: [a.css]\nextra_css: [b.css]"), "setting-twice", "'extra_css'"),
        (replaced("strict: true", ""), "not-strict", "write strict: true"),
        (replaced("      id: words-4f2a\n", ""), "no-id", "it makes new notes"),
        (replaced("name: material", "name: readthedocs"), "not-the-theme", "the theme is readthedocs"),
        (replaced("plugins:", "plugins:\n  - nowhere"), "not-installed", "the plugin 'nowhere'"),
        (replaced("strict: true", "strict: true\nmarkdown_extensions: [nowhere.x]"), "not-installed", "'nowhere.x'"),
        (replaced("strict: true", "strict: true\nuse_directory_urls: false"), "settings-ours", "use_directory_urls"),
        (replaced("docs_dir: build/docs", "docs_dir: [x]"), "settings-unreadable", "docs_dir is ['x']"),
        (replaced("  - glossary:", "  - glossary:\n      audience: all"), "settings-unreadable", "expected internal"),
        ((".gitignore", "/glossary/.glossary-write*\n", ""), "gitignore-line", "no line /glossary/.glossary-write*"),
        (("glossary/terms/queue.yaml", "name:", "nmae:"), "corpus-errors", "run: glossary check"),
        ((".gitlab-ci.yml", "", "pip install support-glossary==0.0.1\n"), "ci-behind", "installs version 0.0.1"),
        ((".gitlab-ci.yml", "", "pip install support-glossary==99.1\n"), "tool-behind", "installs version 99.1"),
        (("Makefile", "", "all:\n\tglossary render && zensical build\n"), "builder-settings", "build/mkdocs.yml"),
    ],
)  # fmt: skip
def test_each_thing_is_told_with_what_to_do(
    desk: Path, change: tuple[str, str, str], code: str, said: str
) -> None:
    path, old, new = change
    place = desk / path
    before = place.read_text(encoding="utf-8") if place.exists() else ""
    assert old in before
    (desk / ".git").mkdir()
    place.write_text(before.replace(old, new, 1) if old else new, encoding="utf-8")
    done = run(desk, "doctor")
    lines = [line for line in done.output.splitlines() if f"[{code}]" in line]
    assert lines and said in lines[0] and ";" in lines[0], done.output
    assert done.exit_code == (1 if CODES[code][0] == "person" else 0), done.output
    found = json.loads(run(desk, "doctor", "--json").stdout)
    assert CODES[code][0] in {one["needs"] for one in found if one["code"] == code}


@pytest.mark.parametrize(
    ("wheels", "said"),
    [((), False), (("0.0.1",), True), (("0.0.1", version("support-glossary")), False)],
)
def test_a_wheel_of_an_older_version_is_told_where_the_jobs_install_from_it(
    desk: Path, wheels: tuple[str, ...], said: bool
) -> None:
    for one in wheels:
        (desk / "wheels").mkdir(exist_ok=True)
        (desk / "wheels" / f"support_glossary-{one}-py3-none-any.whl").write_bytes(b"")
    done = run(desk, "doctor")
    assert ("[wheel-missing]" in done.stdout) == said == bool(done.exit_code), done.output
    assert ("wheels/; git rm wheels/support_glossary-0.0.1-py3-none-any.whl" in done.stdout) == said
    for path in (desk / ".github" / "workflows").iterdir():
        path.write_text(path.read_text().replace("--find-links wheels ", ""))
    assert run(desk, "doctor").exit_code == 0, "no job looks there"


def test_what_builds_from_the_whole_settings_is_fine(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = doctor._version  # with the builder, which the lowest versions of the rest come without
    monkeypatch.setattr(doctor, "_version", lambda name: "0.1.0" if name == "zensical" else there(name))
    (desk / "Makefile").write_text("all:\n\tglossary render && zensical build -f build/mkdocs.yml\n")
    assert run(desk, "doctor").exit_code == 0


def test_a_cut_off_write_is_told(desk: Path) -> None:
    (desk / "glossary" / ".glossary-write-0123456789abcdef").mkdir()
    done = run(desk, "doctor")
    assert (done.exit_code, "[cut-off]" in done.stdout) == (1, True)


def test_stale_schema_and_codeowners_are_mended_where_they_are_there(desk: Path) -> None:
    assert run(desk, "schema").exit_code == 0
    (desk / "schema" / "term.json").write_text("{}")
    (desk / ".github" / "CODEOWNERS").write_text("* @somebody\n")
    done = run(desk, "doctor")
    assert "stale-schema" in done.stdout and "stale-codeowners" in done.stdout and done.exit_code == 0
    assert run(desk, "doctor", "--fix").exit_code == 0
    assert (desk / "schema" / "term.json").read_text() != "{}"
    assert run(desk, "codeowners", "--check").exit_code == 0
    assert "Nothing is behind." in run(desk, "doctor").stderr


def everything(root: Path) -> Mapping[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_the_first_versions_glossary_is_mended_and_only_that(tmp_path: Path) -> None:
    root = first_version(tmp_path)
    before = everything(root)
    shown = run(root, "doctor", "--fix", "--dry-run")
    assert shown.exit_code == 0, shown.output
    assert "-extra_css: [assets/glossary.css]" in shown.stdout
    assert everything(root) == before
    done = run(root, "doctor", "--fix")
    assert done.exit_code == 0, done.output
    after = everything(root)
    assert {path for path in after if after[path] != before.get(path)} == {"mkdocs.yml", ".gitignore"}
    lines = after["mkdocs.yml"].decode().splitlines()
    assert [line for line in lines if line.strip() and not line.strip().startswith("#")] == [
        "site_name: Our glossary",
        "site_description: What we mean by our words.",
        "site_url: !ENV GLOSSARY_SITE_URL # the site's address, for canonical links and the feed; not set, there are none",
        "docs_dir: build/docs",
        "strict: true",
        "theme:",
        "  name: material",
        "  language: en",
        "plugins:",
        "  - glossary:",
        '      repository: !ENV [GLOSSARY_REPOSITORY, ""]',
    ]
    assert set(lines) <= set(before["mkdocs.yml"].decode().splitlines())
    assert "Nothing is behind." in run(root, "doctor", "--fix").stderr


@pytest.mark.slow
def test_a_fix_is_whole_or_not_at_all(tmp_path: Path) -> None:
    for step in range(1, 200):
        root = first_version(tmp_path / str(step))
        before = everything(root)
        with pytest.MonkeyPatch.context() as patch:
            disk = Disk(patch, step, Killed if step % 2 else DiskError)
            with suppress(Killed):
                run(root, "doctor", "--fix")
        assert run(root, "recover").exit_code == 0
        after = everything(root)
        changed = {path for path in after if after[path] != before.get(path)}
        assert changed in (set(), {"mkdocs.yml", ".gitignore"}), step
        if disk.count < step:
            assert changed
            return
        shutil.rmtree(root)
    raise AssertionError("the disk never gave in")


def test_settings_behind_a_link_are_not_written(desk: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "ignored"
    outside.write_text("x\n")
    (desk / ".gitignore").unlink()
    (desk / ".gitignore").symlink_to(outside)
    done = run(desk, "doctor", "--fix")
    assert done.exit_code == 1 and "a link to" in done.output
    assert outside.read_text() == "x\n"


# --- taking out of settings what is ours ---------------------------------------------------------------------

CHUNKS = [
    *SETTINGS.read_text(encoding="utf-8").replace("\n\n", "\n").split("\ntheme:")[0].splitlines(),
    "# a remark",
    "",
    "nav: [{Rules: rules.md}]",
    "nav:\n  - Home: index.md\n  - A to Z: az.md",
    "not_in_nav: |\n  /terms/\n\n  /ours.md\n  /topics/",
    "not_in_nav: /terms/",
    "theme:\n  # ours\n  name: material\n  font: false # no request\n  palette:\n    primary: red\n  features: [a]",
    "theme: {name: material, font: false}",
    "theme: material",
    "plugins:\n  - search: {enabled: false}\n  # it\n  - glossary:\n      english: any",
    "plugins: [glossary, {search: {enabled: false}}]",
    "plugins: {glossary: {}, search: {enabled: false}}",
    "extra_css: [assets/glossary.css, brand.css]",
    "extra_css:\n  - brand.css\n  - assets/glossary.css",
    "extra_javascript:\n  - own.js\n  - {path: assets/box.js, defer: true}\n  - assets/page.js\n# end",
    "extra_javascript: [assets/lookup-data.js]",
    "markdown_extensions:\n  - toc: {permalink: true}\n  - tables\n  - attr_list\n",
    "markdown_extensions: {admonition: null, toc: {permalink: false}}",
    "extra: {generator: false, more: 1}",
    "extra:\n  generator: false",
    "copyright: >\n  many\n\n\n  words",
    "validation: {omitted_files: warn}",
    "INHERIT: base.yml",
    "!!python/none x: 1",
]


@given(st.lists(st.sampled_from(CHUNKS), max_size=9), st.sampled_from(["\n", "\r\n"]))
def test_what_is_taken_out_changes_nothing(chunks: list[str], end: str) -> None:
    text = "\n".join(chunks).replace("\n", end) + end
    before = values_of(text)
    found = trimmed(text, values_of)
    if not isinstance(before, dict):
        assert (found.text, found.taken) == (text, ())
        return
    after = values_of(found.text) or {}
    keys = (
        "theme",
        "nav",
        "extra",
        "extra_css",
        "markdown_extensions",
        "validation",
        "use_directory_urls",
        "copyright",
    )
    one, other = completed(before), completed(after)
    for whole in (one, other):
        if whole["theme"].get("custom_dir") == "build/theme":
            del whole["theme"]["custom_dir"]
    assert [one.get(key) for key in keys] == [other.get(key) for key in keys]
    assert [line for line in found.text.splitlines() if line not in text.splitlines()] == []
    remarks = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    if not found.taken:
        assert found.text == text
    assert len([line for line in found.text.splitlines() if line in remarks]) <= len(remarks)


def test_what_a_desk_wrote_stays() -> None:
    text = (DATA / "settings" / "mkdocs-0.2.yml").read_text(encoding="utf-8")
    text = text.replace("assets/glossary.css]", "assets/glossary.css, brand/colours.css]")
    text = text.replace("not_in_nav: |\n", "not_in_nav: |\n  /passed.md\n").replace(
        "primary: custom", "primary: red"
    )
    kept = trimmed(text, values_of).text
    assert "extra_css: [assets/glossary.css, brand/colours.css]" in kept
    assert "not_in_nav: |\n  /passed.md\n" in kept
    assert kept.count("primary: red") == 2
    assert "extra_javascript" not in kept


# --- the environment, and the tables -------------------------------------------------------------------------


@each_row(
    "needed, there, said",
    [
        ("click>=8.3.1", "8.3.1", []),
        ("click>=8.3.1", "8.1", ["click is 8.1, expected >=8.3.1"]),
        ("mkdocs<2,>=1.6", "2.0", ["mkdocs is 2.0, expected <2,>=1.6"]),
        ("lxml>=5", None, ["lxml is not installed"]),
        ("rdflib>=7; extra == 'skos'", None, []),
        ("zensical>=0.0.73; extra == 'builders'", None, ["zensical is not installed"]),
        ("tomli; python_version < '3.0'", None, []),
    ],
)
def test_libraries_are_held_against_their_ranges(needed: str, there: str | None, said: list[str]) -> None:
    found = list(environment([needed], lambda name: there, ["builders"]))
    assert [one.problem.message for one in found] == said
    assert all(one.problem.hint.startswith("pip install '") for one in found)


def test_the_options_that_are_known_are_those_of_the_plugin() -> None:
    assert {name for name, _ in GlossaryConfig._schema} == {*CHOICES, *DEFAULTS}


def test_the_page_has_a_line_for_each_code() -> None:
    text = DOCS.read_text(encoding="utf-8")
    who = {"person": "you", "fix": "`--fix`", "nothing": "nobody, unless you want it"}
    for code, (needs, what) in CODES.items():
        assert f"| `{code}` | {what} | {who[needs]} |" in text


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_an_earlier_init_made_goes_on_working(tmp_path: Path, edition: str) -> None:
    desk = made_by(edition, tmp_path)
    for command in ("check", "doctor", "render"):
        done = CliRunner().invoke(main, ["--root", str(desk), command])
        assert done.exit_code == 0, (command, done.output)
