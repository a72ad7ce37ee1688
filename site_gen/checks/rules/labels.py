"""Rules on names: one label, one term, unless readers are told which."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.checks.corpus import Corpus, LabelUse, only_shipped, still_in_english
from site_gen.corpus.load import Loaded
from site_gen.model import letters, names
from site_gen.model.problem import Problem
from site_gen.model.ranges import MOST, is_broken
from site_gen.model.records import Term
from site_gen.model.schema import MAX_LABEL, TERM


def _shared(loaded: Corpus) -> Iterator[list[LabelUse]]:
    """The uses of each label that has several."""
    return (uses for uses in loaded.label_uses.values() if len(uses) > 1)


def collisions(loaded: Corpus) -> Iterator[Problem]:
    """A name or alias stands for one term; several may share it only when each has a context of its own.

    Abbreviations may be shared: readers then get the choice. An abbreviation meets a name only when written
    the same ("IT" is not "it").
    """
    for uses in _shared(loaded):
        if _all_told_apart(uses):
            continue
        for index, use in enumerate(uses):
            rival = next((other for other in uses[:index] if _collide(use, other)), None)
            if rival and not still_in_english((use.term, rival.term), loaded.glossary):
                yield Problem(
                    path=use.term.origin.path,
                    line=use.line,
                    code="label-collision",
                    message=f"'{use.label}' is also {TERM[rival.field].noun} of '{rival.term.slug}' "
                    f"({rival.term.origin.path}:{rival.line})",
                    hint="merge the two terms, drop the label from one, or give each a 'context'",
                )


def _all_told_apart(uses: list[LabelUse]) -> bool:
    """Whether each term that has the label has a context that no other has."""
    contexts = {use.term.slug: names.key(use.term.context) for use in uses}
    return len(contexts) == 1 or ("" not in contexts.values() and len({*contexts.values()}) == len(contexts))


def _collide(one: LabelUse, other: LabelUse) -> bool:
    if one.term.slug == other.term.slug:
        return False
    abbreviated = (one.field == "abbreviations") + (other.field == "abbreviations")
    if abbreviated == 2 or (abbreviated == 1 and one.label != other.label):
        return False
    if names.contradict(one.label, other.label):
        return False
    contexts = names.key(one.term.context), names.key(other.term.context)
    return not all(contexts) or contexts[0] == contexts[1]


def repeats(loaded: Corpus) -> Iterator[Problem]:
    """A label that only repeats another label of its own term adds nothing."""
    for uses in _shared(loaded):
        for index, use in enumerate(uses):
            first = next((other for other in uses[:index] if other.term is use.term), None)
            if (
                first
                and not names.contradict(use.label, first.label)
                and "abbreviations" not in (use.field, first.field)
            ):
                yield Problem(
                    path=use.term.origin.path, line=use.line, code="repeated-label",
                    message=f"'{use.label}' repeats '{first.label}': case, number and hyphens do not count",
                    hint="delete it",
                )  # fmt: skip


def search_as_taken(loaded: Corpus) -> Iterator[Problem]:
    """What people type must not lead away from the term that bears that very name."""
    uses = loaded.label_uses
    for term in loaded.glossary.terms:
        for index, phrase in enumerate(term.search_as):
            for use in uses.get(loaded.key(phrase), ()):
                if _takes(use, phrase, term):
                    whose = "this term" if use.term is term else f"'{use.term.slug}'"
                    yield Problem(
                        path=term.origin.path,
                        line=term.origin.at("search_as", index),
                        code="search-as-taken",
                        message=f"'{phrase}' is already {TERM[use.field].noun} of {whose}",
                        hint="delete it",
                        severity="warning",
                    )
                    break


def _takes(use: LabelUse, phrase: str, term: Term) -> bool:
    """Another spelling of the term's own name may stand ("help-desk"); another term's name may not."""
    if use.field == "abbreviations" and use.label != phrase:
        return False
    return use.term is not term or names.fold(use.label) == names.fold(phrase)


def odd_labels(loaded: Loaded) -> Iterator[Problem]:
    """A label has a word that can be found, and fits a heading."""
    for term in loaded.glossary.terms:
        for field, label in term.labels():
            if label and not names.key(label):
                yield _label(term, field, label, "label-without-word", f"'{label}' has no letter or digit",
                             "write the word that people say")  # fmt: skip
            elif len(label) > MAX_LABEL:
                yield _label(term, field, label, "label-length",
                             f"a label of {len(label)} characters, at most {MAX_LABEL} fit a heading",
                             "shorten it, or move it to 'search_as'")  # fmt: skip


def ranges(loaded: Loaded) -> Iterator[Problem]:
    """A numbered family runs upwards, keeps its letters and has few members."""
    for term in loaded.glossary.terms:
        for field in ("abbreviations", "search_as"):
            written: tuple[str, ...] = getattr(term, field)
            for index, label in enumerate(written):
                if is_broken(label):
                    yield Problem(
                        path=term.origin.path, line=term.origin.at(field, index), code="broken-range",
                        message=f"'{label}' is no range of names: it runs upwards, with the same letters, "
                        f"over at most {MOST} numbers",
                        hint="write it like P1..P5 or 'level 1..3', or name each",
                    )  # fmt: skip


def other_languages(loaded: Loaded) -> Iterator[Problem]:
    """A name in another language stands for one term, and stands there once."""
    first: dict[tuple[str, str], tuple[Term, str]] = {}
    for term in loaded.glossary.terms:
        for language, index, label in _translations(term):
            known, written = first.setdefault((language, names.key(label)), (term, label))
            line = term.origin.at("in_other_languages", language, index)
            if known is not term:
                yield Problem(
                    path=term.origin.path, line=line, code="shared-translation",
                    message=f"'{label}' is also what '{known.slug}' is called in '{language}'",
                    hint="write the name that tells the two apart, or merge the two", severity="warning",
                )  # fmt: skip
            elif written is not label:
                yield Problem(
                    path=term.origin.path, line=line, code="repeated-label",
                    message=f"'{label}' repeats '{written}': case, number and hyphens do not count",
                    hint="delete it",
                )  # fmt: skip


def _translations(term: Term) -> Iterator[tuple[str, int, str]]:
    """(language, place, name) of every name in another language."""
    for language, labels in term.in_other_languages.items():
        yield from ((language, place, label) for place, label in enumerate(labels))


def _label(term: Term, field: str, label: str, code: str, message: str, hint: str) -> Problem:
    line = LabelUse(term=term, field=field, label=label).line
    return Problem(path=term.origin.path, line=line, code=code, message=message, hint=hint)


def mixed_alphabets(loaded: Loaded) -> Iterator[Problem]:
    """Letters that look alike in two alphabets: who types the word never finds it."""
    for term in loaded.glossary.terms:
        for field, label in term.labels():
            word = letters.mixed(label)
            if word:
                yield Problem(
                    path=term.origin.path,
                    line=LabelUse(term=term, field=field, label=label).line,
                    code="mixed-alphabets",
                    message=f"'{word}' in '{label}' has letters of several alphabets that look alike",
                    hint="type the word again in one alphabet",
                    severity="warning",
                )


def contexts(loaded: Corpus) -> Iterator[Problem]:
    """A context tells terms of one name apart; where no other bears the name, it only lengthens titles."""
    uses = loaded.label_uses
    for term in loaded.glossary.terms:
        if not term.context or loaded.unread or only_shipped([term]):  # the other may not be taken over
            continue
        keys = {loaded.key(label) for _, label in term.labels()}
        bearers = {use.term.slug for key in keys for use in uses.get(key, ())}
        if bearers <= {term.slug}:
            yield Problem(
                path=term.origin.path, line=term.origin.at("context"), code="needless-context",
                message=f"no other term is named '{term.name}', so '{term.context}' tells nothing",
                hint="delete it", severity="warning",
            )  # fmt: skip
