"""Find tables of a workbook that contain no terms: change logs, and lists of other things."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from site_gen.model import names
from site_gen.sources.shape import boards, document_facts
from site_gen.sources.shape.blocks import Table
from site_gen.sources.shape.columns import Chosen, chosen_field
from site_gen.sources.shape.header_words import (
    CONTACT_HEADERS,
    LANGUAGES,
    LOG_HEADERS,
    LOG_TITLES,
    NAME_HEADERS,
    PRICE_HEADERS,
    THING_HEADERS,
    WEAK_NAMES,
    folded_set,
)
from site_gen.sources.shape.table_layout import Layout, cells_filled

LOG = "a log of changes, no terms"
THINGS = "a list of tasks, people or goods, no terms"
LEAST = 2  # columns of a log that tell of changes
KEPT = "an archive, no terms in use"
_ARCHIVES = folded_set(
    "archive, archived, archive terms, archived terms, old, old terms, deleted, deleted terms, obsolete, "
    "retired, deprecated, trash, archiv, alt, alte begriffe, gelöscht, veraltet, papierkorb, ausgemustert, "
    "archives, anciens, anciens termes, supprimés, obsolètes, archivo, antiguos, eliminados, obsoletos, "
    "archivio, vecchi, eliminati, obsoleti, arquivo, arquivados, archief, oud, oude begrippen, vervallen, "
    "архив, удаленные, устаревшие, arşiv, eski, silinenler, archiwum, stare, usunięte, arkiv, gamla, "
    "borttagna, gamle, slettet"
)
VALUES = "values to choose from in the cells of another sheet, no terms"
_VALUES = folded_set(  # what sheets with the values of drop-down cells are called
    "lists, list values, lookup, lookups, look up, lookup values, dropdown, dropdowns, drop down, "
    "drop downs, dropdown lists, dropdown values, validation, validations, data validation, "
    "validation lists, picklists, pick lists, choices, options, valid values, listen, listenwerte, auswahl, "
    "auswahllisten, auswahlwerte, auswahlfelder, wertelisten, gültigkeit, datenüberprüfung, listes, "
    "listes déroulantes, listes de valeurs, listas, listas desplegables, validación, listas de valores, "
    "elenchi, menu a tendina, convalida, lijsten, keuzelijsten, keuzes, списки, справочники, "
    "выпадающие списки, listeler, açılır listeler, veri doğrulama, listy, listy rozwijane, listor, "
    "rullistor, lister, rullelister"
)
OTHER = "a table of other things than the one that names its column of terms"


def left_out(found: Sequence[tuple[Table, Layout | None]], chosen: Chosen) -> dict[int, str]:
    """The reason for each table that is left out, by its identity.

    Tables with a column that a person has set are never left out.
    """
    plans = [(table, plan) for table, plan in found if plan and plan.known and not _by_hand(plan, chosen)]
    guessed = [(table, plan) for table, plan in found if plan and plan.header and not plan.known]
    strong = any(not _is_weak(plan) and not _is_log(table, plan) for table, plan in plans)
    reasons = {
        id(table): THINGS
        for table, plan in guessed
        if are_of_things(plan.headers) and not _by_hand(plan, chosen) and not boards.of_table(table, plan)
    }
    reasons |= {
        id(table): VALUES
        for table, plan in found
        if plans and names.fold(table.title) in _VALUES and not (plan and plan.known)
    }
    for table, plan in plans:
        if names.fold(table.title) in _ARCHIVES and len(plans) > 1:
            reasons[id(table)] = KEPT
        elif _is_log(table, plan):
            reasons[id(table)] = LOG
        elif _is_of_things(plan) and not boards.of_table(table, plan):
            reasons[id(table)] = THINGS
        elif strong and _is_weak(plan) and ("text" not in plan.roles or _has_contacts(plan)):
            reasons[id(table)] = OTHER
    covers = {
        id(table)
        for table, plan in found
        if not _by_hand(plan, chosen) and (_is_cover(table, plan) or _tells_columns(table, found))
    }
    if any(id(table) not in covers | set(reasons) for table, _ in plans):
        reasons |= {table: document_facts.WHY for table in covers if table not in reasons}
    return reasons


COLUMNS = 2  # headers that a sheet about the columns of another one explains, at least


def _tells_columns(table: Table, found: Sequence[tuple[Table, Layout | None]]) -> bool:
    """Whether a sheet explains the columns of another one: most of its first cells are headers there."""
    first = [next((cell for cell in row.cells if cell.strip()), "") for row in table.rows]
    for other, plan in found:
        heads = set(map(names.fold, plan.headers)) if plan and plan.known and plan.header else set()
        told = sum(names.fold(cell) in heads for cell in first)
        if other is not table and told >= COLUMNS and 2 * told > len(first):
            return True
    return False


def _is_cover(table: Table, plan: Layout | None) -> bool:
    """Whether a sheet has no header of its own in its first row with columns, and tells of the document."""
    if plan and plan.known:
        one = plan.table is not None and len(plan.table.rows) == 1  # the columns explained, as if a record
        above = table.rows[: plan.start - 1] if plan.header else table.rows if one else ()
        if not any(cells_filled(row) > 1 for row in above):
            return False
    return document_facts.is_cover(table)


def _by_hand(plan: Layout | None, chosen: Chosen) -> bool:
    return plan is not None and any(chosen_field(header, chosen) is not None for header in plan.headers)


def _is_weak(plan: Layout) -> bool:
    """Whether the name column has a header that tables of people, files or products use too."""
    own = [header for header, role in zip(plan.headers, plan.roles, strict=False) if role.startswith("name")]
    return all(names.fold(header) in WEAK_NAMES for header in own)


_CONTACTS = folded_set(
    "contact, contacts, contact person, kontakt, ansprechpartner, contacto, contatto, contato, "
    "contactpersoon, контакт, контакты, iletişim, kontaktperson"
)


def _has_contacts(plan: Layout) -> bool:
    """Whether a table tells whom to ask, as those of suppliers and offices do."""
    return any(names.fold(header) in _CONTACTS for header in plan.headers)


def _is_of_things(plan: Layout) -> bool:
    return _is_weak(plan) and are_of_things(plan.headers)


def are_of_things(headers: Iterable[str]) -> bool:
    """Whether headers or keys belong to tasks, people or goods, and none of them says "term"."""
    folded = [names.fold(header) for header in headers]
    if sum(header in LANGUAGES for header in folded) > 1:  # "ar" beside "en" is Arabic, no price
        folded = [header for header in folded if header not in LANGUAGES]
    strong = any(header in NAME_HEADERS - WEAK_NAMES for header in folded)
    if strong:
        return False
    return sum(header in THING_HEADERS for header in folded) >= 2 or any(
        h in PRICE_HEADERS | CONTACT_HEADERS or _is_price(h) for h in folded
    )


_OF_PRICES = folded_set(  # what follows the word for a price: "price per month", "Preis (EUR)", "prix HT"
    "per, pro, je, im, in, par, al, por, za, each, net, netto, gross, brutto, ht, ttc, eur, euro, usd, gbp, "
    "chf, pln, czk, tl, month, monthly, monat, mois, mes, year, jahr, an, año, unit, unitario, jednostkowa"
)


def _is_price(folded: str) -> bool:
    """Whether a header is a word for a price and what the price is for, or its currency."""
    first, _, rest = folded.partition(" ")
    return first in PRICE_HEADERS and rest.partition(" ")[0] in _OF_PRICES


def title_of_tasks(table: Table, plan: Layout | None) -> str:
    """What says that a table is one of words, although it has the columns of tasks or goods; else ""."""
    return boards.of_table(table, plan) if plan and are_of_things(plan.headers) else ""


_CORRECTED = folded_set(
    "do not say, don't say, we do not say, we don't say, never say, do not use, don't use, "
    "do not write, avoid, "
    "say instead, use instead, write instead, instead, say, we say, use, nicht sagen, sagen wir nicht, "
    "stattdessen, sondern, à éviter, dire plutôt, no decir, decir"
)


def corrects(table: Table) -> bool:
    """Whether a table tells which words to use instead of others: "Do not say | Say instead"."""
    head = [names.fold(cell) for cell in table.rows[0].cells if cell.strip()] if table.rows else []
    return len(head) > 1 and all(cell in _CORRECTED for cell in head)


def tells_of_versions(plan: Layout) -> bool:
    """Whether a table in a document lists its versions: columns for dates and persons, none for names."""
    folded = [names.fold(header) for header in plan.headers]
    logged = sum(header in LOG_HEADERS for header in folded)
    return logged >= LEAST and 0.5 * len(folded) <= logged and not any(h in NAME_HEADERS for h in folded)


def _is_log(table: Table, plan: Layout) -> bool:
    """Whether a table is a change log: by the title of the sheet, or by columns for dates, persons and
    changes.

    A sheet with such a title may say which term has changed: "Date | Who | Term | Change".
    """
    logged = sum(names.fold(header) in LOG_HEADERS for header in plan.headers)
    many = logged >= LEAST and logged >= 0.4 * len(plan.headers)
    title = names.fold(table.title)
    called = title in LOG_TITLES or "log" in title.split()
    return (called or many) if _is_weak(plan) else (called and many)
