"""Tables of AsciiDoc that hold data: parted by commas, semicolons, tabs, colons, or a sign of their own."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence

_FORMAT = re.compile(r"format\s*=\s*[\"']?(?P<format>csv|tsv|dsv)", re.IGNORECASE)
_SEPARATOR = re.compile(r"separator\s*=\s*(?:\"(?P<quoted>[^\"]{1,2})\"|(?P<bare>\\t|[^\s\]]))")
_BY_MARK = {",": "csv", ":": "dsv"}
_SIGNS = {"csv": ",", "tsv": "\t", "dsv": ":"}


def sign(mark: str, options: str) -> str:
    """What parts the cells of a table whose first line is ``mark``; "" if it is no table of data."""
    told, own = _FORMAT.search(options), _SEPARATOR.search(options)
    kind = told["format"].lower() if told else _BY_MARK.get(mark[0], "")
    if not kind and not own:
        return ""
    return (own["quoted"] or own["bare"]).replace("\\t", "\t") if own else _SIGNS[kind]


def as_cells(lines: Sequence[str], parted: str) -> list[str]:
    """The lines of a table of data as rows with a bar before each cell; the lines keep their numbers."""
    if any(parted in line and line.startswith(parted) for line in lines):  # bars by another sign
        return [re.sub(rf"(?<!\\){re.escape(parted)}", "|", line.replace("|", "\\|")) for line in lines]
    if parted == ":":
        return [
            "".join(f"|{cell} " for cell in re.split(r"(?<!\\):", line.replace("|", "\\|"))) for line in lines
        ]
    out, done = [""] * len(lines), 0
    reader = csv.reader([f"{line}\n" for line in lines], delimiter=parted)
    for cells in reader:
        if done < len(out):
            out[done] = "".join(
                f"|{' '.join(cell.split())} " for cell in (one.replace("|", "\\|") for one in cells)
            )
        done = reader.line_num
    return out
