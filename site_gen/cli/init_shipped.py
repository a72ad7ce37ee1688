"""What ``init --from support`` writes: the shipped terms in place of the starter's three."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_gen.checks.rules import CHECKS, EDITORIAL
from site_gen.checks.run import judge
from site_gen.corpus.disk import Tree
from site_gen.corpus.layout import PAGES, ROOT, UPSTREAM, WORDS
from site_gen.corpus.yaml import write
from site_gen.editing.upstream.adopt import adopted, upstream_setting
from site_gen.editing.upstream.edition import Edition
from site_gen.language import ENGLISH
from site_gen.model.problem import errors
from site_gen.model.records import Site

_PLUGIN = "  - glossary:\n"
_STARTER_TERMS = b"Start by changing the three terms that came with it."
_SHIPPED_TERMS = b"""\
The terms came with the tool; `LICENSE-shipped.md` says what you may do with them. Read one against how you
work, change what differs, and run `glossary review SLUG`. After an upgrade of the tool, `glossary upstream`
brings what is new in them."""
_WARNED = """\
      # The shipped terms are in English, and names are compared as the language of this site has them: what
      # `check` finds by that only warns. Take this out once the terms are in your language.
"""


def with_shipped(
    files: Mapping[str, bytes], edition: Edition, topics: Sequence[str], license_text: bytes, language: str
) -> Mapping[str, bytes]:
    """The files of ``starter`` with shipped terms in place of its own. Raises ``RefusedError``."""
    own = {
        path: data
        for path, data in files.items()
        if path.startswith((PAGES, WORDS)) or not path.startswith(ROOT)
    }
    terms = adopted(edition, topics)
    settings = upstream_setting(edition.name, topics) + _severities(terms, language)
    return {
        **own,
        **terms,
        "mkdocs.yml": files["mkdocs.yml"].replace(_PLUGIN.encode(), (_PLUGIN + settings).encode()),
        "README.md": files["README.md"].replace(_STARTER_TERMS, _SHIPPED_TERMS),
        "LICENSE-shipped.md": license_text,
        ".gitattributes": f"{UPSTREAM} -diff\n".encode(),  # written by commands, and long
    }


def _severities(terms: Mapping[str, bytes], language: str) -> str:
    """The lines of mkdocs.yml that let rules only warn by which English terms would be wrong in a language.

    Rules about names take the endings of one language for another's; a glossary has to build from the start.
    """
    if language.partition("-")[0] == ENGLISH:
        return ""
    problems, _ = judge(Tree(files=terms), Site(language=language), (*CHECKS, *EDITORIAL))
    codes: dict[str, write.Value] = {problem.code: "warning" for problem in errors(problems)}
    lines = write.lines({"severities": dict(sorted(codes.items()))}, 6) if codes else []
    return _WARNED * bool(lines) + "".join(f"{line}\n" for line in lines)
