"""Marks, controls and notes that a page does not show as its words, in the ways that programs write them."""

from __future__ import annotations

from collections.abc import Sequence
from time import process_time

from helpers.rows import each_row
from site_gen.sources import importing

Entries = Sequence[tuple[str, str]]  # names and texts


def entries(filename: str, content: str) -> list[tuple[str, str]]:
    found = importing.read(content.encode(), filename, source="mine")
    return [(one.name, " ".join(one.text.split())) for one in found.entries]


ATTRIBUTES: Sequence[tuple[str, Entries]] = [
    ("**Rota**{ .term }\n:   The [plan](x.md){ target=_blank } of who works.\n\n"
     "[Swap]{#swap}\n:   An exchange :octicons-sync-16:{ .icon }.\n",
     [("Rota", "The plan of who works."), ("Swap", "An exchange.")]),
    ("Rota { .term }\n:   The `plan.yml`{ .yaml } of who works.\n\n## Swap { #swap data-x=\"a b\" }\n\nAn exchange.\n",
     [("Rota", "The plan.yml of who works."), ("Swap", "An exchange.")]),
    ("| Term | Definition |\n|---|---|\n| Rota { #rota } | The [plan](y.md){ .md-button rel=noopener }. |\n"
     "| Swap | An exchange.{ .note } |\n",
     [("Rota", "The plan."), ("Swap", "An exchange.")]),
    ("## [Rota]{.term}\n\nThe plan of [who]{.smallcaps} works.\n\n## Swap\n\nAn **exchange**{ .x }.\n{ .lead }\n",
     [("Rota", "The plan of who works."), ("Swap", "An exchange.")]),
    ("**Rota**[^1]{ .term }: The plan.\n\n**Swap**[^1]: An exchange.\n\n[^1]: Of the desk.\n",
     [("Rota", "The plan."), ("Swap", "An exchange.")]),
    # Braces that are words of a text or stand in code stay.
    ("## Rota\n\nThe plan of {name} that we print; its mark is `[a]{.b}` and nothing else.\n\n"
     "## Swap\n\nAn exchange of shifts (see below){x}, with {y=1} on the plan.\n",
     [("Rota", "The plan of {name} that we print; its mark is [a]{.b} and nothing else."),
      ("Swap", "An exchange of shifts (see below){x}, with {y=1} on the plan.")]),
]  # fmt: skip


@each_row("content, expected", ATTRIBUTES)
def test_lists_of_attributes_in_markdown_are_no_words(content: str, expected: Entries) -> None:
    assert entries("x.md", f"# Glossary\n\n{content}") == expected


CONTROLS: Sequence[str] = [
    "<h3>Rota <button>Copy link</button></h3><p>The plan.</p><h3>Swap</h3><p>An exchange.</p>",
    "<h3>Rota <button class='x'>Kopieren</button></h3><p>The plan.</p><h3>Swap <a href='/e'>Bearbeiten</a></h3><p>An exchange.</p>",
    "<h3>Rota <span class='tooltip'>Copied!</span></h3><p>The plan.</p><h3>Swap <a href='/e'>✏️</a></h3><p>An exchange.</p>",
    "<dl><dt>Rota <a href='/e'>[edit]</a></dt><dd>The plan.<button>Share</button></dd><dt>Swap [<a href='/e'>edit source</a>]</dt>"
    "<dd>An exchange.</dd></dl>",
    "<h3>Rota[edit]</h3><p>The plan.</p><h3>Swap [Bearbeiten | Quelltext bearbeiten]</h3><p>An exchange.</p>",
    "<dl><dt>Rota</dt><dd>The <span style='display:none'>old</span>plan.</dd><dt>Swap</dt><dd>An exchange.</dd>"
    "<dt>Claim</dt><dd style='display: none'>What nobody sees.</dd></dl>",
    "<h3>Rota</h3><p>The plan.<span class='d-none'> Of old.</span></p><h3>Swap</h3><p>An exchange.</p>"
    "<p style='visibility:hidden'>What nobody sees.</p>",
    # What opens or shows a text stays.
    "<h3><span>1</span> <button aria-expanded='false'>Rota</button></h3><div style='display:none'>The plan.</div>"
    "<h3><span>2</span> <button aria-expanded='false'>Swap</button></h3><div style='display:none'>An exchange.</div>",
    "<h3>Rota</h3><p><span class='hidden md:inline'>The plan.</span></p><h3>Swap</h3><p>An exchange.</p>",
]  # fmt: skip


@each_row("content", CONTROLS)
def test_controls_and_hidden_words_of_a_page_are_no_words_of_entries(content: str) -> None:
    shown = [("Rota", "The plan."), ("Swap", "An exchange.")]
    found = entries("x.html", f"<h1>Glossary</h1>{content}")
    assert found == shown


@each_row(
    "filename, content",
    [
        (
            "x.md",
            "# Glossary\n\n## Rota [edit](https://x.example/e.md)\n\nThe plan.\n\n## Swap [✏️](e.md)\n\nAn exchange.\n",
        ),
        ("x.md", "# Glossary\n\nRota [bearbeiten](e.md)\n: The plan.\n\nSwap[edit]\n: An exchange.\n"),
        (
            "x.md",
            "| Term | Definition |\n|---|---|\n| Rota [Edit](e.md) | The plan. |\n| Swap | An exchange. |\n",
        ),
        ("x.txt", "Glossary\n\nRota[edit]\nThe plan.\n\nSwap [Bearbeiten]\nAn exchange.\n"),
        ("x.mediawiki", "== Rota [edit] ==\nThe plan.\n\n== Swap ==\nAn exchange.\n"),
    ],
)
def test_links_to_edit_are_no_part_of_a_name(filename: str, content: str) -> None:
    assert entries(filename, content) == [("Rota", "The plan."), ("Swap", "An exchange.")]


def test_hidden_words_are_told() -> None:
    content = "<dl><dt>Rota</dt><dd>The <i style='display:none'>old</i> plan.</dd><dt>Swap</dt><dd>An exchange.</dd></dl>"
    found = importing.read(content.encode(), "glossary.html", source="mine")
    assert [(one.text, one.why) for one in found.skipped] == [("old", "hidden on the page")]


NOTES: Sequence[tuple[str, str]] = [
    ("x.csv", "Term,Definition\nRota[1],The plan for 5 m².[2]\nSwap²,An exchange.³\nR²,A share of what is told.\n"),
    ("x.csv", "Term,Definition\nRota†,The plan for 5 m².*\nSwap‡,An exchange.\nR²,A share of what is told.†\n"),
    ("x.html", "<h1>Glossary</h1><dl><dt>Rota<sup>1</sup></dt><dd>The plan for 5 m<sup>2</sup>.<sup>2</sup></dd>"
     "<dt>Swap</dt><dd>An exchange.</dd><dt>R<sup>2</sup></dt><dd>A share of what is told.</dd></dl>"),
    ("x.md", "# Glossary\n\n**Rota**<sup>1</sup>: The plan for 5 m<sup>2</sup>.<sup>1</sup>\n\n**Swap**: An exchange."
     "<sup><a href='#fn2'>2</a></sup>\n\n**R²**: A share of what is told.\n"),
    ("x.txt", "Glossary\n\nRota[1] - The plan[4] for 5 m².[2][3]\nSwap - An exchange.¹\nR² - A share of what is told.\n"),
    ("x.json", '[{"term": "**Rota** [¶](#rota)", "definition": "The [plan](x.md)<br>for 5 m<sup>2</sup>.[^1]"}, '
     '{"term": "Swap", "definition": "An `exchange`[^2]."}, {"term": "R²", "definition": "A *share* of<br/>what is told."}]'),
]  # fmt: skip


@each_row("filename, content", NOTES)
def test_marks_of_notes_are_no_words_and_raised_digits_are(filename: str, content: str) -> None:
    shown = [("Rota", "The plan for 5 m²."), ("Swap", "An exchange."), ("R²", "A share of what is told.")]
    assert entries(filename, content) == shown


KEPT: Sequence[tuple[str, str]] = [
    (
        "Term,Definition\nBank[1],Where money lies.\nBank[2],The side of a river.\nChi²,A test of shares.\n",
        "Chi²",
    ),
    (
        "Term,Definition\nRota,The plan\nList[int],A list of numbers.\nArea,A size of 10 km² or a[1] of it.\n",
        "List[int]",
    ),
]


@each_row("content, name", KEPT)
def test_what_only_looks_like_the_mark_of_a_note_stays(content: str, name: str) -> None:
    found = dict(entries("x.csv", content))
    assert name in found
    assert "10 km² or a[1] of it." in found.get("Area", "10 km² or a[1] of it.")


def test_code_in_values_with_tags_stays_as_it_is() -> None:
    content = '[{"term": "Rota", "definition": "Use a_b_c and 2 * 3.<br>Then <code>__init__</code>."}, {"term": "Swap", "definition": "An exchange."}]'
    assert entries("x.json", content)[0] == ("Rota", "Use a_b_c and 2 * 3. Then __init__.")


TEMPLATES = """== Glossary ==
; Rota : The {{lang|es|turno}} of {{nowrap|who works}}, up to {{convert|3|to|5|hour}}.{{efn|Of the day}}
; Swap : An exchange{{sfn|Smith|2012}} of {{color|red|shifts}}, in {{lang-de|Tausch}}.<ref name="a">Our book</ref>
; Late : One after 10<sup>3</sup> or {{frac|1|2}} {{quote|hours}} {{ndash}} {{ui|at night}}it is.
{{Infobox desk
| name = Desk
}}
"""


def test_templates_of_a_wiki_show_their_words_or_are_told() -> None:
    assert entries("x.mediawiki", TEMPLATES) == [
        ("Rota", "The turno of who works, up to 3 to 5 hour."),
        ("Swap", "An exchange of shifts, in Tausch."),
        ("Late", "One after 10³ or 1/2 hours – it is."),
    ]
    left = importing.read(TEMPLATES.encode(), "x.mediawiki", source="mine").skipped
    assert [(one.line, one.text, one.why) for one in left if one.line > 1] == [
        (2, "{{efn|Of the day}}", "footnote"),
        (3, "Our book", "footnote"),
        (3, "{{sfn|Smith|2012}}", "footnote"),
        (4, "{{ui|at night}}", "template of the wiki, which is not expanded"),
    ]


def test_templates_deep_inside_of_each_other_take_no_time() -> None:
    text = "; Rota : " + "{{em|" * 20_000 + "long " * 20_000 + "}}" * 20_000 + "\n; Swap : An exchange.\n"
    began = process_time()
    entries("x.mediawiki", text)
    assert process_time() - began < 5


BARS = """||Term||Meaning||
|Rota|The plan !a.png|thumbnail! of who !https://x.example/a|width=300,height=20! works {status:title=New|colour=Red}.|
|Swap|{{a|b}} is an exchange! Of [shifts|http://x.example], {color:red}now{color}! Yes.|
|Late|One \\[not early\\] that ends late.|
"""


def test_bars_in_pictures_macros_and_code_part_no_cells_of_jira() -> None:
    assert entries("x.jira", BARS) == [
        ("Rota", "The plan of who works."),
        ("Swap", "a|b is an exchange! Of shifts, now! Yes."),
        ("Late", "One [not early] that ends late."),
    ]


BETWEEN = """.. glossary::

   Rota : noun
      The plan.

   .. _swap:

   Swap
      An exchange.

   .. what the desk adds

   Late
      One that ends late.

      .. _early:

   Early
      One that starts early.

   .. index:: early
"""


def test_marks_between_the_entries_of_a_glossary_directive_repeat_nothing() -> None:
    assert entries("x.rst", BETWEEN) == [
        ("Rota", "The plan."),
        ("Swap", "An exchange."),
        ("Late", "One that ends late."),
        ("Early", "One that starts early."),
    ]
    left = importing.read(BETWEEN.encode(), "x.rst", source="mine").skipped
    assert (11, "what the desk adds", "comment") in [(one.line, one.text, one.why) for one in left]


OUTLINE = """<opml version="2.0"><head><title>Glossary</title></head><body>
<outline text="Rota: The plan." isComment="true"/>
<outline text="Swap" _note="An exchange." isBreakpoint="false" comment="no"/>
<outline text="Late"/>
<outline text="Other words"><outline text="Early" _note="One that starts early."/></outline>
</body></opml>"""


def test_states_of_an_outline_are_no_texts() -> None:
    assert entries("x.opml", OUTLINE) == [
        ("Rota", "The plan."),
        ("Swap", "An exchange."),
        ("Early", "One that starts early."),
    ]
    left = importing.read(OUTLINE.encode(), "x.opml", source="mine").skipped
    assert [(one.text, one.why) for one in left] == [
        ("Late", "name without a text"),
        ("Other words", "heading over others"),
    ]


CHANGED = """# Glossary

## Rota

The {++new++} plan {--of old --}of who {~~sleeps~>works~~}.{>>Ask Ben.<<}

## Swap

An {==exchange==} on the 10^th^ of H~2~O for 10^3^ people; `{++x++}`, x^2 and ~5 stay, as $a^2^$ does.
"""


def test_changes_of_an_editor_and_raised_words_are_shown_as_on_the_page() -> None:
    assert entries("x.md", CHANGED) == [
        ("Rota", "The new plan of who works."),
        ("Swap", "An exchange on the 10th of H2O for 10³ people; {++x++}, x^2 and ~5 stay, as $a^2^$ does."),
    ]
