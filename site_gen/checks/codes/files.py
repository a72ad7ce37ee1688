"""Codes of files that cannot be read as text or YAML, or whose name says nothing."""

from __future__ import annotations

from site_gen.checks.codes.rule import Rule, term_file

FILES = {
    "unreadable": Rule(
        severity="error",
        why="A file that the system does not hand out cannot be published; a link out of the corpus would "
        "publish what is none of its business.",
        wrong="(a file without read permission, or a link to a file outside glossary/)",
        right="(the file itself, readable)",
    ),
    "cut-off": Rule(
        severity="error",
        why="A command was stopped while it wrote, so the corpus may hold a half of a change. A stage of "
        "another machine, or one that a repository brings, is never carried out.",
        wrong="(a folder glossary/.glossary-write-… that a killed command has left)",
        right="(no such folder, after `glossary recover`)",
    ),
    "tracked-stage": Rule(
        severity="error",
        why="Whoever clones the project would get the leftovers of somebody's cut-off write.",
        wrong="(a folder glossary/.glossary-write-… that git tracks)",
        right="(no such folder in git; .gitignore keeps it out)",
    ),
    "license-form": Rule(
        severity="warning",
        why="On a site for everybody readers cannot know what they may do with the texts, while the license "
        "is still the form that `glossary init` wrote. Asked where `readers` is `public`.",
        wrong="(a LICENSE.md with the line 'Copyright (c) [year] [who].')",
        right="(the same with year and name, and only the sentence that fits)",
    ),
    "not-utf8": Rule(
        severity="error",
        why="Text in another encoding shows wrong letters somewhere down the line.",
        wrong="(a file saved as UTF-16 or Latin-1)",
        right="(the same file saved as UTF-8)",
    ),
    "too-large": Rule(
        severity="error",
        why="A corpus file holds one concept or one source; a megabyte is another kind of file.",
        wrong="(a file of more than 1,000,000 bytes)",
        right="(a file for each concept)",
    ),
    "merge-marker": Rule(
        severity="error",
        why="Git leaves these lines where two edits met; one of the two has to be chosen.",
        wrong="<<<<<<< ours\nowner: Mia\n=======\nowner: Ben\n>>>>>>> theirs",
        right="owner: Mia",
    ),
    "control-character": Rule(
        severity="error",
        why="Nobody sees it, and programs take it for a command or a line end.",
        wrong="(a null byte, an escape sign or the line end of an old Mac file)",
        right="(letters, spaces and ordinary line ends)",
    ),
    "invisible-character": Rule(
        severity="error",
        why="A zero-width space or a mark that turns the text round makes two words look alike that are not.",
        wrong="(a zero-width space inside a name, copied from a web page)",
        right="(the name typed)",
    ),
    "odd-space": Rule(
        severity="error or warning",
        why="A no-break space looks like a space; as indentation YAML takes it for a letter, which is an "
        "error, and in a text it keeps words from being found, which is a warning.",
        wrong="(a no-break space after a colon, copied from a text document)",
        right="(a space)",
    ),
    "lost-character": Rule(
        severity="error",
        why="The text went through a wrong encoding; what readers see is not what someone wrote.",
        wrong="owner: ZoÃ«",
        right="owner: Zoë",
    ),
    "tab": Rule(
        severity="error",
        why="YAML forbids tabs as indentation, since nobody can see how deep they reach.",
        wrong="aliases:\n\t- Phone line",
        right="aliases:\n  - Phone line",
    ),
    "malformed-yaml": Rule(
        severity="error",
        why="The file cannot be read; mostly a value needs quotes, or a line another indentation.",
        wrong="owner: Mia: first line",
        right='owner: "Mia: first line"',
    ),
    "several-documents": Rule(
        severity="error",
        why="One file is one concept with one address.",
        wrong="kind: team\n---\nname: Another",
        right="kind: team",
    ),
    "too-deep": Rule(
        severity="error",
        why="No field needs more than four levels; fifty are an accident or an attack.",
        wrong="(brackets in brackets, more than fifty deep)",
        right="(a list of texts)",
    ),
    "yaml-alias": Rule(
        severity="error",
        why="Anchors and aliases hide what a file says, and let a small file unfold into a huge one.",
        wrong="owner: &lead Mia",
        right='owner: "&lead Mia"',
    ),
    "yaml-tag": Rule(
        severity="error",
        why="A tag changes the type of a value; here every value is text, and the sign would be lost.",
        wrong="owner: ! Mia",
        right='owner: "! Mia"',
    ),
    "yaml-escape": Rule(
        severity="error",
        why=r"In double quotes a backslash is a command: \t becomes a tab, \0 a null byte.",
        wrong=r'owner: "C:\temp"',
        right=r"owner: 'C:\temp'",
    ),
    "duplicate-key": Rule(
        severity="error",
        why="YAML readers keep one of the two without a word; the other text is lost.",
        wrong="owner: Mia\nowner: Ben",
        right="owner: Mia",
    ),
    "file-name": Rule(
        severity="error",
        why="The name of the file is the address of the term, on every system and in every link.",
        wrong=term_file("First Reply", "First reply", "What is answered first."),
        right=term_file("first-reply", "First reply", "What is answered first."),
    ),
    "same-file-name": Rule(
        severity="error",
        why="Windows and macOS take names that differ only in case for one file, and one of the two is lost.",
        wrong="# glossary/pages/About-us.md\n# Us\n# glossary/pages/about-us.md\n# Us",
        right="# glossary/pages/about-us.md\n# Us",
    ),
    "missed-line": Rule(
        severity="warning",
        why="Told by `glossary health --missed`: a line of another kind is left out of the ranking.",
        wrong="(a line of a mail that is none of the words handed over)",
        right="(- ghost ticket (3 times, 2026-11-28, index.html))",
    ),
    "stale-codeowners": Rule(
        severity="error",
        why="Asked by `glossary codeowners --check`: an old file asks the wrong person to review.",
        wrong="(a CODEOWNERS that was edited by hand)",
        right="(the file from glossary codeowners --write)",
    ),
}
