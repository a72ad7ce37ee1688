"""Hand-written pages are checked like terms, and what they say of terms leads there in every builder."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from helpers.corpora import SETTINGS, checked, term_yaml, tree
from helpers.rows import each_row
from site_gen.__main__ import main
from site_gen.text.page_links import resolved


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


RUNS = {
    "inline": "[x](javascript:alert(1))",
    "capitals": "[x](JaVaScRiPt:alert(1))",
    "in angles": "[x](<javascript:alert(1)>)",
    "by reference": "[x][r]\n\n[r]: javascript:alert(1)",
    "short reference": "[r]\n\n[r]: javascript:alert(1)",
    "image": "![x](javascript:alert(1))",
    "html": '<a href="javascript:alert(1)">x</a>',
    "html without quotes": "<a href=javascript:alert(1)>x</a>",
    "html encoded": '<a href="java&#115;cript:alert(1)">x</a>',
    "html encoded without an end": '<a href="java&#115cript:alert(1)">x</a>',
    "html named": '<a href="javascript&colon;alert(1)">x</a>',
    "markdown encoded": "[x](java&#115;cript:alert(1))",
    "a tab inside": '<a href="java&#9;script:alert(1)">x</a>',
    "a line end inside": '<a href="java\nscript:alert(1)">x</a>',
    "a sign before": '<a href="&#1; javascript:alert(1)">x</a>',
    "attribute list": "[x](https://example.org){: href='javascript:alert(1)' }",
    "form": '<form action="javascript:alert(1)"><button formaction="vbscript:x">x</button></form>',
    "frame": '<iframe src="data:text/html,x"></iframe>',
    "object": '<object data="data:text/html,x"></object>',
    "svg": '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    "refresh": '<meta http-equiv="refresh" content="0; url=javascript:alert(1)">',
    "a picture of markup": '<img src="data:image/svg+xml,<svg onload=x>">',
    "another host": "[x](//evil.example/x)",
    "another host in html": '<a href="//evil.example">x</a>',
    "another host by backslashes": '<a href="\\\\evil.example">x</a>',
    "another host, mixed": '<a href="/\\evil.example">x</a>',
    "a file": "[x](file:///etc/passwd)",
    "in a list": "- one\n    - [x](javascript:alert(1))",
    "in a note": "!!! note\n    [x](javascript:alert(1))",
    "in a table": "| a |\n|---|\n| [x](javascript:alert(1)) |",
    "in a footnote": "x[^1]\n\n[^1]: [x](javascript:alert(1))",
    "in html with markdown": '<div markdown="1">\n[x](javascript:alert(1))\n</div>',
    "in a heading": "# [x](javascript:alert(1))",
}


@each_row("case", RUNS)
def test_a_link_that_runs_is_a_problem_with_its_line(case: str) -> None:
    files = tree({"pages/x.md": f"---\ntitle: X\n---\n\nBefore.\n\n{RUNS[case]}\n"}, call=term_yaml("Call"))
    problems = [problem for problem in checked(files) if problem.path == "glossary/pages/x.md"]
    assert {problem.code for problem in problems} == {"link-target"}
    lines = RUNS[case].count("\n") + 1
    assert problems[0].line in range(7, 7 + lines) or "inside" in case


@each_row("name", ["x.html", "x.HTM", "x.svg"])
def test_so_it_is_in_a_raw_file(name: str) -> None:
    files = tree({f"pages/{name}": '<p>\n<a href="javascript:alert(1)">x</a>'}, call=term_yaml("Call"))
    (problem,) = checked(files)
    assert (problem.code, problem.line) == ("link-target", 2)


@each_row(
    "text",
    [
        "[x](https://example.org) <https://example.org> [m](mailto:a@b.example) [p](../team/rota.md#x) [a](#here)",
        "`[x](javascript:alert(1))`",
        "```\n<a href='javascript:alert(1)'>\n```",
        "    [x](javascript:alert(1))",
        "<!-- [x](javascript:alert(1)) -->",
        "A word about javascript: and data: and // signs.",
        '<img src="data:image/png;base64,AAAA" alt="x">',
        "[x](term:call) [x](term:call#details) [x](term:)",
        "\\[x](javascript:alert(1))",
    ],
)  # fmt: skip
def test_what_is_harmless_is_no_problem(text: str) -> None:
    assert checked(tree({"pages/x.md": text, "pages/home.md": text}, call=term_yaml("Call"))) == ()


@each_row(
    "text", ["[x](term:cal)", '<a href="term:cal">x</a>', "[x][r]\n\n[r]: term:cal", "[x](term&#58;cal)"]
)
def test_a_link_to_no_term_is_a_problem_with_a_suggestion(text: str) -> None:
    (problem,) = checked(tree({"pages/x.md": f"One.\n\n{text}\n"}, call=term_yaml("Call")))
    assert str(problem).startswith("glossary/pages/x.md:")
    assert problem.code == "unknown-term" and problem.line >= 3
    assert "did you mean 'call'?" in str(problem)


@each_row(
    "page, written, made",
    [
        ("x.md", "[a call](term:call)", "[a call](terms/call.md)"),
        ("a/b/x.md", "[a call](term:call)", "[a call](../../terms/call.md)"),
        ("x.md", '[a [b] c](term:call#details "t")', '[a [b] c](terms/call.md#details "t")'),
        ("x.md", "[a\ncall](<term:call>)", "[a\ncall](terms/call.md)"),
        ("x.md", "[x][r]\n\n[r]: term:call\n", "[x][r]\n\n[r]: terms/call.md\n"),
        ("a/x.md", '<a href="term:call">x</a>', '<a href="../terms/call.html">x</a>'),
        ("x.html", "<a href=term:call>x</a>", '<a href="terms/call.html">x</a>'),
        ("x.md", "[gone](term:hidden) [word](term:)", "gone word"),
        ("x.md", '<a href="term:hidden">gone</a>', "<a >gone</a>"),
        ("x.md", "[x][r]\n\n[r]: term:hidden\n", "[x][r]\n\n[r]: az.md\n"),
        ("x.md", "`[x](term:call)` and [y](term:call)", "`[x](term:call)` and [y](terms/call.md)"),
        ("x.md", "```\n[x](term:call)\n```\n[y](term:call)", "```\n[x](term:call)\n```\n[y](terms/call.md)"),
        ("x.txt", "[x](term:call)", "[x](term:call)"),
        ("x.md", "Nothing here.\r\n", "Nothing here.\r\n"),
    ],
)
def test_what_becomes_of_a_link_to_a_term(page: str, written: str, made: str) -> None:
    assert resolved(page, written.encode(), {"call"}).decode() == made


def nav(root: Path, *lines: str) -> None:
    text = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(
        text.replace("nav:\n", "nav:\n" + "".join(f"  - {line}\n" for line in lines))
    )


def pages(root: Path, **texts: str) -> None:
    for name, text in texts.items():
        place = root / "glossary" / "pages" / f"{name.replace('__', '/')}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)


def test_a_page_without_a_place_is_told_by_check_and_by_build(root: Path) -> None:
    pages(root, note="# Note\n", ours__deep="# Deep\n", home="Hello.", listed="# L\n", passed="# P\n")
    nav(root, "L: listed.md")
    text = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(text.replace("not_in_nav: |\n", "not_in_nav: |\n  /passed.md\n"))
    done = run(root, "check")
    assert done.exit_code == 1
    assert [line.partition(": ")[0] for line in done.stdout.splitlines() if "[page-place]" in line] == [
        "glossary/pages/note.md:1", "glossary/pages/ours/deep.md:1"
    ]  # fmt: skip
    built = run(root, "build")
    assert built.exit_code == 1 and "glossary/pages/note.md:1" in built.output
    assert not (root / "build" / "site").exists()


@each_row(
    "old, new",
    [("strict: true", "strict: false"), ("omitted_files: warn", "omitted_files: info"),
     ("  - glossary:\n", "  - awesome-nav\n  - glossary:\n"), ("not_in_nav: |\n", "not_in_nav: |\n  /n*.md\n")],
)  # fmt: skip
def test_where_no_build_would_stop_no_place_is_asked_for(root: Path, old: str, new: str) -> None:
    pages(root, note="# Note\n")
    (root / "mkdocs.yml").write_text(SETTINGS.read_text().replace(old, new))
    assert run(root, "check").exit_code == 0


def test_links_to_terms_stand_in_the_site_and_hidden_terms_do_not(root: Path) -> None:
    text = (root / "glossary" / "terms" / "ticket.yaml").read_text()
    (root / "glossary" / "terms" / "inside.yaml").write_text(
        text.replace("Ticket", "Insider word") + "audience: internal\n"
    )
    pages(root, sub__x="# X\n\n[a ticket](term:ticket) [secret](term:inside) <a href='term:ticket'>raw</a>\n")
    nav(root, "X: sub/x.md")
    settings = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(
        settings.replace("  - glossary:\n", "  - glossary:\n      audience: public\n")
    )
    done = run(root, "build")
    assert done.exit_code == 0, done.output
    html = (root / "build" / "site" / "sub" / "x.html").read_text()
    assert '<a href="../terms/ticket.html">a ticket</a>' in html
    assert "<a href='../terms/ticket.html'>raw</a>" in html
    assert "inside" not in html and "term:" not in html and "secret" in html


def test_a_script_among_the_pages_is_told(root: Path) -> None:
    pages(root)
    (root / "glossary" / "pages").mkdir()
    (root / "glossary" / "pages" / "x.js").write_text("x()")
    done = run(root, "check")
    assert done.exit_code == 0
    assert "glossary/pages/x.js:1: warning: a script that the site does not trust" in done.stdout
