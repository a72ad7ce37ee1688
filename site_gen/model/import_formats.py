"""The formats that ``glossary import`` reads; help, documentation, schema and readers all use this table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFormat:
    """One file format of glossaries.

    ``reader`` is the module in ``site_gen/sources/formats`` whose function ``read`` reads the format.
    ``endings`` are the file name extensions of the format. ``binary`` is true if ``read`` takes bytes instead
    of decoded text. ``extra`` names the optional dependencies that the module needs. ``reads`` tells people
    which parts of the format are read.
    """

    reader: str
    endings: tuple[str, ...]
    reads: str
    binary: bool = False
    extra: str = ""


FORMATS: Mapping[str, ImportFormat] = {
    "text": ImportFormat(
        reader="plain", endings=(".txt", ".text"),
        reads="plain text: a name and its text in a line, names over texts, records of labelled lines",
    ),
    "markdown": ImportFormat(
        reader="markdown", endings=(".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd"),
        reads="Markdown: headings, bold names, lists, tables, definition lists",
    ),
    "html": ImportFormat(
        reader="page_scripts", endings=(".html", ".htm", ".xhtml"),
        reads="web pages: definition lists, tables, headings, folded sections",
    ),
    "csv": ImportFormat(
        reader="delimited", endings=(".csv",), reads="tables parted by commas, semicolons or bars",
    ),
    "tsv": ImportFormat(reader="delimited", endings=(".tsv", ".tab"), reads="tables parted by tabs"),
    "xlsx": ImportFormat(
        reader="xlsx", endings=(".xlsx", ".xlsm"), binary=True, reads="Excel workbooks, all their sheets",
    ),
    "docx": ImportFormat(
        reader="docx", endings=(".docx", ".docm"), binary=True,
        reads="Word documents: tables, headings, bold names, lines with a tab; no footnotes and comments",
    ),
    "odt": ImportFormat(
        reader="odf", endings=(".odt",), binary=True, reads="OpenDocument texts, as Word documents",
    ),
    "ods": ImportFormat(
        reader="odf", endings=(".ods",), binary=True, reads="OpenDocument sheets, as Excel workbooks",
    ),
    "epub": ImportFormat(
        reader="epub", endings=(".epub",), binary=True, reads="e-books: their chapters as web pages",
    ),
    "mht": ImportFormat(
        reader="mht", endings=(".mht", ".mhtml", ".eml"), binary=True,
        reads="web archives and saved mails: the page in them, or their text, or what is attached",
    ),
    "xml": ImportFormat(
        reader="xml",
        endings=(".xml", ".dita", ".ditamap", ".dbk", ".docbook", ".tbx", ".opml", ".mm", ".lift", ".xdxf",
                 ".tmx", ".xlf", ".xliff", ".resx", ".resw", ".flglo", ".glo", ".fodt", ".fods"),
        reads="XML: DocBook, DITA, TBX, TMX, XLIFF, Moodle, OPML, mind maps, TEI, LIFT; any other by its "
        "records",
    ),
    "skos": ImportFormat(
        reader="skos", endings=(".ttl", ".nt", ".n3", ".trig", ".nq", ".rdf", ".owl", ".jsonld"),
        extra="skos",
        reads="SKOS, defined terms of schema.org: Turtle, TriG, RDF/XML, JSON-LD (with the extra `skos`)",
    ),
    "obo": ImportFormat(
        reader="obo", endings=(".obo",), reads="OBO: terms of ontologies with their definitions",
    ),
    "sfm": ImportFormat(
        reader="sfm", endings=(".sfm", ".mdf"),
        reads="standard format markers, as Toolbox and other programs for dictionaries write",
    ),
    "lingvo": ImportFormat(
        reader="lingvo", endings=(".dsl",), reads="dictionaries of ABBYY Lingvo: words with their cards",
    ),
    "tiddlywiki": ImportFormat(
        reader="tiddlywiki", endings=(".tid",),
        reads="tiddlers of TiddlyWiki; whole wikis as their page (.html) or as JSON",
    ),
    "yaml": ImportFormat(
        reader="data", endings=(".yaml", ".yml"), reads="YAML: lists or mappings of entries, nested or not",
    ),
    "json": ImportFormat(
        reader="json_files", endings=(".json", ".jsonl", ".ndjson", ".arb", ".xcstrings"),
        reads="JSON likewise, or a record a line",
    ),
    "toml": ImportFormat(reader="data", endings=(".toml",), reads="TOML likewise"),
    "properties": ImportFormat(
        reader="properties", endings=(".properties", ".strings"),
        reads="keys and their texts, as Java and Apple keep them",
    ),
    "gettext": ImportFormat(
        reader="translations", endings=(".po", ".pot"),
        reads="gettext: words whose comments say what they mean, or pages with a glossary",
    ),
    "sql": ImportFormat(
        reader="sql", endings=(".sql",),
        reads="dumps of databases: the rows that are written into tables of terms; nothing is run",
    ),
    "javascript": ImportFormat(
        reader="script", endings=(".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", ".jsx", ".tsx", ".py",
                 ".php", ".rb", ".vue", ".svelte"),
        reads="lists of terms that JavaScript, TypeScript, Python, PHP and Ruby write out; no program is run",
    ),
    "asciidoc": ImportFormat(
        reader="asciidoc", endings=(".adoc", ".asciidoc", ".asc"),
        reads="AsciiDoc: labelled lists, tables, sections",
    ),
    "mediawiki": ImportFormat(
        reader="mediawiki", endings=(".mediawiki", ".mw"),
        reads="MediaWiki text: definition lists, tables, sections",
    ),
    "dokuwiki": ImportFormat(
        reader="dokuwiki", endings=(".dokuwiki", ".doku"), reads="DokuWiki text: sections, lists, tables",
    ),
    "jira": ImportFormat(
        reader="jira", endings=(".jira",), reads="wiki text of Jira and Confluence: tables, lists, headings",
    ),
    "org": ImportFormat(
        reader="org", endings=(".org",), reads="Org mode: description lists, tables, headings",
    ),
    "latex": ImportFormat(
        reader="latex", endings=(".tex", ".ltx", ".latex", ".bib"),
        reads="LaTeX: entries and acronyms of the glossary packages, description lists, "
        "macros with name and text",
    ),
    "cards": ImportFormat(
        reader="flash_cards", endings=(), reads="flash cards that Anki exports as text: front and back",
    ),
    "folder": ImportFormat(
        reader="folder", endings=(), binary=True,
        reads="folders of pages, one term a page: sites of Hugo and Jekyll, wikis, vaults, exports of notes",
    ),
    "zip": ImportFormat(reader="zipped", endings=(".zip",), binary=True, reads="archives of such a folder"),
    "rst": ImportFormat(
        reader="rst", endings=(".rst", ".rest"),
        reads="reStructuredText: glossaries of Sphinx, definition lists, tables, sections",
    ),
}  # fmt: skip
