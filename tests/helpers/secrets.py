"""A corpus with a token in every field of whatever a public site must not show, and a history full of them.

The fields come from the schema, so one that is added later is covered. All tokens begin with ``TOKEN``, which
stands nowhere else: a site that has it anywhere tells something internal.
"""

from __future__ import annotations

import io
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import Any

import yaml

from helpers.repo import Repo
from site_gen.model.field import Field
from site_gen.model.schema import ENTRY, LINK, OWNER, PATH, RULES, SOURCE, STOP, TERM, TOPIC

TOKEN = "zzleak"
_FIXED: Mapping[str, Any] = {  # what only some values may stand in
    "date": "2026-01-05", "flag": "false", "period": "12 months", "count": 5, "percent": "80%",
    "mail": f"{TOKEN}@example.org", "https": f"https://{TOKEN}.example.org/", "handle": f"@{TOKEN}",
}  # fmt: skip
_GOES_WITH_DEPRECATED = ("since", "replaced_by", "why")
_NEEDS_SENSE: Mapping[str, Any] = {
    "metric": {
        "formula": f"{TOKEN}part * 100", "unit": f"{TOKEN}unit", "better": "range",
        "parts": {f"{TOKEN}part": f"{TOKEN}counted"}, "worked": {f"{TOKEN}part": "1", "result": "100"},
        "edges": {f"{TOKEN}edge": f"{TOKEN}rule"},
    },
    "diagram": {
        "states": [f"{TOKEN}state", f"{TOKEN}second"],
        "arrows": [[f"{TOKEN}state", f"{TOKEN}second", f"{TOKEN}arrow"]],
    },
    "links": [{"to": f"https://{TOKEN}.example.org/", "what": f"{TOKEN}link"}],
    "contrast": {
        "ticket": {
            "difference": f"{TOKEN}difference.",
            "scenes": {"own": f"{TOKEN}own.", "other": f"{TOKEN}other."},
        }
    },
}  # fmt: skip


def value_of(name: str, spec: Field, where: str) -> Any:
    """A value that the field may have, with a token wherever it may hold one."""
    if name in _NEEDS_SENSE:
        return _NEEDS_SENSE[name]
    token = f"{TOKEN}{where}{name.replace('_', '')}"
    if spec.kind == "record":
        one: Any = {inner: value_of(inner, more, where + name) for inner, more in spec.fields.items()}
    elif spec.kind == "map":
        key = {"slug": "ticket", "code": "definition-length", "language": "de"}.get(spec.keys, token)
        return {key: [token] if spec.lists else token}
    elif spec.kind == "choice":
        one = spec.choices[0]
    elif spec.kind == "slug":
        one = "ticket"
    elif spec.kind == "id":
        one = token
    else:
        one = _FIXED.get(spec.kind, token)
    return [one] if spec.many else one


def record(specs: Mapping[str, Field], where: str, **given: Any) -> dict[str, Any]:
    """A record with every field; ``given`` are those that have to be right, None for one that is left out."""
    made = {
        name: given.get(name, value_of(name, spec, where))
        for name, spec in specs.items()
        if name not in given
    }
    made = {name: given.get(name, made.get(name)) for name in specs}
    return {name: value for name, value in made.items() if value is not None}


def _term(where: str, **given: Any) -> dict[str, Any]:
    return record(TERM, where, audience="internal", topics=[f"{TOKEN}topicid"], **given)


def corpus() -> dict[str, str]:
    """The files below glossary/: three public terms among internal things of every kind."""
    plan = _term("plan", status="approved", **dict.fromkeys(_GOES_WITH_DEPRECATED), say_to_customer={
        channel: f"{TOKEN}{channel}" for channel in TERM["say_to_customer"].fields
    })  # fmt: skip
    bygone = _term(
        "bygone", status="deprecated", metric=None, contrast=None, broader=None, related=None, distinct=None
    )
    files: dict[str, Any] = {
        f"terms/{TOKEN}-plan.yaml": plan,
        f"terms/{TOKEN}-bygone.yaml": bygone,
        "topics.yaml": [
            {"id": "desk", "name": "The desk", "owner": f"{TOKEN}topicowner"},
            record(TOPIC, "topic", id=f"{TOKEN}topicid"),
            {"id": f"{TOKEN}emptytopic", "name": f"{TOKEN} empty topic"},
        ],
        "paths.yaml": _paths(),
        f"sources/{TOKEN}-source.yaml": record(
            SOURCE, "source", url=f"https://{TOKEN}.example.org/", keep_text="true",
            entries=[record(ENTRY, "entry", digest=None, term=f"{TOKEN}-plan")],
        ),
        "sources/blue-book.yaml": {
            "title": "The blue book",
            "entries": [
                {"name": "Ticket", "text": "One request.", "term": "ticket"},
                record(ENTRY, "blue", digest=None, term=f"{TOKEN}-bygone"),
                {"name": f"{TOKEN}planname", "says": f"{TOKEN} is not merged yet."},
                {"name": f"Plan ({TOKEN}planname)", "says": f"{TOKEN} neither."},
            ],
        },
        "sources/blue-book.import.yaml": {
            "columns": {f"{TOKEN}column": "name"},
            "lines": [{"line": 3, "skip": f"{TOKEN}skip"}],
        },
        "owners.yaml": {
            f"{TOKEN}owner": record(OWNER, "owner", deputy=f"{TOKEN}deputy"),
            f"{TOKEN}deputy": f"@{TOKEN}",
        },
        "redirects.yaml": {f"{TOKEN}-first": f"{TOKEN}-second", f"{TOKEN}-second": f"{TOKEN}-plan"},
        "plain-words.yaml": {f"{TOKEN} phrase": f"{TOKEN} reason"},
        "terms/ticket.yaml": {
            "name": "Ticket",
            "definition": "The record of one request.",
            "details": f"More [about it](term:{TOKEN}-plan) in [our notes](term:).",
            "topics": ["desk"],
            "level": "essential",
            "status": "approved",
            "allow": {"definition-length": f"As {TOKEN} has it."},
        },
        "terms/queue.yaml": {
            "name": "Queue",
            "definition": "A line in which a ticket waits.",
            "topics": ["desk"],
            "broader": f"{TOKEN}-plan",
            "related": [f"{TOKEN}-plan", "ticket"],
            "distinct": [f"{TOKEN}-plan"],
            "contrast": {f"{TOKEN}-plan": f"{TOKEN} is no line."},
            "abbreviations": ["QU"],
            "internal": f"{TOKEN}internal",
            "here": f"{TOKEN}here",
            "owner": f"{TOKEN}owner",
            "links": [{"to": f"https://{TOKEN}.example.org/", "what": f"{TOKEN}what"}],
        },
        "terms/pile.yaml": {
            "name": "Pile",
            "definition": "An old word for all that waits.",
            "topics": ["desk"],
            "status": "deprecated",
            "since": "2026-01-01",
            "replaced_by": f"{TOKEN}-plan",
        },
    }  # fmt: skip
    return {
        **{
            path: f"# {TOKEN} in a comment\n" + yaml.safe_dump(value, sort_keys=False)
            for path, value in files.items()
        },
        "pages/home.md": f"Begin with [our plan](term:{TOKEN}-plan).\n",
        "pages/note.html": f'<p>A <a href="term:{TOKEN}-plan">note</a>.</p>\n',
    }


def _paths() -> list[dict[str, Any]]:
    rest = dict.fromkeys(("terms", "topics", "levels", "extends", "drops", "then"))
    stops = [
        {"term": f"{TOKEN}-plan", "note": f"{TOKEN}note"},
        {"task": f"{TOKEN}task", "what": f"{TOKEN}what", "id": f"{TOKEN}-stop"},
        {"link": f"https://{TOKEN}.example.org/", "what": f"{TOKEN}place"},
    ]
    return [
        record(PATH, "path", id=f"{TOKEN}-path", order="builds-up", stops=stops, **rest),
        {"id": f"{TOKEN}-rule", "title": f"{TOKEN} by rule", "topics": [f"{TOKEN}topicid"]},
        {"id": f"{TOKEN}-more", "title": f"{TOKEN} more", "extends": "first", "terms": [f"{TOKEN}-plan"]},
        {"id": f"{TOKEN}-same", "title": f"{TOKEN} same", "extends": f"{TOKEN}-path"},
        {
            "id": "first", "title": "First day", "extends": f"{TOKEN}-path", "then": f"{TOKEN}-path",
            "terms": ["queue"],
            "stops": [
                {"term": "ticket", "after": f"{TOKEN}-plan"},
                {"term": f"{TOKEN}-plan", "note": f"{TOKEN}note"},
            ],
        },
    ]  # fmt: skip


def fields_with_tokens() -> Mapping[str, set[str]]:
    """Which fields of each table the corpus fills: a test holds that none is missing."""
    files = {path: yaml.safe_load(text) for path, text in corpus().items() if path.endswith(".yaml")}
    plan, bygone = (files[f"terms/{TOKEN}-{name}.yaml"] for name in ("plan", "bygone"))
    source = files[f"sources/{TOKEN}-source.yaml"]
    paths = files["paths.yaml"]
    return {
        "term": {*plan, *bygone},
        "entry": {*source["entries"][0]},
        "source": {*source},
        "topic": {*files["topics.yaml"][1]},
        "owner": {*files["owners.yaml"][f"{TOKEN}owner"]},
        "path": {name for path in paths for name in path},
        "stop": {name for path in paths for stop in path.get("stops", ()) for name in stop},
        "link": {*plan["links"][0]},
        "rules": {*files["sources/blue-book.import.yaml"]},
    }


TABLES = {
    "term": TERM, "entry": ENTRY, "source": SOURCE, "topic": TOPIC, "path": PATH, "stop": STOP, "link": LINK,
    "owner": OWNER, "rules": RULES,
}  # fmt: skip


def _yaml(name: str, definition: str, *lines: str) -> str:
    return "\n".join((f"name: {name}", f"definition: {definition}", "topics: [desk]", *lines)) + "\n"


INTERNAL = "audience: internal"


def past(repo: Repo) -> None:
    """A history in which terms were public, renamed, merged, made internal, in the same commit or a later one.

    What stays on disk at its end is no part of a commit.
    """

    def secret(name: str, *lines: str, text: str = "") -> str:
        return _yaml(f"{TOKEN} {name}", f"What {TOKEN}tells{text or name} means.", *lines)

    first = {
        f"terms/{TOKEN}-{name}.yaml": secret(name)
        for name in ("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "later", "same", "into")
    }
    first["terms/open.yaml"] = _yaml("Open", f"What comes after the {TOKEN} a.")
    first["terms/shut.yaml"] = _yaml("Shut", "What comes before.")
    first[f"terms/{TOKEN}-coded.yaml"] = secret("coded", INTERNAL)
    repo.commit("2026-01-05", {"topics.yaml": "- {id: desk, name: The desk}\n", **first})

    def step(day: str, files: dict[str, str | None], **moved: str) -> None:
        lines = "".join(f"{TOKEN}-{old}: {new}\n" for old, new in {**past_moves, **moved}.items())
        past_moves.update(moved)
        repo.commit(
            day, {f"terms/{path}.yaml": text for path, text in files.items()} | {"redirects.yaml": lines}
        )

    past_moves: dict[str, str] = {}
    z = TOKEN
    step("2026-01-12", {f"{z}-a": secret("a", text="another"), "open": _yaml("Open", "What comes after.")})
    step("2026-02-02", {f"{z}-a": None, f"{z}-a2": secret("a2", f"formerly: [{z} a]")}, a=f"{z}-a2")
    step("2026-02-03", {f"{z}-a2": secret("a2", INTERNAL)})
    # Renamed and made internal in one commit, its text changed as well.
    step("2026-02-04", {f"{z}-b": None, f"{z}-b2": secret("b2", INTERNAL, text="anew")}, b=f"{z}-b2")
    # Merged into a term that is made internal later, and into one that is made so in the same commit.
    step("2026-02-05", {f"{z}-c": None}, c=f"{z}-later")
    step("2026-02-06", {f"{z}-later": secret("later", INTERNAL)})
    step("2026-02-07", {f"{z}-d": None, f"{z}-same": secret("same", INTERNAL)}, d=f"{z}-same")
    # Merged, and the other renamed after that, and that one made internal.
    step("2026-02-08", {f"{z}-e": None}, e=f"{z}-into")
    step("2026-02-09", {f"{z}-into": None, f"{z}-into2": secret("into2")}, into=f"{z}-into2")
    step("2026-02-10", {f"{z}-into2": secret("into2", INTERNAL)})
    # Made internal, and removed; and merged by hand into a public one, without its names.
    step("2026-02-11", {f"{z}-f": secret("f", INTERNAL), f"{z}-g": secret("g", INTERNAL)})
    step("2026-02-12", {f"{z}-f": None})
    step("2026-02-13", {f"{z}-g": None})
    # Removed, and back under another address as an internal one.
    step("2026-02-14", {f"{z}-h": None})
    step("2026-02-15", {f"{z}-h-again": secret("h", INTERNAL)})
    # Renamed without a redirect, then internal; internal under a code name, then public under a plain one.
    step("2026-02-16", {f"{z}-i": None, f"{z}-i2": secret("i")})
    step("2026-02-17", {f"{z}-i2": secret("i", INTERNAL)})
    step(
        "2026-02-18",
        {f"{z}-coded": None, "plain": _yaml("Plain", f"What {TOKEN}tellscoded means.", INTERNAL)},
    )
    step("2026-02-19", {"plain": _yaml("Plain", "What everybody may know.")})
    # A public term that named an internal one, and does no more; out of use for one that is internal.
    step("2026-02-20", {"shut": _yaml("Shut", f"What comes before the {TOKEN} a2.")})
    step("2026-02-21", {"shut": _yaml("Shut", "What comes first.")})
    # Not committed: made internal and renamed, and renamed without a word on where to.
    lines = "".join(f"{TOKEN}-{old}: {new}\n" for old, new in {**past_moves, "j": f"{z}-j2"}.items())
    repo.write({
        f"terms/{z}-j.yaml": None, f"terms/{z}-j2.yaml": secret("j2", INTERNAL), "redirects.yaml": lines,
        f"terms/{z}-k.yaml": None, f"terms/{z}-k2.yaml": secret("k2", INTERNAL),
    })  # fmt: skip


def opened(path: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file and what is packed in it: zips, Anki's databases, what is deflated."""
    yield path, data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from opened(f"{path}!{name}", archive.read(name))
    elif data.startswith(b"SQLite format 3"):
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(data)
            yield f"{path}!rows", "\n".join(database.iterdump()).encode()
    elif data.startswith(b"\x1f\x8b"):
        yield f"{path}!unpacked", zlib.decompress(data, wbits=31)


def leaks(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with a token, each with the words around the first."""
    found: dict[str, bytes] = {}
    for path, data in files.items():
        for place, text in opened(path, data):
            at = text.lower().find(TOKEN.encode())
            if TOKEN in place.lower() or at >= 0:
                found[place] = text[max(0, at - 60) : at + 60]
    return found
