"""What an editor types on the command line: terms, topics, and values of fields."""

from __future__ import annotations

import re
from collections.abc import Iterable

from site_gen.corpus import scalars
from site_gen.corpus.load import Loaded
from site_gen.corpus.scalars import WrongValueError
from site_gen.corpus.yaml import characters, parse
from site_gen.language import language_of
from site_gen.model import graph, names
from site_gen.model.field import Field
from site_gen.model.problem import RefusedError, errors
from site_gen.model.records import UNSORTED, Term
from site_gen.model.schema import TERM
from site_gen.model.suggest import did_you_mean

# ".NET" and "/status" are names.
_LIKE_A_PATH = re.compile(r"(?:\.{1,2}|~)[/\\]|~|[/\\].*[/.]|.*(?:\.\.[/\\]|\\|\.ya?ml$|\.html$)", re.DOTALL)
_BY_HAND = ("map", "record")


def field_named(name: str) -> Field:
    """The field of a term. Raises ``RefusedError`` where there is none, or none that one value fills."""
    spec = TERM.get(name)
    if spec is None:
        raise RefusedError(
            f"'{name}' is no field of a term; {did_you_mean(name, TERM, 'see glossary docs corpus')}"
        )
    if spec.kind in _BY_HAND:
        raise RefusedError(f"'{name}' holds more than one value; write it in the file of the term")
    return spec


def values_of(name: str, written: str, loaded: Loaded) -> list[str]:
    """What was typed for a field as the texts that go into the file; none for the empty text.

    A list may be typed as ``[one, two]``. Raises ``RefusedError`` for what the field cannot hold.
    """
    spec = field_named(name)
    typed = [written] if not spec.many or not written.strip().startswith("[") else _listed(name, written)
    return [_checked(name, spec, one.strip("\n"), loaded) for one in typed if one.strip()]


def _listed(name: str, written: str) -> list[str]:
    node, problems = parse.parse(f"list: {written}\n", "")
    inner = node.get("list") if isinstance(node, parse.Mapping) else None
    if problems or not isinstance(inner, parse.Sequence):
        raise RefusedError(f"'{name}': '{written}' is no list; write it like '[one, two]'")
    if not all(isinstance(item, parse.Scalar) for item in inner.items):
        raise RefusedError(f"'{name}': a list of texts is needed; write it like '[one, two]'")
    return [item.value for item in inner.items if isinstance(item, parse.Scalar)]


def _checked(name: str, spec: Field, text: str, loaded: Loaded) -> str:
    refuse_odd(text)
    node = parse.Scalar(value=text, line=1, start=0, end=len(text), style="'")
    try:
        value = scalars.value_of(node, spec, f"'{name}'")
    except WrongValueError as wrong:
        raise RefusedError(f"{wrong.message}; {wrong.hint}") from None
    if spec.kind == "slug":
        term_named(text.strip(), loaded)
    if name == "topics" and text.strip() != UNSORTED:
        topic_named(text.strip(), loaded)
    return str(value).lower() if isinstance(value, bool) else str(value)


def refuse_odd(text: str) -> None:
    """Raises ``RefusedError`` for characters that no file of the corpus may hold."""
    if any("\ud800" <= sign <= "\udfff" for sign in text):  # Python's stand-ins for bytes that are no UTF-8
        shown = text.encode("utf-8", "replace").decode()
        raise RefusedError(f"'{shown}': not UTF-8 text; set the terminal to UTF-8, and type it again")
    wrong = next(iter(errors(characters.signs(text, ""))), None)
    if wrong:
        raise RefusedError(f"'{text}': {wrong.sentence()}")


def refuse_paths(name: str) -> None:
    """Raises ``RefusedError`` for a file where the name of a term is asked for."""
    refuse_odd(name)
    if _LIKE_A_PATH.match(name):
        raise RefusedError(f"'{name}' looks like a file; write the name, such as 'First contact resolution'")


def refuse_wordless(name: str) -> None:
    """Raises ``RefusedError`` for a name that is empty, or has no letter and no digit."""
    if not name.strip():
        raise RefusedError("the name is empty; write the word that people say")
    if not names.key(name):
        raise RefusedError(f"'{name}' has no letter or digit; write the word that people say")


def term_named(slug: str, loaded: Loaded) -> Term:
    """The term that an editor names by slug, file or name. Raises ``RefusedError``."""
    by_slug = loaded.glossary.by_slug
    stem = slug.replace("\\", "/").rpartition("/")[2].removesuffix(".yaml").removesuffix(".html")
    if stem in by_slug:
        return by_slug[stem]
    named = [term for term in loaded.glossary.terms if term.name.casefold() == slug.strip().casefold()]
    if len(named) == 1:
        return named[0]
    if stem in loaded.unread:
        raise RefusedError(f"the file of '{stem}' cannot be read; run 'glossary check' and mend it first")
    raise RefusedError(f"there is no term '{slug}'; {_meant(slug, stem, loaded)}")


def terms_named(slugs: Iterable[str], loaded: Loaded) -> list[Term]:
    """The terms that are named. Raises ``RefusedError`` with a line for each that is not there."""
    terms, refused = [], []
    for slug in slugs:
        try:
            terms.append(term_named(slug, loaded))
        except RefusedError as error:
            refused.append(str(error))
    if refused:
        raise RefusedError("\n".join(refused))
    return terms


def _meant(typed: str, stem: str, loaded: Loaded) -> str:
    """Which term it may be: one that moved, one that has a label like it, one that is spelled like it."""
    moved = graph.ends(loaded.glossary.redirects).get(stem)
    if moved:
        return f"it was renamed: write '{moved}'"
    key_of, terms = language_of(loaded.glossary.language).key, loaded.glossary.terms
    key = key_of(typed)
    labelled = [one.slug for one in terms if key in {key_of(label) for _, label in one.labels()}]
    if labelled:
        return "did you mean " + " or ".join(f"'{one}'" for one in labelled) + "?"
    return did_you_mean(stem, loaded.glossary.by_slug, "run 'glossary match' to find it", limit=3)


def topic_named(topic: str, loaded: Loaded) -> str:
    """The id of a topic. Raises ``RefusedError``."""
    known = loaded.glossary.topics_by_id
    if topic not in known and topic != UNSORTED:
        otherwise = "known topics: " + ", ".join(known) if known else "write it into glossary/topics.yaml"
        raise RefusedError(f"there is no topic '{topic}'; {did_you_mean(topic, known, otherwise)}")
    return topic
