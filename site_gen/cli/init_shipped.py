"""What ``init --from support`` writes: the shipped terms in place of the starter's three."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_gen.cli.init_readme import README, with_shipped_terms
from site_gen.corpus.layout import PAGES, ROOT, UPSTREAM, WORDS
from site_gen.editing.upstream.adopt import adopted, upstream_setting
from site_gen.editing.upstream.edition import Edition

_PLUGIN = "  - glossary:\n"


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
        README: with_shipped_terms(files[README].decode()).encode(),
        "LICENSE-shipped.md": license_text,
        ".gitattributes": f"{UPSTREAM} -diff\n".encode(),  # written by commands, and long
    }
