"""What a document holds is taken or told: nothing of it is lost in silence."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Sequence
from time import process_time

import pytest
from openpyxl import Workbook

from helpers.rows import each_row
from helpers.word import W, word, zipped
from site_gen.model.problem import errors
from site_gen.sources import importing

ROWS = (
    "<tr><th>Term</th><th>Definition</th></tr><tr><td>Queue</td><td>Where cases wait.</td></tr>"
    "<tr><td>Case owner</td><td>Who answers for a case.</td></tr>"
)
GLOSSARY = (
    ".. glossary::\n\n   Queue\n      Where cases wait.\n\n   Case owner\n      Who answers for a case.\n\n"
)
DRAWN = "Term        Meaning\n----------  ----------------\nQueue       Where cases wait\nCase owner  Who answers for a case\n"
# (file, content, line and text that are told, words of the reason)
LEFT: Sequence[tuple[str, str, tuple[int, str], str]] = [
    ("x.html", f"<table><caption>At the desk</caption>\n{ROWS}</table>", (1, "At the desk"), "caption of a table"),
    ("x.html", f"<table><tfoot>\n<tr><td colspan=2>Without warranty</td></tr></tfoot>{ROWS}</table>",
     (2, "Without warranty"), "foot of a table"),
    ("x.rst", f"{GLOSSARY}.. seealso:: The other list\n", (9, ".. seealso:: The other list"), "seealso"),
    ("x.rst", f"{GLOSSARY}.. include:: more.rst\n", (9, ".. include:: more.rst"), "disabled"),
    ("x.rst", f"{GLOSSARY}=====  =====\nTerm   Longer than it\n=====  =====\na      b\n", (9, "Longer than it"), "Malformed table"),
    ("x.rst", ".. list-table:: At the desk\n   :header-rows: 1\n\n   * - Term\n     - Definition\n   * - Queue\n"
     "     - Where cases wait.\n", (1, "At the desk"), "caption of a table"),
    ("x.md", f"# Glossary\n\n{DRAWN}\n: At the desk\n", (8, "At the desk"), "caption of a table"),
    ("x.xml", "<GLOSSARY><INFO><NAME>Desk</NAME>\n<INTRO>For the course.</INTRO><ENTRIES><ENTRY><CONCEPT>Queue</CONCEPT>"
     "<DEFINITION>Where cases wait.</DEFINITION></ENTRY></ENTRIES></INFO></GLOSSARY>",
     (2, "For the course."), "about the document"),
    ("x.json", '[{"term": "Queue", "definition": "Where cases wait."},\n{"term": "Case", "see_page": "12 to 14"},\n'
     '{"term": "Case owner", "definition": "Who answers for a case."}]', (2, "12 to 14"), "without a text"),
    ("x.csv", "Term,Definition\nQueue,Where cases wait.\n**,What stars say.\nCase owner,Who answers for a case.\n",
     (3, "What stars say."), "marks only"),
    ("x.csv", "Term,Definition\nQueue,Where cases wait.\n?,What nobody has named.\nCase owner,Who answers for a case.\n",
     (3, "What nobody has named."), "marks only"),
    ("x.csv", "Term,Definition,\nQueue,Where cases wait.,ask Dana\nCase owner,Who answers for a case.,\n",
     (2, "ask Dana"), "without a header"),
    ("x.csv", "Term,Definition,Owner\nQueue,Where cases wait.,\nCase owner,,Dana\n,Who answers for it.,\nRota,Who works when.,\n",
     (4, "Who answers for it."), "without a name"),
    ("x.yaml", "- term: Queue\n  definition: Where cases wait.\n- term: Case owner\n- definition: Who answers for it.\n"
     "- term: Rota\n  definition: Who works when.\n", (4, "Who answers for it."), "without a name"),
]  # fmt: skip


@each_row("filename, content, told, why", LEFT)
def test_what_stands_beside_the_entries_is_told_with_its_line_and_reason(
    filename: str, content: str, told: tuple[int, str], why: str
) -> None:
    found = importing.read(content.encode(), filename, source="x")
    line, text = told
    assert found.entries and not errors(found.problems)
    assert [skip.line for skip in found.skipped if text in skip.text and why in skip.why] == [line]
    assert not any(text in entry.text for entry in found.entries)


TWO = {
    "x.adoc": "Queue:: Where cases wait.\nCase owner:: Who answers for a case.\n",
    "x.org": "- Queue :: Where cases wait.\n- Case owner :: Who answers for a case.\n",
    "x.tex": "\\newglossaryentry{q}{name=Queue,description={Where cases wait.}}\n"
    "\\newglossaryentry{c}{name=Case owner,description={Who answers for a case.}}\n",
    "x.md": "- **Queue**: Where cases wait.\n- **Case owner**: Who answers for a case.\n",
    "x.mediawiki": "; Queue : Where cases wait.\n; Case owner : Who answers for a case.\n",
}


@each_row(
    "filename, line",
    [
        ("x.adoc", "include::more.adoc[]"),
        ("x.org", '#+INCLUDE: "more.org"'),
        ("x.tex", "\\loadglsentries{more}"),
        ("x.md", '--8<-- "more.md"'),
        ("x.md", "![[more]]"),
        ("x.mediawiki", "{{:More}}"),
    ],
)
def test_lines_that_take_in_another_file_are_told(filename: str, line: str) -> None:
    found = importing.read(f"{line}\n\n{TWO[filename]}".encode(), filename, source="x")
    assert [entry.name for entry in found.entries] == ["Queue", "Case owner"]
    assert [(skip.line, skip.text) for skip in found.skipped] == [(1, line)]
    assert "another file" in found.skipped[0].why


def test_what_stands_around_the_pages_of_a_word_document_is_told() -> None:
    with zipfile.ZipFile(
        io.BytesIO(word(["**Queue**: Where cases wait.", "**Rota**: Who works when."]))
    ) as made:
        files = {name: made.read(name) for name in made.namelist()}
    files["word/footer1.xml"] = (
        f"<w:ftr xmlns:w='{W}'><w:p><w:r><w:t>Internal</w:t></w:r></w:p></w:ftr>".encode()
    )
    found = importing.read(zipped(files), "glossary.docx", source="x")
    assert [entry.name for entry in found.entries] == ["Queue", "Rota"]
    assert [(skip.text, skip.why) for skip in found.skipped] == [("Internal", "footer of the pages")]


def test_hidden_pages_of_an_archive_are_told_but_not_what_systems_put_there() -> None:
    page = b"# Queue\n\nWhere cases wait.\n"
    files = {
        "queue.md": page,
        "rota.md": b"# Rota\n\nWho works when.\n",
        ".trash/old.md": page,
        ".git/x.md": page,
    }
    found = importing.read(zipped(files), "glossary.zip", source="x")
    assert [(skip.text, skip.why) for skip in found.skipped] == [
        (".trash/old.md", "hidden, or in a hidden folder")
    ]


def test_terms_in_the_columns_of_a_table_are_told_by_column() -> None:
    found = importing.read(
        b"Term,Queue,Rota\nDefinition,Where cases wait.,Who works when.\n", "x.csv", source="x"
    )
    assert [entry.at for entry in found.entries] == ["table, line 1, column 2", "table, line 1, column 3"]


@each_row(
    "filename, line, told",
    [
        ("x.tex", "The words: \\input{more} and \\input{others}.", ["\\input{more}", "\\input{others}"]),
        ("x.tex", "% \\input{more}", []),
        ("x.md", "See also ![[more]] and {! others.md !}", ["![[more]]", "{! others.md !}"]),
        ("x.mediawiki", "From the desk: {{:More}}", ["{{:More}}"]),
        ("x.org", "It says #+include: more.org", []),
    ],
)
def test_another_file_is_told_wherever_the_format_takes_it_in(
    filename: str, line: str, told: list[str]
) -> None:
    found = importing.read(f"{TWO[filename]}\n{line}\n".encode(), filename, source="x")
    assert [skip.text for skip in found.skipped if "another file" in skip.why] == told


def test_what_the_pages_of_a_folder_take_in_and_its_links_are_told_by_page() -> None:
    files = {
        "queue.md": b"# Queue\n\nWhere cases wait.\n\n![[more]]\n",
        "owner.md": b"# Case owner\n\nWho answers for a case.\n",
        "linked.md": None,
    }
    found = importing.read(files, "words", source="x")
    assert [entry.name for entry in found.entries] == ["Case owner", "Queue"]
    told = {skip.where: skip.why for skip in found.skipped if skip.text in ("![[more]]", "linked.md")}
    assert told == {
        "queue.md, line 5": "takes in another file, which is not read",
        "linked.md": "a link, which is not followed",
    }


@each_row("cell", ["x" * 140_000, '"' + "x,y\n" * 40_000])
def test_a_cell_longer_than_any_is_called_so_whether_or_not_a_quote_is_open(cell: str) -> None:
    found = importing.read(f"Term,Definition\nQueue,{cell}\n".encode(), "x.csv", source="x")
    (problem,) = errors(found.problems)
    assert problem.line == 2 and "more than 131,072 characters" in problem.message


def test_a_formula_whose_value_was_never_saved_is_told_with_its_cell() -> None:
    book, out = Workbook(), io.BytesIO()
    for row in (
        ["Term", "Definition"],
        ["Queue", "Where cases wait."],
        ["Case owner", '="Who " & "answers."'],
    ):
        book.worksheets[0].append(row)
    book.save(out)
    begun = process_time()
    found = importing.read(out.getvalue(), "x.xlsx", source="x")
    assert process_time() - begun < 2, "rows that are not there are not looked at"
    told = [(skip.line, skip.text, skip.why) for skip in found.skipped if skip.text.startswith("=")]
    assert [(line, text) for line, text, _ in told] == [(3, '="Who " & "answers."')]
    assert "not saved" in told[0][2] and told[0][2].endswith("cell B3")


def test_files_of_an_archive_that_are_never_read_are_told() -> None:
    found = importing.read(_archive("# Case owner\n\nWho answers for a case.\n"), "x.zip", source="x")
    assert [entry.name for entry in found.entries] == ["Case owner"]
    told = {skip.text: skip.why for skip in found.skipped}
    assert "leads out" in told["../b.md"] and "leads out" in told["/c.md"] and "leads out" in told["C:/d.md"]
    assert "link" in told["e.md"] and "last is read" in told["a.md"]


def test_an_archive_of_nothing_but_ways_out_says_so() -> None:
    (problem,) = errors(importing.read(_archive(""), "x.zip", source="x").problems)
    assert "4 of its files were passed over" in problem.message and "leads out" in problem.message


@each_row("sign", ["..", "/", "//", "x"])
def test_a_row_called_by_a_sign_is_an_entry_of_its_own(sign: str) -> None:
    rows = f"Term,Definition\nQueue,Where cases wait.\n{sign},What it stands for.\nCase owner,Who answers.\n"
    found = importing.read(rows.encode(), "x.csv", source="x")
    assert {entry.name: entry.text for entry in found.entries}[sign] == "What it stands for."


@each_row("sign", ["-", "–", "…", ""])
def test_a_dash_instead_of_a_name_is_the_name_above(sign: str) -> None:
    rows = f"Term,Definition\nQueue,Where cases wait\n{sign},for an agent.\nCase owner,Who answers.\n"
    found = importing.read(rows.encode(), "x.csv", source="x")
    assert [entry.name for entry in found.entries] == ["Queue", "Case owner"]


def _archive(page: str) -> bytes:
    """An archive with a page twice, a link, and paths that lead out of it; without a page, only these."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        if page:
            file.writestr("a.md", "# Queue\n\nWhere cases wait.\n")
            with pytest.warns(UserWarning, match="Duplicate name"):
                file.writestr("a.md", page)
        for path in ("../b.md", "/c.md", "C:\\d.md"):
            file.writestr(path, "# Bad\n\nA thing.\n")
        link = zipfile.ZipInfo("e.md")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        file.writestr(link, "/etc/hostname")
    return out.getvalue()


PARTS = "<details{0}><summary>Queue</summary><p>Where cases wait.</p></details><details><summary>Case owner</summary><p>{1}</p></details>"
BODIES = {
    "main": "<main><dl><dt>Queue<dd>Where cases wait.<dt>Case owner<dd>Who answers for a case.</dl></main>",
    "details": PARTS.format("", "Who answers for a case."),
    "after a script": "<script>x()</script>" + PARTS.format(" open", "Who answers for a case."),
    "section": "<section><h2>Queue</h2><p>Where cases wait.</p></section>"
    "<section><h2>Case owner</h2><p>Who answers for a case.</p></section>",
    "own element": "<desk-word><h3>Queue</h3><p>Where cases wait.</p></desk-word>"
    "<desk-word><h3>Case owner</h3><p>Who answers for a case.</p></desk-word>",
    "button, then text": '<button aria-controls="a">Queue</button><div id="a">Where cases wait.</div>'
    '<button aria-controls="b">Case owner</button><div id="b">Who answers for a case.</div>',
}


@each_row("part", list(BODIES))
def test_a_page_that_leaves_out_the_tags_around_its_body_is_read(part: str) -> None:
    page = f'<!doctype html>\n<meta charset="utf-8">\n<title>Desk glossary</title>\n{BODIES[part]}\n<p>For the desk.'
    found = importing.read(page.encode(), "x.html", source="x")
    told = [(entry.name, entry.text.partition(".")[0]) for entry in found.entries]
    assert told == [("Queue", "Where cases wait"), ("Case owner", "Who answers for a case")]
    assert found.title == "Desk glossary"


def test_data_of_a_word_processor_in_the_head_of_a_page_is_no_text() -> None:
    head = "<head><title>Desk glossary</title><xml><o:p>Draft</o:p></xml></head>"
    page = (
        f"<html>{head}<body><dl><dt>Queue<dd>Where cases wait.<dt>Rota<dd>Who works when.</dl></body></html>"
    )
    found = importing.read(page.encode(), "x.html", source="x")
    assert [entry.name for entry in found.entries] == ["Queue", "Rota"]
    assert not found.skipped


def test_a_key_that_stands_twice_in_json_keeps_both_texts() -> None:
    text = '{"Queue": "Where cases wait for us.",\n"Case owner": "Who answers for a case.",\n"Queue": "A line of callers."}'
    found = importing.read(text.encode(), "x.json", source="x")
    assert [(entry.name, entry.at) for entry in found.entries] == [
        ("Queue", "item, line 1"), ("Case owner", "item, line 2"), ("Queue (2)", "item, line 3"),
    ]  # fmt: skip


def test_a_file_of_two_encodings_is_read_line_by_line() -> None:
    data = "Term,Definition\nÜbergabe,größer als alles\n".encode() + "Rückruf,später möglich\n".encode(
        "cp1252"
    )
    found = importing.read(data, "x.csv", source="x")
    assert [(entry.name, entry.text) for entry in found.entries] == [
        ("Übergabe", "größer als alles"), ("Rückruf", "später möglich"),
    ]  # fmt: skip
    (warning,) = [problem for problem in found.problems if problem.code == "import-encoding"]
    assert "cp1252 in 1 of its lines, first in line 3" in warning.message


@each_row("data", [b"", b"\xef\xbb\xbf", b" \n\n"])
def test_an_empty_file_is_called_empty(data: bytes) -> None:
    (problem,) = errors(importing.read(data, "x.md", source="x").problems)
    assert problem.message == "the file is empty"


@each_row(
    "document, filename",
    [
        (
            "Term,Definition\nQuay,A place to moor.\nTBD,A berth that nobody has chosen.\nN/A,Of no boat.\n",
            "a.csv",
        ),
        (
            '[{"term": "Quay", "definition": "A place to moor."}, {"term": "TBD", "definition": "A berth that nobody '
            'has chosen."}, {"term": "N/A", "definition": "Of no boat."}]',
            "a.json",
        ),
    ],
)
def test_a_word_for_nothing_is_a_name_where_a_text_explains_it(document: str, filename: str) -> None:
    found = importing.read(document.encode(), filename, source="mine")
    assert [one.name for one in found.entries] == ["Quay", "TBD", "N/A"]


def test_a_word_for_nothing_in_several_rows_is_no_name() -> None:
    document = "Term,Definition\nQuay,A place to moor.\nn/a,It has rings.\nBuoy,A float.\nn/a,It is red.\n"
    found = importing.read(document.encode(), "a.csv", source="mine")
    assert {one.name.split(" (")[0] for one in found.entries} == {"Quay", "Buoy"}
