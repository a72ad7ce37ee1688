"""Cells of a table as text (CSV) that no spreadsheet program takes for what they are not."""

from __future__ import annotations

MARK = "\ufeff"  # tells spreadsheets that a table is UTF-8
# A spreadsheet runs a cell that begins with one of these as a formula; an apostrophe keeps it text.
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = tuple("=+-@\t\r")


def safe_cell(cell: str) -> str:
    """The text of a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def unguarded(cell: str) -> str:
    """The text of a safe cell, as it was."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
