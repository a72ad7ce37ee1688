"""What was adopted and then changed by hand is told where its old name or address finds nothing any more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from helpers.rows import each_row
from site_gen.__main__ import main
from site_gen.corpus.load import load
from site_gen.editing.upstream.kept import Kept, as_bytes
from site_gen.editing.upstream.left_behind import left_behind

COMPLAINT = {
    "name": "Complaint",
    "definition": "A message that somebody is not content.",
    "example": "Mr. Osei writes that nobody called back.",
    "search_as": ["angry letter"],
    "topics": ["desk"],
}
KEPT = Kept(edition="1.0", terms={"complaint": COMPLAINT}, topics={}, paths={}, plain_words={}, at={})


def written(values: Mapping[str, Any]) -> str:
    return "".join(f"{name}: {value}\n" for name, value in values.items())


def told(
    address: str,
    language: str = "de",
    redirects: str = "",
    others: Mapping[str, str] | None = None,
    **own: Any,
) -> list[tuple[str, int, str]]:
    files = {f"glossary/terms/{address}.yaml": written({**COMPLAINT, **own}).encode()}
    files |= {f"glossary/terms/{slug}.yaml": text.encode() for slug, text in (others or {}).items()}
    files["glossary/redirects.yaml"] = redirects.encode()
    glossary = replace(load(files).glossary, language=language)
    return [
        (one.path.rpartition("/")[2], one.line, one.hint or "") for one in left_behind(files, glossary, KEPT)
    ]


def test_a_name_that_was_written_over_is_told_with_the_line_that_brings_it_back() -> None:
    [(path, line, hint)] = told("complaint", name="Beschwerde")
    assert (path, line) == ("complaint.yaml", 1)
    assert "glossary set --add search_as Complaint complaint" in hint
    assert "in_other_languages: {en: [Complaint]}" in hint
    [(_, _, english)] = told("complaint", language="en", name="Grievance")
    assert "in_other_languages" not in english


@each_row(
    "own",
    [
        {},
        {"name": "COMPLAINTS", "language": "en"},
        {"name": "Beschwerde", "aliases": "[Complaint]"},
        {"name": "Beschwerde", "formerly": "[Complaint]"},
        {"name": "Beschwerde", "search_as": "[complaint]"},
        {"name": "Beschwerde", "in_other_languages": "{en: [Complaint]}"},
        {"name": "Beschwerde", "allow": "{adopted-name: We never say so.}"},
        {
            "name": "Beschwerde",
            "others": {"claim": "name: Claim\ndefinition: Another thing.\naliases: [Complaint]\n"},
        },
    ],
)
def test_a_name_that_still_finds_something_is_not_told(own: dict[str, Any]) -> None:
    assert told("complaint", **own) == []


def test_a_file_that_was_renamed_is_told_unless_the_old_address_leads_on() -> None:
    [(path, line, hint)] = told("reklamation")
    assert (path, line) == ("reklamation.yaml", 1)
    assert "'complaint: reklamation' into glossary/redirects.yaml" in hint
    assert told("reklamation", redirects="complaint: reklamation\n") == []
    changed: dict[str, Any] = {"name": "Beschwerde", "definition": "Wenn jemand nicht zufrieden ist."}
    assert len(told("beschwerde", **changed)) == 1


@each_row(
    "own",
    [
        {"definition": "A coin.", "example": "Two coins.", "search_as": "[money]"},
        {"definition": "A coin.", "example": "Two coins."},  # one field in common proves nothing
        {"allow": "{adopted-name: It is ours now.}"},
    ],
)
def test_a_term_that_was_deleted_is_no_term_of_the_desks_own(own: dict[str, Any]) -> None:
    assert told("coin", name="Coin", **own) == []


@pytest.mark.usefixtures("few_shipped")
def test_check_and_upstream_tell_it(tmp_path: Path) -> None:
    def run(*arguments: str) -> str:
        return CliRunner().invoke(main, [str(one) for one in arguments]).output

    run("init", str(tmp_path / "desk"), "--from", "support", "--topics", "loyalty", "--language", "de")
    root = ("--root", str(tmp_path / "desk"))
    terms = tmp_path / "desk" / "glossary" / "terms"
    path = min(terms.iterdir())
    text = path.read_text(encoding="utf-8")
    name = text.partition("name: ")[2].partition("\n")[0]
    assert "adopted-name" not in run(*root, "check")
    path.write_text(text.replace(f"name: {name}\n", "name: Ein eigener Name\n", 1), encoding="utf-8")
    expected = f"glossary/terms/{path.name}:1: warning: '{name}', its name in the shipped glossary, finds"
    assert expected in run(*root, "check")
    assert f"look      {expected}" in run(*root, "upstream", "--dry-run")
    (tmp_path / "desk" / "glossary" / "upstream.json").write_bytes(as_bytes(KEPT)[:20])
    assert "adopted-name" not in run(*root, "check")
