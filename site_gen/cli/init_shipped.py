"""What ``init --from support`` writes: the shipped terms in place of the starter's three."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_gen.corpus.layout import PAGES, ROOT, UPSTREAM, WORDS
from site_gen.editing.upstream.adopt import adopted, upstream_setting
from site_gen.editing.upstream.edition import Edition

_PLUGIN = "  - glossary:\n"
_STARTER_TERMS = b"Start by changing the three terms that came with it."
_SHIPPED_TERMS = b"""\
The terms came with the tool; `LICENSE-shipped.md` says what you may do with them. Read one against how you
work, change what differs, and run `glossary review SLUG`. After an upgrade of the tool, `glossary upstream`
brings what is new in them."""


def with_shipped(
    files: Mapping[str, bytes], edition: Edition, topics: Sequence[str], license_text: bytes
) -> Mapping[str, bytes]:
    """The files of ``starter`` with shipped terms in place of its own. Raises ``RefusedError``."""
    own = {
        path: data
        for path, data in files.items()
        if path.startswith((PAGES, WORDS)) or not path.startswith(ROOT)
    }
    terms = adopted(edition, topics)
    settings = upstream_setting(edition.name, topics)
    return {
        **own,
        **terms,
        "mkdocs.yml": files["mkdocs.yml"].replace(_PLUGIN.encode(), (_PLUGIN + settings).encode()),
        "README.md": files["README.md"].replace(_STARTER_TERMS, _SHIPPED_TERMS),
        "LICENSE-shipped.md": license_text,
        ".gitattributes": f"{UPSTREAM} -diff\n".encode(),  # written by commands, and long
    }
