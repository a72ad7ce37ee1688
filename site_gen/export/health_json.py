"""The health of a glossary as data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from site_gen.checks.health import STATUSES, Count, Health
from site_gen.checks.owners import Ownership
from site_gen.checks.reviews import Due

FORMAT = 1


def health_json(health: Health) -> str:
    data = {
        "format": FORMAT,
        "terms": health.terms,
        "today": health.today.isoformat() if health.today else None,
        "by_status": _counts(health.statuses),
        "by_level": _counts(health.levels),
        "by_topic": _counts(health.topics),
        "by_source": _counts(health.sources),
        "missing": [{"what": one.what, "terms": [term.slug for term in one.terms]} for one in health.missing],
        "due": due_data(health.due),
        "owners": {
            "without_contact": _owners(health.unreachable),
            "not_listed": _owners(health.unlisted),
            "terms_without_owner": [term.slug for term in health.unowned],
        },
        "orphans": [term.slug for term in health.orphans],
        "undefined": [{"phrase": one.phrase, "terms": one.terms} for one in health.undefined],
        "longest": [{"term": one.term.slug, "characters": one.value} for one in health.longest],
        "hardest": [{"term": one.term.slug, "grade": one.value} for one in health.hardest],
        "links": health.links,
        "most_linked": [asdict(one) for one in health.linked],
        "never_linked": [{"label": one.label, "mentions": one.number} for one in health.never_linked],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _owners(owners: Iterable[Ownership]) -> list[Mapping[str, Any]]:
    return [{"name": one.owner.name, "terms": [term.slug for term in one.terms]} for one in owners]


def due_data(due: Iterable[Due]) -> list[Mapping[str, Any]]:
    return [
        {
            "term": one.term.slug,
            "owner": one.owner,
            "why": one.why,
            "since": one.since.isoformat() if one.since else None,
            "reviewed": one.term.reviewed.isoformat() if one.term.reviewed else None,
        }
        for one in due
    ]


def _counts(counts: Iterable[Count]) -> list[Mapping[str, Any]]:
    return [
        {"id": one.id, "name": one.name, "terms": one.number, **dict(zip(STATUSES, one.parts, strict=True))}
        for one in counts
    ]
