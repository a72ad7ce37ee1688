"""docs/access.md: its recipes are well formed, run commands that exist, and say of frames what browsers do."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

from helpers.browser import Watched
from helpers.corpora import ROOT
from helpers.published import complaints
from helpers.rows import each_row
from site_gen.__main__ import main
from site_gen.cli.init import starter
from site_gen.cli.init_answers import Answers

GITLAB = "https://gitlab.com/desk/words"
PAGE = (ROOT / "docs" / "access.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_recipe_for_gitlab_is_valid_by_the_published_schema(tmp_path: Path) -> None:
    (recipe,) = blocks("yaml")
    (tmp_path / ".gitlab-ci.yml").write_text(recipe, encoding="utf-8")
    assert complaints("gitlab-ci", tmp_path / ".gitlab-ci.yml", transform="gitlab-ci") == ""
    jobs = yaml.safe_load(recipe)
    job = jobs["pages"]
    written = yaml.safe_load(starter(Answers(readers="internal", repository=GITLAB))[".gitlab-ci.yml"])
    assert {name: written[name] for name in ("check", "pages", "image", "variables")} == {
        name: jobs[name] for name in jobs if name != "default"
    }, "as `glossary init` writes it"
    ours = [line.split()[1] for line in job["script"] if line.startswith("glossary ")]
    assert ours == ["build"] and set(ours) <= set(main.every())
    assert job["artifacts"]["paths"] == ["public"] and "mv build/site public" in job["script"]


def test_the_recipe_for_nginx_lets_no_file_out_without_asking() -> None:
    (recipe,) = blocks("nginx")
    assert recipe.count("{") == recipe.count("}")
    lines = [line.strip() for line in recipe.splitlines()]
    assert [one for one in lines if one and not one.endswith((";", "{", "}"))] == []
    locations = re.findall(r"^  location (\S+(?: \S+)?) \{\n(.*?)^  \}", recipe, re.MULTILINE | re.DOTALL)
    assert {where: "auth_request /oauth2/auth;" in inside for where, inside in locations} == {
        "/oauth2/": False, "= /oauth2/auth": False, "/": True,
    }  # fmt: skip
    assert all("proxy_pass" in inside for where, inside in locations if where != "/")


@each_row("way", ["github-pages", "gitlab-pages", "a-reverse-proxy-with-oauth2-proxy",
                                 "cloudflare-access", "a-shared-drive", "a-zip"])  # fmt: skip
def test_each_way_of_the_table_has_its_recipe(way: str) -> None:
    assert f"](#{way})" in PAGE
    headings = [
        re.sub(r"[^a-z0-9 -]", "", one.lower()).replace(" ", "-")
        for one in re.findall(r"^### (.*)$", PAGE, re.M)
    ]
    assert way in headings


def test_it_says_what_audience_is_not() -> None:
    assert "`audience` is no access control" in PAGE


class _SignedIn(BaseHTTPRequestHandler):
    """A glossary behind sign-in: without its cookie there is only the way to sign in, which sets it."""

    cookie = ""

    def do_GET(self) -> None:
        if self.path == "/framing":
            port = self.server.server_address[1]
            self._answer(f'<iframe name="panel" src="http://127.0.0.1:{port}/mini.html"></iframe>')
        elif self.path == "/sign-in":
            self._answer("signed in", cookie=self.cookie)
        else:
            self._answer("the glossary" if "session=" in self.headers.get("Cookie", "") else "sign in first")

    def _answer(self, text: str, cookie: str = "") -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        if cookie:
            self.send_header("Set-Cookie", cookie)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def signing_in(cookie: str) -> Iterator[int]:
    handler = type("Handler", (_SignedIn,), {"cookie": cookie})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


BLOCKING = {
    "enableThirdPartyCookieRestriction": True,
    "disableThirdPartyCookieMetadata": True,
    "disableThirdPartyCookieHeuristics": True,
}


@pytest.mark.parametrize(
    ("cookie", "tool", "shown"),
    [
        ("session=1; SameSite=Lax", "localhost", "sign in first"),  # another site than 127.0.0.1
        ("session=1", "localhost", "sign in first"),  # browsers take it for Lax
        ("session=1; SameSite=None; Secure", "localhost", "sign in first"),  # third parties' are blocked
        ("session=1; SameSite=None; Secure", "127.0.0.1", "the glossary"),
        ("session=1; SameSite=Lax", "127.0.0.1", "the glossary"),  # the same site
    ],
)
def test_what_a_panel_in_a_frame_shows_to_whom_is_signed_in(
    page: Watched, cookie: str, tool: str, shown: str
) -> None:
    if "None" in cookie:  # some browsers block cookies of third parties by themselves, this one when told so
        session = page.context.new_cdp_session(page.page)
        session.send("Network.enable")
        session.send("Network.setCookieControls", BLOCKING)
    with signing_in(cookie) as port:
        page.goto(f"http://127.0.0.1:{port}/sign-in")
        page.goto(f"http://127.0.0.1:{port}/mini.html")
        assert page.locator("body").inner_text() == "the glossary"
        page.goto(f"http://{tool}:{port}/framing")
        assert page.frame_locator("iframe").locator("body").inner_text() == shown
