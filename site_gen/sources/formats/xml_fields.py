"""XML whose elements are called alike and whose attributes or header tell what each holds.

Databases and forms export ``<field name="term">…</field>``, FileMaker rows of columns under a list of fields.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from site_gen.sources.draft import Reading
from site_gen.sources.formats import fragment
from site_gen.sources.formats.by_shape import of_tables
from site_gen.sources.shape.blocks import Row, Table, tidy
from site_gen.sources.shape.header_roles import is_exact, role_of
from site_gen.sources.shape.header_words import LANGUAGES

_NAMES = ("name", "NAME", "Name", "field", "key", "property")
_LANGUAGE = ("lang", "language")


def key_of(children: list[Any]) -> str:
    """The attribute that tells what each of the children holds, a name and a text among them; else ""."""
    for name in _NAMES:
        keys = [child.get(name, "") for child in children]
        told = {role_of(key) for key in keys if is_exact(key)}
        if all(keys) and len(set(keys)) == len(keys) and {"name", "text"} <= told:
            return name
    return ""


def in_one_language(root: Any) -> None:
    """Drop the attributes for the language of elements where all tell the same."""
    for name in _LANGUAGE:
        held = [one for one in root.iter() if isinstance(one.tag, str) and name in one.attrib]
        said = {one.get(name).split("-")[0].lower() for one in held}
        if len(said) == 1 and said <= set(LANGUAGES):
            for one in held:
                del one.attrib[name]


_OF_THESAURI = {"uf": "synonym", "sn": "definition"}  # beside broader, narrower and related terms
_RELATIONS = frozenset(["bt", "nt", "rt"])


def of_thesaurus(root: Any) -> None:
    """Call the fields of a thesaurus, terms that are used for others and notes of scope, by their words."""
    held = [one for one in root.iter() if isinstance(one.tag, str)]
    called = {etree.QName(one).localname.lower() for one in held}
    if "sn" in called and called & _RELATIONS:
        for one in held:
            one.tag = _OF_THESAURI.get(etree.QName(one).localname.lower(), one.tag)


def without_letters(element: Any) -> None:
    """Drop the attributes of groups that tell their letter: ``<letter value="A">``."""
    for one in element.iter():
        inner = any(len(child) for child in one)
        for name in [key for key, value in one.attrib.items() if inner and _is_letter(value)]:
            del one.attrib[name]


def _is_letter(value: str) -> bool:
    return len(value.strip()) == 1 and value.strip().isalpha()


def file_maker(root: Any) -> Reading:
    """The rows of an export of FileMaker as one table."""
    heads = tuple(field.get("NAME", "") for field in root.iterfind("{*}METADATA/{*}FIELD"))
    rows = [Row(line=int(root.sourceline or 1), cells=heads)]
    for row in root.iter("{*}ROW"):
        cells = tuple(_cell(column) for column in row.iterfind("{*}COL"))
        rows.append(Row(line=int(row.sourceline or 1), cells=cells))
    return of_tables([Table(line=rows[0].line, rows=tuple(rows), header=True)], (), {})


def _cell(column: Any) -> str:
    said = ("".join(one.itertext()) for one in column if etree.QName(one).localname == "DATA")
    return ", ".join(filter(None, (tidy(fragment.shown(text)) for text in said)))
