"""The command that says what is behind, missing or unknown around a glossary, and mends what is safe."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from difflib import unified_diff
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import click

from site_gen.checks import license_form
from site_gen.checks.rules import CHECKS
from site_gen.checks.run import judge
from site_gen.cli.app import command, count, main, recover_cut_off, report
from site_gen.cli.own_wheel import PACKAGE, own_wheel
from site_gen.corpus.confine import own_place
from site_gen.corpus.disk import CORPUS, cut_off, read_tree, write_project
from site_gen.corpus.load import load
from site_gen.doctor import project
from site_gen.doctor.environment import environment
from site_gen.doctor.finding import Finding, diagnosis
from site_gen.doctor.settings import FILE, settings
from site_gen.doctor.trim import trimmed
from site_gen.export.codeowners import PLACE as CODEOWNERS
from site_gen.export.codeowners import codeowners, stale
from site_gen.export.json_schema import schemas
from site_gen.model.problem import RefusedError, errors, printable
from site_gen.model.records import Site
from site_gen.settings import PLUGIN, load_settings, site_of
from site_gen.settings.choices import SettingsError
from site_gen.settings.file import keys_written_twice, values_of

SCHEMAS = "schema"
_SCRIPTS = (".gitlab-ci.yml", "Makefile", "package.json")  # and all workflows of GitHub


@dataclass(slots=True, kw_only=True)
class _Examined:
    """What was found, and the files as they would be once it is mended, with what they were made from."""

    found: list[Finding] = field(default_factory=list)
    changes: dict[str, bytes] = field(default_factory=dict)
    read: dict[str, bytes] = field(default_factory=dict)


@command(
    main, "glossary doctor\nglossary doctor --fix --dry-run\nglossary doctor --fix\nglossary doctor --json",
    exits="Exit codes: 0 nothing needs a person, 1 something does, 2 wrong use of the command.",
    leftovers="own",
)  # fmt: skip
@click.option("--fix", "mend", is_flag=True, help="Mend what is safe: all of it, or nothing.")
@click.option("--dry-run", is_flag=True, help="With --fix: show the changes and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="What was found, as data.")
def doctor(root: Path, mend: bool, dry_run: bool, as_json: bool) -> None:
    """Say what is behind, missing or unknown in settings, corpus and environment, and what to do about it.

    --fix takes out of mkdocs.yml what the tool brings itself, and brings .gitignore, schema/, CODEOWNERS
    and the version in workflows up to date. Nothing that mkdocs.yml names is run.
    """
    if dry_run and not mend:
        raise click.UsageError("--dry-run goes with --fix; doctor alone changes nothing")
    if mend and not dry_run:
        recover_cut_off(root)
    seen = _examined(root)
    if mend and dry_run:
        _show(seen)
    elif mend and seen.changes:
        try:
            write_project(root, seen.changes, read=seen.read)
        except ValueError as error:
            raise RefusedError(f"{error}; nothing was written") from None
        for path in sorted(seen.changes):
            click.echo(f"mended  {path}", err=True)
        seen = _examined(root)
    _tell(seen, as_json=as_json)
    sys.exit(1 if any(one.needs == "person" for one in seen.found) else 0)


def _tell(seen: _Examined, *, as_json: bool) -> None:
    found = sorted(set(seen.found), key=lambda one: (one.problem.path, one.problem.line, one.problem.code))
    if as_json:
        data = [{**asdict(one.problem), "needs": one.needs} for one in found]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    report(tuple(one.problem for one in found), "text")
    people = sum(one.needs == "person" for one in found)
    fixed = sum(one.needs == "fix" for one in found)
    if not people and not fixed:
        click.echo("Nothing is behind.", err=True)
        return
    said = f"{people} for a person, {fixed} for glossary doctor --fix"
    click.echo(said, err=True)


def _show(seen: _Examined) -> None:
    for path, data in sorted(seen.changes.items()):
        before = seen.read.get(path, b"").decode("utf-8", "replace").splitlines(keepends=True)
        after = data.decode("utf-8", "replace").splitlines(keepends=True)
        for line in unified_diff(before, after, path, path, n=1):
            click.echo(printable(line.rstrip("\n")))


def _examined(root: Path) -> _Examined:
    seen = _Examined()
    scripts = _scripts(root, seen)
    _look_at_settings(root, seen)
    _look_at_corpus(root, seen)
    _look_at_gitignore(root, seen)
    version = metadata.version(PACKAGE)
    for path, text in scripts.items():
        newer, found = project.pinned(path, text, version)
        _keep(seen, path, newer, found)
    wheels = [path.name for path in (root / project.WHEELS).glob("*.whl")]
    seen.found += project.wheel_missing(scripts, wheels, version, str(own_wheel() or ""))
    seen.found += project.builders(scripts)
    seen.found += environment(metadata.requires(PACKAGE) or (), _version, project.extras(scripts))
    return seen


def _keep(seen: _Examined, path: str, text: str, found: tuple[Finding, ...]) -> None:
    """Note what was found in a file, and how it would be; only where that is another text."""
    seen.found += found
    if text.encode() != seen.read.get(path):
        seen.changes[path] = text.encode()


def _read(root: Path, path: str, seen: _Examined) -> str | None:
    """A file of the project, or None. Raises ``RefusedError`` for a link."""
    place = own_place(root, root / path)
    if not place.is_file():
        return None
    seen.read[path] = place.read_bytes()
    try:
        return seen.read[path].decode("utf-8")
    except UnicodeDecodeError:
        raise RefusedError(f"{path}: not UTF-8 text; save it as UTF-8") from None


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _scripts(root: Path, seen: _Examined) -> Mapping[str, str]:
    """Files whose commands run the tool, by path."""
    workflows = sorted(
        path.relative_to(root).as_posix() for path in (root / ".github" / "workflows").glob("*.y*ml")
    )
    found = {path: _read(root, path, seen) for path in (*workflows, *_SCRIPTS)}
    return {path: text for path, text in found.items() if text is not None}


def _look_at_settings(root: Path, seen: _Examined) -> None:
    from mkdocs.config.defaults import get_schema

    try:
        text = _read(root, FILE, seen)
        config = load_settings(root)
    except SettingsError as error:
        seen.found.append(diagnosis("settings-unreadable", FILE, 0, str(error), "mend it by hand"))
        return
    text = text or ""
    trim = trimmed(text, values_of)
    seen.found += (
        diagnosis("setting-twice", FILE, line, f"'{key}' stands here a second time, and only this one holds",
                  "join the two")
        for line, key in keys_written_twice(text)
    )  # fmt: skip
    plugin = config.plugins.get(PLUGIN)
    seen.found += settings(
        config.values,
        plugin.config if plugin else {},
        plugins=list(config.plugins),
        known=[name for name, _ in get_schema()],
        line_of=lambda name: _line(text, name),
        is_there=_is_there,
        trim=trim,
    )
    if plugin is None:
        seen.found.append(diagnosis("settings-unreadable", FILE, _line(text, "plugins"),
                                  f"no '{PLUGIN}' under plugins", f"add the line '- {PLUGIN}'"))  # fmt: skip
    try:
        site_of(config)
    except SettingsError as error:
        seen.found.append(diagnosis("settings-unreadable", FILE, 0, str(error), "mend it by hand"))
    _keep(seen, FILE, trim.text, ())


def _line(text: str, name: str) -> int:
    found = re.search(rf"^[ \t-]*[\"']?{re.escape(name)}\b", text, re.MULTILINE)
    return text.count("\n", 0, found.end()) + 1 if found else 1


def _is_there(name: str) -> bool:
    """Whether a plugin or a Markdown extension is installed; none of them is imported."""
    wanted = name.removeprefix("plugin:")
    group = "markdown.extensions" if wanted == name else "mkdocs.plugins"
    if not {wanted, f"material/{wanted}"}.isdisjoint(_entry_points(group)):
        return True
    try:
        return group == "markdown.extensions" and find_spec(wanted.partition(".")[0]) is not None
    except (ImportError, ValueError):
        return False


@cache  # every installed distribution is looked into
def _entry_points(group: str) -> frozenset[str]:
    return frozenset(point.name for point in metadata.entry_points(group=group))


def _look_at_corpus(root: Path, seen: _Examined) -> None:
    tree = read_tree(root)
    seen.found += (Finding(problem=problem, needs="person") for problem in cut_off(root))
    site = _site(root)
    text = _read(root, license_form.PLACE, seen) if site.readers == "public" else None
    if form := license_form.unfilled(text or ""):
        seen.found.append(Finding(problem=form, needs="nothing"))
    problems, corpus = judge(tree, site, CHECKS)
    if wrong := errors(problems):
        message = f"glossary check finds {count(len(wrong), 'error')}"
        seen.found.append(diagnosis("corpus-errors", CORPUS, 0, message, "run: glossary check"))
    glossary = corpus.glossary
    made = codeowners(glossary, site).text
    if (text := _read(root, CODEOWNERS, seen)) is not None:
        found = tuple(
            diagnosis(one.code, one.path, one.line, one.message, one.hint) for one in stale(text, made)
        )
        _keep(seen, CODEOWNERS, made if found else text, found)
    wanted = schemas(load(tree.files).glossary)
    if any((root / SCHEMAS / name).is_file() for name in wanted):
        for path, data in ((f"{SCHEMAS}/{name}", text) for name, text in wanted.items()):
            if _read(root, path, seen) != data:
                found_now = diagnosis(
                    "stale-schema", path, 0, "not as this version writes it", "run: glossary schema"
                )
                _keep(seen, path, data, (found_now,))


def _site(root: Path) -> Site:
    try:
        return site_of(load_settings(root))
    except SettingsError:  # told already
        return Site()


def _look_at_gitignore(root: Path, seen: _Examined) -> None:
    text = _read(root, project.GITIGNORE, seen)
    if text is None and not (root / ".git").exists():
        return  # a folder of a larger repository, or of none
    whole, missing = project.gitignore(text)
    found = (
        diagnosis("gitignore-line", project.GITIGNORE, 0, f"no line {line}", "glossary doctor --fix adds it")
        for line in missing
    )
    _keep(seen, project.GITIGNORE, whole, tuple(found))
