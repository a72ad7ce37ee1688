"""The texts of a catalog as HTML, for templates: escaped, with links and values in their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from site_gen.catalog import Catalog, shipped
from site_gen.catalog.pattern import Place
from site_gen.pages.borrowed import borrowed
from site_gen.text.plain import inert, plain

_MARKDOWN = re.compile(r"[\\`*_\[\]<>&{}|!#~^$=]")


@dataclass(frozen=True, slots=True)
class Around:
    """The tags of an element that goes around some words of a text."""

    opened: Markup
    closed: Markup


@dataclass(frozen=True, slots=True)
class Words:
    """What templates call: ``t``, ``heading``, and the elements ``a`` and ``tag`` for places with words.

    ``english`` are texts of the glossary that stand in English on a site of another language.
    """

    catalog: Catalog
    english: frozenset[str] = frozenset()

    def html(self, key: str, **values: Any) -> Markup:
        """A text with its places filled; a value is escaped unless it is ``Markup``."""
        words = _borrowed_literal if key in self.catalog.borrowed else _literal
        made = [
            words(part) if isinstance(part, str) else self._filled(part, values[part.name], words)
            for part in self.catalog.parts(key, values.get("n"))
        ]
        return made[0] if len(made) == 1 else Markup("".join(made))  # each is Markup

    def _filled(self, place: Place, value: Any, words: Callable[[str], Markup]) -> Markup:
        if isinstance(value, Around):
            return value.opened + words(place.words) + value.closed
        return words(place.words) if place.words else self.placed(self._shown(value))

    def placed(self, value: Any) -> Markup:
        """Any value of a template as HTML; a text of the glossary that stands in English is marked so."""
        return borrowed(placed(value)) if isinstance(value, str) and value in self.english else placed(value)

    def _shown(self, value: Any) -> Any:
        return value if isinstance(value, Markup) else self.catalog.shown(value)

    def listed(self, values: Iterable[str]) -> Markup:
        """Values in a row, parted by the language's comma."""
        return Markup(self.html("common.comma").join(map(self.placed, values)))

    def in_lines(self, lines: Sequence[str]) -> list[Markup]:
        """The lines of a name, each in the language of the whole."""
        is_english = " ".join(lines) in self.english
        return [borrowed(placed(line)) if is_english else placed(line) for line in lines]

    def without_stop(self, text: str) -> Markup:
        """A sentence of the glossary with more to follow in its line."""
        short = placed(text.rstrip("."))
        return borrowed(short) if text in self.english else short

    def heading(self, key: str) -> Markup:
        """A heading of ours in Markdown; its address is that of the English one in every language."""
        return _heading(self.catalog.text(key), str(shipped("en")[key]), key in self.catalog.borrowed)

    @staticmethod
    def link(address: str, **attributes: str) -> Around:
        """A link around words of a text; ``data_asks="…"`` becomes the attribute data-asks."""
        named = {**{name.replace("_", "-"): value for name, value in attributes.items()}, "href": address}
        inside = "".join([f' {placed(name)}="{placed(value)}"' for name, value in named.items()])
        return Around(Markup(f"<a{inside}>"), Markup("</a>"))

    @staticmethod
    def tag(name: str) -> Around:
        """An element without attributes around words of a text."""
        return Around(Markup("<{}>").format(name), Markup("</{}>").format(name))


@lru_cache(maxsize=1 << 8)  # the same few stand on every page
def _heading(words: str, english: str, is_borrowed: bool) -> Markup:
    address = _address(english)
    mark = "" if _address(words) == address else f" {{#{address}}}"
    said = Markup(_MARKDOWN.sub(lambda sign: f"&#{ord(sign[0])};", words))
    return Markup("## ") + (borrowed(said) if is_borrowed else said) + Markup(mark)


def _address(heading: str) -> str:
    """The address that Python-Markdown's extension ``toc`` gives a heading of ours."""
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower())


@lru_cache(maxsize=1 << 12)  # the same few texts stand on every page
def _literal(words: str) -> Markup:
    """Words of a catalog as HTML; our attributes stand in double quotes, so an apostrophe may stay."""
    return Markup(inert(str(escape(plain(words))).replace("&#39;", "'")))


def _borrowed_literal(words: str) -> Markup:
    """English words of a catalog of another language; signs alone have no language."""
    return borrowed(_literal(words)) if any(map(str.isalpha, words)) else _literal(words)


def placed(value: Any) -> Markup:
    """Any value of a template as HTML in which no builder finds syntax of its own, such as ``{{``."""
    if isinstance(value, Markup):
        return value
    text = escape(plain(str(value)))
    return Markup(inert(str(text))) if "{" in text or "}" in text else text
