"""Names of which a document says nothing, or nothing yet, beside others that it explains: they are told."""

from __future__ import annotations

from dataclasses import replace

from site_gen.model import names
from site_gen.sources.draft import Draft, Reading, Skipped
from site_gen.sources.shape.blocks import abbreviates, is_placeholder

WHY = "name without a text"
NOT_YET = "a text that is still to be written"
SENTENCES = 4  # words of most texts of a list that explains, and does not only translate, its names


def told(reading: Reading) -> Reading:
    """The reading without such names; a list of names alone, and one that a person chose, stays as it is."""
    if not any(draft.body for draft in reading.drafts):
        return reading
    reading = _without_unwritten(reading)
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


def _without_unwritten(reading: Reading) -> Reading:
    """The reading without entries whose whole text is "TODO" or the like, where most others tell more."""
    end = max(range(len(reading.drafts)), key=lambda place: (reading.drafts[place].line, place))
    unwritten = [draft for place, draft in enumerate(reading.drafts) if _is_unwritten(draft, place == end)]
    rest = len(reading.drafts) - len(unwritten)
    told = [draft for draft in reading.drafts if draft.body and len(draft.body[0].text.split()) >= SENTENCES]
    if not unwritten or 2 * len(told) <= rest:
        return reading
    left = {id(draft): f"{draft.name}: {draft.body[0].text}" for draft in unwritten}
    skipped = (Skipped(line=one.line, text=left[id(one)], why=NOT_YET, where=one.where) for one in unwritten)
    drafts = tuple(draft for draft in reading.drafts if id(draft) not in left)
    return replace(reading, drafts=drafts, skipped=(*reading.skipped, *skipped))


def _is_unwritten(draft: Draft, last: bool) -> bool:
    """Whether the text of an entry only says that it has yet to be written; "TBD" may be a term itself."""
    text = draft.body[0].text.strip() if len(draft.body) == 1 else ""
    if last and text and draft.how == "label" and is_placeholder(draft.name) and not draft.name.isupper():
        return True  # "To be completed: …" below all entries
    if not text or draft.given or draft.says or draft.say_to_customer or is_placeholder(draft.name):
        return False
    return is_placeholder(text) and not abbreviates(draft.name, text)
