"""Whatever stands in mkdocs.yml stands in the pages as text: built by MkDocs, and every page read by a parser."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import yaml
from click.testing import CliRunner, Result

from helpers.corpora import SETTINGS
from helpers.rows import each_row
from site_gen.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
EVIL = "A&B </title><script>evil(1)</script>\"'><x-evil onx=1>"


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


class Seen(HTMLParser):
    """Tags and attributes that only an injection could have made, and the title."""

    def __init__(self) -> None:
        super().__init__()
        self.evil: list[str] = []
        self.scripts: list[str] = []
        self.title = ""
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        if tag == "x-evil" or any(name.startswith(("onx", "onerror")) for name, _ in attrs):
            self.evil.append(f"{tag} {attrs}")
        self.evil += [
            f"{tag} {value}" for _, value in attrs if (value or "").lower().startswith("javascript:")
        ]

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside == "script" and "evil(" in data and not data.lstrip().startswith("{"):
            self.evil.append(data)
        if self.inside == "title":
            self.title += data


def seen(path: Path) -> Seen:
    parser = Seen()
    parser.feed(path.read_text(encoding="utf-8"))
    parser.close()
    return parser


def changed(root: Path, **settings: object) -> None:
    text = (root / "mkdocs.yml").read_text()
    for name in settings:
        text = re.sub(rf"^{name}:.*\n(?:[ ].*\n)*", "", text, flags=re.MULTILINE)
    (root / "mkdocs.yml").write_text(text + yaml.dump(settings, allow_unicode=True))


def data_files(site: Path) -> Iterator[Path]:
    yield from (site / name for name in ("feed.xml", "opensearch.xml"))


def test_every_setting_stands_in_every_page_as_text(root: Path) -> None:
    nav = yaml.safe_load(re.search(r"^nav:\n(?:  .*\n)+", (root / "mkdocs.yml").read_text(), re.MULTILINE)[0])
    (root / "glossary" / "pages").mkdir()
    (root / "glossary" / "pages" / "ours.md").write_text(
        f"---\n{yaml.dump({'title': EVIL, 'description': EVIL, 'subtitle': EVIL})}---\nText.\n"
    )
    changed(
        root, site_name=EVIL, site_description=EVIL, site_author=EVIL, copyright=f"&copy; {EVIL}", repo_name=EVIL,
        site_url="https://example.org/x/", repo_url="https://example.org/r",
        nav=[*nav["nav"], {EVIL: "ours.md"}, {f"{EVIL} more": [{EVIL: "https://example.org/"}]}],
        extra={"generator": False, "homepage": EVIL,  "alternate": [{"name": EVIL, "link": EVIL, "lang": EVIL}],
               "social": [{"icon": "material/link", "link": EVIL, "name": EVIL}], "status": {"new": EVIL},
               "consent": {"title": EVIL, "description": EVIL}},
    )  # fmt: skip
    settings = (root / "mkdocs.yml").read_text()
    evil = yaml.dump(
        {
            "owners": {EVIL: EVIL},
            "folder": EVIL,
            "branch": EVIL,
            "suggest_url": "https://example.org/?x={title}&'",
        }
    )
    settings = settings.replace(
        "  - glossary:\n", "  - glossary:\n" + "".join(f"      {line}\n" for line in evil.splitlines())
    )
    (root / "mkdocs.yml").write_text(settings.replace("name: Switch to dark", f"name: {json.dumps(EVIL)}"))
    (root / "glossary" / "terms" / "ticket.yaml").write_text(
        (root / "glossary" / "terms" / "ticket.yaml").read_text() + f"owner: {json.dumps(EVIL)}\n"
    )
    done = run(root, "build")
    assert done.exit_code == 0, done.output
    site = root / "build" / "site"
    pages = list(site.rglob("*.html"))
    assert {page.name for page in pages} >= {
        "index.html",
        "404.html",
        "mini.html",
        "all.html",
        "ours.html",
        "ticket.html",
    }
    found = {page.name: seen(page) for page in pages}
    assert {name: one.evil for name, one in found.items() if one.evil} == {}
    assert found["index.html"].title == EVIL
    assert found["ticket.html"].title.endswith(EVIL)
    assert "&amp;lt;" not in (site / "index.html").read_text()
    for path in data_files(site):
        ElementTree.parse(path)
    for block in re.findall(r'ld\+json">(.*?)</script>', (site / "index.html").read_text(), re.DOTALL):
        assert EVIL in json.dumps(json.loads(block), ensure_ascii=False).replace('\\"', '"')
    assert seen(root / "build" / "docs" / "mini.html").evil == []


@each_row(
    "settings",
    [
        {"nav": [{"Home": "index.md"}, {"X": "javascript:alert(1)"}]},
        {"nav": [{"Home": "index.md"}, {"X": [{"Y": " JavaScript:alert(1)"}]}]},
        {"nav": [{"Home": "index.md"}, {"X": "java\tscript:alert(1)"}]},
        {"nav": [{"Home": "index.md"}, {"X": "java&#115;cript:alert(1)"}]},
        {"extra": {"homepage": "javascript:alert(1)"}},
        {"extra": {"social": [{"icon": "material/link", "link": "data:text/html,x"}]}},
        {"extra": {"scope": '"),alert(1),("'}},
        {"extra": {"scope": "\\"}},
        {"extra": {"analytics": {"provider": "google", "property": '");alert(1);("'}}},
        {"edit_uri": "javascript:alert(1)"},
        {"repo_url": "javascript://x/%0aalert(1)"},
        {"site_url": "javascript://x/%0aalert(1)"},
        {"extra_css": ['x.css"><script>alert(1)</script>']},
        {"extra_javascript": ['x.js"></script><script>alert(1)</script>']},
    ],
)
def test_settings_that_would_run_are_refused(root: Path, settings: dict[str, object]) -> None:
    shutil.copy(SETTINGS, root / "mkdocs.yml")
    changed(root, **settings)
    done = run(root, "build")
    assert done.exit_code == 1
    assert "https://" in done.output or "no address" in done.output
    assert not (root / "build" / "site").exists()


@each_row(
    "value",
    ["http://words.example/x", "https://a;script-src *", "https://user:pass@words.example/", "https://a'b/",
     "/missed", "mailto:words@desk.example", "https://*.example/", "https://[::1]/"],
)  # fmt: skip
def test_an_address_for_words_is_encrypted_and_adds_nothing_to_a_policy(root: Path, value: str) -> None:
    text = SETTINGS.read_text()
    line = f"      misses_url: {json.dumps(value)}\n"
    (root / "mkdocs.yml").write_text(text.replace("  - glossary:\n", f"  - glossary:\n{line}"))
    done = run(root, "check")
    assert done.exit_code == 1
    assert "misses_url" in done.output


@each_row("option", ["repository", "suggest_url", "misses_url"])
@each_row("value", ["javascript://x/%0aalert(1)", "javascript:alert(1)", "data:x", "//evil.example/x"])
def test_so_are_options_of_ours_also_where_nothing_is_built(root: Path, option: str, value: str) -> None:
    text = SETTINGS.read_text()
    text = re.sub(r"\n      repository: .*", "", text)
    (root / "mkdocs.yml").write_text(
        text.replace("  - glossary:\n", f"  - glossary:\n      {option}: '{value}'\n")
    )
    for command in ("build", "render", "check") if value == "data:x" else ("check",):
        done = run(root, command)
        assert done.exit_code == 1
        assert option in done.output


@each_row(
    "options, said",
    [
        ("audience: all", "audience is 'all', expected internal or public"),
        ("english: canadian", "english is 'canadian', expected american or british or any"),
        ("severities: {orphan-term: never}", "expected error, warning, ignore"),
        ("severities: [x]", "names with a value each"),
        ("owners: {A: [b]}", "expected an account on the host"),
        ("trusted_scripts: x.md", "a list"),
        ("authors: 'yes'", "true or false"),
    ],
)
def test_options_are_checked_without_mkdocs(root: Path, options: str, said: str) -> None:
    text = re.sub(r"\n +english: .*", "", SETTINGS.read_text())
    (root / "mkdocs.yml").write_text(text.replace("  - glossary:\n", f"  - glossary:\n      {options}\n"))
    done = run(root, "check")
    assert done.exit_code == 1
    assert said in done.output


@each_row(
    "text",
    ["site_name: [\n", "- a list\n", "", "[" * 1_000, "site_name: 5\n", "a: &a [*a]\n", "\x00", "site_name: \xff",
     "INHERIT: mkdocs.yml\n", "plugins: [{glossary: text}]\n", "x: !!timestamp 2026-99-99\n"],
)  # fmt: skip
def test_settings_that_are_none_are_one_line(root: Path, text: str) -> None:
    (root / "mkdocs.yml").write_bytes(text.encode("latin-1"))
    done = run(root, "check")
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert "Traceback" not in done.output
