"""What the doctor finds, as data, and what each code stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from site_gen.model.problem import Problem, Severity

Needs = Literal["person", "fix", "nothing"]

CODES: Mapping[str, tuple[Needs, str]] = {
    "corpus-errors": ("person", "`glossary check` finds errors, so nothing can be built."),
    "cut-off": ("person", "A write was cut off, and the corpus may hold a half of it."),
    "settings-unreadable": ("person", "`mkdocs.yml` cannot be read, or holds what no setting may."),
    "unknown-option": ("person", "An option that the plugin `glossary` does not have."),
    "unknown-setting": ("person", "A setting that MkDocs does not have."),
    "setting-twice": ("person", "A key that stands twice, of which only the last one holds."),
    "not-the-theme": ("person", "The pages are made for the theme `material`."),
    "not-installed": ("person", "A plugin or extension that `mkdocs.yml` names is not installed."),
    "version-range": ("person", "A library is missing, or of a version that the tool is not made for."),
    "tool-behind": ("person", "The project was last used with a later version of the tool."),
    "wheel-missing": ("person", "The jobs of the host install a version of which `wheels/` holds no wheel."),
    "builder-settings": ("person", "A command builds without plugins, and from `mkdocs.yml` alone."),
    "settings-ours": ("fix", "A setting that the tool brings itself by now."),
    "gitignore-line": ("fix", "What is generated, or left by a write that was cut off, would be committed."),
    "stale-schema": ("fix", "A file in `schema/` is not what `glossary schema` writes."),
    "stale-codeowners": ("fix", "CODEOWNERS does not say what the corpus says."),
    "ci-behind": ("fix", "A workflow installs an older version of the tool than the one here."),
    "no-address": ("nothing", "Without `site_url` there are no canonical addresses, no feed, no site map."),
    "no-id": ("nothing", "Without `id` cards of this glossary and of another one may be taken for the same."),
    "license-form": ("nothing", "The site is for everybody, and `LICENSE.md` is still a form."),
    "not-strict": ("nothing", "Without `strict: true` a build passes over broken links."),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A problem of the project, and who can do something about it: a person, or ``doctor --fix``."""

    problem: Problem
    needs: Needs


def diagnosis(code: str, path: str, line: int, message: str, hint: str) -> Finding:
    """A finding of one of the codes; it is an error where it needs a person."""
    needs = CODES[code][0]
    severity: Severity = "error" if needs == "person" else "warning"
    problem = Problem(path=path, line=line, code=code, message=message, hint=hint, severity=severity)
    return Finding(problem=problem, needs=needs)
