"""What is only a placeholder of a definition, and what begins like one."""

from __future__ import annotations

from site_gen.model.placeholder import TO_BE_WRITTEN, is_unwritten


def test_a_placeholder_is_told_from_a_definition_that_begins_like_one() -> None:
    placeholders = [
        TO_BE_WRITTEN,
        "TODO",
        "todo",
        "Todo: ask Ana",
        "TODO ask Ana",
        "todo write it",
        "TBD",
        "…",
        "",
    ]
    definitions = ["Todo lo que se anota sobre una solicitud.", "todo pedido em aberto", "To be or not."]
    assert [text for text in placeholders if not is_unwritten(text)] == []
    assert [text for text in definitions if is_unwritten(text)] == []
