"""The data at the head of a Markdown page: title, other names, owner, date, in YAML or TOML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from site_gen.model import names
from site_gen.sources.draft import UnreadableError
from site_gen.sources.formats import data_tree, yaml_tree
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.shape import stated_language
from site_gen.sources.shape.blocks import count_words
from site_gen.sources.shape.days import day_of
from site_gen.sources.shape.header_roles import JOINS, field_of, is_exact, role_of
from site_gen.sources.shape.header_words import OWNER_HEADERS, REVIEWED_HEADERS, WEAK_NAMES
from site_gen.sources.shape.scope import speaks_of_glossary

_TEXT = (
    "definition",
    "short definition",
    "full definition",
    "meaning",
    "hovertext",
    "tooltip",
    "short description",
)
_TAGS = ("tags", "tag", "schlagworte", "schlagwörter", "etiquetas", "mots clés", "теги")
_SUMMARY = ("description", "desc", "summary", "excerpt", "abstract", "beschreibung", "resumen", "описание")
_OF_A_TERM = frozenset([*_TEXT, "full link", "acronym", "abbreviation", "synonyms"])
LISTED = 3  # names in front matter that map to texts, and words of such a text
_ALSO = frozenset(["short", "long", "also"])
_DEEPER = frozenset(["extra", "params", "taxonomies"])
_NO_ROLE = frozenset(
    ["subject", "label", "code", "symbol", "lang", "summary", "content", "text", "body", "answer"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """Facts about a page in its front matter.

    ``of_a_term`` is true if the keys are those of one term. ``summary`` tells of any page what is on it.
    """

    title: str = ""
    also: tuple[str, ...] = ()
    text: str = ""
    of_a_term: bool = False
    summary: str = ""
    tags: tuple[str, ...] = ()
    owner: str = ""
    reviewed: date | None = None
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The code of the language that the page states; "" if it states none that is known."""
        return stated_language.of_pairs(self.values.items())


def front_matter(lines: Sequence[str]) -> FrontMatter:
    """The front matter in ``lines``, which include its marks.

    Invalid YAML or TOML is read line by line for keys and values.
    """
    text = "\n".join(lines[1:-1])
    mark = lines[0].strip("\ufeff \t") if lines else ""
    parse = {"+++": data_tree.from_toml, "{": data_tree.from_json}.get(mark, yaml_tree.from_yaml)
    try:
        value = parse("\n".join(("{", text, "}")) if mark == "{" else text)
    except (UnreadableError, ValueError, RecursionError):
        return FrontMatter(values=_by_line(lines[1:-1]), title=_by_line(lines[1:-1]).get("title", ""))
    pairs = {names.fold(JOINS.sub(" ", key)): inner for key, inner in _pairs(value)}
    values = {key: inner.text.strip() for key, inner in pairs.items() if isinstance(inner, Leaf)}
    roles = {key: role_of(key) if is_exact(key) and key not in _NO_ROLE else "" for key in pairs}
    called = [key for key, role in roles.items() if role == "name" and values.get(key)]
    telling = [key for key in called if key not in WEAK_NAMES]  # "term", "begriff", and not "title"
    said = [name for key, inner in pairs.items() if field_of(roles[key]) == "also" for name in _names(inner)]
    told = [
        values[key] for key, role in roles.items() if role in _ALSO and _is_sentence(values.get(key, ""))
    ]  # "short: A text in one sentence."
    also = [] if told and not set(said) - set(told) else [name for name in said if not _is_sentence(name)]
    return FrontMatter(
        title=values[(telling or sorted(called, key=lambda key: key != "title"))[0]] if called else "",
        also=tuple(dict.fromkeys(also)),
        text=next((values[key] for key in _TEXT if values.get(key)), told[0] if told else ""),
        of_a_term=bool(telling or also or told) or not _OF_A_TERM.isdisjoint(pairs),
        summary=next((values[key] for key in _SUMMARY if values.get(key)), ""),
        tags=tuple(name for key in _TAGS if key in pairs for name in _names(pairs[key])),
        owner=next((values[key] for key in values if key in OWNER_HEADERS and values[key]), ""),
        reviewed=next(
            (day for key in values if key in REVIEWED_HEADERS and (day := day_of(values[key]))), None
        ),
        values=values,
    )


def records(lines: Sequence[str]) -> Value | None:
    """The value of the front matter in ``lines`` if it has a list of records, for a layout; else None."""
    try:
        value = yaml_tree.from_yaml("\n".join(["", *lines[1:-1]]))
    except (UnreadableError, ValueError, RecursionError):
        return None
    for key, inner in _pairs(value):
        if speaks_of_glossary(key.replace("_", " ")) and (listed := _listed(inner)):
            return listed
    lists = [inner for _, inner in _pairs(value) if isinstance(inner, Many)]
    return value if any(isinstance(item, Named) for inner in lists for item in inner.items) else None


def _listed(value: Value) -> Value | None:
    """Names that map to sentences as records; None for other values."""
    pairs = (
        [(key, inner) for key, inner in value.pairs if isinstance(inner, Leaf)]
        if isinstance(value, Named)
        else []
    )
    if len(pairs) < LISTED or not all(count_words(inner.text) >= LISTED for _, inner in pairs):
        return None
    term, text = (Leaf(text=said, line=value.line) for said in ("term", "definition"))
    items = (Named(pairs=((term, key), (text, inner)), line=key.line) for key, inner in pairs)
    return Many(items=tuple(items), line=value.line)


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "!", "。")) and count_words(text) > 3


def _pairs(value: Value | None) -> list[tuple[str, Value]]:
    """The keys with their values, also those that site generators want a table deeper."""
    own = [(key.text, inner) for key, inner in value.pairs] if isinstance(value, Named) else []
    return [pair for key, inner in own if key in _DEEPER for pair in _pairs(inner)] + own


def _names(value: Value) -> list[str]:
    """Other names of the page; earlier addresses of the page ("/terms/balise/") are ignored."""
    if isinstance(value, Many):
        said = [item.text for item in value.items if isinstance(item, Leaf)]
    elif isinstance(value, Leaf):
        said = value.text.split(",")
    else:
        said = []
    return [name.strip() for name in said if name.strip() and not name.strip().startswith(("/", "http", "."))]


def _by_line(lines: Sequence[str]) -> dict[str, str]:
    """Keys and values of invalid YAML front matter, such as one with "{{ .Date }}" or "title: a: b"."""
    split = (line.partition(":") for line in lines if line[:1].isalpha())
    return {names.fold(key): value.strip().strip("\"'") for key, _, value in split}
