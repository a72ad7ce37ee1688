"""Markdown dialects, web pages, wiki and light markup, LaTeX, plain text: what of each is an entry, and of what parts."""

from __future__ import annotations

import time

from helpers.rows import each_row
from site_gen.model.problem import errors
from site_gen.sources import importing

WINDOW, OWNER = "The hours in which we ring back.", "The person who answers for a case."
BOTH = [("Callback window", (), WINDOW), ("Case owner", (), OWNER)]
OTHERS = [("Callback window", ("CBW", "ring-back slot"), WINDOW), ("Case owner", ("handler",), OWNER)]


def entries(document: str, filename: str) -> list[tuple[str, tuple[str, ...], str]]:
    found = importing.read(document.encode(), filename, source="mine")
    assert not errors(found.problems), found.problems
    return [(entry.name, entry.also, " ".join(entry.text.split())) for entry in found.entries]


MARKDOWN = {
    "permalinks": f"# Words\n\n## Callback window [#](#a)\n\n{WINDOW}\n\n## Case owner [¶](#b)\n\n{OWNER}\n",
    "numbers": f"# 1 Words\n\n## 1.1 Callback window\n\n{WINDOW}\n\n## 1.2 Case owner\n\n{OWNER}\n",
    "list of HTML": f"# Words\n\n<dl>\n<dt>Callback window</dt>\n<dd>{WINDOW}</dd>\n\n<dt>Case owner</dt>\n<dd>{OWNER}</dd>\n</dl>\n",
    "table of HTML": f"<table><tr><th>Term<th>Meaning</tr>\n<tr><td>Callback window<td>{WINDOW}</tr>\n<tr><td>Case owner<td>{OWNER}</tr></table>\n",
    "details": f"<details>\n<summary><b>Callback window</b></summary>\n\n{WINDOW}\n\n</details>\n\n<details><summary>Case owner</summary>\n{OWNER}\n</details>\n",
    "definition list": f"Callback window\n: {WINDOW}\n\nCase owner\n:   {OWNER}\n",
    "grid table": "+------------------+--------------------------------------+\n| Word             | Meaning                              |\n"
    "+==================+======================================+\n"
    f"| Callback window  | {WINDOW:36} |\n+------------------+--------------------------------------+\n"
    f"| Case owner       | {OWNER:36} |\n+------------------+--------------------------------------+\n",
    "simple table": f"Word              Meaning\n----------------  -------------------\nCallback window   {WINDOW}\nCase owner        {OWNER}\n",
    "table without a header": f"|  |  |\n|--|--|\n| **Callback window** | {WINDOW} |\n| **Case owner** | {OWNER} |\n",
    "bold closed late": f"**Callback window **\n\n{WINDOW}\n\n**Case owner **\n\n{OWNER}\n",
    "list, then a box": f"1. **Callback window**: {WINDOW}\n2. **Case owner**: {OWNER}\n\n!!! tip \"About\"\n\n    Version 3\n",
    "front matter and rules": f"---\ntitle: Words\n---\n\n## Callback window\n\n{WINDOW}\n\n## Case owner\n\n{OWNER}\n\n---\n\n*Last updated: 3 March 2025 by us*\n",
    "footnotes": f"## Callback window\n\n{WINDOW}[^1]\n\n## Case owner\n\n{OWNER}\n\n[^1]: In our time zone.\n",
    "status over the list": f"# Words\n\n**Status:** Draft\n**Version:** 3\n\n## Callback window\n\n{WINDOW}\n\n## Case owner\n\n{OWNER}\n",
    "metadata of entries": f"## Callback window\n\n{WINDOW}\n\n**Owner:** Dana\n**Status:** new\n\n## Case owner\n\n{OWNER}\n\n**Owner:** Sam\n**Status:** new\n",
    "marks of site generators": f"## Callback window\n{{: .term}}\n\n{{{{< hint >}}}}{WINDOW}{{{{< /hint >}}}}\n\n## Case owner\n\n{{% note %}}{OWNER}\n",
    "comments": f"<!-- two\nlines -->\n## Callback window\n\n{WINDOW}\n\n## Case owner\n\n{OWNER} <!-- more? -->\n",
}  # fmt: skip


CALLS = {
    '{{< glossary_tooltip text="pods" term_id="pod" >}}': "pods",
    '{{< glossary_tooltip term_id="work-item" >}}': "work item",
    '{{% abbr "CBW" "callback window" %}}': "CBW",
    '{% include tooltip.html term="slot" text="slots" %}': "slots",
    "{% glossary slot %}": "slot",
    '{{< tooltip text="not this" >}}the words{{< /tooltip >}}': "the words",
}


@each_row("call, shown", list(CALLS.items()))
def test_calls_of_site_generators_in_a_sentence_show_their_words(call: str, shown: str) -> None:
    document = f"# Words\n\n## Callback window\n\nThe hours for {call} to be rung back.\n\n## Case owner\n\n{OWNER}\n"
    assert entries(document, "words.md")[0][2] == f"The hours for {shown} to be rung back."


def test_marks_of_note_programs_are_no_part_of_a_text() -> None:
    document = (
        f"# Words\n\n## Callback window\nalias::\n\n{WINDOW}^def\n\n## Case owner\n\n{OWNER} ^def\nsource::\n"
    )
    assert entries(document, "words.md") == BOTH
    assert entries(f"**Callback window**::\n{WINDOW}\n\n**Case owner**::\n{OWNER}\n", "words.md") == BOTH


@each_row("dialect", MARKDOWN)
@each_row("line_end", ["\n", "\r\n"])
def test_dialects_of_markdown(dialect: str, line_end: str) -> None:
    assert entries(MARKDOWN[dialect].replace("\n", line_end), "words.md") == BOTH


FIELDS = {
    "paragraphs": f"## Callback window\n\n**Definition:** {WINDOW}\n\n**Abbreviation:** CBW\n\n**Synonyms:** ring-back slot\n\n**Example:** Nine to noon.\n\n"
    f"## Case owner\n\n**Definition:** {OWNER}\n\n**Abbreviation:** —\n\n**Synonyms:** handler\n",
    "lines": f"## Callback window\n**Abbreviation:** CBW\n**Synonyms:** ring-back slot\n**Definition:** {WINDOW}\n\n## Case owner\n**Abbreviation:** n/a\n**Synonyms:** handler\n**Definition:** {OWNER}\n",
    "bullets": f"## Callback window\n\n- **Definition:** {WINDOW}\n- **Abbreviation:** CBW\n- **Synonyms:** ring-back slot\n\n## Case owner\n\n- **Definition:** {OWNER}\n- **Abbreviation:** none\n- **Synonyms:** handler\n",
    "headings": f"## Callback window\n\n### Definition\n\n{WINDOW}\n\n### Synonyms\n\n- CBW\n- ring-back slot\n\n## Case owner\n\n### Definition\n\n{OWNER}\n\n### Synonyms\n\n- handler\n",
    "German": f"## Callback window\n\n**Bedeutung:** {WINDOW}\n\n**Abkürzung:** CBW\n\n**Synonyme:** ring-back slot\n\n## Case owner\n\n**Bedeutung:** {OWNER}\n\n**Synonyme:** handler\n",
}  # fmt: skip


@each_row("shape", FIELDS)
def test_labelled_fields_are_parts_of_the_entry_above(shape: str) -> None:
    assert entries(FIELDS[shape], "words.md") == OTHERS


def test_terms_called_like_parts_of_an_entry_are_terms() -> None:
    headed = (
        "# Words\n\n## Macro\n\nA text we keep.\n\n## Note\n\nA text for us.\n\n## Owner\n\nWho answers.\n"
    )
    listed = "Macro: A text we keep.\nMention: A name in a case.\nNote: A text for us.\nOwner: Who answers.\n"
    assert [name for name, _, _ in entries(headed, "words.md")] == ["Macro", "Note", "Owner"]
    assert [name for name, _, _ in entries(listed, "words.txt")] == ["Macro", "Mention", "Note", "Owner"]


def test_several_names_stand_over_one_definition() -> None:
    document = f"Case owner\nHandler\n: {OWNER}\n\nCallback window\n: {WINDOW}\n"
    assert entries(document, "words.md")[0] == ("Case owner", ("Handler",), OWNER)


def test_abbreviations_of_mkdocs() -> None:
    assert entries("*[CBW]: Callback window\n*[WH]: Warm handover\n", "words.md") == [
        ("CBW", (), "Callback window"), ("WH", (), "Warm handover"),
    ]  # fmt: skip


PAGES = {
    "accordion": "<h1>Words</h1><div id=all><div class=item><h2><button aria-expanded=false aria-controls=a>Callback window<span aria-hidden=true>+</span></button></h2>"
    f"<div id=a><p>{WINDOW}</p></div></div><div class=item><h2><button aria-expanded=false aria-controls=b>Case owner</button></h2><div id=b><p>{OWNER}</p></div></div></div><p>Still open? Ring us.</p>",
    "buttons": f"<div><button class=accordion>Callback window</button><div class=panel>{WINDOW}</div><button class=accordion>Case owner</button><div class=panel>{OWNER}</div></div>",
    "tabs": f'<div role=tablist><button role=tab aria-controls=a>Callback window</button><button role=tab aria-controls=b>Case owner</button></div><div role=tabpanel id=a>{WINDOW}</div><div role=tabpanel id=b hidden>{OWNER}</div>',
    "badges": f"<details><summary>Callback window <span class='badge'>NEW</span></summary><p>{WINDOW}</p><p class=tags><span class=tag>phone</span></p></details><details><summary>Case owner</summary><p>{OWNER}</p></details>",
    "word processor": f"<style>.c1{{font-weight:700}}</style><p><span class=c1>Callback window</span><span>: {WINDOW}</span></p><p><span class=c1>Case owner</span><span>: {OWNER}</span></p>",
    "footnotes": f"<dl><dt>Callback window<sup><a href='#fn1'>1</a></sup><dd>{WINDOW}<dt>Case owner<dd>{OWNER}<a href='#_ftn2'>[2]</a></dl><div class=footnotes><p>1 In our time zone.</p></div>",
    "saved page": f"<nav>Home</nav><div class=breadcrumbs>A > B</div><main><h1>Words</h1><h2>Callback window<a class=headerlink href='#x'>¶</a></h2><p>{WINDOW}</p><h2>Case owner</h2><p>{OWNER}</p></main><div id=comments><p>Thanks!</p></div><footer>© us</footer>",
    "cards": f"<div class=card><div class=card-title>Callback window</div><div>{WINDOW}</div></div><div class=card><div class=card-title>Case owner</div><div>{OWNER}</div></div>",
}  # fmt: skip


@each_row("kind", PAGES)
def test_web_pages(kind: str) -> None:
    assert entries(f"<html><body>{PAGES[kind]}</body></html>", "words.html") == BOTH


MARKUP = {
    "list.adoc": f"= Words\nUs <us@example.org>\n:toc:\n\n[glossary]\n[[cw]]Callback window:: {WINDOW}\n// a comment\nCase owner::\n{OWNER}\n",
    "table.adoc": f"= Words\n\n[cols=\"1,3\",options=\"header\"]\n|===\n|Term |Meaning\n\n|*Callback window*\n|{WINDOW}\n\n|Case owner |{OWNER}\n|===\n",
    "letters.adoc": f"= Words\n\n[cols=\"1,3\"]\n|===\n|Term |Meaning\n\n// ##### C\n2+| [[C]] [red]#*C*#\n\ns|[[cw]] Callback window\n| {WINDOW}\n// ##### D\n2+| [red]#*D*#\n\ns|Case owner\na|{OWNER}\n// the end\n|===\n",
    "own-words.tex": f"\\newcommand{{\\who}}{{person\\xspace}}\n\\newglossaryentry{{a}}{{name={{Callback window}}, description={{{WINDOW[:-1]}\\vref{{sec:x}}.}}}}\n\\newglossaryentry{{b}}{{name=Case owner, description={{The \\who who answers for a case.}}}}\n",
    "centered.tex": f"\\sectioncentered*{{Abbreviations}}\n\\addcontentsline{{toc}}{{section}}{{Abbreviations}}\n\nCallback window — {WINDOW}\n\n\\textit{{Case owner}} — {OWNER}\n",
    "labels.rst": f"Words\n=====\n\n.. _x_window:\n\nCallback window\n---------------\n\n{WINDOW}\n\n.. _x_owner:\n\nCase owner\n----------\n\n{OWNER}\n",
    "toggles.md": "# Words\n\n" + "\n\n".join(
        f"<div class='box'>\n  <a href='#' id='{name[:2]}'>\n    <span>{name}</span>\n    <i class='material-icons'>add</i>\n  </a>\n"
        f"  <div class='child' markdown='1'>\n  {said}\n  </div>\n</div>"
        for name, said in (("Callback window", WINDOW.replace("hours", "[hours](#x)")), ("Case owner", OWNER))
    ) + "\n",
    "drawn.md": f"# Words\n\n## Callback window\n\n{WINDOW}\n\n{{% mermaid() %}}\nflowchart LR\n  a[.c] --> b[.o]\n{{% end %}}\n\n## Case owner\n\n{OWNER}\n\n"
    "{{< plantuml >}}\na -> b : asks\n{{< /plantuml >}}\n",
    "signed.md": f"# Words\n\n- **Callback window:** {WINDOW}\n- **Case owner.** {OWNER}\n",
    "under.md": f"# Words\n\n**Callback window**\n{WINDOW}\n\n**Case owner**\n{OWNER}\n",
    "list.mediawiki": f"== Words ==\n; Callback window : {WINDOW}<ref>x</ref>\n;[[Case owner]]\n:{OWNER}\n[[Category:Desk]]\n",
    "table.mediawiki": f"{{| class=\"wikitable\"\n! Term !! Meaning\n|-\n| Callback window || {WINDOW}\n|-\n| '''Case owner'''\n| {OWNER}\n|}}\n",
    "templates.mediawiki": f"{{{{glossary}}}}\n{{{{term|Callback window}}}}\n{{{{defn|{WINDOW}}}}}\n{{{{term|Case owner}}}}\n{{{{defn|1={OWNER}}}}}\n",
    "page.dokuwiki": f"====== Words ======\n\n===== Callback window =====\n{WINDOW}\n\n===== Case owner =====\n{OWNER} ((a note))\n\n{{{{tag>desk}}}}\n",
    "table.dokuwiki": f"^ Term ^ Meaning ^\n| Callback window | {WINDOW} |\n| [[x|Case owner]] | {OWNER} |\n",
    "table.jira": f"h1. Words\n||Term||Meaning||\n|Callback window|{{color:#333}}{WINDOW}{{color}}|\n|*Case owner*|{OWNER}|\n",
    "headings.jira": f"h1. Words\n\nh2. Callback window\n{WINDOW}\n\nh2. {{anchor:x}}Case owner\n{OWNER}\n",
    "list.org": f"#+TITLE: Words\n\n- Callback window :: {WINDOW}\n- Case owner :: The person who\n  answers for a case.\n",
    "indented.org": f"* Words\n  - Callback window :: {WINDOW}\n  - Case owner :: The person who\n    answers for a case.\n",
    "headings.org": f"* Words\n** TODO Callback window :phone:\n:PROPERTIES:\n:ID: 1\n:END:\n{WINDOW}\n** Case owner\n{OWNER}\n",
    "entries.tex": f"\\newglossaryentry{{a}}{{name={{Callback window}}, description={{{WINDOW}}}}}\n% \\newglossaryentry{{x}}{{name=x,description=y}}\n\\longnewglossaryentry{{b}}{{name=Case owner}}{{The \\emph{{person}} who answers for a case.}}\n",
    "list.tex": f"\\begin{{description}}\n\\item[Callback window] {WINDOW}\n\\item[Case owner] {OWNER}\n\\end{{description}}\n",
    "table.tex": f"\\section{{Glossary}}\n\\begin{{tabular}}{{ll}}\n\\textbf{{Term}} & Meaning\\\\ \\hline\nCallback window & {WINDOW} \\\\\nCase owner &\n{OWNER} \\\\\n\\end{{tabular}}\n",
    "bold.tex": f"\\section{{Glossary}}\n\\begin{{itemize}}\n\\item \\textbf{{Callback window}}: {WINDOW}\n\\item \\textbf{{Case owner}}: {OWNER}\n\\end{{itemize}}\n",
    "paragraphs.tex": f"\\section{{Glossary}}\n\\paragraph{{Callback window}} {WINDOW}\n\n\\paragraph{{Case owner}}\n{OWNER}\n",
    "emoji.md": f"# Words\n\n- ☎️ **Callback window**: {WINDOW}\n- 🙂 **Case owner**: {OWNER}\n",
    "cards.txt": f"#separator:tab\n#html:true\n#tags column:3\nCallback window\t{WINDOW}\tphone\nCase owner\t<b>The person</b> who answers for a case.\tdesk\n",
    "leaders.txt": f"Callback window ........ {WINDOW}\nCase owner ............. {OWNER}\n",
    "records.txt": f"Term: Callback window\nDefinition: {WINDOW}\nOwner: Dana\n\nTerm: Case owner\nDefinition: {OWNER}\nOwner: Sam\n",
    "copied.txt": "Help desk              12\n\nCallback window  The hours in which\n                 we ring back.\nCase owner       The person who answers\n                 for a case.\n\nHelp desk              13\n",
    "columns.txt": "Callback window: The hours in      Case owner: The person who\nwhich we ring back.                answers for a case.\n\n"
    "Macro: A text that we keep         Queue: Cases that\nand send again.                    nobody has.\n",
}  # fmt: skip


@each_row("filename", MARKUP)
def test_other_markup_and_plain_text(filename: str) -> None:
    found = entries(MARKUP[filename], filename)
    assert [entry for entry in found if entry[0] in ("Callback window", "Case owner")] == BOTH
    assert len(found) == (4 if filename == "columns.txt" else 2)


SETS = {
    "a link as source": (
        f"# Words\n\n##### Callback window\n\n{WINDOW}\n\n-- [Handbook](x.html)\n\nWe ring once.\n\n##### Case owner\n\n{OWNER}\n",
        [("Callback window", (), f"{WINDOW} -- Handbook We ring once."), ("Case owner", (), OWNER)],
    ),
    "capitals below a bold name": (
        f"# Words\n\n**CRM Desk**\nCRM stands for a list of customers. It is kept by sales.\n\n**Case owner**\n{OWNER}\n",
        [("CRM Desk", (), "CRM stands for a list of customers. It is kept by sales."), ("Case owner", (), OWNER)],
    ),
    "a verb in bold": (
        f"# Words\n\n**Case owner is** the person who answers.\n\n**Callback window**: {WINDOW}\n\n**Queue**: Cases that nobody has.\n",
        [("Case owner", (), "Case owner is the person who answers."), ("Callback window", (), WINDOW),
         ("Queue", (), "Cases that nobody has.")],
    ),
    "italics and links": (
        "# Words\n\n*Queue* is a line of cases.\n\n[Rota](x.html) the plan of who works when.\n\n*Owner* or *keeper* is a person who answers."
        "\n\n*Macro* a text that we keep.\n\n*Pool* a group that shares its cases.\n",
        [("Queue", (), "Queue is a line of cases."), ("Rota", (), "the plan of who works when."),
         ("Owner", ("keeper",), "Owner or keeper is a person who answers."), ("Macro", (), "a text that we keep."),
         ("Pool", (), "a group that shares its cases.")],
    ),
    "a colon in bold": (
        f"# Words\n\n- **Queue:** Is a line of cases.\n- **Callback window:** {WINDOW}\n- **Case owner:** {OWNER}\n",
        [("Queue", (), "Is a line of cases."), ("Callback window", (), WINDOW), ("Case owner", (), OWNER)],
    ),
    "bold over the end of a line": (
        f"# Words\n\n## Queue\n\nA **queue** is a line; we say **open\n[queues](#x)** of the cases in it.\n\n## Case owner\n\n{OWNER}\n",
        [("Queue", (), "A queue is a line; we say open queues of the cases in it."), ("Case owner", (), OWNER)],
    ),
    "references to labels": (
        "Words\n=====\n\n.. _g_queue:\n\nQueue\n-----\n\nA line of cases, see :ref:`g_pool`.\n\n.. _g_pool:\n\nShared pool\n-----------\n\n"
        "A group of people, see :doc:`../guide/night_shift` and :ref:`who_works`.\n",
        [("Queue", (), "A line of cases, see Shared pool."),
         ("Shared pool", (), "A group of people, see night shift and who works.")],
    ),
    "short forms under a heading of their own": (
        "# Words\n\n**Agent** — a person who answers.\n\n**Bundle** — cases that go together.\n\n**Case** — a question of a customer.\n\n"
        "**Desk** — the place of agents.\n\n**Envelope** — a case without a text.\n\n**Feed** — a source of cases.\n\n"
        "## Short forms\n\n- **AHT** — average handling time\n- **CBW** — callback window\n",
        [("Agent", (), "a person who answers."), ("Bundle", (), "cases that go together."), ("Case", (), "a question of a customer."),
         ("Desk", (), "the place of agents."), ("Envelope", (), "a case without a text."), ("Feed", (), "a source of cases."),
         ("AHT", (), "average handling time"), ("CBW", (), "callback window")],
    ),
    "parts of a section": (
        "# Words\n\n**2.1 People**\n\n2.1.1 Dispatcher\n\nA person who hands out cases.\n\n"
        "2.1.2 Keeper\n\nA person who keeps the texts.\n\n**2.2 Queue**\n\nA line of cases.\n\n**2.3 Pool**\n\nA group that shares its cases.\n",
        [("Dispatcher", (), "A person who hands out cases."), ("Keeper", (), "A person who keeps the texts."),
         ("Queue", (), "A line of cases."), ("Pool", (), "A group that shares its cases.")],
    ),
}  # fmt: skip


@each_row("kind", SETS)
def test_what_sets_off_names(kind: str) -> None:
    document, expected = SETS[kind]
    assert entries(document, "words.rst" if ":ref:" in document else "words.md") == expected


def test_accents_acronyms_and_commands_of_latex() -> None:
    document = (
        '\\newglossaryentry{a}{name={\\"Atzrate},description={D{\\"u}nn \\& 50\\,\\% \\textit{rein}}}\n'
        "\\newacronym{cw}{CW}{callback window}\n\\DeclareAcronym{sla}{short=SLA,long=service level agreement}\n"
    )
    assert entries(document, "words.tex") == [
        ("Ätzrate", (), "Dünn & 50 % rein"), ("CW", (), "callback window"),
        ("SLA", (), "service level agreement"),
    ]  # fmt: skip


@each_row(
    "document, filename",
    [
        ("{{" * 50_000, "deep.mediawiki"),
        ("[[" * 50_000 + "\n; a : b", "links.mediawiki"),
        ("\\newglossaryentry{a}{" + "{" * 100_000, "deep.tex"),
        ("\\item[" * 25_000, "items.tex"),
        ("\\begin{tabular}\n" + "a & b\n" * 10_000, "rows.tex"),
        ("<dl>\n" * 8_000, "lists.md"),
        ("!!! note \"x\"\n" * 12_500, "boxes.md"),
        ("[^1]: x\n" * 25_000, "notes.md"),
        ("+---+\n" * 25_000, "tables.md"),
        ("a\nb\n: c\n" * 700, "names.md"),
        ("{{<" * 2_500 + "\n" + "[[" * 3_500, "marks.md"),
        ("|===\n|a\n" * 1_700, "tables.adoc"),
        ("a:: " * 5_000, "terms.adoc"),
        ("a     b\n" * 3_500, "columns.txt"),
        ("a" * 150_000, "word.txt"),
        ("|a" * 75_000, "wide.txt"),
        ("* " * 2_500 + "\n" + "- a :: b\n" * 700, "items.org"),
        ("{panel:title=" * 5_000 + "\n" + "|a" * 5_000, "panels.jira"),
        ("<div class=card-title>" * 240, "heads.html"),
        ("<aside>" * 200 + "x" * 100_000, "asides.html"),
    ],
)  # fmt: skip
def test_hostile_documents_end_in_bounded_time(document: str, filename: str) -> None:
    start = time.process_time()
    importing.read(document.encode(), filename, source="mine")
    assert time.process_time() - start < 1


def test_another_name_in_brackets_before_a_sentence_is_taken() -> None:
    document = (
        "# Stage\n\n**Apron** is the part in front of a curtain.\n\n"
        "**Fly loft** (also **flies**) is the room above a stage.\n\n**Batten** (of wood) is a bar for lamps.\n"
    )
    assert entries(document, "words.md")[1] == (
        "Fly loft",
        ("flies",),
        "Fly loft (also flies) is the room above a stage.",
    )


def test_references_without_words_show_the_name_of_their_target() -> None:
    document = (
        "<glosslist><glossentry id='t'><glossterm>Tare</glossterm><glossdef><para>A box without goods.</para></glossdef></glossentry>"
        "<glossentry><glossterm>Gross</glossterm><glossdef><para>Goods with <xref linkend='t'/>.</para></glossdef></glossentry></glosslist>"
    )
    assert entries(document, "words.xml")[1] == ("Gross", (), "Goods with Tare.")


def test_signs_behind_a_backslash_are_kept_in_jira() -> None:
    document = (
        f"h2. Callback window\nThe hours \\[of a day\\] in which we ring back.\n\nh2. Case owner\n{OWNER}\n"
    )
    assert entries(document, "words.jira")[0][2] == "The hours [of a day] in which we ring back."


@each_row("head", ["{}", "<u>{}</u>", "<b>{}:</b>"])
def test_two_breaks_part_paragraphs_as_a_blank_line_does(head: str) -> None:
    rows = [("Quay", "A place to moor."), ("Buoy", "A float."), ("Fender", "What saves the hull.")]
    body = "<br /><br />".join(f"{head.format(name)}<br />{text}" for name, text in rows)
    found = importing.read(f"<h1>Glossary</h1><div>{body}</div>".encode(), "page.html", source="mine")
    assert [(entry.name, entry.text) for entry in found.entries] == rows
