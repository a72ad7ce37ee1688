"""How people can be reached: which addresses may stand in a page, and which handles a code host knows.

Each kind is one pattern, which the reader of the corpus, the settings and the JSON Schemas share. The
patterns are strict, because a page makes a link of what they let through: an address of mail holds nothing
that adds a header or a second reader, and a chat is an https address that names its host in plain letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

ContactKind = Literal["mail", "https", "handle"]

_MAIL = r"[A-Za-z0-9][A-Za-z0-9._+'~=-]*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"
_USER = r"@[A-Za-z0-9][A-Za-z0-9-]*(/[A-Za-z0-9][A-Za-z0-9_.-]*)?"
PATTERNS: Mapping[ContactKind, str] = {
    "mail": f"^{_MAIL}$",
    "https": r"^https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:[0-9]{1,5})?([/?#][!#-;=?-\[\]_a-z~]*)?$",
    # https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
    "handle": f"^({_USER}|{_MAIL})( +({_USER}|{_MAIL}))*$",
}
EXPECTED: Mapping[ContactKind, tuple[str, str]] = {
    "mail": ("an address of mail", "write it like ana@example.org"),
    "https": ("an https address", "write it like https://chat.example.org/ana"),
    "handle": ("an account on the code host", 'write it like "@ana" or "@desk/leads"'),
}
MOST = 500  # characters of an address
_COMPILED = {kind: re.compile(pattern) for kind, pattern in PATTERNS.items()}


def is_contact(kind: ContactKind, text: str) -> bool:
    """Whether the text is an address or handle of that kind."""
    return len(text) <= MOST and bool(_COMPILED[kind].fullmatch(text))


def handles_in(text: str) -> tuple[str, ...]:
    """The handles in a text that holds nothing else; none where anything in it is no handle."""
    return tuple(text.split()) if is_contact("handle", " ".join(text.split())) else ()
