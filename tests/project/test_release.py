"""What is published: the README where no repository stands around it, and that the versions agree."""

from __future__ import annotations

import re
import tomllib

from helpers.corpora import ROOT
from helpers.rows import each_row
from package_metadata import addresses, readme
from release_check import PACKAGERS, version_problems

README = (ROOT / "README.md").read_text(encoding="utf-8")
HOME = "https://example.org/us/glossary"
LINK = re.compile(r"\]\(([^)\s]+)\)")
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


@each_row(
    "text, without, with_one",
    [
        ("See [a page](docs/a.md#b).", "See a page.", f"See [a page]({HOME}/blob/v1.0.0/docs/a.md#b)."),
        ("![A picture](docs/a.png)", "", f"![A picture]({HOME}/raw/v1.0.0/docs/a.png)"),
        ("[Elsewhere](https://example.org/)", "[Elsewhere](https://example.org/)", "[Elsewhere](https://example.org/)"),
        ("[Below](#start)", "[Below](#start)", "[Below](#start)"),
        (
            "| A | B |\n|---|---|\n| ![x](x.png) | ![y](y.png) |\n",
            "",
            f"| A | B |\n|---|---|\n| ![x]({HOME}/raw/v1.0.0/x.png) | ![y]({HOME}/raw/v1.0.0/y.png) |\n",
        ),
        ("| A | B |\n|---|---|\n| x | y |\n", "| A | B |\n|---|---|\n| x | y |\n", "| A | B |\n|---|---|\n| x | y |\n"),
    ],
)  # fmt: skip
def test_links_of_the_readme_lead_somewhere_or_are_text(text: str, without: str, with_one: str) -> None:
    assert readme(text, "", "1.0.0") == without
    assert readme(text, f"{HOME}/", "1.0.0") == with_one


def test_the_readme_of_the_package_has_no_relative_link() -> None:
    assert len(LINK.findall(README)) > 10
    assert [
        link for link in LINK.findall(readme(README, "", VERSION)) if not link.startswith(("https:", "#"))
    ] == []
    linked = LINK.findall(readme(README, HOME, VERSION))
    assert len(linked) == len(LINK.findall(README))
    assert [link for link in linked if not link.startswith(("https:", "#"))] == []
    assert readme(README, "", VERSION).count("\n## ") == README.count("\n## ")


def test_addresses_stand_only_where_the_repository_is_known() -> None:
    assert addresses("", "1.0.0") == {}
    assert addresses(f"{HOME}/", "1.0.0")["Changelog"] == f"{HOME}/blob/v1.0.0/CHANGELOG.md"


def test_version_tag_and_changelog_agree() -> None:
    assert list(version_problems(VERSION, f"v{VERSION}")) == []
    assert len(list(version_problems("9.9.9", "v9.9.8"))) == 2


def test_what_packagers_need_is_here() -> None:
    assert [name for name in PACKAGERS if not (ROOT / name).is_file()] == []
