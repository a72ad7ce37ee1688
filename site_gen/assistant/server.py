"""The server of the Model Context Protocol: tools and resources over ``Answers``, all of them read-only.

https://modelcontextprotocol.io. Assistants start a server and wait for it, so that it answers who it is at
once and reads the glossary meanwhile.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

from site_gen.assistant.answers import Answers, AskedWronglyError
from site_gen.assistant.scripts import begin_engine
from site_gen.catalog import Catalog
from site_gen.model.problem import RefusedError

if TYPE_CHECKING:
    from mcp.server import MCPServer

ALL_TERMS, ONE_TERM = "glossary://terms", "glossary://terms/{slug}"
_JSON = "application/json"


class Tools:
    """The questions that an assistant can ask; what it reads of each stands in the catalog by its name.

    ``answers`` is called once: ahead by ``prepare``, or at the first question.
    """

    def __init__(self, answers: Callable[[], Answers], words: Catalog) -> None:
        self._answers, self._words, self._lock = answers, words, Lock()
        self._made: Answers | None = None

    def prepare(self) -> None:
        """Read the glossary; what is wrong with it is told to whoever asks."""
        with suppress(Exception):
            self._glossary()

    def _glossary(self) -> Answers:
        with self._lock:  # two first questions at once make it once
            self._made = self._made or self._answers()
            return self._made

    def look_up(self, query: str, limit: int = 5) -> dict[str, Any]:
        """What a word, abbreviation or question means in this organization. Not found means: no entry."""
        return _told(lambda: self._glossary().look_up(query, limit))

    def term(self, name: str) -> dict[str, Any]:
        """All that the glossary says of one term, by its name, another label of it, or its slug."""
        return _told(lambda: self._glossary().term(name))

    def explain_text(self, text: str) -> dict[str, Any]:
        """The terms in a text (a ticket, a mail, a chat) with definitions, and short forms without entry."""
        return _told(lambda: self._glossary().explain_text(text))

    def compare(self, one: str, other: str) -> dict[str, Any]:
        """What tells two terms apart that are easily confused."""
        return _told(lambda: self._glossary().compare(one, other))

    def all_terms(self) -> str:
        """Every term by name and slug."""
        return json.dumps(self._glossary().names(), ensure_ascii=False)

    def one_term(self, slug: str) -> str:
        """All that the glossary says of the term with this slug."""
        from mcp.server.mcpserver.exceptions import ResourceNotFoundError

        try:
            return json.dumps(self._glossary().whole(slug), ensure_ascii=False)
        except KeyError:
            raise ResourceNotFoundError(self._words.text("assistant.no_slug", slug=slug[:100])) from None


def server(answers: Callable[[], Answers], name: str, version: str, words: Catalog) -> MCPServer[Any]:
    """The server under the name of the site, which begins to read the glossary while it waits to be asked.

    Called on the thread from which all others come (``begin_engine``). Raises ``ImportError`` without the
    packages ``mcp`` and ``mini-racer``.
    """
    from mcp.server import MCPServer
    from mcp.types import ToolAnnotations

    begin_engine()
    instructions = words.text("assistant.instructions")
    found: MCPServer[Any] = MCPServer(name, version=version, instructions=instructions, log_level="WARNING")
    only_reads = ToolAnnotations(
        read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
    tools = Tools(answers, words)
    for tool in (tools.look_up, tools.term, tools.explain_text, tools.compare):
        found.tool(description=_told_of(tool, words), annotations=only_reads)(tool)
    for address, resource in ((ALL_TERMS, tools.all_terms), (ONE_TERM, tools.one_term)):
        found.resource(address, description=_told_of(resource, words), mime_type=_JSON)(resource)
    Thread(target=tools.prepare, daemon=True).start()
    return found


def _told_of(asked: Callable[..., Any], words: Catalog) -> str:
    return words.text(f"assistant.{asked.__name__}")


def _told(answer: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    from mcp.server.mcpserver.exceptions import ToolError

    try:
        return answer()
    except (AskedWronglyError, RefusedError) as error:
        raise ToolError(str(error)) from None
