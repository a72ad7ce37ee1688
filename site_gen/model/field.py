"""What a field of a corpus file can be: its kind, its role and its use. ``schema`` lists the fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "line",  # plain text on one line
    "text",  # plain text, line breaks folded
    "markdown",  # Markdown; line breaks are kept
    "slug",  # the slug of a term
    "id",  # the id of a topic, source or path
    "choice",
    "date",  # 2026-11-21
    "flag",  # true | false
    "period",  # "12 months"
    "count",  # a whole number from 1 on
    "percent",  # "80%"
    "mail",  # an address of mail
    "https",  # an address that begins with https://
    "handle",  # accounts on the code host, parted by spaces
    "map",  # name: text
    "record",  # a mapping with fields of its own
    "row",  # two or three texts: [from, to, label]
]


Role = Literal[
    "label",  # a name that readers see
    "hidden-label",  # a name that finds the term and is never shown (SKOS hiddenLabel)
    "naming",  # information about the name
    "prose",  # sentences that readers read
    "data",  # numbers and addresses that readers see
    "relation",  # other terms
    "sorting",  # where the term stands among the others
    "administration",  # how editors manage the term
    "evidence",  # what was found in a source
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What one field may contain, and how the code uses it.

    ``kind`` is the type of the value, ``help`` explains the field to editors. ``many``: the value is a list.
    ``fields``: the fields of a record; for a map or Markdown, the fields that may be used instead of one
    text. ``keys``: the type of the keys of a map, "" for free words. ``lists``: each key of a map has a list
    of names. ``public``: a public site may show the field; the setting ``public_fields`` allows others.

    For the fields of a term only: ``reviewed``: a change of the field needs a new review. ``joined``: if two
    terms are joined and the remaining one has no value, it gets the value of the other. ``linked``: mentions
    of terms in a Markdown text become links. ``leading``: the text comes directly after the definition.
    ``instead_of``: pages show the text only where this other field is empty. ``empty_counts``: the digest of
    what a stop of a path shows counts the field even where it is empty. Only the fields that existed when
    browsers first kept such digests have this mark: a new field changes no digest until a term uses it.
    ``title``: heading of the value where terms are written as text. ``noun``: what a label is called in
    messages. ``in_json`` and ``in_csv``: api/terms.json and glossary.csv have the field. ``desks_own``: each
    desk says it for itself; the shipped glossary neither brings the field nor changes it later.
    """

    kind: Kind
    help: str
    many: bool = False
    required: bool = False
    choices: tuple[str, ...] = ()
    fields: Mapping[str, Field] = field(default_factory=dict)
    keys: Literal["", "slug", "code", "language"] = ""
    lists: bool = False
    role: Role = "administration"
    public: bool = True
    reviewed: bool = False
    joined: bool = True
    linked: bool = True
    leading: bool = False
    instead_of: str = ""
    empty_counts: bool = False
    title: str = ""
    noun: str = ""
    in_json: bool = True
    in_csv: bool = False
    desks_own: bool = False
