"""The pages in the export of a MediaWiki, as the files of a folder."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

_REDIRECT = re.compile(
    r"\A\s*#\s*[^\W\d_]{4,20}:?\s*\[\[:?([^\[\]|#\n]{1,300})[^\[\]\n]{0,300}\]\].*", re.DOTALL
)
_OWN_SPACES = {"6": "File", "14": "Category"}  # by their numbers, as every MediaWiki understands them


def pages_of(root: Any) -> dict[str, str]:
    """The pages in the export of a wiki by their files; templates and pages about others are left out.

    The main page is the index of the folder; categories and files are called so in the wiki's own language.
    """
    pages: dict[str, str] = {}
    main = unquote((root.findtext("{*}siteinfo/{*}base") or "").rpartition("/")[2]).replace("_", " ")
    own = {
        one.text.strip(): _OWN_SPACES[one.get("key")]
        for one in root.iterfind("{*}siteinfo/{*}namespaces/{*}namespace")
        if one.get("key") in _OWN_SPACES and (one.text or "").strip()
    }
    begun = re.compile(rf"(?<=\[\[)(?:{'|'.join(map(re.escape, own)) or '(?!)'})(?=:)", re.IGNORECASE)
    spaces = {name.lower(): space for name, space in own.items()}
    for page in root.iter("{*}page"):
        title = (page.findtext("{*}title") or "").strip().replace("/", "∕")
        text = next((one.text or "" for one in page.iter("{*}text")), "")
        if title and (page.findtext("{*}ns") or "0").strip() == "0":
            text = begun.sub(lambda found: spaces.get(found[0].lower(), found[0]), text)
            name = "index" if title == main else title
            pages[f"{name}.mediawiki"] = _REDIRECT.sub(r"See \1.", text, count=1)
    return pages
