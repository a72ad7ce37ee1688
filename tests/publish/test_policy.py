"""The Content-Security-Policy: computed from pages, and the whole site used under exactly that policy."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from helpers.browser import Watched, serving
from helpers.rows import each_row
from helpers.walk import use_every_control
from site_gen.__main__ import main
from site_gen.publish.content_policy import HOSTS, known_scripts, policy, vouched

# sha256 of "alert(1)", from `printf 'alert(1)' | openssl dgst -sha256 -binary | base64`
ALERT = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"


def _scripts(page: str) -> str:
    return next(part for part in policy([page]).split("; ") if part.startswith("script-src"))


@each_row(
    "page, hashes",
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


def test_unfound_words_may_go_to_the_host_that_is_set_and_to_no_other() -> None:
    value = policy(["x"], "https://words.example:8443/missed?key=1")
    assert "; connect-src 'self' https://words.example:8443; " in value
    assert "connect-src" not in policy(["x"])


@each_row("host", HOSTS)
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


FORWARDS = re.compile(r'http-equiv="refresh" content="0; url=([^"]+)"')


def _of(site: Path) -> str:
    return policy(path.read_text(encoding="utf-8") for path in site.rglob("*.html"))


# What a policy rules: elements that load or run something, with the names of their attributes and the file of a script;
# attributes that run or style; and scripts in the page, which know how deep it lies.
LOADS = re.compile(r"<(script|style|link|img|iframe|object|embed|form|base|meta)\b([^>]*)>")
ATTRIBUTE = re.compile(r"""([\w-]+)(?:=("[^"]*"|'[^']*'|[^\s>]+))?""")
ACTS = re.compile(r"\s(style|on[a-z]+|srcset|ping)=")
INSIDE = re.compile(r"<script\b(?![^>]*(?:\bsrc=|json))[^>]*>(.*?)</script>", re.DOTALL)
OF_A_KIND = 6


def _kind(html: str) -> object:
    loads = set()
    for tag, attributes in LOADS.findall(html):
        found = ATTRIBUTE.findall(attributes)
        files = (value.rpartition("/")[2] for name, value in found if (tag, name) == ("script", "src"))
        loads.add((tag, *sorted(name for name, _ in found), *files))
    inside = {re.sub(r'"[./]+"', '"."', script) for script in INSIDE.findall(html)}
    return frozenset(loads), frozenset(ACTS.findall(html)), frozenset(inside)


def _pages(site: Path) -> list[str]:
    """Of the pages in a folder that are alike to a policy the first few; among a thousand terms there are two kinds."""
    kinds: dict[object, list[str]] = {}
    for path in sorted(site.rglob("*.html")):
        kind = path.parent, _kind(path.read_text(encoding="utf-8"))
        kinds.setdefault(kind, []).append(path.relative_to(site).as_posix())
    assert 10 < len(kinds) < 40, "or each page is a kind of its own, or all are one"
    return [page for pages in kinds.values() for page in pages[:OF_A_KIND]]


def test_every_kind_of_page_works_under_the_policy_and_says_nothing_on_the_console(
    page: Watched, built_site: Path
) -> None:
    with serving(built_site, policy=_of(built_site)) as place:
        for name in _pages(built_site):
            moved = FORWARDS.search((built_site / name).read_text(encoding="utf-8"))
            page.goto(place + name, wait_until="commit" if moved else "load")  # it may have gone on by then
            if moved:
                page.wait_for_url(f"**/{moved[1]}")  # else it would interrupt the next visit
        use_every_control(page, place)
        assert page.goto(place + "no-such-page.html").status == 404
        page.get_by_role("heading", name="This page is not here").wait_for()
    assert [text for text in page.trouble if "404 (Not Found)" not in text] == []


def test_a_page_outside_the_policy_would_be_noticed(page: Watched, built_site: Path) -> None:
    with serving(built_site, policy="default-src 'self'") as place:
        page.goto(place + "index.html")
    assert any("Content Security Policy" in text for text in page.trouble)


THEME = (
    '<script>scope=new URL("{{ scope }}",location)</script><script>plain()</script>'
    '<script id="__config" type="application/json">{{ x | tojson }}</script>'
    "<script>{% if x %}a(){% endif %}</script><script>b({{ x }})</script><script src='x.js'></script>"
)


@each_row(
    "script, is_known",
    [
        ('scope=new URL(".",location)', True),
        ('scope=new URL("../../..",location)', True),
        ("plain()", True),
        ("plain() ", False),
        ("plain();evil()", False),
        ('scope=new URL("",evil(),"",location)', False),
        ('scope=new URL("\\",evil());//",location)', False),
        ("a()", False),
        ("b(evil())", False),
    ],
)
def test_only_what_a_template_of_the_theme_could_have_made_is_vouched_for(
    script: str, is_known: bool
) -> None:
    page = f"<script>{script}</script>"
    value, refused = vouched({"x.html": page}, known_scripts([THEME]), ())
    assert (value == policy([page])) == is_known
    assert [one.page for one in refused] == [] if is_known else ["x.html"]
    assert vouched({"x.html": page}, known_scripts([THEME]), {"x.html"}) == (policy([page]), ())


@each_row(
    "source, named",
    [("assets/box.js", False), ("../assets/box.js", False), ("assets/../x.js", True), ("x.js", True),
     ("note.txt", True), ("%61ssets/box.js", False), ("/x.js", True), ("https://evil.example/x.js", False)],
)  # fmt: skip
def test_a_script_that_a_page_loads_from_among_the_pages_is_named(source: str, named: bool) -> None:
    _, refused = vouched({"x.html": f'<script src="{source}"></script>'}, (), ())
    assert [one.loads for one in refused] == [source] * named


PAGES = {
    "ours.md": "# Ours\n\n<script>evil(1)</script>\n",
    "sub/deep.md": "# Deep\n\nNothing.\n",
    "raw.html": "<!doctype html><title>R</title><SCRIPT\ntype='Text/JavaScript'>evil(2)</SCRIPT><script src=evil.js></script>",
    "evil.js": "evil(3)",
    "mine.js": "mine()",
}


def test_the_command_names_what_others_wrote_and_leaves_it_out(root: Path) -> None:
    for name, text in PAGES.items():
        (root / "glossary" / "pages" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "glossary" / "pages" / name).write_text(text)
    settings = (
        (root / "mkdocs.yml").read_text().replace("nav:\n", "nav:\n  - O: ours.md\n  - D: sub/deep.md\n")
    )
    (root / "mkdocs.yml").write_text(
        settings.replace("  - glossary:\n", "  - glossary:\n      trusted_scripts: [mine.js]\n")
    )

    def told() -> tuple[str, str]:
        assert (done := CliRunner().invoke(main, ["--root", str(root), "build"])).exit_code == 0, done.output
        done = CliRunner().invoke(main, ["--root", str(root), "policy"])
        assert done.exit_code == 0
        return done.stdout, done.stderr

    value, named = told()
    assert [line.partition(": ")[0] for line in named.splitlines()] == [
        "glossary/pages/ours.md", "glossary/pages/raw.html", "glossary/pages/raw.html"
    ]  # fmt: skip
    hashes = [policy([f"<script>evil({n})</script>"]).split("'")[5] for n in (1, 2)]
    assert not any(one in value for one in hashes)
    assert value.count("sha256-") >= 3
    assert not (root / "build" / "site" / "evil.js").exists()
    assert (root / "build" / "site" / "mine.js").is_file()
    (root / "mkdocs.yml").write_text(
        (root / "mkdocs.yml").read_text().replace("[mine.js]", "[ours.md, glossary/pages/raw.html, evil.js]")
    )
    value, named = told()
    assert named == "" and all(one in value for one in hashes)
    assert (root / "build" / "site" / "evil.js").is_file()
