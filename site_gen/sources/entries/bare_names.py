"""Names of which a document says nothing, beside others that it explains: they are told, in every format."""

from __future__ import annotations

from dataclasses import replace

from site_gen.model import names
from site_gen.sources.draft import Draft, Reading, Skipped

WHY = "name without a text"


def told(reading: Reading) -> Reading:
    """The reading without such names; a list of names alone, and one that a person chose, stays as it is."""
    if not any(draft.body for draft in reading.drafts):
        return reading
    bare = [draft for draft in reading.drafts if _is_bare(draft)]
    if not bare:
        return reading
    left = set(map(id, bare))
    said = (name for one in reading.drafts if id(one) not in left for name in (one.name, *one.also))
    known = {names.key(name) for name in said}
    bare = [draft for draft in bare if names.key(draft.name) not in known]  # else printed a second time
    skipped = (Skipped(line=one.line, text=one.name, why=WHY, where=one.where) for one in bare)
    out = set(map(id, bare))
    drafts = tuple(draft for draft in reading.drafts if id(draft) not in out)
    return replace(reading, drafts=drafts, skipped=(*reading.skipped, *skipped))


def _is_bare(draft: Draft) -> bool:
    """Whether a draft has a name and nothing else; a name may tell its own abbreviation."""
    says = draft.body or draft.also or draft.says or draft.say_to_customer or draft.in_other_languages
    return not (says or draft.given or draft.term or draft.search_as or "(" in draft.name)
