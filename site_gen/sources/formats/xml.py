"""XML: detect the dialect of a document; other documents are read by their records, like other data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lxml import etree

from site_gen.sources.draft import Reading, UnreadableError
from site_gen.sources.formats import (
    book,
    data,
    data_languages,
    docx_flat,
    fragment,
    program_texts,
    senses,
    skos,
    stored,
    translations,
    xml_android,
    xml_dialects,
    xml_dictionaries,
    xml_fields,
    xml_spaces,
    xml_wiki,
    xml_wordpress,
)
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.xml_tree import HINT, parsed
from site_gen.sources.shape import boards
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.header_roles import role_of
from site_gen.sources.shape.language_codes import tag_of
from site_gen.sources.shape.lines import without_unseen
from site_gen.sources.shape.scope import names_glossary, says_words

_OF_PAGES = frozenset(
    ["p", "br", "b", "i", "em", "strong", "span", "div", "a", "ul", "ol", "li", "dl", "dt", "dd", "table",
     "tbody", "thead", "tr", "td", "th", "col", "colgroup", "h1", "h2", "h3", "h4", "h5", "h6", "code",
     "section"]
)  # fmt: skip
_INNER = (
    ("glossentry", "entries"),
    ("dlentry", "lists"),
    ("varlistentry", "lists"),
    ("definition_list_item", "lists"),
    ("def-item", "definitions"),
)
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


_BY_ROOT = {"dictionary": xml_dictionaries.read, "tmx": translations.tmx}


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of an XML document, by its dialect or by its records. Raises ``UnreadableError``."""
    from site_gen.sources.formats import html

    if stored.is_storage(document.text):
        return html.read(document, chosen)
    root = parsed(document.data or document.text.encode(), entities=True)
    kind = dialect(root)
    if kind == "rdf":
        return skos.read(document, chosen)
    if kind in ("wiki", "space"):
        pages = xml_wiki.pages_of(root) if kind == "wiki" else xml_spaces.pages(root)
        return _of_wiki(pages, document, chosen)
    if kind == "feed" and not says_words(_title_of(root)) and not boards.title_of(document.filename):
        raise UnreadableError("import-format", "this is a feed of news, no terms", HINT)
    if kind == "android":
        return xml_android.read(root, document, chosen)
    if kind in ("resx", "xliff", "qt"):
        return _of_program(root, kind, document, chosen)
    if kind in ("word", "flat"):
        return _of_office(root, kind, document, chosen)
    if kind == "topics":
        raise UnreadableError(
            "import-format", "this is a map of DITA, which names topics and has no terms itself",
            "import the folder that holds the topics",
        )  # fmt: skip
    if kind == "html":
        return html.read(document, chosen)
    if kind in _BY_ROOT:
        return _BY_ROOT[kind](root)
    if kind in xml_dialects.READERS:
        reading = xml_dialects.READERS[kind](root)
        if kind == "lists" and etree.QName(root).localname.lower() in book.ROOTS:
            reading = max(book.read(root), reading, key=lambda one: len(one.drafts))
        if reading.drafts:
            return reading
        if kind in ("moodle", "opml", "tbx"):
            raise UnreadableError("import-format", f"this is {kind.upper()} without names and texts", HINT)
    return _by_records(root, document, chosen)


def _of_program(root: Any, kind: str, document: Document, chosen: Chosen) -> Reading:
    """The entries of the texts of a program. Raises ``UnreadableError`` for those without a glossary."""
    if kind == "xliff" and (glossary := program_texts.glossary_of_xliff(root)):
        return glossary
    readers = {"xliff": program_texts.of_xliff, "qt": program_texts.of_qt, "resx": program_texts.of_resx}
    messages = readers[kind](root)
    called = kind == "xliff" and program_texts.is_glossary(root)
    return program_texts.read(messages, document, chosen, called=called)


def _of_office(root: Any, kind: str, document: Document, chosen: Chosen) -> Reading:
    """The entries of a document of an office program that is saved as one file of XML."""
    from site_gen.sources.formats import docx, odf

    if kind == "flat":
        return odf.flat(root, chosen, document.language)
    return docx.read(replace(document, text="", data=docx_flat.archived(root)), chosen)


def _by_records(root: Any, document: Document, chosen: Chosen) -> Reading:
    """The entries of the records in a document, or of the page that it is. Raises ``UnreadableError``."""
    others = xml_wordpress.without_others(root)
    reading = _of_data(root, document, chosen)
    reading = replace(reading, skipped=(*reading.skipped, *others))
    if not reading.drafts and _is_page(root):
        from site_gen.sources.formats import html

        reading = html.of_element(root, chosen)
    if not reading.drafts:
        raise UnreadableError(
            "import-format",
            f"this is XML (root <{_key(root.tag)[:60]}>) without records of a name and a text",
            HINT,
        )
    return reading


def _of_data(root: Any, document: Document, chosen: Chosen) -> Reading:
    xml_fields.in_one_language(root)
    xml_fields.without_letters(root)
    xml_fields.of_thesaurus(root)
    keyed = root.tag == "properties" or _names_are_tags(root) or _maps(root)  # names that map to texts
    value = senses.apart(data_languages.together(value_of(root)))
    file = document.filename
    reading = data.from_value(value, chosen, document.language, records_only=not keyed, file=file)
    return data.or_page(reading, value, document, chosen)


def _names_are_tags(root: Any) -> bool:
    """Whether the elements of a glossary are called as its terms are: "<hold>A part of …</hold>".

    Those in groups are set beside each other.
    """
    told = [one for one in root.iter() if isinstance(one.tag, str) and not len(one) and one is not root]
    named = {_key(one.tag) for one in told}
    texts = sum(" " in (one.text or "").strip() for one in told)
    enough = len(named) > 3 and min(len(named), texts) >= ALIKE * len(told)
    if not names_glossary(_key(root.tag)) or not enough or any(one.attrib for one in told):
        return False
    if any(one.getparent() is not root for one in told):
        root[:] = told
    return True


ALIKE = 0.9  # share of such elements


def _maps(root: Any) -> bool:
    """Whether a property list of Apple's only maps names to texts: "<key>Hold</key><string>A part of …"."""
    inner = list(root[0]) if root.tag == "plist" and len(root) == 1 and root[0].tag == "dict" else []
    return bool(inner) and all(one.tag == "string" and " " in (one.text or "").strip() for one in inner[1::2])


def _is_page(root: Any) -> bool:
    """Whether an XML document consists of the elements of pages, as wikis store theirs."""
    names = [_key(one.tag).lower() for one in root.iter() if isinstance(one.tag, str)]
    return 2 * sum(name in _OF_PAGES for name in names) >= len(names)


def _of_wiki(pages: Mapping[str, str], document: Document, chosen: Chosen) -> Reading:
    """The entries of the pages of a wiki, or of the one page that lists them all."""
    from site_gen.sources.formats import folder, html, mediawiki

    if len(pages) == 1:
        path, text = next(iter(pages.items()))
        read = mediawiki.read if path.endswith(".mediawiki") else html.read
        return read(replace(document, text=text), chosen)
    files = {path: text.encode() for path, text in pages.items()}
    return folder.read(replace(document, text="", files=files), chosen)


def _title_of(root: Any) -> str:
    """The title of a feed."""
    return (root.findtext("{*}title") or root.findtext("channel/title") or "").strip()


def _is_feed(root: Any) -> bool:
    """Whether a document is a feed of news or episodes, and no export of pages, tasks or a database."""
    name = etree.QName(root).localname.lower()
    own = {_key(one.tag).lower() for one in root.iter() if isinstance(one.tag, str)}
    return name in ("rss", "feed") and own.isdisjoint(("post_type", "project", "properties"))


_DIALECTS = {  # by the local name of the root
    "rdf": "rdf",
    "html": "html",
    "martif": "tbx",
    "tbx": "tbx",
    "mtf": "tbx",
    "opml": "opml",
    "map": "map",
    "glossary": "moodle",
    "mediawiki": "wiki",
    "hibernate-generic": "space",
    "xliff": "xliff",
    "ts": "qt",
    "tmx": "tmx",
    "lift": "dictionary",
    "xdxf": "dictionary",
    "fmpxmlresult": "columns",
}


def dialect(root: Any) -> str:
    """The dialect of a document by its root and content; "" if it is unknown."""
    name = etree.QName(root).localname.lower()
    if docx_flat.is_flat(root):
        return "word"
    if name == "document" and "opendocument" in (etree.QName(root).namespace or ""):
        return "flat"
    if name == "resources" and next(root.iter("string", "string-array"), None) is not None:
        return "android"
    if (
        name in ("map", "bookmap")
        and next(root.iter("topicref", "glossref", "keydef", "chapter"), None) is not None
    ):
        return "topics"
    if name == "root" and next(root.iter("resheader"), None) is not None:
        return "resx"
    if _DIALECTS.get(name) == "moodle" and next(root.iter("ENTRY"), None) is None:
        return "entries" if next(root.iter("{*}glossentry"), None) is not None else ""
    if (
        _DIALECTS.get(name) == "map"
        and next((one for one in root.iter("node") if "TEXT" in one.attrib), None) is None
    ):
        return ""
    if name in _DIALECTS:
        return _DIALECTS[name]
    if _is_feed(root):
        return "feed"
    if name in ("tei", "tei.2", "text", "body") and next(root.iter("{*}orth"), None) is not None:
        return "dictionary"
    if inner := _by_inner(root):
        return inner
    if name == "workbook" and "spreadsheet" in (etree.QName(root).namespace or ""):
        return "workbook"
    return "book" if name in book.ROOTS and next(root.iter("{*}title"), None) is not None else ""


def _by_inner(root: Any) -> str:
    """The dialect of a document by an element inside that no other has."""
    if any("iso:30042" in one.tag for one in root.iter("{*}termEntry", "{*}conceptEntry")):
        return "tbx"  # the terms of a standard
    for inner, kind in _INNER:
        if next(root.iter(f"{{*}}{inner}"), None) is not None:
            return kind
    titled = any(one.find("title") is not None for one in root.iter(*xml_dialects.TITLED))
    return "lists" if titled else ""


def _of_plist(element: Any) -> Value:
    """A value of Apple's property lists: keys stand before their values in a ``<dict>``."""
    line = element.sourceline or 1
    children = [child for child in element if isinstance(child.tag, str)]
    if element.tag == "dict":
        held = zip(children[::2], children[1::2], strict=False)
        pairs = ((Leaf(text=key.text or "", line=key.sourceline or 1), _of_plist(one)) for key, one in held)
        return Named(pairs=tuple(pairs), line=line)
    if element.tag in ("array", "plist"):
        items = tuple(map(_of_plist, children))
        return items[0] if element.tag == "plist" and items else Many(items=items, line=line)
    return Leaf(text=without_unseen(element.text or "").strip(), line=line)


def _of_properties(element: Any) -> Value:
    """The keys and texts of Java's properties in XML."""
    held = [
        (one.get("key", ""), (one.text or "").strip(), one.sourceline or 1) for one in element.iter("entry")
    ]
    pairs = (
        (Leaf(text=key, line=line), Leaf(text=without_unseen(text), line=line)) for key, text, line in held
    )
    return data.prepared(Named(pairs=tuple(pairs), line=element.sourceline or 1))


def value_of(element: Any) -> Value:
    """An element as data: attributes and children by name, repeated children as a list; else its text."""
    if element.tag == "plist":
        return data.prepared(_of_plist(element))
    if element.tag == "properties" and all("key" in one.attrib for one in element.iter("entry")):
        return _of_properties(element)
    children = [child for child in element if isinstance(child.tag, str)]
    attributes = [
        (Leaf(text=_key(name), line=element.sourceline or 1), Leaf(text=value, line=element.sourceline or 1))
        for name, value in element.attrib.items()
        if name != _LANG
    ]
    line = element.sourceline or 1
    if not children or _is_text(element, children):
        text = fragment.of_element(element) if children else without_unseen(element.text or "").strip()
        if not attributes or (
            not text and set(element.attrib) == {"value"}
        ):  # <definition value="A place …"/>
            return Leaf(text=text or without_unseen(element.get("value", "")).strip(), line=line)
        if _key(element.tag).lower() in ("abbr", "acronym", "abbreviation") and element.get("title") and text:
            long = Leaf(text=element.get("title"), line=line)
            names = (Leaf(text="abbreviation", line=line), Leaf(text="long form", line=line))
            return Named(pairs=((names[0], Leaf(text=text, line=line)), (names[1], long)), line=line)
        said = ((Leaf(text="text", line=line), Leaf(text=text, line=line)),) if text else ()
        return Named(pairs=(*attributes, *said), line=line)
    if turns := _in_turns(children):
        return turns
    if key := xml_fields.key_of(children):
        return Named(pairs=tuple(_field(child, key) for child in children), line=line)
    pairs: dict[str, list[Any]] = {}
    for child in children:
        pairs.setdefault(_key(child.tag), []).append(child)
    out = [*attributes]
    for key, own in pairs.items():
        head = Leaf(text=key, line=own[0].sourceline or 1)
        out.append((head, _group(own)))  # type: ignore[arg-type]
    return Named(pairs=tuple(out), line=line)


def _field(element: Any, key: str) -> tuple[Leaf, Value]:
    """The name of a field, which an attribute tells, and what it holds: its content, or another attribute."""
    name = Leaf(text=element.get(key), line=element.sourceline or 1)
    if not len(element) and not (element.text or "").strip():
        element.text = element.get("value", "")
    for own in list(element.attrib):
        del element.attrib[own]
    return name, value_of(element)


_HEADS = frozenset(["head", "title", "caption"])  # over the names and texts of a list


def _in_turns(children: list[Any]) -> Value | None:
    """Children of two kinds that take turns, names and texts, as records; None for other children."""
    children = children[_key(children[0].tag).lower() in _HEADS :]
    kinds = [_key(child.tag) for child in children]
    first, second = kinds[:2] if len(kinds) > 1 else ("", "")
    if len(kinds) < 4 or len(kinds) % 2 or first == second or role_of(first) != "name":
        return None
    if set(kinds[::2]) != {first} or set(kinds[1::2]) != {second}:
        return None
    text = second if role_of(second) == "text" else "definition"
    items = []
    for name, said in zip(children[::2], children[1::2], strict=True):
        line = name.sourceline or 1
        keys = (Leaf(text=first, line=line), Leaf(text=text, line=said.sourceline or 1))
        items.append(Named(pairs=((keys[0], value_of(name)), (keys[1], value_of(said))), line=line))
    return Many(items=tuple(items), line=items[0].line)


def _group(own: list[Any]) -> Value:
    languages = [child.get(_LANG, "") for child in own]
    if all(languages):
        pairs: dict[str, list[Value]] = {}
        for language, child in zip(languages, own, strict=True):
            pairs.setdefault(tag_of(language) or language.lower(), []).append(value_of(child))
        line = own[0].sourceline or 1
        return Named(
            pairs=tuple(
                (
                    Leaf(text=language, line=line),
                    values[0] if len(values) == 1 else Many(items=tuple(values), line=line),
                )
                for language, values in pairs.items()
            ),
            line=line,
        )
    values = tuple(value_of(child) for child in own)
    return values[0] if len(values) == 1 else Many(items=values, line=own[0].sourceline or 1)


def _key(tag: str) -> str:
    return etree.QName(tag).localname


_MARKUP = frozenset(
    ["p", "br", "b", "i", "em", "strong", "u", "ul", "ol", "li", "a", "span", "div", "code", "sub", "sup"]
)


def _is_text(element: Any, children: list[Any]) -> bool:
    """Whether an element contains running text: words between its children, or page markup."""
    if any((child.tail or "").strip() for child in children) or (element.text or "").strip():
        return True
    return all(
        _key(child.tag).lower() in _MARKUP
        for child in element.iterdescendants()
        if isinstance(child.tag, str)
    )
