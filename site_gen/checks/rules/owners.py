"""Rules on the people who answer for terms."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.corpus.load import Loaded
from site_gen.model.owners import people
from site_gen.model.problem import Problem
from site_gen.model.records import Site
from site_gen.model.suggest import did_you_mean


def deputies(loaded: Loaded, site: Site) -> Iterator[Problem]:
    """A deputy is somebody else who is listed, in glossary/owners.yaml or in the settings."""
    listed = people(loaded.glossary, site)
    for owner in listed.values():
        if not owner.deputy or (owner.deputy in listed and owner.deputy != owner.name):
            continue
        others = [name for name in listed if name != owner.name]
        if owner.deputy == owner.name:
            message, hint = f"'{owner.name}' is their own deputy", "name somebody else, or delete the line"
        else:
            message = f"the deputy of '{owner.name}' is '{owner.deputy}', who is not in the list"
            hint = did_you_mean(owner.deputy, others, f"add an entry '{owner.deputy}:' with a mail or chat")
        yield Problem(
            path=owner.origin.path, line=owner.origin.at(owner.name, "deputy"), code="owner-deputy",
            message=message, hint=hint,
        )  # fmt: skip
