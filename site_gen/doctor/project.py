"""Files beside mkdocs.yml that older versions of the tool wrote, or that speak of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from packaging.version import InvalidVersion, Version

from site_gen.doctor.finding import Finding, diagnosis
from site_gen.model.import_formats import FORMATS

GITIGNORE = ".gitignore"
IGNORED = ("/build/*", "!/build/docs/", "/glossary/.glossary-write*")
_WHOLE_BUILD = {"build", "build/", "/build", "/build/", "build/*"}  # ways to say that all of it is generated
_PIN = re.compile(r"(?<=support[-_]glossary==)[0-9][\w.!+-]*")
WHEELS = "wheels"  # the folder of a project that its jobs install from, where no index has the tool
_A_WHEEL = re.compile(r"support_glossary-[^-]+-[^/]+\.whl")
_FROM_WHEELS = re.compile(rf"--find-links {WHEELS}\b")
_ZENSICAL = re.compile(r"\bzensical\s+(?:build|serve)\b(?![^\n#;|]*build/mkdocs\.yml)")
EXTRAS = {  # commands of a project's own that need an extra of the tool
    "builders": re.compile(r"\bzensical\s"),
    **{
        form.extra: re.compile(rf"\bglossary\s+import\s[^\n]*(?:{'|'.join(map(re.escape, form.endings))})\b")
        for form in FORMATS.values()
        if form.extra
    },
}


def gitignore(text: str | None) -> tuple[str, tuple[str, ...]]:
    """The file with the lines that are missing in it, and which those are."""
    there = {line.strip() for line in (text or "").splitlines()}
    missing = [line for line in IGNORED if line not in there]
    if there & _WHOLE_BUILD:
        missing = [line for line in missing if "build" not in line]
    start = text or ""
    start += "\n" * bool(start and not start.endswith("\n"))
    return start + "".join(f"{line}\n" for line in missing), tuple(missing)


def pinned(path: str, text: str, version: str) -> tuple[str, tuple[Finding, ...]]:
    """A workflow that installs ``version`` where it installed an older one, and what was found in it."""
    found = []
    for match in _PIN.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        order, what = _order(match[0], version), f"installs version {match[0]}, here is {version}"
        if order < 0:
            found.append(diagnosis("ci-behind", path, line, what, "glossary doctor --fix names this one"))
        elif order > 0:
            found.append(diagnosis("tool-behind", path, line, what, "pip install -U support-glossary"))
    newer = _PIN.sub(lambda match: version if _order(match[0], version) < 0 else match[0], text)
    return newer, tuple(found)


def wheel_missing(
    scripts: Mapping[str, str], wheels: Collection[str], version: str, installed_from: str
) -> Iterator[Finding]:
    """Jobs install this version from the folder of wheels, which holds only others.

    ``wheels`` are the names of the files there; ``installed_from`` is the path of the wheel in use, or "".
    """
    ours = [name for name in wheels if _A_WHEEL.match(name)]
    if not ours or any(name.split("-")[1] == version for name in ours):
        return
    for path, text in scripts.items():
        if _FROM_WHEELS.search(text):
            hint = f"cp '{installed_from or 'the wheel of it'}' {WHEELS}/; git rm {WHEELS}/{ours[0]}"
            yield diagnosis("wheel-missing", path, 0, f"{WHEELS}/ holds no wheel of version {version}", hint)
            return


def _order(one: str, other: str) -> int:
    """-1, 0 or 1 as a version comes before, is, or comes after another; 0 where one is none."""
    try:
        first, second = Version(one), Version(other)
    except InvalidVersion:
        return 0
    return (first > second) - (first < second)


def builders(scripts: Mapping[str, str]) -> Iterator[Finding]:
    """Commands that build without plugins from the file that holds only the desk's own settings."""
    for path, text in scripts.items():
        for match in _ZENSICAL.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            yield diagnosis("builder-settings", path, line, f"'{match[0]}' reads mkdocs.yml alone",
                          "write: glossary render && zensical build -f build/mkdocs.yml")  # fmt: skip


def extras(scripts: Mapping[str, str]) -> tuple[str, ...]:
    """The extras of the tool that commands of the project need."""
    return tuple(name for name, sign in EXTRAS.items() if any(sign.search(text) for text in scripts.values()))
