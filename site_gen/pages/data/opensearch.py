"""``opensearch.xml``: a browser's address bar asks the lookup directly.

OpenSearch 1.1 (https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md). What is typed
stands after ``#``, which a browser never sends: no server logs it.
"""

from __future__ import annotations

from html import escape
from mimetypes import guess_type

from site_gen.model.records import Site
from site_gen.text.plain import visible

NAME = 16  # letters that a ShortName may have
WORDS = 1024  # letters that a Description may have


def opensearch_xml(site: Site) -> str:
    """The description; it needs the site's full address."""

    def text(value: str) -> str:
        return escape(" ".join(visible(value).split()))

    return f"""<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{text(site.name[:NAME])}</ShortName>
  <Description>{text((site.description or site.name)[:WORDS])}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image type="{guess_type(site.favicon)[0]}">{text(site.absolute(site.favicon))}</Image>
  <Url type="text/html" template="{text(site.absolute("index.html"))}#q={{searchTerms}}"/>
</OpenSearchDescription>
"""
