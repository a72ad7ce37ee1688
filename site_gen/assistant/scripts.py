"""The scripts of the pages, run without a page: the same ranker and the same Explain that readers use."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib import resources
from threading import Lock
from typing import Any, Protocol
from weakref import finalize

_SECONDS = 5.0  # after which a query is given up
_MEMORY = 1_000_000_000  # bytes
# What the two scripts ask of a browser.
_PAGE = """\
var glossary = {};
var performance = {now: () => Date.now()};
var document = {addEventListener: (_, ready) => ready(), querySelector: () => null};
"""
_READY = """\
var lookup = glossary.createLookup(glossary.data);
glossary.ranker = () => lookup;
var ask = {
  search: (query, limit) => lookup.search(query, {limit}),
  near: (query, limit) => lookup.near(query, {limit}),
  known: (text) => lookup.known(text).map((row) => slug(row)),
  explained: (text) => {
    const {found, unknown} = glossary.explained(text);
    const terms = found.map(({row, start, end}) => ({slug: slug(row), written: text.slice(start, end)}));
    return {terms, unknown: [...unknown]};
  }
};
var slug = (row) => glossary.data.slugs[row] || glossary.fold(glossary.data.names[row]).replace(/ /g, '-');
"""


def begin_engine() -> None:
    """Begin V8 on this thread, before any other thread is made that will use it; later calls do nothing.

    Where the processor protects memory by keys, V8's memory is open to the thread that began it and to
    those made from then on; an older thread that makes an engine ends the whole process. Raises
    ``ImportError`` without mini-racer.
    """
    from py_mini_racer import init_mini_racer

    init_mini_racer(ignore_duplicate_init=True)


class Ranker(Protocol):
    """What is asked of the scripts; docs/lookup.md has what a result holds."""

    def search(self, query: str, limit: int) -> Sequence[Mapping[str, Any]]:
        """The terms that a query means or may mean, best first."""

    def near(self, query: str, limit: int) -> Sequence[Mapping[str, Any]]:
        """The terms whose names are nearest, however far."""

    def known(self, text: str) -> Sequence[str]:
        """The slugs of the terms that have the text as a label."""

    def explained(self, text: str) -> Mapping[str, Any]:
        """``terms`` that stand in a text, each with the words there, and ``unknown`` short forms."""


class Scripts:
    """lookup.js and explain.js in an engine of their own, made with the data that they rank.

    Raises ``ImportError`` without mini-racer. One query is answered at a time.
    """

    def __init__(self, lookup: str) -> None:
        from py_mini_racer import MiniRacer

        self._lock = Lock()
        self._engine = MiniRacer()
        # At exit too, while its thread still runs: an engine that is closed later may wait for that for ever.
        finalize(self, self._engine.close)
        self._engine.set_hard_memory_limit(_MEMORY)
        self._engine.eval(_PAGE)
        self._engine.eval(_shipped("lookup.js"))
        # As a text that is parsed: in a literal, __proto__ would be no key.
        self._engine.eval(f"glossary.data = JSON.parse({json.dumps(lookup)});")
        self._engine.eval(_shipped("language.js", "data"))
        self._engine.eval(_READY)
        self._engine.eval(_shipped("explain.js"))

    def search(self, query: str, limit: int) -> Sequence[Mapping[str, Any]]:
        found: Sequence[Mapping[str, Any]] = self._call("ask.search", query, limit)
        return found

    def near(self, query: str, limit: int) -> Sequence[Mapping[str, Any]]:
        found: Sequence[Mapping[str, Any]] = self._call("ask.near", query, limit)
        return found

    def known(self, text: str) -> Sequence[str]:
        found: Sequence[str] = self._call("ask.known", text)
        return found

    def explained(self, text: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self._call("ask.explained", text)
        return found

    def _call(self, name: str, *arguments: Any) -> Any:
        with self._lock:
            return self._engine.call(name, *arguments, timeout_sec=_SECONDS)


def _shipped(name: str, folder: str = "assets") -> str:
    return (resources.files("site_gen.pages") / folder / name).read_text(encoding="utf-8")
