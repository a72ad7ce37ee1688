"""The server for assistants: asked by the client of the SDK, it answers with the data and ranker of the site."""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import pytest
from click.testing import CliRunner

from helpers.rows import each_row
from helpers.support import glossary, term
from helpers.tiny import CORPUS
from site_gen.__main__ import main
from site_gen.assistant.answers import Answers
from site_gen.assistant.api import FILES, api_of
from site_gen.assistant.scripts import Scripts
from site_gen.assistant.server import server
from site_gen.catalog import Catalog, catalog
from site_gen.corpus.load import load
from site_gen.history.events import History
from site_gen.model.problem import RefusedError
from site_gen.model.records import Glossary, Site
from site_gen.pipeline import api_files

if TYPE_CHECKING:
    from mcp import Client

URL = "https://example.org/g"
EDITION = "2026-11-28 0123456789"
ASKED = date(2026, 11, 28)
Ask = Callable[["Client"], Awaitable[Any]]


def _answers(corpus: Glossary, site: Site, today: date = ASKED) -> Answers:
    api = api_of(api_files(corpus, site, History(edition=EDITION)))
    return Answers(api=api, ranker=Scripts(api.lookup), words=catalog(site.language), today=lambda: today)


@cache
def _tiny() -> Answers:
    files = {f"glossary/{path}": text.encode() for path, text in CORPUS.items()}
    return _answers(load(files).glossary, Site(name="Words", url=URL, review_every="12 months"))


def _ask(ask: Ask, answers: Callable[[], Answers] = _tiny, words: Catalog | None = None) -> Any:
    from mcp import Client  # which takes half a second; most workers of a run never ask

    async def asked() -> Any:
        async with Client(server(answers, "Words", "1", words or catalog())) as client:
            return await ask(client)

    return anyio.run(asked)


def _tool(tool: str, answers: Callable[[], Answers] = _tiny, /, **arguments: Any) -> dict[str, Any]:
    result = _ask(lambda client: client.call_tool(tool, arguments), answers)
    assert not result.is_error, result.content
    assert json.loads(result.content[0].text) == result.structured_content, (
        "clients of either kind get the same"
    )
    found: dict[str, Any] = result.structured_content
    return found


def test_the_tools_only_read_and_say_what_they_are_for() -> None:
    tools = _ask(lambda client: client.list_tools()).tools
    assert [tool.name for tool in tools] == ["look_up", "term", "explain_text", "compare"]
    for tool in tools:
        assert tool.description and tool.annotations.read_only_hint and not tool.annotations.destructive_hint


_ONE_AFTER_THE_OTHER = """
from threading import Lock, Thread
from time import sleep
from py_mini_racer import MiniRacer
from site_gen.assistant.server import server
from site_gen.catalog import catalog

server(lambda: None, "Words", "1", catalog())
one_at_a_time = Lock()

def ask():
    sleep(0.2)  # the other one is there before V8 is used
    with one_at_a_time:
        engine = MiniRacer()
        print(engine.eval("6 * 7"))

threads = [Thread(target=ask) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""


def test_threads_that_came_before_an_engine_can_make_one() -> None:
    """In a process of its own: where this goes wrong, the processor ends it."""
    done = subprocess.run(
        [sys.executable, "-c", _ONE_AFTER_THE_OTHER], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.split()) == (0, ["42", "42"]), done.stderr


def test_a_german_glossary_speaks_german_to_assistants() -> None:
    german = replace(_tiny(), words=catalog("de"))
    tools = _ask(lambda client: client.list_tools(), lambda: german, catalog("de")).tools
    assert tools[3].description == "Was zwei Begriffe unterscheidet, die leicht verwechselt werden."
    (ticket,) = _tool("term", lambda: german, name="ticket")["terms"]
    assert ticket["trust"] == "Freigegeben am 2026-03-09"
    assert _tool("look_up", lambda: german, query="xyzzy plugh")["say"].startswith("Nicht gefunden")


def test_an_answer_carries_address_trust_review_and_edition() -> None:
    answer = _tool("look_up", query="support ticket")
    assert (answer["glossary"], answer["edition"], answer["found"]) == ("Words", EDITION, True)
    (ticket,) = answer["terms"]
    assert ticket["name"] == "Ticket" and ticket["definition"].startswith("The record of one request")
    assert ticket["address"] == f"{URL}/terms/ticket.html"
    assert (ticket["trust"], ticket["mark"], ticket["reviewed"]) == (
        "Approved on 2026-03-09",
        "approved",
        "2026-03-09",
    )
    assert ticket["here"] == "We close it after 5 days."


def test_a_review_that_has_run_out_meanwhile_is_told() -> None:
    later = replace(_tiny(), today=lambda: date(2030, 1, 1))
    (ticket,) = _tool("term", lambda: later, name="ticket")["terms"]
    assert ticket["mark"] == "due" and ticket["trust"].startswith("Review due since 2027-")


NO_ENTRY = ["xyzzy plugh", "quarterly business review", "tickey", "bakclog", "agnet desktop"]


@each_row("query", NO_ENTRY)
@each_row("tool", ["look_up", "term"])
def test_an_unknown_word_is_not_found_and_what_is_near_has_no_definition(tool: str, query: str) -> None:
    """As the box on the site: what may not stand chosen there is no answer here."""
    answer = _tool(tool, **{"query" if tool == "look_up" else "name": query})
    chosen = [one for one in _tiny().ranker.search(query, 5) if one["chosen"]]
    if tool == "look_up" and chosen:
        assert answer["found"]
        return
    assert answer["found"] is False and answer["terms"] == []
    assert answer["say"].startswith("Not found")
    for near in answer.get("near", ()):
        assert set(near) == {"name", "slug", "address"}
    assert ("near" in answer) == ("near_means" in answer)
    assert answer.get("near_means", "Similar names only").startswith("Similar names only")


def test_the_near_names_of_a_slip_are_there() -> None:
    assert [one["slug"] for one in _tool("term", name="tickets of the quue")["near"]]


def test_results_are_those_of_the_ranker_of_the_site() -> None:
    for query in ("ag", "request number", "pile", "key", "waits until free"):
        results = _tiny().ranker.search(query, 5)
        answer = _tool("look_up", query=query)
        assert [one["slug"] for one in answer["terms"]] == [one["slug"] for one in results if one["chosen"]]


def test_a_term_is_found_by_slug_name_and_label_and_told_whole() -> None:
    for name in ("queue", "Queue", "QUEUE"):
        (queue,) = _tool("term", name=name)["terms"]
        assert queue["slug"] == "queue"
        assert queue["not_to_confuse_with"][0]["difference"].startswith("A ticket is one request")
    assert {one["slug"] for one in _tool("term", name="Key")["terms"]} == {"home-key", "key-to-door"}
    (backlog,) = _tool("term", name="backlog")["terms"]
    assert "related" in backlog or "broader" in backlog or backlog["topics"]


def test_two_terms_are_compared_and_what_is_not_told_is_not_made_up() -> None:
    told = _tool("compare", one="ticket", other="queue")
    assert told["difference"] == "A ticket is one request; a queue is the line that it waits in."
    silent = _tool("compare", one="ticket", other="agent")
    assert silent["difference"] == "" and "does not say" in silent["note"] and len(silent["terms"]) == 2
    assert _tool("compare", one="ticket", other="ticket")["note"] == "Both words name the same term."
    missing = _tool("compare", one="ticket", other="blorf")
    assert missing["found"] is False and missing["asked"] == "blorf" and not missing["terms"]


def test_a_text_is_explained_with_what_stands_in_it() -> None:
    text = "The support tickets wait in the queue 🙂, says the XQZ to an agent."
    answer = _tool("explain_text", text=text)
    written = {one["slug"]: one["written"] for one in answer["terms"]}
    assert (written["queue"], written["ticket"]) == ("queue", "support tickets")
    assert answer["no_entry"] == ["XQZ"]
    assert all(one["address"] and one["trust"] for one in answer["terms"])
    assert _tool("explain_text", text="Hello there.")["found"] is False


@cache
def _scripts() -> Answers:
    names = {"zh": "工单", "ja": "サーバー", "ko": "고객", "th": "ลูกค้า", "sharp": "C#", "factor": "2FA"}
    return _answers(glossary(*(term(slug, name=name) for slug, name in names.items())), Site(name="Words"))


def test_names_in_texts_without_spaces_and_with_signs_are_explained() -> None:
    text = "请打开工单。サーバーが落ちた。고객에게는 없다. สวัสดีลูกค้าใหม่ Use C# and 2FA, 24/7 for all."
    answer = _tool("explain_text", _scripts, text=text)
    written = {one["slug"]: one["written"] for one in answer["terms"]}
    assert written == {
        "zh": "工单", "ja": "サーバー", "ko": "고객", "th": "ลูกค้า", "sharp": "C#", "factor": "2FA",
    }  # fmt: skip


ODD = ["", "   ", "x" * 201]


@each_row("text", ODD)
def test_what_cannot_be_asked_is_told(text: str) -> None:
    result = _ask(lambda client: client.call_tool("look_up", {"query": text}))
    assert result.is_error and "Traceback" not in result.content[0].text
    long = _ask(lambda client: client.call_tool("explain_text", {"text": "a " * 20_000}))
    assert long.is_error and "20,000 characters" in long.content[0].text


HOSTILE = [
    "'); glossary = null; ('",
    "\u2028`${1}`",
    "__proto__",
    "constructor",
    "\0",
    "\ud83d",
    "a" * 200,
    "../../etc/passwd",
    "<script>",
]


@each_row("text", HOSTILE)
def test_whatever_is_asked_is_a_text_to_the_scripts(text: str) -> None:
    for name, key in (("look_up", "query"), ("term", "name"), ("explain_text", "text")):
        result = _ask(
            lambda client, name=name, key=key: client.call_tool(
                name, {key: text.encode("utf-8", "replace").decode()}
            )
        )
        if not result.is_error:
            assert result.structured_content["found"] is False
    assert _tool("look_up", query="ticket")["found"]


def test_terms_are_resources() -> None:
    from mcp import MCPError

    async def read(client: Client) -> tuple[Any, Any]:
        every = json.loads((await client.read_resource("glossary://terms")).contents[0].text)  # type: ignore[union-attr]
        one = json.loads((await client.read_resource("glossary://terms/ticket")).contents[0].text)  # type: ignore[union-attr]
        with pytest.raises(MCPError, match="no term has the slug"):
            await client.read_resource("glossary://terms/no-such")
        return every, one

    every, one = _ask(read)
    assert {"name": "Ticket", "slug": "ticket"} in every["terms"] and every["edition"] == EDITION
    assert one["address"] == f"{URL}/terms/ticket.html"


def test_a_public_site_tells_nothing_internal() -> None:
    corpus = glossary(
        term("open", name="Open word", related=["hushword"], here="HERE-IT-IS", internal="INSIDE"),
        term("hushword", name="Hushword", audience="internal"),
    )
    public = cache(lambda: _answers(corpus, Site(name="W", audience="public")))
    assert _tool("term", public, name="Hushword")["found"] is False
    assert _tool("look_up", public, query="hushword").get("near", []) == []
    whole = json.dumps(_tool("term", public, name="open")) + json.dumps(public().names())
    assert "hushword" not in whole.lower() and "HERE-IT-IS" not in whole and "INSIDE" not in whole


def test_a_glossary_that_cannot_be_read_is_told_to_who_asks() -> None:
    def broken() -> Answers:
        raise RefusedError("the glossary cannot be read: glossary/terms/x.yaml:1: no name")

    result = _ask(lambda client: client.call_tool("look_up", {"query": "x"}), broken)
    assert result.is_error and "glossary/terms/x.yaml:1" in result.content[0].text


WRONG: Mapping[str, Mapping[str, str]] = {
    "nothing": {},
    "no JSON": dict.fromkeys(FILES, "{"),
    "another format": dict.fromkeys(FILES, '{"format": 2}'),
    "a list": dict.fromkeys(FILES, "[]"),
    "no terms": dict.fromkeys(FILES, '{"format": 1}'),
    "terms of another kind": dict.fromkeys(FILES, '{"format": 1, "terms": [{"slug": "a", "trust": 1}]}'),
    "deep": dict.fromkeys(FILES, "[" * 100_000),
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_folder_that_is_no_site_is_refused(kind: str, root: Path) -> None:
    folder = root / "site"
    (folder / "api").mkdir(parents=True)
    for path, text in WRONG[kind].items():
        (folder / path).write_text(text)
    done = CliRunner().invoke(main, ["--root", str(root), "mcp", "--data", str(folder)])
    assert done.exit_code == 1 and "name the folder of a site" in done.output


def test_without_the_extra_the_command_says_what_to_install(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("py_mini_racer", "mcp.server"):
        with monkeypatch.context() as patched:
            patched.setitem(sys.modules, name, None)
            done = CliRunner().invoke(main, ["--root", str(root), "mcp"])
            assert done.exit_code == 1 and "pip install 'support-glossary[mcp]'" in done.output


def test_listening_elsewhere_needs_a_name_to_be_asked_under(root: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(root), "mcp", "--http", "--host", "0.0.0.0"])
    assert done.exit_code == 2 and "--allow-host" in done.output
    assert CliRunner().invoke(main, ["--root", str(root), "mcp", "--host", "0.0.0.0"]).exit_code == 2


def _project(folder: Path) -> Path:
    for path, text in CORPUS.items():
        (folder / "glossary" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "glossary" / path).write_text(text, encoding="utf-8")
    return folder


_LIBRARIES = """
import click, yaml
from mcp.server import MCPServer
from py_mini_racer import MiniRacer
MiniRacer().eval("1")
"""


@pytest.mark.slow
def test_over_stdio_as_assistants_start_it(tmp_path: Path) -> None:
    from mcp import Client, StdioServerParameters

    root = _project(tmp_path)
    arguments = ["-m", "site_gen", "--root", str(root), "mcp"]
    before = _of_children()
    subprocess.run([sys.executable, "-c", _LIBRARIES], check=True)
    libraries = _of_children() - before

    async def asked() -> Any:
        started = StdioServerParameters(command=sys.executable, args=arguments, env=dict(os.environ))
        async with Client(started) as client:
            return await client.call_tool("look_up", {"query": "ticket"})

    result = anyio.run(asked)
    assert result.structured_content["terms"][0]["slug"] == "ticket"
    spent = _of_children() - before - libraries
    assert spent < 2.5 * libraries, (
        "processor time for start, nine terms and an answer, beside the libraries alone"
    )


def _of_children() -> float:
    """The processor seconds of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.fixture
def served_at(tmp_path: Path) -> Iterator[str]:
    """The address of a server over HTTP."""
    root = _project(tmp_path)
    port = 20_000 + os.getpid() % 20_000
    command = [sys.executable, "-m", "site_gen", "--root", str(root), "mcp", "--http", "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr
        assert process.stderr.readline().startswith(f"http://127.0.0.1:{port}/mcp")
        yield f"http://127.0.0.1:{port}/mcp"
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.mark.slow
def test_over_http_on_this_machine_alone(served_at: str) -> None:
    import httpx2
    from mcp import Client

    async def asked() -> Any:
        async with Client(served_at) as client:
            return await client.call_tool("look_up", {"query": "ticket"})

    for wait in range(40):  # it says where it will listen, then listens
        try:
            httpx2.get(served_at.replace("/mcp", "/"), timeout=5)
            break
        except httpx2.TransportError:
            time.sleep(0.25 * (wait < 39))
    assert anyio.run(asked).structured_content["terms"][0]["slug"] == "ticket"
    message = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
    headers = {"accept": "application/json, text/event-stream", "content-type": "application/json"}
    for name, value in (("host", "evil.example"), ("origin", "https://evil.example")):
        refused = httpx2.post(served_at, json=message, headers={**headers, name: value}, timeout=10)
        assert refused.status_code in (400, 403, 421), "a page elsewhere asks through its reader's browser"


WORDS = [
    "ticket",
    "queue",
    "agent",
    "reply",
    "call",
    "routing",
    "review",
    "shift",
    "score",
    "backlog",
    "channel",
    "macro",
]


@pytest.mark.slow
def test_answers_are_quick_at_two_thousand_terms() -> None:
    """Processor time, so that a busy machine measures the same."""
    terms = [
        term(f"{a}-{b}-{number}", name=f"{a.capitalize()} {b} {number}", aliases=[f"{b} of {a} {number}"],
             definition=f"The {b} that a {a} of kind {number} has at the desk.")
        for number in range(14) for a in WORDS for b in WORDS
    ][:2_000]  # fmt: skip
    answers = _answers(glossary(*terms), Site(url=URL))
    questions: list[Callable[[], Any]] = [
        *(
            lambda query=query: answers.look_up(query)
            for query in ("ticket queue 7", "agnet macro 3", "how is the shift scored", "nothing like it")
        ),
        lambda: answers.term("Reply backlog 2"),
        lambda: answers.compare("ticket queue 1", "queue ticket 1"),
        lambda: answers.explain_text("A reply backlog 2 waits in ticket queue 7. " * 5),
    ]
    for question in questions:
        question()
    spent = []
    for question in questions:
        begun = time.process_time()
        question()
        spent.append(time.process_time() - begun)
    assert statistics.median(spent) <= 0.05 and max(spent) <= 0.1, spent


_KEPT = """
import atexit, sys, threading
atexit.register(lambda: print(threading.active_count()))  # runs last, since it is noted first
from site_gen.assistant.scripts import Scripts
KEPT = [Scripts(sys.stdin.read())]
print(KEPT[0].search("queue", 1)[0]["slug"])
"""


def test_a_program_that_keeps_an_engine_to_its_end_ends() -> None:
    """An engine whose thread is still there when Python takes its threads away waits for it for ever."""
    files = {f"glossary/{name}": text.encode() for name, text in CORPUS.items()}
    lookup = api_files(load(files).glossary, Site(), History())["api/lookup.json"]
    done = subprocess.run(
        [sys.executable, "-c", _KEPT], input=lookup, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (0, "queue\n1\n"), done.stderr
