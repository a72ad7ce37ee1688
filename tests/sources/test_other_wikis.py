"""Wikis beside MediaWiki, manuals and Typst, whose lists of terms have marks of their own, and small habits of markup."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.model.problem import errors
from site_gen.sources import importing

BERTH, KEEPER, QUAY = (
    "A place for one boat.",
    "The person who looks after a pier.",
    "A wall where ships lie.",
)
TOLD = [("Berth", BERTH), ("Pier keeper", KEEPER), ("Quay", QUAY)]


def listed(before: str, between: str, after: str = "\n") -> str:
    return "".join(f"{before}{name}{between}{text}{after}" for name, text in TOLD)


WRITTEN = {
    "moin.txt": f"#acl All:read\n= Glossary =\n<<TableOfContents>>\n\n{listed(' ', ':: ')}\nCategoryWords\n",
    "moin-table.txt": f"= Glossary =\n||<tablewidth=\"90%\">'''Term'''||'''Meaning'''||\n{listed('||', '||', '||' + chr(10))}",
    "trac.wiki": f"= Glossary =\n[[PageOutline]]\n\n{listed(' ', '::' + chr(10) + '   ')}",
    "trac-table.wiki": f"== Glossary ==\n||= Term =||= Meaning =||\n{listed('|| ', ' || ', ' ||' + chr(10))}",
    "foswiki.txt": f'%META:TOPICINFO{{author="Jo"}}%\n---+ Glossary\n%TOC%\n\n{listed("   $ ", ": ")}\n-- Main.Jo - 2024-01-01\n',
    "twiki-table.txt": f"---+!! Glossary\n| *Term* | *Meaning* |\n{listed('| !', ' | ', ' |' + chr(10))}",
    "words.pmwiki": f"(:title Words:)\n! Glossary\n{listed(':', ': ')}",
    "pmwiki-table.txt": f"!! Glossary\n|| border=1 width=90%\n||! Term ||! Meaning ||\n{listed('||', ' ||', ' ||' + chr(10))}",
    "tiki.txt": f"! Glossary\n{listed(';', ':')}\nSee ((Piers|our piers)).\n",
    "zim.txt": "Content-Type: text/x-zim-wiki\nWiki-Format: zim 0.6\n\n====== Glossary ======\n"
    + listed("**", "**\n", "\n\n"),
    "words.pod": f"=head1 GLOSSARY\n\n=over\n\n{listed('=item ', chr(10) * 2, chr(10) * 2)}=back\n\n=cut\n",
    "words.texi": f"\\input texinfo\n@node Words\n@chapter Glossary\n@table @asis\n{listed('@item ', chr(10))}@end table\n@bye\n",
    "words.t2t": f"= Glossary =\n\n{listed(': ', chr(10) + '  ')}",
    "terms.typ": f"= Glossary\n\n{listed('/ ', ': ')}",
    "records.typ": '#import "words.typ": *\n#print-glossary((\n'
    + "".join(f'  (key: "k", short: "{name}", desc: [{text}]),\n' for name, text in TOLD)
    + "))\n",
    "wikidot.txt": f"+ Glossary\n[[toc]]\n{listed(': ', ' : ')}",
}


@each_row("filename", WRITTEN)
def test_a_list_with_the_marks_of_another_wiki(filename: str) -> None:
    found = importing.read(WRITTEN[filename].encode(), filename, source="mine")
    assert not errors(found.problems), found.problems
    assert [(entry.name, entry.text) for entry in found.entries if entry.name != "See"] == TOLD


INLINE = {
    "moin-heads.txt": ("#format wiki\n= Glossary =\n## draft\n== Berth ==\nA place for {{{one}}} boat.<<FootNote(No ship.)>>\n\n== Quay ==\nA wall.\n----\nCategoryA CategoryB\n", "A place for one boat."),
    "wrapped.typ": ("= Glossary\n\n/ *Berth*: A place\n  for _one_ boat.\n/ Quay: A wall.\n", "A place for one boat."),
    "wrapped.pod": ("=head1 GLOSSARY\n\n=over\n\n=item Berth\n\nA place\nfor one boat.\n\n=back\n", "A place for one boat."),
    "anchors.pmwiki": ("(:title Glossary:)\n! Glossary\n>>frame<<\n:[[#b]]Berth: A place for one [[Main/Boat | boat]]. [[<<]]\n:Quay: A wall.\n", "A place for one boat."),
    "items.zim": ("Content-Type: text/x-zim-wiki\nWiki-Format: zim 0.4\n\n====== Glossary ======\n* **Berth**: A place for //one// boat.\n* **Quay**: A wall.\n", "A place for one boat."),
    "words.pod": ("=head1 GLOSSARY\n\n=over\n\n=item B<Berth>\n\nA place for I<one> boat, see L<piers|pier>.\n\n=back\n", "A place for one boat, see piers."),
    "words.texi": ("@settitle Glossary\n@node a\n@table @samp\n@item Berth\n@cindex berth\nA place for @emph{one} boat.\n@end table\n", "A place for one boat."),
    "twiki.txt": ("---+ Glossary\n   $ *Berth*: A =place= for one [[Main.Boat][boat]].\n", "A place for one boat."),
    "trac.wiki": ("= Glossary =\n Berth:: A `place` for one [wiki:Boat boat].\n Quay:: A wall.\n", "A place for one boat."),
}  # fmt: skip


@each_row("filename", INLINE)
def test_no_mark_of_another_wiki_stays(filename: str) -> None:
    document, text = INLINE[filename]
    found = importing.read(document.encode(), filename, source="mine")
    assert [(entry.name, entry.text) for entry in found.entries][:1] == [("Berth", text)]


LATEX = {
    "stops": "\\section{Glossary}\n\\begin{tabbing}\n\\hspace{3cm}\\=\\kill\n" + listed("", " \\> ", " \\\\\n") + "\\end{tabbing}\n",
    "wide": "\\section{Glossary}\n\\begin{longtabu} to \\textwidth {lX}\n" + listed("", " & ", " \\\\\n") + "\\end{longtabu}\n",
}  # fmt: skip


@each_row("kind", LATEX)
def test_lists_with_tab_stops_and_wide_tables_of_latex(kind: str) -> None:
    found = importing.read(LATEX[kind].encode(), "words.tex", source="mine")
    assert [(entry.name, entry.text) for entry in found.entries] == TOLD


def test_a_thesaurus_has_terms_that_are_used_for_others() -> None:
    inner = "".join(
        f"<t><name>{name}</name><UF>{name[::-1]}</UF><BT>Harbour</BT><SN>{text}</SN></t>"
        for name, text in TOLD
    )
    found = importing.read(f"<thesaurus>{inner}</thesaurus>".encode(), "words.xml", source="mine")
    assert [(entry.name, entry.also, entry.text) for entry in found.entries] == [
        (name, (name[::-1],), text) for name, text in TOLD
    ]


def test_a_list_in_a_text_of_latex_has_a_line_for_each_item() -> None:
    document = (
        "\\chapter{Glossary}\n\\begin{description}\n\\item[Berth] A place for\n\\begin{itemize}\n\\item boats\n\\item ships\n"
        "\\end{itemize}\nIt is rented.\n\\item[Quay] A wall.\n\\end{description}\n"
    )
    found = importing.read(document.encode(), "words.tex", source="mine")
    assert found.entries[0].text == "A place for\n\n- boats\n- ships\nIt is rented."


def test_a_notation_of_skos_that_abbreviates_its_label_is_a_name() -> None:
    document = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n" + "".join(
        f'<#{code}> a skos:Concept ; skos:prefLabel "{name}" ; skos:notation "{code}" ; skos:definition "A thing." .\n'
        for code, name in (("TEU", "twenty-foot equivalent unit"), ("A12", "berth"))
    )
    found = importing.read(document.encode(), "words.ttl", source="mine")
    assert [(entry.name, entry.also) for entry in found.entries] == [
        ("twenty-foot equivalent unit", ("TEU",)), ("berth", ())
    ]  # fmt: skip
    assert any("notation" in skip.text for skip in found.skipped)


SMALL = {
    "style.textile": "h1. Glossary\n\n* %{color:red}Berth% - A place for one boat.\n* %(x)Quay% - A wall.\n",
    "dash.mediawiki": "== Glossary ==\n; Berth {{—}} A place for one boat.\n; Quay\n: A wall.\n",
    "anchor.adoc": "= Glossary\n\n[[b]]\nBerth:: A place for one boat.\n\nQuay:: A wall.\n",
    "pages.tex": "\\section{Glossary}\n\\begin{longtable}{ll}\nTerm & Meaning\\\\\n\\endfirsthead\nTerm & Meaning (continued)\\\\\n\\endhead\n"
    "more & on the next page\\\\\n\\endfoot\nBerth & A place for one boat.\\\\\nQuay & A wall.\\\\\n\\end{longtable}\n",
    "sign.tex": "\\chapter{Glossary}\n\\begin{itemize}\n\\item[\\textbullet] \\textbf{Berth:} A place for one boat.\n\\item[$\\circ$] \\textbf{Quay:} A wall.\n\\end{itemize}\n",
    "slides.tex": "\\section{Glossary}\n\\begin{description}\n\\item<1->[Berth] A place for one boat.\n\\item<2->[Quay] A wall.\n\\end{description}\n",
    "bold.mediawiki": "== Glossary ==\n'''Berth'''\n: A place for one boat.\n'''Quay'''\n: A wall.\n",
    "shown.mediawiki": "{{Glossary}}\n{{Term|Berth}}\n{{Defn|A place for {{gli|one|one}} {{gli|ship|boat}}.}}\n{{Term|Quay}}\n{{Defn|A wall.}}\n",
    "break.adoc": "= Glossary\n\n|===\n|Term |Meaning\n\n|Berth |A place +\nfor one boat.\n|Quay |A wall.\n|===\n",
    "stamp.org": "* Glossary\n- Berth :: A place for one boat.\n- Quay :: A wall.\n* Log\n- [2024-05-01 Wed] painted :: 2 walls\n",
    "labels.strings": '"glossary_berth" = "Berth: A place for one boat.";\n"glossary_quay" = "Quay: A wall.";\n',
    "name.mediawiki": "== Glossary ==\n;{{vern|Berth}}: A place for one boat.\n;{{anchor|q}}Quay: A wall.\n",
    "lines.tex": "\\chapter{Glossary}\n\\noindent\n{\\bf Berth} A place for one boat.\\\\[4pt]\n{\\bf Quay} A wall.\\\\\n",
    "notes.textile": "h1. Glossary\n\n* *Berth* - A place for one boat.\n* *Quay* - A wall.\n\nfn1. See the book.\n",
    "letters.json": '[{"A": "Term", "B": "Meaning"}, {"A": "Berth", "B": "A place for one boat."}, {"A": "Quay", "B": "A wall."}]',
    "rows.xml": "<rows><r><c1>Term</c1><c2>Meaning</c2></r><r><c1>Berth</c1><c2>A place for one boat.</c2></r><r><c1>Quay</c1><c2>A wall.</c2></r></rows>",
}  # fmt: skip


@each_row("filename", SMALL)
def test_small_habits_of_wikis_manuals_and_data(filename: str) -> None:
    found = importing.read(SMALL[filename].encode(), filename, source="mine")
    assert [(entry.name, " ".join(entry.text.split())) for entry in found.entries] == [
        ("Berth", "A place for one boat."), ("Quay", "A wall.")
    ]  # fmt: skip


DIRECTIVES = {
    "list.md": (
        "# Glossary\n\n:::{list-table} Words of the glossary\n:header-rows: 1\n\n* - Term\n  - Meaning\n* - Berth\n  - A place for one boat.\n* - Quay\n  - A wall.\n:::\n"
    ),
    "values.md": (
        '# Glossary\n\n```{csv-table}\n:header: Term, Meaning\nBerth,A place for one boat.\n"Quay","A wall."\n```\n'
    ),
    "rows.md": (
        "# Glossary\n\n```{csv-table} Words\n:header-rows: 1\n\nTerm,Meaning\nBerth,A place for one boat.\nQuay,A wall.\n```\n"
    ),
    "rst.md": (
        "# Glossary\n\n```{eval-rst}\n.. glossary::\n\n   Berth\n      A place for one boat.\n\n   Quay\n      A wall.\n```\n"
    ),
    "export.mdx": (
        "# Terms\n\nexport const terms = [\n  {term: 'Berth', definition: 'A place for one boat.'},\n  {term: 'Quay', definition: 'A wall.'},\n]\n\n<ul>\n  {terms.map((t) => <li><b>{t.term}</b>: {t.definition}</li>)}\n</ul>\n"
    ),
}


@each_row("filename", DIRECTIVES)
def test_tables_and_lists_in_directives_and_exports(filename: str) -> None:
    found = importing.read(DIRECTIVES[filename].encode(), filename, source="mine")
    assert [(entry.name, entry.text) for entry in found.entries] == [
        ("Berth", "A place for one boat."), ("Quay", "A wall.")
    ]  # fmt: skip


def test_other_names_in_the_data_of_a_page_stand_behind_the_name() -> None:
    term = '<div itemscope itemtype="https://schema.org/DefinedTerm"><b itemprop="name">{}</b> <i itemprop="alternateName">{}</i><p itemprop="description">{}</p></div>'
    told = (
        ("Berth", "slot", "A place for one boat."),
        ("Quay", "wharf", "A wall."),
        ("Buoy", "float", "A mark."),
    )
    page = f"<h1>Glossary</h1>{''.join(term.format(*one) for one in told)}"
    found = importing.read(page.encode(), "words.html", source="mine")
    assert [(entry.name, *entry.also, entry.text) for entry in found.entries] == list(told)


SHORT = [("ETA", "estimated time of arrival"), ("VHF", "very high frequency")]
SHORTS = {
    "shorts.json": '{"abbreviations": ['
    + ", ".join(f'{{"id": "{short}", "expansion": "{long}"}}' for short, long in SHORT)
    + "]}",
    "shorts.xml": "<acronyms>" + "".join(f'<a id="{short}"><full>{long}</full></a>' for short, long in SHORT) + "</acronyms>",
    "titles.xml": "<abbreviations>" + "".join(f'<abbr title="{long}">{short}</abbr>' for short, long in SHORT) + "</abbreviations>",
}  # fmt: skip


@each_row("filename", SHORTS)
def test_keys_that_abbreviate_their_texts_are_names(filename: str) -> None:
    found = importing.read(SHORTS[filename].encode(), filename, source="mine")
    assert [(entry.name, entry.text) for entry in found.entries] == SHORT


def test_a_macro_may_tell_the_class_or_the_short_form_of_its_word() -> None:
    document = "\\section{Glossary}\n\\entry{Berth}{n.}{A place for one boat.}\n\\entry{Very high frequency}{VHF}{The radio of boats.}\n"
    found = importing.read(document.encode(), "words.tex", source="mine")
    assert [(entry.name, *entry.also, entry.text) for entry in found.entries] == [
        ("Berth", "A place for one boat."), ("Very high frequency", "VHF", "The radio of boats.")
    ]  # fmt: skip


def test_a_common_prefix_of_turtle_need_not_be_declared() -> None:
    document = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n" + "".join(
        f'<#{name[:1]}> a skos:Concept ; dct:created "2024" ; skos:prefLabel "{name}" ; skos:definition "{text}" .\n'
        for name, text in TOLD
    )
    found = importing.read(document.encode(), "words.ttl", source="mine")
    assert [(entry.name, entry.text, entry.origin.line) for entry in found.entries] == [
        (name, text, line) for line, (name, text) in enumerate(TOLD, 2)
    ]
