"""The texts of the pages that name customers, said of other people: what ``init --people`` writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from site_gen.catalog import shipped
from site_gen.corpus.yaml import write

_CUSTOMER = re.compile(r"\b(a )?customer(s?)\b")
_BESIDE = {"your ticket tool": "the tool you work in", "beside a ticket": "beside your work"}
_VOWEL = re.compile(r"[aeio]", re.IGNORECASE)
_NO_TEXT = "field."  # what lookup and matcher take for granted, which is no text
_TICKET = {  # a desk that has no customers may have no tickets either
    "menu.explain": "Explain a text",
    "explain.title": "Explain this text",
    "scripts.explain.placeholder": "Paste a text, a chat or an email here",
}


def words_of(people: str) -> str:
    """glossary/words.yaml for people told by their words, one and several first: "patient patients"."""
    one, *others = people.split()
    many = next((word for word in others if word != one), f"{one}s")
    tree: dict[str, write.Value] = {"field": {"people": people}}
    for key, text in _texts():
        *groups, name = key.split(".")
        inside = tree
        for group in groups:
            inside = inside.setdefault(group, {})  # type: ignore[assignment]
        inside[name] = _TICKET.get(key) or _said_of(text, one, many)
    return f"# Words of ours in place of the tool's.\n{write.document(tree)}"


def _texts() -> Iterator[tuple[str, str]]:
    for key, text in shipped("en").items():
        if isinstance(text, Mapping) or key.startswith(_NO_TEXT):
            continue
        is_beside = key.startswith(("panel.", "published.")) and any(words in text for words in _BESIDE)
        if is_beside or key in _TICKET or _CUSTOMER.search(text):
            yield key, text


def _said_of(text: str, one: str, many: str) -> str:
    def instead(found: re.Match[str]) -> str:
        article = ("an " if _VOWEL.match(one) else "a ") if found[1] else ""
        return article + (many if found[2] else one)

    for words, other in _BESIDE.items():
        text = text.replace(words, other)
    return _CUSTOMER.sub(instead, text)
