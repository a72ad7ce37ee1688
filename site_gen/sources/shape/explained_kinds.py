"""Columns of names that are headed as a status or a kind: "Status | Short | What it means"."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.model import names
from site_gen.sources.shape.abbreviation_columns import cell_of
from site_gen.sources.shape.blocks import count_words, tidy
from site_gen.sources.shape.header_words import STRONG_TEXT_HEADERS, folded_set
from site_gen.sources.shape.text_roles import NONE

NAME, LEAST = 5, 2  # words of such a name at most, and rows
_KINDS = folded_set(  # of what a table explains one by one, where its rows are all different
    "status, state, stage, phase, type, kind, level, priority, severity, flag, team, code, codes, código, "
    "códigos, codice, codici, kode, kod, kód, koodi, код, コード, 代码, 代號, 代号, 编码, 코드, zustand, "
    "stufe, typ, art, phase, priorität, dringlichkeit, mannschaft, statut, état, étape, niveau, priorité, "
    "équipe, estado, etapa, fase, tipo, nivel, prioridad, equipo, stato, livello, priorità, squadra, "
    "nível, prioridade, equipe, soort, prioriteit, статус, состояние, этап, тип, вид, уровень, приоритет, "
    "команда, стан, етап, рівень, пріоритет, durum, aşama, tür, seviye, öncelik, ekip, stan, etap, rodzaj, "
    "poziom, priorytet, zespół, stav, fáze, druh, úroveň, priorita, tým, tillstånd, nivå, prioritet, "
    "niveau, tilstand, taso, tila, prioriteetti, állapot, szint, stare, nivel, 状態, ステータス, 種類, "
    "レベル, 優先度, 状态, 类型, 级别, 优先级, 상태, 유형, 등급, 우선순위"
)


CODES = folded_set(
    "code, codes, código, códigos, codice, codici, kode, kod, kód, koodi, код, шифр, コード, 代码, 代號, "
    "代号, 编码, 코드"
)
SIGNS = 6  # of a code at most


def with_codes(found: Sequence[str], headers: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles with codes as short forms, where the names are kinds: "Status | Code | Meaning"."""
    own = any(
        role == "name" and names.fold(head) in _KINDS for role, head in zip(found, headers, strict=True)
    )
    return [
        "short" if own and not role and names.fold(headers[i]) in CODES and _are_codes(i, below) else role
        for i, role in enumerate(found)
    ]


def _are_codes(place: int, below: Sequence[Sequence[str]]) -> bool:
    return all(len(cell_of(row, place).strip()) <= SIGNS for row in below)


def places(found: Sequence[str], headers: Sequence[str], below: Sequence[Sequence[str]]) -> list[int]:
    """The first column, headed as a status or a kind, if the table explains each of them: "Status | Meaning".

    So it does if another column has their abbreviations, or the one with the texts says what they mean.
    """
    if len(below) < LEAST or not any(map(str.strip, headers)):
        return []
    explained = any(
        role == "short"
        or names.fold(header) in CODES
        or (role == "text" and names.fold(header) in STRONG_TEXT_HEADERS)
        for role, header in zip(found, headers, strict=True)
    )
    first = next((i for i, header in enumerate(headers) if header.strip()), 0)
    values = [tidy(cell_of(row, first)) for row in below]
    worded = all(any(map(str.isalpha, value)) and count_words(value) <= NAME for value in values)
    different = len(set(map(names.fold, values))) == len(values)
    own = found[first] in (NONE, "topics") and names.fold(headers[first]) in _KINDS
    return [first] if own and explained and worded and different else []
