"""The helper for tables of cases: no row that fails is passed over, and all of them are told."""

from __future__ import annotations

import pytest

from helpers.rows import each_row


@pytest.fixture
def limit() -> int:
    return 3


@each_row("low, high", [(0, 1), (1, 2)])
def test_rows_go_with_fixtures(low: int, high: int, limit: int) -> None:
    assert low < high < limit


def test_all_rows_that_fail_are_told() -> None:
    @each_row("number", [1, 2, 3, 4])
    def odd(number: int) -> None:
        if number == 4:
            raise ValueError("four")
        assert number % 2

    with pytest.raises(AssertionError) as failed:
        odd()
    told = str(failed.value)
    assert told.startswith("2 of 4 rows:") and "ValueError: four" in told
    assert [line for line in told.splitlines() if line in ("1", "2", "3", "4")] == ["2", "4"]


def test_a_table_without_rows_is_refused() -> None:
    with pytest.raises(AssertionError):
        each_row("number", [])
