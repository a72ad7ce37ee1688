"""Correct the roles that the headers of columns state by what stands in the cells below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import mean

from site_gen.model import names
from site_gen.sources.shape.blocks import abbreviates
from site_gen.sources.shape.column_contents import are_names, number_rows
from site_gen.sources.shape.days import are_days
from site_gen.sources.shape.header_roles import JOINS, folded
from site_gen.sources.shape.header_words import (
    NAME_HEADERS,
    OWNER_HEADERS,
    REVIEWED_HEADERS,
    WEAK_NAMES,
    folded_set,
)
from site_gen.sources.shape.text_roles import NONE


def are_questions(below: Sequence[Sequence[str]], index: int) -> bool:
    """Whether the cells of a column are questions, which the text beside them answers."""
    said = [row[index].strip() for row in below if index < len(row) and row[index].strip()]
    return bool(said) and all(cell.endswith(("?", "？")) for cell in said)


def with_names_before(found: list[str], headers: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles with names in the first column, where all that is called so is its translation beside it:
    "Kotlin | suomi | kuvaus".
    """
    called = [index for index, role in enumerate(found) if role.startswith("name")]
    if len(called) != 1 or called == [0] or "@" not in found[called[0]] or found[0] or "text" not in found:
        return found
    cells = [row[0] for row in below if row and row[0].strip()]
    if len(cells) < 2 or not headers[0].strip() or not are_names(cells, len(below)) or number_rows(cells):
        return found
    return ["name", *found[1:]]


def with_names_first(
    made: list[str], found: list[str], headers: Sequence[str], below: Sequence[Sequence[str]]
) -> list[str]:
    """The roles with names in the first column, though no rule knows its header, beside short forms.

    As in "Module | Abbreviation | Meaning". Without such a column those ``made`` of the short forms.
    """
    if not found or found[0] or not headers[0].strip() or not {"short", "text"} <= set(found):
        return made
    cells = [row[0].strip() for row in below if row and row[0].strip()]
    apart = len(cells) >= 2 and len({*cells}) == len(cells) == len(below)
    if not apart or not are_names(cells, len(below)) or number_rows(cells):
        return made
    return ["name", *found[1:]]


def with_care(found: list[str], headers: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles with who answers for a term, and with the day of its review where the cells are days."""
    out = list(found)
    for index, header in enumerate(headers):
        own = folded(JOINS.sub(" ", header))
        if out[index] not in ("", NONE):
            continue
        if own in OWNER_HEADERS and "owner" not in out:
            out[index] = "owner"
        elif own in REVIEWED_HEADERS and "reviewed" not in out:
            days = are_days([row[index] for row in below if index < len(row)])
            out[index] = "reviewed" if days else NONE
    return out


def without_keys(found: list[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles with no names in a column that only numbers the rows ("c1", "T-02"), beside other names."""
    out = list(found)
    several = sum(role.startswith(("name", "@")) for role in found) > 1
    for index, role in enumerate(found):
        if role != "short" and (role != "name" or not several):
            continue
        cells = [row[index] for row in below if index < len(row) and row[index].strip()]
        if len(cells) > 2 and number_rows(cells):
            out[index] = NONE
    return out


_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
LINKS = 0.8  # share of cells that are addresses from which a column is no text


def without_links(found: list[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles with nothing in a column of addresses: "Further explanation" with a link in each row."""
    out = list(found)
    for index, role in enumerate(found):
        cells = [row[index].strip() for row in below if index < len(row) and row[index].strip()]
        if role and cells and mean(_LINK.fullmatch(cell) is not None for cell in cells) >= LINKS:
            out[index] = NONE
    return out


FEW_PERSONS = 0.5  # share of different cells below which a column called "Name" tells who wrote the rows


def without_persons(found: list[str], headers: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles with no name in a column "Name" whose cells repeat, beside one for terms: "Name | Term"."""
    strong = any(
        role == "name" and folded(header) in NAME_HEADERS - WEAK_NAMES
        for role, header in zip(found, headers, strict=True)
    )
    out = list(found)
    for index, role in enumerate(found):
        cells = [row[index].strip() for row in below if index < len(row) and row[index].strip()]
        weak = role == "name" and folded(headers[index]) in WEAK_NAMES
        if strong and weak and len(cells) > 2 and len({*cells}) < FEW_PERSONS * len(cells):
            out[index] = NONE
    return out


_SHOWN = folded_set(
    "display name, anzeigename, nom affiché, nombre para mostrar, отображаемое имя, görünen ad"
)
_KEY = re.compile(r"[a-z\d]+(?:[_.-][a-z\d]+)*")
_JOINED_WORDS = re.compile(r"[A-Za-z]+[a-z\d](?:[A-Z][a-z\d]*)*|[A-Z]{2,6}")  # "TicketQueue", "Churn", "SLA"


def _with_displays(
    found: Sequence[str], headers: Sequence[str], below: Sequence[Sequence[str]]
) -> list[str] | None:
    """The roles with the displays of codes as names, as systems of codes have them; None for others.

    Codes that are no short forms of these are keys, and designations are other names.
    """
    heads = [folded(header) for header in headers]
    if not {"code", "display"} <= {*heads}:
        return None
    code, display = heads.index("code"), heads.index("display")
    pairs = [(row[code].strip(), row[display].strip()) for row in below if max(code, display) < len(row)]
    if not are_names([own for _, own in pairs if own], len(below)):
        return None
    short = 2 * sum(abbreviates(key, own) and key.isupper() for key, own in pairs) > len(pairs)
    called = [
        role in ("name", "also") and head in NAME_HEADERS for role, head in zip(found, heads, strict=True)
    ]
    settled = [NONE if own else role for role, own in zip(found, called, strict=True)]
    settled = ["also" if head == "designation" else role for role, head in zip(settled, heads, strict=True)]
    settled[code], settled[display] = "short" if short else NONE, "name"
    return settled


def with_shown_names(found: list[str], headers: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles with the names that a program shows, where it has others beside them: "displayName"."""
    if (settled := _with_displays(found, headers, below)) is not None:
        return settled
    shown = next((i for i, header in enumerate(headers) if folded(JOINS.sub(" ", header)) in _SHOWN), None)
    called = [i for i, role in enumerate(found) if role == "name" and i != shown]
    if shown is None or found[shown] not in ("name", "also") or len(called) != 1:
        return found
    pairs = [
        (row[called[0]].strip(), row[shown].strip()) for row in below if max(shown, called[0]) < len(row)
    ]
    if len(pairs) < 2 or not all(own for _, own in pairs):
        return found
    keys = all(_KEY.fullmatch(key) or names.fold(key) == names.fold(own) for key, own in pairs)
    joined = any(JOINS.search(key) for key, _ in pairs)
    keys = keys or (joined and all(_JOINED_WORDS.fullmatch(key) for key, _ in pairs))
    return [
        "name" if i == shown else (NONE if keys else "also") if i in called else role
        for i, role in enumerate(found)
    ]


_SUMMARY = folded_set(
    "summary, subject, headline, short description, zusammenfassung, kurzbeschreibung, resumen, "
    "descripción corta, descripción breve, résumé, description courte, brève description, riepilogo, "
    "descrizione breve, samenvatting, korte omschrijving, descrição curta, kort beskrivning, "
    "краткое описание, krótki opis, özet, kısa açıklama"
)


def with_summary(found: list[str], headers: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles with names in what trackers call a summary, beside a description of each.

    That is so where nothing else holds names, or where each name ends with it: "[KEY-1] Hold" and "Hold".
    """
    index = next((i for i, header in enumerate(headers) if folded(header) in _SUMMARY), None)
    if (
        index is None
        or found[index] not in ("text", "name", "note", "")
        or "text" not in (*found[:index], *found[index + 1 :])
    ):
        return found
    rows = [row for row in below if index < len(row) and row[index].strip()]
    own = [row[index].strip() for row in rows]
    called = [i for i, role in enumerate(found) if role.startswith("name") and i != index]
    if len(own) < 2 or not are_names(own, len(below)):
        return found
    ends = [
        i for i in called if all(row[i].strip().endswith(cell) for row, cell in zip(rows, own, strict=True))
    ]
    if len(ends) < len(called):
        return found
    return ["name" if i == index else NONE if i in ends else role for i, role in enumerate(found)]
