"""The table of formats: each format has its reader, and a document finds its format."""

from __future__ import annotations

from collections import Counter

import pytest

from site_gen.model.import_formats import FORMATS
from site_gen.sources import formats


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_has_a_reader(name: str) -> None:
    assert callable(formats.reader(name))


def test_no_ending_stands_for_two_formats() -> None:
    times = Counter(ending for form in FORMATS.values() for ending in form.endings)
    assert [ending for ending, count in times.items() if count > 1] == []
