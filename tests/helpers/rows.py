"""Tables of small cases as one test: every row is tried, and all that fail are told at once.

A test of its own for each row costs more than most rows do; here thousands of them would.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import pytest

SHOWN = 30  # rows that fail for one reason, mostly; the first tell enough


def each_row(names: str, rows: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """As ``pytest.mark.parametrize``, in one test. Its fixtures are made once, so rows must not change them."""
    wanted = [name.strip() for name in names.split(",")]
    table = list(rows)
    assert table, "a table without a row proves nothing"

    def of(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def tried(**fixtures: Any) -> None:
            failed = []
            for row in table:
                values = row if len(wanted) > 1 else (row,)
                try:
                    test(**fixtures, **dict(zip(wanted, values, strict=True)))
                except (Exception, pytest.fail.Exception) as error:
                    shown = ", ".join(repr(value)[:200] for value in values)
                    failed.append(f"{shown}\n    {type(error).__name__}: {error}")
            assert not failed, f"{len(failed)} of {len(table)} rows:\n" + "\n".join(failed[:SHOWN])

        signature = inspect.signature(test)
        left = [parameter for name, parameter in signature.parameters.items() if name not in wanted]
        tried.__signature__ = signature.replace(parameters=left)  # type: ignore[attr-defined]
        return tried

    return of
