"""Links from terms to hand-written pages and to the files beside them."""

from __future__ import annotations

from helpers.corpora import checked, term_yaml, tree
from helpers.rows import each_row
from site_gen import pipeline
from site_gen.corpus.disk import Tree
from site_gen.model.records import Site

PAGES = {
    "pages/refunds.md": "# Refunds",
    "pages/home.md": "Welcome.",
    "pages/team/rota plan.md": "# Rota",
    "pages/images/desk.png": b"\x89PNG",
}


@each_row(
    "written, address",
    [
        ("../pages/refunds.md", "../refunds.html"),
        ("../pages/refunds.md#how", "../refunds.html#how"),
        ("../pages/team/rota%20plan.md", "../team/rota%20plan.html"),
        ("<../pages/team/rota plan.md>", "../team/rota%20plan.html"),
        ("../pages/images/desk.png", "../images/desk.png"),
        ("../pages/home.md", "../index.html"),
    ],
)
def test_where_a_link_leads(written: str, address: str) -> None:
    text = term_yaml("Call", f'details: "See [here]({written})."')
    if "<" not in written:
        text += f"links:\n  - to: {written}\n    what: The page\n"
    files = tree({"terms/call.yaml": text, **PAGES})
    assert checked(files) == ()
    page = pipeline.build(Tree(files=files), Site()).files["terms/call.md"].decode()
    assert f'<a href="{address}">here</a>' in page
    assert page.count(f'href="{address}"') >= (1 if "<" in written else 2)


@each_row(
    "written, said",
    [
        ("../pages/refund.md", "glossary/pages/refund.md is not there; did you mean 'refunds.md'?"),
        ("../pages/xyz.md", "glossary/pages/xyz.md is not there; put the file into glossary/pages/"),
        ("../pages/../topics.yaml", "glossary/pages/../topics.yaml is not there"),
        ("refunds.md", "no address that a page can hold; write ../pages/refunds.md"),
        ("pages/refunds.md", "no address that a page can hold; write ../pages/refunds.md"),
        ("../terms/other.yaml", "no address that a page can hold; write term:other"),
        ("other.html", "no address that a page can hold; write term:other"),
        (
            "nothing",
            "no address that a page can hold; write https://…, mailto:…, term:slug or ../pages/name.md",
        ),
        ("javascript:alert(1)", "no address that a page can hold; write https://"),
    ],
)
def test_what_leads_nowhere_is_reported_with_its_line(written: str, said: str) -> None:
    text = term_yaml("Call", "details: |", "  One.", f"  [here]({written})")
    files = tree({"terms/call.yaml": text, "terms/other.yaml": term_yaml("Other"), **PAGES})
    (problem,) = checked(files)
    assert (problem.line, problem.code) == (6, "link-target")
    assert said in str(problem)


def test_links_of_a_term_are_checked_too() -> None:
    text = term_yaml("Call", "links:", "  - to: ../pages/refund.md")
    (problem,) = checked(tree({"terms/call.yaml": text, **PAGES}))
    assert (problem.line, problem.code) == (5, "link-target")


def test_a_misspelt_contrast_is_said_once() -> None:
    text = term_yaml(
        "Call", "contrast:", "  othr:", "    difference: One rings.", "    scene: It rang.", "    fits: other"
    )
    files = tree({"terms/call.yaml": text, "terms/other.yaml": term_yaml("Other")})
    assert [(problem.line, problem.code) for problem in checked(files)] == [(5, "unknown-term")]
