"""What the workflow for reviews opens on the code host: one issue for each owner, as data.

The workflow puts an issue together from ``head``, the lines of the terms, and ``foot``, and leaves a term out
that is no longer due. Everything that stands in an issue is escaped here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from site_gen.checks.reviews import NOBODY, Due, of_owner
from site_gen.export.diff_md import escaped
from site_gen.export.health_md import linked
from site_gen.model.contact import is_contact
from site_gen.model.owners import handles_of, names_in
from site_gen.model.records import Owner, Site

FORMAT = 1
_HOW = (
    "Read each against practice. Change first what does not hold. Then tick it here, or write a comment "
    "`reviewed: slug, slug`: a pull request with the review is made of it."
)


def review_issues(due: Sequence[Due], site: Site, listed: Mapping[str, Owner], today: date | None) -> str:
    """``{format, month, most, people, owners: [{key, name, users, title, head, due: [{slug, line}]}]}``.

    ``people`` leads from an account on the host, in small letters, to the name of its owner; ``users`` are
    the accounts whose word counts for an owner; ``most`` is how many terms an issue may ask for in a month.
    Every owner who is listed is there, also one with nothing due.
    """
    names = dict.fromkeys((*sorted(listed), *(name for one in due for name in names_in(one.owner))))
    owners = [_owner(name, of_owner(due, name), site, listed) for name in names]
    data = {
        "format": FORMAT,
        "month": f"{today:%Y-%m}" if today else "",
        "most": site.reviews_a_month,
        "people": {user: name for name in names for user in _users(name, listed)},
        "owners": owners,
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _owner(name: str, due: Iterable[Due], site: Site, listed: Mapping[str, Owner]) -> Mapping[str, Any]:
    called = [handle for handle in handles_of(name, listed) if handle.startswith("@")]
    who = "These terms have no owner." if name == NOBODY else f"{' '.join(called) or escaped(name)}:"
    return {
        "key": sha256(name.encode()).hexdigest()[:16],
        "name": name,
        "users": _users(name, listed),
        "title": f"Reviews that are due: {name}",
        "head": f"{who} {_HOW}",
        "due": [
            {
                "slug": one.term.slug,
                "line": f"`{one.term.slug}` {linked(one, site, with_slug=False)}: {one.said()}",
            }
            for one in due
        ],
    }


def _users(name: str, listed: Mapping[str, Owner]) -> list[str]:
    """Accounts of single people: the host tells nobody who is in a team, and an address is no account."""
    handles = handles_of(name, listed)
    return [handle[1:].lower() for handle in handles if "/" not in handle and not is_contact("mail", handle)]
