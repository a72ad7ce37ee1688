"""Wikis beside MediaWiki, and what templates, properties and parents of entries tell in wiki text, Org and LaTeX."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.model.problem import errors
from site_gen.sources import importing

SLOT, KEEPER = "A place in the harbour for one boat.", "The person who looks after a pier."
BOTH = [("Berth", SLOT), ("Pier keeper", KEEPER)]


def entries(document: str, filename: str) -> list[tuple[str, str]]:
    found = importing.read(document.encode(), filename, source="mine")
    assert not errors(found.problems), found.problems
    return [(entry.name, " ".join(entry.text.split())) for entry in found.entries]


WIKIS = {
    "creole.txt": f"= Glossary =\n\n|=Term|=Meaning|\n|**Berth**|{SLOT}|\n|[[PierKeeper|Pier keeper]]|{KEEPER}|\n",
    "creole-list.txt": f"== Glossary ==\n\n; Berth\n: {SLOT}\n; **Pier keeper**\n: The person who \\\\ looks after a //pier//.\n",
    "xwiki.txt": f'= Glossary =\n\n== Berth ==\n\n(% class="box" %)\n{SLOT}\n\n== [[Pier keeper>>doc:Main.Keeper]] ==\n\n{KEEPER}\n',
    "tight.mediawiki": f"== Glossary ==\n;Berth:{SLOT}\n;Pier keeper:{KEEPER}\n",
    "templates.mediawiki": "{{Glossary}}\n{{term|term=berth |content=Berth}}\n{{defn|1=A place in the harbour for one [[boat|boat]].}}\n"
    f"{{{{term|1=pier keeper|2=Pier keeper}}}}\n{{{{defn|no=1 |defn={KEEPER}}}}}\n",
    "own.mediawiki": f"Our words.\n\n{{{{GlossaryEntry\n|term=Berth\n|definition={SLOT}\n}}}}\n{{{{GlossaryEntry|term=Pier keeper|definition={KEEPER}}}}}\n",
    "html.mediawiki": f"== Glossary ==\n<dl>\n<dt>Berth</dt><dd>{SLOT}</dd>\n<dt>'''Pier keeper'''</dt>\n<dd>{KEEPER}</dd>\n</dl>\n",
    "rows.mediawiki": f"== Glossary ==\n{{{{Glossary row|Berth|{SLOT}}}}}\n{{{{glossary row|Pier keeper|{KEEPER}}}}}\n{{{{Glossary link|pier|of the old harbour}}}}\n",
    "table.mediawiki": f"== Glossary ==\n<table>\n<tr><th>Term</th><th>Meaning</th></tr>\n<tr><td>'''Berth'''</td><td>{SLOT}</td></tr>\n"
    "<tr><td>[[Keeper|Pier keeper]]</td>\n<td>The person who looks after a [[pier]].</td></tr>\n</table>\n",
    "question.txt": f"====== Glossary ======\n\n  ? Berth\n  ! {SLOT}\n  ? Pier keeper\n  ! {KEEPER}\n",
    "one-sign.creole": f"= Glossary =\n\n|=Term |=Meaning |\n|//Berth// |{SLOT} |\n|Pier keeper |{KEEPER} |\n",
    "marks.jira": f"h2. Glossary\n\n* {{*}}Berth{{*}} - {SLOT}\n* @Pier keeper@ - The person who looks after a [[Piers|pier]].\n",
    "notes.adoc": "= Glossary\n\nBerth:: A place in the harbour for one boat footnote:[not a ship].\nPier keeper:: The person who looks after a pier.\n",
    "cell.adoc": f'= Glossary\n\n[cols="1,3a"]\n|===\n|Term |Meaning\n\n|Berth\n|A place in the harbour\n\n[NOTE]\n====\nfor one boat.\n====\n\n|Pier keeper\n|{KEEPER}\n|===\n',
    "notes.org": "* Glossary\n- Berth :: A place in the harbour for one boat [fn:1].\n- Pier keeper :: The person who looks after a pier.\n\n[fn:1] Not a ship.\n",
    "words.textile": f'h1. Glossary\n\nh3(#berth). Berth\n\nA place in the "harbour":/harbour for one boat.\n\nh3{{color:red}}. Pier keeper\n\n{KEEPER}\n',
    "list.textile": f"h2. Glossary\n\n- Berth := {SLOT}\n- Pier keeper := {KEEPER} =:\n",
    "words.org": f"* Glossary\n** Berth [[file:a.org][↗]]\n{SLOT}\n** Pier keeper [[#k][->]]\n{KEEPER}\n",
    "words.tex": "\\newglossaryentry{b}{name=Berth, description={\\nopostdesc}}\n"
    f"\\newglossaryentry{{b1}}{{parent=b, description={{{SLOT}}}}}\n\\newglossaryentry{{k}}{{name=Pier keeper, description={{{KEEPER}}}}}\n",
}  # fmt: skip


@each_row("filename", WIKIS)
def test_dialects_of_wikis(filename: str) -> None:
    assert entries(WIKIS[filename], filename) == BOTH


def test_a_link_in_a_template_keeps_its_bar_and_a_formula_its_colon() -> None:
    document = "{{Glossary}}\n{{term|[[Mooring (place)|Mooring]]}}\n{{defn|1=A = b {{!}} c of it.}}\n;Ratio 3:1\n:A scale.\n"
    assert entries(document, "words.mediawiki") == [
        ("Mooring", "A = b | c of it."),
        ("Ratio 3:1", "A scale."),
    ]


def test_a_table_of_short_names_beside_other_entries_is_read() -> None:
    document = f"* Words\n- Berth :: {SLOT}\n- Pier keeper :: {KEEPER}\n* Short\n| ETA | Time of coming in |\n| VHF | Radio band of boats |\n"
    assert [name for name, _ in entries(document, "words.org")] == ["Berth", "Pier keeper", "ETA", "VHF"]


CARDS = {
    "question": f"#cards/harbour\n\nBerth\n?\n{SLOT}\n\nPier keeper\n??\n{KEEPER}\n",
    "tag": f"# Words\n\n- Berth #card\n  - {SLOT}\n- Pier keeper #card #staff\n  - {KEEPER}\n",
    "headings": f"# Words\n\n## Berth #place\n\n{SLOT}\n\n## Pier keeper #person\n\n{KEEPER}\n",
}  # fmt: skip


@each_row("kind", CARDS)
def test_marks_of_flash_cards_and_tags_are_no_part_of_names(kind: str) -> None:
    assert entries(CARDS[kind], "words.md") == BOTH


def test_one_sign_at_the_end_of_a_name_stays() -> None:
    document = f"# Words\n\n## F #sharp\n\nA language.\n\n## Berth\n\n{SLOT}\n\n## Pier keeper\n\n{KEEPER}\n"
    assert entries(document, "words.md")[0][0] == "F #sharp"


TABLES = {
    "colours and no last end": "\\begin{tabular}{lX}\n\\rowcolor[HTML]{C0C0C0}\n\\textbf{Term} & \\textbf{Meaning} \\\\ \\cmidrule(lr){1-2}\n"
    f"Berth & {SLOT} \\\\\n\\rowcolor{{gray!20}}\nPier keeper & {KEEPER}\n\\end{{tabular}}\n",
    "cells over others": "\\begin{longtblr}[caption={Words}]{colspec={lX}}\nTerm & Meaning \\\\\n\\SetCell[c=2]{c} B & \\\\\n"
    f"\\multirow{{2}}{{*}}{{Berth}} & {SLOT} \\\\\n\\multicolumn{{1}}{{|l|}}{{Pier keeper}} & {KEEPER} \\\\\n\\end{{longtblr}}\n",
    "paragraphs": f"\\chapter{{Glossary}}\n\\paragraph{{Berth.}} {SLOT}\n\\paragraph*{{Pier keeper:}}\n{KEEPER}\n",
    "symbols": f"\\newglossaryentry{{b}}{{name=Berth, description={{{SLOT}}}}}\n\\glsxtrnewsymbol[description={{{KEEPER}}}]{{k}}{{Pier keeper}}\n",
}  # fmt: skip


@each_row("kind", TABLES)
def test_tables_paragraphs_and_symbols_of_latex(kind: str) -> None:
    assert entries(TABLES[kind], "words.tex") == BOTH


def test_a_description_beside_the_entries_of_a_package_is_told() -> None:
    document = f"\\newacronym{{eta}}{{ETA}}{{time of coming in}}\n\\begin{{description}}\n\\item[Berth] {SLOT}\n\\end{{description}}\n"
    found = importing.read(document.encode(), "words.tex", source="mine")
    assert [entry.name for entry in found.entries] == ["ETA"]
    assert [skip.text for skip in found.skipped] == [f"Berth: {SLOT}"]


def test_titles_of_listings_and_notes_in_asciidoc_name_no_terms() -> None:
    document = (
        f"= Glossary\n\n.Berth\n====\n{SLOT}\n====\n\n.words.yml\n[source,yaml]\n----\ninclude::words.yml[]\na: b\n----\n\n"
        f".Pier keeper\n****\n{KEEPER}\n****\n\n[TIP]\n.Do you know?\n====\nShips are big.\n====\n"
    )
    assert [name for name, _ in entries(document, "words.adoc")] == ["Berth", "Pier keeper"]


@each_row(
    "filename, document",
    [
        ("words.tex", f"\\section{{Words}}\n\\begin{{itemize}}\n\\item \\textbf{{Berth}} -- {SLOT}\n\\item \\textbf{{Quay:}} A wall.\n"
         f"\\item \\emph{{Pier keeper}}: {KEEPER}\n\\end{{itemize}}\n"),
        ("words.md", f"# Words\n\n- **Berth** - {SLOT}\n  - only one\n- **Quay**: A wall.\n- *Pier keeper*: {KEEPER}\n"),
    ],
)  # fmt: skip
def test_an_item_in_italics_among_bold_ones_is_an_entry(filename: str, document: str) -> None:
    assert [name for name, _ in entries(document, filename)] == ["Berth", "Quay", "Pier keeper"]


def test_chunks_of_code_in_markdown_are_no_text() -> None:
    document = f"# Words\n\n## Berth\n\n{SLOT}\n\n```{{r, echo=FALSE}}\nplot(x): y\n```\n\n## Pier keeper\n\n{KEEPER}\n"
    assert entries(document, "words.Rmd") == BOTH
    rows = "\n".join(f"add_row(Word = 'W{place}', Text: 'A text of it.')" for place in range(5))
    assert not importing.read(f"```{{r}}\n{rows}\n```\n".encode(), "words.Rmd", source="mine").entries


def test_other_templates_of_a_wiki_are_no_entries() -> None:
    document = "{{Infobox person\n|name=Dana\n|description=A leader of us.\n}}\n{{Event|name=Party|description=We meet in the hall.}}\nDana leads.\n"
    assert not importing.read(document.encode(), "dana.mediawiki", source="mine").entries
