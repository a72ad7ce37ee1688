"""Documents in several languages: use the language of the site, keep other names, report other texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from site_gen.model.languages import meant_language
from site_gen.model.names import fold
from site_gen.sources.draft import Draft, Piece, Reading, Skipped, Version
from site_gen.sources.shape import stated_language, tongue
from site_gen.sources.shape.language_codes import base_of

TOLD = 3  # texts from which their language can be told


def in_language(reading: Reading, language: str) -> Reading:
    """The reading with each draft in one language: the language of the site where the document has it."""
    code = meant_language(language) or base_of(language)
    reading = _by_statement(reading, base_of(code))
    if not any(draft.versions for draft in reading.drafts):
        return reading
    reading = _with_regions(reading, code)
    named = _taken(reading.drafts, code, names=True)
    told = _taken(reading.drafts, code, names=False)
    drafts, skipped = [], []
    explained = any(draft.body or any(one.texts for one in draft.versions) for draft in reading.drafts)
    for draft in reading.drafts:
        settled, left = _settled(draft, named or ("" if draft.name else code), told)
        skipped.extend(left)
        if explained and not settled.body and _is_foreign(draft, named):
            why = f"name in another language ({draft.versions[0].language}), without a text in this one"
            skipped.append(Skipped(line=draft.line, text=settled.name, why=why, where=draft.where))
        else:
            drafts.append(settled)
    columns = {column: _column(role, named, told) for column, role in reading.columns.items()}
    kept = tuple(draft for draft in drafts if draft.name)
    return replace(reading, drafts=kept, skipped=(*reading.skipped, *skipped), columns=columns)


def _with_regions(reading: Reading, site: str) -> Reading:
    """The reading with the versions of all regions that the language of the site stands for as one.

    A site in ``en`` takes ``en-GB`` and ``en-US``; one in ``pt-BR`` takes that, else ``pt``, else any other.
    """
    tags = list(dict.fromkeys(one.language for draft in reading.drafts for one in draft.versions))
    own = _in_range(tags, site)
    if own in ([], [site]):
        return reading
    columns = {column: _of_site(role, own, site) for column, role in reading.columns.items()}
    drafts = [replace(draft, versions=_as_one(draft.versions, own, site)) for draft in reading.drafts]
    return replace(reading, drafts=tuple(drafts), columns=columns)


def _in_range(tags: Sequence[str], site: str) -> list[str]:
    """The tags that stand for the language of the site, the best one first (RFC 4647)."""
    own = [tag for tag in tags if tag == site or tag.startswith(f"{site}-")]
    own = own or [tag for tag in tags if tag == base_of(site)]
    return sorted(own or [tag for tag in tags if base_of(tag) == base_of(site)], key=lambda tag: tag != site)


def _of_site(role: str, own: Sequence[str], site: str) -> str:
    kind, sign, tag = role.partition("@")
    return f"{kind}@{site}" if sign and tag in own else role


def _as_one(versions: Sequence[Version], own: Sequence[str], site: str) -> tuple[Version, ...]:
    """The versions with those of some regions as one: all of their names, and the first text."""
    regional = [one for tag in own for one in versions if one.language == tag]
    if not regional:
        return tuple(versions)
    told = next((one for one in regional if one.texts), regional[0])
    joined = Version(
        language=site,
        names=tuple(dict.fromkeys(label for one in regional for label in one.names)),
        texts=told.texts,
        beside=all(one.beside for one in regional),
    )
    said = [piece.text for piece in told.texts]
    left = [replace(one, names=(), texts=_others(one.texts, said)) for one in regional]
    others = [one for one in versions if one.language not in own]
    return (joined, *(one for one in left if one.texts), *others)


def _others(texts: Sequence[Piece], said: Sequence[str]) -> tuple[Piece, ...]:
    return tuple(piece for piece in texts if piece.text not in said)


def _is_foreign(draft: Draft, named: str) -> bool:
    """Whether a draft has a name in other languages only than the one that is taken."""
    return bool(named and draft.versions) and not draft.name and not _has(draft.versions, named, names=True)


def _by_statement(reading: Reading, own: str) -> Reading:
    """The reading without drafts whose row, record or page states another language, which are told.

    What states none is in the language of the site, or in that of most others where none is in the site's.
    A column that tells where words come from ("Language: Latin") has texts in one language: all are kept.
    """
    drafts = [replace(draft, stated=base_of(draft.stated)) for draft in reading.drafts]
    reading = replace(reading, drafts=tuple(drafts))
    times = Counter(draft.stated for draft in reading.drafts)
    stated = [one for one in times if one]
    taken = own
    if own not in times and 2 * times[""] < len(reading.drafts):
        taken = max(stated, key=lambda one: times[one], default=own)
    others = [one for one in stated if one != taken]
    if not others or any(_are_in(taken, one, reading.drafts) for one in others):
        return reading
    left = tuple(
        Skipped(
            line=draft.line,
            text=": ".join([draft.name, *(piece.text for piece in draft.body)])[:200],
            why=f"entry in another language ({draft.stated})",
            where=draft.where,
        )
        for draft in reading.drafts
        if draft.stated in others
    )
    kept = tuple(draft for draft in reading.drafts if draft.stated not in others)
    columns = {
        column: role or ("in_other_languages" if fold(column) in stated_language.HEADERS else "")
        for column, role in reading.columns.items()
    }
    return replace(reading, drafts=kept, skipped=(*reading.skipped, *left), columns=columns)


def _are_in(taken: str, stated: str, drafts: Sequence[Draft]) -> bool:
    """Whether the texts that are said to be in a language are in the one that is taken."""
    texts = [piece.text for draft in drafts if draft.stated == stated for piece in draft.body[:1]]
    own, other = (tongue.share_in(texts, one) for one in (taken, stated))
    return own > other or (own == other > 0 and taken == "en")  # many languages have small words of English


def _taken(drafts: Sequence[Draft], code: str, *, names: bool) -> str:
    """The language to use for names or texts: the site's or the most common; "" if no language is stated.

    Names whose language nothing states are taken where the texts are not in the site's either, and names in
    the language of the texts before those in the site's.
    """
    if any(draft.name if names else draft.body for draft in drafts):
        has = any(_has(draft.versions, code, names) for draft in drafts)
        both = [draft for draft in drafts if names and draft.name and draft.versions and draft.body]
        return (
            code
            if has and not tongue.are_foreign([draft.body[0].text for draft in both], base_of(code))
            else ""
        )
    versions = [one for draft in drafts for one in draft.versions]
    times = Counter(one.language for one in versions if (one.names if names else one.texts))
    rows = [draft for draft in drafts if names and draft.body and draft.how in ("table row", "card")]
    if code in times and len(rows) >= TOLD:
        return _in_own(times, code, [row.body[0].text for row in rows])
    return code if code in times else max(times, key=lambda one: times[one], default=code)


def _in_own(languages: Iterable[str], site: str, texts: Sequence[str]) -> str:
    """The language of the site, or the one of ``languages`` in which the texts are, if these are foreign."""
    for code in (site, *languages):
        if not tongue.are_foreign(texts, base_of(code)):
            return code
    return site


def _has(versions: Iterable[Version], language: str, names: bool) -> bool:
    return any(one.language == language and (one.names if names else one.texts) for one in versions)


def _settled(draft: Draft, named: str, told: str) -> tuple[Draft, list[Skipped]]:
    if not draft.versions:
        return draft, []
    name, also = draft.name, list(draft.also)
    also += [label for one in draft.versions if one.beside and one.language == named for label in one.names]
    own = [label for one in draft.versions if not one.beside and one.language == named for label in one.names]
    if own or not name:
        label, rest = (own[0], own[1:]) if own else _first(draft.versions)
        also = [*([name] if name and own else []), *also, *rest]
        name = label
    texts = (piece for one in draft.versions if one.language == told for piece in one.texts)
    body = draft.body or tuple(texts)
    others: dict[str, tuple[str, ...]] = {}
    skipped = []
    for one in draft.versions:
        if one.language != named:
            new = [label for label in one.names if label not in (name, *also)]
            others[one.language] = tuple(dict.fromkeys((*others.get(one.language, ()), *new)))
        skipped += [
            Skipped(line=piece.line, text=piece.text, why=f"text in another language ({one.language})")
            for piece in one.texts
            if piece not in body
        ]
    kept = {code: labels for code, labels in others.items() if labels}
    return replace(
        draft, name=name, also=tuple(also), body=body, versions=(), in_other_languages=kept
    ), skipped


def _first(versions: Sequence[Version]) -> tuple[str, list[str]]:
    """The name in another language, for a term that has no name in the language used."""
    labels = next((one.names for one in versions if one.names), ("",))
    return labels[0], list(labels[1:])


def _column(role: str, named: str, told: str) -> str:
    kind, sign, code = role.partition("@")
    if not sign:
        return role
    if kind == "text":
        return "text" if code == told else ""
    if code != named:
        return f"in_other_languages ({code})"
    return "name" if kind in ("name", "") else "also"
