"""Mappings of a term to its text and other names in one list: {"Queue": ["A line of callers.", "line"]}."""

from __future__ import annotations

from site_gen.sources.formats import record
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.shape.blocks import count_words
from site_gen.sources.shape.header_roles import is_exact, role_of

ENOUGH, SHARE = 3, 0.8  # terms with such a list, and the share of all that are one or a plain text
MANY = 12  # keys of a mapping that is no single record
ONE_EACH = 5  # mappings with one key each that are one mapping together
TEXT_WORDS, NAME_WORDS = 4, 4  # least words of a text, most words of another name
_ENVELOPES = frozenset(["fields", "attributes", "node", "_source"])


def opened(value: Value) -> Value:
    """The value with records out of the envelopes in which programs send them: {"id": 7, "fields": {…}}."""
    if isinstance(value, Many):
        items = tuple(map(opened, value.items))
        inside = [_sent(item) for item in items]
        told = [item for item in inside if item is not None]
        items = tuple(told) if told and len(told) == len(items) else items
        return Many(items=items, line=value.line)
    if isinstance(value, Named):
        return Named(pairs=tuple((key, opened(inner)) for key, inner in value.pairs), line=value.line)
    return value


def _sent(item: Value) -> Named | None:
    """The record in an envelope, and after it what else the envelope says; None for other values."""
    if not isinstance(item, Named):
        return None
    inner = next((one for key, one in item.pairs if key.text.lower() in _ENVELOPES), None)
    told = any(_is_own(key.text) and not _is_path(one) for key, one in item.pairs)
    if told or not isinstance(inner, Named):
        return None
    known = {key.text for key, _ in inner.pairs}
    beside = [
        (key, one)
        for key, one in item.pairs
        if one is not inner and key.text not in known and not _is_path(one)
    ]
    return Named(pairs=(*inner.pairs, *beside), line=item.line)


def _is_own(key: str) -> bool:
    """Whether a key says that its record has a name or a text itself, and is no envelope around another."""
    return is_exact(key) and role_of(key) in ("name", "text")


def _is_path(value: Value) -> bool:
    """Whether a value only tells where its record is kept: "projects/quay/documents/terms/7"."""
    return isinstance(value, Leaf) and value.text.count("/") > 1 and " " not in value.text.strip()


def together(value: Value) -> Value:
    """One mapping for a list of mappings with one key each, each another one: [{"1UP": …}, {"143": …}]."""
    if not isinstance(value, Many):
        return value
    pairs = [pair for item in value.items if isinstance(item, Named) for pair in item.pairs]
    plain = all(isinstance(item, Named) and len(item.pairs) == 1 for item in value.items)
    keys = {key.text for key, inner in pairs if isinstance(inner, Leaf)}
    if not plain or len(pairs) < ONE_EACH or len(keys) < SHARE * len(pairs):
        return value
    return Named(pairs=tuple(pairs), line=value.line)


SENSES = 1.5  # mean number of records in the lists of names; groups of entries have more


def named(value: Value) -> Value:
    """The mapping with each record of a list under its name: {"ABU": [{"full": "…", "description": "…"}]}.

    The records have no names of their own, as those below a letter or a topic have.
    """
    pairs = value.pairs if isinstance(value, Named) else ()
    lists = [(key, inner.items) for key, inner in pairs if isinstance(inner, Many)]
    records = [item for _, items in lists for item in items if isinstance(item, Named)]
    if len(lists) < max(ENOUGH, SHARE * len(pairs)) or not 0 < len(records) <= SENSES * len(lists):
        return value
    if len(records) < sum(len(items) for _, items in lists) or any(map(record.has_name, records)):
        return value
    words = sum(not is_exact(key.text) and any(map(str.isalpha, key.text)) for key, _ in lists)
    if words < SHARE * len(lists) or SHARE * len(records) > sum(map(_explains, records)):
        return value
    each = ((key, inner.items if isinstance(inner, Many) else (inner,)) for key, inner in pairs)
    return Named(pairs=tuple((key, item) for key, items in each for item in items), line=value.line)


def _explains(item: Named) -> bool:
    """Whether a record has a key for a text or for a long form."""
    return any(is_exact(key.text) and role_of(key.text) in ("text", "long") for key, _ in item.pairs)


def spelled_out(value: Value) -> Value:
    """The value with each such list as a record with a term, its definition and synonyms."""
    if not isinstance(value, Named):
        return value
    value = _alone(value)
    told = sum(_is_entry(inner) for _, inner in value.pairs)
    plain = sum(isinstance(inner, Leaf) or _is_alone(inner) for _, inner in value.pairs)
    if told < ENOUGH or told + plain < SHARE * len(value.pairs):
        return value
    return Many(items=tuple(_record(key, inner) for key, inner in value.pairs), line=value.line)


def _alone(value: Named) -> Named:
    """The mapping with plain texts, if nearly all its values are lists with one text; several are senses."""
    if len(value.pairs) < MANY or sum(_is_alone(inner) for _, inner in value.pairs) < SHARE * len(
        value.pairs
    ):
        return value
    pairs = ((key, inner.items if isinstance(inner, Many) else (inner,)) for key, inner in value.pairs)
    return Named(pairs=tuple((key, item) for key, items in pairs for item in items), line=value.line)


def _is_alone(value: Value) -> bool:
    return isinstance(value, Many) and len(value.items) == 1 and isinstance(value.items[0], Leaf)


def _is_entry(value: Value) -> bool:
    """Whether a list begins with a text, and all further items are short enough for names."""
    if not isinstance(value, Many) or len(value.items) < 2:
        return False
    said = [item.text.strip() for item in value.items if isinstance(item, Leaf)]
    if len(said) < len(value.items) or count_words(said[0]) < TEXT_WORDS:
        return False
    return all(text and count_words(text) <= NAME_WORDS and text[-1] not in ".!?" for text in said[1:])


def _record(key: Leaf, value: Value) -> Named:
    """The record of a term; what is no such list is its definition as it stands."""
    whole = value.items if isinstance(value, Many) and (_is_entry(value) or _is_alone(value)) else (value,)
    first, others = whole[0], whole[1:]
    pairs = ((Leaf(text="term", line=key.line), key), (Leaf(text="definition", line=key.line), first))
    more = (Leaf(text="synonyms", line=key.line), Many(items=others, line=key.line))
    return Named(pairs=(*pairs, more) if others else pairs, line=key.line)
