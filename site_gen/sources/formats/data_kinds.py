"""What data of programs and offices is, where it holds no terms: interfaces, messages, orders."""

from __future__ import annotations

from site_gen.model import names
from site_gen.sources.draft import UnreadableError
from site_gen.sources.formats import keys_as_names
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.shape import sheets
from site_gen.sources.shape.header_words import THING_HEADERS, folded_set
from site_gen.sources.shape.scope import names_glossary, speaks_of_glossary

DEEP = 4  # levels in which a value may say what it is
STRONG_TEXT = folded_set("definition, def, meaning, bedeutung, определение, tanım, définition, definición")
# keys at the root of configuration files of programs
_MACHINE = frozenset(
    ["openapi", "swagger", "dependencies", "devdependencies", "scripts", "compileroptions", "apiversion",
     "nbformat", "lockfileversion", "build-system"]
)  # fmt: skip


def glossary_inside(value: Value) -> Value | None:
    """The glossary that a file of a program has under a key called so: "x-glossary"; None where none is.

    It stands at the root or one level below.
    """
    if not isinstance(value, Named) or not {key.text.lower() for key, _ in value.pairs} & _MACHINE:
        return None
    below = [pair for _, inner in value.pairs if isinstance(inner, Named) for pair in inner.pairs]
    held = (
        inner
        for key, inner in (*value.pairs, *below)
        if names_glossary(key.text.lower().removeprefix("x-").replace("_", " ").replace("-", " "))
    )
    return next((inner for inner in held if not isinstance(inner, Leaf) and _has_items(inner)), None)


def _has_items(value: Many | Named) -> bool:
    items = value.items if isinstance(value, Many) else [inner for _, inner in value.pairs]
    return len(items) > 1 and all(isinstance(item, Named) or isinstance(value, Named) for item in items)


def not_terms(value: Value, of_words: bool) -> None:
    """Raises ``UnreadableError`` for a value that is something else than a glossary, and says what.

    ``of_words`` is whether it says itself that it is a list of words.
    """
    one = isinstance(value, Named) and not keys_as_names.maps_names(value)
    keys = {key.text.lower() for key, _ in value.pairs} if one and isinstance(value, Named) else set[str]()
    pairs = value.pairs if one and isinstance(value, Named) else ()
    kind = next((inner.text for key, inner in pairs if key.text == "kind" and isinstance(inner, Leaf)), "")
    if speaks_of_glossary(kind):
        return
    schema = "properties" in keys and any(
        key.text == "type" and _says(inner, "object") for key, inner in pairs
    )
    schema = schema or ("$schema" in keys and bool(keys & {"properties", "$defs"}))
    if keys & _MACHINE or {"on", "jobs"} <= keys or schema:
        raise UnreadableError(
            "import-format", "this describes data or programs, no terms (a schema, a package, an interface)",
            "choose the file with the glossary",
        )  # fmt: skip
    if _is_conversation(value):
        raise UnreadableError(
            "import-format", "these are messages of a conversation, no terms",
            "choose the file with the glossary",
        )  # fmt: skip
    if _is_of_program(value):
        raise UnreadableError(
            "import-format", "these are texts of a program, no terms", "choose the file with the glossary"
        )
    if not of_words and is_of_things(value):
        raise UnreadableError(
            "import-nothing", "no entry found: the keys are those of an order, "
            "an invoice or a list of things",
            "choose the file with the glossary",
        )  # fmt: skip


def _says(value: Value, said: str) -> bool:
    return isinstance(value, Leaf) and value.text == said


_OF_PROJECT = frozenset(
    ["creators", "license", "licence", "upload_type", "access_right", "contributors", "repository", "author",
     "authors", "keywords", "version", "bugs", "homepage", "cff-version", "modelversion", "groupid",
     "artifactid"]
)  # fmt: skip


def not_of_project(value: Value) -> None:
    """Raises ``UnreadableError`` for the title and description of a project, in a value with one entry."""
    keys = {key.text.lower() for key, _ in value.pairs} if isinstance(value, Named) else set[str]()
    if len(keys & _OF_PROJECT) > 2:
        raise UnreadableError(
            "import-format", "this describes a project or a data set, no terms",
            "choose the file with the glossary",
        )  # fmt: skip


def is_of_things(value: Value) -> bool:
    """Whether the keys of the first levels belong to tasks, goods or invoices, and none names terms."""
    keys: dict[str, None] = {}
    waiting = [(value, 0)]
    while waiting:
        one, depth = waiting.pop()
        inner = (
            one.items[:20]
            if isinstance(one, Many)
            else [part for _, part in one.pairs[:60]]
            if isinstance(one, Named)
            else ()
        )
        keys |= (
            dict.fromkeys(names.fold(key.text) for key, _ in one.pairs[:60]) if isinstance(one, Named) else {}
        )
        waiting += [(part, depth + 1) for part in inner] if depth < DEEP else []
    return (
        sheets.are_of_things(keys)
        and not keys.keys() & STRONG_TEXT
        and sum(key in THING_HEADERS for key in keys) > 2
    )


_SPEAKER = frozenset(["role", "from", "speaker", "sender", "author", "author type"])  # keys of a message
_SPEAKERS = folded_set("user, assistant, system, tool, human, gpt, bot, model, ai, agent, customer, visitor")


def _is_conversation(value: Value) -> bool:
    """Whether most mappings with a text are messages, each with the kind of its speaker."""
    messages = others = 0
    waiting, seen = [value], 0
    while waiting and seen < 5_000:
        one, seen = waiting.pop(), seen + 1
        waiting += one.items[:50] if isinstance(one, Many) else ()
        if isinstance(one, Named):
            waiting += [inner for _, inner in one.pairs[:60] if not isinstance(inner, Leaf)]
            said = {names.fold(key.text): inner.text for key, inner in one.pairs if isinstance(inner, Leaf)}
            spoken = any(names.fold(said[key]) in _SPEAKERS for key in _SPEAKER & said.keys())
            messages += spoken
            others += bool(said) and not spoken
    return messages > 1 and messages > others


_MESSAGE = frozenset(["message", "defaultmessage", "default message", "msgstr"])


def _is_of_program(value: Value) -> bool:
    """Whether keys of programs map to messages, as in files of translations."""
    pairs = value.pairs if isinstance(value, Named) else ()
    messages = [
        isinstance(inner, Named) and any(names.fold(own.text) in _MESSAGE for own, _ in inner.pairs)
        for _, inner in pairs
    ]
    return len(pairs) > 1 and all(messages) and not any(" " in key.text.strip() for key, _ in pairs)
