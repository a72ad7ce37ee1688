"""A glossary of the first version opens in a browser: as it was, and after `glossary doctor --fix`."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from helpers.browser import Watched, serving
from helpers.upgrade import first_version
from site_gen.__main__ import main


def _opens(page: Watched, root: Path) -> None:
    for command in (["check", "--strict"], ["build"]):
        done = CliRunner().invoke(main, ["--root", str(root), *command])
        assert done.exit_code == 0, done.output
    with serving(root / "build" / "site") as place:
        page.goto(place)
        page.keyboard.press("/")
        page.keyboard.type("ticket")
        page.get_by_role("option").filter(has_text="Ticket").first.wait_for()
        page.keyboard.press("Enter")
        page.wait_for_url("**/terms/ticket.html")
        page.goto(f"{place}cards.html")
        page.get_by_role("heading", name="Flip cards").wait_for()
        page.wait_for_load_state("networkidle")
        page.goto("about:blank")  # which asks nothing more of a server that is gone


def test_it_opens_before_and_after_the_upgrade(page: Watched, tmp_path: Path) -> None:
    root = first_version(tmp_path)
    _opens(page, root)
    done = CliRunner().invoke(main, ["--root", str(root), "doctor", "--fix"])
    assert done.exit_code == 0, done.output
    _opens(page, root)
    assert page.trouble == []
