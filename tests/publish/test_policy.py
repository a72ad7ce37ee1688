"""The Content-Security-Policy: computed from pages, and the whole site used under exactly that policy."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from helpers.browser import Watched, serving
from helpers.walk import use_every_control
from site_gen.__main__ import main
from site_gen.publish.content_policy import HOSTS, policy

# sha256 of "alert(1)", from `printf 'alert(1)' | openssl dgst -sha256 -binary | base64`
ALERT = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"


def _scripts(page: str) -> str:
    return next(part for part in policy([page]).split("; ") if part.startswith("script-src"))


@pytest.mark.parametrize(
    ("page", "hashes"),
    [
        ("<p>no script", ""),
        ("<script>alert(1)</script>", f" {ALERT}"),
        ("<SCRIPT defer>alert(1)</SCRIPT><script>alert(1)</script>", f" {ALERT}"),
        ('<script type="module">alert(1)</script>', f" {ALERT}"),
        ('<script src="x.js"></script>', ""),
        ('<script type="application/ld+json">{"a": 1}</script>', ""),
        ("<!-- <script>alert(1)</script> -->", ""),
    ],
)
def test_only_what_a_browser_runs_inside_the_page_has_a_hash(page: str, hashes: str) -> None:
    assert _scripts(page) == f"script-src 'self'{hashes}"


def test_each_script_counts_once_and_pages_in_any_order_give_one_policy() -> None:
    pages = ["<script>a</script>", "<script>b</script><script>a</script>"]
    assert policy(pages) == policy(reversed(pages))
    assert policy(pages).count("sha256-") == 2


@pytest.mark.parametrize("host", HOSTS)
def test_every_host_is_told_the_whole_policy(host: str) -> None:
    value = policy(["<script>alert(1)</script>"])
    assert value in HOSTS[host](value)
    assert ("Content-Security-Policy" in HOSTS[host](value)) == (host != "plain")


def test_the_command_prints_the_policy_of_the_built_site(project: Path, built_site: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(project), "policy", "--for", "headers"])
    assert done.exit_code == 0, done.output
    assert done.output == f"/*\n  Content-Security-Policy: {_of(built_site)}\n"


def test_without_a_site_the_command_says_what_to_do(root: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(root), "policy"])
    assert done.exit_code == 1
    assert "holds no site yet; run: glossary build" in done.output


def _of(site: Path) -> str:
    return policy(path.read_text(encoding="utf-8") for path in site.rglob("*.html"))


def _pages(site: Path) -> list[str]:
    """Every page, but of the terms every eighth, and all that are no plain term page."""
    terms = sorted(
        path for path in site.glob("terms/*.html") if "gl-term" in path.read_text(encoding="utf-8")
    )
    others = sorted(set(site.rglob("*.html")) - set(terms))
    return [path.relative_to(site).as_posix() for path in (*others, *terms[::8])]


def test_every_page_works_under_the_policy_and_says_nothing_on_the_console(
    page: Watched, built_site: Path
) -> None:
    with serving(built_site, policy=_of(built_site)) as place:
        for name in _pages(built_site):
            page.goto(place + name)
        use_every_control(page, place)
        assert page.goto(place + "no-such-page.html").status == 404
        page.get_by_role("heading", name="This page is not here").wait_for()
    assert [text for text in page.trouble if "404 (Not Found)" not in text] == []


def test_a_page_outside_the_policy_would_be_noticed(page: Watched, built_site: Path) -> None:
    with serving(built_site, policy="default-src 'self'") as place:
        page.goto(place + "index.html")
    assert any("Content Security Policy" in text for text in page.trouble)
