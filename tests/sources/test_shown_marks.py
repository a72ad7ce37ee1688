"""No name or text of an entry holds a mark that the renderer of its format would not show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.rows import each_row
from helpers.tried import tried
from site_gen.sources import importing

PLAIN = "{}"
# How each format writes a word that it shows as the word alone.
SPANS: Mapping[str, Sequence[str]] = {
    "glossary.md": ("**{}**", "*{}*", "__{}__", "_{}_", "`{}`", "[{}](https://x.example/a_b)", "<b>{}</b>", "~~{}~~",
                    "[{}][1]", "<span id='x'>{}</span>", "[[page|{}]]", "=={}=="),
    "glossary.html": ("<b>{}</b>", "<em>{}</em>", "<code>{}</code>", "<a href='x'>{}</a>", "<span class='x'>{}</span>",
                      "{}<sup><a href='#fn1'>1</a></sup>", "<abbr title='y'>{}</abbr>", "<!-- x -->{}", "<mark>{}</mark>"),
    "glossary.rst": ("**{}**", "*{}*", "``{}``", "`{} <https://x.example>`_", ":term:`{}`", ":ref:`{} <x>`", "`{}`",
                     ":kbd:`{}`"),
    "glossary.adoc": ("*{}*", "_{}_", "`{}`", "https://x.example[{}]", "link:x.html[{}]", "<<ref,{}>>", "#{}#", "**{}**",
                      "xref:x.adoc[{}]", "[.lead]#{}#", "[[x]]{}", "{}footnote:[y]"),
    "glossary.mediawiki": ("'''{}'''", "''{}''", "[[{}]]", "[[page|{}]]", "[https://x.example {}]", "<code>{}</code>",
                           "<nowiki>{}</nowiki>", "{}<ref>y</ref>", "'''''{}'''''", "{{{{nowrap|{}}}}}", "<!-- x -->{}"),
    "glossary.org": ("*{}*", "/{}/", "={}=", "~{}~", "[[https://x.example][{}]]", "_{}_", "+{}+", "[[{}]]", "{}[fn:1]",
                     "<<x>>{}"),
    "glossary.dokuwiki": ("**{}**", "//{}//", "''{}''", "[[page|{}]]", "__{}__", "[[https://x.example|{}]]", "<del>{}</del>",
                          "{}((y))", "<nowiki>{}</nowiki>", "%%{}%%", "[[{}]]", "<sup>{}</sup>"),
    "glossary.jira": ("*{}*", "_{}_", "{{{{{}}}}}", "[{}|https://x.example]", "+{}+", "-{}-", "{{color:red}}{}{{color}}", "^{}^",
                      "??{}??", "~{}~", "[{}]", "{{anchor:x}}{}"),
    "glossary.tex": (r"\textbf{{{}}}", r"\emph{{{}}}", r"\texttt{{{}}}", r"\href{{https://x.example}}{{{}}}", r"\textit{{{}}}",
                     r"\underline{{{}}}", r"{{\bf {}}}", r"{{{}}}", r"{}\footnote{{y}}", r"\textsc{{{}}}", r"{}\index{{y}}",
                     r"\mbox{{{}}}"),
}  # fmt: skip
# Each way of a format to write entries: what stands before them, an entry, what stands after them.
SHAPES: Mapping[str, Sequence[tuple[str, str, str]]] = {
    "glossary.md": (("", "## {}\n\n{}\n\n", "\n[1]: https://x.example\n"), ("", "{}\n: {}\n\n", "\n[1]: https://x.example\n"),
                    ("| Term | Definition |\n| --- | --- |\n", "| {} | {} |\n", "\n[1]: https://x.example\n")),
    "glossary.html": (("<dl>", "<dt>{}</dt><dd>{}</dd>\n", "</dl>"), ("", "<h3>{}</h3><p>{}</p>\n", ""),
                      ("<table><tr><th>Term</th><th>Definition</th></tr>", "<tr><td>{}</td><td>{}</td></tr>\n", "</table>")),
    "glossary.rst": ((".. glossary::\n\n", "   {}\n      {}\n\n", ""), ("", "{}\n   {}\n\n", ""),
                     (".. list-table::\n   :header-rows: 1\n\n   * - Term\n     - Definition\n", "   * - {}\n     - {}\n", "")),
    "glossary.adoc": (("", "{}:: {}\n", ""), ("= Glossary\n\n", "== {}\n\n{}\n\n", ""),
                      ("|===\n|Term |Definition\n\n", "|{}\n|{}\n\n", "|===\n")),
    "glossary.mediawiki": (("", "; {}\n: {}\n", ""), ("", "== {} ==\n{}\n\n", ""),
                           ('{{| class="wikitable"\n! Term !! Definition\n', "|-\n| {} || {}\n", "|}}\n")),
    "glossary.org": (("", "- {} :: {}\n", ""), ("", "* {}\n{}\n", ""), ("| Term | Definition |\n|---+---|\n", "| {} | {} |\n", "")),
    "glossary.dokuwiki": (("", "==== {} ====\n\n{}\n\n", ""), ("^ Term ^ Definition ^\n", "| {} | {} |\n", "")),
    "glossary.jira": (("", "h3. {}\n{}\n\n", ""), ("||Term||Definition||\n", "|{}|{}|\n", "")),
    "glossary.tex": (("", "\\newglossaryentry{{k}}{{name={{{}}},description={{{}}}}}\n", ""),
                     ("\\begin{{description}}\n", "\\item[{{{}}}] {}\n", "\\end{{description}}\n")),
}  # fmt: skip
WORDS = ("caller", "waits", "agent", "answers", "minutes", "before", "phone", "greeting", "desk")
NAMES = (("Agent", "desk"), ("Queue", "time"), ("Wrap", "up"))


def written(words: Sequence[str], spans: Sequence[str]) -> str:
    return " ".join(span.format(word) for word, span in zip(words, spans, strict=True))


@pytest.mark.parametrize("name", SPANS)
@tried(60)
@given(data=st.data())
def test_names_and_texts_hold_only_what_is_shown(name: str, data: st.DataObject) -> None:
    span = st.sampled_from((PLAIN, *SPANS[name]))
    before, shape, after = data.draw(st.sampled_from(SHAPES[name]))
    document, shown = before.format(), []
    for label in NAMES:
        words = data.draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=7))
        marks = data.draw(st.lists(span, min_size=len(words), max_size=len(words)))
        own = [data.draw(span), PLAIN]
        text = f"What the {written(words, marks)} is."
        document += shape.format(written(label, own), text)
        shown.append((" ".join(label), f"What the {' '.join(words)} is."))
    found = importing.read((document + after.format()).encode(), name, source="mine")
    assert [(one.name, " ".join(one.text.split())) for one in found.entries] == shown, document


@each_row(
    "head",
    [
        "<h3>{} <button>Copy link</button></h3><p>{}</p>",
        "<h3>{}<button>Teilen</button></h3><p>{}</p>",
        "<h3><button>Listen</button> {}</h3><p>{}</p>",
        '<h3><button aria-expanded="false">{}</button><button>Copiar enlace</button></h3><div>{}</div>',
        '<h3>{} <a role="button" href="#">Copier le lien</a></h3><p>{}</p>',
        "<h3>{} <span>Скопировать ссылку</span></h3><p>{}</p>",
        '<h3><button aria-expanded="false">{}</button></h3><div>{}</div>',
        "<details><summary><span>{}</span><i>+</i></summary><p>{}</p></details>",
        '<div><button aria-expanded="false">{}<span>▼</span></button><div><p>{}</p></div></div>',
        "<details><summary>What is a {}? +</summary><p>{}</p></details>",
    ],
)
def test_what_a_page_repeats_beside_every_name_is_no_part_of_it(head: str) -> None:
    rows = [("Quay", "A place to moor."), ("Buoy", "A float on a chain."), ("Fender", "What saves the hull.")]
    page = "<h1>Glossary</h1>" + "".join(head.format(*row) for row in rows)
    found = importing.read(page.encode(), "page.html", source="mine")
    assert [(one.name, one.text, one.also) for one in found.entries] == [(*row, ()) for row in rows]


def test_signs_that_some_names_have_stay_in_them() -> None:
    page = "<h1>Glossary</h1><h3>C<b>++</b></h3><p>A language.</p><h3>D<b>+</b></h3><p>One more.</p><h3>E</h3><p>Two.</p>"
    found = importing.read(page.encode(), "page.html", source="mine")
    assert [one.name for one in found.entries] == ["C++", "D+", "E"]


def test_a_word_that_some_names_share_stays_in_them() -> None:
    rows = "".join(
        f"<dt>{name} <span>{more}</span></dt><dd>A kind of line.</dd>"
        for name, more in [("Bow", "line"), ("Stern", "line"), ("Spring", "rope"), ("Breast", "cable")]
    )
    found = importing.read(f"<h1>Glossary</h1><dl>{rows}</dl>".encode(), "page.html", source="mine")
    assert [one.name for one in found.entries] == ["Bow line", "Stern line", "Spring rope", "Breast cable"]
