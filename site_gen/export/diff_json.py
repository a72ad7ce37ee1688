"""A difference as data, for tools that decide on it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from site_gen.history.changes import TermChange
from site_gen.history.difference import Difference
from site_gen.model.problem import Problem

FORMAT = 1


def diff_json(difference: Difference) -> str:
    data = {
        "format": FORMAT,
        "changed": difference.changed,
        "terms": [_term(change) for change in difference.terms],
        "others": [
            {"what": other.what, "name": other.name, "kind": other.kind, "fields": _fields(other.fields)}
            for other in difference.others
        ],
        "near_duplicates": [asdict(pair) for pair in difference.duplicates],
        "pages": difference.pages,
        "affected": difference.affected,
        "unread_before": [_problem(problem) for problem in difference.unread_before],
        "unread_after": [_problem(problem) for problem in difference.unread_after],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _term(change: TermChange) -> Mapping[str, Any]:
    return {
        "slug": change.slug,
        "name": change.name,
        "kinds": change.kinds,
        "old_slug": change.before.slug if change.before else None,
        "old_name": change.before.title if change.before else None,
        "into": change.into or None,
        "redirected": change.redirected,
        "fields": _fields(change.fields),
        "gained": [relation._asdict() for relation in change.gained],
        "lost": [relation._asdict() for relation in change.lost],
    }


def _fields(fields: Any) -> list[Mapping[str, str]]:
    return [{"field": field.name, "before": field.before, "after": field.after} for field in fields]


def _problem(problem: Problem) -> Mapping[str, Any]:
    return {"path": problem.path, "line": problem.line, "code": problem.code, "message": problem.sentence()}
