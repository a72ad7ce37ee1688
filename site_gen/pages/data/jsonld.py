"""What search engines read of a page: schema.org's DefinedTerm and DefinedTermSet as JSON-LD.

https://schema.org/DefinedTerm. It stands in the body of the page, where it is as valid as in the head and
needs no theme, so that it is the same under every builder. The list of all terms is a file of its own, which
A to Z names: in the page it would weigh more than the page.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from markupsafe import Markup

from site_gen.model.adopted import LICENSE, SHIPPED, SHIPPED_BY, credit
from site_gen.model.records import Glossary, Site, Term
from site_gen.text.plain import visible

LIST = "az.html"  # the page that shows the whole set
_EMPTY = ('""', "[]")
_CONTEXT = {"@context": '"https://schema.org"'}
# What could end the script, or be taken by a builder for its own syntax.
_SIGNS = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&{}")


def term_jsonld(term: Term, site: Site, language: str = "") -> Markup:
    """One term, for its page; ``language`` is that of its definition, where it is not the site's."""
    inside = {
        "inLanguage": _text(language or site.language),
        "license": _text(site.license),
        "inDefinedTermSet": _object(_set(site)),
    }
    return _script({**_CONTEXT, **_term(term, site, inside)})


def set_jsonld(site: Site) -> Markup:
    """The glossary as a whole, for the home page; each term says that it is in it."""
    return _script({**_CONTEXT, **_set(site), **_about(site)})


def terms_jsonld(glossary: Glossary, terms: Sequence[Term], site: Site) -> str:
    """The glossary as a whole with each of its terms, one a line, and whose texts it began with."""
    whole = {**_CONTEXT, **_set(site), **_about(site), **_based_on(glossary)}
    head = _object(whole).removesuffix("}")
    rows = ",\n".join([_object(_term(term, site)) for term in terms])
    return f'{head}, "hasDefinedTerm": [\n{rows}\n]}}\n'


def _term(term: Term, site: Site, inside: Mapping[str, str] = MappingProxyType({})) -> Mapping[str, str]:
    address = _text(site.absolute(f"terms/{term.slug}.html"))
    return {
        "@type": '"DefinedTerm"',
        "@id": address,
        "name": _text(term.title),
        "alternateName": _texts([*term.aliases, *term.formerly]),
        "termCode": _texts(term.abbreviations),
        **inside,
        "url": address,
        "description": _text(term.definition),
    }


def _about(site: Site) -> Mapping[str, str]:
    return {
        "description": _text(site.description),
        "inLanguage": _text(site.language),
        "license": _text(site.license),
    }


def _based_on(glossary: Glossary) -> Mapping[str, str]:
    """The shipped glossary, where terms of it were taken over: its license is not the site's."""
    if not credit(glossary):
        return {}
    author = _object({"@type": '"Organization"', "name": _text(SHIPPED_BY)})
    told = {"name": _text(SHIPPED), "author": author, "license": _text(LICENSE)}
    return {"isBasedOn": _object({"@type": '"DefinedTermSet"', **told})}


def _set(site: Site) -> Mapping[str, str]:
    address = _text(site.absolute(LIST))
    return {"@type": '"DefinedTermSet"', "@id": address, "name": _text(site.name), "url": address}


def _script(fields: Mapping[str, str]) -> Markup:
    return Markup(f'<script type="application/ld+json">{_object(fields)}</script>')


def _object(fields: Mapping[str, str]) -> str:
    """JSON on one line, of values as JSON; without those that are empty."""
    return (
        "{" + ", ".join([f'"{key}": {value}' for key, value in fields.items() if value not in _EMPTY]) + "}"
    )


def _texts(values: Sequence[str]) -> str:
    """A list of one is that one."""
    return _text(values[0]) if len(values) == 1 else f"[{', '.join(map(_text, values))}]"


def _text(value: str) -> str:
    text = json.dumps(visible(value), ensure_ascii=False)
    for sign, instead in _SIGNS:
        text = text.replace(sign, instead)
    return text
