"""The texts of the pages that name customers, said of other people: what ``init --people`` writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from site_gen.catalog import shipped
from site_gen.corpus.yaml import write
from site_gen.model import word_forms

_CUSTOMER = re.compile(r"\b(a )?customer(s?)\b")
_VOWEL = re.compile(r"[aeio]", re.IGNORECASE)
_NO_TEXT = "field."  # what lookup and matcher take for granted, which is no text
_TICKET = {  # a desk that has no customers may have no tickets either
    "menu.explain": "Explain a text",
    "explain.title": "Explain this text",
    "scripts.explain.placeholder": "Paste a text, a chat or an email here",
}


def words_of(people: str) -> str:
    """glossary/words.yaml for people told by their words, one and several first: "patient patients"."""
    one, many = _one_and_many(people.split())
    tree: dict[str, write.Value] = {"field": {"people": people}}
    for key, text in _texts():
        *groups, name = key.split(".")
        inside = tree
        for group in groups:
            inside = inside.setdefault(group, {})  # type: ignore[assignment]
        inside[name] = _TICKET.get(key) or _said_of(text, one, many)
    return f"# Words of ours in place of the tool's.\n{write.document(tree)}"


def _one_and_many(said: Sequence[str]) -> tuple[str, str]:
    """The first of the words for one and for several of them; what is not said is made by English rules."""
    first = said[0]
    one = word_forms.stem(first)
    one = one if one in said or f"{one}s" == first else first
    many = next((word for word in said if word != one and word_forms.stem(word) == one), "")
    return one, many or _several(one)


def _several(one: str) -> str:
    if re.search(r"[^aeiou]y$", one):
        return f"{one[:-1]}ies"
    return one + ("es" if re.search(r"(?:[sxz]|ch|sh)$", one) else "s")


def _texts() -> Iterator[tuple[str, str]]:
    for key, text in shipped("en").items():
        if isinstance(text, Mapping) or key.startswith(_NO_TEXT):
            continue
        if key in _TICKET or _CUSTOMER.search(text):
            yield key, text


def _said_of(text: str, one: str, many: str) -> str:
    def instead(found: re.Match[str]) -> str:
        article = ("an " if _VOWEL.match(one) else "a ") if found[1] else ""
        return article + (many if found[2] else one)

    return _CUSTOMER.sub(instead, text)
