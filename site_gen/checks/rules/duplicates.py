"""Terms that may be one concept: found before they land, and raised no more once an editor has ruled."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.checks.corpus import still_in_english
from site_gen.corpus.load import Loaded
from site_gen.match.duplicates import near_duplicates
from site_gen.model.problem import Problem, Severity


def near(loaded: Loaded) -> Iterator[Problem]:
    """A pair is raised in the draft of the two, or in the one that comes later by its slug."""
    by_slug = loaded.glossary.by_slug
    for pair in near_duplicates(loaded.glossary):
        first, second = by_slug[pair.one], by_slug[pair.other]
        if still_in_english((first, second), loaded.glossary):
            continue
        only_first_is_draft = first.status == "draft" and second.status != "draft"
        term, other = (first, second) if only_first_is_draft else (second, first)
        severity: Severity = "error" if term.is_finished else "warning"
        yield Problem(
            path=term.origin.path,
            line=term.origin.at("name"),
            code="near-duplicate",
            message=f"'{term.name}' may be '{other.name}' ({other.slug}), score {pair.score:g}: {pair.why}",
            hint=f"merge the two, or rule: contrast, broader or distinct with {other.slug}",
            severity=severity,
        )
