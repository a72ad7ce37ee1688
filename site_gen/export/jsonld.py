"""What search engines read of a page: schema.org's DefinedTerm and DefinedTermSet as JSON-LD.

https://schema.org/DefinedTerm. It stands in the body of the page, where it is as valid as in the head and
needs no theme, so that it is the same under every builder.
"""

from __future__ import annotations

from collections.abc import Sequence
from json.encoder import encode_basestring
from typing import TypeAlias

from markupsafe import Markup

from site_gen.export.address import absolute
from site_gen.model import Site, Term
from site_gen.plaintext import is_harmless, visible

LIST = "az.html"  # the page that shows the whole set
_CONTEXT = {"@context": "https://schema.org"}
# What could end the script, or be taken by a builder for its own syntax.
_SIGNS = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&{}")

_Value: TypeAlias = "str | Sequence[str] | dict[str, _Value]"


def term_jsonld(term: Term, site: Site) -> Markup:
    address = absolute(site, f"terms/{term.slug}.html")
    other = [*term.aliases, *term.formerly]
    return _script(
        {
            **_CONTEXT,
            "@type": "DefinedTerm",
            "@id": address,
            "name": term.title,
            "alternateName": other,
            "termCode": term.abbreviations,
            "inDefinedTermSet": _set(site),
            "url": address,
            "description": term.definition,
        }
    )


def set_jsonld(site: Site) -> Markup:
    """The glossary as a whole, for the home page."""
    return _script({**_CONTEXT, **_set(site), "description": site.description})


def _set(site: Site) -> dict[str, _Value]:
    address = absolute(site, LIST)
    return {"@type": "DefinedTermSet", "@id": address, "name": site.name, "url": address}


def _script(data: dict[str, _Value]) -> Markup:
    return Markup(f'<script type="application/ld+json">{_json(data)}</script>')


def _json(value: _Value) -> str:
    """JSON on one line without empty values; a list of one is that one."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, dict):
        return "{" + ", ".join([f'"{key}": {_json(one)}' for key, one in value.items() if one]) + "}"
    return _text(value[0]) if len(value) == 1 else "[" + ", ".join(map(_text, value)) + "]"


def _text(value: str) -> str:
    if is_harmless(value):
        return encode_basestring(value)
    text: str = encode_basestring(visible(value))
    for sign, instead in _SIGNS:
        text = text.replace(sign, instead)
    return text
