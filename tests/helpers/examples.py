"""The examples of the problem codes, as the files that they show."""

from __future__ import annotations

import re

from helpers.corpora import term_yaml
from site_gen.checks.codes import CODES

HEAD = term_yaml("Example").splitlines()
SHOWN = [(code, rule) for code, rule in CODES.items() if not rule.wrong.startswith("(")]


def files_of(example: str) -> dict[str, str]:
    """The files of an example, without glossary/; what stands before the first header is part of a term file."""
    files: dict[str, list[str]] = {}
    lines = files.setdefault("terms/example.yaml", list(HEAD))
    for line in example.split("\n"):
        header = re.fullmatch(r"# glossary/(.+)", line)
        if header:
            lines = files.setdefault(header[1], [])
        else:
            lines.append(line)
    return {path: "\n".join(rows) + "\n" for path, rows in files.items()}
