"""Concept schemes in RDF (Turtle, RDF/XML, JSON-LD): SKOS, schema.org terms, classes with labels.

No web address is ever opened: known JSON-LD contexts are included from this module, others are refused.
"""

from __future__ import annotations

import html
import json
import re
import warnings
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from site_gen.model import names
from site_gen.sources.draft import Draft, Piece, Reading, Skipped, UnreadableError, Version
from site_gen.sources.formats import archive, declared, fragment
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.blocks import abbreviates, clean_name
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.language_codes import tag_of

MAX_BYTES = 4_000_000
MAX_DEPTH = 60
MAX_PREFIX = 1_000  # characters of an address that short names stand for: each use of one repeats it
_PREFIX = re.compile(
    rf"(?:prefix\s+[^\s<]{{0,100}}|base)\s+<[^>]{{{MAX_PREFIX}}}|"
    rf"""\b(?:xmlns(?::[\w.-]{{1,100}})?|xml:base)\s{{0,9}}=\s{{0,9}}["'][^"'<]{{{MAX_PREFIX}}}""",
    re.IGNORECASE,
)
NO_PART = "what is said with it is no part of an entry"
HINT = "export the terms as CSV, and import that"
SKOS = "http://www.w3.org/2004/02/skos/core#"
_XL = "http://www.w3.org/2008/05/skos-xl#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_OBO = "http://purl.obolibrary.org/obo/"  # ontologies of the life sciences, with their words for OWL
_OBO_IN_OWL = "http://www.geneontology.org/formats/oboInOwl#"
OWN = "urn:glossary:vocabulary#"  # words of our own exports that SKOS has none for
_SCHEMAS = ("https://schema.org/", "http://schema.org/")
_TERMS = ("http://purl.org/dc/terms/", "http://purl.org/dc/elements/1.1/")
_CONTEXTS: Mapping[str, Any] = {
    "schema.org": {"@vocab": "https://schema.org/", "inDefinedTermSet": {"@type": "@id"}},
    "www.w3.org/2004/02/skos/core": {"@vocab": SKOS},
    "www.w3.org/ns/skos": {"@vocab": SKOS},
}
_NAME = (
    f"{SKOS}prefLabel",
    *(f"{schema}name" for schema in _SCHEMAS),
    f"{_RDFS}label",
    *(f"{own}title" for own in _TERMS),
)
_OTHER = (
    f"{SKOS}altLabel",
    f"{_OBO}IAO_0000118",
    *(f"{_OBO_IN_OWL}{own}" for own in ("hasExactSynonym", "shorthand")),
    *(f"{schema}{own}" for schema in _SCHEMAS for own in ("alternateName", "termCode")),
    f"{SKOS}notation",  # of which only those are names that abbreviate a label
)
_TEXT = (
    f"{SKOS}definition",
    f"{_OBO}IAO_0000115",
    *(f"{schema}description" for schema in _SCHEMAS),
    *(f"{own}description" for own in _TERMS),
    f"{_RDFS}comment",
    f"{SKOS}scopeNote",
)
_TAKEN = frozenset(
    [
        *(*_NAME, *_OTHER[:-1], *_TEXT),
        *(f"{label}{kind}" for label in (SKOS, _XL) for kind in ("prefLabel", "altLabel", "hiddenLabel")),
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
    ]
)
_NO_TERMS = frozenset(
    [
        "ConceptScheme",
        "Collection",
        "OrderedCollection",
        "DefinedTermSet",
        "Ontology",
        "ObjectProperty",
        "Dataset",
        "DatatypeProperty",
        "AnnotationProperty",
        "Property",
        "Organization",
        "Person",
        "WebPage",
        "WebSite",
        "Glossary",
    ]
)


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of an RDF document. Raises ``UnreadableError``, also if rdflib is not installed."""
    del chosen  # there are no columns
    graph = graph_of(document.text, document.filename)
    return _concepts(graph, document.text, document.language.split("-")[0].lower())


def graph_of(text: str, filename: str, most: int = MAX_BYTES) -> Any:
    """The text as a graph of rdflib. Raises ``UnreadableError``, also for more than ``most`` characters."""
    try:
        import rdflib
    except ImportError:
        raise UnreadableError(
            "import-format",
            "this is RDF, and the package that reads it is not installed",
            "pip install 'support-glossary[skos]', or export the terms as CSV",
        ) from None
    if len(text) > most:
        raise UnreadableError("import-too-large", f"the RDF has more than {most:,} characters", HINT)
    kind = _syntax(text, filename)
    if _PREFIX.search(text):
        raise _long_prefix()
    if kind == "json-ld":
        text = _closed(text)
    if kind == "xml":
        text = _without_entities(text)
        archive.check_tags(text.encode(), HINT)
    if kind in ("turtle", "trig"):
        text = "".join(_undeclared(text)) + text
    graph, several = rdflib.Graph(), rdflib.Dataset()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # warnings of rdflib about itself
            whole = several if kind in (*_SEVERAL.values(), "json-ld") else graph
            whole.parse(data=text, format=kind, publicID="http://glossary.invalid/")
            for subject, predicate, value, _ in several.quads():
                graph.add((subject, predicate, value))
    except RecursionError:
        raise UnreadableError("import-unreadable", "nested too deep to be read", HINT) from None
    except Exception as error:
        message = f"not readable as {kind}: {type(error).__name__} {error}"[:200].replace("\n", " ")
        raise UnreadableError("import-unreadable", message, HINT) from None
    return graph


_KNOWN = {
    "skos": SKOS, "rdfs": _RDFS, "owl": _OWL, "dct": _TERMS[0], "dcterms": _TERMS[0], "dc": _TERMS[1],
    "schema": _SCHEMAS[0], "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}  # fmt: skip


def _undeclared(text: str) -> Iterator[str]:
    """The common prefixes that a document uses and has not declared, before its first line."""
    for name, address in _KNOWN.items():
        used = re.search(rf"(?<![\w<:/#.-]){name}:[A-Za-z]", text)
        if used and not re.search(rf"\bprefix\s+{name}:", text, re.IGNORECASE):
            yield f"@prefix {name}: <{address}> . "


_SEVERAL = {".trig": "trig", ".nq": "nquads"}  # formats of several graphs, by their endings


def _long_prefix() -> UnreadableError:
    message = f"an address that short names stand for has more than {MAX_PREFIX:,} characters"
    return UnreadableError("import-too-large", message, HINT)


def _syntax(text: str, filename: str) -> str:
    ending = PurePosixPath(filename.lower()).suffix
    if ending in _SEVERAL:
        return _SEVERAL[ending]
    if text.lstrip()[:1] in ("{", "["):
        return "turtle" if ending in (".ttl", ".nt", ".n3") else "json-ld"
    return "xml" if text.lstrip()[:1] == "<" and ("<rdf:RDF" in text or "<?xml" in text[:200]) else "turtle"


def _without_entities(text: str) -> str:
    """RDF/XML with the words of its entities, which ontologies declare for the addresses of vocabularies."""
    text = declared.put_in(text.encode(), HINT).decode(errors="replace")
    if "<!DOCTYPE" in text:
        message = "the RDF declares the type of its document"
        raise UnreadableError("import-unreadable", message, "save it as Turtle, and import that")
    return text


def _closed(text: str) -> str:
    """JSON-LD that needs no download: known contexts are included, others are refused."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        message = f"not readable as JSON: {error}"[:200]
        raise UnreadableError("import-unreadable", message, "check the brackets, commas and quotes") from None
    return json.dumps(_local(value, 0))


def _local(value: Any, depth: int) -> Any:
    if depth > MAX_DEPTH:
        raise UnreadableError("import-unreadable", "nested too deep to be read", HINT)
    if isinstance(value, list):
        return [_local(item, depth + 1) for item in value]
    if not isinstance(value, dict):
        return value
    out = {}
    for key, inner in value.items():
        if key == "@import":
            raise UnreadableError("import-unreadable", "the JSON-LD imports a context from elsewhere", HINT)
        out[key] = _context(inner, depth + 1) if key == "@context" else _local(inner, depth + 1)
    return out


def _context(value: Any, depth: int) -> Any:
    if isinstance(value, list):
        return [_context(item, depth + 1) for item in value]
    if not isinstance(value, str):
        context = _local(value, depth)
        if _longest(context) > MAX_PREFIX:
            raise _long_prefix()
        return context
    own = value.split("://")[-1].rstrip("/#").removeprefix("www.schema.org").lower() or "schema.org"
    for known, context in _CONTEXTS.items():
        if own == known or own.startswith(f"{known}/"):
            return context
    raise UnreadableError(
        "import-unreadable",
        f"the JSON-LD takes its context from {value[:100]}, which is not fetched",
        "write the context into the file, or export the terms as CSV",
    )


def _longest(value: Any) -> int:
    """The length of the longest text in a value of JSON."""
    if isinstance(value, str):
        return len(value)
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return max(map(_longest, inside), default=0)


def _concepts(graph: Any, text: str, language: str) -> Reading:
    found: list[tuple[tuple[int, list[str]], Draft]] = []
    skipped: list[Skipped] = []
    left: dict[str, list[int]] = {}  # what is said of terms with other words: the lines, by word
    titles: list[tuple[int, int, str]] = []  # rank of the kind, place in the document, title
    places = _places(text)
    ends = [end.start() for end in re.finditer("\n", text)]
    for subject in dict.fromkeys(graph.subjects()):
        said: dict[str, list[Any]] = {}
        for predicate, value in graph.predicate_objects(subject):
            said.setdefault(str(predicate), []).append(value)
        kinds = {str(kind).rpartition("#")[2].rpartition("/")[2] for kind in said.get(_TYPE, [])}
        labels = _literals(graph, said, (*_NAME[:1], f"{_XL}prefLabel", *_NAME[1:]))
        texts = [one for key in _TEXT for one in _literals(graph, said, (key,))]
        place = min((places.get(str(one), len(text)) for one in labels or texts), default=len(text))
        line = bisect_right(ends, place) + 1 if place < len(text) else 1
        if why := _why_out(said, kinds, labels):
            skipped += [Skipped(line=line, text=str(one)[:200], why=why) for one in (labels or texts)[:1]]
            continue
        if labels and kinds & _NO_TERMS:
            titles += _titles(kinds, labels, language, places)
        if not labels or kinds & _NO_TERMS or not _is_term(kinds, said):
            continue
        hidden = _literals(graph, said, (f"{SKOS}hiddenLabel", f"{_XL}hiddenLabel"))
        own = [clean_name(str(one)) for one in hidden if _code(one) in ("", language)]
        draft = replace(_draft(graph, said, labels, line), search_as=tuple(dict.fromkeys(own)))
        found.append(((place, [str(one) for one in (*labels, *texts)]), draft))
        skipped += _in_others(hidden, language, line)
        for key in _beside(graph, said):
            left.setdefault(key, []).append(line)
    found.sort(key=lambda pair: pair[0])
    return Reading(
        title=min(titles)[2] if titles else "",
        drafts=tuple(draft for _, draft in found),
        skipped=(*skipped, *_not_taken(left)),
    )


def _in_others(hidden: Iterable[Any], language: str, line: int) -> Iterator[Skipped]:
    """The hidden labels in languages that are not the site's."""
    for one in hidden:
        if _code(one) not in ("", language):
            yield Skipped(line=line, text=str(one), why=f"hidden label in another language ({_code(one)})")


_RANKS = {"ConceptScheme": 0, "DefinedTermSet": 0, "Glossary": 0, "Ontology": 0, "Dataset": 1, "WebPage": 1,
          "WebSite": 1, "Collection": 2, "OrderedCollection": 2}  # fmt: skip


def _titles(
    kinds: set[str], labels: list[Any], language: str, places: Mapping[str, int]
) -> Iterator[tuple[int, int, str]]:
    """What may be the title of a document: a scheme before a collection, in the site's language first."""
    ranks = [_RANKS[kind] for kind in kinds if kind in _RANKS]
    if ranks:
        own = [str(one) for one in labels if _code(one) in ("", language)] or [str(labels[0])]
        yield min((min(ranks), places.get(one, MAX_BYTES), one) for one in own)


def _why_out(said: Mapping[str, list[Any]], kinds: set[str], labels: Sequence[Any]) -> str:
    """Why a concept is no entry; "" for one that is, and for what is no concept."""
    if not labels:
        return "concept without a label" if "Concept" in kinds else ""
    if kinds & _NO_TERMS or not _is_term(kinds, said):
        return ""
    old = any(str(one).lower() == "true" for one in said.get(f"{_OWL}deprecated", []))
    return "term out of use, as its source says" if old else ""


def _beside(graph: Any, said: Mapping[str, list[Any]]) -> Iterator[str]:
    """The words with which a term says what its entry does not take, such as a note beside a definition."""
    texts = [key for key in _TEXT if _literals(graph, said, (key,))]
    told = {str(one) for one in _literals(graph, said, _TEXT)}
    for key, values in said.items():
        if key not in _TAKEN:
            yield from (key for _ in values)
        elif key in texts[1:]:
            yield from (key for one in _literals(graph, said, (key,)) if str(one) not in told)


def _not_taken(left: Mapping[str, Sequence[int]]) -> Iterator[Skipped]:
    """What terms say with words that entries have no place for, each word once with how often."""
    for key, lines in sorted(left.items(), key=lambda pair: (_local_name(pair[0]), pair[0])):
        if not key.startswith(OWN):
            yield Skipped(line=min(lines), text=f"{_local_name(key)} ({len(lines)})", why=NO_PART)


def _local_name(key: str) -> str:
    return re.split(r"[/#:]", key)[-1] or key


_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def _places(text: str) -> dict[str, int]:
    """The first position of each quoted or marked-up text, because a graph has no document order."""
    out: dict[str, int] = {}
    quoted = ((found[1], found.start()) for found in _QUOTED.finditer(text))
    marked = ((html.unescape(found[1]).strip(), found.start()) for found in _MARKED.finditer(text))
    for said, place in (
        *quoted,
        *marked,
    ):  # each by itself: in Turtle, a label may stand between "<>" and "<a>"
        own = _escaped(said) if "\\" in said else said
        out[own] = min(place, out.get(own, place))
    return out


_QUOTED = re.compile(r'"((?:[^"\\\n]|\\.){1,300})"')
_MARKED = re.compile(r">([^<>]{1,300})<")


def _escaped(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"'))
    except ValueError:
        return text


def _is_term(kinds: set[str], said: Mapping[str, Any]) -> bool:
    """Whether a node is a concept, defined term or class, or untyped with a preferred label or text.

    An untyped node that only has a title is a list or a document.
    """
    if kinds & {
        "Concept",
        "DefinedTerm",
        "Class",
        "Term",
        "LexicalConcept",
        "LexicalEntry",
        "NamedIndividual",
    }:
        return True
    titles = {f"{own}title" for own in _TERMS}
    named = any(key in said for key in (*_NAME, f"{_XL}prefLabel") if key not in titles)
    return (
        f"{SKOS}prefLabel" in said
        or f"{SKOS}inScheme" in said
        or f"{_XL}prefLabel" in said
        or (named and any(key in said for key in _TEXT))
    )


def _literals(graph: Any, said: Mapping[str, list[Any]], keys: Iterable[str]) -> list[Any]:
    """The literals of the first key that has any, including labels and notes in separate nodes."""
    from rdflib import Literal, URIRef

    inner = (URIRef(f"{_XL}literalForm"), URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#value"))
    for key in keys:
        out = []
        for value in said.get(key, []):
            if isinstance(value, Literal):
                out.append(value)
            else:
                out += [one for own in inner for one in graph.objects(value, own) if isinstance(one, Literal)]
        if out:
            return sorted(out, key=lambda one: (one.language or "", str(one)))
    return []


def _idle(graph: Any, said: Mapping[str, list[Any]], labels: list[Any]) -> set[Any]:
    """The codes of a term that do not abbreviate its labels, or only repeat one: "hold" for "Hold"."""
    coded = (f"{SKOS}notation", *(f"{schema}termCode" for schema in _SCHEMAS))
    codes = {one for key in coded for one in _literals(graph, said, (key,))}
    same = {names.key(str(label)) for label in labels}
    same |= {names.key(word) for label in labels for word in names.fold(str(label)).split()}
    short = {one for one in codes if any(abbreviates(str(one), str(label)) for label in labels)}
    return {one for one in codes if one not in short or names.key(str(one)) in same}


def _draft(graph: Any, said: Mapping[str, list[Any]], labels: list[Any], line: int) -> Draft:
    idle = _idle(graph, said, labels)
    others = [
        one
        for key in (*_OTHER, f"{_XL}altLabel")
        for one in _literals(graph, said, (key,))
        if one not in idle
    ]
    texts = _literals(graph, said, _TEXT)
    if all(not one.language for one in (*labels, *others, *texts)):
        name, *more = (clean_name(str(one)) for one in labels)
        body = tuple(Piece(line=line, text=fragment.shown(str(one)).strip()) for one in texts)
        also = tuple(dict.fromkeys((*more, *(clean_name(str(one)) for one in others))))
        return Draft(name=name, line=line, how="concept", body=body, also=also)
    codes = dict.fromkeys(_code(one) for one in (*labels, *others, *texts))
    versions = tuple(
        Version(
            language=code,
            names=tuple(
                dict.fromkeys(clean_name(str(one)) for one in (*labels, *others) if _code(one) == code)
            ),
            texts=tuple(
                Piece(line=line, text=fragment.shown(str(one)).strip()) for one in texts if _code(one) == code
            ),
        )
        for code in codes
        if code
    )
    plain = [clean_name(str(one)) for one in labels if not _code(one)]
    also = tuple(clean_name(str(one)) for one in others if not _code(one))
    body = tuple(Piece(line=line, text=fragment.shown(str(one)).strip()) for one in texts if not _code(one))
    return Draft(
        name=plain[0] if plain else "",
        line=line,
        how="concept",
        also=(*plain[1:], *also),
        body=body,
        versions=versions,
    )


def _code(literal: Any) -> str:
    tag = str(literal.language or "")
    return tag_of(tag) or names.fold(tag).split(" ")[0]
