"""Codes of raw glossaries that are imported."""

from __future__ import annotations

from site_gen.checks.codes.rule import Rule

IMPORTING = {
    "import-too-large": Rule(
        severity="error",
        why="A glossary is small; a huge file is another kind of file, or made to fill the memory.",
        wrong="(a workbook that unpacks to hundreds of megabytes)",
        right="(the sheet with the terms, exported by itself)",
    ),
    "import-not-text": Rule(
        severity="error",
        why="A picture, a PDF or a text document has to be exported as something that can be read.",
        wrong="(a PDF file)",
        right="(the same document exported as HTML or text)",
    ),
    "import-format": Rule(
        severity="error",
        why="The file is not of the format that it is to be read as.",
        wrong="(a .zip archive)",
        right="(the .xlsx workbook inside)",
    ),
    "import-unreadable": Rule(
        severity="error",
        why="The file is damaged, or nested so deep that it cannot be a glossary.",
        wrong='(a JSON file that ends in the middle: [{"name": "Call")',
        right='([{"name": "Call"}])',
    ),
    "import-encoding": Rule(
        severity="warning",
        why="The encoding was guessed, so letters with accents may be wrong.",
        wrong="(a file in Windows-1252)",
        right="(the same file saved as UTF-8)",
    ),
    "import-nothing": Rule(
        severity="error",
        why="A glossary without an entry was read in a wrong way.",
        wrong="(a list of names without texts)",
        right="(--format, or import rules that name the lines)",
    ),
    "import-column": Rule(
        severity="error or warning",
        why="Nothing is lost without a word: a column that is mapped to no field is a warning, a mapped "
        "column that is not there an error.",
        wrong="(a table with a column Notes)",
        right="(--columns Notes=- to leave it out, or to map it)",
    ),
    "import-rule": Rule(
        severity="warning",
        why="The document has changed, or the rule names a wrong line.",
        wrong="(a rule for a line that is blank)",
        right="(a rule for the line with the heading)",
    ),
    "import-same-name": Rule(
        severity="warning",
        why="A source that prints a name twice with two texts may mean one concept or two; a person decides.",
        wrong="(two entries of one name with different texts)",
        right="(both kept, the second with a number, each with its term)",
    ),
    "import-reference": Rule(
        severity="warning",
        why="An entry that only says 'see' tells nothing where what it names is not in the document.",
        wrong="(Rota: see Shift plan, in a glossary without Shift plan)",
        right="(Rota with a text, or as another name of the entry that it means)",
    ),
    "sheet-unreadable": Rule(
        severity="error",
        why="Without what had been exported nobody can tell a change in the sheet from one in the corpus.",
        wrong="(a workbook made by hand, or one that another program has saved without its hidden sheet)",
        right="(the file from glossary export sheet, edited and saved)",
    ),
    "sheet-column": Rule(
        severity="error or warning",
        why="A column of one's own is fine but not taken; two columns of one field contradict each other.",
        wrong="(a column defintion)",
        right="(the column definition)",
    ),
    "sheet-row": Rule(
        severity="error",
        why="The slug tells which term a row is; changed by hand it would make a second term.",
        wrong="(the slug churn written over with attrition)",
        right="(glossary rename churn attrition)",
    ),
    "sheet-value": Rule(
        severity="error",
        why="A formula, or a date that a spreadsheet program has made of a text, is not what was typed.",
        wrong="(a cell that shows 01.Jan for 1:1)",
        right="(the cell with the format Text, and 1:1)",
    ),
    "sheet-conflict": Rule(
        severity="error",
        why="A field that was changed in the sheet and in the corpus needs a person; nothing is overwritten.",
        wrong="(a definition changed in both)",
        right="(one of the two, written into the corpus)",
    ),
}
